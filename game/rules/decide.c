// rules/decide.c — judge, then let the right file make events of a command. Never: touches disk, time or a socket.
#include "rules/decide.h"
#include "rules/gate.h"
#include "rules/moment.h"
#include "rules/people.h"
#include "rules/phase.h"
#include "rules/steer.h"
#include "rules/turn.h"

static Verdict refused_by(TextId text) {
    Verdict verdict = verdict_no(VERDICT_REFUSED_BY_RULE);
    verdict.text = text;
    return verdict;
}

// Only a computer's thoughts are known; a person says in the debrief why it did something.
static bool thinks_aloud(const Txn *txn, const Command *command) {
    uint8_t by = txn->state->seat_by[command->actor];
    return command->by != SENT_BY_CONSOLE && (by == BY_COMPUTER || by == BY_STAND_IN);
}

static Verdict act(Txn *txn, const Command *command) {
    Act chosen = command->act;
    chosen.actor = command->actor;
    chosen.by = command->by;
    if (!thinks_aloud(txn, command)) chosen.why = 0;
    TextId refusal = moment_before_move(txn, &chosen);
    if (refusal) return refused_by(refusal);
    bool in_turn = txn->def->phases[txn->state->phase].kind == PHASE_IN_TURN;
    if (in_turn)
        decide_turn_act(txn, &chosen);
    else if (txn->def->moves[chosen.move].mechanism == POINT_PRIME)
        decide_aside_offer(txn, &chosen);
    else
        decide_plan_add(txn, &chosen);
    return verdict_ok();
}

static void ready(Txn *txn, const Command *command) {
    bool in_turn = txn->state->status == STATUS_RUNNING
                   && txn->def->phases[txn->state->phase].kind == PHASE_IN_TURN;
    if (in_turn)
        turn_pass_on(txn);
    else
        txn_say(txn, EVENT_DONE, command->actor, command->kind == COMMAND_DONE, 0, 0, 0);
}

static void rest(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_TAKE_BACK: decide_plan_remove(txn, command->actor, command->a); break;
    case COMMAND_DONE:
    case COMMAND_NOT_DONE: ready(txn, command); break;
    case COMMAND_SEAT_BACK:
    case COMMAND_OBJECT_AWAY: decide_away(txn, command); break;
    case COMMAND_RECORD:
    case COMMAND_ANSWER:
    case COMMAND_INVITE: decide_meeting(txn, command); break;
    case COMMAND_ORDER:
    case COMMAND_OBJECT:
    case COMMAND_HAND:
    case COMMAND_SUM_UP:
    case COMMAND_CHAIR_VOTE:
    case COMMAND_SHOW_SIGNS: decide_chair(txn, command); break;
    case COMMAND_ASIDE_SAY: decide_aside(txn, command); break;
    case COMMAND_CONSENT_ASK: decide_consent(txn, command); break;
    case COMMAND_CHOOSE:
    case COMMAND_VOTE:
    case COMMAND_SPREAD:
    case COMMAND_AMEND:
    case COMMAND_EXPECT:
    case COMMAND_REFLECT:
    case COMMAND_CREDIT: decide_choice(txn, command); break;
    case COMMAND_DEAL_OFFER:
    case COMMAND_DEAL_ACCEPT:
    case COMMAND_DEAL_DECLINE:
    case COMMAND_DEAL_WITHDRAW:
    case COMMAND_PROMISE_WAIVE:
    case COMMAND_PROMISE_MARK: decide_deal(txn, command); break;
    default: decide_coalition(txn, command); break;
    }
}

// Says in the record that somebody else sent this for the seat.
static void mark_sender(Txn *txn, const Command *command) {
    if (command->by == SENT_BY_STAND_IN) txn->mark = EVENT_STOOD_IN;
    if (command->by != SENT_BY_CONSOLE) return;
    txn->mark = EVENT_SENT_FOR;
    txn_say(txn, EVENT_ACTED_FOR, command->actor, command->kind, 0, 0, command->reason);
}

// What is due now is due no more where it leads to.
static bool leads_back(const Command *command) {
    return command->kind == COMMAND_UNDO || command->kind == COMMAND_REWIND
           || command->kind == COMMAND_TO;
}

Verdict decide(Txn *txn, const Command *command) {
    Verdict verdict = gate_check(txn->def, txn->state, command);
    if (verdict.code != VERDICT_OK) return verdict;
    txn->now_ms = command->stamp.game_ms;
    mark_sender(txn, command);
    if (command->kind == COMMAND_ACT)
        verdict = act(txn, command);
    else if (people_event((CommandKind)command->kind) != EVENT_NONE)
        decide_people(txn, command);
    else if (command_is_console((CommandKind)command->kind))
        decide_console(txn, command);
    else
        rest(txn, command);
    txn->mark = 0;
    if (verdict.code == VERDICT_OK && !leads_back(command)) phase_settle(txn);
    return verdict;
}

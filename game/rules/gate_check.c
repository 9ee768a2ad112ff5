// rules/gate_check.c — gate_check: which part of the gate judges which command. Never: a second judge.
#include "rules/gate.h"
#include "rules/people.h"
#include "rules/steer.h"

static Verdict check_step(const State *state, const Command *command) {
    if (command->at_phase == NONE) return verdict_ok();
    if (command->at_phase == AT_BEFORE)
        return state->status <= STATUS_BRIEF ? verdict_ok()
                                             : verdict_no(VERDICT_PHASE_OVER);
    bool same = command->at_round == state->round && command->at_phase == state->phase
                && command->at_sub == state->sub;
    return same ? verdict_ok() : verdict_no(VERDICT_PHASE_OVER);
}

static Verdict check_seat(const Def *def, const State *state, const Command *command) {
    if (command->actor >= def_count(def, KIND_ACTOR)) return verdict_no(VERDICT_NO_SEAT);
    if (state->seat_by[command->actor] == BY_NOBODY && state->status != STATUS_LOBBY)
        return verdict_no(VERDICT_NO_SEAT);
    if (command->by == SENT_BY_CONSOLE && command->reason == 0)
        return verdict_no(VERDICT_NEED_REASON);
    bool away = command->kind == COMMAND_SEAT_BACK || command->kind == COMMAND_OBJECT_AWAY;
    if (away) return verdict_ok();
    if ((state->steer.shut >> command->actor) & 1) return verdict_no(VERDICT_TIME_OVER);
    bool played = state->seat_by[command->actor] == BY_STAND_IN;
    return played && command->stamp.person ? verdict_no(VERDICT_STOOD_IN) : verdict_ok();
}

// Who is waited for may be ready; whose turn it is may pass it on.
static Verdict check_ready(const Def *def, const State *state, const Command *command) {
    bool waited = (state->waiting >> command->actor) & 1;
    bool in_turn = state->status == STATUS_RUNNING
                   && def->phases[state->phase].kind == PHASE_IN_TURN;
    if (in_turn)
        waited = state->turn_actor == command->actor && command->kind == COMMAND_DONE;
    return waited ? verdict_ok() : verdict_no(VERDICT_WRONG_PHASE);
}

static Verdict check_actor(const Def *def, const State *state, const Command *command) {
    switch (command->kind) {
    case COMMAND_ACT: {
        Act act = command->act;
        act.actor = command->actor;
        return gate_act(def, state, &act);
    }
    case COMMAND_TAKE_BACK:
        return command->a >= 0 && command->a < state->plan_count[command->actor]
                       ? verdict_ok()
                       : verdict_no(VERDICT_NO_SUCH_ACT);
    case COMMAND_SEAT_BACK:
    case COMMAND_OBJECT_AWAY: return gate_away(state, command);
    case COMMAND_DONE:
    case COMMAND_NOT_DONE: return check_ready(def, state, command);
    case COMMAND_RECORD:
    case COMMAND_ANSWER:
    case COMMAND_INVITE: return gate_meeting(def, state, command);
    case COMMAND_ORDER:
    case COMMAND_OBJECT:
    case COMMAND_HAND:
    case COMMAND_SUM_UP:
    case COMMAND_CHAIR_VOTE:
    case COMMAND_SHOW_SIGNS: return gate_chair(def, state, command);
    case COMMAND_ASIDE_SAY: return gate_aside(def, state, command);
    case COMMAND_CONSENT_ASK: return gate_consent(def, state, command);
    case COMMAND_CHOOSE:
    case COMMAND_VOTE:
    case COMMAND_SPREAD:
    case COMMAND_AMEND:
    case COMMAND_EXPECT:
    case COMMAND_REFLECT:
    case COMMAND_CREDIT: return gate_choice(def, state, command);
    case COMMAND_DEAL_OFFER:
    case COMMAND_DEAL_ACCEPT:
    case COMMAND_DEAL_DECLINE:
    case COMMAND_DEAL_WITHDRAW:
    case COMMAND_PROMISE_WAIVE:
    case COMMAND_PROMISE_MARK: return gate_deal(def, state, command);
    default: return gate_coalition(def, state, command);
    }
}

Verdict gate_check(const Def *def, const State *state, const Command *command) {
    if (command->kind == COMMAND_NONE || command->kind >= COMMAND_COUNT)
        return verdict_no(VERDICT_BAD_COMMAND);
    bool console = command->actor == NONE;
    if (command_is_console((CommandKind)command->kind)) {
        return console ? gate_console(def, state, command) : verdict_no(VERDICT_NOT_YOURS);
    }
    if (command_is_person((CommandKind)command->kind))
        return console ? gate_people(def, state, command) : verdict_no(VERDICT_NOT_YOURS);
    if (state->status == STATUS_CLOSED) return verdict_no(VERDICT_CLOSED);
    if (state->paused) return verdict_no(VERDICT_PAUSED);
    Verdict verdict = check_step(state, command);
    if (verdict.code != VERDICT_OK) return verdict;
    if (console)
        return command->kind == COMMAND_CHOOSE ? gate_choice(def, state, command)
                                               : verdict_no(VERDICT_NOT_YOURS);
    verdict = check_seat(def, state, command);
    return verdict.code == VERDICT_OK ? check_actor(def, state, command) : verdict;
}

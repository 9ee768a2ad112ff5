// rules/choice.c — answers of people that are no acts: choices of happenings, own votes, expectations, reflections, credit. Never: acts (plan.c).
#include "rules/amend.h"
#include "rules/budget.h"
#include "rules/card.h"
#include "rules/deal.h"
#include "rules/decide.h"
#include "rules/decision.h"
#include "rules/effect.h"
#include "rules/gate.h"
#include "rules/happening.h"
#include "rules/moment.h"
#include "rules/phase.h"
#include "rules/ruling.h"
#include "rules/stock.h"

uint16_t choice_waits_for(const State *state) {
    uint16_t mask = 0;
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        const OpenChoice *choice = &state->choice[i];
        if (choice->open) mask |= (uint16_t)(choice->asked & ~choice->answered);
    }
    return mask;
}

static int32_t slot_of(const State *state, int32_t happening) {
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        const OpenChoice *choice = &state->choice[i];
        bool asks = choice->open && choice->kind == CHOICE_HAPPENING;
        if (asks && choice->happening == happening) return i;
    }
    return -1;
}

static void note_cell(void *context, uint16_t cell) { *(uint16_t *)context = cell; }

static Verdict payable(Scope *scope, ChangeSpan costs) {
    const Def *def = scope->expr.def;
    Effect effect = {.scope = scope, .factors = effect_plain()};
    for (int32_t i = 0; i < costs.count; i++) {
        const Change *change = &def->changes[costs.first + i];
        if (!expr_holds(&scope->expr, change->when)) continue;
        uint16_t cell = UINT16_MAX;
        effect_cells(&effect, change, note_cell, &cell);
        int32_t cost = core_abs(effect_amount(&effect, change));
        if (cell == UINT16_MAX || cost == 0) continue;
        int32_t have = scope->expr.state->cell[cell] - def->cell_min[cell];
        if (have >= cost) continue;
        Verdict verdict = verdict_need(VERDICT_COST_NUMBER, (cost + 9) / 10, have / 10);
        verdict.cell = cell;
        return verdict;
    }
    return verdict_ok();
}

// Whether an answer of a happening is open to an actor (NONE: the facilitator).
static Verdict gate_answer(const Def *def, const State *state, int32_t happening,
        int32_t place, uint8_t actor) {
    const Happening *h = &def->happenings[happening];
    if (place < 0 || place >= h->choices_count) return verdict_no(VERDICT_BAD_ANSWER);
    const Choice *choice = &def->choices[h->choices_first + place];
    if (actor != NONE && choice->who && !((choice->who >> actor) & 1))
        return verdict_no(VERDICT_CHOICE_CLOSED);
    Scope scope;
    scope_plain(&scope, def, state, actor);
    if (!expr_holds(&scope.expr, choice->when)) return verdict_no(VERDICT_CHOICE_CLOSED);
    return actor == NONE ? verdict_ok() : payable(&scope, choice->costs);
}

static Verdict gate_choose(const Def *def, const State *state, const Command *command) {
    if (command->a >= CHOICE_KEY && command->actor == NONE)
        return ruling_gate(def, state, command->a - CHOICE_KEY, command->b);
    if (command->a >= CHOICE_KEY)
        return card_gate(def, state, command->a - CHOICE_KEY, command->b, command->actor);
    int32_t slot = slot_of(state, command->a);
    if (slot < 0) return verdict_no(VERDICT_NO_CHOICE);
    const OpenChoice *choice = &state->choice[slot];
    bool console = command->actor == NONE;
    if (console != (choice->console == 1)) return verdict_no(VERDICT_NO_CHOICE);
    if (!console && !(((choice->asked & ~choice->answered) >> command->actor) & 1))
        return verdict_no(VERDICT_NO_CHOICE);
    return gate_answer(def, state, command->a, command->b, command->actor);
}

static Verdict gate_vote(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_RUNNING) return verdict_no(VERDICT_WRONG_PHASE);
    if (command->a < 0 || command->a >= def_count(def, KIND_DECIDER))
        return verdict_no(VERDICT_NO_VOTE);
    const Decider *decider = &def->deciders[command->a];
    if (decider->owner != command->actor) return verdict_no(VERDICT_NOT_YOURS);
    bool open = decision_due(def, state, decider->arena)
                || state->amending[decider->arena] == AMEND_OPEN;
    if (!open || budget_of(def, state, decider->arena)) return verdict_no(VERDICT_NO_VOTE);
    if (command->b < -1 || command->b > 1) return verdict_no(VERDICT_BAD_ANSWER);
    bool unsaid = command->b == -1 && command->d == 0
                  && state->seat_by[command->actor] == BY_PERSON;
    return unsaid && amend_is_consent(def, state, decider->arena)
                   ? verdict_no(VERDICT_NEED_REASON)
                   : verdict_ok();
}

// Who said no with a decider of its own has no part in what was decided in this round.
static bool said_no(const Def *def, const State *state, uint8_t actor) {
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        const Decision *decision = &state->decision[def->deciders[i].arena];
        bool now = decision->passed && decision->round == state->round;
        if (now && def->deciders[i].owner == actor && state->vote[i] == -1) return true;
    }
    return false;
}

static bool passed_now(const Def *def, const State *state) {
    for (int32_t i = 0; i < def_count(def, KIND_ARENA); i++) {
        if (state->decision[i].passed && state->decision[i].round == state->round)
            return true;
    }
    return false;
}

// Supporters of what was decided claim credit, give it or stay quiet; others give what they promised.
static Verdict gate_credit(const Def *def, const State *state, const Command *command) {
    if (!passed_now(def, state)) return verdict_no(VERDICT_NO_CHOICE);
    if (command->a < 0 || command->a > 2) return verdict_no(VERDICT_BAD_ANSWER);
    bool other = command->b >= 0 && command->b < def_count(def, KIND_ACTOR)
                 && command->b != command->actor;
    if (command->a == 2 && !other) return verdict_no(VERDICT_WRONG_TARGET);
    uint8_t to = command->a == 2 ? (uint8_t)command->b : (uint8_t)NONE;
    bool promised = command->a != 1 && deal_owes_credit(state, command->actor, to);
    if (!promised && said_no(def, state, command->actor))
        return verdict_no(VERDICT_NOT_SUPPORTER);
    bool stepped_back = (state->stepped_back >> command->actor) & 1;
    return command->a == 1 && stepped_back ? verdict_no(VERDICT_STEPPED_BACK)
                                           : verdict_ok();
}

static Verdict gate_reflect(const Def *def, const State *state, const Command *command) {
    if (stock_phase_does(def, state) != DOES_REFLECT)
        return verdict_no(VERDICT_WRONG_PHASE);
    if (command->kind == COMMAND_REFLECT) {
        bool good =
                command->c >= -1 && command->c <= 1
                && (command->a == NONE
                        || (command->a >= 0 && command->a < def_count(def, KIND_ACTOR)));
        return good ? verdict_ok() : verdict_no(VERDICT_BAD_ANSWER);
    }
    return gate_credit(def, state, command);
}

Verdict gate_choice(const Def *def, const State *state, const Command *command) {
    switch (command->kind) {
    case COMMAND_CHOOSE: return gate_choose(def, state, command);
    case COMMAND_VOTE: return gate_vote(def, state, command);
    case COMMAND_SPREAD: return budget_gate(def, state, command);
    case COMMAND_AMEND: return amend_gate(def, state, command);
    case COMMAND_EXPECT:
        if (state->status != STATUS_BRIEF) return verdict_no(VERDICT_WRONG_PHASE);
        return command->a >= -1 && command->a <= 1 ? verdict_ok()
                                                   : verdict_no(VERDICT_BAD_ANSWER);
    default: return gate_reflect(def, state, command);
    }
}

// The default, or where it is closed to this actor the first answer that is open; -1 if none is.
static int32_t default_answer(
        const Def *def, const State *state, int32_t happening, uint8_t actor) {
    const Happening *h = &def->happenings[happening];
    if (gate_answer(def, state, happening, h->choices_default, actor).code == VERDICT_OK)
        return h->choices_default;
    for (int32_t i = 0; i < h->choices_count; i++) {
        if (gate_answer(def, state, happening, i, actor).code == VERDICT_OK) return i;
    }
    return -1;
}

// One answer takes effect: costs, changes, the rules that wait for it.
static void answer_runs(
        Txn *txn, Book *book, int32_t happening, int32_t place, uint8_t actor) {
    const Choice *choice =
            &txn->def->choices[txn->def->happenings[happening].choices_first + place];
    Scope scope;
    scope_plain(&scope, txn->def, txn->state, actor);
    uint16_t id = (uint16_t)(txn->def->happenings[happening].choices_first + place);
    Effect effect = {.scope = &scope,
            .cause = cause_of(CAUSE_CHOICE, id, actor),
            .factors = effect_plain()};
    if (actor != NONE) effect_run(txn, book, &effect, choice->costs);
    effect_run(txn, book, &effect, choice->changes);
    book_settle(txn, book);
    HookMoment moment = {.moment = MOMENT_HAPPENING_CHOSEN,
            .happening = (uint8_t)happening,
            .choice = (uint8_t)place};
    moment_run(txn, book, &moment);
    uint8_t next = choice->next;
    if (next == NONE || next >= txn->def->happenings_count) return;
    bool again = txn->def->happenings[next].once && state_bit(txn->state->happened, next);
    if (!again) happening_come(txn, book, next);
}

// Answers missing in an open choice are the default; effects of all answers, then what comes next.
static void finish(Txn *txn, Book *book, int32_t slot) {
    const OpenChoice open = txn->state->choice[slot];
    if (!open.open) return;
    if (open.kind != CHOICE_HAPPENING) {
        card_finish(txn, book, slot);
        return;
    }
    txn_say(txn, EVENT_CHOICE_END, NONE, slot, open.happening, 0, 0);
    if (open.asked == 0) {
        bool answered = open.console == 2 && open.answer[0] != NONE;
        int32_t place =
                answered ? open.answer[0]
                         : default_answer(txn->def, txn->state, open.happening, NONE);
        if (place >= 0) answer_runs(txn, book, open.happening, place, NONE);
        return;
    }
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        if (!((open.asked >> actor) & 1)) continue;
        int32_t place = open.answer[actor];
        if (place == NONE)
            place = default_answer(txn->def, txn->state, open.happening, actor);
        if (place >= 0) answer_runs(txn, book, open.happening, place, actor);
    }
}

enum { CHAIN_MAX = 64 }; // answers that lead to further questions in one step

void choice_defaults(Txn *txn, Book *book) {
    for (int32_t round = 0; round < CHAIN_MAX; round++) {
        int32_t slot = 0;
        while (slot < OPEN_CHOICES_MAX && !txn->state->choice[slot].open)
            slot++;
        if (slot == OPEN_CHOICES_MAX) return;
        finish(txn, book, slot);
    }
}

// All answers of a question take effect together when the last one is in.
static void finish_if_complete(Txn *txn, int32_t slot) {
    const OpenChoice *choice = &txn->state->choice[slot];
    bool complete =
            choice->asked ? (choice->asked & ~choice->answered) == 0 : choice->console == 2;
    if (complete) finish(txn, txn->book, slot);
}

void choice_console(Txn *txn, Book *book, int32_t happening, int32_t place) {
    int32_t slot = slot_of(txn->state, happening);
    if (slot < 0
            || gate_answer(txn->def, txn->state, happening, place, NONE).code != VERDICT_OK)
        return;
    txn_say(txn, EVENT_CHOSEN, NONE, slot, place, 0, 0);
    if (txn->state->choice[slot].asked == 0) {
        finish(txn, book, slot);
        return;
    }
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        if ((txn->state->choice[slot].asked >> actor) & 1)
            txn_say(txn, EVENT_CHOSEN, actor, slot, place, 0, 0);
    }
    finish(txn, book, slot);
}

static void decide_choose(Txn *txn, const Command *command) {
    if (command->a >= CHOICE_KEY && command->actor == NONE) {
        ruling_says(txn, command->a - CHOICE_KEY, command->b);
        return;
    }
    if (command->a >= CHOICE_KEY) {
        card_says(txn, command->a - CHOICE_KEY, command->b, command->actor);
        return;
    }
    int32_t slot = slot_of(txn->state, command->a);
    Event event = txn_event(txn, EVENT_CHOSEN, command->actor);
    event.a = (int16_t)slot;
    event.b = command->b;
    event.cause = cause_of(CAUSE_HAPPENING, (uint16_t)command->a, command->actor);
    txn_emit(txn, &event);
    finish_if_complete(txn, slot);
}

static void decide_tap(Txn *txn, const Command *command, EventKind kind) {
    Event event = txn_event(txn, kind, command->actor);
    event.a = command->a;
    event.b = command->b;
    event.c = command->c;
    event.d = kind == EVENT_OWN_VOTE ? command->d : 0;
    event.flags = EVENT_SECRET;
    txn_emit(txn, &event);
}

void decide_choice(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_CHOOSE: decide_choose(txn, command); break;
    case COMMAND_VOTE: decide_tap(txn, command, EVENT_OWN_VOTE); break;
    case COMMAND_SPREAD: decide_tap(txn, command, EVENT_SPREAD); break;
    case COMMAND_AMEND: amend_says(txn, command); break;
    case COMMAND_EXPECT: decide_tap(txn, command, EVENT_EXPECT); break;
    case COMMAND_REFLECT: decide_tap(txn, command, EVENT_REFLECT); break;
    default: decide_tap(txn, command, EVENT_CREDIT); break;
    }
}

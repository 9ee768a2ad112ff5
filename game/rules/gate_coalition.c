// rules/gate_coalition.c — may this actor propose, join, leave or steer a coalition, and what happens when it may. Never: foundings at the end of BACKSTAGE (coalition.c).
#include "rules/coalition.h"
#include "rules/deal.h"
#include "rules/decide.h"
#include "rules/gate.h"
#include "rules/stock.h"

static bool member(const State *state, int32_t slot, uint8_t actor) {
    return (state->coalition[slot].members >> actor) & 1;
}

static bool exists(const State *state, int32_t slot) {
    return slot >= 0 && slot < COALITIONS_MAX && state->coalition[slot].members != 0;
}

static int32_t free_proposal(const State *state) {
    for (int32_t i = 0; i < PROPOSALS_MAX; i++) {
        if (!state->proposal[i].open) return i;
    }
    return -1;
}

static int32_t free_coalitions(const State *state) {
    int32_t count = 0;
    for (int32_t i = 0; i < COALITIONS_MAX; i++)
        count += state->coalition[i].members == 0;
    for (int32_t i = 0; i < PROPOSALS_MAX; i++) {
        count -= state->proposal[i].open && state->proposal[i].coalition == NONE;
    }
    return count;
}

// Founding takes some standing among those of the same kind.
static Verdict check_standing(const Def *def, const State *state, uint8_t actor) {
    uint16_t cell = stock_standing(def, actor, COEF_AUDIENCE_SECTOR);
    int32_t needed = def->coef[COEF_FOUND_PEER];
    if (cell == UINT16_MAX || state->cell[cell] >= 10 * needed) return verdict_ok();
    Verdict verdict = verdict_need(VERDICT_NEED_NUMBER, needed, state->cell[cell] / 10);
    verdict.cell = cell;
    return verdict;
}

static Verdict gate_new(const Def *def, const State *state, const Command *command) {
    uint32_t actors = (1u << def_count(def, KIND_ACTOR)) - 1;
    uint32_t invited = (uint16_t)command->b & actors & ~(1u << command->actor);
    if (command->c < 0 || command->c > COALITION_CONSENSUS)
        return verdict_no(VERDICT_BAD_ANSWER);
    if (invited == 0) return verdict_no(VERDICT_COALITION_SMALL);
    if (free_coalitions(state) <= 0)
        return verdict_need(VERDICT_COALITIONS_FULL, COALITIONS_MAX, COALITIONS_MAX);
    return check_standing(def, state, command->actor);
}

static Verdict gate_propose(const Def *def, const State *state, const Command *command) {
    if (free_proposal(state) < 0)
        return verdict_need(VERDICT_COALITIONS_FULL, PROPOSALS_MAX, PROPOSALS_MAX);
    if (command->a == NONE) return gate_new(def, state, command);
    if (!exists(state, command->a)) return verdict_no(VERDICT_COALITION_UNKNOWN);
    if (member(state, command->a, command->actor))
        return verdict_no(VERDICT_COALITION_MEMBER);
    for (int32_t i = 0; i < PROPOSALS_MAX; i++) {
        const Proposal *p = &state->proposal[i];
        bool same = p->open && p->coalition == command->a && p->by == command->actor;
        if (same) return verdict_no(VERDICT_COALITION_MEMBER);
    }
    return verdict_ok();
}

static Verdict gate_say(const State *state, const Command *command) {
    if (command->a < 0 || command->a >= PROPOSALS_MAX)
        return verdict_no(VERDICT_COALITION_UNKNOWN);
    const Proposal *proposal = &state->proposal[command->a];
    if (!proposal->open) return verdict_no(VERDICT_COALITION_UNKNOWN);
    if (command->b != 1 && command->b != 2) return verdict_no(VERDICT_BAD_ANSWER);
    uint16_t asked = proposal->coalition == NONE
                             ? proposal->members
                             : state->coalition[proposal->coalition].members;
    return (asked >> command->actor) & 1 ? verdict_ok()
                                         : verdict_no(VERDICT_COALITION_OUTSIDE);
}

static Verdict gate_ask(const Def *def, const State *state, const Command *command) {
    bool good = command->b >= 0 && command->b < def_count(def, KIND_CLAUSE)
                && command->c >= 0 && command->c < def->clauses[command->b].levels_count;
    if (!good) return verdict_no(VERDICT_BAD_ANSWER);
    bool seen = state->coalition[command->a].frame != NONE;
    if (!seen && def_count(def, KIND_FRAME) > 0) return verdict_no(VERDICT_COALITION_FRAME);
    if (command->d == 0) return verdict_ok();
    return coalition_line_holds(def, state, command->actor, command->b, command->c)
                   ? verdict_ok()
                   : verdict_no(VERDICT_COALITION_NO_LINE);
}

static Verdict gate_frame(const Def *def, const State *state, const Command *command) {
    if (command->b < 0 || command->b >= def_count(def, KIND_FRAME))
        return verdict_no(VERDICT_BAD_ANSWER);
    return coalition_may_frame(def, state, command->a) ? verdict_ok()
                                                       : verdict_no(VERDICT_COALITION_SET);
}

static Verdict gate_inside(const Def *def, const State *state, const Command *command) {
    if (!exists(state, command->a)) return verdict_no(VERDICT_COALITION_UNKNOWN);
    if (!member(state, command->a, command->actor))
        return verdict_no(VERDICT_COALITION_OUTSIDE);
    const Coalition *coalition = &state->coalition[command->a];
    bool led = coalition->rule == COALITION_LEAD && coalition->lead != command->actor;
    bool good = true;
    switch (command->kind) {
    case COMMAND_COALITION_ASK: return gate_ask(def, state, command);
    case COMMAND_COALITION_FRAME:
        if (led) return verdict_no(VERDICT_COALITION_LEAD);
        return gate_frame(def, state, command);
    case COMMAND_COALITION_PURSE: good = command->b == 0 || command->b == 1; break;
    case COMMAND_COALITION_FLAGS:
        if (led) return verdict_no(VERDICT_COALITION_LEAD);
        good = command->b >= 0 && command->b <= 2 && command->d >= 0 && command->d <= 2
               && (command->c == NONE
                       || (command->c >= 0 && command->c < def_count(def, KIND_ACTOR)
                               && member(state, command->a, (uint8_t)command->c)));
        break;
    default: break;
    }
    return good ? verdict_ok() : verdict_no(VERDICT_BAD_ANSWER);
}

Verdict gate_coalition(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_RUNNING || stock_phase_does(def, state) != DOES_BACKSTAGE) {
        return verdict_no(VERDICT_ONLY_BACKSTAGE);
    }
    bool signs = command->kind != COMMAND_COALITION_ASK
                 && command->kind != COMMAND_COALITION_FRAME;
    if (signs && state->seat_by[command->actor] == BY_STAND_IN)
        return verdict_no(VERDICT_STAND_IN);
    if (command->kind == COMMAND_COALITION_PROPOSE)
        return gate_propose(def, state, command);
    if (command->kind == COMMAND_COALITION_SAY) return gate_say(state, command);
    return gate_inside(def, state, command);
}

static void propose(Txn *txn, const Command *command) {
    uint32_t actors = (1u << def_count(txn->def, KIND_ACTOR)) - 1;
    uint32_t members = ((uint16_t)command->b & actors) | 1u << command->actor;
    if (command->a != NONE) members = 1u << command->actor;
    Event event = txn_event(txn, EVENT_PROPOSAL, command->actor);
    event.a = (int16_t)free_proposal(txn->state);
    event.b = command->a;
    event.c = (int16_t)members;
    event.d = command->c;
    event.raw = command->a == NONE ? command->d : 0;
    txn_emit(txn, &event);
}

// An open promise to a member makes leaving a breach of trust, unless little is left to hold.
static void leave(Txn *txn, const Command *command) {
    const Def *def = txn->def;
    int32_t slot = command->a;
    uint16_t leaver = (uint16_t)(1u << command->actor);
    uint16_t members = (uint16_t)(txn->state->coalition[slot].members & ~leaver);
    bool held = state_at(def, txn->state, TRACK_COHESION, slot, 0)
                >= 10 * def->coef[COEF_COHESION_FREE];
    bool breach = held && deal_open_between(txn->state, command->actor, members);
    coalition_shrink(txn, slot, leaver, command->actor);
    for (int32_t actor = 0; breach && actor < def_count(def, KIND_ACTOR); actor++) {
        if (!((members >> actor) & 1)) continue;
        book_add(txn->book, def, def_cell(def, TRACK_TRUST, actor, command->actor),
                -10 * def->coef[COEF_LEAVE_TRUST],
                cause_of(CAUSE_COALITION, (uint16_t)slot, command->actor), EVENT_COUNTS);
    }
    book_settle(txn, txn->book);
}

// What a member asks for is known inside.
static void ask(Txn *txn, const Command *command) {
    Event event = txn_event(txn, EVENT_COALITION_ASK, command->actor);
    event.a = command->a;
    event.b = command->b;
    event.c = command->c;
    event.d = command->d == 1;
    event.flags = EVENT_SECRET;
    txn_emit(txn, &event);
}

static void agenda_frame(Txn *txn, const Command *command) {
    Event event = txn_event(txn, EVENT_COALITION_AGENDA, command->actor);
    event.a = command->a;
    event.b = command->b;
    event.c = 0;
    event.d = NONE;
    txn_emit(txn, &event);
}

static void purse(Txn *txn, const Command *command) {
    uint16_t bit = (uint16_t)(1u << command->actor),
             now = txn->state->coalition[command->a].purse;
    now = (uint16_t)(command->b ? now | bit : now & ~bit);
    Event event = txn_event(txn, EVENT_COALITION_PURSE, command->actor);
    event.a = command->a;
    event.b = (int16_t)now;
    event.flags = EVENT_SECRET;
    txn_emit(txn, &event);
}

void decide_coalition(Txn *txn, const Command *command) {
    switch (command->kind) {
    case COMMAND_COALITION_PROPOSE: propose(txn, command); break;
    case COMMAND_COALITION_SAY:
        txn_say(txn, EVENT_PROPOSAL_SAYS, command->actor, command->a, command->b, 0, 0);
        break;
    case COMMAND_COALITION_LEAVE: leave(txn, command); break;
    case COMMAND_COALITION_ASK: ask(txn, command); break;
    case COMMAND_COALITION_FRAME: agenda_frame(txn, command); break;
    case COMMAND_COALITION_PURSE: purse(txn, command); break;
    default:
        txn_say(txn, EVENT_COALITION_FLAGS, command->actor, command->a, command->b,
                command->c, command->d);
        break;
    }
}

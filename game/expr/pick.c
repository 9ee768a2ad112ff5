// expr/pick.c — which thing me, target, an answer, a member or a set stands for. Never: reads a number of the game.
#include "expr/pick.h"

static int32_t issue_of(const Def *def, Thing thing) {
    uint8_t issue = NONE;
    if (thing.kind == KIND_CLAUSE && thing.index < CLAUSES_MAX)
        issue = def->clauses[thing.index].issue;
    if (thing.kind == KIND_FRAME && thing.index < FRAMES_MAX)
        issue = def->frames[thing.index].issue;
    return issue == NONE ? 0 : issue;
}

static uint8_t plain_kind(uint8_t kind) {
    if (kind == KIND_READING) return KIND_FRAME;
    return kind == KIND_ITEM || kind == KIND_CLAIM ? KIND_CLAUSE : kind;
}

// The thing as the kind wanted: a reading as its frame, an item as its clause, a clause or frame as
// its issue (main issue when there is none), an actor as its largest coalition. -1 if impossible.
static int32_t pick_as_kind(const ExprScope *scope, Thing thing, int32_t kind) {
    if (thing.kind == KIND_NONE || thing.index == NONE) return kind == KIND_ISSUE ? 0 : -1;
    if (thing.kind == kind) return thing.index;
    thing.kind = plain_kind(thing.kind);
    if (thing.kind == kind) return thing.index;
    if (kind == KIND_ISSUE) return issue_of(scope->def, thing);
    if (kind != KIND_COALITION || thing.kind != KIND_ACTOR || thing.index >= ACTORS_MAX)
        return -1;
    uint8_t slot = state_coalition_of(scope->state, thing.index);
    return slot == NONE ? -1 : slot;
}

static int32_t slot_of_start(const State *state, uint32_t start) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        const Coalition *coalition = &state->coalition[slot];
        if (coalition->members != 0 && coalition->start_name == start) return slot;
    }
    return -1;
}

static Thing asked_thing(const ExprScope *scope, uint32_t number, uint32_t kind) {
    int32_t answer = scope->asked && number < ASKS_MAX ? scope->asked[number] : -1;
    if (answer < 0 || answer >= NONE) return (Thing){KIND_NONE, NONE};
    return (Thing){(uint8_t)kind, (uint8_t)answer};
}

static Thing owner_of_target(const ExprScope *scope) {
    if (scope->target.kind != KIND_DECIDER || scope->target.index >= DECIDERS_MAX)
        return (Thing){KIND_NONE, NONE};
    return (Thing){KIND_ACTOR, scope->def->deciders[scope->target.index].owner};
}

static Thing here(const State *state) {
    uint8_t arena = state->meetings[state->meeting & 3];
    return arena == NONE ? (Thing){KIND_NONE, NONE} : (Thing){KIND_ARENA, arena};
}

// Equal ones: the first declared.
static Thing richest(const ExprScope *scope) {
    const ExprDerived *derived = scope->derived;
    int32_t most = -1;
    uint8_t best = NONE;
    for (uint8_t actor = 0; actor < def_count(scope->def, KIND_ACTOR); actor++) {
        if (actor == scope->me || !((scope->state->present >> actor) & 1)) continue;
        int32_t share = derived && derived->macro
                                ? derived->macro(scope->def, scope->state, actor)
                                : 0;
        if (share <= most) continue;
        most = share;
        best = actor;
    }
    return best == NONE ? (Thing){KIND_NONE, NONE} : (Thing){KIND_ACTOR, best};
}

int32_t pick_slow(const ExprScope *scope, int32_t member, uint32_t word) {
    Thing thing = {KIND_NONE, NONE};
    switch ((PickHow)pick_how(word)) {
    case PICK_NONE: return -1;
    case PICK_ME: thing = (Thing){KIND_ACTOR, scope->me}; break;
    case PICK_TARGET: thing = scope->target; break;
    case PICK_EACH: thing = scope->each; break;
    case PICK_WITH: thing = (Thing){KIND_ACTOR, scope->with}; break;
    case PICK_OWNER: thing = owner_of_target(scope); break;
    case PICK_MEMBER: thing = (Thing){(uint8_t)pick_own_kind(word), (uint8_t)member}; break;
    case PICK_ASKED:
        thing = asked_thing(scope, (word >> 12) & 7, pick_own_kind(word));
        break;
    case PICK_HERE: thing = here(scope->state); break;
    case PICK_RICHEST: thing = richest(scope); break;
    case PICK_START: return slot_of_start(scope->state, (word >> 12) & 7);
    case PICK_COALITION_OF:
        thing = (Thing){KIND_ACTOR, (uint8_t)pick_own_kind(word)};
        break;
    }
    return pick_as_kind(scope, thing, (int32_t)pick_kind(word));
}

static uint64_t all_of(const ExprScope *scope, int32_t kind) {
    int32_t count =
            kind == KIND_COALITION ? COALITIONS_MAX : def_count(scope->def, (Kind)kind);
    return count >= 64 ? UINT64_MAX : (UINT64_C(1) << count) - 1;
}

static uint64_t bit_of(int32_t index) {
    return index < 0 || index >= 64 ? 0 : UINT64_C(1) << index;
}

static uint64_t members_with(const State *state, int32_t actor) {
    uint64_t mask = bit_of(actor);
    if (actor < 0) return 0;
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = state->coalition[slot].members;
        if ((members >> actor) & 1) mask |= members;
    }
    return mask;
}

static uint64_t tagged(const Def *def, uint32_t tag) {
    uint64_t mask = 0;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (tag < TAGS_MAX && (def->actors[i].tags >> tag) & 1) mask |= bit_of(i);
    }
    return mask;
}

// Whose coalitions and whose others a set means: the actor of a move, or the member of a rule.
static int32_t self(const ExprScope *scope) {
    if (scope->me != NONE) return scope->me;
    return scope->each.kind == KIND_ACTOR && scope->each.index != NONE ? scope->each.index
                                                                       : -1;
}

uint64_t pick_set(const ExprScope *scope, uint32_t word) {
    uint32_t index = word & 255;
    switch ((PickSet)(word >> 8)) {
    case PICK_SET_KIND: return all_of(scope, (int32_t)index);
    case PICK_SET_OTHERS: return all_of(scope, KIND_ACTOR) & ~bit_of(self(scope));
    case PICK_SET_MEMBERS: return members_with(scope->state, self(scope));
    case PICK_SET_TAG: return tagged(scope->def, index);
    }
    return 0;
}

// Arenas of a level: local, national, global.
static uint64_t arenas_of(const Def *def, int32_t reach) {
    uint64_t mask = 0;
    for (int32_t i = 0; i < def_count(def, KIND_ARENA); i++) {
        if (def->arenas[i].reach == reach) mask |= bit_of(i);
    }
    return mask;
}

static uint64_t select_set(const ExprScope *scope, uint8_t set, int32_t kind) {
    switch ((SelSet)set) {
    case SET_ALL: return all_of(scope, kind);
    case SET_OTHERS: return all_of(scope, KIND_ACTOR) & ~bit_of(self(scope));
    case SET_MEMBERS: return members_with(scope->state, self(scope));
    case SET_PRESENT: return scope->state->present;
    case SET_LOCAL:
    case SET_NATIONAL:
    case SET_GLOBAL: return arenas_of(scope->def, set - SET_LOCAL);
    }
    return 0;
}

static uint64_t select_things(const ExprScope *scope, Sel sel, int32_t kind) {
    switch ((SelHow)sel.how) {
    case SEL_NONE: return 0;
    case SEL_ONE:
        return kind == KIND_COALITION ? bit_of(slot_of_start(scope->state, sel.index))
                                      : bit_of(sel.index);
    case SEL_ME: return bit_of(pick_as_kind(scope, (Thing){KIND_ACTOR, scope->me}, kind));
    case SEL_TARGET: return bit_of(pick_as_kind(scope, scope->target, kind));
    case SEL_ASKED:
        return bit_of(
                pick_as_kind(scope, asked_thing(scope, sel.index, (uint32_t)kind), kind));
    case SEL_EACH: return bit_of(pick_as_kind(scope, scope->each, kind));
    case SEL_SET: return select_set(scope, sel.index, kind);
    case SEL_TAG: return tagged(scope->def, sel.index);
    case SEL_OWNER: return bit_of(pick_as_kind(scope, owner_of_target(scope), kind));
    case SEL_WITH:
        return bit_of(pick_as_kind(scope, (Thing){KIND_ACTOR, scope->with}, kind));
    case SEL_HERE: return bit_of(pick_as_kind(scope, here(scope->state), kind));
    case SEL_RICHEST: return bit_of(pick_as_kind(scope, richest(scope), kind));
    }
    return 0;
}

static uint64_t coalitions_of(const State *state, uint64_t actors) {
    uint64_t mask = 0;
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (state->coalition[slot].members & actors) mask |= bit_of(slot);
    }
    return mask;
}

uint64_t expr_select(const ExprScope *scope, Sel sel) {
    // What most costs name: the actor itself, and one thing.
    if (sel.how == SEL_ME && sel.spare == 0 && sel.kind == KIND_ACTOR)
        return bit_of(scope->me);
    if (sel.how == SEL_ONE && sel.spare == 0 && sel.kind != KIND_COALITION)
        return bit_of(sel.index);
    if (sel.spare == 0 || sel.spare == sel.kind) return select_things(scope, sel, sel.kind);
    uint64_t first = select_things(scope, sel, sel.spare), mask = 0;
    if (sel.kind == KIND_COALITION) return coalitions_of(scope->state, first);
    for (; first != 0; first &= first - 1) {
        Thing thing = {sel.spare, (uint8_t)__builtin_ctzll(first)};
        mask |= bit_of(pick_as_kind(scope, thing, sel.kind));
    }
    return mask;
}

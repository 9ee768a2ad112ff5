// expr/fact.c — what the words of words.def read: who sits where, what happened, counts, weights. Never: a stored number (those are cells).
#include "expr/code.h"

// Frame an arena speaks in most, at least 1 point, ties by declaration; NONE when none leads.
static uint8_t expr_leading_frame(const Def *def, const State *state, int32_t arena) {
    uint8_t best = NONE;
    int32_t most = 9; // a frame leads from 1 point on
    if (arena < 0 || arena >= def_count(def, KIND_ARENA)) return NONE;
    for (int32_t frame = 0; frame < def_count(def, KIND_FRAME); frame++) {
        int32_t adoption = state_at(def, state, TRACK_FRAME, arena, frame);
        if (adoption <= most) continue;
        most = adoption;
        best = (uint8_t)frame;
    }
    return best;
}

static int64_t together(const State *state, int32_t a, int32_t b) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = state->coalition[slot].members;
        if ((members >> a) & (members >> b) & 1) return 1;
    }
    return 0;
}

// Whether the actor's largest coalition works behind doors, or in the open.
static int64_t openness(const State *state, Fact fact, int32_t actor) {
    uint8_t slot = state_coalition_of(state, actor);
    if (slot == NONE) return 0;
    return (state->coalition[slot].flags & (fact == FACT_TRANSPARENT ? 1 : 2)) != 0;
}

static int64_t thing_or_none(uint8_t index) { return index == NONE ? -1 : index; }

static int64_t agenda(const State *state, int32_t actor) {
    uint8_t slot = state_coalition_of(state, actor);
    return slot == NONE ? -1 : thing_or_none(state->coalition[slot].frame);
}

// Mean over all audiences, rounded down once.
static int64_t mean_standing(const Def *def, const State *state, int32_t actor) {
    int32_t count = def_count(def, KIND_AUDIENCE), sum = 0;
    for (int32_t i = 0; i < count; i++)
        sum += state_at(def, state, TRACK_LEGITIMACY, actor, i);
    return count == 0 ? 0 : sum / (10 * count);
}

static int64_t place_value(const State *state, Fact fact, int32_t actor, int32_t arena) {
    Position position = state->position[actor][arena];
    if (fact == FACT_VOTES) return position.weight != 0;
    if (fact == FACT_CHAIRS) return (position.places & PLACE_CHAIR) != 0;
    if (fact == FACT_HOLDS_PEN) return (position.places & PLACE_PEN) != 0;
    return state_holds_place(state, actor, arena);
}

static bool deals_with(const Def *def, int32_t arena, int32_t issue) {
    uint8_t issues = def->arenas[arena].issues;
    return issues == 0 || ((issues >> issue) & 1);
}

// The first issue of the arena a decider belongs to.
static int64_t matter(const Def *def, int32_t decider) {
    uint8_t arena = def->deciders[decider].arena;
    for (int32_t issue = 0; arena != NONE && issue < def_count(def, KIND_ISSUE); issue++) {
        if (deals_with(def, arena, issue)) return issue;
    }
    return -1;
}

// Whether the actor owns a decider of an arena that deals with the clause.
static bool answers_for(const Def *def, int32_t actor, int32_t clause) {
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        const Decider *d = &def->deciders[i];
        bool here =
                d->arena != NONE && deals_with(def, d->arena, def->clauses[clause].issue);
        if (d->owner == actor && here) return true;
    }
    return false;
}

static int64_t decider_value(const Def *def, Fact fact, int32_t decider, int32_t frame) {
    const Decider *d = &def->deciders[decider];
    if (fact == FACT_OWNER) return thing_or_none(d->owner);
    if (fact == FACT_ARENA) return thing_or_none(d->arena);
    if (fact == FACT_WEIGHT) return d->weight;
    if (fact == FACT_THRESHOLD) return code_floor_tenths(d->threshold);
    if (fact == FACT_HEARS_PUBLIC) return d->hears_public;
    if (fact == FACT_HEARS_HEAT) return d->hears_heat;
    if (fact == FACT_RESONANCE) return d->resonance[frame];
    return d->hears_evidence;
}

// Who waits for an official line has it the round after a bulletin.
static int64_t line_is_out(const Def *def, const State *state, int32_t actor) {
    return def->actors[actor].line_delay && state->bulletin_round > 0
           && state->bulletin_round + 1 == state->round;
}

static int64_t loan_value(const State *state, Fact fact, int32_t slot) {
    const Loan *loan = &state->loan[slot];
    if (loan->state == LOAN_FREE) return -1;
    return fact == FACT_LENDER ? loan->giver : loan->receiver;
}

static int64_t move_value(const State *state, Fact fact, int32_t actor, int32_t move) {
    if (fact == FACT_DID) return state->did[actor][move];
    return fact == FACT_DONE ? state->done_moves[actor][move] : state->won[actor][move];
}

static int64_t wants_value(const Actor *actor, Fact fact, int32_t clause) {
    if (fact == FACT_CARES) return actor->cares[clause];
    return actor->wants_set[clause] ? actor->wants[clause] : 0;
}

static int64_t derived_value(const ExprScope *scope, Fact fact, int32_t a) {
    const ExprDerived *derived = scope->derived;
    if (derived == NULL) return 0;
    if (fact == FACT_MACRO)
        return derived->macro ? derived->macro(scope->def, scope->state, a) : 0;
    return derived->durability
                   ? derived->durability(scope->def, scope->state, a < 0 ? NONE : a)
                   : 0;
}

static int32_t most_of(const Def *def, int32_t slot) {
    if (slot == KIND_POSITION) return LOANS_MAX;
    if (slot < (int32_t)KIND_COUNT) return def->counts[slot];
    if (slot == SLOT_TAG) return TAGS_MAX;
    if (slot == SLOT_MOVE) return MOVES_MAX;
    if (slot == SLOT_HAPPENING) return HAPPENINGS_MAX;
    return slot == SLOT_WINDOW ? WINDOWS_MAX : TEXTS_MAX;
}

static const struct {
    uint8_t first, second;
} slots[FACT_COUNT] = {
#define WORD(id, word, first, second, gives, thing) {first, second},
#include "expr/words.def"
#undef WORD
};

static bool fits(const Def *def, Fact fact, int32_t a, int32_t b) {
    if (fact == FACT_DURABILITY) return true;
    if (a < 0 || a >= most_of(def, slots[fact].first)) return false;
    return slots[fact].second == SLOT_NONE
           || (b >= 0 && b < most_of(def, slots[fact].second));
}

int64_t fact_value(const ExprScope *scope, Fact fact, int32_t a, int32_t b) {
    const Def *def = scope->def;
    const State *state = scope->state;
    bool thing = fact == FACT_MATTER || fact == FACT_OWNER || fact == FACT_ARENA
                 || fact == FACT_ISSUE || fact == FACT_AGENDA || fact == FACT_LENDER
                 || fact == FACT_BORROWER;
    if (!fits(def, fact, a, b)) return thing ? -1 : 0;
    switch (fact) {
    case FACT_PASSED: return state->decision[a].passed != 0;
    case FACT_LEADS: return expr_leading_frame(def, state, a) == b;
    case FACT_TOGETHER: return together(state, a, b);
    case FACT_IS: return (def->actors[a].tags >> b) & 1;
    case FACT_SITS:
    case FACT_VOTES:
    case FACT_CHAIRS:
    case FACT_HOLDS_PEN: return place_value(state, fact, a, b);
    case FACT_CONFIDENTIAL:
    case FACT_TRANSPARENT: return openness(state, fact, a);
    case FACT_SILENT: return (state->silent_last >> a) & 1;
    case FACT_ATTENDS: return (state->present >> a) & 1;
    case FACT_LINE_IS_OUT: return line_is_out(def, state, a);
    case FACT_SAID: return state_bit(state->said, a);
    case FACT_HAPPENED: return state_bit(state->happened, a);
    case FACT_OPEN: return (state->windows_open >> a) & 1;
    case FACT_DID:
    case FACT_DONE:
    case FACT_WON: return move_value(state, fact, a, b);
    case FACT_ISSUE: return def->clauses[a].issue == NONE ? 0 : def->clauses[a].issue;
    case FACT_MATTER: return matter(def, a);
    case FACT_DEALS_WITH: return deals_with(def, a, def->clauses[b].issue);
    case FACT_ANSWERS_FOR: return answers_for(def, a, b);
    case FACT_AGENDA: return agenda(state, a);
    case FACT_MACRO:
    case FACT_DURABILITY: return derived_value(scope, fact, a);
    case FACT_ARENA_WEIGHT: return def->arenas[a].weight;
    case FACT_OWNER:
    case FACT_ARENA:
    case FACT_WEIGHT:
    case FACT_THRESHOLD:
    case FACT_HEARS_PUBLIC:
    case FACT_HEARS_HEAT:
    case FACT_HEARS_EVIDENCE:
    case FACT_RESONANCE: return decider_value(def, fact, a, b);
    case FACT_APPEAL: return def->frames[a].appeal;
    case FACT_LENDER:
    case FACT_BORROWER: return loan_value(state, fact, a);
    case FACT_CLAIMED: return def->arenas[a].space == SPACE_CLAIMED;
    case FACT_OUTSIDER: return def->frames[a].outsider != 0;
    case FACT_WANTS:
    case FACT_CARES: return wants_value(&def->actors[a], fact, b);
    case FACT_STANDING: return mean_standing(def, state, a);
    case FACT_COUNT: break;
    }
    return 0;
}

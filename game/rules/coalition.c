// rules/coalition.c — coalitions are proposed, agreed, held together and left. Never: judges (gate_coalition.c).
#include "rules/coalition.h"
#include "rules/decide.h"
#include "rules/stock.h"

enum { POOL_TURNS_MAX = 40 * ACTORS_MAX }; // a pool holds at most 40 points

static bool is_member(const State *state, int32_t slot, int32_t actor) {
    return (state->coalition[slot].members >> actor) & 1;
}

static uint16_t coalition_cell(const Def *def, int32_t slot) {
    return def_cell(def, TRACK_COHESION, slot, 0);
}

static Cause cause_coalition(EngineCause why, int32_t slot, uint8_t actor) {
    Cause cause = cause_of(CAUSE_ENGINE, (uint16_t)why, actor);
    cause.target = (Thing){KIND_COALITION, (uint8_t)slot};
    return cause;
}

uint8_t coalition_shared(const State *state, uint8_t one, uint8_t other) {
    for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (is_member(state, slot, one) && is_member(state, slot, other)) return slot;
    }
    return NONE;
}

int32_t coalition_average_trust(const Def *def, const State *state, uint16_t members) {
    int32_t sum = 0, pairs = 0;
    for (int32_t a = 0; a < def_count(def, KIND_ACTOR); a++) {
        for (int32_t b = 0; b < def_count(def, KIND_ACTOR); b++) {
            if (a == b || !((members >> a) & 1) || !((members >> b) & 1)) continue;
            sum += state_at(def, state, TRACK_TRUST, a, b);
            pairs++;
        }
    }
    return pairs ? sum / pairs : 0;
}

int32_t coalition_start_cohesion(const Def *def, const State *state, uint16_t members) {
    int32_t trust = coalition_average_trust(def, state, members);
    return 10 * def->coef[COEF_COHESION_START] + def->coef[COEF_COHESION_TRUST] * trust;
}

static void set_cohesion(Txn *txn, int32_t slot) {
    uint16_t cell = coalition_cell(txn->def, slot);
    int32_t start = coalition_start_cohesion(
            txn->def, txn->state, txn->state->coalition[slot].members);
    txn_delta(txn, cell, start - txn->state->cell[cell],
            cause_coalition(ENGINE_COHESION, slot, NONE));
    uint16_t inertia = def_cell(txn->def, TRACK_INERTIA, slot, 0);
    txn_delta(txn, inertia, -txn->state->cell[inertia],
            cause_coalition(ENGINE_COHESION, slot, NONE));
}

void coalition_begin(Txn *txn) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (txn->state->coalition[slot].members) set_cohesion(txn, slot);
    }
}

int32_t coalition_standing(
        const Def *def, const State *state, int32_t slot, uint8_t audience) {
    int32_t sum = 0, lowest = INT32_MAX, count = 0;
    const Coalition *coalition = &state->coalition[slot];
    bool affected_leads = false;
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (!((coalition->members >> actor) & 1)) continue;
        int32_t value = state_at(def, state, TRACK_LEGITIMACY, actor, audience);
        sum += value;
        lowest = core_min(lowest, value);
        count++;
        bool affected = (def->actors[actor].tags >> TAG_AFFECTED) & 1,
             in_front = coalition->lead == actor;
        for (int32_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
            in_front |=
                    (state->position[actor][arena].places & (PLACE_CHAIR | PLACE_PEN)) != 0;
        }
        affected_leads |= affected && in_front;
    }
    if (count == 0) return 0;
    bool at_home = audience == stock_audience(def, COEF_AUDIENCE_HOME)
                   || audience == stock_audience(def, COEF_AUDIENCE_PLACE);
    int32_t mean = (2 * (sum / count) + lowest) / 3;
    if (!at_home) return mean;
    return core_clamp(mean + (affected_leads ? 80 : -80), 0, 1000);
}

// --- founding, joining, leaving ---

static int32_t free_coalition(const State *state) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (state->coalition[slot].members == 0) return slot;
    }
    return -1;
}

// Who proposed leads, unless it thought better of it.
static uint8_t first_lead(const Proposal *proposal, uint16_t members) {
    return (members >> proposal->by) & 1 ? proposal->by : (uint8_t)__builtin_ctz(members);
}

static void found(Txn *txn, const Proposal *proposal) {
    uint16_t members = proposal->yes & proposal->members;
    int32_t slot = free_coalition(txn->state);
    if (slot < 0 || state_members_count(members) < 2) return;
    Event event = txn_event(txn, EVENT_COALITION, proposal->by);
    event.a = (int16_t)slot;
    event.b = (int16_t)members;
    event.c = proposal->rule;
    event.d = first_lead(proposal, members);
    event.raw = (int16_t)proposal->words;
    txn_emit(txn, &event);
    set_cohesion(txn, slot);
}

// The lead stays where it is, or goes to the first member that is left.
static uint8_t lead_after(const Coalition *coalition, uint16_t members) {
    bool stays = coalition->lead < ACTORS_MAX && ((members >> coalition->lead) & 1);
    return stays ? coalition->lead : (uint8_t)__builtin_ctz(members);
}

// What a coalition held together goes back to its last members in turns, in the order of the pack.
static void share_pool(Txn *txn, int32_t slot) {
    const Def *def = txn->def;
    uint16_t members = txn->state->coalition[slot].members;
    for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
        uint16_t pool = def_cell(def, TRACK_POOL, slot, r);
        for (int32_t i = 0; txn->state->cell[pool] > 0 && i < POOL_TURNS_MAX; i++) {
            uint8_t actor = (uint8_t)(i % ACTORS_MAX);
            if (!((members >> actor) & 1)) continue;
            Cause cause = cause_of(CAUSE_COALITION, (uint16_t)slot, actor);
            txn_delta(txn, pool, -10, cause);
            txn_delta(txn, def_cell(def, TRACK_RESOURCE, actor, r), 10, cause);
        }
    }
}

// A backbone that went with them is no longer one.
static void drop_backbone(Txn *txn, int32_t slot, uint16_t gone) {
    const Coalition *coalition = &txn->state->coalition[slot];
    bool went = coalition->backbone < ACTORS_MAX && ((gone >> coalition->backbone) & 1);
    if (went) txn_say(txn, EVENT_COALITION_FLAGS, NONE, slot, coalition->flags, NONE, 0);
}

void coalition_shrink(Txn *txn, int32_t slot, uint16_t gone, uint8_t by) {
    const Coalition *coalition = &txn->state->coalition[slot];
    uint16_t members = (uint16_t)(coalition->members & ~gone);
    if (state_members_count(members) < 2) {
        share_pool(txn, slot);
        txn_say(txn, EVENT_COALITION_END, by, slot, 0, 0, 0);
        return;
    }
    drop_backbone(txn, slot, gone);
    txn_say(txn, EVENT_MEMBERS, by, slot, (int16_t)members, lead_after(coalition, members),
            0);
}

static bool joins(const Coalition *coalition, const Proposal *proposal) {
    uint16_t yes = proposal->yes & coalition->members,
             no = proposal->no & coalition->members;
    switch ((CoalitionRule)coalition->rule) {
    case COALITION_LEAD:
        return coalition->lead < ACTORS_MAX && ((yes >> coalition->lead) & 1);
    case COALITION_MAJORITY:
        return 2 * state_members_count(yes) > state_members_count(coalition->members);
    case COALITION_CONSENT: return no == 0;
    case COALITION_CONSENSUS: return yes == coalition->members;
    }
    return false;
}

static void join(Txn *txn, const Proposal *proposal) {
    const Coalition *coalition = &txn->state->coalition[proposal->coalition];
    if (coalition->members == 0 || !joins(coalition, proposal)) return;
    uint16_t members = (uint16_t)(coalition->members | 1u << proposal->by);
    txn_say(txn, EVENT_MEMBERS, proposal->by, proposal->coalition, (int16_t)members,
            coalition->lead, 0);
}

void coalition_close(Txn *txn, Book *book) {
    for (int32_t i = 0; i < PROPOSALS_MAX; i++) {
        const Proposal proposal = txn->state->proposal[i];
        if (!proposal.open) continue;
        if (proposal.coalition == NONE)
            found(txn, &proposal);
        else
            join(txn, &proposal);
        txn_say(txn, EVENT_PROPOSAL_END, NONE, i, 0, 0, 0);
    }
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (txn->state->coalition[slot].members) coalition_agenda_close(txn, slot);
    }
    book_settle(txn, book);
}

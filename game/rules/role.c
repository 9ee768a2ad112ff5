// rules/role.c — fixed, rotating, elected and drawn chairs, and who holds the other roles. Never: pays or judges a bid (meeting.c).
#include "rules/role.h"
#include "rules/building.h"
#include "rules/ties.h"

RoleKind role_of(const Move *move) {
    if (move->mechanism == POINT_CHAIR) return ROLE_CHAIR;
    if (move->mechanism != POINT_ROLE) return ROLE_NONE;
    if (move->records) return ROLE_MINUTES;
    if (move->may & MAY_SUM_UP) return ROLE_SUMMARY;
    return move->may & MAY_SHARPEN ? ROLE_PEN : ROLE_NONE;
}

int32_t role_move(const Def *def, RoleKind role) {
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (def->moves[i].kind == MOVE_POINT && role_of(&def->moves[i]) == role) return i;
    }
    return -1;
}

uint8_t role_holder(const State *state, RoleKind role) {
    switch (role) {
    case ROLE_CHAIR: return state->chair_now;
    case ROLE_MINUTES: return state->taker;
    case ROLE_PEN: return state->pen_now;
    case ROLE_SUMMARY: return state->summary_now;
    case ROLE_NONE: break;
    }
    return NONE;
}

uint8_t role_with_right(const Def *def, const State *state, uint8_t right) {
    int32_t move = role_move(def, ROLE_CHAIR);
    return move >= 0 && (def->moves[move].may & right) ? state->chair_now : (uint8_t)NONE;
}

uint16_t role_members(const Def *def, const State *state, uint8_t arena) {
    uint16_t members = 0;
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (state_holds_place(state, actor, arena)) members |= (uint16_t)(1u << actor);
    }
    return members;
}

bool role_reads_minutes(const Def *def, const State *state, uint8_t actor, uint8_t arena) {
    const Arena *a = &def->arenas[arena];
    if (state->rules_of[arena].open) return true;
    for (int32_t i = 0; i < def_count(def, KIND_ARENA); i++) {
        bool reached = i == arena || ((a->feeds >> i) & 1);
        if (reached && state_holds_place(state, actor, i)) return true;
    }
    return false;
}

uint8_t role_in_turn(uint16_t actors, int32_t round) {
    int32_t count = state_members_count(actors);
    if (count == 0) return NONE;
    int32_t place = core_max(0, round - 1) % count;
    for (uint8_t actor = 0; actor < ACTORS_MAX; actor++) {
        if (((actors >> actor) & 1) && place-- == 0) return actor;
    }
    return NONE;
}

static uint8_t with_place(
        const Def *def, const State *state, uint8_t arena, uint8_t place) {
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (state->position[actor][arena].places & place) return actor;
    }
    return NONE;
}

// Whom a member elects: its own choice while that is a member, else the member it trusts most.
static uint8_t elects(const Def *def, const State *state, const Ties *ties, uint8_t actor,
        uint8_t arena, uint16_t members) {
    uint8_t said = state->chair_vote[arena][actor], best = NONE;
    if (said && ((members >> (said - 1)) & 1)) return (uint8_t)(said - 1);
    int32_t most = 0;
    for (uint8_t other = 0; other < def_count(def, KIND_ACTOR); other++) {
        if (other == actor || !((members >> other) & 1)) continue;
        int32_t trust = state_at(def, state, TRACK_TRUST, actor, other);
        bool better = best == NONE || trust > most
                      || (trust == most && ties_before(ties, other, best));
        if (!better) continue;
        best = other;
        most = trust;
    }
    return best;
}

static uint8_t elected(const Def *def, const State *state, uint8_t arena) {
    uint16_t members = role_members(def, state, arena);
    Ties ties = ties_now(def, state);
    int32_t votes[ACTORS_MAX] = {0};
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (!((members >> actor) & 1)) continue;
        uint8_t whom = elects(def, state, &ties, actor, arena, members);
        if (whom != NONE) votes[whom]++;
    }
    uint8_t best = NONE;
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (votes[actor] == 0) continue;
        bool more = best == NONE || votes[actor] > votes[best];
        bool even = best != NONE && votes[actor] == votes[best];
        if (more || (even && ties_before(&ties, actor, best))) best = actor;
    }
    return best;
}

uint8_t role_chair_of(const Def *def, const State *state, uint8_t arena) {
    const Convened *called = convene_of(state, arena);
    if (called && called->chair != NONE) return called->chair;
    switch ((ChairRule)state->rules_of[arena].chair) {
    case CHAIR_ROTATING: return role_in_turn(role_members(def, state, arena), state->round);
    case CHAIR_ELECTED: return elected(def, state, arena);
    case CHAIR_LOT: return NONE;
    case CHAIR_FIXED: break;
    }
    return with_place(def, state, arena, PLACE_CHAIR);
}

static uint8_t drawn(Txn *txn, uint8_t arena) {
    uint16_t members = role_members(txn->def, txn->state, arena);
    int32_t count = state_members_count(members);
    if (count == 0) return NONE;
    Rng rng = txn->state->rng;
    uint32_t place = rng_draw(&rng, (uint32_t)count);
    txn_rng(txn, &rng);
    return role_in_turn(members, (int32_t)place + 1);
}

uint8_t role_take_chair(Txn *txn, uint8_t arena) {
    bool called = convene_of(txn->state, arena) != NULL;
    if (!called && txn->state->rules_of[arena].chair == CHAIR_LOT) return drawn(txn, arena);
    return role_chair_of(txn->def, txn->state, arena);
}

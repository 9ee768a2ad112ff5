// host/casting.c — whom the next person should play, proposed from the pack's marks. Never: decides; the facilitator may seat anybody anywhere.
#include "host/party.h"

// How many people play an actor.
static int32_t people_of(const State *state, uint8_t actor) {
    int32_t count = 0;
    for (int32_t i = 0; i < SEATS_MAX; i++)
        count += state->place_role[i] == ROLE_PLAYS && state->place_actor[i] == actor;
    return count;
}

static bool for_people(const Def *def, uint8_t actor) {
    return def->actors[actor].seat != SEAT_COMPUTER;
}

// Before the start the computer has only what was kept for it; people are offered the others first.
static bool is_kept(const State *state, uint8_t actor) {
    return state->status == STATUS_LOBBY && state->seat_by[actor] == BY_COMPUTER;
}

static uint8_t first_alone(const Def *def, const State *state, uint8_t cast, bool kept) {
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (def->actors[i].cast == cast && for_people(def, i) && people_of(state, i) == 0
                && is_kept(state, i) == kept)
            return i;
    }
    return NONE;
}

static uint8_t any_alone(const Def *def, const State *state, bool kept) {
    static const uint8_t order[] = {CAST_CORE, CAST_NORMAL, CAST_OPTIONAL};
    for (size_t i = 0; i < ARRAY_COUNT(order); i++) {
        uint8_t actor = first_alone(def, state, order[i], kept);
        if (actor != NONE) return actor;
    }
    return NONE;
}

// Where most can be done there is most to talk about.
static int32_t moves_of(const Def *def, uint8_t actor) {
    int32_t count = 0;
    for (int32_t i = 0; i < def->moves_count; i++)
        count += def_has_move(def->actors[actor].deck, i);
    return count;
}

uint8_t casting_pair(const Def *def, const State *state) {
    uint8_t best = NONE;
    int32_t best_people = INT32_MAX, best_moves = 0;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        int32_t people = people_of(state, i), moves = moves_of(def, i);
        if (!for_people(def, i) || is_kept(state, i)
                || people >= core_max(1, def->actors[i].people_max))
            continue;
        bool better = people < best_people || (people == best_people && moves > best_moves);
        if (!better) continue;
        best = i;
        best_people = people;
        best_moves = moves;
    }
    return best;
}

uint8_t casting_next(const Def *def, const State *state) {
    uint8_t alone = any_alone(def, state, false);
    if (alone != NONE) return alone;
    uint8_t pair = casting_pair(def, state);
    return pair != NONE ? pair : any_alone(def, state, true);
}

// The other end of the order: optional actors first, core ones last.
uint8_t casting_last(const Def *def, const State *state) {
    static const uint8_t order[] = {CAST_OPTIONAL, CAST_NORMAL, CAST_CORE};
    for (size_t i = 0; i < ARRAY_COUNT(order); i++) {
        for (uint8_t actor = (uint8_t)def_count(def, KIND_ACTOR); actor-- > 0;) {
            if (def->actors[actor].cast == order[i] && state->seat_by[actor] == BY_NOBODY)
                return actor;
        }
    }
    return NONE;
}

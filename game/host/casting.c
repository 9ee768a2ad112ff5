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

static uint8_t first_alone(const Def *def, const State *state, uint8_t cast) {
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (def->actors[i].cast == cast && for_people(def, i) && people_of(state, i) == 0)
            return i;
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

static uint8_t best_pair(const Def *def, const State *state) {
    uint8_t best = NONE;
    int32_t best_people = INT32_MAX, best_moves = 0;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        int32_t people = people_of(state, i), moves = moves_of(def, i);
        if (!for_people(def, i) || people >= core_max(1, def->actors[i].people_max))
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
    static const uint8_t order[] = {CAST_CORE, CAST_NORMAL, CAST_OPTIONAL};
    for (size_t i = 0; i < ARRAY_COUNT(order); i++) {
        uint8_t actor = first_alone(def, state, order[i]);
        if (actor != NONE) return actor;
    }
    return best_pair(def, state);
}

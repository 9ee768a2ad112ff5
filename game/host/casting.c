// host/casting.c — whom the next person should play, proposed from the pack's marks. Never: decides; the facilitator may seat anybody anywhere.
#include "host/party.h"

// How many people play each actor.
typedef struct Teams {
    int32_t people[ACTORS_MAX];
} Teams;

static Teams teams_of(const State *state) {
    Teams teams = {{0}};
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        uint8_t actor = state->place_role[i] == ROLE_PLAYS ? state->place_actor[i] : NONE;
        if (actor < ACTORS_MAX) teams.people[actor]++;
    }
    return teams;
}

static bool for_people(const Def *def, uint8_t actor) {
    return def->actors[actor].seat != SEAT_COMPUTER;
}

// Before the start the computer has only what was kept for it; people are offered the others first.
static bool is_kept(const State *state, uint8_t actor) {
    return state->status == STATUS_LOBBY && state->seat_by[actor] == BY_COMPUTER;
}

static uint8_t first_alone(
        const Def *def, const State *state, const Teams *teams, uint8_t cast, bool kept) {
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (def->actors[i].cast == cast && for_people(def, i) && teams->people[i] == 0
                && is_kept(state, i) == kept)
            return i;
    }
    return NONE;
}

static uint8_t any_alone(
        const Def *def, const State *state, const Teams *teams, bool kept) {
    static const uint8_t order[] = {CAST_CORE, CAST_NORMAL, CAST_OPTIONAL};
    for (size_t i = 0; i < ARRAY_COUNT(order); i++) {
        uint8_t actor = first_alone(def, state, teams, order[i], kept);
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

static uint8_t smallest_team(const Def *def, const State *state, const Teams *teams) {
    uint8_t best = NONE;
    int32_t best_people = INT32_MAX, best_moves = 0;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        int32_t people = teams->people[i], moves = moves_of(def, i);
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

uint8_t casting_pair(const Def *def, const State *state) {
    Teams teams = teams_of(state);
    return smallest_team(def, state, &teams);
}

static uint8_t next_of(const Def *def, const State *state, const Teams *teams) {
    uint8_t alone = any_alone(def, state, teams, false);
    if (alone != NONE) return alone;
    uint8_t pair = smallest_team(def, state, teams);
    return pair != NONE ? pair : any_alone(def, state, teams, true);
}

uint8_t casting_next(const Def *def, const State *state) {
    Teams teams = teams_of(state);
    return next_of(def, state, &teams);
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

// The actors that so many people would play if they came one after another, in that order. Returns how many.
static int32_t cast_order(
        const Def *def, const State *state, int32_t people, uint8_t order[SEATS_MAX]) {
    Teams teams = {{0}};
    int32_t count = 0;
    while (count < people) {
        uint8_t actor = next_of(def, state, &teams);
        if (actor == NONE) break;
        teams.people[actor]++;
        order[count++] = actor;
    }
    return count;
}

void casting_anew(
        const Def *def, const State *state, uint64_t people, uint8_t parts[SEATS_MAX]) {
    uint8_t order[SEATS_MAX];
    int32_t open[ACTORS_MAX] = {0};
    int32_t count = cast_order(def, state, __builtin_popcountll(people), order);
    for (int32_t i = 0; i < count; i++)
        open[order[i]]++;
    for (int32_t i = 0; i < SEATS_MAX; i++) { // who came first keeps a part first
        uint8_t actor = state->place_role[i] == ROLE_PLAYS ? state->place_actor[i] : NONE;
        bool keeps = (people >> i & 1) && actor != NONE && open[actor] > 0;
        parts[i] = keeps ? actor : NONE;
        if (keeps) open[actor]--;
    }
    int32_t seat = 0;
    for (int32_t i = 0; i < count; i++) {
        if (open[order[i]] == 0) continue;
        while (seat < SEATS_MAX && !((people >> seat & 1) && parts[seat] == NONE))
            seat++;
        if (seat == SEATS_MAX) return;
        open[order[i]]--;
        parts[seat] = order[i];
    }
}

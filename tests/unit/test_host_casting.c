// tests/unit/test_host_casting.c — whom 1 to 40 people play in every case we ship, one after another. Never: a facilitator's wish.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "host/team.h"

enum { PEOPLE = 40 };

typedef struct Count {
    int32_t people[ACTORS_MAX], most[ACTORS_MAX];
    int32_t actors, playing, waiting, capacity, cores, cores_taken;
} Count;

static Count cast_of(const HallWorld *world) {
    const Def *def = world->world->scenario.def;
    const State *state = &console_session(world)->state;
    Count cast = {.actors = def_count(def, KIND_ACTOR)};
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        cast.waiting += state->place_role[i] == ROLE_OBSERVES; // for the next round
        if (state->place_role[i] != ROLE_PLAYS) continue;
        cast.people[state->place_actor[i]]++;
        cast.playing++;
    }
    for (int32_t i = 0; i < cast.actors; i++) {
        bool open = def->actors[i].seat != SEAT_COMPUTER;
        cast.most[i] = open ? core_max(1, def->actors[i].people_max) : 0;
        cast.capacity += cast.most[i];
        cast.cores += open && def->actors[i].cast == CAST_CORE;
        cast.cores_taken += def->actors[i].cast == CAST_CORE && cast.people[i] > 0;
    }
    return cast;
}

// Nobody is left standing while a part is free; core parts first; alone before pairs; teams alike in size.
static void looks_right(const HallWorld *world, int32_t n) {
    Count cast = cast_of(world);
    int32_t alone = 0, open = 0, smallest = INT32_MAX, largest = 0;
    assert_int_equal(cast.playing, core_min(n, cast.capacity));
    assert_int_equal(cast.waiting, n - cast.playing);
    assert_int_equal(cast.cores_taken, core_min(n, cast.cores));
    for (int32_t i = 0; i < cast.actors; i++) {
        assert_true(cast.people[i] <= cast.most[i]);
        open += cast.most[i] > 0;
        alone += cast.people[i] > 0;
        if (cast.people[i] < cast.most[i]) smallest = core_min(smallest, cast.people[i]);
        largest = core_max(largest, cast.people[i]);
    }
    assert_int_equal(alone, core_min(n, open));
    assert_true(smallest == INT32_MAX || largest - smallest <= 1);
}

static void a_case(const char *folder) {
    HallWorld *world = hall_world_make(folder, 3);
    for (int32_t n = 1; n <= PEOPLE; n++) {
        (void)person_join(world, n, "play");
        hall_world_turn(world);
        looks_right(world, n);
    }
    Person *watcher = person_join(world, PEOPLE + 1, "observe");
    hall_world_turn(world);
    assert_int_equal(party_actor(world->party, watcher->seat), NONE);
    hall_world_console(world, COMMAND_START);
    assert_int_not_equal(console_session(world)->state.status, STATUS_LOBBY);
    hall_world_free(world);
}

static void riverside_link(void **state) {
    (void)state;
    a_case("scenarios/riverside-link");
}

static void safe_homes_bill(void **state) {
    (void)state;
    a_case("scenarios/safe-homes-bill");
}

static void a_wage_to_live_on(void **state) {
    (void)state;
    a_case("scenarios/a-wage-to-live-on");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(riverside_link),
            cmocka_unit_test(safe_homes_bill), cmocka_unit_test(a_wage_to_live_on)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

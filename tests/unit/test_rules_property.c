// tests/unit/test_rules_property.c — sealed order does not matter, ledger lines add up, folding back is a snapshot. Never: amounts of single acts.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/fold.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

enum { TEAMS = 4 };

static const uint8_t teams[TEAMS] = {SURVIVORS, LAWYERS, CAUCUS, FAITH};

static void submit(World *world, uint8_t actor) {
    uint8_t move = actor == CAUCUS || actor == FAITH ? ENGAGE : LOBBY;
    uint8_t target = actor == FAITH ? WHIP : SPEAKER;
    OPEN(world_act(world, actor, move, KIND_DECIDER, target, 1, 0));
    OPEN(world_act(world, actor, LISTEN, KIND_NONE, NONE, 0, 0));
}

// Every team hands in the same list, in the order of a permutation; the round is played to its end.
static uint64_t played(const uint8_t order[TEAMS]) {
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, ACTION, MEET_NONE);
    for (int32_t i = 0; i < TEAMS; i++)
        submit(world, teams[order[i]]);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    uint64_t digest = state_digest(world->def, &world->state);
    world_free(world);
    return digest;
}

static void test_the_order_of_sealed_lists_does_not_matter(void **unused) {
    (void)unused;
    static const uint8_t first[TEAMS] = {0, 1, 2, 3};
    uint64_t wanted = played(first);
    for (uint8_t code = 0; code < 255; code++) {
        uint8_t order[TEAMS] = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3};
        uint32_t seen = 0;
        for (int32_t i = 0; i < TEAMS; i++)
            seen |= 1u << order[i];
        if (seen == 15) assert_true(played(order) == wanted);
    }
}

static World *two_rounds(void) {
    World *world = world_safe_homes();
    world_seat_all(world);
    for (int32_t round = 1; round <= 2; round++) {
        world_reach(world, round, ACTION, MEET_NONE);
        for (int32_t i = 0; i < TEAMS; i++)
            submit(world, teams[i]);
    }
    world_reach(world, 3, BACKSTAGE, MEET_NONE);
    return world;
}

static void test_ledger_lines_of_a_cell_sum_to_its_change(void **unused) {
    (void)unused;
    World *world = two_rounds();
    int32_t sum[CELLS_MAX] = {0}, lines = 0;
    for (int32_t i = 0; i < world->events.count; i++) {
        const Event *event = &world->events.items[i];
        if (event->kind != EVENT_DELTA) continue;
        sum[event->cell] += event->applied;
        lines++;
    }
    assert_true(lines > 20);
    for (int32_t cell = 0; cell < world->def->cells_count; cell++)
        assert_int_equal(world->def->start[cell] + sum[cell], world->state.cell[cell]);
    world_free(world);
}

static void test_folding_back_gives_the_snapshot(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    uint64_t digests[3];
    int32_t counts[3];
    world_seat_all(world);
    for (int32_t round = 1; round <= 3; round++) {
        world_reach(world, round, ACTION, MEET_NONE);
        for (int32_t i = 0; i < TEAMS; i++)
            submit(world, teams[i]);
        digests[round - 1] = state_digest(world->def, &world->state);
        counts[round - 1] = world->events.count;
    }
    for (int32_t i = 0; i < 3; i++) {
        State *back = calloc(1, sizeof *back);
        fold_begin(world->def, back, 42);
        fold_events(world->def, back, world->events.items, counts[i]);
        assert_true(state_digest(world->def, back) == digests[i]);
        free(back);
    }
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_the_order_of_sealed_lists_does_not_matter),
            cmocka_unit_test(test_ledger_lines_of_a_cell_sum_to_its_change),
            cmocka_unit_test(test_folding_back_gives_the_snapshot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

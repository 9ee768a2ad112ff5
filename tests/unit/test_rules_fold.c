// tests/unit/test_rules_fold.c — folding is total: events of any shape leave a State inside its walls. Never: events of a real game (test_rules_random.c).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "rules_world.h"
#include <stdio.h>
#include <string.h>

enum { EVENTS = 60000 };

static int16_t some(Rng *rng) {
    static const int16_t edges[] = {-1, 0, 1, 2, 7, 15, 16, 23, 31, 95, 96, 127, 255, 256,
            4095, INT16_MAX, INT16_MIN};
    if (rng_draw(rng, 2)) return edges[rng_draw(rng, ARRAY_COUNT(edges))];
    return (int16_t)rng_draw(rng, 8);
}

static Event any_event(Rng *rng) {
    Event event = {.kind = (uint8_t)(1 + rng_draw(rng, EVENT_COUNT - 1)),
            .actor = (uint8_t)some(rng),
            .flags = (uint8_t)some(rng),
            .round = (uint8_t)rng_draw(rng, 5),
            .cell = (uint16_t)rng_next(rng),
            .a = some(rng),
            .b = some(rng),
            .c = some(rng),
            .d = some(rng)};
    event.applied = some(rng);
    event.cause.target.index = (uint8_t)some(rng);
    if (event.kind == EVENT_DEAL) {
        uint8_t *bytes = (uint8_t *)&event.deal;
        for (size_t i = 0; i < sizeof event.deal; i++)
            bytes[i] = (uint8_t)rng_draw(rng, 9);
        return event;
    }
    event.act = (Act){
            .move = (uint8_t)some(rng),
            .actor = (uint8_t)some(rng),
            .target = {(uint8_t)rng_draw(rng, 20), (uint8_t)some(rng)},
            .arena = (uint8_t)some(rng),
            .bid = (uint8_t)rng_draw(rng, 4),
            .side = 1
    };
    return event;
}

// The sanitizers of the dev build watch the walls; the cells are looked at here.
static void test_any_event_leaves_the_state_inside_its_walls(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    Rng rng = rng_seed(11, 3);
    for (int32_t i = 0; i < EVENTS; i++) {
        Event event = any_event(&rng);
        fold_event(world->def, &world->state, &event);
    }
    for (int32_t cell = 0; cell < world->def->cells_count; cell++) {
        assert_in_range(world->state.cell[cell] + 2000, world->def->cell_min[cell] + 2000,
                world->def->cell_max[cell] + 2000);
    }
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &world->state.utterance[i];
        if (u->state == UTTERANCE_FREE) continue;
        assert_true(u->author < 7 && u->arena < 2);
        if (u->kind == UTTER_FRAME) assert_true(u->target < 5);
        if (u->kind == UTTER_WORD) assert_true(u->target < 3);
    }
    world_free(world);
}

static void test_an_event_that_means_nothing_changes_nothing(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    uint64_t before = state_digest(world->def, &world->state);
    Event event = {.kind = EVENT_STRENGTH, .actor = NONE, .a = UTTERANCES_MAX};
    fold_event(world->def, &world->state, &event);
    event = (Event){
            .kind = EVENT_UTTERANCE,
            .actor = FAITH,
            .a = 3,
            .c = UTTER_FRAME,
            .act = {.move = NAME, .target = {KIND_FRAME, 5}}
    };
    fold_event(world->def, &world->state, &event);
    event = (Event){
            .kind = EVENT_DEAL,
            .actor = FAITH,
            .deal = {.parties = 2, .party = {FAITH, DONOR}, .promises_count = 9}
    };
    fold_event(world->def, &world->state, &event);
    event.deal = (Deal){
            .parties = PARTIES_MAX + 1, .party = {FAITH, DONOR}
    };
    fold_event(world->def, &world->state, &event);
    event.deal = (Deal){
            .parties = 3, .party = {FAITH, DONOR, FAITH}
    };
    fold_event(world->def, &world->state, &event);
    event.deal = (Deal){
            .parties = 2, .party = {FAITH, DONOR},
                 .gifts_count = GIFTS_MAX + 1
    };
    fold_event(world->def, &world->state, &event);
    event.deal = deal_between(FAITH, DONOR);
    deal_give(&event.deal, FAITH, LAWYERS, MONEY, 1);
    fold_event(world->def, &world->state, &event);
    event.deal = (Deal){
            .parties = 2, .party = {FAITH, DONOR},
                 .accepted = 4
    };
    fold_event(world->def, &world->state, &event);
    event = (Event){.kind = EVENT_DELTA, .actor = NONE, .cell = UINT16_MAX, .applied = 50};
    fold_event(world->def, &world->state, &event);
    assert_true(state_digest(world->def, &world->state) == before);
    event.cell = def_cell(world->def, TRACK_CIVIC, 0, 0);
    fold_event(world->def, &world->state, &event);
    assert_int_equal(world_at(world, TRACK_CIVIC, 0, 0), 100); // clamped to its range
    world_free(world);
}

// A row of events.def without its place in fold.c would be journalled and never happen.
static void test_every_event_has_its_part_of_the_fold(void **unused) {
    (void)unused;
    static const char *const names[] = {
#define EVENT(id, name, holds) #id,
#include "model/events.def"
#undef EVENT
    };
    Region region = {0};
    Bytes text;
    Err err = {0};
    char wanted[64];
    assert_true(file_read(&region, "game/rules/fold.c", 1 << 20, &text, &err));
    for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
        snprintf(wanted, sizeof wanted, ", %s)", names[i]);
        if (!strstr((const char *)text.data, wanted))
            fail_msg("%s has no IN(…, %s) in game/rules/fold.c", names[i], names[i]);
    }
    region_clear(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_any_event_leaves_the_state_inside_its_walls),
            cmocka_unit_test(test_an_event_that_means_nothing_changes_nothing),
            cmocka_unit_test(test_every_event_has_its_part_of_the_fold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

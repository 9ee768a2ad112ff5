// tests/unit/test_rules_split.c — a coalition below 15 asks who stays; cards of the engine as ordinary choices. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/card.h"
#include "rules/coalition.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

enum {
    BIT_SURVIVORS = 1 << SURVIVORS,
    BIT_LAWYERS = 1 << LAWYERS,
    BIT_CAUCUS = 1 << CAUCUS,
    STAY = 0,
    GO = 1
};

// Three in one coalition before the second round, at a cohesion; BACKSTAGE is open.
static World *asked(int32_t cohesion) {
    World *world = world_safe_homes();
    world->def->coef[COEF_COHESION_SPLIT] = 15;
    world_seat_all(world);
    world_reach(world, 2, NEWS, MEET_NONE);
    txn_say(&world->txn, EVENT_COALITION, SURVIVORS, 0,
            BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS, COALITION_CONSENT, SURVIVORS);
    world_set(world, TRACK_COHESION, 0, 0, cohesion);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    return world;
}

static Verdict answer(World *world, uint8_t actor, int32_t says) {
    return world_tell(world, COMMAND_CHOOSE, actor, CHOICE_KEY, says, 0, 0);
}

static void test_below_fifteen_members_are_asked(void **unused) {
    (void)unused;
    World *world = asked(149);
    const OpenChoice *card = &world->state.choice[0];
    assert_int_equal(card->open, 1);
    assert_int_equal(card->kind, CHOICE_SPLIT);
    assert_int_equal(card->about, 0);
    assert_int_equal(card->asked, BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS);
    world_free(world);
    world = asked(150);
    assert_int_equal(world->state.choice[0].open, 0);
    world_free(world);
}

static void test_answers_of_a_card_are_judged(void **unused) {
    (void)unused;
    World *world = asked(100);
    assert_int_equal(answer(world, FAITH, STAY).code, VERDICT_NO_CHOICE);
    assert_int_equal(answer(world, LAWYERS, 2).code, VERDICT_BAD_ANSWER);
    assert_int_equal(answer(world, LAWYERS, -1).code, VERDICT_BAD_ANSWER);
    OPEN(answer(world, LAWYERS, GO));
    assert_int_equal(answer(world, LAWYERS, STAY).code, VERDICT_NO_CHOICE); // once
    assert_int_equal(
            world_tell(world, COMMAND_CHOOSE, LAWYERS, CHOICE_KEY + 1, GO, 0, 0).code,
            VERDICT_NO_CHOICE);
    world_free(world);
}

static void test_silence_stays_and_going_is_free(void **unused) {
    (void)unused;
    World *world = asked(100);
    txn_say(&world->txn, EVENT_COALITION_FLAGS, LAWYERS, 0, 0, LAWYERS, 1);
    OPEN(answer(world, LAWYERS, GO));
    assert_int_equal(world->state.coalition[0].members,
            BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS); // sealed until all are in
    world_reach(world, 2, MEETING, MEET_ROLES);
    const Coalition *coalition = &world->state.coalition[0];
    assert_int_equal(coalition->members, BIT_SURVIVORS | BIT_CAUCUS);
    assert_int_equal(coalition->backbone, NONE); // it went
    assert_int_equal(world_at(world, TRACK_TRUST, SURVIVORS, LAWYERS), 0);
    assert_int_equal(world->state.choice[0].open, 0);
    world_free(world);
}

static void test_the_lead_goes_and_what_is_left_ends(void **unused) {
    (void)unused;
    World *world = asked(100);
    OPEN(answer(world, SURVIVORS, GO));
    OPEN(answer(world, LAWYERS, STAY));
    OPEN(answer(world, CAUCUS, STAY)); // the last answer: it takes effect
    assert_int_equal(world->state.coalition[0].members, BIT_LAWYERS | BIT_CAUCUS);
    assert_int_equal(world->state.coalition[0].lead, LAWYERS);
    world_free(world);
    world = asked(100);
    world_set(world, TRACK_POOL, 0, MONEY, 30);
    int32_t survivors = world_at(world, TRACK_RESOURCE, SURVIVORS, MONEY),
            lawyers = world_at(world, TRACK_RESOURCE, LAWYERS, MONEY);
    OPEN(answer(world, SURVIVORS, GO));
    OPEN(answer(world, LAWYERS, GO));
    OPEN(answer(world, CAUCUS, STAY));
    assert_int_equal(world->state.coalition[0].members, 0);
    assert_int_equal(world_at(world, TRACK_POOL, 0, MONEY), 0); // a point to each of three
    assert_int_equal(world_at(world, TRACK_RESOURCE, SURVIVORS, MONEY), survivors + 10);
    assert_int_equal(world_at(world, TRACK_RESOURCE, LAWYERS, MONEY), lawyers + 10);
    world_free(world);
}

static void test_a_stand_in_is_not_asked(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->def->coef[COEF_COHESION_SPLIT] = 15;
    world_seat_all(world);
    world_reach(world, 2, NEWS, MEET_NONE);
    world_console(world, COMMAND_SEAT, LAWYERS, BY_STAND_IN);
    txn_say(&world->txn, EVENT_COALITION, SURVIVORS, 0, BIT_SURVIVORS | BIT_LAWYERS,
            COALITION_CONSENT, SURVIVORS);
    world_set(world, TRACK_COHESION, 0, 0, 0);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_int_equal(world->state.choice[0].asked, BIT_SURVIVORS);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_below_fifteen_members_are_asked),
            cmocka_unit_test(test_answers_of_a_card_are_judged),
            cmocka_unit_test(test_silence_stays_and_going_is_free),
            cmocka_unit_test(test_the_lead_goes_and_what_is_left_ends),
            cmocka_unit_test(test_a_stand_in_is_not_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

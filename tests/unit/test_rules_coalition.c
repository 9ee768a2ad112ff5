// tests/unit/test_rules_coalition.c — founding, agendas, cohesion and leaving. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/coalition.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

enum {
    BIT_SURVIVORS = 1 << SURVIVORS,
    BIT_LAWYERS = 1 << LAWYERS,
    BIT_CAUCUS = 1 << CAUCUS,
    BIT_FAITH = 1 << FAITH,
    BIT_DONOR = 1 << DONOR
};

static World *backstage(void) {
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    return world;
}

// Survivors, lawyers and caucus together, by a rule; survivors propose.
static World *founded(int32_t rule) {
    World *world = backstage();
    OPEN(world_tell(world, COMMAND_COALITION_PROPOSE, SURVIVORS, NONE,
            BIT_LAWYERS | BIT_CAUCUS | BIT_FAITH, rule, 0));
    OPEN(world_tell(world, COMMAND_COALITION_SAY, LAWYERS, 0, 1, 0, 0));
    OPEN(world_tell(world, COMMAND_COALITION_SAY, CAUCUS, 0, 1, 0, 0));
    OPEN(world_tell(world, COMMAND_COALITION_SAY, FAITH, 0, 2, 0, 0));
    world_reach(world, 1, MEETING, MEET_ROLES);
    return world;
}

static void set_members(World *world, uint16_t members, int32_t rule, uint8_t lead) {
    txn_say(&world->txn, EVENT_COALITION, lead, 0, (int16_t)members, rule, lead);
    world_set(world, TRACK_COHESION, 0, 0, 500);
}

static void test_those_who_said_yes_found_it(void **unused) {
    (void)unused;
    World *world = founded(COALITION_CONSENT);
    const Coalition *coalition = &world->state.coalition[0];
    assert_int_equal(coalition->members, BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS);
    assert_int_equal(coalition->lead, SURVIVORS);
    assert_int_equal(coalition->founded, 1);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500);
    assert_int_equal(world->state.proposal[0].open, 0);
    world_free(world);
}

static void test_one_alone_founds_nothing(void **unused) {
    (void)unused;
    World *world = backstage();
    assert_int_equal(world_tell(world, COMMAND_COALITION_PROPOSE, SURVIVORS, NONE,
                             BIT_SURVIVORS, 0, 0)
                             .code,
            VERDICT_COALITION_SMALL);
    OPEN(world_tell(world, COMMAND_COALITION_PROPOSE, SURVIVORS, NONE, BIT_LAWYERS, 0, 0));
    assert_int_equal(world_tell(world, COMMAND_COALITION_SAY, CAUCUS, 0, 1, 0, 0).code,
            VERDICT_COALITION_OUTSIDE);
    world_reach(world, 1, MEETING, MEET_ROLES);
    assert_int_equal(world->state.coalition[0].members, 0);
    world_free(world);
}

static void test_who_proposed_may_think_better_of_it(void **unused) {
    (void)unused;
    World *world = backstage();
    OPEN(world_tell(world, COMMAND_COALITION_PROPOSE, SURVIVORS, NONE,
            BIT_LAWYERS | BIT_CAUCUS, COALITION_LEAD, 0));
    OPEN(world_tell(world, COMMAND_COALITION_SAY, LAWYERS, 0, 1, 0, 0));
    OPEN(world_tell(world, COMMAND_COALITION_SAY, CAUCUS, 0, 1, 0, 0));
    OPEN(world_tell(world, COMMAND_COALITION_SAY, SURVIVORS, 0, 2, 0, 0));
    world_reach(world, 1, MEETING, MEET_ROLES);
    assert_int_equal(world->state.coalition[0].members, BIT_LAWYERS | BIT_CAUCUS);
    assert_int_equal(world->state.coalition[0].lead, LAWYERS);
    world_free(world);
}

static void test_trust_gives_a_better_start(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_set(world, TRACK_TRUST, SURVIVORS, LAWYERS, 30);
    world_set(world, TRACK_TRUST, LAWYERS, SURVIVORS, 10);
    assert_int_equal(
            coalition_average_trust(world->def, &world->state, BIT_SURVIVORS | BIT_LAWYERS),
            20);
    assert_int_equal(coalition_start_cohesion(
                             world->def, &world->state, BIT_SURVIVORS | BIT_LAWYERS),
            580);
    world_free(world);
}

static void asks_3210(World *world) {
    static const uint8_t who[4] = {SURVIVORS, LAWYERS, CAUCUS, FAITH};
    for (int32_t i = 0; i < 4; i++)
        txn_say(&world->txn, EVENT_COALITION_ASK, who[i], 0, SCOPE, 3 - i, 0);
}

static void test_agenda_of_golden_row_25(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    uint16_t members = BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS | BIT_FAITH;
    static const struct {
        int32_t rule;
        uint8_t target;
    } rows[] = {
            {COALITION_CONSENSUS, 0},
            {COALITION_MAJORITY,  1},
            {COALITION_LEAD,      3}
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        set_members(world, members, rows[i].rule, SURVIVORS);
        asks_3210(world);
        assert_int_equal(
                coalition_target(world->def, &world->state, 0, SCOPE), rows[i].target);
        assert_int_equal(coalition_target(world->def, &world->state, 0, FUND), NONE);
    }
    set_members(world, members, COALITION_MAJORITY, SURVIVORS);
    asks_3210(world);
    coalition_close(&world->txn, &world->book);
    assert_int_equal(world->state.coalition[0].target[SCOPE], 1);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500 - 30 * (2 + 1 + 0 + 1));
    coalition_close(&world->txn, &world->book); // once
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 380);
    world_free(world);
}

static int32_t engage(
        World *world, uint8_t actor, uint8_t move, uint8_t decider, int8_t side) {
    return world_act(world, actor, move, KIND_DECIDER, decider, side, 0).code;
}

// Five members, two verbs on one decider, one unreported engage, no backbone: -2.5.
static void test_settle_of_golden_row_28(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, ACTION, MEET_NONE);
    set_members(world, BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS | BIT_FAITH | BIT_DONOR,
            COALITION_CONSENT, SURVIVORS);
    assert_int_equal(engage(world, CAUCUS, ENGAGE, SPEAKER, 1), VERDICT_OK);
    assert_int_equal(engage(world, LAWYERS, LOBBY, SPEAKER, 1), VERDICT_OK);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 475);
    assert_int_equal(world_at(world, TRACK_INERTIA, 0, 0), 0);
    world_free(world);
}

static void test_the_same_verb_or_another_side_is_no_common_work(void **unused) {
    (void)unused;
    for (int32_t row = 0; row < 3; row++) {
        World *world = world_safe_homes();
        world_seat_all(world);
        world_reach(world, 1, ACTION, MEET_NONE);
        set_members(world, BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS, COALITION_CONSENT,
                SURVIVORS);
        assert_int_equal(engage(world, CAUCUS, LOBBY, SPEAKER, 1), VERDICT_OK);
        if (row == 0)
            assert_int_equal(engage(world, LAWYERS, LOBBY, SPEAKER, 1), VERDICT_OK);
        if (row == 1) assert_int_equal(engage(world, LAWYERS, ENGAGE, WHIP, 1), VERDICT_OK);
        if (row == 2)
            assert_int_equal(engage(world, LAWYERS, ENGAGE, SPEAKER, -1), VERDICT_OK);
        world_reach(world, 1, RESOLUTION, MEET_NONE);
        assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), row == 0 ? 480 : 450);
        assert_int_equal(world_at(world, TRACK_INERTIA, 0, 0), 10);
        world_free(world);
    }
}

static void test_an_active_backbone_holds_and_speaks(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    set_members(world, BIT_SURVIVORS | BIT_LAWYERS, COALITION_CONSENT, SURVIVORS);
    OPEN(world_tell(world, COMMAND_COALITION_FLAGS, SURVIVORS, 0, 0, LAWYERS, 2));
    OPEN(world_tell(world, COMMAND_COALITION_FRAME, LAWYERS, 0, RIGHTS, 0, 0));
    world_reach(world, 1, ACTION, MEET_NONE);
    OPEN(world_act(world, LAWYERS, TEND, KIND_NONE, NONE, 0, 0));
    int32_t rights = world_at(world, TRACK_FRAME, COMMITTEE, RIGHTS);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500 - 20 + 10);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, RIGHTS), rights + 4);
    assert_int_equal(world_at(world, TRACK_FRAME, BREAKFAST, RIGHTS), 4);
    world->def->actors[LAWYERS].tags |= 1u << TAG_NEUTRAL;
    world_reach(world, 2, ACTION, MEET_NONE);
    OPEN(world_act(world, LAWYERS, TEND, KIND_NONE, NONE, 0, 0));
    world_reach(world, 2, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 490 - 20 + 20);
    world_free(world);
}

static void test_open_books_please_the_base(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    set_members(world, BIT_LAWYERS | BIT_DONOR, COALITION_CONSENT, LAWYERS);
    txn_say(&world->txn, EVENT_COALITION_FLAGS, LAWYERS, 0, 1, NONE, 0);
    int32_t base = world_at(world, TRACK_LEGITIMACY, DONOR, BASE),
            elite = world_at(world, TRACK_LEGITIMACY, DONOR, ELITE);
    coalition_settle(&world->txn, &world->book);
    assert_int_equal(world_at(world, TRACK_LEGITIMACY, DONOR, BASE), base + 10);
    assert_int_equal(world_at(world, TRACK_LEGITIMACY, DONOR, ELITE), elite - 10);
    txn_say(&world->txn, EVENT_COALITION_FLAGS, LAWYERS, 0, 2, NONE, 0);
    coalition_settle(&world->txn, &world->book);
    assert_int_equal(world_at(world, TRACK_LEGITIMACY, DONOR, ELITE),
            elite - 1); // above 50 it comes back slower
    world_free(world);
}

static void test_words_against_the_agenda_and_a_dispute_survived(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    set_members(
            world, BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS, COALITION_CONSENT, SURVIVORS);
    txn_say(&world->txn, EVENT_COALITION_AGENDA, NONE, 0, NONE, SCOPE,
            3); // the draft stands at 1
    static const WordPull pulls[] = {
            {SURVIVORS, SCOPE, 1,  2},
            {LAWYERS,   SCOPE, -1, 2},
            {ELDERS,    SCOPE, -1, 2}
    };
    coalition_words(&world->txn, &world->book, pulls, 1);
    book_settle(&world->txn, &world->book);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500);
    coalition_words(&world->txn, &world->book, pulls, 3);
    book_settle(&world->txn, &world->book);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500 - 20 + 15);
    world_free(world);
}

static void test_joining_follows_the_rule(void **unused) {
    (void)unused;
    static const struct {
        int32_t rule;
        uint8_t lawyers, caucus;
        bool joins;
    } rows[] = {
            {COALITION_CONSENT,   0, 0, true },
            {COALITION_CONSENT,   2, 1, false},
            {COALITION_CONSENSUS, 1, 0, false},
            {COALITION_CONSENSUS, 1, 1, true },
            {COALITION_MAJORITY,  1, 0, true },
            {COALITION_LEAD,      1, 1, true }
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        World *world = founded(rows[i].rule);
        world_reach(world, 2, BACKSTAGE, MEET_NONE);
        OPEN(world_tell(world, COMMAND_COALITION_PROPOSE, DONOR, 0, 0, 0, 0));
        OPEN(world_tell(world, COMMAND_COALITION_SAY, SURVIVORS, 0, 1, 0, 0));
        if (rows[i].lawyers)
            OPEN(world_tell(
                    world, COMMAND_COALITION_SAY, LAWYERS, 0, rows[i].lawyers, 0, 0));
        if (rows[i].caucus)
            OPEN(world_tell(world, COMMAND_COALITION_SAY, CAUCUS, 0, rows[i].caucus, 0, 0));
        world_reach(world, 2, MEETING, MEET_ROLES);
        assert_int_equal((world->state.coalition[0].members >> DONOR) & 1, rows[i].joins);
        world_free(world);
    }
}

static void test_leaving_hands_the_lead_on_and_ends_what_is_left(void **unused) {
    (void)unused;
    World *world = founded(COALITION_LEAD);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_int_equal(
            world_tell(world, COMMAND_COALITION_FRAME, LAWYERS, 0, RIGHTS, 0, 0).code,
            VERDICT_COALITION_LEAD);
    OPEN(world_tell(world, COMMAND_COALITION_LEAVE, SURVIVORS, 0, 0, 0, 0));
    assert_int_equal(world->state.coalition[0].members, BIT_LAWYERS | BIT_CAUCUS);
    assert_int_equal(world->state.coalition[0].lead, LAWYERS);
    assert_int_equal(
            world_at(world, TRACK_TRUST, LAWYERS, SURVIVORS), 0); // no promise was open
    assert_int_equal(world_tell(world, COMMAND_COALITION_LEAVE, SURVIVORS, 0, 0, 0, 0).code,
            VERDICT_COALITION_OUTSIDE);
    OPEN(world_tell(world, COMMAND_COALITION_LEAVE, CAUCUS, 0, 0, 0, 0));
    assert_int_equal(world->state.coalition[0].members, 0);
    assert_int_equal(world_tell(world, COMMAND_COALITION_LEAVE, LAWYERS, 0, 0, 0, 0).code,
            VERDICT_COALITION_UNKNOWN);
    world_free(world);
}

static void test_outside_backstage_nothing_is_agreed(void **unused) {
    (void)unused;
    World *world = founded(COALITION_CONSENT);
    assert_int_equal(world_tell(world, COMMAND_COALITION_LEAVE, SURVIVORS, 0, 0, 0, 0).code,
            VERDICT_ONLY_BACKSTAGE);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    world_console(world, COMMAND_SEAT, LAWYERS, BY_STAND_IN);
    assert_int_equal(world_tell(world, COMMAND_COALITION_LEAVE, LAWYERS, 0, 0, 0, 0).code,
            VERDICT_STAND_IN);
    world_free(world);
}

static void test_standing_of_golden_row_16(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    static const int32_t values[4] = {800, 550, 450, 700};
    for (int32_t i = 0; i < 4; i++) {
        world_set(world, TRACK_LEGITIMACY, LAWYERS + i, BASE, values[i]);
        world_set(world, TRACK_LEGITIMACY, LAWYERS + i, PUBLIC, values[i]);
    }
    set_members(world, BIT_LAWYERS | BIT_CAUCUS | BIT_FAITH | BIT_DONOR, COALITION_CONSENT,
            LAWYERS);
    assert_int_equal(coalition_standing(world->def, &world->state, 0, PUBLIC), 566);
    assert_int_equal(coalition_standing(world->def, &world->state, 0, BASE), 486);
    world->def->actors[LAWYERS].tags = 1u << TAG_AFFECTED;
    assert_int_equal(coalition_standing(world->def, &world->state, 0, BASE), 646);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_those_who_said_yes_found_it),
            cmocka_unit_test(test_one_alone_founds_nothing),
            cmocka_unit_test(test_who_proposed_may_think_better_of_it),
            cmocka_unit_test(test_trust_gives_a_better_start),
            cmocka_unit_test(test_agenda_of_golden_row_25),
            cmocka_unit_test(test_settle_of_golden_row_28),
            cmocka_unit_test(test_the_same_verb_or_another_side_is_no_common_work),
            cmocka_unit_test(test_an_active_backbone_holds_and_speaks),
            cmocka_unit_test(test_open_books_please_the_base),
            cmocka_unit_test(test_words_against_the_agenda_and_a_dispute_survived),
            cmocka_unit_test(test_joining_follows_the_rule),
            cmocka_unit_test(test_leaving_hands_the_lead_on_and_ends_what_is_left),
            cmocka_unit_test(test_outside_backstage_nothing_is_agreed),
            cmocka_unit_test(test_standing_of_golden_row_16),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

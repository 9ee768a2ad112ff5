// tests/unit/test_rules_edges.c — edges where a small mistake (tests/mutants) had gone unseen: exactly half, thousandths that must add up, who keeps what. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/amend.h"
#include "rules/credit.h"
#include "rules/decision_rules.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

static void test_one_who_is_not_ready_after_all_leaves_the_others_ready(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, ACTION, MEET_NONE);
    OPEN(world_tell(world, COMMAND_DONE, LAWYERS, 0, 0, 0, 0));
    OPEN(world_tell(world, COMMAND_DONE, CAUCUS, 0, 0, 0, 0));
    OPEN(world_tell(world, COMMAND_NOT_DONE, LAWYERS, 0, 0, 0, 0));
    assert_int_equal(world->state.done, 1 << CAUCUS);
    world_free(world);
}

// Six votes; S of each is its stance.
static World *six_votes(void) {
    World *world = world_safe_homes();
    for (int32_t i = 0; i < 5; i++) {
        Decider *d = &world->def->deciders[i];
        memset(d->values, 0, sizeof d->values);
        memset(d->resonance, 0, sizeof d->resonance);
        d->hears_public = d->hears_heat = 0;
        d->weight = i == 0 ? 2 : 1;
        world_start(world->def, TRACK_STANCE, i, 0, -100);
    }
    world->def->decision_rules[0].passes = 0;
    world_begin(world);
    world_set(world, TRACK_QUOTA, COMMITTEE, 0, 0);
    return world;
}

static void test_exactly_half_is_no_majority(void **unused) {
    (void)unused;
    World *world = six_votes();
    Tally tally;
    world_set(world, TRACK_STANCE, 0, 0, 100);
    world_set(world, TRACK_STANCE, 1, 0, 100);
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_int_equal(tally.yes * 2, tally.total);
    assert_false(tally.passed);
    assert_int_equal(tally.margin, -1);
    world_set(world, TRACK_STANCE, 2, 0, 100);
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_true(tally.passed);
    assert_int_equal(tally.margin, 0);
    world_free(world);
}

// Three wish for the same step: a thousand thousandths of it are theirs.
static void test_an_amendment_is_shared_out_without_rest(void **unused) {
    (void)unused;
    static const uint8_t owners[5] = {CAUCUS, TREASURY, LAWYERS, CAUCUS, TREASURY};
    World *world = world_safe_homes();
    for (int32_t i = 0; i < 5; i++)
        world->def->deciders[i].owner = owners[i];
    world->def->decision_rules[0] = (DecisionRule){.kind = RULE_CONSENT, .returns = 1};
    world->def->arenas[COMMITTEE].decides = 0;
    world->def->arenas[COMMITTEE].decides_in = 1u << 1;
    world_start(world->def, TRACK_STANCE, WHIP, 0, -900);
    world_begin(world);
    world_seat_all(world);
    world_set(world, TRACK_DRAFT, REMEDY, 0, 10);
    world_reach(world, 1, REFLECT, MEET_NONE);
    for (size_t i = 0; i < 3; i++)
        OPEN(world_tell(world, COMMAND_AMEND, owners[i], COMMITTEE, REMEDY, 1, 0));
    world_console(world, COMMAND_ADVANCE, 0, 0);
    int32_t found = 0;
    for (int32_t i = 0; i < world->events.count; i++) {
        const Event *event = &world->events.items[i];
        if (event->kind != EVENT_DELTA || event->authors_count != 3) continue;
        if (event->cell != def_cell(world->def, TRACK_DRAFT, REMEDY, 0)) continue;
        found++;
        assert_int_equal(
                event->authors[0].share + event->authors[1].share + event->authors[2].share,
                1000);
    }
    assert_int_equal(found, 1);
    world_free(world);
}

static void test_who_voices_the_words_of_another_has_half_of_them(void **unused) {
    (void)unused;
    Author authors[CREDITS_MAX] = {{0}};
    Utterance u = {.author = CAUCUS, .voiced_by = LAWYERS};
    assert_int_equal(credit_words(&u, authors), 2);
    assert_int_equal(authors[0].actor, CAUCUS);
    assert_int_equal(authors[0].share, 500);
    assert_int_equal(authors[0].behind, LAWYERS + 1);
    assert_int_equal(authors[1].actor, LAWYERS);
    assert_int_equal(authors[1].share, 500);
    u.voiced_by = CAUCUS;
    assert_int_equal(credit_words(&u, authors), 1);
    assert_int_equal(authors[0].share, 1000);
}

static World *two_members(int32_t rule) {
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    txn_say(&world->txn, EVENT_COALITION, SURVIVORS, 0, 1 << SURVIVORS | 1 << LAWYERS, rule,
            SURVIVORS);
    world_set(world, TRACK_COHESION, 0, 0, 500);
    return world;
}

// Three coins of two people: in turns, and nobody else has one.
static void test_the_pool_goes_back_to_its_members_in_turns(void **unused) {
    (void)unused;
    World *world = two_members(COALITION_CONSENT);
    int32_t before[TREASURY + 1];
    for (int32_t i = 0; i <= TREASURY; i++)
        before[i] = world_at(world, TRACK_RESOURCE, i, MONEY);
    world_set(world, TRACK_POOL, 0, MONEY, 30);
    OPEN(world_tell(world, COMMAND_COALITION_LEAVE, LAWYERS, 0, 0, 0, 0));
    assert_int_equal(world->state.coalition[0].members, 0);
    assert_int_equal(world_at(world, TRACK_POOL, 0, MONEY), 0);
    for (int32_t i = 0; i <= TREASURY; i++) {
        int32_t got = i == SURVIVORS ? 20 : i == LAWYERS ? 10 : 0;
        assert_int_equal(world_at(world, TRACK_RESOURCE, i, MONEY), before[i] + got);
    }
    world_free(world);
}

// A no that became a yes is no longer a no.
static void test_a_no_that_is_thought_over_lets_somebody_in(void **unused) {
    (void)unused;
    World *world = two_members(COALITION_CONSENT);
    OPEN(world_tell(world, COMMAND_COALITION_PROPOSE, CAUCUS, 0, 1 << CAUCUS, 0, 0));
    OPEN(world_tell(world, COMMAND_COALITION_SAY, LAWYERS, 0, 2, 0, 0));
    assert_int_equal(world->state.proposal[0].no, 1 << LAWYERS);
    OPEN(world_tell(world, COMMAND_COALITION_SAY, LAWYERS, 0, 1, 0, 0));
    assert_int_equal(world->state.proposal[0].no, 0);
    world_reach(world, 1, MEETING, MEET_ROLES);
    assert_true((world->state.coalition[0].members >> CAUCUS) & 1);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_one_who_is_not_ready_after_all_leaves_the_others_ready),
            cmocka_unit_test(test_exactly_half_is_no_majority),
            cmocka_unit_test(test_an_amendment_is_shared_out_without_rest),
            cmocka_unit_test(test_who_voices_the_words_of_another_has_half_of_them),
            cmocka_unit_test(test_the_pool_goes_back_to_its_members_in_turns),
            cmocka_unit_test(test_a_no_that_is_thought_over_lets_somebody_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_rules_decision.c — how arenas decide, against the golden rows. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/budget.h"
#include "rules/decision.h"
#include "rules/decision_rules.h"
#include "rules/support.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

// Deciders whose S is exactly their stance.
static World *plain_world(void) {
    World *world = world_safe_homes();
    for (int32_t i = 0; i < 5; i++) {
        Decider *d = &world->def->deciders[i];
        memset(d->values, 0, sizeof d->values);
        memset(d->resonance, 0, sizeof d->resonance);
        d->hears_public = d->hears_heat = 0;
        world_start(world->def, TRACK_STANCE, i, 0, -100);
    }
    world->def->arenas[COMMITTEE].decides = 0;
    world_begin(world);
    return world;
}

static void stances(World *world, int32_t a, int32_t b, int32_t c, int32_t d, int32_t e) {
    const int32_t values[5] = {a, b, c, d, e};
    for (int32_t i = 0; i < 5; i++)
        world_set(world, TRACK_STANCE, i, 0, values[i]);
}

static void test_sign_of_golden_row_10(void **unused) {
    (void)unused;
    World *world = plain_world();
    assert_int_equal(decision_sign(world->def, 0), 1);
    assert_int_equal(decision_sign(world->def, -1), 0);
    assert_int_equal(decision_sign(world->def, -50), 0);
    assert_int_equal(decision_sign(world->def, -51), -1);
    world_free(world);
}

static void test_vote_by_quota_with_margin_and_law(void **unused) {
    (void)unused;
    World *world = plain_world();
    stances(world, 10, 0, 5, -300, -20); // yes 2 + 3 + 3 = 8 of quota 6
    world_set(world, TRACK_DRAFT, REMEDY, 0, 20);
    decision_run(&world->txn, &world->book, COMMITTEE);
    const Decision *decision = &world->state.decision[COMMITTEE];
    assert_int_equal(decision->passed, 1);
    assert_int_equal(decision->margin, 2);
    assert_int_equal(decision->yes_weight, 8);
    assert_int_equal(decision->total_weight, 11);
    assert_int_equal(world->state.vote[TRADITION], -1);
    assert_int_equal(world->state.vote[CAUCUS_MP], 0);
    assert_int_equal(world->state.support[SPEAKER], 10);
    assert_int_equal(world_at(world, TRACK_LAW, REMEDY, 0), 20);
    world_free(world);
}

static void test_a_failed_vote_leaves_the_law(void **unused) {
    (void)unused;
    World *world = plain_world();
    stances(world, 10, 0, -60, -60, -60);
    decision_run(&world->txn, &world->book, COMMITTEE);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 0);
    assert_int_equal(world->state.decision[COMMITTEE].margin, -1);
    assert_int_equal(world_at(world, TRACK_LAW, SCOPE, 0), 0);
    world_free(world);
}

static void test_passes_expression_veto_and_smallest(void **unused) {
    (void)unused;
    World *world = plain_world();
    DecisionRule *rule = &world->def->decision_rules[0];
    world_set(world, TRACK_QUOTA, COMMITTEE, 0, 0);
    rule->passes = world_passes(world, "yes * 3 >= total * 2"); // 8 of 11
    int8_t votes[DECIDERS_MAX];
    stances(world, 10, 0, 5, -300, -20);
    assert_true(decision_forecast(world->def, &world->state, COMMITTEE, votes));
    Tally tally;
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_int_equal(tally.margin, 0);   // the smallest weight of yes that passes is 8
    stances(world, -60, 0, 5, -300, 20); // 7 of 11
    assert_false(decision_forecast(world->def, &world->state, COMMITTEE, votes));
    rule->passes = world_passes(world, "yes > no");
    stances(world, 10, -20, -20, -20, -20); // abstentions do not count
    assert_true(decision_forecast(world->def, &world->state, COMMITTEE, votes));
    rule->smallest = 3;
    assert_false(decision_forecast(world->def, &world->state, COMMITTEE, votes));
    rule->smallest = 2;
    rule->veto = 1u << TRADITION;
    assert_false(decision_forecast(world->def, &world->state, COMMITTEE, votes));
    stances(world, 10, -20, -20, 0, -20);
    assert_true(decision_forecast(world->def, &world->state, COMMITTEE, votes));
    world_free(world);
}

static void test_owner_votes_otherwise_and_pays(void **unused) {
    (void)unused;
    World *world = plain_world();
    world_seat_all(world);
    world_reach(world, 4, ACTION, MEET_NONE);
    stances(world, 10, -130, 5, -300,
            -20); // yes 2 + 3, quota 6; the whip is the treasury's
    assert_int_equal(
            world_tell(world, COMMAND_VOTE, CAUCUS, WHIP, 1, 0, 0).code, VERDICT_NOT_YOURS);
    OPEN(world_tell(world, COMMAND_VOTE, TREASURY, WHIP, 1, 0, 0));
    int32_t elite = world_at(world, TRACK_LEGITIMACY, TREASURY, ELITE),
            base = world_at(world, TRACK_LEGITIMACY, TREASURY, BASE);
    world_reach(world, 4, RESOLUTION, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 1);
    assert_int_equal(world->state.vote[WHIP], 1);
    assert_int_equal(world_at(world, TRACK_LEGITIMACY, TREASURY, ELITE),
            elite - 65); // 13 points, half each
    assert_int_equal(
            world_at(world, TRACK_LEGITIMACY, TREASURY, BASE), base - 65 * base / 500);
    assert_int_equal(world->state.own_vote[WHIP], 2);
    world_free(world);
}

static void test_a_vote_only_when_the_arena_decides(void **unused) {
    (void)unused;
    World *world = plain_world();
    world_seat_all(world);
    world_reach(world, 3, ACTION, MEET_NONE);
    assert_int_equal(
            world_tell(world, COMMAND_VOTE, TREASURY, WHIP, 1, 0, 0).code, VERDICT_NO_VOTE);
    world_reach(world, 3, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].done, 0);
    world_reach(world, 4, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].done, 1);
    world_free(world);
}

static void test_a_failed_text_returns_once_when_it_has_changed(void **unused) {
    (void)unused;
    World *world = plain_world();
    world->def->arenas[COMMITTEE].decides_in = 1u << 1;
    world->def->rounds = 6;
    world_seat_all(world);
    world_reach(world, 1, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].tries, 1);
    world_reach(world, 2, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].tries, 1); // the same text stays away
    world_set(world, TRACK_DRAFT, SCOPE, 0, 20);
    world_reach(world, 3, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].tries, 2);
    world_set(world, TRACK_DRAFT, SCOPE, 0, 30);
    world_reach(world, 4, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].tries, 2); // once
    world_free(world);
}

static void test_consent_and_one_desk(void **unused) {
    (void)unused;
    World *world = plain_world();
    DecisionRule *rule = &world->def->decision_rules[0];
    *rule = (DecisionRule){.kind = RULE_CONSENT, .returns = 1};
    Tally tally;
    stances(world, 200, 0, 250, 0, 199);
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_true(tally.passed);
    assert_int_equal(tally.margin, 2);
    stances(world, 200, 0, -1, 0, 0);
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_false(tally.passed);
    rule->holders = 1u << SPEAKER | 1u << WHIP;
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_true(tally.passed);
    rule->kind = RULE_EXECUTIVE;
    stances(world, 350, 0, 0, 0, 0);
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_true(tally.passed);
    assert_int_equal(tally.margin, 3);
    stances(world, -1, 900, 900, 900, 900);
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_false(tally.passed);
    world_free(world);
}

static void test_a_court_looks_at_progress_alone(void **unused) {
    (void)unused;
    World *world = plain_world();
    world->def->decision_rules[0] = (DecisionRule){.kind = RULE_COURT, .needs = 12};
    world->def->claims[SCOPE] = (Claim){.court = COMMITTEE + 1, .happening = NONE};
    Tally tally;
    stances(world, 900, 900, 900, 900, 900);
    world_set(world, TRACK_PROGRESS, SCOPE, LAWYERS, 110);
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_false(tally.passed);
    world_set(world, TRACK_PROGRESS, SCOPE, LAWYERS, 120);
    stances(world, -900, -900, -900, -900, -900);
    decision_tally(world->def, &world->state, COMMITTEE, true, &tally);
    assert_true(tally.passed);
    assert_int_equal(tally.margin, 2);
    world_free(world);
}

static void test_levels_of_golden_row_23(void **unused) {
    (void)unused;
    static const uint8_t four[] = {3, 2, 2, 1}, two[] = {3, 2};
    assert_int_equal(decision_nth_level(four, 4, 3), 2);
    assert_int_equal(decision_nth_level(two, 2, 3), 0);
}

static void test_each_adopts_and_never_falls_back(void **unused) {
    (void)unused;
    World *world = plain_world();
    world->def->decision_rules[0] = (DecisionRule){.kind = RULE_ADOPT, .count = 3};
    world_set(world, TRACK_DRAFT, SCOPE, 0, 30);
    stances(world, 0, -10, 10, -10, -10);
    decision_run(&world->txn, &world->book, COMMITTEE);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 0);
    assert_int_equal(world_at(world, TRACK_LAW, SCOPE, 0), 0);
    assert_int_equal(world_at(world, TRACK_ADOPTED, SPEAKER, SCOPE), 30);
    world_set(world, TRACK_DRAFT, SCOPE, 0, 20);
    stances(world, -500, 0, 10, 0, -10); // the speaker has adopted before
    decision_run(&world->txn, &world->book, COMMITTEE);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 1);
    assert_int_equal(world->state.decision[COMMITTEE].margin, 1);
    assert_int_equal(world_at(world, TRACK_ADOPTED, SPEAKER, SCOPE), 30);
    assert_int_equal(
            world_at(world, TRACK_LAW, SCOPE, 0), 20); // the third highest of 3, 3, 2, 2
    world->def->deciders[CAUCUS_MP].threshold = 100;
    stances(world, -500, 0, 10, 0, 99);
    decision_run(&world->txn, &world->book, COMMITTEE);
    assert_int_equal(world->state.vote[CAUCUS_MP], -1);
    world_free(world);
}

// The order of golden row 22: types 1, 0, 0, 1.
static void test_lot_of_golden_row_22(void **unused) {
    (void)unused;
    static const uint8_t counts[3] = {3, 2, 1};
    uint8_t drawn[3], before[3] = {0};
    static const int32_t order[4] = {1, 0, 0, 1};
    for (int32_t k = 1; k <= 4; k++) {
        Rng rng = rng_seed(42, 54);
        decision_draw(&rng, counts, 3, k, drawn);
        for (int32_t type = 0; type < 3; type++) {
            assert_int_equal(drawn[type] - before[type], order[k - 1] == type);
            before[type] = drawn[type];
        }
    }
}

static void test_citizens_are_drawn_once(void **unused) {
    (void)unused;
    World *world = plain_world();
    world->def->decision_rules[0] =
            (DecisionRule){.kind = RULE_SORTITION, .draws = 5, .returns = 1};
    stances(world, 10, 10, 10, 10, 10);
    decision_run(&world->txn, &world->book, COMMITTEE);
    int32_t drawn = 0;
    for (int32_t i = 0; i < 5; i++) {
        assert_true(world->state.drawn[i] <= world->def->deciders[i].weight);
        drawn += world->state.drawn[i];
    }
    assert_int_equal(drawn, 5);
    assert_int_equal(world->state.decision[COMMITTEE].margin, 2); // five yes, quota 3
    uint64_t generator = world->state.rng.state;
    decision_run(&world->txn, &world->book, COMMITTEE);
    assert_true(world->state.rng.state == generator);
    world_free(world);
}

static void test_budget_of_golden_row_24(void **unused) {
    (void)unused;
    static const int32_t points[] = {14, 14, 9, 3}, costs[] = {6, 5, 5, 1};
    uint8_t funded[4];
    decision_budget(points, costs, 4, 10, funded);
    assert_int_equal(funded[0], 0);
    assert_int_equal(funded[1], 1);
    assert_int_equal(funded[2], 1);
    assert_int_equal(funded[3], 0);
}

static void test_points_are_shared_by_the_largest_rest(void **unused) {
    (void)unused;
    uint8_t shares[BUDGET_OPTIONS_MAX];
    static const int32_t thirds[] = {1, 1, 1}, uneven[] = {14, 9, 9, 3}, none[] = {0, -4};
    budget_share(thirds, 3, 10, shares); // the first declared has the rest
    assert_int_equal(shares[0] * 100 + shares[1] * 10 + shares[2], 433);
    budget_share(uneven, 4, 10, shares); // 4.0, 2.57, 2.57, 0.86
    assert_int_equal(shares[0] * 1000 + shares[1] * 100 + shares[2] * 10 + shares[3], 4321);
    budget_share(none, 2, 7, shares); // nothing is wanted: all alike
    assert_int_equal(shares[0] * 10 + shares[1], 43);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_sign_of_golden_row_10),
            cmocka_unit_test(test_vote_by_quota_with_margin_and_law),
            cmocka_unit_test(test_a_failed_vote_leaves_the_law),
            cmocka_unit_test(test_passes_expression_veto_and_smallest),
            cmocka_unit_test(test_owner_votes_otherwise_and_pays),
            cmocka_unit_test(test_a_vote_only_when_the_arena_decides),
            cmocka_unit_test(test_a_failed_text_returns_once_when_it_has_changed),
            cmocka_unit_test(test_consent_and_one_desk),
            cmocka_unit_test(test_a_court_looks_at_progress_alone),
            cmocka_unit_test(test_levels_of_golden_row_23),
            cmocka_unit_test(test_each_adopts_and_never_falls_back),
            cmocka_unit_test(test_lot_of_golden_row_22),
            cmocka_unit_test(test_citizens_are_drawn_once),
            cmocka_unit_test(test_budget_of_golden_row_24),
            cmocka_unit_test(test_points_are_shared_by_the_largest_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

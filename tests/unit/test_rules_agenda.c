// tests/unit/test_rules_agenda.c — agendas by rule, red lines, revisions, the pool, five lights and warnings of coalitions. Never: packs or Lua.
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
    THREE = BIT_SURVIVORS | BIT_LAWYERS | BIT_CAUCUS
};

// Three members in the BACKSTAGE of a round, cohesion 50, lead: survivors.
static World *members_of(int32_t rule, int32_t round) {
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, round, BACKSTAGE, MEET_NONE);
    txn_say(&world->txn, EVENT_COALITION, SURVIVORS, 0, THREE, rule, SURVIVORS);
    world_set(world, TRACK_COHESION, 0, 0, 500);
    return world;
}

static Verdict ask(World *world, uint8_t actor, int32_t clause, int32_t level, bool held) {
    return world_tell(world, COMMAND_COALITION_ASK, actor, 0, clause, level, held);
}

static Verdict frame(World *world, uint8_t actor, int32_t which) {
    return world_tell(world, COMMAND_COALITION_FRAME, actor, 0, which, 0, 0);
}

static void red_line(World *world, uint8_t actor, const char *when) {
    world->def->actors[actor].red_lines[0].when = world_amount(world, when, true);
    world->def->actors[actor].red_lines_count = 1;
}

static uint8_t target(const World *world, int32_t clause) {
    return world->state.coalition[0].target[clause];
}

static void test_a_shared_frame_comes_before_levels(void **unused) {
    (void)unused;
    World *world = members_of(COALITION_MAJORITY, 1);
    assert_int_equal(ask(world, SURVIVORS, SCOPE, 2, false).code, VERDICT_COALITION_FRAME);
    OPEN(frame(world, LAWYERS, RIGHTS));
    OPEN(frame(world, CAUCUS, SAFETY)); // still talking
    OPEN(ask(world, SURVIVORS, SCOPE, 2, false));
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_int_equal(world->state.coalition[0].frame, SAFETY);
    assert_int_equal(frame(world, LAWYERS, RIGHTS).code, VERDICT_COALITION_SET);
    assert_int_equal(frame(world, FAITH, RIGHTS).code, VERDICT_COALITION_OUTSIDE);
    assert_int_equal(ask(world, SURVIVORS, SCOPE, 9, false).code, VERDICT_BAD_ANSWER);
    world_free(world);
}

// Asks 3, 2, 1: the median is 2; who cannot go beyond 1 says so, and 1 it is.
static void test_consent_gives_way_to_a_red_line(void **unused) {
    (void)unused;
    for (int32_t held = 0; held < 2; held++) {
        World *world = members_of(COALITION_CONSENT, 1);
        red_line(world, CAUCUS, "law.scope > 1");
        OPEN(frame(world, SURVIVORS, RIGHTS));
        OPEN(ask(world, SURVIVORS, SCOPE, 3, false));
        OPEN(ask(world, LAWYERS, SCOPE, 2, false));
        OPEN(ask(world, CAUCUS, SCOPE, 1, held));
        world_reach(world, 1, MEETING, MEET_ROLES);
        assert_int_equal(target(world, SCOPE), held ? 1 : 2);
        // 2 + 1 + 0 levels by the line, 1 + 0 + 1 by the median
        assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500 - (held ? 90 : 60));
        world_free(world);
    }
}

static void test_only_a_red_line_holds_an_ask(void **unused) {
    (void)unused;
    World *world = members_of(COALITION_CONSENT, 1);
    red_line(world, CAUCUS, "law.scope > 1");
    OPEN(frame(world, SURVIVORS, RIGHTS));
    assert_int_equal(ask(world, LAWYERS, SCOPE, 1, true).code, VERDICT_COALITION_NO_LINE);
    assert_int_equal(ask(world, CAUCUS, FUND, 1, true).code, VERDICT_COALITION_NO_LINE);
    assert_int_equal(ask(world, CAUCUS, SCOPE, 2, true).code, VERDICT_COALITION_NO_LINE);
    OPEN(ask(world, CAUCUS, SCOPE, 1, true));
    world_free(world);
}

static void test_what_is_set_stands_until_half_time(void **unused) {
    (void)unused;
    World *world = members_of(COALITION_MAJORITY, 1);
    world->def->pause_after = 1u << 2;
    OPEN(frame(world, SURVIVORS, RIGHTS));
    OPEN(ask(world, SURVIVORS, SCOPE, 3, false));
    OPEN(ask(world, LAWYERS, SCOPE, 3, false));
    OPEN(ask(world, CAUCUS, SCOPE, 1, false)); // outvoted by 2
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500 - 60 - 20);
    OPEN(ask(world, SURVIVORS, SCOPE, 0, false));
    OPEN(ask(world, LAWYERS, SCOPE, 0, false));
    world_reach(world, 3, BACKSTAGE, MEET_NONE);
    assert_int_equal(target(world, SCOPE), 3);
    OPEN(frame(world, LAWYERS, SAFETY)); // half-time
    world_reach(world, 3, MEETING, MEET_ROLES);
    assert_int_equal(target(world, SCOPE), 0);
    // Caucus stays outvoted by less than before: it has paid; nobody else is outvoted now.
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500 - 60 - 20 - 20);
    world_free(world);
}

static void test_whoever_convened_may_revise(void **unused) {
    (void)unused;
    World *world = members_of(COALITION_MAJORITY, 1);
    OPEN(frame(world, SURVIVORS, RIGHTS));
    OPEN(ask(world, SURVIVORS, SCOPE, 3, false));
    world_reach(world, 1, ACTION, MEET_NONE);
    Change *change = &world->def->changes[world->def->moves[TEND].changes.first];
    *change = (Change){.op = CHANGE_OPEN_ARENA};
    OPEN(world_act(world, LAWYERS, TEND, KIND_NONE, NONE, 0, 0));
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_true(coalition_may_revise(world->def, &world->state, 0));
    OPEN(ask(world, SURVIVORS, SCOPE, 1, false));
    world_reach(world, 3, BACKSTAGE, MEET_NONE);
    assert_int_equal(target(world, SCOPE), 1);
    assert_false(coalition_may_revise(world->def, &world->state, 0)); // once
    world_free(world);
}

static void test_founding_takes_standing(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->def->coef[COEF_FOUND_PEER] = 20;
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    world_set(world, TRACK_LEGITIMACY, DONOR, PEER, 199);
    Verdict verdict =
            world_tell(world, COMMAND_COALITION_PROPOSE, DONOR, NONE, BIT_LAWYERS, 0, 0);
    assert_int_equal(verdict.code, VERDICT_NEED_NUMBER);
    assert_int_equal(verdict.need, 20);
    assert_int_equal(verdict.have, 19);
    world_set(world, TRACK_LEGITIMACY, DONOR, PEER, 200);
    OPEN(world_tell(world, COMMAND_COALITION_PROPOSE, DONOR, NONE, BIT_LAWYERS, 0, 0));
    world_free(world);
}

static void test_the_lead_spends_the_pool_or_most_members_let_another(void **unused) {
    (void)unused;
    World *world = members_of(COALITION_CONSENT, 1);
    assert_true(coalition_may_spend(&world->state, 0, SURVIVORS));
    assert_false(coalition_may_spend(&world->state, 0, LAWYERS)); // one of three
    OPEN(world_tell(world, COMMAND_COALITION_PURSE, CAUCUS, 0, 1, 0, 0));
    assert_true(coalition_may_spend(&world->state, 0, LAWYERS));
    assert_false(coalition_may_spend(&world->state, 0, FAITH)); // no member
    OPEN(world_tell(world, COMMAND_COALITION_PURSE, CAUCUS, 0, 0, 0, 0));
    assert_false(coalition_may_spend(&world->state, 0, LAWYERS));
    assert_int_equal(world_tell(world, COMMAND_COALITION_PURSE, FAITH, 0, 1, 0, 0).code,
            VERDICT_COALITION_OUTSIDE);
    assert_int_equal(world_tell(world, COMMAND_COALITION_PURSE, CAUCUS, 0, 2, 0, 0).code,
            VERDICT_BAD_ANSWER);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_int_equal(world->state.coalition[0].purse, 0); // for one round
    world_free(world);
}

// A verb that costs one money of the pool and looks at numbers: only who may spend has it open.
static void test_measuring_is_paid_from_the_pool(void **unused) {
    (void)unused;
    World *world = members_of(COALITION_CONSENT, 1);
    Move *move = &world->def->moves[TEND];
    Sel own = {SEL_SET, KIND_COALITION, SET_MEMBERS, KIND_ACTOR};
    ChangeSpan does = move->changes;
    move->changes = (ChangeSpan){0};
    world_gives(
            world, move, TRACK_POOL, own, (Sel){SEL_ONE, KIND_RESOURCE, MONEY, 0}, "1", 0);
    move->costs = move->changes;
    world->def->changes[move->costs.first].op = CHANGE_LOSE;
    world->def->changes[move->costs.first].sign = 1;
    move->changes = does;
    world_set(world, TRACK_POOL, 0, MONEY, 10);
    world_reach(world, 1, ACTION, MEET_NONE);
    assert_int_equal(world_act(world, LAWYERS, TEND, KIND_NONE, NONE, 0, 0).code,
            VERDICT_COALITION_PURSE);
    OPEN(world_act(world, SURVIVORS, TEND, KIND_NONE, NONE, 0, 0));
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_POOL, 0, MONEY), 0);
    assert_false(coalition_light(world->def, &world->state, 0, LIGHT_MEASURE));
    txn_say(&world->txn, EVENT_MEASURED, SURVIVORS, TRACK_PUBLIC, 0, 0, 0);
    assert_true(coalition_light(world->def, &world->state, 0, LIGHT_MEASURE));
    world_reach(world, 2, ACTION, MEET_NONE);
    assert_int_equal(world_act(world, SURVIVORS, TEND, KIND_NONE, NONE, 0, 0).code,
            VERDICT_COST_NUMBER);
    assert_true(coalition_light(world->def, &world->state, 0, LIGHT_MEASURE)); // to the end
    world_free(world);
}

static bool light(const World *world, CoalitionLight which) {
    return coalition_light(world->def, &world->state, 0, which);
}

static void test_five_lights(void **unused) {
    (void)unused;
    World *world = members_of(COALITION_CONSENT, 1);
    for (int32_t i = 0; i < LIGHT_COUNT; i++)
        assert_false(light(world, (CoalitionLight)i));
    OPEN(frame(world, SURVIVORS, RIGHTS));
    OPEN(world_tell(world, COMMAND_COALITION_FLAGS, SURVIVORS, 0, 0, LAWYERS, 1));
    assert_false(light(world, LIGHT_AGENDA)); // a frame alone is no agenda
    OPEN(ask(world, SURVIVORS, SCOPE, 2, false));
    world_reach(world, 1, ACTION, MEET_NONE);
    assert_true(light(world, LIGHT_AGENDA));
    OPEN(world_act(world, LAWYERS, TEND, KIND_NONE, NONE, 0, 0));
    OPEN(world_act(world, LAWYERS, LOBBY, KIND_DECIDER, SPEAKER, 1, 0));
    OPEN(world_act(world, CAUCUS, ENGAGE, KIND_DECIDER, SPEAKER, 1, 0));
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_true(light(world, LIGHT_DIFFERENT));
    assert_true(light(world, LIGHT_BACKBONE));
    assert_int_equal(light(world, LIGHT_EVERYBODY), (world->state.met & THREE) == THREE);
    txn_say(&world->txn, EVENT_MEETING, NONE, COMMITTEE, 0, THREE, 0);
    assert_true(light(world, LIGHT_EVERYBODY));
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_false(light(world, LIGHT_EVERYBODY)); // a new round
    assert_false(light(world, LIGHT_BACKBONE));
    world_free(world);
}

static void test_two_rounds_without_common_work_are_told(void **unused) {
    (void)unused;
    World *world = members_of(COALITION_CONSENT, 1);
    world_reach(world, 1, REFLECT, MEET_NONE);
    assert_int_equal(world->state.coalition[0].marks & COALITION_STUCK, 0);
    world_reach(world, 2, REFLECT, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_INERTIA, 0, 0), 20);
    assert_true(world->state.coalition[0].marks & COALITION_STUCK);
    world_reach(world, 3, ACTION, MEET_NONE);
    OPEN(world_act(world, LAWYERS, LOBBY, KIND_DECIDER, SPEAKER, 1, 0));
    OPEN(world_act(world, CAUCUS, ENGAGE, KIND_DECIDER, SPEAKER, 1, 0));
    world_reach(world, 3, REFLECT, MEET_NONE);
    assert_int_equal(world->state.coalition[0].marks & COALITION_STUCK, 0);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_shared_frame_comes_before_levels),
            cmocka_unit_test(test_consent_gives_way_to_a_red_line),
            cmocka_unit_test(test_only_a_red_line_holds_an_ask),
            cmocka_unit_test(test_what_is_set_stands_until_half_time),
            cmocka_unit_test(test_whoever_convened_may_revise),
            cmocka_unit_test(test_founding_takes_standing),
            cmocka_unit_test(test_the_lead_spends_the_pool_or_most_members_let_another),
            cmocka_unit_test(test_measuring_is_paid_from_the_pool),
            cmocka_unit_test(test_five_lights),
            cmocka_unit_test(test_two_rounds_without_common_work_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

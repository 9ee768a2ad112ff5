// tests/unit/test_rules_math.c — power, measures, macro share, criteria and worth against the published numbers. Never: a game played.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/coalition.h"
#include "rules/criteria.h"
#include "rules/macro.h"
#include "rules/measure.h"
#include "rules/power.h"
#include "rules/worth.h"
#include <stdlib.h>
#include <string.h>

typedef struct World {
    Def *def;
    State *state;
} World;

static PoolId word(Def *def, const char *text) {
    if (def->pool_used == 0) def->pool_used = 1;
    PoolId at = def->pool_used;
    memcpy(def->pool + at, text, strlen(text) + 1);
    def->pool_used += (uint32_t)strlen(text) + 1;
    return at;
}

static void name_all(Def *def) {
    static const char *const audiences[] = {"base", "public", "elite", "locals", "peer"};
    static const char *const resources[] = {"money", "people", "know", "access"};
    for (int32_t i = 0; i < 5; i++)
        def->audiences[i].id = word(def, audiences[i]);
    for (int32_t i = 0; i < 4; i++)
        def->resources[i].names.id = word(def, resources[i]);
    def->counts[KIND_AUDIENCE] = 5;
    def->coef[COEF_AUDIENCE_HOME] = 1;
    def->coef[COEF_AUDIENCE_PLACE] = 4;
    def->counts[KIND_RESOURCE] = 4;
}

static World open_world(uint16_t actors, uint16_t deciders, uint16_t arenas) {
    World world = {calloc(1, sizeof(Def)), calloc(1, sizeof(State))};
    Def *def = world.def;
    name_all(def);
    def->counts[KIND_ACTOR] = actors;
    def->counts[KIND_DECIDER] = deciders;
    def->counts[KIND_ARENA] = arenas;
    def->counts[KIND_ISSUE] = 1;
    def->counts[KIND_CLAUSE] = 3;
    def->counts[KIND_FRAME] = 2;
    for (int32_t i = 0; i < 3; i++)
        def->clauses[i].levels_count = 4;
    for (int32_t i = 0; i < ARENAS_MAX; i++)
        def->arenas[i].decides = NONE;
    for (int32_t i = 0; i < DECIDERS_MAX; i++)
        def->deciders[i].owner = NONE;
    assert_true(def_lay_out(def));
    memcpy(world.state->cell, def->start, sizeof world.state->cell);
    return world;
}

static void close_world(World *world) {
    free(world->def);
    free(world->state);
}

static void set(World *world, int32_t track, int32_t row, int32_t column, int32_t points) {
    world->state->cell[def_cell(world->def, track, row, column)] = (int16_t)(10 * points);
}

// Row 14 of the golden table: council, family, schools.
static void test_macro_and_gini(void **unused) {
    (void)unused;
    World world = open_world(3, 0, 1);
    static const int32_t has[3][4] = {
            {6, 0, 2, 4},
            {1, 3, 3, 1},
            {2, 2, 2, 3}
    };
    static const int32_t need[3][4] = {
            {0, 1, 2, 0},
            {3, 0, 0, 2},
            {2, 0, 1, 1}
    };
    static const int32_t importance[3][3] = {
            {0, 1, 2},
            {3, 0, 2},
            {2, 1, 0}
    };
    for (int32_t i = 0; i < 3; i++) {
        for (int32_t j = 0; j < 4; j++)
            set(&world, TRACK_RESOURCE, i, j, has[i][j]);
        for (int32_t j = 0; j < 4; j++)
            set(&world, TRACK_NEED, i, j, need[i][j]);
        for (int32_t j = 0; j < 3; j++)
            set(&world, TRACK_IMPORTANCE, i, j, importance[i][j]);
    }
    world.def->arenas[0].weight = 1;
    world.state->position[0][0] =
            (Position){.places = PLACE_SEAT | PLACE_CHAIR, .weight = 0};
    world.state->position[0][0].places |= PLACE_PEN; // a seat 1, chair 3, pen 1: 5
    world.state->position[1][0] = (Position){.places = PLACE_SEAT};
    world.state->position[2][0] = (Position){.weight = 1};
    int32_t shares[ACTORS_MAX];
    macro_shares(world.def, world.state, shares);
    assert_int_equal(shares[0], 527);
    assert_int_equal(shares[1], 162);
    assert_int_equal(shares[2], 310);
    assert_int_equal(measure_gini(shares, 3), 243);
    close_world(&world);
}

static void same_power(
        const PowerVotes *votes, const uint64_t *orders, const uint64_t *swings) {
    PowerIndex index;
    power_of_votes(votes, &index);
    for (int32_t i = 0; i < votes->count; i++) {
        if (orders) assert_true(index.orders[i] == orders[i]);
        if (swings) assert_true(index.swings[i] == swings[i]);
    }
    uint64_t sum = 0;
    for (int32_t i = 0; i < votes->count; i++)
        sum += index.orders[i];
    assert_true(sum == index.orders_all);
}

// Row 17.
static void test_power_of_six(void **unused) {
    (void)unused;
    PowerVotes votes = {
            6, 12, {4, 4, 4, 2, 2, 1},
              0
    };
    same_power(&votes, (uint64_t[]){168, 168, 168, 108, 108, 0},
            (uint64_t[]){10, 10, 10, 6, 6, 0});
    PowerIndex index;
    power_of_votes(&votes, &index);
    static const int32_t per_mille[] = {233, 233, 233, 150, 150, 0};
    for (int32_t i = 0; i < 6; i++)
        assert_int_equal(index.shapley[i], per_mille[i]);
    assert_int_equal(index.banzhaf[0], 238);
    assert_int_equal(index.banzhaf[5], 0);
}

// Row 18.
static void test_power_of_three_and_of_unequal_six(void **unused) {
    (void)unused;
    PowerVotes three =
                       {
                               3, 51, {50, 49, 1},
                                 0
    },
               six = {6, 13, {5, 4, 3, 3, 2, 1}, 0};
    same_power(&three, (uint64_t[]){4, 1, 1}, (uint64_t[]){3, 1, 1});
    same_power(&six, (uint64_t[]){192, 156, 120, 120, 84, 48},
            (uint64_t[]){11, 9, 7, 7, 5, 3});
}

// Row 19: a council of five with vetoes among fifteen.
static void test_power_of_fifteen(void **unused) {
    (void)unused;
    PowerVotes votes = {.count = 15, .quota = 39};
    for (int32_t i = 0; i < 15; i++)
        votes.weight[i] = i < 5 ? 7 : 1;
    PowerIndex index;
    power_of_votes(&votes, &index);
    assert_true(index.orders_all == UINT64_C(1307674368000));
    assert_true(index.orders[0] == UINT64_C(256657766400));
    assert_true(index.orders[14] == UINT64_C(2438553600));
    assert_true(index.swings[0] == 848);
    assert_true(index.swings[14] == 84);
    assert_int_equal(index.shapley[0], 196);
    assert_int_equal(index.shapley[14], 2);
}

// Row 20, and the same through an arena's rule.
static void test_power_of_cases(void **unused) {
    (void)unused;
    PowerVotes homes =
                       {
                               5, 6, {2, 3, 3, 2, 1},
                                 0
    },
               riverside = {3, 4, {3, 2, 2}, 0};
    same_power(&homes, (uint64_t[]){16, 36, 36, 16, 16}, NULL);
    same_power(&riverside, (uint64_t[]){2, 2, 2}, NULL);
    riverside.veto = 2;
    same_power(&riverside, (uint64_t[]){1, 4, 1}, NULL);
}

static void test_power_of_an_arena(void **unused) {
    (void)unused;
    World world = open_world(2, 4, 2);
    uint8_t players[POWER_PLAYERS_MAX];
    PowerIndex index;
    static const uint8_t weights[] = {3, 9, 2, 2};
    for (int32_t i = 0; i < 4; i++) {
        world.def->deciders[i].weight = weights[i];
        world.def->deciders[i].arena = i == 1;
    }
    assert_false(power_of_arena(world.def, world.state, 0, &index, players));
    world.def->arenas[0].decides = 0;
    world.def->decision_rules_count = 1;
    world.def->decision_rules[0] = (DecisionRule){.kind = RULE_VOTE};
    assert_true(power_of_arena(world.def, world.state, 0, &index, players));
    assert_int_equal(index.count, 3);
    assert_int_equal(players[1], 2);
    assert_true(index.orders[0] == 2 && index.orders[1] == 2 && index.orders[2] == 2);
    world.def->decision_rules[0].veto = 1 << 2;
    assert_true(power_of_arena(world.def, world.state, 0, &index, players));
    assert_true(index.orders[0] == 1 && index.orders[1] == 4 && index.orders[2] == 1);
    set(&world, TRACK_QUOTA, 0, 0, 7);
    assert_true(power_of_arena(world.def, world.state, 0, &index, players));
    assert_true(index.orders[0] == 2 && index.swings[0] == 1);
    world.def->decision_rules[0].kind = RULE_COURT;
    assert_false(power_of_arena(world.def, world.state, 0, &index, players));
    close_world(&world);
}

static void test_measures(void **unused) {
    (void)unused;
    assert_int_equal(measure_effective_voices((int32_t[]){4, 1, 1, 0}, 4), 200);
    assert_int_equal(measure_effective_voices((int32_t[]){2, 2, 2, 0}, 4), 300);
    assert_int_equal(measure_effective_voices((int32_t[]){0, 0}, 2), 0);
    assert_int_equal(measure_gini((int32_t[]){5, 5, 5}, 3), 0);
    assert_int_equal(measure_gini((int32_t[]){0, 0, 9}, 3), 666);
    assert_int_equal(measure_gini((int32_t[]){0, 0}, 2), 0);
    assert_int_equal(
            measure_polarisation((int32_t[]){-100, 100}, (int32_t[]){1, 3}, 2), 200);
    assert_int_equal(
            measure_polarisation((int32_t[]){-100, 100, 100}, (int32_t[]){1, 1, 1}, 3),
            133);
    assert_int_equal(measure_polarisation((int32_t[]){7}, (int32_t[]){1}, 1), 0);
}

// 0 - 1 - 2, a triangle 2 3 4, and 5 alone; some arrows are returned.
static void test_network(void **unused) {
    (void)unused;
    Network network = {
            6, {1 << 1, 1 << 0 | 1 << 2, 1 << 3, 1 << 4, 1 << 2 | 1 << 4, 0}
    };
    assert_int_equal(measure_out_degree(&network, 1), 2);
    assert_int_equal(measure_in_degree(&network, 2), 2);
    assert_int_equal(measure_out_degree(&network, 4), 1);
    assert_int_equal(measure_reciprocity(&network), 333);
    assert_int_equal(measure_brokerage(&network, 1), 3);
    assert_int_equal(measure_brokerage(&network, 2), 4);
    assert_int_equal(measure_brokerage(&network, 3), 0);
    assert_int_equal(measure_brokerage(&network, 5), 0);
    assert_int_equal(measure_reciprocity(&(Network){
                             2, {0, 0}
    }),
            0);
}

// Row 15: a text passed by a coalition, and one passed without.
static void test_durability(void **unused) {
    (void)unused;
    World world = open_world(2, 2, 1);
    State *state = world.state;
    world.def->deciders[0].owner = 0;
    state->coalition[3].members = 3;
    state->vote[0] = 1;
    assert_int_equal(criteria_durability(world.def, state, 0), 0);
    state->decision[0] = (Decision){.done = 1, .passed = 1, .margin = 3};
    set(&world, TRACK_PUBLIC, 0, 0, 82);
    set(&world, TRACK_COHESION, 3, 0, 61);
    set(&world, TRACK_LEGITIMACY, 0, 0, 39);
    assert_int_equal(criteria_durability(world.def, state, 0), 72);
    assert_int_equal(criteria_durability(world.def, state, NONE), 72);
    state->decision[0].margin = 0;
    set(&world, TRACK_PUBLIC, 0, 0, 30);
    set(&world, TRACK_COHESION, 3, 0, 6);
    set(&world, TRACK_LEGITIMACY, 0, 0, 15);
    assert_int_equal(criteria_durability(world.def, state, 0), 11);
    state->vote[0] = -1; // its own decider held back: no coalition was for
    assert_int_equal(criteria_durability(world.def, state, 0), 7);
    world.def->actors[1].tags = 1u << TAG_AFFECTED;
    assert_int_equal(criteria_durability(world.def, state, 0), 7 + 10);
    state->loan[0].state = LOAN_EMBEDDED;
    set(&world, TRACK_WATCHED, 2, 0, 1);
    state->start_stance[1] = -201;
    state->vote[1] = 1;
    assert_int_equal(criteria_durability(world.def, state, 0), 17 + 10 + 5 + 10);
    set(&world, TRACK_FRAME, 0, 1, 4);
    world.def->frames[1].outsider = 1;
    assert_int_equal(criteria_durability(world.def, state, 0), 17 + 10 + 5);
    close_world(&world);
}

// Row 27.
static void test_substance(void **unused) {
    (void)unused;
    World world = open_world(2, 0, 1);
    Actor *actor = &world.def->actors[0];
    for (int32_t i = 0; i < 3; i++)
        actor->wants_set[i] = actor->cares[i] = 1;
    for (int32_t i = 0; i < 3; i++)
        actor->wants[i] = 3;
    set(&world, TRACK_LAW, 0, 0, 1);
    set(&world, TRACK_LAW, 1, 0, 3);
    assert_int_equal(criteria_substance(world.def, world.state, 0), 45);
    actor->cares[1] = 3;
    assert_int_equal(criteria_substance(world.def, world.state, 0), 67);
    assert_int_equal(criteria_substance(world.def, world.state, 1), -1);
    actor->wants_set[0] = actor->wants_set[2] = 0;
    assert_int_equal(criteria_substance(world.def, world.state, 0), 100);
    close_world(&world);
}

// Row 16.
static void test_coalition_standing(void **unused) {
    (void)unused;
    World world = open_world(4, 0, 1);
    static const int32_t base[] = {80, 55, 45, 70};
    for (int32_t i = 0; i < 4; i++) {
        for (int32_t j = 0; j < 5; j++)
            set(&world, TRACK_LEGITIMACY, i, j, base[i]);
    }
    world.state->coalition[0] = (Coalition){.members = 15, .lead = 1};
    world.def->actors[1].tags = 1u << TAG_AFFECTED;
    assert_int_equal(coalition_standing(world.def, world.state, 0, 2), 566);
    assert_int_equal(coalition_standing(world.def, world.state, 0, 0), 646);
    world.def->actors[1].tags = 0;
    assert_int_equal(coalition_standing(world.def, world.state, 0, 0), 486);
    close_world(&world);
}

// The example of the text: 4 of 9 lines, 3 of 5 steps, 3.20 effective voices of 6 teams.
static void test_voice(void **unused) {
    (void)unused;
    World world = open_world(6, 0, 1);
    assert_int_equal(criteria_voice(world.def, world.state), -1);
    static const uint8_t spent[] = {2, 2, 1, 3, 0, 0};
    world.def->actors[1].tags = 1u << TAG_AFFECTED;
    world.state->lines_by[0] = 5;
    world.state->lines_by[1] = 4;
    world.state->steps_by[1] = 30;
    world.state->steps_by[2] = 20;
    assert_int_equal(criteria_voice(world.def, world.state), (44 + 60) / 2);
    memcpy(world.state->voice_spent, spent, sizeof spent); // 64 / 18 = 3.55
    assert_int_equal(criteria_voice(world.def, world.state), (44 + 60 + 59) / 3);
    static const uint8_t other[] = {4, 2, 2, 0, 0, 8}; // 256 / 88 = 2.90
    memcpy(world.state->voice_spent, other, sizeof other);
    assert_int_equal(criteria_voice(world.def, world.state), (44 + 60 + 48) / 3);
    close_world(&world);
}

static void test_coalition_and_shift(void **unused) {
    (void)unused;
    World world = open_world(3, 0, 1);
    int16_t all[CRITERION_COUNT];
    set(&world, TRACK_TRUST, 1, 0, 2);
    set(&world, TRACK_TRUST, 2, 0, -1);
    assert_int_equal(
            criteria_coalition(world.def, world.state, 0), 55); // (2 - 1) / 2 + 5, times 10
    world.state->coalition[1].members = 3;
    set(&world, TRACK_COHESION, 1, 0, 60);
    set(&world, TRACK_RESOURCE, 0, 0, 3);
    world.state->holdings_start[0] = 4;
    assert_int_equal(criteria_coalition(world.def, world.state, 0), (60 + 60 + 75) / 3);
    world.def->actors[0].tags = 1u << TAG_AFFECTED;
    world.state->position[0][0].weight = 1;
    world.def->arenas[0].weight = 1;
    world.state->macro_start[0] = 133;
    assert_int_equal(criteria_power_shift(world.def, world.state), 50 + (333 - 133) / 4);
    criteria_all(world.def, world.state, 0, all);
    assert_int_equal(all[CRITERION_LEGITIMACY], 50);
    assert_int_equal(all[CRITERION_SUBSTANCE], -1);
    assert_int_equal(all[CRITERION_COALITION], 65);
    close_world(&world);
}

static Event moved(
        const World *world, int32_t track, int32_t row, int32_t column, int16_t applied) {
    return (Event){.kind = EVENT_DELTA,
            .cell = def_cell(world->def, track, row, column),
            .applied = applied,
            .actor = NONE,
            .authors_count = 1,
            .authors = {{.actor = 0, .share = 1000}}};
}

static void test_worth(void **unused) {
    (void)unused;
    World world = open_world(3, 2, 1);
    Worth worth = {{0}, {{0}}};
    int32_t shares[ACTORS_MAX];
    static const struct {
        int32_t track, applied, units;
    } rows[] = {
            {TRACK_STANCE,     -57, 570 },
            {TRACK_HEAT,       60,  300 },
            {TRACK_PUBLIC,     30,  600 },
            {TRACK_FRAME,      8,   640 },
            {TRACK_DRAFT,      10,  1000},
            {TRACK_IMPORTANCE, 10,  500 },
            {TRACK_PULL,       40,  400 },
            {TRACK_LAW,        20,  0   },
            {TRACK_LEGITIMACY, 90,  0   },
            {TRACK_RESOURCE,   20,  0   },
            {TRACK_TRUST,      10,  0   },
            {TRACK_COHESION,   30,  0   }
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        Event event = moved(&world, rows[i].track, 0, 0, (int16_t)rows[i].applied);
        assert_int_equal(worth_of(world.def, &event), rows[i].units);
    }
    world.def->deciders[1].owner = 2;
    Event shared = moved(&world, TRACK_STANCE, 1, 0, 30); // 300 units, 800 to 200 per mille
    shared.authors_count = 2;
    shared.authors[0] = (Author){.actor = 0, .share = 800};
    shared.authors[1] = (Author){.actor = 1, .share = 200};
    worth_add(world.def, &shared, &worth);
    Event resisted = {.kind = EVENT_STRENGTH, .actor = 1, .b = 1, .c = 3};
    worth_add(world.def, &resisted, &worth);
    assert_int_equal(worth.by[0], 240);
    assert_int_equal(worth.by[1], 60 + 1600);
    assert_int_equal(worth.on[0][2], 240);
    assert_int_equal(worth.on[1][2], 60);
    worth_shares(&worth, shares);
    assert_int_equal(shares[0], 126);
    assert_int_equal(shares[1], 874);
    assert_int_equal(shares[2], 0);
    world.def->arenas[0].decides = 0;
    world.def->decision_rules_count = 1;
    world.def->decision_rules[0].kind = RULE_COURT;
    Event law = moved(&world, TRACK_LAW, 0, 0, 10);
    law.cause = (Cause){.kind = CAUSE_DECISION, .id = 0};
    assert_int_equal(worth_of(world.def, &law), 1000);
    close_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_macro_and_gini),
            cmocka_unit_test(test_power_of_six),
            cmocka_unit_test(test_power_of_three_and_of_unequal_six),
            cmocka_unit_test(test_power_of_fifteen),
            cmocka_unit_test(test_power_of_cases),
            cmocka_unit_test(test_power_of_an_arena),
            cmocka_unit_test(test_measures),
            cmocka_unit_test(test_network),
            cmocka_unit_test(test_durability),
            cmocka_unit_test(test_substance),
            cmocka_unit_test(test_coalition_standing),
            cmocka_unit_test(test_voice),
            cmocka_unit_test(test_coalition_and_shift),
            cmocka_unit_test(test_worth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

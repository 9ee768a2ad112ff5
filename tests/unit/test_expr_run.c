// tests/unit/test_expr_run.c — what a program looks at, laziness, faults, dice, sharing, keys of changes, selectors. Never: the grammar.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/expr_world.h"
#include <stdio.h>

static ExprId compiled(World *world, const char *text) {
    ExprId id = expr_compile_let(world->def, text, &world->place, world->diags);
    if (id == 0) fail_msg("%s: %s", text, world->diags->items[0].message);
    return id;
}

static int64_t run(World *world, const char *text) {
    world->scope.divided_by_zero = world->scope.stopped = false;
    return expr_run(&world->scope, compiled(world, text));
}

static void test_lazy(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    assert_int_equal(run(&world, "promise >= 1 and 1 // promise == 1"), 0);
    assert_false(world.scope.divided_by_zero);
    assert_int_equal(run(&world, "promise == 0 or 1 // promise == 1"), 1);
    assert_false(world.scope.divided_by_zero);
    assert_int_equal(run(&world, "choose(promise >= 1, 1 // promise, 8)"), 8);
    assert_int_equal(run(&world, "choose(promise == 0, 7, 1 // promise)"), 7);
    assert_false(world.scope.divided_by_zero);
    world_close(&world);
}

// In play the whole condition counts as no and the whole amount as 0.
static void test_zero_in_play(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    assert_int_equal(run(&world, "promise // (promise - promise) == 1"), 0);
    assert_true(world.scope.divided_by_zero);
    assert_int_equal(run(&world, "not (1 // promise == 1)"), 0);
    assert_true(world.scope.divided_by_zero);
    assert_int_equal(run(&world, "5 + 1 % promise"), 0);
    assert_true(world.scope.divided_by_zero);
    assert_int_equal(run(&world, "share(5, promise)"), 0);
    assert_false(world.scope.divided_by_zero);
    world_close(&world);
}

static void test_stops(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    assert_int_equal(run(&world, "999999999999 * 999999999999 * 999999999999 > 1"), 1);
    assert_true(world.scope.stopped);
    assert_int_equal(run(&world, "999999999999 * -999999999999"), -1000000000000);
    assert_int_equal(run(&world, "percent(100, 999999999999)"), 999999999999);
    assert_false(world.scope.stopped);
    ExprId big = compiled(&world, "999999999999");
    assert_int_equal(expr_amount(&world.scope, big), INT32_MAX);
    world_close(&world);
}

static void looks(World *world, const char *text, uint32_t expected) {
    ExprId id = compiled(world, text);
    if (world->def->exprs[id].looks != expected)
        fail_msg("%s looks at %u", text, world->def->exprs[id].looks);
}

static void test_looks(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world.place.may_roll = true;
    looks(&world, "promise + round", 0);
    looks(&world, "cleaners.base", 0);
    looks(&world, "base", EXPR_LOOKS_ME);
    looks(&world, "stance", EXPR_LOOKS_TARGET);
    looks(&world, "pledge", EXPR_LOOKS_ME | EXPR_LOOKS_TARGET);
    looks(&world, "did.report_back", EXPR_LOOKS_ME);
    looks(&world, "side * 2 + bid", EXPR_LOOKS_SIDE | EXPR_LOOKS_BID);
    looks(&world, "roll(6)", EXPR_LOOKS_ROLL);
    looks(&world, "sum(actors.money)", 0);
    looks(&world, "sum(others.money)", EXPR_LOOKS_ME);
    looks(&world, "owner == union", EXPR_LOOKS_TARGET);
    assert_int_equal(world.def->exprs[compiled(&world, "2 + 3 * 4")].constant, 1);
    assert_int_equal(world.def->exprs[compiled(&world, "round")].constant, 0);
    world_close(&world);
}

static void test_asked_and_lets(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world.asks[0] = (Ask){
            .id = world_word(world.def, "amount"), .kind = ASK_NUMBER, .from = 1, .to = 3};
    world.asks[1] = (Ask){
            .id = world_word(world.def, "what"), .kind = ASK_THING, .thing = KIND_RESOURCE};
    world.place.asks_count = 2;
    world.def->lets[4] =
            (Let){world_word(world.def, "all"), compiled(&world, "stance + 1")};
    world.def->lets[5] =
            (Let){world_word(world.def, "caught"), compiled(&world, "side == 1")};
    world.place.lets_first = 4;
    world.place.lets_count = 2;
    world.asked[0] = 3;
    world.asked[1] = 2;
    world.lets[0] = -13;
    world.lets[1] = 1;
    world_set(&world, "resource", 0, 2, 40);
    world_set(&world, "stock", 2, 0, 250);
    assert_int_equal(run(&world, "amount * 2"), 6);
    assert_int_equal(run(&world, "my.what + stock"), 29);
    assert_int_equal(run(&world, "choose(what == know, 1, 0)"), 1);
    assert_int_equal(run(&world, "choose(what == money, 1, 0)"), 0);
    assert_int_equal(run(&world, "choose(all < 0, -(-all // 12), all // 12)"), -1);
    assert_int_equal(run(&world, "choose(caught, 1, -2)"), 1);
    looks(&world, "amount", EXPR_LOOKS_ASKED);
    looks(&world, "all", EXPR_LOOKS_LET | EXPR_LOOKS_TARGET);
    looks(&world, "caught", EXPR_LOOKS_LET | EXPR_LOOKS_SIDE);
    world_close(&world);
}

// A rule over deciders, then over actors: target and me are each member.
static void test_each(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world.place = (ExprPlace){.each_kind = KIND_DECIDER};
    world.scope.me = NONE;
    world.scope.target = (Thing){KIND_NONE, NONE};
    world.scope.each = (Thing){KIND_DECIDER, 1};
    world_set(&world, "stance", 1, 0, 55);
    world_set(&world, "pledge", 3, 1, 20);
    assert_int_equal(run(&world, "stance"), 5);
    assert_int_equal(run(&world, "target.stance"), 5);
    assert_int_equal(run(&world, "deciders.stance"), 5);
    assert_int_equal(run(&world, "sum(pledge.actors.target)"), 2);
    looks(&world, "stance", EXPR_LOOKS_EACH);
    world.place.each_kind = KIND_ACTOR;
    world.scope.each = (Thing){KIND_ACTOR, 3};
    assert_int_equal(run(&world, "pledge.finance"), 2);
    assert_int_equal(run(&world, "my.base"), 50);
    assert_int_equal(run(&world, "count(others.base >= 50)"), 3);
    assert_int_equal(run(&world, "choose(me == schools, 4, 5)"), 4);
    world_close(&world);
}

static void test_issue_at_hand(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world_set(&world, "public", 0, 0, 110);
    world_set(&world, "public", 1, 0, 220);
    world.place.target_kinds = 1 << KIND_CLAUSE | 1 << KIND_FRAME;
    world.scope.target = (Thing){KIND_CLAUSE, 1};
    assert_int_equal(run(&world, "public"), 22);
    world.scope.target = (Thing){KIND_CLAUSE, 0};
    assert_int_equal(run(&world, "public"), 11);
    world.scope.target = (Thing){KIND_FRAME, 1};
    assert_int_equal(run(&world, "public"), 22);
    world.place.target_kinds = 1 << KIND_READING;
    world.scope.target = (Thing){KIND_READING, 1};
    assert_int_equal(run(&world, "appeal"), 3);
    world_close(&world);
}

static void test_votes(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world.place = (ExprPlace){.has_votes = true};
    world.votes = (ExprVotes){
            .yes = 7, .no = 3, .abstain = 1, .present = 10, .total = 11, .quota = 6};
    assert_int_equal(run(&world, "yes * 2 > total"), 1);
    assert_int_equal(run(&world, "yes >= quota"), 1);
    assert_int_equal(run(&world, "yes * 3 >= total * 2"), 0);
    assert_int_equal(run(&world, "no + abstain * 10 + present"), 23);
    world_close(&world);
}

static void test_settings_are_read_in_play(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    ExprId id = compiled(&world, "ease * 2");
    assert_int_equal(expr_run(&world.scope, id), 14);
    world.def->settings[0].value = -3;
    assert_int_equal(expr_run(&world.scope, id), -6);
    world_close(&world);
}

static int32_t ten_times_actor(const Def *def, const State *state, int32_t actor) {
    (void)def;
    (void)state;
    return 10 * actor;
}

static int32_t always_three(const State *state, uint16_t rule, uint16_t *draws, int32_t n) {
    (void)state;
    (void)rule;
    (void)n;
    (*draws)++;
    return 3;
}

static void test_dice(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world.place.may_roll = true;
    int32_t seen[7] = {0}, others = 0;
    for (int32_t i = 0; i < 600; i++) {
        int64_t value = run(&world, "roll(6)");
        assert_in_range(value, 1, 6);
        seen[value]++;
    }
    for (int32_t i = 1; i <= 6; i++)
        assert_in_range(seen[i], 60, 140);
    assert_int_equal(world.draws, 600);
    for (uint16_t rule = 0; rule < 50; rule++) {
        uint16_t a = 0, b = 0;
        int32_t first = expr_roll(world.state, rule, &a, 1000000),
                again = expr_roll(world.state, rule, &b, 1000000);
        assert_int_equal(first, again);
        b = 0;
        others += first != expr_roll(world.state, (uint16_t)(rule + 1), &b, 1000000);
    }
    assert_in_range(others, 49, 50);
    ExprDerived derived = {.macro = ten_times_actor, .roll = always_three};
    world.scope.derived = &derived;
    assert_int_equal(run(&world, "macro.cleaners + roll(6)"), 23);
    world_close(&world);
}

static void test_shared(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    ExprId first = compiled(&world, "promise >= 1");
    assert_int_equal(compiled(&world, "( promise>=1 )"), first);
    assert_int_not_equal(compiled(&world, "promise >= 2"), first);
    assert_int_equal(expr_constant(world.def, 5), compiled(&world, "2 + 3"));
    assert_int_equal(expr_run(&world.scope, expr_constant(world.def, -70000)), -70000);
    assert_true(expr_holds(&world.scope, 0));
    assert_int_equal(expr_amount(&world.scope, 0), 0);
    world_close(&world);
}

// Full tables are a finding, not a crash.
static void test_full(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    char text[32];
    ExprId id = 1;
    for (int32_t i = 0; i < EXPRS_MAX + 10 && id != 0; i++) {
        snprintf(text, sizeof text, "promise + %d", i);
        id = expr_compile(world.def, text, false, &world.place, world.diags);
    }
    assert_int_equal(id, 0);
    assert_string_equal(world.diags->items[0].code, "E225");
    assert_int_equal(world.def->exprs_count, EXPRS_MAX);
    world_close(&world);
}

typedef struct Key {
    const char *steps[4];
    const char *track;
    Sel row, column;
} Key;

#define ROW(how, kind, index, spare)                                                       \
    { SEL_##how, KIND_##kind, index, spare }

static const Key keys[] = {
        {{"base"},                      "legitimacy", ROW(ME,     ACTOR,     0,           0),          ROW(ONE,    AUDIENCE, 0,       0)},
        {{"cleaners", "base"},          "legitimacy", ROW(ONE,    ACTOR,     2,           0),
         ROW(ONE,                                                                                                  AUDIENCE, 0,       0)},
        {{"legitimacy"},                "legitimacy", ROW(ME,     ACTOR,     0,           0),
         ROW(SET,                                                                                                  AUDIENCE, SET_ALL, 0)},
        {{"stance"},                    "stance",     ROW(TARGET, DECIDER,   0,           0),          ROW(NONE,   NONE,     0,       0)},
        {{"public"},                    "public",     ROW(ONE,    ISSUE,     0,           0),          ROW(NONE,   NONE,     0,       0)},
        {{"me", "public"},              "legitimacy", ROW(ME,     ACTOR,     0,           0),          ROW(ONE,    AUDIENCE, 1,       0)},
        {{"everyone", "people"},        "resource",   ROW(SET,    ACTOR,     SET_ALL,     0),
         ROW(ONE,                                                                                                  RESOURCE, 1,       0)},
        {{"members", "trust"},          "trust",      ROW(SET,    ACTOR,     SET_MEMBERS, 0),
         ROW(ME,                                                                                                   ACTOR,    0,       0)},
        {{"trust", "union", "me"},      "trust",      ROW(ONE,    ACTOR,     1,           0),          ROW(ME,     ACTOR,    0,       0)},
        {{"affected", "money"},         "resource",   ROW(TAG,    ACTOR,     0,           0),
         ROW(ONE,                                                                                                  RESOURCE, 0,       0)},
        {{"cohesion"},                  "cohesion",   ROW(ME,     COALITION, 0,           KIND_ACTOR),
         ROW(NONE,                                                                                                 NONE,     0,       0)},
        {{"union", "cohesion"},         "cohesion",   ROW(ONE,    COALITION, 1,           KIND_ACTOR),
         ROW(NONE,                                                                                                 NONE,     0,       0)},
        {{"alliance", "cohesion"},      "cohesion",   ROW(ONE,    COALITION, 0,           0),
         ROW(NONE,                                                                                                 NONE,     0,       0)},
        {{"frame", "arenas", "safety"}, "frame",      ROW(SET,    ARENA,     SET_ALL,     0),
         ROW(ONE,                                                                                                  FRAME,    1,       0)},
        {{"pledge"},                    "pledge",     ROW(ME,     ACTOR,     0,           0),          ROW(TARGET, DECIDER,  0,       0)},
        {{"owner", "trust"},            "trust",      ROW(OWNER,  ACTOR,     0,           0),          ROW(ME,     ACTOR,    0,       0)},
        {{"what"},                      "resource",   ROW(ME,     ACTOR,     0,           0),          ROW(ASKED,  RESOURCE, 0,       0)},
        {{"union", "what"},             "resource",   ROW(ONE,    ACTOR,     1,           0),          ROW(ASKED,  RESOURCE, 0,       0)},
        {{"stock"},                     "stock",      ROW(ASKED,  RESOURCE,  0,           0),          ROW(NONE,   NONE,     0,       0)},
        {{"civic"},                     "civic",      ROW(NONE,   NONE,      0,           0),          ROW(NONE,   NONE,     0,       0)},
        {{"law", "rate"},               "law",        ROW(ONE,    CLAUSE,    0,           0),          ROW(NONE,   NONE,     0,       0)},
};

static int32_t steps_of(const char *const *steps) {
    int32_t count = 0;
    while (count < 4 && steps[count] != NULL)
        count++;
    return count;
}

static void test_keys(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world.asks[0] = (Ask){
            .id = world_word(world.def, "what"), .kind = ASK_THING, .thing = KIND_RESOURCE};
    world.place.asks_count = 1;
    for (size_t i = 0; i < ARRAY_COUNT(keys); i++) {
        const Key *key = &keys[i];
        ExprNumber number;
        if (!expr_number_named(world.def, key->steps, steps_of(key->steps), &world.place,
                    world.diags, &number)) {
            fail_msg("%s: %s", key->steps[0], world.diags->items[0].message);
        }
        assert_int_equal(number.track, def_find_track(world.def, key->track));
        if (memcmp(&number.row, &key->row, sizeof(Sel)) != 0)
            fail_msg("row of key %zu (%s)", i, key->steps[0]);
        if (memcmp(&number.column, &key->column, sizeof(Sel)) != 0)
            fail_msg("column of key %zu (%s)", i, key->steps[0]);
    }
    world_close(&world);
}

static void test_keys_refused(void **unused) {
    (void)unused;
    static const struct {
        const char *steps[4], *code;
    } rows[] = {
            {{"round"},           "E223"},
            {{"ease"},            "E223"},
            {{"macro"},           "E223"},
            {{"passed", "board"}, "E223"},
            {{"did", "word"},     "E223"},
            {{"bases"},           "E201"},
            {{"union", "baes"},   "E201"},
            {{"mayor", "base"},   "E202"},
            {{"frame", "safety"}, "E222"},
            {{"union"},           "E202"},
            {{"actors"},          "E239"},
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        World world;
        ExprNumber number;
        world_open(&world);
        bool good = expr_number_named(world.def, rows[i].steps, steps_of(rows[i].steps),
                &world.place, world.diags, &number);
        if (good || world.diags->count != 1
                || strcmp(world.diags->items[0].code, rows[i].code) != 0) {
            fail_msg("%s: %s %s", rows[i].steps[0], world.diags->items[0].code,
                    world.diags->items[0].message);
        }
        world_close(&world);
    }
}

static void selects(const World *world, Sel sel, uint64_t expected) {
    uint64_t mask = expr_select(&world->scope, sel);
    if (mask != expected)
        fail_msg("how %u kind %u: %llx", sel.how, sel.kind, (unsigned long long)mask);
}

static void test_select(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world.state->coalition[2] = (Coalition){.members = 1 | 4, .start_name = 0};
    world.state->coalition[5] = (Coalition){.members = 1 | 2 | 4, .start_name = NONE};
    world.state->present = 6;
    world.asked[1] = 3;
    selects(&world, (Sel){0}, 0);
    selects(&world, (Sel)ROW(ME, ACTOR, 0, 0), 1);
    selects(&world, (Sel)ROW(ONE, DECIDER, 2, 0), 4);
    selects(&world, (Sel)ROW(TARGET, DECIDER, 0, 0), 1);
    selects(&world, (Sel)ROW(TARGET, ACTOR, 0, 0), 0);
    selects(&world, (Sel)ROW(OWNER, ACTOR, 0, 0), 2);
    selects(&world, (Sel)ROW(ASKED, RESOURCE, 1, 0), 8);
    selects(&world, (Sel)ROW(WITH, ACTOR, 0, 0), 0);
    selects(&world, (Sel)ROW(SET, ACTOR, SET_ALL, 0), 15);
    selects(&world, (Sel)ROW(SET, ACTOR, SET_OTHERS, 0), 14);
    selects(&world, (Sel)ROW(SET, ACTOR, SET_MEMBERS, 0), 7);
    selects(&world, (Sel)ROW(SET, ACTOR, SET_PRESENT, 0), 6);
    selects(&world, (Sel)ROW(SET, ARENA, SET_ALL, 0), 3);
    selects(&world, (Sel)ROW(TAG, ACTOR, 0, 0), 12);
    selects(&world, (Sel)ROW(ME, COALITION, 0, KIND_ACTOR), 1 << 2 | 1 << 5);
    selects(&world, (Sel)ROW(ONE, COALITION, 1, KIND_ACTOR), 1 << 5);
    selects(&world, (Sel)ROW(ONE, COALITION, 0, 0), 1 << 2);
    world.scope.target = (Thing){KIND_CLAUSE, 1};
    selects(&world, (Sel)ROW(TARGET, ISSUE, 0, 0), 2);
    world_close(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_lazy),
            cmocka_unit_test(test_zero_in_play),
            cmocka_unit_test(test_stops),
            cmocka_unit_test(test_looks),
            cmocka_unit_test(test_asked_and_lets),
            cmocka_unit_test(test_each),
            cmocka_unit_test(test_issue_at_hand),
            cmocka_unit_test(test_votes),
            cmocka_unit_test(test_settings_are_read_in_play),
            cmocka_unit_test(test_dice),
            cmocka_unit_test(test_shared),
            cmocka_unit_test(test_full),
            cmocka_unit_test(test_keys),
            cmocka_unit_test(test_keys_refused),
            cmocka_unit_test(test_select),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

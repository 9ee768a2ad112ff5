// tests/unit/test_expr_refused.c — what authors must not write: each with its code and column. Never: a text that compiles.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/expr_world.h"
#include <stdio.h>

typedef struct Row {
    const char *text, *code;
    int32_t at; // place in the text, from 0
} Row;

// A rule that is about nobody in particular: no me, no target.
static const ExprPlace nobody = {
        .file = "scenario.lua", .word = "rule \"r1\": when", .line = 3, .column = 10};

// The expressions of the hostile corpus, 197 to 221.
static const Row hostile[] = {
        {"os.execute('id')",                           "E230", 10},
        {"promise = 1",                                "E233", 8 },
        {"promise",                                    "E231", 0 },
        {"not promise >= 1",                           "E231", 4 },
        {"1 < promise < 3",                            "E231", 2 },
        {"true",                                       "E230", 0 },
        {"promise >= 1 -- always",                     "E230", 13},
        {"promise >= 0.5",                             "E112", 11},
        {"promise >= 1234567890123",                   "E113", 11},
        {"promise / 2 >= 1",                           "E117", 8 },
        {"promise // 0 == 1",                          "E232", 11},
        {"((((((((((((((promise)))))))))))))) >= 1",   "E234", 12},
        {"cleaners.__index >= 1",                      "E230", 9 },
        {"base >= 1",                                  "E222", 0 },
        {"target.base >= 1",                           "E237", 0 },
        {"actors.base > 3",                            "E239", 0 },
        {"any(promise > 1)",                           "E239", 0 },
        {"sum(actors.base * deciders.stance) > 1",     "E238", 18},
        {"count(actors.base > sum(actors.money)) > 1", "E238", 20},
        {"random(6) > 3",                              "E235", 0 },
        {"roll(6) > 3",                                "E236", 0 },
        {"tenths(calm + 1) >= 5",                      "E235", 12},
};

static const Row conditions[] = {
        {"",                               "E230", 0 },
        {"   ",                            "E230", 2 },
        {"1 <",                            "E230", 2 },
        {"1 < 2)",                         "E230", 5 },
        {"(1 < 2",                         "E230", 0 },
        {"1 2 < 3",                        "E230", 2 },
        {"Promise >= 1",                   "E205", 0 },
        {"proMise >= 1",                   "E205", 0 },
        {"promise >= 0x10",                "E112", 11},
        {"promise >= 1e3",                 "E112", 11},
        {"promise & 1 == 1",               "E117", 8 },
        {"promise >> 1 == 1",              "E117", 8 },
        {"promise != 1",                   "E230", 8 },
        {"promise .. calm == 1",           "E230", 8 },
        {"promise == \"1\"",               "E230", 11},
        {"if promise then 1",              "E230", 0 },
        {"promise >= 1 and nil",           "E230", 17},
        {"link.end >= 1",                  "E230", 5 },
        {"promse >= 1",                    "E201", 0 },
        {"clenaers.base >= 1",             "E201", 0 },
        {"cleaners.baes >= 1",             "E201", 9 },
        {"trust.cleaners.unoin >= 1",      "E201", 15},
        {"is.cleaners.afected",            "E201", 12},
        {"done.cleaners.wrod >= 1",        "E201", 14},
        {"happened.tendre",                "E201", 9 },
        {"cleaners.heat >= 1",             "E202", 0 },
        {"stance.cleaners >= 1",           "E202", 7 },
        {"promise.cleaners >= 1",          "E202", 8 },
        {"rate >= 1",                      "E202", 0 },
        {"cleaners == mayor",              "E202", 12},
        {"cleaners == 3",                  "E202", 0 },
        {"stance >= 1",                    "E222", 0 },
        {"trust.cleaners >= 1",            "E222", 0 },
        {"did.report_back >= 1",           "E222", 0 },
        {"passed",                         "E222", 0 },
        {"happened",                       "E222", 0 },
        {"me.base >= 1",                   "E237", 0 },
        {"side == 1",                      "E237", 0 },
        {"bid == 1",                       "E237", 0 },
        {"yes * 2 > total",                "E237", 0 },
        {"sum(others.base) > 1",           "E237", 4 },
        {"passed.cabinet + 1 > 1",         "E231", 0 },
        {"promise and calm",               "E231", 0 },
        {"passed.cabinet == passed.board", "E231", 0 },
        {"promise % 0 == 1",               "E232", 10},
        {"promise // (2 - 2) == 1",        "E232", 14},
        {"min >= 1",                       "E235", 0 },
        {"min() >= 1",                     "E235", 0 },
        {"clamp(1, 2) >= 1",               "E235", 0 },
        {"tenths(public.wage + 1) >= 5",   "E235", 19},
        {"tenths(round) >= 5",             "E235", 7 },
        {"public.wage.hall >= 5",          "E202", 12},
        {"a.b.c.d.e >= 5",                 "E234", 8 },
        {"actors >= 1",                    "E239", 0 },
        {"count(actors) >= 1",             "E239", 6 },
        {"any(any(actors.base > 1))",      "E238", 4 },
};

static void refuse(const Row *row, bool answer, const ExprPlace *place) {
    World world;
    world_open(&world);
    ExprId id = expr_compile(world.def, row->text, answer, place, world.diags);
    if (id != 0 || world.diags->count != 1)
        fail_msg("%s: accepted, or %d findings", row->text, world.diags->count);
    const Diag *diag = &world.diags->items[0];
    if (strcmp(diag->code, row->code) != 0 || diag->column != place->column + row->at) {
        fail_msg("%s: %s at %d: %s", row->text, diag->code, diag->column - place->column,
                diag->message);
    }
    assert_int_equal(world.def->exprs_count, 0);
    assert_int_equal(diag->line, 3);
    world_close(&world);
}

static void test_hostile(void **unused) {
    (void)unused;
    for (size_t i = 0; i < ARRAY_COUNT(hostile); i++)
        refuse(&hostile[i], true, &nobody);
}

static void test_conditions(void **unused) {
    (void)unused;
    for (size_t i = 0; i < ARRAY_COUNT(conditions); i++)
        refuse(&conditions[i], true, &nobody);
}

static void test_amounts(void **unused) {
    (void)unused;
    static const Row rows[] = {
            {"promise >= 1",                          "E231", 8 },
            {"roll(0)",                               "E235", 5 },
            {"roll(2000000)",                         "E235", 5 },
            {"choose(promise, 1, 2)",                 "E231", 7 },
            {"choose(promise >= 1, 1, passed.board)", "E231", 24}
    };
    ExprPlace place = nobody;
    place.may_roll = true;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++)
        refuse(&rows[i], false, &place);
}

static void repeat(Buffer *out, const char *piece, int32_t count, const char *last) {
    buffer_reset(out);
    for (int32_t i = 0; i < count; i++)
        buffer_add_text(out, piece);
    buffer_add_text(out, last);
}

static void accept(const char *text) {
    World world;
    world_open(&world);
    if (expr_compile(world.def, text, false, &nobody, world.diags) == 0)
        fail_msg("%s", text);
    assert_int_equal(world.diags->count, 0);
    world_close(&world);
}

static void test_limits(void **unused) {
    (void)unused;
    Buffer text = {0};
    repeat(&text, "promise + ", 26, "1");
    refuse(&(Row){text.data, "E234", 0}, false, &nobody);
    repeat(&text, "1+", 40, "1");
    refuse(&(Row){text.data, "E234", 63}, false, &nobody);
    repeat(&text, "1+", 31, "1");
    accept(text.data);
    repeat(&text, " -", 70, "1");
    refuse(&(Row){text.data, "E234", 121}, false, &nobody);
    repeat(&text, " -", 60, "1");
    accept(text.data);
    accept("((((((((((((promise))))))))))))");
    buffer_free(&text);
}

static void near(const char *text, const char *word) {
    World world;
    world_open(&world);
    (void)expr_compile(world.def, text, true, &nobody, world.diags);
    assert_int_equal(world.diags->count, 1);
    assert_string_equal(world.diags->items[0].near, word);
    world_close(&world);
}

static void test_nearest_words(void **unused) {
    (void)unused;
    near("clenaers.base >= 1", "cleaners");
    near("promse >= 1", "promise");
    near("trust.cleaners.unoin >= 1", "union");
    near("happened.tendre", "tender");
    near("mxa(1, 2) >= 1", "max");
    near("law.raet >= 1", "rate");
}

static void test_fixes(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    (void)expr_compile(world.def, "promise", true, &nobody, world.diags);
    assert_string_equal(world.diags->items[0].fix, "write promise >= 1");
    (void)expr_compile(world.def, "base >= 1", true, &nobody, world.diags);
    assert_non_null(strstr(world.diags->items[1].fix, "link.base"));
    world_close(&world);
}

// Two answers of one kind were asked: which one is meant is not clear.
static void test_two_asked_of_a_kind(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    world.asks[0] = (Ask){
            .id = world_word(world.def, "first"), .kind = ASK_THING, .thing = KIND_CLAUSE};
    world.asks[1] = (Ask){
            .id = world_word(world.def, "second"), .kind = ASK_THING, .thing = KIND_CLAUSE};
    world.place.asks_count = 2;
    assert_int_equal(expr_compile(world.def, "draft", false, &world.place, world.diags), 0);
    assert_string_equal(world.diags->items[0].code, "E222");
    world.diags->count = 0;
    world.asked[1] = 1;
    world_set(&world, "draft", 1, 0, 30);
    assert_int_equal(world_value(&world, "draft.second"), 3);
    assert_int_equal(world_value(&world, "draft.first"), 0);
    assert_int_equal(world_value(&world, "choose(second == hours, 8, 9)"), 8);
    assert_int_equal(world.diags->count, 0);
    world_close(&world);
}

static void warns(World *world, const char *text, int32_t count) {
    world->place.seen_by_players = 1;
    world->diags->count = 0;
    if (expr_compile(world->def, text, true, &world->place, world->diags) == 0)
        fail_msg("%s", text);
    if (world->diags->count != count)
        fail_msg("%s: %d warnings", text, world->diags->count);
    if (count > 0) assert_string_equal(world->diags->items[0].code, "W610");
}

static void test_secrets(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    warns(&world, "target.stance >= 1", 1);
    warns(&world, "signed >= 1", 0);
    warns(&world, "union.signed >= 1", 1);
    warns(&world, "trust.union.me >= 1", 1);
    warns(&world, "trust.me.union >= 1", 0);
    warns(&world, "cohesion >= 1 and promise >= 1", 0);
    warns(&world, "cohesion.union >= 1", 1);
    world_close(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_hostile),
            cmocka_unit_test(test_conditions),
            cmocka_unit_test(test_amounts),
            cmocka_unit_test(test_limits),
            cmocka_unit_test(test_nearest_words),
            cmocka_unit_test(test_fixes),
            cmocka_unit_test(test_two_asked_of_a_kind),
            cmocka_unit_test(test_secrets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

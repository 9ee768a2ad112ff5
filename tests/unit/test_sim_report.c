// tests/unit/test_sim_report.c — a whole balance report: the same for any number of threads, sums that fit, checks that can fail. Never: holds a case to its bands.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sim/report.h"
#include "sim_packs.h"

enum { THREADS_MOST = 3, GAMES = 4 };

typedef struct World {
    SimPack packs[THREADS_MOST];
} World;

typedef struct Played {
    Balance *balance;
    Report *report;
    Buffer text;
    int32_t failed;
} Played;

static int setup(void **context) {
    World *world = calloc(1, sizeof *world);
    *context = world;
    bool good = true;
    for (int32_t i = 0; i < THREADS_MOST; i++)
        good &= sim_pack_open(&world->packs[i], "scenarios/riverside-link");
    return good ? 0 : -1;
}

static int teardown(void **context) {
    World *world = *context;
    for (int32_t i = 0; i < THREADS_MOST; i++)
        sim_pack_close(&world->packs[i]);
    free(world);
    return 0;
}

static Played play(World *world, int32_t threads) {
    Scenario *list[THREADS_MOST];
    for (int32_t i = 0; i < THREADS_MOST; i++)
        list[i] = &world->packs[i].scenario;
    BalanceSetup setup = {.seed = 9, .games = GAMES, .players = BOT_RANDOM, .report = true};
    Played out = {.balance = calloc(1, sizeof(Balance)), .report = report_make()};
    balance_finish_report(balance_start(list, threads, &setup), out.balance, out.report);
    out.failed =
            report_text(list[0]->def, out.balance, out.report, &list[0]->tests, &out.text);
    return out;
}

static void drop(Played *played) {
    free(played->balance);
    free(played->report);
    buffer_free(&played->text);
}

static void any_number_of_threads_gives_the_same_report(void **context) {
    Played one = play(*context, 1);
    for (int32_t threads = 2; threads <= THREADS_MOST; threads++) {
        Played more = play(*context, threads);
        assert_memory_equal(one.balance, more.balance, sizeof *one.balance);
        assert_memory_equal(one.report, more.report, sizeof *one.report);
        assert_int_equal(one.text.length, more.text.length);
        assert_memory_equal(one.text.data, more.text.data, one.text.length);
        drop(&more);
    }
    drop(&one);
}

static void every_game_is_counted_once(void **context) {
    const Def *def = ((World *)*context)->packs[0].scenario.def;
    Played played = play(*context, 2);
    const Report *report = played.report;
    assert_int_equal(report->faults, 0);
    assert_int_equal(played.balance->games, GAMES);
    assert_int_equal(report->personas.games, GAMES);
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        const ReportPairs *pairs = &report->pairs[i];
        assert_int_equal(pairs->won + pairs->lost + pairs->even, GAMES);
        assert_int_equal(pairs->met - pairs->met_random, pairs->better - pairs->worse);
        assert_int_equal(pairs->met_random, played.balance->actors[i].mandate);
    }
    for (int32_t i = 0; i < SCRIPT_COUNT; i++)
        assert_int_equal(report->scripts[i].games, GAMES);
    drop(&played);
}

// Lines that begin with pass or FAIL, and how many of them fail.
static void count_lines(const Played *played, int32_t *lines, int32_t *failed) {
    const char *text = (const char *)played->text.data, *end = text + played->text.length;
    *lines = *failed = 0;
    for (const char *at = text; at && at < end; at = memchr(at, '\n', (size_t)(end - at))) {
        if (*at == '\n' && ++at >= end) return;
        *lines += strncmp(at, "pass ", 5) == 0 || strncmp(at, "FAIL ", 5) == 0;
        *failed += strncmp(at, "FAIL ", 5) == 0;
    }
}

static void failed_lines_are_those_that_are_returned(void **context) {
    Played played = play(*context, 2);
    int32_t lines, failed;
    count_lines(&played, &lines, &failed);
    assert_int_equal(failed, played.failed);
    assert_true(lines >= 20);
    drop(&played);
}

static int32_t failed_with(World *world, const Balance *balance, const Report *report) {
    Buffer text = {0};
    const Scenario *scenario = &world->packs[0].scenario;
    const ScenarioTests none = {0};
    int32_t failed = report_checks(scenario->def, balance, report, &none, &text);
    buffer_free(&text);
    return failed;
}

static void a_figure_outside_its_band_fails(void **context) {
    Played played = play(*context, 2);
    Balance *balance = played.balance;
    balance->games = 100;
    balance->passed = 50;
    int32_t inside = failed_with(*context, balance, played.report);
    balance->passed = 66;
    assert_int_equal(failed_with(*context, balance, played.report), inside + 1);
    balance->passed = 39;
    assert_int_equal(failed_with(*context, balance, played.report), inside + 1);
    balance->passed = 65;
    assert_int_equal(failed_with(*context, balance, played.report), inside);
    balance->rest_passes = true;
    assert_int_equal(failed_with(*context, balance, played.report), inside + 1);
    drop(&played);
}

static void reformers_are_those_who_want_most(void **context) {
    const Def *def = ((World *)*context)->packs[0].scenario.def;
    uint16_t mask = report_reformers(def);
    static const struct {
        const char *id;
        bool is;
    } rows[] = {
            {"link",      true },
            {"parents",   true },
            {"institute", true },
            {"council",   false},
            {"bigcare",   false}
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        uint8_t actor = def_find(def, KIND_ACTOR, rows[i].id).index;
        assert_int_equal((mask >> actor) & 1, rows[i].is);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(any_number_of_threads_gives_the_same_report),
            cmocka_unit_test(every_game_is_counted_once),
            cmocka_unit_test(failed_lines_are_those_that_are_returned),
            cmocka_unit_test(a_figure_outside_its_band_fails),
            cmocka_unit_test(reformers_are_those_who_want_most),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}

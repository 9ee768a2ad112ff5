// tests/unit/test_script_memory.c — what a function of a pack remembers, and what is found before anybody plays. Never: carries a change out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/script_play.h"

// ---- memory -------------------------------------------------------------------------------------

static void check_memory(const char *source, int calls, const char *name) {
    Play play;
    open_play(&play, source);
    for (int i = 0; i < calls; i++) {
        call(&play);
        if (play.result->fault) break;
    }
    if (!name) {
        if (play.result->fault) print_message("%s\n", play.hooks.fault.message);
        assert_int_equal(play.result->fault, 0);
    } else {
        assert_int_equal(play.result->fault, 310);
        char wanted[80];
        snprintf(wanted, sizeof wanted, "memory in \"%s\"", name);
        assert_non_null(strstr(play.hooks.fault.message, wanted));
    }
    close_play(&play);
}

static void test_own_memory(void **state) {
    (void)state;
    check_memory("local count = 0\non \"round_ends\" (function (g) count = count + 1 "
                 "return {} end)",
            1, "count");
    check_memory("local seen = {}\non \"round_ends\" (function (g) seen[g.round] = true "
                 "return {} end)",
            1, "seen");
    check_memory("local a, box = 1, { n = { 0 } }\nlocal function note() box.n[1] = "
                 "box.n[1] + a end\n"
                 "on \"round_ends\" (function (g) note() return {} end)",
            1, "note");
    check_memory("local keep\non \"round_ends\" (function (g) keep = g return {} end)", 1,
            "keep");
    check_memory(
            "local keep\non \"round_ends\" (function (g) keep = g.union return {} end)", 1,
            "keep");
    check_memory("local t = { 1, 2, { x = 'y' } }\nlocal function f(n) return t[n] end\n"
                 "on \"round_ends\" (function (g) local x = f(1) + #t return {} end)",
            3, NULL);
    check_memory("local a = {}\nfor i = 1, 60 do a[i] = a end\non \"round_ends\" (function "
                 "(g) local x = a return {} end)",
            2, NULL);
    // Sorting a list of its own in place, although nothing else changes.
    check_memory("local t = { 2, 1 }\non \"round_ends\" (function (g) table.sort(t) return "
                 "{} end)",
            1, "t");
}

static void test_stale_g(void **state) {
    (void)state;
    Play play;
    open_play(&play, "local keep\non \"round_ends\" (function (g)\n  if keep then local x "
                     "= keep.round end\n  keep = g\n  return {}\nend)");
    play.hooks.audit = false;
    call(&play); // once a round the memory is looked at even in play
    assert_int_equal(play.result->fault, 310);
    call(&play);
    assert_int_equal(play.result->fault, 307);
    close_play(&play);
}

// What a function keeps shows as a difference between one machine for all calls and a new one for each.
static void test_fresh_machines_forget(void **state) {
    (void)state;
    const char *source = "local n = 0\non \"round_ends\" (function (g) n = n + 1 return { "
                         "gain { what = 'calm', by = n } } end)";
    for (int fresh = 0; fresh < 2; fresh++) {
        Play play;
        open_play(&play, source);
        play.hooks.audit = false;
        play.hooks.audited_round = play.world.state->round;
        play.hooks.audited[0] = 1; // looked at before in this round
        play.hooks.fresh = fresh;
        call(&play);
        assert_int_equal(play.result->amounts[0], 10);
        call(&play);
        assert_int_equal(play.result->fault, 0);
        assert_int_equal(play.result->amounts[0], fresh ? 10 : 20);
        close_play(&play);
    }
}

static void test_too_much_carried(void **state) {
    (void)state;
    for (int count = 9000; count <= 25000; count += 16000) {
        char source[200];
        snprintf(source, sizeof source,
                "local a = {}\nfor i = 1, %d do a[i] = i end\n"
                "on \"round_ends\" (function (g) local x = a return {} end)",
                count);
        MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
        Machine *machine = machine_create(&setup);
        Diags *diags = calloc(1, sizeof *diags);
        Bytes bytes = {(const uint8_t *)source, strlen(source)};
        assert_int_equal(machine_run_file(machine, "a.lua", bytes, diags), count == 9000);
        if (count > 9000) assert_string_equal(diags->items[0].code, "E225");
        free(diags);
        machine_destroy(machine);
    }
}

// A warm machine and a fresh one give the same changes and spend the same.
static void test_fresh_machine_is_equal(void **state) {
    (void)state;
    const char *source = "on \"round_ends\" (function (g)\n  local out = {}\n  for _, a in "
                         "ipairs(g.actors) do for _, d in ipairs(g.deciders) do\n"
                         "    out[#out + 1] = gain { who = a.id, what = 'pledge', toward = "
                         "d.id, by = g.pledge[a.id][d.id] + g.roll(9) }\n"
                         "  end end\n  return out\nend)";
    Play warm, fresh;
    open_play(&warm, source);
    for (int i = 0; i < 50; i++)
        call(&warm);
    open_play(&fresh, source);
    call(&fresh);
    assert_int_equal(warm.result->count, 12);
    assert_int_equal(fresh.result->count, 12);
    assert_memory_equal(warm.result->changes, fresh.result->changes, 12 * sizeof(Change));
    assert_memory_equal(warm.result->amounts, fresh.result->amounts, 12 * sizeof(int32_t));
    close_play(&warm);
    close_play(&fresh);
}

// ---- before anybody plays ----------------------------------------------------------------------------

static void test_trial(void **state) {
    (void)state;
    Play play;
    open_play(&play,
            "local count = 0\n"
            "on \"round_ends\" (function (g) count = count + 1 return {} end)\n"
            "on \"before_move\" (function (g, move) local x = move.asked return {} end)\n"
            "on \"round_starts\" (function (g) local x = g.union.bace return {} end)\n");
    Def *def = play.world.def;
    static const uint8_t MOMENTS[] = {
            MOMENT_ROUND_ENDS, MOMENT_BEFORE_MOVE, MOMENT_ROUND_STARTS};
    for (int i = 0; i < 3; i++) {
        def->rules[i].moment = MOMENTS[i];
        def->rules[i].function = (uint8_t)i;
    }
    def->rules_count = 3;
    Diags *diags = play.world.diags;
    assert_false(trial_run(&play.hooks, def, diags));
    assert_int_equal(diags->count, 2);
    assert_string_equal(diags->items[0].code, "E310");
    assert_int_equal(diags->items[0].line, 2);
    assert_string_equal(diags->items[0].message,
            "The rule \"round_ends\" keeps its own memory in "
            "\"count\" (line 1); it would be lost on rewind.");
    assert_string_equal(diags->items[1].code, "E306");
    assert_int_equal(diags->items[1].line, 4);
    assert_int_equal(diags->errors, 2);
    def->rules[2].function = def->rules[0].function = 1;
    def->rules[2].moment = def->rules[0].moment = MOMENT_BEFORE_MOVE;
    *diags = (Diags){0};
    assert_true(trial_run(&play.hooks, def, diags));
    close_play(&play);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_own_memory),
            cmocka_unit_test(test_stale_g),
            cmocka_unit_test(test_fresh_machines_forget),
            cmocka_unit_test(test_too_much_carried),
            cmocka_unit_test(test_fresh_machine_is_equal),
            cmocka_unit_test(test_trial),
    };
    return cmocka_run_group_tests_name("script_memory", tests, NULL, NULL);
}

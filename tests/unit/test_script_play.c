// tests/unit/test_script_play.c — functions of packs: what g shows them, and at which moments they are called. Never: carries a change out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/script_play.h"

static void test_g_shows_numbers(void **state) {
    (void)state;
    check_value("g.round", "2");
    check_value("g.rounds", "6");
    check_value("g.promise", "1"); // rounded down, as screens show it
    check_value("g.ease", "7");
    check_value("g.cleaners.base", "30");
    check_value("g.base.cleaners", "30");
    check_value("g.legitimacy.cleaners.base", "30");
    check_value("g.legitimacy.cleaners", "(part of the game)");
    check_value("g.trust.link.schools", "-2");
    check_value("g.link.trust.schools", "-2");
    check_value("g.pledge.union.d1", "4");
    check_value("g.pledge['union']['d1']", "4");
    check_value("g.public.wage", "55");
    check_value("g.cleaners.public", "50");
    check_value("g.mayor.stance .. g.stance.mayor", "00");
    check_value("g.passed.board", "true");
    check_value("g.passed.cabinet", "false");
    check_value("g.mayor.owner.id", "union");
    check_value("tostring(g.finance.owner)", "nil");
    check_value("g.d1.arena.id", "cabinet");
    check_value("g.cleaners.legitimacy", "46");
    check_value("g.happened.tender", "false");
    check_value("g.done.union.word", "0");
    check_value("g.cleaners.id", "cleaners");
    check_value("g.cleaners == g.actors[3]", "true");
    check_value("g.cleaners.tags.elite", "true");
    check_value("g.link.tags.elite", "false");
    check_value("#g.actors .. #g.deciders .. #g.affected", "432");
    check_value("g.actors[5]", "nil");
    check_value("g[g.actors[2].id].base", "50");
    check_value("(function () local s = '' for i, d in ipairs(g.deciders) do s = s .. i .. "
                "d.id end return s end)()",
            "1mayor2finance3d1");
    check_value("g.trust == g.trust", "true");
    check_value("type(g.durability) .. type(g.board.durability) .. type(g.macro.union)",
            "numbernumbernumber");
}

static void test_g_follows_the_state(void **state) {
    (void)state;
    Play play;
    open_play(&play, "on \"round_ends\" (function (g) return { gain { what = \"calm\", by "
                     "= g.calm } } end)");
    for (int i = 1; i <= 3; i++) {
        world_set(&play.world, "calm", 0, 0, i * 10);
        call(&play);
        assert_int_equal(play.result->fault, 0);
        assert_int_equal(play.result->amounts[0], i * 10);
    }
    close_play(&play);
}

// More numbers than are kept ready, in three calls over a State that changes: each call sees its own.
static void test_many_numbers_follow_the_state(void **state) {
    Play play;
    (void)state;
    open_play(&play,
            "on \"round_ends\" (function (g) local n, p = 0, g.pledge\n"
            "for _, one in ipairs(g.actors) do local a = one.id\n"
            "for _, d in ipairs(g.deciders) do d = d.id n = n + p[a][d] + p[d][a]\n"
            "+ g[a].pledge[d] + g[d].pledge[a] + g[a][d].pledge + g[d][a].pledge end\n"
            "for _, b in ipairs(g.actors) do b = b.id n = n + g.trust[a][b] + "
            "g.pact[a][b]\n"
            "+ g[a].trust[b] + g[a].pact[b] end end return { gain { what = \"calm\", by = "
            "n } } end)");
    const Def *def = play.world.def;
    int32_t actors = def_count(def, KIND_ACTOR), deciders = def_count(def, KIND_DECIDER);
    assert_true(6 * actors * deciders + 4 * actors * actors > MIRRORED_MAX);
    for (int32_t time = 1, sum = -40; time <= 3; time++, sum = -40) { // -40: of trust
        for (int32_t i = 0; i < actors * deciders; i++) {
            int32_t value = 10 * (time * (i + 3) % 5 - 2);
            world_set(&play.world, "pledge", i / deciders, i % deciders, value);
            sum += 6 * value;
        }
        call(&play);
        assert_int_equal(play.result->amounts[0], sum);
    }
    close_play(&play);
}

static void test_faults_of_g(void **state) {
    (void)state;
    check_fault("local x = g.clenaers.base", 306, 2);
    check_fault("local x = g.cleaners.bace", 306, 2);
    check_fault("local x = g.cleaners.tags.afected", 306, 2);
    check_fault("g.calm = 1", 308, 2);
    check_fault("g.cleaners.base = 1", 308, 2);
    check_fault("g.actors[1] = 1", 308, 2);
    check_fault("for k in pairs(g) do end", 309, 2);
    check_fault("for k in pairs(g.actors) do end", 309, 2);
    check_fault("for _, x in ipairs(g.cleaners) do end", 309, 2);
    check_fault("\n\nlocal x = #g", 305, 4);
    check_fault("local x = g.trust + 1", 305, 2);
    check_fault("local x = g.roll(0)", 320, 2);
    check_fault("local x = g.roll(1000001)", 320, 2);
    check_fault("local x = g.pick({})", 309, 2);
    check_fault("actor \"x\" {}", 207, 2);
    check_fault("while true do local x = g.calm end", 301, 2);
    check_fault("error('no')", 300, 2);
    check_fault("do return 3 end", 312, 0);
}

static void test_nearest_word(void **state) {
    (void)state;
    Play play;
    open_play(&play, "on \"round_ends\" (function (g)\n  return { gain { who = \"unoin\", "
                     "what = \"money\", by = 1 } }\nend)");
    call(&play);
    assert_string_equal(play.hooks.fault.code, "E315");
    assert_string_equal(play.hooks.fault.near, "union");
    assert_int_equal(play.hooks.fault.line, 2);
    assert_int_equal(play.hooks.fault.column, 25);
    assert_string_equal(play.hooks.fault.file, "a.lua");
    close_play(&play);
}

// ---- moments ------------------------------------------------------------------------------------

static void test_move(void **state) {
    (void)state;
    Play play;
    open_play(&play,
            "on \"before_move\" (function (g, move)\n"
            "  if move.who == \"union\" and move.target == \"mayor\" and move.side == -1 "
            "and move.move == \"word\" and move.choice == nil then\n"
            "    return { refuse { text = \"vote_promised\" }, gain { who = \"me\", what = "
            "\"money\", by = 1 } } end\n"
            "  return {}\nend)\n"
            "on \"before_move\" (function (g, move) return move.targget end)\n"
            "on \"decision_made\" (function (g, move) if move.arena == \"board\" and "
            "move.passed then return { gain { what = \"calm\", by = 1 } } end return {} "
            "end)\n"
            "on \"round_ends\" (function (g, move) if move == nil then return {} end end)");
    Act act = {
            .move = 1, .actor = 1, .target = {KIND_DECIDER, 0},
                    .side = -1
    };
    HookMoment before = {.moment = MOMENT_BEFORE_MOVE, .act = &act};
    call_at(&play, 0, &before);
    assert_int_equal(play.result->fault, 0);
    assert_int_equal(play.result->refused_text, 1);
    assert_int_equal(play.result->count, 1);
    assert_int_equal(play.result->changes[0].who.index, 1);
    act.side = 1;
    call_at(&play, 0, &before);
    assert_int_equal(play.result->refused_text, 0);
    assert_int_equal(play.result->count, 0);
    call_at(&play, 1, &before);
    assert_int_equal(play.result->fault, 306);
    assert_string_equal(play.hooks.fault.near, "target");
    HookMoment decided = {.moment = MOMENT_DECISION_MADE, .arena = 0, .passed = 1};
    call_at(&play, 2, &decided);
    assert_int_equal(play.result->fault, 0);
    assert_int_equal(play.result->count, 1);
    HookMoment ends = {.moment = MOMENT_ROUND_ENDS};
    call_at(&play, 3, &ends);
    assert_int_equal(play.result->fault, 0);
    close_play(&play);
}

static void test_draws(void **state) {
    (void)state;
    Play play;
    open_play(&play, "on \"round_ends\" (function (g)\n"
                     "  return { gain { what = 'calm', by = g.roll(6) }, gain { what = "
                     "'calm', by = g.roll(6) },\n"
                     "    gain { who = g.pick(g.actors).id, what = 'money', by = 1 }, gain "
                     "{ who = g.pick({ 'link' }), what = 'money', by = 1 } }\nend)");
    play.world.state->seed = 77;
    play.world.state->draws[0] = 5;
    uint16_t draws = 5;
    int32_t first = expr_roll(play.world.state, 0, &draws, 6),
            second = expr_roll(play.world.state, 0, &draws, 6);
    int32_t third = expr_roll(play.world.state, 0, &draws, 4);
    call(&play);
    assert_int_equal(play.result->fault, 0);
    assert_int_equal(play.result->draws, 9);
    assert_int_equal(play.result->amounts[0], first * 10);
    assert_int_equal(play.result->amounts[1], second * 10);
    assert_int_equal(play.result->changes[2].who.index, third - 1);
    close_play(&play);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_g_shows_numbers),
            cmocka_unit_test(test_g_follows_the_state),
            cmocka_unit_test(test_many_numbers_follow_the_state),
            cmocka_unit_test(test_faults_of_g),
            cmocka_unit_test(test_nearest_word),
            cmocka_unit_test(test_move),
            cmocka_unit_test(test_draws),
    };
    return cmocka_run_group_tests_name("script_play", tests, NULL, NULL);
}

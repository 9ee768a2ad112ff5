// tests/unit/test_sim_hooks.c — whole games in which functions of packs are called again in two fresh machines: nothing they keep and no order inside Lua may show. Never: a rule.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/sim_packs.h"

enum { GAMES = 50 };

// The pack's own hooks, and what was found while they were called.
typedef struct Twice {
    Hooks hooks;
    ScriptHooks fresh; // a new machine for every call
    HookResult *results;
    int64_t calls;
    const char *path;
} Twice;

// The parts of the results that are filled.
static bool same(const HookResult *one, const HookResult *other) {
    return one->count == other->count && one->refused_text == other->refused_text
           && one->fault == other->fault && one->draws == other->draws
           && memcmp(one->changes, other->changes,
                      (size_t)one->count * sizeof one->changes[0])
                      == 0
           && memcmp(one->amounts, other->amounts,
                      (size_t)one->count * sizeof one->amounts[0])
                      == 0;
}

static void call_thrice(void *context, const Def *def, const State *state, uint16_t rule,
        uint8_t function, const HookMoment *moment, HookResult *result) {
    Twice *twice = context;
    Hooks fresh = script_hooks(&twice->fresh);
    twice->hooks.call(twice->hooks.context, def, state, rule, function, moment, result);
    twice->calls++;
    for (int32_t i = 0; i < 2; i++) {
        HookResult *again = &twice->results[i];
        memset(again, 0, sizeof *again);
        fresh.call(fresh.context, def, state, rule, function, moment, again);
        if (!same(result, again))
            fail_msg("%s: function %d of rule %d gives something else in a fresh machine, "
                     "round %d",
                    twice->path, function, rule, state->round);
    }
}

static void play_twice(const SimPack *pack) {
    Twice twice = {.hooks = pack->hooks, .fresh = pack->script, .path = pack->path};
    Hooks hooks = {.context = &twice, .call = call_thrice, .roll = pack->hooks.roll};
    twice.fresh.fresh = true;
    twice.results = calloc(2, sizeof *twice.results);
    assert_non_null(twice.results);
    SimGame *game = sim_game_make(pack->scenario.def, &hooks);
    // Where the first two games called nothing there are no functions.
    for (uint64_t seed = 1; seed <= GAMES && (seed < 3 || twice.calls > 0); seed++) {
        bool good = sim_game_play(game, BOT_RANDOM, seed);
        if (!good) fail_msg("%s: %s", pack->path, game->fault);
    }
    if (twice.calls > 0)
        print_message("%s: %lld calls, each made again in two fresh machines\n", pack->path,
                (long long)twice.calls);
    sim_game_free(game);
    free(twice.results);
}

static void functions_of_packs_keep_nothing(void **state) {
    (void)state;
    assert_true(sim_packs_each(play_twice) > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(functions_of_packs_keep_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

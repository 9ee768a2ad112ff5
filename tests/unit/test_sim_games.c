// tests/unit/test_sim_games.c — in every pack, many games of computer players break no invariant, and their events alone rebuild them. Never: a pack's balance.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/check.h"
#include "rules/fold.h"
#include "sim_packs.h"

enum { GAMES = 200, FOLDED = 20 };

// The State after each command, by its fingerprint.
typedef struct Trail {
    uint64_t digests[4096];
    int32_t events[4096];
    int32_t count;
} Trail;

static void no_fault_in(const SimPack *pack) {
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        if (!sim_game_play(pack->game, BOT_RANDOM, seed))
            fail_msg("%s, seed %d: %s", pack->path, (int)seed, pack->game->fault);
        for (int32_t i = 0; i < pack->game->def->rules_count; i++) {
            if (pack->game->state.faults[i])
                fail_msg("%s, seed %d: rule %d has a fault", pack->path, (int)seed, i);
        }
    }
}

static void random_games_break_nothing(void **context) {
    (void)context;
    assert_true(sim_packs_each(no_fault_in) >= 6);
}

static void personas_break_nothing_in(const SimPack *pack) {
    static const BotKind kinds[] = {BOT_PERSONA, BOT_GREEDY, BOT_MIXED};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!sim_game_play(pack->game, kinds[i], 3))
            fail_msg("%s: %s", pack->path, pack->game->fault);
    }
}

static void games_of_personas_break_nothing(void **context) {
    (void)context;
    assert_true(sim_packs_each(personas_break_nothing_in) >= 6);
}

static void the_same_seed_is_the_same_game_in(const SimPack *pack) {
    assert_true(sim_game_play(pack->game, BOT_MIXED, 11));
    uint64_t first = state_digest(pack->game->def, &pack->game->state);
    assert_true(sim_game_play(pack->game, BOT_RANDOM, 12));
    assert_true(sim_game_play(pack->game, BOT_MIXED, 11));
    assert_true(first == state_digest(pack->game->def, &pack->game->state));
}

static void the_same_seed_is_the_same_game(void **context) {
    (void)context;
    assert_true(sim_packs_each(the_same_seed_is_the_same_game_in) >= 6);
}

static void note(void *context, const SimGame *game) {
    Trail *trail = context;
    if (trail->count == 4096) return;
    trail->digests[trail->count] = state_digest(game->def, &game->state);
    trail->events[trail->count++] = game->ledger.count;
}

// Undo: folding the first events of the ledger gives the State as it was then.
static void folding_undoes_in(const SimPack *pack) {
    State *again = malloc(sizeof *again);
    Trail *trail = malloc(sizeof *trail);
    pack->game->watch = (SimWatch){trail, note};
    for (uint64_t seed = 1; seed <= FOLDED; seed++) {
        trail->count = 0;
        assert_true(sim_game_play(pack->game, BOT_RANDOM, seed));
        fold_begin(pack->game->def, again, seed);
        int32_t folded = 0;
        for (int32_t i = 0; i < trail->count; i++) {
            fold_events(pack->game->def, again, pack->game->ledger.items + folded,
                    trail->events[i] - folded);
            folded = trail->events[i];
            if (state_digest(pack->game->def, again) != trail->digests[i])
                fail_msg("%s, seed %d: step %d is not what its events say", pack->path,
                        (int)seed, i);
        }
        assert_true(trail->count > 0);
        assert_memory_equal(again, &pack->game->state, sizeof *again);
    }
    free(trail);
    free(again);
}

static void events_rebuild_every_step(void **context) {
    (void)context;
    assert_true(sim_packs_each(folding_undoes_in) >= 6);
}

// The check of the tests above can fail.
static void a_broken_state_is_found(void **context) {
    (void)context;
    SimPack pack;
    char what[96];
    assert_true(sim_pack_open(&pack, "scenarios/riverside-link"));
    assert_true(sim_game_play(pack.game, BOT_RANDOM, 1));
    assert_true(state_check(pack.game->def, &pack.game->state, what));
    State broken = pack.game->state;
    broken.cell[3] = (int16_t)(pack.game->def->cell_max[3] + 1);
    assert_false(state_check(pack.game->def, &broken, what));
    broken = pack.game->state;
    broken.coalition[0].members = 0x8000;
    assert_false(state_check(pack.game->def, &broken, what));
    sim_pack_close(&pack);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(random_games_break_nothing),
            cmocka_unit_test(games_of_personas_break_nothing),
            cmocka_unit_test(the_same_seed_is_the_same_game),
            cmocka_unit_test(events_rebuild_every_step),
            cmocka_unit_test(a_broken_state_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

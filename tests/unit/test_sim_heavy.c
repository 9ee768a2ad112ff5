// tests/unit/test_sim_heavy.c — whole games where every step is saved as the record saves it, read back and folded; and a great many acts, most of them not allowed, that change nothing. Never: who plays well.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/check.h"
#include "rules/fold.h"
#include "rules/options.h"
#include "sim_packs.h"
#include "wire/event_json.h"

// With all checks on, a fifth of it.
#ifdef __SANITIZE_ADDRESS__
enum { GAMES = 40, ACTS = 40000 };
#else
enum { GAMES = 200, ACTS = 200000 };
#endif
enum { PACKS = 3, STEP_EACH = 60 };

static const char *const CASES[PACKS] = {"scenarios/riverside-link",
        "scenarios/safe-homes-bill", "scenarios/a-wage-to-live-on"};

// ---- every step saved and loaded -------------------------------------------------------------------------------

typedef struct Saved {
    State state; // folded from what was read back
    EventList events;
    Buffer bytes;
    int32_t folded, steps;
} Saved;

static void save_and_load(void *context, const SimGame *game) {
    Saved *saved = context;
    Err err = {0};
    saved->events.count = 0;
    buffer_reset(&saved->bytes);
    event_json_write(game->def, game->ledger.items + saved->folded,
            game->ledger.count - saved->folded, &saved->bytes);
    Bytes json = {(const uint8_t *)saved->bytes.data, saved->bytes.length};
    if (!event_json_read(game->def, json, &saved->events, &err)) fail_msg("%s", err.what);
    assert_int_equal(saved->events.count, game->ledger.count - saved->folded);
    fold_events(game->def, &saved->state, saved->events.items, saved->events.count);
    saved->folded = game->ledger.count;
    saved->steps++;
    if (state_digest(game->def, &saved->state) != state_digest(game->def, &game->state))
        fail_msg("step %d is another when it is read back", (int)saved->steps);
}

static void every_step_is_what_was_saved(void **unused) {
    (void)unused;
    Saved *saved = calloc(1, sizeof *saved);
    int32_t games = 0, steps = 0;
    for (int32_t i = 0; i < PACKS; i++) {
        SimPack pack;
        assert_true(sim_pack_open(&pack, CASES[i]));
        pack.game->watch = (SimWatch){saved, save_and_load};
        for (uint64_t seed = 1; seed <= (GAMES + PACKS - 1) / PACKS; seed++) {
            saved->folded = saved->steps = 0;
            fold_begin(pack.game->def, &saved->state, seed);
            assert_true(sim_game_play(pack.game, seed % 4 ? BOT_RANDOM : BOT_MIXED, seed));
            save_and_load(saved, pack.game);
            assert_memory_equal(&saved->state, &pack.game->state, sizeof saved->state);
            steps += saved->steps;
            games++;
        }
        sim_pack_close(&pack);
    }
    print_message("%d games, %d steps saved and read back\n", (int)games, (int)steps);
    assert_true(games >= GAMES);
    event_list_free(&saved->events);
    buffer_free(&saved->bytes);
    free(saved);
}

// ---- acts, most of them refused --------------------------------------------------------------------------------

typedef struct Mob {
    SimGame *game;
    Rng rng;
    Act options[OPTIONS_MAX];
    State before;
    int64_t accepted, refused;
    int32_t refusals[VERDICT_COUNT];
} Mob;

static int32_t draw(Mob *mob, int32_t n) {
    return (int32_t)rng_draw(&mob->rng, (uint32_t)n);
}

static int16_t number(Mob *mob) {
    return (int16_t)(draw(mob, 5) ? draw(mob, 8) : draw(mob, 65536) - 32768);
}

// Any kind with any numbers; often with an act that was open a moment ago, or nearly.
static Command any(Mob *mob) {
    const Def *def = mob->game->def;
    uint8_t actor = (uint8_t)draw(mob, def_count(def, KIND_ACTOR));
    Command command = {.kind = (uint8_t)(1 + draw(mob, COMMAND_COUNT - 1)),
            .actor = actor,
            .at_phase = NONE,
            .a = number(mob),
            .b = number(mob),
            .c = number(mob),
            .d = number(mob)};
    if (draw(mob, 3) == 0) command.kind = COMMAND_ACT;
    if (command_is_console((CommandKind)command.kind)) command.actor = NONE;
    if (!command_holds_act((CommandKind)command.kind)) return command;
    int32_t count = options_list(def, &mob->game->state, actor, mob->options, OPTIONS_MAX);
    if (count > 0 && draw(mob, 2)) command.act = mob->options[draw(mob, count)];
    uint8_t *bytes = (uint8_t *)&command.act;
    if (count == 0 || draw(mob, 2))
        bytes[draw(mob, (int32_t)sizeof command.act)] = (uint8_t)draw(mob, 256);
    return command;
}

// The facilitator's own business is not what people try here.
static bool is_left_out(const Command *command) {
    CommandKind kind = (CommandKind)command->kind;
    return kind == COMMAND_FINISH || kind == COMMAND_CLOSE || kind == COMMAND_GIVEN
           || kind == COMMAND_UNDO || kind == COMMAND_REWIND || kind == COMMAND_TO
           || kind == COMMAND_SKIP || kind == COMMAND_RETIRE || kind == COMMAND_DECIDE
           || kind == COMMAND_PAUSE;
}

static void try_one(Mob *mob) {
    SimGame *game = mob->game;
    Command command = any(mob);
    if (is_left_out(&command)) return;
    int32_t events = game->ledger.count;
    mob->before = game->state;
    Verdict verdict = sim_game_send(game, &command);
    if (game->fault[0])
        fail_msg("%s: %s", command_name((CommandKind)command.kind), game->fault);
    mob->refusals[verdict.code]++;
    mob->accepted += verdict.code == VERDICT_OK;
    if (verdict.code == VERDICT_OK) return;
    mob->refused++;
    if (game->ledger.count != events
            || memcmp(&mob->before, &game->state, sizeof mob->before) != 0)
        fail_msg("%s was refused and changed something",
                command_name((CommandKind)command.kind));
}

static void go_on(SimGame *game) {
    Command next = {.kind = COMMAND_ADVANCE, .actor = NONE, .at_phase = NONE};
    if (game->state.status == STATUS_LOBBY) next.kind = COMMAND_START;
    if (game->state.paused) next.kind = COMMAND_RESUME;
    (void)sim_game_send(game, &next);
}

static void begin(Mob *mob, uint64_t seed) {
    SimGame *game = mob->game;
    game->ledger.count = 0;
    fold_begin(game->def, &game->state, seed);
    for (int16_t i = 0; i < def_count(game->def, KIND_ACTOR); i++) {
        Command seat = {.kind = COMMAND_SEAT, .actor = NONE, .at_phase = NONE, .a = i};
        seat.b = BY_PERSON;
        (void)sim_game_send(game, &seat);
    }
}

static void what_is_refused_changes_nothing(void **unused) {
    (void)unused;
    int64_t tries = 0, accepted = 0, refused = 0;
    int32_t kinds = 0;
    Mob *mob = calloc(1, sizeof *mob);
    for (int32_t i = 0; i < PACKS; i++) {
        SimPack pack;
        assert_true(sim_pack_open(&pack, CASES[i]));
        mob->game = pack.game;
        mob->rng = rng_seed((uint64_t)i, 12);
        for (uint64_t seed = 1; tries < (int64_t)ACTS * (i + 1) / PACKS; seed++) {
            begin(mob, seed);
            for (int32_t k = 0; k < 4000 && pack.game->state.status < STATUS_DEBRIEF; k++) {
                if (k % STEP_EACH == STEP_EACH - 1) go_on(pack.game);
                try_one(mob);
                tries++;
            }
        }
        sim_pack_close(&pack);
    }
    for (int32_t i = 0; i < VERDICT_COUNT; i++)
        kinds += mob->refusals[i] > 0;
    accepted = mob->accepted;
    refused = mob->refused;
    print_message("%lld acts: %lld accepted, %lld refused for %d reasons\n",
            (long long)tries, (long long)accepted, (long long)refused, (int)kinds - 1);
    assert_true(accepted > tries / 50 && refused > tries / 5 && kinds > 30);
    free(mob);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(every_step_is_what_was_saved),
            cmocka_unit_test(what_is_refused_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/replay/digests.c — plays seeded games of some packs and prints the fingerprint of each; other compilers must print the same. Never: a test by itself.
#include "scenario/load.h"
#include "script/hooks.h"
#include "sim/game.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// The ledger too: two ways to the same State are two games. Of the part that kinds share only what
// the kind fills counts; the rest of a union has no value.
static uint64_t of_ledger(const EventList *ledger) {
    uint64_t hash = 7;
    for (int32_t i = 0; i < ledger->count; i++) {
        const Event *event = &ledger->items[i];
        hash = digest_fast(event, offsetof(Event, act), hash);
        if (event->kind == EVENT_ACT || event->kind == EVENT_PLAN_ADD
                || event->kind == EVENT_UTTERANCE)
            hash = digest_fast(&event->act, sizeof event->act, hash);
        if (event->kind == EVENT_DEAL)
            hash = digest_fast(&event->deal, sizeof event->deal, hash);
    }
    return hash;
}

static int play(const char *path, int games) {
    static const char *const names[] = {"random", "greedy", "persona", "mixed"};
    const char *library[] = {"scripts", "tests/packs"};
    const LoadOptions options = {.library = library, .library_count = 2};
    Scenario *scenario = calloc(1, sizeof *scenario);
    Diags *diags = calloc(1, sizeof *diags);
    if (!scenario_load(path, &options, scenario, diags)) {
        printf("%s does not load: %s\n", path, diags->items[0].message);
        return 1;
    }
    ScriptHooks script = {.machines = scenario->machines,
            .function_machine = scenario->function_machine,
            .function_number = scenario->function_number};
    Hooks hooks = script_hooks(&script);
    SimGame *game = sim_game_make(scenario->def, &hooks);
    char hash[2 * DIGEST_BYTES + 1];
    digest_hex(&scenario->def->hash, hash);
    printf("%s %s\n", path, hash);
    for (int kind = BOT_RANDOM; kind <= BOT_MIXED; kind++) {
        int count = kind == BOT_RANDOM ? games : 1 + games / 10;
        for (int seed = 1; seed <= count; seed++) {
            bool good = sim_game_play(game, (BotKind)kind, (uint64_t)seed);
            printf("%s %d %016" PRIx64 " %016" PRIx64 " %d %s\n", names[kind], seed,
                    state_digest(scenario->def, &game->state), of_ledger(&game->ledger),
                    game->ledger.count, good ? "" : game->fault);
        }
    }
    sim_game_free(game);
    scenario_free(scenario);
    free(scenario);
    free(diags);
    return 0;
}

// digests GAMES PACK…
int main(int argc, char **argv) {
    int failed = argc < 3;
    for (int i = 2; i < argc; i++)
        failed |= play(argv[i], atoi(argv[1]));
    return failed;
}

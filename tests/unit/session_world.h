// tests/unit/session_world.h — Riverside Link loaded, session files in a folder of their own, a table whose seats the computer plays. Never: a test.
#ifndef SESSION_WORLD_H
#define SESSION_WORLD_H
#include "base/file.h"
#include "bots/crew.h"
#include "scenario/load.h"
#include "script/hooks.h"
#include "session/session.h"
#include "store/store.h"
#include "unit/own_folder.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct World {
    Scenario scenario;
    ScriptHooks script;
    Hooks hooks;
    char folder[64], path[256];
    Diags diags;
    Err err;
} World;

// A session, the crew of its free seats, and how far both came.
typedef struct Game {
    Session *session;
    Crew *crew;
    Err err;
    int32_t refused[VERDICT_COUNT];
    int64_t most;                                          // submissions still allowed
    bool (*after)(void *context, const struct Game *game); // false stops the crew
    void *context;
} Game;

static inline Bytes world_text(const char *words) {
    return (Bytes){(const uint8_t *)words, strlen(words)};
}

// Loads a pack with the plugins of scripts/, or says why not and returns false.
static inline bool world_load(World *world, const char *pack) {
    const char *library[] = {"scripts"};
    LoadOptions options = {.library = library, .library_count = 1};
    if (!scenario_load(pack, &options, &world->scenario, &world->diags)) {
        fprintf(stderr, "%s: %s\n", pack, world->diags.items[0].message);
        return false;
    }
    world->script = (ScriptHooks){.machines = world->scenario.machines,
            .function_machine = world->scenario.function_machine,
            .function_number = world->scenario.function_number};
    world->hooks = script_hooks(&world->script);
    return true;
}

static inline World *world_make(const char *pack) {
    World *world = calloc(1, sizeof *world);
    ASSERT(world != NULL);
    bool made = own_folder_make(world->folder, "session");
    ASSERT(made);
    snprintf(world->path, sizeof world->path, "%s/a.convene-session", world->folder);
    if (world_load(world, pack)) return world;
    free(world);
    return NULL;
}

static inline int world_free(World *world) {
    int result = own_folder_remove(world->folder);
    scenario_free(&world->scenario);
    free(world);
    return result;
}

// A new session file with the facts the program gives its own.
static inline bool world_create(World *world, uint64_t seed, Journal *out) {
    char hash[2 * DIGEST_BYTES + 1], seed_text[32];
    digest_hex(&world->scenario.def->hash, hash);
    snprintf(seed_text, sizeof seed_text, "%llu", (unsigned long long)seed);
    const JournalFact facts[] = {
            {"session",   world_text("a")             },
            {"pack",      world_text(hash)            },
            {"seed",      world_text(seed_text)       },
            {"rules",     world_text("1")             },
            {"pack_name", world_text("riverside-link")}
    };
    return store_create(world->path, facts, (int32_t)ARRAY_COUNT(facts), out, &world->err);
}

static inline SessionConfig world_config(
        World *world, const Journal *journal, uint64_t seed) {
    SessionConfig config = {.def = world->scenario.def,
            .hooks = &world->hooks,
            .clock = clock_system(),
            .seed = seed};
    if (journal) config.journal = *journal;
    return config;
}

// Opens the file of the world; NULL with world->err when it is refused.
static inline Session *world_open(World *world) {
    Journal journal;
    if (!store_open(world->path, STORE_PLAY, &journal, &world->err)) return NULL;
    SessionConfig config = world_config(world, &journal, 0);
    Session *session = session_open(&config, &world->err);
    if (!session) journal.close(journal.self);
    return session;
}

// The same where the file must be good.
static inline Session *world_must_open(World *world) {
    Session *session = world_open(world);
    if (!session) fprintf(stderr, "%s\n", world->err.what);
    ASSERT(session != NULL);
    return session;
}

// A session in memory that keeps no record.
static inline Session *world_begin(World *world, uint64_t seed) {
    SessionConfig config = world_config(world, NULL, seed);
    config.clock = (Clock){0};
    Session *session = session_open(&config, &world->err);
    ASSERT(session != NULL);
    return session;
}

static inline const State *game_state(void *context) {
    return &((Game *)context)->session->state;
}

static inline bool game_submit(void *context, const Command *command, Verdict *verdict) {
    Game *game = context;
    if (game->most-- <= 0) return false;
    if (!session_do(game->session, command, verdict, &game->err)) return false;
    game->refused[verdict->code] += verdict->code != VERDICT_OK;
    return !game->after || game->after(game->context, game);
}

// Starts a session that waits in its lobby and lets the crew go on. True when the crew has nothing to
// do any more; false when it was stopped.
static inline bool game_go_on(Game *game) {
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    Verdict verdict;
    bool lobby = game->session->state.status == STATUS_LOBBY;
    if (lobby && !game_submit(game, &start, &verdict)) return false;
    CrewDoor door = {.context = game, .state = game_state, .submit = game_submit};
    return crew_play(game->crew, &door);
}

static inline Game game_make(World *world, Session *session, BotKind kind) {
    return (Game){.session = session,
            .crew = crew_make(world->scenario.def, kind, session->seed),
            .most = INT32_MAX};
}

static inline void game_free(Game *game) {
    session_close(game->session);
    crew_free(game->crew);
}

// A whole game, watched after every act. False when it did not come to its end.
static inline bool game_watch(World *world, uint64_t seed, BotKind bots,
        bool (*after)(void *context, const Game *game), void *context) {
    Session *session = world_begin(world, seed);
    Game game = game_make(world, session, bots);
    game.after = after;
    game.context = context;
    bool good = game_go_on(&game) && session->state.status == STATUS_DEBRIEF;
    game_free(&game);
    return good;
}

// The same of a pack that is opened for it and closed again; *world is it meanwhile.
static inline bool pack_watch(World **world, const char *pack, uint64_t seed, BotKind bots,
        bool (*after)(void *context, const Game *game), void *context) {
    *world = world_make(pack);
    bool good = *world && game_watch(*world, seed, bots, after, context);
    return *world && world_free(*world) == 0 && good;
}

#endif // SESSION_WORLD_H

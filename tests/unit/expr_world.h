// tests/unit/expr_world.h — a small scenario for tests of expressions. Never: read from a pack.
#ifndef TESTS_EXPR_WORLD_H
#define TESTS_EXPR_WORLD_H
#include "expr/compile.h"
#include <stdlib.h>
#include <string.h>

typedef struct World {
    Def *def;
    State *state;
    Diags *diags;
    ExprScope scope;
    ExprPlace place;
    Ask asks[ASKS_MAX];
    int16_t asked[ASKS_MAX];
    int32_t lets[8];
    ExprVotes votes;
    uint16_t draws;
} World;

static inline PoolId world_word(Def *def, const char *word) {
    if (def->pool_used == 0) def->pool_used = 1;
    PoolId at = def->pool_used;
    memcpy(def->pool + at, word, strlen(word) + 1);
    def->pool_used += (uint32_t)strlen(word) + 1;
    return at;
}

static inline void world_things(
        Def *def, Kind kind, int32_t count, const char *const *ids) {
    def->counts[kind] = (uint16_t)count;
    for (int32_t i = 0; i < count; i++) {
        PoolId id = world_word(def, ids[i]);
        if (kind == KIND_ACTOR) def->actors[i].names.id = id;
        if (kind == KIND_RESOURCE) def->resources[i].names.id = id;
        if (kind == KIND_AUDIENCE) def->audiences[i].id = id;
        if (kind == KIND_DECIDER) def->deciders[i].names.id = id;
        if (kind == KIND_ARENA) def->arenas[i].names.id = id;
        if (kind == KIND_ISSUE) def->issues[i].names.id = id;
        if (kind == KIND_CLAUSE) def->clauses[i].names.id = id;
        if (kind == KIND_FRAME) def->frames[i].names.id = id;
        if (kind == KIND_COALITION) def->coalitions[i].names.id = id;
    }
}

static inline void world_memory(
        Def *def, const char *id, Kind row, Kind column, Sight sight) {
    if (def->tracks_count < TRACK_MEMORY) def->tracks_count = TRACK_MEMORY;
    def->tracks[def->tracks_count++] = (Track){.id = world_word(def, id),
            .row = (uint8_t)row,
            .column = (uint8_t)column,
            .min = -10000,
            .max = 10000,
            .sight = (uint8_t)sight};
}

#define WORLD_THINGS(kind, ...)                                                            \
    do {                                                                                   \
        static const char *const ids[] = {__VA_ARGS__};                                    \
        world_things(def, kind, (int32_t)(sizeof ids / sizeof *ids), ids);                 \
    } while (0)

static inline void world_declare(Def *def) {
    WORLD_THINGS(KIND_ACTOR, "link", "union", "cleaners", "schools");
    WORLD_THINGS(KIND_RESOURCE, "money", "people", "know", "access");
    WORLD_THINGS(KIND_AUDIENCE, "base", "public", "elite", "locals", "peer");
    WORLD_THINGS(KIND_DECIDER, "mayor", "finance", "d1");
    WORLD_THINGS(KIND_ARENA, "board", "cabinet");
    WORLD_THINGS(KIND_ISSUE, "wage", "hall");
    WORLD_THINGS(KIND_CLAUSE, "rate", "hours");
    WORLD_THINGS(KIND_FRAME, "enough", "safety");
    WORLD_THINGS(KIND_COALITION, "alliance");
    def->deciders[0].owner = 1;
    def->deciders[1].owner = NONE;
    def->deciders[2].owner = 0;
    def->deciders[2].arena = 1;
    for (int32_t i = 0; i < 3; i++)
        def->deciders[i].weight = (uint8_t)(i + 1);
    def->clauses[1].issue = 1;
    def->frames[0].issue = NONE;
    def->frames[1].issue = 1;
    def->frames[1].appeal = 3;
    static const char *const tags[] = {"affected", "public_body", "elite"};
    for (int32_t i = 0; i < 3; i++)
        def->tags[i] = world_word(def, tags[i]);
    def->tags_count = 3;
    def->actors[2].tags = 1 | 4;
    def->actors[3].tags = 1;
    world_memory(def, "promise", KIND_NONE, KIND_NONE, SIGHT_EVERYONE);
    world_memory(def, "calm", KIND_NONE, KIND_NONE, SIGHT_EVERYONE);
    world_memory(def, "signed", KIND_ACTOR, KIND_NONE, SIGHT_OWNER);
    world_memory(def, "pledge", KIND_ACTOR, KIND_DECIDER, SIGHT_OWNER);
    world_memory(def, "pact", KIND_ACTOR, KIND_ACTOR, SIGHT_EVERYONE);
    world_memory(def, "stock", KIND_RESOURCE, KIND_NONE, SIGHT_EVERYONE);
    def->settings[0] = (Setting){.id = world_word(def, "ease"), .value = 7};
    def->settings_count = 1;
    def->moves[0].id = world_word(def, "report_back");
    def->moves[1].id = world_word(def, "word");
    def->moves_count = 2;
    def->happenings[0].names.id = world_word(def, "tender");
    def->happenings_count = 1;
    def->windows[0].names.id = world_word(def, "budget");
    def->windows_count = 1;
    def->texts[1].path = world_word(def, "text.vote_promised");
    def->texts_count = 2;
    def->rounds = 6;
}

// A place like a verb's: an actor acts on a decider, for or against.
static inline void world_open(World *world) {
    *world = (World){.def = calloc(1, sizeof(Def)),
            .state = calloc(1, sizeof(State)),
            .diags = calloc(1, sizeof(Diags))};
    world_declare(world->def);
    bool laid = def_lay_out(world->def);
    ASSERT(laid);
    memcpy(world->state->cell, world->def->start, sizeof world->state->cell);
    world->state->round = 2;
    world->scope = (ExprScope){
            .def = world->def,
            .state = world->state,
            .me = 0,
            .target = {KIND_DECIDER, 0   },
            .side = 1,
            .bid = 2,
            .with = NONE,
            .each = {KIND_NONE,    NONE},
            .asked = world->asked,
            .lets = world->lets,
            .votes = &world->votes,
            .draws = &world->draws
    };
    world->place = (ExprPlace){.has_me = true,
            .has_side = true,
            .has_bid = true,
            .target_kinds = 1 << KIND_DECIDER,
            .asks = world->asks,
            .file = "scenario.lua",
            .line = 3,
            .column = 10};
}

static inline void world_close(World *world) {
    free(world->def);
    free(world->state);
    free(world->diags);
}

static inline void world_set(
        World *world, const char *track, int32_t row, int32_t column, int32_t tenths) {
    int32_t id = def_find_track(world->def, track);
    ASSERT(id >= 0);
    world->state->cell[def_cell(world->def, id, row, column)] = (int16_t)tenths;
}

// Compiles and runs; INT64_MIN when it was refused.
static inline int64_t world_value(World *world, const char *text) {
    ExprId id = expr_compile_let(world->def, text, &world->place, world->diags);
    return id == 0 ? INT64_MIN : expr_run(&world->scope, id);
}

#endif // TESTS_EXPR_WORLD_H

// tests/fuzz/fuzz_expr.c — any text as a condition, an amount and a key: refused with findings, or a program that ends. Never: a known value.
#include "unit/expr_world.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// The first byte decides what the place knows.
static void choose_place(World *world, uint8_t bits) {
    world->place.has_me = bits & 1;
    world->place.target_kinds = bits & 2   ? 1 << KIND_DECIDER
                                : bits & 4 ? 1 << KIND_CLAUSE | 1 << KIND_ACTOR
                                           : 0;
    world->place.each_kind = bits & 8 ? KIND_ACTOR : KIND_NONE;
    world->place.may_roll = bits & 16;
    world->place.has_votes = bits & 32;
    world->place.seen_by_players = bits & 64;
    world->scope.me = bits & 1 ? 2 : NONE;
    world->scope.target = bits & 2 ? (Thing){KIND_DECIDER, 1} : (Thing){KIND_NONE, NONE};
    if (bits & 8) world->scope.each = (Thing){KIND_ACTOR, 3};
}

static void name_key(World *world, char *text) {
    const char *steps[5] = {0};
    int32_t count = 0;
    ExprNumber number;
    for (char *at = strtok(text, "."); at != NULL && count < 5; at = strtok(NULL, "."))
        steps[count++] = at;
    if (!expr_number_named(world->def, steps, count, &world->place, world->diags, &number))
        return;
    ASSERT(number.track < world->def->tracks_count);
    (void)expr_select(&world->scope, number.row);
    (void)expr_select(&world->scope, number.column);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char text[320] = {0};
    World world;
    if (size < 1) return 0;
    memcpy(text, data + 1, size - 1 < sizeof text - 1 ? size - 1 : sizeof text - 1);
    world_open(&world);
    choose_place(&world, data[0]);
    ExprId id = expr_compile_let(world.def, text, &world.place, world.diags);
    ASSERT(id != 0 || world.diags->errors == 1);
    if (id != 0) {
        int64_t value = expr_run(&world.scope, id);
        ASSERT(value >= -INT64_C(1000000000000) && value <= INT64_C(1000000000000));
    }
    name_key(&world, text);
    world_close(&world);
    return 0;
}

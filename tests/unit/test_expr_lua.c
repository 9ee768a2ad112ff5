// tests/unit/test_expr_lua.c — random accepted expressions give what Lua 5.4 gives for the same text. Never: known values.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "unit/expr_world.h"
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>

enum { WANTED = 30000, OURS_MAX = 400, LUA_MAX = 8000, MEMBERS_MAX = 8 };

// A name in our text and the number it stands for; sets stand for a whole row of numbers.
typedef struct Leaf {
    const char *text, *track;
    int32_t row, column; // -1: the member
} Leaf;

static const Leaf scalars[] = {
        {"base",                "legitimacy", 0, 0},
        {"my.public",           "legitimacy", 0, 1},
        {"cleaners.money",      "resource",   2, 0},
        {"people",              "resource",   0, 1},
        {"trust.union.schools", "trust",      1, 3},
        {"trust.union",         "trust",      1, 0},
        {"target.stance",       "stance",     0, 0},
        {"stance.d1",           "stance",     2, 0},
        {"finance.heat",        "heat",       1, 0},
        {"public",              "public",     0, 0},
        {"public.hall",         "public",     1, 0},
        {"promise",             "promise",    0, 0},
        {"calm",                "calm",       0, 0},
        {"pledge",              "pledge",     0, 0},
        {"pledge.schools.d1",   "pledge",     3, 2},
        {"pact.me.union",       "pact",       0, 1},
        {"frame.board.safety",  "frame",      0, 1},
        {"draft.rate",          "draft",      0, 0},
        {"civic",               "civic",      0, 0},
};

typedef struct SetLeaf {
    Leaf leaf;
    int32_t set;
} SetLeaf;

static const struct {
    int32_t first, count;
    const int32_t members[MEMBERS_MAX];
} sets[] = {
        {0, 4, {0, 1, 2, 3}},
        {0, 3, {1, 2, 3}   },
        {0, 3, {0, 1, 2}   },
        {0, 2, {2, 3}      }
};

static const SetLeaf members[] = {
        {{"actors.money", "resource", -1, 0},      0},
        {{"actors.base", "legitimacy", -1, 0},     0},
        {{"trust.me.actors", "trust", 0, -1},      0},
        {{"trust.actors.me", "trust", -1, 0},      0},
        {{"pact.actors.union", "pact", -1, 1},     0},
        {{"others.know", "resource", -1, 2},       1},
        {{"trust.others.schools", "trust", -1, 3}, 1},
        {{"stance.deciders", "stance", -1, 0},     2},
        {{"heat.deciders", "heat", -1, 0},         2},
        {{"pledge.me.deciders", "pledge", 0, -1},  2},
        {{"affected.people", "resource", -1, 1},   3},
        {{"affected.public", "legitimacy", -1, 1}, 3},
};

typedef struct Gen {
    Rng rng;
    char ours[OURS_MAX * 4], lua[LUA_MAX];
    size_t ours_length, lua_length;
    int32_t set; // -1 outside a question
} Gen;

static uint32_t pick(Gen *gen, uint32_t n) { return rng_draw(&gen->rng, n); }

static void add(char *out, size_t size, size_t *length, const char *text) {
    size_t more = strlen(text);
    if (*length + more + 1 > size) return;
    memcpy(out + *length, text, more + 1);
    *length += more;
}

static void ours(Gen *gen, const char *text) {
    add(gen->ours, sizeof gen->ours, &gen->ours_length, text);
}

static void lua(Gen *gen, const char *text) {
    add(gen->lua, sizeof gen->lua, &gen->lua_length, text);
}

static void both(Gen *gen, const char *text) {
    ours(gen, text);
    lua(gen, text);
}

static void number(Gen *gen, int32_t depth);
static void answer(Gen *gen, int32_t depth);

static void literal(Gen *gen) {
    static const char *const values[] = {"0", "1", "2", "3", "7", "10", "12", "50", "100",
            "999", "40000", "999999999999"};
    both(gen, values[pick(gen, ARRAY_COUNT(values))]);
}

static void scalar(Gen *gen) {
    char text[64];
    uint32_t i = pick(gen, ARRAY_COUNT(scalars));
    bool exact = pick(gen, 6) == 0;
    if (exact) ours(gen, "tenths(");
    ours(gen, scalars[i].text);
    if (exact) ours(gen, ")");
    snprintf(text, sizeof text, exact ? "S[%u]" : "(S[%u]//10)", i + 1);
    lua(gen, text);
}

static void member(Gen *gen) {
    char text[64];
    uint32_t i = pick(gen, ARRAY_COUNT(members));
    while (members[i].set != gen->set)
        i = pick(gen, ARRAY_COUNT(members));
    ours(gen, members[i].leaf.text);
    snprintf(text, sizeof text, "(X[%u][i]//10)", i + 1);
    lua(gen, text);
}

static void leaf(Gen *gen) {
    uint32_t kind = pick(gen, 10);
    if (gen->set >= 0 && kind < 6)
        member(gen);
    else if (kind < 7)
        scalar(gen);
    else
        literal(gen);
}

// Brackets around what a sign joins are often left out: that is how binding is tested. Texts that
// then make no sense are refused and not counted.
static void joined(
        Gen *gen, const char *sign, void (*part)(Gen *, int32_t), int32_t depth) {
    bool bracket = pick(gen, 3) == 0;
    if (bracket) both(gen, "(");
    part(gen, depth - 1);
    both(gen, " ");
    both(gen, sign);
    both(gen, " ");
    part(gen, depth - 1);
    if (bracket) both(gen, ")");
}

static void function(Gen *gen, int32_t depth) {
    static const struct {
        const char *name;
        int32_t count;
    } calls[] = {
            {"min",     2},
            {"max",     2},
            {"min",     3},
            {"max",     1},
            {"abs",     1},
            {"clamp",   3},
            {"percent", 2},
            {"share",   2}
    };
    uint32_t i = pick(gen, ARRAY_COUNT(calls));
    both(gen, calls[i].name);
    both(gen, "(");
    for (int32_t k = 0; k < calls[i].count; k++) {
        if (k > 0) both(gen, ", ");
        number(gen, depth - 1);
    }
    both(gen, ")");
}

// Lua evaluates arguments at once, so what is lazy here becomes functions there.
static void choose(Gen *gen, int32_t depth) {
    ours(gen, "choose(");
    lua(gen, "choose(");
    answer(gen, depth - 1);
    ours(gen, ", ");
    lua(gen, ", function() return ");
    number(gen, depth - 1);
    ours(gen, ", ");
    lua(gen, " end, function() return ");
    number(gen, depth - 1);
    ours(gen, ")");
    lua(gen, " end)");
}

static void question(Gen *gen, const char *name, bool asks, int32_t depth) {
    char text[64];
    if (gen->set >= 0) {
        leaf(gen);
        return;
    }
    gen->set = (int32_t)pick(gen, ARRAY_COUNT(sets));
    ours(gen, name);
    ours(gen, "(");
    snprintf(text, sizeof text, "%s_(%d, function(i) return ", name, sets[gen->set].count);
    lua(gen, text);
    if (asks)
        answer(gen, depth - 1);
    else
        number(gen, depth - 1);
    ours(gen, ")");
    lua(gen, " end)");
    gen->set = -1;
}

static void number(Gen *gen, int32_t depth) {
    static const char *const signs[] = {"+", "-", "*", "//", "%", "+", "-"};
    static const char *const asked[] = {"sum", "highest", "lowest"};
    uint32_t kind = pick(gen, 12);
    if (depth <= 0 || kind < 3)
        leaf(gen);
    else if (kind < 8)
        joined(gen, signs[pick(gen, ARRAY_COUNT(signs))], number, depth);
    else if (kind == 8)
        function(gen, depth);
    else if (kind == 9)
        choose(gen, depth);
    else if (kind == 10)
        question(gen, pick(gen, 2) ? asked[pick(gen, 3)] : "count", false, depth);
    else {
        both(gen, "-");
        number(gen, depth - 1);
    }
}

static void answer(Gen *gen, int32_t depth) {
    static const char *const signs[] = {"==", "~=", "<", "<=", ">", ">="};
    uint32_t kind = pick(gen, 10);
    if (depth > 0 && kind < 3)
        joined(gen, pick(gen, 2) ? "and" : "or", answer, depth);
    else if (depth > 0 && kind == 3)
        question(gen, pick(gen, 2) ? "any" : "all", true, depth);
    else if (depth > 0 && kind == 4) {
        both(gen, "not ");
        answer(gen, depth - 1);
    } else
        joined(gen, signs[pick(gen, ARRAY_COUNT(signs))], number, depth);
}

// Any row of words and signs: most make no sense, the rest must mean the same.
static void soup(Gen *gen) {
    static const char *const words[] = {"+", "-", "*", "//", "%", "==", "~=", "<",
            "<=", ">", ">=", "and", "or", "not", "(", ")", "-", "not"};
    uint32_t count = 2 + pick(gen, 12);
    for (uint32_t i = 0; i < count; i++) {
        if ((i + pick(gen, 3)) % 2 == 0)
            leaf(gen);
        else
            both(gen, words[pick(gen, ARRAY_COUNT(words))]);
        both(gen, " ");
    }
}

static const char *const prelude =
        "function min(a, ...) for _, b in ipairs{...} do if b < a then a = b end end "
        "return a end "
        "function max(a, ...) for _, b in ipairs{...} do if b > a then a = b end end "
        "return a end "
        "function abs(a) if a < 0 then return -a end return a end "
        "function clamp(x, lo, hi) if x < lo then return lo end if x > hi then return hi "
        "end return x end "
        "function cut(a, b) local q = abs(a) // abs(b) if (a < 0) ~= (b < 0) then return "
        "-q end return q end "
        "function percent(p, x) return cut(p * x, 100) end "
        "function share(a, b) if b == 0 then return 0 end return cut(a * 100, b) end "
        "function choose(c, a, b) if c then return a() end return b() end "
        "function any_(n, f) for i = 1, n do if f(i) then return true end end return false "
        "end "
        "function all_(n, f) for i = 1, n do if not f(i) then return false end end return "
        "true end "
        "function count_(n, f) local c = 0 for i = 1, n do if f(i) then c = c + 1 end end "
        "return c end "
        "function sum_(n, f) local c = 0 for i = 1, n do c = c + f(i) end return c end "
        "function highest_(n, f) local c for i = 1, n do local v = f(i) if not c or v > c "
        "then c = v end end return c or 0 end "
        "function lowest_(n, f) local c for i = 1, n do local v = f(i) if not c or v < c "
        "then c = v end end return c or 0 end "
        "S, X = {}, {}";

static int32_t tenths_of(World *world, const Leaf *at, int32_t who) {
    int32_t track = def_find_track(world->def, at->track);
    return state_at(world->def, world->state, track, at->row < 0 ? who : at->row,
            at->column < 0 ? who : at->column);
}

static void tell_lua(World *world, lua_State *L) {
    lua_getglobal(L, "S");
    for (size_t i = 0; i < ARRAY_COUNT(scalars); i++) {
        lua_pushinteger(L, tenths_of(world, &scalars[i], 0));
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_getglobal(L, "X");
    for (size_t i = 0; i < ARRAY_COUNT(members); i++) {
        lua_newtable(L);
        for (int32_t k = 0; k < sets[members[i].set].count; k++) {
            lua_pushinteger(
                    L, tenths_of(world, &members[i].leaf, sets[members[i].set].members[k]));
            lua_rawseti(L, -2, k + 1);
        }
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_settop(L, 0);
}

static void shuffle_numbers(World *world, Gen *gen) {
    for (int32_t i = 0; i < world->def->cells_count; i++) {
        uint32_t how = pick(gen, 4);
        int32_t span = how == 0 ? 9 : how == 1 ? 60 : 1000;
        world->state->cell[i] =
                (int16_t)((int32_t)pick(gen, (uint32_t)(2 * span + 1)) - span);
    }
}

// One text: true when it was accepted and comparable.
static bool compare(World *world, lua_State *L, const Gen *gen) {
    char chunk[LUA_MAX + 16];
    world->diags->count = 0;
    ExprId id = expr_compile_let(world->def, gen->ours, &world->place, world->diags);
    if (id == 0) return false;
    world->scope.divided_by_zero = world->scope.stopped = false;
    int64_t value = expr_run(&world->scope, id);
    if (world->scope.stopped) return false;
    snprintf(chunk, sizeof chunk, "return %s", gen->lua);
    if (luaL_loadstring(L, chunk) != LUA_OK)
        fail_msg("Lua does not read %s: %s", gen->ours, lua_tostring(L, -1));
    bool ran = lua_pcall(L, 0, 1, 0) == LUA_OK;
    if (ran == world->scope.divided_by_zero)
        fail_msg("%s: %s", gen->ours,
                ran ? "divides by zero here only" : lua_tostring(L, -1));
    if (ran) {
        bool answers = lua_isboolean(L, -1);
        int64_t expected = answers ? lua_toboolean(L, -1) : lua_tointeger(L, -1);
        if (answers != (bool)world->def->exprs[id].answers)
            fail_msg("%s: another type", gen->ours);
        if (expected != value)
            fail_msg("%s is %lld, in Lua %lld", gen->ours, (long long)value,
                    (long long)expected);
    }
    lua_settop(L, 0);
    return true;
}

static void make_text(Gen *gen, uint32_t round) {
    gen->ours_length = gen->lua_length = 0;
    gen->ours[0] = gen->lua[0] = 0;
    gen->set = -1;
    if (round % 4 == 0)
        soup(gen);
    else if (round % 2 == 0)
        answer(gen, 4);
    else
        number(gen, 4);
}

static void empty_programs(Def *def) {
    def->exprs_count = def->code_count = def->constants_count = 0;
}

static void test_same_as_lua(void **unused) {
    (void)unused;
    World world;
    Gen gen = {.rng = rng_seed(20260, 7)};
    lua_State *L = luaL_newstate();
    luaL_openlibs(L);
    assert_int_equal(luaL_dostring(L, prelude), LUA_OK);
    world_open(&world);
    uint32_t accepted = 0, round = 0;
    for (; accepted < WANTED && round < 40 * WANTED; round++) {
        if (round % 50 == 0) {
            shuffle_numbers(&world, &gen);
            tell_lua(&world, L);
        }
        make_text(&gen, round);
        if (compare(&world, L, &gen)) accepted++;
        empty_programs(world.def);
    }
    if (accepted < WANTED) fail_msg("only %u of %u texts were accepted", accepted, round);
    world_close(&world);
    lua_close(L);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_same_as_lua)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

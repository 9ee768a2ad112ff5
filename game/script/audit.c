// script/audit.c — walks the variables outside a function and hashes what they hold. Never: changes a value.
#include "script/audit.h"
#include "base/digest.h"
#include "script/order.h"
#include "script/state.h"
#include <stdlib.h>
#include <string.h>

// Walks with its own list of work: no recursion, however deep the author's tables are.
typedef struct Walk {
    lua_State *lua;
    int visited; // stack place of the table: value -> its number in order of first meeting
    int work;    // stack place of the list of tables and functions still to read
    lua_Integer work_count, work_done;
    int64_t met; // numbers given out
    int32_t values;
    uint64_t hash;
} Walk;

static void mix(Walk *walk, const void *data, size_t length) {
    walk->hash = digest_fast(data, length, walk->hash);
}

static void mix_number(Walk *walk, int64_t number) { mix(walk, &number, sizeof number); }

// Tables and functions are told apart by the order in which they are met, not by address: the same
// shape gives the same hash in every process.
static void mix_reference(Walk *walk, int index) {
    lua_State *lua = walk->lua;
    lua_pushvalue(lua, index);
    if (lua_rawget(lua, walk->visited) == LUA_TNUMBER) {
        mix_number(walk, lua_tointeger(lua, -1));
        lua_pop(lua, 1);
        return;
    }
    lua_pop(lua, 1);
    lua_pushvalue(lua, index);
    lua_pushinteger(lua, ++walk->met);
    lua_rawset(lua, walk->visited);
    lua_pushvalue(lua, index);
    lua_rawseti(lua, walk->work, ++walk->work_count);
    mix_number(walk, walk->met);
}

static void mix_value(Walk *walk, int index) {
    lua_State *lua = walk->lua;
    index = lua_absindex(lua, index);
    int type = lua_type(lua, index);
    walk->values++;
    mix_number(walk, type);
    size_t length = 0;
    switch (type) {
    case LUA_TBOOLEAN: mix_number(walk, lua_toboolean(lua, index)); break;
    case LUA_TNUMBER: mix_number(walk, lua_tointeger(lua, index)); break;
    case LUA_TSTRING: {
        const char *text = lua_tolstring(lua, index, &length);
        mix_number(walk, (int64_t)length);
        mix(walk, text, length);
        break;
    }
    case LUA_TTABLE: mix_reference(walk, index); break;
    case LUA_TFUNCTION:
        if (!lua_iscfunction(lua, index)) mix_reference(walk, index);
        break;
    default: break; // parts of g and changes: holding one at all shows in the type
    }
}

static bool is_plain_key(int type) {
    return type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TBOOLEAN;
}

// Keys in their order; other keys count by their values alone.
static int32_t read_keys(Walk *walk, int table, Key *keys, int32_t most) {
    lua_State *lua = walk->lua;
    int32_t count = 0;
    for (lua_pushnil(lua); lua_next(lua, table);) {
        lua_pop(lua, 1);
        int type = lua_type(lua, -1);
        walk->values += !is_plain_key(type);
        if (!is_plain_key(type) || count == most) continue;
        Key key = {.type = type};
        if (type == LUA_TSTRING) key.text = lua_tolstring(lua, -1, &key.length);
        if (type == LUA_TNUMBER) key.number = lua_tointeger(lua, -1);
        if (type == LUA_TBOOLEAN) key.number = lua_toboolean(lua, -1);
        keys[count++] = key;
    }
    order_keys(keys, (size_t)count);
    return count;
}

static int32_t count_entries(lua_State *lua, int table) {
    int32_t count = 0;
    for (lua_pushnil(lua); lua_next(lua, table); lua_pop(lua, 1))
        count++;
    return count;
}

static void push_key(lua_State *lua, const Key *key) {
    if (key->type == LUA_TSTRING) {
        lua_pushlstring(lua, key->text, key->length);
    } else if (key->type == LUA_TNUMBER) {
        lua_pushinteger(lua, key->number);
    } else {
        lua_pushboolean(lua, (int)key->number);
    }
}

static void mix_table(Walk *walk, int table) {
    lua_State *lua = walk->lua;
    int32_t most = count_entries(lua, table);
    if (most > AUDIT_VALUES_MAX) {
        walk->values += most;
        return;
    }
    Key *keys = malloc(((size_t)most + 1) * sizeof *keys);
    ASSERT(keys != NULL);
    int32_t count = read_keys(walk, table, keys, most);
    mix_number(walk, most);
    for (int32_t i = 0; i < count; i++) {
        push_key(lua, &keys[i]);
        mix_value(walk, -1);
        lua_rawget(lua, table);
        mix_value(walk, -1);
        lua_pop(lua, 1);
    }
    free(keys);
}

static void mix_function(Walk *walk, int function) {
    for (int i = 1; lua_getupvalue(walk->lua, function, i); i++) {
        mix_value(walk, -1);
        lua_pop(walk->lua, 1);
    }
}

// Everything that can be reached from the value on top of the stack; pops it.
static void walk_value(Walk *walk) {
    lua_State *lua = walk->lua;
    mix_value(walk, -1);
    lua_pop(lua, 1);
    while (walk->work_done < walk->work_count && walk->values <= AUDIT_VALUES_MAX) {
        lua_rawgeti(lua, walk->work, ++walk->work_done);
        int index = lua_gettop(lua);
        if (lua_type(lua, index) == LUA_TTABLE) {
            mix_table(walk, index);
        } else {
            mix_function(walk, index);
        }
        lua_pop(lua, 1);
    }
}

typedef struct Job {
    AuditPrint *print;
    int32_t function;
} Job;

static int take(lua_State *lua) {
    const Job *job = lua_touserdata(lua, 1);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine_of(lua)->functions);
    lua_rawgeti(lua, -1, job->function + 1);
    int function = lua_gettop(lua);
    int32_t values = 0;
    for (int i = 1; i <= AUDIT_UPVALUES_MAX && lua_getupvalue(lua, function, i); i++) {
        // A set of its own for each variable: what one holds must not change another's hash.
        Walk walk = {.lua = lua, .hash = 1};
        lua_newtable(lua);
        lua_newtable(lua);
        walk.visited = lua_gettop(lua) - 1;
        walk.work = lua_gettop(lua);
        lua_pushvalue(lua, walk.visited - 1);
        walk_value(&walk);
        lua_settop(lua, function);
        job->print->upvalue[job->print->count++] = walk.hash;
        values += walk.values;
    }
    job->print->too_large = values > AUDIT_VALUES_MAX;
    return 0;
}

// Our own work is charged to nobody: the limits are lifted while it runs.
AuditPrint audit_take(Machine *machine, int32_t function) {
    AuditPrint print = {.count = 0};
    Job job = {&print, function};
    lua_State *lua = machine->lua;
    size_t taken = machine->taken_bytes;
    machine->unlimited = true;
    lua_pushcfunction(lua, take);
    lua_pushlightuserdata(lua, &job);
    int status = lua_pcall(lua, 1, 0, 0);
    ASSERT(status == LUA_OK);
    machine->unlimited = false;
    machine->taken_bytes = taken;
    return print;
}

static const char *upvalue_name(Machine *machine, int32_t function, int index) {
    lua_State *lua = machine->lua;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->functions);
    lua_rawgeti(lua, -1, function + 1);
    const char *name = lua_getupvalue(lua, -1, index);
    lua_settop(lua, 0);
    return name ? name : "?";
}

const char *audit_compare(Machine *machine, int32_t function, const AuditPrint *before,
        const AuditPrint *after) {
    for (int32_t i = 0; i < before->count && i < after->count; i++) {
        if (before->upvalue[i] != after->upvalue[i])
            return upvalue_name(machine, function, i + 1);
    }
    return NULL;
}

bool audit_check_loaded(Machine *machine, Diags *diags) {
    bool good = true;
    for (int32_t i = 0; i < machine->decls.count; i++) {
        const Decl *decl = &machine->decls.items[i];
        if (decl->body.kind != NODE_FUNCTION || decl->file != machine->file->name) continue;
        AuditPrint print = audit_take(machine, (int32_t)decl->body.integer);
        if (!print.too_large) continue;
        Diag *diag = machine_complain(machine, diags, "E225", decl, NULL, 0, PLACE_KEY,
                "The function of on \"%.40s\" carries more than %d values.", decl->id,
                AUDIT_VALUES_MAX);
        diag_fix(diag, "make the lists around it shorter.");
        good = false;
    }
    return good;
}

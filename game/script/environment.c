// script/environment.c — the names an author's chunk can see, and what happens at every other name. Never: hands out a table that can be written.
#include "script/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_MAX = 512 };

static int by_bytes(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

// The keys of the table at index in byte order; Lua's own order differs in every process. The words
// stay alive because the table holds them.
static size_t names_of(lua_State *lua, int index, const char **names) {
    size_t count = 0;
    int table = lua_absindex(lua, index);
    lua_pushnil(lua);
    while (lua_next(lua, table)) {
        lua_pop(lua, 1);
        if (lua_type(lua, -1) == LUA_TSTRING && count < NAMES_MAX) {
            names[count++] = lua_tostring(lua, -1);
        }
    }
    qsort(names, count, sizeof *names, by_bytes);
    return count;
}

static void lower(char *out, size_t capacity, const char *word) {
    size_t length = 0;
    for (; word[length] && length + 1 < capacity; length++) {
        char c = word[length];
        out[length] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    out[length] = '\0';
}

static bool is_declared(const Machine *machine, const char *name) {
    for (int32_t i = 0; i < machine->decls.count; i++) {
        if (strcmp(machine->decls.items[i].id, name) == 0) return true;
    }
    return false;
}

// Upvalue 1: the name of the library, or "" for the names of the pack. Called with table and key.
static int on_missing(lua_State *lua) {
    const char *library = lua_tostring(lua, lua_upvalueindex(1));
    if (lua_type(lua, 2) != LUA_TSTRING) {
        fault_raise(
                lua, "E200", "", "name what you need.", "There is nothing of that name.");
    }
    const char *name = lua_tostring(lua, 2);
    const char *names[NAMES_MAX];
    size_t count = names_of(lua, 1, names);
    if (library[0]) {
        fault_raise_near(lua, "E200", name, diag_nearest(name, names, count),
                "%s has no \"%.60s\".", library, name);
    }
    char small[64];
    lower(small, sizeof small, name);
    lua_pushstring(lua, small);
    if (strcmp(small, name) != 0 && lua_rawget(lua, 1) != LUA_TNIL) {
        fault_raise_near(
                lua, "E205", name, small, "Words are written small: \"%s\".", small);
    }
    if (strcmp(name, "g") == 0 || strcmp(name, "move") == 0) {
        fault_raise(lua, "E200", name, "write on \"round_ends\" (function (g) … end).",
                "\"%s\" exists only inside the functions given to on.", name);
    }
    const char *near = diag_nearest(name, names, count);
    char fix[120];
    snprintf(fix, sizeof fix, "if it is an id or a text, write \"%.60s\"", name);
    if (is_declared(machine_of(lua), name))
        fault_raise(lua, "E104", name, fix, "The id %.60s needs quotes here.", name);
    if (!near)
        fault_raise(lua, "E200", name, fix, "There is no word or name \"%.60s\".", name);
    fault_raise_near(lua, "E200", name, near, "There is no word or name \"%.60s\".", name);
}

static int on_written(lua_State *lua) {
    const char *library = lua_tostring(lua, lua_upvalueindex(1));
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
    if (library[0]) {
        fault_raise(lua, "E249", library, "give your own function a name with local.",
                "\"%s\" belongs to the engine and cannot be changed.", library);
    }
    char fix[120];
    snprintf(fix, sizeof fix, "write local before it: local %.60s = …", name);
    fault_raise(lua, "E248", name, fix, "\"%.60s\" is made without local.", name);
}

// Takes the table on top, leaves its read-only proxy.
static void wrap(lua_State *lua, const char *library) {
    lua_createtable(lua, 0, 1);
    lua_pushstring(lua, library);
    lua_pushcclosure(lua, on_missing, 1);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);
    lua_newuserdatauv(lua, 0, 0);
    lua_createtable(lua, 0, 2);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    lua_pushstring(lua, library);
    lua_pushcclosure(lua, on_written, 1);
    lua_setfield(lua, -2, "__newindex");
    lua_setmetatable(lua, -2);
    lua_remove(lua, -2);
}

// Texts find their functions through the same table as `string`.
static void open_text_methods(lua_State *lua) {
    lua_pushliteral(lua, "");
    lua_createtable(lua, 0, 1);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);
    lua_pop(lua, 1);
}

static void open_library(lua_State *lua) {
    library_open_base(lua);
    lua_newtable(lua);
    library_open_text(lua);
    open_text_methods(lua);
    wrap(lua, "string");
    lua_setfield(lua, -2, "string");
    lua_newtable(lua);
    library_open_table(lua);
    wrap(lua, "table");
    lua_setfield(lua, -2, "table");
    lua_newtable(lua);
    library_open_math(lua);
    wrap(lua, "math");
    lua_setfield(lua, -2, "math");
}

// Tables of the machine, kept where no author can reach them.
static void open_registry(lua_State *lua, Machine *machine) {
    int *const tables[] = {&machine->functions, &machine->view_root, &machine->view_stale,
            &machine->view_things, &machine->names_held, &machine->g_now,
            &machine->move_now, &machine->mirrors};
    int next = (int)lua_rawlen(lua, LUA_REGISTRYINDEX) + 1;
    for (size_t i = 0; i < ARRAY_COUNT(tables); i++) {
        *tables[i] = next + (int)i;
        lua_newtable(lua);
        lua_rawseti(lua, LUA_REGISTRYINDEX, *tables[i]);
    }
    machine->environment = next + (int)ARRAY_COUNT(tables);
}

void environment_open(lua_State *lua) {
    Machine *machine = machine_of(lua);
    open_registry(lua, machine);
    lua_newtable(lua);
    if (!machine->manifest) {
        open_library(lua);
        changeword_open(lua);
    }
    declare_open(lua);
    wrap(lua, "");
    lua_rawseti(lua, LUA_REGISTRYINDEX, machine->environment);
}

// script/library_table.c — the functions of lists: charged by element, sorted the same everywhere. Never: trusts the length of a list it did not count.
#include "script/state.h"
#include <string.h>

enum { UNPACK_MAX = 64, SORT_MAX = 4096, CONCAT_BYTES_MAX = 65536 };

// Length of the author's list at index 1. Lists end at their first gap or at a border Lua chose;
// that choice depends only on how the list was built.
static int64_t list_length(lua_State *lua, const char *function) {
    library_table(lua, 1, function);
    return (int64_t)lua_rawlen(lua, 1);
}

static int call_insert(lua_State *lua) {
    int64_t length = list_length(lua, "table.insert");
    int arguments = lua_gettop(lua);
    if (arguments == 2) {
        lua_rawseti(lua, 1, length + 1);
        machine_charge(lua, 1);
        return 0;
    }
    int64_t place = library_integer(lua, 2, "table.insert");
    if (arguments != 3 || place < 1 || place > length + 1) {
        fault_raise(lua, "E309", "insert", "write table.insert(list, value).",
                "table.insert needs a place from 1 to %lld.", (long long)length + 1);
    }
    machine_charge(lua, (size_t)(length - place) + 2);
    for (int64_t i = length; i >= place; i--) {
        lua_rawgeti(lua, 1, i);
        lua_rawseti(lua, 1, i + 1);
    }
    lua_settop(lua, 3);
    lua_rawseti(lua, 1, place);
    return 0;
}

static int call_remove(lua_State *lua) {
    int64_t length = list_length(lua, "table.remove");
    int64_t place =
            lua_isnoneornil(lua, 2) ? length : library_integer(lua, 2, "table.remove");
    if (length == 0) {
        lua_pushnil(lua);
        return 1;
    }
    if (place < 1 || place > length) {
        fault_raise(lua, "E309", "remove", "write table.remove(list).",
                "table.remove needs a place from 1 to %lld.", (long long)length);
    }
    machine_charge(lua, (size_t)(length - place) + 1);
    lua_rawgeti(lua, 1, place);
    for (int64_t i = place; i < length; i++) {
        lua_rawgeti(lua, 1, i + 1);
        lua_rawseti(lua, 1, i);
    }
    lua_pushnil(lua);
    lua_rawseti(lua, 1, length);
    return 1;
}

static int64_t optional(
        lua_State *lua, int index, const char *function, int64_t otherwise) {
    return lua_isnoneornil(lua, index) ? otherwise : library_integer(lua, index, function);
}

// The bytes to join, or with out = NULL only their number.
static size_t join(lua_State *lua, int64_t from, int64_t to, const char *between,
        size_t between_length, char *out) {
    size_t used = 0;
    for (int64_t i = from; i <= to; i++) {
        int type = lua_rawgeti(lua, 1, i);
        if (type != LUA_TSTRING && type != LUA_TNUMBER) {
            fault_raise(lua, "E309", "concat", "put texts and numbers into the list.",
                    "table.concat found %s at place %lld.", fault_type_words(lua, -1),
                    (long long)i);
        }
        size_t length = 0;
        const char *text = library_tostring(lua, -1, &length);
        if (out) memcpy(out + used, text, length);
        used += length;
        if (out && i < to) memcpy(out + used, between, between_length);
        used += i < to ? between_length : 0;
        lua_pop(lua, 2);
        if (used <= CONCAT_BYTES_MAX) continue;
        fault_raise(lua, "E309", "concat", "join less at once.",
                "table.concat would make more than 64 KiB.");
    }
    return used;
}

static int call_concat(lua_State *lua) {
    int64_t length = list_length(lua, "table.concat");
    size_t between_length = 0;
    const char *between = "";
    if (!lua_isnoneornil(lua, 2))
        between = library_text(lua, 2, "table.concat", &between_length);
    int64_t from = optional(lua, 3, "table.concat", 1),
            to = optional(lua, 4, "table.concat", length);
    if (from < 1 || to > length) from = to + 1;
    lua_settop(lua, 4);
    if (from <= to) machine_charge(lua, (size_t)(to - from) + 1);
    size_t bytes = join(lua, from, to, between, between_length, NULL);
    machine_charge(lua, bytes / 8 + 1);
    char *made = lua_newuserdatauv(lua, bytes + 1, 0);
    join(lua, from, to, between, between_length, made);
    lua_pushlstring(lua, made, bytes);
    return 1;
}

static int call_unpack(lua_State *lua) {
    int64_t length = list_length(lua, "table.unpack");
    int64_t from = optional(lua, 2, "table.unpack", 1),
            to = optional(lua, 3, "table.unpack", length);
    if (from > to) return 0;
    // Compared apart, because to - from may be too large for a number.
    if (from < 1 || to > SORT_MAX || to - from >= UNPACK_MAX) {
        fault_raise(lua, "E309", "unpack", "use a loop.",
                "table.unpack gives at most %d values.", UNPACK_MAX);
    }
    machine_charge(lua, (size_t)(to - from) + 1);
    if (!lua_checkstack(lua, UNPACK_MAX + 1)) machine_charge(lua, SCRIPT_LOAD_STEPS);
    for (int64_t i = from; i <= to; i++)
        lua_rawgeti(lua, 1, i);
    return (int)(to - from + 1);
}

// ---- sort ---------------------------------------------------------------------------------

// The values at a and b of the table at `list`: does b belong before a?
static bool belongs_before(lua_State *lua, int list, int64_t b, int64_t a) {
    bool before;
    if (lua_isnil(lua, 2)) {
        lua_rawgeti(lua, list, b);
        lua_rawgeti(lua, list, a);
        before = lua_compare(lua, -2, -1, LUA_OPLT) != 0;
        lua_pop(lua, 2);
    } else {
        lua_pushvalue(lua, 2);
        lua_rawgeti(lua, list, b);
        lua_rawgeti(lua, list, a);
        lua_call(lua, 2, 1);
        before = lua_toboolean(lua, -1);
        lua_pop(lua, 1);
    }
    return before;
}

static void copy_item(lua_State *lua, int from, int64_t at, int to, int64_t place) {
    lua_rawgeti(lua, from, at);
    lua_rawseti(lua, to, place);
}

// Merges two sorted runs of `from` into `to`. Equal values keep their order.
static void merge(
        lua_State *lua, int from, int to, int64_t start, int64_t middle, int64_t end) {
    int64_t left = start, right = middle;
    for (int64_t place = start; place < end; place++) {
        bool take_right =
                right < end && (left >= middle || belongs_before(lua, from, right, left));
        copy_item(lua, from, take_right ? right++ : left++, to, place);
    }
}

// Works on copies (stack places 3 and 4), so that a comparison may do to the list what it likes.
static int call_sort(lua_State *lua) {
    int64_t length = list_length(lua, "table.sort");
    if (length > SORT_MAX) {
        fault_raise(lua, "E309", "sort", "sort shorter lists.",
                "table.sort takes at most %d values.", SORT_MAX);
    }
    lua_settop(lua, 2);
    if (!lua_isnil(lua, 2) && lua_type(lua, 2) != LUA_TFUNCTION) {
        fault_raise(lua, "E309", "sort", "write function (a, b) return a < b end.",
                "table.sort compares with a function, not %s.", fault_type_words(lua, 2));
    }
    machine_charge(lua, (size_t)length + 1);
    lua_createtable(lua, (int)length, 0);
    lua_createtable(lua, (int)length, 0);
    for (int64_t i = 1; i <= length; i++)
        copy_item(lua, 1, i, 3, i);
    int from = 3, to = 4;
    for (int64_t width = 1; width < length; width *= 2) {
        machine_charge(lua, (size_t)length);
        for (int64_t start = 1; start <= length; start += 2 * width) {
            int64_t middle = start + width < length + 1 ? start + width : length + 1;
            int64_t end = start + 2 * width < length + 1 ? start + 2 * width : length + 1;
            merge(lua, from, to, start, middle, end);
        }
        from = 7 - from;
        to = 7 - to;
    }
    for (int64_t i = 1; i <= length; i++)
        copy_item(lua, from, i, 1, i);
    return 0;
}

void library_open_table(lua_State *lua) {
    static const LibraryRow ROWS[] = {
            {"insert", call_insert},
            {"remove", call_remove},
            {"concat", call_concat},
            {"unpack", call_unpack},
            {"sort",   call_sort  }
    };
    library_enter(lua, ROWS, ARRAY_COUNT(ROWS));
}

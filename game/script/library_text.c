// script/library_text.c — the functions of texts: plain, ASCII, bounded. Never: patterns.
#include "script/state.h"
#include <stdio.h>
#include <string.h>

enum { MADE_BYTES_MAX = 4096 };

static void charge_bytes(lua_State *lua, size_t bytes) {
    machine_charge(lua, bytes / 8 + 1);
}

static int call_len(lua_State *lua) {
    size_t length = 0;
    library_text(lua, 1, "string.len", &length);
    lua_pushinteger(lua, (lua_Integer)length);
    return 1;
}

// Places count from 1, negative ones from the end, as in Lua.
static int64_t place_from(int64_t place, size_t length) {
    if (place >= 0) return place;
    return place < -(int64_t)length ? 0 : (int64_t)length + place + 1;
}

static int call_sub(lua_State *lua) {
    size_t length = 0;
    const char *text = library_text(lua, 1, "string.sub", &length);
    int64_t from = place_from(library_integer(lua, 2, "string.sub"), length);
    int64_t to = lua_isnoneornil(lua, 3) ? -1 : library_integer(lua, 3, "string.sub");
    to = place_from(to, length);
    if (from < 1) from = 1;
    if (to > (int64_t)length) to = (int64_t)length;
    size_t count = from > to ? 0 : (size_t)(to - from + 1);
    charge_bytes(lua, count);
    lua_pushlstring(lua, count == 0 ? "" : text + from - 1, count);
    return 1;
}

// Pushes the text with every ASCII letter between first and last moved by `by`.
static int change_case(lua_State *lua, const char *function, char first, int by) {
    size_t length = 0;
    const char *text = library_text(lua, 1, function, &length);
    charge_bytes(lua, length);
    char *made = lua_newuserdatauv(lua, length + 1, 0);
    for (size_t i = 0; i < length; i++) {
        bool letter = text[i] >= first && text[i] <= first + 25;
        made[i] = letter ? (char)(text[i] + by) : text[i];
    }
    lua_pushlstring(lua, made, length);
    return 1;
}

static int call_upper(lua_State *lua) { return change_case(lua, "string.upper", 'a', -32); }

static int call_lower(lua_State *lua) { return change_case(lua, "string.lower", 'A', 32); }

_Noreturn static void too_long(lua_State *lua, const char *function) {
    fault_raise(lua, "E309", function, "make a shorter text.",
            "%s would make more than %d letters.", function, MADE_BYTES_MAX);
}

static int call_rep(lua_State *lua) {
    size_t length = 0, between_length = 0;
    const char *text = library_text(lua, 1, "string.rep", &length), *between = "";
    int64_t times = library_integer(lua, 2, "string.rep");
    if (!lua_isnoneornil(lua, 3))
        between = library_text(lua, 3, "string.rep", &between_length);
    if (times <= 0 || length + between_length == 0) {
        lua_pushliteral(lua, "");
        return 1;
    }
    if (times > MADE_BYTES_MAX + 1) too_long(lua, "string.rep");
    size_t count = (size_t)times, total = count * length + (count - 1) * between_length;
    if (length > MADE_BYTES_MAX || between_length > MADE_BYTES_MAX
            || total > MADE_BYTES_MAX) {
        too_long(lua, "string.rep");
    }
    charge_bytes(lua, total);
    char made[MADE_BYTES_MAX];
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) memcpy(made + used, between, between_length);
        used += i > 0 ? between_length : 0;
        memcpy(made + used, text, length);
        used += length;
    }
    lua_pushlstring(lua, made, total);
    return 1;
}

// Plain search; a storm of patterns has nothing to work with here.
static int call_find(lua_State *lua) {
    size_t length = 0, sought_length = 0;
    const char *text = library_text(lua, 1, "string.find", &length);
    const char *sought = library_text(lua, 2, "string.find", &sought_length);
    int64_t from = lua_isnoneornil(lua, 3) ? 1 : library_integer(lua, 3, "string.find");
    from = place_from(from, length);
    if (from < 1) from = 1;
    charge_bytes(lua, length + sought_length);
    const char *found = NULL;
    if (from <= (int64_t)length + 1) {
        found = memmem(text + from - 1, length - (size_t)(from - 1), sought, sought_length);
    }
    if (!found) {
        lua_pushnil(lua);
        return 1;
    }
    lua_pushinteger(lua, found - text + 1);
    lua_pushinteger(lua, found - text + (lua_Integer)sought_length);
    return 2;
}

typedef struct Made {
    char bytes[MADE_BYTES_MAX];
    size_t used;
} Made;

static void add_bytes(lua_State *lua, Made *made, const char *bytes, size_t length) {
    if (length > MADE_BYTES_MAX - made->used) too_long(lua, "string.format");
    memcpy(made->bytes + made->used, bytes, length);
    made->used += length;
}

static void add_argument(lua_State *lua, Made *made, char sign, int argument) {
    if (sign == 'd') {
        char digits[32];
        int64_t number = library_integer(lua, argument, "string.format");
        int length = snprintf(digits, sizeof digits, "%lld", (long long)number);
        add_bytes(lua, made, digits, (size_t)length);
        return;
    }
    int type = lua_type(lua, argument);
    if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN) {
        fault_raise(lua, "E309", "format", "give it a text or a number.",
                "string.format cannot show %s.", fault_type_words(lua, argument));
    }
    size_t length = 0;
    const char *text = library_tostring(lua, argument, &length);
    add_bytes(lua, made, text, length);
    lua_pop(lua, 1);
}

// Only %d, %s and %%: widths are bombs, %p shows addresses, %q writes code.
static int call_format(lua_State *lua) {
    size_t length = 0;
    const char *pattern = library_text(lua, 1, "string.format", &length);
    Made made;
    made.used = 0;
    int argument = 2;
    for (size_t i = 0; i < length; i++) {
        if (pattern[i] != '%') {
            add_bytes(lua, &made, pattern + i, 1);
            continue;
        }
        char sign = i + 1 < length ? pattern[++i] : '\0';
        if (sign == '%') {
            add_bytes(lua, &made, "%", 1);
        } else if (sign == 'd' || sign == 's') {
            add_argument(lua, &made, sign, argument++);
        } else {
            fault_raise(lua, "E309", "format", "use %d for numbers and %s for texts.",
                    "string.format knows only %%d, %%s and %%%%.");
        }
    }
    charge_bytes(lua, made.used);
    lua_pushlstring(lua, made.bytes, made.used);
    return 1;
}

void library_open_text(lua_State *lua) {
    static const LibraryRow ROWS[] = {
            {"len",    call_len   },
            {"sub",    call_sub   },
            {"upper",  call_upper },
            {"lower",  call_lower },
            {"rep",    call_rep   },
            {"find",   call_find  },
            {"format", call_format}
    };
    library_enter(lua, ROWS, ARRAY_COUNT(ROWS));
}

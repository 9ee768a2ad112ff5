// script/library.c — the plain functions of the author's Lua: assert, pairs, tonumber, percent and the like. Never: shows an address, follows memory order.
#include "script/order.h"
#include "script/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AUTHOR_MESSAGE_LETTERS = 200, TEXT_NUMBER_DIGITS = 18 };

// Every result of the engine's arithmetic stops here, as in expressions.
static const int64_t NUMBER_MAX = 1000000000000;

void library_enter(lua_State *lua, const LibraryRow *rows, size_t rows_count) {
    for (size_t i = 0; i < rows_count; i++) {
        lua_pushcfunction(lua, rows[i].function);
        lua_setfield(lua, -2, rows[i].name);
    }
}

int64_t library_integer(lua_State *lua, int index, const char *function) {
    if (!lua_isinteger(lua, index)) {
        fault_raise(lua, "E309", function, "give it a whole number.",
                "%s needs a whole number, not %s.", function, fault_type_words(lua, index));
    }
    return lua_tointeger(lua, index);
}

const char *library_text(lua_State *lua, int index, const char *function, size_t *length) {
    if (lua_type(lua, index) != LUA_TSTRING) {
        fault_raise(lua, "E309", function, "give it a text in quotes.",
                "%s needs a text, not %s.", function, fault_type_words(lua, index));
    }
    return lua_tolstring(lua, index, length);
}

void library_table(lua_State *lua, int index, const char *function) {
    if (lua_type(lua, index) == LUA_TTABLE) return;
    fault_raise(lua, "E309", function, "give it a list of your own.",
            "%s needs a list, not %s.", function, fault_type_words(lua, index));
}

const char *library_tostring(lua_State *lua, int index, size_t *length) {
    char digits[32];
    switch (lua_type(lua, index)) {
    case LUA_TSTRING: lua_pushvalue(lua, index); break;
    case LUA_TNUMBER:
        if (!lua_isinteger(lua, index)) {
            fault_raise(lua, "E305", "", "use whole numbers.", "This is no whole number.");
        }
        snprintf(digits, sizeof digits, "%lld", (long long)lua_tointeger(lua, index));
        lua_pushstring(lua, digits);
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(lua, lua_toboolean(lua, index) ? "true" : "false");
        break;
    case LUA_TNIL:
    case LUA_TNONE: lua_pushliteral(lua, "nil"); break;
    case LUA_TTABLE: lua_pushliteral(lua, "(table)"); break;
    case LUA_TFUNCTION: lua_pushliteral(lua, "(function)"); break;
    default: lua_pushliteral(lua, "(part of the game)"); break;
    }
    return lua_tolstring(lua, -1, length);
}

static int call_tostring(lua_State *lua) {
    library_tostring(lua, 1, NULL);
    return 1;
}

// ---- errors -------------------------------------------------------------------------------

_Noreturn static void raise_of_author(lua_State *lua, int index, const char *otherwise) {
    const char *message = otherwise;
    if (lua_type(lua, index) == LUA_TSTRING) message = lua_tostring(lua, index);
    size_t length = strlen(message);
    if (length > AUTHOR_MESSAGE_LETTERS) length = AUTHOR_MESSAGE_LETTERS;
    // Half a letter at the cut would break the finding.
    while (length > 0 && ((unsigned char)message[length] & 0xC0) == 0x80)
        length--;
    fault_raise(lua, "E300", "", "", "The pack stopped itself: %.*s", (int)length, message);
}

static int call_error(lua_State *lua) { raise_of_author(lua, 1, "no reason given"); }

static int call_assert(lua_State *lua) {
    if (!lua_toboolean(lua, 1)) raise_of_author(lua, 2, "what assert asks for is not so");
    return lua_gettop(lua);
}

// ---- values -------------------------------------------------------------------------------

static int call_type(lua_State *lua) {
    lua_pushstring(lua, lua_typename(lua, lua_type(lua, 1)));
    return 1;
}

static int call_select(lua_State *lua) {
    int top = lua_gettop(lua);
    if (lua_type(lua, 1) == LUA_TSTRING && strcmp(lua_tostring(lua, 1), "#") == 0) {
        lua_pushinteger(lua, top - 1);
        return 1;
    }
    int64_t from = library_integer(lua, 1, "select");
    if (from < 1) {
        fault_raise(lua, "E309", "select", "count from 1.", "select counts from 1.");
    }
    return from >= top ? 0 : top - (int)from;
}

// Decimal whole numbers only, with at most one sign and blanks around them.
static int call_tonumber(lua_State *lua) {
    if (lua_isinteger(lua, 1)) {
        lua_settop(lua, 1);
        return 1;
    }
    if (lua_type(lua, 1) != LUA_TSTRING) {
        lua_pushnil(lua);
        return 1;
    }
    const char *text = lua_tostring(lua, 1);
    while (*text == ' ')
        text++;
    bool negative = *text == '-';
    if (*text == '-' || *text == '+') text++;
    int64_t value = 0;
    int32_t digits = 0;
    for (; *text >= '0' && *text <= '9' && digits <= TEXT_NUMBER_DIGITS; text++, digits++) {
        value = value * 10 + (*text - '0');
    }
    while (*text == ' ')
        text++;
    if (digits == 0 || digits > TEXT_NUMBER_DIGITS || *text != '\0') {
        lua_pushnil(lua);
    } else {
        lua_pushinteger(lua, negative ? -value : value);
    }
    return 1;
}

static int call_print(lua_State *lua) {
    Machine *machine = machine_of(lua);
    if (machine->log_lines >= SCRIPT_LOG_LINES) {
        fault_raise(lua, "E321", "print", "print less.", "More than %d lines were printed.",
                SCRIPT_LOG_LINES);
    }
    char line[SCRIPT_LOG_LINE_BYTES + 1];
    size_t used = 0;
    int top = lua_gettop(lua);
    for (int i = 1; i <= top; i++) {
        size_t length = 0;
        const char *text = library_tostring(lua, i, &length);
        if (i > 1 && used < SCRIPT_LOG_LINE_BYTES) line[used++] = ' ';
        if (length > SCRIPT_LOG_LINE_BYTES - used) length = SCRIPT_LOG_LINE_BYTES - used;
        memcpy(line + used, text, length);
        used += length;
        lua_pop(lua, 1);
    }
    for (size_t i = 0; i < used; i++) {
        if ((unsigned char)line[i] < ' ') line[i] = ' ';
    }
    line[used] = '\0';
    machine_charge(lua, used / 8 + 1);
    buffer_format(&machine->log, "%s\n", line);
    machine->log_lines++;
    return 0;
}

// ---- walking ------------------------------------------------------------------------------

static int next_item(lua_State *lua) {
    lua_Integer i = lua_tointeger(lua, 2) + 1;
    lua_pushinteger(lua, i);
    return lua_geti(lua, 1, i) == LUA_TNIL ? 1 : 2;
}

// Lists of the author, and lists that g shows.
static int call_ipairs(lua_State *lua) {
    int type = lua_type(lua, 1);
    if (type != LUA_TTABLE && type != LUA_TUSERDATA) library_table(lua, 1, "ipairs");
    bool listed = type == LUA_TUSERDATA && lua_getmetatable(lua, 1)
                  && lua_rawgeti(lua, -1, LIST_NEXT) == LUA_TFUNCTION;
    if (!listed) lua_pushcfunction(lua, next_item);
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 0);
    return 3;
}

// Fills keys from the table at 1; the words stay alive because the collector rests during a call.
static size_t read_keys(lua_State *lua, Key *keys, size_t capacity) {
    size_t count = 0;
    lua_pushnil(lua);
    while (lua_next(lua, 1)) {
        lua_pop(lua, 1);
        Key key = {.type = lua_type(lua, -1)};
        if (lua_isinteger(lua, -1)) {
            key.number = lua_tointeger(lua, -1);
        } else if (key.type == LUA_TSTRING) {
            key.text = lua_tolstring(lua, -1, &key.length);
        } else {
            fault_raise(lua, "E319", "pairs", "use names or whole numbers as keys.",
                    "A key of this list is %s.", fault_type_words(lua, -1));
        }
        ASSERT(count < capacity);
        keys[count++] = key;
    }
    return count;
}

static size_t count_keys(lua_State *lua) {
    size_t count = 0;
    lua_pushnil(lua);
    while (lua_next(lua, 1)) {
        lua_pop(lua, 1);
        count++;
    }
    return count;
}

// Upvalues: the keys in order, the place of the last one given out.
static int next_pair(lua_State *lua) {
    lua_Integer at = lua_tointeger(lua, lua_upvalueindex(2));
    for (;;) {
        at++;
        if (lua_rawgeti(lua, lua_upvalueindex(1), at) == LUA_TNIL) return 1;
        lua_pushvalue(lua, -1);
        if (lua_rawget(lua, 1) != LUA_TNIL) break; // a key removed meanwhile is passed over
        lua_pop(lua, 2);
    }
    lua_pushinteger(lua, at);
    lua_replace(lua, lua_upvalueindex(2));
    return 2;
}

static int call_pairs(lua_State *lua) {
    library_table(lua, 1, "pairs");
    lua_settop(lua, 1);
    size_t capacity = count_keys(lua);
    machine_charge(lua, capacity + 1);
    Key *keys = lua_newuserdatauv(lua, (capacity + 1) * sizeof *keys, 0);
    size_t count = read_keys(lua, keys, capacity);
    order_keys(keys, count);
    lua_createtable(lua, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        if (keys[i].type == LUA_TSTRING) {
            lua_pushlstring(lua, keys[i].text, keys[i].length);
        } else {
            lua_pushinteger(lua, keys[i].number);
        }
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_pair, 2);
    lua_pushvalue(lua, 1);
    return 2;
}

// ---- numbers ------------------------------------------------------------------------------

static int64_t stop_at_limit(int64_t value) {
    if (value > NUMBER_MAX) return NUMBER_MAX;
    return value < -NUMBER_MAX ? -NUMBER_MAX : value;
}

// percent(20, 50) = 10, toward zero.
static int call_percent(lua_State *lua) {
    int64_t percent = library_integer(lua, 1, "percent");
    int64_t x = library_integer(lua, 2, "percent"), product = 0;
    if (__builtin_mul_overflow(percent, x, &product)) {
        product = (percent < 0) == (x < 0) ? INT64_MAX : INT64_MIN;
    }
    lua_pushinteger(lua, stop_at_limit(product / 100));
    return 1;
}

// share(1, 4) = 25: part of the whole in percent, toward zero; a share of nothing is 0.
static int call_share(lua_State *lua) {
    int64_t part = stop_at_limit(library_integer(lua, 1, "share"));
    int64_t whole = stop_at_limit(library_integer(lua, 2, "share"));
    lua_pushinteger(lua, whole == 0 ? 0 : stop_at_limit(part * 100 / whole));
    return 1;
}

static int call_clamp(lua_State *lua) {
    int64_t x = library_integer(lua, 1, "clamp"), low = library_integer(lua, 2, "clamp");
    int64_t high = library_integer(lua, 3, "clamp");
    lua_pushinteger(lua, x < low ? low : (x > high ? high : x));
    return 1;
}

static int call_min(lua_State *lua) {
    int64_t best = library_integer(lua, 1, "math.min");
    for (int i = 2; i <= lua_gettop(lua); i++) {
        int64_t x = library_integer(lua, i, "math.min");
        if (x < best) best = x;
    }
    lua_pushinteger(lua, best);
    return 1;
}

static int call_max(lua_State *lua) {
    int64_t best = library_integer(lua, 1, "math.max");
    for (int i = 2; i <= lua_gettop(lua); i++) {
        int64_t x = library_integer(lua, i, "math.max");
        if (x > best) best = x;
    }
    lua_pushinteger(lua, best);
    return 1;
}

// Wraps for the smallest number as Lua does: every result is clamped where it leaves Lua.
static int call_abs(lua_State *lua) {
    int64_t x = library_integer(lua, 1, "math.abs");
    lua_pushinteger(lua, x < 0 ? (int64_t)(0 - (uint64_t)x) : x);
    return 1;
}

void library_open_base(lua_State *lua) {
    static const LibraryRow ROWS[] = {
            {"assert",   call_assert  },
            {"error",    call_error   },
            {"type",     call_type    },
            {"select",   call_select  },
            {"ipairs",   call_ipairs  },
            {"pairs",    call_pairs   },
            {"tonumber", call_tonumber},
            {"tostring", call_tostring},
            {"print",    call_print   },
            {"percent",  call_percent },
            {"share",    call_share   },
            {"clamp",    call_clamp   }
    };
    library_enter(lua, ROWS, ARRAY_COUNT(ROWS));
}

void library_open_math(lua_State *lua) {
    static const LibraryRow ROWS[] = {
            {"min", call_min},
            {"max", call_max},
            {"abs", call_abs}
    };
    library_enter(lua, ROWS, ARRAY_COUNT(ROWS));
    lua_pushinteger(lua, INT64_MAX);
    lua_setfield(lua, -2, "maxinteger");
    lua_pushinteger(lua, INT64_MIN);
    lua_setfield(lua, -2, "mininteger");
}

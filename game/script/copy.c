// script/copy.c — copies what an author wrote out of Lua, with limits. Never: keeps a Lua value, calls the author's code.
#include "base/utf8.h"
#include "script/state.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SORT_BY_HAND_MAX = 24 };

// In a rule every such mistake stops the rule; at load it is told and reading goes on.
static void complain(lua_State *lua, CopyPlace *place, const char *code, PlacePart part,
        const char *fix, const char *message_format, ...) PRINTF_LIKE(6, 7);

static void complain(lua_State *lua, CopyPlace *place, const char *code, PlacePart part,
        const char *fix, const char *message_format, ...) {
    char message[240];
    va_list args;
    va_start(args, message_format);
    vsnprintf(message, sizeof message, message_format, args);
    va_end(args);
    Machine *machine = place->machine;
    const char *last = place->path_count > 0 ? place->path[place->path_count - 1] : "";
    if (machine->phase == MACHINE_PLAYING)
        fault_raise(lua, "E313", last, fix, "%s", message);
    if (place->decl) {
        Diag *diag = machine_complain(machine, machine->diags, code, place->decl,
                place->path, place->path_count, part, "%s", message);
        diag_fix(diag, "%s", fix);
        return;
    }
    Fault fault = {.line = 0};
    fault.line = fault_line(lua, &fault.file);
    snprintf(fault.code, sizeof fault.code, "%s", code);
    snprintf(fault.message, sizeof fault.message, "%s", message);
    snprintf(fault.fix, sizeof fault.fix, "%s", fix);
    snprintf(fault.word, sizeof fault.word, "%.60s", last);
    fault_tell(machine, &fault, machine->diags);
}

// Where the reader stands: "actor "north": name".
static const char *where(const CopyPlace *place) {
    return place->path_count > 0 ? place->path[place->path_count - 1] : "the value";
}

// Letters of ASCII and nothing else: most texts of most packs.
static bool is_plain(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] < ' ' || text[i] > '~') return false;
    }
    return true;
}

bool copy_is_showable(const char *text, size_t length) {
    if (is_plain(text, length)) return true;
    if (!utf8_valid(text, length)) return false;
    for (size_t at = 0; at < length;) {
        uint32_t letter = utf8_next(text, length, &at);
        if (utf8_is_control(letter, true) || utf8_is_invisible(letter)) return false;
    }
    return true;
}

static void charge_nodes(lua_State *lua, Machine *machine, size_t count) {
    machine_charge(lua, count);
    if (machine->phase == MACHINE_PLAYING) return;
    machine->nodes_count += (int64_t)count;
    if (machine->nodes_count <= NODES_MAX) return;
    fault_raise(lua, "E225", "", "declare less.", "This pack declares more than %d values.",
            NODES_MAX);
}

static void copy_text(lua_State *lua, int index, CopyPlace *place, Node *out) {
    size_t length = 0;
    const char *text = lua_tolstring(lua, index, &length);
    Machine *machine = place->machine;
    out->kind = NODE_BAD;
    if (length > DECLARE_TEXT_BYTES_MAX) {
        complain(lua, place, "E505", PLACE_VALUE, "write a shorter text.",
                "%.60s: this text has %zu bytes.", where(place), length);
        return;
    }
    machine_charge(lua, length / 8);
    if (!copy_is_showable(text, length)) {
        complain(lua, place, "E508", PLACE_VALUE, "write the text in one piece.",
                "%.60s: this text holds a broken letter or a control character.",
                where(place));
        return;
    }
    machine->node_text_bytes += length;
    if (machine->phase == MACHINE_LOADING
            && machine->node_text_bytes > NODE_TEXT_BYTES_MAX) {
        fault_raise(lua, "E225", "", "declare less.",
                "The texts of this pack have more than 8 MiB.");
    }
    out->kind = NODE_TEXT;
    out->text = region_copy_text(place->region, text, length);
    out->text_length = (uint32_t)length;
}

// ---- tables -------------------------------------------------------------------------------

typedef struct Count {
    int32_t items, fields;
    bool gap, bad_key;
} Count;

// Keys are whole numbers from 1 without gaps, or texts. Leaves the stack as it was.
static Count count_keys(lua_State *lua, int table, CopyPlace *place) {
    Count count = {0};
    int64_t highest = 0;
    lua_pushnil(lua);
    while (lua_next(lua, table)) {
        lua_pop(lua, 1);
        if (lua_isinteger(lua, -1)) {
            int64_t key = lua_tointeger(lua, -1);
            count.items++;
            count.gap = count.gap || key < 1;
            highest = key > highest ? key : highest;
        } else if (lua_type(lua, -1) == LUA_TSTRING) {
            count.fields++;
        } else {
            count.bad_key = true;
        }
    }
    count.gap = count.gap || highest != count.items;
    charge_nodes(lua, place->machine, (size_t)count.items + (size_t)count.fields);
    place->parts += count.items + count.fields;
    return count;
}

static int by_key(const void *left, const void *right) {
    const NodeField *a = left, *b = right;
    return strcmp(a->key, b->key);
}

// By insertion: most tables have few fields, and all of them are still empty.
static void sort_few(NodeField *fields, int32_t count) {
    for (int32_t i = 1; i < count; i++) {
        const char *key = fields[i].key;
        int32_t at = i;
        for (; at > 0 && strcmp(fields[at - 1].key, key) > 0; at--)
            fields[at].key = fields[at - 1].key;
        fields[at].key = key;
    }
}

// Field names in byte order: Lua's own order differs in every process.
static NodeField *copy_keys(lua_State *lua, int table, CopyPlace *place, int32_t count) {
    NodeField *fields = region_take(place->region, (size_t)count * sizeof *fields);
    int32_t used = 0;
    lua_pushnil(lua);
    while (lua_next(lua, table)) {
        lua_pop(lua, 1);
        if (lua_type(lua, -1) != LUA_TSTRING || used == count) continue;
        size_t length = 0;
        const char *key = lua_tolstring(lua, -1, &length);
        fields[used++].key = region_copy_text(place->region, key, length);
    }
    if (count > SORT_BY_HAND_MAX) {
        qsort(fields, (size_t)count, sizeof *fields, by_key);
    } else {
        sort_few(fields, count);
    }
    return fields;
}

static bool check_table(lua_State *lua, int table, CopyPlace *place, const Count *count) {
    if (count->bad_key) {
        complain(lua, place, "E319", PLACE_VALUE, "use names as fields.",
                "%.60s: a field is named by something that is no name or number.",
                where(place));
    } else if (count->gap) {
        complain(lua, place, "E226", PLACE_VALUE,
                "write the values one after the other: { \"a\", \"b\" }.",
                "%.60s: this list has a gap.", where(place));
    } else if (place->parts > DECLARE_PARTS_MAX) {
        place->hopeless = true;
        complain(lua, place, "E225", PLACE_VALUE, "declare less, or in several parts.",
                "%.60s: more than %d values in one declaration.", where(place),
                DECLARE_PARTS_MAX);
    } else {
        return true;
    }
    (void)table;
    return false;
}

static void step_into(CopyPlace *place, const char *key, int64_t number) {
    int32_t at = place->path_count++;
    if (!key)
        snprintf(place->numbers[at], sizeof place->numbers[at], "%lld", (long long)number);
    place->path[at] = key ? key : place->numbers[at];
}

static void copy_parts(
        lua_State *lua, int table, CopyPlace *place, const Count *count, Node *out) {
    NodeField *fields = copy_keys(lua, table, place, count->fields);
    for (int32_t i = 0; i < count->fields; i++) {
        step_into(place, fields[i].key, 0);
        lua_pushstring(lua, fields[i].key);
        lua_rawget(lua, table);
        copy_value(lua, -1, place, &fields[i].value);
        lua_pop(lua, 1);
        place->path_count--;
    }
    Node *items = region_take(place->region, (size_t)count->items * sizeof *items);
    for (int32_t i = 0; i < count->items; i++) {
        step_into(place, NULL, i + 1);
        lua_rawgeti(lua, table, i + 1);
        copy_value(lua, -1, place, &items[i]);
        lua_pop(lua, 1);
        place->path_count--;
    }
    *out = (Node){
            .kind = NODE_TABLE, .items_count = count->items, .fields_count = count->fields};
    out->items = items;
    out->fields = fields;
}

static bool contains_itself(lua_State *lua, int index, const CopyPlace *place) {
    const void *here = lua_topointer(lua, index);
    for (int32_t i = 0; i < place->depth; i++) {
        if (place->tables[i] == here) return true;
    }
    return false;
}

static void copy_table(lua_State *lua, int index, CopyPlace *place, Node *out) {
    out->kind = NODE_BAD;
    bool itself = contains_itself(lua, index, place);
    if (itself || place->depth >= DECLARE_DEPTH_MAX) {
        place->hopeless = true;
        complain(lua, place, "E227", PLACE_VALUE, "put the values higher up.",
                itself ? "%.60s: this list contains itself."
                       : "%.60s: this is nested too deep.",
                where(place));
        return;
    }
    // A finding about too many values ends the reading of this declaration.
    if (place->parts > DECLARE_PARTS_MAX) return;
    Count count = count_keys(lua, index, place);
    if (!check_table(lua, index, place, &count)) return;
    place->tables[place->depth++] = lua_topointer(lua, index);
    copy_parts(lua, index, place, &count, out);
    place->depth--;
}

static void copy_other(lua_State *lua, int index, CopyPlace *place, Node *out) {
    const Node *change = changeword_of(lua, index);
    if (change) {
        *out = *change;
        return;
    }
    out->kind = NODE_BAD;
    complain(lua, place, "E228", PLACE_VALUE, "write a number, a text or a list.",
            "%.60s: %s cannot stand here.", where(place), fault_type_words(lua, index));
}

void copy_value(lua_State *lua, int index, CopyPlace *place, Node *out) {
    index = lua_absindex(lua, index);
    *out = (Node){0};
    if (!lua_checkstack(lua, 8)) machine_charge(lua, SCRIPT_LOAD_STEPS);
    switch (lua_type(lua, index)) {
    case LUA_TNIL:
    case LUA_TNONE: break;
    case LUA_TBOOLEAN:
        out->kind = NODE_BOOLEAN;
        out->integer = lua_toboolean(lua, index);
        break;
    case LUA_TNUMBER:
        out->kind = lua_isinteger(lua, index) ? NODE_INTEGER : NODE_BAD;
        out->integer = lua_tointeger(lua, index);
        if (out->kind == NODE_INTEGER) break;
        complain(lua, place, "E220", PLACE_VALUE, "use a whole number.",
                "%.60s: this is no whole number.", where(place));
        break;
    case LUA_TSTRING: copy_text(lua, index, place, out); break;
    case LUA_TTABLE: copy_table(lua, index, place, out); break;
    default: copy_other(lua, index, place, out); break;
    }
}

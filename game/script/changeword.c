// script/changeword.c — makes the opaque values that change words give. Never: lets an author choose what a change does.
#include "script/changeword.h"
#include "script/play.h"
#include <stdio.h>
#include <string.h>

typedef struct ChangeWord {
    const char *word;
    uint8_t op;      // ChangeOp
    uint64_t fields; // bits of ChangeField
} ChangeWord;

#define F(id) CHANGE_FIELD(id)
static const ChangeWord WORDS[] = {
#define WORD(id, word, fields) {word, CHANGE_##id, (fields) | F(WHEN)},
#include "script/change_fields.def"
#undef WORD
};
#undef F

static const char *const FIELD_NAMES[CHANGE_FIELD_COUNT] = {
#define FIELD(id, name) name,
#include "script/change_fields.def"
#undef FIELD
};

const char *changeword_field_name(int32_t field) { return FIELD_NAMES[field]; }

size_t changeword_fields(const char *word, const char **names, size_t capacity) {
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_COUNT(WORDS); i++) {
        if (strcmp(WORDS[i].word, word) != 0) continue;
        for (int32_t field = 0; field < CHANGE_FIELD_COUNT && count < capacity; field++) {
            if ((WORDS[i].fields >> field) & 1) names[count++] = FIELD_NAMES[field];
        }
    }
    return count;
}

const char *changeword_named(const char *letters, size_t length) {
    for (size_t i = 0; i < ARRAY_COUNT(WORDS); i++) {
        if (strlen(WORDS[i].word) == length && memcmp(WORDS[i].word, letters, length) == 0)
            return WORDS[i].word;
    }
    return NULL;
}

// The kind of a change is its word; a field `op` written by the author is thrown away.
static void drop_op(Node *node) {
    NodeField *fields = (NodeField *)(uintptr_t)node->fields;
    for (int32_t i = 0; i < node->fields_count; i++) {
        if (strcmp(fields[i].key, "op") != 0) continue;
        memmove(fields + i, fields + i + 1,
                (size_t)(node->fields_count - i - 1) * sizeof *fields);
        node->fields_count--;
        return;
    }
}

// At load the fields are copied; what they mean is checked with the declaration they stand in.
static const Node *copy_fields(lua_State *lua, const ChangeWord *word) {
    Machine *machine = machine_of(lua);
    CopyPlace place = {.machine = machine, .region = &machine->region};
    Node *node = region_take(&machine->region, sizeof *node);
    copy_value(lua, 1, &place, node);
    if (node->kind == NODE_TABLE) drop_op(node);
    if (node->kind != NODE_BAD) node->kind = NODE_CHANGE;
    node->text = word->word;
    return node;
}

// Upvalues: which word, and the metatable of all changes.
static int on_change_word(lua_State *lua) {
    const ChangeWord *word = &WORDS[lua_tointeger(lua, lua_upvalueindex(1))];
    bool playing = machine_of(lua)->phase == MACHINE_PLAYING;
    if (lua_type(lua, 1) != LUA_TTABLE && !lua_isnone(lua, 1)) {
        fault_raise(lua, playing ? "E313" : "E209", word->word, "write its fields in { }.",
                "%s takes fields in { }, not %s.", word->word, fault_type_words(lua, 1));
    }
    machine_charge(lua, 4);
    lua_settop(lua, lua_isnone(lua, 1) ? 0 : 1);
    ChangeValue made = {.node = NULL};
    if (playing) {
        changes_make(lua, word->word, word->op, word->fields, &made);
    } else {
        made.node = copy_fields(lua, word);
    }
    ChangeValue *value = lua_newuserdatauv(lua, sizeof *value, 0);
    *value = made;
    value->mark = WORDS;
    lua_pushvalue(lua, lua_upvalueindex(2));
    lua_setmetatable(lua, -2);
    return 1;
}

static int on_read(lua_State *lua) {
    fault_raise(lua, "E305", "", "return it in a list.",
            "A change is made to be returned, not to be read.");
}

const ChangeValue *changeword_value(lua_State *lua, int index) {
    // Authors cannot make userdata; those of the view are smaller.
    const ChangeValue *value = lua_touserdata(lua, index);
    if (!value || lua_rawlen(lua, index) != sizeof *value) return NULL;
    return value->mark == WORDS ? value : NULL;
}

const Node *changeword_of(lua_State *lua, int index) {
    const ChangeValue *value = changeword_value(lua, index);
    return value ? value->node : NULL;
}

static void open_fields(lua_State *lua) {
    Machine *machine = machine_of(lua);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->names_held);
    for (int32_t i = 0; i < CHANGE_FIELD_COUNT; i++) {
        const char *held = lua_pushstring(lua, FIELD_NAMES[i]);
        lua_pushboolean(lua, 1);
        lua_rawset(lua, -3);
        known_add(&machine->fields_known, &machine->region, held, i);
    }
    lua_pop(lua, 1);
}

void changeword_open(lua_State *lua) {
    open_fields(lua);
    lua_createtable(lua, 0, 2);
    lua_pushcfunction(lua, on_read);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, on_read);
    lua_setfield(lua, -2, "__newindex");
    for (size_t i = 0; i < ARRAY_COUNT(WORDS); i++) {
        lua_pushinteger(lua, (lua_Integer)i);
        lua_pushvalue(lua, -2);
        lua_pushcclosure(lua, on_change_word, 2);
        lua_setfield(lua, -3, WORDS[i].word);
    }
    lua_pop(lua, 1);
}

// script/changeword.c — makes the opaque values that change words give. Never: lets an author choose what a change does.
#include "script/changeword.h"
#include "script/play.h"
#include <stdio.h>
#include <string.h>

enum { FIELDS_MAX = 10 };

typedef struct ChangeWord {
    const char *word;
    const char *fields[FIELDS_MAX];
} ChangeWord;

// authoring.md 2.2. Every change word takes `when`, and `note` for people who read the file.
static const ChangeWord WORDS[] = {
        {"gain",       {"what", "who", "toward", "by", "tenths", "why", "when"}     },
        {"lose",       {"what", "who", "toward", "by", "tenths", "why", "when"}     },
        {"set",        {"what", "who", "toward", "to", "tenths", "why", "when"}     },
        {"move",       {"what", "from", "to", "by", "tenths", "why", "when"}        },
        {"tell",       {"text", "to", "with", "when"}                               },
        {"ask",        {"what", "who", "when"}                                      },
        {"reveal",     {"what", "of", "to", "when"}                                 },
        {"publish",    {"what", "when"}                                             },
        {"happen",     {"happening", "window", "after", "rounds", "when"}           },
        {"unlock",     {"move", "who", "rounds", "when"}                            },
        {"lock",       {"move", "who", "rounds", "when"}                            },
        {"finish",     {"ending", "when"}                                           },
        {"position",   {"who", "arena", "place", "when"}                            },
        {"loan",       {"who", "arena", "place", "rounds", "embed", "when"}         },
        {"open_arena", {"arena", "round", "guests", "when"}                         },
        {"motion",     {"arena", "quota", "slots", "chair", "add", "remove", "when"}},
        {"defer",      {"item", "when"}                                             },
        {"grant",      {"who", "by", "tied", "shuts", "when"}                       },
        {"side_offer", {"who", "cohesion", "when"}                                  },
        {"champion",   {"who", "tenths", "when"}                                    },
        {"suit",       {"arena", "claim", "by", "when"}                             },
        {"voice_gift", {"who", "by", "when"}                                        },
        {"ruling",     {"menu", "when"}                                             },
        {"utter",      {"arena", "frame", "clause", "strength", "who", "when"}      },
        {"resist",     {"by", "when"}                                               },
        {"reading",    {"strength", "when"}                                         },
        {"queue",      {"when"}                                                     },
        {"prime",      {"when"}                                                     },
        {"challenge",  {"when"}                                                     },
        {"refuse",     {"text", "when"}                                             },
};

const char *const *changeword_fields(const char *word) {
    for (size_t i = 0; i < ARRAY_COUNT(WORDS); i++) {
        if (strcmp(WORDS[i].word, word) == 0) return WORDS[i].fields;
    }
    return NULL;
}

bool changeword_has_field(const char *word, const char *field) {
    const char *const *fields = changeword_fields(word);
    for (; fields && *fields; fields++) {
        if (strcmp(*fields, field) == 0) return true;
    }
    return false;
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

// Upvalue 1: which word. Upvalue 2: the metatable of all changes.
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
        changes_make(lua, word->word, &made);
    } else {
        made.node = copy_fields(lua, word);
    }
    ChangeValue *value = lua_newuserdatauv(lua, sizeof *value, 0);
    *value = made;
    lua_pushvalue(lua, lua_upvalueindex(2));
    lua_setmetatable(lua, -2);
    return 1;
}

static int on_read(lua_State *lua) {
    fault_raise(lua, "E305", "", "return it in a list.",
            "A change is made to be returned, not to be read.");
}

const ChangeValue *changeword_value(lua_State *lua, int index) {
    if (lua_type(lua, index) != LUA_TUSERDATA || !lua_getmetatable(lua, index)) return NULL;
    bool is_change = lua_rawgetp(lua, -1, WORDS) != LUA_TNIL;
    lua_pop(lua, 2);
    return is_change ? lua_touserdata(lua, index) : NULL;
}

const Node *changeword_of(lua_State *lua, int index) {
    const ChangeValue *value = changeword_value(lua, index);
    return value ? value->node : NULL;
}

void changeword_open(lua_State *lua) {
    // The address of the table above marks the metatable; no author can make one with that key.
    lua_createtable(lua, 0, 3);
    lua_pushboolean(lua, 1);
    lua_rawsetp(lua, -2, WORDS);
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

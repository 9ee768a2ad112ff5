// script/play.h — what the files of this room share while a function of a pack runs. Never: included by another room.
#ifndef SCRIPT_PLAY_H
#define SCRIPT_PLAY_H
#include "expr/expr.h"
#include "rules/hooks.h"
#include "script/state.h"

// One call of one function. Everything is borrowed until the call ends.
typedef struct Play {
    const Def *def;
    const State *state;
    const HookMoment *moment;
    HookResult *result;
    uint16_t rule;
    uint16_t draws;
    int32_t (*roll)(const State *state, uint16_t rule, uint16_t *draws, int32_t n);
    uint32_t generation; // of the machine's calls; g and changes of another call are stale
    int32_t function;    // place in the machine's list of functions
} Play;

// ---- path.c: what a path of names is ---------------------------------------------------------
typedef enum RefKind {
    REF_UNKNOWN = 0,
    REF_PART,    // a path that can go on
    REF_CELL,    // a: the cell
    REF_FACT,    // id: Fact, a and b its owners (-1 none)
    REF_SETTING, // a: place in Def.settings
    REF_ROUND,
    REF_ROUNDS,
    REF_LIST_KIND, // a: Kind, all things of it
    REF_LIST_TAG,  // a: tag, all actors with it
} RefKind;

typedef struct PathRef {
    RefKind kind;
    uint16_t id;
    int16_t a, b;
} PathRef;

enum { PATH_STEPS_MAX = 4, PATH_NAMES_MAX = 1024 };

PathRef path_find(const Def *def, const char *const *steps, int32_t count);
// The one thing a word names; kind KIND_NONE if none.
Thing path_thing(const Def *def, const char *word);
int32_t path_tag(const Def *def, const char *word); // -1 if there is none
// Every word a path may hold, for suggestions. Returns how many.
size_t path_names(const Def *def, const char **names);
// True when the word is read but never changed: round, counts, facts, settings.
bool path_is_read_only(const Def *def, const char *word);

// ---- view.c ------------------------------------------------------------------------------------
// Pushes g for this call, and what the second parameter `move` shows (nil at moments without one).
void view_push(lua_State *lua, const Play *play);
void view_push_move(lua_State *lua, const Play *play);
// Ends the use of the g and move of this call: reading them from now on is E307.
void view_end(Machine *machine);

// ---- changes.c ----------------------------------------------------------------------------------
// What a change word gives: plain data for declarations, a ready Change while the game runs.
typedef struct ChangeValue {
    const void *mark; // that of changeword.c: no other userdata has it there
    const Node *node; // at load
    uint32_t generation;
    bool dropped; // when = false
    Change change;
    int32_t amount; // tenths
} ChangeValue;

typedef enum ChangeField {
#define FIELD(id, name) CHANGE_FIELD_##id,
#include "script/change_fields.def"
#undef FIELD
    CHANGE_FIELD_COUNT
} ChangeField;
#define CHANGE_FIELD(id) ((uint64_t)1 << CHANGE_FIELD_##id)
const char *changeword_field_name(int32_t field);

// Reads the fields in the table at stack place 1 into a Change; raises E313 to E317, E222, E223, E327.
// Runs in the call of a change word; fields are those the word may have.
void changes_make(
        lua_State *lua, const char *word, uint8_t op, uint64_t fields, ChangeValue *out);
// Reads the list a function returned (top of the stack) into play->result.
void changes_read(lua_State *lua, Play *play);
// The change value at index; NULL if it is none.
const ChangeValue *changeword_value(lua_State *lua, int index);

#endif // SCRIPT_PLAY_H

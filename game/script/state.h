// script/state.h — what the files of this room share about a Machine. Never: included by another room.
#ifndef SCRIPT_STATE_H
#define SCRIPT_STATE_H
#include "script/known.h"
#include "script/lexer.h"
#include "script/machine.h"
#include "script/pool.h"
#include <lua.h>

enum {
    HOOK_EVERY = 1000, // instructions between two looks at the budget
    FILES_MAX = 256,
    NODES_MAX = 300000, // of all declarations of a machine
    NODE_TEXT_BYTES_MAX = 8 * 1024 * 1024,
    LIST_NEXT = 1, // place in the metatable of a list of g: the function ipairs steps with
};

// A number of the State that stands in a table of g: read without a call of ours, and brought up to date
// before every call of a function.
typedef struct Mirrored {
    int16_t cell, shown; // shown: tenths
} Mirrored;

enum { MIRRORED_MAX = 128 }; // further numbers are asked for one by one

typedef enum MachinePhase { MACHINE_LOADING, MACHINE_PLAYING } MachinePhase;

typedef struct ScriptFile {
    const char *name;
    Tokens tokens;
} ScriptFile;

// What went wrong first in a call, in the author's words. Empty code = nothing.
typedef struct Fault {
    char code[6];
    char message[320], fix[200], near[64];
    char word[64]; // the name in the source line to point at, or empty
    const ScriptFile *file;
    int32_t line; // 0 = unknown
} Fault;

// A word that was given its id and waits for its { }.
typedef struct Pending {
    bool waits, refused; // refused: its id was wrong, the body is read and dropped
    const ScriptWord *word;
    int32_t decl;
} Pending;

struct Machine {
    lua_State *lua; // NULL until machine_open
    Pool pool;      // of everything Lua holds
    Region region;  // lives as long as the machine: files, tokens, declarations
    Region call;    // cleared before every call: changes made by a function
    const ScriptWord *words;
    int32_t words_count;
    bool manifest, all_through_lua;
    MachinePhase phase;
    // Budgets.
    int64_t steps_left, load_steps_left;
    size_t live_bytes, taken_bytes, taken_since_collect;
    bool unlimited;    // our own work is counted but never refused (audit.c)
    bool dead;         // a budget is spent: nothing of this call may go on
    int32_t last_line; // seen by the last look at the budget
    const ScriptFile *last_file;
    Fault fault;
    // Files.
    ScriptFile *files[FILES_MAX];
    int32_t files_count;
    size_t source_bytes;
    const ScriptFile *file; // being run
    int32_t token;          // behind the last declaration found in it
    // Declarations.
    Diags *diags; // only during machine_run_file
    Decl *decl;
    int32_t decl_capacity;
    DeclList decls;
    Pending pending;
    int32_t functions_count;
    int64_t nodes_count;
    size_t node_text_bytes;
    // References in Lua's registry.
    int environment, functions;
    Buffer log;
    int32_t log_lines;
    char result[SCRIPT_RESULT_BYTES];
    // Calls of functions (play.h).
    struct Play *play; // the call that runs, NULL outside
    uint32_t generation;
    const void *bound_def;                  // the Def that `bounded` was worked out for
    uint64_t bounded;                       // functions that end by themselves (bound.c)
    const void *view_def;                   // the Def that g shows
    int view_root, view_stale, view_things; // in the registry
    int names_held, g_now, move_now;        // in the registry
    int mirrors; // in the registry: table and name of each of `mirrored`
    Mirrored mirrored[MIRRORED_MAX];
    int32_t mirrored_count;
    Known owners_known, numbers_known; // names of change words; names_held holds them
    Known fields_known;                // fields of change words, held there too
};

static inline Machine *machine_of(lua_State *lua) {
    return *(Machine **)lua_getextraspace(lua);
}

// ---- machine.c: budgets and calls ----------------------------------------------------------
// Starts Lua, which a pack that only declares never needs.
void machine_open(Machine *machine);
// Charges work that the count hook cannot see. Raises E301 when the budget is spent.
void machine_charge(lua_State *lua, size_t work);
// Starts the budgets of one call; the collector rests until machine_end_call.
// counted: false only for functions that bound.c has found to end by themselves.
void machine_begin_call(Machine *machine, int64_t steps, bool counted);
void machine_end_call(Machine *machine);
// lua_pcall with the fault handler. True when it worked; otherwise machine->fault says why.
bool machine_protected_call(Machine *machine, int arguments, int results);

// ---- fault.c -------------------------------------------------------------------------------
// Ends the running Lua code with a finding. Never returns.
_Noreturn void fault_raise(lua_State *lua, const char *code, const char *word,
        const char *fix, const char *message_format, ...) PRINTF_LIKE(5, 6);
// As fault_raise, with the nearest right word.
_Noreturn void fault_raise_near(lua_State *lua, const char *code, const char *word,
        const char *near, const char *message_format, ...) PRINTF_LIKE(5, 6);
// Message handler of every protected call.
int fault_handler(lua_State *lua);
// After a failed call: fills machine->fault for failures the handler never saw (memory).
void fault_complete(Machine *machine, int status);
// The author's word for the type of a value: "nothing", "a text", "a list".
const char *fault_type_words(lua_State *lua, int index);
// The line of author's code that runs now; 0 if none.
int32_t fault_line(lua_State *lua, const ScriptFile **file);
// The fault as a finding.
Diag *fault_tell(const Machine *machine, const Fault *fault, Diags *diags);

// ---- environment.c -------------------------------------------------------------------------
// Builds the names an author's chunk may use. Runs protected.
void environment_open(lua_State *lua);

// ---- library*.c: leave nothing, enter functions into the table on top of the stack ----------
typedef struct LibraryRow {
    const char *name;
    lua_CFunction function;
} LibraryRow;
void library_enter(lua_State *lua, const LibraryRow *rows, size_t rows_count);
void library_open_base(lua_State *lua);
void library_open_text(lua_State *lua);
void library_open_table(lua_State *lua);
void library_open_math(lua_State *lua);
// Arguments; anything else is E309 with the name of the function.
int64_t library_integer(lua_State *lua, int index, const char *function);
const char *library_text(lua_State *lua, int index, const char *function, size_t *length);
void library_table(lua_State *lua, int index, const char *function);
// The value as tostring shows it, pushed.
const char *library_tostring(lua_State *lua, int index, size_t *length);

// ---- declare.c, copy.c, place.c, changeword.c ------------------------------------------------
void declare_open(lua_State *lua); // enters the words into the table on top
// Whether a word may have such an id.
bool declare_id_fits(const ScriptWord *word, const char *id, size_t length);
// One more declaration of the file that runs; there must be room. The caller says where it stands.
Decl *declare_new(Machine *machine, const ScriptWord *word, const char *id);
// Tells about a word that still waits for its { }.
void declare_finish(Machine *machine);
// Copies a value into the region; false after raising nothing but telling findings (NODE_BAD parts).
typedef struct CopyPlace {
    Machine *machine;
    Region *region;
    const Decl *decl; // NULL in play
    int32_t parts, depth;
    bool hopeless; // too deep or too much: the declaration is dropped after one finding
    const char *path[DECLARE_DEPTH_MAX + 2];
    char numbers[DECLARE_DEPTH_MAX + 2][12];
    const void *tables[DECLARE_DEPTH_MAX + 2];
    int32_t path_count;
} CopyPlace;
void copy_value(lua_State *lua, int index, CopyPlace *place, Node *out);
// A piece of text that shows nothing hidden and breaks no screen.
bool copy_is_showable(const char *text, size_t length);
void changeword_open(lua_State *lua); // enters the change words into the table on top
// The change in a value of the stack, NULL if it is none.
const Node *changeword_of(lua_State *lua, int index);
// The token of a word with its id near a line of the file that runs; -1 if not found.
int32_t place_find_word(
        const Machine *machine, const char *word, const char *id, int32_t line);

#endif // SCRIPT_STATE_H

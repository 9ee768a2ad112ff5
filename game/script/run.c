// script/run.c — runs the files of a pack, and goes on behind a mistake so that one run shows them all. Never: opens a file.
#include "script/audit.h"
#include "script/gate.h"
#include "script/machine.h"
#include "script/mistype.h"
#include "script/plain.h"
#include "script/state.h"
#include "script/syntax.h"
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RESUMES_MAX = 50, PARTS_MAX = 2000 };

typedef struct Run {
    Machine *machine;
    const ScriptFile *file;
    Diags *diags;
    int32_t from;  // token where the next part begins
    bool in_parts; // Lua refused the file: statements are run one by one
    bool stopped;  // a budget is spent or the pack stopped itself
    int32_t resumes, parts;
} Run;

static const ScriptFile *add_file(Machine *machine, const char *name, Bytes *source) {
    ScriptFile *file = region_take(&machine->region, sizeof *file);
    file->name = region_copy_text(&machine->region, name, strlen(name));
    const char *copy =
            region_copy_text(&machine->region, (const char *)source->data, source->length);
    *source = (Bytes){(const uint8_t *)copy, source->length};
    machine->files[machine->files_count++] = file;
    return file;
}

// Limits over all files of the pack.
static bool check_pack(Machine *machine, const char *name, Bytes source, Diags *diags) {
    machine->source_bytes += source.length;
    if (machine->files_count == FILES_MAX) {
        diag_fix(diags_add(diags, "E225", name, 0, 0,
                         "This pack has more than %d Lua files.", FILES_MAX),
                "join some of them.");
        return false;
    }
    if (machine->source_bytes <= GATE_PACK_BYTES_MAX) return true;
    diag_fix(diags_add(diags, "E121", name, 0, 0,
                     "The Lua files of this pack have more than 1 MiB."),
            "make lists shorter, or put a part into a plugin.");
    return false;
}

// The source of the tokens [from, to) behind as many line ends as stood before it, so that every
// line keeps its number.
static const char *part_of(Run *run, int32_t from, int32_t to, size_t *length) {
    const Tokens *tokens = &run->file->tokens;
    size_t start = tokens->items[from].at, end = tokens->items[to].at;
    size_t lines = (size_t)tokens->items[from].line - 1;
    region_clear(&run->machine->call);
    char *part = region_take(&run->machine->call, lines + (end - start) + 1);
    memset(part, '\n', lines);
    memcpy(part + lines, tokens->source + start, end - start);
    *length = lines + (end - start);
    return part;
}

// Compiles a part and gives it the environment. False: Lua's words are on the stack.
static bool compile(Run *run, int32_t from, int32_t to) {
    lua_State *lua = run->machine->lua;
    size_t length = 0;
    const char *part = part_of(run, from, to, &length);
    char name[160];
    snprintf(name, sizeof name, "=%.150s", run->file->name);
    if (luaL_loadbufferx(lua, part, length, name, "t") != LUA_OK) return false;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, run->machine->environment);
    lua_setupvalue(lua, -2, 1);
    return true;
}

static int32_t lua_line_of(const char *message) {
    for (const char *at = strchr(message, ':'); at; at = strchr(at + 1, ':')) {
        int line = 0;
        if (sscanf(at, ":%d:", &line) == 1) return line;
    }
    return 0;
}

// First token behind a line that can begin a part.
static int32_t start_behind(const Run *run, int32_t line) {
    int32_t next = syntax_next_start(
            &run->file->tokens, token_at_line(&run->file->tokens, line + 1));
    return next > run->from ? next : run->file->tokens.count - 1;
}

// A local of a part that is gone is not the author's mistake.
static bool is_lost_local(const Run *run, const char *word) {
    const Tokens *tokens = &run->file->tokens;
    bool listed = false;
    for (int32_t i = 0; i < tokens->count; i++) {
        TokenKind kind = tokens->items[i].kind;
        if (kind == TOKEN_LOCAL) {
            listed = true;
        } else if (kind != TOKEN_NAME && kind != TOKEN_COMMA && kind != TOKEN_FUNCTION) {
            listed = false;
        } else if (listed && kind == TOKEN_NAME && token_is(tokens, i, word)) {
            return true;
        }
    }
    return false;
}

// Going on makes sense only behind a mistake in one place.
static bool may_resume(const Fault *fault) {
    static const char *const LAST[] = {"E301", "E302", "E303", "E300", "E225", "E321"};
    for (size_t i = 0; i < ARRAY_COUNT(LAST); i++) {
        if (strcmp(fault->code, LAST[i]) == 0) return false;
    }
    return fault->line > 0;
}

static void tell_fault(Run *run) {
    Machine *machine = run->machine;
    Fault *fault = &machine->fault;
    machine->decls.incomplete = true;
    machine->pending = (Pending){0};
    bool lost = run->resumes > 0 && strcmp(fault->code, "E200") == 0
                && is_lost_local(run, fault->word);
    // A name of a part that is gone may also be joined or called.
    lost = lost || (run->resumes > 0 && strcmp(fault->code, "E305") == 0);
    if (!lost) fault_tell(machine, fault, run->diags);
    run->stopped = !may_resume(fault) || run->resumes++ == RESUMES_MAX;
    run->from = start_behind(run, fault->line);
}

static void keep_result(Machine *machine) {
    machine->result[0] = '\0';
    if (lua_isnil(machine->lua, -1)) return;
    size_t length = 0;
    const char *text = library_tostring(machine->lua, -1, &length);
    snprintf(machine->result, sizeof machine->result, "%s", text);
    lua_pop(machine->lua, 1);
}

// What the file returns is turned into text inside the protected call.
static int call_part(lua_State *lua) {
    lua_call(lua, 0, 1);
    keep_result(machine_of(lua));
    return 0;
}

// Runs the compiled part on the stack. False after a fault.
static bool run_part(Run *run) {
    Machine *machine = run->machine;
    lua_pushcfunction(machine->lua, call_part);
    lua_insert(machine->lua, -2);
    return machine_protected_call(machine, 1, 0);
}

// Lua refused the part: the mistakes are told once for the whole file, then statements run singly.
static void refuse_part(Run *run) {
    Machine *machine = run->machine;
    machine->decls.incomplete = true;
    char message[300];
    const char *words = lua_tostring(machine->lua, -1);
    snprintf(message, sizeof message, "%s", words ? words : "");
    lua_settop(machine->lua, 0);
    if (strcmp(message, "not enough memory") == 0) {
        fault_complete(machine, LUA_ERRMEM);
        fault_tell(machine, &machine->fault, run->diags);
        run->stopped = true;
        return;
    }
    if (run->in_parts) return;
    run->in_parts = true;
    run->resumes = 1;
    syntax_explain(&run->file->tokens, message, lua_line_of(message), run->diags);
    run->stopped =
            strstr(message, "overflow") != NULL || strstr(message, "too many") != NULL;
}

// Runs from run->from to the end, or one statement. Moves run->from forward.
static void run_next(Run *run) {
    Machine *machine = run->machine;
    int32_t last = run->file->tokens.count - 1, to = last;
    if (run->in_parts) to = syntax_next_start(&run->file->tokens, run->from + 1);
    machine->fault = (Fault){0};
    machine->token = run->from;
    lua_settop(machine->lua, 0);
    if (!compile(run, run->from, to)) {
        bool first = !run->in_parts;
        refuse_part(run);
        if (!first) run->from = to;
        return;
    }
    if (!run_part(run)) {
        tell_fault(run);
        if (run->in_parts && run->from < to) run->from = to;
        return;
    }
    declare_finish(machine);
    run->from = to;
}

static void run_all(Machine *machine, Diags *diags) {
    Run run = {.machine = machine, .file = machine->file, .diags = diags};
    machine_open(machine);
    machine_begin_call(machine, machine->load_steps_left, true);
    do {
        run_next(&run);
        // Behind a mistake in a file of very many statements the rest is not read.
        run.stopped = run.stopped || ++run.parts == PARTS_MAX;
    } while (!run.stopped && run.from < run.file->tokens.count - 1);
    machine->load_steps_left = machine->steps_left;
    machine->pending = (Pending){0};
    machine_end_call(machine);
    audit_check_loaded(machine, diags);
}

bool machine_run_file(Machine *machine, const char *name, Bytes source, Diags *diags) {
    int32_t errors = diags->errors;
    machine->result[0] = '\0';
    if (!check_pack(machine, name, source, diags)) return false;
    const ScriptFile *file = add_file(machine, name, &source);
    ScriptFile *own = machine->files[machine->files_count - 1];
    if (!gate_check_source(&machine->region, file->name, source, &own->tokens, diags)) {
        // Nothing of a refused file is run; positions in it are still shown by its findings.
        machine->files_count--;
        machine->decls.incomplete = true;
        return false;
    }
    machine->diags = diags;
    machine->file = file;
    machine->token = 0;
    machine->phase = MACHINE_LOADING;
    region_clear(&machine->call);
    buffer_reset(&machine->log);
    if (machine->all_through_lua || !plain_read_file(machine, file)) {
        mistype_twice(&file->tokens, diags);
        run_all(machine, diags);
    }
    machine->diags = NULL;
    machine->file = NULL;
    if (diags->errors != errors) machine->decls.incomplete = true;
    return diags->errors == errors;
}

Machine *machine_again(const Machine *machine) {
    MachineSetup setup = {machine->words, machine->words_count, machine->manifest};
    Machine *again = machine_create(&setup);
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    for (int32_t i = 0; i < machine->files_count; i++) {
        const Tokens *tokens = &machine->files[i]->tokens;
        Bytes source = {(const uint8_t *)tokens->source, tokens->length};
        machine_run_file(again, machine->files[i]->name, source, diags);
    }
    free(diags);
    return again;
}

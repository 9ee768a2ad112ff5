// script/hooks.c — one call of one function: g in, changes or a fault out. Never: changes a State, calls Lua twice.
#include "script/hooks.h"
#include "script/bound.h"
#include "script/play.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Runs protected. Place 1: the Play as light userdata.
static int call_function(lua_State *lua) {
    Play *play = lua_touserdata(lua, 1);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine_of(lua)->functions);
    lua_rawgeti(lua, -1, play->function + 1);
    view_push(lua, play);
    view_push_move(lua, play);
    lua_call(lua, 2, 1);
    changes_read(lua, play);
    return 0;
}

static void tell_fault(ScriptHooks *hooks, const Machine *machine, const Play *play) {
    const Fault *fault = &machine->fault;
    const Rule *rule = &play->def->rules[play->rule];
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    hooks->fault = *fault_tell(machine, fault, diags);
    free(diags);
    if (hooks->fault.file[0] != '\0') return;
    snprintf(hooks->fault.file, sizeof hooks->fault.file, "%.63s",
            def_text(play->def, rule->file));
    hooks->fault.line = rule->line;
}

static const Tokens *tokens_of(const Machine *machine, const Decl *decl) {
    for (int32_t i = 0; i < machine->files_count; i++) {
        if (machine->files[i]->name == decl->file) return &machine->files[i]->tokens;
    }
    return NULL;
}

static const Decl *decl_of(const Machine *machine, int32_t function) {
    for (int32_t i = 0; i < machine->decls.count; i++) {
        const Decl *decl = &machine->decls.items[i];
        if (decl->body.kind == NODE_FUNCTION && decl->body.integer == function) return decl;
    }
    return NULL;
}

// The line of `local name` or `local function name`; 0 if it is made in another way.
static int32_t line_of_local(const Tokens *tokens, const char *name) {
    for (int32_t i = 1; i < tokens->count; i++) {
        TokenKind before = tokens->items[i - 1].kind;
        bool made =
                before == TOKEN_LOCAL || before == TOKEN_FUNCTION || before == TOKEN_COMMA;
        if (made && token_is(tokens, i, name)) return tokens->items[i].line;
    }
    return 0;
}

static void tell_memory(
        ScriptHooks *hooks, const Machine *machine, const Play *play, const char *name) {
    const Decl *decl = decl_of(machine, play->function);
    const Tokens *tokens = decl ? tokens_of(machine, decl) : NULL;
    Diag *diag = &hooks->fault;
    *diag = (Diag){.severity = DIAG_ERROR, .length = 1};
    snprintf(diag->code, sizeof diag->code, "E310");
    char where[32] = "";
    int32_t line = tokens ? line_of_local(tokens, name) : 0;
    if (line > 0) snprintf(where, sizeof where, " (line %d)", line);
    snprintf(diag->message, sizeof diag->message,
            "The rule \"%.30s\" keeps its own memory in \"%.40s\"%s; it would be lost on "
            "rewind.",
            decl ? decl->id : "", name, where);
    diag_fix(diag, "memory \"%.40s\" {} and return gain { what = \"%.40s\", by = 1 }.",
            name, name);
    if (!tokens) return;
    snprintf(diag->file, sizeof diag->file, "%.63s", decl->file);
    diag->line = decl->line;
    diag->column = decl->column;
    diag->length = (int32_t)strlen(decl->word);
    lexer_quote(tokens, diag);
}

static void fail(HookResult *result, const char *code) {
    result->count = 0;
    result->refused_text = 0;
    result->fault = (uint16_t)strtol(code + 1, NULL, 10); // "E301" is fault 301
}

// In play each function is looked at once a round; while an author checks, around every call.
static bool wants_audit(ScriptHooks *hooks, const State *state, uint8_t function) {
    if (hooks->audit) return true;
    if (hooks->audited_round != state->round) {
        memset(hooks->audited, 0, sizeof hooks->audited);
        hooks->audited_round = state->round;
    }
    uint64_t *word = &hooks->audited[function / 64], bit = (uint64_t)1 << (function % 64);
    bool first = (*word & bit) == 0;
    *word |= bit;
    return first;
}

// Which functions need no counting depends on the pack alone, so every machine decides alike.
static void find_bounds(Machine *machine, const Def *def) {
    machine->bounded = 0;
    machine->bound_def = def;
    for (int32_t i = 0; i < machine->decls.count; i++) {
        const Decl *decl = &machine->decls.items[i];
        const Tokens *tokens = tokens_of(machine, decl);
        if (decl->body.kind != NODE_FUNCTION || !tokens) continue;
        int64_t steps = bound_steps(tokens, decl->token, def);
        if (steps < 0 || steps > SCRIPT_CALL_STEPS) continue;
        machine->bounded |= (uint64_t)1 << decl->body.integer;
    }
}

static bool run(Machine *machine, Play *play) {
    if (machine->bound_def != play->def) find_bounds(machine, play->def);
    bool counted = !((machine->bounded >> play->function) & 1);
    machine->phase = MACHINE_PLAYING;
    machine->play = play;
    machine_begin_call(machine, SCRIPT_CALL_STEPS, counted);
    lua_pushcfunction(machine->lua, call_function);
    lua_pushlightuserdata(machine->lua, play);
    bool good = machine_protected_call(machine, 1, 0);
    view_end(machine);
    machine_end_call(machine);
    machine->play = NULL;
    machine->phase = MACHINE_LOADING;
    return good;
}

static void call_in(ScriptHooks *hooks, Machine *machine, const Def *def,
        const State *state, uint16_t rule, uint8_t function, const HookMoment *moment,
        HookResult *result) {
    Play play = {
            .def = def, .state = state, .moment = moment, .result = result, .rule = rule};
    play.draws = state->draws[rule];
    play.roll = hooks->roll ? hooks->roll : expr_roll;
    play.generation = ++machine->generation;
    play.function = hooks->function_number[function];
    hooks->fault = (Diag){0};
    result->count = 0;
    result->refused_text = result->fault = 0;
    bool audited = wants_audit(hooks, state, function);
    AuditPrint before = {.count = 0};
    if (audited) before = audit_take(machine, play.function);
    bool good = run(machine, &play);
    result->draws = play.draws;
    if (!good) {
        fail(result, machine->fault.code);
        tell_fault(hooks, machine, &play);
    }
    if (!audited) return;
    AuditPrint after = audit_take(machine, play.function);
    const char *name = audit_compare(machine, play.function, &before, &after);
    if (!name || !good) return;
    fail(result, "E310");
    tell_memory(hooks, machine, &play, name);
}

static void call(void *context, const Def *def, const State *state, uint16_t rule,
        uint8_t function, const HookMoment *moment, HookResult *result) {
    ScriptHooks *hooks = context;
    Machine *machine = hooks->machines[hooks->function_machine[function]];
    if (!hooks->fresh) {
        call_in(hooks, machine, def, state, rule, function, moment, result);
        return;
    }
    Machine *again = machine_again(machine);
    call_in(hooks, again, def, state, rule, function, moment, result);
    machine_destroy(again);
}

Hooks script_hooks(ScriptHooks *hooks) {
    return (Hooks){.context = hooks, .call = call, .roll = hooks->roll};
}

// script/machine.c — the life of a Lua machine and its budgets. Never: opens a file, knows a word of the pack.
#include "script/machine.h"
#include "script/play.h"
#include <stdlib.h>
#include <string.h>

// Numbers cross the border as 64-bit integers, and the traps guarded against here are those of 5.4.
_Static_assert(LUA_VERSION_NUM == 504, "the sandbox is written for Lua 5.4");
_Static_assert(sizeof(lua_Integer) == 8, "whole numbers have 64 bits");

// Garbage kept before a collection; seen by nobody, because budgets count what a call takes.
enum { COLLECT_AFTER_BYTES = 1024 * 1024, CALLS_DEEP_MAX = 4000 };

// Counts everything Lua holds and everything one call takes: a hook cannot see that x .. x copies
// megabytes.
static void *allocate(void *context, void *block, size_t old_size, size_t new_size) {
    Machine *machine = context;
    size_t old = block ? old_size : 0;
    if (new_size == 0) {
        (void)pool_resize(&machine->pool, block, old, 0);
        machine->live_bytes -= old;
        return NULL;
    }
    if (new_size > old) {
        bool full = machine->live_bytes - old + new_size > SCRIPT_MEMORY_BYTES
                    || machine->taken_bytes + new_size > SCRIPT_MEMORY_BYTES;
        if (full && !machine->unlimited) return NULL;
        machine->taken_bytes += new_size;
        machine->taken_since_collect += new_size;
    }
    void *moved = pool_resize(&machine->pool, block, old, new_size);
    machine->live_bytes = machine->live_bytes - old + new_size;
    return moved;
}

static int on_panic(lua_State *lua) {
    (void)lua;
    bool lua_failed_outside_a_protected_call = true;
    ASSERT(!lua_failed_outside_a_protected_call);
    return 0;
}

static int open_all(lua_State *lua) {
    environment_open(lua);
    return 0;
}

Machine *machine_create(const MachineSetup *setup) {
    Machine *machine = calloc(1, sizeof *machine);
    ASSERT(machine != NULL);
    machine->words = setup->words;
    machine->words_count = setup->words_count;
    machine->manifest = setup->manifest;
    machine->load_steps_left = SCRIPT_LOAD_STEPS;
    return machine;
}

void machine_read_with_lua(Machine *machine) { machine->all_through_lua = true; }

void machine_open(Machine *machine) {
    if (machine->lua) return;
    machine->lua = lua_newstate(allocate, machine);
    ASSERT(machine->lua != NULL);
    *(Machine **)lua_getextraspace(machine->lua) = machine;
    lua_atpanic(machine->lua, on_panic);
    lua_gc(machine->lua, LUA_GCSTOP);
    lua_pushcfunction(machine->lua, open_all);
    int status = lua_pcall(machine->lua, 0, 0, 0);
    ASSERT(status == LUA_OK);
}

void machine_destroy(Machine *machine) {
    if (!machine) return;
    if (machine->lua) lua_close(machine->lua);
    pool_free(&machine->pool);
    region_clear(&machine->region);
    region_clear(&machine->call);
    buffer_free(&machine->log);
    free(machine);
}

const DeclList *machine_decls(const Machine *machine) { return &machine->decls; }

const char *machine_result(const Machine *machine) { return machine->result; }

const char *machine_log(const Machine *machine) {
    return machine->log.data ? machine->log.data : "";
}

// ---- budgets ------------------------------------------------------------------------------

// The moment of the function that runs: "round_ends".
static const char *running_rule(const Machine *machine) {
    for (int32_t i = 0; i < machine->decls.count; i++) {
        const Decl *decl = &machine->decls.items[i];
        bool runs = decl->body.kind == NODE_FUNCTION && machine->play
                    && decl->body.integer == machine->play->function;
        if (runs) return decl->id;
    }
    return "";
}

_Noreturn static void stop_for_steps(lua_State *lua) {
    Machine *machine = machine_of(lua);
    machine->dead = true;
    machine->steps_left = 0;
    if (machine->phase == MACHINE_PLAYING) {
        fault_raise(lua, "E301", "",
                "numbers do not change while a rule runs: use if instead of while.",
                "The rule \"%.40s\" did not finish (%d,000 steps).", running_rule(machine),
                SCRIPT_CALL_STEPS / 1000);
    }
    fault_raise(lua, "E301", "", "let the loop end; a pack is read once and quickly.",
            "This pack did not finish loading (%d steps).", SCRIPT_LOAD_STEPS);
}

// Far below the depth at which Lua's own stack would run into the memory limit.
static void check_depth(lua_State *lua) {
    lua_Debug activation;
    if (!lua_getstack(lua, CALLS_DEEP_MAX, &activation)) return;
    fault_raise(lua, "E303", "", "use a loop, or let the function end.",
            "Functions call each other more than %d deep.", CALLS_DEEP_MAX);
}

static void on_count(lua_State *lua, lua_Debug *activation) {
    (void)activation;
    Machine *machine = machine_of(lua);
    check_depth(lua);
    machine->steps_left -= HOOK_EVERY;
    machine->last_line = fault_line(lua, &machine->last_file);
    if (machine->steps_left > 0 && !machine->dead) return;
    // Whatever runs next is stopped at its first instruction.
    lua_sethook(lua, on_count, LUA_MASKCOUNT, 1);
    stop_for_steps(lua);
}

void machine_charge(lua_State *lua, size_t work) {
    Machine *machine = machine_of(lua);
    machine->steps_left -= (int64_t)work;
    if (machine->steps_left <= 0 || machine->dead) stop_for_steps(lua);
}

void machine_begin_call(Machine *machine, int64_t steps, bool counted) {
    machine->fault = (Fault){0};
    machine->dead = false;
    machine->steps_left = steps;
    machine->taken_bytes = 0;
    machine->last_line = 0;
    machine->last_file = NULL;
    machine->log_lines = 0;
    buffer_reset(&machine->log);
    if (counted) lua_sethook(machine->lua, on_count, LUA_MASKCOUNT, HOOK_EVERY);
}

// A collection never runs inside a call, so nothing an author can see depends on it.
void machine_end_call(Machine *machine) {
    lua_sethook(machine->lua, NULL, 0, 0);
    lua_settop(machine->lua, 0);
    bool failed = machine->fault.code[0] != '\0';
    if (!failed && machine->taken_since_collect < COLLECT_AFTER_BYTES) return;
    lua_gc(machine->lua, LUA_GCCOLLECT);
    machine->taken_since_collect = 0;
}

bool machine_protected_call(Machine *machine, int arguments, int results) {
    lua_State *lua = machine->lua;
    int base = lua_gettop(lua) - arguments;
    lua_pushcfunction(lua, fault_handler);
    lua_insert(lua, base);
    int status = lua_pcall(lua, arguments, results, base);
    lua_remove(lua, base);
    if (status == LUA_OK) return true;
    fault_complete(machine, status);
    return false;
}

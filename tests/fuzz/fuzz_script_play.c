// tests/fuzz/fuzz_script_play.c — any bytes as functions of a pack, called with g: changes or a fault, never more. Never: a known result.
#include "script/hooks.h"
#include "unit/expr_world.h"
#include "unit/script_words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_result(const Def *def, const HookResult *result) {
    ASSERT(result->count >= 0 && result->count <= CHANGES_OF_A_CALL_MAX);
    ASSERT(result->fault == 0 || result->count == 0);
    for (int32_t i = 0; i < result->count; i++) {
        ASSERT(result->changes[i].op > CHANGE_NONE && result->changes[i].op < CHANGE_COUNT);
        ASSERT(result->changes[i].track < def->tracks_count);
    }
}

static void call_all(World *world, Machine *machine) {
    Machine *machines[] = {machine};
    uint8_t function_machine[FUNCTIONS_MAX] = {0};
    uint16_t function_number[FUNCTIONS_MAX];
    for (int32_t i = 0; i < FUNCTIONS_MAX; i++)
        function_number[i] = (uint16_t)i;
    ScriptHooks script = {.machines = machines,
            .function_machine = function_machine,
            .function_number = function_number,
            .audit = true};
    Hooks hooks = script_hooks(&script);
    HookResult *result = calloc(1, sizeof *result);
    Act act = {
            .move = 1, .actor = 1, .target = {KIND_DECIDER, 0},
                    .side = 1
    };
    HookMoment moments[] = {
            {.moment = MOMENT_ROUND_ENDS},
            { .moment = MOMENT_BEFORE_MOVE,                .act = &act}
    };
    const DeclList *decls = machine_decls(machine);
    uint8_t function = 0;
    for (int32_t i = 0; i < decls->count && function < 8; i++) {
        if (decls->items[i].body.kind != NODE_FUNCTION) continue;
        for (size_t k = 0; k < ARRAY_COUNT(moments); k++) {
            hooks.call(hooks.context, world->def, world->state, 0, function, &moments[k],
                    result);
            check_result(world->def, result);
        }
        function++;
    }
    free(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    World world;
    world_open(&world);
    MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
    Machine *machine = machine_create(&setup);
    machine_run_file(machine, "scenario.lua", (Bytes){data, size}, world.diags);
    call_all(&world, machine);
    machine_destroy(machine);
    world_close(&world);
    return 0;
}

// tests/fuzz/fuzz_script.c — any bytes as a Lua file of a pack: gate, machine, declarations and places; with and without Lua alike. Never: a second file.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "script/machine.h"
#include "unit/script_twins.h"
#include "unit/script_words.h"

static void walk(const Machine *machine, const Decl *decl, const Node *node,
        const char **path, int32_t depth) {
    if (depth == DECLARE_DEPTH_MAX) return;
    for (int32_t i = 0; i < node->fields_count; i++) {
        path[depth] = node->fields[i].key;
        Place place = machine_place(machine, decl, path, depth + 1, PLACE_VALUE);
        if (place.file != decl->file) abort();
        walk(machine, decl, &node->fields[i].value, path, depth + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
    Machine *machine = machine_create(&setup);
    Diags *diags = calloc(1, sizeof *diags);
    bool good = machine_run_file(machine, "scenario.lua", (Bytes){data, size}, diags);
    if (good != (diags->errors == 0)) abort();
    const DeclList *decls = machine_decls(machine);
    for (int32_t i = 0; i < decls->count && i < 50; i++) {
        const char *path[DECLARE_DEPTH_MAX];
        walk(machine, &decls->items[i], &decls->items[i].body, path, 0);
    }
    free(diags);
    machine_destroy(machine);
    bool awake = false;
    if (twins_differ(SCRIPT_WORDS, SCRIPT_WORDS_COUNT, (Bytes){data, size}, &awake))
        abort();
    return 0;
}

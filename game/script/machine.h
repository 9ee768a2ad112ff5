// script/machine.h — one Lua machine for one pack: runs its files and keeps what they declare. Never: opens a file, changes a State.
#ifndef SCRIPT_MACHINE_H
#define SCRIPT_MACHINE_H
#include "base/bytes.h"
#include "base/diag.h"
#include "script/declare.h"

typedef struct Machine Machine;

#ifdef CONVENE_STRESS
enum { SCRIPT_BUDGET_DIVISOR = 10 };
#else
enum { SCRIPT_BUDGET_DIVISOR = 1 };
#endif

enum {
    SCRIPT_LOAD_STEPS = 5000000 / SCRIPT_BUDGET_DIVISOR, // for all files of a pack together
    SCRIPT_CALL_STEPS = 200000 / SCRIPT_BUDGET_DIVISOR,
    SCRIPT_MEMORY_BYTES =
            16 * 1024 * 1024 / SCRIPT_BUDGET_DIVISOR, // live, and taken by one call
    SCRIPT_LOG_LINES = 200,
    SCRIPT_LOG_LINE_BYTES = 200,
    SCRIPT_RESULT_BYTES = 256,
};

typedef struct MachineSetup {
    const ScriptWord *words; // borrowed for the machine's life
    int32_t words_count;
    bool manifest; // pack.lua: no library and no change words, only `words`
} MachineSetup;

// A fresh machine; under 100 µs. Never NULL. Lua itself starts with the first file that needs it.
Machine *machine_create(const MachineSetup *setup);
// From now on also files that only write values down go through Lua (see plain.c): to compare both ways.
void machine_read_with_lua(Machine *machine);
// machine may be NULL. Its declarations die with it.
void machine_destroy(Machine *machine);

// Runs one file of the pack. name is what findings show ("scenario.lua"). name and source are
// copied. What is declared goes to machine_decls, what is wrong into diags; after a mistake reading
// goes on at the next word that starts a line. False when there was a finding.
bool machine_run_file(Machine *machine, const char *name, Bytes source, Diags *diags);

// A fresh machine that has run the same files: for checks that want no memory between two calls.
// The files passed before, so they pass again.
Machine *machine_again(const Machine *machine);

const DeclList *machine_decls(const Machine *machine);
// What the last file returned, as text; "" if nothing (author's tools and tests).
const char *machine_result(const Machine *machine);
// What print wrote during the last file or call: lines ended by \n. Borrowed until the next run.
const char *machine_log(const Machine *machine);

// Where a part of a declaration stands: path {"members", "tenants"}; items of a list are "1", "2" ….
// The deepest part that is written out there; otherwise the declaration's own place.
Place machine_place(const Machine *machine, const Decl *decl, const char *const *path,
        int32_t path_count, PlacePart part);
// A finding at such a place, with its source line. The caller fills expected, near and fix.
Diag *machine_complain(const Machine *machine, Diags *diags, const char *code,
        const Decl *decl, const char *const *path, int32_t path_count, PlacePart part,
        const char *message_format, ...) PRINTF_LIKE(8, 9);

#endif // SCRIPT_MACHINE_H

// script/audit.h — does a function remember something between its calls. Never: stops a game.
#ifndef SCRIPT_AUDIT_H
#define SCRIPT_AUDIT_H
#include "script/machine.h"

enum { AUDIT_VALUES_MAX = 20000, AUDIT_UPVALUES_MAX = 60 };

// Fingerprints of everything one function of `on` can reach: one for each variable outside it.
typedef struct AuditPrint {
    uint64_t upvalue[AUDIT_UPVALUES_MAX];
    int32_t count;
    bool too_large; // more than AUDIT_VALUES_MAX values: E225
} AuditPrint;

// function counts from 0 in the order of declaration.
AuditPrint audit_take(Machine *machine, int32_t function);
// The first variable whose content differs; NULL if none does. Borrowed from the machine.
const char *audit_compare(Machine *machine, int32_t function, const AuditPrint *before,
        const AuditPrint *after);
// For the file that was just run: tells E225 for functions that carry too much. False when there
// was one. machine_run_file calls it.
bool audit_check_loaded(Machine *machine, Diags *diags);

#endif // SCRIPT_AUDIT_H

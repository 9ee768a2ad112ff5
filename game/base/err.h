// base/err.h — the world failed: disk, bytes, missing files. Never: a rule's refusal (model/verdict.h) or a pack's fault (base/diag.h).
#ifndef BASE_ERR_H
#define BASE_ERR_H
#include "base/core.h"

typedef enum ErrKind {
    ERR_NONE = 0,
    ERR_USAGE,   // wrong flags or names: exit code 2
    ERR_SYSTEM,  // files, disk, display, memory: exit code 3
    ERR_DAMAGED, // bytes that are not what they claim to be: exit code 3
    ERR_PACK,    // a pack with findings; they stand in a Diags: exit code 1
} ErrKind;

// One failure in words for a person: what happened, where, and how to fix it.
typedef struct Err {
    ErrKind kind;
    char what[240];  // "The session file is damaged: batch 12 does not follow batch 11."
    char where[200]; // a path or a place, may be empty
    char fix[200];   // one action, may be empty
} Err;

// Fills err (which may be NULL) and returns false, so that callers can write `return err_set(…)`.
bool err_set(Err *err, ErrKind kind, const char *what_format, ...) PRINTF_LIKE(3, 4);
// Adds the place or the fix; both return false.
bool err_where(Err *err, const char *format, ...) PRINTF_LIKE(2, 3);
bool err_fix(Err *err, const char *format, ...) PRINTF_LIKE(2, 3);
// The exit code of the command line for this kind: 1, 2 or 3.
int err_exit_code(const Err *err);

#endif // BASE_ERR_H

// base/err.c — fills an Err. Never: prints.
#include "base/err.h"
#include <stdarg.h>
#include <stdio.h>

bool err_set(Err *err, ErrKind kind, const char *what_format, ...) {
    if (!err) return false;
    *err = (Err){.kind = kind};
    va_list args;
    va_start(args, what_format);
    vsnprintf(err->what, sizeof err->what, what_format, args);
    va_end(args);
    return false;
}

bool err_where(Err *err, const char *format, ...) {
    if (!err) return false;
    va_list args;
    va_start(args, format);
    vsnprintf(err->where, sizeof err->where, format, args);
    va_end(args);
    return false;
}

bool err_fix(Err *err, const char *format, ...) {
    if (!err) return false;
    va_list args;
    va_start(args, format);
    vsnprintf(err->fix, sizeof err->fix, format, args);
    va_end(args);
    return false;
}

int err_exit_code(const Err *err) {
    switch (err->kind) {
    case ERR_NONE: return 0;
    case ERR_PACK: return 1;
    case ERR_USAGE: return 2;
    case ERR_SYSTEM:
    case ERR_DAMAGED: return 3;
    }
    return 3;
}

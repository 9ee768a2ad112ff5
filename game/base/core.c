// base/core.c — the end of the process when we were wrong, or the memory is used up. Never: used for what people or disks do wrong.
#include "base/core.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Thread_local char context[96];

void core_context(const char *text) {
    snprintf(context, sizeof context, "%s", text ? text : "");
}

// Whatever is asked of the system's memory is asserted. That there is none left is nobody's mistake, and what was
// confirmed is on disk.
static _Noreturn void end_without_memory(const char *file, int line) {
    fprintf(stderr,
            "convene: this machine has no memory left (%s:%d).\n  Fix: close other "
            "programs "
            "and start again; everything that was confirmed is kept.\n",
            file, line);
    _Exit(3);
}

_Noreturn void core_assert_failed(const char *what, const char *file, int line) {
    if (errno == ENOMEM) end_without_memory(file, line);
    fprintf(stderr, "convene: internal error at %s:%d: %s%s%s\n", file, line, what,
            context[0] ? " in " : "", context);
    abort();
}

// base/core.c — the end of the process when we were wrong. Never: used for what people or disks do wrong.
#include "base/core.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Thread_local char context[96];

void core_context(const char *text) {
    snprintf(context, sizeof context, "%s", text ? text : "");
}

_Noreturn void core_assert_failed(const char *what, const char *file, int line) {
    fprintf(stderr, "convene: internal error at %s:%d: %s%s%s\n", file, line, what,
            context[0] ? " in " : "", context);
    abort();
}

// base/log.c — writes log lines to standard error. Never: a log file, a network.
#include "base/log.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static LogLevel level_wanted(void) {
    const char *name = getenv("CONVENE_LOG");
    if (!name) return LOG_WARN;
    if (strcmp(name, "debug") == 0) return LOG_DEBUG;
    if (strcmp(name, "info") == 0) return LOG_INFO;
    return strcmp(name, "error") == 0 ? LOG_ERROR : LOG_WARN;
}

void log_line(LogLevel level, const char *context, const char *format, ...) {
    static const char *const names[] = {"error", "warn", "info", "debug"};
    if (level > level_wanted()) return;
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    fprintf(stderr, "%s [%s] %s\n", names[level], context ? context : "", message);
}

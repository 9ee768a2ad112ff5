// base/log.h — lines for the person who runs the program. Never: tokens, codes, names or words of people.
#ifndef BASE_LOG_H
#define BASE_LOG_H
#include "base/core.h"

typedef enum LogLevel { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG } LogLevel;

// Writes "level [context] message" to standard error; the level comes from CONVENE_LOG
// (error, warn, info, debug; default warn). context is "session seq seat" or "".
void log_line(LogLevel level, const char *context, const char *format, ...)
        PRINTF_LIKE(3, 4);

#endif // BASE_LOG_H

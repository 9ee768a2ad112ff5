// cli/args.h — flags and names of a command line. Never: runs a command.
#ifndef CLI_ARGS_H
#define CLI_ARGS_H
#include "base/err.h"
#include "base/region.h"

typedef struct ArgFlag {
    const char *name;  // "--seed"
    const char *value; // what it takes ("N"), NULL for a switch
    const char *help;
} ArgFlag;

enum { ARGS_MAX = 32 };

typedef struct Args {
    const ArgFlag *flags;
    int32_t flags_count;
    const char
            *values[ARGS_MAX];   // by flag; "" for a switch that is on, NULL when not given
    const char *names[ARGS_MAX]; // what is no flag, in order
    int32_t names_count;
} Args;

// Reads argv; unknown flags and missing values fail with ERR_USAGE and the nearest flag.
MUST_USE bool args_read(Args *args, const ArgFlag *flags, int32_t flags_count, int argc,
        char **argv, Err *err);
// Value of a flag, or otherwise.
const char *args_text(const Args *args, const char *flag, const char *otherwise);
bool args_on(const Args *args, const char *flag);
// A whole number in low..high; otherwise when the flag is not given. False with ERR_USAGE.
MUST_USE bool args_number(const Args *args, const char *flag, int64_t low, int64_t high,
        int64_t otherwise, int64_t *out, Err *err);

#endif // CLI_ARGS_H

// cli/args.c — reads flags and names. Never: runs a command.
#include "cli/args.h"
#include "base/diag.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int32_t find(const Args *args, const char *name, size_t length) {
    for (int32_t i = 0; i < args->flags_count; i++) {
        const char *flag = args->flags[i].name;
        if (strlen(flag) == length && memcmp(flag, name, length) == 0) return i;
    }
    return -1;
}

static bool unknown(const Args *args, const char *given, Err *err) {
    const char *names[ARGS_MAX];
    for (int32_t i = 0; i < args->flags_count; i++)
        names[i] = args->flags[i].name;
    const char *near = diag_nearest(given, names, (size_t)args->flags_count);
    err_set(err, ERR_USAGE, "There is no flag %s here.", given);
    if (near) return err_fix(err, "write %s, or see --help.", near);
    return err_fix(err, "see --help for the flags of this command.");
}

static bool read_flag(Args *args, int *at, int argc, char **argv, Err *err) {
    const char *given = argv[*at], *equals = strchr(given, '=');
    int32_t flag = find(args, given, equals ? (size_t)(equals - given) : strlen(given));
    if (flag < 0) return unknown(args, given, err);
    if (!args->flags[flag].value) {
        args->values[flag] = "";
        return !equals
               || (err_set(err, ERR_USAGE, "%s takes no value.", args->flags[flag].name),
                       false);
    }
    if (equals) {
        args->values[flag] = equals + 1;
        return true;
    }
    if (*at + 1 >= argc) {
        err_set(err, ERR_USAGE, "%s needs a value.", given);
        return err_fix(err, "write %s %s.", given, args->flags[flag].value);
    }
    args->values[flag] = argv[++*at];
    return true;
}

bool args_read(Args *args, const ArgFlag *flags, int32_t flags_count, int argc, char **argv,
        Err *err) {
    *args = (Args){.flags = flags, .flags_count = flags_count};
    for (int at = 0; at < argc; at++) {
        bool number = argv[at][0] == '-' && argv[at][1] >= '0'
                      && argv[at][1] <= '9'; // "-5" is no flag
        if (argv[at][0] == '-' && argv[at][1] && !number) {
            if (!read_flag(args, &at, argc, argv, err)) return false;
        } else if (args->names_count < ARGS_MAX) {
            args->names[args->names_count++] = argv[at];
        }
    }
    return true;
}

const char *args_text(const Args *args, const char *flag, const char *otherwise) {
    int32_t place = find(args, flag, strlen(flag));
    return place >= 0 && args->values[place] ? args->values[place] : otherwise;
}

bool args_on(const Args *args, const char *flag) {
    return args_text(args, flag, NULL) != NULL;
}

bool args_number(const Args *args, const char *flag, int64_t low, int64_t high,
        int64_t otherwise, int64_t *out, Err *err) {
    const char *text = args_text(args, flag, NULL);
    *out = otherwise;
    if (!text) return true;
    char *end = NULL;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    if (end == text || *end || errno || value < low || value > high) {
        err_set(err, ERR_USAGE, "%s takes a whole number from %lld to %lld, not \"%s\".",
                flag, (long long)low, (long long)high, text);
        return err_fix(err, "write for example %s %lld.", flag, (long long)otherwise);
    }
    *out = value;
    return true;
}

// cli/beside.c — finds the program with windows by the place of this one and becomes it. Never: a shell, a search path.
#include "cli/beside.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char NAME[] = "convene-window";

static bool find(char out[PATH_MAX]) {
    ssize_t length = readlink("/proc/self/exe", out, PATH_MAX - sizeof NAME);
    char *slash = NULL;
    if (length > 0) {
        out[length] = 0;
        slash = strrchr(out, '/');
    }
    if (!slash) return false;
    memcpy(slash + 1, NAME, sizeof NAME);
    return true;
}

// A host that only serves maps none of what windows need, which is half of its memory: that is why there are two.
void beside_become(char **argv, Err *err) {
    char path[PATH_MAX] = "";
    errno = ENOENT;
    if (find(path)) execv(path, argv);
    err_set(err, ERR_SYSTEM, "The program that opens windows could not be started: %s.",
            strerror(errno));
    err_where(err, "%s", path);
    err_fix(err,
            "build or install %s beside convene; what needs no window works "
            "without it, for example convene host PACK --headless",
            NAME);
}

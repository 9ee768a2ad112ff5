// cli/overdue.h — workshops that are over for longer than they were to be kept, and what their host says to it. Never: erases without a yes.
#ifndef CLI_OVERDUE_H
#define CLI_OVERDUE_H
#include "cli/places.h"
#include "host/keep.h"
#include <stdio.h>

enum { OVERDUE_MAX = 32, OVERDUE_MORE_DAYS = 30 };

typedef struct Overdue {
    const char *name, *title; // of the file; of the case
    int32_t days;             // since it was closed
} Overdue;

// Those of the data folder, in the region; a session that is open in a host is none of them.
int32_t overdue_list(
        const Places *places, int64_t wall_ms, Region *region, Overdue out[OVERDUE_MAX]);
// What everybody wrote leaves it, and nobody asks again; the record still verifies. diags: why its pack cannot be read.
MUST_USE bool overdue_erase(
        Places *places, const char *name, KeepErased *out, Diags *diags, Err *err);
// It is kept so many days more, from now on; 0: until somebody erases it.
MUST_USE bool overdue_keep(
        Places *places, const char *name, int32_t more, Diags *diags, Err *err);
// Says which there are in a data folder (NULL: the usual one), and how to answer; nothing when there are none. Before
// this program opens a session itself: to close a file once more would let go of its lock.
void overdue_print(FILE *out, const char *data);

#endif // CLI_OVERDUE_H

// base/work.h — work that is done elsewhere while its giver goes on, as a table of functions. Never: says which thread, or when.
#ifndef BASE_WORK_H
#define BASE_WORK_H
#include "base/core.h"

typedef void (*WorkDeed)(void *about);

// Zeroed: there is nobody to give work to.
typedef struct Work {
    void *context;
    int32_t hands; // so much is done at once; what is given beyond that waits for its turn
    // Begins deed(about) elsewhere and returns at once. Until it has ended the giver leaves alone what it is about.
    void (*give)(void *context, WorkDeed deed, void *about);
    // What has ended and was not told yet, the first to end first; NULL: nothing.
    void *(*ended)(void *context);
    // Returns when something has ended that was not told yet. Only while something is given.
    void (*wait)(void *context);
} Work;

#endif // BASE_WORK_H

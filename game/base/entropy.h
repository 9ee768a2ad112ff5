// base/entropy.h — bytes nobody can guess, as a small table, so that tests bring their own. Never: draws for a rule (base/rng.h).
#ifndef BASE_ENTROPY_H
#define BASE_ENTROPY_H
#include "base/core.h"

typedef struct Entropy {
    void *context;
    void (*fill)(void *context, void *out, size_t length);
} Entropy;

// The system's source: for salts, tokens and the seeds of sessions.
Entropy entropy_system(void);

#endif // BASE_ENTROPY_H

// base/entropy.c — unguessable bytes from the system through libsodium. Never: a generator of our own.
#include "base/entropy.h"
#include <sodium.h>

static void fill(void *context, void *out, size_t length) {
    (void)context;
    randombytes_buf(out, length);
}

Entropy entropy_system(void) {
    // Harmless when it was done before. It fails only where the system has no randomness at all.
    ASSERT(sodium_init() >= 0);
    return (Entropy){.fill = fill};
}

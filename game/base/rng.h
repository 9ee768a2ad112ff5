// base/rng.h — seeded random numbers: PCG32 and draws by counter. Never: the system's own randomness.
#ifndef BASE_RNG_H
#define BASE_RNG_H
#include "base/core.h"

// PCG32 XSH RR 64/32 (O'Neill 2014). Eight bytes of state and the stream.
typedef struct Rng {
    uint64_t state, stream;
} Rng;

// A generator at its start. The same seed and stream give the same numbers on every machine.
Rng rng_seed(uint64_t seed, uint64_t stream);
// The next 32 bits.
uint32_t rng_next(Rng *rng);
// 0..n-1 without bias: rejects below (2^32 - n) mod n, then takes mod n. n >= 1.
uint32_t rng_draw(Rng *rng, uint32_t n);
// One well-mixed 64-bit number from a key and a counter (SplitMix64), for draws that must not
// shift when another rule draws more.
uint64_t rng_mix(uint64_t key, uint64_t counter);

#endif // BASE_RNG_H

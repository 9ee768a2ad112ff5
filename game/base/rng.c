// base/rng.c — PCG32 and SplitMix64. Never: state of its own.
#include "base/rng.h"

Rng rng_seed(uint64_t seed, uint64_t stream) {
    Rng rng = {.state = 0, .stream = (stream << 1) | 1};
    (void)rng_next(&rng);
    rng.state += seed;
    (void)rng_next(&rng);
    return rng;
}

uint32_t rng_next(Rng *rng) {
    uint64_t old = rng->state;
    rng->state = old * 6364136223846793005u + rng->stream;
    uint32_t xored = (uint32_t)(((old >> 18) ^ old) >> 27);
    uint32_t turn = (uint32_t)(old >> 59);
    return (xored >> turn) | (xored << ((32 - turn) & 31));
}

uint32_t rng_draw(Rng *rng, uint32_t n) {
    ASSERT(n >= 1);
    uint32_t floor = (0u - n) % n;
    uint32_t value = rng_next(rng);
    while (value < floor)
        value = rng_next(rng);
    return value % n;
}

uint64_t rng_mix(uint64_t key, uint64_t counter) {
    uint64_t z = key + (counter + 1) * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

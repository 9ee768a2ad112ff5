// base/digest.c — BLAKE2b through libsodium, and a fast 64-bit hash. Never: another hash by hand.
#include "base/digest.h"
#include <sodium.h>
#include <string.h>

_Static_assert(sizeof(crypto_generichash_state) <= sizeof((DigestStream *)0)->opaque,
        "DigestStream is too small");

static crypto_generichash_state *inside(DigestStream *stream) {
    return (crypto_generichash_state *)(void *)stream->opaque;
}

// Before this, libsodium takes its slowest code for any processor. Harmless when done before; where
// it fails (no randomness) the slow code gives the same digests.
static void choose_code(void) {
    int chosen = sodium_init();
    (void)chosen;
}

Digest digest_of(const void *data, size_t length) {
    Digest digest;
    choose_code();
    crypto_generichash(digest.bytes, DIGEST_BYTES, data, length, NULL, 0);
    return digest;
}

void digest_start(DigestStream *stream) {
    choose_code();
    crypto_generichash_init(inside(stream), NULL, 0, DIGEST_BYTES);
}

void digest_add(DigestStream *stream, const void *data, size_t length) {
    crypto_generichash_update(inside(stream), data, length);
}

void digest_add_piece(DigestStream *stream, const void *data, size_t length) {
    uint8_t size[8];
    for (int i = 0; i < 8; i++)
        size[i] = (uint8_t)((uint64_t)length >> (8 * i));
    digest_add(stream, size, sizeof size);
    digest_add(stream, data, length);
}

Digest digest_end(DigestStream *stream) {
    Digest digest;
    crypto_generichash_final(inside(stream), digest.bytes, DIGEST_BYTES);
    return digest;
}

bool digest_equal(const Digest *a, const Digest *b) {
    return memcmp(a->bytes, b->bytes, DIGEST_BYTES) == 0;
}

void digest_hex(const Digest *digest, char out[2 * DIGEST_BYTES + 1]) {
    static const char letters[] = "0123456789abcdef";
    for (int i = 0; i < DIGEST_BYTES; i++) {
        out[2 * i] = letters[digest->bytes[i] >> 4];
        out[2 * i + 1] = letters[digest->bytes[i] & 15];
    }
    out[2 * DIGEST_BYTES] = 0;
}

static uint64_t word_at(const uint8_t *bytes, size_t count) {
    uint64_t word = 0;
    for (size_t i = 0; i < count; i++)
        word |= (uint64_t)bytes[i] << (8 * i);
    return word;
}

// The same as word_at(bytes, 8), written so that compilers make one load of it.
static inline uint64_t word_whole(const uint8_t *b) {
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16
           | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40
           | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

static inline uint64_t stir(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
    return hash ^ (hash >> 32);
}

// Four lanes side by side: a processor works on all of them at once.
static uint64_t stir_blocks(uint64_t hash, const uint8_t *bytes, size_t blocks) {
    uint64_t a = hash, b = hash + 1, c = hash + 2, d = hash + 3;
    for (; blocks > 0; bytes += 32, blocks--) {
        a = stir(a, word_whole(bytes));
        b = stir(b, word_whole(bytes + 8));
        c = stir(c, word_whole(bytes + 16));
        d = stir(d, word_whole(bytes + 24));
    }
    return stir(stir(stir(a, b), c), d);
}

uint64_t digest_fast(const void *data, size_t length, uint64_t seed) {
    const uint8_t *bytes = data;
    uint64_t hash = seed ^ (length * 0x9E3779B97F4A7C15u);
    if (length >= 32) {
        hash = stir_blocks(hash, bytes, length / 32);
        bytes += length / 32 * 32;
        length %= 32;
    }
    for (; length >= 8; bytes += 8, length -= 8)
        hash = stir(hash, word_whole(bytes));
    return stir(stir(hash, word_at(bytes, length)), 0);
}

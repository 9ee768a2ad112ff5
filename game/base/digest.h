// base/digest.h — fingerprints: BLAKE2b for records and packs, a fast one for State. Never: passwords.
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H
#include "base/bytes.h"

enum { DIGEST_BYTES = 32 };

typedef struct Digest {
    uint8_t bytes[DIGEST_BYTES];
} Digest;

typedef struct DigestStream {
    _Alignas(64) uint8_t opaque[384];
} DigestStream;

// BLAKE2b-256 of one run of bytes.
Digest digest_of(const void *data, size_t length);
// The same in pieces; digest_add_piece also mixes in the length, so that pieces cannot slide.
void digest_start(DigestStream *stream);
void digest_add(DigestStream *stream, const void *data, size_t length);
void digest_add_piece(DigestStream *stream, const void *data, size_t length);
Digest digest_end(DigestStream *stream);
bool digest_equal(const Digest *a, const Digest *b);
// 64 lower-case hexadecimal letters and a zero byte.
void digest_hex(const Digest *digest, char out[2 * DIGEST_BYTES + 1]);
// 64 bits, fast, the same on every machine (little-endian words, multiply and fold). Not for secrets.
uint64_t digest_fast(const void *data, size_t length, uint64_t seed);

#endif // BASE_DIGEST_H

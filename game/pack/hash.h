// pack/hash.h — the fingerprint of a pack's content. Never: depends on dates, order or packing.
#ifndef PACK_HASH_H
#define PACK_HASH_H
#include "base/digest.h"
#include "pack/pack.h"

enum { HASH_HEAD_TEXT = 40, HASH_SHORT_TEXT = 5 }; // with the final zero byte

// BLAKE2b tree: each file's content is hashed, then the names with these hashes in name order, each
// with its length. files must be sorted by name.
Digest hash_files(const PackFile *files, int32_t files_count);
// For people to compare: eight groups of four letters, "9b2e-41d0-…".
void hash_head(const Digest *digest, char out[HASH_HEAD_TEXT]);
// For lists: the first group.
void hash_short(const Digest *digest, char out[HASH_SHORT_TEXT]);

#endif // PACK_HASH_H

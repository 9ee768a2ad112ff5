// pack/hash.c — BLAKE2b over sorted names and contents. Never: reads a file.
#include "pack/hash.h"
#include <string.h>

Digest hash_files(const PackFile *files, int32_t files_count) {
    static const char label[] = "convene/pack/1";
    DigestStream stream;
    digest_start(&stream);
    digest_add_piece(&stream, label, sizeof label - 1);
    for (int32_t i = 0; i < files_count; i++) {
        Digest content = digest_of(files[i].bytes.data, files[i].bytes.length);
        digest_add_piece(&stream, files[i].name, strlen(files[i].name));
        digest_add_piece(&stream, content.bytes, DIGEST_BYTES);
    }
    return digest_end(&stream);
}

void hash_head(const Digest *digest, char out[HASH_HEAD_TEXT]) {
    char hex[2 * DIGEST_BYTES + 1];
    digest_hex(digest, hex);
    for (size_t group = 0; group < 8; group++) {
        memcpy(out + 5 * group, hex + 4 * group, 4);
        out[5 * group + 4] = group < 7 ? '-' : '\0';
    }
}

void hash_short(const Digest *digest, char out[HASH_SHORT_TEXT]) {
    char hex[2 * DIGEST_BYTES + 1];
    digest_hex(digest, hex);
    memcpy(out, hex, 4);
    out[4] = '\0';
}

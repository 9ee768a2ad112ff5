// net/handshake.c — SHA-1 and base64, as the WebSocket handshake asks for. Never: hashes anything that must stay safe.
#include "net/handshake.h"
#include <string.h>

enum { BLOCK = 64, SUM = 20 };

typedef struct Sha1 {
    uint32_t sum[5];
    uint32_t words[80];
} Sha1;

static uint32_t turn(uint32_t x, int32_t bits) { return x << bits | x >> (32 - bits); }

static void spread(Sha1 *sha, const uint8_t *block) {
    for (size_t i = 0; i < 16; i++) {
        const uint8_t *at = block + 4 * i;
        sha->words[i] = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8
                        | at[3];
    }
    uint32_t *w = sha->words;
    for (size_t i = 16; i < 80; i++)
        w[i] = turn(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
}

// FIPS 180-4, 6.1.2: the function and constant of each fifth of the eighty steps.
static uint32_t mix(size_t step, const uint32_t v[5]) {
    if (step < 20) return ((v[1] & v[2]) | (~v[1] & v[3])) + 0x5A827999u;
    if (step < 40) return (v[1] ^ v[2] ^ v[3]) + 0x6ED9EBA1u;
    if (step < 60) return ((v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3])) + 0x8F1BBCDCu;
    return (v[1] ^ v[2] ^ v[3]) + 0xCA62C1D6u;
}

static void add_block(Sha1 *sha, const uint8_t *block) {
    spread(sha, block);
    uint32_t v[5];
    memcpy(v, sha->sum, sizeof v);
    for (size_t i = 0; i < 80; i++) {
        uint32_t next = turn(v[0], 5) + mix(i, v) + v[4] + sha->words[i];
        v[4] = v[3];
        v[3] = v[2];
        v[2] = turn(v[1], 30);
        v[1] = v[0];
        v[0] = next;
    }
    for (size_t i = 0; i < 5; i++)
        sha->sum[i] += v[i];
}

// Texts here are shorter than two blocks.
static void sha1_of(const char *text, size_t length, uint8_t out[SUM]) {
    uint8_t blocks[2 * BLOCK] = {0};
    Sha1 sha = {
            .sum = {0x67452301u, 0xEFCDAB89u, 0x98BADCFEu, 0x10325476u, 0xC3D2E1F0u}
    };
    ASSERT(length <= 2 * BLOCK - 9);
    memcpy(blocks, text, length);
    blocks[length] = 0x80;
    size_t whole = length <= BLOCK - 9 ? BLOCK : 2 * BLOCK;
    blocks[whole - 2] = (uint8_t)(length * 8 >> 8);
    blocks[whole - 1] = (uint8_t)(length * 8);
    for (size_t at = 0; at < whole; at += BLOCK)
        add_block(&sha, blocks + at);
    for (size_t i = 0; i < SUM; i++)
        out[i] = (uint8_t)(sha.sum[i / 4] >> (24 - 8 * (i % 4)));
}

static const char LETTERS[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void base64(const uint8_t *bytes, size_t length, char *out) {
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        uint32_t three = (uint32_t)bytes[i] << 16;
        if (left > 1) three |= (uint32_t)bytes[i + 1] << 8;
        if (left > 2) three |= bytes[i + 2];
        *out++ = LETTERS[three >> 18];
        *out++ = LETTERS[three >> 12 & 63];
        *out++ = left > 1 ? LETTERS[three >> 6 & 63] : '=';
        *out++ = left > 2 ? LETTERS[three & 63] : '=';
    }
    *out = 0;
}

bool handshake_is_key(const char *key) {
    if (strlen(key) != HANDSHAKE_KEY_LENGTH) return false;
    for (size_t i = 0; i < 22; i++) {
        if (!strchr(LETTERS, key[i])) return false;
    }
    // The 22nd letter holds four unused bits, which are 0 in a true encoding.
    bool clean = strchr("AQgw", key[21]) != NULL;
    return clean && key[22] == '=' && key[23] == '=';
}

void handshake_accept(const char *key, char out[HANDSHAKE_ACCEPT_BYTES]) {
    char text[HANDSHAKE_KEY_LENGTH + 37];
    uint8_t sum[SUM];
    ASSERT(strlen(key) == HANDSHAKE_KEY_LENGTH);
    memcpy(text, key, HANDSHAKE_KEY_LENGTH);
    memcpy(text + HANDSHAKE_KEY_LENGTH, "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", 37);
    sha1_of(text, sizeof text - 1, sum);
    base64(sum, SUM, out);
}

void handshake_key(
        const uint8_t nonce[HANDSHAKE_NONCE_BYTES], char out[HANDSHAKE_KEY_LENGTH + 1]) {
    base64(nonce, HANDSHAKE_NONCE_BYTES, out);
}

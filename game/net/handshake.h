// net/handshake.h — the answer to a WebSocket key (RFC 6455, 4.2.2). Never: security; SHA-1 is only a checksum of the handshake here.
#ifndef NET_HANDSHAKE_H
#define NET_HANDSHAKE_H
#include "base/core.h"

enum { HANDSHAKE_KEY_LENGTH = 24, HANDSHAKE_ACCEPT_BYTES = 29, HANDSHAKE_NONCE_BYTES = 16 };

// True for the base64 of 16 bytes: 22 letters and "==".
bool handshake_is_key(const char *key);
// base64(SHA-1(key + the fixed text of the RFC)), with a final zero.
void handshake_accept(const char *key, char out[HANDSHAKE_ACCEPT_BYTES]);
// A key from 16 random bytes, for clients.
void handshake_key(
        const uint8_t nonce[HANDSHAKE_NONCE_BYTES], char out[HANDSHAKE_KEY_LENGTH + 1]);

#endif // NET_HANDSHAKE_H

// base/transport.h — messages to and from many peers as two small tables, so that sockets and tests look alike. Never: knows what a message says.
#ifndef BASE_TRANSPORT_H
#define BASE_TRANSPORT_H
#include "base/bytes.h"

// What is known of a peer before its first message.
typedef struct PeerInfo {
    uint32_t
            address; // a number that is equal for equal addresses; kept only while connected
    bool loopback;   // on this very machine
} PeerInfo;

// What the world can do for the host. Peers are numbered from 1; a number is not used again
// before 2^31 others.
typedef struct Transport {
    void *context;
    // Queues one whole text message; the bytes are copied. Nothing happens to an unknown peer.
    void (*send)(void *context, int32_t peer, Bytes text);
    // Bytes that wait for the peer to read; 0 for an unknown peer.
    size_t (*queued)(void *context, int32_t peer);
    // Says good-bye with a WebSocket close code and a short reason; `closed` follows.
    void (*close)(void *context, int32_t peer, uint16_t code, const char *reason);
    // The peer has shown a token: it no longer counts among strangers.
    void (*vouch)(void *context, int32_t peer);
    // Writes what is queued now, as a turn goes on to wait for disks; NULL: it is written after the turn.
    // `drained` and `closed` may be called from it.
    void (*flush)(void *context);
} Transport;

// What the host does when something comes in. Called one after another, never in parallel.
typedef struct TransportEvents {
    void *context;
    void (*opened)(void *context, int32_t peer, const PeerInfo *info);
    void (*message)(void *context, int32_t peer, Bytes text); // bytes live for the call
    void (*drained)(void *context, int32_t peer);             // nothing waits any more
    void (*closed)(void *context, int32_t peer);
    // After everything that came in together was handed over and before anything is written: the
    // place for one commit for many messages.
    void (*turn)(void *context);
    void (*tick)(
            void *context, int64_t now_ms); // several times a second while peers are there
} TransportEvents;

#endif // BASE_TRANSPORT_H

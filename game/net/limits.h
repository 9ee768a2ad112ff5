// net/limits.h — how much a stranger may send, hold and ask for. Never: a limit of the game (model/limits.h).
#ifndef NET_LIMITS_H
#define NET_LIMITS_H

enum {
    SOCKETS_MAX = 1200,          // all connections
    SOCKETS_STRANGERS_MAX = 200, // of these without a token
    ADDRESS_STRANGERS_MAX = 24,  // of these from one address
    LIBRARY_SOCKETS_MAX =
            1400,         // the HTTP library's own limit stays above ours: we answer 503
    REQUEST_SECONDS = 10, // a request is complete by then, however it trickles
    REQUEST_IDLE_SECONDS = 30, // and never silent for longer
    REQUEST_MEMORY = 8 * 1024, // all headers together
    REQUEST_HEADERS_MAX = 32,
    REQUEST_PATH_MAX = 200,
    LISTEN_BACKLOG = 256,
    MESSAGE_MAX = 8 * 1024, // one message from a peer
    FRAGMENTS_MAX = 4,      // frames of one message
    CONTROLS_MAX = 20,      // pings, pongs and closes in CONTROLS_WINDOW_MS
    CONTROLS_WINDOW_MS = 10 * 1000,
    READ_BUDGET = 32 * 1024,  // bytes of one peer in one turn of the loop
    QUEUE_HIGH = 96 * 1024,   // bytes that may wait for a peer; beyond it is cut off
    SEND_BUFFER = 16 * 1024,  // of the system, so that a peer that does not read is noticed
    PING_AFTER_MS = 5 * 1000, // of silence
    SILENCE_MS = 25 * 1000,   // then the socket is dropped
    STUCK_MS = 20 * 1000,     // bytes wait and none is taken: dropped
    LINGER_MS = 1000,         // after our close frame the peer may still answer
    TICK_MS = 100,
};

#endif // NET_LIMITS_H

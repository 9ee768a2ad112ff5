// net/frames.h — one WebSocket conversation without a socket: bytes in, messages and bytes out. Never: reads or writes a descriptor, looks at a clock.
#ifndef NET_FRAMES_H
#define NET_FRAMES_H
#include "base/bytes.h"
#include "base/entropy.h"

// Close codes of RFC 6455 and our own (4001 up).
typedef enum CloseCode {
    CLOSE_NORMAL = 1000,
    CLOSE_GOING = 1001,
    CLOSE_PROTOCOL = 1002,
    CLOSE_BINARY = 1003,
    CLOSE_LOST = 1006, // never on the wire: the socket was gone
    CLOSE_UTF8 = 1007,
    CLOSE_TOO_BIG = 1009,
    CLOSE_VERSION = 4001,
    CLOSE_MALFORMED = 4002,
    CLOSE_NOT_ALLOWED = 4003,
    CLOSE_REPLACED = 4004,
    CLOSE_REMOVED = 4005,
    CLOSE_ENDED = 4006,
    CLOSE_SLOW = 4007,
    CLOSE_FLOOD = 4008,
    CLOSE_RESTARTING = 4009,
} CloseCode;

typedef struct Frames Frames;

// Called while bytes are fed, for each whole text message; the text lives for the call and may be
// answered at once with frames_send.
typedef struct FramesTake {
    void *context;
    void (*text)(void *context, Bytes text);
} FramesTake;

// The end of a server (masked input is asked for) or of a client, which needs entropy for its masks.
Frames *frames_make_server(FramesTake take);
Frames *frames_make_client(FramesTake take, Entropy entropy);
void frames_free(Frames *frames);

// Takes bytes of the peer. now_ms counts control frames. False once the conversation is over: what
// still waits in frames_out should be written, then the socket closed.
bool frames_feed(Frames *frames, Bytes bytes, int64_t now_ms);
// Queues one text message, a ping, or the close frame after which nothing is sent.
void frames_send(Frames *frames, Bytes text);
void frames_ping(Frames *frames);
void frames_close(Frames *frames, uint16_t code, const char *reason);

// Bytes for the peer; valid until the next call. frames_written takes away what was written.
Bytes frames_out(Frames *frames);
void frames_written(Frames *frames, size_t length);

// True after a close frame was queued and nothing waits any more, or after a broken stream.
bool frames_over(const Frames *frames);
// Our close frame is on its way or sent.
bool frames_closing(const Frames *frames);
// Why it ended: the code we sent or the peer's, CLOSE_LOST while neither.
uint16_t frames_code(const Frames *frames);

#endif // NET_FRAMES_H

// cli/peer_line.h — messages of one seat of this window to a host: in this process, or over the network. Never: reads a message.
#ifndef CLI_PEER_LINE_H
#define CLI_PEER_LINE_H
#include "host/inside.h"
#include "net/dial.h"

typedef struct PeerLine {
    Inside *inside; // NULL: over the network
    int32_t peer;
    Dial *dial;
    Buffer waiting;   // what came over the network, each ended by a zero byte
    bool open;        // messages get through
    bool calls;       // the network has not answered yet
    bool fresh;       // it has just opened: the host knows nothing of this client
    int64_t again_ms; // when it calls again, 0 = not
    int64_t until_ms; // how long it waits for an answer
    bool silent;      // nobody answered in that time
    int32_t tries;
} PeerLine;

// The line must not move after this.
void peer_line_inside(PeerLine *line, Inside *inside);
// address: four numbers with points or a name. It calls with the next turn, and again whenever it was cut.
void peer_line_dial(PeerLine *line, const char *address, uint16_t port);
void peer_line_close(PeerLine *line);
// Reads and writes what is ready. True when the line has just opened, so that it is time for hello.
MUST_USE bool peer_line_turn(PeerLine *line, int64_t now_ms);
// Why it is not open, as far as that is known.
DialTrouble peer_line_trouble(const PeerLine *line);
void peer_line_say(PeerLine *line, Bytes text);
// The oldest message from the host, into out. False: there is none.
MUST_USE bool peer_line_hear(PeerLine *line, Buffer *out);

#endif // CLI_PEER_LINE_H

// host/inside.c — messages to peers of this process wait in a buffer each; all others go on to the network. Never: reads a message.
#include "host/inside.h"
#include <stdlib.h>
#include <string.h>

// No peer of a network reaches these numbers before 2^31 others.
enum { INSIDE_FIRST = INT32_MAX - INSIDE_PEERS_MAX };

typedef struct InsidePeer {
    Buffer waiting; // messages, each ended by a zero byte
    bool open;
} InsidePeer;

struct Inside {
    Hall *owner;
    TransportEvents hall;
    Transport outer;
    InsidePeer peers[INSIDE_PEERS_MAX];
};

static InsidePeer *inside_peer(Inside *inside, int32_t peer) {
    return peer >= INSIDE_FIRST && peer < INSIDE_FIRST + INSIDE_PEERS_MAX
                   ? &inside->peers[peer - INSIDE_FIRST]
                   : NULL;
}

void inside_free(Inside *inside) {
    if (!inside) return;
    for (int32_t i = 0; i < INSIDE_PEERS_MAX; i++)
        buffer_free(&inside->peers[i].waiting);
    free(inside);
}

static void send_text(void *context, int32_t peer, Bytes text) {
    Inside *inside = context;
    InsidePeer *own = inside_peer(inside, peer);
    if (!own && inside->outer.send) inside->outer.send(inside->outer.context, peer, text);
    if (!own || !own->open) return;
    buffer_add(&own->waiting, text.data, text.length);
    buffer_add(&own->waiting, "", 1);
}

static size_t queued(void *context, int32_t peer) {
    Inside *inside = context;
    InsidePeer *own = inside_peer(inside, peer);
    if (own) return own->waiting.length;
    return inside->outer.queued ? inside->outer.queued(inside->outer.context, peer) : 0;
}

// The hall hears of it at once: nobody reads on.
static void close_peer(void *context, int32_t peer, uint16_t code, const char *reason) {
    Inside *inside = context;
    InsidePeer *own = inside_peer(inside, peer);
    if (!own && inside->outer.close)
        inside->outer.close(inside->outer.context, peer, code, reason);
    if (!own || !own->open) return;
    own->open = false;
    inside->hall.closed(inside->hall.context, peer);
}

static void vouch(void *context, int32_t peer) {
    Inside *inside = context;
    if (!inside_peer(inside, peer) && inside->outer.vouch)
        inside->outer.vouch(inside->outer.context, peer);
}

static void flush(void *context) {
    Inside *inside = context;
    if (inside->outer.flush) inside->outer.flush(inside->outer.context);
}

void inside_connect(Inside *inside, Transport outer) {
    inside->outer = outer;
    hall_connect(inside->owner,
            (Transport){inside, send_text, queued, close_peer, vouch, flush});
}

Inside *inside_make(Hall *hall, Transport outer) {
    Inside *inside = calloc(1, sizeof *inside);
    ASSERT(inside);
    inside->owner = hall;
    inside->hall = hall_events(hall);
    inside_connect(inside, outer);
    return inside;
}

int32_t inside_open(Inside *inside) {
    for (int32_t i = 0; i < INSIDE_PEERS_MAX; i++) {
        InsidePeer *own = &inside->peers[i];
        if (own->open || own->waiting.length > 0) continue;
        PeerInfo info = {.loopback = true};
        own->open = true;
        inside->hall.opened(inside->hall.context, INSIDE_FIRST + i, &info);
        return INSIDE_FIRST + i;
    }
    return 0;
}

void inside_say(Inside *inside, int32_t peer, Bytes text) {
    const InsidePeer *own = inside_peer(inside, peer);
    if (own && own->open) inside->hall.message(inside->hall.context, peer, text);
}

bool inside_hear(Inside *inside, int32_t peer, Buffer *out) {
    InsidePeer *own = inside_peer(inside, peer);
    buffer_reset(out);
    if (!own || own->waiting.length == 0) return false;
    size_t length = strlen(own->waiting.data) + 1;
    buffer_add(out, own->waiting.data, length - 1);
    memmove(own->waiting.data, own->waiting.data + length, own->waiting.length - length);
    own->waiting.length -= length;
    if (own->waiting.length == 0) inside->hall.drained(inside->hall.context, peer);
    return true;
}

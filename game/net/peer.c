// net/peer.c — one upgraded socket: reads, feeds, writes, pings, and goes in the right order. Never: what a message means.
#include "net/server_parts.h"
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { FLUSHES = 4 }; // in one turn, when an empty queue brings new bytes

static int32_t slot_of(const Server *server, int32_t number) {
    (void)server;
    return number % SOCKETS_MAX;
}

Peer *peer_of(Server *server, int32_t number) {
    if (number <= 0) return NULL;
    Peer *peer = server->peers[slot_of(server, number)];
    return peer && peer->number == number && !peer->leaving ? peer : NULL;
}

bool peer_has_room(const Server *server, const PeerInfo *info) {
    int32_t strangers = 0, here = 0;
    if (server->peers_count >= SOCKETS_MAX) return false;
    for (int32_t i = 0; i < SOCKETS_MAX; i++) {
        const Peer *peer = server->peers[i];
        if (!peer || peer->vouched || peer->leaving) continue;
        strangers++;
        here += peer->info.address == info->address;
    }
    bool many = here >= ADDRESS_STRANGERS_MAX && !info->loopback;
    return strangers < SOCKETS_STRANGERS_MAX && !many;
}

// ---- going ------------------------------------------------------------------------------------------

// libuv is done with the descriptor; the HTTP library closes it the next time it runs, which it does
// not know by itself.
static void let_go(uv_handle_t *handle) {
    Peer *peer = handle->data;
    Server *server = peer->server;
    MHD_upgrade_action(peer->handle, MHD_UPGRADE_ACTION_CLOSE);
    server->peers[slot_of(server, peer->number)] = NULL;
    server->peers_count--;
    frames_free(peer->frames);
    free(peer);
    if (!uv_is_closing((uv_handle_t *)&server->http_timer))
        uv_timer_start(&server->http_timer, server->http_timer.timer_cb, 0, 0);
}

void peer_drop(Peer *peer) {
    if (peer->leaving) return;
    peer->leaving = true;
    uv_close((uv_handle_t *)&peer->poll, let_go);
    const TransportEvents *events = &peer->server->config.events;
    events->closed(events->context, peer->number);
}

void peer_close(Peer *peer, uint16_t code, const char *reason) {
    if (frames_closing(peer->frames)) return;
    frames_close(peer->frames, code, reason);
    peer->closing_ms = server_now(peer->server);
    peer_touch(peer);
}

// ---- writing ----------------------------------------------------------------------------------------

static void on_ready(uv_poll_t *poll, int status, int events);

static void watch(Peer *peer, int events) {
    if (peer->events == events || peer->leaving) return;
    peer->events = events;
    if (events == 0) {
        uv_poll_stop(&peer->poll);
    } else if (uv_poll_start(&peer->poll, events, on_ready) != 0) {
        peer_drop(peer);
    }
}

// What should be watched: room to write while bytes wait, and input unless the peer does not read.
static void watch_again(Peer *peer) {
    size_t waiting = frames_out(peer->frames).length;
    int events = waiting > 0 ? UV_WRITABLE : 0;
    if (waiting <= QUEUE_HIGH / 2) events |= UV_READABLE;
    watch(peer, events);
}

static bool write_some(Peer *peer) {
    for (Bytes out = frames_out(peer->frames); out.length > 0;
            out = frames_out(peer->frames)) {
        ssize_t written = send(peer->fd, out.data, out.length, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno == EAGAIN;
        frames_written(peer->frames, (size_t)written);
        peer->taken_ms = server_now(peer->server);
    }
    return true;
}

// Writes what waits. True when that was everything and there had been something: whoever held back for a
// full queue, also within one turn, must hear that it is empty.
static bool emptied(Peer *peer) {
    bool had = frames_out(peer->frames).length > 0;
    bool good = write_some(peer);
    bool waits = frames_out(peer->frames).length > 0;
    if (waits && !peer->waited) peer->taken_ms = server_now(peer->server);
    peer->waited = waits;
    if (good && !frames_over(peer->frames)) return had && !waits;
    peer_drop(peer);
    return false;
}

// What is sent because the queue is empty goes out at once; more than that waits for its turn.
static void flush(Peer *peer) {
    const TransportEvents *events = &peer->server->config.events;
    for (int32_t i = 0; i < FLUSHES && !peer->leaving && emptied(peer); i++)
        events->drained(events->context, peer->number);
    if (!peer->leaving) watch_again(peer);
}

void peer_touch(Peer *peer) {
    if (peer->dirty || peer->leaving) return;
    peer->dirty = true;
    peer->server->dirty[peer->server->dirty_count++] = slot_of(peer->server, peer->number);
}

void peer_flush_all(Server *server) {
    for (int32_t i = 0; i < server->dirty_count; i++) {
        Peer *peer = server->peers[server->dirty[i]];
        if (!peer) continue;
        flush(peer);
        peer->dirty = false;
    }
    server->dirty_count = 0;
}

// ---- reading ----------------------------------------------------------------------------------------

static void take_text(void *context, Bytes text) {
    Peer *peer = context;
    const TransportEvents *events = &peer->server->config.events;
    if (!peer->leaving) events->message(events->context, peer->number, text);
}

static void feed(Peer *peer, Bytes bytes) {
    peer->heard_ms = server_now(peer->server);
    bool closing = frames_closing(peer->frames);
    (void)frames_feed(peer->frames, bytes, peer->heard_ms);
    if (!closing && frames_closing(peer->frames)) peer->closing_ms = peer->heard_ms;
    peer_touch(peer);
}

// A bounded helping each turn, so that one peer cannot starve the others.
static bool read_some(Peer *peer) {
    uint8_t bytes[8 * 1024];
    for (size_t sum = 0; sum < READ_BUDGET && !peer->leaving;) {
        ssize_t got = recv(peer->fd, bytes, sizeof bytes, MSG_DONTWAIT);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno == EAGAIN;
        if (got == 0) return false;
        feed(peer, (Bytes){bytes, (size_t)got});
        sum += (size_t)got;
        if ((size_t)got < sizeof bytes) break;
    }
    return true;
}

static void on_ready(uv_poll_t *poll, int status, int events) {
    Peer *peer = poll->data;
    if (peer->leaving) return;
    if (status < 0 || ((events & UV_READABLE) && !read_some(peer))) {
        (void)write_some(peer);
        peer_drop(peer);
        return;
    }
    if (events & UV_WRITABLE) peer_touch(peer);
}

// ---- coming and staying -------------------------------------------------------------------------------

static int32_t free_number(Server *server) {
    for (int32_t i = 0; i < SOCKETS_MAX; i++) {
        if (server->next_number == INT32_MAX) server->next_number = 0;
        int32_t number = ++server->next_number;
        if (!server->peers[slot_of(server, number)]) return number;
    }
    return 0;
}

// The library switches these off or never on.
static void tune(int fd) {
    int on = 1, bytes = SEND_BUFFER;
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    (void)setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
}

void peer_open(Server *server, int fd, struct MHD_UpgradeResponseHandle *handle,
        const PeerInfo *info, Bytes early) {
    int32_t number = server->stopping ? 0 : free_number(server);
    if (number == 0) {
        MHD_upgrade_action(handle, MHD_UPGRADE_ACTION_CLOSE);
        return;
    }
    Peer *peer = calloc(1, sizeof *peer);
    ASSERT(peer);
    int64_t now = server_now(server);
    *peer = (Peer){.server = server,
            .number = number,
            .fd = fd,
            .handle = handle,
            .info = *info,
            .heard_ms = now,
            .pinged_ms = now,
            .taken_ms = now};
    tune(fd);
    int failed = uv_poll_init(&server->loop, &peer->poll, fd);
    ASSERT(failed == 0);
    peer->poll.data = peer;
    peer->frames = frames_make_server((FramesTake){peer, take_text});
    server->peers[slot_of(server, number)] = peer;
    server->peers_count++;
    const TransportEvents *events = &server->config.events;
    events->opened(events->context, number, info);
    if (early.length > 0) feed(peer, early);
    peer_touch(peer);
}

static void sweep_one(Peer *peer, int64_t now) {
    bool silent = now - peer->heard_ms >= SILENCE_MS;
    bool stuck = peer->waited && now - peer->taken_ms >= STUCK_MS;
    bool lingered = frames_closing(peer->frames) && now - peer->closing_ms >= LINGER_MS;
    if (silent || stuck || lingered) {
        peer_drop(peer);
        return;
    }
    if (now - peer->heard_ms >= PING_AFTER_MS && now - peer->pinged_ms >= PING_AFTER_MS) {
        peer->pinged_ms = now;
        frames_ping(peer->frames);
        peer_touch(peer);
    }
}

void peer_sweep(Server *server) {
    int64_t now = server_now(server);
    for (int32_t i = 0; i < SOCKETS_MAX; i++) {
        Peer *peer = server->peers[i];
        if (peer && !peer->leaving) sweep_one(peer, now);
    }
}

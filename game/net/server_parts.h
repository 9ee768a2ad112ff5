// net/server_parts.h — what server.c, peer.c and http.c share of one server. Never: included outside this room.
#ifndef NET_SERVER_PARTS_H
#define NET_SERVER_PARTS_H
#include "net/frames.h"
#include "net/limits.h"
#include "net/server.h"
#include <microhttpd.h>
#include <uv.h>

// One upgraded socket. Freed when libuv and the HTTP library have both let go of it.
typedef struct Peer {
    Server *server;
    int32_t number; // as the host knows it
    int fd;
    struct MHD_UpgradeResponseHandle *handle;
    uv_poll_t poll;
    Frames *frames;
    PeerInfo info;
    bool vouched, dirty, waited, leaving; // leaving: handed to uv_close
    int events;                           // UV_READABLE, UV_WRITABLE watched now
    int64_t heard_ms, pinged_ms, taken_ms, closing_ms;
} Peer;

// A connection of the HTTP library.
typedef struct Pending {
    int fd;
    bool reached;  // its request has come completely
    bool upgraded; // a peer now
    int64_t since_ms;
    PeerInfo info; // who asks, once that is known
    struct Pending *next, **self;
} Pending;

struct Server {
    uv_loop_t loop;
    uv_poll_t http_poll;
    uv_timer_t http_timer, tick, wait;
    uv_prepare_t prepare;
    uv_async_t stop, woken;
    uv_signal_t interrupted, ended;
    struct MHD_Daemon *http;
    ServerConfig config;
    uint16_t port;
    int listener;
    Peer *peers[SOCKETS_MAX];
    int32_t dirty[SOCKETS_MAX]; // slots with something to write
    int32_t peers_count, dirty_count, next_number, pending_count;
    Pending *pending;
    bool stopping;
};

// Milliseconds of the loop's clock.
int64_t server_now(const Server *server);

// http.c: answers requests and hands upgraded sockets to peer_open.
void http_options(Server *server, struct MHD_OptionItem *options, int32_t most);
enum MHD_Result http_handle(void *context, struct MHD_Connection *connection,
        const char *url, const char *method, const char *version, const char *upload,
        size_t *upload_size, void **request_context);
// Cuts requests that are not complete in time.
void http_sweep(Server *server);

// peer.c
bool peer_has_room(const Server *server, const PeerInfo *info);
void peer_open(Server *server, int fd, struct MHD_UpgradeResponseHandle *handle,
        const PeerInfo *info, Bytes early);
Peer *peer_of(Server *server, int32_t number);
// Something waits to be written: done before the loop sleeps.
void peer_touch(Peer *peer);
void peer_flush_all(Server *server);
// Pings the silent, drops the stuck and the gone.
void peer_sweep(Server *server);
void peer_close(Peer *peer, uint16_t code, const char *reason);
void peer_drop(Peer *peer);

#endif // NET_SERVER_PARTS_H

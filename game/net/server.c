// net/server.c — the loop: a port, the HTTP library as its guest, ticks, and a clean end. Never: a request's answer (route.c), a peer's bytes (peer.c).
#include "net/server_parts.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { OPTIONS_MAX = 16, GOODBYE_MS = 2000, FILES_MAX = 4096 };

int64_t server_now(const Server *server) {
    const Clock *clock = &server->config.clock;
    return clock->now_ms ? clock->now_ms(clock->context) : (int64_t)uv_now(&server->loop);
}

// ---- the HTTP library as a guest of the loop ------------------------------------------------------------

static void run_http(Server *server);

static void on_http_timer(uv_timer_t *timer) { run_http(timer->data); }

static void on_http_ready(uv_poll_t *poll, int status, int events) {
    (void)status;
    (void)events;
    run_http(poll->data);
}

static void run_http(Server *server) {
    unsigned long long wait_ms = 0;
    (void)MHD_run(server->http);
    if (MHD_get_timeout(server->http, &wait_ms) == MHD_YES) {
        uv_timer_start(&server->http_timer, on_http_timer, wait_ms, 0);
    } else {
        uv_timer_stop(&server->http_timer);
    }
}

// ---- listening ------------------------------------------------------------------------------------------

static int listen_on(uint16_t port, bool only_loopback) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), on = 1;
    if (fd < 0) return -1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(only_loopback ? INADDR_LOOPBACK : INADDR_ANY);
    (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (const struct sockaddr *)&address, sizeof address) == 0
            && listen(fd, LISTEN_BACKLOG) == 0) {
        return fd;
    }
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}

static bool find_port(Server *server, Err *err) {
    const ServerConfig *config = &server->config;
    uint16_t last = config->port_last > config->port ? config->port_last : config->port;
    int why = 0;
    for (uint32_t port = config->port; port <= last; port++) {
        server->listener = listen_on((uint16_t)port, config->only_loopback);
        if (server->listener >= 0) break;
        why = errno;
    }
    if (server->listener < 0) {
        err_set(err, ERR_SYSTEM, "No port could be opened: %s.", strerror(why));
        err_where(err, "port %d to %d", config->port, last);
        return err_fix(
                err, "Close the program that uses it, or choose another with --port.");
    }
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    if (getsockname(server->listener, (struct sockaddr *)&address, &length) == 0)
        server->port = ntohs(address.sin_port);
    return true;
}

static bool start_http(Server *server, Err *err) {
    struct MHD_OptionItem options[OPTIONS_MAX];
    http_options(server, options, OPTIONS_MAX);
    server->http = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_UPGRADE | MHD_USE_ERROR_LOG,
            0, NULL, NULL, http_handle, server, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
    if (server->http) return true;
    close(server->listener);
    err_set(err, ERR_SYSTEM, "The web server could not start.");
    return err_fix(err, "See whether too many files are open (ulimit -n).");
}

// ---- the loop -------------------------------------------------------------------------------------------

static void on_tick(uv_timer_t *timer) {
    Server *server = timer->data;
    peer_sweep(server);
    http_sweep(server);
    if (!server->stopping)
        server->config.events.tick(server->config.events.context, server_now(server));
}

// Everything that was ready has been handed over; now one turn of the host, then all writing.
static void on_prepare(uv_prepare_t *prepare) {
    Server *server = prepare->data;
    if (!server->stopping) server->config.events.turn(server->config.events.context);
    peer_flush_all(server);
}

// The turn comes with the next preparation; waking is all there is to do.
static void on_woken(uv_async_t *async) { (void)async; }

static void on_stop(uv_async_t *async) { uv_stop(async->loop); }

static void on_signal(uv_signal_t *handle, int number) {
    (void)number;
    uv_stop(handle->loop);
}

static void on_wait(uv_timer_t *timer) { (void)timer; }

static void start_loop(Server *server) {
    uv_loop_init(&server->loop);
    const union MHD_DaemonInfo *info =
            MHD_get_daemon_info(server->http, MHD_DAEMON_INFO_EPOLL_FD);
    ASSERT(info);
    uv_poll_init(&server->loop, &server->http_poll, info->epoll_fd);
    uv_timer_init(&server->loop, &server->http_timer);
    uv_timer_init(&server->loop, &server->tick);
    uv_timer_init(&server->loop, &server->wait);
    uv_prepare_init(&server->loop, &server->prepare);
    uv_async_init(&server->loop, &server->stop, on_stop);
    uv_async_init(&server->loop, &server->woken, on_woken);
    uv_signal_init(&server->loop, &server->interrupted);
    uv_signal_init(&server->loop, &server->ended);
    if (server->config.until_signal) {
        uv_signal_start(&server->interrupted, on_signal, SIGINT);
        uv_signal_start(&server->ended, on_signal, SIGTERM);
    }
    server->http_poll.data = server->http_timer.data = server;
    server->tick.data = server->prepare.data = server;
    uv_poll_start(&server->http_poll, UV_READABLE, on_http_ready);
    uv_timer_start(&server->http_timer, on_http_timer, 0, 0);
    uv_timer_start(&server->tick, on_tick, TICK_MS, TICK_MS);
    uv_prepare_start(&server->prepare, on_prepare);
}

// Many systems let a program open 1,024 files until it asks for more: fewer than there may be sockets.
static void allow_many_files(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= FILES_MAX) return;
    limit.rlim_cur = limit.rlim_max < FILES_MAX ? limit.rlim_max : FILES_MAX;
    (void)setrlimit(RLIMIT_NOFILE, &limit);
}

Server *server_open(const ServerConfig *config, Err *err) {
    Server *server = calloc(1, sizeof *server);
    ASSERT(server);
    server->config = *config;
    server->listener = -1;
    allow_many_files();
    if (!find_port(server, err) || !start_http(server, err)) {
        free(server);
        return NULL;
    }
    (void)signal(SIGPIPE, SIG_IGN);
    start_loop(server);
    return server;
}

uint16_t server_port(const Server *server) { return server->port; }

void server_run(Server *server) { (void)uv_run(&server->loop, UV_RUN_DEFAULT); }

void server_stop(Server *server) { (void)uv_async_send(&server->stop); }

void server_wake(Server *server) { (void)uv_async_send(&server->woken); }

// ---- the end --------------------------------------------------------------------------------------------

static void drop_all(Server *server, bool kindly) {
    for (int32_t i = 0; i < SOCKETS_MAX; i++) {
        Peer *peer = server->peers[i];
        if (!peer || peer->leaving) continue;
        if (kindly) {
            peer_close(peer, CLOSE_GOING, "");
        } else {
            peer_drop(peer);
        }
    }
}

void server_turn(Server *server, int32_t wait_ms) {
    if (wait_ms <= 0) {
        (void)uv_run(&server->loop, UV_RUN_NOWAIT);
        return;
    }
    // Again and again: one that is over before the loop begins to wait would not end the wait.
    uv_timer_start(&server->wait, on_wait, (uint64_t)wait_ms, (uint64_t)wait_ms);
    (void)uv_run(&server->loop, UV_RUN_ONCE);
    uv_timer_stop(&server->wait);
    (void)uv_run(&server->loop, UV_RUN_NOWAIT);
}

static void say_goodbye(Server *server) {
    drop_all(server, true);
    uv_update_time(&server->loop);
    int64_t until = server_now(server) + GOODBYE_MS;
    while (server->peers_count > 0 && server_now(server) < until)
        server_turn(server, 20);
    drop_all(server, false);
    while (server->peers_count > 0)
        server_turn(server, 0);
    run_http(server);
}

static void close_handle(uv_handle_t *handle, void *context) {
    (void)context;
    if (!uv_is_closing(handle)) uv_close(handle, NULL);
}

void server_close(Server *server) {
    if (!server) return;
    server->stopping = true;
    MHD_socket listener = MHD_quiesce_daemon(server->http);
    if (listener != MHD_INVALID_SOCKET) close(listener);
    say_goodbye(server);
    uv_walk(&server->loop, close_handle, NULL);
    (void)uv_run(&server->loop, UV_RUN_DEFAULT);
    MHD_stop_daemon(server->http);
    int busy = uv_loop_close(&server->loop);
    ASSERT(busy == 0);
    free(server);
}

// ---- the host's end ---------------------------------------------------------------------------------------

static void send_text(void *context, int32_t number, Bytes text) {
    Peer *peer = peer_of(context, number);
    if (!peer) return;
    frames_send(peer->frames, text);
    peer_touch(peer);
}

static size_t queued(void *context, int32_t number) {
    Peer *peer = peer_of(context, number);
    return peer ? frames_out(peer->frames).length : 0;
}

static void close_peer(void *context, int32_t number, uint16_t code, const char *reason) {
    Peer *peer = peer_of(context, number);
    if (peer) peer_close(peer, code, reason);
}

static void vouch(void *context, int32_t number) {
    Peer *peer = peer_of(context, number);
    if (peer) peer->vouched = true;
}

static void flush(void *context) { peer_flush_all(context); }

Transport server_transport(Server *server) {
    return (Transport){server, send_text, queued, close_peer, vouch, flush};
}

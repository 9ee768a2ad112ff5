// net/dial.c — client ends: connects, asks for the upgrade, checks the answer, then frames. Never: trusts an answer that is not exact.
#include "net/dial.h"
#include "net/frames.h"
#include "net/handshake.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

enum { ANSWER_MAX = 4 * 1024, READ_AT_ONCE = 32 * 1024 };

// One socket. It outlives its line until libuv has let go of it.
typedef struct Wire {
    Dial *dial;
    int32_t line; // -1 once it was cut
    int fd, events;
    uv_poll_t poll;
    bool upgraded;
    Frames *frames;
    Buffer answer; // of the handshake
    char request[600], accept[HANDSHAKE_ACCEPT_BYTES];
    size_t asked; // bytes of the request that are written
} Wire;

struct Dial {
    uv_loop_t loop;
    uv_timer_t timer;
    struct sockaddr_in address;
    uv_getaddrinfo_t finding;
    char name[DIAL_NAME_MAX + 1];
    uint16_t port;
    bool named;      // not by its numbers: the resolver of the system is asked
    bool found;      // address holds its numbers
    bool looks;      // the resolver is at work
    bool by_numbers; // asks by the numbers that were found: the host does not know its name
    DialTrouble trouble;
    DialEvents events;
    Entropy entropy;
    Wire *wires[DIAL_LINES_MAX];
    bool waits[DIAL_LINES_MAX]; // for the resolver
    int64_t heard;
};

static void on_timer(uv_timer_t *timer) { (void)timer; }

Dial *dial_make(const char *address, uint16_t port, DialEvents events, Entropy entropy) {
    Dial *dial = calloc(1, sizeof *dial);
    ASSERT(dial);
    dial->events = events;
    dial->entropy = entropy;
    dial->port = port;
    dial->address = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(port)};
    dial->found = inet_pton(AF_INET, address, &dial->address.sin_addr) == 1;
    dial->named = !dial->found;
    snprintf(dial->name, sizeof dial->name, "%s", address);
    uv_loop_init(&dial->loop);
    uv_timer_init(&dial->loop, &dial->timer);
    return dial;
}

static void let_go(uv_handle_t *handle) {
    Wire *wire = handle->data;
    close(wire->fd);
    frames_free(wire->frames);
    buffer_free(&wire->answer);
    free(wire);
}

static void cut(Wire *wire) {
    if (wire->line < 0) return;
    wire->dial->wires[wire->line] = NULL;
    wire->line = -1;
    uv_close((uv_handle_t *)&wire->poll, let_go);
}

// A host knows itself by its numbers, one behind a proxy by its name: after a no the other way is tried. A
// machine may have other numbers the next time it is called.
static void note_trouble(Wire *wire) {
    Dial *dial = wire->dial;
    bool answered = wire->answer.length > 0;
    if (wire->upgraded) return;
    dial->trouble = answered ? DIAL_NO_HOST : DIAL_NO_ANSWER;
    if (answered) dial->by_numbers = !dial->by_numbers;
    if (!answered && dial->named) dial->found = false;
}

static void lose(Wire *wire) {
    int32_t line = wire->line;
    uint16_t code = wire->frames ? frames_code(wire->frames) : CLOSE_LOST;
    const DialEvents *events = &wire->dial->events;
    if (line < 0) return;
    note_trouble(wire);
    cut(wire);
    events->gone(events->context, line, code);
}

static void take_text(void *context, Bytes text) {
    Wire *wire = context;
    const DialEvents *events = &wire->dial->events;
    if (wire->line >= 0) events->text(events->context, wire->line, text);
}

static void on_ready(uv_poll_t *poll, int status, int events);

static void watch(Wire *wire, bool writes) {
    int events = UV_READABLE | (writes ? UV_WRITABLE : 0);
    if (events == wire->events || wire->line < 0) return;
    wire->events = events;
    (void)uv_poll_start(&wire->poll, events, on_ready);
}

// True unless the socket is broken.
static bool write_some(Wire *wire, const char *data, size_t length, size_t *written) {
    ssize_t sent = send(wire->fd, data, length, MSG_NOSIGNAL | MSG_DONTWAIT);
    *written = sent > 0 ? (size_t)sent : 0;
    return sent >= 0 || errno == EAGAIN || errno == EINTR || errno == EINPROGRESS;
}

static void flush(Wire *wire) {
    size_t written = 0, length = strlen(wire->request);
    bool good = true;
    if (wire->asked < length) {
        good = write_some(
                wire, wire->request + wire->asked, length - wire->asked, &written);
        wire->asked += written;
    }
    Bytes out = frames_out(wire->frames);
    if (good && wire->upgraded && out.length > 0) {
        good = write_some(wire, (const char *)out.data, out.length, &written);
        frames_written(wire->frames, written);
        out = frames_out(wire->frames);
    }
    if (!good)
        lose(wire);
    else
        watch(wire, wire->asked < length || (wire->upgraded && out.length > 0));
}

static bool answer_is_right(const Wire *wire) {
    const char *answer = wire->answer.data;
    char accept[80];
    snprintf(accept, sizeof accept, "Sec-WebSocket-Accept: %s\r\n", wire->accept);
    return strncmp(answer, "HTTP/1.1 101 ", 13) == 0 && strcasestr(answer, accept)
           && strcasestr(answer, "Sec-WebSocket-Protocol: convene.1\r\n");
}

static void feed(Wire *wire, Bytes bytes) {
    bool goes_on = frames_feed(wire->frames, bytes, 0);
    if (wire->line >= 0) flush(wire);
    if (!goes_on || frames_over(wire->frames)) lose(wire);
}

// The first bytes are the answer to the handshake; what follows are frames already.
static void greet(Wire *wire, Bytes bytes) {
    buffer_add(&wire->answer, bytes.data, bytes.length);
    const char *end = memmem(wire->answer.data, wire->answer.length, "\r\n\r\n", 4);
    if (!end && wire->answer.length < ANSWER_MAX) return;
    if (!end || !answer_is_right(wire)) {
        lose(wire);
        return;
    }
    const DialEvents *events = &wire->dial->events;
    size_t head = (size_t)(end - wire->answer.data) + 4;
    wire->upgraded = true;
    wire->dial->trouble = DIAL_FINE;
    events->ready(events->context, wire->line);
    Bytes rest = {(const uint8_t *)wire->answer.data + head, wire->answer.length - head};
    if (wire->line >= 0) feed(wire, rest);
}

static void on_ready(uv_poll_t *poll, int status, int events) {
    Wire *wire = poll->data;
    uint8_t bytes[READ_AT_ONCE];
    if (wire->line < 0) return;
    if (status < 0) {
        lose(wire);
        return;
    }
    if (events & UV_WRITABLE) flush(wire);
    if (!(events & UV_READABLE) || wire->line < 0) return;
    ssize_t got = recv(wire->fd, bytes, sizeof bytes, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) {
        lose(wire);
        return;
    }
    wire->dial->heard += got;
    Bytes came = {bytes, (size_t)got};
    if (wire->upgraded)
        feed(wire, came);
    else
        greet(wire, came);
}

static void ask(Wire *wire) {
    uint8_t nonce[HANDSHAKE_NONCE_BYTES];
    char key[HANDSHAKE_KEY_LENGTH + 1], numbers[INET_ADDRSTRLEN] = "";
    const Dial *dial = wire->dial;
    (void)uv_ip4_name(&dial->address, numbers, sizeof numbers);
    dial->entropy.fill(dial->entropy.context, nonce, sizeof nonce);
    handshake_key(nonce, key);
    handshake_accept(key, wire->accept);
    snprintf(wire->request, sizeof wire->request,
            "GET /api/1/ws HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: "
            "Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: convene.1\r\n"
            "Sec-WebSocket-Key: %s\r\n\r\n",
            dial->by_numbers ? numbers : dial->name, dial->port, key);
}

static bool connect_line(Dial *dial, int32_t line) {
    int on = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return false;
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(fd, (const struct sockaddr *)&dial->address, sizeof dial->address) != 0
            && errno != EINPROGRESS) {
        close(fd);
        return false;
    }
    Wire *wire = calloc(1, sizeof *wire);
    ASSERT(wire);
    *wire = (Wire){.dial = dial, .line = line, .fd = fd};
    wire->frames = frames_make_client((FramesTake){wire, take_text}, dial->entropy);
    ask(wire);
    if (uv_poll_init(&dial->loop, &wire->poll, fd) != 0) {
        close(fd);
        frames_free(wire->frames);
        free(wire);
        return false;
    }
    wire->poll.data = wire;
    dial->wires[line] = wire;
    watch(wire, true);
    return true;
}

// ---- a machine by its name -----------------------------------------------------------------------------------

// Lines that waited for the numbers are called now, or told that there are none.
static void serve_waiting(Dial *dial) {
    for (int32_t line = 0; line < DIAL_LINES_MAX; line++) {
        bool waited = dial->waits[line];
        dial->waits[line] = false;
        if (waited && !(dial->found && connect_line(dial, line)))
            dial->events.gone(dial->events.context, line, CLOSE_LOST);
    }
}

// The host listens on addresses of four numbers, so only those were asked for.
static void on_found(uv_getaddrinfo_t *finding, int status, struct addrinfo *all) {
    Dial *dial = finding->data;
    dial->looks = false;
    if (status == 0 && all && all->ai_family == AF_INET) {
        memcpy(&dial->address, all->ai_addr, sizeof dial->address);
        dial->found = true;
    }
    uv_freeaddrinfo(all);
    if (status == UV_ECANCELED) return;
    if (!dial->found) dial->trouble = DIAL_NO_NAME;
    serve_waiting(dial);
}

static bool look_up(Dial *dial, int32_t line) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    char port[8];
    snprintf(port, sizeof port, "%d", dial->port);
    dial->finding.data = dial;
    if (!dial->looks)
        dial->looks = uv_getaddrinfo(&dial->loop, &dial->finding, on_found, dial->name,
                              port, &hints)
                      == 0;
    dial->waits[line] = dial->looks;
    if (!dial->looks) dial->trouble = DIAL_NO_NAME;
    return dial->looks;
}

bool dial_call(Dial *dial, int32_t line) {
    ASSERT(line >= 0 && line < DIAL_LINES_MAX && !dial->wires[line]);
    return dial->found ? connect_line(dial, line) : look_up(dial, line);
}

DialTrouble dial_trouble(const Dial *dial) { return dial->trouble; }

void dial_say(Dial *dial, int32_t line, Bytes text) {
    Wire *wire = dial->wires[line];
    if (!wire) return;
    frames_send(wire->frames, text);
    if (wire->upgraded) flush(wire);
}

void dial_cut(Dial *dial, int32_t line) {
    dial->waits[line] = false;
    if (dial->wires[line]) cut(dial->wires[line]);
}

void dial_wait(Dial *dial, int32_t wait_ms) {
    if (wait_ms <= 0) {
        (void)uv_run(&dial->loop, UV_RUN_NOWAIT);
        return;
    }
    // It goes off again and again: the loop looks at timers before it begins to wait, and one that is over by
    // then would leave it waiting for a socket.
    uv_timer_start(&dial->timer, on_timer, (uint64_t)wait_ms, (uint64_t)wait_ms);
    (void)uv_run(&dial->loop, UV_RUN_ONCE);
    uv_timer_stop(&dial->timer);
}

int64_t dial_heard(const Dial *dial) { return dial->heard; }

void dial_free(Dial *dial) {
    if (!dial) return;
    for (int32_t i = 0; i < DIAL_LINES_MAX; i++)
        dial_cut(dial, i);
    if (dial->looks) (void)uv_cancel((uv_req_t *)&dial->finding);
    uv_close((uv_handle_t *)&dial->timer, NULL);
    (void)uv_run(&dial->loop, UV_RUN_DEFAULT);
    (void)uv_loop_close(&dial->loop);
    free(dial);
}

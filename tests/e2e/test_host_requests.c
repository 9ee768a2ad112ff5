// tests/e2e/test_host_requests.c — bad requests to the real program, each with its answer: broken HTTP, foreign names, foreign pages. Never: a second on the clock as a proof.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host_world.h"
#include "net/limits.h"
#include "unit/net_client.h"

enum { HONEST = 2, ROOM = 16000, CUT = -1 };

static int setup(void **state) {
    HostWorld *world = host_world_make("requests");
    *state = world;
    return host_with_people(world, HONEST) ? 0 : 1;
}

static int teardown(void **state) {
    host_part(*state, HONEST);
    return 0;
}

static void honest_play(HostWorld *world) {
    for (int32_t i = 0; i < HONEST; i++)
        host_act(world, i);
    assert_true(host_wait(world, host_all_answered, HONEST));
}

typedef struct Answer {
    int status;  // of the first answer, CUT: the end without a word
    int answers; // how many there were
} Answer;

static int count_of(const char *text, size_t length, const char *word) {
    int count = 0;
    for (size_t i = 0; i + strlen(word) <= length; i++)
        count += memcmp(text + i, word, strlen(word)) == 0;
    return count;
}

// The first answer is waited for, further ones only as long as `more_ms`.
static Answer ask(const HostWorld *world, const char *bytes, size_t length, int more_ms) {
    static char text[ROOM * 4];
    size_t have = 0;
    Answer answer = {.status = CUT};
    int fd = client_connect(world->port), wait = HOST_PATIENCE_MS;
    assert_true(fd >= 0);
    client_write(fd, bytes, length);
    ssize_t got = 1;
    while (got > 0 && have + 1 < sizeof text) {
        got = client_read(fd, text + have, sizeof text - have, wait);
        if (got > 0) have += (size_t)got;
        if (more_ms == 0) break;
        wait = more_ms;
    }
    answer.answers = count_of(text, have, "HTTP/1.1 ");
    if (have > 0) (void)sscanf(text, "HTTP/1.1 %d", &answer.status);
    close(fd);
    return answer;
}

#define HOST "Host: localhost:@\r\n"
#define WS   "GET /api/1/ws HTTP/1.1\r\n" HOST "Upgrade: websocket\r\nConnection: Upgrade\r\n"
#define KEY  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
#define V13  "Sec-WebSocket-Version: 13\r\n"
#define OURS "Sec-WebSocket-Protocol: convene.1\r\n"
#define END  "\r\n"

typedef struct Row {
    int status, or_else; // or_else: another answer that is as good, 0 = none
    int answers;      // most answers to one packet; the library says its own refusals twice
    const char *text; // @ stands for the port, ~ for a zero byte
} Row;

// clang-format off
static const Row ROWS[] = {
    // Good ones, so that the others are known to fail for their fault.
    {200, 0, 1, "GET / HTTP/1.1\r\n" HOST END},
    {200, 0, 1, "HEAD / HTTP/1.1\r\n" HOST END},
    {200, 0, 3, "GET / HTTP/1.1\r\n" HOST END "GET / HTTP/1.1\r\n" HOST END "GET /api/1/health HTTP/1.1\r\n" HOST END},
    {101, 0, 1, WS V13 OURS KEY END},
    // Whatever stands behind a zero byte is not read: it reaches nothing.
    {200, 400, 1, "GET /~../etc/passwd HTTP/1.1\r\n" HOST END},
    {200, 400, 1, "GET / HTTP/1.1\r\n" HOST "X: a~b\r\n" END},
    // Which machine is meant.
    {400, 0, 2, "GET / HTTP/1.1\r\n" END},
    {400, 421, 1, "GET / HTTP/1.1\r\nHost:\r\n" END},
    {400, 0, 1, "GET / HTTP/1.1\r\n" HOST HOST END},
    {400, 0, 1, "GET / HTTP/1.1\r\n" HOST "Host: evil.example\r\n" END},
    {400, 0, 1, "GET / HTTP/1.1\r\nhost: evil.example\r\n" HOST END},
    {421, 0, 1, "GET / HTTP/1.1\r\nHost: evil.example\r\n" END},
    {400, 404, 1, "GET http://evil.example/ HTTP/1.1\r\n" HOST END},
    {400, 404, 1, "GET http://localhost:@/ HTTP/1.1\r\n" HOST END},
    // How long the body is, and where the next request begins: never answered twice.
    {400, 0, 1, "GET / HTTP/1.1\r\n" HOST "Content-Length: 5\r\n" END "hello"},
    {405, 400, 1, "POST / HTTP/1.1\r\n" HOST "Content-Length: 5\r\n" END "hello"},
    {400, CUT, 1, "POST / HTTP/1.1\r\n" HOST "Content-Length: 5\r\nContent-Length: 6\r\n" END "hello!"},
    {400, CUT, 1, "POST / HTTP/1.1\r\n" HOST "Content-Length: 5\r\nContent-Length: 5\r\n" END "hello"},
    {400, CUT, 2, "POST / HTTP/1.1\r\n" HOST "Content-Length: 5, 5\r\n" END "hello"},
    {400, CUT, 2, "POST / HTTP/1.1\r\n" HOST "Content-Length: -1\r\n" END},
    {400, CUT, 2, "POST / HTTP/1.1\r\n" HOST "Content-Length: +5\r\n" END "hello"},
    {400, CUT, 2, "POST / HTTP/1.1\r\n" HOST "Content-Length: five\r\n" END "hello"},
    {400, 413, 2, "POST / HTTP/1.1\r\n" HOST "Content-Length: 99999999999999999999999\r\n" END},
    {400, 405, 1, "POST / HTTP/1.1\r\n" HOST "Content-Length: 999999999\r\n" END},
    {400, 0, 1, "POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n" END "0\r\n\r\nGET / HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "POST / HTTP/1.1\r\n" HOST "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n" END "0\r\n\r\nGET / HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n" END "0\r\n\r\nGET / HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "GET / HTTP/1.1\r\n" HOST "Transfer-Encoding: gzip\r\n" END},
    {400, 0, 1, "GET / HTTP/1.1\r\n" HOST "Transfer-Encoding: identity\r\n" END},
    {400, 0, 1, "POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked, identity\r\n" END "0\r\n\r\n"},
    {400, 405, 1, "POST / HTTP/1.1\r\n" HOST "Expect: 100-continue\r\nContent-Length: 5\r\n" END},
    // What is asked for.
    {405, 0, 1, "PUT / HTTP/1.1\r\n" HOST END},
    {405, 0, 1, "DELETE / HTTP/1.1\r\n" HOST END},
    {405, 0, 1, "PATCH / HTTP/1.1\r\n" HOST END},
    {405, 0, 1, "TRACE / HTTP/1.1\r\n" HOST END},
    {405, 400, 1, "OPTIONS * HTTP/1.1\r\n" HOST END},
    {405, 400, 1, "CONNECT localhost:@ HTTP/1.1\r\n" HOST END},
    {405, 400, 1, "get / HTTP/1.1\r\n" HOST END},
    {400, 404, 1, "GET \x01/ HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "GET /%00 HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "GET /%2e%2e/etc/passwd HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "GET /a%0d%0aSet-Cookie:x HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "GET /a\\b HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "GET /\x7F HTTP/1.1\r\n" HOST END},
    {400, 0, 1, "GET /\xC3\xA9 HTTP/1.1\r\n" HOST END},
    {404, 0, 1, "GET /../../etc/passwd HTTP/1.1\r\n" HOST END},
    {404, 0, 1, "GET //etc/passwd HTTP/1.1\r\n" HOST END},
    {404, 0, 1, "GET /./ HTTP/1.1\r\n" HOST END},
    {404, 0, 1, "GET /api/1/ HTTP/1.1\r\n" HOST END},
    {404, 0, 1, "GET /api/2/ws HTTP/1.1\r\n" HOST END},
    // How it is written.
    {505, 400, 1, "GET / HTTP/9.9\r\n" HOST END},
    {505, CUT, 1, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {400, CUT, 1, "GET / HTTP/1.1\r\n" HOST "No colon here\r\n" END},
    {400, CUT, 1, "GET\r\n\r\n"},
    {400, CUT, 2, "/ GET HTTP/1.1\r\n\r\n"},
    {400, CUT, 1, "SSH-2.0-OpenSSH_9.2p1\r\n\r\n"},
    {400, CUT, 1, "\x16\x03\x01\x02~\x01~\x01\xFC\x03\x03\r\n\r\n"},
    {400, CUT, 1, "*1\r\n$4\r\nPING\r\n\r\n"},
    // Becoming a WebSocket.
    {426, 0, 1, "GET /api/1/ws HTTP/1.1\r\n" HOST END},
    {426, 505, 1, "GET /api/1/ws HTTP/1.0\r\n" HOST "Upgrade: websocket\r\nConnection: Upgrade\r\n" V13 OURS KEY END},
    {405, 0, 1, "HEAD /api/1/ws HTTP/1.1\r\n" HOST "Upgrade: websocket\r\nConnection: Upgrade\r\n" V13 OURS KEY END},
    {405, 0, 1, "POST /api/1/ws HTTP/1.1\r\n" HOST "Upgrade: websocket\r\nConnection: Upgrade\r\n" V13 OURS KEY END},
    {426, 0, 1, "GET /api/1/ws HTTP/1.1\r\n" HOST "Upgrade: websocket\r\n" V13 OURS KEY END},
    {426, 0, 1, "GET /api/1/ws HTTP/1.1\r\n" HOST "Connection: Upgrade\r\n" V13 OURS KEY END},
    {426, 0, 1, "GET /api/1/ws HTTP/1.1\r\n" HOST "Upgrade: h2c\r\nConnection: Upgrade\r\n" V13 OURS KEY END},
    {426, 0, 1, "GET /api/1/ws HTTP/1.1\r\n" HOST "Upgrade: xwebsocket\r\nConnection: Upgrade\r\n" V13 OURS KEY END},
    {426, 0, 1, WS OURS KEY END},
    {426, 0, 1, WS "Sec-WebSocket-Version: 8\r\n" OURS KEY END},
    {426, 0, 1, WS "Sec-WebSocket-Version: 13, 8\r\n" OURS KEY END},
    {400, 0, 1, WS V13 V13 OURS KEY END},
    {426, 0, 1, WS V13 KEY END},
    {426, 0, 1, WS V13 "Sec-WebSocket-Protocol: convene.2\r\n" KEY END},
    {426, 0, 1, WS V13 OURS OURS KEY END},
    {400, 0, 1, WS V13 OURS END},
    {400, 0, 1, WS V13 OURS KEY KEY END},
    {400, 0, 1, WS V13 OURS "Sec-WebSocket-Key: short\r\n" END},
    {400, 0, 1, WS V13 OURS "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZR==\r\n" END},
    {400, 0, 1, WS V13 OURS KEY "Content-Length: 3\r\n" END "abc"},
    {400, 0, 1, WS V13 OURS KEY "Transfer-Encoding: chunked\r\n" END},
};
// clang-format on

// A row as bytes; returns how many.
static size_t bytes_of(const HostWorld *world, const char *text, char *out, size_t room) {
    size_t length = 0;
    for (; *text; text++) {
        assert_true(length + 8 < room);
        if (*text == '@')
            length += (size_t)snprintf(out + length, 8, "%d", world->port);
        else
            out[length++] = *text == '~' ? 0 : *text;
    }
    return length;
}

static void bad_requests_have_their_answers(void **state) {
    HostWorld *world = *state;
    char bytes[2000];
    int32_t wrong = 0;
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++) {
        const Row *row = &ROWS[i];
        size_t length = bytes_of(world, row->text, bytes, sizeof bytes);
        Answer answer = ask(world, bytes, length, 50);
        bool right = answer.status == row->status
                     || (row->or_else && answer.status == row->or_else);
        if (!right || answer.answers > row->answers) {
            print_error("row %d: %d (%d answers) instead of %d\n%s\n", (int)i,
                    answer.status, answer.answers, row->status, row->text);
            wrong++;
        }
        if (i % 10 == 0) honest_play(world);
    }
    print_message("%d bad requests\n", (int)ARRAY_COUNT(ROWS));
    assert_int_equal(wrong, 0);
}

// So many bytes of a kind in one request: the answer at the limit, and one past it.
static int status_with(const HostWorld *world, const char *start, const char *piece,
        int32_t times, const char *end) {
    Buffer text = {0};
    char bytes[2000];
    buffer_add(&text, bytes, bytes_of(world, start, bytes, sizeof bytes));
    for (int32_t i = 0; i < times; i++)
        buffer_add_text(&text, piece);
    buffer_add(&text, bytes, bytes_of(world, end, bytes, sizeof bytes));
    Answer answer = ask(world, text.data, text.length, 50);
    buffer_free(&text);
    assert_true(answer.answers <= 1);
    return answer.status;
}

static void too_much_of_anything(void **state) {
    const HostWorld *world = *state;
    static const char rest[] = " HTTP/1.1\r\n" HOST END;
    static const char get[] = "GET / HTTP/1.1\r\n" HOST;
    assert_int_equal(status_with(world, "GET /", "a", REQUEST_PATH_MAX - 1, rest), 404);
    assert_int_equal(status_with(world, "GET /", "a", REQUEST_PATH_MAX, rest), 414);
    assert_int_equal(status_with(world, "GET /", "a", 20000, rest), 414);
    assert_int_equal(
            status_with(world, get, "X: 1\r\n", REQUEST_HEADERS_MAX - 1, END), 200);
    assert_int_equal(status_with(world, get, "X: 1\r\n", REQUEST_HEADERS_MAX, END), 431);
    assert_int_equal(status_with(world, get, "X: 1\r\n", 2000, END), 431);
    assert_int_equal(status_with(world, "GET / HTTP/1.1\r\n" HOST "X: ", "a",
                             REQUEST_MEMORY, "\r\n" END),
            431);
    int status = status_with(world, "", "A", 5000, " / HTTP/1.1\r\n" HOST END);
    assert_true(status == 405 || status == 414 || status == 431 || status == CUT);
    honest_play(*state);
}

// Each kind of name for this machine with each kind of page that may ask.
static const char *const HOSTS[] = {"localhost:@", "127.0.0.1:@", "localhost", "127.0.0.1",
        "localhost:1", "LOCALHOST:@", "localhost.:@", "127.0.0.2:@", "0.0.0.0:@", "[::1]:@",
        "2130706433:@", "evil.example", "evil.example:@", "localhost:@.evil.example",
        "evil.example#localhost:@", "user$localhost:@", "169.254.169.254"};
static const char *const ORIGINS[] = {NULL, "http://localhost:@", "http://127.0.0.1:@",
        "https://localhost:@", "http://LOCALHOST:@", "http://localhost:@/",
        "http://localhost:@.evil.example", "http://localhost", "http://evil.example:@",
        "https://evil.example", "null", "file://", "localhost:@", ""};
enum { OWN = 2 };

static int status_of_pair(const HostWorld *world, size_t host, size_t origin, bool socket) {
    char text[1000], bytes[1000], from[200] = "";
    if (ORIGINS[origin]) snprintf(from, sizeof from, "Origin: %s\r\n", ORIGINS[origin]);
    snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: %s\r\n%s%s\r\n",
            socket ? "/api/1/ws" : "/", HOSTS[host], from,
            socket ? "Upgrade: websocket\r\nConnection: Upgrade\r\n" V13 OURS KEY : "");
    size_t length = bytes_of(world, text, bytes, sizeof bytes);
    Answer answer = ask(world, bytes, length, 0);
    assert_int_equal(answer.answers, 1);
    return answer.status;
}

static void only_own_pairs_pass(void **state) {
    const HostWorld *world = *state;
    int32_t pairs = 0, passed = 0;
    for (size_t host = 0; host < ARRAY_COUNT(HOSTS); host++) {
        for (size_t origin = 0; origin < ARRAY_COUNT(ORIGINS); origin++) {
            bool same = origin == 0 || (origin <= OWN && origin - 1 == host);
            for (int32_t socket = 0; socket < 2; socket++) {
                int wanted = host >= OWN ? 421 : !same ? 403 : socket ? 101 : 200;
                int got = status_of_pair(world, host, origin, socket);
                if (got != wanted)
                    fail_msg("Host %s, Origin %s: %d instead of %d", HOSTS[host],
                            ORIGINS[origin] ? ORIGINS[origin] : "none", got, wanted);
                passed += got < 400;
            }
            pairs++;
        }
    }
    print_message("%d pairs of Host and Origin, %d answers to own ones\n", pairs, passed);
    assert_int_equal(passed, 2 * 2 * OWN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    bad_requests_have_their_answers, setup, teardown),
            cmocka_unit_test_setup_teardown(too_much_of_anything, setup, teardown),
            cmocka_unit_test_setup_teardown(only_own_pairs_pass, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

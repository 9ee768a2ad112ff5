// tests/unit/test_net_handshake.c — keys, answers, headers and routes, request by request. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "net/handshake.h"
#include "net/route.h"
#include <stdio.h>
#include <string.h>

static const char *const HOSTS[] = {"localhost:8080", "192.168.1.5:8080"};
static const SiteFile FILES[] = {
        {.path = "/",
         .type = "text/html; charset=utf-8",
         .body = {(const uint8_t *)"<p>", 3},
         .gzip = {(const uint8_t *)"zz", 2}},
        {.path = "/s/1/seat.js",
         .type = "text/javascript",
         .body = {(const uint8_t *)"1", 1},
         .immutable = true                 },
};
static const Site SITE = {
        .files = FILES, .files_count = 2, .hosts = HOSTS, .hosts_count = 2};

#define KEY  "dGhlIHNhbXBsZSBub25jZQ=="
#define HOST "Host: 192.168.1.5:8080\n"
#define WS                                                                                 \
    "GET /api/1/ws\n" HOST "Upgrade: websocket\nConnection: keep-alive, Upgrade\n"         \
    "Sec-WebSocket-Version: 13\nSec-WebSocket-Protocol: convene.1\n"

// "GET /path\nName: value\n…" as a request of HTTP/1.1.
static HttpAnswer answer_to(const Site *site, const char *text) {
    HttpRequest request;
    HttpAnswer answer;
    char copy[12000], method[8], path[8000];
    snprintf(copy, sizeof copy, "%s", text);
    char *rest = copy, *line = strsep(&rest, "\n");
    assert_int_equal(sscanf(line, "%7s %7999s", method, path), 2);
    request_begin(&request, method, "HTTP/1.1", path, strlen(path));
    while (rest && (line = strsep(&rest, "\n")) && *line) {
        char *value = strstr(line, ": ");
        assert_non_null(value);
        *value = 0;
        request_header(&request, line, value + 2, strlen(value + 2));
    }
    route_answer(site, &request, &answer);
    return answer;
}

static void the_example_of_the_rfc(void **context) {
    (void)context;
    char accept[HANDSHAKE_ACCEPT_BYTES];
    handshake_accept(KEY, accept);
    assert_string_equal(accept, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    const uint8_t nonce[HANDSHAKE_NONCE_BYTES] = "the sample nonc";
    char key[HANDSHAKE_KEY_LENGTH + 1];
    handshake_key(nonce, key);
    assert_true(handshake_is_key(key));
}

static void only_keys_are_keys(void **context) {
    (void)context;
    assert_true(handshake_is_key(KEY));
    assert_false(handshake_is_key(""));
    assert_false(handshake_is_key("dGhlIHNhbXBsZSBub25jZQ="));
    assert_false(handshake_is_key("dGhlIHNhbXBsZSBub25jZR=="));
    assert_false(handshake_is_key("dGhl!HNhbXBsZSBub25jZQ=="));
    assert_false(handshake_is_key("dGhlIHNhbXBsZSBub25jZQAA"));
}

static void every_request_gets_its_status(void **context) {
    (void)context;
    static const struct {
        uint16_t status;
        const char *text;
    } rows[] = {
            {200, "GET /\n" HOST                                                    },
            {200, "HEAD /\n" HOST                                                   },
            {200, "GET /?lang=fr\n" HOST                                            },
            {200, "GET /s/1/seat.js\n" HOST "Origin: http://192.168.1.5:8080\n"     },
            {404, "GET /nothing\n" HOST                                             },
            {404, "GET /s/1/../../etc/passwd\n" HOST                                },
            {400, "GET /%00/etc\n" HOST                                             },
            {400, "GET /a\\b\n" HOST                                                },
            {405, "POST /\n" HOST                                                   },
            {405, "DELETE /\n" HOST                                                 },
            {400, "GET /\n"                                                         },
            {400, "GET /\n" HOST HOST                                               },
            {421, "GET /\nHost: evil.example:8080\n"                                },
            {421, "GET /\nHost: 192.168.1.5\n"                                      },
            {403, "GET /\n" HOST "Origin: http://evil.example\n"                    },
            {403, "GET /\n" HOST "Origin: null\n"                                   },
            {403, "GET /\n" HOST "Origin: http://localhost:8080\n"                  },
            {400, "GET /\n" HOST "Transfer-Encoding: chunked\n"                     },
            {400, "GET /\n" HOST "Content-Length: 5\n"                              },
            {400, "POST /\n" HOST "Content-Length: 5\nContent-Length: 6\n"          },
            {101, WS "Sec-WebSocket-Key: " KEY "\n"                                 },
            {101, WS "Sec-WebSocket-Key: " KEY "\nOrigin: http://192.168.1.5:8080\n"},
            {403, WS "Sec-WebSocket-Key: " KEY "\nOrigin: http://evil.example\n"    },
            {400, WS "Sec-WebSocket-Key: short\n"                                   },
            {400, WS                                                                },
            {400, WS "Sec-WebSocket-Key: " KEY "\nSec-WebSocket-Key: " KEY "\n"     },
            {400, WS "Sec-WebSocket-Key: " KEY "\nSec-WebSocket-Version: 8\n"       },
            {400, WS "Sec-WebSocket-Key: " KEY "\nContent-Length: 1\n"              },
            {426, "GET /api/1/ws\n" HOST                                            },
            {426, "GET /api/1/ws\n" HOST "Upgrade: websocket\nConnection: Upgrade\n"
                  "Sec-WebSocket-Version: 13\nSec-WebSocket-Protocol: chat\n"
                  "Sec-WebSocket-Key: " KEY "\n"                   },
            {426, "GET /api/1/ws\n" HOST "Upgrade: websocket\nConnection: Upgrade\n"
                  "Sec-WebSocket-Version: 8\nSec-WebSocket-Protocol: convene.1\n"
                  "Sec-WebSocket-Key: " KEY "\n"                   },
            {405, "HEAD /api/1/ws\n" HOST                                           },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        HttpAnswer answer = answer_to(&SITE, rows[i].text);
        if (answer.status != rows[i].status)
            fail_msg("row %d: %d instead of %d", (int)i, answer.status, rows[i].status);
        if (answer.status >= 400) assert_true(strlen(answer.sentence) > 0);
    }
}

static void what_is_too_long_is_said(void **context) {
    (void)context;
    char text[4000], letters[301];
    memset(letters, 'a', 300);
    letters[300] = 0;
    snprintf(text, sizeof text, "GET /%s\n" HOST, letters);
    assert_int_equal(answer_to(&SITE, text).status, 414);
    int length = snprintf(text, sizeof text, "GET /\n" HOST);
    for (int32_t i = 0; i < REQUEST_HEADERS_MAX; i++)
        length += snprintf(text + length, sizeof text - (size_t)length, "X: 1\n");
    assert_int_equal(answer_to(&SITE, text).status, 431);
    snprintf(text, sizeof text, "GET /\nHost: %s\n", letters);
    assert_int_equal(answer_to(&SITE, text).status, 400);
}

// At each limit, and one past it.
static void limits_are_where_they_are_said_to_be(void **context) {
    (void)context;
    char text[4000], letters[REQUEST_PATH_MAX + 2];
    memset(letters, 'a', sizeof letters);
    letters[0] = '/';
    letters[REQUEST_PATH_MAX] = 0;
    snprintf(text, sizeof text, "GET %s\n" HOST, letters);
    assert_int_equal(answer_to(&SITE, text).status, 404);
    letters[REQUEST_PATH_MAX] = 'a';
    letters[REQUEST_PATH_MAX + 1] = 0;
    snprintf(text, sizeof text, "GET %s\n" HOST, letters);
    assert_int_equal(answer_to(&SITE, text).status, 414);
    int length = snprintf(text, sizeof text, "GET /\n" HOST);
    for (int32_t i = 1; i < REQUEST_HEADERS_MAX; i++)
        length += snprintf(text + length, sizeof text - (size_t)length, "X: 1\n");
    assert_int_equal(answer_to(&SITE, text).status, 200);
    snprintf(text + length, sizeof text - (size_t)length, "X: 1\n");
    assert_int_equal(answer_to(&SITE, text).status, 431);
}

static PeerInfo peer_of_headers(const char *const *values, bool loopback) {
    HttpRequest request;
    PeerInfo info = {.address = 7, .loopback = loopback};
    request_begin(&request, "GET", "HTTP/1.1", "/", 1);
    for (int32_t i = 0; values[i]; i++)
        request_header(&request, "X-Forwarded-For", values[i], strlen(values[i]));
    request_peer(&request, &info);
    return info;
}

#define PEER(loopback, ...)                                                                \
    peer_of_headers((const char *const[]){__VA_ARGS__, NULL}, loopback)

// What a proxy on this machine says is believed, its last word only; from elsewhere nothing is.
static void a_proxy_speaks_for_others(void **context) {
    (void)context;
    static const char *const none[] = {NULL};
    assert_true(peer_of_headers(none, true).loopback);
    PeerInfo one = PEER(true, "10.0.0.7");
    assert_false(one.loopback);
    assert_int_equal(PEER(true, "127.0.0.1, 10.0.0.7").address, one.address);
    assert_int_equal(PEER(true, "127.0.0.1", "10.0.0.7 ").address, one.address);
    assert_int_not_equal(PEER(true, "10.0.0.8").address, one.address);
    assert_int_not_equal(PEER(true, "fe80::7").address, one.address);
    assert_false(PEER(true, "").loopback);
    assert_int_equal(PEER(false, "10.0.0.8").address, 7);
    Site site = SITE;
    site.public_url = "https://play.example.org";
    HttpRequest request;
    request_begin(&request, "GET", "HTTP/1.1", "/", 1);
    request_header(&request, "Host", "play.example.org", 16);
    assert_true(route_by_proxy(&site, &request));
    assert_false(route_by_proxy(&SITE, &request));
}

static void full_houses_and_proxies(void **context) {
    (void)context;
    Site site = SITE;
    site.full = true;
    assert_int_equal(answer_to(&site, "GET /\n" HOST).status, 503);
    site.full = false;
    site.public_url = "https://play.example.org";
    assert_int_equal(answer_to(&site, "GET /\nHost: play.example.org\n").status, 200);
    assert_int_equal(answer_to(&site, "GET /\nHost: play.example.org\n"
                                      "Origin: https://play.example.org\n")
                             .status,
            200);
}

// Foreign pages and names that lead here by a trick: only a page of an own address may talk to that address.
static void only_own_pairs_of_host_and_origin_pass(void **context) {
    (void)context;
    static const char *const hosts[] = {"localhost:8080", "192.168.1.5:8080",
            "play.example.org", "evil.example", "evil.example:8080", "localhost",
            "localhost:8081", "192.168.1.5.evil.example:8080", "LOCALHOST:8080"};
    static const char *const origins[] = {"http://localhost:8080",
            "http://192.168.1.5:8080", "https://play.example.org", "http://evil.example",
            "https://localhost:8080", "null", "http://localhost:80801", "file://"};
    Site site = SITE;
    site.public_url = "https://play.example.org";
    int32_t passed = 0;
    for (size_t h = 0; h < ARRAY_COUNT(hosts); h++) {
        for (size_t o = 0; o < ARRAY_COUNT(origins); o++) {
            char text[600];
            snprintf(text, sizeof text,
                    "GET /api/1/ws\nHost: %s\nOrigin: %s\nUpgrade: websocket\n"
                    "Connection: Upgrade\nSec-WebSocket-Version: 13\n"
                    "Sec-WebSocket-Protocol: convene.1\nSec-WebSocket-Key: " KEY "\n",
                    hosts[h], origins[o]);
            bool own = h < 3 && (o == h || o == 2); // 2: through the proxy
            uint16_t wanted = h >= 3 ? 421 : own ? 101 : 403;
            assert_int_equal(answer_to(&site, text).status, wanted);
            passed += own;
        }
    }
    assert_int_equal(passed, 5);
}

static void small_pages_for_who_takes_them(void **context) {
    (void)context;
    assert_true(answer_to(&SITE, "GET /\n" HOST "Accept-Encoding: br, gzip\n").gzip);
    assert_false(answer_to(&SITE, "GET /\n" HOST).gzip);
    assert_false(
            answer_to(&SITE, "GET /s/1/seat.js\n" HOST "Accept-Encoding: gzip\n").gzip);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(the_example_of_the_rfc),
            cmocka_unit_test(only_keys_are_keys),
            cmocka_unit_test(every_request_gets_its_status),
            cmocka_unit_test(what_is_too_long_is_said),
            cmocka_unit_test(limits_are_where_they_are_said_to_be),
            cmocka_unit_test(a_proxy_speaks_for_others),
            cmocka_unit_test(full_houses_and_proxies),
            cmocka_unit_test(only_own_pairs_of_host_and_origin_pass),
            cmocka_unit_test(small_pages_for_who_takes_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

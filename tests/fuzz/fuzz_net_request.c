// tests/fuzz/fuzz_net_request.c — any request line and headers: an answer with a known status, never a file that is not named. Never: a socket.
#include "net/handshake.h"
#include "net/route.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const HOSTS[] = {"h:1"};
static const SiteFile FILES[] = {
        {.path = "/", .type = "text/html", .body = {(const uint8_t *)"x", 1}}
};

// The next line of the input, without its end.
static Bytes line_of(Bytes *rest) {
    const uint8_t *end = memchr(rest->data, '\n', rest->length);
    size_t length = end ? (size_t)(end - rest->data) : rest->length;
    Bytes line = {rest->data, length};
    size_t gone = end ? length + 1 : length;
    rest->data += gone;
    rest->length -= gone;
    return line;
}

static void add_header(HttpRequest *request, Bytes line) {
    char name[64] = "";
    const uint8_t *colon = memchr(line.data, ':', line.length);
    size_t length = colon ? (size_t)(colon - line.data) : line.length;
    if (length >= sizeof name || memchr(line.data, 0, length)) return;
    memcpy(name, line.data, length);
    const uint8_t *value = colon ? colon + 1 : line.data + line.length;
    request_header(
            request, name, (const char *)value, (size_t)(line.data + line.length - value));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const Site site = {.files = FILES, .files_count = 1, .hosts = HOSTS, .hosts_count = 1};
    static const char *const methods[] = {"GET", "HEAD", "POST", "PUT"};
    Bytes rest = {data, size};
    HttpRequest request;
    HttpAnswer answer;
    char policy[512];
    if (size < 2) return 0;
    rest.data++;
    rest.length--;
    Bytes path = line_of(&rest);
    request_begin(&request, methods[data[0] & 3], data[0] & 4 ? "HTTP/1.0" : "HTTP/1.1",
            (const char *)path.data, path.length);
    while (rest.length > 0)
        add_header(&request, line_of(&rest));
    route_answer(&site, &request, &answer);
    ASSERT(answer.status >= 101 && answer.status <= 503);
    ASSERT(!answer.upgrade || strlen(answer.accept) == HANDSHAKE_ACCEPT_BYTES - 1);
    ASSERT(answer.status != 200 || answer.file == &FILES[0]);
    route_policy(&request, policy);
    PeerInfo info = {.address = 1, .loopback = (data[0] & 8) != 0};
    request_peer(&request, &info);
    ASSERT((data[0] & 8) != 0 || (info.address == 1 && !info.loopback));
    return 0;
}

// net/request.c — copies a request in and notes what is wrong with it at once. Never: trusts a length or a second header.
#include "net/request.h"
#include "base/digest.h"
#include <string.h>
#include <strings.h>

static void fault(HttpRequest *request, uint16_t status) {
    if (request->fault == 0) request->fault = status;
}

static uint8_t method_of(const char *method) {
    if (strcmp(method, "GET") == 0) return METHOD_GET;
    if (strcmp(method, "HEAD") == 0) return METHOD_HEAD;
    return strcmp(method, "POST") == 0 ? METHOD_POST : METHOD_OTHER;
}

// Only plain letters: names of files here need no escapes, and escapes hide zero bytes and dots.
static bool plain(const char *path, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char letter = (unsigned char)path[i];
        if (letter <= 32 || letter >= 127 || letter == '%' || letter == '\\') return false;
    }
    return length > 0 && path[0] == '/';
}

void request_begin(HttpRequest *request, const char *method, const char *version,
        const char *raw_path, size_t path_length) {
    *request = (HttpRequest){.method = method_of(method)};
    request->http11 = strcmp(version, "HTTP/1.1") == 0;
    const char *mark = memchr(raw_path, '?', path_length);
    size_t length = mark ? (size_t)(mark - raw_path) : path_length;
    if (length > REQUEST_PATH_MAX) {
        fault(request, 414);
    } else if (!plain(raw_path, length)) {
        fault(request, 400);
    } else {
        memcpy(request->path, raw_path, length);
    }
}

static void copy(
        HttpRequest *request, char *to, size_t room, const char *value, size_t length) {
    if (length >= room || memchr(value, 0, length)) {
        fault(request, 400);
        return;
    }
    memcpy(to, value, length);
    to[length] = 0;
}

// One word of a comma-separated list, without case and blanks.
static bool lists(const char *value, size_t length, const char *word) {
    size_t at = 0, wanted = strlen(word);
    while (at < length) {
        size_t end = at;
        while (end < length && value[end] != ',')
            end++;
        size_t from = at, to = end;
        while (from < to && (value[from] == ' ' || value[from] == '\t'))
            from++;
        while (to > from && (value[to - 1] == ' ' || value[to - 1] == '\t'))
            to--;
        if (to - from == wanted && strncasecmp(value + from, word, wanted) == 0)
            return true;
        at = end + 1;
    }
    return false;
}

static bool starts_list(const char *value, size_t length, const char *word) {
    // "gzip;q=0.5" counts, "gzip;q=0" is rare enough to be sent plain text by nobody.
    size_t wanted = strlen(word);
    for (size_t i = 0; i + wanted <= length; i++) {
        if (strncasecmp(value + i, word, wanted) == 0) return true;
    }
    return false;
}

typedef enum Header {
    HEADER_HOST,
    HEADER_ORIGIN,
    HEADER_UPGRADE,
    HEADER_CONNECTION,
    HEADER_KEY,
    HEADER_VERSION,
    HEADER_PROTOCOL,
    HEADER_LENGTH,
    HEADER_TRANSFER,
    HEADER_ACCEPTS,
    HEADER_FORWARDED,
    HEADER_COUNT
} Header;

static Header header_of(const char *name) {
    static const char *const names[HEADER_COUNT] = {"host", "origin", "upgrade",
            "connection", "sec-websocket-key", "sec-websocket-version",
            "sec-websocket-protocol", "content-length", "transfer-encoding",
            "accept-encoding", "x-forwarded-for"};
    int32_t found = 0;
    while (found < HEADER_COUNT && strcasecmp(names[found], name) != 0)
        found++;
    return (Header)found;
}

static void once(HttpRequest *request, uint8_t *count) {
    if (*count < 255) (*count)++;
    if (*count > 1) fault(request, 400);
}

static void keep_length(HttpRequest *request, const char *value, size_t length) {
    once(request, &request->lengths);
    bool none = length == 1 && value[0] == '0';
    if (!none && request->method != METHOD_POST) fault(request, 400);
}

// Everybody before the last one is what a stranger wrote; the last one is what the proxy saw.
static void keep_forwarded(HttpRequest *request, const char *value, size_t length) {
    enum { SEED = 1 };
    size_t from = length;
    while (length > 0 && (value[length - 1] == ' ' || value[length - 1] == '\t'))
        from = --length;
    while (from > 0 && value[from - 1] != ',' && value[from - 1] != ' ')
        from--;
    request->forwarded = true;
    request->forwarded_for = (uint32_t)digest_fast(value + from, length - from, SEED);
}

void request_peer(const HttpRequest *request, PeerInfo *info) {
    if (!info->loopback || !request->forwarded) return;
    *info = (PeerInfo){.address = request->forwarded_for};
}

void request_header(
        HttpRequest *request, const char *name, const char *value, size_t length) {
    if (++request->headers > REQUEST_HEADERS_MAX) fault(request, 431);
    switch (header_of(name)) {
    case HEADER_HOST:
        once(request, &request->hosts);
        copy(request, request->host, sizeof request->host, value, length);
        break;
    case HEADER_ORIGIN:
        once(request, &request->origins);
        copy(request, request->origin, sizeof request->origin, value, length);
        break;
    case HEADER_UPGRADE:
        request->upgrade_websocket |= lists(value, length, "websocket");
        break;
    case HEADER_CONNECTION:
        request->connection_upgrade |= lists(value, length, "upgrade");
        break;
    case HEADER_KEY:
        once(request, &request->keys);
        copy(request, request->key, sizeof request->key, value, length);
        break;
    case HEADER_VERSION:
        once(request, &request->versions);
        copy(request, request->version, sizeof request->version, value, length);
        break;
    case HEADER_PROTOCOL:
        request->protocols++;
        request->offers_protocol |= lists(value, length, "convene.1");
        break;
    case HEADER_LENGTH: keep_length(request, value, length); break;
    case HEADER_TRANSFER:
        request->transfer_encoding = true;
        fault(request, 400);
        break;
    case HEADER_ACCEPTS: request->accepts_gzip |= starts_list(value, length, "gzip"); break;
    case HEADER_FORWARDED: keep_forwarded(request, value, length); break;
    case HEADER_COUNT: break;
    }
}

// net/http.c — between the HTTP library and our plain structs: copies requests in, answers out. Never: decides what the answer is.
#include "net/server_parts.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

// ---- deadlines: the library's timeout starts again with every byte -----------------------------------

static void pending_add(Server *server, struct MHD_Connection *connection, void **place) {
    const union MHD_ConnectionInfo *fd =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    Pending *pending = calloc(1, sizeof *pending);
    ASSERT(pending);
    *pending = (Pending){.fd = fd ? fd->connect_fd : -1,
            .since_ms = server_now(server),
            .next = server->pending,
            .self = &server->pending};
    if (server->pending) server->pending->self = &pending->next;
    server->pending = pending;
    server->pending_count++;
    *place = pending;
}

static void pending_remove(Server *server, void **place) {
    Pending *pending = *place;
    if (!pending) return;
    *pending->self = pending->next;
    if (pending->next) pending->next->self = pending->self;
    server->pending_count -= !pending->upgraded;
    free(pending);
    *place = NULL;
}

static void on_connection(void *context, struct MHD_Connection *connection, void **place,
        enum MHD_ConnectionNotificationCode what) {
    Server *server = context;
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        pending_add(server, connection, place);
    } else {
        pending_remove(server, place);
    }
}

static Pending *pending_of(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

// The next request of the same connection has its own deadline.
static void on_completed(void *context, struct MHD_Connection *connection,
        void **request_context, enum MHD_RequestTerminationCode why) {
    Server *server = context;
    Pending *pending = pending_of(connection);
    (void)request_context;
    (void)why;
    if (!pending) return;
    pending->reached = false;
    pending->since_ms = server_now(server);
}

void http_sweep(Server *server) {
    int64_t now = server_now(server);
    for (Pending *pending = server->pending; pending; pending = pending->next) {
        bool late = !pending->reached && now - pending->since_ms >= REQUEST_SECONDS * 1000;
        if (late && pending->fd >= 0) (void)shutdown(pending->fd, SHUT_RDWR);
    }
}

// ---- options -----------------------------------------------------------------------------------------

// Paths stay as they came: what is written with % is refused, not decoded.
static size_t leave_escapes(void *context, struct MHD_Connection *connection, char *text) {
    (void)context;
    (void)connection;
    return strlen(text);
}

static void keep_quiet(void *context, const char *format, va_list arguments) {
    (void)context;
    (void)format;
    (void)arguments;
}

#define OPTION(name, number, pointer)                                                      \
    (struct MHD_OptionItem) { MHD_OPTION_##name, (intptr_t)(number), (pointer) }

// A callback travels as a number and its context as a pointer; that is the library's own way.
void http_options(Server *server, struct MHD_OptionItem *options, int32_t most) {
    struct MHD_OptionItem items[] = {
            OPTION(EXTERNAL_LOGGER, (intptr_t)keep_quiet, NULL),
            OPTION(LISTEN_SOCKET, server->listener, NULL),
            OPTION(CONNECTION_LIMIT, LIBRARY_SOCKETS_MAX, NULL),
            OPTION(CONNECTION_TIMEOUT, REQUEST_IDLE_SECONDS, NULL),
            OPTION(CONNECTION_MEMORY_LIMIT, REQUEST_MEMORY, NULL),
            OPTION(STRICT_FOR_CLIENT, 1, NULL),
            OPTION(SIGPIPE_HANDLED_BY_APP, 1, NULL),
            OPTION(NOTIFY_CONNECTION, (intptr_t)on_connection, server),
            OPTION(NOTIFY_COMPLETED, (intptr_t)on_completed, server),
            OPTION(UNESCAPE_CALLBACK, (intptr_t)leave_escapes, NULL),
            OPTION(END, 0, NULL),
    };
    ASSERT((int32_t)ARRAY_COUNT(items) <= most);
    memcpy(options, items, sizeof items);
}

// ---- one request ---------------------------------------------------------------------------------------

static enum MHD_Result copy_header(void *context, enum MHD_ValueKind kind, const char *name,
        size_t name_length, const char *value, size_t length) {
    HttpRequest *request = context;
    (void)kind;
    if (strlen(name) != name_length) request->fault = 400;
    request_header(request, name, value ? value : "", value ? length : 0);
    return MHD_YES;
}

static void address_of(struct MHD_Connection *connection, PeerInfo *info) {
    const union MHD_ConnectionInfo *known =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    *info = (PeerInfo){0};
    if (!known || !known->client_addr || known->client_addr->sa_family != AF_INET) return;
    struct sockaddr_in in;
    memcpy(&in, known->client_addr, sizeof in);
    info->address = ntohl(in.sin_addr.s_addr);
    info->loopback = info->address >> 24 == 127;
}

static void add_headers(struct MHD_Response *response, const HttpRequest *request,
        const HttpAnswer *answer) {
    static const char *const always[][2] = {
            {"X-Content-Type-Options",       "nosniff"                                 },
            {"Referrer-Policy",              "no-referrer"                             },
            {"Cross-Origin-Opener-Policy",   "same-origin"                             },
            {"Cross-Origin-Resource-Policy", "same-origin"                             },
            {"Permissions-Policy",           "camera=(), microphone=(), geolocation=()"},
    };
    char policy[512];
    for (size_t i = 0; i < ARRAY_COUNT(always); i++)
        (void)MHD_add_response_header(response, always[i][0], always[i][1]);
    route_policy(request, policy);
    if (answer->status == 200)
        (void)MHD_add_response_header(response, "Content-Security-Policy", policy);
    bool keep = answer->file && answer->file->immutable;
    (void)MHD_add_response_header(response, "Cache-Control",
            keep ? "public, max-age=31536000, immutable" : "no-store");
    (void)MHD_add_response_header(response, "Content-Type",
            answer->file ? answer->file->type : "text/plain; charset=utf-8");
    if (answer->gzip) (void)MHD_add_response_header(response, "Content-Encoding", "gzip");
    if (answer->file && answer->file->gzip.length > 0)
        (void)MHD_add_response_header(response, "Vary", "Accept-Encoding");
    if (answer->status == 426)
        (void)MHD_add_response_header(response, "Sec-WebSocket-Version", "13");
    if (answer->status == 503) (void)MHD_add_response_header(response, "Retry-After", "5");
    if (answer->status == 405)
        (void)MHD_add_response_header(response, "Allow", "GET, HEAD");
}

static enum MHD_Result send_answer(struct MHD_Connection *connection,
        const HttpRequest *request, const HttpAnswer *answer) {
    Bytes body = {(const uint8_t *)answer->sentence, strlen(answer->sentence)};
    if (answer->file) body = answer->gzip ? answer->file->gzip : answer->file->body;
    union {
        const void *from;
        void *to;
    } bytes = {body.data}; // the library only reads what is persistent
    struct MHD_Response *response =
            MHD_create_response_from_buffer(body.length, bytes.to, MHD_RESPMEM_PERSISTENT);
    if (!response) return MHD_NO;
    add_headers(response, request, answer);
    enum MHD_Result result = MHD_queue_response(connection, answer->status, response);
    MHD_destroy_response(response);
    return result;
}

static void on_upgrade(void *context, struct MHD_Connection *connection,
        void *request_context, const char *extra, size_t extra_size, MHD_socket fd,
        struct MHD_UpgradeResponseHandle *handle) {
    Server *server = context;
    Pending *pending = pending_of(connection);
    (void)request_context;
    ASSERT(pending);
    pending->upgraded =
            true; // the library keeps it as long as the socket, which peer.c counts
    server->pending_count--;
    peer_open(server, fd, handle, &pending->info,
            (Bytes){(const uint8_t *)extra, extra_size});
}

static enum MHD_Result send_upgrade(
        Server *server, struct MHD_Connection *connection, const HttpAnswer *answer) {
    struct MHD_Response *response = MHD_create_response_for_upgrade(on_upgrade, server);
    if (!response) return MHD_NO;
    (void)MHD_add_response_header(response, "Upgrade", "websocket");
    (void)MHD_add_response_header(response, "Sec-WebSocket-Accept", answer->accept);
    (void)MHD_add_response_header(response, "Sec-WebSocket-Protocol", "convene.1");
    enum MHD_Result result =
            MHD_queue_response(connection, MHD_HTTP_SWITCHING_PROTOCOLS, response);
    MHD_destroy_response(response);
    return result;
}

// A request without a body is answered at the second call: then the connection stays for the next one. With a
// body it is answered at the first, whereupon the library reads no more of it.
static bool answers_later(
        Server *server, const HttpRequest *request, void **request_context) {
    bool body = request->lengths > 0 || request->transfer_encoding
                || (request->method != METHOD_GET && request->method != METHOD_HEAD);
    if (body || *request_context) return false;
    *request_context = server; // any mark that it came
    return true;
}

enum MHD_Result http_handle(void *context, struct MHD_Connection *connection,
        const char *url, const char *method, const char *version, const char *upload,
        size_t *upload_size, void **request_context) {
    Server *server = context;
    HttpRequest request;
    HttpAnswer answer;
    PeerInfo info;
    (void)upload;
    if (*upload_size > 0) { // the answer was given; the rest is thrown away
        *upload_size = 0;
        return MHD_YES;
    }
    Pending *pending = pending_of(connection);
    if (pending) pending->reached = true;
    request_begin(&request, method, version, url, strlen(url));
    (void)MHD_get_connection_values_n(connection, MHD_HEADER_KIND, copy_header, &request);
    if (answers_later(server, &request, request_context)) return MHD_YES;
    address_of(connection, &info);
    request_peer(&request, &info);
    Site site = *server->config.site;
    if (route_by_proxy(&site, &request)) info.loopback = false;
    if (pending) pending->info = info;
    site.full |= server->peers_count + server->pending_count > SOCKETS_MAX;
    route_answer(&site, &request, &answer);
    if (answer.upgrade && !peer_has_room(server, &info)) {
        site.full = true;
        route_answer(&site, &request, &answer);
    }
    return answer.upgrade ? send_upgrade(server, connection, &answer)
                          : send_answer(connection, &request, &answer);
}

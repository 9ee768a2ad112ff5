// net/request.h — one HTTP request as a plain struct, copied in header by header. Never: answers it (net/route.h), reads a socket.
#ifndef NET_REQUEST_H
#define NET_REQUEST_H
#include "base/core.h"
#include "net/limits.h"

typedef enum HttpMethod { METHOD_OTHER, METHOD_GET, METHOD_HEAD, METHOD_POST } HttpMethod;

// Everything that decides about an answer. Texts are cut never: one that does not fit makes `fault`.
typedef struct HttpRequest {
    uint8_t method; // HttpMethod
    bool http11;
    bool loopback;    // the peer is on this machine
    uint16_t fault;   // status of the first thing that is wrong, 0 = nothing
    uint16_t headers; // how many came
    uint8_t hosts, keys, versions, lengths, origins, protocols;
    bool transfer_encoding, upgrade_websocket, connection_upgrade;
    bool accepts_gzip;
    bool offers_protocol; // "convene.1" is among the subprotocols asked for
    char path[REQUEST_PATH_MAX + 1];
    char host[128], origin[160];
    char key[32], version[16];
} HttpRequest;

// Starts a request. raw_path is as it came, before anything is unescaped, with its length.
void request_begin(HttpRequest *request, const char *method, const char *version,
        const char *raw_path, size_t path_length);
// One header as it came. Header names are compared without case.
void request_header(
        HttpRequest *request, const char *name, const char *value, size_t length);

#endif // NET_REQUEST_H

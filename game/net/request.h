// net/request.h — one HTTP request as a plain struct, copied in header by header. Never: answers it (net/route.h), reads a socket.
#ifndef NET_REQUEST_H
#define NET_REQUEST_H
#include "base/transport.h"
#include "net/limits.h"

typedef enum HttpMethod { METHOD_OTHER, METHOD_GET, METHOD_HEAD, METHOD_POST } HttpMethod;

// Everything that decides about an answer. Texts are cut never: one that does not fit makes `fault`.
typedef struct HttpRequest {
    uint8_t method; // HttpMethod
    bool http11;
    uint16_t fault;   // status of the first thing that is wrong, 0 = nothing
    uint16_t headers; // how many came
    uint8_t hosts, keys, versions, lengths, origins, protocols;
    bool transfer_encoding, upgrade_websocket, connection_upgrade;
    bool accepts_gzip;
    bool offers_protocol; // "convene.1" is among the subprotocols asked for
    bool forwarded;       // a proxy says for whom it asks
    uint32_t
            forwarded_for; // that address as a number; the last one, which the nearest proxy wrote
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

// Who really asks: a proxy on this machine speaks for somebody elsewhere, and what it says about the address is
// believed; from anywhere else it is not.
void request_peer(const HttpRequest *request, PeerInfo *info);

#endif // NET_REQUEST_H

// net/route.h — what an HTTP request is answered with: a pure function of the request and a fixed table of files. Never: joins paths, opens a file.
#ifndef NET_ROUTE_H
#define NET_ROUTE_H
#include "base/bytes.h"
#include "net/request.h"

// One thing that can be fetched, by its exact path.
typedef struct SiteFile {
    const char *path; // "/", "/s/9f31c2/seat.js"
    const char *type; // "text/html; charset=utf-8"
    Bytes body, gzip; // gzip empty: none
    bool immutable;   // its name changes with its bytes
} SiteFile;

// What is served and to whom. Borrowed; it may be exchanged between requests.
typedef struct Site {
    const SiteFile *files;
    int32_t files_count;
    const char *const *hosts; // "192.168.1.5:8080": names this machine is called by
    int32_t hosts_count;
    const char *public_url; // "https://play.example.org", or NULL
    bool full;              // no room for another socket: 503
} Site;

typedef struct HttpAnswer {
    uint16_t status;
    bool upgrade;         // 101: a WebSocket; accept is set
    const SiteFile *file; // what is sent, or NULL
    bool gzip;
    const char *sentence; // body when there is no file
    char accept[32];
} HttpAnswer;

// The answer, whatever came. Checks in this order: room, form, Host, method, path, Origin, upgrade.
void route_answer(const Site *site, const HttpRequest *request, HttpAnswer *answer);
// Asked under the public name, which only a proxy passes on: the person is not at this machine.
bool route_by_proxy(const Site *site, const HttpRequest *request);
// The Content-Security-Policy for pages fetched under this Host, at most 512 letters.
void route_policy(const HttpRequest *request, char out[512]);

#endif // NET_ROUTE_H

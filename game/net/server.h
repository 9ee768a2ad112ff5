// net/server.h — one thread that serves files and WebSockets on one port. Never: knows a message's meaning, opens a second port.
#ifndef NET_SERVER_H
#define NET_SERVER_H
#include "base/clock.h"
#include "base/err.h"
#include "base/transport.h"
#include "net/names.h"
#include "net/route.h"

typedef struct Server Server;

typedef struct ServerConfig {
    uint16_t port;      // first one to try
    uint16_t port_last; // up to here, when the first is taken; 0 = only port
    bool only_loopback; // nobody else on the network can connect
    bool until_signal;  // SIGINT and SIGTERM end server_run
    TransportEvents events;
    const Site *site; // looked at for each request; outlives the server
    Clock clock;      // for deadlines; empty: the loop's own
} ServerConfig;

// Listens, but serves nobody before server_run. NULL with err: no free port, no right to listen.
Server *server_open(const ServerConfig *config, Err *err);
// Says 1001 to everybody, waits up to two seconds for answers, closes and frees.
void server_close(Server *server);
uint16_t server_port(const Server *server);
// Names this machine is called by on its port, for Site.hosts: loopback ones first, then each
// address of a real network, the likeliest first. Returns how many of `most`.
typedef struct ServerName {
    char host[64];    // "192.168.1.5:8080"
    char network[40]; // of a wireless one, as phones show it; "" = not known
    uint8_t hotspot;  // Hotspot, guessed from the range
    bool loopback;
} ServerName;
int32_t server_names(const Server *server, ServerName *names, int32_t most);
// The functions the host sends with.
Transport server_transport(Server *server);
// Serves until server_stop. May be called from one thread only; server_stop from any, also from
// a signal handler's thread.
void server_run(Server *server);
void server_stop(Server *server);
// Begins the next turn soon, also while the loop sleeps; from any thread.
void server_wake(Server *server);
// Serves what is ready, waiting up to wait_ms for something: for a caller with a loop of its own,
// instead of server_run.
void server_turn(Server *server, int32_t wait_ms);

#endif // NET_SERVER_H

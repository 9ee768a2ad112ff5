// cli/door.h — by which addresses people find a host, and how that is said. Never: serves a request.
#ifndef CLI_DOOR_H
#define CLI_DOOR_H
#include "host/party.h"
#include "net/server.h"

enum { DOOR_NAMES_MAX = 16, DOOR_URL_BYTES = 200 };

typedef struct Door {
    ServerName names[DOOR_NAMES_MAX];
    const char *hosts[DOOR_NAMES_MAX];
    Site site;
    char url[DOOR_URL_BYTES]; // "http://192.168.1.5:8080": what people type
    bool only_here;           // there is no network: this machine only
    ServerName given;         // the address people were given; it may be gone for a while
    int32_t count;            // of names
    const char *public_url;   // instead of all of them, NULL = none
} Door;

// Finds the addresses of a server that listens. files and public_url (NULL: none) outlive the door.
void door_open(Door *door, const Server *server, const char *public_url);
// Looks again which addresses there are, because networks come and go. The one people were given stays until
// another takes its place: a network that is gone for a moment changes nothing.
void door_look(Door *door, const Server *server);
// The same with addresses in hand, the likeliest first behind those of this machine itself.
void door_take(Door *door, const ServerName *names, int32_t count);
// People are given the next address there is.
void door_choose_again(Door *door);
// Everything a facilitator needs, in words and with the square, or as one line of JSON.
void door_print(const Door *door, const Server *server, const Party *party);
void door_print_json(const Door *door, const Server *server, Party *const *parties,
        int32_t parties_count);

#endif // CLI_DOOR_H

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
    bool only_here;           // no network was found: this machine only
} Door;

// Finds the addresses of a server that listens. files and public_url (NULL: none) outlive the door.
void door_open(Door *door, const Server *server, const char *public_url);
// Everything a facilitator needs, in words and with the square, or as one line of JSON.
void door_print(const Door *door, const Server *server, const Party *party);
void door_print_json(const Door *door, const Server *server, Party *const *parties,
        int32_t parties_count);

#endif // CLI_DOOR_H

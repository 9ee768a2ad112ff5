// cli/host_wish.h — what the words behind convene host ask for. Never: opens anything.
#ifndef CLI_HOST_WISH_H
#define CLI_HOST_WISH_H
#include "cli/args.h"
#include "cli/hosting.h"

typedef struct HostWish {
    HouseWish house;
    ServerConfig server;
    char plan[PLACES_PLAN_BYTES]; // what house.format points at; a copy needs its own
    const char *public_url;       // NULL = none; borrowed from the words
} HostWish;

// False with ERR_USAGE.
MUST_USE bool host_wish_read(const Args *args, HostWish *out, Err *err);

#endif // CLI_HOST_WISH_H

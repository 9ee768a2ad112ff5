// net/names.h — which address of this machine a phone in the room can reach, as pure functions of what the system says. Never: asks a name server.
#ifndef NET_NAMES_H
#define NET_NAMES_H
#include "base/core.h"

// Ranges that makers of hotspots use.
typedef enum Hotspot {
    HOTSPOT_NONE,
    HOTSPOT_IPHONE,
    HOTSPOT_ANDROID,
    HOTSPOT_WINDOWS,
    HOTSPOT_LINUX,
    HOTSPOT_COUNT
} Hotspot;

enum { NAMES_LIKELY_MOST = 8, NAMES_INTERFACE_BYTES = 16 };

// The higher, the likelier a phone in the room can reach it: the network of the way out first, then wireless
// before cable, private before public. 0: this machine only. -1: of no use.
int32_t names_likely(
        const char *interface, uint32_t address, bool loopback, bool is_way_out);
// The interface of the way out, from the system's table of routes; "" = there is none.
void names_way_out(const char *routes, char out[NAMES_INTERFACE_BYTES]);
Hotspot names_hotspot(uint32_t address);

#endif // NET_NAMES_H

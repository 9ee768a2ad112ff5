// cli/facts.c — what the program knows of its own place, for the lamps of a console. Never: repairs anything.
#include "cli/facts.h"
#include "cli/power.h"
#include <sys/statvfs.h>

static int64_t free_bytes(const char *folder) {
    struct statvfs disk;
    if (statvfs(folder, &disk) != 0) return -1;
    return (int64_t)disk.f_bavail * (int64_t)disk.f_frsize;
}

HallFacts facts_of(void *context) {
    Hosting *hosting = context;
    const char *folder = hosting->house->places.data;
    int32_t battery = -1;
    HallPower power = power_look("/sys/class/power_supply", &battery);
    const ServerName *name = &hosting->door.given;
    if (hosting->server) door_look(&hosting->door, hosting->server);
    return (HallFacts){.address = hosting->door.url,
            .network = name->network,
            .power = (uint8_t)power,
            .battery = battery,
            .hotspot = name->hotspot,
            .board = hosting->windows ? hosting->board : NULL,
            .folder = folder,
            .free_bytes = free_bytes(folder),
            .only_here = hosting->door.only_here};
}

// cli/facts.c — what the program knows of its own place, for the lamps of a console. Never: repairs anything.
#include "cli/facts.h"
#include <sys/statvfs.h>

static int64_t free_bytes(const char *folder) {
    struct statvfs disk;
    if (statvfs(folder, &disk) != 0) return -1;
    return (int64_t)disk.f_bavail * (int64_t)disk.f_frsize;
}

HallFacts facts_of(void *context) {
    Hosting *hosting = context;
    const char *folder = hosting->house->places.data;
    const ServerName *name = &hosting->door.given;
    if (hosting->server) door_look(&hosting->door, hosting->server);
    return (HallFacts){.address = hosting->door.url,
            .network = name->network,
            .hotspot = name->hotspot,
            .folder = folder,
            .free_bytes = free_bytes(folder),
            .only_here = hosting->door.only_here};
}

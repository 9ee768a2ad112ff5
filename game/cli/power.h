// cli/power.h — does this machine run on mains or on its battery? Never: a promise how long.
#ifndef CLI_POWER_H
#define CLI_POWER_H
#include "host/hall.h"

// folder: /sys/class/power_supply. percent: of the battery, -1 = there is none or it does not say.
HallPower power_look(const char *folder, int32_t *percent);

#endif // CLI_POWER_H

// model/steer.c — reads of the facilitator's part of a State. Never: writes one.
#include "model/steer.h"

uint32_t steer_own_end(const Steer *steer, int32_t actor) {
    if (steer->base_ms == 0) return 0;
    uint32_t more = 1000u * (steer->grace_s[actor] + (uint32_t)steer->extra_s[actor]);
    if ((steer->grace_twice >> actor) & 1) more += 1000u * steer->length_s;
    return steer->base_ms + more;
}

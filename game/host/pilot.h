// host/pilot.h — will the workshop be over in time, and what would help. Never: acts.
#ifndef HOST_PILOT_H
#define HOST_PILOT_H
#include "host/party.h"

typedef enum PilotLamp { LAMP_NONE, LAMP_GREEN, LAMP_AMBER, LAMP_RED } PilotLamp;

typedef struct Pilot {
    uint8_t lamp;      // PilotLamp; none without a plan
    int32_t left_s;    // forecast of what is left to play, without the debrief
    int32_t debrief_s; // kept for it
    int32_t late_s;    // after the planned finish; below 0: early
    int32_t pace;      // observed to planned, per mille
    int32_t phase_spent_s, phase_planned_s; // of the phase that runs
    int32_t shorten_percent;                // of the planned lengths, so that it fits
    int32_t saves_s[PILOT_COUNT];           // by PilotAction
} Pilot;

Pilot pilot_look(const Party *party);

#endif // HOST_PILOT_H

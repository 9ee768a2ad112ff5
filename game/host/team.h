// host/team.h — who plays an actor together, who looks after what, and moving people. Never: a socket; what a person may do is the gate's.
#ifndef HOST_TEAM_H
#define HOST_TEAM_H
#include "host/party.h"
#include "model/people.h"

// What a seat looks after, as bits 1 << TeamRole; a team of one holds all. Roles move on at half-time.
uint8_t team_roles(const Party *party, int32_t seat);

// Another part for a seat: at once where nothing is sealed (before the start, or when it did not play),
// else when the next step begins. actor NONE: it observes.
MUST_USE bool team_move(
        Party *party, int32_t seat, uint8_t actor, uint8_t team_role, Err *err);
// Moves whose step has come; *moved when there were some.
MUST_USE bool team_settle(Party *party, bool *moved, Err *err);
// The seat is freed; an actor nobody plays any more gets a stand-in, or waits for the start.
MUST_USE bool team_free(Party *party, int32_t seat, Err *err);

// What becomes of one person's Done, or Not done, by the option of the session.
typedef enum TeamSays { TEAM_SAYS_ALL, TEAM_SAYS_HALF, TEAM_SAYS_NOT_YET } TeamSays;
// lead_here: the lead of the team is connected; nobody waits for a lead who is not.
TeamSays team_says(const Party *party, int32_t seat, TeamRule rule, bool lead_here);
// As the facilitator set it.
TeamRule team_rule(const Party *party);
// The seat that leads an actor's team, 0 = nobody plays it.
int32_t team_lead(const Party *party, uint8_t actor);

#endif // HOST_TEAM_H

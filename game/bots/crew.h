// bots/crew.h — plays all seats of a table that are the computer's, until only people are waited for. Never: sends around the door.
#ifndef BOTS_CREW_H
#define BOTS_CREW_H
#include "bots/bot.h"
#include "model/verdict.h"

// The door a crew sends through: a session, or a bare decide in simulations.
typedef struct CrewDoor {
    void *context;
    const State *(*state)(void *context);
    // False when the record failed.
    bool (*submit)(void *context, const Command *command, Verdict *verdict);
} CrewDoor;

typedef struct Crew {
    const Def *def;
    Bot bots[ACTORS_MAX];
    uint8_t holds; // BOT_HOLDS_ of every seat, taken over by crew_reset
    BotDesk desk;
    BotWhy why[ACTORS_MAX]; // of each seat's last act
    Act last[ACTORS_MAX];
    int64_t sent, refused;
} Crew;

// On the heap; NULL never. Free with crew_free.
Crew *crew_make(const Def *def, BotKind kind, uint64_t seed);
void crew_free(Crew *crew);
// Ready for another game without allocating.
void crew_reset(Crew *crew, BotKind kind, uint64_t seed);
// Lets every computer seat act until none has anything to do. False when the door failed.
MUST_USE bool crew_play(Crew *crew, const CrewDoor *door);

#endif // BOTS_CREW_H

// sim/game.h — one whole game played by computer seats in process, without a record. Never: disk, sockets, a person.
#ifndef SIM_GAME_H
#define SIM_GAME_H
#include "bots/crew.h"
#include "rules/txn.h"

struct SimGame;

// Looks at a game whenever a step or a turn has begun. Never sends anything.
typedef struct SimWatch {
    void *context;
    void (*look)(void *context, const struct SimGame *game);
} SimWatch;

// Who plays each seat, where it is not the same for all.
typedef struct SimCast {
    uint8_t kinds[ACTORS_MAX]; // BotKind
    uint8_t script;            // BotScript of seats that are BOT_SCRIPTED
} SimCast;

typedef struct SimGame {
    const Def *def;
    const Hooks *hooks;
    State state;
    EventList ledger; // all events of the game
    Book book;
    HookResult result;
    Crew *crew;
    int64_t commands;    // decided, accepted or not
    bool check;          // state_check after every command
    SimWatch watch;      // look NULL: nobody watches
    const SimCast *cast; // NULL: all as sim_game_play says
    char fault[96];      // what state_check found, "" = nothing
} SimGame;

// On the heap; play as many games with it as you like. hooks may be NULL.
SimGame *sim_game_make(const Def *def, const Hooks *hooks);
void sim_game_free(SimGame *game);
// Plays one game from its seed to the end. False when an invariant broke (fault says which) or the
// game did not end.
MUST_USE bool sim_game_play(SimGame *game, BotKind players, uint64_t seed);
// Sends one command the way sessions do, without a record.
Verdict sim_game_send(SimGame *game, const Command *command);

#endif // SIM_GAME_H

// bots/bot.h — a computer player: what it would do next in the present step, and why. Never: knows what its seat may not see.
#ifndef BOTS_BOT_H
#define BOTS_BOT_H
#include "model/command.h"
#include "model/event.h"
#include "model/reason.h"
#include "model/state.h"
#include "rules/delta.h"

typedef enum BotKind {
    BOT_RANDOM,  // sensible random: side by own wants, acts at random
    BOT_GREEDY,  // the persona "balanced" for everybody
    BOT_PERSONA, // the actor's own persona
    BOT_MIXED,   // BOT_RANDOM or BOT_PERSONA, drawn for each seat and seed
    BOT_SCRIPTED, // a reformer that plays one BotScript with the others of its kind, for balance reports
} BotKind;

// How a group of reformers plays: all see the whole table and each other's plans, because
// they measure a case and are not met at a table.
typedef enum BotScript {
    SCRIPT_ELITE,  // behind closed doors
    SCRIPT_STREET, // heat
    SCRIPT_MEDIA,  // the public
    SCRIPT_LAW,    // on the record and in court
    SCRIPT_MIXED,  // everything, and care for the own people
    SCRIPT_OVER,   // the same, but for all that anybody wants
    SCRIPT_COUNT,
} BotScript;

enum { // Bot.holds: what a computer player leaves out, so that a balance report can compare
    BOT_HOLDS_POINTS = 1, // points of power, roles and minutes
    BOT_HOLDS_ALL = 2,    // everything but being ready
};

typedef struct BotWhy {
    uint8_t first, second; // ReasonTerm, TERM_NONE when there is no second
} BotWhy;

// Memory a computer player needs while it thinks; large, one for a whole table is enough.
typedef struct BotDesk {
    State believed, tried;
    EventList events;
    Book book;
    Act options[512];
} BotDesk;

typedef struct Bot {
    uint8_t actor, kind; // BotKind, not BOT_MIXED
    uint8_t holds;       // BOT_HOLDS_
    uint8_t stands_in; // SeatPolicy while it plays for a person who is away, else POLICY_NONE
    uint8_t script;    // BotScript of BOT_SCRIPTED
    uint16_t fellows; // BOT_SCRIPTED: mask of all that play it
    uint64_t seed;    // of the session
    Rng rng; // seeded anew in each step, so that what is left out of one step does not shift the next
    uint16_t at;      // round << 8 | phase << 2 | sub it last looked at
    uint8_t sent;     // acts it sent in this step
    uint8_t recorded; // 1: it has written the minutes of this step
} Bot;

Bot bot_make(uint8_t actor, BotKind kind, uint64_t seed);
// The next command of this seat; false when it has nothing to do now. It never sends what the gate
// closes. why is filled for acts.
bool bot_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out,
        BotWhy *why);
// How a game ended for a seat, for comparing games: is its public goal met, and the terms of its own
// persona that need no estimate (text and standing), weighted. Larger is better.
int64_t bot_outcome(const Def *def, const State *state, uint8_t actor, bool *met);

#endif // BOTS_BOT_H

// model/command.h — what a seat or the facilitator asks for. Never: trusted before gate_check.
#ifndef MODEL_COMMAND_H
#define MODEL_COMMAND_H
#include "model/deal.h"
#include "model/move.h"

typedef enum CommandKind {
    COMMAND_NONE = 0,
#define COMMAND(id, name, who, holds) COMMAND_##id,
#include "model/commands.def"
#undef COMMAND
    COMMAND_COUNT
} CommandKind;

// `who` of the console's commands: below it the place of a person, from it on an actor.
// Command.at_phase of who looked at the lobby or the brief; NONE is anybody who does not say.
enum { AT_BEFORE = 254 };
enum { WHO_AN_ACTOR = SEATS_MAX, GRACE_TWICE = -2 };

// Who sends for a seat that is not its person.
typedef enum CommandBy { SENT_BY_SEAT, SENT_BY_CONSOLE, SENT_BY_STAND_IN } CommandBy;

// What the record says beside the command; the session fills it in, and from the record when it is read.
typedef struct CommandStamp {
    bool person;      // a person's own device sent it
    uint32_t game_ms; // session clock
    int32_t seq;      // of the last batch
    int32_t to;       // batch a rewind leads to, -1 = none
} CommandStamp;

// at_round, at_phase, at_sub: the step the sender looked at; a late tap never lands in the next step.
// at_phase NONE = not checked (console, tests).
typedef struct Command {
    uint8_t kind; // CommandKind
    uint8_t actor; // the seat's actor; NONE for the console. The seat comes from the connection.
    uint8_t at_round, at_phase, at_sub;
    uint8_t by;      // CommandBy
    uint16_t reason; // id of why the console does this, 0 = not said
    int16_t a, b, c, d;
    union {
        Act act; // COMMAND_ACT, COMMAND_CONSENT_ASK: move, target, side, bid, token, asked, words
        Deal deal; // COMMAND_DEAL_OFFER
    };
    CommandStamp stamp;
} Command;

// Name on the wire and back; COMMAND_NONE for an unknown name.
const char *command_name(CommandKind kind);
CommandKind command_of_name(const char *name);
// True when only the console may send it.
bool command_is_console(CommandKind kind);
// True for what a person's seat may send whatever it plays, also in a pause; the actor is NONE.
bool command_is_person(CommandKind kind);
// True when it holds an act.
bool command_holds_act(CommandKind kind);

#endif // MODEL_COMMAND_H

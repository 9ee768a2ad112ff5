// wire/console.h — console.def as data: names, arguments and help of every verb of the facilitator, and its words read into a Command. Never: judges it.
#ifndef WIRE_CONSOLE_H
#define WIRE_CONSOLE_H
#include "model/command.h"
#include "model/def.h"
#include "wire/message.h"

typedef enum ConsoleVerb {
#define VERB(id, name, cap, how, command, undo, help) CONSOLE_##id,
#define ARG(verb, name, kind, field, must, range, help)
#include "wire/console.def"
#undef VERB
#undef ARG
    CONSOLE_COUNT
} ConsoleVerb;

typedef enum ConsoleCap { CONSOLE_F, CONSOLE_C } ConsoleCap;
typedef enum ConsoleHow { CONSOLE_GAME, CONSOLE_HOUSE, CONSOLE_ASK } ConsoleHow;

typedef enum ConsoleKind {
    ARG_WHO,
    ARG_SEAT,
    ARG_SEATS,
    ARG_ACTOR,
    ARG_HAPPENING,
    ARG_COUNT,
    ARG_TIME,
    ARG_HOUR,
    ARG_WORD,
    ARG_GRACE,
    ARG_CELL,
    ARG_TRACK,
    ARG_STEP,
    ARG_ACT,
    ARG_OPTION,
    ARG_VALUE,
    ARG_KNOB,
    ARG_TEXT,
} ConsoleKind;

typedef enum ConsoleField { IN_A, IN_B, IN_C, IN_D, IN_WORDS, IN_NONE } ConsoleField;

typedef struct ConsoleRow {
    const char *name; // "soft_close"
    uint8_t cap, how; // ConsoleCap, ConsoleHow
    uint8_t command;  // CommandKind, COMMAND_NONE for the host's own
    const char *undo, *help;
} ConsoleRow;

typedef struct ConsoleArg {
    uint8_t verb, kind, field; // ConsoleVerb, ConsoleKind, ConsoleField
    bool must;
    const char *name, *range, *help;
} ConsoleArg;

const ConsoleRow *console_row(ConsoleVerb verb);
// "pause" or "console.pause"; CONSOLE_COUNT for an unknown one.
ConsoleVerb console_of_name(const char *name);
// The arguments of a verb, in their order.
const ConsoleArg *console_args(ConsoleVerb verb, int32_t *count);
// One argument as a person writes it, "5m" or "soft" or "3". before: the field read before it (the
// option of a value). STEP fills two numbers. False when it means nothing here.
MUST_USE bool console_read_word(const Def *def, const ConsoleArg *arg, int16_t before,
        const char *text, int16_t out[2]);
// The arguments of a GAME or ASK verb into the fields of a Command. False: where names the argument.
MUST_USE bool console_read(const Def *def, const Message *message, ConsoleVerb verb,
        Command *command, char where[40]);

#endif // WIRE_CONSOLE_H

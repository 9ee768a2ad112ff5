// model/command.c — commands.def as tables. Never: judges a command.
#include "model/command.h"
#include <string.h>

enum { WHO_ACTOR, WHO_CONSOLE, WHO_EITHER, WHO_PERSON };

static const struct {
    const char *name;
    int who;
} rows[COMMAND_COUNT] = {
#define COMMAND(id, name, who, holds) [COMMAND_##id] = {name, WHO_##who},
#include "model/commands.def"
#undef COMMAND
};

const char *command_name(CommandKind kind) {
    return rows[kind].name ? rows[kind].name : "";
}

CommandKind command_of_name(const char *name) {
    for (int kind = 1; kind < COMMAND_COUNT; kind++) {
        if (strcmp(rows[kind].name, name) == 0) return (CommandKind)kind;
    }
    return COMMAND_NONE;
}

bool command_is_console(CommandKind kind) { return rows[kind].who == WHO_CONSOLE; }

bool command_is_person(CommandKind kind) { return rows[kind].who == WHO_PERSON; }

bool command_holds_act(CommandKind kind) {
    return kind == COMMAND_ACT || kind == COMMAND_CONSENT_ASK;
}

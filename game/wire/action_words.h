// wire/action_words.h — the words acts are named by on the wire, one table for who reads and who writes them. Never: what an act does.
#ifndef WIRE_ACTION_WORDS_H
#define WIRE_ACTION_WORDS_H
#include "model/command.h"

enum { ACTION_KEYS = 4 };

// A row of actions.def: keys[i] is the argument that becomes field a, b, c or d.
typedef struct ActionRow {
    const char *name;
    CommandKind kind;
    const char *keys[ACTION_KEYS];
} ActionRow;

const ActionRow *action_rows(int32_t *count);
// What goes with the words of a point: 0 nothing (""), 1 "story", 2 "evidence".
const char *action_token_name(uint8_t token);
uint8_t action_token_of(const char *name);

#endif // WIRE_ACTION_WORDS_H

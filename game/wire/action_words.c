// wire/action_words.c — the rows of actions.def and the names of tokens as data. Never: reads a message.
#include "wire/action_words.h"
#include <string.h>

// clang-format off
static const ActionRow ROWS[] = {
#define ACTION(name, kind, a, b, c, d) {name, COMMAND_##kind, {a, b, c, d}},
#include "wire/actions.def"
#undef ACTION
};
// clang-format on

static const char *const TOKENS[] = {"", "story", "evidence"};

const ActionRow *action_rows(int32_t *count) {
    *count = (int32_t)ARRAY_COUNT(ROWS);
    return ROWS;
}

const char *action_token_name(uint8_t token) {
    return token < ARRAY_COUNT(TOKENS) ? TOKENS[token] : "";
}

uint8_t action_token_of(const char *name) {
    for (uint8_t token = 1; token < ARRAY_COUNT(TOKENS); token++) {
        if (strcmp(TOKENS[token], name) == 0) return token;
    }
    return 0;
}

// model/option.c — options.def as a table. Never: holds a value (State does).
#include "model/option.h"
#include <string.h>

static const OptionRow rows[OPTION_COUNT] = {
#define OPTION(id, key, values, standard, help)                                            \
    [OPTION_##id] = {key, values, help, standard},
#include "model/options.def"
#undef OPTION
};

const OptionRow *option_row(OptionId id) { return &rows[id]; }

OptionId option_of_key(const char *key) {
    for (int32_t id = 0; id < OPTION_COUNT; id++) {
        if (strcmp(rows[id].key, key) == 0) return (OptionId)id;
    }
    return OPTION_COUNT;
}

int32_t option_place(const char *values, const char *word) {
    size_t length = strlen(word);
    int32_t place = 0;
    for (const char *at = values; at; place++) {
        const char *end = strchr(at, '|');
        size_t size = end ? (size_t)(end - at) : strlen(at);
        if (size == length && strncmp(at, word, size) == 0) return place;
        at = end ? end + 1 : NULL;
    }
    return -1;
}

int32_t option_values(const char *values) {
    int32_t count = 1;
    for (const char *at = values; *at; at++)
        count += *at == '|';
    return count;
}

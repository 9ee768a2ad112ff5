// model/option.h — the settings of a session by name. Never: what they do.
#ifndef MODEL_OPTION_H
#define MODEL_OPTION_H
#include "base/core.h"

typedef enum OptionId {
#define OPTION(id, key, values, standard, help) OPTION_##id,
#include "model/options.def"
#undef OPTION
    OPTION_COUNT
} OptionId;

typedef struct OptionRow {
    const char *key, *values, *help; // values: "off|on"
    int32_t standard;
} OptionRow;

const OptionRow *option_row(OptionId id);
// By its key; OPTION_COUNT for an unknown one.
OptionId option_of_key(const char *key);
// Place of a word in "a|b|c", -1 when it is none of them.
int32_t option_place(const char *values, const char *word);
// How many words there are in "a|b|c".
int32_t option_values(const char *values);

#endif // MODEL_OPTION_H

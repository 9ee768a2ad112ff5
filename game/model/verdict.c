// model/verdict.c — verdicts.def as a table. Never: a second list of reasons.
#include "model/verdict.h"
#include <string.h>

static const struct {
    const char *code, *sentence;
} rows[VERDICT_COUNT] = {
#define VERDICT(id, code, sentence) {code, sentence},
#include "model/verdicts.def"
#undef VERDICT
};

const char *verdict_code(VerdictCode code) { return rows[code].code; }

const char *verdict_sentence(VerdictCode code) { return rows[code].sentence; }

VerdictCode verdict_of_code(const char *code) {
    for (int i = 0; i < VERDICT_COUNT; i++) {
        if (strcmp(rows[i].code, code) == 0) return (VerdictCode)i;
    }
    return VERDICT_BAD_COMMAND;
}

// model/verdict.h — the answer to an act: open, or closed with its reason. Never: a text (the catalogue has one for each code).
#ifndef MODEL_VERDICT_H
#define MODEL_VERDICT_H
#include "model/move.h"

typedef enum VerdictCode {
#define VERDICT(id, code, sentence) VERDICT_##id,
#include "model/verdicts.def"
#undef VERDICT
    VERDICT_COUNT
} VerdictCode;

typedef struct Verdict {
    uint16_t code;      // VerdictCode
    int16_t need, have; // whole points
    uint16_t cell;      // the number meant by {number}, UINT16_MAX = none
    Thing thing;        // {actor} and the like
    TextId text;        // the pack's own sentence, 0 = none
} Verdict;

static inline Verdict verdict_ok(void) { return (Verdict){.cell = UINT16_MAX}; }
static inline Verdict verdict_no(VerdictCode code) {
    return (Verdict){.code = (uint16_t)code, .cell = UINT16_MAX};
}
static inline Verdict verdict_need(VerdictCode code, int32_t need, int32_t have) {
    return (Verdict){.code = (uint16_t)code,
            .need = (int16_t)need,
            .have = (int16_t)have,
            .cell = UINT16_MAX};
}
// Code on the wire ("need_time") and the English sentence with its {…}.
const char *verdict_code(VerdictCode code);
const char *verdict_sentence(VerdictCode code);
VerdictCode verdict_of_code(const char *code);

#endif // MODEL_VERDICT_H

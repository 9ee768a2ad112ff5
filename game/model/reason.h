// model/reason.h — what a computer player chose an act for: two terms of its score, packed into one byte of the act. Never: words.
#ifndef MODEL_REASON_H
#define MODEL_REASON_H
#include "model/limits.h"
#include <stdbool.h>
#include <stdint.h>

// Terms of a persona's score that a choice moved most; for "why did it do that".
typedef enum ReasonTerm {
    TERM_NONE,
    TERM_SUBSTANCE,
    TERM_COALITION,
    TERM_MONEY,
    TERM_CAUTION,
    TERM_RECIPROCITY,
    TERM_MANDATE,
    TERM_AUDIENCE, // TERM_AUDIENCE + audience index
} ReasonTerm;

enum { REASON_BITS = 4, REASON_MASK = 15, REASON_TERMS = TERM_AUDIENCE + AUDIENCES_MAX };

_Static_assert(REASON_TERMS <= REASON_MASK + 1, "a term must fit in half a byte");

// Act.why; 0 = nothing is known of why.
static inline uint8_t reason_pack(uint8_t first, uint8_t second) {
    return (uint8_t)(first << REASON_BITS | second);
}
static inline uint8_t reason_first(uint8_t why) { return (uint8_t)(why >> REASON_BITS); }
static inline uint8_t reason_second(uint8_t why) { return why & REASON_MASK; }
// A second term comes only after a first, and both must be terms.
static inline bool reason_is_good(uint8_t why) {
    return reason_first(why) < REASON_TERMS && reason_second(why) < REASON_TERMS
           && (reason_first(why) != TERM_NONE || reason_second(why) == TERM_NONE);
}

#endif // MODEL_REASON_H

// model/ask.h — the answers a move's question can have, counted through in one order. Never: whether an answer is open (rules/gate.h).
#ifndef MODEL_ASK_H
#define MODEL_ASK_H
#include "model/def.h"

// Answers of one question, and the n-th of them, 0..count-1.
int32_t ask_count(const Def *def, const Ask *ask);
int16_t ask_answer(const Def *def, const Ask *ask, int32_t n);
// The first answer; what stands in an act before the player has picked one.
int16_t ask_first(const Def *def, const Ask *ask);
bool ask_is_answer(const Def *def, const Ask *ask, int32_t value);
// The thing an answer names; KIND_NONE for numbers, words, and "none" among several kinds.
Thing ask_thing(const Ask *ask, int32_t value);
// The author's own word for an answer; NULL where it has none (numbers, things).
const AskWord *ask_word(const Def *def, const Ask *ask, int32_t value);

// The answer a word names: one of its own words, the id of a thing, or "none"; false when there is none.
bool ask_named(const Def *def, const Ask *ask, const char *word, int16_t *out);

#endif // MODEL_ASK_H

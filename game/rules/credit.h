// rules/credit.h — whose words they were: author, the partner who voiced them, the minute-taker. Never: what words move.
#ifndef RULES_CREDIT_H
#define RULES_CREDIT_H
#include "model/event.h"
#include "model/state.h"

enum { CREDITS_MAX = 3 };

// Author and who voiced the words, half each; one alone when they are the same. Returns how many.
int32_t credit_words(const Utterance *u, Author authors[CREDITS_MAX]);
// The same for echo and playback: the minute-taker has its part (COEF_AUTHOR_CREDIT).
int32_t credit_record(const Def *def, const Utterance *u, Author authors[CREDITS_MAX]);

#endif // RULES_CREDIT_H

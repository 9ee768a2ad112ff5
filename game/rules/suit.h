// rules/suit.h — a claim before a court, worked on round by round until it is granted or lapses. Never: votes (decision.c).
#ifndef RULES_SUIT_H
#define RULES_SUIT_H
#include "model/verdict.h"
#include "rules/effect.h"

// Arena of the court that hears a claim, NONE without; progress it asks for.
uint8_t suit_court(const Def *def, int32_t claim);
int32_t suit_needs(const Def *def, const State *state, int32_t claim);
// Whether the claim can be brought or taken on.
Verdict suit_may(const Def *def, const State *state, int32_t claim);
// Change word suit: work on a claim, so much progress.
void suit_word(Txn *txn, Book *book, Effect *effect, const Change *change);
// After pressure is settled: claims that have come far enough are granted, neglected ones lapse.
void suit_settle(Txn *txn, Book *book);

#endif // RULES_SUIT_H

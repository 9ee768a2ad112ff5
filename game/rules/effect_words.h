// rules/effect_words.h — change words that are not numbers: tell, reveal, happen, lock, position and the like. Never: numbers (effect.h).
#ifndef RULES_EFFECT_WORDS_H
#define RULES_EFFECT_WORDS_H
#include "rules/effect.h"

// Carries out one change word at once. Fields by op (Change.a, b, c; who; toward; amount):
//   tell: a text, who = to whom, b fills {who} (kind * 256 + index, -1: who acts), amount fills {n}   reveal: a = FACT_STANCE 1, values 2,
//   resonance 3, numbers 4, promises 5, hidden 6; who = to whom, toward = of which deciders or actors
//   publish: who   happen: a happening (or window: b = 1), amount = after how many rounds
//   unlock, lock: a move, who, b rounds   finish: a ending   position: who, toward arena, a places or weight (vote)
void effect_word(Txn *txn, Book *book, Effect *effect, const Change *change);

#endif // RULES_EFFECT_WORDS_H

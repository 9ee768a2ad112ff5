// model/guests.h — answers that name several actors at once: which lists are offered. Never: who may be named (the gate).
#ifndef MODEL_GUESTS_H
#define MODEL_GUESTS_H
#include "model/def.h"

// The lists a screen or a computer player goes through: everybody, those the matter affects, each one
// alone. Any other list is as good an answer.
int32_t guests_count(const Def *def);
uint16_t guests_list(const Def *def, int32_t n);
// True for a list that names somebody and nobody who is not there.
bool guests_is_list(const Def *def, int32_t answer);

#endif // MODEL_GUESTS_H

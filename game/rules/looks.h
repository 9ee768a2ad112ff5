// rules/looks.h — what a case looks at when it judges: found once for a case, so that whoever shows it need not ask after every act. Never: a number.
#ifndef RULES_LOOKS_H
#define RULES_LOOKS_H
#include "model/def.h"

typedef struct Looks {
    bool deeds; // a condition or an amount can ask what somebody did
    bool quiet
            [TRACKS_MAX]; // a number that is only shown: nothing is judged by it or paid with it
} Looks;

void looks_of(const Def *def, Looks *out);

#endif // RULES_LOOKS_H

// session/whatif.h — a record played again without somebody or something, everybody else as before: what would be different. Never: changes the record.
#ifndef SESSION_WHATIF_H
#define SESSION_WHATIF_H
#include "session/session.h"

enum { WHATIF_ACTORS_MAX = 12 }; // of all subsets

// What was asked for in a session, from its first batch on.
typedef struct WhatIf WhatIf;

// How a game stands: what passed (a mask of arenas), the ending it would have and the text that held then, and
// what two years later leave of that text.
typedef struct WhatIfEnd {
    uint16_t passed;
    uint8_t ending; // NONE
    uint8_t law[CLAUSES_MAX], later[CLAUSES_MAX];
} WhatIfEnd;

// Reads the record. On the heap; NULL with err. The config's journal stays the caller's.
MUST_USE WhatIf *whatif_open(const SessionConfig *config, Err *err);
void whatif_free(WhatIf *whatif);
// Commands in the record, and one of them: who asked (NONE: the console), and when.
int32_t whatif_count(const WhatIf *whatif);
const Command *whatif_command(const WhatIf *whatif, int32_t place);
// Plays it again without what these actors did, and without one command (-1: all of them). Being ready with a
// step stays, so that steps close as they did.
void whatif_play(WhatIf *whatif, uint16_t without, int32_t without_one, WhatIfEnd *out);
// Per mille of whether anything passed (0 or 1 for each subset of actors), shared out over the actors by what each
// adds on average over all orders in which they could have come (Shapley). False above WHATIF_ACTORS_MAX actors.
MUST_USE bool whatif_shares(WhatIf *whatif, int32_t out[ACTORS_MAX]);

#endif // SESSION_WHATIF_H

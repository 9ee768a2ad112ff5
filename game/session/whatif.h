// session/whatif.h — a record played again without somebody or something, everybody else as before: what would be different. Never: changes the record.
#ifndef SESSION_WHATIF_H
#define SESSION_WHATIF_H
#include "session/session.h"

enum {
    WHATIF_ACTORS_MAX = 12,
    WHATIF_MOMENTS = 5
}; // of all subsets; acts that decided most

// What was asked for in a session, from its first batch on.
typedef struct WhatIf WhatIf;

// How a game stands: what passed (a mask of arenas), the ending it would have and the text that held then, and
// what two years later leave of that text.
typedef struct WhatIfEnd {
    uint16_t passed;
    uint8_t ending; // NONE
    uint8_t law[CLAUSES_MAX], later[CLAUSES_MAX];
} WhatIfEnd;

// A command, and how much would be different without it.
typedef struct WhatIfMoment {
    int32_t place, weight;
    WhatIfEnd end;
} WhatIfMoment;

// Reads the record. On the heap; NULL with err. The config's journal stays the caller's.
MUST_USE WhatIf *whatif_open(const SessionConfig *config, Err *err);
void whatif_free(WhatIf *whatif);
// Commands in the record, and one of them: who asked (NONE: the console), and when.
int32_t whatif_count(const WhatIf *whatif);
const Command *whatif_command(const WhatIf *whatif, int32_t place);
// The round it was asked for in: known once everything was played again with nothing left out.
int32_t whatif_round(const WhatIf *whatif, int32_t place);
// Plays it again without what these actors did, and without one command (-1: all of them). Being ready with a
// step stays, so that steps close as they did.
void whatif_play(WhatIf *whatif, uint16_t without, int32_t without_one, WhatIfEnd *out);
// Per mille of whether anything passed (0 or 1 for each subset of actors), shared out over the actors by what each
// adds on average over all orders in which they could have come (Shapley). False above WHATIF_ACTORS_MAX actors.
MUST_USE bool whatif_shares(WhatIf *whatif, int32_t out[ACTORS_MAX]);
// The same in pieces, for who must not wait: how many subsets there are (0 above WHATIF_ACTORS_MAX actors), whether
// anything passes with the actors of one, and the shares once all subsets are known, each at its own place.
int32_t whatif_subsets(const WhatIf *whatif);
MUST_USE bool whatif_passes(WhatIf *whatif, uint16_t there);
void whatif_share_out(const WhatIf *whatif, const uint8_t *passes, int32_t out[ACTORS_MAX]);
// Something an actor did, and not only that it was ready.
MUST_USE bool whatif_is_deed(const WhatIf *whatif, int32_t place);
// How far two ends lie apart: what passed before the ending, the ending before a level of the text.
int32_t whatif_difference(const Def *def, const WhatIfEnd *a, const WhatIfEnd *b);
// Takes a moment into the list if it weighs enough; the heaviest stand first, of equals the earlier.
void whatif_moments_keep(WhatIfMoment best[WHATIF_MOMENTS], const WhatIfMoment *moment);

#endif // SESSION_WHATIF_H

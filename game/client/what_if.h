// client/what_if.h — what the page "What if" shows: the game as it was played, and played again without a team or an act. Never: works anything out.
#ifndef CLIENT_WHAT_IF_H
#define CLIENT_WHAT_IF_H
#include "model/limits.h"
#include <stdbool.h>
#include <stdint.h>

enum { WHAT_IF_ACTS = 5 };

// Of what kind an act was.
typedef enum WhatIfDeed {
    WHAT_IF_OTHER,
    WHAT_IF_MOVE, // its name and what it was about stand in WhatIfRow.what
    WHAT_IF_VOTE,
    WHAT_IF_DEAL,
    WHAT_IF_GROUP,
    WHAT_IF_TALK
} WhatIfDeed;

// How it ended, or would have.
typedef struct WhatIfRow {
    bool known;         // it was played again already
    uint8_t actor;      // who was left out, or whose act
    uint8_t deed;       // WhatIfDeed, of an act
    int32_t round;      // and its round
    const char *what;   // and its name, "" = none
    const char *passed; // where something was decided, "" = nowhere
    const char *ending; // "" = none
    uint8_t law[CLAUSES_MAX];
} WhatIfRow;

typedef struct WhatIfClause {
    const char *name;
    const char *levels[LEVELS_MAX];
    int32_t levels_count;
} WhatIfClause;

typedef struct WhatIfView {
    int32_t done, of; // games played again so far
    WhatIfRow played, teams[ACTORS_MAX], acts[WHAT_IF_ACTS];
    const char *names[ACTORS_MAX];
    int32_t teams_count, acts_count;
    bool acts_known, shares_known,
            shares_never;       // shares_never: too many teams to share out
    int32_t shares[ACTORS_MAX]; // per mille of that anything passed
    const WhatIfClause *clauses;
    int32_t clauses_count;
} WhatIfView;

#endif // CLIENT_WHAT_IF_H

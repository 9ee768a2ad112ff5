// rules/worth.h — what ledger lines are worth as influence, so that shares can be compared. Never: changes a State.
#ifndef RULES_WORTH_H
#define RULES_WORTH_H
#include "model/event.h"
#include "model/state.h"

// Influence units times 100, by author; on[a][b]: those of a on deciders that b owns.
typedef struct Worth {
    int64_t by[ACTORS_MAX];
    int64_t on[ACTORS_MAX][ACTORS_MAX];
} Worth;

// Units times 100 of one event, whoever its authors are; 0 for what moves nobody.
int64_t worth_of(const Def *def, const Event *event);
// Adds an event to its authors, by their shares. Start from a zeroed Worth; any order of events.
void worth_add(const Def *def, const Event *event, Worth *worth);
// Exercised share of each actor, per mille of all to nearest; out has ACTORS_MAX places. All 0 when
// nobody moved anything.
void worth_shares(const Worth *worth, int32_t *out);

#endif // RULES_WORTH_H

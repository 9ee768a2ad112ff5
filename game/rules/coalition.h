// rules/coalition.h — how well coalitions hold, and who works for them. Never: joint pressure (pressure.h).
#ifndef RULES_COALITION_H
#define RULES_COALITION_H
#include "rules/delta.h"
#include "rules/txn.h"

// Books what each coalition gains and loses in a round by itself; what acts of the round change is
// booked by the acts. Reads the ACT events of this step's batch.
void coalition_settle(Txn *txn, Book *book);
// Mean trust between members, tenths.
int32_t coalition_average_trust(const Def *def, const State *state, uint16_t members);
// Cohesion a coalition of these members begins with, tenths.
int32_t coalition_start_cohesion(const Def *def, const State *state, uint16_t members);
// Standing of a coalition with an audience, tenths: (2 x mean + lowest) / 3, more or less with an
// affected member in front.
int32_t coalition_standing(
        const Def *def, const State *state, int32_t slot, uint8_t audience);
// coalition_agenda.c: the target of one clause from the asks of members, by the coalition's rule; NONE
// when nobody whose ask counts has asked.
uint8_t coalition_target(const Def *def, const State *state, int32_t slot, int32_t clause);
// Whether targets that stand may be set anew: after half-time, or when a member convened.
bool coalition_may_revise(const Def *def, const State *state, int32_t slot);
// Whether the frame of the agenda may be chosen now.
bool coalition_may_frame(const Def *def, const State *state, int32_t slot);
// What closing the agenda now would set: a level for each clause that changes, NONE for the others.
// Returns the levels members are newly outvoted by, each counted once by its largest distance.
int32_t coalition_agenda_next(
        const Def *def, const State *state, int32_t slot, uint8_t targets[CLAUSES_MAX]);
// BACKSTAGE closes: targets, and what being outvoted costs.
void coalition_agenda_close(Txn *txn, int32_t slot);
// A red line of the actor is crossed by some other level of the clause, and not by this one.
bool coalition_line_holds(
        const Def *def, const State *state, uint8_t actor, int32_t clause, int32_t level);

// coalition_life.c: the five conditions of working together.
typedef enum CoalitionLight {
    LIGHT_AGENDA,
    LIGHT_MEASURE,
    LIGHT_DIFFERENT,
    LIGHT_EVERYBODY,
    LIGHT_BACKBONE,
    LIGHT_COUNT
} CoalitionLight;
bool coalition_light(
        const Def *def, const State *state, int32_t slot, CoalitionLight light);
// What its members did this round leaves marks: measured, convened, worked together, stuck.
void coalition_note_round(Txn *txn, int32_t slot, bool worked);
// The lead spends the pool; others while most members let them.
bool coalition_may_spend(const State *state, int32_t slot, uint8_t actor);
// Cohesion of the coalitions the pack starts with, at the end of BRIEF.
void coalition_begin(Txn *txn);
// BACKSTAGE ends: foundings, joinings, agendas.
void coalition_close(Txn *txn, Book *book);
// A meeting's words against agendas, and disputes survived; into the book.
typedef struct WordPull {
    uint8_t actor, clause;
    int8_t direction;
    uint8_t strength;
} WordPull;
void coalition_words(Txn *txn, Book *book, const WordPull *pulls, int32_t count);
// Takes members out; it ends with fewer than two. by: who did it, or NONE.
void coalition_shrink(Txn *txn, int32_t slot, uint16_t gone, uint8_t by);
// coalition_split.c: cohesion is so low that members are asked to stay or go.
bool coalition_may_split(const Def *def, const State *state, int32_t slot);
void coalition_split_ask(Txn *txn); // BACKSTAGE opens
void coalition_split_run(Txn *txn, Book *book, const OpenChoice *card);
// Slot of a coalition both belong to, or NONE.
uint8_t coalition_shared(const State *state, uint8_t one, uint8_t other);

#endif // RULES_COALITION_H

// rules/motion.h — a change of an arena's rules: tabled, put to those with a vote at its next meeting, carried or lost. Never: what a deck charges for it.
#ifndef RULES_MOTION_H
#define RULES_MOTION_H
#include "model/verdict.h"
#include "rules/effect.h"

// Whether this change of the arena's rules could be made now; the first reason against it otherwise.
Verdict motion_may(
        const Def *def, const State *state, uint8_t arena, MotionKind what, int32_t how);
// The motion a change word means: which arena, what and how; MOTION_NONE when it means none.
typedef struct MotionAsk {
    uint8_t arena, what;
    int16_t how;
} MotionAsk;
MotionAsk motion_asked(Effect *effect, const Change *change);
// Change word motion: tables it for the next meeting of the arena; nothing when there is no room or it
// could not be made.
void motion_word(Txn *txn, Effect *effect, const Change *change);
// A meeting opens: motions of its arena are put to those with a vote there.
void motion_open(Txn *txn, uint8_t arena);
// The votes are in: a simple majority of votes cast carries it.
void motion_decide(Txn *txn, Book *book, const OpenChoice *card);
// Rule by which the arena decides now, or NULL.
const DecisionRule *motion_rule_of(const Def *def, const State *state, uint8_t arena);

#endif // RULES_MOTION_H

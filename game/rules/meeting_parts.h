// rules/meeting_parts.h — what the files of the meeting share: who sits there, voice, dropped acts. Never: included outside meeting.c, speech.c, record.c, reflect.c.
#ifndef RULES_MEETING_PARTS_H
#define RULES_MEETING_PARTS_H
#include "model/verdict.h"
#include "rules/delta.h"
#include "rules/txn.h"

enum { MEETING_ACTS_MAX = ACTORS_MAX * PLAN_MAX, UTTERANCE_STRENGTH_MAX = 8 };

// Arena of the meeting that is open now, NONE between meetings.
uint8_t meeting_arena(const State *state);
// Voice of every actor filled up for the next meeting; what was not spent lapses.
void meeting_refill(Txn *txn);
// Takes the voice an act costs: its bid, else the point's fixed voice.
void meeting_pay_voice(Txn *txn, const Act *act);
// Acts on all lists in the order of actors and lists, numbered anew in that order, so that it does
// not matter who handed in first. Returns how many.
int32_t meeting_acts(const Txn *txn, Act acts[MEETING_ACTS_MAX]);
// Judges the act once more; when it cannot be paid any more it is dropped and told why.
bool meeting_payable(Txn *txn, const Act *act);

#endif // RULES_MEETING_PARTS_H

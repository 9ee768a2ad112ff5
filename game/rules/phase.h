// rules/phase.h — which step the game is in, and what happens when one closes and the next opens. Never: the content of a step.
#ifndef RULES_PHASE_H
#define RULES_PHASE_H
#include "rules/delta.h"
#include "rules/txn.h"

// Emits STEP for the next step and runs what it does on entry; goes on as long as nobody is waited for.
void phase_start(Txn *txn);   // LOBBY -> BRIEF
void phase_advance(Txn *txn); // closes the present step whatever is missing
// After any command: closes the step when everybody who is waited for is ready.
void phase_settle(Txn *txn);
// Ends the game now: last rules, ending, DEBRIEF.
void phase_finish(Txn *txn);

// What the steps do; each in its own file. book is scratch for them.
void news_run(Txn *txn, Book *book);    // news.c
void resolve_run(Txn *txn, Book *book); // resolve.c
// Pays, prepares and presses the lists as they stand (steps 0 to 9), for who thinks ahead on a copy.
void resolve_try(Txn *txn, Book *book);
void resolve_end(Txn *txn,
        Book *book); // its steps from settling cohesion on; formats without it end a round so
void backstage_open(Txn *txn);              // backstage.c
void backstage_close(Txn *txn, Book *book); // founds and joins (8.1), splits
void reflect_close(Txn *txn, Book *book);   // reflect.c: ratings, credit
void brief_close(Txn *txn, Book *book);     // reflect.c: expectations become trust
// Meetings. meeting_plan chooses the arenas that meet this round; the others run one sub-step
// of the open meeting on closing it.
void meeting_plan(Txn *txn); // meeting.c: writes State.meetings through events
void meeting_open(Txn *txn, int32_t number);    // step 0 and sub-step roles
void meeting_roles_close(Txn *txn, Book *book); // roles given, agenda set
void meeting_speech_close(Txn *txn,
        Book *book); // speech.c: questions, strengths, resistance, wording, adoption, trust
void meeting_record_close(Txn *txn, Book *book); // record.c: minutes; MEETING_CLOSED
// Whom a step waits for.
uint16_t meeting_waits_for(const Def *def, const State *state); // for the present sub-step
uint16_t choice_waits_for(const State *state);                  // open choices
// Answers every open choice that nobody answered with its default.
void choice_defaults(Txn *txn, Book *book); // choice.c

// time.c: everybody is ready with a step in which something is decided. False: it closes now; else a moment is left
// in which somebody may take it back.
bool time_all_in(Txn *txn);
// Somebody took it back: the step has its own clock again.
void time_not_all_in(Txn *txn);

#endif // RULES_PHASE_H

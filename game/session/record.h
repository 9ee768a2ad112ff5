// session/record.h — batches of a session written to and read from its journal. Never: included outside session/.
#ifndef SESSION_RECORD_H
#define SESSION_RECORD_H
#include "session/session.h"

// An act its device sent before: seen, with the verdict it got then. False when the record cannot be read.
MUST_USE bool record_seen(const Session *session, const Submission *submission, bool *seen,
        Verdict *verdict, Err *err);
// Takes the seed from the journal's fixed facts; the pack must be the one the session was started with.
MUST_USE bool record_identify(Session *session, Err *err);
// Folds every batch into session->state and compares digests.
MUST_USE bool record_fold(Session *session, Err *err);
// The parts of session.c it needs.
Verdict session_judge(Session *session, const Command *command);
// The game before its first step.
void session_begin(Session *session);
// Events of a batch that was taken before, when a rewind leads forward along a branch.
void session_retake(Session *session, int64_t seq, const EventList *events);
// A batch becomes the past: State and ledger, or the attempt alone when it was refused.
void session_keep(Session *session, const Command *command, Verdict verdict,
        uint32_t game_ms, const EventList *events);

#endif // SESSION_RECORD_H

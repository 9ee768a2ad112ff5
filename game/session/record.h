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
void session_take(Session *session, const EventList *events);
void session_note_refusal(Session *session, const Command *command, Verdict verdict);

#endif // SESSION_RECORD_H

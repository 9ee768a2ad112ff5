// session/own_words.h — what people wrote themselves: names for the wall, free text of deals. Never: changes a number, or stands in a batch.
#ifndef SESSION_OWN_WORDS_H
#define SESSION_OWN_WORDS_H
#include "session/session.h"

// Prepares a person's words for the command of a submission: normal form, no control or direction signs,
// at most as many letters as the move takes. False when there is nothing to keep. On true the command
// carries their id, and *out is what the journal keeps beside the batch.
bool own_words_take(Session *session, const Submission *submission, Command *command,
        JournalWords *out);
// A refused command speaks of no words.
void own_words_drop(Command *command);
// Remembers accepted words; called once the batch is on disk.
void own_words_keep(Session *session, const JournalWords *words);
// Reads the words of an old session that its events speak of.
MUST_USE bool own_words_load(Session *session, Err *err);
// The words behind an id, "" when there are none or they were erased.
const char *own_words_text(const Session *session, uint16_t id);

#endif // SESSION_OWN_WORDS_H

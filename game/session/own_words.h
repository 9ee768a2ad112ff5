// session/own_words.h — what people wrote themselves: names, labels, whispers, journals, notes. Never: changes a number, or stands in a batch.
#ifndef SESSION_OWN_WORDS_H
#define SESSION_OWN_WORDS_H
#include "session/session.h"

// Prepares a person's words for the command of a submission: normal form, no control or direction signs,
// at most as many letters as it may carry. False when there is nothing to keep. On true the command
// carries their id, and *out is what the journal keeps beside the batch.
bool own_words_take(Session *session, const Submission *submission, Command *command,
        JournalWords *out);
// A refused command speaks of no words.
void own_words_drop(Command *command);
// Id of the words a command carries, 0 = none.
uint16_t own_words_id(const Command *command);
enum { OWN_WORDS_MARK = 80 };
// The end of a command's JSON that speaks of words without saying them: nobody can put others in their
// place later.
void own_words_mark(const Digest *commitment, char out[OWN_WORDS_MARK]);
// Remembers accepted words; called once the batch is on disk.
void own_words_keep(Session *session, const JournalWords *words);
// Reads the words of an old session that its events speak of.
MUST_USE bool own_words_load(Session *session, Err *err);
// The words behind an id, "" when there are none, or they are hidden or erased.
const char *own_words_text(const Session *session, uint16_t id);
// Takes words off every screen, or shows them again.
MUST_USE bool own_words_hide(Session *session, uint16_t id, bool hidden, Err *err);
// Ids of everything a person wrote, is called, or was told alone. Returns how many.
int32_t own_words_of(const Session *session, int32_t seat, int64_t *ids, int32_t capacity);
// No byte of these words stays in the session or its file.
MUST_USE bool own_words_erase(
        Session *session, const int64_t *ids, int32_t count, Err *err);

#endif // SESSION_OWN_WORDS_H

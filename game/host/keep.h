// host/keep.h — copies of a session and what is forgotten for good, through its journal. Never: a message; a file it opens itself.
#ifndef HOST_KEEP_H
#define HOST_KEEP_H
#include "host/party.h"

enum { KEEP_NAME_BYTES = PARTY_NAME_BYTES, KEEP_PATH_BYTES = 900, KEEP_COPIES = 3 };

typedef struct KeepErased {
    int32_t words; // texts that were erased
    int32_t left;  // backups that could not be reached
} KeepErased;

// The session's name, "riverside-link-1"; "" when its file does not say.
void keep_name(const Party *party, char out[KEEP_NAME_BYTES]);
// Words, drafts and consents of a person leave the session, its file and its backups. The caller records it.
MUST_USE bool keep_forget(
        Session *session, const Roster *roster, int32_t seat, KeepErased *out, Err *err);
// The folder for backups, kept with the session.
MUST_USE bool keep_choose_place(Party *party, const char *folder, Err *err);
// A copy in the chosen place, of which the last KEEP_COPIES stay. False with err, or without err when no
// place was chosen.
MUST_USE bool keep_backup(Party *party, char path[KEEP_PATH_BYTES], Err *err);
// Saving failed: goes on in a new file in this folder, paused. False with err: nothing changed.
MUST_USE bool keep_elsewhere(
        Party *party, const char *folder, char path[KEEP_PATH_BYTES], Err *err);
// A copy when a round has ended since the last one; a failure is told once by the caller.
MUST_USE bool keep_each_round(Party *party, Err *err);

#endif // HOST_KEEP_H

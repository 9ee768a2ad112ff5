// cli/pseudonym.h — names that people were given in a session, and their numbers in texts that leave it. Never: finds a name that nobody was called in the session.
#ifndef CLI_PSEUDONYM_H
#define CLI_PSEUDONYM_H
#include "session/journal.h"

typedef struct Pseudonym {
    const char *name;
    size_t length;
    int32_t seat;
} Pseudonym;

// Longest first, so that "Amina Diallo" is found before "Amina".
typedef struct Pseudonyms {
    Region region;
    Pseudonym *items;
    int32_t count, capacity;
} Pseudonyms;

// Every label a person has or had, and the longer words in it. False with err when the journal fails.
MUST_USE bool pseudonym_read(Pseudonyms *names, const Journal *journal, Err *err);
// Each of them that stands alone in the text becomes "[3]", the number of the seat.
void pseudonym_apply(const Pseudonyms *names, Buffer *text);
void pseudonym_free(Pseudonyms *names);

#endif // CLI_PSEUDONYM_H

// cli/tongues.h — every language of a case at once, for people who each choose their own. Never: decides what may be seen.
#ifndef CLI_TONGUES_H
#define CLI_TONGUES_H
#include "cli/tongue.h"
#include "host/party.h"

typedef struct TongueBook {
    Tongue tongues[LANGUAGES_MAX];
    const char *codes[LANGUAGES_MAX];
    int32_t count;
} TongueBook;

// The languages a case has words in: `first` when it is one of them, then the source's, then the others.
// The book must not move while it is used.
void tongues_open(
        TongueBook *book, const char *home, const Scenario *scenario, const char *first);
void tongues_close(TongueBook *book);
// The table a party asks; the book must outlive it.
Tongues tongues_table(TongueBook *book);

#endif // CLI_TONGUES_H

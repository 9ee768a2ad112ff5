// cli/record_file.h — session files in the data folder: named, made with the packs they play, opened. Never: a rule.
#ifndef CLI_RECORD_FILE_H
#define CLI_RECORD_FILE_H
#include "cli/places.h"
#include "session/journal.h"

enum { RECORD_FACTS_MAX = 4 };

// What a new session file says about itself for good.
typedef struct RecordWish {
    const Places *places;
    const Scenario *scenario;
    const char *pack, *format; // as they were asked for
    const char *path;          // NULL: the first free name in the data folder
    uint64_t seed;
    JournalFact more[RECORD_FACTS_MAX];
    int32_t more_count;
} RecordWish;

// What a record was started with: the pack's name and its time plan, "" for the case's own. hosted: several
// people's places are in it, so that nobody may look into it as the one player.
typedef struct KeptGame {
    char pack[160], format[PLACES_PLAN_BYTES];
    bool hosted;
} KeptGame;

// A new file with its facts and the bytes of the packs it plays.
MUST_USE bool record_file_create(const RecordWish *wish, Journal *out, Err *err);
// Opens one by its name in the data folder or by its path, and tells what it plays.
MUST_USE bool record_file_open(
        const Places *places, const char *name, Journal *out, KeptGame *kept, Err *err);
// Text of a fact, in the region; "" when there is none.
MUST_USE bool record_file_fact(const Journal *journal, Region *region, const char *key,
        const char **out, Err *err);
// Is there a session of this name in the data folder, or at this path?
MUST_USE bool record_file_named(const Places *places, const char *name);
// Was it opened to people with phones? What does not say that it is one player's counts as theirs.
MUST_USE bool record_file_hosted(const Journal *journal, bool *hosted, Err *err);
Bytes record_file_text(const char *words);

#endif // CLI_RECORD_FILE_H

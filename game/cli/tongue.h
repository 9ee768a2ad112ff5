// cli/tongue.h — the language of one viewer: texts of the pack and of the engine. Never: decides what may be seen.
#ifndef CLI_TONGUE_H
#define CLI_TONGUE_H
#include "base/err.h"
#include "scenario/load.h"
#include "session/say.h"

typedef struct TongueEntry {
    const char *id, *words;
} TongueEntry;

typedef struct Tongue {
    Region region;
    char code[LANGUAGE_BYTES];
    TongueEntry *entries; // engine texts, sorted by id
    int32_t entries_count;
    const Scenario *scenario; // NULL outside a game
} Tongue;

// Reads assets/l10n/CODE.po below home; English needs no file. A language without a file stays English.
void tongue_open(Tongue *tongue, const char *home, const char *code);
void tongue_close(Tongue *tongue);
// Words of an engine text by id; english when there is no translation.
const char *tongue_engine(const Tongue *tongue, const char *id, const char *english);
// The table views need; tongue must outlive it.
Language tongue_language(Tongue *tongue);

#endif // CLI_TONGUE_H

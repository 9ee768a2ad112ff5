// host/views.h — what everybody of a session is shown, as bytes: built when it can have changed, once for all who see the same. Never: sends; knows a connection.
#ifndef HOST_VIEWS_H
#define HOST_VIEWS_H
#include "host/lines.h"
#include "host/marks.h"
#include "session/view.h"
#include "wire/json_patch.h"

// The sections of one viewer in one language. before and patch: the form before the last change, and the way
// from it; who is further behind is sent the whole section.
typedef struct Shown {
    uint8_t who; // an actor, VIEW_BOARD or VIEW_CONSOLE
    char lang[16];
    uint32_t built, stale; // sections that were built; that can have changed since
    Buffer bytes[SECTION_COUNT];
    uint64_t mark[SECTION_COUNT], before[SECTION_COUNT]; // fingerprints
    JsonPatch patch[SECTION_COUNT];
    Lines *lines; // of "news", when it was continued once; NULL = not known
    size_t numbers_at, numbers_length; // of all, in "table"; 0 = not looked for
} Shown;

typedef struct Views {
    Shown **items;
    int32_t count, capacity;
    const Def *def; // whose looks these are, NULL = not found yet
    Looks looks;
    int32_t seen;    // events of the ledger that were marked
    int32_t rewinds; // of the session until then
    int32_t turns;   // of its knobs until then; they stand in every section
} Views;

// What is borrowed to build.
typedef struct ViewsDesk {
    View view;
    Buffer bytes;
} ViewsDesk;

void views_free(Views *views);
void views_desk_free(ViewsDesk *desk);
// Something else changed these sections (bits) for everybody: the clock, people's words.
void views_touch(Views *views, uint32_t sections);
// These sections, up to date. Sections that everybody sees alike are found at the board's.
const Shown *views_of(Views *views, const Session *session, uint8_t who,
        const Language *language, uint32_t sections, ViewsDesk *desk);

#endif // HOST_VIEWS_H

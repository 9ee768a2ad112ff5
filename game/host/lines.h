// host/lines.h — the news of one viewer, continued line by line while nothing but acts comes to them. Never: what a line says, or who may read it (session/view_news.c).
#ifndef HOST_LINES_H
#define HOST_LINES_H
#include "session/view.h"
#include "wire/json_patch.h"

// A line with its own text.
typedef struct Line {
    ViewNews news;
    size_t length; // bytes of its JSON
} Line;

// What the section "news" of a viewer was made from.
typedef struct Lines {
    Line items[VIEW_NEWS_NEW];
    int32_t count;
    int32_t seen; // events of the ledger
    size_t first; // where the first item begins in the section
} Lines;

// What is borrowed to continue.
typedef struct LinesDesk {
    View *view;
    Buffer *bytes;
} LinesDesk;

// Takes over what was just built as the section `news`; NULL when it cannot be continued.
Lines *lines_take(const View *view, int32_t seen, const Buffer *news, Buffer *scratch);
void lines_free(Lines *lines);
typedef enum LinesGrew {
    LINES_LOST, // the section must be built anew, and these lines are of no use any more
    LINES_SAME,
    LINES_MORE, // desk.bytes is the new form, *patch the way to it
} LinesGrew;

// Continues with the events since.
LinesGrew lines_go_on(Lines *lines, const Session *session, uint8_t who,
        const Language *language, const Buffer *news, LinesDesk desk, JsonPatch *patch);

#endif // HOST_LINES_H

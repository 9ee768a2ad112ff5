// session/preview.h — what a command of the facilitator would do, tried on a copy. Never: changes a session.
#ifndef SESSION_PREVIEW_H
#define SESSION_PREVIEW_H
#include "session/say.h"
#include "session/session.h"

enum { PREVIEW_LINES_MAX = 48, PREVIEW_SEEN_MAX = 24 };

typedef struct PreviewLine {
    uint16_t cell;
    int16_t tenths;
} PreviewLine;

typedef struct Preview {
    Verdict verdict;
    int32_t to; // batch a rewind leads to, -1 = it is no rewind
    PreviewLine lines[PREVIEW_LINES_MAX];
    int32_t lines_count;
    uint16_t gains, loses; // actors whose means or standing rise, or fall, all in all
    const char
            *seen[PREVIEW_SEEN_MAX]; // of a rewind: what others have seen and is taken back
    int32_t seen_count;
} Preview;

void preview_try(const Session *session, const Command *command, Preview *out);
// Sentences live in region.
void preview_back(const Session *session, const Command *command, const Language *language,
        Region *region, Preview *out);
// "legitimacy.union.base" by ids.
void preview_path(const Def *def, uint16_t cell, char *out, size_t room);

#endif // SESSION_PREVIEW_H

// session/view.h — what one seat may see, built from an allow-list. Never: sends what is not listed.
#ifndef SESSION_VIEW_H
#define SESSION_VIEW_H
#include "model/view.h"
#include "session/say.h"
#include "session/session.h"
#include "wire/view_json.h"

// Builds the view of an actor's seat in a language. out must be zeroed or an earlier view; its region
// is cleared first and owned by the caller (view_free).
void view_build(const Session *session, uint8_t actor, const Language *language, View *out);
// With the sections: numbers come with the word of their band, and news of all rounds.
enum { VIEW_IN_FULL = 1 << 30 };
// Instead of the section "table": only the numbers of all.
enum { VIEW_NUMBERS = 1 << 29 };

// Only what these sections (bits of wire/sections.def) need; the rest stays empty. actor may be VIEW_BOARD
// or VIEW_CONSOLE.
void view_build_some(const Session *session, uint8_t actor, const Language *language,
        uint32_t sections, View *out);
void view_free(View *view);
// What event number `place` adds to the news of this viewer; false: nothing. Its text lives in the region of `desk`.
bool view_news_line(const Session *session, uint8_t actor, const Language *language,
        int32_t place, View *desk, ViewNews *line);
// Would two lines be told as one that is counted?
bool view_news_same(const ViewNews *a, const ViewNews *b);
// Lines there are when the oldest is a new one, or one that this viewer has seen.
enum { VIEW_NEWS_NEW = 40, VIEW_NEWS_OLD = 12 };
// "Why?" of one number for this seat, newest first; lines live in region. Hidden causes collapse into
// one line. Returns how many.
int32_t view_why(const Session *session, uint8_t actor, const Language *language,
        uint16_t cell, Region *region, const ViewWhy **lines);

#endif // SESSION_VIEW_H

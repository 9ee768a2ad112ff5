// session/report_page.h — what a group takes home: the public story of a session as one page for print and screen readers. Never: more than the board may see, but for the facilitator's own level.
#ifndef SESSION_REPORT_PAGE_H
#define SESSION_REPORT_PAGE_H
#include "session/say.h"
#include "session/session.h"

// EXPORT_PSEUDONYM: roles only, and nothing that people wrote. EXPORT_FULL: with their words, the seats
// with their labels, and the facilitator's notes. EXPORT_AGGREGATE: the ending, the text and counts alone.
void report_page(
        const Session *session, const Language *language, ExportLevel level, Buffer *out);

#endif // SESSION_REPORT_PAGE_H

// session/papers_page.h — papers to print for a workshop: a notice for people, a record of what is kept, a short assessment, how to make a network. Never: legal advice; a word of a person.
#ifndef SESSION_PAPERS_PAGE_H
#define SESSION_PAPERS_PAGE_H
#include "session/say.h"
#include "session/session.h"

// The page in one language, with lines to fill in by hand or in any editor.
void papers_page(const Session *session, const Language *language, Buffer *out);

#endif // SESSION_PAPERS_PAGE_H

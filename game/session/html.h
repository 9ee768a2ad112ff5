// session/html.h — the few pieces of HTML that pages for print are made of. Never: a script, a link, anything from outside.
#ifndef SESSION_HTML_H
#define SESSION_HTML_H
#include "base/bytes.h"
#include "session/say.h"

// Text as text, whatever signs stand in it.
void html_text(Buffer *out, const char *text);
// Nothing when there is no text.
void html_element(Buffer *out, const char *name, const char *text);
// A whole page up to <main>, in the language and its direction; style: <style>…</style>.
void html_open(Buffer *out, const Language *language, const char *title, const char *style);
void html_close(Buffer *out);

#endif // SESSION_HTML_H

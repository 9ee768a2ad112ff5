// session/html.c — pages for print and screen readers, piece by piece. Never: trusts a text.
#include "session/html.h"

void html_text(Buffer *out, const char *text) {
    for (; *text; text++) {
        switch (*text) {
        case '<': buffer_add_text(out, "&lt;"); break;
        case '>': buffer_add_text(out, "&gt;"); break;
        case '&': buffer_add_text(out, "&amp;"); break;
        case '"': buffer_add_text(out, "&quot;"); break;
        default: buffer_add(out, text, 1); break;
        }
    }
}

void html_element(Buffer *out, const char *name, const char *text) {
    if (!*text) return;
    buffer_format(out, "<%s>", name);
    html_text(out, text);
    buffer_format(out, "</%s>\n", name);
}

void html_open(
        Buffer *out, const Language *language, const char *title, const char *style) {
    buffer_add_text(out, "<!doctype html>\n<html lang=\"");
    html_text(out, language->code);
    buffer_format(out, "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
            language->right_to_left ? "rtl" : "ltr");
    html_element(out, "title", title);
    buffer_add_text(out, style);
    buffer_add_text(out, "</head>\n<body>\n<main>\n");
}

void html_close(Buffer *out) { buffer_add_text(out, "</main>\n</body>\n</html>\n"); }

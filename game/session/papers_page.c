// session/papers_page.c — the papers as one HTML page, each part on a sheet of its own. Never: anything from outside; a secret of the case.
#include "session/papers_page.h"
#include "session/html.h"

typedef struct Papers {
    Say say;
    Buffer *out;
    const char *title; // of the case
} Papers;

static void element(const Papers *papers, const char *tag, SayId id) {
    html_element(papers->out, tag,
            say_sentence(&papers->say, id, (SayWith){.what = papers->title}));
}

// A line to write on.
static void blank(const Papers *papers, SayId id) {
    buffer_add_text(papers->out, "<p class=\"line\"><span>");
    html_text(papers->out, say_word(&papers->say, id));
    buffer_add_text(papers->out, "</span></p>\n");
}

static void sheet(const Papers *papers, SayId title) {
    buffer_add_text(papers->out, "<section>\n");
    element(papers, "h2", title);
}

static void sheet_end(const Papers *papers) {
    buffer_add_text(papers->out, "</section>\n");
}

static void list(const Papers *papers, const char *tag, const SayId *ids, size_t count) {
    buffer_format(papers->out, "<%s>\n", tag);
    for (size_t i = 0; i < count; i++)
        element(papers, "li", ids[i]);
    buffer_format(papers->out, "</%s>\n", tag);
}

static void notice(const Papers *papers) {
    static const SayId LINES[] = {SAY_PAPERS_NOTICE_1, SAY_PAPERS_NOTICE_2,
            SAY_PAPERS_NOTICE_3, SAY_PAPERS_NOTICE_4, SAY_PAPERS_NOTICE_5,
            SAY_PAPERS_NOTICE_6, SAY_PAPERS_NOTICE_7};
    sheet(papers, SAY_PAPERS_NOTICE);
    list(papers, "ul", LINES, ARRAY_COUNT(LINES));
    blank(papers, SAY_PAPERS_WHO);
    blank(papers, SAY_PAPERS_REACH);
    blank(papers, SAY_PAPERS_UNTIL);
    sheet_end(papers);
}

static void record(const Papers *papers) {
    static const SayId KEPT[] = {
#define KEPT(table, id) SAY_##id,
#include "session/kept.def"
#undef KEPT
    };
    sheet(papers, SAY_PAPERS_RECORD);
    element(papers, "p", SAY_PAPERS_RECORD_WHY);
    list(papers, "ul", KEPT, ARRAY_COUNT(KEPT));
    blank(papers, SAY_PAPERS_WHO);
    blank(papers, SAY_PAPERS_BASIS);
    blank(papers, SAY_PAPERS_READERS);
    blank(papers, SAY_PAPERS_UNTIL);
    sheet_end(papers);
}

static void assessment(const Papers *papers) {
    static const SayId ASKED[] = {SAY_PAPERS_ASSESS_1, SAY_PAPERS_ASSESS_2,
            SAY_PAPERS_ASSESS_3, SAY_PAPERS_ASSESS_4, SAY_PAPERS_ASSESS_5,
            SAY_PAPERS_ASSESS_6};
    sheet(papers, SAY_PAPERS_ASSESS);
    for (size_t i = 0; i < ARRAY_COUNT(ASKED); i++) {
        element(papers, "p", ASKED[i]);
        blank(papers, SAY_PAPERS_ANSWER);
    }
    sheet_end(papers);
}

static void hotspot(const Papers *papers) {
    static const SayId STEPS[] = {SAY_PAPERS_HOTSPOT_1, SAY_PAPERS_HOTSPOT_2,
            SAY_PAPERS_HOTSPOT_3, SAY_PAPERS_HOTSPOT_4, SAY_PAPERS_HOTSPOT_5,
            SAY_PAPERS_HOTSPOT_6};
    sheet(papers, SAY_PAPERS_HOTSPOT);
    list(papers, "ol", STEPS, ARRAY_COUNT(STEPS));
    blank(papers, SAY_PAPERS_NETWORK);
    blank(papers, SAY_PAPERS_PASSWORD);
    sheet_end(papers);
}

static const char STYLE[] =
        "<style>body{font:16px/1.5 'Noto Sans',sans-serif;color:#1C1B1A;background:#fff;"
        "max-width:46em;margin:2em auto;padding:0 1em}section{margin-block-start:2em}"
        "li,p{break-inside:avoid;margin:.4em 0}.line{border-bottom:1px solid #7A766E;"
        "min-block-size:2.4em;margin-block:1em}.line span{color:#57544F}"
        "@media print{section+section{break-before:page}}</style>\n";

void papers_page(const Session *session, const Language *language, Buffer *out) {
    Region region = {0};
    Papers papers = {
            .say = {session->def, *language, &region},
              .out = out
    };
    papers.title = say_text(&papers.say, session->def->title_text);
    html_open(out, language, say_word(&papers.say, SAY_PAPERS_TITLE), STYLE);
    html_element(out, "h1", papers.title);
    element(&papers, "p", SAY_PAPERS_HOW);
    notice(&papers);
    record(&papers);
    assessment(&papers);
    hotspot(&papers);
    html_close(out);
    region_clear(&region);
}

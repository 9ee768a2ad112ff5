// session/report_page.c — writes the report of a session from the board's own view, as a page of HTML without scripts. Never: reads a State past that view.
#include "session/report_page.h"
#include "rules/influence.h"
#include "session/html.h"
#include "session/own_words.h"
#include "session/view.h"
#include <stdlib.h>

// What is being written: from which view, in which words.
typedef struct Page {
    const Session *session;
    const View *view;
    Say say;
    Buffer *out;
} Page;

static void put(const Page *page, const char *html) { buffer_add_text(page->out, html); }

static void put_text(const Page *page, const char *text) { html_text(page->out, text); }

static void element(const Page *page, const char *name, const char *text) {
    html_element(page->out, name, text);
}

static void heading(const Page *page, SayId id) {
    element(page, "h2", say_word(&page->say, id));
}

static void cell(const Page *page, const char *name, const char *text) {
    buffer_format(page->out, "<%s>", name);
    put_text(page, text);
    buffer_format(page->out, "</%.2s>", name);
}

static void number_cell(const Page *page, int32_t n) {
    buffer_format(page->out, "<td class=\"n\">%d</td>", n);
}

// ---- the end and the text -----------------------------------------------------------------------------------------

static void ending(const Page *page) {
    const ViewEnd *end = &page->view->end;
    if (!end->reached) {
        element(page, "p", say_word(&page->say, SAY_REPORT_NOT_OVER));
        return;
    }
    element(page, "h2", end->title);
    element(page, "p", end->text);
    element(page, "p", end->ask);
    put(page, "<table><tbody>\n");
    for (int32_t i = 0; i < 6; i++) {
        if (end->criterion[i] < 0) continue;
        put(page, "<tr>");
        cell(page, "th scope=\"row\"", end->criteria[i]);
        number_cell(page, end->criterion[i]);
        buffer_format(page->out,
                "<td><span class=\"bar\"><i style=\"width:%d%%\"></i></span></td></tr>\n",
                end->criterion[i]);
    }
    put(page, "</tbody></table>\n");
}

static void law(const Page *page) {
    const View *view = page->view;
    heading(page, SAY_REPORT_TEXT);
    put(page, "<table><tbody>\n");
    for (int32_t i = 0; i < view->clauses_count; i++) {
        const ViewClause *clause = &view->clauses[i];
        uint8_t level = clause->decided ? clause->law : clause->on_table;
        put(page, "<tr>");
        cell(page, "th scope=\"row\"", clause->name);
        cell(page, "td", level < clause->levels_count ? clause->levels[level] : "");
        cell(page, "td", clause->decided ? say_word(&page->say, SAY_REPORT_DECIDED) : "");
        put(page, "</tr>\n");
    }
    put(page, "</tbody></table>\n");
}

static void decisions(const Page *page) {
    const View *view = page->view;
    heading(page, SAY_REPORT_DECISIONS);
    put(page, "<table><tbody>\n");
    for (int32_t i = 0; i < view->decisions_count; i++) {
        const ViewDecision *decision = &view->decisions[i];
        SayWith with = {.n = decision->yes, .m = decision->no};
        SayId id = decision->passed ? SAY_REPORT_PASSED : SAY_REPORT_REJECTED;
        put(page, "<tr>");
        cell(page, "th scope=\"row\"", decision->name);
        cell(page, "td", decision->rule_text);
        cell(page, "td",
                decision->done ? say_sentence(&page->say, id, with) : decision->when);
        put(page, "</tr>\n");
    }
    put(page, "</tbody></table>\n");
}

// ---- who and with whom --------------------------------------------------------------------------------------------

static void actors(const Page *page) {
    const View *view = page->view;
    heading(page, SAY_REPORT_WHO);
    put(page, "<dl>\n");
    for (int32_t i = 0; i < view->actors_count; i++) {
        element(page, "dt", view->actors[i].name);
        element(page, "dd", view->actors[i].brief);
    }
    put(page, "</dl>\n");
    if (view->coalitions_count == 0) return;
    heading(page, SAY_REPORT_COALITIONS);
    put(page, "<ul>\n");
    for (int32_t i = 0; i < view->coalitions_count; i++) {
        const ViewCoalition *one = &view->coalitions[i];
        element(page, "li",
                region_format(page->say.region, "%s \xE2\x80\x94 %s", one->name,
                        one->members_text));
    }
    put(page, "</ul>\n");
}

static void shares(const Page *page) {
    const ViewEnd *end = &page->view->end;
    if (end->shares_count == 0) return;
    heading(page, SAY_REPORT_SHARES);
    put(page, "<table><thead><tr><td></td>");
    cell(page, "th scope=\"col\"", say_word(&page->say, SAY_REPORT_MEANS_START));
    cell(page, "th scope=\"col\"", say_word(&page->say, SAY_REPORT_MEANS_END));
    cell(page, "th scope=\"col\"", say_word(&page->say, SAY_REPORT_INFLUENCE));
    put(page, "</tr></thead><tbody>\n");
    for (int32_t i = 0; i < end->shares_count; i++) {
        const ViewShare *share = &end->shares[i];
        put(page, "<tr>");
        cell(page, "th scope=\"row\"", share->name);
        number_cell(page, (share->means_start + 5) / 10);
        number_cell(page, (share->means_end + 5) / 10);
        number_cell(page, (share->influence + 5) / 10);
        put(page, "</tr>\n");
    }
    put(page, "</tbody></table>\n");
}

static void curves(const Page *page) {
    const ViewEnd *end = &page->view->end;
    if (end->curves_count == 0) return;
    heading(page, SAY_REPORT_LEGITIMACY);
    put(page, "<table><thead><tr><td></td><td></td>");
    for (int32_t round = 0; round <= end->rounds; round++)
        buffer_format(page->out, "<th scope=\"col\">%d</th>", round);
    put(page, "</tr></thead><tbody>\n");
    for (int32_t i = 0; i < end->curves_count; i++) {
        const ViewCurve *curve = &end->curves[i];
        put(page, "<tr>");
        cell(page, "th scope=\"row\"", say_actor(&page->say, curve->actor));
        cell(page, "td", curve->name);
        for (int32_t round = 0; round <= end->rounds; round++)
            number_cell(page, curve->values[round]);
        put(page, "</tr>\n");
    }
    put(page, "</tbody></table>\n");
}

// ---- what happened ------------------------------------------------------------------------------------------------

static void news(const Page *page, SayId title, const ViewNews *items, int32_t count) {
    int32_t round = -1;
    if (count == 0) return;
    heading(page, title);
    for (int32_t i = 0; i < count; i++) {
        if (items[i].round != round) {
            if (round >= 0) put(page, "</ul>\n");
            round = items[i].round;
            SayWith with = {.n = round};
            element(page, "h3",
                    round > 0 ? say_sentence(&page->say, SAY_REPORT_ROUND, with)
                              : say_word(&page->say, SAY_REPORT_BEFORE));
            put(page, "<ul>\n");
        }
        element(page, "li", items[i].text);
    }
    put(page, "</ul>\n");
}

static void epilogue(const Page *page) {
    const ViewEnd *end = &page->view->end;
    if (end->epilogue_count == 0) return;
    heading(page, SAY_REPORT_LATER);
    put(page, "<dl>\n");
    for (int32_t i = 0; i < end->epilogue_count; i++) {
        element(page, "dt", end->epilogue[i].name);
        element(page, "dd", end->epilogue[i].text);
        element(page, "dd", end->epilogue[i].result);
    }
    put(page, "</dl>\n");
    if (end->mandates_count == 0) return;
    heading(page, SAY_REPORT_MANDATES);
    put(page, "<ul>\n");
    for (int32_t i = 0; i < end->mandates_count; i++)
        element(page, "li", end->mandates[i].text);
    put(page, "</ul>\n");
}

static void tenths_cell(const Page *page, int32_t tenths) {
    buffer_format(page->out, "<td class=\"n\">%d.%d</td>", tenths / 10, tenths % 10);
}

// The map of influence as a table, strongest first; every number comes from lines of the ledger.
static void influence(const Page *page) {
    static const SayId heads[] = {SAY_REPORT_ARROW_FROM, SAY_REPORT_ARROW_TO,
            SAY_REPORT_ARROW_ALL, SAY_REPORT_ARROW_DECIDERS, SAY_REPORT_ARROW_WORDS,
            SAY_REPORT_ARROW_PROMISES, SAY_REPORT_ARROW_BY_WORDS};
    const ViewEnd *end = &page->view->end;
    if (end->arrows_count == 0) return;
    heading(page, SAY_REPORT_ARROWS);
    put(page, "<table><thead><tr>");
    for (size_t i = 0; i < ARRAY_COUNT(heads); i++)
        cell(page, "th scope=\"col\"", say_word(&page->say, heads[i]));
    put(page, "</tr></thead><tbody>\n");
    for (int32_t i = 0; i < end->arrows_count; i++) {
        const ViewArrow *arrow = &end->arrows[i];
        put(page, "<tr>");
        cell(page, "th scope=\"row\"", say_actor(&page->say, arrow->from));
        cell(page, "td", say_actor(&page->say, arrow->to));
        tenths_cell(page, arrow->all);
        tenths_cell(page, arrow->deciders);
        tenths_cell(page, arrow->words);
        tenths_cell(page, arrow->promises);
        number_cell(page, arrow->by_words);
        put(page, "</tr>\n");
    }
    put(page, "</tbody></table>\n");
    element(page, "p",
            say_sentence(&page->say, SAY_REPORT_ARROWS_NOTE,
                    (SayWith){.n = INFLUENCE_PROMISE / 100}));
}

// Why the computer's seats did it, seat by seat.
static void reasons(const Page *page) {
    const ViewEnd *end = &page->view->end;
    uint8_t actor = NONE;
    if (end->reasons_count == 0) return;
    heading(page, SAY_REPORT_REASONS);
    for (int32_t i = 0; i < end->reasons_count; i++) {
        const ViewNews *one = &end->reasons[i];
        if (one->actor != actor) {
            put(page, i ? "</ul>\n" : "");
            element(page, "h3", say_actor(&page->say, one->actor));
            put(page, "<ul>\n");
        }
        actor = one->actor;
        SayWith with = {.n = one->round};
        element(page, "li",
                region_format(page->say.region, "%s: %s",
                        say_sentence(&page->say, SAY_REPORT_ROUND, with), one->text));
    }
    put(page, "</ul>\n");
}

static void questions(const Page *page) {
    const Def *def = page->session->def;
    int32_t count = 0;
    for (int32_t i = 0; i < def->notes_count; i++)
        count += def->notes[i].kind == NOTE_DEBRIEF;
    if (count == 0) return;
    heading(page, SAY_REPORT_QUESTIONS);
    put(page, "<ul>\n");
    for (int32_t i = 0; i < def->notes_count; i++) {
        if (def->notes[i].kind == NOTE_DEBRIEF)
            element(page, "li", say_text(&page->say, def->notes[i].text));
    }
    put(page, "</ul>\n");
}

// ---- for the facilitator alone ------------------------------------------------------------------------------------

static void people(const Page *page) {
    const Session *session = page->session;
    const State *state = &session->state;
    heading(page, SAY_REPORT_PEOPLE);
    put(page, "<ul>\n");
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        if (state->place_role[i] != ROLE_PLAYS) continue;
        const char *name = own_words_text(session, state->place_name[i]);
        if (!*name) name = say_sentence(&page->say, SAY_SEAT_NUMBER, (SayWith){.n = i + 1});
        element(page, "li",
                region_format(page->say.region, "%s \xE2\x80\x94 %s", name,
                        say_actor(&page->say, state->place_actor[i])));
    }
    put(page, "</ul>\n");
}

static void notes(const Page *page) {
    const Session *session = page->session;
    heading(page, SAY_REPORT_NOTES);
    put(page, "<ul>\n");
    for (int32_t i = 0; i < session->people.count; i++) {
        const PeopleLine *line = &session->people.lines[i];
        if (line->kind != EVENT_NOTED && line->kind != EVENT_MARKED) continue;
        SayWith with = {.n = line->round};
        const char *text = own_words_text(session, (uint16_t)line->d);
        element(page, "li",
                region_format(page->say.region, "%s: %s",
                        say_sentence(&page->say, SAY_REPORT_ROUND, with),
                        *text ? text : say_word(&page->say, SAY_REPORT_MOMENT)));
    }
    put(page, "</ul>\n");
}

// ---- the page -----------------------------------------------------------------------------------------------------

static const char STYLE[] =
        "<style>body{font:16px/1.5 'Noto Sans',sans-serif;color:#1C1B1A;background:#fff;"
        "max-width:46em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;"
        "margin:1em 0}th,td{text-align:start;padding:.25em .75em;border-bottom:1px solid "
        "#7A766E;vertical-align:top}.n{text-align:end;font-variant-numeric:tabular-nums}"
        ".bar{display:block;inline-size:10em;background:#EFEDE7;border:1px solid #7A766E}"
        ".bar i{display:block;block-size:.8em;background:#005A94;"
        "print-color-adjust:exact}dt{font-weight:700;margin-block-start:.5em}"
        "h2{margin-block-start:1.5em;break-after:avoid}tr,li{break-inside:avoid}</style>\n";

static void open_page(const Page *page) {
    html_open(page->out, &page->say.language, page->view->title, STYLE);
    element(page, "h1", page->view->title);
    element(page, "p", page->view->opening);
    element(page, "p", page->view->goal);
}

static void close_page(const Page *page, ExportLevel level) {
    static const SayId words[EXPORT_LEVELS_COUNT] = {
            SAY_REPORT_IS_FULL, SAY_REPORT_IS_PSEUDONYM, SAY_REPORT_IS_AGGREGATE};
    put(page, "<hr>\n");
    element(page, "p", say_word(&page->say, words[level]));
    html_close(page->out);
}

static void write_page(const Page *page, ExportLevel level) {
    const View *view = page->view;
    open_page(page);
    ending(page);
    law(page);
    decisions(page);
    if (level != EXPORT_AGGREGATE) {
        actors(page);
        shares(page);
        influence(page);
        curves(page);
        news(page, SAY_REPORT_STORY, view->news, view->news_count);
        epilogue(page);
        reasons(page);
    }
    questions(page);
    if (level == EXPORT_FULL) {
        people(page);
        notes(page);
    }
    close_page(page, level);
}

void report_page(
        const Session *session, const Language *language, ExportLevel level, Buffer *out) {
    Region region = {0};
    Session *shown = malloc(sizeof *shown);
    View *view = calloc(1, sizeof *view);
    ASSERT(shown && view);
    *shown = *session;
    // Nothing that people wrote is there to be shown, wherever a view would quote it.
    if (level != EXPORT_FULL) shown->words_count = 0;
    view_build_some(shown, VIEW_BOARD, language,
            sections_of(VIEW_BOARD) | (uint32_t)VIEW_IN_FULL, view);
    Page page = {
            shown, view, {session->def, *language, &region},
              out
    };
    write_page(&page, level);
    view_free(view);
    free(view);
    free(shown);
    region_clear(&region);
}

// host/lines.c — acts are added to the news as they come: the same deed is counted, a new one is one more line, the oldest leaves. Never: builds a section that began otherwise.
#include "host/lines.h"
#include "wire/json_out.h"
#include <stdlib.h>
#include <string.h>

// What one turn did to the lines.
typedef struct Growth {
    int32_t dropped, added; // at the front and at the end
    bool counted;           // the last of the old ones was told again
    bool moved;             // one from the middle was, and stands at the end now
} Growth;

void lines_free(Lines *lines) {
    if (!lines) return;
    for (int32_t i = 0; i < lines->count; i++)
        free((void *)(uintptr_t)lines->items[i].news.text);
    free(lines);
}

static const char *own_text(const char *text) {
    char *copy = strdup(text);
    ASSERT(copy != NULL);
    return copy;
}

static int32_t fresh_of(const Lines *lines) {
    int32_t fresh = 0;
    while (fresh < lines->count && lines->items[lines->count - 1 - fresh].news.is_new)
        fresh++;
    return fresh;
}

// ---- writing ----------------------------------------------------------------------------------------------------

static void begin(const Lines *lines, Buffer *out) {
    JsonOut json = {out, false};
    buffer_reset(out);
    json_open(&json, NULL, '{');
    json_some_int(&json, "fresh", fresh_of(lines));
    json_open(&json, "items", '[');
}

static void write_line(Line *line, bool first, Buffer *out) {
    if (!first) buffer_add(out, ",", 1);
    size_t before = out->length;
    view_json_line(&line->news, out);
    line->length = out->length - before;
}

static void write_from(Lines *lines, int32_t from, Buffer *out) {
    for (int32_t i = from; i < lines->count; i++)
        write_line(&lines->items[i], i == 0, out);
    buffer_add(out, "]}", 2);
}

static void write_all(Lines *lines, Buffer *out) {
    begin(lines, out);
    lines->first = out->length;
    write_from(lines, 0, out);
}

Lines *lines_take(const View *view, int32_t seen, const Buffer *news, Buffer *scratch) {
    if (view->news_count > VIEW_NEWS_NEW) return NULL;
    Lines *lines = calloc(1, sizeof *lines);
    ASSERT(lines != NULL);
    lines->count = view->news_count;
    lines->seen = seen;
    for (int32_t i = 0; i < lines->count; i++) {
        lines->items[i].news = view->news[i];
        lines->items[i].news.text = own_text(view->news[i].text);
    }
    write_all(lines, scratch);
    if (scratch->length == news->length
            && memcmp(scratch->data, news->data, news->length) == 0)
        return lines;
    lines_free(lines); // fewer are sent than there are
    return NULL;
}

// ---- one more line ----------------------------------------------------------------------------------------------

static int32_t find(const Lines *lines, const ViewNews *line) {
    for (int32_t i = lines->count - 1; i >= 0; i--) {
        const ViewNews *other = &lines->items[i].news;
        if (other->round != line->round || other->step != line->step) return -1;
        if (view_news_same(other, line)) return i;
    }
    return -1;
}

static void count_again(Lines *lines, int32_t place, const ViewNews *line, Growth *growth) {
    Line again = lines->items[place];
    int32_t last = lines->count - 1;
    for (int32_t i = place; i < last; i++)
        lines->items[i] = lines->items[i + 1];
    growth->moved |= place < last;
    growth->counted |= growth->added == 0;
    if (again.news.times < UINT8_MAX) again.news.times++;
    again.news.newest = line->newest;
    again.news.tone = line->tone;
    lines->items[last] = again;
}

// Lines count how often they were told since the one before the oldest: only when that changes for none of those that
// stay may the oldest simply leave.
static bool may_drop(const Lines *lines, int32_t newest) {
    for (int32_t i = 1; i < lines->count; i++) {
        if (lines->items[i].news.oldest < newest) return false;
    }
    return true;
}

static bool drop_oldest(Lines *lines, Growth *growth) {
    Line *items = lines->items;
    if (!may_drop(lines, items[0].news.newest)) return false;
    free((void *)(uintptr_t)items[0].news.text);
    lines->first += items[0].length + 1;
    lines->count--;
    memmove(items, items + 1, (size_t)lines->count * sizeof *items);
    growth->dropped++;
    return true;
}

static bool too_many(const Lines *lines, bool is_new) {
    return lines->count >= (is_new ? VIEW_NEWS_NEW : VIEW_NEWS_OLD);
}

static bool add(Lines *lines, const ViewNews *line, Growth *growth) {
    int32_t place = find(lines, line);
    if (place >= 0) {
        count_again(lines, place, line, growth);
        return true;
    }
    while (lines->count > 0 && too_many(lines, lines->items[0].news.is_new)) {
        // What is written in one go must not come and leave in the same turn.
        if (growth->added == lines->count || growth->counted) return false;
        if (!drop_oldest(lines, growth)) return false;
    }
    Line *last = &lines->items[lines->count++];
    *last = (Line){.news = *line};
    last->news.text = own_text(line->text);
    growth->added++;
    return true;
}

// ---- the new form and the way to it -----------------------------------------------------------------------------

static void comma(Buffer *out) {
    if (out->length) buffer_add(out, ",", 1);
}

static void patch_of(
        const Lines *lines, const Growth *growth, int32_t fresh, JsonPatch *patch) {
    int32_t old = lines->count - growth->added;
    if (growth->dropped) buffer_format(&patch->drop, "\"news/items\":%d", growth->dropped);
    if (fresh != fresh_of(lines))
        buffer_format(&patch->set, "\"news/fresh\":%d", fresh_of(lines));
    if (growth->counted) {
        comma(&patch->set);
        buffer_format(&patch->set, "\"news/items/%d/times\":%d", old - 1,
                lines->items[old - 1].news.times);
    }
    if (growth->added == 0) return;
    buffer_add_text(&patch->add, "\"news/items\":[");
    for (int32_t i = old; i < lines->count; i++) {
        if (i > old) buffer_add(&patch->add, ",", 1);
        view_json_line(&lines->items[i].news, &patch->add);
    }
    buffer_add(&patch->add, "]", 1);
}

// Lines that stay as they are stand behind one another in both forms.
static void write_grown(
        Lines *lines, const Growth *growth, const Buffer *news, Buffer *out) {
    int32_t same = lines->count - growth->added - growth->counted;
    size_t from = lines->first, length = same > 0 ? (size_t)same - 1 : 0;
    for (int32_t i = 0; i < same; i++)
        length += lines->items[i].length;
    begin(lines, out);
    lines->first = out->length;
    buffer_add(out, news->data + from, length);
    write_from(lines, same, out);
}

LinesGrew lines_go_on(Lines *lines, const Session *session, uint8_t who,
        const Language *language, const Buffer *news, LinesDesk desk, JsonPatch *patch) {
    Growth growth = {0};
    bool good = true;
    int32_t fresh = fresh_of(lines);
    region_clear(&desk.view->region);
    for (; good && lines->seen < session->ledger.count; lines->seen++) {
        ViewNews line;
        if (session->ledger.items[lines->seen].kind == EVENT_ACT
                && view_news_line(session, who, language, lines->seen, desk.view, &line))
            good = add(lines, &line, &growth);
    }
    if (!good) return LINES_LOST;
    if (growth.added + growth.counted + growth.moved == 0) return LINES_SAME;
    json_patch_reset(patch);
    if (growth.moved) {
        write_all(lines, desk.bytes);
        json_patch_add(patch, "news", (Bytes){(const uint8_t *)news->data, news->length},
                (Bytes){(const uint8_t *)desk.bytes->data, desk.bytes->length});
    } else {
        write_grown(lines, &growth, news, desk.bytes);
        patch_of(lines, &growth, fresh, patch);
    }
    return LINES_MORE;
}

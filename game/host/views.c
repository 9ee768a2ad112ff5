// host/views.c — sections built when they can have changed, with their fingerprints and the way from the form before. Never: sends.
#include "host/views.h"
#include "base/digest.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FINGERPRINT = 0x436E766E };

static void free_shown(Shown *shown) {
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        buffer_free(&shown->bytes[i]);
        json_patch_free(&shown->patch[i]);
    }
    lines_free(shown->lines);
    free(shown);
}

void views_free(Views *views) {
    for (int32_t i = 0; i < views->count; i++)
        free_shown(views->items[i]);
    free(views->items);
    *views = (Views){0};
}

void views_desk_free(ViewsDesk *desk) {
    view_free(&desk->view);
    buffer_free(&desk->bytes);
}

// ---- what can have changed -------------------------------------------------------------------------------------

// After a rewind the same events may stand in the same places: only that there was one tells.
static bool same_past(const Views *views, const Session *session) {
    return views->rewinds == session->rewinds && views->seen <= session->ledger.count;
}

// Marks what the newest events can have changed; all of it when the past is another one (rewind).
static void follow(Views *views, const Session *session) {
    const EventList *ledger = &session->ledger;
    Marks marks = {{0}};
    bool same = same_past(views, session);
    if (views->def != session->def) looks_of(session->def, &views->looks);
    views->def = session->def;
    if (views->turns != session->turns) views_touch(views, ~(uint32_t)0);
    views->turns = session->turns;
    if (same && views->seen == ledger->count) return;
    if (!same) marks_all(&marks);
    for (int32_t i = same ? views->seen : ledger->count; i < ledger->count; i++)
        marks_add(&marks, session->def, &views->looks, &session->state, ledger, i);
    for (int32_t i = 0; i < views->count; i++)
        views->items[i]->stale |= marks.of[marks_place(views->items[i]->who)];
    views->seen = ledger->count;
    views->rewinds = session->rewinds;
}

void views_touch(Views *views, uint32_t sections) {
    for (int32_t i = 0; i < views->count; i++)
        views->items[i]->stale |= sections;
}

// ---- building --------------------------------------------------------------------------------------------------

static Shown *shown_of(Views *views, uint8_t who, const char *lang) {
    for (int32_t i = 0; i < views->count; i++) {
        Shown *shown = views->items[i];
        if (shown->who == who && strcmp(shown->lang, lang) == 0) return shown;
    }
    if (views->count == views->capacity) {
        views->capacity = views->capacity ? 2 * views->capacity : 16;
        views->items =
                realloc(views->items, (size_t)views->capacity * sizeof *views->items);
        ASSERT(views->items);
    }
    Shown *shown = calloc(1, sizeof *shown);
    ASSERT(shown);
    shown->who = who;
    snprintf(shown->lang, sizeof shown->lang, "%s", lang);
    views->items[views->count++] = shown;
    return shown;
}

static Bytes bytes_of(const Buffer *buffer) {
    return (Bytes){(const uint8_t *)buffer->data, buffer->length};
}

static bool is_same(const Buffer *a, const Buffer *b) {
    return a->length == b->length && memcmp(a->data, b->data, a->length) == 0;
}

// A new form; the way to it stands in the patch.
static void keep(Shown *shown, Section section, const Buffer *form) {
    Buffer *held = &shown->bytes[section];
    shown->before[section] = shown->mark[section];
    shown->mark[section] = digest_fast(form->data, form->length, FINGERPRINT);
    buffer_reset(held);
    buffer_add(held, form->data, form->length);
}

// Takes a new form of a section, with the way to it from the form before.
static void take(Shown *shown, Section section, const Buffer *form) {
    const Buffer *held = &shown->bytes[section];
    bool first = !((shown->built >> section) & 1);
    if (section == SECTION_TABLE) shown->numbers_at = 0;
    if (!first && is_same(held, form)) return;
    json_patch_reset(&shown->patch[section]);
    if (!first)
        json_patch_add(&shown->patch[section], section_name(section), bytes_of(held),
                bytes_of(form));
    keep(shown, section, form);
}

static void forget_lines(Shown *shown) {
    lines_free(shown->lines);
    shown->lines = NULL;
}

// A whole section is newer than a part of it.
static uint32_t with_parts(uint32_t sections) {
    if ((sections >> SECTION_TABLE) & 1) sections |= MARKS_NUMBERS;
    if ((sections >> SECTION_NEWS) & 1) sections |= MARKS_LINES;
    return sections;
}

static void build(Shown *shown, const Session *session, const Language *language,
        uint32_t sections, ViewsDesk *desk) {
    view_build_some(session, shown->who, language, sections, &desk->view);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if (!((sections >> i) & 1)) continue;
        buffer_reset(&desk->bytes);
        view_json_section(&desk->view, (Section)i, &desk->bytes);
        take(shown, (Section)i, &desk->bytes);
    }
    if ((sections >> SECTION_NEWS) & 1) forget_lines(shown);
    shown->built |= sections;
    shown->stale &= ~with_parts(sections);
}

// ---- a part of a section ---------------------------------------------------------------------------------------

// The rest of "table" stays where it is.
static void build_numbers(
        Shown *shown, const Session *session, const Language *language, ViewsDesk *desk) {
    Buffer *held = &shown->bytes[SECTION_TABLE], *form = &desk->bytes;
    JsonPatch *patch = &shown->patch[SECTION_TABLE];
    view_build_some(session, shown->who, language, VIEW_NUMBERS, &desk->view);
    if (shown->numbers_at == 0) {
        Bytes found = json_patch_member(bytes_of(held), "world");
        ASSERT(found.data != NULL);
        shown->numbers_at = (size_t)(found.data - (const uint8_t *)held->data);
        shown->numbers_length = found.length;
    }
    size_t at = shown->numbers_at, behind = at + shown->numbers_length;
    buffer_reset(form);
    buffer_add(form, held->data, at);
    view_json_numbers(&desk->view, form);
    size_t length = form->length - at;
    buffer_add(form, held->data + behind, held->length - behind);
    shown->stale &= ~(uint32_t)MARKS_NUMBERS;
    if (is_same(held, form)) return;
    json_patch_reset(patch);
    json_patch_value(patch, "table/world",
            (Bytes){(const uint8_t *)held->data + at, shown->numbers_length},
            (Bytes){(const uint8_t *)form->data + at, length});
    shown->numbers_length = length;
    keep(shown, SECTION_TABLE, form);
}

// Acts come to the end of the news; false: they must be built anew.
static bool build_lines(
        Shown *shown, const Session *session, const Language *language, ViewsDesk *desk) {
    if (!shown->lines) return false;
    LinesGrew grew = lines_go_on(shown->lines, session, shown->who, language,
            &shown->bytes[SECTION_NEWS], (LinesDesk){&desk->view, &desk->bytes},
            &shown->patch[SECTION_NEWS]);
    if (grew == LINES_MORE) keep(shown, SECTION_NEWS, &desk->bytes);
    return grew != LINES_LOST;
}

// From the second act on they are continued; most cases come never to it.
static void follow_lines(
        Shown *shown, const Session *session, const Language *language, ViewsDesk *desk) {
    if (!build_lines(shown, session, language, desk)) {
        build(shown, session, language, 1u << SECTION_NEWS, desk);
        shown->lines = lines_take(&desk->view, session->ledger.count,
                &shown->bytes[SECTION_NEWS], &desk->bytes);
    }
    shown->stale &= ~(uint32_t)MARKS_LINES;
}

const Shown *views_of(Views *views, const Session *session, uint8_t who,
        const Language *language, uint32_t sections, ViewsDesk *desk) {
    Shown *shown = shown_of(views, who, language->code);
    follow(views, session);
    uint32_t due = sections & (shown->stale | ~shown->built);
    if (due) build(shown, session, language, due, desk);
    uint32_t parts = with_parts(sections) & shown->stale;
    if (parts & MARKS_NUMBERS) build_numbers(shown, session, language, desk);
    if (parts & MARKS_LINES) follow_lines(shown, session, language, desk);
    return shown;
}

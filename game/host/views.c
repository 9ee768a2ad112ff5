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

// Takes a new form of a section, with the way to it from the form before.
static void take(Shown *shown, Section section, Buffer *form) {
    Buffer *held = &shown->bytes[section];
    bool first = !((shown->built >> section) & 1);
    bool same = !first && held->length == form->length
                && memcmp(held->data, form->data, form->length) == 0;
    if (same) return;
    json_patch_reset(&shown->patch[section]);
    if (!first)
        json_patch_add(&shown->patch[section], section_name(section), bytes_of(held),
                bytes_of(form));
    shown->before[section] = shown->mark[section];
    shown->mark[section] = digest_fast(form->data, form->length, FINGERPRINT);
    buffer_reset(held);
    buffer_add(held, form->data, form->length);
}

static void build(const Views *views, Shown *shown, const Session *session,
        const Language *language, uint32_t sections, ViewsDesk *desk) {
    if (views->prepare && ((sections >> SECTION_TABLE) & 1))
        views->prepare(views->context, language);
    view_build_some(session, shown->who, language, sections, &desk->view);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if (!((sections >> i) & 1)) continue;
        buffer_reset(&desk->bytes);
        view_json_section(&desk->view, (Section)i, &desk->bytes);
        take(shown, (Section)i, &desk->bytes);
    }
    shown->built |= sections;
    shown->stale &= ~sections;
}

const Shown *views_of(Views *views, const Session *session, uint8_t who,
        const Language *language, uint32_t sections, ViewsDesk *desk) {
    Shown *shown = shown_of(views, who, language->code);
    follow(views, session);
    uint32_t due = sections & (shown->stale | ~shown->built);
    if (due) build(views, shown, session, language, due, desk);
    return shown;
}

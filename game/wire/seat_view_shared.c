// wire/seat_view_shared.c — texts, numbers, lists and names out of the sections a seat holds. Never: passes a number that is out of its bounds.
#include "wire/seat_view_parts.h"

int32_t seat_read_int_or(SeatRead *read, const json_t *in, const char *key,
        int32_t otherwise, int32_t least, int32_t most) {
    const json_t *value = json_object_get(in, key);
    if (!value) return otherwise;
    json_int_t number = json_integer_value(value);
    bool fits = json_is_integer(value) && number >= least && number <= most;
    if (!fits) read->bad = true;
    return fits ? (int32_t)number : least;
}

int32_t seat_read_int(
        SeatRead *read, const json_t *in, const char *key, int32_t least, int32_t most) {
    return seat_read_int_or(read, in, key, core_max(least, 0), least, most);
}

uint8_t seat_read_place(SeatRead *read, const json_t *in, const char *key, int32_t count) {
    return (uint8_t)seat_read_int_or(read, in, key, NONE, 0, core_max(0, count - 1));
}

uint8_t seat_read_must(SeatRead *read, const json_t *in, const char *key, int32_t count) {
    uint8_t place = seat_read_place(read, in, key, count);
    if (place >= count) read->bad = true;
    return place < count ? place : 0;
}

uint16_t seat_read_bits(SeatRead *read, const json_t *in, const char *key) {
    return (uint16_t)seat_read_int(read, in, key, 0, UINT16_MAX);
}

const json_t *seat_read_list(
        SeatRead *read, const json_t *in, const char *key, int32_t most, int32_t *count) {
    const json_t *list = held_list(in, key);
    size_t length = held_count(list);
    if (length > (size_t)most) read->bad = true;
    *count = length > (size_t)most ? 0 : (int32_t)length;
    return list;
}

void *seat_read_array(const SeatRead *read, int32_t count, size_t size) {
    return region_take(read->region, (size_t)core_max(1, count) * size);
}

static const char *copy(const SeatRead *read, const json_t *text) {
    const char *words = json_string_value(text);
    return words && *words ? region_copy_text(read->region, words, strlen(words)) : "";
}

const char *const *seat_read_texts(
        SeatRead *read, const json_t *in, const char *key, int32_t most, int32_t *count) {
    const json_t *list = seat_read_list(read, in, key, most, count);
    const char **texts = seat_read_array(read, *count, sizeof *texts);
    for (int32_t i = 0; i < *count; i++)
        texts[i] = copy(read, json_array_get(list, (size_t)i));
    return texts;
}

Laid seat_laid_member(Laid in, const char *key) {
    return (Laid){json_object_get(in.fixed, key), json_object_get(in.moving, key)};
}

Laid seat_laid_item(Laid in, int32_t place) {
    return (Laid){json_array_get(in.fixed, (size_t)place),
            json_array_get(in.moving, (size_t)place)};
}

// ---- numbers -----------------------------------------------------------------------------------------------------

static const char *band_word(const SeatRead *read, const char *kind, int32_t band) {
    for (int32_t i = 0; band > 0 && i < read->view->bands_count; i++) {
        const ViewBands *bands = &read->view->bands[i];
        if (strcmp(bands->kind, kind) == 0) return bands->words[band - 1];
    }
    return "";
}

ViewNumber seat_read_number(SeatRead *read, Laid in, const char *kind) {
    const json_t *cell = in.fixed && json_object_get(in.fixed, "c") ? in.fixed : in.moving;
    const char *own = seat_read_text(read, in.moving, "w"),
               *says = seat_read_text(read, in.moving, "k");
    ViewNumber number = {.band = (uint8_t)seat_read_int(read, in.moving, "b", 0, 5),
            .open = json_object_get(in.moving, "n") != NULL,
            .value = (int16_t)seat_read_int(read, in.moving, "n", INT16_MIN, INT16_MAX),
            .change = (int16_t)seat_read_int(read, in.moving, "d", INT16_MIN, INT16_MAX),
            .cell = (uint16_t)seat_read_int_or(read, cell, "c", UINT16_MAX, 0, UINT16_MAX),
            .fixed = cell && cell == in.fixed};
    number.kind = *own ? "" : *says ? says : kind;
    number.word = *own ? own : band_word(read, number.kind, number.band);
    return number;
}

ViewNumber seat_read_moving_number(SeatRead *read, const json_t *in, const char *key) {
    return seat_read_number(read, (Laid){NULL, json_object_get(in, key)}, "");
}

// Names of numbers that never change are said once for all who have them.
static const json_t *key_of(const SeatRead *read, const char *name) {
    const json_t *own = json_object_get(mirror_section(read->mirror, "brief"), "keys");
    const json_t *all = json_object_get(mirror_section(read->mirror, "words"), "keys");
    const json_t *found = json_object_get(own, name);
    return found ? found : json_object_get(all, name);
}

// A number of a clause is called as the clause is.
static const char *clause_name(const View *view, const char *id) {
    for (int32_t i = 0; i < view->clauses_count; i++) {
        if (strcmp(view->clauses[i].id, id) == 0) return view->clauses[i].name;
    }
    return "";
}

static ViewNamed named(SeatRead *read, const char *name, Laid number) {
    const json_t *key = key_of(read, name);
    const json_t *own = json_object_get(number.moving, "name");
    const json_t *said = own ? number.moving : key;
    ViewNamed out = {.name = seat_read_text(read, said, "name"),
            .icon = seat_read_text(read, said, "icon"),
            .key = region_copy_text(read->region, name, strlen(name)),
            .number = seat_read_number(read, number, seat_read_text(read, key, "k"))};
    if (!said) out.name = clause_name(read->view, name);
    if (!own) out.number.fixed = true;
    return out;
}

enum { NAMED_MAX = 128 };

const ViewNamed *seat_read_named(SeatRead *read, Laid in, int32_t *count) {
    const char *name;
    json_t *moving;
    size_t length = json_object_size(in.moving);
    if (length > NAMED_MAX) read->bad = true;
    *count = 0;
    if (length > NAMED_MAX) return NULL;
    ViewNamed *list = seat_read_array(read, (int32_t)length, sizeof *list);
    json_object_foreach((json_t *)(uintptr_t)in.moving, name, moving) {
        Laid number = {json_object_get(in.fixed, name), moving};
        list[(*count)++] = named(read, name, number);
    }
    return list;
}

enum { NEWS_MOST = 600, TIMES_MOST = 255 };

const ViewNews *seat_read_news(
        SeatRead *read, const json_t *in, const char *key, int32_t *count) {
    const json_t *list = seat_read_list(read, in, key, NEWS_MOST, count);
    ViewNews *news = seat_read_array(read, *count, sizeof *news);
    for (int32_t i = 0; i < *count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        news[i] = (ViewNews){.text = seat_read_text(read, item, "text"),
                .round = (uint8_t)seat_read_int(read, item, "round", 0, NONE),
                .actor = seat_read_place(read, item, "by", read->view->actors_count),
                .step = (uint8_t)seat_read_int(read, item, "p", 0, NONE),
                .times = (uint8_t)seat_read_int_or(read, item, "times", 1, 1, TIMES_MOST),
                .tone = (uint8_t)seat_read_int(read, item, "tone", 0, 4),
                .stood_in = held_flag(item, "stood_in"),
                .mine = held_flag(item, "mine")};
    }
    return news;
}

// ---- names -------------------------------------------------------------------------------------------------------

static const char *named_by_kind(const View *view, int32_t kind, int32_t index) {
    for (int32_t i = 0; i < view->names_count; i++) {
        const ViewNames *names = &view->names[i];
        if (names->kind == kind && index < names->count) return names->names[index];
    }
    return "";
}

const char *seat_read_name(const SeatRead *read, int32_t kind, int32_t index) {
    const View *view = read->view;
    if (kind == KIND_ACTOR && index < view->actors_count) return view->actors[index].name;
    if (kind == KIND_DECIDER && index < view->deciders_count)
        return view->deciders[index].name;
    if (kind == KIND_ARENA && index < view->arenas_count) return view->arenas[index].name;
    if (kind == KIND_CLAUSE && index < view->clauses_count)
        return view->clauses[index].name;
    if (kind == KIND_FRAME && index < view->frames_count) return view->frames[index].name;
    return named_by_kind(view, kind, index);
}

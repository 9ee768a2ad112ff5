// wire/board_pages.c — pages of the board that the facilitator chooses: one thing, decisions, coalitions, the meeting, the end. Never: anything but what the principal "board" was sent.
#include "wire/board_parts.h"
#include <string.h>

void board_add_row(BoardView *view, BoardRow row) {
    if (view->rows_count < BOARD_ROWS_MAX && *row.name)
        view->rows[view->rows_count++] = row;
}

const char *board_band_word(
        const Mirror *mirror, Region *region, const json_t *number, const char *kind) {
    const json_t *words = held_list(mirror_words(mirror, "bands"), kind);
    int32_t band = held_int(number, "b", 0);
    const char *own = held_text(number, "w");
    if (*own) return region_copy_text(region, own, strlen(own));
    const char *word =
            band > 0 ? json_string_value(json_array_get(words, (size_t)band - 1)) : NULL;
    return word ? region_copy_text(region, word, strlen(word)) : "";
}

static uint8_t index_at(const json_t *in, const char *key) {
    return (uint8_t)core_clamp(held_int(in, key, NONE), 0, NONE);
}

// A row of one number: its name and kind of words stand with it, or are fixed.
static void number_row(const Mirror *mirror, Region *region, BoardView *view,
        const char *key, const json_t *number) {
    const json_t *fixed = json_object_get(mirror_words(mirror, "keys"), key);
    const char *kind = held_text(number, "k"), *name = held_text(number, "name");
    if (!*kind) kind = held_text(fixed, "k");
    if (!*name) name = held_text(fixed, "name");
    board_add_row(
            view, (BoardRow){.name = region_copy_text(region, name, strlen(name)),
                          .value = board_band_word(mirror, region, number, kind),
                          .note = "",
                          .actor = NONE,
                          .band = (uint8_t)core_clamp(held_int(number, "b", 0), 0, 5)});
}

static void number_rows(
        const Mirror *mirror, Region *region, BoardView *view, const json_t *numbers) {
    const char *key;
    json_t *number;
    json_object_foreach((json_t *)(uintptr_t)numbers, key, number) {
        number_row(mirror, region, view, key, number);
    }
}

// ---- one thing ---------------------------------------------------------------------------------------------------

// The thing that is shown, in a list of the table; its fixed part too.
typedef struct Lit {
    const json_t *fixed, *moving;
} Lit;

static Lit lit_in(const Mirror *mirror, const char *list, int32_t index) {
    return (Lit){
            json_array_get(held_list(mirror_words(mirror, "table"), list), (size_t)index),
            json_array_get(
                    held_list(mirror_section(mirror, "table"), list), (size_t)index)};
}

static const char *coalition_of(const Mirror *mirror, Region *region, int32_t slot) {
    const json_t *list = held_list(mirror_section(mirror, "table"), "coalitions");
    for (size_t i = 0; i < held_count(list); i++) {
        const json_t *one = json_array_get(list, i);
        if (held_int(one, "slot", -1) == slot) return held_copy(region, one, "name");
    }
    return "";
}

static void one_actor(const Mirror *mirror, Region *region, BoardView *view, Lit lit) {
    view->about = held_copy(region, lit.fixed, "brief");
    view->lit_actor = index_at(lit.fixed, "i");
    const char *group = coalition_of(mirror, region, held_int(lit.moving, "coalition", -1));
    if (*group) board_add_row(view, (BoardRow){group, "", "", NONE, 0, 0, 0});
    number_rows(mirror, region, view, json_object_get(lit.moving, "standing"));
}

static void one_decider(const Mirror *mirror, Region *region, BoardView *view, Lit lit) {
    const json_t *heat = json_object_get(lit.moving, "heat");
    view->about = held_copy(region, lit.fixed, "hint");
    view->lit_actor = index_at(lit.fixed, "owner_i");
    board_add_row(view, (BoardRow){.name = held_copy(region, lit.fixed, "arena"),
                                .value = board_band_word(mirror, region, heat, "heat"),
                                .note = held_copy(region, lit.fixed, "owner"),
                                .actor = view->lit_actor,
                                .band = (uint8_t)core_clamp(held_int(heat, "b", 0), 0, 5)});
}

// Every level of a clause; the one on the table is marked.
static void one_clause(Region *region, BoardView *view, Lit lit) {
    const json_t *levels = held_list(lit.fixed, "levels");
    int32_t now = held_int(lit.moving, "on_table", -1),
            law = held_int(lit.moving, "law", -1);
    for (size_t i = 0; i < held_count(levels); i++) {
        const char *text = json_string_value(json_array_get(levels, i));
        uint8_t mark = (int32_t)i == law   ? BOARD_DECIDED
                       : (int32_t)i == now ? BOARD_PROPOSED
                                           : BOARD_PLAIN;
        BoardRow row = {.value = "", .note = "", .actor = NONE, .mark = mark};
        row.name = text ? region_copy_text(region, text, strlen(text)) : "";
        board_add_row(view, row);
    }
}

static void one_arena(Region *region, BoardView *view, Lit lit) {
    view->about = held_copy(region, lit.moving, "how");
    board_add_row(view, (BoardRow){.name = held_copy(region, lit.moving, "chair_rule"),
                                .value = "",
                                .note = held_copy(region, lit.moving, "called"),
                                .actor = index_at(lit.moving, "elected")});
}

static void one_frame(const Mirror *mirror, Region *region, BoardView *view, Lit lit) {
    view->about = held_copy(region, lit.fixed, "text");
    number_rows(mirror, region, view, json_object_get(lit.moving, "adoption"));
}

// How every actor stands with one audience: more than seven only here, in two columns.
static void one_audience(
        const Mirror *mirror, Region *region, BoardView *view, const char *key) {
    const json_t *fixed = held_list(mirror_words(mirror, "table"), "actors"),
                 *moving = held_list(mirror_section(mirror, "table"), "actors");
    for (size_t i = 0; i < held_count(fixed); i++) {
        const json_t *number = json_object_get(
                json_object_get(json_array_get(moving, i), "standing"), key);
        const json_t *words = json_object_get(mirror_words(mirror, "keys"), key);
        const char *kind = held_text(number, "k");
        if (view->rows_count == BOARD_ROWS_ROOM) return;
        view->rows[view->rows_count++] =
                ((BoardRow){.name = held_copy(region, json_array_get(fixed, i), "name"),
                        .value = board_band_word(mirror, region, number,
                                *kind ? kind : held_text(words, "k")),
                        .note = "",
                        .actor = (uint8_t)i,
                        .band = (uint8_t)core_clamp(held_int(number, "b", 0), 0, 5)});
    }
}

// What one team kept to itself, when it was told last.
static void one_kept(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *debrief = json_object_get(mirror_section(mirror, "show"), "debrief");
    const json_t *list = held_list(mirror_section(mirror, "end"), "mandates");
    int32_t actor = held_int(debrief, "told_last", 0) - 1;
    for (size_t i = 0; i < held_count(list); i++) {
        const json_t *one = json_array_get(list, i);
        if (held_int(one, "by", NONE) == actor)
            view->about = held_copy(region, one, "text");
    }
    view->lit_actor = (uint8_t)core_clamp(actor, 0, ACTORS_MAX - 1);
    view->heading = held_copy(region, lit_in(mirror, "actors", actor).fixed, "name");
}

void board_page_one(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *show = mirror_section(mirror, "show");
    if (strcmp(held_text(show, "board"), "one") != 0) {
        one_kept(mirror, region, view);
        return;
    }
    const char *kind = held_text(show, "kind"), *item = held_text(show, "item");
    int32_t index = held_int(show, "i", 0);
    view->heading = held_copy(region, show, "name");
    if (strcmp(kind, "actor") == 0)
        one_actor(mirror, region, view, lit_in(mirror, "actors", index));
    else if (strcmp(kind, "decider") == 0)
        one_decider(mirror, region, view, lit_in(mirror, "deciders", index));
    else if (strcmp(kind, "clause") == 0)
        one_clause(region, view, lit_in(mirror, "clauses", index));
    else if (strcmp(kind, "arena") == 0)
        one_arena(region, view, lit_in(mirror, "arenas", index));
    else if (strcmp(kind, "frame") == 0)
        one_frame(mirror, region, view, lit_in(mirror, "frames", index));
    else if (strcmp(kind, "audience") == 0)
        one_audience(mirror, region, view, item);
}

// ---- decisions, coalitions, the meeting, the end -----------------------------------------------------------------

void board_page_decisions(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *fixed = held_list(mirror_words(mirror, "cards"), "decisions"),
                 *moving = held_list(mirror_section(mirror, "cards"), "decisions");
    for (size_t i = 0; i < held_count(fixed); i++) {
        const json_t *now = json_array_get(moving, i),
                     *result = json_object_get(now, "result");
        BoardRow row = {.name = held_copy(region, json_array_get(fixed, i), "name"),
                .value = result ? region_format(region, "%d : %d",
                                 held_int(result, "yes", 0), held_int(result, "no", 0))
                                : held_copy(region, now, "when"),
                .note = held_copy(region, now, "rule"),
                .actor = NONE};
        if (result)
            row.mark = held_flag(result, "passed") ? BOARD_PASSED : BOARD_REJECTED;
        else if (held_flag(now, "due"))
            row.mark = BOARD_DUE;
        board_add_row(view, row);
    }
}

void board_page_coalitions(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *list = held_list(mirror_section(mirror, "table"), "coalitions");
    for (size_t i = 0; i < held_count(list); i++) {
        const json_t *one = json_array_get(list, i);
        board_add_row(view, (BoardRow){.name = held_copy(region, one, "name"),
                                    .value = "",
                                    .note = held_copy(region, one, "members"),
                                    .actor = NONE,
                                    .members = (uint16_t)held_int(one, "mask", 0)});
    }
}

// Who speaks with which strength is heard in the room; the board has the minutes.
void board_page_meeting(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *meet = mirror_section(mirror, "meet"),
                 *minutes = held_list(meet, "minutes");
    size_t count = held_count(minutes),
           first = count > BOARD_ROWS_MAX ? count - BOARD_ROWS_MAX : 0;
    view->heading = held_copy(region, meet, "arena");
    for (size_t i = first; i < count; i++) {
        const json_t *line = json_array_get(minutes, i);
        board_add_row(view, (BoardRow){.name = held_copy(region, line, "text"),
                                    .value = "",
                                    .note = "",
                                    .actor = index_at(line, "by")});
    }
}

static const char *actor_named(const Mirror *mirror, Region *region, const json_t *place) {
    const json_t *actors = held_list(mirror_words(mirror, "table"), "actors");
    json_int_t at = json_integer_value(place);
    return held_copy(region, json_array_get(actors, (size_t)(at < 0 ? 0 : at)), "name");
}

// The strongest arrows; beside each its weight.
void board_page_influence(const Mirror *mirror, Region *region, BoardView *view) {
    enum { FROM, TO, ALL, PER_UNIT = 10 };
    const json_t *list = held_list(mirror_section(mirror, "end"), "arrows");
    int32_t most = core_max(
            1, (int32_t)json_integer_value(json_array_get(json_array_get(list, 0), ALL)));
    for (size_t i = 0; i < held_count(list) && i < BOARD_ROWS_MAX; i++) {
        const json_t *arrow = json_array_get(list, i);
        int32_t all = (int32_t)json_integer_value(json_array_get(arrow, ALL));
        const char *to = actor_named(mirror, region, json_array_get(arrow, TO));
        board_add_row(view,
                (BoardRow){.name = actor_named(mirror, region, json_array_get(arrow, FROM)),
                        .value = region_format(
                                region, "%d.%d", all / PER_UNIT, all % PER_UNIT),
                        .note = region_format(region, "%s %s",
                                view->right_to_left ? "\xE2\x86\x90" : "\xE2\x86\x92", to),
                        .actor = (uint8_t)core_clamp(
                                (int32_t)json_integer_value(json_array_get(arrow, FROM)), 0,
                                NONE),
                        .band = (uint8_t)core_clamp(1 + all * 5 / (most + 1), 1, 5)});
    }
}

void board_page_end(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *end = mirror_section(mirror, "end"), *list = held_list(end, "criteria");
    view->heading = held_copy(region, end, "title");
    view->about = held_copy(region, end, "text");
    for (size_t i = 0; i < held_count(list); i++) {
        const json_t *one = json_array_get(list, i);
        board_add_row(view,
                (BoardRow){.name = held_copy(region, one, "name"),
                        .value = region_format(region, "%d", held_int(one, "n", 0)),
                        .note = "",
                        .actor = NONE,
                        .band = (uint8_t)core_clamp(1 + held_int(one, "n", 0) / 20, 1, 5)});
    }
}

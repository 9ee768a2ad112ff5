// wire/board_view.c — the public sections as a BoardView: one page, at most seven things. Never: anything but what the principal "board" was sent.
#include "wire/console_view_parts.h"
#include <string.h>

// The word of a band: its own, or the one all numbers of its kind share.
static const char *band_word(
        const Mirror *mirror, Region *region, const json_t *number, const char *kind) {
    const json_t *words = held_list(mirror_words(mirror, "bands"), kind);
    int32_t band = held_int(number, "b", 0);
    const char *own = held_text(number, "w");
    if (*own) return region_copy_text(region, own, strlen(own));
    const char *word =
            band > 0 ? json_string_value(json_array_get(words, (size_t)band - 1)) : NULL;
    return word ? region_copy_text(region, word, strlen(word)) : "";
}

static void add_row(BoardView *view, BoardRow row) {
    if (view->rows_count < BOARD_ROWS_MAX && *row.name)
        view->rows[view->rows_count++] = row;
}

// What the text says now, clause by clause.
static void clause_rows(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *fixed = held_list(mirror_words(mirror, "table"), "clauses"),
                 *moving = held_list(mirror_section(mirror, "table"), "clauses");
    for (size_t i = 0; i < held_count(fixed); i++) {
        const json_t *clause = json_array_get(fixed, i), *at = json_array_get(moving, i);
        int32_t level = held_int(at, "on_table", 0);
        const char *text = json_string_value(
                json_array_get(held_list(clause, "levels"), (size_t)core_max(0, level)));
        add_row(view,
                (BoardRow){.name = held_copy(region, clause, "name"),
                        .value = "",
                        .note = text ? region_copy_text(region, text, strlen(text)) : "",
                        .actor = NONE});
    }
}

// How warm the street is about each of those who decide.
static void decider_rows(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *fixed = held_list(mirror_words(mirror, "table"), "deciders"),
                 *moving = held_list(mirror_section(mirror, "table"), "deciders");
    for (size_t i = 0; i < held_count(fixed); i++) {
        const json_t *decider = json_array_get(fixed, i);
        const json_t *heat = json_object_get(json_array_get(moving, i), "heat");
        add_row(view, (BoardRow){.name = held_copy(region, decider, "name"),
                              .value = band_word(mirror, region, heat, "heat"),
                              .note = held_copy(region, decider, "owner"),
                              .actor = (uint8_t)core_clamp(
                                      held_int(decider, "owner_i", NONE), 0, NONE),
                              .band = (uint8_t)core_clamp(held_int(heat, "b", 0), 0, 5)});
    }
}

static void news_lines(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *items = held_list(mirror_section(mirror, "news"), "items");
    size_t count = held_count(items),
           first = count > BOARD_ROWS_MAX ? count - BOARD_ROWS_MAX : 0;
    for (size_t i = first; i < count; i++)
        view->lines[view->lines_count++] =
                held_copy(region, json_array_get(items, i), "text");
}

static uint8_t page_of(const Mirror *mirror, const BoardView *view) {
    const json_t *show = mirror_section(mirror, "show");
    const char *board = held_text(show, "board"), *item = held_text(show, "item");
    if (strcmp(board, "nothing") == 0) return BOARD_BLANK;
    if (strcmp(item, "news") == 0) return BOARD_NEWS;
    if (strcmp(item, "join") == 0 && view->join.open) return BOARD_JOIN;
    if (*view->words) return BOARD_WORDS;
    return view->step.stage == STAGE_LOBBY && view->join.open ? BOARD_JOIN : BOARD_TABLE;
}

// What was said to all and is to stay: the newest of it.
static const char *words_that_stay(const Mirror *mirror, Region *region) {
    const json_t *items = held_list(mirror_section(mirror, "show"), "items");
    size_t count = held_count(items);
    return count > 0 ? held_copy(region, json_array_get(items, count - 1), "text") : "";
}

void board_view_read(
        const Mirror *mirror, int64_t now_ms, Region *region, BoardView *view) {
    step_view_read(mirror, now_ms, region, &view->step);
    join_view_read(mirror, region, &view->join);
    view->right_to_left = held_flag(mirror_words(mirror, "now"), "rtl");
    view->words = words_that_stay(mirror, region);
    view->page = page_of(mirror, view);
    view->rows_count = view->lines_count = 0;
    if (view->page == BOARD_NEWS) news_lines(mirror, region, view);
    if (view->page != BOARD_TABLE) return;
    if (view->step.part[0] == 0) decider_rows(mirror, region, view);
    if (view->step.part[0] != 0 || view->rows_count == 0) {
        view->rows_count = 0;
        clause_rows(mirror, region, view);
    }
}

// wire/board_view.c — the public sections as a BoardView: one page, at most seven things. Never: anything but what the principal "board" was sent.
#include "model/people.h"
#include "model/state.h" // the word for who plays an actor; no State is ever seen here
#include "wire/board_parts.h"
#include <string.h>

// What the text says now, clause by clause.
static void clause_rows(const Mirror *mirror, Region *region, BoardView *view) {
    const json_t *fixed = held_list(mirror_words(mirror, "table"), "clauses"),
                 *moving = held_list(mirror_section(mirror, "table"), "clauses");
    for (size_t i = 0; i < held_count(fixed); i++) {
        const json_t *clause = json_array_get(fixed, i), *at = json_array_get(moving, i);
        int32_t level = held_int(at, "on_table", 0);
        const char *text = json_string_value(
                json_array_get(held_list(clause, "levels"), (size_t)core_max(0, level)));
        board_add_row(view,
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
        board_add_row(
                view, (BoardRow){.name = held_copy(region, decider, "name"),
                              .value = board_band_word(mirror, region, heat, "heat"),
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

static uint8_t page_named(const char *item, const BoardView *view) {
    static const struct {
        const char *item;
        BoardPage page;
    } PAGES[] = {
            {"news",       BOARD_NEWS      },
            {"table",      BOARD_TABLE     },
            {"decisions",  BOARD_DECISIONS },
            {"coalitions", BOARD_COALITIONS},
            {"meeting",    BOARD_MEETING   },
            {"end",        BOARD_END       },
            {"check",      BOARD_CHECK     },
    };
    for (size_t i = 0; i < ARRAY_COUNT(PAGES); i++) {
        if (strcmp(item, PAGES[i].item) == 0) return (uint8_t)PAGES[i].page;
    }
    return view->join.open ? BOARD_JOIN : BOARD_TABLE;
}

enum { VIEW_OF_INFLUENCE = 2 }; // number among the views of the debrief

// What one team kept to itself stands alone while the facts are told.
static uint8_t page_of_debrief(const json_t *debrief) {
    if (held_int(debrief, "view", 0) == VIEW_OF_INFLUENCE) return BOARD_INFLUENCE;
    bool told = held_int(debrief, "told_last", 0) > 0
                && held_int(debrief, "step", 0) == DEBRIEF_FACTS;
    return told ? BOARD_ONE : BOARD_END;
}

static uint8_t page_of(const Mirror *mirror, const BoardView *view) {
    const json_t *show = mirror_section(mirror, "show");
    const char *board = held_text(show, "board");
    if (strcmp(board, "nothing") == 0) return BOARD_BLANK;
    if (strcmp(board, "one") == 0) return BOARD_ONE;
    if (strcmp(board, "page") == 0) return page_named(held_text(show, "item"), view);
    if (*view->words) return BOARD_WORDS;
    if (view->step.stage == STAGE_LOBBY && view->join.open) return BOARD_JOIN;
    if (view->step.stage < STAGE_DEBRIEF) return BOARD_TABLE;
    return page_of_debrief(json_object_get(show, "debrief"));
}

// What was said to all and is to stay: the newest of it.
static const char *words_that_stay(const Mirror *mirror, Region *region) {
    const json_t *items = held_list(mirror_section(mirror, "show"), "items");
    size_t count = held_count(items);
    return count > 0 ? held_copy(region, json_array_get(items, count - 1), "text") : "";
}

// As the game goes: the text while a meeting speaks about it, else how warm the street is.
static void page_table(const Mirror *mirror, Region *region, BoardView *view) {
    if (view->step.part[0] == 0) decider_rows(mirror, region, view);
    view->heat = view->rows_count > 0;
    if (!view->heat) clause_rows(mirror, region, view);
}

// Stand-ins are disclosed everywhere.
static uint16_t stood_in(const Mirror *mirror) {
    const json_t *actors = held_list(mirror_section(mirror, "table"), "actors");
    uint16_t mask = 0;
    for (size_t i = 0; i < held_count(actors) && i < ACTORS_MAX; i++) {
        if (held_int(json_array_get(actors, i), "by", 0) == BY_STAND_IN)
            mask = (uint16_t)(mask | 1u << i);
    }
    return mask;
}

static void page_blank(const Mirror *mirror, Region *region, BoardView *view) {
    (void)mirror;
    (void)region;
    (void)view;
}

void board_view_read(
        const Mirror *mirror, int64_t now_ms, Region *region, BoardView *view) {
    typedef void (*Page)(const Mirror *mirror, Region *region, BoardView *view);
    static const Page PAGES[] = {[BOARD_JOIN] = page_blank,
            [BOARD_TABLE] = page_table,
            [BOARD_NEWS] = news_lines,
            [BOARD_BLANK] = page_blank,
            [BOARD_WORDS] = page_blank,
            [BOARD_ONE] = board_page_one,
            [BOARD_DECISIONS] = board_page_decisions,
            [BOARD_COALITIONS] = board_page_coalitions,
            [BOARD_MEETING] = board_page_meeting,
            [BOARD_END] = board_page_end,
            [BOARD_INFLUENCE] = board_page_influence,
            [BOARD_CHECK] = page_blank};
    step_view_read(mirror, now_ms, region, &view->step);
    join_view_read(mirror, region, &view->join);
    view->right_to_left = held_flag(mirror_words(mirror, "now"), "rtl");
    view->words = words_that_stay(mirror, region);
    view->page = page_of(mirror, view);
    view->rows_count = view->lines_count = 0;
    view->heading = view->about = "";
    view->lit_actor = NONE;
    view->heat = false;
    view->stood_in = stood_in(mirror);
    PAGES[view->page](mirror, region, view);
}

// client/board_keys.c — the keys of the board's own window, each a verb of the facilitator: blank, and the next of the public pages. Never: a page that is not public.
#include "client/screen_host.h"

// In the order in which arrows go through them; how it ended only once it has.
static const struct {
    uint8_t page; // BoardPage
    const char *line;
} PAGES[] = {
        {BOARD_TABLE,      "board show table"     },
        {BOARD_MEETING,    "board show meeting"   },
        {BOARD_NEWS,       "board show news"      },
        {BOARD_COALITIONS, "board show coalitions"},
        {BOARD_DECISIONS,  "board show decisions" },
        {BOARD_END,        "board show end"       },
};

static int32_t place_of(uint8_t page, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (PAGES[i].page == page) return i;
    }
    return -1;
}

// From a page that is none of them, the first or the last.
static const char *next_page(const BoardView *board, int32_t by) {
    bool over = board->step.stage == STAGE_DEBRIEF || board->step.stage == STAGE_CLOSED;
    int32_t count = (int32_t)ARRAY_COUNT(PAGES) - !over;
    int32_t at = place_of(board->page, count);
    if (at < 0) return PAGES[by > 0 ? 0 : count - 1].line;
    return PAGES[(at + by + count) % count].line;
}

void app_board_key(App *app, UiKey key) {
    const BoardView *board = app->board;
    if (!board || board->step.stage == STAGE_LOBBY) return;
    bool back = key == (app->right_to_left ? UI_KEY_RIGHT : UI_KEY_LEFT);
    if (key == UI_KEY_SPACE)
        host_do(app, board->page == BOARD_BLANK ? "board show" : "board blank");
    if (key == UI_KEY_LEFT || key == UI_KEY_RIGHT)
        host_do(app, next_page(board, back ? -1 : 1));
}

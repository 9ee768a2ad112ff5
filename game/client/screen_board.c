// client/screen_board.c — the board for everybody in the place: what is public, large, at most seven things. Never: operated, a secret.
#include "client/charts.h"
#include "client/screen_host.h"

// Sizes assume a height of 720 dp: key words are then at least 1/25 of the picture.

static void board_top(Ui *ui, const BoardView *board, const App *app) {
    const StepView *step = &board->step;
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 20,
                        .pad_x = 28,
                        .pad_y = 12,
                        .fill = COLOR_SURFACE});
    ui_open(ui, (UiBox){.grow = 1, .gap = 2});
    ui_text(ui, step->title, (UiText){.type = TYPE_TITLE, .color = COLOR_MUTED});
    ui_text(ui, host_now(ui, app, step),
            (UiText){.type = TYPE_BIG, .bold = true, .heading = true, .most = 3000});
    ui_close(ui);
    if (step->of > 0 && step->stage == STAGE_RUNNING)
        ui_text(ui,
                app_say_with(ui, app, WORD_READY_COUNT, "done",
                        ui_format(ui, "%d", step->sent), "of",
                        ui_format(ui, "%d", step->of), NULL),
                (UiText){.type = TYPE_HEAD, .color = COLOR_MUTED});
    if (step->clock_on)
        ui_textf(ui, (UiText){.type = TYPE_HUGE, .bold = true}, "%d:%02d",
                step->left_s / 60, step->left_s % 60);
    ui_close(ui);
    ui_rule(ui);
}

static void band_boxes(const UiPen *pen, Rect r, const void *data) {
    int32_t band = *(const int32_t *)data, gap = core_max(1, pen_px(pen, 4));
    int32_t width = (r.w - 4 * gap) / 5;
    for (int32_t i = 0; i < 5; i++) {
        int32_t place = pen->rtl ? 4 - i : i;
        Rect box = {r.x + place * (width + gap), r.y, width, r.h};
        Color fill = pen->theme->colors[i < band ? COLOR_ACCENT : COLOR_SUNK];
        paint_box(pen->paint, box, pen_px(pen, 3), fill, pen->theme->colors[COLOR_TEXT],
                core_max(1, pen_px(pen, 1)));
    }
}

static void row(Ui *ui, const BoardRow *row) {
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 16,
                        .pad = 12,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_LINE});
    if (row->actor != NONE) chart_actor_mark(ui, row->actor, 40);
    ui_open(ui, (UiBox){.grow = 1, .gap = 2});
    ui_text(ui, row->name, (UiText){.type = TYPE_BIG, .bold = true, .most = 3000});
    if (*row->note)
        ui_text(ui, row->note,
                (UiText){.type = TYPE_TITLE, .color = COLOR_MUTED, .most = 3000});
    ui_close(ui);
    int32_t band = row->band;
    if (band) ui_drawing(ui, row->value, 140, 26, band_boxes, &band, sizeof band);
    ui_text(ui, row->value, (UiText){.type = TYPE_HEAD, .bold = true});
    ui_close(ui);
}

static void join_page(Ui *ui, const BoardView *board, const App *app) {
    const JoinView *join = &board->join;
    bool compact = ui_size(ui) == UI_COMPACT;
    ui_open(ui, (UiBox){.flow = compact ? UI_COLUMN : UI_ROW,
                        .gap = 40,
                        .pad = 28,
                        .grow = 1,
                        .across = UI_CENTER,
                        .along = UI_CENTER});
    part_qr(ui, app, join, 420);
    ui_open(ui, (UiBox){.gap = 16, .least = 260});
    ui_text(ui, app_say(app, WORD_JOIN_SCAN), (UiText){.type = TYPE_HEAD});
    ui_text(ui, join->url, (UiText){.type = TYPE_BIG, .bold = true});
    ui_text(ui, join->pin, (UiText){.type = TYPE_HUGE, .bold = true});
    if (*join->network)
        ui_text(ui,
                app_say_with(ui, app, WORD_JOIN_NETWORK, "network", join->network, NULL),
                (UiText){.type = TYPE_HEAD, .color = COLOR_MUTED});
    ui_text(ui,
            app_say_with(ui, app, WORD_JOIN_PEOPLE, "people",
                    ui_format(ui, "%d", join->people), "waiting",
                    ui_format(ui, "%d", join->waiting), NULL),
            (UiText){.type = TYPE_HEAD, .color = COLOR_MUTED});
    ui_close(ui);
    ui_close(ui);
}

static void words_page(Ui *ui, const char *words) {
    ui_open(ui, (UiBox){.grow = 1, .pad = 60, .across = UI_CENTER, .along = UI_CENTER});
    ui_text(ui, words, (UiText){.type = TYPE_HUGE, .align = UI_CENTER, .most = 3000});
    ui_close(ui);
}

static void join_corner(Ui *ui, const BoardView *board, const App *app) {
    if (!board->join.open || board->page == BOARD_JOIN) return;
    ui_open(ui, (UiBox){.gap = 6, .across = UI_CENTER, .along = UI_END});
    part_qr(ui, app, &board->join, 180);
    ui_text(ui, board->join.pin, (UiText){.type = TYPE_BIG, .bold = true});
    ui_close(ui);
}

static void list_page(Ui *ui, const BoardView *board, const App *app) {
    ui_open(ui,
            (UiBox){.flow = UI_ROW, .gap = 24, .pad = 24, .grow = 1, .across = UI_STRETCH});
    ui_open(ui, (UiBox){.scroll = true, .grow = 1, .gap = 12, .id = "board"});
    bool bands = board->rows_count > 0 && board->rows[0].band > 0;
    Word heading = bands ? WORD_BOARD_HEAT
                         : (board->rows_count > 0 ? WORD_TEXT_TITLE : WORD_BOARD_SINCE);
    ui_heading(ui, app_say(app, heading), TYPE_HEAD);
    for (int32_t i = 0; i < board->rows_count; i++)
        row(ui, &board->rows[i]);
    for (int32_t i = 0; i < board->lines_count; i++)
        ui_text(ui, board->lines[i], (UiText){.type = TYPE_HEAD, .most = 3000});
    ui_close(ui);
    join_corner(ui, board, app);
    ui_close(ui);
}

void screen_board_draw(Ui *ui, const BoardView *board, const App *app) {
    ui_set_direction(ui, board->right_to_left);
    board_top(ui, board, app);
    if (board->step.paused) {
        words_page(ui, app_say(app, WORD_PAUSED));
    } else if (board->page == BOARD_JOIN && board->join.open) {
        join_page(ui, board, app);
    } else if (board->page == BOARD_BLANK) {
        words_page(ui, board->step.title);
    } else if (board->page == BOARD_WORDS) {
        words_page(ui, board->words);
    } else {
        list_page(ui, board, app);
    }
}

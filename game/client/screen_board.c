// client/screen_board.c — the board for everybody in the place: what is public, large, at most seven things. Never: operated, a secret.
#include "client/charts.h"
#include "client/screen_host.h"

// Sizes assume a height of 720 dp: key words are then at least 1/25 of the picture.

// A word beside the others, as large as they are: the usual small label is not read from a chair.
static void far_chip(Ui *ui, const char *words, IconKind icon) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui, icon, 28, COLOR_CARE);
    ui_text(ui, words, (UiText){.type = TYPE_TITLE, .color = COLOR_CARE, .most = 3000});
    ui_close(ui);
}

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
    if (step->closing) far_chip(ui, app_say(app, WORD_CLOSING), ICON_CLOCK);
    if (step->clock_on)
        ui_textf(ui,
                (UiText){.type = TYPE_HUGE,
                        .bold = true,
                        .color = step->closing ? COLOR_CARE : COLOR_TEXT},
                "%d:%02d", step->left_s / 60, step->left_s % 60);
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

// What has become of a level of the text, or of a decision.
static void row_mark(Ui *ui, const BoardRow *row, const App *app) {
    static const struct {
        Word word;
        IconKind icon;
        ColorToken color;
    } MARKS[BOARD_MARKS_COUNT] = {
            [BOARD_PROPOSED] = {WORD_BOARD_PROPOSED,  ICON_NEXT,  COLOR_ACCENT},
            [BOARD_DECIDED] = {WORD_BOARD_LAW,       ICON_CHECK, COLOR_GOOD  },
            [BOARD_PASSED] = {WORD_DECISION_PASSED, ICON_CHECK, COLOR_GOOD  },
            [BOARD_REJECTED] = {WORD_DECISION_NOT,    ICON_CLOSE, COLOR_CARE  },
            [BOARD_DUE] = {WORD_BOARD_DUE,       ICON_CLOCK, COLOR_ACCENT},
    };
    if (row->mark == BOARD_PLAIN || row->mark >= BOARD_MARKS_COUNT) return;
    ui_icon(ui, MARKS[row->mark].icon, 32, MARKS[row->mark].color);
    ui_text(ui, app_say(app, MARKS[row->mark].word),
            (UiText){.type = TYPE_HEAD, .bold = true});
}

static void members(Ui *ui, uint16_t mask) {
    if (mask == 0) return;
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < ACTORS_MAX; i++) {
        if (mask >> i & 1) chart_actor_mark(ui, i, 36);
    }
    ui_close(ui);
}

static void stand_in(Ui *ui, const BoardView *board, uint8_t actor, const App *app) {
    if (actor < ACTORS_MAX && board->stood_in >> actor & 1)
        far_chip(ui, app_say(app, WORD_STANDS_IN), ICON_MASK);
}

static void row(Ui *ui, const BoardView *board, const BoardRow *row, const App *app) {
    bool lit = row->mark == BOARD_PROPOSED || row->mark == BOARD_DECIDED;
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 16,
                        .pad = 12,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = lit ? COLOR_ACCENT : COLOR_LINE});
    if (row->actor != NONE) chart_actor_mark(ui, row->actor, 40);
    ui_open(ui, (UiBox){.grow = 1, .gap = 2});
    ui_text(ui, row->name, (UiText){.type = TYPE_BIG, .bold = true, .most = 3000});
    if (*row->note)
        ui_text(ui, row->note,
                (UiText){.type = TYPE_TITLE, .color = COLOR_MUTED, .most = 3000});
    members(ui, row->members);
    stand_in(ui, board, row->actor, app);
    ui_close(ui);
    row_mark(ui, row, app);
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
    Word sentence = join->moved ? WORD_JOIN_MOVED : WORD_JOIN_SCAN;
    ui_text(ui, app_say(app, sentence), (UiText){.type = TYPE_HEAD});
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

// Small: one phone comes close, the others need not look.
static void check_page(Ui *ui, const BoardView *board, const App *app) {
    ui_open(ui, (UiBox){.gap = 24,
                        .pad = 28,
                        .grow = 1,
                        .across = UI_CENTER,
                        .along = UI_CENTER});
    ui_text(ui, app_say(app, WORD_CHECK_TITLE), (UiText){.type = TYPE_BIG, .bold = true});
    part_check_qr(ui, app, &board->join, 220);
    ui_text(ui, board->join.check_url, (UiText){.type = TYPE_HEAD});
    if (board->join.reached)
        ui_text(ui, app_say(app, WORD_CHECK_GOOD),
                (UiText){.type = TYPE_HEAD, .bold = true});
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

// The page's own heading, or the words that say what is listed.
static void page_heading(Ui *ui, const BoardView *board, const App *app) {
    static const Word WORDS[] = {[BOARD_TABLE] = WORD_TEXT_TITLE,
            [BOARD_NEWS] = WORD_BOARD_SINCE,
            [BOARD_DECISIONS] = WORD_BOARD_DECISIONS,
            [BOARD_COALITIONS] = WORD_BOARD_GROUPS,
            [BOARD_MEETING] = WORD_BOARD_MINUTES,
            [BOARD_END] = WORD_BOARD_END,
            [BOARD_INFLUENCE] = WORD_INFLUENCE_TITLE};
    Word word = board->page < ARRAY_COUNT(WORDS) ? WORDS[board->page] : WORD_NONE;
    if (board->heat) word = WORD_BOARD_HEAT;
    const char *usual = word ? app_say(app, word) : "";
    const char *text = *board->heading ? board->heading : usual;
    if (*board->heading && board->page == BOARD_MEETING)
        text = ui_format(ui, "%s \xC2\xB7 %s", usual, board->heading);
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 16});
    if (board->lit_actor != NONE) chart_actor_mark(ui, board->lit_actor, 56);
    ui_text(ui, text,
            (UiText){.type = board->page == BOARD_ONE ? TYPE_BIG : TYPE_HEAD,
                    .bold = true,
                    .heading = true,
                    .grow = 1,
                    .most = 3000});
    stand_in(ui, board, board->lit_actor, app);
    ui_close(ui);
    if (*board->about) ui_text(ui, board->about, (UiText){.type = TYPE_HEAD, .most = 3000});
}

static void rows(Ui *ui, const BoardView *board, const App *app) {
    bool many = board->rows_count > BOARD_ROWS_MAX && ui_size(ui) != UI_COMPACT;
    ui_open(ui,
            many ? (UiBox){.flow = UI_GRID, .cell = 480, .gap = 12} : (UiBox){.gap = 12});
    for (int32_t i = 0; i < board->rows_count; i++)
        row(ui, board, &board->rows[i], app);
    ui_close(ui);
}

static void list_page(Ui *ui, const BoardView *board, const App *app) {
    ui_open(ui,
            (UiBox){.flow = UI_ROW, .gap = 24, .pad = 24, .grow = 1, .across = UI_STRETCH});
    ui_open(ui, (UiBox){.scroll = true, .grow = 1, .gap = 12, .id = "board"});
    page_heading(ui, board, app);
    rows(ui, board, app);
    for (int32_t i = 0; i < board->lines_count; i++)
        ui_text(ui, board->lines[i], (UiText){.type = TYPE_HEAD, .most = 3000});
    bool nothing = board->rows_count + board->lines_count == 0 && !*board->about;
    if (nothing && board->page != BOARD_ONE)
        ui_text(ui, app_say(app, WORD_BOARD_NOTHING),
                (UiText){.type = TYPE_HEAD, .color = COLOR_MUTED});
    ui_close(ui);
    join_corner(ui, board, app);
    ui_close(ui);
}

void screen_board_draw(Ui *ui, const BoardView *board, const App *app) {
    ui_set_direction(ui, board->right_to_left);
    board_top(ui, board, app);
    if (board->step.paused && board->join.moved) {
        join_page(ui, board, app);
    } else if (board->step.paused) {
        words_page(ui, app_say(app, WORD_PAUSED));
    } else if (board->page == BOARD_JOIN && board->join.open) {
        join_page(ui, board, app);
    } else if (board->page == BOARD_CHECK) {
        check_page(ui, board, app);
    } else if (board->page == BOARD_BLANK) {
        words_page(ui, board->step.title);
    } else if (board->page == BOARD_WORDS) {
        words_page(ui, board->words);
    } else {
        list_page(ui, board, app);
    }
}

// client/parts.c — pieces several screens show: numbers, clauses, acts, plans, choices, taps, news lines. Never: a rule.
#include "client/charts.h"
#include "client/screens.h"
#include <string.h>

void part_card_open(Ui *ui, const char *title, IconKind icon) {
    ui_open(ui, (UiBox){.pad = 14,
                        .gap = 8,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_LINE});
    if (!*title) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    if (icon) ui_icon(ui, icon, 22, COLOR_ACCENT);
    ui_text(ui, title,
            (UiText){.type = TYPE_TITLE, .bold = true, .heading = true, .grow = 1});
    ui_close(ui);
}

void part_card_close(Ui *ui) { ui_close(ui); }

void part_empty(Ui *ui, const char *sentence) {
    ui_text(ui, sentence, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
}

void part_actor_name(Ui *ui, const View *view, int32_t actor, int32_t grow) {
    if (actor < 0 || actor >= view->actors_count) return;
    chart_actor(ui, view->actors[actor].index, view->actors[actor].name, grow);
}

LineStyle part_style_line(uint8_t style) {
    static const LineStyle LINES[4] = {[STYLE_WITH] = LINE_DOUBLE,
            [STYLE_OVER] = LINE_SOLID,
            [STYLE_TO] = LINE_DASHED,
            [STYLE_FOR] = LINE_DOTTED};
    return LINES[style < 4 ? style : 0];
}

const char *part_style_word(const App *app, uint8_t style) {
    static const Word WORDS[4] = {[STYLE_WITH] = WORD_STYLE_WITH,
            [STYLE_OVER] = WORD_STYLE_OVER,
            [STYLE_TO] = WORD_STYLE_TO,
            [STYLE_FOR] = WORD_STYLE_FOR};
    return app_say(app, WORDS[style < 4 ? style : 0]);
}

// --- Numbers ---

void part_view_number(Ui *ui, const App *app, const char *label, const ViewNumber *number,
        const char *icon) {
    const char *value = number->open ? ui_format(ui, "%d", number->value) : number->word;
    const char *note = number->open && *number->word ? number->word : NULL;
    if (!*value) value = app_say(app, WORD_UNKNOWN);
    if (number->change && number->open) {
        note = note ? ui_format(ui, "%s, %+d", note, number->change)
                    : ui_format(ui, "%+d", number->change);
    }
    if (number->cell == UINT16_MAX) {
        ui_open(ui,
                (UiBox){.flow = UI_ROW, .gap = 8, .pad_x = 6, .pad_y = 4, .height = 36});
        if (*icon) ui_icon(ui, icon_of(icon), 22, COLOR_TEXT);
        ui_text(ui, label, (UiText){.type = TYPE_LABEL, .grow = 1});
        ui_text(ui, value, (UiText){.type = TYPE_LABEL, .bold = true});
        ui_close(ui);
        return;
    }
    ui_number(ui, (UiNumber){.label = label,
                          .value = value,
                          .note = note,
                          .icon = icon_of(icon),
                          .band = number->band,
                          .why = ui_format(ui, "cell.%d", number->cell)});
}

// Standing and moods have bands; amounts one can count (money, hours) are just numbers.
static bool is_amount(const ViewNamed *named) {
    static const IconKind MOODS[] = {ICON_NONE, ICON_BASE, ICON_PUBLIC, ICON_ELITE,
            ICON_LOCAL, ICON_PEER, ICON_FLAG};
    IconKind icon = icon_of(named->icon);
    for (size_t i = 0; i < ARRAY_COUNT(MOODS); i++) {
        if (icon == MOODS[i]) return false;
    }
    return named->number.open;
}

static void part_number(Ui *ui, const App *app, const ViewNamed *named) {
    ViewNumber number = named->number;
    if (is_amount(named)) {
        number.band = 0;
        number.word = "";
    }
    part_view_number(ui, app, named->name, &number, named->icon);
}

void part_numbers(Ui *ui, const App *app, const char *scope, const ViewNamed *numbers,
        int32_t count) {
    // Amounts need less room than numbers with a band; they stand in rows of their own.
    for (int32_t amounts = 1; amounts >= 0; amounts--) {
        ui_open(ui, (UiBox){.flow = UI_GRID, .cell = amounts ? 150 : 190, .gap = 4});
        for (int32_t i = 0; i < count; i++) {
            if (is_amount(&numbers[i]) != (amounts == 1)) continue;
            ui_scope(ui, scope, i);
            part_number(ui, app, &numbers[i]);
            ui_scope_end(ui);
        }
        ui_close(ui);
    }
}

// --- The text ---

typedef struct Ladder {
    int32_t count, draft, wanted, table;
} Ladder;

// One box a level: full up to the draft; a ring marks what my team wants.
static void draw_ladder(const UiPen *pen, Rect r, const void *data) {
    const Ladder *ladder = data;
    const Theme *theme = pen->theme;
    int32_t gap = core_max(1, pen_px(pen, 4)), count = core_max(1, ladder->count);
    int32_t w = (r.w - (count - 1) * gap) / count, line = core_max(1, pen_px(pen, 1));
    for (int32_t i = 0; i < count; i++) {
        int32_t slot = pen->rtl ? count - 1 - i : i;
        Rect box = {r.x + slot * (w + gap), r.y, w, r.h};
        bool full = i <= ladder->draft;
        Color ink = theme->colors[i == ladder->draft ? COLOR_ACCENT
                                  : full             ? COLOR_MUTED
                                                     : COLOR_EDGE];
        paint_box(pen->paint, box, pen_px(pen, 3), full ? ink : theme->colors[COLOR_SUNK],
                ink, line);
        if (i != ladder->wanted) continue;
        int32_t size = pen_px(pen, 12);
        Rect mark = {box.x + (w - size) / 2, r.y + (r.h - size) / 2, size, size};
        paint_shape(pen->paint, SHAPE_STAR, mark, theme->colors[COLOR_ACTOR_4],
                theme->colors[COLOR_TEXT], theme->colors[COLOR_SURFACE], false, line);
    }
}

static void clause_chips(Ui *ui, const App *app, const ViewClause *clause) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    if (clause->on_agenda)
        ui_chip(ui, app_say(app, WORD_ON_AGENDA), ICON_MEETING, COLOR_ACCENT, NULL);
    if (clause->decided)
        ui_chip(ui, app_say(app, WORD_DECIDED), ICON_CHECK, COLOR_GOOD, NULL);
    if (clause->sticky_up)
        ui_chip(ui, app_say(app, WORD_STICKY_UP), ICON_UP, COLOR_CARE, NULL);
    if (clause->sticky_down)
        ui_chip(ui, app_say(app, WORD_STICKY_DOWN), ICON_DOWN, COLOR_CARE, NULL);
    ui_close(ui);
}

static const char *level_text(const ViewClause *clause, int32_t level) {
    return level >= 0 && level < clause->levels_count ? clause->levels[level] : "";
}

void part_clause(Ui *ui, const View *view, const App *app, const ViewClause *clause) {
    (void)view;
    ui_open(ui, (UiBox){.gap = 4});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_text(ui, clause->name, (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1});
    ui_text(ui,
            app_say_with(ui, app, WORD_LEVEL_OF, "level",
                    ui_format(ui, "%d", clause->draft), "most",
                    ui_format(ui, "%d", clause->levels_count - 1), NULL),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
    Ladder ladder = {clause->levels_count, clause->draft,
            clause->wanted == NONE ? -1 : clause->wanted, clause->on_table};
    ui_drawing(ui, ui_format(ui, "%s: %s", clause->name, level_text(clause, clause->draft)),
            0, 14, draw_ladder, &ladder, sizeof ladder);
    ui_text(ui, level_text(clause, clause->draft), (UiText){.type = TYPE_LABEL});
    if (clause->wanted != NONE && clause->wanted != clause->draft) {
        ui_text(ui,
                app_say_with(ui, app, WORD_YOU_WANT, "level",
                        level_text(clause, clause->wanted), NULL),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    }
    if (clause->on_table != clause->draft) {
        ui_text(ui,
                app_say_with(ui, app, WORD_AFTER_RIDER, "level",
                        level_text(clause, clause->on_table), NULL),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_CARE});
    }
    if (clause->on_agenda || clause->decided || clause->sticky_up || clause->sticky_down)
        clause_chips(ui, app, clause);
    ui_close(ui);
}

// --- Acts ---

static void move_button(Ui *ui, App *app, const ViewMove *move, int32_t place) {
    ui_scope(ui, "move", move->index);
    const char *note = *move->costs ? move->costs : move->about;
    bool pressed =
            ui_button(ui, (UiButton){.id = "open",
                                  .label = move->name,
                                  .note = note,
                                  .closed = move->open ? NULL : move->closed,
                                  // The first nine open acts answer to the figures 1 to 9.
                                  .key = (char)(move->open && place < 9 ? '1' + place : 0),
                                  .has_style = true,
                                  .style_line = part_style_line(move->style),
                                  .why = ui_format(ui, "move.%d", move->index),
                                  .hint = *move->about ? move->about : NULL});
    if (pressed) app_open_act(app, move->index);
    ui_scope_end(ui);
}

void part_moves(Ui *ui, const View *view, App *app, const char *title) {
    part_card_open(ui, title, ICON_FLAG);
    if (view->moves_count == 0) part_empty(ui, app_say(app, WORD_NOTHING_TO_DO));
    int32_t open = 0;
    for (int32_t i = 0; i < view->moves_count; i++)
        open += view->moves[i].open;
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 230, .gap = 8});
    for (int32_t i = 0; i < view->moves_count; i++) {
        if (view->moves[i].open) move_button(ui, app, &view->moves[i], i);
    }
    ui_close(ui);
    if (open < view->moves_count) {
        ui_text(ui, app_say(app, WORD_CLOSED_ACTS),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
        ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 230, .gap = 8});
        for (int32_t i = 0; i < view->moves_count; i++) {
            if (!view->moves[i].open) move_button(ui, app, &view->moves[i], i);
        }
        ui_close(ui);
    }
    part_card_close(ui);
}

void part_plan(Ui *ui, const View *view, App *app) {
    part_card_open(ui, app_say(app, WORD_MY_PLAN), ICON_ENVELOPE);
    if (view->plan_count == 0) part_empty(ui, app_say(app, WORD_PLAN_EMPTY));
    for (int32_t i = 0; i < view->plan_count; i++) {
        ui_scope(ui, "plan", i);
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_textf(ui, (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_MUTED}, "%d",
                i + 1);
        ui_text(ui, view->plan[i].text, (UiText){.type = TYPE_LABEL, .grow = 1});
        if (ui_button(ui, (UiButton){.id = "take_back",
                                  .label = app_say(app, WORD_TAKE_BACK),
                                  .rank = UI_QUIET})) {
            app_send_plain(app, COMMAND_TAKE_BACK, i, 0, 0);
        }
        ui_close(ui);
        ui_scope_end(ui);
    }
    if (view->plan_count > 0) {
        ui_text(ui, app_say(app, WORD_SEALED),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    }
    part_card_close(ui);
}

// --- Choices of happenings ---

static void choice_buttons(Ui *ui, App *app, const ViewChoice *choice) {
    for (int32_t i = 0; i < choice->options_count; i++) {
        const ViewOption *option = &choice->options[i];
        ui_scope(ui, "option", i);
        if (ui_button(ui, (UiButton){.id = "choose",
                                  .label = option->name,
                                  .closed = option->open ? NULL : option->closed})) {
            app_send_plain(app, COMMAND_CHOOSE, choice->key, option->value, 0);
        }
        ui_scope_end(ui);
    }
}

void part_choices(Ui *ui, const View *view, App *app) {
    for (int32_t i = 0; i < view->choices_count; i++) {
        const ViewChoice *choice = &view->choices[i];
        ui_scope(ui, "choice", i);
        part_card_open(ui, choice->title, ICON_NEWS);
        ui_text(ui, choice->text, (UiText){.type = TYPE_LABEL});
        if (choice->mine && !choice->answered) {
            ui_text(ui, app_say(app, WORD_YOU_CHOOSE),
                    (UiText){.type = TYPE_LABEL, .bold = true});
            choice_buttons(ui, app, choice);
        } else {
            part_empty(ui,
                    app_say(app, choice->answered ? WORD_CHOICE_DONE : WORD_OTHERS_CHOOSE));
        }
        part_card_close(ui);
        ui_scope_end(ui);
    }
}

// --- Taps: expectation, vote, reflection, credit ---

// sent: 1 + the place of the answer given before, 0 = none. Returns the place pressed now, or -1.
static int32_t three_buttons(Ui *ui, const App *app, const Word words[3], int32_t sent) {
    int32_t pressed = -1;
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < 3; i++) {
        bool chosen = sent == i + 1;
        ui_scope(ui, "answer", i);
        UiButton button = {.id = "tap",
                .label = app_say(app, words[i]),
                .chosen = chosen,
                .icon = chosen ? ICON_CHECK : ICON_NONE};
        if (ui_button(ui, button)) pressed = i;
        ui_scope_end(ui);
    }
    ui_close(ui);
    return pressed;
}

static void noted_line(Ui *ui, const App *app, bool noted) {
    if (!noted) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui, ICON_CHECK, 18, COLOR_GOOD);
    ui_text(ui, app_say(app, WORD_NOTED),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_GOOD, .grow = 1});
    ui_close(ui);
}

static void expect_card(Ui *ui, App *app) {
    static const Word ANSWERS[3] = {WORD_EXPECT_GOOD, WORD_EXPECT_OPEN, WORD_EXPECT_BAD};
    ui_scope(ui, "expect", -1);
    part_card_open(ui, app_say(app, WORD_EXPECT_TITLE), ICON_PEOPLE);
    ui_text(ui, app_say(app, WORD_EXPECT_TEXT), (UiText){.type = TYPE_LABEL});
    int32_t pressed = three_buttons(ui, app, ANSWERS, app->tap.expected);
    if (pressed >= 0) {
        app->tap.expected = pressed + 1;
        app_send_plain(app, COMMAND_EXPECT, 1 - pressed, 0, 0);
    }
    noted_line(ui, app, app->tap.expected > 0);
    part_card_close(ui);
    ui_scope_end(ui);
}

// The others by name, after a first label of one's own. Returns how many labels; actors by label.
static int32_t other_options(
        const View *view, const char *first, const char **labels, uint8_t *actors) {
    int32_t count = 0;
    labels[count] = first;
    actors[count++] = NONE;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        if (view->actors[i].is_me) continue;
        labels[count] = view->actors[i].name;
        actors[count++] = view->actors[i].index;
    }
    return count;
}

static void reflect_card(Ui *ui, const View *view, App *app) {
    const char *labels[ACTORS_MAX + 1];
    uint8_t actors[ACTORS_MAX + 1];
    static const Word RATINGS[3] = {WORD_RATE_LOWER, WORD_RATE_SAME, WORD_RATE_HIGHER};
    const char *ratings[3] = {
            app_say(app, RATINGS[0]), app_say(app, RATINGS[1]), app_say(app, RATINGS[2])};
    ui_scope(ui, "reflect", -1);
    part_card_open(ui, app_say(app, WORD_REFLECT_TITLE), ICON_EYE);
    int32_t count = other_options(view, app_say(app, WORD_NOBODY), labels, actors);
    int32_t chosen = core_clamp(app->tap.influence + 1, 0, count - 1),
            rating = app->tap.rating + 1;
    ui_text(ui, app_say(app, WORD_REFLECT_WHO), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "who", labels, NULL, count, &chosen);
    ui_check(ui, "surprised", app_say(app, WORD_REFLECT_SURPRISED), &app->tap.surprised);
    ui_text(ui, app_say(app, WORD_REFLECT_RATE),
            (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "rating", ratings, NULL, 3, &rating);
    app->tap.influence = chosen - 1;
    app->tap.rating = rating - 1;
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_SEND),
                              .icon = ICON_CHECK})) {
        app->tap.reflected = true;
        app_send_plain(
                app, COMMAND_REFLECT, actors[chosen], app->tap.surprised, app->tap.rating);
    }
    noted_line(ui, app, app->tap.reflected);
    part_card_close(ui);
    ui_scope_end(ui);
}

static void credit_card(Ui *ui, const View *view, App *app) {
    const char *labels[ACTORS_MAX + 2], *closed[ACTORS_MAX + 2] = {0};
    const ViewCredit *credit = &view->credit;
    ui_scope(ui, "credit", -1);
    part_card_open(ui, app_say(app, WORD_CREDIT_TITLE), ICON_STAR);
    labels[0] = app_say(app, WORD_CREDIT_QUIET);
    labels[1] = app_say(app, WORD_CREDIT_CLAIM);
    int32_t others[ACTORS_MAX], count = 2;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        if (view->actors[i].is_me) continue;
        others[count - 2] = i;
        labels[count++] = app_say_with(
                ui, app, WORD_CREDIT_GIVE, "actor", view->actors[i].name, NULL);
    }
    int32_t chosen = app->tap.credit_to + 1;
    if (credit->claim_closed && *credit->claim_closed) closed[1] = credit->claim_closed;
    ui_radio(ui, "who", labels, closed, count, &chosen);
    app->tap.credit_to = chosen - 1;
    const char *brings = chosen == 0   ? credit->quiet
                         : chosen == 1 ? credit->claim
                                       : credit->give;
    if (brings && *brings)
        ui_text(ui, brings, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_SEND),
                              .icon = ICON_CHECK})) {
        int32_t kind = chosen == 0 ? 0 : chosen == 1 ? 1 : 2;
        app->tap.credited = true;
        app_send_plain(app, COMMAND_CREDIT, kind, kind == 2 ? others[chosen - 2] : 0, 0);
    }
    noted_line(ui, app, app->tap.credited);
    part_card_close(ui);
    ui_scope_end(ui);
}

void part_taps(Ui *ui, const View *view, App *app) {
    if (view->may_expect) expect_card(ui, app);
    if (view->vote_decider >= 0) part_vote(ui, view, app);
    part_amend(ui, view, app);
    part_spread(ui, view, app);
    if (view->may_credit) credit_card(ui, view, app);
    if (view->may_reflect) reflect_card(ui, view, app);
}

// --- News ---

void part_news_line(Ui *ui, const View *view, const App *app, const ViewNews *news) {
    static const IconKind ICONS[5] = {
            ICON_NEWS, ICON_PLUS, ICON_MINUS, ICON_VOTE, ICON_WARN};
    static const ColorToken COLORS[5] = {
            COLOR_MUTED, COLOR_GOOD, COLOR_ALARM, COLOR_ACCENT, COLOR_CARE};
    static const Word TONES[5] = {WORD_TONE_PLAIN, WORD_TONE_GAIN, WORD_TONE_LOSS,
            WORD_TONE_DECISION, WORD_TONE_WARNING};
    int32_t tone = news->tone < 5 ? news->tone : 0;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    if (news->actor < view->actors_count) {
        chart_actor_mark(ui, view->actors[news->actor].index, 22);
    } else {
        ui_icon(ui, ICONS[tone], 22, COLORS[tone]);
    }
    const char *text = news->text;
    if (news->times > 1) {
        text = app_say_with(ui, app, WORD_NEWS_TIMES, "text", text, "count",
                ui_format(ui, "%d", news->times), NULL);
    }
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .bold = news->mine, .grow = 1});
    if (tone)
        ui_text(ui, app_say(app, TONES[tone]),
                (UiText){.type = TYPE_CAPTION, .color = COLORS[tone]});
    ui_close(ui);
}

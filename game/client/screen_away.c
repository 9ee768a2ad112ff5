// client/screen_away.c — coming back to a seat: what went on meanwhile and what is asked now, a stand-in that plays for it, sheets that an undo sent back. Never: a rule.
#include "client/screen_seat.h"
#include <stdio.h>
#include <string.h>

enum { NEWS_MOST = 6 };

// ---- what was looked at last -------------------------------------------------------------------------------------

static bool stood_in(const View *view) {
    return view->me < view->actors_count && view->actors[view->me].by == BY_STAND_IN;
}

static AwayLook look_at(const View *view) {
    AwayLook look = {.levels_count = core_min(view->clauses_count, CLAUSES_MAX),
            .stood_in = stood_in(view)};
    snprintf(look.at, sizeof look.at, "%s", view->at);
    for (int32_t i = 0; i < look.levels_count; i++)
        look.levels[i] = view->clauses[i].draft;
    for (int32_t i = 0; i < view->decisions_count; i++) {
        const ViewDecision *decision = &view->decisions[i];
        if (decision->done && decision->arena < 32) look.decided |= 1u << decision->arena;
    }
    return look;
}

static bool plays_now(const View *view) {
    return view->status == STATUS_RUNNING || view->status == STATUS_BRIEF;
}

static bool has_fresh(const View *view) {
    for (int32_t i = 0; i < view->news_count; i++) {
        if (view->news[i].is_new) return true;
    }
    return false;
}

// A window that begins in the middle of a game has been away too.
void away_look(App *app, const View *view) {
    Away *away = &app->away;
    if (!plays_now(view)) {
        away->tells = false;
        return;
    }
    AwayLook now = look_at(view);
    bool moved = strcmp(now.at, away->last.at) != 0;
    bool first = !away->seen && view->status == STATUS_RUNNING
                 && (has_fresh(view) || view->round > 1);
    bool gone = away->seen
                && ((away->asleep && moved) || (away->last.stood_in && !now.stood_in));
    if (first || gone) {
        away->back = away->seen ? away->last : (AwayLook){0};
        away->tells = true;
    } else if (moved) {
        away->tells = false;
    }
    away->last = now;
    away->seen = true;
    away->asleep = false;
}

void app_went_away(App *app) { app->away.asleep = true; }

// ---- the card that tells it --------------------------------------------------------------------------------------

static void row(Ui *ui, IconKind icon, const char *text) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    ui_icon(ui, icon, 20, COLOR_ACCENT);
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
}

static void decision_rows(Ui *ui, const View *view, const App *app) {
    for (int32_t i = 0; i < view->decisions_count; i++) {
        const ViewDecision *one = &view->decisions[i];
        bool told = one->arena < 32 && (app->away.back.decided >> one->arena & 1);
        if (!one->done || told) continue;
        const char *how =
                app_say(app, one->passed ? WORD_DECISION_PASSED : WORD_DECISION_NOT);
        row(ui, ICON_VOTE, ui_format(ui, "%s: %s", one->name, how));
    }
}

static void level_rows(Ui *ui, const View *view, const App *app) {
    const AwayLook *back = &app->away.back;
    for (int32_t i = 0; i < core_min(view->clauses_count, back->levels_count); i++) {
        const ViewClause *clause = &view->clauses[i];
        bool known = clause->draft < clause->levels_count;
        if (clause->draft == back->levels[i] || !known) continue;
        const char *moved = app_say_with(ui, app, WORD_LEVEL_MOVED, "from",
                ui_format(ui, "%d", back->levels[i]), "to",
                ui_format(ui, "%d", clause->draft), NULL);
        row(ui, clause->draft > back->levels[i] ? ICON_UP : ICON_DOWN,
                ui_format(ui, "%s: %s %s", clause->name, moved,
                        clause->levels[clause->draft]));
    }
}

static bool is_mine(const ViewDeal *deal) {
    return deal->state == DEAL_AGREED && deal->mine;
}

static void promise_rows(Ui *ui, const View *view, const App *app) {
    for (int32_t i = 0; i < view->deals_count; i++) {
        const ViewDeal *deal = &view->deals[i];
        for (int32_t k = 0; is_mine(deal) && k < deal->promises_count; k++) {
            const ViewPromise *promise = &deal->promises[k];
            if (promise->state != PROMISE_OPEN || promise->due > view->round) continue;
            Word whose = promise->by_me ? WORD_DUE_MINE : WORD_DUE_THEIRS;
            row(ui, ICON_KNOT, ui_format(ui, "%s %s", app_say(app, whose), promise->text));
        }
    }
}

static void news_rows(Ui *ui, const View *view, const App *app) {
    int32_t fresh = 0;
    for (int32_t i = 0; i < view->news_count; i++)
        fresh += view->news[i].is_new;
    for (int32_t i = 0, skip = fresh - NEWS_MOST; i < view->news_count; i++) {
        if (view->news[i].is_new && skip-- <= 0)
            part_news_line(ui, view, app, &view->news[i]);
    }
}

static void standin_card(Ui *ui, App *app) {
    part_card_open(ui, app_say(app, WORD_AWAY_STANDIN), ICON_MASK);
    ui_text(ui, app_say(app, WORD_AWAY_STANDIN_TEXT), (UiText){.type = TYPE_LABEL});
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "back",
                              .label = app_say(app, WORD_AM_BACK),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY}))
        app_send_plain(app, COMMAND_SEAT_BACK, 0, 0, 0);
    ui_close(ui);
    part_card_close(ui);
}

static void away_buttons(Ui *ui, App *app) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "got_it",
                              .label = app_say(app, WORD_GOT_IT),
                              .icon = ICON_CHECK}))
        app->away.tells = false;
    if (app->away.back.stood_in
            && ui_button(ui, (UiButton){.id = "object",
                                     .label = app_say(app, WORD_OBJECT_AWAY),
                                     .note = app_say(app, WORD_OBJECT_AWAY_NOTE),
                                     .rank = UI_QUIET}))
        app_send_plain(app, COMMAND_OBJECT_AWAY, 0, 0, 0);
    ui_close(ui);
}

static void away_card(Ui *ui, const View *view, App *app) {
    const Away *away = &app->away;
    Word title = away->back.at[0] ? WORD_AWAY_TITLE : WORD_CATCH_UP;
    part_card_open(ui, app_say(app, title), ICON_CLOCK);
    row(ui, ICON_FLAG,
            ui_format(ui, "%s %s. %s", app_say(app, WORD_AWAY_NOW), view->phase_name,
                    view->expected));
    if (away->back.stood_in) part_empty(ui, app_say(app, WORD_AWAY_STOOD_IN));
    decision_rows(ui, view, app);
    level_rows(ui, view, app);
    promise_rows(ui, view, app);
    news_rows(ui, view, app);
    away_buttons(ui, app);
    part_card_close(ui);
}

// ---- sheets that came back ---------------------------------------------------------------------------------------

static bool can_open(const View *view, const Returned *one) {
    bool act = one->kind == COMMAND_ACT || one->kind == COMMAND_CONSENT_ASK;
    return !act || app_move(view, one->act.move) != NULL;
}

static void drop(App *app, int32_t place) {
    int32_t after = --app->returned_count - place;
    memmove(&app->returned[place], &app->returned[place + 1],
            sizeof *app->returned * (size_t)after);
}

static void open_again(App *app, int32_t place) {
    Returned *one = &app->returned[place];
    if (one->kind == COMMAND_DEAL_OFFER) {
        app->deal = one->deal;
        app->deal.open = true;
    } else if (one->kind == COMMAND_COALITION_PROPOSE) {
        app->coalition = one->coalition;
        app->coalition.open = true;
    } else {
        app->act = one->act;
        app->act.open = true;
    }
    drop(app, place);
}

static void returned_row(Ui *ui, const View *view, App *app, int32_t place) {
    bool open = can_open(view, &app->returned[place]);
    ui_text(ui, app->returned[place].title, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    bool again =
            ui_button(ui, (UiButton){.id = "open",
                                  .label = app_say(app, WORD_UNDONE_OPEN),
                                  .icon = ICON_NEXT,
                                  .closed = open ? NULL : app_say(app, WORD_UNDONE_LATER)});
    bool away = ui_button(ui, (UiButton){.id = "drop",
                                      .label = app_say(app, WORD_UNDONE_DROP),
                                      .icon = ICON_CLOSE,
                                      .rank = UI_QUIET});
    ui_close(ui);
    if (again)
        open_again(app, place);
    else if (away)
        drop(app, place);
}

static void returned_card(Ui *ui, const View *view, App *app) {
    if (app->returned_count == 0) return;
    part_card_open(ui, app_say(app, WORD_UNDONE_TITLE), ICON_BACK);
    ui_text(ui, app_say(app, WORD_UNDONE_TEXT),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    for (int32_t i = 0; i < app->returned_count; i++) {
        ui_scope(ui, "returned", i);
        returned_row(ui, view, app, i);
        ui_scope_end(ui);
    }
    part_card_close(ui);
}

bool away_tells(const App *app) { return app->seat && app->away.tells; }

void part_away(Ui *ui, const View *view, App *app) {
    if (!app->seat) return;
    ui_scope(ui, "away", -1);
    if (stood_in(view))
        standin_card(ui, app);
    else if (app->away.tells)
        away_card(ui, view, app);
    returned_card(ui, view, app);
    ui_scope_end(ui);
}

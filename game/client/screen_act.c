// client/screen_act.c — the sheet of one act: what it does, costs and brings, its choices, and sending it. Never: a rule.
#include "client/screen_host.h"
#include <string.h>

static void said_line(
        Ui *ui, const char *label, const char *text, ColorToken color, IconKind icon) {
    if (!*text) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    ui_icon(ui, icon, 20, color);
    ui_open(ui, (UiBox){.grow = 1});
    ui_text(ui, label, (UiText){.type = TYPE_CAPTION, .bold = true, .color = color});
    ui_text(ui, text, (UiText){.type = TYPE_LABEL});
    ui_close(ui);
    ui_close(ui);
}

static void describe(Ui *ui, const App *app, const ViewMove *move) {
    LineStyle line = part_style_line(move->style);
    if (*move->about) ui_text(ui, move->about, (UiText){.type = TYPE_LABEL});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    ui_chip(ui, part_style_word(app, move->style), ICON_NONE, COLOR_TEXT, &line);
    ui_chip(ui, app_say(app, move->quiet ? WORD_SEEN_QUIET : WORD_SEEN_OPEN),
            move->quiet ? ICON_MASK : ICON_EYE, COLOR_TEXT, NULL);
    ui_close(ui);
    said_line(ui, app_say(app, WORD_COSTS), move->costs, COLOR_MUTED, ICON_CLOCK);
    said_line(ui, app_say(app, WORD_BRINGS), move->brings, COLOR_GOOD, ICON_PLUS);
    said_line(ui, app_say(app, WORD_WARNS), move->warns, COLOR_CARE, ICON_WARN);
}

static void choose_target(Ui *ui, App *app, const ViewMove *move) {
    enum { SHOWN_MAX = 64 };
    const char *labels[SHOWN_MAX], *closed[SHOWN_MAX];
    int32_t count = core_min(move->targets_count, SHOWN_MAX);
    if (count == 0) return;
    for (int32_t i = 0; i < count; i++) {
        labels[i] = move->targets[i].name;
        closed[i] = move->targets[i].open ? NULL : move->targets[i].closed;
    }
    ui_text(ui, app_say(app, WORD_WHOM), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "target", labels, closed, count, &app->act.target);
    int32_t chosen = core_clamp(app->act.target, 0, count - 1);
    if (*move->targets[chosen].note)
        said_line(ui, app_say(app, WORD_WARNS), move->targets[chosen].note, COLOR_CARE,
                ICON_WARN);
}

static bool points_at_clause(const App *app, const ViewMove *move) {
    return app->act.target < move->targets_count
           && move->targets[app->act.target].thing.kind == KIND_CLAUSE;
}

static void choose_side(Ui *ui, App *app, const ViewMove *move) {
    if (!move->sides) return;
    bool clause = points_at_clause(app, move);
    const char *labels[2] = {app_say(app, clause ? WORD_SIDE_UP : WORD_SIDE_FOR),
            app_say(app, clause ? WORD_SIDE_DOWN : WORD_SIDE_AGAINST)};
    int32_t place = app->act.side < 0;
    ui_text(ui, app_say(app, WORD_SIDE), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "side", labels, NULL, 2, &place);
    app->act.side = place ? -1 : 1;
}

// A list of several is put together with checks.
static void choose_guests(Ui *ui, const View *view, App *app, int32_t q) {
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        uint16_t bit = (uint16_t)(1u << view->actors[i].index);
        bool in = app->act.guests[q] & bit;
        ui_scope(ui, "guest", i);
        if (ui_check(ui, "in", view->actors[i].name, &in)) app->act.guests[q] ^= bit;
        ui_scope_end(ui);
    }
}

static void choose_answers(Ui *ui, const View *view, App *app, const ViewMove *move) {
    enum { SHOWN_MAX = 40 };
    for (int32_t q = 0; q < move->asks_count && q < ASKS_MAX; q++) {
        const ViewQuestion *ask = &move->asks[q];
        const char *labels[SHOWN_MAX], *closed[SHOWN_MAX];
        int32_t count = core_min(ask->options_count, SHOWN_MAX);
        for (int32_t i = 0; i < count; i++) {
            labels[i] = ask->options[i].name;
            const char *reason = *ask->options[i].closed ? ask->options[i].closed
                                                         : app_say(app, WORD_NOT_NOW);
            closed[i] = ask->options[i].open ? NULL : reason;
        }
        ui_text(ui, ask->name, (UiText){.type = TYPE_LABEL, .bold = true});
        ui_scope(ui, "ask", q);
        if (ask->many)
            choose_guests(ui, view, app, q);
        else
            ui_radio(ui, "answer", labels, closed, count, &app->act.answers[q]);
        ui_scope_end(ui);
    }
}

static void choose_token(Ui *ui, App *app, const ViewMove *move) {
    enum { TOKENS_MAX = 4 };
    const char *labels[TOKENS_MAX], *closed[TOKENS_MAX];
    int32_t count = core_min(move->tokens_count, TOKENS_MAX);
    if (count == 0) return;
    for (int32_t i = 0; i < count; i++) {
        labels[i] = move->tokens[i].name;
        closed[i] = move->tokens[i].open ? NULL : move->tokens[i].closed;
    }
    ui_text(ui, app_say(app, WORD_TOKEN), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "token", labels, closed, count, &app->act.token);
}

static Command act_command(const View *view, const App *app, const ViewMove *move) {
    Command command = {.kind = move->is_request ? COMMAND_CONSENT_ASK : COMMAND_ACT};
    const ActDraft *draft = &app->act;
    command.act = (Act){.move = move->index,
            .actor = view->me,
            .arena = NONE,
            .bid = (uint8_t)draft->bid};
    command.act.target = (Thing){KIND_NONE, NONE};
    if (draft->target < move->targets_count)
        command.act.target = move->targets[draft->target].thing;
    if (move->sides) command.act.side = (int8_t)draft->side;
    if (draft->token > 0 && draft->token < move->tokens_count)
        command.act.token = (uint8_t)move->tokens[draft->token].value;
    if (move->kind == MOVE_POINT) command.act.arena = view->meeting.arena_index;
    for (int32_t q = 0; q < move->asks_count && q < ASKS_MAX; q++) {
        const ViewQuestion *ask = &move->asks[q];
        if (draft->answers[q] < ask->options_count)
            command.act.asked[q] = ask->options[draft->answers[q]].value;
        if (ask->many) command.act.asked[q] = (int16_t)draft->guests[q];
    }
    return command;
}

static const char *still_closed(const App *app, const ViewMove *move) {
    if (!move->open) return *move->closed ? move->closed : app_say(app, WORD_NOT_NOW);
    if (move->targets_count == 0 || app->act.target >= move->targets_count) return NULL;
    const ViewTarget *target = &move->targets[app->act.target];
    return target->open ? NULL : target->closed;
}

// All that is picked of it, and what that would come to. Returns why it cannot be sent as it stands; NULL = it can.
static const char *fill_in(Ui *ui, const View *view, App *app, const ViewMove *move) {
    choose_target(ui, app, move);
    choose_side(ui, app, move);
    choose_answers(ui, view, app, move);
    if (move->bid_max > move->bid_min)
        ui_stepper(ui, "bid", app_say(app, WORD_BID), &app->act.bid, move->bid_min,
                move->bid_max);
    choose_token(ui, app, move);
    bool for_seat = app->look && view == app->look->view;
    if (for_seat)
        part_because(ui, app);
    else if (move->label_max > 0)
        ui_field(ui, "label", app_say(app, WORD_LABEL), app->act.label,
                sizeof app->act.label);
    const char *closed = still_closed(app, move);
    if (closed) return closed;
    Command command = act_command(view, app, move);
    return part_foreseen(ui, view, app, move, &command);
}

static void send_line(
        Ui *ui, const View *view, App *app, const ViewMove *move, const char *closed) {
    bool at_once = view->phase_kind == PHASE_IN_TURN;
    Word note = move->is_request ? WORD_REQUEST_NOTE : at_once ? WORD_AT_ONCE : WORD_SEALED;
    Word send = move->is_request ? WORD_REQUEST_ASK
                : at_once        ? WORD_SEND
                                 : WORD_PUT_ON_LIST;
    sheet_footer_open(ui, app, app_say(app, note));
    if (!ui_button(ui, (UiButton){.id = "send",
                               .label = app_say(app, send),
                               .icon = ICON_CHECK,
                               .rank = UI_PRIMARY,
                               .closed = closed}))
        return;
    app_send(app, act_command(view, app, move), move->label_max > 0 ? app->act.label : "");
    app->act.open = false;
    app->act.label[0] = 0;
}

void sheet_act_draw(Ui *ui, const View *view, App *app) {
    const ViewMove *move = app_move(view, app->act.move);
    if (!move) {
        app->act.open = false;
        return;
    }
    ui_scope(ui, "act", move->index);
    if (!ui_sheet_open(ui, "sheet", move->name, app_say(app, WORD_CLOSE))) {
        app->act.open = false;
        ui_scope_end(ui);
        return;
    }
    describe(ui, app, move);
    const char *closed = fill_in(ui, view, app, move);
    if (app->look && view == app->look->view) {
        Command command = act_command(view, app, move);
        part_send_for(ui, app, &command, closed);
    } else {
        send_line(ui, view, app, move, closed);
    }
    ui_sheet_close(ui);
    ui_scope_end(ui);
}

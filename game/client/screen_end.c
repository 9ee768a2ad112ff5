// client/screen_end.c — the end: what it came to, six criteria, text, influence beside means, curves, timeline. Never: a winner.
#include "client/charts.h"
#include "client/screen_seat.h"

void part_ending(Ui *ui, const View *view, const App *app) {
    const ViewEnd *end = &view->end;
    ui_open(ui, (UiBox){.pad = 20,
                        .gap = 10,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_ACCENT,
                        .edge_dp = 2});
    ui_heading(ui, end->title, TYPE_BIG);
    ui_text(ui, end->text, (UiText){0});
    if (*end->ask) {
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 10, .across = UI_START});
        ui_icon(ui, ICON_WHY, 24, COLOR_ACCENT);
        ui_text(ui, end->ask, (UiText){.bold = true, .grow = 1});
        ui_close(ui);
    }
    ui_text(ui, app_say(app, WORD_NO_WINNER),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_close(ui);
}

void part_criteria(Ui *ui, const View *view, const App *app) {
    const char *labels[6];
    int32_t values[6], count = 0;
    for (int32_t i = 0; i < 6; i++) {
        if (view->end.criterion[i] < 0) continue;
        labels[count] = view->end.criteria[i];
        values[count++] = view->end.criterion[i];
    }
    if (count < 3) return;
    part_card_open(ui, app_say(app, WORD_CRITERIA_TITLE), ICON_STAR);
    chart_radar(ui, app_say(app, WORD_CRITERIA_TITLE), labels, values, NULL, count, 260);
    part_card_close(ui);
}

void part_outcome(Ui *ui, const View *view, const App *app) {
    const ViewEnd *end = &view->end;
    part_card_open(ui, app_say(app, WORD_OUTCOME_TITLE), ICON_KNOW);
    for (int32_t i = 0; i < view->clauses_count; i++) {
        const ViewClause *clause = &view->clauses[i];
        bool decided = clause->decided && clause->law < clause->levels_count;
        ui_open(ui, (UiBox){.gap = 2});
        ui_text(ui, clause->name,
                (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
        ui_text(ui, decided ? clause->levels[clause->law] : app_say(app, WORD_NOT_DECIDED),
                (UiText){.type = TYPE_LABEL});
        ui_close(ui);
    }
    if (*end->mandate) {
        ui_rule(ui);
        ui_text(ui, app_say(app, WORD_MANDATE),
                (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
        ui_text(ui, end->mandate, (UiText){.type = TYPE_LABEL});
    }
    if (*end->hidden) {
        ui_text(ui, app_say(app, WORD_HIDDEN_MANDATE),
                (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
        ui_text(ui, end->hidden, (UiText){.type = TYPE_LABEL});
    }
    part_card_close(ui);
}

void part_shares(Ui *ui, const View *view, const App *app) {
    ChartShare shares[CHART_SHARES_MAX];
    int32_t count = core_min(view->end.shares_count, CHART_SHARES_MAX);
    if (count == 0) return;
    for (int32_t i = 0; i < count; i++) {
        const ViewShare *share = &view->end.shares[i];
        int32_t look = share->actor < view->actors_count ? view->actors[share->actor].index
                                                         : share->actor;
        shares[i] = (ChartShare){share->name, look, share->means_start, share->influence};
    }
    part_card_open(ui, app_say(app, WORD_SHARES_TITLE), ICON_ACCESS);
    ui_text(ui, app_say(app, WORD_SHARES_TEXT),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    for (int32_t i = 0; i < count; i++) {
        const ViewShare *share = &view->end.shares[i];
        if (share->actor != view->me) continue;
        const char *means = ui_format(ui, "%d", (share->means_start + 5) / 10);
        const char *influence = ui_format(ui, "%d", (share->influence + 5) / 10);
        const char *mine = app_say_with(
                ui, app, WORD_SHARES_ME, "means", means, "influence", influence, NULL);
        ui_text(ui, mine, (UiText){.type = TYPE_LABEL, .bold = true});
    }
    chart_shares(ui, app_say(app, WORD_SHARES_MEANS), app_say(app, WORD_SHARES_INFLUENCE),
            shares, count);
    part_card_close(ui);
}

// "Two years later": each shock, what it met, and whether the gain stood.
void part_epilogue(Ui *ui, const View *view, const App *app) {
    const ViewEnd *end = &view->end;
    if (end->epilogue_count == 0) return;
    part_card_open(ui, app_say(app, WORD_EPILOGUE_TITLE), ICON_CLOCK);
    for (int32_t i = 0; i < end->epilogue_count; i++) {
        const ViewShock *shock = &end->epilogue[i];
        if (i) ui_rule(ui);
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_text(ui, shock->name, (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1});
        ui_chip(ui, app_say(app, shock->stood ? WORD_SHOCK_STOOD : WORD_SHOCK_HIT),
                shock->stood ? ICON_CHECK : ICON_MINUS,
                shock->stood ? COLOR_GOOD : COLOR_ALARM, NULL);
        ui_close(ui);
        if (*shock->text) ui_text(ui, shock->text, (UiText){.type = TYPE_LABEL});
        if (*shock->result)
            ui_text(ui, shock->result, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    }
    part_card_close(ui);
}

// What each team kept to itself is told at the end.
void part_mandates(Ui *ui, const View *view, const App *app) {
    const ViewEnd *end = &view->end;
    if (end->mandates_count == 0) return;
    part_card_open(ui, app_say(app, WORD_MANDATES_TITLE), ICON_MASK);
    for (int32_t i = 0; i < end->mandates_count; i++)
        part_news_line(ui, view, app, &end->mandates[i]);
    part_card_close(ui);
}

static int32_t curves_of(const View *view, int32_t actor, ChartCurve *out) {
    static const ShapeKind SHAPES[CHART_CURVES_MAX] = {SHAPE_CIRCLE, SHAPE_SQUARE,
            SHAPE_DIAMOND, SHAPE_TRIANGLE, SHAPE_STAR, SHAPE_HEXAGON};
    static const ColorToken TOKENS[CHART_CURVES_MAX] = {COLOR_ACTOR_5, COLOR_ACTOR_6,
            COLOR_ACTOR_3, COLOR_ACTOR_1, COLOR_ACTOR_7, COLOR_ACTOR_2};
    static const LineStyle STYLES[CHART_CURVES_MAX] = {
            LINE_SOLID, LINE_DASHED, LINE_DOTTED, LINE_SOLID, LINE_DASHED, LINE_DOTTED};
    int32_t count = 0;
    for (int32_t i = 0; i < view->end.curves_count && count < CHART_CURVES_MAX; i++) {
        const ViewCurve *curve = &view->end.curves[i];
        if (curve->actor != actor) continue;
        ChartCurve *line = &out[count];
        *line = (ChartCurve){.label = curve->name,
                .token = TOKENS[count],
                .shape = SHAPES[count],
                .style = STYLES[count]};
        line->count =
                core_min(view->end.rounds + 1, core_min(ROUNDS_MAX + 1, CHART_POINTS_MAX));
        for (int32_t r = 0; r < line->count; r++)
            line->points[r] = curve->values[r];
        count++;
    }
    return count;
}

void part_curves(Ui *ui, const View *view, App *app) {
    const char *labels[ACTORS_MAX];
    int32_t places[ACTORS_MAX] = {0}, count = 0;
    ChartCurve curves[CHART_CURVES_MAX];
    for (int32_t i = 0; i < view->actors_count && count < ACTORS_MAX; i++) {
        if (curves_of(view, i, curves) == 0) continue;
        labels[count] = view->actors[i].name;
        places[count++] = i;
    }
    if (count == 0) return;
    app->end_actor = core_clamp(app->end_actor, 0, count - 1);
    part_card_open(ui, app_say(app, WORD_CURVES_TITLE), ICON_PUBLIC);
    ui_tabs(ui, "actor", labels, NULL, NULL, count, &app->end_actor);
    int32_t lines = curves_of(view, places[app->end_actor], curves);
    chart_curves(ui, labels[app->end_actor], curves, lines, 100, 220);
    part_card_close(ui);
}

void part_timeline(Ui *ui, const View *view, const App *app) {
    const ViewEnd *end = &view->end;
    part_card_open(ui, app_say(app, WORD_TIMELINE_TITLE), ICON_CLOCK);
    int32_t round = -1;
    for (int32_t i = 0; i < end->timeline_count; i++) {
        const ViewNews *news = &end->timeline[i];
        if (news->round != round) {
            if (round >= 0) ui_rule(ui);
            ui_text(ui,
                    app_say_with(ui, app, WORD_ROUND, "round",
                            ui_format(ui, "%d", news->round), NULL),
                    (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_MUTED});
        }
        round = news->round;
        part_news_line(ui, view, app, news);
    }
    part_card_close(ui);
}

void screen_end_draw(Ui *ui, const View *view, App *app) {
    frame_open(ui, view, app);
    if (app->seat) { // of a workshop: the facilitator leads what is looked at
        part_debrief(ui, view, app);
        frame_close(ui, view, app);
        return;
    }
    bool compact = ui_size(ui) == UI_COMPACT;
    part_ending(ui, view, app);
    part_steps(ui, view, app);
    ui_open(ui, (UiBox){.flow = compact ? UI_COLUMN : UI_ROW,
                        .gap = 16,
                        .across = compact ? UI_AUTO : UI_START});
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 260, .gap = 16});
    part_criteria(ui, view, app);
    part_epilogue(ui, view, app);
    part_shares(ui, view, app);
    part_influence(ui, view, app);
    ui_close(ui);
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 260, .gap = 16});
    part_outcome(ui, view, app);
    part_mandates(ui, view, app);
    part_reasons(ui, view, app);
    part_curves(ui, view, app);
    part_timeline(ui, view, app);
    ui_close(ui);
    ui_close(ui);
    frame_close(ui, view, app);
}

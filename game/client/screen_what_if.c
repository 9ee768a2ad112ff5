// client/screen_what_if.c — the page "What if": the game without a team, or without one act, beside the game as it was played; and the share of each. Never: says what would have been right.
#include "client/charts.h"
#include "client/screen_host.h"
#include <string.h>

// ---- the way in ----------------------------------------------------------------------------------------------------

void part_what_if(Ui *ui, App *app, bool told) {
    if (!app->ports.what_if) return;
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "what_if",
                              .label = app_say(app, WORD_WHAT_IF),
                              .icon = ICON_WHY,
                              .closed = told ? NULL : app_say(app, WORD_WHAT_IF_CLOSED)})) {
        app->what_if_open = true;
        app->ports.what_if(app->ports.context);
    }
    ui_close(ui);
}

// ---- what can be left out --------------------------------------------------------------------------------------------

static const char *deed_name(const App *app, const WhatIfRow *row) {
    static const Word WORDS[] = {[WHAT_IF_VOTE] = WORD_WHAT_IF_VOTE,
            [WHAT_IF_DEAL] = WORD_WHAT_IF_DEAL,
            [WHAT_IF_GROUP] = WORD_WHAT_IF_GROUP,
            [WHAT_IF_TALK] = WORD_WHAT_IF_TALK,
            [WHAT_IF_OTHER] = WORD_WHAT_IF_OTHER};
    return row->deed == WHAT_IF_MOVE ? row->what : app_say(app, WORDS[row->deed]);
}

static const char *act_name(
        Ui *ui, const App *app, const WhatIfView *seen, const WhatIfRow *row) {
    return app_say_with(ui, app, WORD_WHAT_IF_ACT, "who", seen->names[row->actor], "what",
            deed_name(app, row), "round", ui_format(ui, "%d", row->round), NULL);
}

static void one_pick(Ui *ui, App *app, const char *scope, int32_t i, const char *label,
        const char *waits, int32_t place) {
    ui_scope(ui, scope, i);
    if (ui_button(ui, (UiButton){.id = "without",
                              .label = label,
                              .icon = ICON_MINUS,
                              .closed = waits,
                              .chosen = app->what_if_of == place}))
        app->what_if_of = place;
    ui_scope_end(ui);
}

static void teams_part(Ui *ui, const WhatIfView *seen, App *app) {
    ui_text(ui, app_say(app, WORD_WHAT_IF_TEAMS),
            (UiText){.type = TYPE_LABEL, .bold = true, .heading = true});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 0; i < seen->teams_count; i++)
        one_pick(ui, app, "team", i, seen->names[i],
                seen->teams[i].known ? NULL : app_say(app, WORD_WHAT_IF_WAITS), i);
    ui_close(ui);
}

static void acts_part(Ui *ui, const WhatIfView *seen, App *app) {
    ui_text(ui, app_say(app, WORD_WHAT_IF_ACTS),
            (UiText){.type = TYPE_LABEL, .bold = true, .heading = true});
    if (!seen->acts_known || seen->acts_count == 0) {
        ui_text(ui,
                app_say(app, seen->acts_known ? WORD_WHAT_IF_NO_ACT : WORD_WHAT_IF_WAITS),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
        return;
    }
    for (int32_t i = 0; i < seen->acts_count; i++)
        one_pick(ui, app, "act", i, act_name(ui, app, seen, &seen->acts[i]), NULL,
                seen->teams_count + i);
}

// ---- the answer --------------------------------------------------------------------------------------------------------

static bool same_law(const WhatIfView *seen, const WhatIfRow *a, const WhatIfRow *b) {
    return memcmp(a->law, b->law, (size_t)seen->clauses_count) == 0;
}

static Word verdict_of(const WhatIfView *seen, const WhatIfRow *without) {
    const WhatIfRow *played = &seen->played;
    bool passes = *without->passed != 0, passed = *played->passed != 0;
    if (passed && !passes) return WORD_WHAT_IF_LOST;
    if (!passed && passes) return WORD_WHAT_IF_GAINED;
    if (strcmp(played->passed, without->passed) != 0) return WORD_WHAT_IF_ELSEWHERE;
    if (strcmp(played->ending, without->ending) != 0) return WORD_WHAT_IF_ENDING;
    return same_law(seen, played, without) ? WORD_WHAT_IF_SAME : WORD_WHAT_IF_TEXT_DIFFERS;
}

static void end_lines(Ui *ui, const App *app, const char *title, const WhatIfRow *row) {
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 220, .gap = 4});
    ui_text(ui, title, (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
    ui_text(ui,
            *row->passed
                    ? app_say_with(ui, app, WORD_WHAT_IF_PASSED, "where", row->passed, NULL)
                    : app_say(app, WORD_WHAT_IF_NOTHING),
            (UiText){.type = TYPE_LABEL});
    if (*row->ending)
        ui_text(ui, app_say_with(ui, app, WORD_WHAT_IF_END, "ending", row->ending, NULL),
                (UiText){.type = TYPE_LABEL});
    ui_close(ui);
}

static void level_bar(Ui *ui, const WhatIfClause *clause, int32_t level, bool hollow) {
    int32_t most = core_max(1, clause->levels_count - 1);
    chart_split(
            ui, hollow ? 0 : level, hollow ? level : 0, most, ui_format(ui, "%d", level));
    const char *words = level < clause->levels_count ? clause->levels[level] : "";
    ui_text(ui, words, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

static void levels_part(
        Ui *ui, const WhatIfView *seen, const App *app, const WhatIfRow *without) {
    chart_split_legend(
            ui, app_say(app, WORD_WHAT_IF_PLAYED), app_say(app, WORD_WHAT_IF_WITHOUT));
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 260, .gap = 16});
    for (int32_t i = 0; i < seen->clauses_count; i++) {
        const WhatIfClause *clause = &seen->clauses[i];
        ui_open(ui, (UiBox){.gap = 2});
        ui_text(ui, clause->name, (UiText){.type = TYPE_LABEL, .bold = true});
        level_bar(ui, clause, seen->played.law[i], false);
        level_bar(ui, clause, without->law[i], true);
        ui_close(ui);
    }
    ui_close(ui);
}

static void answer_part(Ui *ui, const WhatIfView *seen, const App *app) {
    int32_t act = app->what_if_of - seen->teams_count;
    bool is_act = act >= 0;
    const WhatIfRow *without = is_act ? &seen->acts[act] : &seen->teams[app->what_if_of];
    if (!without->known) return;
    const char *who =
            is_act ? act_name(ui, app, seen, without) : seen->names[app->what_if_of];
    const char *title = app_say_with(ui, app, WORD_WHAT_IF_WITHOUT_ONE, "who", who, NULL);
    ui_open(ui, (UiBox){.gap = 10,
                        .pad = 12,
                        .radius = 6,
                        .fill = COLOR_SUNK,
                        .bar = COLOR_ACCENT});
    ui_text(ui, title, (UiText){.type = TYPE_TITLE, .bold = true, .heading = true});
    ui_text(ui, app_say(app, verdict_of(seen, without)), (UiText){.bold = true});
    ui_text(ui, app_say(app, WORD_WHAT_IF_MODEL),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_open(ui, (UiBox){.flow = ui_size(ui) == UI_COMPACT ? UI_COLUMN : UI_ROW,
                        .gap = 16,
                        .across = UI_START});
    end_lines(ui, app, app_say(app, WORD_WHAT_IF_PLAYED), &seen->played);
    end_lines(ui, app, app_say(app, WORD_WHAT_IF_WITHOUT), without);
    ui_close(ui);
    levels_part(ui, seen, app, without);
    ui_close(ui);
}

// ---- the shares ----------------------------------------------------------------------------------------------------------

static void shares_part(Ui *ui, const WhatIfView *seen, const App *app) {
    enum { TENTHS = 10, ALL = 1000 };
    ui_text(ui, app_say(app, WORD_WHAT_IF_SHARES),
            (UiText){.type = TYPE_LABEL, .bold = true, .heading = true});
    if (seen->shares_never || !seen->shares_known) {
        ui_text(ui,
                app_say(app, seen->shares_never ? WORD_WHAT_IF_MANY : WORD_WHAT_IF_WAITS),
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
        return;
    }
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 260, .gap = 10});
    for (int32_t i = 0; i < seen->teams_count; i++) {
        int32_t share = seen->shares[i], rounding = share < 0 ? -TENTHS / 2 : TENTHS / 2;
        ui_open(ui, (UiBox){.gap = 2});
        chart_actor(ui, i, seen->names[i], 0);
        chart_split(ui, core_max(0, share), 0, ALL,
                ui_format(ui, "%d %%", (share + rounding) / TENTHS));
        ui_close(ui);
    }
    ui_close(ui);
    ui_text(ui, app_say(app, WORD_WHAT_IF_DIFFER),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
}

// ---- the sheet -----------------------------------------------------------------------------------------------------------

static void progress(Ui *ui, const WhatIfView *seen, const App *app) {
    if (seen->done >= seen->of) return;
    ui_text(ui,
            app_say_with(ui, app, WORD_WHAT_IF_RUNS, "done",
                    ui_format(ui, "%d", seen->done), "of", ui_format(ui, "%d", seen->of),
                    NULL),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    chart_split(ui, seen->done, 0, seen->of,
            ui_format(ui, "%d %%", 100 * seen->done / core_max(1, seen->of)));
}

void sheet_what_if_draw(Ui *ui, App *app) {
    const WhatIfView *seen = app->what_if;
    if (!ui_sheet_open(ui, "what_if_sheet", app_say(app, WORD_WHAT_IF),
                app_say(app, WORD_CLOSE))) {
        app->what_if_open = false;
        return;
    }
    ui_text(ui, app_say(app, WORD_WHAT_IF_TEXT),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    int32_t last = seen->teams_count + seen->acts_count - 1;
    app->what_if_of = core_clamp(app->what_if_of, 0, core_max(0, last));
    progress(ui, seen, app);
    teams_part(ui, seen, app);
    acts_part(ui, seen, app);
    answer_part(ui, seen, app);
    shares_part(ui, seen, app);
    ui_sheet_close(ui);
}

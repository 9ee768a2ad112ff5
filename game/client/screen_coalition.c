// client/screen_coalition.c — a coalition in short and its sheet: five lights, common view, asks, who carries the work, openness, leaving. Never: a rule.
#include "client/charts.h"
#include "client/screens.h"
#include <string.h>

static const char *if_closed(const char *sentence) { return *sentence ? sentence : NULL; }

static void label(Ui *ui, const char *text) {
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .bold = true});
}

static void caption(Ui *ui, const char *text) {
    if (*text) ui_text(ui, text, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

// A part that cannot be changed now says so once, not at every option.
static void locked_line(Ui *ui, const char *sentence) {
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    ui_icon(ui, ICON_LOCK, 18, COLOR_MUTED);
    ui_text(ui, sentence, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED, .grow = 1});
    ui_close(ui);
}

static const ViewGroup *group_of(const View *view, const ViewCoalition *coalition) {
    return &view->groups[coalition - view->coalitions];
}

// --- In short ---

static void light_chips(Ui *ui, const ViewCoalition *coalition) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    for (int32_t i = 0; i < coalition->five_count; i++) {
        bool on = coalition->five[i].on;
        ui_chip(ui, coalition->five[i].name, on ? ICON_CHECK : ICON_MINUS,
                on ? COLOR_GOOD : COLOR_MUTED, NULL);
    }
    ui_close(ui);
}

static void open_sheet(App *app, const View *view, const ViewCoalition *coalition) {
    app->notice[0] = 0;
    app->group = (GroupDraft){.open = true,
            .slot = coalition->slot,
            .does = core_max(1, coalition->backbone_does),
            .flags = core_min(coalition->flags, 2)};
    for (int32_t i = 0; i < view->actors_count; i++) {
        if (view->actors[i].index == coalition->backbone_actor) app->group.carries = i + 1;
    }
}

static void mine_in_short(
        Ui *ui, const View *view, App *app, const ViewCoalition *coalition) {
    part_view_number(ui, app, app_say(app, WORD_COHESION), &coalition->cohesion, "peer");
    light_chips(ui, coalition);
    if (ui_button(ui, (UiButton){.id = "sheet",
                              .label = app_say(app, WORD_OPEN_COALITION),
                              .note = app_say(app, WORD_OPEN_COALITION_NOTE),
                              .icon = ICON_PEER})) {
        open_sheet(app, view, coalition);
    }
}

void part_coalition(Ui *ui, const View *view, App *app, const ViewCoalition *coalition) {
    const ViewGroup *group = group_of(view, coalition);
    ui_scope(ui, "coalition", coalition->slot);
    part_card_open(ui, coalition->name, ICON_PEER);
    ui_text(ui, coalition->members_text, (UiText){.type = TYPE_LABEL});
    caption(ui, coalition->rule_text);
    if (*coalition->frame) ui_chip(ui, coalition->frame, ICON_EYE, COLOR_ACCENT, NULL);
    if (coalition->mine) {
        mine_in_short(ui, view, app, coalition);
    } else if (ui_button(ui, (UiButton){.id = "join",
                                     .label = app_say(app, WORD_JOIN_COALITION),
                                     .note = if_closed(group->join_about),
                                     .icon = ICON_PLUS,
                                     .closed = if_closed(group->join_closed)})) {
        app_send_plain(app, COMMAND_COALITION_PROPOSE, coalition->slot, 1 << view->me,
                coalition->rule);
    }
    part_card_close(ui);
    ui_scope_end(ui);
}

// --- The sheet ---

static void lights(Ui *ui, const App *app, const ViewCoalition *coalition) {
    if (coalition->five_count == 0) return;
    label(ui, app_say(app, WORD_LIGHTS_TITLE));
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 260, .gap = 10});
    for (int32_t i = 0; i < coalition->five_count; i++) {
        const ViewLight *light = &coalition->five[i];
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
        ui_icon(ui, light->on ? ICON_CHECK : ICON_MINUS, 20,
                light->on ? COLOR_GOOD : COLOR_MUTED);
        ui_open(ui, (UiBox){.grow = 1});
        ui_text(ui, light->name,
                (UiText){.type = TYPE_LABEL,
                        .bold = light->on,
                        .color = light->on ? COLOR_TEXT : COLOR_MUTED});
        caption(ui, light->text);
        ui_close(ui);
        ui_close(ui);
    }
    ui_close(ui);
}

static void common_view(
        Ui *ui, const View *view, App *app, const ViewCoalition *coalition) {
    const ViewGroup *group = group_of(view, coalition);
    const char *labels[FRAMES_MAX];
    int32_t count = core_min(view->frames_count, FRAMES_MAX), chosen = -1;
    if (count == 0) return;
    for (int32_t i = 0; i < count; i++) {
        labels[i] = view->frames[i].name;
        if (strcmp(labels[i], coalition->frame) == 0) chosen = i;
    }
    label(ui, app_say(app, WORD_OUR_FRAME));
    if (*group->frame_closed) {
        ui_text(ui, chosen < 0 ? app_say(app, WORD_NO_FRAME_YET) : labels[chosen],
                (UiText){.type = TYPE_LABEL});
        locked_line(ui, group->frame_closed);
    } else if (ui_radio(ui, "frame", labels, NULL, count, &chosen) && chosen >= 0) {
        app_send_plain(app, COMMAND_COALITION_FRAME, coalition->slot,
                view->frames[chosen].index, 0);
    }
}

static const char *level_of(const ViewClause *clause, int32_t level) {
    return level >= 0 && level < clause->levels_count ? clause->levels[level] : "";
}

// "Parents: one seat · Council: none"
static void other_asks(
        Ui *ui, const View *view, const ViewClause *clause, const ViewAgenda *line) {
    const char *text = "";
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        const char *ask = level_of(clause, line->asks[view->actors[i].index]);
        if (view->actors[i].is_me || !*ask) continue;
        text = ui_format(
                ui, "%s%s%s: %s", text, *text ? " · " : "", view->actors[i].name, ask);
    }
    caption(ui, text);
}

// An ask that a red line holds counts as an objection where the group decides by consent.
static void hold_check(Ui *ui, const View *view, App *app, const ViewCoalition *coalition,
        const ViewAgenda *line) {
    bool held = line->red_line;
    if (!line->may_hold && !held) return;
    if (*group_of(view, coalition)->ask_closed) return;
    if (!ui_check(ui, "hold", app_say(app, WORD_ASK_HOLD), &held)) return;
    app_send(app,
            (Command){.kind = COMMAND_COALITION_ASK,
                    .a = coalition->slot,
                    .b = line->index,
                    .c = line->asks[view->me],
                    .d = held},
            "");
}

static void one_ask(Ui *ui, const View *view, App *app, const ViewCoalition *coalition,
        const ViewClause *clause, const ViewAgenda *line) {
    const ViewGroup *group = group_of(view, coalition);
    int32_t chosen = line->asks[view->me] == NONE ? -1 : line->asks[view->me];
    ui_text(ui, line->clause, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    if (*group->ask_closed) {
        const char *asked = level_of(clause, chosen);
        ui_text(ui, *asked ? asked : app_say(app, WORD_NO_ASK_YET),
                (UiText){.type = TYPE_LABEL});
    } else if (ui_radio(ui, "level", clause->levels, NULL, clause->levels_count, &chosen)) {
        app_send_plain(app, COMMAND_COALITION_ASK, coalition->slot, clause->index, chosen);
    }
    hold_check(ui, view, app, coalition, line);
    other_asks(ui, view, clause, line);
    const char *now = level_of(clause, line->target);
    Word word = *now ? WORD_OUR_TARGET : WORD_NO_TARGET_YET;
    caption(ui, app_say_with(ui, app, word, "level", now, NULL));
    ColorToken color = line->outvotes_me ? COLOR_CARE : COLOR_TEXT;
    if (*line->note)
        ui_text(ui, line->note, (UiText){.type = TYPE_CAPTION, .color = color});
}

static const ViewClause *clause_of(const View *view, int32_t index) {
    for (int32_t i = 0; i < view->clauses_count; i++) {
        if (view->clauses[i].index == index) return &view->clauses[i];
    }
    return NULL;
}

static void asks(Ui *ui, const View *view, App *app, const ViewCoalition *coalition) {
    const ViewGroup *group = group_of(view, coalition);
    if (coalition->agenda_count == 0) return;
    label(ui, app_say(app, WORD_MY_ASKS));
    caption(ui, coalition->agenda_text);
    if (*group->ask_closed) locked_line(ui, group->ask_closed);
    for (int32_t i = 0; i < coalition->agenda_count; i++) {
        const ViewClause *clause = clause_of(view, coalition->agenda[i].index);
        if (!clause) continue;
        ui_scope(ui, "ask", i);
        ui_open(ui, (UiBox){.gap = 4, .pad = 10, .radius = 6, .edge = COLOR_LINE});
        one_ask(ui, view, app, coalition, clause, &coalition->agenda[i]);
        ui_close(ui);
        ui_scope_end(ui);
    }
}

static int32_t member_options(const View *view, const App *app, uint16_t members,
        const char **labels, int32_t *places) {
    int32_t count = 1;
    labels[0] = app_say(app, WORD_CARRIES_NOBODY);
    places[0] = 0;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        if (!((members >> view->actors[i].index) & 1)) continue;
        labels[count] = view->actors[i].name;
        places[count++] = i + 1;
    }
    return count;
}

static void who_carries(
        Ui *ui, const View *view, App *app, const ViewCoalition *coalition) {
    const ViewGroup *group = group_of(view, coalition);
    const char *labels[ACTORS_MAX + 1];
    int32_t places[ACTORS_MAX + 1], chosen = 0;
    int32_t count = member_options(view, app, coalition->members, labels, places);
    for (int32_t i = 0; i < count; i++) {
        if (places[i] == app->group.carries) chosen = i;
    }
    ui_radio(ui, "carries", labels, NULL, count, &chosen);
    app->group.carries = places[chosen];
    if (app->group.carries == 0) {
        caption(ui, group->backbone_about[0]);
        return;
    }
    const char *ways[2] = {
            app_say(app, WORD_CARRIES_COORDINATES), app_say(app, WORD_CARRIES_TRANSFORMS)};
    int32_t way = core_clamp(app->group.does - 1, 0, 1);
    ui_text(ui, app_say(app, WORD_CARRIES_HOW), (UiText){.type = TYPE_LABEL});
    ui_radio(ui, "does", ways, NULL, 2, &way);
    app->group.does = way + 1;
    caption(ui, group->backbone_about[way + 1]);
}

static void how_open(Ui *ui, App *app, const ViewGroup *group) {
    const char *ways[3] = {app_say(app, WORD_FLAGS_NEITHER),
            app_say(app, WORD_FLAGS_TRANSPARENT), app_say(app, WORD_FLAGS_CONFIDENTIAL)};
    label(ui, app_say(app, WORD_FLAGS_TITLE));
    ui_radio(ui, "flags", ways, NULL, 3, &app->group.flags);
    app->group.flags = core_clamp(app->group.flags, 0, 2);
    caption(ui, group->flags_about[app->group.flags]);
}

static void send_work(const View *view, App *app, const ViewCoalition *coalition) {
    int32_t place = app->group.carries - 1;
    bool somebody = place >= 0 && place < view->actors_count;
    app_send(app,
            (Command){.kind = COMMAND_COALITION_FLAGS,
                    .a = coalition->slot,
                    .b = (int16_t)app->group.flags,
                    .c = somebody ? view->actors[place].index : NONE,
                    .d = (int16_t)(somebody ? app->group.does : 0)},
            "");
}

static bool is_as_it_was(const View *view, const App *app, const ViewCoalition *coalition) {
    int32_t place = app->group.carries - 1;
    uint8_t carries = place >= 0 && place < view->actors_count ? view->actors[place].index
                                                               : (uint8_t)NONE;
    bool same_way = carries == NONE || app->group.does == coalition->backbone_does;
    return carries == coalition->backbone_actor && same_way
           && app->group.flags == coalition->flags;
}

static void work(Ui *ui, const View *view, App *app, const ViewCoalition *coalition) {
    const ViewGroup *group = group_of(view, coalition);
    label(ui, app_say(app, WORD_CARRIES_TITLE));
    if (*group->flags_closed) {
        ui_text(ui, *coalition->backbone ? coalition->backbone : group->backbone_about[0],
                (UiText){.type = TYPE_LABEL});
        caption(ui, group->flags_about[core_min(coalition->flags, 2)]);
        locked_line(ui, group->flags_closed);
        return;
    }
    who_carries(ui, view, app, coalition);
    how_open(ui, app, group);
    bool same = is_as_it_was(view, app, coalition);
    if (ui_button(ui, (UiButton){.id = "set",
                              .label = app_say(app, WORD_SET_WORK),
                              .icon = ICON_CHECK,
                              .closed = same ? app_say(app, WORD_SET_SAME) : NULL})) {
        send_work(view, app, coalition);
    }
}

static void head(
        Ui *ui, const App *app, const ViewCoalition *coalition, const ViewGroup *group) {
    ui_text(ui, coalition->members_text, (UiText){.type = TYPE_LABEL});
    caption(ui, coalition->rule_text);
    part_view_number(ui, app, app_say(app, WORD_COHESION), &coalition->cohesion, "peer");
    ViewNumber idle = coalition->inertia; // rounds are counted, not weighed in bands
    idle.band = 0;
    idle.word = "";
    part_view_number(ui, app, app_say(app, WORD_INERTIA), &idle, "");
    ui_text(ui, group->standing, (UiText){.type = TYPE_LABEL});
    if (*coalition->warning)
        ui_text(ui, coalition->warning,
                (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_CARE});
}

// What the group holds together, and who may spend it.
static void pool(Ui *ui, const View *view, App *app, const ViewCoalition *coalition) {
    if (coalition->pool_count == 0) return;
    bool lets = coalition->lets_spend;
    label(ui, app_say(app, WORD_POOL_TITLE));
    part_numbers(ui, app, "pool", coalition->pool, coalition->pool_count);
    caption(ui, app_say(app, coalition->may_spend ? WORD_POOL_YOURS : WORD_POOL_NOT_YOURS));
    if (*group_of(view, coalition)->purse_closed) {
        locked_line(ui, group_of(view, coalition)->purse_closed);
    } else if (ui_check(ui, "purse", app_say(app, WORD_POOL_LET), &lets)) {
        app_send_plain(app, COMMAND_COALITION_PURSE, coalition->slot, lets, 0);
    }
}

static void how_it_stands(Ui *ui, App *app, const ViewCoalition *coalition) {
    if (coalition->standing_count == 0) return;
    label(ui, app_say(app, WORD_GROUP_STANDING));
    part_numbers(ui, app, "stands", coalition->standing, coalition->standing_count);
}

static const ViewCoalition *shown(const View *view, const App *app) {
    for (int32_t i = 0; i < view->coalitions_count; i++) {
        const ViewCoalition *coalition = &view->coalitions[i];
        if (coalition->slot == app->group.slot && coalition->mine) return coalition;
    }
    return NULL;
}

static void body(Ui *ui, const View *view, App *app, const ViewCoalition *coalition) {
    const ViewGroup *group = group_of(view, coalition);
    head(ui, app, coalition, group);
    ui_rule(ui);
    lights(ui, app, coalition);
    ui_rule(ui);
    common_view(ui, view, app, coalition);
    ui_rule(ui);
    asks(ui, view, app, coalition);
    ui_rule(ui);
    work(ui, view, app, coalition);
    ui_rule(ui);
    pool(ui, view, app, coalition);
    how_it_stands(ui, app, coalition);
    if (ui_button(ui, (UiButton){.id = "leave",
                              .label = app_say(app, WORD_LEAVE_COALITION),
                              .note = group->leave_about,
                              .closed = if_closed(group->leave_closed)})) {
        app_send_plain(app, COMMAND_COALITION_LEAVE, coalition->slot, 0, 0);
        app->group.open = false;
    }
}

void sheet_group_draw(Ui *ui, const View *view, App *app) {
    const ViewCoalition *coalition = shown(view, app);
    ui_scope(ui, "group", -1);
    bool open = coalition
                && ui_sheet_open(ui, "sheet", coalition->name, app_say(app, WORD_CLOSE));
    if (!open) {
        app->group.open = false;
        ui_scope_end(ui);
        return;
    }
    body(ui, view, app, coalition);
    sheet_footer_open(ui, app, app_say(app, WORD_GROUP_NOTE));
    ui_sheet_close(ui);
    ui_scope_end(ui);
}

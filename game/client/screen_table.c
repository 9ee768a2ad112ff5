// client/screen_table.c — the table: what to do now, the text and who decides, one's own numbers and the others. Never: a rule.
#include "client/charts.h"
#include "client/screen_seat.h"
#include <string.h>

void part_text(Ui *ui, const View *view, const App *app) {
    part_card_open(ui, app_say(app, WORD_TEXT_TITLE), ICON_KNOW);
    for (int32_t i = 0; i < view->clauses_count; i++) {
        if (i) ui_rule(ui);
        part_clause(ui, view, app, &view->clauses[i]);
    }
    part_card_close(ui);
}

static void decider_card(Ui *ui, const View *view, const App *app,
        const ViewDecider *decider, int32_t place) {
    ui_scope(ui, "decider", place);
    ui_open(ui, (UiBox){.gap = 2, .pad = 10, .radius = 6, .edge = COLOR_LINE});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_text(ui, decider->name, (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1});
    ui_text(ui,
            app_say_with(ui, app, WORD_WEIGHT, "weight",
                    ui_format(ui, "%d", decider->weight), NULL),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
    if (*decider->hint)
        ui_text(ui, decider->hint, (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    if (decider->owner_index < view->actors_count) {
        ui_text(ui, app_say_with(ui, app, WORD_OWNED_BY, "actor", decider->owner, NULL),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    }
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 170, .gap = 4});
    ui_scope(ui, "stance", -1);
    part_view_number(ui, app, app_say(app, WORD_STANCE), &decider->stance, "");
    ui_scope_end(ui);
    ui_scope(ui, "heat", -1);
    part_view_number(ui, app, app_say(app, WORD_HEAT), &decider->heat, "");
    ui_scope_end(ui);
    ui_close(ui);
    if (*decider->known) ui_text(ui, decider->known, (UiText){.type = TYPE_CAPTION});
    if (*decider->champion)
        ui_text(ui, decider->champion, (UiText){.type = TYPE_CAPTION, .color = COLOR_CARE});
    if (decider->vote != 2) {
        static const Word VOTES[3] = {WORD_VOTED_NO, WORD_VOTED_ABSTAIN, WORD_VOTED_YES};
        ui_chip(ui, app_say(app, VOTES[core_clamp(decider->vote, -1, 1) + 1]), ICON_VOTE,
                COLOR_TEXT, NULL);
    }
    ui_close(ui);
    ui_scope_end(ui);
}

void part_deciders(Ui *ui, const View *view, const App *app) {
    part_card_open(ui, app_say(app, WORD_DECIDERS_TITLE), ICON_ELITE);
    for (int32_t a = 0; a < view->arenas_count; a++) {
        const ViewArena *arena = &view->arenas[a];
        if (!arena->decides) continue;
        ui_text(ui, arena->name,
                (UiText){.type = TYPE_LABEL, .bold = true, .color = COLOR_MUTED});
        if (*arena->how)
            ui_text(ui, arena->how, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
        for (int32_t i = 0; i < view->deciders_count; i++) {
            if (view->deciders[i].arena_index == arena->index)
                decider_card(ui, view, app, &view->deciders[i], i);
        }
    }
    part_card_close(ui);
}

void part_frames(Ui *ui, const View *view, const App *app) {
    if (view->frames_count == 0) return;
    part_card_open(ui, app_say(app, WORD_FRAMES_TITLE), ICON_EYE);
    for (int32_t i = 0; i < view->frames_count; i++) {
        const ViewFrame *frame = &view->frames[i];
        if (i) ui_rule(ui);
        ui_text(ui, frame->name, (UiText){.type = TYPE_LABEL, .bold = true});
        if (*frame->rider) {
            ui_text(ui, app_say_with(ui, app, WORD_RIDER, "rider", frame->rider, NULL),
                    (UiText){.type = TYPE_CAPTION, .color = COLOR_CARE});
        }
        part_numbers(ui, app, ui_format(ui, "frame%d", i), frame->adoption,
                frame->adoption_count);
    }
    part_card_close(ui);
}

static void me_card(Ui *ui, const View *view, const App *app) {
    if (view->me == NONE) return;
    part_card_open(ui, app_say(app, WORD_ME_TITLE), ICON_PERSON);
    if (*view->brief) ui_text(ui, view->brief, (UiText){.type = TYPE_LABEL});
    if (*view->mandate) {
        ui_text(ui, app_say(app, WORD_MANDATE),
                (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
        ui_text(ui, view->mandate, (UiText){.type = TYPE_LABEL});
    }
    part_numbers(ui, app, "mine", view->mine, view->mine_count);
    for (int32_t i = 0; i < view->red_lines_count; i++) {
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
        ui_icon(ui, ICON_WARN, 18, COLOR_ALARM);
        ui_text(ui, view->red_lines[i], (UiText){.type = TYPE_LABEL, .grow = 1});
        ui_close(ui);
    }
    part_card_close(ui);
}

// Private things open only on request and close again with the screen.
static void private_card(Ui *ui, const View *view, App *app) {
    if (!*view->private_brief && !*view->hidden) return;
    ui_scope(ui, "private", -1);
    part_card_open(ui, app_say(app, WORD_PRIVATE_TITLE), ICON_LOCK);
    if (!app->private_open) {
        if (ui_button(ui, (UiButton){.id = "look",
                                  .label = app_say(app, WORD_PRIVATE_LOOK),
                                  .icon = ICON_EYE}))
            app->private_open = true;
    } else {
        if (*view->private_brief)
            ui_text(ui, view->private_brief, (UiText){.type = TYPE_LABEL});
        if (*view->hidden) ui_text(ui, view->hidden, (UiText){.type = TYPE_LABEL});
        if (ui_button(ui, (UiButton){.id = "hide",
                                  .label = app_say(app, WORD_PRIVATE_HIDE),
                                  .icon = ICON_LOCK}))
            app->private_open = false;
    }
    part_card_close(ui);
    ui_scope_end(ui);
}

static void others_card(Ui *ui, const View *view, App *app) {
    part_card_open(ui, app_say(app, WORD_OTHERS_TITLE), ICON_PEOPLE);
    for (int32_t i = 0; i < view->actors_count; i++) {
        const ViewActor *actor = &view->actors[i];
        if (actor->is_me) continue;
        bool pressed = false;
        ui_scope(ui, "actor", i);
        ui_card_open(
                ui, "open", actor->name, false, ui_format(ui, "actor.%d", i), &pressed);
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        chart_actor(ui, actor->index, actor->name, 1);
        if (actor->by == BY_COMPUTER)
            ui_text(ui, app_say(app, WORD_COMPUTER),
                    (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
        if (actor->done) ui_icon(ui, ICON_CHECK, 18, COLOR_GOOD);
        ui_close(ui);
        ui_close(ui);
        ui_scope_end(ui);
        if (pressed) app->actor_open = i;
    }
    part_card_close(ui);
}

static void world_card(Ui *ui, const View *view, const App *app) {
    if (view->world_count == 0) return;
    part_card_open(ui, app_say(app, WORD_WORLD_TITLE), ICON_PUBLIC);
    part_numbers(ui, app, "world", view->world, view->world_count);
    part_card_close(ui);
}

// What is new, in the order it happened; after a resolution that is the main thing to read.
static void since_card(Ui *ui, const View *view, App *app) {
    bool main_thing = view->phase_does == DOES_RESOLUTION || view->phase_does == DOES_NEWS;
    int32_t fresh = 0, skip = 0, most = main_thing ? 14 : 4;
    for (int32_t i = 0; i < view->news_count; i++)
        fresh += view->news[i].is_new;
    if (!fresh) return;
    skip = core_max(0, fresh - most);
    part_card_open(ui, app_say(app, WORD_SINCE_TITLE), ICON_NEWS);
    const char *label =
            app_say_with(ui, app, WORD_ALL_NEWS, "count", ui_format(ui, "%d", fresh), NULL);
    if (skip
            && ui_button(ui, (UiButton){.id = "all_news",
                                     .label = label,
                                     .rank = UI_QUIET,
                                     .icon = ICON_NEXT})) {
        app->screen = SCREEN_NEWS;
    }
    for (int32_t i = 0; i < view->news_count; i++) {
        if (!view->news[i].is_new || skip-- > 0) continue;
        part_news_line(ui, view, app, &view->news[i]);
    }
    part_card_close(ui);
}

static bool has_other_business(const View *view) {
    bool taps = view->may_expect || view->may_reflect || view->may_credit
                || view->vote_decider >= 0;
    int32_t fresh = 0;
    for (int32_t i = 0; i < view->news_count; i++)
        fresh += view->news[i].is_new;
    return taps || fresh > 0 || view->choices_count > 0
           || view->phase_does == DOES_BACKSTAGE || view->end.reached;
}

// Backstage the doors to deals and coalitions are the thing to do.
static void backstage_card(Ui *ui, const View *view, App *app) {
    if (view->phase_does != DOES_BACKSTAGE) return;
    int32_t waiting = 0;
    for (int32_t i = 0; i < view->deals_count; i++)
        waiting += view->deals[i].waits_for_me;
    for (int32_t i = 0; i < view->proposals_count; i++)
        waiting += view->proposals[i].waits_for_me;
    part_card_open(ui, app_say(app, WORD_BACKSTAGE_TITLE), ICON_KNOT);
    const char *note = app_say(app, WORD_BACKSTAGE_TEXT);
    if (waiting)
        note = app_say_with(
                ui, app, WORD_OFFERS_WAIT, "count", ui_format(ui, "%d", waiting), NULL);
    if (ui_button(ui, (UiButton){.id = "to_deals",
                              .label = app_say(app, WORD_TO_DEALS),
                              .note = note,
                              .icon = ICON_KNOT})) {
        app->screen = SCREEN_DEALS;
    }
    part_card_close(ui);
}

static void do_column(Ui *ui, const View *view, App *app) {
    part_away(ui, view, app);
    part_shown(ui, app);
    part_guide(ui, view, app);
    part_choices(ui, view, app);
    part_taps(ui, view, app);
    backstage_card(ui, view, app);
    if (view->meeting.open) {
        part_card_open(ui, app_say(app, WORD_MEETING_OPEN), ICON_MEETING);
        if (ui_button(ui, (UiButton){.id = "to_meeting",
                                  .label = app_say_with(ui, app, WORD_TO_MEETING, "arena",
                                          view->meeting.arena, NULL),
                                  .icon = ICON_MEETING})) {
            app->screen = SCREEN_MEETING;
        }
        part_card_close(ui);
    } else if (view->me != NONE && (view->moves_count > 0 || !has_other_business(view))) {
        part_moves(ui, view, app, app_say(app, WORD_MOVES_TITLE));
    }
    if (view->plan_count > 0 || view->phase_kind == PHASE_SEALED) part_plan(ui, view, app);
    if (!away_tells(app)) since_card(ui, view, app); // or it stands in what is told already
}

static UiBox column(int32_t grow) {
    return (UiBox){.grow = grow, .equal = true, .least = 260, .gap = 16};
}

static void who_decides(Ui *ui, const View *view, App *app) {
    part_deciders(ui, view, app);
    part_decisions(ui, view, app);
    part_motions(ui, view, app);
    part_claims(ui, view, app);
}

static void draw_wide(Ui *ui, const View *view, App *app) {
    bool wide = ui_size(ui) == UI_WIDE;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 16, .across = UI_START});
    ui_open(ui, column(5));
    do_column(ui, view, app);
    ui_close(ui);
    ui_open(ui, column(4));
    part_text(ui, view, app);
    who_decides(ui, view, app);
    part_frames(ui, view, app);
    if (wide) {
        ui_close(ui);
        ui_open(ui, column(4));
    }
    me_card(ui, view, app);
    private_card(ui, view, app);
    world_card(ui, view, app);
    others_card(ui, view, app);
    ui_close(ui);
    ui_close(ui);
}

// One column: the parts stand behind small tabs, so that nobody scrolls for minutes.
static void draw_compact(Ui *ui, const View *view, App *app) {
    const char *labels[3] = {app_say(app, WORD_TAB_DO), app_say(app, WORD_TAB_TEXT),
            app_say(app, WORD_TAB_PEOPLE)};
    ui_tabs(ui, "part", labels, NULL, NULL, 3, &app->table_tab);
    if (app->table_tab == 0) do_column(ui, view, app);
    if (app->table_tab == 1) {
        part_text(ui, view, app);
        who_decides(ui, view, app);
        part_frames(ui, view, app);
        world_card(ui, view, app);
    }
    if (app->table_tab == 2) {
        me_card(ui, view, app);
        private_card(ui, view, app);
        others_card(ui, view, app);
    }
}

void screen_table_draw(Ui *ui, const View *view, App *app) {
    frame_open(ui, view, app);
    if (ui_size(ui) == UI_COMPACT) {
        draw_compact(ui, view, app);
    } else {
        draw_wide(ui, view, app);
    }
    frame_close(ui, view, app);
}

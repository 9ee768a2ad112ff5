// client/screen_observe.c — an observer's sheet: who did what to whom, in few presses, and the lines so far. Never: judges a line, shows another observer's.
#include "client/screen_seat.h"
#include <string.h>

enum { ACTS = 12, SOURCES = 4, TELLS = 3, PLACES = CLAUSES_MAX + ACTORS_MAX + 1 };

static const Word ACT_WORDS[ACTS] = {WORD_ACT_PROPOSES, WORD_ACT_SUPPORTS, WORD_ACT_OBJECTS,
        WORD_ACT_ASKS, WORD_ACT_ANSWERS, WORD_ACT_OFFERS, WORD_ACT_THREATENS,
        WORD_ACT_YIELDS, WORD_ACT_INSISTS, WORD_ACT_CONNECTS, WORD_ACT_LEAVES_OUT,
        WORD_ACT_SILENT};
static const Word SOURCE_WORDS[SOURCES] = {
        WORD_SOURCE_MEETING, WORD_SOURCE_BACKSTAGE, WORD_SOURCE_BOARD, WORD_SOURCE_TOLD};

// Buttons of which one is chosen; they take less room than a list.
static void pick(Ui *ui, const char *id, const char *title, const char *const *labels,
        int32_t count, int32_t *chosen) {
    ui_text(ui, title, (UiText){.type = TYPE_LABEL, .bold = true});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    for (int32_t i = 0; i < count; i++) {
        bool on = *chosen == i;
        ui_scope(ui, id, i);
        if (ui_button(ui, (UiButton){.id = "pick",
                                  .label = labels[i],
                                  .icon = on ? ICON_CHECK : ICON_NONE,
                                  .chosen = on}))
            *chosen = i;
        ui_scope_end(ui);
    }
    ui_close(ui);
}

static void pick_words(Ui *ui, const App *app, const char *id, Word title,
        const Word *words, int32_t count, int32_t *chosen) {
    const char *labels[PLACES];
    for (int32_t i = 0; i < count; i++)
        labels[i] = app_say(app, words[i]);
    pick(ui, id, app_say(app, title), labels, count, chosen);
}

// Actors by name; the first place is nobody where that may be.
static void pick_actor(Ui *ui, const View *view, const App *app, const char *id, Word title,
        bool or_nobody, int32_t *chosen) {
    const char *labels[PLACES];
    int32_t count = 0, place = or_nobody ? *chosen : *chosen - 1;
    if (or_nobody) labels[count++] = app_say(app, WORD_NOBODY);
    for (int32_t i = 0; i < view->actors_count && count < PLACES; i++)
        labels[count++] = view->actors[i].name;
    pick(ui, id, app_say(app, title), labels, count, &place);
    *chosen = or_nobody ? place : place + 1;
}

static void pick_clause(Ui *ui, const View *view, const App *app, int32_t *chosen) {
    const char *labels[PLACES];
    int32_t count = 0;
    labels[count++] = app_say(app, WORD_UNSAID);
    for (int32_t i = 0; i < view->clauses_count && count < PLACES; i++)
        labels[count++] = view->clauses[i].name;
    pick(ui, "about", app_say(app, WORD_OBS_ABOUT), labels, count, chosen);
}

// More that can be said of it; nobody has to.
static void more_part(Ui *ui, const View *view, App *app) {
    static const Word YES_NO[TELLS] = {WORD_UNSAID, WORD_YES, WORD_NO};
    ObserveDraft *draft = &app->observe;
    if (ui_button(ui, (UiButton){.id = "more",
                              .label = app_say(app, WORD_OBS_MORE),
                              .icon = draft->more ? ICON_UP : ICON_DOWN,
                              .rank = UI_QUIET}))
        draft->more = !draft->more;
    if (!draft->more) return;
    pick_clause(ui, view, app, &draft->about);
    pick_words(ui, app, "changed", WORD_OBS_CHANGED, YES_NO, TELLS, &draft->changed);
    pick_words(ui, app, "expected", WORD_OBS_EXPECTED, YES_NO, TELLS, &draft->expected);
    pick_words(ui, app, "source", WORD_OBS_SOURCE, SOURCE_WORDS, SOURCES, &draft->source);
    ui_field(ui, "text", app_say(app, WORD_OBS_WORDS), draft->text, sizeof draft->text);
}

static const char *line_of(Ui *ui, const View *view, const ObserveDraft *draft) {
    const char *line =
            ui_format(ui, "seat.observe act=%d source=%d changed=%d expected=%d who=%s",
                    draft->act, draft->source, draft->changed, draft->expected,
                    view->actors[draft->who - 1].id);
    if (draft->to > 0 && draft->to <= view->actors_count)
        line = ui_format(ui, "%s to=%s", line, view->actors[draft->to - 1].id);
    if (draft->about > 0 && draft->about <= view->clauses_count)
        line = ui_format(ui, "%s about=%s", line, view->clauses[draft->about - 1].id);
    return line;
}

static void sheet_card(Ui *ui, const View *view, App *app) {
    ObserveDraft *draft = &app->observe;
    bool known = draft->who > 0 && draft->who <= view->actors_count;
    part_card_open(ui, app_say(app, WORD_OBS_TITLE), ICON_EYE);
    ui_text(ui, app_say(app, WORD_OBS_TEXT),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    pick_actor(ui, view, app, "who", WORD_OBS_WHO, false, &draft->who);
    pick_words(ui, app, "act", WORD_OBS_ACT, ACT_WORDS, ACTS, &draft->act);
    pick_actor(ui, view, app, "to", WORD_OBS_TO, true, &draft->to);
    more_part(ui, view, app);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_OBS_SEND),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY,
                              .closed = known ? NULL : app_say(app, WORD_OBS_NOBODY)})
            && known && app->ports.ask_beside)
        app->ports.ask_beside(app->ports.context, line_of(ui, view, draft), draft->text);
    ui_close(ui);
    part_card_close(ui);
}

static void lines_card(Ui *ui, const App *app) {
    const SeatOwn *own = &app->seat->news.own;
    part_card_open(ui, app_say(app, WORD_OBS_LINES), ICON_NEWS);
    if (own->seen_count == 0) part_empty(ui, app_say(app, WORD_OBS_NONE));
    for (int32_t i = own->seen_count - 1; i >= 0; i--) {
        const SeatSeen *line = &own->seen[i];
        const char *round = app_say_with(
                ui, app, WORD_ROUND, "round", ui_format(ui, "%d", line->round), NULL);
        ui_text(ui, line->text, (UiText){.type = TYPE_LABEL});
        ui_text(ui,
                ui_format(ui, "%s \xC2\xB7 %s", round,
                        app_say(app, SOURCE_WORDS[line->source % SOURCES])),
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    }
    part_card_close(ui);
}

void screen_observe_draw(Ui *ui, const View *view, App *app) {
    bool compact = ui_size(ui) == UI_COMPACT;
    frame_open(ui, view, app);
    ui_scope(ui, "observe", -1);
    ui_open(ui, (UiBox){.flow = compact ? UI_COLUMN : UI_ROW,
                        .gap = 16,
                        .across = compact ? UI_AUTO : UI_START});
    ui_open(ui, (UiBox){.grow = 3, .equal = true, .least = 260, .gap = 16});
    sheet_card(ui, view, app);
    ui_close(ui);
    ui_open(ui, (UiBox){.grow = 2, .equal = true, .least = 260, .gap = 16});
    lines_card(ui, app);
    ui_close(ui);
    ui_close(ui);
    ui_scope_end(ui);
    frame_close(ui, view, app);
}

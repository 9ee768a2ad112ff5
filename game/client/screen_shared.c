// client/screen_shared.c — what the facilitator puts up for all at this seat: words that stay, and the debrief step by step, as far as it is shared. Never: more than was shared.
#include "client/screen_seat.h"
#include "model/people.h"

enum { STEPS = 7 };

// ---- words that stay ---------------------------------------------------------------------------------------------

static void shown_line(Ui *ui, const char *text, IconKind icon) {
    ui_open(ui, (UiBox){.flow = UI_ROW,
                        .gap = 10,
                        .pad = 12,
                        .radius = 6,
                        .fill = COLOR_SURFACE,
                        .edge = COLOR_ACCENT,
                        .edge_dp = 2,
                        .across = UI_START});
    ui_icon(ui, icon, 22, COLOR_ACCENT);
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
}

void part_shown(Ui *ui, const App *app) {
    if (!app->seat) return;
    const SeatOwn *own = &app->seat->news.own;
    for (int32_t i = 0; i < own->items_count; i++)
        shown_line(ui, own->items[i], ICON_PUBLIC);
    if (own->pointed && *own->pointed) shown_line(ui, own->pointed, ICON_EYE);
}

// ---- views of the debrief ----------------------------------------------------------------------------------------

static void show_timeline(Ui *ui, const View *view, App *app) {
    part_timeline(ui, view, app);
}
static void show_means(Ui *ui, const View *view, App *app) { part_shares(ui, view, app); }
static void show_formal(Ui *ui, const View *view, App *app) {
    part_deciders(ui, view, app);
    part_decisions(ui, view, app);
}
static void show_words(Ui *ui, const View *view, App *app) {
    part_frames(ui, view, app);
    part_minutes(ui, view, app);
}
static void show_coalitions(Ui *ui, const View *view, App *app) {
    for (int32_t i = 0; i < view->coalitions_count; i++)
        part_coalition(ui, view, app, &view->coalitions[i]);
}
static void show_deals(Ui *ui, const View *view, App *app) {
    for (int32_t i = 0; i < view->deals_count; i++)
        part_deal(ui, view, app, &view->deals[i]);
}
static void show_text(Ui *ui, const View *view, App *app) { part_text(ui, view, app); }
static void show_criteria(Ui *ui, const View *view, App *app) {
    part_epilogue(ui, view, app);
}

typedef struct SharedView {
    Word name;
    void (*show)(Ui *ui, const View *view, App *app); // NULL: it is on the board alone
} SharedView;

// By their numbers, from 1; what a seat can show of each from its own view.
static const SharedView VIEWS[] = {
        {WORD_NONE,              NULL           },
        {WORD_VIEW_TIMELINE,     show_timeline  },
        {WORD_VIEW_INFLUENCE,    part_influence },
        {WORD_VIEW_MEANS,        show_means     },
        {WORD_VIEW_LEGITIMACY,   part_curves    },
        {WORD_VIEW_MOMENTS,      NULL           },
        {WORD_VIEW_FORMAL,       show_formal    },
        {WORD_VIEW_WORDS,        show_words     },
        {WORD_VIEW_COALITIONS,   show_coalitions},
        {WORD_VIEW_DEALS,        show_deals     },
        {WORD_VIEW_TEXT,         show_text      },
        {WORD_VIEW_VOICE,        NULL           },
        {WORD_VIEW_CUBE,         NULL           },
        {WORD_VIEW_CRITERIA,     show_criteria  },
        {WORD_VIEW_BETTER_DEALS, NULL           },
        {WORD_VIEW_PLACE,        NULL           }
};

static void shared_view(Ui *ui, const View *view, App *app, int32_t n) {
    const SeatOwn *own = &app->seat->news.own;
    const SharedView *shared = &VIEWS[n];
    part_card_open(ui,
            app_say_with(
                    ui, app, WORD_SHARED_VIEW, "view", app_say(app, shared->name), NULL),
            ICON_EYE);
    for (int32_t i = 0; i < own->asks_count; i++) {
        if (own->asks[i].view != n) continue;
        ui_text(ui, own->asks[i].text, (UiText){.type = TYPE_LABEL, .bold = true});
    }
    if (!shared->show) part_empty(ui, app_say(app, WORD_VIEW_ON_BOARD));
    part_card_close(ui);
    if (shared->show) shared->show(ui, view, app);
}

static void step_card(Ui *ui, const App *app) {
    int32_t step = app->seat->news.own.step;
    if (step < 1 || step > STEPS) return;
    const char *number = ui_format(ui, "%d", step);
    part_card_open(ui, app_say_with(ui, app, WORD_DEBRIEF_STEP, "step", number, NULL),
            ICON_PEOPLE);
    ui_text(ui, debrief_question(app, step), (UiText){.bold = true});
    if (step == DEBRIEF_FACTS) part_empty(ui, app_say(app, WORD_TELL_WAIT));
    part_card_close(ui);
}

static void shared_views(Ui *ui, const View *view, App *app) {
    uint64_t views = app->seat->news.own.views;
    bool any = false;
    for (int32_t n = 1; n < (int32_t)ARRAY_COUNT(VIEWS); n++) {
        if (!(views >> n & 1)) continue;
        ui_scope(ui, "view", n);
        shared_view(ui, view, app, n);
        ui_scope_end(ui);
        any = true;
    }
    if (any) return;
    part_card_open(ui, app_say(app, WORD_DEBRIEF_TITLE), ICON_PUBLIC);
    part_empty(ui, app_say(app, WORD_ON_BOARD));
    part_card_close(ui);
}

static void own_side(Ui *ui, const View *view, App *app) {
    const SeatNews *news = &app->seat->news;
    part_criteria(ui, view, app);
    part_outcome(ui, view, app);
    ui_open(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.id = "to_journal",
                              .label = app_say(app, WORD_TO_JOURNAL),
                              .icon = ICON_KNOW}))
        app->screen = SCREEN_JOURNAL;
    ui_close(ui);
    if (news->looked_at > 0)
        part_empty(ui, app_say_with(ui, app, WORD_LOOKED_AT, "count",
                               ui_format(ui, "%d", news->looked_at), NULL));
}

void part_debrief(Ui *ui, const View *view, App *app) {
    bool compact = ui_size(ui) == UI_COMPACT;
    part_ending(ui, view, app);
    part_shown(ui, app);
    ui_open(ui, (UiBox){.flow = compact ? UI_COLUMN : UI_ROW,
                        .gap = 16,
                        .across = compact ? UI_AUTO : UI_START});
    ui_open(ui, (UiBox){.grow = 3, .equal = true, .least = 260, .gap = 16});
    step_card(ui, app);
    shared_views(ui, view, app);
    part_mandates(ui, view, app);
    part_reasons(ui, view, app);
    ui_close(ui);
    ui_open(ui, (UiBox){.grow = 2, .equal = true, .least = 260, .gap = 16});
    own_side(ui, view, app);
    ui_close(ui);
    ui_close(ui);
}

// client/screen_news.c — what happened, newest round first, new lines apart. Never: a rule.
#include "client/screens.h"

static void since_you_looked(Ui *ui, const View *view, const App *app) {
    int32_t fresh = 0;
    for (int32_t i = 0; i < view->news_count; i++)
        fresh += view->news[i].is_new;
    part_card_open(ui, app_say(app, WORD_SINCE_TITLE), ICON_NEWS);
    if (!fresh) part_empty(ui, app_say(app, WORD_SINCE_NOTHING));
    for (int32_t i = view->news_count - 1; i >= 0; i--) {
        if (view->news[i].is_new) part_news_line(ui, view, app, &view->news[i]);
    }
    part_card_close(ui);
}

static int32_t lines_of_round(const View *view, const App *app, int32_t round) {
    int32_t count = 0;
    for (int32_t i = 0; i < view->news_count; i++) {
        bool shown = view->news[i].round == round
                     && (app->news_filter == 0 || view->news[i].mine);
        count += shown;
    }
    return count;
}

static void round_card(Ui *ui, const View *view, const App *app, int32_t round) {
    if (!lines_of_round(view, app, round)) return;
    part_card_open(ui,
            app_say_with(ui, app, WORD_ROUND, "round", ui_format(ui, "%d", round), NULL),
            ICON_CLOCK);
    int32_t step = -1;
    for (int32_t i = 0; i < view->news_count; i++) {
        const ViewNews *news = &view->news[i];
        if (news->round != round || (app->news_filter == 1 && !news->mine)) continue;
        if (news->step != step && news->step < view->phases_count) {
            ui_text(ui, view->phase_names[news->step],
                    (UiText){.type = TYPE_CAPTION, .bold = true, .color = COLOR_MUTED});
        }
        step = news->step;
        part_news_line(ui, view, app, news);
    }
    part_card_close(ui);
}

void screen_news_draw(Ui *ui, const View *view, App *app) {
    const char *filters[2] = {app_say(app, WORD_NEWS_ALL), app_say(app, WORD_NEWS_MINE)};
    frame_open(ui, view, app);
    ui_open(ui, (UiBox){.gap = 16, .most = 900});
    part_choices(ui, view, app);
    since_you_looked(ui, view, app);
    ui_tabs(ui, "filter", filters, NULL, NULL, 2, &app->news_filter);
    for (int32_t round = view->round; round >= 0; round--)
        round_card(ui, view, app, round);
    ui_close(ui);
    frame_close(ui, view, app);
}

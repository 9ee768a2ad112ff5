// cli/desk_overdue.c — workshops over their time on the first page, and the answer to one. Never: erases without a yes.
#include "cli/desk_overdue.h"
#include "cli/overdue.h"
#include "client/words.h"

void desk_overdue_show(Desk *desk) {
    Overdue list[OVERDUE_MAX];
    Region *region = &desk->home_region;
    Clock clock = clock_system();
    int32_t count = overdue_list(&desk->places, clock.wall_ms(clock.context), region, list);
    HomeOverdue *out = region_take(region, sizeof *out * OVERDUE_MAX);
    for (int32_t i = 0; i < count; i++)
        out[i] = (HomeOverdue){list[i].name, list[i].title, list[i].days};
    desk->home.overdue = out;
    desk->home.overdue_count = count;
}

static void tell(Desk *desk, Word word, int32_t number) {
    char count[16], text[sizeof desk->app.notice];
    snprintf(count, sizeof count, "%d", number);
    const char *pairs[] = {"count", count, NULL};
    (void)word_fill(text, sizeof text,
            tongue_engine(&desk->tongue, word_id(word), word_english(word)), pairs);
    app_set_notice(&desk->app, text);
}

bool desk_overdue_answer(Desk *desk, const char *name, bool erases, Err *err) {
    KeepErased erased = {0};
    bool good = erases ? overdue_erase(&desk->places, name, &erased, &desk->diags, err)
                       : overdue_keep(
                               &desk->places, name, OVERDUE_MORE_DAYS, &desk->diags, err);
    if (!good) return false;
    desk_show_home(desk);
    if (erases)
        tell(desk, erased.left ? WORD_OVERDUE_LEFT : WORD_OVERDUE_ERASED,
                erased.left ? erased.left : erased.words);
    return true;
}

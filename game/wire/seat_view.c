// wire/seat_view.c — the header, the own card and the short sections; and that nothing out of bounds is shown. Never: a rule, a default the host did not mean.
#include "wire/seat_view.h"
#include "model/state.h"
#include "wire/seat_view_parts.h"
#include <stdlib.h>

enum { HELPLINES_MOST = 64 };

static void read_phases(SeatRead *read, const json_t *words) {
    View *view = read->view;
    const json_t *list =
            seat_read_list(read, words, "phases", PHASES_MAX, &view->phases_count);
    const char **names = seat_read_array(read, view->phases_count, sizeof *names);
    const char **ids = seat_read_array(read, view->phases_count, sizeof *ids);
    for (int32_t i = 0; i < view->phases_count; i++) {
        const json_t *phase = json_array_get(list, (size_t)i);
        names[i] = seat_read_text(read, phase, "name");
        ids[i] = seat_read_text(read, phase, "id");
    }
    view->phase_names = names;
    view->phase_ids = ids;
}

// The sub-step is told within "at": by its name in a meeting, else by its number.
static uint8_t sub_of(const char *at) {
    static const char *const NAMES[] = {"", "roles", "speech", "record"};
    const char *first = strchr(at, '.'), *last = strrchr(at, '.');
    if (!first || first == last) return 0;
    for (uint8_t i = 1; i < ARRAY_COUNT(NAMES); i++) {
        if (strcmp(last + 1, NAMES[i]) == 0) return i;
    }
    long number = strtol(last + 1, NULL, 10);
    return number > 0 && number < NONE ? (uint8_t)number : 0;
}

static void read_clock(const json_t *now, ViewClock *clock) {
    clock->frozen = json_object_get(now, "left") != NULL;
    clock->on = clock->frozen || json_object_get(now, "ends");
    clock->closing = held_flag(now, "closing");
    clock->ends_ms = held_ms(now, "ends");
    clock->left_ms = held_ms(now, "left");
}

static void read_now(SeatRead *read) {
    View *view = read->view;
    const json_t *now = mirror_section(read->mirror, "now");
    const json_t *words = mirror_words(read->mirror, "now");
    view->title = seat_read_text(read, words, "title");
    view->lang = seat_read_text(read, words, "lang");
    view->right_to_left = held_flag(words, "rtl");
    view->numbers_exact = held_flag(words, "exact");
    read_phases(read, words);
    view->state = seat_read_text(read, now, "state");
    view->at = seat_read_text(read, now, "at");
    view->sub = sub_of(view->at);
    view->status = (uint8_t)seat_read_int(read, now, "status", 0, STATUS_CLOSED);
    view->round = (uint8_t)seat_read_int(read, now, "round", 0, ROUNDS_MAX + 1);
    view->rounds = (uint8_t)seat_read_int(read, now, "rounds", 0, ROUNDS_MAX);
    view->phase = (uint8_t)seat_read_int(read, now, "phase", 0, NONE);
    view->phase_kind = (uint8_t)seat_read_int(read, now, "kind", 0, NONE);
    view->phase_does = (uint8_t)seat_read_int(read, now, "does", 0, NONE);
    view->phase_name = seat_read_text(read, now, "name");
    view->sub_name = seat_read_text(read, now, "step");
    view->done = (int16_t)seat_read_int(read, now, "sent", 0, SEATS_MAX);
    view->of = (int16_t)seat_read_int(read, now, "of", 0, SEATS_MAX);
    view->paused = held_flag(now, "paused");
    read_clock(now, &view->clock);
}

static void read_me(SeatRead *read) {
    View *view = read->view;
    const json_t *me = mirror_section(read->mirror, "me");
    const json_t *brief = json_object_get(mirror_section(read->mirror, "brief"), "me");
    view->me = seat_read_place(read, me, "actor", view->actors_count);
    view->who = view->me == NONE ? VIEW_BOARD : 0;
    view->opening = seat_read_text(read, brief, "opening");
    view->goal = seat_read_text(read, brief, "goal");
    view->brief = seat_read_text(read, brief, "brief");
    view->private_brief = seat_read_text(read, brief, "private");
    view->mandate = seat_read_text(read, brief, "mandate");
    view->hidden = seat_read_text(read, brief, "hidden");
    view->helplines = seat_read_texts(
            read, brief, "helplines", HELPLINES_MOST, &view->helplines_count);
    view->red_lines =
            seat_read_texts(read, me, "red_lines", RED_LINES_MAX, &view->red_lines_count);
    view->time = (int16_t)seat_read_int(read, me, "time", INT16_MIN, INT16_MAX);
    view->voice = (int16_t)seat_read_int(read, me, "voice", INT16_MIN, INT16_MAX);
    view->mine = seat_read_named(
            read, seat_laid_member((Laid){brief, me}, "numbers"), &view->mine_count);
}

static void read_mine(SeatRead *read) {
    View *view = read->view;
    const json_t *mine = mirror_section(read->mirror, "mine");
    const json_t *list = seat_read_list(read, mine, "plan", PLAN_MAX, &view->plan_count);
    ViewPlanned *plan = seat_read_array(read, view->plan_count, sizeof *plan);
    for (int32_t i = 0; i < view->plan_count; i++)
        plan[i].text = seat_read_text(read, json_array_get(list, (size_t)i), "text");
    view->plan = plan;
}

// "fresh" of them, at the end, are new to this seat.
static void read_all_news(SeatRead *read) {
    View *view = read->view;
    const json_t *section = mirror_section(read->mirror, "news");
    ViewNews *news = (ViewNews *)(uintptr_t)seat_read_news(
            read, section, "items", &view->news_count);
    int32_t fresh = seat_read_int(read, section, "fresh", 0, view->news_count);
    for (int32_t i = view->news_count - fresh; i < view->news_count; i++)
        news[i].is_new = true;
    view->news = news;
}

// Without texts no screen may be drawn: each is "" at least.
static void start_empty(View *view) {
    Region region = view->region;
    region_clear(&region);
    *view = (View){.region = region,
            .me = NONE,
            .vote_decider = -1,
            .title = "",
            .opening = "",
            .goal = "",
            .lang = "",
            .state = "",
            .at = "",
            .phase_name = "",
            .sub_name = "",
            .expected = "",
            .brief = "",
            .private_brief = "",
            .mandate = "",
            .hidden = "",
            .aside_note = "",
            .cannot_promise = "",
            .deals_closed = "",
            .coalitions_closed = ""};
    for (int32_t i = 0; i < 3; i++)
        view->size_least[i] = view->stakes[i] = "";
}

bool seat_view_read(const Mirror *mirror, View *view) {
    start_empty(view);
    SeatRead read = {.mirror = mirror, .region = &view->region, .view = view};
    seat_read_table(&read);
    read_now(&read);
    read_me(&read);
    seat_read_cards(&read);
    seat_read_meet(&read);
    seat_read_back(&read);
    seat_read_offer(&read);
    seat_read_book(&read);
    seat_read_verbs(&read);
    seat_read_asked(&read);
    read_mine(&read);
    read_all_news(&read);
    seat_read_end(&read);
    if (!read.bad) return true;
    start_empty(view);
    return false;
}

// ---- beside the game ---------------------------------------------------------------------------------------------

static void read_lines(SeatRead *read, SeatNews *news) {
    int32_t count = 0;
    const json_t *talk = mirror_section(read->mirror, "talk");
    const json_t *list = seat_read_list(read, talk, "lines", SEAT_LINES_MAX, &count);
    for (int32_t i = 0; i < count; i++) {
        const json_t *line = json_array_get(list, (size_t)i);
        news->lines[i] = (SeatLine){.kind = seat_read_text(read, line, "kind"),
                .text = seat_read_text(read, line, "text"),
                .id = seat_read_int(read, line, "id", 0, INT32_MAX),
                .round = seat_read_int(read, line, "round", 0, ROUNDS_MAX + 1),
                .mine = held_flag(line, "mine")};
    }
    news->lines_count = count;
}

void seat_news_read(const Mirror *mirror, Region *region, SeatNews *news) {
    SeatRead read = {.mirror = mirror, .region = region};
    const json_t *seat = mirror_section(mirror, "seat");
    *news = (SeatNews){.seat = seat_read_int(&read, seat, "seat", 0, SEATS_MAX),
            .role = seat_read_text(&read, seat, "role"),
            .label = seat_read_text(&read, seat, "label"),
            .shown = seat_read_text(&read, mirror_section(mirror, "show"), "text"),
            .looked_at = seat_read_int(&read, seat, "looked_at", 0, INT32_MAX),
            .half_done = held_flag(seat, "half_done")};
    read_lines(&read, news);
    seat_own_read(mirror, region, &news->own);
}

// wire/console_view.c — sections now, join, roster, deck, run, health, log and talk as a ConsoleView. Never: a number that was not sent.
#include "wire/console_view.h"
#include "model/people.h"
#include "wire/console_more.h"
#include "wire/console_view_parts.h"
#include <string.h>

const char *held_copy(Region *region, const json_t *in, const char *key) {
    const char *text = held_text(in, key);
    return *text ? region_copy_text(region, text, strlen(text)) : "";
}

size_t held_count(const json_t *list) { return list ? json_array_size(list) : 0; }

// ---- the step and the doors ----------------------------------------------------------------------------------

static uint8_t stage_of(const char *state) {
    static const char *const NAMES[] = {"lobby", "running", "debrief", "closed"};
    for (uint8_t i = 0; i < ARRAY_COUNT(NAMES); i++) {
        if (strcmp(state, NAMES[i]) == 0) return i;
    }
    return strcmp(state, "draft") == 0 ? STAGE_LOBBY : STAGE_RUNNING;
}

int32_t console_seconds_left(const Mirror *mirror, int64_t now_ms) {
    enum { DAY_MS = 24 * 3600 * 1000 };
    const json_t *now = mirror_section(mirror, "now");
    int64_t ends = held_ms(now, "ends"), left = held_ms(now, "left");
    if (ends <= 0 && !json_object_get(now, "left")) return -1;
    if (ends > 0) left = ends - now_ms;
    if (left < 0) left = 0;
    return left > DAY_MS ? DAY_MS / 1000 : (int32_t)(left + 999) / 1000;
}

void step_view_read(const Mirror *mirror, int64_t now_ms, Region *region, StepView *step) {
    const json_t *now = mirror_section(mirror, "now"), *words = mirror_words(mirror, "now");
    *step = (StepView){.stage = stage_of(held_text(now, "state")),
            .title = held_copy(region, words, "title"),
            .phase = held_copy(region, now, "name"),
            .part = held_copy(region, now, "step"),
            .prompt = held_copy(region, mirror_section(mirror, "run"), "prompt"),
            .round = held_int(now, "round", 0),
            .rounds = held_int(now, "rounds", 0),
            .sent = held_int(now, "sent", 0),
            .of = held_int(now, "of", 0),
            .paused = held_flag(now, "paused")
                      || strcmp(held_text(now, "state"), "paused") == 0,
            .closing = held_flag(now, "closing")};
    int32_t left = console_seconds_left(mirror, now_ms);
    step->clock_on = left >= 0;
    step->left_s = core_max(0, left);
}

void join_view_read(const Mirror *mirror, Region *region, JoinView *join) {
    const json_t *held = mirror_section(mirror, "join");
    join->pin = held_copy(region, held, "code");
    join->open = held_flag(held, "open");
    join->locked = held_flag(held, "locked") || (held && !join->open);
    join->waiting = held_int(held, "waiting", 0);
    join->people = held_int(held, "here", 0) + held_int(held, "observe", 0);
    join->reached = held_flag(held, "reached");
    join->moved = held_flag(held, "moved");
}

// ---- people ----------------------------------------------------------------------------------------------------

static uint8_t presence_of(const json_t *seat) {
    const char *word = held_text(seat, "presence");
    if (strcmp(word, "asleep") == 0) return PRESENCE_ASLEEP;
    if (strcmp(word, "gone") == 0) return PRESENCE_GONE;
    return held_flag(seat, "here") || *word ? PRESENCE_HERE : PRESENCE_GONE;
}

static ConsoleSeat read_seat(const json_t *seat, Region *region) {
    const char *role = held_text(seat, "role");
    return (ConsoleSeat){.seat = held_int(seat, "seat", 0),
            .label = held_copy(region, seat, "label"),
            .note = held_copy(region, seat, "note"),
            .actor = (uint8_t)core_clamp(held_int(seat, "actor", NONE), 0, NONE),
            .presence = presence_of(seat),
            .observes = strcmp(role, "observes") == 0,
            .waits = strcmp(role, "waits") == 0,
            .sent = held_flag(seat, "sent"),
            .stand_in = held_flag(seat, "stand_in"),
            .help = held_int(seat, "help", 0) != 0 || held_flag(seat, "help"),
            .muted = held_int(seat, "muted", 0) != 0};
}

// The content note before the start.
static void read_care(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *care = json_object_get(mirror_section(mirror, "run"), "care");
    const json_t *lines = held_list(care, "lines");
    size_t count = held_count(lines);
    const char **texts = region_take(region, (count + 1) * sizeof *texts);
    for (size_t i = 0; i < count; i++) {
        const char *text = json_string_value(json_array_get(lines, i));
        texts[i] = text ? region_copy_text(region, text, strlen(text)) : "";
    }
    view->care = texts;
    view->care_count = (int32_t)count;
    view->care_spoken = held_copy(region, care, "spoken");
    view->care_due = held_flag(care, "due");
    view->care_done = held_flag(care, "done");
}

static void read_sessions(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *run = mirror_section(mirror, "run"), *list = held_list(run, "sessions");
    size_t count = held_count(list);
    ConsoleSession *sessions = region_take(region, (count + 1) * sizeof *sessions);
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_array_get(list, i);
        sessions[i] = (ConsoleSession){.n = held_int(one, "n", 0),
                .name = held_copy(region, one, "name"),
                .people = held_int(one, "people", 0),
                .waiting = held_int(one, "waiting", 0),
                .here = held_flag(one, "here")};
    }
    view->sessions = sessions;
    view->sessions_count = (int32_t)count;
    view->unplaced = held_int(run, "unplaced", 0);
    view->second_open = held_flag(run, "second");
}

static void read_seats(const json_t *roster, Region *region, ConsoleView *view) {
    const json_t *list = held_list(roster, "seats");
    size_t count = held_count(list);
    ConsoleSeat *seats = region_take(region, (count + 1) * sizeof *seats);
    for (size_t i = 0; i < count; i++)
        seats[i] = read_seat(json_array_get(list, i), region);
    view->seats = seats;
    view->recast = held_flag(roster, "recast");
    view->seats_count = (int32_t)count;
}

static int32_t people_of(const ConsoleView *view, size_t actor) {
    int32_t count = 0;
    for (int32_t i = 0; i < view->seats_count; i++)
        count += view->seats[i].actor == actor;
    return count;
}

static void read_actors(
        const Mirror *mirror, const json_t *roster, Region *region, ConsoleView *view) {
    const json_t *list = held_list(mirror_words(mirror, "table"), "actors");
    const json_t *cast = held_list(roster, "actors");
    size_t count = held_count(list);
    ConsoleActor *actors = region_take(region, (count + 1) * sizeof *actors);
    for (size_t i = 0; i < count; i++) {
        const json_t *actor = json_array_get(list, i), *more = json_array_get(cast, i);
        int32_t people = people_of(view, i);
        actors[i] = (ConsoleActor){.id = held_copy(region, actor, "id"),
                .name = held_copy(region, actor, "name"),
                .people = people,
                .people_most = held_int(more, "most", 3),
                .core = held_flag(more, "core"),
                .computer = people == 0};
    }
    view->actors = actors;
    view->actors_count = (int32_t)count;
}

// ---- what waits --------------------------------------------------------------------------------------------------

static uint8_t call_of(const char *kind) {
    if (strcmp(kind, "knock") == 0) return CALL_KNOCK;
    if (strcmp(kind, "pause") == 0) return CALL_PAUSE;
    return strcmp(kind, "help") == 0 ? CALL_HELP : CALL_ALERT;
}

static void read_calls(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *list = held_list(mirror_section(mirror, "talk"), "inbox"),
                 *apart = held_list(mirror_section(mirror, "run"), "apart");
    size_t count = held_count(list), more = held_count(apart);
    ConsoleCall *calls = region_take(region, (count + more + 1) * sizeof *calls);
    for (size_t i = 0; i < more; i++) {
        const json_t *one = json_array_get(apart, i);
        calls[count + i] = (ConsoleCall){.kind = CALL_PROMISE,
                .number = held_int(one, "deal", 0),
                .seat = held_int(one, "promise", 0),
                .text = held_copy(region, one, "text")};
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *call = json_array_get(list, i);
        calls[i] = (ConsoleCall){.kind = call_of(held_text(call, "kind")),
                .number = held_int(call, "id", 0),
                .seat = held_int(call, "seat", 0),
                .text = held_copy(region, call, "text")};
    }
    view->calls = calls;
    view->calls_count = (int32_t)(count + more);
}

// ---- happenings, lamps, record -----------------------------------------------------------------------------------

static void read_deck(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *list = held_list(mirror_section(mirror, "deck"), "happenings");
    size_t count = held_count(list);
    ConsoleHappening *deck = region_take(region, (count + 1) * sizeof *deck);
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        deck[i] = (ConsoleHappening){.id = held_copy(region, item, "id"),
                .name = held_copy(region, item, "name"),
                .about = held_copy(region, item, "text"),
                .closed = held_copy(region, item, "closed")};
    }
    view->deck = deck;
    view->deck_count = (int32_t)count;
}

// What the board can point at, in the order of the table.
static void read_things(const Mirror *mirror, Region *region, ConsoleView *view) {
    static const uint8_t kinds[] = {
            KIND_ACTOR, KIND_DECIDER, KIND_CLAUSE, KIND_ARENA, KIND_FRAME};
    const json_t *table = mirror_words(mirror, "table");
    ConsoleThing *things = NULL;
    size_t most = 0, count = 0;
    for (size_t k = 0; k < ARRAY_COUNT(kinds); k++)
        most += held_count(held_list(table, kind_set_word((Kind)kinds[k])));
    things = region_take(region, (most + 1) * sizeof *things);
    for (size_t k = 0; k < ARRAY_COUNT(kinds); k++) {
        const json_t *list = held_list(table, kind_set_word((Kind)kinds[k]));
        for (size_t i = 0; i < held_count(list); i++) {
            const json_t *one = json_array_get(list, i);
            things[count++] = (ConsoleThing){.id = held_copy(region, one, "id"),
                    .name = held_copy(region, one, "name"),
                    .kind = kinds[k]};
        }
    }
    view->things = things;
    view->things_count = (int32_t)count;
}

static void read_lamps(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *list = held_list(mirror_section(mirror, "health"), "lamps");
    size_t count = held_count(list);
    ConsoleLamp *lamps = region_take(region, (count + 1) * sizeof *lamps);
    for (size_t i = 0; i < count; i++) {
        const json_t *lamp = json_array_get(list, i);
        lamps[i] = (ConsoleLamp){.name = held_copy(region, lamp, "name"),
                .text = held_copy(region, lamp, "text"),
                .level = (uint8_t)core_clamp(held_int(lamp, "level", 0), 0, 2)};
    }
    view->lamps = lamps;
    view->lamps_count = (int32_t)count;
}

// Options of the case, which are there only before the start.
static void read_knobs(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *list = held_list(mirror_section(mirror, "deck"), "knobs");
    size_t count = held_count(list);
    ConsoleKnob *knobs = region_take(region, (count + 1) * sizeof *knobs);
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        knobs[i] = (ConsoleKnob){.id = held_copy(region, item, "id"),
                .name = held_copy(region, item, "name"),
                .ask = held_copy(region, item, "ask"),
                .least = held_int(item, "least", 0),
                .most = held_int(item, "most", 0),
                .start = held_int(item, "start", 0),
                .value = held_int(item, "value", 0)};
    }
    view->knobs = knobs;
    view->knobs_count = (int32_t)count;
}

// What is to be asked when no phone has come.
static void read_asks(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *list = held_list(mirror_section(mirror, "health"), "ask");
    size_t count = held_count(list);
    const char **asks = region_take(region, (count + 1) * sizeof *asks);
    for (size_t i = 0; i < count; i++) {
        const char *text = json_string_value(json_array_get(list, i));
        asks[i] = text ? region_copy_text(region, text, strlen(text)) : "";
    }
    view->asks = asks;
    view->asks_count = (int32_t)count;
}

// Newest first, as it is read on the screen.
static void read_lines(const Mirror *mirror, Region *region, ConsoleView *view) {
    enum { SHOWN_MOST = 30 };
    const json_t *list = held_list(mirror_section(mirror, "log"), "lines");
    size_t count = held_count(list), shown = count < SHOWN_MOST ? count : SHOWN_MOST;
    ConsoleLine *lines = region_take(region, (shown + 1) * sizeof *lines);
    for (size_t i = 0; i < shown; i++) {
        const json_t *line = json_array_get(list, count - 1 - i);
        lines[i] = (ConsoleLine){
                .seq = held_int(line, "seq", 0), .text = held_copy(region, line, "text")};
    }
    view->lines = lines;
    view->lines_count = (int32_t)shown;
}

static void read_run(const Mirror *mirror, Region *region, ConsoleView *view) {
    const json_t *run = mirror_section(mirror, "run"), *list = held_list(run, "ready");
    size_t count = held_count(list);
    const char **ready = region_take(region, (count + 1) * sizeof *ready);
    int32_t *numbers = region_take(region, (count + 1) * sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        ready[i] = held_copy(region, json_array_get(list, i), "text");
        numbers[i] = held_int(json_array_get(list, i), "n", 0);
    }
    view->ready_actions = ready;
    view->ready_numbers = numbers;
    view->waiting = held_copy(region, run, "waiting");
    view->spent = held_copy(region, run, "spent");
    view->left = held_copy(region, run, "left");
    view->ready_count = (int32_t)count;
    const json_t *options = held_list(run, "options");
    for (size_t i = 0; i < OPTION_COUNT && i < held_count(options); i++)
        view->options[i] = (uint8_t)core_clamp(
                (int32_t)json_integer_value(json_array_get(options, i)), 0, UINT8_MAX);
    view->keeping_days = held_int(run, "keeping", KEEPING_DAYS);
    view->plan = held_copy(region, run, "plan");
    view->plan_level = (uint8_t)core_clamp(held_int(run, "level", 0), 0, 2);
    const json_t *show = mirror_section(mirror, "show"),
                 *debrief = json_object_get(show, "debrief");
    view->board = held_copy(region, show, "text");
    view->debrief_step = core_clamp(held_int(debrief, "step", 0), 0, DEBRIEF_STEPS);
    view->told = (uint16_t)core_clamp(held_int(debrief, "told", 0), 0, UINT16_MAX);
}

void console_view_read(
        const Mirror *mirror, int64_t now_ms, Region *region, ConsoleView *view) {
    const json_t *roster = mirror_section(mirror, "roster");
    step_view_read(mirror, now_ms, region, &view->step);
    join_view_read(mirror, region, &view->join);
    read_care(mirror, region, view);
    read_seats(roster, region, view);
    read_sessions(mirror, region, view);
    read_actors(mirror, roster, region, view);
    read_calls(mirror, region, view);
    read_deck(mirror, region, view);
    read_knobs(mirror, region, view);
    read_things(mirror, region, view);
    read_lamps(mirror, region, view);
    read_asks(mirror, region, view);
    read_lines(mirror, region, view);
    read_run(mirror, region, view);
    console_more_read(mirror, region, view);
}

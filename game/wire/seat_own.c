// wire/seat_own.c — sections "seat", "talk", "obs" and "show" as one's own notes, lines and questions, every list within its bounds. Never: what another seat wrote for itself.
#include "wire/seat_own.h"
#include "wire/seat_view_parts.h"

static uint8_t scope_of(const json_t *entry) {
    const char *scope = held_text(entry, "scope");
    if (strcmp(scope, "group") == 0) return 2;
    return strcmp(scope, "facilitator") == 0 ? 1 : 0;
}

static const SeatEntry *read_entries(SeatRead *read, const json_t *in, int32_t *count) {
    const json_t *list = seat_read_list(read, in, "journal", SEAT_ENTRIES_MAX, count);
    SeatEntry *entries = seat_read_array(read, *count, sizeof *entries);
    for (int32_t i = 0; i < *count; i++) {
        const json_t *entry = json_array_get(list, (size_t)i);
        entries[i] = (SeatEntry){.id = seat_read_int(read, entry, "id", 0, INT32_MAX),
                .round = seat_read_int(read, entry, "round", 0, ROUNDS_MAX + 1),
                .scope = scope_of(entry),
                .text = seat_read_text(read, entry, "text")};
    }
    return entries;
}

static SeatQuestion read_question(SeatRead *read, const json_t *in) {
    SeatQuestion question = {.ask = seat_read_text(read, in, "ask"),
            .because = seat_read_text(read, in, "because"),
            .right = (uint32_t)seat_read_int(read, in, "right", 0, UINT8_MAX)};
    const char *const *answers =
            seat_read_texts(read, in, "answers", SEAT_ANSWERS_MAX, &question.answers_count);
    for (int32_t i = 0; i < question.answers_count; i++)
        question.answers[i] = answers[i];
    return question;
}

static void read_quiz(SeatRead *read, const json_t *seat, SeatOwn *own) {
    const json_t *list =
            seat_read_list(read, seat, "quiz", SEAT_QUIZ_MAX, &own->quiz_count);
    SeatQuestion *quiz = seat_read_array(read, own->quiz_count, sizeof *quiz);
    for (int32_t i = 0; i < own->quiz_count; i++)
        quiz[i] = read_question(read, json_array_get(list, (size_t)i));
    own->quiz = quiz;
}

static void read_seen(SeatRead *read, SeatOwn *own) {
    const json_t *obs = mirror_section(read->mirror, "obs");
    const json_t *list =
            seat_read_list(read, obs, "lines", SEAT_ENTRIES_MAX, &own->seen_count);
    SeatSeen *seen = seat_read_array(read, own->seen_count, sizeof *seen);
    for (int32_t i = 0; i < own->seen_count; i++) {
        const json_t *line = json_array_get(list, (size_t)i);
        seen[i] = (SeatSeen){.text = seat_read_text(read, line, "text"),
                .round = seat_read_int(read, line, "round", 0, ROUNDS_MAX + 1),
                .source = (uint8_t)seat_read_int(read, line, "source", 0, 3)};
    }
    own->seen = seen;
}

static void read_items(SeatRead *read, const json_t *show, SeatOwn *own) {
    const json_t *list =
            seat_read_list(read, show, "items", SEAT_SHOWN_MAX, &own->items_count);
    const char **items = seat_read_array(read, own->items_count, sizeof *items);
    for (int32_t i = 0; i < own->items_count; i++)
        items[i] = seat_read_text(read, json_array_get(list, (size_t)i), "text");
    own->items = items;
    bool one = strcmp(held_text(show, "board"), "one") == 0;
    own->pointed = one ? seat_read_text(read, show, "text") : "";
}

static uint64_t view_bit(int32_t view) { return (uint64_t)1 << view; }

static void read_debrief(SeatRead *read, const json_t *show, SeatOwn *own) {
    const json_t *debrief = json_object_get(show, "debrief");
    int32_t shared = 0, view = seat_read_int(read, debrief, "view", 0, SEAT_VIEWS_MAX - 1);
    own->step = seat_read_int(read, debrief, "step", 0, SEAT_STEPS_MAX);
    if (view > 0) own->views |= view_bit(view);
    const json_t *list = seat_read_list(read, debrief, "shared", SEAT_VIEWS_MAX, &shared);
    for (int32_t i = 0; i < shared; i++) {
        json_int_t bit = json_integer_value(json_array_get(list, (size_t)i));
        if (bit > 0 && bit < SEAT_VIEWS_MAX) own->views |= view_bit((int32_t)bit);
    }
    list = seat_read_list(read, debrief, "asks", SEAT_SHOWN_MAX, &own->asks_count);
    SeatAsked *asks = seat_read_array(read, own->asks_count, sizeof *asks);
    for (int32_t i = 0; i < own->asks_count; i++) {
        const json_t *ask = json_array_get(list, (size_t)i);
        asks[i] = (SeatAsked){.view = seat_read_int(read, ask, "view", 0, SEAT_VIEWS_MAX),
                .text = seat_read_text(read, ask, "text")};
    }
    own->asks = asks;
}

void seat_own_read(const Mirror *mirror, Region *region, SeatOwn *own) {
    SeatRead read = {.mirror = mirror, .region = region};
    const json_t *seat = mirror_section(mirror, "seat");
    const json_t *show = mirror_section(mirror, "show");
    *own = (SeatOwn){0};
    own->journal = read_entries(&read, seat, &own->journal_count);
    own->shared = read_entries(&read, mirror_section(mirror, "talk"), &own->shared_count);
    own->prompts =
            seat_read_texts(&read, seat, "prompts", SEAT_PROMPTS_MAX, &own->prompts_count);
    own->undone =
            seat_read_texts(&read, seat, "undone", SEAT_UNDONE_MAX, &own->undone_count);
    const json_t *consent = json_object_get(seat, "consent");
    own->in_report = held_flag(consent, "report");
    own->in_research = held_flag(consent, "research");
    read_quiz(&read, seat, own);
    read_seen(&read, own);
    read_items(&read, show, own);
    read_debrief(&read, show, own);
}

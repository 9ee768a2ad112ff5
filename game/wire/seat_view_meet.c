// wire/seat_view_meet.c — section "meet": the meeting going on, as this seat hears it, and words backstage. Never: what was said in another room.
#include "wire/seat_view_parts.h"

enum { ROLES_MOST = 16, ASKED_MOST = 64 };

static const ViewSaid *read_said(
        SeatRead *read, const json_t *in, const char *key, int32_t *count) {
    const json_t *list = seat_read_list(read, in, key, UTTERANCES_MAX, count);
    ViewSaid *said = seat_read_array(read, *count, sizeof *said);
    for (int32_t i = 0; i < *count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        said[i] = (ViewSaid){.slot = (uint8_t)seat_read_int(read, item, "slot", 0, NONE),
                .text = seat_read_text(read, item, "text"),
                .author = seat_read_place(read, item, "by", read->view->actors_count),
                .kind = (uint8_t)seat_read_int(read, item, "kind", 0, NONE),
                .target = (uint8_t)seat_read_int(read, item, "target", 0, NONE),
                .direction = (int8_t)seat_read_int_or(read, item, "dir", 0, -1, 1),
                .strength = (uint8_t)seat_read_int(read, item, "strength", 0, NONE),
                .recorded = held_flag(item, "recorded"),
                .mine = held_flag(item, "mine"),
                .voiced = held_flag(item, "voiced"),
                .may_sum_up = held_flag(item, "may_sum_up"),
                .may_question = held_flag(item, "may_question")};
    }
    return said;
}

static void read_asked(SeatRead *read, const json_t *meet, ViewMeeting *meeting) {
    const json_t *list =
            seat_read_list(read, meet, "asked", ASKED_MOST, &meeting->asked_count);
    ViewAsked *asked = seat_read_array(read, meeting->asked_count, sizeof *asked);
    for (int32_t i = 0; i < meeting->asked_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        asked[i] = (ViewAsked){
                .from = seat_read_place(read, item, "from", read->view->actors_count),
                .text = seat_read_text(read, item, "text")};
    }
    meeting->asked = asked;
}

static void read_agenda(SeatRead *read, const json_t *meet, ViewMeeting *meeting) {
    const json_t *list =
            seat_read_list(read, meet, "agenda", AGENDA_MAX, &meeting->agenda_count);
    uint8_t *agenda = seat_read_array(read, meeting->agenda_count, sizeof *agenda);
    for (int32_t i = 0; i < meeting->agenda_count; i++) {
        json_int_t clause = json_integer_value(json_array_get(list, (size_t)i));
        if (clause < 0 || clause >= read->view->clauses_count) read->bad = true;
        agenda[i] = (uint8_t)core_clamp((int32_t)clause, 0, NONE);
    }
    meeting->agenda = agenda;
    meeting->agenda_open = seat_read_int(read, meet, "slots", 0, AGENDA_MAX);
}

static void read_roles(SeatRead *read, const json_t *meet, ViewMeeting *meeting) {
    const json_t *list =
            seat_read_list(read, meet, "roles", ROLES_MOST, &meeting->roles_count);
    ViewRole *roles = seat_read_array(read, meeting->roles_count, sizeof *roles);
    for (int32_t i = 0; i < meeting->roles_count; i++) {
        const json_t *role = json_array_get(list, (size_t)i);
        roles[i] = (ViewRole){.name = seat_read_text(read, role, "name"),
                .who = seat_read_text(read, role, "who"),
                .move = (uint8_t)seat_read_int(read, role, "move", 0, NONE),
                .holder = seat_read_place(read, role, "by", read->view->actors_count),
                .mine = held_flag(role, "mine"),
                .by_rule = held_flag(role, "by_rule")};
    }
    meeting->roles = roles;
}

static void read_items(SeatRead *read, const json_t *meet, ViewMeeting *meeting) {
    const json_t *list =
            seat_read_list(read, meet, "items", CLAUSES_MAX, &meeting->items_count);
    ViewItem *items = seat_read_array(read, meeting->items_count, sizeof *items);
    for (int32_t i = 0; i < meeting->items_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        items[i] = (ViewItem){.name = seat_read_text(read, item, "name"),
                .clause = seat_read_must(read, item, "i", read->view->clauses_count),
                .open = held_flag(item, "open"),
                .queued = held_flag(item, "queued"),
                .first = held_flag(item, "first")};
    }
    meeting->items = items;
}

static void read_order(SeatRead *read, const json_t *meet, ViewMeeting *meeting) {
    meeting->i_am_chair = held_flag(meet, "chair_me");
    meeting->may_order = held_flag(meet, "may_order");
    meeting->may_defer = held_flag(meet, "may_defer");
    meeting->may_object = held_flag(meet, "may_object");
    meeting->may_show_hand = held_flag(meet, "may_show_hand");
    meeting->may_sum_up = held_flag(meet, "may_sum_up");
    meeting->may_show_signs = (uint8_t)seat_read_int(read, meet, "may_show_signs", 0, NONE);
    meeting->ordered = (uint8_t)seat_read_int(read, meet, "ordered", 0, NONE);
    meeting->order = seat_read_text(read, meet, "order");
    meeting->objectors = seat_read_text(read, meet, "objectors");
    meeting->object_note = seat_read_text(read, meet, "object_note");
    meeting->answer_note = seat_read_text(read, meet, "answer_note");
    meeting->deflect_note = seat_read_text(read, meet, "deflect_note");
    meeting->with = (int16_t)seat_read_int(read, meet, "with", 0, INT16_MAX);
    meeting->against = (int16_t)seat_read_int(read, meet, "against", 0, INT16_MAX);
    meeting->my_hand = (uint8_t)seat_read_int(read, meet, "my_hand", 0, 2);
}

static void read_asides(SeatRead *read, const json_t *meet) {
    View *view = read->view;
    const json_t *list =
            seat_read_list(read, meet, "asides", ASIDES_MAX, &view->asides_count);
    ViewAside *asides = seat_read_array(read, view->asides_count, sizeof *asides);
    for (int32_t i = 0; i < view->asides_count; i++) {
        const json_t *aside = json_array_get(list, (size_t)i);
        asides[i] =
                (ViewAside){.slot = (uint8_t)seat_read_int(read, aside, "slot", 0, NONE),
                        .other = seat_read_must(read, aside, "other", view->actors_count),
                        .by_me = held_flag(aside, "by_me"),
                        .waits_for_me = held_flag(aside, "waits_for_me"),
                        .agreed = held_flag(aside, "agreed"),
                        .text = seat_read_text(read, aside, "text")};
    }
    view->asides = asides;
    view->aside_note = seat_read_text(read, meet, "aside_note");
}

void seat_read_meet(SeatRead *read) {
    const json_t *meet = mirror_section(read->mirror, "meet");
    ViewMeeting *meeting = &read->view->meeting;
    read_asides(read, meet);
    meeting->open = held_flag(meet, "open");
    meeting->arena = seat_read_text(read, meet, "arena");
    meeting->arena_index = seat_read_place(read, meet, "i", read->view->arenas_count);
    meeting->sub = (uint8_t)seat_read_int(read, meet, "sub", 0, NONE);
    meeting->present = held_flag(meet, "present");
    meeting->i_am_taker = held_flag(meet, "taker_me");
    meeting->may_slant = held_flag(meet, "may_slant");
    meeting->chair = seat_read_text(read, meet, "chair");
    meeting->taker = seat_read_text(read, meet, "taker");
    meeting->voice = (int16_t)seat_read_int(read, meet, "voice", INT16_MIN, INT16_MAX);
    meeting->record_lines = (uint8_t)seat_read_int(read, meet, "lines", 0, NONE);
    meeting->said = read_said(read, meet, "said", &meeting->said_count);
    meeting->minutes = read_said(read, meet, "minutes", &meeting->minutes_count);
    read_agenda(read, meet, meeting);
    read_asked(read, meet, meeting);
    read_roles(read, meet, meeting);
    read_items(read, meet, meeting);
    read_order(read, meet, meeting);
}

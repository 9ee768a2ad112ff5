// wire/view_json_meet.c — section "meet": the meeting going on, as this viewer hears it. Never: sealed words of others.
#include "wire/view_json_parts.h"

static void write_said(
        JsonOut *json, const char *key, const ViewSaid *said, int32_t count) {
    json_open(json, key, '[');
    for (int32_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_int(json, "slot", said[i].slot);
        json_text(json, "text", said[i].text);
        json_thing(json, "by", said[i].author);
        json_int(json, "strength", said[i].strength);
        json_some_flag(json, "recorded", said[i].recorded);
        json_some_flag(json, "mine", said[i].mine);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_asked(JsonOut *json, const ViewMeeting *meeting) {
    json_open(json, "asked", '[');
    for (int32_t i = 0; i < meeting->asked_count; i++) {
        json_open(json, NULL, '{');
        json_thing(json, "from", meeting->asked[i].from);
        json_text(json, "text", meeting->asked[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_agenda(JsonOut *json, const ViewMeeting *meeting) {
    json_open(json, "agenda", '[');
    for (int32_t i = 0; i < meeting->agenda_count; i++)
        json_int(json, NULL, meeting->agenda[i]);
    json_close(json, ']');
    json_int(json, "slots", meeting->agenda_open);
}

void view_json_meet(JsonOut *json, const View *view) {
    const ViewMeeting *meeting = &view->meeting;
    json_flag(json, "open", meeting->open);
    if (!meeting->open) return;
    json_text(json, "arena", meeting->arena);
    json_thing(json, "i", meeting->arena_index);
    json_int(json, "sub", meeting->sub);
    json_some_flag(json, "present", meeting->present);
    json_some_flag(json, "taker_me", meeting->i_am_taker);
    json_some_flag(json, "may_slant", meeting->may_slant);
    json_some_text(json, "chair", meeting->chair);
    json_some_text(json, "taker", meeting->taker);
    json_int(json, "voice", meeting->voice);
    json_int(json, "lines", meeting->record_lines);
    write_said(json, "said", meeting->said, meeting->said_count);
    write_said(json, "minutes", meeting->minutes, meeting->minutes_count);
    write_agenda(json, meeting);
    write_asked(json, meeting);
}

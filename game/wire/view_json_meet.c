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
        json_int(json, "kind", said[i].kind);
        json_int(json, "target", said[i].target);
        json_int(json, "dir", said[i].direction);
        json_int(json, "strength", said[i].strength);
        json_some_flag(json, "recorded", said[i].recorded);
        json_some_flag(json, "mine", said[i].mine);
        json_some_flag(json, "voiced", said[i].voiced);
        json_some_flag(json, "may_sum_up", said[i].may_sum_up);
        json_some_flag(json, "may_question", said[i].may_question);
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

static void write_roles(JsonOut *json, const ViewMeeting *meeting) {
    json_open(json, "roles", '[');
    for (int32_t i = 0; i < meeting->roles_count; i++) {
        const ViewRole *role = &meeting->roles[i];
        json_open(json, NULL, '{');
        json_text(json, "name", role->name);
        json_int(json, "move", role->move);
        json_some_text(json, "who", role->who);
        json_thing(json, "by", role->holder);
        json_some_flag(json, "mine", role->mine);
        json_some_flag(json, "by_rule", role->by_rule);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_items(JsonOut *json, const ViewMeeting *meeting) {
    json_open(json, "items", '[');
    for (int32_t i = 0; i < meeting->items_count; i++) {
        const ViewItem *item = &meeting->items[i];
        json_open(json, NULL, '{');
        json_text(json, "name", item->name);
        json_int(json, "i", item->clause);
        json_some_flag(json, "open", item->open);
        json_some_flag(json, "queued", item->queued);
        json_some_flag(json, "first", item->first);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_order(JsonOut *json, const ViewMeeting *meeting) {
    json_some_flag(json, "chair_me", meeting->i_am_chair);
    json_some_flag(json, "may_order", meeting->may_order);
    json_some_flag(json, "may_defer", meeting->may_defer);
    json_some_flag(json, "may_object", meeting->may_object);
    json_some_flag(json, "may_show_hand", meeting->may_show_hand);
    json_some_flag(json, "may_sum_up", meeting->may_sum_up);
    json_some_int(json, "may_show_signs", meeting->may_show_signs);
    json_some_int(json, "ordered", meeting->ordered);
    json_some_text(json, "order", meeting->order);
    json_some_text(json, "objectors", meeting->objectors);
    json_some_text(json, "object_note", meeting->object_note);
    json_some_text(json, "answer_note", meeting->answer_note);
    json_some_text(json, "deflect_note", meeting->deflect_note);
    json_some_int(json, "with", meeting->with);
    json_some_int(json, "against", meeting->against);
    json_some_int(json, "my_hand", meeting->my_hand);
}

static void write_asides(JsonOut *json, const View *view) {
    json_open(json, "asides", '[');
    for (int32_t i = 0; i < view->asides_count; i++) {
        const ViewAside *aside = &view->asides[i];
        json_open(json, NULL, '{');
        json_int(json, "slot", aside->slot);
        json_thing(json, "other", aside->other);
        json_some_flag(json, "by_me", aside->by_me);
        json_some_flag(json, "waits_for_me", aside->waits_for_me);
        json_some_flag(json, "agreed", aside->agreed);
        json_text(json, "text", aside->text);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_some_text(json, "aside_note", view->aside_note);
}

void view_json_meet(JsonOut *json, const View *view) {
    const ViewMeeting *meeting = &view->meeting;
    json_flag(json, "open", meeting->open);
    if (view->asides_count > 0) write_asides(json, view);
    // Between meetings the lines that work on can still be read.
    if (meeting->open || meeting->minutes_count > 0)
        write_said(json, "minutes", meeting->minutes, meeting->minutes_count);
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
    write_agenda(json, meeting);
    write_asked(json, meeting);
    write_roles(json, meeting);
    write_items(json, meeting);
    write_order(json, meeting);
}

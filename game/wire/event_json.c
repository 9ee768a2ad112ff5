// wire/event_json.c — writes JSON by hand, reads it through jansson. Never: accepts a list with a hole.
#include "wire/event_json.h"
#include "model/reason.h"
#include "wire/deal_json.h"
#include "wire/numbers.h"
#include <string.h>

enum { ACT_FIELDS = 11 + ASKS_MAX, NUMBERS_MAX = 2 * AUTHORS_MAX + ACT_FIELDS };

static void act_numbers(const Act *act, int32_t *n) {
    const int32_t head[11] = {act->id, act->move, act->actor, act->target.kind,
            act->target.index, act->side, act->bid, act->arena, act->token, act->words,
            act->by};
    memcpy(n, head, sizeof head);
    for (int32_t i = 0; i < ASKS_MAX; i++)
        n[11 + i] = act->asked[i];
}

static bool act_fits(const int32_t *n) {
    static const uint8_t head[11] = {FIT_U16, FIT_U8, FIT_U8, FIT_U8, FIT_U8, FIT_I8,
            FIT_U8, FIT_U8, FIT_U8, FIT_U16, FIT_U8};
    return numbers_fit(n, head, 11) && n[10] <= SENT_BY_STAND_IN
           && numbers_fit_all(n + 11, ASKS_MAX, FIT_I16);
}

static Act act_of(const int32_t *n) {
    Act act = {
            .id = (uint16_t)n[0],
            .move = (uint8_t)n[1],
            .actor = (uint8_t)n[2],
            .target = {(uint8_t)n[3], (uint8_t)n[4]},
            .side = (int8_t)n[5],
            .bid = (uint8_t)n[6],
            .arena = (uint8_t)n[7],
            .token = (uint8_t)n[8],
            .words = (uint16_t)n[9],
            .by = (uint8_t)n[10]
    };
    for (int32_t i = 0; i < ASKS_MAX; i++)
        act.asked[i] = (int16_t)n[11 + i];
    return act;
}

static bool holds_deal(const Event *event) { return event->kind == EVENT_DEAL; }

static bool holds_act(const Event *event) {
    return !holds_deal(event) && event->act.id != 0;
}

static void write_cell(const Def *def, const Event *event, Buffer *out) {
    int32_t track, row, column;
    def_cell_place(def, event->cell, &track, &row, &column);
    buffer_format(out, ",\"n\":[\"%s\",%d,%d,%d,%d]", def_text(def, def->tracks[track].id),
            row, column, event->raw, event->applied);
}

// Events that change no number may hold two small ones of their own (events.def says which).
static void write_more(const Event *event, Buffer *out) {
    const int32_t more[2] = {event->raw, event->applied};
    if (more[0] == 0 && more[1] == 0) return;
    buffer_add_text(out, ",");
    numbers_write(out, "more", more, 2);
}

// Why a computer player chose the act of this event or command; most acts are people's and hold nothing.
static void write_why(const Act *act, Buffer *out) {
    const int32_t why[2] = {reason_first(act->why), reason_second(act->why)};
    if (act->why == 0) return;
    buffer_add_text(out, ",");
    numbers_write(out, "why", why, 2);
}

static void write_event(const Def *def, const Event *event, Buffer *out) {
    const int32_t when[5] = {
            event->round, event->phase, event->step, event->actor, event->flags};
    const int32_t values[5] = {event->a, event->b, event->c, event->d, event->cell};
    const Cause *cause = &event->cause;
    const int32_t causes[6] = {cause->kind, cause->actor, cause->id, cause->act,
            cause->target.kind, cause->target.index};
    buffer_format(out, "{\"e\":\"%s\",", event_name((EventKind)event->kind));
    numbers_write(out, "w", when, 5);
    if (event->kind == EVENT_DELTA)
        write_cell(def, event, out);
    else {
        buffer_add_text(out, ",");
        numbers_write(out, "v", values, 5);
        write_more(event, out);
    }
    bool plain = cause->kind == CAUSE_NONE && cause->target.kind == KIND_NONE
                 && cause->actor == event->actor;
    if (!plain) {
        buffer_add_text(out, ",");
        numbers_write(out, "c", causes, 6);
    }
    int32_t numbers[NUMBERS_MAX];
    for (int32_t i = 0; i < event->authors_count; i++) {
        numbers[2 * i] = event->authors[i].actor;
        numbers[2 * i + 1] = event->authors[i].share;
    }
    if (event->authors_count) {
        buffer_add_text(out, ",");
        numbers_write(out, "by", numbers, 2 * event->authors_count);
    }
    bool voiced = false;
    for (int32_t i = 0; i < event->authors_count; i++) {
        numbers[i] = event->authors[i].behind;
        voiced |= numbers[i] != 0;
    }
    if (voiced) {
        buffer_add_text(out, ",");
        numbers_write(out, "for", numbers, event->authors_count);
    }
    if (holds_act(event)) {
        act_numbers(&event->act, numbers);
        buffer_add_text(out, ",");
        numbers_write(out, "act", numbers, ACT_FIELDS);
        write_why(&event->act, out);
    }
    if (holds_deal(event)) {
        buffer_add_text(out, ",");
        deal_json_write(&event->deal, out);
    }
    buffer_add_text(out, "}");
}

void event_json_write(const Def *def, const Event *events, int32_t count, Buffer *out) {
    buffer_add_text(out, "[");
    for (int32_t i = 0; i < count; i++) {
        if (i) buffer_add_text(out, ",\n");
        write_event(def, &events[i], out);
    }
    buffer_add_text(out, "]");
}

// Who voiced the words of each author, where a partner did.
static bool read_voices(const json_t *object, Event *event) {
    int32_t numbers[AUTHORS_MAX];
    bool found;
    if (!numbers_read(object, "for", numbers, event->authors_count, &found)) return false;
    for (size_t i = 0; found && i < event->authors_count; i++) {
        uint8_t field = FIT_U8;
        if (!numbers_fit(&numbers[i], &field, 1)) return false;
        event->authors[i].behind = (uint8_t)numbers[i];
    }
    return true;
}

static bool read_authors(const json_t *object, Event *event) {
    const json_t *list = json_object_get(object, "by");
    if (!list) return true;
    size_t size = json_array_size(list);
    int32_t numbers[2 * AUTHORS_MAX];
    if (size % 2 || size > 2 * AUTHORS_MAX
            || !numbers_read(object, "by", numbers, size, NULL))
        return false;
    static const uint8_t pair[2] = {FIT_U8, FIT_U16};
    event->authors_count = (uint8_t)(size / 2);
    for (size_t i = 0; i < size / 2; i++) {
        if (!numbers_fit(&numbers[2 * i], pair, 2)) return false;
        event->authors[i] = (Author){
                .actor = (uint8_t)numbers[2 * i], .share = (uint16_t)numbers[2 * i + 1]};
    }
    return read_voices(object, event);
}

static bool read_cell(const Def *def, const json_t *object, Event *event) {
    const json_t *list = json_object_get(object, "n");
    if (!json_is_array(list) || json_array_size(list) != 5) return false;
    const char *name = json_string_value(json_array_get(list, 0));
    int32_t track = name ? def_find_track(def, name) : -1;
    int32_t n[5] = {0};
    for (size_t i = 1; i < 5; i++) {
        if (!numbers_read_one(json_array_get(list, i), &n[i])) return false;
    }
    if (track < 0 || n[1] < 0 || n[2] < 0 || n[1] >= def->tracks[track].rows
            || n[2] >= def->tracks[track].columns || !numbers_fit_all(n + 3, 2, FIT_I16))
        return false;
    event->cell = def_cell(def, track, n[1], n[2]);
    event->raw = (int16_t)n[3];
    event->applied = (int16_t)n[4];
    return true;
}

static bool read_values(const json_t *object, Event *event) {
    int32_t n[5];
    bool good = numbers_read(object, "v", n, 5, NULL) && numbers_fit_all(n, 4, FIT_I16)
                && numbers_fit_all(n + 4, 1, FIT_U16);
    if (!good) return false;
    event->a = (int16_t)n[0];
    event->b = (int16_t)n[1];
    event->c = (int16_t)n[2];
    event->d = (int16_t)n[3];
    event->cell = (uint16_t)n[4];
    int32_t more[2] = {0, 0};
    bool found;
    if (!numbers_read(object, "more", more, 2, &found)
            || !numbers_fit_all(more, 2, FIT_I16))
        return false;
    event->raw = (int16_t)more[0];
    event->applied = (int16_t)more[1];
    return true;
}

static bool read_cause(const json_t *object, Event *event) {
    static const uint8_t fields[6] = {FIT_U8, FIT_U8, FIT_U16, FIT_U16, FIT_U8, FIT_U8};
    int32_t n[6] = {CAUSE_NONE, event->actor, 0, 0, KIND_NONE, NONE};
    bool found;
    if (!numbers_read(object, "c", n, 6, &found) || !numbers_fit(n, fields, 6))
        return false;
    event->cause = (Cause){
            .kind = (uint8_t)n[0],
            .actor = (uint8_t)n[1],
            .id = (uint16_t)n[2],
            .act = (uint16_t)n[3],
            .target = {(uint8_t)n[4], (uint8_t)n[5]}
    };
    return true;
}

static bool read_why(const json_t *object, Act *act) {
    int32_t why[2] = {0, 0};
    bool found;
    if (!numbers_read(object, "why", why, 2, &found)) return false;
    if (!found) return true;
    act->why =
            reason_pack((uint8_t)(why[0] & REASON_MASK), (uint8_t)(why[1] & REASON_MASK));
    return act->why != 0 && reason_is_good(act->why) && why[0] == reason_first(act->why)
           && why[1] == reason_second(act->why);
}

// The act or the deal that belongs to this kind of event or command, and no other.
static bool read_act(const json_t *object, bool allowed, Act *act) {
    int32_t numbers[NUMBERS_MAX];
    bool found;
    if (!numbers_read(object, "act", numbers, ACT_FIELDS, &found)) return false;
    if (!found) return json_object_get(object, "why") == NULL;
    if (!allowed || !act_fits(numbers)) return false;
    *act = act_of(numbers);
    return read_why(object, act);
}

// What a batch says of words: a fingerprint, or nothing.
static bool commitment_fits(const json_t *words) {
    return !words || (json_is_string(words) && json_string_length(words) == 64);
}

// No field beyond those that were asked for.
static bool only_fields(const json_t *object, const char *const *names, size_t count) {
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        known += json_object_get(object, names[i]) != NULL;
    return known == json_object_size(object);
}

static bool read_when(const json_t *object, Event *event) {
    int32_t n[5];
    if (!numbers_read(object, "w", n, 5, NULL) || !numbers_fit_all(n, 5, FIT_U8))
        return false;
    event->round = (uint8_t)n[0];
    event->phase = (uint8_t)n[1];
    event->step = (uint8_t)n[2];
    event->actor = (uint8_t)n[3];
    event->flags = (uint8_t)n[4];
    return true;
}

static bool read_event(const Def *def, const json_t *object, Event *event) {
    static const char *const fields[] = {
            "e", "w", "n", "v", "more", "c", "by", "for", "act", "why", "deal", "pact"};
    const char *name = json_string_value(json_object_get(object, "e"));
    *event = (Event){.cell = UINT16_MAX};
    event->kind = (uint8_t)(name ? event_of_name(name) : EVENT_NONE);
    bool good = event->kind != EVENT_NONE && read_when(object, event)
                && only_fields(object, fields, ARRAY_COUNT(fields));
    if (!good) return false;
    bool number = event->kind == EVENT_DELTA;
    if (number ? !read_cell(def, object, event) : !read_values(object, event)) return false;
    return read_cause(object, event) && read_authors(object, event)
           && read_act(object, !holds_deal(event), &event->act)
           && deal_json_read(object, holds_deal(event), &event->deal);
}

static json_t *parse(Bytes json) {
    json_error_t problem;
    return json_loadb(
            (const char *)json.data, json.length, JSON_REJECT_DUPLICATES, &problem);
}

bool event_json_read(const Def *def, Bytes json, EventList *out, Err *err) {
    json_t *list = parse(json);
    bool good = json_is_array(list);
    for (size_t i = 0; good && i < json_array_size(list); i++) {
        Event event;
        good = read_event(def, json_array_get(list, i), &event);
        if (good) *event_list_add(out) = event;
    }
    if (list) json_decref(list);
    return good || err_set(err, ERR_DAMAGED, "The events of this batch cannot be read.");
}

void command_json_write(const Command *command, Buffer *out) {
    const int32_t head[8] = {command->actor, command->at_round, command->at_phase,
            command->at_sub, command->a, command->b, command->c, command->d};
    int32_t numbers[NUMBERS_MAX];
    buffer_format(out, "{\"do\":\"%s\",", command_name((CommandKind)command->kind));
    numbers_write(out, "v", head, 8);
    const int32_t sent[2] = {command->by, command->reason};
    if (sent[0] || sent[1]) {
        buffer_add_text(out, ",");
        numbers_write(out, "by", sent, 2);
    }
    if (command_holds_act((CommandKind)command->kind)) {
        act_numbers(&command->act, numbers);
        buffer_add_text(out, ",");
        numbers_write(out, "act", numbers, ACT_FIELDS);
        write_why(&command->act, out);
    }
    if (command->kind == COMMAND_DEAL_OFFER) {
        buffer_add_text(out, ",");
        deal_json_write(&command->deal, out);
    }
    buffer_add_text(out, "}");
}

// Who sent it for the seat and why; the seat itself where nothing is said.
static bool read_sender(const json_t *object, Command *out) {
    static const uint8_t fields[2] = {FIT_U8, FIT_U16};
    int32_t n[2] = {0, 0};
    bool found;
    if (!numbers_read(object, "by", n, 2, &found) || !numbers_fit(n, fields, 2))
        return false;
    out->by = (uint8_t)n[0];
    out->reason = (uint16_t)n[1];
    return n[0] <= SENT_BY_STAND_IN;
}

static bool read_command(const json_t *object, Command *out) {
    static const char *const fields[] = {
            "do", "v", "by", "act", "why", "deal", "pact", "words"};
    static const uint8_t head[8] = {
            FIT_U8, FIT_U8, FIT_U8, FIT_U8, FIT_I16, FIT_I16, FIT_I16, FIT_I16};
    const char *name = json_string_value(json_object_get(object, "do"));
    int32_t n[8];
    *out = (Command){.kind = (uint8_t)(name ? command_of_name(name) : COMMAND_NONE)};
    bool good = out->kind != COMMAND_NONE && numbers_read(object, "v", n, 8, NULL)
                && numbers_fit(n, head, 8)
                && only_fields(object, fields, ARRAY_COUNT(fields))
                && commitment_fits(json_object_get(object, "words"));
    good = good
           && (!command_holds_act((CommandKind)out->kind) || json_object_get(object, "act"))
           && (out->kind != COMMAND_DEAL_OFFER || json_object_get(object, "pact")
                   || json_object_get(object, "deal"));
    if (!good) return false;
    out->actor = (uint8_t)n[0];
    out->at_round = (uint8_t)n[1];
    out->at_phase = (uint8_t)n[2];
    out->at_sub = (uint8_t)n[3];
    out->a = (int16_t)n[4];
    out->b = (int16_t)n[5];
    out->c = (int16_t)n[6];
    out->d = (int16_t)n[7];
    return read_sender(object, out)
           && read_act(object, command_holds_act((CommandKind)out->kind), &out->act)
           && deal_json_read(object, out->kind == COMMAND_DEAL_OFFER, &out->deal);
}

bool command_json_read(Bytes json, Command *out, Err *err) {
    json_t *object = parse(json);
    bool good = json_is_object(object) && read_command(object, out);
    if (object) json_decref(object);
    return good || err_set(err, ERR_DAMAGED, "This command cannot be read.");
}

// host/game_verbs.c — acts sent for a seat, the first touch after an absence, and what the facilitator asks before doing it. Never: changes a State.
#include "host/game_verbs.h"
#include "host/pilot.h"
#include "session/foresee.h"
#include "session/preview.h"
#include "session/timeline.h"
#include "wire/action_read.h"
#include "wire/console.h"
#include "wire/json_out.h"
#include <string.h>

// ---- acts ------------------------------------------------------------------------------------------------

// "seat" of act_for: a seat's number or an actor's id.
static uint8_t whom(const Party *party, const Message *message) {
    const char *id = message_text(message->args, "seat", "");
    if (id[0]) return def_find(party_session(party)->def, KIND_ACTOR, id).index;
    return party_actor(party, (int32_t)message_number(message->args, "seat", 0));
}

static bool read_for(
        const Guest *guest, const Message *message, Command *command, char where[40]) {
    Message inner = *message;
    uint8_t actor = whom(guest->party, message);
    inner.act = message_text(message->args, "act", "");
    if (actor == NONE || strncmp(inner.act, "console.", 8) == 0 || !inner.act[0]) {
        memcpy(where, actor == NONE ? "seat" : "act\0", 5);
        return false;
    }
    const Def *def = party_session(guest->party)->def;
    if (!action_read(def, &inner, actor, command, where)) return false;
    command->by = SENT_BY_CONSOLE;
    return true;
}

bool game_read(const Guest *guest, const Message *message, uint8_t actor, Command *command,
        char where[40]) {
    bool console = guest->kind == GUEST_CONSOLE;
    if (console && strcmp(message->act, "console.act_for") == 0)
        return read_for(guest, message, command, where);
    if (!action_read(party_session(guest->party)->def, message, actor, command, where))
        return false;
    if (command->kind == COMMAND_PILOT && command->a == PILOT_SHORTEN)
        command->b = (int16_t)pilot_look(guest->party).shorten_percent;
    return true;
}

bool game_touched(Guest *guest, uint8_t actor, Err *err) {
    const State *state = session_newest(party_session(guest->party));
    bool away = guest->kind == GUEST_SEAT && actor < ACTORS_MAX
                && state->seat_by[actor] == BY_STAND_IN
                && !((state->steer.back >> actor) & 1);
    if (!away) return true;
    Command back = {.kind = COMMAND_SEAT_BACK, .actor = actor, .at_phase = NONE};
    Verdict verdict;
    return party_submit(
            guest->party, guest->seat, guest->device, "", &back, "", &verdict, err);
}

// ---- questions -------------------------------------------------------------------------------------------

static void write_cell(JsonOut *json, const Def *def, const PreviewLine *line) {
    char path[200];
    preview_path(def, line->cell, path, sizeof path);
    json_open(json, NULL, '{');
    json_text(json, "of", path);
    json_int(json, "n", line->tenths);
    json_close(json, '}');
}

static void write_actors(JsonOut *json, const Def *def, const char *name, uint16_t mask) {
    json_open(json, name, '[');
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if ((mask >> i) & 1) json_text(json, NULL, def_id(def, (Thing){KIND_ACTOR, i}));
    }
    json_close(json, ']');
}

static void answer(
        Hall *hall, const Guest *guest, const Message *message, const Preview *preview) {
    const Def *def = party_session(guest->party)->def;
    Region region = {0};
    Say say = {def, guest_language(guest), &region};
    buffer_reset(&hall->out);
    JsonOut json = {&hall->out, false};
    bool open = preview->verdict.code == VERDICT_OK;
    json_open(&json, NULL, '{');
    json_text(&json, "t", message_name(MESSAGE_FORECAST));
    json_text(&json, "id", message->id);
    json_flag(&json, "open", open);
    if (!open) {
        json_text(&json, "code", verdict_code((VerdictCode)preview->verdict.code));
        json_text(&json, "text", say_verdict(&say, preview->verdict));
    }
    if (preview->to >= 0) json_int(&json, "to", preview->to);
    json_open(&json, "likely", '[');
    for (int32_t i = 0; i < preview->lines_count; i++)
        write_cell(&json, def, &preview->lines[i]);
    json_close(&json, ']');
    write_actors(&json, def, "gains", preview->gains);
    write_actors(&json, def, "loses", preview->loses);
    json_open(&json, "warn", '[');
    for (int32_t i = 0; i < preview->seen_count; i++)
        json_text(&json, NULL, preview->seen[i]);
    json_close(&json, ']');
    json_close(&json, '}');
    Bytes text = {(const uint8_t *)hall->out.data, hall->out.length};
    guest_send(hall, guest, text);
    region_clear(&region);
}

// ---- what an act would cost this seat, told from what it knows itself -----------------------------------------

static void write_lines(
        JsonOut *json, const char *key, const char *const *lines, int32_t count) {
    json_open(json, key, '[');
    for (int32_t i = 0; i < count; i++) {
        if (*lines[i]) json_text(json, NULL, lines[i]);
    }
    json_close(json, ']');
}

static void foretell(Hall *hall, const Guest *guest, const Message *message, const Say *say,
        const Foresight *seen) {
    buffer_reset(&hall->out);
    JsonOut json = {&hall->out, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", message_name(MESSAGE_FORECAST));
    json_text(&json, "id", message->id);
    json_flag(&json, "open", seen->verdict.code == VERDICT_OK);
    if (seen->verdict.code != VERDICT_OK) {
        json_text(&json, "code", verdict_code((VerdictCode)seen->verdict.code));
        json_text(&json, "text", say_verdict(say, seen->verdict));
    }
    write_lines(&json, "cost", &seen->cost, 1);
    write_lines(&json, "likely", seen->likely, seen->likely_count);
    write_lines(&json, "unknown", seen->unknown, seen->unknown_count);
    write_lines(&json, "warn", &seen->warn, 1);
    json_close(&json, '}');
    Bytes text = {(const uint8_t *)hall->out.data, hall->out.length};
    guest_send(hall, guest, text);
}

// Worked out from what the seat knows; whether it is open is what trying it would be answered.
static void foretell_act(
        Hall *hall, const Guest *guest, const Message *message, Command command) {
    Region region = {0};
    Foresight seen;
    const Session *session = party_session(guest->party);
    Say say = {session->def, guest_language(guest), &region};
    command.stamp = timeline_stamp(session, &command, true);
    session_foresee(session, command.actor, &say.language, &command, &region, &seen);
    foretell(hall, guest, message, &say, &seen);
    region_clear(&region);
}

static bool probe_seat(Hall *hall, Guest *guest, const Message *message) {
    Command command;
    char where[40];
    uint8_t actor = party_actor(guest->party, guest->seat);
    if (actor == NONE
            || !action_read(
                    party_session(guest->party)->def, message, actor, &command, where)
            || command_is_console((CommandKind)command.kind)) {
        return false;
    }
    foretell_act(hall, guest, message, command);
    return true;
}

// An act the facilitator means to send for a seat: told only while the console looks at that seat, and the look
// stands in the record.
static bool probe_for(Hall *hall, const Guest *guest, const Message *message) {
    Command command;
    char where[40];
    int64_t seat = message_number(message->args, "seat", 0);
    bool looks = seat > 0 && guest->peeks == seat && guest->peeks_until > hall_now(hall);
    if (!looks || !read_for(guest, message, &command, where)) return false;
    command.by = SENT_BY_SEAT; // why it is done is asked when it is done
    foretell_act(hall, guest, message, command);
    return true;
}

bool game_probe(Hall *hall, Guest *guest, const Message *message) {
    Command command;
    char where[40];
    const Session *session = party_session(guest->party);
    if (guest->kind == GUEST_SEAT) return probe_seat(hall, guest, message);
    if (guest->kind == GUEST_CONSOLE && strcmp(message->act, "console.act_for") == 0)
        return probe_for(hall, guest, message);
    bool asked = guest->kind == GUEST_CONSOLE
                 && action_read(session->def, message, NONE, &command, where);
    bool back = asked
                && (command.kind == COMMAND_UNDO || command.kind == COMMAND_REWIND
                        || command.kind == COMMAND_TO);
    if (!back && (!asked || command.kind != COMMAND_HAPPEN)) return false;
    Region region = {0};
    Language words = guest_language(guest);
    Preview preview;
    if (back)
        preview_back(session, &command, &words, &region, &preview);
    else
        preview_try(session, &command, &preview);
    answer(hall, guest, message, &preview);
    region_clear(&region);
    return true;
}

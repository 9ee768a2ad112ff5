// host/reply.c — answers as JSON, one function for each kind. Never: a view (send.c), a decision.
#include "host/second.h"
#include "wire/json_out.h"
#include <string.h>

static JsonOut begin(Hall *hall, MessageKind kind) {
    buffer_reset(&hall->out);
    JsonOut json = {&hall->out, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", message_name(kind));
    return json;
}

static void finish(Hall *hall, const Guest *guest, JsonOut *json) {
    json_close(json, '}');
    Bytes text = {(const uint8_t *)hall->out.data, hall->out.length};
    guest_send(hall, guest, text);
}

static void write_tongues(JsonOut *json, const Tongues *tongues) {
    json_open(json, "langs", '[');
    for (int32_t i = 0; i < tongues->count; i++)
        json_text(json, NULL, tongues->codes[i]);
    json_close(json, ']');
}

void reply_welcome(Hall *hall, const Guest *guest) {
    const Party *house = guest_house(hall, guest);
    JsonOut json = begin(hall, MESSAGE_WELCOME);
    json_int(&json, "v", 1);
    json_text(&json, "server", "Convene " CONVENE_VERSION);
    json_text(&json, "build", hall->config.build);
    json_int(&json, "now", hall_now(hall));
    json_open(&json, "limits", '{');
    json_int(&json, "msg", 8192);
    json_int(&json, "rate", HALL_RATE);
    json_int(&json, "burst", PACE_BURST);
    json_close(&json, '}');
    if (house) write_tongues(&json, &house->tongues);
    json_open(&json, "caps", '[');
    json_close(&json, ']');
    finish(hall, guest, &json);
}

void reply_found(Hall *hall, const Guest *guest, const Party *party) {
    const Session *session = party_session(party);
    Language words = party->tongues.of(party->tongues.context, guest->lang);
    JsonOut json = begin(hall, MESSAGE_FOUND);
    json_text(&json, "title", words.text(words.context, session->def->title_text));
    json_int(&json, "state", session->state.status);
    json_flag(&json, "locked", party->seats.locked);
    json_open(&json, "as", '[');
    json_text(&json, NULL, "play");
    json_text(&json, NULL, "observe");
    json_close(&json, ']');
    write_tongues(&json, &party->tongues);
    finish(hall, guest, &json);
}

void reply_seated(
        Hall *hall, const Guest *guest, const char *cid, const SeatsTaken *taken) {
    uint8_t role = party_session(guest->party)->state.place_role[taken->seat - 1];
    JsonOut json = begin(hall, MESSAGE_SEATED);
    json_text(&json, "cid", cid);
    json_text(&json, "token", taken->token);
    json_int(&json, "seat", taken->seat);
    json_some_text(&json, "seat_code", taken->code);
    json_text(&json, "state", role == ROLE_WAITS ? "waiting" : "seated");
    finish(hall, guest, &json);
}

void reply_ack(Hall *hall, const Guest *guest, const char *id, bool again) {
    const Session *session = party_session(guest->party);
    const State *state = &session->state;
    bool sealed = state->status == STATUS_RUNNING
                  && session->def->phases[state->phase].kind != PHASE_IN_TURN
                  && session->def->phases[state->phase].kind != PHASE_OPEN;
    JsonOut json = begin(hall, MESSAGE_ACK);
    json_text(&json, "id", id);
    json_flag(&json, "sealed", sealed);
    json_flag(&json, "again", again);
    finish(hall, guest, &json);
}

void reply_answer(Hall *hall, const Guest *guest, const char *id, bool again,
        const char *text, const char *code) {
    JsonOut json = begin(hall, MESSAGE_ACK);
    json_text(&json, "id", id);
    json_flag(&json, "sealed", false);
    json_flag(&json, "again", again);
    json_some_text(&json, "text", text);
    json_some_text(&json, "seat_code", code);
    finish(hall, guest, &json);
}

void reply_waiting(Hall *hall, const Guest *guest, const Party *party, const Knock *knock) {
    Region region = {0};
    int32_t ahead = queue_ahead(&party->queue, knock);
    Say say = {party_session(party)->def,
            party->tongues.of(party->tongues.context, guest->lang), &region};
    bool full = knock->why == KNOCK_FULL;
    const Party *second = full ? second_of(party) : NULL;
    SayId id = !full ? SAY_WAIT_KNOCK : ahead > 0 ? SAY_WAIT_FULL : SAY_WAIT_NEXT;
    SayWith with = {.n = ahead, .what = second ? second->seats.pin : ""};
    if (second) id = SAY_SECOND_OPEN;
    JsonOut json = begin(hall, MESSAGE_WAITING);
    json_text(&json, "cid", knock->claim);
    json_text(&json, "why", full ? "full" : "knock");
    json_int(&json, "ahead", ahead);
    json_text(&json, "text", say_sentence(&say, id, with));
    second_offer(&json, &say, second);
    finish(hall, guest, &json);
    region_clear(&region);
}

void reply_saved(Hall *hall, const Guest *guest, const char *key) {
    JsonOut json = begin(hall, MESSAGE_SAVED);
    json_text(&json, "key", key);
    finish(hall, guest, &json);
}

// What was begun before: the same message with its text.
void reply_draft(Hall *hall, const Guest *guest, const char *key, const char *text) {
    JsonOut json = begin(hall, MESSAGE_SAVED);
    json_text(&json, "key", key);
    json_text(&json, "text", text);
    finish(hall, guest, &json);
}

// What a page of the seat is drawn from. Of its acts alone nothing private is sent beside them.
static uint32_t peeked_sections(bool acts) {
    static const Section drawn[] = {SECTION_WORDS, SECTION_NOW, SECTION_TABLE, SECTION_MEET,
            SECTION_BOOK, SECTION_PRICES, SECTION_ME, SECTION_VERBS};
    static const Section private[] = {
            SECTION_BRIEF, SECTION_CARDS, SECTION_BACK, SECTION_MINE, SECTION_ASKED};
    uint32_t bits = 0;
    for (size_t i = 0; i < ARRAY_COUNT(drawn); i++)
        bits |= 1u << drawn[i];
    for (size_t i = 0; i < ARRAY_COUNT(private) && !acts; i++)
        bits |= 1u << private[i];
    return bits;
}

// What the seat itself is shown. seat 0: the look has ended.
void reply_peeked(Hall *hall, Guest *guest, int32_t seat, int64_t until, bool acts) {
    uint8_t actor = seat > 0 ? party_actor(guest->party, seat) : NONE;
    Language words = guest_language(guest);
    uint32_t bits = peeked_sections(acts);
    const Shown *shown =
            actor == NONE ? NULL
                          : views_of(&guest->party->views, party_session(guest->party),
                                  actor, &words, bits, &hall->desk);
    JsonOut json = begin(hall, MESSAGE_PEEKED);
    json_int(&json, "seat", seat);
    json_int(&json, "until", until);
    json_flag(&json, "acts", acts);
    json_open(&json, "s", '{');
    for (int32_t i = 0; i < SECTION_COUNT && shown; i++) {
        if (!((bits >> i) & 1)) continue;
        const Buffer *bytes = &shown->bytes[i];
        json_raw(&json, section_name((Section)i),
                (Bytes){(const uint8_t *)bytes->data, bytes->length});
    }
    json_close(&json, '}');
    finish(hall, guest, &json);
}

void reply_refused(Hall *hall, const Guest *guest, const char *id, const char *code,
        const char *text) {
    JsonOut json = begin(hall, MESSAGE_REFUSED);
    json_some_text(&json, "id", id);
    json_text(&json, "code", code);
    json_text(&json, "text", text);
    finish(hall, guest, &json);
}

void reply_verdict(Hall *hall, Guest *guest, const char *id, Verdict verdict) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    reply_refused(hall, guest, id, verdict_code((VerdictCode)verdict.code),
            say_verdict(&say, verdict));
    region_clear(&region);
}

enum { TABLE = 1 << SECTION_TABLE };

// "c" is the cell as the view names it. Who sees no table is told nothing of its numbers.
void reply_because(Hall *hall, Guest *guest, const Message *message) {
    Region region = {0};
    const ViewWhy *lines = NULL;
    Language words = guest_language(guest);
    const Session *session = party_session(guest->party);
    uint32_t cell = 0;
    for (const char *at = message->of; *at >= '0' && *at <= '9' && cell < UINT16_MAX; at++)
        cell = cell * 10 + (uint32_t)(*at - '0');
    int32_t count = cell < session->def->cells_count && (guest->sections & TABLE)
                            ? view_why(session, guest_eyes(guest), &words, (uint16_t)cell,
                                    &region, &lines)
                            : 0;
    JsonOut json = begin(hall, MESSAGE_BECAUSE);
    json_text(&json, "id", message->id);
    json_text(&json, "of", message->of);
    json_open(&json, "lines", '[');
    for (int32_t i = 0; i < count; i++) {
        json_open(&json, NULL, '{');
        json_int(&json, "r", lines[i].round);
        json_int(&json, "n", lines[i].tenths);
        json_text(&json, "text", lines[i].text);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    finish(hall, guest, &json);
    region_clear(&region);
}

void reply_pong(Hall *hall, const Guest *guest, int64_t n) {
    JsonOut json = begin(hall, MESSAGE_PONG);
    json_int(&json, "n", n);
    json_int(&json, "now", hall_now(hall));
    finish(hall, guest, &json);
}

void reply_bye(Hall *hall, Guest *guest, uint16_t close, const char *code) {
    JsonOut json = begin(hall, MESSAGE_BYE);
    json_text(&json, "code", code);
    finish(hall, guest, &json);
    hall->config.transport.close(hall->config.transport.context, guest->peer, close, code);
}

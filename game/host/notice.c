// host/notice.c — sentences that people read at once, whatever is on their screen. Never: decides who is told.
#include "host/guest.h"
#include "session/own_words.h"
#include "session/say.h"
#include "wire/json_out.h"

void notice_say(Hall *hall, const Guest *guest, const char *level, const char *key,
        const char *text, int64_t number) {
    buffer_reset(&hall->out);
    JsonOut json = {&hall->out, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", message_name(MESSAGE_NOTICE));
    if (number) json_int(&json, "nid", number);
    json_text(&json, "level", level);
    json_text(&json, "key", key);
    json_text(&json, "text", text);
    json_close(&json, '}');
    Bytes out = {(const uint8_t *)hall->out.data, hall->out.length};
    guest_send(hall, guest, out);
}

static void say_to(Hall *hall, const Guest *guest, const char *key, SayId id) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    notice_say(hall, guest, "alert", key, say_word(&say, id), 0);
    region_clear(&region);
}

void notice_restarted(Hall *hall, const Guest *guest) {
    say_to(hall, guest, "restarted", SAY_RESTARTED);
}

void notice_back(Hall *hall, const Guest *guest) {
    say_to(hall, guest, "most_back", SAY_MOST_BACK);
}

void notice_left_alone(Hall *hall, const Party *party) {
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        if (guest->kind == GUEST_CONSOLE) say_to(hall, guest, "left_alone", SAY_LEFT_ALONE);
    }
}

void notice_address(Hall *hall, const Guest *guest) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    SayWith with = {.text = hall->address};
    notice_say(
            hall, guest, "alert", "address", say_sentence(&say, SAY_ADDRESS_NEW, with), 0);
    region_clear(&region);
}

void notice_stands(Hall *hall, const Guest *guest) {
    say_to(hall, guest, "stands", SAY_STANDS);
}

void notice_consent(Hall *hall, const Party *party) {
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        Region region = {0};
        if (guest->kind != GUEST_SEAT) continue;
        Say say = {party_session(party)->def, guest_language(guest), &region};
        notice_say(hall, guest, "info", "consent", say_word(&say, SAY_CONSENT_REMINDER), 0);
        region_clear(&region);
    }
}

void notice_device(Hall *hall, const Party *party, int32_t seat) {
    const Session *session = party_session(party);
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        Region region = {0};
        if (guest->kind != GUEST_CONSOLE) continue;
        Say say = {session->def, guest_language(guest), &region};
        const char *name = own_words_text(session, session->state.place_name[seat - 1]);
        if (!*name) name = say_sentence(&say, SAY_SEAT_NUMBER, (SayWith){.n = seat});
        notice_say(hall, guest, "info", "other_device",
                say_sentence(&say, SAY_OTHER_DEVICE, (SayWith){.who = name}), 0);
        region_clear(&region);
    }
}

void notice_all(Hall *hall, const Party *party, const char *key, SayId id) {
    for (const Guest *guest = party->guests; guest; guest = guest->next)
        say_to(hall, guest, key, id);
}

void hall_stands(Hall *hall, Party *party) {
    if (party->stands || !party_session(party)->read_only) return;
    party->stands = true;
    notice_all(hall, party, "stands", SAY_STANDS);
}

// host/notice.c — sentences that people read at once, whatever is on their screen. Never: decides who is told.
#include "host/guest.h"
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
    hall->config.transport.send(hall->config.transport.context, guest->peer, out);
}

void notice_restarted(Hall *hall, const Guest *guest) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    notice_say(hall, guest, "alert", "restarted", say_word(&say, SAY_RESTARTED), 0);
    region_clear(&region);
}

void notice_back(Hall *hall, const Guest *guest) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    notice_say(hall, guest, "alert", "most_back", say_word(&say, SAY_MOST_BACK), 0);
    region_clear(&region);
}

// host/notice.c — sentences that people read at once, whatever is on their screen. Never: a person's own words.
#include "host/guest.h"
#include "session/say.h"
#include "wire/json_out.h"

void notice_restarted(Hall *hall, const Guest *guest) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    buffer_reset(&hall->out);
    JsonOut json = {&hall->out, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", message_name(MESSAGE_NOTICE));
    json_text(&json, "level", "alert");
    json_text(&json, "key", "restarted");
    json_text(&json, "text", say_word(&say, SAY_RESTARTED));
    json_close(&json, '}');
    Bytes text = {(const uint8_t *)hall->out.data, hall->out.length};
    hall->config.transport.send(hall->config.transport.context, guest->peer, text);
    region_clear(&region);
}

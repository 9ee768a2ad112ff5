// host/send.c — the newest state of what changed, to one connection. Never: a backlog; a slow phone jumps to the present.
#include "base/digest.h"
#include "host/guest.h"
#include "wire/json_out.h"

enum { QUEUE_ENOUGH = 16 * 1024 };

// One section as this viewer may see it; true when it differs from what the connection holds.
static bool changed(Hall *hall, const Guest *guest, Section section, uint64_t *mark) {
    buffer_reset(&hall->section);
    view_json_section(&hall->view, section, &hall->section);
    *mark = digest_fast(hall->section.data, hall->section.length, 0x436E766E);
    return guest->have[section] != *mark;
}

static void add_section(Hall *hall, JsonOut *json, Section section) {
    Bytes bytes = {(const uint8_t *)hall->section.data, hall->section.length};
    json_raw(json, section_name(section), bytes);
}

static void begin(Hall *hall, const Guest *guest, JsonOut *json) {
    buffer_reset(&hall->out);
    *json = (JsonOut){&hall->out, false};
    json_open(json, NULL, '{');
    json_text(json, "t", message_name(guest->sent ? MESSAGE_DELTA : MESSAGE_VIEW));
    json_int(json, "n", guest->sent + 1);
    json_open(json, "s", '{');
}

static void write_marks(JsonOut *json, const uint64_t *marks, uint32_t which) {
    json_close(json, '}');
    json_open(json, "h", '{');
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        char hex[17];
        if (!((which >> i) & 1)) continue;
        for (int32_t digit = 0; digit < 16; digit++)
            hex[digit] = "0123456789abcdef"[marks[i] >> (60 - 4 * digit) & 15];
        hex[16] = 0;
        json_text(json, section_name((Section)i), hex);
    }
    json_close(json, '}');
    json_close(json, '}');
}

static bool is_full(const Hall *hall, const Guest *guest) {
    const Transport *transport = &hall->config.transport;
    return transport->queued(transport->context, guest->peer) > QUEUE_ENOUGH;
}

static void send_out(Hall *hall, const Guest *guest) {
    Bytes text = {(const uint8_t *)hall->out.data, hall->out.length};
    hall->config.transport.send(hall->config.transport.context, guest->peer, text);
}

void send_news(Hall *hall, Guest *guest) {
    uint64_t marks[SECTION_COUNT];
    uint32_t which = 0;
    uint8_t actor = party_actor(guest->party, guest->seat);
    if (guest->kind != GUEST_SEAT || actor == NONE || guest->replaced) return;
    guest->waits = is_full(hall, guest);
    if (guest->waits) return;
    Language words = guest_language(guest);
    JsonOut json;
    view_build_some(
            party_session(guest->party), actor, &words, sections_of(0), &hall->view);
    begin(hall, guest, &json);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if (!((sections_of(0) >> i) & 1)) continue;
        if (!changed(hall, guest, (Section)i, &marks[i])) continue;
        add_section(hall, &json, (Section)i);
        guest->have[i] = marks[i];
        which |= 1u << i;
    }
    if (which == 0 && guest->sent) return;
    write_marks(&json, marks, which);
    send_out(hall, guest);
    guest->sent++;
}

// host/send.c — the newest state of what changed, to one connection. Never: a backlog; a slow phone jumps to the present.
#include "base/digest.h"
#include "host/guest.h"
#include "host/house.h"
#include "wire/json_out.h"
#include <string.h>

enum { QUEUE_ENOUGH = 16 * 1024, FINGERPRINT = 0x436E766E };
enum {
    // Needed to act, not to look: they follow the first view in a message of their own.
    LATER = 1 << SECTION_BOOK | 1 << SECTION_OFFER,
    OF_WHO_WAITS = 1 << SECTION_WORDS | 1 << SECTION_NOW,
};

void guest_send(const Hall *hall, const Guest *guest, Bytes text) {
    const Transport *transport = &hall->config.transport;
    if (!guest->gone) transport->send(transport->context, guest->peer, text);
}

// ---- who is shown what -----------------------------------------------------------------------------------------

static bool waits_for_a_part(const Guest *guest) {
    const State *state = &party_session(guest->party)->state;
    return guest->kind == GUEST_SEAT && state->place_role[guest->seat - 1] == ROLE_WAITS;
}

uint8_t guest_eyes(const Guest *guest) {
    if (guest->kind == GUEST_CONSOLE) return VIEW_CONSOLE;
    uint8_t actor = guest->kind == GUEST_SEAT ? party_actor(guest->party, guest->seat)
                                              : (uint8_t)NONE;
    return actor == NONE ? VIEW_BOARD : actor;
}

static uint32_t game_sections(const Guest *guest, uint8_t eyes) {
    return waits_for_a_part(guest) ? OF_WHO_WAITS : sections_of(eyes);
}

// Another part is another view: everything is sent again.
static void open_eyes(Guest *guest, uint8_t eyes, uint32_t sections) {
    if (guest->sent && guest->eyes == eyes && guest->sections == sections) return;
    if (guest->sent) memset(guest->have, 0, sizeof guest->have);
    guest->eyes = eyes;
    guest->sections = sections;
    guest->house = UINT32_MAX;
    guest->sent = 0;
}

// ---- writing ---------------------------------------------------------------------------------------------------

static bool worth_it(const JsonPatch *patch, const Buffer *whole) {
    size_t size = json_patch_size(patch);
    return size > 0 && size < whole->length;
}

// Where a section of this viewer stands.
static const Shown *place_of(const Parcel *parcel, Section section) {
    return (parcel->alike >> section) & 1 ? parcel->shared : parcel->own;
}

static void add_part(Buffer *to, const Buffer *part) {
    if (part->length == 0) return;
    if (to->length) buffer_add(to, ",", 1);
    buffer_add(to, part->data, part->length);
}

static void add_game(Hall *hall, Guest *guest, Parcel *parcel, JsonOut *json, Section at) {
    const Shown *from = place_of(parcel, at);
    const JsonPatch *patch = &from->patch[at];
    if (guest->have[at] == from->mark[at]) return;
    bool next = guest->sent && guest->have[at] == from->before[at];
    if (next && worth_it(patch, &from->bytes[at])) {
        add_part(&hall->patch.drop, &patch->drop);
        add_part(&hall->patch.cut, &patch->cut);
        add_part(&hall->patch.set, &patch->set);
        add_part(&hall->patch.add, &patch->add);
    } else {
        json_raw(json, section_name(at),
                (Bytes){(const uint8_t *)from->bytes[at].data, from->bytes[at].length});
    }
    guest->have[at] = from->mark[at];
    parcel->which |= 1u << at;
}

static void add_house(Hall *hall, Guest *guest, Parcel *parcel, JsonOut *json, Section at) {
    buffer_reset(&hall->section);
    if (!house_write(hall, guest, at, &hall->section)) return;
    uint64_t mark = digest_fast(hall->section.data, hall->section.length, FINGERPRINT);
    if (guest->have[at] == mark) return;
    json_raw(json, section_name(at),
            (Bytes){(const uint8_t *)hall->section.data, hall->section.length});
    guest->have[at] = mark;
    parcel->which |= 1u << at;
}

static void begin(Hall *hall, const Guest *guest, JsonOut *json) {
    buffer_reset(&hall->out);
    json_patch_reset(&hall->patch);
    *json = (JsonOut){&hall->out, false};
    json_open(json, NULL, '{');
    json_text(json, "t", message_name(guest->sent ? MESSAGE_DELTA : MESSAGE_VIEW));
    json_int(json, "n", guest->sent + 1);
    json_open(json, "s", '{');
}

// A delta without a whole section does not say so.
static void close_sections(Hall *hall, JsonOut *json) {
    static const char empty[] = ",\"s\":{";
    json_close(json, '}');
    size_t length = sizeof empty, start = hall->out.length - length;
    if (memcmp(hall->out.data + start, empty, length - 1) == 0) hall->out.length = start;
}

static void write_change(Hall *hall, const char *key, const Buffer *members, char bracket) {
    if (members->length == 0) return;
    buffer_format(&hall->out, ",\"%s\":%c", key, bracket);
    buffer_add(&hall->out, members->data, members->length);
    buffer_add_text(&hall->out, bracket == '{' ? "}" : "]");
}

static void write_marks(JsonOut *json, const Guest *guest, uint32_t which) {
    json_open(json, "h", '{');
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        char hex[17];
        if (!((which >> i) & 1)) continue;
        for (int32_t digit = 0; digit < 16; digit++)
            hex[digit] = "0123456789abcdef"[guest->have[i] >> (60 - 4 * digit) & 15];
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

// A view names all that the client has, so that it can drop the rest.
static uint32_t held(const Guest *guest, uint32_t sections) {
    uint32_t bits = 0;
    for (int32_t i = 0; i < SECTION_COUNT; i++)
        bits |= ((sections >> i) & 1 && guest->have[i] != 0 ? 1u : 0u) << i;
    return bits;
}

// One message with these sections as far as they changed; the first one is sent whatever is in it.
static void send_sections(Hall *hall, Guest *guest, Parcel *parcel, uint32_t game) {
    JsonOut json;
    bool first = guest->sent == 0;
    uint32_t house = guest->house & house_sections(guest);
    parcel->which = 0;
    begin(hall, guest, &json);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if ((game >> i) & 1) add_game(hall, guest, parcel, &json, (Section)i);
        if ((house >> i) & 1) add_house(hall, guest, parcel, &json, (Section)i);
    }
    guest->house = 0;
    if (parcel->which == 0 && !first) return;
    if (first) parcel->which |= held(guest, guest->sections | house_sections(guest));
    close_sections(hall, &json);
    write_change(hall, "drop", &hall->patch.drop, '{');
    write_change(hall, "cut", &hall->patch.cut, '[');
    write_change(hall, "set", &hall->patch.set, '{');
    write_change(hall, "add", &hall->patch.add, '{');
    write_marks(&json, guest, parcel->which);
    guest_send(hall, guest, (Bytes){(const uint8_t *)hall->out.data, hall->out.length});
    guest->sent++;
}

void send_news(Hall *hall, Guest *guest) {
    if (guest->kind < GUEST_SEAT || guest->replaced || guest->gone) return;
    guest->waits = is_full(hall, guest);
    if (guest->waits) return;
    Party *party = guest->party;
    uint8_t eyes = guest_eyes(guest);
    uint32_t game = game_sections(guest, eyes);
    Language words = guest_language(guest);
    open_eyes(guest, eyes, game);
    uint32_t alike = sections_alike();
    Parcel parcel = {.alike = alike,
            .shared = views_of(&party->views, party_session(party), VIEW_BOARD, &words,
                    game & alike, &hall->desk),
            .own = views_of(&party->views, party_session(party), eyes, &words,
                    game & ~alike, &hall->desk)};
    bool first = guest->sent == 0;
    send_sections(hall, guest, &parcel, first ? game & ~(uint32_t)LATER : game);
    if (first && (game & LATER)) send_sections(hall, guest, &parcel, game & LATER);
}

// host/later.c — what people say to a session that is being written waits here, in the order it came. Never: reads it twice in different ways; drops an act.
#include "host/later.h"
#include <stdlib.h>
#include <string.h>

enum { LATER_BYTES_MOST = 4 * 1024 * 1024 };

struct LaterNote {
    int32_t peer;
    const Party *party; // NULL: at the door, where any session can be meant
    size_t length;
    uint8_t *bytes;
};

// Looking for a session, a place or a code goes through all of them.
static bool is_at_door(const Guest *guest, const Message *message) {
    switch ((int)message->kind) {
    case MESSAGE_LOOKUP:
    case MESSAGE_CLAIM:
    case MESSAGE_CODE:
    case MESSAGE_RESUME: return true;
    default: return guest->later_door > 0;
    }
}

// These look at no session.
static bool is_for_nobody(const Message *message) {
    return message->kind == MESSAGE_HELLO || message->kind == MESSAGE_PING
           || message->kind == MESSAGE_PONG;
}

static bool must_wait(const Hall *hall, const Guest *guest, const Message *message) {
    if (is_for_nobody(message)) return false;
    if (guest->later > 0) return true; // behind what it said before
    if (is_at_door(guest, message)) return hall->writing > 0;
    return guest->party && guest->party->writing;
}

static LaterNote *add(Hall *hall) {
    Later *later = &hall->later;
    if (later->count == later->capacity) {
        int32_t capacity = later->capacity ? 2 * later->capacity : 16;
        LaterNote *grown = realloc(later->items, (size_t)capacity * sizeof *grown);
        ASSERT(grown != NULL);
        later->items = grown;
        later->capacity = capacity;
    }
    return &later->items[later->count++];
}

bool later_keep(Hall *hall, Guest *guest, const Message *message, Bytes text) {
    if (!must_wait(hall, guest, message)) return false;
    if (hall->later.bytes + text.length > LATER_BYTES_MOST) {
        refuse(hall, guest, message, "busy");
        return true;
    }
    bool door = is_at_door(guest, message);
    uint8_t *copy = malloc(text.length + 1);
    ASSERT(copy != NULL);
    memcpy(copy, text.data, text.length);
    *add(hall) = (LaterNote){.peer = guest->peer,
            .party = door ? NULL : guest->party,
            .length = text.length,
            .bytes = copy};
    hall->later.bytes += text.length;
    hall->later.door += door;
    guest->later++;
    guest->later_door += door;
    return true;
}

// Takes the notes of this party, or of the door, out of the row; how many.
static int32_t take_out(Later *later, const Party *party, LaterNote **out) {
    int32_t taken = 0, left = 0;
    *out = NULL;
    for (int32_t i = 0; i < later->count; i++)
        taken += later->items[i].party == party;
    if (taken == 0) return 0;
    LaterNote *notes = malloc((size_t)taken * sizeof *notes);
    ASSERT(notes != NULL);
    taken = 0;
    for (int32_t i = 0; i < later->count; i++) {
        if (later->items[i].party == party)
            notes[taken++] = later->items[i];
        else
            later->items[left++] = later->items[i];
    }
    later->count = left;
    *out = notes;
    return taken;
}

static void heed(Hall *hall, const LaterNote *note, bool door) {
    Guest *guest = guest_of(hall, note->peer);
    if (!guest) return;
    guest->later--;
    guest->later_door -= door;
    guest_heed(hall, guest, (Bytes){note->bytes, note->length});
    if (guest->peer == note->peer && guest->later == 0 && guest->gone)
        guest_close(hall, guest);
}

void later_feed(Hall *hall, const Party *party) {
    LaterNote *notes;
    int32_t count = take_out(&hall->later, party, &notes);
    if (!party) hall->later.door = 0;
    for (int32_t i = 0; i < count; i++) {
        hall->later.bytes -= notes[i].length;
        heed(hall, &notes[i], !party);
        free(notes[i].bytes);
    }
    free(notes);
}

void later_free(Later *later) {
    for (int32_t i = 0; i < later->count; i++)
        free(later->items[i].bytes);
    free(later->items);
    *later = (Later){0};
}

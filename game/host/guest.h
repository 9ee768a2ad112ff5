// host/guest.h — one connection: who it is, what it has been sent, how much it may say. Never: included outside host/.
#ifndef HOST_GUEST_H
#define HOST_GUEST_H
#include "host/hall.h"
#include "wire/message.h"
#include "wire/view_json.h"

typedef enum GuestKind {
    GUEST_NEW,
    GUEST_STRANGER,
    GUEST_SEAT, // and those behind it are inside
    GUEST_CONSOLE,
    GUEST_BOARD
} GuestKind;

typedef struct Guest {
    int32_t peer; // 0 = free
    uint8_t kind; // GuestKind
    bool loopback, replaced;
    Party *party;
    int32_t seat, device;
    char lang[ROSTER_LANG_BYTES];
    int32_t sent; // views and deltas so far; 0 = none, a whole view is due
    bool waits;   // the socket is full: the newest view is sent when it drains
    uint64_t have
            [SECTION_COUNT]; // fingerprints of the sections this connection holds, 0 = none
    uint8_t eyes;            // whose view it was sent: an actor, VIEW_BOARD or VIEW_CONSOLE
    uint32_t sections;       // of the game, that it gets
    uint32_t house;          // sections of the house that can have changed for it
    int64_t opened_ms, tokens_ms;
    int32_t tokens, offences;   // of the rate; times it was passed
    struct Guest *next, **self; // in the list of its party
} Guest;

// An answer that may leave once its turn is on disk.
typedef struct Due {
    int32_t peer;
    bool again;
    Party *party;
    char id[25];      // of the act, or of the claim
    Verdict verdict;  // of an act
    SeatsTaken taken; // seat 0: an act
} Due;

struct Hall {
    HallConfig config;
    Party *parties[HALL_PARTIES_MAX];
    int32_t parties_count;
    Guest *guests; // HALL_GUESTS_MAX of them
    int32_t guests_top;
    Due *dues;
    int32_t dues_count, dues_capacity;
    Buffer out, section; // of the message being written
    JsonPatch patch;
    ViewsDesk desk;
};

// What one connection is sent at once.
typedef struct Parcel {
    const Shown *shared, *own; // sections that all see alike; this viewer's
    uint32_t which;            // sections in it
} Parcel;

// guest.c: one message of a connection.
void guest_take(Hall *hall, Guest *guest, Bytes text);
// Refuses with the sentence of a protocol code. id: of the act or the claim, or "".
void guest_refuse(Hall *hall, const Guest *guest, const char *id, const char *code);

// hall.c: the connection of a peer, NULL when it is gone; which party it is one of.
Guest *guest_of(Hall *hall, int32_t peer);
void guest_join(Guest *guest, Party *party);

// due.c: what is said once everything of this turn is on disk.
void due_act(Hall *hall, const Guest *guest, const char *id, Verdict verdict, bool again);
void due_seat(Hall *hall, const Guest *guest, const char *cid, const SeatsTaken *taken);
void due_answer_all(Hall *hall);

// reply.c: everything but views.
void reply_welcome(Hall *hall, const Guest *guest);
void reply_found(Hall *hall, const Guest *guest, const Party *party);
void reply_seated(Hall *hall, const Guest *guest, const char *cid, const SeatsTaken *taken);
void reply_ack(Hall *hall, const Guest *guest, const char *id, bool again);
void reply_refused(
        Hall *hall, const Guest *guest, const char *id, const char *code, const char *text);
void reply_verdict(Hall *hall, Guest *guest, const char *id, Verdict verdict);
void reply_because(Hall *hall, Guest *guest, const Message *message);
void reply_pong(Hall *hall, const Guest *guest, int64_t n);
void reply_bye(Hall *hall, Guest *guest, uint16_t close, const char *code);

// notice.c: a sentence to read now, in the viewer's language.
void notice_restarted(Hall *hall, const Guest *guest);

// send.c: what changed since this connection was last sent something; nothing when nothing did.
void send_news(Hall *hall, Guest *guest);
// Whose view it gets: an actor, VIEW_BOARD or VIEW_CONSOLE.
uint8_t guest_eyes(const Guest *guest);

static inline Language guest_language(const Guest *guest) {
    return guest->party->tongues.of(guest->party->tongues.context, guest->lang);
}
static inline int64_t hall_now(const Hall *hall) {
    return hall->config.clock.now_ms(hall->config.clock.context);
}

#endif // HOST_GUEST_H

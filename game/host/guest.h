// host/guest.h — one connection: who it is, what it has been sent, how much it may say. Never: included outside host/.
#ifndef HOST_GUEST_H
#define HOST_GUEST_H
#include "host/hall.h"
#include "host/pace.h"
#include "session/say.h"
#include "wire/console.h"
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
    int32_t peer;     // 0 = free
    uint32_t address; // equal for equal ones; gone with the connection
    uint8_t kind;     // GuestKind
    bool loopback, replaced;
    bool checks; // a phone that tries itself out
    Party *party;
    Party *waits_for; // asked for a place of it and has none yet
    int32_t seat, device;
    int32_t peeks;       // seat whose private sections this console holds open, 0 = none
    int64_t peeks_until; // ms
    int64_t heard_ms;    // last message
    int64_t wished_ms;   // asked for a pause, 0 = not
    char lang[ROSTER_LANG_BYTES];
    int32_t later,
            later_door; // its messages that wait (later.c); those of the door among them
    bool gone;          // the connection is; what waits of it is heard first
    int32_t sent;       // views and deltas so far; 0 = none, a whole view is due
    bool waits;         // the socket is full: the newest view is sent when it drains
    bool drained;       // it did, in the middle of a turn
    uint64_t have
            [SECTION_COUNT]; // fingerprints of the sections this connection holds, 0 = none
    uint8_t eyes;            // whose view it was sent: an actor, VIEW_BOARD or VIEW_CONSOLE
    uint32_t sections;       // of the game, that it gets
    uint32_t house;          // sections of the house that can have changed for it
    int64_t opened_ms;
    Pace pace;
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
    bool starts;      // the act begins the game
} Due;

// Messages that wait, in the order they came.
typedef struct LaterNote LaterNote;
typedef struct Later {
    LaterNote *items;
    int32_t count, capacity;
    int32_t door; // of them, for no certain session
    size_t bytes;
} Later;

struct Hall {
    HallConfig config;
    int32_t reached;    // connections that came from other machines
    char address[200];  // that people were given last, "" = not known yet
    int32_t reached_ms; // how long one took to hear an answer, 0 = not known
    bool alone;         // it was one of this machine only
    int64_t address_looked_ms;
    HallFacts (*facts)(void *context); // NULL = nobody knows
    void *facts_context;
    void (*choose_address)(void *context); // NULL = there is no other
    Party *parties[HALL_PARTIES_MAX];
    int32_t parties_count;
    Guest *guests; // HALL_GUESTS_MAX of them
    int32_t guests_top;
    Due *dues;
    int32_t dues_count, dues_capacity;
    bool turning;  // in the middle of a turn: who drains waits for its end
    int32_t first; // session that is written first, so that none is always last
    int32_t writing; // sessions that are being written by others: each is left alone meanwhile
    bool emptying; // the log of one of them is emptied; of one at a time
    bool hurries;  // everything waits for what is being written: nothing else is begun
    Later later;
    Buffer out, section; // of the message being written
    JsonPatch patch;
    ViewsDesk desk;
};

// What one connection is sent at once.
typedef struct Parcel {
    const Shown *shared, *own; // sections that all see alike; this viewer's
    uint32_t alike;            // sections that stand in shared
    uint32_t which;            // sections in it
} Parcel;

// guest.c: one message of a connection, as it comes in; and as it is heard, at once or later.
void guest_take(Hall *hall, Guest *guest, Bytes text);
void guest_heed(Hall *hall, Guest *guest, Bytes text);

// hall.c: the connection of a peer, NULL when it is gone; its end; which party it is one of.
Guest *guest_of(Hall *hall, int32_t peer);
void guest_close(Hall *hall, Guest *guest);
// For what concerns all sessions and cannot wait: none is being written when it returns.
void hall_wait_for_writers(Hall *hall);
void guest_join(Guest *guest, Party *party);
// It is in no session any more, and may ask again.
void guest_part(Guest *guest);

// due.c: what is said to the people of a session once everything of its turn is on disk.
// starts: with it the game begins, and people are reminded of what they may do.
void due_act(Hall *hall, const Guest *guest, const char *id, Verdict verdict, bool again,
        bool starts);
void due_seat(Hall *hall, const Guest *guest, const char *cid, const SeatsTaken *taken);
void due_answer(Hall *hall, const Party *party);

// One command of this connection, with words or "". True when it was accepted, now or before (again); else
// the refusal was sent.
MUST_USE bool guest_submit(Hall *hall, Guest *guest, const Message *message,
        const Command *command, const char *words, bool *again);
// The same in two steps, for what belongs together: the command, whatever the host arranges for it in between, and what
// changes about places (host/seats.h) are one commit. Nobody is told anything before guest_finish; it refuses when the
// record failed, there or (good false, with err) on the way.
MUST_USE bool guest_begin(Hall *hall, Guest *guest, const Message *message,
        const Command *command, const char *words, bool *again);
MUST_USE bool guest_finish(
        Hall *hall, Guest *guest, const Message *message, bool good, const Err *err);
// What people said or how they are called has changed.
void guest_touch_words(Party *party);
void guest_record_failed(Hall *hall, Party *party, const Err *err);

// address.c: looks now and then whether people need another address. True when something was submitted.
bool address_tick(Hall *hall);
// The game stands because the address changed.
bool address_is_new(const Party *party);

// guest_join.c: coming in and coming back.
void guest_hello(Hall *hall, Guest *guest, const Message *message);
void guest_measured(Hall *hall, const Guest *guest, int32_t ms);
void guest_lookup(Hall *hall, Guest *guest, const Message *message);
void guest_claim(Hall *hall, Guest *guest, const Message *message);
void guest_code(Hall *hall, Guest *guest, const Message *message);
void guest_resume(Hall *hall, Guest *guest, const Message *message);
void guest_sit_down(Hall *hall, Guest *guest, Party *party, int32_t seat, int32_t device);
// closing.c: nobody new comes into a session that is over; refuses with the day and hour. False: it is not.
bool guest_too_late(
        Hall *hall, const Guest *guest, const Party *party, const Message *message);
typedef enum PlaceAs { PLACE_AS_SEAT, PLACE_AS_PAIR, PLACE_AS_OBSERVER } PlaceAs;
// Somebody of the waiting list comes in.
MUST_USE SeatsAnswer guest_admit(
        Hall *hall, Party *party, Knock *knock, PlaceAs as, Err *err);
// Free places go to who waits; everybody in the queue learns how many are before.
void guest_queue_turn(Hall *hall, Party *party);

// One verb of the facilitator with its arguments in the order of wire/console.def.
enum { CONSOLE_ARGS_MAX = 4 };
typedef struct ConsoleAsk {
    const Message *message;
    uint8_t verb; // ConsoleVerb
    bool has[CONSOLE_ARGS_MAX];
    int16_t value[CONSOLE_ARGS_MAX];
    const char *text; // of its TEXT argument, "" = none
} ConsoleAsk;

Command guest_command(CommandKind kind, int32_t a, int32_t b, int32_t c, int32_t d);
// Done: an acknowledgement with a sentence for the facilitator.
void guest_answer(Hall *hall, Guest *guest, const Message *message, bool again, SayId id,
        SayWith with);
// The record failed.
void guest_failed(Hall *hall, Guest *guest, const Message *message, const Err *err);
// Refuses when nobody has this seat.
bool guest_has_person(Hall *hall, Guest *guest, const Message *message, int32_t seat);

// guest_console.c: verbs about people and words. Then those of one topic each; false: not theirs.
void guest_console(Hall *hall, Guest *guest, const Message *message);
bool guest_people(Hall *hall, Guest *guest, const ConsoleAsk *ask);
bool guest_words(Hall *hall, Guest *guest, const ConsoleAsk *ask);
bool guest_board(Hall *hall, Guest *guest, const ConsoleAsk *ask);
bool guest_keep(Hall *hall, Guest *guest, const ConsoleAsk *ask);
bool guest_care(Hall *hall, Guest *guest, const ConsoleAsk *ask);
bool guest_keeping(Hall *hall, Guest *guest, const ConsoleAsk *ask);
bool guest_cast(Hall *hall, Guest *guest, const ConsoleAsk *ask);
bool guest_address(Hall *hall, Guest *guest, const ConsoleAsk *ask);
bool guest_second(Hall *hall, Guest *guest, const ConsoleAsk *ask);
// Closes what was peeked at too long.
void guest_peek_tick(Hall *hall, Guest *guest);

// guest_seat.c: what a person says beside the game: help, journal, observation, drafts, consents. False:
// it is the game's.
bool guest_seat(Hall *hall, Guest *guest, const Message *message);
void guest_draft(Hall *hall, Guest *guest, const Message *message);
// Sends back what the seat had begun to write.
void guest_drafts(Hall *hall, const Guest *guest);
// Whose Done counts in a team; true when this one was answered here.
bool guest_team_done(Hall *hall, Guest *guest, const Message *message, Command *command);

// refuse.c: a refusal of the host, with its sentence; what: the argument at fault.
void refuse(Hall *hall, const Guest *guest, const Message *message, const char *code);
// id: of the act or the claim, or "".
void guest_refuse(Hall *hall, const Guest *guest, const char *id, const char *code);
void guest_refuse_about(
        Hall *hall, const Guest *guest, const char *id, const char *code, const char *what);

// reply.c: everything but views.
void reply_welcome(Hall *hall, const Guest *guest);
void reply_found(Hall *hall, const Guest *guest, const Party *party);
void reply_seated(Hall *hall, const Guest *guest, const char *cid, const SeatsTaken *taken);
void reply_waiting(Hall *hall, const Guest *guest, const Party *party, const Knock *knock);
// An acknowledgement with a plain sentence; code: a seat code that is shown once, "" = none.
void reply_answer(Hall *hall, const Guest *guest, const char *id, bool again,
        const char *text, const char *code);
void reply_saved(Hall *hall, const Guest *guest, const char *key);
void reply_draft(Hall *hall, const Guest *guest, const char *key, const char *text);
void reply_peeked(Hall *hall, Guest *guest, int32_t seat, int64_t until, bool acts);
void reply_ack(Hall *hall, const Guest *guest, const char *id, bool again);
void reply_refused(
        Hall *hall, const Guest *guest, const char *id, const char *code, const char *text);
void reply_verdict(Hall *hall, Guest *guest, const char *id, Verdict verdict);
void reply_because(Hall *hall, Guest *guest, const Message *message);
void reply_pong(Hall *hall, const Guest *guest, int64_t n);
void reply_bye(Hall *hall, Guest *guest, uint16_t close, const char *code);

// notice.c: a sentence to read now, in the viewer's language.
void notice_restarted(Hall *hall, const Guest *guest);
// Saving failed, nothing can happen: for who comes meanwhile.
void notice_stands(Hall *hall, const Guest *guest);
// To everybody of a session.
void notice_all(Hall *hall, const Party *party, const char *key, SayId id);
// level "info", "turn" or "alert"; text is the person's own words or a sentence in the reader's language.
void notice_say(Hall *hall, const Guest *guest, const char *level, const char *key,
        const char *text, int64_t number);
void notice_back(Hall *hall, const Guest *guest);
// The game stands because nobody plays any more: to who leads.
void notice_left_alone(Hall *hall, const Party *party);
// To the people of a game that begins: they may stop, and change what they agreed to.
void notice_consent(Hall *hall, const Party *party);
// To who leads: a seat code was used on a device that had no place.
void notice_device(Hall *hall, const Party *party, int32_t seat);
// People must come by another address.
void notice_address(Hall *hall, const Guest *guest);

// send.c: one whole message; nobody reads it when the connection is gone.
void guest_send(const Hall *hall, const Guest *guest, Bytes text);
// What changed since this connection was last sent something; nothing when nothing did.
void send_news(Hall *hall, Guest *guest);
// Whose view it gets: an actor, VIEW_BOARD or VIEW_CONSOLE.
uint8_t guest_eyes(const Guest *guest);

static inline Language guest_language(const Guest *guest) {
    return guest->party->tongues.of(guest->party->tongues.context, guest->lang);
}
// The session a connection is in, waits for, or (still a stranger) could come to; NULL when there is none.
static inline const Party *guest_house(const Hall *hall, const Guest *guest) {
    if (guest->party) return guest->party;
    if (guest->waits_for) return guest->waits_for;
    return hall->parties_count > 0 ? hall->parties[0] : NULL;
}
static inline int64_t hall_now(const Hall *hall) {
    return hall->config.clock.now_ms(hall->config.clock.context);
}

#endif // HOST_GUEST_H

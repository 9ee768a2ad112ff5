// host/seats.h — codes, tokens and places of one session: who may sit where, and the same person twice in the same place. Never: what a place plays (State), a socket.
#ifndef HOST_SEATS_H
#define HOST_SEATS_H
#include "base/clock.h"
#include "base/entropy.h"
#include "session/journal.h"
#include "session/roster.h"

enum {
    SEATS_PIN_LETTERS = 6,
    SEATS_QR_LETTERS = 10,
    SEATS_CODE_LETTERS = 8,
    SEATS_KEY_LETTERS = 12,   // of the facilitator
    SEATS_TOKEN_LETTERS = 22, // 128 bits
    WRONG_PINS_MAX = 20,      // in a minute; then the pin rests, the QR address goes on
    PIN_RESTS_MS = 5 * 60 * 1000,
    WRONG_CODES_MAX = 30, // seat codes, in an hour and session
};

typedef enum SeatsAnswer {
    SEATS_FINE,
    SEATS_PIN_WRONG,
    SEATS_PIN_RESTS, // too many wrong ones: scan instead, or wait
    SEATS_LOCKED,    // the facilitator lets nobody new in
    SEATS_FULL,
    SEATS_CODE_WRONG,
    SEATS_GONE,   // this claim had a place that was given away
    SEATS_FAILED, // the record failed
} SeatsAnswer;

// What a person gets to keep; shown once, never stored in clear.
typedef struct SeatsTaken {
    int32_t seat, device; // numbers from 1
    bool again;           // this very claim was met before
    bool from_code;       // another device of a place that was there
    char token[SEATS_TOKEN_LETTERS + 1];
    char code[SEATS_CODE_LETTERS + 1]; // "" when from_code
} SeatsTaken;

// Counts wrong tries in a window that starts with the first.
typedef struct SeatsTries {
    int64_t since_ms;
    int32_t count;
} SeatsTries;

typedef struct Seats {
    Roster roster;   // self NULL: nothing is kept
    Journal journal; // where the codes are read; its self NULL: the same
    Clock clock;
    Entropy entropy;
    RosterSeat seats[SEATS_MAX];
    RosterDevice devices[ROSTER_DEVICES_MAX];
    int32_t seats_count, devices_count;
    char pin[SEATS_PIN_LETTERS + 1], qr[SEATS_QR_LETTERS + 1], key[SEATS_KEY_LETTERS + 1],
            board[SEATS_TOKEN_LETTERS + 1]; // what the board's window logs in with
    bool locked;                            // nobody new walks in
    int32_t most;                           // places there are; 0 = SEATS_MAX
    SeatsTries pins, codes, keys;
    int64_t pin_rests_until_ms;
} Seats;

// Reads the places of a session and its codes; makes codes for a new one and keeps them as facts of
// the journal (self NULL: only in memory). False with err.
MUST_USE bool seats_open(Seats *seats, const Roster *roster, const Journal *journal,
        Clock clock, Entropy entropy, Err *err);
// A new pin and QR secret, at once on disk; places that are taken stay.
MUST_USE bool seats_new_codes(Seats *seats, const Journal *journal, Err *err);
// Is this the session's pin, or its QR secret? A process may have many sessions, so only who asked all
// of them knows that a code was wrong: then seats_guessed counts it against each.
SeatsAnswer seats_look(const Seats *seats, const char *pin, const char *qr);
void seats_guessed(Seats *seats);
void seats_guessed_code(Seats *seats); // the same for a seat code
void seats_guessed_key(Seats *seats);  // and for the facilitator's
// What changes a place from here on is on disk with the session's next commit, in one with the batches that tell of it,
// or with seats_keep: nobody may be told before. After a failure seats_lose takes back what was not written.
bool seats_wait(const Seats *seats);
MUST_USE bool seats_keep(Seats *seats, Err *err);
void seats_lose(Seats *seats);
// A new pin and QR secret; places that are taken stay.
void seats_change_codes(Seats *seats);
// Takes a place, or meets the one this claim took before.
SeatsAnswer seats_claim(
        Seats *seats, const char *claim, const char *lang, SeatsTaken *taken);
// The same for somebody the facilitator lets in, locked or not.
SeatsAnswer seats_admit(
        Seats *seats, const char *claim, const char *lang, SeatsTaken *taken);
// Places nobody has yet.
int32_t seats_free(const Seats *seats);
// A new code; every device that had this place is a stranger from now on. Asked again, as the answer may be lost, it
// gives a fresh code, for nobody keeps one in clear; who has come with the first one stays.
void seats_reissue(Seats *seats, int32_t seat, bool again, SeatsTaken *taken);
// The devices of the other place open this one; the other's code is dead.
void seats_merge(Seats *seats, int32_t seat, int32_t other);
// Nobody has this place any more. Its number is not given again, so its record stays its own.
void seats_remove(Seats *seats, int32_t seat);
// The place of a seat code, for another device.
SeatsAnswer seats_by_code(
        Seats *seats, const char *claim, const char *code, SeatsTaken *taken);
// The device a token belongs to, NULL when it is dead. Compared by fingerprint.
const RosterDevice *seats_by_token(const Seats *seats, const char *token);
// The seat that a device held whose token is dead, 0 = there was none.
int32_t seats_lost_by(const Seats *seats, const char *token);
bool seats_is_board(const Seats *seats, const char *token);
// The facilitator's code; after too many wrong ones none is looked at.
bool seats_is_key(const Seats *seats, const char *key);
// The language a place was taken in, "" = none said.
const char *seats_lang(const Seats *seats, int32_t seat);

#endif // HOST_SEATS_H

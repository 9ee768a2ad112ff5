// host/seats.c — claims, codes and tokens. Never: compares a secret letter by letter, keeps one in clear that it can keep as a fingerprint.
#include "host/seats.h"
#include <stdio.h>
#include <string.h>

enum { MINUTE_MS = 60 * 1000, HOUR_MS = 60 * MINUTE_MS, KEYS_MAX = 10 };

static const char PIN_FACT[] = "join_pin", QR_FACT[] = "join_qr";

// Letters that are told apart when they are read aloud.
static const char SAFE[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
static const char URL_LETTERS[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static Digest mark_of(const char *what, const char *secret) {
    DigestStream stream;
    digest_start(&stream);
    digest_add_piece(&stream, what, strlen(what));
    digest_add_piece(&stream, secret, strlen(secret));
    return digest_end(&stream);
}

// Every byte is looked at, whatever the first one says.
static bool same_secret(const char *what, const char *a, const char *b) {
    Digest one = mark_of(what, a), two = mark_of(what, b);
    uint8_t differ = 0;
    for (size_t i = 0; i < DIGEST_BYTES; i++)
        differ |= one.bytes[i] ^ two.bytes[i];
    return differ == 0;
}

// count is at most 64 and divides 256 or is 10, where the last six values are drawn again.
static void draw_letters(
        const Seats *seats, const char *letters, uint32_t count, char *out, size_t length) {
    size_t have = 0;
    uint32_t usable = 256 - 256 % count;
    while (have < length) {
        uint8_t byte = 0;
        seats->entropy.fill(seats->entropy.context, &byte, 1);
        if (byte < usable) out[have++] = letters[byte % count];
    }
    out[length] = 0;
}

static Bytes bytes_of(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

// ---- codes ----------------------------------------------------------------------------------------------

static bool fact(
        const Journal *journal, const char *name, char *out, size_t length, Err *err) {
    Region region = {0};
    Bytes value = {0};
    if (!journal->self) return true;
    bool good = journal->fact_get(journal->self, name, &value, &region, err);
    if (good && value.length == length) {
        memcpy(out, value.data, length);
        out[length] = 0;
    }
    region_clear(&region);
    return good;
}

static bool keep_fact(
        const Journal *journal, const char *name, const char *value, Err *err) {
    return !journal->self || journal->fact_put(journal->self, name, bytes_of(value), err);
}

static void draw_codes(Seats *seats) {
    draw_letters(seats, "0123456789", 10, seats->pin, SEATS_PIN_LETTERS);
    draw_letters(seats, SAFE, 32, seats->qr, SEATS_QR_LETTERS);
    seats->pin_rests_until_ms = 0;
    seats->pins = (SeatsTries){0};
}

bool seats_new_codes(Seats *seats, const Journal *journal, Err *err) {
    draw_codes(seats);
    return keep_fact(journal, PIN_FACT, seats->pin, err)
           && keep_fact(journal, QR_FACT, seats->qr, err);
}

void seats_change_codes(Seats *seats) {
    const Roster *roster = &seats->roster;
    draw_codes(seats);
    if (!roster->self) return;
    roster->put_fact(roster->self, PIN_FACT, seats->pin);
    roster->put_fact(roster->self, QR_FACT, seats->qr);
}

static bool read_codes(Seats *seats, Err *err) {
    return fact(&seats->journal, PIN_FACT, seats->pin, SEATS_PIN_LETTERS, err)
           && fact(&seats->journal, QR_FACT, seats->qr, SEATS_QR_LETTERS, err);
}

static bool open_codes(Seats *seats, const Journal *journal, Err *err) {
    if (!read_codes(seats, err)
            || !fact(journal, "facilitator", seats->key, SEATS_KEY_LETTERS, err)
            || !fact(journal, "board", seats->board, SEATS_TOKEN_LETTERS, err)) {
        return false;
    }
    if (!seats->pin[0] || !seats->qr[0]) {
        if (!seats_new_codes(seats, journal, err)) return false;
    }
    if (!seats->board[0]) {
        draw_letters(seats, SAFE, 32, seats->board, SEATS_TOKEN_LETTERS);
        if (!keep_fact(journal, "board", seats->board, err)) return false;
    }
    if (seats->key[0]) return true;
    draw_letters(seats, SAFE, 32, seats->key, SEATS_KEY_LETTERS);
    return keep_fact(journal, "facilitator", seats->key, err);
}

static bool read_again(Seats *seats, Err *err) {
    const Roster *roster = &seats->roster;
    return !roster->self
           || roster->read(roster->self, seats->seats, &seats->seats_count, seats->devices,
                   &seats->devices_count, err);
}

bool seats_open(Seats *seats, const Roster *roster, const Journal *journal, Clock clock,
        Entropy entropy, Err *err) {
    *seats = (Seats){
            .roster = *roster, .journal = *journal, .clock = clock, .entropy = entropy};
    return read_again(seats, err) && open_codes(seats, journal, err);
}

// ---- tries ----------------------------------------------------------------------------------------------

static int64_t now(const Seats *seats) { return seats->clock.now_ms(seats->clock.context); }

// One more wrong try; true when it is one too many for the window.
static bool too_many(
        const Seats *seats, SeatsTries *tries, int64_t window_ms, int32_t most) {
    if (now(seats) - tries->since_ms >= window_ms)
        *tries = (SeatsTries){.since_ms = now(seats)};
    return ++tries->count > most;
}

static bool over(
        const Seats *seats, const SeatsTries *tries, int64_t window_ms, int32_t most) {
    return tries->count >= most && now(seats) - tries->since_ms < window_ms;
}

SeatsAnswer seats_look(const Seats *seats, const char *pin, const char *qr) {
    if (qr[0]) return same_secret("qr", qr, seats->qr) ? SEATS_FINE : SEATS_PIN_WRONG;
    if (now(seats) < seats->pin_rests_until_ms) return SEATS_PIN_RESTS;
    return pin[0] && same_secret("pin", pin, seats->pin) ? SEATS_FINE : SEATS_PIN_WRONG;
}

void seats_guessed(Seats *seats) {
    if (now(seats) < seats->pin_rests_until_ms) return;
    if (too_many(seats, &seats->pins, MINUTE_MS, WRONG_PINS_MAX - 1))
        seats->pin_rests_until_ms = now(seats) + PIN_RESTS_MS;
}

void seats_guessed_code(Seats *seats) {
    (void)too_many(seats, &seats->codes, HOUR_MS, WRONG_CODES_MAX);
}

void seats_guessed_key(Seats *seats) {
    (void)too_many(seats, &seats->keys, HOUR_MS, KEYS_MAX);
}

bool seats_is_key(const Seats *seats, const char *key) {
    if (over(seats, &seats->keys, HOUR_MS, KEYS_MAX)) return false;
    return same_secret("key", key, seats->key);
}

bool seats_is_board(const Seats *seats, const char *token) {
    return same_secret("board", token, seats->board);
}

// ---- places ---------------------------------------------------------------------------------------------

static RosterSeat *seat_of(Seats *seats, int32_t no) {
    for (int32_t i = 0; i < seats->seats_count; i++) {
        if (seats->seats[i].no == no) return &seats->seats[i];
    }
    return NULL;
}

const char *seats_lang(const Seats *seats, int32_t seat) {
    for (int32_t i = 0; i < seats->seats_count; i++) {
        if (seats->seats[i].no == seat) return seats->seats[i].lang;
    }
    return "";
}

static RosterDevice *device_of_claim(Seats *seats, const Digest *claim) {
    for (int32_t i = 0; i < seats->devices_count; i++) {
        if (digest_equal(&seats->devices[i].claim, claim)) return &seats->devices[i];
    }
    return NULL;
}

const RosterDevice *seats_by_token(const Seats *seats, const char *token) {
    Digest mark = mark_of("token", token);
    for (int32_t i = 0; i < seats->devices_count; i++) {
        const RosterDevice *device = &seats->devices[i];
        if (!device->revoked && digest_equal(&device->token, &mark)) return device;
    }
    return NULL;
}

int32_t seats_lost_by(const Seats *seats, const char *token) {
    Digest mark = mark_of("token", token);
    for (int32_t i = 0; i < seats->devices_count; i++) {
        const RosterDevice *device = &seats->devices[i];
        if (device->revoked && digest_equal(&device->token, &mark)) return device->seat;
    }
    return 0;
}

static bool code_in_use(const Seats *seats, const Digest *code) {
    for (int32_t i = 0; i < seats->seats_count; i++) {
        if (digest_equal(&seats->seats[i].code, code)) return true;
    }
    return false;
}

static void new_token(const Seats *seats, RosterDevice *device, SeatsTaken *taken) {
    draw_letters(seats, URL_LETTERS, 64, taken->token, SEATS_TOKEN_LETTERS);
    device->token = mark_of("token", taken->token);
    device->seen_ms = seats->clock.wall_ms(seats->clock.context);
}

static void new_code(const Seats *seats, RosterSeat *seat, SeatsTaken *taken) {
    Digest code;
    do {
        draw_letters(seats, "0123456789", 10, taken->code, SEATS_CODE_LETTERS);
        code = mark_of("code", taken->code);
    } while (code_in_use(seats, &code));
    seat->code = code;
}

static void put(Seats *seats, const RosterSeat *seat, const RosterDevice *device) {
    if (seats->roster.self) seats->roster.put(seats->roster.self, seat, device);
}

// The same claim again: the same place, with fresh secrets, because the old answer may be lost.
static SeatsAnswer meet_again(Seats *seats, const RosterDevice *known, SeatsTaken *taken) {
    RosterDevice device = *known;
    RosterSeat *place = seat_of(seats, device.seat);
    if (device.revoked || !place) return SEATS_GONE;
    RosterSeat seat = *place;
    new_token(seats, &device, taken);
    new_code(seats, &seat, taken);
    put(seats, &seat, &device);
    *place = seat;
    seats->devices[known - seats->devices] = device;
    taken->seat = device.seat;
    taken->device = device.no;
    taken->again = true;
    return SEATS_FINE;
}

// Numbers are given once: what somebody wrote who left is never another person's.
static int32_t next_number(const Seats *seats) {
    int32_t last = 0;
    for (int32_t i = 0; i < seats->seats_count; i++)
        last = core_max(last, seats->seats[i].no);
    return last < SEATS_MAX ? last + 1 : 0;
}

static bool is_open(const RosterSeat *seat) {
    static const Digest nobody;
    return !digest_equal(&seat->code, &nobody);
}

int32_t seats_free(const Seats *seats) {
    int32_t taken = 0, most = seats->most ? seats->most : SEATS_MAX;
    for (int32_t i = 0; i < seats->seats_count; i++)
        taken += is_open(&seats->seats[i]);
    return core_max(0, core_min(most - taken, SEATS_MAX - seats->seats_count));
}

static RosterDevice next_device(const Seats *seats, int32_t seat, const Digest *claim) {
    return (RosterDevice){.no = seats->devices_count + 1, .seat = seat, .claim = *claim};
}

static SeatsAnswer take_place(Seats *seats, const char *claim, const char *lang,
        bool invited, SeatsTaken *taken) {
    Digest mark = mark_of("claim", claim);
    *taken = (SeatsTaken){0};
    const RosterDevice *known = device_of_claim(seats, &mark);
    if (known) return meet_again(seats, known, taken);
    if (seats->locked && !invited) return SEATS_LOCKED;
    int32_t no = seats_free(seats) > 0 ? next_number(seats) : 0;
    if (no == 0 || seats->devices_count == ROSTER_DEVICES_MAX) return SEATS_FULL;
    RosterSeat seat = {.no = no, .made_ms = seats->clock.wall_ms(seats->clock.context)};
    snprintf(seat.lang, sizeof seat.lang, "%s", lang);
    RosterDevice device = next_device(seats, no, &mark);
    new_token(seats, &device, taken);
    new_code(seats, &seat, taken);
    put(seats, &seat, &device);
    seats->seats[seats->seats_count++] = seat;
    seats->devices[seats->devices_count++] = device;
    taken->seat = no;
    taken->device = device.no;
    return SEATS_FINE;
}

SeatsAnswer seats_claim(
        Seats *seats, const char *claim, const char *lang, SeatsTaken *taken) {
    return take_place(seats, claim, lang, false, taken);
}

bool seats_wait(const Seats *seats) {
    return seats->roster.self && seats->roster.waits(seats->roster.self);
}

bool seats_keep(Seats *seats, Err *err) {
    return !seats->roster.self || seats->roster.keep(seats->roster.self, err);
}

// What is on disk is what there is.
void seats_lose(Seats *seats) {
    Err ignored = {0};
    if (seats->roster.self) seats->roster.lose(seats->roster.self);
    (void)!read_again(seats, &ignored);
    (void)!read_codes(seats, &ignored);
}

SeatsAnswer seats_admit(
        Seats *seats, const char *claim, const char *lang, SeatsTaken *taken) {
    return take_place(seats, claim, lang, true, taken);
}

// ---- by the facilitator ---------------------------------------------------------------------------------

// The devices of a place become strangers, or (to > 0) devices of another place.
static void move_devices(Seats *seats, int32_t from, int32_t to) {
    for (int32_t i = 0; i < seats->devices_count; i++) {
        RosterDevice device = seats->devices[i];
        if (device.seat != from || device.revoked) continue;
        if (to > 0) device.seat = to;
        if (to <= 0) device.revoked = true;
        put(seats, NULL, &device);
        seats->devices[i] = device;
    }
}

void seats_reissue(Seats *seats, int32_t no, bool again, SeatsTaken *taken) {
    RosterSeat *place = seat_of(seats, no);
    *taken = (SeatsTaken){.seat = no};
    if (!place) return;
    new_code(seats, place, taken);
    put(seats, place, NULL);
    if (!again) move_devices(seats, no, 0);
}

static void close_place(Seats *seats, int32_t no) {
    RosterSeat *place = seat_of(seats, no);
    if (!place) return;
    place->code = (Digest){0};
    put(seats, place, NULL);
}

void seats_merge(Seats *seats, int32_t seat, int32_t other) {
    move_devices(seats, other, seat);
    close_place(seats, other);
}

void seats_remove(Seats *seats, int32_t seat) {
    move_devices(seats, seat, 0);
    close_place(seats, seat);
}

static const RosterSeat *seat_of_code(const Seats *seats, const char *code) {
    Digest mark = mark_of("code", code);
    for (int32_t i = 0; i < seats->seats_count; i++) {
        if (digest_equal(&seats->seats[i].code, &mark)) return &seats->seats[i];
    }
    return NULL;
}

SeatsAnswer seats_by_code(
        Seats *seats, const char *claim, const char *code, SeatsTaken *taken) {
    Digest mark = mark_of("claim", claim);
    *taken = (SeatsTaken){0};
    if (over(seats, &seats->codes, HOUR_MS, WRONG_CODES_MAX)) return SEATS_CODE_WRONG;
    const RosterSeat *seat = seat_of_code(seats, code);
    if (!seat) return SEATS_CODE_WRONG;
    const RosterDevice *known = device_of_claim(seats, &mark);
    if (!known && seats->devices_count == ROSTER_DEVICES_MAX) return SEATS_FULL;
    RosterDevice device = known ? *known : next_device(seats, seat->no, &mark);
    if (device.seat != seat->no) return SEATS_CODE_WRONG;
    new_token(seats, &device, taken);
    put(seats, NULL, &device);
    seats->devices[device.no - 1] = device;
    if (!known) seats->devices_count++;
    taken->seat = device.seat;
    taken->device = device.no;
    taken->again = known != NULL;
    taken->from_code = true;
    return SEATS_FINE;
}

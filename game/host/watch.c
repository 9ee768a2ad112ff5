// host/watch.c — closes steps whose time is over, counts down to going on, pauses when many vanish at once. Never: reads a clock but the hall's.
#include "host/watch.h"
#include "host/absent.h"
#include "host/closing.h"
#include "host/guest.h"
#include "session/timeline.h"

static bool submit(Hall *hall, Party *party, CommandKind kind, int32_t a) {
    Command command = {
            .kind = (uint8_t)kind, .actor = NONE, .at_phase = NONE, .a = (int16_t)a};
    Verdict verdict;
    Err err = {0};
    if (party_submit(party, 0, 0, "", &command, "", &verdict, &err))
        return verdict.code == VERDICT_OK;
    if (hall->config.failed) hall->config.failed(hall->config.context, party, &err);
    return false;
}

static bool goes_on(const State *state) {
    return state->status == STATUS_BRIEF || state->status == STATUS_RUNNING;
}

static bool close_step(Hall *hall, Party *party) {
    const Session *session = party_session(party);
    const State *state = &session->state;
    bool due = goes_on(state) && !state->paused && state->steer.ends_ms != 0
               && session_now(session) >= state->steer.ends_ms;
    return due && submit(hall, party, COMMAND_CLOCK, 0);
}

static bool count_down(Hall *hall, Party *party) {
    const State *state = &party_session(party)->state;
    Watch *watch = &party->watch;
    if (state->paused != PAUSED_COUNTS_DOWN) {
        watch->goes_on_ms = 0;
        return false;
    }
    if (watch->goes_on_ms == 0)
        watch->goes_on_ms = hall_now(hall) + 1000 * (int64_t)state->steer.countdown;
    if (hall_now(hall) < watch->goes_on_ms) return false;
    watch->goes_on_ms = 0;
    return submit(hall, party, COMMAND_RESUME, 0);
}

// ---- many vanish at once -----------------------------------------------------------------------------------

static uint64_t connected(const Party *party) {
    uint64_t seats = 0;
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        bool sits = guest->kind == GUEST_SEAT && !guest->replaced && guest->seat > 0;
        if (sits) seats |= UINT64_C(1) << (guest->seat - 1);
    }
    return seats;
}

static int32_t lost_lately(const Watch *watch, uint64_t here, int64_t now) {
    int32_t count = 0;
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        bool gone = !((here >> i) & 1) && watch->lost_ms[i] > 0;
        count += gone && now - watch->lost_ms[i] <= WATCH_LOST_MS;
    }
    return count;
}

static void note_lost(Watch *watch, uint64_t here, int64_t now) {
    uint64_t lost = watch->here & ~here;
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        if ((lost >> i) & 1) watch->lost_ms[i] = now;
        if ((here >> i) & 1) watch->lost_ms[i] = 0;
    }
    watch->here = here;
}

// The share of seats whose loss pauses the game, 0 = never.
static int32_t share(const State *state) {
    static const int32_t percent[] = {0, 30, 40, 50, 60};
    return percent[state_option(state, OPTION_AUTO_PAUSE) % (int32_t)ARRAY_COUNT(percent)];
}

static bool pause_for_many(Hall *hall, Party *party) {
    const State *state = &party_session(party)->state;
    Watch *watch = &party->watch;
    int64_t now = hall_now(hall);
    note_lost(watch, connected(party), now);
    int32_t lost = lost_lately(watch, watch->here, now);
    int32_t there = lost + __builtin_popcountll(watch->here), limit = share(state);
    bool many = limit > 0 && lost >= WATCH_LOST_LEAST && 100 * lost >= limit * there;
    if (!many || !goes_on(state) || state->paused) return false;
    watch->there = there;
    watch->offered = false;
    return submit(hall, party, COMMAND_PAUSE, PAUSE_CONNECTION);
}

// Most are back: whoever leads is told that the game can go on.
static void offer_to_go_on(Hall *hall, Party *party) {
    const State *state = &party_session(party)->state;
    Watch *watch = &party->watch;
    bool stands = state->paused == PAUSED_STANDS
                  && state->steer.pause_why == PAUSE_CONNECTION && !watch->offered;
    int32_t back = 100 * __builtin_popcountll(watch->here);
    if (!stands || watch->there == 0 || back < WATCH_BACK_PERCENT * watch->there) return;
    watch->offered = true;
    for (const Guest *guest = party->guests; guest; guest = guest->next) {
        if (guest->kind == GUEST_CONSOLE) notice_back(hall, guest);
    }
}

// ---- what time alone changes on a console ------------------------------------------------------------------

enum { OF_TIME = 1 << SECTION_RUN | 1 << SECTION_HEALTH | 1 << SECTION_ROSTER };

static void note_kept(Party *party) {
    const Session *session = party_session(party);
    const Clock *clock = &party->seats.clock;
    if (party->watch.kept_seq == session->seq) return;
    party->watch.kept_seq = session->seq;
    party->watch.kept_wall_ms = clock->wall_ms(clock->context);
}

// The square to try a phone is on the board: from then on one is awaited.
static void note_check(Hall *hall, Party *party) {
    const People *people = &party_session(party)->people;
    bool shown = people->board == SHOWS_PAGE && people->board_which == PAGE_CHECK;
    if (!shown) party->watch.check_ms = 0;
    if (shown && party->watch.check_ms == 0) party->watch.check_ms = hall_now(hall);
}

// Minutes, lamps and who fell asleep are in no event: whoever leads is shown them again and again.
static void look(Hall *hall, Party *party) {
    Guest *next;
    note_kept(party);
    closing_note(party);
    note_check(hall, party);
    if (hall_now(hall) - party->watch.looked_ms < WATCH_LOOK_MS) return;
    party->watch.looked_ms = hall_now(hall);
    for (Guest *guest = party->guests; guest; guest = next) {
        next = guest->next; // a connection may be gone at once
        if (guest->kind != GUEST_CONSOLE) continue;
        guest->house |= OF_TIME;
        send_news(hall, guest);
    }
}

bool watch_tick(Hall *hall, Party *party) {
    if (party_session(party)->read_only) return false; // nothing can happen
    bool changed = pause_for_many(hall, party);
    look(hall, party);
    changed |= absent_tick(hall, party);
    changed |= count_down(hall, party);
    changed |= close_step(hall, party);
    offer_to_go_on(hall, party);
    return changed;
}

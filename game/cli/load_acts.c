// cli/load_acts.c — acts in a closed loop, at a pace or all at once, and when everybody has seen them. Never: counts an act before its answer.
#include "base/clock.h"
#include "cli/load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NS = 1000000000, IN_TURN = 10, LOOK_AHEAD = 60 };

static LoadSeat *seat_of(Load *load, int32_t session, int32_t place) {
    return &load->seats[session * load->seats_count + place];
}

static void send_act(Load *load, const LoadSeat *seat) {
    int32_t line = (int32_t)(seat - load->seats);
    if (load->act == LOAD_PLAY) {
        dial_say(load->dial, line,
                (Bytes){(const uint8_t *)seat->text.data, seat->text.length});
        return;
    }
    const char *what = load->act == LOAD_COUNT ? "verb.count"
                       : seat->ready           ? "seat.done"
                                               : "seat.not_done";
    load_people_say(load, line, "{\"t\":\"cmd\",\"id\":\"a%d\",\"do\":\"%s\",\"args\":{}}",
            seat->acts, what);
}

static void begin(Load *load, LoadSeat *seat) {
    LoadSession *session = &load->sessions[seat->session];
    if (session->open_count == LOAD_OPEN_MAX) return;
    LoadOpen *open = &session->open[session->open_count++];
    seat->waits = true;
    seat->acked = seat->shown = false;
    seat->acts++;
    seat->ready = !seat->ready;
    seat->sent_ns = clock_bench_ns();
    *open = (LoadOpen){.sent_ns = seat->sent_ns,
            .number = load->act == LOAD_COUNT ? ++session->made : seat->place};
    send_act(load, seat);
    if (load->drop > 0 && rng_draw(&load->rng, 100) < (uint32_t)load->drop) {
        int32_t line = (int32_t)(seat - load->seats);
        dial_cut(load->dial, line);
        load_people_call(load, line);
    }
}

void load_acts_send_again(Load *load, int32_t line) {
    if (load->running && load->seats[line].waits) send_act(load, &load->seats[line]);
}

static void finish(Load *load, LoadSession *session, int32_t place) {
    int64_t took = (clock_bench_ns() - session->open[place].sent_ns) / 1000;
    if (load->running) {
        load->updates++;
        if (load->took_count < LOAD_KEEP_MAX)
            load->took_us[load->took_count++] = (int32_t)took;
    }
    session->open[place] = session->open[--session->open_count];
}

static uint64_t everybody(const Load *load) {
    return load->seats_count == 64 ? UINT64_MAX : (UINT64_C(1) << load->seats_count) - 1;
}

// True when this seat's newest state holds the act.
static bool shows(const Load *load, const LoadSession *session, const LoadOpen *open,
        const LoadSeat *seat) {
    if (load->act == LOAD_COUNT) return seat->tally >= open->number;
    const LoadSeat *author =
            &load->seats[(session - load->sessions) * load->seats_count + open->number];
    return seat != author || author->acked;
}

// "tally" and soon after it "n": a number.
static int32_t tally_in(Bytes text, int32_t otherwise) {
    const char *from = (const char *)text.data, *end = from + text.length;
    for (const char *at = from; (at = memmem(at, (size_t)(end - at), "ally", 4));) {
        const char *stop = at + LOOK_AHEAD < end ? at + LOOK_AHEAD : end;
        for (at += 4; at + 3 < stop; at++) {
            if (memcmp(at, "n\":", 3) == 0 && at[3] >= '0' && at[3] <= '9')
                return (int32_t)strtol(at + 3, NULL, 10);
        }
    }
    return otherwise;
}

static void act_next(Load *load, int32_t session_no);

void load_acts_updated(Load *load, int32_t line, Bytes text) {
    LoadSeat *seat = &load->seats[line];
    LoadSession *session = &load->sessions[seat->session];
    uint64_t bit = UINT64_C(1) << seat->place;
    if (load->act == LOAD_PLAY) {
        load_play_updated(load, line, text);
        return;
    }
    if (load->act == LOAD_COUNT) seat->tally = tally_in(text, seat->tally);
    seat->shown = seat->acked;
    for (int32_t i = session->open_count; i-- > 0;) {
        LoadOpen *open = &session->open[i];
        if (!(open->seen & bit) && shows(load, session, open, seat)) open->seen |= bit;
        if (open->seen == everybody(load)) finish(load, session, i);
    }
    if (load->running && !load->rate && !load->burst) act_next(load, seat->session);
}

// What was refused is nobody's to wait for. Out of turn the game is over; who may not speak for a team is
// silent from then on.
static void refused(Load *load, LoadSession *session, LoadSeat *seat) {
    bool turns = load->act == LOAD_COUNT;
    seat->idle = true;
    load->over += turns && !session->over;
    session->over |= turns;
    for (int32_t i = session->open_count; i-- > 0;) {
        if (turns || session->open[i].number == seat->place)
            session->open[i] = session->open[--session->open_count];
    }
}

void load_acts_answered(Load *load, int32_t line, bool done) {
    LoadSeat *seat = &load->seats[line];
    LoadSession *session = &load->sessions[seat->session];
    if (!seat->waits) return;
    seat->waits = false;
    seat->acked = true;
    if (load->act == LOAD_PLAY)
        load_play_answered(load, seat, done);
    else if (!done)
        refused(load, session, seat);
    if (!done) return;
    seat->answered++;
    if (load->running) load->acts++;
    if (load->running) load->last_ns = clock_bench_ns();
    if (load->act == LOAD_COUNT && ++session->in_turn == IN_TURN) {
        session->in_turn = 0;
        session->turn = (session->turn + 1) % load->seats_count;
    }
}

// People come in any order; actors take turns in the order of their seats.
static LoadSeat *in_turn(Load *load, const LoadSession *session, int32_t session_no) {
    for (int32_t i = 0; i < load->seats_count; i++) {
        LoadSeat *seat = seat_of(load, session_no, i);
        if (seat->number == session->turn + 1) return seat;
    }
    return seat_of(load, session_no, session->turn);
}

// The actor in turn acts once its own page shows everything before. False: not now.
static bool act_in_turn(Load *load, LoadSession *session, int32_t session_no) {
    LoadSeat *seat = in_turn(load, session, session_no);
    if (session->over || seat->waits || !seat->viewed || seat->tally < session->made)
        return false;
    begin(load, seat);
    return true;
}

// The first person never says ready: its step would end. Who plays an actor together with another may be told
// that the lead speaks, and is silent from then on.
static bool act_at_all(Load *load, int32_t session_no) {
    bool any = false;
    for (int32_t i = 0; i < load->seats_count && !(any && load->rate); i++) {
        LoadSeat *seat = seat_of(load, session_no, i);
        bool first = seat->number <= 1;
        if (first || seat->idle || seat->waits || !seat->viewed || !seat->shown) continue;
        begin(load, seat);
        any = true;
    }
    return any;
}

// Everybody who wants to; with a pace the next one, so that all have their turn.
static bool act_as_played(Load *load, int32_t session_no) {
    LoadSession *session = &load->sessions[session_no];
    bool any = false;
    for (int32_t i = 0; i < load->seats_count && !(any && load->rate); i++) {
        LoadSeat *seat = seat_of(load, session_no, session->next);
        session->next = (session->next + 1) % load->seats_count;
        if (session->over || seat->waits || !seat->viewed) continue;
        if (!load_play_choose(load, seat)) continue;
        begin(load, seat);
        any = true;
    }
    return any;
}

static void act_next(Load *load, int32_t session_no) {
    LoadSession *session = &load->sessions[session_no];
    if (session->over) return;
    if (load->act == LOAD_COUNT)
        (void)act_in_turn(load, session, session_no);
    else if (load->act == LOAD_PLAY)
        (void)act_as_played(load, session_no);
    else
        (void)act_at_all(load, session_no);
}

// So many acts as are due by now, one session after the other.
static void keep_pace(Load *load, int64_t since_ns, int64_t *begun) {
    int64_t due = since_ns * load->rate / NS;
    for (int32_t tries = 0; *begun < due && tries < 2 * load->sessions_count; tries++) {
        int32_t session = (int32_t)(*begun % load->sessions_count);
        bool sent = load->act == LOAD_COUNT
                            ? act_in_turn(load, &load->sessions[session], session)
                    : load->act == LOAD_PLAY ? act_as_played(load, session)
                                             : act_at_all(load, session);
        (void)sent; // a session that is not ready leaves its turn out
        ++*begun;
    }
}

static bool nobody_waits(const Load *load) {
    for (int32_t i = 0; i < load->sessions_count * load->seats_count; i++) {
        if (load->seats[i].waits) return false;
    }
    return true;
}

static bool all_quiet(const Load *load) {
    if (load->act == LOAD_PLAY) return nobody_waits(load);
    for (int32_t i = 0; i < load->sessions_count; i++) {
        if (load->sessions[i].open_count > 0) return false;
    }
    return true;
}

void load_acts_run(Load *load, int64_t seconds) {
    int64_t start = clock_bench_ns(), until = start + seconds * NS, begun = 0, next = start;
    load->running = true;
    load->last_ns = start;
    while (clock_bench_ns() < until && load->over < load->sessions_count) {
        int64_t now = clock_bench_ns();
        bool burst = load->burst && now >= next && all_quiet(load);
        if (load->rate) keep_pace(load, now - start, &begun);
        if (burst) next = now + NS;
        for (int32_t i = 0; i < load->sessions_count && !load->rate; i++) {
            if (!load->burst || burst) act_next(load, i);
        }
        dial_wait(load->dial, 1);
    }
    load->running = false;
    for (int32_t i = 0; i < 100 && !all_quiet(load); i++)
        dial_wait(load->dial, 20);
    if (load->act == LOAD_PLAY) load_play_settle(load);
}

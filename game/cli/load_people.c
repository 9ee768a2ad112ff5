// cli/load_people.c — people without screens: they join, come back, and hear what their seat hears. Never: a rule.
#include "base/clock.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AT_ONCE = 60, PATIENCE_S = 300, NS = 1000000000 };

static int32_t lines_of(const Load *load) {
    return load->sessions_count * load->seats_count;
}

// Consoles have the lines behind those of the seats.
static int32_t console_line(const Load *load, int32_t session) {
    return lines_of(load) + session;
}

void load_people_say(Load *load, int32_t line, const char *format, ...) {
    char text[500];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    ASSERT(length > 0 && length < (int)sizeof text);
    dial_say(load->dial, line, (Bytes){(const uint8_t *)text, (size_t)length});
}

void load_people_call(Load *load, int32_t line) {
    if (line < lines_of(load) && load->seats[line].viewed) {
        load->seats[line].viewed = false;
        load->seats[line].called_ns = clock_bench_ns(); // calling again goes on from here
    }
    if (line < lines_of(load) && load->act == LOAD_PLAY)
        load_play_called(&load->seats[line]);
    if (!dial_call(load->dial, line)) load->refused++;
}

static void greet_seat(Load *load, int32_t line) {
    LoadSeat *seat = &load->seats[line];
    load_people_say(load, line,
            "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\",\"app\":\"load\",\"lang\":\"en\"}");
    if (seat->seated)
        load_people_say(load, line, "{\"t\":\"resume\",\"token\":\"%s\"}", seat->token);
    else
        load_people_say(load, line,
                "{\"t\":\"claim\",\"cid\":\"%s\",\"pin\":\"%s\",\"as\":\"play\"}",
                seat->claim, load->sessions[seat->session].pin);
}

static void on_ready(void *context, int32_t line) {
    Load *load = context;
    if (line < lines_of(load)) {
        greet_seat(load, line);
        return;
    }
    int32_t session = line - lines_of(load);
    load_people_say(load, line, "{\"t\":\"hello\",\"v\":1,\"kind\":\"console\"}");
    load_people_say(load, line, "{\"t\":\"code\",\"cid\":\"%022d\",\"code\":\"%s\"}",
            session, load->sessions[session].key);
}

static bool is(Bytes text, const char *kind) {
    char start[40];
    int length = snprintf(start, sizeof start, "{\"t\":\"%s\"", kind);
    return text.length >= (size_t)length && memcmp(text.data, start, (size_t)length) == 0;
}

static void take_seat(LoadSeat *seat, Bytes text) {
    const char *found = memmem(text.data, text.length, "\"token\":\"", 9);
    if (!found) return;
    memcpy(seat->token, found + 9, SEATS_TOKEN_LETTERS);
    found = memmem(text.data, text.length, "\"seat\":", 7);
    if (found) seat->number = (int32_t)strtol(found + 7, NULL, 10);
    seat->seated = true;
}

void load_people_resume(Load *load, int32_t session) {
    LoadSession *one = &load->sessions[session];
    if (one->resuming != LOAD_GOES_ON || !one->key[0]) return;
    one->resuming = LOAD_CALLED;
    load->stops++;
    load_people_call(load, console_line(load, session));
}

// Let in; then answered, whatever it was: a page that is still stopped calls again.
static void resume_goes_on(Load *load, int32_t session) {
    LoadSession *one = &load->sessions[session];
    int32_t line = console_line(load, session);
    if (one->resuming == LOAD_ASKED) {
        one->resuming = LOAD_GOES_ON;
        dial_cut(load->dial, line);
        return;
    }
    one->resuming = LOAD_ASKED;
    load_people_say(load, line, "{\"t\":\"cmd\",\"id\":\"r%d\",\"do\":\"console.resume\"}",
            (int)load->stops);
}

// The first sentence of the host that ends it all; it is quoted.
static void keep_sentence(Load *load, Bytes text) {
    const char *from = memmem(text.data, text.length, "\"text\":\"", 8);
    if (load->away[0]) return;
    size_t left = from ? text.length - (size_t)(from + 8 - (const char *)text.data) : 0;
    size_t length = 0;
    while (length < left && length < sizeof load->away - 1 && from[8 + length] != '"')
        length++;
    snprintf(load->away, sizeof load->away, "%.*s", (int)length, from ? from + 8 : "");
    if (!length) snprintf(load->away, sizeof load->away, "No.");
}

// Nobody is there to open a locked door or to make room: whoever is sent away or told to wait would wait for ever.
static void note_away(Load *load, const LoadSeat *seat, Bytes text) {
    if (!seat->seated) keep_sentence(load, text);
}

// Its content note has to be read aloud first; whatever else keeps a game from starting will not pass by itself.
static void start_refused(Load *load, int32_t session, Bytes text) {
    LoadSession *one = &load->sessions[session];
    if (!memmem(text.data, text.length, "\"care_first\"", 12)) {
        keep_sentence(load, text);
        return;
    }
    one->steps = 0;
    load_people_say(load, console_line(load, session),
            "{\"t\":\"cmd\",\"id\":\"c\",\"do\":\"console.care\"}");
}

// The game is started by its console, then closed steps until what is wanted begins.
static void console_hears(Load *load, int32_t session, Bytes text) {
    LoadSession *one = &load->sessions[session];
    int32_t line = console_line(load, session);
    if (one->resuming != LOAD_GOES_ON && (is(text, "ack") || is(text, "refused"))) {
        resume_goes_on(load, session);
        return;
    }
    if (is(text, "refused") && !one->started) start_refused(load, session, text);
    if (!is(text, "ack")) return;
    one->console = true;
    if (one->steps == 0)
        load_people_say(
                load, line, "{\"t\":\"cmd\",\"id\":\"s\",\"do\":\"console.start\"}");
    else if (one->steps <= load->steps)
        load_people_say(load, line,
                "{\"t\":\"cmd\",\"id\":\"n%d\",\"do\":\"console.next\"}", one->steps);
    one->started = one->steps > load->steps;
    one->steps++;
}

static void note_back(Load *load, LoadSeat *seat) {
    int64_t took = (clock_bench_ns() - seat->called_ns) / 1000;
    if (load->back_us && load->back_count < LOAD_KEEP_MAX)
        load->back_us[load->back_count++] = (int32_t)took;
}

static void on_text(void *context, int32_t line, Bytes text) {
    Load *load = context;
    if (line >= lines_of(load)) {
        console_hears(load, line - lines_of(load), text);
        return;
    }
    LoadSeat *seat = &load->seats[line];
    if (is(text, "view") || is(text, "delta")) {
        if (!load->first_view_ns) load->first_view_ns = clock_bench_ns();
        bool back = !seat->viewed;
        seat->viewed = true;
        if (back) note_back(load, seat);
        load_acts_updated(load, line, text);
        if (back) load_acts_send_again(load, line);
    } else if (is(text, "ack")) {
        load_acts_answered(load, line, true);
    } else if (is(text, "refused")) {
        if (load->refused++ == 0) // one says what is wrong
            terminal_print(stderr, "convene load: %.*s\n", (int)text.length,
                    (const char *)text.data);
        note_away(load, seat, text);
        load_acts_answered(load, line, false);
    } else if (is(text, "waiting")) {
        note_away(load, seat, text);
    } else if (is(text, "seated")) {
        take_seat(seat, text);
    }
}

static void on_gone(void *context, int32_t line, uint16_t code) {
    Load *load = context;
    (void)code;
    bool again = load->running || load->cutting;
    if (again && line < lines_of(load)) load_people_call(load, line);
    if (line >= lines_of(load))
        load->sessions[line - lines_of(load)].resuming = LOAD_GOES_ON;
}

DialEvents load_people_events(Load *load) {
    return (DialEvents){load, on_ready, on_text, on_gone};
}

static bool nobody_came(Err *err, const char *what) {
    err_set(err, ERR_SYSTEM, "%s within %d seconds.", what, PATIENCE_S);
    return err_fix(err, "try fewer sessions or seats.");
}

// The sentence is the host's own, so it is quoted.
static bool sent_away(const Load *load, Err *err) {
    err_set(err, ERR_SYSTEM, "Not everybody was let in. The host says: \"%s\"", load->away);
    return err_fix(err,
            "unlock joining in its console, look at the code, or ask for fewer seats.");
}

static bool not_started(const Load *load, Err *err) {
    err_set(err, ERR_SYSTEM, "Not every game could start. The host says: \"%s\"",
            load->away);
    return err_fix(err, "ask for as many seats as the case needs, and fewer --steps.");
}

// A few at a time, as the host lets in only so many whom it does not know yet.
bool load_people_join(Load *load, Err *err) {
    int64_t until = clock_bench_ns() + (int64_t)PATIENCE_S * NS;
    int32_t called = 0, seated = 0;
    while (seated < lines_of(load)) {
        if (clock_bench_ns() > until) return nobody_came(err, "Not everybody was seated");
        while (called < lines_of(load) && called < seated + AT_ONCE)
            load_people_call(load, called++);
        dial_wait(load->dial, 100);
        if (load->away[0]) return sent_away(load, err);
        while (seated < called && load->seats[seated].viewed)
            seated++;
    }
    load->joined_ns = clock_bench_ns();
    load->back_count = 0;
    return true;
}

static int32_t started(const Load *load) {
    int32_t count = 0;
    for (int32_t i = 0; i < load->sessions_count; i++)
        count += load->sessions[i].started;
    return count;
}

bool load_people_start(Load *load, Err *err) {
    int64_t until = clock_bench_ns() + (int64_t)PATIENCE_S * NS;
    int32_t called = 0;
    while (started(load) < load->sessions_count) {
        if (clock_bench_ns() > until) return nobody_came(err, "Not every game started");
        while (called < load->sessions_count && called < started(load) + AT_ONCE) {
            if (load->sessions[called].key[0])
                load_people_call(load, console_line(load, called));
            called++;
        }
        dial_wait(load->dial, 100);
        if (load->away[0]) return not_started(load, err);
    }
    for (int32_t i = 0; i < load->sessions_count; i++) {
        if (load->sessions[i].key[0]) dial_cut(load->dial, console_line(load, i));
    }
    for (int32_t i = 0; i < 10; i++)
        dial_wait(load->dial, 20);
    return true;
}

void load_people_cut_all(Load *load) {
    int64_t until = clock_bench_ns() + (int64_t)PATIENCE_S * NS;
    load->back_count = 0;
    load->cutting =
            true; // a host lets in only so many at once: who is sent away calls again
    for (int32_t i = 0; i < lines_of(load); i++)
        dial_cut(load->dial, i);
    for (int32_t i = 0; i < lines_of(load); i++)
        load_people_call(load, i);
    while (load->back_count < lines_of(load) && clock_bench_ns() < until)
        dial_wait(load->dial, 50);
    load->cutting = false;
}

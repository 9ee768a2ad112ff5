// cli/desk_host.c — turns the host between frames, speaks for the console, and fills what lobby, console and board draw. Never: looks past the messages it is sent.
#include "cli/desk_host.h"
#include "cli/case_notes.h"
#include "cli/desk_hold.h"
#include "cli/desk_look.h"
#include "cli/desk_seat.h"
#include "cli/desk_settings.h"
#include "cli/desk_whatif.h"
#include "cli/look.h"
#include "host/guest.h"
#include "net/qr.h"
#include "wire/action_write.h"
#include "wire/answer.h"
#include "wire/console_line.h"
#include "wire/console_view.h"
#include "wire/json_out.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POLL_MS = 15, CID_LETTERS = 22 };

// One window's peer: what it was sent, and the texts made of it.
typedef struct HostPeer {
    int32_t peer;
    Mirror *held;
    Region region;
    bool changed;
} HostPeer;

typedef struct DeskHost {
    Hosting *hosting;
    int32_t leads; // place in the house of the session that is shown
    HostPeer console, board;
    int32_t phones[INSIDE_PEERS_MAX], phones_count; // of invented people
    DeskHold hold;
    DeskLook look;
    int32_t held_s, looks_s; // that are shown
    ConsoleView console_view;
    BoardView board_view;
    char answer[700], address[DOOR_URL_BYTES + 4];
    char link[DOOR_URL_BYTES + 40], check[DOOR_URL_BYTES + 8]; // that the pictures are of
    JoinView join;
    // Of this run: a verb named as one of the last run would be taken for that one sent again.
    char name[CID_LETTERS + 1];
    int32_t verbs, second; // second: of the clock that is shown
    Buffer message;
} DeskHost;

// ---- speaking ---------------------------------------------------------------------------------------------------

static void say(DeskHost *host, const HostPeer *peer, const Buffer *message) {
    inside_say(host->hosting->inside, peer->peer,
            (Bytes){(const uint8_t *)message->data, message->length});
}

static void say_hello(
        DeskHost *host, const HostPeer *peer, const char *kind, const char *lang) {
    buffer_reset(&host->message);
    JsonOut json = {&host->message, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", "hello");
    json_int(&json, "v", 1);
    json_text(&json, "kind", kind);
    json_text(&json, "app", "window " CONVENE_VERSION);
    json_text(&json, "lang", lang);
    json_close(&json, '}');
    say(host, peer, &host->message);
}

// A client's own name for its wish to come in.
static void make_cid(char cid[CID_LETTERS + 1]) {
    static const char LETTERS[] =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    uint8_t random[CID_LETTERS];
    Entropy entropy = entropy_system();
    entropy.fill(entropy.context, random, sizeof random);
    for (int32_t i = 0; i < CID_LETTERS; i++)
        cid[i] = LETTERS[random[i] & 63];
    cid[CID_LETTERS] = 0;
}

// NULL when it was erased.
static const Party *led(const DeskHost *host) {
    return host->hosting->house->parties[host->leads];
}

// The console shows the facilitator's code, as it would from another machine.
static void show_code(DeskHost *host) {
    char cid[CID_LETTERS + 1];
    make_cid(cid);
    buffer_reset(&host->message);
    JsonOut json = {&host->message, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", "code");
    json_text(&json, "cid", cid);
    json_text(&json, "code", led(host)->seats.key);
    json_some_text(&json, "session", led(host)->name);
    json_close(&json, '}');
    say(host, &host->console, &host->message);
}

static void say_language(DeskHost *host, const HostPeer *peer, const char *lang) {
    buffer_reset(&host->message);
    JsonOut json = {&host->message, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", "lang");
    json_text(&json, "lang", lang);
    json_close(&json, '}');
    mirror_clear(peer->held);
    say(host, peer, &host->message);
}

void desk_host_language(Desk *desk) {
    DeskHost *host = desk->host;
    if (!host) return;
    say_language(host, &host->console, desk->tongue.code);
    say_language(host, &host->board, desk->tongue.code);
}

void desk_host_take_seat(Desk *desk) {
    const Hosting *hosting = desk->host ? desk->host->hosting : NULL;
    const Party *party = hosting ? led(desk->host) : NULL;
    if (party) desk_seat_take(desk, hosting->inside, party->seats.key, party->seats.pin);
}

void desk_host_seat(Desk *desk, const char *name) {
    DeskHost *host = desk->host;
    HostPeer phone = {.peer = inside_open(host->hosting->inside)};
    if (host->phones_count < INSIDE_PEERS_MAX)
        host->phones[host->phones_count++] = phone.peer;
    char cid[CID_LETTERS + 1];
    make_cid(cid);
    say_hello(host, &phone, "seat", desk->tongue.code);
    buffer_reset(&host->message);
    JsonOut json = {&host->message, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", "claim");
    json_text(&json, "cid", cid);
    json_text(&json, "pin", led(host)->seats.pin);
    json_text(&json, "as", "play");
    json_text(&json, "name", name);
    json_close(&json, '}');
    say(host, &phone, &host->message);
}

static void show_board_token(DeskHost *host) {
    buffer_reset(&host->message);
    JsonOut json = {&host->message, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", "resume");
    json_text(&json, "token", led(host)->seats.board);
    json_close(&json, '}');
    say(host, &host->board, &host->message);
}

void desk_host_verb(Desk *desk, const char *line) {
    DeskHost *host = desk->host;
    char id[24], why[160];
    if (!host) return;
    snprintf(id, sizeof id, "%.8s-%d", host->name, ++host->verbs);
    host->console_view.answer_is_refusal = !console_line(line, id, &host->message, why);
    if (!host->console_view.answer_is_refusal) {
        say(host, &host->console, &host->message);
        return;
    }
    snprintf(host->answer, sizeof host->answer, "%s", why);
    host->console_view.answer = host->answer;
}

// The peers stay; what they held of the other session is forgotten.
void desk_host_lead(Desk *desk, const char *session) {
    DeskHost *host = desk->host;
    const House *house = host ? host->hosting->house : NULL;
    for (int32_t i = 0; house && i < house->parties_count; i++) {
        const Party *party = house->parties[i];
        if (!party || strcmp(party->name, session) != 0 || i == host->leads) continue;
        host->leads = i;
        host->hold = (DeskHold){0}; // it was meant for the other one
        desk_look_close(&host->look);
        desk_look_open(&host->look);
        host->answer[0] = 0;
        host->console_view.answer = host->answer; // the page before stays a moment
        mirror_clear(host->console.held);
        mirror_clear(host->board.held);
        app_set_look(&desk->app, NULL);
        show_code(host);
        show_board_token(host);
        return;
    }
}

static int64_t desk_now(void) {
    Clock clock = clock_system();
    return clock.now_ms(clock.context);
}

void desk_host_hold(Desk *desk, const char *line) {
    DeskHost *host = desk->host;
    if (!host) return;
    if (desk_hold_set(&host->hold, line, &host->console_view.step, desk_now()))
        desk_host_verb(desk, line);
}

// ---- hearing ----------------------------------------------------------------------------------------------------

static void ask_for_all(DeskHost *host, HostPeer *peer) {
    static const char NEED[] = "{\"t\":\"need\"}";
    mirror_clear(peer->held);
    inside_say(host->hosting->inside, peer->peer,
            (Bytes){(const uint8_t *)NEED, sizeof NEED - 1});
}

static void show_answer(DeskHost *host, Bytes message) {
    Answer answer;
    answer_read(message, &answer);
    if (answer.kind == MESSAGE_PEEKED) desk_look_hear(&host->look, message);
    if (answer.kind == MESSAGE_FORECAST
            && desk_foresee_hear(&host->look.foresee, answer.id, message))
        return;
    bool refused = answer.kind == MESSAGE_REFUSED;
    bool told = refused || answer.kind == MESSAGE_ACK || answer.kind == MESSAGE_FORECAST
                || answer.kind == MESSAGE_NOTICE;
    if (!told) return;
    snprintf(host->answer, sizeof host->answer, "%s", answer.text);
    host->console_view.answer = host->answer;
    host->console_view.answer_is_refusal = refused;
}

// Invented people read what they are sent, and forget it.
static void hear_phones(DeskHost *host) {
    for (int32_t i = 0; i < host->phones_count; i++) {
        while (inside_hear(host->hosting->inside, host->phones[i], &host->message)) {
        }
    }
}

static void hear(DeskHost *host, HostPeer *peer) {
    while (inside_hear(host->hosting->inside, peer->peer, &host->message)) {
        Bytes text = {(const uint8_t *)host->message.data, host->message.length};
        if (!mirror_take(peer->held, text)) ask_for_all(host, peer);
        if (peer == &host->console) show_answer(host, text);
        peer->changed = true;
    }
}

// ---- showing ----------------------------------------------------------------------------------------------------

// The picture is drawn anew only when the code has changed.
static void picture_code(DeskHost *host) {
    const Party *party = led(host);
    QrSquare square = {0};
    if (!party) return; // it was erased
    const Seats *seats = &party->seats;
    char link[sizeof host->link];
    snprintf(link, sizeof link, "%s/j#%s.%s", host->hosting->door.url, seats->pin,
            seats->qr);
    if (strcmp(host->link, link) == 0) return;
    memcpy(host->link, link, sizeof host->link);
    host->join.qr_side = 0;
    if (!qr_make(host->link, &square) || square.side > CODE_SIDE_MAX) return;
    host->join.qr_side = square.side;
    memcpy(host->join.qr, square.dark, (size_t)(square.side * square.side));
}

// Where a phone tries itself out; drawn anew only when the address has changed.
static void picture_check(DeskHost *host) {
    char check[sizeof host->check];
    QrSquare square = {0};
    snprintf(check, sizeof check, "%s/check", host->hosting->door.url);
    if (strcmp(host->check, check) == 0) return;
    memcpy(host->check, check, sizeof host->check);
    host->join.check_side = 0;
    if (!qr_make(check, &square) || square.side > CODE_SIDE_MAX) return;
    host->join.check_side = square.side;
    memcpy(host->join.check, square.dark, (size_t)(square.side * square.side));
}

static void lend_join(DeskHost *host, JoinView *join) {
    picture_code(host);
    picture_check(host);
    *join = host->join;
    join->check_url = host->check;
    snprintf(host->address, sizeof host->address, "%s/j", host->hosting->door.url);
    join->url = host->address;
    join->network = host->hosting->door.given.network;
}

static int32_t minute_of_day(void) {
    enum { MINUTE_S = 60 };
    Clock clock = clock_system();
    return clock_second_of_day(clock.wall_ms(clock.context)) / MINUTE_S;
}

static void lend_notes(const Desk *desk, const DeskHost *host, ConsoleView *view) {
    static const char *const NAMES[CONSOLE_NOTES] = {"facilitator", "debrief"};
    for (int32_t i = 0; i < CONSOLE_NOTES; i++)
        view->notes[i] =
                case_notes(&host->hosting->house->scenario, NAMES[i], desk->tongue.code);
}

static void fill(const Desk *desk, DeskHost *host, int64_t now_ms) {
    const ConsoleView *old = &host->console_view;
    const Party *party = led(host);
    ConsoleView view = {.answer = old->answer ? old->answer : "",
            .answer_is_refusal = old->answer_is_refusal,
            .key = party ? party->seats.key : "",
            .minute_of_day = minute_of_day(),
            .held_s = desk_hold_seconds(&host->hold, now_ms)};
    region_clear(&host->console.region);
    lend_join(host, &view.join);
    lend_notes(desk, host, &view);
    console_view_read(host->console.held, now_ms, &host->console.region, &view);
    host->console_view = view;
    region_clear(&host->board.region);
    lend_join(host, &host->board_view.join);
    board_view_read(host->board.held, now_ms, &host->board.region, &host->board_view);
    host->second = console_seconds_left(host->console.held, now_ms);
    host->held_s = view.held_s;
    host->looks_s = desk_look_seconds(&host->look, now_ms);
}

// Does the clock show another second?
static bool second_passed(const DeskHost *host, int64_t now_ms) {
    return console_seconds_left(host->console.held, now_ms) != host->second
           || desk_hold_seconds(&host->hold, now_ms) != host->held_s
           || desk_look_seconds(&host->look, now_ms) != host->looks_s;
}

// The act that is filled in for a seat stands still: the host is asked what it would come to.
static void look_turn(const Desk *desk, DeskHost *host, int64_t now_ms) {
    DeskForesee *foresee = &host->look.foresee;
    char id[24];
    if (!desk->app.act.open) desk_foresee_forget(foresee);
    if (host->look.shown.seat == 0 || !desk_foresee_due(foresee, now_ms)) return;
    snprintf(id, sizeof id, "%.8s-%d", host->name, ++host->verbs);
    if (!action_write_probe_for(&host->look.view, &foresee->wanted, host->look.shown.seat,
                id, &host->message))
        return;
    desk_foresee_asked(foresee, id);
    say(host, &host->console, &host->message);
}

const Forecast *desk_host_foresee(Desk *desk, const Command *command) {
    DeskHost *host = desk->host;
    if (!host || host->look.shown.seat == 0) return NULL;
    return desk_foresee_want(&host->look.foresee, command, desk_now());
}

bool desk_host_poll(Desk *desk) {
    DeskHost *host = desk->host;
    if (!host) return false;
    int64_t now_ms = desk_now();
    char line[DESK_HOLD_BYTES];
    if (desk_hold_due(&host->hold, &host->console_view.step, now_ms, line))
        desk_host_verb(desk, line);
    snprintf(host->hosting->board, sizeof host->hosting->board, "%s",
            desk->app.board_open ? desk->app.board_display : "");
    server_turn(host->hosting->server, 0);
    hear(host, &host->console);
    hear(host, &host->board);
    hear_phones(host);
    look_turn(desk, host, now_ms);
    bool due = host->console.changed || host->board.changed || second_passed(host, now_ms);
    if (!due) return false;
    host->console.changed = host->board.changed = false;
    fill(desk, host, now_ms);
    app_set_look(&desk->app, desk_look_shown(&host->look, now_ms));
    // Nothing was sent yet: the page before stays for that moment.
    if (*host->console_view.step.title) app_set_console(&desk->app, &host->console_view);
    return true;
}

// ---- opening and closing ----------------------------------------------------------------------------------------

static void open_peer(DeskHost *host, HostPeer *peer, const char *kind, const char *lang) {
    peer->peer = inside_open(host->hosting->inside);
    peer->held = mirror_make();
    say_hello(host, peer, kind, lang);
}

static void begin(Desk *desk, Hosting *hosting) {
    DeskHost *host = calloc(1, sizeof *host);
    ASSERT(host != NULL);
    host->hosting = hosting;
    hosting->windows = true;
    host->console_view.answer = "";
    make_cid(host->name);
    desk_look_open(&host->look);
    desk->host = host;
    open_peer(host, &host->console, "console", desk->tongue.code);
    open_peer(host, &host->board, "board", desk->tongue.code);
    show_code(host);
    show_board_token(host);
    desk->app.board = &host->board_view;
    desk->app.poll_ms = POLL_MS;
    (void)desk_host_poll(desk);
}

static bool open_doors(Desk *desk, const HouseWish *wish, const char *name, Err *err) {
    bool findings = false;
    ServerConfig server = {.port = HOSTING_PORT_FIRST, .port_last = HOSTING_PORT_LAST};
    int32_t port = desk->app.settings.port, spare = HOSTING_PORT_LAST - HOSTING_PORT_FIRST;
    if (port) {
        server.port = (uint16_t)port;
        server.port_last = (uint16_t)core_min(port + spare, UINT16_MAX);
    }
    if (desk->host_only_here) server = (ServerConfig){.only_loopback = true};
    Hosting *hosting = hosting_open(wish, &server, NULL, &findings, err);
    if (!hosting && findings) {
        err_set(err, ERR_PACK, "The case has faults.");
        return err_fix(err, "See them with: convene check %s", name);
    }
    if (!hosting) return false;
    begin(desk, hosting);
    return true;
}

bool desk_host_case(Desk *desk, const char *pack, Err *err) {
    HouseWish wish = {.data = desk->places.data,
            .pack = pack,
            .format = desk->places.format,
            .lang = desk->tongue.code,
            .sessions = 1};
    return open_doors(desk, &wish, pack, err);
}

bool desk_host_go_on(Desk *desk, const char *name, Err *err) {
    HouseWish wish = {
            .data = desk->places.data, .session = name, .lang = desk->tongue.code};
    return open_doors(desk, &wish, name, err);
}

static void close_peer(HostPeer *peer) {
    mirror_free(peer->held);
    region_clear(&peer->region);
}

const Party *desk_host_party(const Desk *desk) {
    return desk->host ? desk->host->hosting->house->parties[0] : NULL;
}

void desk_host_settle(Desk *desk) { hall_wait_for_writers(desk->host->hosting->hall); }

void desk_host_close(Desk *desk) {
    DeskHost *host = desk->host;
    if (!host) return;
    desk_whatif_close(desk);
    app_set_look(&desk->app, NULL);
    app_set_console(&desk->app, NULL);
    desk_look_close(&host->look);
    desk->app.board = NULL;
    desk->app.board_open = false;
    desk->app.poll_ms = 0;
    hosting_close(host->hosting);
    close_peer(&host->console);
    close_peer(&host->board);
    buffer_free(&host->message);
    free(host);
    desk->host = NULL;
}

static int run_windows(Desk *desk, Err *err) {
    PlaySetup setup = {.poll = desk_poll,
            .poll_context = desk,
            .poll_ms = POLL_MS,
            .software = true,
            .picture_folder =
                    region_format(&desk->places.region, "%s/pictures", desk->places.data)};
    return play_run(&desk->app, &setup, NULL, err) ? EXIT_FINE : EXIT_SYSTEM;
}

int desk_host_run(const HouseWish *wish, ServerConfig *server, const char *public_url,
        const Args *args, Err *err) {
    AppSettings settings;
    bool findings = false;
    if (!look_settings(args, &settings, err)) return EXIT_USAGE;
    Hosting *hosting = hosting_open(wish, server, public_url, &findings, err);
    if (!hosting) return findings ? EXIT_FINDINGS : EXIT_SYSTEM;
    Desk *desk = desk_open(wish->data, wish->lang ? wish->lang : "en", &settings, err);
    if (!desk) {
        hosting_close(hosting);
        return EXIT_SYSTEM;
    }
    desk_settings_remember(desk, args);
    begin(desk, hosting);
    int code = run_windows(desk, err);
    desk_close(desk);
    return code;
}

// cli/desk_seat.c — hello, claim and return of this window's seat; what it is sent becomes its view. Never: draws, decides, keeps a secret on disk.
#include "base/digest.h"
#include "cli/desk_seat_parts.h"
#include "wire/action_write.h"
#include "wire/seat_view.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CID_LETTERS = KEPT_CID_LETTERS,
    SEAT_POLL_MS = 15,
    PORT_USUAL = 8080,
    SEAT_CODE_LETTERS = 8
};

static int64_t now(void) {
    Clock clock = clock_system();
    return clock.now_ms(clock.context);
}

// ---- speaking ----------------------------------------------------------------------------------------------------

static void say(DeskSeat *seat) {
    peer_line_say(&seat->line,
            (Bytes){(const uint8_t *)seat->message.data, seat->message.length});
}

JsonOut desk_seat_begin(DeskSeat *seat, const char *kind) {
    buffer_reset(&seat->message);
    JsonOut json = {&seat->message, false};
    json_open(&json, NULL, '{');
    json_text(&json, "t", kind);
    return json;
}

static void forget_act(DeskSeat *seat, int32_t place) {
    buffer_free(&seat->waiting[place].text);
    seat->waiting_count--;
    for (int32_t i = place; i < seat->waiting_count; i++)
        seat->waiting[i] = seat->waiting[i + 1];
    seat->waiting[seat->waiting_count] = (WaitingAct){0};
}

void desk_seat_say_act(DeskSeat *seat, const char *id) {
    if (seat->waiting_count == WAITS_MAX) forget_act(seat, 0);
    WaitingAct *act = &seat->waiting[seat->waiting_count++];
    snprintf(act->id, sizeof act->id, "%s", id);
    buffer_add(&act->text, seat->message.data, seat->message.length);
    say(seat);
}

// Answered, one way or the other.
static void act_answered(DeskSeat *seat, const char *id) {
    for (int32_t i = 0; *id && i < seat->waiting_count; i++) {
        if (strcmp(seat->waiting[i].id, id) == 0) forget_act(seat, i--);
    }
}

// The host knows each by its id: one it had taken before the line was cut does nothing twice.
static void say_again(DeskSeat *seat) {
    for (int32_t i = 0; i < seat->waiting_count; i++) {
        const Buffer *text = &seat->waiting[i].text;
        peer_line_say(&seat->line, (Bytes){(const uint8_t *)text->data, text->length});
    }
}

void desk_seat_finish(DeskSeat *seat, JsonOut *json) {
    json_close(json, '}');
    say(seat);
}

static void say_hello(DeskSeat *seat) {
    JsonOut json = desk_seat_begin(seat, "hello");
    json_int(&json, "v", 1);
    json_text(&json, "kind", "seat");
    json_text(&json, "app", "window " CONVENE_VERSION);
    json_text(&json, "lang", seat->lang);
    desk_seat_finish(seat, &json);
}

// Eight digits are a seat's own code: it is that seat then, from another machine.
static void say_code(DeskSeat *seat) {
    JsonOut json = desk_seat_begin(seat, "code");
    json_text(&json, "cid", seat->kept.cid);
    json_text(&json, "code", seat->pin);
    desk_seat_finish(seat, &json);
}

static void say_claim(Desk *desk, DeskSeat *seat) {
    JsonOut json = desk_seat_begin(seat, "claim");
    json_text(&json, "cid", seat->kept.cid);
    if (seat->pin[0]) json_text(&json, "pin", seat->pin);
    if (seat->qr[0]) json_text(&json, "qr", seat->qr);
    const JoinDraft *join = &desk->app.join;
    bool inside = seat->line.inside != NULL;
    json_text(&json, "as", join->watches && !inside ? "observe" : "play");
    json_text(&json, "name",
            inside ? tongue_engine(&desk->tongue, word_id(WORD_SEAT_LAPTOP),
                    word_english(WORD_SEAT_LAPTOP))
                   : join->name);
    json_text(&json, "lang", seat->lang);
    json_open(&json, "consent", '[');
    json_text(&json, NULL, "play");
    if (join->in_report && !inside) json_text(&json, NULL, "report");
    if (join->in_research && !inside) json_text(&json, NULL, "research");
    json_close(&json, ']');
    desk_seat_finish(seat, &json);
}

static void say_resume(DeskSeat *seat) {
    JsonOut json = desk_seat_begin(seat, "resume");
    json_text(&json, "token", seat->kept.token);
    desk_seat_finish(seat, &json);
}

static void greet(Desk *desk, DeskSeat *seat) {
    mirror_clear(seat->held);
    say_hello(seat);
    if (seat->kept.token[0]) {
        say_resume(seat);
        say_again(seat);
    } else if (strlen(seat->pin) == SEAT_CODE_LETTERS) {
        say_code(seat);
    } else {
        say_claim(desk, seat);
    }
}

// ---- coming ------------------------------------------------------------------------------------------------------

static void letters_of(const uint8_t *bytes, int32_t count, char *out) {
    static const char LETTERS[] =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int32_t i = 0; i < count; i++)
        out[i] = LETTERS[bytes[i] & 63];
    out[count] = 0;
}

static void random_letters(char *out, int32_t count) {
    uint8_t bytes[CID_LETTERS];
    Entropy entropy = entropy_system();
    entropy.fill(entropy.context, bytes, (size_t)count);
    letters_of(bytes, count, out);
}

static DeskSeat *make(Desk *desk) {
    desk_seat_close(desk);
    DeskSeat *seat = calloc(1, sizeof *seat);
    ASSERT(seat != NULL);
    seat->held = mirror_make();
    seat->why_cell = -1;
    seat->shown.waits = true;
    seat->shown.note = seat->note;
    random_letters(seat->name, 8);
    snprintf(seat->lang, sizeof seat->lang, "%s", desk->tongue.code);
    desk->seat = seat;
    desk->app.seat = &seat->shown;
    desk->app.away = (Away){0};
    desk->app.returned_count = 0;
    return seat;
}

void desk_seat_take(Desk *desk, Inside *inside, const char *key, const char *pin) {
    DeskSeat *seat = make(desk);
    char own[64];
    snprintf(own, sizeof own, "the seat at the laptop %s", key);
    Digest digest = digest_of(own, strlen(own));
    letters_of(digest.bytes, CID_LETTERS, seat->kept.cid);
    snprintf(seat->pin, sizeof seat->pin, "%s", pin);
    peer_line_inside(&seat->line, inside);
    (void)desk_seat_poll(desk);
}

static bool wrong_address(const char *address, Err *err) {
    err_set(err, ERR_USAGE, "\"%.80s\" is not an address this window can call.", address);
    return err_fix(err, "Type it as it stands on the board, for example "
                        "192.168.1.5:8080 or laptop.local:8080. Addresses with https "
                        "open in a browser.");
}

static bool four_numbers(const char *text) {
    unsigned a, b, c, d;
    char rest;
    return sscanf(text, "%3u.%3u.%3u.%3u%c", &a, &b, &c, &d, &rest) == 4 && a < 256
           && b < 256 && c < 256 && d < 256;
}

// Numbers are four of them; a name has a letter, and only what names of machines are made of.
static bool can_be_called(const char *host) {
    static const char DIGITS[] = "0123456789.";
    static const char LETTERS[] =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
    size_t length = strlen(host);
    if (strspn(host, DIGITS) == length) return four_numbers(host);
    return strspn(host, LETTERS) == length && host[0] != '-' && host[0] != '.'
           && !strstr(host, "..");
}

// "http://laptop.local:8080/j#482913.K7Q2M8XPTR" in its parts.
static bool read_address(DeskSeat *seat, const char *address) {
    const char *start = strncmp(address, "http://", 7) == 0 ? address + 7 : address;
    size_t length = strcspn(start, ":/# ");
    char *end = NULL;
    long number = PORT_USUAL;
    if (length == 0 || length > DIAL_NAME_MAX) return false;
    snprintf(seat->host, sizeof seat->host, "%.*s", (int)length, start);
    if (start[length] == ':') number = strtol(start + length + 1, &end, 10);
    const char *rest = end ? end : start + length;
    if (*rest && !strchr("/#", *rest) && rest[strspn(rest, " ")]) return false;
    const char *secret = strchr(start, '#');
    if (secret) (void)!sscanf(secret + 1, "%6[0-9].%24s", seat->pin, seat->qr);
    seat->port = (uint16_t)(number & UINT16_MAX);
    return number > 0 && number <= UINT16_MAX && can_be_called(seat->host);
}

// The seat this machine had there, unless another code was typed; else a new claim.
static void sit_as_before(const Desk *desk, DeskSeat *seat) {
    KeptSeat *kept = &seat->kept;
    bool found = seat_kept_read(&desk->places, seat->host, seat->port, kept);
    seat->from_disk = found && (!seat->pin[0] || strcmp(seat->pin, kept->pin) == 0);
    if (seat->from_disk) return;
    kept->token[0] = 0;
    snprintf(kept->pin, sizeof kept->pin, "%s", seat->pin);
    random_letters(kept->cid, CID_LETTERS);
}

bool desk_seat_join(Desk *desk, const char *address, const char *code, Err *err) {
    DeskSeat *seat = make(desk);
    if (!read_address(seat, address)) {
        desk_seat_close(desk);
        return wrong_address(address, err);
    }
    if (code && *code) snprintf(seat->pin, sizeof seat->pin, "%.15s", code);
    seat->shown.alone = true;
    sit_as_before(desk, seat);
    peer_line_dial(&seat->line, seat->host, seat->port);
    desk->app.poll_ms = SEAT_POLL_MS;
    desk_seat_sit(desk, true);
    return true;
}

// ---- hearing -----------------------------------------------------------------------------------------------------

static void note(DeskSeat *seat, const char *text) {
    snprintf(seat->note, sizeof seat->note, "%s", text);
    seat->changed = true;
}

// What was kept of an earlier workshop opens nothing any more: the code is shown instead.
static bool begin_anew(Desk *desk, DeskSeat *seat) {
    if (!seat->from_disk || seat->read) return false;
    seat->from_disk = false;
    seat->kept.token[0] = 0;
    seat_kept_forget(&seat->kept);
    if (!seat->pin[0] && !seat->qr[0]) return false;
    snprintf(seat->kept.pin, sizeof seat->kept.pin, "%s", seat->pin);
    random_letters(seat->kept.cid, CID_LETTERS);
    if (strlen(seat->pin) == SEAT_CODE_LETTERS)
        say_code(seat);
    else
        say_claim(desk, seat);
    return true;
}

static void hear_refusal(Desk *desk, DeskSeat *seat, const Answer *answer) {
    bool mine = strcmp(answer->id, seat->sent_id) == 0 && seat->sent_id[0];
    bool dead = strcmp(answer->code, "token_dead") == 0;
    if (dead && begin_anew(desk, seat)) return;
    if (seat->shown.waits) {
        seat->over = true;
        note(seat, answer->text);
    } else if (mine && seat->shown.shown) {
        app_set_refusal(&desk->app, &seat->sent, seat->words, answer->text);
    } else if (seat->shown.shown) {
        app_set_notice(&desk->app, answer->text);
    }
    if (!dead) return;
    seat->over = true;
    seat_kept_forget(&seat->kept);
    note(seat, answer->text);
}

static void hear_seated(DeskSeat *seat, const Answer *answer) {
    snprintf(seat->kept.token, sizeof seat->kept.token, "%.24s", answer->token);
    if (answer->seat_code[0])
        snprintf(seat->shown.code, sizeof seat->shown.code, "%.12s", answer->seat_code);
    if (seat->line.dial) seat_kept_write(&seat->kept);
    seat->shown.waits = false;
    note(seat, "");
}

static void hear_because(DeskSeat *seat, Bytes text) {
    region_clear(&seat->why_region);
    seat->why_count = answer_because(text, &seat->why_region, &seat->why);
}

static void hear_bye(const Desk *desk, DeskSeat *seat, const Answer *answer) {
    bool again = strcmp(answer->code, "restarting") == 0 && seat->line.dial;
    bool replaced = strcmp(answer->code, "replaced") == 0;
    Word word = replaced ? WORD_SEAT_REPLACED : WORD_SEAT_OVER;
    seat->over = !again;
    if (seat->over)
        note(seat, tongue_engine(&desk->tongue, word_id(word), word_english(word)));
}

// What the facilitator said stands among the lines it is sent anyway.
static void hear_notice(Desk *desk, const DeskSeat *seat, const Answer *answer) {
    static const char *const SAID[] = {"broadcast", "whisper", "answer", "nudge"};
    bool said = false;
    for (size_t i = 0; i < ARRAY_COUNT(SAID); i++)
        said |= strcmp(answer->code, SAID[i]) == 0;
    if (seat->shown.shown && !said && answer->text[0])
        app_set_notice(&desk->app, answer->text);
}

static void hear_one(Desk *desk, DeskSeat *seat, Bytes text) {
    Answer answer;
    if (!mirror_take(seat->held, text)) {
        mirror_clear(seat->held);
        JsonOut json = desk_seat_begin(seat, "need");
        desk_seat_finish(seat, &json);
    }
    answer_read(text, &answer);
    if (answer.kind == MESSAGE_ACK || answer.kind == MESSAGE_REFUSED)
        act_answered(seat, answer.id);
    switch ((int)answer.kind) {
    case MESSAGE_WELCOME: seat->ahead_ms = answer.now - now(); break;
    case MESSAGE_SEATED: hear_seated(seat, &answer); break;
    case MESSAGE_WAITING: note(seat, answer.text); break;
    case MESSAGE_REFUSED: hear_refusal(desk, seat, &answer); break;
    case MESSAGE_ACK: (void)desk_seat_acked(desk, seat, &answer); break;
    case MESSAGE_SAVED: desk_seat_saved(desk, seat, &answer); break;
    case MESSAGE_BECAUSE: hear_because(seat, text); break;
    case MESSAGE_FORECAST: (void)desk_foresee_hear(&seat->foresee, answer.id, text); break;
    case MESSAGE_BYE: hear_bye(desk, seat, &answer); break;
    case MESSAGE_NOTICE: hear_notice(desk, seat, &answer); break;
    default: break;
    }
    seat->changed = true;
}

// ---- showing -----------------------------------------------------------------------------------------------------

static int32_t left_s(const DeskSeat *seat) {
    const ViewClock *clock = &seat->view.clock;
    enum { DAY_S = 24 * 3600 };
    if (!clock->on) return -1;
    int64_t left = clock->frozen ? clock->left_ms : clock->ends_ms - now() - seat->ahead_ms;
    return left < 0 ? 0 : (int32_t)core_min((int32_t)((left + 999) / 1000), DAY_S);
}

// A view is only handed to the app while its screens are shown.
static void fill(Desk *desk, DeskSeat *seat) {
    seat->changed = false;
    if (desk->app.view == &seat->view) desk->app.view = NULL;
    seat->read = seat_view_read(seat->held, &seat->view) && *seat->view.title;
    region_clear(&seat->region);
    seat_news_read(seat->held, &seat->region, &seat->shown.news);
    seat->shown.clock_s = left_s(seat);
    desk_seat_returned(desk, seat);
    if (seat->shown.shown && seat->read) app_set_view(&desk->app, &seat->view);
}

// Why nobody is reached, and what to do about it; put away when somebody is.
static void tell_trouble(const Desk *desk, DeskSeat *seat) {
    static const Word WORDS[] = {[DIAL_NO_NAME] = WORD_SEAT_NO_NAME,
            [DIAL_NO_ANSWER] = WORD_SEAT_NO_ANSWER,
            [DIAL_NO_HOST] = WORD_SEAT_NO_HOST};
    DialTrouble trouble = peer_line_trouble(&seat->line);
    char name[DIAL_NAME_MAX + 8];
    if (seat->over || (uint8_t)trouble == seat->trouble) return;
    seat->trouble = (uint8_t)trouble;
    seat->changed = true;
    seat->note[0] = 0;
    if (trouble == DIAL_FINE) return;
    bool numbered = trouble != DIAL_NO_NAME;
    snprintf(name, sizeof name, numbered ? "%s:%d" : "%s", seat->host, seat->port);
    const char *say_it = tongue_engine(
            &desk->tongue, word_id(WORDS[trouble]), word_english(WORDS[trouble]));
    const char *const pairs[] = {"name", name, NULL};
    (void)!word_fill(seat->note, sizeof seat->note, say_it, pairs);
}

bool desk_seat_poll(Desk *desk) {
    DeskSeat *seat = desk->seat;
    if (!seat) return false;
    bool lost = seat->shown.lost;
    if (!desk->app.why_open) seat->why_cell = -1;
    if (!seat->over && peer_line_turn(&seat->line, now())) greet(desk, seat);
    tell_trouble(desk, seat);
    while (peer_line_hear(&seat->line, &seat->message)) {
        // What is said in answer uses the same buffer, so the message has its own.
        Buffer heard = seat->message;
        seat->message = (Buffer){0};
        hear_one(desk, seat, (Bytes){(const uint8_t *)heard.data, heard.length});
        buffer_free(&seat->message);
        seat->message = heard;
    }
    seat->shown.lost = seat->over || !seat->line.open;
    if (seat->shown.lost) app_went_away(&desk->app);
    seat->changed |= desk_seat_draft(desk, seat, now());
    desk_seat_foresee_turn(desk, seat, now());
    bool tick = seat->read && left_s(seat) != seat->shown.clock_s;
    if (!seat->changed && !tick && lost == seat->shown.lost) return false;
    fill(desk, seat);
    return true;
}

void desk_seat_sit(Desk *desk, bool at_seat) {
    DeskSeat *seat = desk->seat;
    if (!seat) return;
    seat->shown.shown = at_seat;
    app_sit(&desk->app, at_seat, at_seat && seat->read ? &seat->view : NULL);
    desk->app.right_to_left = at_seat && seat->read ? seat->view.right_to_left
                                                    : language_is_rtl(desk->tongue.code);
}

// ---- acting ------------------------------------------------------------------------------------------------------

void desk_seat_next_id(DeskSeat *seat, char id[ACT_ID_BYTES]) {
    snprintf(id, ACT_ID_BYTES, "%.8s-%d", seat->name, ++seat->acts);
}

void desk_seat_send(Desk *desk, const Command *command, const char *words) {
    DeskSeat *seat = desk->seat;
    desk_seat_next_id(seat, seat->sent_id);
    desk_seat_remember(desk, seat, command);
    seat->sent = *command;
    snprintf(seat->words, sizeof seat->words, "%s", words ? words : "");
    if (action_write(&seat->view, command, words, seat->sent_id, &seat->message))
        desk_seat_say_act(seat, seat->sent_id);
}

int32_t desk_seat_why(Desk *desk, uint16_t cell, Region *region, const ViewWhy **lines) {
    DeskSeat *seat = desk->seat;
    if (seat->why_cell != cell) {
        char of[8];
        seat->why_cell = cell;
        seat->why_count = 0;
        snprintf(of, sizeof of, "%d", cell);
        JsonOut json = desk_seat_begin(seat, "why");
        json_text(&json, "id", "why");
        json_text(&json, "of", of);
        desk_seat_finish(seat, &json);
    }
    ViewWhy *copy =
            region_take(region, (size_t)core_max(1, seat->why_count) * sizeof *copy);
    for (int32_t i = 0; i < seat->why_count; i++)
        copy[i] = seat->why[i];
    *lines = copy;
    return seat->why_count;
}

void desk_seat_language(Desk *desk) {
    DeskSeat *seat = desk->seat;
    if (!seat) return;
    snprintf(seat->lang, sizeof seat->lang, "%s", desk->tongue.code);
    mirror_clear(seat->held);
    JsonOut json = desk_seat_begin(seat, "lang");
    json_text(&json, "lang", seat->lang);
    desk_seat_finish(seat, &json);
}

void desk_seat_close(Desk *desk) {
    DeskSeat *seat = desk->seat;
    if (!seat) return;
    if (desk->app.view == &seat->view) desk->app.view = NULL;
    desk->app.seat = NULL;
    desk->seat = NULL;
    peer_line_close(&seat->line);
    mirror_free(seat->held);
    region_clear(&seat->view.region);
    region_clear(&seat->region);
    region_clear(&seat->why_region);
    desk_foresee_forget(&seat->foresee);
    while (seat->waiting_count > 0)
        forget_act(seat, 0);
    buffer_free(&seat->message);
    free(seat);
}

// host/guest_console.c — the facilitator's verbs about people and words: their arguments, then the file of their topic. Never: a verb of the game itself.
#include "host/guest.h"
#include "wire/action_read.h"
#include <stdio.h>
#include <string.h>

// Words travel apart; a short text of another argument may stand among the arguments.
static const char *text_of(const Message *message, const char *name) {
    const char *words = message_text(message->words, name, NULL);
    if (words) return words;
    words = message_text(message->args, name, NULL);
    return words ? words : action_words(message);
}

static const MessagePair *pair_of(const Message *message, const char *key) {
    for (int32_t i = 0; i < message->args.count; i++) {
        if (strcmp(message->args.items[i].key, key) == 0) return &message->args.items[i];
    }
    return NULL;
}

// SEATS are read by the verb itself, from the text.
static bool read_arg(
        const Def *def, const ConsoleArg *arg, ConsoleAsk *ask, int32_t place) {
    const MessagePair *pair = pair_of(ask->message, arg->name);
    char digits[24];
    int16_t read[2] = {0, 0};
    if (arg->kind == ARG_TEXT || arg->kind == ARG_SEATS) {
        ask->text = text_of(ask->message, arg->name);
        return !arg->must || ask->text[0];
    }
    if (!pair) return !arg->must;
    snprintf(digits, sizeof digits, "%lld", (long long)pair->number);
    if (!console_read_word(def, arg, 0, pair->text ? pair->text : digits, read))
        return false;
    ask->has[place] = true;
    ask->value[place] = read[0];
    return true;
}

static bool read_all(Hall *hall, Guest *guest, ConsoleAsk *ask) {
    const Def *def = party_session(guest->party)->def;
    int32_t count = 0;
    const ConsoleArg *args = console_args((ConsoleVerb)ask->verb, &count);
    ASSERT(count <= CONSOLE_ARGS_MAX);
    for (int32_t i = 0; i < count; i++) {
        if (read_arg(def, &args[i], ask, i)) continue;
        guest_refuse_about(hall, guest, ask->message->id, "argument", args[i].name);
        return false;
    }
    return true;
}

void guest_console(Hall *hall, Guest *guest, const Message *message) {
    ConsoleAsk ask = {
            .message = message, .verb = (uint8_t)console_of_name(message->act), .text = ""};
    Err err = {0};
    if (!party_settle(guest->party, &err)) {
        guest_record_failed(hall, guest->party, &err);
        refuse(hall, guest, message, "busy");
        return;
    }
    if (!read_all(hall, guest, &ask)) return;
    bool taken = guest_people(hall, guest, &ask) || guest_words(hall, guest, &ask)
                 || guest_board(hall, guest, &ask) || guest_keep(hall, guest, &ask)
                 || guest_cast(hall, guest, &ask) || guest_care(hall, guest, &ask)
                 || guest_address(hall, guest, &ask) || guest_keeping(hall, guest, &ask)
                 || guest_second(hall, guest, &ask);
    if (!taken) refuse(hall, guest, message, "bad_message");
}

// ---- for the files of the topics ----------------------------------------------------------------------------

Command guest_command(CommandKind kind, int32_t a, int32_t b, int32_t c, int32_t d) {
    return (Command){.kind = (uint8_t)kind,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b,
            .c = (int16_t)c,
            .d = (int16_t)d};
}

void guest_answer(Hall *hall, Guest *guest, const Message *message, bool again, SayId id,
        SayWith with) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    reply_answer(hall, guest, message->id, again, say_sentence(&say, id, with), "");
    region_clear(&region);
}

void guest_failed(Hall *hall, Guest *guest, const Message *message, const Err *err) {
    guest_record_failed(hall, guest->party, err);
    refuse(hall, guest, message, "busy");
}

bool guest_has_person(Hall *hall, Guest *guest, const Message *message, int32_t seat) {
    const State *state = &party_session(guest->party)->state;
    bool there = seat >= 1 && seat <= SEATS_MAX && state->place_role[seat - 1] != ROLE_FREE;
    if (!there) refuse(hall, guest, message, "no_person");
    return there;
}

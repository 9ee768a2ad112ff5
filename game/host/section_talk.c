// host/section_talk.c — section "talk": what a seat was told and asked, what all were told, what waits for the facilitator. Never: a whisper to another seat.
#include "host/house.h"
#include "session/own_words.h"

enum { LINES_MOST = 40 };

static const char *kind_of(const PeopleLine *line) {
    switch (line->kind) {
    case EVENT_SAID_ALL: return "broadcast";
    case EVENT_WHISPERED: return "whisper";
    case EVENT_HELP_ASKED: return "help";
    case EVENT_HELP_ANSWERED: return "answer";
    default: return "nudge";
    }
}

// A reminder is over with its step, hidden words are nowhere.
static bool is_shown(const Session *session, const PeopleLine *line) {
    const State *state = &session->state;
    if (line->kind == EVENT_NUDGED)
        return line->round == state->round && line->phase == state->phase;
    return line->kind == EVENT_HELP_ASKED || own_words_text(session, (uint16_t)line->d)[0];
}

static bool is_for(const Guest *guest, const PeopleLine *line) {
    if (guest->kind == GUEST_BOARD)
        return line->kind == EVENT_SAID_ALL && (line->a & SAY_TO_BOARD);
    if (guest->kind == GUEST_CONSOLE)
        return line->kind == EVENT_SAID_ALL || line->kind == EVENT_WHISPERED
               || line->kind == EVENT_HELP_ANSWERED;
    return people_tells(line, guest->seat, party_actor(guest->party, guest->seat));
}

static void write_line(JsonOut *json, const Say *say, const Session *session,
        const Guest *guest, const PeopleLine *line) {
    const char *text = own_words_text(session, (uint16_t)line->d);
    if (line->kind == EVENT_NUDGED) text = say_word(say, SAY_NUDGE);
    if (line->kind == EVENT_HELP_ASKED && !*text) text = say_word(say, SAY_CALLED_HELP);
    json_open(json, NULL, '{');
    json_int(json, "id", line->seq);
    json_text(json, "kind", kind_of(line));
    json_text(json, "text", text);
    json_int(json, "round", line->round);
    json_some_flag(json, "mine", line->kind == EVENT_HELP_ASKED);
    if (guest->kind == GUEST_CONSOLE) {
        json_some_int(json, "words", line->d);
        if (line->kind != EVENT_SAID_ALL) json_some_int(json, "seat", line->a);
    }
    json_close(json, '}');
}

static void write_lines(JsonOut *json, const Say *say, const Guest *guest) {
    const Session *session = party_session(guest->party);
    const People *people = &session->people;
    int32_t first = people->count, count = 0;
    while (first > 0 && count < LINES_MOST) {
        const PeopleLine *line = &people->lines[--first];
        count += is_for(guest, line) && is_shown(session, line);
    }
    json_open(json, "lines", '[');
    for (int32_t i = first; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        if (is_for(guest, line) && is_shown(session, line))
            write_line(json, say, session, guest, line);
    }
    json_close(json, ']');
}

// ---- entries of journals that were shared ---------------------------------------------------------------------

static bool is_replaced(const People *people, const PeopleLine *entry) {
    for (int32_t i = 0; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        if (line->kind == EVENT_JOURNALED && line->c == entry->d) return true;
    }
    return false;
}

static void write_journal(JsonOut *json, const Guest *guest) {
    const Session *session = party_session(guest->party);
    const People *people = &session->people;
    bool console = guest->kind == GUEST_CONSOLE;
    json_open(json, "journal", '[');
    for (int32_t i = 0; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        bool shared = line->kind == EVENT_JOURNALED
                      && line->b >= (console ? JOURNAL_FACILITATOR : JOURNAL_GROUP);
        const char *text = shared ? own_words_text(session, (uint16_t)line->d) : "";
        bool own = !console && line->a == guest->seat;
        if (!*text || own || is_replaced(people, line)) continue;
        json_open(json, NULL, '{');
        json_int(json, "id", line->d);
        if (console) json_int(json, "seat", line->a);
        json_text(json, "scope", line->b == JOURNAL_GROUP ? "group" : "facilitator");
        json_text(json, "text", text);
        json_int(json, "round", line->round);
        json_close(json, '}');
    }
    json_close(json, ']');
}

// ---- what waits for the facilitator ---------------------------------------------------------------------------

static void call(
        JsonOut *json, const char *kind, int64_t id, int32_t seat, const char *text) {
    json_open(json, NULL, '{');
    json_int(json, "id", id);
    json_text(json, "kind", kind);
    json_some_int(json, "seat", seat);
    json_text(json, "text", text);
    json_close(json, '}');
}

static void write_knocks(JsonOut *json, const Say *say, const Queue *queue) {
    for (int32_t i = 0; i < queue->count; i++) {
        const Knock *knock = &queue->knocks[i];
        if (knock->why == KNOCK_DECLINED) continue;
        const char *name = knock->name[0] ? knock->name
                                          : say_sentence(say, SAY_KNOCK_NUMBER,
                                                  (SayWith){.n = knock->no});
        call(json, "knock", knock->no, 0, name);
    }
}

static bool is_open(const People *people, int32_t place) {
    const PeopleLine *help = &people->lines[place];
    for (int32_t i = place + 1; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        if (line->kind == EVENT_HELP_ANSWERED && line->a == help->a) return false;
    }
    return !people->removed[help->a];
}

static void write_helps(JsonOut *json, const Say *say, const Session *session) {
    const People *people = &session->people;
    for (int32_t i = 0; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        if (line->kind != EVENT_HELP_ASKED || !is_open(people, i)) continue;
        const char *text = own_words_text(session, (uint16_t)line->d);
        call(json, "help", line->seq, line->a,
                *text ? text : say_word(say, SAY_CALLED_HELP));
    }
}

static void write_inbox(
        const Hall *hall, JsonOut *json, const Say *say, const Guest *guest) {
    const Session *session = party_session(guest->party);
    json_open(json, "inbox", '[');
    if (session->people.pauses_wished > 0)
        call(json, "pause", 0, 0, say_word(say, SAY_LOG_WISH));
    if (address_is_new(guest->party))
        call(json, "alert", 0, 0,
                say_sentence(say, SAY_ADDRESS_NEW, (SayWith){.text = hall->address}));
    write_helps(json, say, session);
    write_knocks(json, say, &guest->party->queue);
    json_close(json, ']');
}

void section_talk(const Hall *hall, const Guest *guest, JsonOut *json) {
    Region region = {0};
    Say say = {party_session(guest->party)->def, guest_language(guest), &region};
    write_lines(json, &say, guest);
    if (guest->kind != GUEST_BOARD) write_journal(json, guest);
    if (guest->kind == GUEST_CONSOLE) write_inbox(hall, json, &say, guest);
    region_clear(&region);
}

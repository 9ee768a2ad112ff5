// host/section_log.c — section "log": what the facilitator did and what people asked for, one sentence each. Never: a journal, a plan.
#include "host/house.h"
#include "model/people.h"
#include "session/own_words.h"

enum { LINES_MOST = 60 };

static SayId of_debrief(const PeopleLine *line) {
    if (line->a != DEBRIEF_TELL) return SAY_LOG_DEBRIEF;
    if (line->b == NONE) return line->c ? SAY_LOG_TOLD_ALL : SAY_LOG_UNTOLD_ALL;
    return line->c ? SAY_LOG_TOLD : SAY_LOG_UNTOLD;
}

static SayId sentence_of(const PeopleLine *line) {
    switch (line->kind) {
    case EVENT_JOIN_LOCKED: return line->a ? SAY_LOG_LOCK : SAY_LOG_UNLOCK;
    case EVENT_CODE_CHANGED: return SAY_LOG_CODE;
    case EVENT_ADDRESS_CHOSEN: return SAY_LOG_ADDRESS;
    case EVENT_CARE: return SAY_LOG_CARE;
    case EVENT_RECAST: return line->a ? SAY_LOG_RECAST : SAY_LOG_RECAST_BACK;
    case EVENT_KEEPING: return line->a ? SAY_LOG_KEEPING : SAY_LOG_KEEPING_ALWAYS;
    case EVENT_RESEATED: return SAY_LOG_MOVE;
    case EVENT_DECLINED: return SAY_LOG_DECLINE;
    case EVENT_SEAT_REISSUED: return SAY_LOG_REISSUE;
    case EVENT_SEATS_MERGED: return SAY_LOG_MERGE;
    case EVENT_NAMED: return SAY_LOG_NAME;
    case EVENT_MUTED: return line->b ? SAY_LOG_MUTE : SAY_LOG_UNMUTE;
    case EVENT_REMOVED: return SAY_LOG_REMOVE;
    case EVENT_SAID_ALL: return SAY_LOG_SAY;
    case EVENT_WHISPERED: return SAY_LOG_WHISPER;
    case EVENT_HELP_ANSWERED: return SAY_LOG_ANSWER;
    case EVENT_NUDGED: return SAY_LOG_NUDGE;
    case EVENT_WORDS_HIDDEN: return line->b ? SAY_LOG_HIDE : SAY_LOG_SHOW;
    case EVENT_BOARD_SET: return SAY_LOG_BOARD;
    case EVENT_PEEKED: return SAY_LOG_PEEK;
    case EVENT_NOTED: return SAY_LOG_NOTE;
    case EVENT_MARKED: return SAY_LOG_MARK;
    case EVENT_DEBRIEF_STEP: return of_debrief(line);
    case EVENT_BACKED_UP: return SAY_LOG_BACKUP;
    case EVENT_EXPORTED: return SAY_LOG_EXPORT;
    case EVENT_ERASED: return line->a ? SAY_LOG_ERASE : SAY_LOG_ERASE_ALL;
    case EVENT_HELP_ASKED: return SAY_LOG_HELP;
    case EVENT_PAUSE_WISHED: return SAY_LOG_WISH;
    default: return SAY_NONE;
    }
}

static const char *person(const Say *say, const Session *session, int32_t seat) {
    if (seat < 1 || seat > SEATS_MAX) return "";
    const char *name = own_words_text(session, session->state.place_name[seat - 1]);
    return *name ? name : say_sentence(say, SAY_SEAT_NUMBER, (SayWith){.n = seat});
}

// Whom a line is about; a whisper to a team names the actor.
static const char *who_of(const Say *say, const Session *session, const PeopleLine *line) {
    bool tells = line->kind == EVENT_DEBRIEF_STEP && line->a == DEBRIEF_TELL;
    if (tells && line->b != NONE) return say_actor(say, (uint8_t)line->b);
    bool none = line->kind == EVENT_SAID_ALL || line->kind == EVENT_NUDGED
                || line->kind == EVENT_WORDS_HIDDEN || line->kind == EVENT_BOARD_SET
                || line->kind == EVENT_JOIN_LOCKED || line->kind == EVENT_RECAST
                || line->kind == EVENT_CARE || line->kind == EVENT_KEEPING
                || line->kind == EVENT_DEBRIEF_STEP;
    if (none) return "";
    if (line->kind == EVENT_WHISPERED && line->a == 0)
        return say_actor(say, (uint8_t)line->b);
    return person(say, session, line->a);
}

static bool of_first(const PeopleLine *line) {
    return line->kind == EVENT_WORDS_HIDDEN || line->kind == EVENT_KEEPING;
}

void section_log(const Hall *hall, const Guest *guest, JsonOut *json) {
    Region region = {0};
    const Session *session = party_session(guest->party);
    const People *people = &session->people;
    Say say = {session->def, guest_language(guest), &region};
    int32_t first = people->count, count = 0;
    while (first > 0 && count < LINES_MOST)
        count += sentence_of(&people->lines[--first]) != SAY_NONE;
    json_open(json, "lines", '[');
    for (int32_t i = first; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        SayId id = sentence_of(line);
        if (id == SAY_NONE) continue;
        SayWith with = {.who = who_of(&say, session, line),
                .text = own_words_text(session, (uint16_t)line->d),
                .n = of_first(line) ? line->a : line->b};
        json_open(json, NULL, '{');
        json_int(json, "seq", line->seq);
        json_text(json, "text", say_sentence(&say, id, with));
        json_some_int(json, "words", line->d);
        json_close(json, '}');
    }
    json_close(json, ']');
    region_clear(&region);
    (void)hall;
}

// host/section_obs.c — section "obs": an observer's own lines; for the console, how many there are. Never: another observer's line.
#include "host/house.h"
#include "session/own_words.h"

static const SayId ACTS[OBSERVED_ACTS] = {SAY_ACT_PROPOSES, SAY_ACT_SUPPORTS,
        SAY_ACT_OBJECTS, SAY_ACT_ASKS, SAY_ACT_ANSWERS, SAY_ACT_OFFERS, SAY_ACT_THREATENS,
        SAY_ACT_YIELDS, SAY_ACT_INSISTS, SAY_ACT_CONNECTS, SAY_ACT_LEAVES_OUT,
        SAY_ACT_SILENT};

static void write_line(
        JsonOut *json, const Say *say, const Session *session, const PeopleLine *line) {
    ObservedLine seen = observed_line(line->b, line->c);
    SayWith with = {.who = say_actor(say, seen.who),
            .what = say_word(say, ACTS[seen.act % OBSERVED_ACTS]),
            .target = seen.to == OBSERVED_NOBODY ? "" : say_actor(say, seen.to),
            .text = own_words_text(session, (uint16_t)line->d)};
    SayId id = *with.target ? SAY_OBSERVED_TO : SAY_OBSERVED;
    const char *text = say_sentence(say, id, with);
    with.what = text;
    json_open(json, NULL, '{');
    json_int(json, "id", line->seq);
    json_int(json, "round", line->round);
    json_text(
            json, "text", *with.text ? say_sentence(say, SAY_OBSERVED_WORDS, with) : text);
    json_some_int(json, "changed", seen.changed);
    json_some_int(json, "expected", seen.expected);
    json_some_int(json, "source", seen.source);
    json_close(json, '}');
}

void section_obs(const Hall *hall, const Guest *guest, JsonOut *json) {
    Region region = {0};
    const Session *session = party_session(guest->party);
    const People *people = &session->people;
    Say say = {session->def, guest_language(guest), &region};
    bool console = guest->kind == GUEST_CONSOLE;
    int32_t count = 0;
    if (!console) json_open(json, "lines", '[');
    for (int32_t i = 0; i < people->count; i++) {
        const PeopleLine *line = &people->lines[i];
        if (line->kind != EVENT_OBSERVED) continue;
        count++;
        if (!console && line->a == guest->seat) write_line(json, &say, session, line);
    }
    if (!console) json_close(json, ']');
    if (console) json_int(json, "count", count);
    region_clear(&region);
    (void)hall;
}

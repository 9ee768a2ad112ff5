// host/section_show.c — section "show": what the facilitator put up for all, and where the debrief is. Never: a private thing.
#include "host/house.h"
#include "host/prompts.h"
#include "session/own_words.h"

static const char *const PAGES[PUBLIC_PAGES_COUNT] = {
        "table", "meeting", "news", "coalitions", "decisions", "join", "end", "check"};

static void write_board(JsonOut *json, const Say *say, const People *people) {
    static const char *const shows[SHOWS_COUNT] = {"play", "page", "one", "nothing"};
    static const SayId words[SHOWS_COUNT] = {
            SAY_BOARD_PLAY, SAY_BOARD_PAGE, SAY_BOARD_ONE, SAY_BOARD_NOTHING};
    int32_t which = people->board_which;
    Thing thing = {(uint8_t)(which / 256), (uint8_t)(which % 256)};
    const char *item = "";
    if (people->board >= SHOWS_COUNT) return;
    if (people->board == SHOWS_PAGE && which < PUBLIC_PAGES_COUNT) item = PAGES[which];
    if (people->board == SHOWS_ONE) item = def_id(say->def, thing);
    const char *name = people->board == SHOWS_ONE ? say_thing(say, thing) : item;
    json_text(json, "board", shows[people->board]);
    json_some_text(json, "item", item);
    if (people->board == SHOWS_ONE) {
        json_text(json, "kind", kind_word((Kind)thing.kind));
        json_int(json, "i", thing.index);
        json_text(json, "name", name);
    }
    json_text(
            json, "text", say_sentence(say, words[people->board], (SayWith){.what = name}));
}

static void write_debrief(
        JsonOut *json, const Say *say, const State *state, const People *people) {
    uint64_t views = people->shared;
    if (people->debrief_view > 0 && people->debrief_view < 64)
        views |= (uint64_t)1 << people->debrief_view;
    json_open(json, "debrief", '{');
    json_int(json, "step", people->debrief_step);
    json_some_int(json, "view", people->debrief_view);
    json_some_int(json, "told", people->told);
    json_some_int(json, "told_last", people->told_last);
    json_open(json, "shared", '[');
    for (int32_t i = 0; i < 64; i++) {
        if (people->shared >> i & 1) json_int(json, NULL, i);
    }
    json_close(json, ']');
    prompts_debrief(json, say, state, views);
    json_close(json, '}');
}

// Words that were to stay.
static void write_items(JsonOut *json, const Guest *guest, const Session *session) {
    int32_t where = guest->kind == GUEST_BOARD ? SAY_TO_BOARD : SAY_TO_SEATS;
    json_open(json, "items", '[');
    for (int32_t i = 0; i < session->people.count; i++) {
        const PeopleLine *line = &session->people.lines[i];
        if (line->kind != EVENT_SAID_ALL || !line->b) continue;
        if (guest->kind != GUEST_CONSOLE && !(line->a & where)) continue;
        const char *text = own_words_text(session, (uint16_t)line->d);
        if (!*text) continue;
        json_open(json, NULL, '{');
        json_int(json, "id", line->seq);
        json_text(json, "text", text);
        if (guest->kind == GUEST_CONSOLE) json_int(json, "words", line->d);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void section_show(const Hall *hall, const Guest *guest, JsonOut *json) {
    Region region = {0};
    const Session *session = party_session(guest->party);
    Say say = {session->def, guest_language(guest), &region};
    write_board(json, &say, &session->people);
    if (session->state.status >= STATUS_DEBRIEF)
        write_debrief(json, &say, &session->state, &session->people);
    write_items(json, guest, session);
    region_clear(&region);
    (void)hall;
}

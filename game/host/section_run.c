// host/section_run.c — section "run": what is going on, who and what is waited for, whether it will end in time. Never: a countdown, advice that acts.
#include "host/care.h"
#include "host/house.h"
#include "host/pilot.h"
#include "host/second.h"
#include "rules/deal.h"
#include "rules/scope.h"
#include "session/own_words.h"

enum { MINUTE_S = 60, HOUR_MINUTES = 60, DAY_MINUTES = 24 * 60 };

static int32_t minutes(int32_t seconds) {
    return seconds > 0 ? (seconds + MINUTE_S / 2) / MINUTE_S : 0;
}

static bool holds(const Def *def, const State *state, const Note *note) {
    Scope scope;
    if (note->when == 0) return true;
    scope_plain(&scope, def, state, NONE);
    return expr_holds(&scope.expr, note->when);
}

// What the case suggests to say as this phase of this round begins.
static const char *prompt(const Say *say, const State *state) {
    const Def *def = say->def;
    if (state->status != STATUS_RUNNING) return "";
    for (int32_t i = 0; i < def->notes_count; i++) {
        const Note *note = &def->notes[i];
        bool now = note->kind == NOTE_CUE && note->at == state->round
                   && note->phase == state->phase;
        if (now && holds(def, state, note)) return say_text(say, note->text);
    }
    return "";
}

// Only while people can be ready: their actors, by index and in words.
static void write_waits(JsonOut *json, const Say *say, const State *state) {
    uint16_t late = (uint16_t)(state->waiting & ~state->done);
    if (state->paused && state->steer.pause_why == PAUSE_NOBODY) {
        json_text(json, "waiting", say_sentence(say, SAY_LEFT_ALONE, (SayWith){0}));
        return;
    }
    if (state->waiting == 0) return;
    json_open(json, "waits", '[');
    for (int32_t i = 0; i < def_count(say->def, KIND_ACTOR); i++) {
        if (late >> i & 1) json_int(json, NULL, i);
    }
    json_close(json, ']');
    SayWith with = {.who = say_actors(say, late)};
    json_text(json, "waiting", say_sentence(say, late ? SAY_RUN_WAITS : SAY_RUN_ALL, with));
}

// Who says kept, and who says broken: masks of actors.
static uint16_t says(const Deal *deal, const Promise *promise, int32_t mark) {
    uint16_t actors = 0;
    for (int32_t place = 0; place < deal->parties; place++) {
        if ((promise->marks >> 2 * place) & mark)
            actors |= (uint16_t)(1u << (deal->party[place] & (ACTORS_MAX - 1)));
    }
    return actors;
}

static void write_promise(JsonOut *json, const Say *say, const Session *session,
        int32_t slot, int32_t place) {
    enum { KEPT = 1, BROKEN = 2 };
    const Deal *deal = &session->state.deal[slot];
    const Promise *promise = &deal->promises[place];
    SayWith with = {.who = say_actors(say, says(deal, promise, KEPT)),
            .target = say_actors(say, says(deal, promise, BROKEN)),
            .what = say_actor(say, promise->by),
            .text = own_words_text(session, deal->words)};
    json_open(json, NULL, '{');
    json_int(json, "deal", slot);
    json_int(json, "promise", place);
    json_text(json, "text", say_sentence(say, SAY_RUN_APART, with));
    json_close(json, '}');
}

// Promises in free words that wait for the facilitator's ruling.
static void write_apart(JsonOut *json, const Say *say, const Session *session) {
    json_open(json, "apart", '[');
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &session->state.deal[slot];
        for (int32_t i = 0; deal->state == DEAL_AGREED && i < deal->promises_count; i++) {
            if (deal_is_apart(&deal->promises[i]))
                write_promise(json, say, session, slot, i);
        }
    }
    json_close(json, ']');
}

static void write_time(
        JsonOut *json, const Say *say, const State *state, const Pilot *pilot) {
    SayWith phase = {
            .n = minutes(pilot->phase_spent_s), .m = minutes(pilot->phase_planned_s)};
    SayWith rest = {.n = minutes(pilot->left_s), .m = minutes(pilot->debrief_s)};
    if (state->status == STATUS_RUNNING)
        json_text(json, "spent",
                say_sentence(say, phase.m ? SAY_RUN_PHASE : SAY_RUN_PHASE_FREE, phase));
    if (state->status < STATUS_DEBRIEF)
        json_text(json, "left", say_sentence(say, SAY_RUN_LEFT, rest));
}

static const char *hour(const Say *say, int32_t minute) {
    minute = (minute % DAY_MINUTES + DAY_MINUTES) % DAY_MINUTES;
    return region_format(
            say->region, "%02d:%02d", minute / HOUR_MINUTES, minute % HOUR_MINUTES);
}

static void write_ready(JsonOut *json, const Say *say, const Pilot *pilot) {
    static const SayId words[PILOT_COUNT] = {
            SAY_NONE, SAY_PILOT_SHORTEN, SAY_PILOT_SKIP, SAY_PILOT_DEBRIEF};
    json_open(json, "ready", '[');
    for (int32_t i = PILOT_SHORTEN; i < PILOT_COUNT; i++) {
        SayWith with = {.n = minutes(pilot->saves_s[i]), .m = pilot->shorten_percent};
        if (with.n == 0) continue;
        json_open(json, NULL, '{');
        json_int(json, "n", i);
        json_text(json, "text", say_sentence(say, words[i], with));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_plan(
        JsonOut *json, const Say *say, const State *state, const Pilot *pilot) {
    int32_t finish = state->steer.plan_finish - 1;
    if (pilot->lamp == LAMP_NONE || state->status >= STATUS_DEBRIEF) return;
    SayWith with = {.text = hour(say, finish),
            .what = hour(say, finish + minutes(core_max(0, pilot->late_s)))};
    bool late = pilot->lamp != LAMP_GREEN;
    json_int(json, "level", pilot->lamp - LAMP_GREEN);
    json_text(
            json, "plan", say_sentence(say, late ? SAY_PLAN_LATE : SAY_PLAN_ON_TIME, with));
    if (late) write_ready(json, say, pilot);
}

// What stands in the settings of this session, in the order of their table, and how long it is kept.
static void write_options(JsonOut *json, const Session *session) {
    json_open(json, "options", '[');
    for (int32_t i = 0; i < OPTION_COUNT; i++)
        json_int(json, NULL, state_option(&session->state, (OptionId)i));
    json_close(json, ']');
    json_int(json, "keeping", people_keeping_days(&session->people));
}

void section_run(const Hall *hall, const Guest *guest, JsonOut *json) {
    Region region = {0};
    const Session *session = party_session(guest->party);
    Say say = {session->def, guest_language(guest), &region};
    Pilot pilot = pilot_look(guest->party);
    json_some_text(json, "prompt", prompt(&say, &session->state));
    care_write(json, &say, guest->party);
    write_waits(json, &say, &session->state);
    write_apart(json, &say, session);
    write_time(json, &say, &session->state, &pilot);
    write_plan(json, &say, &session->state, &pilot);
    write_options(json, session);
    second_write(json, hall, guest->party);
    region_clear(&region);
}

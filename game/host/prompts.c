// host/prompts.c — which of the case's questions are asked now, and of whom. Never: keeps an answer, tells a secret by asking.
#include "host/prompts.h"
#include "rules/scope.h"

// When a journal prompt or a self-check is due, as Note.at counts.
enum { AT_BRIEF, AT_REFLECT, AT_PAUSE, AT_END, AT_LATER };

static bool is_due(const Def *def, const State *state, uint8_t at) {
    bool running = state->status == STATUS_RUNNING && state->phase < def->phases_count;
    switch (at) {
    case AT_BRIEF: return state->status == STATUS_BRIEF;
    case AT_REFLECT: return running && def->phases[state->phase].does == DOES_REFLECT;
    case AT_PAUSE: return running && state->paused;
    case AT_END: return state->status >= STATUS_DEBRIEF;
    default: return state->status == STATUS_CLOSED;
    }
}

static bool is_for(const Def *def, const State *state, const Note *note, uint8_t actor) {
    if (note->who && (actor >= ACTORS_MAX || !((note->who >> actor) & 1))) return false;
    if (note->when && state->status < STATUS_DEBRIEF) return false;
    return scope_holds(def, state, actor, note->when);
}

void prompts_journal(JsonOut *json, const Say *say, const State *state, uint8_t actor) {
    bool opened = false;
    for (int32_t i = 0; i < say->def->notes_count; i++) {
        const Note *note = &say->def->notes[i];
        if (note->kind != NOTE_JOURNAL || !is_due(say->def, state, note->at)
                || !is_for(say->def, state, note, actor)) {
            continue;
        }
        if (!opened) json_open(json, "prompts", '[');
        opened = true;
        json_text(json, NULL, say_text(say, note->text));
    }
    if (opened) json_close(json, ']');
}

static void write_question(JsonOut *json, const Say *say, const Note *note) {
    json_open(json, NULL, '{');
    json_text(json, "ask", say_text(say, note->text));
    json_open(json, "answers", '[');
    for (int32_t i = 0; i < note->answers_count; i++)
        json_text(json, NULL, say_text(say, note->answers[i]));
    json_close(json, ']');
    json_int(json, "right", note->right);
    json_some_text(json, "because", say_text(say, note->because));
    json_close(json, '}');
}

void prompts_quiz(JsonOut *json, const Say *say, const State *state) {
    bool opened = false;
    for (int32_t i = 0; i < say->def->notes_count; i++) {
        const Note *note = &say->def->notes[i];
        if (note->kind != NOTE_QUIZ || !is_due(say->def, state, note->at)) continue;
        if (!opened) json_open(json, "quiz", '[');
        opened = true;
        write_question(json, say, note);
    }
    if (opened) json_close(json, ']');
}

// The next one after `last` in the order of the case, or NULL; notes of one order come as they are written.
static const Note *next_of(
        const Def *def, const State *state, uint64_t views, const Note *last) {
    const Note *found = NULL;
    for (int32_t i = 0; i < def->notes_count; i++) {
        const Note *note = &def->notes[i];
        bool wanted = note->kind == NOTE_DEBRIEF && ((views >> note->view) & 1)
                      && is_for(def, state, note, NONE);
        bool later = !last || note->order > last->order
                     || (note->order == last->order && note > last);
        if (wanted && later && (!found || note->order < found->order)) found = note;
    }
    return found;
}

void prompts_debrief(JsonOut *json, const Say *say, const State *state, uint64_t views) {
    const Note *note = next_of(say->def, state, views, NULL);
    if (!note) return;
    json_open(json, "asks", '[');
    for (; note; note = next_of(say->def, state, views, note)) {
        json_open(json, NULL, '{');
        json_int(json, "view", note->view);
        json_text(json, "text", say_text(say, note->text));
        json_close(json, '}');
    }
    json_close(json, ']');
}

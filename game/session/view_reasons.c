// session/view_reasons.c — why the computer's seats did what they did, told when hidden goals are. Never: before that: the reason of an act may give away who wants what.
#include "model/reason.h"
#include "session/view_parts.h"
#include <string.h>

// Of all seats together, in full and as they travel; and of each, where there are many.
enum { REASONS_FULL = 240, REASONS_SENT = 30, REASONS_LEAST = 2 };

// What was told by hand or by going on; before the facts nothing is, whatever was told before.
uint16_t view_unlocked(const Viewer *viewer) {
    uint16_t all = (uint16_t)((1u << def_count(viewer->def, KIND_ACTOR)) - 1);
    const People *people = &viewer->session->people;
    if (viewer->state->status == STATUS_CLOSED) return all;
    bool facts = viewer->state->status == STATUS_DEBRIEF
                 && people->debrief_step >= DEBRIEF_FACTS;
    return facts ? people->told & all : 0;
}

static const char *term(const Say *say, uint8_t id) {
    static const SayId ids[] = {SAY_NONE, SAY_REASON_TEXT, SAY_REASON_COALITION,
            SAY_REASON_MONEY, SAY_REASON_CAUTION, SAY_REASON_OTHERS, SAY_REASON_MANDATE};
    if (id >= TERM_AUDIENCE)
        return say_thing(say, (Thing){KIND_AUDIENCE, (uint8_t)(id - TERM_AUDIENCE)});
    return id == TERM_NONE ? "" : say_word(say, ids[id]);
}

// The id by which personas key their own sentences: a term, or an audience by its id.
static const char *key_of(const Def *def, uint8_t id) {
    static const char *const ids[] = {
            "", "substance", "coalition", "money", "caution", "reciprocity", "mandate"};
    if (id < TERM_AUDIENCE) return ids[id];
    return def_id(def, (Thing){KIND_AUDIENCE, (uint8_t)(id - TERM_AUDIENCE)});
}

// What the persona itself says when this term was the reason; "" when it has no words for it.
static const char *own_line(const Say *say, uint8_t actor, uint8_t id) {
    const Def *def = say->def;
    uint8_t index = def->actors[actor].persona;
    if (index == NONE || id == TERM_NONE) return "";
    const Persona *persona = &def->personas[index];
    for (int32_t i = 0; i < persona->lines_count; i++) {
        if (strcmp(def_text(def, persona->line_reasons[i]), key_of(def, id)) == 0)
            return say_text(say, persona->lines[i]);
    }
    return "";
}

// "" for an act whose reason nobody knows.
static const char *reason_text(const Say *say, const Act *act) {
    uint8_t first = reason_first(act->why), second = reason_second(act->why);
    if (first == TERM_NONE || !reason_is_good(act->why)) return "";
    SayWith with = {.what = term(say, first),
            .target = term(say, second),
            .text = own_line(say, act->actor, first)};
    with.what = say_sentence(say, *with.target ? SAY_REASON_TWO : SAY_REASON_ONE, with);
    return *with.text ? say_sentence(say, SAY_REASON_LINE, with) : with.what;
}

static bool same_line(const ViewNews *a, const ViewNews *b) {
    return a->round == b->round && a->step == b->step && strcmp(a->text, b->text) == 0;
}

// The same act for the same reason in one step is told once.
static ViewNews *told_before(ViewNews *list, int32_t count, const ViewNews *news) {
    for (int32_t i = 0; i < count; i++) {
        if (same_line(&list[i], news)) return &list[i];
    }
    return NULL;
}

static bool tells(const Event *event, uint8_t actor) {
    return event->kind == EVENT_ACT && event->act.actor == actor && event->act.why != 0;
}

static ViewNews line_of(const Viewer *viewer, const Event *event) {
    const Act *act = &event->act;
    SayWith with = {
            .what = view_act_text(viewer, act), .text = reason_text(&viewer->say, act)};
    return (ViewNews){.text = say_sentence(&viewer->say, SAY_REASON_ACT, with),
            .times = 1,
            .round = event->round,
            .step = event->phase,
            .actor = act->actor,
            .mine = act->actor == viewer->me,
            .stood_in = act->by == SENT_BY_STAND_IN};
}

// Lines of one actor, oldest first; where there are too many, those of its last acts.
static int32_t reasons_of(
        const Viewer *viewer, uint8_t actor, int32_t most, ViewNews *out) {
    const EventList *ledger = &viewer->session->ledger;
    int32_t from = ledger->count, count = 0;
    for (int32_t acts = 0; from > 0 && acts < most; from--)
        acts += tells(&ledger->items[from - 1], actor);
    for (int32_t i = from; i < ledger->count; i++) {
        if (!tells(&ledger->items[i], actor)) continue;
        ViewNews news = line_of(viewer, &ledger->items[i]);
        ViewNews *before = told_before(out, count, &news);
        if (before)
            before->times++;
        else
            out[count++] = news;
    }
    return count;
}

void view_reasons(Viewer *viewer) {
    ViewEnd *end = &viewer->out->end;
    if (!end->reached) return;
    end->told = view_unlocked(viewer);
    end->locked = end->told == 0;
    end->step = core_clamp(viewer->session->people.debrief_step, 0, DEBRIEF_STEPS);
    if (end->locked) return;
    int32_t actors = def_count(viewer->def, KIND_ACTOR);
    int32_t most = view_wants(viewer, VIEW_IN_FULL) ? REASONS_FULL : REASONS_SENT;
    int32_t each = core_max(REASONS_LEAST, most / core_max(1, actors));
    ViewNews *list = view_array(viewer, actors * each, sizeof *list);
    for (uint8_t actor = 0; actor < actors; actor++) {
        if (!((end->told >> actor) & 1)) continue;
        end->reasons_count += reasons_of(viewer, actor, each, list + end->reasons_count);
    }
    end->reasons = list;
}

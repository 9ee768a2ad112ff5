// session/view_end.c — the end of a game for one seat: ending, criteria, curves, means and influence. Never: one total.
#include "rules/criteria.h"
#include "rules/macro.h"
#include "rules/scope.h"
#include "rules/worth.h"
#include "session/view_parts.h"
#include <stdlib.h>

enum { TIMELINE_MAX = 60 };

static void ending(Viewer *viewer, ViewEnd *end) {
    uint8_t index = viewer->state->ending;
    end->title = end->text = end->ask = "";
    if (index == NONE) return;
    const Ending *reached = &viewer->def->endings[index];
    end->title = reached->names.name ? say_text(&viewer->say, reached->names.name) : "";
    end->text = say_text(&viewer->say, reached->text);
    end->ask = say_text(&viewer->say, reached->ask);
    end->tone = reached->tone;
}

// Some are of one team; who is nobody in the game reads those of all.
static void of_viewer(const Viewer *viewer, int16_t values[CRITERION_COUNT]) {
    if (view_is_seat(viewer)) {
        criteria_all(viewer->def, viewer->state, viewer->me, values);
        return;
    }
    for (int32_t i = 0; i < CRITERION_COUNT; i++)
        values[i] = -1;
    values[CRITERION_DURABILITY] =
            (int16_t)criteria_durability(viewer->def, viewer->state, NONE);
    values[CRITERION_POWER_SHIFT] =
            (int16_t)criteria_power_shift(viewer->def, viewer->state);
    values[CRITERION_VOICE] = (int16_t)criteria_voice(viewer->def, viewer->state);
}

static void criteria(Viewer *viewer, ViewEnd *end) {
    int16_t values[CRITERION_COUNT];
    of_viewer(viewer, values);
    for (int32_t i = 0; i < CRITERION_COUNT; i++) {
        TextId renamed = viewer->def->criteria[i];
        end->criteria[i] = renamed ? say_text(&viewer->say, renamed)
                                   : say_word(&viewer->say, (SayId)(SAY_CRITERION_1 + i));
        end->criterion[i] = (viewer->def->criteria_hidden >> i) & 1 ? -1 : values[i];
    }
}

static bool met(const Viewer *viewer, ExprId when) {
    return when != 0 && scope_holds(viewer->def, viewer->state, viewer->me, when);
}

static const char *goal(
        const Viewer *viewer, const Mandate *mandate, SayId yes, SayId no, bool reveal) {
    if (!mandate->text && !mandate->reveal) return "";
    TextId text = reveal && mandate->reveal ? mandate->reveal : mandate->text;
    SayWith with = {.text = say_text(&viewer->say, text)};
    if (mandate->when == 0) return with.text;
    return say_sentence(&viewer->say, met(viewer, mandate->when) ? yes : no, with);
}

static const State *state_of_round(const Session *session, int32_t round) {
    const State *found =
            session->snapshots_count ? session->snapshots[0].state : &session->state;
    for (int32_t i = 0; i < session->snapshots_count; i++) {
        if (session->snapshots[i].state->round <= round)
            found = session->snapshots[i].state;
    }
    return found;
}

static int16_t standing(
        const Viewer *viewer, const State *state, int32_t actor, int32_t audience) {
    return (int16_t)(state_at(viewer->def, state, TRACK_LEGITIMACY, actor, audience) / 10);
}

static void curves(Viewer *viewer, ViewEnd *end) {
    const Def *def = viewer->def;
    int32_t actors = def_count(def, KIND_ACTOR), audiences = def_count(def, KIND_AUDIENCE);
    ViewCurve *list = view_array(viewer, actors * audiences, sizeof *list);
    int32_t rounds = core_min(viewer->state->round, ROUNDS_MAX);
    for (int32_t a = 0; a < actors; a++) {
        for (int32_t b = 0; b < audiences; b++) {
            ViewCurve *curve = &list[end->curves_count++];
            *curve = (ViewCurve){.name = say_track(&viewer->say, TRACK_LEGITIMACY, a, b),
                    .actor = (uint8_t)a,
                    .audience = (uint8_t)b};
            for (int32_t r = 0; r <= rounds; r++) {
                const State *then =
                        r == rounds ? viewer->state : state_of_round(viewer->session, r);
                curve->values[r] = standing(viewer, then, a, b);
            }
        }
    }
    end->curves = list;
    end->rounds = rounds;
}

static void shares(Viewer *viewer, ViewEnd *end) {
    const Def *def = viewer->def;
    int32_t count = def_count(def, KIND_ACTOR), exercised[ACTORS_MAX], means[ACTORS_MAX];
    Worth *worth = calloc(1, sizeof *worth);
    ASSERT(worth != NULL);
    const EventList *ledger = &viewer->session->ledger;
    for (int32_t i = 0; i < ledger->count; i++)
        worth_add(def, &ledger->items[i], worth);
    worth_shares(worth, exercised);
    free(worth);
    macro_shares(def, viewer->state, means);
    ViewShare *list = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        list[i] = (ViewShare){.actor = i,
                .name = say_actor(&viewer->say, i),
                .means_start = (int16_t)viewer->state->macro_start[i],
                .means_end = (int16_t)means[i],
                .influence = (int16_t)exercised[i]};
    }
    end->shares = list;
    end->shares_count = count;
}

// Decisions, happenings, coalitions and broken promises: what turned the story.
static bool turns_the_story(const Event *event) {
    switch (event->kind) {
    case EVENT_DECISION:
    case EVENT_FUNDED:
    case EVENT_HAPPENED:
    case EVENT_COALITION:
    case EVENT_COALITION_END:
    case EVENT_RED_LINE:
    case EVENT_RENAMED:
    case EVENT_CHOSEN:
    case EVENT_PROMISE_STATE: return true;
    default: return false;
    }
}

static void timeline(Viewer *viewer, ViewEnd *end) {
    const EventList *ledger = &viewer->session->ledger;
    ViewNews *list = view_array(viewer, TIMELINE_MAX, sizeof *list);
    for (int32_t i = 0; i < ledger->count && end->timeline_count < TIMELINE_MAX; i++) {
        const Event *event = &ledger->items[i];
        uint8_t tone = 0;
        const char *text =
                turns_the_story(event) ? view_event_text(viewer, event, &tone) : NULL;
        if (!text || !*text) continue;
        list[end->timeline_count++] = (ViewNews){.text = text,
                .times = 1,
                .round = event->round,
                .step = event->phase,
                .actor = event->actor,
                .mine = event->actor == viewer->me,
                .tone = tone};
    }
    end->timeline = list;
}

static void law(Viewer *viewer, ViewEnd *end) {
    int32_t count = def_count(viewer->def, KIND_CLAUSE);
    ViewNamed *list = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        const Clause *clause = &viewer->def->clauses[i];
        int32_t level =
                core_clamp(state_at(viewer->def, viewer->state, TRACK_LAW, i, 0) / 10, 0,
                        clause->levels_count - 1);
        const char *words = say_text(&viewer->say, clause->levels[level]);
        list[i] = (ViewNamed){say_thing(&viewer->say, (Thing){KIND_CLAUSE, i}),
                view_number(viewer, TRACK_LAW, i, 0), "",
                def_id(viewer->def, (Thing){KIND_CLAUSE, i})};
        list[i].number.word = words;
        list[i].number.kind = "";
    }
    end->law = list;
    end->law_count = count;
}

void view_ending(Viewer *viewer) {
    ViewEnd *end = &viewer->out->end;
    end->mandate = end->hidden = end->title = end->text = end->ask = "";
    for (int32_t i = 0; i < CRITERION_COUNT; i++)
        end->criteria[i] = "";
    if (viewer->state->status < STATUS_DEBRIEF) return;
    end->reached = true;
    ending(viewer, end);
    criteria(viewer, end);
    if (view_is_seat(viewer)) {
        const Actor *me = &viewer->def->actors[viewer->me];
        end->mandate = goal(viewer, &me->mandate, SAY_MANDATE_MET, SAY_MANDATE_NOT, false);
        end->hidden = goal(viewer, &me->hidden, SAY_HIDDEN_MET, SAY_HIDDEN_NOT, true);
    }
    curves(viewer, end);
    shares(viewer, end);
    timeline(viewer, end);
    law(viewer, end);
}

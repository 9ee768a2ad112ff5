// session/view_issue.c — what is at stake: clauses with their levels in words, frames with their riders. Never: others' wishes.
#include "rules/support.h"
#include "session/view_parts.h"

static const char *thing_name(const Viewer *viewer, uint8_t kind, uint8_t index) {
    return view_wants_names(viewer) ? say_thing(&viewer->say, (Thing){kind, index}) : "";
}

static const char *const *levels_of(const Viewer *viewer, const Clause *clause) {
    if (!view_wants_names(viewer)) return NULL;
    const char **levels = view_array(viewer, clause->levels_count, sizeof *levels);
    for (int32_t i = 0; i < clause->levels_count; i++)
        levels[i] = say_text(&viewer->say, clause->levels[i]);
    return levels;
}

static uint8_t deciding_arena(const Def *def) {
    for (uint8_t i = 0; i < def_count(def, KIND_ARENA); i++) {
        if (def->arenas[i].decides != NONE) return i;
    }
    return NONE;
}

static bool on_agenda(const State *state, uint8_t clause) {
    for (int32_t i = 0; i < state->agenda_open; i++) {
        if (state->agenda[i] == clause) return true;
    }
    return false;
}

static void clauses(Viewer *viewer) {
    const Def *def = viewer->def;
    const State *state = viewer->state;
    int32_t count = def_count(def, KIND_CLAUSE);
    uint8_t text[CLAUSES_MAX] = {0}, arena = deciding_arena(def);
    if (arena != NONE) support_text(def, state, arena, text);
    ViewClause *list = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        int32_t sticky = state_at(def, state, TRACK_STICKY, i, 0);
        const Actor *me = view_is_seat(viewer) ? &def->actors[viewer->me] : NULL;
        list[i] = (ViewClause){.id = def_id(def, (Thing){KIND_CLAUSE, i}),
                .name = thing_name(viewer, KIND_CLAUSE, i),
                .levels = levels_of(viewer, &def->clauses[i]),
                .levels_count = def->clauses[i].levels_count,
                .index = i,
                .draft = (uint8_t)(state_at(def, state, TRACK_DRAFT, i, 0) / 10),
                .law = (uint8_t)(state_at(def, state, TRACK_LAW, i, 0) / 10),
                .sticky_up = sticky > 0,
                .sticky_down = sticky < 0,
                .on_agenda =
                        viewer->out->phase_kind == PHASE_MEETING && on_agenda(state, i),
                .wanted = me && me->wants_set[i] ? me->wants[i] : NONE,
                .cell = def_cell(def, TRACK_DRAFT, i, 0)};
        list[i].on_table = arena == NONE ? list[i].draft : text[i];
        for (int32_t a = 0; a < def_count(def, KIND_ARENA); a++)
            list[i].decided |= state->decision[a].passed;
    }
    viewer->out->clauses = list;
    viewer->out->clauses_count = count;
}

static const char *rider_text(const Viewer *viewer, const Rider *rider) {
    if (rider->clause == NONE) return "";
    const Clause *clause = &viewer->def->clauses[rider->clause];
    SayWith with = {
            .text = say_text(&viewer->say,
                    clause->levels[core_min(rider->level, clause->levels_count - 1)]),
            .what = say_thing(&viewer->say, (Thing){KIND_CLAUSE, rider->clause})};
    return say_sentence(
            &viewer->say, rider->least ? SAY_RIDER_LEAST : SAY_RIDER_MOST, with);
}

static const ViewNamed *adoption(const Viewer *viewer, uint8_t frame) {
    int32_t count = def_count(viewer->def, KIND_ARENA);
    ViewNamed *list = view_array(viewer, count, sizeof *list);
    for (uint8_t arena = 0; arena < count; arena++) {
        list[arena] = (ViewNamed){thing_name(viewer, KIND_ARENA, arena),
                view_number(viewer, TRACK_FRAME, arena, frame), "",
                def_id(viewer->def, (Thing){KIND_ARENA, arena})};
    }
    return list;
}

static bool reading_open(const Viewer *viewer, uint8_t frame) {
    if (viewer->state->reading == NONE) return false;
    const Happening *happening = &viewer->def->happenings[viewer->state->reading];
    for (int32_t i = 0; i < happening->readings_count; i++) {
        if (happening->readings[i] == frame) return true;
    }
    return false;
}

static void frames(Viewer *viewer) {
    const Def *def = viewer->def;
    int32_t count = def_count(def, KIND_FRAME);
    ViewFrame *list = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        const char *first = rider_text(viewer, &def->frames[i].riders[0]);
        const char *second = rider_text(viewer, &def->frames[i].riders[1]);
        const char *both =
                *second ? region_format(&viewer->out->region, "%s\n%s", first, second)
                        : first;
        list[i] = (ViewFrame){.id = def_id(def, (Thing){KIND_FRAME, i}),
                .name = say_thing(&viewer->say, (Thing){KIND_FRAME, i}),
                .text = say_text(&viewer->say, def->frames[i].text),
                .rider = both,
                .index = i,
                .adoption = adoption(viewer, i),
                .adoption_count = def_count(def, KIND_ARENA),
                .is_reading = reading_open(viewer, i)};
    }
    viewer->out->frames = list;
    viewer->out->frames_count = count;
}

void view_issue(Viewer *viewer) {
    clauses(viewer);
    frames(viewer);
}

// session/view_coalition.c — coalitions: name and members for all; agenda, lights, standing and warnings for members. Never: the inside of other coalitions.
#include "rules/coalition.h"
#include "rules/deal.h"
#include "rules/fold.h"
#include "rules/pressure.h"
#include "session/own_words.h"
#include "session/view_parts.h"
#include <string.h>

enum { BANDS = 5 };

const char *view_coalition_name(const Viewer *viewer, int32_t slot) {
    const Coalition *coalition = &viewer->state->coalition[slot];
    if (coalition->start_name != NONE)
        return say_thing(&viewer->say, (Thing){KIND_COALITION, coalition->start_name});
    const char *own = own_words_text(viewer->session, coalition->words);
    if (*own) return own;
    SayWith with = {.n = slot + 1};
    return say_sentence(&viewer->say, SAY_COALITION, with);
}

static const char *rule_text(const Viewer *viewer, uint8_t rule) {
    static const SayId ids[] = {
            SAY_RULE_CONSENT, SAY_RULE_LEAD, SAY_RULE_MAJORITY, SAY_RULE_CONSENSUS};
    return say_word(&viewer->say, ids[core_min(rule, 3)]);
}

static const uint8_t *copy_levels(const Viewer *viewer, const uint8_t levels[CLAUSES_MAX]) {
    uint8_t *copy = view_array(viewer, CLAUSES_MAX, sizeof *copy);
    memcpy(copy, levels, CLAUSES_MAX);
    return copy;
}

void view_light_words(Viewer *viewer) {
    static const SayId names[LIGHT_COUNT] = {SAY_LIGHT_AGENDA, SAY_LIGHT_MEASURE,
            SAY_LIGHT_DIFFERENT, SAY_LIGHT_EVERYBODY, SAY_LIGHT_BACKBONE};
    static const SayId texts[LIGHT_COUNT] = {SAY_LIGHT_AGENDA_TEXT, SAY_LIGHT_MEASURE_TEXT,
            SAY_LIGHT_DIFFERENT_TEXT, SAY_LIGHT_EVERYBODY_TEXT, SAY_LIGHT_BACKBONE_TEXT};
    for (int32_t i = 0; i < LIGHT_COUNT; i++) {
        viewer->out->group_words.lights[i] = say_word(&viewer->say, names[i]);
        viewer->out->group_words.lights_about[i] = say_word(&viewer->say, texts[i]);
    }
}

static const ViewLight *five_lights(const Viewer *viewer, uint8_t slot) {
    const ViewGroupWords *words = &viewer->out->group_words;
    ViewLight *list = view_array(viewer, LIGHT_COUNT, sizeof *list);
    for (int32_t i = 0; i < LIGHT_COUNT; i++) {
        list[i] = (ViewLight){words->lights[i], words->lights_about[i],
                coalition_light(viewer->def, viewer->state, slot, (CoalitionLight)i)};
    }
    return list;
}

static const char *level_text(const Viewer *viewer, int32_t clause, uint8_t level) {
    return say_text(&viewer->say,
            viewer->def->clauses[clause].levels[core_min(level, LEVELS_MAX - 1)]);
}

static ViewAgenda agenda_row(
        const Viewer *viewer, uint8_t slot, uint8_t clause, uint8_t would_be) {
    const Coalition *coalition = &viewer->state->coalition[slot];
    uint8_t mine = coalition->ask[viewer->me][clause];
    ViewAgenda row = {.clause = say_thing(&viewer->say, (Thing){KIND_CLAUSE, clause}),
            .note = "",
            .index = clause,
            .target = coalition->target[clause],
            .would_be = would_be == NONE ? coalition->target[clause] : would_be,
            .red_line = mine != NONE && (mine & ASK_HELD)};
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++)
        row.asks[actor] = coalition_ask(coalition, actor, clause);
    uint8_t ask = row.asks[viewer->me];
    row.outvotes_me = ask != NONE && row.would_be != NONE && ask != row.would_be;
    row.may_hold =
            ask != NONE
            && coalition_line_holds(viewer->def, viewer->state, viewer->me, clause, ask);
    if (would_be == NONE) return row;
    SayWith with = {.what = row.clause, .text = level_text(viewer, clause, would_be)};
    row.note = say_sentence(&viewer->say, SAY_AGENDA_WOULD_BE, with);
    return row;
}

static void agenda(const Viewer *viewer, uint8_t slot, ViewCoalition *out) {
    uint8_t targets[CLAUSES_MAX];
    int32_t outvoted = coalition_agenda_next(viewer->def, viewer->state, slot, targets);
    int32_t count = def_count(viewer->def, KIND_CLAUSE);
    ViewAgenda *list = view_array(viewer, count, sizeof *list);
    for (uint8_t clause = 0; clause < count; clause++)
        list[clause] = agenda_row(viewer, slot, clause, targets[clause]);
    out->agenda = list;
    out->agenda_count = count;
    SayWith with = {.n = outvoted * viewer->def->coef[COEF_COHESION_OUTVOTED]};
    const char *when =
            say_word(&viewer->say, out->may_revise ? SAY_AGENDA_OPEN : SAY_AGENDA_STANDS);
    out->agenda_text = outvoted ? region_format(&viewer->out->region, "%s %s", when,
                               say_sentence(&viewer->say, SAY_AGENDA_OUTVOTED, with))
                                : when;
}

static int16_t band_middle(int32_t value) {
    int32_t band = core_clamp(value * BANDS / 1000, 0, BANDS - 1);
    return (int16_t)((2 * band + 1) * 1000 / (2 * BANDS));
}

// Standing of all together, from one's own numbers and the bands of the others.
static const ViewNamed *standing(const Viewer *viewer, uint8_t slot) {
    const Def *def = viewer->def;
    State known = *viewer->state;
    int32_t count = def_count(def, KIND_AUDIENCE);
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        for (int32_t a = 0; a < count && actor != viewer->me; a++) {
            uint16_t cell = def_cell(def, TRACK_LEGITIMACY, actor, a);
            fold_suppose(&known, cell, band_middle(known.cell[cell]));
        }
    }
    ViewNamed *list = view_array(viewer, count, sizeof *list);
    for (uint8_t a = 0; a < count; a++) {
        int32_t value = coalition_standing(def, &known, slot, a);
        int32_t band = core_clamp(value * BANDS / 1000, 0, BANDS - 1) + 1;
        Thing thing = {KIND_AUDIENCE, a};
        list[a] = (ViewNamed){
                .name = say_thing(&viewer->say, thing),
                .number = {.band = (uint8_t)band,
                           .cell = UINT16_MAX,
                           .word = say_band(&viewer->say, "legitimacy", band),
                           .kind = "legitimacy"},
                .icon = def_id(def, thing),
                .key = def_id(def, thing)
        };
    }
    return list;
}

static const ViewNamed *pool(const Viewer *viewer, uint8_t slot) {
    int32_t count = def_count(viewer->def, KIND_RESOURCE);
    ViewNamed *list = view_array(viewer, count, sizeof *list);
    for (uint8_t r = 0; r < count; r++) {
        Thing thing = {KIND_RESOURCE, r};
        list[r] = (ViewNamed){say_thing(&viewer->say, thing),
                view_number(viewer, TRACK_POOL, slot, r), def_id(viewer->def, thing),
                def_id(viewer->def, thing)};
    }
    return list;
}

// Another coalition of mine wants another level of a clause both have set.
static bool conflicts(const Viewer *viewer, uint8_t slot) {
    const Coalition *one = &viewer->state->coalition[slot];
    for (int32_t i = 0; i < COALITIONS_MAX; i++) {
        const Coalition *other = &viewer->state->coalition[i];
        if (i == slot || !view_in(viewer, other->members)) continue;
        for (int32_t c = 0; c < CLAUSES_MAX; c++) {
            bool both = one->target[c] != NONE && other->target[c] != NONE;
            if (both && one->target[c] != other->target[c]) return true;
        }
        bool frames = one->frame != NONE && other->frame != NONE;
        if (frames && one->frame != other->frame) return true;
    }
    return false;
}

static const char *warning(const Viewer *viewer, uint8_t slot, const ViewCoalition *view) {
    SayWith with = {.n = viewer->def->coef[COEF_COHESION_SPLIT]};
    if (view->may_split) return say_sentence(&viewer->say, SAY_COALITION_SPLITS, with);
    if (viewer->state->coalition[slot].marks & COALITION_STUCK)
        return say_word(&viewer->say, SAY_COALITION_STUCK);
    return conflicts(viewer, slot) ? say_word(&viewer->say, SAY_COALITION_CONFLICT) : "";
}

static const char *leaving(const Viewer *viewer, uint8_t slot) {
    const Def *def = viewer->def;
    uint16_t others =
            (uint16_t)(viewer->state->coalition[slot].members & ~(1u << viewer->me));
    bool held = state_at(def, viewer->state, TRACK_COHESION, slot, 0)
                >= 10 * def->coef[COEF_COHESION_FREE];
    bool costs = held && deal_open_between(viewer->state, viewer->me, others);
    SayWith with = {.n = -def->coef[COEF_LEAVE_TRUST]};
    return costs ? say_sentence(&viewer->say, SAY_LEAVING_COSTS, with)
                 : say_word(&viewer->say, SAY_LEAVING_FREE);
}

static void work(const Viewer *viewer, uint8_t slot, ViewCoalition *out) {
    const Coalition *coalition = &viewer->state->coalition[slot];
    out->flags = coalition->flags;
    out->backbone_actor = coalition->backbone;
    out->backbone_does = coalition->backbone_does;
    out->backbone_active = pressure_backbone_active(viewer->def, viewer->state, slot);
    SayWith with = {.who = say_actor(&viewer->say, coalition->backbone),
            .n = viewer->def->coef[COEF_COALITION_STANDING]};
    if (coalition->backbone != NONE)
        out->backbone = say_sentence(&viewer->say,
                coalition->backbone_does == 2 ? SAY_BACKBONE_CARRIES
                                              : SAY_BACKBONE_COORDINATES,
                with);
    if (coalition->flags & 3)
        out->books = say_sentence(&viewer->say,
                coalition->flags & 1 ? SAY_BOOKS_OPEN : SAY_BOOKS_CLOSED, with);
}

static void inside(const Viewer *viewer, uint8_t slot, ViewCoalition *out) {
    const Coalition *coalition = &viewer->state->coalition[slot];
    if (coalition->frame != NONE)
        out->frame = say_thing(&viewer->say, (Thing){KIND_FRAME, coalition->frame});
    out->targets = copy_levels(viewer, coalition->target);
    out->five = five_lights(viewer, slot);
    out->five_count = LIGHT_COUNT;
    for (int32_t i = 0; i < LIGHT_COUNT; i++)
        out->lights[i] = out->five[i].on;
    out->may_revise = coalition_may_revise(viewer->def, viewer->state, slot);
    out->may_frame = coalition_may_frame(viewer->def, viewer->state, slot);
    out->may_split = coalition_may_split(viewer->def, viewer->state, slot);
    out->may_spend = coalition_may_spend(viewer->state, slot, viewer->me);
    out->lets_spend = view_in(viewer, coalition->purse);
    agenda(viewer, slot, out);
    uint8_t asks[CLAUSES_MAX];
    for (int32_t c = 0; c < CLAUSES_MAX; c++)
        asks[c] = coalition_ask(coalition, viewer->me, c);
    out->asks = copy_levels(viewer, asks);
    work(viewer, slot, out);
    out->warning = warning(viewer, slot, out);
    out->leaving = leaving(viewer, slot);
    out->standing = standing(viewer, slot);
    out->standing_count = def_count(viewer->def, KIND_AUDIENCE);
    out->pool = pool(viewer, slot);
    out->pool_count = def_count(viewer->def, KIND_RESOURCE);
}

static ViewCoalition coalition_view(const Viewer *viewer, uint8_t slot) {
    const Coalition *coalition = &viewer->state->coalition[slot];
    ViewCoalition out = {.slot = slot,
            .lead = coalition->lead,
            .rule = coalition->rule,
            .members = coalition->members,
            .name = view_coalition_name(viewer, slot),
            .members_text = say_actors(&viewer->say, coalition->members),
            .rule_text = rule_text(viewer, coalition->rule),
            .frame = "",
            .agenda_text = "",
            .warning = "",
            .books = "",
            .backbone = "",
            .leaving = "",
            .backbone_actor = NONE,
            .mine = view_in(viewer, coalition->members),
            .cohesion = view_number(viewer, TRACK_COHESION, slot, 0),
            .inertia = view_number(viewer, TRACK_INERTIA, slot, 0)};
    if (out.mine) inside(viewer, slot, &out);
    return out;
}

void view_coalitions(Viewer *viewer) {
    ViewCoalition *list = view_array(viewer, COALITIONS_MAX, sizeof *list);
    view_light_words(viewer);
    int32_t count = 0;
    for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (viewer->state->coalition[slot].members)
            list[count++] = coalition_view(viewer, slot);
    }
    viewer->out->coalitions = list;
    viewer->out->coalitions_count = count;
}

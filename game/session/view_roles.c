// session/view_roles.c — who leads a meeting, its queue, the chair's order and its hands, words backstage. Never: sealed wishes, or a word between two others.
#include "rules/agenda.h"
#include "rules/gate.h"
#include "rules/role.h"
#include "session/view_parts.h"

static bool open_to_me(const Viewer *viewer, CommandKind kind, int32_t a, int32_t b) {
    if (!view_is_seat(viewer)) return false;
    Command command = {.kind = (uint8_t)kind,
            .actor = viewer->me,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b,
            .c = NONE,
            .d = NONE};
    return gate_check(viewer->def, viewer->state, &command).code == VERDICT_OK;
}

// Who holds it, by its own name; a pack that gives none is told by the move.
static const char *role_name(const Viewer *viewer, uint8_t move) {
    TextId name = viewer->def->moves[move].role_name;
    return name ? say_text(&viewer->say, name) : say_move(&viewer->say, move);
}

static void roles(Viewer *viewer, ViewMeeting *meeting) {
    static const RoleKind kinds[] = {ROLE_CHAIR, ROLE_MINUTES, ROLE_PEN, ROLE_SUMMARY};
    ViewRole *list = view_array(viewer, (int32_t)ARRAY_COUNT(kinds), sizeof *list);
    for (size_t i = 0; i < ARRAY_COUNT(kinds); i++) {
        int32_t move = role_move(viewer->def, kinds[i]);
        if (move < 0) continue;
        uint8_t holder = role_holder(viewer->state, kinds[i]);
        list[meeting->roles_count++] = (ViewRole){.name = role_name(viewer, (uint8_t)move),
                .who = say_actor(&viewer->say, holder),
                .move = (uint8_t)move,
                .holder = holder,
                .mine = holder == viewer->me,
                .by_rule = kinds[i] == ROLE_CHAIR};
    }
    meeting->roles = list;
}

static bool is_first(const State *state, uint8_t clause) {
    bool given = state->ordered == ORDER_GIVEN;
    return given
           && (state->order[0] == clause || state->order[1] == clause
                   || state->order[2] == clause);
}

// Before the roles close nobody knows what was brought forward.
static void items(Viewer *viewer, ViewMeeting *meeting) {
    const State *state = viewer->state;
    uint8_t queued[CLAUSES_MAX] = {0};
    Agenda agenda;
    agenda_make(viewer->def, state, meeting->arena_index, queued, &agenda);
    bool set = state->agenda_count > 0;
    int32_t count = set ? state->agenda_count : agenda.count;
    ViewItem *list = view_array(viewer, count, sizeof *list);
    for (int32_t i = 0; i < count; i++) {
        uint8_t clause = set ? state->agenda[i] : agenda.clause[i];
        list[i] = (ViewItem){.name = say_thing(&viewer->say, (Thing){KIND_CLAUSE, clause}),
                .clause = clause,
                .open = i < (set ? state->agenda_open : agenda.open),
                .queued = set && ((state->queued >> clause) & 1),
                .first = is_first(state, clause)};
    }
    meeting->items = list;
    meeting->items_count = count;
}

static const char *clauses_text(const Viewer *viewer, const uint8_t *clauses) {
    Buffer out = {0};
    for (int32_t i = 0; i < 3; i++) {
        if (clauses[i] == NONE) continue;
        if (out.length) buffer_add_text(&out, ", ");
        buffer_add_text(&out, say_thing(&viewer->say, (Thing){KIND_CLAUSE, clauses[i]}));
    }
    const char *text =
            region_copy_text(&viewer->out->region, out.data ? out.data : "", out.length);
    buffer_free(&out);
    return text;
}

static const char *order_text(const Viewer *viewer) {
    const State *state = viewer->state;
    if (state->ordered == ORDER_NONE) return "";
    bool off = state->order_off != NONE;
    SayWith with = {.who = say_actor(&viewer->say, state->chair_now),
            .text = clauses_text(viewer, state->order),
            .what = off ? say_thing(&viewer->say, (Thing){KIND_CLAUSE, state->order_off})
                        : ""};
    SayId id = off ? (*with.text ? SAY_ORDER_BOTH : SAY_ORDER_OFF) : SAY_ORDER;
    return say_sentence(&viewer->say, id, with);
}

// The chair may order when it may put any item first.
static void rights(const Viewer *viewer, ViewMeeting *meeting) {
    for (int32_t i = 0; i < meeting->items_count && !meeting->may_order; i++) {
        meeting->may_order =
                open_to_me(viewer, COMMAND_ORDER, meeting->items[i].clause, NONE);
    }
    bool defers = role_with_right(viewer->def, viewer->state, MAY_DEFER) == viewer->me;
    meeting->may_defer = meeting->may_order && defers;
    for (int32_t i = 0; i < def_count(viewer->def, KIND_ISSUE); i++) {
        if (open_to_me(viewer, COMMAND_SHOW_SIGNS, i, NONE))
            meeting->may_show_signs |= (uint8_t)(1u << i);
    }
}

// What an answer brings or a dodge costs, in the numbers of the pack; nothing where it is nothing.
static const char *points_note(const Viewer *viewer, SayId id, Coef coef) {
    SayWith with = {.n = viewer->def->coef[coef]};
    return with.n ? say_sentence(&viewer->say, id, with) : "";
}

static const char *object_note(const Viewer *viewer) {
    SayWith with = {.n = OBJECTION_VOICE, .m = viewer->def->coef[COEF_OVERRULED_COST]};
    return say_sentence(
            &viewer->say, with.m ? SAY_OBJECT_NOTE : SAY_OBJECT_NOTE_PLAIN, with);
}

static void hands(const Viewer *viewer, ViewMeeting *meeting) {
    const State *state = viewer->state;
    int32_t with = 0, against = 0;
    if (state->ordered != ORDER_NONE) agenda_hands(state, &with, &against);
    meeting->ordered = state->ordered;
    meeting->order = order_text(viewer);
    meeting->objectors = say_actors(&viewer->say, state->objected);
    meeting->with = (int16_t)with;
    meeting->against = (int16_t)against;
    bool against_it = view_in(viewer, state->objected | state->hands_against);
    bool with_it = view_in(viewer, state->hands_for);
    meeting->object_note = object_note(viewer);
    meeting->answer_note = points_note(viewer, SAY_ANSWER_NOTE, COEF_QUESTION_TRUST);
    meeting->deflect_note = points_note(viewer, SAY_DEFLECT_NOTE, COEF_DEFLECT_COST);
    meeting->my_hand = against_it ? 2 : with_it;
    meeting->may_object = open_to_me(viewer, COMMAND_OBJECT, NONE, NONE);
    meeting->may_show_hand = open_to_me(viewer, COMMAND_HAND, 1, NONE);
    meeting->i_am_chair = state->chair_now == viewer->me;
    meeting->may_sum_up =
            state->sub == MEET_RECORD && state->summary_now == viewer->me && !state->summed;
}

static const char *aside_text(const Viewer *viewer, const Aside *aside) {
    static const SayId ways[] = {SAY_ASIDE_DOWN, SAY_ASIDE_FRAME, SAY_ASIDE_UP};
    SayWith with = {.who = say_actor(&viewer->say, aside->by),
            .target = say_actor(&viewer->say, aside->to),
            .what = say_thing(&viewer->say, aside->about)};
    SayId id = SAY_ASIDE_TRUST;
    if (aside->about.kind == KIND_DECIDER) id = SAY_ASIDE_BAND;
    if (aside->about.kind == KIND_FRAME) id = SAY_ASIDE_FRAME;
    if (aside->about.kind == KIND_CLAUSE) id = ways[core_clamp(aside->side + 1, 0, 2)];
    return say_sentence(&viewer->say, id, with);
}

// Agreeing to a word is paid with the voice of the next meeting.
static const char *aside_note(const Viewer *viewer) {
    for (int32_t move = 0; move < viewer->def->moves_count; move++) {
        SayWith with = {.n = viewer->def->moves[move].voice};
        if (viewer->def->moves[move].mechanism == POINT_PRIME && with.n)
            return say_sentence(&viewer->say, SAY_ASIDE_NOTE, with);
    }
    return "";
}

static void asides(Viewer *viewer) {
    ViewAside *list = view_array(viewer, ASIDES_MAX, sizeof *list);
    int32_t count = 0;
    for (int32_t i = 0; i < ASIDES_MAX; i++) {
        const Aside *aside = &viewer->state->aside[i];
        bool by_me = aside->by == viewer->me, mine = by_me || aside->to == viewer->me;
        if (aside->state == ASIDE_FREE || !mine) continue;
        list[count++] = (ViewAside){.slot = (uint8_t)i,
                .other = by_me ? aside->to : aside->by,
                .by_me = by_me,
                .waits_for_me = open_to_me(viewer, COMMAND_ASIDE_SAY, i, 1),
                .agreed = aside->state == ASIDE_AGREED,
                .text = aside_text(viewer, aside)};
    }
    viewer->out->asides = list;
    viewer->out->aside_note = aside_note(viewer);
    viewer->out->asides_count = count;
}

void view_roles(Viewer *viewer) {
    ViewMeeting *meeting = &viewer->out->meeting;
    meeting->order = meeting->objectors = "";
    meeting->object_note = meeting->answer_note = meeting->deflect_note = "";
    asides(viewer);
    if (!meeting->open) return;
    roles(viewer, meeting);
    items(viewer, meeting);
    rights(viewer, meeting);
    hands(viewer, meeting);
}

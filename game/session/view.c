// session/view.c — one seat's view, section by section. Never: sends what is not listed.
#include "session/view.h"
#include "rules/ending.h"
#include "rules/gate.h"
#include "rules/ruling.h"
#include "rules/support.h"
#include "session/view_parts.h"

enum { ABSTAINS_FROM = -50 }; // support in tenths: below it a decider says no

static void header(Viewer *viewer) {
    const Def *def = viewer->def;
    const State *state = viewer->state;
    View *out = viewer->out;
    out->title = say_text(&viewer->say, def->title_text);
    out->opening = say_text(&viewer->say, def->opening);
    out->goal = say_text(&viewer->say, def->goal);
    out->lang = viewer->say.language.code;
    out->right_to_left = viewer->say.language.right_to_left;
    out->numbers_exact = def->numbers_exact;
    out->status = state->status;
    out->round = state->round;
    out->rounds = def->rounds;
    out->phase = state->phase;
    out->sub = state->sub;
    out->paused = state->paused;
    out->first_round = state->round <= 1;
    out->me = viewer->me;
    if (state->status == STATUS_RUNNING) {
        out->phase_kind = def->phases[state->phase].kind;
        out->phase_does = def->phases[state->phase].does;
    }
}

static const char *phase_name(const Viewer *viewer, int32_t index) {
    const Names *names = &viewer->def->phases[index].names;
    return names->name ? say_text(&viewer->say, names->name)
                       : def_text(viewer->def, names->id);
}

static const char *status_name(const Viewer *viewer) {
    switch ((Status)viewer->state->status) {
    case STATUS_LOBBY: return say_word(&viewer->say, SAY_LOBBY);
    case STATUS_BRIEF: return say_word(&viewer->say, SAY_BRIEF);
    case STATUS_RUNNING: return phase_name(viewer, viewer->state->phase);
    case STATUS_DEBRIEF: return say_word(&viewer->say, SAY_DEBRIEF);
    case STATUS_CLOSED: return say_word(&viewer->say, SAY_CLOSED);
    }
    return "";
}

static SayId meeting_expects(const Viewer *viewer) {
    const ViewMeeting *meeting = &viewer->out->meeting;
    if (!meeting->present) return SAY_EXPECT_ABSENT;
    if (viewer->state->sub == MEET_ROLES) return SAY_EXPECT_ROLES;
    if (viewer->state->sub == MEET_SPEECH) return SAY_EXPECT_SPEECH;
    if (meeting->asked_count > 0) return SAY_EXPECT_ANSWER;
    return meeting->i_am_taker ? SAY_EXPECT_RECORD : SAY_EXPECT_OTHERS;
}

static SayId running_expects(const Viewer *viewer) {
    const View *out = viewer->out;
    for (int32_t i = 0; i < out->choices_count; i++) {
        if (!out->choices[i].answered) return SAY_EXPECT_CHOICE;
    }
    if (out->phase_kind == PHASE_IN_TURN)
        return viewer->state->turn_actor == viewer->me ? SAY_EXPECT_TURN
                                                       : SAY_EXPECT_OTHERS;
    if (!out->may_be_ready || out->ready) return SAY_EXPECT_OTHERS;
    if (out->phase_kind == PHASE_MEETING) return meeting_expects(viewer);
    switch ((PhaseDoes)out->phase_does) {
    case DOES_NEWS: return SAY_EXPECT_NEWS;
    case DOES_BACKSTAGE: return SAY_EXPECT_BACKSTAGE;
    case DOES_RESOLUTION:
        return viewer->state->sub == SUB_HEARING ? SAY_EXPECT_HEARING : SAY_EXPECT_RESULT;
    case DOES_REFLECT: return SAY_EXPECT_REFLECT;
    case DOES_ACTION:
    case DOES_NOTHING: return SAY_EXPECT_ACTION;
    }
    return SAY_EXPECT_OTHERS;
}

static void expected(Viewer *viewer) {
    View *out = viewer->out;
    SayId id = SAY_EXPECT_OTHERS;
    if (out->paused)
        id = SAY_PAUSED;
    else if (out->status == STATUS_BRIEF && !out->ready)
        id = SAY_EXPECT_BRIEF;
    else if (out->status == STATUS_RUNNING)
        id = running_expects(viewer);
    else if (out->status >= STATUS_DEBRIEF)
        id = SAY_EXPECT_END;
    int32_t n = out->phase_kind == PHASE_MEETING ? out->voice : out->time;
    if (id == SAY_EXPECT_TURN) n = viewer->state->turn_moves;
    out->expected = say_sentence(&viewer->say, id, (SayWith){.n = n});
}

// Tokens that the acts on my list will take.
static int32_t voice_planned(const Viewer *viewer) {
    int32_t sum = 0;
    for (int32_t i = 0; i < viewer->state->plan_count[viewer->me]; i++) {
        const Act *act = &viewer->state->plan[viewer->me][i];
        const Move *move = &viewer->def->moves[act->move];
        if (move->kind == MOVE_POINT) sum += act->bid ? act->bid : move->voice;
    }
    return sum;
}

static void steps(Viewer *viewer) {
    View *out = viewer->out;
    const State *state = viewer->state;
    const char **names = view_array(viewer, viewer->def->phases_count, sizeof *names);
    for (int32_t i = 0; i < viewer->def->phases_count; i++)
        names[i] = phase_name(viewer, i);
    out->phase_names = names;
    out->phases_count = viewer->def->phases_count;
    out->phase_name = status_name(viewer);
    static const SayId subs[] = {SAY_NONE, SAY_ROLES, SAY_SPEECH, SAY_RECORD};
    bool meets = out->phase_kind == PHASE_MEETING && state->sub > 0
                 && state->sub < ARRAY_COUNT(subs);
    out->sub_name = meets ? say_word(&viewer->say, subs[state->sub]) : "";
    out->done = (int16_t)__builtin_popcount(state->done & state->waiting);
    out->of = (int16_t)__builtin_popcount(state->waiting);
    bool my_turn = out->phase_kind == PHASE_IN_TURN && state->turn_actor == viewer->me;
    out->may_be_ready = ((state->waiting >> viewer->me) & 1) || my_turn;
    out->ready = (state->done >> viewer->me) & 1;
    out->time = (int16_t)gate_hours_left(viewer->def, state, viewer->me);
    out->voice = (int16_t)(state_at(viewer->def, state, TRACK_VOICE, viewer->me, 0) / 10
                           - voice_planned(viewer));
}

static void role_card(Viewer *viewer) {
    const Actor *actor = &viewer->def->actors[viewer->me];
    View *out = viewer->out;
    out->brief = say_text(&viewer->say, actor->brief);
    out->private_brief = say_text(&viewer->say, actor->private_brief);
    out->mandate = say_text(&viewer->say, actor->mandate.text);
    out->hidden = say_text(&viewer->say, actor->hidden.text);
    const char **lines = view_array(viewer, actor->red_lines_count, sizeof *lines);
    for (int32_t i = 0; i < actor->red_lines_count; i++) {
        SayWith with = {.text = say_text(&viewer->say, actor->red_lines[i].text)};
        bool warns = viewer->state->status == STATUS_RUNNING
                     && red_line_warns(viewer->def, viewer->state, viewer->me, i);
        lines[i] = warns ? say_sentence(&viewer->say, SAY_RED_LINE_WARNS, with) : with.text;
    }
    out->red_lines = lines;
    out->red_lines_count = actor->red_lines_count;
}

const char *view_closed(const Viewer *viewer, Command command) {
    command.actor = viewer->me;
    command.at_phase = NONE;
    Verdict verdict = gate_check(viewer->def, viewer->state, &command);
    return verdict.code == VERDICT_OK ? "" : say_verdict(&viewer->say, verdict);
}

static bool open_to_me(const Viewer *viewer, CommandKind kind, int16_t a) {
    Command command = {
            .kind = (uint8_t)kind, .actor = viewer->me, .at_phase = NONE, .a = a, .b = 0};
    return gate_check(viewer->def, viewer->state, &command).code == VERDICT_OK;
}

// Which way a decider of mine leans for the text on the table: what it costs to vote otherwise hangs on it.
static int16_t hint_of(const Viewer *viewer, uint8_t decider) {
    uint8_t text[CLAUSES_MAX];
    support_text(viewer->def, viewer->state, viewer->def->deciders[decider].arena, text);
    int32_t support = support_of(viewer->def, viewer->state, decider, text);
    return (int16_t)(support >= 0 ? 1 : (support < ABSTAINS_FROM ? -1 : 0));
}

// The first decider of mine that may vote; those whose vote was not said yet go first.
static void vote(Viewer *viewer) {
    View *out = viewer->out;
    out->vote_decider = -1;
    for (uint8_t i = 0; i < def_count(viewer->def, KIND_DECIDER); i++) {
        bool mine = viewer->def->deciders[i].owner == viewer->me;
        if (!mine || !open_to_me(viewer, COMMAND_VOTE, i)) continue;
        bool said = viewer->state->own_vote[i] != 2;
        if (out->vote_decider < 0) out->vote_decider = i;
        if (said) continue;
        out->vote_decider = i;
        break;
    }
    if (out->vote_decider >= 0)
        out->vote_hint = hint_of(viewer, (uint8_t)out->vote_decider);
}

static void taps(Viewer *viewer) {
    View *out = viewer->out;
    out->may_expect = open_to_me(viewer, COMMAND_EXPECT, 0);
    out->may_reflect = open_to_me(viewer, COMMAND_REFLECT, NONE);
    out->may_credit = open_to_me(viewer, COMMAND_CREDIT, 0);
    vote(viewer);
}

void view_build(
        const Session *session, uint8_t actor, const Language *language, View *out) {
    region_clear(&out->region);
    *out = (View){0};
    Viewer viewer = {
            .session = session,
            .def = session->def,
            .state = &session->state,
            .me = actor,
            .say = {session->def, *language, &out->region},
            .out = out
    };
    header(&viewer);
    steps(&viewer);
    role_card(&viewer);
    view_table(&viewer);
    view_issue(&viewer);
    view_meeting(&viewer);
    view_choice(&viewer);
    view_pacts(&viewer);
    view_coalitions(&viewer);
    view_groups(&viewer);
    view_builder(&viewer);
    view_press(&viewer);
    view_building(&viewer);
    view_moves(&viewer);
    view_news(&viewer);
    view_ending(&viewer);
    view_epilogue(&viewer);
    view_decision(&viewer);
    taps(&viewer);
    expected(&viewer);
}

void view_free(View *view) {
    region_clear(&view->region);
    *view = (View){0};
}

// session/view.c — one seat's view, section by section. Never: sends what is not listed.
#include "session/view.h"
#include "base/defect.h"
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
    bool named = view_wants_names(viewer);
    out->title = named ? say_text(&viewer->say, def->title_text) : "";
    out->opening = named ? say_text(&viewer->say, def->opening) : "";
    out->goal = named ? say_text(&viewer->say, def->goal) : "";
    out->lang = viewer->say.language.code;
    out->right_to_left = viewer->say.language.right_to_left;
    out->numbers_exact = def->numbers_exact;
    out->status = state->status;
    out->round = state->round;
    out->rounds = def->rounds;
    out->phase = state->phase;
    out->sub = state->sub;
    out->paused = state->paused;
    out->clock = view_step_clock(viewer);
    out->first_round = state->round <= 1;
    out->me = view_is_seat(viewer) ? viewer->me : NONE;
    out->who = view_is_seat(viewer) ? 0 : viewer->me;
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
    else if (viewer->state->steer.closing & CLOSING_ALL_IN)
        id = SAY_EXPECT_ALL_IN;
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

static const char *state_id(Status status) {
    static const char *const ids[] = {"lobby", "brief", "running", "debrief", "closed"};
    return ids[core_min((int32_t)status, (int32_t)ARRAY_COUNT(ids) - 1)];
}

// "r2.meeting.speech": what a late tap is compared with (wire/action_read.c reads it).
static const char *step_id(const Viewer *viewer) {
    static const char *const subs[] = {"", "roles", "speech", "record"};
    const State *state = viewer->state;
    Region *region = &viewer->out->region;
    if (state->status != STATUS_RUNNING) return state_id((Status)state->status);
    const char *phase = def_text(viewer->def, viewer->def->phases[state->phase].names.id);
    bool meets = viewer->out->phase_kind == PHASE_MEETING;
    if (state->sub == 0) return region_format(region, "r%d.%s", state->round, phase);
    if (meets && state->sub < ARRAY_COUNT(subs))
        return region_format(region, "r%d.%s.%s", state->round, phase, subs[state->sub]);
    return region_format(region, "r%d.%s.%d", state->round, phase, state->sub);
}

static void phases(Viewer *viewer) {
    int32_t count = viewer->def->phases_count;
    const char **names = view_array(viewer, count, sizeof *names);
    const char **ids = view_array(viewer, count, sizeof *ids);
    for (int32_t i = 0; i < count; i++) {
        names[i] = phase_name(viewer, i);
        ids[i] = def_text(viewer->def, viewer->def->phases[i].names.id);
    }
    viewer->out->phase_names = names;
    viewer->out->phase_ids = ids;
    viewer->out->phases_count = count;
}

static void bands(Viewer *viewer) {
    static const char *const kinds[] = {
            "plain", "legitimacy", "cohesion", "stance", "heat", "trust", "civic"};
    int32_t count = (int32_t)ARRAY_COUNT(kinds);
    ViewBands *list = view_array(viewer, count, sizeof *list);
    for (int32_t i = 0; i < count; i++) {
        list[i].kind = kinds[i];
        for (int32_t band = 1; band <= 5; band++)
            list[i].words[band - 1] = say_band(&viewer->say, kinds[i], band);
    }
    viewer->out->bands = list;
    viewer->out->bands_count = count;
}

// Names of things that stand in no list of the table.
static void names(Viewer *viewer) {
    ViewNames *list = view_array(viewer, KIND_COUNT, sizeof *list);
    int32_t count = 0;
    static const uint8_t kinds[] = {KIND_RESOURCE, KIND_AUDIENCE, KIND_ISSUE};
    for (size_t k = 0; k < ARRAY_COUNT(kinds); k++) {
        uint8_t kind = kinds[k];
        int32_t things = def_count(viewer->def, (Kind)kind);
        const char **texts = view_array(viewer, things, sizeof *texts);
        for (int32_t i = 0; i < things; i++)
            texts[i] = say_thing(&viewer->say, (Thing){kind, (uint8_t)i});
        list[count++] = (ViewNames){kind, texts, things};
    }
    viewer->out->names = list;
    viewer->out->names_count = count;
}

static void steps(Viewer *viewer) {
    View *out = viewer->out;
    const State *state = viewer->state;
    out->state = state_id((Status)state->status);
    bool told = view_wants(viewer, 1 << SECTION_NOW | VIEW_IN_FULL);
    out->at = told ? step_id(viewer) : "";
    out->phase_name = told ? status_name(viewer) : "";
    static const SayId subs[] = {SAY_NONE, SAY_ROLES, SAY_SPEECH, SAY_RECORD};
    bool meets = out->phase_kind == PHASE_MEETING && state->sub > 0
                 && state->sub < ARRAY_COUNT(subs);
    out->sub_name = meets ? say_word(&viewer->say, subs[state->sub]) : "";
    out->done = (int16_t)__builtin_popcount(state->done & state->waiting);
    out->of = (int16_t)__builtin_popcount(state->waiting);
    out->expected = "";
    if (DEFECT(DEFECT_LEAK)) out->done = (int16_t)(out->done + state->plan_count[0]);
    if (!view_is_seat(viewer)) return;
    bool my_turn = out->phase_kind == PHASE_IN_TURN && state->turn_actor == viewer->me;
    out->may_be_ready = view_in(viewer, state->waiting) || my_turn;
    out->ready = view_in(viewer, state->done);
    out->time = (int16_t)gate_hours_left(viewer->def, state, viewer->me);
    out->voice = (int16_t)(state_at(viewer->def, state, TRACK_VOICE, viewer->me, 0) / 10
                           - voice_planned(viewer));
}

static void red_lines(Viewer *viewer, const Actor *actor) {
    View *out = viewer->out;
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

static void role_card(Viewer *viewer) {
    View *out = viewer->out;
    out->brief = out->private_brief = out->mandate = out->hidden = "";
    if (!view_is_seat(viewer)) return;
    const Actor *actor = &viewer->def->actors[viewer->me];
    out->brief = say_text(&viewer->say, actor->brief);
    out->private_brief = say_text(&viewer->say, actor->private_brief);
    out->mandate = say_text(&viewer->say, actor->mandate.text);
    out->hidden = say_text(&viewer->say, actor->hidden.text);
    red_lines(viewer, actor);
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

// What waits for an answer of this seat; it looks at the meeting and at open choices.
static void asked(Viewer *viewer) {
    view_choice(viewer);
    taps(viewer);
    view_credit(viewer);
    expected(viewer);
}

enum {
    OF_TABLE = 1 << SECTION_WORDS | 1 << SECTION_TABLE,
    OF_ROLE = 1 << SECTION_BRIEF | 1 << SECTION_ME,
    OF_CARDS = 1 << SECTION_WORDS | 1 << SECTION_CARDS,
    OF_MEETING = 1 << SECTION_MEET | 1 << SECTION_ASKED,
    OF_COALITIONS = 1 << SECTION_TABLE | 1 << SECTION_BACK | 1 << SECTION_OFFER,
    OF_DEALS = 1 << SECTION_BACK | 1 << SECTION_OFFER,
};

// What everybody may look at, each as far as it may.
static void shared(Viewer *viewer) {
    if (view_wants(viewer, 1 << SECTION_WORDS)) {
        phases(viewer);
        bands(viewer);
        names(viewer);
        view_group_words(viewer);
    }
    if (view_wants(viewer, OF_TABLE)) {
        view_table(viewer);
        view_issue(viewer);
    } else if (view_wants(viewer, VIEW_NUMBERS)) {
        view_world(viewer);
    }
    if (view_wants(viewer, OF_COALITIONS)) view_coalitions(viewer);
    if (view_wants(viewer, OF_CARDS)) view_decision(viewer);
    if (view_wants(viewer, 1 << SECTION_CARDS)) view_press(viewer);
    if (view_wants(viewer, OF_MEETING)) view_meeting(viewer);
    if (view_wants(viewer, 1 << SECTION_NEWS)) view_news(viewer);
    if (!view_wants(viewer, 1 << SECTION_END)) return;
    view_ending(viewer);
    view_epilogue(viewer);
    view_reasons(viewer);
    view_influence(viewer);
}

// What only who plays has.
static void own(Viewer *viewer) {
    if (!view_is_seat(viewer)) return;
    if (view_wants(viewer, OF_ROLE)) {
        role_card(viewer);
        view_mine(viewer);
    }
    if (view_wants(viewer, 1 << SECTION_ASKED)) asked(viewer);
    if (view_wants(viewer, 1 << SECTION_BACK)) {
        view_pacts(viewer);
        view_building(viewer);
    }
    if (view_wants(viewer, OF_DEALS)) view_groups(viewer);
    if (view_wants(viewer, 1 << SECTION_OFFER)) {
        view_builder(viewer);
        view_templates(viewer);
    }
    if (view_wants(viewer, 1 << SECTION_BRIEF)) view_helplines(viewer);
    if (view_wants(viewer, 1 << SECTION_MINE)) view_plan(viewer);
    if (view_wants(viewer, 1 << SECTION_VERBS)) view_moves(viewer);
    if (view_wants(viewer, 1 << SECTION_BOOK | 1 << SECTION_PRICES)) view_book(viewer);
}

void view_build_some(const Session *session, uint8_t actor, const Language *language,
        uint32_t sections, View *out) {
    region_clear(&out->region);
    *out = (View){0};
    Viewer viewer = {
            .session = session,
            .def = session->def,
            .state = &session->state,
            .me = actor,
            .say = {session->def, *language, &out->region},
            .out = out,
            .parts = sections,
            .round_start = view_round_start(session)
    };
    out->vote_decider = -1;
    header(&viewer);
    steps(&viewer);
    shared(&viewer);
    own(&viewer);
}

void view_build(
        const Session *session, uint8_t actor, const Language *language, View *out) {
    view_build_some(session, actor, language, UINT32_MAX, out);
}

void view_free(View *view) {
    region_clear(&view->region);
    *view = (View){0};
}

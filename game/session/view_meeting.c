// session/view_meeting.c — the meeting going on and its minutes. Never: sealed words of others.
#include "rules/gate.h"
#include "rules/role.h"
#include "session/own_words.h"
#include "session/view_parts.h"

static const char *said_text(const Viewer *viewer, const Utterance *u) {
    SayWith with = {.who = say_actor(&viewer->say, u->voiced_by)};
    if (u->kind == UTTER_FRAME) {
        with.target = say_thing(&viewer->say, (Thing){KIND_FRAME, u->target});
        return say_sentence(&viewer->say, SAY_SAID_FRAME, with);
    }
    with.target = say_thing(&viewer->say, (Thing){KIND_CLAUSE, u->target});
    return say_sentence(&viewer->say, u->direction < 0 ? SAY_SAID_DOWN : SAY_SAID_UP, with);
}

// The engine's sentence, and the person's own words behind it.
static const char *said_words(const Viewer *viewer, const Utterance *u) {
    const char *own = own_words_text(viewer->session, u->words),
               *text = said_text(viewer, u);
    return *own ? region_format(&viewer->out->region, "%s — %s", text, own) : text;
}

// A sharpened line shows the strength it was spoken with; only its taker knows better.
static uint8_t shown_strength(const Viewer *viewer, const Utterance *u) {
    bool knows = u->taker == viewer->me || viewer->state->status >= STATUS_DEBRIEF;
    return !knows && u->slanted && u->strength ? (uint8_t)(u->strength - 1) : u->strength;
}

// A line of this arena that somebody else wrote, while minutes can be questioned.
static bool may_question(const Viewer *viewer, const Utterance *u) {
    const ViewMeeting *meeting = &viewer->out->meeting;
    return u->state == UTTERANCE_LIVE && meeting->open && meeting->present
           && u->arena == meeting->arena_index && u->taker != viewer->me
           && viewer->state->sub == MEET_ROLES;
}

// The room hears who speaks; whose words they were is known to the two, and to all in the debrief.
static uint8_t heard_author(const Viewer *viewer, const Utterance *u) {
    bool knows = u->author == viewer->me || u->voiced_by == viewer->me
                 || viewer->state->status >= STATUS_DEBRIEF;
    return knows ? u->author : u->voiced_by;
}

static bool may_sum_up(const Viewer *viewer, int32_t slot) {
    if (!view_is_seat(viewer)) return false;
    Command command = {.kind = COMMAND_SUM_UP,
            .actor = viewer->me,
            .at_phase = NONE,
            .a = (int16_t)slot};
    return gate_check(viewer->def, viewer->state, &command).code == VERDICT_OK;
}

static ViewSaid said(const Viewer *viewer, int32_t slot) {
    const Utterance *u = &viewer->state->utterance[slot];
    uint8_t author = heard_author(viewer, u);
    return (ViewSaid){.text = said_words(viewer, u),
            .slot = (uint8_t)slot,
            .author = author,
            .voiced = author != u->voiced_by,
            .may_sum_up = may_sum_up(viewer, slot),
            .may_question = may_question(viewer, u),
            .kind = u->kind,
            .target = u->target,
            .strength = shown_strength(viewer, u),
            .direction = u->direction,
            .recorded = u->state == UTTERANCE_LIVE,
            .mine = u->author == viewer->me};
}

// Minutes reach the members of the arena and of every arena it feeds.
bool view_reads_minutes(const Viewer *viewer, uint8_t arena) {
    if (!view_is_seat(viewer) && viewer->state->status < STATUS_DEBRIEF)
        return viewer->state->rules_of[arena].open;
    return viewer->state->status >= STATUS_DEBRIEF
           || role_reads_minutes(viewer->def, viewer->state, viewer->me, arena);
}

const char *view_line_text(const Viewer *viewer, uint8_t slot) {
    const Utterance *u = &viewer->state->utterance[slot % UTTERANCES_MAX];
    bool read = u->state == UTTERANCE_LIVE && view_reads_minutes(viewer, u->arena);
    SayWith with = {.text = read ? said_words(viewer, u) : ""};
    return read ? say_sentence(&viewer->say, SAY_LINE_OF, with) : "";
}

static void lines(Viewer *viewer, ViewMeeting *meeting) {
    ViewSaid *spoken = view_array(viewer, UTTERANCES_MAX, sizeof *spoken);
    ViewSaid *minuted = view_array(viewer, UTTERANCES_MAX, sizeof *minuted);
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &viewer->state->utterance[i];
        bool here = meeting->open && meeting->present && u->arena == meeting->arena_index;
        if (u->state == UTTERANCE_SPOKEN && here)
            spoken[meeting->said_count++] = said(viewer, i);
        if (u->state == UTTERANCE_LIVE && view_reads_minutes(viewer, u->arena))
            minuted[meeting->minutes_count++] = said(viewer, i);
    }
    meeting->said = spoken;
    meeting->minutes = minuted;
}

static void questions(Viewer *viewer, ViewMeeting *meeting) {
    ViewAsked *list =
            view_array(viewer, (int32_t)ARRAY_COUNT(viewer->state->question), sizeof *list);
    for (size_t i = 0; i < ARRAY_COUNT(viewer->state->question); i++) {
        const OpenQuestion *question = &viewer->state->question[i];
        if (!question->open || question->to != viewer->me) continue;
        SayWith with = {.who = say_actor(&viewer->say, question->from)};
        list[meeting->asked_count++] =
                (ViewAsked){question->from, say_sentence(&viewer->say, SAY_QUESTION, with)};
    }
    meeting->asked = list;
}

static void agenda(Viewer *viewer, ViewMeeting *meeting) {
    uint8_t *list = view_array(viewer, AGENDA_MAX, sizeof *list);
    for (int32_t i = 0; i < viewer->state->agenda_count; i++)
        list[i] = viewer->state->agenda[i];
    meeting->agenda = list;
    meeting->agenda_count = viewer->state->agenda_count;
    meeting->agenda_open = viewer->state->agenda_open;
}

static void open_meeting(Viewer *viewer, ViewMeeting *meeting) {
    const State *state = viewer->state;
    uint8_t arena = state->meetings[state->meeting & 3];
    bool going_on = viewer->out->phase_kind == PHASE_MEETING
                    && viewer->out->status == STATUS_RUNNING && arena != NONE;
    meeting->chair = meeting->taker = meeting->arena = "";
    if (!going_on) return;
    meeting->open = true;
    meeting->arena = say_thing(&viewer->say, (Thing){KIND_ARENA, arena});
    meeting->arena_index = arena;
    meeting->sub = state->sub;
    meeting->present = view_in(viewer, state->present);
    meeting->i_am_taker = state->taker == viewer->me;
    meeting->may_slant = meeting->i_am_taker && state->taker_won;
    meeting->chair = say_actor(&viewer->say, state->chair_now);
    meeting->taker = say_actor(&viewer->say, state->taker);
    meeting->voice = viewer->out->voice;
    meeting->record_lines = (uint8_t)viewer->def->coef[COEF_RECORD_LINES];
    agenda(viewer, meeting);
    questions(viewer, meeting);
}

void view_meeting(Viewer *viewer) {
    ViewMeeting *meeting = &viewer->out->meeting;
    open_meeting(viewer, meeting);
    lines(viewer, meeting);
    view_roles(viewer);
}

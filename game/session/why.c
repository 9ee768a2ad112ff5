// session/why.c — "why?": the ledger lines of one number in plain words, newest first. Never: names a hidden author.
#include "session/view_parts.h"

enum { LINES_MAX = 60 };

static const char *authors_of(const Viewer *viewer, const Event *event) {
    uint16_t mask = 0;
    for (int32_t i = 0; i < event->authors_count; i++) {
        uint8_t actor = event->authors[i].actor, behind = event->authors[i].behind;
        // Whose words a partner voiced is known to the two until the debrief.
        bool hidden = behind && actor != viewer->me && behind - 1 != viewer->me
                      && viewer->state->status < STATUS_DEBRIEF;
        if (hidden) actor = (uint8_t)(behind - 1);
        if (actor < ACTORS_MAX) mask |= (uint16_t)(1u << actor);
    }
    return say_actors(&viewer->say, mask);
}

static SayId engine_cause(uint16_t id) {
    static const SayId ids[ENGINE_CAUSE_COUNT] = {
            [ENGINE_REFILL] = SAY_WHY_REFILL,
            [ENGINE_INCOME] = SAY_WHY_INCOME,
            [ENGINE_FADE] = SAY_WHY_FADE,
            [ENGINE_PAYMENT] = SAY_WHY_PAYMENT,
            [ENGINE_REST] = SAY_WHY_REST,
            [ENGINE_LEFT] = SAY_WHY_LEFT,
            [ENGINE_WORDING] = SAY_WHY_WORDING,
            [ENGINE_ADOPTION] = SAY_WHY_ADOPTION,
            [ENGINE_RESISTED] = SAY_WHY_RESISTED,
            [ENGINE_COHESION] = SAY_WHY_COHESION,
            [ENGINE_RED_LINE] = SAY_WHY_RED_LINE,
            [ENGINE_EXPECTED] = SAY_WHY_EXPECTED,
            [ENGINE_CREDIT] = SAY_WHY_CREDIT,
            [ENGINE_RATING] = SAY_WHY_RATING,
            [ENGINE_OWN_VOTE] = SAY_WHY_OWN_VOTE,
            [ENGINE_START] = SAY_WHY_START,
            [ENGINE_ANSWER] = SAY_WHY_ANSWER,
            [ENGINE_MOTION] = SAY_WHY_MOTION,
            [ENGINE_CHAMPION] = SAY_WHY_CHAMPION,
            [ENGINE_SUIT] = SAY_WHY_SUIT,
            [ENGINE_OFFER] = SAY_WHY_OFFER,
            [ENGINE_RETURNED] = SAY_WHY_RETURNED,
            [ENGINE_EMBEDDED] = SAY_WHY_EMBEDDED,
    };
    return id < ENGINE_CAUSE_COUNT && ids[id] ? ids[id] : SAY_WHY_OTHER;
}

static const char *named_text(const Viewer *viewer, const Names *names, TextId text) {
    if (names->name) return say_text(&viewer->say, names->name);
    return text ? say_text(&viewer->say, text) : def_text(viewer->def, names->id);
}

static const char *cause_text(const Viewer *viewer, const Event *event) {
    const Def *def = viewer->def;
    const Cause *cause = &event->cause;
    SayWith with = {.who = authors_of(viewer, event)};
    switch ((CauseKind)cause->kind) {
    case CAUSE_MOVE:
        with.who = say_actor(&viewer->say, cause->actor);
        with.what = say_move(&viewer->say, (uint8_t)cause->id);
        return say_sentence(&viewer->say, SAY_WHY_ACT, with);
    case CAUSE_ECHO: return say_sentence(&viewer->say, SAY_WHY_ECHO, with);
    case CAUSE_PLAYBACK: return say_sentence(&viewer->say, SAY_WHY_PLAYBACK, with);
    case CAUSE_HAPPENING:
        return named_text(viewer, &def->happenings[cause->id % HAPPENINGS_MAX].names, 0);
    case CAUSE_CHOICE:
        return say_text(&viewer->say, def->choices[cause->id % CHOICES_MAX].text);
    case CAUSE_RULE:
        return named_text(
                viewer, &def->rules[cause->id % (RULES_MAX + FUNCTIONS_MAX)].names, 0);
    case CAUSE_ENGINE: return say_sentence(&viewer->say, engine_cause(cause->id), with);
    case CAUSE_DECISION:
        with.what = say_thing(&viewer->say, (Thing){KIND_ARENA, (uint8_t)cause->id});
        return say_sentence(&viewer->say, SAY_WHY_DECISION, with);
    case CAUSE_DEAL: return say_word(&viewer->say, SAY_WHY_DEAL);
    case CAUSE_COALITION: return say_word(&viewer->say, SAY_WHY_COALITION);
    case CAUSE_WINDOW:
        return named_text(viewer, &def->windows[cause->id % WINDOWS_MAX].names,
                def->windows[cause->id % WINDOWS_MAX].text);
    case CAUSE_SHOCK:
        return named_text(viewer, &def->shocks[cause->id % SHOCKS_MAX].names, 0);
    case CAUSE_OPTION:
        with.what = say_text(&viewer->say, def->options[cause->id % SPENDINGS_MAX].text);
        return say_sentence(&viewer->say, SAY_WHY_FUNDED, with);
    case CAUSE_FACILITATOR: return say_word(&viewer->say, SAY_WHY_FACILITATOR);
    case CAUSE_NONE: break;
    }
    return say_word(&viewer->say, SAY_WHY_OTHER);
}

static bool line_visible(const Viewer *viewer, const Event *event) {
    if (event->cause.actor == viewer->me) return true;
    return view_event_visible(viewer, event);
}

int32_t view_why(const Session *session, uint8_t actor, const Language *language,
        uint16_t cell, Region *region, const ViewWhy **lines) {
    View view = {0};
    Viewer viewer = {
            .session = session,
            .def = session->def,
            .state = &session->state,
            .me = actor,
            .say = {session->def, *language, region},
            .out = &view
    };
    ViewWhy *list = region_take(region, sizeof *list * LINES_MAX);
    int32_t count = 0, hidden = -1, track, row, column;
    bool exact = false;
    *lines = list;
    if (cell >= session->def->cells_count) return 0;
    def_cell_place(session->def, cell, &track, &row, &column);
    if (!view_may_read(&viewer, track, row, column, &exact)) return 0;
    for (int32_t i = session->ledger.count - 1; i >= 0 && count < LINES_MAX; i--) {
        const Event *event = &session->ledger.items[i];
        if (event->kind != EVENT_DELTA || event->cell != cell || event->applied == 0)
            continue;
        bool seen = line_visible(&viewer, event);
        // Where the number is a band, a line without a name would tell that something secret was done.
        if (!seen && !exact) continue;
        if (!seen && hidden >= 0 && list[hidden].round == event->round) {
            list[hidden].tenths += event->applied;
            continue;
        }
        if (!seen) hidden = count;
        const char *text =
                seen ? cause_text(&viewer, event) : say_word(&viewer.say, SAY_WHY_OTHER);
        list[count++] =
                (ViewWhy){.text = text, .tenths = event->applied, .round = event->round};
    }
    for (int32_t i = 0; i < count; i++) {
        SayWith with = {.text = list[i].text};
        bool gain = list[i].tenths > 0;
        const char *size =
                exact ? say_signed(&viewer.say, list[i].tenths) : (gain ? "+" : "−");
        if (!exact) list[i].tenths = gain ? 1 : -1;
        list[i].text = region_format(region, "%s  %s", size, with.text);
    }
    return count;
}

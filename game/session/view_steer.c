// session/view_steer.c — what the facilitator did, as sentences, and the clock of the step. Never: who gave a reason in private.
#include "session/own_words.h"
#include "session/timeline.h"
#include "session/view_parts.h"

static const char *named(const Viewer *viewer, SayId id, uint8_t actor) {
    return say_sentence(&viewer->say, id, (SayWith){.who = say_actor(&viewer->say, actor)});
}

static const char *adjusted(const Viewer *viewer, const Event *event) {
    int32_t track, row, column;
    bool exact = false;
    if (event->a < 0 || event->a >= viewer->def->cells_count) return "";
    def_cell_place(viewer->def, (uint16_t)event->a, &track, &row, &column);
    if (!view_may_read(viewer, track, row, column, &exact)) return "";
    SayWith with = {.number = say_track(&viewer->say, track, row, column),
            .what = exact ? say_signed(&viewer->say, 10 * event->b)
                          : (event->b > 0 ? "+" : "−"),
            .words = own_words_text(viewer->session, (uint16_t)event->d)};
    return say_sentence(&viewer->say, SAY_NEWS_ADJUSTED, with);
}

// The case has its own words for an actor that leaves.
static const char *retired(const Viewer *viewer, uint8_t actor) {
    const char *story = say_text(&viewer->say, viewer->def->actors[actor].exit);
    return *story ? story : named(viewer, SAY_NEWS_RETIRED, actor);
}

static const char *stands_in(const Viewer *viewer, const Event *event) {
    if (event->a == STAND_IN_ON) return named(viewer, SAY_NEWS_STANDS_IN, event->actor);
    return event->a == STAND_IN_OFF ? named(viewer, SAY_NEWS_CAME_BACK, event->actor) : "";
}

static const char *sent_for(const Viewer *viewer, const Event *event) {
    SayWith with = {.who = say_actor(&viewer->say, event->actor),
            .words = own_words_text(viewer->session, (uint16_t)event->d)};
    return say_sentence(&viewer->say, SAY_NEWS_SENT_FOR, with);
}

const char *view_steer_text(const Viewer *viewer, const Event *event) {
    SayWith with = {.n = event->a};
    switch ((int)event->kind) {
    case EVENT_REWOUND: return say_word(&viewer->say, SAY_NEWS_REWOUND);
    case EVENT_SKIPPED:
        return say_word(&viewer->say,
                event->a == 1 ? SAY_NEWS_SKIPPED_ROUND : SAY_NEWS_SKIPPED_PHASE);
    case EVENT_ENDED: return say_sentence(&viewer->say, SAY_NEWS_ENDED_EARLY, with);
    case EVENT_SLOWEST:
        with.who = say_actors(&viewer->say, (uint16_t)event->a);
        return say_sentence(&viewer->say, SAY_NEWS_NOT_WAITED, with);
    case EVENT_ADJUSTED: return adjusted(viewer, event);
    case EVENT_RETIRED: return retired(viewer, event->actor);
    case EVENT_STAND_IN: return stands_in(viewer, event);
    case EVENT_ACTED_FOR: return sent_for(viewer, event);
    case EVENT_OBJECTED_AWAY: return named(viewer, SAY_NEWS_OBJECTED, event->actor);
    default: return NULL;
    }
}

// A seat sees when its own time is over; the board and others only that the step closes.
ViewClock view_step_clock(const Viewer *viewer) {
    const State *state = viewer->state;
    const Session *session = viewer->session;
    const Steer *steer = &state->steer;
    bool runs = state->status == STATUS_BRIEF || state->status == STATUS_RUNNING;
    bool all_in = steer->closing & CLOSING_ALL_IN;
    if (!runs || (steer->base_ms == 0 && !all_in)) return (ViewClock){0};
    uint32_t ends =
            view_is_seat(viewer) ? steer_own_end(steer, viewer->me) : steer->base_ms;
    if (all_in) ends = steer->ends_ms;
    ViewClock clock = {.on = true,
            .closing = steer->closing != 0,
            .frozen = state->paused != PAUSED_NOT};
    int64_t left = (int64_t)ends - (int64_t)session->game_base_ms;
    clock.left_ms = left > 0 ? left : 0;
    clock.ends_ms = session->real_base_ms + left;
    return clock;
}

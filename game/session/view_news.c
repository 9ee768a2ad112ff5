// session/view_news.c — what happened, as sentences, and the causes of a number. Never: an event its viewer may not know of.
#include "session/own_words.h"
#include "session/view_parts.h"

enum { NEWS_MAX = 120 };

static bool published(const Viewer *viewer, const Event *event) {
    const EventList *ledger = &viewer->session->ledger;
    for (int32_t i = ledger->count - 1; i >= 0 && ledger->items[i].round >= event->round;
            i--) {
        const Event *other = &ledger->items[i];
        if (other->kind == EVENT_PUBLISHED && other->actor == event->actor
                && other->round == event->round)
            return true;
    }
    return false;
}

bool view_event_visible(const Viewer *viewer, const Event *event) {
    if (viewer->state->status >= STATUS_DEBRIEF) return true;
    uint8_t actor = event->cause.actor != NONE ? event->cause.actor : event->actor;
    if (actor == viewer->me || event->actor == viewer->me) return true;
    if (event->flags & EVENT_SECRET) return false;
    if (!(event->flags & EVENT_QUIET)) return true;
    Thing target = event->cause.target;
    if (target.kind == KIND_DECIDER
            && viewer->def->deciders[target.index].owner == viewer->me)
        return true;
    if (target.kind == KIND_ACTOR && target.index == viewer->me) return true;
    return published(viewer, event);
}

static const char *move_sentence(const Viewer *viewer, const Event *event) {
    const Move *move = &viewer->def->moves[event->act.move];
    SayWith with = {.who = say_actor(&viewer->say, event->actor),
            .what = say_move(&viewer->say, event->act.move),
            .target = say_thing(&viewer->say, event->act.target),
            .words = own_words_text(viewer->session, event->act.words)};
    if (move->say) return say_act(&viewer->say, move->say, &event->act, &with);
    return say_sentence(
            &viewer->say, *with.target ? SAY_NEWS_TARGET_ACT : SAY_NEWS_PLAIN_ACT, with);
}

static const char *level_sentence(const Viewer *viewer, const Event *event, uint8_t *tone) {
    int32_t track, row, column;
    def_cell_place(viewer->def, event->cell, &track, &row, &column);
    bool draft = track == TRACK_DRAFT, law = track == TRACK_LAW;
    if ((!draft && !law) || event->applied == 0) return NULL;
    const Clause *clause = &viewer->def->clauses[row];
    // The level after this event: walk from the present back is not needed, later lines tell later levels.
    int32_t level = viewer->state->cell[event->cell] / 10;
    *tone = law ? 3 : 0;
    SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_CLAUSE, (uint8_t)row}),
            .text = say_text(&viewer->say,
                    clause->levels[core_clamp(level, 0, clause->levels_count - 1)])};
    return say_sentence(&viewer->say, law ? SAY_NEWS_LAW : SAY_NEWS_LEVEL, with);
}

static const char *decision_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    *tone = 3;
    SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_ARENA, (uint8_t)event->a}),
            .n = event->d,
            .m = viewer->state->decision[event->a & 7].total_weight};
    return say_sentence(&viewer->say, event->b ? SAY_NEWS_PASSED : SAY_NEWS_FAILED, with);
}

static const char *vote_sentence(const Viewer *viewer, const Event *event) {
    SayWith with = {
            .what = say_thing(&viewer->say, (Thing){KIND_DECIDER, (uint8_t)event->a})};
    SayId id = event->b > 0 ? SAY_NEWS_VOTE_YES
                            : (event->b < 0 ? SAY_NEWS_VOTE_NO : SAY_NEWS_VOTE_NONE);
    return say_sentence(&viewer->say, id, with);
}

static const char *dropped_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    if (event->actor != viewer->me) return NULL;
    *tone = 4;
    Verdict verdict = {.code = (uint16_t)event->a,
            .need = event->b,
            .have = event->c,
            .cell = UINT16_MAX};
    SayWith with = {.what = view_act_text(viewer, &event->act),
            .text = say_verdict(&viewer->say, verdict)};
    return say_sentence(&viewer->say, SAY_NEWS_DROPPED, with);
}

static const char *promise_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    const Deal *deal = &viewer->state->deal[event->a % DEALS_MAX];
    const Promise *promise = &deal->promises[event->b % PROMISES_MAX];
    bool concerns = deal->is_public || deal->from == viewer->me || deal->to == viewer->me;
    if (!concerns || (event->c != PROMISE_KEPT && event->c != PROMISE_BROKEN)) return NULL;
    *tone = event->c == PROMISE_KEPT ? 1 : 2;
    SayWith with = {.who = say_actor(&viewer->say, promise->by),
            .target = say_actor(
                    &viewer->say, promise->by == deal->from ? deal->to : deal->from)};
    return say_sentence(
            &viewer->say, event->c == PROMISE_KEPT ? SAY_NEWS_KEPT : SAY_NEWS_BROKEN, with);
}

static const char *deal_sentence(const Viewer *viewer, const Event *event) {
    const Deal *deal = &viewer->state->deal[event->a % DEALS_MAX];
    bool concerns = deal->is_public || deal->from == viewer->me || deal->to == viewer->me;
    if (event->c != DEAL_AGREED || !concerns) return NULL;
    SayWith with = {.who = say_actor(&viewer->say, deal->from),
            .target = say_actor(&viewer->say, deal->to)};
    return say_sentence(&viewer->say, SAY_NEWS_DEAL, with);
}

static const char *said_sentence(const Viewer *viewer, const Event *event) {
    if (!(((uint16_t)event->b >> viewer->me) & 1)) return NULL;
    SayWith with = {.who = event->c >= 0 ? say_actor(&viewer->say, (uint8_t)event->c) : "",
            .n = event->d};
    return say_pack(&viewer->say, (TextId)event->a, &with);
}

static const char *chosen_sentence(const Viewer *viewer, const Event *event) {
    const OpenChoice *open = &viewer->state->choice[event->a % OPEN_CHOICES_MAX];
    if (event->cause.kind != CAUSE_CHOICE && !open->open) return NULL;
    TextId text = event->cause.kind == CAUSE_CHOICE
                                  && event->cause.id < viewer->def->choices_count
                          ? viewer->def->choices[event->cause.id].text
                          : 0;
    if (!text) return NULL;
    SayWith with = {.who = say_actor(&viewer->say, event->actor),
            .text = say_text(&viewer->say, text)};
    return say_sentence(&viewer->say,
            event->actor == NONE ? SAY_NEWS_CHOSEN_BY_NONE : SAY_NEWS_CHOSEN, with);
}

static const char *question_sentence(const Viewer *viewer, const Event *event) {
    SayWith with = {.who = say_actor(&viewer->say, event->actor),
            .target = say_thing(&viewer->say, event->cause.target)};
    if (event->a == 0) return say_sentence(&viewer->say, SAY_NEWS_ASKED, with);
    SayWith turned = {.who = with.target, .target = with.who};
    return say_sentence(
            &viewer->say, event->a == 1 ? SAY_NEWS_ANSWERED : SAY_NEWS_DEFLECTED, turned);
}

static const char *recorded_sentence(const Viewer *viewer, const Event *event) {
    const Utterance *u = &viewer->state->utterance[event->a % UTTERANCES_MAX];
    if (u->state == UTTERANCE_FREE) return NULL;
    Thing target = {u->kind == UTTER_FRAME ? KIND_FRAME : KIND_CLAUSE, u->target};
    SayWith inner = {.who = say_actor(&viewer->say, u->author),
            .target = say_thing(&viewer->say, target)};
    SayId id = u->kind == UTTER_FRAME ? SAY_SAID_FRAME
                                      : (u->direction < 0 ? SAY_SAID_DOWN : SAY_SAID_UP);
    SayWith with = {.text = say_sentence(&viewer->say, id, inner)};
    return say_sentence(&viewer->say, SAY_NEWS_MINUTED, with);
}

static const char *structure_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    SayWith with = {.who = say_actor(&viewer->say, event->actor)};
    switch (event->kind) {
    case EVENT_COALITION:
    case EVENT_MEMBERS:
        with.text = say_actors(&viewer->say, (uint16_t)event->b);
        return say_sentence(&viewer->say,
                event->kind == EVENT_COALITION ? SAY_NEWS_FOUNDED : SAY_NEWS_JOINED, with);
    case EVENT_COALITION_END: return say_word(&viewer->say, SAY_NEWS_ENDED);
    case EVENT_ROLE:
        if (event->a < 0 || viewer->def->moves[event->a].records == 0) return NULL;
        return say_sentence(&viewer->say, SAY_NEWS_TAKER, with);
    case EVENT_RED_LINE:
        *tone = 4;
        with.text = say_text(&viewer->say, viewer->def->actors[event->actor % ACTORS_MAX]
                                                   .red_lines[event->a % RED_LINES_MAX]
                                                   .text);
        return say_sentence(&viewer->say, SAY_NEWS_RED_LINE, with);
    case EVENT_RENAMED:
        with.text =
                say_text(&viewer->say, viewer->def->frames[event->b % FRAMES_MAX].title);
        return *with.text ? say_sentence(&viewer->say, SAY_NEWS_RENAMED, with) : NULL;
    case EVENT_CREDIT:
        return event->a == 1 ? say_sentence(&viewer->say, SAY_NEWS_CREDIT, with) : NULL;
    case EVENT_LEARNED:
        with.what = say_thing(&viewer->say, (Thing){KIND_DECIDER, (uint8_t)event->b});
        return event->actor == viewer->me
                       ? say_sentence(&viewer->say, SAY_NEWS_LEARNED, with)
                       : NULL;
    default: return NULL;
    }
}

const char *view_event_text(const Viewer *viewer, const Event *event, uint8_t *tone) {
    *tone = 0;
    switch (event->kind) {
    case EVENT_ACT:
        return viewer->def->moves[event->act.move].kind == MOVE_POINT
                       ? NULL
                       : move_sentence(viewer, event);
    case EVENT_ACT_DROPPED: return dropped_sentence(viewer, event, tone);
    case EVENT_HAPPENED:
        return say_text(
                &viewer->say, viewer->def->happenings[event->a % HAPPENINGS_MAX].text);
    case EVENT_SAID: return said_sentence(viewer, event);
    case EVENT_CHOSEN: return chosen_sentence(viewer, event);
    case EVENT_DELTA: return level_sentence(viewer, event, tone);
    case EVENT_VOTE: return vote_sentence(viewer, event);
    case EVENT_DECISION: return decision_sentence(viewer, event, tone);
    case EVENT_RECORDED: return recorded_sentence(viewer, event);
    case EVENT_QUESTION: return question_sentence(viewer, event);
    case EVENT_DEAL_STATE: return deal_sentence(viewer, event);
    case EVENT_PROMISE_STATE: return promise_sentence(viewer, event, tone);
    case EVENT_WINDOW:
        return event->b ? say_text(
                       &viewer->say, viewer->def->windows[event->a % WINDOWS_MAX].text)
                        : NULL;
    default: return structure_sentence(viewer, event, tone);
    }
}

void view_news(Viewer *viewer) {
    const EventList *ledger = &viewer->session->ledger;
    ViewNews *list = view_array(viewer, NEWS_MAX, sizeof *list);
    int32_t count = 0, first = ledger->count;
    ViewNews *turned = view_array(viewer, NEWS_MAX, sizeof *turned);
    while (first > 0 && count < NEWS_MAX) { // newest back to oldest
        const Event *event = &ledger->items[--first];
        uint8_t tone;
        if (!view_event_visible(viewer, event)) continue;
        const char *text = view_event_text(viewer, event, &tone);
        if (!text || !*text) continue;
        turned[count++] = (ViewNews){.text = text,
                .round = event->round,
                .step = event->phase,
                .actor = event->actor,
                .mine = event->actor == viewer->me,
                .tone = tone,
                .is_new = first >= viewer->session->looked[viewer->me]};
    }
    for (int32_t i = 0; i < count; i++)
        list[i] = turned[count - 1 - i];
    viewer->out->news = list;
    viewer->out->news_count = count;
}

// session/view_news.c — what happened, as sentences, and the causes of a number. Never: an event its viewer may not know of.
#include "rules/budget.h"
#include "rules/watch.h"
#include "session/own_words.h"
#include "session/view_parts.h"
#include <string.h>

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

// The newest event of a kind before this one; with the same slot in `a`, or any.
static const Event *before(
        const Viewer *viewer, const Event *event, EventKind kind, bool same_slot) {
    const Event *first = viewer->session->ledger.items;
    for (const Event *at = event; at-- > first;) {
        if (at->kind == kind && (!same_slot || at->a == event->a)) return at;
    }
    return NULL;
}

// What is said or done in a meeting is for who was there or reads its minutes.
static bool meeting_reached(const Viewer *viewer, const Event *event) {
    const Event *meeting = before(viewer, event, EVENT_MEETING, false);
    if (!meeting || meeting->a < 0 || meeting->a >= def_count(viewer->def, KIND_ARENA))
        return false;
    bool present = view_in(viewer, (uint16_t)meeting->c);
    return present || view_reads_minutes(viewer, (uint8_t)meeting->a);
}

// The deal in a slot at the time of the event: slots are used again.
static const Deal *deal_then(const Viewer *viewer, const Event *event) {
    const Event *offer = before(viewer, event, EVENT_DEAL, true);
    return offer ? &offer->deal : NULL;
}

static bool deal_concerns(const Viewer *viewer, const Deal *deal) {
    return deal->is_public || deal_has(deal, viewer->me);
}

// A number moved by a private deal of others: the number is known, its cause is not.
static bool is_hidden_deal(const Viewer *viewer, const Event *event) {
    if (event->kind != EVENT_DELTA || event->cause.kind != CAUSE_DEAL) return false;
    const Event *first = viewer->session->ledger.items;
    for (const Event *at = event; at-- > first;) {
        if (at->kind == EVENT_DEAL && at->a == (int16_t)event->cause.id)
            return !deal_concerns(viewer, &at->deal);
    }
    return true;
}

// Every party of a private deal sees what becomes of it, not only the one an event names.
static bool is_of_my_deal(const Viewer *viewer, const Event *event) {
    if (event->kind == EVENT_DEAL) return deal_has(&event->deal, viewer->me);
    if (event->kind != EVENT_DEAL_STATE && event->kind != EVENT_PROMISE_STATE
            && event->kind != EVENT_PROMISE_RULED)
        return false;
    const Deal *deal = deal_then(viewer, event);
    return deal && deal_has(deal, viewer->me);
}

bool view_event_visible(const Viewer *viewer, const Event *event) {
    if (viewer->state->status >= STATUS_DEBRIEF) return true;
    uint8_t actor = event->cause.actor != NONE ? event->cause.actor : event->actor;
    if (actor == viewer->me || event->actor == viewer->me) return true;
    if ((event->flags & EVENT_SECRET) || is_hidden_deal(viewer, event)) return false;
    if (!(event->flags & EVENT_QUIET)) return true;
    Thing target = event->cause.target;
    if (target.kind == KIND_DECIDER
            && viewer->def->deciders[target.index].owner == viewer->me)
        return true;
    if (target.kind == KIND_ACTOR && target.index == viewer->me) return true;
    if (is_of_my_deal(viewer, event)) return true;
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

// What the cell held after this event: the present without what came later.
static int32_t value_after(const Viewer *viewer, const Event *event) {
    const EventList *ledger = &viewer->session->ledger;
    int32_t value = viewer->state->cell[event->cell];
    for (const Event *at = ledger->items + ledger->count; --at > event;) {
        if (at->kind == EVENT_DELTA && at->cell == event->cell) value -= at->applied;
    }
    return value;
}

static const char *level_sentence(const Viewer *viewer, const Event *event, uint8_t *tone) {
    int32_t track, row, column;
    def_cell_place(viewer->def, event->cell, &track, &row, &column);
    bool draft = track == TRACK_DRAFT, law = track == TRACK_LAW;
    if ((!draft && !law) || event->applied == 0) return NULL;
    const Clause *clause = &viewer->def->clauses[row];
    int32_t level = value_after(viewer, event) / 10;
    *tone = law ? 3 : 0;
    SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_CLAUSE, (uint8_t)row}),
            .text = say_text(&viewer->say,
                    clause->levels[core_clamp(level, 0, clause->levels_count - 1)])};
    const char *told =
            say_sentence(&viewer->say, law ? SAY_NEWS_LAW : SAY_NEWS_LEVEL, with);
    return law ? view_instead(viewer, event, row, level, told) : told;
}

// A court takes no votes: that a claim is granted is told by the suit.
static const char *amending_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    if (event->b != AMEND_OPEN) return NULL;
    *tone = 4;
    SayWith with = {
            .what = say_thing(&viewer->say, (Thing){KIND_ARENA, (uint8_t)event->a})};
    return say_sentence(&viewer->say, SAY_NEWS_AMENDING, with);
}

static const char *ruled_sentence(const Viewer *viewer, const Event *event, uint8_t *tone) {
    SayWith with = {.who = say_actor(&viewer->say, event->actor),
            .text = own_words_text(viewer->session, (uint16_t)event->d)};
    *tone = event->c ? 1 : 2;
    SayId id = event->c ? SAY_NEWS_RULED_KEPT : SAY_NEWS_RULED_BROKEN;
    const char *said = say_sentence(&viewer->say, id, with);
    return *with.text ? region_format(&viewer->out->region, "%s %s", said, with.text)
                      : said;
}

static const char *funded_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    const DecisionRule *rule = budget_of(viewer->def, viewer->state, (uint8_t)event->a);
    if (!rule || event->d != 1 || event->b >= rule->options_count) return NULL;
    *tone = 3;
    const BudgetOption *option = &viewer->def->options[rule->options_first + event->b];
    SayWith with = {.text = say_text(&viewer->say, option->text), .n = event->c};
    return say_sentence(&viewer->say, SAY_NEWS_FUNDED, with);
}

static const char *decision_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    const Def *def = viewer->def;
    uint8_t rule = def->arenas[event->a & 7].decides;
    bool court = rule < def->decision_rules_count
                 && def->decision_rules[rule].kind == RULE_COURT;
    if (court) return NULL;
    *tone = 3;
    const DecisionRule *budget = budget_of(viewer->def, viewer->state, (uint8_t)event->a);
    if (budget) {
        SayWith spent = {
                .what = say_thing(&viewer->say, (Thing){KIND_ARENA, (uint8_t)event->a}),
                .n = event->d,
                .m = budget->budget};
        return say_sentence(&viewer->say, SAY_NEWS_BUDGET, spent);
    }
    SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_ARENA, (uint8_t)event->a}),
            .n = event->d,
            .m = viewer->state->decision[event->a & 7].total_weight};
    return say_sentence(&viewer->say, event->b ? SAY_NEWS_PASSED : SAY_NEWS_FAILED, with);
}

static const char *vote_sentence(const Viewer *viewer, const Event *event) {
    SayWith with = {
            .what = say_thing(&viewer->say, (Thing){KIND_DECIDER, (uint8_t)event->a})};
    with.text = own_words_text(viewer->session, (uint16_t)event->d);
    if (event->b < 0 && *with.text)
        return say_sentence(&viewer->say, SAY_NEWS_VOTE_REASON, with);
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
    const Deal *deal = deal_then(viewer, event);
    if (!deal || (event->c != PROMISE_KEPT && event->c != PROMISE_BROKEN)) return NULL;
    const Promise *promise = &deal->promises[event->b % PROMISES_MAX];
    // Who watches a clause hears of promises about it that were broken.
    bool watched = event->c == PROMISE_BROKEN && view_is_seat(viewer)
                   && watch_sees(viewer->def, viewer->state, viewer->me, promise);
    if (!watched && !deal_concerns(viewer, deal)) return NULL;
    *tone = event->c == PROMISE_KEPT ? 1 : 2;
    SayWith with = {.who = say_actor(&viewer->say, promise->by),
            .target = say_actors(&viewer->say, deal_others(deal, promise->by))};
    return say_sentence(
            &viewer->say, event->c == PROMISE_KEPT ? SAY_NEWS_KEPT : SAY_NEWS_BROKEN, with);
}

static const char *deal_sentence(const Viewer *viewer, const Event *event) {
    const Deal *deal = deal_then(viewer, event);
    if (event->c != DEAL_AGREED || !deal || !deal_concerns(viewer, deal)) return NULL;
    SayWith with = {.who = say_actor(&viewer->say, deal->party[0]),
            .target = say_actor(&viewer->say, deal->party[1]),
            .text = say_actors(&viewer->say, deal_actors(deal))};
    return say_sentence(
            &viewer->say, deal->parties > 2 ? SAY_NEWS_DEAL_OF_ALL : SAY_NEWS_DEAL, with);
}

static const char *said_sentence(const Viewer *viewer, const Event *event) {
    if (!view_in(viewer, (uint16_t)event->b)) return NULL;
    // The thing a text names is kind * 256 + index (rules/effect_words.h).
    Thing thing = {
            (uint8_t)((uint16_t)event->c >> 8), (uint8_t)((uint16_t)event->c & 0xFF)};
    SayWith with = {.who = event->c >= 0 ? say_thing(&viewer->say, thing)
                                         : say_actor(&viewer->say, event->actor),
            .n = event->d};
    return say_pack(&viewer->say, (TextId)event->a, &with);
}

// Answers stay sealed until the happening closes; one's own is known at once.
static bool choice_is_over(const Viewer *viewer, const Event *event) {
    const EventList *ledger = &viewer->session->ledger;
    for (const Event *at = event; ++at < ledger->items + ledger->count;) {
        if (at->kind == EVENT_CHOICE_END && at->a == event->a) return true;
    }
    return false;
}

static const char *chosen_sentence(const Viewer *viewer, const Event *event) {
    const Event *open = before(viewer, event, EVENT_CHOICE_OPEN, true);
    if (!open || open->b < 0 || open->b >= viewer->def->happenings_count) return NULL;
    const Happening *happening = &viewer->def->happenings[open->b];
    if (event->b < 0 || event->b >= happening->choices_count) return NULL;
    if (event->actor != viewer->me && !choice_is_over(viewer, event)) return NULL;
    const Choice *choice = &viewer->def->choices[happening->choices_first + event->b];
    SayWith with = {.who = say_actor(&viewer->say, event->actor),
            .text = say_text(&viewer->say, choice->text)};
    return say_sentence(&viewer->say,
            event->actor == NONE ? SAY_NEWS_CHOSEN_BY_NONE : SAY_NEWS_CHOSEN, with);
}

static const char *question_sentence(const Viewer *viewer, const Event *event) {
    if (!meeting_reached(viewer, event)) return NULL;
    SayWith with = {.who = say_actor(&viewer->say, event->actor),
            .target = say_thing(&viewer->say, event->cause.target)};
    if (event->a == 0) return say_sentence(&viewer->say, SAY_NEWS_ASKED, with);
    SayWith turned = {.who = with.target, .target = with.who};
    return say_sentence(
            &viewer->say, event->a == 1 ? SAY_NEWS_ANSWERED : SAY_NEWS_DEFLECTED, turned);
}

static const char *recorded_sentence(const Viewer *viewer, const Event *event) {
    const Event *spoken = before(viewer, event, EVENT_UTTERANCE, true);
    if (!spoken || !meeting_reached(viewer, event)) return NULL;
    SayWith inner = {.who = say_actor(&viewer->say, (uint8_t)(spoken->cell & 255)),
            .target = say_thing(&viewer->say, spoken->act.target)};
    SayId id = spoken->c == UTTER_FRAME ? SAY_SAID_FRAME
                                        : (spoken->d < 0 ? SAY_SAID_DOWN : SAY_SAID_UP);
    SayWith with = {.text = say_sentence(&viewer->say, id, inner)};
    return say_sentence(&viewer->say, SAY_NEWS_MINUTED, with);
}

static const char *meeting_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    if (!meeting_reached(viewer, event)) return NULL;
    SayWith with = {
            .who = say_actor(&viewer->say, event->actor), .n = event->a, .m = event->b};
    SayId id = SAY_NEWS_OBJECTION;
    if (event->kind == EVENT_OVERRULED) id = SAY_NEWS_OVERRULED;
    if (event->kind == EVENT_SUMMED) id = SAY_NEWS_SUMMED;
    if (event->kind == EVENT_CHALLENGED) id = event->b ? SAY_NEWS_STRUCK : SAY_NEWS_HONEST;
    *tone = event->kind == EVENT_OVERRULED || event->b == 1 ? 4 : 0;
    return say_sentence(&viewer->say, id, with);
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
    case EVENT_LOAN:
    case EVENT_LOAN_END: return view_loan_news(viewer, event);
    case EVENT_ROLE:
        if (event->a < 0 || viewer->def->moves[event->a].records == 0) return NULL;
        if (!meeting_reached(viewer, event)) return NULL;
        return say_sentence(&viewer->say, SAY_NEWS_TAKER, with);
    case EVENT_OBJECTION:
    case EVENT_OVERRULED:
    case EVENT_SUMMED:
    case EVENT_CHALLENGED: return meeting_sentence(viewer, event, tone);
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
    default: return view_press_sentence(viewer, event, tone);
    }
}

const char *view_event_text(const Viewer *viewer, const Event *event, uint8_t *tone) {
    const char *steered = view_steer_text(viewer, event);
    *tone = 0;
    if (steered) return steered;
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
    case EVENT_AMENDING: return amending_sentence(viewer, event, tone);
    case EVENT_PROMISE_RULED: return ruled_sentence(viewer, event, tone);
    case EVENT_FUNDED: return funded_sentence(viewer, event, tone);
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

bool view_news_same(const ViewNews *a, const ViewNews *b) {
    return a->round == b->round && a->step == b->step && a->actor == b->actor
           && a->is_new == b->is_new && a->stood_in == b->stood_in
           && strcmp(a->text, b->text) == 0;
}

// The same sentence again in one step of a round is counted, not repeated. The item it is told by, NULL = a new one.
static ViewNews *counted(ViewNews *list, int32_t count, const ViewNews *news) {
    for (int32_t i = count - 1; i >= 0; i--) {
        bool same_step = list[i].round == news->round && list[i].step == news->step;
        if (!same_step) return NULL;
        if (view_news_same(&list[i], news)) return &list[i];
    }
    return NULL;
}

static bool same_thing(Thing a, Thing b) { return a.kind == b.kind && a.index == b.index; }

static bool same_act(const Act *a, const Act *b) {
    return a->move == b->move && a->actor == b->actor && same_thing(a->target, b->target)
           && a->side == b->side && a->bid == b->bid && a->arena == b->arena
           && a->token == b->token && a->by == b->by && a->words == b->words
           && memcmp(a->asked, b->asked, sizeof a->asked) == 0;
}

// Both would be told to the same people in the same words.
static bool same_deed(const Event *a, const Event *b) {
    return a && a->actor == b->actor && a->round == b->round && a->phase == b->phase
           && a->flags == b->flags && a->cause.actor == b->cause.actor
           && same_thing(a->cause.target, b->cause.target) && same_act(&a->act, &b->act);
}

// A client is sent what is new to it, and a few before that.
static bool enough(const Viewer *viewer, int32_t count, bool is_new) {
    if (view_wants(viewer, VIEW_IN_FULL)) return count >= NEWS_MAX;
    return count >= VIEW_NEWS_NEW || (!is_new && count >= VIEW_NEWS_OLD);
}

// News from the newest back to the oldest.
typedef struct Telling {
    ViewNews *list;
    int32_t count;
    const Event *
            deed; // the act that was looked at last, and the item that tells it, if one does
    ViewNews *item;
    bool was_new;
    bool full; // one more line would be too much
} Telling;

static void again(ViewNews *item, int32_t place) {
    if (!item) return;
    if (item->times < UINT8_MAX) item->times++;
    item->oldest = place;
}

// Most events are numbers that stand elsewhere, and steps of the engine: nobody is told a sentence of them.
static bool has_no_words(const Def *def, const Event *event) {
    static const bool wordless[EVENT_COUNT] = {[EVENT_RNG] = true,
            [EVENT_DRAW] = true,
            [EVENT_RULE_ONCE] = true,
            [EVENT_TURN] = true,
            [EVENT_WAITING] = true,
            [EVENT_DONE] = true,
            [EVENT_PLAN_ADD] = true,
            [EVENT_PLAN_REMOVE] = true};
    if (event->kind != EVENT_DELTA) return wordless[event->kind];
    uint8_t track = def->cell_track[event->cell];
    return track != TRACK_DRAFT && track != TRACK_LAW;
}

// Sealed acts happen when the step closes: then the act itself says who put it on the list.
static bool stood_in(const Event *event) {
    bool act = event->kind == EVENT_ACT && event->act.by == SENT_BY_STAND_IN;
    return act || (event->flags & EVENT_STOOD_IN);
}

static bool line_of(const Viewer *viewer, int32_t place, bool is_new, ViewNews *out) {
    const Event *event = &viewer->session->ledger.items[place];
    uint8_t tone;
    if (!view_event_visible(viewer, event)) return false;
    const char *text = view_event_text(viewer, event, &tone);
    if (!text || !*text) return false;
    *out = (ViewNews){.text = text,
            .times = 1,
            .round = event->round,
            .step = event->phase,
            .actor = event->actor,
            .mine = event->actor == viewer->me,
            .tone = tone,
            .stood_in = stood_in(event),
            .is_new = is_new,
            .newest = place,
            .oldest = place};
    return true;
}

static ViewNews *tell(const Viewer *viewer, Telling *telling, int32_t place, bool is_new) {
    ViewNews one;
    if (!line_of(viewer, place, is_new, &one)) return NULL;
    ViewNews *before = counted(telling->list, telling->count, &one);
    again(before, place);
    if (before) return before;
    telling->full = enough(viewer, telling->count, is_new);
    if (telling->full) return NULL;
    telling->list[telling->count] = one;
    return &telling->list[telling->count++];
}

// An act that is done ten times in a row is put into words once.
static void tell_deed(const Viewer *viewer, Telling *telling, int32_t place, bool is_new) {
    const Event *event = &viewer->session->ledger.items[place];
    if (same_deed(telling->deed, event) && telling->was_new == is_new) {
        again(telling->item, place);
        return;
    }
    telling->item = tell(viewer, telling, place, is_new);
    telling->deed = event;
    telling->was_new = is_new;
}

// The first event that this viewer has not been ready after.
static int32_t first_new(const Viewer *viewer) {
    return view_is_seat(viewer) ? viewer->session->looked[viewer->me] : INT32_MAX;
}

bool view_news_line(const Session *session, uint8_t actor, const Language *language,
        int32_t place, View *desk, ViewNews *line) {
    Viewer viewer = {
            .session = session,
            .def = session->def,
            .state = &session->state,
            .me = actor,
            .say = {session->def, *language, &desk->region},
            .out = desk,
            .parts = 1 << SECTION_NEWS,
            .round_start = &session->state
    };
    bool words = !has_no_words(session->def, &session->ledger.items[place]);
    return words && line_of(&viewer, place, place >= first_new(&viewer), line);
}

void view_news(Viewer *viewer) {
    const EventList *ledger = &viewer->session->ledger;
    int32_t most = view_wants(viewer, VIEW_IN_FULL) ? NEWS_MAX : VIEW_NEWS_NEW;
    ViewNews *list = view_array(viewer, most, sizeof *list);
    Telling telling = {.list = view_array(viewer, most, sizeof *list)};
    int32_t fresh = first_new(viewer);
    // Until a line more would be too much: the oldest one then counts all its times, and stays as it is while it grows older.
    for (int32_t i = ledger->count - 1; i >= 0 && !telling.full; i--) {
        const Event *event = &ledger->items[i];
        bool is_new = i >= fresh;
        if (has_no_words(viewer->def, event)) continue;
        if (event->kind == EVENT_ACT)
            tell_deed(viewer, &telling, i, is_new);
        else
            (void)tell(viewer, &telling, i, is_new);
    }
    for (int32_t i = 0; i < telling.count; i++)
        list[i] = telling.list[telling.count - 1 - i];
    viewer->out->news = list;
    viewer->out->news_count = telling.count;
}

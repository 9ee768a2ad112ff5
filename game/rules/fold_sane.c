// rules/fold_sane.c — whether the indexes an event holds mean something here; a journal may come from anywhere. Never: whether the event was allowed.
#include "model/ask.h"
#include "model/knob.h"
#include "rules/deal.h"
#include "rules/fold_parts.h"

// What a field of an event counts.
typedef enum What {
    ANY,
    ACTOR,
    ARENA,
    ISSUE,
    CLAUSE,
    FRAME,
    DECIDER,
    MOVE,
    PHASE,
    HAPPENING,
    WINDOW,
    ENDING,
    TEXT,
    RULE,
    SPOKEN, // slot of an utterance
    COALITION,
    LOAN,
    CONSENT,
    PROPOSAL,
    DEAL,
    PROMISE,
    CHOICE, // slot of an open choice
    QUEUE,
    LINE, // red line
    MEETING_NUMBER,
    MOTION_PLACE,
    OFFER_PLACE,
    NUMBER, // a number of the game, by its track
    ASIDE_SLOT,
    OPTION, // of a budget
    STATUS,
    PLACE,
    SEAT,          // number of a seat, 0 for nobody's
    WORDS,         // id of a person's words, 0 for none
    CHOSEN_OPTION, // a setting of the session
    KNOB,          // a setting of the case
    OR_NONE = 64,  // NONE or -1 is fine too
} What;

typedef struct Row {
    uint8_t actor, a, b, c, d; // What
} Row;

// Fields that are not named may hold anything.
#define ROW(id, ...) [EVENT_##id] = {__VA_ARGS__}

static const Row rows[EVENT_COUNT] = {ROW(STEP, .a = STATUS, .c = PHASE | OR_NONE),
        ROW(TURN, .a = ACTOR | OR_NONE), ROW(DONE, .actor = ACTOR),
        ROW(SEAT, .actor = ACTOR), ROW(PLACED, .a = PLACE, .b = ACTOR | OR_NONE),
        ROW(RESEATED, .a = SEAT, .b = ACTOR | OR_NONE), ROW(SEAT_REISSUED, .a = SEAT),
        ROW(SEATS_MERGED, .a = SEAT, .b = SEAT), ROW(NAMED, .a = SEAT, .d = WORDS),
        ROW(MUTED, .a = SEAT), ROW(REMOVED, .a = SEAT), ROW(SAID_ALL, .d = WORDS),
        ROW(WHISPERED, .a = SEAT, .b = ACTOR | OR_NONE, .d = WORDS),
        ROW(HELP_ANSWERED, .a = SEAT, .d = WORDS), ROW(WORDS_HIDDEN, .a = WORDS),
        ROW(PEEKED, .a = SEAT), ROW(NOTED, .a = SEAT, .d = WORDS), ROW(MARKED, .d = WORDS),
        ROW(ERASED, .a = SEAT, .c = WORDS), ROW(HELP_ASKED, .a = SEAT, .d = WORDS),
        ROW(JOURNALED, .a = SEAT, .c = WORDS, .d = WORDS),
        ROW(OBSERVED, .a = SEAT, .d = WORDS), ROW(TEAM_DONE, .a = SEAT),
        ROW(PLAN_ADD, .actor = ACTOR), ROW(PLAN_REMOVE, .actor = ACTOR),
        ROW(ACT, .actor = ACTOR), ROW(PUBLISHED, .actor = ACTOR),
        ROW(MEETINGS, .a = ARENA | OR_NONE, .b = ARENA | OR_NONE, .c = ARENA | OR_NONE,
                .d = ARENA | OR_NONE),
        ROW(MEETING, .a = ARENA, .b = MEETING_NUMBER),
        ROW(AGENDA, .a = CLAUSE, .b = CLAUSE), ROW(ROLE, .actor = ACTOR),
        ROW(UTTERANCE, .actor = ACTOR, .a = SPOKEN), ROW(STRENGTH, .a = SPOKEN),
        ROW(RECORDED, .actor = ACTOR | OR_NONE, .a = SPOKEN), ROW(AGED, .a = SPOKEN),
        ROW(MEETING_CLOSED, .a = ARENA), ROW(QUESTION, .actor = ACTOR, .b = ARENA),
        ROW(RENAMED, .a = ISSUE, .b = FRAME),
        ROW(INVITED, .actor = ACTOR, .a = ACTOR, .b = ARENA),
        ROW(ORDERED, .actor = ACTOR, .a = CLAUSE | OR_NONE, .b = CLAUSE | OR_NONE,
                .c = CLAUSE | OR_NONE, .d = CLAUSE | OR_NONE),
        ROW(OBJECTION, .actor = ACTOR), ROW(HAND, .actor = ACTOR),
        ROW(OVERRULED, .actor = ACTOR), ROW(DEFERRED, .a = ARENA, .b = CLAUSE),
        ROW(SUMMED, .actor = ACTOR, .a = SPOKEN),
        ROW(CHALLENGED, .actor = ACTOR, .a = SPOKEN),
        ROW(CHAIR_VOTE, .actor = ACTOR, .a = ACTOR, .b = ARENA),
        ROW(SHOWN, .a = DECIDER, .c = ISSUE),
        ROW(ASIDE, .actor = ACTOR, .a = ASIDE_SLOT, .b = ACTOR),
        ROW(ASIDE_STATE, .a = ASIDE_SLOT), ROW(POSITION, .actor = ACTOR, .a = ARENA),
        ROW(LOAN, .actor = ACTOR, .a = LOAN), ROW(LOAN_AGREED, .actor = ACTOR, .a = LOAN),
        ROW(LOAN_END, .a = LOAN), ROW(CONVENED, .actor = ACTOR, .a = ARENA),
        ROW(TIED, .actor = ACTOR, .a = ACTOR), ROW(VOICE_GIVEN, .actor = ACTOR, .a = ACTOR),
        ROW(CONSENT_ASKED, .actor = ACTOR, .a = CONSENT, .b = ACTOR),
        ROW(CONSENT_SAID, .a = CONSENT),
        ROW(COALITION, .a = COALITION, .d = ACTOR | OR_NONE),
        ROW(MEMBERS, .a = COALITION, .c = ACTOR | OR_NONE),
        ROW(COALITION_ASK, .actor = ACTOR, .a = COALITION, .b = CLAUSE),
        ROW(COALITION_AGENDA, .a = COALITION, .b = FRAME | OR_NONE),
        ROW(COALITION_FLAGS, .a = COALITION, .c = ACTOR | OR_NONE),
        ROW(COALITION_MARKS, .a = COALITION), ROW(COALITION_PURSE, .a = COALITION),
        ROW(COALITION_END, .a = COALITION),
        ROW(PROPOSAL, .actor = ACTOR, .a = PROPOSAL, .b = COALITION | OR_NONE),
        ROW(PROPOSAL_SAYS, .actor = ACTOR, .a = PROPOSAL), ROW(PROPOSAL_END, .a = PROPOSAL),
        ROW(DEAL, .a = DEAL), ROW(DEAL_STATE, .a = DEAL),
        ROW(PROMISE_STATE, .a = DEAL, .b = PROMISE),
        ROW(MOTION, .actor = ACTOR, .a = MOTION_PLACE, .b = ARENA),
        ROW(MOTION_END, .a = MOTION_PLACE), ROW(ARENA_RULES, .a = ARENA),
        ROW(CHAMPION, .actor = ACTOR, .a = DECIDER),
        ROW(SIDE_OFFER, .actor = ACTOR, .a = OFFER_PLACE, .b = ACTOR, .c = COALITION),
        ROW(SIDE_OFFER_END, .a = OFFER_PLACE), ROW(SUIT, .actor = ACTOR, .a = CLAUSE),
        ROW(CLAIM_FLOOR, .a = CLAUSE), ROW(WATCHED, .actor = ACTOR, .a = CLAUSE),
        ROW(MEASURED, .actor = ACTOR, .a = NUMBER, .b = COALITION | OR_NONE),
        ROW(FORESHADOWED, .a = HAPPENING), ROW(HAPPENED, .a = HAPPENING),
        ROW(QUEUED, .a = HAPPENING), ROW(UNQUEUED, .a = QUEUE),
        ROW(CHOICE_OPEN, .a = CHOICE, .b = HAPPENING),
        ROW(CHOSEN, .actor = ACTOR | OR_NONE, .a = CHOICE), ROW(CHOICE_END, .a = CHOICE),
        ROW(CARD, .actor = ACTOR | OR_NONE, .a = CHOICE),
        ROW(CARD_SAYS, .actor = ACTOR | OR_NONE, .a = CHOICE), ROW(CARD_END, .a = CHOICE),
        ROW(READINGS, .a = HAPPENING | OR_NONE), ROW(WINDOW, .a = WINDOW),
        ROW(LOCK, .actor = ACTOR | OR_NONE, .a = MOVE), ROW(SAID, .a = TEXT),
        ROW(LEARNED, .actor = ACTOR, .b = DECIDER),
        ROW(LEARNED_TRUST, .actor = ACTOR, .a = ACTOR), ROW(VOTE, .a = DECIDER),
        ROW(OWN_VOTE, .a = DECIDER), ROW(AMENDING, .a = ARENA),
        ROW(AMEND, .actor = ACTOR, .a = ARENA, .b = CLAUSE | OR_NONE),
        ROW(PROMISE_RULED, .a = DEAL, .b = PROMISE), ROW(SPREAD, .a = DECIDER, .b = OPTION),
        ROW(FUNDED, .a = ARENA, .b = OPTION), ROW(DRAWN, .a = DECIDER),
        ROW(DECISION, .a = ARENA), ROW(RED_LINE, .actor = ACTOR, .a = LINE),
        ROW(CREDIT, .actor = ACTOR), ROW(REFLECT, .actor = ACTOR),
        ROW(EXPECT, .actor = ACTOR), ROW(ENDING, .a = ENDING), ROW(GRACE, .actor = ACTOR),
        ROW(OPTION, .a = CHOSEN_OPTION), ROW(KNOB, .a = KNOB),
        ROW(NUMBERS, .actor = ACTOR | OR_NONE, .a = NUMBER), ROW(STAND_IN, .actor = ACTOR),
        ROW(OBJECTED_AWAY, .actor = ACTOR), ROW(RETIRED, .actor = ACTOR),
        ROW(ACTED_FOR, .actor = ACTOR), ROW(INJECTED, .a = HAPPENING), ROW(DRAW, .a = RULE),
        ROW(FAULT, .a = RULE), ROW(RULE_ONCE, .a = RULE)};

static int32_t most_of(const Def *def, What what) {
    switch (what) {
    case ACTOR: return def_count(def, KIND_ACTOR);
    case ARENA: return def_count(def, KIND_ARENA);
    case ISSUE: return def_count(def, KIND_ISSUE);
    case CLAUSE: return def_count(def, KIND_CLAUSE);
    case FRAME: return def_count(def, KIND_FRAME);
    case DECIDER: return def_count(def, KIND_DECIDER);
    case MOVE: return def->moves_count;
    case PHASE: return def->phases_count;
    case HAPPENING: return def->happenings_count;
    case WINDOW: return def->windows_count;
    case ENDING: return def->endings_count;
    case TEXT: return core_max(1, def->texts_count);
    case RULE: return def->rules_count;
    case SPOKEN: return UTTERANCES_MAX;
    case COALITION: return COALITIONS_MAX;
    case LOAN: return LOANS_MAX;
    case CONSENT: return CONSENTS_MAX;
    case PROPOSAL: return PROPOSALS_MAX;
    case DEAL: return DEALS_MAX;
    case PROMISE: return PROMISES_MAX;
    case CHOICE: return OPEN_CHOICES_MAX;
    case QUEUE: return QUEUE_MAX;
    case LINE: return RED_LINES_MAX;
    case MEETING_NUMBER: return 4;
    case MOTION_PLACE: return MOTIONS_MAX;
    case OFFER_PLACE: return SIDE_OFFERS_MAX;
    case NUMBER: return core_min(def->tracks_count, 64);
    case ASIDE_SLOT: return ASIDES_MAX;
    case OPTION: return BUDGET_OPTIONS_MAX;
    case STATUS: return STATUS_CLOSED + 1;
    case PLACE: return SEATS_MAX;
    case SEAT: return SEATS_MAX + 1;
    case WORDS: return INT16_MAX;
    case CHOSEN_OPTION: return OPTION_COUNT;
    case KNOB: return def->settings_count;
    case ANY:
    case OR_NONE: break;
    }
    return INT32_MAX;
}

static bool inside(const Def *def, uint8_t what, int32_t value) {
    if (what == ANY) return true;
    if ((what & OR_NONE) && (value == NONE || value == -1)) return true;
    return value >= 0 && value < most_of(def, (What)(what & ~OR_NONE));
}

// A target of no kind carries no index that could be wrong.
static int32_t things(const Def *def, Thing thing) {
    return thing.kind == KIND_NONE ? INT32_MAX : def_targets(def, (Kind)thing.kind);
}

static bool act_sane(const Def *def, const Act *act) {
    if (!inside(def, MOVE, act->move) || !inside(def, ACTOR, act->actor)) return false;
    if (!inside(def, ARENA | OR_NONE, act->arena)) return false;
    if (act->target.kind >= KIND_COUNT || act->target.index >= things(def, act->target))
        return false;
    const Move *move = &def->moves[act->move];
    for (int32_t i = 0; i < move->asks_count; i++) {
        bool thing = move->asks[i].kind == ASK_THING || move->asks[i].kind == ASK_ANY
                     || move->asks[i].kind == ASK_ACTORS;
        if (thing && !ask_is_answer(def, &move->asks[i], act->asked[i])) return false;
    }
    return true;
}

static bool parties_sane(const Def *def, const Deal *deal) {
    if (deal->parties < 2 || deal->parties > PARTIES_MAX) return false;
    for (int32_t place = 0; place < deal->parties; place++) {
        bool once = deal_place(deal, deal->party[place]) == place;
        if (!once || !inside(def, ACTOR, deal->party[place])) return false;
    }
    return deal->accepted <= deal_everybody(deal);
}

static bool gifts_sane(const Def *def, const Deal *deal) {
    if (deal->gifts_count > GIFTS_MAX) return false;
    for (int32_t i = 0; i < deal->gifts_count; i++) {
        const Gift *gift = &deal->gifts[i];
        bool ends = deal_has(deal, gift_giver(gift)) && deal_has(deal, gift_taker(gift));
        if (!ends || gift->resource >= def_count(def, KIND_RESOURCE)) return false;
    }
    return true;
}

static bool deal_sane(const Def *def, const Deal *deal) {
    if (!parties_sane(def, deal) || !gifts_sane(def, deal)) return false;
    if (deal->promises_count > PROMISES_MAX) return false;
    for (int32_t i = 0; i < deal->promises_count; i++) {
        const Promise *promise = &deal->promises[i];
        if (!deal_has(deal, promise->by) || promise->kind > PROMISE_PLACE
                || promise->what >= deal_things(def, promise))
            return false;
        bool to_actor = promise->kind == PROMISE_GIVE || promise->kind == PROMISE_PLACE;
        if (to_actor && !inside(def, ACTOR | OR_NONE, promise->target)) return false;
    }
    return true;
}

static bool words_sane(const Def *def, const Event *event) {
    if (event->c < UTTER_NONE || event->c > UTTER_COMMITMENT || event->act.arena == NONE)
        return false;
    if (!inside(def, ACTOR, event->cell & 255)) return false;
    if (event->c == UTTER_FRAME) return inside(def, FRAME, event->act.target.index);
    return event->c != UTTER_WORD || inside(def, CLAUSE, event->act.target.index);
}

static bool arena_rules_sane(const Def *def, const Event *event) {
    bool decides = (uint8_t)event->c == NONE
                   || (event->c >= 0 && event->c < def->decision_rules_count);
    return decides && event->b >= CHAIR_FIXED && event->b <= CHAIR_LOT && event->d >= 0
           && event->d <= 1;
}

static bool motion_sane(const Def *def, const Event *event) {
    bool about_actor =
            event->c == MOTION_SEAT || event->c == MOTION_VOTE || event->c == MOTION_OUT;
    bool chair =
            event->c != MOTION_CHAIR || (event->d >= CHAIR_FIXED && event->d <= CHAIR_LOT);
    return event->c > MOTION_NONE && event->c < MOTION_COUNT && chair
           && (!about_actor || inside(def, ACTOR, event->d));
}

static bool side_offer_sane(const Def *def, const Event *event) {
    bool gift = event->cell == NONE || event->cell < def_count(def, KIND_RESOURCE);
    return gift && event->raw >= 0 && event->raw <= UINT8_MAX && event->d >= 0
           && event->d <= 100;
}

// What a card is about must be there, or its answer would reach outside a table.
static bool card_sane(const Def *def, const Event *event) {
    switch (event->b) {
    case CHOICE_SPLIT: return inside(def, COALITION, event->d);
    case CHOICE_MOTION: return inside(def, MOTION_PLACE, event->d);
    case CHOICE_OFFER: return inside(def, OFFER_PLACE, event->d);
    case CHOICE_RULING:
        return inside(def, HAPPENING, event->raw) && inside(def, ACTOR, event->d)
               && event->c == 0;
    default: return event->b > CHOICE_HAPPENING && event->b < CHOICE_KIND_COUNT;
    }
}

static bool loan_sane(const Def *def, const Event *event) {
    uint16_t whose = (uint16_t)event->b, what = (uint16_t)event->c;
    int32_t state = event->d & 3;
    return inside(def, ACTOR | OR_NONE, whose & 255) && inside(def, ARENA, whose >> 8)
           && (what & 255) > LOAN_NOTHING && (what & 255) < LOAN_PLACES_COUNT
           && event->d >= 0 && state >= LOAN_LENT && state <= LOAN_EMBEDDED;
}

static bool convened_sane(const Def *def, const Event *event) {
    uint32_t actors = (1u << def_count(def, KIND_ACTOR)) - 1;
    return event->b > 0 && event->b <= ROUNDS_MAX && inside(def, ACTOR | OR_NONE, event->d)
           && ((uint16_t)event->c & ~actors) == 0;
}

static bool rest_sane(const Def *def, const Event *event) {
    switch (event->kind) {
    case EVENT_PLAN_ADD:
    case EVENT_ACT: return act_sane(def, &event->act);
    case EVENT_UTTERANCE: return act_sane(def, &event->act) && words_sane(def, event);
    case EVENT_DEAL: return deal_sane(def, &event->deal);
    case EVENT_CARD: return card_sane(def, event);
    case EVENT_ARENA_RULES: return arena_rules_sane(def, event);
    case EVENT_MOTION: return motion_sane(def, event);
    case EVENT_SIDE_OFFER: return side_offer_sane(def, event);
    case EVENT_CHAMPION: return event->b >= -1 && event->b <= 1;
    case EVENT_AMENDING: return event->b >= AMEND_OPEN && event->b <= AMEND_USED;
    case EVENT_AMEND: return event->b >= 0;
    case EVENT_SPREAD: return event->c >= 0 && event->c <= UINT8_MAX;
    case EVENT_CLAIM_FLOOR: return event->b >= 0 && event->b < LEVELS_MAX;
    case EVENT_QUESTION: return inside(def, ACTOR, event->cause.target.index);
    case EVENT_LOAN: return loan_sane(def, event);
    case EVENT_CONVENED: return convened_sane(def, event);
    case EVENT_TIED:
        return event->b == NONE || (event->b >= 0 && event->b < def->move_sets_count);
    case EVENT_CONSENT_ASKED: return act_sane(def, &event->act);
    case EVENT_START_VALUES: return event->a >= 0;
    case EVENT_PAUSE: return event->a >= PAUSED_NOT && event->a <= PAUSED_COUNTS_DOWN;
    case EVENT_GRACE: return event->a >= 0 && event->b >= 0 && event->b <= 2;
    case EVENT_PACE: return event->a >= PACE_LEAST && event->a <= PACE_MOST;
    case EVENT_OPTION:
        return event->b >= 0
               && event->b < option_values(option_row((OptionId)event->a)->values);
    case EVENT_KNOB: return knob_fits(def, event->a, event->b);
    case EVENT_STAND_IN:
        return event->a >= STAND_IN_OFF && event->a < STAND_IN_STEPS && event->b >= 0
               && event->b < POLICY_COUNT;
    case EVENT_COALITION_ASK: return event->c >= 0 && event->c < LEVELS_MAX;
    case EVENT_COALITION_AGENDA:
        return (uint8_t)event->b != NONE || inside(def, CLAUSE, event->c);
    case EVENT_ASIDE: {
        Thing about = {(uint8_t)(event->c >> 8), (uint8_t)(event->c & 255)};
        return event->c > 0 && about.kind < KIND_COUNT && about.index < things(def, about)
               && inside(def, MOVE, event->cause.id);
    }
    case EVENT_NAMED: return event->a >= 1;
    case EVENT_ROLE: return event->a == -1 || inside(def, MOVE, event->a); // -1: the chair
    default: return true;
    }
}

bool fold_sane(const Def *def, const Event *event) {
    const Row *row = &rows[event->kind];
    bool good = inside(def, row->actor, event->actor) && inside(def, row->a, event->a)
                && inside(def, row->b, event->b) && inside(def, row->c, event->c)
                && inside(def, row->d, event->d);
    return good && rest_sane(def, event);
}

// rules/motion.c — tabling, voting on and making a change of an arena's rules. Never: judges an act of a deck (gate_words.c asks here).
#include "rules/motion.h"
#include "rules/card.h"
#include "rules/stock.h"

enum { QUOTA_MOST = 99, WEIGHT_MOST = 5 };
enum { ANSWER_YES = 1, ANSWER_NO = 2 }; // silence abstains

const DecisionRule *motion_rule_of(const Def *def, const State *state, uint8_t arena) {
    uint8_t rule = state->rules_of[arena].decides;
    return rule < def->decision_rules_count ? &def->decision_rules[rule] : NULL;
}

static int32_t lot_rule(const Def *def) {
    for (int32_t i = 0; i < def->decision_rules_count; i++) {
        if (def->decision_rules[i].kind == RULE_SORTITION) return i;
    }
    return -1;
}

static bool inside(int32_t value, int32_t least, int32_t most) {
    return value >= least && value <= most;
}

static bool changes_number(
        const Def *def, const State *state, uint8_t arena, MotionKind what, int32_t how) {
    int32_t track = what == MOTION_QUOTA ? TRACK_QUOTA : TRACK_SLOTS;
    int32_t now = state_at(def, state, track, arena, 0) / 10;
    if (what == MOTION_QUOTA) return now > 0 && how && inside(now + how, 1, QUOTA_MOST);
    return how && inside(now + how, 1, 3);
}

static bool changes_place(
        const Def *def, const State *state, uint8_t arena, MotionKind what, int32_t how) {
    if (!inside(how, 0, def_count(def, KIND_ACTOR) - 1)) return false;
    const Position *held = &state->position[how][arena];
    bool sits = state_holds_place(state, how, arena);
    if (what == MOTION_SEAT) return !sits;
    return what == MOTION_OUT ? sits : held->weight < WEIGHT_MOST;
}

static bool changes_lot(const Def *def, const State *state, uint8_t arena) {
    const DecisionRule *rule = motion_rule_of(def, state, arena);
    return rule && rule->kind != RULE_SORTITION && rule->kind != RULE_COURT
           && rule->kind != RULE_BUDGET && lot_rule(def) >= 0;
}

Verdict motion_may(
        const Def *def, const State *state, uint8_t arena, MotionKind what, int32_t how) {
    bool changes = false;
    const ArenaRules *rules = &state->rules_of[arena];
    switch (what) {
    case MOTION_QUOTA:
    case MOTION_SLOTS: changes = changes_number(def, state, arena, what, how); break;
    case MOTION_CHAIR:
        changes = inside(how, CHAIR_FIXED, CHAIR_LOT) && how != rules->chair;
        break;
    case MOTION_SEAT:
    case MOTION_VOTE:
    case MOTION_OUT: changes = changes_place(def, state, arena, what, how); break;
    case MOTION_LOT: changes = changes_lot(def, state, arena); break;
    case MOTION_BOOKS: changes = !rules->open; break;
    case MOTION_NONE:
    case MOTION_COUNT: break;
    }
    if (!changes) return verdict_no(VERDICT_MOTION_EMPTY);
    for (int32_t i = 0; i < MOTIONS_MAX; i++) {
        if (state->motion[i].what == MOTION_NONE) return verdict_ok();
    }
    return verdict_need(VERDICT_MOTIONS_FULL, MOTIONS_MAX, MOTIONS_MAX);
}

static void table(
        Txn *txn, uint8_t by, uint8_t arena, MotionKind what, int32_t how, Cause cause) {
    Verdict verdict = motion_may(txn->def, txn->state, arena, what, how);
    if (verdict.code != VERDICT_OK) return;
    for (int32_t slot = 0; slot < MOTIONS_MAX; slot++) {
        if (txn->state->motion[slot].what != MOTION_NONE) continue;
        Event event = txn_event(txn, EVENT_MOTION, by);
        event.a = (int16_t)slot;
        event.b = arena;
        event.c = (int16_t)what;
        event.d = (int16_t)how;
        event.cause = cause;
        txn_emit(txn, &event);
        return;
    }
}

static uint8_t lone(const Effect *effect, Sel sel) {
    uint64_t mask = expr_select(&effect->scope->expr, sel);
    return mask ? (uint8_t)__builtin_ctzll(mask) : (uint8_t)NONE;
}

MotionAsk motion_asked(Effect *effect, const Change *change) {
    MotionAsk ask = {
            .arena = lone(effect, change->toward), .what = (uint8_t)core_max(0, change->a)};
    if (ask.what == MOTION_QUOTA || ask.what == MOTION_SLOTS)
        ask.how = (int16_t)core_clamp(effect_amount(effect, change) / 10, -99, 99);
    else if (ask.what == MOTION_CHAIR)
        ask.how = change->b;
    else if (ask.what >= MOTION_SEAT && ask.what <= MOTION_OUT)
        ask.how = lone(effect, change->who);
    if (ask.arena == NONE) ask.what = MOTION_NONE;
    return ask;
}

void motion_word(Txn *txn, Effect *effect, const Change *change) {
    MotionAsk ask = motion_asked(effect, change);
    uint8_t me = effect->scope->expr.me;
    if (ask.what == MOTION_NONE || me == NONE) return;
    table(txn, me, ask.arena, (MotionKind)ask.what, ask.how, effect->cause);
}

static void motion_end(Txn *txn, int32_t slot, int32_t how, int32_t yes, int32_t no) {
    Event event = txn_event(txn, EVENT_MOTION_END, txn->state->motion[slot].by);
    event.a = (int16_t)slot;
    event.b = (int16_t)how;
    event.c = (int16_t)yes;
    event.d = (int16_t)no;
    txn_emit(txn, &event);
}

static uint16_t voters_of(const Def *def, const State *state, uint8_t arena) {
    uint16_t mask = 0;
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (state->position[actor][arena].weight > 0) mask |= (uint16_t)(1u << actor);
    }
    return mask;
}

// Where nobody has a vote the motion is asked of nobody, and falls.
void motion_open(Txn *txn, uint8_t arena) {
    uint16_t voters = voters_of(txn->def, txn->state, arena);
    for (int32_t slot = 0; slot < MOTIONS_MAX; slot++) {
        const Motion *motion = &txn->state->motion[slot];
        if (motion->what == MOTION_NONE || motion->arena != arena) continue;
        CardAsk ask = {.kind = CHOICE_MOTION,
                .about = (uint8_t)slot,
                .by = motion->by,
                .asked = voters};
        if (voters)
            (void)card_open(txn, &ask); // a full table puts it to the next meeting
        else
            motion_end(txn, slot, 0, 0, 0);
    }
}

static void set_place(Txn *txn, const Motion *motion, Position place) {
    txn_say(txn, EVENT_POSITION, (uint8_t)motion->how, motion->arena, place.places,
            place.weight, place.state | place.until << 4);
}

static void change_place(Txn *txn, const Motion *motion) {
    Position place = txn->state->position[motion->how][motion->arena];
    if (motion->what == MOTION_OUT) {
        set_place(txn, motion, (Position){0});
        return;
    }
    place.places |= PLACE_SEAT;
    if (motion->what == MOTION_VOTE) place.weight++;
    set_place(txn, motion, place);
}

static void change_rules(Txn *txn, const Motion *motion) {
    ArenaRules rules = txn->state->rules_of[motion->arena];
    if (motion->what == MOTION_CHAIR) rules.chair = (uint8_t)motion->how;
    if (motion->what == MOTION_LOT) rules.decides = (uint8_t)lot_rule(txn->def);
    if (motion->what == MOTION_BOOKS) rules.open = 1;
    txn_say(txn, EVENT_ARENA_RULES, NONE, motion->arena, rules.chair, rules.decides,
            rules.open);
}

// Who lets an affected group in is thanked by the sector; who adds to its own weight is trusted less.
static void consequences(Txn *txn, Book *book, const Motion *motion, Cause cause) {
    const Def *def = txn->def;
    bool adds = motion->what == MOTION_SEAT || motion->what == MOTION_VOTE;
    if (!adds) return;
    bool affected = (def->actors[motion->how].tags >> TAG_AFFECTED) & 1;
    uint16_t peer = stock_standing(def, motion->by, COEF_AUDIENCE_SECTOR);
    if (affected && motion->how != motion->by && peer != UINT16_MAX)
        book_add(
                book, def, peer, 10 * def->coef[COEF_MOTION_AFFECTED], cause, EVENT_COUNTS);
    for (int32_t other = 0; other < def_count(def, KIND_ACTOR); other++) {
        if (motion->how != motion->by || other == motion->by) continue;
        book_add(book, def, def_cell(def, TRACK_TRUST, other, motion->by),
                -10 * def->coef[COEF_MOTION_OWN_WEIGHT], cause, EVENT_COUNTS);
    }
    book_settle(txn, book);
}

static void carry(Txn *txn, Book *book, const Motion *motion, Cause cause) {
    switch ((MotionKind)motion->what) {
    case MOTION_QUOTA:
        txn_delta(txn, def_cell(txn->def, TRACK_QUOTA, motion->arena, 0), 10 * motion->how,
                cause);
        break;
    case MOTION_SLOTS:
        txn_delta(txn, def_cell(txn->def, TRACK_SLOTS, motion->arena, 0), 10 * motion->how,
                cause);
        break;
    case MOTION_SEAT:
    case MOTION_VOTE:
    case MOTION_OUT: change_place(txn, motion); break;
    case MOTION_CHAIR:
    case MOTION_LOT:
    case MOTION_BOOKS: change_rules(txn, motion); break;
    case MOTION_NONE:
    case MOTION_COUNT: break;
    }
    consequences(txn, book, motion, cause);
}

void motion_decide(Txn *txn, Book *book, const OpenChoice *card) {
    const Motion motion = txn->state->motion[card->about];
    int32_t yes = 0, no = 0;
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        if (!((card->asked >> actor) & 1)) continue;
        int32_t weight = txn->state->position[actor][motion.arena].weight;
        if (card->answer[actor] == ANSWER_YES) yes += weight;
        if (card->answer[actor] == ANSWER_NO) no += weight;
    }
    // An earlier motion of the same meeting may have made this one empty.
    bool still = motion_may(txn->def, txn->state, motion.arena, (MotionKind)motion.what,
                         motion.how)
                         .code
                 != VERDICT_MOTION_EMPTY;
    bool carried = yes > no && still;
    motion_end(txn, card->about, still ? carried : -1, yes, no);
    if (carried)
        carry(txn, book, &motion, cause_of(CAUSE_ENGINE, ENGINE_MOTION, motion.by));
}

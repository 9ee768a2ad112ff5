// rules/suit.c — suits go on, are granted with their remedy, or lapse. Never: what an hour in court costs.
#include "rules/suit.h"
#include "rules/happening.h"
#include "rules/moment.h"
#include "rules/motion.h"
#include "rules/stock.h"

enum { COURT_MARGIN = 2 };

uint8_t suit_court(const Def *def, int32_t claim) {
    if (claim < 0 || claim >= def_count(def, KIND_CLAUSE)) return NONE;
    uint8_t court = def->claims[claim].court;
    return court == 0 ? (uint8_t)NONE : (uint8_t)(court - 1);
}

int32_t suit_needs(const Def *def, const State *state, int32_t claim) {
    uint8_t court = suit_court(def, claim);
    const DecisionRule *rule = court == NONE ? NULL : motion_rule_of(def, state, court);
    return rule && rule->kind == RULE_COURT ? rule->needs : 0;
}

Verdict suit_may(const Def *def, const State *state, int32_t claim) {
    if (suit_needs(def, state, claim) == 0) return verdict_no(VERDICT_NO_CLAIM);
    bool won = (state->claims_won >> claim) & 1;
    return won ? verdict_no(VERDICT_CLAIM_DECIDED) : verdict_ok();
}

static void tell(Txn *txn, uint8_t plaintiff, int32_t claim, int32_t how) {
    Event event = txn_event(txn, EVENT_SUIT, plaintiff);
    event.a = (int16_t)claim;
    event.b = (int16_t)how;
    event.cause.target = (Thing){KIND_CLAIM, (uint8_t)claim};
    txn_emit(txn, &event);
}

// The clause is the answer of the word's field, or what the act points at.
static int32_t claim_of(const Effect *effect, const Change *change) {
    const ExprScope *scope = &effect->scope->expr;
    if (change->toward.how == SEL_ONE) return change->toward.index;
    return scope->target.kind == KIND_CLAIM || scope->target.kind == KIND_CLAUSE
                   ? scope->target.index
                   : -1;
}

void suit_word(Txn *txn, Book *book, Effect *effect, const Change *change) {
    int32_t claim = claim_of(effect, change);
    uint8_t me = effect->scope->expr.me;
    if (me == NONE || suit_may(txn->def, txn->state, claim).code != VERDICT_OK) return;
    tell(txn, me, claim, 1);
    book_add(book, txn->def, def_cell(txn->def, TRACK_PROGRESS, claim, me),
            effect_amount(effect, change), effect->cause, effect->flags);
}

static Cause cause_of_court(const Txn *txn, uint8_t plaintiff, int32_t claim) {
    Cause cause = cause_of(CAUSE_DECISION, suit_court(txn->def, claim), plaintiff);
    cause.target = (Thing){KIND_CLAIM, (uint8_t)claim};
    return cause;
}

// A floor for law holds against later decisions; or the story goes on with a happening.
static void remedy(Txn *txn, Book *book, int32_t number, Cause cause) {
    const Def *def = txn->def;
    const Claim *claim = &def->claims[number];
    if (claim->floor > 0) {
        uint16_t law = def_cell(def, TRACK_LAW, number, 0);
        txn_say(txn, EVENT_CLAIM_FLOOR, cause.actor, number, claim->floor, 0, 0);
        txn_delta(txn, law, core_max(0, 10 * claim->floor - txn->state->cell[law]), cause);
    }
    if (claim->happening == NONE || claim->happening >= def->happenings_count) return;
    bool last = txn->state->round >= def->rounds;
    if (last)
        happening_come(txn, book, claim->happening);
    else
        txn_say(txn, EVENT_QUEUED, NONE, claim->happening, txn->state->round + 1, 0, 0);
}

static void consequences(
        Txn *txn, Book *book, uint8_t plaintiff, int32_t number, Cause cause) {
    const Def *def = txn->def;
    uint8_t defendant = def->claims[number].against;
    book_add(book, def, def_cell(def, TRACK_PUBLIC, def->clauses[number].issue, 0),
            10 * def->coef[COEF_SUIT_PUBLIC], cause, EVENT_COUNTS);
    if (defendant < def_count(def, KIND_ACTOR) && defendant != plaintiff) {
        book_add(book, def, def_cell(def, TRACK_TRUST, defendant, plaintiff),
                -10 * def->coef[COEF_SUIT_TRUST], cause, EVENT_COUNTS);
    }
    book_settle(txn, book);
}

static void grant(Txn *txn, Book *book, uint8_t plaintiff, int32_t claim) {
    uint8_t court = suit_court(txn->def, claim);
    Cause cause = cause_of_court(txn, plaintiff, claim);
    tell(txn, plaintiff, claim, 2);
    txn_say(txn, EVENT_DECISION, NONE, court, 1, COURT_MARGIN, 0);
    consequences(txn, book, plaintiff, claim, cause);
    remedy(txn, book, claim, cause);
    moment_run(txn, book,
            &(HookMoment){.moment = MOMENT_DECISION_MADE, .arena = court, .passed = 1});
}

static void lapse(Txn *txn, Book *book, uint8_t plaintiff, int32_t claim) {
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_SUIT, plaintiff);
    uint16_t progress = def_cell(txn->def, TRACK_PROGRESS, claim, plaintiff),
             power = stock_standing(txn->def, plaintiff, COEF_AUDIENCE_POWER);
    tell(txn, plaintiff, claim, 0);
    txn_delta(txn, progress, -txn->state->cell[progress], cause);
    if (power == UINT16_MAX) return;
    book_add(book, txn->def, power, -10 * txn->def->coef[COEF_SUIT_LAPSE], cause,
            EVENT_COUNTS);
    book_settle(txn, book);
}

static void settle_one(Txn *txn, Book *book, uint8_t plaintiff, int32_t claim) {
    int32_t needs = suit_needs(txn->def, txn->state, claim),
            progress = state_at(txn->def, txn->state, TRACK_PROGRESS, claim, plaintiff);
    bool open = needs > 0 && !((txn->state->claims_won >> claim) & 1);
    if (open && progress >= 10 * needs)
        grant(txn, book, plaintiff, claim);
    else if (txn->state->suit[claim][plaintiff] < txn->state->round)
        lapse(txn, book, plaintiff, claim);
}

void suit_settle(Txn *txn, Book *book) {
    for (int32_t claim = 0; claim < def_count(txn->def, KIND_CLAUSE); claim++) {
        for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
            if (txn->state->suit[claim][actor] != 0) settle_one(txn, book, actor, claim);
        }
    }
}

// rules/effect_words.c — change words of packs that are not numbers. Never: numbers (effect.c), meetings' own words (speech.c reads them).
#include "rules/effect_words.h"
#include "rules/building.h"
#include "rules/champion.h"
#include "rules/defer.h"
#include "rules/happening.h"
#include "rules/motion.h"
#include "rules/ruling.h"
#include "rules/side_offer.h"
#include "rules/suit.h"
#include "rules/watch.h"

static uint64_t persons(const Effect *effect, Sel sel, uint64_t otherwise) {
    return sel.how == SEL_NONE ? otherwise : expr_select(&effect->scope->expr, sel);
}

// The amount of a word in whole points: given by a function in tenths, or an expression.
static int32_t whole_amount(Effect *effect, const Change *change) {
    if (effect->given) return *effect->given / 10;
    return change->amount ? expr_amount(&effect->scope->expr, change->amount) : 0;
}

static uint64_t everyone(const Txn *txn) {
    return ((uint64_t)1 << def_count(txn->def, KIND_ACTOR)) - 1;
}

static uint64_t me_mask(const Effect *effect) {
    uint8_t me = effect->scope->expr.me;
    return me == NONE ? 0 : (uint64_t)1 << me;
}

static void emit_with_cause(Txn *txn, Effect *effect, Event *event) {
    event->cause = effect->cause;
    event->flags = effect->flags & (uint8_t)~EVENT_COUNTS;
    txn_emit(txn, event);
}

// What fills {n} of a told text, in whole points.
static int16_t told_number(Effect *effect, const Change *change) {
    if (effect->given)
        return (int16_t)core_clamp(*effect->given / 10, INT16_MIN, INT16_MAX);
    if (change->amount == 0) return 0;
    int32_t number = expr_amount(&effect->scope->expr, change->amount);
    return (int16_t)core_clamp(number, INT16_MIN, INT16_MAX);
}

static void tell(Txn *txn, Effect *effect, const Change *change) {
    Event event = txn_event(txn, EVENT_SAID, effect->scope->expr.me);
    event.a = change->a;
    event.b = (int16_t)(uint16_t)persons(effect, change->who, everyone(txn));
    event.c = change->b;
    event.d = told_number(effect, change);
    emit_with_cause(txn, effect, &event);
}

// Facts of one kind about a decider, as FACT_ bits.
static uint32_t facts(const Txn *txn, int32_t what, Thing target) {
    if (what == 2) {
        uint32_t all = ((1u << def_count(txn->def, KIND_CLAUSE)) - 1) * FACT_VALUE_0;
        return target.kind == KIND_CLAUSE ? (uint32_t)FACT_VALUE_0 << target.index : all;
    }
    if (what == 3) {
        uint32_t all = ((1u << def_count(txn->def, KIND_FRAME)) - 1) * FACT_RESONANCE_0;
        return target.kind == KIND_FRAME ? (uint32_t)FACT_RESONANCE_0 << target.index : all;
    }
    return FACT_STANCE;
}

// The one fact that was picked with the move: about nothing, a clause or a frame.
static uint32_t picked_fact(const Effect *effect, const Change *change) {
    int32_t place = change->b - CHANGE_ASKED;
    int32_t answer = place < ASKS_MAX ? effect->scope->expr.asked[place] : 0;
    int32_t kind = answer >> 8, index = answer & 255;
    if (kind == KIND_CLAUSE) return (uint32_t)FACT_VALUE_0 << index;
    if (kind == KIND_FRAME) return (uint32_t)FACT_RESONANCE_0 << index;
    return FACT_STANCE;
}

static void learn(Txn *txn, Effect *effect, uint8_t actor, int32_t decider, uint32_t bits) {
    Event event = txn_event(txn, EVENT_LEARNED, actor);
    event.a = (int16_t)(uint16_t)(bits & 0xFFFF);
    event.c = (int16_t)(uint16_t)(bits >> 16);
    event.b = (int16_t)decider;
    event.flags = EVENT_SECRET;
    event.cause = effect->cause;
    txn_emit(txn, &event);
}

static void reveal(Txn *txn, Effect *effect, const Change *change) {
    uint64_t to = persons(effect, change->who, me_mask(effect));
    uint64_t of = expr_select(&effect->scope->expr, change->toward);
    uint32_t bits = change->b >= CHANGE_ASKED
                            ? picked_fact(effect, change)
                            : facts(txn, change->a, effect->scope->expr.target);
    for (; to; to &= to - 1) {
        uint8_t actor = (uint8_t)__builtin_ctzll(to);
        for (uint64_t each = of; each; each &= each - 1) {
            int32_t thing = __builtin_ctzll(each);
            if (change->toward.kind == KIND_DECIDER) {
                learn(txn, effect, actor, thing, bits);
            } else if (change->toward.kind == KIND_ACTOR && thing != actor) {
                txn_say(txn, EVENT_LEARNED_TRUST, actor, thing, 0, 0, 0);
            }
        }
    }
}

static void each_actor(
        Txn *txn, uint64_t who, EventKind kind, int32_t a, int32_t b, int32_t c) {
    for (; who; who &= who - 1)
        txn_say(txn, kind, (uint8_t)__builtin_ctzll(who), a, b, c, 0);
}

static void happen(Txn *txn, Effect *effect, const Change *change) {
    int32_t after = whole_amount(effect, change);
    int32_t round = txn->state->round + core_clamp(after, 0, 6);
    if (change->b == 1) { // a window
        int32_t lasts = core_max(1, change->c);
        happening_window(txn, change->a, true, round + lasts - 1);
        return;
    }
    txn_say(txn, EVENT_QUEUED, NONE, change->a, core_max(1, round), 0, 0);
}

static void lock(Txn *txn, Effect *effect, const Change *change) {
    int32_t locked = change->op == CHANGE_LOCK;
    if (change->who.how == SEL_NONE) {
        txn_say(txn, EVENT_LOCK, NONE, change->a, locked, change->b, 0);
        return;
    }
    each_actor(txn, expr_select(&effect->scope->expr, change->who), EVENT_LOCK, change->a,
            locked, change->b);
}

static void position(Txn *txn, Effect *effect, const Change *change) {
    uint64_t who = persons(effect, change->who, me_mask(effect));
    uint64_t arenas = expr_select(&effect->scope->expr, change->toward);
    int32_t weight = whole_amount(effect, change);
    for (; who; who &= who - 1) {
        uint8_t actor = (uint8_t)__builtin_ctzll(who);
        for (uint64_t each = arenas; each; each &= each - 1) {
            int32_t arena = __builtin_ctzll(each);
            const Position *held = &txn->state->position[actor][arena];
            int32_t places = held->places | PLACE_SEAT | core_max(0, change->a);
            txn_say(txn, EVENT_POSITION, actor, arena, places,
                    core_max(held->weight, weight), 0);
        }
    }
}

void effect_word(Txn *txn, Book *book, Effect *effect, const Change *change) {
    switch (change->op) {
    case CHANGE_TELL: tell(txn, effect, change); break;
    case CHANGE_REVEAL:
        if (!watch_word(txn, effect, change)) reveal(txn, effect, change);
        break;
    case CHANGE_CHAMPION: champion_word(txn, effect, change); break;
    case CHANGE_SUIT: suit_word(txn, book, effect, change); break;
    case CHANGE_MOTION: motion_word(txn, effect, change); break;
    case CHANGE_SIDE_OFFER: side_offer_word(txn, effect, change); break;
    case CHANGE_DEFER: defer_word(txn, effect, change); break;
    case CHANGE_RULING: ruling_word(txn, book, effect, change); break;
    case CHANGE_PUBLISH:
        each_actor(txn, persons(effect, change->who, me_mask(effect)), EVENT_PUBLISHED, 0,
                0, 0);
        break;
    case CHANGE_HAPPEN: happen(txn, effect, change); break;
    case CHANGE_LOCK:
    case CHANGE_UNLOCK: lock(txn, effect, change); break;
    case CHANGE_FINISH: txn_say(txn, EVENT_ENDING, NONE, change->a, 0, 0, 0); break;
    case CHANGE_POSITION:
        if (change->b >= 0)
            loan_word(txn, effect, change);
        else
            position(txn, effect, change);
        break;
    case CHANGE_LOAN: loan_word(txn, effect, change); break;
    case CHANGE_GRANT: grant_word(txn, effect, change); break;
    case CHANGE_OPEN_ARENA: convene_word(txn, book, effect, change); break;
    case CHANGE_VOICE_GIFT: voice_gift_word(txn, effect, change); break;
    default:
        break; // words of the meeting are read by speech.c, later mechanisms are refused by the loader
    }
}

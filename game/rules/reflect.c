// rules/reflect.c — what BRIEF and REFLECT leave behind: expectations, ratings by the own people, credit. Never: the taps themselves (choice.c).
#include "rules/amend.h"
#include "rules/coalition.h"
#include "rules/deal.h"
#include "rules/meeting_parts.h"
#include "rules/phase.h"
#include "rules/stock.h"

// What an actor expects of the others becomes trust in each of them.
static void expect(Txn *txn, Book *book, uint8_t actor) {
    const Def *def = txn->def;
    int32_t expected = txn->state->expects[actor] ? txn->state->expects[actor] - 2 : 0;
    if (expected == 0) return;
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_EXPECTED, actor);
    book_add(
            book, def, def_cell(def, TRACK_EXPECTATION, actor, 0), 10 * expected, cause, 0);
    for (int32_t other = 0; other < def_count(def, KIND_ACTOR); other++) {
        if (other == actor) continue;
        book_add(book, def, def_cell(def, TRACK_TRUST, actor, other), 10 * expected, cause,
                0);
    }
}

void brief_close(Txn *txn, Book *book) {
    book_reset(book);
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++)
        expect(txn, book, actor);
    book_settle(txn, book);
    coalition_begin(txn);
    meeting_refill(txn);
}

static void standing(Txn *txn, Book *book, uint8_t actor, Coef audience, int32_t points,
        EngineCause why) {
    uint16_t cell = stock_standing(txn->def, actor, audience);
    if (cell != UINT16_MAX)
        book_add(book, txn->def, cell, 10 * points,
                cause_of(CAUSE_ENGINE, (uint16_t)why, actor), 0);
}

static void trust(Txn *txn, Book *book, uint8_t of, uint8_t toward, int32_t points) {
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_CREDIT, toward);
    book_add(book, txn->def, def_cell(txn->def, TRACK_TRUST, of, toward), 10 * points,
            cause, EVENT_COUNTS);
}

static void claim(Txn *txn, Book *book, uint8_t actor) {
    const int16_t *coef = txn->def->coef;
    standing(
            txn, book, actor, COEF_AUDIENCE_PUBLIC, coef[COEF_CLAIM_PUBLIC], ENGINE_CREDIT);
    for (uint8_t other = 0; other < def_count(txn->def, KIND_ACTOR); other++) {
        if (other == actor || coalition_shared(txn->state, actor, other) == NONE) continue;
        trust(txn, book, other, actor, -coef[COEF_CLAIM_TRUST]);
    }
}

static void give(Txn *txn, Book *book, uint8_t actor, uint8_t receiver) {
    trust(txn, book, receiver, actor, txn->def->coef[COEF_GIVE_TRUST]);
    standing(txn, book, actor, COEF_AUDIENCE_SECTOR, txn->def->coef[COEF_GIVE_PEER],
            ENGINE_CREDIT);
    deal_note_credit(txn, actor, receiver);
}

void reflect_close(Txn *txn, Book *book) {
    book_reset(book);
    amend_close_all(txn, book);
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        int32_t rating = txn->state->rated[actor] ? txn->state->rated[actor] - 2 : 0;
        standing(txn, book, actor, COEF_AUDIENCE_HOME,
                rating * txn->def->coef[COEF_BASE_RATING], ENGINE_RATING);
        uint8_t credit = txn->state->credit[actor];
        if (credit == 1)
            claim(txn, book, actor);
        else if (credit >= CREDIT_GIVEN)
            give(txn, book, actor, (uint8_t)(credit - CREDIT_GIVEN));
    }
    book_settle(txn, book);
    deal_credit_due(txn, book);
}

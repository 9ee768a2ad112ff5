// rules/news.c — NEWS in its order: refill, echoes, windows, happenings, loans. Never: the content of a happening.
#include "rules/echo.h"
#include "rules/happening.h"
#include "rules/loan.h"
#include "rules/phase.h"

static void refill_time(Txn *txn) {
    for (int32_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        uint16_t cell = def_cell(txn->def, TRACK_TIME, actor, 0);
        int32_t full = 10 * txn->def->actors[actor].time;
        txn_delta(txn, cell, full - txn->state->cell[cell], cause_engine(ENGINE_REFILL));
    }
}

static void pay_income(Txn *txn, Book *book) {
    const Def *def = txn->def;
    Cause cause = cause_engine(ENGINE_INCOME);
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
            int32_t income = state_at(def, txn->state, TRACK_INCOME, actor, r);
            book_add(book, def, def_cell(def, TRACK_RESOURCE, actor, r), income, cause, 0);
        }
        const Actor *a = &def->actors[actor];
        book_add(book, def, def_cell(def, TRACK_STORY, actor, 0), 10 * a->story_income,
                cause, 0);
        book_add(book, def, def_cell(def, TRACK_EVIDENCE, actor, 0),
                10 * a->evidence_income, cause, 0);
    }
    book_settle(txn, book);
}

void news_run(Txn *txn, Book *book) {
    book_reset(book);
    refill_time(txn);
    if (txn->state->round > 1) pay_income(txn, book);
    echo_run(txn, book);
    happening_windows(txn);
    happening_run(txn, book);
    loan_return_due(txn);
}

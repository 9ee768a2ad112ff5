// rules/challenge.c — matters arising: a line of the minutes is doubted; a slanted one is struck. Never: shows a slant to anybody before.
#include "rules/challenge.h"
#include "rules/stock.h"

static void lose(Txn *txn, Book *book, const Act *act, uint8_t who, int32_t points) {
    uint16_t cell = stock_standing(txn->def, who, COEF_AUDIENCE_SECTOR);
    if (cell == UINT16_MAX || points == 0) return;
    book_add(
            book, txn->def, cell, -10 * points, cause_act(act), EVENT_MICRO | EVENT_COUNTS);
}

static void tell(Txn *txn, const Act *act, bool slanted) {
    Event event = txn_event(txn, EVENT_CHALLENGED, act->actor);
    event.a = act->target.index;
    event.b = slanted;
    event.flags = EVENT_MICRO;
    event.cause = cause_act(act);
    txn_emit(txn, &event);
}

static void strike(Txn *txn, const Act *act) {
    uint8_t slot = act->target.index;
    const Utterance *u = &txn->state->utterance[slot];
    txn_say(txn, EVENT_AGED, act->actor, slot, u->age, 0, UTTERANCE_CLOSED);
}

bool challenge_run(Txn *txn, Book *book, const Act *act, bool slanted, bool first) {
    const Utterance u = txn->state->utterance[act->target.index];
    tell(txn, act, slanted);
    if (!slanted) {
        lose(txn, book, act, act->actor, txn->def->coef[COEF_SLANT_WRONG]);
        return false;
    }
    if (first && u.taker < ACTORS_MAX)
        lose(txn, book, act, u.taker, txn->def->coef[COEF_SLANT_FOUND]);
    if (first) strike(txn, act);
    return true;
}

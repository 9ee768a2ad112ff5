// rules/backstage.c — BACKSTAGE opens and closes. Never: talk (that is not the engine's), or what deals give (deal.c).
#include "rules/aside.h"
#include "rules/card.h"
#include "rules/coalition.h"
#include "rules/phase.h"
#include "rules/side_offer.h"

// Offers nobody answered in an earlier round are off the table; members of what may split are asked.
void backstage_open(Txn *txn) {
    for (int32_t slot = 0; slot < DEALS_MAX; slot++) {
        const Deal *deal = &txn->state->deal[slot];
        if (deal->state != DEAL_OFFERED || deal->round >= txn->state->round) continue;
        Event event = txn_event(txn, EVENT_DEAL_STATE, deal->party[0]);
        event.a = (int16_t)slot;
        event.c = DEAL_DECLINED;
        event.cause.target = (Thing){KIND_ACTOR, deal->party[1]};
        event.flags = deal->is_public ? 0 : EVENT_QUIET;
        txn_emit(txn, &event);
    }
    coalition_split_ask(txn);
    side_offer_open(txn);
}

void backstage_close(Txn *txn, Book *book) {
    aside_close(txn);
    book_reset(book);
    card_finish_all(txn, book);
    coalition_close(txn, book);
}

// rules/coalition_split.c — a coalition that hardly holds asks each member to stay or go. Never: makes anybody stay.
#include "rules/card.h"
#include "rules/coalition.h"

bool coalition_may_split(const Def *def, const State *state, int32_t slot) {
    return state->coalition[slot].members != 0
           && state_at(def, state, TRACK_COHESION, slot, 0)
                      < 10 * def->coef[COEF_COHESION_SPLIT];
}

void coalition_split_ask(Txn *txn) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (!coalition_may_split(txn->def, txn->state, slot)) continue;
        CardAsk ask = {.kind = CHOICE_SPLIT,
                .about = (uint8_t)slot,
                .by = NONE,
                .asked = txn->state->coalition[slot].members};
        (void)card_open(txn, &ask); // a full table asks again in the next round
    }
}

// All answers take effect together. Who goes at this point owes nothing.
void coalition_split_run(Txn *txn, Book *book, const OpenChoice *card) {
    (void)book;
    int32_t slot = card->about & (COALITIONS_MAX - 1);
    const Coalition *coalition = &txn->state->coalition[slot];
    uint16_t gone = 0;
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        bool goes = ((card->asked >> actor) & 1) && card->answer[actor] == 1;
        if (goes) gone |= (uint16_t)(1u << actor);
    }
    gone &= coalition->members;
    if (gone) coalition_shrink(txn, slot, gone, NONE);
}

// rules/card.c — choices the engine itself deals: asked, answered, carried out. Never: what an answer brings (the file of its mechanism).
#include "rules/card.h"
#include "rules/building.h"
#include "rules/coalition.h"
#include "rules/motion.h"
#include "rules/side_offer.h"

// One row for each kind. gate may be NULL: every answer is open. run gets the card with silence filled in.
typedef struct CardRow {
    int32_t answers;
    Verdict (*gate)(const Def *def, const State *state, const OpenChoice *card,
            int32_t answer, uint8_t actor);
    void (*run)(Txn *txn, Book *book, const OpenChoice *card);
    bool sealed; // takes effect when the step is over, not with the last answer
} CardRow;

static const CardRow rows[CHOICE_KIND_COUNT] = {
        [CHOICE_SPLIT] = {2, NULL, coalition_split_run, false},
        [CHOICE_MOTION] = {3, NULL, motion_decide,       true },
 // CHOICE_RULING: the facilitator answers (ruling.c)
        [CHOICE_OFFER] = {2, NULL, side_offer_answer,   true },
        [CHOICE_CONSENT] = {2, NULL, consent_run,         false},
};

int32_t card_answers(ChoiceKind kind) {
    return kind < CHOICE_KIND_COUNT ? rows[kind].answers : 0;
}

// Nobody signs for a seat that is empty or held by a stand-in.
static uint16_t who_can_answer(const Txn *txn, uint16_t asked) {
    uint16_t mask = 0;
    for (int32_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        uint8_t by = txn->state->seat_by[actor];
        if (((asked >> actor) & 1) && (by == BY_PERSON || by == BY_COMPUTER))
            mask |= (uint16_t)(1u << actor);
    }
    return mask;
}

bool card_open(Txn *txn, const CardAsk *ask) {
    uint16_t asked = who_can_answer(txn, ask->asked);
    for (int32_t slot = 0; asked != 0 && slot < OPEN_CHOICES_MAX; slot++) {
        if (txn->state->choice[slot].open) continue;
        Event event = txn_event(txn, EVENT_CARD, ask->by);
        event.a = (int16_t)slot;
        event.b = (int16_t)ask->kind;
        event.c = (int16_t)asked;
        event.d = ask->about;
        event.raw = ask->a;
        event.applied = ask->b;
        event.flags = EVENT_SECRET;
        txn_emit(txn, &event);
        return true;
    }
    return false;
}

static const OpenChoice *card_at(const State *state, int32_t slot) {
    if (slot < 0 || slot >= OPEN_CHOICES_MAX) return NULL;
    const OpenChoice *card = &state->choice[slot];
    bool known =
            card->open && card->kind != CHOICE_HAPPENING && card->kind < CHOICE_KIND_COUNT;
    return known ? card : NULL;
}

Verdict card_gate(
        const Def *def, const State *state, int32_t slot, int32_t answer, uint8_t actor) {
    const OpenChoice *card = card_at(state, slot);
    bool mine =
            card && actor < ACTORS_MAX && (((card->asked & ~card->answered) >> actor) & 1);
    if (!mine) return verdict_no(VERDICT_NO_CHOICE);
    const CardRow *row = &rows[card->kind];
    if (answer < 0 || answer >= row->answers) return verdict_no(VERDICT_BAD_ANSWER);
    return row->gate ? row->gate(def, state, card, answer, actor) : verdict_ok();
}

void card_says(Txn *txn, int32_t slot, int32_t answer, uint8_t actor) {
    Event event = txn_event(txn, EVENT_CARD_SAYS, actor);
    event.a = (int16_t)slot;
    event.b = (int16_t)answer;
    event.flags = EVENT_SECRET;
    txn_emit(txn, &event);
    const OpenChoice *card = &txn->state->choice[slot];
    bool last = (card->asked & ~card->answered) == 0;
    if (last && !rows[card->kind].sealed) card_finish(txn, txn->book, slot);
}

void card_finish(Txn *txn, Book *book, int32_t slot) {
    const OpenChoice *open = card_at(txn->state, slot);
    if (!open) return;
    OpenChoice card = *open;
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        if (card.answer[actor] == NONE) card.answer[actor] = 0;
    }
    txn_say(txn, EVENT_CARD_END, NONE, slot, 0, 0, 0);
    if (rows[card.kind].run) rows[card.kind].run(txn, book, &card);
    book_settle(txn, book);
}

void card_finish_kind(Txn *txn, Book *book, ChoiceKind kind) {
    for (int32_t slot = 0; slot < OPEN_CHOICES_MAX; slot++) {
        if (txn->state->choice[slot].kind == kind) card_finish(txn, book, slot);
    }
}

void card_finish_all(Txn *txn, Book *book) {
    for (int32_t slot = 0; slot < OPEN_CHOICES_MAX; slot++)
        card_finish(txn, book, slot);
}

// rules/ruling.c — hearings before RESOLUTION and what is ruled in them. Never: picks an answer itself, beside the pack's default.
#include "rules/ruling.h"
#include "rules/gate_parts.h"

static int32_t menu_of(const Def *def, const Act *act) {
    const Move *move = &def->moves[act->move];
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        if (change->op == CHANGE_RULING && change->a >= 0) return change->a;
    }
    return -1;
}

static bool put(Txn *txn, uint8_t actor, int32_t menu) {
    for (int32_t slot = 0; slot < OPEN_CHOICES_MAX; slot++) {
        if (txn->state->choice[slot].open) continue;
        Event event = txn_event(txn, EVENT_CARD, actor);
        event.a = (int16_t)slot;
        event.b = CHOICE_RULING;
        event.d = actor;
        event.raw = (int16_t)menu;
        txn_emit(txn, &event);
        return true;
    }
    return false;
}

bool ruling_open(Txn *txn) {
    bool any = false;
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        for (int32_t i = 0; i < txn->state->plan_count[actor]; i++) {
            const Act *act = &txn->state->plan[actor][i];
            if (act->move >= txn->def->moves_count) continue;
            int32_t menu = menu_of(txn->def, act);
            bool heard =
                    menu >= 0 && gate_pay(txn->def, txn->state, act).code == VERDICT_OK;
            if (heard) any |= put(txn, actor, menu);
        }
    }
    return any;
}

static const OpenChoice *card_at(const State *state, int32_t slot) {
    if (slot < 0 || slot >= OPEN_CHOICES_MAX) return NULL;
    const OpenChoice *card = &state->choice[slot];
    return card->open && card->kind == CHOICE_RULING ? card : NULL;
}

Verdict ruling_gate(const Def *def, const State *state, int32_t slot, int32_t answer) {
    const OpenChoice *card = card_at(state, slot);
    if (!card || card->answer[0] != NONE) return verdict_no(VERDICT_NO_CHOICE);
    bool listed = answer >= 0 && answer < def->happenings[card->a].choices_count;
    return listed ? verdict_ok() : verdict_no(VERDICT_BAD_ANSWER);
}

void ruling_says(Txn *txn, int32_t slot, int32_t answer) {
    txn_say(txn, EVENT_CARD_SAYS, NONE, slot, answer, 0, 0);
}

static int32_t find(const State *state, uint8_t actor, int32_t menu) {
    for (int32_t slot = 0; slot < OPEN_CHOICES_MAX; slot++) {
        const OpenChoice *card = card_at(state, slot);
        if (card && card->about == actor && card->a == menu) return slot;
    }
    return -1;
}

// The bounded list is data of the pack; the engine carries out one line of it in the scope of who argued.
static void carry_out(
        Txn *txn, Book *book, const Effect *effect, const Choice *choice, int32_t place) {
    Scope scope;
    scope_plain(&scope, txn->def, txn->state, effect->scope->expr.me);
    Effect ruled = {.scope = &scope,
            .cause = cause_of(CAUSE_CHOICE, (uint16_t)place, effect->scope->expr.me),
            .factors = effect_plain(),
            .flags = effect->flags};
    effect_run(txn, book, &ruled, choice->changes);
}

void ruling_word(Txn *txn, Book *book, Effect *effect, const Change *change) {
    uint8_t me = effect->scope->expr.me;
    if (change->a < 0 || change->a >= txn->def->happenings_count) return;
    const Happening *menu = &txn->def->happenings[change->a];
    int32_t slot = me == NONE ? -1 : find(txn->state, me, change->a);
    if (slot < 0 || menu->choices_count == 0) return;
    if (txn->state->choice[slot].answer[0] == NONE)
        ruling_says(txn, slot, menu->choices_default);
    int32_t answer = txn->state->choice[slot].answer[0],
            place = menu->choices_first + answer;
    txn_say(txn, EVENT_CARD_END, NONE, slot, 0, 0, 0);
    if (answer < menu->choices_count)
        carry_out(txn, book, effect, &txn->def->choices[place], place);
}

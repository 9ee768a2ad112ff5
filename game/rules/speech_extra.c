// rules/speech_extra.c — what makes words stronger than their point: stories and facts, the pen, own ground, a partner's voice. Never: the words.
#include "rules/gate_parts.h"
#include "rules/scope.h"
#include "rules/speech_parts.h"

// Paid backstage; said if the partner is here and the clause is on the table.
static bool can_voice(const Speech *speech, const Aside *aside) {
    const State *state = speech->txn->state;
    bool words = aside->about.kind == KIND_FRAME
                 || (aside->about.kind == KIND_CLAUSE
                         && gate_on_agenda(state, aside->about.index));
    return aside->state == ASIDE_AGREED && words && ((state->present >> aside->to) & 1);
}

static Said said_for(const Speech *speech, const Aside *aside, int32_t number) {
    Act act = {.id = (uint16_t)(speech->txn->state->next_act + number),
            .move = aside->move,
            .actor = aside->by,
            .target = aside->about,
            .side = aside->side,
            .arena = speech->arena};
    const Move *move = &speech->txn->def->moves[aside->move];
    for (int32_t i = 0; i < move->asks_count; i++)
        act.asked[i] = (int16_t)(aside->about.kind * 256 + aside->about.index);
    return (Said){
            .act = act,
            .words = {true, aside->about, aside->side},
            .won = true,
            .primed = true,
            .voiced_by = aside->to
    };
}

void speech_primed(Speech *speech, int32_t acts) {
    Txn *txn = speech->txn;
    for (int32_t slot = 0; slot < ASIDES_MAX; slot++) {
        const Aside aside = txn->state->aside[slot];
        if (!can_voice(speech, &aside) || speech->count == SPEECH_ITEMS_MAX) continue;
        Said said = said_for(speech, &aside, ++acts);
        speech->items[speech->count++] = said;
        Event event = txn_event(txn, EVENT_ASIDE_STATE, aside.by);
        event.a = (int16_t)slot;
        event.b = ASIDE_FREE;
        event.flags = EVENT_MICRO | EVENT_SECRET;
        txn_emit(txn, &event);
    }
}

Said *speech_backed(Speech *speech, const Act *act) {
    for (int32_t i = 0; i < speech->count; i++) {
        Said *said = &speech->items[i];
        bool own = said->words.speaks && !said->primed && said->act.actor == act->actor
                   && point_same_topic(said->words.on, act->target);
        if (own && said->backed == 0 && said->token == 0) return said;
    }
    return NULL;
}

uint8_t speech_backing(Txn *txn, const Act *act) {
    const Move *move = &txn->def->moves[act->move];
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &txn->def->changes[move->changes.first + i];
        if (change->op != CHANGE_UTTER) continue;
        Scope scope;
        scope_act(&scope, txn->def, txn->state, act);
        return (uint8_t)core_clamp(
                expr_amount(&scope.expr, change->amount), 0, UTTERANCE_STRENGTH_MAX);
    }
    return 0;
}

// A story or a fact named with the words themselves is spent, if it is there.
static int32_t spend_token(Txn *txn, const Said *said) {
    if (said->token == 0) return 0;
    int32_t track = said->token == 1 ? TRACK_STORY : TRACK_EVIDENCE;
    uint16_t cell = def_cell(txn->def, track, said->act.actor, 0);
    if (txn->state->cell[cell] < 10) return 0;
    txn_delta(txn, cell, -10, cause_act(&said->act));
    return txn->def->coef[COEF_TOKEN_GAIN];
}

// Who holds the pen writes its own wording and that of its coalition partners a little better.
static int32_t pen_gain(const Speech *speech, const Said *said) {
    const State *state = speech->txn->state;
    uint8_t pen = state->pen_now, actor = said->act.actor;
    if (pen >= ACTORS_MAX || point_topic(said->words.on) != UTTER_WORD) return 0;
    bool helps = pen == actor;
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = state->coalition[slot].members;
        helps |= (members >> pen) & (members >> actor) & 1;
    }
    return helps ? speech->txn->def->coef[COEF_PEN_GAIN] : 0;
}

// On own ground the first words on the list weigh more.
static int32_t home_gain(const Speech *speech, const Said *said) {
    const Def *def = speech->txn->def;
    uint8_t actor = said->act.actor;
    if (said->primed || !((def->arenas[speech->arena].home_of >> actor) & 1)) return 0;
    for (const Said *other = speech->items; other < said; other++) {
        if (other->act.actor == actor && other->words.speaks && !other->primed) return 0;
    }
    return def->coef[COEF_HOME_GAIN];
}

int32_t speech_extras(Speech *speech, const Said *said) {
    const Def *def = speech->txn->def;
    int32_t extras = spend_token(speech->txn, said) + said->backed + pen_gain(speech, said)
                     + home_gain(speech, said);
    if (said->primed) extras += def->coef[COEF_PRIME_GAIN];
    return core_min(extras, def->coef[COEF_EXTRAS_MAX]);
}

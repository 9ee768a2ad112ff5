// rules/speech.c — speech closes: questions, strengths, resistance, wording, adoption, trust. Never: roles or minutes.
#include "model/verdict.h"
#include "rules/apply.h"
#include "rules/coalition.h"
#include "rules/credit.h"
#include "rules/deal.h"
#include "rules/meeting_parts.h"
#include "rules/moment.h"
#include "rules/phase.h"
#include "rules/scope.h"
#include "rules/speech_parts.h"
#include <string.h>

static uint8_t mechanism(const Speech *speech, const Act *act) {
    return speech->txn->def->moves[act->move].mechanism;
}

// One utterance per actor and target in a meeting.
static bool said_before(const Speech *speech, const Said *said) {
    for (int32_t i = 0; i < speech->count; i++) {
        const Said *other = &speech->items[i];
        if (other->act.actor != said->act.actor || !other->words.speaks
                || !said->words.speaks)
            continue;
        if (point_same_topic(other->words.on, said->words.on)) return true;
    }
    return false;
}

static Said *add(Speech *speech, const Said *said) {
    if (speech->count == SPEECH_ITEMS_MAX) return NULL;
    speech->items[speech->count] = *said;
    return &speech->items[speech->count++];
}

static void take(Speech *speech, const Act *act) {
    Txn *txn = speech->txn;
    Said said = {.act = *act,
            .won = true,
            .words = point_words(txn->def, act),
            .voiced_by = act->actor,
            .token = act->token};
    bool backs = mechanism(speech, act) == POINT_BACKS;
    if (said_before(speech, &said)) {
        txn_drop(txn, act, verdict_no(VERDICT_ONCE_A_TARGET));
        return;
    }
    Said *backed = backs ? speech_backed(speech, act) : NULL;
    if (backs && !backed) {
        txn_drop(txn, act, verdict_no(VERDICT_NO_WORDS));
        return;
    }
    if (!meeting_payable(txn, act)) return;
    Said *kept = add(speech, &said);
    if (!kept) return;
    apply_keep_lets(txn->def, txn->state, act, &kept->paid);
    meeting_pay_voice(txn, act);
    apply_costs(txn, speech->book, act, false);
    book_settle(txn, speech->book);
    if (backed) backed->backed = speech_backing(txn, act);
}

// Words first: what goes with them looks for them.
static void collect(Speech *speech) {
    Act acts[MEETING_ACTS_MAX];
    int32_t count = meeting_acts(speech->txn, acts);
    speech_primed(speech, count);
    for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < count; i++) {
            bool later = mechanism(speech, &acts[i]) == POINT_BACKS;
            if (mechanism(speech, &acts[i]) != POINT_ROLE && later == (pass == 1))
                take(speech, &acts[i]);
        }
    }
}

// Everybody in the room sees where the decider leans.
static void show_band(Txn *txn, const Act *act) {
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        if (!((txn->state->present >> actor) & 1)) continue;
        Event event = txn_event(txn, EVENT_LEARNED, actor);
        event.a = FACT_STANCE;
        event.b = act->target.index;
        event.flags = EVENT_MICRO | EVENT_SECRET; // each learns for itself
        event.cause = cause_act(act);
        txn_emit(txn, &event);
    }
}

static void ask_actor(Txn *txn, const Act *act) {
    Event event = txn_event(txn, EVENT_QUESTION, act->actor);
    event.b = act->arena;
    event.flags = EVENT_MICRO;
    event.cause = cause_act(act);
    txn_emit(txn, &event);
}

static void questions(Speech *speech) {
    for (int32_t i = 0; i < speech->count; i++) {
        const Act *act = &speech->items[i].act;
        if (mechanism(speech, act) != POINT_QUESTION) continue;
        if (act->target.kind == KIND_DECIDER)
            show_band(speech->txn, act);
        else if (act->target.kind == KIND_ACTOR)
            ask_actor(speech->txn, act);
    }
}

// The first reading that is heard: highest bid, then ties. NULL when nobody reads.
static const Act *first_reading(const Speech *speech) {
    const Act *best = NULL;
    for (int32_t i = 0; i < speech->count; i++) {
        const Act *act = &speech->items[i].act;
        if (mechanism(speech, act) != POINT_READING) continue;
        bool equal = best && act->bid == best->bid;
        if (!best || act->bid > best->bid
                || (equal && ties_before(&speech->ties, act->actor, best->actor))) {
            best = act;
        }
    }
    return best;
}

static int32_t strength_of(Speech *speech, Said *said, bool beaten) {
    Txn *txn = speech->txn;
    const Act *act = &said->act;
    Scope scope;
    scope_act(&scope, txn->def, txn->state, act);
    if (said->paid.kept) memcpy(scope.lets, said->paid.lets, sizeof scope.lets);
    int32_t strength = beaten ? 1 + act->bid
                              : expr_amount(&scope.expr, txn->def->moves[act->move].utters);
    said->extras = (uint8_t)speech_extras(speech, said);
    return core_clamp(strength + said->extras, 0, UTTERANCE_STRENGTH_MAX);
}

static int32_t free_slot(const State *state) {
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        if (state->utterance[i].state == UTTERANCE_FREE) return i;
    }
    return -1;
}

static void utter(Speech *speech, Said *said, bool beaten) {
    Txn *txn = speech->txn;
    int32_t slot = free_slot(txn->state);
    int32_t strength = strength_of(speech, said, beaten);
    said->won = slot >= 0 && strength > 0 && !beaten;
    if (slot < 0) return;
    Event event = txn_event(txn, EVENT_UTTERANCE, said->act.actor);
    event.a = (int16_t)slot;
    event.b = (int16_t)strength;
    event.c = point_topic(said->words.on);
    event.d = event.c == UTTER_WORD ? said->words.side : 0;
    event.cell = (uint16_t)(said->extras << 8 | said->voiced_by);
    event.flags = EVENT_MICRO;
    event.cause = cause_act(&said->act);
    event.act = said->act;
    event.act.target = said->words.on;
    txn_emit(txn, &event);
}

static void strengths(Speech *speech) {
    const Act *first = first_reading(speech);
    for (int32_t i = 0; i < speech->count; i++) {
        Said *said = &speech->items[i];
        if (!said->words.speaks) continue;
        bool reading = mechanism(speech, &said->act) == POINT_READING;
        utter(speech, said, reading && &said->act != first);
    }
}

static bool spoken_here(const Speech *speech, const Utterance *u) {
    return u->state == UTTERANCE_SPOKEN && u->arena == speech->arena;
}

static bool matches(const Utterance *u, const Act *resist) {
    if (u->author == resist->actor || u->strength == 0) return false;
    if (u->kind != point_topic(resist->target) || u->target != resist->target.index)
        return false;
    return u->kind != UTTER_WORD || u->direction == resist->side;
}

// Strongest matching utterance in a state (spoken today, or in the minutes) that was not hit yet; equal ones as they were said.
static int32_t strongest(
        const Speech *speech, const Act *resist, uint8_t wanted, const bool *hit) {
    int32_t best = -1;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &speech->txn->state->utterance[i];
        if (hit[i] || u->state != wanted || u->arena != speech->arena
                || !matches(u, resist))
            continue;
        bool stronger =
                best < 0 || u->strength > speech->txn->state->utterance[best].strength;
        bool earlier = best >= 0
                       && u->strength == speech->txn->state->utterance[best].strength
                       && u->author < speech->txn->state->utterance[best].author;
        if (stronger || earlier) best = i;
    }
    return best;
}

static void weaken(Speech *speech, const Act *resist, int32_t slot, int32_t by) {
    Txn *txn = speech->txn;
    const Utterance *u = &txn->state->utterance[slot];
    Event event = txn_event(txn, EVENT_STRENGTH, resist->actor);
    event.a = (int16_t)slot;
    event.b = (int16_t)(u->strength - by);
    event.c = u->strength;
    event.flags = EVENT_MICRO;
    event.cause = cause_act(resist);
    txn_emit(txn, &event);
    if (u->strength == 0 && u->state == UTTERANCE_LIVE) {
        txn_say(txn, EVENT_AGED, resist->actor, slot, u->age, 0, UTTERANCE_CLOSED);
    }
}

// Relationship suffers with each author that was hit.
static void lose_trust(Speech *speech, const Act *resist, uint16_t authors) {
    const Def *def = speech->txn->def;
    for (uint8_t author = 0; author < ACTORS_MAX; author++) {
        if (!((authors >> author) & 1)) continue;
        book_add(speech->book, def, def_cell(def, TRACK_TRUST, author, resist->actor),
                -10 * def->coef[COEF_RESIST_TRUST], cause_act(resist),
                EVENT_MICRO | EVENT_COUNTS);
    }
}

// As the point says, else by the voice that was bid.
static int32_t force_of(const Speech *speech, const Said *said) {
    const Def *def = speech->txn->def;
    const Move *move = &def->moves[said->act.move];
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        if (change->op != CHANGE_RESIST || change->amount == 0) continue;
        Scope scope;
        scope_act(&scope, def, speech->txn->state, &said->act);
        return core_clamp(
                expr_amount(&scope.expr, change->amount), 0, UTTERANCE_STRENGTH_MAX);
    }
    return def->coef[COEF_RESIST_FORCE] * core_max(1, said->act.bid);
}

static void resist(Speech *speech, Said *said) {
    const State *state = speech->txn->state;
    bool instead = mechanism(speech, &said->act) == POINT_ALTERNATIVE;
    int32_t force = force_of(speech, said);
    bool hit[UTTERANCES_MAX] = {false};
    uint16_t authors = 0;
    static const uint8_t order[2] = {UTTERANCE_SPOKEN, UTTERANCE_LIVE};
    for (int32_t pass = 0; pass < 2; pass++) {
        while (force > 0) {
            int32_t slot = strongest(speech, &said->act, order[pass], hit);
            if (slot < 0) break;
            int32_t by = core_min(force, state->utterance[slot].strength);
            hit[slot] = true;
            force -= by;
            authors |= (uint16_t)(1u << state->utterance[slot].author);
            weaken(speech, &said->act, slot, by);
        }
    }
    // Who offers something instead loses no trust, and has spoken either way.
    if (instead) return;
    said->won = authors != 0;
    lose_trust(speech, &said->act, authors);
}

static void resistance(Speech *speech) {
    for (int32_t i = 0; i < speech->count; i++) {
        uint8_t how = mechanism(speech, &speech->items[i].act);
        if (how == POINT_RESIST || how == POINT_ALTERNATIVE)
            resist(speech, &speech->items[i]);
    }
}

// Authors of one direction, largest first, sharing 1000 by strength.
static int32_t sharers(
        const Speech *speech, uint8_t clause, int32_t direction, Author *authors) {
    int32_t strength[ACTORS_MAX] = {0}, sum = 0, count = 0, given = 0;
    uint8_t behind[ACTORS_MAX] = {0};
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &speech->txn->state->utterance[i];
        if (!spoken_here(speech, u) || u->kind != UTTER_WORD || u->target != clause)
            continue;
        if (u->direction != direction) continue;
        // Twice, so that words voiced by a partner can be halved.
        strength[u->author] += u->strength;
        strength[u->voiced_by] += u->strength;
        if (u->author != u->voiced_by) behind[u->author] = (uint8_t)(u->voiced_by + 1);
    }
    for (int32_t i = 0; i < ACTORS_MAX; i++)
        sum += strength[i];
    while (count < AUTHORS_MAX && sum > 0) {
        int32_t best = 0;
        for (int32_t i = 1; i < ACTORS_MAX; i++) {
            if (strength[i] > strength[best]) best = i;
        }
        if (strength[best] == 0) break;
        authors[count++] = (Author){.actor = (uint8_t)best,
                .behind = behind[best],
                .share = (uint16_t)(strength[best] * 1000 / sum)};
        given += authors[count - 1].share;
        strength[best] = 0;
    }
    if (count > 0) authors[0].share = (uint16_t)(authors[0].share + 1000 - given);
    return count;
}

static int32_t net_of(const Speech *speech, uint8_t clause) {
    int32_t net = 0;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &speech->txn->state->utterance[i];
        if (spoken_here(speech, u) && u->kind == UTTER_WORD && u->target == clause)
            net += u->direction * u->strength;
    }
    return net;
}

static int32_t step_of(const Def *def, int32_t net, int32_t sticky) {
    bool against = (net > 0 && sticky < 0) || (net < 0 && sticky > 0);
    int32_t needed = against ? def->coef[COEF_STICKY_STEP] : def->coef[COEF_WORD_STEP];
    if (core_abs(net) < needed) return 0;
    return net > 0 ? 1 : -1;
}

static void note_steps(Txn *txn, const Author *authors, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        Event event = txn_event(txn, EVENT_START_VALUES, authors[i].actor);
        event.cell = 4;
        event.a = authors[i].actor;
        event.c = (int16_t)((authors[i].share + 50) / 100);
        txn_emit(txn, &event);
    }
}

static void word_clause(Speech *speech, uint8_t clause) {
    const Def *def = speech->txn->def;
    const State *state = speech->txn->state;
    int32_t step = step_of(
            def, net_of(speech, clause), state_at(def, state, TRACK_STICKY, clause, 0));
    uint16_t cell = def_cell(def, TRACK_DRAFT, clause, 0);
    int32_t level = state->cell[cell] / 10 + step;
    if (step == 0 || level < 0 || level >= def->clauses[clause].levels_count) return;
    Author authors[AUTHORS_MAX];
    int32_t count = sharers(speech, clause, step, authors);
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_WORDING, NONE);
    cause.target = (Thing){KIND_CLAUSE, clause};
    book_add_shared(speech->book, def, cell, 10 * step, cause, EVENT_MICRO, authors, count);
    note_steps(speech->txn, authors, count);
}

static void wording(Speech *speech) {
    const State *state = speech->txn->state;
    for (int32_t i = 0; i < state->agenda_open; i++)
        word_clause(speech, state->agenda[i]);
}

static void adoption(Speech *speech) {
    const Def *def = speech->txn->def;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &speech->txn->state->utterance[i];
        if (!spoken_here(speech, u) || u->kind != UTTER_FRAME) continue;
        Cause cause = cause_of(CAUSE_MOVE, u->move, u->voiced_by);
        cause.act = u->act;
        cause.target = (Thing){KIND_FRAME, u->target};
        Author authors[CREDITS_MAX];
        int32_t count = credit_words(u, authors);
        book_add_shared(speech->book, def,
                def_cell(def, TRACK_FRAME, speech->arena, u->target),
                def->coef[COEF_ECHO_GAIN] * u->strength, cause, EVENT_MICRO, authors,
                count);
    }
}

// What the points bring beside words, all from one snapshot.
static void other_changes(Speech *speech) {
    Txn *txn = speech->txn;
    for (int32_t i = 0; i < speech->count; i++) {
        const Act *act = &speech->items[i].act;
        if (speech->items[i].primed) continue; // its changes came backstage
        EffectFactors factors = apply_own_factors(txn->def, txn->state, act);
        apply_changes_as_paid(txn, speech->book, act, &factors, &speech->items[i].paid);
    }
}

static void note_for_coalitions(Speech *speech) {
    WordPull pulls[UTTERANCES_MAX];
    int32_t count = 0;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &speech->txn->state->utterance[i];
        if (!spoken_here(speech, u) || u->kind != UTTER_WORD || u->strength == 0) continue;
        pulls[count++] = (WordPull){u->author, u->target, u->direction, u->strength};
    }
    coalition_words(speech->txn, speech->book, pulls, count);
}

static void note_frame(uint16_t *masks, uint8_t actor, Thing on) {
    if (point_topic(on) == UTTER_FRAME && on.index < FRAMES_MAX)
        masks[actor] |= (uint16_t)(1u << on.index);
}

static void note_for_deals(Speech *speech) {
    uint16_t words_for[ACTORS_MAX] = {0}, against[ACTORS_MAX] = {0};
    for (int32_t i = 0; i < speech->count; i++) {
        const Said *said = &speech->items[i];
        uint8_t how = mechanism(speech, &said->act);
        if (said->words.speaks) note_frame(words_for, said->act.actor, said->words.on);
        if (how == POINT_RESIST || how == POINT_ALTERNATIVE)
            note_frame(against, said->act.actor, said->act.target);
    }
    deal_note_words(speech->txn, words_for, against);
}

static void after(Speech *speech) {
    Txn *txn = speech->txn;
    for (int32_t i = 0; i < speech->count; i++) {
        if (!speech->items[i].primed)
            apply_done(txn, &speech->items[i].act, speech->items[i].won);
    }
    note_for_deals(speech);
    for (int32_t i = 0; i < speech->count; i++) {
        if (speech->items[i].primed) continue;
        HookMoment moment = {.moment = MOMENT_MOVE_MADE,
                .act = &speech->items[i].act,
                .arena = speech->arena};
        moment_run(txn, speech->book, &moment);
    }
}

void meeting_speech_close(Txn *txn, Book *book) {
    uint8_t arena = meeting_arena(txn->state);
    if (arena == NONE) return;
    Speech speech = {.txn = txn,
            .book = book,
            .arena = arena,
            .ties = ties_now(txn->def, txn->state)};
    collect(&speech);
    questions(&speech);
    strengths(&speech);
    resistance(&speech);
    wording(&speech);
    adoption(&speech);
    other_changes(&speech);
    note_for_coalitions(&speech);
    book->in_meeting = true;
    book_settle(txn, book);
    after(&speech);
}

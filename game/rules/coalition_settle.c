// rules/coalition_settle.c — what a round does to cohesion by itself, line by line. Never: what acts change.
#include "rules/coalition.h"
#include "rules/pressure.h"
#include "rules/stock.h"

static void line(Txn *txn, Book *book, int32_t slot, int32_t tenths, uint8_t actor) {
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_COHESION, actor);
    cause.target = (Thing){KIND_COALITION, (uint8_t)slot};
    book_add(book, txn->def, def_cell(txn->def, TRACK_COHESION, slot, 0), tenths, cause, 0);
}

static bool is_pressure(const Txn *txn, const Event *event, uint16_t members) {
    if (event->kind != EVENT_ACT || event->round != txn->state->round) return false;
    if (event->actor >= ACTORS_MAX || !((members >> event->actor) & 1)) return false;
    if (event->act.target.kind != KIND_DECIDER) return false;
    return txn->def->moves[event->act.move].kind == MOVE_VERB;
}

// Two members with different acts on one decider, on the same side, in this round.
static bool worked_together(const Txn *txn, uint16_t members) {
    const EventList *events = txn->events;
    for (int32_t i = 0; i < events->count; i++) {
        const Event *one = &events->items[i];
        if (!is_pressure(txn, one, members)) continue;
        for (int32_t j = i + 1; j < events->count; j++) {
            const Event *other = &events->items[j];
            if (!is_pressure(txn, other, members) || other->actor == one->actor) continue;
            bool same = other->act.target.index == one->act.target.index
                        && other->act.side == one->act.side;
            if (same && other->act.move != one->act.move) return true;
        }
    }
    return false;
}

static bool has_verbs(const Def *def) {
    for (int32_t i = 0; i < def->phases_count; i++) {
        if (def->phases[i].does == DOES_ACTION) return true;
    }
    return false;
}

static void work(Txn *txn, Book *book, int32_t slot, bool worked) {
    const Def *def = txn->def;
    if (!has_verbs(def)) return;
    uint16_t cell = def_cell(def, TRACK_INERTIA, slot, 0);
    Cause cause = cause_of(CAUSE_ENGINE, ENGINE_COHESION, NONE);
    if (worked) {
        line(txn, book, slot, 10 * def->coef[COEF_COHESION_WORK], NONE);
        book_add(book, def, cell, -txn->state->cell[cell], cause, 0);
        return;
    }
    line(txn, book, slot, -10 * def->coef[COEF_COHESION_IDLE], NONE);
    book_add(book, def, cell, 10, cause, 0);
}

static void backbone(Txn *txn, Book *book, int32_t slot) {
    const Def *def = txn->def;
    const Coalition *coalition = &txn->state->coalition[slot];
    if (!pressure_backbone_active(def, txn->state, (uint8_t)slot)) return;
    bool neutral = (def->actors[coalition->backbone].tags >> TAG_NEUTRAL) & 1;
    line(txn, book, slot,
            10 * def->coef[neutral ? COEF_COHESION_NEUTRAL : COEF_COHESION_BACKBONE],
            coalition->backbone);
    if (coalition->backbone_does != 2 || coalition->frame == NONE) return;
    Cause cause = cause_of(CAUSE_COALITION, (uint16_t)slot, coalition->backbone);
    for (int32_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        book_add(book, def, def_cell(def, TRACK_FRAME, arena, coalition->frame),
                def->coef[COEF_BACKBONE_FRAME], cause, 0);
    }
}

static void crowd(Txn *txn, Book *book, int32_t slot) {
    const Coalition *coalition = &txn->state->coalition[slot];
    int32_t above = state_members_count(coalition->members) - 4;
    if (above <= 0) return;
    Coef coef = coalition->backbone == NONE ? COEF_COHESION_CROWD
                                            : COEF_COHESION_CROWD_BACKBONE;
    line(txn, book, slot, -above * txn->def->coef[coef], NONE);
}

static void one_standing(
        Txn *txn, Book *book, int32_t slot, uint8_t actor, Coef audience, int32_t points) {
    uint16_t cell = stock_standing(txn->def, actor, audience);
    if (cell == UINT16_MAX) return;
    book_add(book, txn->def, cell, 10 * points,
            cause_of(CAUSE_COALITION, (uint16_t)slot, NONE), EVENT_COUNTS);
}

// Open books please the own people and not those who decide; closed doors the reverse.
static void flags(Txn *txn, Book *book, int32_t slot) {
    const Coalition *coalition = &txn->state->coalition[slot];
    int32_t points = txn->def->coef[COEF_COALITION_STANDING];
    int32_t sign = (coalition->flags & 1 ? 1 : 0) - (coalition->flags & 2 ? 1 : 0);
    for (uint8_t actor = 0; sign != 0 && actor < def_count(txn->def, KIND_ACTOR); actor++) {
        if (!((coalition->members >> actor) & 1)) continue;
        one_standing(txn, book, slot, actor, COEF_AUDIENCE_HOME, sign * points);
        one_standing(txn, book, slot, actor, COEF_AUDIENCE_POWER, -sign * points);
    }
}

void coalition_settle(Txn *txn, Book *book) {
    bool worked[COALITIONS_MAX];
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = txn->state->coalition[slot].members;
        worked[slot] = members && worked_together(txn, members);
        if (members == 0) continue;
        work(txn, book, slot, worked[slot]);
        backbone(txn, book, slot);
        crowd(txn, book, slot);
        flags(txn, book, slot);
    }
    book_settle(txn, book);
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (txn->state->coalition[slot].members)
            coalition_note_round(txn, slot, worked[slot]);
    }
}

static bool off_target(
        const Def *def, const State *state, int32_t slot, const WordPull *pull) {
    uint8_t target = state->coalition[slot].target[pull->clause];
    if (target == NONE) return false;
    int32_t draft = state_at(def, state, TRACK_DRAFT, pull->clause, 0) / 10;
    return target == draft || (target > draft) != (pull->direction > 0);
}

static bool disputed(uint16_t members, const WordPull *pulls, int32_t count) {
    uint16_t up = 0, down = 0;
    for (int32_t i = 0; i < count; i++) {
        if (!((members >> pulls[i].actor) & 1)) continue;
        uint16_t *side = pulls[i].direction > 0 ? &up : &down;
        *side |= (uint16_t)(1u << pulls[i].clause);
    }
    return (up & down) != 0;
}

void coalition_words(Txn *txn, Book *book, const WordPull *pulls, int32_t count) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = txn->state->coalition[slot].members;
        if (members == 0) continue;
        for (int32_t i = 0; i < count; i++) {
            bool own = (members >> pulls[i].actor) & 1;
            if (!own || !off_target(txn->def, txn->state, slot, &pulls[i])) continue;
            line(txn, book, slot, -10 * txn->def->coef[COEF_COHESION_OFF_TEXT],
                    pulls[i].actor);
        }
        if (disputed(members, pulls, count))
            line(txn, book, slot, txn->def->coef[COEF_COHESION_DISPUTE], NONE);
    }
}

// rules/resolve.c — RESOLUTION in its order: pay, prepare, press, settle, decide, after. Never: content of acts.
#include "rules/apply.h"
#include "rules/champion.h"
#include "rules/coalition.h"
#include "rules/deal.h"
#include "rules/decision.h"
#include "rules/ending.h"
#include "rules/gate_parts.h"
#include "rules/moment.h"
#include "rules/phase.h"
#include "rules/pressure.h"
#include "rules/suit.h"

enum { ACTS_MAX = ACTORS_MAX * PLAN_MAX };

typedef struct Resolution {
    Txn *txn;
    Book *book;
    Act acts[ACTS_MAX]; // paid ones, by actor, then in the order of the team's list
    EffectFactors factors[ACTS_MAX];
    PaidLets paid[ACTS_MAX];
    int32_t count;
} Resolution;

// Step 0: each act is judged once more and paid, in the order of the team's list.
static void pay(Resolution *resolution) {
    Txn *txn = resolution->txn;
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        for (int32_t i = 0; i < txn->state->plan_count[actor]; i++) {
            Act act = txn->state->plan[actor][i];
            if (act.move >= txn->def->moves_count) continue;
            Verdict verdict = gate_pay(txn->def, txn->state, &act);
            if (verdict.code != VERDICT_OK) {
                txn_drop(txn, &act, verdict);
                continue;
            }
            apply_keep_lets(
                    txn->def, txn->state, &act, &resolution->paid[resolution->count]);
            apply_costs(txn, resolution->book, &act, true);
            book_settle(txn, resolution->book);
            apply_done(txn, &act, true);
            resolution->acts[resolution->count++] = act;
        }
    }
}

static void book_step(Resolution *resolution, uint8_t step) {
    resolution->txn->step = step;
    for (int32_t i = 0; i < resolution->count; i++) {
        const Act *act = &resolution->acts[i];
        if (resolution->txn->def->moves[act->move].step != step) continue;
        apply_changes_as_paid(resolution->txn, resolution->book, act,
                &resolution->factors[i], &resolution->paid[i]);
    }
}

// Steps 1 to 3: what is prepared helps pressure in the same round, so each is applied at once.
static void prepare(Resolution *resolution) {
    Txn *txn = resolution->txn;
    for (uint8_t step = STEP_TRANSFER; step <= STEP_BUILD; step++) {
        for (int32_t i = 0; i < resolution->count; i++) {
            resolution->factors[i] =
                    apply_own_factors(txn->def, txn->state, &resolution->acts[i]);
        }
        book_step(resolution, step);
        book_settle(txn, resolution->book);
        if (step == STEP_TRANSFER) deal_transfers(txn);
    }
}

static void fade_heat(Txn *txn) {
    int32_t percent = txn->def->coef[COEF_HEAT_FADES];
    for (int32_t i = 0; percent > 0 && i < def_count(txn->def, KIND_DECIDER); i++) {
        uint16_t cell = def_cell(txn->def, TRACK_HEAT, i, 0);
        int32_t heat = txn->state->cell[cell];
        txn_delta(txn, cell, -(heat * percent / 100), cause_engine(ENGINE_FADE));
    }
}

// Steps 4 to 9: no pressing act sees another; everything is booked against one snapshot.
static void press(Resolution *resolution) {
    Txn *txn = resolution->txn;
    pressure_factors(
            txn->def, txn->state, resolution->acts, resolution->count, resolution->factors);
    pressure_caps(
            txn->def, txn->state, resolution->acts, resolution->count, resolution->book);
    for (uint8_t step = STEP_VOICE; step <= STEP_COURT; step++) {
        book_step(resolution, step);
        if (step == STEP_ACCESS) champion_push(txn, resolution->book);
    }
    txn->step = STEP_SETTLE;
    fade_heat(txn);
    book_settle(txn, resolution->book);
    suit_settle(txn, resolution->book);
}

static void tell_moves(Resolution *resolution) {
    for (int32_t i = 0; i < resolution->count; i++) {
        HookMoment moment = {.moment = MOMENT_MOVE_MADE, .act = &resolution->acts[i]};
        moment_run(resolution->txn, resolution->book, &moment);
    }
}

void resolve_end(Txn *txn, Book *book) {
    coalition_settle(txn, book);
    moment_run(txn, book, &(HookMoment){.moment = MOMENT_ROUND_SETTLES});
    txn->step = STEP_DECIDE;
    decision_scheduled(txn, book);
    txn->step = STEP_PROMISES;
    deal_due(txn, book);
    txn->step = STEP_AFTER;
    red_lines_run(txn, book);
    moment_run(txn, book, &(HookMoment){.moment = MOMENT_ROUND_ENDS});
    ending_check(txn, false);
    txn->step = STEP_CLOSE;
}

// What is judged and paid is the caller's copy; rules of packs and decisions stay out of it.
void resolve_try(Txn *txn, Book *book) {
    Resolution resolution;
    resolution.txn = txn;
    resolution.book = book;
    resolution.count = 0;
    book_reset(book);
    txn->step = STEP_PAY;
    pay(&resolution);
    prepare(&resolution);
    press(&resolution);
}

void resolve_run(Txn *txn, Book *book) {
    Resolution resolution = {.txn = txn, .book = book};
    book_reset(book);
    txn->step = STEP_PAY;
    pay(&resolution);
    txn_say(txn, EVENT_PLAN_CLEAR, NONE, 0, 0, 0, 0);
    prepare(&resolution);
    press(&resolution);
    tell_moves(&resolution);
    resolve_end(txn, book);
}

// rules/left.c — pays a sealed list in thought, act by act. Never: judges, or changes a State.
#include "rules/left.h"
#include "rules/effect.h"
#include <string.h>

enum { PAID_CELLS_MAX = 64 };

// What one act takes; worked out whole before any of it is taken.
typedef struct Taking {
    uint16_t cell[PAID_CELLS_MAX];
    int32_t tenths[PAID_CELLS_MAX];
    int32_t amount;
    int32_t count;
} Taking;

static void take_from(void *context, uint16_t cell) {
    Taking *taking = context;
    if (taking->count == PAID_CELLS_MAX) return;
    taking->cell[taking->count] = cell;
    taking->tenths[taking->count++] = taking->amount;
}

static void add_costs(Taking *taking, const Left *left, const Def *def, const State *state,
        const Act *act) {
    const Move *move = &def->moves[act->move];
    if (move->costs.count == 0) return;
    Scope scope;
    scope_act_left(&scope, def, state, left->own, act);
    Effect effect = {.scope = &scope, .factors = effect_plain()};
    for (int32_t i = 0; i < move->costs.count; i++) {
        const Change *cost = &def->changes[move->costs.first + i];
        if (!expr_holds(&scope.expr, cost->when)) continue;
        taking->amount = core_abs(effect_amount(&effect, cost));
        effect_cells(&effect, cost, take_from, taking);
    }
}

// Hours of the move, and a story or fact that goes with words.
static void add_own(Taking *taking, const Def *def, const Act *act) {
    static const uint8_t tokens[] = {0, TRACK_STORY, TRACK_EVIDENCE}; // by Act.token
    taking->amount = 10 * def->moves[act->move].time;
    if (taking->amount > 0) take_from(taking, def_cell(def, TRACK_TIME, act->actor, 0));
    taking->amount = 10;
    if (act->token > 0 && act->token < ARRAY_COUNT(tokens))
        take_from(taking, def_cell(def, tokens[act->token], act->actor, 0));
}

void left_open(Left *left, const Def *def, const State *state, uint8_t actor) {
    left->cells = state->cell;
    if (state->plan_count[actor] == 0) return;
    memcpy(left->own, state->cell, def->cells_count * sizeof *left->own);
    left->cells = left->own;
    for (int32_t i = 0; i < state->plan_count[actor]; i++) {
        const Act *act = &state->plan[actor][i];
        Taking taking = {.count = 0};
        add_costs(&taking, left, def, state, act);
        add_own(&taking, def, act);
        for (int32_t j = 0; j < taking.count; j++) {
            int16_t *cell = &left->own[taking.cell[j]];
            *cell = (int16_t)core_max(
                    def->cell_min[taking.cell[j]], *cell - taking.tenths[j]);
        }
    }
}

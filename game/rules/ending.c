// rules/ending.c — which ending fits, which red lines are crossed. Never: ends the game.
#include "rules/ending.h"
#include "rules/fold.h"
#include "rules/scope.h"
#include "rules/stock.h"
#include "rules/support.h"

uint8_t ending_forecast(const Def *def, const State *state, bool final) {
    Scope scope;
    scope_plain(&scope, def, state, NONE);
    for (int32_t i = 0; i < def->endings_count; i++) {
        const Ending *ending = &def->endings[i];
        if (!final && !ending->early) continue;
        if (expr_holds(&scope.expr, ending->when)) return (uint8_t)i;
    }
    return NONE;
}

bool ending_check(Txn *txn, bool final) {
    if (txn->state->ending != NONE) return true;
    uint8_t ending = ending_forecast(txn->def, txn->state, final);
    if (ending == NONE) return false;
    txn_say(txn, EVENT_ENDING, NONE, ending, 0, 0, 0);
    return true;
}

static bool any_passed(const Def *def, const State *state) {
    for (int32_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        if (state->decision[arena].passed) return true;
    }
    return false;
}

static bool holds_for(const Def *def, const State *state, uint8_t actor, ExprId when) {
    Scope scope;
    scope_plain(&scope, def, state, actor);
    return expr_holds(&scope.expr, when);
}

// Law is 0 until something passes; a line that would not hold with every clause at its top is about
// the law and says nothing yet.
static bool holds_with_full_law(
        const Def *def, const State *state, uint8_t actor, ExprId when) {
    State other = *state;
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        other.cell[def_cell(def, TRACK_LAW, clause, 0)] =
                (int16_t)(10 * (def->clauses[clause].levels_count - 1));
    }
    return holds_for(def, &other, actor, when);
}

// True when the line would be crossed in this state, whatever was crossed before.
static bool red_line_holds(
        const Def *def, const State *state, uint8_t actor, int32_t line) {
    ExprId when = def->actors[actor].red_lines[line].when;
    if (when == 0 || !holds_for(def, state, actor, when)) return false;
    return any_passed(def, state) || holds_with_full_law(def, state, actor, when);
}

static void pass_the_table(const Def *def, uint8_t arena, State *other) {
    uint8_t text[CLAUSES_MAX], issues = def->arenas[arena].issues;
    support_text(def, other, arena, text);
    Decision decision = other->decision[arena];
    decision.passed = decision.done = 1;
    fold_suppose_decision(other, arena, &decision);
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        if (issues != 0 && !((issues >> def->clauses[clause].issue) & 1)) continue;
        fold_suppose(other, def_cell(def, TRACK_LAW, clause, 0), 10 * text[clause]);
    }
}

bool red_line_warns(const Def *def, const State *state, uint8_t actor, int32_t line) {
    ExprId when = def->actors[actor].red_lines[line].when;
    if (when == 0 || ((state->red_crossed[actor] >> line) & 1)) return false;
    State other = *state;
    bool open = false;
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        bool decides = def->arenas[arena].decides != NONE && !state->decision[arena].done;
        if (decides) pass_the_table(def, arena, &other);
        open |= decides;
    }
    return open && holds_for(def, &other, actor, when);
}

bool ending_line_at(
        const Def *def, const State *state, uint8_t actor, int32_t clause, int32_t level) {
    const Actor *who = &def->actors[actor];
    State other = *state;
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++) {
        int32_t wished =
                who->wants_set[i] ? who->wants[i] : def->clauses[i].levels_count - 1;
        other.cell[def_cell(def, TRACK_LAW, i, 0)] =
                (int16_t)(10 * (i == clause ? level : wished));
    }
    for (int32_t line = 0; line < who->red_lines_count; line++) {
        ExprId when = who->red_lines[line].when;
        if (when != 0 && holds_for(def, &other, actor, when)
                && !((state->red_crossed[actor] >> line) & 1))
            return true;
    }
    return false;
}

static void cross(Txn *txn, Book *book, uint8_t actor, int32_t line) {
    Event event = txn_event(txn, EVENT_RED_LINE, actor);
    event.a = (int16_t)line;
    event.b = (int16_t)txn->def->actors[actor].red_lines[line].text;
    txn_emit(txn, &event);
    uint16_t cell = stock_standing(txn->def, actor, COEF_AUDIENCE_HOME);
    if (cell == UINT16_MAX) return;
    book_add(book, txn->def, cell, -10 * txn->def->coef[COEF_RED_LINE_BASE],
            cause_of(CAUSE_ENGINE, ENGINE_RED_LINE, actor), 0);
}

void red_lines_run(Txn *txn, Book *book) {
    for (int32_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        for (int32_t line = 0; line < txn->def->actors[actor].red_lines_count; line++) {
            if ((txn->state->red_crossed[actor] >> line) & 1) continue;
            if (red_line_holds(txn->def, txn->state, (uint8_t)actor, line))
                cross(txn, book, (uint8_t)actor, line);
        }
    }
    book_settle(txn, book);
}

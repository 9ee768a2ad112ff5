// bots/mandate.c — how near a public or hidden goal and the red lines of a seat are, if the text on the table becomes law or not. Never: decides what to do about it.
#include "bots/mandate.h"
#include "rules/fold.h"
#include "rules/scope.h"
#include "rules/support.h"

enum {
    FULL = 1000,
    ONE_STEP = 450,   // one clause is one level off
    TWO_STEPS = 200,  // two levels in all
    PAIRS_MOST = 6,   // clauses up to which two steps are looked for
    LEVEL = 10,       // one level, one point of means, in tenths
    REACHES_MEANS = 3 // points of own means looked ahead
};

static bool holds(const Def *def, const State *thought, uint8_t actor, ExprId when) {
    Scope scope;
    scope_plain(&scope, def, thought, actor);
    return expr_holds(&scope.expr, when);
}

// Is it true with one cell moved by so many tenths, within its bounds?
static bool holds_with(const Def *def, State *thought, uint8_t actor, ExprId when,
        uint16_t cell, int32_t by) {
    int16_t before = thought->cell[cell];
    int32_t value = before + by;
    if (value < def->cell_min[cell] || value > def->cell_max[cell]) return false;
    fold_suppose(thought, cell, value);
    bool good = holds(def, thought, actor, when);
    fold_suppose(thought, cell, before);
    return good;
}

static bool one_step_off(
        const Def *def, State *thought, uint8_t actor, ExprId when, int32_t levels) {
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        uint16_t cell = def_cell(def, TRACK_LAW, c, 0);
        for (int32_t way = -1; way <= 1; way += 2) {
            if (holds_with(def, thought, actor, when, cell, way * levels * LEVEL))
                return true;
        }
    }
    return false;
}

static bool two_steps_off(const Def *def, State *thought, uint8_t actor, ExprId when) {
    if (def_count(def, KIND_CLAUSE) > PAIRS_MOST) return false;
    if (one_step_off(def, thought, actor, when, 2)) return true;
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        uint16_t cell = def_cell(def, TRACK_LAW, c, 0);
        int16_t before = thought->cell[cell];
        for (int32_t way = -1; way <= 1; way += 2) {
            int32_t value = before + way * LEVEL;
            if (value < def->cell_min[cell] || value > def->cell_max[cell]) continue;
            fold_suppose(thought, cell, value);
            bool good = one_step_off(def, thought, actor, when, 1);
            fold_suppose(thought, cell, before);
            if (good) return true;
        }
    }
    return false;
}

// Own means or own standing a little higher would do it.
static int32_t means_off(const Def *def, State *thought, uint8_t actor, ExprId when) {
    for (int32_t by = 1; by <= REACHES_MEANS; by++) {
        for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
            uint16_t cell = def_cell(def, TRACK_RESOURCE, actor, r);
            if (holds_with(def, thought, actor, when, cell, by * LEVEL))
                return 600 - 150 * by;
        }
    }
    static const int16_t reach[] = {20, 50, 100, 200};
    for (size_t i = 0; i < ARRAY_COUNT(reach); i++) {
        for (int32_t a = 0; a < def_count(def, KIND_AUDIENCE); a++) {
            uint16_t cell = def_cell(def, TRACK_LEGITIMACY, actor, a);
            if (holds_with(def, thought, actor, when, cell, reach[i]))
                return 600 - 130 * (int32_t)i;
        }
    }
    return 0;
}

static int32_t nearness(
        const Def *def, State *thought, uint8_t actor, ExprId when, bool with_law) {
    if (holds(def, thought, actor, when)) return FULL;
    if (with_law && one_step_off(def, thought, actor, when, 1)) return ONE_STEP;
    int32_t means = means_off(def, thought, actor, when);
    if (means > 0) return means;
    return with_law && two_steps_off(def, thought, actor, when) ? TWO_STEPS : 0;
}

static int32_t lines_near(const Def *def, State *thought, uint8_t actor, bool with_law) {
    int32_t near = 0;
    for (int32_t i = 0; i < def->actors[actor].red_lines_count; i++) {
        ExprId when = def->actors[actor].red_lines[i].when;
        if (holds(def, thought, actor, when))
            near += 2;
        else if (with_law)
            near += one_step_off(def, thought, actor, when, 1);
    }
    return near;
}

static void look(const Def *def, State *thought, uint8_t actor, bool with_law, Goals *out) {
    const Actor *a = &def->actors[actor];
    out->mandate =
            a->mandate.when ? nearness(def, thought, actor, a->mandate.when, with_law) : 0;
    out->hidden =
            a->hidden.when ? nearness(def, thought, actor, a->hidden.when, with_law) : 0;
    out->lines = lines_near(def, thought, actor, with_law);
}

// The State as it would be right after the text on the table has become law.
static void look_if_passed(
        const Def *def, State *thought, uint8_t actor, uint8_t arena, Goals *out) {
    uint8_t text[CLAUSES_MAX];
    int16_t law[CLAUSES_MAX];
    Decision decision = thought->decision[arena];
    support_text(def, thought, arena, text);
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        uint16_t cell = def_cell(def, TRACK_LAW, c, 0);
        law[c] = thought->cell[cell];
        fold_suppose(thought, cell, LEVEL * text[c]);
    }
    Decision passed = decision;
    passed.done = passed.passed = 1;
    fold_suppose_decision(thought, arena, &passed);
    look(def, thought, actor, true, out);
    fold_suppose_decision(thought, arena, &decision);
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
        fold_suppose(thought, def_cell(def, TRACK_LAW, c, 0), law[c]);
}

void mandate_look(const Def *def, State *thought, uint8_t actor, uint8_t arena,
        Goals *if_passed, Goals *if_not) {
    look(def, thought, actor, false, if_not);
    *if_passed = *if_not;
    if (arena != NONE && !thought->decision[arena].passed)
        look_if_passed(def, thought, actor, arena, if_passed);
}

bool mandate_met(const Def *def, const State *thought, uint8_t actor) {
    ExprId when = def->actors[actor].mandate.when;
    return when != 0 && holds(def, thought, actor, when);
}

int32_t mandate_lines(const Def *def, State *thought, uint8_t actor) {
    Goals with, without;
    mandate_look(def, thought, actor, belief_arena(def), &with, &without);
    return core_max(with.lines, without.lines);
}

// session/foresee.c — an act with all that was picked, tried on what its seat knows: its price, the numbers it moves, what stays unknown. Never: runs it.
#include "session/foresee.h"
#include "model/ask.h"
#include "rules/apply.h"
#include "rules/gate.h"
#include "rules/left.h"
#include "session/view_parts.h"

typedef struct Seeing {
    const Viewer *viewer;
    const Move *move;
    Effect effect;
    Foresight *out;
    int32_t tenths; // of the change being told
    bool open;      // its size cannot be said beforehand
} Seeing;

// A draw, or a number of each one of many.
static bool unforeseeable(const Def *def, ExprId amount) {
    return amount && (def->exprs[amount].looks & (EXPR_LOOKS_EACH | EXPR_LOOKS_ROLL));
}

// "Riverside Parents: Community": whose number and which, as the table names them.
static const char *cell_name(const Viewer *viewer, uint16_t cell) {
    int32_t track, row, column;
    def_cell_place(viewer->def, cell, &track, &row, &column);
    const Track *t = &viewer->def->tracks[track];
    const char *what = say_track(&viewer->say, track, row, column);
    bool mine = t->row == KIND_ACTOR && row == viewer->me;
    bool owned = t->row == KIND_ACTOR || t->row == KIND_DECIDER;
    if (!owned || mine) return what;
    const char *who = say_thing(&viewer->say, (Thing){t->row, (uint8_t)row});
    return region_format(viewer->say.region, "%s: %s", who, what);
}

static void add_unknown(Seeing *seeing, uint16_t cell, const char *name) {
    int32_t track, row, column;
    bool exact;
    def_cell_place(seeing->viewer->def, cell, &track, &row, &column);
    bool full = seeing->out->unknown_count == FORESEE_LINES_MAX;
    if (full || view_may_read(seeing->viewer, track, row, column, &exact)) return;
    seeing->out->unknown[seeing->out->unknown_count++] = name;
}

static void tell_cell(void *context, uint16_t cell) {
    Seeing *seeing = context;
    const Say *say = &seeing->viewer->say;
    if (seeing->out->likely_count == FORESEE_LINES_MAX) return;
    SayWith with = {.what = cell_name(seeing->viewer, cell)};
    add_unknown(seeing, cell, with.what);
    if (!seeing->open) with.text = say_signed(say, seeing->tenths);
    seeing->out->likely[seeing->out->likely_count++] =
            seeing->open ? say_sentence(say, SAY_CHANGE_OPEN, with)
                         : say_fill(say, "{what} {text}", &with);
}

static void tell_number(Seeing *seeing, const Change *change) {
    seeing->open =
            change->op == CHANGE_SET || unforeseeable(seeing->viewer->def, change->amount);
    seeing->tenths = seeing->open ? 0 : effect_amount(&seeing->effect, change);
    if (seeing->open || seeing->tenths != 0)
        effect_cells(&seeing->effect, change, tell_cell, seeing);
}

// What goes from one to another leaves here and arrives there.
static void tell_move(Seeing *seeing, const Change *change) {
    uint8_t column = seeing->viewer->def->tracks[change->track].column;
    Change part = *change;
    part.op = CHANGE_GAIN;
    part.toward = change->a >= 0 ? (Sel){SEL_ONE, column, (uint8_t)change->a, 0} : (Sel){0};
    part.sign = 1;
    tell_number(seeing, &part);
    part.who = change->toward;
    part.sign = 0;
    tell_number(seeing, &part);
}

static void tell_changes(Seeing *seeing, ChangeSpan span) {
    for (int32_t i = 0; i < span.count; i++) {
        const Change *change = &seeing->viewer->def->changes[span.first + i];
        bool number = change->op == CHANGE_GAIN || change->op == CHANGE_LOSE
                      || change->op == CHANGE_SET;
        if (!expr_holds(&seeing->effect.scope->expr, change->when)) continue;
        if (number) tell_number(seeing, change);
        if (change->op == CHANGE_MOVE) tell_move(seeing, change);
    }
}

static void tell_words(Seeing *seeing) {
    const Viewer *viewer = seeing->viewer;
    ExprId strength = seeing->move->utters;
    if (!strength || unforeseeable(viewer->def, strength)) return;
    int32_t n = expr_amount(&seeing->effect.scope->expr, strength);
    seeing->out->likely[seeing->out->likely_count++] =
            say_sentence(&viewer->say, SAY_UTTERS, (SayWith){.n = n});
}

// Several prices as one line, the way the sheet shows them.
static const char *price(Seeing *seeing, const Act *act) {
    const Viewer *viewer = seeing->viewer;
    Buffer line = {0};
    buffer_add_text(&line, view_effort(viewer, seeing->move, act->bid));
    for (int32_t i = 0; i < seeing->move->costs.count; i++) {
        const Change *change = &viewer->def->changes[seeing->move->costs.first + i];
        int32_t track = change->track,
                column = change->toward.how == SEL_ONE ? change->toward.index : 0;
        int32_t points = core_abs(effect_amount(&seeing->effect, change)) / 10;
        if (points == 0 || !expr_holds(&seeing->effect.scope->expr, change->when)) continue;
        SayWith with = {
                .n = points, .what = say_track(&viewer->say, track, viewer->me, column)};
        if (line.length) buffer_add_text(&line, " · ");
        buffer_add_text(&line, say_sentence(&viewer->say, SAY_AMOUNT, with));
    }
    if (line.length == 0) buffer_add_text(&line, say_word(&viewer->say, SAY_FREE));
    const char *text = region_copy_text(viewer->say.region, line.data, line.length);
    buffer_free(&line);
    return text;
}

static void see(Viewer *viewer, const Act *act, Foresight *out) {
    const State *known = view_supposed(viewer);
    const Move *move = &viewer->def->moves[act->move];
    Scope scope;
    Left left; // the price is worked out on what the list leaves
    left_open(&left, viewer->def, known, act->actor);
    scope_act_left(&scope, viewer->def, known, left.cells, act);
    Seeing seeing = {
            .viewer = viewer,
            .move = move,
            .effect = {.scope = &scope, .factors = effect_plain()},
            .out = out
    };
    out->cost = price(&seeing, act);
    out->warn = say_text(&viewer->say, move->warns);
    seeing.effect.factors = apply_own_factors(viewer->def, known, act);
    tell_words(&seeing);
    tell_changes(&seeing, move->changes);
}

void session_foresee(const Session *session, uint8_t actor, const Language *language,
        const Command *command, Region *region, Foresight *out) {
    const Def *def = session->def;
    View view = {.phase_kind = def->phases[session->state.phase].kind};
    Viewer viewer = {
            .session = session,
            .def = def,
            .state = &session->state,
            .me = actor,
            .say = {def, *language, region},
            .out = &view
    };
    bool acts = command->kind == COMMAND_ACT || command->kind == COMMAND_CONSENT_ASK;
    *out = (Foresight){
            .verdict = gate_check(def, &session->state, command), .cost = "", .warn = ""};
    Act act = command->act;
    act.actor = actor;
    if (acts && out->verdict.code == VERDICT_OK) see(&viewer, &act, out);
    region_clear(&view.region);
}

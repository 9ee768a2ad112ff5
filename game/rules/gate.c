// rules/gate.c — the one order in which an act is judged: phase, who, when, target, once, needs, costs. Never: changes a State.
#include "rules/gate.h"
#include "model/ask.h"
#include "rules/building.h"
#include "rules/gate_parts.h"
#include "rules/scope.h"

enum {
    LOOKS_AT_ACT = EXPR_LOOKS_TARGET | EXPR_LOOKS_SIDE | EXPR_LOOKS_BID | EXPR_LOOKS_ASKED
};

static Verdict check_running(const State *state) {
    if (state->status == STATUS_CLOSED || state->status == STATUS_DEBRIEF)
        return verdict_no(VERDICT_CLOSED);
    if (state->paused) return verdict_no(VERDICT_PAUSED);
    return verdict_ok();
}

// Bids for roles, the queue and doubts about old minutes come before the speech.
static bool is_before_speech(const Move *move) {
    switch ((PointMechanism)move->mechanism) {
    case POINT_ROLE:
    case POINT_CHAIR:
    case POINT_QUEUE:
    case POINT_CHALLENGE: return true;
    case POINT_PLAIN:
    case POINT_UTTER:
    case POINT_RESIST:
    case POINT_READING:
    case POINT_QUESTION:
    case POINT_ALTERNATIVE:
    case POINT_BACKS:
    case POINT_PRIME: break;
    }
    return move->flags & MOVE_AT_ROLES;
}

static bool phase_takes(const Phase *phase, const State *state, const Move *move) {
    bool point = move->kind == MOVE_POINT;
    if (point && move->mechanism == POINT_PRIME) return phase->does == DOES_BACKSTAGE;
    switch ((PhaseKind)phase->kind) {
    case PHASE_IN_TURN:
    case PHASE_SEALED: return !point && phase->does != DOES_REFLECT;
    case PHASE_MEETING:
        return point && state->sub == (is_before_speech(move) ? MEET_ROLES : MEET_SPEECH);
    case PHASE_SHOW:
    case PHASE_OPEN: return false;
    }
    return false;
}

static Verdict check_phase(const Def *def, const State *state, uint8_t move_index) {
    if (state->status != STATUS_RUNNING) return verdict_no(VERDICT_WRONG_PHASE);
    const Phase *phase = &def->phases[state->phase];
    const Move *move = &def->moves[move_index];
    bool named = move->phases != 0;
    bool here =
            named ? (move->phases >> state->phase) & 1 : phase_takes(phase, state, move);
    if (!here || !def_has_move(phase->allow, move_index))
        return verdict_no(VERDICT_WRONG_PHASE);
    return verdict_ok();
}

static Verdict check_windows(const Def *def, const State *state, uint8_t move) {
    for (int32_t i = 0; i < def->windows_count; i++) {
        bool open = (state->windows_open >> i) & 1;
        if (open && def_has_move(def->windows[i].shuts, move))
            return verdict_no(VERDICT_LOCKED);
        if (!open && def_has_move(def->windows[i].opens, move))
            return verdict_no(VERDICT_LOCKED);
    }
    return verdict_ok();
}

static Verdict check_who(const Def *def, const State *state, uint8_t actor, uint8_t move) {
    bool opened = def_has_move(state->unlocked[actor], move);
    if (!opened && !def_has_move(def->actors[actor].deck, move))
        return verdict_no(VERDICT_NOT_IN_DECK);
    if (!((def->moves[move].who >> actor) & 1)) return verdict_no(VERDICT_NOT_FOR_YOU);
    if (def_has_move(state->locked[actor], move)) return verdict_no(VERDICT_LOCKED);
    bool meets = def->moves[move].kind == MOVE_POINT
                 && def->moves[move].mechanism != POINT_PRIME;
    if (meets && !((state->present >> actor) & 1)) return verdict_no(VERDICT_NOT_PRESENT);
    return def->windows_count ? check_windows(def, state, move) : verdict_ok();
}

static Verdict check_turn(const Def *def, const State *state, uint8_t actor) {
    if (def->phases[state->phase].kind != PHASE_IN_TURN || state->turn_actor == actor)
        return verdict_ok();
    Verdict verdict = verdict_no(VERDICT_NOT_YOUR_TURN);
    verdict.thing = (Thing){KIND_ACTOR, state->turn_actor};
    return verdict;
}

static Verdict check_news(
        const Def *def, const State *state, uint8_t actor, const Move *move) {
    if (move->mechanism == POINT_READING) {
        if (state->reading == NONE) return verdict_no(VERDICT_AFTER_NEWS);
        if (def->actors[actor].line_delay) return verdict_no(VERDICT_LINE_DELAY);
    }
    if (move->after != NONE && !state_bit(state->happened, move->after))
        return verdict_no(VERDICT_AFTER_NEWS);
    return verdict_ok();
}

static Verdict closed_by(const Move *move) {
    Verdict verdict = verdict_no(VERDICT_NOT_NOW);
    verdict.text = move->closed;
    return verdict;
}

static Verdict check_once(
        const State *state, uint8_t actor, uint8_t index, const Move *move) {
    int32_t planned = gate_planned(state, actor, index);
    if ((move->flags & MOVE_ONCE) && state->done_moves[actor][index] + planned > 0)
        return verdict_no(VERDICT_ONCE);
    if ((move->flags & MOVE_ONCE_A_ROUND) && state->did[actor][index] + planned > 0) {
        return verdict_no(VERDICT_ONCE_A_ROUND);
    }
    return verdict_ok();
}

#define RETURN_IF_CLOSED(call)                                                             \
    do {                                                                                   \
        Verdict verdict_now = (call);                                                      \
        if (verdict_now.code != VERDICT_OK) return verdict_now;                            \
    } while (0)

// Whether the step, the seat and the news allow the move at all.
static Verdict check_here(
        const Def *def, const State *state, uint8_t actor, uint8_t index) {
    const Move *move = &def->moves[index];
    RETURN_IF_CLOSED(check_running(state));
    RETURN_IF_CLOSED(check_phase(def, state, index));
    RETURN_IF_CLOSED(check_turn(def, state, actor));
    RETURN_IF_CLOSED(check_who(def, state, actor, index));
    if (move->mechanism == POINT_CHAIR && move->kind == MOVE_POINT)
        return verdict_no(VERDICT_BY_RULE);
    return move->kind == MOVE_POINT ? check_news(def, state, actor, move) : verdict_ok();
}

// Everything else that does not look at target, side, answers or bid.
static Verdict check_move(
        Scope *scope, const Def *def, const State *state, uint8_t actor, uint8_t index) {
    const Move *move = &def->moves[index];
    if (!(gate_looks(def, move->when) & LOOKS_AT_ACT)
            && !expr_holds(&scope->expr, move->when)) {
        return closed_by(move);
    }
    if (move->flags & (MOVE_ONCE | MOVE_ONCE_A_ROUND))
        RETURN_IF_CLOSED(check_once(state, actor, index, move));
    return gate_afford(scope, actor, move, GATE_STATIC, NULL);
}

Verdict gate_move(const Def *def, const State *state, uint8_t actor, uint8_t index) {
    if (actor >= def_count(def, KIND_ACTOR)) return verdict_no(VERDICT_NO_SEAT);
    if (index >= def->moves_count) return verdict_no(VERDICT_BAD_COMMAND);
    RETURN_IF_CLOSED(check_here(def, state, actor, index));
    Scope scope;
    Left left;
    scope_plain(&scope, def, state, actor);
    left_open(&left, def, state, actor);
    scope.expr.cells = left.cells;
    return check_move(&scope, def, state, actor, index);
}

bool gate_lists(const Def *def, const State *state, uint8_t actor, uint8_t index) {
    const Move *move = &def->moves[index];
    bool own = def_has_move(state->unlocked[actor], index)
               || def_has_move(def->actors[actor].deck, index);
    bool by_rule = move->kind == MOVE_POINT && move->mechanism == POINT_CHAIR;
    return own && ((move->who >> actor) & 1) && !by_rule
           && check_phase(def, state, index).code == VERDICT_OK;
}

static Verdict check_target(
        const Def *def, const State *state, const Act *act, const Move *move) {
    if (move->targets == 0)
        return act->target.kind == KIND_NONE ? verdict_ok()
                                             : verdict_no(VERDICT_WRONG_TARGET);
    if (act->target.kind == KIND_NONE) return verdict_no(VERDICT_NO_TARGET);
    if (act->target.kind >= KIND_COUNT || !((move->targets >> act->target.kind) & 1)) {
        return verdict_no(VERDICT_WRONG_TARGET);
    }
    return gate_thing(def, state, act, move);
}

static Verdict check_asks(const Def *def, const Act *act, const Move *move) {
    for (int32_t i = 0; i < move->asks_count; i++) {
        if (!ask_is_answer(def, &move->asks[i], act->asked[i]))
            return verdict_no(VERDICT_BAD_ANSWER);
    }
    return verdict_ok();
}

static Verdict check_shape(
        const Def *def, const State *state, const Act *act, const Move *move) {
    RETURN_IF_CLOSED(check_target(def, state, act, move));
    bool sides = move->flags & MOVE_SIDES;
    if (sides ? act->side != 1 && act->side != -1 : act->side != 0)
        return verdict_no(VERDICT_NO_SIDE);
    RETURN_IF_CLOSED(check_asks(def, act, move));
    if (act->bid < move->bid_min || act->bid > move->bid_max)
        return verdict_need(VERDICT_BAD_BID, move->bid_min, act->bid);
    bool speaks = move->mechanism == POINT_UTTER || move->mechanism == POINT_READING
                  || move->mechanism == POINT_ALTERNATIVE;
    if (act->token > 2 || (act->token && !speaks)) return verdict_no(VERDICT_BAD_ANSWER);
    return act->token ? gate_token(def, state, act) : verdict_ok();
}

static bool used_before(const State *state, const Act *act) {
    for (int32_t i = 0; i < state->used_count; i++) {
        const Used *used = &state->used[i];
        bool same = used->actor == act->actor && used->move == act->move
                    && used->target.kind == act->target.kind
                    && used->target.index == act->target.index;
        if (same) return true;
    }
    for (int32_t i = 0; i < state->plan_count[act->actor]; i++) {
        const Act *listed = &state->plan[act->actor][i];
        bool same = listed->move == act->move && listed->target.kind == act->target.kind
                    && listed->target.index == act->target.index;
        if (same) return true;
    }
    return false;
}

// Conditions on target, side, answers and bid. The scope is the act's, lets worked out if they are read.
static Verdict check_conditions(Scope *scope, const Def *def, const State *state,
        const Act *act, const Move *move) {
    if ((gate_looks(def, move->when) & LOOKS_AT_ACT)
            && !expr_holds(&scope->expr, move->when))
        return closed_by(move);
    if (!expr_holds(&scope->expr, move->target_when)) {
        Verdict verdict = closed_by(move);
        verdict.code = VERDICT_WRONG_TARGET;
        return verdict;
    }
    if ((move->flags & MOVE_ONCE_A_TARGET) && used_before(state, act))
        return verdict_no(VERDICT_ONCE_A_TARGET);
    RETURN_IF_CLOSED(gate_press(scope, act, move, false));
    if (gate_point_has_details(move))
        RETURN_IF_CLOSED(gate_point_details(def, state, act, move));
    return building_gate(scope, act, move);
}

// The rest: what looks at target, side, answers and bid. The scope is the act's, lets unset.
static Verdict check_details(Scope *scope, const Def *def, const State *state,
        const Act *act, const Move *move) {
    RETURN_IF_CLOSED(check_shape(def, state, act, move));
    if (gate_move_needs_lets(def, move))
        scope_lets(scope, move->lets_first, move->lets_count);
    RETURN_IF_CLOSED(check_conditions(scope, def, state, act, move));
    RETURN_IF_CLOSED(gate_afford(scope, act->actor, move, GATE_DETAILS, act));
    return building_consent(scope, act, move);
}

static void act_scope(Scope *scope, const Def *def, const State *state, const Act *act) {
    scope_plain(scope, def, state, act->actor);
    scope->expr.target = act->target;
    scope->expr.side = act->side;
    scope->expr.bid = act->bid;
    for (int32_t i = 0; i < ASKS_MAX; i++)
        scope->asked[i] = act->asked[i];
}

void gate_details_open(GateDetails *details, const Def *def, const State *state,
        uint8_t actor, uint8_t index) {
    const Move *move = &def->moves[index];
    scope_plain(&details->scope, def, state, actor);
    left_open(&details->left, def, state, actor);
    details->scope.expr.cells = details->left.cells;
    details->move = move;
    details->lets = gate_move_needs_lets(def, move);
    uint8_t conditions = (gate_looks(def, move->when) | gate_looks(def, move->target_when))
                         & LOOKS_AT_ACT;
    if (move->flags & MOVE_ONCE_A_TARGET) conditions |= EXPR_LOOKS_TARGET;
    if (move->flags & MOVE_PRESSES) conditions |= LOOKS_AT_ACT;
    if (gate_point_has_details(move)) conditions |= LOOKS_AT_ACT;
    if (building_is_tied(def, state, actor)) conditions |= EXPR_LOOKS_TARGET;
    if (move->flags & (MOVE_BUILDS | MOVE_CONSENT)) conditions |= LOOKS_AT_ACT;
    details->conditional = conditions || move->target_when;
    details->conditions_look = details->lets ? LOOKS_AT_ACT : conditions;
    details->price_looks = details->lets ? LOOKS_AT_ACT : gate_price_looks(def, move);
}

static void point_at(GateDetails *details, const Act *act) {
    ExprScope *scope = &details->scope.expr;
    scope->target = act->target;
    scope->side = act->side;
    scope->bid = act->bid;
    scope->asked = act->asked;
    if (details->lets)
        scope_lets(&details->scope, details->move->lets_first, details->move->lets_count);
}

bool gate_details_may(GateDetails *details, const Act *act) {
    const ExprScope *scope = &details->scope.expr;
    point_at(details, act);
    return check_conditions(&details->scope, scope->def, scope->state, act, details->move)
                   .code
           == VERDICT_OK;
}

bool gate_details_agreed(GateDetails *details, const Act *act) {
    point_at(details, act);
    return building_consent(&details->scope, act, details->move).code == VERDICT_OK;
}

bool gate_details_afford(GateDetails *details, const Act *act) {
    point_at(details, act);
    return gate_afford(&details->scope, act->actor, details->move, GATE_DETAILS, act).code
           == VERDICT_OK;
}

Verdict gate_act(const Def *def, const State *state, const Act *act) {
    if (act->actor >= def_count(def, KIND_ACTOR)) return verdict_no(VERDICT_NO_SEAT);
    if (act->move >= def->moves_count) return verdict_no(VERDICT_BAD_COMMAND);
    RETURN_IF_CLOSED(check_here(def, state, act->actor, act->move));
    Scope scope;
    Left left;
    left_open(&left, def, state, act->actor);
    act_scope(&scope, def, state, act);
    scope.expr.cells = left.cells;
    RETURN_IF_CLOSED(check_move(&scope, def, state, act->actor, act->move));
    RETURN_IF_CLOSED(check_details(&scope, def, state, act, &def->moves[act->move]));
    bool listed = def->phases[state->phase].kind != PHASE_IN_TURN;
    if (listed && state->plan_count[act->actor] >= PLAN_MAX)
        return verdict_need(VERDICT_PLAN_FULL, PLAN_MAX, PLAN_MAX);
    return verdict_ok();
}

Verdict gate_pay(const Def *def, const State *state, const Act *act) {
    const Move *move = &def->moves[act->move];
    Scope scope;
    act_scope(&scope, def, state, act);
    RETURN_IF_CLOSED(check_who(def, state, act->actor, act->move));
    if (gate_move_needs_lets(def, move))
        scope_lets(&scope, move->lets_first, move->lets_count);
    if (!expr_holds(&scope.expr, move->when)) return closed_by(move);
    if (!expr_holds(&scope.expr, move->target_when))
        return verdict_no(VERDICT_WRONG_TARGET);
    RETURN_IF_CLOSED(gate_press(&scope, act, move, true));
    RETURN_IF_CLOSED(building_gate(&scope, act, move));
    RETURN_IF_CLOSED(gate_afford(&scope, act->actor, move, GATE_PAY, act));
    return building_consent(&scope, act, move);
}

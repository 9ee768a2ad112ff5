// rules/gate_press.c — whether champions, suits, motions, side offers and spending from a pool are open to an act. Never: needs and costs (gate_afford.c).
#include "rules/champion.h"
#include "rules/gate_parts.h"
#include "rules/motion.h"
#include "rules/side_offer.h"
#include "rules/suit.h"

static Verdict of_motion(Effect *effect, const Change *change) {
    const ExprScope *scope = &effect->scope->expr;
    MotionAsk ask = motion_asked(effect, change);
    return ask.arena == NONE ? verdict_no(VERDICT_WRONG_TARGET)
                             : motion_may(scope->def, scope->state, ask.arena,
                                     (MotionKind)ask.what, ask.how);
}

static Verdict of_suit(const ExprScope *scope, const Change *change) {
    int32_t claim =
            change->toward.how == SEL_ONE ? change->toward.index : scope->target.index;
    return suit_may(scope->def, scope->state, claim);
}

// A champion's leaning is hidden: only who pays finds out.
static Verdict of_champion(const ExprScope *scope, const Change *change, bool paying) {
    uint64_t who = expr_select(scope, change->who);
    if (who == 0) return verdict_no(VERDICT_WRONG_TARGET);
    return paying ? champion_may(scope->def, scope->state, (uint8_t)__builtin_ctzll(who),
                   scope->side < 0 ? -1 : 1)
                  : verdict_ok();
}

static Verdict of_offer(const ExprScope *scope, const Change *change) {
    uint64_t to = expr_select(scope, change->who);
    return to == 0 ? verdict_no(VERDICT_WRONG_TARGET)
                   : side_offer_may(scope->state, scope->me, (uint8_t)__builtin_ctzll(to));
}

static Verdict of_word(Effect *effect, const Change *change, bool paying) {
    ExprScope *scope = &effect->scope->expr;
    if (change->op != CHANGE_MOTION && change->op != CHANGE_SUIT
            && change->op != CHANGE_CHAMPION && change->op != CHANGE_SIDE_OFFER)
        return verdict_ok();
    if (!expr_holds(scope, change->when)) return verdict_ok();
    switch ((int)change->op) {
    case CHANGE_MOTION: return of_motion(effect, change);
    case CHANGE_SUIT: return of_suit(scope, change);
    case CHANGE_CHAMPION: return of_champion(scope, change, paying);
    default: return of_offer(scope, change);
    }
}

// What a coalition holds together is spent by a member; who of them, gate_afford.c says.
static Verdict of_pool(
        const Def *def, const State *state, uint8_t actor, const Move *move) {
    for (int32_t i = 0; i < move->costs.count; i++) {
        if (def->changes[move->costs.first + i].track != TRACK_POOL) continue;
        bool inside = state_coalition_of(state, actor) != NONE;
        return inside ? verdict_ok() : verdict_no(VERDICT_COALITION_OUTSIDE);
    }
    return verdict_ok();
}

Verdict gate_press(Scope *scope, const Act *act, const Move *move, bool paying) {
    if (!(move->flags & MOVE_PRESSES)) return verdict_ok();
    const Def *def = scope->expr.def;
    Verdict verdict = of_pool(def, scope->expr.state, act->actor, move);
    if (move->lets_count > 0) scope_lets(scope, move->lets_first, move->lets_count);
    Effect effect = {.scope = scope, .factors = effect_plain()};
    for (int32_t i = 0; i < move->changes.count && verdict.code == VERDICT_OK; i++)
        verdict = of_word(&effect, &def->changes[move->changes.first + i], paying);
    return verdict;
}

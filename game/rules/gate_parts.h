// rules/gate_parts.h — the parts of the gate that stand in gate_afford.c and gate_other.c. Never: called around gate_check by other rooms.
#ifndef RULES_GATE_PARTS_H
#define RULES_GATE_PARTS_H
#include "model/verdict.h"
#include "rules/left.h"
#include "rules/scope.h"

typedef enum GatePart {
    GATE_STATIC,  // only needs and costs that do not look at the act's details
    GATE_DETAILS, // the others, and time and voice
    GATE_PAY,     // all of them, without what is planned: at the moment of paying
} GatePart;

// needs, time, voice, costs, in this order, over the numbers the scope reads. act is NULL for GATE_STATIC.
Verdict gate_afford(
        Scope *scope, uint8_t actor, const Move *move, GatePart part, const Act *act);
// Voice of an actor that neither its list nor its offers backstage will take; may be below 0.
int32_t gate_voice_left(const Def *def, const State *state, uint8_t actor);
// Points of power that look at the meeting: own words, counter-proposals, lines, words backstage
// (gate_point.c). By the target alone, and with side and answers.
Verdict gate_point_target(
        const Def *def, const State *state, const Act *act, const Move *move);
Verdict gate_point_details(
        const Def *def, const State *state, const Act *act, const Move *move);
// Whether the second of them can say no, so that options look at every answer.
bool gate_point_has_details(const Move *move);
// The story or fact that goes with words is held, and not promised to others on the list.
Verdict gate_token(const Def *def, const State *state, const Act *act);
// Clauses that can be worded in the meeting that is open.
bool gate_on_agenda(const State *state, uint8_t clause);
// Acts with this move on the actor's list.
int32_t gate_planned(const State *state, uint8_t actor, uint8_t move);
// What an expression looks at; 0 for none.
static inline uint8_t gate_looks(const Def *def, ExprId expr) {
    return expr ? def->exprs[expr].looks : 0;
}
// True when conditions, needs or costs of the move read one of its lets.
bool gate_move_needs_lets(const Def *def, const Move *move);
// Whether the target exists and makes sense in the present step.
Verdict gate_thing(const Def *def, const State *state, const Act *act, const Move *move);
// True when gate_thing says yes to every thing of this kind, so that a list need not ask one by one.
bool gate_takes_all(const Move *move, Kind kind);
// What needs and costs of the details look at: EXPR_LOOKS_ TARGET, SIDE, BID, ASKED.
uint8_t gate_price_looks(const Def *def, const Move *move);

// One move of one actor, open by gate_move, to be judged for many targets, sides, answers and bids
// whose shape is right. The answer of each half depends only on what it looks at.
// Do not copy it: the scope reads left.
typedef struct GateDetails {
    Scope scope;
    Left left;
    const Move *move;
    uint8_t conditions_look, price_looks; // EXPR_LOOKS_ TARGET, SIDE, BID, ASKED
    bool lets, conditional;               // conditional: gate_details_may can say no
} GateDetails;
void gate_details_open(GateDetails *details, const Def *def, const State *state,
        uint8_t actor, uint8_t index);
bool gate_details_may(GateDetails *details, const Act *act);    // conditions
bool gate_details_agreed(GateDetails *details, const Act *act); // the yes of the target
bool gate_details_afford(GateDetails *details, const Act *act); // needs, voice, costs
// Champions, suits, motions, side offers and pools (gate_press.c). paying: what is hidden counts too.
Verdict gate_press(Scope *scope, const Act *act, const Move *move, bool paying);
// Judges a planned act once more when it is paid.
Verdict gate_pay(const Def *def, const State *state, const Act *act);

#endif // RULES_GATE_PARTS_H

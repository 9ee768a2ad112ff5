// rules/fold_parts.h — the parts of fold.c that stand in fold_meeting.c and fold_structure.c. Never: included by anything but fold*.c.
#ifndef RULES_FOLD_PARTS_H
#define RULES_FOLD_PARTS_H
#include "model/event.h"
#include "model/state.h"

void fold_meeting(const Def *def, State *state, const Event *event);
void fold_chair(State *state, const Event *event); // fold_chair.c
// What is lent, tied, convened and agreed to; and what of it a new round ends.
void fold_building(State *state, const Event *event);
void fold_building_round(State *state);
// fold_deeds.c: what each actor did when lists were last carried out, and what of it a seat may know.
void fold_deeds_step(const Def *def, State *state);
void fold_deeds_turn(State *state, uint8_t actor);
void fold_deed(const Def *def, State *state, const Act *act);
void fold_published(State *state, uint8_t actor);
void fold_deeds_forget(const Def *def, uint8_t actor, State *out);
void fold_structure(State *state, const Event *event);
void fold_story(const Def *def, State *state, const Event *event);
void fold_press(State *state, const Event *event);
// fold_steer.c: the facilitator's part; its settings at the start; what a new step clears of it.
void fold_steer(State *state, const Event *event);
void fold_start_steer(State *state);
// Numbers that begin with a setting of the case begin with what it was turned to.
void fold_knob(const Def *def, State *state, const Event *event);
void fold_steer_step(State *state);
// Rules of arenas as the pack has them, and nobody a champion.
void fold_start_rules(const Def *def, State *state);
void fold_start_coalitions(const Def *def, State *state);
// True when every index of the event means something in this Def; others are ignored, so that no
// journal, however made, writes outside a State.
bool fold_sane(const Def *def, const Event *event);
// START_VALUES: cell holds what (0 macro, 1 holdings, 2 legitimacy, 3 stance, 4 clause steps in
// tenths), a actor or decider, b audience, c value.
void fold_start_values(State *state, const Event *event);

#endif // RULES_FOLD_PARTS_H

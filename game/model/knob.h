// model/knob.h — settings of a case that who leads may turn before the start. Never: when that is allowed (the gate's).
#ifndef MODEL_KNOB_H
#define MODEL_KNOB_H
#include "model/def.h"

// Place in Def.settings by its id, -1 for none.
int32_t knob_find(const Def *def, const char *id);
static inline bool knob_known(const Def *def, int32_t knob) {
    return knob >= 0 && knob < def->settings_count;
}
// How far it goes: its own bounds, and those of every number that begins with it.
void knob_range(const Def *def, int32_t knob, int32_t *least, int32_t *most);
// It is known and goes as far as this value.
bool knob_fits(const Def *def, int32_t knob, int32_t value);
// Writes a value, and with it the coefficient it stands for and the first values it gives.
void knob_turn(Def *def, int32_t knob, int32_t value);

#endif // MODEL_KNOB_H

// model/knob.c — what a setting of a case gives its value to, and how far it can be turned. Never: a Def that others read.
#include "model/knob.h"

int32_t knob_find(const Def *def, const char *id) {
    for (int32_t i = 0; i < def->settings_count; i++) {
        if (core_same(def_text(def, def->settings[i].id), id)) return i;
    }
    return -1;
}

void knob_range(const Def *def, int32_t knob, int32_t *least, int32_t *most) {
    *least = def->settings[knob].min;
    *most = def->settings[knob].max;
    for (int32_t cell = 0; cell < def->cells_count; cell++) {
        if (def->start_by[cell] != knob + 1) continue;
        *least = core_max(*least, (def->cell_min[cell] + 9) / 10);
        *most = core_min(*most, def->cell_max[cell] / 10);
    }
}

bool knob_fits(const Def *def, int32_t knob, int32_t value) {
    int32_t least, most;
    if (!knob_known(def, knob)) return false;
    knob_range(def, knob, &least, &most);
    return value >= least && value <= most;
}

void knob_turn(Def *def, int32_t knob, int32_t value) {
    Setting *setting = &def->settings[knob];
    setting->value = (int16_t)value;
    if (setting->coef != NONE) def->coef[setting->coef] = (int16_t)value;
    for (int32_t cell = 0; cell < def->cells_count; cell++) {
        if (def->start_by[cell] == knob + 1) def->start[cell] = (int16_t)(value * 10);
    }
}

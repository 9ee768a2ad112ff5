// rules/looks.c — finds the numbers of a case that are only shown. Never: a built-in number, the engine judges by all of them.
#include "rules/looks.h"
#include "expr/expr.h"

static bool pays(const Def *def, const Move *move, int32_t track) {
    for (int32_t i = 0; i < move->costs.count; i++) {
        if (def->changes[move->costs.first + i].track == track) return true;
    }
    return false;
}

static bool is_quiet(const Def *def, int32_t track) {
    const Track *t = &def->tracks[track];
    if (expr_looks_at_cells(def, t->base, t->rows * t->columns)) return false;
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (pays(def, &def->moves[i], track)) return false;
    }
    return true;
}

void looks_of(const Def *def, Looks *out) {
    *out = (Looks){.deeds = expr_looks_at_deeds(def)};
    for (int32_t track = TRACK_MEMORY; track < def->tracks_count; track++)
        out->quiet[track] = is_quiet(def, track);
}

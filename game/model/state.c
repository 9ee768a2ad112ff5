// model/state.c — reads of a State that several rooms share. Never: writes one.
#include "model/state.h"
#include "base/digest.h"

uint8_t state_coalition_of(const State *state, int32_t actor) {
    uint8_t best = NONE;
    int32_t size = 0;
    for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = state->coalition[slot].members;
        if (!((members >> actor) & 1)) continue;
        if (state_members_count(members) <= size) continue;
        size = state_members_count(members);
        best = slot;
    }
    return best;
}

uint64_t state_digest(const Def *def, const State *state) {
    size_t cells = (size_t)def->cells_count * sizeof state->cell[0];
    uint64_t hash = digest_fast(state->cell, cells, 1);
    size_t rest = sizeof *state - offsetof(State, moved);
    return digest_fast((const uint8_t *)state + offsetof(State, moved), rest, hash);
}

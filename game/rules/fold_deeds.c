// rules/fold_deeds.c — what each actor did when lists were last carried out, who may know of it, and what if they did it again. Never: judges an act.
#include "rules/fold.h"
#include "rules/fold_parts.h"
#include <string.h>

// All lists begin anew together: were each kept until its actor acts again, an old open act that is still there
// would tell that nothing quiet was done since.
void fold_deeds_step(const Def *def, State *state) {
    if (state->phase < def->phases_count
            && def->phases[state->phase].does == DOES_RESOLUTION)
        memset(state->deeds, 0, sizeof state->deeds);
}

// Everybody has a turn, whatever is done in it.
void fold_deeds_turn(State *state, uint8_t actor) {
    if (actor < ACTORS_MAX) state->deeds[actor] = (Deeds){0};
}

static bool is_quiet(const Def *def, const Act *act) {
    return def->moves[act->move].flags & MOVE_QUIET;
}

// Room for one more open act at the cost of the first quiet one: what is known of the open ones must not
// depend on how many others there are.
static void make_room(const Def *def, Deeds *deeds) {
    int32_t at = 0;
    while (at < deeds->count && !is_quiet(def, &deeds->act[at]))
        at++;
    if (at == deeds->count) return;
    for (deeds->count--; at < deeds->count; at++)
        deeds->act[at] = deeds->act[at + 1];
}

void fold_deed(const Def *def, State *state, const Act *act) {
    Deeds *deeds = &state->deeds[act->actor];
    if (def->moves[act->move].kind == MOVE_POINT) return;
    if (deeds->count >= PLAN_MAX && !is_quiet(def, act)) make_room(def, deeds);
    if (deeds->count >= PLAN_MAX) return;
    deeds->open = (state->opened >> act->actor) & 1;
    Act *kept = &deeds->act[deeds->count++];
    *kept = *act;
    // Numbers are given out to quiet acts too, words are nobody's to repeat, and why is nobody's to know.
    kept->id = kept->words = 0;
    kept->why = 0;
}

void fold_published(State *state, uint8_t actor) {
    state->opened |= (uint16_t)(1u << actor);
    state->deeds[actor].open = 1;
}

// The same as the view tells: quiet acts are for who did them and whom they point at, until they are published.
static bool may_know(const Def *def, const Deeds *deeds, uint8_t actor, const Act *act) {
    if (deeds->open || !is_quiet(def, act)) return true;
    Thing target = act->target;
    bool own = target.kind == KIND_DECIDER && def->deciders[target.index].owner == actor;
    return own || (target.kind == KIND_ACTOR && target.index == actor);
}

void fold_deeds_forget(const Def *def, uint8_t actor, State *out) {
    for (int32_t other = 0; other < def_count(def, KIND_ACTOR); other++) {
        if (other == actor) continue;
        Deeds known = {0};
        const Deeds *deeds = &out->deeds[other];
        for (int32_t i = 0; i < deeds->count; i++) {
            if (may_know(def, deeds, actor, &deeds->act[i]))
                known.act[known.count++] = deeds->act[i];
        }
        out->deeds[other] = known;
    }
}

void fold_suppose_repeats(State *thought, uint8_t actor) {
    for (int32_t other = 0; other < ACTORS_MAX; other++) {
        if (other == actor) continue;
        memcpy(thought->plan[other], thought->deeds[other].act,
                sizeof thought->plan[other]);
        thought->plan_count[other] = thought->deeds[other].count;
    }
}

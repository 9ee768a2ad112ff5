// tests/unit/session_secrets.h — everything a seat may not know about a State, drawn anew; its own reading of who sees what. Never: a test.
#ifndef SESSION_SECRETS_H
#define SESSION_SECRETS_H
#include "model/state.h"
#include "model/view.h"

static inline int32_t secret_draw(Rng *rng, int32_t n) {
    return (int32_t)rng_draw(rng, (uint32_t)n);
}

// The board and the console are among nobody.
static inline bool secret_in(uint32_t mask, uint8_t actor) {
    return actor < ACTORS_MAX && ((mask >> actor) & 1);
}

static inline bool secret_is_member(const State *state, int32_t slot, uint8_t actor) {
    return slot < COALITIONS_MAX && secret_in(state->coalition[slot].members, actor);
}

// May the viewer know this cell exactly, as a band, or not at all (2, 1, 0)?
static inline int32_t secret_knows(const Def *def, const State *state, uint8_t me,
        int32_t track, int32_t row, int32_t column) {
    const Track *t = &def->tracks[track];
    bool own = t->row == KIND_ACTOR && row == me;
    Sight sight = (Sight)t->sight;
    if (track == TRACK_RESOURCE || track == TRACK_INCOME)
        sight = (Sight)def->resources[column].sight;
    switch (sight) {
    case SIGHT_EVERYONE: return 2;
    case SIGHT_BANDS:
        return own
                               || (me < ACTORS_MAX && track < 64
                                       && ((state->measured[me] >> track) & 1))
                       ? 2
                       : 1;
    case SIGHT_OWNER:
        return own
                               || (track == TRACK_TRUST && column == me && me < ACTORS_MAX
                                       && state->learned_trust[me][row])
                       ? 2
                       : 0;
    case SIGHT_BOTH: return own || column == me ? 2 : 0;
    case SIGHT_MEMBERS: return secret_is_member(state, row, me) ? 2 : 0;
    case SIGHT_REVEALED:
        // Deciders of its own: left alone, the owner is told which way they lean.
        if (def->deciders[row].owner == me) return 2;
        return def->deciders[row].known
                               || (me < ACTORS_MAX
                                       && (state->learned[me][row] & FACT_STANCE))
                       ? 1
                       : 0;
    case SIGHT_NOBODY: return 0;
    }
    return 2;
}

static inline int32_t secret_band(int32_t value, int32_t min, int32_t max) {
    return max <= min ? 0 : core_min((value - min) * 5 / (max - min), 4);
}

// Another value the viewer cannot tell from this one.
static inline int16_t secret_other_value(
        Rng *rng, const Def *def, const State *state, uint16_t cell, int32_t known) {
    int32_t min = def->cell_min[cell], max = def->cell_max[cell];
    int32_t now = state->cell[cell];
    if (max <= min) return (int16_t)now;
    for (int32_t i = 0; i < 40; i++) {
        int32_t value = min + secret_draw(rng, max - min + 1);
        if (known == 0 || secret_band(value, min, max) == secret_band(now, min, max))
            return (int16_t)value;
    }
    return (int16_t)now;
}

static inline void secret_cells(Rng *rng, const Def *def, State *state, uint8_t me) {
    for (int32_t track = 0; track < def->tracks_count; track++) {
        const Track *t = &def->tracks[track];
        for (int32_t row = 0; row < t->rows; row++) {
            for (int32_t column = 0; column < t->columns; column++) {
                int32_t known = secret_knows(def, state, me, track, row, column);
                uint16_t cell = def_cell(def, track, row, column);
                if (known < 2)
                    state->cell[cell] = secret_other_value(rng, def, state, cell, known);
            }
        }
    }
}

static inline int32_t secret_leading(const Def *def, const State *state, int32_t arena) {
    int32_t best = -1, most = 9;
    for (int32_t f = 0; f < def_count(def, KIND_FRAME); f++) {
        int32_t adoption = state_at(def, state, TRACK_FRAME, arena, f);
        if (adoption <= most) continue;
        most = adoption;
        best = f;
    }
    return best;
}

// How far an arena speaks in a frame is told in bands, but the text on the table is public, and with
// it the rider of the frame that leads.
static inline void secret_frames(const Def *def, const State *before, State *state) {
    for (int32_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        if (secret_leading(def, before, arena) == secret_leading(def, state, arena))
            continue;
        for (int32_t f = 0; f < def_count(def, KIND_FRAME); f++) {
            uint16_t cell = def_cell(def, TRACK_FRAME, arena, f);
            state->cell[cell] = before->cell[cell];
        }
    }
}

static inline Act secret_any_act(Rng *rng, const Def *def, uint8_t actor) {
    return (Act){
            .id = (uint16_t)(1 + secret_draw(rng, 500)),
            .move = (uint8_t)secret_draw(rng, def->moves_count),
            .actor = actor,
            .target = {KIND_DECIDER,
                       (uint8_t)secret_draw(rng, def_count(def, KIND_DECIDER))},
            .side = 1,
            .arena = NONE,
            .words = 1
    };
}

// Everything a State holds for one actor alone.
static inline void secret_actor(Rng *rng, const Def *def, State *state, uint8_t actor) {
    state->plan_count[actor] = (uint8_t)secret_draw(rng, PLAN_MAX + 1);
    for (int32_t i = 0; i < state->plan_count[actor]; i++)
        state->plan[actor][i] = secret_any_act(rng, def, actor);
    for (int32_t d = 0; d < DECIDERS_MAX; d++)
        state->learned[actor][d] = rng_next(rng);
    for (int32_t i = 0; i < ACTORS_MAX; i++)
        state->learned_trust[actor][i] = (uint8_t)secret_draw(rng, 2);
    for (int32_t m = 0; m < def->moves_count; m++) {
        if (!(def->moves[m].flags & MOVE_QUIET)) continue;
        state->did[actor][m] = (uint8_t)secret_draw(rng, 3);
        state->done_moves[actor][m] = (uint8_t)secret_draw(rng, 9);
    }
    state->expects[actor] = (uint8_t)secret_draw(rng, 4);
    state->rated[actor] = (uint8_t)secret_draw(rng, 4);
    state->credit[actor] = (uint8_t)secret_draw(rng, 2);
    for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].owner != actor) continue;
        state->own_vote[d] = (int8_t)secret_draw(rng, 3);
        uint8_t arena = def->deciders[d].arena;
        bool counted = arena < ARENAS_MAX && state->decision[arena].done;
        for (int32_t i = 0; !counted && i < BUDGET_OPTIONS_MAX; i++)
            state->spread[d][i] = (uint8_t)secret_draw(rng, 3);
    }
    for (int32_t c = 0; c < OPEN_CHOICES_MAX; c++)
        state->choice[c].answer[actor] = (uint8_t)secret_draw(rng, 3);
}

static inline bool secret_deed(
        const Def *def, const Deeds *deeds, const Act *act, uint8_t me) {
    bool own = act->target.kind == KIND_ACTOR && act->target.index == me;
    if (act->target.kind == KIND_DECIDER)
        own = def->deciders[act->target.index].owner == me;
    return (def->moves[act->move].flags & MOVE_QUIET) && !deeds->open && !own;
}

// Quiet acts of the last round, other ones or more of them; open ones stay in their order.
static inline void secret_deeds(
        Rng *rng, const Def *def, State *state, uint8_t actor, uint8_t me) {
    Deeds *deeds = &state->deeds[actor], known = {.open = deeds->open};
    for (int32_t i = 0; i < deeds->count; i++) {
        if (secret_deed(def, deeds, &deeds->act[i], me)) continue;
        known.act[known.count++] = deeds->act[i];
    }
    for (int32_t tries = 0; tries < 6 && known.count < PLAN_MAX; tries++) {
        Act act = secret_any_act(rng, def, actor);
        act.id = act.words = 0;
        if (!secret_deed(def, &known, &act, me)) continue;
        int32_t place = secret_draw(rng, known.count + 1);
        for (int32_t i = known.count; i > place; i--)
            known.act[i] = known.act[i - 1];
        known.act[place] = act;
        known.count++;
    }
    *deeds = known;
}

static inline void secret_coalitions(Rng *rng, State *state, uint8_t me) {
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        Coalition *coalition = &state->coalition[slot];
        // Members know what the others ask for.
        if (secret_is_member(state, slot, me)) continue;
        for (int32_t a = 0; a < ACTORS_MAX; a++) {
            if (a == me) continue;
            for (int32_t c = 0; c < CLAUSES_MAX; c++)
                coalition->ask[a][c] = (uint8_t)secret_draw(rng, 3);
        }
        if (!coalition->members) continue;
        for (int32_t c = 0; c < CLAUSES_MAX; c++)
            coalition->target[c] = (uint8_t)secret_draw(rng, 3);
        coalition->frame = (uint8_t)secret_draw(rng, 3);
        coalition->flags = (uint8_t)secret_draw(rng, 3);
        coalition->backbone = (uint8_t)secret_draw(rng, 4);
        coalition->marks = (uint8_t)secret_draw(rng, 32);
        coalition->purse = (uint16_t)secret_draw(rng, 16);
    }
}

// Words backstage of two others, ballots, signs shown in a room the viewer was not in.
static inline void secret_meeting(Rng *rng, const Def *def, State *state, uint8_t me) {
    int32_t actors = def_count(def, KIND_ACTOR);
    for (int32_t i = 0; i < ASIDES_MAX; i++) {
        Aside *aside = &state->aside[i];
        if (aside->state != ASIDE_FREE && (aside->by == me || aside->to == me)) continue;
        uint8_t by = (uint8_t)(i / ASIDES_EACH), to = (uint8_t)secret_draw(rng, actors);
        *aside = (Aside){0};
        if (by == me || to == me || by >= actors || secret_draw(rng, 2)) continue;
        *aside = (Aside){
                .state = (uint8_t)(ASIDE_OFFERED + secret_draw(rng, 2)),
                .by = by,
                .to = to,
                .about = {KIND_FRAME, 0}
        };
    }
    for (int32_t arena = 0; arena < ARENAS_MAX; arena++) {
        for (int32_t a = 0; a < actors; a++) {
            if (a != me)
                state->chair_vote[arena][a] = (uint8_t)secret_draw(rng, actors + 1);
        }
    }
    for (int32_t d = 0; d < DECIDERS_MAX; d++) {
        if (!secret_in(state->shown_to[d], me))
            state->shown[d] = (int8_t)(secret_draw(rng, 4) - 1);
    }
}

static inline void secret_words(Rng *rng, State *state, uint8_t me) {
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        Utterance *u = &state->utterance[i];
        // Whose words a partner voiced is theirs alone.
        if (u->voiced_by != me && u->author != me && u->state != UTTERANCE_FREE) {
            uint8_t other = (uint8_t)secret_draw(rng, 3);
            if (other != me) u->author = other;
        }
        if (u->state != UTTERANCE_LIVE || u->taker == me || u->slanted) continue;
        u->slanted = 1;
        u->strength++;
    }
    state->rng = rng_seed(rng_next(rng), 1);
    state->seed ^= 1;
    for (int32_t d = 0; d < DECIDERS_MAX; d++) {
        state->support[d] = (int16_t)secret_draw(rng, 999);
        state->start_stance[d] = (int16_t)secret_draw(rng, 999);
    }
    for (size_t i = 0; i < ARRAY_COUNT(state->draws); i++)
        state->draws[i] = (uint16_t)secret_draw(rng, 9);
    state->queue[QUEUE_MAX - 1] = (Queued){.round = 9, .happening = 0};
}

// Strings on money and requests for a yes between two others.
static inline void secret_requests(Rng *rng, const Def *def, State *state, uint8_t me) {
    int32_t actors = def_count(def, KIND_ACTOR);
    for (uint8_t giver = 0; giver < actors; giver++) {
        for (uint8_t other = 0; giver != me && other < actors; other++) {
            if (other != me && other != giver)
                state->strings[giver][other] =
                        (uint8_t)secret_draw(rng, def->move_sets_count + 1);
        }
    }
    uint8_t by = me == 0 ? 1 : 0, to = me == 2 || actors < 4 ? me : 2;
    if (to == me) return;
    for (int32_t i = 0; i < CONSENTS_MAX; i++) {
        if (state->consent[i].state != CONSENT_FREE) continue;
        state->consent[i] = (Consent){.state = (uint8_t)secret_draw(rng, 4),
                .by = by,
                .to = to,
                .move = (uint8_t)secret_draw(rng, def->moves_count)};
    }
}

// All of it at once: the viewer cannot tell the State before from the State after.
static inline void secret_scramble(Rng *rng, const Def *def, State *state, uint8_t me) {
    State before = *state;
    if (me != VIEW_CONSOLE) { // the console reads all numbers, and nobody's words or lists
        secret_cells(rng, def, state, me);
        secret_frames(def, &before, state);
    }
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (actor == me) continue;
        secret_actor(rng, def, state, actor);
        secret_deeds(rng, def, state, actor, me);
    }
    secret_coalitions(rng, state, me);
    secret_requests(rng, def, state, me);
    secret_words(rng, state, me);
    secret_meeting(rng, def, state, me);
}

#endif // SESSION_SECRETS_H

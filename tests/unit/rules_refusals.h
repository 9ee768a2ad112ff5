// tests/unit/rules_refusals.h — tries many well-shaped acts of every move in games that random players play, and notes each refusal met. Never: plays for a side.
#ifndef TESTS_RULES_REFUSALS_H
#define TESTS_RULES_REFUSALS_H
#include "model/ask.h"
#include "model/verdict.h"
#include "sim_packs.h"

enum { REFUSAL_WORDS = (VERDICT_COUNT + 63) / 64, REFUSAL_TRIES = 24 };

typedef struct Refusals {
    uint64_t met[MOVES_MAX][REFUSAL_WORDS];
    SimGame *copy; // the game as it stands, where acts are tried
    Rng rng;
} Refusals;

static inline int32_t refusals_draw(Refusals *refusals, int32_t n) {
    return n <= 1 ? 0 : (int32_t)rng_draw(&refusals->rng, (uint32_t)n);
}

// How many places of a kind a client could name.
static inline int32_t refusals_places(const Def *def, uint8_t kind) {
    if (kind == KIND_COALITION) return 3;
    if (kind == KIND_POSITION) return 4;
    if (kind == KIND_LINE) return 8;
    if (kind == KIND_ITEM || kind == KIND_CLAIM) return def_count(def, KIND_CLAUSE);
    if (kind == KIND_READING) return def_count(def, KIND_FRAME);
    return kind == KIND_OFFER ? def->happenings_count : def_count(def, (Kind)kind);
}

static inline Thing refusals_target(Refusals *refusals, const Def *def, uint32_t kinds) {
    uint8_t list[KIND_COUNT], count = 0;
    for (uint8_t kind = 1; kind < KIND_COUNT; kind++)
        if ((kinds >> kind) & 1) list[count++] = kind;
    if (count == 0 || refusals_draw(refusals, 12) == 0) return (Thing){KIND_NONE, NONE};
    uint8_t kind = list[refusals_draw(refusals, count)];
    int32_t places = refusals_places(def, kind);
    return (Thing){kind, (uint8_t)refusals_draw(refusals, places)};
}

static inline Act refusals_act(Refusals *refusals, const Def *def, uint8_t index) {
    const Move *move = &def->moves[index];
    Act act = {.move = index, .arena = NONE};
    act.target = refusals_target(refusals, def, move->targets);
    if (move->flags & MOVE_SIDES)
        act.side = (int8_t)(refusals_draw(refusals, 12) == 0
                                    ? 0
                                    : 1 - 2 * refusals_draw(refusals, 2));
    for (int32_t i = 0; i < move->asks_count; i++) {
        const Ask *ask = &move->asks[i];
        act.asked[i] = refusals_draw(refusals, 20) == 0
                               ? 9999
                               : ask_answer(def, ask,
                                       refusals_draw(refusals, ask_count(def, ask)));
    }
    if (move->bid_max > 0) act.bid = (uint8_t)refusals_draw(refusals, move->bid_max + 2);
    return act;
}

// Some numbers at their ends, so that prices and bars are met from both sides.
static inline void refusals_shake(Refusals *refusals, uint8_t actor) {
    static const uint8_t tracks[] = {
            TRACK_RESOURCE, TRACK_LEGITIMACY, TRACK_STORY, TRACK_EVIDENCE, TRACK_POOL};
    const Def *def = refusals->copy->def;
    for (int32_t i = 0; i < 3; i++) {
        const Track *track =
                &def->tracks[tracks[refusals_draw(refusals, (int32_t)ARRAY_COUNT(tracks))]];
        int32_t row = track->row == KIND_ACTOR ? actor : refusals_draw(refusals, 3);
        uint16_t cell = (uint16_t)(track->base + row * track->columns
                                   + refusals_draw(refusals, track->columns));
        bool most = refusals_draw(refusals, 3) > 0;
        Command given = {.kind = COMMAND_GIVEN,
                .actor = NONE,
                .at_phase = NONE,
                .a = (int16_t)cell,
                .b = most ? def->cell_max[cell] : def->cell_min[cell]};
        (void)sim_game_send(refusals->copy, &given);
    }
}

static inline void refusals_try(Refusals *refusals, uint8_t actor, int32_t tries) {
    const Def *def = refusals->copy->def;
    for (int32_t i = 0; i < tries; i++) {
        uint8_t index = (uint8_t)refusals_draw(refusals, def->moves_count);
        Command command = {.kind = COMMAND_ACT, .actor = actor, .at_phase = NONE};
        command.act = refusals_act(refusals, def, index);
        VerdictCode code = (VerdictCode)sim_game_send(refusals->copy, &command).code;
        refusals->met[index][code / 64] |= UINT64_C(1) << (code % 64);
    }
}

// At every step of a game: what each actor could be told, with little and with much in hand.
static inline void refusals_look(void *context, const SimGame *game) {
    Refusals *refusals = context;
    if (game->state.status != STATUS_RUNNING) return;
    PhaseKind kind = (PhaseKind)game->def->phases[game->state.phase].kind;
    if (kind != PHASE_SEALED && kind != PHASE_MEETING && kind != PHASE_OPEN) return;
    for (uint8_t actor = 0; actor < def_count(game->def, KIND_ACTOR); actor++) {
        refusals->copy->state = game->state;
        refusals->copy->ledger.count = 0;
        refusals_try(refusals, actor, REFUSAL_TRIES);
        refusals->copy->state = game->state;
        refusals_shake(refusals, actor);
        refusals_try(refusals, actor, REFUSAL_TRIES);
    }
}

static inline void refusals_meet(Refusals *refusals, const SimPack *pack, int32_t games) {
    refusals->rng = rng_seed(7, 54);
    refusals->copy = sim_game_make(pack->scenario.def, &pack->hooks);
    refusals->copy->check = false;
    pack->game->watch = (SimWatch){refusals, refusals_look};
    for (int32_t seed = 1; seed <= games; seed++)
        assert_true(sim_game_play(pack->game, BOT_RANDOM, (uint64_t)seed));
    pack->game->watch = (SimWatch){NULL, NULL};
    sim_game_free(refusals->copy);
}

#endif // TESTS_RULES_REFUSALS_H

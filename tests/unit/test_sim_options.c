// tests/unit/test_sim_options.c — the list of open acts is exactly what the gate accepts, in every pack, all through a game. Never: a second list.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/guests.h"
#include "rules/gate.h"
#include "rules/options.h"
#include "sim_packs.h"
#include <stdlib.h>
#include <string.h>

typedef struct Seen {
    Act *listed, *brute;
    int64_t steps, acts;
    int32_t differs; // move of the first difference, -1 = none
} Seen;

static int32_t things_of(const Def *def, int kind) {
    switch (kind) {
    case KIND_COALITION: return COALITIONS_MAX;
    case KIND_LINE: return UTTERANCES_MAX;
    case KIND_POSITION: return LOANS_MAX;
    case KIND_ITEM:
    case KIND_CLAIM: return def_count(def, KIND_CLAUSE);
    case KIND_READING: return def_count(def, KIND_FRAME);
    case KIND_OFFER: return def->happenings_count;
    default: return def_count(def, (Kind)kind);
    }
}

// Nothing, and everything of the kinds asked for with one beyond each.
static int32_t any_values(const Def *def, const Ask *ask, int16_t values[64]) {
    int32_t count = 0;
    values[count++] = 0;
    for (int32_t kind = 1; kind < KIND_COUNT; kind++) {
        if (!(((uint16_t)ask->from >> kind) & 1)) continue;
        for (int32_t n = 0; n <= def_count(def, (Kind)kind) && count < 64; n++)
            values[count++] = (int16_t)(kind * 256 + n);
    }
    return count;
}

// Every combination of two answers at most, a little beyond what is allowed; the gate must say.
static int32_t brute_answers(
        const Def *def, const State *state, Act act, Act *out, int32_t count) {
    const Move *move = &def->moves[act.move];
    int16_t values[2][64];
    int32_t counts[2] = {1, 1};
    memset(values, 0, sizeof values);
    for (int32_t i = 0; i < move->asks_count && i < 2; i++) {
        const Ask *ask = &move->asks[i];
        counts[i] = 0;
        if (ask->kind == ASK_ANY) {
            counts[i] = any_values(def, ask, values[i]);
        } else if (ask->kind == ASK_WORD) {
            for (int32_t n = 0; n < ask->words_count; n++)
                values[i][counts[i]++] = def->ask_words[ask->words_first + n].value;
        } else if (ask->kind == ASK_ACTORS) {
            for (int32_t n = 0; n < guests_count(def); n++)
                values[i][counts[i]++] = (int16_t)guests_list(def, n);
        } else {
            int32_t from = ask->kind == ASK_THING ? 0 : ask->from;
            int32_t to =
                    ask->kind == ASK_THING ? def_count(def, (Kind)ask->thing) : ask->to + 1;
            for (int32_t n = from; n <= to && counts[i] < 64; n++)
                values[i][counts[i]++] = (int16_t)n;
        }
    }
    for (int32_t i = 0; i < counts[0]; i++) {
        for (int32_t j = 0; j < counts[1]; j++) {
            act.asked[0] = values[0][i];
            act.asked[1] = values[1][j];
            for (uint8_t bid = 0; bid <= 4; bid++) {
                act.bid = bid;
                if (gate_act(def, state, &act).code == VERDICT_OK) out[count++] = act;
            }
        }
    }
    return count;
}

static int32_t brute_target(
        const Def *def, const State *state, Act act, Act *out, int32_t count) {
    for (int8_t side = 1; side >= -1; side--) {
        act.side = side;
        count = brute_answers(def, state, act, out, count);
    }
    return count;
}

static int32_t brute(
        const Def *def, const State *state, uint8_t actor, uint8_t move, Act *out) {
    bool meets = def->phases[state->phase].kind == PHASE_MEETING;
    Act act = {
            .actor = actor,
            .move = move,
            .target = {KIND_NONE, NONE},
            .arena = meets ? state->meetings[state->meeting & 3] : NONE
    };
    if (def->moves[move].targets == 0) return brute_target(def, state, act, out, 0);
    int32_t count = 0;
    for (int kind = 1; kind < KIND_COUNT; kind++) {
        for (int32_t i = 0; i < things_of(def, kind); i++) {
            act.target = (Thing){(uint8_t)kind, (uint8_t)i};
            count = brute_target(def, state, act, out, count);
        }
    }
    return count;
}

static void compare(void *context, const SimGame *game) {
    Seen *seen = context;
    const Def *def = game->def;
    const State *state = &game->state;
    if (state->status != STATUS_RUNNING || seen->differs >= 0) return;
    int32_t turn = state->turn_actor, count = def_count(def, KIND_ACTOR);
    uint8_t actor = (uint8_t)(turn != NONE ? turn : state->round % count);
    for (int32_t move = 0; move < def->moves_count; move++) {
        if (def->moves[move].asks_count > 2) continue;
        int32_t listed = options_of_move(
                def, state, actor, (uint8_t)move, seen->listed, OPTIONS_MAX);
        int32_t expected = brute(def, state, actor, (uint8_t)move, seen->brute);
        bool same = listed == expected
                    && memcmp(seen->listed, seen->brute, sizeof(Act) * (size_t)listed) == 0;
        if (!same) seen->differs = move;
        seen->acts += listed;
    }
    seen->steps++;
}

static void play(const SimPack *pack) {
    Seen seen = {.differs = -1};
    seen.listed = calloc(OPTIONS_MAX, sizeof(Act));
    seen.brute = calloc((size_t)8 * OPTIONS_MAX, sizeof(Act));
    pack->game->watch = (SimWatch){&seen, compare};
    for (uint64_t seed = 1; seed <= 2; seed++) {
        assert_true(sim_game_play(pack->game, BOT_RANDOM, seed));
    }
    if (seen.differs >= 0)
        fail_msg("%s: the list of %s differs from the gate", pack->path,
                def_text(pack->game->def, pack->game->def->moves[seen.differs].id));
    assert_true(seen.steps > 0);
    if (seen.acts == 0 && pack->game->def->moves_count > 0)
        fail_msg("%s: nobody could ever act", pack->path);
    free(seen.listed);
    free(seen.brute);
}

static void the_list_is_what_the_gate_accepts(void **context) {
    (void)context;
    assert_true(sim_packs_each(play) >= 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_list_is_what_the_gate_accepts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_sim_order.c — whole random games handed in again in another order of seats: sealed steps come out the same. Never: who plays well.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/fold.h"
#include "sim_packs.h"

enum { GAMES = 8, COMMANDS_MAX = 4096, STEPS_MAX = 512 };

// A game as it was played: what was sent, where steps began, and what the State was then.
typedef struct Played {
    SimGame *game;
    Command commands[COMMANDS_MAX];
    int32_t count;
    int32_t step_at[STEPS_MAX];
    uint64_t digest[STEPS_MAX];
    uint8_t sealed[STEPS_MAX];
    int32_t steps;
} Played;

static int32_t turned; // sealed steps of all games in which the order was another one

// Plans of ACTION, taps of REFLECT, bids and speech of a meeting: nobody sees them before all are in.
static bool is_sealed(const Def *def, const State *state) {
    if (state->status != STATUS_RUNNING) return false;
    PhaseKind kind = (PhaseKind)def->phases[state->phase].kind;
    return kind == PHASE_SEALED || (kind == PHASE_MEETING && state->sub != MEET_RECORD);
}

static void note_step(void *context, const SimGame *game) {
    Played *played = context;
    assert_true(played->steps < STEPS_MAX);
    int32_t step = played->steps++;
    played->step_at[step] =
            played->count + 1; // the command that brought it about is not yet counted
    played->digest[step] = state_digest(game->def, &game->state);
    played->sealed[step] = is_sealed(game->def, &game->state);
}

static const State *state_of(void *context) { return &((Played *)context)->game->state; }

static bool submit(void *context, const Command *command, Verdict *verdict) {
    Played *played = context;
    *verdict = sim_game_send(played->game, command);
    if (verdict->code != VERDICT_OK) return played->game->fault[0] == 0;
    assert_true(played->count < COMMANDS_MAX);
    played->commands[played->count++] = *command;
    return true;
}

static void begin(SimGame *game, uint64_t seed) {
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    game->ledger.count = 0;
    fold_begin(game->def, &game->state, seed);
    assert_int_equal(sim_game_send(game, &start).code, VERDICT_OK);
}

static void play(Played *played, uint64_t seed) {
    played->count = played->steps = 0;
    played->game->watch = (SimWatch){played, note_step};
    crew_reset(played->game->crew, BOT_RANDOM, seed);
    played->count = -1; // the first step begins with the start itself
    begin(played->game, seed);
    played->count = 0;
    CrewDoor door = {.context = played, .state = state_of, .submit = submit};
    assert_true(crew_play(played->game->crew, &door));
    assert_int_equal(played->game->state.status, STATUS_DEBRIEF);
    played->game->watch = (SimWatch){NULL, NULL};
}

// What leads a meeting is not sealed: an objection answers an order. It keeps its place before the lists.
static int32_t group_of(const Command *command) {
    if (command->kind == COMMAND_DONE) return 2;
    return command->kind == COMMAND_ACT || command->kind == COMMAND_TAKE_BACK ? 1 : 0;
}

static void send_again(
        SimGame *again, const Played *played, int32_t from, int32_t to, uint64_t seed) {
    int32_t actors = def_count(again->def, KIND_ACTOR);
    Rng rng = rng_seed(seed, (uint64_t)from);
    uint8_t order[ACTORS_MAX];
    for (int32_t i = 0; i < actors; i++) {
        int32_t at = (int32_t)rng_draw(&rng, (uint32_t)i + 1);
        order[i] = order[at];
        order[at] = (uint8_t)i;
    }
    for (int32_t group = 0; group < 3; group++) {
        for (int32_t i = 0; i < (group == 0 ? 1 : actors); i++) {
            for (int32_t c = from; c < to; c++) {
                const Command *command = &played->commands[c];
                bool mine = group == 0 || command->actor == order[i];
                if (group_of(command) != group || !mine) continue;
                VerdictCode code = (VerdictCode)sim_game_send(again, command).code;
                if (code != VERDICT_OK)
                    fail_msg("%s of actor %d was refused: %s",
                            command_name((CommandKind)command->kind), command->actor,
                            verdict_code(code));
            }
        }
    }
    turned++;
}

static void play_again(
        SimGame *again, const Played *played, const char *pack, uint64_t seed) {
    begin(again, seed);
    for (int32_t step = 0; step < played->steps; step++) {
        int32_t from = played->step_at[step],
                to = step + 1 < played->steps ? played->step_at[step + 1] : played->count;
        if (state_digest(again->def, &again->state) != played->digest[step])
            fail_msg("%s, seed %d: round %d, phase %d, sub-step %d begins otherwise", pack,
                    (int)seed, again->state.round, again->state.phase, again->state.sub);
        if (played->sealed[step]) {
            send_again(again, played, from, to, seed);
            continue;
        }
        for (int32_t c = from; c < to; c++)
            assert_int_equal(sim_game_send(again, &played->commands[c]).code, VERDICT_OK);
    }
    assert_true(state_digest(again->def, &again->state)
                == state_digest(again->def, &played->game->state));
}

static void in_another_order(const SimPack *pack) {
    Played *played = calloc(1, sizeof *played);
    SimGame *again = sim_game_make(pack->scenario.def, &pack->hooks);
    played->game = pack->game;
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        play(played, seed);
        play_again(again, played, pack->path, seed);
    }
    sim_game_free(again);
    free(played);
}

static void sealed_steps_do_not_depend_on_who_was_first(void **unused) {
    (void)unused;
    assert_true(sim_packs_each(in_another_order) >= 6);
    assert_true(turned > 500);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(sealed_steps_do_not_depend_on_who_was_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

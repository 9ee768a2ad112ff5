// sim/game.c — a bare table: decide and fold in memory, as fast as the rules are. Never: disk, sockets, a person.
#include "sim/game.h"
#include "rules/check.h"
#include "rules/decide.h"
#include "rules/fold.h"
#include <stdio.h>
#include <stdlib.h>

SimGame *sim_game_make(const Def *def, const Hooks *hooks) {
    SimGame *game = calloc(1, sizeof *game);
    ASSERT(game != NULL);
    game->def = def;
    game->hooks = hooks;
    game->check = true;
    game->crew = crew_make(def, BOT_RANDOM, 0);
    return game;
}

void sim_game_free(SimGame *game) {
    if (!game) return;
    crew_free(game->crew);
    event_list_free(&game->ledger);
    free(game);
}

// Differs between two steps or turns that follow each other.
static uint32_t moment_of(const State *state) {
    uint32_t step = (uint32_t)state->round << 24 | (uint32_t)state->phase << 16
                    | (uint32_t)state->turn_actor << 8;
    return step | (uint32_t)(state->status << 4) | (uint32_t)(state->sub << 2)
           | (state->meeting & 3u);
}

Verdict sim_game_send(SimGame *game, const Command *command) {
    uint32_t before = moment_of(&game->state);
    Txn txn = {.def = game->def,
            .state = &game->state,
            .events = &game->ledger,
            .hooks = game->hooks,
            .book = &game->book,
            .result = &game->result};
    Verdict verdict = decide(&txn, command);
    game->commands++;
    if (game->check && !state_check(game->def, &game->state, game->fault))
        return verdict_no(VERDICT_CLOSED);
    if (game->watch.look && moment_of(&game->state) != before)
        game->watch.look(game->watch.context, game);
    return verdict;
}

static const State *state_of(void *context) { return &((SimGame *)context)->state; }

static bool submit(void *context, const Command *command, Verdict *verdict) {
    SimGame *game = context;
    *verdict = sim_game_send(game, command);
    return game->fault[0] == 0;
}

static void seat_cast(SimGame *game, uint64_t seed) {
    uint16_t fellows = 0;
    for (uint8_t i = 0; i < def_count(game->def, KIND_ACTOR); i++) {
        if (game->cast->kinds[i] == BOT_SCRIPTED) fellows |= (uint16_t)(1u << i);
    }
    for (uint8_t i = 0; i < def_count(game->def, KIND_ACTOR); i++) {
        Bot *bot = &game->crew->bots[i];
        *bot = bot_make(i, (BotKind)game->cast->kinds[i], seed);
        bot->holds = game->crew->holds;
        bot->script = game->cast->script;
        bot->fellows = fellows;
    }
}

bool sim_game_play(SimGame *game, BotKind players, uint64_t seed) {
    game->ledger.count = 0;
    game->fault[0] = 0;
    fold_begin(game->def, &game->state, seed);
    crew_reset(game->crew, players, seed);
    if (game->cast) seat_cast(game, seed);
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    if (sim_game_send(game, &start).code != VERDICT_OK) return false;
    CrewDoor door = {.context = game, .state = state_of, .submit = submit};
    if (!crew_play(game->crew, &door)) return false;
    bool ended = game->state.status == STATUS_DEBRIEF;
    if (!ended && !game->fault[0]) {
        snprintf(game->fault, sizeof game->fault,
                "the game stopped in round %d, phase %d, step %d", game->state.round,
                game->state.phase, game->state.sub);
    }
    return ended;
}

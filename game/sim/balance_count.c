// sim/balance_count.c — what one finished game adds to a balance report. Never: anything that depends on the games before.
#include "rules/gate.h"
#include "rules/macro.h"
#include "rules/scope.h"
#include "rules/worth.h"
#include "sim/balance.h"
#include <string.h>

// What says that a move is not in question here, rather than closed.
static bool out_of_question(uint16_t code) {
    return code == VERDICT_WRONG_PHASE || code == VERDICT_NOT_YOUR_TURN
           || code == VERDICT_NOT_IN_DECK || code == VERDICT_NOT_FOR_YOU
           || code == VERDICT_CLOSED;
}

void balance_look(void *context, const SimGame *game) {
    BalanceWatch *watch = context;
    const Def *def = game->def;
    const State *state = &game->state;
    if (state->status != STATUS_RUNNING || def->phases[state->phase].kind == PHASE_SHOW)
        return;
    bool in_turn = def->phases[state->phase].kind == PHASE_IN_TURN;
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (in_turn && state->turn_actor != actor) continue;
        for (int32_t move = 0; move < def->moves_count; move++) {
            uint16_t code = gate_move(def, state, actor, (uint8_t)move).code;
            if (out_of_question(code)) continue;
            watch->asked[move]++;
            watch->closed[move] += code != VERDICT_OK;
        }
    }
}

bool balance_passed(const Def *def, const State *state) {
    for (int32_t i = 0; i < def_count(def, KIND_ARENA); i++) {
        if (state->decision[i].passed) return true;
    }
    return false;
}

static void count_moves(Balance *balance, const SimGame *game, const BalanceWatch *watch) {
    for (int32_t move = 0; move < game->def->moves_count; move++) {
        BalanceMove *sum = &balance->moves[move];
        int32_t made = 0;
        for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
            made += game->state.done_moves[actor][move];
            sum->won += game->state.won[actor][move];
        }
        sum->made += made;
        sum->games += made > 0;
        sum->asked += watch->asked[move];
        sum->closed += watch->closed[move];
        sum->games_closed +=
                watch->asked[move] > 0 && watch->asked[move] == watch->closed[move];
    }
}

// What a move brought about by itself, echoes and playback of its words left out.
static void count_cause(Balance *balance, const Def *def, const Event *event) {
    if (event->cause.kind != CAUSE_MOVE || event->cause.id >= def->moves_count) return;
    balance->moves[event->cause.id].lines +=
            event->kind == EVENT_DELTA ? event->applied != 0 : event->kind != EVENT_ACT;
    balance->moves[event->cause.id].worth += worth_of(def, event);
}

// One pass over the ledger: influence, playbacks and moved importance.
static void count_ledger(Balance *balance, const SimGame *game, Worth *worth) {
    const Def *def = game->def;
    bool playback = false, importance = false;
    for (int32_t i = 0; i < game->ledger.count; i++) {
        const Event *event = &game->ledger.items[i];
        worth_add(def, event, worth);
        count_cause(balance, def, event);
        playback |= event->cause.kind == CAUSE_PLAYBACK;
        importance |= event->kind == EVENT_DELTA && event->applied != 0
                      && def->cell_track[event->cell] == TRACK_IMPORTANCE;
    }
    balance->playbacks += playback;
    balance->importance_moved += importance;
}

static bool holds(const SimGame *game, uint8_t actor, ExprId when) {
    Scope scope;
    if (!when) return false;
    scope_plain(&scope, game->def, &game->state, actor);
    return expr_holds(&scope.expr, when);
}

// The style more than half of an actor's verbs have, or the last place for none.
static int32_t style_of(const Def *def, const State *state, int32_t actor) {
    int32_t acts[BALANCE_STYLES] = {0}, all = 0;
    for (int32_t move = 0; move < def->moves_count; move++) {
        if (def->moves[move].kind == MOVE_POINT) continue;
        acts[def->moves[move].style] += state->done_moves[actor][move];
        all += state->done_moves[actor][move];
    }
    for (int32_t i = 0; i < BALANCE_STYLES - 1; i++) {
        if (2 * acts[i] > all) return i;
    }
    return BALANCE_STYLES - 1;
}

static void count_criteria(Balance *balance, const SimGame *game, uint8_t actor) {
    BalanceStyle *style = &balance->styles[style_of(game->def, &game->state, actor)];
    BalanceActor *sum = &balance->actors[actor];
    int16_t values[CRITERION_COUNT];
    criteria_all(game->def, &game->state, actor, values);
    for (int32_t i = 0; i < CRITERION_COUNT; i++) {
        if (values[i] < 0) continue;
        sum->criteria[i] += values[i];
        sum->criteria_known[i]++;
        style->criteria[i] += values[i];
        style->known[i]++;
    }
}

static void count_actors(Balance *balance, const SimGame *game, const Worth *worth) {
    const Def *def = game->def;
    const State *state = &game->state;
    int32_t exercised[ACTORS_MAX], macro[ACTORS_MAX];
    worth_shares(worth, exercised);
    macro_shares(def, state, macro);
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        BalanceActor *sum = &balance->actors[actor];
        sum->hidden += holds(game, actor, def->actors[actor].hidden.when);
        sum->mandate += holds(game, actor, def->actors[actor].mandate.when);
        sum->exercised += exercised[actor];
        sum->macro += macro[actor];
        for (int32_t i = 0; i < def_count(def, KIND_AUDIENCE); i++) {
            sum->legitimacy[i] += state_at(def, state, TRACK_LEGITIMACY, actor, i);
            sum->legitimacy_start[i] += state->legitimacy_start[actor][i];
        }
        count_criteria(balance, game, actor);
    }
}

static void count_end(Balance *balance, const Def *def, const State *state) {
    balance->endings[state->ending < ENDINGS_MAX ? state->ending : ENDINGS_MAX]++;
    balance->passed += balance_passed(def, state);
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        int32_t level = state_at(def, state, TRACK_LAW, clause, 0) / 10;
        balance->law[clause][core_clamp(level, 0, LEVELS_MAX - 1)]++;
    }
    for (int32_t i = 0; i < def->happenings_count; i++)
        balance->happened[i] += state_bit(state->happened, i);
    for (int32_t i = 0; i < def->rules_count; i++)
        balance->script_faults += state->faults[i];
}

void balance_count(Balance *balance, const SimGame *game, const BalanceWatch *watch) {
    Worth worth = {0};
    balance->games++;
    balance->events += game->ledger.count;
    balance->acts += game->state.acts_made;
    count_ledger(balance, game, &worth);
    count_end(balance, game->def, &game->state);
    count_moves(balance, game, watch);
    count_actors(balance, game, &worth);
}

// Every field from `games` to the one before first_fault, and everything after rest_passes, is a sum.
static void add_numbers(void *sum, const void *part, size_t bytes) {
    int64_t *to = sum;
    const int64_t *from = part;
    for (size_t i = 0; i < bytes / sizeof *to; i++)
        to[i] += from[i];
}

void balance_add(Balance *sum, const Balance *part) {
    bool earlier = part->first_fault >= 0
                   && (sum->first_fault < 0 || part->first_fault < sum->first_fault);
    if (earlier) {
        sum->first_fault = part->first_fault;
        memcpy(sum->fault, part->fault, sizeof sum->fault);
    }
    sum->rest_passes |= part->rest_passes;
    add_numbers(&sum->games, &part->games,
            offsetof(Balance, first_fault) - offsetof(Balance, games));
    add_numbers(sum->endings, part->endings,
            offsetof(Balance, digest) - offsetof(Balance, endings));
}

// tests/unit/test_bots_echo.c — what was done last: kept by the State, known to whom it is told, and thought of by computer players. Never: judges how well a game went.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bots/parts.h"
#include "rules/fold.h"
#include "sim_packs.h"

enum { GAMES = 6, CHANGED_MIN = 4, LISTS_MIN = 30 };

typedef struct Watch {
    SimPack pack;
    Def *def; // a copy whose personas may be changed
    BotDesk desk;
    State other;
    int32_t asked, changed, lists, repeated;
    bool in_turn;
} Watch;

static int open_pack(void **context, const char *path) {
    Watch *watch = calloc(1, sizeof *watch);
    *context = watch;
    if (!watch || !sim_pack_open(&watch->pack, path)) return -1;
    watch->def = malloc(sizeof *watch->def);
    if (!watch->def) return -1;
    *watch->def = *watch->pack.scenario.def;
    return 0;
}

static int setup(void **context) { return open_pack(context, "scenarios/riverside-link"); }

static int setup_turns(void **context) { return open_pack(context, "tests/packs/reform8"); }

static int teardown(void **context) {
    Watch *watch = *context;
    event_list_free(&watch->desk.events);
    sim_pack_close(&watch->pack);
    free(watch->def);
    free(watch);
    return 0;
}

static bool same_act(const Act *kept, const Act *done) {
    Act plain = *done;
    plain.id = plain.words = 0;
    plain.why = 0;
    return memcmp(kept, &plain, sizeof plain) == 0;
}

// ---- what a State keeps -----------------------------------------------------------------------------

// Every list of the newest round is kept in its order, without points of power.
static void compare_lists(Watch *watch, const SimGame *game) {
    int32_t counts[ACTORS_MAX] = {0};
    for (int32_t i = 0; i < game->ledger.count; i++) {
        const Event *event = &game->ledger.items[i];
        if (event->kind != EVENT_ACT || event->round != game->state.round
                || game->def->moves[event->act.move].kind == MOVE_POINT)
            continue;
        const Deeds *deeds = &game->state.deeds[event->actor];
        int32_t place = counts[event->actor]++;
        assert_true(place < deeds->count);
        assert_true(same_act(&deeds->act[place], &event->act));
    }
    for (int32_t i = 0; i < def_count(game->def, KIND_ACTOR); i++) {
        assert_int_equal(game->state.deeds[i].count, counts[i]);
        watch->lists += counts[i] > 0;
    }
}

static void look_at_lists(void *context, const SimGame *game) {
    const State *state = &game->state;
    if (state->status != STATUS_RUNNING || state->phase >= game->def->phases_count) return;
    if (game->def->phases[state->phase].does == DOES_REFLECT) compare_lists(context, game);
}

static void the_lists_that_were_carried_out_are_kept_for_a_round(void **context) {
    Watch *watch = *context;
    watch->pack.game->watch = (SimWatch){watch, look_at_lists};
    for (uint64_t seed = 1; seed <= GAMES; seed++)
        assert_true(sim_game_play(watch->pack.game, BOT_PERSONA, seed));
    print_message("%d lists\n", watch->lists);
    assert_true(watch->lists >= LISTS_MIN);
}

// ---- who knows it -----------------------------------------------------------------------------------

static uint8_t find_move(const Def *def, bool quiet) {
    for (uint8_t m = 0; m < def->moves_count; m++) {
        bool is = (def->moves[m].flags & MOVE_QUIET) != 0;
        if (def->moves[m].kind == MOVE_VERB && is == quiet) return m;
    }
    return NONE;
}

static uint8_t decider_of(const Def *def, uint8_t owner) {
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].owner == owner) return d;
    }
    return NONE;
}

static void do_act(const Def *def, State *state, uint8_t actor, uint8_t move, Thing at) {
    Event event = {.kind = EVENT_ACT, .actor = actor, .a = 1};
    event.act = (Act){
            .id = 40, .move = move, .actor = actor, .target = at, .side = 1, .words = 7};
    fold_event(def, state, &event);
}

static int32_t known(const Watch *watch, uint8_t who, uint8_t doer) {
    State *seen = malloc(sizeof *seen);
    assert_non_null(seen);
    fold_forget(watch->def, &watch->other, who, seen);
    int32_t count = seen->deeds[doer].count;
    free(seen);
    return count;
}

// Somebody who owns a decider, somebody who does something to it, and somebody who looks on.
typedef struct Three {
    uint8_t decider, owner, doer, other;
} Three;

static Three three_of(const Def *def) {
    Three three = {.owner = 0};
    while (decider_of(def, three.owner) == NONE)
        three.owner++;
    three.decider = decider_of(def, three.owner);
    three.doer = three.owner == 0;
    three.other = 2 + (three.owner == 2);
    return three;
}

static void quiet_acts_are_known_to_whom_they_point_at_until_they_are_published(
        void **context) {
    Watch *watch = *context;
    const Def *def = watch->def;
    uint8_t quiet = find_move(def, true), loud = find_move(def, false);
    Three is = three_of(def);
    fold_begin(def, &watch->other, 1);
    do_act(def, &watch->other, is.doer, loud, (Thing){KIND_DECIDER, is.decider});
    do_act(def, &watch->other, is.doer, quiet, (Thing){KIND_DECIDER, is.decider});
    assert_int_equal(watch->other.deeds[is.doer].act[1].words, 0);
    assert_int_equal(watch->other.deeds[is.doer].act[1].id, 0);
    assert_int_equal(known(watch, is.doer, is.doer), 2);
    assert_int_equal(known(watch, is.owner, is.doer), 2);
    assert_int_equal(known(watch, is.other, is.doer), 1);
    Event open = {.kind = EVENT_PUBLISHED, .actor = is.doer};
    fold_event(def, &watch->other, &open);
    assert_int_equal(known(watch, is.other, is.doer), 2);
}

static void quiet_acts_take_no_room_from_open_ones(void **context) {
    Watch *watch = *context;
    const Def *def = watch->def;
    uint8_t quiet = find_move(def, true), loud = find_move(def, false);
    Three is = three_of(def);
    fold_begin(def, &watch->other, 1);
    for (int32_t i = 0; i < PLAN_MAX; i++)
        do_act(def, &watch->other, is.doer, quiet, (Thing){KIND_DECIDER, is.decider});
    for (int32_t i = 0; i < PLAN_MAX; i++)
        do_act(def, &watch->other, is.doer, loud, (Thing){KIND_DECIDER, is.decider});
    assert_int_equal(known(watch, is.other, is.doer), PLAN_MAX);
}

// ---- who thinks of it -------------------------------------------------------------------------------

static bool choice(
        Watch *watch, const Def *def, const State *state, uint8_t actor, Command *out) {
    Bot bot = bot_make(actor, BOT_PERSONA, 77);
    BotWhy why;
    memset(out, 0, sizeof *out);
    return bot_next(&bot, &watch->desk, def, state, out, &why) && out->kind == COMMAND_ACT;
}

// Acts of others in what was tried last.
static int32_t repeats(const Watch *watch, uint8_t actor) {
    int32_t count = 0;
    for (int32_t i = 0; i < watch->desk.events.count; i++) {
        const Event *event = &watch->desk.events.items[i];
        count += event->kind == EVENT_ACT && event->actor != actor;
    }
    return count;
}

// Would it choose otherwise if the others had done nothing?
static void ask_twice(void *context, const SimGame *game) {
    Watch *watch = context;
    const State *state = &game->state;
    if (state->status != STATUS_RUNNING || state->phase >= game->def->phases_count) return;
    PhaseKind kind = (PhaseKind)game->def->phases[state->phase].kind;
    if (kind != (watch->in_turn ? PHASE_IN_TURN : PHASE_SEALED)) return;
    for (uint8_t i = 0; i < def_count(game->def, KIND_ACTOR); i++) {
        Command with, without;
        watch->other = *state;
        memset(watch->other.deeds, 0, sizeof watch->other.deeds);
        bool one = choice(watch, watch->def, state, i, &with);
        if (one) watch->repeated += repeats(watch, i);
        bool two = choice(watch, watch->def, &watch->other, i, &without);
        watch->asked += one || two;
        watch->changed += one != two || memcmp(&with, &without, sizeof with) != 0;
    }
}

static void ask_in_games(Watch *watch) {
    watch->asked = watch->changed = watch->repeated = 0;
    watch->pack.game->watch = (SimWatch){watch, ask_twice};
    for (uint64_t seed = 1; seed <= GAMES; seed++)
        assert_true(sim_game_play(watch->pack.game, BOT_PERSONA, seed));
    print_message("%d of %d choices changed, %d acts repeated\n", watch->changed,
            watch->asked, watch->repeated);
}

static void a_persona_reckons_with_what_the_others_did_last(void **context) {
    Watch *watch = *context;
    ask_in_games(watch);
    assert_true(watch->changed >= CHANGED_MIN);
}

static void one_that_does_not_look_ahead_does_not(void **context) {
    Watch *watch = *context;
    for (int32_t i = 0; i < watch->def->personas_count; i++)
        watch->def->personas[i].looks_ahead = 0;
    for (uint8_t i = 0; i < def_count(watch->def, KIND_ACTOR); i++)
        assert_true(watch->def->actors[i].persona != NONE);
    ask_in_games(watch);
    assert_true(watch->asked > 0);
    assert_int_equal(watch->changed, 0);
    assert_int_equal(watch->repeated, 0);
}

static void the_same_where_teams_act_in_turn(void **context) {
    Watch *watch = *context;
    watch->in_turn = true;
    ask_in_games(watch);
    assert_true(watch->asked > 0 && watch->repeated > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    the_lists_that_were_carried_out_are_kept_for_a_round, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    quiet_acts_are_known_to_whom_they_point_at_until_they_are_published,
                    setup, teardown),
            cmocka_unit_test_setup_teardown(
                    quiet_acts_take_no_room_from_open_ones, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_persona_reckons_with_what_the_others_did_last, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    one_that_does_not_look_ahead_does_not, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    the_same_where_teams_act_in_turn, setup_turns, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

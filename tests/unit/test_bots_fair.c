// tests/unit/test_bots_fair.c — computer players: fair to what they may know, never past the gate, better than chance at their mandate. Never: judges style.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bots/parts.h"
#include "rules/scope.h"
#include "session_secrets.h"
#include "session_world.h"
#include "sim/game.h"

enum {
    GAMES_FAIR = 6,
    GAMES_FAIR_MORE = 2,
    GAMES_GATE = 50,
    GAMES_SEAT = 16,
    CHOICES_MIN = 400
};

typedef struct Watch {
    World *world;
    Rng rng;
    BotDesk *desk;
    State other, believed[2];
    int32_t choices, acts, why_two, meets, deals;
} Watch;

static int setup_case(void **state, const char *pack) {
    Watch *watch = calloc(1, sizeof *watch);
    if (!watch) return 1;
    watch->world = world_make(pack);
    watch->rng = rng_seed(8, 8);
    watch->desk = calloc(1, sizeof *watch->desk);
    *state = watch;
    return watch->world && watch->desk ? 0 : 1;
}

static int setup(void **state) { return setup_case(state, "scenarios/riverside-link"); }

static int setup_bill(void **state) {
    return setup_case(state, "scenarios/safe-homes-bill");
}

static int setup_wage(void **state) {
    return setup_case(state, "scenarios/a-wage-to-live-on");
}

static int teardown(void **state) {
    Watch *watch = *state;
    event_list_free(&watch->desk->events);
    free(watch->desk);
    int result = world_free(watch->world);
    free(watch);
    return result;
}

// ---- the same choice whatever the others hide ----

static void compare(Watch *watch, const State *now, uint8_t actor) {
    const Def *def = watch->world->scenario.def;
    watch->other = *now;
    secret_scramble(&watch->rng, def, &watch->other, actor);
    belief_make(def, now, actor, &watch->believed[0]);
    belief_make(def, &watch->other, actor, &watch->believed[1]);
    assert_true(state_digest(def, &watch->believed[0])
                == state_digest(def, &watch->believed[1]));
    Bot one = bot_make(actor, BOT_PERSONA, 77), two = one;
    Command first, second;
    BotWhy why_first, why_second;
    memset(&first, 0, sizeof first);
    memset(&second, 0, sizeof second);
    bool a = bot_next(&one, watch->desk, def, now, &first, &why_first);
    bool b = bot_next(&two, watch->desk, def, &watch->other, &second, &why_second);
    assert_int_equal(a, b);
    if (!a) return;
    if (first.kind != second.kind || memcmp(&first, &second, sizeof first) != 0) {
        fail_msg("%s chooses %s (%d) or %s (%d) by what others hide",
                def_id(def, (Thing){KIND_ACTOR, actor}),
                command_name((CommandKind)first.kind), first.act.move,
                command_name((CommandKind)second.kind), second.act.move);
    }
    assert_int_equal(why_first.first, why_second.first);
    watch->choices++;
    watch->acts += first.kind == COMMAND_ACT;
    watch->meets += def->phases[now->phase].kind == PHASE_MEETING;
    watch->deals += first.kind >= COMMAND_DEAL_OFFER && first.kind <= COMMAND_DEAL_DECLINE;
}

static bool look(void *context, const Game *game) {
    Watch *watch = context;
    const State *now = &game->session->state;
    if (now->status >= STATUS_DEBRIEF) return true;
    for (uint8_t i = 0; i < def_count(watch->world->scenario.def, KIND_ACTOR); i++)
        compare(watch, now, i);
    return true;
}

static void compare_games(Watch *watch, uint64_t games) {
    for (uint64_t seed = 1; seed <= games; seed++) {
        Session *session = world_begin(watch->world, seed);
        Game game = game_make(watch->world, session, seed % 2 ? BOT_RANDOM : BOT_PERSONA);
        game.after = look;
        game.context = watch;
        assert_true(game_go_on(&game));
        game_free(&game);
    }
    print_message("%d choices compared: %d acts, %d in meetings, %d about deals\n",
            watch->choices, watch->acts, watch->meets, watch->deals);
    assert_true(watch->choices >= CHOICES_MIN && watch->acts >= CHOICES_MIN / 4);
    assert_true(watch->meets > 0 && watch->deals > 0);
}

static void test_a_persona_chooses_by_what_its_seat_may_know(void **state) {
    compare_games(*state, GAMES_FAIR);
}

static void test_the_same_in_a_case_with_more_seats(void **state) {
    compare_games(*state, GAMES_FAIR_MORE);
}

// ---- never past the gate ----

static int64_t refused_by_kind(Watch *watch, BotKind kind) {
    SimGame *game = sim_game_make(watch->world->scenario.def, &watch->world->hooks);
    int64_t refused = 0, sent = 0;
    for (uint64_t seed = 1; seed <= GAMES_GATE; seed++) {
        bool ended = sim_game_play(game, kind, seed);
        if (!ended) fail_msg("seed %d: %s", (int)seed, game->fault);
        refused += game->crew->refused;
        sent += game->crew->sent;
    }
    print_message("%lld commands, %lld refused\n", (long long)sent, (long long)refused);
    sim_game_free(game);
    return refused;
}

static void test_no_player_sends_what_the_gate_refuses(void **state) {
    assert_int_equal(refused_by_kind(*state, BOT_PERSONA), 0);
    assert_int_equal(refused_by_kind(*state, BOT_RANDOM), 0);
}

static void test_players_of_a_game_in_turns_stay_in_the_gate(void **state) {
    (void)state;
    World *world = world_make("tests/packs/reform8");
    assert_non_null(world);
    for (uint64_t seed = 1; seed <= 12; seed++) {
        Game game = game_make(world, world_begin(world, seed), BOT_RANDOM);
        assert_true(game_go_on(&game));
        for (int32_t code = 0; code < VERDICT_COUNT; code++) {
            if (game.refused[code] == 0) continue;
            fail_msg("%d x %s", game.refused[code], verdict_code((VerdictCode)code));
        }
        game_free(&game);
    }
    assert_int_equal(world_free(world), 0);
}

// ---- reasons ----

static bool look_at_reasons(void *context, const Game *game) {
    Watch *watch = context;
    for (int32_t i = 0; i < ACTORS_MAX; i++) {
        const BotWhy *why = &game->crew->why[i];
        if (game->crew->last[i].id == 0 && why->first == TERM_NONE) continue;
        watch->acts++;
        watch->why_two += why->first != TERM_NONE && why->second != TERM_NONE;
        assert_true(why->first != why->second || why->first == TERM_NONE);
    }
    return true;
}

static void test_an_act_has_two_reasons(void **state) {
    Watch *watch = *state;
    Session *session = world_begin(watch->world, 4);
    Game game = game_make(watch->world, session, BOT_PERSONA);
    game.after = look_at_reasons;
    game.context = watch;
    assert_true(game_go_on(&game));
    game_free(&game);
    print_message(
            "%d of %d looks at a last act show two reasons\n", watch->why_two, watch->acts);
    assert_true(watch->acts > 50 && 2 * watch->why_two > watch->acts);
}

// ---- better than chance ----

// One seat is a persona or a random player, the others are random; how well does the seat do?
typedef struct Seated {
    int32_t met, substance, standing;
} Seated;

static Seated play_seat(Watch *watch, uint8_t actor, BotKind kind) {
    const Def *def = watch->world->scenario.def;
    Seated out = {0};
    for (uint64_t seed = 1; seed <= GAMES_SEAT; seed++) {
        Session *session = world_begin(watch->world, seed);
        Game game = game_make(watch->world, session, BOT_RANDOM);
        game.crew->bots[actor] = bot_make(actor, kind, seed);
        assert_true(game_go_on(&game));
        Scope scope;
        scope_plain(&scope, def, &session->state, actor);
        out.met += expr_holds(&scope.expr, def->actors[actor].mandate.when);
        uint8_t law[CLAUSES_MAX] = {0};
        for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
            law[c] = (uint8_t)(state_at(def, &session->state, TRACK_LAW, c, 0) / 10);
        out.substance += score_substance(def, actor, law);
        for (int32_t a = 0; a < def_count(def, KIND_AUDIENCE); a++)
            out.standing += state_at(def, &session->state, TRACK_LEGITIMACY, actor, a) / 10;
        game_free(&game);
    }
    return out;
}

static void test_personas_do_better_than_chance(void **state) {
    Watch *watch = *state;
    const Def *def = watch->world->scenario.def;
    Seated persona = {0}, random = {0};
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        Seated with = play_seat(watch, i, BOT_PERSONA),
               without = play_seat(watch, i, BOT_RANDOM);
        print_message(
                "%-10s mandate %2d : %2d of %d, substance %d : %d, standing %d : %d\n",
                def_id(def, (Thing){KIND_ACTOR, i}), with.met, without.met, GAMES_SEAT,
                with.substance / GAMES_SEAT, without.substance / GAMES_SEAT,
                with.standing / GAMES_SEAT, without.standing / GAMES_SEAT);
        persona.met += with.met;
        persona.substance += with.substance;
        persona.standing += with.standing;
        random.met += without.met;
        random.substance += without.substance;
        random.standing += without.standing;
    }
    print_message("all: mandate %d : %d, substance %d : %d, standing %d : %d\n",
            persona.met, random.met, persona.substance, random.substance, persona.standing,
            random.standing);
    // Mandates are yes or no in few games, so only what moves in small steps is held to more than chance.
    assert_true(persona.standing > random.standing);
    assert_true(20 * persona.substance > 19 * random.substance);
    assert_true(2 * persona.met > random.met);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_a_persona_chooses_by_what_its_seat_may_know, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_the_same_in_a_case_with_more_seats, setup_bill, teardown),
            cmocka_unit_test_setup_teardown(
                    test_the_same_in_a_case_with_more_seats, setup_wage, teardown),
            cmocka_unit_test_setup_teardown(
                    test_no_player_sends_what_the_gate_refuses, setup, teardown),
            cmocka_unit_test(test_players_of_a_game_in_turns_stay_in_the_gate),
            cmocka_unit_test_setup_teardown(test_an_act_has_two_reasons, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_personas_do_better_than_chance, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

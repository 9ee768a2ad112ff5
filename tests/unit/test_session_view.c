// tests/unit/test_session_view.c — what a seat is shown: whole, true to the gate, and untouched by anybody's secrets. Never: judges how it looks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "planted_words.h"
#include "rules/gate.h"
#include "session/own_words.h"
#include "session/view.h"
#include "session_secrets.h"
#include "session_world.h"
#include "view_dump.h"

enum { PAIRS_MIN = 2000, GAMES = 12, EVERY = 3, WHY_CELLS = 3 };

typedef struct Looking {
    World *world;
    Rng rng;
    View here, there;
    Buffer a, b;
    Session *twin; // the same game with other secrets
    Language language;
    PlantedWords planted_words;
    int32_t looks, pairs, open_seen, closed_seen, hidden_events;
    uint8_t viewer;
} Looking;

static int32_t draw(Looking *looking, int32_t n) {
    return (int32_t)rng_draw(&looking->rng, (uint32_t)n);
}

static int setup(void **state) {
    Looking *looking = calloc(1, sizeof *looking);
    if (!looking) return 1;
    looking->world = world_make("scenarios/riverside-link");
    looking->rng = rng_seed(3, 3);
    looking->twin = calloc(1, sizeof *looking->twin);
    looking->planted_words = (PlantedWords){&looking->world, &looking->viewer};
    looking->language = planted_language(&looking->planted_words);
    *state = looking;
    return looking->world && looking->twin ? 0 : 1;
}

static int teardown(void **state) {
    Looking *looking = *state;
    view_free(&looking->here);
    view_free(&looking->there);
    buffer_free(&looking->a);
    buffer_free(&looking->b);
    free(looking->twin);
    int result = world_free(looking->world);
    free(looking);
    return result;
}

static void play_games(Looking *looking, bool (*after)(void *, const Game *)) {
    for (int32_t i = 0; i < GAMES; i++) {
        BotKind bots = i % 3 ? BOT_PERSONA : BOT_RANDOM;
        assert_true(game_watch(looking->world, 40 + (uint64_t)i, bots, after, looking));
    }
}

// ---- whole and true to the gate ----

static bool answerable(const ViewMove *move) {
    for (int32_t i = 0; i < move->asks_count; i++) {
        int32_t open = 0;
        for (int32_t o = 0; o < move->asks[i].options_count; o++)
            open += move->asks[i].options[o].open;
        if (open == 0) return false;
    }
    return true;
}

// The next combination of answers the view shows as open, counted like an odometer; false after the last.
static bool answer(const ViewMove *move, int32_t *at, Act *act) {
    for (int32_t i = 0; i < move->asks_count; i++) {
        const ViewQuestion *ask = &move->asks[i];
        while (at[i] < ask->options_count && !ask->options[at[i]].open)
            at[i]++;
        if (at[i] >= ask->options_count) {
            at[i] = 0;
            if (i + 1 >= move->asks_count) return false;
            at[i + 1]++;
            i = -1; // from the first wheel again
            continue;
        }
        act->asked[i] = ask->options[at[i]].value;
    }
    return true;
}

// Which answers suit may depend on the target: some of those that are shown have to do.
static bool passes(
        Looking *looking, const Session *session, const ViewMove *move, Thing target) {
    Act act = {.move = move->index,
            .actor = looking->viewer,
            .target = target,
            .arena = NONE,
            .bid = move->bid_min};
    int32_t at[ASKS_MAX] = {0};
    if (!answerable(move)) return false;
    while (answer(move, at, &act)) {
        for (int32_t side = move->sides ? -1 : 0; side <= (move->sides ? 1 : 0); side++) {
            act.side = (int8_t)side;
            Command command = {.kind = move->is_request ? COMMAND_CONSENT_ASK : COMMAND_ACT,
                    .actor = looking->viewer,
                    .at_phase = NONE,
                    .act = act};
            if (gate_check(session->def, &session->state, &command).code == VERDICT_OK)
                return true;
        }
        if (move->asks_count == 0) return false;
        at[0]++;
    }
    return false;
}

static void check_move(Looking *looking, const Session *session, const ViewMove *move) {
    assert_true(move->open == (move->closed[0] == 0));
    int32_t open = 0;
    for (int32_t i = 0; i < move->targets_count; i++) {
        const ViewTarget *target = &move->targets[i];
        bool passed = passes(looking, session, move, target->thing);
        if (target->open != passed && move->asks_count == 0)
            fail_msg("%s -> %s: shown %d, gate %d", move->id, target->name, target->open,
                    passed);
        if (target->open && !passed) fail_msg("%s -> %s is closed", move->id, target->name);
        assert_true(target->open || target->closed[0] != 0);
        open += target->open;
    }
    if (move->targets_count == 0 && move->open)
        assert_true(passes(looking, session, move, (Thing){KIND_NONE, 0}));
    assert_true(!move->open || open > 0 || move->targets_count == 0);
    looking->open_seen += move->open;
    looking->closed_seen += !move->open;
}

static bool look_at_view(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    if (looking->looks++ % EVERY) return true;
    looking->viewer = (uint8_t)draw(looking, def_count(session->def, KIND_ACTOR));
    view_build(session, looking->viewer, &looking->language, &looking->here);
    buffer_reset(&looking->a);
    dump_view(&looking->a, &looking->here);
    assert_null(strstr(looking->a.data, "!NULL!"));
    const char *raw = strchr(looking->a.data, '{'); // a placeholder nobody filled
    if (raw)
        fail_msg("%.60s",
                core_max(0, (int32_t)(raw - looking->a.data) - 20) + looking->a.data);
    assert_true(looking->here.expected[0] != 0 && looking->here.phase_name[0] != 0);
    bool open_first = true;
    for (int32_t i = 0; i < looking->here.moves_count; i++) {
        const ViewMove *move = &looking->here.moves[i];
        assert_true(open_first || !move->open);
        open_first = move->open;
        check_move(looking, session, move);
    }
    return true;
}

static void test_open_is_what_the_gate_lets_through(void **state) {
    Looking *looking = *state;
    play_games(looking, look_at_view);
    print_message("%d open and %d closed acts looked at\n", looking->open_seen,
            looking->closed_seen);
    assert_true(looking->open_seen > 500 && looking->closed_seen > 500);
}

// The checker itself: what the viewer may know does change its view.
static bool look_for_change(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    if (session->state.status != STATUS_RUNNING || looking->pairs++ % 20) return true;
    looking->viewer = 0;
    *looking->twin = *session;
    State *state = &looking->twin->state;
    uint16_t cell = def_cell(session->def, TRACK_LEGITIMACY, 1, 0);
    state->cell[cell] = (int16_t)((state->cell[cell] + 500) % 1000);
    view_build(session, 0, &looking->language, &looking->here);
    view_build(looking->twin, 0, &looking->language, &looking->there);
    buffer_reset(&looking->a);
    buffer_reset(&looking->b);
    dump_view(&looking->a, &looking->here);
    dump_view(&looking->b, &looking->there);
    assert_string_not_equal(looking->a.data, looking->b.data);
    return true;
}

static void test_what_may_be_known_does_change_the_view(void **state) {
    play_games(*state, look_for_change);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_open_is_what_the_gate_lets_through, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_what_may_be_known_does_change_the_view, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

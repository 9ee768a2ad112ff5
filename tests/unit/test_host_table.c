// tests/unit/test_host_table.c — a table against frames that lie: whose seat, whose command, numbers out of range. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/table.h"
#include "session_world.h"

enum { FRAMES = 30000, ME = 1, OTHER = 2 };

typedef struct Hall {
    World *world;
    Table *table;
    Rng rng;
} Hall;

static void sit_down(Hall *hall) {
    SessionConfig config = world_config(hall->world, NULL, 9);
    config.clock = (Clock){0};
    hall->table = table_open(&config, BOT_PERSONA, &hall->world->err);
    assert_non_null(hall->table);
    Verdict verdict;
    Command seat = {
            .kind = COMMAND_SEAT, .actor = NONE, .at_phase = NONE, .a = ME, .b = BY_PERSON};
    Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
    Session *session = hall->table->session;
    assert_true(session_do(session, &seat, &verdict, &hall->world->err));
    assert_true(session_do(session, &start, &verdict, &hall->world->err));
    assert_true(table_run(hall->table, &hall->world->err));
}

static int setup(void **state) {
    Hall *hall = calloc(1, sizeof *hall);
    if (!hall) return 1;
    hall->world = world_make("scenarios/riverside-link");
    hall->rng = rng_seed(23, 5);
    *state = hall;
    if (!hall->world) return 1;
    sit_down(hall);
    return 0;
}

static int teardown(void **state) {
    Hall *hall = *state;
    table_close(hall->table);
    int result = world_free(hall->world);
    free(hall);
    return result;
}

static Verdict send(Hall *hall, uint8_t seat, Command command) {
    Verdict verdict;
    assert_true(table_send(hall->table, seat, &command, NULL, &verdict, &hall->world->err));
    return verdict;
}

static const State *now(const Hall *hall) { return &hall->table->session->state; }

static void test_the_computer_waits_for_the_person(void **state) {
    Hall *hall = *state;
    assert_int_equal(now(hall)->status, STATUS_BRIEF);
    assert_int_equal(now(hall)->waiting & ~now(hall)->done, 1u << ME);
    Command done = {.kind = COMMAND_DONE, .actor = ME, .at_phase = NONE};
    assert_int_equal(send(hall, ME, done).code, VERDICT_OK);
    assert_int_equal(now(hall)->status, STATUS_RUNNING);
}

// The first answer to each happening that asks this seat.
static void answer_choices(Hall *hall) {
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        const OpenChoice *open = &now(hall)->choice[i];
        bool mine = open->open && ((open->asked & ~open->answered) >> ME) & 1;
        Command command = {.kind = COMMAND_CHOOSE, .at_phase = NONE, .a = open->happening};
        while (mine && send(hall, ME, command).code != VERDICT_OK)
            assert_true(++command.b < 8);
    }
}

static void test_a_person_that_says_done_comes_to_the_end(void **state) {
    Hall *hall = *state;
    Command done = {.kind = COMMAND_DONE, .actor = ME, .at_phase = NONE};
    for (int32_t i = 0; i < 200 && now(hall)->status != STATUS_DEBRIEF; i++) {
        answer_choices(hall);
        assert_int_equal(send(hall, ME, done).code, VERDICT_OK);
    }
    assert_int_equal(now(hall)->status, STATUS_DEBRIEF);
    assert_int_equal(send(hall, ME, done).code, VERDICT_WRONG_PHASE);
}

static void test_a_seat_speaks_for_itself_alone(void **state) {
    Hall *hall = *state;
    // The frame claims to come from another seat: it counts as the sender's.
    Command claim = {.kind = COMMAND_EXPECT, .actor = OTHER, .at_phase = NONE, .a = 1};
    assert_int_equal(send(hall, ME, claim).code, VERDICT_OK);
    assert_int_not_equal(now(hall)->expects[ME], 0);
    assert_int_equal(now(hall)->expects[OTHER], 0);
    // A computer's seat has no connection; nobody plays it by frames.
    assert_int_equal(send(hall, OTHER, claim).code, VERDICT_NO_SEAT);
    assert_int_equal(send(hall, 60, claim).code, VERDICT_NO_SEAT);
    assert_int_equal(send(hall, NONE, claim).code, VERDICT_NO_SEAT);
}

static void test_a_seat_does_not_run_the_session(void **state) {
    Hall *hall = *state;
    for (int32_t kind = 1; kind < COMMAND_COUNT; kind++) {
        if (!command_is_console((CommandKind)kind)) continue;
        Command command = {.kind = (uint8_t)kind, .actor = NONE, .at_phase = NONE, .b = 1};
        assert_int_equal(send(hall, ME, command).code, VERDICT_NOT_YOURS);
    }
}

// Mostly likely numbers, sometimes any.
static int16_t number(Hall *hall) {
    uint32_t kind = rng_draw(&hall->rng, 10);
    if (kind == 0) return (int16_t)rng_next(&hall->rng);
    return (int16_t)((int32_t)rng_draw(&hall->rng, kind == 1 ? 256 : 12) - 2);
}

static uint8_t small(Hall *hall) { return (uint8_t)number(hall); }

static Command any_command(Hall *hall) {
    Command command = {.kind = (uint8_t)(1 + rng_draw(&hall->rng, COMMAND_COUNT - 1)),
            .actor = small(hall),
            .at_phase = NONE,
            .a = number(hall),
            .b = number(hall),
            .c = number(hall),
            .d = number(hall)};
    if (command.kind == COMMAND_ACT) {
        command.act = (Act){
                .id = (uint16_t)number(hall),
                .move = (uint8_t)rng_draw(&hall->rng, 64),
                .actor = small(hall),
                .target = {(uint8_t)rng_draw(&hall->rng, KIND_COUNT + 2u), small(hall) },
                .side = (int8_t)number(hall),
                .bid = small(hall),
                .arena = small(hall),
                .token = small(hall),
                .asked = { number(hall),                number(hall),     number(hall), number(hall)},
                .words = (uint16_t)number(hall)
        };
    }
    if (command.kind != COMMAND_DEAL_OFFER) return command;
    uint8_t *bytes = (uint8_t *)&command.deal;
    for (size_t i = 0; i < sizeof command.deal; i++)
        bytes[i] = small(hall);
    command.deal.promises_count = (uint8_t)rng_draw(&hall->rng, PROMISES_MAX + 1);
    command.deal.words = (uint16_t)number(hall);
    return command;
}

// Whatever is sent, the State stays possible (session_submit checks it) and refusals change nothing.
static void test_any_frame_is_judged_and_none_breaks_the_table(void **state) {
    Hall *hall = *state;
    const Def *def = hall->world->scenario.def;
    int32_t accepted = 0, refused = 0, games = 1;
    for (int32_t i = 0; i < FRAMES; i++) {
        Command command = any_command(hall);
        if (i % 40 == 0) command = (Command){.kind = COMMAND_DONE, .at_phase = NONE};
        uint64_t before = state_digest(def, now(hall));
        Verdict verdict = send(hall, ME, command);
        accepted += verdict.code == VERDICT_OK;
        refused += verdict.code != VERDICT_OK;
        if (verdict.code != VERDICT_OK) assert_true(before == state_digest(def, now(hall)));
        if (now(hall)->status < STATUS_DEBRIEF) continue;
        table_close(hall->table);
        sit_down(hall);
        games++;
    }
    print_message("%d frames: %d accepted, %d refused, %d games\n", FRAMES, accepted,
            refused, games);
    assert_true(accepted > 500 && refused > 500);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_the_computer_waits_for_the_person, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_person_that_says_done_comes_to_the_end, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_seat_speaks_for_itself_alone, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_seat_does_not_run_the_session, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_any_frame_is_judged_and_none_breaks_the_table, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

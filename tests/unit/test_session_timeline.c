// tests/unit/test_session_timeline.c — back and forth in a game: the same State, ledger and answers as then, nothing erased, also after reopening. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "session/timeline.h"
#include "session_world.h"

enum { SEED = 23, STEPS_MAX = 4000, JUMPS = 60 };

// What a session looked like after each batch.
typedef struct Seen {
    uint64_t digest[STEPS_MAX];
    int32_t events[STEPS_MAX], snapshots[STEPS_MAX];
    int64_t count;
} Seen;

static int setup(void **state) {
    *state = world_make("scenarios/riverside-link");
    return *state ? 0 : 1;
}

static int teardown(void **state) { return world_free(*state); }

static void look(Seen *seen, const Session *session) {
    assert_true(session->seq < STEPS_MAX);
    seen->count = session->seq;
    seen->digest[session->seq] = state_digest(session->def, &session->state);
    seen->events[session->seq] = session->ledger.count;
    seen->snapshots[session->seq] = session->snapshots_count;
}

static bool after(void *context, const Game *game) {
    look(context, game->session);
    return true;
}

static Verdict say(Session *session, CommandKind kind, int32_t a, int32_t b) {
    Err err = {0};
    Verdict verdict;
    Command command = {.kind = (uint8_t)kind,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b};
    assert_true(session_do(session, &command, &verdict, &err));
    return verdict;
}

static Session *session_on_disk(World *world) {
    Journal journal;
    assert_true(world_create(world, SEED, &journal));
    SessionConfig config = world_config(world, &journal, SEED);
    Session *session = session_open(&config, &world->err);
    ASSERT(session != NULL);
    return session;
}

static void go_on(World *world, Session *session, Seen *seen, int64_t most) {
    Game game = game_make(world, session, BOT_MIXED);
    game.most = most;
    game.after = after;
    game.context = seen;
    game_go_on(&game);
    crew_free(game.crew);
}

static void verifies(World *world, int64_t count) {
    Journal journal;
    int64_t batches = 0;
    assert_true(store_open(world->path, STORE_READ, &journal, &world->err));
    SessionConfig config = world_config(world, &journal, 0);
    bool good = session_verify(&config, &batches, &world->err);
    if (!good) fprintf(stderr, "%s\n", world->err.what);
    assert_true(good);
    assert_int_equal(batches, count);
    journal.close(journal.self);
}

// Any place of the record, forward and back, at random, with play in between.
static void every_place_is_as_it_was(void **state) {
    World *world = *state;
    Seen *seen = calloc(1, sizeof *seen);
    assert_non_null(seen);
    Session *session = session_on_disk(world);
    Rng rng = rng_seed(7, 1);
    go_on(world, session, seen, 120);
    for (int32_t i = 0; i < JUMPS; i++) {
        int32_t to = 1 + (int32_t)(rng_next(&rng) % (uint32_t)seen->count);
        bool there = to == session->seq;
        Verdict verdict = say(session, COMMAND_TO, to, 0);
        assert_int_equal(verdict.code, there ? VERDICT_NOTHING_BACK : VERDICT_OK);
        look(seen, session);
        if (there) continue;
        assert_true(seen->digest[session->seq] == seen->digest[to]);
        assert_int_equal(seen->events[session->seq], seen->events[to] + 1);
        assert_int_equal(seen->snapshots[session->seq], seen->snapshots[to]);
        if (i % 5 == 0) go_on(world, session, seen, 12);
    }
    uint64_t digest = state_digest(session->def, &session->state);
    int64_t count = session->seq;
    int32_t events = session->ledger.count;
    session_close(session);
    session = world_must_open(world);
    assert_true(state_digest(session->def, &session->state) == digest);
    assert_int_equal(session->seq, count);
    assert_int_equal(session->ledger.count, events);
    Verdict verdict = say(session, COMMAND_TO, 3, 0);
    assert_int_equal(verdict.code, VERDICT_OK);
    assert_true(state_digest(session->def, &session->state) == seen->digest[3]);
    session_close(session);
    verifies(world, count + 1);
    free(seen);
}

// One person plays with the computer: undo takes back what the person did last, and the computer's answer to it.
static void undo_takes_back_a_persons_act(void **state) {
    World *world = *state;
    Seen *seen = calloc(1, sizeof *seen);
    assert_non_null(seen);
    Session *session = session_on_disk(world);
    assert_int_equal(say(session, COMMAND_SEAT, 0, BY_PERSON).code, VERDICT_OK);
    go_on(world, session, seen, INT32_MAX);
    assert_int_equal(session->state.status, STATUS_BRIEF);
    for (int32_t i = 0; i < 30 && session->state.status < STATUS_DEBRIEF; i++) {
        uint64_t before = state_digest(session->def, &session->state);
        int64_t from = session->seq;
        Verdict verdict;
        Err err = {0};
        Command done = {.kind = COMMAND_DONE, .actor = 0, .at_phase = NONE};
        bool waits = (session->state.waiting & ~session->state.done) & 1;
        if (waits)
            assert_true(session_do(session, &done, &verdict, &err));
        else
            verdict = say(session, COMMAND_ADVANCE, 0, 0);
        assert_int_equal(verdict.code, VERDICT_OK);
        go_on(world, session, seen, INT32_MAX);
        uint64_t then = state_digest(session->def, &session->state);
        int64_t later = session->seq;
        assert_int_equal(say(session, COMMAND_UNDO, NONE, 0).code, VERDICT_OK);
        assert_true(state_digest(session->def, &session->state) == before);
        assert_int_equal(session->marks[session->seq].parent, from);
        assert_int_equal(say(session, COMMAND_TO, (int32_t)later, 0).code, VERDICT_OK);
        assert_true(state_digest(session->def, &session->state) == then);
    }
    int64_t count = session->seq;
    session_close(session);
    verifies(world, count);
    free(seen);
}

// A rewind leads to the beginning of the phase; who has come since stays, the pause stays.
static void a_phase_begins_again_and_people_stay(void **state) {
    World *world = *state;
    Seen *seen = calloc(1, sizeof *seen);
    assert_non_null(seen);
    Session *session = session_on_disk(world);
    go_on(world, session, seen, INT32_MAX);
    assert_int_equal(session->state.status, STATUS_DEBRIEF);
    assert_int_equal(say(session, COMMAND_SEAT, 2, BY_PERSON).code, VERDICT_OK);
    assert_int_equal(say(session, COMMAND_PAUSE, 0, 0).code, VERDICT_OK);
    assert_int_equal(say(session, COMMAND_OPTION, OPTION_LABELS, 1).code, VERDICT_OK);
    assert_int_equal(say(session, COMMAND_REWIND, 9, 0).code, VERDICT_NOTHING_BACK);
    assert_int_equal(say(session, COMMAND_REWIND, 2, 0).code, VERDICT_OK);
    assert_int_equal(session->state.status, STATUS_RUNNING);
    assert_true(session->state.round <= 2);
    assert_int_equal(session->state.seat_by[2], BY_PERSON);
    assert_int_equal(session->state.paused, PAUSED_STANDS);
    assert_int_equal(state_option(&session->state, OPTION_LABELS), 1);
    int64_t count = session->seq;
    uint64_t digest = state_digest(session->def, &session->state);
    session_close(session);
    session = world_must_open(world);
    assert_true(state_digest(session->def, &session->state) == digest);
    session_close(session);
    verifies(world, count);
    free(seen);
}

typedef struct Hand {
    int64_t now;
} Hand;

static int64_t hand_now(void *context) { return ((Hand *)context)->now; }

// The clock of the session stands in a pause and goes back with a rewind, so that what is left is exact.
static void the_clock_stands_and_goes_back(void **state) {
    World *world = *state;
    Hand hand = {.now = 5000};
    SessionConfig config = world_config(world, NULL, SEED);
    config.clock = (Clock){&hand, hand_now, hand_now};
    Session *session = session_open(&config, &world->err);
    assert_non_null(session);
    assert_int_equal(say(session, COMMAND_SEAT, 0, BY_PERSON).code, VERDICT_OK);
    assert_int_equal(say(session, COMMAND_START, 0, 0).code, VERDICT_OK);
    hand.now += 1000;
    assert_int_equal(say(session, COMMAND_SOFT_CLOSE, 60, 0).code, VERDICT_OK);
    uint32_t ends = session->state.steer.ends_ms;
    assert_int_equal(ends - session_now(session), 60000);
    hand.now += 7321;
    assert_int_equal(say(session, COMMAND_PAUSE, 0, 0).code, VERDICT_OK);
    hand.now += 3600 * 1000;
    assert_int_equal(ends - session_now(session), 60000 - 7321);
    assert_int_equal(say(session, COMMAND_CLOCK, 0, 0).code, VERDICT_BAD_COMMAND);
    assert_int_equal(say(session, COMMAND_RESUME, 0, 0).code, VERDICT_OK);
    assert_int_equal(ends - session_now(session), 60000 - 7321);
    int32_t here = (int32_t)session->seq;
    hand.now += 60000;
    assert_int_equal(say(session, COMMAND_CLOCK, 0, 0).code, VERDICT_OK);
    assert_int_equal(session->state.status, STATUS_RUNNING);
    assert_int_equal(say(session, COMMAND_UNDO, NONE, 0).code, VERDICT_OK);
    assert_int_equal(session->marks[session->seq].parent, here);
    assert_int_equal(session->state.status, STATUS_BRIEF);
    assert_int_equal(session->state.steer.ends_ms - session_now(session), 60000 - 7321);
    session_close(session);
}

#define IN_A_WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

// Nobody is waited for where the first way back leads, so the next step is due at once; the second way back does not
// take what is due with it into the past.
static void what_is_due_is_left_behind(void **state) {
    World *world = *state;
    Seen *seen = calloc(1, sizeof *seen);
    Session *session = session_on_disk(world);
    ASSERT(seen != NULL);
    go_on(world, session, seen, 60);
    assert_int_equal(say(session, COMMAND_SEAT, 0, BY_PERSON).code, VERDICT_OK);
    int32_t there = (int32_t)session->seq, actors = def_count(session->def, KIND_ACTOR);
    for (int32_t i = actors; i-- > 0;)
        assert_int_equal(say(session, COMMAND_SEAT, i, BY_NOBODY).code, VERDICT_OK);
    for (int32_t i = 0; i < 3; i++) {
        assert_int_equal(say(session, COMMAND_TO, there - i, 0).code, VERDICT_OK);
        assert_int_equal(state_digest(session->def, &session->state),
                state_digest(session->def, session_newest(session)));
    }
    uint64_t digest = state_digest(session->def, &session->state);
    session_close(session);
    session = world_must_open(world);
    assert_int_equal(state_digest(session->def, &session->state), digest);
    session_close(session);
    free(seen);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            IN_A_WORLD(every_place_is_as_it_was),
            IN_A_WORLD(undo_takes_back_a_persons_act),
            IN_A_WORLD(a_phase_begins_again_and_people_stay),
            IN_A_WORLD(the_clock_stands_and_goes_back),
            IN_A_WORLD(what_is_due_is_left_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

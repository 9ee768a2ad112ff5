// tests/unit/test_session_record.c — a whole game on disk: folded, decided again, refused when it is not the one that was played. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session_world.h"
#include "wire/event_json.h"

enum { SEED = 11 };

static int setup(void **state) {
    World *world = world_make("scenarios/riverside-link");
    *state = world;
    return world ? 0 : 1;
}

static int teardown(void **state) { return world_free(*state); }

// The game as it stands after at most `most` submissions; closed again.
typedef struct Played {
    uint64_t digest;
    int64_t seq;
    int32_t events, snapshots, looked[ACTORS_MAX];
    uint8_t status;
} Played;

static Played played_of(World *world, const Session *session) {
    Played out = {.digest = state_digest(world->scenario.def, &session->state),
            .seq = session->seq,
            .events = session->ledger.count,
            .snapshots = session->snapshots_count,
            .status = session->state.status};
    memcpy(out.looked, session->looked, sizeof out.looked);
    return out;
}

static Played play(World *world, int64_t most, BotKind kind) {
    Journal journal;
    assert_true(world_create(world, SEED, &journal));
    SessionConfig config = world_config(world, &journal, SEED);
    Session *session = session_open(&config, &world->err);
    ASSERT(session != NULL);
    Game game = game_make(world, session, kind);
    game.most = most;
    game_go_on(&game);
    assert_int_equal(game.err.kind, ERR_NONE);
    Played out = played_of(world, session);
    game_free(&game);
    return out;
}

static void assert_same(const Played *a, const Played *b) {
    assert_true(a->digest == b->digest);
    assert_int_equal(a->seq, b->seq);
    assert_int_equal(a->events, b->events);
    assert_int_equal(a->snapshots, b->snapshots);
    assert_int_equal(a->status, b->status);
    assert_memory_equal(a->looked, b->looked, sizeof a->looked);
}

static void test_a_whole_game_folds_to_the_same_state(void **state) {
    World *world = *state;
    Played before = play(world, INT32_MAX, BOT_PERSONA);
    assert_int_equal(before.status, STATUS_DEBRIEF);
    assert_true(before.seq > 50);
    Session *session = world_must_open(world);
    Played after = played_of(world, session);
    assert_same(&before, &after);
    assert_int_equal(session->seed, SEED);
    session_close(session);
}

// A game that is closed and opened again and again comes to its end like any other.
static void test_a_game_in_many_sittings_comes_to_its_end(void **state) {
    World *world = *state;
    Played before = play(world, 20, BOT_PERSONA);
    for (int32_t i = 0; before.status != STATUS_DEBRIEF && i < 100; i++) {
        Game part = game_make(world, world_must_open(world), BOT_PERSONA);
        Played opened = played_of(world, part.session);
        assert_same(&before, &opened);
        part.most = 15 + i;
        game_go_on(&part);
        assert_int_equal(part.err.kind, ERR_NONE);
        before = played_of(world, part.session);
        game_free(&part);
    }
    assert_int_equal(before.status, STATUS_DEBRIEF);
}

static void test_a_record_is_decided_again_to_the_same_batches(void **state) {
    World *world = *state;
    Played played = play(world, INT32_MAX, BOT_RANDOM);
    Journal journal;
    int64_t batches = 0;
    assert_true(store_open(world->path, STORE_READ, &journal, &world->err));
    SessionConfig config = world_config(world, &journal, 0);
    assert_true(session_verify(&config, &batches, &world->err));
    assert_int_equal(batches, played.seq);
    journal.close(journal.self);
}

static void test_a_refused_command_is_kept_and_changes_nothing(void **state) {
    World *world = *state;
    play(world, 30, BOT_PERSONA);
    Session *session = world_must_open(world);
    Played before = played_of(world, session);
    Command foreign = {
            .kind = COMMAND_ACT, .actor = 0, .at_phase = NONE, .act = {.move = 250}};
    Verdict verdict;
    assert_true(session_do(session, &foreign, &verdict, &world->err));
    assert_int_not_equal(verdict.code, VERDICT_OK);
    Played after = played_of(world, session);
    assert_true(before.digest == after.digest);
    assert_int_equal(after.seq, before.seq + 1);
    const Event *last = &session->ledger.items[session->ledger.count - 1];
    assert_int_equal(last->kind, EVENT_REFUSED);
    Event live = *last;
    session_close(session);
    session = world_must_open(world);
    Played again = played_of(world, session);
    assert_same(&after, &again);
    last = &session->ledger.items[session->ledger.count - 1];
    assert_memory_equal(last, &live, sizeof live);
    session_close(session);
}

static void test_an_act_sent_twice_counts_once(void **state) {
    World *world = *state;
    play(world, 1, BOT_PERSONA);
    Session *session = world_must_open(world);
    Submission done = {
            .command = {.kind = COMMAND_DONE, .actor = 0, .at_phase = NONE},
            .source = 1,
            .device = 4,
            .action = "tap-1"
    };
    Verdict first, second;
    assert_true(session_submit(session, &done, &first, &world->err));
    int64_t seq = session->seq;
    assert_true(session_submit(session, &done, &second, &world->err));
    assert_int_equal(first.code, second.code);
    assert_int_equal(session->seq, seq);
    assert_false(session->read_only);
    done.device = 5; // another phone of the same team may use the same words
    assert_true(session_submit(session, &done, &second, &world->err));
    assert_int_equal(session->seq, seq + 1);
    session_close(session);
}

static void test_another_pack_is_refused_with_a_sentence(void **state) {
    World *world = *state;
    play(world, 10, BOT_PERSONA);
    world->scenario.def->hash.bytes[3] ^= 1;
    assert_null(world_open(world));
    assert_int_equal(world->err.kind, ERR_DAMAGED);
    assert_non_null(strstr(world->err.what, "another pack"));
    assert_true(world->err.fix[0] != 0);
    world->scenario.def->hash.bytes[3] ^= 1;
    Session *session = world_must_open(world); // nothing was lost by asking
    session_close(session);
}

static void test_a_changed_byte_is_refused_with_a_sentence(void **state) {
    World *world = *state;
    play(world, 60, BOT_PERSONA);
    Region region = {0};
    Bytes whole;
    assert_true(file_read(&region, world->path, 1u << 28, &whole, &world->err));
    char *bytes = region_copy_text(&region, (const char *)whole.data, whole.length);
    const char *needle = "\"do\":\"done\"";
    char *found = memmem(bytes, whole.length, needle, strlen(needle));
    ASSERT(found != NULL);
    found[6] = 'l';
    assert_true(file_write(world->path, bytes, whole.length, &world->err));
    assert_null(world_open(world));
    assert_int_equal(world->err.kind, ERR_DAMAGED);
    assert_true(strlen(world->err.what) > 20 && world->err.fix[0] != 0);
    assert_true(file_write(world->path, whole.data, whole.length, &world->err));
    Session *session = world_must_open(world);
    session_close(session);
    region_clear(&region);
}

// A whole chain over events that do not fold to the recorded state: the digest finds it.
// A pause as the eleventh batch, with a digest of nothing, by these rules and in this form of events.
static void append_pause(World *world, int32_t rules, int32_t format) {
    play(world, 10, BOT_PERSONA);
    Session *session = world_must_open(world);
    Event event = {.kind = EVENT_PAUSE, .actor = NONE, .cell = UINT16_MAX, .a = 1};
    Command command = {.kind = COMMAND_PAUSE, .actor = NONE, .at_phase = NONE};
    Buffer events = {0}, asked = {0};
    event_json_write(world->scenario.def, &event, 1, &events);
    command_json_write(&command, &asked);
    JournalBatch batch = {
            .seq = session->seq + 1,
            .rules = rules,
            .format = format,
            .source = -1,
            .command = {(uint8_t *)asked.data,  asked.length },
            .verdict = world_text("ok"),
            .events = {(uint8_t *)events.data, events.length},
            .rng = world_text("0123456789abcdef"),
            .digest = world_text("01234567")
    };
    Journal *journal = &session->journal;
    assert_true(journal->append(journal->self, &batch, 1, NULL, 0, &world->err));
    session_close(session);
    buffer_free(&events);
    buffer_free(&asked);
}

static void test_a_forged_batch_is_found_by_its_digest(void **state) {
    World *world = *state;
    append_pause(world, SESSION_RULES, SESSION_FORMAT);
    assert_null(world_open(world));
    assert_int_equal(world->err.kind, ERR_DAMAGED);
    assert_non_null(strstr(world->err.what, "Batch 11"));
}

// A State of another size has other digests: its events are folded, nothing else can be asked of it.
static void test_batches_of_other_rules_fold_and_are_not_decided_again(void **state) {
    World *world = *state;
    append_pause(world, SESSION_RULES - 8, SESSION_FORMAT);
    Session *session = world_must_open(world);
    assert_int_equal(session->seq, 11);
    assert_true(session->state.paused);
    session_close(session);
    Journal journal;
    int64_t batches = 0;
    assert_true(store_open(world->path, STORE_READ, &journal, &world->err));
    SessionConfig config = world_config(world, &journal, 0);
    assert_false(session_verify(&config, &batches, &world->err));
    journal.close(journal.self);
    assert_non_null(strstr(world->err.what, "Batch 11"));
    assert_non_null(strstr(world->err.what, "another Convene"));
}

static void assert_newer(World *world, int32_t rules, int32_t format) {
    append_pause(world, rules, format);
    assert_null(world_open(world));
    assert_int_equal(world->err.kind, ERR_SYSTEM);
    assert_non_null(strstr(world->err.what, "newer Convene"));
    assert_non_null(strstr(world->err.what, "batch 11"));
}

static void test_batches_of_newer_rules_are_refused_with_a_sentence(void **state) {
    assert_newer(*state, SESSION_RULES + (1 << SESSION_SIZE_BITS), SESSION_FORMAT);
}

static void test_batches_of_a_newer_form_are_refused_with_a_sentence(void **state) {
    assert_newer(*state, SESSION_RULES, SESSION_FORMAT + 1);
}

static bool never_append(void *self, const JournalBatch *batches, int32_t batches_count,
        const JournalWords *words, int32_t words_count, Err *err) {
    (void)self;
    (void)batches;
    (void)batches_count;
    (void)words;
    (void)words_count;
    err_set(err, ERR_SYSTEM, "The disk is full.");
    return err_fix(err, "make room.");
}

static void test_a_failed_disk_takes_nothing_back_and_closes_the_door(void **state) {
    World *world = *state;
    play(world, 30, BOT_PERSONA);
    Session *session = world_must_open(world);
    Played before = played_of(world, session);
    session->journal.append = never_append;
    Command pause = {.kind = COMMAND_PAUSE, .actor = NONE, .at_phase = NONE};
    Verdict verdict;
    for (int32_t i = 0; i < 2; i++) {
        Err err = {0};
        assert_false(session_do(session, &pause, &verdict, &err));
        assert_string_equal(err.what, "The disk is full.");
    }
    Played after = played_of(world, session);
    assert_same(&before, &after);
    assert_true(session->read_only);
    session_close(session);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_a_whole_game_folds_to_the_same_state, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_game_in_many_sittings_comes_to_its_end, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_record_is_decided_again_to_the_same_batches, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_refused_command_is_kept_and_changes_nothing, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_an_act_sent_twice_counts_once, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_another_pack_is_refused_with_a_sentence, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_changed_byte_is_refused_with_a_sentence, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_forged_batch_is_found_by_its_digest, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_batches_of_other_rules_fold_and_are_not_decided_again, setup,
                    teardown),
            cmocka_unit_test_setup_teardown(
                    test_batches_of_newer_rules_are_refused_with_a_sentence, setup,
                    teardown),
            cmocka_unit_test_setup_teardown(
                    test_batches_of_a_newer_form_are_refused_with_a_sentence, setup,
                    teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_failed_disk_takes_nothing_back_and_closes_the_door, setup,
                    teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_session_kill.c — a game killed at any moment goes on at its last acknowledged batch. Never: leaves files behind.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session_world.h"
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KILLS = 204, ANSWERS_MAX = 9, WAIT_US = 2500, WAIT_FIRST_US = 30000 };

typedef struct Killing {
    World *world;
    Rng rng;
    int32_t kills, files, ends, unanswered, unmade, ahead;
    int64_t acknowledged; // batches over all files
} Killing;

static bool tell(void *context, const Game *game) {
    const int *out = context;
    int64_t seq = game->session->seq;
    return write(*out, &seq, sizeof seq) == sizeof seq;
}

// The child: opens what is there or begins anew, plays, tells each seq once it is acknowledged.
static _Noreturn void play(World *world, uint64_t seed, int out) {
    if (!file_exists(world->path)) {
        Journal journal;
        if (!world_create(world, seed, &journal)) _exit(3);
        journal.close(journal.self);
    }
    Session *session = world_open(world);
    if (!session) _exit(4);
    Game game = game_make(world, session, seed % 2 ? BOT_PERSONA : BOT_RANDOM);
    game.after = tell;
    game.context = &out;
    bool over = game_go_on(&game);
    if (!over || session->state.status != STATUS_DEBRIEF) _exit(5);
    close(out);
    while (true) // the game is over; wait to be killed
        pause();
}

static void wait_us(uint32_t us) {
    struct timespec pause_for = {0, (long)us * 1000};
    nanosleep(&pause_for, NULL);
}

// Lets a child play for some answers and a little longer, kills it; the last seq it was told.
static int64_t play_and_kill(Killing *killing, uint64_t seed, int64_t before) {
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    uint32_t answers = rng_draw(&killing->rng, ANSWERS_MAX);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        play(killing->world, seed, ends[1]);
    }
    close(ends[1]);
    int64_t seq, last = before;
    for (uint32_t i = 0; i < answers && read(ends[0], &seq, sizeof seq) == sizeof seq; i++)
        last = seq;
    wait_us(rng_draw(&killing->rng, answers ? WAIT_US : WAIT_FIRST_US));
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    if (!WIFSIGNALED(status))
        fail_msg("the child stopped by itself: %d", WEXITSTATUS(status));
    while (read(ends[0], &seq, sizeof seq) == sizeof seq)
        last = seq;
    close(ends[0]);
    killing->kills++;
    killing->unanswered += last == before;
    return last;
}

static void remove_file(World *world) {
    char beside[300];
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < ARRAY_COUNT(endings); i++) {
        snprintf(beside, sizeof beside, "%s%s", world->path, endings[i]);
        remove(beside);
    }
}

// The file after a kill: everything acknowledged is there, folds, and is what the rules decide.
static int64_t look(Killing *killing, int64_t acknowledged, bool *over) {
    World *world = killing->world;
    if (acknowledged == 0 && !file_exists(world->path)) return 0;
    Session *session = world_open(world);
    if (!session
            && acknowledged == 0) { // killed while the file was made: nothing was promised
        assert_non_null(strstr(world->err.what, "not a Convene session"));
        remove_file(world);
        killing->unmade++;
        return 0;
    }
    if (!session) fprintf(stderr, "%s %s\n", world->err.what, world->err.where);
    ASSERT(session != NULL);
    assert_true(session->seq >= acknowledged);
    killing->ahead += session->seq > acknowledged; // on disk, not yet told
    *over = session->state.status == STATUS_DEBRIEF;
    int64_t seq = session->seq;
    session_close(session);
    return seq;
}

static void decide_again(World *world, int64_t seq) {
    Journal journal;
    int64_t batches = 0;
    assert_true(store_open(world->path, STORE_READ, &journal, &world->err));
    SessionConfig config = world_config(world, &journal, 0);
    bool same = session_verify(&config, &batches, &world->err);
    if (!same) fail_msg("%s", world->err.what);
    assert_int_equal(batches, seq);
    journal.close(journal.self);
}

static void test_no_acknowledged_batch_is_lost(void **state) {
    Killing *killing = *state;
    while (killing->kills < KILLS) {
        uint64_t seed = 100 + (uint64_t)killing->files;
        bool over = false;
        int64_t seq = 0;
        while (!over && killing->kills < KILLS) {
            int64_t told = play_and_kill(killing, seed, seq);
            seq = look(killing, told, &over);
        }
        if (seq > 0) decide_again(killing->world, seq);
        killing->acknowledged += seq;
        killing->ends += over;
        killing->files++;
        remove_file(killing->world);
    }
    print_message("%d kills, %d files, %d ended, %lld batches kept, %d kills before an "
                  "answer, %d "
                  "files ahead of their answers\n",
            killing->kills, killing->files, killing->ends, (long long)killing->acknowledged,
            killing->unanswered, killing->ahead);
    assert_true(killing->ends > 0); // games went on and came to an end between kills
    assert_true(killing->unanswered < killing->kills / 2);
}

static int setup(void **state) {
    Killing *killing = calloc(1, sizeof *killing);
    if (!killing) return 1;
    killing->world = world_make("scenarios/riverside-link");
    killing->rng = rng_seed(5, 1);
    *state = killing;
    return killing->world ? 0 : 1;
}

static int teardown(void **state) {
    Killing *killing = *state;
    int result = world_free(killing->world);
    free(killing);
    return result;
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_no_acknowledged_batch_is_lost, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_sim_memory.c — the memory is used up at every seventh piece that is asked for, over loading a case and a round with people: a clear end or a refusal, never a crash, nothing acknowledged that is not kept. Never: a machine that is really full.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "store/power.h"
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ACKS_MOST = 32, ID_BYTES = 16, CLAIMED_MOST = 1 << 16 };
enum { EACH = 7, PEOPLE = 3, CHILD_SECONDS = 20, SAID_BYTES = 600, NO_MEMORY = 3 };

// What a child acknowledged.
typedef struct Heard {
    int32_t count;
    char ids[ACKS_MOST][ID_BYTES];
} Heard;

// It must have been in the record when the child began, which could write nothing itself.
typedef struct Claimed {
    char id[ID_BYTES];
    int64_t tail;
} Claimed;

// At the piece that fails the process splits: the child gets nothing and goes on, the parent waits for its end
// and goes on as if nothing had been.
typedef struct Shortage {
    bool on, child;
    int64_t asked, failed, ended, went_on;
    Power *power;
    Heard *heard; // of the child, in memory that both see
    Claimed claimed[CLAIMED_MOST];
    int32_t claimed_count;
    const Journal *journal; // NULL: there is none yet
    int said;               // a file for what it says
} Shortage;

static Shortage shortage;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *piece, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *piece, size_t size);

static void must_have_ended_well(int status) {
    char said[SAID_BYTES + 1] = "";
    ssize_t length = pread(shortage.said, said, SAID_BYTES, 0);
    bool clear = WIFEXITED(status) && WEXITSTATUS(status) == NO_MEMORY
                 && strstr(said, "no memory left") != NULL;
    bool went_on = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    shortage.ended += clear;
    shortage.went_on += went_on;
    if (!clear && !went_on)
        fail_msg("piece %lld: status %x: %.*s", (long long)shortage.asked, (unsigned)status,
                (int)length, said);
    for (int32_t i = 0; i < shortage.heard->count; i++) {
        Claimed *claimed = &shortage.claimed[shortage.claimed_count++ % CLAIMED_MOST];
        memcpy(claimed->id, shortage.heard->ids[i], sizeof claimed->id);
        claimed->tail = shortage.journal->tail(shortage.journal->self).seq;
    }
}

static bool split(void) {
    int status = 0;
    shortage.heard->count = 0;
    if (ftruncate(shortage.said, 0) != 0 || lseek(shortage.said, 0, SEEK_SET) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0) {
        shortage.child = true;
        if (shortage.power) power_stop(shortage.power); // the file is the parent's
        dup2(shortage.said, STDERR_FILENO);
        dup2(shortage.said, STDOUT_FILENO);
        alarm(CHILD_SECONDS);
        return true;
    }
    shortage.on = false;
    shortage.failed++;
    waitpid(pid, &status, 0);
    must_have_ended_well(status);
    shortage.on = true;
    return false;
}

static bool fails(void) {
    if (!shortage.on || shortage.child || ++shortage.asked % EACH != 0) return false;
    bool none = split();
    if (none) errno = ENOMEM;
    return none;
}

void *__wrap_malloc(size_t size) { return fails() ? NULL : __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}
void *__wrap_realloc(void *piece, size_t size) {
    return fails() ? NULL : __real_realloc(piece, size);
}

// ---- the libraries that bring their own -------------------------------------------------------------------------

static sqlite3_mem_methods own_methods;

static void *sqlite_take(int size) { return fails() ? NULL : own_methods.xMalloc(size); }
static void *sqlite_grow(void *piece, int size) {
    return fails() ? NULL : own_methods.xRealloc(piece, size);
}

static int setup(void **state) {
    (void)state;
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD); // its locks know the process that took them
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &own_methods);
    sqlite3_mem_methods methods = own_methods;
    methods.xMalloc = sqlite_take;
    methods.xRealloc = sqlite_grow;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
    message_use_memory();
    shortage.heard = mmap(NULL, sizeof *shortage.heard, PROT_READ | PROT_WRITE,
            MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    char path[] = "/tmp/convene-memory-XXXXXX";
    shortage.said = mkstemp(path);
    unlink(path);
    return shortage.said < 0 || shortage.heard == MAP_FAILED;
}

// ---- loading -----------------------------------------------------------------------------------------------------

static void the_end_of_a_child(void) {
    if (shortage.child) _exit(0);
}

static void loading_ends_clearly(void **state) {
    (void)state;
    const char *library[] = {"scripts"};
    LoadOptions options = {.library = library, .library_count = 1};
    Scenario *scenario = calloc(1, sizeof *scenario);
    Diags *diags = calloc(1, sizeof *diags);
    shortage.on = true;
    bool good = scenario_load("scenarios/riverside-link", &options, scenario, diags);
    the_end_of_a_child();
    shortage.on = false;
    assert_true(good);
    print_message("loading: %lld pieces, %lld failed: %lld clear ends, %lld went on\n",
            (long long)shortage.asked, (long long)shortage.failed,
            (long long)shortage.ended, (long long)shortage.went_on);
    assert_true(shortage.failed > 50 && shortage.ended > 0);
    scenario_free(scenario);
    free(scenario);
    free(diags);
}

// ---- a round -----------------------------------------------------------------------------------------------------

static void hear(void *context, int32_t peer, Bytes text) {
    static const char ack[] = "{\"t\":\"ack\",\"id\":\"";
    Heard *heard = shortage.heard;
    if (!shortage.child) {
        person_take(context, peer, text);
        return;
    }
    bool is_ack = text.length > sizeof ack && memcmp(text.data, ack, sizeof ack - 1) == 0;
    if (!is_ack || heard->count == ACKS_MOST) return;
    const char *id = (const char *)text.data + sizeof ack - 1;
    snprintf(heard->ids[heard->count++], ID_BYTES, "%.*s", (int)strcspn(id, "\""), id);
}

// What children acknowledged stood in the record before they began.
static void nothing_was_promised_in_vain(const Session *session) {
    const Journal *journal = &session->journal;
    Err err = {0};
    for (int32_t i = 0; i < core_min(shortage.claimed_count, CLAIMED_MOST); i++) {
        const Claimed *claimed = &shortage.claimed[i];
        int64_t seq = 0;
        for (int32_t device = 1; device <= PEOPLE && seq == 0; device++)
            assert_true(journal->find_action(
                    journal->self, device, world_text(claimed->id), &seq, &err));
        if (seq == 0 || seq > claimed->tail)
            fail_msg("%s was acknowledged at batch %lld and stands at %lld", claimed->id,
                    (long long)claimed->tail, (long long)seq);
    }
}

static void tell_all(HallWorld *world, Person **people, int32_t number) {
    char text[120];
    for (int32_t i = 0; i < PEOPLE; i++) {
        snprintf(text, sizeof text,
                "{\"t\":\"cmd\",\"id\":\"d%d-%d\",\"do\":\"seat.done\",\"args\":{}}",
                (int)number, (int)i);
        world->events.message(world->events.context, people[i]->peer,
                (Bytes){(const uint8_t *)text, strlen(text)});
    }
    world->now_ms += 1000;
    world->events.turn(world->events.context);
}

static void advance(HallWorld *world) {
    Verdict verdict;
    Err err = {0};
    Command next = {.kind = COMMAND_ADVANCE, .actor = NONE, .at_phase = NONE};
    (void)!hall_console(world->hall, world->party, &next, &verdict, &err);
}

static void a_round_ends_clearly_or_is_refused(void **state) {
    (void)state;
    shortage.asked = shortage.failed = shortage.ended = shortage.went_on = 0;
    shortage.power = power_install();
    HallWorld *world = hall_world_make("scenarios/riverside-link", 5);
    Person *people[PEOPLE];
    for (int32_t i = 0; i < PEOPLE; i++)
        people[i] = person_join(world, i, "play");
    hall_world_console(world, COMMAND_START);
    hall_connect(world->hall,
            (Transport){world, hear, person_queued, person_closed, person_vouched, NULL});
    shortage.journal = &party_session(world->party)->journal;
    shortage.on = true;
    const State *now = &party_session(world->party)->state;
    for (int32_t i = 0; i < 40 && now->round < 2; i++) {
        tell_all(world, people, i);
        advance(world);
        if (shortage.child && i > 2) break;
    }
    the_end_of_a_child();
    shortage.on = false;
    assert_int_equal(now->round, 2);
    nothing_was_promised_in_vain(party_session(world->party));
    print_message("a round: %lld pieces, %lld failed: %lld clear ends, %lld went on\n",
            (long long)shortage.asked, (long long)shortage.failed,
            (long long)shortage.ended, (long long)shortage.went_on);
    assert_true(shortage.failed > 100 && shortage.ended > 0 && shortage.went_on > 0);
    assert_int_equal(hall_world_free(world), 0);
    power_remove(shortage.power);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(loading_ends_clearly),
            cmocka_unit_test(a_round_ends_clearly_or_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}

// tests/e2e/host_world.h — the real program as a host in a process of its own, and people on real sockets. Never: a test.
#ifndef TESTS_HOST_WORLD_H
#define TESTS_HOST_WORLD_H
#include "base/clock.h"
#include "base/rng.h"
#include "net/dial.h"
#include "net/frames.h"
#include "session/session.h"
#include "store/store.h"
#include "unit/own_folder.h"
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    HOST_PEOPLE_MAX = 400,
    HOST_ARGS_MAX = 24,
    HOST_PATIENCE_MS = 120 * 1000,
    HOST_ACTS_MAX = 50000
};

// One line and what it has heard.
typedef struct HostPerson {
    char claim[23], token[23], refusal[32], welcome[16], notice[24];
    int32_t seat, views, deltas, acks, refusals, asked; // asked: number of the newest act
    bool on, viewed, waits, ready, gone, again, queued; // queued: on the waiting list
    uint16_t gone_with;
    int64_t called_ns, viewed_ns;
    bool *told; // by number of the act: it was acknowledged
} HostPerson;

typedef struct HostWorld {
    char folder[OWN_FOLDER_BYTES], file[128], program[PATH_MAX];
    pid_t pid;
    int out;
    uint16_t port;
    char pin[8], key[16];
    bool restarted;
    int64_t file_limit; // bytes a file may have, as if the disk were full then; 0 = any
    const char *wanted; // what a wait looks for
    Dial *dial;
    HostPerson people[HOST_PEOPLE_MAX];
    bool writes;      // acts are lines in the person's own journal, not that it is ready
    bool calls_again; // lines that are gone are called again at once
    Rng rng;
} HostWorld;

static inline int64_t host_now_ms(void) { return clock_bench_ns() / 1000000; }

static inline void host_field(const char *line, const char *name, char *out, size_t room) {
    char wanted[40];
    snprintf(wanted, sizeof wanted, "\"%s\":\"", name);
    const char *at = strstr(line, wanted);
    at = at ? at + strlen(wanted) : "";
    snprintf(out, room, "%.*s", (int)strcspn(at, "\""), at);
}

// Starts the program beside the tests with these words and waits for its line. False: it ended.
static inline bool host_start(HostWorld *world, const char *const *words) {
    char *args[HOST_ARGS_MAX] = {world->program}, copies[HOST_ARGS_MAX][160],
         line[2048] = "";
    int ends[2], count = 1;
    for (int i = 0; words[i]; i++) {
        snprintf(copies[i], sizeof copies[i], "%s", words[i]);
        args[count++] = copies[i];
    }
    ASSERT(count < HOST_ARGS_MAX && pipe2(ends, O_CLOEXEC) == 0);
    world->pid = fork();
    ASSERT(world->pid >= 0);
    if (world->pid == 0) {
        struct rlimit limit = {(rlim_t)world->file_limit, RLIM_INFINITY};
        (void)dup2(ends[1], STDOUT_FILENO);
        if (world->file_limit > 0) {
            (void)signal(SIGXFSZ, SIG_IGN);
            (void)setrlimit(RLIMIT_FSIZE, &limit);
        }
        execv(world->program, args);
        _exit(127);
    }
    close(ends[1]);
    size_t have = 0;
    struct pollfd one = {.fd = ends[0], .events = POLLIN};
    while (!strchr(line, '\n') && have + 1 < sizeof line) {
        ssize_t got = poll(&one, 1, HOST_PATIENCE_MS) > 0
                              ? read(ends[0], line + have, sizeof line - have - 1)
                              : 0;
        if (got <= 0) break;
        have += (size_t)got;
        line[have] = 0;
    }
    close(ends[0]);
    host_field(line, "join_code", world->pin, sizeof world->pin);
    host_field(line, "facilitator_code", world->key, sizeof world->key);
    const char *port = strstr(line, "\"port\":");
    if (port) world->port = (uint16_t)strtol(port + 7, NULL, 10);
    world->restarted = strstr(line, "\"restarted\":true") != NULL;
    return port != NULL;
}

// The same session file, the same port; a new one on a free port the first time.
static inline bool host_open(HostWorld *world, const char *pack, const char *rate) {
    char port[8];
    snprintf(port, sizeof port, "%d", world->port);
    const char *words[] = {"host", pack, "--session", world->file, "--port", port,
            "--local", "--at-once", "--headless", "--json", "--seed", "7", "--rate", rate,
            NULL};
    return host_start(world, words);
}

static inline void host_end(HostWorld *world, int how) {
    int status;
    if (world->pid <= 0) return;
    kill(world->pid, how);
    (void)waitpid(world->pid, &status, 0);
    world->pid = 0;
}

PRINTF_LIKE(3, 4)
static inline void host_say(HostWorld *world, int32_t line, const char *format, ...) {
    char text[600];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    ASSERT(length > 0 && length < (int)sizeof text);
    dial_say(world->dial, line, (Bytes){(const uint8_t *)text, (size_t)length});
}

static inline void host_call(HostWorld *world, int32_t line) {
    HostPerson *person = &world->people[line];
    person->viewed = person->gone = person->on = false;
    person->called_ns = clock_bench_ns();
    if (!dial_call(world->dial, line)) person->gone = true;
}

static inline void host_ready(void *context, int32_t line) {
    HostWorld *world = context;
    HostPerson *person = &world->people[line];
    person->on = true;
    host_say(world, line, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\",\"lang\":\"en\"}");
    if (person->token[0])
        host_say(world, line, "{\"t\":\"resume\",\"token\":\"%s\"}", person->token);
    else if (person->claim[0])
        host_say(world, line,
                "{\"t\":\"claim\",\"cid\":\"%s\",\"pin\":\"%s\",\"as\":\"play\"}",
                person->claim, world->pin);
}

static inline bool host_is(Bytes text, const char *kind) {
    char start[40];
    size_t length = (size_t)snprintf(start, sizeof start, "{\"t\":\"%s\"", kind);
    return text.length >= length && memcmp(text.data, start, length) == 0;
}

static inline void host_send_act(HostWorld *world, int32_t line) {
    const HostPerson *person = &world->people[line];
    if (world->writes)
        host_say(world, line,
                "{\"t\":\"cmd\",\"id\":\"a%d\",\"do\":\"seat.journal\",\"args\":{\"scope\":"
                "0},"
                "\"words\":{\"text\":\"Line %d\"}}",
                person->asked, person->asked);
    else
        host_say(world, line, "{\"t\":\"cmd\",\"id\":\"a%d\",\"do\":\"%s\",\"args\":{}}",
                person->asked, person->ready ? "seat.done" : "seat.not_done");
}

// One more act of this line: that it is ready, or that it is not.
static inline void host_act(HostWorld *world, int32_t line) {
    HostPerson *person = &world->people[line];
    person->asked++;
    person->ready = !person->ready;
    person->waits = true;
    host_send_act(world, line);
}

// An answer to a new act, not to one that was answered before the connection broke.
static inline void host_answered(HostPerson *person, Bytes text, bool acked) {
    char wanted[24];
    snprintf(wanted, sizeof wanted, "\"id\":\"a%d\"", person->asked);
    if (!person->waits || !memmem(text.data, text.length, wanted, strlen(wanted))) return;
    person->waits = false;
    person->acks += acked;
    person->refusals += !acked;
    if (!person->told) person->told = calloc(HOST_ACTS_MAX, sizeof *person->told);
    ASSERT(person->told && person->asked < HOST_ACTS_MAX);
    person->told[person->asked] = acked;
}

static inline void host_text(void *context, int32_t line, Bytes text) {
    HostWorld *world = context;
    HostPerson *person = &world->people[line];
    char copy[400];
    snprintf(copy, sizeof copy, "%.*s", (int)(text.length < 399 ? text.length : 399),
            (const char *)text.data);
    if (host_is(text, "view") || host_is(text, "delta")) {
        bool back = !person->viewed;
        person->views += host_is(text, "view");
        person->deltas += host_is(text, "delta");
        if (back) person->viewed_ns = clock_bench_ns();
        person->viewed = true;
        if (back && person->waits) host_send_act(world, line);
    } else if (host_is(text, "ack")) {
        person->again = strstr(copy, "\"again\":true") != NULL;
        host_answered(person, text, true);
        if (!person->waits && !person->token[0]) person->acks++; // a console's
    } else if (host_is(text, "refused")) {
        host_field(copy, "code", person->refusal, sizeof person->refusal);
        host_answered(person, text, false);
    } else if (host_is(text, "seated")) {
        const char *seat = strstr(copy, "\"seat\":");
        host_field(copy, "token", person->token, sizeof person->token);
        person->seat = seat ? (int32_t)strtol(seat + 7, NULL, 10) : 0;
    } else if (host_is(text, "notice")) {
        host_field(copy, "key", person->notice, sizeof person->notice);
    } else if (host_is(text, "waiting")) {
        person->queued = true;
    } else if (host_is(text, "welcome")) {
        snprintf(person->welcome, sizeof person->welcome, "yes");
    }
}

static inline void host_gone(void *context, int32_t line, uint16_t code) {
    HostWorld *world = context;
    HostPerson *person = &world->people[line];
    person->gone = true;
    person->on = false;
    person->gone_with = code;
    if (world->calls_again) host_call(world, line);
}

static inline HostWorld *host_world_make(const char *name) {
    HostWorld *world = calloc(1, sizeof *world);
    ASSERT(world && own_folder_make(world->folder, name));
    // What a host leaves for this machine's console lies there too: tests that run side by side have one each.
    ASSERT(setenv("XDG_DATA_HOME", world->folder, 1) == 0);
    ssize_t length = readlink("/proc/self/exe", world->program, sizeof world->program - 1);
    ASSERT(length > 0);
    world->program[length] = 0;
    char *slash = strrchr(world->program, '/');
    const char *name_of = getenv("CONVENE_PROGRAM"); // a build with a defect on purpose
    ASSERT(slash && slash - world->program + 64 < PATH_MAX);
    snprintf(slash, 64, "/%s", name_of ? name_of : "convene");
    snprintf(world->file, sizeof world->file, "%s/one.convene-session", world->folder);
    world->rng = rng_seed(1, 3);
    for (int32_t i = 0; i < HOST_PEOPLE_MAX; i++)
        snprintf(world->people[i].claim, sizeof world->people[i].claim, "%022d", (int)i);
    return world;
}

static inline void host_dial(HostWorld *world) {
    DialEvents events = {world, host_ready, host_text, host_gone};
    world->dial = dial_make("127.0.0.1", world->port, events, entropy_system());
}

static inline void host_world_free(HostWorld *world) {
    world->calls_again = false;
    dial_free(world->dial);
    host_end(world, SIGKILL);
    own_folder_remove(world->folder);
    for (int32_t i = 0; i < HOST_PEOPLE_MAX; i++)
        free(world->people[i].told);
    free(world);
}

// Turns the lines until the question is answered with yes; false when patience ends.
static inline bool host_wait(HostWorld *world,
        bool (*done)(const HostWorld *world, int32_t count), int32_t count) {
    int64_t until = host_now_ms() + HOST_PATIENCE_MS;
    while (!done(world, count)) {
        if (host_now_ms() > until) return false;
        dial_wait(world->dial, 10);
    }
    return true;
}

static inline bool host_all_viewed(const HostWorld *world, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (!world->people[i].viewed) return false;
    }
    return true;
}

static inline bool host_all_answered(const HostWorld *world, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (world->people[i].waits) return false;
    }
    return true;
}

// What a facilitator's line waits for: one more ack than before.
static inline bool host_console_acked(const HostWorld *world, int32_t acks) {
    return world->people[HOST_PEOPLE_MAX - 1].acks >= acks;
}

static inline bool host_console_welcome(const HostWorld *world, int32_t count) {
    (void)count;
    return world->people[HOST_PEOPLE_MAX - 1].welcome[0] != 0;
}

// On the facilitator's line.
static inline bool host_console_answered(const HostWorld *world, int32_t acks) {
    const HostPerson *person = &world->people[HOST_PEOPLE_MAX - 1];
    return person->acks >= acks || person->refusal[0];
}

static inline bool host_console_login(HostWorld *world) {
    int32_t line = HOST_PEOPLE_MAX - 1;
    HostPerson *person = &world->people[line];
    memset(person, 0, sizeof *person);
    host_call(world, line);
    bool good = host_wait(world, host_console_welcome, 0);
    host_say(world, line, "{\"t\":\"code\",\"cid\":\"%022d\",\"code\":\"%s\"}", 1,
            world->key);
    return good && host_wait(world, host_console_acked, 1);
}

// One verb with words, as JSON. True when it was acknowledged, false when it was refused.
static inline bool host_console_words(
        HostWorld *world, const char *verb, const char *words) {
    int32_t line = HOST_PEOPLE_MAX - 1;
    bool good = host_console_login(world);
    host_say(world, line, "{\"t\":\"cmd\",\"id\":\"w%u\",\"do\":\"%s\",\"words\":%s}",
            (unsigned)rng_next(&world->rng), verb, words);
    good = good && host_wait(world, host_console_answered, 2)
           && world->people[line].acks >= 2;
    dial_cut(world->dial, line);
    return good;
}

// Logs in as the facilitator on a line of its own, says the verbs one after the other, and hangs up.
static inline bool host_console(HostWorld *world, const char *const *verbs) {
    int32_t line = HOST_PEOPLE_MAX - 1;
    bool again = world->calls_again;
    world->calls_again = false;
    bool good = host_console_login(world);
    for (int32_t i = 0; good && verbs[i]; i++) {
        // Nobody waits for roles a case cannot do without.
        const char *args = strcmp(verbs[i], "console.start") == 0 ? "\"now\":\"now\"" : "";
        host_say(world, line,
                "{\"t\":\"cmd\",\"id\":\"%d-%u\",\"do\":\"%s\",\"args\":{%s}}", (int)i,
                (unsigned)rng_next(&world->rng), verbs[i], args);
        good = host_wait(world, host_console_acked, 2 + i);
    }
    dial_cut(world->dial, line);
    world->calls_again = again;
    return good;
}

// Counts what the record says about the acts of people: acknowledged ones that are missing, and doubles.
typedef struct HostRecord {
    int64_t batches, acts, lost, doubled;
} HostRecord;

static inline HostRecord host_record(const HostWorld *world, int32_t people) {
    HostRecord record = {0};
    Journal journal;
    Err err = {0};
    JournalBatch batches[64];
    int32_t count = 1;
    bool *there = calloc((size_t)(people + 1) * HOST_ACTS_MAX, sizeof *there);
    bool open = there && store_open(world->file, STORE_READ, &journal, &err);
    if (!open) fprintf(stderr, "%s %s\n", err.what, err.where);
    ASSERT(open);
    bool whole = journal.verify(journal.self, &err);
    ASSERT(whole);
    for (int64_t from = 1; count > 0; from += count) {
        Region region = {0};
        bool good = journal.read(journal.self, from, batches, 64, &count, &region, &err);
        ASSERT(good);
        record.batches += count;
        for (int32_t i = 0; i < count; i++) {
            const JournalBatch *batch = &batches[i];
            bool act = batch->action.length > 1 && batch->action.data[0] == 'a'
                       && batch->device >= 1 && batch->device <= people;
            if (!act) continue;
            char number[24];
            snprintf(number, sizeof number, "%.*s", (int)batch->action.length - 1,
                    (const char *)batch->action.data + 1);
            bool *seen = &there[batch->device * HOST_ACTS_MAX
                                + strtol(number, NULL, 10) % HOST_ACTS_MAX];
            record.doubled += *seen;
            *seen = true;
            record.acts++;
        }
        region_clear(&region);
    }
    for (int32_t i = 0; i < people; i++) {
        const HostPerson *person = &world->people[i];
        for (int32_t a = 1; a <= person->asked && person->told; a++)
            record.lost +=
                    person->told[a] && !there[(int64_t)person->seat * HOST_ACTS_MAX + a];
    }
    journal.close(journal.self);
    free(there);
    return record;
}

// A started game of thirty places with so many honest people in it.
static inline bool host_with_people(HostWorld *world, int32_t honest) {
    if (!host_open(world, "tests/packs/thirty-seats", "100000")) return false;
    host_dial(world);
    for (int32_t i = 0; i < honest; i++)
        host_call(world, i);
    return host_wait(world, host_all_viewed, honest)
           && host_console(world, (const char *const[]){"console.start", NULL});
}

// Whatever happened: nobody honest lost a connection or an act.
static inline void host_part(HostWorld *world, int32_t honest) {
    for (int32_t i = 0; i < honest; i++)
        assert_false(world->people[i].gone);
    host_end(world, SIGTERM);
    HostRecord record = host_record(world, honest);
    assert_int_equal(record.lost + record.doubled, 0);
    host_world_free(world);
}

#endif // TESTS_HOST_WORLD_H

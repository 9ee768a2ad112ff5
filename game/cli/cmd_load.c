// cli/cmd_load.c — convene load: many people without screens play on a host of its own, and the figures are printed. Never: a pass or a fail.
#include "base/clock.h"
#include "base/file.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "cli/places.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const ArgFlag flags[] = {
        {"--sessions",    "R",    "games at once (1)"                                         },
        {"--seats",       "N",    "people in each (8)"                                        },
        {"--seconds",     "S",    "how long acts are measured (5; with --act play 600)"       },
        {"--rate",        "A",    "acts a second of all together; without: as fast as it goes"},
        {"--burst",       NULL,   "everybody at the same moment, once a second"               },
        {"--drop",        "P",    "so many of 100 acts lose their connection at once"         },
        {"--cut",         NULL,   "at the end cut every connection and time the way back"     },
        {"--act",         "WHAT", "count (the pack load-turns), ready or play (any case)"     },
        {"--pack",        "PACK", "the case; without: the one for measuring"                  },
        {"--steps",       "N",
         "steps the facilitator closes before the acts (1; with --act play 0)"                },
        {"--url",         "URL",  "a host that runs already; measure it with --process"       },
        {"--code",        "CODE", "with --url: its join code, or several with commas"         },
        {"--facilitator", "CODE", "with --url: its facilitator code, to start the game"       },
        {"--process",     "PID",  "with --url: the host on this machine, for its figures"     },
        {"--keep",        NULL,   "leave the session files where they are, and say where"     }
};

static const char MEASURED[] = "tests/packs/load-turns", PLAYED[] = "riverside-link";
enum { PLAY_S = 600 }; // people play until their games have ended, but not for ever

static bool read_flags(const Args *args, Load *load, int64_t *seconds, Err *err) {
    int64_t sessions = 0, seats = 0, rate = 0, drop = 0, steps = 0, process = 0;
    const char *act = args_text(args, "--act", args_on(args, "--pack") ? "ready" : "count");
    bool plays = strcmp(act, "play") == 0;
    if (!args_number(args, "--sessions", 1, HALL_PARTIES_MAX, 1, &sessions, err)
            || !args_number(args, "--seats", 2, SEATS_MAX, 8, &seats, err)
            || !args_number(args, "--seconds", 0, 3600, plays ? PLAY_S : 5, seconds, err)
            || !args_number(args, "--rate", 0, 1000000, 0, &rate, err)
            || !args_number(args, "--drop", 0, 100, 0, &drop, err)
            || !args_number(args, "--process", 1, INT32_MAX, 0, &process, err)
            || !args_number(args, "--steps", 0, 40, !plays, &steps, err)) {
        return false;
    }
    *load = (Load){.sessions_count = (int32_t)sessions,
            .seats_count = (int32_t)seats,
            .rate = (int32_t)rate,
            .drop = (int32_t)drop,
            .steps = (int32_t)steps,
            .burst = args_on(args, "--burst"),
            .rng = rng_seed(1, 7)};
    load->foreign = args_on(args, "--url");
    if (load->foreign) {
        sessions = load->sessions_count = load_url_codes(args_text(args, "--code", ""));
        load->host.pid = (pid_t)process;
    }
    load->act = (uint8_t)(plays                       ? LOAD_PLAY
                          : strcmp(act, "count") == 0 ? LOAD_COUNT
                                                      : LOAD_READY);
    bool known = load->act != LOAD_READY || strcmp(act, "ready") == 0;
    if (load->foreign && (sessions == 0 || sessions > HALL_PARTIES_MAX)) {
        err_set(err, ERR_USAGE, "A host that runs already is joined with its code.");
        return err_fix(err, "write for example: --url http://127.0.0.1:8765 --code 482913");
    }
    if (known && sessions * (seats + 1) <= DIAL_LINES_MAX) return true;
    if (known)
        err_set(err, ERR_USAGE, "That is more than %d connections.", DIAL_LINES_MAX);
    else
        err_set(err, ERR_USAGE, "Acts are count, ready or play, not \"%s\".", act);
    return err_fix(err, "write for example: convene load --sessions 50 --seats 8");
}

// Masks need not be secret here; asking the system for each would be measured too.
static void fill_fast(void *context, void *out, size_t length) {
    Rng *rng = context;
    uint8_t *bytes = out;
    for (size_t i = 0; i < length; i++)
        bytes[i] = (uint8_t)rng_next(rng);
}

static void make_people(Load *load) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int32_t count = load->sessions_count * load->seats_count;
    load->sessions = calloc((size_t)load->sessions_count, sizeof *load->sessions);
    load->seats = calloc((size_t)count, sizeof *load->seats);
    load->took_us = calloc(LOAD_KEEP_MAX, sizeof *load->took_us);
    load->back_us = calloc(LOAD_KEEP_MAX, sizeof *load->back_us);
    ASSERT(load->sessions && load->seats && load->took_us && load->back_us);
    if (load->act == LOAD_PLAY) load_play_make(load);
    for (int32_t i = 0; i < count; i++) {
        LoadSeat *seat = &load->seats[i];
        seat->session = i / load->seats_count;
        seat->place = i % load->seats_count;
        seat->acked = seat->shown = true;
        for (int32_t k = 0; k < SEATS_TOKEN_LETTERS; k++)
            seat->claim[k] = letters[rng_draw(&load->rng, 26)];
    }
}

static void free_people(Load *load) {
    if (load->act == LOAD_PLAY && load->seats) load_play_free(load);
    free(load->sessions);
    free(load->seats);
    free(load->took_us);
    free(load->back_us);
}

static int smaller(const void *left, const void *right) {
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

static void print_part(const char *name, int32_t *values, int32_t count, int32_t percent) {
    if (count == 0) return;
    qsort(values, (size_t)count, sizeof *values, smaller);
    int32_t place = (int32_t)((int64_t)count * percent / 100);
    if (place == count) place--;
    printf("%s %d.%03d\n", name, values[place] / 1000, values[place] % 1000);
}

static void print_ratio(const char *name, int64_t thousandths) {
    printf("%s %lld.%03lld\n", name, (long long)(thousandths / 1000),
            (long long)(thousandths % 1000));
}

static void print_acts(Load *load, int64_t ns, int64_t cpu_us, int64_t bytes) {
    int64_t acts = load->acts > 0 ? load->acts : 1;
    if (ns <= 0) ns = 1;
    printf("acts %lld\n", (long long)load->acts);
    if (load->act == LOAD_PLAY) printf("games_ended %d\n", (int)load->ended);
    print_ratio("acts_per_second", load->acts * 1000000 / (ns / 1000) * 1000);
    print_part("p50_ms", load->took_us, load->took_count, 50);
    print_part("p99_ms", load->took_us, load->took_count, 99);
    if (load->host.pid > 0) print_ratio("server_cpu_us_per_act", cpu_us * 1000 / acts);
    print_ratio("bytes_per_client_act", bytes * 1000 / acts / load->seats_count);
}

static bool measure(Load *load, const Args *args, int64_t seconds, Err *err) {
    if (!load_people_join(load, err) || !load_people_start(load, err)) return false;
    load_url_note(load);
    int64_t start = clock_bench_ns(), cpu = load_host_cpu_us(&load->host),
            bytes = dial_heard(load->dial);
    load_acts_run(load, seconds);
    cpu = load_host_cpu_us(&load->host) - cpu;
    bytes = dial_heard(load->dial) - bytes;
    if (!load->foreign)
        print_ratio(
                "start_to_view_ms", (load->first_view_ns - load->host.started_ns) / 1000);
    print_ratio("join_ms", (load->joined_ns - load->first_view_ns) / 1000);
    print_acts(load, load->last_ns - start, cpu, bytes);
    if (load->host.pid > 0)
        print_ratio("rss_mib", load_host_rss_kib(&load->host) * 1000 / 1024);
    if (args_on(args, "--cut")) {
        load_people_cut_all(load);
        printf("back %lld\n", (long long)load->back_count);
        print_part("back_p50_ms", load->back_us, (int32_t)load->back_count, 50);
        print_part("back_p95_ms", load->back_us, (int32_t)load->back_count, 95);
        print_part("back_worst_ms", load->back_us, (int32_t)load->back_count, 100);
    }
    return true;
}

static void remove_sessions(const Load *load) {
    char folder[260], path[600];
    snprintf(folder, sizeof folder, "%s/sessions", load->host.folder);
    DIR *open = opendir(folder);
    for (struct dirent *entry; open && (entry = readdir(open));) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] != '.') (void)unlink(path);
    }
    if (open) closedir(open);
    (void)rmdir(folder);
    snprintf(
            path, sizeof path, "%s/open", load->host.folder); // its door is shut, and empty
    (void)rmdir(path);
    (void)rmdir(load->host.folder);
}

// The pack for measuring belongs to the tests; it is found beside the program's own folders.
static const char *measured_pack(
        const Load *load, const Args *args, Region *region, Err *err) {
    Places places;
    const char *given = args_text(args, "--pack", args_on(args, "--url") ? "" : NULL);
    if (given) return given;
    if (load->act == LOAD_PLAY) return PLAYED;
    if (!places_find(&places, NULL, err)) return NULL;
    const char *path = region_format(region, "%s/%s", places.home, MEASURED);
    places_free(&places);
    if (file_exists(path)) return path;
    err_set(err, ERR_USAGE, "The case for measuring is not on this machine.");
    err_fix(err, "name another one: convene load --pack riverside-link");
    return NULL;
}

static bool play(
        Load *load, const Args *args, const char *pack, int64_t seconds, Err *err) {
    Rng masks = rng_seed(2, 9);
    snprintf(load->address, sizeof load->address, "127.0.0.1");
    bool there = load->foreign
                         ? load_url_read(load, args_text(args, "--url", ""),
                                 args_text(args, "--code", NULL),
                                 args_text(args, "--facilitator", NULL), err)
                         : load_host_start(load, pack, err) && load_host_read(load, err);
    if (!there) return false;
    load->dial = dial_make(load->address, load->host.port, load_people_events(load),
            (Entropy){&masks, fill_fast});
    bool good = measure(load, args, seconds, err);
    dial_free(load->dial);
    return good;
}

// What was acknowledged against the record, or, of a host that goes on, against what its pages show.
static bool count_lost(
        const Load *load, bool good, int64_t *lost, int64_t *doubled, Err *err) {
    bool pages = load->foreign && load->act == LOAD_COUNT;
    if (!good || (load->foreign && !pages)) return false;
    if (!pages) return load_host_check(load, lost, doubled, err);
    load_url_check(load, lost, doubled);
    return true;
}

static void clean_up(Load *load, const Args *args) {
    if (load->host.folder[0] && args_on(args, "--keep"))
        printf("sessions %s\n", load->host.folder);
    else if (load->host.folder[0])
        remove_sessions(load);
    free_people(load);
    free(load);
}

static int run_load(const Args *args, Err *err) {
    Load *load = calloc(1, sizeof *load);
    Region region = {0};
    int64_t seconds = 0, lost = 0, doubled = 0;
    ASSERT(load != NULL);
    bool good = read_flags(args, load, &seconds, err);
    const char *pack = good ? measured_pack(load, args, &region, err) : NULL;
    if (pack) make_people(load);
    good = pack && play(load, args, pack, seconds, err);
    if (!load->foreign) load_host_stop(&load->host);
    if (count_lost(load, good, &lost, &doubled, err))
        printf("lost %lld\ndoubled %lld\n", (long long)lost, (long long)doubled);
    if (good) printf("refused %lld\n", (long long)load->refused);
    if (good && load->act == LOAD_PLAY)
        printf("stops %d\nmisfits %d\n", (int)load->stops, (int)load->misfits);
    clean_up(load, args);
    region_clear(&region);
    return lost + doubled > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

const CliCommand CLI_LOAD = {"load", "load [--sessions R] [--seats N] [--seconds S]",
        "Measure a host with many people who are not there",
        "  convene load                                       8 people in one game\n"
        "  convene load --sessions 50 --seats 8 --seconds 5   as many acts as it takes\n"
        "  convene load --sessions 50 --rate 500              so many acts a second\n"
        "  convene load --seats 30 --burst --act ready        everybody in one moment\n"
        "  convene load --drop 5 --cut                        telephones that go away\n"
        "  convene load --act play --sessions 50 --drop 5     whole games, as their pages "
        "offer them\n"
        "  convene load --url http://127.0.0.1:8765 --code 482913 --act ready --seats 8\n",
        flags, (int32_t)ARRAY_COUNT(flags), run_load, NULL};

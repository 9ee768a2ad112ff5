// sim/storm_host.c — the program under the storm: its session file, its hall, its starts and its ends. Never: a connection, a fault of its own choice.
#include "base/file.h"
#include "sim/storm_parts.h"
#include "store/roster.h"
#include "store/store.h"
#include <stdio.h>

static int64_t now_ms(void *context) { return ((Storm *)context)->now_ms; }
static int64_t wall_ms(void *context) { return ((Storm *)context)->wall_ms; }

static void fill(void *context, void *out, size_t length) {
    uint8_t *bytes = out;
    for (size_t i = 0; i < length; i++)
        bytes[i] = (uint8_t)rng_next(&((Storm *)context)->secrets);
}

static Language tongue(void *context, const char *code) {
    (void)code;
    return ((Storm *)context)->language;
}

// As a host does: who is here is told once that nothing can be saved any more.
static void record_failed(void *context, Party *party, const Err *err) {
    Storm *storm = context;
    (void)err;
    storm->result->counts.failures++;
    if (party_session(party)->read_only) hall_stands(storm->hall, party);
}

static JournalFact fact(const char *key, const char *text) {
    return (JournalFact){
            .key = key, .value = {(const uint8_t *)text, strlen(text)}
    };
}

static bool start(Storm *storm, const Journal *journal) {
    Err err = {0};
    Clock clock = {storm, now_ms, wall_ms};
    Entropy entropy = {storm, fill};
    HallConfig hall = {.transport = storm_line_transport(storm),
            .clock = clock,
            .entropy = entropy,
            .work = storm_work(storm),
            .build = "storm",
            .failed = record_failed,
            .context = storm};
    PartyConfig party = {
            .session = {.def = storm->scenario->def,
                        .hooks = &storm->hooks,
                        .journal = *journal,
                        .clock = clock,
                        .entropy = entropy,
                        .seed = storm->config->seed},
            .roster = store_roster(journal),
            .players = BOT_PERSONA,
            .tongues = {storm, tongue, storm->codes, 1}
    };
    storm->party = party_open(&party, &err);
    if (!storm->party) {
        journal->close(journal->self);
        if (!power_is_off(storm->config->power) && !power_struck(storm->config->power))
            storm_fail(storm, "the session does not open again: %s", err.what);
        return false;
    }
    storm->hall = hall_make(&hall);
    if (!hall_add(storm->hall, storm->party)) storm_fail(storm, "a full house");
    storm->events = hall_events(storm->hall);
    storm->dead = false;
    storm->result->counts.boots++;
    storm_check_forget(storm);
    return true;
}

bool storm_host_create(Storm *storm) {
    Journal journal;
    Err err = {0};
    char hash[2 * DIGEST_BYTES + 1], seed[32];
    digest_hex(&storm->scenario->def->hash, hash);
    snprintf(seed, sizeof seed, "%llu", (unsigned long long)storm->config->seed);
    snprintf(storm->path, sizeof storm->path, "%s/storm.convene-session", storm->folder);
    const JournalFact facts[] = {fact("session", "storm"), fact("pack", hash),
            fact("seed", seed), fact("rules", "1")};
    if (!store_create(storm->path, facts, (int32_t)ARRAY_COUNT(facts), &journal, &err)) {
        storm_fail(storm, "no session file: %s", err.what);
        return false;
    }
    return start(storm, &journal);
}

bool storm_host_open(Storm *storm) {
    Journal journal;
    Err err = {0};
    storm->stands = false;
    if (store_open(storm->path, STORE_PLAY, &journal, &err)) return start(storm, &journal);
    storm_fail(storm, "the file does not open again: %s %s", err.what, err.where);
    return false;
}

static void let_go(Storm *storm) {
    party_close(storm->party);
    hall_free(storm->hall);
    storm->party = NULL;
    storm->hall = NULL;
}

void storm_host_close(Storm *storm) {
    if (storm->party && !storm->dead) hall_goodbye(storm->hall);
    storm->dead = true;
    if (storm->party) let_go(storm);
    storm_line_end_all(storm);
}

void storm_host_place(const Storm *storm, int32_t number, char folder[STORM_PATH_BYTES]) {
    snprintf(folder, STORM_PATH_BYTES, "%s/other-%d", storm->folder, (int)number);
}

void storm_host_follow(Storm *storm) {
    bool stood = storm->stands;
    storm->stands = storm_session(storm)->read_only;
    for (int32_t i = 1; stood && !storm->stands && i <= storm->files; i++) {
        char folder[STORM_PATH_BYTES], path[STORM_PATH_BYTES + 40];
        storm_host_place(storm, i, folder);
        snprintf(path, sizeof path, "%s/storm.convene-session", folder);
        if ((storm->used >> (i % 64)) & 1 || !file_exists(path)) continue;
        storm->used |= UINT64_C(1) << (i % 64);
        snprintf(storm->path, sizeof storm->path, "%.290s", path);
    }
}

// Connections end without a word, and so does the disk.
void storm_host_kill(Storm *storm) {
    Power *power = storm->config->power;
    storm->dead = true;
    if (!power_is_off(power)) {
        power_arm(power, POWER_KILLED, 1);
        power_stop(power);
    }
    if (storm->hall) hall_goodbye(storm->hall); // to nobody: what is being written fails
    let_go(storm);
    power_back(power, &storm->weather);
    storm->pending = STORM_NOTHING;
    storm_line_end_all(storm);
}

// session/whatif.c — decides the commands of a record again without some of them, and shares out what came of all. Never: writes to a journal.
#include "session/whatif.h"
#include "rules/ending.h"
#include "session/record.h"
#include "session/timeline.h"
#include "wire/event_json.h"
#include <stdlib.h>
#include <string.h>

enum { READ_AT_ONCE = 16, OF_PASSING = 100, OF_ENDING = 10 };

typedef struct Asked {
    Command command;
    uint32_t game_ms;
    bool person;
    uint8_t round; // of the game as it was played
} Asked;

struct WhatIf {
    SessionConfig config;
    uint64_t seed;
    Asked *asked;
    int32_t count, capacity;
};

static bool add(WhatIf *whatif, const JournalBatch *batch, Err *err) {
    if (whatif->count == whatif->capacity) {
        whatif->capacity = whatif->capacity ? 2 * whatif->capacity : 256;
        Asked *grown = realloc(whatif->asked, sizeof *grown * (size_t)whatif->capacity);
        ASSERT(grown != NULL);
        whatif->asked = grown;
    }
    Asked *asked = &whatif->asked[whatif->count++];
    *asked = (Asked){.game_ms = (uint32_t)batch->game_ms, .person = batch->device > 0};
    return command_json_read(batch->command, &asked->command, err);
}

static bool read_all(WhatIf *whatif, Err *err) {
    const Journal *journal = &whatif->config.journal;
    JournalBatch batches[READ_AT_ONCE];
    int64_t from = 1;
    int32_t count = 1;
    bool good = true;
    while (good && count > 0) {
        Region region = {0};
        good = journal->read(
                journal->self, from, batches, READ_AT_ONCE, &count, &region, err);
        for (int32_t i = 0; good && i < count; i++)
            good = add(whatif, &batches[i], err);
        from += count;
        region_clear(&region);
    }
    return good;
}

static Session *bare_session(const WhatIf *whatif) {
    Session *session = calloc(1, sizeof *session);
    ASSERT(session != NULL);
    session->def = whatif->config.def;
    session->hooks = whatif->config.hooks;
    session->seed = whatif->seed;
    return session;
}

WhatIf *whatif_open(const SessionConfig *config, Err *err) {
    WhatIf *whatif = calloc(1, sizeof *whatif);
    ASSERT(whatif != NULL);
    whatif->config = *config;
    Session *session = bare_session(whatif);
    session->journal = config->journal;
    bool good = record_identify(session, err) && read_all(whatif, err);
    whatif->seed = session->seed;
    session->journal.self = NULL; // the caller's
    session_close(session);
    if (good) return whatif;
    whatif_free(whatif);
    return NULL;
}

void whatif_free(WhatIf *whatif) {
    if (!whatif) return;
    free(whatif->asked);
    free(whatif);
}

int32_t whatif_count(const WhatIf *whatif) { return whatif->count; }

const Command *whatif_command(const WhatIf *whatif, int32_t place) {
    return &whatif->asked[place].command;
}

int32_t whatif_round(const WhatIf *whatif, int32_t place) {
    return whatif->asked[place].round;
}

static bool is_left_out(const Asked *asked, uint16_t without) {
    const Command *command = &asked->command;
    bool ready = command->kind == COMMAND_DONE || command->kind == COMMAND_NOT_DONE;
    return command->actor < ACTORS_MAX && !ready && ((without >> command->actor) & 1);
}

static void decide_again(Session *session, const Asked *asked) {
    Command command = asked->command;
    command.stamp = timeline_stamp(session, &command, asked->person);
    if (!timeline_is_rewind(&command)) command.stamp.game_ms = asked->game_ms;
    Verdict verdict = session_judge(session, &command);
    session->seq++;
    session_keep(session, &command, verdict, asked->game_ms, &session->fresh);
}

// It keeps its place, so that a rewind still leads to the batch it named.
static void skip(Session *session, const Asked *asked) {
    session->seq++;
    session->fresh.count = 0;
    session_keep(session, &asked->command, verdict_no(VERDICT_NO_SEAT), asked->game_ms,
            &session->fresh);
}

// Tenths that the shocks of the epilogue have taken off each clause of the law, or put on it.
typedef struct Shocked {
    int32_t law[CLAUSES_MAX];
} Shocked;

// A rewind to before the end takes the shocks back with everything else.
static void add_shocks(const Session *session, Shocked *shocked) {
    const Def *def = session->def;
    if (session->state.status == STATUS_RUNNING) *shocked = (Shocked){0};
    for (int32_t i = 0; i < session->fresh.count; i++) {
        const Event *event = &session->fresh.items[i];
        bool law = event->kind == EVENT_DELTA && event->cause.kind == CAUSE_SHOCK
                   && def->cell_track[event->cell] == TRACK_LAW;
        if (law) shocked->law[event->cell - def->tracks[TRACK_LAW].base] += event->applied;
    }
}

static void look(
        const Def *def, const State *state, const Shocked *shocked, WhatIfEnd *out) {
    *out = (WhatIfEnd){.ending = state->ending};
    if (out->ending == NONE) out->ending = ending_forecast(def, state, true);
    for (int32_t arena = 0; arena < def_count(def, KIND_ARENA); arena++)
        if (state->decision[arena].passed) out->passed |= (uint16_t)(1u << arena);
    for (int32_t clause = 0; clause < def_count(def, KIND_CLAUSE); clause++) {
        int32_t later = state_at(def, state, TRACK_LAW, clause, 0);
        out->later[clause] = (uint8_t)(later / 10);
        out->law[clause] = (uint8_t)((later - shocked->law[clause]) / 10);
    }
}

void whatif_play(WhatIf *whatif, uint16_t without, int32_t without_one, WhatIfEnd *out) {
    Session *session = bare_session(whatif);
    session_begin(session);
    Shocked shocked = {0};
    for (int32_t i = 0; i < whatif->count; i++) {
        Asked *asked = &whatif->asked[i];
        if (without == 0 && without_one < 0) asked->round = session->state.round;
        if (i == without_one || is_left_out(asked, without))
            skip(session, asked);
        else
            decide_again(session, asked);
        add_shocks(session, &shocked);
    }
    look(session->def, &session->state, &shocked, out);
    session_close(session);
}

int32_t whatif_subsets(const WhatIf *whatif) {
    int32_t actors = def_count(whatif->config.def, KIND_ACTOR);
    return actors > WHATIF_ACTORS_MAX ? 0 : 1 << actors;
}

bool whatif_passes(WhatIf *whatif, uint16_t there) {
    WhatIfEnd end;
    uint32_t all = (1u << def_count(whatif->config.def, KIND_ACTOR)) - 1;
    whatif_play(whatif, (uint16_t)(all & ~(uint32_t)there), -1, &end);
    return end.passed != 0;
}

// How many of the orders of all put exactly these few before one: (size)! (actors - size - 1)!
static int64_t orders_with(int32_t size, int32_t actors) {
    int64_t orders = 1;
    for (int32_t i = 2; i <= size; i++)
        orders *= i;
    for (int32_t i = 2; i <= actors - size - 1; i++)
        orders *= i;
    return orders;
}

void whatif_share_out(
        const WhatIf *whatif, const uint8_t *passes, int32_t out[ACTORS_MAX]) {
    int32_t actors = def_count(whatif->config.def, KIND_ACTOR);
    int64_t all_orders = actors * orders_with(0, actors); // actors!
    for (int32_t actor = 0; actor < actors; actor++) {
        int64_t sum = 0;
        for (uint32_t there = 0; there < 1u << actors; there++) {
            if ((there >> actor) & 1) continue;
            int32_t more = passes[there | 1u << actor] - passes[there];
            sum += more * orders_with(__builtin_popcount(there), actors);
        }
        out[actor] = (int32_t)(1000 * sum / all_orders);
    }
}

bool whatif_shares(WhatIf *whatif, int32_t out[ACTORS_MAX]) {
    int32_t subsets = whatif_subsets(whatif);
    if (subsets == 0) return false;
    uint8_t *passes = calloc((size_t)subsets, 1);
    ASSERT(passes != NULL);
    for (int32_t there = 0; there < subsets; there++)
        passes[there] = whatif_passes(whatif, (uint16_t)there);
    whatif_share_out(whatif, passes, out);
    free(passes);
    return true;
}

bool whatif_is_deed(const WhatIf *whatif, int32_t place) {
    const Command *command = whatif_command(whatif, place);
    bool ready = command->kind == COMMAND_DONE || command->kind == COMMAND_NOT_DONE;
    return command->actor < def_count(whatif->config.def, KIND_ACTOR) && !ready;
}

int32_t whatif_difference(const Def *def, const WhatIfEnd *a, const WhatIfEnd *b) {
    int32_t sum = a->passed != b->passed ? OF_PASSING : 0;
    if (a->ending != b->ending) sum += OF_ENDING;
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++)
        sum += core_abs(a->law[i] - b->law[i]);
    return sum;
}

void whatif_moments_keep(WhatIfMoment best[WHATIF_MOMENTS], const WhatIfMoment *moment) {
    int32_t place = WHATIF_MOMENTS;
    while (place > 0 && moment->weight > best[place - 1].weight)
        place--;
    for (int32_t i = WHATIF_MOMENTS - 1; i > place; i--)
        best[i] = best[i - 1];
    if (place < WHATIF_MOMENTS) best[place] = *moment;
}

// rules/worth.c — influence units of events and exercised shares. Never: changes a State.
#include "rules/worth.h"

enum { PER_STRENGTH = 800 }; // taken from another's words

// Was law written by a court, not by those who vote?
static bool by_court(const Def *def, const Cause *cause) {
    if (cause->kind == CAUSE_MOVE)
        return cause->id < def->moves_count && def->moves[cause->id].step == STEP_COURT;
    if (cause->kind != CAUSE_DECISION || cause->id >= ARENAS_MAX) return false;
    uint8_t rule = def->arenas[cause->id].decides;
    return rule < def->decision_rules_count && def->decision_rules[rule].kind == RULE_COURT;
}

// Units times 100 for each tenth that was applied.
static int32_t per_tenth(const Def *def, const Event *event) {
    switch (def->cell_track[event->cell]) {
    case TRACK_STANCE:
    case TRACK_PULL: return 10;
    case TRACK_HEAT: return 5;
    case TRACK_PUBLIC: return 20;
    case TRACK_FRAME: return 80;
    case TRACK_DRAFT: return 100;
    case TRACK_IMPORTANCE: return 50;
    case TRACK_LAW: return by_court(def, &event->cause) ? 100 : 0;
    default: return 0; // own standing, means, trust, cohesion: no influence on others
    }
}

int64_t worth_of(const Def *def, const Event *event) {
    if (event->kind == EVENT_STRENGTH)
        return (int64_t)PER_STRENGTH * core_max(0, event->c - event->b);
    if (event->kind != EVENT_DELTA || event->cell >= def->cells_count) return 0;
    return (int64_t)per_tenth(def, event) * core_abs(event->applied);
}

// Owner of the decider whose number moved, or NONE.
static uint8_t whose(const Def *def, const Event *event) {
    int32_t track, row, column;
    if (event->kind != EVENT_DELTA) return NONE;
    def_cell_place(def, event->cell, &track, &row, &column);
    return def->tracks[track].row == KIND_DECIDER ? def->deciders[row].owner : NONE;
}

static void give(Worth *worth, uint8_t actor, uint8_t owner, int64_t units) {
    if (actor >= ACTORS_MAX) return;
    worth->by[actor] += units;
    if (owner < ACTORS_MAX && owner != actor) worth->on[actor][owner] += units;
}

void worth_add(const Def *def, const Event *event, Worth *worth) {
    int64_t units = worth_of(def, event);
    if (units == 0) return;
    uint8_t owner = whose(def, event);
    if (event->authors_count == 0)
        give(worth, event->kind == EVENT_STRENGTH ? event->actor : event->cause.actor,
                owner, units);
    for (int32_t i = 0; i < core_min(event->authors_count, AUTHORS_MAX); i++) {
        give(worth, event->authors[i].actor, owner, units * event->authors[i].share / 1000);
    }
}

void worth_shares(const Worth *worth, int32_t *out) {
    int64_t sum = 0;
    for (int32_t i = 0; i < ACTORS_MAX; i++)
        sum += worth->by[i];
    for (int32_t i = 0; i < ACTORS_MAX; i++) {
        out[i] = sum == 0 ? 0 : (int32_t)((2000 * worth->by[i] + sum) / (2 * sum));
    }
}

// cli/desk_foresee.c — keeps one question and its answer; a sheet that is still being filled in asks nothing. Never: a rule, a socket.
#include "cli/desk_foresee.h"
#include <stdio.h>
#include <string.h>

enum { STANDS_STILL_MS = 250 };

static int64_t moment(int64_t now_ms) { return now_ms > 0 ? now_ms : 1; }

// The same act in the same step; the rest of a command says nothing about it.
static bool same(const Command *a, const Command *b) {
    return a->kind == b->kind && a->at_round == b->at_round && a->at_phase == b->at_phase
           && a->at_sub == b->at_sub && memcmp(&a->act, &b->act, sizeof a->act) == 0;
}

const Forecast *desk_foresee_want(
        DeskForesee *foresee, const Command *command, int64_t now_ms) {
    if (foresee->wanted_ms == 0 || !same(&foresee->wanted, command)) {
        foresee->wanted = *command;
        foresee->wanted_ms = moment(now_ms);
        foresee->asked = foresee->here = false;
    }
    return foresee->here ? &foresee->forecast : NULL;
}

bool desk_foresee_due(const DeskForesee *foresee, int64_t now_ms) {
    return foresee->wanted_ms > 0 && !foresee->asked
           && now_ms - foresee->wanted_ms >= STANDS_STILL_MS;
}

void desk_foresee_asked(DeskForesee *foresee, const char *id) {
    foresee->asked = true;
    snprintf(foresee->id, sizeof foresee->id, "%s", id);
}

bool desk_foresee_hear(DeskForesee *foresee, const char *id, Bytes message) {
    if (!foresee->asked || strcmp(id, foresee->id) != 0) return false;
    region_clear(&foresee->region);
    forecast_read(message, &foresee->region, &foresee->forecast);
    foresee->here = true;
    return true;
}

void desk_foresee_stale(DeskForesee *foresee, int64_t now_ms) {
    if (foresee->wanted_ms == 0) return;
    foresee->wanted_ms = moment(now_ms);
    foresee->asked = false;
}

void desk_foresee_forget(DeskForesee *foresee) {
    region_clear(&foresee->region);
    *foresee = (DeskForesee){0};
}

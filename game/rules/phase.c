// rules/phase.c — the steps of a game one after another; a step closes when nobody is waited for. Never: the content of a step.
#include "rules/phase.h"
#include "rules/ending.h"
#include "rules/epilogue.h"
#include "rules/macro.h"
#include "rules/moment.h"
#include "rules/ruling.h"
#include "rules/steer.h"
#include "rules/turn.h"

enum { STEPS_AT_ONCE_MAX = 512 };

static uint16_t seated(const Txn *txn, bool persons_only) {
    uint16_t mask = 0;
    for (int32_t i = 0; i < def_count(txn->def, KIND_ACTOR); i++) {
        uint8_t by = txn->state->seat_by[i];
        if (by == BY_PERSON || (!persons_only && by != BY_NOBODY))
            mask |= (uint16_t)(1u << i);
    }
    return mask;
}

static void step_to(Txn *txn, Status status, int32_t round, int32_t phase, int32_t sub) {
    txn->step = (uint8_t)sub;
    txn_say(txn, EVENT_STEP, NONE, (int32_t)status, round, phase, sub);
    time_step_begins(txn);
}

static void wait_for(Txn *txn, uint16_t mask) {
    txn_say(txn, EVENT_WAITING, NONE, (int16_t)mask, 0, 0, 0);
}

static const Phase *present_phase(const Txn *txn) {
    return &txn->def->phases[txn->state->phase];
}

// Authors' numbers that fade do so once, when a round begins.
static void fade_memories(Txn *txn) {
    for (int32_t id = TRACK_MEMORY; id < txn->def->tracks_count; id++) {
        const Track *track = &txn->def->tracks[id];
        if (track->fades == 0) continue;
        for (int32_t i = 0; i < track->rows * track->columns; i++) {
            uint16_t cell = (uint16_t)(track->base + i);
            int32_t value = txn->state->cell[cell];
            txn_delta(txn, cell, -(value * track->fades / 100), cause_engine(ENGINE_FADE));
        }
    }
}

static void round_begin(Txn *txn) {
    if (txn->state->round > 1) fade_memories(txn);
    moment_run(txn, txn->book, &(HookMoment){.moment = MOMENT_ROUND_STARTS});
}

static void enter_meeting(Txn *txn, int32_t number) {
    meeting_open(txn, number);
    wait_for(txn, meeting_waits_for(txn->def, txn->state));
}

// Credit and amendments are everybody's: computer players are asked too. Their taps are not.
static bool asks_all_to_reflect(const Txn *txn) {
    for (int32_t i = 0; i < def_count(txn->def, KIND_ARENA); i++) {
        const Decision *decision = &txn->state->decision[i];
        bool passed = decision->passed && decision->round == txn->state->round;
        if (passed || txn->state->amending[i] == AMEND_OPEN) return true;
    }
    return false;
}

static uint16_t sealed_waits_for(const Txn *txn) {
    bool reflects = present_phase(txn)->does == DOES_REFLECT;
    return seated(txn, reflects && !asks_all_to_reflect(txn));
}

// What a phase does on entry, and whom it waits for.
static void enter_kind(Txn *txn) {
    const Phase *phase = present_phase(txn);
    switch ((PhaseKind)phase->kind) {
    case PHASE_SHOW: wait_for(txn, seated(txn, true) | choice_waits_for(txn->state)); break;
    case PHASE_OPEN: wait_for(txn, seated(txn, false)); break;
    case PHASE_SEALED: wait_for(txn, sealed_waits_for(txn)); break;
    case PHASE_IN_TURN: turn_open(txn); break;
    case PHASE_MEETING:
        meeting_plan(txn);
        if (txn->state->meetings[0] != NONE) enter_meeting(txn, 0);
        break;
    }
}

// Before lists are carried out, what somebody argues is heard: others speak, the facilitator rules.
static bool hears(Txn *txn) {
    if (!ruling_open(txn)) return false;
    step_to(txn, STATUS_RUNNING, txn->state->round, txn->state->phase, SUB_HEARING);
    wait_for(txn, seated(txn, true));
    return true;
}

static void close_hearing(Txn *txn) {
    step_to(txn, STATUS_RUNNING, txn->state->round, txn->state->phase, MEET_NONE);
    resolve_run(txn, txn->book);
    enter_kind(txn);
}

static void enter_phase(Txn *txn, int32_t round, int32_t index) {
    bool new_round = round != txn->state->round;
    bool meets = txn->def->phases[index].kind == PHASE_MEETING;
    step_to(txn, STATUS_RUNNING, round, index, meets ? MEET_ROLES : MEET_NONE);
    if (new_round) round_begin(txn);
    switch ((PhaseDoes)present_phase(txn)->does) {
    case DOES_NEWS: news_run(txn, txn->book); break;
    case DOES_RESOLUTION:
        if (hears(txn)) return;
        resolve_run(txn, txn->book);
        break;
    case DOES_BACKSTAGE: backstage_open(txn); break;
    case DOES_REFLECT:
    case DOES_ACTION:
    case DOES_NOTHING: break;
    }
    enter_kind(txn);
}

static bool has_resolution(const Def *def) {
    for (int32_t i = 0; i < def->phases_count; i++) {
        if (def->phases[i].does == DOES_RESOLUTION) return true;
    }
    return false;
}

static void round_end(Txn *txn) {
    if (!has_resolution(txn->def)) resolve_end(txn, txn->book);
}

static void next_phase(Txn *txn) {
    int32_t round = txn->state->round, index = txn->state->phase + 1;
    if (index < txn->def->phases_count) {
        enter_phase(txn, round, index);
        return;
    }
    round_end(txn);
    bool over = round >= txn->def->rounds || txn->state->ending != NONE;
    if (over)
        phase_finish(txn);
    else
        enter_phase(txn, round + 1, 0);
}

static void close_meeting_step(Txn *txn) {
    int32_t number = txn->state->meeting, sub = txn->state->sub;
    if (txn->state->meetings[0] == NONE) {
        next_phase(txn);
        return;
    }
    if (sub == MEET_ROLES)
        meeting_roles_close(txn, txn->book);
    else if (sub == MEET_SPEECH)
        meeting_speech_close(txn, txn->book);
    else
        meeting_record_close(txn, txn->book);
    if (sub != MEET_RECORD) {
        step_to(txn, STATUS_RUNNING, txn->state->round, txn->state->phase, sub + 1);
        wait_for(txn, meeting_waits_for(txn->def, txn->state));
        return;
    }
    bool more = number + 1 < 4 && txn->state->meetings[number + 1] != NONE;
    if (!more) {
        next_phase(txn);
        return;
    }
    step_to(txn, STATUS_RUNNING, txn->state->round, txn->state->phase, MEET_ROLES);
    enter_meeting(txn, number + 1);
}

static void close_phase(Txn *txn) {
    const Phase *phase = present_phase(txn);
    if (phase->kind == PHASE_MEETING) {
        close_meeting_step(txn);
        return;
    }
    if (phase->does == DOES_RESOLUTION && txn->state->sub == SUB_HEARING) {
        close_hearing(txn);
        return;
    }
    if (phase->does == DOES_NEWS) choice_defaults(txn, txn->book);
    if (phase->does == DOES_BACKSTAGE) backstage_close(txn, txn->book);
    if (phase->does == DOES_REFLECT) reflect_close(txn, txn->book);
    next_phase(txn);
}

static int32_t holdings(const Def *def, const State *state, int32_t actor) {
    int32_t sum = 0;
    for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++)
        sum += state_at(def, state, TRACK_RESOURCE, actor, r);
    return sum / 10;
}

static void remember(Txn *txn, uint16_t what, int32_t a, int32_t b, int32_t value) {
    Event event = txn_event(txn, EVENT_START_VALUES, NONE);
    event.cell = what;
    event.a = (int16_t)a;
    event.b = (int16_t)b;
    event.c = (int16_t)value;
    txn_emit(txn, &event);
}

static void remember_start(Txn *txn) {
    const Def *def = txn->def;
    int32_t shares[ACTORS_MAX];
    macro_shares(def, txn->state, shares);
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        remember(txn, 0, i, 0, shares[i]);
        remember(txn, 1, i, 0, holdings(def, txn->state, i));
        for (int32_t j = 0; j < def_count(def, KIND_AUDIENCE); j++) {
            remember(txn, 2, i, j, state_at(def, txn->state, TRACK_LEGITIMACY, i, j));
        }
    }
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        remember(txn, 3, i, 0, state_at(def, txn->state, TRACK_STANCE, i, 0));
    }
}

static void ease(Txn *txn) {
    int32_t points = txn->def->coef[COEF_EASE];
    for (int32_t i = 0; points != 0 && i < def_count(txn->def, KIND_DECIDER); i++) {
        uint16_t cell = def_cell(txn->def, TRACK_STANCE, i, 0);
        if (txn->state->cell[cell] < 0)
            txn_delta(txn, cell, 10 * points, cause_engine(ENGINE_START));
    }
}

// Seats nobody took are played by the computer, so that no role is missing.
static void fill_seats(Txn *txn) {
    for (int32_t i = 0; i < def_count(txn->def, KIND_ACTOR); i++) {
        if (txn->state->seat_by[i] == BY_NOBODY)
            txn_say(txn, EVENT_SEAT, (uint8_t)i, BY_COMPUTER, 0, 0, 0);
    }
}

void phase_start(Txn *txn) {
    fill_seats(txn);
    ease(txn);
    step_to(txn, STATUS_BRIEF, 0, NONE, 0);
    moment_run(txn, txn->book, &(HookMoment){.moment = MOMENT_GAME_STARTS});
    remember_start(txn);
    wait_for(txn, seated(txn, true));
}

void phase_advance(Txn *txn) {
    switch ((Status)txn->state->status) {
    case STATUS_BRIEF:
        brief_close(txn, txn->book);
        enter_phase(txn, 1, 0);
        break;
    case STATUS_RUNNING: close_phase(txn); break;
    case STATUS_DEBRIEF:
        epilogue_run(txn, txn->book);
        step_to(txn, STATUS_CLOSED, txn->state->round, txn->state->phase, 0);
        break;
    case STATUS_LOBBY:
    case STATUS_CLOSED: break;
    }
}

static bool complete(const Txn *txn) {
    const State *state = txn->state;
    if (state->paused) return false;
    bool ready = (state->waiting & ~state->done & ~state->steer.shut) == 0;
    if (state->status == STATUS_BRIEF) return ready;
    if (state->status != STATUS_RUNNING) return false;
    const Phase *phase = &txn->def->phases[state->phase];
    if (phase->kind == PHASE_IN_TURN) return state->turn_actor == NONE;
    return ready;
}

void phase_settle(Txn *txn) {
    for (int32_t i = 0; i < STEPS_AT_ONCE_MAX && complete(txn); i++) {
        if (time_all_in(txn)) return;
        phase_advance(txn);
    }
    if (!txn->state->paused) time_not_all_in(txn);
}

void phase_finish(Txn *txn) {
    if (txn->state->status == STATUS_DEBRIEF || txn->state->status == STATUS_CLOSED) return;
    moment_run(txn, txn->book, &(HookMoment){.moment = MOMENT_GAME_ENDS});
    ending_check(txn, true);
    step_to(txn, STATUS_DEBRIEF, txn->state->round, txn->state->phase, 0);
}

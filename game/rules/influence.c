// rules/influence.c — reads the map of influence from the ledger, event by event. Never: changes a State.
#include "rules/influence.h"
#include "rules/credit.h"
#include "rules/worth.h"

int64_t influence_sum(const Arrow *arrow) {
    return arrow->deciders + arrow->words + arrow->promises;
}

// Nobody influences itself; what belongs to nobody is nobody's arrow.
static Arrow *arrow_of(Influence *influence, int32_t from, int32_t to) {
    bool both = from >= 0 && from < ACTORS_MAX && to >= 0 && to < ACTORS_MAX;
    return both && from != to ? &influence->on[from][to] : NULL;
}

// ---- deciders ----------------------------------------------------------------------------------------------

static void press(Influence *influence, const Event *event, uint8_t from, uint8_t owner,
        int64_t units) {
    Arrow *arrow = arrow_of(influence, from, owner);
    if (!arrow) return;
    arrow->deciders += units;
    if (event->flags & EVENT_MICRO) arrow->talk += units;
}

static void add_decider(
        const Def *def, const Event *event, int32_t decider, Influence *influence) {
    int64_t units = worth_of(def, event);
    uint8_t owner = def->deciders[decider].owner;
    int32_t count = core_min(event->authors_count, AUTHORS_MAX);
    if (count == 0) press(influence, event, event->cause.actor, owner, units);
    for (int32_t i = 0; i < count; i++) {
        const Author *author = &event->authors[i];
        press(influence, event, author->actor, owner, units * author->share / 1000);
    }
}

// ---- words -------------------------------------------------------------------------------------------------

static void note_minuted(const Event *event, Influence *influence) {
    if (event->a < 0 || event->a >= UTTERANCES_MAX) return;
    const Event *spoken = &influence->spoken[event->a];
    uint8_t clause = spoken->act.target.index;
    if (spoken->c != UTTER_WORD || clause >= CLAUSES_MAX || spoken->actor >= ACTORS_MAX)
        return;
    influence->minuted[clause][spoken->d > 0][spoken->actor] =
            (MinutedWords){.meeting = influence->meeting,
                    .voiced_by = (uint8_t)(spoken->cell & 255),
                    .taker = event->actor};
}

// Whose words about this item stood in the minutes of an earlier meeting: the newest that are not the mover's own.
static uint8_t author_before(
        const Influence *influence, int32_t clause, bool up, uint8_t mover) {
    const MinutedWords *list = influence->minuted[clause][up];
    uint8_t found = NONE;
    for (uint8_t i = 0; i < ACTORS_MAX; i++) {
        bool earlier = list[i].meeting > 0 && list[i].meeting < influence->meeting;
        if (!earlier || i == mover) continue;
        if (found == NONE || list[i].meeting > list[found].meeting) found = i;
    }
    return found;
}

// Shared as echo and playback are: author, who voiced it, who minuted it.
static void credit(const Def *def, Influence *influence, const MinutedWords *words,
        uint8_t author, uint8_t mover, int64_t units) {
    Utterance u = {.author = author, .voiced_by = words->voiced_by, .taker = words->taker};
    Author authors[CREDITS_MAX];
    int32_t count = credit_record(def, &u, authors);
    for (int32_t i = 0; i < count; i++) {
        Arrow *arrow = arrow_of(influence, authors[i].actor, mover);
        if (arrow) arrow->words += units * authors[i].share / 1000;
    }
}

// Who is given an item to say moves it with the words of who gave it, at once.
static void add_step(const Def *def, const Event *event, int32_t clause,
        const Author *author, Influence *influence) {
    int64_t units = worth_of(def, event) * author->share / 1000;
    if (author->behind) {
        Arrow *arrow = arrow_of(influence, author->actor, author->behind - 1);
        if (arrow) arrow->words += units;
        return;
    }
    bool up = event->applied > 0;
    uint8_t before = author_before(influence, clause, up, author->actor);
    if (before == NONE) return;
    credit(def, influence, &influence->minuted[clause][up][before], before, author->actor,
            units);
}

static void add_steps(
        const Def *def, const Event *event, int32_t clause, Influence *influence) {
    int32_t count = core_min(event->authors_count, AUTHORS_MAX);
    Author alone = {.actor = event->cause.actor, .share = 1000};
    if (count == 0) add_step(def, event, clause, &alone, influence);
    for (int32_t i = 0; i < count; i++)
        add_step(def, event, clause, &event->authors[i], influence);
}

// ---- promises ----------------------------------------------------------------------------------------------

// A ruling of the facilitator may turn what was counted.
static void add_promise(const Event *event, Influence *influence) {
    if (event->a < 0 || event->a >= DEALS_MAX) return;
    Deal *deal = &influence->deal[event->a];
    if (event->b < 0 || event->b >= deal->promises_count) return;
    Promise *promise = &deal->promises[event->b];
    bool was = promise->state == PROMISE_KEPT, is = event->c == PROMISE_KEPT;
    promise->state = (uint8_t)event->c;
    // It was made to all others; who let go of it owes nobody thanks.
    for (int32_t place = 0; place < deal->parties; place++) {
        if (deal->party[place] == promise->by || ((event->d >> 8) >> place) & 1) continue;
        Arrow *arrow = arrow_of(influence, deal->party[place], promise->by);
        if (arrow)
            arrow->promises += (is - was) * (int64_t)INFLUENCE_PROMISE * promise->size;
    }
}

// ---- events ------------------------------------------------------------------------------------------------

static void add_number(const Def *def, const Event *event, Influence *influence) {
    int32_t track, row, column;
    if (event->cell >= def->cells_count || event->applied == 0) return;
    def_cell_place(def, event->cell, &track, &row, &column);
    if (def->tracks[track].row == KIND_DECIDER) add_decider(def, event, row, influence);
    if (track == TRACK_DRAFT) add_steps(def, event, row, influence);
}

void influence_add(const Def *def, const Event *event, Influence *influence) {
    switch ((int)event->kind) {
    case EVENT_DELTA: add_number(def, event, influence); break;
    case EVENT_MEETING: influence->meeting++; break;
    case EVENT_UTTERANCE:
        if (event->a >= 0 && event->a < UTTERANCES_MAX)
            influence->spoken[event->a] = *event;
        break;
    case EVENT_RECORDED: note_minuted(event, influence); break;
    case EVENT_DEAL:
        if (event->a >= 0 && event->a < DEALS_MAX) influence->deal[event->a] = event->deal;
        break;
    case EVENT_PROMISE_STATE: add_promise(event, influence); break;
    default: break;
    }
}

// rules/echo.c — fading, echo and playback of recorded words. Never: records or makes words.
#include "rules/echo.h"
#include "rules/credit.h"

// Arenas an utterance of this arena is heard in: those fed, and itself where it decides.
static uint16_t echo_feeds(const Def *def, uint8_t arena) {
    uint16_t feeds = def->arenas[arena].feeds;
    if (def->arenas[arena].decides != NONE) feeds |= (uint16_t)(1u << arena);
    return feeds;
}

// From the second round on: the first NEWS opens the story as the pack tells it.
static void fade(Txn *txn) {
    int32_t percent = txn->def->coef[COEF_FRAMES_FADE];
    const Track *track = &txn->def->tracks[TRACK_FRAME];
    for (int32_t i = 0; percent > 0 && i < track->rows * track->columns; i++) {
        uint16_t cell = (uint16_t)(track->base + i);
        txn_delta(txn, cell, -(txn->state->cell[cell] * percent / 100),
                cause_engine(ENGINE_FADE));
    }
}

static Cause cause_words(CauseKind kind, int32_t slot, const Utterance *u) {
    Cause cause = cause_of(kind, (uint16_t)slot, u->voiced_by);
    cause.act = u->act;
    cause.target = (Thing){u->kind == UTTER_FRAME ? KIND_FRAME : KIND_CLAUSE, u->target};
    return cause;
}

// In its own arena and in every arena fed.
static void echo_frame(Txn *txn, Book *book, int32_t slot, const Utterance *u) {
    Author authors[CREDITS_MAX];
    int32_t count = credit_record(txn->def, u, authors);
    uint16_t heard = (uint16_t)(echo_feeds(txn->def, u->arena) | 1u << u->arena);
    for (int32_t arena = 0; arena < def_count(txn->def, KIND_ARENA); arena++) {
        if (!((heard >> arena) & 1)) continue;
        book_add_shared(book, txn->def, def_cell(txn->def, TRACK_FRAME, arena, u->target),
                txn->def->coef[COEF_ECHO_GAIN] * u->strength,
                cause_words(CAUSE_ECHO, slot, u), EVENT_MICRO, authors, count);
    }
}

static void grow_old(Txn *txn, int32_t slot) {
    const Utterance *u = &txn->state->utterance[slot];
    int32_t age = u->age + 1,
            strength = age >= 2 ? core_max(0, u->strength - 1) : u->strength;
    int32_t state = strength == 0 ? UTTERANCE_CLOSED : UTTERANCE_LIVE;
    txn_say(txn, EVENT_AGED, u->voiced_by, slot, age, strength, state);
}

// All echoes sound at their strength before they lose any.
static void echoes(Txn *txn, Book *book) {
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &txn->state->utterance[i];
        if (u->state == UTTERANCE_LIVE && u->kind == UTTER_FRAME)
            echo_frame(txn, book, i, u);
    }
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        if (txn->state->utterance[i].state == UTTERANCE_LIVE) grow_old(txn, i);
    }
    book_settle(txn, book);
}

static bool plays_back(const Def *def, const Utterance *u) {
    return u->state == UTTERANCE_LIVE && u->age == def->coef[COEF_PLAYBACK_AGE]
           && u->strength >= def->coef[COEF_PLAYBACK_STRENGTH];
}

static bool hears(const Def *def, const Utterance *u, int32_t decider) {
    uint8_t arena = def->deciders[decider].arena;
    return def->arenas[arena].decides != NONE && ((echo_feeds(def, u->arena) >> arena) & 1);
}

// Tenths an utterance would move a decider before the cap.
static int32_t move_of(const Def *def, const Utterance *u, int32_t decider) {
    if (u->kind != UTTER_FRAME || !hears(def, u, decider)) return 0;
    return def->coef[COEF_PLAYBACK_GAIN] * u->strength
           * def->deciders[decider].resonance[u->target];
}

// What each playback moves each decider by, after the cap on their sum.
typedef struct Playback {
    int32_t slots[UTTERANCES_MAX];
    int32_t moved[UTTERANCES_MAX][DECIDERS_MAX];
    int32_t count;
} Playback;

static void cap_decider(
        const Def *def, const State *state, Playback *playback, int32_t decider) {
    int32_t raw[UTTERANCES_MAX], out[UTTERANCES_MAX],
            net = 0, cap = 10 * def->coef[COEF_PLAYBACK_CAP];
    for (int32_t i = 0; i < playback->count; i++) {
        net += raw[i] = move_of(def, &state->utterance[playback->slots[i]], decider);
    }
    delta_share_out(raw, playback->count, core_clamp(net, -cap, cap), out);
    for (int32_t i = 0; i < playback->count; i++)
        playback->moved[i][decider] = out[i];
}

static void book_moves(Txn *txn, Book *book, const Playback *playback, int32_t place) {
    int32_t slot = playback->slots[place];
    const Utterance *u = &txn->state->utterance[slot];
    Author authors[CREDITS_MAX];
    int32_t count = credit_record(txn->def, u, authors);
    for (int32_t i = 0; i < def_count(txn->def, KIND_DECIDER); i++) {
        Cause cause = cause_words(CAUSE_PLAYBACK, slot, u);
        book_add_shared(book, txn->def, def_cell(txn->def, TRACK_STANCE, i, 0),
                playback->moved[place][i], cause, EVENT_MICRO, authors, count);
    }
}

// Who owns the decider that was moved most, by a point at least, needs the author more than before.
static void book_importance(Txn *txn, Book *book, const Playback *playback, int32_t place) {
    const Def *def = txn->def;
    const Utterance *u = &txn->state->utterance[playback->slots[place]];
    int32_t most = -1;
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        int32_t by = core_abs(playback->moved[place][i]);
        if (by >= 10 && (most < 0 || by > core_abs(playback->moved[place][most]))) most = i;
    }
    uint8_t owner = most < 0 ? NONE : def->deciders[most].owner;
    if (owner == NONE || owner == u->author) return;
    book_add(book, def, def_cell(def, TRACK_IMPORTANCE, owner, u->author), 10,
            cause_words(CAUSE_PLAYBACK, playback->slots[place], u), EVENT_MICRO);
}

static void stick(Txn *txn, int32_t slot) {
    const Utterance *u = &txn->state->utterance[slot];
    if (u->kind != UTTER_WORD) return;
    uint16_t cell = def_cell(txn->def, TRACK_STICKY, u->target, 0);
    txn_delta(txn, cell, 10 * u->direction - txn->state->cell[cell],
            cause_words(CAUSE_PLAYBACK, slot, u));
}

static bool issue_named(const Def *def, const Utterance *u, uint8_t arena, int32_t issue) {
    uint8_t own = def->frames[u->target].issue, mask = def->arenas[arena].issues;
    if (own != NONE) return own == issue;
    return mask == 0 || ((mask >> issue) & 1);
}

// Who named the issue first keeps the name until another frame is spoken more.
static bool leads_already(
        const Def *def, const State *state, uint8_t arena, int32_t issue, uint8_t frame) {
    uint8_t title = state->title[issue];
    if (title == NONE) return false;
    return title == frame
           || state_at(def, state, TRACK_FRAME, arena, title)
                      >= state_at(def, state, TRACK_FRAME, arena, frame);
}

// A frame that a deciding arena speaks in gives the issue its title on every screen.
static void rename_issues(Txn *txn, int32_t slot) {
    const Def *def = txn->def;
    const Utterance *u = &txn->state->utterance[slot];
    if (u->kind != UTTER_FRAME) return;
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        bool fed = def->arenas[arena].decides != NONE
                   && ((echo_feeds(def, u->arena) >> arena) & 1);
        int32_t adoption = state_at(def, txn->state, TRACK_FRAME, arena, u->target);
        if (!fed || adoption < 10 * def->coef[COEF_RENAME_AT]) continue;
        for (int32_t issue = 0; issue < def_count(def, KIND_ISSUE); issue++) {
            bool named = issue_named(def, u, arena, issue)
                         && !leads_already(def, txn->state, arena, issue, u->target);
            if (named) txn_say(txn, EVENT_RENAMED, u->voiced_by, issue, u->target, 0, 0);
        }
    }
}

static void play_back(Txn *txn, Book *book) {
    Playback playback = {.count = 0};
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        if (plays_back(txn->def, &txn->state->utterance[i]))
            playback.slots[playback.count++] = i;
    }
    if (playback.count == 0) return;
    for (int32_t i = 0; i < def_count(txn->def, KIND_DECIDER); i++)
        cap_decider(txn->def, txn->state, &playback, i);
    for (int32_t i = 0; i < playback.count; i++) {
        book_moves(txn, book, &playback, i);
        book_importance(txn, book, &playback, i);
    }
    book_settle(txn, book);
    for (int32_t i = 0; i < playback.count; i++) {
        const Utterance *u = &txn->state->utterance[playback.slots[i]];
        stick(txn, playback.slots[i]);
        rename_issues(txn, playback.slots[i]);
        txn_say(txn, EVENT_AGED, u->voiced_by, playback.slots[i], u->age, u->strength,
                UTTERANCE_PLAYED);
    }
}

void echo_run(Txn *txn, Book *book) {
    if (txn->state->round > 1) fade(txn);
    echoes(txn, book);
    play_back(txn, book);
}

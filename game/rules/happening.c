// rules/happening.c — which happenings come, what they bring, which windows are open. Never: judges an answer.
#include "rules/happening.h"
#include "rules/effect.h"
#include "rules/stock.h"

enum { SALT_CHANCE = 0x4841, SALT_DRAW = 0x4452, SALT_WINDOW = 0x5749 };

static Effect effect_of(Scope *scope, CauseKind kind, int32_t id, uint8_t me) {
    return (Effect){.scope = scope,
            .cause = cause_of(kind, (uint16_t)id, me),
            .factors = effect_plain()};
}

// A number 0..n-1 from the seed, the round and a place, so that one happening does not shift another.
static int32_t draw(const State *state, int32_t salt, int32_t place, int32_t n) {
    uint64_t key = rng_mix(state->seed,
            (uint64_t)salt << 32 | (uint64_t)state->round << 16 | (uint64_t)place);
    return (int32_t)(key % (uint64_t)n);
}

static uint16_t askable(const Txn *txn, const Happening *happening) {
    if (happening->who_chooses.how == SEL_NONE) return 0;
    Scope scope;
    scope_plain(&scope, txn->def, txn->state, NONE);
    uint16_t mask = (uint16_t)expr_select(&scope.expr, happening->who_chooses), asked = 0;
    for (int32_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        if (((mask >> actor) & 1) && txn->state->seat_by[actor] != BY_NOBODY)
            asked |= (uint16_t)(1u << actor);
    }
    return asked;
}

static void open_choice(Txn *txn, int32_t index) {
    const Happening *happening = &txn->def->happenings[index];
    if (happening->choices_count == 0) return;
    bool by_console = happening->who_chooses.how == SEL_NONE;
    for (int32_t slot = 0; slot < OPEN_CHOICES_MAX; slot++) {
        if (txn->state->choice[slot].open) continue;
        txn_say(txn, EVENT_CHOICE_OPEN, NONE, slot, index, (int16_t)askable(txn, happening),
                by_console);
        return;
    }
}

void happening_come(Txn *txn, Book *book, int32_t index) {
    const Happening *happening = &txn->def->happenings[index];
    txn_say(txn, EVENT_HAPPENED, NONE, index, 0, 0, 0);
    Scope scope;
    scope_plain(&scope, txn->def, txn->state, NONE);
    Effect effect = effect_of(&scope, CAUSE_HAPPENING, index, NONE);
    effect_run(txn, book, &effect, happening->changes);
    book_settle(txn, book);
    if (happening->readings_count > 0) txn_say(txn, EVENT_READINGS, NONE, index, 0, 0, 0);
    open_choice(txn, index);
}

static bool due(const Txn *txn, int32_t index) {
    const Happening *happening = &txn->def->happenings[index];
    const State *state = txn->state;
    if (happening->once && state_bit(state->happened, index)) return false;
    if (happening->rounds && !((happening->rounds >> state->round) & 1)) return false;
    if (!happening->rounds && !happening->by_when) return false;
    Scope scope;
    scope_plain(&scope, txn->def, state, NONE);
    if (!expr_holds(&scope.expr, happening->when)) return false;
    return happening->chance == 0
           || draw(state, SALT_CHANCE, index, 100) < happening->chance;
}

// The one of a deck that is drawn this round, by weight among those that are due; -1 if none.
static int32_t drawn_of_deck(const Txn *txn, PoolId deck) {
    int32_t sum = 0, first = -1;
    for (int32_t i = 0; i < txn->def->happenings_count; i++) {
        if (txn->def->happenings[i].draw != deck || !due(txn, i)) continue;
        if (first < 0) first = i;
        sum += core_max(1, txn->def->happenings[i].weight);
    }
    if (first < 0) return -1;
    int32_t place = draw(txn->state, SALT_DRAW, first, sum);
    for (int32_t i = first; i < txn->def->happenings_count; i++) {
        if (txn->def->happenings[i].draw != deck || !due(txn, i)) continue;
        place -= core_max(1, txn->def->happenings[i].weight);
        if (place < 0) return i;
    }
    return -1;
}

static bool first_of_deck(const Def *def, int32_t index) {
    for (int32_t i = 0; i < index; i++) {
        if (def->happenings[i].draw == def->happenings[index].draw) return false;
    }
    return true;
}

static void run_queue(Txn *txn, Book *book) {
    for (int32_t i = 0; i < QUEUE_MAX; i++) {
        Queued queued = txn->state->queue[i];
        if (queued.round == 0 || queued.round > txn->state->round) continue;
        txn_say(txn, EVENT_UNQUEUED, NONE, i, 0, 0, 0);
        happening_come(txn, book, queued.happening);
    }
}

static bool queued_for(const State *state, int32_t index, int32_t round) {
    for (int32_t i = 0; i < QUEUE_MAX; i++) {
        if (state->queue[i].round == round && state->queue[i].happening == index)
            return true;
    }
    return false;
}

// A warning one round before what is sure to come by the calendar.
static void foreshadow(Txn *txn) {
    int32_t next = txn->state->round + 1;
    if (next > txn->def->rounds) return;
    for (int32_t i = 0; i < txn->def->happenings_count; i++) {
        const Happening *happening = &txn->def->happenings[i];
        bool over = happening->once && state_bit(txn->state->happened, i);
        bool first = (happening->rounds >> next) & 1
                     && !((happening->rounds >> txn->state->round) & 1);
        bool comes = (first && happening->draw == 0) || queued_for(txn->state, i, next);
        if (happening->foreshadow && comes && !over)
            txn_say(txn, EVENT_FORESHADOWED, NONE, i, 0, 0, 0);
    }
}

void happening_run(Txn *txn, Book *book) {
    run_queue(txn, book);
    for (int32_t i = 0; i < txn->def->happenings_count; i++) {
        PoolId deck = txn->def->happenings[i].draw;
        if (deck == 0) {
            if (due(txn, i)) happening_come(txn, book, i);
            continue;
        }
        // A deck draws once a round, at the place of its first card.
        int32_t drawn = first_of_deck(txn->def, i) ? drawn_of_deck(txn, deck) : -1;
        if (drawn >= 0) happening_come(txn, book, drawn);
    }
    foreshadow(txn);
}

// At once and not booked: a window may open in the middle of a step.
static void pull(Txn *txn, int32_t index, int32_t points) {
    const Window *window = &txn->def->windows[index];
    for (int32_t i = 0; points != 0 && i < def_count(txn->def, KIND_DECIDER); i++) {
        if (window->deciders && !((window->deciders >> i) & 1)) continue;
        txn_delta(txn, def_cell(txn->def, TRACK_PULL, i, 0), 10 * points,
                cause_of(CAUSE_WINDOW, (uint16_t)index, NONE));
    }
}

// What it adds is worked out when it opens; when it shuts, exactly that is taken back.
static int32_t pull_of(const Txn *txn, int32_t index) {
    ExprId amount = txn->def->windows[index].pull;
    Scope scope;
    if (amount == 0) return 0;
    scope_plain(&scope, txn->def, txn->state, NONE);
    return core_clamp(expr_amount(&scope.expr, amount), -20, 20);
}

void happening_window(Txn *txn, int32_t window, bool open, int32_t until) {
    bool was_open = (txn->state->windows_open >> window) & 1;
    int32_t held = was_open ? txn->state->window_pull[window] : 0;
    int32_t points = !open ? 0 : (was_open ? held : pull_of(txn, window));
    txn_say(txn, EVENT_WINDOW, NONE, window, open, until, points);
    if (was_open != open) pull(txn, window, points - held);
}

// Last of the rounds in a row from the present one on.
static int32_t last_round(const Window *window, int32_t round) {
    if (window->rounds == 0) return round + core_max(1, window->lasts) - 1;
    while (round + 1 <= ROUNDS_MAX && ((window->rounds >> (round + 1)) & 1))
        round++;
    return round;
}

// Whether this session has the window at all: drawn once, so that it does not come a round later instead.
static bool is_there(const Txn *txn, int32_t index) {
    uint64_t key = rng_mix(txn->state->seed, (uint64_t)SALT_WINDOW << 32 | (uint32_t)index);
    return (int32_t)(key % 100) < txn->def->coef[COEF_WINDOW_FREQUENCY];
}

static bool opens_now(const Txn *txn, int32_t index) {
    const Window *window = &txn->def->windows[index];
    if (window->rounds && !((window->rounds >> txn->state->round) & 1)) return false;
    if (!window->rounds && window->when == 0) return false; // opened by a change word only
    // A condition opens it once; it may go on to hold.
    if (!window->rounds && txn->state->windows_until[index] > 0) return false;
    if (!is_there(txn, index)) return false;
    Scope scope;
    scope_plain(&scope, txn->def, txn->state, NONE);
    return expr_holds(&scope.expr, window->when);
}

void happening_windows(Txn *txn) {
    for (int32_t i = 0; i < txn->def->windows_count; i++) {
        bool open = (txn->state->windows_open >> i) & 1;
        if (open && txn->state->windows_until[i] < txn->state->round) {
            happening_window(txn, i, false, txn->state->windows_until[i]);
            open = false;
        }
        const Window *window = &txn->def->windows[i];
        if (!open && opens_now(txn, i)) {
            happening_window(txn, i, true, last_round(window, txn->state->round));
        }
    }
}

// rules/amend.c — a group whose consent was missing amends its text once and is asked again. Never: a second time.
#include "rules/amend.h"
#include "rules/decision.h"
#include "rules/motion.h"
#include "rules/stock.h"

enum { WISHES = AMEND_FIRST + 2 * CLAUSES_MAX };

bool amend_is_consent(const Def *def, const State *state, uint8_t arena) {
    const DecisionRule *rule = motion_rule_of(def, state, arena);
    return rule && rule->kind == RULE_CONSENT;
}

uint16_t amend_group(const Def *def, const State *state, uint8_t arena) {
    uint16_t group = 0;
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        if (state_holds_place(state, actor, arena)) group |= (uint16_t)(1u << actor);
    }
    for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        const Decider *decider = &def->deciders[d];
        if (decider->arena == arena && decider->owner != NONE)
            group |= (uint16_t)(1u << decider->owner);
    }
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        uint8_t by = state->seat_by[actor];
        if (by != BY_PERSON && by != BY_COMPUTER) group &= (uint16_t) ~(1u << actor);
    }
    return group;
}

static bool decides_clause(const Def *def, uint8_t arena, int32_t clause) {
    uint8_t issues = def->arenas[arena].issues;
    return issues == 0 || ((issues >> def->clauses[clause].issue) & 1);
}

Verdict amend_gate(const Def *def, const State *state, const Command *command) {
    if (state->status != STATUS_RUNNING) return verdict_no(VERDICT_WRONG_PHASE);
    bool open = command->a >= 0 && command->a < def_count(def, KIND_ARENA)
                && state->amending[command->a] == AMEND_OPEN;
    if (!open) return verdict_no(VERDICT_NO_AMENDMENT);
    uint8_t arena = (uint8_t)command->a;
    if (!((amend_group(def, state, arena) >> command->actor) & 1))
        return verdict_no(VERDICT_NOT_YOURS);
    if (command->b == NONE) return verdict_ok();
    bool good = command->b >= 0 && command->b < def_count(def, KIND_CLAUSE)
                && (command->c == 1 || command->c == -1)
                && decides_clause(def, arena, command->b);
    if (!good) return verdict_no(VERDICT_BAD_ANSWER);
    int32_t level = state_at(def, state, TRACK_DRAFT, command->b, 0) / 10 + command->c;
    return level >= 0 && level < def->clauses[command->b].levels_count
                   ? verdict_ok()
                   : verdict_no(VERDICT_NO_LEVEL);
}

// The wish most of the group share, the one declared first on ties; none where as many leave it.
static int32_t most_wished(const State *state, uint8_t arena) {
    int32_t voices[WISHES] = {0}, best = AMEND_LEAVE;
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        uint8_t wish = state->amend[arena][actor];
        if (wish < WISHES) voices[wish]++;
    }
    for (int32_t wish = AMEND_FIRST; wish < WISHES; wish++) {
        if (voices[wish] > voices[best]) best = wish;
    }
    return best;
}

// Who wished for it shares the step.
static void move_draft(Txn *txn, Book *book, uint8_t arena, int32_t wish) {
    Author authors[AUTHORS_MAX];
    int32_t clause = (wish - AMEND_FIRST) / 2, count = 0;
    int32_t step = (wish - AMEND_FIRST) % 2 ? 10 : -10;
    for (uint8_t actor = 0; actor < ACTORS_MAX && count < AUTHORS_MAX; actor++) {
        if (txn->state->amend[arena][actor] == wish)
            authors[count++] = (Author){.actor = actor};
    }
    for (int32_t i = 0; i < count; i++)
        authors[i].share = (uint16_t)(1000 / count + (i < 1000 % count));
    Cause cause = cause_engine(ENGINE_WORDING);
    cause.target = (Thing){KIND_CLAUSE, (uint8_t)clause};
    uint16_t cell = def_cell(txn->def, TRACK_DRAFT, clause, 0);
    book_add_shared(book, txn->def, cell, step, cause, EVENT_MICRO, authors, count);
    book_settle(txn, book);
}

// With an amendment the group is asked again; without one the first answer stands.
static void amend_close(Txn *txn, Book *book, uint8_t arena) {
    int32_t wish = most_wished(txn->state, arena);
    bool amended = wish >= AMEND_FIRST;
    if (amended) move_draft(txn, book, arena, wish);
    txn_say(txn, EVENT_AMENDING, NONE, arena, AMEND_USED, 0, 0);
    if (amended) decision_run(txn, book, arena);
}

void amend_says(Txn *txn, const Command *command) {
    Event event = txn_event(txn, EVENT_AMEND, command->actor);
    event.a = command->a;
    event.b = command->b;
    event.c = command->b == NONE ? 0 : command->c;
    event.flags = EVENT_SECRET;
    txn_emit(txn, &event);
    uint8_t arena = (uint8_t)command->a;
    uint16_t silent = amend_group(txn->def, txn->state, arena);
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        if (txn->state->amend[arena][actor]) silent &= (uint16_t) ~(1u << actor);
    }
    if (silent == 0) amend_close(txn, txn->book, arena);
}

static bool has_reflect(const Def *def) {
    for (int32_t i = 0; i < def->phases_count; i++) {
        if (def->phases[i].does == DOES_REFLECT) return true;
    }
    return false;
}

void amend_open(Txn *txn, uint8_t arena) {
    const State *state = txn->state;
    bool missing = amend_is_consent(txn->def, state, arena)
                   && !state->decision[arena].passed
                   && state->amending[arena] == AMEND_NOT_YET;
    if (missing && has_reflect(txn->def) && amend_group(txn->def, state, arena))
        txn_say(txn, EVENT_AMENDING, NONE, arena, AMEND_OPEN, 0, 0);
}

void amend_close_all(Txn *txn, Book *book) {
    for (uint8_t arena = 0; arena < def_count(txn->def, KIND_ARENA); arena++) {
        if (txn->state->amending[arena] == AMEND_OPEN) amend_close(txn, book, arena);
    }
}

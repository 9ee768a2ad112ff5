// scenario/structure.c — what only shows when a whole case is read: circles, arenas that cannot decide. Never: taste (check.c).
#include "expr/expr.h"
#include "scenario/work.h"
#include <stdlib.h>
#include <string.h>

static const Item *item_at(const Load *load, const char *word, int32_t index) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index == index && strcmp(item->word->name, word) == 0) return item;
    }
    return NULL;
}

// Everything that can be reached from one of them, itself only by a circle.
static uint64_t reached(const uint64_t *next, int32_t count, int32_t from) {
    uint64_t seen = next[from];
    for (int32_t step = 0; step < count; step++) {
        for (int32_t i = 0; i < count; i++) {
            if ((seen >> i) & 1) seen |= next[i];
        }
    }
    return seen;
}

static void feeds(Load *load) {
    uint64_t next[ARENAS_MAX] = {0};
    int32_t count = load->def->counts[KIND_ARENA];
    for (int32_t i = 0; i < count; i++) {
        next[i] = load->def->arenas[i].feeds
                  & ~(UINT64_C(1) << i); // a deciding arena feeds itself
    }
    for (int32_t i = 0; i < count; i++) {
        if (!((reached(next, count, i) >> i) & 1)) continue;
        const Item *item = item_at(load, "arena", i);
        Value value = value_field(item, "feeds");
        Diag *diag = complain(load, "E241", &value.at, PLACE_VALUE,
                "%s feeds itself in a circle.", item_title(load, item));
        diag_fix(diag, "take one arena out of feeds");
        return;
    }
}

// Choices lead from happening to happening. More than 64 of them are followed by one step only.
static void next_circles(Load *load) {
    const Def *def = load->def;
    int32_t count = core_min(def->happenings_count, 64);
    uint64_t next[64] = {0};
    for (int32_t i = 0; i < count; i++) {
        for (int32_t c = 0; c < def->happenings[i].choices_count; c++) {
            uint8_t to = def->choices[def->happenings[i].choices_first + c].next;
            if (to < 64) next[i] |= UINT64_C(1) << to;
        }
    }
    for (int32_t i = 0; i < count; i++) {
        if (!((reached(next, count, i) >> i) & 1)) continue;
        const Item *item = item_at(load, "happening", i);
        Value value = value_field(item, "choices");
        complain(load, "E241", &value.at, PLACE_KEY,
                "%s leads back to itself by its choices (next).", item_title(load, item));
        return;
    }
}

// ---- deciding arenas --------------------------------------------------------------------------------

static int32_t deciders_of(const Def *def, int32_t arena, int32_t *weight) {
    int32_t count = 0;
    *weight = 0;
    for (int32_t i = 0; i < def->counts[KIND_DECIDER]; i++) {
        if (def->deciders[i].arena != arena) continue;
        count++;
        *weight += def->deciders[i].weight;
    }
    return count;
}

static bool can_pass(const Load *load, int32_t arena, int32_t weight, int32_t count) {
    const Def *def = load->def;
    const DecisionRule *rule = &def->decision_rules[def->arenas[arena].decides];
    int32_t quota = def->start[def_cell(def, TRACK_QUOTA, arena, 0)] / 10;
    if (rule->smallest > weight && rule->kind == RULE_VOTE) return false;
    if (rule->kind == RULE_ADOPT && rule->count > count) return false;
    if (rule->kind != RULE_VOTE || rule->passes == 0) return true;
    State *state = calloc(1, sizeof *state);
    ASSERT(state != NULL);
    ExprVotes votes = {.yes = (int16_t)weight,
            .present = (int16_t)weight,
            .total = (int16_t)weight,
            .quota = (int16_t)quota};
    ExprScope scope = {
            .def = def, .state = state, .me = NONE, .with = NONE, .votes = &votes};
    bool passes = expr_holds(&scope, rule->passes);
    free(state);
    return passes;
}

// A budget that nothing can be spent on is the stock rule without what the case puts into it.
static void check_budget(Load *load, int32_t arena, const Item *item, const Value *value) {
    const Def *def = load->def;
    const DecisionRule *rule = &def->decision_rules[def->arenas[arena].decides];
    if (rule->options_count > 0 || load->diags->errors > 0) return;
    const char *id = def_text(def, rule->names.id);
    Diag *diag = complain(load, "E246", &value->at, PLACE_VALUE,
            "%s decides by a budget, but the rule %s has no options to spend it on.",
            item_title(load, item), id);
    diag_fix(diag,
            "change \"%s\" { budget = 10, options = { { id = \"…\", text = \"…\", cost = 4 "
            "} } }",
            id);
}

static void deciding(Load *load, int32_t arena) {
    const Def *def = load->def;
    if (def->arenas[arena].decides == NONE) return;
    const Item *item = item_at(load, "arena", arena);
    Value value = value_field(item, "decides");
    int32_t weight = 0, count = deciders_of(def, arena, &weight);
    bool told = load->diags->errors > 0;
    bool budget = def->decision_rules[def->arenas[arena].decides].kind == RULE_BUDGET;
    if (budget) check_budget(load, arena, item, &value);
    bool no_clause = def->counts[KIND_CLAUSE] == 0 && !budget;
    if ((count == 0 || no_clause) && !told) {
        Diag *diag = complain(load, "E243", &value.at, PLACE_VALUE,
                "%s decides, but has no %s.", item_title(load, item),
                count == 0 ? "decider" : "clause to decide");
        diag_fix(diag,
                count == 0 ? "decider \"mayor\" { arena = \"%s\" }"
                           : "declare an issue and a clause (%s)",
                item->id);
    }
    if (count == 0 || can_pass(load, arena, weight, count) || told) return;
    Diag *diag = complain(load, "E246", &value.at, PLACE_VALUE,
            "%s can never pass anything: even when all %d votes say yes it is not enough.",
            item_title(load, item), weight);
    diag_fix(diag, "lower the quota, or give the deciders more weight");
}

void check_structure(Load *load) {
    feeds(load);
    next_circles(load);
    for (int32_t i = 0; i < load->def->counts[KIND_ARENA]; i++)
        deciding(load, i);
}

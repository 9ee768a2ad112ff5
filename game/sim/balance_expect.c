// sim/balance_expect.c — what an author expects of many games, compared with what was found. Never: rounds in favour of anybody.
#include "sim/balance.h"
#include <stdio.h>

enum { FOUND_BYTES = 160 };

static bool between(const TestExpect *expect, int64_t part, int64_t all, char *found) {
    int64_t permille = all ? (1000 * part + all / 2) / all : 0;
    snprintf(found, FOUND_BYTES, "%lld.%lld%%", (long long)(permille / 10),
            (long long)(permille % 10));
    return 100 * part >= expect->least * all && 100 * part <= expect->most * all;
}

static bool no_ending_above(
        const Def *def, const Balance *balance, const TestExpect *expect, char *found) {
    int32_t top = 0;
    for (int32_t i = 1; i < def->endings_count; i++) {
        if (balance->endings[i] > balance->endings[top]) top = i;
    }
    int64_t permille = balance->games ? 1000 * balance->endings[top] / balance->games : 0;
    snprintf(found, FOUND_BYTES, "%s %lld.%lld%%",
            def_text(def, def->endings[top].names.id), (long long)(permille / 10),
            (long long)(permille % 10));
    return 100 * balance->endings[top] <= expect->most * balance->games;
}

static bool every_move(const Def *def, const Balance *balance, char *found) {
    snprintf(found, FOUND_BYTES, "every move was used");
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (!(def->moves[i].flags & MOVE_OWN) || balance->moves[i].made > 0) continue;
        snprintf(found, FOUND_BYTES, "%s was never used", def_text(def, def->moves[i].id));
        return false;
    }
    return true;
}

// Reached means at least one game in a hundred.
static bool every_ending(const Def *def, const Balance *balance, char *found) {
    snprintf(found, FOUND_BYTES, "every ending was reached");
    for (int32_t i = 0; i < def->endings_count; i++) {
        if (100 * balance->endings[i] >= balance->games) continue;
        snprintf(found, FOUND_BYTES, "%s came in %lld of %lld games",
                def_text(def, def->endings[i].names.id), (long long)balance->endings[i],
                (long long)balance->games);
        return false;
    }
    return true;
}

static bool is_best(const Balance *balance, int32_t style, int32_t criterion) {
    const BalanceStyle *mine = &balance->styles[style];
    for (int32_t i = 0; i < BALANCE_STYLES; i++) {
        const BalanceStyle *other = &balance->styles[i];
        if (i == style || other->known[criterion] == 0) continue;
        if (other->criteria[criterion] * mine->known[criterion]
                >= mine->criteria[criterion] * other->known[criterion]) {
            return false;
        }
    }
    return mine->known[criterion] > 0;
}

// No style is best on every criterion; -1 or the Style that is.
static int32_t balance_best_style(const Balance *balance) {
    for (int32_t style = 0; style < BALANCE_STYLES - 1; style++) {
        int32_t best = 0;
        for (int32_t i = 0; i < CRITERION_COUNT; i++)
            best += is_best(balance, style, i);
        if (best == CRITERION_COUNT) return style;
    }
    return -1;
}

static bool no_style_best(const Balance *balance, char *found) {
    static const char *const names[] = {"with", "over", "to", "for"};
    int32_t style = balance_best_style(balance);
    if (style < 0)
        snprintf(found, FOUND_BYTES, "no style is best on everything");
    else
        snprintf(found, FOUND_BYTES, "\"%s\" is best on everything", names[style]);
    return style < 0;
}

static bool no_faults(const Balance *balance, char *found) {
    snprintf(found, FOUND_BYTES, "%lld games with a fault, %lld faults of functions",
            (long long)balance->fault_games, (long long)balance->script_faults);
    return balance->fault_games == 0 && balance->script_faults == 0;
}

bool balance_meets(
        const Def *def, const Balance *balance, const TestExpect *expect, char *found) {
    int64_t games = balance->games;
    switch ((ExpectKind)expect->kind) {
    case EXPECT_PASSES: return between(expect, balance->passed, games, found);
    case EXPECT_ENDING_SHARE:
        return between(
                expect, balance->endings[expect->index % (ENDINGS_MAX + 1)], games, found);
    case EXPECT_FLIPS: return between(expect, balance->flips, games, found);
    case EXPECT_TEXT_CHANGED: return between(expect, balance->text_changed, games, found);
    case EXPECT_HIDDEN:
        return between(
                expect, balance->actors[expect->index % ACTORS_MAX].hidden, games, found);
    case EXPECT_NO_ENDING_ABOVE: return no_ending_above(def, balance, expect, found);
    case EXPECT_EVERY_MOVE: return every_move(def, balance, found);
    case EXPECT_EVERY_ENDING: return every_ending(def, balance, found);
    case EXPECT_NO_STYLE_BEST: return no_style_best(balance, found);
    case EXPECT_NO_FAULTS: return no_faults(balance, found);
    case EXPECT_CONDITION:
    case EXPECT_ENDING:
    case EXPECT_FAULTS: break;
    }
    snprintf(found, FOUND_BYTES, "this is said of one test, not of many games");
    return false;
}

// bots/score.c — how good a believed State is for a persona: U of game.md 14. Never: looks at what the seat may not see.
#include "bots/parts.h"
#include "rules/scope.h"
#include "rules/support.h"
#include <string.h>

static const Persona balanced = {
        .weights = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2},
        .caution = 2,
        .loyalty = 2,
        .reciprocity = 2,
        .noise = 10,
        .looks_ahead = 1
};

const Persona *score_persona(const Def *def, uint8_t actor, BotKind kind) {
    uint8_t persona = def->actors[actor].persona;
    if (kind != BOT_PERSONA || persona == NONE || persona >= def->personas_count)
        return &balanced;
    return &def->personas[persona];
}

int32_t score_substance(const Def *def, uint8_t actor, const uint8_t levels[CLAUSES_MAX]) {
    const Actor *a = &def->actors[actor];
    int32_t lost = 0, most = 0;
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (!a->wants_set[c]) continue;
        int32_t top = def->clauses[c].levels_count - 1, care = a->cares[c];
        lost += care * core_abs(a->wants[c] - levels[c]);
        most += care * core_max(a->wants[c], top - a->wants[c]);
    }
    return most == 0 ? 50 : 100 - 100 * lost / most;
}

static int32_t substance_term(const Def *def, const State *believed, uint8_t actor) {
    uint8_t arena = belief_arena(def), text[CLAUSES_MAX], now[CLAUSES_MAX] = {0};
    if (arena == NONE) return 500;
    support_text(def, believed, arena, text);
    if (believed->decision[arena].passed) {
        for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
            now[c] = (uint8_t)(state_at(def, believed, TRACK_LAW, c, 0) / 10);
        return 10 * score_substance(def, actor, now);
    }
    int32_t chance = belief_chance(def, believed, actor, arena);
    return (chance * score_substance(def, actor, text)
                   + (100 - chance) * score_substance(def, actor, now))
           / 10;
}

static int32_t coalition_term(const Def *def, const State *believed, uint8_t actor) {
    uint8_t slot = state_coalition_of(believed, actor);
    return slot == NONE ? 0 : state_at(def, believed, TRACK_COHESION, slot, 0);
}

// Red lines already crossed by the text on the table if it became law.
static int32_t lines_near(const Def *def, const State *believed, uint8_t actor) {
    int32_t near = 0;
    Scope scope;
    scope_plain(&scope, def, believed, actor);
    for (int32_t i = 0; i < def->actors[actor].red_lines_count; i++) {
        near += expr_holds(&scope.expr, def->actors[actor].red_lines[i].when);
    }
    return near;
}

static int32_t money_track(const Def *def) {
    Thing money = def_find(def, KIND_RESOURCE, "money");
    return money.index == NONE ? 0 : money.index;
}

int32_t score_terms(const Def *def, const State *believed, uint8_t actor,
        const Persona *persona, int32_t *terms) {
    memset(terms, 0, sizeof(int32_t) * (TERM_AUDIENCE + AUDIENCES_MAX));
    terms[TERM_SUBSTANCE] =
            persona->weights[WEIGHT_SUBSTANCE] * substance_term(def, believed, actor);
    terms[TERM_COALITION] =
            persona->weights[WEIGHT_COALITION] * coalition_term(def, believed, actor);
    if (def_count(def, KIND_RESOURCE) > 0) {
        int32_t money =
                state_at(def, believed, TRACK_RESOURCE, actor, money_track(def)) / 10;
        terms[TERM_MONEY] = persona->weights[WEIGHT_MONEY] * core_min(1000, 100 * money);
    }
    for (int32_t a = 0; a < def_count(def, KIND_AUDIENCE); a++) {
        int32_t standing = state_at(def, believed, TRACK_LEGITIMACY, actor, a);
        terms[TERM_AUDIENCE + a] = persona->weights[WEIGHT_AUDIENCES + a] * standing;
    }
    terms[TERM_CAUTION] = -persona->caution * 50 * lines_near(def, believed, actor);
    int32_t sum = 0;
    for (int32_t i = 0; i < TERM_AUDIENCE + AUDIENCES_MAX; i++)
        sum += terms[i];
    return sum;
}

// bots/score.c — how good a believed State is for a persona: weighted terms, each 0..1000. Never: looks at what the seat may not see.
#include "bots/mandate.h"
#include "rules/support.h"
#include <string.h>

// A goal of its own goes before any other single term; the hidden one counts less than the one the
// seat answers for in public. LINE_WORTH: half of what a red line costs that is one level away.
enum { MANDATE_PERCENT = 100, SURE_PERCENT = 45, HIDDEN_PERCENT = 20, LINE_WORTH = 25 };

static const Persona balanced = {
        .weights = {2, 2, 2, MANDATE_WEIGHT_USUAL, 2, 2, 2, 2, 2, 2, 2, 2},
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

static int32_t coalition_term(const Def *def, const State *believed, uint8_t actor) {
    uint8_t slot = state_coalition_of(believed, actor);
    return slot == NONE ? 0 : state_at(def, believed, TRACK_COHESION, slot, 0);
}

static int32_t money_track(const Def *def) {
    Thing money = def_find(def, KIND_RESOURCE, "money");
    return money.index == NONE ? 0 : money.index;
}

// What a seat has if the text on the table passes [1] and if it does not [0].
typedef struct Outcomes {
    int32_t substance[2]; // 0..1000
    Goals goals[2];
} Outcomes;

static void outcomes_look(
        const Def *def, State *believed, uint8_t actor, uint8_t arena, Outcomes *out) {
    uint8_t text[CLAUSES_MAX], now[CLAUSES_MAX] = {0};
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
        now[c] = text[c] = (uint8_t)(state_at(def, believed, TRACK_LAW, c, 0) / 10);
    if (arena != NONE) support_text(def, believed, arena, text);
    out->substance[0] = 10 * score_substance(def, actor, now);
    out->substance[1] = 10 * score_substance(def, actor, text);
    mandate_look(def, believed, actor, arena, &out->goals[1], &out->goals[0]);
}

static int32_t mandate_of(const Persona *persona, int32_t mandate, int32_t hidden) {
    int32_t sum = mandate * MANDATE_PERCENT + hidden * HIDDEN_PERCENT;
    return persona->weights[WEIGHT_MANDATE] * sum / 100;
}

// What the decision brings: text, goals and red lines, each as likely as the decision.
static void outcome_terms(const Def *def, State *believed, uint8_t actor,
        const Persona *persona, int32_t *terms) {
    uint8_t arena = belief_arena(def);
    bool open = arena != NONE && !believed->decision[arena].passed;
    int32_t chance = open ? belief_chance(def, believed, actor, arena) : 0;
    int32_t rest = 1000 - chance;
    Outcomes o;
    outcomes_look(def, believed, actor, arena, &o);
    int32_t substance = chance * o.substance[1] + rest * o.substance[0];
    int32_t goal = chance * o.goals[1].mandate + rest * o.goals[0].mandate;
    int32_t hidden = chance * o.goals[1].hidden + rest * o.goals[0].hidden;
    int32_t lines = chance * o.goals[1].lines + rest * o.goals[0].lines;
    terms[TERM_SUBSTANCE] =
            persona->weights[WEIGHT_SUBSTANCE] * (substance / 1000) * SURE_PERCENT / 100;
    terms[TERM_MANDATE] = mandate_of(persona, goal / 1000, hidden / 1000);
    terms[TERM_CAUTION] = -persona->caution * LINE_WORTH * lines / 1000;
}

int32_t score_gain(const Def *def, State *believed, uint8_t actor, const Persona *persona) {
    uint8_t arena = belief_arena(def);
    if (arena == NONE) return 0;
    Outcomes o;
    outcomes_look(def, believed, actor, arena, &o);
    int32_t gain = persona->weights[WEIGHT_SUBSTANCE] * (o.substance[1] - o.substance[0]);
    gain += mandate_of(persona, o.goals[1].mandate - o.goals[0].mandate,
            o.goals[1].hidden - o.goals[0].hidden);
    return gain - persona->caution * LINE_WORTH * (o.goals[1].lines - o.goals[0].lines);
}

int32_t score_terms(const Def *def, State *believed, uint8_t actor, const Persona *persona,
        int32_t *terms) {
    memset(terms, 0, sizeof(int32_t) * (TERM_AUDIENCE + AUDIENCES_MAX));
    outcome_terms(def, believed, actor, persona, terms);
    terms[TERM_COALITION] =
            persona->weights[WEIGHT_COALITION] * coalition_term(def, believed, actor);
    if (def_count(def, KIND_RESOURCE) > 0) {
        int32_t money =
                state_at(def, believed, TRACK_RESOURCE, actor, money_track(def)) / 10;
        // Money is for spending: half of it counts at the start, and a part less each round.
        int32_t left = core_clamp(def->rounds - believed->round + 1, 1, def->rounds);
        terms[TERM_MONEY] = persona->weights[WEIGHT_MONEY] * core_min(1000, 100 * money)
                            * left / (2 * def->rounds);
    }
    for (int32_t a = 0; a < def_count(def, KIND_AUDIENCE); a++) {
        int32_t standing = state_at(def, believed, TRACK_LEGITIMACY, actor, a);
        terms[TERM_AUDIENCE + a] = persona->weights[WEIGHT_AUDIENCES + a] * standing;
    }
    int32_t sum = 0;
    for (int32_t i = 0; i < TERM_AUDIENCE + AUDIENCES_MAX; i++)
        sum += terms[i];
    return sum;
}

int64_t bot_outcome(const Def *def, const State *state, uint8_t actor, bool *met) {
    const Persona *persona = score_persona(def, actor, BOT_PERSONA);
    uint8_t law[CLAUSES_MAX] = {0};
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
        law[c] = (uint8_t)(state_at(def, state, TRACK_LAW, c, 0) / 10);
    int64_t sum = (int64_t)persona->weights[WEIGHT_SUBSTANCE] * 10
                  * score_substance(def, actor, law);
    for (int32_t a = 0; a < def_count(def, KIND_AUDIENCE); a++) {
        sum += (int64_t)persona->weights[WEIGHT_AUDIENCES + a]
               * state_at(def, state, TRACK_LEGITIMACY, actor, a);
    }
    *met = mandate_met(def, state, actor);
    return sum;
}

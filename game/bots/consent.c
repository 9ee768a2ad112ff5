// bots/consent.c — what a persona asks another's yes for in BACKSTAGE, and what it says yes to: what it brings against what it closes. Never: asks twice for the same, or for what it would not do.
#include "bots/consent.h"
#include "rules/building.h"
#include "rules/gate.h"
#include "rules/options.h"

enum {
    TERMS = TERM_AUDIENCE + AUDIENCES_MAX,
    SHUT_WORTH =
            160, // for who pays: each act that a seat with other wishes can no longer use
    SHUT_PRICE = 60, // for who is paid
    NEED_WORTH =
            60 // a point of means that is needed badly counts this much for each point of need
};

// Acts of one seat that another's money closes.
static int32_t shut(const Def *def, const State *state, uint8_t giver, uint8_t receiver) {
    int32_t set = state->strings[giver][receiver] - 1, count = 0;
    if (set < 0 || set >= def->move_sets_count) return 0;
    for (int32_t m = 0; m < def->moves_count; m++) {
        bool has = def_has_move(def->actors[receiver].deck, m);
        count += has && def_has_move(def->move_sets[set], m);
    }
    return count;
}

static bool answers_for_somebody(const Def *def, uint8_t actor) {
    for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].owner == actor) return true;
    }
    return false;
}

int32_t consent_strings(const BotDesk *desk, const Def *def, uint8_t actor) {
    int32_t worth = 0;
    if (!answers_for_somebody(def, actor)) return 0;
    for (uint8_t other = 0; other < def_count(def, KIND_ACTOR); other++) {
        if (desk->believed.strings[actor][other] || talk_likeness(def, actor, other) >= 0)
            continue;
        worth += SHUT_WORTH * shut(def, &desk->tried, actor, other);
    }
    return worth;
}

static int32_t score(const Bot *bot, const Def *def, State *state, const Persona *persona) {
    int32_t terms[TERMS];
    return score_terms(def, state, bot->actor, persona, terms);
}

// desk->tried becomes the planning step with this act alone carried out.
static bool carry_out(BotDesk *desk, const Def *def, const Act *act) {
    if (!building_as_planned(def, &desk->believed, act->move, &desk->tried)) return false;
    act_alone(desk, def, act);
    return true;
}

static int32_t asking_worth(
        const Bot *bot, BotDesk *desk, const Def *def, const Act *act, int32_t base) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    if (!carry_out(desk, def, act)) return 0;
    return score(bot, def, &desk->tried, persona) - base
           + consent_strings(desk, def, bot->actor);
}

static bool may_need_a_yes(const Def *def, uint8_t actor, int32_t move) {
    bool asks = def->moves[move].flags & (MOVE_CONSENT | MOVE_BUILDS);
    return asks && def_has_move(def->actors[actor].deck, move);
}

bool consent_ask(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    int32_t best = 0;
    if (bot->sent > 0) return false;
    belief_make(def, state, bot->actor, &desk->believed);
    int32_t base = score(bot, def, &desk->believed, persona);
    for (int32_t m = 0; m < def->moves_count; m++) {
        if (!may_need_a_yes(def, bot->actor, m)) continue;
        int32_t count = options_requests(def, &desk->believed, bot->actor, (uint8_t)m,
                desk->options, (int32_t)ARRAY_COUNT(desk->options));
        for (int32_t i = 0; i < count; i++) {
            Command ask = {.kind = COMMAND_CONSENT_ASK,
                    .actor = bot->actor,
                    .at_phase = NONE,
                    .act = desk->options[i]};
            int32_t worth = asking_worth(bot, desk, def, &desk->options[i], base);
            if (worth <= best || gate_check(def, &desk->believed, &ask).code != VERDICT_OK)
                continue;
            best = worth;
            *out = ask;
        }
    }
    return best > 0;
}

// Means it needs are worth more than they score: without them much else cannot be done.
static int32_t needed(const Def *def, const BotDesk *desk, uint8_t actor) {
    int32_t worth = 0;
    for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
        int32_t more = state_at(def, &desk->tried, TRACK_RESOURCE, actor, r)
                       - state_at(def, &desk->believed, TRACK_RESOURCE, actor, r),
                need = state_at(def, &desk->believed, TRACK_NEED, actor, r);
        worth += NEED_WORTH * more / 10 * need / 10;
    }
    return worth;
}

int32_t consent_answer(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, uint8_t slot) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    if (slot >= CONSENTS_MAX) return 0;
    const Consent *consent = &state->consent[slot];
    Act act = {
            .move = consent->move,
            .actor = consent->by,
            .arena = NONE,
            .target = {KIND_ACTOR, consent->to}
    };
    for (int32_t i = 0; i < ASKS_MAX; i++)
        act.asked[i] = consent->asked[i];
    belief_make(def, state, bot->actor, &desk->believed);
    int32_t base = score(bot, def, &desk->believed, persona);
    if (!carry_out(desk, def, &act)) return 0;
    int32_t worth = score(bot, def, &desk->tried, persona) - base
                    + needed(def, desk, bot->actor)
                    - SHUT_PRICE * shut(def, &desk->tried, consent->by, bot->actor);
    return worth > 0 ? 1 : 0;
}

bool consent_waits(const State *state, uint8_t actor) {
    for (int32_t i = 0; i < CONSENTS_MAX; i++) {
        const Consent *consent = &state->consent[i];
        bool open = consent->state == CONSENT_ASKED && consent->by == actor;
        if (open && state->seat_by[consent->to & (ACTORS_MAX - 1)] == BY_COMPUTER)
            return true;
    }
    return false;
}

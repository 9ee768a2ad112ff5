// bots/meet.c — what a persona says in a meeting: the point whose words would serve it most after one echo. Never: hears sealed words of others.
#include "bots/doubt.h"
#include "bots/minutes.h"
#include "bots/points.h"
#include "bots/promise.h"
#include "bots/standin.h"
#include "rules/gate_parts.h"
#include "rules/options.h"
#include "rules/point.h"
#include "rules/scope.h"
#include "rules/support.h"

enum {
    TERMS = TERM_AUDIENCE + AUDIENCES_MAX,
    VOICE_PRICE = 15,
    FRAME_WORTH = 50,
    BACKING_WORTH = 12,
    CAUTIOUS = 3,
    RESIST_PRICE = 80, // somebody will take it ill
    HEARD = 2,         // a part of the worth: what is on the record may be said again,
    UNHEARD = 4,       // what nobody has said yet may never be
    WINS_AHEAD = 2,    // how often a role may still have to be won for a goal
    WORD_WORTH = 30    // for each strength that pulls a clause the own way
};

static int32_t strength_of(const Def *def, const State *state, const Act *act) {
    const Move *move = &def->moves[act->move];
    if (move->utters == 0) return 0;
    Scope scope;
    scope_act(&scope, def, state, act);
    return expr_amount(&scope.expr, move->utters);
}

// A frame spoken here gains now and once more by its echo, here and in the arenas fed.
static void speak_frame(BotDesk *desk, const Def *def, const Act *act, int32_t strength) {
    uint8_t here = act->arena, frame = act->target.index;
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        bool fed = arena == here || ((def->arenas[here].feeds >> arena) & 1);
        if (!fed) continue;
        uint16_t cell = def_cell(def, TRACK_FRAME, arena, frame);
        int32_t gain = def->coef[COEF_ECHO_GAIN] * strength * (arena == here ? 2 : 1);
        int32_t value = core_clamp(desk->tried.cell[cell] + gain, 0, 100);
        Event event = {.kind = EVENT_DELTA,
                .cell = cell,
                .applied = (int16_t)(value - desk->tried.cell[cell])};
        points_fold(def, &desk->tried, &event);
    }
}

// A clause moves by whole levels, so a word is worth its part of the step.
static int32_t word_worth(BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t base, int32_t strength, int32_t *terms) {
    uint16_t cell = def_cell(def, TRACK_DRAFT, act->target.index, 0);
    int32_t top = (def->clauses[act->target.index].levels_count - 1) * 10;
    int32_t level = core_clamp(desk->believed.cell[cell] + 10 * act->side, 0, top);
    Event event = {.kind = EVENT_DELTA,
            .cell = cell,
            .applied = (int16_t)(level - desk->believed.cell[cell])};
    points_fold(def, &desk->tried, &event);
    int32_t gain = score_terms(def, &desk->tried, act->actor, persona, terms) - base;
    return gain * core_min(strength, def->coef[COEF_WORD_STEP]) / def->coef[COEF_WORD_STEP];
}

// Words that pull the own way are worth being said and minuted, even where they decide nothing yet: more,
// the likelier the text is to pass with them.
static int32_t own_way(BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t strength) {
    uint8_t clause = act->target.index, arena = belief_arena(def);
    int32_t way = act->side * wants_direction(def, &desk->believed, act->actor, clause);
    int32_t chance =
            arena == NONE ? 500 : belief_chance(def, &desk->tried, act->actor, arena);
    int32_t worth = WORD_WORTH * core_min(strength, def->coef[COEF_WORD_STEP])
                    * core_max(1, def->actors[act->actor].cares[clause]);
    int32_t level = state_at(def, &desk->believed, TRACK_DRAFT, clause, 0) / 10 + act->side;
    bool the_most = level >= def->clauses[clause].levels_count - 1;
    // A cautious persona does not ask for the most there is.
    if (way > 0 && the_most && persona->caution >= CAUTIOUS) return 0;
    return way > 0 ? worth * chance / 500 : way * worth;
}

// Does a frame lead here, or where this room's words are heard?
static bool leads_somewhere(const Def *def, const State *believed, const Act *act) {
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        bool heard = arena == act->arena || ((def->arenas[act->arena].feeds >> arena) & 1);
        if (heard && support_leading(def, believed, arena, NULL) == act->target.index)
            return true;
    }
    return false;
}

// Has somebody pulled the clause that way, and is it still on the record?
static bool was_heard(const State *believed, const Act *act) {
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &believed->utterance[i];
        bool there = u->state == UTTERANCE_LIVE || u->state == UTTERANCE_PLAYED;
        if (there && u->kind == UTTER_WORD && u->author != act->actor
                && u->target == act->target.index && u->direction == act->side)
            return true;
    }
    return false;
}

// Resisting a frame is worth what its leading costs; a clause, a part of what its moving would cost.
static int32_t resist_worth(BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t base, int32_t *terms) {
    int32_t force = def->coef[COEF_RESIST_FORCE] * core_max(1, act->bid);
    if (act->target.kind == KIND_FRAME) {
        if (!leads_somewhere(def, &desk->believed, act)) return 0;
        speak_frame(desk, def, act, force);
        return base - score_terms(def, &desk->tried, act->actor, persona, terms);
    }
    if (act->target.kind == KIND_CLAUSE)
        return -word_worth(desk, def, act, persona, base, force, terms)
               / (was_heard(&desk->believed, act) ? HEARD : UNHEARD);
    return 0;
}

// Words that leave room for what the seat wants are worth being heard again, whoever likes them; in the last
// round nothing is heard again.
static int32_t frame_worth(
        const Def *def, const State *believed, const Act *act, int32_t strength) {
    int32_t worth = FRAME_WORTH * strength;
    if (believed->round >= def->rounds) worth /= 3;
    return wants_frame(def, act->actor, act->target.index) ? worth : -worth;
}

// What is said instead, and half of what the target would cost.
static int32_t counter_worth(BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t base, int32_t *terms) {
    PointWords words = point_words(def, act);
    Act said = *act;
    said.target = words.on;
    said.side = words.side;
    int32_t strength = strength_of(def, &desk->believed, act), worth;
    if (words.on.kind == KIND_CLAUSE) {
        worth = word_worth(desk, def, &said, persona, base, strength, terms);
    } else {
        speak_frame(desk, def, &said, strength);
        worth = score_terms(def, &desk->tried, act->actor, persona, terms) - base;
    }
    desk->tried = desk->believed;
    return worth + resist_worth(desk, def, act, persona, base, terms) / 2;
}

// The last story or fact is kept for the round's acts.
static int32_t backing_worth(const Def *def, const State *believed, const Act *act) {
    const int32_t tracks[2] = {TRACK_STORY, TRACK_EVIDENCE};
    int32_t held = 0;
    for (int32_t i = 0; i < 2; i++)
        held += state_at(def, believed, tracks[i], act->actor, 0) / 10;
    return held >= 2 ? BACKING_WORTH : 0;
}

// A bid for a role leaves at least one voice for words of one's own.
static bool keeps_voice(const Def *def, const State *believed, const Act *act) {
    return gate_voice_left(def, believed, act->actor) > core_max(1, act->bid);
}

// What winning a role so many times more would do for the seat's own goals, for each time: some goals ask for it.
static int32_t won_worth(BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t base, int32_t *terms) {
    Event won = {.kind = EVENT_ACT, .actor = act->actor, .a = 1, .act = *act};
    int32_t best = 0;
    for (int32_t times = 1; times <= WINS_AHEAD; times++) {
        points_fold(def, &desk->tried, &won);
        int32_t gain = score_terms(def, &desk->tried, act->actor, persona, terms) - base;
        best = core_max(best, gain / times);
    }
    return best;
}

// A point that only changes numbers is worth what it changes.
static int32_t plain_worth(const Bot *bot, BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t base, int32_t *terms) {
    if (def->moves[act->move].voice > 0 && !keeps_voice(def, &desk->believed, act))
        return 0;
    act_alone(desk, def, act);
    return score_terms(def, &desk->tried, bot->actor, persona, terms) - base
           + points_voice_given(desk, def, act);
}

static int32_t point_worth(Bot *bot, BotDesk *desk, const Def *def, const Act *act,
        const Persona *persona, int32_t base, int32_t *terms) {
    const Move *move = &def->moves[act->move];
    desk->tried = desk->believed;
    int32_t price = VOICE_PRICE * core_max(move->voice, act->bid);
    switch ((PointMechanism)move->mechanism) {
    case POINT_UTTER:
    case POINT_READING: {
        int32_t strength = strength_of(def, &desk->believed, act);
        if (act->target.kind == KIND_CLAUSE)
            return word_worth(desk, def, act, persona, base, strength, terms) - price
                   + own_way(desk, def, act, persona, strength);
        speak_frame(desk, def, act, strength);
        return score_terms(def, &desk->tried, bot->actor, persona, terms) - base - price
               + frame_worth(def, &desk->believed, act, strength);
    }
    case POINT_RESIST:
        return resist_worth(desk, def, act, persona, base, terms) - price - RESIST_PRICE;
    case POINT_ROLE:
        return keeps_voice(def, &desk->believed, act)
                       ? points_role_worth(persona) - price
                                 + won_worth(desk, def, act, persona, base, terms)
                       : -price;
    case POINT_QUESTION: return points_question_worth(def, &desk->believed, act) - price;
    case POINT_ALTERNATIVE:
        return counter_worth(desk, def, act, persona, base, terms) - price;
    case POINT_BACKS: return backing_worth(def, &desk->believed, act);
    case POINT_QUEUE:
        return keeps_voice(def, &desk->believed, act)
                       ? points_item_worth(def, &desk->believed, act) - price
                       : -price;
    case POINT_CHALLENGE: return doubt_worth(def, &desk->believed, act) - price;
    case POINT_CHAIR:
    case POINT_PRIME: return -price;
    case POINT_PLAIN: return plain_worth(bot, desk, def, act, persona, base, terms) - price;
    }
    return 0;
}

static bool meet_allowed(
        const Bot *bot, const State *believed, const Def *def, const Act *act) {
    if (bot->stands_in == POLICY_NONE) return true;
    if (bot->stands_in == POLICY_REPEAT && !standin_repeats(believed, act)) return false;
    return standin_may(def, believed, act);
}

bool meet_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out,
        BotWhy *why) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    if (state->sub == MEET_RECORD)
        return points_record(bot, desk, def, state, persona, out);
    int32_t count = options_list(
            def, state, bot->actor, desk->options, (int32_t)ARRAY_COUNT(desk->options));
    if (count == 0) return false;
    belief_make(def, state, bot->actor, &desk->believed);
    int32_t before[TERMS], terms[TERMS], best = 0, chosen = -1;
    int32_t base = score_terms(def, &desk->believed, bot->actor, persona, before);
    for (int32_t i = 0; i < count; i++) {
        if (!meet_allowed(bot, &desk->believed, def, &desk->options[i])) continue;
        for (int32_t t = 0; t < TERMS; t++)
            terms[t] = before[t];
        int32_t value = point_worth(bot, desk, def, &desk->options[i], persona, base, terms)
                        + act_noise(bot, persona) / 4;
        value += promise_worth(def, &desk->believed, persona, &desk->options[i])
                 + minutes_worth(def, &desk->believed, persona, &desk->options[i]);
        if (value <= best) continue;
        best = value;
        chosen = i;
        act_reasons(before, terms, why);
    }
    if (chosen < 0) return false;
    *out = (Command){.kind = COMMAND_ACT,
            .actor = bot->actor,
            .at_phase = NONE,
            .act = desk->options[chosen]};
    return true;
}

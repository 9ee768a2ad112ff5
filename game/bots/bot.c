// bots/bot.c — which part of a computer player speaks in the present step. Never: plays for a seat that is a person's.
#include "bots/bot.h"
#include "bots/consent.h"
#include "bots/lead.h"
#include "bots/parts.h"
#include "bots/standin.h"

Txn bot_trial(BotDesk *desk, const Def *def) {
    desk->events.count = 0;
    return (Txn){.def = def,
            .state = &desk->tried,
            .events = &desk->events,
            .book = &desk->book};
}

Bot bot_make(uint8_t actor, BotKind kind, uint64_t seed) {
    bool random = rng_mix(seed, 2000u + actor) & 1;
    if (kind == BOT_MIXED) kind = random ? BOT_RANDOM : BOT_PERSONA;
    return (Bot){.actor = actor,
            .kind = (uint8_t)kind,
            .seed = seed,
            .at = UINT16_MAX,
            .stands_in = POLICY_NONE};
}

static bool done(const Bot *bot, const State *state, Command *out) {
    bool waited = ((state->waiting & ~state->done) >> bot->actor) & 1;
    bool in_turn = state->turn_actor == bot->actor;
    if ((!waited && !in_turn) || consent_waits(state, bot->actor)) return false;
    *out = (Command){.kind = COMMAND_DONE, .actor = bot->actor, .at_phase = NONE};
    return true;
}

static bool scripted(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    const Phase *phase = &def->phases[state->phase];
    switch ((PhaseKind)phase->kind) {
    case PHASE_MEETING: return reformer_point(bot, desk, def, state, out);
    case PHASE_OPEN: return reformer_talk(bot, def, state, out);
    case PHASE_SEALED:
        return phase->does != DOES_REFLECT && reformer_act(bot, desk, def, state, out);
    case PHASE_IN_TURN: return reformer_act(bot, desk, def, state, out);
    case PHASE_SHOW: return false;
    }
    return false;
}

// For a person who is away: its word is kept first; holding and abstaining seats do no more.
static bool stands_in(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        Command *out, BotWhy *why) {
    const Phase *phase = &def->phases[state->phase];
    bool meets = phase->kind == PHASE_MEETING;
    bool acts = phase->kind == PHASE_SEALED && phase->does != DOES_REFLECT;
    bool free = bot->stands_in == POLICY_REPEAT || bot->stands_in == POLICY_PERSONA;
    if (!meets && !acts) return false;
    if (standin_keeps_word(bot, desk, def, state, out)) return true;
    if (acts && standin_vote(bot, def, state, out)) return true;
    if (!free) return false;
    return meets ? meet_next(bot, desk, def, state, out, why)
                 : act_next(bot, desk, def, state, out, why);
}

static bool content(Bot *bot, BotDesk *desk, const Def *def, const State *state,
        Command *out, BotWhy *why) {
    const Phase *phase = &def->phases[state->phase];
    bool random = bot->kind == BOT_RANDOM;
    if ((bot->holds & BOT_HOLDS_ALL)
            || ((bot->holds & BOT_HOLDS_POINTS) && phase->kind == PHASE_MEETING))
        return false;
    if (bot->stands_in != POLICY_NONE) return stands_in(bot, desk, def, state, out, why);
    if (bot->kind == BOT_SCRIPTED) return scripted(bot, desk, def, state, out);
    switch ((PhaseKind)phase->kind) {
    case PHASE_MEETING:
        if (random && state->sub != MEET_RECORD)
            return random_point(bot, desk, def, state, out);
        return (!random && lead_meeting(bot, desk, def, state, out))
               || meet_next(bot, desk, def, state, out, why);
    case PHASE_OPEN:
        if (!random
                && (lead_backstage(bot, desk, def, state, out)
                        || consent_ask(bot, desk, def, state, out)))
            return true;
        return talk_next(bot, desk, def, state, out);
    case PHASE_SEALED:
        if (phase->does == DOES_REFLECT)
            return amend_next(bot, desk, def, state, out)
                   || (!random && lead_credit(bot, desk, def, state, out));
        if (budget_next(bot, desk, def, state, out)) return true;
        if (random) return random_act(bot, def, state, out);
        return vote_next(bot, desk, def, state, out)
               || act_next(bot, desk, def, state, out, why);
    case PHASE_IN_TURN:
        if (budget_next(bot, desk, def, state, out)) return true;
        return random ? random_act(bot, def, state, out)
                      : act_next(bot, desk, def, state, out, why);
    case PHASE_SHOW: return false;
    }
    return false;
}

bool bot_next(Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out,
        BotWhy *why) {
    *why = (BotWhy){0};
    if (state->paused || state->status == STATUS_DEBRIEF || state->status == STATUS_CLOSED)
        return false;
    uint16_t at = (uint16_t)(state->round << 8 | (state->phase & 63) << 2 | state->sub);
    if (bot->at != at) {
        bot->at = at;
        bot->sent = bot->recorded = 0;
        bot->rng = rng_seed(rng_mix(bot->seed, at), 1000u + bot->actor);
    }
    bool away = state->seat_by[bot->actor] == BY_STAND_IN;
    bot->stands_in = away ? state->policy[bot->actor] : POLICY_NONE;
    if (state->status == STATUS_RUNNING
            && (away ? standin_choice(bot, def, state, out)
                     : choice_next(bot, desk, def, state, out)))
        return true;
    bool waited = ((state->waiting & ~state->done) >> bot->actor) & 1;
    if (!waited && state->turn_actor != bot->actor) return false;
    if (state->status == STATUS_RUNNING && content(bot, desk, def, state, out, why)) {
        bot->sent++;
        return true;
    }
    return done(bot, state, out);
}

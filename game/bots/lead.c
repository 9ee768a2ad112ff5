// bots/lead.c — what a persona does beside words and acts: leads a meeting, objects, raises a hand, elects, sums up, answers a word aside, opens a purse, gives or claims credit. Never: what its seat may not know.
#include "bots/lead.h"
#include "rules/agenda.h"
#include "rules/gate.h"
#include "rules/role.h"
#include "rules/stock.h"
#include <string.h>

enum {
    ORDERED_MOST = 3,
    ASIDE_LIKING = 10, // how much the other is liked by who answers a word aside with yes
    CHAIR_LIKING = 20, // and by who leaves the order of the agenda to it
    TRUST_LIKING = 20, // for each point of trust
    CREDIT_UNIT = 10
};

static bool send(const Def *def, const State *state, uint8_t actor, CommandKind kind,
        int32_t a, int32_t b, Command *out) {
    *out = (Command){.kind = (uint8_t)kind,
            .actor = actor,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b,
            .c = NONE,
            .d = NONE};
    return gate_check(def, state, out).code == VERDICT_OK;
}

static int32_t liking(const Def *def, const State *state, uint8_t me, uint8_t other) {
    if (other >= def_count(def, KIND_ACTOR)) return 0;
    return talk_likeness(def, me, other)
           + TRUST_LIKING * state_at(def, state, TRACK_TRUST, me, other) / 10;
}

// ---- the order of the agenda ------------------------------------------------------------------------

// What can be worded today as the order stands: how much of it the seat wishes to move.
static int32_t open_wishes(const Def *def, const State *state, uint8_t actor) {
    static const uint8_t nothing_queued[CLAUSES_MAX] = {0};
    uint8_t arena = state->meetings[state->meeting & 3];
    Agenda agenda;
    int32_t sum = 0;
    if (arena >= def_count(def, KIND_ARENA)) return 0;
    agenda_make(def, state, arena, nothing_queued, &agenda);
    for (int32_t i = 0; i < agenda.open && i < agenda.count; i++)
        sum += points_wish(def, state, actor, agenda.clause[i]);
    return sum;
}

// The clauses the seat wishes to move most, the farthest first.
static int32_t dearest(
        const Def *def, const State *state, uint8_t actor, int16_t out[ORDERED_MOST]) {
    int32_t count = 0, taken = 0;
    while (count < ORDERED_MOST) {
        int32_t best = 0, chosen = -1;
        for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
            int32_t worth = points_wish(def, state, actor, c);
            if (((taken >> c) & 1) || worth <= best) continue;
            best = worth;
            chosen = c;
        }
        if (chosen < 0) break;
        taken |= 1 << chosen;
        out[count++] = (int16_t)chosen;
    }
    return count;
}

// The chair puts first what it wants to move, if that is not on the table anyway.
static bool order(const Def *def, const State *state, uint8_t actor, Command *out) {
    int16_t first[ORDERED_MOST] = {NONE, NONE, NONE};
    int32_t count = dearest(def, state, actor, first), could = 0;
    uint8_t arena = state->meetings[state->meeting & 3];
    if (arena >= def_count(def, KIND_ARENA)) return false;
    int32_t slots = state_at(def, state, TRACK_SLOTS, arena, 0) / 10;
    for (int32_t i = 0; i < count && i < slots; i++)
        could += points_wish(def, state, actor, first[i]);
    if (could <= open_wishes(def, state, actor)) return false;
    *out = (Command){.kind = COMMAND_ORDER,
            .actor = actor,
            .at_phase = NONE,
            .a = first[0],
            .b = first[1],
            .c = first[2],
            .d = NONE};
    return gate_check(def, state, out).code == VERDICT_OK;
}

// Who wants nothing of what the chair's order leaves, though it wants something, and has no reason to
// be kind, says so.
static bool object(const Def *def, const State *state, uint8_t actor, Command *out) {
    int16_t first[ORDERED_MOST];
    bool wants = dearest(def, state, actor, first) > 0;
    bool left_out = wants && open_wishes(def, state, actor) == 0;
    if (!left_out || liking(def, state, actor, state->chair_now) >= CHAIR_LIKING)
        return false;
    return send(def, state, actor, COMMAND_OBJECT, 0, 0, out);
}

static bool raise_hand(const Def *def, const State *state, uint8_t actor, Command *out) {
    if ((state->hands_for | state->hands_against) >> actor & 1) return false;
    bool with = liking(def, state, actor, state->chair_now) >= 0
                || open_wishes(def, state, actor) > 0;
    return send(def, state, actor, COMMAND_HAND, with ? 1 : 2, 0, out);
}

// The summary goes to the strongest own words, else to the strongest that go the own way.
static bool sum_up(const Def *def, const State *state, uint8_t actor, Command *out) {
    int32_t best = 0, chosen = -1;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &state->utterance[i];
        if (u->state != UTTERANCE_SPOKEN && u->state != UTTERANCE_LIVE) continue;
        int32_t worth = points_line_worth(def, state, actor, u);
        if (worth <= best || !send(def, state, actor, COMMAND_SUM_UP, i, 0, out)) continue;
        best = worth;
        chosen = i;
    }
    return chosen >= 0 && send(def, state, actor, COMMAND_SUM_UP, chosen, 0, out);
}

bool lead_meeting(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    if (state->sub == MEET_RECORD) return sum_up(def, state, bot->actor, out);
    if (state->sub != MEET_ROLES) return false;
    belief_make(def, state, bot->actor, &desk->believed);
    return order(def, &desk->believed, bot->actor, out)
           || object(def, &desk->believed, bot->actor, out)
           || raise_hand(def, &desk->believed, bot->actor, out);
}

// ---- backstage --------------------------------------------------------------------------------------

static bool elect(const Bot *bot, const Def *def, const State *state, Command *out) {
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        int32_t best = INT32_MIN, chosen = -1;
        if (state->chair_vote[arena][bot->actor] != 0) continue;
        for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
            int32_t worth = i == bot->actor ? 0 : liking(def, state, bot->actor, i);
            if (worth <= best
                    || !send(def, state, bot->actor, COMMAND_CHAIR_VOTE, i, arena, out))
                continue;
            best = worth;
            chosen = i;
        }
        if (chosen >= 0)
            return send(def, state, bot->actor, COMMAND_CHAIR_VOTE, chosen, arena, out);
    }
    return false;
}

// Words of another are voiced only if the seat could say them itself.
static bool could_say(
        const Def *def, const State *state, uint8_t actor, const Aside *aside) {
    if (aside->about.kind == KIND_FRAME) return wants_frame(def, actor, aside->about.index);
    if (aside->about.kind == KIND_CLAUSE)
        return wants_direction(def, state, actor, aside->about.index) * aside->side > 0;
    return true;
}

static bool answer_aside(const Bot *bot, const Def *def, const State *state, Command *out) {
    for (int32_t i = 0; i < ASIDES_MAX; i++) {
        const Aside *aside = &state->aside[i];
        if (aside->state != ASIDE_OFFERED || aside->to != bot->actor) continue;
        bool yes = liking(def, state, bot->actor, aside->by) >= ASIDE_LIKING
                   && could_say(def, state, bot->actor, aside);
        if (send(def, state, bot->actor, COMMAND_ASIDE_SAY, i, yes ? 1 : 2, out))
            return true;
        if (send(def, state, bot->actor, COMMAND_ASIDE_SAY, i, 2, out)) return true;
    }
    return false;
}

// Partners may spend what is in the common purse.
static bool open_purse(const Bot *bot, const Def *def, const State *state, Command *out) {
    for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
        const Coalition *coalition = &state->coalition[slot];
        bool member = (coalition->members >> bot->actor) & 1;
        if (!member || ((coalition->purse >> bot->actor) & 1)) continue;
        for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
            if (state_at(def, state, TRACK_POOL, slot, r) > 0)
                return send(def, state, bot->actor, COMMAND_COALITION_PURSE, slot, 1, out);
        }
    }
    return false;
}

bool lead_backstage(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    belief_make(def, state, bot->actor, &desk->believed);
    return elect(bot, def, &desk->believed, out)
           || answer_aside(bot, def, &desk->believed, out)
           || open_purse(bot, def, &desk->believed, out);
}

// ---- credit -----------------------------------------------------------------------------------------

// What a change of standing or trust is worth to the persona.
static int32_t standing_worth(
        const Def *def, const Persona *persona, Coef audience, int32_t by) {
    uint8_t which = stock_audience(def, audience);
    return which == NONE ? 0
                         : CREDIT_UNIT * by * persona->weights[WEIGHT_AUDIENCES + which];
}

static int32_t partners(const State *state, uint8_t actor) {
    uint8_t slot = state_coalition_of(state, actor);
    return slot == NONE ? 0 : state_members_count(state->coalition[slot].members) - 1;
}

// Whom the seat would thank: the one it trusts most, partners first.
static uint8_t to_thank(const Def *def, const State *state, uint8_t actor) {
    uint8_t slot = state_coalition_of(state, actor), chosen = NONE;
    uint16_t members = slot == NONE ? UINT16_MAX : state->coalition[slot].members;
    int32_t best = INT32_MIN;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        int32_t trust = state_at(def, state, TRACK_TRUST, actor, i);
        if (i == actor || !((members >> i) & 1) || trust <= best) continue;
        best = trust;
        chosen = i;
    }
    return chosen;
}

// Credit is claimed for the public and given for partners and the sector.
bool lead_credit(
        const Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    const Persona *persona = score_persona(def, bot->actor, (BotKind)bot->kind);
    belief_make(def, state, bot->actor, &desk->believed);
    const State *believed = &desk->believed;
    if (bot->sent > 0) return false;
    int32_t claim =
            standing_worth(def, persona, COEF_AUDIENCE_PUBLIC, def->coef[COEF_CLAIM_PUBLIC])
            - CREDIT_UNIT * def->coef[COEF_CLAIM_TRUST] * persona->weights[WEIGHT_COALITION]
                      * partners(believed, bot->actor);
    int32_t give =
            standing_worth(def, persona, COEF_AUDIENCE_SECTOR, def->coef[COEF_GIVE_PEER])
            + CREDIT_UNIT * def->coef[COEF_GIVE_TRUST] * persona->reciprocity;
    uint8_t other = to_thank(def, believed, bot->actor);
    if (give >= claim && give > 0 && other != NONE
            && send(def, state, bot->actor, COMMAND_CREDIT, 2, other, out))
        return true;
    return claim > 0 && send(def, state, bot->actor, COMMAND_CREDIT, 1, 0, out);
}

// bots/belief.c — what a seat may think it knows, made from State by forgetting. Never: keeps a secret of another seat.
#include "bots/parts.h"
#include "rules/support.h"
#include <string.h>

enum {
    UNKNOWN_STANCE = -200,
    BANDS = 5,
    HALF_A_BAND = 10,   // of a frame, tenths
    DRIFT_A_ROUND = 50, // tenths of S the others are expected to move a decider in a round
    DOUBT = 120, // tenths of S that make a yes three times as likely as a no, at the decision:
                 // wide, because what one seat adds is often what others would have added
    DOUBT_A_ROUND = 150, // and how many more for each round before it
    WEIGHT_MOST = DECIDERS_MAX * 5,
    WHOLE = 100000
};

// Middle of the fifth of the range a value lies in.
static int16_t band_middle(int32_t value, int32_t min, int32_t max) {
    int32_t span = max - min;
    if (span <= 0) return (int16_t)value;
    int32_t band = core_clamp((value - min) * BANDS / span, 0, BANDS - 1);
    return (int16_t)(min + (2 * band + 1) * span / (2 * BANDS));
}

static bool has_decided(const Def *def, const State *state, uint8_t decider) {
    uint8_t arena = def->deciders[decider].arena;
    return arena < def_count(def, KIND_ARENA) && state->decision[arena].done;
}

// A vote taken in the open says how far S was at least from a yes.
static int32_t stance_from_vote(const Def *def, int32_t vote) {
    int32_t doubt = def->coef[COEF_ABSTAIN_BELOW];
    return vote == 1 ? doubt : vote == 0 ? -doubt / 2 : -3 * doubt;
}

static void forget_stances(const Def *def, const State *state, uint8_t actor, State *out) {
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        uint16_t cell = def_cell(def, TRACK_STANCE, d, 0);
        bool known = def->deciders[d].known || def->deciders[d].owner == actor
                     || (state->learned[actor][d] & FACT_STANCE);
        bool voted = has_decided(def, state, d) && state->vote[d] != 2;
        if (known)
            out->cell[cell] = band_middle(out->cell[cell], -1000, 1000);
        else
            out->cell[cell] =
                    voted ? (int16_t)stance_from_vote(def, state->vote[d]) : UNKNOWN_STANCE;
    }
}

static bool is_member(const State *state, int32_t slot, uint8_t actor) {
    return slot < COALITIONS_MAX && ((state->coalition[slot].members >> actor) & 1);
}

// How much of a cell its seat may know, by the table of tracks and what it has learned.
typedef enum Known { KNOWN_NOT, KNOWN_BAND, KNOWN_WHOLE } Known;

static Known known_cell(const Def *def, const State *state, uint8_t actor, int32_t id,
        int32_t row, int32_t column) {
    const Track *track = &def->tracks[id];
    bool own = track->row == KIND_ACTOR && row == actor;
    bool holding = id == TRACK_RESOURCE || id == TRACK_INCOME;
    Sight sight = (Sight)(holding ? def->resources[column].sight : track->sight);
    bool whole = own;
    switch (sight) {
    case SIGHT_EVERYONE:
    case SIGHT_REVEALED: return KNOWN_WHOLE; // stances: forget_stances
    case SIGHT_BANDS:
        whole |= def->numbers_exact || (id < 64 && ((state->measured[actor] >> id) & 1));
        return whole ? KNOWN_WHOLE : KNOWN_BAND;
    case SIGHT_OWNER:
        if (id == TRACK_TRUST && column == actor)
            whole |= state->learned_trust[actor][row] != 0;
        break;
    case SIGHT_BOTH: whole |= track->column == KIND_ACTOR && column == actor; break;
    case SIGHT_MEMBERS: whole = is_member(state, row, actor); break;
    case SIGHT_NOBODY: whole = false; break;
    }
    return whole ? KNOWN_WHOLE : KNOWN_NOT;
}

static void forget_track(
        const Def *def, const State *state, uint8_t actor, int32_t id, State *out) {
    const Track *track = &def->tracks[id];
    for (int32_t row = 0; row < track->rows; row++) {
        for (int32_t column = 0; column < track->columns; column++) {
            Known known = known_cell(def, state, actor, id, row, column);
            if (known == KNOWN_WHOLE) continue;
            uint16_t cell = def_cell(def, id, row, column);
            out->cell[cell] = known == KNOWN_BAND ? band_middle(out->cell[cell],
                                      def->cell_min[cell], def->cell_max[cell])
                                                  : def->start[cell];
        }
    }
}

static void forget_cells(const Def *def, const State *state, uint8_t actor, State *out) {
    for (int32_t id = 0; id < def->tracks_count; id++) {
        uint8_t sight = def->tracks[id].sight;
        bool holding = id == TRACK_RESOURCE || id == TRACK_INCOME;
        if (holding || (sight != SIGHT_EVERYONE && sight != SIGHT_REVEALED))
            forget_track(def, state, actor, id, out);
    }
    memset(out->moved, 0, sizeof out->moved);
}

// Frames that are tied in bands hardly are in truth: the first of them is taken to be half a band
// ahead, so that one poster does not seem to turn a room.
static void part_frames(const Def *def, State *out) {
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        uint8_t second, first = support_leading(def, out, arena, &second);
        if (first == NONE || def->numbers_exact) continue;
        uint16_t cell = def_cell(def, TRACK_FRAME, arena, first);
        out->cell[cell] =
                (int16_t)core_min(def->cell_max[cell], out->cell[cell] + HALF_A_BAND);
    }
}

static void forget_actor(const Def *def, int32_t other, State *out) {
    memset(out->plan[other], 0, sizeof out->plan[other]);
    out->plan_count[other] = 0;
    memset(out->learned[other], 0, sizeof out->learned[other]);
    memset(out->learned_trust[other], 0, sizeof out->learned_trust[other]);
    for (int32_t m = 0; m < def->moves_count; m++) {
        if (!(def->moves[m].flags & MOVE_QUIET)) continue;
        out->did[other][m] = 0;
        out->done_moves[other][m] = 0;
    }
    out->watches[other] = 0;
    out->measured[other] = 0;
    out->red_crossed[other] = 0;
    out->expects[other] = out->rated[other] = out->credit[other] = 0;
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++)
        out->choice[i].answer[other] = NONE;
}

// Cards are known to those they ask.
static void forget_cards(uint8_t actor, State *out) {
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        OpenChoice *card = &out->choice[i];
        bool asked = (card->asked >> actor) & 1;
        if (card->open && card->kind != CHOICE_HAPPENING && !asked) *card = (OpenChoice){0};
    }
}

// Champions are known to who won them and to the owner of the decider; offers to both sides.
static void forget_pressing(const Def *def, uint8_t actor, State *out) {
    for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        bool knows = out->champion[d].by == actor || def->deciders[d].owner == actor;
        if (!knows) out->champion[d] = (Champion){.by = NONE};
    }
    for (int32_t i = 0; i < SIDE_OFFERS_MAX; i++) {
        SideOffer *offer = &out->side_offer[i];
        if (offer->by != actor && offer->to != actor) *offer = (SideOffer){0};
    }
}

// Strings on money and requests are known to the two they are between.
static void forget_requests(const Def *def, uint8_t actor, State *out) {
    for (int32_t giver = 0; giver < def_count(def, KIND_ACTOR); giver++) {
        if (giver == actor) continue;
        uint8_t mine = out->strings[giver][actor];
        memset(out->strings[giver], 0, sizeof out->strings[giver]);
        out->strings[giver][actor] = mine;
    }
    for (int32_t i = 0; i < CONSENTS_MAX; i++) {
        Consent *consent = &out->consent[i];
        if (consent->by != actor && consent->to != actor) *consent = (Consent){0};
    }
}

static void forget_pacts(const State *state, uint8_t actor, State *out) {
    for (int32_t i = 0; i < DEALS_MAX; i++) {
        const Deal *deal = &state->deal[i];
        bool told = deal->is_public && deal->state >= DEAL_AGREED;
        if (deal->from != actor && deal->to != actor && !told) out->deal[i] = (Deal){0};
    }
    for (int32_t i = 0; i < COALITIONS_MAX; i++) {
        Coalition *coalition = &out->coalition[i];
        if (is_member(state, i, actor)) continue; // members know each other's asks
        uint8_t own[CLAUSES_MAX];
        memcpy(own, coalition->ask[actor], sizeof own);
        memset(coalition->ask, NONE, sizeof coalition->ask);
        memcpy(coalition->ask[actor], own, sizeof own);
        coalition->marks = 0;
        coalition->purse = 0;
        memset(coalition->target, NONE, sizeof coalition->target);
        coalition->frame = coalition->backbone = NONE;
        coalition->flags = coalition->backbone_does = 0;
    }
}

// What the engine remembers for itself: chance to come, happenings to come, how deciders stood.
static void forget_engine(const Def *def, uint8_t actor, State *out) {
    memset(&out->rng, 0, sizeof out->rng);
    out->seed = 0;
    memset(out->draws, 0, sizeof out->draws);
    memset(out->queue, 0, sizeof out->queue);
    memset(out->support, 0, sizeof out->support);
    memset(out->start_stance, 0, sizeof out->start_stance);
    for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].owner != actor) out->own_vote[d] = 2;
    }
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        Utterance *u = &out->utterance[i];
        if (u->author != actor && u->voiced_by != actor) u->author = u->voiced_by;
        if (!u->slanted || u->taker == actor) continue;
        u->slanted = 0;
        if (u->strength) u->strength--;
    }
}

// Words backstage, ballots and signs shown are for those who had part in them.
static void forget_meeting(uint8_t actor, State *out) {
    for (int32_t i = 0; i < ASIDES_MAX; i++) {
        Aside *aside = &out->aside[i];
        if (aside->by != actor && aside->to != actor) *aside = (Aside){0};
    }
    for (int32_t arena = 0; arena < ARENAS_MAX; arena++) {
        uint8_t own = out->chair_vote[arena][actor];
        memset(out->chair_vote[arena], 0, sizeof out->chair_vote[arena]);
        out->chair_vote[arena][actor] = own;
    }
    for (int32_t decider = 0; decider < DECIDERS_MAX; decider++) {
        if (!((out->shown_to[decider] >> actor) & 1)) out->shown[decider] = 2;
    }
}

void belief_make(const Def *def, const State *state, uint8_t actor, State *out) {
    *out = *state;
    forget_cells(def, state, actor, out);
    forget_stances(def, state, actor, out);
    part_frames(def, out);
    for (int32_t other = 0; other < def_count(def, KIND_ACTOR); other++) {
        if (other != actor) forget_actor(def, other, out);
    }
    forget_cards(actor, out);
    forget_pressing(def, actor, out);
    forget_requests(def, actor, out);
    forget_pacts(state, actor, out);
    forget_engine(def, actor, out);
    forget_meeting(actor, out);
}

static bool knows(const State *believed, uint8_t actor, uint8_t decider, uint32_t fact) {
    return (believed->learned[actor][decider] & fact) != 0;
}

// Support of a decider for a text as the seat may estimate it: unknown values and resonance count 0.
static int32_t belief_support(const Def *def, const State *believed, uint8_t actor,
        uint8_t decider, const uint8_t levels[CLAUSES_MAX]) {
    const Decider *d = &def->deciders[decider];
    bool own = d->owner == actor;
    int32_t sum = state_at(def, believed, TRACK_STANCE, decider, 0);
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (own || knows(believed, actor, decider, (uint32_t)FACT_VALUE_0 << c))
            sum += 10 * d->values[c][levels[c]];
    }
    uint8_t second, first = support_leading(def, believed, d->arena, &second);
    if (first != NONE
            && (own
                    || knows(believed, actor, decider,
                            (uint32_t)FACT_RESONANCE_0 << first))) {
        sum += d->resonance[first] * state_at(def, believed, TRACK_FRAME, d->arena, first)
               * def->coef[COEF_FRAME_WEIGHT] / 100;
    }
    int32_t issue = def_count(def, KIND_CLAUSE) > 0 ? def->clauses[0].issue : 0;
    sum += d->hears_public * (state_at(def, believed, TRACK_PUBLIC, issue, 0) - 500) / 5;
    sum += d->hears_heat * state_at(def, believed, TRACK_HEAT, decider, 0) / 2;
    return sum + state_at(def, believed, TRACK_PULL, decider, 0);
}

int32_t belief_of(const Def *def, const State *believed, uint8_t actor, uint8_t decider) {
    uint8_t levels[CLAUSES_MAX];
    support_text(def, believed, def->deciders[decider].arena, levels);
    return belief_support(def, believed, actor, decider, levels);
}

uint8_t belief_arena(const Def *def) {
    for (uint8_t arena = 0; arena < def_count(def, KIND_ARENA); arena++) {
        if (def->arenas[arena].decides != NONE) return arena;
    }
    return NONE;
}

// What all the others together are expected to do: a seat that knows where a decider stands adds the
// rounds left, one that does not adds them all.
static int32_t drift(
        const Def *def, const State *believed, uint8_t actor, uint8_t decider) {
    bool known = def->deciders[decider].known || def->deciders[decider].owner == actor
                 || knows(believed, actor, decider, FACT_STANCE)
                 || has_decided(def, believed, decider);
    int32_t left = core_max(0, def->rounds - believed->round);
    return DRIFT_A_ROUND * (known ? left : def->rounds);
}

// 0..1000: how likely a decider says yes in the end, by S as far as known and how long it still is.
static int32_t yes_chance(int32_t support, int32_t left) {
    int32_t width = DOUBT + DOUBT_A_ROUND * left;
    return 500 + 500 * support / (width + core_abs(support));
}

// Weight of yes that passes, of all weight.
int32_t belief_needed(const Def *def, const State *believed, uint8_t arena, int32_t total) {
    const DecisionRule *rule = &def->decision_rules[def->arenas[arena].decides];
    int32_t quota = state_at(def, believed, TRACK_QUOTA, arena, 0) / 10;
    if (rule->kind == RULE_ADOPT) return core_min(total, rule->count);
    if (rule->kind == RULE_CONSENT) return total;
    return quota > 0 ? core_min(quota, total) : total / 2 + 1;
}

// Adds one more decider to the chances of each total weight of yes, chances[0..total], in 1/100,000.
static void count_in(int32_t *chances, int32_t total, int32_t weight, int32_t yes) {
    for (int32_t sum = total; sum >= 0; sum--) {
        int64_t with = sum >= weight ? (int64_t)chances[sum - weight] * yes : 0;
        int64_t without = (int64_t)chances[sum] * (1000 - yes);
        chances[sum] = (int32_t)((with + without) / 1000);
    }
}

int32_t belief_chance(const Def *def, const State *believed, uint8_t actor, uint8_t arena) {
    uint8_t levels[CLAUSES_MAX];
    int32_t chances[WEIGHT_MOST + 1] = {WHOLE}, total = 0;
    int32_t left = core_max(0, def->rounds - believed->round);
    support_text(def, believed, arena, levels);
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        const Decider *decider = &def->deciders[d];
        if (decider->arena != arena || total + decider->weight > WEIGHT_MOST) continue;
        int32_t support = belief_support(def, believed, actor, d, levels)
                          + drift(def, believed, actor, d) - decider->threshold;
        total += decider->weight;
        count_in(chances, total, decider->weight, yes_chance(support, left));
    }
    if (total == 0) return 500;
    int32_t sum = 0;
    for (int32_t yes = belief_needed(def, believed, arena, total); yes <= total; yes++)
        sum += chances[yes];
    return sum / (WHOLE / 1000);
}

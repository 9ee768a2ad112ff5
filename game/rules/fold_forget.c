// rules/fold_forget.c — a copy of a State without what one seat may not know, and copies for "what if". Never: changes a State that a session plays.
#include "rules/fold.h"
#include "rules/fold_parts.h"
#include "rules/support.h"
#include <string.h>

enum {
    UNKNOWN_STANCE = -200,
    BANDS = 5,
    HALF_A_BAND = 10, // of a frame, tenths
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
        whole |= def->numbers_exact;
        if (id < 64)
            whole |=
                    ((state->measured[actor] | state->steer.numbers_open[actor]) >> id) & 1;
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
    out->steer.numbers_open[other] = 0;
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
        if (!deal_has(deal, actor) && !told) out->deal[i] = (Deal){0};
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
        if (def->deciders[d].owner == actor) continue;
        out->own_vote[d] = 2;
        out->reason[d] = 0;
        uint8_t arena = def->deciders[d].arena;
        bool counted = arena < ARENAS_MAX && out->decision[arena].done;
        if (!counted) memset(out->spread[d], 0, sizeof out->spread[d]);
    }
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        Utterance *u = &out->utterance[i];
        if (u->author != actor && u->voiced_by != actor) u->author = u->voiced_by;
        if (!u->slanted || u->taker == actor) continue;
        u->slanted = 0;
        if (u->strength) u->strength--;
    }
}

// What a group would change is known when all have said it.
static void forget_amendments(uint8_t actor, State *out) {
    for (int32_t arena = 0; arena < ARENAS_MAX; arena++) {
        uint8_t own = out->amend[arena][actor];
        memset(out->amend[arena], 0, sizeof out->amend[arena]);
        out->amend[arena][actor] = own;
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

void fold_forget(const Def *def, const State *state, uint8_t actor, State *out) {
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
    forget_amendments(actor, out);
    fold_deeds_forget(def, actor, out);
}

void fold_suppose(State *thought, uint16_t cell, int32_t tenths) {
    thought->cell[cell] = (int16_t)tenths;
}

void fold_suppose_decision(State *thought, uint8_t arena, const Decision *decision) {
    thought->decision[arena] = *decision;
}

bool fold_suppose_act(State *thought, uint8_t actor, const Act *act) {
    uint8_t count = thought->plan_count[actor];
    if (count >= PLAN_MAX) return false;
    thought->plan[actor][count] = *act;
    thought->plan_count[actor] = (uint8_t)(count + 1);
    return true;
}

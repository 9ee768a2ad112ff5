// bots/reformer.c — reformers of a balance report: a group that plays one style by a simple script, seeing the whole table. Never: met by a person.
#include "bots/points.h"
#include "rules/decision.h"
#include "rules/fold.h"
#include "rules/gate.h"
#include "rules/options.h"
#include "rules/phase.h"
#include "rules/support.h"

enum {
    TEXTS_MAX_TRIED = 4096,
    SUBSETS_OF = 10,      // deciders among whom the cheapest majority is looked for
    SUPPORT_ENOUGH = 60,  // tenths of S beyond which more does not help
    SUPPORT_WORST = -400, // and below which nothing counts
    WORD_FIRST = 100,
    FRAME_FIRST = 200,
    STANDING_SHARE = 4 // standing, cohesion against one tenth of S
};

typedef enum MoveClass {
    CLASS_OTHER,
    CLASS_ELITE,
    CLASS_STREET,
    CLASS_MEDIA,
    CLASS_LAW
} MoveClass;

static bool changes(const Def *def, const Move *move, int32_t track) {
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        bool number = change->op == CHANGE_GAIN || change->op == CHANGE_LOSE
                      || change->op == CHANGE_SET;
        if (number && change->track == track) return true;
    }
    return false;
}

// What a verb presses with, by what it changes; no verb is known by name.
static MoveClass class_of(const Def *def, const Move *move) {
    bool stance = changes(def, move, TRACK_STANCE);
    if (stance && move->face == FACE_HIDDEN) return CLASS_ELITE;
    if (changes(def, move, TRACK_HEAT)) return CLASS_STREET;
    if (changes(def, move, TRACK_PUBLIC)) return CLASS_MEDIA;
    if (move->step == STEP_COURT) return CLASS_LAW;
    if (stance || changes(def, move, TRACK_EVIDENCE)) return CLASS_LAW;
    if (changes(def, move, TRACK_STORY)) return CLASS_MEDIA;
    return CLASS_OTHER;
}

static bool in_style(const Bot *bot, const Def *def, const Act *act) {
    const Move *move = &def->moves[act->move];
    if (bot->script >= SCRIPT_MIXED) return true;
    if (move->kind == MOVE_TRADEOFF) return false;
    return class_of(def, move) == (MoveClass)(CLASS_ELITE + bot->script - SCRIPT_ELITE);
}

// ---- what they want ---------------------------------------------------------------------------------

static int32_t group_substance(
        const Bot *bot, const Def *def, const uint8_t text[CLAUSES_MAX]) {
    int32_t sum = 0;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if ((bot->fellows >> i) & 1) sum += score_substance(def, i, text);
    }
    return sum;
}

// All that anybody in the group wants.
static void everything(const Bot *bot, const Def *def, uint8_t text[CLAUSES_MAX]) {
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
            if (((bot->fellows >> i) & 1) && def->actors[i].wants_set[c])
                text[c] = (uint8_t)core_max(text[c], def->actors[i].wants[c]);
        }
    }
}

// Would this draft pass if every decider came as much nearer as pressing of all kinds can bring it in
// the rounds left? Who has only one kind of means hopes for as much, and more often in vain.
static bool in_reach(const Def *def, const State *state, State *tried, uint8_t arena,
        const uint8_t *text) {
    int8_t votes[DECIDERS_MAX];
    int32_t hope = 10 * def->coef[COEF_MIND_CHANGE_MAX] * (def->rounds - state->round + 1);
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
        fold_suppose(tried, def_cell(def, TRACK_DRAFT, c, 0), 10 * text[c]);
    for (int32_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        uint16_t cell = def_cell(def, TRACK_STANCE, d, 0);
        fold_suppose(tried, cell, core_min(1000, state->cell[cell] + hope));
    }
    return decision_forecast(def, tried, arena, votes);
}

static bool next_text(const Def *def, uint8_t text[CLAUSES_MAX]) {
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (++text[c] < def->clauses[c].levels_count) return true;
        text[c] = 0;
    }
    return false;
}

// The text for which the group works: the best for its members that is in reach.
static void aim(const Bot *bot, BotDesk *desk, const Def *def, const State *state,
        uint8_t out[CLAUSES_MAX]) {
    uint8_t arena = belief_arena(def), text[CLAUSES_MAX] = {0};
    int32_t best = INT32_MIN;
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
        out[c] = (uint8_t)(state_at(def, state, TRACK_DRAFT, c, 0) / 10);
    if (bot->script == SCRIPT_OVER) everything(bot, def, out);
    if (bot->script == SCRIPT_OVER || arena == NONE) return;
    desk->tried = *state;
    for (int32_t i = 0; i < TEXTS_MAX_TRIED; i++) {
        int32_t worth = group_substance(bot, def, text);
        if (worth > best && in_reach(def, state, &desk->tried, arena, text)) {
            best = worth;
            for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
                out[c] = text[c];
        }
        if (!next_text(def, text)) return;
    }
}

// ---- acts -------------------------------------------------------------------------------------------

static int32_t standing_of(const Bot *bot, const Def *def, const State *state) {
    int32_t sum = 0;
    for (int32_t i = 0; i < def_count(def, KIND_AUDIENCE); i++)
        sum += state_at(def, state, TRACK_LEGITIMACY, bot->actor, i);
    uint8_t slot = state_coalition_of(state, bot->actor);
    return sum + (slot == NONE ? 0 : state_at(def, state, TRACK_COHESION, slot, 0));
}

// The deciders that together are enough and lack least, as a mask over the arena's; what they lack.
static uint32_t cheapest(const Def *def, const State *state, uint8_t arena,
        const int32_t support[DECIDERS_MAX]) {
    uint8_t who[DECIDERS_MAX];
    int32_t count = 0, total = 0, best = INT32_MAX;
    uint32_t chosen = 0;
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].arena != arena || count == SUBSETS_OF) continue;
        who[count++] = d;
        total += def->deciders[d].weight;
    }
    int32_t needed = belief_needed(def, state, arena, total);
    for (uint32_t mask = 1; mask < 1u << count; mask++) {
        int32_t weight = 0, lacks = 0;
        uint32_t deciders = 0;
        for (int32_t i = 0; i < count; i++) {
            if (!((mask >> i) & 1)) continue;
            weight += def->deciders[who[i]].weight;
            lacks += core_max(0, SUPPORT_ENOUGH - support[who[i]]);
            deciders |= 1u << who[i];
        }
        if (weight < needed || lacks >= best) continue;
        best = lacks;
        chosen = deciders;
    }
    return chosen;
}

// How near the deciders that are needed are to the text on the table; the others a little, standing
// only where all styles mix.
static int32_t press_worth(const Bot *bot, const Def *def, const State *state) {
    uint8_t arena = belief_arena(def), text[CLAUSES_MAX];
    int32_t sum = 0, support[DECIDERS_MAX] = {0};
    if (arena == NONE) return 0;
    support_text(def, state, arena, text);
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        if (def->deciders[d].arena == arena)
            support[d] = support_of(def, state, d, text) - def->deciders[d].threshold;
    }
    uint32_t needed = cheapest(def, state, arena, support);
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++) {
        int32_t near = core_clamp(support[d], SUPPORT_WORST, SUPPORT_ENOUGH);
        sum += (needed >> d) & 1 ? near : near / 10;
    }
    if (bot->script >= SCRIPT_MIXED) sum += standing_of(bot, def, state) / STANDING_SHARE;
    return sum;
}

// Has a clause that the group wants higher come down in desk->tried? Who wants everything gives nothing away.
static bool gives_away(const Bot *bot, const BotDesk *desk, const Def *def) {
    uint8_t goal[CLAUSES_MAX] = {0};
    if (bot->script != SCRIPT_OVER) return false;
    everything(bot, def, goal);
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        int32_t before = state_at(def, &desk->believed, TRACK_DRAFT, c, 0);
        if (state_at(def, &desk->tried, TRACK_DRAFT, c, 0) < before
                && before <= 10 * goal[c])
            return true;
    }
    return false;
}

// The lists of the group alone, with this act at the end of the own one.
static int32_t worth_with(Bot *bot, BotDesk *desk, const Def *def, const Act *act) {
    desk->tried = desk->believed;
    if (act && !fold_suppose_act(&desk->tried, bot->actor, act)) return INT32_MIN;
    Txn txn = bot_trial(desk, def);
    resolve_try(&txn, &desk->book);
    if (act && gives_away(bot, desk, def)) return INT32_MIN;
    return press_worth(bot, def, &desk->tried) + act_stock(desk, def, bot->actor) / 4;
}

bool reformer_act(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    int32_t count = options_list(
            def, state, bot->actor, desk->options, (int32_t)ARRAY_COUNT(desk->options));
    if (count == 0) return false;
    desk->believed = *state;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (!((bot->fellows >> i) & 1)) desk->believed.plan_count[i] = 0;
    }
    int32_t best = worth_with(bot, desk, def, NULL), chosen = -1;
    for (int32_t i = 0; i < count; i++) {
        const Act *act = &desk->options[i];
        if (act->side < 0 && act->target.kind == KIND_DECIDER) continue;
        if (!in_style(bot, def, act)) continue;
        int32_t worth = worth_with(bot, desk, def, act);
        if (worth <= best) continue;
        best = worth;
        chosen = i;
    }
    if (chosen < 0) return false;
    *out = (Command){.kind = COMMAND_ACT,
            .actor = bot->actor,
            .at_phase = NONE,
            .act = desk->options[chosen]};
    return true;
}

// ---- words ------------------------------------------------------------------------------------------

// Strength the group already pulls a clause with, up less down.
static int32_t pulled(const Bot *bot, const Def *def, const State *state, uint8_t clause) {
    int32_t sum = 0;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (!((bot->fellows >> i) & 1)) continue;
        for (int32_t p = 0; p < state->plan_count[i]; p++) {
            const Act *act = &state->plan[i][p];
            bool same = act->target.kind == KIND_CLAUSE && act->target.index == clause
                        && def->moves[act->move].mechanism == POINT_UTTER;
            if (same) sum += act->side * (1 + act->bid);
        }
    }
    return sum;
}

// Does anybody of the group already speak for a frame in this meeting?
static bool has_spoken(const Bot *bot, const Def *def, const State *state) {
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        if (!((bot->fellows >> i) & 1)) continue;
        for (int32_t p = 0; p < state->plan_count[i]; p++) {
            const Thing *about = &state->plan[i][p].target;
            if (about->kind == KIND_FRAME || about->kind == KIND_READING) return true;
        }
    }
    return false;
}

// What a frame would do for the text: how the deciders hear it, unless its rider cuts the text the
// group works for. Who wants everything cares for the rider alone.
static int32_t frame_worth(
        const Bot *bot, const Def *def, uint8_t frame, const uint8_t goal[CLAUSES_MAX]) {
    int32_t heard = 0;
    for (int32_t i = 0; i < 2; i++) {
        const Rider *rider = &def->frames[frame].riders[i];
        if (rider->clause == NONE) continue;
        int32_t level = goal[rider->clause];
        if (rider->least ? level < rider->level : level > rider->level) return 0;
    }
    for (uint8_t d = 0; d < def_count(def, KIND_DECIDER); d++)
        heard += def->deciders[d].weight * def->deciders[d].resonance[frame];
    return bot->script == SCRIPT_OVER ? 1 : core_max(0, heard);
}

static int32_t word_worth(const Bot *bot, const Def *def, const State *state,
        const Act *act, const uint8_t goal[CLAUSES_MAX]) {
    uint8_t clause = act->target.index;
    int32_t wanted = goal[clause] - state_at(def, state, TRACK_DRAFT, clause, 0) / 10;
    bool enough = act->side * pulled(bot, def, state, clause)
                  >= def->coef[COEF_WORD_STEP] + def->coef[COEF_RESIST_FORCE];
    return wanted * act->side > 0 && !enough ? WORD_FIRST + act->bid : 0;
}

// One of the group gives the frame, before the others work on the text; who wants everything writes
// first and looks for a name with what voice is left.
static int32_t point_worth(const Bot *bot, const Def *def, const State *state,
        const Act *act, const uint8_t goal[CLAUSES_MAX]) {
    PointMechanism mechanism = (PointMechanism)def->moves[act->move].mechanism;
    if (mechanism != POINT_UTTER && mechanism != POINT_READING) return 0;
    if (act->target.kind == KIND_CLAUSE) return word_worth(bot, def, state, act, goal);
    uint8_t frame = act->target.index;
    int32_t heard = frame_worth(bot, def, frame, goal);
    if (heard == 0) return 0;
    bool first = !has_spoken(bot, def, state) && bot->script != SCRIPT_OVER;
    int32_t place = !first ? 0 : mechanism == POINT_READING ? 2 * FRAME_FIRST : FRAME_FIRST;
    return place + heard + act->bid;
}

bool reformer_point(
        Bot *bot, BotDesk *desk, const Def *def, const State *state, Command *out) {
    if (state->sub == MEET_RECORD)
        return points_record(
                bot, desk, def, state, score_persona(def, bot->actor, BOT_PERSONA), out);
    int32_t count = options_list(
            def, state, bot->actor, desk->options, (int32_t)ARRAY_COUNT(desk->options));
    if (count == 0 || state->sub == MEET_ROLES) return false;
    uint8_t goal[CLAUSES_MAX];
    aim(bot, desk, def, state, goal);
    int32_t best = 0, chosen = -1;
    for (int32_t i = 0; i < count; i++) {
        int32_t worth = point_worth(bot, def, state, &desk->options[i], goal);
        if (worth <= best) continue;
        best = worth;
        chosen = i;
    }
    if (chosen < 0) return false;
    *out = (Command){.kind = COMMAND_ACT,
            .actor = bot->actor,
            .at_phase = NONE,
            .act = desk->options[chosen]};
    return true;
}

// ---- backstage --------------------------------------------------------------------------------------

static bool say_yes(Bot *bot, const Def *def, const State *state, Command *out) {
    for (int32_t i = 0; i < PROPOSALS_MAX; i++) {
        const Proposal *proposal = &state->proposal[i];
        uint16_t bit = (uint16_t)(1u << bot->actor);
        if (!proposal->open || ((proposal->yes | proposal->no) & bit)) continue;
        *out = (Command){.kind = COMMAND_COALITION_SAY,
                .actor = bot->actor,
                .at_phase = NONE,
                .a = (int16_t)i,
                .b = (bot->fellows >> proposal->by) & 1 ? 1 : 2};
        if (gate_check(def, state, out).code == VERDICT_OK) return true;
    }
    return false;
}

bool reformer_talk(Bot *bot, const Def *def, const State *state, Command *out) {
    if (say_yes(bot, def, state, out)) return true;
    bool first = (bot->fellows & ((1u << bot->actor) - 1)) == 0;
    if (!first || bot->sent > 0 || state_coalition_of(state, bot->actor) != NONE)
        return false;
    *out = (Command){.kind = COMMAND_COALITION_PROPOSE,
            .actor = bot->actor,
            .at_phase = NONE,
            .a = NONE,
            .b = (int16_t)bot->fellows,
            .c = COALITION_CONSENT};
    return state_members_count(bot->fellows) >= 2
           && gate_check(def, state, out).code == VERDICT_OK;
}

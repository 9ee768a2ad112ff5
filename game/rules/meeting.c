// rules/meeting.c — a meeting opens: who is there, who bids for which role, what can be worded. Never: the speech itself.
#include "rules/agenda.h"
#include "rules/apply.h"
#include "rules/building.h"
#include "rules/card.h"
#include "rules/challenge.h"
#include "rules/decide.h"
#include "rules/gate.h"
#include "rules/gate_parts.h"
#include "rules/meeting_parts.h"
#include "rules/moment.h"
#include "rules/motion.h"
#include "rules/phase.h"
#include "rules/role.h"
#include "rules/stock.h"
#include "rules/ties.h"

enum { MEETINGS_OF_A_ROUND = 2 };

uint8_t meeting_arena(const State *state) { return state->meetings[state->meeting & 3]; }

static bool may_walk_in(const Def *def, const State *state, int32_t actor, int32_t arena) {
    if (def->arenas[arena].space != SPACE_CLAIMED) return false;
    int32_t door = state_at(def, state, TRACK_DOOR, arena, 0);
    int32_t key = def->coef[COEF_DOOR_KEY] - 1;
    if (door == 0) return true;
    return key >= 0 && key < def_count(def, KIND_RESOURCE)
           && state_at(def, state, TRACK_RESOURCE, actor, key) >= door;
}

static uint16_t present_in(const Def *def, const State *state, uint8_t arena) {
    uint16_t present = (uint16_t)(state->invited[arena] | convene_guests(state, arena));
    for (int32_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        bool there = state_holds_place(state, actor, arena)
                     || may_walk_in(def, state, actor, arena);
        if (there) present |= (uint16_t)(1u << actor);
    }
    return present;
}

// Arenas that meet because somebody called them, or because the pack says so.
static int32_t add_meetings(const Txn *txn, bool called, uint8_t *arenas, int32_t count) {
    for (int32_t i = 0; i < def_count(txn->def, KIND_ARENA) && count < MEETINGS_OF_A_ROUND;
            i++) {
        bool is_called = convene_of(txn->state, i) != NULL;
        bool meets =
                called ? is_called
                       : !is_called
                                 && ((txn->def->arenas[i].meets >> txn->state->round) & 1);
        if (meets && present_in(txn->def, txn->state, (uint8_t)i))
            arenas[count++] = (uint8_t)i;
    }
    return count;
}

// Those that were called come first. An arena where nobody would be does not meet.
void meeting_plan(Txn *txn) {
    uint8_t arenas[4] = {NONE, NONE, NONE, NONE};
    int32_t count = add_meetings(txn, true, arenas, 0);
    add_meetings(txn, false, arenas, count);
    txn_say(txn, EVENT_MEETINGS, NONE, arenas[0], arenas[1], arenas[2], arenas[3]);
}

void meeting_open(Txn *txn, int32_t number) {
    uint8_t arena = txn->state->meetings[number & 3];
    if (arena == NONE) return;
    uint16_t present = present_in(txn->def, txn->state, arena);
    txn_say(txn, EVENT_MEETING, NONE, arena, number, (int16_t)present, 0);
    uint8_t chair = role_take_chair(txn, arena);
    if (chair != NONE) txn_say(txn, EVENT_ROLE, chair, -1, 0, 0, 0);
    motion_open(txn, arena);
}

static uint16_t bit(uint8_t actor) {
    return (uint16_t)(actor < ACTORS_MAX ? 1u << actor : 0u);
}

static uint16_t seated(const State *state, uint16_t actors) {
    uint16_t mask = 0;
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        if (((actors >> actor) & 1) && state->seat_by[actor] != BY_NOBODY)
            mask |= (uint16_t)(1u << actor);
    }
    return mask;
}

static uint16_t asked_actors(const State *state) {
    uint16_t mask = 0;
    for (int32_t i = 0; i < 8; i++) {
        if (state->question[i].open && state->question[i].to < ACTORS_MAX) {
            mask |= (uint16_t)(1u << state->question[i].to);
        }
    }
    return mask;
}

uint16_t meeting_waits_for(const Def *def, const State *state) {
    (void)def;
    if (meeting_arena(state) == NONE) return 0;
    if (state->sub != MEET_RECORD) return seated(state, state->present);
    uint16_t writers = (uint16_t)(bit(state->taker) | bit(state->summary_now));
    return seated(state, (uint16_t)(writers | asked_actors(state)));
}

void meeting_refill(Txn *txn) {
    for (int32_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        // Who was not there keeps what it has for its own next meeting, gifts and debts included.
        if (!((txn->state->present >> actor) & 1)) continue;
        uint16_t cell = def_cell(txn->def, TRACK_VOICE, actor, 0);
        int32_t full = 10 * txn->def->actors[actor].voice;
        txn_delta(txn, cell, full - txn->state->cell[cell], cause_engine(ENGINE_REFILL));
    }
}

void meeting_pay_voice(Txn *txn, const Act *act) {
    int32_t voice = act->bid ? act->bid : txn->def->moves[act->move].voice;
    txn_delta(txn, def_cell(txn->def, TRACK_VOICE, act->actor, 0), -10 * voice,
            cause_act(act));
}

int32_t meeting_acts(const Txn *txn, Act acts[MEETING_ACTS_MAX]) {
    int32_t count = 0;
    for (int32_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        for (int32_t i = 0; i < txn->state->plan_count[actor]; i++) {
            Act act = txn->state->plan[actor][i];
            if (act.move >= txn->def->moves_count) continue;
            act.id = (uint16_t)(txn->state->next_act + count + 1);
            act.arena = meeting_arena(txn->state);
            acts[count++] = act;
        }
    }
    return count;
}

bool meeting_payable(Txn *txn, const Act *act) {
    Verdict verdict = gate_pay(txn->def, txn->state, act);
    if (verdict.code == VERDICT_OK) return true;
    txn_drop(txn, act, verdict);
    return false;
}

// The place of the best bid for a role among acts, or -1: highest, then ties.
static int32_t best_bid(const Act *acts, int32_t count, uint8_t move, const Ties *ties) {
    int32_t best = -1;
    for (int32_t i = 0; i < count; i++) {
        if (acts[i].move != move) continue;
        bool higher = best < 0 || acts[i].bid > acts[best].bid;
        bool equal = best >= 0 && acts[i].bid == acts[best].bid;
        if (higher || (equal && ties_before(ties, acts[i].actor, acts[best].actor)))
            best = i;
    }
    return best;
}

static void take_role(Txn *txn, Book *book, const Act *act) {
    meeting_pay_voice(txn, act);
    apply_costs(txn, book, act, false);
    book_settle(txn, book);
    apply_done(txn, act, true);
    Event event = txn_event(txn, EVENT_ROLE, act->actor);
    event.a = act->move;
    event.b = 1;
    event.flags = EVENT_MICRO;
    event.cause = cause_act(act);
    txn_emit(txn, &event);
    EffectFactors factors = apply_own_factors(txn->def, txn->state, act);
    apply_changes(txn, book, act, &factors);
    book_settle(txn, book);
}

// Losers keep their voice: the act is told, with a bid of nothing.
static void lose_role(Txn *txn, const Act *act) {
    Act refunded = *act;
    refunded.bid = 0;
    apply_done(txn, &refunded, false);
}

static int32_t keep_payable(Txn *txn, Act *acts, int32_t count) {
    int32_t kept = 0;
    for (int32_t i = 0; i < count; i++) {
        if (txn->def->moves[acts[i].move].mechanism != POINT_ROLE) continue;
        if (meeting_payable(txn, &acts[i])) acts[kept++] = acts[i];
    }
    return kept;
}

static void give_roles(Txn *txn, Book *book) {
    Act acts[MEETING_ACTS_MAX];
    Ties ties = ties_now(txn->def, txn->state);
    int32_t count = keep_payable(txn, acts, meeting_acts(txn, acts));
    for (int32_t move = 0; move < txn->def->moves_count; move++) {
        if (txn->def->moves[move].mechanism != POINT_ROLE) continue;
        int32_t best = best_bid(acts, count, (uint8_t)move, &ties);
        for (int32_t i = 0; i < count; i++) {
            if (acts[i].move == move && i != best) lose_role(txn, &acts[i]);
        }
        if (best < 0) continue;
        if (meeting_payable(txn, &acts[best])) take_role(txn, book, &acts[best]);
    }
}

// Nobody bid for the minutes: members take turns, unpaid, and may not slant.
static void rotate_minutes(Txn *txn) {
    int32_t move = role_move(txn->def, ROLE_MINUTES);
    if (txn->state->taker != NONE || move < 0) return;
    uint8_t arena = meeting_arena(txn->state);
    uint16_t members = role_members(txn->def, txn->state, arena);
    uint8_t taker =
            role_in_turn(members ? members : txn->state->present, txn->state->round);
    if (taker != NONE) txn_say(txn, EVENT_ROLE, taker, move, 0, 0, 0);
}

// Nobody bid for the pen: who holds it in this arena keeps it.
static void keep_pen(Txn *txn) {
    int32_t move = role_move(txn->def, ROLE_PEN);
    uint8_t arena = meeting_arena(txn->state);
    if (txn->state->pen_now != NONE || move < 0) return;
    for (uint8_t actor = 0; actor < def_count(txn->def, KIND_ACTOR); actor++) {
        bool there = (txn->state->present >> actor) & 1;
        if (!there || !(txn->state->position[actor][arena].places & PLACE_PEN)) continue;
        txn_say(txn, EVENT_ROLE, actor, move, 0, 0, 0);
        return;
    }
}

// What comes before the speech beside bids: the queue, doubts about old minutes, invitations.
typedef struct Before {
    uint8_t queued[CLAUSES_MAX]; // voices for each item
    bool slanted[UTTERANCES_MAX], doubted[UTTERANCES_MAX];
} Before;

static bool carry_out(Txn *txn, Book *book, Before *before, const Act *act) {
    const Move *move = &txn->def->moves[act->move];
    uint8_t index = act->target.index;
    if (move->mechanism == POINT_QUEUE && index < CLAUSES_MAX) before->queued[index]++;
    if (move->mechanism != POINT_CHALLENGE || index >= UTTERANCES_MAX) return true;
    bool right =
            challenge_run(txn, book, act, before->slanted[index], !before->doubted[index]);
    before->doubted[index] = true;
    return right;
}

// Paid for in the order of the lists; what cannot be paid any more is dropped.
static int32_t pay_before(Txn *txn, Book *book, Act acts[MEETING_ACTS_MAX]) {
    int32_t count = meeting_acts(txn, acts), kept = 0;
    for (int32_t i = 0; i < count; i++) {
        if (txn->def->moves[acts[i].move].mechanism == POINT_ROLE) continue;
        if (!meeting_payable(txn, &acts[i])) continue;
        meeting_pay_voice(txn, &acts[i]);
        apply_costs(txn, book, &acts[i], false);
        book_settle(txn, book);
        acts[kept++] = acts[i];
    }
    return kept;
}

static void make_before(Txn *txn, Book *book, Before *before) {
    Act acts[MEETING_ACTS_MAX];
    bool won[MEETING_ACTS_MAX];
    int32_t count = pay_before(txn, book, acts);
    *before = (Before){.queued = {0}};
    for (int32_t i = 0; i < UTTERANCES_MAX; i++)
        before->slanted[i] = txn->state->utterance[i].slanted;
    for (int32_t i = 0; i < count; i++) {
        EffectFactors factors = apply_own_factors(txn->def, txn->state, &acts[i]);
        won[i] = carry_out(txn, book, before, &acts[i]);
        apply_changes(txn, book, &acts[i], &factors);
    }
    book_settle(txn, book);
    for (int32_t i = 0; i < count; i++)
        apply_done(txn, &acts[i], won[i]);
}

// Step 0: rules are changed before anything else of the meeting takes effect.
static void decide_motions(Txn *txn, Book *book) {
    card_finish_kind(txn, book, CHOICE_MOTION);
    uint8_t arena = meeting_arena(txn->state);
    bool drawn =
            txn->state->rules_of[arena].chair == CHAIR_LOT && txn->state->chair_now != NONE;
    uint8_t chair = drawn ? txn->state->chair_now : role_take_chair(txn, arena);
    if (chair != NONE && chair != txn->state->chair_now)
        txn_say(txn, EVENT_ROLE, chair, -1, 0, 0, 0);
}

void meeting_roles_close(Txn *txn, Book *book) {
    if (meeting_arena(txn->state) == NONE) return;
    decide_motions(txn, book);
    Before before;
    make_before(txn, book, &before);
    give_roles(txn, book);
    rotate_minutes(txn);
    keep_pen(txn);
    agenda_close(txn, book, before.queued);
}

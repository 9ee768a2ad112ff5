// rules/fold.c — one case for each event; the only code that sets a field of a State. Never: judges, refuses, reads packs' functions.
#include "rules/fold.h"
#include "base/defect.h"
#include "rules/fold_parts.h"
#include <string.h>

void fold_begin(const Def *def, State *state, uint64_t seed) {
    memset(state, 0, sizeof *state);
    memcpy(state->cell, def->start, sizeof state->cell);
    state->seed = seed;
    state->rng = rng_seed(seed, 54);
    state->turn_actor = state->ending = state->reading = NONE;
    state->phase = state->taker = state->chair_now = NONE;
    state->pen_now = state->summary_now = state->order_off = NONE;
    state->clause_moved_last = -1;
    memset(state->title, NONE, sizeof state->title);
    memset(state->title_by, NONE, sizeof state->title_by);
    memset(state->order, NONE, sizeof state->order);
    memset(state->shown, 2, sizeof state->shown);
    memset(state->meetings, NONE, sizeof state->meetings);
    memset(state->vote, 2, sizeof state->vote);
    memset(state->own_vote, 2, sizeof state->own_vote);
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        for (int32_t arena = 0; arena < ARENAS_MAX; arena++) {
            state->position[actor][arena] = def->arenas[arena].start[actor];
        }
    }
    fold_start_coalitions(def, state);
    fold_start_rules(def, state);
    fold_start_steer(state);
}

static void fold_delta(const Def *def, State *state, const Event *event) {
    if (event->cell >= def->cells_count) return;
    int32_t value = state->cell[event->cell] + event->applied;
    if (DEFECT(DEFECT_WRONG_FOLD) && event->applied < 0) value--;
    state->cell[event->cell] = (int16_t)core_clamp(
            value, def->cell_min[event->cell], def->cell_max[event->cell]);
    const Track *track = &def->tracks[def->cell_track[event->cell]];
    if (def->cell_track[event->cell] == TRACK_DRAFT && event->applied != 0) {
        state->clause_moved_last = (int16_t)(event->cell - track->base);
    }
    if (track->moved_base == UINT16_MAX || !(event->flags & EVENT_COUNTS)) return;
    size_t place = (size_t)track->moved_base + (size_t)(event->cell - track->base);
    state->moved[place] = (int16_t)(state->moved[place] + event->applied);
}

static void clear_plans(State *state) {
    memset(state->plan, 0, sizeof state->plan);
    memset(state->plan_count, 0, sizeof state->plan_count);
}

static void clear_step(State *state) {
    state->waiting = state->done = 0;
    state->turn_actor = NONE;
    state->turn_moves = 0;
}

static void clear_round(State *state) {
    state->met = 0;
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++)
        state->coalition[slot].purse = 0;
    memset(state->did, 0, sizeof state->did);
    memset(state->moved, 0, sizeof state->moved);
    memset(state->credit, 0, sizeof state->credit);
    memset(state->rated, 0, sizeof state->rated);
    memset(state->invited, 0, sizeof state->invited);
    memset(state->hosts, 0, sizeof state->hosts);
    memset(state->aside, 0, sizeof state->aside);
    memset(state->meetings, NONE, sizeof state->meetings);
    fold_building_round(state);
    state->opened = 0;
    state->reading = NONE;
}

static void fold_step(const Def *def, State *state, const Event *event) {
    bool new_round = (uint8_t)event->b != state->round;
    state->status = (uint8_t)event->a;
    state->round = (uint8_t)event->b;
    state->phase = (uint8_t)event->c;
    state->sub = (uint8_t)event->d;
    clear_step(state);
    fold_steer_step(state);
    // RESOLUTION carries the lists of ACTION out and then clears them itself.
    bool resolves = state->phase < def->phases_count
                    && def->phases[state->phase].does == DOES_RESOLUTION;
    if (!resolves) clear_plans(state);
    fold_deeds_step(def, state);
    if (new_round) clear_round(state);
}

static void fold_plan_add(State *state, const Event *event) {
    uint8_t *count = &state->plan_count[event->actor];
    if (*count >= PLAN_MAX) return;
    state->plan[event->actor][*count] = event->act;
    *count = (uint8_t)(*count + 1);
    state->next_act = event->act.id;
}

static void fold_plan_remove(State *state, const Event *event) {
    uint8_t count = state->plan_count[event->actor];
    if (event->a < 0 || event->a >= count) return;
    Act *list = state->plan[event->actor];
    for (int32_t i = event->a; i + 1 < count; i++)
        list[i] = list[i + 1];
    list[count - 1] = (Act){0};
    state->plan_count[event->actor] = (uint8_t)(count - 1);
}

static void fold_used(const Def *def, State *state, const Act *act) {
    bool kept = def->moves[act->move].flags & MOVE_ONCE_A_TARGET;
    if (!kept || state->used_count >= USED_MAX) return;
    state->used[state->used_count++] = (Used){act->actor, act->move, act->target};
}

static void fold_act(const Def *def, State *state, const Event *event) {
    const Act *act = &event->act;
    uint8_t actor = event->actor, move = act->move;
    if (actor >= ACTORS_MAX || move >= MOVES_MAX) return;
    if (state->did[actor][move] < UINT8_MAX) state->did[actor][move]++;
    if (state->done_moves[actor][move] < UINT8_MAX) state->done_moves[actor][move]++;
    if (event->a == 1 && state->won[actor][move] < UINT8_MAX) state->won[actor][move]++;
    state->voice_spent[actor] = (uint8_t)(state->voice_spent[actor] + act->bid);
    if (def->moves[move].kind == MOVE_POINT) state->heard |= (uint16_t)(1u << actor);
    state->acts_made++;
    fold_used(def, state, act);
    fold_deed(def, state, act);
    if (act->id > state->next_act) state->next_act = act->id;
}

static void fold_placed(State *state, const Event *event) {
    state->place_actor[event->a] = (uint8_t)event->b;
    state->place_role[event->a] = (uint8_t)event->c;
    if (event->d) state->place_name[event->a] = (uint16_t)event->d;
    if (event->c == ROLE_FREE) state->place_name[event->a] = 0;
}

static void fold_flow(const Def *def, State *state, const Event *event) {
    switch (event->kind) {
    case EVENT_STEP: fold_step(def, state, event); break;
    case EVENT_WAITING: state->waiting = (uint16_t)event->a; break;
    case EVENT_TURN:
        if (event->a != state->turn_actor) fold_deeds_turn(state, (uint8_t)event->a);
        state->turn_actor = (uint8_t)event->a;
        state->turn_moves = (uint8_t)event->b;
        break;
    case EVENT_DONE:
        if (event->a)
            state->done |= (uint16_t)(1u << event->actor);
        else
            state->done &= (uint16_t) ~(1u << event->actor);
        break;
    case EVENT_SEAT:
        state->seat_by[event->actor] = (uint8_t)event->a;
        state->policy[event->actor] = (uint8_t)event->b;
        break;
    case EVENT_PLACED: fold_placed(state, event); break;
    case EVENT_NAMED: state->place_name[event->a - 1] = (uint16_t)event->d; break;
    case EVENT_PLAN_ADD: fold_plan_add(state, event); break;
    case EVENT_PLAN_REMOVE: fold_plan_remove(state, event); break;
    default: clear_plans(state); break;
    }
}

static void mark(uint64_t *set, int32_t bit) { set[bit / 64] |= (uint64_t)1 << (bit % 64); }

static void fold_rng(State *state, const Event *event) {
    uint64_t words[6] = {(uint16_t)event->a, (uint16_t)event->b, (uint16_t)event->c,
            (uint16_t)event->d, 0, 0};
    state->rng.state = words[0] | words[1] << 16 | words[2] << 32 | words[3] << 48;
}

static void fold_lock(State *state, const Event *event) {
    for (int32_t actor = 0; actor < ACTORS_MAX; actor++) {
        if (event->actor != NONE && event->actor != actor) continue;
        uint64_t bit = (uint64_t)1 << (event->a % 64);
        int32_t word = event->a / 64;
        if (word < 0 || word >= MOVE_WORDS) return;
        uint64_t *set = event->b ? state->locked[actor] : state->unlocked[actor];
        uint64_t *other = event->b ? state->unlocked[actor] : state->locked[actor];
        set[word] |= bit;
        other[word] &= ~bit;
    }
}

// What rules and stories remember.
static void fold_memory(State *state, const Event *event) {
    switch (event->kind) {
    case EVENT_RNG: fold_rng(state, event); break;
    case EVENT_DRAW: state->draws[event->a] = (uint16_t)event->b; break;
    case EVENT_FAULT: state->faults[event->a] = (uint8_t)event->c; break;
    case EVENT_RULE_ONCE: mark(state->rules_done, event->a); break;
    case EVENT_SAID: mark(state->said, event->a); break;
    case EVENT_LOCK: fold_lock(state, event); break;
    case EVENT_WINDOW:
        if (event->b)
            state->windows_open |= 1u << event->a;
        else
            state->windows_open &= ~(1u << event->a);
        state->windows_until[event->a] = (uint8_t)event->c;
        state->window_pull[event->a] = (int8_t)(event->b ? event->d : 0);
        break;
    case EVENT_LEARNED:
        state->learned[event->actor][event->b] |=
                (uint32_t)(uint16_t)event->a | (uint32_t)(uint16_t)event->c << 16;
        break;
    case EVENT_LEARNED_TRUST: state->learned_trust[event->actor][event->a] = 1; break;
    case EVENT_PUBLISHED: fold_published(state, event->actor); break;
    case EVENT_ENDING: state->ending = (uint8_t)event->a; break;
    case EVENT_RED_LINE:
        state->red_crossed[event->actor] |= (uint16_t)(1u << event->a);
        break;
    case EVENT_CREDIT:
        state->credit[event->actor] =
                (uint8_t)(event->a == 2 ? CREDIT_GIVEN + event->b : event->a);
        break;
    case EVENT_REFLECT: state->rated[event->actor] = (uint8_t)(event->c + 2); break;
    case EVENT_EXPECT: state->expects[event->actor] = (uint8_t)(event->a + 2); break;
    default: fold_start_values(state, event); break;
    }
}

// Which part folds an event. PART_NONE is no part: a test wants one for every row of events.def.
typedef enum Part {
    PART_NONE,
    PART_TOLD,
    PART_DELTA,
    PART_ACT,
    PART_FLOW,
    PART_MEETING,
    PART_CHAIR,
    PART_STRUCTURE,
    PART_PRESS,
    PART_BUILDING,
    PART_STORY,
    PART_MEMORY,
    PART_STEER,
    PART_KNOB
} Part;

#define IN(part, id) [EVENT_##id] = PART_##part

static const uint8_t part_of[EVENT_COUNT] = {IN(DELTA, DELTA), IN(ACT, ACT),
        // told in the ledger; a State does not remember them
        IN(TOLD, ACT_DROPPED), IN(TOLD, REFUSED), IN(TOLD, SHOCK), IN(TOLD, PROMISE_RULED),
        // people and their words: session/people.h remembers them
        IN(TOLD, JOIN_LOCKED), IN(TOLD, CODE_CHANGED), IN(TOLD, ADDRESS_CHOSEN),
        IN(TOLD, RECAST), IN(TOLD, CARE), IN(TOLD, KEEPING), IN(TOLD, RESEATED),
        IN(TOLD, DECLINED), IN(TOLD, SEAT_REISSUED), IN(TOLD, SEATS_MERGED),
        IN(TOLD, MUTED), IN(TOLD, REMOVED), IN(TOLD, SAID_ALL), IN(TOLD, WHISPERED),
        IN(TOLD, HELP_ANSWERED), IN(TOLD, NUDGED), IN(TOLD, WORDS_HIDDEN),
        IN(TOLD, BOARD_SET), IN(TOLD, PEEKED), IN(TOLD, NOTED), IN(TOLD, MARKED),
        IN(TOLD, DEBRIEF_STEP), IN(TOLD, BACKED_UP), IN(TOLD, EXPORTED), IN(TOLD, ERASED),
        IN(TOLD, HELP_ASKED), IN(TOLD, PAUSE_WISHED), IN(TOLD, JOURNALED),
        IN(TOLD, OBSERVED), IN(TOLD, TEAM_DONE), IN(FLOW, NAMED), IN(TOLD, REWOUND),
        IN(TOLD, SLOWEST), IN(TOLD, SKIPPED), IN(TOLD, ENDED), IN(TOLD, OBJECTED_AWAY),
        IN(TOLD, ACTED_FOR), IN(TOLD, ADJUSTED), IN(TOLD, INJECTED), IN(STEER, CLOCK),
        IN(STEER, GRACE), IN(STEER, TIME_OVER), IN(STEER, PLAN_SET), IN(STEER, PACE),
        IN(STEER, OPTION), IN(KNOB, KNOB), IN(STEER, NUMBERS), IN(STEER, STAND_IN),
        IN(STEER, RETIRED), IN(FLOW, STEP), IN(FLOW, WAITING), IN(FLOW, TURN),
        IN(FLOW, DONE), IN(STEER, PAUSE), IN(FLOW, SEAT), IN(FLOW, PLACED),
        IN(FLOW, PLAN_ADD), IN(FLOW, PLAN_REMOVE), IN(FLOW, PLAN_CLEAR),
        IN(MEETING, MEETINGS), IN(MEETING, MEETING), IN(MEETING, AGENDA), IN(MEETING, ROLE),
        IN(MEETING, UTTERANCE), IN(MEETING, STRENGTH), IN(MEETING, RECORDED),
        IN(MEETING, AGED), IN(MEETING, MEETING_CLOSED), IN(MEETING, QUESTION),
        IN(BUILDING, LOAN), IN(BUILDING, LOAN_AGREED), IN(BUILDING, LOAN_END),
        IN(BUILDING, CONVENED), IN(BUILDING, TIED), IN(BUILDING, VOICE_GIVEN),
        IN(BUILDING, CONSENT_ASKED), IN(BUILDING, CONSENT_SAID), IN(MEETING, RENAMED),
        IN(MEETING, INVITED), IN(CHAIR, ORDERED), IN(CHAIR, OBJECTION), IN(CHAIR, HAND),
        IN(CHAIR, OVERRULED), IN(CHAIR, DEFERRED), IN(CHAIR, SUMMED), IN(CHAIR, CHALLENGED),
        IN(CHAIR, CHAIR_VOTE), IN(CHAIR, SHOWN), IN(CHAIR, ASIDE), IN(CHAIR, ASIDE_STATE),
        IN(STRUCTURE, POSITION), IN(STRUCTURE, COALITION), IN(STRUCTURE, MEMBERS),
        IN(STRUCTURE, COALITION_ASK), IN(STRUCTURE, COALITION_AGENDA),
        IN(STRUCTURE, COALITION_FLAGS), IN(STRUCTURE, COALITION_MARKS),
        IN(STRUCTURE, COALITION_PURSE), IN(STRUCTURE, COALITION_END),
        IN(STRUCTURE, PROPOSAL), IN(STRUCTURE, PROPOSAL_SAYS), IN(STRUCTURE, PROPOSAL_END),
        IN(STRUCTURE, DEAL), IN(STRUCTURE, DEAL_STATE), IN(STRUCTURE, PROMISE_STATE),
        IN(PRESS, MOTION), IN(PRESS, MOTION_END), IN(PRESS, ARENA_RULES),
        IN(PRESS, CHAMPION), IN(PRESS, SIDE_OFFER), IN(PRESS, SIDE_OFFER_END),
        IN(PRESS, SUIT), IN(PRESS, CLAIM_FLOOR), IN(PRESS, WATCHED), IN(PRESS, MEASURED),
        IN(TOLD, FORESHADOWED), IN(STORY, HAPPENED), IN(STORY, QUEUED), IN(STORY, UNQUEUED),
        IN(STORY, CHOICE_OPEN), IN(STORY, CHOSEN), IN(STORY, CHOICE_END), IN(STORY, CARD),
        IN(STORY, CARD_SAYS), IN(STORY, CARD_END), IN(STORY, READINGS), IN(STORY, VOTE),
        IN(STORY, OWN_VOTE), IN(STORY, DRAWN), IN(STORY, SPREAD), IN(STORY, AMENDING),
        IN(STORY, AMEND), IN(STORY, FUNDED), IN(STORY, DECISION), IN(MEMORY, PUBLISHED),
        IN(MEMORY, WINDOW), IN(MEMORY, LOCK), IN(MEMORY, SAID), IN(MEMORY, LEARNED),
        IN(MEMORY, LEARNED_TRUST), IN(MEMORY, RED_LINE), IN(MEMORY, CREDIT),
        IN(MEMORY, EXPECT), IN(MEMORY, REFLECT), IN(MEMORY, ENDING), IN(MEMORY, RNG),
        IN(MEMORY, DRAW), IN(MEMORY, FAULT), IN(MEMORY, RULE_ONCE),
        IN(MEMORY, START_VALUES)};

void fold_event(const Def *def, State *state, const Event *event) {
    if (event->kind == EVENT_DELTA) { // most events; its cell is all it names
        fold_delta(def, state, event);
        return;
    }
    if (event->kind >= EVENT_COUNT || !fold_sane(def, event)) return;
    switch ((Part)part_of[event->kind]) {
    case PART_DELTA: break;
    case PART_ACT: fold_act(def, state, event); break;
    case PART_FLOW: fold_flow(def, state, event); break;
    case PART_MEETING: fold_meeting(def, state, event); break;
    case PART_CHAIR: fold_chair(state, event); break;
    case PART_STRUCTURE: fold_structure(state, event); break;
    case PART_PRESS: fold_press(state, event); break;
    case PART_BUILDING: fold_building(state, event); break;
    case PART_STORY: fold_story(def, state, event); break;
    case PART_MEMORY: fold_memory(state, event); break;
    case PART_STEER: fold_steer(state, event); break;
    case PART_KNOB: fold_knob(def, state, event); break;
    case PART_TOLD:
    case PART_NONE: break;
    }
}

bool fold_knows(EventKind kind) { return kind < EVENT_COUNT && part_of[kind] != PART_NONE; }

void fold_events(const Def *def, State *state, const Event *events, int32_t count) {
    for (int32_t i = 0; i < count; i++)
        fold_event(def, state, &events[i]);
}

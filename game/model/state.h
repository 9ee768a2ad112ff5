// model/state.h — everything that changes in a game, as one plain struct. Never: written outside rules/fold.c.
#ifndef MODEL_STATE_H
#define MODEL_STATE_H
#include "base/rng.h"
#include "model/deal.h"
#include "model/def.h"
#include "model/steer.h"

typedef enum Status {
    STATUS_LOBBY,
    STATUS_BRIEF,
    STATUS_RUNNING,
    STATUS_DEBRIEF,
    STATUS_CLOSED
} Status;

// What a stand-in does for a person who is away.
typedef enum SeatPolicy {
    POLICY_HOLD,    // keeps the seat's word and else nothing
    POLICY_ABSTAIN, // the same, and its deciders abstain
    POLICY_REPEAT,  // what the seat has done before
    POLICY_PERSONA, // as the computer would, within what a stand-in may
    POLICY_COUNT,
    POLICY_NONE = POLICY_COUNT, // no stand-in
} SeatPolicy;

// EVENT_STAND_IN, a.
typedef enum StandInStep {
    STAND_IN_OFF,   // the person plays again
    STAND_IN_ON,    // the stand-in plays
    STAND_IN_LATER, // from the next step on
    STAND_IN_BACK,  // the person plays again from the next step on
    STAND_IN_STEPS,
} StandInStep;

// Sub-steps of a meeting phase.
typedef enum MeetingStep { MEET_NONE, MEET_ROLES, MEET_SPEECH, MEET_RECORD } MeetingStep;

// What became of the chair's order of the agenda.
typedef enum AgendaOrder { ORDER_NONE, ORDER_GIVEN, ORDER_OVERRULED } AgendaOrder;

typedef enum SeatBy { BY_NOBODY, BY_PERSON, BY_COMPUTER, BY_STAND_IN } SeatBy;

// What a person's place is for. Who may sit in it is the host's to know, never the State's.
typedef enum SeatRole { ROLE_FREE, ROLE_PLAYS, ROLE_OBSERVES, ROLE_WAITS } SeatRole;

typedef enum UtteranceKind {
    UTTER_NONE,
    UTTER_FRAME,
    UTTER_WORD,
    UTTER_COMMITMENT
} UtteranceKind;
typedef enum UtteranceState {
    UTTERANCE_FREE,
    UTTERANCE_SPOKEN,
    UTTERANCE_LIVE,
    UTTERANCE_PLAYED,
    UTTERANCE_CLOSED
} UtteranceState;

typedef struct Utterance {
    uint8_t state;                    // UtteranceState
    uint8_t author, voiced_by, taker; // taker: who minuted it, NONE
    uint8_t arena, round;
    uint8_t kind;     // UtteranceKind
    uint8_t target;   // frame or clause
    int8_t direction; // clause: 1 up, -1 down
    uint8_t strength, slanted, age;
    uint8_t move; // the point of power
    uint8_t bid;
    uint8_t extras; // strength that came from tokens, roles, home and partners
    uint8_t spare;
    uint16_t act; // Act.id
    uint16_t words;
} Utterance;

typedef enum AsideState { ASIDE_FREE, ASIDE_OFFERED, ASIDE_AGREED } AsideState;

// A word between two in BACKSTAGE. What it is about says what it brings: the partner itself (trust on
// both sides), a decider (what the partner knows of it), a frame or a clause (the partner will voice
// these words of `by` in the next meeting).
typedef struct Aside {
    uint8_t state; // AsideState
    uint8_t by, to;
    uint8_t move; // the point of power
    Thing about;
    int8_t side; // of a clause: 1 up, -1 down
    uint8_t spare;
} Aside;

typedef struct Coalition {
    uint16_t members; // mask; 0 = free slot
    uint8_t rule;     // CoalitionRule
    uint8_t lead;
    uint8_t frame;                        // of the agenda, NONE
    uint8_t flags;                        // 1 transparent, 2 confidential
    uint8_t backbone, backbone_does;      // actor or NONE; 1 coordinate, 2 transform
    uint8_t founded;                      // round
    uint8_t target[CLAUSES_MAX];          // level or NONE
    uint8_t ask[ACTORS_MAX][CLAUSES_MAX]; // level, perhaps with ASK_HELD, or NONE
    uint8_t start_name;                   // index of the pack's coalition, or NONE
    uint8_t measured;                     // 1: its members have measured something
    uint8_t marks;                        // COALITION_ bits below
    uint16_t purse; // members who let others spend the pool this round
    uint16_t words; // id of the name its founders gave it, 0 = none
} Coalition;

enum { // Coalition.marks
    COALITION_CONVENED =
            2, // a member convened: the agenda may be revised in the next BACKSTAGE
    COALITION_WORKED = 4, // different acts on one decider in the last round that settled
    COALITION_STUCK = 8,  // busy, not moving: its members were told
    COALITION_FRAME_NEW =
            16, // the frame was set in this BACKSTAGE and may still be changed
};

enum { ASK_HELD = 16 }; // in Coalition.ask: a red line holds this level

// What a member asks of a clause, NONE if it asked nothing.
static inline uint8_t coalition_ask(
        const Coalition *coalition, int32_t actor, int32_t clause) {
    uint8_t ask = coalition->ask[actor][clause];
    return ask == NONE ? ask : (uint8_t)(ask & ~ASK_HELD);
}

typedef enum CoalitionRule {
    COALITION_CONSENT,
    COALITION_LEAD,
    COALITION_MAJORITY,
    COALITION_CONSENSUS
} CoalitionRule;

typedef struct Proposal {
    uint8_t open;      // 1 = in use
    uint8_t coalition; // NONE = a new one
    uint8_t by, rule;
    uint16_t members; // who would be in it (new), or who wants to join
    uint16_t yes, no;
    uint16_t words; // id of the name of a new one, 0 = none
} Proposal;

// Who deals an open choice. All but the first are cards of the engine (rules/card.c); `about`, `by`, `a`
// and `b` mean what the row says. Answer 0 is what silence means.
typedef enum ChoiceKind {
    CHOICE_HAPPENING, // answers stand in the pack
    CHOICE_SPLIT,     // about a coalition: 0 stay, 1 go
    CHOICE_MOTION,    // about a place in State.motion: 0 abstain, 1 yes, 2 no
    CHOICE_OFFER,     // about a place in State.side_offer: 0 refuse, 1 take
    CHOICE_RULING,    // about who argues; the facilitator picks a choice of happening a
    CHOICE_CONSENT,   // about a place in State.consent: 0 no, 1 yes
    CHOICE_KIND_COUNT,
} ChoiceKind;

enum { CHOICE_KEY = 256 }; // Command.a of an answer to a card: CHOICE_KEY + its slot

typedef struct OpenChoice {
    uint8_t open, happening;
    uint16_t asked; // actors that may answer
    uint16_t answered;
    uint8_t answer[ACTORS_MAX]; // place among the answers, NONE
    uint8_t console;            // 1: the facilitator answers
    uint8_t kind;               // ChoiceKind
    uint8_t about, by;          // of a card
    int16_t a, b;               // of a card
} OpenChoice;

// A change of the rules of an arena that waits for its next meeting.
typedef enum MotionKind {
    MOTION_NONE,
    MOTION_QUOTA, // how: by how much
    MOTION_SLOTS, // how: by how much
    MOTION_CHAIR, // how: ChairRule
    MOTION_SEAT,  // how: the actor who gets a seat
    MOTION_VOTE,  // how: the actor who gets one vote more
    MOTION_OUT,   // how: the actor who loses its place
    MOTION_LOT,   // citizens drawn by lot decide
    MOTION_BOOKS, // everyone reads the minutes
    MOTION_COUNT,
} MotionKind;

typedef struct Motion {
    uint8_t what; // MotionKind; MOTION_NONE = free
    uint8_t by, arena, round;
    int16_t how;
} Motion;

// What a motion may change of an arena; the rest of it is fixed by the pack.
typedef struct ArenaRules {
    uint8_t chair;   // ChairRule
    uint8_t decides; // index into Def.decision_rules or NONE
    uint8_t open;    // everyone reads its minutes
} ArenaRules;

// A decider who was won over and works on its colleagues.
typedef struct Champion {
    uint8_t by;    // actor who won it, NONE = no champion
    int8_t side;   // 1 for, -1 against the draft
    uint8_t push;  // tenths it moves each colleague in a round
    uint8_t since; // round
} Champion;

// An offer made across coalitions; put to its receiver at the next BACKSTAGE.
typedef struct SideOffer {
    uint8_t open; // 1 = waits, 2 = is on the table
    uint8_t by, to;
    uint8_t coalition;        // slot whose cohesion it tries
    uint8_t cohesion;         // points lost when it is taken
    uint8_t resource, amount; // what the taker gets; NONE = nothing
    uint8_t spare;
} SideOffer;

typedef struct Queued {
    uint8_t round; // 0 = free
    uint8_t happening;
} Queued;

typedef struct OpenQuestion {
    uint8_t open, from, to;
    uint8_t arena;
} OpenQuestion;

enum { // facts a seat has learned about a decider
    FACT_STANCE = 1,
    FACT_VALUE_0 = 2, // values of clause n: FACT_VALUE_0 << n
    FACT_RESONANCE_0 =
            1 << (1 + CLAUSES_MAX), // resonance of frame n: FACT_RESONANCE_0 << n
};

// A move that may point at each target only once, already used on one.
typedef struct Used {
    uint8_t actor, move;
    Thing target;
} Used;

// What an actor did when lists were last carried out, or in its last turn: what others may repeat in the
// thoughts of a computer player.
typedef struct Deeds {
    Act act[PLAN_MAX]; // without number and own words
    uint8_t count;
    uint8_t open; // 1: the quiet ones are published
} Deeds;

enum { CREDIT_GIVEN = 16 }; // State.credit

// What can be lent: places in an arena, or money.
typedef enum LoanPlace {
    LOAN_NOTHING,
    LOAN_SEAT,
    LOAN_VOTE, // one vote
    LOAN_CHAIR,
    LOAN_PEN,
    LOAN_BUDGET,
    LOAN_PLACES_COUNT,
} LoanPlace;

typedef enum LoanState { LOAN_FREE, LOAN_LENT, LOAN_EMBEDDED } LoanState;

enum {                     // Loan.flags
    LOAN_BROUGHT_SEAT = 1, // the receiver had no place in the arena before
    LOAN_GIVER_AGREES = 2, // wants it to stay, in this round
    LOAN_RECEIVER_AGREES = 4,
};

// Positions are held by the receiver while the loan lasts; this remembers whose they are.
typedef struct Loan {
    uint8_t state; // LoanState
    uint8_t giver, receiver, arena;
    uint8_t place;  // LoanPlace
    uint8_t amount; // of a budget, points
    uint8_t until;  // last round
    uint8_t flags;
} Loan;

// A meeting somebody called for a round.
typedef struct Convened {
    uint16_t guests; // mask
    uint8_t round;   // 0 = free
    uint8_t arena, by, chair;
} Convened;

typedef enum ConsentState {
    CONSENT_FREE,
    CONSENT_ASKED,
    CONSENT_YES,
    CONSENT_NO
} ConsentState;

// A move that needs the yes of whom it points at, asked for in this round with exactly these answers.
typedef struct Consent {
    uint8_t state; // ConsentState
    uint8_t by, to, move;
    int16_t asked[ASKS_MAX];
} Consent;

// A group whose consent was missing may amend its text once, before it is asked again.
typedef enum AmendState { AMEND_NOT_YET, AMEND_OPEN, AMEND_USED } AmendState;

enum {
    AMEND_LEAVE = 1,
    AMEND_FIRST = 2
}; // State.amend: as it is; AMEND_FIRST + 2 * clause + up

typedef struct Decision {
    uint8_t done, passed; // in this session so far
    uint8_t round;
    int8_t margin;
    uint8_t yes_weight, total_weight;
    uint16_t tries;
    uint8_t text[CLAUSES_MAX]; // draft that was decided on
} Decision;

typedef struct State {
    int16_t cell[CELLS_MAX];        // tenths; layout in Def.tracks
    int16_t moved[MOVED_CELLS_MAX]; // by players' acts this round, for capped tracks
    uint64_t seed;
    uint64_t locked[ACTORS_MAX][MOVE_WORDS];   // moves shut for an actor
    uint64_t unlocked[ACTORS_MAX][MOVE_WORDS]; // moves opened beyond the deck
    Rng rng; // sortition and noise of computer players only
    uint32_t learned[ACTORS_MAX][DECIDERS_MAX]; // FACT_ bits
    uint32_t windows_open;
    uint8_t windows_until[WINDOWS_MAX];
    uint64_t happened[2];                      // mask of happenings that came up
    uint64_t said[64];                         // mask of texts told
    uint64_t rules_done[3];                    // mask of once rules that ran
    uint16_t draws[RULES_MAX + FUNCTIONS_MAX]; // draws of each rule so far
    uint8_t faults[RULES_MAX + FUNCTIONS_MAX];
    // Where the game is.
    uint8_t status;     // Status
    uint8_t paused;     // Paused
    uint8_t round;      // 1.. ; 0 before the first
    uint8_t phase;      // index into Def.phases
    uint8_t sub;        // MeetingStep in meetings
    uint8_t turn_actor; // in_turn phases, NONE
    uint8_t turn_moves; // moves left
    uint8_t ending;     // NONE until reached
    uint16_t waiting;   // actors this step waits for
    uint16_t done;      // actors that are ready
    uint16_t next_act;  // last Act.id given out
    uint16_t acts_made; // moves made so far
    // Seats.
    uint8_t seat_by[ACTORS_MAX];    // SeatBy
    uint8_t policy[ACTORS_MAX];     // SeatPolicy of stand-ins
    uint8_t place_role[SEATS_MAX];  // SeatRole of each person's place
    uint8_t place_actor[SEATS_MAX]; // whom it plays; read only where the role is ROLE_PLAYS
    uint16_t place_name[SEATS_MAX]; // id of the person's own words, 0 = none
    // Lists of acts held ready in this step.
    Act plan[ACTORS_MAX][PLAN_MAX];
    uint8_t plan_count[ACTORS_MAX];
    Deeds deeds[ACTORS_MAX];
    // Counts.
    uint8_t did[ACTORS_MAX][MOVES_MAX]; // this round
    uint8_t done_moves[ACTORS_MAX][MOVES_MAX];
    uint8_t won[ACTORS_MAX][MOVES_MAX]; // points that took effect
    uint16_t opened;                    // actors whose quiet acts of this round are open
    uint16_t used_count;
    Used used[USED_MAX]; // of moves with once_per_target
    // Positions and meetings.
    Position position[ACTORS_MAX][ARENAS_MAX];
    uint8_t meetings[4];               // arenas that meet this round, in order; NONE
    uint8_t meeting;                   // place in meetings of the one open now
    uint8_t agenda_count, agenda_open; // queue; how many can be worded
    uint16_t present;
    uint16_t silent_last; // actors silent in the last meeting
    uint16_t invited[ARENAS_MAX];
    uint8_t agenda[AGENDA_MAX];
    uint8_t taker, taker_won; // minutes of the meeting open now
    uint8_t chair_now, record_done;
    uint8_t pen_now, summary_now; // other roles of it, NONE
    uint8_t summed;               // 1: the summary has been given
    uint8_t ordered;              // AgendaOrder
    uint8_t order[3];             // clauses the chair puts first, NONE
    uint8_t order_off;            // clause the chair defers, NONE
    uint16_t objected;            // actors that objected to the chair's order
    uint16_t hands_for, hands_against;
    uint16_t queued;               // clauses somebody queued for this meeting
    uint16_t heard;                // actors that used anything in it
    uint16_t deferred[ARENAS_MAX]; // clauses off the next agenda of the arena
    uint16_t hosts[ARENAS_MAX];    // actors that have invited a guest this round
    uint8_t chair_vote[ARENAS_MAX][ACTORS_MAX]; // whom an actor elects, 1 + actor; 0 nobody
    Aside aside[ASIDES_MAX];
    uint8_t bulletin_round;          // round of the last bulletin, 0 = none yet
    uint8_t shown_issues;            // mask: an indicative vote was called on the issue
    uint16_t shown_to[DECIDERS_MAX]; // actors that saw its sign
    int8_t shown[DECIDERS_MAX];      // sign it showed, 2 = none
    uint8_t reading;                 // happening whose readings are open this round, NONE
    uint8_t title[ISSUES_MAX];       // frame whose title the issue carries, NONE
    uint8_t title_by[ISSUES_MAX];    // actor whose words gave it, NONE
    Utterance utterance[UTTERANCES_MAX];
    OpenQuestion question[8];
    // Structures.
    Coalition coalition[COALITIONS_MAX];
    Proposal proposal[PROPOSALS_MAX];
    Deal deal[DEALS_MAX];
    OpenChoice choice[OPEN_CHOICES_MAX];
    Queued queue[QUEUE_MAX];
    // Pressing and changing rules.
    Motion motion[MOTIONS_MAX];
    ArenaRules rules_of[ARENAS_MAX];
    Champion champion[DECIDERS_MAX];
    SideOffer side_offer[SIDE_OFFERS_MAX];
    uint8_t suit[CLAUSES_MAX]
                [ACTORS_MAX];        // last round somebody worked on it, 0 = none runs
    uint8_t floor[CLAUSES_MAX];      // a court's floor for law
    uint16_t claims_won;             // mask of claims a court has granted
    uint16_t watches[ACTORS_MAX];    // mask of clauses a team watches
    uint64_t measured[ACTORS_MAX];   // mask of numbers a team reads exactly
    int8_t window_pull[WINDOWS_MAX]; // points a window adds while it is open
    Loan loan[LOANS_MAX];
    Convened convened[CONVENED_MAX];
    Consent consent[CONSENTS_MAX];
    uint8_t strings[ACTORS_MAX]
                   [ACTORS_MAX]; // giver, recipient: move set + 1 that tied money closes
    // Decisions.
    Decision decision[ARENAS_MAX];
    int8_t vote[DECIDERS_MAX];             // 1, 0, -1 of the last decision; 2 = not voted
    int8_t own_vote[DECIDERS_MAX];         // what its owner wants; 2 = not said
    uint8_t amending[ARENAS_MAX];          // AmendState
    uint8_t amend[ARENAS_MAX][ACTORS_MAX]; // what an actor proposes, 0 = nothing yet
    uint16_t reason[DECIDERS_MAX];         // id of the words of an objection, 0 = none
    uint8_t spread[DECIDERS_MAX][BUDGET_OPTIONS_MAX]; // points of a budget
    uint16_t funded[ARENAS_MAX];                      // mask of options its budget paid for
    int16_t support[DECIDERS_MAX];                    // tenths at the last decision
    int16_t start_stance[DECIDERS_MAX];               // at game start, for durability
    uint16_t red_crossed[ACTORS_MAX];
    uint8_t drawn[DECIDERS_MAX]; // citizens of this type that were drawn by lot
    uint8_t credit
            [ACTORS_MAX]; // 0 none, 1 claimed, CREDIT_GIVEN + the actor it was given to
    uint8_t expects[ACTORS_MAX], rated[ACTORS_MAX]; // said value + 2; 0 = not said
    // Remembered for criteria and for "since last round".
    uint16_t macro_start[ACTORS_MAX]; // per mille
    int16_t legitimacy_start[ACTORS_MAX][AUDIENCES_MAX];
    int16_t holdings_start[ACTORS_MAX];
    uint8_t steps_by[ACTORS_MAX]; // clause steps authored, in tenths of a step
    uint8_t lines_by[ACTORS_MAX]; // recorded lines
    uint8_t voice_spent[ACTORS_MAX];
    uint8_t together[ACTORS_MAX]; // low byte of a mask kept with the high one below
    uint8_t together_high[ACTORS_MAX];
    uint8_t learned_trust[ACTORS_MAX][ACTORS_MAX];
    int16_t clause_moved_last; // clause that moved last, -1
    uint16_t met;              // actors who were in a meeting of this round
    uint16_t stepped_back;     // actors that gave their voice away in this round
    uint16_t guests_ever;      // actors that were on a guest list before
    Steer steer;
} State;

_Static_assert(sizeof(State) <= 64 * 1024, "State must fit in 64 KiB");

static inline int32_t state_at(
        const Def *def, const State *state, int32_t track, int32_t row, int32_t column) {
    return state->cell[def_cell(def, track, row, column)];
}
// The value of a setting of the session.
static inline int32_t state_option(const State *state, OptionId id) {
    return state->steer.option[id];
}
// The actor a `who` of the console's commands means, or NONE.
static inline uint8_t state_who(const State *state, int32_t who) {
    if (who >= SEATS_MAX)
        return (uint8_t)(who - SEATS_MAX < ACTORS_MAX ? who - SEATS_MAX : NONE);
    bool plays = who >= 0 && state->place_role[who] == ROLE_PLAYS;
    return plays ? state->place_actor[who] : (uint8_t)NONE;
}
// The happening, text … bits.
static inline bool state_bit(const uint64_t *set, int32_t bit) {
    return (set[bit / 64] >> (bit % 64)) & 1;
}
// True when the actor holds a seat, vote, chair or pen in the arena.
static inline bool state_holds_place(const State *state, int32_t actor, int32_t arena) {
    return state->position[actor][arena].places != 0
           || state->position[actor][arena].weight != 0;
}
// Slot of the actor's largest coalition, or NONE (ties: first slot).
uint8_t state_coalition_of(const State *state, int32_t actor);
static inline int32_t state_members_count(uint16_t mask) {
    return __builtin_popcount(mask);
}
// 64-bit fingerprint of the whole State.
uint64_t state_digest(const Def *def, const State *state);

#endif // MODEL_STATE_H

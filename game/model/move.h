// model/move.h — what a pack says of a move: who may do it, what it points at, costs and brings. Never: whether it is open now (rules/gate.h).
#ifndef MODEL_MOVE_H
#define MODEL_MOVE_H
#include "model/kind.h"

typedef uint16_t TextId; // a text of the catalogue, 0 = none
typedef uint16_t ExprId; // a compiled expression, 0 = none
typedef uint32_t PoolId; // an offset into Def.pool, 0 = ""

// Which things a change or a question is about. Resolved when it runs.
typedef enum SelHow {
    SEL_NONE = 0,
    SEL_ONE,     // index
    SEL_ME,      // the acting actor
    SEL_TARGET,  // what the move points at
    SEL_ASKED,   // answer number index of the move
    SEL_EACH,    // the member a rule or question looks at
    SEL_SET,     // several, see SelSet in index
    SEL_TAG,     // actors with tag number index
    SEL_OWNER,   // the actor that owns the target decider
    SEL_WITH,    // the other party of a deal or happening
    SEL_HERE,    // the arena of the meeting
    SEL_RICHEST, // who else in the room has the largest share of means and places
} SelHow;

typedef enum SelSet {
    SET_ALL,     // every thing of the kind
    SET_OTHERS,  // actors but me
    SET_MEMBERS, // members of my coalitions, me included
    SET_PRESENT, // actors present in the meeting
    SET_LOCAL,   // arenas of one level
    SET_NATIONAL,
    SET_GLOBAL,
} SelSet;

typedef struct Sel {
    uint8_t how;   // SelHow
    uint8_t kind;  // Kind of the things selected
    uint8_t index; // thing, asked number, tag or SelSet
    uint8_t spare;
} Sel;

typedef enum ChangeOp {
    CHANGE_NONE = 0,
#define CHANGE(id, word) CHANGE_##id,
#include "model/changes.def"
#undef CHANGE
    CHANGE_COUNT
} ChangeOp;

enum { REVEAL_NUMBERS = 4, REVEAL_PROMISES = 5 }; // Change.a of the word reveal

enum {                     // Change.flags
    CHANGE_SIGNED = 1,     // the side of the move signs it
    CHANGE_GATED = 2,      // standing factor of the move's gate audience
    CHANGE_REPEATS = 4,    // same act again counts less
    CHANGE_TOGETHER = 8,   // joint pressure counts more
    CHANGE_BREADTH = 16,   // constituencies count
    CHANGE_TIRES = 32,     // fatigue divides
    CHANGE_IN_TENTHS = 64, // amount is in tenths, not points
    CHANGE_IS_COST = 128,  // must be payable; judged by the gate
};

// One effect on one or many cells, or one change word. Amounts are expressions in points.
typedef struct Change {
    uint8_t op; // ChangeOp
    uint8_t flags;
    uint16_t track;  // index into Def.tracks for numbers
    Sel who, toward; // row and column of the track; the persons of other words
    ExprId amount, when;
    int16_t a, b, c; // by op: text, happening or window, move, rounds, place …; -1 = none
    uint8_t sign;    // 1: subtract (loses, costs, LOSE)
    uint8_t spare;   // 1: the amount is worked out for each column of a set, not each row
} Change;

enum { // what a, b and c of a Change may name besides an index
    CHANGE_WHO_ACTS = 256,
    CHANGE_NOBODY = 257,
    CHANGE_ASKED = 512, // + number of the answer
};

// A run of Def.changes.
typedef struct ChangeSpan {
    uint16_t first, count;
} ChangeSpan;

typedef enum AskKind { ASK_NUMBER, ASK_WORD, ASK_THING, ASK_ANY, ASK_ACTORS } AskKind;

// What else the player picks. The answer is an int16: the number, the word's value, the thing's index,
// or kind * 256 + index where things of several kinds are asked for, 0 for none, or the mask of several
// actors (model/ask.h).
typedef struct Ask {
    PoolId id;
    TextId name;
    uint8_t kind;     // AskKind
    uint8_t thing;    // Kind for ASK_THING
    int16_t from, to; // of ASK_NUMBER; from is the mask of 1 << Kind of ASK_ANY
    uint16_t words_first,
            words_count; // Def.ask_words for ASK_WORD; of ASK_ANY one that names "none"
} Ask;

typedef struct AskWord {
    PoolId id;
    TextId name;
    int16_t value;
} AskWord;

// A named part of a move's arithmetic; worked out once for each use, in order.
typedef struct Let {
    PoolId id;
    ExprId expr;
} Let;

typedef enum MoveKind { MOVE_VERB, MOVE_TRADEOFF, MOVE_POINT } MoveKind;
typedef enum Style { STYLE_WITH, STYLE_OVER, STYLE_TO, STYLE_FOR } Style;
typedef enum Face { FACE_VISIBLE, FACE_HIDDEN, FACE_INVISIBLE } Face;

// Steps of RESOLUTION in their order; 0 = pay.
typedef enum ActStep {
    STEP_PAY,
    STEP_TRANSFER,
    STEP_LEARN,
    STEP_BUILD,
    STEP_VOICE,
    STEP_PRESSURE,
    STEP_ACCESS,
    STEP_BLOCK,
    STEP_COURT,
    STEP_SETTLE,
    STEP_DECIDE,
    STEP_PROMISES,
    STEP_AFTER,
    STEP_CLOSE,
} ActStep;

// What a point of power is in the meeting; the engine's mechanisms.
typedef enum PointMechanism {
    POINT_PLAIN,       // only changes
    POINT_UTTER,       // makes an utterance of strength `utters` on the target
    POINT_RESIST,      // lowers matching utterances of others
    POINT_READING,     // one winner, the other bids count as utterances of strength 1 + bid
    POINT_ROLE,        // a sealed bid for a role
    POINT_QUESTION,    // a decider shows a band, an actor answers or deflects
    POINT_CHAIR,       // a role by the rule of the arena: orders, defers, breaks even votes
    POINT_ALTERNATIVE, // lowers matching utterances a little and proposes something instead
    POINT_BACKS,       // goes with own words on the target and makes them stronger
    POINT_QUEUE,       // puts an item forward in the queue of the agenda
    POINT_CHALLENGE,   // doubts a line of the minutes
    POINT_PRIME,       // a word with another actor backstage
} PointMechanism;

enum { // Move.may: the rights of a role
    MAY_ORDER_AGENDA = 1,
    MAY_BREAK_TIE = 2,
    MAY_DEFER = 4,
    MAY_SLANT = 8,
    MAY_SHARPEN = 16, // the pen: own and partners' wording weighs more
    MAY_SUM_UP = 32,  // the summary: one utterance weighs more
};

enum { // Move.flags
    MOVE_SIDES = 1,
    MOVE_QUIET = 2,
    MOVE_ONCE = 4,
    MOVE_ONCE_A_ROUND = 8,
    MOVE_ONCE_A_TARGET = 16,
    MOVE_CONSENT = 32,
    MOVE_STARTER = 64,
    MOVE_OWN = 128,      // declared by the scenario itself: always on the table
    MOVE_AT_ROLES = 256, // a point made with the bids for roles, before the speech
    // The gate looks at its change words: it lends, gives, convenes or ties money;
    MOVE_BUILDS = 512,
    // or it makes champions, suits, motions or side offers.
    MOVE_PRESSES = 1024,
};

typedef struct Move {
    PoolId id;
    TextId name, say, warns, closed, about;
    TextId role_name; // who holds the role it bids for: "Chair"
    uint8_t kind;     // MoveKind
    uint8_t style, face;
    uint8_t step; // ActStep
    uint16_t flags;
    uint16_t phases;  // mask of Def.phases it may be used in; 0 = by its kind
    uint16_t who;     // mask of actors
    uint16_t targets; // mask of 1 << Kind; 0 = none
    ExprId when, target_when;
    Ask asks[ASKS_MAX];
    uint8_t asks_count;
    uint8_t time, voice;      // hours of a verb; voice of a point without bids
    uint8_t bid_min, bid_max; // 0, 0 = no bid
    uint8_t gate;             // audience index or NONE
    uint8_t mechanism;        // PointMechanism
    uint8_t may, records, label_max;
    uint8_t after; // happening index after which it is open, or NONE
    ExprId utters; // strength of the utterance
    uint16_t lets_first, lets_count;
    ChangeSpan costs, needs, changes;
} Move;

// A chosen move as it is planned, bid or made.
typedef struct Act {
    uint16_t id;  // grows in a session; 0 = none
    uint8_t move; // index into Def.moves
    uint8_t actor;
    Thing target;
    int8_t side;   // 1 for or up, -1 against or down, 0 without sides
    uint8_t bid;   // voice bid, 0 without
    uint8_t arena; // where it is said, or NONE
    uint8_t token; // 0 none, 1 a story, 2 evidence spent with the words
    uint8_t by;    // CommandBy: its seat, or who sent it for the seat
    uint8_t why;   // of a computer player (model/reason.h), secret until the debrief
    int16_t asked[ASKS_MAX];
    uint16_t words; // id of the person's own words, 0 = none
} Act;

#endif // MODEL_MOVE_H

// model/def.h — the immutable scenario: everything a pack and its plugins declared, compiled. Never: changes after loading (a session that turns knobs has a copy, session/turned.c); no pointers.
#ifndef MODEL_DEF_H
#define MODEL_DEF_H
#include "base/digest.h"
#include "model/deal.h"
#include "model/move.h"
#include "model/track.h"

typedef enum Coef {
#define COEF(id, name, neutral, min, max, help) COEF_##id,
#include "model/coefs.def"
#undef COEF
    COEF_COUNT
} Coef;

typedef enum Moment {
    MOMENT_NONE = 0,
#define MOMENT(id, name) MOMENT_##id,
#include "model/moments.def"
#undef MOMENT
    MOMENT_COUNT
} Moment;

// Indexes below match the order of declaration. Every thing starts with its names.
typedef struct Names {
    PoolId id;
    TextId name, about;
    PoolId icon; // path in the pack, 0 = none
} Names;

enum { // places of an actor in an arena
    PLACE_SEAT = 1,
    PLACE_CHAIR = 2,
    PLACE_PEN = 4,
};

typedef struct Position {
    uint8_t places; // PLACE_ bits; a vote is weight > 0 and includes a seat
    uint8_t weight; // votes
    uint8_t state;  // 0 own, 1 lent, 2 embedded
    uint8_t until;  // last round of a loan
} Position;

enum { // stock tags, in this order; a pack's own follow
    TAG_AFFECTED,
    TAG_PUBLIC_BODY,
    TAG_FUNDER,
    TAG_COMMUNITY,
    TAG_TRANSNATIONAL,
    TAG_MEDIA,
    TAG_INCUMBENT,
    TAG_NEUTRAL,
    TAG_INFORMAL,
    TAG_STOCK_COUNT,
};

typedef struct Mandate {
    ExprId when;
    TextId text, reveal;
} Mandate;

typedef enum SeatKind { SEAT_EITHER, SEAT_PLAYER, SEAT_COMPUTER } SeatKind;
typedef enum Cast { CAST_NORMAL, CAST_CORE, CAST_OPTIONAL } Cast;

typedef struct Actor {
    Names names;
    TextId brief, private_brief, short_name, exit;
    uint32_t tags, constituencies; // masks
    uint8_t seat, cast;            // SeatKind, Cast
    uint8_t persona;               // index into Def.personas or NONE
    uint8_t line_delay;
    uint8_t time, voice; // refilled each round, each meeting
    uint8_t story_income, evidence_income;
    uint8_t people_min, people_max;
    uint16_t frames;                // mask of its own ways of seeing it, 0 = not said
    uint8_t wants_set[CLAUSES_MAX]; // 1 where wants holds
    uint8_t wants[CLAUSES_MAX], cares[CLAUSES_MAX];
    Mandate mandate, hidden;
    Mandate red_lines[RED_LINES_MAX]; // reveal unused
    uint8_t red_lines_count;
    uint64_t deck[MOVE_WORDS];
} Actor;

typedef enum Space { SPACE_CLOSED, SPACE_INVITED, SPACE_CLAIMED } Space;
typedef enum Reach { REACH_LOCAL, REACH_NATIONAL, REACH_GLOBAL } Reach;
typedef enum ChairRule { CHAIR_FIXED, CHAIR_ROTATING, CHAIR_ELECTED, CHAIR_LOT } ChairRule;

typedef struct Arena {
    Names names;
    uint8_t informal, space, reach, weight, chair_rule, transparent;
    uint8_t decides;     // index into Def.decision_rules or NONE
    uint8_t issues;      // mask
    uint16_t meets;      // mask of rounds, bit 1 = round 1; 0 = on call
    uint16_t decides_in; // mask of rounds
    uint16_t home_of;    // mask of actors
    uint16_t feeds;      // mask of arenas; a deciding arena always feeds itself
    Position start[ACTORS_MAX];
} Arena;

typedef enum RuleKind {
    RULE_VOTE,
    RULE_CONSENT,
    RULE_EXECUTIVE,
    RULE_COURT,
    RULE_ADOPT,
    RULE_SORTITION,
    RULE_BUDGET,
} RuleKind;

// What the money of a rule of kind budget can go to.
typedef struct BudgetOption {
    PoolId id;
    TextId text;
    int16_t cost;
    ExprId wanted; // how much a voter who says nothing wants it; 0 = as much as any other
    ChangeSpan changes;
} BudgetOption;

typedef struct DecisionRule {
    Names names;
    uint8_t kind; // RuleKind
    uint8_t smallest, count, draws, needs, points;
    uint8_t returns;        // a failed text may return once, changed
    uint8_t options_count;  // budget: what the money can go to
    uint16_t options_first; // into Def.options
    int16_t budget;         // the money there is
    ExprId passes;          // over yes no abstain present total quota; 0 = by the kind
    uint32_t veto, holders; // masks of deciders
} DecisionRule;

typedef struct Decider {
    Names names;
    TextId hint;
    uint8_t arena, kind; // kind: 0 person, 1 bloc, 2 employer, 3 court
    uint8_t owner;       // actor or NONE
    uint8_t weight, known;
    int16_t threshold;                      // tenths
    int8_t values[CLAUSES_MAX][LEVELS_MAX]; // points
    int8_t resonance[FRAMES_MAX];
    int8_t hears_public, hears_heat, hears_evidence;
    uint8_t price_clause, price_most; // NONE without
    ExprId leans;
} Decider;

typedef struct Issue {
    Names names;
    TextId label;
    uint8_t arenas; // mask, 0 = all
} Issue;

typedef struct Clause {
    Names names;
    TextId levels[LEVELS_MAX];
    uint8_t issue, levels_count;
} Clause;

// What can be claimed about a clause before a court, and what follows when it is granted.
typedef struct Claim {
    uint8_t court;              // 1 + the arena that hears it; 0 = none does
    uint8_t floor;              // least level of law from then on, 0 = none
    uint8_t happening, against; // happening or NONE; the defendant or NONE
} Claim;

typedef struct Rider {
    uint8_t clause; // NONE = no rider
    uint8_t least;  // 1: level is the least, 0: the most
    uint8_t level;
} Rider;

typedef struct Frame {
    Names names;
    TextId text, title;
    int8_t appeal;
    uint8_t issue, outsider; // issue NONE = all
    Rider riders[2];
} Frame;

typedef enum PhaseKind {
    PHASE_SHOW,
    PHASE_OPEN,
    PHASE_MEETING,
    PHASE_SEALED,
    PHASE_IN_TURN
} PhaseKind;

// What the engine does on entering a phase besides its kind; by the phase's id in the stock formats.
typedef enum PhaseDoes {
    DOES_NOTHING,
    DOES_NEWS,
    DOES_RESOLUTION,
    DOES_REFLECT,
    DOES_BACKSTAGE,
    DOES_ACTION
} PhaseDoes;

typedef struct Phase {
    Names names;
    uint8_t kind, does;
    uint8_t moves;              // in_turn: moves each
    uint8_t half_minutes;       // soft timer in half minutes, 0 = none
    uint64_t allow[MOVE_WORDS]; // moves that may be used; all bits = any
} Phase;

// A time plan a table may choose before the start.
typedef struct TimePlan {
    PoolId id;
    TextId name;
    uint8_t rounds, brief, debrief; // minutes
} TimePlan;

typedef struct Resource {
    Names names;
    uint8_t sight; // Sight
} Resource;

typedef struct Setting {
    PoolId id;
    TextId ask, name;
    int16_t value, min, max;
    uint8_t open;
    uint8_t coef; // Coef it stands for, or NONE
} Setting;

// Rules and functions of packs in written order, plugins first.
typedef struct Rule {
    Names names;
    uint8_t moment;   // Moment
    uint8_t function; // index into Def.functions, or NONE for a rule in C
    uint8_t once;
    Sel each; // SEL_NONE: runs once
    ExprId when;
    uint16_t lets_first, lets_count;
    ChangeSpan changes;
    PoolId file;
    uint16_t line;
} Rule;

typedef struct Function {
    PoolId file;
    uint16_t line;
    uint8_t moment;
    uint8_t spare;
} Function;

typedef struct Choice {
    PoolId id;
    TextId text;
    uint16_t who; // mask of actors
    ExprId when;
    ChangeSpan costs, changes;
    uint8_t next; // happening or NONE
} Choice;

typedef struct Happening {
    Names names;
    TextId text, foreshadow;
    uint16_t rounds; // mask; 0 = whenever `when` holds
    ExprId when;
    uint8_t by_when; // 1: comes by `when`; 0: only by rounds or when queued
    uint8_t chance, once, weight;
    PoolId draw;     // name of the deck it is drawn from, 0 = none
    uint8_t offer;   // 1: help that somebody may accept once it has come up
    Sel who_chooses; // SEL_NONE = facilitator
    uint16_t choices_first, choices_count, choices_default;
    uint8_t readings[READINGS_MAX], readings_count;
    ChangeSpan changes;
} Happening;

typedef struct Window {
    Names names;
    TextId text;
    uint16_t rounds; // mask; 0 with `when`: lasts `lasts` rounds
    uint8_t lasts;
    ExprId when, pull;
    uint32_t deciders; // mask
    uint64_t opens[MOVE_WORDS], shuts[MOVE_WORDS];
} Window;

typedef enum Tone { TONE_MIXED, TONE_HOPEFUL, TONE_HARD } Tone;

typedef struct Ending {
    Names names;
    ExprId when;
    TextId text, ask;
    uint8_t early, tone;
} Ending;

typedef struct Shock {
    Names names;
    TextId text, if_stands, if_falls;
    uint8_t arena;
    ExprId stands_when;
    ChangeSpan changes;
} Shock;

enum { // places of Persona.weights before the pack's own audiences
    WEIGHT_SUBSTANCE,
    WEIGHT_COALITION,
    WEIGHT_MONEY,
    WEIGHT_MANDATE,
    WEIGHT_AUDIENCES,
    WEIGHTS_MAX = WEIGHT_AUDIENCES + AUDIENCES_MAX,
    MANDATE_WEIGHT_USUAL = 5, // of a persona that does not say
};

typedef struct Persona {
    Names names;
    uint8_t weights[WEIGHTS_MAX]; // 0..5
    uint8_t caution, loyalty, reciprocity, noise, looks_ahead, line_delay, novelty,
            follows_minutes;
    int8_t style[4]; // by Style, -3..3
    uint8_t lines_count;
    PoolId line_reasons[PERSONA_LINES_MAX];
    TextId lines[PERSONA_LINES_MAX];
} Persona;

typedef struct StartCoalition {
    Names names;
    uint16_t members;
    uint8_t rule, lead, frame;
    uint8_t wants_set[CLAUSES_MAX], wants[CLAUSES_MAX];
    uint8_t backbone, backbone_does, flags;
} StartCoalition;

// An agreement the pack suggests. In its promises `by` is 0 for who offers it and 1 for the other; due 0
// is the last round.
typedef struct DealTemplate {
    Names names;
    TextId text;
    uint16_t who, with; // masks of actors
    uint8_t is_public, promises_count;
    uint8_t gives[2][RESOURCES_MAX];
    Promise promises[PROMISES_MAX];
    TextId words; // of a promise in free words, 0 = none
} DealTemplate;

typedef enum NoteKind {
    NOTE_JOURNAL,
    NOTE_QUIZ,
    NOTE_DEBRIEF,
    NOTE_CUE,
    NOTE_CONTENT,
    NOTE_SOURCE,
} NoteKind;

// Prompts and cards around the game; nothing in them changes a number.
typedef struct Note {
    PoolId id;
    uint8_t kind;  // NoteKind
    uint8_t view;  // debrief: 1..15
    uint8_t at;    // journal: 0 brief 1 reflect 2 pause 3 end 4 later; cue: round
    uint8_t right; // quiz: bit mask of right answers
    uint8_t order, shared;
    uint16_t who; // mask of actors, 0 = all
    ExprId when;
    TextId text, because;
    TextId answers[6];
    uint8_t answers_count, phase;
} Note;

typedef struct ExprSpan {
    uint16_t start, length; // in Def.code
    uint8_t answers;        // 1: yes or no, 0: a number
    uint8_t constant; // 1: no reads; value in Def.constants[start] is not needed, run it
    uint8_t looks;    // EXPR_LOOKS_ bits: what it depends on, for hoisting
    uint8_t spare;
} ExprSpan;

typedef struct Text {
    PoolId path;   // "actor.union.name"
    PoolId source; // words in the source language
    uint16_t max;  // letters
    uint16_t line; // where it was declared
    PoolId file;
} Text;

// The whole scenario. About 1.5 MB; allocate it, never put it on a stack.
typedef struct Def {
    PoolId id, version, title, summary, language, license;
    Digest hash;
    uint16_t counts[KIND_COUNT]; // things of each kind
    Actor actors[ACTORS_MAX];
    Resource resources[RESOURCES_MAX];
    Names audiences[AUDIENCES_MAX];
    Arena arenas[ARENAS_MAX];
    Decider deciders[DECIDERS_MAX];
    Issue issues[ISSUES_MAX];
    Clause clauses[CLAUSES_MAX];
    Claim claims[CLAUSES_MAX]; // by clause
    Frame frames[FRAMES_MAX];
    StartCoalition coalitions[COALITIONS_MAX];
    Track tracks[TRACKS_MAX];
    Setting settings[SETTINGS_MAX];
    DecisionRule decision_rules[DECISION_RULES_MAX];
    BudgetOption options[SPENDINGS_MAX];
    Move moves[MOVES_MAX];
    uint64_t move_sets[MOVE_SETS_MAX][MOVE_WORDS]; // moves that a string on money closes
    AskWord ask_words[ASK_WORDS_MAX];
    Let lets[LETS_MAX];
    Change changes[CHANGES_MAX];
    Rule rules[RULES_MAX + FUNCTIONS_MAX];
    Function functions[FUNCTIONS_MAX];
    Happening happenings[HAPPENINGS_MAX];
    Choice choices[CHOICES_MAX];
    Window windows[WINDOWS_MAX];
    Ending endings[ENDINGS_MAX];
    Shock shocks[SHOCKS_MAX];
    Persona personas[PERSONAS_MAX];
    DealTemplate templates[DEAL_TEMPLATES_MAX];
    Note notes[NOTES_MAX];
    Phase phases[PHASES_MAX];
    PoolId tags[TAGS_MAX], constituencies[WORDS_MAX];
    Text texts[TEXTS_MAX]; // [0] is empty
    uint16_t tracks_count, cells_count, moved_count;
    uint16_t settings_count, decision_rules_count, options_count, moves_count,
            ask_words_count, lets_count;
    uint16_t changes_count, rules_count, functions_count, happenings_count, choices_count;
    uint16_t windows_count, endings_count, shocks_count, personas_count, notes_count;
    uint16_t move_sets_count, templates_count;
    uint16_t phases_count, tags_count, constituencies_count, texts_count;
    uint16_t exprs_count, code_count, constants_count;
    int16_t coef[COEF_COUNT];
    int16_t start[CELLS_MAX];    // first value of every cell, tenths
    uint8_t start_by[CELLS_MAX]; // 1 + the setting that first value is, 0 = it is none
    // Bounds of every cell, unpacked so that state_check is one straight pass.
    int16_t cell_min[CELLS_MAX], cell_max[CELLS_MAX];
    uint8_t cell_track[CELLS_MAX];
    ExprSpan exprs[EXPRS_MAX];
    uint16_t code[CODE_MAX];
    int64_t constants[CONSTANTS_MAX];
    TimePlan time_plans[TIME_PLANS_MAX]; // the case's own first
    uint8_t time_plans_count, time_plan; // time_plan: the one this Def was loaded for
    uint8_t rounds, seats_min, seats_max, team_max;
    uint16_t pause_after; // mask of rounds
    uint8_t brief_minutes, debrief_minutes, pause_minutes;
    uint8_t numbers_exact, quiet_mood;
    TextId title_text, summary_text, opening, goal, ready_check;
    TextId round_names[ROUNDS_MAX + 1];
    TextId criteria[6];      // renamed criteria, 0 = stock name
    uint8_t criteria_hidden; // mask
    uint32_t pool_used;
    char pool[TEXT_POOL_BYTES]; // [0] is 0
} Def;

// The words at a pool offset; "" for 0.
static inline const char *def_text(const Def *def, PoolId at) { return def->pool + at; }
// Number of things of a kind.
static inline int32_t def_count(const Def *def, Kind kind) { return def->counts[kind]; }
// How many things a target of a kind can name, also those a game makes itself; 0 for none.
int32_t def_targets(const Def *def, Kind kind);
// Names of a thing; NULL for kinds without names.
const Names *def_names(const Def *def, Thing thing);
// Id of a thing in the pack ("union"), "" if none.
const char *def_id(const Def *def, Thing thing);
// Finds a thing of a kind by its id; index NONE if there is none.
Thing def_find(const Def *def, Kind kind, const char *id);
// Finds a move, happening, ending or track by its id; -1 if there is none.
int32_t def_find_move(const Def *def, const char *id);
int32_t def_find_happening(const Def *def, const char *id);
int32_t def_find_ending(const Def *def, const char *id);
int32_t def_find_track(const Def *def, const char *id);
// Flat index of a cell. Row and column must be inside the track.
static inline uint16_t def_cell(
        const Def *def, int32_t track, int32_t row, int32_t column) {
    const Track *t = &def->tracks[track];
    return (uint16_t)(t->base + row * t->columns + column);
}
// Row and column of a cell of a track.
void def_cell_place(
        const Def *def, uint16_t cell, int32_t *track, int32_t *row, int32_t *column);
// Lays out all tracks (built-in from tracks.def for the counts of this Def, then memories already
// entered at tracks[TRACK_MEMORY…]), fills bounds and built-in defaults. Called once by the loader
// after things are counted. False when the cells do not fit.
MUST_USE bool def_lay_out(Def *def);
// Default coefficients: neutral.
void def_neutral(Def *def);
static inline bool def_has_move(const uint64_t set[MOVE_WORDS], int32_t move) {
    return (set[move / 64] >> (move % 64)) & 1;
}

#endif // MODEL_DEF_H

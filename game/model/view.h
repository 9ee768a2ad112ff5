// model/view.h — what one seat may see, as texts and numbers ready to draw. Never: a State, a Def, or anything that is not shown.
#ifndef MODEL_VIEW_H
#define MODEL_VIEW_H
#include "base/region.h"
#include "model/command.h"
#include "model/verdict.h"

// Built for one viewer by session/view.c from an allow-list; whatever is not listed is not sent. All
// texts and arrays live in View.region; texts are finished in the viewer's language and never NULL.

// A number as this viewer may see it: a band 1..5, and the value in points when it is open.
typedef struct ViewNumber {
    uint8_t band;     // 1..5, 0 = unknown to this viewer
    bool open;        // value is meant to be shown
    int16_t value;    // points, rounded down
    int16_t change;   // points since the round began, when open
    uint16_t cell;    // for "why?"; UINT16_MAX when there is nothing to ask
    const char *word; // the band in words ("strong"), "" = unknown
} ViewNumber;

typedef struct ViewNamed {
    const char *name;
    ViewNumber number;
    const char *icon; // "money", "people", "know", "access", "base" …, "" = none
} ViewNamed;

typedef struct ViewActor {
    const char *id, *name, *tag, *brief; // tag: two letters
    uint8_t index;                       // colour and shape come from it
    uint8_t by;                          // SeatBy
    bool is_me, done;
    uint8_t coalition; // slot or NONE
    const char
            *reasons; // why a computer seat did what it last did, "" = a person, or sealed
    const ViewNamed *holds, *standing;
    int32_t holds_count, standing_count;
    ViewNumber trust_in_me, my_trust;
} ViewActor;

typedef struct ViewDecider {
    const char *id, *name, *hint, *arena, *owner;
    uint8_t index, arena_index, owner_index; // NONE: engine-run
    int16_t weight;
    ViewNumber stance, heat, pull;
    const char *known; // what this team learned, in sentences, "" = nothing
    int8_t vote;       // 1 yes, 0 abstains, -1 no, 2 not voted yet
} ViewDecider;

typedef struct ViewClause {
    const char *id, *name;
    const char *const *levels;
    int32_t levels_count;
    uint8_t index, draft, law,
            on_table; // on_table: draft after the rider of the leading frame
    bool decided, sticky_up, sticky_down, on_agenda;
    uint8_t wanted; // my team's wish, NONE
    uint16_t cell;
} ViewClause;

typedef struct ViewFrame {
    const char *id, *name, *text, *rider; // rider in words, "" = none
    uint8_t index;
    const ViewNamed *adoption; // one for each arena
    int32_t adoption_count;
    bool is_reading; // open as a first reading this round
} ViewFrame;

typedef struct ViewArena {
    const char *id, *name, *how; // how: who is in it and how it decides, in one sentence
    uint8_t index;
    bool decides, meets_now, i_am_in;
    bool decided, passed;
    uint16_t guests; // bits of actors I may invite into it now
} ViewArena;

typedef struct ViewOption { // one value an act's question may take
    const char *name;
    int16_t value;
    bool open;
    const char *closed; // sentence, "" = open
} ViewOption;

typedef struct ViewQuestion {
    const char *name;
    const ViewOption *options;
    int32_t options_count;
} ViewQuestion;

typedef struct ViewTarget {
    Thing thing;
    const char *name;
    bool open;
    const char *closed;
} ViewTarget;

// One act of the table: open, or closed with its reason. What it costs and brings is said before confirming.
typedef struct ViewMove {
    const char *id, *name, *about, *warns, *closed;
    const char *costs,
            *brings; // in words: "1 hour, 1 money" · "own people +3, deciders -3"
    uint8_t index, kind, style, face, mechanism; // Move fields
    bool open, quiet, sides,
            clause_sides; // clause_sides: up and down instead of for and against
    uint8_t bid_min, bid_max, label_max;
    const ViewTarget *targets;
    const ViewQuestion *asks;
    int32_t targets_count, asks_count;
} ViewMove;

typedef struct ViewPlanned {
    const char *text; // "Lobby the Mayor, for"
    Act act;
} ViewPlanned;

typedef struct ViewSaid {
    const char *text; // "Parents' Circle: Our place, our families"
    uint8_t slot, author, kind, target, strength;
    int8_t direction;
    bool recorded, mine;
} ViewSaid;

typedef struct ViewAsked { // an open question to me
    uint8_t from;
    const char *text;
} ViewAsked;

typedef struct ViewMeeting {
    bool open;
    const char *arena;
    uint8_t arena_index, sub; // MeetingStep
    bool present, i_am_taker, may_slant;
    const char *chair, *taker;
    int16_t voice; // my tokens left
    uint8_t record_lines;
    const ViewSaid *said, *minutes; // this meeting; recorded lines still alive here
    const uint8_t *agenda;          // clause indexes in order
    const ViewAsked *asked;
    int32_t said_count, minutes_count, agenda_count, agenda_open, asked_count;
} ViewMeeting;

typedef struct ViewChoice {
    const char *title, *text;
    uint8_t happening;
    bool mine, answered;
    const ViewOption *options; // value = place among the happening's choices
    int32_t options_count;
} ViewChoice;

typedef struct ViewPromise {
    const char *text;
    uint8_t size, state, due; // PromiseState
    bool by_me;
    bool may_mark; // free words that are due: the parties say themselves how it went
} ViewPromise;

typedef struct ViewDeal {
    int16_t slot;
    uint8_t from, to, state; // DealState
    bool is_public, mine, waits_for_me;
    const char *text;
    const ViewPromise *promises;
    int32_t promises_count;
} ViewDeal;

typedef struct ViewCoalition {
    uint8_t slot, lead, rule;
    uint16_t members;
    const char *name, *members_text, *rule_text, *frame;
    bool mine;
    ViewNumber cohesion, inertia;
    bool lights[5];         // agenda, measure, different acts, all took part, backbone
    const uint8_t *targets; // level per clause or NONE; members only
    const uint8_t *asks;    // my asks per clause
} ViewCoalition;

typedef struct ViewProposal {
    uint8_t slot, by;
    const char *text;
    bool waits_for_me;
} ViewProposal;

typedef struct ViewNews {
    const char *text;
    uint8_t round, step; // Event.phase
    uint8_t actor;       // NONE
    uint8_t times;       // how often it was told in this step, 1 or more
    bool mine, is_new;   // since this viewer's last done
    uint8_t tone;        // 0 plain, 1 gain, 2 loss, 3 decision, 4 warning
} ViewNews;

typedef struct ViewWhy { // one line of "why?"
    const char *text;    // "+8.0 Whip: Caucus engaged behind closed doors"
    int32_t tenths;
    uint8_t round;
} ViewWhy;

typedef struct ViewCurve { // legitimacy of one actor with one audience by round, points
    const char *name;
    uint8_t actor, audience;
    int16_t values[ROUNDS_MAX + 1];
} ViewCurve;

typedef struct ViewShare {
    uint8_t actor;
    const char *name;
    int16_t means_start, means_end, influence; // per mille
} ViewShare;

typedef struct ViewEnd {
    bool reached;
    const char *title, *text, *ask;
    uint8_t tone; // Tone
    const char *criteria[6];
    int16_t criterion[6];         // 0..100, -1 = hidden
    const char *mandate, *hidden; // "met" or not, in words
    const ViewCurve *curves;
    const ViewShare *shares;
    const ViewNews *timeline;
    const ViewNamed *law;
    int32_t curves_count, shares_count, timeline_count, law_count, rounds;
} ViewEnd;

typedef struct View {
    Region region;
    const char *title, *opening, *goal, *lang;
    bool right_to_left, numbers_exact;
    uint8_t status, round, rounds, phase, sub, phase_kind, phase_does;
    const char *phase_name, *sub_name,
            *expected;              // expected: what is asked of this seat now
    const char *const *phase_names; // the phase bar
    int32_t phases_count;
    int16_t done, of;                              // "3 of 6 ready"
    bool paused, may_be_ready, ready, first_round; // first_round: guide a first-time player
    // Me.
    uint8_t me;
    const char *brief, *private_brief, *mandate, *hidden;
    const char *const *red_lines;
    int32_t red_lines_count;
    int16_t time, voice;
    const ViewNamed *mine; // all own numbers, memories included
    int32_t mine_count;
    // The table.
    const ViewActor *actors;
    const ViewDecider *deciders;
    const ViewClause *clauses;
    const ViewFrame *frames;
    const ViewArena *arenas;
    const ViewNamed *world; // public support, civic space, shown memories
    const ViewMove *moves;  // of this step, open first
    const ViewPlanned *plan;
    const ViewChoice *choices;
    const ViewDeal *deals;
    const ViewCoalition *coalitions;
    const ViewProposal *proposals;
    const ViewNews *news; // newest last
    int32_t actors_count, deciders_count, clauses_count, frames_count, arenas_count,
            world_count;
    int32_t moves_count, plan_count, choices_count, deals_count, coalitions_count,
            proposals_count;
    int32_t news_count;
    int16_t vote_decider; // a decider of mine that may vote now, -1
    int16_t vote_hint;    // sign of its support: 1, 0, -1
    bool may_expect, may_reflect, may_credit;
    ViewMeeting meeting;
    ViewEnd end;
} View;

#endif // MODEL_VIEW_H

// model/view.h — what one seat may see, as texts and numbers ready to draw. Never: a State, a Def, or anything that is not shown.
#ifndef MODEL_VIEW_H
#define MODEL_VIEW_H
#include "base/region.h"
#include "model/command.h"
#include "model/verdict.h"

// Built for one viewer by session/view.c from an allow-list; whatever is not listed is not sent. All
// texts and arrays live in View.region; texts are finished in the viewer's language and never NULL.

// Who looks. An actor's seat is its index; the others are nobody in the game.
enum { VIEW_CONSOLE = 253, VIEW_BOARD = 254 }; // observers look with the board's eyes

// A number as this viewer may see it: a band 1..5, and the value in points when it is open.
typedef struct ViewNumber {
    uint8_t band;     // 1..5, 0 = unknown to this viewer
    bool open;        // value is meant to be shown
    int16_t value;    // points, rounded down
    int16_t change;   // points since the round began, when open
    uint16_t cell;    // for "why?"; UINT16_MAX when there is nothing to ask
    const char *word; // the band in words ("strong"), "" = unknown
    const char *kind; // which words: "plain", "stance" …; "" = its own
    bool fixed;       // everybody may always read it: where it stands never changes
} ViewNumber;

typedef struct ViewNamed {
    const char *name;
    ViewNumber number;
    const char *icon; // "money", "people", "know", "access", "base" …, "" = none
    const char *key;  // its id among its list
} ViewNamed;

typedef struct ViewActor {
    const char *id, *name, *tag, *brief; // tag: two letters
    uint8_t index;                       // colour and shape come from it
    uint8_t by;                          // SeatBy
    bool is_me, done;
    uint8_t coalition; // slot or NONE
    bool was_silent;   // in the last meeting
    const ViewNamed *holds, *standing;
    int32_t holds_count, standing_count;
    ViewNumber trust_in_me, my_trust;
    const char
            *size_closed[3]; // why a promise of size 1, 2, 3 with it is closed, "" = open
} ViewActor;

typedef struct ViewDecider {
    const char *id, *name, *hint, *arena, *owner;
    uint8_t index, arena_index, owner_index; // NONE: engine-run
    int16_t weight;
    ViewNumber stance, heat, pull;
    const char *known; // what this team learned, in sentences, "" = nothing
    const char
            *champion; // for whom it works on its colleagues, and its price; "" = not known
    int8_t vote;       // 1 yes, 0 abstains, -1 no, 2 not voted yet
    int8_t sign;       // shown in an indicative vote that I saw: 1, 0, -1; 2 = none
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
    uint16_t guests;        // bits of actors I may invite into it now
    const char *chair_rule; // how its chair is found, in words
    bool may_elect;         // I may say now whom I want in the chair: among `candidates`
    uint16_t candidates;    // bits of actors
    uint8_t elected;        // whom I said, NONE
    const char *
            called; // who called it for which round, with whom, who takes the chair; "" = nobody did
} ViewArena;

// A place or a budget that one actor holds for another, or was given for good.
typedef struct ViewLoan {
    const char
            *text; // "The vote of the Council in the Board: with the Parents until round 3"
    uint8_t slot, giver, receiver, arena; // arena NONE: a budget
    uint8_t until;                        // last round, 0 = for good
    bool mine;                            // I lent or borrowed it
} ViewLoan;

// Something that needs somebody's yes before it can be done in this round.
typedef struct ViewRequest {
    const char *text, *warns; // what is proposed, and what it closes or costs
    uint8_t slot, from, to;
    uint8_t state; // ConsentState
    bool waits_for_me;
} ViewRequest;

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
    bool many; // several actors at once: a value is their bits; other lists may be put together
    const char *key; // as an act names it
} ViewQuestion;

typedef struct ViewTarget {
    Thing thing;
    const char *name;
    bool open;
    const char *closed;
    const char *note; // what is to be known of it before confirming, "" = nothing
} ViewTarget;

// One act of the table: open, or closed with its reason. What it costs and brings is said before confirming.
typedef struct ViewMove {
    const char *id, *name, *about, *warns, *closed;
    const char *costs,
            *brings; // in words: "1 hour, 1 money" · "own people +3, deciders -3"
    uint8_t index, kind, style, face, mechanism; // Move fields
    bool is_request; // not done now: asks its target for a yes (COMMAND_CONSENT_ASK)
    bool open, quiet, sides,
            clause_sides; // clause_sides: up and down instead of for and against
    uint8_t bid_min, bid_max, label_max;
    const ViewTarget *targets;
    const ViewQuestion *asks;
    const ViewOption *tokens; // what may be spent with words: nothing, a story, a fact
    int32_t targets_count, asks_count, tokens_count;
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
    bool voiced;     // mine, voiced by a partner; or voiced by me for one
    bool may_sum_up; // I may put it first now
    bool may_question; // its minutes can be questioned: a line of this arena that I did not write
} ViewSaid;

typedef struct ViewRole {   // who leads, writes, holds the pen, sums up
    const char *name, *who; // who: "" = nobody yet
    uint8_t move, holder;   // holder: NONE
    bool mine, by_rule;     // by_rule: not won by a bid
} ViewRole;

typedef struct ViewItem { // one clause in the queue of the meeting
    const char *name;
    uint8_t clause;
    bool open;   // can be worded today
    bool queued; // somebody brought it forward
    bool first;  // the chair put it there
} ViewItem;

typedef struct ViewAside { // a word backstage, known to its two alone
    uint8_t slot, other;
    bool by_me, waits_for_me, agreed; // agreed: waits to be voiced in the meeting
    const char *text;
} ViewAside;

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
    // Who leads, what comes up, and whether the chair's order stands.
    const ViewRole *roles;
    const ViewItem
            *items; // the queue as it stands; before the roles close, without sealed wishes
    int32_t roles_count, items_count;
    bool i_am_chair, may_order, may_defer, may_object, may_show_hand;
    uint8_t ordered;       // AgendaOrder
    const char *order;     // what the chair said, "" = nothing
    const char *objectors; // names, "" = nobody
    int16_t with, against; // hands shown so far
    const char *object_note, *answer_note, *deflect_note; // what these cost or bring
    uint8_t my_hand;        // 0 not shown, 1 with the chair, 2 against
    bool may_sum_up;        // the summary is mine and not given yet
    uint8_t may_show_signs; // bits of issues I may call an indicative vote on
} ViewMeeting;

typedef struct ViewChoice {
    const char *title, *text;
    int16_t key; // Command.a of the answer
    bool mine, answered;
    const ViewOption *options; // value = place among the answers
    int32_t options_count;
} ViewChoice;

typedef struct ViewPromise {
    const char *text;
    uint8_t size, state, due; // PromiseState
    bool by_me, let_go;       // let_go: I have waived it, others have not yet
    bool apart;               // the parties see it differently: the facilitator will say
    const char *ruling;       // what the facilitator said of it, "" = nothing
    bool may_mark; // free words that are due: the parties say themselves how it went
} ViewPromise;

typedef struct ViewDeal {
    int16_t slot;
    uint8_t party[PARTIES_MAX], parties; // actors; the first offered it
    uint8_t accepted, state;             // mask of places in party; DealState
    bool is_public, mine, waits_for_me;
    const char *text;
    const ViewPromise *promises;
    int32_t promises_count;
} ViewDeal;

typedef struct ViewLight {   // one of the five conditions of working together
    const char *name, *text; // text: what makes it shine, or what is missing
    bool on;
} ViewLight;

typedef struct ViewAgenda {    // one clause of a coalition's agenda, for its members
    const char *clause, *note; // note: what the rule makes of the asks as they stand
    uint8_t index;
    uint8_t target, would_be; // level or NONE; would_be: if BACKSTAGE closed now
    uint8_t asks[ACTORS_MAX]; // level or NONE, by actor
    bool outvotes_me;         // would_be is not my ask
    bool red_line, may_hold;  // my ask is held by a red line; one of mine would bear it
} ViewAgenda;

// What others may know of a coalition is its name and members; the rest is empty for them.
typedef struct ViewCoalition {
    uint8_t slot, lead, rule;
    uint16_t members;
    const char *name, *members_text, *rule_text, *frame;
    bool mine;
    ViewNumber cohesion, inertia;
    bool lights[5];         // agenda, measure, different acts, all took part, backbone
    const uint8_t *targets; // level per clause or NONE; members only
    const uint8_t *asks;    // my asks per clause
    const ViewLight *five;  // the same lights with their words; five of them for members
    const ViewAgenda *agenda;
    int32_t five_count, agenda_count;
    const char *agenda_text; // whether it may be revised now, and what being outvoted costs
    const char *warning;     // busy and not moving, or about to split; "" = neither
    const char *books;       // open books, closed doors, "" = neither was chosen
    const char *backbone;    // who carries the work and how, "" = nobody
    const char *leaving;     // what leaving costs me now
    uint8_t flags, backbone_actor,
            backbone_does; // 1 transparent 2 confidential; actor or NONE; 1 2
    bool backbone_active, may_revise, may_frame, may_split;
    bool may_spend, lets_spend;       // I may spend the pool; I let other members spend it
    const ViewNamed *standing, *pool; // bands for members; what it holds together
    int32_t standing_count, pool_count;
} ViewCoalition;

// What the buttons of a coalition do, and why they are closed; "" = open.
typedef struct ViewGroup {
    const char *ask_closed, *frame_closed, *flags_closed, *leave_closed, *join_closed,
            *purse_closed;
    const char *flags_about[3];    // neither, transparent, confidential
    const char *backbone_about[3]; // nobody, coordinates, transforms
    const char *join_about, *leave_about,
            *standing; // standing: what its cohesion means now
} ViewGroup;

enum { VIEW_AMOUNTS = 10 };

typedef struct ViewPromiseWhat { // what a promise of a kind can be about
    const char *name;
    uint8_t index;
    uint16_t by; // actors that can promise it
    bool aims;   // a decider may be named with it
} ViewPromiseWhat;

typedef struct ViewPromiseKind {
    const char *name, *kept; // kept: when it counts as kept
    uint8_t kind;            // PromiseKind
    bool has_words, has_amount;
    uint8_t smallest[VIEW_AMOUNTS]; // size by amount; [0] where there is no amount
    const ViewPromiseWhat *whats;   // none: nothing to pick
    int32_t whats_count;
} ViewPromiseKind;

// An agreement the pack suggests: open it, change it, offer it.
typedef struct ViewDealTemplate {
    const char *id, *name, *text;
    uint16_t with;     // actors it may be offered to now
    const char *words; // of a promise in free words, "" = none
    bool is_public;
    uint8_t gives[2][RESOURCES_MAX]; // by me and by the other
    Promise made[PROMISES_MAX];      // filled in for me; `by` is NONE for the other
    int32_t made_count;
    const char *const *promises; // in words
    int32_t promises_count;
} ViewDealTemplate;

// What tapping credit brings, said before confirming; open after a decision that passed.
typedef struct ViewCredit {
    bool open;
    const char *claim, *give, *quiet;
    const char *claim_closed; // why claiming is closed to me, "" = open
} ViewCredit;

typedef struct ViewBands { // the five words of a kind of number
    const char *kind, *words[5];
} ViewBands;

// What groups are told, whoever they are: their five conditions, open or closed books, who carries the work.
typedef struct ViewGroupWords {
    const char *lights[5], *lights_about[5];
    const char *flags_about[3], *backbone_about[3];
} ViewGroupWords;

typedef struct ViewNames { // names of all things of a kind, by index
    uint8_t kind;
    const char *const *names;
    int32_t count;
} ViewNames;

// The time of a step: filled by the host, which alone knows it.
typedef struct ViewClock {
    bool on, frozen, closing;
    int64_t ends_ms, left_ms; // of the server's clock; what is left while it is frozen
} ViewClock;

typedef struct ViewCause { // one part of a decider's support
    const char *text;      // "Leaning for", "The text on the table"
    int16_t tenths;        // signed, when open
    bool open;             // the number is meant to be shown
} ViewCause;

typedef struct ViewVoter {   // one decider on the card of a decision
    const char *name, *role; // role: "can stop it", "must agree", "" = votes
    uint8_t decider;
    int16_t weight;
    bool mine;
    int8_t says; // what this seat can tell of its vote: 1 yes 0 abstains -1 no, 2 unknown
    int8_t own_vote; // what I said for it, 2 = nothing; my deciders only
    const char
            *otherwise; // what voting against its support costs me, "" = not mine or free
    const char *reason; // why it says no, "" = not said or not known
    const uint8_t *spread; // its points by option of a budget; NULL = not known to me
    bool may_spread;       // mine, and its points may be set now
    int16_t points_left;   // of them, not yet given
    const ViewCause *causes;
    int32_t causes_count;
} ViewVoter;

typedef struct ViewBudgetOption {
    const char *name, *brings;
    int16_t cost, points; // points: of all, once counted, else -1
    bool funded;
} ViewBudgetOption;

typedef struct ViewAmendment { // one way the text of a group may be amended
    const char *text;          // "A day off: up to Two days"
    uint8_t clause;            // NONE: as it is
    int8_t direction;
    bool mine; // what I said
} ViewAmendment;

// The card of an arena that decides: how, on what text, who says what.
typedef struct ViewDecision {
    uint8_t arena, rule;          // rule: RuleKind
    const char *name, *rule_text; // "Yes needs 6 of 11"
    const char *rider;            // limits the leading frame puts on the text, "" = none
    const char *when;             // when it decides, or what it decided
    int16_t quota, total;         // 0 = the rule counts otherwise
    bool due, done, passed, may_return;
    int16_t margin, yes, no, abstain; // after it was done
    uint8_t text[CLAUSES_MAX];        // on the table, rider included
    uint8_t clauses[CLAUSES_MAX];     // those it decides, in order
    int32_t clauses_count;
    bool shown_signs; // the chair called an indicative vote
    const ViewVoter *voters;
    const ViewBudgetOption *options;
    int32_t voters_count, options_count;
    const ViewAmendment *amendments; // open to me now
    int32_t amendments_count;
    bool needs_reason;            // a no of mine needs a reason in words
    int16_t points, money, spent; // rule budget: of each voter; the total; spent once done
} ViewDecision;

typedef struct ViewShock { // "two years later"
    const char *name, *text, *result;
    bool stood;
} ViewShock;

typedef struct ViewProposal {
    uint8_t slot, by;
    const char *text;
    bool waits_for_me;
    uint8_t said; // what I said, and may still say otherwise: 1 yes, 2 no, 0 nothing yet
} ViewProposal;

typedef struct ViewMotion { // a change of rules that waits for a meeting
    const char *text;
    uint8_t by, arena;
} ViewMotion;

typedef struct ViewClaim { // what can be claimed before a court
    const char *text;
    uint8_t clause, arena;
    int16_t progress, needs; // of my own suit; what the court asks for
    bool running, won;       // mine goes on; somebody's was granted
} ViewClaim;

typedef struct ViewNews {
    const char *text;
    uint8_t round, step;    // Event.phase
    uint8_t actor;          // NONE
    uint8_t times;          // how often it was told in this step, 1 or more
    bool mine, is_new;      // since this viewer's last done
    bool stood_in;          // a stand-in did it
    uint8_t tone;           // 0 plain, 1 gain, 2 loss, 3 decision, 4 warning
    int32_t newest, oldest; // events of the ledger that it was told by
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

// Who influenced whom, in tenths of a unit: what `from` moved of deciders of `to`, items `to` moved later with its
// words, promises `to` kept to it.
typedef struct ViewArrow {
    uint8_t from, to; // actors
    uint8_t by_words; // percent of all that came by words
    int32_t deciders, words, promises, all;
} ViewArrow;

typedef struct ViewEnd {
    bool reached, locked; // locked: nothing of what each kept to itself is told yet
    uint16_t told;        // mask of actors of whom it is
    int32_t step;         // of looking back, 0 = not begun
    const char *title, *text, *ask;
    uint8_t tone; // Tone
    const char *criteria[6];
    int16_t criterion[6];         // 0..100, -1 = hidden
    const char *mandate, *hidden; // "met" or not, in words
    const ViewCurve *curves;
    const ViewShare *shares;
    const ViewNews *timeline;
    const ViewNamed *law;
    const ViewShock *epilogue; // in the order they came
    const ViewNews *mandates;  // hidden mandates of all, one sentence each
    const ViewNews *reasons;   // why computer seats did what they did, actor by actor
    const ViewArrow *arrows;   // strongest first
    int32_t epilogue_count, mandates_count, reasons_count, arrows_count;
    int32_t curves_count, shares_count, timeline_count, law_count, rounds;
} ViewEnd;

typedef struct View {
    Region region;
    const char *title, *opening, *goal, *lang;
    bool right_to_left, numbers_exact;
    uint8_t who; // 0 a seat, VIEW_BOARD or VIEW_CONSOLE
    uint8_t status, round, rounds, phase, sub, phase_kind, phase_does;
    const char *state, *at; // "running"; "r2.meeting.speech"
    ViewClock clock;
    const char *phase_name, *sub_name,
            *expected;              // expected: what is asked of this seat now
    const char *const *phase_names; // the phase bar
    const char *const *phase_ids;
    const ViewBands *bands;
    const ViewNames *names;
    ViewGroupWords group_words;
    int32_t bands_count, names_count;
    int32_t phases_count;
    int16_t done, of;                              // "3 of 6 ready"
    bool paused, may_be_ready, ready, first_round; // first_round: guide a first-time player
    // Me.
    uint8_t me; // NONE for who is nobody
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
    const ViewMove *deck;   // all this seat can ever do, as it is described
    int32_t deck_count;
    const ViewPlanned *plan;
    const ViewChoice *choices;
    const ViewDeal *deals;
    const ViewCoalition *coalitions;
    const ViewProposal *proposals;
    const ViewAside *asides;      // words backstage of mine
    const char *aside_note;       // what agreeing to one costs
    const char *const *helplines; // whom to call, as the case says
    int32_t helplines_count;
    const ViewDealTemplate *templates;
    const ViewDecision *decisions;
    const ViewMotion *motions;
    const ViewClaim *claims;
    const ViewLoan *loans;
    const ViewRequest *requests;
    const ViewNews *news; // newest last
    int32_t actors_count, deciders_count, clauses_count, frames_count, arenas_count,
            world_count;
    int32_t moves_count, plan_count, choices_count, deals_count, coalitions_count,
            proposals_count, templates_count, decisions_count, loans_count, requests_count;
    int32_t motions_count, claims_count, news_count, asides_count;
    const ViewGroup *groups; // one for each of coalitions, in the same order
    const ViewPromiseKind *promise_kinds;
    int32_t promise_kinds_count;
    const char *const (*sizes)[3]; // by actor: ViewActor.size_closed
    int32_t sizes_count;
    const char *size_least[3]; // "A promise of this kind is at least of size 2."
    const char *stakes[3];     // by size: what keeping and breaking it does to trust
    const char *cannot_promise;
    const char *deals_closed,
            *coalitions_closed; // why nothing new can be proposed, "" = open
    int16_t vote_decider;       // a decider of mine that may vote now, -1
    int16_t vote_hint;          // sign of its support: 1, 0, -1
    bool may_expect, may_reflect, may_credit;
    ViewCredit credit;
    ViewMeeting meeting;
    ViewEnd end;
} View;

#endif // MODEL_VIEW_H

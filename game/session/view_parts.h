// session/view_parts.h — the parts of view.c, one file each. Never: included outside session/.
#ifndef SESSION_VIEW_PARTS_H
#define SESSION_VIEW_PARTS_H
#include "session/view.h"

typedef struct Viewer {
    const Session *session;
    const Def *def;
    const State *state;
    uint8_t me;
    Say say;
    View *out;
    uint32_t parts;           // sections asked for, bits of wire/sections.def; VIEW_IN_FULL
    const State *round_start; // numbers are compared with it
    const State *supposed;    // view_supposed, once it was made
} Viewer;

static inline bool view_wants(const Viewer *viewer, uint32_t sections) {
    return (viewer->parts & sections) != 0;
}
// What never changes is put into words only for who is sent it: with "words" and "brief".
static inline bool view_wants_names(const Viewer *viewer) {
    return view_wants(viewer, 1 << SECTION_WORDS | 1 << SECTION_BRIEF | VIEW_IN_FULL);
}
// An actor's seat; else the board, an observer or the console, which are nobody in the game.
static inline bool view_is_seat(const Viewer *viewer) { return viewer->me < ACTORS_MAX; }
// Is this seat among those of a mask of actors?
static inline bool view_in(const Viewer *viewer, uint32_t mask) {
    return view_is_seat(viewer) && ((mask >> viewer->me) & 1);
}
// Facts this seat has learned of a decider.
static inline uint32_t view_learned(const Viewer *viewer, int32_t decider) {
    return view_is_seat(viewer) ? viewer->state->learned[viewer->me][decider] : 0;
}

// view_number.c: a cell as this viewer may see it; word NULL for tracks without one.
ViewNumber view_number(const Viewer *viewer, int32_t track, int32_t row, int32_t column);
bool view_may_read(
        const Viewer *viewer, int32_t track, int32_t row, int32_t column, bool *exact);
// The word of its band.
const char *view_number_word(const Viewer *viewer, const ViewNumber *number);
// The State as this seat may know it. What acts cost and bring is told from it, so that it tells nothing more.
const State *view_supposed(Viewer *viewer);
// The gate's sentence against a command of this seat; "" when it is open.
const char *view_closed(const Viewer *viewer, Command command);
// The State as the round began; the present one before there was a round.
const State *view_round_start(const Session *session);
// Zeroed array in the view's region.
void *view_array(const Viewer *viewer, int32_t count, size_t size);

void view_table(Viewer *viewer);       // view_table.c: actors, deciders, arenas, world
void view_world(Viewer *viewer);       // view_table.c: the numbers of all alone
void view_mine(Viewer *viewer);        // view_table.c: all own numbers
void view_issue(Viewer *viewer);       // view_issue.c: clauses, frames
void view_moves(Viewer *viewer);       // view_moves.c: acts of this step
void view_plan(Viewer *viewer);        // view_moves.c: the list
void view_book(Viewer *viewer);        // view_moves.c: all acts of this seat
void view_meeting(Viewer *viewer);     // view_meeting.c: the meeting going on
void view_choice(Viewer *viewer);      // view_choice.c: choices of happenings, cards
void view_roles(Viewer *viewer);       // view_roles.c: chair, queue, hands, words backstage
void view_pacts(Viewer *viewer);       // view_pacts.c: deals, proposals
void view_coalitions(Viewer *viewer);  // view_coalition.c
void view_groups(Viewer *viewer);      // view_groups.c: the buttons of coalitions and deals
void view_group_words(Viewer *viewer); // view_groups.c: what is said of every group
void view_light_words(Viewer *viewer); // view_coalition.c: the five conditions
void view_builder(Viewer *viewer);     // view_builder.c: what deals are built from
const char *view_size_closed(const Viewer *viewer, uint8_t other, int32_t size);
void view_press(Viewer *viewer);     // view_press.c: motions, claims
void view_decision(Viewer *viewer);  // view_decision.c: decision cards
void view_credit(Viewer *viewer);    // view_decision.c: what tapping credit brings
void view_epilogue(Viewer *viewer);  // view_epilogue.c: two years later, hidden mandates
void view_influence(Viewer *viewer); // view_influence.c: who influenced whom
void view_reasons(Viewer *viewer);   // view_reasons.c: why the computer's seats did it
// view_reasons.c: what each kept to itself is told now.
uint16_t view_unlocked(const Viewer *viewer);
void view_news(Viewer *viewer);   // view_news.c
void view_ending(Viewer *viewer); // view_end.c
// view_news.c: one event as a sentence, NULL when it is not told; and whether this viewer may know of it.
const char *view_event_text(const Viewer *viewer, const Event *event, uint8_t *tone);
// view_steer.c: the same for what the facilitator did, NULL for other events; and the clock of the step.
const char *view_steer_text(const Viewer *viewer, const Event *event);
ViewClock view_step_clock(const Viewer *viewer);
bool view_event_visible(const Viewer *viewer, const Event *event);
// view_meeting.c: minutes reach the members of the arena and of every arena it feeds.
bool view_reads_minutes(const Viewer *viewer, uint8_t arena);
// view_building.c: loans, requests, calls for meetings, and the words of a card that asks for a yes.
void view_building(Viewer *viewer);
const char *view_loan_text(const Viewer *viewer, uint8_t slot);
const char *view_loan_news(const Viewer *viewer, const Event *event);
const char *view_called_text(const Viewer *viewer, uint8_t arena);
typedef struct CardText {
    const char *title, *text;
} CardText;
CardText view_consent_card(const Viewer *viewer, uint8_t slot);
// view_coalition.c: the name of a coalition, or its number.
const char *view_coalition_name(const Viewer *viewer, int32_t slot);
// view_press.c: a motion, an offer, a champion and its price, a claim, in one sentence each; "" = none or
// not for this viewer.
const char *view_motion_text(
        const Viewer *viewer, uint8_t arena, uint8_t what, int32_t how);
const char *view_offer_text(const Viewer *viewer, const OpenChoice *card);
const char *view_price_text(const Viewer *viewer, uint8_t decider);
const char *view_champion_text(const Viewer *viewer, uint8_t decider);
const char *view_claim_text(const Viewer *viewer, int32_t claim);
const char *view_press_sentence(const Viewer *viewer, const Event *event, uint8_t *tone);
// What is told of a new law, and for who watches the clause that the draft had said something else.
const char *view_instead(const Viewer *viewer, const Event *event, int32_t clause,
        int32_t level, const char *told);
// view_meeting.c: a line of the minutes this viewer reads; "" when it does not.
const char *view_line_text(const Viewer *viewer, uint8_t slot);
// view_price.c: what a move costs and brings before anything of it is picked; its hours or its voice, bid 0 = not
// picked; what changes outside a move bring.
const char *view_costs(const Viewer *viewer, const Move *move);
const char *view_brings(const Viewer *viewer, const Move *move);
const char *view_effort(const Viewer *viewer, const Move *move, int32_t bid);
const char *view_changes_text(const Viewer *viewer, ChangeSpan span);
// view_templates.c: deals the case suggests; whom to call.
void view_templates(Viewer *viewer);
void view_helplines(Viewer *viewer);
// view_pacts.c: one promise in words; whoever is NONE in it is "the other".
const char *view_promise_text(const Viewer *viewer, const Promise *promise);
// view_amend.c: what this seat may amend of a text that found no consent.
void view_amendments(const Viewer *viewer, ViewDecision *card);
// view_budget.c: what the money of a budget can go to, and the points of one voter.
void view_budget(const Viewer *viewer, ViewDecision *card);
void view_budget_voter(const Viewer *viewer, const ViewDecision *card, ViewVoter *voter);
// "Lobby the Mayor, for"
const char *view_act_text(const Viewer *viewer, const Act *act);

#endif // SESSION_VIEW_PARTS_H

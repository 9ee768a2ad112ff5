// client/screens.h — one function for each screen; each draws a view and turns clicks into commands. Never: a rule.
#ifndef CLIENT_SCREENS_H
#define CLIENT_SCREENS_H
#include "client/app.h"
#include "model/def.h"   // the words for phases
#include "model/state.h" // the words for steps of a meeting; no State is ever seen here

void screen_home_draw(Ui *ui, const HomeView *home, App *app);
// The line with the title, the way back, settings and help.
void home_top_line(Ui *ui, App *app, const char *title, bool back);
void screen_case_draw(Ui *ui, const CaseView *card, App *app);
void screen_author_draw(Ui *ui, const HomeView *home, App *app);
void screen_settings_draw(Ui *ui, App *app);
// The old size comes back when its time is over; called in every frame.
void settings_trial_turn(Ui *ui, App *app);
// screen_find.c: a line above the page that finds words on it.
void find_bar_draw(Ui *ui, App *app);
void find_bar_end(Ui *ui, App *app);
void screen_table_draw(Ui *ui, const View *view, App *app);
void screen_meeting_draw(Ui *ui, const View *view, App *app);
void screen_deals_draw(Ui *ui, const View *view, App *app);
void screen_news_draw(Ui *ui, const View *view, App *app);
void screen_end_draw(Ui *ui, const View *view, App *app);
void screen_journal_draw(Ui *ui, const View *view, App *app);
void screen_observe_draw(Ui *ui, const View *view, App *app);

// Sheets over a screen.
void sheet_act_draw(Ui *ui, const View *view, App *app);
// screen_foresee.c: what the act on the sheet would cost and bring, as it is filled in. Returns why it would be
// refused as it stands; NULL = it would not, or nobody knows yet.
const char *part_foreseen(
        Ui *ui, const View *view, App *app, const ViewMove *move, const Command *command);
void sheet_why_draw(Ui *ui, const View *view, App *app);
void sheet_actor_draw(Ui *ui, const View *view, App *app);
void sheet_help_draw(Ui *ui, App *app);
void sheet_deal_draw(Ui *ui, const View *view, App *app);
void sheet_coalition_draw(Ui *ui, const View *view, App *app);
void sheet_group_draw(Ui *ui, const View *view, App *app);
// screen_parties.c: who is in the deal that is being written; places among the actors, mine first.
typedef struct DealParties {
    int32_t count;
    uint8_t place[PARTIES_MAX];
} DealParties;
DealParties parties_of(const View *view, const DealDraft *draft, int32_t partner);
void parties_further(Ui *ui, const View *view, App *app, int32_t partner);
void parties_gives(Ui *ui, const View *view, App *app, const DealParties *all);
// Picks one of the parties but one; chosen is its place among them.
void parties_pick(Ui *ui, const View *view, const DealParties *all, const char *id,
        int32_t without, int32_t *chosen);
// Who gets what a party gives: who was wished for, else the first other.
int32_t parties_taker(const DealParties *all, int32_t giver, int32_t wished);
// Parties and gifts as they are sent, without promises.
Deal parties_deal(const View *view, const App *app, const DealParties *all);
// screen_promise.c: what is written of a promise, as a widget, as words and as what is sent.
void promise_edit(Ui *ui, const View *view, App *app, const DealParties *all);
const char *promise_in_words(Ui *ui, const View *view, const App *app,
        const PromiseDraft *draft, const DealParties *all);
Promise promise_of(const View *view, const PromiseDraft *draft, const DealParties *all);
// Why the promise cannot be part of a deal of these parties, NULL = it can.
const char *promise_closed(const View *view, const App *app, const PromiseDraft *draft,
        const DealParties *all);
// Ends the body of a sheet that sends something; beside its button stands the note, or the refusal.
void sheet_footer_open(Ui *ui, const App *app, const char *note);

// The frame around every screen of a game: status line, phase bar, tabs; and the line of the next step.
// Too low for fixed lines: they scroll with the page.
bool frame_is_low(const Ui *ui);
void frame_notice(Ui *ui, App *app);
void frame_open(Ui *ui, const View *view, App *app);
void frame_close(Ui *ui, const View *view, App *app);

// Pieces that several screens show.
void part_guide(Ui *ui, const View *view, App *app);
void part_view_number(Ui *ui, const App *app, const char *label, const ViewNumber *number,
        const char *icon);
void part_numbers(
        Ui *ui, const App *app, const char *scope, const ViewNamed *numbers, int32_t count);
void part_moves(Ui *ui, const View *view, App *app, const char *title);
void part_plan(Ui *ui, const View *view, App *app);
void part_clause(Ui *ui, const View *view, const App *app, const ViewClause *clause);
// A coalition in short, with the button to its sheet or to ask to join.
void part_coalition(Ui *ui, const View *view, App *app, const ViewCoalition *coalition);
// screen_lead.c: who leads a meeting and how, and what is agreed before it.
void part_roles(Ui *ui, const View *view, const App *app);
void part_lead(Ui *ui, const View *view, App *app);
void part_asides(Ui *ui, const View *view, App *app);
void part_elections(Ui *ui, const View *view, App *app);
void part_requests(Ui *ui, const View *view, const App *app);
void part_loans(Ui *ui, const View *view, const App *app);
// screen_decision.c: what each deciding arena decides on, changes of rules, claims before courts.
void part_decisions(Ui *ui, const View *view, const App *app);
// screen_vote.c: my vote, and what my group may amend.
void part_vote(Ui *ui, const View *view, App *app);
void part_amend(Ui *ui, const View *view, App *app);
// screen_budget.c: points of a budget.
void part_budget(Ui *ui, const App *app, const ViewDecision *decision);
void part_budget_voter(Ui *ui, const ViewDecision *decision, const ViewVoter *voter);
void part_spread(Ui *ui, const View *view, App *app);
void part_motions(Ui *ui, const View *view, const App *app);
void part_claims(Ui *ui, const View *view, const App *app);
void part_choices(Ui *ui, const View *view, App *app);
void part_taps(Ui *ui, const View *view, App *app);
void part_news_line(Ui *ui, const View *view, const App *app, const ViewNews *news);
void part_card_open(Ui *ui, const char *title, IconKind icon);
void part_card_close(Ui *ui);
void part_actor_name(Ui *ui, const View *view, int32_t actor, int32_t grow);
// "Nothing to decide now." and the like.
void part_empty(Ui *ui, const char *sentence);
// screen_table.c: the text, who decides, ways of seeing it; screen_meeting.c: the minutes; screen_deals.c: a deal.
void part_text(Ui *ui, const View *view, const App *app);
void part_deciders(Ui *ui, const View *view, const App *app);
void part_frames(Ui *ui, const View *view, const App *app);
void part_minutes(Ui *ui, const View *view, const App *app);
void part_deal_parties(Ui *ui, const View *view, const ViewDeal *deal);
void part_deal(Ui *ui, const View *view, App *app, const ViewDeal *deal);
// screen_end.c: what it came to, each a card, or nothing when there is nothing to show.
void part_ending(Ui *ui, const View *view, const App *app);
void part_criteria(Ui *ui, const View *view, const App *app);
void part_outcome(Ui *ui, const View *view, const App *app);
void part_shares(Ui *ui, const View *view, const App *app);
void part_epilogue(Ui *ui, const View *view, const App *app);
void part_mandates(Ui *ui, const View *view, const App *app);
void part_influence(Ui *ui, const View *view, App *app); // screen_influence.c
// screen_debrief.c: the parts of looking back, their questions, and why the computer's seats did it.
void part_steps(Ui *ui, const View *view, App *app);
// Teams and of which of them it is told what they kept to themselves (screen_told.c); gives the one picked to be told
// next, NONE for all the rest, -1 for no one.
typedef struct TellList {
    const char *names[ACTORS_MAX];
    int32_t count;
    uint16_t told;
} TellList;
int32_t part_tell(Ui *ui, const App *app, const TellList *list);
void part_reasons(Ui *ui, const View *view, App *app);
// screen_what_if.c: the button that opens it, once all is told; and the sheet, while there is something to show.
void part_what_if(Ui *ui, App *app, bool told);
void sheet_what_if_draw(Ui *ui, App *app);
const char *debrief_question(const App *app, int32_t step);
void part_curves(Ui *ui, const View *view, App *app);
void part_timeline(Ui *ui, const View *view, const App *app);
// Label of the style of power, and its line.
const char *part_style_word(const App *app, uint8_t style);
LineStyle part_style_line(uint8_t style);

// screen_overdue.c: on the first page, workshops that are over their time, and the question before one is erased.
void part_overdue(Ui *ui, const HomeView *home, App *app);
void sheet_overdue_draw(Ui *ui, const HomeView *home, App *app);

#endif // CLIENT_SCREENS_H

// client/app.h — what the window remembers between frames, and the table of what it may ask of the world. Never: a rule of the game.
#ifndef CLIENT_APP_H
#define CLIENT_APP_H
#include "client/ui.h"
#include "client/what_if.h"
#include "client/words.h"
#include "model/console.h"
#include "model/view.h"
#include "wire/forecast.h"
#include "wire/seat_view.h"

typedef enum ScreenKind {
    SCREEN_HOME,
    SCREEN_CASE,
    SCREEN_TABLE,
    SCREEN_MEETING,
    SCREEN_DEALS,
    SCREEN_NEWS,
    SCREEN_END,
    SCREEN_SETTINGS,
    SCREEN_LOBBY,
    SCREEN_CONSOLE,
    SCREEN_BOARD,
    SCREEN_JOURNAL,
    SCREEN_OBSERVE,
    SCREEN_AUTHOR,
    SCREENS_COUNT
} ScreenKind;

// --- What the home screen shows. Borrowed from who fills it, until the next app_set_home. ---
typedef struct HomePack {
    const char *id, *title, *about;
    const char *
            facts; // "3 to 12 people · 60 minutes · English, Bengali · CC-BY-4.0 · a1b2c3d4"
    const char *problem; // why it cannot be played, "" = fine
    bool reviewed;
} HomePack;

typedef struct HomeSession {
    const char *id, *title,
            *facts;      // facts: "Round 2 of 4 · you play Riverside Link · 21 November"
    const char *problem; // damaged: what can be done, "" = fine
} HomeSession;

// A workshop that is over for longer than it was to be kept.
typedef struct HomeOverdue {
    const char *id, *title;
    int32_t days; // since it was closed
} HomeOverdue;

typedef struct HomeView {
    const HomePack *packs;
    const HomeSession *sessions; // newest first
    int32_t packs_count, sessions_count;
    const char *const *languages; // names in their own language
    const char *const *language_ids;
    int32_t languages_count;
    const HomeOverdue *overdue;
    int32_t overdue_count;
} HomeView;

typedef struct CaseActor {
    const char *id, *name, *brief;
    uint8_t index;
    const char *closed; // why it cannot be chosen, "" = open
} CaseActor;

typedef struct CaseView {
    const char *id, *title, *opening, *goal, *content_note, *facts;
    const CaseActor *actors;
    int32_t actors_count,
            best; // best: place of the actor proposed for a first game, -1 = none
    // Time plans to choose from; plan: the place of the present one. Fewer than two: nothing to choose.
    const char *const *plans, *const *plan_ids;
    int32_t plans_count, plan;
} CaseView;

// What `convene check` says of an author's pack. Borrowed.
typedef struct AuthorFinding {
    const char *place;                  // "E201 scenario.lua:23"
    const char *message, *source, *fix; // source: the line itself, "" = none
    bool error, note;                   // neither: advice
} AuthorFinding;

typedef struct AuthorView {
    const char *path; // as it was asked for
    bool runs;        // the answer is on its way; what stands here is the one before
    const AuthorFinding *findings;
    int32_t findings_count, errors, warnings, notes;
} AuthorView;

// A seat of a hosted session at this window. Its view is in App.view only while it is shown.
typedef struct AppSeat {
    bool shown;       // its screens are open
    bool waits;       // it has no place yet
    bool lost;        // nothing comes from the host now
    bool alone;       // this window leads nothing: the seat is all it has
    const char *note; // why it waits, or what became of it, "" = nothing
    char code[13];    // by it another device finds this seat
    int32_t clock_s;  // left in this step, -1 = no clock runs
    bool draft_kept;  // what stands in the journal's field is with the host
    SeatNews news;
} AppSeat;

// A look of the facilitator at one seat, while it lasts: at its private page, or at what it can do, to act for it.
typedef struct AppLook {
    int32_t seat, left_s; // left_s: until it closes by itself
    bool acts;
    const View *view; // what the seat itself is shown
} AppLook;

typedef struct AppSettings {
    ThemeKind theme;
    int32_t scale_percent, text_percent; // text_percent: of the letters alone, 0 = 100
    int32_t letters;                     // UiLetters: keys of one letter
    bool reduced_motion, full_screen;
    bool no_pad;          // a game controller is not listened to
    bool open_private;    // private things stand open without being asked for
    int32_t board_screen; // 0 the second one if there is one, else the number of the screen
    int32_t port;         // where doors are opened for phones, 0 = the usual one
    int32_t language;     // place in HomeView.languages
} AppSettings;

// A new size comes back to the old one unless somebody says that it can be read.
typedef struct SizeTrial {
    bool on;
    int32_t scale_percent, text_percent; // as they were
    int64_t until_ms;
} SizeTrial;

typedef struct FindDraft {
    bool open, asks_focus;
    char words[64];
    int32_t at;
} FindDraft;

typedef struct JoinDraft JoinDraft;

// --- What the window may ask. Any function may be NULL: the button is then left out. ---
typedef struct AppPorts {
    void *context;
    // Text of the catalogue by id, or NULL for English.
    const char *(*say)(void *context, const char *id);
    // words: the person's own words with an act, a deal or a minute; "" = none.
    void (*send)(void *context, const Command *command, const char *words);
    // Lines of "why?" for a cell, newest first, into the region.
    int32_t (*why)(void *context, uint16_t cell, Region *region, const ViewWhy **lines);
    // What this seat can foresee of an act as it is filled in; NULL while the answer is on its way. Asked in every
    // frame of the sheet; the answer lives until it is asked again.
    const Forecast *(*foresee)(void *context, const Command *command);
    void (*show_case)(void *context, const char *pack);
    // Shows the same case in another time plan.
    void (*choose_plan)(void *context, const char *pack, const char *plan);
    void (*play)(void *context, const char *pack, const char *actor);
    // Looks a pack over that somebody is writing: its name, its folder or its file. The answer comes as App.author.
    void (*check_case)(void *context, const char *path);
    void (*go_on)(void *context, const char *session);
    // Who plays alone takes the next part of looking back, or the one before.
    void (*look_back)(void *context, int32_t step);
    // What everybody wrote in a workshop that is over its time is erased, or it is kept longer.
    void (*answer_overdue)(void *context, const char *session, bool erases);
    void (*tell)(
            void *context, int32_t actor); // what it kept to itself; NONE: all the rest
    // Plays the game that is over again, without each team and each act; App.what_if grows with the answers.
    void (*what_if)(void *context);
    void (*leave)(void *context); // back to the home screen; the session is kept
    // Opens the doors of a case for people with phones.
    void (*host)(void *context, const char *pack);
    // A verb of the facilitator in one line, as `convene ctl` takes it: "extend 1m".
    void (*console)(void *context, const char *line);
    // Console and board show another session that the same code leads.
    void (*lead)(void *context, const char *session);
    // The same, but in five seconds; again: at once; "": not at all.
    void (*console_held)(void *context, const char *line);
    // A seat at this window of the session it leads; its screens open and close; one far away.
    void (*take_seat)(void *context);
    void (*sit)(void *context, bool at_seat);
    void (*join)(void *context, const JoinDraft *join);
    // Beside the game: "seat.help", or with arguments "seat.journal scope=group"; words: one's own, "" = none.
    void (*ask_beside)(void *context, const char *act, const char *words);
    // Writes the person's own journal to a file and says where.
    void (*keep_notes)(void *context);
    // The seat is no longer remembered at this machine, and the first page opens.
    void (*forget_seat)(void *context);
    void (*quit)(void *context);
    void (*settings_changed)(void *context, const AppSettings *settings);
} AppPorts;

// --- Drafts: what a person is about to do ---
enum { LABEL_BYTES = 256, MINUTE_LINES_MAX = 8 };

typedef struct ActDraft {
    bool open;
    int32_t move; // ViewMove.index
    int32_t target, side, bid, token;
    int32_t answers[ASKS_MAX]; // places among the options
    uint16_t guests[ASKS_MAX]; // bits of actors, where several are asked for
    char label[LABEL_BYTES];
} ActDraft;

typedef struct PromiseDraft {
    int32_t kind;   // 0 none, else 1 + the place among View.promise_kinds
    int32_t what;   // place among what the kind can be about
    int32_t target; // 0 anybody, else 1 + the place among the deciders
    int32_t amount, size, due;
    int32_t by, to; // places among the parties: who promises, and who gets what goes to one
} PromiseDraft;

typedef struct DealDraft {
    bool open, is_public;
    int32_t partner;
    bool more, further[ACTORS_MAX]; // more than two; by place among the actors
    int32_t giver, taker;           // places among the parties: whose gift is looked at
    int32_t gives[RESOURCES_MAX], wants[RESOURCES_MAX];   // between me and the partner
    int32_t among[ACTORS_MAX][ACTORS_MAX][RESOURCES_MAX]; // any two others, by their places
    PromiseDraft promise;                                 // being written
    PromiseDraft written[PROMISES_MAX];
    int32_t written_count;
    char words[LABEL_BYTES];
} DealDraft;

typedef struct CoalitionDraft {
    bool open;
    bool members[ACTORS_MAX];
    int32_t rule;
    char name[LABEL_BYTES];
} CoalitionDraft;

typedef struct GroupDraft { // the sheet of a coalition of mine
    bool open;
    int32_t slot;
    int32_t carries, does, flags; // carries: 0 nobody, else 1 + the member's place
} GroupDraft;

enum { ORDER_PLACES = 3 }; // items a meeting can reach at most

typedef struct LeadDraft { // the chair's order: 0 nothing, else 1 + a place in the queue
    int32_t order[ORDER_PLACES], off;
} LeadDraft;

typedef struct TapDraft { // the two taps after a round, and credit
    int32_t influence, rating, credit_to;
    bool surprised;
    // What was sent in this step, so that the screen can say it was noted: 1 + the answer's place.
    int32_t expected, voted;
    bool reflected, credited;
    char reason[LABEL_BYTES]; // of an objection
} TapDraft;

typedef struct MinutesDraft {
    bool chosen[UTTERANCES_MAX];
    int32_t sharpen;
} MinutesDraft;

// How somebody comes into a workshop that another machine hosts.
struct JoinDraft {
    char address[LABEL_BYTES], code[16], name[LABEL_BYTES];
    bool open, watches, in_report, in_research;
};

// What lies over the lobby about phones and networks.
typedef enum HostCheck { HOST_NO_CHECK, HOST_CHECK, HOST_HOTSPOT } HostCheck;

typedef enum HostSure { HOST_SURE_NOTHING, HOST_SURE_END, HOST_SURE_REMOVE } HostSure;

enum { VERB_ARGS_MAX = 4, BECAUSE_BYTES = 141 };

typedef struct HostDraft {
    int32_t picked;    // number of a seat, 0 = nobody
    int32_t answers;   // number of the call that is being answered
    int32_t tab, mode; // mode: 1 on the case card when hosting is chosen
    uint8_t sure;      // HostSure
    uint8_t check;     // HostCheck
    int32_t notes;     // which notes of the case are open: 1 + their place, 0 = none
    bool options;      // the sheet of the settings of this session is open
    bool knobs;        // that of the options of the case is open
    bool knobs_all;    // with every one of them, also those that ask nothing
    // 1 + the place of what stood there before it was changed here, 0 = it was not.
    uint8_t option_before[OPTION_COUNT], keeping_before;
    bool verbs;   // the sheet of all verbs is open
    int32_t verb; // whose form is open: 1 + its place in the table, 0 = none
    char fields[VERB_ARGS_MAX][LABEL_BYTES]; // of its arguments: the word picked or written
    int32_t done;                            // the last one that was sent: 1 + its place
    char done_about[LABEL_BYTES];            // and its first argument
    bool points; // the sheet of what the board can point at is open
    char answer[LABEL_BYTES], broadcast[LABEL_BYTES], note[LABEL_BYTES],
            whisper[LABEL_BYTES], line[LABEL_BYTES];
    char because[BECAUSE_BYTES]; // why it is acted for a seat
} HostDraft;

// A seat's own words and picks beside the game.
enum { JOURNAL_BYTES = 600, QUIZ_PICKS = 32 };

typedef struct JournalDraft {
    char text[JOURNAL_BYTES];
    int32_t scope;   // who may read it: 0 the person, 1 the facilitator, 2 the group
    int32_t changes; // id of the entry whose readers are being chosen, 0 = none
    int32_t picks[QUIZ_PICKS]; // answers to the questions: 1 + the place, 0 = none
    bool quiz_open;
} JournalDraft;

typedef struct ObserveDraft { // who, to: 1 + the actor's place; about: 1 + the clause's
    int32_t who, act, to, about, changed, expected, source;
    bool more;
    char text[LABEL_BYTES];
} ObserveDraft;

// What stood there when this person last looked.
enum { AT_BYTES = 40 };

typedef struct AwayLook {
    char at[AT_BYTES];
    uint8_t levels[CLAUSES_MAX];
    int32_t levels_count;
    uint32_t decided; // a bit for each arena
    bool stood_in;
} AwayLook;

typedef struct Away {
    AwayLook last, back; // back: what stood there before, while it is told what went on
    bool seen, asleep, tells;
} Away;

// A sheet as it was sent, come back because an undo took its act back.
enum { RETURNED_MAX = 8 };

typedef struct Returned {
    uint8_t kind; // CommandKind
    char title[LABEL_BYTES];
    ActDraft act;
    DealDraft deal;
    CoalitionDraft coalition;
} Returned;

typedef struct App {
    AppPorts ports;
    AppSettings settings;
    ScreenKind screen;
    const View *view;           // NULL outside a game
    const ConsoleView *console; // NULL when this window leads no workshop
    const AppSeat *seat;        // NULL when no seat of a hosted session is at this window
    int32_t heard;              // id of the facilitator's last words that were put away
    const AppLook *look;        // of who leads, NULL = none; app_set_look
    const BoardView *board;     // of the second window, NULL = none
    const HomeView *home;       // NULL until filled
    const CaseView *card;       // NULL until shown
    const AuthorView *author;   // NULL until a pack was checked
    const WhatIfView *what_if;  // NULL until it was asked for
    bool what_if_open;
    int32_t what_if_of;    // what is left out: a team, or an act after all teams
    char author_path[160]; // what is written in the field of the author's page
    const Theme *themes;   // one for each ThemeKind, borrowed; NULL = the built-in ones
    uint8_t seen_round, seen_phase, seen_sub; // to follow the game to its next screen
    bool seen_end;
    char help_words[LABEL_BYTES]; // what the facilitator is needed for
    SizeTrial trial;
    FindDraft find;
    ScreenKind menu_from;    // where the menu goes back to
    int32_t screens_count;   // of this machine, 0 = not known
    const char *data_folder; // where this person's things are kept, NULL = not said
    char port_text[8];
    char board_display[80]; // the screen the board is on
    char notice[320];       // the last refusal or message, "" = none
    bool why_open, help_open, guide_off,
            private_open; // private_open: private things are being looked at
    bool curtain;         // F9: nothing of the screen is shown
    bool right_to_left, quit,
            board_open; // the second window is wanted
    int32_t poll_ms; // how often the world must be asked, 0 = only when people do something
    uint16_t why_cell;
    int32_t actor_open; // sheet of one actor, -1 = none
    int32_t role;       // chosen on the case card
    int32_t end_actor;  // whose curves the end shows
    int32_t reasons_of; // and whose reasons
    int32_t overdue_sure; // 1 + the place of the workshop whose erasing is asked once more, 0 = none
    int32_t home_tab, news_filter, guide_page, table_tab;
    int32_t guest, guest_arena; // places among the others and among one's own arenas
    ActDraft act;
    DealDraft deal;
    CoalitionDraft coalition;
    GroupDraft group;
    TapDraft tap;
    LeadDraft lead;
    MinutesDraft minutes;
    HostDraft host;
    JoinDraft join;
    JournalDraft journal;
    ObserveDraft observe;
    Away away;
    Returned returned[RETURNED_MAX]; // the newest last
    int32_t returned_count;
} App;

// Zeroed but for what must not be zero.
void app_init(App *app, AppPorts ports, AppSettings settings);
// A new view came: the screen follows the game (to the meeting, back to the table, to the end).
void app_set_view(App *app, const View *view);
void app_set_notice(App *app, const char *text);
// The workshop this window leads: the screen goes from the lobby to the console with it. NULL = none any more.
void app_set_console(App *app, const ConsoleView *console);
// The screens of the seat at this window open, or close again over the console. view: NULL while nothing came.
void app_sit(App *app, bool at_seat, const View *view);
// The facilitator's look at a seat begins, changes, or is over (NULL): then nothing of it stays on the screen.
void app_set_look(App *app, const AppLook *look);
// The seat hears nothing for a while, or its screens are closed: what comes then is told when it looks again.
void app_went_away(App *app);
// An act of this seat was undone: its sheet comes back as it was sent.
void app_take_back(App *app, const Returned *returned);
// A command was refused: the sentence is shown, and the sheet it came from is there again as it was.
void app_set_refusal(
        App *app, const Command *command, const char *words, const char *sentence);
// "table", "meeting", … to a screen and back; false when no screen has the name.
MUST_USE bool app_screen_of(const char *name, ScreenKind *out);
const char *app_screen_name(ScreenKind screen);
// The palette of the chosen theme.
Theme app_theme(const App *app);
// Draws the present screen with its sheets. `context` is the App; fits WindowApp.screen and ui_run.
void app_draw(void *context, Ui *ui);
// The second window, for the beamer.
void app_draw_board(const App *app, Ui *ui);
// A key at the second window: arrows show the next public page, Space a blank one, and back.
void app_board_key(App *app, UiKey key);

// --- discreet.c: why no picture of the present screen may be kept; WORD_NONE = it may ---
Word discreet_refusal(const App *app);

// --- For the screens ---
const char *app_say(const App *app, Word word);
// With placeholders: name, value, …, NULL. Lives until the next frame.
const char *app_say_with(Ui *ui, const App *app, Word word, ...) __attribute__((sentinel));
// Sends a command stamped with the step this view shows.
void app_send(App *app, Command command, const char *words);
// What can be foreseen of it; NULL = nothing yet.
const Forecast *app_foresee(App *app, const View *view, Command command);
void app_send_plain(App *app, CommandKind kind, int32_t a, int32_t b, int32_t c);
void app_open_act(App *app, int32_t move_index);
// The same of a seat that is looked at.
void app_open_act_of(App *app, const View *view, int32_t move_index);
const ViewMove *app_move(const View *view, int32_t index);

#endif // CLIENT_APP_H

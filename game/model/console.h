// model/console.h — what the facilitator's console and the board show, as texts and numbers ready to draw. Never: a State, a plan, a brief, a private deal.
#ifndef MODEL_CONSOLE_H
#define MODEL_CONSOLE_H
#include "base/core.h"
#include "model/kind.h"
#include "model/option.h"
#include "model/people.h"

// Both are filled from what the host sent to the principals "console" and "board"; texts are finished in
// the viewer's language, never NULL, and borrowed from whoever filled them.

enum { CONSOLE_NOTES = 2 }; // of the case: for who leads, for the debrief

enum { CODE_SIDE_MAX = 57 }; // modules of the largest code that is shown (version 10)

typedef enum ConsoleStage {
    STAGE_LOBBY,
    STAGE_RUNNING,
    STAGE_DEBRIEF,
    STAGE_CLOSED
} ConsoleStage;

typedef enum Presence { PRESENCE_HERE, PRESENCE_ASLEEP, PRESENCE_GONE } Presence;

// Somebody with a place. actor NONE: watches, or waits for one.
typedef struct ConsoleSeat {
    int32_t seat;
    const char *label, *note; // label "" = none given; note: "last seen 2 minutes ago"
    uint8_t actor;
    uint8_t presence; // Presence
    bool observes, waits, sent, stand_in, help, muted;
} ConsoleSeat;

typedef struct ConsoleActor {
    const char *id, *name;
    int32_t people, people_most; // who play it now, and how many may
    bool core;                   // the case does not start without it
    bool computer;
} ConsoleActor;

typedef enum CallKind {
    CALL_KNOCK,
    CALL_HELP,
    CALL_PAUSE,
    CALL_ALERT,
    CALL_PROMISE // its parties see it differently: number of the deal, seat: which promise
} CallKind;

// A thing that waits for the facilitator. number: of the help call, or the seat of a knock.
typedef struct ConsoleCall {
    uint8_t kind; // CallKind
    int32_t number, seat;
    const char *text;
} ConsoleCall;

typedef struct ConsoleHappening {
    const char *id, *name, *about;
    const char *closed; // why it cannot be played now, "" = open
} ConsoleHappening;

// Something public that the board can point at.
typedef struct ConsoleThing {
    const char *id, *name;
    uint8_t kind; // Kind
} ConsoleThing;

typedef struct ConsoleLamp {
    const char *name, *text;
    uint8_t level; // 0 good, 1 care, 2 alarm
} ConsoleLamp;

typedef struct ConsoleLine { // of the record: what the facilitator or the game did
    int32_t seq;
    const char *text;
} ConsoleLine;

// A public number of the game, as its verb names it.
typedef struct ConsoleNumber {
    const char *name; // "Tenants' Union: base"
    int32_t cell;
} ConsoleNumber;

// An option of the case, as the verb "set" names it; there only before the start.
typedef struct ConsoleKnob {
    const char *id, *name, *ask;       // ask: the question it answers, "" = none
    int32_t least, most, start, value; // start: as the session was opened
} ConsoleKnob;

// How one joins; shown in the lobby, and in a corner of the board while joining is open.
typedef struct JoinView {
    const char *url, *pin, *network; // "http://192.168.1.5:8080/j", "482913", "wlan0"
    bool open, locked, reached;      // reached: a phone has opened the address
    bool moved; // the game stands until people have come back by another address
    int32_t waiting, people;
    int32_t qr_side;                           // modules, 0 = no picture
    uint8_t qr[CODE_SIDE_MAX * CODE_SIDE_MAX]; // 1 = dark, row by row
    const char *check_url;                     // where a phone tries itself out
    int32_t check_side;
    uint8_t check[CODE_SIDE_MAX * CODE_SIDE_MAX];
} JoinView;

typedef struct StepView {
    uint8_t stage;            // ConsoleStage
    const char *title;        // of the case
    const char *phase, *part; // "Meeting", "speeches"; part "" = none
    const char *prompt;       // what the facilitator may say, "" = nothing
    int32_t round, rounds;    // round 0: before the first
    int32_t sent, of;
    bool paused, closing, clock_on;
    int32_t left_s; // of the clock, 0 or more
} StepView;

// Of the same case, led by the same code.
typedef struct ConsoleSession {
    int32_t n; // from 1
    const char *name;
    int32_t people, waiting; // who are in it; who found no part there
    bool here;               // is the one that is shown
} ConsoleSession;

typedef struct ConsoleView {
    StepView step;
    JoinView join;
    const ConsoleSeat *seats;
    const ConsoleActor *actors;
    const ConsoleCall *calls;
    const ConsoleHappening *deck;
    const ConsoleThing *things;
    const ConsoleLamp *lamps;
    const char *const *asks;  // why no phone has come, the first to be asked first
    const ConsoleLine *lines; // newest first
    const ConsoleLine *words; // what was said, newest first; seq: the words' number
    const ConsoleNumber *numbers;
    const ConsoleKnob *knobs;
    int32_t knobs_count;
    const ConsoleThing *items; // numbers that can be opened; name "": one of every case
    int32_t items_count;
    const char *const *phases; // of a round, by their place
    int32_t phase;             // the present one's place
    int32_t words_count, numbers_count, phases_count;
    const char *const *ready_actions; // of the time plan
    const int32_t *ready_numbers;     // of each, for the verb
    const char *const *care;          // the content note, line by line, before the start
    const char *care_spoken;          // what who leads confirms
    int32_t care_count;
    bool care_due, care_done; // it must be read aloud first; it was
    bool recast;              // parts were given out anew, and that can be taken back
    int32_t seats_count, actors_count, calls_count, deck_count, lamps_count, lines_count,
            ready_count, things_count, asks_count;
    const char *waiting, *spent,
            *left; // "Waiting for …", "4 of 10 minutes used", what is to play; "" = nothing to say
    const char *plan;   // "ends 16:07, debrief 20 minutes: on time", "" = no plan
    uint8_t plan_level; // as in ConsoleLamp
    uint8_t options[OPTION_COUNT];  // what stands in each setting of the session
    const ConsoleSession *sessions; // all of them, none when there is only one
    int32_t sessions_count;
    int32_t unplaced;     // who found no part here
    bool second_open;     // another session takes them
    int32_t keeping_days; // after the end, until it is asked to erase it; 0 = never
    const char *board;    // what the board shows
    const char *key;      // the facilitator's code
    const char *answer;   // to the last verb, "" = none
    bool answer_is_refusal;
    const char
            *notes[CONSOLE_NOTES]; // of the case, as its files hold them; NULL or "" = none
    int32_t debrief_step;          // of looking back, 0 = not begun
    uint16_t told;         // mask of actors of whom it is told what they kept to themselves
    int32_t minute_of_day; // here, -1 = not known
    int32_t held_s; // until a verb is sent that can still be taken back, 0 = none waits
} ConsoleView;

enum {
    BOARD_ROWS_MAX = 7,          // at most seven things at once
    BOARD_ROWS_ROOM = ACTORS_MAX // but for one number of everybody
};

typedef enum BoardMark {
    BOARD_PLAIN,
    BOARD_PROPOSED, // a level of the text that is on the table
    BOARD_DECIDED,  // and one that became law
    BOARD_PASSED,   // of a decision
    BOARD_REJECTED,
    BOARD_DUE, // is decided in this round
    BOARD_MARKS_COUNT
} BoardMark;

// One thing on the board: a decider, a clause, a way of seeing it, a number of the world.
typedef struct BoardRow {
    const char *name, *value, *note;
    uint8_t actor;    // its colour and shape, NONE
    uint8_t band;     // 1..5, 0 = none
    uint8_t mark;     // BoardMark
    uint16_t members; // actors whose marks stand with it
} BoardRow;

typedef enum BoardPage {
    BOARD_JOIN,
    BOARD_TABLE,
    BOARD_NEWS,
    BOARD_BLANK,
    BOARD_WORDS,
    BOARD_ONE, // one thing the facilitator points at
    BOARD_DECISIONS,
    BOARD_COALITIONS,
    BOARD_MEETING,
    BOARD_END,
    BOARD_INFLUENCE,
    BOARD_CHECK, // a small square: a phone tries itself out
} BoardPage;

typedef struct BoardView {
    uint8_t page; // BoardPage
    StepView step;
    JoinView join;
    const char *words;           // a line that is shown large
    const char *heading, *about; // of the page where it has its own, "" = the usual words
    uint8_t lit_actor;           // beside the heading, NONE
    BoardRow rows[BOARD_ROWS_ROOM];
    int32_t rows_count;
    const char *lines[BOARD_ROWS_MAX]; // news, newest last
    int32_t lines_count;
    uint16_t
            stood_in; // actors a stand-in plays for now: they wear a badge wherever they are shown
    bool heat;        // rows tell how warm the street is
    bool right_to_left;
} BoardView;

#endif // MODEL_CONSOLE_H

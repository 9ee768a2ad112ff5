// cli/desk.h — one person playing on this machine: pack, session, computer players and the app's questions. Never: a rule, a drawing.
#ifndef CLI_DESK_H
#define CLI_DESK_H
#include "cli/places.h"
#include "cli/tongue.h"
#include "client/play.h"
#include "host/table.h"
#include "script/hooks.h"

enum { DESK_SESSIONS_MAX = 5, DESK_ASKS_MAX = 16 };

typedef enum DeskAskKind {
    DESK_COMMAND,
    DESK_CASE,
    DESK_PLAN,
    DESK_PLAY,
    DESK_GO_ON,
    DESK_LEAVE,
    DESK_LOOK_BACK,
    DESK_SETTINGS,
    DESK_HOST,
    DESK_VERB,
    DESK_VERB_HELD, // in five seconds
    DESK_LEAD,      // another session of the same host
    DESK_SEAT_TAKE,
    DESK_SEAT_SIT,
    DESK_SEAT_RISE,
    DESK_SEAT_JOIN,
    DESK_SEAT_ASK,
    DESK_SEAT_NOTES,
    DESK_SEAT_FORGET,
    DESK_OVERDUE_KEEP,
    DESK_OVERDUE_ERASE,
    DESK_CHECK,
    DESK_WHAT_IF
} DeskAskKind;

struct DeskHost;
struct DeskSeat;
struct DeskAuthor;
struct DeskWhatIf;

// What the app asked during a frame; done between frames, so that no view changes while it is drawn.
typedef struct DeskAsk {
    uint8_t kind; // DeskAskKind
    Command command;
    char name[256], actor[64];
    char words[OWN_WORDS_BYTES];
} DeskAsk;

typedef struct Desk {
    Places places;
    Tongue tongue;
    char lang[LANGUAGE_BYTES];
    uint64_t seed;                  // of the next session; 0 = nobody can guess it
    Scenario scenario;              // of the session or the case card
    char pack[160];                 // what scenario holds, "" = nothing
    char format[PLACES_PLAN_BYTES]; // and in which time plan, "" = the case's own
    char chosen[33];                // the time plan chosen on the card
    ScriptHooks script;
    Hooks hooks;
    Table *table; // NULL outside a game
    uint8_t actor;
    View view;
    App app;
    Theme themes[THEMES_COUNT]; // of assets/theme.lua
    Region home_region, card_region, foresee_region;
    Forecast forecast; // of the act in the open sheet of a game alone
    HomeView home;
    CaseView card;
    DeskAsk asks[DESK_ASKS_MAX];
    int32_t asks_count;
    struct DeskHost *host;     // the workshop led from here, NULL = none
    struct DeskSeat *seat;     // of a hosted session, at this window, NULL = none
    struct DeskAuthor *author; // a pack that is looked over, NULL = none yet
    struct DeskWhatIf *whatif; // of a game that is over, NULL = not asked for
    bool host_only_here; // doors that it opens let this machine in alone, on any free port
    uint8_t kept_round;  // of the session's summary on disk
    bool remembers;      // settings are kept in the data folder
    Diags diags;
} Desk;

// On the heap. data NULL: the usual place; keep false: nothing is written (pictures).
MUST_USE Desk *desk_open(
        const char *data, const char *lang, const AppSettings *settings, Err *err);
void desk_close(Desk *desk);
// Everything this desk says is in this language from now on.
void desk_speak(Desk *desk, const char *code);
// Fills the first page: packs and the last sessions.
void desk_show_home(Desk *desk);
// Loads a pack; on failure the sentence is in err, or the findings are in desk->diags.
MUST_USE bool desk_load(Desk *desk, const char *pack, Err *err);
MUST_USE bool desk_show_case(Desk *desk, const char *pack, Err *err);
// Starts a session as an actor ("" = the one proposed for a first game). kept: on disk.
MUST_USE bool desk_start(Desk *desk, const char *actor, bool kept, Err *err);
// Goes on with a session of the data folder, or at a path: as its one player, or as who leads it.
MUST_USE bool desk_go_on(Desk *desk, const char *name, Err *err);
// Between frames: does what the app asked. True when a new frame is due. Fits PlaySetup.poll.
bool desk_poll(void *context);
// desk_alone.c: what the person who plays alone can foresee of an act.
const Forecast *desk_foresee(Desk *desk, const Command *command);
// Sends a command of the person's seat and shows the new view, or the refusal.
void desk_refresh(Desk *desk);

#endif // CLI_DESK_H

// host/guest_board.c — what the board and the debrief show, and the facilitator's look at one seat. Never: a private thing on the board.
#include "host/guest.h"
#include <stdlib.h>
#include <string.h>

// A look at what is private is short; what a seat can do stays open while somebody acts for it.
enum { PEEK_MS = 30 * 1000, ACTS_MS = 5 * 60 * 1000 };
enum { PEEK_OPEN, PEEK_SHUT, PEEK_ACTS };

static const char *const PAGES[PUBLIC_PAGES_COUNT] = {
        "table", "meeting", "news", "coalitions", "decisions", "join", "end", "check"};

static int32_t page_of(const char *text) {
    for (int32_t i = 0; i < PUBLIC_PAGES_COUNT; i++) {
        if (strcmp(PAGES[i], text) == 0) return i;
    }
    return -1;
}

// One public thing, by its id: a number that tells its kind too, 256 * kind + index.
static int32_t thing_of(const Def *def, const char *id) {
    static const Kind kinds[] = {KIND_ACTOR, KIND_DECIDER, KIND_CLAUSE, KIND_ARENA,
            KIND_FRAME, KIND_ISSUE, KIND_AUDIENCE};
    for (size_t i = 0; i < ARRAY_COUNT(kinds); i++) {
        Thing thing = def_find(def, kinds[i], id);
        if (thing.index != NONE) return 256 * (int32_t)kinds[i] + thing.index;
    }
    return -1;
}

// "show table", "show" (as the game goes), "spotlight union", "blank".
static void board(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    int32_t shows = SHOWS_NOTHING, which = 0;
    if (ask->value[0] == 0) {
        shows = ask->text[0] ? SHOWS_PAGE : SHOWS_PLAY;
        which = ask->text[0] ? page_of(ask->text) : 0;
    } else if (ask->value[0] == 1) {
        shows = SHOWS_ONE;
        which = thing_of(party_session(guest->party)->def, ask->text);
    }
    if (which < 0) {
        guest_refuse_about(hall, guest, ask->message->id, "argument", "item");
        return;
    }
    Command command = guest_command(COMMAND_BOARD_SET, shows, which, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    guest_answer(hall, guest, ask->message, again,
            shows == SHOWS_NOTHING ? SAY_DID_BLANK : SAY_DID_BOARD, (SayWith){0});
}

static void debrief(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    static const DebriefWhat whats[] = {
            DEBRIEF_STEP, DEBRIEF_VIEW, DEBRIEF_SHARE, DEBRIEF_SHARE};
    bool again;
    Command command = guest_command(COMMAND_DEBRIEF_STEP, (int32_t)whats[ask->value[0]],
            ask->value[1], ask->value[0] != 3, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    guest_answer(hall, guest, ask->message, again, SAY_DID_DEBRIEF,
            (SayWith){.n = ask->value[1]});
}

// "mandate open union", "mandate open" (all the rest), "mandate close union".
static void mandate(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again, open = ask->value[0] == 0, one = ask->has[1];
    const Session *session = party_session(guest->party);
    Command command = guest_command(
            COMMAND_DEBRIEF_STEP, DEBRIEF_TELL, one ? ask->value[1] : NONE, open, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    Region region = {0};
    Say say = {session->def, guest_language(guest), &region};
    SayWith with = {.who = one ? say_actor(&say, (uint8_t)ask->value[1]) : ""};
    guest_answer(hall, guest, ask->message, again,
            !open ? SAY_DID_UNTOLD
            : one ? SAY_DID_TOLD
                  : SAY_DID_TOLD_ALL,
            with);
    region_clear(&region);
}

// ---- a look at one seat -------------------------------------------------------------------------------------

static void stop_looking(Hall *hall, Guest *guest) {
    if (guest->peeks) reply_peeked(hall, guest, 0, 0, false);
    guest->peeks = 0;
}

void guest_peek_tick(Hall *hall, Guest *guest) {
    if (hall_now(hall) >= guest->peeks_until) stop_looking(hall, guest);
}

static void peek(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    bool again;
    int32_t seat = ask->value[0], how = ask->has[1] ? ask->value[1] : PEEK_OPEN;
    bool acts = how == PEEK_ACTS;
    if (how == PEEK_SHUT) {
        stop_looking(hall, guest);
        reply_answer(hall, guest, ask->message->id, false, "", "");
        return;
    }
    Command command = guest_command(COMMAND_PEEKED, seat, 0, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    guest->peeks = seat;
    guest->peeks_until = hall_now(hall) + (acts ? ACTS_MS : PEEK_MS);
    reply_peeked(hall, guest, seat, guest->peeks_until, acts);
    guest_answer(hall, guest, ask->message, again, acts ? SAY_DID_PEEK_ACTS : SAY_DID_PEEK,
            (SayWith){.n = seat});
}

bool guest_board(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    switch ((int)ask->verb) {
    case CONSOLE_BOARD: board(hall, guest, ask); break;
    case CONSOLE_DEBRIEF: debrief(hall, guest, ask); break;
    case CONSOLE_MANDATE: mandate(hall, guest, ask); break;
    case CONSOLE_PEEK: peek(hall, guest, ask); break;
    default: return false;
    }
    return true;
}

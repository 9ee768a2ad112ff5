// cli/desk_seat_parts.h — what the files of this window's seat share: the seat itself, and its way of speaking. Never: included outside desk_seat*.c.
#ifndef CLI_DESK_SEAT_PARTS_H
#define CLI_DESK_SEAT_PARTS_H
#include "cli/desk_foresee.h"
#include "cli/desk_seat.h"
#include "cli/peer_line.h"
#include "cli/seat_kept.h"
#include "wire/answer.h"
#include "wire/json_out.h"

enum { ACT_ID_BYTES = 25, SENT_MAX = 16, WAITS_MAX = 16 };

// A sheet as it went out, until an undo may send it back.
typedef struct SentSheet {
    char id[ACT_ID_BYTES];
    Returned sheet;
} SentSheet;

// An act the host has not answered yet: when the line comes back it is said again under the same id.
typedef struct WaitingAct {
    char id[ACT_ID_BYTES];
    Buffer text;
} WaitingAct;

typedef struct DeskSeat {
    PeerLine line;
    Mirror *held;
    View view;
    Region region; // of news
    AppSeat shown;
    KeptSeat
            kept; // its claim and its token, as they lie on disk; no file while `kept.path` is ""
    char pin[16], qr[25];
    char name[9]; // of this run: acts of two runs are never taken for one
    char note[700], lang[LANGUAGE_BYTES];
    char host[DIAL_NAME_MAX + 1];
    uint16_t port;
    uint8_t trouble; // DialTrouble that the note tells
    bool over;       // it will not come back by itself
    bool changed, read;
    bool from_disk;   // its token is one of an earlier run
    int64_t ahead_ms; // of the host's clock before ours
    int32_t acts;
    Command sent; // the last one, to show it again when it is refused
    char words[OWN_WORDS_BYTES], sent_id[ACT_ID_BYTES];
    char own_id[ACT_ID_BYTES], own_act[24]; // the last thing said beside the game
    WaitingAct waiting[WAITS_MAX];
    int32_t waiting_count;
    SentSheet sheets[SENT_MAX];
    int32_t sheets_count;
    char draft[JOURNAL_BYTES]; // as it stood when it changed last
    int64_t draft_ms;
    bool draft_sent;
    Region why_region;
    const ViewWhy *why;
    int32_t why_count, why_cell; // cell: that was asked for, -1 = none
    DeskForesee foresee;
    int32_t foreseen_at; // number of the view it was asked at
    Buffer message;
} DeskSeat;

// One message: begin it, add fields, finish it. The id of an act goes into id.
JsonOut desk_seat_begin(DeskSeat *seat, const char *kind);
void desk_seat_finish(DeskSeat *seat, JsonOut *json);
void desk_seat_next_id(DeskSeat *seat, char id[ACT_ID_BYTES]);

// The act in seat->message, kept until it is answered, and said.
void desk_seat_say_act(DeskSeat *seat, const char *id);

// desk_seat_ask.c: asks what the open sheet would cost once it stands still.
void desk_seat_foresee_turn(const Desk *desk, DeskSeat *seat, int64_t now_ms);

// desk_seat_own.c: notes, drafts and sheets that come back.
// An act goes out: its sheet is remembered by the name the act got.
void desk_seat_remember(Desk *desk, DeskSeat *seat, const Command *command);
// Sheets whose acts were undone go back to the app.
void desk_seat_returned(Desk *desk, DeskSeat *seat);
// Unsaved words go to the host when nobody has typed for a moment. True when a new frame is due.
bool desk_seat_draft(const Desk *desk, DeskSeat *seat, int64_t now_ms);
// The host has a draft, or sends back what it had.
void desk_seat_saved(Desk *desk, DeskSeat *seat, const Answer *answer);
// What was said beside the game is kept now: the form it came from is empty again. False: it was no such thing.
bool desk_seat_acked(Desk *desk, DeskSeat *seat, const Answer *answer);

#endif // CLI_DESK_SEAT_PARTS_H

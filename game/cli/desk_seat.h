// cli/desk_seat.h — one seat of a hosted session at this window: it comes in, looks and acts by the same messages as a telephone. Never: a way round the host.
#ifndef CLI_DESK_SEAT_H
#define CLI_DESK_SEAT_H
#include "cli/desk.h"
#include "host/inside.h"

// A seat of the session this very program hosts; asked for again, also after a restart, it is the same one.
// key: the facilitator's code, from which the seat's own claim is made. pin: what opens the door.
void desk_seat_take(Desk *desk, Inside *inside, const char *key, const char *pin);
// A seat of a session somewhere in the network. address: as it stands on the board, with or without what is
// behind "#". code: six digits, or the eight of a seat; "" = the seat this machine had there. Name, language and what
// is agreed to are App.join's. False with err when the address is none.
MUST_USE bool desk_seat_join(Desk *desk, const char *address, const char *code, Err *err);
// Its screens are shown, or nothing of it is: then what is private is not even in the app.
void desk_seat_sit(Desk *desk, bool at_seat);
void desk_seat_send(Desk *desk, const Command *command, const char *words);
// What is said beside the game: "seat.help", "seat.journal scope=group"; words: one's own, "" = none.
void desk_seat_ask(Desk *desk, const char *act, const char *words);
// The own journal as a file of the data folder; a notice says where.
void desk_seat_keep_notes(Desk *desk);
// This machine no longer remembers the seat; it is still open.
void desk_seat_forget(Desk *desk);
// Causes of a number: asked for, and there with one of the next frames.
int32_t desk_seat_why(Desk *desk, uint16_t cell, Region *region, const ViewWhy **lines);
// What can be foreseen of the act in the open sheet: asked for, and there with one of the next frames.
const Forecast *desk_seat_foresee(Desk *desk, const Command *command);
void desk_seat_language(Desk *desk);
// Reads what came. True when a new frame is due.
bool desk_seat_poll(Desk *desk);
void desk_seat_close(Desk *desk);

#endif // CLI_DESK_SEAT_H

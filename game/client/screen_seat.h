// client/screen_seat.h — a seat of a hosted session at this window: taking it, sitting down at it, what it hears beside the game. Never: a rule.
#ifndef CLIENT_SCREEN_SEAT_H
#define CLIENT_SCREEN_SEAT_H
#include "client/screens.h"

// Before its view has come, or while it has no part: where it stands.
void screen_seat_draw(Ui *ui, App *app);
// On the screens of who leads: a seat at this laptop too. Nothing private is on it.
void part_own_seat(Ui *ui, App *app);
// On the first page: a session that somebody else hosts.
void part_join(Ui *ui, App *app);
// In the status line of the seat's screens: the clock, the connection, the way back to the console.
void seat_status(Ui *ui, App *app);
// The facilitator's newest words, until they are put away.
void seat_heard(Ui *ui, App *app);
// It has a part to play, or watches: the screens of the game are its own too.
bool seat_has_screens(const App *app);
// screen_away.c: a view is looked at; what went on while nobody looked, and sheets that came back; is it told now?
void away_look(App *app, const View *view);
void part_away(Ui *ui, const View *view, App *app);
bool away_tells(const App *app);
// screen_shared.c: words that stay for all; the end as far as the facilitator shares it.
void part_shown(Ui *ui, const App *app);
void part_debrief(Ui *ui, const View *view, App *app);
// In the sheet of help: whom to call, and a stop.
void seat_help(Ui *ui, App *app);

#endif // CLIENT_SCREEN_SEAT_H

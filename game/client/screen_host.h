// client/screen_host.h — screens of who leads a workshop, and the pieces they share. Never: a rule.
#ifndef CLIENT_SCREEN_HOST_H
#define CLIENT_SCREEN_HOST_H
#include "client/screens.h"
#include "model/console.h"

void screen_lobby_draw(Ui *ui, const ConsoleView *console, App *app);
void screen_console_draw(Ui *ui, const ConsoleView *console, App *app);
// The second window: shown, not operated.
void screen_board_draw(Ui *ui, const BoardView *board, const App *app);

// A verb of the facilitator as one line, the way `convene ctl` takes it: "extend 1m".
void host_do(App *app, const char *line);
// Status line above, and the scrolled page that ui_close ends.
void host_frame_open(Ui *ui, const ConsoleView *console, App *app);
// The seat with this number, NULL = none.
const ConsoleSeat *host_seat(const ConsoleView *console, int32_t number);
// The label of a person, or "Seat 7".
const char *host_label(Ui *ui, const App *app, const ConsoleSeat *seat);
// "Round 2 of 4 · Meeting · speeches"
const char *host_now(Ui *ui, const App *app, const StepView *step);
IconKind host_presence_icon(uint8_t presence);
const char *host_presence_word(const App *app, uint8_t presence);

void part_qr(Ui *ui, const App *app, const JoinView *join, int32_t size_dp);
// The square by which a phone tries itself out.
void part_check_qr(Ui *ui, const App *app, const JoinView *join, int32_t size_dp);
// screen_check.c: over the lobby.
void sheet_check_draw(Ui *ui, const ConsoleView *console, App *app);
void part_inbox(Ui *ui, const ConsoleView *console, App *app);
void part_lamps(Ui *ui, const ConsoleView *console, const App *app);
void part_deck(Ui *ui, const ConsoleView *console, App *app);
void part_board_remote(Ui *ui, const ConsoleView *console, App *app);
// What the board can point at, over the page.
void sheet_point_draw(Ui *ui, const ConsoleView *console, App *app);
// screen_verbs.c: every verb there is, and the form of one, over the page.
void sheet_verbs_draw(Ui *ui, const ConsoleView *console, App *app);
// screen_look.c: over the page, a logged look at one seat, or what it can do, so that one acts for it.
void sheet_look_draw(Ui *ui, const ConsoleView *console, App *app);
// On the sheet of an act for a seat: why, which the seat reads, and the button that does it.
void part_because(Ui *ui, App *app);
void part_send_for(Ui *ui, App *app, const Command *command, const char *closed);
// Asks for it: what is private for half a minute, or its acts.
void look_begin(Ui *ui, App *app, int32_t seat, bool acts);
void part_say(Ui *ui, App *app);
void part_note(Ui *ui, App *app);
void part_line(Ui *ui, App *app);
// What a letter opens: forms of the verbs that are needed in a hurry.
void part_quick(Ui *ui, App *app);
// screen_options.c: what stands in the settings of this session, how long it is kept, and the sheet that changes it.
void part_options(Ui *ui, const ConsoleView *console, App *app);
void sheet_options_draw(Ui *ui, const ConsoleView *console, App *app);
// screen_knobs.c: before the start, the options of the case over the page; and on the card those that were set.
void sheet_knobs_draw(Ui *ui, const ConsoleView *console, App *app);
void part_knobs_set(Ui *ui, const ConsoleView *console);
// screen_second.c: who found no part, a second session for them, and the way from one to the other. Nothing while there
// is one session with room for all.
void part_second(Ui *ui, const ConsoleView *console, App *app);
// screen_notes.c: what the case says to who leads it, and the sheet to read it on.
void part_notes(Ui *ui, const ConsoleView *console, App *app);
void sheet_notes_draw(Ui *ui, const ConsoleView *console, App *app);
// How long it is kept, in a sentence.
const char *host_keeping(Ui *ui, const ConsoleView *console, const App *app);
void part_script(
        Ui *ui, const ConsoleView *console, App *app); // screen_told.c: the debrief
void part_log(Ui *ui, const ConsoleView *console, const App *app);

#endif // CLIENT_SCREEN_HOST_H

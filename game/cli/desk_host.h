// cli/desk_host.h — a workshop led from this window: the host beside it, console and board as its peers. Never: a rule, a drawing.
#ifndef CLI_DESK_HOST_H
#define CLI_DESK_HOST_H
#include "cli/args.h"
#include "cli/desk.h"
#include "cli/hosting.h"

// convene host with windows: the lobby is the first screen. Returns the exit code.
int desk_host_run(const HouseWish *wish, ServerConfig *server, const char *public_url,
        const Args *args, Err *err);
// Opens the doors of the case for people with phones; the screen goes to the lobby.
MUST_USE bool desk_host_case(Desk *desk, const char *pack, Err *err);
// The same for a session that had its doors open before: its people find their places again.
MUST_USE bool desk_host_go_on(Desk *desk, const char *name, Err *err);
void desk_host_close(Desk *desk);
// The session that is led from here, NULL = none; nobody looks into it while it is being written.
const Party *desk_host_party(const Desk *desk);
// Waits until nothing is being written.
void desk_host_settle(Desk *desk);
// Serves what is ready and reads what came for the windows. True when a new frame is due.
bool desk_host_poll(Desk *desk);
// Console and board show another session that the same code leads.
void desk_host_lead(Desk *desk, const char *session);
// A verb of the facilitator as one line; its answer is shown when it comes.
// The same in five seconds, or at once when it was asked for again; "" takes it back.
void desk_host_hold(Desk *desk, const char *line);
void desk_host_verb(Desk *desk, const char *line);
// What the act that is filled in for a seat would come to: asked of the host while it is looked at.
const Forecast *desk_host_foresee(Desk *desk, const Command *command);
// A seat of the session at this window, by the same messages as a telephone.
void desk_host_take_seat(Desk *desk);
// Console and board speak the window's language.
void desk_host_language(Desk *desk);
// An invented person comes in, for pictures.
void desk_host_seat(Desk *desk, const char *name);

#endif // CLI_DESK_HOST_H

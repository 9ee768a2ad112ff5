// session/turned.h — the Def of a session whose knobs were turned before its start. Never: a Def of other sessions.
#ifndef SESSION_TURNED_H
#define SESSION_TURNED_H
#include "session/session.h"

// After the event was folded: a knob's value holds for everything that is decided from now on.
void turned_take(Session *session, const Event *event);
// The past is another one: knobs stand as the events of the present timeline say.
void turned_again(Session *session);
void turned_free(Session *session);
// What the pack says, whatever was turned.
const Def *turned_pack(const Session *session);

#endif // SESSION_TURNED_H

// session/turned.c — knobs of the case as the events of a session turned them, in a Def of its own. Never: runs code of a pack; touches the Def others share.
#include "session/turned.h"
#include "model/knob.h"
#include <stdlib.h>

// Sessions of a host share one Def until one of them turns a knob.
static Def *own(Session *session) {
    if (session->turned) return session->turned;
    session->turned = malloc(sizeof *session->turned);
    ASSERT(session->turned != NULL);
    *session->turned = *session->def;
    session->pack_def = session->def;
    session->def = session->turned;
    return session->turned;
}

void turned_take(Session *session, const Event *event) {
    if (event->kind != EVENT_KNOB) return;
    if (!knob_fits(session->def, event->a, event->b))
        return; // as the fold: a journal may come from anywhere
    knob_turn(own(session), event->a, event->b);
    session->turns++;
}

void turned_again(Session *session) {
    if (!session->turned) return;
    *session->turned = *session->pack_def;
    session->turns++;
    for (int32_t i = 0; i < session->ledger.count; i++)
        turned_take(session, &session->ledger.items[i]);
}

void turned_free(Session *session) { free(session->turned); }

const Def *turned_pack(const Session *session) {
    return session->turned ? session->pack_def : session->def;
}

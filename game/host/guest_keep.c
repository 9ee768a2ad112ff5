// host/guest_keep.c — what leaves the session and what is kept of it: erasing, copies, exports. Never: opens a file itself.
#include "host/guest.h"
#include "session/own_words.h"
#include <stdlib.h>
#include <string.h>

enum { IDS_MOST = INT16_MAX };

// Words, drafts and consents of a person; the record stays and says that it happened.
static bool forget_person(Party *party, int32_t seat, int32_t *count, Err *err) {
    Session *session = party->table->session;
    int64_t *ids = calloc(IDS_MOST, sizeof *ids);
    ASSERT(ids != NULL);
    *count = own_words_of(session, seat, ids, IDS_MOST);
    const Roster *roster = &party->seats.roster;
    bool good = (!roster->self || roster->forget(roster->self, seat, err))
                && own_words_erase(session, ids, *count, err);
    free(ids);
    return good;
}

static bool is_name(const Party *party, const char *text) {
    const Session *session = party_session(party);
    const char *title = def_text(session->def, session->def->id);
    return strcmp(text, title) == 0;
}

static void erase_person(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Err err = {0};
    bool again;
    int32_t count = 0, seat = ask->value[0];
    Party *party = guest->party;
    if (!forget_person(party, seat, &count, &err)) {
        guest_failed(hall, guest, ask->message, &err);
        return;
    }
    views_touch(&party->views, ~0u);
    Command command = guest_command(
            COMMAND_ERASED, seat, count, party_session(party)->words_count, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    guest_answer(hall, guest, ask->message, again, SAY_DID_ERASE,
            (SayWith){.n = count, .m = seat});
}

bool guest_keep(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    if (ask->verb != CONSOLE_ERASE) return false;
    if (!ask->has[0] || !is_name(guest->party, ask->text))
        refuse(hall, guest, ask->message, "name_wrong");
    else
        erase_person(hall, guest, ask);
    return true;
}

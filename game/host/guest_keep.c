// host/guest_keep.c — what leaves the session and what is kept of it: erasing and copies. Never: opens a file itself.
#include "host/guest.h"
#include "host/keep.h"
#include "session/own_words.h"
#include <string.h>

static bool is_name(const Party *party, const char *text) {
    const Session *session = party_session(party);
    char name[KEEP_NAME_BYTES];
    keep_name(party, name);
    return (name[0] && strcmp(text, name) == 0)
           || strcmp(text, def_text(session->def, session->def->id)) == 0;
}

static void erase_person(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Err err = {0};
    bool again;
    int32_t seat = ask->value[0];
    Party *party = guest->party;
    KeepErased erased;
    if (seat
            > party->seats
                      .seats_count) { // who left has a number still; nobody else ever gets it
        refuse(hall, guest, ask->message, "no_person");
        return;
    }
    if (!keep_forget(party->table->session, &party->seats.roster, seat, &erased, &err)) {
        guest_failed(hall, guest, ask->message, &err);
        return;
    }
    views_touch(&party->views, ~0u);
    Command command = guest_command(
            COMMAND_ERASED, seat, erased.words, party_session(party)->words_count, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    SayId id = erased.left > 0 ? SAY_DID_ERASE_LEFT : SAY_DID_ERASE;
    guest_answer(hall, guest, ask->message, again, id,
            (SayWith){.n = erased.left > 0 ? erased.left : erased.words, .m = seat});
}

// Everybody goes; the hall lets go of the session at the end of the turn.
static void erase_session(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Party *party = guest->party;
    guest_answer(hall, guest, ask->message, false, SAY_DID_ERASE_ALL, (SayWith){0});
    party->erased = true;
    party->changed = true;
}

static void erase(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    if (!is_name(guest->party, ask->text))
        refuse(hall, guest, ask->message, "name_wrong");
    else if (ask->has[0])
        erase_person(hall, guest, ask);
    else
        erase_session(hall, guest, ask);
}

// Nothing can be saved where the session lies: everything confirmed goes to another place, and the game goes on there.
static void save_elsewhere(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Err err = {0};
    bool again;
    char path[KEEP_PATH_BYTES];
    Command command = guest_command(COMMAND_BACKED_UP, 0, 0, 0, 0);
    if (!ask->text[0]) {
        refuse(hall, guest, ask->message, "no_place");
    } else if (!keep_elsewhere(guest->party, ask->text, path, &err)) {
        guest_refuse_about(hall, guest, ask->message->id, "argument", err.what);
    } else if (guest_submit(hall, guest, ask->message, &command, "", &again)) {
        notice_all(hall, guest->party, "moved", SAY_MOVED);
        guest_answer(
                hall, guest, ask->message, again, SAY_DID_BACKUP, (SayWith){.what = path});
    }
}

// With a place it is also where the copies of later rounds go.
static void backup(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    Err err = {0};
    bool again;
    char path[KEEP_PATH_BYTES];
    if (party_session(guest->party)->read_only) {
        save_elsewhere(hall, guest, ask);
        return;
    }
    Command command = guest_command(COMMAND_BACKED_UP, 0, 0, 0, 0);
    bool chosen = !ask->text[0] || keep_choose_place(guest->party, ask->text, &err);
    if (!chosen || !keep_backup(guest->party, path, &err)) {
        bool none = err.kind == ERR_NONE;
        guest_refuse_about(hall, guest, ask->message->id, none ? "no_place" : "argument",
                none ? "" : err.what);
        return;
    }
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    guest_answer(hall, guest, ask->message, again, SAY_DID_BACKUP, (SayWith){.what = path});
}

static void export_data(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    static const ExportLevel levels[] = {EXPORT_PSEUDONYM, EXPORT_FULL, EXPORT_AGGREGATE};
    static const ExportKind kinds[] = {
            EXPORT_WORDS, EXPORT_RECORD, EXPORT_REPORT, EXPORT_PAPERS};
    Err err = {0};
    bool again;
    char path[HALL_PATH_BYTES] = "";
    int32_t kind = (int32_t)kinds[ask->value[0]], level = (int32_t)levels[ask->value[1]];
    const HallConfig *config = &hall->config;
    if (!config->exports
            || !config->exports(
                    config->context, guest->party, kind, level, guest->lang, path, &err)) {
        guest_refuse_about(hall, guest, ask->message->id, "argument", err.what);
        return;
    }
    Command command = guest_command(COMMAND_EXPORTED, kind, level, 0, 0);
    if (!guest_submit(hall, guest, ask->message, &command, "", &again)) return;
    bool named = level == EXPORT_PSEUDONYM && kind == EXPORT_WORDS;
    guest_answer(hall, guest, ask->message, again, named ? SAY_DID_EXPORT : SAY_DID_BACKUP,
            (SayWith){.what = path});
}

bool guest_keep(Hall *hall, Guest *guest, const ConsoleAsk *ask) {
    switch ((int)ask->verb) {
    case CONSOLE_ERASE: erase(hall, guest, ask); break;
    case CONSOLE_EXPORT: export_data(hall, guest, ask); break;
    case CONSOLE_BACKUP: backup(hall, guest, ask); break;
    default: return false;
    }
    return true;
}

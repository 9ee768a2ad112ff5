// host/keep.c — backups by the round, erasing by the person. Never: leaves a copy out without saying so.
#include "host/keep.h"
#include "session/own_words.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IDS_MOST = INT16_MAX };

static bool fact(const Party *party, const char *key, char *out, size_t room, Err *err) {
    const Journal *journal = &party_session(party)->journal;
    Region region = {0};
    Bytes value = {0};
    out[0] = 0;
    if (!journal->self) return true;
    bool good = journal->fact_get(journal->self, key, &value, &region, err);
    if (good && value.length > 0 && value.length < room)
        snprintf(out, room, "%.*s", (int)value.length, (const char *)value.data);
    region_clear(&region);
    return good;
}

void keep_name(const Party *party, char out[KEEP_NAME_BYTES]) {
    Err ignored = {0};
    if (!fact(party, "session", out, KEEP_NAME_BYTES, &ignored)) out[0] = 0;
    char *ending = strstr(out, ".convene-session");
    if (ending) *ending = 0;
}

bool keep_forget(
        Session *session, const Roster *roster, int32_t seat, KeepErased *out, Err *err) {
    Journal *journal = &session->journal;
    int64_t *ids = calloc(IDS_MOST, sizeof *ids);
    ASSERT(ids != NULL);
    *out = (KeepErased){.words = own_words_of(session, seat, ids, IDS_MOST)};
    bool good = (!roster->self || roster->forget(roster->self, seat, err))
                && own_words_erase(session, ids, out->words, err)
                && (!journal->self
                        || journal->copies_erase(
                                journal->self, ids, out->words, seat, &out->left, err));
    free(ids);
    return good;
}

bool keep_choose_place(Party *party, const char *folder, Err *err) {
    const Journal *journal = &party_session(party)->journal;
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    Bytes value = {(const uint8_t *)folder, length};
    return !journal->self || journal->fact_put(journal->self, "backup_place", value, err);
}

bool keep_backup(Party *party, char path[KEEP_PATH_BYTES], Err *err) {
    const Session *session = party_session(party);
    const Journal *journal = &session->journal;
    char folder[700], name[KEEP_NAME_BYTES];
    if (!fact(party, "backup_place", folder, sizeof folder, err)) return false;
    if (!journal->self || !folder[0]) return false;
    keep_name(party, name);
    snprintf(path, KEEP_PATH_BYTES, "%s/%s-%05lld.convene-session", folder,
            name[0] ? name : "session", (long long)session->seq);
    const Clock *clock = &party->seats.clock;
    return journal->backup(journal->self, path, clock->wall_ms(clock->context), err)
           && journal->copies_keep(journal->self, folder, KEEP_COPIES, err);
}

bool keep_elsewhere(
        Party *party, const char *folder, char path[KEEP_PATH_BYTES], Err *err) {
    const State *state = &party_session(party)->state;
    char name[KEEP_NAME_BYTES];
    keep_name(party, name);
    snprintf(path, KEEP_PATH_BYTES, "%.700s/%s.convene-session", folder,
            name[0] ? name : "session");
    if (!session_move(party->table->session, path, err)) return false;
    party->stands = false;
    Command pause = {.kind = COMMAND_PAUSE, .actor = NONE, .at_phase = NONE};
    bool runs = state->status == STATUS_BRIEF || state->status == STATUS_RUNNING;
    return !runs || state->paused || party_console(party, &pause, "", err);
}

bool keep_each_round(Party *party, Err *err) {
    const State *state = &party_session(party)->state;
    char path[KEEP_PATH_BYTES];
    int32_t now = state->status >= STATUS_DEBRIEF ? UINT8_MAX : state->round;
    if (now == party->round_kept) return true;
    bool first = party->round_kept < 0;
    party->round_kept = now;
    if (first || now <= 1) return true;
    Err failed = {0};
    if (keep_backup(party, path, &failed) || failed.kind == ERR_NONE) return true;
    *err = failed;
    return false;
}

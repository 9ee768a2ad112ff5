// host/party.c — a session with its places; the one way from a seat to session_submit. Never: trusts an actor that a message names.
#include "host/party.h"
#include "base/defect.h"
#include "host/team.h"
#include <stdlib.h>

const Session *party_session(const Party *party) { return party->table->session; }

uint8_t party_actor(const Party *party, int32_t seat) {
    const State *state = &party_session(party)->state;
    if (seat < 1 || seat > SEATS_MAX || state->place_role[seat - 1] != ROLE_PLAYS)
        return NONE;
    return state->place_actor[seat - 1];
}

bool party_submit(Party *party, int32_t seat, int32_t device, const char *action,
        const Command *command, const char *words, Verdict *verdict, Err *err) {
    Submission submission = {.command = *command,
            .source = seat > 0 ? seat : -1,
            .device = device,
            .action = action,
            .words = words};
    party->changed = true;
    return session_submit(party->table->session, &submission, verdict, err);
}

bool party_console(Party *party, const Command *command, const char *words, Err *err) {
    Verdict verdict;
    return party_submit(party, 0, 0, "", command, words, &verdict, err);
}

static bool has_people(const State *state) {
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        if (state->place_role[i] == ROLE_PLAYS) return true;
    }
    return false;
}

// The last person left: the stand-ins do not play on to the end alone, unless whoever leads says go on. A game that
// never had people was meant to be theirs. A record that fails here fails the whole turn, so party_settle tells.
static void stand_when_left(Party *party) {
    const State *state = session_newest(party_session(party));
    bool runs = state->status == STATUS_BRIEF || state->status == STATUS_RUNNING;
    bool had = party->peopled;
    Err told_later = {0};
    party->peopled = has_people(state);
    if (!had || party->peopled || !runs || state->paused) return;
    Command pause = {
            .kind = COMMAND_PAUSE, .actor = NONE, .at_phase = NONE, .a = PAUSE_NOBODY};
    party->left_alone = party_console(party, &pause, "", &told_later);
}

// A game that had begun waits until somebody says go on: people must find their places first.
static bool stand_still(Party *party, Err *err) {
    const State *state = &party_session(party)->state;
    bool begun = state->status != STATUS_LOBBY && state->status < STATUS_DEBRIEF;
    party->restarted = begun;
    if (!begun || state->paused) return true;
    Command pause = {
            .kind = COMMAND_PAUSE, .actor = NONE, .at_phase = NONE, .a = PAUSE_RESTARTED};
    return party_console(party, &pause, "", err);
}

// The program keeps no address of anybody. So after a restart it cannot know who was sent away for good when his
// device has forgotten its place: then everybody new knocks until the facilitator opens the door. Nothing is written
// for it, so that no disk can keep a session shut.
static bool door_is_locked(const Session *session) {
    bool any = false;
    for (int32_t seat = 1; seat <= SEATS_MAX; seat++)
        any |= session->people.blocked[seat];
    return session->people.locked || (any && session->state.status < STATUS_DEBRIEF);
}

// The journal is the caller's again.
static void give_back(Party *party) {
    party->table->session->journal.self = NULL;
    party_close(party);
}

Party *party_open(const PartyConfig *config, Err *err) {
    Party *party = calloc(1, sizeof *party);
    ASSERT(party);
    party->tongues = config->tongues;
    party->table = table_open(&config->session, config->players, err);
    if (!party->table) {
        free(party);
        return NULL;
    }
    if (!seats_open(&party->seats, &config->roster, &config->session.journal,
                config->session.clock, config->session.entropy, err)) {
        give_back(party);
        return NULL;
    }
    party->seats.most = config->seats_most;
    party->round_kept = -1;
    party->seats.locked = door_is_locked(party_session(party));
    party->changed = true;
    party->peopled = has_people(session_newest(party_session(party)));
    if (stand_still(party, err)) return party;
    give_back(party);
    return NULL;
}

void party_touch(Party *party, Section section) {
    party->touched |= 1u << section;
    party->changed = true;
    views_touch(&party->views, 1u << section);
}

void party_close(Party *party) {
    if (!party) return;
    views_free(&party->views);
    table_close(party->table);
    queue_free(&party->queue);
    free(party);
}

bool party_hand_over(Party *party, uint8_t actor, Err *err) {
    const State *state = session_newest(party_session(party));
    if (actor == NONE || state->seat_by[actor] == BY_PERSON) return true;
    Command command = {.kind = COMMAND_SEAT,
            .actor = NONE,
            .at_phase = NONE,
            .a = actor,
            .b = BY_PERSON};
    return party_console(party, &command, "", err);
}

static bool place(Party *party, int32_t seat, uint8_t actor, int16_t role, const char *name,
        Err *err) {
    Command command = {.kind = COMMAND_PLACE,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)(seat - 1),
            .b = actor,
            .c = role};
    return party_console(party, &command, name, err) && party_hand_over(party, actor, err);
}

bool party_place_at(Party *party, int32_t seat, uint8_t actor, const char *name, Err *err) {
    return place(party, seat, actor, ROLE_PLAYS, name, err);
}

bool party_place(Party *party, int32_t seat, bool observes, const char *name, Err *err) {
    const Session *session = party_session(party);
    uint8_t actor = observes ? NONE : casting_next(session->def, session_newest(session));
    int16_t role = actor == NONE ? ROLE_OBSERVES : ROLE_PLAYS;
    uint64_t bit = UINT64_C(1) << (seat - 1);
    party->would_play &= ~bit;
    if (actor == NONE && !observes) party->would_play |= bit;
    return place(party, seat, actor, role, name, err);
}

void party_destroy(Party *party) {
    Journal journal = party->table->session->journal;
    int32_t left = 0;
    party->table->session->journal.self = NULL;
    party_close(party);
    if (journal.self) journal.destroy(journal.self, &left);
}

bool party_keep_computers(Party *party, int32_t count, Err *err) {
    const Session *session = party_session(party);
    for (int32_t i = 0; i < count; i++) {
        uint8_t actor = casting_last(session->def, session_newest(session));
        if (actor == NONE) return true;
        Command command = {.kind = COMMAND_SEAT,
                .actor = NONE,
                .at_phase = NONE,
                .a = actor,
                .b = BY_COMPUTER};
        if (!party_console(party, &command, "", err)) return false;
    }
    return true;
}

void party_hold(Party *party) { session_hold(party->table->session); }

int64_t party_newest(const Party *party) {
    return session_newest_seq(party_session(party));
}

bool party_holds(const Party *party) {
    return party_newest(party) > party_session(party)->seq || seats_wait(&party->seats);
}

// Before the start nobody plays: who has come is seated first, the computer takes the rest then. A record
// that fails here fails the whole turn, so party_settle tells.
void party_play(Party *party) {
    const State *state = session_newest(party_session(party));
    Err told_later = {0};
    party_hold(party);
    stand_when_left(party);
    if (!state->paused) party->restarted = false;
    if (state->status == STATUS_LOBBY || state->paused) return;
    (void)!table_run(party->table, &told_later);
}

// A defect for tests: the last few acts wait, though everybody is told that they are on disk.
static bool waits(const Party *party) {
    return DEFECT(DEFECT_EARLY_ACK) && party->table->session->held_count < 12;
}

// Claims are written with the batches of the turn; alone where there are none.
void party_write(Party *party) {
    Err told_later = {0};
    if (waits(party)) return;
    session_write(party->table->session);
    if (party->table->session->read_only) return;
    party->unkept = !seats_keep(&party->seats, &told_later);
    if (party->unkept) party->table->failure = told_later;
}

static bool claims_are_kept(Party *party, Err *err) {
    bool kept = !party->unkept && seats_keep(&party->seats, err);
    if (party->unkept) *err = party->table->failure;
    party->unkept = false;
    return kept;
}

bool party_settle(Party *party, Err *err) {
    if (waits(party)) return true;
    Session *session = party->table->session;
    bool good = session_commit(session, err) && claims_are_kept(party, err);
    if (!good && !session->read_only)
        session_stop(session, err); // only the places were to be written
    if (!good) seats_lose(&party->seats);
    return good;
}

bool party_log_is_long(const Party *party) {
    const Journal *journal = &party_session(party)->journal;
    return journal->self && journal->is_long(journal->self);
}

void party_empty_log(Party *party) {
    const Journal *journal = &party_session(party)->journal;
    journal->empty(journal->self);
}

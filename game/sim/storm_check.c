// sim/storm_check.c — what must hold after every step: the record is whole, what was acknowledged stands in it once, every screen is a fresh view. Never: repairs, or looks away because a fault was hard.
#include "session/turned.h"
#include "session/view.h"
#include "sim/storm_parts.h"
#include "wire/view_json.h"
#include <stdio.h>

// ---- the record ------------------------------------------------------------------------------------------------

static StormAction *action_of(Storm *storm, const char *id, size_t length) {
    uint64_t mark = digest_fast(id, length, 1) | 1;
    for (uint64_t at = mark;; at++) {
        StormAction *action = &storm->actions[at % STORM_ACTIONS];
        if (action->mark == mark) return action;
        if (action->mark != 0) continue;
        action->mark = mark;
        return action;
    }
}

void storm_check_told(Storm *storm, const char *id) {
    StormAction *action = action_of(storm, id, strlen(id));
    action->told = 1;
    // Whatever is acknowledged was written before: it is there now.
    if (action->found == 0) {
        storm_check(storm);
        if (action->found == 0)
            storm_fail(storm, "%s was acknowledged and is not in the record", id);
    }
}

// The record is read from its first byte again: the program has started anew.
void storm_check_forget(Storm *storm) {
    const Journal *journal = &storm_session(storm)->journal;
    Region region = {0};
    Err err = {0};
    static const char *const keys[] = {
            "session", "pack", "plugins", "seed", "rules", "parent"};
    JournalFact facts[ARRAY_COUNT(keys)];
    int32_t count = 0;
    for (size_t i = 0; i < ARRAY_COUNT(keys); i++) {
        facts[count].key = keys[i];
        if (!journal->fact_get(journal->self, keys[i], &facts[count].value, &region, &err))
            storm_fail(storm, "a fact cannot be read: %s", err.what);
        count += facts[count].value.length > 0;
    }
    storm->head = journal_first(facts, count);
    storm->read_seq = 0;
    for (int32_t i = 0; i < STORM_ACTIONS; i++)
        storm->actions[i].found = 0;
    region_clear(&region);
}

static void take_batch(Storm *storm, const JournalBatch *batch) {
    if (batch->seq != storm->read_seq + 1)
        storm_fail(storm, "batch %lld follows batch %lld", (long long)batch->seq,
                (long long)storm->read_seq);
    storm->read_seq = batch->seq;
    storm->head = journal_link(&storm->head, batch);
    storm_offer_check(storm, batch);
    if (batch->action.length == 0) return;
    StormAction *action =
            action_of(storm, (const char *)batch->action.data, batch->action.length);
    if (++action->found > 1)
        storm_fail(storm, "act %.*s stands in the record twice", (int)batch->action.length,
                (const char *)batch->action.data);
}

// The State is what the last batch says it is.
static void is_the_state(Storm *storm, const JournalBatch *last) {
    const Session *session = storm_session(storm);
    uint64_t digest = state_digest(session->def, &session->state);
    for (size_t i = 0; i < sizeof digest; i++) {
        if (i < last->digest.length && last->digest.data[i] == (uint8_t)(digest >> 8 * i))
            continue;
        storm_fail(
                storm, "the State is another than batch %lld says", (long long)last->seq);
        return;
    }
}

static void read_on(Storm *storm) {
    const Session *session = storm_session(storm);
    JournalBatch batches[STORM_BATCHES_AT_ONCE];
    int32_t count = 1;
    Err err = {0};
    while (count > 0 && storm->read_seq < session->seq && storm->result->good) {
        Region region = {0};
        if (!session->journal.read(session->journal.self, storm->read_seq + 1, batches,
                    STORM_BATCHES_AT_ONCE, &count, &region, &err))
            storm_fail(storm, "the record cannot be read: %s", err.what);
        for (int32_t i = 0; i < count; i++)
            take_batch(storm, &batches[i]);
        if (count > 0 && storm->read_seq == session->seq)
            is_the_state(storm, &batches[count - 1]);
        region_clear(&region);
    }
    storm->result->counts.batches = storm->read_seq;
}

// Places were taken away: their telephones may find their tokens dead.
static void note_taken_away(Storm *storm) {
    const People *people = &storm_session(storm)->people;
    for (int32_t i = people->count; i-- > 0 && people->lines[i].seq > storm->taken_seq;) {
        const PeopleLine *line = &people->lines[i];
        if (line->kind != EVENT_REMOVED && line->kind != EVENT_SEATS_MERGED
                && line->kind != EVENT_SEAT_REISSUED)
            continue;
        storm->taken_seq = line->seq;
        for (int32_t k = 0; k < storm->persons_count; k++)
            storm->persons[k].forgotten = true;
    }
}

static void check_record(Storm *storm) {
    const Session *session = storm_session(storm);
    JournalTail tail = session->journal.tail(session->journal.self);
    read_on(storm);
    note_taken_away(storm);
    if (session->read_only)
        return; // the file may hold a last group that nobody was told of
    if (tail.seq != session->seq)
        storm_fail(storm, "the record ends at %lld, the session at %lld",
                (long long)tail.seq, (long long)session->seq);
    if (!digest_equal(&tail.head, &storm->head))
        storm_fail(storm, "the chain breaks at batch %lld", (long long)tail.seq);
}

// Everybody who was told so finds the act, also after every start.
static void check_promises(Storm *storm) {
    for (int32_t i = 0; i < STORM_ACTIONS; i++) {
        const StormAction *action = &storm->actions[i];
        if (action->mark && action->told && action->found != 1)
            storm_fail(storm,
                    "an acknowledged act is %d times in the record of %lld batches",
                    (int)action->found, (long long)storm->read_seq);
    }
}

// ---- screens ---------------------------------------------------------------------------------------------------

static uint8_t eyes_of(const Storm *storm, const StormPerson *person, uint32_t *sections) {
    const State *state = &storm_session(storm)->state;
    const RosterDevice *device = seats_by_token(&storm->party->seats, person->token);
    uint8_t eyes = VIEW_BOARD;
    if (person->persona == STORM_CHIEF) eyes = VIEW_CONSOLE;
    bool seat = person->persona < STORM_CHIEF && device;
    if (seat && state->place_role[device->seat - 1] == ROLE_PLAYS)
        eyes = state->place_actor[device->seat - 1];
    *sections = sections_of(eyes);
    if (seat && state->place_role[device->seat - 1] == ROLE_WAITS)
        *sections = 1 << SECTION_WORDS | 1 << SECTION_NOW;
    if (person->persona < STORM_CHIEF && !device) *sections = 0;
    return eyes;
}

// It holds everything it was sent, nothing is on its way, and the host can send.
static bool is_current(const Storm *storm, const StormPerson *person) {
    const StormLine *line = person->line;
    return line && person->inside && !line->lost && !line->closing && !line->out.first
           && storm->now_ms >= line->deaf_until_ms;
}

// Where the two part.
static void tell_old(Storm *storm, int32_t no, const char *name, const Mirror *held_by,
        const Mirror *fresh) {
    enum { BEFORE = 60 };
    Buffer held = {0}, now = {0};
    mirror_write(held_by, name, &held);
    mirror_write(fresh, name, &now);
    size_t same = 0;
    while (same < held.length && same < now.length && held.data[same] == now.data[same])
        same++;
    size_t from = same > BEFORE ? same - BEFORE : 0;
    storm_fail(storm, "\"%s\" of person %d is %.200s, but it is shown %.200s", name,
            (int)no, now.data + from, held.data + from);
    buffer_free(&held);
    buffer_free(&now);
}

static void tell_old_view(Storm *storm, int32_t no, Section section) {
    const char *name = section_name(section);
    Buffer message = {0};
    Mirror *fresh = mirror_make();
    buffer_format(&message, "{\"t\":\"delta\",\"s\":{\"%s\":%s}}", name, storm->text.data);
    if (mirror_take(fresh, (Bytes){(const uint8_t *)message.data, message.length}))
        tell_old(storm, no, name, storm->persons[no].mirror, fresh);
    mirror_free(fresh);
    buffer_free(&message);
}

static void look(Storm *storm, int32_t no) {
    const StormPerson *person = &storm->persons[no];
    uint32_t sections;
    uint8_t eyes = eyes_of(storm, person, &sections);
    // While something is written, screens show what is on disk; they follow together.
    bool moves = storm->work.about || storm->party->changed;
    if (!is_current(storm, person) || sections == 0 || moves) return;
    view_build_some(storm_session(storm), eyes, &storm->language, sections, &storm->fresh);
    storm->result->counts.looks++;
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if (!((sections >> i) & 1)) continue;
        buffer_reset(&storm->text);
        view_json_section(&storm->fresh, (Section)i, &storm->text);
        Bytes json = {(const uint8_t *)storm->text.data, storm->text.length};
        if (mirror_shows(person->mirror, section_name((Section)i), json)) continue;
        tell_old_view(storm, no, (Section)i);
        return;
    }
}

// ---- the record from its first byte ----------------------------------------------------------------------------

static bool no_append(void *self, const JournalBatch *batches, int32_t batches_count,
        const JournalWords *words, int32_t words_count, Err *err) {
    (void)self;
    (void)batches;
    (void)batches_count;
    (void)words;
    (void)words_count;
    return err_set(err, ERR_USAGE, "Only read here.");
}

static void no_close(void *self) { (void)self; }

// Folding everything again gives the State there is.
static void replay(Storm *storm) {
    const Session *session = storm_session(storm);
    Err err = {0};
    SessionConfig config = {.def = turned_pack(session), .journal = session->journal};
    config.clock = session->clock;
    config.journal.append = no_append;
    config.journal.close = no_close;
    if (session->read_only || session->held_count > 0) return;
    Session *again = session_open(&config, &err);
    storm->result->counts.replays++;
    if (!again) {
        storm_fail(storm, "the record does not fold: %s", err.what);
        return;
    }
    if (state_digest(again->def, &again->state)
            != state_digest(session->def, &session->state))
        storm_fail(storm, "the record folds to another State");
    session_close(again);
}

// Minutes, lamps and who is here change by themselves, and are sent to a console now and then.
void storm_check_anew(Storm *storm) {
    enum { OF_TIME = 1 << SECTION_RUN | 1 << SECTION_HEALTH | 1 << SECTION_ROSTER };
    for (int32_t i = 0; i < storm->persons_count; i++) {
        StormPerson *person = &storm->persons[i];
        // Half a frame of nonsense from before may make its question nonsense, and it is shown out.
        bool asked = person->before && (person->inside || person->persona != STORM_HOSTILE);
        for (int32_t k = 0; k < SECTION_COUNT && asked; k++) {
            const char *name = section_name((Section)k);
            if ((OF_TIME >> k) & 1 || mirror_same(person->mirror, person->before, name))
                continue;
            tell_old(storm, i, name, person->before, person->mirror);
        }
        mirror_free(person->before);
        person->before = NULL;
    }
}

void storm_check(Storm *storm) {
    enum { REPLAY_EACH = 60 };
    if (!storm->result->good || !storm->party || storm->dead) return;
    check_record(storm);
    look(storm, storm->step % storm->persons_count);
    if (storm->step % REPLAY_EACH == REPLAY_EACH - 1) replay(storm);
}

void storm_check_all(Storm *storm) {
    Err err = {0};
    const Journal *journal = &storm_session(storm)->journal;
    check_record(storm);
    check_promises(storm);
    replay(storm);
    for (int32_t i = 0; i < storm->persons_count; i++)
        look(storm, i);
    if (!journal->verify(journal->self, &err))
        storm_fail(storm, "the file is not whole: %s", err.what);
}

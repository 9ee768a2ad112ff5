// rules/people.c — people, their words and the board: commands that only leave an event. Never: a rule of the game.
#include "rules/people.h"
#include "model/people.h"
#include "rules/fold_parts.h"

typedef struct Row {
    uint8_t event;
    bool seat;   // a names a seat somebody has
    bool closed; // also after the session was closed
} Row;

#define ROW(id, seat, closed) [COMMAND_##id] = {EVENT_##id, seat, closed}

static const Row rows[COMMAND_COUNT] = {ROW(JOIN_LOCKED, false, false),
        ROW(CODE_CHANGED, false, false), ROW(ADDRESS_CHOSEN, false, false),
        ROW(RECAST, false, false), ROW(CARE, false, false), ROW(KEEPING, false, true),
        ROW(RESEATED, true, false), ROW(DECLINED, false, false),
        ROW(SEAT_REISSUED, true, false), ROW(SEATS_MERGED, true, false),
        ROW(NAMED, true, false), ROW(MUTED, true, false), ROW(REMOVED, true, false),
        ROW(SAID_ALL, false, false), ROW(WHISPERED, false, false),
        ROW(HELP_ANSWERED, true, false), ROW(NUDGED, false, false),
        ROW(WORDS_HIDDEN, false, true), ROW(BOARD_SET, false, false),
        ROW(PEEKED, true, false), ROW(NOTED, false, false), ROW(MARKED, false, false),
        ROW(DEBRIEF_STEP, false, false), ROW(BACKED_UP, false, true),
        ROW(EXPORTED, false, true), ROW(ERASED, false, true), ROW(HELP_ASKED, true, false),
        ROW(PAUSE_WISHED, false, false), ROW(JOURNALED, true, false),
        ROW(OBSERVED, true, false), ROW(TEAM_DONE, true, false)};

EventKind people_event(CommandKind kind) { return (EventKind)rows[kind].event; }

bool people_is_event(EventKind kind) {
    return (kind >= EVENT_JOIN_LOCKED && kind <= EVENT_TEAM_DONE);
}

static bool is_taken(const State *state, int32_t seat) {
    return seat >= 1 && seat <= SEATS_MAX && state->place_role[seat - 1] != ROLE_FREE;
}

static bool in(int32_t value, int32_t count) { return value >= 0 && value < count; }

static bool observed_fits(const Def *def, const Command *command) {
    ObservedLine line = observed_line(command->b, command->c);
    int32_t actors = def_count(def, KIND_ACTOR), clauses = def_count(def, KIND_CLAUSE);
    return command->b >= 0 && command->c >= 0 && in(line.who, actors)
           && in(line.act, OBSERVED_ACTS)
           && (line.to == OBSERVED_NOBODY || in(line.to, actors))
           && (line.about == OBSERVED_NOTHING || in(line.about, clauses))
           && in(line.changed, 3) && in(line.expected, 3)
           && in(line.source, OBSERVED_SOURCES);
}

// Who plays has an actor; who observes or waits has none.
static bool part_fits(const Command *command) {
    bool plays = command->c == ROLE_PLAYS;
    return command->c > ROLE_FREE && command->c <= ROLE_WAITS
           && plays == (command->b != NONE) && in(command->d, TEAM_ROLES_COUNT);
}

static bool tells_whom(const Def *def, int32_t actor) {
    return actor == NONE || in(actor, def_count(def, KIND_ACTOR));
}

static bool rest_fits(const Def *def, const State *state, const Command *command) {
    switch (command->kind) {
    case COMMAND_RECAST:
        return state->status == STATUS_LOBBY && in(command->a, 2) && command->b >= 0;
    case COMMAND_KEEPING: return in(command->a, KEEPING_DAYS_MAX + 1);
    case COMMAND_RESEATED: return part_fits(command);
    case COMMAND_SEATS_MERGED:
        return is_taken(state, command->b) && command->a != command->b;
    case COMMAND_MUTED: return in(command->b, 4) && in(command->c, MUTE_UNTILS_COUNT);
    case COMMAND_SAID_ALL: return command->a >= 1 && command->a <= 3;
    case COMMAND_WHISPERED: return command->a == 0 || is_taken(state, command->a);
    case COMMAND_BOARD_SET: return in(command->a, SHOWS_COUNT) && command->b >= 0;
    case COMMAND_DEBRIEF_STEP:
        return in(command->a, DEBRIEF_WHATS_COUNT)
               && (command->a != DEBRIEF_TELL || tells_whom(def, command->b));
    case COMMAND_EXPORTED:
        return in(command->a, EXPORT_KINDS_COUNT) && in(command->b, EXPORT_LEVELS_COUNT);
    case COMMAND_JOURNALED: return in(command->b, JOURNAL_SCOPES_COUNT);
    case COMMAND_OBSERVED: return observed_fits(def, command);
    default: return true;
    }
}

static Event event_of(const Command *command) {
    return (Event){.kind = (uint8_t)people_event((CommandKind)command->kind),
            .actor = NONE,
            .a = command->a,
            .b = command->b,
            .c = command->c,
            .d = command->d};
}

Verdict gate_people(const Def *def, const State *state, const Command *command) {
    const Row *row = &rows[command->kind];
    Event event = event_of(command);
    if (state->status == STATUS_CLOSED && !row->closed) return verdict_no(VERDICT_CLOSED);
    if (row->seat && !is_taken(state, command->a)) return verdict_no(VERDICT_NO_SEAT);
    bool tells = command->kind == COMMAND_DEBRIEF_STEP && command->a == DEBRIEF_TELL;
    if (tells && state->status < STATUS_DEBRIEF) return verdict_no(VERDICT_WRONG_PHASE);
    bool good = fold_sane(def, &event) && rest_fits(def, state, command);
    return good ? verdict_ok() : verdict_no(VERDICT_BAD_COMMAND);
}

void decide_people(Txn *txn, const Command *command) {
    txn_say(txn, people_event((CommandKind)command->kind), NONE, command->a, command->b,
            command->c, command->d);
}

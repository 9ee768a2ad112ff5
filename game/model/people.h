// model/people.h — words for what is arranged and said beside the game. Never: a number of the game.
#ifndef MODEL_PEOPLE_H
#define MODEL_PEOPLE_H
#include <stdint.h>

// What a person of a team looks after. The host gives them in the order people came; they move on by
// one at half-time.
typedef enum TeamRole {
    TEAM_NONE,
    TEAM_LEAD,
    TEAM_NEGOTIATOR,
    TEAM_SCRIBE,
    TEAM_BASE,
    TEAM_ROLES_COUNT
} TeamRole;

// Whose Done counts for a team; in the order of the option "done".
typedef enum TeamRule { TEAM_BY_LEAD, TEAM_BY_ANY, TEAM_BY_TWO } TeamRule;

// Days after its end until who leads is asked to erase a session; 0 = never.
enum { KEEPING_DAYS = 30, KEEPING_DAYS_MAX = 3650 };

enum { SAY_TO_BOARD = 1, SAY_TO_SEATS = 2 }; // of a broadcast, as bits

enum { MUTE_WORDS = 1, MUTE_HELP = 2 };
typedef enum MuteUntil {
    MUTE_TO_END,
    MUTE_THIS_ROUND,
    MUTE_THIS_PHASE,
    MUTE_UNTILS_COUNT
} MuteUntil;

typedef enum BoardShows {
    SHOWS_PLAY, // as the game goes
    SHOWS_PAGE, // one page of the public view
    SHOWS_ONE,
    SHOWS_NOTHING,
    SHOWS_COUNT
} BoardShows;

// Pages of the public view the facilitator may put on the board.
typedef enum PublicPage {
    PAGE_TABLE,
    PAGE_MEETING,
    PAGE_NEWS,
    PAGE_COALITIONS,
    PAGE_DECISIONS,
    PAGE_JOIN,
    PAGE_END,
    PAGE_CHECK, // a square by which a phone tries itself out
    PUBLIC_PAGES_COUNT
} PublicPage;

typedef enum DebriefWhat {
    DEBRIEF_STEP,
    DEBRIEF_VIEW,
    DEBRIEF_SHARE,
    DEBRIEF_TELL, // what an actor kept to itself, or NONE: all that is not told yet
    DEBRIEF_WHATS_COUNT
} DebriefWhat;

// The steps of looking back; hidden goals are told after the facts, never before. From the facts on they are told one after the other; who goes on past that part has told them all.
enum { DEBRIEF_FACTS = 3, DEBRIEF_STEPS = 7 };

typedef enum JournalScope {
    JOURNAL_ME,
    JOURNAL_FACILITATOR,
    JOURNAL_GROUP,
    JOURNAL_SCOPES_COUNT
} JournalScope;

typedef enum ExportKind {
    EXPORT_RECORD,  // what happened, as CSV
    EXPORT_WORDS,   // what people wrote, as CSV
    EXPORT_JOURNAL, // one line of JSON for each batch
    EXPORT_REPORT,  // the story as a page to hand out
    EXPORT_PAPERS,  // what to print for the workshop
    EXPORT_KINDS_COUNT
} ExportKind;

typedef enum ExportLevel {
    EXPORT_FULL,
    EXPORT_PSEUDONYM,
    EXPORT_AGGREGATE,
    EXPORT_LEVELS_COUNT
} ExportLevel;

// A line of an observer in two numbers: b = who + 32 * act + 512 * changed + 2048 * expected,
// c = to + 32 * source + 256 * about. Actors and clauses are indexes, 31 and 63 for none; act is one of
// twelve; changed and expected are 0 not said, 1 yes, 2 no.
enum {
    OBSERVED_NOBODY = 31,
    OBSERVED_NOTHING = 63,
    OBSERVED_ACTS = 12,
    OBSERVED_SOURCES = 4
};

typedef struct ObservedLine {
    uint8_t who, act, to, about, changed, expected, source;
} ObservedLine;

static inline ObservedLine observed_line(int16_t b, int16_t c) {
    return (ObservedLine){.who = (uint8_t)(b & 31),
            .act = (uint8_t)(b >> 5 & 15),
            .changed = (uint8_t)(b >> 9 & 3),
            .expected = (uint8_t)(b >> 11 & 3),
            .to = (uint8_t)(c & 31),
            .source = (uint8_t)(c >> 5 & 7),
            .about = (uint8_t)(c >> 8 & 63)};
}
static inline int16_t observed_b(const ObservedLine *line) {
    return (int16_t)(line->who + 32 * line->act + 512 * line->changed
                     + 2048 * line->expected);
}
static inline int16_t observed_c(const ObservedLine *line) {
    return (int16_t)(line->to + 32 * line->source + 256 * line->about);
}

#endif // MODEL_PEOPLE_H

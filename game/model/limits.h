// model/limits.h — every capacity of the game as a named constant. Never: a number that is a rule (those are settings of packs).
#ifndef MODEL_LIMITS_H
#define MODEL_LIMITS_H

// A full table is a refusal with a sentence, never a crash. State must
// stay under 64 KiB; the compiler compares.
enum {
    NONE = 255, // "nobody, nothing" wherever an index is stored in one byte
    ACTORS_MAX = 16,
    SEATS_MAX = 64, // people's places, observers included
    RESOURCES_MAX = 8,
    AUDIENCES_MAX = 8,
    DECIDERS_MAX = 24,
    ARENAS_MAX = 8,
    ISSUES_MAX = 4,
    CLAUSES_MAX = 12,
    LEVELS_MAX = 5,
    FRAMES_MAX = 12,
    COALITIONS_MAX = 8,
    MEMORIES_MAX = 32,
    MEMORY_CELLS_MAX = 4096,
    TRACKS_MAX = 80,
    CELLS_MAX = 6656,
    MOVED_CELLS_MAX = 320,
    SETTINGS_MAX = 128,
    TAGS_MAX = 32,
    WORDS_MAX = 32, // constituencies
    MOVES_MAX = 96,
    MOVE_WORDS = 2, // 64-bit words of a set of moves
    ASKS_MAX = 4,
    ASK_WORDS_MAX = 128,
    LETS_MAX = 128,
    CHANGES_MAX = 2048,
    EXPRS_MAX = 2048,
    CODE_MAX = 32768,
    CONSTANTS_MAX = 512,
    RULES_MAX = 128,
    FUNCTIONS_MAX = 64,
    HAPPENINGS_MAX = 128,
    CHOICES_MAX = 256,
    READINGS_MAX = 3,
    WINDOWS_MAX = 32,
    ENDINGS_MAX = 32,
    SHOCKS_MAX = 16,
    RED_LINES_MAX = 4,
    DECISION_RULES_MAX = 24,
    BUDGET_OPTIONS_MAX = 12, // of one rule of kind budget
    SPENDINGS_MAX = 24,      // of all of them
    PERSONAS_MAX = 24,
    PERSONA_LINES_MAX = 12,
    DEAL_TEMPLATES_MAX = 16,
    PHASES_MAX = 12,
    TIME_PLANS_MAX = 6,
    ROUNDS_MAX = 12,
    NOTES_MAX = 160,
    TEXTS_MAX = 4000,
    TEXT_POOL_BYTES = 512 * 1024,
    PLAN_MAX = 8,        // acts one actor can hold ready in a step
    UTTERANCES_MAX = 96, // recorded and live ones, and those of the meeting going on
    AGENDA_MAX = CLAUSES_MAX,
    DEALS_MAX = 256, // packed tightly so that State stays under 64 KiB
    PARTIES_MAX = 4, // of one deal
    PROMISES_MAX = 3,
    GIFTS_MAX = 12, // of one deal: what is given at once
    PROPOSALS_MAX = 8,
    ASIDES_EACH = 2, // words backstage one actor can have open in a round
    ASIDES_MAX = ASIDES_EACH * ACTORS_MAX,
    QUEUE_MAX = 32, // happenings that are due later
    OPEN_CHOICES_MAX = 16,
    MOTIONS_MAX = 8,
    SIDE_OFFERS_MAX = 8,
    USED_MAX = 64,
    LOANS_MAX = 24,    // positions and budgets lent or made permanent
    CONVENED_MAX = 4,  // meetings called for a round
    CONSENTS_MAX = 12, // requests for the yes of somebody, in one round
    MOVE_SETS_MAX = 16,
    BATCH_EVENTS_MAX = 4096,
    AUTHORS_MAX = 4,
    CHANGES_OF_A_CALL_MAX = 256,
};

#endif // MODEL_LIMITS_H

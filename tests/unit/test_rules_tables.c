// tests/unit/test_rules_tables.c — every row of tests/rules/*.tbl is played and compared to the tenth. Never: a rule of its own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/verdict.h"
#include "rules_commands.h"
#include "rules_refusals.h"
#include "sim/author.h"
#include "sim_packs.h"

enum { LINE_MAX_BYTES = 600, GAMES = 60 };

typedef struct Played {
    SimPack pack;
    bool open;
    char path[120];
    int32_t rows, wrong;
    uint64_t used[MOVE_WORDS];                              // moves with an accepted row
    uint64_t refused[MOVES_MAX][(VERDICT_COUNT + 63) / 64]; // codes shown for each
    bool sent[COMMAND_COUNT]; // commands with an accepted row that says a number
    uint64_t closed[COMMAND_COUNT][(VERDICT_COUNT + 63) / 64];
} Played;

static void complain(Played *played, const char *file, int32_t line, const char *what) {
    print_error("%s:%d: %s\n", file, (int)line, what);
    played->wrong++;
}

static void open_pack(Played *played, const char *path) {
    if (played->open && strcmp(played->path, path) == 0) return;
    if (played->open) sim_pack_close(&played->pack);
    snprintf(played->path, sizeof played->path, "%s", path);
    played->open = sim_pack_open(&played->pack, played->path);
    assert_true(played->open);
}

static void compare_numbers(Played *played, const TableRow *row, const char *file) {
    const State *state = &played->pack.game->state;
    for (int32_t i = 0; i < row->numbers_count; i++) {
        const RowNumber *number = &row->numbers[i];
        int32_t is = state->cell[number->cell];
        if (is == number->tenths) continue;
        char what[300];
        snprintf(what, sizeof what, "%s should be %d tenths, is %d", number->words,
                (int)number->tenths, (int)is);
        complain(played, file, row->test.line, what);
    }
}

static void note_use(Played *played, const TableRow *row, uint16_t answer) {
    uint8_t move = row->steps[row->test.steps_count - 1].act.move;
    for (int32_t i = 0; i < row->test.steps_count; i++) {
        const TestStep *step = &row->steps[i];
        if (step->kind == PLAY_MOVE && !step->refused)
            played->used[step->act.move / 64] |= UINT64_C(1) << (step->act.move % 64);
    }
    const TestStep *last = &row->steps[row->test.steps_count - 1];
    uint64_t bit = UINT64_C(1) << (answer % 64);
    for (int32_t i = 0; i < row->test.steps_count; i++) {
        const TestStep *step = &row->steps[i];
        if (step->kind == PLAY_COMMAND && !step->refused && row->numbers_count > 0)
            played->sent[step->command.kind] = true;
    }
    if (!row->refused[0]) return;
    if (last->kind == PLAY_COMMAND)
        played->closed[last->command.kind][answer / 64] |= bit;
    else
        played->refused[move][answer / 64] |= bit;
}

static void play_row(Played *played, const char *file, int32_t line, const char *text) {
    TableRow *row = calloc(1, sizeof *row);
    AuthorResult result;
    played->rows++;
    if (!row_read(row, played->pack.scenario.def, file, line, text)) {
        complain(played, file, line, row->wrong);
    } else {
        author_run(played->pack.game, &row->test, &result);
        if (!result.passed) complain(played, file, line, result.what);
        const char *answer = verdict_code((VerdictCode)result.answer);
        if (result.passed && row->refused[0] && strcmp(row->refused, answer) != 0)
            complain(played, file, line, answer);
        if (result.passed) compare_numbers(played, row, file);
        note_use(played, row, result.answer);
    }
    free(row);
}

static void play_file(Played *played, const char *file) {
    char text[LINE_MAX_BYTES];
    FILE *in = fopen(file, "r");
    assert_non_null(in);
    for (int32_t line = 1; fgets(text, sizeof text, in); line++) {
        text[strcspn(text, "\r\n")] = 0;
        if (text[0] == '#' || text[strspn(text, " \t")] == 0) continue;
        if (strncmp(text, "pack ", 5) == 0) {
            open_pack(played, text + 5);
        } else {
            assert_true(played->open);
            play_row(played, file, line, text);
        }
    }
    fclose(in);
}

// ---- whether the tables are whole: every move of the deck, and every reason it can be closed for ----

typedef struct Reason {
    VerdictCode code;
    bool (*can)(const Def *def, const Move *move);
} Reason;

static bool has_targets(const Def *def, const Move *move) {
    (void)def;
    return move->targets != 0;
}
static bool has_sides(const Def *def, const Move *move) {
    (void)def;
    return move->flags & MOVE_SIDES;
}
static bool has_needs(const Def *def, const Move *move) {
    (void)def;
    return move->needs.count > 0;
}
// A price that follows what is there can always be paid.
static bool has_costs(const Def *def, const Move *move) {
    for (int32_t i = 0; i < move->costs.count; i++) {
        ExprId amount = def->changes[move->costs.first + i].amount;
        if (def->exprs[amount].constant && move->when == 0) return true;
    }
    return false;
}
static bool has_when(const Def *def, const Move *move) {
    (void)def;
    return move->when != 0;
}
static bool is_once(const Def *def, const Move *move) {
    (void)def;
    return move->flags & MOVE_ONCE;
}
static bool is_once_a_round(const Def *def, const Move *move) {
    (void)def;
    return move->flags & MOVE_ONCE_A_ROUND;
}
static bool takes_time(const Def *def, const Move *move) {
    (void)def;
    return move->time > 0;
}
static bool takes_bid(const Def *def, const Move *move) {
    (void)def;
    return move->bid_max > 0;
}
static bool takes_voice(const Def *def, const Move *move) {
    (void)def;
    return move->bid_max > 0 || move->voice > 0;
}
static bool is_reading(const Def *def, const Move *move) {
    (void)def;
    return move->mechanism == POINT_READING;
}
static bool words_a_clause(const Def *def, const Move *move) {
    (void)def;
    return move->mechanism == POINT_UTTER && (move->targets >> KIND_CLAUSE & 1);
}

static const Reason REASONS[] = {
        {VERDICT_NO_TARGET,     has_targets    },
        {VERDICT_NO_SIDE,       has_sides      },
        {VERDICT_NEED_NUMBER,   has_needs      },
        {VERDICT_COST_NUMBER,   has_costs      },
        {VERDICT_NOT_NOW,       has_when       },
        {VERDICT_ONCE,          is_once        },
        {VERDICT_ONCE_A_ROUND,  is_once_a_round},
        {VERDICT_NEED_TIME,     takes_time     },
        {VERDICT_BAD_BID,       takes_bid      },
        {VERDICT_NEED_VOICE,    takes_voice    },
        {VERDICT_AFTER_NEWS,    is_reading     },
        {VERDICT_LINE_DELAY,    is_reading     },
        {VERDICT_NOT_ON_AGENDA, words_a_clause },
};

// Moves of the stock deck are those of the pack all rows are played in, but for its own.
static int32_t missing_rows(const Played *played) {
    const Def *def = played->pack.scenario.def;
    int32_t missing = 0;
    for (int32_t m = 0; m < def->moves_count; m++) {
        const Move *move = &def->moves[m];
        uint64_t by_rule = played->refused[m][VERDICT_BY_RULE / 64];
        // What the arena's rule gives nobody can ask for: one row says so.
        bool given = (by_rule >> (VERDICT_BY_RULE % 64)) & 1;
        if ((move->flags & MOVE_OWN) || given) continue;
        if (!((played->used[m / 64] >> (m % 64)) & 1)) {
            print_error("%s: no row where it is done\n", def_text(def, move->id));
            missing++;
        }
        for (size_t i = 0; i < ARRAY_COUNT(REASONS); i++) {
            VerdictCode code = REASONS[i].code;
            bool shown = (played->refused[m][code / 64] >> (code % 64)) & 1;
            if (!REASONS[i].can(def, move) || shown) continue;
            print_error("%s: no row that is refused %s\n", def_text(def, move->id),
                    verdict_code(code));
            missing++;
        }
    }
    return missing;
}

// Refusals of every act, whatever the move: one row for all of them is enough.
static bool is_of_all(VerdictCode code) {
    static const VerdictCode codes[] = {VERDICT_OK, VERDICT_WRONG_PHASE,
            VERDICT_NOT_IN_DECK, VERDICT_PLAN_FULL, VERDICT_LOCKED};
    for (size_t i = 0; i < ARRAY_COUNT(codes); i++)
        if (codes[i] == code) return true;
    return false;
}

static bool is_shown(const Played *played, int32_t move, VerdictCode code) {
    return (played->refused[move][code / 64] >> (code % 64)) & 1;
}

// What no random game of a minute reaches, and a move can still be told.
static int32_t missing_rare(const Played *played) {
    static const struct {
        const char *move;
        VerdictCode code;
    } rare[] = {
            {"fund",        VERDICT_NEED_CONSENT   },
            {"fund",        VERDICT_NO_ROOM        },
            {"disrupt",     VERDICT_TIED           },
            {"speak_truth", VERDICT_TIED           },
            {"litigate",    VERDICT_CLAIM_DECIDED  },
            {"accept_intl", VERDICT_ONCE_A_TARGET  },
            {"convene",     VERDICT_CONVENED_FULL  },
            {"measure",     VERDICT_COALITION_PURSE},
    };
    const Def *def = played->pack.scenario.def;
    int32_t missing = 0;
    for (size_t i = 0; i < ARRAY_COUNT(rare); i++) {
        bool shown = false;
        for (int32_t m = 0; m < def->moves_count; m++)
            shown |= strcmp(def_text(def, def->moves[m].id), rare[i].move) == 0
                     && is_shown(played, m, rare[i].code);
        if (!shown)
            print_error("%s: no row that is refused %s\n", rare[i].move,
                    verdict_code(rare[i].code));
        missing += !shown;
    }
    return missing;
}

// What random games meet and no row shows.
static int32_t missing_refusals(const Played *played) {
    const Def *def = played->pack.scenario.def;
    Refusals *refusals = calloc(1, sizeof *refusals);
    int32_t missing = 0;
    refusals_meet(refusals, &played->pack, GAMES);
    for (int32_t m = 0; m < def->moves_count; m++) {
        for (int32_t code = 0; code < VERDICT_COUNT; code++) {
            bool met = (refusals->met[m][code / 64] >> (code % 64)) & 1,
                 shown = is_shown(played, m, (VerdictCode)code);
            if (!met || shown || is_of_all((VerdictCode)code)) continue;
            print_error("%s: no row that is refused %s\n", def_text(def, def->moves[m].id),
                    verdict_code((VerdictCode)code));
            missing++;
        }
    }
    free(refusals);
    return missing;
}

static bool is_listed(int32_t kind) {
    for (size_t i = 0; i < ARRAY_COUNT(command_rows); i++) {
        if ((int32_t)command_rows[i].kind == kind) return true;
    }
    return false;
}

static bool is_of_people(int32_t kind) {
    static const uint8_t kinds[] = {COMMAND_SEAT_BACK, COMMAND_OBJECT_AWAY,
            COMMAND_HELP_ASKED, COMMAND_PAUSE_WISHED, COMMAND_JOURNALED, COMMAND_OBSERVED,
            COMMAND_TEAM_DONE};
    for (size_t i = 0; i < ARRAY_COUNT(kinds); i++) {
        if (kinds[i] == kind) return true;
    }
    return false;
}

// Every command a seat can send is done somewhere, and closed for each reason it can be closed for.
static int32_t missing_commands(const Played *played) {
    int32_t missing = 0;
    for (int32_t kind = 1; kind < COMMAND_COUNT; kind++) {
        // Acts are looked at by move; what is for people and the house moves no number of the game.
        bool elsewhere = command_is_console((CommandKind)kind) || kind == COMMAND_ACT
                         || is_of_people(kind);
        if (elsewhere || is_listed(kind)) continue;
        print_error("%s: not in rules_commands.h\n", command_name((CommandKind)kind));
        missing++;
    }
    for (size_t i = 0; i < ARRAY_COUNT(command_rows); i++) {
        const CommandRow *row = &command_rows[i];
        if (!played->sent[row->kind]) {
            print_error("%s: no row where it is done, with a number\n",
                    command_name(row->kind));
            missing++;
        }
        for (int32_t r = 0; r < REFUSALS_MAX && row->refusals[r]; r++) {
            VerdictCode code = row->refusals[r];
            if ((played->closed[row->kind][code / 64] >> (code % 64)) & 1) continue;
            print_error("%s: no row that is refused %s\n", command_name(row->kind),
                    verdict_code(code));
            missing++;
        }
    }
    return missing;
}

static void every_row_comes_out_as_written(void **context) {
    (void)context;
    Played *played = calloc(1, sizeof *played);
    glob_t found = {0};
    assert_int_equal(glob("tests/rules/*.tbl", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        play_file(played, found.gl_pathv[i]);
    globfree(&found);
    print_message("%d rows\n", (int)played->rows);
    assert_true(played->rows > 0);
    int32_t wrong = played->wrong;
    open_pack(played, "tests/packs/deck-table");
    int32_t missing = missing_rows(played) + missing_commands(played)
                      + missing_refusals(played) + missing_rare(played);
    wrong += missing;
    if (played->open) sim_pack_close(&played->pack);
    free(played);
    assert_int_equal(wrong, 0);
}

// A wrong figure and a wrong code are found.
static void a_wrong_row_is_found(void **context) {
    (void)context;
    Played *played = calloc(1, sizeof *played);
    open_pack(played, "tests/packs/deck-table");
    play_row(played, "here", 1, "rich listen | | rich.story=3");
    assert_int_equal(played->wrong, 0);
    play_row(played, "here", 2, "rich listen | | rich.story=4");
    assert_int_equal(played->wrong, 1);
    play_row(played, "here", 3, "poor lobby dean for | | refused need_time");
    assert_int_equal(played->wrong, 2);
    play_row(played, "here", 4, "poor listen | | refused need_number");
    assert_int_equal(played->wrong, 3);
    play_row(played, "here", 5, "poor dance | | refused need_number");
    assert_int_equal(played->wrong, 4);
    sim_pack_close(&played->pack);
    free(played);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(every_row_comes_out_as_written),
            cmocka_unit_test(a_wrong_row_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/rules_table.h — reads one row of tests/rules/*.tbl as an author test of a loaded pack. Never: plays it.
#ifndef TESTS_RULES_TABLE_H
#define TESTS_RULES_TABLE_H
#include "expr/compile.h"
#include "model/ask.h"
#include "scenario/tests.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_ITEMS_MAX = 24, ROW_WORDS_MAX = 12, PATH_STEPS_MAX = 4, ROW_TEXT_MAX = 600 };

// A cell that must hold exactly so many tenths afterwards.
typedef struct RowNumber {
    uint16_t cell;
    int32_t tenths;
    const char *words;
} RowNumber;

typedef struct TableRow {
    ScenarioTest test;
    TestStep steps[ROW_ITEMS_MAX];
    TestGiven given[ROW_ITEMS_MAX];
    TestExpect expects[ROW_ITEMS_MAX];
    RowNumber numbers[ROW_ITEMS_MAX];
    int32_t numbers_count;
    char refused[40];            // code, "" = accepted
    char wrong[200];             // why the row cannot be read, "" = fine
    char parts[3][ROW_TEXT_MAX]; // the row's own copy of its columns
} TableRow;

static inline bool row_wrong(TableRow *row, const char *why, const char *what) {
    snprintf(row->wrong, sizeof row->wrong, "%s: \"%.120s\"", why, what);
    return false;
}

// Cuts text at a mark into trimmed pieces, in place; empty pieces are left out.
static inline int32_t row_cut(char *text, const char *marks, char **pieces, int32_t most) {
    int32_t count = 0;
    char *rest = text;
    while (rest && count < most) {
        char *piece = strsep(&rest, marks);
        piece += strspn(piece, " \t");
        size_t length = strlen(piece);
        while (length > 0 && strchr(" \t\r\n", piece[length - 1]))
            piece[--length] = 0;
        if (length > 0) pieces[count++] = piece;
    }
    return count;
}

// "14.3" → 143. False when it is no number.
static inline bool row_tenths(const char *text, int32_t *tenths) {
    char *end = NULL;
    bool minus = text[0] == '-';
    long whole = strtol(text, &end, 10);
    if (end == text) return false;
    long tenth = 0;
    if (*end == '.' && end[1] >= '0' && end[1] <= '9') {
        tenth = end[1] - '0';
        end += 2;
    }
    *tenths = (int32_t)(whole * 10 + (minus ? -tenth : tenth));
    return *end == 0;
}

static inline bool row_cell(
        TableRow *row, const Def *def, const char *path, uint16_t *cell) {
    char copy[ROW_TEXT_MAX];
    char *steps[PATH_STEPS_MAX];
    snprintf(copy, sizeof copy, "%s", path);
    int32_t count = row_cut(copy, ".", steps, PATH_STEPS_MAX);
    ExprPlace place = {.file = "row", .word = "row"};
    ExprNumber number;
    Diags *diags = calloc(1, sizeof *diags);
    bool good = expr_number_named(
            def, (const char *const *)steps, count, &place, diags, &number);
    free(diags);
    if (!good) return row_wrong(row, "no such number", path);
    int32_t r = number.row.how == SEL_ONE ? number.row.index : 0;
    int32_t c = number.column.how == SEL_ONE ? number.column.index : 0;
    *cell = def_cell(def, number.track, r, c);
    return true;
}

// "path=1.5" as a cell and tenths.
static inline bool row_equal(
        TableRow *row, const Def *def, char *item, uint16_t *cell, int32_t *tenths) {
    char *sides[2];
    if (row_cut(item, "=", sides, 2) != 2) return row_wrong(row, "write path=number", item);
    if (!row_tenths(sides[1], tenths)) return row_wrong(row, "no number", sides[1]);
    return row_cell(row, def, sides[0], cell);
}

static inline bool row_given(TableRow *row, const Def *def, char *column) {
    char *items[ROW_ITEMS_MAX];
    int32_t count = row_cut(column, ",", items, ROW_ITEMS_MAX);
    for (int32_t i = 0; i < count; i++) {
        if (strncmp(items[i], "round=", 6) == 0) {
            row->test.given_round = (uint8_t)strtol(items[i] + 6, NULL, 10);
            continue;
        }
        uint16_t cell = 0;
        int32_t tenths = 0;
        if (!row_equal(row, def, items[i], &cell, &tenths)) return false;
        row->given[row->test.given_count++] = (TestGiven){cell, (int16_t)tenths};
    }
    return true;
}

// A target by its id, or by its number for kinds without ids ("line:0", "position:3").
static inline Thing row_target(const Def *def, const Move *move, const char *id) {
    const char *colon = strchr(id, ':');
    for (int32_t kind = 1; kind < KIND_COUNT; kind++) {
        if (!((move->targets >> kind) & 1)) continue;
        if (colon) {
            const char *word = kind_word((Kind)kind);
            if (strncmp(word, id, (size_t)(colon - id)) == 0)
                return (Thing){(uint8_t)kind, (uint8_t)strtol(colon + 1, NULL, 10)};
            continue;
        }
        Kind real = kind == KIND_READING                      ? KIND_FRAME
                    : kind == KIND_ITEM || kind == KIND_CLAIM ? KIND_CLAUSE
                                                              : (Kind)kind;
        Thing found = def_find(def, real, id);
        if (kind == KIND_OFFER) found.index = (uint8_t)def_find_happening(def, id);
        if (found.index != NONE) return (Thing){(uint8_t)kind, found.index};
    }
    return (Thing){KIND_NONE, NONE};
}

// "poor+friend" as a list of actors.
static inline int16_t row_actors(const Def *def, const char *words) {
    char copy[ROW_TEXT_MAX];
    char *ids[ACTORS_MAX];
    uint32_t mask = 0;
    snprintf(copy, sizeof copy, "%s", words);
    int32_t count = row_cut(copy, "+", ids, ACTORS_MAX);
    for (int32_t i = 0; i < count; i++) {
        Thing actor = def_find(def, KIND_ACTOR, ids[i]);
        if (actor.index != NONE) mask |= 1u << actor.index;
    }
    return (int16_t)(uint16_t)mask;
}

static inline int16_t row_answer(const Def *def, const Ask *ask, const char *word) {
    if (ask->kind == ASK_ACTORS) return row_actors(def, word);
    int16_t answer;
    return ask_named(def, ask, word, &answer) ? answer : (int16_t)strtol(word, NULL, 10);
}

static inline bool row_named(
        TableRow *row, const Def *def, const Move *move, Act *act, char *word) {
    char *sides[2];
    if (row_cut(word, "=", sides, 2) != 2) return row_wrong(row, "write name=answer", word);
    if (strcmp(sides[0], "bid") == 0) {
        act->bid = (uint8_t)strtol(sides[1], NULL, 10);
    } else if (strcmp(sides[0], "token") == 0) {
        act->token = sides[1][0] == 's' ? 1 : 2;
    } else if (strcmp(sides[0], "arena") == 0) {
        act->arena = def_find(def, KIND_ARENA, sides[1]).index;
    } else {
        for (int32_t i = 0; i < move->asks_count; i++) {
            if (strcmp(def_text(def, move->asks[i].id), sides[0]) != 0) continue;
            act->asked[i] = row_answer(def, &move->asks[i], sides[1]);
            return true;
        }
        return row_wrong(row, "the move does not ask for this", sides[0]);
    }
    return true;
}

static inline bool row_move(
        TableRow *row, const Def *def, char **words, int32_t count, TestStep *step) {
    Thing actor = def_find(def, KIND_ACTOR, words[0]);
    int32_t index = count > 1 ? def_find_move(def, words[1]) : -1;
    if (actor.index == NONE) return row_wrong(row, "no such actor or step", words[0]);
    if (index < 0) return row_wrong(row, "no such move", count > 1 ? words[1] : "");
    const Move *move = &def->moves[index];
    step->kind = PLAY_MOVE;
    step->actor = actor.index;
    step->act = (Act){
            .actor = actor.index,
            .move = (uint8_t)index,
            .arena = NONE,
            .target = {KIND_NONE, NONE},
            .bid = move->bid_min
    };
    for (int32_t i = 0; i < move->asks_count; i++)
        step->act.asked[i] = move->asks[i].kind == ASK_ANY ? 0 : move->asks[i].from;
    for (int32_t i = 2; i < count; i++) {
        static const char *const sides[] = {"for", "up", "against", "down"};
        int32_t side = 0;
        while (side < 4 && strcmp(words[i], sides[side]) != 0)
            side++;
        if (side < 4) {
            step->act.side = side >= 2 ? -1 : 1;
        } else if (strchr(words[i], '=')) {
            if (!row_named(row, def, move, &step->act, words[i])) return false;
        } else {
            step->act.target = row_target(def, move, words[i]);
            if (step->act.target.kind == KIND_NONE)
                return row_wrong(row, "the move cannot point there", words[i]);
        }
    }
    return true;
}

static inline int32_t row_phase(const Def *def, const char *id) {
    for (int32_t p = 0; p < def->phases_count; p++) {
        if (strcmp(def_text(def, def->phases[p].names.id), id) == 0) return p;
    }
    return -1;
}

static inline int16_t row_choice(const Def *def, int32_t happening, const char *id) {
    const Happening *one = &def->happenings[happening];
    for (int32_t i = 0; i < one->choices_count; i++) {
        if (strcmp(def_text(def, def->choices[one->choices_first + i].id), id) == 0)
            return (int16_t)i;
    }
    return -1;
}

// rules_commands.h: a step that is no move but a command as clients name it.
static inline bool command_step(
        TableRow *row, const Def *def, char **words, int32_t count, TestStep *step);

static inline bool row_step(TableRow *row, const Def *def, char *text, TestStep *step) {
    char *words[ROW_WORDS_MAX];
    int32_t count = row_cut(text, " ", words, ROW_WORDS_MAX);
    const char *second = count > 1 ? words[1] : "";
    *step = (TestStep){.choice = -1};
    int32_t index = 0;
    if (strcmp(words[0], "round_ends") == 0) {
        step->kind = PLAY_ROUND_ENDS;
    } else if (strcmp(words[0], "phase") == 0) {
        step->kind = PLAY_PHASE;
        index = row_phase(def, second);
    } else if (strcmp(words[0], "happen") == 0) {
        step->kind = PLAY_HAPPEN;
        index = def_find_happening(def, second);
        if (index >= 0 && count > 2) step->choice = row_choice(def, index, words[2]);
    } else if (strcmp(words[0], "decide") == 0) {
        step->kind = PLAY_DECIDE;
        index = def_find(def, KIND_ARENA, second).index;
    } else if (strcmp(words[0], "vote") == 0) {
        step->kind = PLAY_VOTE;
        index = def_find(def, KIND_DECIDER, second).index;
        step->vote = count > 2 ? (int8_t)(words[2][0] == 'y'   ? 1
                                          : words[2][0] == 'n' ? -1
                                                               : 0)
                               : 0;
    } else if (strcmp(words[0], "join") == 0) {
        step->kind = PLAY_JOIN;
        step->actor = def_find(def, KIND_ACTOR, second).index;
        index = count > 2 ? def_find(def, KIND_COALITION, words[2]).index : NONE;
    } else if (command_step(row, def, words, count, step)) {
        return row->wrong[0] == 0;
    } else {
        return row_move(row, def, words, count, step);
    }
    if (index < 0 || index == NONE) return row_wrong(row, "no such thing", second);
    step->index = (uint8_t)index;
    return true;
}

static inline bool row_steps(TableRow *row, const Def *def, char *column) {
    char *items[ROW_ITEMS_MAX];
    int32_t count = row_cut(column, ";", items, ROW_ITEMS_MAX);
    if (count == 0) return row_wrong(row, "nothing is done", "");
    for (int32_t i = 0; i < count; i++) {
        if (!row_step(row, def, items[i], &row->steps[row->test.steps_count])) return false;
        row->steps[row->test.steps_count++].line = row->test.line;
    }
    return true;
}

static inline bool row_condition(TableRow *row, Def *def, const char *text) {
    ExprPlace place = {.file = "row", .word = "row", .line = row->test.line};
    Diags *diags = calloc(1, sizeof *diags);
    ExprId expr = expr_compile(def, text, true, &place, diags);
    free(diags);
    if (expr == 0) return row_wrong(row, "no condition", text);
    row->expects[row->test.expects_count++] = (TestExpect){
            .kind = EXPECT_CONDITION, .expr = expr, .words = text, .line = row->test.line};
    return true;
}

static inline bool row_results(TableRow *row, Def *def, char *column) {
    char *items[ROW_ITEMS_MAX];
    int32_t count = row_cut(column, ",", items, ROW_ITEMS_MAX);
    if (count == 0) return row_wrong(row, "no result", "");
    for (int32_t i = 0; i < count; i++) {
        if (strncmp(items[i], "refused ", 8) == 0) {
            snprintf(row->refused, sizeof row->refused, "%s", items[i] + 8);
            row->steps[row->test.steps_count - 1].refused = 1;
        } else if (strncmp(items[i], "if ", 3) == 0) {
            if (!row_condition(row, def, items[i] + 3)) return false;
        } else {
            RowNumber *number = &row->numbers[row->numbers_count++];
            number->words = items[i];
            if (!row_equal(row, def, items[i], &number->cell, &number->tenths))
                return false;
        }
    }
    return true;
}

// Reads "what is done | given | result". False with row->wrong when it cannot be read.
static inline bool row_read(
        TableRow *row, Def *def, const char *file, int32_t line, const char *text) {
    *row = (TableRow){
            .test = {.name = "row", .file = file, .line = line, .seed = 1}
    };
    char copy[ROW_TEXT_MAX];
    char *rest = copy;
    snprintf(copy, sizeof copy, "%s", text);
    for (int32_t i = 0; i < 3 && rest; i++)
        snprintf(row->parts[i], ROW_TEXT_MAX, "%s", strsep(&rest, "|"));
    row->test.steps = row->steps;
    row->test.given = row->given;
    row->test.expects = row->expects;
    return row_steps(row, def, row->parts[0]) && row_given(row, def, row->parts[1])
           && row_results(row, def, row->parts[2]);
}

#endif // TESTS_RULES_TABLE_H

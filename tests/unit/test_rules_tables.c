// tests/unit/test_rules_tables.c — every row of tests/rules/*.tbl is played and compared to the tenth. Never: a rule of its own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/verdict.h"
#include "rules_table.h"
#include "sim/author.h"
#include "sim_packs.h"

enum { LINE_MAX_BYTES = 600 };

typedef struct Played {
    SimPack pack;
    bool open;
    char path[120];
    int32_t rows, wrong;
    uint64_t used[MOVE_WORDS];                              // moves with an accepted row
    uint64_t refused[MOVES_MAX][(VERDICT_COUNT + 63) / 64]; // codes shown for each
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
    if (row->refused[0]) played->refused[move][answer / 64] |= UINT64_C(1) << (answer % 64);
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

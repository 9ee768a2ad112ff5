// tests/unit/test_host_board.c — the pages of the board the facilitator chooses, and promises that wait for a ruling, from the hall to what is drawn. Never: a pixel.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "wire/console_view.h"

typedef struct Stage {
    HallWorld *world;
    Person *console, *board, *one, *two;
    Region region;
    BoardView view;
} Stage;

static Person *board_comes(HallWorld *world) {
    Person *person = person_come(world);
    char text[120];
    person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"board\"}");
    snprintf(text, sizeof text, "{\"t\":\"resume\",\"token\":\"%s\"}",
            world->party->seats.board);
    person_say(world, person, text);
    return person;
}

static int setup(void **state) {
    Stage *stage = calloc(1, sizeof *stage);
    ASSERT(stage);
    stage->world = hall_world_make("scenarios/riverside-link", 5);
    stage->one = person_join(stage->world, 1, "play");
    stage->two = person_join(stage->world, 2, "play");
    stage->console = console_come(stage->world);
    stage->board = board_comes(stage->world);
    ASSERT(console_do(stage->world, stage->console, "start", "\"now\":\"now\"", ""));
    ASSERT(console_do(stage->world, stage->console, "next", "", ""));
    *state = stage;
    return 0;
}

static int teardown(void **state) {
    Stage *stage = *state;
    region_clear(&stage->region);
    int result = hall_world_free(stage->world);
    free(stage);
    return result;
}

static const BoardView *shows(Stage *stage, const char *what, const char *item) {
    char args[120];
    snprintf(args, sizeof args, "\"what\":\"%s\",\"item\":\"%s\"", what, item);
    assert_true(console_do(stage->world, stage->console, "board", args, ""));
    region_clear(&stage->region);
    board_view_read(
            stage->board->mirror, stage->world->now_ms, &stage->region, &stage->view);
    return &stage->view;
}

static const char *id_of(const Stage *stage, Kind kind, uint8_t index) {
    return def_id(console_session(stage->world)->def, (Thing){(uint8_t)kind, index});
}

static void a_page_is_drawn_as_it_is_named(void **state) {
    Stage *stage = *state;
    const Def *def = console_session(stage->world)->def;
    assert_int_equal(shows(stage, "show", "decisions")->page, BOARD_DECISIONS);
    assert_true(stage->view.rows_count > 0);
    assert_true(*stage->view.rows[0].note); // how it decides
    assert_int_equal(shows(stage, "show", "meeting")->page, BOARD_MEETING);
    assert_int_equal(shows(stage, "show", "news")->page, BOARD_NEWS);
    assert_int_equal(shows(stage, "show", "coalitions")->page, BOARD_COALITIONS);
    assert_int_equal(stage->view.rows_count, 0); // none yet
    assert_int_equal(shows(stage, "show", "end")->page, BOARD_END);
    assert_int_equal(stage->view.rows_count, 0); // not reached: nothing of it
    assert_int_equal(shows(stage, "show", "table")->page, BOARD_TABLE);
    assert_int_equal(
            stage->view.rows_count, core_min(BOARD_ROWS_MAX, def_count(def, KIND_DECIDER)));
}

static const BoardView *now_shown(Stage *stage) {
    region_clear(&stage->region);
    board_view_read(
            stage->board->mirror, stage->world->now_ms, &stage->region, &stage->view);
    return &stage->view;
}

// The map of influence comes to the board with its view of the debrief, strongest arrow first, and goes with it.
static void the_map_of_influence_is_on_the_board(void **state) {
    Stage *stage = *state;
    for (int32_t i = 0; i < 200; i++) {
        if (console_session(stage->world)->state.status >= STATUS_DEBRIEF) break;
        (void)console_do(stage->world, stage->console, "next", "", "");
    }
    assert_int_equal(now_shown(stage)->page, BOARD_END);
    (void)console_do(
            stage->world, stage->console, "debrief", "\"what\":\"view\",\"n\":2", "");
    const BoardView *view = now_shown(stage);
    assert_int_equal(view->page, BOARD_INFLUENCE);
    assert_true(view->rows_count > 1);
    for (int32_t i = 0; i < view->rows_count; i++) {
        assert_true(*view->rows[i].name && strlen(view->rows[i].note) > 4);
        assert_true(i == 0
                    || strtod(view->rows[i].value, NULL)
                               <= strtod(view->rows[i - 1].value, NULL));
    }
    assert_int_equal(view->rows[0].band, 5);
    (void)console_do(
            stage->world, stage->console, "debrief", "\"what\":\"view\",\"n\":1", "");
    assert_int_equal(now_shown(stage)->page, BOARD_END);
}

// What a team kept to itself stands alone on the board when it is told, with its mark; a part later the end is shown again.
static void what_is_told_is_on_the_board(void **state) {
    Stage *stage = *state;
    const Def *def = console_session(stage->world)->def;
    char args[80];
    assert_false(
            console_do(stage->world, stage->console, "mandate", "\"what\":\"open\"", ""));
    for (int32_t i = 0; i < 200; i++) {
        if (console_session(stage->world)->state.status >= STATUS_DEBRIEF) break;
        (void)console_do(stage->world, stage->console, "next", "", "");
    }
    snprintf(args, sizeof args, "\"what\":\"open\",\"team\":\"%s\"",
            def_id(def, (Thing){KIND_ACTOR, 2}));
    assert_true(console_do(stage->world, stage->console, "mandate", args, ""));
    const BoardView *view = now_shown(stage);
    assert_int_equal(view->page, BOARD_ONE);
    assert_int_equal(view->lit_actor, 2);
    assert_true(strlen(view->heading) > 3 && strlen(view->about) > 20);
    ConsoleView console = {0};
    console_view_read(
            stage->console->mirror, stage->world->now_ms, &stage->region, &console);
    assert_int_equal(console.told, 1 << 2);
    assert_int_equal(console.debrief_step, DEBRIEF_FACTS);
    assert_true(
            console_do(stage->world, stage->console, "mandate", "\"what\":\"open\"", ""));
    assert_int_equal(now_shown(stage)->page, BOARD_END);
    snprintf(args, sizeof args, "\"what\":\"close\",\"team\":\"%s\"",
            def_id(def, (Thing){KIND_ACTOR, 2}));
    assert_true(console_do(stage->world, stage->console, "mandate", args, ""));
    console_view_read(
            stage->console->mirror, stage->world->now_ms, &stage->region, &console);
    assert_int_equal(console.told, 0xFFFF & ~(1 << 2));
}

static void a_coalition_stands_with_its_members(void **state) {
    Stage *stage = *state;
    Party *party = stage->world->party;
    State *now = &party->table->session->state; // as if it had been founded
    uint8_t one = party_actor(party, stage->one->seat),
            two = party_actor(party, stage->two->seat);
    now->coalition[0].members = (uint16_t)(1 << one | 1 << two);
    now->coalition[0].lead = one;
    views_touch(&party->views, ~0u);
    assert_int_equal(shows(stage, "show", "coalitions")->rows_count, 1);
    assert_int_equal(stage->view.rows[0].members, 1 << one | 1 << two);
}

static void one_thing_is_shown_large(void **state) {
    Stage *stage = *state;
    const Def *def = console_session(stage->world)->def;
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        assert_int_equal(
                shows(stage, "spotlight", id_of(stage, KIND_ACTOR, i))->page, BOARD_ONE);
        assert_int_equal(stage->view.lit_actor, i);
        assert_true(*stage->view.heading && *stage->view.about);
        assert_true(stage->view.rows_count > 0); // how it stands
    }
    shows(stage, "spotlight", id_of(stage, KIND_DECIDER, 0));
    assert_true(*stage->view.heading);
    assert_int_equal(stage->view.rows_count, 1);
    assert_true(stage->view.rows[0].band >= 1);
    shows(stage, "spotlight", id_of(stage, KIND_CLAUSE, 1));
    assert_int_equal(stage->view.rows_count, def->clauses[1].levels_count);
    int32_t marked = 0;
    for (int32_t i = 0; i < stage->view.rows_count; i++)
        marked += stage->view.rows[i].mark == BOARD_PROPOSED;
    assert_int_equal(marked, 1);
    shows(stage, "spotlight", id_of(stage, KIND_FRAME, 0));
    assert_true(*stage->view.about);
    shows(stage, "spotlight", id_of(stage, KIND_ARENA, 0));
    assert_true(*stage->view.about);
    shows(stage, "spotlight", id_of(stage, KIND_AUDIENCE, 0));
    assert_int_equal(stage->view.rows_count, def_count(def, KIND_ACTOR));
    assert_false(console_do(stage->world, stage->console, "board",
            "\"what\":\"spotlight\",\"item\":\"nobody\"", ""));
}

// Nobody takes a stand-in for a person.
static void a_stand_in_wears_a_badge(void **state) {
    Stage *stage = *state;
    uint8_t actor = party_actor(stage->world->party, stage->one->seat);
    assert_false(shows(stage, "show", "table")->stood_in >> actor & 1);
    assert_true(console_do(stage->world, stage->console, "standin",
            "\"seat\":1,\"policy\":\"persona\"", ""));
    assert_true(shows(stage, "show", "table")->stood_in >> actor & 1);
    assert_true(console_do(stage->world, stage->console, "return", "\"seat\":1", ""));
}

// ---- promises --------------------------------------------------------------------------------------------------

static const ConsoleCall *promise_call(Stage *stage) {
    static ConsoleView view;
    region_clear(&stage->region);
    view = (ConsoleView){0};
    console_view_read(stage->console->mirror, stage->world->now_ms, &stage->region, &view);
    for (int32_t i = 0; i < view.calls_count; i++) {
        if (view.calls[i].kind == CALL_PROMISE) return &view.calls[i];
    }
    return NULL;
}

// A deal between the two with a promise in words, as if it had been agreed and was due.
static void they_differ(const Stage *stage, int32_t slot) {
    enum { FIRST_KEPT = 1, SECOND_BROKEN = 8 };
    Party *party = stage->world->party;
    State *now = &party->table->session->state;
    uint8_t one = party_actor(party, stage->one->seat);
    now->deal[slot] = deal_between(one, party_actor(party, stage->two->seat));
    now->deal[slot].state = DEAL_AGREED;
    now->deal[slot].round = 1;
    now->deal[slot].promises_count = 1;
    now->deal[slot].promises[0] = (Promise){.kind = PROMISE_WORDS,
            .by = one,
            .what = NONE,
            .target = NONE,
            .due = 1,
            .size = 1,
            .marks = FIRST_KEPT | SECOND_BROKEN};
}

static void a_promise_told_differently_waits_for_a_ruling(void **state) {
    Stage *stage = *state;
    assert_null(promise_call(stage));
    they_differ(stage, 7);
    assert_true(console_do(stage->world, stage->console, "note", "", "\"text\":\"a\""));
    const ConsoleCall *call = promise_call(stage);
    assert_non_null(call);
    assert_int_equal(call->number, 7);
    assert_int_equal(call->seat, 0);
    assert_non_null(strstr(call->text, "kept"));
    assert_null(person_section(stage->one, "run")); // and only there
    stage->world->party->table->session->state.deal[7].promises[0].state = PROMISE_KEPT;
    assert_true(console_do(stage->world, stage->console, "note", "", "\"text\":\"b\""));
    assert_null(promise_call(stage));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    a_page_is_drawn_as_it_is_named, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    the_map_of_influence_is_on_the_board, setup, teardown),
            cmocka_unit_test_setup_teardown(what_is_told_is_on_the_board, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_coalition_stands_with_its_members, setup, teardown),
            cmocka_unit_test_setup_teardown(one_thing_is_shown_large, setup, teardown),
            cmocka_unit_test_setup_teardown(a_stand_in_wears_a_badge, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_promise_told_differently_waits_for_a_ruling, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

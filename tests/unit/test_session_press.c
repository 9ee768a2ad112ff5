// tests/unit/test_session_press.c — what each seat sees of champions, side offers, motions, claims, watching and measuring. Never: a rule.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session/view.h"
#include "session_world.h"

typedef struct Table {
    World *world;
    Session *session;
    const Def *def;
    View view;
} Table;

static Verdict tell(Table *table, Command command) {
    Verdict verdict;
    Err err = {0};
    assert_true(session_do(table->session, &command, &verdict, &err));
    return verdict;
}

static void console(Table *table, CommandKind kind, int32_t a, int32_t b) {
    Command command = {.kind = (uint8_t)kind,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b};
    assert_int_equal(tell(table, command).code, VERDICT_OK);
}

static Table *table_open(void) {
    Table *table = calloc(1, sizeof *table);
    table->world = world_make("tests/packs/deck-table");
    assert_non_null(table->world);
    table->session = world_begin(table->world, 3);
    table->def = table->world->scenario.def;
    for (int32_t i = 0; i < def_count(table->def, KIND_ACTOR); i++)
        console(table, COMMAND_SEAT, i, BY_PERSON);
    console(table, COMMAND_START, 0, 0);
    return table;
}

static void table_close(Table *table) {
    view_free(&table->view);
    session_close(table->session);
    (void)world_free(table->world);
    free(table);
}

static void reach(Table *table, int32_t round, PhaseKind kind, PhaseDoes does) {
    for (int32_t i = 0; i < 80; i++) {
        const State *state = &table->session->state;
        bool running = state->status == STATUS_RUNNING && state->round == round;
        const Phase *phase = running ? &table->def->phases[state->phase] : NULL;
        if (running && phase->kind == kind && phase->does == does) return;
        console(table, COMMAND_ADVANCE, 0, 0);
    }
    fail();
}

static void action(Table *table, int32_t round) {
    reach(table, round, PHASE_SEALED, DOES_ACTION);
}

static uint8_t id(const Table *table, Kind kind, const char *name) {
    return def_find(table->def, kind, name).index;
}

static void act(Table *table, const char *who, const char *move, Kind kind,
        const char *target, int8_t side, int16_t first, int16_t second) {
    Command command = {
            .kind = COMMAND_ACT, .actor = id(table, KIND_ACTOR, who), .at_phase = NONE};
    Kind real = kind == KIND_CLAIM ? KIND_CLAUSE : kind;
    command.act = (Act){
            .move = (uint8_t)def_find_move(table->def, move),
            .side = side,
            .target = {KIND_NONE, NONE  },
            .asked = {first,     second}
    };
    if (target) command.act.target = (Thing){(uint8_t)kind, id(table, real, target)};
    assert_int_equal(tell(table, command).code, VERDICT_OK);
}

static const View *see(Table *table, const char *who) {
    Language language = say_source(table->def);
    view_build(table->session, id(table, KIND_ACTOR, who), &language, &table->view);
    return &table->view;
}

static bool has_news(const View *view, const char *words) {
    for (int32_t i = 0; i < view->news_count; i++) {
        if (strstr(view->news[i].text, words)) return true;
    }
    return false;
}

static const ViewMove *move_of(const View *view, const char *name) {
    for (int32_t i = 0; i < view->moves_count; i++) {
        if (strcmp(view->moves[i].id, name) == 0) return &view->moves[i];
    }
    return NULL;
}

static void test_a_champion_and_its_price(void **unused) {
    (void)unused;
    Table *table = table_open();
    action(table, 1);
    const ViewMove *ally = move_of(see(table, "rich"), "ally_within");
    assert_non_null(ally);
    assert_string_equal(
            ally->targets[0].note, "It asks in return: Gate, at most “Half open”.");
    assert_string_equal(ally->targets[1].note, ""); // asks for nothing
    act(table, "rich", "ally_within", KIND_DECIDER, "dean", 1, 0, 0);
    action(table, 2);
    static const struct {
        const char *who;
        bool knows;
    } rows[] = {
            {"rich",   true },
            {"office", true },
            {"friend", false},
            {"rival",  false}
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        const View *view = see(table, rows[i].who);
        assert_int_equal(view->deciders[0].champion[0] != 0, rows[i].knows);
        assert_int_equal(has_news(view, "now works on its colleagues"), rows[i].knows);
    }
    table_close(table);
}

static void test_measured_numbers_are_exact_for_members(void **unused) {
    (void)unused;
    Table *table = table_open();
    action(table, 1);
    uint16_t pool = def_cell(table->def, TRACK_POOL, 0, 0);
    console(table, COMMAND_GIVEN, pool, 20);
    assert_false(see(table, "friend")->world[0].number.open);
    assert_false(see(table, "friend")->coalitions[0].lights[1]);
    act(table, "rich", "measure", KIND_NONE, NULL, 0, 1, 4);
    action(table, 2);
    assert_true(see(table, "friend")->world[0].number.open);
    assert_true(table->view.coalitions[0].lights[1]);
    assert_true(table->view.actors[4].standing[0].number.open); // a stranger's standing too
    assert_false(see(table, "rival")->world[0].number.open);
    table_close(table);
}

static void test_a_motion_is_read_by_all_and_answered_by_voters(void **unused) {
    (void)unused;
    Table *table = table_open();
    action(table, 1);
    act(table, "rich", "change_rules", KIND_ARENA, "hall", 0, 3,
            id(table, KIND_ACTOR, "rich"));
    reach(table, 2, PHASE_MEETING, DOES_NOTHING);
    const View *view = see(table, "poor");
    assert_int_equal(view->motions_count, 1);
    assert_non_null(strstr(view->motions[0].text, "1 more clause"));
    assert_int_equal(view->choices_count, 0);
    view = see(table, "rival");
    assert_int_equal(view->choices_count, 1);
    assert_int_equal(view->choices[0].options_count, 3);
    Command vote = {.kind = COMMAND_CHOOSE,
            .actor = id(table, KIND_ACTOR, "rival"),
            .at_phase = NONE,
            .a = view->choices[0].key,
            .b = 1};
    assert_int_equal(tell(table, vote).code, VERDICT_OK);
    action(table, 2);
    assert_true(has_news(see(table, "poor"), "Carried, 1 to 0."));
    assert_int_equal(table->view.motions_count, 0);
    table_close(table);
}

static void test_claims_are_read_before_confirming(void **unused) {
    (void)unused;
    Table *table = table_open();
    action(table, 1);
    const View *view = see(table, "rich");
    assert_int_equal(view->claims_count, 2);
    assert_int_equal(view->claims[0].needs, 12);
    assert_false(view->claims[0].running);
    const ViewMove *litigate = move_of(view, "litigate");
    assert_string_equal(litigate->targets[0].note, view->claims[0].text);
    assert_string_equal(litigate->targets[1].closed, "No court here hears this claim.");
    act(table, "rich", "litigate", KIND_CLAIM, "gate", 0, 0, 0);
    action(table, 2);
    assert_true(see(table, "rich")->claims[0].running);
    assert_int_equal(table->view.claims[0].progress, 6);
    assert_false(see(table, "rival")->claims[0].running);
    table_close(table);
}

// Who watches a clause hears that the law says something else than the draft; others hear the law.
static void test_a_watcher_is_told_of_a_substitution(void **unused) {
    (void)unused;
    Table *table = table_open();
    action(table, 1);
    act(table, "away", "monitor", KIND_CLAUSE, "gate", 0, 0, 0);
    action(table, 2);
    uint8_t hall = id(table, KIND_ARENA, "hall");
    console(table, COMMAND_GIVEN, def_cell(table->def, TRACK_DRAFT, 0, 0), 20);
    console(table, COMMAND_GIVEN,
            def_cell(table->def, TRACK_FRAME, hall, id(table, KIND_FRAME, "quiet")), 50);
    for (int32_t i = 0; i < def_count(table->def, KIND_DECIDER); i++)
        console(table, COMMAND_GIVEN, def_cell(table->def, TRACK_STANCE, i, 0), 900);
    console(table, COMMAND_DECIDE, hall, 0);
    assert_true(has_news(see(table, "away"), "Gate is decided: Half open"));
    assert_true(has_news(&table->view, "the draft said “Open”"));
    assert_true(has_news(see(table, "rich"), "Gate is decided: Half open"));
    assert_false(has_news(&table->view, "the draft said"));
    table_close(table);
}

// Only the two of a side offer know of it, until it is refused.
static void test_a_side_offer_is_between_two(void **unused) {
    (void)unused;
    Table *table = table_open();
    action(table, 1);
    act(table, "rival", "divide", KIND_ACTOR, "rich", 0, 0, 0);
    reach(table, 2, PHASE_OPEN, DOES_BACKSTAGE);
    assert_int_equal(see(table, "rich")->choices_count, 1);
    assert_non_null(strstr(table->view.choices[0].text, "1 Money for you"));
    assert_int_equal(see(table, "friend")->choices_count, 0);
    assert_false(has_news(&table->view, "side"));
    action(table, 2);
    assert_true(has_news(see(table, "friend"), "tells what Rival offered on the side"));
    table_close(table);
}

static void test_a_hearing_and_its_ruling_are_told(void **unused) {
    (void)unused;
    Table *table = table_open();
    action(table, 1);
    act(table, "poor", "argue", KIND_NONE, NULL, 0, 0, 0);
    reach(table, 1, PHASE_SHOW, DOES_RESOLUTION);
    const View *view = see(table, "rival");
    assert_true(has_news(view, "Poor argues. Others answer"));
    assert_int_equal(view->choices_count, 0); // the facilitator rules
    assert_non_null(strstr(view->expected, "the facilitator rules"));
    action(table, 2);
    assert_true(
            has_news(see(table, "rival"), "The ruling on what Poor argued: It makes no"));
    table_close(table);
}

// Everything these mechanisms remember comes back from the record as it was: opening compares digests.
static void test_the_record_brings_all_of_it_back(void **unused) {
    (void)unused;
    Table *table = calloc(1, sizeof *table);
    table->world = world_make("tests/packs/deck-table");
    assert_non_null(table->world);
    Journal journal;
    assert_true(world_create(table->world, 3, &journal));
    SessionConfig config = world_config(table->world, &journal, 3);
    table->session = session_open(&config, &table->world->err);
    assert_non_null(table->session);
    table->def = table->world->scenario.def;
    for (int32_t i = 0; i < def_count(table->def, KIND_ACTOR); i++)
        console(table, COMMAND_SEAT, i, BY_PERSON);
    console(table, COMMAND_START, 0, 0);
    action(table, 1);
    console(table, COMMAND_GIVEN, def_cell(table->def, TRACK_POOL, 0, 0), 20);
    act(table, "rich", "ally_within", KIND_DECIDER, "dean", 1, 0, 0);
    act(table, "rich", "measure", KIND_NONE, NULL, 0, 1, 2);
    act(table, "friend", "change_rules", KIND_ARENA, "hall", 0, 12, 0);
    act(table, "rival", "divide", KIND_ACTOR, "rich", 0, 0, 0);
    act(table, "away", "monitor", KIND_CLAUSE, "gate", 0, 0, 0);
    act(table, "office", "litigate", KIND_CLAIM, "lamp", 0, 0, 0);
    act(table, "poor", "argue", KIND_NONE, NULL, 0, 0, 0);
    reach(table, 2, PHASE_OPEN, DOES_BACKSTAGE);
    State before = table->session->state;
    session_close(table->session);
    table->session = world_must_open(table->world);
    assert_int_equal(state_digest(table->def, &before),
            state_digest(table->def, &table->session->state));
    assert_int_equal(table->session->state.side_offer[0].amount, 1);
    table_close(table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_champion_and_its_price),
            cmocka_unit_test(test_measured_numbers_are_exact_for_members),
            cmocka_unit_test(test_a_motion_is_read_by_all_and_answered_by_voters),
            cmocka_unit_test(test_claims_are_read_before_confirming),
            cmocka_unit_test(test_a_watcher_is_told_of_a_substitution),
            cmocka_unit_test(test_a_side_offer_is_between_two),
            cmocka_unit_test(test_the_record_brings_all_of_it_back),
            cmocka_unit_test(test_a_hearing_and_its_ruling_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

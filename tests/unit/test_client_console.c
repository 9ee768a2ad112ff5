// tests/unit/test_client_console.c — a facilitator looks at a seat and acts for it, picks numbers and times, by keys and presses. Never: rules.
#include "client/verb_choices.h"
#include "unit/client_scenes.h"

static void type(Stage *stage, const char *letters) {
    for (; *letters; letters++) {
        UiInput input = {.kind = UI_INPUT_TEXT, .text = {*letters}};
        ui_input(stage->ui, &input);
        draw(stage);
    }
}

static bool sees(const Stage *stage, const char *words) {
    Buffer frame = {0};
    ui_dump(stage->ui, &frame);
    bool found = frame.length && strstr(frame.data, words);
    buffer_free(&frame);
    return found;
}

static bool has(const Stage *stage, const char *path) {
    int32_t x = 0, y = 0;
    return ui_find(stage->ui, path, &x, &y);
}

// H, a seat, done: the sentence that it is logged stands there before it is sent.
static void test_a_look_by_its_key(void **state) {
    (void)state;
    Stage stage = table_open(scene_console);
    type(&stage, "h");
    assert_int_equal(stage.app.host.verb, 1 + CONSOLE_PEEK);
    assert_true(sees(&stage, "stands in the record and is told in the debrief"));
    click(&stage, "arg.0/pick.1/one");
    click(&stage, "send");
    assert_string_equal(stage.sample->line, "peek seat 2");
    stage_close(&stage);
}

// From the sheet of one seat the same key looks at once.
static void test_a_look_from_the_seats_sheet(void **state) {
    (void)state;
    Stage stage = table_open(scene_console_seat);
    assert_true(sees(&stage, "A look stands in the record"));
    type(&stage, "h");
    assert_string_equal(stage.sample->line, "peek 2 open");
    stage.app.host.picked = 6; // who watches has nothing of the kind
    draw(&stage);
    assert_false(has(&stage, "peek"));
    assert_false(has(&stage, "act_for"));
    stage_close(&stage);
}

// What is private stands there while the look lasts, and nothing of it afterwards.
static void test_a_look_ends_and_leaves_nothing(void **state) {
    (void)state;
    Stage stage = table_open(scene_look);
    assert_true(sees(&stage, "your roof is next"));
    assert_true(sees(&stage, "A look stands in the record"));
    assert_true(sees(&stage, "in 24 seconds"));
    assert_int_equal(discreet_refusal(&stage.app), WORD_PICTURE_CONSOLE);
    key(&stage, UI_KEY_ESCAPE);
    assert_string_equal(stage.sample->line, "peek 2 shut");
    app_set_look(&stage.app, NULL);
    draw(&stage);
    assert_false(sees(&stage, "your roof is next"));
    assert_int_equal(discreet_refusal(&stage.app), WORD_PICTURE_CONSOLE);
    stage_close(&stage);
}

// What stands in every setting is told; one press changes it, one more brings it back; the lobby has the same.
static void test_options_are_changed_and_brought_back(void **state) {
    (void)state;
    Stage stage = table_open(scene_lobby);
    assert_true(sees(&stage, "Options of this workshop"));
    click(&stage, "options/change");
    assert_true(sees(&stage, "five seconds are left to take it back"));
    click(&stage, "option.6/value.0/set"); // grace stands on
    assert_string_equal(stage.sample->line, "option grace off");
    stage.sample->line[0] = 0;
    click(&stage, "option.6/value.1/set"); // what stands already is not sent
    assert_string_equal(stage.sample->line, "");
    assert_false(has(&stage, "option.6/again")); // the host has not answered yet
    stage.sample->console.options[OPTION_GRACE] = 0;
    draw(&stage);
    click(&stage, "option.6/again");
    assert_string_equal(stage.sample->line, "option grace on");
    assert_false(has(&stage, "option.1/again")); // not changed here: nothing to bring back
    click(&stage, "keeping/value.4/set");
    assert_string_equal(stage.sample->line, "keep 0");
    stage.sample->console.keeping_days = 0;
    draw(&stage);
    click(&stage, "keeping/again");
    assert_string_equal(stage.sample->line, "keep 90");
    stage_close(&stage);
    stage = table_open(scene_console);
    click(&stage, "options/change");
    assert_true(stage.app.host.options);
    stage_close(&stage);
}

// Options of the case: what asks something or was set comes first, the rest when it is wished; gone after the start.
static void test_options_of_the_case_are_set_and_put_back(void **state) {
    (void)state;
    Stage stage = table_open(scene_lobby);
    click(&stage, "options/knobs");
    assert_true(sees(&stage, "How much easier is it"));
    assert_true(sees(&stage, "From 0 to 20. The case begins with 5."));
    click(&stage, "knob.0/value/more/button");
    assert_string_equal(stage.sample->line, "set ease 8");
    click(&stage, "knob.0/again");
    assert_string_equal(stage.sample->line, "set ease 5");
    click(&stage, "knob.1/value/less/button");
    assert_string_equal(stage.sample->line, "set fish_price -1");
    assert_false(has(&stage, "knob.1/again")); // as the case has it
    assert_false(has(&stage, "knob.3/value/more/button"));
    click(&stage, "more");
    click(&stage, "knob.3/value/more/button");
    assert_string_equal(stage.sample->line, "set cohesion_crowd 16");
    key(&stage, UI_KEY_ESCAPE);
    assert_false(stage.app.host.knobs);
    stage.sample->console.knobs_count = 0;
    draw(&stage);
    assert_false(has(&stage, "options/knobs"));
    stage_close(&stage);
}

// More people than parts: one press, or one key, asks for a second session; another leads it.
static void test_a_second_session_is_opened_and_led(void **state) {
    (void)state;
    Stage stage = table_open(scene_lobby);
    assert_false(has(&stage, "second")); // everybody has a part
    stage_close(&stage);
    stage = table_open(scene_lobby_second);
    assert_true(sees(&stage, "Found no part here: 10"));
    type(&stage, "+");
    assert_string_equal(stage.sample->line, "second");
    stage.sample->line[0] = 0;
    click(&stage, "second");
    assert_string_equal(stage.sample->line, "second");
    stage_close(&stage);
    stage = table_open(scene_console_second);
    assert_false(has(&stage, "second")); // it is open
    assert_true(sees(&stage, "Session 1, people: 40, without a part: 10"));
    type(&stage, "1"); // it is the one that is shown
    assert_string_equal(stage.sample->line, "");
    type(&stage, "2");
    assert_string_equal(stage.sample->line, "lead harbour-kitchens-2");
    stage_close(&stage);
}

// Headings, lists and paragraphs without their signs; read by keys alone, closed again.
static void test_notes_of_the_case_are_read(void **state) {
    (void)state;
    Stage stage = table_open(scene_console_notes);
    click(&stage, "notes/read.0/open");
    assert_true(sees(&stage, "Harbour Kitchens: notes"));
    assert_true(sees(&stage, "What to watch."));
    assert_true(sees(&stage, "Ask for one sentence each."));
    assert_true(sees(&stage, "with next."));
    assert_false(sees(&stage, "**"));
    assert_false(sees(&stage, "##"));
    key(&stage, UI_KEY_PAGE_DOWN);
    key(&stage, UI_KEY_ESCAPE);
    assert_int_equal(stage.app.host.notes, 0);
    stage.sample->console.notes[0] = stage.sample->console.notes[1] = "";
    draw(&stage);
    assert_false(has(&stage, "notes/read.0/open")); // a case without notes
    stage_close(&stage);
}

// A number of days that somebody typed is a choice too.
static void test_odd_days_are_shown(void **state) {
    (void)state;
    Stage stage = table_open(scene_lobby);
    stage.sample->console.keeping_days = 12;
    stage.app.host.options = true;
    draw(&stage);
    assert_true(sees(&stage, "12 days"));
    assert_true(has(&stage, "keeping/value.5/set"));
    stage_close(&stage);
}

// The curtain covers a look too.
static void test_the_curtain_covers_a_look(void **state) {
    (void)state;
    Stage stage = table_open(scene_look);
    key(&stage, UI_KEY_CURTAIN);
    assert_false(sees(&stage, "your roof is next"));
    stage_close(&stage);
}

// F, a seat, its own sheet: verb, target, side, and why; closed until that is written.
static void test_acting_for_a_seat(void **state) {
    (void)state;
    Stage stage = table_open(scene_console);
    type(&stage, "f");
    assert_int_equal(stage.app.host.verb, 1 + CONSOLE_ACT_FOR);
    assert_false(has(&stage, "arg.1/choose"));
    click(&stage, "arg.0/pick.1/one");
    click(&stage, "arg.1/choose");
    assert_string_equal(stage.sample->line, "peek 2 acts");
    assert_int_equal(stage.app.host.verb, 0);
    look_at(&stage, true); // the host's answer
    draw(&stage);
    click(&stage, "move.11/open");
    assert_true(stage.app.act.open);
    assert_false(has(&stage, "act.11/label")); // their own words are theirs
    assert_true(sees(&stage, "What you can foresee"));
    click(&stage, "act.11/send");
    assert_string_equal(stage.sample->line, "peek 2 acts"); // why is not said yet
    key(&stage, UI_KEY_TAB);
    stage.app.act.side = -1;
    snprintf(stage.app.host.because, BECAUSE_BYTES, "their phone is flat");
    draw(&stage);
    click(&stage, "act.11/send");
    assert_string_equal(stage.sample->told,
            "act_for 2 verb.m kind=4 target=0 side=against bid=0 spend=1 because their "
            "phone is flat");
    assert_string_equal(stage.sample->line, "peek 2 shut");
    assert_int_equal(stage.app.host.because[0], 0);
    app_set_look(&stage.app, NULL);
    assert_false(stage.app.act.open);
    stage.app.host.verbs = true; // and its way back is offered
    draw(&stage);
    click(&stage, "way_back");
    assert_int_equal(stage.app.host.verb, 1 + CONSOLE_UNDO);
    stage_close(&stage);
}

// When the host ends the look, the sheet of the act is gone with it.
static void test_an_ended_look_closes_its_sheet(void **state) {
    (void)state;
    Stage stage = table_open(scene_look_act);
    assert_true(has(&stage, "act.11/send"));
    app_set_look(&stage.app, NULL);
    draw(&stage);
    assert_false(has(&stage, "act.11/send"));
    assert_false(stage.app.act.open);
    stage_close(&stage);
}

static void test_numbers_are_picked(void **state) {
    (void)state;
    Stage stage = table_open(scene_form_numbers);
    assert_true(sees(&stage, "Standing with each audience"));
    assert_true(sees(&stage, "Length of the queue"));
    click(&stage, "arg.0/pick.1/one");
    click(&stage, "arg.1/pick.2/one");
    click(&stage, "send");
    assert_string_equal(stage.sample->line, "numbers what open item queue");
    stage_close(&stage);
}

// On full five minutes from now; past midnight it is the next day's hour.
static void test_the_end_is_picked(void **state) {
    (void)state;
    Stage stage = table_open(scene_form_plan);
    click(&stage, "arg.0/pick.3/one");
    click(&stage, "send");
    assert_string_equal(stage.sample->line, "plan finish 15:55");
    stage.sample->console.minute_of_day = 23 * 60 + 58;
    stage.app.host.verb = 1 + CONSOLE_PLAN;
    draw(&stage);
    click(&stage, "arg.0/pick.0/one");
    click(&stage, "send");
    assert_string_equal(stage.sample->line, "plan finish 00:20");
    stage_close(&stage);
}

// The board's own window: B blanks and shows again, arrows go round what is public; before the start nothing.
static void test_the_boards_own_keys(void **state) {
    (void)state;
    static const char *const ROUND[] = {"meeting", "news", "coalitions", "decisions"};
    static const BoardPage PAGES[] = {
            BOARD_TABLE, BOARD_MEETING, BOARD_NEWS, BOARD_COALITIONS, BOARD_DECISIONS};
    Stage stage = table_open(scene_console);
    BoardView *board = &stage.sample->board;
    char wanted[60];
    app_board_key(&stage.app, UI_KEY_SPACE); // no board yet
    assert_string_equal(stage.sample->line, "");
    stage.app.board = board;
    for (size_t i = 0; i < ARRAY_COUNT(ROUND); i++) {
        board->page = (uint8_t)PAGES[i];
        app_board_key(&stage.app, UI_KEY_RIGHT);
        snprintf(wanted, sizeof wanted, "board show %s", ROUND[i]);
        assert_string_equal(stage.sample->line, wanted);
    }
    board->page = BOARD_DECISIONS;
    app_board_key(&stage.app, UI_KEY_RIGHT);
    assert_string_equal(stage.sample->line, "board show table");
    board->step.stage = STAGE_DEBRIEF;
    app_board_key(&stage.app, UI_KEY_RIGHT);
    assert_string_equal(stage.sample->line, "board show end");
    stage.app.right_to_left = true;
    app_board_key(&stage.app, UI_KEY_RIGHT);
    assert_string_equal(stage.sample->line, "board show coalitions");
    board->page = BOARD_ONE; // a thing that is pointed at
    app_board_key(&stage.app, UI_KEY_LEFT);
    assert_string_equal(stage.sample->line, "board show table");
    app_board_key(&stage.app, UI_KEY_SPACE);
    assert_string_equal(stage.sample->line, "board blank");
    board->page = BOARD_BLANK;
    app_board_key(&stage.app, UI_KEY_SPACE);
    assert_string_equal(stage.sample->line, "board show");
    board->step.stage = STAGE_LOBBY;
    app_board_key(&stage.app, UI_KEY_RIGHT);
    assert_string_equal(stage.sample->line, "board show");
    stage_close(&stage);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_look_by_its_key),
            cmocka_unit_test(test_a_look_from_the_seats_sheet),
            cmocka_unit_test(test_a_look_ends_and_leaves_nothing),
            cmocka_unit_test(test_options_are_changed_and_brought_back),
            cmocka_unit_test(test_odd_days_are_shown),
            cmocka_unit_test(test_options_of_the_case_are_set_and_put_back),
            cmocka_unit_test(test_notes_of_the_case_are_read),
            cmocka_unit_test(test_a_second_session_is_opened_and_led),
            cmocka_unit_test(test_the_curtain_covers_a_look),
            cmocka_unit_test(test_acting_for_a_seat),
            cmocka_unit_test(test_an_ended_look_closes_its_sheet),
            cmocka_unit_test(test_numbers_are_picked),
            cmocka_unit_test(test_the_end_is_picked),
            cmocka_unit_test(test_the_boards_own_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_client_screens.c — every screen drawn from an invented view, in sizes, themes and directions. Never: rules.
#include "client/verb_choices.h"
#include "model/option.h"
#include "unit/client_scenes.h"

static int32_t check_scene(const Scene *scene, int32_t width, int32_t height, int32_t scale,
        ThemeKind theme, SampleTongue tongue) {
    static const char *const TONGUES[TONGUES_COUNT] = {"en", "xa", "ar"};
    char name[120];
    const char *only = getenv("CONVENE_SCENE"); // to look at one alone
    if (only && strncmp(only, scene->name, strlen(only)) != 0) return 0;
    snprintf(name, sizeof name, "%s-%dx%d-%d-%s-%s", scene->name, width, height, scale,
            theme_kind_name(theme), TONGUES[tongue]);
    Stage stage = stage_open(width, height, scale, theme, tongue);
    scene->set(&stage);
    draw(&stage);
    keep(&stage, name);
    int32_t count = findings_of(&stage, name);
    stage_close(&stage);
    return count;
}

static void test_every_screen_is_clean(void **state) {
    (void)state;
    int32_t count = 0;
    for (size_t i = 0; i < ARRAY_COUNT(SCENES); i++) {
        for (int32_t tongue = 0; tongue < TONGUES_COUNT; tongue++) {
            ThemeKind theme = (ThemeKind)((i + (size_t)tongue) % THEMES_COUNT);
            count += check_scene(&SCENES[i], 1024, 768, 100, tongue ? theme : THEME_LIGHT,
                    (SampleTongue)tongue);
            count += check_scene(&SCENES[i], 1920, 1080, 150, theme, (SampleTongue)tongue);
            count += check_scene(
                    &SCENES[i], 1280, 720, 300, THEME_LIGHT, (SampleTongue)tongue);
            // All of a long sheet at one look.
            if (getenv("CONVENE_SHOTS"))
                count += check_scene(
                        &SCENES[i], 1024, 2400, 100, THEME_LIGHT, (SampleTongue)tongue);
        }
    }
    assert_int_equal(count, 0);
}

static const Scene BOARDS[] = {
        {"board",            scene_board           },
        {"board_join",       scene_board_join      },
        {"board_moved",      scene_board_moved     },
        {"board_check",      scene_board_check     },
        {"board_words",      scene_board_words     },
        {"board_one",        scene_board_one       },
        {"board_decisions",  scene_board_decisions },
        {"board_coalitions", scene_board_coalitions},
        {"board_meeting",    scene_board_meeting   },
        {"board_end",        scene_board_end       }
};

// The board is read from far away: never clipped, whatever the beamer.
static void test_the_board_on_any_beamer(void **state) {
    (void)state;
    int32_t count = 0;
    for (size_t i = 0; i < ARRAY_COUNT(BOARDS); i++) {
        for (int32_t tongue = 0; tongue < TONGUES_COUNT; tongue++) {
            SampleTongue in = (SampleTongue)tongue;
            ThemeKind theme = (ThemeKind)((i + (size_t)tongue) % THEMES_COUNT);
            count += check_scene(&BOARDS[i], 1024, 768, 106, THEME_LIGHT, in);
            count += check_scene(&BOARDS[i], 1920, 1080, 150, theme, in);
            count += check_scene(&BOARDS[i], 3840, 2160, 300, theme, in);
            count += check_scene(&BOARDS[i], 800, 600, 83, theme, in);
        }
    }
    assert_int_equal(count, 0);
}

// From the last row of chairs a small label beside large words is not read at all.
static void test_the_board_has_no_small_letters(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(BOARDS); i++) {
        Stage stage = stage_open(1024, 768, 106, THEME_LIGHT, TONGUE_ENGLISH);
        BOARDS[i].set(&stage);
        stage.sample->board.step.closing = true;
        draw(&stage);
        if (ui_least_type(stage.ui) < TYPE_TITLE)
            fail_msg("%s: letters of %d dp", BOARDS[i].name, ui_least_type(stage.ui));
        stage_close(&stage);
    }
}

// The lobby becomes the console when the first round begins, and home when the doors close.
static void test_the_console_follows_the_workshop(void **state) {
    (void)state;
    Stage stage = table_open(scene_lobby);
    assert_int_equal(stage.app.screen, SCREEN_LOBBY);
    click(&stage, "actor.1/put");
    assert_string_equal(stage.sample->line, "seat 7 actor");
    stage.app.host.verb = 1 + CONSOLE_PLAN; // every verb is there before the start too
    snprintf(stage.app.host.fields[0], LABEL_BYTES, "16:05");
    draw(&stage);
    click(&stage, "send");
    assert_string_equal(stage.sample->line, "plan finish 16:05");
    click(&stage, "start");
    assert_string_equal(stage.sample->line, "start now");
    stage.sample->console.step.stage = STAGE_RUNNING;
    app_set_console(&stage.app, &stage.sample->console);
    draw(&stage);
    assert_int_equal(stage.app.screen, SCREEN_CONSOLE);
    click(&stage, "pause");
    assert_string_equal(stage.sample->line, "pause");
    click(&stage, "call.3/broken"); // no number to be known by heart
    assert_string_equal(stage.sample->line, "rule 5 1 broken");
    click(&stage, "point");
    click(&stage, "thing.2/show");
    assert_string_equal(stage.sample->line, "board spotlight thing");
    click(&stage, "pause");
    click(&stage, "end");
    assert_string_equal(stage.sample->line, "pause"); // asked first
    click(&stage, "yes");
    assert_string_equal(stage.sample->line, "end");
    app_set_console(&stage.app, NULL);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    stage_close(&stage);
}

// No verb without its button, no button that sends something else than its line.
static void test_every_verb_is_a_button(void **state) {
    (void)state;
    for (int32_t verb = 0; verb < CONSOLE_COUNT; verb++) {
        Stage stage = table_open(scene_console);
        const ConsoleRow *row = console_row((ConsoleVerb)verb);
        int32_t count = 0, open = 0;
        const ConsoleArg *args = console_args((ConsoleVerb)verb, &count);
        stage.app.host.verb = 1 + verb;
        for (int32_t i = 0; i < count; i++) {
            snprintf(stage.app.host.fields[i], LABEL_BYTES, "7");
        }
        draw(&stage);
        click(&stage, "send");
        assert_int_equal(strncmp(stage.sample->line, row->name, strlen(row->name)), 0);
        for (int32_t i = 0; i < count; i++)
            open += args[i].must && !strstr(stage.sample->line, args[i].name);
        assert_int_equal(open, 0);
        assert_int_equal(stage.app.host.verb, 0);
        stage_close(&stage);
    }
    Stage stage = table_open(scene_console_verbs);
    Buffer dump = {0};
    ui_dump(stage.ui, &dump);
    for (int32_t verb = 0; verb < CONSOLE_COUNT; verb++)
        assert_non_null(strstr(dump.data, console_row((ConsoleVerb)verb)->help));
    buffer_free(&dump);
    stage_close(&stage);
}

static bool has_word(const char *start, const char *middle, const char *end) {
    char id[200];
    snprintf(id, sizeof id, "client.%s%s%s", start, middle, end);
    return word_of_id(id) != WORD_NONE;
}

static void assert_picks_have_words(const char *name, const char *range) {
    for (const char *at = range; *at;) {
        char word[32], own[64];
        size_t length = strcspn(at, "|");
        snprintf(word, sizeof word, "%.*s", (int)length, at);
        snprintf(own, sizeof own, "pick_%s_", name);
        if (!has_word(own, word, "") && !has_word("pick_", word, ""))
            fail_msg("no words for %s of %s", word, name);
        at += length + (at[length] == '|');
    }
}

// No raw word of the program is ever a title or something to pick; what is public in a name is a name.
static void test_verbs_speak_peoples_words(void **state) {
    (void)state;
    for (int32_t verb = 0; verb < CONSOLE_COUNT; verb++) {
        const ConsoleRow *row = console_row((ConsoleVerb)verb);
        int32_t count = 0;
        const ConsoleArg *args = console_args((ConsoleVerb)verb, &count);
        if (!has_word("verb_", row->name, "")) fail_msg("no title for %s", row->name);
        for (int32_t i = 0; i < count; i++) {
            if (args[i].kind == ARG_WORD)
                assert_picks_have_words(args[i].name, args[i].range);
        }
        if (*row->undo)
            assert_int_not_equal(verb_undoing((ConsoleVerb)verb), CONSOLE_COUNT);
    }
    for (int32_t i = 0; i < OPTION_COUNT; i++) {
        assert_picks_have_words("key", option_row((OptionId)i)->key);
        assert_picks_have_words("value", option_row((OptionId)i)->values);
    }
}

// A stand-in by three presses, and its way back by two.
static void test_a_verb_is_picked_and_taken_back(void **state) {
    (void)state;
    Stage stage = table_open(scene_console_verbs);
    stage.app.host.verb = 1 + CONSOLE_STANDIN;
    draw(&stage);
    click(&stage, "arg.0/pick.0/one");
    click(&stage, "arg.1/pick.3/one");
    click(&stage, "send");
    assert_non_null(strstr(stage.sample->line, "policy persona"));
    char seat[16] = "";
    assert_int_equal(sscanf(stage.sample->line, "standin seat %15s", seat), 1);
    stage.app.host.verbs = true;
    draw(&stage);
    click(&stage, "way_back");
    assert_int_equal(stage.app.host.verb, 1 + CONSOLE_RETURN);
    click(&stage, "send");
    char wanted[40];
    snprintf(wanted, sizeof wanted, "return seat %s", seat);
    assert_string_equal(stage.sample->line, wanted);
    stage_close(&stage);
}

// Several seats are several presses, each taken back by another.
static void test_seats_are_picked(void **state) {
    (void)state;
    Stage stage = table_open(scene_console);
    stage.app.host.verb = 1 + CONSOLE_NUDGE;
    draw(&stage);
    click(&stage, "arg.0/pick.0/one");
    click(&stage, "arg.0/pick.1/one");
    click(&stage, "arg.0/pick.2/one");
    click(&stage, "arg.0/pick.1/one");
    const ConsoleSeat *seats = stage.sample->console.seats;
    char wanted[40];
    snprintf(wanted, sizeof wanted, "nudge seats %d,%d", seats[0].seat, seats[2].seat);
    click(&stage, "send");
    assert_string_equal(stage.sample->line, wanted);
    stage_close(&stage);
}

// The screen follows the game: into the meeting, back to the table, to the end.
static void test_the_screen_follows_the_game(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    assert_int_equal(stage.app.screen, SCREEN_TABLE);
    View *view = &stage.sample->view;
    sample_open_meeting(stage.sample, MEET_SPEECH);
    app_set_view(&stage.app, view);
    assert_int_equal(stage.app.screen, SCREEN_MEETING);
    stage.app.screen = SCREEN_DEALS;
    app_set_view(&stage.app, view); // nothing moved: the person's choice stays
    assert_int_equal(stage.app.screen, SCREEN_DEALS);
    stage.app.screen = SCREEN_MEETING;
    view->meeting.open = false;
    view->phase = 3;
    app_set_view(&stage.app, view);
    assert_int_equal(stage.app.screen, SCREEN_TABLE);
    view->end.reached = true;
    app_set_view(&stage.app, view);
    assert_int_equal(stage.app.screen, SCREEN_END);
    app_set_view(&stage.app, NULL);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    stage_close(&stage);
}

// Private words are not on the screen until asked for, and no picture is kept while they are.
static void test_private_things_are_guarded(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    Buffer before = {0}, after = {0};
    ui_dump(stage.ui, &before);
    assert_null(strstr(before.data, "your roof is next"));
    click(&stage, "private/look");
    ui_dump(stage.ui, &after);
    assert_non_null(strstr(after.data, "your roof is next"));
    stage.sample->view.plan_count = 0;
    assert_int_equal(discreet_refusal(&stage.app), WORD_PICTURE_PRIVATE);
    click(&stage, "private/hide");
    assert_int_equal(discreet_refusal(&stage.app), WORD_NONE);
    buffer_free(&before);
    buffer_free(&after);
    stage_close(&stage);
}

// Somebody comes near: one key covers everything, and shows it again as it was.
static void test_the_curtain_covers_and_opens(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, TONGUE_ENGLISH);
    int32_t x = 0, y = 0;
    scene_console_seat(&stage);
    draw(&stage);
    assert_true(ui_find(stage.ui, "send_whisper", &x, &y));
    key(&stage, UI_KEY_CURTAIN);
    assert_true(stage.app.curtain);
    assert_false(ui_find(stage.ui, "send_whisper", &x, &y));
    key(&stage, UI_KEY_CURTAIN);
    assert_false(stage.app.curtain);
    assert_true(ui_find(stage.ui, "send_whisper", &x, &y));
    stage_close(&stage);
}

// From the first Tab to the last every screen can be walked by keyboard, and each stop is in sight.
static void test_keyboard_walks_every_screen(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(SCENES); i++) {
        Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, TONGUE_ENGLISH);
        SCENES[i].set(&stage);
        draw(&stage);
        Buffer order = {0};
        ui_dump_focus(stage.ui, &order);
        assert_true(order.length > 0);
        int32_t stops = 0;
        for (const char *at = order.data; *at; at++)
            stops += *at == '\n';
        for (int32_t s = 0; s < stops; s++) {
            key(&stage, UI_KEY_TAB);
            int32_t x = 0, y = 0;
            if (!ui_find(stage.ui, ui_focused(stage.ui), &x, &y))
                fail_msg("%s: %s is out of sight", SCENES[i].name, ui_focused(stage.ui));
        }
        buffer_free(&order);
        stage_close(&stage);
    }
}

// Esc on any screen, sheet or not, and once more: nothing that was open can end the program.
static void test_escape_on_every_screen(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(SCENES); i++) {
        Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, TONGUE_ENGLISH);
        SCENES[i].set(&stage);
        draw(&stage);
        for (int32_t again = 0; again < 3; again++)
            key(&stage, UI_KEY_ESCAPE);
        assert_int_equal(findings_of(&stage, SCENES[i].name), 0);
        stage_close(&stage);
    }
}

// The command line's picture: the same screen, no window, a PNG on disk.
static void test_a_shot_is_a_picture_on_disk(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    Err err = {0};
    Region region = {0};
    Bytes bytes = {0};
    char path[] = "/tmp/convene-shot-XXXXXX";
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    close(handle);
    PlaySetup setup = {0};
    assert_true(play_shot(&stage.app, &setup, 640, 480, path, &err));
    assert_true(file_read(&region, path, 1 << 22, &bytes, &err));
    assert_true(bytes.length > 1000);
    assert_memory_equal(bytes.data, "\x89PNG", 4);
    ScreenKind screen = SCREEN_HOME;
    assert_true(app_screen_of("meeting", &screen));
    assert_int_equal(screen, SCREEN_MEETING);
    assert_string_equal(app_screen_name(screen), "meeting");
    assert_false(app_screen_of("kitchen", &screen));
    assert_false(play_shot(&stage.app, &setup, 640, 480, "/no/such/folder/a.png", &err));
    unlink(path);
    region_clear(&region);
    stage_close(&stage);
}

static uint32_t dice(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

// Any window, any size of letters, any language: nothing clipped, nothing on top of something else.
static void test_screens_in_any_window(void **state) {
    (void)state;
    uint32_t seed = 5;
    int32_t count = 0;
    for (int32_t i = 0; i < 96; i++) {
        int32_t width = 426 + (int32_t)(dice(&seed) % 1200),
                height = 240 + (int32_t)(dice(&seed) % 700);
        int32_t scale = 75 + (int32_t)(dice(&seed) % 226);
        count += check_scene(&SCENES[i % (int32_t)ARRAY_COUNT(SCENES)], width, height,
                scale, THEME_LIGHT, (SampleTongue)(dice(&seed) % TONGUES_COUNT));
    }
    assert_int_equal(count, 0);
}

static UiInput wild_input(uint32_t *seed) {
    UiInput input = {.kind = (UiInputKind)(dice(seed) % 7),
            .x = (int32_t)(dice(seed) % 1024),
            .y = (int32_t)(dice(seed) % 768)};
    input.steps = (int32_t)(dice(seed) % 7) - 3;
    input.key = (UiKey)(dice(seed) % (UI_KEY_DELETE + 1));
    input.shift = dice(seed) % 2;
    input.text[0] = (char)(' ' + dice(seed) % 90);
    return input;
}

// Wild clicks and keys never break anything, whatever opens.
static void test_wild_input(void **state) {
    (void)state;
    uint32_t seed = 11;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, TONGUE_ENGLISH);
    scene_table(&stage);
    draw(&stage);
    for (int32_t i = 0; i < 3000; i++) {
        UiInput input = wild_input(&seed);
        if (ui_input(stage.ui, &input) && i % 3 == 0) draw(&stage);
        if (i % 500 == 499) {
            sample_open_meeting(stage.sample, i % 1000 == 499 ? MEET_SPEECH : MEET_RECORD);
            app_set_view(&stage.app, &stage.sample->view);
        }
        stage.sample->sent_count = 0;
    }
    stage_close(&stage);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_every_screen_is_clean),
            cmocka_unit_test(test_the_board_on_any_beamer),
            cmocka_unit_test(test_the_board_has_no_small_letters),
            cmocka_unit_test(test_the_console_follows_the_workshop),
            cmocka_unit_test(test_every_verb_is_a_button),
            cmocka_unit_test(test_verbs_speak_peoples_words),
            cmocka_unit_test(test_a_verb_is_picked_and_taken_back),
            cmocka_unit_test(test_seats_are_picked),
            cmocka_unit_test(test_the_screen_follows_the_game),
            cmocka_unit_test(test_private_things_are_guarded),
            cmocka_unit_test(test_the_curtain_covers_and_opens),
            cmocka_unit_test(test_keyboard_walks_every_screen),
            cmocka_unit_test(test_escape_on_every_screen),
            cmocka_unit_test(test_a_shot_is_a_picture_on_disk),
            cmocka_unit_test(test_screens_in_any_window),
            cmocka_unit_test(test_wild_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

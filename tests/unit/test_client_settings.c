// tests/unit/test_client_settings.c — what a person chooses for the window works at once, is read back, and finding, keys and pictures do as they say. Never: rules.
#include "client/settings.h"
#include "unit/client_scenes.h"

static void type(Stage *stage, const char *text, bool alt) {
    UiInput input = {.kind = UI_INPUT_TEXT, .alt = alt};
    snprintf(input.text, sizeof input.text, "%s", text);
    ui_input(stage->ui, &input);
    draw(stage);
}

static void draw_at(Stage *stage, int64_t now_ms) {
    ui_run(stage->ui, app_draw, &stage->app, now_ms);
}

static bool dump_has(Stage *stage, const char *words) {
    Buffer dump = {0};
    ui_dump(stage->ui, &dump);
    bool has = strstr(dump.data, words) != NULL;
    buffer_free(&dump);
    return has;
}

// A letter acts, acts only with Alt, or does not act; help says which.
static void test_letters_can_be_changed(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    type(&stage, "m", false);
    assert_int_equal(stage.app.screen, SCREEN_MEETING);
    key(&stage, UI_KEY_MENU);
    assert_int_equal(stage.app.screen, SCREEN_SETTINGS);
    click(&stage, "letters.1");
    assert_int_equal(stage.app.settings.letters, UI_LETTERS_ALT);
    key(&stage, UI_KEY_MENU);
    assert_int_equal(stage.app.screen, SCREEN_MEETING);
    type(&stage, "t", false);
    assert_int_equal(stage.app.screen, SCREEN_MEETING);
    type(&stage, "t", true);
    assert_int_equal(stage.app.screen, SCREEN_TABLE);
    key(&stage, UI_KEY_WHY);
    assert_true(dump_has(&stage, "Alt + T M D R"));
    key(&stage, UI_KEY_ESCAPE);
    key(&stage, UI_KEY_MENU);
    click(&stage, "letters.2");
    key(&stage, UI_KEY_MENU);
    type(&stage, "m", false);
    type(&stage, "m", true);
    type(&stage, "?", false);
    assert_int_equal(stage.app.screen, SCREEN_TABLE);
    assert_false(stage.app.help_open);
    key(&stage, UI_KEY_WHY);
    assert_true(dump_has(&stage, word_english(WORD_LETTERS_ARE_OFF)));
    assert_false(dump_has(&stage, "T M D R"));
    stage_close(&stage);
}

static int32_t told;
static AppSettings last_told;
static void on_told(void *context, const AppSettings *settings) {
    (void)context;
    told++;
    last_told = *settings;
}

// Each row tells the world what it is now, so that it can be kept.
static void test_every_row_is_told(void **state) {
    (void)state;
    Stage stage = table_open(scene_settings);
    stage.app.ports.settings_changed = on_told;
    told = 0;
    static const char *const PRESSES[] = {"size/larger", "text/larger", "theme.2", "motion",
            "language.1", "letters.2", "pad", "private", "board.2"};
    for (size_t i = 0; i < ARRAY_COUNT(PRESSES); i++)
        click(&stage, PRESSES[i]);
    assert_int_equal(told, (int32_t)ARRAY_COUNT(PRESSES));
    AppSettings wanted = {.theme = THEME_HIGH_CONTRAST,
            .scale_percent = 125,
            .text_percent = 125,
            .letters = UI_LETTERS_OFF,
            .reduced_motion = true,
            .no_pad = true,
            .open_private = true,
            .board_screen = 2,
            .language = 1};
    assert_memory_equal(&last_told, &wanted, sizeof wanted);
    click(&stage, "port");
    type(&stage, "80", false);
    assert_int_equal(stage.app.settings.port, 0);
    assert_true(dump_has(&stage, word_english(WORD_PORT_WRONG)));
    type(&stage, "90", false);
    assert_int_equal(last_told.port, 8090);
    stage_close(&stage);
}

static void test_settings_are_read_back(void **state) {
    (void)state;
    AppSettings before = {.theme = THEME_DARK,
            .scale_percent = 150,
            .text_percent = 175,
            .letters = UI_LETTERS_ALT,
            .reduced_motion = true,
            .no_pad = true,
            .open_private = true,
            .board_screen = 3,
            .port = 8123};
    AppSettings after = {0};
    Buffer text = {0};
    settings_write(&before, &text);
    settings_read((Bytes){(const uint8_t *)text.data, text.length}, &after);
    assert_memory_equal(&before, &after, sizeof before);
    static const char WRONG[] = "theme 9\nsize 5\nport 80\nletters -1\nletters\nsize 12x\n"
                                "text_size 99999999999\nno such 1\n\n board_screen 3";
    settings_read((Bytes){(const uint8_t *)WRONG, sizeof WRONG - 1}, &after);
    assert_memory_equal(&before, &after, sizeof before);
    buffer_free(&text);
}

// A size that nobody can read goes away by itself; one that is kept stays.
static void test_a_size_is_tried_out(void **state) {
    (void)state;
    Stage stage = table_open(scene_settings);
    draw_at(&stage, 1000);
    click(&stage, "size/larger");
    draw_at(&stage, 2000);
    assert_int_equal(ui_scale(stage.ui), 125);
    assert_in_range(ui_wake_ms(stage.ui, 2000), 0, 1000);
    draw_at(&stage, 12000);
    assert_int_equal(ui_scale(stage.ui), 100);
    assert_int_equal(stage.app.settings.scale_percent, 100);
    click(&stage, "text/larger");
    assert_int_equal(stage.app.settings.text_percent, 125);
    click(&stage, "keep");
    draw_at(&stage, 60000);
    assert_int_equal(stage.app.settings.text_percent, 125);
    assert_int_equal(ui_wake_ms(stage.ui, 60000), -1);
    click(&stage, "text/larger");
    click(&stage, "undo");
    assert_int_equal(stage.app.settings.text_percent, 125);
    stage_close(&stage);
}

// Found words come into sight, and the focus goes to them when the search ends.
static void test_words_are_found(void **state) {
    (void)state;
    Stage stage = stage_open(1024, 400, 100, THEME_LIGHT, TONGUE_ENGLISH);
    scene_settings(&stage);
    draw(&stage);
    type(&stage, "/", false);
    assert_string_equal(ui_focused(stage.ui), "find/words");
    type(&stage, "GAME CONTR", false);
    assert_int_equal(ui_seek_count(stage.ui), 1);
    int32_t x = 0, y = 0;
    assert_true(ui_find(stage.ui, "pad", &x, &y));
    assert_in_range(y, 0, 400);
    key(&stage, UI_KEY_ESCAPE);
    assert_false(stage.app.find.open);
    assert_int_equal(stage.app.screen, SCREEN_SETTINGS);
    assert_string_equal(ui_focused(stage.ui), "pad");
    key(&stage, UI_KEY_FIND);
    type(&stage, "er", false);
    int32_t many = ui_seek_count(stage.ui);
    assert_true(many > 2);
    key(&stage, UI_KEY_ENTER);
    key(&stage, UI_KEY_ENTER);
    assert_int_equal(stage.app.find.at, 2);
    type(&stage, "zzz", false);
    assert_int_equal(ui_seek_count(stage.ui), 0);
    assert_true(dump_has(&stage, word_english(WORD_FIND_NONE)));
    stage_close(&stage);
}

// From card to card and back again, and once round: nothing is left out for ever.
static void test_groups_are_walked(void **state) {
    (void)state;
    Stage stage = table_open(scene_settings);
    char first[80], second[80];
    key(&stage, UI_KEY_GROUP_NEXT);
    snprintf(first, sizeof first, "%s", ui_focused(stage.ui));
    key(&stage, UI_KEY_GROUP_NEXT);
    snprintf(second, sizeof second, "%s", ui_focused(stage.ui));
    assert_string_not_equal(first, second);
    key(&stage, UI_KEY_GROUP_BACK);
    assert_string_equal(ui_focused(stage.ui), first);
    int32_t steps = 0;
    do {
        key(&stage, UI_KEY_GROUP_NEXT);
    } while (strcmp(ui_focused(stage.ui), first) != 0 && ++steps < 40);
    assert_in_range(steps, 4, 20);
    stage_close(&stage);
}

// Every page that shows codes, deals, drafts or words of one person refuses, with its sentence.
static void test_no_picture_of_secrets(void **state) {
    (void)state;
    static const struct {
        void (*set)(Stage *stage);
        Word refusal;
    } ROWS[] = {
            {scene_home,          WORD_NONE           },
            {scene_settings,      WORD_NONE           },
            {scene_board,         WORD_NONE           },
            {scene_end,           WORD_NONE           },
            {scene_lobby,         WORD_PICTURE_CONSOLE},
            {scene_console,       WORD_PICTURE_CONSOLE},
            {scene_console_verbs, WORD_PICTURE_CONSOLE},
            {scene_curtain,       WORD_NONE           },
            {scene_deals,         WORD_PICTURE_DEALS  },
            {scene_deal,          WORD_PICTURE_DEALS  },
            {scene_act,           WORD_PICTURE_DRAFT  },
            {scene_news,          WORD_PICTURE_NEWS   },
            {scene_seat,          WORD_PICTURE_SEAT   },
            {scene_seat_help,     WORD_PICTURE_SEAT   },
            {scene_journal,       WORD_PICTURE_SEAT   },
            {scene_observe,       WORD_PICTURE_SEAT   }
    };
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++) {
        Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, TONGUE_ENGLISH);
        ROWS[i].set(&stage);
        if (stage.app.screen == SCREEN_END || stage.app.screen == SCREEN_NEWS)
            stage.sample->view.plan_count = 0;
        if (discreet_refusal(&stage.app) != ROWS[i].refusal)
            fail_msg("row %zu: %s", i, word_english(discreet_refusal(&stage.app)));
        stage_close(&stage);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_letters_can_be_changed),
            cmocka_unit_test(test_every_row_is_told),
            cmocka_unit_test(test_settings_are_read_back),
            cmocka_unit_test(test_a_size_is_tried_out),
            cmocka_unit_test(test_words_are_found),
            cmocka_unit_test(test_groups_are_walked),
            cmocka_unit_test(test_no_picture_of_secrets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

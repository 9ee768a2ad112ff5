// tests/unit/test_cli_report.c — the report a group takes home, and names in what leaves a session: who may read what, from hall to page. Never: judges how it looks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/privacy.h"
#include "cli/pseudonym.h"
#include "console_world.h"
#include "session/report_page.h"

static const char PLANTED[] = "planted-word-9310";

typedef struct Stage {
    HallWorld *world;
    Person *console, *one;
    Buffer out;
} Stage;

static int setup(void **state) {
    Stage *stage = calloc(1, sizeof *stage);
    ASSERT(stage);
    stage->world = hall_world_make("scenarios/riverside-link", 5);
    stage->one = person_join(stage->world, 1, "play");
    stage->console = console_come(stage->world);
    assert_true(console_do(stage->world, stage->console, "rename", "\"seat\":1",
            "\"label\":\"Amina Diallo\""));
    char words[160];
    snprintf(words, sizeof words, "\"text\":\"%s, and AMINA said why; Aminata did not\"",
            PLANTED);
    assert_true(console_do(stage->world, stage->console, "note", "", words));
    *state = stage;
    return 0;
}

static int teardown(void **state) {
    Stage *stage = *state;
    buffer_free(&stage->out);
    int result = hall_world_free(stage->world);
    free(stage);
    return result;
}

static const char *report(Stage *stage, ExportLevel level) {
    buffer_reset(&stage->out);
    report_page(console_session(stage->world), &stage->world->language, level, &stage->out);
    return stage->out.data;
}

static void play_to_the_end(const Stage *stage) {
    assert_true(console_do(stage->world, stage->console, "start", "\"now\":\"now\"", ""));
    for (int32_t i = 0; i < 200; i++) {
        if (console_session(stage->world)->state.status >= STATUS_DEBRIEF) return;
        (void)console_do(stage->world, stage->console, "next", "", "");
    }
    fail_msg("the game does not end");
}

// Everything that was opened is closed, in its order; nothing else could be read aloud or printed.
static void assert_well_formed(const char *page) {
    enum { DEPTH_MAX = 40, NAME_BYTES = 16 };
    char open[DEPTH_MAX][NAME_BYTES];
    int32_t depth = 0;
    for (const char *at = strchr(page, '<'); at; at = strchr(at + 1, '<')) {
        char name[NAME_BYTES] = "";
        bool ends = at[1] == '/';
        size_t length = strcspn(at + 1 + ends, " >");
        snprintf(name, sizeof name, "%.*s", (int)length, at + 1 + ends);
        bool alone = name[0] == '!' || strcmp(name, "meta") == 0 || strcmp(name, "hr") == 0;
        if (alone) continue;
        if (!ends) {
            assert_true(depth < DEPTH_MAX);
            snprintf(open[depth++], NAME_BYTES, "%s", name);
        } else {
            assert_true(depth > 0);
            assert_string_equal(open[--depth], name);
        }
    }
    assert_int_equal(depth, 0);
}

static void names_and_words_are_the_facilitators(void **state) {
    Stage *stage = *state;
    assert_non_null(strstr(report(stage, EXPORT_FULL), PLANTED));
    assert_non_null(strstr(stage->out.data, "Amina Diallo"));
    assert_null(strstr(report(stage, EXPORT_PSEUDONYM), PLANTED));
    assert_null(strstr(stage->out.data, "Amina"));
    assert_null(strstr(report(stage, EXPORT_AGGREGATE), PLANTED));
    assert_null(strstr(stage->out.data, "Amina"));
}

static void the_whole_story_is_told_at_the_end(void **state) {
    Stage *stage = *state;
    const Def *def = console_session(stage->world)->def;
    assert_non_null(strstr(report(stage, EXPORT_PSEUDONYM), "not over yet"));
    assert_well_formed(stage->out.data);
    play_to_the_end(stage);
    assert_null(strstr(report(stage, EXPORT_PSEUDONYM), "What each wanted"));
    (void)console_do(
            stage->world, stage->console, "debrief", "\"what\":\"step\",\"n\":3", "");
    assert_int_equal(console_session(stage->world)->people.debrief_step, 3);
    assert_null(strstr(report(stage, EXPORT_PSEUDONYM), "What each wanted"));
    (void)console_do(stage->world, stage->console, "mandate", "\"what\":\"open\"", "");
    static const char *const parts[] = {"<h2>The text</h2>", "<h2>Decisions</h2>",
            "<h2>Who was there</h2>", "<h2>Means and influence, in percent</h2>",
            "<h2>Legitimacy by round</h2>", "<h2>What happened</h2>",
            "<h2>Two years later</h2>", "<h2>What each wanted</h2>",
            "<h2>Questions to talk about</h2>", "it counts 5 for each size it had",
            "<html lang=\"en\" dir=\"ltr\">"};
    const char *page = report(stage, EXPORT_PSEUDONYM);
    for (size_t i = 0; i < ARRAY_COUNT(parts); i++) {
        if (!strstr(page, parts[i])) fail_msg("the report lacks %s", parts[i]);
    }
    assert_null(strstr(page, "not over yet"));
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "http")); // nothing is fetched from anywhere
    for (uint8_t i = 0; i < def_count(def, KIND_ACTOR); i++)
        assert_non_null(
                strstr(page, def_text(def, def->texts[def->actors[i].names.name].source)));
    assert_well_formed(page);
    assert_well_formed(report(stage, EXPORT_FULL));
    assert_well_formed(report(stage, EXPORT_AGGREGATE));
    assert_null(strstr(stage->out.data, "<h2>Who was there</h2>"));
}

// Signs that mean something in a page are only signs in a text.
static void words_cannot_become_a_page(void **state) {
    Stage *stage = *state;
    assert_true(console_do(stage->world, stage->console, "note", "",
            "\"text\":\"<script>x</script> & so on\""));
    assert_null(strstr(report(stage, EXPORT_FULL), "<script>"));
    assert_non_null(strstr(stage->out.data, "&lt;script&gt;x"));
}

static void names_become_numbers_in_texts(void **state) {
    Stage *stage = *state;
    Session *session = stage->world->party->table->session;
    Buffer out = {0};
    Err err = {0};
    const Roster *roster = &stage->world->party->seats.roster;
    assert_true(privacy_table(session, roster, 0, EXPORT_PSEUDONYM, &out, &err));
    assert_non_null(strstr(out.data, PLANTED));
    assert_null(strstr(out.data, "AMINA said"));
    assert_non_null(strstr(out.data, "[1] said"));
    assert_non_null(strstr(out.data, "Aminata")); // another word
    buffer_reset(&out);
    assert_true(privacy_table(session, roster, 0, EXPORT_FULL, &out, &err));
    assert_non_null(strstr(out.data, "AMINA said"));
    assert_non_null(strstr(out.data, "Amina Diallo"));
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    names_and_words_are_the_facilitators, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    the_whole_story_is_told_at_the_end, setup, teardown),
            cmocka_unit_test_setup_teardown(words_cannot_become_a_page, setup, teardown),
            cmocka_unit_test_setup_teardown(names_become_numbers_in_texts, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

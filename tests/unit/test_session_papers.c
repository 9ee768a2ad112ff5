// tests/unit/test_session_papers.c — the papers to print: every table of a session's file is told, nothing else is, each part has its lines. Never: legal advice.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session/papers_page.h"
#include "session_world.h"
#include "store/schema.h"

static const char *const TOLD[] = {
#define KEPT(table, id) table,
#include "session/kept.def"
#undef KEPT
};

static int32_t tables(void) {
    int32_t count = 0;
    for (const char *at = SCHEMA_TABLES; (at = strstr(at, "CREATE TABLE ")); at += 13)
        count++;
    return count;
}

static void every_table_is_told_and_no_other(void **state) {
    (void)state;
    assert_int_equal(tables(), ARRAY_COUNT(TOLD));
    for (size_t i = 0; i < ARRAY_COUNT(TOLD); i++) {
        char made[60];
        snprintf(made, sizeof made, "CREATE TABLE %s (", TOLD[i]);
        if (!strstr(SCHEMA_TABLES, made)) fail_msg("there is no table %s", TOLD[i]);
    }
}

static int32_t times(const char *in, const char *what) {
    int32_t count = 0;
    for (const char *at = in; (at = strstr(at, what)); at += strlen(what))
        count++;
    return count;
}

static void the_page_is_whole(void **state) {
    static const char *const SENTENCES[] = {
#define KEPT(table, id) [SAY_##id] = table,
#include "session/kept.def"
#undef KEPT
    };
    World *world = world_make("scenarios/riverside-link");
    Journal journal;
    Buffer out = {0};
    (void)state;
    assert_non_null(world);
    assert_true(world_create(world, 5, &journal));
    SessionConfig config = world_config(world, &journal, 5);
    Session *session = session_open(&config, &world->err);
    assert_non_null(session);
    Language language = say_source(session->def);
    papers_page(session, &language, &out);
    buffer_add(&out, "", 1);
    Region region = {0};
    Say say = {session->def, language, &region};
    for (size_t id = 0; id < ARRAY_COUNT(SENTENCES); id++) {
        if (SENTENCES[id]) assert_non_null(strstr(out.data, say_word(&say, (SayId)id)));
    }
    region_clear(&region);
    assert_int_equal(times(out.data, "<section>"), 4);
    assert_int_equal(times(out.data, "</section>"), 4);
    assert_int_equal(times(out.data, "class=\"line\""), 3 + 4 + 6 + 2);
    assert_int_equal(times(out.data, "Riverside Link") >= 2, true);
    assert_int_equal(times(out.data, "http:") + times(out.data, "https:"),
            0); // nothing from outside
    assert_non_null(strstr(out.data, "</html>"));
    assert_null(strstr(out.data, "{what}"));
    buffer_free(&out);
    session_close(session);
    assert_int_equal(world_free(world), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(every_table_is_told_and_no_other),
            cmocka_unit_test(the_page_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

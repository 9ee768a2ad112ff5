// tests/unit/test_wire_console_line.c — lines of the facilitator as messages; a mirror that follows views and refuses what does not fit. Never: a host.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "wire/console_line.h"
#include "wire/console_view.h"
#include <string.h>

static void says(const char *line, const char *json) {
    Buffer out = {0};
    char why[160] = "";
    if (!console_line(line, "c1", &out, why)) fail_msg("%s: %s", line, why);
    assert_string_equal(out.data, json);
    buffer_free(&out);
}

static void refused(const char *line, const char *piece) {
    Buffer out = {0};
    char why[160] = "";
    assert_false(console_line(line, "c1", &out, why));
    if (!strstr(why, piece)) fail_msg("%s: %s", line, why);
    buffer_free(&out);
}

static void test_a_line_becomes_a_message(void **state) {
    (void)state;
    says("pause", "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console.pause\",\"args\":{}}");
    says("extend 1m 3", "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console.extend\",\"args\":{"
                        "\"by\":\"1m\","
                        "\"seat\":3}}");
    says("resume in 5s", "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console.resume\",\"args\":{"
                         "\"in\":\"5s\"}}");
    says("whisper 4 Look under \"Deals\".",
            "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console.whisper\",\"args\":{\"seat\":4},"
            "\"words\":{\"text\":\"Look under \\\"Deals\\\".\"}}");
    says("broadcast Five minutes left", "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console."
                                        "broadcast\",\"args\":{},\"words\":{"
                                        "\"text\":\"Five minutes left\"}}");
    says("broadcast board sticky Coffee",
            "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console.broadcast\",\"args\":{\"to\":"
            "\"board\",\"sticky\":\"sticky\"},\"words\":{\"text\":\"Coffee\"}}");
    says("plan finish 16:05 debrief 20m",
            "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console.plan\",\"args\":{\"finish\":"
            "\"16:05\",\"debrief\":\"20m\"}}");
    says("act_for 3 verb.engage target=whip side=for because She lost her phone",
            "{\"t\":\"cmd\",\"id\":\"c1\",\"do\":\"console.act_for\",\"args\":{\"seat\":3,"
            "\"act\":\"verb.engage\",\"target\":\"whip\",\"side\":\"for\"},\"words\":{"
            "\"because\":\"She lost her phone\"}}");
    says("preview storm",
            "{\"t\":\"probe\",\"id\":\"c1\",\"do\":\"console.preview\",\"args\":{"
            "\"happening\":\"storm\"}}");
}

static void test_a_wrong_line_says_what_is_missing(void **state) {
    (void)state;
    refused("", "Write a verb");
    refused("dance", "no verb \"dance\"");
    refused("extend", "needs \"by\"");
    refused("whisper 4", "needs \"text\"");
    refused("pause_all", "no verb");
    refused("skip dinner", "needs \"what\"");
    refused("next 5", "does not take \"5\"");
}

static Bytes bytes_of(const char *text) {
    return (Bytes){(const uint8_t *)text, strlen(text)};
}

static void take(Mirror *mirror, const char *text) {
    assert_true(mirror_take(mirror, bytes_of(text)));
}

static void test_a_mirror_follows(void **state) {
    (void)state;
    Mirror *mirror = mirror_make();
    Region region = {0};
    ConsoleView view = {0};
    take(mirror,
            "{\"t\":\"view\",\"n\":1,\"s\":{\"words\":{\"now\":{\"title\":\"Quay\"},"
            "\"table\":{\"actors\":[{\"id\":\"kitchen\",\"name\":\"Kitchen\"}]}},\"now\":{"
            "\"state\":\"running\",\"round\":1,\"rounds\":4,\"name\":\"News\",\"sent\":0,"
            "\"of\":2,\"ends\":90000},\"roster\":{\"seats\":[{\"seat\":1,\"role\":"
            "\"plays\","
            "\"actor\":0,\"here\":true}]},\"log\":{\"lines\":[]}},\"h\":{}}");
    take(mirror, "{\"t\":\"delta\",\"n\":2,\"set\":{\"now/sent\":1,\"roster/seats/0/"
                 "sent\":true},"
                 "\"add\":{\"log/lines\":[{\"seq\":7,\"text\":\"You paused.\"}]}}");
    console_view_read(mirror, 30000, &region, &view);
    assert_string_equal(view.step.title, "Quay");
    assert_int_equal(view.step.stage, STAGE_RUNNING);
    assert_int_equal(view.step.sent, 1);
    assert_int_equal(view.step.left_s, 60);
    assert_int_equal(view.seats_count, 1);
    assert_true(view.seats[0].sent);
    assert_int_equal(view.actors[0].people, 1);
    assert_int_equal(view.lines[0].seq, 7);
    assert_false(mirror_take(
            mirror, bytes_of("{\"t\":\"delta\",\"n\":3,\"set\":{\"now/deep/er\":1}}")));
    assert_false(mirror_take(
            mirror, bytes_of("{\"t\":\"delta\",\"n\":3,\"drop\":{\"log/lines\":5}}")));
    take(mirror, "{\"t\":\"ack\",\"id\":\"c1\"}");
    region_clear(&region);
    mirror_free(mirror);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_line_becomes_a_message),
            cmocka_unit_test(test_a_wrong_line_says_what_is_missing),
            cmocka_unit_test(test_a_mirror_follows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_wire_console.c — the facilitator's words by the table: what they mean, what means nothing. Never: a rule.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session_world.h"
#include "wire/action_read.h"
#include "wire/console.h"

static int setup(void **state) {
    *state = world_make("scenarios/riverside-link");
    return *state ? 0 : -1;
}

static int teardown(void **state) { return world_free(*state); }

static bool reads(World *world, const char *json, Command *command, char where[40]) {
    Region region = {0};
    Message message;
    bool good = message_read(world_text(json), &region, &message, where) == MESSAGE_GOOD
                && action_read(world->scenario.def, &message, NONE, command, where);
    region_clear(&region);
    return good;
}

#define CMD(rest) "{\"t\":\"cmd\",\"id\":\"1\",\"do\":\"console." rest "}"

static void words_become_fields(void **state) {
    Command command;
    char where[40];
    const Def *def = ((World *)*state)->scenario.def;
    assert_true(reads(*state, CMD("extend\",\"args\":{\"by\":\"5m\"}"), &command, where));
    assert_int_equal(command.kind, COMMAND_EXTEND);
    assert_int_equal(command.a, 300);
    assert_int_equal(command.b, NONE);
    assert_true(reads(
            *state, CMD("grace\",\"args\":{\"seat\":3,\"more\":\"x2\"}"), &command, where));
    assert_int_equal(command.a, 2);
    assert_int_equal(command.b, GRACE_TWICE);
    const char *id = def_id(def, (Thing){KIND_ACTOR, 1});
    char text[160];
    snprintf(text, sizeof text,
            CMD("standin\",\"args\":{\"seat\":\"%s\",\"policy\":\"repeat\"}"), id);
    assert_true(reads(*state, text, &command, where));
    assert_int_equal(command.a, WHO_AN_ACTOR + 1);
    assert_int_equal(command.b, 2);
    assert_true(
            reads(*state, CMD("plan\",\"args\":{\"finish\":\"16:05\",\"debrief\":\"20m\"}"),
                    &command, where));
    assert_int_equal(command.a, 16 * 60 + 5);
    assert_int_equal(command.b, 1200);
    assert_true(
            reads(*state, CMD("rewind\",\"args\":{\"step\":\"2.1\"}"), &command, where));
    assert_int_equal(command.a, 2);
    assert_int_equal(command.b, 1);
    assert_true(reads(*state,
            CMD("option\",\"args\":{\"key\":\"auto_pause\",\"value\":\"50\"}"), &command,
            where));
    assert_int_equal(command.b, 3);
}

static void a_number_is_named_by_its_path(void **state) {
    Command command;
    char where[40], text[200];
    const Def *def = ((World *)*state)->scenario.def;
    snprintf(text, sizeof text,
            CMD("adjust\",\"args\":{\"number\":\"legitimacy.%s.%s\",\"by\":-5}"),
            def_id(def, (Thing){KIND_ACTOR, 2}), def_id(def, (Thing){KIND_AUDIENCE, 1}));
    assert_true(reads(*state, text, &command, where));
    assert_int_equal(command.a, def_cell(def, TRACK_LEGITIMACY, 2, 1));
    assert_int_equal(command.b, -5);
    assert_false(
            reads(*state, CMD("adjust\",\"args\":{\"number\":\"legitimacy\",\"by\":1}"),
                    &command, where));
    assert_string_equal(where, "number");
}

static void what_means_nothing_is_named(void **state) {
    static const struct {
        const char *json, *where;
    } wrong[] = {
            {CMD("extend\""),                                             "by"    },
            {CMD("extend\",\"args\":{\"by\":\"5x\"}"),                    "by"    },
            {CMD("extend\",\"args\":{\"by\":\"9h\"}"),                    "by"    },
            {CMD("skip\",\"args\":{\"what\":\"game\"}"),                  "what"  },
            {CMD("standin\",\"args\":{\"seat\":0,\"policy\":\"hold\"}"),  "seat"  },
            {CMD("plan\",\"args\":{\"finish\":\"25:00\"}"),               "finish"},
            {CMD("option\",\"args\":{\"key\":\"sun\",\"value\":\"on\"}"), "key"   },
            {CMD("rewind\",\"args\":{\"step\":\"two\"}"),                 "step"  },
            {CMD("fly\""),                                                "do"    },
    };
    for (size_t i = 0; i < ARRAY_COUNT(wrong); i++) {
        Command command;
        char where[40] = "";
        assert_false(reads(*state, wrong[i].json, &command, where));
        assert_string_equal(where, wrong[i].where);
    }
}

// Names differ, every verb has a sentence, each argument of a game's verb has its field.
static void the_table_is_whole(void **state) {
    (void)state;
    for (int32_t i = 0; i < CONSOLE_COUNT; i++) {
        const ConsoleRow *row = console_row((ConsoleVerb)i);
        int32_t count, used = 0;
        const ConsoleArg *args = console_args((ConsoleVerb)i, &count);
        assert_int_equal(console_of_name(row->name), i);
        assert_true(strlen(row->help) > 10);
        assert_true(row->undo[0] == 0 || strchr(row->undo, ' ')
                    || console_of_name(row->undo) < CONSOLE_COUNT);
        for (int32_t k = 0; k < count; k++) {
            if (args[k].field > IN_D) continue;
            assert_false((used >> args[k].field) & 1);
            used |= 1 << args[k].field;
        }
        if (row->command != COMMAND_NONE)
            assert_true(command_is_console((CommandKind)row->command));
    }
}

#define IN_A_WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
            IN_A_WORLD(words_become_fields),
            IN_A_WORLD(a_number_is_named_by_its_path),
            IN_A_WORLD(what_means_nothing_is_named),
            cmocka_unit_test(the_table_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

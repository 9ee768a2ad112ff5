// tests/unit/test_script_changes.c — what a function of a pack may give back, and how the rules carry it out. Never: what g shows.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/script_play.h"

// ---- changes ----------------------------------------------------------------------------------

static void check_change(const char *source, Change expected, int32_t amount) {
    char text[600];
    snprintf(text, sizeof text, "on \"round_ends\" (function (g) return { %s } end)",
            source);
    Play play;
    open_play(&play, text);
    call(&play);
    if (play.result->fault) print_message("%s: %s\n", source, play.hooks.fault.message);
    assert_int_equal(play.result->fault, 0);
    assert_int_equal(play.result->count, 1);
    const Change *change = &play.result->changes[0];
    assert_int_equal(change->op, expected.op);
    assert_int_equal(change->track, expected.track);
    assert_memory_equal(&change->who, &expected.who, sizeof(Sel));
    assert_memory_equal(&change->toward, &expected.toward, sizeof(Sel));
    assert_int_equal(change->sign, expected.sign);
    assert_int_equal(change->a, expected.a);
    assert_int_equal(change->b, expected.b);
    assert_int_equal(change->c, expected.c);
    assert_int_equal(play.result->amounts[0], amount);
    close_play(&play);
}

#define NUMBER_CHANGE(o, t, w, v)                                                          \
    (Change) { .op = o, .track = t, .who = w, .toward = v, .a = -1, .b = -1, .c = -1 }
#define ONE(kind, index)                                                                   \
    { SEL_ONE, kind, index, 0 }
#define ALL(kind)                                                                          \
    { SEL_SET, kind, SET_ALL, 0 }

static void test_changes_of_numbers(void **state) {
    (void)state;
    static const Sel UNION = ONE(KIND_ACTOR, 1), MONEY = ONE(KIND_RESOURCE, 0),
                     NOBODY = {0};
    static const Sel MAYOR = ONE(KIND_DECIDER, 0), WAGE = ONE(KIND_ISSUE, 0),
                     BASE = ONE(KIND_AUDIENCE, 0);
    static const Sel ACTORS = ALL(KIND_ACTOR), DECIDERS = ALL(KIND_DECIDER),
                     AUDIENCES = ALL(KIND_AUDIENCE);
    static const Sel AFFECTED = {SEL_TAG, KIND_ACTOR, 0, 0}, PUBLIC = ONE(KIND_AUDIENCE, 1);
    static const Sel LINK = ONE(KIND_ACTOR, 0);
    check_change("gain { who = 'union', what = 'money', by = 2 }",
            NUMBER_CHANGE(CHANGE_GAIN, TRACK_RESOURCE, UNION, MONEY), 20);
    Change lose = NUMBER_CHANGE(CHANGE_LOSE, TRACK_LEGITIMACY, AFFECTED, BASE);
    lose.sign = 1;
    check_change("lose { who = 'affected', what = 'base', tenths = 5 }", lose, 5);
    check_change("set { what = 'promise', to = 1 }",
            NUMBER_CHANGE(CHANGE_SET, TRACK_MEMORY, NOBODY, NOBODY), 10);
    check_change("set { who = 'actors', what = 'pledge', toward = 'deciders', to = 0 }",
            NUMBER_CHANGE(CHANGE_SET, TRACK_MEMORY + 3, ACTORS, DECIDERS), 0);
    check_change("gain { who = 'mayor', what = 'stance', by = -3 }",
            NUMBER_CHANGE(CHANGE_GAIN, TRACK_STANCE, MAYOR, NOBODY), -30);
    check_change("gain { what = 'public', by = 1 }",
            NUMBER_CHANGE(CHANGE_GAIN, TRACK_PUBLIC, WAGE, NOBODY), 10);
    check_change("gain { what = 'public', who = 'union', by = 1 }",
            NUMBER_CHANGE(CHANGE_GAIN, TRACK_LEGITIMACY, UNION, PUBLIC), 10);
    check_change("gain { what = 'legitimacy', who = 'union', by = 1 }",
            NUMBER_CHANGE(CHANGE_GAIN, TRACK_LEGITIMACY, UNION, AUDIENCES), 10);
    check_change("gain { what = 'trust', who = 'union', toward = 'link', by = 1, why = "
                 "'vote_promised' }",
            NUMBER_CHANGE(CHANGE_GAIN, TRACK_TRUST, UNION, LINK), 10);
    Change move = NUMBER_CHANGE(CHANGE_MOVE, TRACK_RESOURCE, UNION, LINK);
    move.a = 0;
    check_change("move { what = 'money', from = 'union', to = 'link', by = 3 }", move, 30);
}

static void test_other_changes(void **state) {
    (void)state;
    static const Sel UNION = ONE(KIND_ACTOR, 1), NOBODY = {0}, BOARD = ONE(KIND_ARENA, 0);
    Change tell = NUMBER_CHANGE(CHANGE_TELL, 0, UNION, NOBODY);
    tell.a = 1;
    tell.b = KIND_ACTOR * 256 + 2;
    check_change("tell { text = 'vote_promised', to = 'union', with = { who = 'cleaners', "
                 "n = 4 } }",
            tell, 40);
    Change happen = NUMBER_CHANGE(CHANGE_HAPPEN, 0, NOBODY, NOBODY);
    happen.a = happen.b = 0;
    check_change("happen { happening = 'tender', after = 2 }", happen, 20);
    happen.b = 1;
    happen.c = 3;
    check_change("happen { window = 'budget', rounds = 3 }", happen, 0);
    Change lock = NUMBER_CHANGE(CHANGE_LOCK, 0, UNION, NOBODY);
    lock.a = 1;
    lock.b = 2;
    check_change("lock { move = 'word', who = 'union', rounds = 2 }", lock, 0);
    Change position = NUMBER_CHANGE(CHANGE_POSITION, 0, UNION, BOARD);
    position.a = PLACE_SEAT;
    check_change(
            "position { who = 'union', arena = 'board', place = 'vote' }", position, 10);
    // Lists in lists, a dropped change, and a field nobody can use to forge a kind.
    Change gain = NUMBER_CHANGE(CHANGE_GAIN, TRACK_MEMORY, NOBODY, NOBODY);
    check_change("{ { gain { op = 'finish', what = 'promise', by = 1 } } }, gain { what = "
                 "'calm', by = 1, when = false }",
            gain, 10);
}

static void test_refused_changes(void **state) {
    (void)state;
    static const struct {
        const char *source;
        int32_t fault;
    } ROWS[] = {
            {"gain { who = 'union', what = 'money', by = '5' }",                314},
            {"gain { who = 'union', what = 'money', by = 100001 }",             314},
            {"gain { who = 'union', what = 'money' }",                          314},
            {"gain { who = 'union', what = 'money', by = 1, extra = 1 }",       313},
            {"gain { who = g.union, what = 'money', by = 1 }",                  313},
            {"gain { who = {}, what = 'money', by = 1 }",                       313},
            {"gain { 'union', 'money', 1 }",                                    313},
            {"gain 'union'",                                                    313},
            {"gain { who = 'union', what = 'mony', by = 1 }",                   315},
            {"gain { who = 'mayor', what = 'money', by = 1 }",                  315},
            {"gain { what = 'money', by = 1 }",                                 222},
            {"set { what = 'round', to = 1 }",                                  223},
            {"set { what = 'passed', to = 1 }",                                 223},
            {"set { what = 'ease', to = 1 }",                                   223},
            {"tell { text = 'nothing' }",                                       317},
            {"refuse { text = 'vote_promised' }",                               327},
            {"utter { strength = 2 }",                                          327},
            {"happen { happening = 'party' }",                                  315},
            {"lock { move = 'dance' }",                                         315},
            {"finish { ending = 'never' }",                                     315},
            {"reveal { what = 'secrets', of = 'mayor' }",                       224},
            {"tell { text = 'vote_promised', with = { what = 'union' } }",      313},
            {"tell { text = 'vote_promised', with = { who = 'nobody_here' } }", 315},
            {"tell { text = 'vote_promised', with = 3 }",                       313},
            {"{ op = 'gain' }",                                                 313},
            {"5",                                                               313},
            {"g.union",                                                         313},
            {"nil, gain { what = 'calm', by = 1 }",                             226},
    };
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++) {
        char body[300];
        snprintf(body, sizeof body, "do return { %s } end", ROWS[i].source);
        check_fault(body, ROWS[i].fault, 2 * (ROWS[i].fault != 226 && i < 24));
    }
    check_fault("local t = {} for i = 1, 257 do t[i] = gain { what = 'calm', by = 1 } end "
                "do return t end",
            316, 0);
    check_fault("local t = {} t[1] = t do return t end", 318, 0);
    check_fault("do return { {{{{ gain { what = 'calm', by = 1 } }}}} } end", 318, 0);
}

static void test_256_changes_fit(void **state) {
    (void)state;
    Play play;
    open_play(&play, "on \"round_ends\" (function (g)\nlocal t = {} for i = 1, 256 do t[i] "
                     "= gain { what = 'calm', by = i } end return t\nend)");
    call(&play);
    assert_int_equal(play.result->fault, 0);
    assert_int_equal(play.result->count, 256);
    assert_int_equal(play.result->amounts[255], 2560);
    close_play(&play);
}

// ---- in the rules ---------------------------------------------------------------------------------

typedef struct Moments {
    Txn txn;
    Hooks hooks;
    Book *book;
    EventList events;
} Moments;

static void open_moments(Moments *moments, Play *play) {
    *moments = (Moments){.book = calloc(1, sizeof(Book))};
    moments->hooks = script_hooks(&play->hooks);
    play->world.def->rules_count = 1;
    moments->txn = (Txn){.def = play->world.def,
            .state = play->world.state,
            .events = &moments->events,
            .hooks = &moments->hooks,
            .book = moments->book,
            .result = play->result};
}

static const Event *event_of(const Moments *moments, EventKind kind) {
    for (int32_t i = 0; i < moments->events.count; i++) {
        if (moments->events.items[i].kind == kind) return &moments->events.items[i];
    }
    return NULL;
}

static void close_moments(Moments *moments) {
    free(moments->book);
    event_list_free(&moments->events);
}

static void test_changes_are_carried_out(void **state) {
    (void)state;
    Play play;
    Moments moments;
    open_play(&play,
            "on \"round_ends\" (function (g) return { gain { what = 'calm', by = 3 },\n"
            "  happen { happening = 'tender', after = 2 },\n"
            "  position { who = 'union', arena = 'board', place = 'vote' } } end)");
    open_moments(&moments, &play);
    HookMoment moment = {.moment = MOMENT_ROUND_ENDS};
    moment_run(&moments.txn, moments.book, &moment);
    assert_int_equal(
            play.world.state->cell[def_cell(play.world.def, TRACK_MEMORY + 1, 0, 0)], 100);
    const Event *queued = event_of(&moments, EVENT_QUEUED);
    assert_non_null(queued);
    assert_int_equal(queued->b, 4);
    assert_int_equal(play.world.state->position[1][0].weight, 1);
    assert_null(event_of(&moments, EVENT_FAULT));
    close_moments(&moments);
    close_play(&play);
}

static void test_three_faults_and_rest(void **state) {
    (void)state;
    Play play;
    Moments moments;
    open_play(&play, "on \"round_ends\" (function (g) return { gain { what = 'calm', by = "
                     "3 }, 5 } end)");
    open_moments(&moments, &play);
    HookMoment moment = {.moment = MOMENT_ROUND_ENDS};
    for (int i = 1; i <= 5; i++) {
        moment_run(&moments.txn, moments.book, &moment);
        assert_int_equal(play.world.state->faults[0], i < 3 ? i : 3);
    }
    assert_int_equal(moments.events.count, 3); // nothing but the faults: all or none
    assert_int_equal(event_of(&moments, EVENT_FAULT)->b, 313);
    close_moments(&moments);
    close_play(&play);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_changes_of_numbers),
            cmocka_unit_test(test_other_changes),
            cmocka_unit_test(test_refused_changes),
            cmocka_unit_test(test_256_changes_fit),
            cmocka_unit_test(test_changes_are_carried_out),
            cmocka_unit_test(test_three_faults_and_rest),
    };
    return cmocka_run_group_tests_name("script_changes", tests, NULL, NULL);
}

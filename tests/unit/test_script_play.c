// tests/unit/test_script_play.c — functions of packs: what g shows, what may come back, what is remembered. Never: carries a change out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "rules/moment.h"
#include "script/state.h"
#include "script/trial.h"
#include "unit/expr_world.h"
#include "unit/script_words.h"

typedef struct Play {
    World world;
    Machine *machine;
    Machine *machines[1];
    uint8_t function_machine[FUNCTIONS_MAX];
    uint16_t function_number[FUNCTIONS_MAX];
    ScriptHooks hooks;
    HookResult *result;
} Play;

static void open_play(Play *play, const char *source) {
    *play = (Play){.result = calloc(1, sizeof(HookResult))};
    world_open(&play->world);
    Def *def = play->world.def;
    world_set(&play->world, "promise", 0, 0, 15);
    world_set(&play->world, "calm", 0, 0, 70);
    world_set(&play->world, "legitimacy", 2, 0, 305); // base.cleaners
    world_set(&play->world, "trust", 0, 3, -20);
    world_set(&play->world, "pledge", 1, 2, 40);
    world_set(&play->world, "public", 0, 0, 555);
    play->world.state->decision[0].passed = 1;
    def->rules[0].moment = MOMENT_ROUND_ENDS;
    MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
    play->machine = machine_create(&setup);
    play->machines[0] = play->machine;
    Bytes bytes = {(const uint8_t *)source, strlen(source)};
    bool good = machine_run_file(play->machine, "a.lua", bytes, play->world.diags);
    if (!good) print_message("%s\n%s\n", source, play->world.diags->items[0].message);
    assert_true(good);
    for (int i = 0; i < FUNCTIONS_MAX; i++)
        play->function_number[i] = (uint16_t)i;
    play->hooks = (ScriptHooks){.machines = play->machines,
            .function_machine = play->function_machine,
            .function_number = play->function_number,
            .audit = true};
}

static void close_play(Play *play) {
    machine_destroy(play->machine);
    world_close(&play->world);
    free(play->result);
}

static void call_at(Play *play, uint8_t function, const HookMoment *moment) {
    Hooks hooks = script_hooks(&play->hooks);
    hooks.call(hooks.context, play->world.def, play->world.state, 0, function, moment,
            play->result);
}

static void call(Play *play) {
    HookMoment moment = {.moment = MOMENT_ROUND_ENDS};
    call_at(play, 0, &moment);
}

// The function `body` returns a text as an author's error, so that any value can be compared.
static void check_value(const char *body, const char *expected) {
    char source[2000];
    snprintf(source, sizeof source,
            "on \"round_ends\" (function (g)\n  error(tostring(%s))\nend)", body);
    Play play;
    open_play(&play, source);
    call(&play);
    char wanted[200];
    snprintf(wanted, sizeof wanted, "The pack stopped itself: %s", expected);
    if (strcmp(play.hooks.fault.message, wanted) != 0) print_message("%s\n", body);
    assert_string_equal(play.hooks.fault.message, wanted);
    close_play(&play);
}

static void check_fault(const char *body, int32_t fault, int32_t line) {
    char source[2000];
    snprintf(source, sizeof source, "on \"round_ends\" (function (g)\n%s\nreturn {}\nend)",
            body);
    Play play;
    open_play(&play, source);
    call(&play);
    if (play.result->fault != fault)
        print_message("%s: %d %s\n", body, play.result->fault, play.hooks.fault.message);
    assert_int_equal(play.result->fault, fault);
    assert_int_equal(play.result->count, 0);
    if (fault) assert_int_equal(play.hooks.fault.line, line);
    close_play(&play);
}

static void test_g_shows_numbers(void **state) {
    (void)state;
    check_value("g.round", "2");
    check_value("g.rounds", "6");
    check_value("g.promise", "1"); // rounded down, as screens show it
    check_value("g.ease", "7");
    check_value("g.cleaners.base", "30");
    check_value("g.base.cleaners", "30");
    check_value("g.legitimacy.cleaners.base", "30");
    check_value("g.legitimacy.cleaners", "(part of the game)");
    check_value("g.trust.link.schools", "-2");
    check_value("g.link.trust.schools", "-2");
    check_value("g.pledge.union.d1", "4");
    check_value("g.pledge['union']['d1']", "4");
    check_value("g.public.wage", "55");
    check_value("g.cleaners.public", "50");
    check_value("g.mayor.stance .. g.stance.mayor", "00");
    check_value("g.passed.board", "true");
    check_value("g.passed.cabinet", "false");
    check_value("g.mayor.owner.id", "union");
    check_value("tostring(g.finance.owner)", "nil");
    check_value("g.d1.arena.id", "cabinet");
    check_value("g.cleaners.legitimacy", "46");
    check_value("g.happened.tender", "false");
    check_value("g.done.union.word", "0");
    check_value("g.cleaners.id", "cleaners");
    check_value("g.cleaners == g.actors[3]", "true");
    check_value("g.cleaners.tags.elite", "true");
    check_value("g.link.tags.elite", "false");
    check_value("#g.actors .. #g.deciders .. #g.affected", "432");
    check_value("g.actors[5]", "nil");
    check_value("g[g.actors[2].id].base", "50");
    check_value("(function () local s = '' for i, d in ipairs(g.deciders) do s = s .. i .. "
                "d.id end return s end)()",
            "1mayor2finance3d1");
    check_value("g.trust == g.trust", "true");
    check_value("type(g.durability) .. type(g.board.durability) .. type(g.macro.union)",
            "numbernumbernumber");
}

static void test_g_follows_the_state(void **state) {
    (void)state;
    Play play;
    open_play(&play, "on \"round_ends\" (function (g) return { gain { what = \"calm\", by "
                     "= g.calm } } end)");
    for (int i = 1; i <= 3; i++) {
        world_set(&play.world, "calm", 0, 0, i * 10);
        call(&play);
        assert_int_equal(play.result->fault, 0);
        assert_int_equal(play.result->amounts[0], i * 10);
    }
    close_play(&play);
}

// More numbers than are kept ready, in three calls over a State that changes: each call sees its own.
static void test_many_numbers_follow_the_state(void **state) {
    Play play;
    (void)state;
    open_play(&play,
            "on \"round_ends\" (function (g) local n, p = 0, g.pledge\n"
            "for _, one in ipairs(g.actors) do local a = one.id\n"
            "for _, d in ipairs(g.deciders) do d = d.id n = n + p[a][d] + p[d][a]\n"
            "+ g[a].pledge[d] + g[d].pledge[a] + g[a][d].pledge + g[d][a].pledge end\n"
            "for _, b in ipairs(g.actors) do b = b.id n = n + g.trust[a][b] + "
            "g.pact[a][b]\n"
            "+ g[a].trust[b] + g[a].pact[b] end end return { gain { what = \"calm\", by = "
            "n } } end)");
    const Def *def = play.world.def;
    int32_t actors = def_count(def, KIND_ACTOR), deciders = def_count(def, KIND_DECIDER);
    assert_true(6 * actors * deciders + 4 * actors * actors > MIRRORED_MAX);
    for (int32_t time = 1, sum = -40; time <= 3; time++, sum = -40) { // -40: of trust
        for (int32_t i = 0; i < actors * deciders; i++) {
            int32_t value = 10 * (time * (i + 3) % 5 - 2);
            world_set(&play.world, "pledge", i / deciders, i % deciders, value);
            sum += 6 * value;
        }
        call(&play);
        assert_int_equal(play.result->amounts[0], sum);
    }
    close_play(&play);
}

static void test_faults_of_g(void **state) {
    (void)state;
    check_fault("local x = g.clenaers.base", 306, 2);
    check_fault("local x = g.cleaners.bace", 306, 2);
    check_fault("local x = g.cleaners.tags.afected", 306, 2);
    check_fault("g.calm = 1", 308, 2);
    check_fault("g.cleaners.base = 1", 308, 2);
    check_fault("g.actors[1] = 1", 308, 2);
    check_fault("for k in pairs(g) do end", 309, 2);
    check_fault("for k in pairs(g.actors) do end", 309, 2);
    check_fault("for _, x in ipairs(g.cleaners) do end", 309, 2);
    check_fault("\n\nlocal x = #g", 305, 4);
    check_fault("local x = g.trust + 1", 305, 2);
    check_fault("local x = g.roll(0)", 320, 2);
    check_fault("local x = g.roll(1000001)", 320, 2);
    check_fault("local x = g.pick({})", 309, 2);
    check_fault("actor \"x\" {}", 207, 2);
    check_fault("while true do local x = g.calm end", 301, 2);
    check_fault("error('no')", 300, 2);
    check_fault("do return 3 end", 312, 0);
}

static void test_nearest_word(void **state) {
    (void)state;
    Play play;
    open_play(&play, "on \"round_ends\" (function (g)\n  return { gain { who = \"unoin\", "
                     "what = \"money\", by = 1 } }\nend)");
    call(&play);
    assert_string_equal(play.hooks.fault.code, "E315");
    assert_string_equal(play.hooks.fault.near, "union");
    assert_int_equal(play.hooks.fault.line, 2);
    assert_int_equal(play.hooks.fault.column, 25);
    assert_string_equal(play.hooks.fault.file, "a.lua");
    close_play(&play);
}

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

// ---- moments ------------------------------------------------------------------------------------

static void test_move(void **state) {
    (void)state;
    Play play;
    open_play(&play,
            "on \"before_move\" (function (g, move)\n"
            "  if move.who == \"union\" and move.target == \"mayor\" and move.side == -1 "
            "and move.move == \"word\" and move.choice == nil then\n"
            "    return { refuse { text = \"vote_promised\" }, gain { who = \"me\", what = "
            "\"money\", by = 1 } } end\n"
            "  return {}\nend)\n"
            "on \"before_move\" (function (g, move) return move.targget end)\n"
            "on \"decision_made\" (function (g, move) if move.arena == \"board\" and "
            "move.passed then return { gain { what = \"calm\", by = 1 } } end return {} "
            "end)\n"
            "on \"round_ends\" (function (g, move) if move == nil then return {} end end)");
    Act act = {
            .move = 1, .actor = 1, .target = {KIND_DECIDER, 0},
                    .side = -1
    };
    HookMoment before = {.moment = MOMENT_BEFORE_MOVE, .act = &act};
    call_at(&play, 0, &before);
    assert_int_equal(play.result->fault, 0);
    assert_int_equal(play.result->refused_text, 1);
    assert_int_equal(play.result->count, 1);
    assert_int_equal(play.result->changes[0].who.index, 1);
    act.side = 1;
    call_at(&play, 0, &before);
    assert_int_equal(play.result->refused_text, 0);
    assert_int_equal(play.result->count, 0);
    call_at(&play, 1, &before);
    assert_int_equal(play.result->fault, 306);
    assert_string_equal(play.hooks.fault.near, "target");
    HookMoment decided = {.moment = MOMENT_DECISION_MADE, .arena = 0, .passed = 1};
    call_at(&play, 2, &decided);
    assert_int_equal(play.result->fault, 0);
    assert_int_equal(play.result->count, 1);
    HookMoment ends = {.moment = MOMENT_ROUND_ENDS};
    call_at(&play, 3, &ends);
    assert_int_equal(play.result->fault, 0);
    close_play(&play);
}

static void test_draws(void **state) {
    (void)state;
    Play play;
    open_play(&play, "on \"round_ends\" (function (g)\n"
                     "  return { gain { what = 'calm', by = g.roll(6) }, gain { what = "
                     "'calm', by = g.roll(6) },\n"
                     "    gain { who = g.pick(g.actors).id, what = 'money', by = 1 }, gain "
                     "{ who = g.pick({ 'link' }), what = 'money', by = 1 } }\nend)");
    play.world.state->seed = 77;
    play.world.state->draws[0] = 5;
    uint16_t draws = 5;
    int32_t first = expr_roll(play.world.state, 0, &draws, 6),
            second = expr_roll(play.world.state, 0, &draws, 6);
    int32_t third = expr_roll(play.world.state, 0, &draws, 4);
    call(&play);
    assert_int_equal(play.result->fault, 0);
    assert_int_equal(play.result->draws, 9);
    assert_int_equal(play.result->amounts[0], first * 10);
    assert_int_equal(play.result->amounts[1], second * 10);
    assert_int_equal(play.result->changes[2].who.index, third - 1);
    close_play(&play);
}

// ---- memory -------------------------------------------------------------------------------------

static void check_memory(const char *source, int calls, const char *name) {
    Play play;
    open_play(&play, source);
    for (int i = 0; i < calls; i++) {
        call(&play);
        if (play.result->fault) break;
    }
    if (!name) {
        if (play.result->fault) print_message("%s\n", play.hooks.fault.message);
        assert_int_equal(play.result->fault, 0);
    } else {
        assert_int_equal(play.result->fault, 310);
        char wanted[80];
        snprintf(wanted, sizeof wanted, "memory in \"%s\"", name);
        assert_non_null(strstr(play.hooks.fault.message, wanted));
    }
    close_play(&play);
}

static void test_own_memory(void **state) {
    (void)state;
    check_memory("local count = 0\non \"round_ends\" (function (g) count = count + 1 "
                 "return {} end)",
            1, "count");
    check_memory("local seen = {}\non \"round_ends\" (function (g) seen[g.round] = true "
                 "return {} end)",
            1, "seen");
    check_memory("local a, box = 1, { n = { 0 } }\nlocal function note() box.n[1] = "
                 "box.n[1] + a end\n"
                 "on \"round_ends\" (function (g) note() return {} end)",
            1, "note");
    check_memory("local keep\non \"round_ends\" (function (g) keep = g return {} end)", 1,
            "keep");
    check_memory(
            "local keep\non \"round_ends\" (function (g) keep = g.union return {} end)", 1,
            "keep");
    check_memory("local t = { 1, 2, { x = 'y' } }\nlocal function f(n) return t[n] end\n"
                 "on \"round_ends\" (function (g) local x = f(1) + #t return {} end)",
            3, NULL);
    check_memory("local a = {}\nfor i = 1, 60 do a[i] = a end\non \"round_ends\" (function "
                 "(g) local x = a return {} end)",
            2, NULL);
    // Sorting a list of its own in place, although nothing else changes.
    check_memory("local t = { 2, 1 }\non \"round_ends\" (function (g) table.sort(t) return "
                 "{} end)",
            1, "t");
}

static void test_stale_g(void **state) {
    (void)state;
    Play play;
    open_play(&play, "local keep\non \"round_ends\" (function (g)\n  if keep then local x "
                     "= keep.round end\n  keep = g\n  return {}\nend)");
    play.hooks.audit = false;
    call(&play); // once a round the memory is looked at even in play
    assert_int_equal(play.result->fault, 310);
    call(&play);
    assert_int_equal(play.result->fault, 307);
    close_play(&play);
}

// What a function keeps shows as a difference between one machine for all calls and a new one for each.
static void test_fresh_machines_forget(void **state) {
    (void)state;
    const char *source = "local n = 0\non \"round_ends\" (function (g) n = n + 1 return { "
                         "gain { what = 'calm', by = n } } end)";
    for (int fresh = 0; fresh < 2; fresh++) {
        Play play;
        open_play(&play, source);
        play.hooks.audit = false;
        play.hooks.audited_round = play.world.state->round;
        play.hooks.audited[0] = 1; // looked at before in this round
        play.hooks.fresh = fresh;
        call(&play);
        assert_int_equal(play.result->amounts[0], 10);
        call(&play);
        assert_int_equal(play.result->fault, 0);
        assert_int_equal(play.result->amounts[0], fresh ? 10 : 20);
        close_play(&play);
    }
}

static void test_too_much_carried(void **state) {
    (void)state;
    for (int count = 9000; count <= 25000; count += 16000) {
        char source[200];
        snprintf(source, sizeof source,
                "local a = {}\nfor i = 1, %d do a[i] = i end\n"
                "on \"round_ends\" (function (g) local x = a return {} end)",
                count);
        MachineSetup setup = {SCRIPT_WORDS, SCRIPT_WORDS_COUNT, false};
        Machine *machine = machine_create(&setup);
        Diags *diags = calloc(1, sizeof *diags);
        Bytes bytes = {(const uint8_t *)source, strlen(source)};
        assert_int_equal(machine_run_file(machine, "a.lua", bytes, diags), count == 9000);
        if (count > 9000) assert_string_equal(diags->items[0].code, "E225");
        free(diags);
        machine_destroy(machine);
    }
}

// A warm machine and a fresh one give the same changes and spend the same.
static void test_fresh_machine_is_equal(void **state) {
    (void)state;
    const char *source = "on \"round_ends\" (function (g)\n  local out = {}\n  for _, a in "
                         "ipairs(g.actors) do for _, d in ipairs(g.deciders) do\n"
                         "    out[#out + 1] = gain { who = a.id, what = 'pledge', toward = "
                         "d.id, by = g.pledge[a.id][d.id] + g.roll(9) }\n"
                         "  end end\n  return out\nend)";
    Play warm, fresh;
    open_play(&warm, source);
    for (int i = 0; i < 50; i++)
        call(&warm);
    open_play(&fresh, source);
    call(&fresh);
    assert_int_equal(warm.result->count, 12);
    assert_int_equal(fresh.result->count, 12);
    assert_memory_equal(warm.result->changes, fresh.result->changes, 12 * sizeof(Change));
    assert_memory_equal(warm.result->amounts, fresh.result->amounts, 12 * sizeof(int32_t));
    close_play(&warm);
    close_play(&fresh);
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

// ---- before anybody plays ----------------------------------------------------------------------------

static void test_trial(void **state) {
    (void)state;
    Play play;
    open_play(&play,
            "local count = 0\n"
            "on \"round_ends\" (function (g) count = count + 1 return {} end)\n"
            "on \"before_move\" (function (g, move) local x = move.asked return {} end)\n"
            "on \"round_starts\" (function (g) local x = g.union.bace return {} end)\n");
    Def *def = play.world.def;
    static const uint8_t MOMENTS[] = {
            MOMENT_ROUND_ENDS, MOMENT_BEFORE_MOVE, MOMENT_ROUND_STARTS};
    for (int i = 0; i < 3; i++) {
        def->rules[i].moment = MOMENTS[i];
        def->rules[i].function = (uint8_t)i;
    }
    def->rules_count = 3;
    Diags *diags = play.world.diags;
    assert_false(trial_run(&play.hooks, def, diags));
    assert_int_equal(diags->count, 2);
    assert_string_equal(diags->items[0].code, "E310");
    assert_int_equal(diags->items[0].line, 2);
    assert_string_equal(diags->items[0].message,
            "The rule \"round_ends\" keeps its own memory in "
            "\"count\" (line 1); it would be lost on rewind.");
    assert_string_equal(diags->items[1].code, "E306");
    assert_int_equal(diags->items[1].line, 4);
    assert_int_equal(diags->errors, 2);
    def->rules[2].function = def->rules[0].function = 1;
    def->rules[2].moment = def->rules[0].moment = MOMENT_BEFORE_MOVE;
    *diags = (Diags){0};
    assert_true(trial_run(&play.hooks, def, diags));
    close_play(&play);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_g_shows_numbers),
            cmocka_unit_test(test_g_follows_the_state),
            cmocka_unit_test(test_many_numbers_follow_the_state),
            cmocka_unit_test(test_faults_of_g),
            cmocka_unit_test(test_nearest_word),
            cmocka_unit_test(test_changes_of_numbers),
            cmocka_unit_test(test_other_changes),
            cmocka_unit_test(test_refused_changes),
            cmocka_unit_test(test_256_changes_fit),
            cmocka_unit_test(test_move),
            cmocka_unit_test(test_draws),
            cmocka_unit_test(test_own_memory),
            cmocka_unit_test(test_stale_g),
            cmocka_unit_test(test_fresh_machines_forget),
            cmocka_unit_test(test_too_much_carried),
            cmocka_unit_test(test_fresh_machine_is_equal),
            cmocka_unit_test(test_changes_are_carried_out),
            cmocka_unit_test(test_three_faults_and_rest),
            cmocka_unit_test(test_trial),
    };
    return cmocka_run_group_tests_name("script_play", tests, NULL, NULL);
}

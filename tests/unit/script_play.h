// tests/unit/script_play.h — a machine with one pack of a few lines, whose functions are called like the game calls them. Never: a test.
#ifndef TESTS_SCRIPT_PLAY_H
#define TESTS_SCRIPT_PLAY_H
#include "rules/moment.h"
#include "script/state.h"
#include "script/trial.h"
#include "unit/expr_world.h"
#include "unit/script_words.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Play {
    World world;
    Machine *machine;
    Machine *machines[1];
    uint8_t function_machine[FUNCTIONS_MAX];
    uint16_t function_number[FUNCTIONS_MAX];
    ScriptHooks hooks;
    HookResult *result;
} Play;

static inline void open_play(Play *play, const char *source) {
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

static inline void close_play(Play *play) {
    machine_destroy(play->machine);
    world_close(&play->world);
    free(play->result);
}

static inline void call_at(Play *play, uint8_t function, const HookMoment *moment) {
    Hooks hooks = script_hooks(&play->hooks);
    hooks.call(hooks.context, play->world.def, play->world.state, 0, function, moment,
            play->result);
}

static inline void call(Play *play) {
    HookMoment moment = {.moment = MOMENT_ROUND_ENDS};
    call_at(play, 0, &moment);
}

// The function `body` returns a text as an author's error, so that any value can be compared.
static inline void check_value(const char *body, const char *expected) {
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

static inline void check_fault(const char *body, int32_t fault, int32_t line) {
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

#endif // TESTS_SCRIPT_PLAY_H

// tests/unit/test_scenario_design.c — what check advises about a case that loads: one warning for each weakness, none for the case without it. Never: an error of form.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/scenario_snippet.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Advice {
    const char *snippet;
    const char *code;
    const char *part; // of the message
    const char *file; // NULL: a.lua
} Advice;

#define WORDS_10 "one two three four five six seven eight nine ten "
#define WORDS_50 WORDS_10 WORDS_10 WORDS_10 WORDS_10 WORDS_10

// clang-format off
static const Advice advice[] = {
        {"ending \"after\" { when = \"round >= 2\", text = \"Never told.\" }\n"
         "ending \"before\" { text = \"Always told.\" }\nending \"last\" { when = \"round >= 3\", text = \"Never.\" }", "W601", "ending \"last\" cannot be reached", NULL},
        {"change \"tenants\" { brief = \"" WORDS_50 WORDS_50 WORDS_10 WORDS_10 "more.\" }", "W604", "121 words", NULL},
        {"actor \"town\" { voice = 3 }", "W605", "another voice", NULL},
        {"change \"tenants\" { deck = \"engage, report_back, lobby, mobilise, speak_truth, campaign, listen, research, organise, disrupt, stall\" }", "W606", "11 verbs", NULL},
        {"change \"tenants\" { red_lines = { { when = \"law.days == 0\", text = \"Closed already.\" } } }", "W607", "before the game begins", NULL},
        {"clause \"keys\" { levels = { \"One\", \"Two\" } }", "W608", "nobody wants level 1", NULL},
        {"actor \"town\" { tags = \"affected\", seat = \"computer\" }", "W611", "only the computer", NULL},
        {"happening \"rain\" { at = 1, text = \"Rain.\" }", "W612", "changes nothing", NULL},
        {"on \"round_ends\" (function (g) return {} end)", "W613", "No author test", NULL},
        {"verb \"ring\" { gives = { base = \"2 - 2\" } }", "W614", "always 0", NULL},
        {"verb \"ring\" { name = \"Ring the big bell\" }", "W803", "verb.ring.name: a label of 4 words", NULL},
        {"verb \"ring_the_big_bell\" {}", "W803", "a label of 4 words", NULL},
        {"change \"tenants\" { short = \"All of us here\" }", "W803", "actor.tenants.short: a label of 4 words", NULL},
        {"change \"tenants\" { brief = \"Now. " WORDS_10 WORDS_10 "more. So.\" }", "W805", "actor.tenants.brief: a sentence of 21 words, \"one two three", NULL},
        {"-- nothing", "W609", "no content note", "scenario.lua"},
        {"-- nothing", "N3", "no author tests", "tests/"},
        {"change \"hour\" { debrief = 5 }", "W603", "only 5 are for the debrief", "scenario.lua"},
        {"change \"hour\" { debrief = 40 }", "N2", "40 for the debrief", "pack.lua"},
        {"actor \"town\" {}", "N1", "3 actors, 1 issue", "pack.lua"},
};
// clang-format on

static int32_t told(const Diags *diags, const Advice *one) {
    int32_t count = 0;
    for (int32_t i = 0; i < diags->count; i++) {
        const Diag *diag = &diags->items[i];
        if (strcmp(diag->code, one->code) != 0 || !strstr(diag->message, one->part))
            continue;
        if (strcmp(diag->file, one->file ? one->file : "a.lua") == 0) count++;
    }
    return count;
}

static void tell(const Advice *one, const Diags *diags) {
    Buffer out = {0};
    for (int32_t i = 0; i < diags->count; i++)
        diag_print(&diags->items[i], &out);
    fprintf(stderr, "expected %s \"%s\" once in:\n%s\nfound:\n%s\n", one->code, one->part,
            one->snippet, out.data ? out.data : "nothing");
    buffer_free(&out);
}

static Diags *check(const char *snippet, bool *loaded) {
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    *loaded = load_snippet_as(snippet, true, &scenario, diags);
    scenario_free(&scenario);
    return diags;
}

static void each_weakness_has_its_advice(void **state) {
    (void)state;
    int32_t wrong = 0;
    for (size_t i = 0; i < ARRAY_COUNT(advice); i++) {
        bool loaded = false;
        Diags *diags = check(advice[i].snippet, &loaded);
        if (!loaded || told(diags, &advice[i]) != 1) {
            tell(&advice[i], diags);
            wrong++;
        }
        free(diags);
    }
    assert_int_equal(wrong, 0);
}

// A case without these weaknesses hears none of it: every warning above is about what its snippet adds.
static void a_sound_case_hears_none(void **state) {
    (void)state;
    static const char sound[] =
            "content_note { topics = \"heating\", text = \"You may pass or swap.\" }\n"
            "change \"tenants\" { deck = \"engage, listen\", wants = { days = 1 } }\n"
            "change \"club\" { deck = \"lobby\", wants = { days = 2 } }\n"
            "setting \"bells\" { start = 1, name = \"How loud the big bells are\" }\n"
            "verb \"ring\" { name = \"Ring the hall-bell\", gives = { base = 1 },\n"
            "  about = \"" WORDS_10 WORDS_10 ". " WORDS_10 "\" }\n";
    bool loaded = false;
    Diags *diags = check(sound, &loaded);
    const Advice none = {sound, "none", "", NULL};
    if (diags->warnings > 0) tell(&none, diags);
    assert_true(loaded);
    assert_int_equal(diags->warnings, 0);
    free(diags);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(each_weakness_has_its_advice),
            cmocka_unit_test(a_sound_case_hears_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

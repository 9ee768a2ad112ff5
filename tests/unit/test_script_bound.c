// tests/unit/test_script_bound.c — which functions end by themselves, told from their text. Never: runs one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "script/bound.h"
#include "script/gate.h"

static int64_t steps_of(const char *head, const char *body) {
    char source[1500];
    snprintf(source, sizeof source, "%s\non \"round_ends\" (function (g, move)\n%s\nend)\n",
            head, body);
    Region region = {0};
    Diags *diags = calloc(1, sizeof *diags);
    Def *def = calloc(1, sizeof *def);
    def->counts[KIND_ACTOR] = 8;
    def->counts[KIND_DECIDER] = 6;
    Tokens tokens;
    bool good = gate_check_source(&region, "a.lua",
            (Bytes){(const uint8_t *)source, strlen(source)}, &tokens, diags);
    if (!good) print_message("%s\n", source);
    assert_true(good);
    int32_t word = -1;
    for (int32_t i = 0; i < tokens.count; i++) {
        if (word < 0 && token_is(&tokens, i, "on")) word = i;
    }
    int64_t steps = bound_steps(&tokens, word, def);
    free(def);
    free(diags);
    region_clear(&region);
    return steps;
}

static void test_bounded(void **state) {
    (void)state;
    static const char *const BODIES[] = {
            "return {}",
            "local out = {}\nfor _, a in ipairs(g.actors) do if a.base > 3 then out[#out + "
            "1] = gain { who = a.id, what = \"base\", by = 1 } end end\nreturn out",
            "for i = 1, 10 do local x = math.max(i, g.roll(6)) + #tostring(i) end return "
            "{}",
            "local t = {} table.insert(t, g.round) print(table.concat(t, \",\")) return {}",
            "if g.round > 2 then return { set { what = \"calm\", to = percent(20, g.calm) "
            "} } else return {} end",
            "do local x = g[\"union\"].base end return {}",
    };
    for (size_t i = 0; i < ARRAY_COUNT(BODIES); i++) {
        int64_t steps = steps_of("local way = { a = 1 }", BODIES[i]);
        if (steps < 0) print_message("%s\n", BODIES[i]);
        assert_true(steps > 0 && steps < 20000);
    }
}

static void test_loops_multiply(void **state) {
    (void)state;
    int64_t once = steps_of("", "local x = 1 return {}");
    int64_t inside = steps_of("", "for _, a in ipairs(g.actors) do for _, d in "
                                  "ipairs(g.deciders) do local x = 1 end end return {}");
    assert_true(inside >= 8 * 6 * 4 * 4 && inside < 8 * 6 * 4 * 30);
    assert_true(once < 100);
    assert_true(steps_of("", "for i = 1, 100000 do local x = 1 end return {}") > 400000);
    assert_int_equal(
            steps_of("", "for i = 1, 999999999999 do local x = 1 end return {}"), -1);
    assert_int_equal(
            steps_of("",
                    "for i = 1, 2000 do for j = 1, 2000 do local x = 1 end end return {}"),
            -1);
}

static void test_not_bounded(void **state) {
    (void)state;
    static const char *const ROWS[][2] = {
            {"",                                                         "while g.calm > 3 do end return {}"                                      },
            {"",                                                         "repeat local x = 1 until x == 1 return {}"                              },
            {"",                                                         "local f = function () end return {}"                                    },
            {"local function f() end",                                   "f() return {}"                                                          },
            {"local t = {}",                                             "t.f() return {}"                                                        },
            {"local t = {}",                                             "t[1]() return {}"                                                       },
            {"",                                                         "local s = (\"x\"):rep(3) return {}"                                     },
            {"",                                                         "table.sort({ 2, 1 }) return {}"                                         },
            {"",                                                         "for k in pairs({}) do end return {}"                                    },
            {"local t = {}",                                             "for _, x in ipairs(t) do t[#t + 1] = 1 end return {}"                   },
            {"local n = 3",                                              "for i = 1, n do end return {}"                                          },
            {"",                                                         "for i = 1, 10, 1 do end return {}"                                      },
            {"",                                                         "local x = g x.y() return {}"                                            },
            {"local function gain() while true do end end",              "return { gain { } }"                                                    },
            {"local gain = 3",                                           "return { gain { } }"                                                    },
            {"local function x(ipairs) end",
             "for _, a in ipairs(g.actors) do end return {}"                                                                                      },
            {"local math = { max = function () while true do end end }",
             "local x = math.max(1) return {}"                                                                                                    },
            {"",                                                         "g = { actors = {} } for _, a in ipairs(g.actors) do end return {}"      },
            {"",                                                         "local g = { actors = {} } for _, a in ipairs(g.actors) do end return {}"},
            {"",                                                         "for g = 1, 2 do for _, a in ipairs(g.actors) do end end return {}"      },
            {"",                                                         "assert(1)(2) return {}"                                                 },
            {"",                                                         "local x = g.roll return x(6)"                                           },
            {"",                                                         "g.union.base.roll(6) return {}"                                         },
    };
    for (size_t i = 0; i < ARRAY_COUNT(ROWS); i++) {
        int64_t steps = steps_of(ROWS[i][0], ROWS[i][1]);
        if (steps >= 0)
            print_message("%s / %s: %lld\n", ROWS[i][0], ROWS[i][1], (long long)steps);
        assert_int_equal(steps, -1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_bounded),
            cmocka_unit_test(test_loops_multiply),
            cmocka_unit_test(test_not_bounded),
    };
    return cmocka_run_group_tests_name("script_bound", tests, NULL, NULL);
}

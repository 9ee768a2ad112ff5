// tests/unit/test_expr_golden.c — expressions with known values: names, owners, sets, arithmetic. Never: a pack.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/expr_world.h"
#include <stdio.h>

typedef struct Row {
    const char *text;
    int64_t value;
} Row;

static void fill(World *world) {
    for (int32_t actor = 0; actor < 4; actor++) {
        for (int32_t i = 0; i < 4; i++)
            world_set(world, "resource", actor, i, 10 * (actor + i));
        for (int32_t i = 0; i < 5; i++)
            world_set(world, "legitimacy", actor, i, 100 * (actor + 1) + 10 * i + 5);
        for (int32_t other = 0; other < 4; other++)
            world_set(world, "trust", actor, other, 10 * (actor - other));
        for (int32_t other = 0; other < 4; other++)
            world_set(world, "pact", actor, other, actor != other ? 10 : 0);
        for (int32_t decider = 0; decider < 3; decider++)
            world_set(world, "pledge", actor, decider, 10 * (actor - decider));
    }
    for (int32_t i = 0; i < 3; i++)
        world_set(world, "stance", i, 0, -35 + 100 * i);
    for (int32_t i = 0; i < 4; i++)
        world_set(world, "stock", i, 0, 100 * (i + 1));
    world_set(world, "public", 0, 0, 421);
    world_set(world, "public", 1, 0, 777);
    world_set(world, "frame", 1, 1, 34);
    world_set(world, "frame", 1, 0, 34);
    world_set(world, "frame", 0, 0, 9);
    world_set(world, "draft", 0, 0, 20);
    world_set(world, "law", 1, 0, 30);
    world_set(world, "promise", 0, 0, 10);
    world_set(world, "cohesion", 2, 0, 615);
    world_set(world, "pool", 2, 0, 70);
    State *state = world->state;
    state->coalition[2] =
            (Coalition){.members = 1 | 4, .flags = 2, .frame = 1, .start_name = 0};
    state->coalition[5] = (Coalition){.members = 1, .frame = NONE, .start_name = NONE};
    state->position[0][0] = (Position){.places = PLACE_SEAT | PLACE_CHAIR};
    state->position[1][0] = (Position){.weight = 2};
    state->position[2][1] = (Position){.places = PLACE_PEN};
    state->decision[1].passed = 1;
    state->did[0][0] = 1;
    state->done_moves[1][0] = 4;
    state->won[2][1] = 3;
    state->happened[0] = 1;
    state->windows_open = 1;
    state->said[0] = 2;
}

static void check(World *world, const Row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        int64_t value = world_value(world, rows[i].text);
        if (world->diags->count > 0) {
            Buffer out = {0};
            diag_print(&world->diags->items[0], &out);
            fail_msg("%s was refused:\n%s", rows[i].text, out.data);
        }
        if (value != rows[i].value) fail_msg("%s is %lld", rows[i].text, (long long)value);
    }
}

#define CHECK(world, rows) check(world, rows, sizeof(rows) / sizeof *(rows))

static const Row name_rows[] = {
        {"money",                      0  },
        {"my.people",                  1  },
        {"union.money",                1  },
        {"money.union",                1  },
        {"resource.union.know",        3  },
        {"base",                       10 },
        {"cleaners.base",              30 },
        {"base.cleaners",              30 },
        {"legitimacy.cleaners.peer",   34 },
        {"link.legitimacy.elite",      12 },
        {"cleaners.legitimacy",        32 },
        {"legitimacy",                 12 },
        {"legitimacy.base",            10 },
        {"public",                     42 },
        {"public.hall",                77 },
        {"my.public",                  11 },
        {"cleaners.public",            31 },
        {"public.union",               21 },
        {"trust.link.schools",         -3 },
        {"trust.union",                1  },
        {"union.trust",                1  },
        {"cleaners.trust.union",       1  },
        {"stance",                     -4 },
        {"target.stance",              -4 },
        {"stance.finance",             6  },
        {"finance.stance",             6  },
        {"tenths(stance)",             -35},
        {"pledge",                     0  },
        {"pledge.union",               1  },
        {"pledge.d1",                  -2 },
        {"pledge.schools.d1",          1  },
        {"schools.pledge.d1",          1  },
        {"frame.cabinet.safety",       3  },
        {"cabinet.frame.safety",       3  },
        {"tenths(frame.board.enough)", 9  },
        {"draft.rate",                 2  },
        {"law.hours",                  3  },
        {"promise",                    1  },
        {"ease",                       7  },
        {"round",                      2  },
        {"rounds",                     6  },
        {"side",                       1  },
        {"bid",                        2  },
        {"weight",                     1  },
        {"weight.d1",                  3  },
        {"appeal.safety",              3  },
        {"cohesion",                   61 },
        {"cohesion.cleaners",          61 },
        {"cohesion.union",             0  },
        {"cohesion.alliance",          61 },
        {"tenths(cohesion)",           615},
        {"pool.money",                 7  },
        {"owner.money",                1  },
        {"civic",                      6  },
        {"macro",                      0  },
        {"durability",                 0  },
        {"did.report_back",            1  },
        {"done.union.report_back",     4  },
        {"won.cleaners.word",          3  },
        {"done.report_back",           0  },
        {"stock.know",                 30 },
};

static void test_names(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    fill(&world);
    CHECK(&world, name_rows);
    world_close(&world);
}

static const Row answer_rows[] = {
        {"passed.board",                        0},
        {"passed.cabinet",                      1},
        {"leads.cabinet.enough",                1},
        {"leads.cabinet.safety",                0},
        {"leads.board.enough",                  0},
        {"together.link.cleaners",              1},
        {"together.link.union",                 0},
        {"together.cleaners",                   1},
        {"is.cleaners.affected",                1},
        {"is.affected",                         0},
        {"is.cleaners.elite",                   1},
        {"sits.link.board",                     1},
        {"sits.board",                          1},
        {"votes.link.board",                    0},
        {"votes.union.board",                   1},
        {"sits.union.board",                    1},
        {"chairs.board",                        1},
        {"holds_pen.cleaners.cabinet",          1},
        {"holds_pen.cabinet",                   0},
        {"confidential.cleaners",               1},
        {"my.confidential",                     1},
        {"confidential.union",                  0},
        {"transparent.cleaners",                0},
        {"deals_with.board.hours",              1},
        {"answers_for.union.hours",             1},
        {"answers_for.cleaners.hours",          0},
        {"said.vote_promised",                  1},
        {"happened.tender",                     1},
        {"open.budget",                         1},
        {"owner.mayor == union",                1},
        {"owner == union",                      1},
        {"owner.finance == union",              0},
        {"owner.finance ~= union",              1},
        {"arena.d1 == cabinet",                 1},
        {"arena == board",                      1},
        {"issue.hours == hall",                 1},
        {"agenda == safety",                    1},
        {"agenda.union == safety",              0},
        {"target == mayor",                     1},
        {"target ~= d1",                        1},
        {"me == link",                          1},
        {"me == owner",                         0},
        {"not (me == cleaners)",                1},
        {"money == base",                       0},
        {"not passed.board and passed.cabinet", 1},
};

static void test_answers_and_things(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    fill(&world);
    CHECK(&world, answer_rows);
    world_close(&world);
}

static const Row set_rows[] = {
        {"sum(actors.money)",                                  6           },
        {"count(actors.base > 20)",                            2           },
        {"count(actors.base > 15)",                            3           },
        {"any(deciders.stance >= 16)",                         1           },
        {"all(deciders.stance >= -3)",                         0           },
        {"highest(actors.base)",                               40          },
        {"lowest(actors.base)",                                10          },
        {"sum(others.money)",                                  6           },
        {"count(members.money >= 0)",                          2           },
        {"sum(members.money)",                                 2           },
        {"sum(affected.base)",                                 70          },
        {"count(pact.me.actors == 1 and pact.actors.me == 1)", 3           },
        {"sum(weight.deciders * stance.deciders)",             -4 + 12 + 48},
        {"count(actors == me)",                                1           },
        {"count(owner.deciders == me)",                        1           },
        {"sum(my.resources)",                                  6           },
        {"sum(stock.resources)",                               100         },
        {"highest(my.audiences)",                              14          },
        {"count(trust.actors.me >= 1 and actors.base > 30)",   1           },
        {"sum(draft.clauses)",                                 2           },
        {"sum(actors.money) - sum(others.money)",              0           },
        {"sum(pledge.actors.target)",                          6           },
        {"sum(legitimacy.actors.base)",                        100         },
        {"count(is.actors.affected)",                          2           },
        {"count(leads.arenas.enough)",                         1           },
        {"sum(public.issues)",                                 119         },
        {"count(leads.cabinet.frames)",                        1           },
};

static void test_sets(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    fill(&world);
    CHECK(&world, set_rows);
    world_close(&world);
}

static const Row sum_rows[] = {
        {"7 // 2",                                                 3             },
        {"-7 // 2",                                                -4            },
        {"7 // -2",                                                -4            },
        {"-7 // -2",                                               3             },
        {"7 % 3",                                                  1             },
        {"-7 % 3",                                                 2             },
        {"7 % -3",                                                 -2            },
        {"-7 % -3",                                                -1            },
        {"- 5 // 2",                                               -3            },
        {"2 + 3 * 4",                                              14            },
        {"(2 + 3) * 4",                                            20            },
        {"10 - 3 - 2",                                             5             },
        {"2 * 7 % 4",                                              2             },
        {"min(3, 1, 2)",                                           1             },
        {"max(3, 9, 2)",                                           9             },
        {"min(4)",                                                 4             },
        {"abs(-4)",                                                4             },
        {"clamp(9, 0, 5)",                                         5             },
        {"clamp(-9, 0, 5)",                                        0             },
        {"percent(50, 7)",                                         3             },
        {"percent(50, -7)",                                        -3            },
        {"share(1, 3)",                                            33            },
        {"share(-1, 3)",                                           -33           },
        {"share(5, 0)",                                            0             },
        {"choose(1 < 2, 5, 6)",                                    5             },
        {"choose(promise >= 1, 5, 6)",                             5             },
        {"choose(promise >= 2, 5, promise + 6)",                   7             },
        {"1 < 2 and 2 < 3",                                        1             },
        {"1 > 2 or 2 < 3",                                         1             },
        {"promise >= 1 and calm >= 1 or round == 2",               1             },
        {"promise >= 2 and (calm >= 1 or round == 2)",             0             },
        {"not (1 == 1)",                                           0             },
        {"007",                                                    7             },
        {"999999999999 * 999999999999",                            1000000000000 },
        {"0 - 999999999999 * promise * 5",                         -1000000000000},
        {"999999999999 + 999999999999 * promise",                  1000000000000 },
        {"percent(50, 999999999999 * promise)",                    499999999999  },
        {"40000 * promise",                                        40000         },
        {"stance // 3",                                            -2            },
        {"stance % 3",                                             2             },
        {"-(-promise // 12)",                                      1             },
        {"percent(25, sum(pledge.me.deciders * stance.deciders))", -9            },
};

static void test_arithmetic(void **unused) {
    (void)unused;
    World world;
    world_open(&world);
    fill(&world);
    CHECK(&world, sum_rows);
    world_close(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_names),
            cmocka_unit_test(test_answers_and_things),
            cmocka_unit_test(test_sets),
            cmocka_unit_test(test_arithmetic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

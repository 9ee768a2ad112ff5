// tests/unit/test_bots_minutes.c — officials say what is on the record they have read; one question of each kind is asked about a decider. Never: judges how a game went.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bots/facts.h"
#include "bots/minutes.h"
#include "rules/fold.h"
#include "sim_packs.h"

typedef struct Table {
    SimPack pack;
    State believed;
} Table;

static int setup(void **context) {
    Table *table = calloc(1, sizeof *table);
    *context = table;
    bool open = sim_pack_open(&table->pack, "scenarios/riverside-link");
    if (open) fold_begin(table->pack.scenario.def, &table->believed, 1);
    return open ? 0 : -1;
}

static int teardown(void **context) {
    Table *table = *context;
    sim_pack_close(&table->pack);
    free(table);
    return 0;
}

static uint8_t id_of(const Table *table, Kind kind, const char *id) {
    return def_find(table->pack.scenario.def, kind, id).index;
}

static void record(Table *table, const char *author, const char *arena, uint8_t kind,
        uint8_t target, int8_t direction) {
    table->believed.utterance[0] = (Utterance){.state = UTTERANCE_LIVE,
            .author = id_of(table, KIND_ACTOR, author),
            .voiced_by = id_of(table, KIND_ACTOR, author),
            .arena = id_of(table, KIND_ARENA, arena),
            .kind = kind,
            .target = target,
            .direction = direction,
            .strength = 2};
}

static int32_t worth(const Table *table, const char *actor, const char *move, Kind kind,
        uint8_t target, int8_t side) {
    const Def *def = table->pack.scenario.def;
    Act act = {
            .move = (uint8_t)def_find_move(def, move),
            .actor = id_of(table, KIND_ACTOR, actor),
            .target = {(uint8_t)kind, target},
            .side = side,
            .bid = 1
    };
    return minutes_worth(
            def, &table->believed, score_persona(def, act.actor, BOT_PERSONA), &act);
}

static void officials_follow_what_is_minuted(void **context) {
    Table *table = *context;
    // Nothing is on the record.
    assert_int_equal(worth(table, "council", "name", KIND_FRAME, 0, 0), 0);
    record(table, "link", "board", UTTER_FRAME, 0, 0);
    assert_true(worth(table, "council", "name", KIND_FRAME, 0, 0) > 0);
    assert_true(worth(table, "council", "resist", KIND_FRAME, 0, 0) < 0);
    assert_int_equal(worth(table, "council", "name", KIND_FRAME, 1, 0), 0);
    assert_int_equal(worth(table, "council", "minutes", KIND_NONE, NONE, 0), 0);
    // Others do not follow, and nobody follows itself.
    assert_int_equal(worth(table, "parents", "name", KIND_FRAME, 0, 0), 0);
    record(table, "council", "board", UTTER_FRAME, 0, 0);
    assert_int_equal(worth(table, "council", "name", KIND_FRAME, 0, 0), 0);
}

static void a_direction_that_is_minuted_is_followed_too(void **context) {
    Table *table = *context;
    record(table, "link", "board", UTTER_WORD, 1, 1);
    assert_true(worth(table, "council", "word", KIND_CLAUSE, 1, 1) > 0);
    assert_true(worth(table, "council", "word", KIND_CLAUSE, 1, -1) < 0);
    assert_true(worth(table, "council", "resist", KIND_CLAUSE, 1, 1) < 0);
    // A line that is no longer alive says nothing.
    table->believed.utterance[0].state = UTTERANCE_CLOSED;
    assert_int_equal(worth(table, "council", "word", KIND_CLAUSE, 1, 1), 0);
}

static void minutes_of_others_are_not_read(void **context) {
    Table *table = *context;
    record(table, "link", "coffee", UTTER_FRAME, 0, 0);
    memset(table->believed.position[id_of(table, KIND_ACTOR, "council")], 0,
            sizeof table->believed.position[0]);
    assert_int_equal(worth(table, "council", "name", KIND_FRAME, 0, 0), 0);
}

// ---- one question of each kind ------------------------------------------------------------------------

static int32_t questions(
        const Table *table, const char *actor, Thing target, int32_t kind) {
    const Def *def = table->pack.scenario.def;
    int32_t index = def_find_move(def, "research"), count = 0;
    const Ask *ask = &def->moves[index].asks[0];
    for (int32_t n = 0; n < ask_count(def, ask); n++) {
        Act act = {.move = (uint8_t)index,
                .actor = id_of(table, KIND_ACTOR, actor),
                .target = target};
        act.asked[0] = ask_answer(def, ask, n);
        count += act.asked[0] >> 8 == kind
                 && facts_worth_asking(def, &table->believed, &act);
    }
    return count;
}

static void what_is_known_is_not_asked_again(void **context) {
    Table *table = *context;
    const Def *def = table->pack.scenario.def;
    Thing decider = {KIND_DECIDER, 0};
    uint32_t *known = &table->believed.learned[id_of(table, KIND_ACTOR, "parents")][0];
    assert_int_equal(
            questions(table, "parents", decider, KIND_NONE), !def->deciders[0].known);
    assert_int_equal(questions(table, "parents", decider, KIND_CLAUSE), 1);
    assert_int_equal(questions(table, "parents", decider, KIND_FRAME), 1);
    *known |= FACT_STANCE;
    assert_int_equal(questions(table, "parents", decider, KIND_NONE), 0);
    for (int32_t c = 0; c < def_count(def, KIND_CLAUSE); c++)
        *known |= (uint32_t)FACT_VALUE_0 << c;
    assert_int_equal(questions(table, "parents", decider, KIND_CLAUSE), 0);
    for (int32_t f = 0; f < def_count(def, KIND_FRAME); f++)
        *known |= (uint32_t)FACT_RESONANCE_0 << f;
    assert_int_equal(questions(table, "parents", decider, KIND_FRAME), 0);
    // Figures are still to be had, and of a team there is one thing to learn.
    assert_int_equal(questions(table, "parents", decider, KIND_NONE), 1);
    Thing team = {KIND_ACTOR, id_of(table, KIND_ACTOR, "link")};
    assert_int_equal(questions(table, "parents", team, KIND_NONE), 1);
    assert_int_equal(questions(table, "parents", team, KIND_CLAUSE), 0);
}

static void a_fact_learned_is_worth_something(void **context) {
    Table *table = *context;
    State *tried = malloc(sizeof *tried);
    uint8_t parents = id_of(table, KIND_ACTOR, "parents");
    const Def *def = table->pack.scenario.def;
    *tried = table->believed;
    assert_int_equal(facts_learned(def, &table->believed, tried, parents), 0);
    tried->learned[parents][0] |= FACT_VALUE_0;
    int32_t value = facts_learned(def, &table->believed, tried, parents);
    tried->learned[parents][0] |= FACT_STANCE;
    assert_true(value > 0 && facts_learned(def, &table->believed, tried, parents) > value);
    free(tried);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    officials_follow_what_is_minuted, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_direction_that_is_minuted_is_followed_too, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    minutes_of_others_are_not_read, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    what_is_known_is_not_asked_again, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_fact_learned_is_worth_something, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

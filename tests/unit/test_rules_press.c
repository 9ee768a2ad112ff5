// tests/unit/test_rules_press.c — the life of a champion, a suit, a motion, a side offer and a ruling, from act to end, on the table of the whole deck. Never: a rule of its own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bots/parts.h"
#include "rules/fold.h"
#include "rules/motion.h"
#include "rules/ruling.h"
#include "sim_packs.h"

enum { ADVANCES = 60 };

typedef struct Table {
    SimPack pack;
    SimGame *game;
    const Def *def;
} Table;

static Verdict tell(Table *table, CommandKind kind, uint8_t actor, int32_t a, int32_t b) {
    Command command = {.kind = (uint8_t)kind,
            .actor = actor,
            .at_phase = NONE,
            .a = (int16_t)a,
            .b = (int16_t)b};
    return sim_game_send(table->game, &command);
}

static const State *now(const Table *table) { return &table->game->state; }

static Table *table_open(void) {
    Table *table = calloc(1, sizeof *table);
    assert_true(sim_pack_open(&table->pack, "tests/packs/deck-table"));
    table->game = table->pack.game;
    table->def = table->game->def;
    fold_begin(table->def, &table->game->state, 7);
    for (uint8_t i = 0; i < def_count(table->def, KIND_ACTOR); i++)
        assert_int_equal(tell(table, COMMAND_SEAT, NONE, i, BY_PERSON).code, VERDICT_OK);
    assert_int_equal(tell(table, COMMAND_START, NONE, 0, 0).code, VERDICT_OK);
    return table;
}

static void table_close(Table *table) {
    assert_string_equal(table->game->fault, "");
    sim_pack_close(&table->pack);
    free(table);
}

// Goes on to a phase of a round, to the sub-step given.
static void reach(
        Table *table, int32_t round, PhaseDoes does, PhaseKind kind, int32_t sub) {
    for (int32_t i = 0; i < ADVANCES; i++) {
        const State *state = now(table);
        bool running = state->status == STATUS_RUNNING && state->round == round;
        const Phase *phase = running ? &table->def->phases[state->phase] : NULL;
        if (running && phase->does == does && phase->kind == kind && state->sub == sub)
            return;
        assert_int_equal(tell(table, COMMAND_ADVANCE, NONE, 0, 0).code, VERDICT_OK);
    }
    fail();
}

static void action(Table *table, int32_t round) {
    reach(table, round, DOES_ACTION, PHASE_SEALED, MEET_NONE);
}

static uint8_t actor_of(const Table *table, const char *id) {
    return def_find(table->def, KIND_ACTOR, id).index;
}

static Thing thing(const Table *table, Kind kind, const char *id) {
    Kind real = kind == KIND_CLAIM ? KIND_CLAUSE : kind;
    return (Thing){(uint8_t)kind, def_find(table->def, real, id).index};
}

static int16_t word_of(const Table *table, const Ask *ask, const char *id) {
    for (int32_t i = 0; i < ask->words_count; i++) {
        const AskWord *word = &table->def->ask_words[ask->words_first + i];
        if (strcmp(def_text(table->def, word->id), id) == 0) return word->value;
    }
    return -1;
}

static Verdict act(Table *table, const char *who, const char *move, Thing target,
        int8_t side, const char *word, int16_t second) {
    int32_t index = def_find_move(table->def, move);
    assert_true(index >= 0);
    Command command = {
            .kind = COMMAND_ACT, .actor = actor_of(table, who), .at_phase = NONE};
    command.act = (Act){.move = (uint8_t)index, .target = target, .side = side};
    if (word)
        command.act.asked[0] = word_of(table, &table->def->moves[index].asks[0], word);
    command.act.asked[1] = second;
    return sim_game_send(table->game, &command);
}

static int32_t at(const Table *table, int32_t track, int32_t row, int32_t column) {
    return state_at(table->def, now(table), track, row, column);
}

static int32_t standing(const Table *table, const char *actor, const char *audience) {
    return at(table, TRACK_LEGITIMACY, actor_of(table, actor),
            def_find(table->def, KIND_AUDIENCE, audience).index);
}

static int32_t card(const Table *table, ChoiceKind kind) {
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++) {
        const OpenChoice *open = &now(table)->choice[i];
        if (open->open && open->kind == kind) return CHOICE_KEY + i;
    }
    return -1;
}

static void set(Table *table, int32_t track, int32_t row, int32_t column, int32_t tenths) {
    uint16_t cell = def_cell(table->def, track, row, column);
    assert_int_equal(tell(table, COMMAND_GIVEN, NONE, cell, tenths).code, VERDICT_OK);
}

static const Thing nothing = {KIND_NONE, NONE};

// ---- champion -----------------------------------------------------------------------------------------

static void test_a_champion_pushes_until_its_price(void **unused) {
    (void)unused;
    Table *table = table_open();
    Thing dean = thing(table, KIND_DECIDER, "dean"),
          dora = thing(table, KIND_DECIDER, "dora");
    action(table, 1);
    assert_int_equal(act(table, "rich", "ally_within", dean, 1, NULL, 0).code, VERDICT_OK);
    assert_int_equal(now(table)->champion[dean.index].by, NONE); // sealed until RESOLUTION
    action(table, 2);
    assert_int_equal(now(table)->champion[dean.index].by, actor_of(table, "rich"));
    assert_int_equal(now(table)->champion[dean.index].side, 1);
    assert_int_equal(at(table, TRACK_STANCE, dora.index, 0), 0);
    action(table, 3);
    assert_int_equal(at(table, TRACK_STANCE, dora.index, 0), 15);
    assert_int_equal(at(table, TRACK_STANCE, dean.index, 0), 0);
    set(table, TRACK_DRAFT, thing(table, KIND_CLAUSE, "gate").index, 0, 20);
    action(table, 4);
    assert_int_equal(now(table)->champion[dean.index].by, NONE);
    assert_int_equal(at(table, TRACK_STANCE, dora.index, 0), 15);
    assert_int_equal(at(table, TRACK_STANCE, dean.index, 0), -50);
    table_close(table);
}

// Who asks for the other side wins it over; who asks for the same side in one round comes too late.
static void test_a_champion_changes_sides(void **unused) {
    (void)unused;
    Table *table = table_open();
    Thing duke = thing(table, KIND_DECIDER, "duke");
    action(table, 1);
    assert_int_equal(act(table, "rich", "ally_within", duke, 1, NULL, 0).code, VERDICT_OK);
    assert_int_equal(
            act(table, "friend", "ally_within", duke, 1, NULL, 0).code, VERDICT_OK);
    action(table, 2);
    assert_int_equal(now(table)->champion[duke.index].by, actor_of(table, "rich"));
    assert_int_equal(
            act(table, "rival", "ally_within", duke, -1, NULL, 0).code, VERDICT_OK);
    action(table, 3);
    assert_int_equal(now(table)->champion[duke.index].by, actor_of(table, "rival"));
    assert_int_equal(now(table)->champion[duke.index].side, -1);
    table_close(table);
}

// Only who won it and its owner may know.
static void test_a_champion_is_a_secret(void **unused) {
    (void)unused;
    Table *table = table_open();
    Thing dean = thing(table, KIND_DECIDER, "dean");
    action(table, 1);
    assert_int_equal(act(table, "rich", "ally_within", dean, 1, NULL, 0).code, VERDICT_OK);
    action(table, 2);
    State *believed = malloc(sizeof *believed);
    const struct {
        const char *who;
        bool knows;
    } rows[] = {
            {"rich",   true },
            {"office", true },
            {"friend", false},
            {"rival",  false}
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        belief_make(table->def, now(table), actor_of(table, rows[i].who), believed);
        assert_int_equal(believed->champion[dean.index].by != NONE, rows[i].knows);
    }
    free(believed);
    table_close(table);
}

// ---- suit -----------------------------------------------------------------------------------------------

static void test_a_suit_is_granted(void **unused) {
    (void)unused;
    Table *table = table_open();
    Thing gate = thing(table, KIND_CLAIM, "gate");
    uint8_t rich = actor_of(table, "rich"), office = actor_of(table, "office"),
            court = def_find(table->def, KIND_ARENA, "bench_court").index;
    int32_t hearings = 0;
    for (; hearings < 3 && !now(table)->claims_won; hearings++) {
        action(table, 1 + hearings);
        assert_int_equal(act(table, "rich", "litigate", gate, 0, NULL, 0).code, VERDICT_OK);
        reach(table, 1 + hearings, DOES_RESOLUTION, PHASE_SHOW, MEET_NONE);
    }
    assert_int_equal(hearings, 3); // 4 + 2 evidence, 4, 4
    assert_int_equal(at(table, TRACK_PROGRESS, gate.index, rich), 140);
    assert_int_equal(now(table)->suit[gate.index][rich], 0);
    assert_int_equal(now(table)->floor[gate.index], 2);
    assert_int_equal(at(table, TRACK_LAW, gate.index, 0), 20);
    assert_int_equal(at(table, TRACK_TRUST, office, rich), -20);
    assert_int_equal(at(table, TRACK_PUBLIC, 0, 0), 550);
    assert_true(now(table)->decision[court].passed);
    action(table, 4);
    assert_int_equal(
            act(table, "friend", "litigate", gate, 0, NULL, 0).code, VERDICT_CLAIM_DECIDED);
    table_close(table);
}

static void test_a_suit_without_a_hearing_lapses(void **unused) {
    (void)unused;
    Table *table = table_open();
    Thing lamp = thing(table, KIND_CLAIM, "lamp");
    uint8_t rich = actor_of(table, "rich");
    action(table, 1);
    assert_int_equal(act(table, "rich", "litigate", lamp, 0, NULL, 0).code, VERDICT_OK);
    action(table, 2);
    assert_int_equal(now(table)->suit[lamp.index][rich], 1);
    int32_t elite = standing(table, "rich", "elite");
    action(table, 3);
    assert_int_equal(now(table)->suit[lamp.index][rich], 0);
    assert_int_equal(at(table, TRACK_PROGRESS, lamp.index, rich), 0);
    assert_int_equal(standing(table, "rich", "elite"), elite - 20 * elite / 500);
    table_close(table);
}

// ---- motion -----------------------------------------------------------------------------------------------

static void table_motion(Table *table, const char *rule, const char *member) {
    action(table, 1);
    assert_int_equal(act(table, "rich", "change_rules", thing(table, KIND_ARENA, "hall"), 0,
                             rule, actor_of(table, member))
                             .code,
            VERDICT_OK);
    reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_ROLES);
}

static void says(Table *table, const char *who, int32_t answer, VerdictCode code) {
    int32_t key = card(table, CHOICE_MOTION);
    assert_true(key >= 0);
    assert_int_equal(
            tell(table, COMMAND_CHOOSE, actor_of(table, who), key, answer).code, code);
}

static void test_a_motion_is_carried(void **unused) {
    (void)unused;
    Table *table = table_open();
    table_motion(table, "let_in", "away");
    uint8_t hall = def_find(table->def, KIND_ARENA, "hall").index;
    int32_t peer = standing(table, "rich", "peer");
    says(table, "poor", 1, VERDICT_NO_CHOICE); // a seat has no vote
    says(table, "rich", 3, VERDICT_BAD_ANSWER);
    says(table, "rich", 1, VERDICT_OK);
    says(table, "rich", 2, VERDICT_NO_CHOICE);
    says(table, "friend", 1, VERDICT_OK);
    says(table, "rival", 2, VERDICT_OK);
    // Sealed: nothing changes before the step is over.
    assert_false(state_holds_place(now(table), actor_of(table, "away"), hall));
    reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_SPEECH);
    assert_true(state_holds_place(now(table), actor_of(table, "away"), hall));
    assert_int_equal(standing(table, "rich", "peer"), peer); // away is not affected
    assert_int_equal(now(table)->motion[0].what, MOTION_NONE);
    table_close(table);
}

static void test_a_motion_falls_on_even_votes(void **unused) {
    (void)unused;
    Table *table = table_open();
    table_motion(table, "more_clauses", "rich");
    uint8_t hall = def_find(table->def, KIND_ARENA, "hall").index;
    says(table, "rich", 1, VERDICT_OK);
    says(table, "rival", 2, VERDICT_OK);
    reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_SPEECH);
    assert_int_equal(at(table, TRACK_SLOTS, hall, 0), 20);
    table_close(table);
}

static void test_more_clauses_count_in_the_same_meeting(void **unused) {
    (void)unused;
    Table *table = table_open();
    table_motion(table, "more_clauses", "rich");
    says(table, "rich", 1, VERDICT_OK);
    reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_SPEECH);
    assert_int_equal(now(table)->agenda_open, 3);
    table_close(table);
}

// Who lets the affected in is thanked by the sector; who adds to its own weight is trusted less.
static void test_what_a_motion_costs_or_brings_its_mover(void **unused) {
    (void)unused;
    Table *table = table_open();
    table_motion(table, "give_a_vote", "poor");
    says(table, "rich", 1, VERDICT_OK);
    reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_SPEECH);
    uint8_t hall = def_find(table->def, KIND_ARENA, "hall").index,
            rich = actor_of(table, "rich");
    assert_int_equal(now(table)->position[actor_of(table, "poor")][hall].weight, 1);
    assert_int_equal(standing(table, "rich", "peer"), 520);
    table_close(table);
    table = table_open();
    table_motion(table, "give_a_vote", "rich");
    says(table, "rich", 1, VERDICT_OK);
    reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_SPEECH);
    assert_int_equal(now(table)->position[rich][hall].weight, 2);
    assert_int_equal(at(table, TRACK_TRUST, actor_of(table, "friend"), rich), -10);
    assert_int_equal(at(table, TRACK_TRUST, actor_of(table, "poor"), rich), -10);
    assert_int_equal(at(table, TRACK_TRUST, rich, actor_of(table, "friend")), 0);
    table_close(table);
}

static void test_rules_of_an_arena_change(void **unused) {
    (void)unused;
    static const char *const rules[] = {
            "chair_takes_turns", "decide_by_lot", "open_books", "put_out"};
    for (size_t i = 0; i < ARRAY_COUNT(rules); i++) {
        Table *table = table_open();
        uint8_t hall = def_find(table->def, KIND_ARENA, "hall").index;
        table_motion(table, rules[i], "rival");
        says(table, "friend", 1, VERDICT_OK);
        reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_SPEECH);
        const ArenaRules *now_rules = &now(table)->rules_of[hall];
        assert_int_equal(now_rules->chair, i == 0 ? CHAIR_ROTATING : CHAIR_FIXED);
        const DecisionRule *rule = motion_rule_of(table->def, now(table), hall);
        assert_int_equal(rule->kind == RULE_SORTITION, i == 1);
        assert_int_equal(now_rules->open, i == 2);
        bool sits = state_holds_place(now(table), actor_of(table, "rival"), hall);
        assert_int_equal(sits, i != 3);
        table_close(table);
    }
}

// ---- stalling an item ------------------------------------------------------------------------------------

static bool on_agenda(const Table *table, uint8_t clause) {
    for (int32_t i = 0; i < now(table)->agenda_count; i++) {
        if (now(table)->agenda[i] == clause) return true;
    }
    return false;
}

static void test_an_item_misses_one_meeting(void **unused) {
    (void)unused;
    Table *table = table_open();
    uint8_t bench = thing(table, KIND_CLAUSE, "bench").index;
    action(table, 1);
    assert_int_equal(
            act(table, "rich", "stall", (Thing){KIND_ITEM, bench}, 0, NULL, 0).code,
            VERDICT_OK);
    assert_int_equal(
            act(table, "away", "stall", (Thing){KIND_ITEM, bench}, 0, NULL, 0).code,
            VERDICT_WRONG_TARGET);
    reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_SPEECH);
    assert_int_equal(at(table, TRACK_PUBLIC, 0, 0), 480);
    assert_false(on_agenda(table, bench));
    assert_true(on_agenda(table, thing(table, KIND_CLAUSE, "gate").index));
    reach(table, 3, DOES_NOTHING, PHASE_MEETING, MEET_SPEECH);
    assert_true(on_agenda(table, bench));
    table_close(table);
}

// ---- side offer --------------------------------------------------------------------------------------------

static void test_a_side_offer_is_taken(void **unused) {
    (void)unused;
    Table *table = table_open();
    uint8_t rich = actor_of(table, "rich"), rival = actor_of(table, "rival");
    action(table, 1);
    assert_int_equal(
            act(table, "rival", "divide", thing(table, KIND_ACTOR, "rich"), 0, NULL, 0)
                    .code,
            VERDICT_OK);
    reach(table, 2, DOES_BACKSTAGE, PHASE_OPEN, MEET_NONE);
    int32_t key = card(table, CHOICE_OFFER), cohesion = at(table, TRACK_COHESION, 0, 0),
            money = at(table, TRACK_RESOURCE, rich, 0);
    assert_int_equal(tell(table, COMMAND_CHOOSE, rival, key, 1).code, VERDICT_NO_CHOICE);
    assert_int_equal(tell(table, COMMAND_CHOOSE, rich, key, 1).code, VERDICT_OK);
    reach(table, 2, DOES_NOTHING, PHASE_MEETING, MEET_ROLES);
    assert_int_equal(at(table, TRACK_COHESION, 0, 0), cohesion - 40);
    assert_int_equal(at(table, TRACK_RESOURCE, rich, 0), money + 10);
    assert_int_equal(standing(table, "rival", "peer"), 500);
    assert_int_equal(now(table)->side_offer[0].open, 0);
    table_close(table);
}

static void test_a_side_offer_is_refused_and_told(void **unused) {
    (void)unused;
    Table *table = table_open();
    action(table, 1);
    assert_int_equal(
            act(table, "rival", "divide", thing(table, KIND_ACTOR, "rich"), 0, NULL, 0)
                    .code,
            VERDICT_OK);
    action(table, 2);
    assert_int_equal(standing(table, "rival", "peer"), 460);
    bool told = false;
    for (int32_t i = 0; i < table->game->ledger.count; i++) {
        const Event *event = &table->game->ledger.items[i];
        if (event->kind == EVENT_SIDE_OFFER_END && event->b == 0)
            told = !(event->flags & (EVENT_QUIET | EVENT_SECRET));
    }
    assert_true(told);
    table_close(table);
}

// ---- ruling ---------------------------------------------------------------------------------------------

static void argue(Table *table, int32_t answer) {
    action(table, 1);
    assert_int_equal(act(table, "poor", "argue", nothing, 0, NULL, 0).code, VERDICT_OK);
    reach(table, 1, DOES_RESOLUTION, PHASE_SHOW, SUB_HEARING);
    assert_int_equal(
            at(table, TRACK_TIME, actor_of(table, "poor"), 0), 30); // nothing is paid yet
    int32_t key = card(table, CHOICE_RULING);
    assert_int_equal(tell(table, COMMAND_CHOOSE, actor_of(table, "poor"), key, 4).code,
            VERDICT_NO_CHOICE);
    assert_int_equal(tell(table, COMMAND_CHOOSE, NONE, key, 9).code, VERDICT_BAD_ANSWER);
    if (answer >= 0) {
        assert_int_equal(tell(table, COMMAND_CHOOSE, NONE, key, answer).code, VERDICT_OK);
        assert_int_equal(tell(table, COMMAND_CHOOSE, NONE, key, 0).code, VERDICT_NO_CHOICE);
    }
    reach(table, 1, DOES_RESOLUTION, PHASE_SHOW, MEET_NONE);
    assert_int_equal(card(table, CHOICE_RULING), -1);
    assert_int_equal(at(table, TRACK_TIME, actor_of(table, "poor"), 0), 20);
}

static void test_a_ruling_takes_effect_for_who_argued(void **unused) {
    (void)unused;
    Table *table = table_open();
    argue(table, 4); // the place: +4
    assert_int_equal(standing(table, "poor", "locals"), 540);
    assert_int_equal(standing(table, "rich", "locals"), 500);
    table_close(table);
    table = table_open();
    argue(table, 0); // it backfires
    assert_int_equal(at(table, TRACK_PUBLIC, 0, 0), 480);
    table_close(table);
}

static void test_no_ruling_is_the_default_and_is_told(void **unused) {
    (void)unused;
    Table *table = table_open();
    argue(table, -1);
    assert_int_equal(at(table, TRACK_PUBLIC, 0, 0), 500);
    int32_t said = -1;
    for (int32_t i = 0; i < table->game->ledger.count; i++) {
        const Event *event = &table->game->ledger.items[i];
        if (event->kind == EVENT_CARD_SAYS && event->actor == NONE) said = event->b;
    }
    assert_int_equal(said, 1);
    table_close(table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_champion_pushes_until_its_price),
            cmocka_unit_test(test_a_champion_changes_sides),
            cmocka_unit_test(test_a_champion_is_a_secret),
            cmocka_unit_test(test_a_suit_is_granted),
            cmocka_unit_test(test_a_suit_without_a_hearing_lapses),
            cmocka_unit_test(test_a_motion_is_carried),
            cmocka_unit_test(test_a_motion_falls_on_even_votes),
            cmocka_unit_test(test_more_clauses_count_in_the_same_meeting),
            cmocka_unit_test(test_what_a_motion_costs_or_brings_its_mover),
            cmocka_unit_test(test_rules_of_an_arena_change),
            cmocka_unit_test(test_an_item_misses_one_meeting),
            cmocka_unit_test(test_a_side_offer_is_taken),
            cmocka_unit_test(test_a_side_offer_is_refused_and_told),
            cmocka_unit_test(test_a_ruling_takes_effect_for_who_argued),
            cmocka_unit_test(test_no_ruling_is_the_default_and_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

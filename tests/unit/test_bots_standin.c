// tests/unit/test_bots_standin.c — who plays for a person who is away keeps its word and does nothing the person would have to answer for. Never: judges how well.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bots/parts.h"
#include "rules/fold.h"
#include "sim_packs.h"

typedef struct Counts {
    int32_t acts, verbs, stories, tradeoffs, signatures, refused, votes;
} Counts;

typedef struct Table {
    SimPack pack;
    uint8_t actor;
    Counts counts;
} Table;

static int setup(void **context) {
    Table *table = calloc(1, sizeof *table);
    *context = table;
    return sim_pack_open(&table->pack, "scenarios/riverside-link") ? 0 : -1;
}

static int teardown(void **context) {
    Table *table = *context;
    sim_pack_close(&table->pack);
    free(table);
    return 0;
}

static const State *state_of(void *context) {
    return &((Table *)context)->pack.game->state;
}

static bool spends_story(const Def *def, const Act *act) {
    for (int32_t i = 0; i < def->moves[act->move].costs.count; i++) {
        if (def->changes[def->moves[act->move].costs.first + i].track == TRACK_STORY)
            return true;
    }
    return act->token == 1;
}

static void note(Table *table, const Command *command, const Verdict *verdict) {
    const Def *def = table->pack.game->def;
    Counts *counts = &table->counts;
    if (command->actor != table->actor) return;
    counts->refused += verdict->code != VERDICT_OK;
    switch (command->kind) {
    case COMMAND_ACT: {
        const Move *move = &def->moves[command->act.move];
        counts->acts++;
        counts->verbs += move->kind != MOVE_POINT;
        counts->tradeoffs += move->kind == MOVE_TRADEOFF;
        counts->stories += spends_story(def, &command->act);
        return;
    }
    case COMMAND_VOTE: counts->votes += command->b == 0; return;
    case COMMAND_DEAL_OFFER:
    case COMMAND_DEAL_ACCEPT:
    case COMMAND_COALITION_PROPOSE:
    case COMMAND_COALITION_LEAVE:
    case COMMAND_COALITION_FRAME: counts->signatures++; return;
    case COMMAND_COALITION_SAY: counts->signatures += command->b == 1; return;
    default: return;
    }
}

static bool submit(void *context, const Command *command, Verdict *verdict) {
    Table *table = context;
    *verdict = sim_game_send(table->pack.game, command);
    note(table, command, verdict);
    return table->pack.game->fault[0] == 0;
}

// Whole games in which one seat is a stand-in and all others are personas.
static Counts play(Table *table, const char *id, SeatPolicy policy, uint64_t games) {
    SimGame *game = table->pack.game;
    const Def *def = game->def;
    CrewDoor door = {.context = table, .state = state_of, .submit = submit};
    table->actor = def_find(def, KIND_ACTOR, id).index;
    table->counts = (Counts){0};
    for (uint64_t seed = 1; seed <= games; seed++) {
        fold_begin(def, &game->state, seed);
        game->ledger.count = 0;
        crew_reset(game->crew, BOT_PERSONA, seed);
        Command start = {.kind = COMMAND_START, .actor = NONE, .at_phase = NONE};
        assert_int_equal(sim_game_send(game, &start).code, VERDICT_OK);
        Command away = {.kind = COMMAND_SEAT,
                .actor = NONE,
                .at_phase = NONE,
                .a = table->actor,
                .b = BY_STAND_IN,
                .c = (int16_t)policy};
        assert_int_equal(sim_game_send(game, &away).code, VERDICT_OK);
        assert_true(crew_play(game->crew, &door));
        assert_int_equal(game->state.status, STATUS_DEBRIEF);
    }
    return table->counts;
}

static void no_policy_signs_or_spends_a_story(void **context) {
    static const char *const seats[] = {"parents", "link", "bigcare", "council"};
    for (size_t i = 0; i < ARRAY_COUNT(seats); i++) {
        for (int policy = POLICY_HOLD; policy < POLICY_COUNT; policy++) {
            Counts counts = play(*context, seats[i], (SeatPolicy)policy, 3);
            assert_int_equal(counts.signatures, 0);
            assert_int_equal(counts.stories, 0);
            assert_int_equal(counts.tradeoffs, 0);
            assert_int_equal(counts.refused, 0);
        }
    }
}

static void holding_and_abstaining_seats_press_nobody(void **context) {
    assert_int_equal(play(*context, "link", POLICY_HOLD, 3).verbs, 0);
    Counts council = play(*context, "council", POLICY_ABSTAIN, 3);
    assert_int_equal(council.verbs, 0);
    assert_int_equal(council.votes, 9); // three deciders in the last round of three games
    assert_int_equal(play(*context, "council", POLICY_HOLD, 3).votes, 0);
}

static void a_persona_as_stand_in_acts_and_repeat_begins_with_nothing(void **context) {
    assert_true(play(*context, "link", POLICY_PERSONA, 3).verbs > 12);
    assert_int_equal(play(*context, "link", POLICY_REPEAT, 3).verbs, 0);
}

static void a_policy_that_is_none_is_refused(void **context) {
    SimGame *game = ((Table *)*context)->pack.game;
    fold_begin(game->def, &game->state, 1);
    Command away = {.kind = COMMAND_SEAT,
            .actor = NONE,
            .at_phase = NONE,
            .a = 0,
            .b = BY_STAND_IN,
            .c = POLICY_COUNT};
    assert_int_equal(sim_game_send(game, &away).code, VERDICT_BAD_COMMAND);
    away.c = -1;
    assert_int_equal(sim_game_send(game, &away).code, VERDICT_BAD_COMMAND);
    away.c = POLICY_REPEAT;
    assert_int_equal(sim_game_send(game, &away).code, VERDICT_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(no_policy_signs_or_spends_a_story),
            cmocka_unit_test(holding_and_abstaining_seats_press_nobody),
            cmocka_unit_test(a_persona_as_stand_in_acts_and_repeat_begins_with_nothing),
            cmocka_unit_test(a_policy_that_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}

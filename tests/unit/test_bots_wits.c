// tests/unit/test_bots_wits.c — single decisions of computer players: credit, requests for a yes, doubts about minutes, invitations, the queue, roles that a goal asks for. Never: judges how well a game went.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bots/consent.h"
#include "bots/doubt.h"
#include "bots/points.h"
#include "rules/fold.h"
#include "sim/balance.h"
#include "sim_packs.h"

enum { GAMES = 4, HIGH = 40 };

typedef struct Table {
    SimPack pack;
    BotDesk desk;
} Table;

static int setup(void **context) {
    Table *table = calloc(1, sizeof *table);
    *context = table;
    return sim_pack_open(&table->pack, "scenarios/riverside-link") ? 0 : -1;
}

static int teardown(void **context) {
    Table *table = *context;
    event_list_free(&table->desk.events);
    sim_pack_close(&table->pack);
    free(table);
    return 0;
}

static uint8_t id_of(const Table *table, Kind kind, const char *id) {
    return def_find(table->pack.scenario.def, kind, id).index;
}

static uint8_t move_of(const Table *table, const char *id) {
    const Def *def = table->pack.scenario.def;
    for (int32_t m = 0; m < def->moves_count; m++) {
        if (strcmp(def_text(def, def->moves[m].id), id) == 0) return (uint8_t)m;
    }
    return NONE;
}

static void begin(Table *table) {
    fold_begin(table->pack.scenario.def, &table->desk.believed, 1);
    table->desk.tried = table->desk.believed;
}

static int32_t count(const SimGame *game, EventKind kind, int32_t answer) {
    int32_t sum = 0;
    for (int32_t i = 0; i < game->ledger.count; i++) {
        const Event *event = &game->ledger.items[i];
        sum += event->kind == kind && (answer < 0 || event->b == answer);
    }
    return sum;
}

static void set(State *state, const Def *def, int32_t track, int32_t row, int32_t column,
        int32_t tenths) {
    fold_suppose(state, def_cell(def, track, row, column), tenths);
}

// ---- credit -----------------------------------------------------------------------------------------

static void credit_is_given_or_claimed_after_a_yes_and_never_after_a_no(void **context) {
    Table *table = *context;
    SimGame *game = table->pack.game;
    int32_t yes = 0;
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        assert_true(sim_game_play(game, BOT_PERSONA, seed));
        bool passed = balance_passed(game->def, &game->state);
        yes += passed;
        int32_t taps = count(game, EVENT_CREDIT, -1);
        assert_true(passed ? taps > 0 : taps == 0);
    }
    assert_true(yes > 0);
}

// ---- the yes of another -----------------------------------------------------------------------------

static void a_yes_is_asked_for_and_given_before_money_with_strings(void **context) {
    Table *table = *context;
    SimGame *game = table->pack.game;
    int32_t asked = 0, agreed = 0, tied = 0;
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        assert_true(sim_game_play(game, BOT_PERSONA, seed));
        asked += count(game, EVENT_CONSENT_ASKED, -1);
        agreed += count(game, EVENT_CONSENT_SAID, 1);
        tied += count(game, EVENT_TIED, -1);
    }
    assert_true(asked > 0 && agreed > 0 && tied > 0);
    assert_true(tied <= agreed && agreed <= asked);
}

static int32_t answer_of(Table *table, const char *giver, const char *receiver) {
    const Def *def = table->pack.scenario.def;
    uint8_t by = id_of(table, KIND_ACTOR, giver), to = id_of(table, KIND_ACTOR, receiver);
    State state = table->desk.believed;
    state.consent[0] = (Consent){
            .state = CONSENT_ASKED,
            .by = by,
            .to = to,
            .move = move_of(table, "fund"),
            .asked = {1, 1}
    };
    Bot bot = bot_make(to, BOT_PERSONA, 1);
    return consent_answer(&bot, &table->desk, def, &state, 0);
}

static void who_needs_no_money_lets_nobody_tie_it(void **context) {
    Table *table = *context;
    begin(table);
    table->desk.believed.status = STATUS_RUNNING;
    table->desk.believed.round = 1;
    assert_int_equal(answer_of(table, "council", "link"), 1);
    assert_int_equal(answer_of(table, "council", "parents"), 0);
}

// Who is in need of what is offered takes it, strings and all.
static void who_is_in_need_lets_itself_be_tied(void **context) {
    Table *table = *context;
    const Def *def = table->pack.scenario.def;
    begin(table);
    table->desk.believed.status = STATUS_RUNNING;
    table->desk.believed.round = 1;
    assert_int_equal(answer_of(table, "council", "parents"), 0);
    begin(table);
    table->desk.believed.status = STATUS_RUNNING;
    table->desk.believed.round = 1;
    for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++)
        set(&table->desk.believed, def, TRACK_NEED, id_of(table, KIND_ACTOR, "parents"), r,
                50);
    assert_int_equal(answer_of(table, "council", "parents"), 1);
}

// ---- minutes ----------------------------------------------------------------------------------------

static void a_line_is_doubted_when_a_distrusted_taker_wrote_it_for_itself(void **context) {
    Table *table = *context;
    const Def *def = table->pack.scenario.def;
    begin(table);
    State *state = &table->desk.believed;
    uint8_t me = id_of(table, KIND_ACTOR, "link"),
            other = id_of(table, KIND_ACTOR, "bigcare");
    state->utterance[3] = (Utterance){.state = UTTERANCE_LIVE,
            .author = other,
            .voiced_by = other,
            .taker = other,
            .kind = UTTER_FRAME,
            .target = id_of(table, KIND_FRAME, "efficiency"),
            .strength = 4};
    Act act = {
            .actor = me, .target = {KIND_LINE, 3}
    };
    assert_int_equal(doubt_worth(def, state, &act), 0);
    set(state, def, TRACK_TRUST, me, other, -20);
    assert_true(doubt_worth(def, state, &act) > HIGH);
    state->utterance[3].author = id_of(table, KIND_ACTOR, "schools");
    assert_int_equal(doubt_worth(def, state, &act), 0);
    state->utterance[3].author = state->utterance[3].taker = me;
    assert_int_equal(doubt_worth(def, state, &act), 0);
}

// ---- voices -----------------------------------------------------------------------------------------

static int32_t invited(Table *table, const char *other) {
    const Def *def = table->pack.scenario.def;
    Act act = {
            .actor = id_of(table, KIND_ACTOR, "link"),
            .target = {KIND_ACTOR, id_of(table, KIND_ACTOR, other)}
    };
    begin(table);
    uint16_t cell = def_cell(def, TRACK_VOICE, act.target.index, 0);
    fold_suppose(&table->desk.tried, cell, table->desk.believed.cell[cell] + 10);
    return points_voice_given(&table->desk, def, &act);
}

static void a_silent_friend_is_worth_inviting_and_an_opponent_costs(void **context) {
    assert_true(invited(*context, "parents") > 0);
    assert_true(invited(*context, "council") < 0);
}

static int32_t item_worth(Table *table, const char *actor, const char *clause) {
    Act act = {
            .actor = id_of(table, KIND_ACTOR, actor),
            .target = {KIND_ITEM, id_of(table, KIND_CLAUSE, clause)}
    };
    return points_item_worth(table->pack.scenario.def, &table->desk.believed, &act);
}

static void what_comes_up_anyway_is_not_queued(void **context) {
    Table *table = *context;
    begin(table);
    table->desk.believed.round = 1;
    table->desk.believed.meeting = 0;
    table->desk.believed.meetings[0] = id_of(table, KIND_ARENA, "board");
    set(&table->desk.believed, table->pack.scenario.def, TRACK_DRAFT,
            id_of(table, KIND_CLAUSE, "choice"), 0, 20);
    assert_int_equal(item_worth(table, "parents", "reach"), 0);
    assert_true(item_worth(table, "parents", "seat") > 0);
    assert_int_equal(item_worth(table, "bigcare", "seat"), 0);
}

static void a_role_is_bid_for_when_a_goal_asks_for_it(void **context) {
    Table *table = *context;
    SimGame *game = table->pack.game;
    uint8_t institute = id_of(table, KIND_ACTOR, "institute"),
            minutes = move_of(table, "minutes");
    int32_t games = 0;
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        assert_true(sim_game_play(game, BOT_PERSONA, seed));
        games += game->state.done_moves[institute][minutes] > 0;
    }
    assert_true(games > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(credit_is_given_or_claimed_after_a_yes_and_never_after_a_no),
            cmocka_unit_test(a_yes_is_asked_for_and_given_before_money_with_strings),
            cmocka_unit_test(who_needs_no_money_lets_nobody_tie_it),
            cmocka_unit_test(who_is_in_need_lets_itself_be_tied),
            cmocka_unit_test(a_line_is_doubted_when_a_distrusted_taker_wrote_it_for_itself),
            cmocka_unit_test(a_silent_friend_is_worth_inviting_and_an_opponent_costs),
            cmocka_unit_test(what_comes_up_anyway_is_not_queued),
            cmocka_unit_test(a_role_is_bid_for_when_a_goal_asks_for_it),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}

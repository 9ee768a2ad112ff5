// tests/unit/test_sim_building.c — the whole life of grants, loans, called meetings and gifts of voice, in the deck of the tables. Never: computer players.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/building.h"
#include "rules/criteria.h"
#include "rules/fold.h"
#include "rules/gate.h"
#include "rules/loan.h"
#include "rules/macro.h"
#include "rules/options.h"
#include "sim_packs.h"

enum { RICH, POOR, OFFICE, FRIEND, RIVAL, AWAY };
enum { WITHOUT, WITH };
enum { NO, YES };

typedef struct Table {
    SimPack pack;
    const Def *def;
} Table;

static const State *now(const Table *table) { return &table->pack.game->state; }

static Verdict say(Table *table, Command command) {
    command.at_phase = NONE;
    return sim_game_send(table->pack.game, &command);
}

static void advance(Table *table) {
    Command command = {.kind = COMMAND_ADVANCE, .actor = NONE};
    assert_int_equal(say(table, command).code, VERDICT_OK);
}

static uint8_t does(const Table *table) {
    return now(table)->status == STATUS_RUNNING ? table->def->phases[now(table)->phase].does
                                                : DOES_NOTHING;
}

// Goes on to a step of a round.
static void reach(Table *table, int32_t round, PhaseDoes step) {
    for (int32_t i = 0; i < 100; i++) {
        if (now(table)->round == round && does(table) == step) return;
        advance(table);
    }
    fail_msg("round %d was never reached", (int)round);
}

// The first step of the first meeting of a round.
static void reach_meeting(Table *table, int32_t round) {
    for (int32_t i = 0; i < 100; i++) {
        const State *state = now(table);
        bool meets = state->status == STATUS_RUNNING && state->round == round
                     && table->def->phases[state->phase].kind == PHASE_MEETING;
        if (meets) return;
        advance(table);
    }
    fail_msg("no meeting in round %d", (int)round);
}

static Table *open_table(void) {
    Table *table = calloc(1, sizeof *table);
    assert_true(sim_pack_open(&table->pack, "tests/packs/deck-table"));
    table->def = table->pack.scenario.def;
    SimGame *game = table->pack.game;
    game->check = true;
    fold_begin(table->def, &game->state, 1);
    for (int32_t i = 0; i < def_count(table->def, KIND_ACTOR); i++) {
        Command seat = {
                .kind = COMMAND_SEAT, .actor = NONE, .a = (int16_t)i, .b = BY_PERSON};
        assert_int_equal(say(table, seat).code, VERDICT_OK);
    }
    Command start = {.kind = COMMAND_START, .actor = NONE};
    assert_int_equal(say(table, start).code, VERDICT_OK);
    return table;
}

static void close_table(Table *table) {
    assert_string_equal(table->pack.game->fault, "");
    sim_pack_close(&table->pack);
    free(table);
}

static uint16_t money(const Table *table, uint8_t actor) {
    return def_cell(table->def, TRACK_RESOURCE, actor, 0);
}

static int32_t at(const Table *table, int32_t track, int32_t row, int32_t column) {
    return state_at(table->def, now(table), track, row, column);
}

static void given(Table *table, uint16_t cell, int32_t tenths) {
    Command command = {
            .kind = COMMAND_GIVEN, .actor = NONE, .a = (int16_t)cell, .b = (int16_t)tenths};
    assert_int_equal(say(table, command).code, VERDICT_OK);
}

static uint8_t move_of(const Table *table, const char *id) {
    int32_t move = def_find_move(table->def, id);
    assert_true(move >= 0);
    return (uint8_t)move;
}

static Act act_of(const Table *table, uint8_t actor, const char *move, Kind kind,
        const char *target) {
    Act act = {
            .move = move_of(table, move),
            .actor = actor,
            .target = {KIND_NONE, NONE},
            .arena = NONE
    };
    if (kind != KIND_NONE) act.target = def_find(table->def, kind, target);
    return act;
}

// The answer to one question of the move, by the question's name.
static void answer(const Table *table, Act *act, const char *name, int32_t value) {
    const Move *move = &table->def->moves[act->move];
    for (int32_t i = 0; i < move->asks_count; i++) {
        if (strcmp(def_text(table->def, move->asks[i].id), name) != 0) continue;
        act->asked[i] = (int16_t)value;
        return;
    }
    fail_msg("nobody asks for %s", name);
}

static VerdictCode plan(Table *table, Act act) {
    Command command = {.kind = COMMAND_ACT, .actor = act.actor, .act = act};
    return (VerdictCode)say(table, command).code;
}

static VerdictCode ask(Table *table, Act act) {
    Command command = {.kind = COMMAND_CONSENT_ASK, .actor = act.actor, .act = act};
    return (VerdictCode)say(table, command).code;
}

static VerdictCode reply(Table *table, uint8_t actor, int32_t slot, int32_t says) {
    Command command = {.kind = COMMAND_CHOOSE,
            .actor = actor,
            .a = (int16_t)(CHOICE_KEY + slot),
            .b = (int16_t)says};
    return (VerdictCode)say(table, command).code;
}

static Act grant(const Table *table, int32_t amount, int32_t strings) {
    Act act = act_of(table, RICH, "fund", KIND_ACTOR, "poor");
    answer(table, &act, "amount", amount);
    answer(table, &act, "strings", strings);
    return act;
}

// ---- money with a string ---------------------------------------------------------------------

static void test_a_string_needs_a_yes_in_time(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    assert_int_equal(ask(table, grant(table, 3, WITH)), VERDICT_WRONG_PHASE);
    assert_int_equal(plan(table, grant(table, 3, WITH)), VERDICT_NEED_CONSENT);
    reach(table, 2, DOES_BACKSTAGE);
    assert_int_equal(ask(table, grant(table, 3, WITHOUT)), VERDICT_NO_NEED_TO_ASK);
    assert_int_equal(ask(table, grant(table, 7, WITH)), VERDICT_BAD_ANSWER);
    assert_int_equal(ask(table, grant(table, 3, WITH)), VERDICT_OK);
    assert_int_equal(ask(table, grant(table, 3, WITH)), VERDICT_ONCE_A_ROUND);
    assert_int_equal(reply(table, AWAY, 0, YES), VERDICT_NO_CHOICE);
    assert_int_equal(reply(table, POOR, 0, YES), VERDICT_OK);
    reach(table, 2, DOES_ACTION);
    assert_int_equal(plan(table, grant(table, 4, WITH)), VERDICT_NEED_CONSENT);
    assert_int_equal(plan(table, grant(table, 3, WITH)), VERDICT_OK);
    reach(table, 2, DOES_RESOLUTION);
    assert_int_equal(now(table)->cell[money(table, RICH)], 70);
    assert_int_equal(now(table)->cell[money(table, POOR)], 30);
    assert_int_equal(at(table, TRACK_RESTRICTED, RICH, POOR), 30);
    assert_int_equal(at(table, TRACK_LEGITIMACY, POOR, 0), 490);
    assert_int_equal(at(table, TRACK_LEGITIMACY, RICH, 4), 500);
    assert_int_equal(at(table, TRACK_TRUST, POOR, RICH), 0);
    close_table(table);
}

static void test_no_answer_and_no_are_no(void **unused) {
    (void)unused;
    for (int32_t silent = 0; silent < 2; silent++) {
        Table *table = open_table();
        reach(table, 1, DOES_BACKSTAGE);
        assert_int_equal(ask(table, grant(table, 2, WITH)), VERDICT_OK);
        if (!silent) assert_int_equal(reply(table, POOR, 0, NO), VERDICT_OK);
        reach(table, 1, DOES_ACTION);
        assert_int_equal(now(table)->consent[0].state, CONSENT_NO);
        assert_int_equal(plan(table, grant(table, 2, WITH)), VERDICT_NEED_CONSENT);
        close_table(table);
    }
}

static void test_a_yes_is_for_one_round(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_BACKSTAGE);
    assert_int_equal(ask(table, grant(table, 2, WITH)), VERDICT_OK);
    assert_int_equal(reply(table, POOR, 0, YES), VERDICT_OK);
    reach(table, 2, DOES_ACTION);
    assert_int_equal(plan(table, grant(table, 2, WITH)), VERDICT_NEED_CONSENT);
    close_table(table);
}

static void tie(Table *table, int32_t round, uint8_t giver, int32_t amount) {
    Act act = act_of(table, giver, "fund", KIND_ACTOR, "rich");
    answer(table, &act, "amount", amount);
    answer(table, &act, "strings", WITH);
    reach(table, round, DOES_BACKSTAGE);
    assert_int_equal(ask(table, act), VERDICT_OK);
    assert_int_equal(reply(table, RICH, 0, YES), VERDICT_OK);
    reach(table, round, DOES_ACTION);
    assert_int_equal(plan(table, act), VERDICT_OK);
    reach(table, round, DOES_RESOLUTION);
}

// The office answers for dean; its money closes disrupt and speaking truth against dean, and only that.
static void test_a_string_closes_what_it_names_while_the_money_lasts(void **unused) {
    (void)unused;
    Table *table = open_table();
    tie(table, 1, OFFICE, 2);
    reach(table, 2, DOES_ACTION);
    Act truth = act_of(table, RICH, "speak_truth", KIND_DECIDER, "dean");
    Act other = act_of(table, RICH, "speak_truth", KIND_DECIDER, "dora");
    Act disrupt = act_of(table, RICH, "disrupt", KIND_DECIDER, "dean");
    Act lobby = act_of(table, RICH, "lobby", KIND_DECIDER, "dean");
    truth.side = other.side = disrupt.side = lobby.side = 1;
    assert_int_equal(plan(table, truth), VERDICT_TIED);
    assert_int_equal(plan(table, disrupt), VERDICT_TIED);
    assert_int_equal(plan(table, other), VERDICT_OK);
    assert_int_equal(plan(table, lobby), VERDICT_OK);
    Act spend = grant(table, 2, WITHOUT);
    assert_int_equal(plan(table, spend), VERDICT_OK);
    reach(table, 2, DOES_RESOLUTION);
    assert_int_equal(at(table, TRACK_RESTRICTED, OFFICE, RICH), 0); // spent first
    reach(table, 3, DOES_ACTION);
    assert_int_equal(plan(table, truth), VERDICT_OK);
    close_table(table);
}

// Two givers at once can bring more than fits: the rest comes back to the one it is too much from.
static void test_what_does_not_fit_comes_back(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    given(table, money(table, POOR), 180);
    Act first = grant(table, 2, WITHOUT);
    Act second = act_of(table, RIVAL, "fund", KIND_ACTOR, "poor");
    answer(table, &second, "amount", 1);
    assert_int_equal(plan(table, first), VERDICT_OK);
    assert_int_equal(plan(table, second), VERDICT_OK);
    reach(table, 1, DOES_RESOLUTION);
    assert_int_equal(now(table)->cell[money(table, POOR)], 200);
    assert_int_equal(now(table)->cell[money(table, RICH)], 80);
    assert_int_equal(now(table)->cell[money(table, RIVAL)], 50);
    close_table(table);
}

static void test_a_stand_in_is_not_asked(void **unused) {
    (void)unused;
    Table *table = open_table();
    Command seat = {.kind = COMMAND_SEAT, .actor = NONE, .a = POOR, .b = BY_STAND_IN};
    assert_int_equal(say(table, seat).code, VERDICT_OK);
    reach(table, 1, DOES_BACKSTAGE);
    assert_int_equal(ask(table, grant(table, 2, WITH)), VERDICT_OK);
    for (int32_t i = 0; i < OPEN_CHOICES_MAX; i++)
        assert_int_equal(now(table)->choice[i].open, 0);
    reach(table, 1, DOES_ACTION);
    assert_int_equal(plan(table, grant(table, 2, WITH)), VERDICT_NEED_CONSENT);
    close_table(table);
}

// What may be asked for in BACKSTAGE is exactly what the gate takes as a request.
static void test_requests_are_listed(void **unused) {
    (void)unused;
    Table *table = open_table();
    Act *list = calloc(OPTIONS_MAX, sizeof *list);
    reach(table, 1, DOES_BACKSTAGE);
    int32_t count = options_requests(
            table->def, now(table), RICH, move_of(table, "fund"), list, OPTIONS_MAX);
    assert_int_equal(count, 5 * 6); // five others, one to six money, tied
    for (int32_t i = 0; i < count; i++) {
        Command command = {.kind = COMMAND_CONSENT_ASK,
                .actor = RICH,
                .at_phase = NONE,
                .act = list[i]};
        assert_int_equal(gate_check(table->def, now(table), &command).code, VERDICT_OK);
    }
    assert_int_equal(options_requests(table->def, now(table), RICH, move_of(table, "lobby"),
                             list, OPTIONS_MAX),
            0);
    free(list);
    close_table(table);
}

// ---- loans ---------------------------------------------------------------------------------------

static Act lend(
        const Table *table, uint8_t giver, const char *to, int32_t what, int32_t rounds) {
    Act act = act_of(table, giver, "share_power", KIND_ACTOR, to);
    answer(table, &act, "what", what);
    answer(table, &act, "where", 0);
    answer(table, &act, "how_long", rounds);
    return act;
}

static const Position *held(const Table *table, uint8_t actor) {
    return &now(table)->position[actor][0];
}

static void test_a_loan_is_seen_counts_and_returns(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    int32_t before = macro_share(table->def, now(table), AWAY);
    assert_int_equal(plan(table, lend(table, RICH, "away", LOAN_VOTE, 2)), VERDICT_OK);
    reach(table, 1, DOES_RESOLUTION);
    assert_int_equal(held(table, AWAY)->weight, 1);
    assert_int_equal(held(table, AWAY)->state, 1);
    assert_int_equal(held(table, AWAY)->until, 3);
    assert_int_equal(held(table, RICH)->weight, 0);
    assert_int_equal(held(table, RICH)->places, PLACE_SEAT);
    assert_true(macro_share(table->def, now(table), AWAY) > before);
    reach(table, 3, DOES_ACTION);
    assert_int_equal(held(table, AWAY)->weight, 1);
    reach(table, 4, DOES_NEWS);
    assert_int_equal(held(table, RICH)->weight, 1);
    assert_int_equal(held(table, AWAY)->weight, 0);
    assert_int_equal(held(table, AWAY)->places, 0); // the seat came along and goes along
    assert_int_equal(held(table, AWAY)->state, 0);
    assert_int_equal(now(table)->loan[0].state, LOAN_FREE);
    close_table(table);
}

static void test_two_loans_and_one_seat(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    assert_int_equal(plan(table, lend(table, RICH, "away", LOAN_VOTE, 1)), VERDICT_OK);
    assert_int_equal(plan(table, lend(table, OFFICE, "away", LOAN_CHAIR, 2)), VERDICT_OK);
    reach(table, 3, DOES_NEWS);
    assert_int_equal(held(table, AWAY)->weight, 0);
    assert_int_equal(held(table, AWAY)->places, PLACE_SEAT | PLACE_CHAIR);
    reach(table, 4, DOES_NEWS);
    assert_int_equal(held(table, AWAY)->places, 0);
    assert_int_equal(held(table, OFFICE)->places, PLACE_SEAT | PLACE_CHAIR);
    close_table(table);
}

static Act embed(const Table *table, uint8_t actor) {
    Act act = act_of(table, actor, "institutionalise", KIND_NONE, "");
    act.target = (Thing){KIND_POSITION, 0};
    return act;
}

static void test_both_make_it_last(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    assert_int_equal(plan(table, lend(table, RICH, "poor", LOAN_VOTE, 1)), VERDICT_OK);
    reach(table, 2, DOES_ACTION);
    assert_int_equal(plan(table, embed(table, RICH)), VERDICT_OK);
    assert_int_equal(plan(table, embed(table, POOR)), VERDICT_OK);
    reach(table, 2, DOES_RESOLUTION);
    assert_int_equal(now(table)->loan[0].state, LOAN_EMBEDDED);
    assert_int_equal(held(table, POOR)->state, 2);
    assert_int_equal(now(table)->cell[money(table, RICH)], 90);
    assert_int_equal(now(table)->cell[money(table, POOR)], 0);
    assert_int_equal(loan_embedded(now(table)), 1);
    reach(table, 4, DOES_ACTION);
    assert_int_equal(held(table, POOR)->weight, 1);
    assert_int_equal(plan(table, embed(table, POOR)), VERDICT_NOT_LENT);
    close_table(table);
}

// Durability counts 10 for each of them, 20 at most, and nothing else about positions.
static void test_durability_counts_what_is_embedded(void **unused) {
    (void)unused;
    Table *table = open_table();
    State *state = &table->pack.game->state;
    state->decision[0] = (Decision){.done = 1, .passed = 1};
    int32_t bare = criteria_durability(table->def, state, 0);
    state->position[POOR][0].state = 1;
    assert_int_equal(criteria_durability(table->def, state, 0), bare);
    for (int32_t i = 0; i < 3; i++) {
        state->loan[i] = (Loan){.state = LOAN_EMBEDDED, .place = LOAN_SEAT};
        int32_t counted = i < 2 ? i + 1 : 2;
        assert_int_equal(criteria_durability(table->def, state, 0), bare + 10 * counted);
    }
    state->loan[0].state = LOAN_LENT;
    state->loan[1].state = LOAN_FREE;
    assert_int_equal(criteria_durability(table->def, state, 0), bare + 10);
    close_table(table);
}

static void test_one_alone_does_not_make_it_last(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    assert_int_equal(plan(table, lend(table, RICH, "poor", LOAN_VOTE, 3)), VERDICT_OK);
    reach(table, 2, DOES_ACTION);
    assert_int_equal(plan(table, embed(table, RICH)), VERDICT_OK);
    reach(table, 3, DOES_ACTION); // another round: the first yes is forgotten
    assert_int_equal(plan(table, embed(table, POOR)), VERDICT_OK);
    reach(table, 3, DOES_RESOLUTION);
    assert_int_equal(now(table)->loan[0].state, LOAN_LENT);
    close_table(table);
}

static void test_a_budget_comes_back_as_far_as_it_is_there(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    assert_int_equal(plan(table, lend(table, RICH, "poor", LOAN_BUDGET, 1)), VERDICT_OK);
    reach(table, 2, DOES_ACTION);
    assert_int_equal(now(table)->cell[money(table, POOR)], 20);
    Act campaign = act_of(table, POOR, "campaign", KIND_FRAME, "play");
    campaign.side = 1;
    assert_int_equal(plan(table, campaign), VERDICT_OK);
    reach(table, 3, DOES_ACTION);
    assert_int_equal(now(table)->cell[money(table, POOR)], 0);
    assert_int_equal(now(table)->cell[money(table, RICH)], 90);
    close_table(table);
}

static void test_a_full_table_of_loans_says_so(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    for (int32_t i = 0; i < LOANS_MAX; i++) {
        table->pack.game->state.loan[i] = (Loan){.state = LOAN_EMBEDDED,
                .giver = OFFICE,
                .receiver = RIVAL,
                .arena = 1,
                .place = LOAN_PEN};
    }
    Verdict verdict = {
            .code = (uint16_t)plan(table, lend(table, RICH, "poor", LOAN_VOTE, 1))};
    assert_int_equal(verdict.code, VERDICT_LOANS_FULL);
    close_table(table);
}

// ---- meetings that are called --------------------------------------------------------------------

static Act call(const Table *table, uint16_t guests, uint8_t chair) {
    Act act = act_of(table, RICH, "convene", KIND_ARENA, "square");
    answer(table, &act, "guests", guests);
    answer(table, &act, "chair", chair);
    return act;
}

static void test_a_called_place_meets_first_with_its_guests(void **unused) {
    (void)unused;
    Table *table = open_table();
    uint8_t square = def_find(table->def, KIND_ARENA, "square").index;
    reach(table, 1, DOES_ACTION);
    uint16_t guests = 1u << POOR | 1u << AWAY;
    assert_int_equal(plan(table, call(table, guests, POOR)), VERDICT_OK);
    reach_meeting(table, 2);
    const State *state = now(table);
    assert_int_equal(state->meetings[0], square);
    assert_int_equal(state->meetings[1], 0);  // the hall
    assert_int_equal(state->chair_now, POOR); // handed on
    assert_true((state->present >> RICH) & 1);
    assert_true((state->present >> POOR) & 1); // no access, but invited
    assert_true((state->present >> AWAY) & 1);
    reach_meeting(table, 3);
    assert_int_equal(now(table)->meetings[0], 0); // once
    close_table(table);
}

static int32_t strength_said(const Table *table, uint8_t author) {
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &now(table)->utterance[i];
        if (u->state == UTTERANCE_SPOKEN && u->author == author) return u->strength;
    }
    return 0;
}

// poor is affected and at home in the square: the first thing it says there weighs one more.
static void test_at_home_words_weigh_more(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    uint16_t guests = 1u << POOR | 1u << FRIEND;
    assert_int_equal(plan(table, call(table, guests, RICH)), VERDICT_OK);
    reach_meeting(table, 2);
    advance(table); // roles
    for (uint8_t actor = RICH; actor <= FRIEND; actor++) {
        if (actor == OFFICE) continue;
        Act name = act_of(table, actor, "name", KIND_FRAME, "play");
        name.bid = 1;
        name.arena = now(table)->meetings[0];
        assert_int_equal(plan(table, name), VERDICT_OK);
    }
    advance(table); // speech
    assert_int_equal(strength_said(table, RICH), 2);
    assert_int_equal(strength_said(table, FRIEND), 2);
    assert_int_equal(strength_said(table, POOR), 3);
    close_table(table);
}

static void test_two_calls_become_one(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    Act other = call(table, 1u << FRIEND, POOR);
    other.actor = POOR;
    assert_int_equal(plan(table, call(table, 1u << AWAY, RICH)), VERDICT_OK);
    assert_int_equal(plan(table, other), VERDICT_OK);
    reach(table, 2, DOES_NEWS);
    const Convened *called =
            convene_of(now(table), def_find(table->def, KIND_ARENA, "square").index);
    assert_non_null(called);
    assert_int_equal(called->chair, POOR); // the weaker of the two
    assert_int_equal(called->guests, 1 << RICH | 1 << POOR | 1 << FRIEND | 1 << AWAY);
    assert_int_equal(now(table)->convened[1].round, 0);
    close_table(table);
}

// ---- voice ------------------------------------------------------------------------------------------

static void test_voice_is_given_for_the_next_meeting_only(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    assert_int_equal(plan(table, act_of(table, RICH, "step_back", KIND_ACTOR, "friend")),
            VERDICT_OK);
    reach(table, 1, DOES_RESOLUTION);
    assert_int_equal(now(table)->stepped_back, 1 << RICH);
    reach_meeting(table, 2);
    assert_int_equal(at(table, TRACK_VOICE, FRIEND, 0), 40);
    assert_int_equal(at(table, TRACK_VOICE, RICH, 0), 0);
    reach_meeting(table, 3);
    assert_int_equal(at(table, TRACK_VOICE, FRIEND, 0), 20);
    assert_int_equal(at(table, TRACK_VOICE, RICH, 0), 20);
    close_table(table);
}

static void test_who_stepped_back_claims_no_credit(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    assert_int_equal(plan(table, act_of(table, RICH, "step_back", KIND_ACTOR, "friend")),
            VERDICT_OK);
    reach(table, 1, DOES_REFLECT);
    State *state = &table->pack.game->state;
    state->decision[0] = (Decision){.done = 1, .passed = 1, .round = state->round};
    Command claim = {.kind = COMMAND_CREDIT, .actor = RICH, .a = 1};
    assert_int_equal(say(table, claim).code, VERDICT_STEPPED_BACK);
    claim.actor = FRIEND;
    assert_int_equal(say(table, claim).code, VERDICT_OK);
    Command give = {.kind = COMMAND_CREDIT, .actor = RICH, .a = 2, .b = FRIEND};
    assert_int_equal(say(table, give).code, VERDICT_OK);
    close_table(table);
}

static void test_care_shows_who_trusts(void **unused) {
    (void)unused;
    Table *table = open_table();
    reach(table, 1, DOES_ACTION);
    Act care = act_of(table, POOR, "care", KIND_NONE, "");
    answer(table, &care, "whose_trust", RIVAL);
    assert_int_equal(plan(table, care), VERDICT_OK);
    reach(table, 1, DOES_RESOLUTION);
    assert_int_equal(now(table)->learned_trust[POOR][RIVAL], 1);
    assert_int_equal(now(table)->learned_trust[POOR][RICH], 0);
    close_table(table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_string_needs_a_yes_in_time),
            cmocka_unit_test(test_no_answer_and_no_are_no),
            cmocka_unit_test(test_a_yes_is_for_one_round),
            cmocka_unit_test(test_a_string_closes_what_it_names_while_the_money_lasts),
            cmocka_unit_test(test_what_does_not_fit_comes_back),
            cmocka_unit_test(test_a_stand_in_is_not_asked),
            cmocka_unit_test(test_requests_are_listed),
            cmocka_unit_test(test_a_loan_is_seen_counts_and_returns),
            cmocka_unit_test(test_two_loans_and_one_seat),
            cmocka_unit_test(test_both_make_it_last),
            cmocka_unit_test(test_durability_counts_what_is_embedded),
            cmocka_unit_test(test_one_alone_does_not_make_it_last),
            cmocka_unit_test(test_a_budget_comes_back_as_far_as_it_is_there),
            cmocka_unit_test(test_a_full_table_of_loans_says_so),
            cmocka_unit_test(test_a_called_place_meets_first_with_its_guests),
            cmocka_unit_test(test_at_home_words_weigh_more),
            cmocka_unit_test(test_two_calls_become_one),
            cmocka_unit_test(test_voice_is_given_for_the_next_meeting_only),
            cmocka_unit_test(test_who_stepped_back_claims_no_credit),
            cmocka_unit_test(test_care_shows_who_trusts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

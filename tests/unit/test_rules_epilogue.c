// tests/unit/test_rules_epilogue.c — shocks after the end, and credit that is closed to who stepped back. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/epilogue.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

enum { BIT_SURVIVORS = 1 << SURVIVORS, BIT_LAWYERS = 1 << LAWYERS };

// The committee has passed a law: scope 3, remedy 2.
static World *passed(void) {
    World *world = world_safe_homes();
    txn_say(&world->txn, EVENT_DECISION, NONE, COMMITTEE, 1, 0, 6);
    world_set(world, TRACK_LAW, SCOPE, 0, 30);
    world_set(world, TRACK_LAW, REMEDY, 0, 20);
    return world;
}

// A seat in the committee that nobody gave up.
static void loan(World *world, int32_t slot, uint8_t receiver, LoanState state) {
    txn_say(&world->txn, EVENT_LOAN, receiver, slot, NONE + COMMITTEE * 256, LOAN_SEAT,
            (int32_t)state | 4 << 2);
}

static int32_t told(const World *world, int32_t shock) {
    for (int32_t i = 0; i < world->events.count; i++) {
        const Event *event = &world->events.items[i];
        if (event->kind == EVENT_SHOCK && event->a == shock) return event->b;
    }
    return -1;
}

static void test_a_new_leader_takes_back_what_was_lent(void **unused) {
    (void)unused;
    World *world = passed();
    txn_say(&world->txn, EVENT_POSITION, DONOR, COMMITTEE, PLACE_SEAT, 0, 1);
    loan(world, 0, DONOR, LOAN_LENT);
    world_set(world, TRACK_PUBLIC, 0, 0, 550);
    txn_say(&world->txn, EVENT_COALITION, SURVIVORS, 0, BIT_SURVIVORS | BIT_LAWYERS,
            COALITION_CONSENT, SURVIVORS);
    world_set(world, TRACK_COHESION, 0, 0, 500);
    world_set(world, TRACK_LEGITIMACY, LAWYERS, BASE, 400);
    epilogue_run(&world->txn, &world->book);
    assert_int_equal(told(world, SHOCKS_MAX + SHOCK_NEW_LEADER), 0);
    assert_false(state_holds_place(&world->state, DONOR, COMMITTEE));
    assert_int_equal(world_at(world, TRACK_LAW, SCOPE, 0), 20); // the highest
    assert_int_equal(world_at(world, TRACK_LAW, REMEDY, 0), 20);
    assert_int_equal(told(world, SHOCKS_MAX + SHOCK_BUDGET_CUT), 1);
    assert_int_equal(told(world, SHOCKS_MAX + SHOCK_COUNTER_CAMPAIGN), 1);
    assert_int_equal(told(world, SHOCKS_MAX + SHOCK_PEOPLE_MOVE_ON), 1);
    assert_int_equal(world->state.coalition[0].members, BIT_SURVIVORS | BIT_LAWYERS);
    world_free(world);
}

static void test_nothing_holds_where_nobody_watches_or_answers(void **unused) {
    (void)unused;
    World *world = passed();
    loan(world, 0, DONOR, LOAN_EMBEDDED);
    loan(world, 1, FAITH, LOAN_EMBEDDED);
    world_set(world, TRACK_PUBLIC, 0, 0, 549);
    world->state.clause_moved_last = REMEDY;
    txn_say(&world->txn, EVENT_COALITION, SURVIVORS, 0, BIT_SURVIVORS | BIT_LAWYERS,
            COALITION_CONSENT, SURVIVORS);
    world_set(world, TRACK_COHESION, 0, 0, 499);
    world_set(world, TRACK_LEGITIMACY, LAWYERS, BASE, 399);
    epilogue_run(&world->txn, &world->book);
    assert_int_equal(told(world, SHOCKS_MAX + SHOCK_NEW_LEADER), 1); // two embedded shares
    assert_int_equal(told(world, SHOCKS_MAX + SHOCK_BUDGET_CUT), 0);
    assert_int_equal(world_at(world, TRACK_LAW, SCOPE, 0), 20);
    assert_int_equal(told(world, SHOCKS_MAX + SHOCK_COUNTER_CAMPAIGN), 0);
    assert_int_equal(world_at(world, TRACK_LAW, REMEDY, 0), 10);
    assert_int_equal(told(world, SHOCKS_MAX + SHOCK_PEOPLE_MOVE_ON), 0);
    assert_int_equal(world->state.coalition[0].members, 0);
    world_free(world);
}

static void test_shocks_of_a_pack_replace_those_of_the_engine(void **unused) {
    (void)unused;
    World *world = passed();
    Def *def = world->def;
    uint16_t first = def->changes_count;
    def->changes[def->changes_count++] = (Change){
            .op = CHANGE_LOSE,
            .track = TRACK_LAW,
            .who = {SEL_ONE, KIND_CLAUSE, SCOPE, 0},
            .amount = world_amount(world, "2", false),
            .sign = 1
    };
    def->shocks[0] = (Shock){
            .arena = COMMITTEE,
            .stands_when = world_amount(world, "law.scope >= 4", true),
            .changes = {first, 1}
    };
    def->shocks[1] = (Shock){
            .arena = NONE, .stands_when = world_amount(world, "law.scope == 1", true)};
    def->shocks[2] = (Shock){.arena = BREAKFAST}; // decided nothing
    def->shocks_count = 3;
    EpilogueLine lines[EPILOGUE_MAX];
    assert_int_equal(epilogue_look(def, &world->state, lines), 2);
    assert_false(lines[0].stood);
    assert_true(lines[1].stood); // it reads what the first one left
    assert_int_equal(world_at(world, TRACK_LAW, SCOPE, 0), 30); // looking changes nothing
    epilogue_run(&world->txn, &world->book);
    assert_int_equal(world_at(world, TRACK_LAW, SCOPE, 0), 10);
    assert_int_equal(told(world, 0), 0);
    assert_int_equal(told(world, 1), 1);
    assert_int_equal(told(world, 2), -1);
    world_free(world);
}

static void test_without_a_law_there_is_nothing_to_shake(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    epilogue_run(&world->txn, &world->book);
    assert_int_equal(world->events.count, 0);
    world_free(world);
}

static void test_closing_the_debrief_runs_it(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 4, REFLECT, MEET_NONE);
    txn_say(&world->txn, EVENT_DECISION, NONE, COMMITTEE, 1, 0, 6);
    world_set(world, TRACK_LAW, SCOPE, 0, 30);
    world_console(world, COMMAND_FINISH, 0, 0);
    assert_int_equal(world->state.status, STATUS_DEBRIEF);
    assert_int_equal(told(world, SHOCKS_MAX), -1);
    world_console(world, COMMAND_ADVANCE, 0, 0);
    assert_int_equal(world->state.status, STATUS_CLOSED);
    assert_int_equal(told(world, SHOCKS_MAX), 0);
    world_free(world);
}

static void test_who_stepped_back_may_not_claim(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 4, REFLECT, MEET_NONE);
    txn_say(&world->txn, EVENT_VOICE_GIVEN, LAWYERS, SURVIVORS, 0, 0, 0);
    txn_say(&world->txn, EVENT_DECISION, NONE, COMMITTEE, 1, 0, 6);
    assert_int_equal(world_tell(world, COMMAND_CREDIT, LAWYERS, 1, 0, 0, 0).code,
            VERDICT_STEPPED_BACK);
    OPEN(world_tell(world, COMMAND_CREDIT, LAWYERS, 2, SURVIVORS, 0, 0));
    OPEN(world_tell(world, COMMAND_CREDIT, SURVIVORS, 1, 0, 0, 0));
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_new_leader_takes_back_what_was_lent),
            cmocka_unit_test(test_nothing_holds_where_nobody_watches_or_answers),
            cmocka_unit_test(test_shocks_of_a_pack_replace_those_of_the_engine),
            cmocka_unit_test(test_without_a_law_there_is_nothing_to_shake),
            cmocka_unit_test(test_closing_the_debrief_runs_it),
            cmocka_unit_test(test_who_stepped_back_may_not_claim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_bots_talk.c — computer players answer deals of several parties by what is in it for them and whom they trust least. Never: offers, or acts.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bots/parts.h"
#include "rules_world.h"
#include <stdlib.h>

// What FAITH says to the offer that is open.
static CommandKind answer_of(World *world) {
    BotDesk *desk = calloc(1, sizeof *desk);
    Bot bot = bot_make(FAITH, BOT_PERSONA, 5);
    Command said = {0};
    assert_non_null(desk);
    assert_true(talk_next(&bot, desk, world->def, &world->state, &said));
    assert_int_equal(said.a, 0);
    event_list_free(&desk->events);
    free(desk);
    return (CommandKind)said.kind;
}

static World *offered(const Deal *deal) {
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    for (int32_t i = 0; i < deal->parties; i++) {
        for (int32_t r = 0; r < 2; r++)
            world_set(world, TRACK_RESOURCE, deal->party[i], r ? MONEY : PEOPLE, 60);
        world_set(world, TRACK_TRUST, FAITH, deal->party[i], 0);
    }
    Command offer = {.kind = COMMAND_DEAL_OFFER, .actor = deal->party[0], .deal = *deal};
    assert_int_equal(world_send(world, offer).code, VERDICT_OK);
    return world;
}

static Deal of_three(void) {
    Deal deal = deal_between(SURVIVORS, LAWYERS);
    assert_true(deal_join(&deal, FAITH));
    return deal;
}

static void test_what_goes_to_others_is_worth_nothing(void **unused) {
    (void)unused;
    Deal deal = of_three();
    assert_true(deal_give(&deal, SURVIVORS, LAWYERS, PEOPLE, 5));
    World *world = offered(&deal);
    assert_int_equal(answer_of(world), COMMAND_DEAL_DECLINE);
    world_free(world);
}

static void test_what_comes_from_any_party_counts(void **unused) {
    (void)unused;
    Deal deal = of_three();
    assert_true(deal_give(&deal, LAWYERS, FAITH, MONEY, 5));
    World *world = offered(&deal);
    assert_int_equal(answer_of(world), COMMAND_DEAL_ACCEPT);
    deal = of_three();
    assert_true(deal_give(&deal, SURVIVORS, FAITH, PEOPLE, 2));
    world_free(world);
    world = offered(&deal);
    assert_int_equal(answer_of(world), COMMAND_DEAL_ACCEPT);
    // The one that is trusted least decides how much is needed.
    world_set(world, TRACK_TRUST, FAITH, LAWYERS, -50);
    assert_int_equal(answer_of(world), COMMAND_DEAL_DECLINE);
    world_free(world);
}

static void test_goods_promised_to_another_do_not_count(void **unused) {
    (void)unused;
    for (int32_t mine = 0; mine < 2; mine++) {
        Deal deal = of_three();
        deal.promises_count = 3;
        for (int32_t i = 0; i < 3; i++) {
            deal.promises[i] = (Promise){.kind = PROMISE_GIVE,
                    .by = SURVIVORS,
                    .what = MONEY,
                    .target = mine ? FAITH : LAWYERS,
                    .amount = 1,
                    .due = 2,
                    .size = 1};
        }
        World *world = offered(&deal);
        assert_int_equal(
                answer_of(world), mine ? COMMAND_DEAL_ACCEPT : COMMAND_DEAL_DECLINE);
        world_free(world);
    }
}

// Who has accepted says nothing more until the others have answered.
static void test_an_answer_is_given_once(void **unused) {
    (void)unused;
    Deal deal = of_three();
    assert_true(deal_give(&deal, SURVIVORS, FAITH, PEOPLE, 5));
    World *world = offered(&deal);
    assert_int_equal(
            world_tell(world, COMMAND_DEAL_ACCEPT, FAITH, 0, 0, 0, 0).code, VERDICT_OK);
    assert_int_equal(world->state.deal[0].state, DEAL_OFFERED);
    BotDesk *desk = calloc(1, sizeof *desk);
    Bot bot = bot_make(FAITH, BOT_PERSONA, 5);
    Command said = {0};
    assert_non_null(desk);
    if (talk_next(&bot, desk, world->def, &world->state, &said))
        assert_true(said.kind != COMMAND_DEAL_ACCEPT && said.kind != COMMAND_DEAL_DECLINE);
    event_list_free(&desk->events);
    free(desk);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_what_goes_to_others_is_worth_nothing),
            cmocka_unit_test(test_what_comes_from_any_party_counts),
            cmocka_unit_test(test_goods_promised_to_another_do_not_count),
            cmocka_unit_test(test_an_answer_is_given_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

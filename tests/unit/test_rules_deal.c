// tests/unit/test_rules_deal.c — deals: sizes, trust, what is given at once, promises of every kind. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/deal.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

static World *backstage(void) {
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    return world;
}

static Verdict offer(World *world, const Deal *deal) {
    Command command = {.kind = COMMAND_DEAL_OFFER, .actor = deal->party[0]};
    command.deal = *deal;
    return world_send(world, command);
}

// Survivors promise something to the lawyers.
static Deal promising(
        PromiseKind kind, uint8_t what, uint8_t target, uint8_t size, uint8_t due) {
    Deal deal = deal_between(SURVIVORS, LAWYERS);
    deal.promises_count = 1;
    deal.promises[0] = (Promise){.kind = (uint8_t)kind,
            .by = SURVIVORS,
            .what = what,
            .target = target,
            .size = size,
            .due = due,
            .amount = 1};
    return deal;
}

static void agree(World *world, const Deal *deal) {
    for (int32_t i = 0; i < 2; i++) { // trust of 3 opens every size
        world_set(world, TRACK_TRUST, deal->party[0], deal->party[1], 30);
        world_set(world, TRACK_TRUST, deal->party[1], deal->party[0], 30);
    }
    OPEN(offer(world, deal));
    OPEN(world_tell(world, COMMAND_DEAL_ACCEPT, deal->party[1], 0, 0, 0, 0));
    world_set(world, TRACK_TRUST, deal->party[0], deal->party[1], 0);
    world_set(world, TRACK_TRUST, deal->party[1], deal->party[0], 0);
}

static int32_t trust_in_survivors(const World *world) {
    return world_at(world, TRACK_TRUST, LAWYERS, SURVIVORS);
}
static PromiseState promise_now(const World *world) {
    return promise_state(&world->state.deal[0].promises[0]);
}

static void test_smallest_sizes(void **unused) {
    (void)unused;
    static const struct {
        PromiseKind kind;
        uint8_t amount;
        int32_t size;
    } rows[] = {
            {PROMISE_WORDS,         0, 1},
            {PROMISE_SUPPORT_FRAME, 0, 1},
            {PROMISE_REFRAIN,       0, 1},
            {PROMISE_CREDIT,        0, 1},
            {PROMISE_DO,            0, 2},
            {PROMISE_JOIN,          0, 2},
            {PROMISE_LEAVE,         0, 2},
            {PROMISE_GIVE,          1, 1},
            {PROMISE_GIVE,          3, 2},
            {PROMISE_GIVE,          4, 3},
            {PROMISE_VOTE_FOR,      0, 3},
            {PROMISE_VOTE_AGAINST,  0, 3},
            {PROMISE_PLACE,         0, 3}
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        Promise promise = {.kind = (uint8_t)rows[i].kind, .amount = rows[i].amount};
        assert_int_equal(deal_smallest(&promise), rows[i].size);
    }
}

static void test_size_needs_mutual_trust(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = promising(PROMISE_DO, LOBBY, SPEAKER, 1, 2);
    assert_int_equal(offer(world, &deal).code, VERDICT_DEAL_SIZE);
    deal.promises[0].size = 2;
    assert_int_equal(offer(world, &deal).code, VERDICT_DEAL_TRUST);
    world_set(world, TRACK_TRUST, LAWYERS, SURVIVORS, 10);
    assert_int_equal(offer(world, &deal).code, VERDICT_DEAL_TRUST); // one-sided
    world_set(world, TRACK_TRUST, SURVIVORS, LAWYERS, 10);
    OPEN(offer(world, &deal));
    deal.promises[0].size = 3;
    assert_int_equal(offer(world, &deal).code, VERDICT_DEAL_TRUST);
    world_free(world);
}

static void test_what_no_deal_can_be(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = deal_between(SURVIVORS, SURVIVORS);
    assert_int_equal(offer(world, &deal).code, VERDICT_DEAL_SELF);
    deal.party[1] = LAWYERS;
    assert_int_equal(offer(world, &deal).code, VERDICT_DEAL_EMPTY);
    deal_give(&deal, SURVIVORS, LAWYERS, MONEY, 5);
    assert_int_equal(offer(world, &deal).code, VERDICT_DEAL_NO_MONEY);
    deal = promising(PROMISE_SUPPORT_FRAME, 9, NONE, 1, 2);
    assert_int_equal(offer(world, &deal).code, VERDICT_BAD_ANSWER);
    deal = promising(PROMISE_WORDS, NONE, NONE, 1, 5);
    assert_int_equal(offer(world, &deal).code, VERDICT_BAD_ANSWER);
    world_console(world, COMMAND_SEAT, LAWYERS, BY_STAND_IN);
    deal = promising(PROMISE_WORDS, NONE, NONE, 1, 2);
    OPEN(offer(world, &deal));
    assert_int_equal(world_tell(world, COMMAND_DEAL_ACCEPT, LAWYERS, 0, 0, 0, 0).code,
            VERDICT_STAND_IN);
    assert_int_equal(world_tell(world, COMMAND_DEAL_ACCEPT, FAITH, 0, 0, 0, 0).code,
            VERDICT_NOT_YOURS);
    OPEN(world_tell(world, COMMAND_DEAL_WITHDRAW, SURVIVORS, 0, 0, 0, 0));
    assert_int_equal(world_tell(world, COMMAND_DEAL_ACCEPT, LAWYERS, 0, 0, 0, 0).code,
            VERDICT_STAND_IN);
    world_free(world);
}

static void test_what_is_given_at_once_moves_in_resolution(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = deal_between(SURVIVORS, LAWYERS);
    deal_give(&deal, SURVIVORS, LAWYERS, PEOPLE, 2);
    deal_give(&deal, LAWYERS, SURVIVORS, MONEY, 1);
    agree(world, &deal);
    world_reach(world, 1, ACTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_RESOURCE, SURVIVORS, PEOPLE), 40);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_RESOURCE, SURVIVORS, PEOPLE), 20);
    assert_int_equal(world_at(world, TRACK_RESOURCE, LAWYERS, PEOPLE), 30);
    assert_int_equal(world_at(world, TRACK_RESOURCE, SURVIVORS, MONEY), 20);
    assert_int_equal(world->state.deal[0].state, DEAL_DONE);
    world_reach(world, 2, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_RESOURCE, SURVIVORS, PEOPLE), 20); // once
    world_free(world);
}

static void test_a_giver_who_cannot_pay_voids_the_deal(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = deal_between(SURVIVORS, LAWYERS);
    deal_give(&deal, SURVIVORS, LAWYERS, PEOPLE, 2);
    deal_give(&deal, LAWYERS, SURVIVORS, MONEY, 1);
    agree(world, &deal);
    world_set(world, TRACK_RESOURCE, LAWYERS, MONEY, 0);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world->state.deal[0].state, DEAL_VOID);
    assert_int_equal(world_at(world, TRACK_RESOURCE, SURVIVORS, PEOPLE), 40);
    assert_int_equal(world_at(world, TRACK_TRUST, SURVIVORS, LAWYERS), -10);
    assert_int_equal(world_at(world, TRACK_TRUST, LAWYERS, SURVIVORS), 0);
    world_free(world);
}

static void test_a_verb_promised_and_done_or_not(void **unused) {
    (void)unused;
    for (int32_t kept = 0; kept < 2; kept++) {
        World *world = backstage();
        Deal deal = promising(PROMISE_DO, LOBBY, SPEAKER, 2, 2);
        agree(world, &deal);
        world_reach(world, 1, ACTION, MEET_NONE);
        OPEN(world_act(
                world, SURVIVORS, LOBBY, KIND_DECIDER, WHIP, 1, 0)); // another target
        world_reach(world, 1, REFLECT, MEET_NONE);
        assert_int_equal(promise_now(world), PROMISE_OPEN);
        world_reach(world, 2, ACTION, MEET_NONE);
        if (kept) OPEN(world_act(world, SURVIVORS, LOBBY, KIND_DECIDER, SPEAKER, -1, 0));
        world_reach(world, 2, RESOLUTION, MEET_NONE);
        assert_int_equal(promise_now(world), kept ? PROMISE_KEPT : PROMISE_BROKEN);
        assert_int_equal(trust_in_survivors(world), kept ? 20 : -30);
        assert_int_equal(world->state.deal[0].state, DEAL_DONE);
        world_free(world);
    }
}

static void test_refraining_is_broken_at_once(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = promising(PROMISE_REFRAIN, LOBBY, NONE, 1, 3);
    agree(world, &deal);
    world_reach(world, 1, ACTION, MEET_NONE);
    OPEN(world_act(world, SURVIVORS, LOBBY, KIND_DECIDER, WHIP, 1, 0));
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(promise_now(world), PROMISE_BROKEN);
    assert_int_equal(trust_in_survivors(world), -20);
    world_free(world);
}

static void test_words_for_a_frame_count_when_they_are_said(void **unused) {
    (void)unused;
    for (int32_t row = 0; row < 3; row++) {
        World *world = backstage();
        Deal deal = promising(PROMISE_SUPPORT_FRAME, SAFETY, NONE, 1, 1);
        agree(world, &deal);
        world_reach(world, 1, MEETING, MEET_SPEECH);
        if (row == 0) OPEN(world_act(world, SURVIVORS, NAME, KIND_FRAME, SAFETY, 0, 1));
        if (row == 1) OPEN(world_act(world, SURVIVORS, RESIST, KIND_FRAME, SAFETY, 1, 1));
        world_reach(world, 1, RESOLUTION, MEET_NONE);
        assert_int_equal(promise_now(world), row == 0 ? PROMISE_KEPT : PROMISE_BROKEN);
        assert_int_equal(trust_in_survivors(world), row == 0 ? 10 : -20);
        world_free(world);
    }
}

static Verdict rule(World *world, int32_t kept, int32_t words) {
    return world_tell(world, COMMAND_RULE_PROMISE, NONE, 0, 0, kept, words);
}

static void test_the_facilitator_says_where_they_see_it_differently(void **unused) {
    (void)unused;
    for (int32_t kept = 0; kept <= 1; kept++) {
        World *world = backstage();
        Deal deal = promising(PROMISE_WORDS, NONE, NONE, 1, 1);
        agree(world, &deal);
        assert_int_equal(rule(world, kept, 0).code, VERDICT_NOT_APART);
        world_reach(world, 1, RESOLUTION, MEET_NONE);
        OPEN(world_tell(world, COMMAND_PROMISE_MARK, SURVIVORS, 0, 0, 1, 0));
        assert_int_equal(rule(world, kept, 0).code, VERDICT_NOT_APART);
        OPEN(world_tell(world, COMMAND_PROMISE_MARK, LAWYERS, 0, 0, 2, 0));
        assert_int_equal(world_tell(world, COMMAND_RULE_PROMISE, LAWYERS, 0, 0, 1, 0).code,
                VERDICT_NOT_YOURS);
        assert_int_equal(world_tell(world, COMMAND_RULE_PROMISE, NONE, 0, 1, 1, 0).code,
                VERDICT_DEAL_UNKNOWN);
        assert_int_equal(rule(world, 2, 0).code, VERDICT_BAD_ANSWER);
        int32_t before = world->events.count;
        OPEN(rule(world, kept, 9));
        const Event *told = &world->events.items[before];
        assert_int_equal(told->kind, EVENT_PROMISE_RULED);
        assert_int_equal(told->c * 100 + told->d, kept * 100 + 9);
        assert_int_equal(promise_now(world), kept ? PROMISE_KEPT : PROMISE_BROKEN);
        assert_int_equal(trust_in_survivors(world), kept ? 10 : -20);
        assert_int_equal(world->state.deal[0].state, DEAL_DONE);
        assert_int_equal(rule(world, kept, 0).code, VERDICT_DEAL_UNKNOWN);
        world_free(world);
    }
}

static void test_the_parties_say_how_free_words_went(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = promising(PROMISE_WORDS, NONE, NONE, 1, 1);
    agree(world, &deal);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(promise_now(world), PROMISE_OPEN);
    assert_int_equal(world_tell(world, COMMAND_PROMISE_MARK, FAITH, 0, 0, 1, 0).code,
            VERDICT_NOT_YOURS);
    OPEN(world_tell(world, COMMAND_PROMISE_MARK, SURVIVORS, 0, 0, 1, 0));
    OPEN(world_tell(world, COMMAND_PROMISE_MARK, LAWYERS, 0, 0, 2, 0));
    world_reach(world, 2, RESOLUTION, MEET_NONE);
    assert_int_equal(promise_now(world), PROMISE_OPEN); // they disagree
    OPEN(world_tell(world, COMMAND_PROMISE_MARK, LAWYERS, 0, 0, 1, 0));
    world_reach(world, 3, RESOLUTION, MEET_NONE);
    assert_int_equal(promise_now(world), PROMISE_KEPT);
    world_free(world);
}

static void test_who_received_a_promise_may_waive_it(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = promising(PROMISE_DO, LOBBY, SPEAKER, 2, 1);
    agree(world, &deal);
    assert_int_equal(world_tell(world, COMMAND_PROMISE_WAIVE, SURVIVORS, 0, 0, 0, 0).code,
            VERDICT_NOT_YOURS);
    OPEN(world_tell(world, COMMAND_PROMISE_WAIVE, LAWYERS, 0, 0, 0, 0));
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(promise_now(world), PROMISE_WAIVED);
    assert_int_equal(trust_in_survivors(world), 0);
    world_free(world);
}

static void test_a_resource_has_to_arrive(void **unused) {
    (void)unused;
    for (int32_t kept = 0; kept < 2; kept++) {
        World *world = backstage();
        Deal deal = promising(PROMISE_GIVE, PEOPLE, NONE, 1, 2);
        agree(world, &deal);
        world_reach(world, 2, BACKSTAGE, MEET_NONE);
        Deal giving = deal_between(SURVIVORS, LAWYERS);
        deal_give(&giving, SURVIVORS, LAWYERS, PEOPLE, 1);
        if (kept) {
            OPEN(offer(world, &giving));
            OPEN(world_tell(world, COMMAND_DEAL_ACCEPT, LAWYERS, 1, 0, 0, 0));
        }
        world_reach(world, 2, RESOLUTION, MEET_NONE);
        assert_int_equal(promise_now(world), kept ? PROMISE_KEPT : PROMISE_BROKEN);
        world_free(world);
    }
}

static void test_a_vote_promised_is_read_from_the_record(void **unused) {
    (void)unused;
    for (int32_t kept = 0; kept < 2; kept++) {
        World *world = world_safe_homes();
        world->def->arenas[COMMITTEE].decides = 0;
        world->def->arenas[COMMITTEE].decides_in = 1u << 1;
        world_seat_all(world);
        world_reach(world, 1, BACKSTAGE, MEET_NONE);
        Deal deal = promising(PROMISE_VOTE_FOR, COMMITTEE, NONE, 3, 1);
        deal.party[0] = deal.promises[0].by = TREASURY;
        agree(world, &deal);
        if (kept) OPEN(world_tell(world, COMMAND_VOTE, TREASURY, WHIP, 1, 0, 0));
        world_reach(world, 1, RESOLUTION, MEET_NONE);
        assert_int_equal(promise_now(world), kept ? PROMISE_KEPT : PROMISE_BROKEN);
        assert_int_equal(world_at(world, TRACK_TRUST, LAWYERS, TREASURY),
                kept ? 20 : -40); // the cap spares no broken word
        world_free(world);
    }
}

// A table of deals that is full says so; what is over makes room.
static void test_a_full_table_of_deals(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = promising(PROMISE_WORDS, NONE, NONE, 1, 1);
    for (int32_t i = 0; i < DEALS_MAX; i++)
        OPEN(offer(world, &deal));
    assert_int_equal(offer(world, &deal).code, VERDICT_DEALS_FULL);
    OPEN(world_tell(world, COMMAND_DEAL_DECLINE, LAWYERS, 7, 0, 0, 0));
    OPEN(offer(world, &deal));
    assert_int_equal(world->state.deal[7].state, DEAL_OFFERED);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_int_equal(
            world->state.deal[7].state, DEAL_DECLINED); // offers lapse with the round
    world_free(world);
}

static void test_places_coalitions_and_moot_votes(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = promising(PROMISE_PLACE, COMMITTEE, LAWYERS, 3, 1);
    deal.promises[1] = (Promise){.kind = PROMISE_JOIN,
            .by = SURVIVORS,
            .what = 0,
            .target = NONE,
            .size = 2,
            .due = 1};
    deal.promises[2] = (Promise){.kind = PROMISE_VOTE_FOR,
            .by = LAWYERS,
            .what = COMMITTEE,
            .target = NONE,
            .size = 3,
            .due = 1};
    deal.promises_count = 3;
    agree(world, &deal);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world->state.deal[0].promises[0].state & 15, PROMISE_KEPT);
    assert_int_equal(world->state.deal[0].promises[1].state & 15, PROMISE_BROKEN);
    assert_int_equal(world->state.deal[0].promises[2].state & 15, PROMISE_WAIVED);
    world_free(world);
}

static void test_a_break_inside_a_coalition_costs_cohesion_and_leaving_trust(
        void **unused) {
    (void)unused;
    World *world = backstage();
    txn_say(&world->txn, EVENT_COALITION, SURVIVORS, 0,
            1 << SURVIVORS | 1 << LAWYERS | 1 << FAITH, COALITION_CONSENT, SURVIVORS);
    world_set(world, TRACK_COHESION, 0, 0, 500);
    Deal deal = promising(PROMISE_DO, LOBBY, SPEAKER, 2, 2);
    agree(world, &deal);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    world_reach(world, 2, RESOLUTION, MEET_NONE);
    assert_int_equal(promise_now(world), PROMISE_BROKEN);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500 - 20 - 20 - 40);
    world_reach(world, 3, BACKSTAGE, MEET_NONE);
    deal.promises[0].due = 4;
    world_set(world, TRACK_TRUST, LAWYERS, SURVIVORS, 30);
    world_set(world, TRACK_TRUST, SURVIVORS, LAWYERS, 30);
    OPEN(offer(world, &deal));
    OPEN(world_tell(world, COMMAND_DEAL_ACCEPT, LAWYERS, 1, 0, 0, 0));
    OPEN(world_tell(world, COMMAND_COALITION_LEAVE, SURVIVORS, 0, 0, 0, 0));
    assert_int_equal(trust_in_survivors(world), 20);
    assert_int_equal(
            world_at(world, TRACK_TRUST, FAITH, SURVIVORS), -10); // every member minds
    world_free(world);
}

static void test_credit_is_given_in_reflect(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->def->arenas[COMMITTEE].decides = 0;
    world->def->arenas[COMMITTEE].decides_in = 1u << 1;
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    Deal deal = promising(PROMISE_CREDIT, NONE, NONE, 1, 1);
    agree(world, &deal);
    for (int32_t i = 0; i < 5; i++)
        world_set(world, TRACK_STANCE, i, 0, 500);
    world_reach(world, 1, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 1);
    assert_int_equal(promise_now(world), PROMISE_OPEN);
    int32_t peer = world_at(world, TRACK_LEGITIMACY, SURVIVORS, PEER),
            base = world_at(world, TRACK_LEGITIMACY, FAITH, BASE);
    OPEN(world_tell(world, COMMAND_CREDIT, SURVIVORS, 2, LAWYERS, 0, 0));
    OPEN(world_tell(world, COMMAND_CREDIT, CAUCUS, 1, 0, 0, 0));
    OPEN(world_tell(world, COMMAND_REFLECT, FAITH, SURVIVORS, 1, -1, 0));
    int32_t public = world_at(world, TRACK_LEGITIMACY, CAUCUS, PUBLIC);
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_int_equal(promise_now(world), PROMISE_KEPT);
    assert_int_equal(trust_in_survivors(world), 20); // 1 for the credit, 1 for the promise
    assert_true(world_at(world, TRACK_LEGITIMACY, SURVIVORS, PEER) > peer);
    assert_int_equal(world_at(world, TRACK_LEGITIMACY, CAUCUS, PUBLIC), public + 20);
    assert_int_equal(world_at(world, TRACK_LEGITIMACY, FAITH, BASE), base - 20);
    world_free(world);
}

// ---- three and four parties --------------------------------------------------------------------------------------

static void all_trust(World *world, int32_t tenths) {
    for (int32_t a = 0; a < def_count(world->def, KIND_ACTOR); a++) {
        for (int32_t b = 0; b < def_count(world->def, KIND_ACTOR); b++)
            if (a != b) world_set(world, TRACK_TRUST, a, b, tenths);
    }
}

static void all_accept(World *world, const Deal *deal, int32_t slot) {
    OPEN(offer(world, deal));
    for (int32_t i = 1; i < deal->parties; i++) {
        assert_int_equal(world->state.deal[slot].state, DEAL_OFFERED);
        OPEN(world_tell(world, COMMAND_DEAL_ACCEPT, deal->party[i], slot, 0, 0, 0));
        assert_int_equal(world->state.deal[slot].accepted, (2 << i) - 1);
    }
    assert_int_equal(world->state.deal[slot].state, DEAL_AGREED);
}

// A stand-in never signs: what its seat is offered stays open, whoever else has accepted.
static void test_a_stand_in_keeps_a_deal_of_three_open(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = promising(PROMISE_WORDS, NONE, NONE, 1, 2);
    assert_true(deal_join(&deal, FAITH));
    world_console(world, COMMAND_SEAT, FAITH, BY_STAND_IN);
    OPEN(offer(world, &deal));
    OPEN(world_tell(world, COMMAND_DEAL_ACCEPT, LAWYERS, 0, 0, 0, 0));
    assert_int_equal(world_tell(world, COMMAND_DEAL_ACCEPT, FAITH, 0, 0, 0, 0).code,
            VERDICT_STAND_IN);
    assert_int_equal(world->state.deal[0].state, DEAL_OFFERED);
    world_free(world);
}

// Nothing moves, and every other party trusts who cannot pay less.
static void test_who_cannot_pay_voids_it_for_all(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = deal_between(SURVIVORS, LAWYERS);
    deal_join(&deal, FAITH);
    deal_give(&deal, SURVIVORS, FAITH, PEOPLE, 1);
    deal_give(&deal, LAWYERS, FAITH, MONEY, 1);
    all_accept(world, &deal, 0);
    world_set(world, TRACK_RESOURCE, LAWYERS, MONEY, 0);
    int32_t people = world_at(world, TRACK_RESOURCE, FAITH, PEOPLE);
    all_trust(world, 0);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world->state.deal[0].state, DEAL_VOID);
    assert_int_equal(world_at(world, TRACK_RESOURCE, FAITH, PEOPLE), people);
    assert_int_equal(world_at(world, TRACK_TRUST, SURVIVORS, LAWYERS), -10);
    assert_int_equal(world_at(world, TRACK_TRUST, FAITH, LAWYERS), -10);
    assert_int_equal(world_at(world, TRACK_TRUST, FAITH, SURVIVORS), 0);
    assert_int_equal(world_at(world, TRACK_TRUST, DONOR, LAWYERS), 0);
    world_free(world);
}

// However many are in it, a broken promise costs a coalition of theirs once.
static void test_a_break_towards_two_members_is_felt_once(void **unused) {
    (void)unused;
    World *world = backstage();
    txn_say(&world->txn, EVENT_COALITION, SURVIVORS, 0,
            1 << SURVIVORS | 1 << LAWYERS | 1 << FAITH, COALITION_CONSENT, SURVIVORS);
    all_trust(world, 30);
    Deal deal = promising(PROMISE_DO, LOBBY, SPEAKER, 2, 1);
    deal_join(&deal, FAITH);
    all_accept(world, &deal, 0);
    all_trust(world, 0);
    world_set(world, TRACK_COHESION, 0, 0, 500);
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_TRUST, LAWYERS, SURVIVORS), -30);
    assert_int_equal(world_at(world, TRACK_TRUST, FAITH, SURVIVORS), -30);
    assert_int_equal(world_at(world, TRACK_COHESION, 0, 0), 500 - 20 - 40);
    world_free(world);
}

// Credit is given by name: who got it trusts more, who did not trusts less.
static void test_credit_promised_to_two_is_owed_to_each(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->def->arenas[COMMITTEE].decides = 0;
    world->def->arenas[COMMITTEE].decides_in = 1u << 1;
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    Deal deal = promising(PROMISE_CREDIT, NONE, NONE, 1, 1);
    deal_join(&deal, FAITH);
    all_accept(world, &deal, 0);
    all_trust(world, 0);
    for (int32_t i = 0; i < 5; i++)
        world_set(world, TRACK_STANCE, i, 0, 500);
    world_reach(world, 1, REFLECT, MEET_NONE);
    assert_true(deal_owes_credit(&world->state, SURVIVORS, LAWYERS));
    assert_true(deal_owes_credit(&world->state, SURVIVORS, FAITH));
    OPEN(world_tell(world, COMMAND_CREDIT, SURVIVORS, 2, LAWYERS, 0, 0));
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_int_equal(promise_now(world), PROMISE_BROKEN);
    assert_int_equal(world_at(world, TRACK_TRUST, LAWYERS, SURVIVORS), 20);
    assert_int_equal(world_at(world, TRACK_TRUST, FAITH, SURVIVORS), -20);
    world_free(world);
}

// An actor that leaves the story lets go of what it was promised; the others are still owed.
static void test_a_party_that_leaves_the_story(void **unused) {
    (void)unused;
    World *world = backstage();
    Deal deal = promising(PROMISE_WORDS, NONE, NONE, 1, 3);
    deal.promises[1] = deal.promises[0];
    deal.promises[1].by = FAITH;
    deal.promises_count = 2;
    deal_join(&deal, FAITH);
    all_accept(world, &deal, 0);
    deal_retire(&world->txn, FAITH);
    const Deal *now = &world->state.deal[0];
    assert_int_equal(now->state, DEAL_AGREED);
    assert_int_equal(promise_state(&now->promises[0]), PROMISE_OPEN);
    assert_true(promise_waived_by(&now->promises[0], 2));
    assert_int_equal(promise_state(&now->promises[1]), PROMISE_WAIVED);
    deal_retire(&world->txn, LAWYERS);
    assert_int_equal(promise_state(&now->promises[0]), PROMISE_WAIVED);
    assert_int_equal(now->state, DEAL_DONE);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_smallest_sizes),
            cmocka_unit_test(test_size_needs_mutual_trust),
            cmocka_unit_test(test_what_no_deal_can_be),
            cmocka_unit_test(test_what_is_given_at_once_moves_in_resolution),
            cmocka_unit_test(test_a_giver_who_cannot_pay_voids_the_deal),
            cmocka_unit_test(test_a_verb_promised_and_done_or_not),
            cmocka_unit_test(test_refraining_is_broken_at_once),
            cmocka_unit_test(test_words_for_a_frame_count_when_they_are_said),
            cmocka_unit_test(test_the_parties_say_how_free_words_went),
            cmocka_unit_test(test_the_facilitator_says_where_they_see_it_differently),
            cmocka_unit_test(test_who_received_a_promise_may_waive_it),
            cmocka_unit_test(test_a_resource_has_to_arrive),
            cmocka_unit_test(test_a_vote_promised_is_read_from_the_record),
            cmocka_unit_test(test_a_full_table_of_deals),
            cmocka_unit_test(test_places_coalitions_and_moot_votes),
            cmocka_unit_test(
                    test_a_break_inside_a_coalition_costs_cohesion_and_leaving_trust),
            cmocka_unit_test(test_credit_is_given_in_reflect),
            cmocka_unit_test(test_a_stand_in_keeps_a_deal_of_three_open),
            cmocka_unit_test(test_who_cannot_pay_voids_it_for_all),
            cmocka_unit_test(test_a_break_towards_two_members_is_felt_once),
            cmocka_unit_test(test_credit_promised_to_two_is_owed_to_each),
            cmocka_unit_test(test_a_party_that_leaves_the_story),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

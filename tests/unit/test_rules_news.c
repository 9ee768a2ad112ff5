// tests/unit/test_rules_news.c — what a round begins with: refill, happenings, choices, windows; and what BRIEF leaves. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/echo.h"
#include "rules/happening.h"
#include "rules/loan.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

static Change public_by(World *world, const char *amount) {
    return (Change){
            .op = CHANGE_GAIN,
            .track = TRACK_PUBLIC,
            .who = {SEL_ONE, KIND_ISSUE, 0, 0},
            .amount = world_amount(world, amount, false)
    };
}

static Change own_by(
        World *world, int32_t track, int32_t column, const char *amount, bool cost) {
    return (Change){
            .op = CHANGE_GAIN,
            .track = (uint16_t)track,
            .who = {SEL_ME,                          KIND_ACTOR,             0, 0},
            .toward = {column < 0 ? SEL_NONE : SEL_ONE,
                    track == TRACK_RESOURCE ? KIND_RESOURCE : KIND_AUDIENCE,
                    (uint8_t)column,                                            0},
            .amount = world_amount(world, amount, false),
            .sign = cost,
            .flags = cost ? CHANGE_IS_COST : 0
    };
}

static ChangeSpan span(World *world, Change change) {
    world->def->changes[world->def->changes_count] = change;
    return (ChangeSpan){world->def->changes_count++, 1};
}

static int32_t happening(World *world, Happening happening) {
    world->def->happenings[world->def->happenings_count] = happening;
    return world->def->happenings_count++;
}

// Survivors choose: speak (public +4) or stay silent (base +3); silence is the default.
static int32_t press_case(World *world) {
    Def *def = world->def;
    int32_t index =
            happening(world, (Happening){
                                     .rounds = 1u << 2,
                                     .once = 1,
                                     .who_chooses = {SEL_ONE, KIND_ACTOR, SURVIVORS, 0},
                                     .choices_first = def->choices_count,
                                     .choices_count = 2,
                                     .choices_default = 1
    });
    def->choices[def->choices_count++] =
            (Choice){.changes = span(world, public_by(world, "4")),
                    .costs = span(world, own_by(world, TRACK_RESOURCE, MONEY, "1", true)),
                    .next = NONE};
    def->choices[def->choices_count++] = (Choice){
            .changes = span(world, own_by(world, TRACK_LEGITIMACY, BASE, "3", false)),
            .next = NONE};
    return index;
}

static bool came(const World *world, int32_t index) {
    return state_bit(world->state.happened, index);
}

static void test_a_choice_is_asked_and_answered(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    int32_t index = press_case(world);
    world_seat_all(world);
    world_reach(world, 1, NEWS, MEET_NONE);
    assert_true(came(world, 0));
    assert_int_equal(world->state.reading, 0);
    assert_false(came(world, index));
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_true(came(world, index));
    assert_int_equal(world->state.reading, NONE);
    assert_int_equal(choice_waits_for(&world->state), 1 << SURVIVORS);
    assert_int_equal(world_tell(world, COMMAND_CHOOSE, FAITH, index, 0, 0, 0).code,
            VERDICT_NO_CHOICE);
    assert_int_equal(world_tell(world, COMMAND_CHOOSE, SURVIVORS, index, 2, 0, 0).code,
            VERDICT_BAD_ANSWER);
    int32_t public = world_at(world, TRACK_PUBLIC, 0, 0),
            money = world_at(world, TRACK_RESOURCE, SURVIVORS, MONEY);
    OPEN(world_tell(world, COMMAND_CHOOSE, SURVIVORS, index, 0, 0, 0));
    assert_int_equal(world_at(world, TRACK_PUBLIC, 0, 0), public + 40);
    assert_int_equal(world_at(world, TRACK_RESOURCE, SURVIVORS, MONEY), money - 10);
    assert_int_equal(choice_waits_for(&world->state), 0);
    assert_int_equal(world_tell(world, COMMAND_CHOOSE, SURVIVORS, index, 0, 0, 0).code,
            VERDICT_NO_CHOICE);
    world_free(world);
}

static void test_no_answer_is_the_default(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    press_case(world);
    world_seat_all(world);
    world_reach(world, 2, NEWS, MEET_NONE);
    int32_t base = world_at(world, TRACK_LEGITIMACY, SURVIVORS, BASE);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_LEGITIMACY, SURVIVORS, BASE),
            base + 30 * (1000 - base) / 500);
    assert_int_equal(world->state.choice[0].open, 0);
    world_free(world);
}

static void test_an_answer_must_be_payable(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    int32_t index = press_case(world);
    world_seat_all(world);
    world_reach(world, 2, NEWS, MEET_NONE);
    world_set(world, TRACK_RESOURCE, SURVIVORS, MONEY, 0);
    Verdict verdict = world_tell(world, COMMAND_CHOOSE, SURVIVORS, index, 0, 0, 0);
    assert_int_equal(verdict.code, VERDICT_COST_NUMBER);
    assert_int_equal(verdict.need, 1);
    assert_int_equal(verdict.cell, def_cell(world->def, TRACK_RESOURCE, SURVIVORS, MONEY));
    world_free(world);
}

static void test_the_facilitator_answers_and_injects(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    int32_t index = press_case(world);
    world->def->happenings[index].who_chooses = (Sel){0};
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    int32_t public = world_at(world, TRACK_PUBLIC, 0, 0);
    OPEN(world_console(world, COMMAND_HAPPEN, index, NONE));
    assert_int_equal(world_tell(world, COMMAND_CHOOSE, SURVIVORS, index, 0, 0, 0).code,
            VERDICT_NO_CHOICE);
    OPEN(world_console(world, COMMAND_CHOOSE, index, 0));
    assert_int_equal(world_at(world, TRACK_PUBLIC, 0, 0), public + 40);
    OPEN(world_console(world, COMMAND_HAPPEN, index, 0)); // injected with its answer
    assert_int_equal(world_at(world, TRACK_PUBLIC, 0, 0), public + 80);
    assert_int_equal(world->state.choice[0].open, 0);
    world_free(world);
}

static void test_one_answer_leads_to_the_next_happening(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    int32_t first = press_case(world);
    int32_t next = press_case(world);
    world->def->happenings[next].rounds = 0;
    world->def->choices[world->def->happenings[first].choices_first].next = (uint8_t)next;
    world_seat_all(world);
    world_reach(world, 2, NEWS, MEET_NONE);
    OPEN(world_tell(world, COMMAND_CHOOSE, SURVIVORS, first, 0, 0, 0));
    assert_true(came(world, next));
    assert_int_equal(choice_waits_for(&world->state), 1 << SURVIVORS);
    assert_int_equal(world_tell(world, COMMAND_CHOOSE, SURVIVORS, next, 0, 0, 0).code,
            VERDICT_COST_NUMBER);
    OPEN(world_tell(world, COMMAND_CHOOSE, SURVIVORS, next, 1, 0, 0));
    assert_int_equal(choice_waits_for(&world->state), 0);
    world_free(world);
}

// All who are asked answer before anything moves; the default stands in for one it is closed to.
static void test_many_answer_together(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    int32_t index = press_case(world);
    Happening *h = &world->def->happenings[index];
    h->who_chooses = (Sel){SEL_SET, KIND_ACTOR, SET_ALL, 0};
    world->def->choices[h->choices_first + 1].who =
            0x7F & ~(1 << FAITH); // the default is not for them
    world_seat_all(world);
    world_reach(world, 2, NEWS, MEET_NONE);
    int32_t public = world_at(world, TRACK_PUBLIC, 0, 0);
    OPEN(world_tell(world, COMMAND_CHOOSE, SURVIVORS, index, 0, 0, 0));
    assert_int_equal(world_at(world, TRACK_PUBLIC, 0, 0), public);
    assert_int_equal(world_tell(world, COMMAND_CHOOSE, FAITH, index, 1, 0, 0).code,
            VERDICT_CHOICE_CLOSED);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_PUBLIC, 0, 0),
            public + 80); // survivors, and faith for want of another
    world_free(world);
}

static void test_the_facilitator_may_answer_for_those_asked(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    int32_t index = press_case(world);
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    int32_t public = world_at(world, TRACK_PUBLIC, 0, 0);
    OPEN(world_console(world, COMMAND_HAPPEN, index, 0));
    assert_int_equal(world_at(world, TRACK_PUBLIC, 0, 0), public + 40);
    assert_int_equal(choice_waits_for(&world->state), 0);
    world_free(world);
}

static void test_each_happening_sees_what_the_one_before_left(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    int32_t late = happening(
            world, (Happening){.rounds = 1u << 1,
                           .once = 1,
                           .when = world_amount(world, "public.homes >= 60", true)});
    int32_t push =
            happening(world, (Happening){.rounds = 1u << 1,
                                     .once = 1,
                                     .changes = span(world, public_by(world, "20"))});
    int32_t after = happening(
            world, (Happening){.by_when = 1,
                           .once = 1,
                           .when = world_amount(world, "public.homes >= 60", true)});
    int32_t queued = happening(world, (Happening){.once = 1});
    world_seat_all(world);
    world_reach(world, 1, NEWS, MEET_NONE);
    assert_false(came(world, late)); // it stood before the push and is over after round 1
    assert_true(came(world, push));
    assert_true(came(world, after));
    assert_int_equal(world_at(world, TRACK_PUBLIC, 0, 0), 620);
    txn_say(&world->txn, EVENT_QUEUED, NONE, queued, 3, 0, 0);
    world_reach(world, 2, REFLECT, MEET_NONE);
    assert_false(came(world, queued));
    world_reach(world, 3, NEWS, MEET_NONE);
    assert_true(came(world, queued));
    assert_false(came(world, late));
    world_free(world);
}

static void test_chance_and_decks_draw_by_counter(void **unused) {
    (void)unused;
    int32_t chances = 0, firsts = 0, rounds = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        World *world = world_safe_homes();
        int32_t maybe =
                happening(world, (Happening){.rounds = 0x1E, .once = 0, .chance = 50});
        PoolId deck = world_text(world->def, "deck");
        int32_t one = happening(
                world, (Happening){.rounds = 0x1E, .once = 1, .draw = deck, .weight = 3});
        int32_t two = happening(
                world, (Happening){.rounds = 0x1E, .once = 1, .draw = deck, .weight = 1});
        world->state.seed = seed;
        world->state.round = 1;
        happening_run(&world->txn, &world->book);
        chances += came(world, maybe);
        firsts += came(world, one);
        assert_int_equal(came(world, one) + came(world, two), 1); // one card a round
        happening_run(&world->txn, &world->book);
        assert_int_equal(came(world, one) + came(world, two), 2);
        rounds++;
        world_free(world);
    }
    assert_in_range(chances, rounds / 4, rounds - rounds / 4);
    assert_in_range(firsts, rounds / 2 + 1, rounds - 1);
}

// What a window adds is worked out when it opens; when it shuts, that is taken back and nothing else.
static void test_a_window_takes_back_what_it_gave(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    Window *window = &world->def->windows[0];
    *window = (Window){.rounds = 1u << 2 | 1u << 3, .deciders = 1u << WHIP};
    window->pull = world_amount(world, "choose(public.homes >= 55, 3, -2)", false);
    world->def->windows_count = 1;
    world_seat_all(world);
    world_reach(world, 1, REFLECT, MEET_NONE);
    world_set(world, TRACK_PUBLIC, 0, 0, 600);
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_PULL, WHIP, 0), 30);
    assert_int_equal(world_at(world, TRACK_PULL, SPEAKER, 0), 0);
    world_set(world, TRACK_PUBLIC, 0, 0, 400);
    world_reach(world, 3, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_PULL, WHIP, 0), 30);
    world_reach(world, 4, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_PULL, WHIP, 0), 0);
    world_free(world);
}

// A condition that goes on to hold opens its window once, for as long as it says.
static void test_a_condition_opens_a_window_once(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    Window *window = &world->def->windows[0];
    *window = (Window){.lasts = 2, .deciders = 1u << WHIP};
    window->when = world_amount(world, "round >= 1", true);
    window->pull = world_amount(world, "4", false);
    world->def->windows_count = 1;
    world_seat_all(world);
    static const int32_t pulls[] = {40, 40, 0, 0};
    for (int32_t round = 1; round <= 4; round++) {
        world_reach(world, round, NEWS, MEET_NONE);
        assert_int_equal(world_at(world, TRACK_PULL, WHIP, 0), pulls[round - 1]);
    }
    world_free(world);
}

// What is sure to come by the calendar is announced one round before, once.
static void test_a_happening_is_foreshadowed(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    int32_t index = press_case(world);
    world->def->happenings[index].rounds = 1u << 3;
    world->def->happenings[index].foreshadow = 1;
    world_seat_all(world);
    world_reach(world, 4, NEWS, MEET_NONE);
    int32_t announced = 0, round = 0;
    for (int32_t i = 0; i < world->events.count; i++) {
        const Event *event = &world->events.items[i];
        if (event->kind != EVENT_FORESHADOWED) continue;
        announced++;
        round = event->round;
        assert_int_equal(event->a, index);
    }
    assert_int_equal(announced, 1);
    assert_int_equal(round, 2);
    world_free(world);
}

static void test_windows_pull_while_they_are_open(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->def->windows[0] = (Window){.rounds = 1u << 2 | 1u << 3,
            .pull = world_amount(world, "3", false),
            .deciders = 1u << WHIP};
    world->def->windows_count = 1;
    world_seat_all(world);
    world_reach(world, 1, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_PULL, WHIP, 0), 0);
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_PULL, WHIP, 0), 30);
    assert_int_equal(world_at(world, TRACK_PULL, SPEAKER, 0), 0);
    world_reach(world, 3, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_PULL, WHIP, 0), 30);
    world_reach(world, 4, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_PULL, WHIP, 0), 0);
    assert_int_equal(world->state.windows_open, 0);
    world_free(world);
}

static void test_time_income_and_loans(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_start(world->def, TRACK_INCOME, LAWYERS, MONEY, 10);
    world->def->actors[LAWYERS].story_income = 1;
    world_begin(world);
    world_seat_all(world);
    world_reach(world, 1, ACTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_RESOURCE, LAWYERS, MONEY), 20);
    OPEN(world_act(world, LAWYERS, LISTEN, KIND_NONE, NONE, 0, 0));
    LoanTerms terms = {.giver = CAUCUS,
            .receiver = DONOR,
            .arena = COMMITTEE,
            .place = LOAN_VOTE,
            .until = 2};
    loan_make(&world->txn, &terms, cause_engine(ENGINE_START));
    world_reach(world, 1, RESOLUTION, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_TIME, LAWYERS, 0), 20);
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_TIME, LAWYERS, 0), 30);
    assert_int_equal(world_at(world, TRACK_RESOURCE, LAWYERS, MONEY), 30);
    assert_int_equal(world_at(world, TRACK_STORY, LAWYERS, 0), 20);
    assert_int_equal(world->state.position[DONOR][COMMITTEE].weight, 1);
    assert_int_equal(world->state.position[CAUCUS][COMMITTEE].weight, 0);
    world_reach(world, 3, NEWS, MEET_NONE);
    assert_int_equal(world->state.position[DONOR][COMMITTEE].weight, 0);
    assert_int_equal(world->state.position[CAUCUS][COMMITTEE].weight, 1);
    world_free(world);
}

static void test_expectation_becomes_trust(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    OPEN(world_tell(world, COMMAND_EXPECT, FAITH, -1, 0, 0, 0));
    OPEN(world_tell(world, COMMAND_EXPECT, DONOR, 1, 0, 0, 0));
    assert_int_equal(
            world_tell(world, COMMAND_EXPECT, DONOR, 2, 0, 0, 0).code, VERDICT_BAD_ANSWER);
    world_reach(world, 1, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_TRUST, FAITH, DONOR), -10);
    assert_int_equal(world_at(world, TRACK_TRUST, DONOR, FAITH), 10);
    assert_int_equal(world_at(world, TRACK_TRUST, CAUCUS, FAITH), 0);
    assert_int_equal(world_at(world, TRACK_EXPECTATION, FAITH, 0), -10);
    assert_int_equal(
            world_tell(world, COMMAND_EXPECT, DONOR, 0, 0, 0, 0).code, VERDICT_WRONG_PHASE);
    world_free(world);
}

// Golden row 11: 18 fades and echoes to 27, 25 and 35; the stance moves by 24.
static void test_echo_of_golden_row_11(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->def->arenas[COMMITTEE].decides = 0;
    for (int32_t f = 0; f < 5; f++)
        world_set(world, TRACK_FRAME, COMMITTEE, f, 0);
    world_set(world, TRACK_FRAME, COMMITTEE, SAFETY, 18);
    world->state.utterance[7] = (Utterance){.state = UTTERANCE_LIVE,
            .author = SURVIVORS,
            .taker = NONE,
            .arena = COMMITTEE,
            .round = 1,
            .kind = UTTER_FRAME,
            .target = SAFETY,
            .strength = 5};
    world->state.round = 2;
    echo_run(&world->txn, &world->book);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, SAFETY), 27);
    int32_t stance = world_at(world, TRACK_STANCE, SPEAKER, 0);
    world->state.round = 3;
    echo_run(&world->txn, &world->book);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, SAFETY), 35);
    assert_int_equal(world_at(world, TRACK_STANCE, SPEAKER, 0), stance + 24);
    world_free(world);
}

static void test_playback_is_capped_names_the_issue_and_makes_important(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->def->arenas[COMMITTEE].decides = 0;
    world_set(world, TRACK_FRAME, COMMITTEE, SAFETY, 70);
    static const uint8_t authors[2] = {SURVIVORS, FAITH};
    for (int32_t i = 0; i < 2; i++) {
        world->state.utterance[i] = (Utterance){.state = UTTERANCE_LIVE,
                .author = authors[i],
                .taker = NONE,
                .arena = BREAKFAST,
                .round = 1,
                .kind = UTTER_FRAME,
                .target = SAFETY,
                .strength = 8,
                .age = 1};
    }
    world->def->arenas[BREAKFAST].feeds = 1u << COMMITTEE;
    world->def->deciders[SPEAKER].resonance[SAFETY] = 0;
    world->def->deciders[BACKBENCH].resonance[SAFETY] = 0;
    world->def->deciders[WHIP].resonance[SAFETY] = -3;
    int32_t whip = world_at(world, TRACK_STANCE, WHIP, 0);
    world->state.round = 3;
    echo_run(&world->txn, &world->book);
    assert_int_equal(world_at(world, TRACK_STANCE, WHIP, 0), whip - 40);
    assert_int_equal(world->state.title[0], SAFETY);
    assert_int_equal(world_at(world, TRACK_IMPORTANCE, TREASURY, SURVIVORS), 10);
    assert_int_equal(world_at(world, TRACK_IMPORTANCE, TREASURY, FAITH), 10);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, SAFETY), 63 + 32);
    world_free(world);
}

static void test_every_event_has_its_part_in_the_fold(void **unused) {
    (void)unused;
    for (int32_t kind = 1; kind < EVENT_COUNT; kind++)
        assert_true(fold_knows((EventKind)kind));
    assert_false(fold_knows(EVENT_NONE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_a_choice_is_asked_and_answered),
            cmocka_unit_test(test_no_answer_is_the_default),
            cmocka_unit_test(test_an_answer_must_be_payable),
            cmocka_unit_test(test_the_facilitator_answers_and_injects),
            cmocka_unit_test(test_one_answer_leads_to_the_next_happening),
            cmocka_unit_test(test_many_answer_together),
            cmocka_unit_test(test_the_facilitator_may_answer_for_those_asked),
            cmocka_unit_test(test_each_happening_sees_what_the_one_before_left),
            cmocka_unit_test(test_chance_and_decks_draw_by_counter),
            cmocka_unit_test(test_windows_pull_while_they_are_open),
            cmocka_unit_test(test_a_window_takes_back_what_it_gave),
            cmocka_unit_test(test_a_condition_opens_a_window_once),
            cmocka_unit_test(test_a_happening_is_foreshadowed),
            cmocka_unit_test(test_time_income_and_loans),
            cmocka_unit_test(test_expectation_becomes_trust),
            cmocka_unit_test(test_echo_of_golden_row_11),
            cmocka_unit_test(test_playback_is_capped_names_the_issue_and_makes_important),
            cmocka_unit_test(test_every_event_has_its_part_in_the_fold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

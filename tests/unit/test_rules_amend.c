// tests/unit/test_rules_amend.c — a group whose consent was missing amends its text once and is asked again. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/amend.h"
#include "rules/decision.h"
#include "rules_world.h"

#define OPEN(call)        assert_int_equal((call).code, VERDICT_OK)
#define CLOSED(call, why) assert_int_equal((call).code, VERDICT_##why)

// The committee decides by consent in round 1; each S is its stance and, for the whip, how it values REMEDY.
static World *consent_world(void) {
    World *world = world_safe_homes();
    for (int32_t i = 0; i < 5; i++) {
        Decider *d = &world->def->deciders[i];
        memset(d->values, 0, sizeof d->values);
        memset(d->resonance, 0, sizeof d->resonance);
        d->hears_public = d->hears_heat = 0;
        world_start(world->def, TRACK_STANCE, i, 0, 100);
    }
    world_start(world->def, TRACK_STANCE, WHIP, 0, -40);
    world->def->deciders[WHIP].values[REMEDY][2] = 6;
    world->def->decision_rules[0] = (DecisionRule){.kind = RULE_CONSENT, .returns = 1};
    world->def->arenas[COMMITTEE].decides = 0;
    world->def->arenas[COMMITTEE].decides_in = 1u << 1;
    world_begin(world);
    world_seat_all(world);
    world_set(world, TRACK_DRAFT, REMEDY, 0, 10);
    return world;
}

static Verdict amend(World *world, uint8_t actor, int32_t clause, int32_t step) {
    return world_tell(world, COMMAND_AMEND, actor, COMMITTEE, clause, step, 0);
}

static int32_t tries(const World *world) { return world->state.decision[COMMITTEE].tries; }

static void test_an_amended_text_is_asked_again_and_becomes_law(void **unused) {
    (void)unused;
    World *world = consent_world();
    world_reach(world, 1, ACTION, MEET_NONE);
    CLOSED(amend(world, CAUCUS, REMEDY, 1), NO_AMENDMENT);
    world_reach(world, 1, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 0);
    assert_int_equal(world->state.amending[COMMITTEE], AMEND_OPEN);
    OPEN(amend(world, CAUCUS, REMEDY, 1));
    world_console(world, COMMAND_ADVANCE, 0, 0);
    assert_int_equal(world->state.amending[COMMITTEE], AMEND_USED);
    assert_int_equal(tries(world), 2);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 1); // -4.0 + 6 = 2.0
    assert_int_equal(world_at(world, TRACK_DRAFT, REMEDY, 0), 20);
    assert_int_equal(world_at(world, TRACK_LAW, REMEDY, 0), 20);
    CLOSED(amend(world, CAUCUS, REMEDY, -1), NO_AMENDMENT);
    world_free(world);
}

static void test_what_most_wish_counts_and_silence_leaves_it(void **unused) {
    (void)unused;
    World *world = consent_world();
    world_reach(world, 1, REFLECT, MEET_NONE);
    OPEN(amend(world, CAUCUS, REMEDY, 1));
    OPEN(amend(world, TREASURY, NONE, 0));
    world_console(world, COMMAND_ADVANCE, 0, 0);
    assert_int_equal(tries(world), 1); // as many leave it as would change it
    assert_int_equal(world_at(world, TRACK_DRAFT, REMEDY, 0), 10);
    assert_int_equal(world->state.amending[COMMITTEE], AMEND_USED);
    world_free(world);
    world = consent_world();
    world_reach(world, 1, REFLECT, MEET_NONE);
    world_console(world, COMMAND_ADVANCE, 0, 0);
    assert_int_equal(tries(world), 1);
    world_free(world);
}

static void test_the_last_voice_closes_it_at_once(void **unused) {
    (void)unused;
    World *world = consent_world();
    world_reach(world, 1, REFLECT, MEET_NONE);
    uint16_t group = amend_group(world->def, &world->state, COMMITTEE);
    assert_true(state_members_count(group) >= 2);
    for (uint8_t actor = 0; actor < def_count(world->def, KIND_ACTOR); actor++) {
        if (!((group >> actor) & 1)) continue;
        assert_int_equal(world->state.amending[COMMITTEE], AMEND_OPEN);
        OPEN(amend(world, actor, REMEDY, 1));
    }
    assert_int_equal(world->state.amending[COMMITTEE], AMEND_USED);
    assert_int_equal(world->state.phase, REFLECT);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 1);
    world_free(world);
}

static void test_only_the_group_and_only_levels_there_are(void **unused) {
    (void)unused;
    World *world = consent_world();
    world_set(world, TRACK_DRAFT, SCOPE, 0, 0);
    world_reach(world, 1, REFLECT, MEET_NONE);
    uint16_t group = amend_group(world->def, &world->state, COMMITTEE);
    for (uint8_t actor = 0; actor < def_count(world->def, KIND_ACTOR); actor++) {
        if (!((group >> actor) & 1)) CLOSED(amend(world, actor, REMEDY, 1), NOT_YOURS);
    }
    CLOSED(amend(world, CAUCUS, SCOPE, -1), NO_LEVEL);
    CLOSED(amend(world, CAUCUS, 9, 1), BAD_ANSWER);
    CLOSED(amend(world, CAUCUS, REMEDY, 2), BAD_ANSWER);
    world_free(world);
}

// A person's objection holds the group only with its reason; the computer's needs none.
static void test_an_objection_needs_a_reason(void **unused) {
    (void)unused;
    World *world = consent_world();
    world_set(world, TRACK_STANCE, WHIP, 0, 100);
    world_reach(world, 1, ACTION, MEET_NONE);
    CLOSED(world_tell(world, COMMAND_VOTE, TREASURY, WHIP, -1, 0, 0), NEED_REASON);
    OPEN(world_tell(world, COMMAND_VOTE, TREASURY, WHIP, -1, 0, 7));
    assert_int_equal(world->state.reason[WHIP], 7);
    world_reach(world, 1, REFLECT, MEET_NONE);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 0);
    bool told = false;
    for (int32_t i = 0; i < world->events.count; i++) {
        const Event *event = &world->events.items[i];
        told |= event->kind == EVENT_VOTE && event->a == WHIP && event->d == 7;
    }
    assert_true(told);
    // The text is put again as amended; who objected may say yes now.
    OPEN(world_tell(world, COMMAND_VOTE, TREASURY, WHIP, 1, 0, 0));
    OPEN(amend(world, CAUCUS, REMEDY, 1));
    world_console(world, COMMAND_ADVANCE, 0, 0);
    assert_int_equal(world->state.decision[COMMITTEE].passed, 1);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_an_amended_text_is_asked_again_and_becomes_law),
            cmocka_unit_test(test_what_most_wish_counts_and_silence_leaves_it),
            cmocka_unit_test(test_the_last_voice_closes_it_at_once),
            cmocka_unit_test(test_only_the_group_and_only_levels_there_are),
            cmocka_unit_test(test_an_objection_needs_a_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_rules_chair.c — the chair's order and the hands on it, roles, words backstage, a slant found, own ground, number by number. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/role.h"
#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

enum { CHAIR = TEND + 1, PEN, SUMMARY, DOUBT, ASIDE };

static Move *point(World *world, const char *id, PointMechanism mechanism) {
    Move *move = world_move(world, id, MOVE_POINT);
    move->mechanism = (uint8_t)mechanism;
    move->bid_min = move->bid_max = 0;
    return move;
}

static World *made(void) {
    World *world = world_safe_homes();
    Def *def = world->def;
    point(world, "chair", POINT_CHAIR)->may = MAY_ORDER_AGENDA | MAY_BREAK_TIE | MAY_DEFER;
    Move *move = point(world, "pen", POINT_ROLE);
    move->may = MAY_SHARPEN;
    move->bid_min = 1, move->bid_max = 2;
    move = point(world, "summary", POINT_ROLE);
    move->may = MAY_SUM_UP;
    move->bid_min = 1, move->bid_max = 2;
    move = point(world, "doubt", POINT_CHALLENGE);
    move->targets = 1u << KIND_LINE;
    move->voice = 1;
    move = point(world, "aside", POINT_PRIME);
    move->targets = 1u << KIND_ACTOR;
    move->flags = MOVE_SIDES | MOVE_QUIET;
    move->voice = 1;
    move->utters = world_amount(world, "2", false);
    move->asks_count = 1;
    move->asks[0] = (Ask){.id = world_text(def, "about"),
            .kind = ASK_ANY,
            .from = (int16_t)(1 << KIND_NONE | 1 << KIND_DECIDER | 1 << KIND_FRAME
                              | 1 << KIND_CLAUSE)};
    Sel me = {SEL_ME, KIND_ACTOR, 0, 0}, target = {SEL_TARGET, KIND_ACTOR, 0, 0};
    world_gives(world, move, TRACK_TRUST, me, target, "1", 0);
    world_gives(world, move, TRACK_TRUST, target, me, "1", 0);
    static const Coef ones[] = {COEF_PEN_GAIN, COEF_SUMMARY_GAIN, COEF_HOME_GAIN,
            COEF_PRIME_GAIN, COEF_SLANT_WRONG};
    for (size_t i = 0; i < ARRAY_COUNT(ones); i++)
        def->coef[ones[i]] = 1;
    def->coef[COEF_OVERRULED_COST] = 3;
    def->coef[COEF_SLANT_FOUND] = 4;
    def->arenas[COMMITTEE].start[LAWYERS].places |= PLACE_CHAIR;
    world_begin(world);
    world_seat_all(world);
    return world;
}

static const Utterance *said(const World *world, uint8_t author, uint8_t target) {
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &world->state.utterance[i];
        if (u->state != UTTERANCE_FREE && u->author == author && u->target == target)
            return u;
    }
    return NULL;
}

static Verdict aside(World *world, uint8_t by, uint8_t to, int32_t about, int8_t side) {
    Command command = {.kind = COMMAND_ACT, .actor = by};
    command.act = (Act){
            .move = ASIDE,
            .actor = by,
            .target = {KIND_ACTOR, to},
            .side = side,
            .arena = NONE,
            .asked = {(int16_t)about         }
    };
    return world_send(world, command);
}

static int32_t slot_of(const World *world, uint8_t by) {
    for (int32_t i = 0; i < ASIDES_MAX; i++) {
        if (world->state.aside[i].state && world->state.aside[i].by == by) return i;
    }
    return -1;
}

static void test_the_chair_orders_and_defers(void **unused) {
    (void)unused;
    World *world = made();
    world_reach(world, 1, MEETING, MEET_ROLES);
    assert_int_equal(world_tell(world, COMMAND_ORDER, FAITH, FUND, NONE, NONE, NONE).code,
            VERDICT_NOT_CHAIR);
    assert_int_equal(
            world_tell(world, COMMAND_OBJECT, FAITH, 0, 0, 0, 0).code, VERDICT_NO_ORDER);
    OPEN(world_tell(world, COMMAND_DONE, FAITH, 0, 0, 0, 0));
    OPEN(world_tell(world, COMMAND_ORDER, LAWYERS, FUND, NONE, NONE, SCOPE));
    assert_false((world->state.done >> FAITH) & 1); // it is put before who was ready
    assert_int_equal(world_tell(world, COMMAND_ORDER, LAWYERS, FUND, NONE, NONE, NONE).code,
            VERDICT_ORDERED);
    assert_int_equal(
            world_tell(world, COMMAND_HAND, FAITH, 1, 0, 0, 0).code, VERDICT_NO_OBJECTION);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    assert_int_equal(world->state.agenda_count, 2);
    assert_int_equal(world->state.agenda[0], FUND);
    assert_int_equal(world->state.agenda[1], REMEDY);
    world_free(world);
}

// Objecting costs a voice; the chair's own hand and those it does not win count.
static void test_an_overruled_chair_pays(void **unused) {
    (void)unused;
    for (int32_t pass = 0; pass < 2; pass++) {
        World *world = made();
        world_reach(world, 1, MEETING, MEET_ROLES);
        OPEN(world_tell(world, COMMAND_ORDER, LAWYERS, FUND, NONE, NONE, NONE));
        OPEN(world_tell(world, COMMAND_OBJECT, FAITH, 0, 0, 0, 0));
        assert_int_equal(world_at(world, TRACK_VOICE, FAITH, 0), 10);
        assert_int_equal(world_tell(world, COMMAND_OBJECT, FAITH, 0, 0, 0, 0).code,
                VERDICT_ONCE_A_ROUND);
        assert_int_equal(world_tell(world, COMMAND_HAND, LAWYERS, 1, 0, 0, 0).code,
                VERDICT_NOT_FOR_YOU);
        if (pass) OPEN(world_tell(world, COMMAND_HAND, ELDERS, 2, 0, 0, 0));
        int32_t peer = world_at(world, TRACK_LEGITIMACY, LAWYERS, PEER);
        world_reach(world, 1, MEETING, MEET_SPEECH);
        // One against one is even, and the chair breaks it; two against one overrule.
        assert_int_equal(world->state.agenda[0], pass ? SCOPE : FUND);
        assert_int_equal(
                world_at(world, TRACK_LEGITIMACY, LAWYERS, PEER), peer - (pass ? 30 : 0));
        world_free(world);
    }
}

static void test_pen_summary_and_their_limit(void **unused) {
    (void)unused;
    World *world = made();
    world->def->arenas[COMMITTEE].home_of = 1u << FAITH;
    world_reach(world, 1, MEETING, MEET_ROLES);
    OPEN(world_act(world, FAITH, PEN, KIND_NONE, NONE, 0, 1));
    OPEN(world_act(world, ELDERS, SUMMARY, KIND_NONE, NONE, 0, 1));
    assert_int_equal(
            world_act(world, FAITH, CHAIR, KIND_NONE, NONE, 0, 0).code, VERDICT_BY_RULE);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    OPEN(world_act(world, FAITH, WORD, KIND_CLAUSE, SCOPE, 1, 1));
    OPEN(world_act(world, CAUCUS, NAME, KIND_FRAME, RIGHTS, 0, 1));
    OPEN(world_act(world, TREASURY, WORD, KIND_CLAUSE, REMEDY, -1, 1));
    world_reach(world, 1, MEETING, MEET_RECORD);
    const Utterance *scope = said(world, FAITH, SCOPE);
    assert_int_equal(scope->strength, 4); // 2, the pen, own ground
    assert_int_equal(scope->extras, 2);
    assert_int_equal(said(world, TREASURY, REMEDY)->strength, 2);
    int32_t remedy = (int32_t)(said(world, TREASURY, REMEDY) - world->state.utterance);
    assert_int_equal(world_tell(world, COMMAND_SUM_UP, FAITH, remedy, 0, 0, 0).code,
            VERDICT_NOT_SUMMARY);
    OPEN(world_tell(world, COMMAND_SUM_UP, ELDERS, remedy, 0, 0, 0));
    assert_int_equal(world->state.utterance[remedy].strength, 3);
    assert_int_equal(world_tell(world, COMMAND_SUM_UP, ELDERS, remedy, 0, 0, 0).code,
            VERDICT_SUMMED);
    world_free(world);
}

static void test_a_word_backstage_needs_both(void **unused) {
    (void)unused;
    World *world = made();
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    OPEN(aside(world, CAUCUS, FAITH, 0, 1));
    assert_int_equal(aside(world, CAUCUS, FAITH, 0, 1).code, VERDICT_ASIDE_OPEN);
    int32_t slot = slot_of(world, CAUCUS);
    assert_int_equal(world_tell(world, COMMAND_ASIDE_SAY, ELDERS, slot, 1, 0, 0).code,
            VERDICT_ASIDE_UNKNOWN);
    assert_int_equal(world_tell(world, COMMAND_ASIDE_SAY, CAUCUS, slot, 1, 0, 0).code,
            VERDICT_BAD_ANSWER);
    assert_int_equal(world_at(world, TRACK_VOICE, CAUCUS, 0), 20);
    OPEN(world_tell(world, COMMAND_ASIDE_SAY, FAITH, slot, 1, 0, 0));
    assert_int_equal(world_at(world, TRACK_TRUST, CAUCUS, FAITH), 10);
    assert_int_equal(world_at(world, TRACK_TRUST, FAITH, CAUCUS), 10);
    assert_int_equal(world_at(world, TRACK_VOICE, CAUCUS, 0), 10);
    assert_int_equal(world_at(world, TRACK_VOICE, FAITH, 0), 20);
    // Treasury owns the whip and can say where it stands.
    OPEN(aside(world, CAUCUS, TREASURY, KIND_DECIDER * 256 + WHIP, 1));
    OPEN(world_tell(world, COMMAND_ASIDE_SAY, TREASURY, slot_of(world, CAUCUS), 1, 0, 0));
    assert_true(world->state.learned[CAUCUS][WHIP] & FACT_STANCE);
    assert_int_equal(aside(world, CAUCUS, ELDERS, 0, 1).code, VERDICT_NEED_VOICE);
    world_reach(world, 1, MEETING, MEET_ROLES);
    assert_int_equal(world_at(world, TRACK_VOICE, CAUCUS, 0), 0);
    world_free(world);
}

// An outsider's words in the mouth of a member: 2 and 1 for the partner, the credit in halves.
static void test_primed_words_are_voiced_by_the_partner(void **unused) {
    (void)unused;
    World *world = made();
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    OPEN(aside(world, DONOR, FAITH, KIND_CLAUSE * 256 + REMEDY, 1));
    OPEN(world_tell(world, COMMAND_ASIDE_SAY, FAITH, slot_of(world, DONOR), 1, 0, 0));
    OPEN(aside(world, DONOR, ELDERS, KIND_FRAME * 256 + SAFETY, 1));
    OPEN(world_tell(world, COMMAND_ASIDE_SAY, ELDERS, slot_of(world, DONOR) + 1, 1, 0, 0));
    world_reach(world, 1, MEETING, MEET_SPEECH);
    assert_false((world->state.present >> DONOR) & 1);
    world_reach(world, 1, MEETING, MEET_RECORD);
    const Utterance *u = said(world, DONOR, REMEDY);
    assert_non_null(u);
    assert_int_equal(u->voiced_by, FAITH);
    assert_int_equal(u->strength, 3);
    assert_int_equal(world_at(world, TRACK_DRAFT, REMEDY, 0), 20);
    const Event *step = NULL;
    for (int32_t i = 0; i < world->events.count; i++) {
        const Event *event = &world->events.items[i];
        if (event->kind == EVENT_DELTA
                && event->cell == def_cell(world->def, TRACK_DRAFT, REMEDY, 0))
            step = event;
    }
    assert_non_null(step);
    assert_int_equal(step->authors_count, 2);
    assert_int_equal(step->authors[0].share, 500);
    assert_int_equal(step->authors[1].share, 500);
    assert_int_equal(slot_of(world, DONOR), -1); // said, and gone
    world_free(world);
}

static void test_a_doubted_slant_is_struck(void **unused) {
    (void)unused;
    for (int32_t slanted = 0; slanted < 2; slanted++) {
        World *world = made();
        world_reach(world, 1, MEETING, MEET_ROLES);
        OPEN(world_act(world, LAWYERS, MINUTES, KIND_NONE, NONE, 0, 1));
        world_reach(world, 1, MEETING, MEET_SPEECH);
        OPEN(world_act(world, CAUCUS, NAME, KIND_FRAME, RIGHTS, 0, 2));
        world_reach(world, 1, MEETING, MEET_RECORD);
        int32_t line = (int32_t)(said(world, CAUCUS, RIGHTS) - world->state.utterance);
        OPEN(world_tell(
                world, COMMAND_RECORD, LAWYERS, line, NONE, NONE, slanted ? line : NONE));
        world_reach(world, 2, MEETING, MEET_ROLES);
        int32_t own = world_at(world, TRACK_LEGITIMACY, ELDERS, PEER),
                taker = world_at(world, TRACK_LEGITIMACY, LAWYERS, PEER);
        assert_int_equal(
                world_act(world, LAWYERS, DOUBT, KIND_LINE, (uint8_t)line, 0, 0).code,
                VERDICT_WRONG_TARGET);
        OPEN(world_act(world, ELDERS, DOUBT, KIND_LINE, (uint8_t)line, 0, 0));
        world_reach(world, 2, MEETING, MEET_SPEECH);
        assert_int_equal(world_at(world, TRACK_LEGITIMACY, LAWYERS, PEER),
                taker - (slanted ? 40 : 0));
        // Elders stand at 35, where a loss of 1 weighs 7 tenths.
        assert_int_equal(
                world_at(world, TRACK_LEGITIMACY, ELDERS, PEER), own - (slanted ? 0 : 7));
        assert_int_equal(world->state.utterance[line].state,
                slanted ? UTTERANCE_CLOSED : UTTERANCE_LIVE);
        world_free(world);
    }
}

static void test_chairs_are_elected_and_drawn(void **unused) {
    (void)unused;
    World *world = made();
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    assert_int_equal(
            world_tell(world, COMMAND_CHAIR_VOTE, FAITH, ELDERS, COMMITTEE, 0, 0).code,
            VERDICT_NO_ELECTION);
    world->state.rules_of[COMMITTEE].chair = CHAIR_ELECTED;
    assert_int_equal(
            world_tell(world, COMMAND_CHAIR_VOTE, DONOR, ELDERS, COMMITTEE, 0, 0).code,
            VERDICT_NOT_PRESENT);
    static const uint8_t voters[] = {FAITH, LAWYERS, TREASURY, CAUCUS};
    for (size_t i = 0; i < ARRAY_COUNT(voters); i++)
        OPEN(world_tell(world, COMMAND_CHAIR_VOTE, voters[i], ELDERS, COMMITTEE, 0, 0));
    world_reach(world, 1, MEETING, MEET_ROLES);
    assert_int_equal(world->state.chair_now, ELDERS);
    Rng before = world->state.rng;
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    world->state.rules_of[COMMITTEE].chair = CHAIR_LOT;
    world_reach(world, 2, MEETING, MEET_ROLES);
    uint8_t drawn = world->state.chair_now;
    assert_true(state_holds_place(&world->state, drawn, COMMITTEE));
    assert_true(before.state != world->state.rng.state);
    world_reach(world, 2, MEETING, MEET_SPEECH);
    assert_int_equal(world->state.chair_now, drawn); // one draw for a meeting
    world_free(world);
}

static void test_an_indicative_vote_shows_signs_once(void **unused) {
    (void)unused;
    World *world = made();
    world->def->arenas[COMMITTEE].decides = 0;
    world->state.rules_of[COMMITTEE].decides = 0;
    world_reach(world, 1, MEETING, MEET_SPEECH);
    assert_int_equal(world_tell(world, COMMAND_SHOW_SIGNS, FAITH, 0, 0, 0, 0).code,
            VERDICT_NOT_CHAIR);
    OPEN(world_tell(world, COMMAND_SHOW_SIGNS, LAWYERS, 0, 0, 0, 0));
    assert_int_equal(world->state.shown[TRADITION], -1);
    assert_int_equal(world->state.shown[CAUCUS_MP], 1);
    assert_true((world->state.shown_to[WHIP] >> FAITH) & 1);
    assert_false((world->state.shown_to[WHIP] >> DONOR) & 1);
    assert_int_equal(
            world_tell(world, COMMAND_SHOW_SIGNS, LAWYERS, 0, 0, 0, 0).code, VERDICT_SHOWN);
    world_free(world);
}

static void test_silence_is_remembered(void **unused) {
    (void)unused;
    World *world = made();
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    OPEN(aside(world, CAUCUS, FAITH, 0, 1)); // one voice less is not speaking
    OPEN(world_tell(world, COMMAND_ASIDE_SAY, FAITH, slot_of(world, CAUCUS), 1, 0, 0));
    world_reach(world, 1, MEETING, MEET_SPEECH);
    OPEN(world_act(world, ELDERS, NAME, KIND_FRAME, CUSTOM, 0, 1));
    world_reach(world, 1, ACTION, MEET_NONE);
    assert_false((world->state.silent_last >> ELDERS) & 1);
    assert_true((world->state.silent_last >> CAUCUS) & 1);
    assert_false((world->state.silent_last >> DONOR) & 1); // was not there
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_the_chair_orders_and_defers),
            cmocka_unit_test(test_an_overruled_chair_pays),
            cmocka_unit_test(test_pen_summary_and_their_limit),
            cmocka_unit_test(test_a_word_backstage_needs_both),
            cmocka_unit_test(test_primed_words_are_voiced_by_the_partner),
            cmocka_unit_test(test_a_doubted_slant_is_struck),
            cmocka_unit_test(test_chairs_are_elected_and_drawn),
            cmocka_unit_test(test_an_indicative_vote_shows_signs_once),
            cmocka_unit_test(test_silence_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

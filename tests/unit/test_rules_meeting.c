// tests/unit/test_rules_meeting.c — a meeting from the bids to the second echo, number by number. Never: packs or Lua.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules_world.h"

#define OPEN(call) assert_int_equal((call).code, VERDICT_OK)

static const Utterance *utterance_of(
        const World *world, uint8_t author, uint8_t kind, uint8_t target) {
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &world->state.utterance[i];
        if (u->state != UTTERANCE_FREE && u->author == author && u->kind == kind
                && u->target == target)
            return u;
    }
    return NULL;
}

static int32_t slot_of(const World *world, const Utterance *u) {
    return (int32_t)(u - world->state.utterance);
}

static const Event *delta_of(
        const World *world, int32_t track, int32_t row, int32_t column) {
    uint16_t cell = def_cell(world->def, track, row, column);
    for (int32_t i = world->events.count - 1; i >= 0; i--) {
        const Event *event = &world->events.items[i];
        if (event->kind == EVENT_DELTA && event->cell == cell) return event;
    }
    return NULL;
}

static void bid_for_minutes(World *world) {
    world_seat_all(world);
    world_reach(world, 1, MEETING, MEET_ROLES);
    OPEN(world_act(world, LAWYERS, MINUTES, KIND_NONE, NONE, 0, 1));
    OPEN(world_act(world, CAUCUS, MINUTES, KIND_NONE, NONE, 0, 1));
    world_reach(world, 1, MEETING, MEET_SPEECH);
}

static void speak(World *world, bool reversed) {
    static const struct {
        uint8_t actor, move, kind, index;
        int8_t side;
        uint8_t bid;
    } said[] = {
            {SURVIVORS, FIRST_READING, KIND_READING, SAFETY, 0,  2},
            {TREASURY,  RESIST,        KIND_CLAUSE,  REMEDY, 1,  1},
            {CAUCUS,    WORD,          KIND_CLAUSE,  REMEDY, 1,  2},
            {FAITH,     WORD,          KIND_CLAUSE,  REMEDY, 1,  2},
            {LAWYERS,   WORD,          KIND_CLAUSE,  SCOPE,  1,  1},
            {ELDERS,    WORD,          KIND_CLAUSE,  SCOPE,  -1, 2}
    };
    int32_t count = ARRAY_COUNT(said);
    for (int32_t i = 0; i < count; i++) {
        int32_t k = reversed ? count - 1 - i : i;
        OPEN(world_act(world, said[k].actor, said[k].move, (Kind)said[k].kind,
                said[k].index, said[k].side, said[k].bid));
    }
}

static World *spoken(void) {
    World *world = world_safe_homes();
    bid_for_minutes(world);
    speak(world, false);
    world_reach(world, 1, MEETING, MEET_RECORD);
    return world;
}

static void test_minutes_go_to_the_weaker_of_two_equal_bids(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    bid_for_minutes(world);
    assert_int_equal(world->state.taker, LAWYERS);
    assert_int_equal(world->state.taker_won, 1);
    assert_int_equal(world_at(world, TRACK_VOICE, LAWYERS, 0), 10);
    assert_int_equal(world_at(world, TRACK_VOICE, CAUCUS, 0), 20); // refunded
    assert_int_equal(world->state.won[LAWYERS][MINUTES], 1);
    assert_int_equal(world->state.won[CAUCUS][MINUTES], 0);
    assert_int_equal(world->state.voice_spent[CAUCUS], 0);
    assert_int_equal(world->state.agenda_count, 3);
    assert_int_equal(world->state.agenda_open, 2);
    assert_int_equal(world->state.agenda[0], SCOPE);
    assert_int_equal(world->state.agenda[1], REMEDY);
    world_free(world);
}

static void test_who_waits_for_a_line_cannot_read_first(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    bid_for_minutes(world);
    assert_int_equal(
            world_act(world, TREASURY, FIRST_READING, KIND_READING, COST, 0, 1).code,
            VERDICT_LINE_DELAY);
    assert_int_equal(
            world_act(world, FAITH, FIRST_READING, KIND_READING, CUSTOM, 0, 1).code,
            VERDICT_NOT_A_READING);
    assert_int_equal(world_act(world, FAITH, WORD, KIND_CLAUSE, FUND, 1, 1).code,
            VERDICT_NOT_ON_AGENDA);
    assert_int_equal(world_act(world, DONOR, WORD, KIND_CLAUSE, SCOPE, 1, 1).code,
            VERDICT_NOT_PRESENT);
    world_free(world);
}

static void test_speech_of_the_worked_example(void **unused) {
    (void)unused;
    World *world = spoken();
    assert_int_equal(utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY)->strength, 4);
    assert_int_equal(
            utterance_of(world, CAUCUS, UTTER_WORD, REMEDY)->strength, 1); // 3 less 2
    assert_int_equal(utterance_of(world, FAITH, UTTER_WORD, REMEDY)->strength, 3);
    assert_int_equal(utterance_of(world, LAWYERS, UTTER_WORD, SCOPE)->strength, 2);
    assert_int_equal(utterance_of(world, ELDERS, UTTER_WORD, SCOPE)->strength, 3);
    assert_int_equal(world_at(world, TRACK_TRUST, CAUCUS, TREASURY), -10);
    assert_int_equal(world_at(world, TRACK_TRUST, FAITH, TREASURY), 0);
    assert_int_equal(world_at(world, TRACK_DRAFT, REMEDY, 0), 20);
    assert_int_equal(world_at(world, TRACK_DRAFT, SCOPE, 0), 10);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, SAFETY), 18);
    assert_int_equal(world_at(world, TRACK_VOICE, TREASURY, 0), 10);
    assert_int_equal(world_at(world, TRACK_VOICE, CAUCUS, 0), 0);
    world_free(world);
}

static void test_authors_share_the_step_by_strength(void **unused) {
    (void)unused;
    World *world = spoken();
    const Event *step = delta_of(world, TRACK_DRAFT, REMEDY, 0);
    assert_non_null(step);
    assert_int_equal(step->authors_count, 2);
    assert_int_equal(step->authors[0].actor, FAITH);
    assert_int_equal(step->authors[0].share, 750);
    assert_int_equal(step->authors[1].actor, CAUCUS);
    assert_int_equal(step->authors[1].share, 250);
    assert_true(step->flags & EVENT_MICRO);
    world_free(world);
}

static void record(World *world, bool slanted) {
    int32_t reading = slot_of(world, utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY));
    int32_t remedy = slot_of(world, utterance_of(world, FAITH, UTTER_WORD, REMEDY));
    int32_t scope = slot_of(world, utterance_of(world, LAWYERS, UTTER_WORD, SCOPE));
    OPEN(world_tell(world, COMMAND_RECORD, LAWYERS, reading, remedy, scope,
            slanted ? reading : NONE));
}

static void test_minutes_hold_what_the_taker_chose(void **unused) {
    (void)unused;
    World *world = spoken();
    assert_int_equal(world_tell(world, COMMAND_RECORD, CAUCUS, 0, NONE, NONE, NONE).code,
            VERDICT_NOT_TAKER);
    record(world, true);
    int32_t elders = slot_of(world, utterance_of(world, ELDERS, UTTER_WORD, SCOPE));
    assert_int_equal(
            world_tell(world, COMMAND_RECORD, LAWYERS, elders, NONE, NONE, NONE).code,
            VERDICT_RECORD_LINES);
    world_reach(world, 1, ACTION, MEET_NONE);
    const Utterance *reading = utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY);
    assert_int_equal(reading->state, UTTERANCE_LIVE);
    assert_int_equal(reading->strength, 5);
    assert_int_equal(reading->taker, LAWYERS);
    assert_null(
            utterance_of(world, ELDERS, UTTER_WORD, SCOPE)); // unrecorded words are gone
    assert_int_equal(
            world_at(world, TRACK_VOICE, LAWYERS, 0), 20); // filled up for the next meeting
    assert_int_equal(world->state.lines_by[SURVIVORS], 1);
    world_free(world);
}

static void test_echo_and_playback_with_a_slanted_line(void **unused) {
    (void)unused;
    World *world = spoken();
    record(world, true);
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, SAFETY), 27);
    int32_t before[5];
    for (int32_t i = 0; i < 5; i++)
        before[i] = world_at(world, TRACK_STANCE, i, 0);
    world_reach(world, 3, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, SAFETY), 35);
    static const int32_t moved[5] = {24, 16, 24, 8, 16};
    for (int32_t i = 0; i < 5; i++)
        assert_int_equal(world_at(world, TRACK_STANCE, i, 0) - before[i], moved[i]);
    assert_int_equal(world_at(world, TRACK_STICKY, REMEDY, 0), 10);
    assert_int_equal(world_at(world, TRACK_STICKY, SCOPE, 0), 0);
    assert_int_equal(
            utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY)->state, UTTERANCE_PLAYED);
    assert_int_equal(
            utterance_of(world, LAWYERS, UTTER_WORD, SCOPE)->state, UTTERANCE_LIVE);
    assert_int_equal(utterance_of(world, LAWYERS, UTTER_WORD, SCOPE)->strength, 1);
    const Event *playback = delta_of(world, TRACK_STANCE, SPEAKER, 0);
    assert_int_equal(playback->cause.kind, CAUSE_PLAYBACK);
    assert_int_equal(playback->authors[0].actor, SURVIVORS);
    assert_int_equal(playback->authors[0].share, 800);
    assert_int_equal(playback->authors[1].actor, LAWYERS);
    assert_int_equal(playback->authors[1].share, 200);
    world_free(world);
}

static void test_echo_and_playback_without_the_slant(void **unused) {
    (void)unused;
    World *world = spoken();
    record(world, false);
    world_reach(world, 2, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, SAFETY), 25);
    int32_t speaker = world_at(world, TRACK_STANCE, SPEAKER, 0),
            whip = world_at(world, TRACK_STANCE, WHIP, 0);
    world_reach(world, 3, NEWS, MEET_NONE);
    assert_int_equal(world_at(world, TRACK_FRAME, COMMITTEE, SAFETY), 31);
    assert_int_equal(world_at(world, TRACK_STANCE, SPEAKER, 0) - speaker, 18);
    assert_int_equal(world_at(world, TRACK_STANCE, WHIP, 0) - whip, 12);
    world_free(world);
}

static void test_nobody_bids_and_the_three_strongest_stand(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    assert_int_equal(
            world->state.taker, SURVIVORS); // first member in pack order in round 1
    assert_int_equal(world->state.taker_won, 0);
    speak(world, false);
    world_reach(world, 1, MEETING, MEET_RECORD);
    int32_t reading = slot_of(world, utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY));
    assert_int_equal(
            world_tell(world, COMMAND_RECORD, SURVIVORS, reading, NONE, NONE, reading).code,
            VERDICT_NO_SLANT);
    world_reach(world, 1, ACTION, MEET_NONE);
    assert_int_equal(utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY)->strength, 4);
    assert_non_null(utterance_of(world, FAITH, UTTER_WORD, REMEDY));
    assert_non_null(utterance_of(world, ELDERS, UTTER_WORD, SCOPE));
    assert_null(utterance_of(world, LAWYERS, UTTER_WORD, SCOPE));
    world_free(world);
}

// A story goes with the words: one more strength, and it is spent.
static void test_a_token_strengthens_and_is_spent(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    world_set(world, TRACK_STORY, SURVIVORS, 0, 20);
    Command command = {.kind = COMMAND_ACT, .actor = SURVIVORS};
    command.act = (Act){
            .move = NAME,
            .actor = SURVIVORS,
            .target = {KIND_FRAME, SAFETY},
            .bid = 1,
            .token = 1,
            .arena = NONE
    };
    OPEN(world_send(world, command));
    command.actor = FAITH; // who has no story is told so, and speaks without one
    Verdict verdict = world_send(world, command);
    assert_int_equal(verdict.code, VERDICT_NEED_NUMBER);
    assert_int_equal(verdict.need * 10 + verdict.have, 10);
    command.act.token = 0;
    OPEN(world_send(world, command));
    command.actor = SURVIVORS; // the second story is held, a third is not
    command.act.token = 1;
    command.act.target.index = RIGHTS;
    OPEN(world_send(world, command));
    command.act.target.index = CUSTOM;
    assert_int_equal(world_send(world, command).code, VERDICT_NEED_NUMBER);
    world_send(world, (Command){.kind = COMMAND_TAKE_BACK, .actor = SURVIVORS, .a = 1});
    world_reach(world, 1, MEETING, MEET_RECORD);
    assert_int_equal(utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY)->strength, 3);
    assert_int_equal(utterance_of(world, FAITH, UTTER_FRAME, SAFETY)->strength, 2);
    assert_int_equal(world_at(world, TRACK_STORY, SURVIVORS, 0), 10);
    world_free(world);
}

static void test_one_utterance_for_each_target(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    OPEN(world_act(world, FAITH, NAME, KIND_FRAME, CUSTOM, 0, 1));
    Command command = {.kind = COMMAND_ACT, .actor = FAITH};
    command.act = (Act){
            .move = NAME,
            .actor = FAITH,
            .target = {KIND_FRAME, CUSTOM},
            .bid = 1,
            .arena = NONE
    };
    (void)world_send(world, command);
    world_reach(world, 1, MEETING, MEET_RECORD);
    int32_t spoken_by_faith = 0;
    for (int32_t i = 0; i < UTTERANCES_MAX; i++) {
        const Utterance *u = &world->state.utterance[i];
        spoken_by_faith += u->state == UTTERANCE_SPOKEN && u->author == FAITH;
    }
    assert_int_equal(spoken_by_faith, 1);
    assert_int_equal(world_at(world, TRACK_VOICE, FAITH, 0), 10);
    world_free(world);
}

static void test_a_rotating_chair_takes_turns(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->state.rules_of[COMMITTEE].chair = CHAIR_ROTATING;
    world_seat_all(world);
    static const uint8_t chairs[3] = {SURVIVORS, LAWYERS, CAUCUS};
    for (int32_t round = 1; round <= 3; round++) {
        world_reach(world, round, MEETING, MEET_ROLES);
        assert_int_equal(world->state.chair_now, chairs[round - 1]);
    }
    world_free(world);
}

static void test_guests_walk_in_or_are_invited(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world->def->arenas[BREAKFAST].meets = 0x1FFE;
    world_seat_all(world);
    world_reach(world, 1, BACKSTAGE, MEET_NONE);
    assert_int_equal(world_tell(world, COMMAND_INVITE, DONOR, FAITH, COMMITTEE, 0, 0).code,
            VERDICT_NOT_PRESENT);
    assert_int_equal(world_tell(world, COMMAND_INVITE, CAUCUS, FAITH, COMMITTEE, 0, 0).code,
            VERDICT_WRONG_TARGET);
    OPEN(world_tell(world, COMMAND_INVITE, CAUCUS, DONOR, COMMITTEE, 0, 0));
    world_reach(world, 1, MEETING, MEET_ROLES);
    assert_int_equal(world->state.meetings[0], COMMITTEE);
    assert_int_equal(world->state.meetings[1], NONE); // nobody has a place at breakfast
    assert_true((world->state.present >> DONOR) & 1);
    world_reach(world, 2, BACKSTAGE, MEET_NONE);
    world->def->arenas[BREAKFAST].space = SPACE_CLAIMED;
    world_set(world, TRACK_DOOR, BREAKFAST, 0, 20);
    world_reach(world, 2, MEETING, MEET_ROLES);
    assert_false((world->state.present >> DONOR) & 1); // an invitation is for one meeting
    while (world->state.meeting == 0)
        world_console(world, COMMAND_ADVANCE, 0, 0);
    assert_int_equal(world->state.present,
            1 << LAWYERS | 1 << CAUCUS | 1 << FAITH | 1 << ELDERS | 1 << TREASURY);
    assert_int_equal(world->state.sub, MEET_ROLES);
    assert_int_equal(world->state.agenda_count, 0);
    world_free(world);
}

// A format of meetings alone still decides, at the end of the round.
static void test_a_format_without_resolution_decides(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    Def *def = world->def;
    def->arenas[COMMITTEE].decides = 0;
    def->arenas[COMMITTEE].decides_in = 1u << 2;
    def->phases[1] = def->phases[MEETING];
    def->phases[2] = def->phases[REFLECT];
    def->phases_count = 3;
    def->rounds = 2;
    world_seat_all(world);
    for (int32_t i = 0; i < 40 && world->state.status != STATUS_DEBRIEF; i++)
        world_console(world, COMMAND_ADVANCE, 0, 0);
    assert_int_equal(world->state.status, STATUS_DEBRIEF);
    assert_int_equal(world->state.decision[COMMITTEE].done, 1);
    world_free(world);
}

// Who hands in first makes no difference to anything that is remembered.
static void test_order_of_handing_in_does_not_matter(void **unused) {
    (void)unused;
    uint64_t digests[2];
    for (int32_t pass = 0; pass < 2; pass++) {
        World *world = world_safe_homes();
        bid_for_minutes(world);
        speak(world, pass == 1);
        world_reach(world, 1, MEETING, MEET_RECORD);
        record(world, true);
        world_reach(world, 4, NEWS, MEET_NONE);
        digests[pass] = state_digest(world->def, &world->state);
        world_free(world);
    }
    assert_true(digests[0] == digests[1]);
}

static void test_resistance_reaches_recorded_words_of_the_arena(void **unused) {
    (void)unused;
    World *world = spoken();
    record(world, true);
    world_reach(world, 2, MEETING, MEET_SPEECH);
    assert_int_equal(utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY)->strength, 5);
    OPEN(world_act(world, ELDERS, RESIST, KIND_FRAME, SAFETY, 1, 2));
    world_reach(world, 2, MEETING, MEET_RECORD);
    assert_int_equal(utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY)->strength, 1);
    assert_int_equal(world_at(world, TRACK_TRUST, SURVIVORS, ELDERS), -10);
    world_free(world);
}

static void test_a_clause_in_the_direction_of_words_played_back_takes_four(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    world_set(world, TRACK_STICKY, SCOPE, 0, 10);
    OPEN(world_act(world, ELDERS, WORD, KIND_CLAUSE, SCOPE, -1, 2));
    world_reach(world, 1, MEETING, MEET_RECORD);
    assert_int_equal(world_at(world, TRACK_DRAFT, SCOPE, 0), 10); // net -3 is not enough
    world_reach(world, 1, ACTION, MEET_NONE);
    world_reach(world, 4, MEETING, MEET_SPEECH); // the agenda starts with scope again
    OPEN(world_act(world, ELDERS, WORD, KIND_CLAUSE, SCOPE, -1, 2));
    OPEN(world_act(world, TREASURY, WORD, KIND_CLAUSE, SCOPE, -1, 1));
    world_reach(world, 4, MEETING, MEET_RECORD);
    assert_int_equal(world_at(world, TRACK_DRAFT, SCOPE, 0), 0);
    world_free(world);
}

static void test_questions_are_answered_or_dodged(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    OPEN(world_act(world, SURVIVORS, QUESTION, KIND_DECIDER, WHIP, 0, 0));
    OPEN(world_act(world, FAITH, QUESTION, KIND_ACTOR, TREASURY, 0, 0));
    OPEN(world_act(world, CAUCUS, QUESTION, KIND_ACTOR, ELDERS, 0, 0));
    world_reach(world, 1, MEETING, MEET_RECORD);
    assert_true(world->state.learned[LAWYERS][WHIP] & FACT_STANCE);
    assert_false(world->state.learned[DONOR][WHIP] & FACT_STANCE); // not in the room
    assert_int_equal(world_tell(world, COMMAND_ANSWER, CAUCUS, 1, FAITH, 0, 0).code,
            VERDICT_NO_QUESTION);
    int32_t elite = world_at(world, TRACK_LEGITIMACY, ELDERS, ELITE);
    OPEN(world_tell(world, COMMAND_ANSWER, TREASURY, 1, FAITH, 0, 0));
    OPEN(world_tell(world, COMMAND_ANSWER, ELDERS, 2, CAUCUS, 0, 0));
    assert_int_equal(world_at(world, TRACK_TRUST, FAITH, TREASURY), 10);
    assert_int_equal(world_at(world, TRACK_LEGITIMACY, ELDERS, ELITE), elite - 10);
    world_free(world);
}

static void test_what_cannot_be_paid_is_dropped_with_its_reason(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    OPEN(world_act(world, FAITH, WORD, KIND_CLAUSE, REMEDY, 1, 2));
    assert_int_equal(world_act(world, FAITH, NAME, KIND_FRAME, CUSTOM, 0, 1).code,
            VERDICT_NEED_VOICE);
    world_set(world, TRACK_VOICE, FAITH, 0, 10);
    world_reach(world, 1, MEETING, MEET_RECORD);
    assert_null(utterance_of(world, FAITH, UTTER_WORD, REMEDY));
    assert_int_equal(world_at(world, TRACK_VOICE, FAITH, 0), 10);
    bool told = false;
    for (int32_t i = 0; i < world->events.count; i++) {
        const Event *event = &world->events.items[i];
        told |= event->kind == EVENT_ACT_DROPPED && event->actor == FAITH
                && event->a == VERDICT_NEED_VOICE;
    }
    assert_true(told);
    world_free(world);
}

static void test_other_readings_count_as_naming(void **unused) {
    (void)unused;
    World *world = world_safe_homes();
    world_seat_all(world);
    world_reach(world, 1, MEETING, MEET_SPEECH);
    OPEN(world_act(world, SURVIVORS, FIRST_READING, KIND_READING, SAFETY, 0, 1));
    OPEN(world_act(world, ELDERS, FIRST_READING, KIND_READING, COST, 0, 2));
    OPEN(world_act(world, FAITH, FIRST_READING, KIND_READING, RIGHTS, 0, 1));
    world_reach(world, 1, MEETING, MEET_RECORD);
    assert_int_equal(utterance_of(world, ELDERS, UTTER_FRAME, COST)->strength, 4);
    assert_int_equal(utterance_of(world, SURVIVORS, UTTER_FRAME, SAFETY)->strength, 2);
    assert_int_equal(utterance_of(world, FAITH, UTTER_FRAME, RIGHTS)->strength, 2);
    assert_int_equal(world->state.won[ELDERS][FIRST_READING], 1);
    assert_int_equal(world->state.won[SURVIVORS][FIRST_READING], 0);
    world_free(world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_minutes_go_to_the_weaker_of_two_equal_bids),
            cmocka_unit_test(test_who_waits_for_a_line_cannot_read_first),
            cmocka_unit_test(test_speech_of_the_worked_example),
            cmocka_unit_test(test_authors_share_the_step_by_strength),
            cmocka_unit_test(test_minutes_hold_what_the_taker_chose),
            cmocka_unit_test(test_echo_and_playback_with_a_slanted_line),
            cmocka_unit_test(test_echo_and_playback_without_the_slant),
            cmocka_unit_test(test_nobody_bids_and_the_three_strongest_stand),
            cmocka_unit_test(test_a_token_strengthens_and_is_spent),
            cmocka_unit_test(test_one_utterance_for_each_target),
            cmocka_unit_test(test_a_rotating_chair_takes_turns),
            cmocka_unit_test(test_guests_walk_in_or_are_invited),
            cmocka_unit_test(test_a_format_without_resolution_decides),
            cmocka_unit_test(test_order_of_handing_in_does_not_matter),
            cmocka_unit_test(test_resistance_reaches_recorded_words_of_the_arena),
            cmocka_unit_test(
                    test_a_clause_in_the_direction_of_words_played_back_takes_four),
            cmocka_unit_test(test_questions_are_answered_or_dodged),
            cmocka_unit_test(test_what_cannot_be_paid_is_dropped_with_its_reason),
            cmocka_unit_test(test_other_readings_count_as_naming),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

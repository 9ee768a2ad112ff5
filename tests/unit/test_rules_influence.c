// tests/unit/test_rules_influence.c — arrows of influence with worked numbers: deciders moved, words taken up later, promises kept. Never: a game played.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/influence.h"
#include "rules_world.h"

typedef struct Map {
    World *world;
    Influence *influence;
} Map;

static int setup(void **state) {
    Map *map = calloc(1, sizeof *map);
    ASSERT(map);
    map->world = world_safe_homes();
    map->influence = calloc(1, sizeof *map->influence);
    *state = map;
    return map->world && map->influence ? 0 : 1;
}

static int teardown(void **state) {
    Map *map = *state;
    world_free(map->world);
    free(map->influence);
    free(map);
    return 0;
}

static void add(Map *map, const Event *event) {
    influence_add(map->world->def, event, map->influence);
}

static Event moved(const Map *map, int32_t track, int32_t row, int32_t applied) {
    return (Event){.kind = EVENT_DELTA,
            .actor = NONE,
            .cell = def_cell(map->world->def, track, row, 0),
            .applied = (int16_t)applied,
            .cause = {.actor = NONE}};
}

static void meeting(Map *map) { add(map, &(Event){.kind = EVENT_MEETING, .actor = NONE}); }

// Somebody words an item, another minutes it.
static void minuted(Map *map, int16_t slot, uint8_t author, uint8_t voice, uint8_t taker,
        uint8_t clause, int16_t direction) {
    Event spoken = {.kind = EVENT_UTTERANCE,
            .actor = author,
            .a = slot,
            .b = 3,
            .c = UTTER_WORD,
            .d = direction,
            .cell = voice};
    spoken.act.target = (Thing){KIND_CLAUSE, clause};
    add(map, &spoken);
    add(map, &(Event){.kind = EVENT_RECORDED, .actor = taker, .a = slot});
}

static void steps(Map *map, uint8_t clause, int32_t levels, uint8_t mover) {
    Event step = moved(map, TRACK_DRAFT, clause, 10 * levels);
    step.authors_count = 1;
    step.authors[0] = (Author){.actor = mover, .share = 1000};
    add(map, &step);
}

static void same_arrow(const Map *map, int32_t from, int32_t to, Arrow wanted) {
    const Arrow *arrow = &map->influence->on[from][to];
    assert_int_equal(arrow->deciders, wanted.deciders);
    assert_int_equal(arrow->talk, wanted.talk);
    assert_int_equal(arrow->words, wanted.words);
    assert_int_equal(arrow->promises, wanted.promises);
    assert_int_equal(
            influence_sum(arrow), wanted.deciders + wanted.words + wanted.promises);
}

// The Speaker moved by 5.7 points: 5.70 units, 800 and 200 per mille; the Whip's heat by 6 points: 3.00 units.
static void deciders_moved_are_their_owners(void **state) {
    Map *map = *state;
    Def *def = map->world->def;
    def->deciders[SPEAKER].owner = TREASURY;
    def->deciders[WHIP].owner = NONE;
    Event words = moved(map, TRACK_STANCE, SPEAKER, -57);
    words.flags = EVENT_MICRO;
    words.authors_count = 2;
    words.authors[0] = (Author){.actor = SURVIVORS, .share = 800};
    words.authors[1] = (Author){.actor = LAWYERS, .share = 200};
    add(map, &words);
    Event means = moved(map, TRACK_HEAT, SPEAKER, 60);
    means.cause.actor = SURVIVORS;
    add(map, &means);
    Event nobodys = moved(map, TRACK_STANCE, WHIP, 80);
    nobodys.cause.actor = SURVIVORS;
    add(map, &nobodys);
    Event own = moved(map, TRACK_STANCE, SPEAKER, 80);
    own.cause.actor = TREASURY;
    add(map, &own);
    same_arrow(map, SURVIVORS, TREASURY, (Arrow){.deciders = 456 + 300, .talk = 456});
    same_arrow(map, LAWYERS, TREASURY, (Arrow){.deciders = 114, .talk = 114});
    same_arrow(map, TREASURY, TREASURY, (Arrow){0});
    assert_int_equal(map->influence->on[SURVIVORS][CAUCUS].deciders, 0);
}

// A level of an item is 10 units: the author 800 per mille, who minuted it 200. The same meeting does not count, nor
// the other direction, nor one's own words.
static void words_taken_up_later(void **state) {
    Map *map = *state;
    map->world->def->coef[COEF_AUTHOR_CREDIT] = 800;
    meeting(map);
    minuted(map, 0, FAITH, FAITH, LAWYERS, REMEDY, 1);
    steps(map, REMEDY, 1, CAUCUS);
    same_arrow(map, FAITH, CAUCUS, (Arrow){0});
    meeting(map);
    steps(map, REMEDY, 1, CAUCUS);
    same_arrow(map, FAITH, CAUCUS, (Arrow){.words = 800});
    same_arrow(map, LAWYERS, CAUCUS, (Arrow){.words = 200});
    steps(map, REMEDY, -1, CAUCUS);
    steps(map, SCOPE, 1, CAUCUS);
    same_arrow(map, FAITH, CAUCUS, (Arrow){.words = 800});
    steps(map, REMEDY, 1, FAITH);
    same_arrow(map, LAWYERS, FAITH, (Arrow){0});
    // Newer minutes are what is taken up; who minuted its own words has all of it.
    minuted(map, 1, ELDERS, ELDERS, ELDERS, REMEDY, 1);
    meeting(map);
    steps(map, REMEDY, 1, CAUCUS);
    same_arrow(map, ELDERS, CAUCUS, (Arrow){.words = 1000});
    same_arrow(map, FAITH, CAUCUS, (Arrow){.words = 800});
}

// What is not minuted is not taken up; a frame is no wording.
static void only_minuted_wording_counts(void **state) {
    Map *map = *state;
    meeting(map);
    Event spoken = {.kind = EVENT_UTTERANCE,
            .actor = FAITH,
            .a = 2,
            .c = UTTER_WORD,
            .d = 1,
            .cell = FAITH};
    spoken.act.target = (Thing){KIND_CLAUSE, FUND};
    add(map, &spoken);
    Event frame = spoken;
    frame.a = 3;
    frame.c = UTTER_FRAME;
    add(map, &frame);
    add(map, &(Event){.kind = EVENT_RECORDED, .actor = LAWYERS, .a = 3});
    meeting(map);
    steps(map, FUND, 1, CAUCUS);
    same_arrow(map, FAITH, CAUCUS, (Arrow){0});
}

// A partner says at once what it was given to say: half of the step is its author's.
static void a_partner_moves_it_with_the_words_of_another(void **state) {
    Map *map = *state;
    meeting(map);
    Event step = moved(map, TRACK_DRAFT, SCOPE, -10);
    step.authors_count = 2;
    step.authors[0] = (Author){.actor = SURVIVORS, .behind = 1 + LAWYERS, .share = 500};
    step.authors[1] = (Author){.actor = LAWYERS, .share = 500};
    add(map, &step);
    same_arrow(map, SURVIVORS, LAWYERS, (Arrow){.words = 500});
}

// Size 3 kept is 15 units for the one it was promised to; a ruling takes it back; a broken one is nothing.
static void promises_kept_to_somebody(void **state) {
    Map *map = *state;
    Event deal = {.kind = EVENT_DEAL, .actor = DONOR, .a = 4};
    deal.deal = (Deal){
            .parties = 2,
            .party = {DONOR,                    ELDERS                   },
            .promises_count = 2,
            .promises = {{.by = DONOR, .size = 3}, {.by = ELDERS, .size = 1}}
    };
    add(map, &deal);
    Event first = {
            .kind = EVENT_PROMISE_STATE, .actor = DONOR, .a = 4, .b = 0, .c = PROMISE_KEPT};
    add(map, &first);
    add(map, &first); // said again: told once
    add(map, &(Event){.kind = EVENT_PROMISE_STATE,
                     .actor = ELDERS,
                     .a = 4,
                     .b = 1,
                     .c = PROMISE_BROKEN});
    same_arrow(map, ELDERS, DONOR, (Arrow){.promises = 1500});
    same_arrow(map, DONOR, ELDERS, (Arrow){0});
    first.c = PROMISE_BROKEN;
    add(map, &first);
    same_arrow(map, ELDERS, DONOR, (Arrow){0});
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    deciders_moved_are_their_owners, setup, teardown),
            cmocka_unit_test_setup_teardown(words_taken_up_later, setup, teardown),
            cmocka_unit_test_setup_teardown(only_minuted_wording_counts, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    a_partner_moves_it_with_the_words_of_another, setup, teardown),
            cmocka_unit_test_setup_teardown(promises_kept_to_somebody, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

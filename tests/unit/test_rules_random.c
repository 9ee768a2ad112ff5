// tests/unit/test_rules_random.c — whole games of random but legal play: the State stays possible, and folding the events again gives the same State. Never: judges who plays well.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/options.h"
#include "rules_world.h"

enum { GAMES = 12 };

typedef struct Player {
    World *world;
    Rng rng;
    Act options[OPTIONS_MAX];
    int32_t acts;
} Player;

static int32_t draw(Player *player, int32_t n) {
    return (int32_t)rng_draw(&player->rng, (uint32_t)n);
}

static void act(Player *player, uint8_t actor) {
    World *world = player->world;
    int32_t count =
            options_list(world->def, &world->state, actor, player->options, OPTIONS_MAX);
    if (count == 0 || draw(player, 4) == 0) return;
    Command command = {.kind = COMMAND_ACT, .actor = actor};
    command.act = player->options[draw(player, count)];
    assert_int_equal(
            world_send(world, command).code, VERDICT_OK); // what is offered is open
    player->acts++;
}

static void found_and_join(Player *player, uint8_t actor) {
    World *world = player->world;
    world_tell(world, COMMAND_COALITION_PROPOSE, actor,
            draw(player, 3) ? NONE : draw(player, 3), draw(player, 128), draw(player, 4),
            0);
    for (int32_t i = 0; i < 4; i++)
        world_tell(world, COMMAND_COALITION_SAY, actor, i, 1 + !draw(player, 4), 0, 0);
    world_tell(world, COMMAND_COALITION_ASK, actor, draw(player, 3), draw(player, 3),
            draw(player, 4), 0);
    world_tell(
            world, COMMAND_COALITION_FRAME, actor, draw(player, 3), draw(player, 5), 0, 0);
    world_tell(world, COMMAND_COALITION_FLAGS, actor, draw(player, 3), draw(player, 3),
            draw(player, 7), draw(player, 3));
    if (draw(player, 6) == 0)
        world_tell(world, COMMAND_COALITION_LEAVE, actor, draw(player, 3), 0, 0, 0);
    world_tell(world, COMMAND_INVITE, actor, draw(player, 7), draw(player, 2), 0, 0);
}

static void deal(Player *player, uint8_t actor) {
    World *world = player->world;
    Command command = {.kind = COMMAND_DEAL_OFFER, .actor = actor};
    Deal *text = &command.deal;
    *text = deal_between(actor, (uint8_t)draw(player, 7));
    while (draw(player, 3) == 0 && deal_join(text, (uint8_t)draw(player, 7))) {
    }
    int32_t gives = draw(player, text->parties),
            takes = (gives + 1 + draw(player, text->parties - 1)) % text->parties;
    deal_give(text, text->party[gives], text->party[takes], (uint8_t)draw(player, 4),
            (uint8_t)draw(player, 2));
    text->promises_count = 1;
    Promise *promise = &text->promises[0];
    *promise = (Promise){.kind = (uint8_t)(1 + draw(player, PROMISE_PLACE)),
            .what = (uint8_t)draw(player, 2),
            .target = NONE,
            .amount = 1,
            .due = (uint8_t)(world->state.round + draw(player, 2)),
            .size = (uint8_t)(1 + draw(player, 3))};
    promise->by = text->party[draw(player, text->parties)];
    world_send(world, command);
    for (int32_t slot = 0; slot < 32; slot++) {
        if (world->state.deal[slot].state == DEAL_OFFERED)
            world_tell(world, COMMAND_DEAL_ACCEPT, actor, slot, 0, 0, 0);
    }
}

static void tap(Player *player, uint8_t actor) {
    World *world = player->world;
    world_tell(world, COMMAND_CHOOSE, actor, draw(player, 2), draw(player, 3), 0, 0);
    world_tell(world, COMMAND_VOTE, actor, draw(player, 5), draw(player, 3) - 1, 0, 0);
    int32_t line = draw(player, 4);
    world_tell(
            world, COMMAND_RECORD, actor, line, NONE, NONE, draw(player, 2) ? NONE : line);
    world_tell(world, COMMAND_ANSWER, actor, 1 + draw(player, 2), draw(player, 7), 0, 0);
    world_tell(world, COMMAND_REFLECT, actor, NONE, 0, draw(player, 3) - 1, 0);
    world_tell(world, COMMAND_CREDIT, actor, draw(player, 3), draw(player, 7), 0, 0);
    world_tell(world, COMMAND_EXPECT, actor, draw(player, 3) - 1, 0, 0, 0);
}

static void step(Player *player) {
    World *world = player->world;
    for (uint8_t actor = 0; actor < 7; actor++) {
        for (int32_t i = 0; i < 2 && world->state.status == STATUS_RUNNING; i++)
            act(player, actor);
        tap(player, actor);
        if (world->state.status != STATUS_RUNNING || world->state.phase != BACKSTAGE)
            continue;
        found_and_join(player, actor);
        for (int32_t i = 0; i < 3; i++) // most texts ask for more trust than there is
            deal(player, actor);
    }
    world_console(world, COMMAND_ADVANCE, 0, 0);
}

static uint64_t refolded(const World *world) {
    State *state = calloc(1, sizeof *state);
    fold_begin(world->def, state, 42);
    fold_events(world->def, state, world->events.items, world->events.count);
    uint64_t digest = state_digest(world->def, state);
    free(state);
    return digest;
}

static int32_t count_events(const World *world, EventKind kind) {
    int32_t count = 0;
    for (int32_t i = 0; i < world->events.count; i++)
        count += world->events.items[i].kind == kind;
    return count;
}

static void test_random_games_end_and_fold_again(void **unused) {
    (void)unused;
    int32_t acts = 0, coalitions = 0, promises = 0, decisions = 0, recorded = 0;
    for (uint64_t game = 0; game < GAMES; game++) {
        World *world = world_safe_homes();
        world->def->arenas[COMMITTEE].decides = 0;
        Player *player = calloc(1, sizeof *player);
        *player = (Player){.world = world, .rng = rng_seed(game, 7)};
        world_seat_all(world);
        for (int32_t i = 0; i < 100 && world->state.status != STATUS_DEBRIEF; i++)
            step(player);
        assert_int_equal(world->state.status, STATUS_DEBRIEF);
        assert_true(refolded(world) == state_digest(world->def, &world->state));
        acts += player->acts;
        coalitions += count_events(world, EVENT_COALITION);
        promises += count_events(world, EVENT_PROMISE_STATE);
        decisions += count_events(world, EVENT_DECISION);
        recorded += count_events(world, EVENT_RECORDED);
        free(player);
        world_free(world);
    }
    // The games did reach what they are there to shake.
    assert_true(acts > 50 * GAMES);
    assert_true(coalitions > GAMES);
    assert_true(promises > GAMES);
    assert_true(recorded > GAMES);
    assert_int_equal(decisions, GAMES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_random_games_end_and_fold_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

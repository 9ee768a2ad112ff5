// tests/unit/test_wire_json.c — every event and command survives being written and read; anything else is refused. Never: knows what they mean.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "wire/event_json.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 40, GARBLED = 4000 };

typedef struct Desk {
    Def *def;
    Rng rng;
    Buffer json, again;
    EventList read;
    Err err;
} Desk;

static uint8_t any8(Desk *desk) { return (uint8_t)rng_next(&desk->rng); }
static uint16_t any16(Desk *desk) { return (uint16_t)rng_next(&desk->rng); }
static int16_t signed16(Desk *desk) { return (int16_t)rng_next(&desk->rng); }

static Act any_act(Desk *desk) {
    Act act = {
            .id = (uint16_t)(any16(desk) | 1),
            .move = any8(desk),
            .actor = any8(desk),
            .target = {any8(desk), any8(desk)},
            .side = (int8_t)any8(desk),
            .bid = any8(desk),
            .arena = any8(desk),
            .token = any8(desk),
            .words = any16(desk)
    };
    for (int32_t i = 0; i < ASKS_MAX; i++)
        act.asked[i] = signed16(desk);
    return act;
}

static Deal any_deal(Desk *desk) {
    Deal deal = {.state = any8(desk),
            .accepted = any8(desk),
            .is_public = any8(desk),
            .round = any8(desk),
            .promises_count = any8(desk) % (PROMISES_MAX + 1),
            .words = any16(desk)};
    int32_t parties = any8(desk) % (PARTIES_MAX + 1), gifts = any8(desk) % (GIFTS_MAX + 1);
    for (int32_t i = 0; i < parties; i++)
        deal_join(&deal, any8(desk));
    for (int32_t i = 0; i < gifts; i++)
        deal_give(&deal, any8(desk) % ACTORS_MAX, any8(desk) % ACTORS_MAX, any8(desk),
                any8(desk));
    for (int32_t i = 0; i < deal.promises_count; i++) {
        deal.promises[i] = (Promise){any8(desk), any8(desk), any8(desk), any8(desk),
                any8(desk), any8(desk), any8(desk), any8(desk), any8(desk)};
    }
    return deal;
}

static void fill_values(Desk *desk, Event *event) {
    if (event->kind == EVENT_DELTA) {
        event->cell = (uint16_t)rng_draw(&desk->rng, desk->def->cells_count);
        event->raw = signed16(desk);
        event->applied = signed16(desk);
        return;
    }
    event->cell = any16(desk);
    event->a = signed16(desk);
    event->b = signed16(desk);
    event->c = signed16(desk);
    event->d = signed16(desk);
    if (any8(desk) & 1) {
        event->raw = signed16(desk);
        event->applied = signed16(desk);
    }
}

static Event any_event(Desk *desk, EventKind kind) {
    Event event;
    memset(&event, 0, sizeof event);
    event.kind = (uint8_t)kind;
    event.flags = any8(desk);
    event.round = any8(desk);
    event.phase = any8(desk);
    event.step = any8(desk);
    event.actor = any8(desk);
    fill_values(desk, &event);
    event.cause = (Cause){
            .actor = event.actor, .target = {KIND_NONE, NONE}
    };
    if (any8(desk) & 1) {
        event.cause = (Cause){
                .kind = any8(desk),
                .actor = any8(desk),
                .id = any16(desk),
                .act = any16(desk),
                .target = {(uint8_t)(any8(desk) | 1), any8(desk)}
        };
    }
    event.authors_count = (uint8_t)rng_draw(&desk->rng, AUTHORS_MAX + 1);
    for (int32_t i = 0; i < event.authors_count; i++)
        event.authors[i] = (Author){.actor = any8(desk),
                .behind = i % 2 ? any8(desk) : 0,
                .share = any16(desk)};
    if (kind == EVENT_DEAL)
        event.deal = any_deal(desk);
    else if (any8(desk) & 1)
        event.act = any_act(desk);
    return event;
}

static Command any_command(Desk *desk, CommandKind kind) {
    Command command;
    memset(&command, 0, sizeof command);
    command.kind = (uint8_t)kind;
    command.actor = any8(desk);
    command.at_round = any8(desk);
    command.at_phase = any8(desk);
    command.at_sub = any8(desk);
    command.a = signed16(desk);
    command.b = signed16(desk);
    command.c = signed16(desk);
    command.d = signed16(desk);
    if (kind == COMMAND_ACT) command.act = any_act(desk);
    if (kind == COMMAND_DEAL_OFFER) command.deal = any_deal(desk);
    return command;
}

static Bytes bytes_of(const Buffer *buffer) {
    return (Bytes){(const uint8_t *)buffer->data, buffer->length};
}

static int setup(void **state) {
    Desk *desk = calloc(1, sizeof *desk);
    if (!desk) return 1;
    desk->def = calloc(1, sizeof *desk->def);
    desk->def->counts[KIND_ACTOR] = 5;
    desk->def->counts[KIND_RESOURCE] = 3;
    desk->def->counts[KIND_AUDIENCE] = 4;
    desk->def->counts[KIND_DECIDER] = 6;
    desk->def->counts[KIND_CLAUSE] = 2;
    desk->rng = rng_seed(17, 17);
    *state = desk;
    return def_lay_out(desk->def) ? 0 : 1;
}

static int teardown(void **state) {
    Desk *desk = *state;
    buffer_free(&desk->json);
    buffer_free(&desk->again);
    event_list_free(&desk->read);
    free(desk->def);
    free(desk);
    return 0;
}

static void test_every_kind_of_event_comes_back_as_it_was(void **state) {
    Desk *desk = *state;
    for (int32_t kind = 1; kind < EVENT_COUNT; kind++) {
        for (int32_t i = 0; i < ROUNDS; i++) {
            Event event = any_event(desk, (EventKind)kind);
            buffer_reset(&desk->json);
            desk->read.count = 0;
            event_json_write(desk->def, &event, 1, &desk->json);
            if (!event_json_read(desk->def, bytes_of(&desk->json), &desk->read, &desk->err))
                fail_msg("refused: %s", desk->json.data);
            assert_int_equal(desk->read.count, 1);
            assert_memory_equal(&desk->read.items[0], &event, sizeof event);
        }
    }
}

static void test_a_list_comes_back_in_order(void **state) {
    Desk *desk = *state;
    Event events[64];
    for (int32_t i = 0; i < 64; i++)
        events[i] = any_event(desk, (EventKind)(1 + i % (EVENT_COUNT - 1)));
    event_json_write(desk->def, events, 64, &desk->json);
    assert_true(event_json_read(desk->def, bytes_of(&desk->json), &desk->read, &desk->err));
    assert_int_equal(desk->read.count, 64);
    assert_memory_equal(desk->read.items, events, sizeof events);
    event_json_write(desk->def, desk->read.items, 64, &desk->again);
    assert_string_equal(desk->json.data, desk->again.data); // canonical
    desk->read.count = 0;
    assert_true(event_json_read(
            desk->def, (Bytes){(const uint8_t *)"[]", 2}, &desk->read, &desk->err));
    assert_int_equal(desk->read.count, 0);
}

static void test_every_kind_of_command_comes_back_as_it_was(void **state) {
    Desk *desk = *state;
    for (int32_t kind = 1; kind < COMMAND_COUNT; kind++) {
        for (int32_t i = 0; i < ROUNDS; i++) {
            Command command = any_command(desk, (CommandKind)kind), back;
            memset(&back, 1, sizeof back);
            buffer_reset(&desk->json);
            command_json_write(&command, &desk->json);
            if (!command_json_read(bytes_of(&desk->json), &back, &desk->err))
                fail_msg("refused: %s", desk->json.data);
            assert_memory_equal(&back, &command, sizeof back);
        }
    }
}

static void test_a_cut_text_is_refused(void **state) {
    Desk *desk = *state;
    Command command = any_command(desk, COMMAND_DEAL_OFFER), back;
    command_json_write(&command, &desk->json);
    Event events[3];
    for (int32_t i = 0; i < 3; i++)
        events[i] = any_event(desk, (EventKind)(1 + i));
    event_json_write(desk->def, events, 3, &desk->again);
    for (size_t length = 0; length < desk->json.length; length++) {
        Bytes cut = {(const uint8_t *)desk->json.data, length};
        desk->err = (Err){0};
        assert_false(command_json_read(cut, &back, &desk->err));
        assert_int_equal(desk->err.kind, ERR_DAMAGED);
    }
    for (size_t length = 0; length < desk->again.length; length++) {
        Bytes cut = {(const uint8_t *)desk->again.data, length};
        desk->err = (Err){0};
        assert_false(event_json_read(desk->def, cut, &desk->read, &desk->err));
        assert_int_equal(desk->err.kind, ERR_DAMAGED);
    }
}

// A changed byte is refused, or what was read is written again as what it says: nothing half.
static void test_a_garbled_text_is_refused_or_means_itself(void **state) {
    Desk *desk = *state;
    int32_t refused = 0;
    for (int32_t i = 0; i < GARBLED; i++) {
        Command command = any_command(
                desk, (CommandKind)(1 + rng_draw(&desk->rng, COMMAND_COUNT - 1)));
        Command back, twice;
        buffer_reset(&desk->json);
        buffer_reset(&desk->again);
        command_json_write(&command, &desk->json);
        size_t at = rng_draw(&desk->rng, (uint32_t)desk->json.length);
        desk->json.data[at] = (char)(32 + rng_draw(&desk->rng, 95));
        memset(&back, 0, sizeof back);
        memset(&twice, 0, sizeof twice);
        if (!command_json_read(bytes_of(&desk->json), &back, &desk->err)) {
            refused++;
            continue;
        }
        command_json_write(&back, &desk->again);
        assert_true(command_json_read(bytes_of(&desk->again), &twice, &desk->err));
        assert_memory_equal(&back, &twice, sizeof back);
    }
    print_message("%d of %d garbled commands refused\n", refused, GARBLED);
    assert_true(refused > GARBLED / 2);
}

static void refuse_command(Desk *desk, const char *json) {
    Command back;
    desk->err = (Err){0};
    Bytes bytes = {(const uint8_t *)json, strlen(json)};
    if (command_json_read(bytes, &back, &desk->err)) fail_msg("accepted: %s", json);
    assert_int_equal(desk->err.kind, ERR_DAMAGED);
    assert_true(desk->err.what[0] != 0);
}

static void test_what_is_not_a_command_is_refused(void **state) {
    static const char *const bad[] = {
            "",
            "null",
            "[]",
            "{}",
            "{\"do\":\"done\"}",
            "{\"do\":\"nothing\",\"v\":[0,0,0,0,0,0,0,0]}",
            "{\"do\":7,\"v\":[0,0,0,0,0,0,0,0]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,0,0,0]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,0,0,0,0,0]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,0,0,0,\"0\"]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,0,0,0,0.5]}",
            "{\"do\":\"done\",\"v\":[256,0,0,0,0,0,0,0]}",
            "{\"do\":\"done\",\"v\":[-1,0,0,0,0,0,0,0]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,32768,0,0,0]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,99999999999999999999,0,0,0]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,0,0,0,0],\"more\":1}",
            "{\"do\":\"done\",\"do\":\"done\",\"v\":[0,0,0,0,0,0,0,0]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,0,0,0,0]} {}",
            "{\"do\":\"act\",\"v\":[0,0,0,0,0,0,0,0]}",
            "{\"do\":\"done\",\"v\":[0,0,0,0,0,0,0,0],\"act\":[1,0,0,0,0,0,0,0,0,0,0,0,0,0]"
            "}",
            "{\"do\":\"act\",\"v\":[0,0,0,0,0,0,0,0],\"act\":[1,300,0,0,0,0,0,0,0,0,0,0,0,"
            "0]}",
            "{\"do\":\"deal_offer\",\"v\":[0,0,0,0,0,0,0,0],\"deal\":[1,2]}",
    };
    for (size_t i = 0; i < ARRAY_COUNT(bad); i++)
        refuse_command(*state, bad[i]);
}

static void test_what_is_not_a_list_of_events_is_refused(void **state) {
    static const char *const bad[] = {
            "",
            "{}",
            "[1]",
            "[{}]",
            "[{\"e\":\"done\"}]",
            "[{\"e\":\"unheard\",\"w\":[1,0,0,0,0],\"v\":[0,0,0,0,0]}]",
            "[{\"e\":\"done\",\"w\":[1,0,0,0],\"v\":[0,0,0,0,0]}]",
            "[{\"e\":\"done\",\"w\":[1,0,0,0,256],\"v\":[0,0,0,0,0]}]",
            "[{\"e\":\"done\",\"w\":[1,0,0,0,0],\"v\":[40000,0,0,0,0]}]",
            "[{\"e\":\"delta\",\"w\":[1,0,0,0,0],\"v\":[0,0,0,0,0]}]",
            "[{\"e\":\"delta\",\"w\":[1,0,0,0,0],\"n\":[\"unheard\",0,0,1,1]}]",
            "[{\"e\":\"delta\",\"w\":[1,0,0,0,0],\"n\":[\"civic\",1,0,1,1]}]",
            "[{\"e\":\"delta\",\"w\":[1,0,0,0,0],\"n\":[\"civic\",0,-1,1,1]}]",
            "[{\"e\":\"delta\",\"w\":[1,0,0,0,0],\"n\":[\"civic\",0,0,1,70000]}]",
            "[{\"e\":\"done\",\"w\":[1,0,0,0,0],\"v\":[0,0,0,0,0],\"by\":[1]}]",
            ("[{\"e\":\"done\",\"w\":[1,0,0,0,0],\"v\":[0,0,0,0,0],"
             "\"by\":[1,2,3,4,5,6,7,8,9,10]}]"),
            "[{\"e\":\"done\",\"w\":[1,0,0,0,0],\"v\":[0,0,0,0,0],\"x\":1}]",
    };
    Desk *desk = *state;
    for (size_t i = 0; i < ARRAY_COUNT(bad); i++) {
        desk->err = (Err){0};
        Bytes bytes = {(const uint8_t *)bad[i], strlen(bad[i])};
        if (event_json_read(desk->def, bytes, &desk->read, &desk->err))
            fail_msg("accepted: %s", bad[i]);
        assert_int_equal(desk->err.kind, ERR_DAMAGED);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_every_kind_of_event_comes_back_as_it_was, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_list_comes_back_in_order, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_every_kind_of_command_comes_back_as_it_was, setup, teardown),
            cmocka_unit_test_setup_teardown(test_a_cut_text_is_refused, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_a_garbled_text_is_refused_or_means_itself, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_what_is_not_a_command_is_refused, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_what_is_not_a_list_of_events_is_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

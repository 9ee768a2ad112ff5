// tests/unit/test_wire_reference.c — every example of the protocol's page is tried: by the real reader, by a real host, against what a host really sends. Never: a rule of the game.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include "wire/reference.h"

static const ReferenceExample *example_of(MessageKind message, bool in) {
    int32_t count = 0;
    const ReferenceExample *examples = reference_examples(&count);
    for (int32_t i = 0; i < count; i++) {
        if (examples[i].message == message && examples[i].in == in) return &examples[i];
    }
    return NULL;
}

static void what_comes_in_is_read(void **state) {
    int32_t count = 0, tried = 0;
    const ReferenceExample *examples = reference_examples(&count);
    (void)state;
    for (int32_t i = 0; i < count; i++) {
        Region region = {0};
        Message message;
        char where[40];
        const char *json = examples[i].json;
        MessageFault fault = message_read(
                (Bytes){(const uint8_t *)json, strlen(json)}, &region, &message, where);
        if (examples[i].in) {
            if (fault != MESSAGE_GOOD) print_message("%s: field %s\n", json, where);
            assert_int_equal(fault, MESSAGE_GOOD);
            assert_int_equal(message.kind, examples[i].message);
            tried++;
        }
        region_clear(&region);
    }
    assert_true(tried > 10);
}

// By the ways of the table: a kind that can come in has an example that does, and one that goes out too.
static void every_kind_has_one(void **state) {
    static const struct {
        const char *way;
        MessageKind kind;
    } rows[] = {
#define MESSAGE(id, t, way, help) {#way, MESSAGE_##id},
#define FIELD(message, name, kind, least, most, must, help)
#include "wire/messages.def"
#undef MESSAGE
#undef FIELD
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        bool in = strcmp(rows[i].way, "OUT") != 0, out = strcmp(rows[i].way, "IN") != 0;
        // A page never has to ask the host whether it is there: only the host is asked.
        if (rows[i].kind == MESSAGE_PING) out = false;
        if ((in && !example_of(rows[i].kind, true))
                || (out && !example_of(rows[i].kind, false)))
            fail_msg("no example of %s", message_name(rows[i].kind));
    }
}

static void refused_ones_get_their_code(void **state) {
    int32_t count = 0;
    const ReferenceRefusal *refusals = reference_refusals(&count);
    HallWorld *world = hall_world_make("scenarios/riverside-link", 3);
    (void)state;
    for (int32_t i = 0; i < count; i++) {
        Person *person = person_come(world);
        if (!strstr(refusals[i].json, "\"hello\""))
            person_say(world, person, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
        person_say(world, person, refusals[i].json);
        hall_world_turn(world);
        if (strcmp(person_text(person, "refused", "code"), refusals[i].code) != 0)
            fail_msg("%s: \"%s\", not \"%s\"", refusals[i].json,
                    person_text(person, "refused", "code"), refusals[i].code);
        assert_true(person_text(person, "refused", "text")[0]);
    }
    assert_true(count > 10);
    assert_int_equal(hall_world_free(world), 0);
}

static bool stands_in(const char *json, const char *key, const json_t *value) {
    json_t *told = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(told);
    const json_t *other = json_object_get(told, key);
    bool alike = other
                 && (json_typeof(other) == json_typeof(value)
                         || (json_is_boolean(other) && json_is_boolean(value)));
    json_decref(told);
    return alike;
}

// Whatever the host says at the top of a message stands in an example of its kind too.
static void looks_like_real(Person *person, MessageKind kind, int32_t *met) {
    json_t *real = person_got(person, message_name(kind));
    int32_t count = 0;
    const ReferenceExample *examples = reference_examples(&count);
    const char *key;
    json_t *value;
    if (!real) return;
    json_object_foreach(real, key, value) {
        bool told = false;
        for (int32_t i = 0; i < count; i++) {
            bool kin = !examples[i].in && examples[i].message == kind;
            told |= kin && stands_in(examples[i].json, key, value);
        }
        if (!told)
            fail_msg("%s: the host says %s, no example does", message_name(kind), key);
    }
    ++*met;
}

static void what_goes_out_is_as_the_host_says_it(void **state) {
    HallWorld *world = hall_world_make("scenarios/riverside-link", 3);
    Person *console = console_come(world), *one = person_come(world);
    char text[200];
    int32_t met = 0;
    (void)state;
    person_say(world, one, "{\"t\":\"hello\",\"v\":1,\"kind\":\"seat\"}");
    snprintf(text, sizeof text, "{\"t\":\"lookup\",\"pin\":\"%s\"}",
            world->party->seats.pin);
    person_say(world, one, text);
    looks_like_real(one, MESSAGE_WELCOME, &met);
    looks_like_real(one, MESSAGE_FOUND, &met);
    person_claim(world, one, 1, "play");
    person_say(world, one, "{\"t\":\"draft\",\"key\":\"journal\",\"text\":\"x\"}");
    person_say(world, one, "{\"t\":\"ping\",\"n\":3}");
    person_say(world, one, "{\"t\":\"why\",\"id\":\"w\",\"of\":\"0\"}");
    person_say(world, one, "{\"t\":\"cmd\",\"id\":\"a\",\"do\":\"seat.dance\"}");
    snprintf(text, sizeof text, "\"seat\":%d", one->seat);
    assert_true(console_do(world, console, "broadcast", "", "\"text\":\"Hello\""));
    assert_true(console_do(world, console, "peek", text, ""));
    assert_true(console_do(world, console, "lock", "\"how\":\"on\"", ""));
    Person *other = person_join(world, 2, "play");
    for (int32_t kind = MESSAGE_NONE + 1; kind < MESSAGE_COUNT; kind++) {
        if (kind == MESSAGE_WELCOME || kind == MESSAGE_FOUND) continue;
        looks_like_real(one, (MessageKind)kind, &met);
        looks_like_real(console, (MessageKind)kind, &met);
        looks_like_real(other, (MessageKind)kind, &met);
    }
    assert_true(met >= 16);
    assert_int_equal(hall_world_free(world), 0);
}

static void the_page_names_every_message_and_section(void **state) {
    Buffer out = {0};
    (void)state;
    reference_write(&out);
    buffer_add(&out, "", 1);
    for (int32_t kind = MESSAGE_NONE + 1; kind < MESSAGE_COUNT; kind++) {
        char title[60];
        snprintf(title, sizeof title, "### %s (", message_name((MessageKind)kind));
        assert_non_null(strstr(out.data, title));
    }
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        char row[60];
        snprintf(row, sizeof row, "| %s |", section_name((Section)i));
        assert_non_null(strstr(out.data, row));
    }
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(what_comes_in_is_read),
            cmocka_unit_test(every_kind_has_one),
            cmocka_unit_test(refused_ones_get_their_code),
            cmocka_unit_test(what_goes_out_is_as_the_host_says_it),
            cmocka_unit_test(the_page_names_every_message_and_section),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

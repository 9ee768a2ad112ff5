// tests/unit/test_wire_limits.c — how much one message may hold: each limit at the limit and one past it. Never: what a message means.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "wire/message.h"
#include <stdio.h>
#include <string.h>

static MessageFault fault_of(const Buffer *json) {
    Region region = {0};
    Message message;
    char where[40];
    MessageFault fault = message_read(
            (Bytes){(const uint8_t *)json->data, json->length}, &region, &message, where);
    region_clear(&region);
    return fault;
}

// `count` members ("k0":1,"k1":1,…) after the start, then the end.
static MessageFault with_members(const char *start, int32_t count, const char *end) {
    Buffer json = {0};
    buffer_add_text(&json, start);
    for (int32_t i = 0; i < count; i++)
        buffer_format(&json, "%s\"k%d\":1", i ? "," : "", i);
    buffer_add_text(&json, end);
    MessageFault fault = fault_of(&json);
    buffer_free(&json);
    return fault;
}

#define CMD "{\"t\":\"cmd\",\"id\":\"1\",\"do\":\"seat.done\""

static void pairs_have_a_number(void **context) {
    (void)context;
    assert_int_equal(with_members(CMD ",\"args\":{", 48, "}}"), MESSAGE_GOOD);
    assert_int_equal(with_members(CMD ",\"args\":{", 49, "}}"), MESSAGE_BAD_FIELD);
    static const char resume[] =
            "{\"t\":\"resume\",\"token\":\"0123456789012345678901\",\"have\":{";
    assert_int_equal(with_members(resume, 32, "}}"), MESSAGE_GOOD);
    assert_int_equal(with_members(resume, 33, "}}"), MESSAGE_BAD_FIELD);
}

static MessageFault with_names(int32_t count) {
    Buffer json = {0};
    buffer_add_text(&json, "{\"t\":\"claim\",\"cid\":\"0123456789012345678901\",\"as\":"
                           "\"play\",\"consent\":[");
    for (int32_t i = 0; i < count; i++)
        buffer_format(&json, "%s\"p%d\"", i ? "," : "", i);
    buffer_add_text(&json, "]}");
    MessageFault fault = fault_of(&json);
    buffer_free(&json);
    return fault;
}

static void lists_have_a_length(void **context) {
    (void)context;
    assert_int_equal(with_names(8), MESSAGE_GOOD);
    assert_int_equal(with_names(9), MESSAGE_BAD_FIELD);
}

static MessageFault with_letters(const char *start, int32_t count, const char *end) {
    Buffer json = {0};
    buffer_add_text(&json, start);
    for (int32_t i = 0; i < count; i++)
        buffer_add_text(&json, "a");
    buffer_add_text(&json, end);
    MessageFault fault = fault_of(&json);
    buffer_free(&json);
    return fault;
}

static void texts_have_a_length(void **context) {
    (void)context;
    static const struct {
        const char *start, *end;
        int32_t least, most;
    } rows[] = {
            {"{\"t\":\"cmd\",\"do\":\"seat.done\",\"id\":\"", "\"}",    1,  24               },
            {CMD ",\"args\":{\"",                             "\":1}}", 1,  MESSAGE_SHORT_MAX},
            {CMD ",\"args\":{\"x\":\"",                       "\"}}",   0,  MESSAGE_SHORT_MAX},
            {CMD ",\"words\":{\"text\":\"",                   "\"}}",   0,  MESSAGE_WORDS_MAX},
            {"{\"t\":\"resume\",\"token\":\"",                "\"}",    22, 22               },
            {"{\"t\":\"claim\",\"as\":\"play\",\"cid\":\"",   "\"}",    22, 22               },
            {"{\"t\":\"why\",\"id\":\"1\",\"of\":\"",         "\"}",    1,  64               },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        const char *start = rows[i].start, *end = rows[i].end;
        int32_t least = rows[i].least, most = rows[i].most;
        assert_int_equal(with_letters(start, most, end), MESSAGE_GOOD);
        assert_int_not_equal(with_letters(start, most + 1, end), MESSAGE_GOOD);
        assert_int_equal(with_letters(start, least, end), MESSAGE_GOOD);
        if (least > 0)
            assert_int_not_equal(with_letters(start, least - 1, end), MESSAGE_GOOD);
    }
}

// Before anything is built from it, so that no parser is driven deep or wide.
static void depth_and_width_are_looked_at_first(void **context) {
    (void)context;
    Buffer json = {0};
    buffer_add_text(&json, "{\"t\":\"ping\",\"n\":[[[1]]]}");
    assert_int_equal(fault_of(&json), MESSAGE_BAD_FIELD); // four deep
    buffer_reset(&json);
    buffer_add_text(&json, "{\"t\":\"ping\",\"n\":[[[[1]]]]}");
    assert_int_equal(fault_of(&json), MESSAGE_NOT_JSON);
    buffer_free(&json);
    // A comma or a colon each: 3 stand in the start, one between two numbers.
    for (int32_t more = 0; more <= 1; more++) {
        buffer_add_text(&json, "{\"t\":\"ping\",\"n\":[1");
        for (int32_t i = 0; i < 253 + more; i++)
            buffer_add_text(&json, ",1");
        buffer_add_text(&json, "]}");
        assert_int_equal(fault_of(&json), more ? MESSAGE_NOT_JSON : MESSAGE_BAD_FIELD);
        buffer_free(&json);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(pairs_have_a_number),
            cmocka_unit_test(lists_have_a_length),
            cmocka_unit_test(texts_have_a_length),
            cmocka_unit_test(depth_and_width_are_looked_at_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

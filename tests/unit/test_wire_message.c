// tests/unit/test_wire_message.c — messages by the table: every kind is read, everything else refused with its field. Never: a seat.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "wire/message.h"
#include <stdio.h>
#include <string.h>

static MessageFault read(Region *region, Message *message, char *where, const char *json) {
    return message_read(
            (Bytes){(const uint8_t *)json, strlen(json)}, region, message, where);
}

static void an_act_is_read_whole(void **context) {
    (void)context;
    Region region = {0};
    Message message;
    char where[40];
    assert_int_equal(
            read(&region, &message, where,
                    "{\"t\":\"cmd\",\"id\":\"k3-19\",\"n\":7,\"at\":\"r2.action\","
                    "\"do\":\"verb.engage\",\"args\":{\"target\":\"whip\","
                    "\"side\":\"for\",\"bid\":2},\"words\":{\"label\":\"chez soi\"}}"),
            MESSAGE_GOOD);
    assert_int_equal(message.kind, MESSAGE_CMD);
    assert_string_equal(message.id, "k3-19");
    assert_string_equal(message.act, "verb.engage");
    assert_int_equal(message.n, 7);
    assert_string_equal(message_text(message.args, "target", ""), "whip");
    assert_int_equal(message_number(message.args, "bid", 0), 2);
    assert_int_equal(message_number(message.args, "target", -1), -1);
    assert_string_equal(message_text(message.words, "label", ""), "chez soi");
    assert_string_equal(message_text(message.args, "none", "otherwise"), "otherwise");
    assert_string_equal(message.token, "");
    region_clear(&region);
}

static void a_claim_and_a_return(void **context) {
    (void)context;
    Region region = {0};
    Message message;
    char where[40];
    assert_int_equal(read(&region, &message, where,
                             "{\"t\":\"claim\",\"cid\":\"pZ0hWm7dQx3tKcV5sRbEyA\","
                             "\"pin\":\"482913\",\"as\":\"play\",\"name\":\"Amina\","
                             "\"consent\":[\"play\",\"report\"]}"),
            MESSAGE_GOOD);
    assert_int_equal(message.names_count, 2);
    assert_string_equal(message.names[1], "report");
    assert_int_equal(read(&region, &message, where,
                             "{\"t\":\"resume\",\"token\":\"Zk3vQe0mT9xYb2LrHw6nAg\","
                             "\"have\":{\"table\":\"91c0aa3f5e77b012\"}}"),
            MESSAGE_GOOD);
    assert_string_equal(message_text(message.have, "table", ""), "91c0aa3f5e77b012");
    region_clear(&region);
}

static void what_is_wrong_is_named(void **context) {
    (void)context;
    static const struct {
        MessageFault fault;
        const char *where, *json;
    } rows[] = {
            {MESSAGE_NOT_JSON,  "",      ""                                             },
            {MESSAGE_NOT_JSON,  "",      "[]"                                           },
            {MESSAGE_NOT_JSON,  "",      "{\"t\":\"ping\"} x"                           },
            {MESSAGE_NOT_JSON,  "",      "{\"t\":\"ping\",\"t\":\"ping\"}"              },
            {MESSAGE_NOT_JSON,  "",      "{\"t\":{\"a\":{\"b\":{\"c\":{\"d\":1}}}}}"    },
            {MESSAGE_NOT_JSON,  "",      "{\"t\":\"ping\",\"n\":\"\xC3(\"}"             },
            {MESSAGE_UNKNOWN,   "",      "{}"                                           },
            {MESSAGE_UNKNOWN,   "",      "{\"t\":\"dance\"}"                            },
            {MESSAGE_UNKNOWN,   "",      "{\"t\":\"view\"}"                             },
            {MESSAGE_UNKNOWN,   "",      "{\"t\":5}"                                    },
            {MESSAGE_BAD_FIELD, "v",     "{\"t\":\"hello\",\"kind\":\"seat\"}"          },
            {MESSAGE_BAD_FIELD, "v",     "{\"t\":\"hello\",\"kind\":\"seat\",\"v\":1.5}"},
            {MESSAGE_BAD_FIELD, "v",     "{\"t\":\"hello\",\"kind\":\"seat\",\"v\":100}"},
            {MESSAGE_BAD_FIELD, "extra", "{\"t\":\"ping\",\"extra\":1}"                 },
            {MESSAGE_BAD_FIELD, "n",     "{\"t\":\"ping\",\"n\":null}"                  },
            {MESSAGE_BAD_FIELD, "pin",   "{\"t\":\"lookup\",\"pin\":\"12345\"}"         },
            {MESSAGE_BAD_FIELD, "lang",  "{\"t\":\"lang\",\"lang\":\"e\\u0007n\"}"      },
            {MESSAGE_BAD_FIELD, "args",
             "{\"t\":\"probe\",\"id\":\"1\",\"do\":\"verb.x\",\"args\":{\"a\":null}"
                    "}"                                                                 },
            {MESSAGE_BAD_FIELD, "args",
             "{\"t\":\"probe\",\"id\":\"1\",\"do\":\"verb.x\",\"args\":[1]}"            },
            {MESSAGE_BAD_FIELD, "do",    "{\"t\":\"probe\",\"id\":\"1\"}"               },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        Region region = {0};
        Message message;
        char where[40];
        MessageFault fault = read(&region, &message, where, rows[i].json);
        if (fault != rows[i].fault || strcmp(where, rows[i].where) != 0)
            fail_msg("row %d: fault %d at \"%s\"", (int)i, fault, where);
        region_clear(&region);
    }
}

// Limits at the limit and one past it.
static void long_words_have_an_end(void **context) {
    (void)context;
    char json[MESSAGE_WORDS_MAX + 200], words[MESSAGE_WORDS_MAX + 2];
    for (int32_t more = 0; more <= 1; more++) {
        Region region = {0};
        Message message;
        char where[40];
        memset(words, 'x', sizeof words);
        words[MESSAGE_WORDS_MAX + more] = 0;
        snprintf(json, sizeof json, "{\"t\":\"draft\",\"key\":\"journal\",\"text\":\"%s\"}",
                words);
        assert_int_equal(read(&region, &message, where, json),
                more ? MESSAGE_BAD_FIELD : MESSAGE_GOOD);
        region_clear(&region);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(an_act_is_read_whole),
            cmocka_unit_test(a_claim_and_a_return),
            cmocka_unit_test(what_is_wrong_is_named),
            cmocka_unit_test(long_words_have_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

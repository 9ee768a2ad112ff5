// tests/unit/test_scenario_schema.c — every field of the table of the author's words is found under its word. Never: a second list of words.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scenario/schema.h"

enum { NAMES_MAX = 128 };

// schema_field_names walks the whole table, schema_span only the run where a word's fields stand.
static void test_the_fields_of_a_word_stand_together(void **unused) {
    (void)unused;
    int32_t own = 0;
    for (int32_t i = 0; i < schema_words_count(); i++) {
        const char *word = schema_word_at(i)->name, *names[NAMES_MAX];
        int32_t count = schema_field_names(word, names, NAMES_MAX);
        SchemaSpan common = schema_span("*"), span = schema_span(word);
        assert_true(count < NAMES_MAX);
        assert_int_equal(span.count + common.count, count);
        own += span.count;
        for (int32_t n = 0; n < count; n++) {
            const SchemaField *field = schema_field(word, names[n]);
            assert_non_null(field);
            assert_string_equal(field->name, names[n]);
            assert_ptr_equal(schema_field_in(span, names[n]), field);
            assert_string_equal(field->word, n < span.count ? word : "*");
        }
        assert_null(schema_field(word, "no_such_field"));
    }
    assert_true(own > 200);
}

static void test_places_in_a_list_of_words(void **unused) {
    (void)unused;
    char out[33];
    assert_int_equal(schema_place_of("seat vote  chair pen", "seat"), 0);
    assert_int_equal(schema_place_of("seat vote  chair pen", "chair"), 2);
    assert_int_equal(schema_place_of("seat vote", "sea"), -1);
    assert_int_equal(schema_place_of("seat vote", "seats"), -1);
    assert_int_equal(schema_place_of("", "seat"), -1);
    assert_true(schema_nth_word(" seat vote ", 1, out));
    assert_string_equal(out, "vote");
    assert_false(schema_nth_word(" seat vote ", 2, out));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_the_fields_of_a_word_stand_together),
            cmocka_unit_test(test_places_in_a_list_of_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

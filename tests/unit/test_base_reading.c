// tests/unit/test_base_reading.c — words and longest sentences as readers of several scripts count them. Never: what is too long.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/reading.h"
#include <stdio.h>

typedef struct Counted {
    const char *text;
    int32_t words;
} Counted;

// clang-format off
static const Counted labels[] = {
        {"", 0},
        {"  ", 0},
        {"Hold the pen", 3},
        {"Riverside Tenants' Union", 3},
        {"A three-year plan", 3},
        {"Three - or four", 3},
        {"Don’t ask the tenant's son", 5},
        {"Who looks after whom?", 4},
        {"1,250 beds", 2},
        {"and/or", 2},
        {"{who} votes", 2},
        {"{who@genitive} vote", 2},
        {"{a_long_name}", 1},
        {"{n|one=# vote|other=# more votes}", 3},
        {"{{n}} votes", 2},
        {"{never closed", 2},
        {"l'eau du fleuve", 3},
        {"عضو الحكومة للمالية", 3},
        {"من يحق له أن يأتي", 5},
        {"Тариф на воду", 3},
        {"住民組合", 2},
        {"河のそばの組合", 4},
        {"สหภาพผู้เช่า", 3},
        {"A 住民 plan", 3},
};

static const Counted sentences[] = {
        {"", 0},
        {"One two three. Four five.", 3},
        {"One two. Three four five!", 3},
        {"One two? Three four five six", 4},
        {"It costs 3.5 million a year.", 6},
        {"He says: \"Now.\" Then we all go.", 4},
        {"One two\nthree four five", 3},
        {"One two: three, four; five.", 5},
        {"من يأتي؟ لا أحد يعرف ذلك.", 4},
        {"यह एक है। यह दूसरा वाक्य है।", 4},
        {"{who} signs. {n|one=# day|other=# long days} are left.", 5},
};
// clang-format on

static void each_label_has_its_words(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(labels); i++) {
        int32_t words = reading_words(labels[i].text);
        if (words != labels[i].words) fprintf(stderr, "%s: %d\n", labels[i].text, words);
        assert_int_equal(words, labels[i].words);
    }
}

static void each_text_has_its_longest_sentence(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(sentences); i++) {
        int32_t words = reading_longest(sentences[i].text, NULL, 0);
        if (words != sentences[i].words)
            fprintf(stderr, "%s: %d\n", sentences[i].text, words);
        assert_int_equal(words, sentences[i].words);
    }
}

static void the_longest_sentence_is_quoted_by_its_beginning(void **state) {
    (void)state;
    char out[24];
    assert_int_equal(reading_longest("Short. Quite short too.", out, sizeof out), 3);
    assert_string_equal(out, "Quite short too.");
    assert_int_equal(
            reading_longest("Short. Who keeps the boat house open?", out, sizeof out), 6);
    assert_string_equal(out, "Who keeps the boat…");
    // Without a space to cut at, between two letters.
    assert_int_equal(reading_longest("Ειρήνηηηηηηηηηηη", out, sizeof out), 1);
    assert_string_equal(out, "Ειρήνηηηηη…");
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(each_label_has_its_words),
            cmocka_unit_test(each_text_has_its_longest_sentence),
            cmocka_unit_test(the_longest_sentence_is_quoted_by_its_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

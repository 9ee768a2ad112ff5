// tests/unit/test_content_words.c — every sentence and refusal of the engine is translated as it stands now. Never: judges a translation.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include <stdio.h>
#include <string.h>

typedef struct Sentence {
    const char *id, *english;
} Sentence;

static const Sentence SENTENCES[] = {
#define SAY(id, name, english) {name, english},
#include "session/words.def"
#undef SAY
#define VERDICT(id, code, english) {"verdict." code, english},
#include "model/verdicts.def"
#undef VERDICT
#define VERB(id, name, cap, how, command, undo, help) {"console." name, help},
#define ARG(verb, name, kind, field, must, range, help)
#include "wire/console.def"
#undef VERB
#undef ARG
};

static const char *catalogue(Region *region) {
    Bytes file;
    Err err = {0};
    assert_true(file_read(region, "assets/l10n/ar.po", 1 << 22, &file, &err));
    return region_copy_text(region, (const char *)file.data, file.length);
}

// The translation of a sentence in its present words, up to its closing quote; NULL if there is none.
static const char *translation_of(
        Region *region, const char *po, const Sentence *sentence) {
    const char *entry = region_format(region, "msgctxt \"%s\"\nmsgid \"%s\"\nmsgstr \"",
            sentence->id, sentence->english);
    const char *found = strstr(po, entry);
    if (!found) return NULL;
    found += strlen(entry);
    return region_copy_text(region, found, strcspn(found, "\""));
}

static int32_t count_of(const char *text, const char *piece, size_t length) {
    int32_t count = 0;
    for (const char *at = strstr(text, "{"); at; at = strstr(at + 1, "{")) {
        count += strncmp(at, piece, length) == 0;
    }
    return count;
}

// Both hold the same words in braces, however often.
static bool same_placeholders(const char *english, const char *words) {
    const char *texts[] = {english, words};
    for (int32_t side = 0; side < 2; side++) {
        for (const char *at = strstr(texts[side], "{"); at; at = strstr(at + 1, "{")) {
            size_t length = strcspn(at, "}") + 1;
            if (count_of(texts[1 - side], at, length) == 0) return false;
        }
    }
    return true;
}

static void every_sentence_is_translated(void **state) {
    (void)state;
    Region region = {0};
    const char *po = catalogue(&region);
    int32_t wrong = 0;
    for (size_t i = 0; i < sizeof SENTENCES / sizeof SENTENCES[0]; i++) {
        if (SENTENCES[i].english[0] == 0) continue;
        const char *words = translation_of(&region, po, &SENTENCES[i]);
        if (words && words[0] && same_placeholders(SENTENCES[i].english, words)) continue;
        print_error("assets/l10n/ar.po lacks %s: \"%s\"\n", SENTENCES[i].id,
                SENTENCES[i].english);
        wrong++;
    }
    region_clear(&region);
    assert_int_equal(wrong, 0);
}

static void a_missing_sentence_is_seen(void **state) {
    (void)state;
    Region region = {0};
    Sentence unknown = {"verdict.nobody_said_this", "Nobody said this."};
    assert_null(translation_of(&region, catalogue(&region), &unknown));
    assert_false(same_placeholders("{who} speaks", "speaks"));
    assert_false(same_placeholders("speaks", "{who} speaks"));
    assert_true(same_placeholders("{who}: {what}", "{what}, {who}"));
    region_clear(&region);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(every_sentence_is_translated),
            cmocka_unit_test(a_missing_sentence_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

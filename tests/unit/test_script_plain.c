// tests/unit/test_script_plain.c — files that only write values down are read without Lua, and leave exactly what Lua would. Never: a field's meaning.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <glob.h>
#include <cmocka.h>

#include "base/file.h"
#include "scenario/schema.h"
#include "unit/script_twins.h"
#include "unit/script_words.h"

static bool agree(const char *source) {
    bool awake = false;
    const char *what = twins_differ(SCRIPT_WORDS, SCRIPT_WORDS_COUNT,
            (Bytes){(const uint8_t *)source, strlen(source)}, &awake);
    if (what) fail_msg("%s differs: %.200s", what, source);
    return !awake;
}

static void values_written_out_need_no_lua(void **state) {
    (void)state;
    static const char *const rows[] = {
            "",
            "-- nothing but a note\n--[[ and\na long one ]]",
            "scenario {}",
            "scenario { rounds = 3, opening = \"A b.\" };\nactor 'a' { x = -4, y = 007 }",
            "actor \"a\" { list = { 1, \"two\", true, false, {}, -0 }, [\"odd key\"] = 1; "
            "z = 2, }",
            "actor \"b\" { a = { b = { c = { d = { e = 1 } } } } }",
            "text \"t\" \"Say \\\"no\\\" \\\\ it's\\n\\tover\"\ntext \"u\" '\\'q\\''\ntext "
            "\"v\" \"\"",
            "text \"t\" { a = 1 }",
            "use \"press-cycle\"\nuse \"x-1\" { as = \"y\" }\nuse \"z\"",
            "test \"a long title, with é and …\" { steps = { { \"x\", who = \"a\" }, n = 1 "
            "} }",
            "verb \"v\" { does = { gain { what = \"m\", by = 1 }, set { to = { 1, 2 } } } "
            "}",
            "verb \"v\" { does = { gain { when = { a = { b = { c = { d = { e = 1 } } } } } "
            "} } }",
            "actor \"a\" { b = 999999999999, c = -999999999999 }",
            "change \"actor.a.name\" { to = 1 } actor \"a\" { x = 1 } actor \"a\" { x = 2 "
            "}",
            "actor\n  \"a\"\n  -- between\n  {\n x\n =\n 1 }",
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (!agree(rows[i])) fail_msg("Lua was needed for: %s", rows[i]);
    }
}

static void all_else_goes_to_lua(void **state) {
    (void)state;
    static const char *const rows[] = {
            "local x = 1\nactor \"a\" { x = x }",
            "actor \"a\" { x = 1 + 1 }",
            "actor \"a\" { x = - - 1 }",
            "actor \"a\" { x = 1, x = 2 }",
            "actor \"a\" { x = nil }",
            "actor \"a\" { [1] = 2 }",
            "actor \"a\" { [\"x\"] = 1, x = 2 }",
            "actor \"a\" { 1, 2 }",
            "actor \"a\" ({ x = 1 })",
            "actor (\"a\") { x = 1 }",
            "actor \"a\"",
            "actor { x = 1 }",
            "actor \"Big\" { x = 1 }",
            "actor \"a\" \"b\"",
            "actor \"a\" { x = [[long]] }",
            "actor \"a\" { x = \"a\" .. \"b\" }",
            "actor \"a\" { a = { b = { c = { d = { e = { f = { g = 1 } } } } } } }",
            "actor \"a\" { x = gain { op = \"set\", by = 1 } }",
            "actor \"a\" { x = gain }",
            "actor \"a\" { x = gain () }",
            "actor \"a\" { x = nobody { by = 1 } }",
            "actor \"a\" { x = 1 } return 7",
            "actor \"a\" { x = 1",
            "actor \"a\" { x = 1 ]",
            "actor \"a\" { x 1 }",
            "actor \"a\" { x = 1 y = 2 }",
            "actor \"a\" { , }",
            "scenario { x = 1 } { y = 2 }",
            "pack { id = \"a\" }",
            "nobody \"a\" { }",
            "use \"Bad Name\"",
            "on \"round_ends\" (function (g) return {} end)",
            "actor \"a\" { x = 1 } \"more\"",
            "actor \"a\" { x = function () end }",
            ";;",
            "test \"a long title, with é and …\" { { \"step\", 1 } }",
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (agree(rows[i])) fail_msg("Lua was not asked about: %s", rows[i]);
    }
}

static char *repeated(
        const char *before, const char *part, int32_t times, const char *after) {
    Buffer text = {0};
    buffer_add(&text, before, strlen(before));
    for (int32_t i = 0; i < times; i++)
        buffer_add(&text, part, strlen(part));
    buffer_add(&text, after, strlen(after) + 1);
    return (char *)text.data;
}

static void limits_are_the_same(void **state) {
    (void)state;
    const struct {
        const char *before, *part, *after;
        int32_t fits;
    } rows[] = {
            {"actor \"a\" { x = \"", "y",        "\" }", DECLARE_TEXT_BYTES_MAX},
            {"actor \"a\" { x = { ", "1,",       "} }",  DECLARE_PARTS_MAX - 1 },
            {"",                     "use\"a\"", "",     DECLARE_DECLS_MAX     },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        for (int32_t more = 0; more < 2; more++) {
            char *text = repeated(
                    rows[i].before, rows[i].part, rows[i].fits + more, rows[i].after);
            assert_int_equal(agree(text), more == 0);
            free(text);
        }
    }
}

static WordForm form_of(const SchemaWord *word) {
    if (strcmp(word->name, "use") == 0) return WORD_ID_MAYBE;
    if (word->id == STYLE_NONE) return WORD_BODY;
    if (word->id == STYLE_TEXT) return WORD_ID_TEXT;
    return word->id == STYLE_ON ? WORD_MOMENT : WORD_ID_BODY;
}

static WordId id_of(const SchemaWord *word) {
    if (word->id == STYLE_TITLE) return WORD_ID_TITLE;
    if (strcmp(word->name, "use") == 0) return WORD_ID_PACK;
    return strcmp(word->name, "change") == 0 ? WORD_ID_PATH : WORD_ID_PLAIN;
}

// Every file of every pack in this house.
static void packs_are_read_alike(void **state) {
    (void)state;
    static const char *const folders[] = {"scenarios/*/*.lua", "scenarios/*/tests/*.lua",
            "scripts/*/*.lua", "scripts/*/tests/*.lua", "tests/packs/*/*.lua",
            "tests/packs/*/tests/*.lua"};
    ScriptWord words[128];
    int32_t count = schema_words_count(), plain = 0, all = 0;
    assert_true(count <= 128);
    for (int32_t i = 0; i < count; i++) {
        const SchemaWord *word = schema_word_at(i);
        words[i] = (ScriptWord){word->name, form_of(word), id_of(word), NULL, NULL};
    }
    for (size_t f = 0; f < ARRAY_COUNT(folders); f++) {
        glob_t found;
        if (glob(folders[f], 0, NULL, &found) != 0) continue;
        for (size_t i = 0; i < found.gl_pathc; i++, all++) {
            Region region = {0};
            Bytes source;
            Err err = {0};
            assert_true(file_read(&region, found.gl_pathv[i], 1 << 20, &source, &err));
            bool awake = false;
            const char *what = twins_differ(words, count, source, &awake);
            if (what) fail_msg("%s: %s differs", found.gl_pathv[i], what);
            plain += !awake;
            region_clear(&region);
        }
        globfree(&found);
    }
    print_message("%d of %d files need no Lua\n", plain, all);
    assert_true(all > 40 && plain * 2 > all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(values_written_out_need_no_lua),
            cmocka_unit_test(all_else_goes_to_lua),
            cmocka_unit_test(limits_are_the_same),
            cmocka_unit_test(packs_are_read_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

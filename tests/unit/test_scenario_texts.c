// tests/unit/test_scenario_texts.c — PO files, plural classes, filled-in texts, fallback and pseudo-languages. Never: a real case's words.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pack/write.h"
#include "scenario/load.h"
#include "scenario/po.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ISOLATE     "\xE2\x81\xA8"
#define ISOLATE_END "\xE2\x81\xA9"

// ---- PO ---------------------------------------------------------------------------------------

static bool read_po(Region *region, const char *text, PoFile *out, Diags *diags) {
    return po_read(
            region, "text/fr.po", (Bytes){(const uint8_t *)text, strlen(text)}, out, diags);
}

static void po_reads_entries(void **state) {
    (void)state;
    static const char text[] =
            "# comment\nmsgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Other: x\\n\"\n\n"
            "#. a note\n#: scenario.lua:4\n#, fuzzy\nmsgctxt \"actor.club.name\"\nmsgid "
            "\"Football club\"\n"
            "msgstr \"Club \"\n\"de \\\"foot\\\"\\n\"\n\n"
            "msgctxt \"text.bye\"\r\nmsgid \"Bye\"\r\nmsgstr \"\"\r\n#~ msgid \"old\"\n#~ "
            "msgstr \"vieux\"\n";
    Region region = {0};
    Diags *diags = calloc(1, sizeof *diags);
    PoFile po;
    assert_true(read_po(&region, text, &po, diags));
    assert_int_equal(diags->count, 0);
    assert_int_equal(po.count, 2);
    assert_string_equal(po.language, "fr");
    assert_string_equal(po.entries[0].context, "actor.club.name");
    assert_string_equal(po.entries[0].id, "Football club");
    assert_string_equal(po.entries[0].words, "Club de \"foot\"\n");
    assert_true(po.entries[0].fuzzy);
    assert_int_equal(po.entries[0].line, 10);
    assert_false(po.entries[1].fuzzy);
    assert_string_equal(po.entries[1].words, "");
    region_clear(&region);
    free(diags);
}

static void po_names_the_line_and_goes_on(void **state) {
    (void)state;
    static const char text[] =
            "msgctxt \"a.b\"\nmsgid \"x\"\nmsgstr \"open\n\nmsgctxt \"a.c\"\nmsgid "
            "\"y\"\nmsgstr \"\\q\"\n"
            "nonsense\nmsgid 7\n\nmsgctxt \"a.d\"\nmsgid \"z\"\nmsgstr \"good\"\n";
    Region region = {0};
    Diags *diags = calloc(1, sizeof *diags);
    PoFile po;
    assert_false(read_po(&region, text, &po, diags));
    const int32_t lines[] = {3, 7, 8, 9};
    assert_int_equal(diags->count, 4);
    for (int32_t i = 0; i < 4; i++) {
        assert_string_equal(diags->items[i].code, "E506");
        assert_int_equal(diags->items[i].line, lines[i]);
    }
    assert_string_equal(po.entries[po.count - 1].words, "good");
    region_clear(&region);
    free(diags);
}

static void po_refuses_what_is_no_text(void **state) {
    (void)state;
    Region region = {0};
    Diags *diags = calloc(1, sizeof *diags);
    PoFile po;
    assert_false(read_po(&region, "msgid \"\xFF\"\n", &po, diags));
    assert_string_equal(diags->items[0].code, "E506");
    region_clear(&region);
    free(diags);
}

// ---- plurals ------------------------------------------------------------------------------------

static void plurals_follow_the_language(void **state) {
    (void)state;
    static const struct {
        const char *language;
        int64_t number;
        PluralClass class;
    } rows[] = {
            {"en",    1,   PLURAL_ONE  },
            {"en",    0,   PLURAL_OTHER},
            {"en-GB", 1,   PLURAL_ONE  },
            {"fr",    0,   PLURAL_ONE  },
            {"fr",    2,   PLURAL_OTHER},
            {"ar",    0,   PLURAL_ZERO },
            {"ar",    1,   PLURAL_ONE  },
            {"ar",    2,   PLURAL_TWO  },
            {"ar",    3,   PLURAL_FEW  },
            {"ar",    10,  PLURAL_FEW  },
            {"ar",    11,  PLURAL_MANY },
            {"ar",    99,  PLURAL_MANY },
            {"ar",    100, PLURAL_OTHER},
            {"ar",    102, PLURAL_OTHER},
            {"ar",    103, PLURAL_FEW  },
            {"ar",    111, PLURAL_MANY },
            {"ru",    1,   PLURAL_ONE  },
            {"ru",    21,  PLURAL_ONE  },
            {"ru",    11,  PLURAL_MANY },
            {"ru",    22,  PLURAL_FEW  },
            {"ru",    12,  PLURAL_MANY },
            {"pl",    1,   PLURAL_ONE  },
            {"pl",    21,  PLURAL_MANY },
            {"pl",    3,   PLURAL_FEW  },
            {"cs",    4,   PLURAL_FEW  },
            {"cs",    5,   PLURAL_OTHER},
            {"lv",    10,  PLURAL_ZERO },
            {"lv",    21,  PLURAL_ONE  },
            {"lt",    2,   PLURAL_FEW  },
            {"sl",    102, PLURAL_TWO  },
            {"ga",    7,   PLURAL_MANY },
            {"cy",    3,   PLURAL_FEW  },
            {"ja",    1,   PLURAL_OTHER},
            {"ro",    101, PLURAL_FEW  },
            {"ro",    20,  PLURAL_OTHER},
            {"he",    2,   PLURAL_TWO  },
            {"de",    -1,  PLURAL_ONE  },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (plural_class(rows[i].language, rows[i].number) != rows[i].class) {
            fail_msg("%s %lld is %s", rows[i].language, (long long)rows[i].number,
                    plural_word(plural_class(rows[i].language, rows[i].number)));
        }
    }
    assert_int_equal(plural_classes("ar"), 0x3F);
    assert_int_equal(plural_classes("en"), 1 << PLURAL_ONE | 1 << PLURAL_OTHER);
    assert_int_equal(plural_classes("xx"), 0);
    assert_true(language_is_rtl("ar-EG"));
    assert_false(language_is_rtl("en"));
}

// ---- filling in -------------------------------------------------------------------------------------

static void expect_filled(const char *language, const char *pattern, const TextArgs *args,
        const char *wanted) {
    Buffer out = {0};
    catalog_format(&out, NULL, language, pattern, args);
    assert_string_equal(out.data ? out.data : "", wanted);
    buffer_free(&out);
}

static void placeholders_are_filled(void **state) {
    (void)state;
    TextArgs args = {0};
    text_args_add_words(&args, "who", "Link", "actor.link.name");
    text_args_add_number(&args, "n", 3);
    text_args_add_words(&args, "way", "block", NULL);
    expect_filled("en", "{who} waits.", &args, ISOLATE "Link" ISOLATE_END " waits.");
    expect_filled("en", "{n|one=# vote|other=# votes} {n}", &args, "3 votes 3");
    expect_filled("en", "{way|back=supports|block=opposes}", &args, "opposes");
    expect_filled("en", "{{who}} {nobody} {", &args, "{who} {nobody} {");
    expect_filled("en", "{who@genitive}", &args, ISOLATE "Link" ISOLATE_END);
    expect_filled("en", "", &args, "");
}

static void arabic_counts(void **state) {
    (void)state;
    static const char pattern[] =
            "{n|zero=صفر|one=صوت|two=صوتان|few=# أصوات|many=# صوتًا|other=# صوت}";
    static const struct {
        int64_t number;
        const char *wanted;
    } rows[] = {
            {0,   "صفر"       },
            {1,   "صوت"       },
            {2,   "صوتان"   },
            {5,   "5 أصوات" },
            {40,  "40 صوتًا"},
            {100, "100 صوت"   }
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        TextArgs args = {0};
        text_args_add_number(&args, "n", rows[i].number);
        expect_filled("ar", pattern, &args, rows[i].wanted);
    }
}

static void pseudo_languages_keep_placeholders(void **state) {
    (void)state;
    Buffer out = {0};
    assert_true(catalog_pseudo(&out, "en-XA", "Ask {who} now"));
    assert_string_equal(out.data, "[Ášk {who} ñów ~~~~~]");
    buffer_reset(&out);
    assert_true(catalog_pseudo(&out, "ar-XB", "Ask {who}"));
    assert_non_null(strstr(out.data, "{who}"));
    assert_non_null(strstr(out.data, "\xE2\x80\xAE"));
    assert_false(catalog_pseudo(&out, "fr", "x"));
    buffer_free(&out);
}

// ---- catalogues of a pack -----------------------------------------------------------------------------

static const char manifest[] = "pack { id = \"tried\", version = \"1.0.0\", api = 1, "
                               "language = \"en\", title = \"Tried\" }\n";
static const char scenario_lua[] =
        "scenario { opening = \"Here.\", phases = \"turns\" }\nphase \"turns\" { kind = "
        "\"in_turn\" }\n"
        "actor \"new_club\" { name = \"Club\", was = \"club\", brief = \"Saturdays.\" }\n"
        "text \"hello\" \"Hello {who}.\"\ntext \"votes\" \"{n|one=# vote|other=# "
        "votes}\"\n";

static bool load_with(
        const char *file_name, const char *po, bool check, Scenario *out, Diags *diags) {
    PackFile files[3] = {
            {"pack.lua",     {(const uint8_t *)manifest, strlen(manifest)}        },
            {"scenario.lua", {(const uint8_t *)scenario_lua, strlen(scenario_lua)}},
            {file_name,      {(const uint8_t *)po, strlen(po)}                    }
    };
    Pack pack = {.name = "tried", .files = files, .files_count = 3};
    Buffer zip = {0};
    Err err = {0};
    assert_true(write_zip(&pack, &zip, &err));
    LoadOptions options = {
            .check = check, .zip = {(const uint8_t *)zip.data, zip.length}
    };
    bool good = scenario_load("tried.zip", &options, out, diags);
    buffer_free(&zip);
    return good;
}

static TextId text_id(const Def *def, const char *path) {
    for (int32_t i = 1; i < def->texts_count; i++) {
        if (strcmp(def_text(def, def->texts[i].path), path) == 0) return (TextId)i;
    }
    fail_msg("no text %s", path);
    return 0;
}

static void translations_fall_back(void **state) {
    (void)state;
    static const char po[] =
            "msgctxt \"actor.club.name\"\nmsgid \"Club\"\nmsgstr \"Le club\"\n\n"
            "msgctxt \"actor.new_club.name@genitive\"\nmsgid \"\"\nmsgstr \"du club\"\n\n"
            "msgctxt \"text.hello\"\nmsgid \"Hello {who}.\"\nmsgstr \"Bonjour {who}, "
            "{who@genitive}.\"\n";
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    assert_true(load_with("text/fr.po", po, false, &scenario, diags));
    const Def *def = scenario.def;
    TextId name = text_id(def, "actor.new_club.name"),
           brief = text_id(def, "actor.new_club.brief");
    assert_string_equal(catalog_words(scenario.catalogs, def, "fr", name), "Le club");
    assert_string_equal(catalog_words(scenario.catalogs, def, "fr-CA", name), "Le club");
    assert_string_equal(catalog_words(scenario.catalogs, def, "de", name), "Club");
    assert_string_equal(catalog_words(scenario.catalogs, def, "fr", brief), "Saturdays.");
    assert_string_equal(catalog_words(scenario.catalogs, def, "fr", 0), "");
    TextArgs args = {0};
    text_args_add_words(&args, "who", "Le club", "actor.new_club.name");
    Buffer out = {0};
    catalog_text(&out, scenario.catalogs, def, "fr", text_id(def, "text.hello"), &args);
    assert_string_equal(out.data, "Bonjour " ISOLATE "Le club" ISOLATE_END ", " ISOLATE
                                  "du club" ISOLATE_END ".");
    buffer_reset(&out);
    catalog_text(&out, scenario.catalogs, def, "en-XA", text_id(def, "text.hello"), &args);
    assert_string_equal(out.data, "[Hélló " ISOLATE "Le club" ISOLATE_END ". ~~~~]");
    buffer_free(&out);
    scenario_free(&scenario);
    free(diags);
}

static void spreadsheets_are_read(void **state) {
    (void)state;
    static const char csv[] = "\xEF\xBB\xBF"
                              "note;id;source;text;state\r\n"
                              ";actor.new_club.name;Club;Le club;\r\n;;;;\r\n"
                              "\"a; b\";actor.new_club.brief;Saturdays.;\"Le "
                              "\"\"samedi\"\".\nToujours.\";changed\r\n"
                              ";text.hello;Hello {who}.;'=Bonjour {who}.;\r\n";
    Diags *diags = calloc(1, sizeof *diags);
    Scenario scenario;
    assert_true(load_with("text/fr.csv", csv, false, &scenario, diags));
    const Def *def = scenario.def;
    assert_string_equal(catalog_words(scenario.catalogs, def, "fr",
                                text_id(def, "actor.new_club.name")),
            "Le club");
    assert_string_equal(catalog_words(scenario.catalogs, def, "fr",
                                text_id(def, "actor.new_club.brief")),
            "Le \"samedi\".\nToujours.");
    assert_string_equal(
            catalog_words(scenario.catalogs, def, "fr", text_id(def, "text.hello")),
            "=Bonjour {who}.");
    assert_int_equal(scenario.catalogs->items[0].translated, 3);
    assert_int_equal(scenario.catalogs->items[0].fuzzy, 1);
    scenario_free(&scenario);
    free(diags);
}

static void faults_of_translations_are_told(void **state) {
    (void)state;
    static const struct {
        const char *file, *po, *code, *near;
    } rows[] = {
            {"text/fr.po",
             "msgctxt \"text.hello\"\nmsgid \"Hello {who}.\"\nmsgstr \"Bonjour "
                    "{qui}.\"\n",                                                     "E502", ""   },
            {"text/fr.po",
             "msgctxt \"text.hello\"\nmsgid \"Hello {who}.\"\nmsgstr \"Bonjour "
                    "{whom} {who}.\"\n",                                              "E502", "who"},
            {"text/fr.po",  "msgctxt \"text.helo\"\nmsgid \"x\"\nmsgstr \"y\"\n",     "E500",
             "text.hello"                                                                          },
            {"text/fr.po",  "msgctxt \"text.hello\"\nmsgid \"x\"\nmsgstr \"{who\"\n", "E501",
             ""                                                                                    },
            {"text/ar.po",
             "msgctxt \"text.votes\"\nmsgid \"x\"\nmsgstr "
                    "\"{n|one=1|two=2|other=#}\"\n",                                  "E503", ""   },
            {"text/fr.po",
             "msgctxt \"actor.new_club.name\"\nmsgid \"Club\"\nmsgstr \"A name far "
                    "too long for any screen that people "
                    "carry around in pockets\"\n",                                    "E505", ""   },
            {"text/fr.po",
             "msgctxt \"text.hello\"\nmsgid \"x\"\nmsgstr \"{who}\"\nmsgctxt "
                    "\"text.hello\"\nmsgid \"x\"\nmsgstr \"{who}\"\n",                "E509", ""   },
            {"text/fr.csv", "name,words\na,b\n",                                      "E510", ""   },
            {"text/fr.csv", "id,text\ntext.hello,\"open\n",                           "E510", ""   },
            {"text/qq.po",  "",                                                       "E507", ""   },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        Diags *diags = calloc(1, sizeof *diags);
        Scenario scenario;
        assert_false(load_with(rows[i].file, rows[i].po, true, &scenario, diags));
        assert_string_equal(diags->items[0].code, rows[i].code);
        assert_string_equal(diags->items[0].near, rows[i].near);
        free(diags);
    }
}

// A game is played in one language of many: the others are listed and read when somebody asks.
static void a_language_is_read_when_it_is_asked_for(void **state) {
    (void)state;
    static const char po[] =
            "msgctxt \"actor.club.name\"\nmsgid \"Club\"\nmsgstr \"Le club\"\n\n"
            "msgctxt \"text.gone\"\nmsgid \"Gone\"\nmsgstr \"Parti\"\n\n"
            "msgctxt \"text.hello\"\nmsgid \"Hello {who}.\"\nmsgstr \"Bonjour {qui}.\"\n";
    Diags *diags = calloc(1, sizeof *diags);
    Scenario read_now, moved;
    assert_true(load_with("text/fr.po", po, false, &read_now, diags));
    assert_int_equal(diags->count, 0);
    assert_int_equal(read_now.catalogs->count, 1);
    assert_string_equal(read_now.catalogs->items[0].language, "fr");
    assert_true(read_now.catalogs->items[0].of_case);
    assert_null(read_now.catalogs->items[0].words);
    moved = read_now; // whoever loads a pack may keep it elsewhere
    memset(&read_now, 0, sizeof read_now);
    const Def *def = moved.def;
    TextId name = text_id(def, "actor.new_club.name"), hello = text_id(def, "text.hello");
    assert_string_equal(catalog_words(moved.catalogs, def, "en", name), "Club");
    assert_null(moved.catalogs->items[0].words);
    assert_string_equal(catalog_words(moved.catalogs, def, "fr-CA", name), "Le club");
    assert_int_equal(moved.catalogs->items[0].translated, 1);
    // What does not fit its source is shown in the language of the source.
    assert_string_equal(catalog_words(moved.catalogs, def, "fr", hello), "Hello {who}.");
    scenario_free(&moved);
    assert_false(load_with("text/fr.po", po, true, &moved, diags));
    assert_int_equal(diags->errors, 3);
    free(diags);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(po_reads_entries),
            cmocka_unit_test(po_names_the_line_and_goes_on),
            cmocka_unit_test(po_refuses_what_is_no_text),
            cmocka_unit_test(plurals_follow_the_language),
            cmocka_unit_test(placeholders_are_filled),
            cmocka_unit_test(arabic_counts),
            cmocka_unit_test(pseudo_languages_keep_placeholders),
            cmocka_unit_test(translations_fall_back),
            cmocka_unit_test(spreadsheets_are_read),
            cmocka_unit_test(faults_of_translations_are_told),
            cmocka_unit_test(a_language_is_read_when_it_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_session_words.c — every sentence of the engine stands in every language, with the same placeholders. Never: judges a translation.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/utf8.h"
#include "scenario/po.h"
#include "session/say.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IDS_MAX = 1200, PO_BYTES_MAX = 1 << 22 };

static const struct {
    const char *id, *english;
} SAID[] = {
#define SAY(constant, name, words) {name, words},
#include "session/words.def"
#undef SAY
};

typedef struct Sentence {
    char id[64];
    const char *english;
} Sentence;

typedef struct Book {
    Sentence sentences[IDS_MAX];
    int32_t count;
    Region region;
    Diags diags;
    PoFile po;
} Book;

static void add(Book *book, const char *prefix, const char *id, const char *english) {
    assert_true(book->count < IDS_MAX);
    Sentence *sentence = &book->sentences[book->count++];
    snprintf(sentence->id, sizeof sentence->id, "%s%s", prefix, id);
    sentence->english = english;
}

// The sentences of views and the refusals; those of the window are looked at with the window.
static int setup(void **state) {
    Book *book = calloc(1, sizeof *book);
    if (!book) return 1;
    for (size_t i = 0; i < ARRAY_COUNT(SAID); i++)
        add(book, "", SAID[i].id, SAID[i].english);
    for (int32_t code = VERDICT_OK + 1; code < VERDICT_COUNT; code++)
        add(book, "verdict.", verdict_code((VerdictCode)code),
                verdict_sentence((VerdictCode)code));
    *state = book;
    return 0;
}

static int teardown(void **state) {
    Book *book = *state;
    region_clear(&book->region);
    free(book);
    return 0;
}

static void read_po(Book *book, const char *path) {
    Err err = {0};
    Bytes bytes;
    assert_true(file_read(&book->region, path, PO_BYTES_MAX, &bytes, &err));
    bool good = po_read(&book->region, path, bytes, &book->po, &book->diags);
    if (!good || book->diags.count) fail_msg("%s: %s", path, book->diags.items[0].message);
}

static const PoEntry *entry_of(const Book *book, const char *id) {
    for (int32_t i = 0; i < book->po.count; i++) {
        if (strcmp(book->po.entries[i].context, id) == 0) return &book->po.entries[i];
    }
    return NULL;
}

// True when every {name} of one text stands in the other.
static bool names_stand_in(const char *text, const char *other) {
    for (const char *open = strchr(text, '{'); open; open = strchr(open + 1, '{')) {
        size_t length = 1 + strcspn(open + 1, "|}@");
        char name[40];
        snprintf(name, sizeof name, "%.*s", (int)length, open);
        const char *found = strstr(other, name);
        while (found && !strchr("|}@", found[length]))
            found = strstr(found + 1, name);
        if (!found) return false;
    }
    return true;
}

static void check_language(Book *book, const char *path) {
    read_po(book, path);
    for (int32_t i = 0; i < book->count; i++) {
        const Sentence *sentence = &book->sentences[i];
        const PoEntry *entry = entry_of(book, sentence->id);
        if (!entry) fprintf(stderr, "%s: no words for \"%s\"\n", path, sentence->id);
        ASSERT(entry != NULL);
        if (strcmp(entry->id, sentence->english) != 0)
            fail_msg("%s:%d: the English of \"%s\" has changed", path, entry->line,
                    sentence->id);
        if (entry->fuzzy || entry->words[0] == 0)
            fail_msg("%s:%d: \"%s\" is not translated", path, entry->line, sentence->id);
        if (!names_stand_in(sentence->english, entry->words)
                || !names_stand_in(entry->words, sentence->english))
            fail_msg("%s:%d: \"%s\" has other placeholders", path, entry->line,
                    sentence->id);
    }
}

static void test_every_sentence_stands_in_every_language(void **state) {
    Book *book = *state;
    int32_t languages = 0;
    DIR *folder = opendir("assets/l10n");
    assert_non_null(folder);
    for (struct dirent *file; (file = readdir(folder));) {
        size_t length = strlen(file->d_name);
        if (length < 4 || strcmp(file->d_name + length - 3, ".po") != 0) continue;
        char path[300];
        snprintf(path, sizeof path, "assets/l10n/%s", file->d_name);
        check_language(book, path);
        languages++;
    }
    closedir(folder);
    print_message("%d sentences in %d more languages\n", book->count, languages);
    assert_true(languages >= 1);
}

static void test_every_id_is_there_once(void **state) {
    const Book *book = *state;
    for (int32_t i = 0; i < book->count; i++) {
        assert_true(book->sentences[i].english[0] != 0);
        for (int32_t j = 0; j < i; j++)
            assert_string_not_equal(book->sentences[i].id, book->sentences[j].id);
    }
}

static const char *loud(void *context, const char *id, const char *english) {
    (void)context;
    (void)id;
    return english;
}

// What fills a sentence is known: no brace is left in it.
static void test_every_placeholder_can_be_filled(void **state) {
    const Book *book = *state;
    Region region = {0};
    Def *def = calloc(1, sizeof *def);
    Say say = {
            .def = def, .language = {.engine = loud, .code = "en"},
                 .region = &region
    };
    SayWith with = {.who = "a",
            .what = "b",
            .target = "c",
            .text = "d",
            .words = "e",
            .number = "f",
            .closed = "g",
            .actor = "h",
            .n = 1,
            .m = 2};
    for (int32_t i = 0; i < book->count; i++) {
        const char *text = say_fill(&say, book->sentences[i].english, &with);
        if (strpbrk(text, "{}")) fail_msg("%s: %s", book->sentences[i].id, text);
    }
    region_clear(&region);
    free(def);
}

static void test_the_checker_sees_a_missing_placeholder(void **state) {
    (void)state;
    assert_true(names_stand_in("{who} asks {n}", "{n} x {who}"));
    assert_false(names_stand_in("{who} asks", "{whose} asks"));
    assert_false(names_stand_in("{who} asks {n}", "{who} asks"));
    assert_true(names_stand_in("{n|one=# vote|other=# votes}", "{n|other=#}"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    test_every_sentence_stands_in_every_language, setup, teardown),
            cmocka_unit_test_setup_teardown(test_every_id_is_there_once, setup, teardown),
            cmocka_unit_test_setup_teardown(
                    test_every_placeholder_can_be_filled, setup, teardown),
            cmocka_unit_test(test_the_checker_sees_a_missing_placeholder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

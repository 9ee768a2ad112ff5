// cli/tongues.c — one Tongue for each language of a case. Never: a language that only the stock deck has.
#include "cli/tongues.h"
#include <stdio.h>
#include <string.h>

static bool is_open(const TongueBook *book, const char *code) {
    for (int32_t i = 0; i < book->count; i++) {
        if (strcmp(book->codes[i], code) == 0) return true;
    }
    return false;
}

static void open_one(
        TongueBook *book, const char *home, const Scenario *scenario, const char *code) {
    if (book->count == LANGUAGES_MAX || is_open(book, code)) return;
    Tongue *tongue = &book->tongues[book->count];
    tongue_open(tongue, home, code);
    tongue->scenario = scenario;
    book->codes[book->count++] = tongue->code;
}

static bool has_words(const Scenario *scenario, const char *code) {
    if (strcmp(scenario->catalogs->source, code) == 0) return true;
    for (int32_t i = 0; i < scenario->catalogs->count; i++) {
        const Catalog *catalog = &scenario->catalogs->items[i];
        if (strcmp(catalog->language, code) == 0) return catalog->of_case;
    }
    return false;
}

void tongues_open(
        TongueBook *book, const char *home, const Scenario *scenario, const char *first) {
    *book = (TongueBook){0};
    if (first && has_words(scenario, first)) open_one(book, home, scenario, first);
    open_one(book, home, scenario, scenario->catalogs->source);
    for (int32_t i = 0; i < scenario->catalogs->count; i++) {
        const char *code = scenario->catalogs->items[i].language;
        if (has_words(scenario, code)) open_one(book, home, scenario, code);
    }
}

void tongues_close(TongueBook *book) {
    for (int32_t i = 0; i < book->count; i++)
        tongue_close(&book->tongues[i]);
    book->count = 0;
}

// "pt-BR" is served by "pt" when there is no other; what nobody has by the first language.
static Language language_of(void *context, const char *code) {
    TongueBook *book = context;
    size_t base = strcspn(code, "-");
    int32_t best = 0;
    for (int32_t i = book->count - 1; i >= 0; i--) {
        if (strncmp(book->codes[i], code, base) == 0 && book->codes[i][base] == 0) best = i;
    }
    for (int32_t i = 0; i < book->count; i++) {
        if (strcmp(book->codes[i], code) == 0) best = i;
    }
    return tongue_language(&book->tongues[best]);
}

Tongues tongues_table(TongueBook *book) {
    return (Tongues){book, language_of, book->codes, book->count};
}

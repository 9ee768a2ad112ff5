// model/catalog.c — finds a text in a reader's language and fills it in. Never: reads a file.
#include "model/catalog.h"
#include "base/utf8.h"
#include <string.h>

#define ISOLATE     "\xE2\x81\xA8" // U+2068
#define ISOLATE_END "\xE2\x81\xA9" // U+2069

void text_args_add_words(
        TextArgs *args, const char *name, const char *words, const char *path) {
    if (args->count == (int32_t)ARRAY_COUNT(args->items)) return;
    args->items[args->count++] = (TextArg){.name = name, .words = words, .path = path};
}

void text_args_add_number(TextArgs *args, const char *name, int64_t number) {
    if (args->count == (int32_t)ARRAY_COUNT(args->items)) return;
    args->items[args->count++] = (TextArg){.name = name, .number = number};
}

static bool is_pseudo(const char *language) {
    return strcmp(language, "en-XA") == 0 || strcmp(language, "ar-XB") == 0;
}

static const Catalog *find(const Catalogs *catalogs, const char *language, size_t length) {
    for (int32_t i = 0; i < catalogs->count; i++) {
        const Catalog *item = &catalogs->items[i];
        if (strlen(item->language) != length
                || strncmp(item->language, language, length) != 0)
            continue;
        const CatalogReader *reader = &catalogs->reader;
        if (!item->words && reader->read) reader->read(reader->context, i);
        return item->words ? item : NULL;
    }
    return NULL;
}

// The catalogues to look into for a language, most exact first; returns how many.
static int32_t chain(
        const Catalogs *catalogs, const char *language, const Catalog *out[2]) {
    int32_t count = 0;
    if (!catalogs || !language || is_pseudo(language)) return 0;
    const Catalog *exact = find(catalogs, language, strlen(language));
    if (exact) out[count++] = exact;
    size_t base = strcspn(language, "-_");
    if (language[base] == 0 || strcmp(catalogs->source, language) == 0) return count;
    const Catalog *wider = find(catalogs, language, base);
    if (wider) out[count++] = wider;
    return count;
}

const char *catalog_words(
        const Catalogs *catalogs, const Def *def, const char *language, TextId id) {
    const Catalog *items[2];
    int32_t count = chain(catalogs, language, items);
    for (int32_t i = 0; i < count && id > 0 && id < def->texts_count; i++) {
        if (items[i]->words[id]) return items[i]->words[id];
    }
    return id < def->texts_count ? def_text(def, def->texts[id].source) : "";
}

// ---- filling in -------------------------------------------------------------------------------------

typedef struct Filling {
    Buffer *out;
    const Catalogs *catalogs;
    const char *language;
    const TextArgs *args;
} Filling;

static const TextArg *arg_of(const Filling *filling, const char *name, size_t length) {
    for (int32_t i = 0; filling->args && i < filling->args->count; i++) {
        const TextArg *arg = &filling->args->items[i];
        if (strlen(arg->name) == length && strncmp(arg->name, name, length) == 0)
            return arg;
    }
    return NULL;
}

// Words of a case form, NULL when this language has none for the name.
static const char *form_of(
        const Filling *filling, const TextArg *arg, const char *form, size_t length) {
    const Catalog *items[2];
    int32_t count = arg->path ? chain(filling->catalogs, filling->language, items) : 0;
    for (int32_t i = 0; i < count; i++) {
        for (int32_t f = 0; f < items[i]->forms_count; f++) {
            const char *path = items[i]->forms[f].path, *at = strchr(path, '@');
            size_t stem = at ? (size_t)(at - path) : 0;
            bool name = stem == strlen(arg->path) && strncmp(path, arg->path, stem) == 0;
            if (name && strlen(at + 1) == length && strncmp(at + 1, form, length) == 0) {
                return items[i]->forms[f].words;
            }
        }
    }
    return NULL;
}

static void insert(
        const Filling *filling, const TextArg *arg, const char *form, size_t form_length) {
    if (!arg->words) {
        buffer_format(filling->out, "%lld", (long long)arg->number);
        return;
    }
    const char *words = form ? form_of(filling, arg, form, form_length) : NULL;
    buffer_add_text(filling->out, ISOLATE);
    buffer_add_text(filling->out, words ? words : arg->words);
    buffer_add_text(filling->out, ISOLATE_END);
}

// Words of a branch, with # as the number.
static void insert_branch(
        const Filling *filling, const TextArg *arg, const char *words, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (words[i] == '#' && !arg->words) {
            buffer_format(filling->out, "%lld", (long long)arg->number);
        } else {
            buffer_add(filling->out, words + i, 1);
        }
    }
}

// Chooses among |key=words parts; the part "other" or the last one serves when none fits.
static void choose(
        const Filling *filling, const TextArg *arg, const char *parts, size_t length) {
    const char *wanted =
            arg->words ? arg->words
                       : plural_word(plural_class(filling->language, arg->number));
    const char *words = NULL;
    size_t words_length = 0, at = 0;
    while (at < length) {
        size_t end = at;
        while (end < length && parts[end] != '|')
            end++;
        const char *equals = memchr(parts + at, '=', end - at);
        if (equals) {
            size_t key = (size_t)(equals - (parts + at));
            bool exact = strlen(wanted) == key && strncmp(wanted, parts + at, key) == 0;
            words = equals + 1;
            words_length = end - at - key - 1;
            if (exact) break;
        }
        at = end + 1;
    }
    if (words) insert_branch(filling, arg, words, words_length);
}

static void fill_one(const Filling *filling, const char *inside, size_t length) {
    size_t name = 0;
    while (name < length && inside[name] != '|' && inside[name] != '@')
        name++;
    const TextArg *arg = arg_of(filling, inside, name);
    if (!arg) {
        buffer_add_text(filling->out, "{");
        buffer_add(filling->out, inside, length);
        buffer_add_text(filling->out, "}");
    } else if (name < length && inside[name] == '|') {
        choose(filling, arg, inside + name + 1, length - name - 1);
    } else if (name < length) {
        insert(filling, arg, inside + name + 1, length - name - 1);
    } else {
        insert(filling, arg, NULL, 0);
    }
}

void catalog_format(Buffer *out, const Catalogs *catalogs, const char *language,
        const char *pattern, const TextArgs *args) {
    Filling filling = {out, catalogs, language ? language : "", args};
    for (const char *at = pattern; *at;) {
        if ((at[0] == '{' || at[0] == '}') && at[1] == at[0]) {
            buffer_add(out, at, 1);
            at += 2;
            continue;
        }
        const char *end = at[0] == '{' ? strchr(at, '}') : NULL;
        if (!end) {
            buffer_add(out, at++, 1);
            continue;
        }
        fill_one(&filling, at + 1, (size_t)(end - at - 1));
        at = end + 1;
    }
}

void catalog_text(Buffer *out, const Catalogs *catalogs, const Def *def,
        const char *language, TextId id, const TextArgs *args) {
    const char *words = catalog_words(catalogs, def, language, id);
    if (!language || !is_pseudo(language)) {
        // Words that fell back to the source count as the source language does.
        const char *spoken = language && language[0] ? language
                             : catalogs              ? catalogs->source
                                                     : "en";
        catalog_format(out, catalogs, spoken, words, args);
        return;
    }
    Buffer turned = {0};
    catalog_pseudo(&turned, language, words);
    catalog_format(out, catalogs, catalogs ? catalogs->source : "en",
            turned.data ? turned.data : "", args);
    buffer_free(&turned);
}

// ---- pseudo-languages --------------------------------------------------------------------------------

static const char *accented(char letter) {
    static const char *const rows[] = {"aá", "eé", "ií", "oó", "uú", "cç", "nñ", "sš", "zž",
            "AÁ", "EÉ", "IÍ", "OÓ", "UÚ", "CÇ", "NÑ", "SŠ", "ZŽ", "yý", "YÝ"};
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (rows[i][0] == letter) return rows[i] + 1;
    }
    return NULL;
}

// Copies one placeholder whole; returns its length, 0 when there is none here.
static size_t copy_placeholder(Buffer *out, const char *at) {
    const char *end = at[0] == '{' ? strchr(at, '}') : NULL;
    if (!end) return 0;
    buffer_add(out, at, (size_t)(end - at) + 1);
    return (size_t)(end - at) + 1;
}

static void pseudo_accents(Buffer *out, const char *words) {
    buffer_add_text(out, "[");
    for (const char *at = words; *at;) {
        size_t skipped = copy_placeholder(out, at);
        if (skipped > 0) {
            at += skipped;
            continue;
        }
        const char *other = accented(*at);
        if (other)
            buffer_add_text(out, other);
        else
            buffer_add(out, at, 1);
        at++;
    }
    size_t more = strlen(words) * 2 / 5;
    if (more > 0) buffer_add_text(out, " ");
    for (size_t i = 0; i < more; i++)
        buffer_add_text(out, "~");
    buffer_add_text(out, "]");
}

static void pseudo_rtl(Buffer *out, const char *words) {
    static const char start[] = "\xE2\x80\xAE", stop[] = "\xE2\x80\xAC"; // U+202E, U+202C
    bool inside = false;
    for (const char *at = words; *at;) {
        bool letter = *at != ' ' && *at != '{';
        if (letter && !inside) buffer_add_text(out, start);
        if (!letter && inside) buffer_add_text(out, stop);
        inside = letter;
        size_t skipped = copy_placeholder(out, at);
        if (skipped == 0) buffer_add(out, at, 1);
        at += skipped > 0 ? skipped : 1;
    }
    if (inside) buffer_add_text(out, stop);
}

bool catalog_pseudo(Buffer *out, const char *language, const char *words) {
    if (strcmp(language, "en-XA") == 0) {
        pseudo_accents(out, words);
    } else if (strcmp(language, "ar-XB") == 0) {
        pseudo_rtl(out, words);
    } else {
        return false;
    }
    return true;
}

// cli/tongue.c — engine texts from assets/l10n and pack texts from its catalogues. Never: builds a sentence.
#include "cli/tongue.h"
#include "base/file.h"
#include "scenario/po.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PO_BYTES_MAX = 2 * 1024 * 1024 };

static int by_id(const void *left, const void *right) {
    const TongueEntry *a = left, *b = right;
    return strcmp(a->id, b->id);
}

static void read_entries(Tongue *tongue, const char *path) {
    Err err = {0};
    Bytes bytes;
    PoFile po = {0};
    if (!file_exists(path) || !file_read(&tongue->region, path, PO_BYTES_MAX, &bytes, &err))
        return;
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    (void)po_read(&tongue->region, path, bytes, &po, diags);
    free(diags);
    tongue->entries = region_take(
            &tongue->region, sizeof *tongue->entries * (size_t)core_max(1, po.count));
    for (int32_t i = 0; i < po.count; i++) {
        if (po.entries[i].fuzzy || !po.entries[i].words[0]) continue;
        tongue->entries[tongue->entries_count++] =
                (TongueEntry){po.entries[i].context, po.entries[i].words};
    }
    qsort(tongue->entries, (size_t)tongue->entries_count, sizeof *tongue->entries, by_id);
}

void tongue_open(Tongue *tongue, const char *home, const char *code) {
    *tongue = (Tongue){0};
    snprintf(tongue->code, sizeof tongue->code, "%s", code && *code ? code : "en");
    if (strcmp(tongue->code, "en") == 0) return;
    read_entries(tongue,
            region_format(&tongue->region, "%s/assets/l10n/%s.po", home, tongue->code));
}

void tongue_close(Tongue *tongue) { region_clear(&tongue->region); }

const char *tongue_engine(const Tongue *tongue, const char *id, const char *english) {
    TongueEntry wanted = {id, NULL};
    if (tongue->entries_count == 0) return english;
    const TongueEntry *found = bsearch(
            &wanted, tongue->entries, (size_t)tongue->entries_count, sizeof wanted, by_id);
    return found ? found->words : english;
}

static const char *text(void *context, TextId id) {
    const Tongue *tongue = context;
    if (!tongue->scenario) return "";
    return catalog_words(
            tongue->scenario->catalogs, tongue->scenario->def, tongue->code, id);
}

static const char *engine(void *context, const char *id, const char *english) {
    return tongue_engine(context, id, english);
}

static void format(void *context, Buffer *out, const char *pattern, const TextArgs *args) {
    const Tongue *tongue = context;
    if (tongue->scenario)
        catalog_format(out, tongue->scenario->catalogs, tongue->code, pattern, args);
}

Language tongue_language(Tongue *tongue) {
    return (Language){.context = tongue,
            .text = text,
            .engine = engine,
            .format = format,
            .code = tongue->code,
            .right_to_left = language_is_rtl(tongue->code)};
}

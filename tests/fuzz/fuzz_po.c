// tests/fuzz/fuzz_po.c — any bytes as a PO file or a spreadsheet, and every text of it filled in: findings or entries, never a crash. Never: a known value.
#include "model/catalog.h"
#include "scenario/csv.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fill(const char *words) {
    TextArgs args = {0};
    text_args_add_words(&args, "who", "Link", "actor.link.name");
    text_args_add_number(&args, "n", 3);
    Buffer out = {0};
    catalog_format(&out, NULL, "ar", words, &args);
    catalog_pseudo(&out, "en-XA", words);
    catalog_pseudo(&out, "ar-XB", words);
    buffer_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Region region = {0};
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    PoFile po;
    po_read(&region, "text/fr.po", (Bytes){data, size}, &po, diags);
    for (int32_t i = 0; i < po.count; i++) {
        ASSERT(po.entries[i].line > 0);
        fill(po.entries[i].words);
    }
    csv_read(&region, "text/fr.csv", (Bytes){data, size}, &po, diags);
    for (int32_t i = 0; i < po.count; i++)
        fill(po.entries[i].words);
    region_clear(&region);
    free(diags);
    return 0;
}

// tests/fuzz/fuzz_zip.c — any bytes as the directory of a zip, without PhysicsFS: what is accepted is listed soundly. Never: unpacks.
#include "pack/path.h"
#include "pack/zip.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// What the reader accepts must be listed soundly, whatever the bytes were.
static void look_at_directory(Bytes zip) {
    Region region = {0};
    PathEntries entries;
    Diags diags = {0};
    bool good = zip_index(zip, "fuzz.zip", &region, &entries, &diags);
    ASSERT(good == (diags.errors == 0));
    for (int32_t i = 0; good && i < entries.count; i++) {
        Bytes name = {
                (const uint8_t *)entries.items[i].name, strlen(entries.items[i].name)};
        ASSERT(path_judge(name) == PATH_FINE);
    }
    if (entries.items) path_check_entries(&entries, &region, &diags);
    region_clear(&region);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    look_at_directory((Bytes){data, size});
    return 0;
}

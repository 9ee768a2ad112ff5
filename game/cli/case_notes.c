// cli/case_notes.c — finds the notes of a case in the language of who reads them. Never: understands what they say.
#include "cli/case_notes.h"
#include <stdio.h>

enum { PATH_BYTES = 128 };

const char *case_notes(const Scenario *scenario, const char *name, const char *lang) {
    char path[PATH_BYTES];
    if (scenario->packs_count == 0) return "";
    const Pack *pack = &scenario->packs[0];
    snprintf(path, sizeof path, "notes/%s.%s.md", name, lang);
    const PackFile *file = pack_find(pack, path);
    snprintf(path, sizeof path, "notes/%s.md", name);
    if (!file) file = pack_find(pack, path);
    return file ? (const char *)file->bytes.data : "";
}

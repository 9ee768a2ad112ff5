// tests/unit/test_pack_limits.c — names and sizes of a pack's files: each limit at the limit, and one past it. Never: opens a file.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pack/limits.h"
#include "pack/path.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static PathFault judged(const char *name) {
    return path_judge((Bytes){(const uint8_t *)name, strlen(name)});
}

static void names_have_a_length(void **state) {
    (void)state;
    char name[PACK_NAME_BYTES_MAX + 2];
    memset(name, 'a', sizeof name);
    name[PACK_NAME_BYTES_MAX] = 0;
    assert_int_equal(judged(name), PATH_FINE);
    name[PACK_NAME_BYTES_MAX] = 'a';
    name[PACK_NAME_BYTES_MAX + 1] = 0;
    assert_int_equal(judged(name), PATH_LONG);
}

static void folders_have_a_depth(void **state) {
    (void)state;
    char name[2 * PACK_DEPTH_MAX + 2];
    for (size_t i = 0; i + 1 < sizeof name; i++)
        name[i] = i % 2 ? '/' : 'a';
    name[2 * PACK_DEPTH_MAX - 1] = 0;
    assert_int_equal(judged(name), PATH_FINE);
    name[2 * PACK_DEPTH_MAX - 1] = '/';
    name[2 * PACK_DEPTH_MAX + 1] = 0;
    assert_int_equal(judged(name), PATH_DEEP);
}

// The code that a pack of these files is refused with, "" when it is fine.
static const char *said_of(const PathEntry *more, int32_t count, char code[8]) {
    Region region = {0};
    Diags *diags = calloc(1, sizeof *diags);
    PathEntries entries = {calloc(PACK_ENTRIES_MAX, sizeof *entries.items), 0};
    assert_true(diags && entries.items);
    entries.items[entries.count++] = (PathEntry){.name = "pack.lua", .size = 10};
    for (int32_t i = 0; i < count; i++)
        entries.items[entries.count++] = more[i];
    path_check_entries(&entries, &region, diags);
    snprintf(code, 8, "%s", diags->errors ? diags->items[0].code : "");
    if (diags->errors) assert_true(diags->items[0].fix[0] != 0);
    region_clear(&region);
    free(entries.items);
    free(diags);
    return code;
}

static void files_have_a_size(void **state) {
    (void)state;
    static const struct {
        const char *name, *code;
        uint64_t most;
    } rows[] = {
            {"scenario.lua", "E120", PACK_LUA_FILE_BYTES_MAX},
            {"text/de.po",   "E406", PACK_TEXTS_BYTES_MAX   },
            {"README.md",    "E406", PACK_NOTE_BYTES_MAX    },
            {"assets/a.png", "E410", PACK_PICTURE_BYTES_MAX },
            {"assets/a.ogg", "E410", PACK_SOUND_BYTES_MAX   },
            {"pack.lock",    "E406", PACK_LOCK_BYTES_MAX    },
    };
    char code[8];
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        PathEntry entry = {.name = rows[i].name, .size = rows[i].most};
        if (*said_of(&entry, 1, code)) fail_msg("%s: %s", rows[i].name, code);
        entry.size++;
        assert_string_equal(said_of(&entry, 1, code), rows[i].code);
    }
}

static void all_lua_together_has_a_size(void **state) {
    (void)state;
    static const char *const names[] = {
            "a.lua", "b.lua", "c.lua", "d.lua", "e.lua", "f.lua", "g.lua", "h.lua"};
    enum { FILES = ARRAY_COUNT(names) };
    PathEntry entries[FILES];
    char code[8];
    for (size_t i = 0; i < FILES; i++)
        entries[i] = (PathEntry){.name = names[i], .size = PACK_LUA_BYTES_MAX / FILES};
    entries[0].size -= 10; // what pack.lua has
    assert_string_equal(said_of(entries, FILES, code), "");
    entries[0].size++;
    assert_string_equal(said_of(entries, FILES, code), "E121");
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(names_have_a_length),
            cmocka_unit_test(folders_have_a_depth),
            cmocka_unit_test(files_have_a_size),
            cmocka_unit_test(all_lua_together_has_a_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/scenario_snippet.h — a small sound case in memory with a few lines of an author in a file of their own. Never: a finding of its own.
#ifndef TESTS_UNIT_SCENARIO_SNIPPET_H
#define TESTS_UNIT_SCENARIO_SNIPPET_H
#include "pack/write.h"
#include "scenario/load.h"
#include <string.h>

static const char *const library[] = {"scripts"};
static const char manifest[] =
        "pack { id = \"tried\", version = \"1.0.0\", api = 1, language = \"en\", license = "
        "\"MIT\",\n"
        "  title = \"Tried\", uses = { \"core-coalition >= 1.0\" } }\n";
// Enough around a snippet that it is the only fault. The snippet stands in a.lua.
static const char frame[] =
        "scenario { opening = \"Here.\" }\n"
        "actor \"tenants\" { brief = \"Forty flats.\", tags = \"affected\" }\n"
        "actor \"club\" { brief = \"Saturdays.\" }\n"
        "memory \"promise\" { max = 1 }\n"
        "issue \"hall\" {}\n"
        "clause \"days\" { levels = { \"None\", \"Two\", \"All\" } }\n"
        "frame \"warm\" { text = \"A warm room.\" }\n"
        "arena \"meeting\" { decides = \"simple_majority\", members = { tenants = \"vote\" "
        "} }\n"
        "decider \"mayor\" {}\n"
        "happening \"storm\" { at = 2, text = \"A storm.\", gives = { civic = 1 } }\n"
        "ending \"over\" { text = \"It is over.\" }\n"
        "text \"hello\" \"Hello {who}.\"\n";

static void add_file(PackFile *file, const char *name, const char *text) {
    *file = (PackFile){
            name, {(const uint8_t *)text, strlen(text)}
    };
}

// With `check` as convene check reads it, else as a game does.
static inline bool load_snippet_as(
        const char *snippet, bool check, Scenario *out, Diags *diags) {
    PackFile files[3];
    add_file(&files[0], "a.lua", snippet);
    add_file(&files[1], "pack.lua", manifest);
    add_file(&files[2], "scenario.lua", frame);
    Pack pack = {.name = "tried", .files = files, .files_count = 3};
    Buffer zip = {0};
    Err err = {0};
    assert_true(write_zip(&pack, &zip, &err));
    LoadOptions options = {
            .library = library,
            .library_count = 1,
            .check = check,
            .tests = check,
            .zip = {(const uint8_t *)zip.data, zip.length}
    };
    bool good = scenario_load("tried.zip", &options, out, diags);
    buffer_free(&zip);
    return good;
}

static inline bool load_snippet(const char *snippet, Scenario *out, Diags *diags) {
    return load_snippet_as(snippet, false, out, diags);
}

#endif // TESTS_UNIT_SCENARIO_SNIPPET_H

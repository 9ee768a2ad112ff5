// tests/unit/script_twins.h — one file read both ways, by Lua and around it: what was declared must be the same. Never: a field's meaning.
#ifndef TESTS_SCRIPT_TWINS_H
#define TESTS_SCRIPT_TWINS_H
#include "script/machine.h"
#include "script/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline bool twins_same_text(const char *one, const char *other) {
    return (!one || !other) ? one == other : strcmp(one, other) == 0;
}

// Depth is capped by DECLARE_DEPTH_MAX, twice: a change begins anew.
static inline bool twins_same_node(const Node *one, const Node *other) {
    if (one->kind != other->kind || one->integer != other->integer
            || one->text_length != other->text_length
            || one->items_count != other->items_count
            || one->fields_count != other->fields_count
            || !twins_same_text(one->text, other->text))
        return false;
    for (int32_t i = 0; i < one->items_count; i++) {
        if (!twins_same_node(&one->items[i], &other->items[i])) return false;
    }
    for (int32_t i = 0; i < one->fields_count; i++) {
        if (strcmp(one->fields[i].key, other->fields[i].key) != 0
                || !twins_same_node(&one->fields[i].value, &other->fields[i].value))
            return false;
    }
    return true;
}

static inline bool twins_same_decl(const Decl *one, const Decl *other) {
    return one->word == other->word && strcmp(one->id, other->id) == 0
           && strcmp(one->file, other->file) == 0 && one->line == other->line
           && one->column == other->column && one->order == other->order
           && one->token == other->token && twins_same_node(&one->body, &other->body);
}

static inline bool twins_same_findings(const Diags *one, const Diags *other) {
    if (one->count != other->count) return false;
    for (int32_t i = 0; i < one->count; i++) {
        const Diag *a = &one->items[i], *b = &other->items[i];
        if (strcmp(a->code, b->code) != 0 || strcmp(a->message, b->message) != 0
                || a->line != b->line || a->column != b->column)
            return false;
    }
    return true;
}

// Reads a file with two machines. NULL when they agree, else what differs. awake: Lua was needed.
static inline const char *twins_differ(
        const ScriptWord *words, int32_t words_count, Bytes source, bool *awake) {
    MachineSetup setup = {words, words_count, false};
    Machine *machines[2] = {machine_create(&setup), machine_create(&setup)};
    machine_read_with_lua(machines[1]);
    Diags *diags = calloc(2, sizeof *diags);
    bool good[2];
    for (int32_t i = 0; i < 2; i++)
        good[i] = machine_run_file(machines[i], "a.lua", source, &diags[i]);
    const DeclList *one = machine_decls(machines[0]), *other = machine_decls(machines[1]);
    const char *what = NULL;
    if (good[0] != good[1]) what = "one was refused";
    if (!twins_same_findings(&diags[0], &diags[1])) what = "findings";
    if (one->count != other->count || one->incomplete != other->incomplete) what = "count";
    for (int32_t i = 0; !what && i < one->count; i++) {
        if (!twins_same_decl(&one->items[i], &other->items[i])) what = other->items[i].word;
    }
    *awake = machines[0]->lua != NULL;
    for (int32_t i = 0; i < 2; i++)
        machine_destroy(machines[i]);
    free(diags);
    return what;
}

#endif // TESTS_SCRIPT_TWINS_H

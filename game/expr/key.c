// expr/key.c — the key of a change (`base`, `trust.union.me`, `what`) as a track with selectors of row and column. Never: reads a value.
#include "expr/resolve.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Sel sel_of(Owner owner, int32_t slot) {
    Sel sel = {.how = owner.how, .kind = (uint8_t)slot, .index = (uint8_t)owner.index};
    bool named_coalition = owner.how == SEL_ONE && owner.kind == KIND_COALITION;
    if (slot == SLOT_NONE || owner.how == SEL_NONE) return (Sel){0};
    bool other_kind = owner.kind != KIND_NONE && owner.kind != slot && !named_coalition;
    if (owner.how == SEL_TARGET || owner.how == SEL_EACH)
        other_kind = slot == KIND_COALITION && (owner.kinds & 1 << KIND_ACTOR);
    if (other_kind) sel.spare = slot == KIND_COALITION ? KIND_ACTOR : owner.kind;
    return sel;
}

// Numbers an author may read but no change can move.
static bool fail_fixed(Compiler *c, const Path *path) {
    const Step *step = &path->step[path->count - 1];
    Diag *diag = compiler_fail(c, "E223", step->at,
            "\"%s\" cannot be changed: it counts or follows from other numbers.",
            step->word);
    diag_fix(diag, "change a number of the game or a memory of your own");
    return false;
}

static bool is_fixed(Compiler *c, Path *path) {
    bool quiet = c->quiet;
    c->quiet = true;
    bool known = resolve_path(c, path, WANT_VALUE) && path->ref.what != REF_TRACK
                 && path->ref.what != REF_THING;
    c->quiet = quiet;
    c->failed = false;
    return known;
}

static bool fill_path(
        Path *path, char *text, size_t size, const char *const *steps, int32_t count) {
    size_t at = 0;
    text[0] = 0;
    for (int32_t i = 0; i < count; i++) {
        Step *step = &path->step[i];
        step->at = (int32_t)at;
        int32_t length = snprintf(step->word, sizeof step->word, "%s", steps[i]);
        if (length < 0) return false;
        int32_t written =
                snprintf(text + at, size - at, "%s%s", i == 0 ? "" : ".", steps[i]);
        at = (size_t)core_min((int32_t)at + core_max(0, written), (int32_t)size - 1);
    }
    path->count = count;
    return true;
}

static bool is_key(Compiler *c, Path *path) {
    bool quiet = c->quiet;
    c->quiet = true;
    bool known = resolve_path(c, path, WANT_KEY) && path->ref.what == REF_TRACK;
    c->quiet = quiet;
    c->failed = false;
    return known;
}

static bool name_number(Compiler *c, Path *path, ExprNumber *out) {
    Path trial = *path;
    if (!is_key(c, &trial) && is_fixed(c, &trial)) return fail_fixed(c, path);
    if (!resolve_path(c, path, WANT_KEY)) return false;
    const Ref *ref = &path->ref;
    if (ref->what != REF_TRACK) return fail_fixed(c, path);
    *out = (ExprNumber){ref->id, sel_of(ref->owner[0], ref->slot[0]),
            sel_of(ref->owner[1], ref->slot[1])};
    return true;
}

bool expr_number_named(const Def *def, const char *const *steps, int32_t steps_count,
        const ExprPlace *place, Diags *diags, ExprNumber *out) {
    char text[160] = "";
    Compiler *c = compiler_make(def, place, diags, text);
    Path path = {0};
    bool good = steps_count >= 1 && steps_count <= EXPR_STEPS_MAX
                && fill_path(&path, text, sizeof text, steps, steps_count);
    if (good)
        good = name_number(c, &path, out);
    else
        compiler_fail(
                c, "E222", 0, "A number is named with one to %d words.", EXPR_STEPS_MAX);
    free(c);
    return good;
}

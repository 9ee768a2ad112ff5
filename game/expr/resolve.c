// expr/resolve.c — finds what a path of names means: which number, whose, and what a missing step stands for. Never: emits code.
#include "expr/step.h"
#include "model/knob.h"
#include <stdio.h>
#include <string.h>

enum { CANDIDATES_MAX = 4, BIT_ACTOR = 1 << KIND_ACTOR };

typedef struct Candidates {
    Ref ref[CANDIDATES_MAX];
    int32_t count;
} Candidates;

// Numbers a word can be the name of.

static void add_track(Candidates *list, const Def *def, int32_t track, Owner column) {
    if (list->count == CANDIDATES_MAX) return;
    const Track *t = &def->tracks[track];
    list->ref[list->count++] = (Ref){
            .what = REF_TRACK,
            .type = TYPE_NUMBER,
            .id = (uint16_t)track,
            .slot = {t->row, t->column},
            .owner = {{0},    column   }
    };
}

static const struct {
    const char *word;
    uint8_t first, second, gives, thing;
} facts[FACT_COUNT] = {
#define WORD(id, word, first, second, gives, thing)                                        \
    {word, first, second, TYPE_##gives, KIND_##thing},
#include "expr/words.def"
#undef WORD
};

static void add_facts(Candidates *list, const char *word) {
    for (int32_t i = 0; i < FACT_COUNT && list->count < CANDIDATES_MAX; i++) {
        if (!core_same(facts[i].word, word)) continue;
        list->ref[list->count++] = (Ref){
                .what = REF_FACT,
                .type = facts[i].gives,
                .thing = facts[i].thing,
                .things = (uint16_t)(facts[i].thing ? 1 << facts[i].thing : 0),
                .id = (uint16_t)i,
                .slot = {facts[i].first, facts[i].second}
        };
    }
}

static void add_column(Candidates *list, const Def *def, Owner column) {
    if (column.kinds & 1 << KIND_RESOURCE) add_track(list, def, TRACK_RESOURCE, column);
    if (column.kinds & 1 << KIND_AUDIENCE) add_track(list, def, TRACK_LEGITIMACY, column);
}

static void find_candidates(
        const Compiler *c, const Path *path, int32_t head, Want want, Candidates *list) {
    const char *word = path->step[head].word;
    Owner owner;
    list->count = 0;
    int32_t track = def_find_track(c->def, word);
    if (want != WANT_KEY) add_facts(list, word);
    if (track >= 0) add_track(list, c->def, track, (Owner){0});
    if (step_owner(c, word, &owner) != FOUND) return;
    bool named = owner.how == SEL_ONE, alone = path->count == 1;
    if (named || want == WANT_KEY || !alone) add_column(list, c->def, owner);
}

// Owners written in the path.

static bool fits(int32_t slot, Owner owner) {
    if (slot >= (int32_t)KIND_COUNT || slot == SLOT_NONE) return false;
    uint16_t takes = (uint16_t)(1 << slot);
    if (slot == KIND_COALITION) takes |= BIT_ACTOR;
    return (owner.kinds & takes) != 0;
}

// Is this word a thing (or tag, move …) of the kind that was looked for?
static bool is_of_slot(const Compiler *c, int32_t slot, const char *word) {
    if (slot >= (int32_t)KIND_COUNT) return step_find_in_slot(c->def, slot, word) >= 0;
    return slot != SLOT_NONE && def_find(c->def, (Kind)slot, word).index != NONE;
}

static bool fail_unknown(Compiler *c, const Step *step, int32_t kind) {
    Diag *diag = compiler_fail(c, "E201", step->at, "There is no \"%s\".", step->word);
    diag->length = (int32_t)strlen(step->word);
    if (c->quiet) return false;
    const char *wanted = kind == SLOT_NONE ? "a number" : resolve_a_kind(kind);
    const char *near = near_word(c, kind, step->word);
    const char *what = near ? near_what_is(c, near) : NULL;
    diag_near(diag, near);
    if (near && is_of_slot(c, kind, near)) return false;
    if (what)
        diag_expected(diag, "%s; %s is %s", wanted, near, what);
    else if (kind != SLOT_NONE)
        diag_expected(diag, "the id of %s", wanted);
    return false;
}

static bool fail_not_here(Compiler *c, const Step *step) {
    static const struct {
        const char *word, *fix;
    } fixes[] = {
            {"me",     "name the actor that is meant, or add each = \"actors\" to the rule"},
            {"my",     "name the actor that is meant, or add each = \"actors\" to the rule"},
            {"target",
             "add target = \"decider\" or the like, or name the one that is meant"         },
            {"side",   "add sides = true to the move"                                      },
            {"bid",    "add bid = { 1, 2 } to the point of power"                          },
    };
    Diag *diag =
            compiler_fail(c, "E237", step->at, "There is no %s at this place.", step->word);
    diag_fix(diag,
            "yes, no, abstain, present and total are counts of a decision_rule's passes");
    for (size_t i = 0; i < ARRAY_COUNT(fixes); i++) {
        if (core_same(fixes[i].word, step->word)) diag_fix(diag, "%s", fixes[i].fix);
    }
    return false;
}

// The step is a thing, but the number asks for others: of another kind, or for fewer.
static bool fail_misfit(
        Compiler *c, const Step *step, const Step *head, const Ref *ref, Owner owner) {
    const char *what = owner.how == SEL_TARGET ? "what the move points at"
                                               : resolve_a_kind(owner.kind);
    const char *first = resolve_a_kind(ref->slot[0]),
               *second = resolve_a_kind(ref->slot[1]);
    bool taken = fits(ref->slot[0], owner) || fits(ref->slot[1], owner);
    if (ref->slot[0] == SLOT_NONE) {
        compiler_fail(c, "E202", step->at,
                "%s is one number of the whole game, it has no owner.", head->word);
        return false;
    }
    Diag *diag =
            taken ? compiler_fail(c, "E202", step->at,
                    "\"%s\" is one owner too many for %s.", step->word, head->word)
                  : compiler_fail(c, "E202", step->at, "\"%s\" is %s; %s belongs to %s.",
                          step->word, what, head->word, first);
    if (ref->slot[1] != SLOT_NONE)
        diag_expected(diag, "%s and %s", first, second);
    else
        diag_expected(diag, "%s", first);
    return false;
}

static bool put_owner(Compiler *c, const Step *step, const Step *head, Ref *ref) {
    Owner owner = {0};
    Found found = step_owner(c, step->word, &owner);
    if (found == FOUND_NOTHING) return fail_unknown(c, step, ref->slot[0]);
    if (found == FOUND_NOT_HERE) return fail_not_here(c, step);
    for (int32_t k = 0; k < 2; k++) {
        if (ref->owner[k].how != SEL_NONE || !fits(ref->slot[k], owner)) continue;
        ref->owner[k] = owner;
        return true;
    }
    return fail_misfit(c, step, head, ref, owner);
}

static bool put_name(Compiler *c, const Step *step, Ref *ref, int32_t slot) {
    int32_t index = step_find_in_slot(c->def, ref->slot[slot], step->word);
    if (index < 0) return fail_unknown(c, step, ref->slot[slot]);
    ref->owner[slot] = (Owner){.how = SEL_ONE, .index = (uint16_t)index};
    return true;
}

static int32_t name_slot(const Ref *ref) {
    if (ref->slot[0] >= KIND_COUNT) return 0;
    return ref->slot[1] >= KIND_COUNT ? 1 : -1;
}

static bool put_owners(Compiler *c, const Path *path, int32_t head, Ref *ref) {
    int32_t last = path->count - 1 == head ? head - 1 : path->count - 1;
    int32_t slot = name_slot(ref);
    if (slot >= 0 && last < 0) {
        diag_expected(compiler_fail(c, "E222", path->step[head].at,
                              "Which one does \"%s\" ask for?", path->step[head].word),
                "%s after the dot", resolve_a_kind(ref->slot[slot]));
        return false;
    }
    for (int32_t i = 0; i < path->count; i++) {
        if (i == head) continue;
        bool named = slot >= 0 && i == last;
        if (named ? !put_name(c, &path->step[i], ref, slot)
                  : !put_owner(c, &path->step[i], &path->step[head], ref))
            return false;
    }
    return true;
}

// Missing steps.

static Owner asked_owner(const Compiler *c, uint16_t kinds, bool *several) {
    Owner owner = {0};
    for (int32_t i = 0; i < c->place->asks_count; i++) {
        const Ask *ask = &c->place->asks[i];
        if (ask->kind != ASK_THING
                || !(step_plain_kinds((uint16_t)(1 << ask->thing)) & kinds))
            continue;
        *several = owner.how != SEL_NONE;
        if (owner.how == SEL_NONE) owner = step_owner_of(SEL_ASKED, ask->thing, i);
    }
    return owner;
}

// What the move points at or asks for, if it is of these kinds.
static Owner pointed_at(const Compiler *c, uint16_t kinds) {
    bool several = false;
    Owner owner = resolve_target(c->place);
    if (owner.kinds & kinds) return owner;
    owner = asked_owner(c, kinds, &several);
    return several ? (Owner){0} : owner;
}

static bool is_me(const Compiler *c, Owner owner) {
    Owner me = resolve_me(c->place);
    return owner.how != SEL_NONE && me.how == owner.how && owner.how != SEL_SET
           && owner.kind == KIND_ACTOR;
}

static Owner missing_actor(const Compiler *c, const Ref *ref, int32_t slot) {
    Owner me = resolve_me(c->place), other = ref->owner[1 - slot];
    bool taken = ref->slot[1 - slot] == KIND_ACTOR && is_me(c, other);
    if (me.how != SEL_NONE && !taken) return me;
    Owner owner = pointed_at(c, BIT_ACTOR);
    if (is_me(c, owner)) owner = (Owner){0};
    if (owner.how == SEL_NONE && c->place->has_with)
        owner = step_owner_of(SEL_WITH, KIND_ACTOR, 0);
    return owner;
}

static Owner missing_owner(const Compiler *c, const Ref *ref, int32_t slot) {
    int32_t kind = ref->slot[slot];
    Owner owner;
    if (kind == KIND_ACTOR) return missing_actor(c, ref, slot);
    if (kind == KIND_ISSUE) {
        owner = pointed_at(c, 1 << KIND_ISSUE | 1 << KIND_CLAUSE | 1 << KIND_FRAME);
        return owner.how == SEL_NONE ? step_owner_of(SEL_ONE, KIND_ISSUE, 0) : owner;
    }
    owner = pointed_at(c, (uint16_t)(1 << kind));
    return owner.how == SEL_NONE && kind == KIND_COALITION ? resolve_me(c->place) : owner;
}

// The path with the missing step put in: after the number's word, or at the end.
static void complete(const Path *path, int32_t head, int32_t slot, const char *id,
        char *out, size_t size) {
    int32_t at = slot == 0 ? head + 1 : path->count;
    size_t length = 0;
    out[0] = 0;
    for (int32_t i = 0; i <= path->count && length < size; i++) {
        const char *dot = length == 0 ? "" : ".";
        if (i == at)
            length += (size_t)core_max(
                    0, snprintf(out + length, size - length, "%s%s", dot, id));
        if (i == path->count || length >= size) break;
        dot = length == 0 ? "" : ".";
        length += (size_t)core_max(
                0, snprintf(out + length, size - length, "%s%s", dot, path->step[i].word));
    }
}

static bool fail_whose(
        Compiler *c, const Path *path, int32_t head, const Ref *ref, int32_t slot) {
    Kind kind = (Kind)ref->slot[slot];
    char text[160];
    Diag *diag = compiler_fail(c, "E222", path->step[head].at,
            "%s \"%s\"? This place does not say which %s.",
            kind == KIND_ACTOR ? "Whose" : "Which", path->step[head].word, kind_word(kind));
    const char *id =
            def_count(c->def, kind) > 0 ? def_id(c->def, (Thing){(uint8_t)kind, 0}) : "";
    if (c->quiet || id[0] == 0) return false;
    if (path->count == 1 && kind == KIND_ACTOR) {
        diag_fix(diag, "write %s.%s, or add each = \"actors\" to a rule", id,
                path->step[0].word);
        return false;
    }
    complete(path, head, slot, id, text, sizeof text);
    diag_fix(diag, "write %s or the like", text);
    return false;
}

static bool fill_missing(Compiler *c, const Path *path, int32_t head, Ref *ref) {
    for (int32_t slot = 0; slot < 2; slot++) {
        int32_t kind = ref->slot[slot];
        if (kind == SLOT_NONE || ref->owner[slot].how != SEL_NONE) continue;
        ref->owner[slot] = missing_owner(c, ref, slot);
        bool optional = ref->what == REF_FACT && ref->id == FACT_DURABILITY;
        if (ref->owner[slot].how == SEL_NONE && !optional)
            return fail_whose(c, path, head, ref, slot);
    }
    return true;
}

// "Changing legitimacy changes all audiences."
static void widen_key(Ref *ref) {
    if (ref->id == TRACK_LEGITIMACY && ref->owner[1].how == SEL_NONE)
        ref->owner[1] = step_owner_of(SEL_SET, KIND_AUDIENCE, SET_ALL);
}

static bool try_candidate(
        Compiler *c, const Path *path, int32_t head, Want want, Ref *ref) {
    if (!put_owners(c, path, head, ref)) return false;
    if (want == WANT_KEY) widen_key(ref);
    return fill_missing(c, path, head, ref);
}

// The first reading that fits, without a finding if none does.
static bool try_all(
        Compiler *c, Path *path, int32_t head, Want want, const Candidates *list) {
    bool quiet = c->quiet, fits_here = false;
    for (int32_t i = 0; i < list->count && !fits_here; i++) {
        c->quiet = true;
        path->ref = list->ref[i];
        fits_here = try_candidate(c, path, head, want, &path->ref);
        c->failed = false;
        c->quiet = quiet;
    }
    return fits_here;
}

// Names that stand alone.

static bool votes_name(const Compiler *c, const char *word, Ref *ref) {
    static const char *const words[] = {
            "yes", "no", "abstain", "present", "total", "quota"};
    for (uint16_t i = 0; i < ARRAY_COUNT(words); i++) {
        if (!core_same(words[i], word)) continue;
        if (!c->place->has_votes) return false;
        *ref = (Ref){.what = REF_VOTES, .id = i};
        return true;
    }
    return false;
}

static bool local_name(const Compiler *c, const char *word, Ref *ref) {
    int32_t let = step_find_let(c, word), ask = step_find_ask(c, word),
            setting = knob_find(c->def, word);
    bool asked_value = ask >= 0 && c->place->asks[ask].kind != ASK_THING;
    if (let >= 0) {
        ExprId expr = c->def->lets[c->place->lets_first + let].expr;
        uint8_t type = c->def->exprs[expr].answers ? TYPE_ANSWER : TYPE_NUMBER;
        *ref = (Ref){.what = REF_LET, .type = type, .id = (uint16_t)let};
        return true;
    }
    if (asked_value)
        *ref = (Ref){.what = REF_ASKED, .id = (uint16_t)ask};
    else if (votes_name(c, word, ref))
        return true;
    else if (core_same(word, "round"))
        *ref = (Ref){.what = REF_ROUND};
    else if (core_same(word, "rounds"))
        *ref = (Ref){.what = REF_ROUNDS};
    else if (core_same(word, "side") && c->place->has_side)
        *ref = (Ref){.what = REF_SIDE};
    else if (core_same(word, "bid") && c->place->has_bid)
        *ref = (Ref){.what = REF_BID};
    else if (setting >= 0)
        *ref = (Ref){.what = REF_SETTING, .id = (uint16_t)setting};
    else
        return false;
    return true;
}

static bool place_word(const char *word) {
    static const char *const words[] = {"me", "my", "target", "side", "bid", "yes", "no",
            "abstain", "present", "total"};
    for (size_t i = 0; i < ARRAY_COUNT(words); i++) {
        if (core_same(words[i], word)) return true;
    }
    return false;
}

static bool fail_no_number(Compiler *c, const Path *path) {
    const Step *first = &path->step[0];
    Owner owner = {0};
    Found found = step_owner(c, first->word, &owner);
    if (found == FOUND_NOT_HERE || (found == FOUND_NOTHING && place_word(first->word)))
        return fail_not_here(c, first);
    if (parse_is_function(first->word)) {
        compiler_fail(c, "E235", first->at, "%s is a function: it needs brackets, %s(…).",
                first->word, first->word);
        return false;
    }
    if (found == FOUND_NOTHING) return fail_unknown(c, first, SLOT_NONE);
    if (path->count > 1) return fail_unknown(c, &path->step[1], SLOT_NONE);
    bool set = owner.how == SEL_SET || owner.how == SEL_TAG;
    Diag *diag = compiler_fail(c, set ? "E239" : "E202", first->at,
            "\"%s\" is %s, not a number.", first->word,
            set                       ? "a whole set"
            : owner.how == SEL_TARGET ? "what the move points at"
                                      : resolve_a_kind(owner.kind));
    if (owner.kinds & 1 << KIND_CLAUSE)
        diag_fix(diag, "write draft.%s or law.%s", first->word, first->word);
    else if (owner.kinds & 1 << KIND_DECIDER)
        diag_fix(diag, "write stance.%s or heat.%s", first->word, first->word);
    else if (owner.kinds & 1 << KIND_ISSUE)
        diag_fix(diag, "write public.%s", first->word);
    else if (owner.kinds & 1 << KIND_ARENA)
        diag_fix(diag, "write passed.%s for yes or no", first->word);
    else if (owner.kinds & 1 << KIND_ACTOR)
        diag_fix(diag, "write %s.base, %s.money or another number of it", first->word,
                first->word);
    else
        diag_fix(diag, "say which number of it is meant");
    return false;
}

// The number's word comes first (`trust.union`) or after its owner (`union.trust`). If no reading
// fits, the first one says what is wrong.
static bool resolve_number(Compiler *c, Path *path, Want want) {
    Candidates lists[2] = {{.count = 0}, {.count = 0}};
    bool function_word = parse_is_function(path->step[0].word);
    if (path->count == 1 && want == WANT_VALUE
            && local_name(c, path->step[0].word, &path->ref))
        return true;
    for (int32_t head = 0; head < 2 && head < path->count && !function_word; head++) {
        find_candidates(c, path, head, want, &lists[head]);
        if (try_all(c, path, head, want, &lists[head])) return true;
    }
    int32_t head = lists[0].count > 0 ? 0 : 1;
    if (lists[head].count == 0) return fail_no_number(c, path);
    path->ref = lists[head].ref[0];
    return try_candidate(c, path, head, want, &path->ref);
}

// Things.

static bool resolve_thing(Compiler *c, Path *path) {
    Owner owner = {0};
    if (path->count == 1) {
        Found found = step_owner(c, path->step[0].word, &owner);
        if (found == FOUND_NOT_HERE) return fail_not_here(c, &path->step[0]);
        path->ref = (Ref){.what = REF_THING,
                .type = TYPE_THING,
                .things = owner.kinds,
                .owner = {owner}};
        if (found == FOUND) return true;
    }
    if (!resolve_number(c, path, WANT_VALUE)) return false;
    if (path->ref.type == TYPE_THING) return true;
    compiler_fail(c, "E231", path->step[0].at, "\"%s\" is a number, not one thing.",
            path->step[0].word);
    return false;
}

bool resolve_is_both(const Compiler *c, const Path *path) {
    if (path->count != 1) return false;
    Owner owner;
    if (step_owner(c, path->step[0].word, &owner) != FOUND || owner.how != SEL_ONE)
        return false;
    return owner.kind == KIND_RESOURCE || owner.kind == KIND_AUDIENCE;
}

// Sets: one for each question; in a rule over a set its word means the member.

static bool same_set(Owner a, Owner b) {
    return a.how == b.how && a.kind == b.kind && a.index == b.index;
}

static bool is_set(Owner owner) { return owner.how == SEL_SET || owner.how == SEL_TAG; }

static bool settle_set(Compiler *c, const Path *path, Owner *owner) {
    if (!is_set(*owner)) return true;
    if (!c->in_question) {
        if (c->place->each_kind == owner->kind) {
            *owner = step_owner_of(SEL_EACH, owner->kind, 0);
            return true;
        }
        Diag *diag = compiler_fail(
                c, "E239", path->step[0].at, "This asks a whole set without saying how.");
        diag_fix(diag, "write any(…), all(…), count(…), sum(…), highest(…) or lowest(…) "
                       "around it");
        return false;
    }
    if (c->set.how == SEL_NONE) c->set = *owner;
    if (same_set(c->set, *owner)) return true;
    Diag *diag = compiler_fail(c, "E238", path->step[0].at,
            "A question looks at one set; here is a second one.");
    diag_fix(diag, "name a thing instead of the second set, or use a let");
    return false;
}

static bool settle_sets(Compiler *c, Path *path) {
    bool needs_me = false;
    for (int32_t i = 0; i < 2; i++) {
        Owner *owner = &path->ref.owner[i];
        bool mine = owner->how == SEL_SET && owner->kind == KIND_ACTOR
                    && owner->index != SET_ALL;
        needs_me |= mine;
        if (path->ref.what != REF_TRACK && path->ref.what != REF_FACT
                && path->ref.what != REF_THING)
            continue;
        if (!settle_set(c, path, owner)) return false;
    }
    if (needs_me && resolve_me(c->place).how == SEL_NONE) {
        compiler_fail(c, "E237", path->step[0].at,
                "Others and members are those of an actor; this place is about nobody in "
                "particular.");
        return false;
    }
    return true;
}

bool resolve_path(Compiler *c, Path *path, Want want) {
    path->ref = (Ref){0};
    bool done = want == WANT_THING ? resolve_thing(c, path) : resolve_number(c, path, want);
    if (!done) return false;
    return want == WANT_KEY || c->quiet || settle_sets(c, path);
}

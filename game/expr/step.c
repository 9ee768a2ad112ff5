// expr/step.c — what one step of a path is: an asked name, me, the target, a thing of the pack, a set. Never: which number the path means (resolve.c).
#include "expr/step.h"
#include <string.h>

const char *resolve_a_kind(int32_t kind) {
    static const char *const words[] = {[KIND_NONE] = "nothing",
            [KIND_ACTOR] = "an actor",
            [KIND_RESOURCE] = "a resource",
            [KIND_AUDIENCE] = "an audience",
            [KIND_DECIDER] = "a decider",
            [KIND_ARENA] = "an arena",
            [KIND_ISSUE] = "an issue",
            [KIND_CLAUSE] = "a clause",
            [KIND_FRAME] = "a frame",
            [KIND_COALITION] = "a coalition",
            [KIND_POSITION] = "a position",
            [KIND_LINE] = "a line",
            [KIND_ITEM] = "an item",
            [KIND_READING] = "a reading",
            [KIND_CLAIM] = "a claim",
            [KIND_OFFER] = "an offer",
            [SLOT_TAG] = "a tag",
            [SLOT_MOVE] = "a move",
            [SLOT_HAPPENING] = "a happening",
            [SLOT_WINDOW] = "a window",
            [SLOT_TEXT] = "a text"};
    return kind >= 0 && kind < (int32_t)ARRAY_COUNT(words) ? words[kind] : "";
}

uint16_t step_plain_kinds(uint16_t kinds) {
    if (kinds & 1 << KIND_READING) kinds |= 1 << KIND_FRAME;
    if (kinds & (1 << KIND_ITEM | 1 << KIND_CLAIM)) kinds |= 1 << KIND_CLAUSE;
    return kinds;
}

Owner step_owner_of(SelHow how, int32_t kind, int32_t index) {
    return (Owner){(uint8_t)how, (uint8_t)kind, (uint16_t)index, (uint16_t)(1 << kind)};
}

Owner resolve_me(const ExprPlace *place) {
    if (place->has_me) return step_owner_of(SEL_ME, KIND_ACTOR, 0);
    if (place->each_kind == KIND_ACTOR) return step_owner_of(SEL_EACH, KIND_ACTOR, 0);
    return (Owner){0};
}

Owner resolve_target(const ExprPlace *place) {
    Owner owner = {.how = SEL_TARGET, .kinds = step_plain_kinds(place->target_kinds)};
    if (place->target_kinds != 0) return owner;
    if (place->each_kind != KIND_NONE) return step_owner_of(SEL_EACH, place->each_kind, 0);
    return (Owner){0};
}

int32_t step_find_ask(const Compiler *c, const char *word) {
    for (int32_t i = 0; i < c->place->asks_count; i++) {
        if (core_same(def_text(c->def, c->place->asks[i].id), word)) return i;
    }
    return -1;
}

int32_t step_find_let(const Compiler *c, const char *word) {
    for (int32_t i = 0; i < c->place->lets_count; i++) {
        if (core_same(def_text(c->def, c->def->lets[c->place->lets_first + i].id), word))
            return i;
    }
    return -1;
}

static int32_t find_tag(const Def *def, const char *word) {
    for (int32_t i = 0; i < def->tags_count; i++) {
        if (core_same(def_text(def, def->tags[i]), word)) return i;
    }
    return -1;
}

static int32_t find_window(const Def *def, const char *word) {
    for (int32_t i = 0; i < def->windows_count; i++) {
        if (core_same(def_text(def, def->windows[i].names.id), word)) return i;
    }
    return -1;
}

// A line declared with `text "id"` has the path "text.id"; a whole path is taken too.
static int32_t find_text(const Def *def, const char *word) {
    for (int32_t i = 1; i < def->texts_count; i++) {
        const char *path = def_text(def, def->texts[i].path);
        if (strncmp(path, "text.", 5) == 0) path += 5;
        if (core_same(path, word)) return i;
    }
    return -1;
}

int32_t step_find_in_slot(const Def *def, int32_t slot, const char *word) {
    if (slot == SLOT_TAG) return find_tag(def, word);
    if (slot == SLOT_MOVE) return def_find_move(def, word);
    if (slot == SLOT_HAPPENING) return def_find_happening(def, word);
    return slot == SLOT_WINDOW ? find_window(def, word) : find_text(def, word);
}

static Owner set_owner(const Compiler *c, const char *word) {
    if (core_same(word, "others")) return step_owner_of(SEL_SET, KIND_ACTOR, SET_OTHERS);
    if (core_same(word, "members")) return step_owner_of(SEL_SET, KIND_ACTOR, SET_MEMBERS);
    if (core_same(word, "everyone") || core_same(word, "anyone"))
        return step_owner_of(SEL_SET, KIND_ACTOR, SET_ALL);
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        if (core_same(word, kind_set_word((Kind)kind)))
            return step_owner_of(SEL_SET, kind, SET_ALL);
    }
    int32_t tag = find_tag(c->def, word);
    return tag >= 0 ? step_owner_of(SEL_TAG, KIND_ACTOR, tag) : (Owner){0};
}

static Owner thing_owner(const Def *def, const char *word) {
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        Thing thing = def_find(def, (Kind)kind, word);
        if (thing.index != NONE) return step_owner_of(SEL_ONE, kind, thing.index);
    }
    return (Owner){0};
}

Found step_owner(const Compiler *c, const char *word, Owner *owner) {
    int32_t ask = step_find_ask(c, word);
    bool mine = core_same(word, "me") || core_same(word, "my"),
         target = core_same(word, "target");
    if (ask >= 0 && c->place->asks[ask].kind == ASK_THING)
        *owner = step_owner_of(SEL_ASKED, c->place->asks[ask].thing, ask);
    else if (mine)
        *owner = resolve_me(c->place);
    else if (target)
        *owner = resolve_target(c->place);
    else if (core_same(word, "owner") && (c->place->target_kinds & 1 << KIND_DECIDER))
        *owner = step_owner_of(SEL_OWNER, KIND_ACTOR, 0);
    else if (strcmp(word, "here") == 0)
        *owner = step_owner_of(SEL_HERE, KIND_ARENA, 0);
    else if (strcmp(word, "richest") == 0)
        *owner = step_owner_of(SEL_RICHEST, KIND_ACTOR, 0);
    else
        *owner = thing_owner(c->def, word);
    if (owner->how == SEL_NONE && (mine || target)) return FOUND_NOT_HERE;
    if (owner->how == SEL_NONE) *owner = set_owner(c, word);
    return owner->how == SEL_NONE ? FOUND_NOTHING : FOUND;
}

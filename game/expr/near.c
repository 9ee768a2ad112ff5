// expr/near.c — the nearest word an author may have meant, and what kind of word it is. Never: decides what a name means.
#include "expr/resolve.h"
#include <string.h>

enum { WORDS_MOST = 768 };

typedef struct WordList {
    const char *items[WORDS_MOST];
    int32_t count;
} WordList;

static void add(WordList *list, const char *word) {
    if (list->count < WORDS_MOST && word[0] != 0) list->items[list->count++] = word;
}

static void add_things(WordList *list, const Def *def, int32_t kind) {
    for (int32_t i = 0; i < def_count(def, (Kind)kind); i++) {
        add(list, def_id(def, (Thing){(uint8_t)kind, (uint8_t)i}));
    }
}

static void add_slot(WordList *list, const Def *def, int32_t slot) {
    if (slot == SLOT_TAG) {
        for (int32_t i = 0; i < def->tags_count; i++)
            add(list, def_text(def, def->tags[i]));
    } else if (slot == SLOT_MOVE) {
        for (int32_t i = 0; i < def->moves_count; i++)
            add(list, def_text(def, def->moves[i].id));
    } else if (slot == SLOT_HAPPENING) {
        for (int32_t i = 0; i < def->happenings_count; i++)
            add(list, def_text(def, def->happenings[i].names.id));
    } else if (slot == SLOT_WINDOW) {
        for (int32_t i = 0; i < def->windows_count; i++)
            add(list, def_text(def, def->windows[i].names.id));
    } else if (slot > KIND_NONE && slot < (int32_t)KIND_COUNT) {
        add_things(list, def, slot);
    }
}

static void add_numbers(WordList *list, const Compiler *c) {
    const Def *def = c->def;
    const ExprPlace *place = c->place;
    for (int32_t i = 0; i < def->tracks_count; i++)
        add(list, def_text(def, def->tracks[i].id));
    add_things(list, def, KIND_RESOURCE);
    add_things(list, def, KIND_AUDIENCE);
    for (int32_t i = 0; i < def->settings_count; i++)
        add(list, def_text(def, def->settings[i].id));
    for (int32_t i = 0; i < place->asks_count; i++)
        add(list, def_text(def, place->asks[i].id));
    for (int32_t i = 0; i < place->lets_count; i++)
        add(list, def_text(def, def->lets[place->lets_first + i].id));
}

const char *near_word(const Compiler *c, int32_t kind, const char *word) {
    WordList list = {.count = 0};
    add_slot(&list, c->def, kind);
    const char *near = diag_nearest(word, list.items, (size_t)list.count);
    if (near != NULL || kind >= (int32_t)KIND_COUNT) return near;
    list.count = 0;
    add_numbers(&list, c);
    near = diag_nearest(word, list.items, (size_t)list.count);
    if (near != NULL) return near;
    list.count = 0;
    for (int32_t other = 1; other <= KIND_COALITION; other++)
        add_things(&list, c->def, other);
    add_slot(&list, c->def, SLOT_TAG);
    const char *const *reserved;
    int32_t reserved_count = expr_reserved_words(&reserved);
    for (int32_t i = 0; i < reserved_count; i++)
        add(&list, reserved[i]);
    return diag_nearest(word, list.items, (size_t)list.count);
}

static const char *owners_number(int32_t kind) {
    static const char *const words[] = {[KIND_NONE] = "a number of the whole game",
            [KIND_ACTOR] = "an actor's number",
            [KIND_RESOURCE] = "a resource's number",
            [KIND_AUDIENCE] = "an audience's number",
            [KIND_DECIDER] = "a decider's number",
            [KIND_ARENA] = "an arena's number",
            [KIND_ISSUE] = "an issue's number",
            [KIND_CLAUSE] = "a clause's number",
            [KIND_FRAME] = "a frame's number",
            [KIND_COALITION] = "a coalition's number"};
    return kind >= 0 && kind < (int32_t)ARRAY_COUNT(words) ? words[kind] : "a number";
}

const char *near_what_is(const Compiler *c, const char *word) {
    int32_t track = def_find_track(c->def, word);
    if (track >= 0) return owners_number(c->def->tracks[track].row);
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        if (def_find(c->def, (Kind)kind, word).index == NONE) continue;
        return kind == KIND_RESOURCE || kind == KIND_AUDIENCE ? "an actor's number"
                                                              : resolve_a_kind(kind);
    }
    for (int32_t i = 0; i < c->def->tags_count; i++) {
        if (core_same(def_text(c->def, c->def->tags[i]), word)) return "a tag";
    }
    return NULL;
}

static const char *const reserved[] = {
        "min",
        "max",
        "abs",
        "clamp",
        "percent",
        "share",
        "choose",
        "roll",
        "tenths",
        "any",
        "all",
        "count",
        "sum",
        "highest",
        "lowest",
        "actors",
        "others",
        "members",
        "deciders",
        "arenas",
        "clauses",
        "frames",
        "issues",
        "resources",
        "audiences",
        "coalitions",
        "me",
        "my",
        "target",
        "side",
        "bid",
        "yes",
        "no",
        "abstain",
        "present",
        "total",
        "round",
        "rounds",
        "everyone",
        "anyone",
        "nobody",
        "facilitator",
        "here",
        "richest",
#define WORD(id, word, first, second, gives, thing) word,
#include "expr/words.def"
#undef WORD
#define TRACK(id, name, row, column, min, max, start, whole, settle, sight, word, help)    \
    name,
#include "model/tracks.def"
#undef TRACK
};

int32_t expr_reserved_words(const char *const **words) {
    *words = reserved;
    return (int32_t)ARRAY_COUNT(reserved);
}

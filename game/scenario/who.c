// scenario/who.c — "union, affected, everyone" as a mask of actors or a selector. Never: who may do what (rules/gate.c).
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

static int32_t tag_of(const Def *def, const char *word) {
    for (int32_t i = 0; i < def->tags_count; i++) {
        if (strcmp(def_text(def, def->tags[i]), word) == 0) return i;
    }
    return -1;
}

static uint16_t actors_with(const Def *def, int32_t tag) {
    uint16_t mask = 0;
    for (int32_t i = 0; i < def->counts[KIND_ACTOR]; i++) {
        if ((def->actors[i].tags >> tag) & 1) mask = (uint16_t)(mask | 1u << i);
    }
    return mask;
}

static uint16_t everyone(const Def *def) {
    return (uint16_t)((1u << def->counts[KIND_ACTOR]) - 1);
}

// A word for all, or a selector that is only known in play; true when it was one.
static bool general_word(const Def *def, const char *word, uint16_t *mask, Sel *sel) {
    static const struct {
        const char *word;
        uint8_t how, index, all;
    } rows[] = {
            {"anyone",      SEL_SET,     SET_ALL,     1},
            {"everyone",    SEL_SET,     SET_ALL,     1},
            {"actors",      SEL_SET,     SET_ALL,     1},
            {"others",      SEL_SET,     SET_OTHERS,  1},
            {"members",     SEL_SET,     SET_MEMBERS, 1},
            {"present",     SEL_SET,     SET_PRESENT, 1},
            {"me",          SEL_ME,      0,           1},
            {"target",      SEL_TARGET,  0,           1},
            {"owner",       SEL_OWNER,   0,           1},
            {"with",        SEL_WITH,    0,           1},
            {"richest",     SEL_RICHEST, 0,           1},
            {"facilitator", SEL_NONE,    0,           0},
            {"nobody",      SEL_NONE,    0,           0},
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (strcmp(rows[i].word, word) != 0) continue;
        if (rows[i].all) *mask = (uint16_t)(*mask | everyone(def));
        *sel = (Sel){.how = rows[i].how, .kind = KIND_ACTOR, .index = rows[i].index};
        return true;
    }
    return false;
}

static void tell_unknown(Load *load, const char *word, const At *at) {
    if (load->incomplete) return;
    const char *ids[ACTORS_MAX + TAGS_MAX + 8] = {
            "everyone", "anyone", "others", "members", "nobody", "facilitator"};
    size_t count = 6;
    const Def *def = load->def;
    for (int32_t i = 0; i < def->counts[KIND_ACTOR]; i++) {
        ids[count++] = def_text(def, def->actors[i].names.id);
    }
    for (int32_t i = 0; i < def->tags_count; i++)
        ids[count++] = def_text(def, def->tags[i]);
    Diag *diag = complain(
            load, "E201", at, PLACE_VALUE, "There is no actor or tag \"%.40s\".", word);
    char list[150];
    names_list(load, "actor", list, sizeof list);
    diag_expected(diag, "an actor (%s), a tag, or everyone", list);
    diag_near(diag, diag_nearest(word, ids, count));
    if (diag->near[0]) diag_fix(diag, "write %s", diag->near);
}

static void one(Load *load, const char *word, const At *at, uint16_t *mask, Sel *sel) {
    const Def *def = load->def;
    const Item *actor = names_look(load, "actor", word);
    if (actor) {
        *mask = (uint16_t)(*mask | 1u << actor->index);
        *sel = (Sel){.how = SEL_ONE, .kind = KIND_ACTOR, .index = (uint8_t)actor->index};
        return;
    }
    if (general_word(def, word, mask, sel)) return;
    int32_t tag = tag_of(def, word);
    if (tag < 0) {
        tell_unknown(load, word, at);
        return;
    }
    *mask = (uint16_t)(*mask | actors_with(def, tag));
    *sel = (Sel){.how = SEL_TAG, .kind = KIND_ACTOR, .index = (uint8_t)tag};
}

// Several actors have no selector of their own: a tag without a name stands for the list.
static Sel sel_of_list(Load *load, uint16_t mask) {
    Def *def = load->def;
    for (int32_t i = 0; i < def->tags_count; i++) {
        if (actors_with(def, i) == mask) {
            return (Sel){.how = SEL_TAG, .kind = KIND_ACTOR, .index = (uint8_t)i};
        }
    }
    if (def->tags_count >= TAGS_MAX) return (Sel){SEL_SET, KIND_ACTOR, SET_ALL, 0};
    int32_t tag = def->tags_count++;
    def->tags[tag] = pool_add(def, region_format(load->region, "+%u", mask));
    for (int32_t i = 0; i < def->counts[KIND_ACTOR]; i++) {
        if ((mask >> i) & 1) def->actors[i].tags |= 1u << tag;
    }
    return (Sel){.how = SEL_TAG, .kind = KIND_ACTOR, .index = (uint8_t)tag};
}

uint16_t who_actors(Load *load, const Value *value, const char *fallback, Sel *out_sel) {
    uint16_t mask = 0;
    Sel sel = {0};
    Ids ids;
    read_ids(load, value, &ids);
    if (ids.count == 0) {
        ids.id[0] = fallback;
        ids.at[0] = value->at;
        ids.count = 1;
    }
    for (int32_t i = 0; i < ids.count; i++)
        one(load, ids.id[i], &ids.at[i], &mask, &sel);
    if (ids.count > 1 && out_sel) sel = sel_of_list(load, mask);
    if (out_sel) *out_sel = sel;
    return mask;
}

uint32_t who_deciders(Load *load, const Value *value) {
    uint32_t all = (uint32_t)((UINT64_C(1) << load->def->counts[KIND_DECIDER]) - 1),
             mask = 0;
    Ids ids;
    read_ids(load, value, &ids);
    if (ids.count == 0) return all;
    for (int32_t i = 0; i < ids.count; i++) {
        if (schema_has_word("everyone anyone deciders", ids.id[i])) return all;
        const Item *arena = names_look(load, "arena", ids.id[i]);
        for (int32_t d = 0; arena && d < load->def->counts[KIND_DECIDER]; d++) {
            if (load->def->deciders[d].arena == arena->index) mask |= 1u << d;
        }
        if (arena) continue;
        uint8_t decider = names_index(load, "decider", ids.id[i], &ids.at[i]);
        if (decider != NONE) mask |= 1u << decider;
    }
    return mask;
}

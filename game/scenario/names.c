// scenario/names.c — which id stands for what: use, change, clashes, indexes, references. Never: reads what a thing is like.
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

enum { NEAR_WORDS_MAX = 400, COPIED_MIN = 4 };

static bool is_move(const char *word) {
    return core_same(word, "verb") || core_same(word, "tradeoff")
           || core_same(word, "point_of_power");
}

static bool is_thing(const char *word) {
    static const char things[] =
            "actor arena decider issue clause frame resource audience memory setting";
    return schema_has_word(things, word);
}

static NameSpace names_space(const char *word) {
    if (is_thing(word)) return SPACE_THINGS;
    if (is_move(word)) return SPACE_MOVES;
    if (core_same(word, "happening") || core_same(word, "window")) return SPACE_HAPPENINGS;
    if (core_same(word, "ending")) return SPACE_ENDINGS;
    return core_same(word, "text") ? SPACE_TEXTS : SPACE_OTHER;
}

// True when an item answers to what a reference asks for ("move" is any move).
static bool answers(const Item *item, const char *word) {
    if (item->dropped) return false;
    if (core_same(word, "move")) return item->space == SPACE_MOVES;
    return core_same(word, item->word->name);
}

static WordFacts facts_of(const SchemaWord *word) {
    return (WordFacts){.fields = schema_span(word->name),
            .space = (uint8_t)names_space(word->name),
            .declares = word->id != STYLE_NONE && word->id != STYLE_ON
                        && word->id != STYLE_TITLE && !core_same(word->name, "use")
                        && !core_same(word->name, "change")};
}

const WordFacts *names_words(Load *load) {
    int32_t count = schema_words_count();
    WordFacts *words = region_take(load->region, sizeof *words * (size_t)count);
    for (int32_t i = 0; i < count; i++)
        words[i] = facts_of(schema_word_at(i));
    return words;
}

void names_classify(Item *item, const WordFacts *word) {
    item->hash = index_hash(item->id, strlen(item->id));
    item->fields = word->fields;
    item->space = word->space;
    item->declares = word->declares;
}

bool names_declares(const Item *item) { return item->declares; }

void names_enter(Load *load) {
    load->by_id = index_make(load->region, load->items_count);
    for (int32_t i = load->items_count - 1; i >= 0; i--)
        index_add(&load->by_id, load->items[i].hash, i);
}

const Item *names_look(const Load *load, const char *word, const char *id) {
    uint32_t hash = index_hash(id, strlen(id));
    for (int32_t i = index_first(&load->by_id, hash); i >= 0;
            i = index_next(&load->by_id, i)) {
        const Item *item = &load->items[i];
        if (item->hash == hash && core_same(item->id, id) && answers(item, word))
            return item;
    }
    return NULL;
}

static int32_t ids_of(const Load *load, const char *word, const char **out) {
    int32_t count = 0;
    for (int32_t i = 0; i < load->items_count && count < NEAR_WORDS_MAX; i++) {
        if (answers(&load->items[i], word)) out[count++] = load->items[i].id;
    }
    return count;
}

const char *names_near(const Load *load, const char *word, const char *id) {
    const char *ids[NEAR_WORDS_MAX];
    int32_t count = ids_of(load, word, ids);
    return diag_nearest(id, ids, (size_t)count);
}

void names_list(const Load *load, const char *word, char *out, size_t size) {
    const char *ids[NEAR_WORDS_MAX];
    int32_t count = ids_of(load, word, ids);
    size_t used = 0;
    out[0] = 0;
    for (int32_t i = 0; i < count && used + 40 < size; i++) {
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? ", " : "", ids[i]);
    }
}

static const Item *any_of_id(const Load *load, const char *id) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (!item->dropped && names_declares(item) && core_same(item->id, id)) return item;
    }
    return NULL;
}

static void tell_missing(Load *load, const char *word, const char *id, const At *at) {
    if (load->incomplete) return;
    const Item *other = any_of_id(load, id);
    Diag *diag;
    if (other && !answers(other, word)) {
        diag = complain(load, "E202", at, PLACE_VALUE, "\"%s\" is %s %s, not %s %s.", id,
                strchr("aeio", other->word->name[0]) ? "an" : "a", other->word->name,
                strchr("aeio", word[0]) ? "an" : "a", word);
    } else {
        diag = complain(
                load, "E201", at, PLACE_VALUE, "There is no %s \"%.40s\".", word, id);
    }
    char list[150];
    names_list(load, word, list, sizeof list);
    if (list[0])
        diag_expected(diag, "%s %s (%s)", strchr("aeio", word[0]) ? "an" : "a", word, list);
    const char *near = names_near(load, word, id);
    diag_near(diag, near);
    if (near) diag_fix(diag, "write %s", near);
}

const Item *names_find(Load *load, const char *word, const char *id, const At *at) {
    const Item *item = names_look(load, word, alias_text(load, at->machine, id));
    if (!item) tell_missing(load, word, id, at);
    return item;
}

const Item *names_find_key(Load *load, const char *word, const Value *value) {
    At at = value->at;
    at.key = true;
    return names_find(load, word, at.path[at.count - 1], &at);
}

uint8_t names_index(Load *load, const char *word, const char *id, const At *at) {
    const Item *item = names_find(load, word, id, at);
    return item && item->index >= 0 ? (uint8_t)item->index : (uint8_t)NONE;
}

uint8_t names_index_of(Load *load, const Item *item, const char *field, const char *word) {
    At at;
    const char *id = read_id(item, field, &at);
    return id ? names_index(load, word, id, &at) : (uint8_t)NONE;
}

// ---- use and change -----------------------------------------------------------------------------

static Unit *unit_of(Load *load, const char *id) {
    for (int32_t i = 0; i < load->units_count; i++) {
        if (load->units[i].id && core_same(load->units[i].id, id)) return &load->units[i];
    }
    return NULL;
}

static void drop(Load *load, const Unit *unit, const char *id, const At *at) {
    bool found = false;
    for (int32_t i = 0; i < load->items_count; i++) {
        Item *item = &load->items[i];
        if (item->unit != unit || !names_declares(item) || !core_same(item->id, id))
            continue;
        item->dropped = found = true;
    }
    if (found) return;
    complain(load, "E251", at, PLACE_VALUE, "The plugin %s declares nothing called \"%s\".",
            unit->id, id);
}

static void apply_one_use(Load *load, const Item *use) {
    Unit *unit = unit_of(load, use->decl->id);
    At at = at_item(use);
    if (!unit || unit->scenario) {
        Diag *diag = complain(load, "E415", &at, PLACE_KEY,
                "The plugin \"%s\" is not among those this pack uses.", use->decl->id);
        diag_fix(diag, "name it in pack.lua: uses = { \"%s >= 1.0\" }", use->decl->id);
        return;
    }
    const char *alias = read_text(use, "as");
    if (alias) {
        unit->alias = alias;
        unit->alias_given = true;
    }
    Ids ids;
    read_ids_of(load, use, "without", &ids);
    for (int32_t i = 0; i < ids.count; i++)
        drop(load, unit, ids.id[i], &ids.at[i]);
}

void names_apply_use(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        if (core_same(load->items[i].word->name, "use"))
            apply_one_use(load, &load->items[i]);
    }
}

// The item a change means: the bare id, or alias.id.
static Item *changed_item(Load *load, const Item *change) {
    const char *id = change->decl->id, *dot = strchr(id, '.');
    const char *bare = dot ? dot + 1 : id;
    for (int32_t i = 0; i < load->items_count; i++) {
        Item *item = &load->items[i];
        if (item->dropped || !names_declares(item) || !core_same(item->decl->id, bare))
            continue;
        if (dot && strncmp(item->unit->alias, id, (size_t)(dot - id)) != 0) continue;
        bool fits = true;
        const Node *body = &change->decl->body;
        for (int32_t f = 0; f < body->fields_count; f++) {
            fits = fits && item_field(item, body->fields[f].key);
        }
        if (fits) return item;
    }
    return any_of_id(load, bare) ? &load->items[any_of_id(load, bare) - load->items] : NULL;
}

static void override(Load *load, Item *item, const Item *change, const NodeField *field) {
    At at = at_key(at_item(change), field->key);
    for (int32_t i = 0; i < item->overrides_count; i++) {
        const Override *other = &item->overrides[i];
        if (!core_same(other->field, field->key) || other->by == change->unit) continue;
        Diag *diag = complain(load, "E252", &at, PLACE_KEY,
                "%s of %s is changed by %s and by %s.", field->key, item_title(load, item),
                other->by->id, change->unit->id);
        diag_fix(diag, "leave it out of one of the two changes");
    }
    Override *all =
            region_take(load->region, sizeof *all * (size_t)(item->overrides_count + 1));
    if (item->overrides_count > 0) {
        memcpy(all, item->overrides, sizeof *all * (size_t)item->overrides_count);
    }
    all[item->overrides_count++] = (Override){field->key, &field->value, at, change->unit};
    item->overrides = all;
}

static void apply_one_change(Load *load, const Item *change) {
    Item *item = changed_item(load, change);
    At at = at_item(change);
    if (!item) {
        if (load->incomplete) return;
        Diag *diag = complain(load, "E251", &at, PLACE_KEY,
                "There is nothing called \"%s\" to change.", change->decl->id);
        const char *ids[NEAR_WORDS_MAX];
        int32_t count = 0;
        for (int32_t i = 0; i < load->items_count && count < NEAR_WORDS_MAX; i++) {
            if (names_declares(&load->items[i])) ids[count++] = load->items[i].id;
        }
        diag_near(diag, diag_nearest(change->decl->id, ids, (size_t)count));
        return;
    }
    const Node *body = &change->decl->body;
    for (int32_t i = 0; i < body->fields_count; i++)
        override(load, item, change, &body->fields[i]);
}

void names_apply_change(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        if (core_same(load->items[i].word->name, "change")) {
            apply_one_change(load, &load->items[i]);
        }
    }
}

// ---- clashes ---------------------------------------------------------------------------------------

bool names_same_space(const Item *a, const Item *b) {
    if (a->space != b->space) return false;
    return a->space != SPACE_OTHER || core_same(a->word->name, b->word->name);
}

// The earlier item whose id this one takes; NULL if none does.
static const Item *clashing(const Load *load, int32_t at) {
    const Item *item = &load->items[at];
    if (item->dropped || !item->declares) return NULL;
    for (int32_t i = index_first(&load->by_id, item->hash); i >= 0 && i < at;
            i = index_next(&load->by_id, i)) {
        const Item *other = &load->items[i];
        if (other->hash != item->hash || other->dropped || !other->declares) continue;
        if (core_same(other->id, item->id) && names_same_space(other, item)) return other;
    }
    return NULL;
}

static void tell_twice(Load *load, const Item *first, const Item *second) {
    At at = at_item(second);
    if (first->unit != second->unit) {
        Diag *diag = complain(load, "E206", &at, PLACE_KEY,
                "\"%s\" is declared by %s and by %s.", second->id, first->unit->id,
                second->unit->id);
        diag_fix(diag,
                "choose another id, or leave one out: use \"%s\" { without = \"%s\" }",
                first->unit->id, second->id);
        return;
    }
    Diag *diag = complain(load, "E204", &at, PLACE_KEY,
            "\"%s\" is declared twice: as %s in %s:%d and here as %s.", second->id,
            first->word->name, first->decl->file, first->decl->line, second->word->name);
    diag_fix(diag, "give one of them another id");
    // The id that was meant may now be missing in other places.
    load->incomplete = true;
}

static bool clash_in_files(const Item *item, const Item *other, const char *files[2]) {
    return item->unit == other->unit && core_same(other->decl->file, files[0])
           && core_same(item->decl->file, files[1]);
}

// A copy of a file that was left in the folder is one mistake, however much it says again.
static bool tell_copy(Load *load, const Item *first, const Item *second) {
    const char *files[] = {first->decl->file, second->decl->file};
    if (first->unit != second->unit || core_same(files[0], files[1])) return false;
    int32_t count = 0;
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *other = &load->items[i], *earlier = clashing(load, i);
        if (earlier && clash_in_files(other, earlier, files)) count++;
    }
    if (count < COPIED_MIN) return false;
    for (int32_t i = 0; i < load->items_count; i++) {
        Item *other = &load->items[i];
        if (other->unit == second->unit && core_same(other->decl->file, files[1]))
            other->dropped = true;
    }
    At at = at_item(second);
    Diag *diag = complain(load, "E204", &at, PLACE_KEY,
            "\"%s\" and %d more stand in %s as well.", second->id, count - 1, files[0]);
    diag_fix(diag, "if one of the two files is a copy, take it out of the folder");
    load->incomplete = true;
    return true;
}

static void check_clash(Load *load, int32_t at) {
    const Item *item = &load->items[at], *other = clashing(load, at);
    if (other && !tell_copy(load, other, item)) tell_twice(load, other, item);
}

static void check_reserved(Load *load, const Item *item) {
    if (item->space != SPACE_THINGS) return;
    if (core_same(item->word->name, "setting")) return; // coefficients are settings
    if (core_same(item->word->name, "audience") && core_same(item->id, "public")) return;
    const char *const *words;
    int32_t count = expr_reserved_words(&words);
    for (int32_t i = 0; i < count; i++) {
        if (!core_same(words[i], item->id)) continue;
        At at = at_item(item);
        Diag *diag = complain(load, "E203", &at, PLACE_KEY,
                "\"%s\" is a name of the engine and cannot be the id of %s %s.", item->id,
                strchr("aeio", item->word->name[0]) ? "an" : "a", item->word->name);
        diag_fix(diag, "choose another id, for example %s_1; the name people read may stay",
                item->id);
        return;
    }
}

void names_check(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->dropped || !names_declares(item)) continue;
        check_clash(load, i);
        check_reserved(load, item);
    }
}

// ---- indexes -----------------------------------------------------------------------------------------

typedef struct Counter {
    const char *word;
    int32_t most;
    uint16_t *count;
} Counter;

static uint16_t *count_of(Def *def, const char *word, int32_t *most) {
    Kind kind = kind_of_word(word);
    const Counter counters[] = {
            {"memory",        TRACK_MEMORY + MEMORIES_MAX, &def->tracks_count        },
            {"setting",       SETTINGS_MAX,                &def->settings_count      },
            {"decision_rule", DECISION_RULES_MAX,          &def->decision_rules_count},
            {"happening",     HAPPENINGS_MAX,              &def->happenings_count    },
            {"window",        WINDOWS_MAX,                 &def->windows_count       },
            {"ending",        ENDINGS_MAX,                 &def->endings_count       },
            {"shock",         SHOCKS_MAX,                  &def->shocks_count        },
            {"persona",       PERSONAS_MAX,                &def->personas_count      },
    };
    if (kind != KIND_NONE && kind <= KIND_COALITION) {
        static const int32_t mosts[KIND_COUNT] = {
                0,
#define KIND(id, one, set, limit) limit,
#include "model/kinds.def"
#undef KIND
        };
        *most = mosts[kind];
        return &def->counts[kind];
    }
    *most = MOVES_MAX;
    if (is_move(word)) return &def->moves_count;
    for (size_t i = 0; i < ARRAY_COUNT(counters); i++) {
        *most = counters[i].most;
        if (core_same(counters[i].word, word)) return counters[i].count;
    }
    return NULL;
}

void names_number(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        Item *item = &load->items[i];
        int32_t most = 0;
        uint16_t *count =
                item->dropped ? NULL : count_of(load->def, item->word->name, &most);
        if (!count) continue;
        if (*count >= most) {
            At at = at_item(item);
            complain(load, "E225", &at, PLACE_KEY,
                    "There is room for %d of \"%s\"; this is one more.", most,
                    is_move(item->word->name) ? "verb, tradeoff and point_of_power"
                                              : item->word->name);
            item->dropped = true;
            continue;
        }
        item->index = (*count)++;
    }
}

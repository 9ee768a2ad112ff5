// scenario/numbers.c — settings and coefficients, resources, audiences, memories, and the first value of every number. Never: an expression.
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

// ---- settings ----------------------------------------------------------------------------------

static const struct {
    const char *name;
    int16_t least, most;
} coefs[COEF_COUNT] = {
#define COEF(id, name, neutral, min, max, help) {name, min, max},
#include "model/coefs.def"
#undef COEF
};

static int32_t coef_of(const char *name) {
    for (int32_t i = 0; i < COEF_COUNT; i++) {
        if (core_same(coefs[i].name, name)) return i;
    }
    return -1;
}

// only: the plugin it must belong to, or NULL. apply false: looked at, for a time plan not played now.
static void set_setting(
        Load *load, const Value *value, const char *name, const Unit *only, bool apply) {
    Def *def = load->def;
    const Item *item = names_look(load, "setting", name);
    int32_t coef = coef_of(name);
    if (!item && coef < 0) {
        At key = value->at;
        Diag *diag = complain(
                load, "E201", &key, PLACE_KEY, "There is no setting \"%.40s\".", name);
        diag_near(diag, names_near(load, "setting", name));
        return;
    }
    if (only && item && item->unit != only) {
        complain(load, "E251", &value->at, PLACE_KEY,
                "The plugin %s has no setting \"%s\".", only->id, name);
        return;
    }
    if (value->node->kind != NODE_INTEGER) return; // told by shape
    int32_t least = item ? def->settings[item->index].min : coefs[coef].least;
    int32_t most = item ? def->settings[item->index].max : coefs[coef].most;
    if (value->node->integer < least || value->node->integer > most) {
        complain(load, "E221", &value->at, PLACE_VALUE,
                "%s goes from %d to %d. Found: %lld.", name, least, most,
                (long long)value->node->integer);
        return;
    }
    if (apply && item) def->settings[item->index].value = (int16_t)value->node->integer;
    if (apply && coef >= 0) def->coef[coef] = (int16_t)value->node->integer;
}

static void set_map(Load *load, const Value *map, const Unit *only, bool apply) {
    if (!map->node || map->node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < map->node->fields_count; i++) {
        Value value = value_in(map, map->node->fields[i].key);
        set_setting(load, &value, map->node->fields[i].key, only, apply);
    }
}

static void set_all(Load *load, const Item *item, const Unit *only) {
    Value map = value_field(item, "settings");
    set_map(load, &map, only, true);
}

// The chosen time plan may turn knobs further; those of the other plans are only looked at.
static void set_formats(Load *load) {
    Value formats = value_field(load->scenario_item, "formats");
    if (!formats.node || formats.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < formats.node->fields_count; i++) {
        const char *id = formats.node->fields[i].key;
        Value map = value_in(&formats, id);
        bool chosen = load->format_item && strcmp(load->format_item->id, id) == 0;
        set_map(load, &map, NULL, chosen);
    }
}

static void check_start(
        Load *load, const Item *item, int32_t start, int32_t least, int32_t most) {
    if (least <= most && start >= least && start <= most) return;
    Value value = value_field(item, "start");
    Diag *diag = complain(load, "E245", &value.at, PLACE_VALUE,
            "%s starts at %d, outside %d to %d.", item_title(load, item), start, least,
            most);
    diag_fix(diag, "start = %d",
            core_clamp(start, core_min(least, most), core_max(least, most)));
}

static void declare_setting(Load *load, const Item *item) {
    Def *def = load->def;
    Setting *setting = &def->settings[item->index];
    int32_t coef = coef_of(item->id);
    Names names = texts_names(load, item);
    *setting = (Setting){.id = names.id,
            .name = names.name,
            .ask = texts_field(load, item, "ask"),
            .value = (int16_t)read_number(item, "start"),
            .min = (int16_t)read_number(item, "min"),
            .max = (int16_t)read_number(item, "max"),
            .open = read_yes(item, "open"),
            .coef = coef < 0 ? (uint8_t)NONE : (uint8_t)coef};
    check_start(load, item, setting->value, setting->min, setting->max);
    if (coef < 0) return;
    setting->min = (int16_t)core_max(setting->min, coefs[coef].least);
    setting->max = (int16_t)core_min(setting->max, coefs[coef].most);
    setting->value = (int16_t)core_clamp(setting->value, setting->min, setting->max);
    def->coef[coef] = setting->value;
}

void numbers_settings(Load *load) {
    def_neutral(load->def);
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index >= 0 && core_same(item->word->name, "setting")) {
            declare_setting(load, item);
        }
    }
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (!core_same(item->word->name, "use")) continue;
        for (int32_t u = 0; u < load->units_count; u++) {
            if (core_same(load->units[u].id, item->decl->id))
                set_all(load, item, &load->units[u]);
        }
    }
    if (!load->scenario_item) return;
    set_all(load, load->scenario_item, NULL);
    set_formats(load);
    knobs_turn(load);
}

// ---- memories ------------------------------------------------------------------------------------

static Sight sight_of(const Item *item) {
    static const Sight sights[] = {SIGHT_EVERYONE, SIGHT_OWNER, SIGHT_NOBODY};
    return sights[core_max(0, read_choice(item, "seen_by"))];
}

static Sight memory_sight(const Item *item) {
    static const Sight sights[] = {SIGHT_EVERYONE, SIGHT_OWNER, SIGHT_BOTH, SIGHT_NOBODY};
    return sights[core_max(0, read_choice(item, "seen_by"))];
}

static void memory_words(Load *load, const Item *item, Track *track) {
    Value words = value_field(item, "words");
    if (!words.node || words.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < words.node->items_count && i < 8; i++) {
        Value one = value_nth(&words, i);
        if (one.node->kind != NODE_TEXT) continue;
        const char *path = region_format(load->region, "memory.%s.words.%d", item->id, i);
        track->words[track->words_count++] =
                texts_add(load, path, one.node->text, 24, &one.at);
    }
}

static void declare_memory(Load *load, const Item *item) {
    Track *track = &load->def->tracks[item->index];
    Ids per;
    read_ids_of(load, item, "per", &per);
    Names names = texts_names(load, item);
    int32_t least = read_number(item, "min"), most = read_number(item, "max");
    *track = (Track){.id = names.id,
            .name = names.name,
            .row = per.count > 0 ? (uint8_t)kind_of_word(per.id[0]) : (uint8_t)KIND_NONE,
            .column = per.count > 1 ? (uint8_t)kind_of_word(per.id[1]) : (uint8_t)KIND_NONE,
            .min = (int16_t)(least * 10),
            .max = (int16_t)(most * 10),
            .settle = SETTLE_CLAMP,
            .sight = (uint8_t)memory_sight(item),
            .fades = (uint8_t)read_number(item, "fades"),
            .shown = (uint8_t)read_choice(item, "shown"),
            .moved_base = UINT16_MAX};
    memory_words(load, item, track);
    if (least <= most) return;
    Value value = value_field(item, "max");
    complain(load, "E221", &value.at, PLACE_VALUE, "%s: max %d is below min %d.",
            item_title(load, item), most, least);
}

void numbers_memories(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index >= 0 && core_same(item->word->name, "memory")) {
            declare_memory(load, item);
        }
    }
}

// ---- first values ----------------------------------------------------------------------------------

static void fill(Def *def, int32_t track, int32_t start, uint8_t by) {
    const Track *t = &def->tracks[track];
    for (int32_t i = 0; i < t->rows * t->columns; i++) {
        def->start[t->base + i] = (int16_t)start;
        def->start_by[t->base + i] = by;
    }
}

// A number, or the name of a setting; false when it is neither. by: 1 + the setting, 0 = it is a number.
static bool start_number(Load *load, const Value *value, int32_t *out, uint8_t *by) {
    *by = 0;
    if (value->node->kind == NODE_INTEGER) {
        *out = value_number(value, 0);
        return true;
    }
    if (value->node->kind != NODE_TEXT) return false;
    const Item *setting = names_find(load, "setting", value->node->text, &value->at);
    if (!setting) return false;
    *out = load->def->settings[setting->index].value;
    *by = (uint8_t)(1 + setting->index);
    return true;
}

static void start_by_owner(
        Load *load, const Item *item, const Value *map, int32_t least, int32_t most) {
    const Track *track = &load->def->tracks[item->index];
    for (int32_t i = 0; i < map->node->fields_count; i++) {
        Value value = value_in(map, map->node->fields[i].key);
        int32_t start = 0;
        uint8_t by = 0;
        if (!start_number(load, &value, &start, &by)) continue;
        const Item *owner = names_find_key(load, kind_word((Kind)track->row), &value);
        if (!owner || owner->index < 0) continue;
        int32_t row = owner->index;
        check_start(load, item, start, least, most);
        for (int32_t c = 0; c < track->columns; c++) {
            uint16_t cell = def_cell(load->def, item->index, row, c);
            load->def->start[cell] = (int16_t)(start * 10);
            load->def->start_by[cell] = by;
        }
    }
}

static void start_memory(Load *load, const Item *item) {
    int32_t least = read_number(item, "min"), most = read_number(item, "max");
    Value value = value_field(item, "start");
    int32_t start = core_clamp(0, core_min(least, most), core_max(least, most));
    bool by_owner = value.node && value.node->kind == NODE_TABLE;
    uint8_t by = 0;
    if (value.node && !by_owner) {
        if (start_number(load, &value, &start, &by))
            check_start(load, item, start, least, most);
    }
    fill(load->def, item->index, core_clamp(start, -1000, 1000) * 10, by);
    if (by_owner) start_by_owner(load, item, &value, least, most);
}

static void bounds_of_resource(
        Def *def, int32_t column, int32_t least, int32_t most, int32_t start) {
    const int32_t tracks[] = {TRACK_RESOURCE, TRACK_POOL};
    for (size_t t = 0; t < ARRAY_COUNT(tracks); t++) {
        for (int32_t row = 0; row < def->tracks[tracks[t]].rows; row++) {
            uint16_t cell = def_cell(def, tracks[t], row, column);
            if (tracks[t] == TRACK_POOL) {
                def->cell_max[cell] = (int16_t)core_max(def->cell_max[cell], most * 10);
                continue;
            }
            def->cell_min[cell] = (int16_t)(least * 10);
            def->cell_max[cell] = (int16_t)(most * 10);
            def->start[cell] = (int16_t)(start * 10);
        }
    }
}

static void start_resource(Load *load, const Item *item) {
    int32_t least = read_number(item, "min"), most = read_number(item, "max");
    int32_t start = core_max(least, read_number(item, "start"));
    check_start(load, item, start, least, most);
    load->def->resources[item->index] =
            (Resource){.names = load->def->resources[item->index].names,
                    .sight = (uint8_t)sight_of(item)};
    bounds_of_resource(load->def, item->index, least, most,
            core_clamp(start, least, core_max(least, most)));
}

static void start_audience(Load *load, const Item *item) {
    for (int32_t row = 0; row < load->def->tracks[TRACK_LEGITIMACY].rows; row++) {
        load->def->start[def_cell(load->def, TRACK_LEGITIMACY, row, item->index)] =
                (int16_t)(read_number(item, "start") * 10);
    }
}

// The setting a coefficient is, as start_by keeps it.
static uint8_t setting_of(const Def *def, Coef coef) {
    for (int32_t i = 0; i < def->settings_count; i++) {
        if (def->settings[i].coef == coef) return (uint8_t)(1 + i);
    }
    return 0;
}

void numbers_starts(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index < 0) continue;
        if (core_same(item->word->name, "memory")) start_memory(load, item);
        if (core_same(item->word->name, "resource")) start_resource(load, item);
        if (core_same(item->word->name, "audience")) start_audience(load, item);
    }
    const Def *def = load->def;
    for (int32_t i = 0; i < def->counts[KIND_COALITION] && i < COALITIONS_MAX; i++) {
        uint16_t cell = def_cell(def, TRACK_COHESION, i, 0);
        load->def->start[cell] = (int16_t)(def->coef[COEF_COHESION_START] * 10);
        load->def->start_by[cell] = setting_of(def, COEF_COHESION_START);
    }
}

// scenario/people.c — actors, personas and coalitions of the start. Never: places in arenas (places.c).
#include "base/utf8.h"
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

static const char *const stock_tags[TAG_STOCK_COUNT] = {"affected", "public_body", "funder",
        "community", "transnational", "media", "incumbent", "neutral", "informal"};

// ---- words that become bits -----------------------------------------------------------------------

static void stock(Load *load) {
    Def *def = load->def;
    for (int32_t i = 0; i < TAG_STOCK_COUNT; i++)
        def->tags[i] = pool_add(def, stock_tags[i]);
    def->tags_count = TAG_STOCK_COUNT;
}

static bool good_word(const char *word) {
    size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return length == strlen(word) && length <= 32 && word[0] >= 'a' && word[0] <= 'z';
}

static uint32_t bit_of(Load *load, PoolId *table, uint16_t *count, int32_t most,
        const char *word, const At *at) {
    for (int32_t i = 0; i < *count; i++) {
        if (strcmp(def_text(load->def, table[i]), word) == 0) return 1u << i;
    }
    if (!good_word(word)) {
        complain(load, "E203", at, PLACE_VALUE,
                "\"%.40s\" cannot be a tag: small letters, digits and _ only.", word);
        return 0;
    }
    if (*count >= most) {
        complain(load, "E225", at, PLACE_VALUE,
                "There is room for %d different words here.", most);
        return 0;
    }
    table[*count] = pool_add(load->def, word);
    return 1u << (*count)++;
}

static uint32_t bits(Load *load, const Item *item, const char *field, PoolId *table,
        uint16_t *count, int32_t most) {
    Ids ids;
    read_ids_of(load, item, field, &ids);
    uint32_t mask = 0;
    for (int32_t i = 0; i < ids.count; i++) {
        mask |= bit_of(load, table, count, most, ids.id[i], &ids.at[i]);
    }
    return mask;
}

// ---- maps of numbers ----------------------------------------------------------------------------------

typedef void (*MapUse)(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value);

// Calls use for each entry; keys name things of the word, index is NONE for the extra words.
static void each_entry(Load *load, const Item *item, const char *field, const char *word,
        const char *extra, MapUse use) {
    Value map = value_field(item, field);
    if (!map.node || map.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        const char *key = map.node->fields[i].key;
        Value value = value_in(&map, key);
        bool plain = schema_has_word(extra, key) && !names_look(load, word, key);
        uint8_t index = NONE;
        if (!plain) {
            const Item *thing = names_look(load, word, key);
            if (!thing) {
                names_find_key(load, word, &value);
                continue;
            }
            index = (uint8_t)thing->index;
        }
        if (value.node->kind == NODE_INTEGER) use(load, item, key, index, &value);
    }
}

static void put(
        Load *load, int32_t track, int32_t row, int32_t column, const Value *value) {
    uint16_t cell = def_cell(load->def, track, row, column);
    int32_t tenths = value_number(value, 0) * 10;
    int32_t least = load->def->cell_min[cell], most = load->def->cell_max[cell];
    if ((tenths < least || tenths > most) && !told_at(load, &value->at)) {
        Diag *diag = complain(load, "E245", &value->at, PLACE_VALUE,
                "The start %d is outside %d to %d.", tenths / 10, least / 10, most / 10);
        diag_fix(diag, "write a number from %d to %d", least / 10, most / 10);
    }
    load->def->start[cell] = (int16_t)core_clamp(tenths, least, most);
    load->def->start_by[cell] = 0;
}

static void use_has(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    if (index != NONE) {
        put(load, TRACK_RESOURCE, item->index, index, value);
    } else {
        put(load, key[0] == 's' ? TRACK_STORY : TRACK_EVIDENCE, item->index, 0, value);
    }
}

static void use_income(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    Actor *actor = &load->def->actors[item->index];
    uint8_t amount = (uint8_t)core_clamp(value_number(value, 0), 0, 5);
    if (index != NONE) {
        put(load, TRACK_INCOME, item->index, index, value);
    } else if (key[0] == 's') {
        actor->story_income = amount;
    } else {
        actor->evidence_income = amount;
    }
}

static void use_needs(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    (void)key;
    put(load, TRACK_NEED, item->index, index, value);
}

static void use_standing(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    (void)key;
    put(load, TRACK_LEGITIMACY, item->index, index, value);
}

static void use_trust(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    (void)key;
    put(load, TRACK_TRUST, item->index, index, value);
}

static void use_importance(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    (void)key;
    put(load, TRACK_IMPORTANCE, item->index, index, value);
}

static bool level_fits(Load *load, uint8_t clause, const Value *value) {
    int32_t most = load->def->clauses[clause].levels_count - 1,
            level = value_number(value, 0);
    if (level >= 0 && level <= most) return true;
    // A clause without levels is told where it is declared, a wild number by its field.
    if (most < 0 || told_at(load, &value->at)) return false;
    Diag *diag = complain(load, "E221", &value->at, PLACE_VALUE,
            "The clause %s has levels 0 to %d. Found: %d.",
            def_text(load->def, load->def->clauses[clause].names.id), most, level);
    diag_fix(diag, "write a level from 0 (today) to %d", most);
    return false;
}

static void use_wants(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    (void)key;
    if (!level_fits(load, index, value)) return;
    Actor *actor = &load->def->actors[item->index];
    actor->wants_set[index] = 1;
    actor->wants[index] = (uint8_t)value_number(value, 0);
}

static void use_cares(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    (void)key;
    load->def->actors[item->index].cares[index] =
            (uint8_t)core_clamp(value_number(value, 1), 0, 9);
}

// ---- actors -----------------------------------------------------------------------------------------------

static void standing(Load *load, const Item *item) {
    Value value = value_field(item, "legitimacy");
    if (!value.node) return;
    if (value.node->kind == NODE_INTEGER) {
        for (int32_t a = 0; a < load->def->counts[KIND_AUDIENCE]; a++) {
            put(load, TRACK_LEGITIMACY, item->index, a, &value);
        }
        return;
    }
    each_entry(load, item, "legitimacy", "audience", "", use_standing);
}

static void whole(Load *load, int32_t track, int32_t row, int32_t points) {
    load->def->start[def_cell(load->def, track, row, 0)] = (int16_t)(points * 10);
}

static void read_pair(const Item *item, const char *field, uint8_t *least, uint8_t *most) {
    Value pair = value_field(item, field);
    if (!pair.node || pair.node->kind != NODE_TABLE) return;
    bool named = pair.node->items_count == 0;
    Value first = named ? value_in(&pair, "min") : value_nth(&pair, 0);
    Value second = named ? value_in(&pair, "max") : value_nth(&pair, 1);
    *least = (uint8_t)core_clamp(value_number(&first, *least), 0, 64);
    *most = (uint8_t)core_clamp(value_number(&second, *most), 0, 64);
}

static uint16_t own_frames(Load *load, const Item *item) {
    Ids ids;
    read_ids_of(load, item, "frames", &ids);
    uint32_t mask = 0;
    for (int32_t i = 0; i < ids.count; i++) {
        uint8_t frame = names_index(load, "frame", ids.id[i], &ids.at[i]);
        if (frame != NONE) mask |= 1u << frame;
    }
    return (uint16_t)mask;
}

static void fill_actor(Load *load, const Item *item) {
    Def *def = load->def;
    Actor *actor = &def->actors[item->index];
    actor->brief = texts_field(load, item, "brief");
    actor->private_brief = texts_field(load, item, "private");
    actor->short_name = texts_field(load, item, "short");
    actor->exit = texts_field(load, item, "exit");
    actor->tags = bits(load, item, "tags", def->tags, &def->tags_count, TAGS_MAX);
    actor->constituencies = bits(load, item, "constituencies", def->constituencies,
            &def->constituencies_count, WORDS_MAX);
    actor->frames = own_frames(load, item);
    actor->seat = (uint8_t)read_choice(item, "seat");
    actor->cast = (uint8_t)read_choice(item, "cast");
    actor->line_delay = read_yes(item, "line_delay");
    actor->time = (uint8_t)read_number(item, "time");
    actor->voice = (uint8_t)read_number(item, "voice");
    actor->people_min = 1;
    actor->people_max = 3;
    read_pair(item, "people", &actor->people_min, &actor->people_max);
    for (int32_t c = 0; c < def->counts[KIND_CLAUSE]; c++)
        actor->cares[c] = 1;
    whole(load, TRACK_TIME, item->index, actor->time);
    whole(load, TRACK_VOICE, item->index, actor->voice);
}

static void fill_actor_maps(Load *load, const Item *item) {
    each_entry(load, item, "has", "resource", "story evidence", use_has);
    each_entry(load, item, "income", "resource", "story evidence", use_income);
    each_entry(load, item, "needs", "resource", "", use_needs);
    each_entry(load, item, "trust", "actor", "", use_trust);
    each_entry(load, item, "importance", "actor", "", use_importance);
    each_entry(load, item, "wants", "clause", "", use_wants);
    each_entry(load, item, "cares", "clause", "", use_cares);
    standing(load, item);
}

static void persona_of(Load *load, const Item *item) {
    Actor *actor = &load->def->actors[item->index];
    const char *id = read_text(item, "persona");
    actor->persona = NONE;
    if (id) {
        const Item *persona = names_look(load, "persona", id);
        if (persona) actor->persona = (uint8_t)persona->index;
        // "balanced" is what the engine plays without any pack of personas.
        if (!persona && strcmp(id, "balanced") != 0)
            names_index_of(load, item, "persona", "persona");
        return;
    }
    const Item *balanced = names_look(load, "persona", "balanced");
    if (balanced) actor->persona = (uint8_t)balanced->index;
}

// ---- personas ------------------------------------------------------------------------------------------------

static void use_weight(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    Persona *persona = &load->def->personas[item->index];
    uint8_t weight = (uint8_t)core_clamp(value_number(value, 0), 0, 5);
    if (index != NONE) {
        persona->weights[WEIGHT_AUDIENCES + index] = weight;
    } else if (strcmp(key, "substance") == 0) {
        persona->weights[WEIGHT_SUBSTANCE] = weight;
    } else if (strcmp(key, "coalition") == 0) {
        persona->weights[WEIGHT_COALITION] = weight;
    } else if (strcmp(key, "money") == 0) {
        persona->weights[WEIGHT_MONEY] = weight;
    } else if (strcmp(key, "mandate") == 0) {
        persona->weights[WEIGHT_MANDATE] = weight;
    }
}

// A persona of a plugin may weigh audiences that a pack without the standard deck does not have.
static void weights(Load *load, const Item *item) {
    Value map = value_field(item, "weights");
    if (!map.node || map.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        const char *key = map.node->fields[i].key;
        Value value = value_in(&map, key);
        const Item *audience = names_look(load, "audience", key);
        bool extra = schema_has_word("substance coalition money mandate legitimacy", key);
        if (!audience && !extra) {
            if (load->def->counts[KIND_AUDIENCE] > 0)
                names_find_key(load, "audience", &value);
            continue;
        }
        if (value.node->kind != NODE_INTEGER) continue;
        use_weight(load, item, key, audience ? (uint8_t)audience->index : (uint8_t)NONE,
                &value);
    }
}

static void style(Load *load, const Item *item) {
    Persona *persona = &load->def->personas[item->index];
    Value map = value_field(item, "style");
    if (!map.node || map.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        const char *key = map.node->fields[i].key;
        Value value = value_in(&map, key);
        int32_t place = schema_place_of("with over to for", key);
        if (place >= 0) {
            persona->style[place] = (int8_t)core_clamp(value_number(&value, 0), -3, 3);
            continue;
        }
        Diag *diag = complain(
                load, "E224", &value.at, PLACE_KEY, "There is no style \"%.30s\".", key);
        diag_expected(diag, "with, over, to or for");
    }
}

static void lines(Load *load, const Item *item) {
    Persona *persona = &load->def->personas[item->index];
    Value map = value_field(item, "lines");
    if (!map.node || map.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < map.node->fields_count && i < PERSONA_LINES_MAX; i++) {
        const char *key = map.node->fields[i].key;
        Value value = value_in(&map, key);
        if (value.node->kind != NODE_TEXT) continue;
        const char *path =
                region_format(load->region, "persona.%s.lines.%s", item->id, key);
        int32_t line = persona->lines_count++;
        persona->line_reasons[line] = pool_add(load->def, key);
        persona->lines[line] = texts_add(load, path, value.node->text, 140, &value.at);
    }
}

static void fill_persona(Load *load, const Item *item) {
    Persona *persona = &load->def->personas[item->index];
    persona->caution = (uint8_t)read_number(item, "caution");
    persona->loyalty = (uint8_t)read_number(item, "loyalty");
    persona->reciprocity = (uint8_t)read_number(item, "reciprocity");
    persona->noise = (uint8_t)read_number(item, "noise");
    persona->looks_ahead = (uint8_t)read_number(item, "looks_ahead");
    persona->line_delay = read_yes(item, "line_delay");
    persona->follows_minutes = read_yes(item, "follows_minutes");
    persona->novelty = read_yes(item, "novelty");
    persona->weights[WEIGHT_MANDATE] = MANDATE_WEIGHT_USUAL;
    weights(load, item);
    style(load, item);
    lines(load, item);
}

// ---- coalitions -----------------------------------------------------------------------------------------------

static void use_target(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    (void)key;
    if (!level_fits(load, index, value)) return;
    StartCoalition *coalition = &load->def->coalitions[item->index];
    coalition->wants_set[index] = 1;
    coalition->wants[index] = (uint8_t)value_number(value, 0);
}

static void use_pool(
        Load *load, const Item *item, const char *key, uint8_t index, const Value *value) {
    (void)key;
    put(load, TRACK_POOL, item->index, index, value);
}

static void backbone(Load *load, const Item *item, StartCoalition *coalition) {
    coalition->backbone = NONE;
    Value record = value_field(item, "backbone");
    if (!record.node || record.node->kind != NODE_TABLE) return;
    Value who = value_in(&record, "who"), does = value_in(&record, "does");
    if (who.node && who.node->kind == NODE_TEXT) {
        coalition->backbone = names_index(load, "actor", who.node->text, &who.at);
    }
    bool transform = does.node && does.node->kind == NODE_TEXT
                     && strcmp(does.node->text, "transform") == 0;
    coalition->backbone_does = transform ? 2 : 1;
}

static void fill_coalition(Load *load, const Item *item) {
    StartCoalition *coalition = &load->def->coalitions[item->index];
    Ids ids;
    read_ids_of(load, item, "members", &ids);
    for (int32_t i = 0; i < ids.count; i++) {
        uint8_t actor = names_index(load, "actor", ids.id[i], &ids.at[i]);
        if (actor != NONE)
            coalition->members = (uint16_t)(coalition->members | 1u << actor);
    }
    coalition->rule = (uint8_t)read_choice(item, "rule");
    coalition->lead = names_index_of(load, item, "lead", "actor");
    coalition->frame = names_index_of(load, item, "frame", "frame");
    coalition->flags = (uint8_t)((read_yes(item, "transparent") ? 1 : 0)
                                 | (read_yes(item, "confidential") ? 2 : 0));
    each_entry(load, item, "wants", "clause", "", use_target);
    each_entry(load, item, "pool", "resource", "", use_pool);
    backbone(load, item, coalition);
}

void people_fill(Load *load) {
    stock(load);
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index < 0) continue;
        if (strcmp(item->word->name, "actor") == 0) {
            fill_actor(load, item);
            fill_actor_maps(load, item);
            persona_of(load, item);
        }
        if (strcmp(item->word->name, "persona") == 0) fill_persona(load, item);
        if (strcmp(item->word->name, "coalition") == 0) fill_coalition(load, item);
    }
}

// ---- goals ---------------------------------------------------------------------------------------------------------

static Mandate goal(Load *load, const Item *item, const Value *record, const char *path) {
    Mandate mandate = {0};
    if (!record->node || record->node->kind != NODE_TABLE) return mandate;
    static const char *const parts[] = {"text", "reveal"};
    for (int32_t i = 0; i < 2; i++) {
        Value text = value_in(record, parts[i]);
        if (!text.node || text.node->kind != NODE_TEXT) continue;
        const char *full =
                region_format(load->region, "actor.%s.%s.%s", item->id, path, parts[i]);
        TextId id = texts_add(load, full, text.node->text, 280, &text.at);
        if (i == 0) mandate.text = id;
        if (i == 1) mandate.reveal = id;
    }
    Value when = value_in(record, "when");
    ExprPlace place = programs_place(load, item, path, &when.at);
    place.has_me = true;
    mandate.when = programs_condition(load, &when, &place);
    return mandate;
}

static void red_lines(Load *load, const Item *item) {
    Actor *actor = &load->def->actors[item->index];
    Value list = value_field(item, "red_lines");
    if (!list.node || list.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < list.node->items_count && i < RED_LINES_MAX; i++) {
        Value record = value_nth(&list, i);
        const char *path = region_format(load->region, "red_lines.%d", i);
        actor->red_lines[actor->red_lines_count++] = goal(load, item, &record, path);
    }
}

void people_programs(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index < 0 || strcmp(item->word->name, "actor") != 0) continue;
        Actor *actor = &load->def->actors[item->index];
        Value mandate = value_field(item, "mandate"), hidden = value_field(item, "hidden");
        actor->mandate = goal(load, item, &mandate, "mandate");
        actor->hidden = goal(load, item, &hidden, "hidden");
        red_lines(load, item);
    }
}

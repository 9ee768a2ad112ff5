// scenario/places.c — arenas and who sits there, decision rules, deciders. Never: counts a vote.
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

// ---- arenas -----------------------------------------------------------------------------------------

static void place_word(
        Load *load, const Value *value, const char *word, Position *position) {
    static const char words[] = "seat vote chair pen";
    int32_t place = schema_place_of(words, word);
    if (place < 0) {
        static const char *const names[] = {"seat", "vote", "chair", "pen"};
        Diag *diag = complain(load, "E224", &value->at, PLACE_VALUE,
                "There is no place \"%.30s\".", word);
        diag_expected(diag, "seat, vote, chair or pen");
        diag_near(diag, diag_nearest(word, names, 4));
        return;
    }
    position->places |= PLACE_SEAT;
    if (place == 1) position->weight = 1;
    if (place == 2) position->places |= PLACE_CHAIR;
    if (place == 3) position->places |= PLACE_PEN;
}

static void place_record(Load *load, const Value *record, Position *position) {
    position->places |= PLACE_SEAT;
    for (int32_t i = 0; i < record->node->fields_count; i++) {
        const char *key = record->node->fields[i].key;
        Value value = value_in(record, key);
        if (strcmp(key, "vote") == 0 && value.node->kind == NODE_INTEGER) {
            int32_t weight = value_number(&value, 0);
            if (weight < 0 || weight > 5) {
                complain(load, "E221", &value.at, PLACE_VALUE,
                        "A vote weighs 1 to 5. Found: %d.", weight);
            }
            position->weight = (uint8_t)core_clamp(weight, 0, 5);
        } else if (value.node->kind == NODE_BOOLEAN) {
            if (value.node->integer) place_word(load, &value, key, position);
        } else {
            complain(load, "E220", &value.at, PLACE_VALUE,
                    "A place is { vote = 2, chair = true }.");
        }
    }
    for (int32_t i = 0; i < record->node->items_count; i++) {
        Value value = value_nth(record, i);
        if (value.node->kind == NODE_TEXT)
            place_word(load, &value, value.node->text, position);
    }
}

static void fill_members(Load *load, const Item *item, Arena *arena) {
    Value map = value_field(item, "members");
    if (!map.node) return;
    if (!node_is_record(map.node)) {
        Diag *diag = complain(load, "E220", &map.at, PLACE_VALUE,
                "%s: members must say who has which place.", item_title(load, item));
        diag_fix(diag, "members = { union = \"vote\", club = \"seat\" }");
        return;
    }
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        const char *key = map.node->fields[i].key;
        Value value = value_in(&map, key);
        const Item *actor = names_look(load, "actor", key);
        if (!actor) {
            names_find_key(load, "actor", &value);
            continue;
        }
        Position *position = &arena->start[actor->index];
        if (value.node->kind == NODE_TEXT) {
            Ids ids;
            read_ids(load, &value, &ids);
            for (int32_t w = 0; w < ids.count; w++)
                place_word(load, &value, ids.id[w], position);
        } else if (value.node->kind == NODE_TABLE) {
            place_record(load, &value, position);
        } else {
            complain(load, "E220", &value.at, PLACE_VALUE,
                    "A place is seat, vote, chair, pen, or { vote = 2, chair = true }.");
        }
    }
}

static uint32_t mask_of(Load *load, const Item *item, const char *field, const char *word) {
    Ids ids;
    read_ids_of(load, item, field, &ids);
    uint32_t mask = 0;
    for (int32_t i = 0; i < ids.count; i++) {
        uint8_t index = names_index(load, word, ids.id[i], &ids.at[i]);
        if (index != NONE) mask |= 1u << index;
    }
    return mask;
}

static uint16_t all_rounds(const Def *def) {
    return (uint16_t)((1u << (def->rounds + 1)) - 2);
}

static uint16_t meets(const Load *load, const Item *item) {
    Value value = value_field(item, "meets");
    if (!value.node) return all_rounds(load->def);
    if (value.node->kind == NODE_TEXT) {
        return strcmp(value.node->text, "on_call") == 0 ? 0 : all_rounds(load->def);
    }
    return formats_rounds(load, read_rounds(&value));
}

static uint16_t decides_in(Load *load, const Item *item) {
    Value value = value_field(item, "decides_in");
    uint16_t last = (uint16_t)(1u << load->def->rounds);
    if (!value.node || value.node->kind == NODE_TEXT) return last;
    uint16_t mask = formats_rounds(load, read_rounds(&value));
    if (load->other_format) mask &= all_rounds(load->def);
    if ((mask & ~all_rounds(load->def)) != 0) {
        Diag *diag = complain(load, "E221", &value.at, PLACE_VALUE,
                "%s decides in a round that is never played: there are %d rounds.",
                item_title(load, item), load->def->rounds);
        diag_fix(diag, "decides_in = %d, or more rounds", load->def->rounds);
    }
    return mask ? mask : last;
}

// ---- claims before a court ----------------------------------------------------------------------------

static bool is_court(const Def *def, const Arena *arena) {
    return arena->decides < def->decision_rules_count
           && def->decision_rules[arena->decides].kind == RULE_COURT;
}

static int32_t first_draft(const Def *def, int32_t clause) {
    return core_max(1, def->start[def_cell(def, TRACK_DRAFT, clause, 0)] / 10);
}

// What a claim brings when it is granted; where nothing is said, the first draft as the least.
static void fill_claim(Load *load, const Item *item, const Value *record) {
    Value clause = value_in(record, "clause"), floor = value_in(record, "floor"),
          happening = value_in(record, "happening"), against = value_in(record, "against");
    if (!clause.node || clause.node->kind != NODE_TEXT) {
        complain(load, "E211", &record->at, PLACE_VALUE, "%s: a claim needs clause.",
                item_title(load, item));
        return;
    }
    uint8_t index = names_index(load, "clause", clause.node->text, &clause.at);
    if (index == NONE) return;
    Def *def = load->def;
    Claim claim = {.court = (uint8_t)(item->index + 1), .happening = NONE, .against = NONE};
    if (happening.node && happening.node->kind == NODE_TEXT)
        claim.happening =
                names_index(load, "happening", happening.node->text, &happening.at);
    if (against.node && against.node->kind == NODE_TEXT)
        claim.against = names_index(load, "actor", against.node->text, &against.at);
    int32_t top = def->clauses[index].levels_count - 1,
            least = value_number(&floor, happening.node ? 0 : first_draft(def, index));
    if (least < 0 || least > top) {
        complain(load, "E221", &floor.at, PLACE_VALUE, "The clause %s has levels 0 to %d.",
                clause.node->text, top);
    }
    claim.floor = (uint8_t)core_clamp(least, 0, top);
    def->claims[index] = claim;
}

static void fill_claims(Load *load, const Item *item) {
    Def *def = load->def;
    const Arena *arena = &def->arenas[item->index];
    Value list = value_field(item, "claims");
    if (list.node && !is_court(def, arena)) {
        Diag *diag = complain(load, "E202", &list.at, PLACE_KEY,
                "%s is no court: only a court hears claims.", item_title(load, item));
        diag_fix(diag, "decides = \"court\", or a decision_rule of kind court");
        return;
    }
    if (list.node && list.node->kind == NODE_TABLE) {
        for (int32_t i = 0; i < list.node->items_count; i++) {
            Value record = value_nth(&list, i);
            if (node_is_record(record.node)) fill_claim(load, item, &record);
        }
        return;
    }
    for (int32_t i = 0; is_court(def, arena) && i < def->counts[KIND_CLAUSE]; i++) {
        bool heard = (arena->issues >> def->clauses[i].issue) & 1;
        if (!heard || def->claims[i].court) continue;
        def->claims[i] = (Claim){
                (uint8_t)(item->index + 1), (uint8_t)first_draft(def, i), NONE, NONE};
    }
}

static void fill_arena(Load *load, const Item *item) {
    Def *def = load->def;
    Arena *arena = &def->arenas[item->index];
    arena->informal = read_choice(item, "kind") == 1;
    arena->space = (uint8_t)read_choice(item, "space");
    arena->reach = (uint8_t)read_choice(item, "level");
    arena->weight = (uint8_t)read_number(item, "weight");
    arena->chair_rule = (uint8_t)read_choice(item, "chair");
    arena->transparent = read_yes(item, "transparent");
    arena->decides = names_index_of(load, item, "decides", "decision_rule");
    uint32_t issues = mask_of(load, item, "issues", "issue");
    arena->issues = (uint8_t)(issues ? issues : (1u << def->counts[KIND_ISSUE]) - 1);
    arena->meets = meets(load, item);
    arena->decides_in = arena->decides == NONE ? 0 : decides_in(load, item);
    arena->home_of = (uint16_t)mask_of(load, item, "home_of", "actor");
    arena->feeds = (uint16_t)mask_of(load, item, "feeds", "arena");
    if (arena->decides != NONE) arena->feeds = (uint16_t)(arena->feeds | 1u << item->index);
    fill_members(load, item, arena);
    def->start[def_cell(def, TRACK_SLOTS, item->index, 0)] =
            (int16_t)(read_number(item, "slots") * 10);
    def->start[def_cell(def, TRACK_DOOR, item->index, 0)] =
            (int16_t)(read_number(item, "door") * 10);
    if (read_given(item, "quota")) {
        def->start[def_cell(def, TRACK_QUOTA, item->index, 0)] =
                (int16_t)(read_number(item, "quota") * 10);
    }
}

// ---- decision rules --------------------------------------------------------------------------------------

static void fill_rule(Load *load, const Item *item) {
    DecisionRule *rule = &load->def->decision_rules[item->index];
    rule->kind = (uint8_t)core_max(0, read_choice(item, "kind"));
    rule->smallest = (uint8_t)read_number(item, "smallest");
    rule->count = (uint8_t)read_number(item, "count");
    rule->draws = (uint8_t)read_number(item, "draws");
    rule->needs = (uint8_t)read_number(item, "needs");
    rule->points = (uint8_t)read_number(item, "points");
    rule->returns = read_yes(item, "returns");
    rule->veto = mask_of(load, item, "veto", "decider");
    rule->holders = mask_of(load, item, "holders", "decider");
}

// ---- deciders ------------------------------------------------------------------------------------------------

// The only deciding arena, or NONE.
static uint8_t only_deciding(const Load *load, int32_t *count) {
    uint8_t found = NONE;
    *count = 0;
    for (int32_t i = 0; i < load->def->counts[KIND_ARENA]; i++) {
        if (load->def->arenas[i].decides == NONE) continue;
        (*count)++;
        if (found == NONE) found = (uint8_t)i;
    }
    return *count == 1 ? found : (uint8_t)NONE;
}

static uint8_t arena_of(Load *load, const Item *item) {
    if (read_given(item, "arena")) return names_index_of(load, item, "arena", "arena");
    int32_t deciding = 0;
    uint8_t only = only_deciding(load, &deciding);
    if (deciding > 1) {
        At at = at_item(item);
        Diag *diag = complain(load, "E211", &at, PLACE_KEY,
                "%s needs the field arena: %d arenas decide.", item_title(load, item),
                deciding);
        diag_fix(diag, "arena = \"…\"");
    }
    return only;
}

static void fill_values(Load *load, const Item *item, Decider *decider) {
    Value map = value_field(item, "values");
    if (map.node && map.node->items_count > 0) return; // told by its shape
    if (!map.node || map.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        Value list = value_in(&map, map.node->fields[i].key);
        const Item *clause = names_look(load, "clause", map.node->fields[i].key);
        if (!clause) {
            names_find_key(load, "clause", &list);
            continue;
        }
        int32_t levels = load->def->clauses[clause->index].levels_count;
        if (levels == 0) continue; // told where the clause is declared
        if (list.node->kind != NODE_TABLE || list.node->items_count != levels) {
            Diag *diag = complain(load, "E244", &list.at, PLACE_VALUE,
                    "%s: the clause %s has %d levels, so %d numbers belong here. Found: "
                    "%d.",
                    item_title(load, item), clause->id, levels, levels,
                    list.node->kind == NODE_TABLE ? list.node->items_count : 1);
            diag_fix(diag, "write one number for each level, the first for today");
            continue;
        }
        for (int32_t l = 0; l < levels; l++) {
            Value one = value_nth(&list, l);
            int32_t points = value_number(&one, 100);
            if (points < -20 || points > 20) {
                complain(load, "E221", &one.at, PLACE_VALUE,
                        "Values of levels go from -20 to 20.");
            }
            decider->values[clause->index][l] = (int8_t)core_clamp(points, -20, 20);
        }
    }
}

static void fill_resonance(Load *load, const Item *item, Decider *decider) {
    Value map = value_field(item, "resonance");
    if (!map.node || map.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        Value value = value_in(&map, map.node->fields[i].key);
        const Item *frame = names_look(load, "frame", map.node->fields[i].key);
        if (!frame) names_find_key(load, "frame", &value);
        if (frame)
            decider->resonance[frame->index] =
                    (int8_t)core_clamp(value_number(&value, 0), -3, 3);
    }
}

static void fill_price(Load *load, const Item *item, Decider *decider) {
    decider->price_clause = decider->price_most = NONE;
    Value record = value_field(item, "price");
    if (!record.node || !node_is_record(record.node)) return;
    Value clause = value_in(&record, "clause"), most = value_in(&record, "most");
    if (!clause.node || clause.node->kind != NODE_TEXT || !most.node) {
        complain(load, "E211", &record.at, PLACE_VALUE,
                "%s: a price needs clause and most.", item_title(load, item));
        return;
    }
    uint8_t index = names_index(load, "clause", clause.node->text, &clause.at);
    if (index == NONE) return;
    int32_t top = load->def->clauses[index].levels_count - 1;
    if (value_number(&most, -1) < 0 || value_number(&most, -1) > top) {
        if (top < 0) return;
        Diag *diag = complain(load, "E221", &most.at, PLACE_VALUE,
                "The clause %s has levels 0 to %d.", clause.node->text, top);
        diag_fix(diag, "write a level from 0 (today) to %d", top);
        return;
    }
    decider->price_clause = index;
    decider->price_most = (uint8_t)value_number(&most, 0);
}

static void fill_decider(Load *load, const Item *item) {
    Def *def = load->def;
    Decider *decider = &def->deciders[item->index];
    decider->hint = texts_field(load, item, "hint");
    decider->arena = arena_of(load, item);
    decider->kind = (uint8_t)read_choice(item, "kind");
    decider->owner = names_index_of(load, item, "owner", "actor");
    decider->weight = (uint8_t)read_number(item, "weight");
    decider->known = read_yes(item, "known");
    decider->threshold = (int16_t)(read_number(item, "threshold") * 10);
    decider->hears_public = (int8_t)read_number(item, "hears_public");
    decider->hears_heat = (int8_t)read_number(item, "hears_heat");
    decider->hears_evidence = (int8_t)read_number(item, "hears_evidence");
    fill_values(load, item, decider);
    fill_resonance(load, item, decider);
    fill_price(load, item, decider);
    int32_t stance = read_number(item, "stance") * 10;
    def->start[def_cell(def, TRACK_STANCE, item->index, 0)] =
            (int16_t)core_clamp(stance, -1000, 1000);
}

static void each(Load *load, const char *word, void (*use)(Load *, const Item *)) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index >= 0 && strcmp(item->word->name, word) == 0) use(load, item);
    }
}

void places_fill(Load *load) {
    each(load, "decision_rule", fill_rule);
    each(load, "arena", fill_arena);
    each(load, "decider", fill_decider);
    each(load, "arena", fill_claims);
}

// ---- programs ----------------------------------------------------------------------------------------------------

static void rule_program(Load *load, const Item *item) {
    Value value = value_field(item, "passes");
    ExprPlace place = programs_place(load, item, "passes", &value.at);
    place.has_votes = true;
    load->def->decision_rules[item->index].passes =
            programs_condition(load, &value, &place);
}

static void decider_program(Load *load, const Item *item) {
    Value value = value_field(item, "leans");
    if (!value.node) return;
    ExprPlace place = programs_place(load, item, "leans", &value.at);
    place.target_kinds = 1u << KIND_DECIDER;
    load->def->deciders[item->index].leans = programs_amount(load, &value, &place);
}

void places_programs(Load *load) {
    each(load, "decision_rule", rule_program);
    each(load, "decider", decider_program);
}

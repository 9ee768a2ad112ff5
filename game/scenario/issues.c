// scenario/issues.c — issues, clauses and frames. Never: what deciders think of them (places.c).
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

static void fill_issue(Load *load, const Item *item) {
    Issue *issue = &load->def->issues[item->index];
    issue->label = texts_field(load, item, "label");
    Ids ids;
    read_ids_of(load, item, "arenas", &ids);
    for (int32_t i = 0; i < ids.count; i++) {
        uint8_t arena = names_index(load, "arena", ids.id[i], &ids.at[i]);
        if (arena != NONE) issue->arenas = (uint8_t)(issue->arenas | 1u << arena);
    }
    load->def->start[def_cell(load->def, TRACK_PUBLIC, item->index, 0)] =
            (int16_t)(read_number(item, "public") * 10);
}

static void fill_levels(Load *load, const Item *item, Clause *clause) {
    Value levels = value_field(item, "levels");
    if (!levels.node || levels.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < levels.node->items_count && i < LEVELS_MAX; i++) {
        Value one = value_nth(&levels, i);
        const char *path = region_format(load->region, "clause.%s.levels.%d", item->id, i);
        const char *words = one.node->kind == NODE_TEXT ? one.node->text : "";
        clause->levels[clause->levels_count++] = texts_add(load, path, words, 60, &one.at);
    }
}

static void fill_clause(Load *load, const Item *item) {
    Def *def = load->def;
    Clause *clause = &def->clauses[item->index];
    uint8_t issue = names_index_of(load, item, "issue", "issue");
    clause->issue = issue == NONE ? 0 : issue;
    fill_levels(load, item, clause);
    int32_t top = core_max(1, clause->levels_count) - 1, start = read_number(item, "start");
    if (start > top) {
        Value value = value_field(item, "start");
        complain(load, "E245", &value.at, PLACE_VALUE,
                "%s starts at level %d, but its levels are 0 to %d.",
                item_title(load, item), start, top);
        start = top;
    }
    uint16_t draft = def_cell(def, TRACK_DRAFT, item->index, 0);
    uint16_t law = def_cell(def, TRACK_LAW, item->index, 0);
    def->start[draft] = (int16_t)(start * 10);
    def->cell_max[draft] = def->cell_max[law] = (int16_t)(top * 10);
    for (int32_t d = 0; d < def->counts[KIND_DECIDER]; d++) {
        def->cell_max[def_cell(def, TRACK_ADOPTED, d, item->index)] = (int16_t)(top * 10);
    }
}

// ---- frames ----------------------------------------------------------------------------------------

static void fill_rider(Load *load, const Item *item, const Value *record, Rider *rider) {
    rider->clause = NONE;
    if (!record->node || !node_is_record(record->node)) {
        complain(load, "E220", &record->at, PLACE_VALUE,
                "%s: rider must be { clause = \"…\", most = n } or { clause = \"…\", least "
                "= n }.",
                item_title(load, item));
        return;
    }
    Value clause = value_in(record, "clause"), most = value_in(record, "most"),
          least = value_in(record, "least");
    if (!clause.node || clause.node->kind != NODE_TEXT || (!most.node && !least.node)) {
        Diag *diag = complain(load, "E211", &record->at, PLACE_VALUE,
                "%s: a rider needs clause and most or least.", item_title(load, item));
        diag_fix(diag, "rider = { clause = \"rate\", most = 2 }");
        return;
    }
    uint8_t index = names_index(load, "clause", clause.node->text, &clause.at);
    if (index == NONE) return;
    const Value *level = most.node ? &most : &least;
    int32_t top = load->def->clauses[index].levels_count - 1, at = value_number(level, -1);
    if (at < 0 || at > top) {
        if (top < 0) return; // told where the clause is declared
        Diag *diag = complain(load, "E221", &level->at, PLACE_VALUE,
                "The clause %s has levels 0 to %d.", clause.node->text, top);
        diag_fix(diag, "write a level from 0 (today) to %d", top);
        return;
    }
    *rider = (Rider){.clause = index, .least = most.node ? 0 : 1, .level = (uint8_t)at};
}

static void fill_riders(Load *load, const Item *item, Frame *frame) {
    frame->riders[0].clause = frame->riders[1].clause = NONE;
    Value value = value_field(item, "rider");
    if (!value.node) return;
    if (!node_is_list(value.node)) {
        fill_rider(load, item, &value, &frame->riders[0]);
        return;
    }
    for (int32_t i = 0; i < value.node->items_count && i < 2; i++) {
        Value one = value_nth(&value, i);
        fill_rider(load, item, &one, &frame->riders[i]);
    }
    if (value.node->items_count > 2) {
        complain(load, "E225", &value.at, PLACE_VALUE, "%s: at most two riders.",
                item_title(load, item));
    }
}

static void adoption(Load *load, const Item *item) {
    Def *def = load->def;
    Value start = value_field(item, "start");
    if (!start.node) return;
    bool by_arena = start.node->kind == NODE_TABLE;
    for (int32_t a = 0; a < def->counts[KIND_ARENA] && !by_arena; a++) {
        def->start[def_cell(def, TRACK_FRAME, a, item->index)] =
                (int16_t)(core_clamp(value_number(&start, 0), 0, 10) * 10);
    }
    for (int32_t i = 0; by_arena && i < start.node->fields_count; i++) {
        Value one = value_in(&start, start.node->fields[i].key);
        const Item *item_at = names_find_key(load, "arena", &one);
        if (!item_at || item_at->index < 0) continue;
        int32_t arena = item_at->index;
        def->start[def_cell(def, TRACK_FRAME, arena, item->index)] =
                (int16_t)(core_clamp(value_number(&one, 0), 0, 10) * 10);
    }
}

static void fill_frame(Load *load, const Item *item) {
    Frame *frame = &load->def->frames[item->index];
    frame->text = texts_field(load, item, "text");
    frame->title = texts_field(load, item, "title");
    frame->appeal = (int8_t)read_number(item, "appeal");
    frame->issue = names_index_of(load, item, "issue", "issue");
    frame->outsider = read_yes(item, "outsider");
    fill_riders(load, item, frame);
    adoption(load, item);
}

void issues_fill(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index < 0) continue;
        if (strcmp(item->word->name, "issue") == 0) fill_issue(load, item);
        if (strcmp(item->word->name, "clause") == 0) fill_clause(load, item);
    }
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index >= 0 && strcmp(item->word->name, "frame") == 0)
            fill_frame(load, item);
    }
}

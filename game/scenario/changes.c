// scenario/changes.c — numbers mirrored with braces: gives, loses, costs, needs. Never: change words (words.c), working out an amount.
#include "scenario/work.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { STEPS_MAX = 4 };

typedef struct Walk {
    Load *load;
    const Item *item;
    const ExprPlace *place;
    const ChangeStyle *style;
    const char *step[STEPS_MAX];
    int32_t steps;
} Walk;

ChangeSpan changes_begin(const Load *load) {
    return (ChangeSpan){load->def->changes_count, 0};
}

void changes_end(const Load *load, ChangeSpan *span) {
    span->count = (uint16_t)(load->def->changes_count - span->first);
}

Change *changes_take(Load *load, const At *at) {
    Def *def = load->def;
    if (def->changes_count == CHANGES_MAX) {
        complain(load, "E225", at, PLACE_KEY,
                "A pack and its plugins hold at most %d changes.", CHANGES_MAX);
        return NULL;
    }
    Change *change = &def->changes[def->changes_count++];
    *change = (Change){.a = -1, .b = -1, .c = -1};
    return change;
}

// { by = … } or { tenths = … } with how it counts, and not one more level of names.
static bool is_record(const Node *node) {
    return node->kind == NODE_TABLE
           && (node_field(node, "by") || node_field(node, "tenths"));
}

static bool read_flag(const Value *record, const char *name, bool otherwise) {
    Value value = value_in(record, name);
    if (!value.node) return otherwise;
    if (value.node->kind == NODE_BOOLEAN) return value.node->integer != 0;
    return value.node->kind == NODE_TEXT;
}

static bool is_pressed(uint16_t track) {
    return track == TRACK_STANCE || track == TRACK_HEAT || track == TRACK_PUBLIC;
}

// The factors (rules/factor.h) count on stance, heat and public unless the move or the change says no.
static uint8_t flags_of(const Walk *walk, const Value *value, uint16_t track) {
    const ChangeStyle *style = walk->style;
    bool pressed = is_pressed(track) && !style->cost, factors = pressed && !style->plain;
    uint8_t flags = style->cost ? CHANGE_IS_COST : 0;
    bool record = is_record(value->node);
    const struct {
        const char *name;
        bool otherwise;
        uint8_t flag;
    } rows[] = {
            {"signed",   pressed && style->sides,    CHANGE_SIGNED  },
            {"gate",     factors && style->gated,    CHANGE_GATED   },
            {"repeats",  factors && style->repeats,  CHANGE_REPEATS },
            {"together", factors && style->together, CHANGE_TOGETHER},
            {"breadth",  factors && style->breadth,  CHANGE_BREADTH },
            {"tires",    factors && style->tires,    CHANGE_TIRES   },
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        bool on = record ? read_flag(value, rows[i].name, rows[i].otherwise)
                         : rows[i].otherwise;
        if (on) flags |= rows[i].flag;
    }
    if (record && node_field(value->node, "tenths")) flags |= CHANGE_IN_TENTHS;
    return flags;
}

static bool check_record(const Walk *walk, const Value *value) {
    static const char fields[] =
            "by tenths when gate signed repeats together breadth tires";
    for (int32_t i = 0; i < value->node->fields_count; i++) {
        const char *key = value->node->fields[i].key;
        if (schema_has_word(fields, key)) continue;
        At at = at_key(value->at, key);
        Diag *diag = complain(walk->load, "E210", &at, PLACE_KEY,
                "A change has no field \"%.40s\".", key);
        diag_expected(diag, "%s", fields);
        return false;
    }
    return true;
}

static bool speaks_of(const char *text, const char *word) {
    size_t length = strlen(word);
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
        bool begins = at == text || !(isalnum((unsigned char)at[-1]) || at[-1] == '_');
        bool ends = !(isalnum((unsigned char)at[length]) || at[length] == '_');
        if (begins && ends) return true;
    }
    return false;
}

// Inside a set its word means each member. Of two sets it is the inner one when the amount names it.
static void each_of_set(Change *change, const Value *amount, ExprPlace *place) {
    bool rows = change->who.how == SEL_SET || change->who.how == SEL_TAG;
    bool columns = change->toward.how == SEL_SET;
    if (place->each_kind != KIND_NONE || (!rows && !columns)) return;
    bool text = amount->node && amount->node->kind == NODE_TEXT;
    bool inner = columns && text
                 && speaks_of(amount->node->text, kind_set_word((Kind)change->toward.kind));
    if (!rows && !inner) return;
    place->each_kind = inner ? change->toward.kind : change->who.kind;
    change->spare = inner;
}

static void leaf(const Walk *walk, const Value *value) {
    ExprPlace place = *walk->place;
    Place where = machine_place(
            value->at.machine, value->at.decl, value->at.path, value->at.count, PLACE_KEY);
    place.file = where.file;
    place.line = where.line;
    place.column = where.column;
    ExprNumber number;
    int32_t before = walk->load->diags->count;
    bool named = expr_number_named(
            walk->load->def, walk->step, walk->steps, &place, walk->load->diags, &number);
    settle_findings(walk->load, value->at.machine, before);
    if (!named) return;
    bool record = is_record(value->node);
    if (record && !check_record(walk, value)) return;
    Change *change = changes_take(walk->load, &value->at);
    if (!change) return;
    change->op = CHANGE_GAIN;
    change->track = number.track;
    change->who = number.row;
    change->toward = number.column;
    change->sign = walk->style->minus;
    change->flags = flags_of(walk, value, number.track);
    Value amount = record ? value_in(value, node_field(value->node, "by") ? "by" : "tenths")
                          : *value;
    each_of_set(change, &amount, &place);
    change->amount = programs_amount(walk->load, &amount, &place);
    if (!record) return;
    Value when = value_in(value, "when");
    change->when = programs_condition(walk->load, &when, &place);
}

static bool is_leaf(const Node *node) {
    return node->kind == NODE_INTEGER || node->kind == NODE_TEXT || is_record(node);
}

static void bad_amount(const Walk *walk, const Value *value) {
    if (value->node->kind == NODE_BAD) return;
    Diag *diag = complain(walk->load, "E220", &value->at, PLACE_VALUE,
            "%s: an amount must be a whole number or an expression in quotes. Found: %s.",
            walk->place->word, node_kind_words(value->node));
    diag_fix(diag, "%s = 1", walk->step[walk->steps - 1]);
}

static void walk_names(Walk *walk, const Value *table);

// The things of a plugin under its alias.
static void walk_alias(Walk *walk, const Value *table, const char *alias) {
    for (int32_t i = 0; i < table->node->fields_count; i++) {
        Value value = value_in(table, table->node->fields[i].key);
        const char *name = region_format(
                walk->load->region, "%s.%s", alias, table->node->fields[i].key);
        walk->step[walk->steps++] = alias_text(walk->load, value.at.machine, name);
        if (is_leaf(value.node)) {
            leaf(walk, &value);
        } else if (node_is_record(value.node)) {
            walk_names(walk, &value);
        } else {
            bad_amount(walk, &value);
        }
        walk->steps--;
    }
}

// Depth is capped by STEPS_MAX: a name has at most four parts.
static void walk_names(Walk *walk, const Value *table) {
    for (int32_t i = 0; i < table->node->fields_count; i++) {
        Value value = value_in(table, table->node->fields[i].key);
        if (walk->steps == STEPS_MAX) {
            complain(walk->load, "E227", &value.at, PLACE_KEY,
                    "A number is named with at most %d names.", STEPS_MAX);
            return;
        }
        const char *key = table->node->fields[i].key;
        bool alias = walk->steps == 0 && value.node->kind == NODE_TABLE
                     && alias_unit(walk->load, key, strlen(key)) != NULL;
        if (alias) { // press = { mood = 1 }
            walk_alias(walk, &value, key);
            continue;
        }
        walk->step[walk->steps++] = alias_text(walk->load, value.at.machine, key);
        if (is_leaf(value.node)) {
            leaf(walk, &value);
        } else if (node_is_record(value.node) && value.node->fields_count > 0) {
            walk_names(walk, &value);
        } else {
            bad_amount(walk, &value);
        }
        walk->steps--;
    }
    if (table->node->items_count == 0) return;
    At at = at_number(table->at, 0);
    complain(walk->load, "E226", &at, PLACE_VALUE,
            "%s: an amount stands here without a number's name.", walk->place->word);
}

void changes_numbers(Load *load, const Item *item, const Value *value,
        const ExprPlace *place, const ChangeStyle *style) {
    if (!value->node || value->node->kind != NODE_TABLE) return;
    ExprPlace here = *place;
    const char *field = value->at.count > 0 ? value->at.path[value->at.count - 1] : "";
    here.word = item_place(load, item, field);
    Walk walk = {.load = load, .item = item, .place = &here, .style = style};
    walk_names(&walk, value);
}

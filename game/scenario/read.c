// scenario/read.c — reads fields of declarations, with the defaults of schema.def, and remembers where they stand. Never: checks that a value is right (shape.c).
#include "scenario/work.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

At at_item(const Item *item) {
    return (At){.machine = item->unit->machine, .decl = item->decl};
}

At at_key(At at, const char *key) {
    at.key = false;
    if (at.count < PATH_PARTS_MAX) at.path[at.count++] = key;
    return at;
}

At at_number(At at, int32_t place) {
    static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10",
            "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23",
            "24", "25", "26", "27", "28", "29", "30", "31", "32"};
    if (place < 0 || place >= (int32_t)ARRAY_COUNT(numbers)) return at;
    return at_key(at, numbers[place]);
}

static bool is_known(const Diags *diags, int32_t newest) {
    const Diag *one = &diags->items[newest];
    for (int32_t i = 0; i < newest; i++) {
        const Diag *other = &diags->items[i];
        if (other->line == one->line && other->column == one->column
                && strcmp(other->code, one->code) == 0
                && strcmp(other->message, one->message) == 0
                && strcmp(other->file, one->file) == 0)
            return true;
    }
    return false;
}

Diag *complain(Load *load, const char *code, const At *at, PlacePart part,
        const char *format, ...) {
    char message[400];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (!at || !at->machine || !at->decl) {
        return diags_add(load->diags, code, at && at->decl ? at->decl->file : "", 0, 0,
                "%s", message);
    }
    int32_t before = load->diags->count;
    Diag *diag = machine_complain(at->machine, load->diags, code, at->decl, at->path,
            at->count, at->key ? PLACE_KEY : part, "%s", message);
    if (load->diags->count > before && is_known(load->diags, before)) {
        // What two readers of one field say is one finding.
        load->diags->errors -= diag->severity == DIAG_ERROR;
        load->diags->warnings -= diag->severity == DIAG_WARNING;
        load->diags->count--;
    }
    return diag;
}

bool told_at(const Load *load, const At *at) {
    Place place = machine_place(
            at->machine, at->decl, at->path, at->count, at->key ? PLACE_KEY : PLACE_VALUE);
    for (int32_t i = 0; i < load->diags->count; i++) {
        const Diag *diag = &load->diags->items[i];
        if (diag->severity == DIAG_ERROR && diag->line == place.line
                && diag->column == place.column && strcmp(diag->file, place.file) == 0)
            return true;
    }
    return false;
}

static void take_out(Diags *diags, int32_t place) {
    diags->errors--;
    diags->count--;
    memmove(&diags->items[place], &diags->items[place + 1],
            sizeof diags->items[0] * (size_t)(diags->count - place));
}

static const Unit *unit_of(const Load *load, const Machine *machine) {
    for (int32_t i = 0; i < load->units_count; i++) {
        const Unit *unit = &load->units[i];
        if (unit->machine == machine || unit->manifest == machine || unit->tests == machine)
            return unit;
    }
    return NULL;
}

const char *unit_file(Load *load, const Unit *unit, const char *name) {
    bool asked_for = unit == &load->units[load->units_count - 1];
    return asked_for ? name : region_format(load->region, "%s/%s", unit->id, name);
}

// The name inside the pack of a file that unit_file named; NULL if it is not this unit's.
static const char *inside(const Load *load, const Unit *unit, const char *name) {
    if (unit == &load->units[load->units_count - 1]) return name;
    size_t length = strlen(unit->id);
    bool own = strncmp(name, unit->id, length) == 0 && name[length] == '/';
    return own ? name + length + 1 : NULL;
}

static void quote(const Load *load, const Unit *unit, Diag *diag) {
    const char *name = unit && diag->line > 0 ? inside(load, unit, diag->file) : NULL;
    const PackFile *file = name ? pack_find(unit->pack, name) : NULL;
    if (!file || diag->source[0]) return;
    const char *at = (const char *)file->bytes.data;
    for (int32_t line = 1; at && line < diag->line; line++) {
        at = strchr(at, '\n');
        if (at) at++;
    }
    if (!at) return;
    int32_t length =
            core_min((int32_t)strcspn(at, "\r\n"), (int32_t)sizeof diag->source - 1);
    // A letter is never cut in half.
    while (length > 0 && ((unsigned char)at[length] & 0xC0) == 0x80)
        length--;
    snprintf(diag->source, sizeof diag->source, "%.*s", length, at);
}

void settle_findings(Load *load, const Machine *machine, int32_t before) {
    Diags *diags = load->diags;
    for (int32_t i = before; i < diags->count; i++) {
        if (load->incomplete && strcmp(diags->items[i].code, "E201") == 0) {
            take_out(diags, i--);
        } else {
            quote(load, unit_of(load, machine), &diags->items[i]);
        }
    }
}

void quote_findings(Load *load, const Unit *unit, int32_t before) {
    for (int32_t i = before; i < load->diags->count; i++)
        quote(load, unit, &load->diags->items[i]);
}

const SchemaField *item_field(const Item *item, const char *name) {
    // Items made for a moment only, such as that of a manifest, have no fields found before.
    if (item->fields.count == 0) return schema_field(item->word->name, name);
    return schema_field_in(item->fields, name);
}

// What the author, or a change of another pack, wrote for a field; NULL if nobody did.
static const Node *written(const Item *item, const char *name) {
    for (int32_t i = item->overrides_count - 1; i >= 0; i--) {
        if (strcmp(item->overrides[i].field, name) == 0) return item->overrides[i].node;
    }
    const Node *body = &item->decl->body;
    return body->kind == NODE_TABLE ? node_field(body, name) : NULL;
}

Value value_field(const Item *item, const char *name) {
    for (int32_t i = item->overrides_count - 1; i >= 0; i--) {
        if (strcmp(item->overrides[i].field, name) != 0) continue;
        return (Value){item->overrides[i].node, item->overrides[i].at};
    }
    Value value = {NULL, at_key(at_item(item), name)};
    if (item->decl->body.kind == NODE_TABLE)
        value.node = node_field(&item->decl->body, name);
    return value;
}

Value value_in(const Value *record, const char *key) {
    Value value = {NULL, at_key(record->at, key)};
    if (record->node
            && (record->node->kind == NODE_TABLE || record->node->kind == NODE_CHANGE)) {
        value.node = node_field(record->node, key);
    }
    return value;
}

Value value_nth(const Value *list, int32_t place) {
    Value value = {NULL, at_number(list->at, place)};
    if (list->node && place < list->node->items_count)
        value.node = &list->node->items[place];
    return value;
}

const char *item_title(Load *load, const Item *item) {
    if (item->decl->id[0] == 0) return item->word->name;
    const char *parts[] = {item->word->name, " \"", item->decl->id, "\""};
    return region_join(load->region, parts, ARRAY_COUNT(parts));
}

const char *item_place(Load *load, const Item *item, const char *field) {
    const char *parts[] = {item_title(load, item), ": ", field};
    return region_join(load->region, parts, ARRAY_COUNT(parts));
}

static const SchemaField *row(const Item *item, const char *name) {
    const SchemaField *field = item_field(item, name);
    ASSERT(field != NULL);
    return field;
}

bool read_given(const Item *item, const char *name) { return written(item, name) != NULL; }

const char *read_text(const Item *item, const char *name) {
    const Node *node = written(item, name);
    return node && node->kind == NODE_TEXT ? node->text : NULL;
}

int32_t value_number(const Value *value, int32_t fallback) {
    if (!value->node || value->node->kind != NODE_INTEGER) return fallback;
    int64_t number = value->node->integer;
    return number < INT16_MIN || number > INT16_MAX ? fallback : (int32_t)number;
}

int32_t read_number(const Item *item, const char *name) {
    const SchemaField *field = row(item, name);
    Value value = {.node = written(item, name)};
    int32_t number = value_number(&value, INT32_MIN); // no number an author can write
    if (number == INT32_MIN) number = (int32_t)strtol(field->fallback, NULL, 10);
    if (field->least < field->most) number = core_clamp(number, field->least, field->most);
    return number;
}

bool read_yes(const Item *item, const char *name) {
    const Node *node = written(item, name);
    if (node && node->kind == NODE_BOOLEAN) return node->integer != 0;
    return strcmp(row(item, name)->fallback, "true") == 0;
}

int32_t read_choice(const Item *item, const char *name) {
    const SchemaField *field = row(item, name);
    const char *text = read_text(item, name);
    int32_t place = text ? schema_place_of(field->words, text) : -1;
    return place >= 0 ? place : schema_place_of(field->words, field->fallback);
}

const char *read_id(const Item *item, const char *name, At *at) {
    Value value = value_field(item, name);
    if (at) *at = value.at;
    return value.node && value.node->kind == NODE_TEXT ? value.node->text : NULL;
}

static void split(Load *load, const char *text, const At *at, Ids *out) {
    const char *letter = text;
    while (*letter && out->count < IDS_MAX) {
        letter += strspn(letter, ", ");
        size_t length = strcspn(letter, ",");
        while (length > 0 && letter[length - 1] == ' ')
            length--;
        if (length == 0) break;
        out->at[out->count] = *at;
        out->id[out->count++] = region_copy_text(load->region, letter, length);
        letter += length;
    }
}

void read_ids(Load *load, const Value *value, Ids *out) {
    out->count = 0;
    if (!value->node) return;
    if (value->node->kind == NODE_TEXT) {
        split(load, value->node->text, &value->at, out);
        return;
    }
    if (value->node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < value->node->items_count && out->count < IDS_MAX; i++) {
        Value one = value_nth(value, i);
        if (one.node->kind != NODE_TEXT) continue;
        out->at[out->count] = one.at;
        out->id[out->count++] = one.node->text;
    }
}

void read_ids_of(Load *load, const Item *item, const char *name, Ids *out) {
    Value value = value_field(item, name);
    read_ids(load, &value, out);
}

uint16_t read_rounds(const Value *value) {
    uint16_t mask = 0;
    if (!value->node) return 0;
    if (value->node->kind == NODE_INTEGER) {
        int64_t n = value->node->integer;
        return (uint16_t)(n >= 1 && n <= ROUNDS_MAX ? 1u << n : 0);
    }
    if (value->node->kind != NODE_TABLE) return 0;
    for (int32_t i = 0; i < value->node->items_count; i++) {
        const Node *one = &value->node->items[i];
        if (one->kind != NODE_INTEGER || one->integer < 1 || one->integer > ROUNDS_MAX)
            continue;
        mask = (uint16_t)(mask | 1u << one->integer);
    }
    return mask;
}

// scenario/shape.c — compares a declaration with schema.def: unknown and missing fields, kinds of values, ranges, lengths. Never: knows what a field does.
#include "base/utf8.h"
#include "scenario/work.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS_OF_A_WORD_MAX = 64 };

typedef struct Shape {
    Load *load;
    const Item *item;
    const SchemaField *field;
} Shape;

static const char *found_words(Load *load, const Node *node) {
    switch (node->kind) {
    case NODE_INTEGER:
        return region_format(load->region, "the number %lld", (long long)node->integer);
    case NODE_TEXT: return region_format(load->region, "the text \"%.40s\"", node->text);
    case NODE_BOOLEAN: return node->integer ? "true" : "false";
    case NODE_NONE:
    case NODE_TABLE:
    case NODE_CHANGE:
    case NODE_FUNCTION:
    case NODE_BAD: return node_kind_words(node);
    }
    return "";
}

// What kinds of values look like, for the fix; NULL where the sentence says it already.
static const char *looks_like(FieldType type) {
    switch ((int)type) {
    case TYPE_TEXTS: return "{ \"…\", \"…\" }";
    case TYPE_MAP:
    case TYPE_NUMBERS: return "{ money = 3 }";
    case TYPE_PAIR: return "{ 3, 9 }";
    case TYPE_RECORDS: return "{ { … }, { … } }";
    case TYPE_VALUES: return "{ rate = { 0, 2, -4 } }";
    default: return NULL;
    }
}

static Diag *wrong(const Shape *shape, const Value *value, const char *must) {
    if (value->node->kind == NODE_BAD) return NULL;
    Load *load = shape->load;
    Diag *diag = complain(load, "E220", &value->at, PLACE_VALUE,
            "%s: %s must be %s. Found: %s.", item_title(load, shape->item),
            shape->field->name, must, found_words(load, value->node));
    const char *looks = looks_like(shape->field->type);
    bool itself = core_same(value->at.path[value->at.count - 1], shape->field->name);
    if (looks && itself) diag_fix(diag, "%s = %s", shape->field->name, looks);
    return diag;
}

static const char *range_words(const Shape *shape, int32_t least, int32_t most) {
    return region_format(shape->load->region, "a whole number from %d to %d", least, most);
}

// A number in quotes only has to lose them; an entry of a list has no name of its own.
static void fix_number(
        const Shape *shape, const Value *value, Diag *diag, int32_t least, int32_t most) {
    const char *key = value->at.path[value->at.count - 1];
    const char *text = value->node->kind == NODE_TEXT ? value->node->text : "";
    size_t digits = strspn(text, "0123456789");
    if (digits > 0 && digits == strlen(text))
        diag_fix(diag, "write %s without quotes", text);
    else if (key[0] >= '0' && key[0] <= '9')
        diag_fix(diag, "write a number from %d to %d for %s", least, most,
                shape->field->name);
    else
        diag_fix(diag, "%s = %d", key, (least + most) / 2);
}

static void check_number(const Shape *shape, const Value *value) {
    int32_t least = shape->field->least, most = shape->field->most;
    bool whole = value->node->kind == NODE_INTEGER;
    if (whole && value->node->integer >= least && value->node->integer <= most) return;
    const char *must = range_words(shape, least, most);
    if (!whole) {
        Diag *diag = wrong(shape, value, must);
        if (diag) fix_number(shape, value, diag, least, most);
        return;
    }
    Diag *diag = complain(shape->load, "E221", &value->at, PLACE_VALUE,
            "%s: %s must be %s. Found: %lld.", item_title(shape->load, shape->item),
            shape->field->name, must, (long long)value->node->integer);
    diag_expected(diag, "%d to %d", least, most);
    diag_fix(diag, "write a number from %d to %d", least, most);
}

static void check_length(const Shape *shape, const Value *value, int32_t most) {
    // There are never more letters than bytes.
    if (most == 0 || value->node->text_length <= (uint32_t)most) return;
    size_t letters = utf8_letters(value->node->text, value->node->text_length);
    if (letters <= (size_t)most) return;
    Diag *diag = complain(shape->load, "E505", &value->at, PLACE_VALUE,
            "%s: %s has %zu letters; at most %d fit.", item_title(shape->load, shape->item),
            shape->field->name, letters, most);
    diag_fix(diag, "make it %zu letters shorter", letters - (size_t)most);
}

static void check_letters(const Shape *shape, const Value *value, int32_t most) {
    if (value->node->kind == NODE_TEXT) {
        check_length(shape, value, most);
        return;
    }
    Diag *diag = wrong(shape, value, "a text in quotes");
    if (diag) diag_fix(diag, "%s = \"…\"", value->at.path[value->at.count - 1]);
}

// For lists the column of the schema that holds words of a choice says how long one text may be.
static int32_t letters_of_each(const SchemaField *field) {
    return (int32_t)strtol(field->words, NULL, 10);
}

static void check_texts(const Shape *shape, const Value *value) {
    if (value->node->kind != NODE_TABLE || value->node->fields_count > 0) {
        wrong(shape, value, "a list of texts: { \"…\", \"…\" }");
        return;
    }
    int32_t count = value->node->items_count;
    if (count < shape->field->least
            || (shape->field->most > 0 && count > shape->field->most)) {
        complain(shape->load, "E225", &value->at, PLACE_VALUE,
                "%s: %s holds %d texts; %d to %d fit.",
                item_title(shape->load, shape->item), shape->field->name, count,
                shape->field->least, shape->field->most);
    }
    for (int32_t i = 0; i < count; i++) {
        Value one = value_nth(value, i);
        if (one.node->kind != NODE_TEXT)
            wrong(shape, &one, "a list of texts");
        else
            check_length(shape, &one, letters_of_each(shape->field));
    }
}

static bool fixed_choice(const SchemaField *field) {
    return field->words[0] && field->words[0] != '(';
}

// "formal informal" -> "formal, informal".
static const char *with_commas(const Shape *shape, const char *words) {
    size_t length = strlen(words);
    char *out = region_take(shape->load->region, 2 * length + 1);
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        if (words[i] == ' ') out[used++] = ',';
        out[used++] = words[i];
    }
    return out;
}

static void wrong_word(const Shape *shape, const At *at, const char *found) {
    const char *names[48];
    int32_t count = 0;
    for (; count < 48; count++) {
        char one[33];
        if (!schema_nth_word(shape->field->words, count, one)) break;
        names[count] = region_copy_text(shape->load->region, one, strlen(one));
    }
    Diag *diag =
            complain(shape->load, "E224", at, PLACE_VALUE, "%s: %s cannot be \"%.40s\".",
                    item_title(shape->load, shape->item), shape->field->name, found);
    diag_expected(diag, "%s", with_commas(shape, shape->field->words));
    diag_near(diag, diag_nearest(found, names, (size_t)count));
    if (diag->near[0]) diag_fix(diag, "write %s", diag->near);
}

static void check_id(const Shape *shape, const Value *value) {
    if (value->node->kind != NODE_TEXT) {
        Diag *diag = wrong(shape, value, "one word in quotes");
        if (diag && fixed_choice(shape->field)) {
            diag_expected(diag, "%s", with_commas(shape, shape->field->words));
        }
    } else if (fixed_choice(shape->field)
               && !schema_has_word(shape->field->words, value->node->text)) {
        wrong_word(shape, &value->at, value->node->text);
    }
}

static void check_ids(const Shape *shape, const Value *value) {
    bool list = value->node->kind == NODE_TABLE && value->node->fields_count == 0;
    if (value->node->kind != NODE_TEXT && !list) {
        wrong(shape, value, "words in quotes: \"a, b\"");
        return;
    }
    Ids ids;
    read_ids(shape->load, value, &ids);
    if (shape->field->most > 0 && ids.count > shape->field->most) {
        complain(shape->load, "E225", &value->at, PLACE_VALUE,
                "%s: %s takes at most %d words. Found: %d.",
                item_title(shape->load, shape->item), shape->field->name,
                shape->field->most, ids.count);
    }
    for (int32_t i = 0; i < ids.count && fixed_choice(shape->field); i++) {
        if (!schema_has_word(shape->field->words, ids.id[i])) {
            wrong_word(shape, &ids.at[i], ids.id[i]);
        }
    }
}

static bool is_record(const Shape *shape, const Value *value, const char *must) {
    if (node_is_record(value->node)) return true;
    if (value->node->kind == NODE_TABLE) {
        Diag *diag = complain(shape->load, "E226", &value->at, PLACE_VALUE,
                "%s: %s is a list, but fields belong here.",
                item_title(shape->load, shape->item), shape->field->name);
        const char *looks = looks_like(shape->field->type);
        diag_fix(diag, "%s = %s", shape->field->name, looks ? looks : must);
        return false;
    }
    wrong(shape, value, must);
    return false;
}

static void check_map(const Shape *shape, const Value *value, bool texts) {
    if (!is_record(shape, value, texts ? "{ word = \"…\" }" : "{ id = number }")) return;
    for (int32_t i = 0; i < value->node->fields_count; i++) {
        Value one = value_in(value, value->node->fields[i].key);
        if (texts) {
            check_letters(shape, &one, shape->field->most);
        } else {
            check_number(shape, &one);
        }
    }
}

static void check_pair(const Shape *shape, const Value *value) {
    const char *must = "two whole numbers: { least, most }";
    if (value->node->kind != NODE_TABLE) {
        wrong(shape, value, must);
        return;
    }
    bool named = value->node->items_count == 0;
    int32_t count = named ? value->node->fields_count : value->node->items_count;
    if (count != 2) {
        wrong(shape, value, must);
        return;
    }
    for (int32_t i = 0; i < 2; i++) {
        Value one = named ? value_in(value, i == 0 ? "min" : "max") : value_nth(value, i);
        if (one.node) check_number(shape, &one);
    }
}

static void check_rounds(const Shape *shape, const Value *value) {
    const SchemaField *field = shape->field;
    int32_t most = field->most > 0 ? field->most : ROUNDS_MAX;
    if (value->node->kind == NODE_TEXT && schema_has_word(field->words, value->node->text))
        return;
    bool list = node_is_list(value->node);
    if (value->node->kind != NODE_INTEGER && !list) {
        wrong(shape, value, "a number or a list of numbers");
        return;
    }
    int32_t count = list ? value->node->items_count : 1;
    for (int32_t i = 0; i < count; i++) {
        Value one = list ? value_nth(value, i) : *value;
        bool good = one.node->kind == NODE_INTEGER && one.node->integer >= 1
                    && one.node->integer <= most;
        if (good) continue;
        complain(shape->load, "E221", &one.at, PLACE_VALUE,
                "%s: %s takes numbers from 1 to %d.", item_title(shape->load, shape->item),
                field->name, most);
    }
}

static void check_record_fields(const Shape *shape, const Value *value) {
    const char *names[16];
    int32_t count = 0;
    char one[33];
    for (; count < 16 && schema_nth_word(shape->field->words, count, one); count++) {
        names[count] = region_copy_text(shape->load->region, one, strlen(one));
    }
    for (int32_t i = 0; i < value->node->fields_count && count > 0; i++) {
        const char *key = value->node->fields[i].key;
        if (schema_has_word(shape->field->words, key)) continue;
        At at = at_key(value->at, key);
        Diag *diag =
                complain(shape->load, "E210", &at, PLACE_KEY, "%s: %s has no field \"%s\".",
                        item_title(shape->load, shape->item), shape->field->name, key);
        diag_expected(diag, "%s", with_commas(shape, shape->field->words));
        diag_near(diag, diag_nearest(key, names, (size_t)count));
    }
}

static void check_records(const Shape *shape, const Value *value) {
    if (value->node->kind != NODE_TABLE || value->node->fields_count > 0) {
        wrong(shape, value, "a list of { … }");
        return;
    }
    if (shape->field->most > 0 && value->node->items_count > shape->field->most) {
        complain(shape->load, "E225", &value->at, PLACE_VALUE,
                "%s: %s takes at most %d entries.", item_title(shape->load, shape->item),
                shape->field->name, shape->field->most);
    }
    for (int32_t i = 0; i < value->node->items_count; i++) {
        Value one = value_nth(value, i);
        if (!node_is_record(one.node)) {
            wrong(shape, &one, "a list of { … }");
        } else {
            check_record_fields(shape, &one);
        }
    }
}

static void check_expression(const Shape *shape, const Value *value, bool answers) {
    bool number = value->node->kind == NODE_INTEGER && !answers;
    if (value->node->kind == NODE_TEXT || number) return;
    if (answers && value->node->kind == NODE_BOOLEAN) {
        Diag *diag = wrong(shape, value, "a condition in quotes");
        if (diag)
            diag_fix(diag,
                    "write a condition such as \"round >= 2\", or leave the field out");
        return;
    }
    wrong(shape, value,
            answers ? "a condition in quotes"
                    : "a whole number or an expression in quotes");
}

static void check_who(const Shape *shape, const Value *value) {
    bool list = node_is_list(value->node);
    if (value->node->kind != NODE_TEXT && !list)
        wrong(shape, value, "names in quotes: \"union, council\"");
}

static void check_yes(const Shape *shape, const Value *value) {
    if (value->node->kind == NODE_BOOLEAN) return;
    Diag *diag = wrong(shape, value, "true or false");
    const char *text = value->node->kind == NODE_TEXT ? value->node->text : "";
    bool no = strcmp(text, "no") == 0 || strcmp(text, "false") == 0;
    if (diag) diag_fix(diag, "%s = %s", shape->field->name, no ? "false" : "true");
}

static void check_fields_only(const Shape *shape, const Value *value) {
    is_record(shape, value, "{ name = … }");
}

static void check_does(const Shape *shape, const Value *value) {
    bool good = value->node->kind == NODE_TABLE || value->node->kind == NODE_CHANGE;
    if (!good) wrong(shape, value, "a list of changes: { tell { text = \"…\" } }");
}

static void check_starts(const Shape *shape, const Value *value) {
    if (value->node->kind == NODE_INTEGER) check_number(shape, value);
    if (value->node->kind == NODE_TABLE) check_map(shape, value, false);
    if (value->node->kind == NODE_BOOLEAN) wrong(shape, value, "a whole number");
}

static void check_text(const Shape *shape, const Value *value) {
    check_letters(shape, value, shape->field->most);
}

static void check_picture(const Shape *shape, const Value *value) {
    check_letters(shape, value, 100);
}

static void check_numbers_map(const Shape *shape, const Value *value) {
    check_map(shape, value, false);
}

static void check_texts_map(const Shape *shape, const Value *value) {
    check_map(shape, value, true);
}

static void check_record(const Shape *shape, const Value *value) {
    if (is_record(shape, value, "{ … }")) check_record_fields(shape, value);
}

static void check_condition(const Shape *shape, const Value *value) {
    check_expression(shape, value, true);
}

static void check_amount(const Shape *shape, const Value *value) {
    check_expression(shape, value, false);
}

static void check_value(const Shape *shape, const Value *value) {
    // Types without a check of their own are judged by the family that reads them.
    static void (*const checks[])(const Shape *, const Value *) = {
            [TYPE_TEXT] = check_text,
            [TYPE_NUMBER] = check_number,
            [TYPE_YES] = check_yes,
            [TYPE_ID] = check_id,
            [TYPE_IDS] = check_ids,
            [TYPE_WORDS] = check_ids,
            [TYPE_MAP] = check_numbers_map,
            [TYPE_MAP_TEXTS] = check_texts_map,
            [TYPE_TEXTS] = check_texts,
            [TYPE_PAIR] = check_pair,
            [TYPE_ROUNDS] = check_rounds,
            [TYPE_WHO] = check_who,
            [TYPE_COND] = check_condition,
            [TYPE_AMOUNT] = check_amount,
            [TYPE_NUMBERS] = check_fields_only,
            [TYPE_CHANGES] = check_fields_only,
            [TYPE_DOES] = check_does,
            [TYPE_LETS] = check_fields_only,
            [TYPE_ASKS] = check_fields_only,
            [TYPE_VALUES] = check_fields_only,
            [TYPE_STARTS] = check_starts,
            [TYPE_RECORD] = check_record,
            [TYPE_RECORDS] = check_records,
            [TYPE_PICTURE] = check_picture,
    };
    if (value->node->kind == NODE_BAD) return;
    if (checks[shape->field->type]) checks[shape->field->type](shape, value);
}

static void unknown_field(Load *load, const Item *item, const At *at, const char *key) {
    const char *names[FIELDS_OF_A_WORD_MAX];
    int32_t count = schema_field_names(item->word->name, names, FIELDS_OF_A_WORD_MAX);
    Diag *diag = complain(load, "E210", at, PLACE_KEY, "%s has no field \"%s\".",
            item_title(load, item), key);
    diag_near(diag, diag_nearest(key, names, (size_t)count));
    char list[200];
    size_t used = 0;
    for (int32_t i = 0; i < count && used < sizeof list - 40; i++) {
        used += (size_t)snprintf(
                list + used, sizeof list - used, "%s%s", i ? ", " : "", names[i]);
    }
    diag_expected(diag, "%s%s", list, used >= sizeof list - 40 ? " …" : "");
    if (diag->near[0]) diag_fix(diag, "write %s", diag->near);
}

static void check_fields(Load *load, const Item *item) {
    const Node *body = &item->decl->body;
    for (int32_t i = 0; i < body->fields_count; i++) {
        const char *key = body->fields[i].key;
        Shape shape = {load, item, item_field(item, key)};
        Value value = {&body->fields[i].value, at_key(at_item(item), key)};
        if (!shape.field) {
            unknown_field(load, item, &value.at, key);
        } else {
            check_value(&shape, &value);
        }
    }
    if (body->items_count > 0) {
        At at = at_number(at_item(item), 0);
        Diag *diag = complain(load, "E226", &at, PLACE_VALUE,
                "%s: a value stands alone; every value needs a field name.",
                item_title(load, item));
        diag_fix(diag, "write name = \"…\"; numbers have no comma inside");
    }
}

static void check_overrides(Load *load, const Item *item) {
    for (int32_t i = 0; i < item->overrides_count; i++) {
        const Override *over = &item->overrides[i];
        Shape shape = {load, item, item_field(item, over->field)};
        Value value = {over->node, over->at};
        if (!shape.field) {
            unknown_field(load, item, &over->at, over->field);
        } else {
            check_value(&shape, &value);
        }
    }
}

static void check_required(Load *load, const Item *item) {
    SchemaSpan span = item->fields.count > 0 ? item->fields : schema_span(item->word->name);
    for (int32_t i = span.first; i < span.first + span.count; i++) {
        const SchemaField *field = schema_field_at(i);
        if (!field->required || read_given(item, field->name)) continue;
        At at = at_item(item);
        Diag *diag = complain(load, "E211", &at, PLACE_KEY, "%s needs the field %s: %s.",
                item_title(load, item), field->name, field->help);
        diag_fix(diag, "%.180s", item->word->example);
    }
}

void shape_check_item(Load *load, const Item *item) {
    NodeKind kind = item->decl->body.kind;
    if (item->word->id == STYLE_TEXT || item->word->id == STYLE_ON || kind == NODE_BAD)
        return;
    if (strcmp(item->word->name, "change") == 0) return;
    // A body that was lost to another mistake lacks nothing of its own.
    if (kind == NODE_NONE && load->incomplete) return;
    if (kind == NODE_TABLE) check_fields(load, item);
    check_overrides(load, item);
    check_required(load, item);
}

// scenario/programs.c — conditions, amounts, lets and questions of a declaration become programs. Never: knows the grammar (expr/).
#include "scenario/work.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void stand_at(ExprPlace *place, const At *at, PlacePart part) {
    if (!at->machine) return;
    Place where = machine_place(at->machine, at->decl, at->path, at->count, part);
    place->file = where.file;
    place->line = where.line;
    // The first letter stands behind the opening quote.
    place->column = where.column + (part == PLACE_VALUE && where.length > 1 ? 1 : 0);
}

ExprPlace programs_place(Load *load, const Item *item, const char *field, const At *at) {
    ExprPlace place = {.word = item_place(load, item, field)};
    stand_at(&place, at, PLACE_VALUE);
    return place;
}

ExprId programs_condition(Load *load, const Value *value, const ExprPlace *place) {
    if (!value->node || value->node->kind != NODE_TEXT) return 0;
    ExprPlace here = *place;
    stand_at(&here, &value->at, PLACE_VALUE);
    int32_t before = load->diags->count;
    const char *text = alias_text(load, value->at.machine, value->node->text);
    ExprId expr = expr_compile(load->def, text, true, &here, load->diags);
    settle_findings(load, value->at.machine, before);
    return expr;
}

ExprId programs_amount(Load *load, const Value *value, const ExprPlace *place) {
    if (!value->node) return 0;
    if (value->node->kind == NODE_INTEGER)
        return expr_constant(load->def, value->node->integer);
    if (value->node->kind != NODE_TEXT) return 0;
    ExprPlace here = *place;
    stand_at(&here, &value->at, PLACE_VALUE);
    int32_t before = load->diags->count;
    const char *text = alias_text(load, value->at.machine, value->node->text);
    ExprId expr = expr_compile(load->def, text, false, &here, load->diags);
    settle_findings(load, value->at.machine, before);
    return expr;
}

ExprId programs_condition_of(
        Load *load, const Item *item, const char *field, const ExprPlace *place) {
    Value value = value_field(item, field);
    if (!value.node || value.node->kind != NODE_TEXT) return 0;
    ExprPlace here = *place;
    here.word = item_place(load, item, field);
    return programs_condition(load, &value, &here);
}

// A let is a number or an answer, whatever its text is.
static ExprId let_program(Load *load, const Value *value, const ExprPlace *place) {
    if (value->node->kind != NODE_TEXT) return programs_amount(load, value, place);
    ExprPlace here = *place;
    stand_at(&here, &value->at, PLACE_VALUE);
    int32_t before = load->diags->count;
    const char *text = alias_text(load, value->at.machine, value->node->text);
    ExprId expr = expr_compile_let(load->def, text, &here, load->diags);
    settle_findings(load, value->at.machine, before);
    return expr;
}

void programs_lets(Load *load, const Item *item, ExprPlace *place) {
    Def *def = load->def;
    Value map = value_field(item, "let");
    place->lets_first = def->lets_count;
    place->lets_count = 0;
    if (!map.node || map.node->kind != NODE_TABLE) return;
    uint16_t count = 0;
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        Value value = value_in(&map, map.node->fields[i].key);
        if (def->lets_count >= LETS_MAX || count >= 16) {
            complain(load, "E225", &value.at, PLACE_KEY,
                    "There is room for 16 lets in one place and %d in all.", LETS_MAX);
            break;
        }
        // A let may not use another let: the place does not know them yet.
        ExprId expr = let_program(load, &value, place);
        def->lets[def->lets_count++] = (Let){pool_add(def, map.node->fields[i].key), expr};
        count++;
    }
    place->lets_count = count;
}

// ---- questions to the player --------------------------------------------------------------------------

typedef struct AskPlace {
    Load *load;
    const Item *item;
    const char *key;
} AskPlace;

static TextId ask_text(const AskPlace *place, const char *word, const At *at) {
    Load *load = place->load;
    const char *path = word ? region_format(load->region, "%s.%s.asks.%s.%s",
                               place->item->word->name, place->item->id, place->key, word)
                            : region_format(load->region, "%s.%s.asks.%s",
                                    place->item->word->name, place->item->id, place->key);
    return texts_add(load, path, texts_id_in_words(load, word ? word : place->key), 40, at);
}

static void sort_words(AskWord *words, int32_t count) {
    for (int32_t i = 1; i < count; i++) {
        AskWord moved = words[i];
        int32_t j = i;
        for (; j > 0 && words[j - 1].value > moved.value; j--)
            words[j] = words[j - 1];
        words[j] = moved;
    }
}

static void ask_words(const AskPlace *place, const Value *value, Ask *ask) {
    Def *def = place->load->def;
    ask->kind = ASK_WORD;
    ask->words_first = def->ask_words_count;
    ask->from = INT16_MAX;
    ask->to = INT16_MIN;
    for (int32_t i = 0; i < value->node->fields_count; i++) {
        const char *key = value->node->fields[i].key;
        Value one = value_in(value, key);
        if (one.node->kind != NODE_INTEGER || def->ask_words_count >= ASK_WORDS_MAX) {
            complain(place->load, "E220", &one.at, PLACE_VALUE,
                    "%s: asks: %s must be a whole number.",
                    item_title(place->load, place->item), key);
            continue;
        }
        int16_t number = (int16_t)value_number(&one, 0);
        def->ask_words[def->ask_words_count++] =
                (AskWord){pool_add(def, key), ask_text(place, key, &one.at), number};
        ask->words_count++;
        ask->from = (int16_t)core_min(ask->from, number);
        ask->to = (int16_t)core_max(ask->to, number);
    }
    sort_words(&def->ask_words[ask->words_first], ask->words_count);
}

static void ask_range(const AskPlace *place, const Value *value, Ask *ask) {
    Value from = value_nth(value, 0), to = value_nth(value, 1);
    ask->kind = ASK_NUMBER;
    ask->from = (int16_t)value_number(&from, 0);
    ask->to = (int16_t)value_number(&to, 0);
    bool good = value->node->items_count == 2 && from.node->kind == NODE_INTEGER
                && to.node->kind == NODE_INTEGER && ask->from <= ask->to;
    if (good) return;
    complain(place->load, "E220", &value->at, PLACE_VALUE,
            "%s: asks: %s must be { least, most }.", item_title(place->load, place->item),
            place->key);
    ask->to = ask->from;
}

enum { OWN_WORD_BYTES = 48 };

// "frame, clause": things of any of these kinds. One word that is no kind is the author's own for "none":
// "where_they_lean, clause, frame". 0 when there is more than one, or one beside no kind at all.
static uint16_t kinds_in(const char *text, char own[OWN_WORD_BYTES]) {
    uint16_t mask = 0;
    own[0] = 0;
    while (*text) {
        char word[OWN_WORD_BYTES] = "";
        size_t length = strcspn(text, ", ");
        if (length >= sizeof word) return 0;
        memcpy(word, text, length);
        Kind kind = kind_of_word(word);
        bool none = strcmp(word, "none") == 0;
        if (length > 0 && kind == KIND_NONE && !none) {
            if (own[0]) return 0;
            memcpy(own, word, sizeof word);
        }
        if (length > 0) mask = (uint16_t)(mask | 1u << kind);
        text += length + (text[length] != 0);
    }
    return mask;
}

// A slip of the pen is no own word: "clauze".
static bool is_slip(const char *own) {
    const char *kinds[KIND_COUNT];
    for (int32_t i = 1; i < KIND_COUNT; i++)
        kinds[i - 1] = kind_word((Kind)i);
    return own[0] && diag_nearest(own, kinds, KIND_COUNT - 1) != NULL;
}

static void own_none(const AskPlace *place, const Value *value, const char *own, Ask *ask) {
    Def *def = place->load->def;
    if (!own[0]) return;
    if (def->ask_words_count >= ASK_WORDS_MAX) {
        complain(place->load, "E225", &value->at, PLACE_VALUE,
                "There is room for %d words to pick from.", ASK_WORDS_MAX);
        return;
    }
    ask->words_first = def->ask_words_count;
    ask->words_count = 1;
    def->ask_words[def->ask_words_count++] =
            (AskWord){pool_add(def, own), ask_text(place, own, &value->at), 0};
}

static void thing_asked(const AskPlace *place, const Value *value, Ask *ask) {
    if (strcmp(value->node->text, kind_set_word(KIND_ACTOR)) == 0) { // several at once
        ask->kind = ASK_ACTORS;
        ask->thing = KIND_ACTOR;
        return;
    }
    char own[OWN_WORD_BYTES];
    uint16_t several = kinds_in(value->node->text, own);
    if ((several & (several - 1)) && !is_slip(own)) {
        ask->kind = ASK_ANY;
        ask->from = (int16_t)several;
        own_none(place, value, own, ask);
        return;
    }
    Kind kind = kind_of_word(value->node->text);
    ask->kind = ASK_THING;
    ask->thing = (uint8_t)kind;
    if (kind != KIND_NONE) return;
    const char *kinds[KIND_COUNT];
    for (int32_t i = 1; i < KIND_COUNT; i++)
        kinds[i - 1] = kind_word((Kind)i);
    Diag *diag = complain(place->load, "E224", &value->at, PLACE_VALUE,
            "There is no kind of thing \"%.30s\".", value->node->text);
    diag_expected(
            diag, "actor, decider, arena, issue, clause, frame, resource, audience …");
    diag_near(diag, diag_nearest(value->node->text, kinds, KIND_COUNT - 1));
    ask->thing = KIND_ACTOR;
}

int32_t programs_asks(Load *load, const Item *item, Ask out[ASKS_MAX]) {
    Value map = value_field(item, "asks");
    if (!map.node || map.node->kind != NODE_TABLE) return 0;
    int32_t count = 0;
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        const char *key = map.node->fields[i].key;
        Value value = value_in(&map, key);
        if (count == ASKS_MAX) {
            complain(load, "E225", &value.at, PLACE_KEY, "A move asks at most %d things.",
                    ASKS_MAX);
            break;
        }
        AskPlace place = {load, item, key};
        Ask *ask = &out[count++];
        *ask = (Ask){
                .id = pool_add(load->def, key), .name = ask_text(&place, NULL, &value.at)};
        if (value.node->kind == NODE_TEXT) {
            thing_asked(&place, &value, ask);
        } else if (node_is_list(value.node)) {
            ask_range(&place, &value, ask);
        } else if (value.node->kind == NODE_TABLE) {
            ask_words(&place, &value, ask);
        } else {
            complain(load, "E220", &value.at, PLACE_VALUE,
                    "%s: asks: %s must be a kind of thing, { least, most } or { word = "
                    "number }.",
                    item_title(load, item), key);
        }
    }
    return count;
}

// scenario/deals.c — agreements a case suggests: who may offer them to whom, what is given at once, what is promised. Never: whether trust allows one (rules/gate_deal.c).
#include "scenario/work.h"
#include <string.h>

static const char kinds[] = "words support_frame refrain credit do join leave give "
                            "vote_for vote_against place"; // in the order of PromiseKind

// What a kind of promise must name: the field, and the word of what it names.
typedef struct About {
    const char *field, *word;
} About;

static About about_of(PromiseKind kind) {
    switch (kind) {
    case PROMISE_SUPPORT_FRAME: return (About){"frame", "frame"};
    case PROMISE_REFRAIN:
    case PROMISE_DO: return (About){"verb", "move"};
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_PLACE: return (About){"arena", "arena"};
    case PROMISE_GIVE: return (About){"what", "resource"};
    case PROMISE_JOIN:
    case PROMISE_LEAVE: return (About){"what", "coalition"};
    case PROMISE_NONE:
    case PROMISE_WORDS:
    case PROMISE_CREDIT: break;
    }
    return (About){NULL, NULL};
}

static const char *text_in(const Value *record, const char *key, At *at) {
    Value value = value_in(record, key);
    *at = value.node ? value.at : record->at;
    return value.node && value.node->kind == NODE_TEXT ? value.node->text : NULL;
}

static void read_about(
        Load *load, const Item *item, const Value *record, Promise *promise) {
    About about = about_of((PromiseKind)promise->kind);
    At at;
    promise->what = promise->target = NONE;
    if (!about.field) return;
    const char *id = text_in(record, about.field, &at);
    if (id) {
        promise->what = names_index(load, about.word, id, &at);
        return;
    }
    char kind[33] = "";
    schema_nth_word(kinds, promise->kind - 1, kind);
    Diag *diag = complain(load, "E211", &record->at, PLACE_VALUE,
            "%s: a promise of the kind %s needs %s.", item_title(load, item), kind,
            about.field);
    diag_fix(diag, "%s = \"…\"", about.field);
}

// A decider for who does something, an actor for who is given something.
static void read_target(Load *load, const Value *record, Promise *promise) {
    At at;
    const char *id = text_in(record, "target", &at);
    if (!id) return;
    bool to_actor = promise->kind == PROMISE_GIVE || promise->kind == PROMISE_PLACE;
    promise->target = names_index(load, to_actor ? "actor" : "decider", id, &at);
}

static int32_t number_in(Load *load, const Item *item, const Value *record, const char *key,
        int32_t least, int32_t most, int32_t fallback) {
    Value value = value_in(record, key);
    if (!value.node) return fallback;
    int32_t number = value_number(&value, fallback);
    if (value.node->kind == NODE_INTEGER && number >= least && number <= most)
        return number;
    complain(load, "E221", &value.at, PLACE_VALUE, "%s: %s goes from %d to %d.",
            item_title(load, item), key, least, most);
    return core_clamp(number, least, most);
}

static void read_size(Load *load, const Item *item, const Value *record, Promise *promise) {
    int32_t smallest = deal_smallest(promise);
    promise->size = (uint8_t)number_in(load, item, record, "size", 1, 3, smallest);
    if (promise->size >= smallest) return;
    Value size = value_in(record, "size");
    Diag *diag = complain(load, "E221", &size.at, PLACE_VALUE,
            "%s: a promise of this kind is at least of size %d.", item_title(load, item),
            smallest);
    diag_fix(diag, "size = %d", smallest);
    promise->size = (uint8_t)smallest;
}

static bool read_kind(Load *load, const Item *item, const Value *record, Promise *promise) {
    At at;
    const char *word = text_in(record, "kind", &at);
    int32_t place = word ? schema_place_of(kinds, word) : -1;
    promise->kind = (uint8_t)(place + 1);
    if (place >= 0) return true;
    Diag *diag = complain(load, word ? "E224" : "E211", &at, PLACE_VALUE,
            "%s: there is no promise \"%.30s\".", item_title(load, item), word ? word : "");
    diag_expected(diag, "%s", kinds);
    return false;
}

static void read_by(Load *load, const Item *item, const Value *record, Promise *promise) {
    At at;
    const char *by = text_in(record, "by", &at);
    int32_t place = by ? schema_place_of("me them", by) : 0;
    promise->by = (uint8_t)core_max(0, place);
    if (place >= 0) return;
    diag_expected(
            complain(load, "E224", &at, PLACE_VALUE,
                    "%s: \"%.30s\" does not say who promises.", item_title(load, item), by),
            "me or them");
}

static void read_promise(
        Load *load, const Item *item, const Value *record, DealTemplate *deal) {
    Promise promise = {0};
    if (!read_kind(load, item, record, &promise)) return;
    read_by(load, item, record, &promise);
    read_about(load, item, record, &promise);
    read_target(load, record, &promise);
    promise.amount = (uint8_t)number_in(
            load, item, record, "amount", 1, 9, promise.kind == PROMISE_GIVE);
    promise.due = (uint8_t)number_in(load, item, record, "due", 1, ROUNDS_MAX, 0);
    read_size(load, item, record, &promise);
    if (promise.kind == PROMISE_WORDS) {
        At at;
        const char *words = text_in(record, "text", &at);
        const char *path = region_format(load->region, "deal.%s.promises.text", item->id);
        if (words && !deal->words) deal->words = texts_add(load, path, words, 140, &at);
        if (!words)
            complain(load, "E211", &record->at, PLACE_VALUE,
                    "%s: a promise in words needs its text.", item_title(load, item));
    }
    if (deal->promises_count < PROMISES_MAX)
        deal->promises[deal->promises_count++] = promise;
}

static int32_t read_gives(
        Load *load, const Item *item, const char *field, uint8_t gives[RESOURCES_MAX]) {
    Value map = value_field(item, field);
    int32_t sum = 0;
    for (int32_t i = 0; map.node && i < map.node->fields_count; i++) {
        Value one = value_in(&map, map.node->fields[i].key);
        sum += value_number(&one, 0) > 0; // what is misspelt was meant all the same
        const Item *resource = names_find_key(load, "resource", &one);
        if (!resource) continue;
        int32_t points = core_clamp(value_number(&one, 0), 0, 20);
        gives[resource->index] = (uint8_t)points;
    }
    return sum;
}

static void fill_deal(Load *load, const Item *item) {
    Def *def = load->def;
    At at = at_item(item);
    if (def->templates_count == DEAL_TEMPLATES_MAX) {
        complain(load, "E225", &at, PLACE_KEY, "A case suggests at most %d deals.",
                DEAL_TEMPLATES_MAX);
        return;
    }
    DealTemplate *deal = &def->templates[def->templates_count++];
    *deal = (DealTemplate){.names = texts_names(load, item),
            .text = texts_field(load, item, "text"),
            .is_public = read_yes(item, "open")};
    Value who = value_field(item, "who"), with = value_field(item, "with"),
          list = value_field(item, "promises");
    deal->who = who_actors(load, &who, "anyone", NULL);
    deal->with = who_actors(load, &with, "anyone", NULL);
    int32_t given = read_gives(load, item, "i_give", deal->gives[0])
                    + read_gives(load, item, "they_give", deal->gives[1]);
    for (int32_t i = 0; list.node && i < list.node->items_count; i++) {
        Value record = value_nth(&list, i);
        if (node_is_record(record.node)) read_promise(load, item, &record, deal);
    }
    bool asked = list.node && list.node->items_count > 0;
    if (given == 0 && !asked)
        complain(load, "E211", &at, PLACE_KEY, "%s needs something given or promised.",
                item_title(load, item));
    bool alone = __builtin_popcount(deal->who) == 1 && deal->with == deal->who;
    if (alone)
        complain(load, "E202", &with.at, PLACE_VALUE, "%s needs somebody else.",
                item_title(load, item));
}

void deals_fill(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (!item->dropped && core_same(item->word->name, "deal")) fill_deal(load, item);
    }
}

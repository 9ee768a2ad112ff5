// scenario/budget.c — what the money of a rule of kind budget can go to, and what each thing brings. Never: counts points (rules/budget.c).
#include "scenario/work.h"
#include <string.h>

// Whose wish it is: the voter, as the target of the expression.
static ExprId wanted_of(Load *load, const Value *record, ExprPlace place) {
    Value wanted = value_in(record, "wanted");
    if (!wanted.node) return 0;
    place.target_kinds = 1u << KIND_DECIDER;
    return programs_amount(load, &wanted, &place);
}

static ChangeSpan changes_of(
        Load *load, const Item *item, const Value *record, const ExprPlace *place) {
    ChangeStyle more = {0}, less = {.minus = true};
    Value gives = value_in(record, "gives"), loses = value_in(record, "loses"),
          does = value_in(record, "does");
    ChangeSpan span = changes_begin(load);
    changes_numbers(load, item, &gives, place, &more);
    changes_numbers(load, item, &loses, place, &less);
    changes_words(load, item, &does, place);
    changes_end(load, &span);
    return span;
}

static bool is_text(const Value *value) {
    return value->node && value->node->kind == NODE_TEXT;
}

static bool has_room(Load *load, const Item *item, const Value *record) {
    const DecisionRule *rule = &load->def->decision_rules[item->index];
    if (load->def->options_count < SPENDINGS_MAX
            && rule->options_count < BUDGET_OPTIONS_MAX)
        return true;
    complain(load, "E225", &record->at, PLACE_VALUE,
            "The budgets of a case hold at most %d options, %d of them in one.",
            SPENDINGS_MAX, BUDGET_OPTIONS_MAX);
    return false;
}

static bool is_new(Load *load, const Item *item, const Value *id) {
    const Def *def = load->def;
    const DecisionRule *rule = &def->decision_rules[item->index];
    for (int32_t i = 0; i < rule->options_count; i++) {
        if (!core_same(def_text(def, def->options[rule->options_first + i].id),
                    id->node->text))
            continue;
        complain(load, "E204", &id->at, PLACE_VALUE, "%s has two options \"%.40s\".",
                item_title(load, item), id->node->text);
        return false;
    }
    return true;
}

static int32_t cost_of(Load *load, const Item *item, const Value *record) {
    Value cost = value_in(record, "cost");
    int32_t most = load->def->decision_rules[item->index].budget,
            points = value_number(&cost, 0);
    if (cost.node && points >= 1 && points <= most) return points;
    const At *at = cost.node ? &cost.at : &record->at;
    Diag *diag = complain(load, cost.node ? "E221" : "E211", at, PLACE_VALUE,
            "%s: an option needs a cost from 1 to %d, all the money there is.",
            item_title(load, item), most);
    diag_fix(diag, "cost = %d", core_max(1, core_min(points, most)));
    return 1;
}

static void fill_option(
        Load *load, const Item *item, const Value *record, const ExprPlace *place) {
    Def *def = load->def;
    DecisionRule *rule = &def->decision_rules[item->index];
    Value id = value_in(record, "id"), text = value_in(record, "text");
    if (!is_text(&id) || !is_text(&text)) {
        complain(load, "E211", &record->at, PLACE_VALUE, "%s: an option needs id and text.",
                item_title(load, item));
        return;
    }
    if (!has_room(load, item, record) || !is_new(load, item, &id)) return;
    const char *path = region_format(
            load->region, "decision_rule.%s.options.%s.text", item->id, id.node->text);
    BudgetOption *option = &def->options[def->options_count++];
    *option = (BudgetOption){.id = pool_add(def, id.node->text),
            .text = texts_add(load, path, text.node->text, 80, &text.at),
            .cost = (int16_t)cost_of(load, item, record),
            .wanted = wanted_of(load, record, *place)};
    option->changes = changes_of(load, item, record, place);
    rule->options_count++;
}

static void tell_other_kind(Load *load, const Item *item, const char *field) {
    Value value = value_field(item, field);
    if (!value.node) return;
    Diag *diag = complain(load, "E202", &value.at, PLACE_KEY,
            "%s is no budget: only a budget has %s.", item_title(load, item), field);
    diag_fix(diag, "kind = \"budget\"");
}

static void fill_budget(Load *load, const Item *item) {
    DecisionRule *rule = &load->def->decision_rules[item->index];
    rule->options_first = load->def->options_count;
    if (rule->kind != RULE_BUDGET) {
        tell_other_kind(load, item, "budget");
        tell_other_kind(load, item, "options");
        return;
    }
    rule->budget = (int16_t)read_number(item, "budget");
    Value list = value_field(item, "options");
    if (!list.node || list.node->kind != NODE_TABLE) return;
    ExprPlace place = programs_place(load, item, "options", &list.at);
    for (int32_t i = 0; i < list.node->items_count; i++) {
        Value record = value_nth(&list, i);
        if (node_is_record(record.node)) fill_option(load, item, &record, &place);
    }
}

void budget_programs(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index >= 0 && strcmp(item->word->name, "decision_rule") == 0)
            fill_budget(load, item);
    }
}

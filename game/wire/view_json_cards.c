// wire/view_json_cards.c — section "cards": how each arena decides, and what this seat can tell of it. Never: a hidden cause.
#include "wire/view_json_parts.h"

static void write_causes(JsonOut *json, const ViewVoter *voter) {
    json_open(json, "causes", '[');
    for (int32_t i = 0; i < voter->causes_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "text", voter->causes[i].text);
        if (voter->causes[i].open) json_int(json, "tenths", voter->causes[i].tenths);
        json_close(json, '}');
    }
    json_close(json, ']');
}

// Points of a budget, where this seat may know them.
static void write_spread(JsonOut *json, const ViewVoter *voter, int32_t options) {
    if (!voter->spread) return;
    json_open(json, "spread", '[');
    for (int32_t i = 0; i < options; i++)
        json_int(json, NULL, voter->spread[i]);
    json_close(json, ']');
    if (voter->may_spread) json_int(json, "left", voter->points_left);
}

static void write_voter(JsonOut *json, const ViewVoter *voter, int32_t options) {
    json_open(json, NULL, '{');
    json_text(json, "name", voter->name);
    json_some_text(json, "role", voter->role);
    json_int(json, "i", voter->decider);
    json_int(json, "weight", voter->weight);
    json_int(json, "says", voter->says);
    if (voter->mine) json_int(json, "own", voter->own_vote);
    json_some_text(json, "otherwise", voter->otherwise);
    write_causes(json, voter);
    write_spread(json, voter, options);
    json_close(json, '}');
}

static void write_option(JsonOut *json, const ViewBudgetOption *option) {
    json_open(json, NULL, '{');
    json_text(json, "name", option->name);
    json_some_text(json, "brings", option->brings);
    json_int(json, "cost", option->cost);
    if (option->points >= 0) json_int(json, "points", option->points);
    json_some_flag(json, "funded", option->funded);
    json_close(json, '}');
}

static void write_result(JsonOut *json, const ViewDecision *decision) {
    if (!decision->done) return;
    json_open(json, "result", '{');
    json_flag(json, "passed", decision->passed);
    json_int(json, "yes", decision->yes);
    json_int(json, "no", decision->no);
    json_int(json, "abstain", decision->abstain);
    json_int(json, "margin", decision->margin);
    json_some_flag(json, "may_return", decision->may_return);
    json_close(json, '}');
}

static void write_text(JsonOut *json, const ViewDecision *decision) {
    json_open(json, "text", '[');
    for (int32_t i = 0; i < decision->clauses_count; i++) {
        json_open(json, NULL, '[');
        json_int(json, NULL, decision->clauses[i]);
        json_int(json, NULL, decision->text[decision->clauses[i]]);
        json_close(json, ']');
    }
    json_close(json, ']');
}

static void write_decision(JsonOut *json, const ViewDecision *decision) {
    json_open(json, NULL, '{');
    json_int(json, "arena", decision->arena);
    json_text(json, "name", decision->name);
    json_text(json, "rule", decision->rule_text);
    json_some_text(json, "rider", decision->rider);
    json_some_text(json, "when", decision->when);
    json_some_int(json, "quota", decision->quota);
    json_some_int(json, "total", decision->total);
    json_some_flag(json, "due", decision->due);
    json_some_flag(json, "signs", decision->shown_signs);
    write_text(json, decision);
    write_result(json, decision);
    json_open(json, "voters", '[');
    for (int32_t i = 0; i < decision->voters_count; i++)
        write_voter(json, &decision->voters[i], decision->options_count);
    json_close(json, ']');
    json_open(json, "options", '[');
    for (int32_t i = 0; i < decision->options_count; i++)
        write_option(json, &decision->options[i]);
    json_close(json, ']');
    json_some_int(json, "points", decision->points);
    json_some_int(json, "money", decision->money);
    json_some_int(json, "spent", decision->spent);
    json_close(json, '}');
}

void view_json_cards(JsonOut *json, const View *view) {
    json_open(json, "decisions", '[');
    for (int32_t i = 0; i < view->decisions_count; i++)
        write_decision(json, &view->decisions[i]);
    json_close(json, ']');
}

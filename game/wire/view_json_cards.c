// wire/view_json_cards.c — section "cards": how each arena decides, and what this seat can tell of it; motions and claims. Never: a hidden cause.
#include "model/def.h"
#include "wire/view_json_parts.h"

static void write_causes(JsonOut *json, const ViewVoter *voter) {
    if (voter->causes_count == 0) return;
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

static void write_voter(
        JsonOut *json, const ViewVoter *voter, int32_t options, bool drawn, ViewPart part) {
    json_open(json, NULL, '{');
    if (part_fixed(part)) {
        json_text(json, "name", voter->name);
        json_some_text(json, "role", voter->role);
        json_int(json, "i", voter->decider);
    }
    // Where citizens are drawn the weight is how many of them came.
    if (drawn ? part_moving(part) : part_fixed(part))
        json_int(json, "weight", voter->weight);
    if (part_moving(part)) {
        if (voter->says != 2) json_int(json, "says", voter->says);
        if (voter->mine) json_int(json, "own", voter->own_vote);
        json_some_text(json, "otherwise", voter->otherwise);
        json_some_text(json, "because", voter->reason);
        write_causes(json, voter);
        write_spread(json, voter, options);
    }
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

static void write_amendments(JsonOut *json, const ViewDecision *decision) {
    if (decision->amendments_count == 0) return;
    json_open(json, "amend", '[');
    for (int32_t i = 0; i < decision->amendments_count; i++) {
        const ViewAmendment *one = &decision->amendments[i];
        json_open(json, NULL, '{');
        json_text(json, "text", one->text);
        json_thing(json, "clause", one->clause);
        json_some_int(json, "way", one->direction);
        json_some_flag(json, "mine", one->mine);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void decision_moving(JsonOut *json, const ViewDecision *decision) {
    json_text(json, "rule", decision->rule_text);
    json_some_text(json, "rider", decision->rider);
    json_some_text(json, "when", decision->when);
    json_some_int(json, "quota", decision->quota);
    json_some_int(json, "total", decision->total);
    json_some_flag(json, "due", decision->due);
    json_some_flag(json, "signs", decision->shown_signs);
    write_text(json, decision);
    write_result(json, decision);
    write_amendments(json, decision);
    json_some_flag(json, "reason", decision->needs_reason);
    if (decision->options_count > 0) {
        json_open(json, "options", '[');
        for (int32_t i = 0; i < decision->options_count; i++)
            write_option(json, &decision->options[i]);
        json_close(json, ']');
        json_int(json, "points", decision->points);
        json_int(json, "money", decision->money);
        json_some_int(json, "spent", decision->spent);
    }
}

static void write_decision(JsonOut *json, const ViewDecision *decision, ViewPart part) {
    bool drawn = decision->rule == RULE_SORTITION;
    json_open(json, NULL, '{');
    if (part_fixed(part)) {
        json_int(json, "arena", decision->arena);
        json_text(json, "name", decision->name);
        json_int(json, "kind", decision->rule);
    }
    if (part_moving(part)) decision_moving(json, decision);
    json_open(json, "voters", '[');
    for (int32_t i = 0; i < decision->voters_count; i++)
        write_voter(json, &decision->voters[i], decision->options_count, drawn, part);
    json_close(json, ']');
    json_close(json, '}');
}

static void write_motions(JsonOut *json, const View *view) {
    if (view->motions_count == 0) return;
    json_open(json, "motions", '[');
    for (int32_t i = 0; i < view->motions_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "text", view->motions[i].text);
        json_thing(json, "by", view->motions[i].by);
        json_thing(json, "arena", view->motions[i].arena);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_claims(JsonOut *json, const View *view) {
    if (view->claims_count == 0) return;
    json_open(json, "claims", '[');
    for (int32_t i = 0; i < view->claims_count; i++) {
        const ViewClaim *claim = &view->claims[i];
        json_open(json, NULL, '{');
        json_text(json, "text", claim->text);
        json_int(json, "clause", claim->clause);
        json_int(json, "arena", claim->arena);
        json_some_int(json, "progress", claim->progress);
        json_int(json, "needs", claim->needs);
        json_some_flag(json, "running", claim->running);
        json_some_flag(json, "won", claim->won);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void view_json_cards(JsonOut *json, const View *view, ViewPart part) {
    json_open(json, "decisions", '[');
    for (int32_t i = 0; i < view->decisions_count; i++)
        write_decision(json, &view->decisions[i], part);
    json_close(json, ']');
    if (!part_moving(part)) return;
    write_motions(json, view);
    write_claims(json, view);
}

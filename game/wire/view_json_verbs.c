// wire/view_json_verbs.c — sections "verbs" and "asked": what may be done now, and what waits for an answer. Never: whether it is open; the view says so.
#include "wire/view_json_parts.h"

static void write_target(JsonOut *json, const ViewTarget *target) {
    json_open(json, NULL, '{');
    json_int(json, "kind", target->thing.kind);
    json_int(json, "i", target->thing.index);
    json_text(json, "name", target->name);
    if (!target->open) json_text(json, "closed", target->closed);
    json_close(json, '}');
}

static void write_options(JsonOut *json, const ViewOption *options, int32_t count) {
    json_open(json, "options", '[');
    for (int32_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "name", options[i].name);
        json_int(json, "value", options[i].value);
        if (!options[i].open) json_text(json, "closed", options[i].closed);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_asks(JsonOut *json, const ViewMove *move) {
    json_open(json, "asks", '[');
    for (int32_t i = 0; i < move->asks_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "name", move->asks[i].name);
        write_options(json, move->asks[i].options, move->asks[i].options_count);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_move(JsonOut *json, const ViewMove *move) {
    json_open(json, NULL, '{');
    json_text(json, "id", move->id);
    json_text(json, "name", move->name);
    json_int(json, "kind", move->kind);
    json_int(json, "style", move->style);
    json_some_text(json, "about", move->about);
    json_some_text(json, "warns", move->warns);
    json_some_text(json, "costs", move->costs);
    json_some_text(json, "brings", move->brings);
    if (!move->open) json_text(json, "closed", move->closed);
    json_some_flag(json, "quiet", move->quiet);
    json_some_flag(json, "request", move->is_request);
    json_some_int(json, "sides", move->sides ? 1 + move->clause_sides : 0);
    if (move->bid_max > 0) {
        json_int(json, "bid_min", move->bid_min);
        json_int(json, "bid_max", move->bid_max);
    }
    json_some_int(json, "label", move->label_max);
    json_open(json, "targets", '[');
    for (int32_t i = 0; i < move->targets_count; i++)
        write_target(json, &move->targets[i]);
    json_close(json, ']');
    write_asks(json, move);
    json_close(json, '}');
}

void view_json_verbs(JsonOut *json, const View *view) {
    json_open(json, "moves", '[');
    for (int32_t i = 0; i < view->moves_count; i++)
        write_move(json, &view->moves[i]);
    json_close(json, ']');
}

static void write_choice(JsonOut *json, const ViewChoice *choice) {
    json_open(json, NULL, '{');
    json_int(json, "key", choice->key);
    json_text(json, "title", choice->title);
    json_text(json, "text", choice->text);
    json_some_flag(json, "mine", choice->mine);
    json_some_flag(json, "answered", choice->answered);
    write_options(json, choice->options, choice->options_count);
    json_close(json, '}');
}

static void write_credit(JsonOut *json, const ViewCredit *credit) {
    if (!credit->open) return;
    json_open(json, "credit", '{');
    json_text(json, "claim", credit->claim);
    json_text(json, "give", credit->give);
    json_text(json, "quiet", credit->quiet);
    json_some_text(json, "claim_closed", credit->claim_closed);
    json_close(json, '}');
}

void view_json_asked(JsonOut *json, const View *view) {
    json_open(json, "choices", '[');
    for (int32_t i = 0; i < view->choices_count; i++)
        write_choice(json, &view->choices[i]);
    json_close(json, ']');
    if (view->vote_decider >= 0) {
        json_int(json, "vote", view->vote_decider);
        json_int(json, "vote_hint", view->vote_hint);
    }
    json_some_flag(json, "expect", view->may_expect);
    json_some_flag(json, "reflect", view->may_reflect);
    json_some_flag(json, "may_credit", view->may_credit);
    write_credit(json, &view->credit);
}

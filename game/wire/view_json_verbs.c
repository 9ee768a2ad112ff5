// wire/view_json_verbs.c — sections "verbs", "asked", "book" and "prices": what may be done now, what waits for an answer, and how it is described. Never: whether it is open; the view says so.
#include "model/kind.h"
#include "wire/view_json_parts.h"
#include <stdio.h>
#include <string.h>

// ---- the acts of this step -------------------------------------------------------------------------------------

enum { REASONS_MAX = 1024 };

// Why acts and their targets are closed: each sentence once for all of them, because a new turn changes
// the same sentence everywhere.
typedef struct Reasons {
    const char *items[REASONS_MAX];
    int32_t count;
} Reasons;

static int32_t place_of(Reasons *reasons, const char *text) {
    for (int32_t i = reasons->count - 1; i >= 0; i--) {
        if (reasons->items[i] == text || strcmp(reasons->items[i], text) == 0) return i;
    }
    if (reasons->count < REASONS_MAX) reasons->items[reasons->count++] = text;
    return reasons->count - 1;
}

// Things that "names" of section "words" does not hold come with their name.
static bool has_fixed_name(Thing thing) { return thing.kind <= KIND_FRAME; }

static void write_by_place(
        JsonOut *json, const char *key, int32_t place, const char *text, bool *opened) {
    char name[12];
    if (!*opened) json_open(json, key, '{');
    *opened = true;
    snprintf(name, sizeof name, "%d", place);
    json_text(json, name, text);
}

static void write_names(JsonOut *json, const ViewMove *move) {
    bool opened = false;
    for (int32_t i = 0; i < move->targets_count; i++) {
        if (!has_fixed_name(move->targets[i].thing))
            write_by_place(json, "names", i, move->targets[i].name, &opened);
    }
    if (opened) json_close(json, '}');
}

static void write_notes(JsonOut *json, const ViewMove *move) {
    bool opened = false;
    for (int32_t i = 0; i < move->targets_count; i++) {
        if (move->targets[i].note && move->targets[i].note[0])
            write_by_place(json, "notes", i, move->targets[i].note, &opened);
    }
    if (opened) json_close(json, '}');
}

// [kind, index], and the place of the reason when it is closed.
static void write_targets(JsonOut *json, const ViewMove *move, Reasons *reasons) {
    if (move->targets_count == 0) return;
    json_open(json, "to", '[');
    for (int32_t i = 0; i < move->targets_count; i++) {
        const ViewTarget *target = &move->targets[i];
        json_open(json, NULL, '[');
        json_int(json, NULL, target->thing.kind);
        json_int(json, NULL, target->thing.index);
        if (!target->open) json_int(json, NULL, place_of(reasons, target->closed));
        json_close(json, ']');
    }
    json_close(json, ']');
    write_names(json, move);
    write_notes(json, move);
}

static bool any_shut(const ViewMove *move) {
    for (int32_t i = 0; i < move->asks_count; i++) {
        for (int32_t o = 0; o < move->asks[i].options_count; o++) {
            if (!move->asks[i].options[o].open) return true;
        }
    }
    return false;
}

// For each question the places of the answers that are closed.
static void write_shut(JsonOut *json, const ViewMove *move) {
    if (!move->open || !any_shut(move)) return;
    json_open(json, "shut", '[');
    for (int32_t i = 0; i < move->asks_count; i++) {
        json_open(json, NULL, '[');
        for (int32_t o = 0; o < move->asks[i].options_count; o++) {
            if (!move->asks[i].options[o].open) json_int(json, NULL, o);
        }
        json_close(json, ']');
    }
    json_close(json, ']');
}

static void write_move(JsonOut *json, const ViewMove *move, Reasons *reasons) {
    json_open(json, NULL, '{');
    json_text(json, "id", move->id);
    if (!move->open) json_int(json, "closed", place_of(reasons, move->closed));
    json_some_flag(json, "request", move->is_request);
    json_some_flag(json, "tokens", move->tokens_count > 0);
    write_targets(json, move, reasons);
    write_shut(json, move);
    json_close(json, '}');
}

static void write_options(
        JsonOut *json, const char *key, const ViewOption *options, int32_t count) {
    json_open(json, key, '[');
    for (int32_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "name", options[i].name);
        json_int(json, "value", options[i].value);
        if (!options[i].open) json_some_text(json, "closed", options[i].closed);
        json_close(json, '}');
    }
    json_close(json, ']');
}

// What may be spent with words is the same for every act that speaks.
static void write_tokens(JsonOut *json, const View *view) {
    for (int32_t i = 0; i < view->moves_count; i++) {
        const ViewMove *move = &view->moves[i];
        if (move->tokens_count == 0) continue;
        write_options(json, "tokens", move->tokens, move->tokens_count);
        return;
    }
}

void view_json_verbs(JsonOut *json, const View *view) {
    Reasons reasons;
    reasons.count = 0;
    json_open(json, "moves", '[');
    for (int32_t i = 0; i < view->moves_count; i++)
        write_move(json, &view->moves[i], &reasons);
    json_close(json, ']');
    if (reasons.count > 0) json_texts(json, "why", reasons.items, reasons.count);
    write_tokens(json, view);
}

// ---- how acts are described ------------------------------------------------------------------------------------

static void write_asks(JsonOut *json, const ViewMove *move) {
    if (move->asks_count == 0) return;
    json_open(json, "asks", '[');
    for (int32_t i = 0; i < move->asks_count; i++) {
        const ViewQuestion *ask = &move->asks[i];
        json_open(json, NULL, '{');
        json_text(json, "key", ask->key);
        json_text(json, "name", ask->name);
        json_some_flag(json, "many", ask->many);
        json_open(json, "options", '[');
        for (int32_t o = 0; o < ask->options_count; o++) {
            json_open(json, NULL, '{');
            json_text(json, "name", ask->options[o].name);
            json_int(json, "value", ask->options[o].value);
            json_close(json, '}');
        }
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_described(JsonOut *json, const ViewMove *move) {
    json_open(json, move->id, '{');
    json_text(json, "name", move->name);
    json_int(json, "kind", move->kind);
    json_int(json, "style", move->style);
    json_some_int(json, "face", move->face);
    json_some_text(json, "about", move->about);
    json_some_text(json, "warns", move->warns);
    json_some_flag(json, "quiet", move->quiet);
    json_some_int(json, "sides", move->sides ? 1 + move->clause_sides : 0);
    if (move->bid_max > 0) {
        json_int(json, "bid_min", move->bid_min);
        json_int(json, "bid_max", move->bid_max);
    }
    json_some_int(json, "label", move->label_max);
    write_asks(json, move);
    json_close(json, '}');
}

void view_json_book(JsonOut *json, const View *view) {
    json_open(json, "moves", '{');
    for (int32_t i = 0; i < view->deck_count; i++)
        write_described(json, &view->deck[i]);
    json_close(json, '}');
}

void view_json_prices(JsonOut *json, const View *view) {
    json_open(json, "moves", '{');
    for (int32_t i = 0; i < view->deck_count; i++) {
        json_open(json, view->deck[i].id, '{');
        json_some_text(json, "costs", view->deck[i].costs);
        json_some_text(json, "brings", view->deck[i].brings);
        json_close(json, '}');
    }
    json_close(json, '}');
}

// ---- what waits for an answer ----------------------------------------------------------------------------------

static void write_choice(JsonOut *json, const ViewChoice *choice) {
    json_open(json, NULL, '{');
    json_int(json, "key", choice->key);
    json_text(json, "title", choice->title);
    json_text(json, "text", choice->text);
    json_some_flag(json, "mine", choice->mine);
    json_some_flag(json, "answered", choice->answered);
    write_options(json, "options", choice->options, choice->options_count);
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
    json_text(json, "expected", view->expected);
    json_some_flag(json, "may_be_ready", view->may_be_ready);
    json_some_flag(json, "ready", view->ready);
    json_some_flag(json, "first", view->first_round);
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

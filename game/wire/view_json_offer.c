// wire/view_json_offer.c — section "offer": what a deal can be made of, and which size trust allows. Never: how others trust this seat, before it has learned it.
#include "wire/view_json_parts.h"
#include <stdio.h>
#include <string.h>

enum { WHYS_MAX = 3 * ACTORS_MAX };

// [index, actors that can promise it]; a third 1 where a decider may be named with it. Names of moves stand
// in "moves", those of other things in section "words", those of coalitions in section "table".
static void write_whats(JsonOut *json, const ViewPromiseKind *kind) {
    json_open(json, "whats", '[');
    for (int32_t i = 0; i < kind->whats_count; i++) {
        const ViewPromiseWhat *what = &kind->whats[i];
        json_open(json, NULL, '[');
        json_int(json, NULL, what->index);
        json_int(json, NULL, what->by);
        if (what->aims) json_int(json, NULL, 1);
        json_close(json, ']');
    }
    json_close(json, ']');
}

static bool is_of_moves(const ViewPromiseKind *kind) {
    return kind->kind == PROMISE_DO || kind->kind == PROMISE_REFRAIN;
}

static void write_moves(JsonOut *json, const View *view) {
    json_open(json, "moves", '{');
    for (int32_t k = 0; k < view->promise_kinds_count; k++) {
        const ViewPromiseKind *kind = &view->promise_kinds[k];
        if (!is_of_moves(kind)) continue;
        for (int32_t i = 0; i < kind->whats_count; i++) {
            char index[8];
            snprintf(index, sizeof index, "%d", kind->whats[i].index);
            json_text(json, index, kind->whats[i].name);
        }
        break; // both kinds list the same ones
    }
    json_close(json, '}');
}

static void write_kind(JsonOut *json, const ViewPromiseKind *kind) {
    json_open(json, NULL, '{');
    json_int(json, "kind", kind->kind);
    json_text(json, "name", kind->name);
    json_text(json, "kept", kind->kept);
    json_some_flag(json, "words", kind->has_words);
    json_some_flag(json, "amount", kind->has_amount);
    json_open(json, "smallest", '[');
    for (int32_t i = 0; i < (kind->has_amount ? VIEW_AMOUNTS : 1); i++)
        json_int(json, NULL, kind->smallest[i]);
    json_close(json, ']');
    json_some_flag(json, "of_moves", is_of_moves(kind));
    if (kind->whats_count > 0) write_whats(json, kind);
    json_close(json, '}');
}

static void write_gives(JsonOut *json, const char *key, const uint8_t *gives) {
    json_open(json, key, '[');
    for (int32_t r = 0; r < RESOURCES_MAX; r++)
        json_int(json, NULL, gives[r]);
    json_close(json, ']');
}

// One promise as the form of an offer holds it; `theirs`: the other side makes it.
static void write_made(JsonOut *json, const Promise *promise) {
    json_open(json, NULL, '{');
    json_int(json, "kind", promise->kind);
    json_some_flag(json, "theirs", promise->by == NONE);
    json_thing(json, "what", promise->what);
    json_thing(json, "target", promise->target);
    json_some_int(json, "amount", promise->amount);
    json_int(json, "due", promise->due);
    json_int(json, "size", promise->size);
    json_close(json, '}');
}

static void write_filled(JsonOut *json, const ViewDealTemplate *one) {
    write_gives(json, "give", one->gives[0]);
    write_gives(json, "get", one->gives[1]);
    json_some_flag(json, "public", one->is_public);
    json_some_text(json, "words", one->words);
    json_open(json, "made", '[');
    for (int32_t i = 0; i < one->made_count; i++)
        write_made(json, &one->made[i]);
    json_close(json, ']');
}

static void write_template(JsonOut *json, const ViewDealTemplate *one) {
    json_open(json, NULL, '{');
    json_text(json, "id", one->id);
    json_text(json, "name", one->name);
    json_text(json, "text", one->text);
    json_int(json, "with", one->with);
    json_texts(json, "promises", one->promises, one->promises_count);
    write_filled(json, one);
    json_close(json, '}');
}

// By actor and size: open (-1), or the place of the sentence that closes it; each sentence once.
static void write_sizes(JsonOut *json, const View *view) {
    const char *whys[WHYS_MAX];
    int32_t count = 0;
    json_open(json, "sizes", '[');
    for (int32_t i = 0; i < view->sizes_count; i++) {
        json_open(json, NULL, '[');
        for (int32_t size = 0; size < 3; size++) {
            const char *text = view->sizes[i][size];
            int32_t place = 0;
            while (place < count && strcmp(whys[place], text) != 0)
                place++;
            if (text[0] && place == count && count < WHYS_MAX) whys[count++] = text;
            json_int(json, NULL, text[0] ? place : -1);
        }
        json_close(json, ']');
    }
    json_close(json, ']');
    json_texts(json, "why", whys, count);
}

void view_json_offer(JsonOut *json, const View *view) {
    json_open(json, "kinds", '[');
    for (int32_t i = 0; i < view->promise_kinds_count; i++)
        write_kind(json, &view->promise_kinds[i]);
    json_close(json, ']');
    write_moves(json, view);
    json_texts(json, "least", view->size_least, 3);
    json_texts(json, "stakes", view->stakes, 3);
    json_text(json, "cannot", view->cannot_promise);
    write_sizes(json, view);
    json_open(json, "templates", '[');
    for (int32_t i = 0; i < view->templates_count; i++)
        write_template(json, &view->templates[i]);
    json_close(json, ']');
}

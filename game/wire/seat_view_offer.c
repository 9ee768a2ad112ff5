// wire/seat_view_offer.c — section "offer": what a deal can be made of, which sizes are open, and the case's own proposals. Never: another's trust.
#include "wire/seat_view_parts.h"

// What a promise of a kind is about, as `names` of the table know it; 0: a group, or nothing.
static int32_t things_of(int32_t kind) {
    switch (kind) {
    case PROMISE_SUPPORT_FRAME: return KIND_FRAME;
    case PROMISE_GIVE: return KIND_RESOURCE;
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_PLACE: return KIND_ARENA;
    default: return KIND_NONE;
    }
}

static const char *group_name(const SeatRead *read, int32_t slot) {
    for (int32_t i = 0; i < read->view->coalitions_count; i++) {
        if (read->view->coalitions[i].slot == slot) return read->view->coalitions[i].name;
    }
    return "";
}

static const char *what_name(
        const SeatRead *read, const json_t *offer, int32_t kind, int32_t index) {
    bool of_moves = kind == PROMISE_DO || kind == PROMISE_REFRAIN;
    if (of_moves)
        return seat_read_text(read, json_object_get(offer, "moves"),
                region_format(read->region, "%d", index));
    int32_t things = things_of(kind);
    return things ? seat_read_name(read, things, index) : group_name(read, index);
}

static int32_t number_at(const json_t *list, size_t place) {
    json_int_t number = json_integer_value(json_array_get(list, place));
    return number < INT32_MIN || number > INT32_MAX ? 0 : (int32_t)number;
}

static void read_whats(
        SeatRead *read, const json_t *offer, const json_t *item, ViewPromiseKind *kind) {
    const json_t *list = seat_read_list(read, item, "whats", MOVES_MAX, &kind->whats_count);
    ViewPromiseWhat *whats = seat_read_array(read, kind->whats_count, sizeof *whats);
    for (int32_t i = 0; i < kind->whats_count; i++) {
        const json_t *what = json_array_get(list, (size_t)i);
        int32_t index = core_clamp(number_at(what, 0), 0, NONE);
        whats[i] = (ViewPromiseWhat){.name = what_name(read, offer, kind->kind, index),
                .index = (uint8_t)index,
                .by = (uint16_t)core_clamp(number_at(what, 1), 0, UINT16_MAX),
                .aims = number_at(what, 2) != 0};
    }
    kind->whats = whats;
}

// Where there is no amount the one size stands for all.
static void read_smallest(SeatRead *read, const json_t *item, ViewPromiseKind *kind) {
    int32_t count = 0;
    const json_t *list = seat_read_list(read, item, "smallest", VIEW_AMOUNTS, &count);
    for (int32_t i = 0; i < VIEW_AMOUNTS; i++) {
        size_t place = (size_t)core_min(i, core_max(0, count - 1));
        kind->smallest[i] = (uint8_t)core_clamp(number_at(list, place), 1, 3);
    }
}

static void read_kinds(SeatRead *read, const json_t *offer) {
    View *view = read->view;
    const json_t *list =
            seat_read_list(read, offer, "kinds", PROMISE_PLACE, &view->promise_kinds_count);
    ViewPromiseKind *kinds =
            seat_read_array(read, view->promise_kinds_count, sizeof *kinds);
    for (int32_t i = 0; i < view->promise_kinds_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        kinds[i] = (ViewPromiseKind){.name = seat_read_text(read, item, "name"),
                .kept = seat_read_text(read, item, "kept"),
                .kind = (uint8_t)seat_read_int(read, item, "kind", 1, PROMISE_PLACE),
                .has_words = held_flag(item, "words"),
                .has_amount = held_flag(item, "amount")};
        read_smallest(read, item, &kinds[i]);
        read_whats(read, offer, item, &kinds[i]);
    }
    view->promise_kinds = kinds;
}

// Each actor's three are shown where a promise to it is written.
static void size_actors(const View *view) {
    ViewActor *actors = (ViewActor *)(uintptr_t)view->actors;
    for (int32_t i = 0; i < core_min(view->sizes_count, view->actors_count); i++) {
        for (int32_t size = 0; size < 3; size++)
            actors[i].size_closed[size] = view->sizes[i][size];
    }
}

static void read_sizes(SeatRead *read, const json_t *offer) {
    enum { WHYS_MOST = 3 * ACTORS_MAX };
    View *view = read->view;
    int32_t whys_count = 0;
    const char *const *whys = seat_read_texts(read, offer, "why", WHYS_MOST, &whys_count);
    const json_t *list =
            seat_read_list(read, offer, "sizes", ACTORS_MAX, &view->sizes_count);
    const char *(*sizes)[3] = seat_read_array(read, view->sizes_count, sizeof *sizes);
    for (int32_t i = 0; i < view->sizes_count; i++) {
        for (size_t size = 0; size < 3; size++) {
            int32_t why = number_at(json_array_get(list, (size_t)i), size);
            sizes[i][size] = why >= 0 && why < whys_count ? whys[why] : "";
        }
    }
    view->sizes = (const char *const(*)[3])sizes;
    size_actors(view);
    if (view->sizes_count != 0 && view->sizes_count != view->actors_count) read->bad = true;
}

// ---- the case's own proposals ------------------------------------------------------------------------------------

static void read_gives(
        SeatRead *read, const json_t *item, const char *key, uint8_t *gives) {
    int32_t count = 0;
    const json_t *list = seat_read_list(read, item, key, RESOURCES_MAX, &count);
    for (int32_t i = 0; i < count; i++)
        gives[i] = (uint8_t)core_clamp(number_at(list, (size_t)i), 0, NONE);
}

static Promise read_made(SeatRead *read, const json_t *item) {
    return (Promise){.kind = (uint8_t)seat_read_int(read, item, "kind", 1, PROMISE_PLACE),
            .by = held_flag(item, "theirs") ? (uint8_t)NONE : read->view->me,
            .what = (uint8_t)seat_read_int_or(read, item, "what", NONE, 0, NONE),
            .target = (uint8_t)seat_read_int_or(read, item, "target", NONE, 0, NONE),
            .amount = (uint8_t)seat_read_int(read, item, "amount", 0, NONE),
            .due = (uint8_t)seat_read_int(read, item, "due", 0, NONE),
            .size = (uint8_t)seat_read_int(read, item, "size", 1, 3)};
}

static void read_filled(SeatRead *read, const json_t *item, ViewDealTemplate *out) {
    const json_t *made = seat_read_list(read, item, "made", PROMISES_MAX, &out->made_count);
    out->is_public = held_flag(item, "public");
    read_gives(read, item, "give", out->gives[0]);
    read_gives(read, item, "get", out->gives[1]);
    for (int32_t i = 0; i < out->made_count; i++)
        out->made[i] = read_made(read, json_array_get(made, (size_t)i));
}

static void read_templates(SeatRead *read, const json_t *offer) {
    View *view = read->view;
    const json_t *list = seat_read_list(
            read, offer, "templates", DEAL_TEMPLATES_MAX, &view->templates_count);
    ViewDealTemplate *out = seat_read_array(read, view->templates_count, sizeof *out);
    for (int32_t i = 0; i < view->templates_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        out[i] = (ViewDealTemplate){.id = seat_read_text(read, item, "id"),
                .name = seat_read_text(read, item, "name"),
                .text = seat_read_text(read, item, "text"),
                .words = seat_read_text(read, item, "words"),
                .with = seat_read_bits(read, item, "with")};
        out[i].promises = seat_read_texts(
                read, item, "promises", PROMISES_MAX, &out[i].promises_count);
        read_filled(read, item, &out[i]);
    }
    view->templates = out;
}

static void read_three(
        SeatRead *read, const json_t *offer, const char *key, const char **out) {
    int32_t count = 0;
    const char *const *texts = seat_read_texts(read, offer, key, 3, &count);
    for (int32_t i = 0; i < count; i++)
        out[i] = texts[i];
}

void seat_read_offer(SeatRead *read) {
    const json_t *offer = mirror_section(read->mirror, "offer");
    read_kinds(read, offer);
    read_three(read, offer, "least", read->view->size_least);
    read_three(read, offer, "stakes", read->view->stakes);
    read->view->cannot_promise = seat_read_text(read, offer, "cannot");
    read_sizes(read, offer);
    read_templates(read, offer);
}

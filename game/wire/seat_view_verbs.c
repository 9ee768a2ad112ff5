// wire/seat_view_verbs.c — sections "book", "prices", "verbs" and "asked": acts as they are described, which are open now, what waits for an answer. Never: whether an act is open; the host says so.
#include "wire/seat_view_parts.h"

enum { OPTIONS_MOST = 1024, TARGETS_MOST = 512, TOKENS_MOST = 8 };

static const ViewOption *read_options(
        SeatRead *read, const json_t *in, const char *key, int32_t most, int32_t *count) {
    const json_t *list = seat_read_list(read, in, key, most, count);
    ViewOption *options = seat_read_array(read, *count, sizeof *options);
    for (int32_t i = 0; i < *count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        options[i] = (ViewOption){.name = seat_read_text(read, item, "name"),
                .value = (int16_t)seat_read_int(read, item, "value", INT16_MIN, INT16_MAX),
                .open = !json_object_get(item, "closed"),
                .closed = seat_read_text(read, item, "closed")};
    }
    return options;
}

// ---- how acts are described --------------------------------------------------------------------------------------

static void read_asks(SeatRead *read, const json_t *item, ViewMove *move) {
    const json_t *list = seat_read_list(read, item, "asks", ASKS_MAX, &move->asks_count);
    ViewQuestion *asks = seat_read_array(read, move->asks_count, sizeof *asks);
    for (int32_t i = 0; i < move->asks_count; i++) {
        const json_t *ask = json_array_get(list, (size_t)i);
        asks[i] = (ViewQuestion){.name = seat_read_text(read, ask, "name"),
                .key = seat_read_text(read, ask, "key"),
                .many = held_flag(ask, "many")};
        asks[i].options =
                read_options(read, ask, "options", OPTIONS_MOST, &asks[i].options_count);
    }
    move->asks = asks;
}

static ViewMove read_described(
        SeatRead *read, const char *id, const json_t *item, int32_t place) {
    const json_t *prices = json_object_get(mirror_section(read->mirror, "prices"), "moves");
    const json_t *price = json_object_get(prices, id);
    int32_t sides = seat_read_int(read, item, "sides", 0, 2);
    ViewMove move = {.id = region_copy_text(read->region, id, strlen(id)),
            .name = seat_read_text(read, item, "name"),
            .about = seat_read_text(read, item, "about"),
            .warns = seat_read_text(read, item, "warns"),
            .costs = seat_read_text(read, price, "costs"),
            .brings = seat_read_text(read, price, "brings"),
            .closed = "",
            .index = (uint8_t)place,
            .kind = (uint8_t)seat_read_int(read, item, "kind", 0, NONE),
            .style = (uint8_t)seat_read_int(read, item, "style", 0, NONE),
            .face = (uint8_t)seat_read_int(read, item, "face", 0, NONE),
            .quiet = held_flag(item, "quiet"),
            .sides = sides > 0,
            .clause_sides = sides == 2,
            .bid_min = (uint8_t)seat_read_int(read, item, "bid_min", 0, NONE),
            .bid_max = (uint8_t)seat_read_int(read, item, "bid_max", 0, NONE),
            .label_max = (uint8_t)seat_read_int(read, item, "label", 0, NONE)};
    read_asks(read, item, &move);
    return move;
}

void seat_read_book(SeatRead *read) {
    View *view = read->view;
    const char *id;
    json_t *item;
    const json_t *moves = json_object_get(mirror_section(read->mirror, "book"), "moves");
    size_t count = json_object_size(moves);
    if (count > MOVES_MAX) read->bad = true;
    if (count > MOVES_MAX) return;
    ViewMove *deck = seat_read_array(read, (int32_t)count, sizeof *deck);
    json_object_foreach((json_t *)(uintptr_t)moves, id, item) {
        deck[view->deck_count] = read_described(read, id, item, view->deck_count);
        view->deck_count++;
    }
    view->deck = deck;
}

// ---- the acts of this step ---------------------------------------------------------------------------------------

static const ViewMove *described(const View *view, const char *id) {
    for (int32_t i = 0; i < view->deck_count; i++) {
        if (strcmp(view->deck[i].id, id) == 0) return &view->deck[i];
    }
    return NULL;
}

static int32_t number_at(const json_t *list, size_t place, int32_t otherwise) {
    const json_t *value = json_array_get(list, place);
    json_int_t number = json_integer_value(value);
    return json_is_integer(value) && number >= 0 && number <= NONE ? (int32_t)number
                                                                   : otherwise;
}

// A name or a note that stands beside a target, by its place.
static const char *beside(
        const SeatRead *read, const json_t *item, const char *key, int32_t place) {
    return seat_read_text(
            read, json_object_get(item, key), region_format(read->region, "%d", place));
}

// Why something is closed: each sentence stands once, for all acts.
static const char *reason_at(const SeatRead *read, const json_t *place) {
    const json_t *why = json_object_get(mirror_section(read->mirror, "verbs"), "why");
    json_int_t at = json_integer_value(place);
    const char *text = at < 0 ? NULL : json_string_value(json_array_get(why, (size_t)at));
    return text ? region_copy_text(read->region, text, strlen(text)) : "";
}

static ViewTarget read_target(
        SeatRead *read, const json_t *item, const json_t *to, int32_t place) {
    int32_t kind = number_at(to, 0, 0), index = number_at(to, 1, NONE);
    const char *name = beside(read, item, "names", place);
    if (kind <= 0 || kind >= KIND_COUNT) read->bad = true;
    bool shut = json_array_size(to) > 2;
    return (ViewTarget){
            .thing = {(uint8_t)kind, (uint8_t)index},
            .name = *name ? name : seat_read_name(read, kind, index),
            .note = beside(read, item, "notes", place),
            .open = !shut,
            .closed = shut ? reason_at(read, json_array_get(to, 2)) : ""
    };
}

static void read_targets(SeatRead *read, const json_t *item, ViewMove *move) {
    const json_t *list =
            seat_read_list(read, item, "to", TARGETS_MOST, &move->targets_count);
    ViewTarget *targets = seat_read_array(read, move->targets_count, sizeof *targets);
    for (int32_t i = 0; i < move->targets_count; i++)
        targets[i] = read_target(read, item, json_array_get(list, (size_t)i), i);
    move->targets = targets;
}

// The same answers, all open or all closed; another act may describe them alike, so they are copied.
static ViewOption *own_answers(SeatRead *read, ViewQuestion *ask, bool open) {
    size_t size = (size_t)ask->options_count * sizeof *ask->options;
    ViewOption *options = seat_read_array(read, ask->options_count, sizeof *options);
    if (size) memcpy(options, ask->options, size);
    for (int32_t i = 0; i < ask->options_count; i++)
        options[i].open = open;
    ask->options = options;
    return options;
}

// Nothing can be answered for an act that is closed; else the places of closed answers are named.
static void close_answers(SeatRead *read, const json_t *item, ViewMove *move) {
    const json_t *shut = held_list(item, "shut");
    ViewQuestion *asks = seat_read_array(read, move->asks_count, sizeof *asks);
    if (!shut && move->open) return;
    for (int32_t i = 0; i < move->asks_count; i++) {
        const json_t *places = json_array_get(shut, (size_t)i);
        asks[i] = move->asks[i];
        ViewOption *options = own_answers(read, &asks[i], move->open);
        for (size_t p = 0; p < json_array_size(places); p++) {
            json_int_t place = json_integer_value(json_array_get(places, p));
            bool there = place >= 0 && place < asks[i].options_count;
            if (there) options[place].open = false;
        }
    }
    move->asks = asks;
}

static bool read_move(SeatRead *read, const json_t *item, ViewMove *out) {
    const ViewMove *known = described(read->view, held_text(item, "id"));
    if (!known) return false;
    *out = *known;
    const json_t *closed = json_object_get(item, "closed");
    out->open = !closed;
    out->closed = closed ? reason_at(read, closed) : "";
    out->is_request = held_flag(item, "request");
    read_targets(read, item, out);
    close_answers(read, item, out);
    return true;
}

// What may be spent with words is the same for every act that speaks.
static void read_tokens(
        SeatRead *read, const json_t *verbs, const json_t *list, ViewMove *moves) {
    int32_t count = 0;
    const ViewOption *tokens = read_options(read, verbs, "tokens", TOKENS_MOST, &count);
    for (int32_t i = 0; i < read->view->moves_count; i++) {
        if (!held_flag(json_array_get(list, (size_t)i), "tokens")) continue;
        moves[i].tokens = tokens;
        moves[i].tokens_count = count;
    }
}

// The book comes right behind the first view; until then there is nothing to choose.
void seat_read_verbs(SeatRead *read) {
    View *view = read->view;
    int32_t count = 0;
    const json_t *verbs = mirror_section(read->mirror, "verbs");
    const json_t *list = seat_read_list(read, verbs, "moves", MOVES_MAX, &count);
    if (view->deck_count == 0) return;
    ViewMove *moves = seat_read_array(read, count, sizeof *moves);
    view->moves_count = count;
    for (int32_t i = 0; i < count; i++) {
        if (!read_move(read, json_array_get(list, (size_t)i), &moves[i])) read->bad = true;
    }
    read_tokens(read, verbs, list, moves);
    view->moves = moves;
}

// ---- what waits for an answer ------------------------------------------------------------------------------------

static void read_choices(SeatRead *read, const json_t *asked) {
    View *view = read->view;
    const json_t *list =
            seat_read_list(read, asked, "choices", OPEN_CHOICES_MAX, &view->choices_count);
    ViewChoice *choices = seat_read_array(read, view->choices_count, sizeof *choices);
    for (int32_t i = 0; i < view->choices_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        choices[i] = (ViewChoice){.title = seat_read_text(read, item, "title"),
                .text = seat_read_text(read, item, "text"),
                .key = (int16_t)seat_read_int(read, item, "key", INT16_MIN, INT16_MAX),
                .mine = held_flag(item, "mine"),
                .answered = held_flag(item, "answered")};
        choices[i].options = read_options(
                read, item, "options", TARGETS_MOST, &choices[i].options_count);
    }
    view->choices = choices;
}

static void read_credit(SeatRead *read, const json_t *asked) {
    const json_t *credit = json_object_get(asked, "credit");
    read->view->credit = (ViewCredit){.open = credit != NULL,
            .claim = seat_read_text(read, credit, "claim"),
            .give = seat_read_text(read, credit, "give"),
            .quiet = seat_read_text(read, credit, "quiet"),
            .claim_closed = seat_read_text(read, credit, "claim_closed")};
}

void seat_read_asked(SeatRead *read) {
    View *view = read->view;
    const json_t *asked = mirror_section(read->mirror, "asked");
    view->expected = seat_read_text(read, asked, "expected");
    view->may_be_ready = held_flag(asked, "may_be_ready");
    view->ready = held_flag(asked, "ready");
    view->first_round = held_flag(asked, "first");
    view->vote_decider = (int16_t)seat_read_int_or(
            read, asked, "vote", -1, -1, view->deciders_count - 1);
    view->vote_hint = (int16_t)seat_read_int_or(read, asked, "vote_hint", 0, -1, 1);
    view->may_expect = held_flag(asked, "expect");
    view->may_reflect = held_flag(asked, "reflect");
    view->may_credit = held_flag(asked, "may_credit");
    read_choices(read, asked);
    read_credit(read, asked);
}

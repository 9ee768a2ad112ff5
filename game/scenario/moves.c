// scenario/moves.c — verbs, trade-offs and points of power. Never: the decks they lie in (formats.c).
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

static MoveKind kind_of(const Item *item) {
    if (strcmp(item->word->name, "tradeoff") == 0) return MOVE_TRADEOFF;
    return strcmp(item->word->name, "verb") == 0 ? MOVE_VERB : MOVE_POINT;
}

static uint16_t flags_of(const Item *item, const Move *move) {
    static const struct {
        const char *field;
        uint16_t flag;
    } rows[] = {
            {"sides",           MOVE_SIDES        },
            {"once",            MOVE_ONCE         },
            {"once_per_round",  MOVE_ONCE_A_ROUND },
            {"once_per_target", MOVE_ONCE_A_TARGET},
            {"consent",         MOVE_CONSENT      },
            {"starter",         MOVE_STARTER      },
    };
    uint16_t flags = 0;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (read_yes(item, rows[i].field)) flags |= rows[i].flag;
    }
    if (read_choice(item, "seen") == 1) flags |= MOVE_QUIET;
    if (move->kind == MOVE_TRADEOFF) flags |= MOVE_ONCE;
    if (item->unit->scenario) flags |= MOVE_OWN;
    return flags;
}

static uint16_t targets_of(Load *load, const Item *item) {
    Ids ids;
    read_ids_of(load, item, "target", &ids);
    uint16_t mask = 0;
    for (int32_t i = 0; i < ids.count; i++) {
        Kind kind = kind_of_word(ids.id[i]);
        if (kind != KIND_NONE) mask = (uint16_t)(mask | 1u << kind);
    }
    return mask;
}

static uint16_t phases_of(Load *load, const Item *item) {
    Ids ids;
    read_ids_of(load, item, "phase", &ids);
    uint16_t mask = 0;
    const Def *def = load->def;
    for (int32_t i = 0; i < ids.count; i++) {
        if (!names_find(load, "phase", ids.id[i], &ids.at[i])) continue;
        for (int32_t p = 0; p < def->phases_count; p++) {
            if (strcmp(def_text(def, def->phases[p].names.id), ids.id[i]) == 0)
                mask = (uint16_t)(mask | 1u << p);
        }
    }
    return mask;
}

static void fill_words(Load *load, const Item *item, Move *move) {
    move->say = texts_field(load, item, "say");
    move->warns = texts_field(load, item, "warns");
    move->role_name = texts_field(load, item, "role_name");
    move->closed = texts_field(load, item, "closed");
}

static void fill_price(const Item *item, Move *move) {
    int32_t time = move->kind == MOVE_VERB ? 1 : 0;
    if (read_given(item, "time")) time = read_number(item, "time");
    move->time = (uint8_t)core_clamp(time, 0, 6);
    bool bids = move->kind == MOVE_POINT && read_given(item, "bid");
    int32_t voice = move->kind == MOVE_POINT && !bids ? 1 : 0;
    if (read_given(item, "voice")) voice = read_number(item, "voice");
    move->voice = (uint8_t)core_clamp(voice, 0, 4);
    if (!bids) return;
    Value bid = value_field(item, "bid");
    Value least = value_nth(&bid, 0), most = value_nth(&bid, 1);
    move->bid_min = (uint8_t)core_clamp(value_number(&least, 1), 1, 4);
    move->bid_max = (uint8_t)core_clamp(value_number(&most, 2), move->bid_min, 4);
}

static void fill_plain(Load *load, const Item *item, Move *move) {
    move->kind = (uint8_t)kind_of(item);
    fill_words(load, item, move);
    move->style = (uint8_t)read_choice(item, "style");
    move->face = (uint8_t)read_choice(item, "face");
    move->step = (uint8_t)(STEP_TRANSFER + read_choice(item, "step"));
    move->flags = flags_of(item, move);
    move->phases = phases_of(load, item);
    Value who = value_field(item, "who");
    move->who = who_actors(load, &who, "anyone", NULL);
    move->targets = targets_of(load, item);
    move->gate = names_index_of(load, item, "gate", "audience");
    move->after = NONE;
    fill_price(item, move);
}

static void fill_point(Load *load, const Item *item, Move *move) {
    if (move->kind != MOVE_TRADEOFF) move->label_max = (uint8_t)read_number(item, "label");
    if (move->kind != MOVE_POINT) return;
    move->records = (uint8_t)read_number(item, "records");
    move->after = names_index_of(load, item, "after", "happening");
    if (read_choice(item, "at") == 1) move->flags |= MOVE_AT_ROLES;
    Ids may;
    read_ids_of(load, item, "may", &may);
    for (int32_t i = 0; i < may.count; i++) {
        int32_t place = schema_place_of(
                "order_agenda break_tie defer slant sharpen sum_up", may.id[i]);
        if (place >= 0) move->may = (uint8_t)(move->may | 1u << place);
    }
}

// ---- programs -----------------------------------------------------------------------------------------------

static ExprPlace place_of(Load *load, const Item *item, Move *move) {
    At at = at_item(item);
    ExprPlace place = programs_place(load, item, "", &at);
    place.has_me = true;
    place.has_side = (move->flags & MOVE_SIDES) != 0;
    place.has_bid = move->bid_max > 0;
    place.target_kinds = move->targets;
    move->asks_count = (uint8_t)programs_asks(load, item, move->asks);
    place.asks = move->asks;
    place.asks_count = move->asks_count;
    return place;
}

static ChangeStyle style_of(const Item *item, const Move *move) {
    return (ChangeStyle){.sides = (move->flags & MOVE_SIDES) != 0,
            .plain = read_yes(item, "plain"),
            .breadth = read_yes(item, "breadth"),
            .tires = read_yes(item, "tires"),
            .repeats = read_yes(item, "repeats"),
            .together = read_yes(item, "together"),
            .gated = move->gate != NONE};
}

static ChangeSpan span_of(Load *load, const Item *item, const char *field,
        const ExprPlace *place, ChangeStyle style) {
    ChangeSpan span = changes_begin(load);
    Value value = value_field(item, field);
    changes_numbers(load, item, &value, place, &style);
    changes_end(load, &span);
    return span;
}

static bool has_word(const Load *load, ChangeSpan span, ChangeOp op) {
    for (int32_t i = 0; i < span.count; i++) {
        if (load->def->changes[span.first + i].op == op) return true;
    }
    return false;
}

// What the engine does with a point, from the words it uses.
static PointMechanism mechanism_of(const Load *load, const Item *item, const Move *move) {
    const int ruled = MAY_ORDER_AGENDA | MAY_BREAK_TIE | MAY_DEFER;
    bool utters = read_given(item, "utters");
    if (read_given(item, "role"))
        return (move->may & ruled) && move->bid_max == 0 ? POINT_CHAIR : POINT_ROLE;
    if (has_word(load, move->changes, CHANGE_RESIST))
        return utters ? POINT_ALTERNATIVE : POINT_RESIST;
    if (has_word(load, move->changes, CHANGE_READING)) return POINT_READING;
    if (has_word(load, move->changes, CHANGE_ASK)) return POINT_QUESTION;
    if (has_word(load, move->changes, CHANGE_QUEUE)) return POINT_QUEUE;
    if (has_word(load, move->changes, CHANGE_CHALLENGE)) return POINT_CHALLENGE;
    if (has_word(load, move->changes, CHANGE_PRIME)) return POINT_PRIME;
    if (has_word(load, move->changes, CHANGE_UTTER)) return POINT_BACKS;
    return utters ? POINT_UTTER : POINT_PLAIN;
}

// Words whose openness depends on more than conditions and costs; and who may spend from a pool.
static bool presses(const Def *def, const Move *move) {
    for (int32_t i = 0; i < move->changes.count; i++) {
        uint8_t op = def->changes[move->changes.first + i].op;
        if (op == CHANGE_CHAMPION || op == CHANGE_SUIT || op == CHANGE_MOTION
                || op == CHANGE_SIDE_OFFER)
            return true;
    }
    for (int32_t i = 0; i < move->costs.count; i++) {
        if (def->changes[move->costs.first + i].track == TRACK_POOL) return true;
    }
    return false;
}

// A slip in a field's name was told already; what follows from it is not.
static bool has_unknown_field(const Item *item) {
    const Node *body = &item->decl->body;
    for (int32_t i = 0; i < body->fields_count; i++) {
        if (!item_field(item, body->fields[i].key)) return true;
    }
    return false;
}

// Words that the gate must look at before an act is open.
static bool builds(const Load *load, ChangeSpan span) {
    for (int32_t i = 0; i < span.count; i++) {
        const Change *change = &load->def->changes[span.first + i];
        bool moves_place = change->op == CHANGE_POSITION && change->b >= 0;
        if (moves_place || change->op == CHANGE_LOAN || change->op == CHANGE_GRANT
                || change->op == CHANGE_OPEN_ARENA)
            return true;
    }
    return false;
}

static void check_tradeoff(Load *load, const Item *item, const Move *move) {
    if (move->kind != MOVE_TRADEOFF) return;
    bool gain = read_given(item, "gives") || read_given(item, "does");
    bool price = read_given(item, "loses") || read_given(item, "costs");
    if (item->decl->body.kind != NODE_TABLE && load->incomplete) return;
    if ((gain && price) || has_unknown_field(item)) return;
    At at = at_item(item);
    Diag *diag =
            complain(load, "E240", &at, PLACE_KEY, "%s has %s.", item_title(load, item),
                    gain    ? "a gain but no price"
                    : price ? "a price but no gain"
                            : "neither gain nor price");
    diag_fix(diag, gain ? "add loses = { … } or costs = { … }, or make it a verb"
                        : "add gives = { … }, or make it a verb");
}

static void check_words(Load *load, const Move *move) {
    const char *names[6 + ASKS_MAX] = {"who", "target", "words", "n", "side", "bid"};
    int32_t count = 6;
    for (int32_t i = 0; i < move->asks_count; i++)
        names[count++] = def_text(load->def, move->asks[i].id);
    const TextId texts[] = {move->say, move->warns, move->closed};
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++)
        texts_check_names(load, texts[i], names, count);
}

static void fill_programs(Load *load, const Item *item, Move *move) {
    ExprPlace place = place_of(load, item, move);
    check_words(load, move);
    programs_lets(load, item, &place);
    move->lets_first = place.lets_first;
    move->lets_count = place.lets_count;
    place.seen_by_players = 1;
    move->target_when = programs_condition_of(load, item, "target_when", &place);
    ExprPlace without_target = place;
    move->when = programs_condition_of(load, item, "when", &without_target);
    place.seen_by_players = 0;
    ChangeStyle style = style_of(item, move);
    ChangeStyle cost = {.cost = true, .minus = true}, need = {.cost = true}, less = style;
    less.minus = true;
    move->costs = span_of(load, item, "costs", &place, cost);
    move->needs = span_of(load, item, "needs", &place, need);
    move->changes = changes_begin(load);
    Value gives = value_field(item, "gives"), loses = value_field(item, "loses"),
          does = value_field(item, "does");
    changes_numbers(load, item, &gives, &place, &style);
    changes_numbers(load, item, &loses, &place, &less);
    changes_words(load, item, &does, &place);
    changes_end(load, &move->changes);
    if (presses(load->def, move)) move->flags |= MOVE_PRESSES;
    if (builds(load, move->changes)) move->flags |= MOVE_BUILDS;
    check_tradeoff(load, item, move);
    if (move->kind != MOVE_POINT) return;
    Value utters = value_field(item, "utters");
    move->utters = programs_amount(load, &utters, &place);
    move->mechanism = (uint8_t)mechanism_of(load, item, move);
}

void moves_fill(Load *load) {
    for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < load->items_count; i++) {
            const Item *item = &load->items[i];
            if (item->index < 0 || item->space != SPACE_MOVES) continue;
            Move *move = &load->def->moves[item->index];
            if (pass == 1) {
                fill_programs(load, item, move);
                continue;
            }
            fill_plain(load, item, move);
            fill_point(load, item, move);
        }
    }
}

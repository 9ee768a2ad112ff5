// rules/point.c — the words of a point of power: its target, or the counter-proposal it asks for. Never: judges or changes a State.
#include "rules/point.h"
#include "model/ask.h"

uint8_t point_topic(Thing thing) {
    if (thing.kind == KIND_FRAME || thing.kind == KIND_READING) return UTTER_FRAME;
    return thing.kind == KIND_CLAUSE || thing.kind == KIND_ITEM ? UTTER_WORD
                                                                : UTTER_COMMITMENT;
}

bool point_same_topic(Thing a, Thing b) {
    return point_topic(a) == point_topic(b) && a.index == b.index;
}

// The first answer that names a thing.
static Thing asked(const Def *def, const Act *act) {
    const Move *move = &def->moves[act->move];
    for (int32_t i = 0; i < move->asks_count; i++) {
        if (!ask_is_answer(def, &move->asks[i], act->asked[i])) continue;
        Thing thing = ask_thing(&move->asks[i], act->asked[i]);
        if (thing.kind != KIND_NONE) return thing;
    }
    return (Thing){KIND_NONE, NONE};
}

Thing point_aside_about(const Def *def, const Act *act) {
    Thing about = asked(def, act);
    return about.kind == KIND_NONE ? act->target : about;
}

// Rather this clause than that one: the same way. Rather the other way: the clause itself.
static PointWords counter(const Def *def, const Act *act) {
    Thing instead = asked(def, act);
    bool other_way = point_same_topic(instead, act->target);
    return (PointWords){.speaks = instead.kind == KIND_FRAME || instead.kind == KIND_CLAUSE,
            .on = instead,
            .side = (int8_t)(other_way ? -act->side : act->side)};
}

PointWords point_words(const Def *def, const Act *act) {
    const Move *move = &def->moves[act->move];
    bool plain = move->mechanism == POINT_UTTER || move->mechanism == POINT_READING;
    if (move->kind != MOVE_POINT) return (PointWords){.speaks = false};
    if (move->mechanism == POINT_ALTERNATIVE) return counter(def, act);
    return (PointWords){.speaks = plain, .on = act->target, .side = act->side};
}

// session/view_builder.c — what a deal can be built from: kinds of promises, what each may be about, which size trust allows. Never: how others trust this seat, before it has learned it.
#include "rules/deal.h"
#include "session/view_parts.h"

// --- What a promise can be about, and who can give it ---

static uint16_t everybody(const Viewer *viewer) {
    return (uint16_t)((1u << def_count(viewer->def, KIND_ACTOR)) - 1);
}

static uint16_t owners_in(const Viewer *viewer, int32_t arena) {
    uint16_t by = 0;
    for (int32_t d = 0; d < def_count(viewer->def, KIND_DECIDER); d++) {
        const Decider *decider = &viewer->def->deciders[d];
        if (decider->arena == arena && decider->owner != NONE)
            by |= (uint16_t)(1u << decider->owner);
    }
    return by;
}

static uint16_t users_of(const Viewer *viewer, int32_t move) {
    uint16_t by = 0;
    for (int32_t a = 0; a < def_count(viewer->def, KIND_ACTOR); a++) {
        if (def_has_move(viewer->def->actors[a].deck, move)) by |= (uint16_t)(1u << a);
    }
    return (uint16_t)(by & viewer->def->moves[move].who);
}

static uint16_t places_in(const Viewer *viewer, int32_t arena) {
    uint16_t by = 0;
    for (int32_t a = 0; a < def_count(viewer->def, KIND_ACTOR); a++) {
        if (state_holds_place(viewer->state, a, arena)) by |= (uint16_t)(1u << a);
    }
    return by;
}

// The kind of things a promise of this kind names; KIND_NONE for a move or nothing.
static Kind things_of(PromiseKind kind) {
    switch (kind) {
    case PROMISE_SUPPORT_FRAME: return KIND_FRAME;
    case PROMISE_GIVE: return KIND_RESOURCE;
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_PLACE: return KIND_ARENA;
    case PROMISE_JOIN:
    case PROMISE_LEAVE: return KIND_COALITION;
    case PROMISE_NONE:
    case PROMISE_WORDS:
    case PROMISE_REFRAIN:
    case PROMISE_CREDIT:
    case PROMISE_DO: return KIND_NONE;
    }
    return KIND_NONE;
}

static uint16_t can_give(const Viewer *viewer, PromiseKind kind, uint8_t thing) {
    const State *state = viewer->state;
    bool votes = kind == PROMISE_VOTE_FOR || kind == PROMISE_VOTE_AGAINST;
    if (votes) return owners_in(viewer, thing);
    if (kind == PROMISE_PLACE) return places_in(viewer, thing);
    if (kind == PROMISE_LEAVE) return state->coalition[thing].members;
    if (kind == PROMISE_JOIN)
        return (uint16_t)(everybody(viewer) & ~state->coalition[thing].members);
    return everybody(viewer);
}

static void add_what(ViewPromiseKind *out, ViewPromiseWhat *list, ViewPromiseWhat what) {
    if (*what.name) list[out->whats_count++] = what;
}

static void add_moves(const Viewer *viewer, ViewPromiseKind *out, ViewPromiseWhat *list) {
    for (uint8_t move = 0; move < viewer->def->moves_count; move++) {
        const Move *m = &viewer->def->moves[move];
        uint16_t by = users_of(viewer, move);
        if (m->kind != MOVE_VERB || by == 0) continue;
        add_what(out, list,
                (ViewPromiseWhat){.name = say_move(&viewer->say, move),
                        .index = move,
                        .by = by,
                        .aims = out->kind == PROMISE_DO
                                && ((m->targets >> KIND_DECIDER) & 1)});
    }
}

static void add_coalitions(
        const Viewer *viewer, ViewPromiseKind *out, ViewPromiseWhat *list) {
    for (int32_t i = 0; i < viewer->out->coalitions_count; i++) {
        const ViewCoalition *coalition = &viewer->out->coalitions[i];
        add_what(out, list,
                (ViewPromiseWhat){.name = coalition->name,
                        .index = coalition->slot,
                        .by = can_give(viewer, (PromiseKind)out->kind, coalition->slot)});
    }
}

static void add_things(
        const Viewer *viewer, ViewPromiseKind *out, ViewPromiseWhat *list, Kind things) {
    for (uint8_t i = 0; i < def_count(viewer->def, things); i++) {
        uint16_t by = can_give(viewer, (PromiseKind)out->kind, i);
        if (by == 0) continue;
        add_what(out, list,
                (ViewPromiseWhat){
                        .name = say_thing(&viewer->say, (Thing){(uint8_t)things, i}),
                        .index = i,
                        .by = by});
    }
}

static void add_whats(const Viewer *viewer, ViewPromiseKind *out) {
    PromiseKind kind = (PromiseKind)out->kind;
    Kind things = things_of(kind);
    bool move = kind == PROMISE_DO || kind == PROMISE_REFRAIN;
    int32_t most = move ? viewer->def->moves_count
                   : things == KIND_COALITION
                           ? viewer->out->coalitions_count
                           : (things ? def_count(viewer->def, things) : 0);
    ViewPromiseWhat *list = view_array(viewer, most, sizeof *list);
    if (move) add_moves(viewer, out, list);
    if (things == KIND_COALITION) add_coalitions(viewer, out, list);
    if (things != KIND_NONE && things != KIND_COALITION)
        add_things(viewer, out, list, things);
    out->whats = list;
}

static ViewPromiseKind promise_kind(const Viewer *viewer, PromiseKind kind) {
    ViewPromiseKind out = {.kind = (uint8_t)kind,
            .name = say_word(&viewer->say, (SayId)(SAY_PROMISES_1 + (int)kind - 1)),
            .kept = say_word(&viewer->say, (SayId)(SAY_KEPT_1 + (int)kind - 1)),
            .has_words = kind == PROMISE_WORDS,
            .has_amount = kind == PROMISE_GIVE};
    for (int32_t amount = 0; amount < VIEW_AMOUNTS; amount++) {
        Promise promise = {.kind = (uint8_t)kind, .amount = (uint8_t)amount};
        out.smallest[amount] = (uint8_t)deal_smallest(&promise);
    }
    add_whats(viewer, &out);
    return out;
}

// Nothing to pick where something must be picked: such a promise is not offered.
static bool makes_sense(const ViewPromiseKind *kind) {
    bool plain = kind->kind == PROMISE_WORDS || kind->kind == PROMISE_CREDIT;
    return plain || kind->whats_count > 0;
}

// --- Sizes ---

// Of the other's trust only what this seat has learned is told; the offer itself may still be refused.
static bool trust_known(const Viewer *viewer, uint8_t other, int32_t needed) {
    const Def *def = viewer->def;
    int32_t mine = state_at(def, viewer->state, TRACK_TRUST, viewer->me, other);
    bool exact = false;
    if (mine < 10 * needed) return false;
    if (!view_may_read(viewer, TRACK_TRUST, other, viewer->me, &exact)) return true;
    return state_at(def, viewer->state, TRACK_TRUST, other, viewer->me) >= 10 * needed;
}

const char *view_size_closed(const Viewer *viewer, uint8_t other, int32_t size) {
    if (size <= 1 || !view_is_seat(viewer)) return "";
    int32_t needed = viewer->def->coef[size == 2 ? COEF_TRUST_SIZE_2 : COEF_TRUST_SIZE_3];
    if (trust_known(viewer, other, needed)) return "";
    return say_verdict(&viewer->say, verdict_need(VERDICT_DEAL_TRUST, needed, size));
}

static void sizes(Viewer *viewer) {
    const int16_t *coef = viewer->def->coef;
    for (int32_t size = 1; size <= 3; size++) {
        viewer->out->size_least[size - 1] =
                say_verdict(&viewer->say, verdict_need(VERDICT_DEAL_SIZE, size, 0));
        SayWith with = {
                .n = size * coef[COEF_PROMISE_KEPT], .m = size + coef[COEF_PROMISE_BROKEN]};
        viewer->out->stakes[size - 1] =
                say_sentence(&viewer->say, SAY_PROMISE_STAKES, with);
    }
    viewer->out->cannot_promise = say_word(&viewer->say, SAY_CANNOT_PROMISE);
}

static void sizes_by_actor(Viewer *viewer) {
    int32_t count = def_count(viewer->def, KIND_ACTOR);
    const char *(*list)[3] = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        for (int32_t size = 1; size <= 3; size++)
            list[i][size - 1] = view_size_closed(viewer, i, size);
    }
    viewer->out->sizes = (const char *const(*)[3])list;
    viewer->out->sizes_count = count;
}

void view_builder(Viewer *viewer) {
    sizes_by_actor(viewer);
    ViewPromiseKind *list = view_array(viewer, PROMISE_PLACE, sizeof *list);
    int32_t count = 0;
    for (int kind = PROMISE_WORDS; kind <= PROMISE_PLACE; kind++) {
        list[count] = promise_kind(viewer, (PromiseKind)kind);
        count += makes_sense(&list[count]);
    }
    viewer->out->promise_kinds = list;
    viewer->out->promise_kinds_count = count;
    sizes(viewer);
}

// bots/press.c — looks past the present round where an act only begins something. Never: what its seat may not know.
#include "bots/press.h"
#include "rules/suit.h"

// Small against what text and standing weigh; enough to prefer one of two equal acts.
enum { MOTION_WORTH = 120, WATCH_WORTH = 60, MEASURE_WORTH = 20, OFFER_WORTH = 40 };
enum { PUSHES_MOST = 3 };

static int32_t rounds_left(const Def *def, const State *state) {
    return core_max(0, def->rounds - state->round);
}

// What it will have moved colleagues by, if its price holds that long.
static void champion_ahead(BotDesk *desk, const Def *def, const Event *event) {
    int32_t rounds = core_min(PUSHES_MOST, rounds_left(def, &desk->believed));
    int32_t push = event->b * event->c * rounds;
    for (int32_t i = 0; i < def_count(def, KIND_DECIDER); i++) {
        bool colleague =
                i != event->a && def->deciders[i].arena == def->deciders[event->a].arena;
        uint16_t cell = def_cell(def, TRACK_STANCE, i, 0);
        if (colleague)
            desk->tried.cell[cell] =
                    (int16_t)core_clamp(desk->tried.cell[cell] + push, -1000, 1000);
    }
}

// The part of a suit's remedy that this hearing has come nearer to; nothing when it cannot end in time.
static int32_t suit_worth(const BotDesk *desk, const Def *def, uint8_t actor, int32_t claim,
        const Persona *persona) {
    int32_t needs = suit_needs(def, &desk->tried, claim);
    int32_t before = state_at(def, &desk->believed, TRACK_PROGRESS, claim, actor) / 10,
            after = state_at(def, &desk->tried, TRACK_PROGRESS, claim, actor) / 10;
    int32_t gained = after - before, left = rounds_left(def, &desk->believed);
    bool in_time = gained > 0 && after + left * gained >= needs;
    if (needs == 0 || !in_time) return 0;
    uint8_t with[CLAUSES_MAX] = {0}, without[CLAUSES_MAX] = {0};
    with[claim] = def->claims[claim].floor;
    int32_t gain = score_substance(def, actor, with) - score_substance(def, actor, without);
    return persona->weights[WEIGHT_SUBSTANCE] * 10 * gain * core_min(needs, gained) / needs;
}

static int32_t motion_worth(const State *state, uint8_t actor, const Event *event) {
    bool about = event->c == MOTION_SEAT || event->c == MOTION_VOTE;
    if (!about) return 0;
    if (event->d == actor) return MOTION_WORTH;
    for (int32_t slot = 0; slot < COALITIONS_MAX; slot++) {
        uint16_t members = state->coalition[slot].members;
        if ((members >> actor) & (members >> event->d) & 1) return MOTION_WORTH;
    }
    return 0;
}

static int32_t watch_worth(const BotDesk *desk, const Def *def, uint8_t actor, int32_t a) {
    bool fresh = state_at(def, &desk->believed, TRACK_WATCHED, a, 0) == 0;
    return fresh && def->actors[actor].wants_set[a] && def->actors[actor].wants[a] > 0
                   ? WATCH_WORTH
                   : 0;
}

static int32_t measure_worth(const BotDesk *desk, uint8_t actor, int32_t number) {
    return (desk->believed.measured[actor] >> number) & 1 ? 0 : MEASURE_WORTH;
}

int32_t press_ahead(BotDesk *desk, const Def *def, uint8_t actor, const Persona *persona) {
    int32_t worth = 0;
    for (int32_t i = 0; i < desk->events.count; i++) {
        const Event *event = &desk->events.items[i];
        if (event->actor != actor) continue;
        if (event->kind == EVENT_CHAMPION && event->b != 0)
            champion_ahead(desk, def, event);
        if (event->kind == EVENT_SUIT && event->b == 1)
            worth += suit_worth(desk, def, actor, event->a, persona);
        if (event->kind == EVENT_MOTION)
            worth += motion_worth(&desk->believed, actor, event);
        if (event->kind == EVENT_WATCHED) worth += watch_worth(desk, def, actor, event->a);
        if (event->kind == EVENT_MEASURED) worth += measure_worth(desk, actor, event->a);
        if (event->kind == EVENT_SIDE_OFFER) worth += OFFER_WORTH;
    }
    return worth;
}

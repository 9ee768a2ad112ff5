// session/view_press.c — motions, claims, champions and side offers as this seat may see them, and what a watcher is told. Never: a champion or an offer of others.
#include "rules/suit.h"
#include "rules/watch.h"
#include "session/view_parts.h"

static const char *level_text(const Viewer *viewer, int32_t clause, int32_t level) {
    const Clause *c = &viewer->def->clauses[clause];
    return say_text(&viewer->say, c->levels[core_clamp(level, 0, c->levels_count - 1)]);
}

const char *view_motion_text(
        const Viewer *viewer, uint8_t arena, uint8_t what, int32_t how) {
    static const SayId chairs[] = {SAY_MOTION_CHAIR_FIXED, SAY_MOTION_CHAIR_TURNS,
            SAY_MOTION_CHAIR_ELECTED, SAY_MOTION_CHAIR_LOT};
    SayWith with = {.target = say_thing(&viewer->say, (Thing){KIND_ARENA, arena}),
            .who = say_actor(&viewer->say, (uint8_t)how),
            .n = core_abs(how)};
    SayId id = SAY_NONE;
    switch ((MotionKind)what) {
    case MOTION_QUOTA: id = how < 0 ? SAY_MOTION_QUOTA_DOWN : SAY_MOTION_QUOTA_UP; break;
    case MOTION_SLOTS: id = how < 0 ? SAY_MOTION_SLOTS_DOWN : SAY_MOTION_SLOTS_UP; break;
    case MOTION_CHAIR: id = chairs[core_clamp(how, 0, 3)]; break;
    case MOTION_SEAT: id = SAY_MOTION_SEAT; break;
    case MOTION_VOTE: id = SAY_MOTION_VOTE; break;
    case MOTION_OUT: id = SAY_MOTION_OUT; break;
    case MOTION_LOT: id = SAY_MOTION_LOT; break;
    case MOTION_BOOKS: id = SAY_MOTION_BOOKS; break;
    case MOTION_NONE:
    case MOTION_COUNT: return "";
    }
    return say_sentence(&viewer->say, id, with);
}

const char *view_offer_text(const Viewer *viewer, const OpenChoice *card) {
    const SideOffer *offer = &viewer->state->side_offer[card->about % SIDE_OFFERS_MAX];
    SayWith with = {.what = view_coalition_name(viewer, offer->coalition % COALITIONS_MAX),
            .n = offer->amount};
    if (offer->resource >= def_count(viewer->def, KIND_RESOURCE))
        return say_sentence(&viewer->say, SAY_CARD_OFFER_TEXT, with);
    with.target = say_thing(&viewer->say, (Thing){KIND_RESOURCE, offer->resource});
    return say_sentence(&viewer->say, SAY_CARD_OFFER_GIFT, with);
}

const char *view_price_text(const Viewer *viewer, uint8_t decider) {
    const Decider *d = &viewer->def->deciders[decider];
    if (d->price_clause >= def_count(viewer->def, KIND_CLAUSE)) return "";
    SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_CLAUSE, d->price_clause}),
            .text = level_text(viewer, d->price_clause, d->price_most)};
    return say_sentence(&viewer->say, SAY_CHAMPION_PRICE, with);
}

const char *view_claim_text(const Viewer *viewer, int32_t claim) {
    uint8_t court = suit_court(viewer->def, claim);
    if (court == NONE) return "";
    const Claim *c = &viewer->def->claims[claim];
    SayWith with = {.target = say_thing(&viewer->say, (Thing){KIND_ARENA, court}),
            .what = say_thing(&viewer->say, (Thing){KIND_CLAUSE, (uint8_t)claim}),
            .text = level_text(viewer, claim, c->floor),
            .n = suit_needs(viewer->def, viewer->state, claim)};
    return say_sentence(&viewer->say, c->floor ? SAY_CLAIM_FLOOR : SAY_CLAIM_STORY, with);
}

// The team that won a champion knows, and the owner of the decider.
const char *view_champion_text(const Viewer *viewer, uint8_t decider) {
    const Champion *champion = &viewer->state->champion[decider];
    bool knows = champion->by == viewer->me
                 || viewer->def->deciders[decider].owner == viewer->me
                 || viewer->state->status >= STATUS_DEBRIEF;
    if (champion->by == NONE || !knows) return "";
    SayWith with = {.who = say_actor(&viewer->say, champion->by),
            .text = view_price_text(viewer, decider)};
    return say_sentence(&viewer->say,
            champion->side < 0 ? SAY_CHAMPION_AGAINST : SAY_CHAMPION_FOR, with);
}

// ---- news ---------------------------------------------------------------------------------------------

// The motion in a slot at the time of the event: slots are used again.
static const Event *tabled(const Viewer *viewer, const Event *event) {
    const Event *first = viewer->session->ledger.items;
    for (const Event *at = event; at-- > first;) {
        if (at->kind == EVENT_MOTION && at->a == event->a) return at;
    }
    return NULL;
}

static const char *motion_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    const Event *motion = event->kind == EVENT_MOTION ? event : tabled(viewer, event);
    if (!motion) return NULL;
    SayWith with = {.who = say_actor(&viewer->say, motion->actor),
            .text = view_motion_text(
                    viewer, (uint8_t)motion->b, (uint8_t)motion->c, motion->d),
            .n = event->c,
            .m = event->d};
    if (event->kind == EVENT_MOTION)
        return say_sentence(&viewer->say, SAY_NEWS_MOTION, with);
    *tone = 3;
    return say_sentence(
            &viewer->say, event->b == 1 ? SAY_NEWS_CARRIED : SAY_NEWS_LOST, with);
}

static const char *suit_sentence(const Viewer *viewer, const Event *event, uint8_t *tone) {
    if (event->b == 1) return NULL; // the act tells it
    SayWith with = {.who = say_actor(&viewer->say, event->actor),
            .what = view_claim_text(viewer, event->a)};
    *tone = event->b == 2 ? 3 : 2;
    return say_sentence(
            &viewer->say, event->b == 2 ? SAY_NEWS_SUIT_WON : SAY_NEWS_SUIT_LAPSED, with);
}

// A hearing begins, or what was ruled in it; other cards are between those they ask.
static const char *ruling_sentence(
        const Viewer *viewer, const Event *event, uint8_t *tone) {
    const Event *card = event, *first = viewer->session->ledger.items;
    bool ruled = event->kind == EVENT_CARD_SAYS;
    if (ruled && event->actor != NONE) return NULL;
    while (ruled && card-- > first) {
        if (card->kind == EVENT_CARD && card->a == event->a) break;
    }
    if (card < first || card->kind != EVENT_CARD || card->b != CHOICE_RULING) return NULL;
    SayWith with = {.who = say_actor(&viewer->say, (uint8_t)card->d)};
    if (!ruled) return say_sentence(&viewer->say, SAY_NEWS_ARGUES, with);
    const Happening *menu = &viewer->def->happenings[card->raw];
    if (event->b < 0 || event->b >= menu->choices_count) return NULL;
    *tone = 3;
    with.text = say_text(
            &viewer->say, viewer->def->choices[menu->choices_first + event->b].text);
    return say_sentence(&viewer->say, SAY_NEWS_RULED, with);
}

const char *view_press_sentence(const Viewer *viewer, const Event *event, uint8_t *tone) {
    SayWith with = {.who = say_actor(&viewer->say, event->actor)};
    switch (event->kind) {
    case EVENT_MOTION:
    case EVENT_MOTION_END: return motion_sentence(viewer, event, tone);
    case EVENT_CARD:
    case EVENT_CARD_SAYS: return ruling_sentence(viewer, event, tone);
    case EVENT_SUIT: return suit_sentence(viewer, event, tone);
    case EVENT_CHAMPION:
        with.target = say_thing(&viewer->say, (Thing){KIND_DECIDER, (uint8_t)event->a});
        *tone = event->b ? 1 : 2;
        return say_sentence(
                &viewer->say, event->b ? SAY_NEWS_CHAMPION : SAY_NEWS_CHAMPION_END, with);
    case EVENT_SIDE_OFFER_END:
        if (event->b != 0 && event->b != 1) return NULL;
        with.target = say_actor(&viewer->say, (uint8_t)event->c);
        return say_sentence(
                &viewer->say, event->b ? SAY_NEWS_OFFER_TAKEN : SAY_NEWS_OFFER_TOLD, with);
    case EVENT_FORESHADOWED:
        return say_text(&viewer->say,
                viewer->def->happenings[event->a % HAPPENINGS_MAX].foreshadow);
    default: return NULL;
    }
}

// Who watches a clause is told when law says something else than the draft that was decided on.
const char *view_instead(const Viewer *viewer, const Event *event, int32_t clause,
        int32_t level, const char *told) {
    bool watching =
            view_is_seat(viewer) && ((viewer->state->watches[viewer->me] >> clause) & 1);
    if (!watching || event->cause.kind != CAUSE_DECISION || event->cause.id >= ARENAS_MAX)
        return told;
    int32_t draft = viewer->state->decision[event->cause.id].text[clause];
    if (draft == level) return told;
    SayWith with = {.text = told, .target = level_text(viewer, clause, draft)};
    return say_sentence(&viewer->say, SAY_NEWS_INSTEAD, with);
}

// ---- lists --------------------------------------------------------------------------------------------

static void motions(Viewer *viewer) {
    ViewMotion *list = view_array(viewer, MOTIONS_MAX, sizeof *list);
    int32_t count = 0;
    for (int32_t i = 0; i < MOTIONS_MAX; i++) {
        const Motion *motion = &viewer->state->motion[i];
        if (motion->what == MOTION_NONE) continue;
        list[count++] = (ViewMotion){
                .text = view_motion_text(viewer, motion->arena, motion->what, motion->how),
                .by = motion->by,
                .arena = motion->arena};
    }
    viewer->out->motions = list;
    viewer->out->motions_count = count;
}

static void claims(Viewer *viewer) {
    ViewClaim *list = view_array(viewer, CLAUSES_MAX, sizeof *list);
    int32_t count = 0;
    for (uint8_t i = 0; i < def_count(viewer->def, KIND_CLAUSE); i++) {
        uint8_t court = suit_court(viewer->def, i);
        if (court == NONE) continue;
        bool seat = view_is_seat(viewer);
        int32_t progress =
                seat ? state_at(viewer->def, viewer->state, TRACK_PROGRESS, i, viewer->me)
                     : 0;
        list[count++] = (ViewClaim){.text = view_claim_text(viewer, i),
                .clause = i,
                .arena = court,
                .progress = (int16_t)(progress / 10),
                .needs = (int16_t)suit_needs(viewer->def, viewer->state, i),
                .running = seat && viewer->state->suit[i][viewer->me] != 0,
                .won = (viewer->state->claims_won >> i) & 1};
    }
    viewer->out->claims = list;
    viewer->out->claims_count = count;
}

void view_press(Viewer *viewer) {
    motions(viewer);
    claims(viewer);
}

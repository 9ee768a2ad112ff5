// session/view_groups.c — what the buttons of coalitions and deals would do, and why they are closed. Never: the inside of a coalition of others.
#include "rules/deal.h"
#include "rules/stock.h"
#include "session/view_parts.h"

static const char *joining(const Viewer *viewer, const Coalition *coalition) {
    static const SayId ids[] = {
            SAY_JOIN_CONSENT, SAY_JOIN_LEAD, SAY_JOIN_MAJORITY, SAY_JOIN_CONSENSUS};
    SayWith with = {.who = say_actor(&viewer->say, coalition->lead)};
    return say_sentence(&viewer->say, ids[core_min(coalition->rule, 3)], with);
}

static const char *audience_name(const Viewer *viewer, Coef which) {
    uint8_t audience = stock_audience(viewer->def, which);
    return audience == NONE ? ""
                            : say_thing(&viewer->say, (Thing){KIND_AUDIENCE, audience});
}

static void about_flags(const Viewer *viewer, ViewGroup *out) {
    SayWith with = {.what = audience_name(viewer, COEF_AUDIENCE_HOME),
            .target = audience_name(viewer, COEF_AUDIENCE_POWER),
            .n = viewer->def->coef[COEF_COALITION_STANDING]};
    out->flags_about[0] = say_word(&viewer->say, SAY_GROUP_NOT_SAID);
    out->flags_about[1] = say_sentence(&viewer->say, SAY_GROUP_OPEN, with);
    out->flags_about[2] = say_sentence(&viewer->say, SAY_GROUP_SHUT, with);
}

static void about_backbone(const Viewer *viewer, ViewGroup *out) {
    const int16_t *coef = viewer->def->coef;
    SayWith with = {.n = coef[COEF_COORDINATE_BONUS],
            .text = say_signed(&viewer->say, coef[COEF_BACKBONE_FRAME])};
    out->backbone_about[0] = say_word(&viewer->say, SAY_GROUP_NO_CARRIER);
    out->backbone_about[1] = say_sentence(&viewer->say, SAY_GROUP_COORDINATE, with);
    out->backbone_about[2] = say_sentence(&viewer->say, SAY_GROUP_TRANSFORM, with);
}

// Leaving is a breach where cohesion still holds and a promise to a member is open.
static const char *leaving(const Viewer *viewer, uint8_t slot) {
    const int16_t *coef = viewer->def->coef;
    uint16_t rest =
            (uint16_t)(viewer->state->coalition[slot].members & ~(1u << viewer->me));
    bool held = state_at(viewer->def, viewer->state, TRACK_COHESION, slot, 0)
                >= 10 * coef[COEF_COHESION_FREE];
    bool breach = held && deal_open_between(viewer->state, viewer->me, rest);
    SayWith with = {.n = coef[COEF_LEAVE_TRUST]};
    if (breach) return say_sentence(&viewer->say, SAY_LEAVE_BREACH, with);
    bool ends = state_members_count(rest) < 2;
    return say_word(&viewer->say, ends ? SAY_LEAVE_ENDS : SAY_LEAVE_FREE);
}

static const char *standing(const Viewer *viewer, uint8_t slot) {
    int32_t together = viewer->def->coef[COEF_TOGETHER_COHESION];
    bool holds =
            state_at(viewer->def, viewer->state, TRACK_COHESION, slot, 0) >= 10 * together;
    return say_sentence(&viewer->say, holds ? SAY_GROUP_HOLDS : SAY_GROUP_LOOSE,
            (SayWith){.n = together});
}

static const char *closed(const Viewer *viewer, CommandKind kind, uint8_t slot, int16_t c) {
    return view_closed(viewer, (Command){.kind = (uint8_t)kind, .a = slot, .c = c});
}

static void inside(const Viewer *viewer, uint8_t slot, ViewGroup *out) {
    out->leave_about = leaving(viewer, slot);
    out->standing = standing(viewer, slot);
    out->ask_closed = closed(viewer, COMMAND_COALITION_ASK, slot, 0);
    out->frame_closed = closed(viewer, COMMAND_COALITION_FRAME, slot, 0);
    out->flags_closed = closed(viewer, COMMAND_COALITION_FLAGS, slot, viewer->me);
    out->leave_closed = closed(viewer, COMMAND_COALITION_LEAVE, slot, 0);
    out->purse_closed = closed(viewer, COMMAND_COALITION_PURSE, slot, 0);
    about_flags(viewer, out);
    about_backbone(viewer, out);
}

static ViewGroup group(const Viewer *viewer, const ViewCoalition *coalition) {
    ViewGroup out = {.ask_closed = "",
            .frame_closed = "",
            .flags_closed = "",
            .leave_closed = "",
            .join_closed = "",
            .purse_closed = "",
            .join_about = "",
            .leave_about = "",
            .standing = ""};
    for (int32_t i = 0; i < 3; i++)
        out.flags_about[i] = out.backbone_about[i] = "";
    if (coalition->mine) {
        inside(viewer, coalition->slot, &out);
        return out;
    }
    Command join = {.kind = COMMAND_COALITION_PROPOSE,
            .a = coalition->slot,
            .b = (int16_t)(1u << viewer->me),
            .c = coalition->rule};
    out.join_closed = view_closed(viewer, join);
    out.join_about = joining(viewer, &viewer->state->coalition[coalition->slot]);
    return out;
}

void view_group_words(Viewer *viewer) {
    ViewGroupWords *words = &viewer->out->group_words;
    ViewGroup group = {.ask_closed = ""};
    about_flags(viewer, &group);
    about_backbone(viewer, &group);
    for (int32_t i = 0; i < 3; i++) {
        words->flags_about[i] = group.flags_about[i];
        words->backbone_about[i] = group.backbone_about[i];
    }
    view_light_words(viewer);
}

// Somebody else to propose to: any other actor will do for the question whether it is open at all.
static const char *founding(const Viewer *viewer) {
    uint8_t other = viewer->me ? 0 : 1;
    return view_closed(viewer, (Command){.kind = COMMAND_COALITION_PROPOSE,
                                       .a = NONE,
                                       .b = (int16_t)(1u << other)});
}

// A small promise in words: whether a deal can be offered to this actor.
static const char *offering_to(const Viewer *viewer, uint8_t other) {
    Command offer = {.kind = COMMAND_DEAL_OFFER};
    offer.deal = deal_between(viewer->me, other);
    offer.deal.promises_count = 1;
    offer.deal.promises[0] = (Promise){.kind = PROMISE_WORDS,
            .by = viewer->me,
            .what = NONE,
            .target = NONE,
            .due = viewer->state->round,
            .size = 1};
    return view_closed(viewer, offer);
}

static const char *offering(const Viewer *viewer) {
    const char *reason = "";
    for (uint8_t other = 0; other < def_count(viewer->def, KIND_ACTOR); other++) {
        if (other == viewer->me) continue;
        reason = offering_to(viewer, other);
        if (!*reason) return reason;
    }
    return reason;
}

void view_groups(Viewer *viewer) {
    View *out = viewer->out;
    ViewGroup *list = view_array(viewer, out->coalitions_count, sizeof *list);
    for (int32_t i = 0; i < out->coalitions_count; i++)
        list[i] = group(viewer, &out->coalitions[i]);
    out->groups = list;
    out->coalitions_closed = founding(viewer);
    out->deals_closed = offering(viewer);
}

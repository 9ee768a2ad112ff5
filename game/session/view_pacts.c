// session/view_pacts.c — deals, coalitions and proposals as this seat may see them. Never: private deals of others, the inside of other coalitions.
#include "rules/coalition.h"
#include "session/own_words.h"
#include "session/view_parts.h"
#include <string.h>

static const char *promise_text(const Viewer *viewer, const Promise *promise) {
    SayWith with = {.who = say_actor(&viewer->say, promise->by), .n = promise->amount};
    switch ((PromiseKind)promise->kind) {
    case PROMISE_SUPPORT_FRAME:
        with.what = say_thing(&viewer->say, (Thing){KIND_FRAME, promise->what});
        break;
    case PROMISE_REFRAIN: with.what = say_move(&viewer->say, promise->what); break;
    case PROMISE_DO:
        with.what = say_move(&viewer->say, promise->what);
        with.target = say_thing(&viewer->say, (Thing){KIND_DECIDER, promise->target});
        break;
    case PROMISE_GIVE:
        with.what = say_thing(&viewer->say, (Thing){KIND_RESOURCE, promise->what});
        break;
    case PROMISE_JOIN:
    case PROMISE_LEAVE: with.what = view_coalition_name(viewer, promise->what); break;
    case PROMISE_VOTE_FOR:
    case PROMISE_VOTE_AGAINST:
    case PROMISE_PLACE:
        with.what = say_thing(&viewer->say, (Thing){KIND_ARENA, promise->what});
        break;
    case PROMISE_NONE:
    case PROMISE_WORDS:
    case PROMISE_CREDIT: break;
    }
    return promise->kind == PROMISE_NONE
                   ? ""
                   : say_sentence(
                           &viewer->say, (SayId)(SAY_PROMISE_1 + promise->kind - 1), with);
}

static const char *gift(const Viewer *viewer, const Deal *deal, int32_t side) {
    Buffer out = {0};
    for (uint8_t r = 0; r < def_count(viewer->def, KIND_RESOURCE); r++) {
        if (deal->gives[side][r] == 0) continue;
        SayWith with = {.n = deal->gives[side][r],
                .what = say_thing(&viewer->say, (Thing){KIND_RESOURCE, r})};
        buffer_format(&out, "%s%s",
                out.length ? say_word(&viewer->say, SAY_LIST_COMMA) : "",
                say_sentence(&viewer->say, SAY_AMOUNT, with));
    }
    const char *text = "";
    if (out.length) {
        SayWith with = {.who = say_actor(&viewer->say, side ? deal->to : deal->from),
                .text = region_copy_text(&viewer->out->region, out.data, out.length)};
        text = say_sentence(&viewer->say, SAY_DEAL_GIVES, with);
    }
    buffer_free(&out);
    return text;
}

static const char *deal_text(const Viewer *viewer, const Deal *deal) {
    const char *first = gift(viewer, deal, 0), *second = gift(viewer, deal, 1);
    if (*first && *second)
        return region_format(&viewer->out->region, "%s · %s", first, second);
    if (*first || *second) return *first ? first : second;
    return say_word(&viewer->say, SAY_DEAL_NOTHING);
}

// Free words that are due: the two parties say themselves how it went.
static bool may_mark(const Viewer *viewer, const Deal *deal, const Promise *promise) {
    bool party = deal->from == viewer->me || deal->to == viewer->me;
    return party && deal->state == DEAL_AGREED && promise->kind == PROMISE_WORDS
           && (promise->state & 15) == PROMISE_OPEN && promise->due <= viewer->state->round;
}

// The sentence of a promise; free words stand behind it as they were written.
static const char *told(const Viewer *viewer, const Deal *deal, const Promise *promise) {
    const char *text = promise_text(viewer, promise),
               *own = own_words_text(viewer->session, deal->words);
    bool free = promise->kind == PROMISE_WORDS && *own;
    return free ? region_format(&viewer->out->region, "%s — %s", text, own) : text;
}

static const ViewPromise *promises(const Viewer *viewer, const Deal *deal) {
    ViewPromise *list = view_array(viewer, deal->promises_count, sizeof *list);
    for (int32_t i = 0; i < deal->promises_count; i++) {
        const Promise *promise = &deal->promises[i];
        list[i] = (ViewPromise){.text = told(viewer, deal, promise),
                .size = promise->size,
                .state = promise->state & 15,
                .due = promise->due,
                .by_me = promise->by == viewer->me,
                .may_mark = may_mark(viewer, deal, promise)};
    }
    return list;
}

static void deals(Viewer *viewer) {
    ViewDeal *list = view_array(viewer, DEALS_MAX, sizeof *list);
    int32_t count = 0;
    for (int32_t i = 0; i < DEALS_MAX; i++) {
        const Deal *deal = &viewer->state->deal[i];
        bool mine = deal->from == viewer->me || deal->to == viewer->me;
        bool shown = mine || (deal->is_public && deal->state >= DEAL_AGREED)
                     || viewer->state->status >= STATUS_DEBRIEF;
        if (deal->state == DEAL_FREE || !shown) continue;
        list[count++] = (ViewDeal){.slot = (int16_t)i,
                .from = deal->from,
                .to = deal->to,
                .state = deal->state,
                .is_public = deal->is_public,
                .mine = mine,
                .waits_for_me = deal->state == DEAL_OFFERED && deal->to == viewer->me,
                .text = deal_text(viewer, deal),
                .promises = promises(viewer, deal),
                .promises_count = deal->promises_count};
    }
    viewer->out->deals = list;
    viewer->out->deals_count = count;
}

const char *view_coalition_name(const Viewer *viewer, int32_t slot) {
    const Coalition *coalition = &viewer->state->coalition[slot];
    if (coalition->start_name != NONE)
        return say_thing(&viewer->say, (Thing){KIND_COALITION, coalition->start_name});
    SayWith with = {.n = slot + 1};
    return say_sentence(&viewer->say, SAY_COALITION, with);
}

static const char *rule_text(const Viewer *viewer, uint8_t rule) {
    static const SayId ids[] = {
            SAY_RULE_CONSENT, SAY_RULE_LEAD, SAY_RULE_MAJORITY, SAY_RULE_CONSENSUS};
    return say_word(&viewer->say, ids[core_min(rule, 3)]);
}

// Open acts only: neither a list that is still sealed nor a quiet act shows in a light.
static bool all_took_part(const Viewer *viewer, uint16_t members) {
    for (int32_t i = 0; i < def_count(viewer->def, KIND_ACTOR); i++) {
        if (!((members >> i) & 1)) continue;
        int32_t acts = 0;
        for (int32_t m = 0; m < viewer->def->moves_count; m++) {
            bool quiet = viewer->def->moves[m].flags & MOVE_QUIET;
            if (!quiet || i == viewer->me) acts += viewer->state->did[i][m];
        }
        if (acts == 0) return false;
    }
    return true;
}

static const uint8_t *copy_levels(const Viewer *viewer, const uint8_t levels[CLAUSES_MAX]) {
    uint8_t *copy = view_array(viewer, CLAUSES_MAX, sizeof *copy);
    memcpy(copy, levels, CLAUSES_MAX);
    return copy;
}

static bool has_targets(const Coalition *coalition) {
    for (int32_t c = 0; c < CLAUSES_MAX; c++) {
        if (coalition->target[c] != NONE) return true;
    }
    return coalition->frame != NONE;
}

static ViewCoalition coalition_view(const Viewer *viewer, uint8_t slot) {
    const Coalition *coalition = &viewer->state->coalition[slot];
    bool mine = (coalition->members >> viewer->me) & 1;
    ViewCoalition out = {.slot = slot,
            .lead = coalition->lead,
            .rule = coalition->rule,
            .members = coalition->members,
            .name = view_coalition_name(viewer, slot),
            .members_text = say_actors(&viewer->say, coalition->members),
            .rule_text = rule_text(viewer, coalition->rule),
            .frame = "",
            .agenda_text = "",
            .warning = "",
            .books = "",
            .backbone = "",
            .leaving = "",
            .backbone_actor = NONE,
            .mine = mine,
            .cohesion = view_number(viewer, TRACK_COHESION, slot, 0),
            .inertia = view_number(viewer, TRACK_INERTIA, slot, 0)};
    if (!mine) return out;
    if (coalition->frame != NONE)
        out.frame = say_thing(&viewer->say, (Thing){KIND_FRAME, coalition->frame});
    out.targets = copy_levels(viewer, coalition->target);
    out.asks = copy_levels(viewer, coalition->ask[viewer->me]);
    out.lights[0] = has_targets(coalition);
    out.lights[1] = coalition->measured;
    out.lights[2] = state_at(viewer->def, viewer->state, TRACK_INERTIA, slot, 0) == 0;
    out.lights[3] = all_took_part(viewer, coalition->members);
    out.lights[4] = coalition->backbone != NONE;
    out.may_split = coalition_may_split(viewer->def, viewer->state, slot);
    return out;
}

static void coalitions(Viewer *viewer) {
    ViewCoalition *list = view_array(viewer, COALITIONS_MAX, sizeof *list);
    int32_t count = 0;
    for (uint8_t slot = 0; slot < COALITIONS_MAX; slot++) {
        if (viewer->state->coalition[slot].members)
            list[count++] = coalition_view(viewer, slot);
    }
    viewer->out->coalitions = list;
    viewer->out->coalitions_count = count;
}

static bool asked(const Viewer *viewer, const Proposal *proposal) {
    uint16_t bit = (uint16_t)(1u << viewer->me);
    uint16_t who = proposal->members;
    if (proposal->coalition != NONE)
        who = viewer->state->coalition[proposal->coalition & 7].members;
    return (who & bit) && proposal->by != viewer->me
           && !((proposal->yes | proposal->no) & bit);
}

static void proposals(Viewer *viewer) {
    ViewProposal *list = view_array(viewer, PROPOSALS_MAX, sizeof *list);
    int32_t count = 0;
    for (uint8_t i = 0; i < PROPOSALS_MAX; i++) {
        const Proposal *proposal = &viewer->state->proposal[i];
        bool concerns =
                proposal->open
                && (proposal->by == viewer->me || ((proposal->members >> viewer->me) & 1)
                        || asked(viewer, proposal));
        if (!concerns) continue;
        SayWith with = {.who = say_actor(&viewer->say, proposal->by),
                .text = say_actors(&viewer->say, proposal->members)};
        list[count++] = (ViewProposal){i, proposal->by,
                say_sentence(&viewer->say,
                        proposal->coalition == NONE ? SAY_PROPOSAL_NEW : SAY_PROPOSAL_JOIN,
                        with),
                asked(viewer, proposal)};
    }
    viewer->out->proposals = list;
    viewer->out->proposals_count = count;
}

void view_pacts(Viewer *viewer) {
    viewer->out->credit =
            (ViewCredit){.claim = "", .give = "", .quiet = "", .claim_closed = ""};
    deals(viewer);
    coalitions(viewer);
    proposals(viewer);
}

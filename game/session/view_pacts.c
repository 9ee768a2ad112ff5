// session/view_pacts.c — deals and proposals as this seat may see them. Never: private deals of others.
#include "rules/deal.h"
#include "rules/gate.h"
#include "session/own_words.h"
#include "session/view_parts.h"
#include <string.h>

const char *view_promise_text(const Viewer *viewer, const Promise *promise) {
    SayWith with = {.who = promise->by == NONE ? say_word(&viewer->say, SAY_THE_OTHER)
                                               : say_actor(&viewer->say, promise->by),
            .n = promise->amount};
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

// "2 money, 1 people": what one party gives another, "" = nothing.
static const char *goods(
        const Viewer *viewer, const Deal *deal, uint8_t giver, uint8_t taker) {
    Buffer out = {0};
    for (uint8_t r = 0; r < def_count(viewer->def, KIND_RESOURCE); r++) {
        SayWith with = {.n = deal_given(deal, giver, taker, r),
                .what = say_thing(&viewer->say, (Thing){KIND_RESOURCE, r})};
        if (with.n == 0) continue;
        buffer_format(&out, "%s%s",
                out.length ? say_word(&viewer->say, SAY_LIST_COMMA) : "",
                say_sentence(&viewer->say, SAY_AMOUNT, with));
    }
    const char *text =
            out.length ? region_copy_text(&viewer->out->region, out.data, out.length) : "";
    buffer_free(&out);
    return text;
}

// Between two it is clear who gets it.
static const char *gift(
        const Viewer *viewer, const Deal *deal, uint8_t giver, uint8_t taker) {
    SayWith with = {.who = say_actor(&viewer->say, giver),
            .target = say_actor(&viewer->say, taker),
            .text = goods(viewer, deal, giver, taker)};
    if (!*with.text) return "";
    return say_sentence(
            &viewer->say, deal->parties > 2 ? SAY_DEAL_GIVES_TO : SAY_DEAL_GIVES, with);
}

static const char *deal_text(const Viewer *viewer, const Deal *deal) {
    const char *text = "";
    for (int32_t i = 0; i < deal->parties; i++) {
        for (int32_t k = 0; k < deal->parties; k++) {
            const char *part =
                    i == k ? "" : gift(viewer, deal, deal->party[i], deal->party[k]);
            if (!*part) continue;
            text = *text ? region_format(&viewer->out->region, "%s · %s", text, part)
                         : part;
        }
    }
    return *text ? text : say_word(&viewer->say, SAY_DEAL_NOTHING);
}

// Free words that are due: the parties say themselves how it went.
static bool may_mark(const Viewer *viewer, const Deal *deal, const Promise *promise) {
    return deal_has(deal, viewer->me) && deal->state == DEAL_AGREED
           && promise->kind == PROMISE_WORDS && promise_state(promise) == PROMISE_OPEN
           && promise->due <= viewer->state->round;
}

// The sentence of a promise; free words stand behind it as they were written.
static const char *told(const Viewer *viewer, const Deal *deal, const Promise *promise) {
    const char *text = view_promise_text(viewer, promise),
               *own = own_words_text(viewer->session, deal->words);
    bool free = promise->kind == PROMISE_WORDS && *own;
    return free ? region_format(&viewer->out->region, "%s — %s", text, own) : text;
}

// What the facilitator said of it, newest first: slots of deals are used again.
static const char *ruling(const Viewer *viewer, int32_t slot, int32_t place) {
    const EventList *ledger = &viewer->session->ledger;
    for (int32_t i = ledger->count - 1; i >= 0; i--) {
        const Event *event = &ledger->items[i];
        if (event->kind == EVENT_DEAL && event->a == slot) return "";
        if (event->kind != EVENT_PROMISE_RULED || event->a != slot || event->b != place)
            continue;
        SayWith with = {.text = own_words_text(viewer->session, (uint16_t)event->d)};
        SayId id = event->c ? SAY_RULED_KEPT : SAY_RULED_BROKEN;
        const char *said = say_word(&viewer->say, id);
        return *with.text ? region_format(&viewer->out->region, "%s — %s", said, with.text)
                          : said;
    }
    return "";
}

static const ViewPromise *promises(const Viewer *viewer, const Deal *deal, int32_t slot) {
    ViewPromise *list = view_array(viewer, deal->promises_count, sizeof *list);
    int32_t here = deal_place(deal, viewer->me);
    for (int32_t i = 0; i < deal->promises_count; i++) {
        const Promise *promise = &deal->promises[i];
        list[i] = (ViewPromise){.text = told(viewer, deal, promise),
                .size = promise->size,
                .state = (uint8_t)promise_state(promise),
                .due = promise->due,
                .by_me = promise->by == viewer->me,
                .let_go = here >= 0 && promise_waived_by(promise, here),
                .apart = deal_is_apart(promise) && promise->due <= viewer->state->round,
                .ruling = promise->kind == PROMISE_WORDS ? ruling(viewer, slot, i) : "",
                .may_mark = may_mark(viewer, deal, promise)};
    }
    return list;
}

// Offers are answered where they are made: backstage. Until the next one nothing waits.
static bool may_answer(const Viewer *viewer, const Deal *deal, int32_t here) {
    bool open = deal->state == DEAL_OFFERED && here > 0 && !((deal->accepted >> here) & 1);
    return open && viewer->out->phase_does == DOES_BACKSTAGE;
}

static ViewDeal deal_seen(const Viewer *viewer, const Deal *deal, int32_t slot) {
    int32_t here = deal_place(deal, viewer->me);
    ViewDeal out = {.slot = (int16_t)slot,
            .parties = deal->parties,
            .accepted = deal->accepted,
            .state = deal->state,
            .is_public = deal->is_public,
            .mine = here >= 0,
            .waits_for_me = may_answer(viewer, deal, here),
            .text = deal_text(viewer, deal),
            .promises = promises(viewer, deal, slot),
            .promises_count = deal->promises_count};
    memcpy(out.party, deal->party, sizeof out.party);
    return out;
}

static void deals(Viewer *viewer) {
    ViewDeal *list = view_array(viewer, DEALS_MAX, sizeof *list);
    int32_t count = 0;
    for (int32_t i = 0; i < DEALS_MAX; i++) {
        const Deal *deal = &viewer->state->deal[i];
        bool shown = deal_has(deal, viewer->me)
                     || (deal->is_public && deal->state >= DEAL_AGREED)
                     || viewer->state->status >= STATUS_DEBRIEF;
        if (deal->state != DEAL_FREE && shown) list[count++] = deal_seen(viewer, deal, i);
    }
    viewer->out->deals = list;
    viewer->out->deals_count = count;
}

static bool asked(const Viewer *viewer, const Proposal *proposal) {
    uint16_t who = proposal->coalition == NONE
                           ? proposal->members
                           : viewer->state->coalition[proposal->coalition & 7].members;
    return view_in(viewer, who) && proposal->by != viewer->me
           && !view_in(viewer, (uint16_t)(proposal->yes | proposal->no));
}

// The gate's own answer: also who proposed, and who has answered, may think better of it.
static bool may_say(const Viewer *viewer, uint8_t slot) {
    Command command = {.kind = COMMAND_COALITION_SAY,
            .actor = viewer->me,
            .at_phase = NONE,
            .a = slot,
            .b = 1};
    return viewer->state->proposal[slot].open
           && gate_check(viewer->def, viewer->state, &command).code == VERDICT_OK;
}

static uint8_t said(const Viewer *viewer, const Proposal *proposal) {
    if (view_in(viewer, proposal->yes)) return 1;
    return view_in(viewer, proposal->no) ? 2 : 0;
}

static SayId sentence_of(const Proposal *proposal, const char *name) {
    if (proposal->coalition != NONE) return SAY_PROPOSAL_JOIN;
    return *name ? SAY_PROPOSAL_NAMED : SAY_PROPOSAL_NEW;
}

static void proposals(Viewer *viewer) {
    ViewProposal *list = view_array(viewer, PROPOSALS_MAX, sizeof *list);
    int32_t count = 0;
    for (uint8_t i = 0; i < PROPOSALS_MAX; i++) {
        const Proposal *proposal = &viewer->state->proposal[i];
        bool open = may_say(viewer, i);
        uint8_t mine = said(viewer, proposal);
        bool concerns = proposal->open
                        && (proposal->by == viewer->me || view_in(viewer, proposal->members)
                                || asked(viewer, proposal));
        if (!concerns) continue;
        SayWith with = {.who = say_actor(&viewer->say, proposal->by),
                .text = say_actors(&viewer->say, proposal->members)};
        with.what = own_words_text(viewer->session, proposal->words);
        list[count++] = (ViewProposal){i, proposal->by,
                say_sentence(&viewer->say, sentence_of(proposal, with.what), with),
                open && mine == 0, open ? mine : 0};
    }
    viewer->out->proposals = list;
    viewer->out->proposals_count = count;
}

void view_pacts(Viewer *viewer) {
    deals(viewer);
    proposals(viewer);
}

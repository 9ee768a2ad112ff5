// session/view_pacts.c — deals and proposals as this seat may see them. Never: private deals of others.
#include "rules/deal.h"
#include "rules/gate.h"
#include "session/own_words.h"
#include "session/view_parts.h"

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
    for (int32_t i = 0; i < deal->promises_count; i++) {
        const Promise *promise = &deal->promises[i];
        list[i] = (ViewPromise){.text = told(viewer, deal, promise),
                .size = promise->size,
                .state = promise->state & 15,
                .due = promise->due,
                .by_me = promise->by == viewer->me,
                .apart = deal_is_apart(promise) && promise->due <= viewer->state->round,
                .ruling = promise->kind == PROMISE_WORDS ? ruling(viewer, slot, i) : "",
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
                .promises = promises(viewer, deal, i),
                .promises_count = deal->promises_count};
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

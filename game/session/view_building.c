// session/view_building.c — what is lent and by whom, requests for a yes, meetings that were called. Never: a request between others.
#include "rules/building.h"
#include "rules/loan.h"
#include "session/view_parts.h"

static const char *place_name(const Viewer *viewer, uint8_t place) {
    static const SayId ids[LOAN_PLACES_COUNT] = {[LOAN_SEAT] = SAY_PLACE_SEAT,
            [LOAN_VOTE] = SAY_PLACE_VOTE,
            [LOAN_CHAIR] = SAY_PLACE_CHAIR,
            [LOAN_PEN] = SAY_PLACE_PEN};
    if (place >= LOAN_PLACES_COUNT || ids[place] == SAY_NONE) return "";
    return say_word(&viewer->say, ids[place]);
}

static const char *loan_sentence(const Viewer *viewer, const Loan *loan) {
    bool budget = loan->place == LOAN_BUDGET, lent = loan->state == LOAN_LENT;
    SayWith with = {.who = say_actor(&viewer->say, loan->giver),
            .target = say_actor(&viewer->say, loan->receiver),
            .what = place_name(viewer, loan->place),
            .text = say_thing(&viewer->say, (Thing){KIND_ARENA, loan->arena}),
            .n = loan->until,
            .m = loan->amount};
    if (budget)
        return say_sentence(
                &viewer->say, lent ? SAY_LOAN_BUDGET : SAY_LOAN_BUDGET_KEPT, with);
    return say_sentence(&viewer->say, lent ? SAY_LOAN_LENT : SAY_LOAN_KEPT, with);
}

const char *view_loan_text(const Viewer *viewer, uint8_t slot) {
    if (slot >= LOANS_MAX || viewer->state->loan[slot].state == LOAN_FREE) return "";
    return loan_sentence(viewer, &viewer->state->loan[slot]);
}

static void loans(Viewer *viewer) {
    ViewLoan *list = view_array(viewer, LOANS_MAX, sizeof *list);
    int32_t count = 0;
    for (uint8_t i = 0; i < LOANS_MAX; i++) {
        const Loan *loan = &viewer->state->loan[i];
        if (loan->state == LOAN_FREE) continue;
        bool budget = loan->place == LOAN_BUDGET;
        list[count++] = (ViewLoan){.text = loan_sentence(viewer, loan),
                .slot = i,
                .giver = loan->giver,
                .receiver = loan->receiver,
                .arena = budget ? (uint8_t)NONE : loan->arena,
                .until = loan->until,
                .mine = loan->giver == viewer->me || loan->receiver == viewer->me};
    }
    viewer->out->loans = list;
    viewer->out->loans_count = count;
}

// The act as it would be told once it is done.
static const char *proposed(const Viewer *viewer, const Consent *consent) {
    Act act = {
            .move = consent->move,
            .actor = consent->by,
            .target = {KIND_ACTOR, consent->to}
    };
    for (int32_t i = 0; i < ASKS_MAX; i++)
        act.asked[i] = consent->asked[i];
    TextId say = viewer->def->moves[consent->move].say;
    if (say == 0) return view_act_text(viewer, &act);
    SayWith with = {.who = say_actor(&viewer->say, consent->by),
            .target = say_actor(&viewer->say, consent->to)};
    return say_act(&viewer->say, say, &act, &with);
}

CardText view_consent_card(const Viewer *viewer, uint8_t slot) {
    if (slot >= CONSENTS_MAX) return (CardText){"", ""};
    const Consent *consent = &viewer->state->consent[slot];
    SayWith with = {.who = say_actor(&viewer->say, consent->by),
            .text = proposed(viewer, consent),
            .what = say_text(&viewer->say, viewer->def->moves[consent->move].warns)};
    return (CardText){say_sentence(&viewer->say, SAY_CARD_CONSENT, with),
            say_sentence(&viewer->say, SAY_CARD_CONSENT_TEXT, with)};
}

static void requests(Viewer *viewer) {
    ViewRequest *list = view_array(viewer, CONSENTS_MAX, sizeof *list);
    int32_t count = 0;
    for (uint8_t i = 0; i < CONSENTS_MAX; i++) {
        const Consent *consent = &viewer->state->consent[i];
        bool mine = consent->by == viewer->me || consent->to == viewer->me;
        if (consent->state == CONSENT_FREE || !mine) continue;
        list[count++] = (ViewRequest){.text = proposed(viewer, consent),
                .warns = say_text(&viewer->say, viewer->def->moves[consent->move].warns),
                .slot = i,
                .from = consent->by,
                .to = consent->to,
                .state = consent->state,
                .waits_for_me =
                        consent->state == CONSENT_ASKED && consent->to == viewer->me};
    }
    viewer->out->requests = list;
    viewer->out->requests_count = count;
}

const char *view_called_text(const Viewer *viewer, uint8_t arena) {
    for (int32_t i = 0; i < CONVENED_MAX; i++) {
        const Convened *called = &viewer->state->convened[i];
        if (called->round == 0 || called->arena != arena) continue;
        SayWith with = {.who = say_actor(&viewer->say, called->by),
                .text = say_actors(&viewer->say, called->guests),
                .target = say_actor(&viewer->say, called->chair),
                .n = called->round};
        return say_sentence(&viewer->say, SAY_ARENA_CALLED, with);
    }
    return "";
}

static Loan loan_told(const Event *event) {
    uint16_t whose = (uint16_t)event->b, what = (uint16_t)event->c;
    return (Loan){.state = (uint8_t)(event->d & 3),
            .giver = (uint8_t)(whose & 255),
            .receiver = event->actor,
            .arena = (uint8_t)(whose >> 8),
            .place = (uint8_t)(what & 255),
            .amount = (uint8_t)(what >> 8),
            .until = (uint8_t)(event->d >> 2 & 15)};
}

const char *view_loan_news(const Viewer *viewer, const Event *event) {
    if (event->kind == EVENT_LOAN) {
        Loan loan = loan_told(event);
        return loan.state == LOAN_EMBEDDED ? loan_sentence(viewer, &loan) : NULL;
    }
    const Event *first = viewer->session->ledger.items;
    for (const Event *at = event; at-- > first;) {
        if (at->kind != EVENT_LOAN || at->a != event->a) continue;
        Loan loan = loan_told(at);
        SayWith with = {.who = say_actor(&viewer->say, loan.giver),
                .target = say_actor(&viewer->say, loan.receiver)};
        return say_sentence(&viewer->say, SAY_NEWS_RETURNED, with);
    }
    return NULL;
}

void view_building(Viewer *viewer) {
    loans(viewer);
    requests(viewer);
}

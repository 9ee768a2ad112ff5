// tests/unit/sample_pacts.h — invented deals, coalitions and proposals. Never: a rule or a real case.
#ifndef SAMPLE_PACTS_H
#define SAMPLE_PACTS_H
#include "unit/sample_base.h"

// Two of three have accepted it.
static ViewDeal sample_deal_of_three(Sample *s, const ViewPromise *promises) {
    return (ViewDeal){
            .slot = 5,
            .party = {3, 0, 4},
            .parties = 3,
            .accepted = 3,
            .state = DEAL_OFFERED,
            .mine = true,
            .text = T("Market Women's Union gives 1 people now."),
            .promises = promises,
            .promises_count = 1
    };
}

static void sample_deals(Sample *s) {
    ViewPromise *promises = sample_take(s, 2 * sizeof *promises);
    promises[0] = (ViewPromise){
            .text = T("Market Women's Union supports \"Our quay, our water\" in a meeting"),
            .size = 1,
            .state = PROMISE_OPEN,
            .due = 3,
            .ruling = ""};
    promises[1] = (ViewPromise){.text = T("You give public credit to Market Women's Union"),
            .size = 1,
            .state = PROMISE_KEPT,
            .due = 2,
            .by_me = true,
            .ruling = ""};
    ViewDeal *deals = sample_take(s, 4 * sizeof *deals);
    deals[0] = (ViewDeal){
            .slot = 4,
            .party = {2, 0},
            .parties = 2,
            .accepted = 1,
            .state = DEAL_OFFERED,
            .mine = true,
            .waits_for_me = true,
            .text = T("Market Women's Union gives 1 people now."),
            .promises = promises,
            .promises_count = 2
    };
    deals[1] = (ViewDeal){
            .slot = 2,
            .party = {0, 1},
            .parties = 2,
            .accepted = 3,
            .state = DEAL_AGREED,
            .mine = true,
            .is_public = true,
            .text = T("You give 1 knowledge now."),
            .promises = promises,
            .promises_count = 1
    };
    deals[2] = (ViewDeal){
            .slot = 3,
            .party = {0, 4},
            .parties = 2,
            .accepted = 1,
            .state = DEAL_OFFERED,
            .mine = true,
            .text = T("A promise in words: we eat together on Sundays.")
    };
    s->view.deals = deals;
    deals[3] = sample_deal_of_three(s, promises);
    s->view.deals_count = 4;
}

static const ViewPromiseWhat *sample_whats(Sample *s) {
    static const char *const NAMES[3] = {"Lobby on the record", "Mobilise", "Listen"};
    ViewPromiseWhat *whats = sample_take(s, 3 * sizeof *whats);
    for (int32_t i = 0; i < 3; i++) {
        whats[i] = (ViewPromiseWhat){.name = T(NAMES[i]),
                .index = (uint8_t)(10 + i),
                .by = i == 1 ? 0x3E : 0x3F, // the second is not for the viewer
                .aims = i == 0};
    }
    return whats;
}

static ViewPromiseKind sample_promise(Sample *s, PromiseKind kind) {
    static const char *const NAMES[] = {"Something in words", "Speak for a way of seeing",
            "Not use an act", "Give public credit", "Use an act", "Join a coalition",
            "Leave a coalition", "Give something later", "Vote for it", "Vote against it",
            "Give a place"};
    static const uint8_t SMALLEST[] = {1, 1, 1, 1, 2, 2, 2, 1, 3, 3, 3};
    bool plain = kind == PROMISE_WORDS || kind == PROMISE_CREDIT;
    ViewPromiseKind out = {.name = T(NAMES[(int)kind - 1]),
            .kept = T("Kept when the act is used by that round."),
            .kind = (uint8_t)kind,
            .has_words = kind == PROMISE_WORDS,
            .has_amount = kind == PROMISE_GIVE,
            .whats = sample_whats(s),
            .whats_count = plain ? 0 : 3};
    for (int32_t i = 0; i < VIEW_AMOUNTS; i++) {
        out.smallest[i] = SMALLEST[(int)kind - 1];
        if (out.has_amount) out.smallest[i] = (uint8_t)(i <= 1 ? 1 : i <= 3 ? 2 : 3);
    }
    return out;
}

static void sample_builder(Sample *s) {
    ViewPromiseKind *kinds = sample_take(s, PROMISE_PLACE * sizeof *kinds);
    for (int i = 0; i < PROMISE_PLACE; i++)
        kinds[i] = sample_promise(s, (PromiseKind)(i + 1));
    s->view.promise_kinds = kinds;
    s->view.promise_kinds_count = PROMISE_PLACE;
    s->view.cannot_promise = T("Who promises cannot give this.");
    for (int32_t i = 0; i < 3; i++) {
        s->view.size_least[i] = T("A promise of this kind is at least of size 2.");
        s->view.stakes[i] =
                T("If it is kept, the other trusts you 2 more; if not, 3 less.");
    }
}

static const ViewAgenda *sample_agenda(Sample *s) {
    ViewAgenda *agenda = sample_take(s, 3 * sizeof *agenda);
    for (int32_t i = 0; i < 3; i++) {
        agenda[i] = (ViewAgenda){.clause = s->view.clauses[i].name,
                .index = (uint8_t)i,
                .target = (uint8_t)(i == 2 ? NONE : 1),
                .would_be = 1,
                .outvotes_me = i == 1,
                .may_hold = i == 0,
                .note = T("\"Price of a bucket\" would become \"families on the list\".")};
        for (int32_t a = 0; a < ACTORS_MAX; a++)
            agenda[i].asks[a] = NONE;
        agenda[i].asks[0] = (uint8_t)(i == 2 ? NONE : 2);
        agenda[i].asks[2] = 1;
    }
    return agenda;
}

static const ViewNamed *sample_pool(Sample *s) {
    ViewNamed *pool = sample_take(s, 2 * sizeof *pool);
    pool[0] = (ViewNamed){T("Money"), number(s, 3, 0, "", 7010), "money", "money"};
    pool[1] = (ViewNamed){T("People"), number(s, 0, 0, "", 7011), "people", "people"};
    return pool;
}

static const ViewLight *sample_lights(Sample *s) {
    static const char *const NAMES[5] = {"Common agenda", "Measured together",
            "Different acts, one aim", "All took part", "Somebody carries the work"};
    ViewLight *lights = sample_take(s, 5 * sizeof *lights);
    for (int32_t i = 0; i < 5; i++) {
        lights[i] = (ViewLight){.name = T(NAMES[i]),
                .text = T("Two members use different acts on one decider, same side."),
                .on = i % 3 != 1};
    }
    return lights;
}

static ViewGroup sample_group(Sample *s) {
    static const char *const FLAGS[3] = {"Nothing is said of how open it is.",
            "Each round, for every member: Own people +1, Deciders -1.",
            "Each round, for every member: Own people -1, Deciders +1."};
    static const char *const BACKBONES[3] = {"The work is not anybody's task.",
            "In rounds in which it looks after the group, joint pressure counts 10 % more.",
            "In rounds in which it looks after the group, the common view gains +0.4."};
    ViewGroup group = {.ask_closed = "",
            .frame_closed = "",
            .flags_closed = "",
            .leave_closed = "",
            .join_closed = "",
            .purse_closed = ""};
    group.join_about = T("You are in if its lead, City Water Office, says yes.");
    group.leave_about = T("A promise to a member is still open: they trust you 1 less.");
    group.standing = T("It holds: different acts on one decider count more together.");
    for (int32_t i = 0; i < 3; i++) {
        group.flags_about[i] = T(FLAGS[i]);
        group.backbone_about[i] = T(BACKBONES[i]);
    }
    return group;
}

static ViewCoalition sample_coalition(
        Sample *s, int32_t slot, const char *name, const char *members, const char *rule) {
    return (ViewCoalition){.slot = (uint8_t)slot,
            .name = T(name),
            .members_text = T(members),
            .rule_text = T(rule),
            .frame = T(slot ? "" : "Our quay, our water"),
            .mine = slot == 0,
            .backbone_actor = NONE,
            .backbone = "",
            .books = "",
            .leaving = "",
            .warning = T(slot ? "" : "Busy, not moving: no common work for two rounds."),
            .agenda_text = T("The agenda may be set anew now.")};
}

static void sample_coalitions(Sample *s) {
    ViewCoalition *coalitions = sample_take(s, 2 * sizeof *coalitions);
    coalitions[0] = sample_coalition(s, 0, "Quay Alliance",
            "Harbour Kitchen, Market Women's Union, Old Quay Residents",
            "Consent: nobody objects");
    coalitions[0].members = 21;
    coalitions[0].cohesion = number(s, 58, 3, "holding", 7000);
    coalitions[0].inertia = number(s, 1, 1, "very low", 7001);
    coalitions[0].five = sample_lights(s);
    coalitions[0].agenda = sample_agenda(s);
    coalitions[0].five_count = 5;
    coalitions[0].agenda_count = 3;
    coalitions[0].pool = coalitions[0].standing = sample_pool(s);
    coalitions[0].pool_count = coalitions[0].standing_count = 2;
    coalitions[1] = sample_coalition(
            s, 1, "Pipe Partners", "City Water Office, Big Tank Company", "One leads");
    coalitions[1].members = 10;
    s->view.coalitions = coalitions;
    s->view.coalitions_count = 2;
    s->groups = sample_take(s, 2 * sizeof *s->groups);
    s->groups[0] = s->groups[1] = sample_group(s);
    s->view.groups = s->groups;
    s->view.deals_closed = s->view.coalitions_closed = "";
    ViewProposal *proposals = sample_take(s, 2 * sizeof *proposals);
    proposals[0] = (ViewProposal){
            1, 5, T("Institute of Tides asks you into \"Facts First\"."), true, 0};
    proposals[1] = (ViewProposal){
            2, 0, T("You ask Old Quay Residents into \"Facts First\"."), false, 1};
    s->view.proposals = proposals;
    s->view.proposals_count = 2;
}

// A meeting led by the viewer, with somebody against the order; words and requests backstage.
static void sample_lead(Sample *s) {
    static const char *const ROLES[3] = {"Takes the minutes", "Holds the pen", "Sums up"};
    ViewMeeting *meeting = &s->view.meeting;
    ViewRole *roles = sample_take(s, 3 * sizeof *roles);
    for (int32_t i = 0; i < 3; i++)
        roles[i] = (ViewRole){.name = T(ROLES[i]),
                .who = T(i == 1 ? "" : "City Water Office"),
                .holder = (uint8_t)(i == 1 ? NONE : 1)};
    ViewItem *items = sample_take(s, 3 * sizeof *items);
    for (int32_t i = 0; i < 3; i++)
        items[i] = (ViewItem){.name = s->view.clauses[i].name,
                .clause = (uint8_t)i,
                .open = i < 2,
                .queued = i == 1};
    ViewSaid *said = sample_take(s, 2 * sizeof *said);
    for (int32_t i = 0; i < 2; i++) {
        said[i] = meeting->said[i];
        said[i].may_sum_up = true;
    }
    meeting->said = said;
    meeting->said_count = 2;
    meeting->roles = roles;
    meeting->items = items;
    meeting->roles_count = meeting->items_count = 3;
    meeting->i_am_chair = meeting->may_order = meeting->may_defer = true;
    meeting->may_object = meeting->may_show_hand = meeting->may_sum_up = true;
    meeting->order = T("First comes \"Price of a bucket\".");
    meeting->objectors = T("Old Quay Residents");
    meeting->with = 2;
    meeting->against = 1;
    meeting->may_show_signs = 1;
}

static void sample_backstage(Sample *s) {
    ViewAside *asides = sample_take(s, 2 * sizeof *asides);
    asides[0] = (ViewAside){.slot = 4,
            .other = 2,
            .waits_for_me = true,
            .text = T("You would say \"Our quay, our water\" for them.")};
    asides[1] = (ViewAside){
            .slot = 0, .other = 3, .by_me = true, .text = T("A word about the Mayor.")};
    s->view.asides = asides;
    s->view.asides_count = 2;
    ViewRequest *requests = sample_take(s, sizeof *requests);
    requests[0] = (ViewRequest){.text = T("You ask City Water Office for a seat."),
            .warns = T("It can be taken back."),
            .state = CONSENT_ASKED};
    s->view.requests = requests;
    s->view.requests_count = 1;
    ViewLoan *loans = sample_take(s, sizeof *loans);
    loans[0] = (ViewLoan){
            .text = T("The pen of the Water Board: with you until round 3."), .mine = true};
    s->view.loans = loans;
    s->view.loans_count = 1;
    s->arenas->may_elect = true;
    s->arenas->candidates = 7;
    s->arenas->elected = NONE;
    s->arenas->chair_rule = T("Elected by those who meet.");
}

// Nothing about coalitions can be changed now.
static void sample_close_coalitions(Sample *s) {
    const char *reason = T("Only in the step backstage.");
    ViewGroup *mine = &s->groups[0];
    mine->ask_closed = mine->frame_closed = mine->flags_closed = mine->leave_closed =
            reason;
    mine->purse_closed = s->groups[1].join_closed = reason;
    s->view.deals_closed = s->view.coalitions_closed = reason;
}

#endif // SAMPLE_PACTS_H

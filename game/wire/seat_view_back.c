// wire/seat_view_back.c — section "back": deals, coalitions from the inside, loans and requests of this seat. Never: the inside of a group that is not its own.
#include "wire/seat_view_parts.h"

static ViewPromise read_promise(SeatRead *read, const json_t *item) {
    return (ViewPromise){.text = seat_read_text(read, item, "text"),
            .size = (uint8_t)seat_read_int(read, item, "size", 0, 3),
            .state = (uint8_t)seat_read_int(read, item, "state", 0, PROMISE_WAIVED),
            .due = (uint8_t)seat_read_int(read, item, "due", 0, NONE),
            .by_me = held_flag(item, "mine"),
            .let_go = held_flag(item, "let_go"),
            .may_mark = held_flag(item, "may_mark"),
            .apart = held_flag(item, "apart"),
            .ruling = seat_read_text(read, item, "ruling")};
}

// Two at least, each an actor of this table.
static void read_parties(SeatRead *read, const json_t *item, ViewDeal *deal) {
    int32_t count = 0;
    const json_t *list = seat_read_list(read, item, "parties", PARTIES_MAX, &count);
    if (count < 2) read->bad = true;
    deal->parties = (uint8_t)count;
    for (int32_t i = 0; i < count; i++) {
        json_int_t actor = json_integer_value(json_array_get(list, (size_t)i));
        if (actor < 0 || actor >= read->view->actors_count) read->bad = true;
        deal->party[i] = (uint8_t)core_clamp(
                (int32_t)(actor & 255), 0, read->view->actors_count - 1);
    }
}

static ViewDeal read_deal(SeatRead *read, const json_t *item) {
    ViewDeal deal = {.slot = (int16_t)seat_read_int(read, item, "slot", 0, INT16_MAX),
            .accepted =
                    (uint8_t)seat_read_int(read, item, "yes", 0, (1 << PARTIES_MAX) - 1),
            .state = (uint8_t)seat_read_int(read, item, "state", 0, DEAL_DONE),
            .text = seat_read_text(read, item, "text"),
            .is_public = held_flag(item, "public"),
            .mine = held_flag(item, "mine"),
            .waits_for_me = held_flag(item, "waits")};
    read_parties(read, item, &deal);
    const json_t *list =
            seat_read_list(read, item, "promises", PROMISES_MAX, &deal.promises_count);
    ViewPromise *promises = seat_read_array(read, deal.promises_count, sizeof *promises);
    for (int32_t i = 0; i < deal.promises_count; i++)
        promises[i] = read_promise(read, json_array_get(list, (size_t)i));
    deal.promises = promises;
    return deal;
}

static void read_deals(SeatRead *read, const json_t *back) {
    View *view = read->view;
    const json_t *list = seat_read_list(read, back, "deals", DEALS_MAX, &view->deals_count);
    ViewDeal *deals = seat_read_array(read, view->deals_count, sizeof *deals);
    for (int32_t i = 0; i < view->deals_count; i++)
        deals[i] = read_deal(read, json_array_get(list, (size_t)i));
    view->deals = deals;
}

// ---- coalitions --------------------------------------------------------------------------------------------------

// Five bits; what they are called and what they mean is said once for all groups.
static void read_lights(SeatRead *read, const json_t *item, ViewCoalition *coalition) {
    enum { LIGHTS = 5 };
    int32_t bits = seat_read_int(read, item, "lights", 0, (1 << LIGHTS) - 1);
    ViewLight *lights = seat_read_array(read, LIGHTS, sizeof *lights);
    for (int32_t i = 0; i < LIGHTS; i++) {
        bool on = (bits >> i) & 1;
        coalition->lights[i] = on;
        lights[i] = (ViewLight){.name = read->view->group_words.lights[i],
                .text = read->view->group_words.lights_about[i],
                .on = on};
    }
    coalition->five = lights;
    coalition->five_count = LIGHTS;
}

static int32_t levels_of(const SeatRead *read, int32_t clause) {
    return clause < read->view->clauses_count ? read->view->clauses[clause].levels_count
                                              : 0;
}

// What each member asks for, by actor.
static void read_asks(SeatRead *read, const json_t *item, ViewAgenda *agenda) {
    int32_t count = 0, levels = levels_of(read, agenda->index);
    const json_t *list = seat_read_list(read, item, "asks", ACTORS_MAX, &count);
    memset(agenda->asks, NONE, sizeof agenda->asks);
    for (int32_t i = 0; i < count; i++) {
        json_int_t level = json_integer_value(json_array_get(list, (size_t)i));
        if (level >= levels) read->bad = true;
        if (level >= 0 && level < levels) agenda->asks[i] = (uint8_t)level;
    }
}

static ViewAgenda read_line(SeatRead *read, const json_t *item) {
    ViewAgenda agenda = {
            .index = seat_read_must(read, item, "i", read->view->clauses_count),
            .clause = seat_read_text(read, item, "clause"),
            .note = seat_read_text(read, item, "note"),
            .outvotes_me = held_flag(item, "outvotes_me"),
            .red_line = held_flag(item, "red_line"),
            .may_hold = held_flag(item, "may_hold")};
    agenda.target = seat_read_place(read, item, "target", levels_of(read, agenda.index));
    agenda.would_be =
            seat_read_place(read, item, "would_be", levels_of(read, agenda.index));
    read_asks(read, item, &agenda);
    return agenda;
}

static void read_agenda(SeatRead *read, const json_t *item, ViewCoalition *coalition) {
    const json_t *list =
            seat_read_list(read, item, "agenda", CLAUSES_MAX, &coalition->agenda_count);
    ViewAgenda *agenda = seat_read_array(read, coalition->agenda_count, sizeof *agenda);
    for (int32_t i = 0; i < coalition->agenda_count; i++)
        agenda[i] = read_line(read, json_array_get(list, (size_t)i));
    coalition->agenda = agenda;
}

static void read_inside(SeatRead *read, const json_t *item, ViewCoalition *coalition) {
    const View *view = read->view;
    coalition->frame = seat_read_text(read, item, "frame");
    coalition->cohesion = seat_read_moving_number(read, item, "cohesion");
    coalition->inertia = seat_read_moving_number(read, item, "inertia");
    read_lights(read, item, coalition);
    read_agenda(read, item, coalition);
    coalition->agenda_text = seat_read_text(read, item, "agenda_text");
    coalition->warning = seat_read_text(read, item, "warning");
    coalition->books = seat_read_text(read, item, "books");
    coalition->backbone = seat_read_text(read, item, "backbone");
    coalition->leaving = seat_read_text(read, item, "leaving");
    coalition->flags = (uint8_t)seat_read_int(read, item, "flags", 0, 3);
    coalition->backbone_actor =
            seat_read_place(read, item, "backbone_actor", view->actors_count);
    coalition->backbone_does = (uint8_t)seat_read_int(read, item, "backbone_does", 0, 2);
    coalition->may_revise = held_flag(item, "may_revise");
    coalition->may_frame = held_flag(item, "may_frame");
    coalition->may_split = held_flag(item, "may_split");
    coalition->backbone_active = held_flag(item, "backbone_active");
    coalition->may_spend = held_flag(item, "may_spend");
    coalition->lets_spend = held_flag(item, "lets_spend");
    coalition->standing = seat_read_named(read,
            (Laid){NULL, json_object_get(item, "standing")}, &coalition->standing_count);
    coalition->pool = seat_read_named(
            read, (Laid){NULL, json_object_get(item, "pool")}, &coalition->pool_count);
}

static void read_group(SeatRead *read, const json_t *item, ViewGroup *group) {
    const ViewGroupWords *words = &read->view->group_words;
    *group = (ViewGroup){.ask_closed = seat_read_text(read, item, "ask_closed"),
            .frame_closed = seat_read_text(read, item, "frame_closed"),
            .flags_closed = seat_read_text(read, item, "flags_closed"),
            .leave_closed = seat_read_text(read, item, "leave_closed"),
            .join_closed = seat_read_text(read, item, "join_closed"),
            .purse_closed = seat_read_text(read, item, "purse_closed"),
            .join_about = seat_read_text(read, item, "join_about"),
            .leave_about = seat_read_text(read, item, "leave_about"),
            .standing = seat_read_text(read, item, "standing")};
    memcpy(group->flags_about, words->flags_about, sizeof group->flags_about);
    memcpy(group->backbone_about, words->backbone_about, sizeof group->backbone_about);
}

static void read_coalition(SeatRead *read, const json_t *item, ViewCoalition *coalition) {
    coalition->slot = seat_read_must(read, item, "slot", COALITIONS_MAX);
    coalition->name = seat_read_text(read, item, "name");
    coalition->members_text = seat_read_text(read, item, "members");
    coalition->members = seat_read_bits(read, item, "mask");
    coalition->rule_text = seat_read_text(read, item, "rule");
    coalition->rule = (uint8_t)seat_read_int(read, item, "rule_kind", 0, NONE);
    coalition->mine = held_flag(item, "mine");
    if (coalition->mine) read_inside(read, item, coalition);
}

// The same groups in the same order as on the table; a seat is told more of them, an observer is not.
static void read_coalitions(SeatRead *read, const json_t *back) {
    View *view = read->view;
    int32_t count = 0;
    const json_t *list = seat_read_list(read, back, "coalitions", COALITIONS_MAX, &count);
    ViewCoalition *coalitions = (ViewCoalition *)(uintptr_t)view->coalitions;
    ViewGroup *groups = seat_read_array(read, view->coalitions_count, sizeof *groups);
    if (back && count != view->coalitions_count) read->bad = true;
    for (int32_t i = 0; i < view->coalitions_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        if (item) read_coalition(read, item, &coalitions[i]);
        read_group(read, json_object_get(item, "group"), &groups[i]);
    }
    view->groups = groups;
}

// ---- what waits --------------------------------------------------------------------------------------------------

static void read_proposals(SeatRead *read, const json_t *back) {
    View *view = read->view;
    const json_t *list =
            seat_read_list(read, back, "proposals", PROPOSALS_MAX, &view->proposals_count);
    ViewProposal *out = seat_read_array(read, view->proposals_count, sizeof *out);
    for (int32_t i = 0; i < view->proposals_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        out[i] = (ViewProposal){.slot = (uint8_t)seat_read_int(read, item, "slot", 0, NONE),
                .by = seat_read_must(read, item, "by", view->actors_count),
                .text = seat_read_text(read, item, "text"),
                .waits_for_me = held_flag(item, "waits"),
                .said = (uint8_t)seat_read_int(read, item, "said", 0, 2)};
    }
    view->proposals = out;
}

static void read_loans(SeatRead *read, const json_t *back) {
    View *view = read->view;
    const json_t *list = seat_read_list(read, back, "loans", LOANS_MAX, &view->loans_count);
    ViewLoan *out = seat_read_array(read, view->loans_count, sizeof *out);
    for (int32_t i = 0; i < view->loans_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        out[i] = (ViewLoan){.slot = (uint8_t)seat_read_int(read, item, "slot", 0, NONE),
                .text = seat_read_text(read, item, "text"),
                .giver = seat_read_must(read, item, "giver", view->actors_count),
                .receiver = seat_read_must(read, item, "receiver", view->actors_count),
                .arena = seat_read_place(read, item, "arena", view->arenas_count),
                .until = (uint8_t)seat_read_int(read, item, "until", 0, NONE),
                .mine = held_flag(item, "mine")};
    }
    view->loans = out;
}

enum { REQUESTS_MOST = 64 };

static void read_requests(SeatRead *read, const json_t *back) {
    View *view = read->view;
    const json_t *list =
            seat_read_list(read, back, "requests", REQUESTS_MOST, &view->requests_count);
    ViewRequest *out = seat_read_array(read, view->requests_count, sizeof *out);
    for (int32_t i = 0; i < view->requests_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        out[i] = (ViewRequest){.slot = (uint8_t)seat_read_int(read, item, "slot", 0, NONE),
                .from = seat_read_must(read, item, "from", view->actors_count),
                .to = seat_read_place(read, item, "to", view->actors_count),
                .text = seat_read_text(read, item, "text"),
                .warns = seat_read_text(read, item, "warns"),
                .state = (uint8_t)seat_read_int(read, item, "state", 0, NONE),
                .waits_for_me = held_flag(item, "waits")};
    }
    view->requests = out;
}

void seat_read_back(SeatRead *read) {
    const json_t *back = mirror_section(read->mirror, "back");
    read_deals(read, back);
    read_coalitions(read, back);
    read->view->deals_closed = seat_read_text(read, back, "deals_closed");
    read->view->coalitions_closed = seat_read_text(read, back, "coalitions_closed");
    read_proposals(read, back);
    read_loans(read, back);
    read_requests(read, back);
}

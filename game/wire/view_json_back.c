// wire/view_json_back.c — section "back": deals, coalitions and offers of this seat. Never: the inside of a coalition for who is outside.
#include "wire/view_json_parts.h"

static void write_promise(JsonOut *json, const ViewPromise *promise) {
    json_open(json, NULL, '{');
    json_text(json, "text", promise->text);
    json_int(json, "size", promise->size);
    json_int(json, "state", promise->state);
    json_int(json, "due", promise->due);
    json_some_flag(json, "mine", promise->by_me);
    json_some_flag(json, "let_go", promise->let_go);
    json_some_flag(json, "may_mark", promise->may_mark);
    json_some_flag(json, "apart", promise->apart);
    json_some_text(json, "ruling", promise->ruling);
    json_close(json, '}');
}

static void write_deal(JsonOut *json, const ViewDeal *deal) {
    json_open(json, NULL, '{');
    json_int(json, "slot", deal->slot);
    json_open(json, "parties", '[');
    for (int32_t i = 0; i < deal->parties; i++)
        json_int(json, NULL, deal->party[i]);
    json_close(json, ']');
    json_int(json, "yes", deal->accepted);
    json_int(json, "state", deal->state);
    json_text(json, "text", deal->text);
    json_some_flag(json, "public", deal->is_public);
    json_some_flag(json, "mine", deal->mine);
    json_some_flag(json, "waits", deal->waits_for_me);
    json_open(json, "promises", '[');
    for (int32_t i = 0; i < deal->promises_count; i++)
        write_promise(json, &deal->promises[i]);
    json_close(json, ']');
    json_close(json, '}');
}

// Bits of the five conditions; their words stand in section "words".
static void write_lights(JsonOut *json, const ViewCoalition *coalition) {
    int32_t bits = 0;
    for (int32_t i = 0; i < coalition->five_count; i++)
        bits |= coalition->five[i].on << i;
    json_int(json, "lights", bits);
}

// What each member asks for, by actor up to the last who asks; -1: nothing, or no member.
static void write_asks(JsonOut *json, const ViewAgenda *item) {
    int32_t count = ACTORS_MAX;
    while (count > 0 && item->asks[count - 1] == NONE)
        count--;
    if (count == 0) return;
    json_open(json, "asks", '[');
    for (int32_t i = 0; i < count; i++)
        json_int(json, NULL, item->asks[i] == NONE ? -1 : item->asks[i]);
    json_close(json, ']');
}

static void write_agenda(JsonOut *json, const View *view, const ViewCoalition *coalition) {
    json_open(json, "agenda", '[');
    for (int32_t i = 0; i < coalition->agenda_count; i++) {
        const ViewAgenda *item = &coalition->agenda[i];
        json_open(json, NULL, '{');
        json_int(json, "i", item->index);
        json_text(json, "clause", item->clause);
        json_text(json, "note", item->note);
        json_thing(json, "target", item->target);
        json_thing(json, "would_be", item->would_be);
        if (view->me < ACTORS_MAX) json_thing(json, "ask", item->asks[view->me]);
        write_asks(json, item);
        json_some_flag(json, "outvotes_me", item->outvotes_me);
        json_some_flag(json, "red_line", item->red_line);
        json_some_flag(json, "may_hold", item->may_hold);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_inside(JsonOut *json, const View *view, const ViewCoalition *coalition) {
    json_some_text(json, "frame", coalition->frame);
    json_number(json, "cohesion", coalition->cohesion, VIEW_WHOLE);
    json_number(json, "inertia", coalition->inertia, VIEW_WHOLE);
    write_lights(json, coalition);
    write_agenda(json, view, coalition);
    json_some_text(json, "agenda_text", coalition->agenda_text);
    json_some_text(json, "warning", coalition->warning);
    json_some_text(json, "books", coalition->books);
    json_some_text(json, "backbone", coalition->backbone);
    json_some_text(json, "leaving", coalition->leaving);
    json_int(json, "flags", coalition->flags);
    json_thing(json, "backbone_actor", coalition->backbone_actor);
    json_some_int(json, "backbone_does", coalition->backbone_does);
    json_some_flag(json, "may_revise", coalition->may_revise);
    json_some_flag(json, "may_frame", coalition->may_frame);
    json_some_flag(json, "may_split", coalition->may_split);
    json_some_flag(json, "backbone_active", coalition->backbone_active);
    json_some_flag(json, "may_spend", coalition->may_spend);
    json_some_flag(json, "lets_spend", coalition->lets_spend);
    json_named(
            json, "standing", coalition->standing, coalition->standing_count, VIEW_WHOLE);
    json_named(json, "pool", coalition->pool, coalition->pool_count, VIEW_WHOLE);
}

// Why a button is closed; left out where it is open.
static void write_group(JsonOut *json, const ViewGroup *group) {
    json_open(json, "group", '{');
    json_some_text(json, "ask_closed", group->ask_closed);
    json_some_text(json, "frame_closed", group->frame_closed);
    json_some_text(json, "flags_closed", group->flags_closed);
    json_some_text(json, "leave_closed", group->leave_closed);
    json_some_text(json, "join_closed", group->join_closed);
    json_some_text(json, "purse_closed", group->purse_closed);
    json_some_text(json, "join_about", group->join_about);
    json_some_text(json, "leave_about", group->leave_about);
    json_some_text(json, "standing", group->standing);
    json_close(json, '}');
}

static void write_coalition(JsonOut *json, const View *view, int32_t place) {
    const ViewCoalition *coalition = &view->coalitions[place];
    json_open(json, NULL, '{');
    json_int(json, "slot", coalition->slot);
    json_text(json, "name", coalition->name);
    json_text(json, "members", coalition->members_text);
    json_int(json, "mask", coalition->members);
    json_some_text(json, "rule", coalition->rule_text);
    json_some_int(json, "rule_kind", coalition->rule);
    json_some_flag(json, "mine", coalition->mine);
    if (coalition->mine) write_inside(json, view, coalition);
    if (view->groups) write_group(json, &view->groups[place]);
    json_close(json, '}');
}

static void write_proposal(JsonOut *json, const ViewProposal *proposal) {
    json_open(json, NULL, '{');
    json_int(json, "slot", proposal->slot);
    json_thing(json, "by", proposal->by);
    json_text(json, "text", proposal->text);
    json_some_flag(json, "waits", proposal->waits_for_me);
    if (proposal->said) json_int(json, "said", proposal->said);
    json_close(json, '}');
}

static void write_loan(JsonOut *json, const ViewLoan *loan) {
    json_open(json, NULL, '{');
    json_int(json, "slot", loan->slot);
    json_text(json, "text", loan->text);
    json_thing(json, "giver", loan->giver);
    json_thing(json, "receiver", loan->receiver);
    json_thing(json, "arena", loan->arena);
    json_some_int(json, "until", loan->until);
    json_some_flag(json, "mine", loan->mine);
    json_close(json, '}');
}

static void write_request(JsonOut *json, const ViewRequest *request) {
    json_open(json, NULL, '{');
    json_int(json, "slot", request->slot);
    json_thing(json, "from", request->from);
    json_thing(json, "to", request->to);
    json_text(json, "text", request->text);
    json_some_text(json, "warns", request->warns);
    json_int(json, "state", request->state);
    json_some_flag(json, "waits", request->waits_for_me);
    json_close(json, '}');
}

void view_json_back(JsonOut *json, const View *view) {
    json_open(json, "deals", '[');
    for (int32_t i = 0; i < view->deals_count; i++)
        write_deal(json, &view->deals[i]);
    json_close(json, ']');
    json_open(json, "coalitions", '[');
    for (int32_t i = 0; i < view->coalitions_count; i++)
        write_coalition(json, view, i);
    json_close(json, ']');
    json_some_text(json, "deals_closed", view->deals_closed);
    json_some_text(json, "coalitions_closed", view->coalitions_closed);
    json_open(json, "proposals", '[');
    for (int32_t i = 0; i < view->proposals_count; i++)
        write_proposal(json, &view->proposals[i]);
    json_close(json, ']');
    json_open(json, "loans", '[');
    for (int32_t i = 0; i < view->loans_count; i++)
        write_loan(json, &view->loans[i]);
    json_close(json, ']');
    json_open(json, "requests", '[');
    for (int32_t i = 0; i < view->requests_count; i++)
        write_request(json, &view->requests[i]);
    json_close(json, ']');
}

// sim/storm_offer.c — whether what the record accepted from a person stood open in that person's view just before. Never: asks the gate, which has judged already.
#include "model/verdict.h"
#include "session/timeline.h"
#include "session/view.h"
#include "sim/storm_parts.h"
#include "wire/event_json.h"
#include <stdlib.h>

// ---- the view as it was ----------------------------------------------------------------------------------------

// A session that ended with the batch before this one: it borrows everything but its State.
static Session *as_it_was(const Session *session, int64_t seq) {
    Session *then = malloc(sizeof *then);
    ASSERT(then != NULL);
    *then = *session;
    then->ledger.count = timeline_end(session, (int32_t)seq - 1);
    timeline_state(session, (int32_t)seq - 1, &then->state);
    return then;
}

// ---- acts ------------------------------------------------------------------------------------------------------

static bool option_is_open(const ViewOption *options, int32_t count, int16_t value) {
    for (int32_t i = 0; i < count; i++) {
        if (options[i].value == value) return options[i].open;
    }
    return false;
}

static bool target_is_open(const ViewMove *move, Thing thing) {
    for (int32_t i = 0; i < move->targets_count; i++) {
        Thing one = move->targets[i].thing;
        if (one.kind == thing.kind && one.index == thing.index)
            return move->targets[i].open;
    }
    return thing.kind == KIND_NONE && move->targets_count == 0;
}

static const char *act_closed(const ViewMove *move, const Act *act) {
    if (!move->open) return "the act";
    if (!target_is_open(move, act->target)) return "its target";
    if (move->sides != (act->side != 0)) return "its side";
    if (act->bid < move->bid_min || act->bid > move->bid_max) return "its bid";
    if (act->token
            && !option_is_open(move->tokens, move->tokens_count, (int16_t)act->token))
        return "what is spent with it";
    for (int32_t i = 0; i < move->asks_count; i++) {
        const ViewQuestion *ask = &move->asks[i];
        if (!ask->many && !option_is_open(ask->options, ask->options_count, act->asked[i]))
            return "an answer";
    }
    return NULL;
}

static const char *act_offered(const View *view, const Command *command) {
    bool request = command->kind == COMMAND_CONSENT_ASK;
    for (int32_t i = 0; i < view->moves_count; i++) {
        const ViewMove *move = &view->moves[i];
        if (move->index == command->act.move && move->is_request == request)
            return act_closed(move, &command->act);
    }
    return "the act (it is not on the list)";
}

// ---- answers ---------------------------------------------------------------------------------------------------

static const ViewDeal *deal_offered(const View *view, int16_t slot) {
    for (int32_t i = 0; i < view->deals_count; i++) {
        const ViewDeal *deal = &view->deals[i];
        if (deal->slot == slot && deal->mine && deal->state == DEAL_OFFERED) return deal;
    }
    return NULL;
}

// As the pages do: who offered it takes it back, anybody else says no, also after a yes.
static bool deal_waits(const View *view, const Command *command) {
    const ViewDeal *deal = deal_offered(view, command->a);
    if (!deal) return false;
    if (command->kind == COMMAND_DEAL_ACCEPT) return deal->waits_for_me;
    bool first = deal->party[0] == view->me;
    return command->kind == COMMAND_DEAL_WITHDRAW ? first : !first;
}

static bool proposal_waits(const View *view, int16_t slot) {
    for (int32_t i = 0; i < view->proposals_count; i++) {
        if (view->proposals[i].slot == slot)
            return view->proposals[i].waits_for_me || view->proposals[i].said;
    }
    return false;
}

static bool aside_waits(const View *view, int16_t slot) {
    for (int32_t i = 0; i < view->asides_count; i++) {
        const ViewAside *aside = &view->asides[i];
        if (aside->slot == slot) return aside->waits_for_me || aside->by_me;
    }
    return false;
}

static bool choice_waits(const View *view, const Command *command) {
    for (int32_t i = 0; i < view->choices_count; i++) {
        const ViewChoice *choice = &view->choices[i];
        if (choice->key != command->a || !choice->mine || choice->answered) continue;
        return option_is_open(choice->options, choice->options_count, command->b);
    }
    return false;
}

static bool may_vote(const View *view, int16_t decider) {
    if (view->vote_decider == decider) return true;
    for (int32_t i = 0; i < view->decisions_count; i++) {
        const ViewDecision *decision = &view->decisions[i];
        for (int32_t k = 0; k < decision->voters_count && !decision->done; k++) {
            const ViewVoter *voter = &decision->voters[k];
            if (voter->decider == decider && voter->mine) return true;
        }
    }
    return false;
}

static bool in_my_coalition(const View *view, int16_t slot) {
    for (int32_t i = 0; i < view->coalitions_count; i++) {
        if (view->coalitions[i].slot == slot) return view->coalitions[i].mine;
    }
    return false;
}

static bool meeting_offers(const ViewMeeting *meeting, const Command *command) {
    switch ((int)command->kind) {
    case COMMAND_RECORD: return meeting->i_am_taker;
    case COMMAND_ORDER: return meeting->may_order;
    case COMMAND_OBJECT: return meeting->may_object;
    case COMMAND_HAND: return meeting->may_show_hand;
    case COMMAND_SUM_UP: return meeting->may_sum_up;
    case COMMAND_SHOW_SIGNS: return (meeting->may_show_signs >> command->a) & 1;
    default: return true;
    }
}

// NULL: it was open. Otherwise what was closed.
static const char *closed_in(const View *view, const Command *command) {
    bool open = true;
    switch ((int)command->kind) {
    case COMMAND_ACT:
    case COMMAND_CONSENT_ASK: return act_offered(view, command);
    case COMMAND_TAKE_BACK: open = command->a < view->plan_count; break;
    case COMMAND_DONE: open = view->may_be_ready; break;
    case COMMAND_VOTE: open = may_vote(view, command->a); break;
    case COMMAND_CHOOSE: open = choice_waits(view, command); break;
    case COMMAND_EXPECT: open = view->may_expect; break;
    case COMMAND_REFLECT: open = view->may_reflect; break;
    case COMMAND_CREDIT: open = view->may_credit; break;
    case COMMAND_DEAL_ACCEPT:
    case COMMAND_DEAL_DECLINE:
    case COMMAND_DEAL_WITHDRAW: open = deal_waits(view, command); break;
    case COMMAND_DEAL_OFFER: open = !view->deals_closed[0]; break;
    case COMMAND_COALITION_PROPOSE: open = !view->coalitions_closed[0]; break;
    case COMMAND_COALITION_SAY: open = proposal_waits(view, command->a); break;
    case COMMAND_COALITION_LEAVE:
    case COMMAND_COALITION_ASK:
    case COMMAND_COALITION_FRAME:
    case COMMAND_COALITION_FLAGS:
    case COMMAND_COALITION_PURSE: open = in_my_coalition(view, command->a); break;
    case COMMAND_ASIDE_SAY: open = aside_waits(view, command->a); break;
    default: open = meeting_offers(&view->meeting, command); break;
    }
    return open ? NULL : "it";
}

// ---- a batch ---------------------------------------------------------------------------------------------------

static bool of_a_person(const JournalBatch *batch, const Command *command) {
    bool accepted = batch->verdict.length == 2 && memcmp(batch->verdict.data, "ok", 2) == 0;
    return accepted && batch->source > 0 && batch->action.length > 0
           && command->by == SENT_BY_SEAT && command->actor < ACTORS_MAX
           && !command_is_person((CommandKind)command->kind);
}

void storm_offer_check(Storm *storm, const JournalBatch *batch) {
    const Session *session = storm_session(storm);
    Command command;
    Err err = {0};
    if (batch->seq <= storm->offered_seq || batch->seq > session->seq) return;
    storm->offered_seq = batch->seq;
    if (!command_json_read(batch->command, &command, &err)) {
        storm_fail(storm, "batch %lld holds no command", (long long)batch->seq);
        return;
    }
    if (!of_a_person(batch, &command)) return;
    Session *then = as_it_was(session, batch->seq);
    view_build(then, command.actor, &storm->language, &storm->fresh);
    const char *closed = closed_in(&storm->fresh, &command);
    if (closed)
        storm_fail(storm,
                "batch %lld of actor %d (%s) was accepted, but its view showed %s closed",
                (long long)batch->seq, command.actor,
                command_name((CommandKind)command.kind), closed);
    storm->result->counts.offers++;
    free(then);
}

// tests/unit/sample_votes.h — an invented step with everything that is said at a decision: a vote with its reason, amendments, points of a budget; and deals a case suggests. Never: a test.
#ifndef SAMPLE_VOTES_H
#define SAMPLE_VOTES_H
#include "unit/sample_view.h"

static inline const ViewAmendment *sample_amendments(Sample *s) {
    ViewAmendment *out = sample_take(s, 3 * sizeof *out);
    out[0] = (ViewAmendment){T("As it is on the table"), NONE, 0, false};
    out[1] =
            (ViewAmendment){T("Efficiency leads: \"Price of a bucket\" is at most \"nobody "
                              "new\"."),
                    0, 1, true};
    out[2] = (ViewAmendment){T("City Council: yes needs one vote less."), 1, -1, false};
    return out;
}

static inline const ViewBudgetOption *sample_options(Sample *s) {
    ViewBudgetOption *out = sample_take(s, 3 * sizeof *out);
    out[0] = (ViewBudgetOption){T("City Council"),
            T("The court could grant: every "
              "household by law."),
            40, -1, false};
    out[1] = (ViewBudgetOption){T("The text on the table"), "", 25, -1, false};
    out[2] = (ViewBudgetOption){
            T("How people speak of it"), T("Leaning against"), 60, -1, false};
    return out;
}

// The arena of the first decider, which is mine, asks for all of it at once.
static inline void sample_votes(Sample *s) {
    static const uint8_t POINTS[3] = {6, 0, 1};
    ViewDecision *decision = (ViewDecision *)(uintptr_t)s->view.decisions;
    ViewVoter *voters = (ViewVoter *)(uintptr_t)decision->voters;
    decision->arena = s->view.deciders[0].arena_index;
    decision->needs_reason = true;
    decision->amendments = sample_amendments(s);
    decision->amendments_count = 3;
    decision->options = sample_options(s);
    decision->options_count = 3;
    decision->points = 10;
    decision->money = 80;
    voters[0].spread = POINTS;
    voters[0].may_spread = true;
    voters[0].points_left = 3;
    s->view.vote_decider = 0;
}

static inline void sample_templates(Sample *s) {
    const char **promises = sample_take(s, 2 * sizeof *promises);
    promises[0] = T("The court could grant: every household by law.");
    promises[1] = T("City Council: yes needs one vote less.");
    ViewDealTemplate *out = sample_take(s, 2 * sizeof *out);
    for (int32_t i = 0; i < 2; i++) {
        out[i] = (ViewDealTemplate){.id = i ? "b" : "a",
                .name = T(i ? "How people speak of it" : "City Council"),
                .text = T("Yes needs 4 of 6. Head of Finance can stop it."),
                .words = "",
                .with = i ? 4 : 6,
                .promises = promises,
                .promises_count = i ? 1 : 2};
        out[i].gives[0][0] = 2;
    }
    s->view.templates = out;
    s->view.templates_count = 2;
}

// Who watches: no part, nothing of one's own, what everybody may see.
static inline void sample_watch(Sample *s) {
    View *v = &s->view;
    ViewActor *actors = (ViewActor *)(uintptr_t)v->actors;
    for (int32_t i = 0; i < v->actors_count; i++)
        actors[i].is_me = false;
    v->me = NONE;
    v->brief = v->private_brief = v->mandate = v->hidden = "";
    v->mine_count = v->moves_count = v->plan_count = v->red_lines_count = 0;
    v->may_be_ready = v->ready = false;
}

#endif // SAMPLE_VOTES_H

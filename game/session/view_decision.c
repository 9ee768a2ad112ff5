// session/view_decision.c — the card of each arena that decides: rule, weights, rider, what a seat may know of each decider; credit after a decision. Never: a value nobody here was shown.
#include "rules/decision.h"
#include "rules/decision_rules.h"
#include "rules/gate.h"
#include "rules/motion.h"
#include "rules/support.h"
#include "session/own_words.h"
#include "session/view_parts.h"

enum { CAUSES_MAX = 7 };

typedef struct Causes {
    ViewCause items[CAUSES_MAX];
    int32_t count;
} Causes;

static void add(Causes *causes, const char *text, int32_t tenths, bool open) {
    if (causes->count == CAUSES_MAX) return;
    causes->items[causes->count++] = (ViewCause){text, (int16_t)tenths, open};
}

static bool knows_all(const Viewer *viewer, uint8_t decider) {
    return viewer->def->deciders[decider].owner == viewer->me
           || viewer->state->status >= STATUS_DEBRIEF;
}

static bool learned(const Viewer *viewer, uint8_t decider, uint32_t fact) {
    return knows_all(viewer, decider) || (view_learned(viewer, decider) & fact) != 0;
}

// Numbers that teams see as bands stay out until they are open to all.
static bool exact(const Viewer *viewer) {
    return viewer->def->numbers_exact || viewer->state->status >= STATUS_DEBRIEF;
}

// Its leaning: the number for its owner, a word for who has learned it.
static void stance(const Viewer *viewer, uint8_t decider, Causes *causes) {
    ViewNumber number = view_number(viewer, TRACK_STANCE, decider, 0);
    if (number.band == 0) return;
    bool all = knows_all(viewer, decider);
    SayWith with = {.text = view_number_word(viewer, &number)};
    add(causes, say_sentence(&viewer->say, SAY_CAUSE_STANCE, with),
            all ? state_at(viewer->def, viewer->state, TRACK_STANCE, decider, 0) : 0, all);
}

// What it makes of the levels on the table, as far as the team has learned its values.
static void of_text(
        const Viewer *viewer, uint8_t decider, const ViewDecision *card, Causes *causes) {
    const Decider *d = &viewer->def->deciders[decider];
    int32_t sum = 0, known = 0;
    for (int32_t i = 0; i < card->clauses_count; i++) {
        uint8_t clause = card->clauses[i];
        if (!learned(viewer, decider, (uint32_t)FACT_VALUE_0 << clause)) continue;
        sum += 10 * d->values[clause][core_min(card->text[clause], LEVELS_MAX - 1)];
        known++;
    }
    if (known == 0) return;
    SayWith with = {.n = known, .m = card->clauses_count};
    add(causes, say_sentence(&viewer->say, SAY_CAUSE_TEXT, with), sum, true);
}

// How the leading frame sounds to it, where that was learned.
static void of_frame(const Viewer *viewer, uint8_t decider, Causes *causes) {
    const Decider *d = &viewer->def->deciders[decider];
    uint8_t frame = support_leading(viewer->def, viewer->state, d->arena, NULL);
    if (frame == NONE || !learned(viewer, decider, (uint32_t)FACT_RESONANCE_0 << frame))
        return;
    SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_FRAME, frame})};
    bool all = knows_all(viewer, decider) && exact(viewer);
    SayId id = d->resonance[frame] > 0 ? SAY_KNOWN_FRAME_GOOD
                                       : (d->resonance[frame] < 0 ? SAY_KNOWN_FRAME_BAD
                                                                  : SAY_KNOWN_FRAME_NONE);
    add(causes, say_sentence(&viewer->say, id, with),
            all ? support_fit(viewer->def, viewer->state, decider) : 0, all);
}

// The public, the street and windows; ears are known to the owner alone.
static void from_outside(
        const Viewer *viewer, uint8_t decider, const ViewDecision *card, Causes *causes) {
    const Def *def = viewer->def;
    const Decider *d = &def->deciders[decider];
    int32_t pull = state_at(def, viewer->state, TRACK_PULL, decider, 0);
    if (pull) add(causes, say_word(&viewer->say, SAY_CAUSE_PULL), pull, true);
    if (!knows_all(viewer, decider)) return;
    int32_t heat = d->hears_heat * state_at(def, viewer->state, TRACK_HEAT, decider, 0) / 2;
    bool open = exact(viewer);
    if (d->hears_heat)
        add(causes, say_word(&viewer->say, SAY_CAUSE_HEAT), open ? heat : 0, open);
    int32_t other = support_leaning(def, viewer->state, decider);
    if (d->leans)
        add(causes, say_word(&viewer->say, SAY_CAUSE_ELSE), open ? other : 0, open);
    if (card->clauses_count == 0 || d->hears_public == 0) return;
    int32_t issue = def->clauses[card->clauses[0]].issue;
    int32_t public = d->hears_public
                     * (state_at(def, viewer->state, TRACK_PUBLIC, issue, 0) - 500) / 5;
    add(causes, say_word(&viewer->say, SAY_CAUSE_PUBLIC), open ? public : 0, open);
}

// Before it is done only an owner whose decider may vote now is told which way it leans.
static int8_t says(const Viewer *viewer, uint8_t decider, const ViewDecision *card) {
    if (card->rule == RULE_BUDGET) return 2; // it spreads points
    if (card->done) return viewer->state->vote[decider];
    if (!card->due || viewer->def->deciders[decider].owner != viewer->me) return 2;
    if (viewer->state->own_vote[decider] != 2) return viewer->state->own_vote[decider];
    return decision_sign(viewer->def, support_now(viewer->def, viewer->state, decider));
}

static const char *role(const Viewer *viewer, uint8_t decider, const DecisionRule *rule) {
    if (rule->kind == RULE_CONSENT
            && (rule->holders == 0 || ((rule->holders >> decider) & 1)))
        return say_word(&viewer->say, SAY_VOTER_HOLDS);
    if ((rule->veto >> decider) & 1) return say_word(&viewer->say, SAY_VOTER_VETO);
    return "";
}

// The price of a vote against its leaning, for its owner. While numbers are closed it is told how much it can
// be at most: the exact price would tell what the numbers behind the bands are.
static const char *otherwise(
        const Viewer *viewer, uint8_t decider, const ViewDecision *card) {
    if (!card->due || viewer->def->deciders[decider].owner != viewer->me) return "";
    int32_t most = viewer->def->coef[COEF_OWN_VOTE_MOST];
    SayWith with = {.n = most};
    if (!exact(viewer)) return say_sentence(&viewer->say, SAY_VOTE_OTHERWISE_MOST, with);
    int32_t support = support_now(viewer->def, viewer->state, decider);
    with.n = core_min(most, core_abs(support) / 10);
    return with.n ? say_sentence(&viewer->say, SAY_VOTE_OTHERWISE, with) : "";
}

// Why it said no: told by its owner now, or known since the decision.
static const char *reason_of(const Viewer *viewer, uint8_t decider) {
    const EventList *ledger = &viewer->session->ledger;
    if (viewer->def->deciders[decider].owner == viewer->me
            && viewer->state->own_vote[decider] == -1)
        return own_words_text(viewer->session, viewer->state->reason[decider]);
    for (int32_t i = ledger->count - 1; i >= 0; i--) {
        const Event *event = &ledger->items[i];
        if (event->kind != EVENT_VOTE || event->a != decider) continue;
        return own_words_text(viewer->session, (uint16_t)event->d);
    }
    return "";
}

static ViewVoter voter(const Viewer *viewer, uint8_t decider, const DecisionRule *rule,
        const ViewDecision *card) {
    const Decider *d = &viewer->def->deciders[decider];
    bool mine = d->owner == viewer->me;
    Causes causes = {.count = 0};
    stance(viewer, decider, &causes);
    of_text(viewer, decider, card, &causes);
    of_frame(viewer, decider, &causes);
    from_outside(viewer, decider, card, &causes);
    ViewCause *list = view_array(viewer, causes.count, sizeof *list);
    for (int32_t i = 0; i < causes.count; i++)
        list[i] = causes.items[i];
    bool drawn = rule->kind == RULE_SORTITION;
    ViewVoter out = {.name = say_thing(&viewer->say, (Thing){KIND_DECIDER, decider}),
            .role = role(viewer, decider, rule),
            .decider = decider,
            .weight = drawn ? viewer->state->drawn[decider] : d->weight,
            .mine = mine,
            .says = says(viewer, decider, card),
            .own_vote = mine ? viewer->state->own_vote[decider] : 2,
            .otherwise = otherwise(viewer, decider, card),
            .reason = mine || card->done ? reason_of(viewer, decider) : "",
            .causes = list,
            .causes_count = causes.count};
    if (rule->kind == RULE_BUDGET) view_budget_voter(viewer, card, &out);
    return out;
}

static void voters(const Viewer *viewer, const DecisionRule *rule, ViewDecision *card) {
    int32_t count = def_count(viewer->def, KIND_DECIDER);
    ViewVoter *list = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        if (viewer->def->deciders[i].arena != card->arena) continue;
        list[card->voters_count] = voter(viewer, i, rule, card);
        card->total = (int16_t)(card->total + list[card->voters_count++].weight);
    }
    card->voters = list;
}

static const char *rule_sentence(
        const Viewer *viewer, const DecisionRule *rule, const ViewDecision *card) {
    static const SayId ids[] = {SAY_DECIDES_VOTE, SAY_DECIDES_CONSENT, SAY_DECIDES_DESK,
            SAY_DECIDES_COURT, SAY_DECIDES_ADOPT, SAY_DECIDES_LOT, SAY_DECIDES_BUDGET};
    SayWith with = {.n = card->quota, .m = card->total};
    SayId id = ids[core_min(rule->kind, RULE_BUDGET)];
    if (rule->kind == RULE_VOTE && card->quota == 0) {
        with.text = rule->names.name ? say_text(&viewer->say, rule->names.name)
                                     : def_text(viewer->def, rule->names.id);
        id = SAY_DECIDES_RULE;
    }
    if (rule->kind == RULE_COURT) with.n = rule->needs;
    if (rule->kind == RULE_ADOPT) with.n = core_max(1, rule->count);
    if (rule->kind == RULE_BUDGET) with.n = rule->points;
    return say_sentence(&viewer->say, id, with);
}

static void clauses(const Viewer *viewer, ViewDecision *card) {
    uint8_t issues = viewer->def->arenas[card->arena].issues;
    support_text(viewer->def, viewer->state, card->arena, card->text);
    for (uint8_t i = 0; i < def_count(viewer->def, KIND_CLAUSE); i++) {
        if (issues == 0 || ((issues >> viewer->def->clauses[i].issue) & 1))
            card->clauses[card->clauses_count++] = i;
    }
}

// Where the leading frame holds the text back or pushes it, it says so.
static const char *rider(const Viewer *viewer, const ViewDecision *card) {
    uint8_t frame = support_leading(viewer->def, viewer->state, card->arena, NULL);
    for (int32_t i = 0; frame != NONE && i < card->clauses_count; i++) {
        uint8_t clause = card->clauses[i];
        int32_t draft = state_at(viewer->def, viewer->state, TRACK_DRAFT, clause, 0) / 10;
        if (draft == card->text[clause]) continue;
        SayWith with = {.who = say_thing(&viewer->say, (Thing){KIND_FRAME, frame}),
                .what = say_thing(&viewer->say, (Thing){KIND_CLAUSE, clause}),
                .text = say_text(&viewer->say,
                        viewer->def->clauses[clause].levels[card->text[clause]])};
        return say_sentence(&viewer->say, SAY_DECIDES_RIDER, with);
    }
    return "";
}

static const char *when(const Viewer *viewer, const ViewDecision *card) {
    if (card->done && card->rule == RULE_BUDGET) {
        SayWith with = {.n = card->spent, .m = card->money};
        return say_sentence(&viewer->say, SAY_DECIDED_BUDGET, with);
    }
    if (card->done) {
        SayWith with = {.n = card->yes, .m = card->total};
        return say_sentence(
                &viewer->say, card->passed ? SAY_DECIDED_PASSED : SAY_DECIDED_FAILED, with);
    }
    uint16_t rounds = viewer->def->arenas[card->arena].decides_in;
    for (int32_t round = viewer->state->round; round <= viewer->def->rounds; round++) {
        if (!((rounds >> round) & 1)) continue;
        SayWith with = {.n = round};
        return say_sentence(&viewer->say, SAY_DECIDES_IN, with);
    }
    return "";
}

static ViewDecision card_of(const Viewer *viewer, uint8_t arena) {
    const Def *def = viewer->def;
    const DecisionRule *rule = motion_rule_of(def, viewer->state, arena);
    if (!rule) rule = &def->decision_rules[def->arenas[arena].decides];
    const Decision *last = &viewer->state->decision[arena];
    ViewDecision card = {.arena = arena,
            .rule = rule->kind,
            .name = say_thing(&viewer->say, (Thing){KIND_ARENA, arena}),
            .due = viewer->state->status == STATUS_RUNNING
                   && (decision_due(def, viewer->state, arena)
                           || viewer->state->amending[arena] == AMEND_OPEN),
            .needs_reason = rule->kind == RULE_CONSENT,
            .done = last->done,
            .passed = last->passed,
            .margin = last->margin,
            .yes = last->yes_weight};
    card.may_return = last->done && !last->passed && rule->returns && last->tries < 2;
    if (rule->kind == RULE_VOTE)
        card.quota = (int16_t)(state_at(def, viewer->state, TRACK_QUOTA, arena, 0) / 10);
    if (rule->kind == RULE_SORTITION) card.quota = (int16_t)(rule->draws / 2 + 1);
    if (rule->kind != RULE_BUDGET) clauses(viewer, &card);
    if (rule->kind == RULE_BUDGET) view_budget(viewer, &card);
    voters(viewer, rule, &card);
    card.rule_text = rule_sentence(viewer, rule, &card);
    card.rider = rider(viewer, &card);
    card.when = when(viewer, &card);
    view_amendments(viewer, &card);
    return card;
}

void view_decision(Viewer *viewer) {
    int32_t count = def_count(viewer->def, KIND_ARENA);
    ViewDecision *list = view_array(viewer, count, sizeof *list);
    for (uint8_t arena = 0; arena < count; arena++) {
        if (viewer->def->arenas[arena].decides < viewer->def->decision_rules_count)
            list[viewer->out->decisions_count++] = card_of(viewer, arena);
    }
    viewer->out->decisions = list;
}

// What each tap of credit brings; claiming may be closed on its own.
void view_credit(Viewer *viewer) {
    const int16_t *coef = viewer->def->coef;
    Command claim = {.kind = COMMAND_CREDIT, .actor = viewer->me, .at_phase = NONE, .a = 1};
    Verdict verdict = gate_check(viewer->def, viewer->state, &claim);
    SayWith claims = {.n = coef[COEF_CLAIM_PUBLIC], .m = coef[COEF_CLAIM_TRUST]},
            gives = {.n = coef[COEF_GIVE_TRUST], .m = coef[COEF_GIVE_PEER]};
    viewer->out->credit = (ViewCredit){.open = viewer->out->may_credit,
            .claim = say_sentence(&viewer->say, SAY_CREDIT_CLAIM, claims),
            .give = say_sentence(&viewer->say, SAY_CREDIT_GIVE, gives),
            .quiet = say_word(&viewer->say, SAY_CREDIT_QUIET),
            .claim_closed =
                    verdict.code == VERDICT_OK ? "" : say_verdict(&viewer->say, verdict)};
}

// wire/seat_view_cards.c — section "cards": how each arena decides and what this seat can tell of it; motions and claims. Never: a cause the host kept.
#include "model/def.h"
#include "wire/seat_view_parts.h"

enum { CAUSES_MOST = 64, AMENDMENTS_MOST = 64 };

static void read_causes(SeatRead *read, const json_t *item, ViewVoter *voter) {
    const json_t *list =
            seat_read_list(read, item, "causes", CAUSES_MOST, &voter->causes_count);
    ViewCause *causes = seat_read_array(read, voter->causes_count, sizeof *causes);
    for (int32_t i = 0; i < voter->causes_count; i++) {
        const json_t *cause = json_array_get(list, (size_t)i);
        causes[i] = (ViewCause){.text = seat_read_text(read, cause, "text"),
                .tenths =
                        (int16_t)seat_read_int(read, cause, "tenths", INT16_MIN, INT16_MAX),
                .open = json_object_get(cause, "tenths") != NULL};
    }
    voter->causes = causes;
}

// As many points as the budget has options, or none.
static void read_spread(
        SeatRead *read, const json_t *item, int32_t options, ViewVoter *voter) {
    int32_t count = 0;
    const json_t *list = seat_read_list(read, item, "spread", BUDGET_OPTIONS_MAX, &count);
    if (!list) return;
    if (count != options) read->bad = true;
    uint8_t *points = seat_read_array(read, core_max(count, options), sizeof *points);
    for (int32_t i = 0; i < count; i++)
        points[i] = (uint8_t)core_clamp(
                (int32_t)json_integer_value(json_array_get(list, (size_t)i)), 0, NONE);
    voter->spread = points;
    voter->may_spread = json_object_get(item, "left") != NULL;
    voter->points_left = (int16_t)seat_read_int(read, item, "left", 0, INT16_MAX);
}

static ViewVoter read_voter(SeatRead *read, Laid item, int32_t options) {
    const json_t *weighs =
            json_object_get(item.moving, "weight") ? item.moving : item.fixed;
    ViewVoter voter = {.name = seat_read_text(read, item.fixed, "name"),
            .role = seat_read_text(read, item.fixed, "role"),
            .decider = seat_read_must(read, item.fixed, "i", read->view->deciders_count),
            .weight = (int16_t)seat_read_int(read, weighs, "weight", 0, INT16_MAX),
            .mine = json_object_get(item.moving, "own") != NULL,
            .says = (int8_t)seat_read_int_or(read, item.moving, "says", 2, -1, 2),
            .own_vote = (int8_t)seat_read_int_or(read, item.moving, "own", 2, -1, 2),
            .otherwise = seat_read_text(read, item.moving, "otherwise"),
            .reason = seat_read_text(read, item.moving, "because")};
    read_causes(read, item.moving, &voter);
    read_spread(read, item.moving, options, &voter);
    return voter;
}

static void read_options(SeatRead *read, const json_t *item, ViewDecision *decision) {
    const json_t *list = seat_read_list(
            read, item, "options", BUDGET_OPTIONS_MAX, &decision->options_count);
    ViewBudgetOption *options =
            seat_read_array(read, decision->options_count, sizeof *options);
    for (int32_t i = 0; i < decision->options_count; i++) {
        const json_t *option = json_array_get(list, (size_t)i);
        options[i] = (ViewBudgetOption){.name = seat_read_text(read, option, "name"),
                .brings = seat_read_text(read, option, "brings"),
                .cost = (int16_t)seat_read_int(read, option, "cost", 0, INT16_MAX),
                .points = (int16_t)seat_read_int_or(
                        read, option, "points", -1, -1, INT16_MAX),
                .funded = held_flag(option, "funded")};
    }
    decision->options = options;
    decision->points = (int16_t)seat_read_int(read, item, "points", 0, INT16_MAX);
    decision->money = (int16_t)seat_read_int(read, item, "money", 0, INT16_MAX);
    decision->spent = (int16_t)seat_read_int(read, item, "spent", 0, INT16_MAX);
}

static void read_result(SeatRead *read, const json_t *item, ViewDecision *decision) {
    const json_t *result = json_object_get(item, "result");
    decision->done = result != NULL;
    decision->passed = held_flag(result, "passed");
    decision->may_return = held_flag(result, "may_return");
    decision->yes = (int16_t)seat_read_int(read, result, "yes", 0, INT16_MAX);
    decision->no = (int16_t)seat_read_int(read, result, "no", 0, INT16_MAX);
    decision->abstain = (int16_t)seat_read_int(read, result, "abstain", 0, INT16_MAX);
    decision->margin = (int16_t)seat_read_int(read, result, "margin", INT16_MIN, INT16_MAX);
}

// A pair [clause, level]; false when it names none.
static bool read_pair(const SeatRead *read, const json_t *pair, ViewDecision *decision) {
    json_int_t clause = json_integer_value(json_array_get(pair, 0));
    json_int_t level = json_integer_value(json_array_get(pair, 1));
    bool fits = json_array_size(pair) == 2 && clause >= 0
                && clause < read->view->clauses_count && level >= 0
                && level < read->view->clauses[clause].levels_count;
    if (!fits) return false;
    decision->clauses[decision->clauses_count++] = (uint8_t)clause;
    decision->text[clause] = (uint8_t)level;
    return true;
}

static void read_wording(SeatRead *read, const json_t *item, ViewDecision *decision) {
    int32_t count = 0;
    const json_t *list = seat_read_list(read, item, "text", CLAUSES_MAX, &count);
    for (int32_t i = 0; i < count; i++) {
        if (!read_pair(read, json_array_get(list, (size_t)i), decision)) read->bad = true;
    }
}

static void read_amendments(SeatRead *read, const json_t *item, ViewDecision *decision) {
    const json_t *list = seat_read_list(
            read, item, "amend", AMENDMENTS_MOST, &decision->amendments_count);
    ViewAmendment *out = seat_read_array(read, decision->amendments_count, sizeof *out);
    for (int32_t i = 0; i < decision->amendments_count; i++) {
        const json_t *one = json_array_get(list, (size_t)i);
        out[i] = (ViewAmendment){.text = seat_read_text(read, one, "text"),
                .clause = seat_read_place(read, one, "clause", read->view->clauses_count),
                .direction = (int8_t)seat_read_int_or(read, one, "way", 0, -1, 1),
                .mine = held_flag(one, "mine")};
    }
    decision->amendments = out;
}

static void read_voters(SeatRead *read, Laid item, ViewDecision *decision) {
    Laid list = seat_laid_member(item, "voters");
    (void)seat_read_list(read, item.fixed, "voters", DECIDERS_MAX, &decision->voters_count);
    ViewVoter *voters = seat_read_array(read, decision->voters_count, sizeof *voters);
    for (int32_t i = 0; i < decision->voters_count; i++)
        voters[i] = read_voter(read, seat_laid_item(list, i), decision->options_count);
    decision->voters = voters;
}

static ViewDecision read_decision(SeatRead *read, Laid item) {
    const json_t *moving = item.moving;
    ViewDecision decision = {
            .arena = seat_read_must(read, item.fixed, "arena", read->view->arenas_count),
            .name = seat_read_text(read, item.fixed, "name"),
            .rule = (uint8_t)seat_read_int(read, item.fixed, "kind", 0, NONE),
            .rule_text = seat_read_text(read, moving, "rule"),
            .rider = seat_read_text(read, moving, "rider"),
            .when = seat_read_text(read, moving, "when"),
            .quota = (int16_t)seat_read_int(read, moving, "quota", 0, INT16_MAX),
            .total = (int16_t)seat_read_int(read, moving, "total", 0, INT16_MAX),
            .due = held_flag(moving, "due"),
            .shown_signs = held_flag(moving, "signs"),
            .needs_reason = held_flag(moving, "reason")};
    read_wording(read, moving, &decision);
    read_result(read, moving, &decision);
    read_amendments(read, moving, &decision);
    read_options(read, moving, &decision);
    read_voters(read, item, &decision);
    return decision;
}

static void read_motions(SeatRead *read, const json_t *cards) {
    View *view = read->view;
    const json_t *list =
            seat_read_list(read, cards, "motions", MOTIONS_MAX, &view->motions_count);
    ViewMotion *motions = seat_read_array(read, view->motions_count, sizeof *motions);
    for (int32_t i = 0; i < view->motions_count; i++) {
        const json_t *motion = json_array_get(list, (size_t)i);
        motions[i] = (ViewMotion){.text = seat_read_text(read, motion, "text"),
                .by = seat_read_place(read, motion, "by", view->actors_count),
                .arena = seat_read_place(read, motion, "arena", view->arenas_count)};
    }
    view->motions = motions;
}

static void read_claims(SeatRead *read, const json_t *cards) {
    View *view = read->view;
    const json_t *list = seat_read_list(
            read, cards, "claims", CLAUSES_MAX * ARENAS_MAX, &view->claims_count);
    ViewClaim *claims = seat_read_array(read, view->claims_count, sizeof *claims);
    for (int32_t i = 0; i < view->claims_count; i++) {
        const json_t *claim = json_array_get(list, (size_t)i);
        claims[i] = (ViewClaim){.text = seat_read_text(read, claim, "text"),
                .clause = seat_read_must(read, claim, "clause", view->clauses_count),
                .arena = seat_read_must(read, claim, "arena", view->arenas_count),
                .progress = (int16_t)seat_read_int(
                        read, claim, "progress", INT16_MIN, INT16_MAX),
                .needs = (int16_t)seat_read_int(read, claim, "needs", INT16_MIN, INT16_MAX),
                .running = held_flag(claim, "running"),
                .won = held_flag(claim, "won")};
    }
    view->claims = claims;
}

void seat_read_cards(SeatRead *read) {
    View *view = read->view;
    Laid cards = {
            mirror_words(read->mirror, "cards"), mirror_section(read->mirror, "cards")};
    (void)seat_read_list(
            read, cards.fixed, "decisions", ARENAS_MAX, &view->decisions_count);
    Laid list = seat_laid_member(cards, "decisions");
    ViewDecision *decisions =
            seat_read_array(read, view->decisions_count, sizeof *decisions);
    for (int32_t i = 0; i < view->decisions_count; i++)
        decisions[i] = read_decision(read, seat_laid_item(list, i));
    view->decisions = decisions;
    read_motions(read, cards.moving);
    read_claims(read, cards.moving);
}

// client/screen_decision.c — the card of a decision: rule, text with its riders, each decider with its causes; motions and claims beside it. Never: a rule.
#include "client/screens.h"

static void caption(Ui *ui, const char *text) {
    if (*text) ui_text(ui, text, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

static void marked(Ui *ui, IconKind icon, ColorToken color, const char *text) {
    if (!*text) return;
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8, .across = UI_START});
    ui_icon(ui, icon, 18, color);
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .grow = 1});
    ui_close(ui);
}

// --- The text it decides on ---

static const ViewClause *clause_of(const View *view, int32_t index) {
    for (int32_t i = 0; i < view->clauses_count; i++) {
        if (view->clauses[i].index == index) return &view->clauses[i];
    }
    return NULL;
}

static void text_on_table(
        Ui *ui, const View *view, const App *app, const ViewDecision *decision) {
    if (decision->clauses_count == 0) return;
    ui_text(ui, app_say(app, WORD_DECIDES_ON), (UiText){.type = TYPE_LABEL, .bold = true});
    for (int32_t i = 0; i < decision->clauses_count; i++) {
        const ViewClause *clause = clause_of(view, decision->clauses[i]);
        int32_t level = clause ? decision->text[clause->index] : 0;
        if (!clause || level >= clause->levels_count) continue;
        caption(ui, clause->name);
        ui_text(ui, clause->levels[level], (UiText){.type = TYPE_LABEL});
    }
    marked(ui, ICON_WARN, COLOR_CARE, decision->rider);
}

// --- Who says what ---

static void says_chip(Ui *ui, const App *app, const ViewVoter *voter, bool done) {
    static const Word NOW[4] = {
            WORD_SAYS_NO, WORD_SAYS_ABSTAIN, WORD_SAYS_YES, WORD_SAYS_UNKNOWN};
    static const Word THEN[4] = {
            WORD_VOTED_NO, WORD_VOTED_ABSTAIN, WORD_VOTED_YES, WORD_SAYS_UNKNOWN};
    static const IconKind ICONS[4] = {ICON_CLOSE, ICON_MINUS, ICON_CHECK, ICON_HELP};
    int32_t place = voter->says >= -1 && voter->says <= 1 ? voter->says + 1 : 3;
    ui_chip(ui, app_say(app, done ? THEN[place] : NOW[place]), ICONS[place],
            place == 3 ? COLOR_MUTED : COLOR_TEXT, NULL);
}

// Tenths as they are kept: 24 is "+2.4".
static const char *signed_tenths(Ui *ui, int32_t tenths) {
    int32_t size = core_abs(tenths);
    return ui_format(ui, "%s%d.%d", tenths < 0 ? "−" : "+", size / 10, size % 10);
}

static void causes(Ui *ui, const ViewVoter *voter) {
    for (int32_t i = 0; i < voter->causes_count; i++) {
        const ViewCause *cause = &voter->causes[i];
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_text(ui, cause->text,
                (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED, .grow = 1});
        if (cause->open)
            ui_text(ui, signed_tenths(ui, cause->tenths),
                    (UiText){.type = TYPE_CAPTION, .bold = true});
        ui_close(ui);
    }
}

static void voter_row(Ui *ui, const App *app, const ViewDecision *decision, int32_t place) {
    const ViewVoter *voter = &decision->voters[place];
    ui_open(ui, (UiBox){.gap = 2, .pad = 10, .radius = 6, .edge = COLOR_LINE});
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_text(ui, voter->name, (UiText){.type = TYPE_LABEL, .bold = true, .grow = 1});
    ui_text(ui,
            app_say_with(ui, app, WORD_WEIGHT, "weight", ui_format(ui, "%d", voter->weight),
                    NULL),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    if (decision->options_count == 0) says_chip(ui, app, voter, decision->done);
    if (*voter->role) ui_chip(ui, voter->role, ICON_LOCK, COLOR_CARE, NULL);
    ui_close(ui);
    part_budget_voter(ui, decision, voter);
    if (voter->reason && *voter->reason) marked(ui, ICON_SPEECH, COLOR_TEXT, voter->reason);
    causes(ui, voter);
    if (voter->mine) marked(ui, ICON_WARN, COLOR_CARE, voter->otherwise);
    ui_close(ui);
}

// --- What it came to ---

static void outcome(Ui *ui, const App *app, const ViewDecision *decision) {
    if (!decision->done || decision->options_count > 0) return;
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    ui_chip(ui, app_say(app, decision->passed ? WORD_DECISION_PASSED : WORD_DECISION_NOT),
            decision->passed ? ICON_CHECK : ICON_CLOSE,
            decision->passed ? COLOR_GOOD : COLOR_ALARM, NULL);
    ui_chip(ui,
            app_say_with(ui, app, WORD_DECISION_COUNT, "yes",
                    ui_format(ui, "%d", decision->yes), "no",
                    ui_format(ui, "%d", decision->no), "abstain",
                    ui_format(ui, "%d", decision->abstain), NULL),
            ICON_VOTE, COLOR_TEXT, NULL);
    ui_close(ui);
    if (!decision->passed && decision->may_return)
        caption(ui, app_say(app, WORD_MAY_RETURN));
}

static void decision_card(
        Ui *ui, const View *view, const App *app, const ViewDecision *decision) {
    part_card_open(ui, decision->name, ICON_VOTE);
    ui_text(ui, decision->rule_text, (UiText){.type = TYPE_LABEL});
    caption(ui, decision->when);
    outcome(ui, app, decision);
    text_on_table(ui, view, app, decision);
    if (decision->voters_count > 0)
        ui_text(ui, app_say(app, WORD_DECIDERS_TITLE),
                (UiText){.type = TYPE_LABEL, .bold = true});
    if (decision->shown_signs) caption(ui, app_say(app, WORD_SHOWN_SIGNS));
    for (int32_t i = 0; i < decision->voters_count; i++)
        voter_row(ui, app, decision, i);
    part_budget(ui, app, decision);
    part_card_close(ui);
}

void part_decisions(Ui *ui, const View *view, const App *app) {
    for (int32_t i = 0; i < view->decisions_count; i++)
        decision_card(ui, view, app, &view->decisions[i]);
}

// --- Motions and claims ---

void part_motions(Ui *ui, const View *view, const App *app) {
    if (view->motions_count == 0) return;
    part_card_open(ui, app_say(app, WORD_MOTIONS_TITLE), ICON_FLAG);
    caption(ui, app_say(app, WORD_MOTIONS_TEXT));
    for (int32_t i = 0; i < view->motions_count; i++) {
        const ViewMotion *motion = &view->motions[i];
        if (i) ui_rule(ui);
        part_actor_name(ui, view, motion->by, 0);
        ui_text(ui, motion->text, (UiText){.type = TYPE_LABEL});
    }
    part_card_close(ui);
}

static void claim_row(Ui *ui, const App *app, const ViewClaim *claim) {
    ui_text(ui, claim->text, (UiText){.type = TYPE_LABEL});
    if (claim->won) {
        ui_chip(ui, app_say(app, WORD_CLAIM_WON), ICON_CHECK, COLOR_GOOD, NULL);
    } else if (claim->running) {
        ui_chip(ui,
                app_say_with(ui, app, WORD_CLAIM_RUNS, "progress",
                        ui_format(ui, "%d", claim->progress), "needs",
                        ui_format(ui, "%d", claim->needs), NULL),
                ICON_CLOCK, COLOR_TEXT, NULL);
    }
}

void part_claims(Ui *ui, const View *view, const App *app) {
    if (view->claims_count == 0) return;
    part_card_open(ui, app_say(app, WORD_CLAIMS_TITLE), ICON_KNOW);
    for (int32_t i = 0; i < view->claims_count; i++) {
        if (i) ui_rule(ui);
        claim_row(ui, app, &view->claims[i]);
    }
    part_card_close(ui);
}

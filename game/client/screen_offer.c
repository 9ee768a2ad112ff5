// client/screen_offer.c — the sheets that build a deal and a coalition step by step. Never: a rule (the host refuses with a sentence).
#include "client/screens.h"
#include <string.h>

// The kinds of promises a person can build here, in the order of their size.
static const struct {
    PromiseKind kind;
    Word word;
} PROMISES[] = {
        {PROMISE_NONE,          WORD_PROMISE_NONE  },
        {PROMISE_WORDS,         WORD_PROMISE_WORDS },
        {PROMISE_SUPPORT_FRAME, WORD_PROMISE_FRAME },
        {PROMISE_CREDIT,        WORD_PROMISE_CREDIT},
        {PROMISE_GIVE,          WORD_PROMISE_GIVE  }
};
enum { PROMISES_SHOWN = ARRAY_COUNT(PROMISES) };

static int32_t others(const View *view, const char **labels, int32_t *places) {
    int32_t count = 0;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        if (view->actors[i].is_me) continue;
        labels[count] = view->actors[i].name;
        places[count++] = i;
    }
    return count;
}

// One's own goods to give, or the other's to ask for.
static void gives_steppers(
        Ui *ui, const char *scope, const ViewActor *giver, int32_t *amounts) {
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 240, .gap = 24});
    for (int32_t i = 0; i < giver->holds_count && i < RESOURCES_MAX; i++) {
        const ViewNamed *hold = &giver->holds[i];
        ui_scope(ui, scope, i);
        ui_stepper(
                ui, "amount", hold->name, &amounts[i], 0, core_max(0, hold->number.value));
        ui_scope_end(ui);
    }
    ui_close(ui);
}

static void promise_details(Ui *ui, const View *view, App *app, const ViewActor *me) {
    DealDraft *draft = &app->deal;
    const char *labels[FRAMES_MAX];
    int32_t count = 0;
    PromiseKind kind = PROMISES[draft->promise].kind;
    if (kind == PROMISE_WORDS)
        ui_field(ui, "words", app_say(app, WORD_PROMISE_TEXT), draft->words,
                sizeof draft->words);
    if (kind == PROMISE_SUPPORT_FRAME) {
        for (int32_t i = 0; i < view->frames_count && i < FRAMES_MAX; i++)
            labels[count++] = view->frames[i].name;
    }
    if (kind == PROMISE_GIVE) {
        for (int32_t i = 0; i < me->holds_count && i < FRAMES_MAX; i++)
            labels[count++] = me->holds[i].name;
    }
    draft->what = core_clamp(draft->what, 0, core_max(0, count - 1));
    if (count) ui_radio(ui, "what", labels, NULL, count, &draft->what);
    if (kind == PROMISE_GIVE)
        ui_stepper(ui, "amount", app_say(app, WORD_AMOUNT), &draft->amount, 1, 3);
    const char *sides[2] = {app_say(app, WORD_I_PROMISE), app_say(app, WORD_THEY_PROMISE)};
    int32_t side = !draft->promise_mine;
    ui_radio(ui, "by", sides, NULL, 2, &side);
    draft->promise_mine = side == 0;
    ui_stepper(ui, "size", app_say(app, WORD_PROMISE_SIZE), &draft->size, 1, 3);
    ui_stepper(ui, "due", app_say(app, WORD_PROMISE_DUE), &draft->due, view->round,
            view->rounds);
}

static Promise promise_of(const View *view, const DealDraft *draft, uint8_t partner) {
    Promise promise = {
            .kind = (uint8_t)PROMISES[draft->promise].kind, .what = NONE, .target = NONE};
    promise.by = draft->promise_mine ? view->me : partner;
    promise.due = (uint8_t)draft->due;
    promise.size = (uint8_t)draft->size;
    if (promise.kind == PROMISE_SUPPORT_FRAME && draft->what < view->frames_count)
        promise.what = view->frames[draft->what].index;
    if (promise.kind == PROMISE_CREDIT)
        promise.target = draft->promise_mine ? partner : view->me;
    if (promise.kind == PROMISE_GIVE) {
        promise.what = (uint8_t)draft->what;
        promise.amount = (uint8_t)core_max(1, draft->amount);
        promise.target = draft->promise_mine ? partner : view->me;
    }
    return promise;
}

static void send_deal(const View *view, App *app, uint8_t partner) {
    const DealDraft *draft = &app->deal;
    Command command = {.kind = COMMAND_DEAL_OFFER};
    command.deal = (Deal){.state = DEAL_OFFERED,
            .from = view->me,
            .to = partner,
            .is_public = draft->is_public};
    for (int32_t i = 0; i < RESOURCES_MAX; i++) {
        command.deal.gives[0][i] = (uint8_t)draft->gives[i];
        command.deal.gives[1][i] = (uint8_t)draft->wants[i];
    }
    if (PROMISES[draft->promise].kind != PROMISE_NONE) {
        command.deal.promises[command.deal.promises_count++] =
                promise_of(view, draft, partner);
    }
    app_send(app, command, draft->words);
    app->deal.open = false;
}

static bool is_empty(const DealDraft *draft) {
    int32_t sum = PROMISES[draft->promise].kind != PROMISE_NONE;
    for (int32_t i = 0; i < RESOURCES_MAX; i++)
        sum += draft->gives[i] + draft->wants[i];
    return sum == 0;
}

static void deal_body(Ui *ui, const View *view, App *app, int32_t partner) {
    DealDraft *draft = &app->deal;
    const ViewActor *me = &view->actors[view->me], *other = &view->actors[partner];
    const char *kinds[PROMISES_SHOWN];
    for (int32_t i = 0; i < PROMISES_SHOWN; i++)
        kinds[i] = app_say(app, PROMISES[i].word);
    ui_text(ui, app_say(app, WORD_GIVE_NOW), (UiText){.type = TYPE_LABEL, .bold = true});
    gives_steppers(ui, "give", me, draft->gives);
    ui_text(ui, app_say_with(ui, app, WORD_GET_NOW, "actor", other->name, NULL),
            (UiText){.type = TYPE_LABEL, .bold = true});
    gives_steppers(ui, "want", other, draft->wants);
    ui_text(ui, app_say(app, WORD_A_PROMISE), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "kind", kinds, NULL, PROMISES_SHOWN, &draft->promise);
    if (PROMISES[draft->promise].kind != PROMISE_NONE) promise_details(ui, view, app, me);
    ui_check(ui, "public", app_say(app, WORD_MAKE_PUBLIC), &draft->is_public);
}

void sheet_deal_draw(Ui *ui, const View *view, App *app) {
    const char *labels[ACTORS_MAX];
    int32_t places[ACTORS_MAX] = {0};
    int32_t count = others(view, labels, places);
    ui_scope(ui, "offer", -1);
    bool open = count > 0 && view->me < view->actors_count
                && ui_sheet_open(
                        ui, "sheet", app_say(app, WORD_NEW_DEAL), app_say(app, WORD_CLOSE));
    if (!open) {
        app->deal.open = false;
        ui_scope_end(ui);
        return;
    }
    app->deal.partner = core_clamp(app->deal.partner, 0, count - 1);
    ui_text(ui, app_say(app, WORD_WITH_WHOM), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "partner", labels, NULL, count, &app->deal.partner);
    int32_t partner = places[app->deal.partner];
    deal_body(ui, view, app, partner);
    sheet_footer_open(ui, app, app_say(app, WORD_DEAL_NOTE));
    const char *closed = is_empty(&app->deal) ? app_say(app, WORD_DEAL_EMPTY) : NULL;
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_PROPOSE),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY,
                              .closed = closed})) {
        send_deal(view, app, (uint8_t)partner);
    }
    ui_sheet_close(ui);
    ui_scope_end(ui);
}

// --- Coalition ---

static int32_t member_mask(const View *view, const CoalitionDraft *draft) {
    int32_t mask = 1 << view->me;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++)
        mask |= draft->members[i] ? 1 << i : 0;
    return mask;
}

void sheet_coalition_draw(Ui *ui, const View *view, App *app) {
    static const Word RULES[4] = {[COALITION_CONSENT] = WORD_RULE_CONSENT,
            [COALITION_LEAD] = WORD_RULE_LEAD,
            [COALITION_MAJORITY] = WORD_RULE_MAJORITY,
            [COALITION_CONSENSUS] = WORD_RULE_CONSENSUS};
    CoalitionDraft *draft = &app->coalition;
    const char *rules[4];
    for (int32_t i = 0; i < 4; i++)
        rules[i] = app_say(app, RULES[i]);
    ui_scope(ui, "found", -1);
    if (!ui_sheet_open(
                ui, "sheet", app_say(app, WORD_NEW_COALITION), app_say(app, WORD_CLOSE))) {
        draft->open = false;
        ui_scope_end(ui);
        return;
    }
    ui_text(ui, app_say(app, WORD_COALITION_NOTE), (UiText){.type = TYPE_LABEL});
    int32_t chosen = 0;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        if (view->actors[i].is_me) continue;
        ui_scope(ui, "member", i);
        ui_check(ui, "in", view->actors[i].name, &draft->members[i]);
        ui_scope_end(ui);
        chosen += draft->members[i];
    }
    ui_text(ui, app_say(app, WORD_RULE), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "rule", rules, NULL, 4, &draft->rule);
    sheet_footer_open(ui, app, "");
    const char *closed = chosen ? NULL : app_say(app, WORD_COALITION_EMPTY);
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_PROPOSE),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY,
                              .closed = closed})) {
        app_send_plain(app, COMMAND_COALITION_PROPOSE, NONE, member_mask(view, draft),
                draft->rule);
        draft->open = false;
    }
    ui_sheet_close(ui);
    ui_scope_end(ui);
}

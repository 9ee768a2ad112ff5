// client/screen_offer.c — the sheet that builds a deal: with whom, what the case suggests, up to three promises (screen_parties.c: who gives what). Never: a rule (the host refuses with a sentence).
#include "client/screens.h"
#include <string.h>

static int32_t others(const View *view, const char **labels, int32_t *places) {
    int32_t count = 0;
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        if (view->actors[i].is_me) continue;
        labels[count] = view->actors[i].name;
        places[count++] = i;
    }
    return count;
}

// --- Promises ---

static void written_promises(Ui *ui, const View *view, App *app, const DealParties *all) {
    DealDraft *deal = &app->deal;
    for (int32_t i = 0; i < deal->written_count; i++) {
        ui_scope(ui, "written", i);
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_icon(ui, ICON_KNOT, 20, COLOR_ACCENT);
        ui_text(ui, promise_in_words(ui, view, app, &deal->written[i], all),
                (UiText){.type = TYPE_LABEL, .grow = 1});
        bool gone = ui_button(ui, (UiButton){.id = "take_back",
                                          .label = app_say(app, WORD_TAKE_BACK),
                                          .rank = UI_QUIET});
        ui_close(ui);
        ui_scope_end(ui);
        if (!gone) continue;
        deal->written_count--;
        memmove(&deal->written[i], &deal->written[i + 1],
                sizeof deal->written[0] * (size_t)(deal->written_count - i));
    }
}

// Another promise can stand beside this one as long as the deal has room for two more.
static void one_more(Ui *ui, const View *view, App *app, const DealParties *all) {
    DealDraft *deal = &app->deal;
    if (deal->promise.kind == 0 || deal->written_count + 1 >= PROMISES_MAX) return;
    const char *closed = promise_closed(view, app, &deal->promise, all);
    if (ui_button(ui, (UiButton){.id = "one_more",
                              .label = app_say(app, WORD_PROMISE_MORE),
                              .icon = ICON_PLUS,
                              .closed = closed})) {
        deal->written[deal->written_count++] = deal->promise;
        deal->promise = (PromiseDraft){.size = 1, .amount = 1, .due = deal->promise.due};
    }
}

// --- Sending ---

static Deal deal_of(const View *view, const App *app, const DealParties *all) {
    const DealDraft *draft = &app->deal;
    Deal deal = parties_deal(view, app, all);
    deal.is_public = draft->is_public;
    for (int32_t i = 0; i < draft->written_count; i++)
        deal.promises[deal.promises_count++] = promise_of(view, &draft->written[i], all);
    if (draft->promise.kind && deal.promises_count < PROMISES_MAX)
        deal.promises[deal.promises_count++] = promise_of(view, &draft->promise, all);
    return deal;
}

static const char *still_closed(const View *view, const App *app, const DealParties *all) {
    const DealDraft *draft = &app->deal;
    if (*view->deals_closed) return view->deals_closed;
    int32_t sum = draft->written_count + (draft->promise.kind > 0)
                  + parties_deal(view, app, all).gifts_count;
    if (sum == 0) return app_say(app, WORD_DEAL_EMPTY);
    for (int32_t i = 0; i < draft->written_count; i++) {
        const char *closed = promise_closed(view, app, &draft->written[i], all);
        if (closed) return closed;
    }
    return promise_closed(view, app, &draft->promise, all);
}

// --- What the case suggests ---

static int32_t kind_place(const View *view, uint8_t kind) {
    for (int32_t i = 0; i < view->promise_kinds_count; i++) {
        if (view->promise_kinds[i].kind == kind) return i;
    }
    return -1;
}

// A promise of a template as it would have been written here; kind 0 when it cannot be any more.
static PromiseDraft draft_of(const View *view, const Promise *promise) {
    int32_t place = kind_place(view, promise->kind);
    PromiseDraft draft = {.kind = place + 1,
            .amount = core_max(1, promise->amount),
            .size = promise->size,
            .due = promise->due,
            .by = promise->by == NONE ? 1 : 0};
    if (place < 0) return (PromiseDraft){0};
    const ViewPromiseKind *kind = &view->promise_kinds[place];
    bool found = kind->whats_count == 0;
    for (int32_t i = 0; i < kind->whats_count && !found; i++) {
        found = kind->whats[i].index == promise->what;
        draft.what = i;
    }
    for (int32_t i = 0; i < view->deciders_count; i++) {
        if (promise->kind == PROMISE_DO && view->deciders[i].index == promise->target)
            draft.target = i + 1;
    }
    return found ? draft : (PromiseDraft){0};
}

static void fill_from(const View *view, App *app, const ViewDealTemplate *one,
        const int32_t *places, int32_t count) {
    bool open = app->deal.open;
    app->deal = (DealDraft){.open = open, .is_public = one->is_public};
    DealDraft *draft = &app->deal;
    for (int32_t i = 0; i < count; i++) {
        if (!((one->with >> view->actors[places[i]].index) & 1)) continue;
        draft->partner = i;
        break;
    }
    for (int32_t i = 0; i < RESOURCES_MAX; i++) {
        draft->gives[i] = one->gives[0][i];
        draft->wants[i] = one->gives[1][i];
    }
    // The last one stays in the form, where it can be changed.
    PromiseDraft last = {.size = 1, .amount = 1, .due = view->round};
    for (int32_t i = 0; i < one->made_count; i++) {
        PromiseDraft promise = draft_of(view, &one->made[i]);
        if (promise.kind == 0) continue;
        if (last.kind) draft->written[draft->written_count++] = last;
        last = promise;
    }
    draft->promise = last;
    strncpy(draft->words, one->words, sizeof draft->words - 1);
}

static void suggestions(
        Ui *ui, const View *view, App *app, const int32_t *places, int32_t count) {
    if (view->templates_count == 0) return;
    ui_text(ui, app_say(app, WORD_TEMPLATES_TITLE),
            (UiText){.type = TYPE_LABEL, .bold = true});
    ui_text(ui, app_say(app, WORD_TEMPLATES_TEXT),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    for (int32_t i = 0; i < view->templates_count; i++) {
        const ViewDealTemplate *one = &view->templates[i];
        ui_scope(ui, "suggested", i);
        if (ui_button(ui, (UiButton){.id = "take",
                                  .label = one->name,
                                  .note = *one->text ? one->text : NULL,
                                  .icon = ICON_KNOT}))
            fill_from(view, app, one, places, count);
        ui_scope_end(ui);
    }
    ui_rule(ui);
}

static void deal_body(Ui *ui, const View *view, App *app, const DealParties *all) {
    DealDraft *draft = &app->deal;
    parties_gives(ui, view, app, all);
    ui_text(ui, app_say(app, WORD_A_PROMISE), (UiText){.type = TYPE_LABEL, .bold = true});
    written_promises(ui, view, app, all);
    promise_edit(ui, view, app, all);
    one_more(ui, view, app, all);
    ui_rule(ui);
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
    suggestions(ui, view, app, places, count);
    app->deal.partner = core_clamp(app->deal.partner, 0, count - 1);
    ui_text(ui, app_say(app, WORD_WITH_WHOM), (UiText){.type = TYPE_LABEL, .bold = true});
    ui_radio(ui, "partner", labels, NULL, count, &app->deal.partner);
    int32_t partner = places[app->deal.partner];
    parties_further(ui, view, app, partner);
    DealParties all = parties_of(view, &app->deal, partner);
    deal_body(ui, view, app, &all);
    sheet_footer_open(ui, app, app_say(app, WORD_DEAL_NOTE));
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_PROPOSE),
                              .icon = ICON_CHECK,
                              .rank = UI_PRIMARY,
                              .closed = still_closed(view, app, &all)})) {
        app_send(app,
                (Command){.kind = COMMAND_DEAL_OFFER, .deal = deal_of(view, app, &all)},
                app->deal.words);
        app->deal.open = false;
    }
    ui_sheet_close(ui);
    ui_scope_end(ui);
}

// client/screen_promise.c — one promise of a deal being written: kind, what about, by whom, size, when. Never: a rule (kinds, sizes and reasons come in the view).
#include "client/screens.h"

enum { PROMISE_KINDS_MAX = 16, WHATS_MAX = 64, SIZES = 3 };

static const ViewPromiseKind *kind_of(const View *view, const PromiseDraft *draft) {
    int32_t place = draft->kind - 1;
    return place >= 0 && place < view->promise_kinds_count ? &view->promise_kinds[place]
                                                           : NULL;
}

static const ViewPromiseWhat *what_of(
        const ViewPromiseKind *kind, const PromiseDraft *draft) {
    bool inside = kind && draft->what >= 0 && draft->what < kind->whats_count;
    return inside ? &kind->whats[draft->what] : NULL;
}

static int32_t smallest(const ViewPromiseKind *kind, const PromiseDraft *draft) {
    int32_t amount = kind->has_amount ? core_clamp(draft->amount, 0, VIEW_AMOUNTS - 1) : 0;
    return kind->smallest[amount];
}

// Who promises; a party that is not in the deal any more leaves the promise to me.
static int32_t by_of(const PromiseDraft *draft, const DealParties *all) {
    return draft->by >= 0 && draft->by < all->count ? draft->by : 0;
}

static bool can_promise(const View *view, const ViewPromiseWhat *what,
        const PromiseDraft *draft, const DealParties *all) {
    uint8_t by = view->actors[all->place[by_of(draft, all)]].index;
    return (what->by >> by) & 1;
}

// Why trust does not bear a size, NULL = it does. Mine is made to all others; what others promise each
// other only the table can judge.
static const char *size_closed(
        const View *view, const PromiseDraft *draft, const DealParties *all, int32_t size) {
    int32_t by = by_of(draft, all);
    for (int32_t i = 1; i < all->count; i++) {
        const char *why = view->actors[all->place[i]].size_closed[size - 1];
        if ((by == 0 || by == i) && *why) return why;
    }
    return NULL;
}

static bool goes_to_one(const ViewPromiseKind *kind) {
    return kind->kind == PROMISE_GIVE || kind->kind == PROMISE_PLACE;
}

// --- Widgets ---

static void label(Ui *ui, const char *text) {
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .bold = true});
}

static void caption(Ui *ui, const char *text) {
    if (*text) ui_text(ui, text, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

static void choose_kind(Ui *ui, const View *view, App *app) {
    const char *labels[PROMISE_KINDS_MAX + 1];
    PromiseDraft *draft = &app->deal.promise;
    int32_t count = core_min(view->promise_kinds_count, PROMISE_KINDS_MAX);
    labels[0] = app_say(app, WORD_PROMISE_NONE);
    for (int32_t i = 0; i < count; i++)
        labels[i + 1] = view->promise_kinds[i].name;
    if (!ui_radio(ui, "kind", labels, NULL, count + 1, &draft->kind)) return;
    const ViewPromiseKind *kind = kind_of(view, draft);
    draft->what = draft->target = 0;
    draft->amount = 1;
    if (kind) draft->size = smallest(kind, draft);
}

// "I promise", "They promise"; with more than two in it each by name.
static const char *promiser(
        Ui *ui, const View *view, const App *app, const DealParties *all, int32_t by) {
    if (by == 0) return app_say(app, WORD_I_PROMISE);
    if (all->count == 2) return app_say(app, WORD_THEY_PROMISE);
    return app_say_with(
            ui, app, WORD_ACTOR_PROMISES, "actor", view->actors[all->place[by]].name, NULL);
}

static void choose_side(Ui *ui, const View *view, App *app, const DealParties *all) {
    const char *sides[PARTIES_MAX];
    int32_t side = by_of(&app->deal.promise, all);
    for (int32_t i = 0; i < all->count; i++)
        sides[i] = promiser(ui, view, app, all, i);
    ui_radio(ui, "by", sides, NULL, all->count, &side);
    app->deal.promise.by = side;
}

static void choose_taker(Ui *ui, const View *view, App *app, const DealParties *all) {
    PromiseDraft *draft = &app->deal.promise;
    if (all->count == 2) return;
    int32_t by = by_of(draft, all);
    draft->to = parties_taker(all, by, draft->to);
    label(ui, app_say(app, WORD_TO_WHOM));
    parties_pick(ui, view, all, "to", by, &draft->to);
}

static int32_t first_possible(const View *view, const ViewPromiseKind *kind,
        const PromiseDraft *draft, const DealParties *all) {
    for (int32_t i = 0; i < kind->whats_count; i++) {
        if (can_promise(view, &kind->whats[i], draft, all)) return i;
    }
    return core_clamp(draft->what, 0, core_max(0, kind->whats_count - 1));
}

static void choose_what(Ui *ui, const View *view, App *app, const ViewPromiseKind *kind,
        const DealParties *all) {
    const char *labels[WHATS_MAX], *closed[WHATS_MAX];
    PromiseDraft *draft = &app->deal.promise;
    int32_t count = core_min(kind->whats_count, WHATS_MAX);
    if (count == 0) return;
    const ViewPromiseWhat *chosen = what_of(kind, draft);
    if (!chosen || !can_promise(view, chosen, draft, all))
        draft->what = first_possible(view, kind, draft, all);
    for (int32_t i = 0; i < count; i++) {
        bool can = can_promise(view, &kind->whats[i], draft, all);
        labels[i] = kind->whats[i].name;
        closed[i] = can ? NULL : view->cannot_promise;
    }
    label(ui, app_say(app, WORD_PROMISE_WHAT));
    ui_radio(ui, "what", labels, closed, count, &draft->what);
}

static void choose_target(Ui *ui, const View *view, App *app, const ViewPromiseWhat *what) {
    const char *labels[DECIDERS_MAX + 1];
    PromiseDraft *draft = &app->deal.promise;
    if (!what || !what->aims) {
        draft->target = 0;
        return;
    }
    int32_t count = core_min(view->deciders_count, DECIDERS_MAX);
    labels[0] = app_say(app, WORD_PROMISE_ANYBODY);
    for (int32_t i = 0; i < count; i++)
        labels[i + 1] = view->deciders[i].name;
    label(ui, app_say(app, WORD_PROMISE_ON_WHOM));
    ui_radio(ui, "target", labels, NULL, count + 1, &draft->target);
}

static void choose_size(Ui *ui, const View *view, App *app, const ViewPromiseKind *kind,
        const DealParties *all) {
    const char *labels[SIZES], *closed[SIZES];
    PromiseDraft *draft = &app->deal.promise;
    int32_t least = smallest(kind, draft), place = core_clamp(draft->size, 1, SIZES) - 1;
    for (int32_t i = 0; i < SIZES; i++) {
        labels[i] = ui_format(ui, "%d", i + 1);
        closed[i] = i + 1 < least ? view->size_least[least - 1]
                                  : size_closed(view, draft, all, i + 1);
    }
    label(ui, app_say(app, WORD_PROMISE_SIZE));
    ui_radio(ui, "size", labels, closed, SIZES, &place);
    draft->size = core_max(place + 1, least);
    caption(ui, view->stakes[draft->size - 1]);
}

void promise_edit(Ui *ui, const View *view, App *app, const DealParties *all) {
    PromiseDraft *draft = &app->deal.promise;
    choose_kind(ui, view, app);
    const ViewPromiseKind *kind = kind_of(view, draft);
    if (!kind) return;
    caption(ui, kind->kept);
    if (kind->has_words)
        ui_field(ui, "words", app_say(app, WORD_PROMISE_TEXT), app->deal.words,
                sizeof app->deal.words);
    choose_side(ui, view, app, all);
    choose_what(ui, view, app, kind, all);
    choose_target(ui, view, app, what_of(kind, draft));
    if (goes_to_one(kind)) choose_taker(ui, view, app, all);
    if (kind->has_amount)
        ui_stepper(ui, "amount", app_say(app, WORD_AMOUNT), &draft->amount, 1,
                VIEW_AMOUNTS - 1);
    choose_size(ui, view, app, kind, all);
    ui_stepper(ui, "due", app_say(app, WORD_PROMISE_DUE), &draft->due, view->round,
            view->rounds);
}

// --- What was written ---

const char *promise_closed(const View *view, const App *app, const PromiseDraft *draft,
        const DealParties *all) {
    const ViewPromiseKind *kind = kind_of(view, draft);
    if (!kind) return NULL;
    const ViewPromiseWhat *what = what_of(kind, draft);
    if (kind->whats_count && (!what || !can_promise(view, what, draft, all)))
        return view->cannot_promise;
    if (kind->has_words && !app->deal.words[0]) return app_say(app, WORD_PROMISE_NO_WORDS);
    return size_closed(view, draft, all, core_clamp(draft->size, 1, SIZES));
}

const char *promise_in_words(Ui *ui, const View *view, const App *app,
        const PromiseDraft *draft, const DealParties *all) {
    const ViewPromiseKind *kind = kind_of(view, draft);
    const ViewPromiseWhat *what = what_of(kind, draft);
    if (!kind) return "";
    const char *about = kind->has_words ? app->deal.words : (what ? what->name : "");
    if (kind->has_amount) about = ui_format(ui, "%d %s", draft->amount, about);
    if (draft->target > 0 && draft->target <= view->deciders_count)
        about = ui_format(ui, "%s, %s", about, view->deciders[draft->target - 1].name);
    return app_say_with(ui, app, *about ? WORD_PROMISE_LINE : WORD_PROMISE_LINE_PLAIN,
            "who", promiser(ui, view, app, all, by_of(draft, all)), "kind", kind->name,
            "about", about, "size", ui_format(ui, "%d", draft->size), "round",
            ui_format(ui, "%d", draft->due), NULL);
}

Promise promise_of(const View *view, const PromiseDraft *draft, const DealParties *all) {
    const ViewPromiseKind *kind = kind_of(view, draft);
    const ViewPromiseWhat *what = what_of(kind, draft);
    int32_t by = by_of(draft, all), to = parties_taker(all, by, draft->to);
    Promise promise = {.kind = kind ? kind->kind : PROMISE_NONE,
            .by = view->actors[all->place[by]].index,
            .what = what ? what->index : (uint8_t)NONE,
            .target = NONE,
            .due = (uint8_t)draft->due,
            .size = (uint8_t)draft->size};
    if (draft->target > 0 && draft->target <= view->deciders_count)
        promise.target = view->deciders[draft->target - 1].index;
    bool to_other = promise.kind == PROMISE_CREDIT || promise.kind == PROMISE_GIVE
                    || promise.kind == PROMISE_PLACE;
    if (to_other) promise.target = view->actors[all->place[to]].index;
    if (kind && kind->has_amount) promise.amount = (uint8_t)core_max(1, draft->amount);
    return promise;
}

// client/screen_parties.c — the sheet of a deal: who is in it, and who gives what to whom. Never: a rule (the host refuses with a sentence).
#include "client/screens.h"

enum { FIRST_OF_OTHERS = 1 };

DealParties parties_of(const View *view, const DealDraft *draft, int32_t partner) {
    DealParties all = {
            .count = 2, .place = {view->me, (uint8_t)partner}
    };
    for (int32_t i = 0; draft->more && i < view->actors_count && i < ACTORS_MAX; i++) {
        bool in = draft->further[i] && i != partner && !view->actors[i].is_me;
        if (in && all.count < PARTIES_MAX) all.place[all.count++] = (uint8_t)i;
    }
    return all;
}

int32_t parties_taker(const DealParties *all, int32_t giver, int32_t wished) {
    if (wished != giver && wished >= 0 && wished < all->count) return wished;
    return giver == 0 ? FIRST_OF_OTHERS : 0;
}

// One or two more; a check beside each until the deal is full.
void parties_further(Ui *ui, const View *view, App *app, int32_t partner) {
    DealDraft *draft = &app->deal;
    if (view->actors_count < 3) return;
    ui_check(ui, "more", app_say(app, WORD_MORE_PARTIES), &draft->more);
    if (!draft->more) return;
    bool full = parties_of(view, draft, partner).count == PARTIES_MAX;
    ui_open(ui, (UiBox){.flow = UI_GRID, .cell = 240, .gap = 8});
    for (int32_t i = 0; i < view->actors_count && i < ACTORS_MAX; i++) {
        if (i == partner || view->actors[i].is_me || (full && !draft->further[i])) continue;
        ui_scope(ui, "further", i);
        ui_check(ui, "in", view->actors[i].name, &draft->further[i]);
        ui_scope_end(ui);
    }
    ui_close(ui);
}

// --- What is given at once ---

static int32_t *amounts_of(
        DealDraft *draft, const DealParties *all, int32_t giver, int32_t taker) {
    if (giver == 0 && taker == FIRST_OF_OTHERS) return draft->gives;
    if (giver == FIRST_OF_OTHERS && taker == 0) return draft->wants;
    return draft->among[all->place[giver]][all->place[taker]];
}

static void steppers(Ui *ui, const char *scope, const ViewActor *giver, int32_t *amounts) {
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

static void heading(Ui *ui, const char *text) {
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .bold = true});
}

static void between_two(Ui *ui, const View *view, App *app, const DealParties *all) {
    const ViewActor *me = &view->actors[all->place[0]],
                    *other = &view->actors[all->place[1]];
    heading(ui, app_say(app, WORD_GIVE_NOW));
    steppers(ui, "give", me, app->deal.gives);
    heading(ui, app_say_with(ui, app, WORD_GET_NOW, "actor", other->name, NULL));
    steppers(ui, "want", other, app->deal.wants);
}

static void gift_lines(Ui *ui, const View *view, App *app, const DealParties *all,
        int32_t giver, int32_t taker) {
    const ViewActor *from = &view->actors[all->place[giver]],
                    *to = &view->actors[all->place[taker]];
    const int32_t *amounts = amounts_of(&app->deal, all, giver, taker);
    for (int32_t i = 0; i < from->holds_count && i < RESOURCES_MAX; i++) {
        if (amounts[i] == 0) continue;
        ui_text(ui,
                app_say_with(ui, app, WORD_GIFT_LINE, "actor", from->name, "other",
                        to->name, "amount", ui_format(ui, "%d", amounts[i]), "what",
                        from->holds[i].name, NULL),
                (UiText){.type = TYPE_LABEL});
    }
}

// Names of the parties but one, and which party each is.
static int32_t names_but(const View *view, const DealParties *all, int32_t without,
        const char **labels, int32_t *places) {
    int32_t count = 0;
    for (int32_t i = 0; i < all->count; i++) {
        if (i == without) continue;
        labels[count] = view->actors[all->place[i]].name;
        places[count++] = i;
    }
    return count;
}

void parties_pick(Ui *ui, const View *view, const DealParties *all, const char *id,
        int32_t without, int32_t *chosen) {
    const char *labels[PARTIES_MAX];
    int32_t places[PARTIES_MAX] = {0}, now = 0;
    int32_t count = names_but(view, all, without, labels, places);
    for (int32_t i = 0; i < count; i++)
        if (places[i] == *chosen) now = i;
    ui_radio(ui, id, labels, NULL, count, &now);
    *chosen = places[now];
}

void parties_gives(Ui *ui, const View *view, App *app, const DealParties *all) {
    DealDraft *draft = &app->deal;
    if (all->count == 2) {
        between_two(ui, view, app, all);
        return;
    }
    heading(ui, app_say(app, WORD_WHO_GIVES));
    draft->giver = core_clamp(draft->giver, 0, all->count - 1);
    parties_pick(ui, view, all, "giver", -1, &draft->giver);
    heading(ui, app_say(app, WORD_TO_WHOM));
    draft->taker = parties_taker(all, draft->giver, draft->taker);
    parties_pick(ui, view, all, "taker", draft->giver, &draft->taker);
    steppers(ui, "gift", &view->actors[all->place[draft->giver]],
            amounts_of(draft, all, draft->giver, draft->taker));
    for (int32_t giver = 0; giver < all->count; giver++) {
        for (int32_t taker = 0; taker < all->count; taker++)
            if (giver != taker) gift_lines(ui, view, app, all, giver, taker);
    }
    ui_rule(ui);
}

// --- What is sent ---

Deal parties_deal(const View *view, const App *app, const DealParties *all) {
    DealDraft draft = app->deal;
    Deal deal = deal_between(
            view->actors[all->place[0]].index, view->actors[all->place[1]].index);
    for (int32_t i = 2; i < all->count; i++)
        deal_join(&deal, view->actors[all->place[i]].index);
    for (int32_t giver = 0; giver < all->count; giver++) {
        for (int32_t taker = 0; taker < all->count; taker++) {
            if (giver == taker) continue;
            const int32_t *amounts = amounts_of(&draft, all, giver, taker);
            for (uint8_t r = 0; r < RESOURCES_MAX; r++)
                deal_give(&deal, deal.party[giver], deal.party[taker], r,
                        (uint8_t)amounts[r]);
        }
    }
    return deal;
}

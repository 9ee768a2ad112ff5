// client/screen_deals.c — proposals, deals with their promises, coalitions in short, and who is brought to a meeting. Never: a rule.
#include "client/charts.h"
#include "client/screens.h"
#include <string.h>

// Why a button is closed, as the toolkit wants it.
static const char *if_closed(const char *sentence) { return *sentence ? sentence : NULL; }

// --- Coalitions that are proposed ---

static void proposals_card(Ui *ui, const View *view, App *app) {
    for (int32_t i = 0; i < view->proposals_count; i++) {
        const ViewProposal *proposal = &view->proposals[i];
        ui_scope(ui, "proposal", proposal->slot);
        part_card_open(ui, app_say(app, WORD_PROPOSAL_TITLE), ICON_PEER);
        ui_text(ui, proposal->text, (UiText){.type = TYPE_LABEL});
        if (!proposal->waits_for_me) part_empty(ui, app_say(app, WORD_PROPOSAL_WAITS));
        if (proposal->waits_for_me || proposal->said) {
            ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
            if (ui_button(ui, (UiButton){.id = "yes",
                                      .label = app_say(app, WORD_YES),
                                      .icon = ICON_CHECK,
                                      .chosen = proposal->said == 1})) {
                app_send_plain(app, COMMAND_COALITION_SAY, proposal->slot, 1, 0);
            }
            if (ui_button(ui, (UiButton){.id = "no",
                                      .label = app_say(app, WORD_NO),
                                      .icon = ICON_CLOSE,
                                      .chosen = proposal->said == 2})) {
                app_send_plain(app, COMMAND_COALITION_SAY, proposal->slot, 2, 0);
            }
            ui_close(ui);
        }
        part_card_close(ui);
        ui_scope_end(ui);
    }
}

// --- Deals ---

// Free words are kept or not as the parties say once they are due.
static void mark_buttons(Ui *ui, App *app, const ViewDeal *deal, int32_t place) {
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (ui_button(ui, (UiButton){.id = "kept",
                              .label = app_say(app, WORD_MARK_KEPT),
                              .icon = ICON_CHECK})) {
        app_send_plain(app, COMMAND_PROMISE_MARK, deal->slot, place, 1);
    }
    if (ui_button(ui, (UiButton){.id = "broken",
                              .label = app_say(app, WORD_MARK_BROKEN),
                              .icon = ICON_CLOSE})) {
        app_send_plain(app, COMMAND_PROMISE_MARK, deal->slot, place, 2);
    }
    ui_close(ui);
}

static void promise_row(Ui *ui, App *app, const ViewDeal *deal, int32_t place) {
    static const Word STATES[4] = {
            WORD_PROMISE_OPEN, WORD_PROMISE_KEPT, WORD_PROMISE_BROKEN, WORD_PROMISE_WAIVED};
    static const IconKind ICONS[4] = {ICON_CLOCK, ICON_CHECK, ICON_CLOSE, ICON_MINUS};
    static const ColorToken COLORS[4] = {COLOR_MUTED, COLOR_GOOD, COLOR_ALARM, COLOR_MUTED};
    const ViewPromise *promise = &deal->promises[place];
    int32_t state = promise->state < 4 ? promise->state : 0;
    ui_scope(ui, "promise", place);
    ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
    ui_icon(ui, ICONS[state], 18, COLORS[state]);
    ui_open(ui, (UiBox){.grow = 1});
    ui_text(ui, promise->text, (UiText){.type = TYPE_LABEL});
    // What becomes of a promise is said only of deals that hold.
    bool holds = deal->state == DEAL_AGREED || deal->state == DEAL_DONE;
    ui_text(ui,
            app_say_with(ui, app, holds ? WORD_PROMISE_FACTS : WORD_PROMISE_TERMS, "size",
                    ui_format(ui, "%d", promise->size), "round",
                    ui_format(ui, "%d", promise->due), "state", app_say(app, STATES[state]),
                    NULL),
            (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
    ui_close(ui);
    bool waive = deal->mine && deal->state == DEAL_AGREED && state == PROMISE_OPEN
                 && !promise->by_me && !promise->let_go;
    if (waive
            && ui_button(ui, (UiButton){.id = "waive",
                                     .label = app_say(app, WORD_WAIVE),
                                     .rank = UI_QUIET})) {
        app_send_plain(app, COMMAND_PROMISE_WAIVE, deal->slot, place, 0);
    }
    ui_close(ui);
    if (promise->apart || *promise->ruling)
        ui_text(ui, promise->apart ? app_say(app, WORD_PROMISE_APART) : promise->ruling,
                (UiText){.type = TYPE_CAPTION, .color = COLOR_CARE});
    if (promise->may_mark) mark_buttons(ui, app, deal, place);
    ui_scope_end(ui);
}

static void deal_button(
        Ui *ui, App *app, const ViewDeal *deal, UiButton button, CommandKind kind) {
    if (ui_button(ui, button)) app_send_plain(app, kind, deal->slot, 0, 0);
}

// Who offered it takes it back; anybody else says no, also after a yes, as long as others have not answered.
static void deal_buttons(Ui *ui, const View *view, App *app, const ViewDeal *deal) {
    UiButton accept = {
            .id = "accept", .label = app_say(app, WORD_ACCEPT), .icon = ICON_CHECK};
    UiButton decline = {
            .id = "decline", .label = app_say(app, WORD_DECLINE), .icon = ICON_CLOSE};
    UiButton withdraw = {
            .id = "withdraw", .label = app_say(app, WORD_WITHDRAW), .rank = UI_QUIET};
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (deal->waits_for_me) deal_button(ui, app, deal, accept, COMMAND_DEAL_ACCEPT);
    if (deal->party[0] == view->me)
        deal_button(ui, app, deal, withdraw, COMMAND_DEAL_WITHDRAW);
    else
        deal_button(ui, app, deal, decline, COMMAND_DEAL_DECLINE);
    ui_close(ui);
}

// Between two an arrow; of more each with whether it has accepted, until all have.
void part_deal_parties(Ui *ui, const View *view, const ViewDeal *deal) {
    for (int32_t i = 0; i < deal->parties; i++) {
        bool pair = deal->parties == 2, yes = (deal->accepted >> i) & 1;
        if (pair && i == 1) ui_icon(ui, ICON_NEXT, 16, COLOR_MUTED);
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 4}); // the sign stays beside its name
        part_actor_name(ui, view, deal->party[i], 0);
        if (!pair && deal->state == DEAL_OFFERED)
            ui_icon(ui, yes ? ICON_CHECK : ICON_CLOCK, 16, yes ? COLOR_GOOD : COLOR_MUTED);
        ui_close(ui);
    }
}

void part_deal(Ui *ui, const View *view, App *app, const ViewDeal *deal) {
    static const Word STATES[6] = {WORD_DEAL_OFFERED, WORD_DEAL_OFFERED, WORD_DEAL_AGREED,
            WORD_DEAL_VOID, WORD_DEAL_DECLINED, WORD_DEAL_DONE};
    ui_scope(ui, "deal", deal->slot);
    ui_open(ui, (UiBox){.gap = 6,
                        .pad = 10,
                        .radius = 6,
                        .edge = deal->waits_for_me ? COLOR_ACCENT : COLOR_LINE,
                        .edge_dp = deal->waits_for_me ? 2 : 1});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    part_deal_parties(ui, view, deal);
    ui_chip(ui, app_say(app, STATES[deal->state < 6 ? deal->state : 0]), ICON_NONE,
            COLOR_TEXT, NULL);
    ui_chip(ui, app_say(app, deal->is_public ? WORD_PUBLIC : WORD_PRIVATE),
            deal->is_public ? ICON_PUBLIC : ICON_LOCK, COLOR_TEXT, NULL);
    ui_close(ui);
    ui_text(ui, deal->text, (UiText){.type = TYPE_LABEL});
    for (int32_t i = 0; i < deal->promises_count; i++)
        promise_row(ui, app, deal, i);
    bool open = deal->mine && deal->state == DEAL_OFFERED;
    if (open && view->phase_does == DOES_BACKSTAGE) deal_buttons(ui, view, app, deal);
    ui_close(ui);
    ui_scope_end(ui);
}

static void deals_column(Ui *ui, const View *view, App *app) {
    part_card_open(ui, app_say(app, WORD_DEALS_TITLE), ICON_KNOT);
    if (ui_button(ui, (UiButton){.id = "new_deal",
                              .label = app_say(app, WORD_NEW_DEAL),
                              .icon = ICON_PLUS,
                              .key = 'n',
                              .closed = if_closed(view->deals_closed)})) {
        app->notice[0] = 0;
        app->deal = (DealDraft){
                .open = true,
                .promise = {.size = 1,
                            .amount = 1,
                            .due = core_min(view->rounds, view->round + 1)}
        };
    }
    if (view->deals_count == 0) part_empty(ui, app_say(app, WORD_NO_DEALS));
    for (int32_t i = 0; i < view->deals_count; i++)
        part_deal(ui, view, app, &view->deals[i]);
    part_card_close(ui);
}

static void coalitions_column(Ui *ui, const View *view, App *app) {
    proposals_card(ui, view, app);
    // One's own come first.
    for (int32_t mine = 1; mine >= 0; mine--) {
        for (int32_t i = 0; i < view->coalitions_count; i++) {
            if (view->coalitions[i].mine == (mine == 1))
                part_coalition(ui, view, app, &view->coalitions[i]);
        }
    }
    part_card_open(ui, app_say(app, WORD_COALITIONS_TITLE), ICON_PEER);
    if (view->coalitions_count == 0) part_empty(ui, app_say(app, WORD_NO_COALITIONS));
    if (ui_button(ui, (UiButton){.id = "new_coalition",
                              .label = app_say(app, WORD_NEW_COALITION),
                              .icon = ICON_PLUS,
                              .closed = if_closed(view->coalitions_closed)})) {
        app->notice[0] = 0;
        app->coalition = (CoalitionDraft){.open = true};
    }
    part_card_close(ui);
}

static int32_t rooms_for_guests(const View *view, const char **labels, int32_t *places) {
    int32_t count = 0;
    for (int32_t i = 0; i < view->arenas_count && count < ARENAS_MAX; i++) {
        if (!view->arenas[i].guests) continue;
        labels[count] = view->arenas[i].name;
        places[count++] = i;
    }
    return count;
}

static int32_t guests_of(
        const View *view, uint16_t mask, const char **labels, uint8_t *actors) {
    int32_t count = 0;
    for (int32_t i = 0; i < view->actors_count && count < ACTORS_MAX; i++) {
        if (!((mask >> view->actors[i].index) & 1)) continue;
        labels[count] = view->actors[i].name;
        actors[count++] = view->actors[i].index;
    }
    return count;
}

// Guests come to a meeting because somebody with a place in it asked them backstage.
static void invite_card(Ui *ui, const View *view, App *app) {
    const char *rooms[ARENAS_MAX], *names[ACTORS_MAX];
    int32_t places[ARENAS_MAX] = {0};
    uint8_t actors[ACTORS_MAX] = {0};
    int32_t rooms_count = rooms_for_guests(view, rooms, places);
    if (!rooms_count) return;
    app->guest_arena = core_clamp(app->guest_arena, 0, rooms_count - 1);
    const ViewArena *room = &view->arenas[places[app->guest_arena]];
    int32_t count = guests_of(view, room->guests, names, actors);
    if (!count) return;
    app->guest = core_clamp(app->guest, 0, count - 1);
    ui_scope(ui, "invite", -1);
    part_card_open(ui, app_say(app, WORD_INVITE_TITLE), ICON_MEETING);
    ui_text(ui, app_say(app, WORD_INVITE_TEXT),
            (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED});
    ui_radio(ui, "room", rooms, NULL, rooms_count, &app->guest_arena);
    ui_rule(ui);
    ui_radio(ui, "guest", names, NULL, count, &app->guest);
    if (ui_button(ui, (UiButton){.id = "send",
                              .label = app_say(app, WORD_INVITE),
                              .icon = ICON_CHECK})) {
        app_send_plain(app, COMMAND_INVITE, actors[app->guest], room->index, 0);
    }
    part_card_close(ui);
    ui_scope_end(ui);
}

void screen_deals_draw(Ui *ui, const View *view, App *app) {
    frame_open(ui, view, app);
    bool compact = ui_size(ui) == UI_COMPACT;
    ui_open(ui, (UiBox){.flow = compact ? UI_COLUMN : UI_ROW,
                        .gap = 16,
                        .across = compact ? UI_AUTO : UI_START});
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 260, .gap = 16});
    part_asides(ui, view, app);
    deals_column(ui, view, app);
    part_requests(ui, view, app);
    part_loans(ui, view, app);
    part_elections(ui, view, app);
    invite_card(ui, view, app);
    ui_close(ui);
    ui_open(ui, (UiBox){.grow = 1, .equal = true, .least = 260, .gap = 16});
    coalitions_column(ui, view, app);
    ui_close(ui);
    ui_close(ui);
    frame_close(ui, view, app);
}

// client/screen_lead.c — who leads a meeting and how: roles, the chair's order, objections and hands, summing up, signs; words backstage, elections, requests and loans. Never: a rule.
#include "client/screens.h"

static void caption(Ui *ui, const char *text) {
    if (*text) ui_text(ui, text, (UiText){.type = TYPE_CAPTION, .color = COLOR_MUTED});
}

static void label(Ui *ui, const char *text) {
    ui_text(ui, text, (UiText){.type = TYPE_LABEL, .bold = true});
}

static bool noted(Ui *ui, const App *app, const char *id, Word word, const char *note) {
    return ui_button(ui, (UiButton){.id = id,
                                 .label = app_say(app, word),
                                 .note = note && *note ? note : NULL});
}

static bool button(Ui *ui, const App *app, const char *id, Word word, Word note) {
    return noted(ui, app, id, word, note ? app_say(app, note) : NULL);
}

// --- Roles ---

void part_roles(Ui *ui, const View *view, const App *app) {
    const ViewMeeting *meeting = &view->meeting;
    for (int32_t i = 0; i < meeting->roles_count; i++) {
        const ViewRole *role = &meeting->roles[i];
        ui_open(ui, (UiBox){.flow = UI_ROW, .gap = 8});
        ui_text(ui, role->name,
                (UiText){.type = TYPE_LABEL, .color = COLOR_MUTED, .grow = 1});
        ui_text(ui, *role->who ? role->who : app_say(app, WORD_ROLE_NOBODY),
                (UiText){.type = TYPE_LABEL, .bold = *role->who != 0});
        ui_close(ui);
    }
}

// --- The chair's order ---

static int32_t item_options(
        const View *view, const char *first, const char **labels, int32_t most) {
    int32_t count = 1;
    labels[0] = first;
    for (int32_t i = 0; i < view->meeting.items_count && count < most; i++)
        labels[count++] = view->meeting.items[i].name;
    return count;
}

static int16_t clause_at(const View *view, int32_t place) {
    bool inside = place > 0 && place <= view->meeting.items_count;
    return inside ? view->meeting.items[place - 1].clause : NONE;
}

// The same item stands at one place of the order only.
static bool is_free(const LeadDraft *draft, int32_t place) {
    for (int32_t k = 0; k < place; k++) {
        if (draft->order[k] > 0 && draft->order[k] == draft->order[place]) return false;
    }
    return draft->order[place] == 0 || draft->order[place] != draft->off;
}

// As many places as there are items a meeting can reach; the next opens when the one before is filled.
static void order_rows(
        Ui *ui, const View *view, App *app, const char *const *labels, int32_t count) {
    static const Word ROWS[ORDER_PLACES] = {
            WORD_ORDER_FIRST, WORD_ORDER_SECOND, WORD_ORDER_THIRD};
    static const char *const IDS[ORDER_PLACES] = {"first", "second", "third"};
    LeadDraft *draft = &app->lead;
    int32_t rows = 0;
    for (int32_t i = 0; i < view->meeting.items_count && rows < ORDER_PLACES; i++)
        rows += view->meeting.items[i].open;
    for (int32_t k = 0; k < rows; k++) {
        if (k > 0 && draft->order[k - 1] == 0) {
            draft->order[k] = 0;
            continue;
        }
        label(ui, app_say(app, ROWS[k]));
        ui_radio(ui, IDS[k], labels, NULL, count, &draft->order[k]);
        if (!is_free(draft, k)) draft->order[k] = 0;
    }
}

static void order_card(Ui *ui, const View *view, App *app) {
    const char *labels[AGENDA_MAX + 1];
    LeadDraft *draft = &app->lead;
    int32_t count =
            item_options(view, app_say(app, WORD_ORDER_AS_IT_IS), labels, AGENDA_MAX + 1);
    ui_scope(ui, "order", -1);
    part_card_open(ui, app_say(app, WORD_ORDER_TITLE), ICON_MEETING);
    caption(ui, app_say(app, WORD_ORDER_TEXT));
    order_rows(ui, view, app, labels, count);
    if (view->meeting.may_defer) {
        labels[0] = app_say(app, WORD_ORDER_NOTHING_OFF);
        label(ui, app_say(app, WORD_ORDER_PUT_OFF));
        ui_radio(ui, "off", labels, NULL, count, &draft->off);
    }
    if (button(ui, app, "send", WORD_ORDER_SEND, WORD_ORDER_NOTE)) {
        app_send(app,
                (Command){.kind = COMMAND_ORDER,
                        .a = clause_at(view, draft->order[0]),
                        .b = clause_at(view, draft->order[1]),
                        .c = clause_at(view, draft->order[2]),
                        .d = clause_at(view, draft->off)},
                "");
    }
    part_card_close(ui);
    ui_scope_end(ui);
}

static void hands(Ui *ui, const View *view, App *app) {
    const ViewMeeting *meeting = &view->meeting;
    caption(ui, app_say_with(ui, app, WORD_HANDS_SHOWN, "with",
                        ui_format(ui, "%d", meeting->with), "against",
                        ui_format(ui, "%d", meeting->against), NULL));
    if (!meeting->may_show_hand) return;
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    for (int32_t i = 1; i <= 2; i++) {
        UiButton hand = {.id = ui_format(ui, "hand.%d", i),
                .label = app_say(app, i == 1 ? WORD_HAND_WITH : WORD_HAND_AGAINST),
                .chosen = meeting->my_hand == i,
                .icon = meeting->my_hand == i ? ICON_CHECK : ICON_NONE};
        if (ui_button(ui, hand)) app_send_plain(app, COMMAND_HAND, i, 0, 0);
    }
    ui_close(ui);
}

static void objection_card(Ui *ui, const View *view, App *app) {
    const ViewMeeting *meeting = &view->meeting;
    ui_scope(ui, "objection", -1);
    part_card_open(ui, app_say(app, WORD_OBJECT_TITLE), ICON_FLAG);
    if (*meeting->order) ui_text(ui, meeting->order, (UiText){.type = TYPE_LABEL});
    if (*meeting->objectors)
        caption(ui,
                app_say_with(ui, app, WORD_OBJECTORS, "names", meeting->objectors, NULL));
    if (meeting->may_object && noted(ui, app, "object", WORD_OBJECT, meeting->object_note))
        app_send_plain(app, COMMAND_OBJECT, 0, 0, 0);
    if (*meeting->objectors) hands(ui, view, app);
    part_card_close(ui);
    ui_scope_end(ui);
}

static void sum_up_card(Ui *ui, const View *view, App *app) {
    const ViewMeeting *meeting = &view->meeting;
    ui_scope(ui, "sum_up", -1);
    part_card_open(ui, app_say(app, WORD_SUM_UP_TITLE), ICON_SPEECH);
    caption(ui, app_say(app, WORD_SUM_UP_TEXT));
    for (int32_t i = 0; i < meeting->said_count; i++) {
        if (!meeting->said[i].may_sum_up) continue;
        ui_scope(ui, "line", i);
        if (ui_button(ui, (UiButton){.id = "choose", .label = meeting->said[i].text}))
            app_send_plain(app, COMMAND_SUM_UP, meeting->said[i].slot, 0, 0);
        ui_scope_end(ui);
    }
    part_card_close(ui);
    ui_scope_end(ui);
}

static void signs_card(Ui *ui, const View *view, App *app) {
    ui_scope(ui, "signs", -1);
    part_card_open(ui, app_say(app, WORD_SIGNS_TITLE), ICON_VOTE);
    caption(ui, app_say(app, WORD_SIGNS_TEXT));
    for (int32_t issue = 0; issue < 8; issue++) {
        if (!((view->meeting.may_show_signs >> issue) & 1)) continue;
        if (ui_button(ui, (UiButton){.id = ui_format(ui, "issue.%d", issue),
                                  .label = app_say(app, WORD_SIGNS_ASK),
                                  .icon = ICON_VOTE}))
            app_send_plain(app, COMMAND_SHOW_SIGNS, issue, 0, 0);
    }
    part_card_close(ui);
    ui_scope_end(ui);
}

void part_lead(Ui *ui, const View *view, App *app) {
    const ViewMeeting *meeting = &view->meeting;
    if (meeting->may_order) order_card(ui, view, app);
    bool order = meeting->may_object || meeting->may_show_hand
                 || (meeting->order && *meeting->order);
    if (order) objection_card(ui, view, app);
    if (meeting->may_sum_up) sum_up_card(ui, view, app);
    if (meeting->may_show_signs) signs_card(ui, view, app);
}

// --- Backstage ---

static void aside_row(Ui *ui, const View *view, App *app, const ViewAside *aside) {
    ui_scope(ui, "aside", aside->slot);
    ui_open(ui, (UiBox){.gap = 6, .pad = 10, .radius = 6, .edge = COLOR_LINE});
    part_actor_name(ui, view, aside->other, 0);
    ui_text(ui, aside->text, (UiText){.type = TYPE_LABEL});
    ui_open(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (aside->waits_for_me && noted(ui, app, "yes", WORD_YES, view->aside_note))
        app_send_plain(app, COMMAND_ASIDE_SAY, aside->slot, 1, 0);
    if (aside->waits_for_me && button(ui, app, "no", WORD_NO, 0))
        app_send_plain(app, COMMAND_ASIDE_SAY, aside->slot, 2, 0);
    bool mine = aside->by_me && !aside->agreed;
    if (mine && button(ui, app, "withdraw", WORD_WITHDRAW, 0))
        app_send_plain(app, COMMAND_ASIDE_SAY, aside->slot, 2, 0);
    if (aside->agreed)
        ui_chip(ui, app_say(app, WORD_ASIDE_AGREED), ICON_CHECK, COLOR_GOOD, NULL);
    ui_close(ui);
    ui_close(ui);
    ui_scope_end(ui);
}

void part_asides(Ui *ui, const View *view, App *app) {
    if (view->asides_count == 0) return;
    part_card_open(ui, app_say(app, WORD_ASIDES_TITLE), ICON_MASK);
    for (int32_t i = 0; i < view->asides_count; i++)
        aside_row(ui, view, app, &view->asides[i]);
    part_card_close(ui);
}

static void election(Ui *ui, const View *view, App *app, const ViewArena *arena) {
    const char *labels[ACTORS_MAX];
    uint8_t actors[ACTORS_MAX];
    int32_t count = 0, chosen = -1;
    for (int32_t i = 0; i < view->actors_count && count < ACTORS_MAX; i++) {
        if (!((arena->candidates >> view->actors[i].index) & 1)) continue;
        if (view->actors[i].index == arena->elected) chosen = count;
        labels[count] = view->actors[i].name;
        actors[count++] = view->actors[i].index;
    }
    ui_scope(ui, "elect", arena->index);
    part_card_open(ui, app_say_with(ui, app, WORD_ELECT_TITLE, "arena", arena->name, NULL),
            ICON_MEETING);
    caption(ui, arena->chair_rule);
    if (ui_radio(ui, "who", labels, NULL, count, &chosen) && chosen >= 0)
        app_send_plain(app, COMMAND_CHAIR_VOTE, actors[chosen], arena->index, 0);
    part_card_close(ui);
    ui_scope_end(ui);
}

void part_elections(Ui *ui, const View *view, App *app) {
    for (int32_t i = 0; i < view->arenas_count; i++) {
        if (view->arenas[i].may_elect) election(ui, view, app, &view->arenas[i]);
    }
}

// What was asked of whom; an open question to me is answered on its card among the choices.
void part_requests(Ui *ui, const View *view, const App *app) {
    static const Word STATES[4] = {
            WORD_REQUEST_OPEN, WORD_REQUEST_OPEN, WORD_REQUEST_YES, WORD_REQUEST_NO};
    if (view->requests_count == 0) return;
    part_card_open(ui, app_say(app, WORD_REQUESTS_TITLE), ICON_KNOT);
    for (int32_t i = 0; i < view->requests_count; i++) {
        const ViewRequest *request = &view->requests[i];
        if (i) ui_rule(ui);
        ui_text(ui, request->text, (UiText){.type = TYPE_LABEL});
        if (*request->warns)
            ui_text(ui, request->warns,
                    (UiText){.type = TYPE_CAPTION, .color = COLOR_CARE});
        ui_chip(ui, app_say(app, STATES[request->state < 4 ? request->state : 0]),
                ICON_NONE, COLOR_TEXT, NULL);
    }
    part_card_close(ui);
}

void part_loans(Ui *ui, const View *view, const App *app) {
    if (view->loans_count == 0) return;
    part_card_open(ui, app_say(app, WORD_LOANS_TITLE), ICON_ACCESS);
    for (int32_t i = 0; i < view->loans_count; i++) {
        const ViewLoan *loan = &view->loans[i];
        ui_text(ui, loan->text, (UiText){.type = TYPE_LABEL, .bold = loan->mine});
    }
    part_card_close(ui);
}

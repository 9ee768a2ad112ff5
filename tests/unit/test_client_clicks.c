// tests/unit/test_client_clicks.c — clicks on screens and sheets become commands, and closed things do not. Never: rules.
#include "unit/client_scenes.h"

static void test_what_would_be_refused_is_not_sent(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    click(&stage, "move.11/open");
    stage.sample->foresees_refusal = true;
    draw(&stage);
    click(&stage, "act.11/send");
    assert_int_equal(stage.sample->sent_count, 0);
    assert_true(stage.app.act.open);
    stage.sample->foresees_refusal = false;
    draw(&stage);
    click(&stage, "act.11/send");
    assert_int_equal(stage.sample->sent_count, 1);
    stage_close(&stage);
}

static void test_an_act_is_put_on_the_list(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    click(&stage, "move.11/open");
    assert_true(stage.app.act.open);
    click(&stage, "act.11/target.1");
    click(&stage, "act.11/target.2"); // closed: stays where it was
    click(&stage, "act.11/side.1");
    click(&stage, "act.11/ask.0/answer.1");
    click(&stage, "act.11/send");
    Command command = last(&stage);
    assert_int_equal(command.kind, COMMAND_ACT);
    assert_int_equal(command.actor, 0);
    assert_int_equal(command.at_round, 2);
    assert_int_equal(command.at_phase, 3);
    assert_int_equal(command.act.move, 11);
    assert_int_equal(command.act.target.kind, KIND_DECIDER);
    assert_int_equal(command.act.target.index, 1);
    assert_int_equal(command.act.side, -1);
    assert_int_equal(command.act.asked[0], 0);
    assert_false(stage.app.act.open);
    stage_close(&stage);
}

// A story goes with the words; what is not there cannot be chosen.
static void test_a_token_goes_with_words(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    click(&stage, "move.11/open");
    click(&stage, "act.11/token.2"); // closed: stays where it was
    click(&stage, "act.11/send");
    assert_int_equal(last(&stage).act.token, 0);
    click(&stage, "move.11/open");
    click(&stage, "act.11/token.1");
    click(&stage, "act.11/send");
    assert_int_equal(last(&stage).act.token, 1);
    stage_close(&stage);
}

// The chair orders, the others object and show hands; what was said is summed up; signs are asked for.
static void test_leading_a_meeting(void **state) {
    (void)state;
    Stage stage = table_open(scene_lead);
    click(&stage, "order/first.2");
    click(&stage, "order/off.3");
    click(&stage, "order/send");
    assert_int_equal(last(&stage).kind, COMMAND_ORDER);
    assert_int_equal(last(&stage).a, 1);
    assert_int_equal(last(&stage).b, NONE);
    assert_int_equal(last(&stage).d, 2);
    click(&stage, "objection/object");
    assert_int_equal(last(&stage).kind, COMMAND_OBJECT);
    click(&stage, "objection/hand.2");
    assert_int_equal(last(&stage).kind, COMMAND_HAND);
    assert_int_equal(last(&stage).a, 2);
    click(&stage, "sum_up/line.1/choose");
    assert_int_equal(last(&stage).kind, COMMAND_SUM_UP);
    assert_int_equal(last(&stage).a, 1);
    click(&stage, "signs/issue.0");
    assert_int_equal(last(&stage).kind, COMMAND_SHOW_SIGNS);
    stage_close(&stage);
}

// Words backstage are answered, a chair is elected, a list of guests is put together.
static void test_before_a_meeting(void **state) {
    (void)state;
    Stage stage = table_open(scene_backstage);
    click(&stage, "aside.4/yes");
    assert_int_equal(last(&stage).kind, COMMAND_ASIDE_SAY);
    assert_int_equal(last(&stage).a, 4);
    assert_int_equal(last(&stage).b, 1);
    click(&stage, "aside.0/withdraw");
    assert_int_equal(last(&stage).b, 2);
    click(&stage, "elect.0/who.2");
    assert_int_equal(last(&stage).kind, COMMAND_CHAIR_VOTE);
    assert_int_equal(last(&stage).a, 2);
    stage_close(&stage);
    stage = table_open(scene_guests);
    click(&stage, "act.11/ask.0/guest.0/in"); // the first answer was the viewer alone
    click(&stage, "act.11/ask.0/guest.2/in");
    click(&stage, "act.11/ask.0/guest.4/in");
    click(&stage, "act.11/send");
    assert_int_equal(last(&stage).act.asked[0], 4 | 16);
    stage_close(&stage);
}

// What is said at a decision: an objection with its reason, an amendment, points of a budget.
static void test_votes_amendments_and_points(void **state) {
    (void)state;
    Stage stage = table_open(scene_votes);
    click(&stage, "vote/answer.2/tap");
    assert_int_equal(stage.sample->sent_count, 0); // a no needs its reason first
    snprintf(stage.app.tap.reason, sizeof stage.app.tap.reason, "too dear");
    draw(&stage);
    click(&stage, "vote/answer.2/tap");
    assert_int_equal(last(&stage).kind, COMMAND_VOTE);
    assert_int_equal(last(&stage).b, -1);
    char way[40];
    int32_t arena = stage.sample->view.decisions[0].arena;
    snprintf(way, sizeof way, "amend.%d/way.2/choose", arena);
    click(&stage, way);
    assert_int_equal(last(&stage).kind, COMMAND_AMEND);
    assert_int_equal(last(&stage).b, 1);
    assert_int_equal(last(&stage).c, -1);
    click(&stage, "spread.0/option.0/points/more/button");
    assert_int_equal(last(&stage).kind, COMMAND_SPREAD);
    assert_int_equal(last(&stage).c, 7);
    stage_close(&stage);
}

static void test_closed_acts_explain_and_do_not_act(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    click(&stage, "move.16/open");
    assert_false(stage.app.act.open);
    // F1 on it opens its sheet, where sending is closed with the reason.
    key(&stage, UI_KEY_WHY);
    assert_true(stage.app.act.open);
    click(&stage, "act.16/send");
    assert_int_equal(stage.sample->sent_count, 0);
    key(&stage, UI_KEY_ESCAPE);
    assert_false(stage.app.act.open);
    stage_close(&stage);
}

static void test_ready_choice_and_take_back(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    click(&stage, "choice.0/option.1/choose");
    assert_int_equal(last(&stage).kind, COMMAND_CHOOSE);
    assert_int_equal(last(&stage).a, 3);
    assert_int_equal(last(&stage).b, 1);
    click(&stage, "plan.0/take_back");
    assert_int_equal(last(&stage).kind, COMMAND_TAKE_BACK);
    click(&stage, "ready");
    assert_int_equal(last(&stage).kind, COMMAND_DONE);
    stage.sample->view.ready = true;
    draw(&stage);
    click(&stage, "not_ready");
    assert_int_equal(last(&stage).kind, COMMAND_NOT_DONE);
    stage_close(&stage);
}

static void test_taps(void **state) {
    (void)state;
    Stage stage = stage_open(1280, 4200, 100, THEME_LIGHT, TONGUE_ENGLISH);
    scene_taps(&stage);
    draw(&stage);
    click(&stage, "expect/answer.2/tap");
    assert_int_equal(last(&stage).kind, COMMAND_EXPECT);
    assert_int_equal(last(&stage).a, -1);
    // A first-time player sees that the tap arrived.
    Buffer dump = {0};
    ui_dump(stage.ui, &dump);
    assert_non_null(strstr(dump.data, "Noted."));
    assert_non_null(strstr(dump.data, "chosen"));
    buffer_free(&dump);
    click(&stage, "vote/answer.0/tap");
    assert_int_equal(last(&stage).kind, COMMAND_VOTE);
    assert_int_equal(last(&stage).a, 0);
    assert_int_equal(last(&stage).b, 1);
    click(&stage, "reflect/who.3");
    click(&stage, "reflect/surprised");
    click(&stage, "reflect/rating.2");
    click(&stage, "reflect/send");
    assert_int_equal(last(&stage).kind, COMMAND_REFLECT);
    assert_int_equal(last(&stage).a, 3);
    assert_int_equal(last(&stage).b, 1);
    assert_int_equal(last(&stage).c, 1);
    click(&stage, "credit/who.3");
    click(&stage, "credit/send");
    assert_int_equal(last(&stage).kind, COMMAND_CREDIT);
    assert_int_equal(last(&stage).a, 2);
    assert_int_equal(last(&stage).b, 2);
    stage_close(&stage);
}

static void test_minutes_and_answers(void **state) {
    (void)state;
    Stage stage = table_open(scene_record);
    click(&stage, "line.1/choose");
    click(&stage, "line.3/choose");
    click(&stage, "sharpen.2");
    click(&stage, "record");
    Command command = last(&stage);
    assert_int_equal(command.kind, COMMAND_RECORD);
    assert_int_equal(command.a, 1);
    assert_int_equal(command.b, 3);
    assert_int_equal(command.c, NONE);
    assert_int_equal(command.d, 3);
    click(&stage, "line.0/choose");
    click(&stage, "line.2/choose"); // four lines are too many: the button closes
    int32_t before = stage.sample->sent_count;
    click(&stage, "record");
    assert_int_equal(stage.sample->sent_count, before);
    click(&stage, "asked.0/deflect");
    assert_int_equal(last(&stage).kind, COMMAND_ANSWER);
    assert_int_equal(last(&stage).a, 2);
    assert_int_equal(last(&stage).b, 2);
    stage_close(&stage);
}

static void test_deals(void **state) {
    (void)state;
    Stage stage = table_open(scene_deals);
    click(&stage, "deal.4/accept");
    assert_int_equal(last(&stage).kind, COMMAND_DEAL_ACCEPT);
    assert_int_equal(last(&stage).a, 4);
    click(&stage, "deal.3/withdraw"); // one's own offer
    assert_int_equal(last(&stage).kind, COMMAND_DEAL_WITHDRAW);
    click(&stage,
            "deal.5/decline"); // a yes that becomes a no while others have not answered
    assert_int_equal(last(&stage).kind, COMMAND_DEAL_DECLINE);
    click(&stage, "deal.2/promise.0/waive");
    assert_int_equal(last(&stage).kind, COMMAND_PROMISE_WAIVE);
    click(&stage, "proposal.1/yes");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_SAY);
    click(&stage, "proposal.2/no"); // it was a yes
    assert_int_equal(last(&stage).a, 2);
    assert_int_equal(last(&stage).b, 2);
    click(&stage, "invite/guest.3");
    click(&stage, "invite/send");
    assert_int_equal(last(&stage).kind, COMMAND_INVITE);
    assert_int_equal(last(&stage).a, 4);
    assert_int_equal(last(&stage).b, 0);
    click(&stage, "new_deal");
    click(&stage, "offer/partner.1");
    click(&stage, "offer/give.1/amount/more/button");
    click(&stage, "offer/want.0/amount/more/button");
    click(&stage, "offer/kind.2");
    click(&stage, "offer/what.2");
    click(&stage, "offer/public");
    click(&stage, "offer/send");
    Command command = last(&stage);
    assert_int_equal(command.kind, COMMAND_DEAL_OFFER);
    assert_int_equal(command.deal.party[1], 2);
    assert_int_equal(deal_given(&command.deal, 0, 2, 1), 1);
    assert_int_equal(command.deal.promises_count, 1);
    assert_int_equal(command.deal.promises[0].kind, PROMISE_SUPPORT_FRAME);
    assert_int_equal(deal_given(&command.deal, 2, 0, 0), 1);
    assert_int_equal(command.deal.promises[0].what, 12);
    assert_int_equal(command.deal.promises[0].by, 0);
    assert_int_equal(command.deal.is_public, 1);
    stage_close(&stage);
}

// More than two in one deal: any of them gives to any other, and promises to all.
static void test_a_deal_of_three(void **state) {
    (void)state;
    Stage stage = table_open(scene_deals);
    click(&stage, "new_deal");
    click(&stage, "offer/partner.1");
    click(&stage, "offer/give.1/amount/more/button");
    click(&stage, "offer/more");
    click(&stage, "offer/further.3/in");
    click(&stage, "offer/giver.1");
    click(&stage, "offer/taker.1"); // of me and the third
    click(&stage, "offer/gift.0/amount/more/button");
    click(&stage, "offer/kind.2");
    click(&stage, "offer/by.2");
    click(&stage, "offer/send");
    Deal deal = last(&stage).deal;
    assert_int_equal(deal.parties, 3);
    assert_int_equal(deal.party[1], 2);
    assert_int_equal(deal.party[2], 3);
    assert_int_equal(deal.gifts_count, 2);
    assert_int_equal(deal_given(&deal, 0, 2, 1), 1);
    assert_int_equal(deal_given(&deal, 2, 3, 0), 1);
    assert_int_equal(deal.promises[0].by, 3);
    stage_close(&stage);
}

static void build_promise(Stage *stage, int32_t kind) {
    char path[40];
    snprintf(path, sizeof path, "offer/kind.%d", kind);
    click(stage, path);
}

// Each kind of promise can be built; its smallest size is chosen by itself.
static void test_every_kind_of_promise(void **state) {
    (void)state;
    static const uint8_t SIZES[] = {1, 1, 1, 1, 2, 2, 2, 1, 3, 3, 3};
    for (int32_t kind = PROMISE_WORDS; kind <= PROMISE_PLACE; kind++) {
        Stage stage = table_open(scene_deals);
        click(&stage, "new_deal");
        click(&stage, "offer/partner.3"); // whose trust is enough for size 3
        build_promise(&stage, kind);
        if (kind == PROMISE_WORDS) {
            click(&stage, "offer/send"); // nothing is written down yet
            assert_int_equal(stage.sample->sent_count, 0);
            click(&stage, "offer/words");
            UiInput letter = {.kind = UI_INPUT_TEXT, .text = "x"};
            ui_input(stage.ui, &letter);
            draw(&stage);
        }
        click(&stage, "offer/send");
        Command command = last(&stage);
        assert_int_equal(command.kind, COMMAND_DEAL_OFFER);
        assert_int_equal(command.deal.promises_count, 1);
        assert_int_equal(command.deal.promises[0].kind, kind);
        assert_int_equal(command.deal.promises[0].size, SIZES[kind - 1]);
        stage_close(&stage);
    }
}

// What trust does not allow, and what one cannot give, is closed and says why.
static void test_a_promise_too_large(void **state) {
    (void)state;
    Stage stage = table_open(scene_deals);
    click(&stage, "new_deal"); // with the first of the others: trust for size 1 only
    build_promise(&stage, PROMISE_DO);
    click(&stage, "offer/send");
    assert_int_equal(stage.sample->sent_count, 0);
    build_promise(&stage, PROMISE_REFRAIN);
    click(&stage, "offer/what.1"); // not an act of one's own: stays where it was
    click(&stage, "offer/size.2"); // too large: stays where it was
    click(&stage, "offer/one_more");
    build_promise(&stage, PROMISE_GIVE);
    click(&stage, "offer/by.1");
    click(&stage, "offer/send");
    Deal deal = last(&stage).deal;
    assert_int_equal(deal.promises_count, 2);
    assert_int_equal(deal.promises[0].kind, PROMISE_REFRAIN);
    assert_int_equal(deal.promises[0].what, 10);
    assert_int_equal(deal.promises[0].size, 1);
    assert_int_equal(deal.promises[1].kind, PROMISE_GIVE);
    assert_int_equal(deal.promises[1].by, 1);
    assert_int_equal(deal.promises[1].target, 0);
    assert_int_equal(deal.promises[1].amount, 1);
    stage_close(&stage);
}

// Everything a coalition can be told to do leaves as the command it is.
static void test_the_sheet_of_a_coalition(void **state) {
    (void)state;
    Stage stage = table_open(scene_deals);
    click(&stage, "coalition.0/sheet");
    assert_true(stage.app.group.open);
    click(&stage, "group/ask.1/level.2"); // is asked for already: nothing is sent
    assert_int_equal(stage.sample->sent_count, 0);
    click(&stage, "group/ask.1/level.1");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_ASK);
    assert_int_equal(last(&stage).b, 1);
    assert_int_equal(last(&stage).c, 1);
    click(&stage, "group/ask.0/hold");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_ASK);
    assert_int_equal(last(&stage).c, 2);
    assert_int_equal(last(&stage).d, 1);
    click(&stage, "group/purse");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_PURSE);
    assert_int_equal(last(&stage).b, 1);
    click(&stage, "group/frame.2");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_FRAME);
    assert_int_equal(last(&stage).b, 2);
    int32_t before = stage.sample->sent_count;
    click(&stage, "group/set"); // as it is already: closed
    assert_int_equal(stage.sample->sent_count, before);
    click(&stage, "group/carries.2"); // the third member of 0, 2, 4
    click(&stage, "group/does.1");
    click(&stage, "group/flags.1");
    click(&stage, "group/set");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_FLAGS);
    assert_int_equal(last(&stage).a, 0);
    assert_int_equal(last(&stage).b, 1);
    assert_int_equal(last(&stage).c, 2);
    assert_int_equal(last(&stage).d, 2);
    click(&stage, "group/leave");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_LEAVE);
    assert_false(stage.app.group.open);
    stage_close(&stage);
}

static void test_founding_a_coalition(void **state) {
    (void)state;
    Stage stage = table_open(scene_deals);
    click(&stage, "new_coalition");
    click(&stage, "found/send"); // closed until somebody is chosen
    assert_int_equal(stage.sample->sent_count, 0);
    click(&stage, "found/member.2/in");
    click(&stage, "found/member.4/in");
    click(&stage, "found/rule.2");
    click(&stage, "found/send");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_PROPOSE);
    assert_int_equal(last(&stage).a, NONE);
    assert_int_equal(last(&stage).b, 1 | 4 | 16);
    assert_int_equal(last(&stage).c, COALITION_MAJORITY);
    stage_close(&stage);
}

static void test_every_number_answers_why(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    click(&stage, "mine.5/cell.2001");
    assert_true(stage.app.why_open);
    assert_int_equal(stage.app.why_cell, 2001);
    key(&stage, UI_KEY_ESCAPE);
    assert_false(stage.app.why_open);
    click(&stage, "actor.2/open");
    assert_int_equal(stage.app.actor_open, 2);
    click(&stage, "who.2/standing.1/cell.2021");
    assert_true(stage.app.why_open);
    key(&stage, UI_KEY_ESCAPE);
    key(&stage, UI_KEY_ESCAPE);
    assert_int_equal(stage.app.actor_open, -1);
    stage_close(&stage);
}

static void letter(Stage *stage, char which) {
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_TEXT, .text = {which}});
    draw(stage);
}

static char checked[160];

static void check_case(void *context, const char *path) {
    (void)context;
    snprintf(checked, sizeof checked, "%s", path);
}

// Every way from the first page has its letter, and the author's page checks what is written or chosen.
static void test_home_by_letters(void **state) {
    (void)state;
    Stage stage = table_open(scene_home);
    stage.app.ports.check_case = check_case;
    draw(&stage);
    letter(&stage, 'h');
    assert_int_equal(stage.sample->shown, 1);
    assert_int_equal(stage.app.host.mode, 1);
    letter(&stage, 'l');
    assert_int_equal(stage.sample->shown, 2);
    assert_int_equal(stage.app.host.mode, 0);
    letter(&stage, 'c');
    letter(&stage, '1');
    assert_int_equal(stage.sample->went_on, 2);
    letter(&stage, 'p');
    assert_string_equal(ui_focused(stage.ui), "pack.0/show");
    letter(&stage, 'o');
    assert_int_equal(stage.app.screen, SCREEN_AUTHOR);
    letter(&stage, 'r'); // nothing is written yet
    assert_string_equal(checked, "");
    click(&stage, "author/path");
    letter(&stage, 'r'); // in a field it is a letter
    assert_string_equal(stage.app.author_path, "r");
    key(&stage, UI_KEY_ENTER);
    assert_string_equal(checked, "r");
    click(&stage, "author/pack.1/check");
    assert_string_equal(checked, stage.app.home->packs[1].id);
    key(&stage, UI_KEY_ESCAPE);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    stage_close(&stage);
}

static void test_home_case_and_settings(void **state) {
    (void)state;
    Stage stage = table_open(scene_home);
    click(&stage, "pack.1/show");
    assert_int_equal(stage.sample->shown, 1);
    click(&stage, "pack.2/show"); // has mistakes: closed
    assert_int_equal(stage.sample->shown, 1);
    click(&stage, "session.0/go_on");
    assert_int_equal(stage.sample->went_on, 1);
    click(&stage, "settings");
    click(&stage, "theme.1");
    assert_int_equal(ui_theme(stage.ui)->kind, THEME_DARK);
    click(&stage, "size/larger");
    assert_int_equal(stage.app.settings.scale_percent, 125);
    key(&stage, UI_KEY_ESCAPE);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    stage.app.screen = SCREEN_CASE;
    draw(&stage);
    click(&stage, "plan.1");
    assert_int_equal(stage.sample->planned, 1);
    click(&stage, "role.5/choose"); // played by the computer
    assert_int_equal(stage.app.role, 0);
    click(&stage, "role.3/choose");
    click(&stage, "play");
    assert_int_equal(stage.sample->played, 1);
    stage_close(&stage);
}

// Who plays alone goes through looking back part by part, and looks at each computer's reasons.
static void test_looking_back_alone(void **state) {
    (void)state;
    Stage stage = table_open(scene_end_locked);
    Buffer dump = {0};
    ui_dump(stage.ui, &dump);
    assert_non_null(strstr(dump.data, "is told in part 3"));
    assert_null(strstr(dump.data, "It did this for"));
    click(&stage, "next_part");
    assert_int_equal(stage.sample->looked_back, 3);
    click(&stage, "part_before");
    assert_int_equal(stage.sample->looked_back, 1);
    stage_close(&stage);
    stage = table_open(scene_end);
    click(&stage, "team.2/tell");
    assert_int_equal(stage.sample->told_of, 2);
    click(&stage, "tell_rest");
    assert_int_equal(stage.sample->told_of, NONE);
    click(&stage, "reasons.1");
    assert_int_equal(stage.app.reasons_of, 1);
    buffer_reset(&dump);
    ui_dump(stage.ui, &dump);
    assert_null(strstr(dump.data, "is told in part 3"));
    assert_non_null(strstr(dump.data, "It did this for"));
    buffer_free(&dump);
    stage_close(&stage);
}

// "What if" by keyboard alone: closed until all have told, then a team is picked, then an act, then it is put away.
static void test_what_if(void **state) {
    (void)state;
    Stage stage = table_open(scene_what_if_closed);
    click(&stage, "script/what_if");
    assert_false(stage.app.what_if_open);
    stage_close(&stage);
    stage = table_open(scene_what_if_way);
    click(&stage, "what_if");
    assert_true(stage.app.what_if_open);
    show_what_if(&stage);
    stage.app.what_if_of = 0;
    draw(&stage);
    Buffer dump = {0};
    ui_dump(stage.ui, &dump);
    assert_non_null(strstr(dump.data, "Then nothing of this would have been different."));
    for (int32_t i = 0; i < 40 && !strstr(ui_focused(stage.ui), "team.1/without"); i++)
        key(&stage, UI_KEY_TAB);
    key(&stage, UI_KEY_ENTER);
    assert_int_equal(stage.app.what_if_of, 1);
    buffer_reset(&dump);
    ui_dump(stage.ui, &dump);
    assert_non_null(strstr(dump.data, "Then nothing would have been decided."));
    assert_non_null(strstr(dump.data, "In this model, others held constant"));
    assert_non_null(strstr(dump.data, "58 %"));
    click(&stage, "act.2/without");
    assert_int_equal(stage.app.what_if_of, stage.app.what_if->teams_count + 2);
    key(&stage, UI_KEY_ESCAPE);
    assert_false(stage.app.what_if_open);
    buffer_free(&dump);
    stage_close(&stage);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_an_act_is_put_on_the_list),
            cmocka_unit_test(test_what_would_be_refused_is_not_sent),
            cmocka_unit_test(test_a_token_goes_with_words),
            cmocka_unit_test(test_leading_a_meeting),
            cmocka_unit_test(test_before_a_meeting),
            cmocka_unit_test(test_votes_amendments_and_points),
            cmocka_unit_test(test_closed_acts_explain_and_do_not_act),
            cmocka_unit_test(test_ready_choice_and_take_back),
            cmocka_unit_test(test_taps),
            cmocka_unit_test(test_minutes_and_answers),
            cmocka_unit_test(test_deals),
            cmocka_unit_test(test_a_deal_of_three),
            cmocka_unit_test(test_every_kind_of_promise),
            cmocka_unit_test(test_a_promise_too_large),
            cmocka_unit_test(test_the_sheet_of_a_coalition),
            cmocka_unit_test(test_founding_a_coalition),
            cmocka_unit_test(test_every_number_answers_why),
            cmocka_unit_test(test_home_by_letters),
            cmocka_unit_test(test_home_case_and_settings),
            cmocka_unit_test(test_looking_back_alone),
            cmocka_unit_test(test_what_if),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_client_screens.c — every screen drawn from an invented view, in sizes, themes and directions; clicks become commands. Never: rules.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "client/picture.h"
#include "client/play.h"
#include "unit/sample_view.h"
#include <stdio.h>
#include <unistd.h>

typedef struct Stage {
    Paint *paint;
    Ui *ui;
    Sample *sample;
    App app;
    int32_t width, height;
} Stage;

static Stage stage_open(int32_t width, int32_t height, int32_t scale, ThemeKind theme,
        SampleTongue tongue) {
    Stage stage = {.width = width, .height = height};
    Err err = {0};
    UiSetup setup = {.scale_percent = scale,
            .rtl = tongue == TONGUE_ARABIC,
            .reduced_motion = true,
            .theme = theme_default(theme)};
    bool ok = paint_create(&stage.paint, width, height, &err)
              && ui_create(&stage.ui, stage.paint, &setup, &err);
    if (!ok) print_error("%s\n%s\n", err.what, err.fix);
    assert_true(ok);
    stage.sample = sample_create(tongue);
    app_init(&stage.app, sample_ports(stage.sample),
            (AppSettings){.theme = theme, .scale_percent = scale});
    stage.app.home = &stage.sample->home;
    stage.app.card = &stage.sample->card;
    return stage;
}

static void stage_close(Stage *stage) {
    ui_destroy(stage->ui);
    paint_destroy(stage->paint);
    sample_free(stage->sample);
}

static void draw(Stage *stage) { ui_run(stage->ui, app_draw, &stage->app, 0); }

// With CONVENE_SHOTS=folder the pictures are kept for a look.
static void keep(Stage *stage, const char *name) {
    const char *folder = getenv("CONVENE_SHOTS");
    if (!folder) return;
    char path[400];
    Err err = {0};
    uint8_t *pixels = malloc((size_t)stage->width * (size_t)stage->height * 4);
    assert_non_null(pixels);
    assert_true(paint_read(stage->paint, pixels, &err));
    snprintf(path, sizeof path, "%s/%s.png", folder, name);
    if (!picture_write_png(path, pixels, stage->width, stage->height, &err))
        fail_msg("%s", err.what);
    free(pixels);
}

// Findings are printed and counted, so that one run shows all of them.
static int32_t findings_of(Stage *stage, const char *name) {
    UiFinding findings[12];
    int32_t count = ui_audit(stage->ui, findings, 12);
    for (int32_t i = 0; i < count && i < 12; i++)
        print_error("%s: %s\n", name, findings[i].text);
    return count;
}

typedef struct Scene {
    const char *name;
    void (*set)(Stage *stage);
} Scene;

static void show_view(Stage *stage) { app_set_view(&stage->app, &stage->sample->view); }

static void scene_home(Stage *stage) { stage->app.screen = SCREEN_HOME; }
static void scene_case(Stage *stage) { stage->app.screen = SCREEN_CASE; }
static void scene_settings(Stage *stage) { stage->app.screen = SCREEN_SETTINGS; }
static void scene_table(Stage *stage) { show_view(stage); }
static void scene_meeting(Stage *stage) {
    sample_open_meeting(stage->sample, MEET_SPEECH);
    show_view(stage);
}
static void scene_record(Stage *stage) {
    sample_open_meeting(stage->sample, MEET_RECORD);
    show_view(stage);
}
static void scene_deals(Stage *stage) {
    stage->sample->view.phase_does = DOES_BACKSTAGE;
    show_view(stage);
    stage->app.screen = SCREEN_DEALS;
}
static void scene_news(Stage *stage) {
    show_view(stage);
    stage->app.screen = SCREEN_NEWS;
}
static void scene_end(Stage *stage) {
    stage->sample->view.end.reached = true;
    stage->sample->view.may_be_ready = false;
    show_view(stage);
}
static void scene_act(Stage *stage) {
    show_view(stage);
    app_open_act(&stage->app, 11);
}
static void scene_why(Stage *stage) {
    show_view(stage);
    stage->app.why_open = true;
    stage->app.why_cell = 2004;
}
static void scene_actor(Stage *stage) {
    show_view(stage);
    stage->app.actor_open = 2;
}
static void scene_help(Stage *stage) {
    show_view(stage);
    stage->app.help_open = true;
}
static void scene_deal(Stage *stage) {
    scene_deals(stage);
    // One promise is written, another is being written.
    stage->app.deal = (DealDraft){
            .open = true,
            .written_count = 1,
            .written[0] = {.kind = 2, .what = 2, .size = 1, .due = 3,         .amount = 1},
            .promise = {.kind = 5,         .size = 2,          .due = 3,  .amount = 1}
    };
}
static void scene_coalition(Stage *stage) {
    scene_deals(stage);
    stage->app.coalition.open = true;
}
static void scene_group(Stage *stage) {
    scene_deals(stage);
    stage->app.group = (GroupDraft){.open = true, .slot = 0, .carries = 3, .does = 1};
}
static void scene_group_closed(Stage *stage) {
    sample_close_coalitions(stage->sample);
    scene_group(stage);
}
static void scene_taps(Stage *stage) {
    View *v = &stage->sample->view;
    v->may_reflect = v->may_expect = v->may_credit = true;
    v->vote_decider = 0;
    v->phase_does = DOES_REFLECT;
    v->moves_count = 0;
    show_view(stage);
    app_set_notice(&stage->app, "Costs 3 money, you have 1.");
}

static const Scene SCENES[] = {
        {"home",         scene_home        },
        {"case",         scene_case        },
        {"settings",     scene_settings    },
        {"table",        scene_table       },
        {"meeting",      scene_meeting     },
        {"record",       scene_record      },
        {"deals",        scene_deals       },
        {"news",         scene_news        },
        {"end",          scene_end         },
        {"act",          scene_act         },
        {"why",          scene_why         },
        {"actor",        scene_actor       },
        {"help",         scene_help        },
        {"deal",         scene_deal        },
        {"coalition",    scene_coalition   },
        {"group",        scene_group       },
        {"group_closed", scene_group_closed},
        {"taps",         scene_taps        }
};

static int32_t check_scene(const Scene *scene, int32_t width, int32_t height, int32_t scale,
        ThemeKind theme, SampleTongue tongue) {
    static const char *const TONGUES[TONGUES_COUNT] = {"en", "xa", "ar"};
    char name[120];
    snprintf(name, sizeof name, "%s-%dx%d-%d-%s-%s", scene->name, width, height, scale,
            theme_kind_name(theme), TONGUES[tongue]);
    Stage stage = stage_open(width, height, scale, theme, tongue);
    scene->set(&stage);
    draw(&stage);
    keep(&stage, name);
    int32_t count = findings_of(&stage, name);
    stage_close(&stage);
    return count;
}

static void test_every_screen_is_clean(void **state) {
    (void)state;
    int32_t count = 0;
    for (size_t i = 0; i < ARRAY_COUNT(SCENES); i++) {
        for (int32_t tongue = 0; tongue < TONGUES_COUNT; tongue++) {
            ThemeKind theme = (ThemeKind)((i + (size_t)tongue) % THEMES_COUNT);
            count += check_scene(&SCENES[i], 1024, 768, 100, tongue ? theme : THEME_LIGHT,
                    (SampleTongue)tongue);
            count += check_scene(&SCENES[i], 1920, 1080, 150, theme, (SampleTongue)tongue);
            count += check_scene(
                    &SCENES[i], 1280, 720, 300, THEME_LIGHT, (SampleTongue)tongue);
            // All of a long sheet at one look.
            if (getenv("CONVENE_SHOTS"))
                count += check_scene(
                        &SCENES[i], 1024, 2400, 100, THEME_LIGHT, (SampleTongue)tongue);
        }
    }
    assert_int_equal(count, 0);
}

// --- Clicks become commands ---

static Stage table_open(void (*set)(Stage *stage)) {
    Stage stage = stage_open(1280, 2600, 100, THEME_LIGHT, TONGUE_ENGLISH);
    set(&stage);
    draw(&stage);
    return stage;
}

static void click(Stage *stage, const char *path) {
    int32_t x = 0, y = 0;
    if (!ui_find(stage->ui, path, &x, &y)) {
        Buffer dump = {0};
        ui_dump(stage->ui, &dump);
        print_error("%s", dump.data);
        fail_msg("%s is not on the screen", path);
    }
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_PRESS, .x = x, .y = y});
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_RELEASE, .x = x, .y = y});
    draw(stage);
}

static void key(Stage *stage, UiKey which) {
    ui_input(stage->ui, &(UiInput){.kind = UI_INPUT_KEY, .key = which});
    draw(stage);
}

static Command last(const Stage *stage) {
    assert_true(stage->sample->sent_count > 0);
    return stage->sample->sent[stage->sample->sent_count - 1];
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
    click(&stage, "deal.2/promise.0/waive");
    assert_int_equal(last(&stage).kind, COMMAND_PROMISE_WAIVE);
    click(&stage, "proposal.1/yes");
    assert_int_equal(last(&stage).kind, COMMAND_COALITION_SAY);
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
    assert_int_equal(command.deal.to, 2);
    assert_int_equal(command.deal.gives[0][1], 1);
    assert_int_equal(command.deal.promises_count, 1);
    assert_int_equal(command.deal.promises[0].kind, PROMISE_SUPPORT_FRAME);
    assert_int_equal(command.deal.gives[1][0], 1);
    assert_int_equal(command.deal.promises[0].what, 12);
    assert_int_equal(command.deal.promises[0].by, 0);
    assert_int_equal(command.deal.is_public, 1);
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
    click(&stage, "larger");
    assert_int_equal(stage.app.settings.scale_percent, 125);
    key(&stage, UI_KEY_ESCAPE);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    stage.app.screen = SCREEN_CASE;
    draw(&stage);
    click(&stage, "role.5/choose"); // played by the computer
    assert_int_equal(stage.app.role, 0);
    click(&stage, "role.3/choose");
    click(&stage, "play");
    assert_int_equal(stage.sample->played, 1);
    stage_close(&stage);
}

// The screen follows the game: into the meeting, back to the table, to the end.
static void test_the_screen_follows_the_game(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    assert_int_equal(stage.app.screen, SCREEN_TABLE);
    View *view = &stage.sample->view;
    sample_open_meeting(stage.sample, MEET_SPEECH);
    app_set_view(&stage.app, view);
    assert_int_equal(stage.app.screen, SCREEN_MEETING);
    stage.app.screen = SCREEN_DEALS;
    app_set_view(&stage.app, view); // nothing moved: the person's choice stays
    assert_int_equal(stage.app.screen, SCREEN_DEALS);
    stage.app.screen = SCREEN_MEETING;
    view->meeting.open = false;
    view->phase = 3;
    app_set_view(&stage.app, view);
    assert_int_equal(stage.app.screen, SCREEN_TABLE);
    view->end.reached = true;
    app_set_view(&stage.app, view);
    assert_int_equal(stage.app.screen, SCREEN_END);
    app_set_view(&stage.app, NULL);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    stage_close(&stage);
}

// Private words are not on the screen until asked for, and no picture is kept while they are.
static void test_private_things_are_guarded(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    Buffer before = {0}, after = {0};
    ui_dump(stage.ui, &before);
    assert_null(strstr(before.data, "your roof is next"));
    click(&stage, "private/look");
    ui_dump(stage.ui, &after);
    assert_non_null(strstr(after.data, "your roof is next"));
    stage.sample->view.plan_count = 0;
    assert_false(app_may_be_pictured(&stage.app));
    click(&stage, "private/hide");
    assert_true(app_may_be_pictured(&stage.app));
    buffer_free(&before);
    buffer_free(&after);
    stage_close(&stage);
}

// From the first Tab to the last every screen can be walked by keyboard, and each stop is in sight.
static void test_keyboard_walks_every_screen(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(SCENES); i++) {
        Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, TONGUE_ENGLISH);
        SCENES[i].set(&stage);
        draw(&stage);
        Buffer order = {0};
        ui_dump_focus(stage.ui, &order);
        assert_true(order.length > 0);
        int32_t stops = 0;
        for (const char *at = order.data; *at; at++)
            stops += *at == '\n';
        for (int32_t s = 0; s < stops; s++) {
            key(&stage, UI_KEY_TAB);
            int32_t x = 0, y = 0;
            if (!ui_find(stage.ui, ui_focused(stage.ui), &x, &y))
                fail_msg("%s: %s is out of sight", SCENES[i].name, ui_focused(stage.ui));
        }
        buffer_free(&order);
        stage_close(&stage);
    }
}

// The command line's picture: the same screen, no window, a PNG on disk.
static void test_a_shot_is_a_picture_on_disk(void **state) {
    (void)state;
    Stage stage = table_open(scene_table);
    Err err = {0};
    Region region = {0};
    Bytes bytes = {0};
    char path[] = "/tmp/convene-shot-XXXXXX";
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    close(handle);
    PlaySetup setup = {0};
    assert_true(play_shot(&stage.app, &setup, 640, 480, path, &err));
    assert_true(file_read(&region, path, 1 << 22, &bytes, &err));
    assert_true(bytes.length > 1000);
    assert_memory_equal(bytes.data, "\x89PNG", 4);
    ScreenKind screen = SCREEN_HOME;
    assert_true(app_screen_of("meeting", &screen));
    assert_int_equal(screen, SCREEN_MEETING);
    assert_string_equal(app_screen_name(screen), "meeting");
    assert_false(app_screen_of("kitchen", &screen));
    assert_false(play_shot(&stage.app, &setup, 640, 480, "/no/such/folder/a.png", &err));
    unlink(path);
    region_clear(&region);
    stage_close(&stage);
}

static uint32_t dice(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

// Any window, any size of letters, any language: nothing clipped, nothing on top of something else.
static void test_screens_in_any_window(void **state) {
    (void)state;
    uint32_t seed = 5;
    int32_t count = 0;
    for (int32_t i = 0; i < 96; i++) {
        int32_t width = 426 + (int32_t)(dice(&seed) % 1200),
                height = 240 + (int32_t)(dice(&seed) % 700);
        int32_t scale = 75 + (int32_t)(dice(&seed) % 226);
        count += check_scene(&SCENES[i % (int32_t)ARRAY_COUNT(SCENES)], width, height,
                scale, THEME_LIGHT, (SampleTongue)(dice(&seed) % TONGUES_COUNT));
    }
    assert_int_equal(count, 0);
}

static UiInput wild_input(uint32_t *seed) {
    UiInput input = {.kind = (UiInputKind)(dice(seed) % 7),
            .x = (int32_t)(dice(seed) % 1024),
            .y = (int32_t)(dice(seed) % 768)};
    input.steps = (int32_t)(dice(seed) % 7) - 3;
    input.key = (UiKey)(dice(seed) % (UI_KEY_DELETE + 1));
    input.shift = dice(seed) % 2;
    input.text[0] = (char)(' ' + dice(seed) % 90);
    return input;
}

// Wild clicks and keys never break anything, whatever opens.
static void test_wild_input(void **state) {
    (void)state;
    uint32_t seed = 11;
    Stage stage = stage_open(1024, 768, 100, THEME_LIGHT, TONGUE_ENGLISH);
    scene_table(&stage);
    draw(&stage);
    for (int32_t i = 0; i < 3000; i++) {
        UiInput input = wild_input(&seed);
        if (ui_input(stage.ui, &input) && i % 3 == 0) draw(&stage);
        if (i % 500 == 499) {
            sample_open_meeting(stage.sample, i % 1000 == 499 ? MEET_SPEECH : MEET_RECORD);
            app_set_view(&stage.app, &stage.sample->view);
        }
        stage.sample->sent_count = 0;
    }
    stage_close(&stage);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(test_every_screen_is_clean),
            cmocka_unit_test(test_an_act_is_put_on_the_list),
            cmocka_unit_test(test_closed_acts_explain_and_do_not_act),
            cmocka_unit_test(test_ready_choice_and_take_back),
            cmocka_unit_test(test_taps),
            cmocka_unit_test(test_minutes_and_answers),
            cmocka_unit_test(test_deals),
            cmocka_unit_test(test_every_kind_of_promise),
            cmocka_unit_test(test_a_promise_too_large),
            cmocka_unit_test(test_the_sheet_of_a_coalition),
            cmocka_unit_test(test_founding_a_coalition),
            cmocka_unit_test(test_every_number_answers_why),
            cmocka_unit_test(test_home_case_and_settings),
            cmocka_unit_test(test_the_screen_follows_the_game),
            cmocka_unit_test(test_private_things_are_guarded),
            cmocka_unit_test(test_keyboard_walks_every_screen),
            cmocka_unit_test(test_a_shot_is_a_picture_on_disk),
            cmocka_unit_test(test_screens_in_any_window),
            cmocka_unit_test(test_wild_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_wire_seat.c — what a seat was sent, read back as a view: the same sections, the same screens, the same commands. Never: a rule.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client/app.h"
#include "session/view.h"
#include "session_world.h"
#include "wire/action_read.h"
#include "wire/action_write.h"
#include "wire/seat_view.h"
#include <jansson.h>
#include <stdlib.h>

enum { EVERY = 151, WIDTH = 1280, HEIGHT = 2400, NEWS_SENT = 12 };

typedef struct Looking {
    World *world;
    View view, read; // as it was built; as a client reads it
    Mirror *mirror;
    Buffer json, again, message;
    Language language;
    Paint *paint;
    Ui *ui;
    App app;
    int32_t looks, views, acts, screens;
} Looking;

static int setup_of(void **state, const char *pack) {
    Looking *looking = calloc(1, sizeof *looking);
    Err err = {0};
    UiSetup ui = {.scale_percent = 100, .reduced_motion = true};
    ui.theme = theme_default(THEME_LIGHT);
    if (!looking) return 1;
    looking->world = world_make(pack);
    assert_non_null(looking->world);
    looking->language = say_source(looking->world->scenario.def);
    looking->mirror = mirror_make();
    assert_true(paint_create(&looking->paint, WIDTH, HEIGHT, &err));
    assert_true(ui_create(&looking->ui, looking->paint, &ui, &err));
    app_init(&looking->app, (AppPorts){0}, (AppSettings){.scale_percent = 100});
    *state = looking;
    return 0;
}

static int setup_riverside(void **state) {
    return setup_of(state, "scenarios/riverside-link");
}
static int setup_homes(void **state) {
    return setup_of(state, "scenarios/safe-homes-bill");
}
static int setup_wage(void **state) {
    return setup_of(state, "scenarios/a-wage-to-live-on");
}

static int teardown(void **state) {
    Looking *looking = *state;
    view_free(&looking->view);
    view_free(&looking->read);
    mirror_free(looking->mirror);
    buffer_free(&looking->json);
    buffer_free(&looking->again);
    buffer_free(&looking->message);
    ui_destroy(looking->ui);
    paint_destroy(looking->paint);
    int result = world_free(looking->world);
    free(looking);
    return result;
}

// ---- sections ----

static Bytes bytes_of(const Buffer *buffer) {
    return (Bytes){(const uint8_t *)buffer->data, buffer->length};
}

// One message "view" with everything a seat is sent.
static void send_all(Looking *looking) {
    uint32_t sections = sections_of(0);
    buffer_reset(&looking->message);
    buffer_add_text(&looking->message, "{\"t\":\"view\",\"n\":1,\"s\":{");
    bool comma = false;
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if (!((sections >> i) & 1)) continue;
        buffer_reset(&looking->json);
        view_json_section(&looking->view, (Section)i, &looking->json);
        buffer_format(&looking->message, "%s\"%s\":%.*s", comma ? "," : "",
                section_name((Section)i), (int)looking->json.length, looking->json.data);
        comma = true;
    }
    buffer_add_text(&looking->message, "}}");
    mirror_clear(looking->mirror);
    assert_true(mirror_take(looking->mirror, bytes_of(&looking->message)));
    assert_true(seat_view_read(looking->mirror, &looking->read));
}

static void same_section(Looking *looking, Section section) {
    buffer_reset(&looking->json);
    buffer_reset(&looking->again);
    view_json_section(&looking->view, section, &looking->json);
    view_json_section(&looking->read, section, &looking->again);
    bool same =
            looking->json.length == looking->again.length
            && memcmp(looking->json.data, looking->again.data, looking->json.length) == 0;
    if (same) return;
    size_t at = 0;
    while (at < looking->json.length && at < looking->again.length
            && looking->json.data[at] == looking->again.data[at])
        at++;
    size_t from = at > 300 ? at - 300 : 0;
    fail_msg("%s differs at %d:\n%.600s\n--- read:\n%.600s", section_name(section), (int)at,
            looking->json.data + from, looking->again.data + from);
}

// ---- screens ----

static void dump_of(Looking *looking, const View *view, ScreenKind screen, Buffer *out) {
    App app = looking->app; // drawing moves what is chosen and closed
    app.view = view;
    app.screen = screen;
    app.end_actor = view->me;
    ui_run(looking->ui, app_draw, &app, 0);
    buffer_reset(out);
    ui_dump(looking->ui, out);
}

static void same_screen(Looking *looking, ScreenKind screen, const char *what) {
    dump_of(looking, &looking->view, screen, &looking->json);
    dump_of(looking, &looking->read, screen, &looking->again);
    looking->screens++;
    buffer_add(&looking->json, "", 1);
    buffer_add(&looking->again, "", 1);
    if (strcmp(looking->json.data, looking->again.data) == 0) return;
    size_t at = 0;
    while (looking->json.data[at] == looking->again.data[at])
        at++;
    size_t from = at > 200 ? at - 200 : 0;
    fail_msg("%s %s differs at %d:\n%.500s\n--- read:\n%.500s", app_screen_name(screen),
            what, (int)at, looking->json.data + from, looking->again.data + from);
}

// An act is called by its place in the book that was sent, not in the deck; nothing is drawn of either.
static void call_alike(Looking *looking) {
    ViewMove *moves = (ViewMove *)(uintptr_t)looking->view.moves;
    assert_int_equal(looking->view.moves_count, looking->read.moves_count);
    for (int32_t i = 0; i < looking->view.moves_count; i++)
        moves[i].index = looking->read.moves[i].index;
}

static void same_screens(Looking *looking) {
    App *app = &looking->app;
    call_alike(looking);
    same_screen(looking, SCREEN_TABLE, "");
    same_screen(looking, SCREEN_MEETING, "");
    same_screen(looking, SCREEN_DEALS, "");
    if (looking->view.news_count <= NEWS_SENT) same_screen(looking, SCREEN_NEWS, "");
    if (looking->view.end.reached) same_screen(looking, SCREEN_END, "");
    for (int32_t i = 0; i < looking->view.coalitions_count; i++) {
        if (!looking->view.coalitions[i].mine) continue;
        app->group = (GroupDraft){.open = true, .slot = looking->view.coalitions[i].slot};
        same_screen(looking, SCREEN_DEALS, "group");
    }
    app->group.open = false;
    app->deal = (DealDraft){.open = true};
    same_screen(looking, SCREEN_DEALS, "deal");
    app->deal.promise.kind = 1 + looking->looks % 5;
    same_screen(looking, SCREEN_DEALS, "promise");
    app->deal.open = false;
    app->private_open = true;
    same_screen(looking, SCREEN_TABLE, "private");
    app->private_open = false;
    for (int32_t i = looking->views % 3; i < looking->view.moves_count; i += 3) {
        app_set_view(app, &looking->view);
        app_open_act(app, looking->view.moves[i].index);
        same_screen(looking, SCREEN_TABLE, looking->view.moves[i].id);
    }
    app->act.open = false;
    app->actor_open = looking->looks % looking->view.actors_count;
    same_screen(looking, SCREEN_TABLE, "actor");
    app->actor_open = -1;
}

// ---- acts ----

static void same_command(Looking *looking, const Session *session, const Command *sent) {
    Region region = {0};
    Message message;
    Command command;
    char where[40];
    assert_true(action_write(&looking->read, sent, "ours", "a-1", &looking->message));
    MessageFault fault =
            message_read(bytes_of(&looking->message), &region, &message, where);
    if (fault != MESSAGE_GOOD) fail_msg("%s at %s", looking->message.data, where);
    if (!action_read(session->def, &message, looking->read.me, &command, where))
        fail_msg("%s at %s", looking->message.data, where);
    assert_int_equal(command.kind, sent->kind);
    assert_string_equal(action_words(&message), "ours");
    if (session->state.status == STATUS_RUNNING) {
        assert_int_equal(command.at_round, session->state.round);
        assert_int_equal(command.at_phase, session->state.phase);
        assert_int_equal(command.at_sub, session->state.sub);
    }
    if (!command_holds_act((CommandKind)sent->kind)) {
        assert_int_equal(command.a, sent->a);
        assert_int_equal(command.b, sent->b);
        assert_int_equal(command.c, sent->c);
        assert_int_equal(command.d, sent->d);
    }
    if (sent->kind == COMMAND_DEAL_OFFER)
        assert_memory_equal(&command.deal, &sent->deal, sizeof command.deal);
    region_clear(&region);
    looking->acts++;
}

// The act of the def that has this place in the client's own book.
static void same_act(Looking *looking, const Session *session, const ViewMove *move) {
    const ViewMove *known = &looking->read.deck[move->index];
    for (int32_t i = 0; i < core_max(1, move->targets_count); i++) {
        Command sent = {.kind = move->is_request ? COMMAND_CONSENT_ASK : COMMAND_ACT};
        Region region = {0};
        Message message;
        Command command;
        char where[40];
        sent.act = (Act){
                .move = move->index,
                .target = move->targets_count ? move->targets[i].thing
                                              : (Thing){KIND_NONE, NONE},
                .side = move->sides ? -1 : 0,
                .bid = move->bid_max,
                .token = move->tokens_count > 0 ? 1 : 0,
                .arena = looking->read.meeting.arena_index
        };
        for (int32_t q = 0; q < move->asks_count; q++)
            sent.act.asked[q] =
                    move->asks[q].options[move->asks[q].options_count - 1].value;
        assert_true(action_write(&looking->read, &sent, "", "a-1", &looking->message));
        assert_int_equal(
                message_read(bytes_of(&looking->message), &region, &message, where),
                MESSAGE_GOOD);
        assert_true(action_read(session->def, &message, looking->read.me, &command, where));
        assert_int_equal(command.kind, sent.kind);
        assert_string_equal(
                def_text(session->def, session->def->moves[command.act.move].id),
                known->id);
        assert_int_equal(command.act.target.kind, sent.act.target.kind);
        assert_int_equal(command.act.target.index, sent.act.target.index);
        assert_int_equal(command.act.side, sent.act.side);
        assert_int_equal(command.act.bid, sent.act.bid);
        assert_int_equal(command.act.token, sent.act.token);
        assert_int_equal(command.act.arena, sent.act.arena);
        for (int32_t q = 0; q < move->asks_count; q++)
            assert_int_equal(command.act.asked[q], sent.act.asked[q]);
        region_clear(&region);
        looking->acts++;
    }
}

static Deal some_deal(const Looking *looking, int32_t parties) {
    int32_t actors = looking->read.actors_count, me = looking->read.me;
    uint8_t other = (uint8_t)((me + 1) % actors);
    Deal deal = deal_between((uint8_t)me, other);
    deal.state = DEAL_FREE; // what a device cannot say
    deal.is_public = 1;
    deal.promises_count = 2;
    deal_give(&deal, (uint8_t)me, other, 0, 2);
    deal_give(&deal, other, (uint8_t)me, 1, 3);
    for (int32_t i = 2; i < parties; i++)
        deal_join(&deal, (uint8_t)((me + i) % actors));
    if (parties > 2) deal_give(&deal, deal.party[2], other, 0, 1);
    deal.promises[0] =
            (Promise){PROMISE_WORDS, deal.party[parties - 1], NONE, NONE, 0, 2, 1, 0, 0};
    deal.promises[1] = (Promise){PROMISE_GIVE, other, 0, 1, 4, 3, 2, 0, 0};
    return deal;
}

static void same_commands(Looking *looking, const Session *session) {
    for (int32_t parties = 2; parties <= PARTIES_MAX; parties++) {
        Command deal = {.kind = COMMAND_DEAL_OFFER, .deal = some_deal(looking, parties)};
        same_command(looking, session, &deal);
    }
    Command record = {.kind = COMMAND_RECORD, .a = 3, .b = NONE, .c = NONE, .d = 7};
    Command found = {.kind = COMMAND_COALITION_PROPOSE, .a = NONE, .b = 11, .c = 1};
    Command vote = {.kind = COMMAND_VOTE, .a = 1, .b = -1};
    Command done = {.kind = COMMAND_DONE}, ask = {.kind = COMMAND_COALITION_ASK, .a = 1};
    same_command(looking, session, &record);
    same_command(looking, session, &found);
    same_command(looking, session, &vote);
    same_command(looking, session, &done);
    same_command(looking, session, &ask);
    Command console = {.kind = COMMAND_PAUSE};
    assert_false(action_write(&looking->read, &console, "", "a-1", &looking->message));
    for (int32_t i = 0; i < looking->read.moves_count; i++)
        same_act(looking, session, &looking->read.moves[i]);
}

// ---- whole games ----

static bool look(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    if (looking->looks++ % EVERY) return true;
    int32_t actors = def_count(session->def, KIND_ACTOR);
    view_build(session, (uint8_t)(looking->looks / EVERY % actors), &looking->language,
            &looking->view);
    send_all(looking);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if ((sections_of(0) >> i) & 1) same_section(looking, (Section)i);
    }
    same_screens(looking);
    same_commands(looking, session);
    looking->views++;
    return true;
}

static void a_game_as_a_client_reads_it(void **state) {
    Looking *looking = *state;
    for (uint64_t seed = 3; seed < 5; seed++) {
        Game game = game_make(looking->world, world_begin(looking->world, seed),
                seed % 2 ? BOT_RANDOM : BOT_PERSONA);
        game.after = look;
        game.context = looking;
        assert_true(game_go_on(&game));
        looking->looks = EVERY * (looking->looks / EVERY + 1);
        look(looking, &game);
        game_free(&game);
    }
    print_message("%d views, %d screens, %d acts\n", (int)looking->views,
            (int)looking->screens, (int)looking->acts);
    assert_true(looking->views >= 4 && looking->acts > 60);
}

// ---- what is out of bounds is shown nowhere ----

static void nothing_out_of_bounds(void **state) {
    Looking *looking = *state;
    Session *session = world_begin(looking->world, 1);
    view_build(session, 0, &looking->language, &looking->view);
    send_all(looking);
    assert_true(looking->read.actors_count > 0);
    static const char *const wrong[] = {
            "{\"t\":\"delta\",\"set\":{\"table/actors/0/coalition\":8}}",
            "{\"t\":\"delta\",\"set\":{\"table/clauses/0/draft\":9}}",
            "{\"t\":\"delta\",\"set\":{\"words/table/actors/1/i\":0}}",
            "{\"t\":\"delta\",\"set\":{\"me/actor\":200}}",
            "{\"t\":\"delta\",\"set\":{\"news/fresh\":900}}",
            "{\"t\":\"delta\",\"set\":{\"now/status\":77}}",
    };
    for (size_t i = 0; i < ARRAY_COUNT(wrong); i++) {
        send_all(looking);
        Bytes text = {(const uint8_t *)wrong[i], strlen(wrong[i])};
        assert_true(mirror_take(looking->mirror, text));
        if (seat_view_read(looking->mirror, &looking->read)) fail_msg("%s", wrong[i]);
        assert_int_equal(looking->read.actors_count, 0);
        assert_string_equal(looking->read.expected, "");
    }
    session_close(session);
}

// ---- one value is another one: refused, or drawn without harm ----

enum { LEAVES_MAX = 20000, DEEP = 12, CHANGES = 200 };

typedef struct Leaves {
    json_t *in[LEAVES_MAX];
    const char *key[LEAVES_MAX]; // NULL: place in a list
    size_t place[LEAVES_MAX];
    int32_t count;
} Leaves;

static void add_leaf(Leaves *leaves, json_t *in, const char *key, size_t place) {
    if (leaves->count == LEAVES_MAX) return;
    leaves->in[leaves->count] = in;
    leaves->key[leaves->count] = key;
    leaves->place[leaves->count++] = place;
}

static void find_leaves(Leaves *leaves, json_t *in, int32_t depth) {
    const char *key;
    json_t *value;
    size_t place;
    assert_true(depth < DEEP);
    json_object_foreach(in, key, value) {
        add_leaf(leaves, in, key, 0);
        find_leaves(leaves, value, depth + 1);
    }
    json_array_foreach(in, place, value) {
        add_leaf(leaves, in, NULL, place);
        find_leaves(leaves, value, depth + 1);
    }
}

static json_t *other_value(Rng *rng) {
    static const int64_t numbers[] = {
            -1, 0, 1, 2, 5, 7, 11, 15, 16, 64, 254, 255, 256, 65535, 1 << 20, INT64_MAX};
    uint32_t which = (uint32_t)rng_next(rng) % 22;
    if (which < ARRAY_COUNT(numbers)) return json_integer(numbers[which]);
    if (which == 17) return json_string("x");
    if (which == 18) return json_array();
    return which == 19 ? json_object() : json_true();
}

static void draw_all(Looking *looking) {
    static const ScreenKind screens[] = {
            SCREEN_TABLE, SCREEN_MEETING, SCREEN_DEALS, SCREEN_NEWS, SCREEN_END};
    looking->app.deal = (DealDraft){.open = true, .promise = {.kind = 2}};
    for (size_t i = 0; i < ARRAY_COUNT(screens); i++) {
        dump_of(looking, &looking->read, screens[i], &looking->json);
        looking->app.deal.open = false;
    }
    app_set_view(&looking->app, &looking->read);
    looking->screens++;
}

static void change_one(Looking *looking, const char *whole, Rng *rng, Leaves *leaves) {
    json_t *root = json_loads(whole, 0, NULL);
    leaves->count = 0;
    find_leaves(leaves, json_object_get(root, "s"), 0);
    uint32_t at = (uint32_t)rng_next(rng) % (uint32_t)leaves->count;
    if (leaves->key[at])
        json_object_set_new(leaves->in[at], leaves->key[at], other_value(rng));
    else
        json_array_set_new(leaves->in[at], leaves->place[at], other_value(rng));
    char *text = json_dumps(root, JSON_COMPACT);
    mirror_clear(looking->mirror);
    assert_true(mirror_take(looking->mirror, (Bytes){(const uint8_t *)text, strlen(text)}));
    if (seat_view_read(looking->mirror, &looking->read)) draw_all(looking);
    free(text);
    json_decref(root);
}

static bool stop_late(void *context, const Game *game) {
    (void)context;
    return game->session->state.round < 2 || game->session->state.sub != 2;
}

static void any_other_value_does_no_harm(void **state) {
    Looking *looking = *state;
    Game game = game_make(looking->world, world_begin(looking->world, 2), BOT_PERSONA);
    Leaves *leaves = calloc(1, sizeof *leaves);
    Rng rng = rng_seed(11, 1);
    game.after = stop_late;
    assert_non_null(leaves);
    (void)!game_go_on(&game);
    view_build(game.session, 1, &looking->language, &looking->view);
    send_all(looking);
    char *whole = strdup(looking->message.data);
    for (int32_t i = 0; i < CHANGES; i++)
        change_one(looking, whole, &rng, leaves);
    print_message("%d of %d were drawn\n", (int)looking->screens, CHANGES);
    assert_in_range(looking->screens, CHANGES / 10, CHANGES - 1);
    free(whole);
    free(leaves);
    game_free(&game);
}

#define OF_A_CASE(test, setup) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
            OF_A_CASE(a_game_as_a_client_reads_it, setup_riverside),
            OF_A_CASE(a_game_as_a_client_reads_it, setup_homes),
            OF_A_CASE(a_game_as_a_client_reads_it, setup_wage),
            OF_A_CASE(nothing_out_of_bounds, setup_riverside),
            OF_A_CASE(any_other_value_does_no_harm, setup_wage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_client_pixels.c — the board's window shows the same pixels whatever is secret, and none of what was planted; a leak changes them. Never: judges how it looks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client/app.h"
#include "client/paint.h"
#include "planted_words.h"

#include "session/view.h"
#include "session_secrets.h"
#include "session_world.h"
#include "wire/console_view.h"
#include "wire/json_out.h"
#include "wire/view_json.h"

enum { WIDTH = 1024, HEIGHT = 768, EVERY = 25, TWINS = 3, LOOKS_LEAST = 60 };

typedef struct Looking {
    World *world;
    Paint *paint;
    Ui *ui;
    App app;
    Rng rng;
    Language language;
    Session *twin;
    BoardView board;
    PlantedWords marks;
    uint8_t viewer;
    View view;
    OwnWords words;
    char planted[sizeof PLANTED];
    uint8_t *here, *there;
    int32_t steps, looks, defects;
    bool defect; // the board is sent something of a secret
} Looking;

// What the board's window is sent, as it is sent.
static void write_view(Looking *looking, const Session *session, Buffer *message) {
    const uint8_t eyes = VIEW_BOARD;
    JsonOut json = {message, false};
    Buffer section = {0};
    view_build_some(session, eyes, &looking->language, sections_of(eyes), &looking->view);
    json_open(&json, NULL, '{');
    json_text(&json, "t", "view");
    json_int(&json, "n", 1);
    json_open(&json, "s", '{');
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if (!((sections_of(eyes) >> i) & 1)) continue;
        buffer_reset(&section);
        view_json_section(&looking->view, (Section)i, &section);
        json_raw(&json, section_name((Section)i),
                (Bytes){(const uint8_t *)section.data, section.length});
    }
    json_close(&json, '}');
    json_close(&json, '}');
    assert_null(strstr(message->data, PLANTED));
    buffer_free(&section);
}

static void draw_it(void *context, Ui *ui) { app_draw_board(context, ui); }

// And drawn. page: what the facilitator shows.
static void draw_board(
        Looking *looking, const Session *session, const char *page, uint8_t *out) {
    Mirror *mirror = mirror_make();
    Region region = {0};
    Buffer message = {0};
    Err err = {0};
    char show[160];
    write_view(looking, session, &message);
    assert_true(
            mirror_take(mirror, (Bytes){(const uint8_t *)message.data, message.length}));
    snprintf(show, sizeof show,
            "{\"t\":\"delta\",\"n\":2,\"s\":{\"show\":{\"board\":\"%s\",\"item\":\"%s\","
            "\"items\":"
            "[{\"id\":1,\"text\":\"%d\"}]}}}",
            looking->defect ? "play" : "page", page,
            looking->defect ? session->state.support[0] : 0);
    assert_true(mirror_take(mirror, (Bytes){(const uint8_t *)show, strlen(show)}));
    looking->board = (BoardView){
            .join = {.url = "", .pin = "", .network = ""}
    };
    board_view_read(mirror, 0, &region, &looking->board);
    looking->app.board = &looking->board;
    ui_run(looking->ui, draw_it, &looking->app, 0);
    assert_true(paint_read(looking->paint, out, &err));
    Buffer words = {0};
    ui_dump(looking->ui, &words);
    assert_null(strstr(words.data, PLANTED));
    buffer_free(&words);
    looking->app.board = NULL;
    buffer_free(&message);
    region_clear(&region);
    mirror_free(mirror);
}

static void make_twin(Looking *looking, const Session *session) {
    *looking->twin = *session;
    secret_scramble(&looking->rng, session->def, &looking->twin->state, VIEW_BOARD);
    looking->words = (OwnWords){.text = looking->planted, .length = strlen(PLANTED)};
    looking->twin->words = &looking->words;
    looking->twin->words_count = 1;
}

static bool look_twice(void *context, const Game *game) {
    static const char *const pages[] = {
            "table", "decisions", "meeting", "coalitions", "news"};
    Looking *looking = context;
    const Session *session = game->session;
    if (session->state.status != STATUS_RUNNING || looking->steps++ % EVERY) return true;
    const char *page = pages[(size_t)looking->looks % ARRAY_COUNT(pages)];
    if (looking->defect) page = "table";
    draw_board(looking, session, page, looking->here);
    for (int32_t i = 0; i < TWINS; i++) {
        make_twin(looking, session);
        draw_board(looking, looking->twin, page, looking->there);
        bool same = memcmp(looking->here, looking->there, 4 * WIDTH * HEIGHT) == 0;
        if (!same && !looking->defect)
            fail_msg("a secret changed a pixel of the page \"%s\"", page);
        looking->defects += !same;
        looking->looks++;
    }
    return true;
}

static void play(Looking *looking, const char *pack, uint64_t seed) {
    assert_true(pack_watch(&looking->world, pack, seed, BOT_RANDOM, look_twice, looking));
}

static int setup(void **state) {
    Looking *looking = calloc(1, sizeof *looking);
    if (!looking) return 1;
    looking->rng = rng_seed(9, 9);
    snprintf(looking->planted, sizeof looking->planted, "%s", PLANTED);
    looking->twin = calloc(1, sizeof *looking->twin);
    looking->here = malloc(4 * WIDTH * HEIGHT);
    looking->there = malloc(4 * WIDTH * HEIGHT);
    looking->viewer = NONE;
    looking->marks = (PlantedWords){&looking->world, &looking->viewer};
    looking->language = (Language){.context = &looking->marks,
            .text = planted_text,
            .engine = planted_engine,
            .format = planted_filled,
            .code = "en"};
    Err err = {0};
    UiSetup setup = {.scale_percent = 100,
            .reduced_motion = true,
            .theme = theme_default(THEME_LIGHT)};
    ASSERT(paint_create(&looking->paint, WIDTH, HEIGHT, &err)
            && ui_create(&looking->ui, looking->paint, &setup, &err));
    app_init(&looking->app, (AppPorts){0},
            (AppSettings){.theme = THEME_LIGHT, .scale_percent = 100});
    *state = looking;
    return looking->twin && looking->here && looking->there ? 0 : 1;
}

static int teardown(void **state) {
    Looking *looking = *state;
    view_free(&looking->view);
    ui_destroy(looking->ui);
    paint_destroy(looking->paint);
    free(looking->twin);
    free(looking->here);
    free(looking->there);
    free(looking);
    return 0;
}

static void no_secret_changes_a_pixel(void **state) {
    Looking *looking = *state;
    play(looking, "scenarios/riverside-link", 40);
    play(looking, "scenarios/safe-homes-bill", 41);
    print_message("%d pictures equal\n", looking->looks);
    assert_true(looking->looks >= LOOKS_LEAST);
}

// The checker itself: a board that was told one hidden number is found out by its pixels.
static void a_leak_is_seen_in_the_picture(void **state) {
    Looking *looking = *state;
    looking->defect = true;
    play(looking, "scenarios/riverside-link", 40);
    print_message("%d of %d pictures differ\n", looking->defects, looking->looks);
    assert_true(looking->defects > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(no_secret_changes_a_pixel, setup, teardown),
            cmocka_unit_test_setup_teardown(a_leak_is_seen_in_the_picture, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_cli_overdue.c — workshops over their time: listed, kept longer, or all words erased with a record that still verifies. Never: a window.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "cli/desk.h"
#include "cli/house.h"
#include "cli/overdue.h"
#include "host/closing.h"
#include "store/store.h"
#include "unit/own_folder.h"
#include <stdlib.h>
#include <string.h>

#define DAY_MS (24 * INT64_C(3600) * 1000)
#define WORDS  "planted words nobody may find"

typedef struct World {
    char folder[OWN_FOLDER_BYTES], path[200];
    Places places;
    Diags diags;
} World;

static int64_t now_ms(void) {
    Clock clock = clock_system();
    return clock.wall_ms(clock.context);
}

static void tell(Party *party, CommandKind kind, const char *words) {
    Err err = {0};
    Command command = {.kind = (uint8_t)kind, .actor = NONE, .at_phase = NONE};
    if (!party_console(party, &command, words, &err) || !party_settle(party, &err))
        fail_msg("%s", err.what);
}

// A workshop that was closed just now, with a note of who led it.
static void play(const World *world) {
    Err err = {0};
    bool findings = false;
    HouseWish wish = {.data = world->folder, .pack = "riverside-link", .sessions = 1};
    House *house = house_open(&wish, &findings, &err);
    if (!house) fail_msg("%s", err.what);
    tell(house->parties[0], COMMAND_NOTED, WORDS);
    tell(house->parties[0], COMMAND_CLOSE, "");
    closing_note(house->parties[0]);
    house_close(house);
}

static void put_closed(const World *world, int64_t closed_ms) {
    Journal journal;
    Err err = {0};
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)closed_ms);
    Bytes value = {(const uint8_t *)digits, (size_t)length};
    if (!store_open(world->path, STORE_PLAY, &journal, &err)) fail_msg("%s", err.what);
    assert_true(journal.fact_put(journal.self, "closed_ms", value, &err));
    journal.close(journal.self);
}

static int setup(void **state) {
    World *world = calloc(1, sizeof *world);
    Err err = {0};
    if (!world || !own_folder_make(world->folder, "overdue")) return 1;
    snprintf(world->path, sizeof world->path,
            "%s/sessions/riverside-link-1.convene-session", world->folder);
    if (!places_find(&world->places, world->folder, &err)) return 1;
    play(world);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    World *world = *state;
    places_free(&world->places);
    own_folder_remove(world->folder);
    free(world);
    return 0;
}

static int32_t count(const World *world, Overdue list[OVERDUE_MAX], Region *region) {
    region_clear(region);
    return overdue_list(&world->places, now_ms(), region, list);
}

// At the end of its last day, not before; a later answer asks again only after so many days more.
static void it_is_asked_when_its_time_is_over(void **state) {
    World *world = *state;
    Overdue list[OVERDUE_MAX];
    Region region = {0};
    Err err = {0};
    assert_int_equal(count(world, list, &region), 0); // closed today
    put_closed(world, now_ms() - 29 * DAY_MS);
    assert_int_equal(count(world, list, &region), 0);
    put_closed(world, now_ms() - 41 * DAY_MS);
    assert_int_equal(count(world, list, &region), 1);
    assert_string_equal(list[0].name, "riverside-link-1");
    assert_string_equal(list[0].title, "Riverside Link");
    assert_int_equal(list[0].days, 41);
    assert_true(overdue_keep(&world->places, list[0].name, 30, &world->diags, &err));
    assert_int_equal(count(world, list, &region), 0);
    put_closed(world, now_ms() - 70 * DAY_MS);
    assert_int_equal(count(world, list, &region), 0);
    put_closed(world, now_ms() - 71 * DAY_MS);
    assert_int_equal(count(world, list, &region), 1);
    assert_true(overdue_keep(&world->places, "riverside-link-1", 0, &world->diags, &err));
    put_closed(world, now_ms() - 4000 * DAY_MS);
    assert_int_equal(count(world, list, &region), 0); // nobody asks
    region_clear(&region);
}

static bool file_holds(const char *path, const char *words) {
    Region region = {0};
    Bytes bytes = {0};
    Err err = {0};
    assert_true(file_read(&region, path, 1 << 26, &bytes, &err));
    bool found = memmem(bytes.data, bytes.length, words, strlen(words)) != NULL;
    region_clear(&region);
    return found;
}

// The first page lists it; a yes erases every word, the record still verifies, and nobody asks again.
static void a_yes_erases_what_was_written(void **state) {
    World *world = *state;
    Err err = {0};
    AppSettings settings = {0};
    put_closed(world, now_ms() - 41 * DAY_MS);
    assert_true(file_holds(world->path, WORDS));
    Desk *desk = desk_open(world->folder, "en", &settings, &err);
    if (!desk) fail_msg("%s", err.what);
    desk_show_home(desk);
    assert_int_equal(desk->home.overdue_count, 1);
    assert_string_equal(desk->home.overdue[0].id, "riverside-link-1");
    assert_true(file_holds(world->path, WORDS)); // to look erases nothing
    desk->app.ports.answer_overdue(desk, "riverside-link-1", true);
    (void)desk_poll(desk);
    assert_int_equal(desk->home.overdue_count, 0);
    assert_non_null(strstr(desk->app.notice, "Erased"));
    desk_close(desk);
    assert_false(file_holds(world->path, WORDS));
    Journal journal;
    if (!store_open(world->path, STORE_READ, &journal, &err)) fail_msg("%s", err.what);
    assert_true(journal.verify(journal.self, &err));
    journal.close(journal.self);
}

static void the_page_keeps_one_longer(void **state) {
    World *world = *state;
    Err err = {0};
    AppSettings settings = {0};
    put_closed(world, now_ms() - 41 * DAY_MS);
    Desk *desk = desk_open(world->folder, "en", &settings, &err);
    if (!desk) fail_msg("%s", err.what);
    desk_show_home(desk);
    assert_int_equal(desk->home.overdue_count, 1);
    desk->app.ports.answer_overdue(desk, "riverside-link-1", false);
    (void)desk_poll(desk);
    assert_int_equal(desk->home.overdue_count, 0);
    assert_int_equal(desk->app.screen, SCREEN_HOME);
    desk_close(desk);
    assert_true(file_holds(world->path, WORDS));
}

// What a host without windows says as it begins.
static void a_host_says_it(void **state) {
    World *world = *state;
    char *text = NULL;
    size_t size = 0;
    put_closed(world, now_ms() - 41 * DAY_MS);
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    overdue_print(out, world->folder);
    fclose(out);
    assert_non_null(strstr(text, "riverside-link-1, closed 41 days ago"));
    assert_non_null(strstr(text, "privacy keep riverside-link-1"));
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    it_is_asked_when_its_time_is_over, setup, teardown),
            cmocka_unit_test_setup_teardown(a_yes_erases_what_was_written, setup, teardown),
            cmocka_unit_test_setup_teardown(the_page_keeps_one_longer, setup, teardown),
            cmocka_unit_test_setup_teardown(a_host_says_it, setup, teardown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_host_views.c — sections that are built only when they can have changed are always the newest, and changes lead from one form to the next. Never: judges what stands in them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/views.h"
#include "session_world.h"
#include "wire/mirror_parts.h"

enum { VIEWERS = 6 };

typedef struct Looking {
    World *world;
    Views views;
    ViewsDesk desk, fresh;
    Language language;
    Mirror *held[MARKS_COUNT]; // what a client of each viewer holds
    uint64_t mark[MARKS_COUNT][SECTION_COUNT];
    int32_t looks, patched, whole, news; // news: events told when something is wrong
    int32_t own_parts;                   // forms of other sections that were not
} Looking;

static const char *const PACKS[] = {"scenarios/riverside-link", "scenarios/safe-homes-bill",
        "scenarios/a-wage-to-live-on", "tests/packs/reform8", "tests/packs/load-turns"};

static void forget(Looking *looking) {
    views_free(&looking->views);
    for (int32_t i = 0; i < MARKS_COUNT; i++) {
        mirror_free(looking->held[i]);
        looking->held[i] = NULL;
    }
    memset(looking->mark, 0, sizeof looking->mark);
}

// The section as it is now, built without a look at what was before.
static void build_fresh(Looking *looking, const Session *session, uint8_t who) {
    view_build_some(
            session, who, &looking->language, sections_of(who), &looking->fresh.view);
}

static json_t *json_of(const Buffer *bytes) {
    return json_loadb(bytes->data, bytes->length, JSON_REJECT_DUPLICATES, NULL);
}

// As send.c does: a change where the client holds the form before, else the whole.
static void take_section(
        Looking *looking, const Shown *shown, int32_t at, Section section) {
    uint64_t *mark = &looking->mark[at][section];
    const JsonPatch *patch = &shown->patch[section];
    Buffer text = {0};
    if (*mark == shown->mark[section]) return;
    bool next = *mark && *mark == shown->before[section]
                && json_patch_size(patch) < shown->bytes[section].length;
    if (next) {
        buffer_format(&text,
                "{\"t\":\"delta\",\"drop\":{%s},\"cut\":[%s],\"set\":{%s},\"add\":{%s}}",
                patch->drop.data ? patch->drop.data : "",
                patch->cut.data ? patch->cut.data : "",
                patch->set.data ? patch->set.data : "",
                patch->add.data ? patch->add.data : "");
    } else {
        buffer_format(&text, "{\"t\":\"delta\",\"s\":{\"%s\":%s}}", section_name(section),
                shown->bytes[section].data);
    }
    assert_true(mirror_take(
            looking->held[at], (Bytes){(const uint8_t *)text.data, text.length}));
    buffer_free(&text);
    *mark = shown->mark[section];
    looking->patched += next;
    looking->whole += !next;
}

// What happened lately, and where the two forms part.
static void tell(
        const Looking *looking, const Session *session, const char *old, const char *now) {
    int32_t same = 0;
    while (old[same] && old[same] == now[same])
        same++;
    for (int32_t i = core_max(0, session->ledger.count - looking->news);
            i < session->ledger.count; i++)
        print_message("%s ", event_name((EventKind)session->ledger.items[i].kind));
    print_message("\n%.200s\n%.200s\n", old + core_max(0, same - 40),
            now + core_max(0, same - 40));
}

static void compare(Looking *looking, const Session *session, const Shown *shown,
        uint8_t who, Section section) {
    int32_t at = marks_place(who);
    buffer_reset(&looking->fresh.bytes);
    view_json_section(&looking->fresh.view, section, &looking->fresh.bytes);
    if (shown->bytes[section].length != looking->fresh.bytes.length
            || memcmp(shown->bytes[section].data, looking->fresh.bytes.data,
                       looking->fresh.bytes.length)
                       != 0) {
        tell(looking, session, shown->bytes[section].data, looking->fresh.bytes.data);
        fail_msg("%s of %d is old", section_name(section), who);
    }
    take_section(looking, shown, at, section);
    json_t *now = json_of(&looking->fresh.bytes);
    if (!json_equal(now, mirror_section(looking->held[at], section_name(section))))
        fail_msg("%s of %d: what its client holds is another:\n%.1500s\n%.1500s",
                section_name(section), who, looking->fresh.bytes.data,
                json_dumps(mirror_section(looking->held[at], section_name(section)), 0));
    json_decref(now);
}

static void look_as(Looking *looking, const Session *session, uint8_t who) {
    uint32_t sections = sections_of(who);
    const Shown *shown = views_of(
            &looking->views, session, who, &looking->language, sections, &looking->desk);
    int32_t at = marks_place(who);
    if (!looking->held[at]) looking->held[at] = mirror_make();
    build_fresh(looking, session, who);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if ((sections >> i) & 1) compare(looking, session, shown, who, (Section)i);
    }
}

// What is built once for all must be the same to the byte for each. That this comparison can find a difference is
// seen at a section that holds something of one's own.
static void compare_alike(Looking *looking, const Session *session, uint8_t who) {
    View *view = &looking->fresh.view;
    Buffer *mine = &looking->fresh.bytes;
    view_build_some(
            session, who, &looking->language, sections_alike() | 1u << SECTION_TABLE, view);
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        bool alike = (sections_alike() >> i) & 1;
        if (!alike && i != SECTION_TABLE) continue;
        const Shown *board = views_of(&looking->views, session, VIEW_BOARD,
                &looking->language, 1u << i, &looking->desk);
        buffer_reset(mine);
        view_json_section(view, (Section)i, mine);
        bool same = mine->length == board->bytes[i].length
                    && memcmp(mine->data, board->bytes[i].data, mine->length) == 0;
        if (!same && alike) {
            tell(looking, session, board->bytes[i].data, mine->data);
            fail_msg("%s of %d is not the board's", section_name((Section)i), who);
        }
        looking->own_parts += !same;
    }
}

static bool look(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    int32_t actors = def_count(session->def, KIND_ACTOR);
    look_as(looking, session, (uint8_t)(looking->looks % 2 ? 0 : actors / 2));
    look_as(looking, session, looking->looks % 2 ? VIEW_BOARD : VIEW_CONSOLE);
    compare_alike(looking, session, (uint8_t)(looking->looks % actors));
    if (looking->looks % 5 == 0) compare_alike(looking, session, VIEW_CONSOLE);
    looking->looks++;
    looking->news = 12;
    return true;
}

static void what_is_kept_is_the_newest(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(PACKS); i++) {
        Looking *looking = calloc(1, sizeof *looking);
        looking->world = world_make(PACKS[i]);
        assert_non_null(looking->world);
        looking->language = say_source(looking->world->scenario.def);
        for (uint64_t seed = 3; seed < 5; seed++) {
            Game game = game_make(looking->world, world_begin(looking->world, seed),
                    seed % 2 ? BOT_RANDOM : BOT_PERSONA);
            game.after = look;
            game.context = looking;
            assert_true(game_go_on(&game));
            game_free(&game);
            forget(looking);
        }
        print_message("%s: %d looks, %d changes, %d whole sections\n", PACKS[i],
                looking->looks, looking->patched, looking->whole);
        assert_true(looking->patched > looking->whole);
        assert_true(looking->own_parts > 0);
        views_desk_free(&looking->desk);
        views_desk_free(&looking->fresh);
        world_free(looking->world);
        free(looking);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(what_is_kept_is_the_newest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

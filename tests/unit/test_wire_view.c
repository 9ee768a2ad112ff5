// tests/unit/test_wire_view.c — views as JSON of a whole game, and acts that clients build from them, back as commands. Never: a rule.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session/view.h"
#include "session_world.h"
#include "wire/action_read.h"
#include "wire/view_json.h"
#include <jansson.h>

// A whole view must not pass 32 KiB, a section 16; the goal for what moves is 6 KB (tests/bench).
enum { EVERY = 17, SECTION_MOST = 16 * 1024, VIEW_MOST = 32 * 1024 };

typedef struct Looking {
    World *world;
    View view, board;
    Buffer json, message;
    Language language;
    int32_t looks, acts, views;
    size_t largest, moving;
} Looking;

static int setup(void **state) {
    Looking *looking = calloc(1, sizeof *looking);
    looking->world = world_make("scenarios/riverside-link");
    assert_non_null(looking->world);
    looking->language = say_source(looking->world->scenario.def);
    *state = looking;
    return 0;
}

static int teardown(void **state) {
    Looking *looking = *state;
    view_free(&looking->view);
    view_free(&looking->board);
    buffer_free(&looking->json);
    buffer_free(&looking->message);
    int result = world_free(looking->world);
    free(looking);
    return result;
}

static json_t *section_of_view(Looking *looking, Section section) {
    json_error_t error;
    buffer_reset(&looking->json);
    view_json_section(&looking->view, section, &looking->json);
    json_t *json = json_loadb(looking->json.data, looking->json.length,
            JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK, &error);
    if (!json) fail_msg("%s: %s", section_name(section), error.text);
    return json;
}

// A message as a browser writes it, with a listed target or none.
static void write_message(Looking *looking, const json_t *move, const json_t *target) {
    const char *id = json_string_value(json_object_get(move, "id"));
    buffer_reset(&looking->message);
    buffer_format(&looking->message,
            "{\"t\":\"cmd\",\"id\":\"1\",\"at\":\"%s\",\"do\":\"verb.%s\",\"args\":{",
            looking->view.at, id);
    if (target)
        buffer_format(&looking->message, "\"kind\":%lld,\"target\":%lld,",
                (long long)json_integer_value(json_array_get(target, 0)),
                (long long)json_integer_value(json_array_get(target, 1)));
    buffer_add_text(&looking->message, "\"side\":\"for\"},\"words\":{\"label\":\"ours\"}}");
}

static void read_back(
        Looking *looking, const Session *session, const ViewMove *move, Thing target) {
    Region region = {0};
    Message message;
    Command command;
    char where[40];
    Bytes bytes = {(const uint8_t *)looking->message.data, looking->message.length};
    assert_int_equal(message_read(bytes, &region, &message, where), MESSAGE_GOOD);
    assert_true(action_read(session->def, &message, looking->view.me, &command, where));
    assert_int_equal(command.kind, COMMAND_ACT);
    assert_int_equal(command.act.move, move->index);
    assert_int_equal(command.act.target.kind, target.kind);
    assert_int_equal(command.act.target.index, target.index);
    assert_int_equal(command.at_round, looking->view.round);
    assert_int_equal(command.at_sub, looking->view.sub);
    assert_string_equal(action_words(&message), "ours");
    region_clear(&region);
    looking->acts++;
}

static void act_on_all(Looking *looking, const Session *session) {
    json_t *verbs = section_of_view(looking, SECTION_VERBS);
    json_t *moves = json_object_get(verbs, "moves");
    assert_int_equal(json_array_size(moves), looking->view.moves_count);
    for (size_t i = 0; i < json_array_size(moves); i++) {
        const ViewMove *move = &looking->view.moves[i];
        json_t *targets = json_object_get(json_array_get(moves, i), "to");
        for (size_t t = 0; t < json_array_size(targets); t++) {
            write_message(looking, json_array_get(moves, i), json_array_get(targets, t));
            read_back(looking, session, move, move->targets[t].thing);
        }
        if (move->targets_count > 0) continue;
        write_message(looking, json_array_get(moves, i), NULL);
        read_back(looking, session, move, (Thing){KIND_NONE, NONE});
    }
    json_decref(verbs);
}

// ---- fixed and moving laid over each other ----

static json_t *part_of(Looking *looking, const View *view, Section section, ViewPart part) {
    buffer_reset(&looking->json);
    view_json_part(view, section, part, &looking->json);
    return json_loadb(looking->json.data, looking->json.length,
            JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK, NULL);
}

// What a client does: objects member by member, lists item by item, at most DEEP levels down.
enum { DEEP = 8 };

static json_t *laid_over(json_t *fixed, json_t *moving, int32_t depth) {
    json_t *out = json_deep_copy(fixed);
    const char *key;
    json_t *value;
    assert_true(depth < DEEP);
    json_object_foreach(moving, key, value) {
        json_t *under = json_object_get(fixed, key);
        bool lists = json_is_array(under) && json_is_array(value)
                     && json_is_object(json_array_get(value, 0));
        if (lists) {
            json_t *items = json_array();
            assert_int_equal(json_array_size(under), json_array_size(value));
            for (size_t i = 0; i < json_array_size(value); i++) {
                json_array_append_new(items, laid_over(json_array_get(under, i),
                                                     json_array_get(value, i), depth + 1));
            }
            json_object_set_new(out, key, items);
        } else if (json_is_object(under) && json_is_object(value)) {
            json_object_set_new(out, key, laid_over(under, value, depth + 1));
        } else {
            json_object_set(out, key, value);
        }
    }
    return out;
}

static void check_section(Looking *looking, Section section, json_t *fixed) {
    json_t *moving = part_of(looking, &looking->view, section, VIEW_MOVING);
    json_t *whole = part_of(looking, &looking->view, section, VIEW_WHOLE);
    json_t *both = laid_over(fixed, moving, 0);
    if (!json_equal(both, whole)) {
        fail_msg("%s:\n%.3000s\n%.3000s", section_name(section),
                json_dumps(both, JSON_SORT_KEYS), json_dumps(whole, JSON_SORT_KEYS));
    }
    json_decref(both);
    json_decref(whole);
    json_decref(moving);
}

// "words" is the same for everybody; laid under what moves for this seat it gives its whole sections.
static void check_parts(Looking *looking, const Session *session) {
    view_build(session, VIEW_BOARD, &looking->language, &looking->board);
    json_t *words = part_of(looking, &looking->board, SECTION_WORDS, VIEW_MOVING);
    json_t *mine = part_of(looking, &looking->view, SECTION_WORDS, VIEW_MOVING);
    json_t *brief = part_of(looking, &looking->view, SECTION_BRIEF, VIEW_MOVING);
    static const Section shared[] = {SECTION_NOW, SECTION_TABLE, SECTION_CARDS};
    assert_true(json_equal(words, mine));
    for (size_t i = 0; i < ARRAY_COUNT(shared); i++)
        check_section(looking, shared[i], json_object_get(words, section_name(shared[i])));
    check_section(looking, SECTION_ME, json_object_get(brief, "me"));
    json_decref(words);
    json_decref(mine);
    json_decref(brief);
}

// Every act that can be shown is described in the book.
static void check_book(Looking *looking) {
    json_t *book = section_of_view(looking, SECTION_BOOK);
    json_t *moves = json_object_get(book, "moves");
    for (int32_t i = 0; i < looking->view.moves_count; i++)
        assert_non_null(json_object_get(moves, looking->view.moves[i].id));
    json_decref(book);
}

static bool look(void *context, const Game *game) {
    Looking *looking = context;
    const Session *session = game->session;
    size_t sum = 0, moving = 0;
    if (looking->looks++ % EVERY) return true;
    uint8_t viewer =
            (uint8_t)(looking->looks / EVERY % def_count(session->def, KIND_ACTOR));
    view_build(session, viewer, &looking->language, &looking->view);
    for (int32_t section = 0; section < SECTION_COUNT; section++) {
        json_decref(section_of_view(looking, (Section)section));
        assert_int_equal(section_of(section_name((Section)section)), section);
        assert_true(looking->json.length <= SECTION_MOST);
        // The book and what deals are made of follow in a message of their own.
        bool later = section == SECTION_BOOK || section == SECTION_OFFER;
        sum += later ? 0 : looking->json.length;
        moving += section > SECTION_PRICES && !later ? looking->json.length : 0;
    }
    check_parts(looking, session);
    assert_true(sum <= VIEW_MOST);
    looking->largest = sum > looking->largest ? sum : looking->largest;
    looking->moving = moving > looking->moving ? moving : looking->moving;
    looking->views++;
    check_book(looking);
    act_on_all(looking, session);
    return true;
}

static void a_game_in_json_and_back(void **state) {
    Looking *looking = *state;
    for (uint64_t seed = 5; seed < 8; seed++) {
        Game game = game_make(looking->world, world_begin(looking->world, seed),
                seed % 2 ? BOT_RANDOM : BOT_PERSONA);
        game.after = look;
        game.context = looking;
        assert_true(game_go_on(&game));
        assert_int_equal(game.session->state.status, STATUS_DEBRIEF);
        look(looking, &game);
        game_free(&game);
    }
    print_message("%d views, the largest %d bytes, %d of them move; %d acts\n",
            (int)looking->views, (int)looking->largest, (int)looking->moving,
            (int)looking->acts);
    assert_true(looking->views > 20 && looking->acts > 200);
}

static bool reads(Looking *looking, const char *json, Command *command, char *where) {
    Region region = {0};
    Message message;
    bool good = message_read((Bytes){(const uint8_t *)json, strlen(json)}, &region,
                        &message, where)
                        == MESSAGE_GOOD
                && action_read(looking->world->scenario.def, &message, 0, command, where);
    region_clear(&region);
    return good;
}

#define CMD(act, args) "{\"t\":\"cmd\",\"id\":\"1\",\"do\":\"" act "\",\"args\":{" args "}}"

static void other_acts_by_name(void **state) {
    Looking *looking = *state;
    const Def *def = looking->world->scenario.def;
    Command command;
    char where[40];
    assert_true(reads(looking, CMD("seat.done", ""), &command, where));
    assert_int_equal(command.kind, COMMAND_DONE);
    assert_int_equal(command.at_phase, NONE);
    assert_true(
            reads(looking, CMD("meet.invite", "\"actor\":\"parents\",\"arena\":\"board\""),
                    &command, where));
    assert_int_equal(command.a, def_find(def, KIND_ACTOR, "parents").index);
    assert_int_equal(command.b, def_find(def, KIND_ARENA, "board").index);
    assert_true(reads(looking, CMD("meet.record", "\"line1\":4"), &command, where));
    assert_int_equal(command.a, 4);
    assert_int_equal(command.b, NONE);
    assert_int_equal(command.d, NONE);
    assert_true(reads(looking,
            CMD("verb.engage", "\"target\":\"finance\",\"side\":\"against\""), &command,
            where));
    assert_int_equal(command.act.side, -1);
    assert_int_equal(command.act.target.kind, KIND_DECIDER);
    assert_true(reads(looking,
            CMD("deal.offer",
                    "\"actor\":\"schools\",\"give.money\":1,\"get.people\":2,"
                    "\"promises\":1,\"1.kind\":1,\"1.by\":0,\"1.due\":2,\"1.size\":1"),
            &command, where));
    assert_int_equal(command.kind, COMMAND_DEAL_OFFER);
    assert_int_equal(command.deal.promises[0].due, 2);
    assert_int_equal(command.deal.promises[0].what, NONE);
    uint8_t money = def_find(def, KIND_RESOURCE, "money").index,
            schools = def_find(def, KIND_ACTOR, "schools").index;
    assert_int_equal(deal_given(&command.deal, command.actor, schools, money), 1);
}

static void what_means_nothing_is_named(void **state) {
    Looking *looking = *state;
    Command command;
    char where[40];
    static const char *const rows[][2] = {
            {CMD("verb.dance",     ""),                                 "do"      },
            {CMD("seat.fly",       ""),                                 "do"      },
            {CMD("seat.take_back", ""),                                 "place"   },
            {CMD("seat.take_back", "\"place\":70000"),                  "place"   },
            {CMD("meet.invite",    "\"actor\":\"nobody\",\"arena\":0"), "actor"   },
            {CMD("verb.engage",    "\"target\":\"parents\""),           "target"  },
            {CMD("verb.engage",    "\"target\":3"),                     "target"  },
            {CMD("deal.offer",     "\"actor\":1,\"promises\":9"),       "promises"},
    };
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        assert_false(reads(looking, rows[i][0], &command, where));
        assert_string_equal(where, rows[i][1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(a_game_in_json_and_back, setup, teardown),
            cmocka_unit_test_setup_teardown(other_acts_by_name, setup, teardown),
            cmocka_unit_test_setup_teardown(what_means_nothing_is_named, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

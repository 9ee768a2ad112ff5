// tests/unit/test_host_words.c — what people write and are told beside the game: who sees it, how it goes away, what stays. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "console_world.h"
#include <unistd.h>

static int setup(void **state) {
    *state = hall_world_make("scenarios/riverside-link", 11);
    return 0;
}

static int teardown(void **state) { return hall_world_free(*state); }

static Person *seated(HallWorld *world, int32_t number, const char *as) {
    Person *person = person_join(world, number, as);
    hall_world_turn(world);
    snprintf(person->token, sizeof person->token, "%s",
            person_text(person, "seated", "token"));
    return person;
}

static Person *board_come(HallWorld *world) {
    return person_return(world, world->party->seats.board);
}

// The newest entry of a list in a section, NULL when it is empty.
static json_t *last_of(const Person *person, const char *section, const char *list) {
    const json_t *all = json_object_get(person_section(person, section), list);
    return json_array_get(all, json_array_size(all) - 1);
}

static const char *text_in(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

// A fresh connection's view of a section, so that nothing depends on deltas.
static Person *again(HallWorld *world, const Person *person) {
    Person *fresh = person_return(world, person->token);
    memcpy(fresh->token, person->token, sizeof fresh->token);
    hall_world_turn(world);
    return fresh;
}

static bool anything_holds(const Person *person, const char *words) {
    for (int32_t i = 0; i < person->got_count; i++) {
        char *text = json_dumps(person->got[i], JSON_ENCODE_ANY);
        bool found = strstr(text, words) != NULL;
        free(text);
        if (found) return true;
    }
    return false;
}

static void a_broadcast_reaches_all_and_can_be_hidden(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1, "play");
    Person *two = seated(world, 2, "observe"), *board = board_come(world);
    assert_true(console_do(world, console, "broadcast", "\"sticky\":\"sticky\"",
            "\"text\":\"Lunch is at noon\""));
    assert_string_equal(person_text(one, "notice", "text"), "Lunch is at noon");
    assert_string_equal(person_text(two, "notice", "key"), "broadcast");
    board = board_come(world);
    hall_world_turn(world);
    assert_string_equal(
            text_in(last_of(board, "talk", "lines"), "text"), "Lunch is at noon");
    one = again(world, one);
    assert_string_equal(text_in(last_of(one, "show", "items"), "text"), "Lunch is at noon");
    char args[40];
    snprintf(args, sizeof args, "\"words\":%d", console_line(world)->d);
    assert_true(console_do(world, console, "hide", args, ""));
    assert_false(anything_holds(board_come(world), "Lunch"));
    assert_false(anything_holds(again(world, one), "Lunch"));
    hall_world_restart(world);
    console = console_come(world);
    assert_false(anything_holds(board_come(world), "Lunch"));
    assert_true(console_do(world, console, "show", args, ""));
    assert_true(anything_holds(board_come(world), "Lunch"));
    assert_false(console_do(world, console, "hide", "\"words\":30000", ""));
}

static void a_whisper_is_for_one_seat_or_team(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1, "play");
    Person *two = seated(world, 2, "play");
    assert_true(console_do(
            world, console, "whisper", "\"seat\":1", "\"text\":\"Only for you\""));
    assert_string_equal(person_text(one, "notice", "text"), "Only for you");
    assert_false(anything_holds(two, "Only for you"));
    two = again(world, two);
    assert_false(anything_holds(two, "Only for you"));
    assert_false(anything_holds(board_come(world), "Only for you"));
    one = again(world, one);
    assert_true(anything_holds(one, "Only for you"));
    const Def *def = world->world->scenario.def;
    char args[80];
    snprintf(args, sizeof args, "\"seat\":\"%s\"",
            def_id(def, (Thing){KIND_ACTOR, party_actor(world->party, 2)}));
    assert_true(console_do(world, console, "whisper", args, "\"text\":\"For the team\""));
    assert_true(anything_holds(two, "For the team"));
    assert_false(anything_holds(one, "For the team"));
}

static void help_is_asked_seen_and_answered(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1, "play");
    seat_do(world, one, "help", "", "\"text\":\"What is a frame?\"");
    assert_true(person_last_is(one, "ack") || person_got(one, "ack"));
    Person *fresh = console_come(world);
    hall_world_turn(world);
    json_t *call = last_of(fresh, "talk", "inbox");
    assert_string_equal(text_in(call, "text"), "What is a frame?");
    char args[60];
    snprintf(args, sizeof args, "\"help\":%d",
            (int)json_integer_value(json_object_get(call, "id")));
    assert_true(
            console_do(world, console, "answer", args, "\"text\":\"A way of seeing it.\""));
    assert_string_equal(person_text(one, "notice", "key"), "answer");
    fresh = console_come(world);
    hall_world_turn(world);
    assert_null(last_of(fresh, "talk", "inbox"));
    assert_false(console_do(world, console, "answer", "\"help\":9999", "\"text\":\"x\""));
}

// Nothing in the record says who pressed it.
static void a_pause_is_asked_for_by_nobody(void **state) {
    HallWorld *world = *state;
    Person *one = seated(world, 1, "play");
    seat_do(world, one, "pause_please", "", "");
    assert_int_equal(console_line(world)->kind, EVENT_PAUSE_WISHED);
    assert_int_equal(console_line(world)->a, 0);
    const Journal *journal = &console_session(world)->journal;
    JournalBatch batch;
    Region region = {0};
    int32_t count = 0;
    assert_true(journal->read(journal->self, console_line(world)->seq, &batch, 1, &count,
            &region, &world->world->err));
    assert_int_equal(batch.source, -1);
    assert_int_equal(batch.device, 0);
    assert_int_equal(batch.action.length, 0);
    region_clear(&region);
    Person *console = console_come(world);
    hall_world_turn(world);
    assert_string_equal(text_in(last_of(console, "talk", "inbox"), "kind"), "pause");
    int32_t before = console_session(world)->people.count;
    seat_do(world, one, "pause_please", "", "");
    assert_int_equal(console_session(world)->people.count, before); // not twice in a minute
}

static void journals_are_as_private_as_their_writer_says(void **state) {
    HallWorld *world = *state;
    Person *one = seated(world, 1, "play"), *two = seated(world, 2, "play");
    seat_do(world, one, "journal", "\"scope\":\"me\"",
            "\"text\":\"mine-alone\\nline two\"");
    seat_do(world, one, "journal", "\"scope\":\"facilitator\"",
            "\"text\":\"for-the-lead\"");
    seat_do(world, one, "journal", "\"scope\":\"group\"", "\"text\":\"for-everybody\"");
    Person *console = console_come(world), *other = again(world, two);
    hall_world_turn(world);
    assert_false(anything_holds(other, "mine-alone"));
    assert_false(anything_holds(other, "for-the-lead"));
    assert_true(anything_holds(other, "for-everybody"));
    assert_false(anything_holds(console, "mine-alone"));
    assert_true(anything_holds(console, "for-the-lead"));
    assert_false(anything_holds(board_come(world), "for-everybody"));
    one = again(world, one);
    assert_true(anything_holds(one, "mine-alone\\nline two"));
    json_t *entry = last_of(one, "seat", "journal");
    char args[80];
    snprintf(args, sizeof args, "\"scope\":\"me\",\"replaces\":%d",
            (int)json_integer_value(json_object_get(entry, "id")));
    seat_do(world, one, "journal", args, "\"text\":\"for nobody after all\"");
    two = again(world, two);
    assert_false(anything_holds(two, "for-everybody"));
    seat_do(world, two, "journal", args, "\"text\":\"not yours\"");
    assert_string_equal(person_text(two, "refused", "code"), "bad_message");
    seat_do(world, two, "journal", "", "");
    assert_string_equal(person_text(two, "refused", "code"), "no_words");
}

static void drafts_come_back(void **state) {
    HallWorld *world = *state;
    Person *one = seated(world, 1, "play");
    person_say(world, one,
            "{\"t\":\"draft\",\"key\":\"journal\",\"text\":\"half a thought\"}");
    assert_string_equal(person_text(one, "saved", "key"), "journal");
    char token[32];
    memcpy(token, one->token, sizeof token);
    hall_world_restart(world);
    one = person_return(world, token);
    assert_string_equal(person_text(one, "saved", "text"), "half a thought");
    person_say(world, one, "{\"t\":\"draft\",\"key\":\"journal\",\"text\":\"\"}");
    assert_null(person_got(person_return(world, token), "saved"));
    one = person_return(world, token);
    char text[80];
    for (int32_t i = 0; i <= ROSTER_DRAFTS_MAX; i++) {
        world->now_ms += 1000;
        snprintf(text, sizeof text, "{\"t\":\"draft\",\"key\":\"k%d\",\"text\":\"x\"}",
                (int)i);
        person_say(world, one, text);
    }
    assert_string_equal(person_text(one, "refused", "code"), "drafts");
}

static void nudges_observations_notes(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1, "play");
    Person *two = seated(world, 2, "observe");
    assert_true(console_do(world, console, "nudge", "\"seats\":\"1, 2\"", ""));
    assert_string_equal(person_text(one, "notice", "key"), "nudge");
    assert_false(console_do(world, console, "nudge", "\"seats\":\"1,x\"", ""));
    hall_world_console(world, COMMAND_START);
    assert_true(console_do(world, console, "nudge", "", ""));
    assert_int_equal(console_line(world)->a, 1); // only who the step waits for
    const char *id = def_id(world->world->scenario.def, (Thing){KIND_ACTOR, 0});
    char args[120];
    snprintf(args, sizeof args, "\"who\":\"%s\",\"act\":3,\"changed\":1,\"source\":2", id);
    seat_do(world, two, "observe", args, "\"text\":\"seen-by-me\"");
    ObservedLine line = observed_line(console_line(world)->b, console_line(world)->c);
    assert_int_equal(line.act, 3);
    assert_int_equal(line.to, OBSERVED_NOBODY);
    two = again(world, two);
    assert_true(anything_holds(two, "seen-by-me"));
    assert_false(anything_holds(again(world, one), "seen-by-me"));
    seat_do(world, two, "observe", "\"who\":\"nobody\"", "");
    assert_string_equal(person_text(two, "refused", "code"), "bad_message");
    assert_true(console_do(world, console, "note", "", "\"text\":\"Watch the chair\""));
    assert_true(console_do(world, console, "mark", "", ""));
    assert_false(anything_holds(again(world, one), "Watch the chair"));
    Person *fresh = console_come(world);
    hall_world_turn(world);
    assert_true(anything_holds(fresh, "Watch the chair"));
}

static void a_look_at_a_seat_is_recorded_and_ends(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1, "play");
    (void)one;
    assert_true(console_do(world, console, "peek", "\"seat\":1", ""));
    json_t *peeked = person_got(console, "peeked");
    assert_int_equal(json_integer_value(json_object_get(peeked, "seat")), 1);
    assert_non_null(json_object_get(json_object_get(peeked, "s"), "me"));
    assert_int_equal(console_line(world)->kind, EVENT_PEEKED);
    world->now_ms += 31 * 1000;
    world->events.tick(world->events.context, world->now_ms);
    peeked = person_got(console, "peeked");
    assert_int_equal(json_integer_value(json_object_get(peeked, "seat")), 0);
    assert_int_equal(json_object_size(json_object_get(peeked, "s")), 0);
}

static void the_board_shows_only_public_things(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    assert_true(console_do(world, console, "board", "\"what\":\"blank\"", ""));
    assert_string_equal(
            text_in(person_section(board_come(world), "show"), "board"), "nothing");
    assert_true(
            console_do(world, console, "board", "\"what\":\"show\",\"item\":\"news\"", ""));
    assert_string_equal(text_in(person_section(board_come(world), "show"), "item"), "news");
    assert_false(console_do(
            world, console, "board", "\"what\":\"show\",\"item\":\"briefs\"", ""));
    assert_true(console_do(world, console, "debrief", "\"what\":\"share\",\"n\":3", ""));
    assert_int_equal(console_session(world)->people.shared, 8);
    assert_true(console_do(world, console, "debrief", "\"what\":\"unshare\",\"n\":3", ""));
    assert_int_equal(console_session(world)->people.shared, 0);
}

static void consent_can_change_at_any_time(void **state) {
    HallWorld *world = *state;
    Person *one = seated(world, 1, "play");
    seat_do(world, one, "consent", "\"purpose\":\"research\",\"given\":true", "");
    one = again(world, one);
    const json_t *consent = json_object_get(person_section(one, "seat"), "consent");
    assert_true(json_is_true(json_object_get(consent, "play")));
    assert_true(json_is_true(json_object_get(consent, "research")));
    seat_do(world, one, "consent", "\"purpose\":\"research\",\"given\":false", "");
    one = again(world, one);
    consent = json_object_get(person_section(one, "seat"), "consent");
    assert_true(json_is_false(json_object_get(consent, "research")));
    seat_do(world, one, "consent", "\"purpose\":\"anything\",\"given\":true", "");
    assert_true(anything_holds(one, "bad_message"));
}

// ---- words stand in their table alone, and leave when they are told to -------------------------------------------

static bool file_holds(const char *path, const char *words) {
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    char *bytes = calloc(1, 8 << 20);
    size_t length = fread(bytes, 1, 8 << 20, file), wanted = strlen(words);
    bool found = false;
    for (size_t i = 0; i + wanted <= length && !found; i++)
        found = memcmp(bytes + i, words, wanted) == 0;
    fclose(file);
    free(bytes);
    return found;
}

static bool session_holds(const HallWorld *world, const char *words) {
    char wal[300];
    snprintf(wal, sizeof wal, "%s-wal", world->world->path);
    return file_holds(world->world->path, words) || file_holds(wal, words);
}

static void plant(HallWorld *world, Person *console, Person *one) {
    assert_true(console_do(
            world, console, "rename", "\"seat\":1", "\"label\":\"planted-label\""));
    assert_true(console_do(
            world, console, "whisper", "\"seat\":1", "\"text\":\"planted-whisper\""));
    seat_do(world, one, "help", "", "\"text\":\"planted-help\"");
    seat_do(world, one, "journal", "\"scope\":\"me\"", "\"text\":\"planted-journal\"");
    Person *fresh = console_come(world);
    hall_world_turn(world);
    char help[60];
    snprintf(help, sizeof help, "\"help\":%d",
            (int)json_integer_value(
                    json_object_get(last_of(fresh, "talk", "inbox"), "id")));
    assert_true(console_do(world, console, "answer", help, "\"text\":\"planted-answer\""));
    person_say(
            world, one, "{\"t\":\"draft\",\"key\":\"journal\",\"text\":\"planted-draft\"}");
}

static void erased_words_leave_no_byte(void **state) {
    static const char *const planted[] = {"planted-label", "planted-whisper",
            "planted-help", "planted-journal", "planted-answer", "planted-draft"};
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1, "play");
    Person *two = seated(world, 2, "play");
    plant(world, console, one);
    seat_do(world, two, "journal", "\"scope\":\"me\"", "\"text\":\"kept-by-another\"");
    for (size_t i = 0; i < ARRAY_COUNT(planted); i++)
        assert_true(session_holds(world, planted[i]));
    const char *name = def_text(world->world->scenario.def, world->world->scenario.def->id);
    char words[100];
    assert_false(console_do(world, console, "erase", "\"seat\":1", "\"name\":\"wrong\""));
    assert_string_equal(person_text(console, "refused", "code"), "name_wrong");
    assert_true(session_holds(world, "planted-journal"));
    snprintf(words, sizeof words, "\"name\":\"%s\"", name);
    // Nobody has ever sat there: the log would call it the next person's.
    assert_false(console_do(world, console, "erase", "\"seat\":3", words));
    assert_string_equal(person_text(console, "refused", "code"), "no_person");
    assert_true(console_do(world, console, "erase", "\"seat\":1", words));
    for (size_t i = 0; i < ARRAY_COUNT(planted); i++)
        assert_false(session_holds(world, planted[i]));
    assert_true(session_holds(world, "kept-by-another"));
    assert_false(anything_holds(again(world, one), "planted"));
    const Journal *journal = &console_session(world)->journal;
    assert_true(journal->verify(journal->self, &world->world->err));
    hall_world_restart(world); // the record folds without them
    assert_int_equal(console_session(world)->people.lines[0].kind, EVENT_NAMED);
}

// ---- copies -------------------------------------------------------------------------------------------------------

typedef struct Copies {
    char folder[120];
    JournalCopy items[16];
    int32_t count;
    Region region;
} Copies;

static void find_copies(HallWorld *world, Copies *copies) {
    const Journal *journal = &console_session(world)->journal;
    region_clear(&copies->region);
    assert_true(journal->copies(journal->self, copies->items, 16, &copies->count,
            &copies->region, &world->world->err));
}

static void choose_folder(HallWorld *world, Copies *copies, char words[160]) {
    *copies = (Copies){0};
    snprintf(copies->folder, sizeof copies->folder, "%.100s-copies", world->world->path);
    assert_true(file_make_folder(copies->folder, &world->world->err));
    snprintf(words, 160, "\"place\":\"%s\"", copies->folder);
}

static void leave_folder(Copies *copies) {
    for (int32_t i = 0; i < copies->count; i++)
        unlink(copies->items[i].place);
    rmdir(copies->folder);
    region_clear(&copies->region);
}

static void copies_are_made_each_round_and_three_stay(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world);
    Copies copies;
    char words[160];
    seated(world, 1, "play");
    assert_false(console_do(world, console, "backup", "", ""));
    assert_string_equal(person_text(console, "refused", "code"), "no_place");
    choose_folder(world, &copies, words);
    assert_true(console_do(world, console, "backup", "", words));
    find_copies(world, &copies);
    assert_int_equal(copies.count, 1);
    assert_true(file_exists(copies.items[0].place));
    hall_world_console(world, COMMAND_START);
    const State *now = &console_session(world)->state;
    for (int32_t i = 0; i < 60 && now->status != STATUS_DEBRIEF; i++)
        hall_world_console(world, COMMAND_ADVANCE);
    find_copies(world, &copies);
    assert_int_equal(copies.count, 3);
    Journal copy;
    for (int32_t i = 0; i < 3; i++) {
        assert_true(
                store_open(copies.items[i].place, STORE_READ, &copy, &world->world->err));
        copy.close(copy.self);
    }
    leave_folder(&copies);
}

static void erasing_reaches_the_copies(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1, "play");
    Copies copies;
    char words[160];
    plant(world, console, one);
    choose_folder(world, &copies, words);
    assert_true(console_do(world, console, "backup", "", words));
    find_copies(world, &copies);
    assert_true(file_holds(copies.items[0].place, "planted-journal"));
    assert_true(file_holds(copies.items[0].place, "planted-draft"));
    assert_true(console_do(
            world, console, "erase", "\"seat\":1", "\"name\":\"riverside-link\""));
    assert_false(file_holds(copies.items[0].place, "planted"));
    Journal copy;
    assert_true(store_open(copies.items[0].place, STORE_PLAY, &copy, &world->world->err));
    assert_true(copy.verify(copy.self, &world->world->err));
    copy.close(copy.self);
    leave_folder(&copies);
}

static void an_erased_session_is_gone_with_its_copies(void **state) {
    HallWorld *world = *state;
    Person *console = console_come(world), *one = seated(world, 1, "play");
    Copies copies;
    char words[160], path[120];
    choose_folder(world, &copies, words);
    assert_true(console_do(world, console, "backup", "", words));
    find_copies(world, &copies);
    snprintf(path, sizeof path, "%s", copies.items[0].place);
    assert_false(console_do(world, console, "erase", "", "\"name\":\"no\""));
    assert_true(file_exists(world->world->path));
    assert_true(console_do(world, console, "erase", "", "\"name\":\"riverside-link\""));
    assert_int_equal(one->closed_with, 4006);
    assert_false(file_exists(world->world->path));
    assert_false(file_exists(path));
    world->party = NULL;
    leave_folder(&copies);
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(a_broadcast_reaches_all_and_can_be_hidden),
            TEST(a_whisper_is_for_one_seat_or_team), TEST(help_is_asked_seen_and_answered),
            TEST(a_pause_is_asked_for_by_nobody),
            TEST(journals_are_as_private_as_their_writer_says), TEST(drafts_come_back),
            TEST(nudges_observations_notes), TEST(a_look_at_a_seat_is_recorded_and_ends),
            TEST(the_board_shows_only_public_things), TEST(consent_can_change_at_any_time),
            TEST(erased_words_leave_no_byte),
            TEST(copies_are_made_each_round_and_three_stay),
            TEST(erasing_reaches_the_copies),
            TEST(an_erased_session_is_gone_with_its_copies)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

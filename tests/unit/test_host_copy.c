// tests/unit/test_host_copy.c — the laptop is lost: a copy of the session, opened somewhere else, has everybody in their place and every act up to the copy. Never: two hosts of one session at once.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "console_world.h"
#include <dirent.h>
#include <sys/stat.h>

enum { PEOPLE = 5, COPY_MOST = 8 << 20 };

static int setup(void **state) {
    *state = hall_world_make("scenarios/riverside-link", 21);
    return 0;
}

static int teardown(void **state) { return hall_world_free(*state); }

// The newest file in the folder of backups.
static void find_copy(const char *folder, char out[400]) {
    DIR *open = opendir(folder);
    assert_non_null(open);
    out[0] = 0;
    for (const struct dirent *entry; (entry = readdir(open)) != NULL;) {
        char path[400];
        snprintf(path, sizeof path, "%.100s/%.200s", folder, entry->d_name);
        bool copy = strstr(entry->d_name, ".convene-session") != NULL;
        if (copy && strcmp(path, out) > 0) snprintf(out, 400, "%s", path);
    }
    closedir(open);
    assert_true(out[0] != 0);
}

// Onto another machine: its own folder, and nothing beside the one file.
static void carry(HallWorld *world, const char *copy) {
    Region region = {0};
    Bytes bytes = {0};
    char other[100];
    snprintf(other, sizeof other, "%.60s/other-machine", world->world->folder);
    assert_int_equal(mkdir(other, 0700), 0);
    assert_true(file_read(&region, copy, COPY_MOST, &bytes, &world->world->err));
    snprintf(world->world->path, sizeof world->world->path, "%s/copied.convene-session",
            other);
    assert_true(
            file_write(world->world->path, bytes.data, bytes.length, &world->world->err));
    region_clear(&region);
}

static void a_copy_opened_elsewhere_has_everybody(void **state) {
    HallWorld *world = *state;
    char tokens[PEOPLE][32], copy[400], place[200];
    uint8_t actors[PEOPLE];
    Person *people[PEOPLE], *chief = console_come(world);
    for (int32_t i = 0; i < PEOPLE; i++) {
        people[i] = person_join(world, i, "play");
        memcpy(tokens[i], people[i]->token, sizeof tokens[i]);
        actors[i] = party_actor(world->party, people[i]->seat);
    }
    hall_world_console(world, COMMAND_START);
    seat_do(world, people[0], "journal", "\"scope\":\"me\"",
            "\"text\":\"before the copy\"");
    assert_non_null(person_got(people[0], "ack"));
    snprintf(place, sizeof place, "\"place\":\"%s/copies\"", world->world->folder);
    char folder[100];
    snprintf(folder, sizeof folder, "%.60s/copies", world->world->folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    int64_t acknowledged = console_session(world)->seq;
    assert_true(console_do(world, chief, "backup", "", place));
    // What comes after the copy is lost with the laptop; what came before is not.
    seat_do(world, people[1], "journal", "\"scope\":\"me\"", "\"text\":\"after the copy\"");
    char pin[sizeof world->party->seats.pin], key[sizeof world->party->seats.key];
    memcpy(pin, world->party->seats.pin, sizeof pin);
    memcpy(key, world->party->seats.key, sizeof key);
    find_copy(folder, copy);
    carry(world, copy);
    hall_world_restart(world); // on the carried file

    const Session *session = console_session(world);
    assert_true(session->seq >= acknowledged);
    assert_string_equal(world->party->seats.pin, pin);
    assert_string_equal(world->party->seats.key, key);
    for (int32_t i = 0; i < PEOPLE; i++) {
        Person *back = person_return(world, tokens[i]);
        assert_non_null(person_got(back, "view"));
        assert_int_equal(
                json_integer_value(json_object_get(person_section(back, "me"), "actor")),
                actors[i]);
    }
    bool found = false;
    for (int32_t i = 1; i <= session->words_count; i++)
        found |= strcmp(own_words_text(session, (uint16_t)i), "before the copy") == 0;
    assert_true(found);
    assert_int_equal(session->state.status, STATUS_BRIEF);
    // And the game goes on there.
    Person *again = console_come(world);
    assert_true(console_do(world, again, "resume", "", ""));
    assert_true(console_do(world, again, "next", "", ""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    a_copy_opened_elsewhere_has_everybody, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

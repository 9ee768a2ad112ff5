// tests/unit/test_host_seats.c — places, tokens and codes: once each, found again after a restart, guessed by nobody. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/seats.h"
#include "store/roster.h"
#include "store/store.h"
#include "unit/own_folder.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CLAIM "pZ0hWm7dQx3tKcV5sRbEyA"

typedef struct World {
    char folder[64], path[128];
    Journal journal;
    Roster roster;
    Seats seats;
    int64_t now_ms;
    Err err;
} World;

static int64_t now_of(void *context) { return ((World *)context)->now_ms; }

static Clock clock_of(World *world) { return (Clock){world, now_of, now_of}; }

static void open_seats(World *world) {
    world->roster = store_roster(&world->journal);
    if (!seats_open(&world->seats, &world->roster, &world->journal, clock_of(world),
                entropy_system(), &world->err)) {
        fail_msg("%s", world->err.what);
    }
}

static int setup(void **state) {
    World *world = calloc(1, sizeof *world);
    const JournalFact facts[] = {
            {"session", {(const uint8_t *)"s", 1}}
    };
    assert_true(own_folder_make(world->folder, "seats"));
    snprintf(world->path, sizeof world->path, "%s/a.convene-session", world->folder);
    assert_true(store_create(world->path, facts, 1, &world->journal, &world->err));
    open_seats(world);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    World *world = *state;
    world->journal.close(world->journal.self);
    int result = own_folder_remove(world->folder);
    free(world);
    return result;
}

static void restart(World *world) {
    assert_true(seats_keep(&world->seats, &world->err));
    world->journal.close(world->journal.self);
    assert_true(store_open(world->path, STORE_PLAY, &world->journal, &world->err));
    open_seats(world);
}

static void a_claim_takes_one_place_however_often_it_is_sent(void **state) {
    World *world = *state;
    SeatsTaken first, second, other;
    assert_int_equal(seats_claim(&world->seats, CLAIM, "fr", &first), SEATS_FINE);
    assert_int_equal(first.seat, 1);
    assert_int_equal(strlen(first.token), SEATS_TOKEN_LETTERS);
    assert_int_equal(strlen(first.code), SEATS_CODE_LETTERS);
    restart(world);
    assert_int_equal(seats_claim(&world->seats, CLAIM, "fr", &second), SEATS_FINE);
    assert_true(second.again && !first.again);
    assert_int_equal(second.seat, 1);
    assert_string_not_equal(first.token, second.token);
    assert_null(seats_by_token(&world->seats, first.token));
    assert_non_null(seats_by_token(&world->seats, second.token));
    assert_int_equal(
            seats_claim(&world->seats, "AAAAAAAAAAAAAAAAAAAAAA", "", &other), SEATS_FINE);
    assert_int_equal(other.seat, 2);
    assert_string_equal(seats_lang(&world->seats, 1), "fr");
}

static void a_code_brings_another_device_to_the_same_place(void **state) {
    World *world = *state;
    SeatsTaken first, second;
    assert_int_equal(seats_claim(&world->seats, CLAIM, "", &first), SEATS_FINE);
    restart(world);
    assert_int_equal(
            seats_by_code(&world->seats, "BBBBBBBBBBBBBBBBBBBBBB", first.code, &second),
            SEATS_FINE);
    assert_int_equal(second.seat, first.seat);
    assert_int_not_equal(second.device, first.device);
    assert_non_null(seats_by_token(&world->seats, first.token));
    assert_non_null(seats_by_token(&world->seats, second.token));
    assert_int_equal(
            seats_by_code(&world->seats, "CCCCCCCCCCCCCCCCCCCCCC", "00000000", &second),
            SEATS_CODE_WRONG);
}

// No secret stands in the file.
static void the_file_holds_no_secret(void **state) {
    World *world = *state;
    SeatsTaken taken;
    assert_int_equal(seats_claim(&world->seats, CLAIM, "", &taken), SEATS_FINE);
    assert_true(seats_keep(&world->seats, &world->err));
    world->journal.close(world->journal.self);
    FILE *file = fopen(world->path, "rb");
    assert_non_null(file);
    static char bytes[1 << 20];
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_true(length > 0 && length < sizeof bytes);
    assert_null(memmem(bytes, length, taken.token, strlen(taken.token)));
    assert_null(memmem(bytes, length, taken.code, strlen(taken.code)));
    assert_null(memmem(bytes, length, CLAIM, strlen(CLAIM)));
    assert_true(store_open(world->path, STORE_PLAY, &world->journal, &world->err));
}

static SeatsAnswer guess(Seats *seats, const char *pin) {
    SeatsAnswer answer = seats_look(seats, pin, "");
    if (answer != SEATS_FINE) seats_guessed(seats);
    return answer;
}

static void wrong_pins_rest_and_the_address_goes_on(void **state) {
    World *world = *state;
    Seats *seats = &world->seats;
    const char *wrong = strcmp(seats->pin, "000000") == 0 ? "000001" : "000000";
    for (int32_t i = 0; i < WRONG_PINS_MAX - 1; i++)
        assert_int_equal(guess(seats, wrong), SEATS_PIN_WRONG);
    assert_int_equal(seats_look(seats, seats->pin, ""), SEATS_FINE);
    assert_int_equal(guess(seats, wrong), SEATS_PIN_WRONG);
    assert_int_equal(seats_look(seats, seats->pin, ""), SEATS_PIN_RESTS);
    assert_int_equal(seats_look(seats, "", seats->qr), SEATS_FINE);
    assert_int_equal(strlen(seats->qr), SEATS_QR_LETTERS);
    assert_int_equal(seats_look(seats, "", "WRONG"), SEATS_PIN_WRONG);
    world->now_ms += PIN_RESTS_MS;
    assert_int_equal(seats_look(seats, seats->pin, ""), SEATS_FINE);
}

static void codes_cannot_be_tried_for_ever(void **state) {
    World *world = *state;
    SeatsTaken taken, tried;
    assert_int_equal(seats_claim(&world->seats, CLAIM, "", &taken), SEATS_FINE);
    const char *wrong = strcmp(taken.code, "12345678") == 0 ? "12345679" : "12345678";
    for (int32_t i = 0; i < WRONG_CODES_MAX; i++) {
        assert_int_equal(
                seats_by_code(&world->seats, "DDDDDDDDDDDDDDDDDDDDDD", wrong, &tried),
                SEATS_CODE_WRONG);
        seats_guessed_code(&world->seats);
    }
    assert_int_equal(
            seats_by_code(&world->seats, "DDDDDDDDDDDDDDDDDDDDDD", taken.code, &tried),
            SEATS_CODE_WRONG);
    assert_true(seats_is_key(&world->seats, world->seats.key));
    for (int32_t i = 0; i < 12; i++) {
        assert_false(seats_is_key(&world->seats, "NOTTHEKEY234"));
        seats_guessed_key(&world->seats);
    }
    assert_false(seats_is_key(&world->seats, world->seats.key));
}

static void the_house_is_full_or_locked(void **state) {
    World *world = *state;
    SeatsTaken taken;
    char claim[23];
    for (int32_t i = 0; i < SEATS_MAX; i++) {
        snprintf(claim, sizeof claim, "%022d", (int)i);
        assert_int_equal(seats_claim(&world->seats, claim, "", &taken), SEATS_FINE);
        assert_int_equal(taken.seat, i + 1);
    }
    assert_int_equal(seats_claim(&world->seats, CLAIM, "", &taken), SEATS_FULL);
    world->seats.locked = true;
    assert_int_equal(seats_claim(&world->seats, CLAIM, "", &taken), SEATS_LOCKED);
    assert_int_equal(seats_claim(&world->seats, claim, "", &taken), SEATS_FINE);
    assert_true(taken.again);
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
            WITH_FILE(a_claim_takes_one_place_however_often_it_is_sent),
            WITH_FILE(a_code_brings_another_device_to_the_same_place),
            WITH_FILE(the_file_holds_no_secret),
            WITH_FILE(wrong_pins_rest_and_the_address_goes_on),
            WITH_FILE(codes_cannot_be_tried_for_ever),
            WITH_FILE(the_house_is_full_or_locked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_cli_door.c — the address people are given while networks come and go. Never: a socket.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/door.h"

static const ServerName HERE = {.host = "localhost:8080", .loopback = true},
                        HALL = {.host = "192.168.1.5:8080", .network = "Hall"},
                        SPOT = {.host = "172.20.10.2:8080", .hotspot = HOTSPOT_IPHONE};

static void take(Door *door, int32_t count, ServerName one, ServerName two) {
    const ServerName names[] = {HERE, one, two};
    door_take(door, names, count);
}

static bool serves(const Door *door, const char *host) {
    for (int32_t i = 0; i < door->site.hosts_count; i++) {
        if (strcmp(door->site.hosts[i], host) == 0) return true;
    }
    return false;
}

static void the_likeliest_is_given_and_stays(void **state) {
    (void)state;
    Door door = {0};
    take(&door, 3, HALL, SPOT);
    assert_string_equal(door.url, "http://192.168.1.5:8080");
    assert_string_equal(door.given.network, "Hall");
    take(&door, 3, SPOT,
            HALL); // another is likelier now: people have the first one in their hands
    assert_string_equal(door.url, "http://192.168.1.5:8080");
    assert_true(serves(&door, SPOT.host) && serves(&door, HERE.host));
}

static void another_network_takes_its_place(void **state) {
    (void)state;
    Door door = {0};
    take(&door, 2, HALL, HALL);
    take(&door, 2, SPOT, SPOT);
    assert_string_equal(door.url, "http://172.20.10.2:8080");
    assert_int_equal(door.given.hotspot, HOTSPOT_IPHONE);
    assert_true(serves(&door, SPOT.host));
    assert_false(serves(&door, HALL.host)); // nobody else's name opens this door
}

static void a_network_that_blinks_changes_nothing(void **state) {
    (void)state;
    Door door = {0};
    take(&door, 2, HALL, HALL);
    take(&door, 1, HALL, HALL);
    assert_true(door.only_here);
    assert_string_equal(door.url, "http://192.168.1.5:8080");
    take(&door, 2, HALL, HALL);
    assert_false(door.only_here);
    assert_string_equal(door.url, "http://192.168.1.5:8080");
}

static void without_a_network_it_is_this_machine(void **state) {
    (void)state;
    Door door = {0};
    take(&door, 1, HALL, HALL);
    assert_true(door.only_here);
    assert_string_equal(door.url, "http://localhost:8080");
    door_choose_again(&door);
    assert_string_equal(door.url, "http://localhost:8080");
    take(&door, 2, SPOT, SPOT);
    assert_false(door.only_here);
    assert_string_equal(door.url, "http://172.20.10.2:8080");
}

static void who_leads_chooses_another(void **state) {
    (void)state;
    Door door = {0};
    take(&door, 3, HALL, SPOT);
    door_choose_again(&door);
    assert_string_equal(door.url, "http://172.20.10.2:8080");
    take(&door, 3, HALL, SPOT); // and it stays
    assert_string_equal(door.url, "http://172.20.10.2:8080");
    door_choose_again(&door);
    assert_string_equal(door.url, "http://192.168.1.5:8080");
}

static void a_public_address_never_changes(void **state) {
    (void)state;
    Door door = {.public_url = "https://play.example.org"};
    take(&door, 1, HALL, HALL);
    assert_false(door.only_here);
    take(&door, 3, HALL, SPOT);
    door_choose_again(&door);
    assert_string_equal(door.url, "https://play.example.org");
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(the_likeliest_is_given_and_stays),
            cmocka_unit_test(another_network_takes_its_place),
            cmocka_unit_test(a_network_that_blinks_changes_nothing),
            cmocka_unit_test(without_a_network_it_is_this_machine),
            cmocka_unit_test(who_leads_chooses_another),
            cmocka_unit_test(a_public_address_never_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

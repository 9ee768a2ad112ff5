// tests/unit/test_net_names.c — which address people are given: the way out before wireless before cable, hotspots by their range. Never: this machine's own networks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "net/names.h"

static const uint32_t HOME = 0xC0A80117, PUBLIC = 0x08080808, LINK_LOCAL = 0xA9FE0101;

static int32_t likely(const char *interface, uint32_t address, bool is_way_out) {
    return names_likely(interface, address, false, is_way_out);
}

static void the_way_out_comes_first(void **state) {
    (void)state;
    static const int32_t none = -1;
    assert_true(likely("eth0", HOME, true) > likely("wlan0", HOME, false));
    assert_true(likely("wlan0", HOME, true) > likely("eth0", HOME, true));
    assert_true(likely("wlp2s0", PUBLIC, false) > likely("enp3s0", HOME, false));
    assert_true(likely("enp3s0", HOME, false) > likely("enp3s0", PUBLIC, false));
    assert_int_equal(likely("wlan0", HOME, true), NAMES_LIKELY_MOST);
    assert_true(likely("eth0", PUBLIC, false) > 0);
    assert_int_equal(names_likely("lo", 0x7F000001, true, false), 0);
    assert_int_equal(likely("eth0", LINK_LOCAL, true), none);
    static const char *const inner[] = {
            "docker0", "br-1a2b", "veth77", "virbr0", "tun0", "wg0"};
    for (size_t i = 0; i < ARRAY_COUNT(inner); i++)
        assert_int_equal(likely(inner[i], HOME, true), none);
}

static void the_way_out_is_read_from_the_routes(void **state) {
    (void)state;
    char out[NAMES_INTERFACE_BYTES];
    names_way_out("Iface\tDestination\tGateway\n"
                  "eth0\t0002A8C0\t00000000\t0001\n"
                  "wlan0\t00000000\t0102A8C0\t0003\n",
            out);
    assert_string_equal(out, "wlan0");
    names_way_out("Iface\tDestination\tGateway\neth0\t0002A8C0\t00000000\n", out);
    assert_string_equal(out, "");
    names_way_out("", out);
    assert_string_equal(out, "");
    names_way_out("an-interface-with-a-very-long-name\t00000000\n\n\n00000000", out);
    assert_string_equal(out, "");
}

static void hotspots_are_known_by_their_range(void **state) {
    (void)state;
    static const struct {
        uint32_t address;
        Hotspot maker;
    } cases[] = {
            {0xAC140A01, HOTSPOT_IPHONE }, // 172.20.10.1
            {0xAC140A0E, HOTSPOT_IPHONE },
            {0xAC140A11, HOTSPOT_NONE   }, // 172.20.10.17
            {0xC0A82B05, HOTSPOT_ANDROID}, // 192.168.43.5
            {0xC0A88901, HOTSPOT_WINDOWS}, // 192.168.137.1
            {0x0A2A0001, HOTSPOT_LINUX  }, // 10.42.0.1
            {0x0A2A0101, HOTSPOT_NONE   },
            {HOME,       HOTSPOT_NONE   },
    };
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++)
        assert_int_equal(names_hotspot(cases[i].address), cases[i].maker);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test(the_way_out_comes_first),
            cmocka_unit_test(the_way_out_is_read_from_the_routes),
            cmocka_unit_test(hotspots_are_known_by_their_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// tests/unit/test_cli_power.c — plugs and batteries as the system tells of them. Never: this machine's own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "cli/power.h"
#include "unit/own_folder.h"
#include <stdio.h>
#include <string.h>

static char folder[OWN_FOLDER_BYTES];

static int setup(void **state) {
    (void)state;
    return own_folder_make(folder, "power") ? 0 : 1;
}

static int teardown(void **state) {
    (void)state;
    own_folder_remove(folder);
    return 0;
}

static void put(const char *device, const char *file, const char *text) {
    Err err = {0};
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, device);
    assert_true(file_make_folder(path, &err));
    snprintf(path, sizeof path, "%s/%s/%s", folder, device, file);
    assert_true(file_write(path, text, strlen(text), &err));
}

static void expect(HallPower power, int32_t percent) {
    int32_t found = 0;
    assert_int_equal(power_look(folder, &found), power);
    assert_int_equal(found, percent);
}

static void a_machine_without_a_battery_says_nothing(void **state) {
    (void)state;
    expect(POWER_NOT_KNOWN, -1);
    put("AC", "type", "Mains\n");
    put("AC", "online", "1\n");
    put("mouse", "type", "Battery\n"); // of a device beside it
    put("mouse", "scope", "Device\n");
    put("mouse", "status", "Discharging\n");
    expect(POWER_NOT_KNOWN, -1);
    int32_t percent = 0;
    assert_int_equal(power_look("no/such/folder", &percent), POWER_NOT_KNOWN);
}

static void a_battery_fills_or_drains(void **state) {
    (void)state;
    put("BAT0", "type", "Battery\n");
    put("BAT0", "status", "Charging\n");
    put("BAT0", "capacity", "80\n");
    expect(POWER_MAINS, 80);
    put("BAT0", "status", "Discharging\n");
    put("BAT0", "capacity", "23\n");
    expect(POWER_BATTERY, 23);
    put("BAT0", "capacity", "lots\n");
    expect(POWER_BATTERY, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
            cmocka_unit_test_setup_teardown(
                    a_machine_without_a_battery_says_nothing, setup, teardown),
            cmocka_unit_test_setup_teardown(a_battery_fills_or_drains, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

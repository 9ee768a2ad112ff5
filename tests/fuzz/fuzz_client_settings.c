// tests/fuzz/fuzz_client_settings.c — any bytes as a file of settings: every value stays in its range, and what is written reads back. Never: a known value.
#include "client/settings.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const AppSettings *s) {
    ASSERT(s->theme < THEMES_COUNT && s->letters >= 0 && s->letters <= UI_LETTERS_OFF);
    ASSERT(s->scale_percent == 0 || (s->scale_percent >= 75 && s->scale_percent <= 300));
    ASSERT(s->text_percent == 0 || (s->text_percent >= 100 && s->text_percent <= 200));
    ASSERT(s->port >= 0 && s->port <= UINT16_MAX && s->board_screen >= 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    AppSettings one = {0}, two = {0};
    Buffer first = {0}, second = {0};
    settings_read((Bytes){data, size}, &one);
    check(&one);
    settings_write(&one, &first);
    settings_read((Bytes){(const uint8_t *)first.data, first.length}, &two);
    settings_write(&two, &second);
    ASSERT(first.length == second.length);
    buffer_free(&first);
    buffer_free(&second);
    return 0;
}

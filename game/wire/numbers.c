// wire/numbers.c — lists of whole numbers as the journal keeps them, and whether each fits its field. Never: cuts a number that does not fit.
#include "wire/numbers.h"

void numbers_write(Buffer *out, const char *name, const int32_t *numbers, int32_t count) {
    buffer_format(out, "\"%s\":[", name);
    for (int32_t i = 0; i < count; i++)
        buffer_format(out, i ? ",%d" : "%d", numbers[i]);
    buffer_add_text(out, "]");
}

bool numbers_fit(const int32_t *n, const uint8_t *fields, size_t count) {
    static const int32_t least[] = {0, INT8_MIN, 0, INT16_MIN},
                         most[] = {UINT8_MAX, INT8_MAX, UINT16_MAX, INT16_MAX};
    for (size_t i = 0; i < count; i++) {
        if (n[i] < least[fields[i]] || n[i] > most[fields[i]]) return false;
    }
    return true;
}

bool numbers_fit_all(const int32_t *n, size_t count, Fit fit) {
    for (size_t i = 0; i < count; i++) {
        uint8_t field = (uint8_t)fit;
        if (!numbers_fit(&n[i], &field, 1)) return false;
    }
    return true;
}

bool numbers_read_one(const json_t *number, int32_t *out) {
    if (!json_is_integer(number)) return false;
    json_int_t value = json_integer_value(number);
    if (value < INT32_MIN || value > INT32_MAX) return false;
    *out = (int32_t)value;
    return true;
}

bool numbers_read(
        const json_t *object, const char *name, int32_t *out, size_t count, bool *found) {
    const json_t *list = json_object_get(object, name);
    if (found) *found = list != NULL;
    if (!list) return found != NULL;
    if (!json_is_array(list) || json_array_size(list) != count) return false;
    for (size_t i = 0; i < count; i++) {
        if (!numbers_read_one(json_array_get(list, i), &out[i])) return false;
    }
    return true;
}

// wire/numbers.h — lists of whole numbers as the journal keeps them, and whether each fits its field. Never: cuts a number that does not fit.
#ifndef WIRE_NUMBERS_H
#define WIRE_NUMBERS_H
#include "base/bytes.h"
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

// What a field of a struct holds.
typedef enum Fit { FIT_U8, FIT_I8, FIT_U16, FIT_I16 } Fit;

// "name":[1,2,3]
void numbers_write(Buffer *out, const char *name, const int32_t *numbers, int32_t count);
// Whether each number fits its field; the second: whether all fit the same.
bool numbers_fit(const int32_t *n, const uint8_t *fields, size_t count);
bool numbers_fit_all(const int32_t *n, size_t count, Fit fit);
// A whole number of 32 bits, or false.
bool numbers_read_one(const json_t *number, int32_t *out);
// Reads exactly count numbers of a list into out; false when the field is there but is not that, or is missing
// and nobody asks whether it was found.
bool numbers_read(
        const json_t *object, const char *name, int32_t *out, size_t count, bool *found);

#endif // WIRE_NUMBERS_H

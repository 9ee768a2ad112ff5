// base/bytes.c — the growing Buffer. Never: shrinks on its own.
#include "base/bytes.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void grow(Buffer *buffer, size_t needed) {
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity < needed)
        capacity *= 2;
    buffer->data = realloc(buffer->data, capacity);
    ASSERT(buffer->data != NULL);
    buffer->capacity = capacity;
}

static inline void reserve(Buffer *buffer, size_t more) {
    size_t needed = buffer->length + more + 1;
    if (needed > buffer->capacity) grow(buffer, needed);
}

char *buffer_room(Buffer *buffer, size_t more) {
    reserve(buffer, more);
    return buffer->data + buffer->length;
}

void buffer_add(Buffer *buffer, const void *data, size_t length) {
    reserve(buffer, length);
    if (length > 0) memcpy(buffer->data + buffer->length, data, length);
    buffer->length += length;
    buffer->data[buffer->length] = 0;
}

void buffer_add_text(Buffer *buffer, const char *text) {
    buffer_add(buffer, text, strlen(text));
}

void buffer_format(Buffer *buffer, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    ASSERT(length >= 0);
    reserve(buffer, (size_t)length);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    va_end(again);
    buffer->length += (size_t)length;
}

void buffer_reset(Buffer *buffer) {
    buffer->length = 0;
    if (buffer->data) buffer->data[0] = 0;
}

void buffer_free(Buffer *buffer) {
    free(buffer->data);
    *buffer = (Buffer){0};
}

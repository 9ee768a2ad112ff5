// base/bytes.h — a borrowed run of bytes, and a growing one. Never: knows what the bytes mean.
#ifndef BASE_BYTES_H
#define BASE_BYTES_H
#include "base/core.h"

// Borrowed: whoever made it says how long it lives.
typedef struct Bytes {
    const uint8_t *data;
    size_t length;
} Bytes;

// Grows on the heap; a zeroed Buffer is empty. data is always followed by one zero byte.
typedef struct Buffer {
    char *data;
    size_t length, capacity;
} Buffer;

void buffer_add(Buffer *buffer, const void *data, size_t length);
void buffer_add_text(Buffer *buffer, const char *text);
void buffer_format(Buffer *buffer, const char *format, ...) PRINTF_LIKE(2, 3);
// Room for `more` bytes behind what is there; what is written to it counts once buffer_grown says how much.
char *buffer_room(Buffer *buffer, size_t more);
static inline void buffer_grown(Buffer *buffer, size_t length) {
    buffer->length += length;
    buffer->data[buffer->length] = 0;
}
// Empties it but keeps the memory.
void buffer_reset(Buffer *buffer);
void buffer_free(Buffer *buffer);

#endif // BASE_BYTES_H

// wire/mirror_parts.h — reading what a mirror holds. Never: included outside wire/.
#ifndef WIRE_MIRROR_PARTS_H
#define WIRE_MIRROR_PARTS_H
#include "wire/mirror.h"
#include <jansson.h>

// The moving and the fixed part of a section: "words" holds the fixed ones. NULL when it is not held.
const json_t *mirror_section(const Mirror *mirror, const char *name);
const json_t *mirror_words(const Mirror *mirror, const char *name);

// Total: a missing or wrong thing is "", 0 or false.
static inline const char *held_text(const json_t *in, const char *key) {
    const char *text = json_string_value(json_object_get(in, key));
    return text ? text : "";
}
static inline int32_t held_int(const json_t *in, const char *key, int32_t otherwise) {
    const json_t *value = json_object_get(in, key);
    return json_is_integer(value) ? (int32_t)json_integer_value(value) : otherwise;
}
static inline int64_t held_ms(const json_t *in, const char *key) {
    return json_integer_value(json_object_get(in, key));
}
static inline bool held_flag(const json_t *in, const char *key) {
    return json_is_true(json_object_get(in, key));
}
static inline const json_t *held_list(const json_t *in, const char *key) {
    const json_t *list = json_object_get(in, key);
    return json_is_array(list) ? list : NULL;
}

#endif // WIRE_MIRROR_PARTS_H

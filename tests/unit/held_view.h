// tests/unit/held_view.h — what a client holds of its view: whole sections, and changes laid into them as VIEWS.md says. Never: a test.
#ifndef TESTS_HELD_VIEW_H
#define TESTS_HELD_VIEW_H
#include "base/core.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline size_t held_index(const char *step) {
    char *end = NULL;
    long index = strtol(step, &end, 10);
    ASSERT(end != step && *end == 0 && index >= 0);
    return (size_t)index;
}

// The container a path leads into, and the last step of the path. NULL when there is no such place.
static inline json_t *held_place(json_t *held, const char *path, char last[64]) {
    json_t *at = held;
    while (at) {
        const char *slash = strchr(path, '/');
        size_t length = slash ? (size_t)(slash - path) : strlen(path);
        snprintf(last, 64, "%.*s", (int)length, path);
        if (!slash) return at;
        at = json_is_array(at) ? json_array_get(at, held_index(last))
                               : json_object_get(at, last);
        path = slash + 1;
    }
    return NULL;
}

static inline json_t *held_value(json_t *held, const char *path) {
    char last[64];
    json_t *in = held_place(held, path, last);
    return json_is_array(in) ? json_array_get(in, held_index(last))
                             : json_object_get(in, last);
}

static inline void held_set(json_t *held, const char *path, json_t *value) {
    char last[64];
    json_t *in = held_place(held, path, last);
    ASSERT(in);
    int failed = json_is_array(in) ? json_array_set(in, held_index(last), value)
                                   : json_object_set(in, last, value);
    ASSERT(failed == 0);
}

static inline void held_cut(json_t *held, const char *path) {
    char last[64];
    json_t *in = held_place(held, path, last);
    ASSERT(in && json_object_del(in, last) == 0);
}

// One view or delta. held is an object of sections; values are shared with the message, so it must not change.
static inline void held_take(json_t *held, const json_t *message) {
    const char *key;
    json_t *value;
    size_t i;
    json_object_foreach(json_object_get(message, "s"), key, value)
            json_object_set_new(held, key, json_deep_copy(value));
    json_object_foreach(json_object_get(message, "drop"), key, value) {
        for (json_int_t n = json_integer_value(value); n > 0; n--)
            ASSERT(json_array_remove(held_value(held, key), 0) == 0);
    }
    json_array_foreach(json_object_get(message, "cut"), i, value)
            held_cut(held, json_string_value(value));
    json_object_foreach(json_object_get(message, "set"), key, value) {
        json_t *copy = json_deep_copy(value);
        held_set(held, key, copy);
        json_decref(copy);
    }
    json_object_foreach(json_object_get(message, "add"), key, value) {
        json_t *copy = json_deep_copy(value);
        ASSERT(json_array_extend(held_value(held, key), copy) == 0);
        json_decref(copy);
    }
    json_array_foreach(json_object_get(message, "gone"), i, value)
            json_object_del(held, json_string_value(value));
}

#endif // TESTS_HELD_VIEW_H

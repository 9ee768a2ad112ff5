// wire/mirror.c — drops, cuts, sets and adds of a delta, in this order, by their paths. Never: trusts that a path leads anywhere.
#include "wire/mirror_parts.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEP_BYTES = 64 };

struct Mirror {
    json_t *held; // section name: object
    int32_t number;
};

Mirror *mirror_make(void) {
    Mirror *mirror = calloc(1, sizeof *mirror);
    ASSERT(mirror);
    mirror->held = json_object();
    ASSERT(mirror->held);
    return mirror;
}

void mirror_free(Mirror *mirror) {
    if (!mirror) return;
    json_decref(mirror->held);
    free(mirror);
}

void mirror_clear(Mirror *mirror) {
    json_object_clear(mirror->held);
    mirror->number = 0;
}

int32_t mirror_number(const Mirror *mirror) { return mirror->number; }

bool mirror_shows(const Mirror *mirror, const char *section, Bytes json) {
    json_t *fresh =
            json_loadb((const char *)json.data, json.length, JSON_REJECT_DUPLICATES, NULL);
    bool same = fresh && json_equal(fresh, mirror_section(mirror, section));
    json_decref(fresh);
    return same;
}

void mirror_write(const Mirror *mirror, const char *section, Buffer *out) {
    char *text = json_dumps(mirror_section(mirror, section), JSON_COMPACT | JSON_SORT_KEYS);
    buffer_add_text(out, text ? text : "");
    free(text);
}

bool mirror_same(const Mirror *a, const Mirror *b, const char *section) {
    const json_t *one = mirror_section(a, section), *other = mirror_section(b, section);
    return one == other || json_equal(one, other);
}

const json_t *mirror_section(const Mirror *mirror, const char *name) {
    return json_object_get(mirror->held, name);
}

const json_t *mirror_words(const Mirror *mirror, const char *name) {
    return json_object_get(json_object_get(mirror->held, "words"), name);
}

// ---- paths ---------------------------------------------------------------------------------------------------

// SIZE_MAX when the step is no number.
static size_t index_of(const char *step) {
    char *end = NULL;
    unsigned long index = strtoul(step, &end, 10);
    return end != step && *end == 0 && step[0] != '-' ? (size_t)index : SIZE_MAX;
}

static json_t *child(const json_t *in, const char *step) {
    return json_is_array(in) ? json_array_get(in, index_of(step))
                             : json_object_get(in, step);
}

// The container a path leads into, and its last step; NULL when there is no such place.
static json_t *place(json_t *at, const char *path, char last[STEP_BYTES]) {
    while (at) {
        const char *slash = strchr(path, '/');
        size_t length = slash ? (size_t)(slash - path) : strlen(path);
        if (length >= STEP_BYTES) return NULL;
        memcpy(last, path, length);
        last[length] = 0;
        if (!slash) return at;
        at = child(at, last);
        path = slash + 1;
    }
    return NULL;
}

static json_t *value_at(json_t *held, const char *path) {
    char last[STEP_BYTES];
    const json_t *in = place(held, path, last);
    return in ? child(in, last) : NULL;
}

// ---- one delta ---------------------------------------------------------------------------------------------------

static bool drop_all(json_t *held, const json_t *drops) {
    const char *path;
    json_t *count;
    json_object_foreach((json_t *)(uintptr_t)drops, path, count) {
        json_t *list = value_at(held, path);
        for (json_int_t n = json_integer_value(count); n > 0; n--) {
            if (json_array_remove(list, 0) != 0) return false;
        }
    }
    return true;
}

static bool cut_all(json_t *held, const json_t *cuts) {
    size_t i;
    json_t *path;
    char last[STEP_BYTES];
    json_array_foreach(cuts, i, path) {
        const char *text = json_string_value(path);
        json_t *in = text ? place(held, text, last) : NULL;
        if (json_object_del(in, last) != 0) return false;
    }
    return true;
}

static bool set_all(json_t *held, const json_t *sets) {
    const char *path;
    json_t *value;
    char last[STEP_BYTES];
    json_object_foreach((json_t *)(uintptr_t)sets, path, value) {
        json_t *in = place(held, path, last), *copy = json_deep_copy(value);
        int failed = json_is_array(in) ? json_array_set_new(in, index_of(last), copy)
                                       : json_object_set_new(in, last, copy);
        if (failed) return false;
    }
    return true;
}

static bool add_all(json_t *held, const json_t *adds) {
    const char *path;
    json_t *items;
    json_object_foreach((json_t *)(uintptr_t)adds, path, items) {
        json_t *copy = json_deep_copy(items);
        bool added = json_array_extend(value_at(held, path), copy) == 0;
        json_decref(copy);
        if (!added) return false;
    }
    return true;
}

static bool take_sections(json_t *held, const json_t *sections) {
    const char *name;
    json_t *section;
    json_object_foreach((json_t *)(uintptr_t)sections, name, section) {
        if (json_object_set(held, name, section) != 0) return false;
    }
    return true;
}

static void forget(json_t *held, const json_t *names) {
    size_t i;
    json_t *name;
    json_array_foreach(names, i, name) {
        if (json_is_string(name)) (void)json_object_del(held, json_string_value(name));
    }
}

// A view names everything that is right from now on; what it does not name belongs to another place or role.
static void keep_named(json_t *held, const json_t *marks) {
    const char *name;
    json_t *section;
    void *next;
    json_object_foreach_safe(held, next, name, section) {
        if (!json_object_get(marks, name)) (void)json_object_del(held, name);
    }
}

bool mirror_take_peeked(Mirror *mirror, Bytes message) {
    json_t *root = json_loadb(
            (const char *)message.data, message.length, JSON_REJECT_DUPLICATES, NULL);
    bool fits = strcmp(held_text(root, "t"), "peeked") == 0;
    mirror_clear(mirror);
    if (fits) fits = take_sections(mirror->held, json_object_get(root, "s"));
    json_decref(root);
    return fits;
}

bool mirror_take(Mirror *mirror, Bytes message) {
    json_t *root = json_loadb(
            (const char *)message.data, message.length, JSON_REJECT_DUPLICATES, NULL);
    const char *kind = held_text(root, "t");
    bool whole = strcmp(kind, "view") == 0, fits = true;
    const json_t *marks = json_object_get(root, "h");
    if (whole && marks) keep_named(mirror->held, marks);
    if (whole || strcmp(kind, "delta") == 0) {
        mirror->number = held_int(root, "n", 0);
        fits = take_sections(mirror->held, json_object_get(root, "s"))
               && drop_all(mirror->held, json_object_get(root, "drop"))
               && cut_all(mirror->held, json_object_get(root, "cut"))
               && set_all(mirror->held, json_object_get(root, "set"))
               && add_all(mirror->held, json_object_get(root, "add"));
        forget(mirror->held, json_object_get(root, "gone"));
    }
    json_decref(root);
    return fits;
}

// wire/json_patch.c — compares two forms of a section member by member, without a tree. Never: reads foreign bytes.
#include "wire/json_patch.h"
#include <stdio.h>
#include <string.h>

enum { DEEPEST = 5, PARTS_MAX = 128, PATH_BYTES = 160 };

// One value: from its first byte to behind its last.
typedef struct Span {
    const char *at, *end;
} Span;

typedef struct Part {
    Span key, value; // key: without its quotes; empty in lists
} Part;

typedef struct Parts {
    Part items[PARTS_MAX];
    int32_t count;
    bool all; // false: there are more than fit
} Parts;

// A quotation mark behind an odd number of backslashes belongs to the text.
static const char *behind_text(const char *at) {
    const char *from = at + 1;
    for (at = strchr(from, '"');; at = strchr(at + 1, '"')) {
        const char *slash = at;
        while (slash > from && slash[-1] == '\\')
            slash--;
        if ((at - slash) % 2 == 0) return at + 1;
    }
}

// Letters at which something begins or ends; all others are passed over.
static const uint8_t SIGNS[256] = {
        [0] = 1, ['"'] = 1, [','] = 1, ['{'] = 1, ['}'] = 1, ['['] = 1, [']'] = 1};

static const char *next_sign(const char *at) {
    while (!SIGNS[(uint8_t)*at])
        at++;
    return at;
}

// Our JSON has no blanks: a value ends where its bracket closes, or before the next comma or bracket.
static const char *behind_value(const char *at) {
    if (*at == '"') return behind_text(at);
    if (*at != '{' && *at != '[') return next_sign(at);
    int32_t depth = 0;
    do {
        if (*at == '"') {
            at = next_sign(behind_text(at));
            continue;
        }
        depth += *at == '{' || *at == '[';
        depth -= *at == '}' || *at == ']';
        at = depth > 0 ? next_sign(at + 1) : at + 1;
    } while (depth > 0);
    return at;
}

static Part read_part(const char *at, bool object) {
    Part part = {
            .key = {at, at}
    };
    if (object) {
        const char *behind = behind_text(at);
        part.key = (Span){at + 1, behind - 1};
        at = behind + 1;
    }
    part.value = (Span){at, behind_value(at)};
    return part;
}

// Where another form of the value begins alike, its parts lie where those of the other do.
typedef struct Alike {
    const Parts *parts; // NULL: read them all
    const char *from;
    size_t length; // bytes
} Alike;

static bool lies_alike(const Alike *alike, int32_t i) {
    return alike->parts && i < alike->parts->count
           && (size_t)(alike->parts->items[i].value.end - alike->from) < alike->length;
}

static Span moved(Span span, const char *from, const char *to) {
    return (Span){to + (span.at - from), to + (span.end - from)};
}

static void read_parts(Span value, bool object, const Alike *alike, Parts *out) {
    const char *at = value.at + 1;
    out->count = 0;
    out->all = true;
    while (at < value.end - 1) {
        int32_t i = out->count++;
        if (i == PARTS_MAX) {
            out->count = PARTS_MAX;
            out->all = false;
            return;
        }
        if (lies_alike(alike, i)) {
            const Part *other = &alike->parts->items[i];
            out->items[i] = (Part){moved(other->key, alike->from, value.at),
                    moved(other->value, alike->from, value.at)};
        } else {
            out->items[i] = read_part(at, object);
        }
        at = out->items[i].value.end;
        at += *at == ',';
    }
}

// How many bytes both begin with.
static size_t alike_length(Span a, Span b) {
    enum { STRIDE = 64 };
    size_t most = (size_t)core_min((int32_t)(a.end - a.at), (int32_t)(b.end - b.at)), n = 0;
    while (n + STRIDE <= most && memcmp(a.at + n, b.at + n, STRIDE) == 0)
        n += STRIDE;
    while (n < most && a.at[n] == b.at[n])
        n++;
    return n;
}

static bool same(Span a, Span b) {
    size_t length = (size_t)(a.end - a.at);
    return length == (size_t)(b.end - b.at) && memcmp(a.at, b.at, length) == 0;
}

static void comma(Buffer *out) {
    if (out->length) buffer_add(out, ",", 1);
}

static void add_key(Buffer *out, const char *path) {
    comma(out);
    buffer_add(out, "\"", 1);
    buffer_add_text(out, path);
    buffer_add(out, "\":", 2);
}

static void set_value(JsonPatch *patch, const char *path, Span value) {
    add_key(&patch->set, path);
    buffer_add(&patch->set, value.at, (size_t)(value.end - value.at));
}

static void differ(JsonPatch *patch, const char *path, Span a, Span b, int32_t depth);

static const Part *member(const Parts *parts, Span key, int32_t guess) {
    if (guess < parts->count && same(parts->items[guess].key, key))
        return &parts->items[guess];
    for (int32_t i = 0; i < parts->count; i++) {
        if (same(parts->items[i].key, key)) return &parts->items[i];
    }
    return NULL;
}

// Cut where it is too long, which no path of ours is.
static void path_to(char out[PATH_BYTES], const char *path, Span key) {
    size_t length = strnlen(path, PATH_BYTES - 2);
    size_t more = (size_t)(key.end - key.at), most = PATH_BYTES - 2 - length;
    if (more > most) more = most;
    memcpy(out, path, length);
    out[length] = '/';
    memcpy(out + length + 1, key.at, more);
    out[length + 1 + more] = 0;
}

static void differ_objects(
        JsonPatch *patch, const char *path, const Parts *a, const Parts *b, int32_t depth) {
    char to[PATH_BYTES];
    for (int32_t i = 0; i < a->count; i++) {
        if (member(b, a->items[i].key, i)) continue;
        path_to(to, path, a->items[i].key);
        comma(&patch->cut);
        buffer_format(&patch->cut, "\"%s\"", to);
    }
    for (int32_t i = 0; i < b->count; i++) {
        const Part *old = member(a, b->items[i].key, i);
        if (old && same(old->value, b->items[i].value)) continue;
        path_to(to, path, b->items[i].key);
        if (old)
            differ(patch, to, old->value, b->items[i].value, depth + 1);
        else
            set_value(patch, to, b->items[i].value);
    }
}

// How many items went from the front: the place where the new list begins in the old one.
static int32_t dropped(const Parts *a, const Parts *b) {
    for (int32_t i = 0; i < a->count && b->count > 0; i++) {
        if (same(a->items[i].value, b->items[0].value)) return i;
    }
    return 0;
}

static void add_items(JsonPatch *patch, const char *path, const Parts *b, int32_t from) {
    if (from >= b->count) return;
    Span rest = {b->items[from].value.at, b->items[b->count - 1].value.end};
    add_key(&patch->add, path);
    buffer_add(&patch->add, "[", 1);
    buffer_add(&patch->add, rest.at, (size_t)(rest.end - rest.at));
    buffer_add(&patch->add, "]", 1);
}

// False where the list is better sent whole: items went from its end.
static bool differ_lists(
        JsonPatch *patch, const char *path, const Parts *a, const Parts *b, int32_t depth) {
    int32_t gone = dropped(a, b), kept = a->count - gone;
    if (kept > b->count || b->count == 0) return false;
    if (gone) {
        add_key(&patch->drop, path);
        buffer_format(&patch->drop, "%d", gone);
    }
    for (int32_t i = 0; i < kept; i++) {
        char to[PATH_BYTES];
        if (same(a->items[gone + i].value, b->items[i].value)) continue;
        snprintf(to, sizeof to, "%s/%d", path, i);
        differ(patch, to, a->items[gone + i].value, b->items[i].value, depth + 1);
    }
    add_items(patch, path, b, kept);
    return true;
}

static void differ(JsonPatch *patch, const char *path, Span a, Span b, int32_t depth) {
    bool object = *a.at == '{', list = *a.at == '[';
    Parts before, after;
    if (depth < DEEPEST && *a.at == *b.at && (object || list)) {
        const Alike alike = {&before, a.at, alike_length(a, b)};
        read_parts(a, object, &(Alike){NULL, NULL, 0}, &before);
        read_parts(b, object, &alike, &after);
        if (before.all && after.all && object) {
            differ_objects(patch, path, &before, &after, depth);
            return;
        }
        if (before.all && after.all && differ_lists(patch, path, &before, &after, depth))
            return;
    }
    set_value(patch, path, b);
}

static Span span_of(Bytes bytes) {
    const char *at = (const char *)bytes.data;
    return (Span){at, at + bytes.length};
}

void json_patch_add(JsonPatch *patch, const char *section, Bytes before, Bytes after) {
    differ(patch, section, span_of(before), span_of(after), 0);
}

void json_patch_value(JsonPatch *patch, const char *path, Bytes before, Bytes after) {
    Span a = span_of(before), b = span_of(after);
    if (!same(a, b)) differ(patch, path, a, b, 1);
}

Bytes json_patch_member(Bytes object, const char *name) {
    Span whole = span_of(object);
    const char *at = whole.at + 1;
    while (at < whole.end - 1) {
        Part part = read_part(at, true);
        Span wanted = {name, name + strlen(name)};
        if (same(part.key, wanted))
            return (Bytes){(const uint8_t *)part.value.at,
                    (size_t)(part.value.end - part.value.at)};
        at = part.value.end;
        at += *at == ',';
    }
    return (Bytes){NULL, 0};
}

size_t json_patch_size(const JsonPatch *patch) {
    return patch->drop.length + patch->cut.length + patch->set.length + patch->add.length;
}

void json_patch_reset(JsonPatch *patch) {
    buffer_reset(&patch->drop);
    buffer_reset(&patch->cut);
    buffer_reset(&patch->set);
    buffer_reset(&patch->add);
}

void json_patch_free(JsonPatch *patch) {
    buffer_free(&patch->drop);
    buffer_free(&patch->cut);
    buffer_free(&patch->set);
    buffer_free(&patch->add);
}

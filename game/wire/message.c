// wire/message.c — reads a message through jansson by the table of messages.def. Never: takes a field the table does not name.
#include "wire/message.h"
#include "base/utf8.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 4, VALUES_MAX = 256, WAY_IN = 1, WAY_OUT = 2, WAY_BOTH = 3 };

typedef enum Holds { HOLDS_INT, HOLDS_TEXT, HOLDS_FLAG, HOLDS_NAMES, HOLDS_PAIRS } Holds;

typedef struct Row {
    const char *t;
    uint8_t way;
} Row;

typedef struct Field {
    uint8_t message, kind;
    bool must;
    const char *name;
    int64_t least, most;
} Field;

// clang-format off
static const Row ROWS[MESSAGE_COUNT] = {
        [MESSAGE_NONE] = {"", 0},
#define MESSAGE(id, t, way, help)                       [MESSAGE_##id] = {t, WAY_##way},
#define FIELD(message, name, kind, least, most, must, help)
#include "wire/messages.def"
#undef MESSAGE
#undef FIELD
};

static const Field FIELDS[] = {
        [0] = {MESSAGE_NONE, HOLDS_INT, false, "t", 0, 0},
#define MESSAGE(id, t, way, help)
#define FIELD(message, name, kind, least, most, must, help)                                \
    {MESSAGE_##message, HOLDS_##kind, must, name, least, most},
#include "wire/messages.def"
#undef MESSAGE
#undef FIELD
};
// clang-format on

const char *message_name(MessageKind kind) { return ROWS[kind].t; }

static void *take_memory(size_t size) {
    void *piece = malloc(size);
    ASSERT(piece != NULL);
    return piece;
}

void message_use_memory(void) { json_set_alloc_funcs(take_memory, free); }

// ---- before anything is built: depth and number of values, outside of texts ----------------------------

typedef struct Scan {
    int32_t depth, deepest, values;
    bool in_text, escaped;
} Scan;

static void scan_letter(Scan *scan, uint8_t letter) {
    if (scan->in_text) {
        scan->in_text = scan->escaped || letter != '"';
        scan->escaped = !scan->escaped && letter == '\\';
        return;
    }
    if (letter == '"') scan->in_text = true;
    if (letter == '{' || letter == '[') scan->depth++;
    if (letter == '}' || letter == ']') scan->depth--;
    if (letter == ',' || letter == ':') scan->values++;
    scan->deepest = core_max(scan->deepest, scan->depth);
}

static bool small_enough(Bytes json) {
    Scan scan = {0};
    for (size_t i = 0; i < json.length; i++)
        scan_letter(&scan, json.data[i]);
    return scan.deepest <= DEPTH_MAX && scan.values <= VALUES_MAX;
}

// ---- values ---------------------------------------------------------------------------------------------

typedef struct Reading {
    Region *region;
    Message *message;
    MessagePair *pairs;
    int32_t pairs_count;
} Reading;

// Text that a person or a program may mean: no control letters except line ends.
static bool clean(const char *text, size_t length) {
    for (size_t at = 0; at < length;) {
        if (utf8_is_control(utf8_next(text, length, &at), true)) return false;
    }
    return true;
}

static const char *copy_text(
        Reading *reading, const json_t *value, int64_t least, int64_t most) {
    if (!json_is_string(value)) return NULL;
    size_t length = json_string_length(value);
    const char *text = json_string_value(value);
    bool fits = (int64_t)length >= least && (int64_t)length <= most;
    return fits && clean(text, length) ? region_copy_text(reading->region, text, length)
                                       : NULL;
}

static bool take_name(Reading *reading, const json_t *value) {
    Message *message = reading->message;
    if (message->names_count == MESSAGE_NAMES_MAX) return false;
    const char *text = copy_text(reading, value, 1, MESSAGE_SHORT_MAX);
    if (text) message->names[message->names_count++] = text;
    return text != NULL;
}

static bool take_names(Reading *reading, const json_t *list, int64_t most) {
    if (!json_is_array(list) || (int64_t)json_array_size(list) > most) return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (!take_name(reading, json_array_get(list, i))) return false;
    }
    return true;
}

static bool take_pair(
        Reading *reading, const char *key, const json_t *value, int64_t text_most) {
    size_t length = strlen(key);
    if (reading->pairs_count == MESSAGE_PAIRS_MAX || length == 0
            || length > MESSAGE_SHORT_MAX || !clean(key, length)) {
        return false;
    }
    MessagePair *pair = &reading->pairs[reading->pairs_count++];
    *pair = (MessagePair){.key = region_copy_text(reading->region, key, length)};
    if (json_is_integer(value)) {
        pair->number = json_integer_value(value);
        return true;
    }
    if (json_is_boolean(value)) {
        pair->number = json_is_true(value);
        return true;
    }
    pair->text = copy_text(reading, value, 0, text_most);
    return pair->text != NULL;
}

static bool take_pairs(
        Reading *reading, json_t *object, const Field *field, MessagePairs *out) {
    bool own_words = strcmp(field->name, "words") == 0;
    if (!json_is_object(object) || (int64_t)json_object_size(object) > field->most)
        return false;
    out->items = reading->pairs + reading->pairs_count;
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        if (!take_pair(reading, key, value,
                    own_words ? MESSAGE_WORDS_MAX : MESSAGE_SHORT_MAX)) {
            return false;
        }
        out->count++;
    }
    return true;
}

// ---- fields -----------------------------------------------------------------------------------------------

static const char **text_place(Message *message, const char *name) {
    const struct {
        const char *name;
        const char **place;
    } places[] = {
            {"kind",    &message->who_kind},
            {"app",     &message->app     },
            {"lang",    &message->lang    },
            {"build",   &message->build   },
            {"pin",     &message->pin     },
            {"qr",      &message->qr      },
            {"cid",     &message->cid     },
            {"as",      &message->as      },
            {"name",    &message->name    },
            {"code",    &message->code    },
            {"session", &message->session },
            {"token",   &message->token   },
            {"id",      &message->id      },
            {"at",      &message->at      },
            {"do",      &message->act     },
            {"of",      &message->of      },
            {"key",     &message->key     },
            {"text",    &message->text    },
    };
    for (size_t i = 0; i < ARRAY_COUNT(places); i++) {
        if (strcmp(places[i].name, name) == 0) return places[i].place;
    }
    return NULL;
}

static bool take_number(Message *message, const Field *field, const json_t *value) {
    if (!json_is_integer(value)) return false;
    int64_t number = json_integer_value(value);
    if (number < field->least || number > field->most) return false;
    if (strcmp(field->name, "v") == 0) {
        message->v = number;
    } else {
        message->n = number;
    }
    return true;
}

static bool take_text(Reading *reading, const Field *field, const json_t *value) {
    const char **place = text_place(reading->message, field->name);
    const char *text = copy_text(reading, value, field->least, field->most);
    if (!place || !text) return false;
    *place = text;
    return true;
}

static MessagePairs *pairs_place(Message *message, const char *name) {
    if (strcmp(name, "words") == 0) return &message->words;
    return strcmp(name, "have") == 0 ? &message->have : &message->args;
}

static bool take_field(Reading *reading, const Field *field, json_t *value) {
    switch ((Holds)field->kind) {
    case HOLDS_INT: return take_number(reading->message, field, value);
    case HOLDS_TEXT: return take_text(reading, field, value);
    case HOLDS_FLAG: return json_is_boolean(value);
    case HOLDS_NAMES: return take_names(reading, value, field->most);
    case HOLDS_PAIRS:
        return take_pairs(
                reading, value, field, pairs_place(reading->message, field->name));
    }
    return false;
}

static uint8_t kind_of(const char *t) {
    for (uint8_t i = 1; i < MESSAGE_COUNT; i++) {
        if ((ROWS[i].way & WAY_IN) && strcmp(ROWS[i].t, t) == 0) return i;
    }
    return MESSAGE_NONE;
}

static void note(char where[40], const char *name) {
    size_t length = strlen(name);
    if (length > 39) length = 39;
    memcpy(where, name, length);
    where[length] = 0;
}

static const Field *field_named(uint8_t message, const char *name) {
    for (size_t i = 0; i < ARRAY_COUNT(FIELDS); i++) {
        if (FIELDS[i].message == message && strcmp(FIELDS[i].name, name) == 0)
            return &FIELDS[i];
    }
    return NULL;
}

// Fields in the order they came; then those that must be there.
static bool read_fields(Reading *reading, json_t *object, char where[40]) {
    uint8_t kind = reading->message->kind;
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        const Field *field = field_named(kind, key);
        if (strcmp(key, "t") == 0) continue;
        if (!field || !take_field(reading, field, value)) {
            note(where, key);
            return false;
        }
    }
    for (size_t i = 0; i < ARRAY_COUNT(FIELDS); i++) {
        const Field *field = &FIELDS[i];
        if (field->message != kind || !field->must) continue;
        if (json_object_get(object, field->name)) continue;
        note(where, field->name);
        return false;
    }
    return true;
}

static void empty(Message *message, uint8_t kind) {
    *message = (Message){.kind = kind};
    static const char *const names[] = {"kind", "app", "lang", "build", "pin", "qr", "cid",
            "as", "name", "code", "session", "token", "id", "at", "do", "of", "key",
            "text"};
    for (size_t i = 0; i < ARRAY_COUNT(names); i++)
        *text_place(message, names[i]) = "";
}

static MessageFault read_object(
        json_t *object, Region *region, Message *message, char where[40]) {
    const json_t *t = json_object_get(object, "t");
    uint8_t kind = json_is_string(t) ? kind_of(json_string_value(t)) : MESSAGE_NONE;
    empty(message, kind);
    if (kind == MESSAGE_NONE) return MESSAGE_UNKNOWN;
    Reading reading = {.region = region, .message = message};
    reading.pairs = region_take(region, sizeof *reading.pairs * MESSAGE_PAIRS_MAX);
    return read_fields(&reading, object, where) ? MESSAGE_GOOD : MESSAGE_BAD_FIELD;
}

MessageFault message_read(Bytes json, Region *region, Message *message, char where[40]) {
    json_error_t error;
    where[0] = 0;
    empty(message, MESSAGE_NONE);
    if (!small_enough(json)) return MESSAGE_NOT_JSON;
    json_t *object = json_loadb(
            (const char *)json.data, json.length, JSON_REJECT_DUPLICATES, &error);
    if (!json_is_object(object)) {
        json_decref(object);
        return MESSAGE_NOT_JSON;
    }
    MessageFault fault = read_object(object, region, message, where);
    json_decref(object);
    return fault;
}

// ---- asking ------------------------------------------------------------------------------------------------

static const MessagePair *find(MessagePairs pairs, const char *key) {
    for (int32_t i = 0; i < pairs.count; i++) {
        if (strcmp(pairs.items[i].key, key) == 0) return &pairs.items[i];
    }
    return NULL;
}

int64_t message_number(MessagePairs pairs, const char *key, int64_t otherwise) {
    const MessagePair *pair = find(pairs, key);
    return pair && !pair->text ? pair->number : otherwise;
}

const char *message_text(MessagePairs pairs, const char *key, const char *otherwise) {
    const MessagePair *pair = find(pairs, key);
    return pair && pair->text ? pair->text : otherwise;
}

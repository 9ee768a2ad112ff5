// wire/answer.c — the few fields of the host's answers that a person reads. Never: a view (mirror.c).
#include "wire/answer.h"
#include "wire/mirror_parts.h"
#include <stdio.h>
#include <string.h>

static uint8_t kind_of(const char *name) {
    for (int32_t kind = MESSAGE_NONE + 1; kind < MESSAGE_COUNT; kind++) {
        if (strcmp(name, message_name((MessageKind)kind)) == 0) return (uint8_t)kind;
    }
    return MESSAGE_NONE;
}

// Sentences of a list, one after another.
static void add_lines(Answer *answer, const json_t *list) {
    size_t i, used = strlen(answer->text);
    json_t *line;
    json_array_foreach(list, i, line) {
        const char *text =
                json_is_string(line) ? json_string_value(line) : held_text(line, "text");
        int added = snprintf(answer->text + used, sizeof answer->text - used, "%s%s",
                used ? " " : "", text);
        used += (size_t)core_max(0, added);
        if (used >= sizeof answer->text) return;
    }
}

void answer_read(Bytes message, Answer *answer) {
    json_t *root = json_loadb(
            (const char *)message.data, message.length, JSON_REJECT_DUPLICATES, NULL);
    *answer = (Answer){.kind = kind_of(held_text(root, "t"))};
    snprintf(answer->id, sizeof answer->id, "%s", held_text(root, "id"));
    snprintf(answer->code, sizeof answer->code, "%s", held_text(root, "code"));
    snprintf(answer->text, sizeof answer->text, "%s", held_text(root, "text"));
    snprintf(answer->token, sizeof answer->token, "%s", held_text(root, "token"));
    snprintf(answer->seat_code, sizeof answer->seat_code, "%s",
            held_text(root, "seat_code"));
    answer->now = held_ms(root, "now");
    if (answer->kind == MESSAGE_NOTICE)
        snprintf(answer->code, sizeof answer->code, "%s", held_text(root, "key"));
    if (answer->kind == MESSAGE_SAVED)
        snprintf(answer->code, sizeof answer->code, "%s", held_text(root, "key"));
    if (answer->kind == MESSAGE_SEATED || answer->kind == MESSAGE_WAITING)
        snprintf(answer->id, sizeof answer->id, "%s", held_text(root, "cid"));
    add_lines(answer, held_list(root, "likely"));
    add_lines(answer, held_list(root, "warn"));
    json_decref(root);
}

void answer_peeked(Bytes message, PeekedHead *head) {
    json_t *root = json_loadb(
            (const char *)message.data, message.length, JSON_REJECT_DUPLICATES, NULL);
    *head = (PeekedHead){.seat = core_clamp(held_int(root, "seat", 0), 0, INT16_MAX),
            .acts = held_flag(root, "acts"),
            .until_ms = held_ms(root, "until")};
    json_decref(root);
}

int32_t answer_because(Bytes message, Region *region, const ViewWhy **lines) {
    enum { LINES_MOST = 400 };
    json_t *root = json_loadb(
            (const char *)message.data, message.length, JSON_REJECT_DUPLICATES, NULL);
    const json_t *list = held_list(root, "lines");
    size_t length = json_array_size(list),
           count = length < LINES_MOST ? length : LINES_MOST;
    ViewWhy *out = region_take(region, (count + 1) * sizeof *out);
    for (size_t i = 0; i < count; i++) {
        const json_t *line = json_array_get(list, i);
        const char *text = held_text(line, "text");
        out[i] = (ViewWhy){.text = region_copy_text(region, text, strlen(text)),
                .tenths = held_int(line, "n", 0),
                .round = (uint8_t)core_clamp(held_int(line, "r", 0), 0, NONE)};
    }
    *lines = out;
    json_decref(root);
    return (int32_t)count;
}

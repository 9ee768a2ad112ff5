// wire/reference.c — the tables of messages and sections as one page with an example of each. Never: text about a rule of the game.
#include "wire/reference.h"
#include "wire/message.h"
#include <string.h>

enum {
    WAY_IN = 1,
    WAY_OUT = 2,
    WAY_BOTH = 3,
    SEAT = 1,
    BOARD = 2,
    CONSOLE = 4,
    ALIKE = 0, // whom it looks alike for is no matter here
    VIEW = 0,
    HOST = 1
};

typedef struct MessageRow {
    const char *t, *help;
    uint8_t way;
} MessageRow;

typedef struct FieldRow {
    uint8_t message;
    const char *name, *kind, *help;
    int64_t least, most;
    bool must;
} FieldRow;

typedef struct SectionRow {
    const char *name;
    uint8_t who, by;
} SectionRow;

// clang-format off
static const MessageRow MESSAGES[MESSAGE_COUNT] = {
        [MESSAGE_NONE] = {"", "", 0},
#define MESSAGE(id, t, way, help)                       [MESSAGE_##id] = {t, help, WAY_##way},
#define FIELD(message, name, kind, least, most, must, help)
#include "wire/messages.def"
#undef MESSAGE
#undef FIELD
};

static const FieldRow FIELDS[] = {
#define MESSAGE(id, t, way, help)
#define FIELD(message, name, kind, least, most, must, help)                                \
    {MESSAGE_##message, name, #kind, help, least, most, must},
#include "wire/messages.def"
#undef MESSAGE
#undef FIELD
};

static const SectionRow SECTIONS[] = {
#define SECTION(id, name, who, by) {name, (who), by},
#include "wire/sections.def"
#undef SECTION
};

static const ReferenceExample EXAMPLES[] = {
#define EXAMPLE(message, way, json) {MESSAGE_##message, WAY_##way == WAY_IN, json},
#define REFUSAL(code, why, json)
#include "wire/examples.def"
#undef EXAMPLE
#undef REFUSAL
};

static const ReferenceRefusal REFUSALS[] = {
#define EXAMPLE(message, way, json)
#define REFUSAL(code, why, json) {code, json, why},
#include "wire/examples.def"
#undef EXAMPLE
#undef REFUSAL
};
// clang-format on

const ReferenceExample *reference_examples(int32_t *count) {
    *count = (int32_t)ARRAY_COUNT(EXAMPLES);
    return EXAMPLES;
}

const ReferenceRefusal *reference_refusals(int32_t *count) {
    *count = (int32_t)ARRAY_COUNT(REFUSALS);
    return REFUSALS;
}

// ---- one message ----------------------------------------------------------------------------------------------

static const char *unit_of(const char *kind) {
    if (strcmp(kind, "INT") == 0) return "whole number";
    if (strcmp(kind, "TEXT") == 0) return "text, bytes of UTF-8";
    if (strcmp(kind, "NAMES") == 0) return "list of short texts";
    return strcmp(kind, "PAIRS") == 0 ? "object of short values" : "true or false";
}

static void write_fields(Buffer *out, int32_t message) {
    bool first = true;
    for (size_t i = 0; i < ARRAY_COUNT(FIELDS); i++) {
        const FieldRow *field = &FIELDS[i];
        if (field->message != message) continue;
        if (first)
            buffer_add_text(out, "| field | what | from | to | must | meaning "
                                 "|\n|---|---|---|---|---|---|\n");
        first = false;
        buffer_format(out, "| %s | %s | %lld | %lld | %s | %s |\n", field->name,
                unit_of(field->kind), (long long)field->least, (long long)field->most,
                field->must ? "yes" : "no", field->help);
    }
    if (!first) buffer_add_text(out, "\n");
}

static void write_message(Buffer *out, int32_t message) {
    static const char *const WAYS[] = {"", "to the host", "from the host", "both ways"};
    const MessageRow *row = &MESSAGES[message];
    buffer_format(
            out, "### %s (%s)\n%s.\n\n", row->t, WAYS[row->way & WAY_BOTH], row->help);
    write_fields(out, message);
    for (size_t i = 0; i < ARRAY_COUNT(EXAMPLES); i++) {
        if (EXAMPLES[i].message != message) continue;
        buffer_format(out, "%s\n```json\n%s\n```\n",
                EXAMPLES[i].in ? "Said to the host:" : "Said by the host:",
                EXAMPLES[i].json);
    }
    buffer_add_text(out, "\n");
}

// ---- the whole --------------------------------------------------------------------------------------------------

static void write_sections(Buffer *out) {
    buffer_add_text(out,
            "## Sections of a view\n"
            "`view` carries all of a viewer's sections, `delta` those that changed.\n\n"
            "| section | seat | board | console | written by |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < ARRAY_COUNT(SECTIONS); i++) {
        const SectionRow *row = &SECTIONS[i];
        buffer_format(out, "| %s | %s | %s | %s | %s |\n", row->name,
                row->who & SEAT ? "yes" : "", row->who & BOARD ? "yes" : "",
                row->who & CONSOLE ? "yes" : "", row->by == HOST ? "the host" : "the game");
    }
}

static void write_refusals(Buffer *out) {
    buffer_add_text(out, "\n## Messages that are refused\n"
                         "The answer is `refused` with this code and a sentence in the "
                         "reader's language.\n\n"
                         "| code | why | for example |\n|---|---|---|\n");
    for (size_t i = 0; i < ARRAY_COUNT(REFUSALS); i++)
        buffer_format(out, "| %s | %s | `%s` |\n", REFUSALS[i].code, REFUSALS[i].why,
                REFUSALS[i].json);
}

void reference_write(Buffer *out) {
    buffer_add_text(out,
            "# Convene's protocol, version 1\n"
            "One WebSocket at `/api/1/ws` with the subprotocol `convene.1`. Every message "
            "is one JSON object "
            "in UTF-8 with `t` for its kind; numbers are whole. The host refuses a field "
            "it does not know; a "
            "client passes over fields and kinds it does not know. This page is written by "
            "`convene schema "
            "wire` from the tables that the program itself reads by.\n\n## Messages\n");
    for (int32_t i = MESSAGE_NONE + 1; i < MESSAGE_COUNT; i++)
        write_message(out, i);
    write_sections(out);
    write_refusals(out);
}

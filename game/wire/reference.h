// wire/reference.h — the page about the protocol, written from the tables: messages, fields, sections, an example of each. Never: a word that stands in no table.
#ifndef WIRE_REFERENCE_H
#define WIRE_REFERENCE_H
#include "base/bytes.h"

typedef struct ReferenceExample {
    uint8_t message; // MessageKind
    bool in;         // to the host
    const char *json;
} ReferenceExample;

typedef struct ReferenceRefusal {
    const char *code, *json, *why;
} ReferenceRefusal;

// The examples of the page, for who wants to try them.
const ReferenceExample *reference_examples(int32_t *count);
const ReferenceRefusal *reference_refusals(int32_t *count);
// The whole page, in Markdown.
void reference_write(Buffer *out);

#endif // WIRE_REFERENCE_H

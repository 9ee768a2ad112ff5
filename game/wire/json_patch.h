// wire/json_patch.h — what changed between two forms of one section, as the least a client needs. Never: reads foreign bytes; both forms are ours.
#ifndef WIRE_JSON_PATCH_H
#define WIRE_JSON_PATCH_H
#include "base/bytes.h"

// Members of four objects (of a list for `cut`), each without its brackets; a client applies them in this
// order. Keys are paths: "section/member/place".
typedef struct JsonPatch {
    Buffer drop; // "news/items":2   that many items of a list go, from the front
    Buffer cut;  // "table/actors/2/coalition"   a member goes
    Buffer set;  // "now/sent":4   a value is new
    Buffer add;  // "news/items":[…]   items come to the end of a list
} JsonPatch;

// Adds what turns `before` into `after` to the patch. Both are objects as view_json_section writes them.
void json_patch_add(JsonPatch *patch, const char *section, Bytes before, Bytes after);
// The same for one value at a path ("table/world").
void json_patch_value(JsonPatch *patch, const char *path, Bytes before, Bytes after);
// The value of a member of an object of ours, NULL when there is none.
Bytes json_patch_member(Bytes object, const char *name);
// Bytes of all four.
size_t json_patch_size(const JsonPatch *patch);
void json_patch_reset(JsonPatch *patch);
void json_patch_free(JsonPatch *patch);

#endif // WIRE_JSON_PATCH_H

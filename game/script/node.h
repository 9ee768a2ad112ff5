// script/node.h — what an author declared, as plain data without Lua. Never: checks meaning (room scenario).
#ifndef SCRIPT_NODE_H
#define SCRIPT_NODE_H
#include "base/core.h"

typedef enum NodeKind {
    NODE_NONE = 0,
    NODE_INTEGER,
    NODE_BOOLEAN,
    NODE_TEXT,
    NODE_TABLE,    // a list, a record, or both (steps of author tests)
    NODE_CHANGE,   // gain { … }: text is the word, fields are its fields
    NODE_FUNCTION, // only as the body of `on`: integer is the index in its machine
    NODE_BAD,      // a finding was already told; look away
} NodeKind;

typedef struct NodeField NodeField;

// Items keep the order of the list, fields are sorted by the bytes of their keys. Everything lives
// as long as the Machine that made it.
typedef struct Node {
    NodeKind kind;
    int32_t items_count, fields_count;
    uint32_t text_length; // bytes, without the final zero
    int64_t integer;      // NODE_INTEGER, NODE_BOOLEAN (0 or 1), NODE_FUNCTION
    const char *text;     // NODE_TEXT, NODE_CHANGE
    const struct Node *items;
    const NodeField *fields;
} Node;

struct NodeField {
    const char *key;
    Node value;
};

// The value of a field; NULL if the node has none of that name.
const Node *node_field(const Node *node, const char *key);
// { "a", "b" } · { name = 1 } · { }
static inline bool node_is_list(const Node *node) {
    return node->kind == NODE_TABLE && node->fields_count == 0 && node->items_count > 0;
}
static inline bool node_is_record(const Node *node) {
    return node->kind == NODE_TABLE && node->items_count == 0;
}
// What a finding calls it: "the text", "a list", "the number".
const char *node_kind_words(const Node *node);

#endif // SCRIPT_NODE_H

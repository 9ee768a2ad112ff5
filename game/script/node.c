// script/node.c — finds fields of declared data. Never: checks meaning (room scenario).
#include "script/node.h"
#include <string.h>

const Node *node_field(const Node *node, const char *key) {
    int32_t low = 0, high = node->fields_count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        int order = strcmp(node->fields[middle].key, key);
        if (order == 0) return &node->fields[middle].value;
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const char *node_kind_words(const Node *node) {
    switch (node->kind) {
    case NODE_INTEGER: return "the number";
    case NODE_BOOLEAN: return "yes or no";
    case NODE_TEXT: return "the text";
    case NODE_TABLE: return node_is_list(node) ? "a list" : "fields in { }";
    case NODE_CHANGE: return "a change";
    case NODE_FUNCTION: return "a function";
    case NODE_NONE:
    case NODE_BAD: return "nothing";
    }
    return "nothing";
}

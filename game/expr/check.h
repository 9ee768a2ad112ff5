// expr/check.h — types of a tree, folded constants. Never: seen outside the room.
#ifndef EXPR_CHECK_H
#define EXPR_CHECK_H
#include "expr/resolve.h"

// Resolves every path under a node and gives every node its type; parts without names become
// constants. False after a finding.
bool check_node(Compiler *c, int32_t index);
// The node must be of this type; else a finding that says what to write.
bool check_type(Compiler *c, int32_t index, Type type);

#endif // EXPR_CHECK_H

// script/gate.h — what an author's Lua text may look like before Lua sees a byte of it. Never: runs anything.
#ifndef SCRIPT_GATE_H
#define SCRIPT_GATE_H
#include "script/lexer.h"

enum {
    GATE_FILE_BYTES_MAX = 128 * 1024,
    GATE_PACK_BYTES_MAX = 1024 * 1024,
    GATE_CHAIN_MAX = 64,
    GATE_BRACKETS_MAX = 60,
    GATE_ELSEIF_MAX = 500,
};

// Judges one file. file and source are borrowed and must outlive out, whose tokens live in the
// region. Findings (E100 to E125) go into diags; false when there was one. Lua itself may still
// refuse a text that passes: syntax_explain puts that into the author's words.
MUST_USE bool gate_check_source(
        Region *region, const char *file, Bytes source, Tokens *out, Diags *diags);

#endif // SCRIPT_GATE_H

// expr/look.c — whether any program of a case can look at some numbers, or at what was done. Never: misses one; one too many only costs time.
#include "expr/code.h"
#include "expr/expr.h"

// Any word that could be the number of such a cell counts as a look at it, whatever it is.
bool expr_looks_at_cells(const Def *def, int32_t first, int32_t count) {
    for (int32_t i = 0; i < def->code_count; i++) {
        if (def->code[i] >= first && def->code[i] < first + count) return true;
    }
    return false;
}

bool expr_looks_at_deeds(const Def *def) {
    for (int32_t i = 0; i < def->code_count; i++) {
        int32_t fact = def->code[i] >> 8;
        bool deed = fact == FACT_DID || fact == FACT_DONE || fact == FACT_WON;
        if ((def->code[i] & 255) == OP_FACT && deed) return true;
    }
    return false;
}

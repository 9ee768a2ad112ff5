// expr/step.h — one step of a path as an owner. Never: seen outside the room.
#ifndef EXPR_STEP_H
#define EXPR_STEP_H
#include "expr/resolve.h"

typedef enum Found { FOUND_NOTHING, FOUND, FOUND_NOT_HERE } Found;

// The owner a word stands for. FOUND_NOT_HERE: me or target, where there is none.
Found step_owner(const Compiler *c, const char *word, Owner *owner);
Owner step_owner_of(SelHow how, int32_t kind, int32_t index);
// Places of names among the answers and the lets; -1 for none.
int32_t step_find_ask(const Compiler *c, const char *word);
int32_t step_find_let(const Compiler *c, const char *word);
// Place of a tag, move, happening, window or text; -1 for none.
int32_t step_find_in_slot(const Def *def, int32_t slot, const char *word);
// A mask of kinds in which readings count as frames, items and claims as clauses.
uint16_t step_plain_kinds(uint16_t kinds);

#endif // EXPR_STEP_H

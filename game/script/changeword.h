// script/changeword.h — the change words gain, set, tell … and the fields each may have. Never: carries one out.
#ifndef SCRIPT_CHANGEWORD_H
#define SCRIPT_CHANGEWORD_H
#include "base/core.h"

// The fields of a change word ("gain") into names; 0 if it is no change word. Returns how many.
size_t changeword_fields(const char *word, const char **names, size_t capacity);
// The change word of these letters, for good; NULL if it is none.
const char *changeword_named(const char *letters, size_t length);

#endif // SCRIPT_CHANGEWORD_H

// script/changeword.h — the change words gain, set, tell … and the fields each may have. Never: carries one out.
#ifndef SCRIPT_CHANGEWORD_H
#define SCRIPT_CHANGEWORD_H
#include "base/core.h"

// The fields of a change word ("gain") into names; 0 if it is no change word. Returns how many.
size_t changeword_fields(const char *word, const char **names, size_t capacity);

#endif // SCRIPT_CHANGEWORD_H

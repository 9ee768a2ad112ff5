// script/changeword.h — the change words gain, set, tell … and the fields each may have. Never: carries one out.
#ifndef SCRIPT_CHANGEWORD_H
#define SCRIPT_CHANGEWORD_H
#include "base/core.h"

// True when the change word ("gain") has such a field. Names that are no change word have none.
bool changeword_has_field(const char *word, const char *field);
// The fields of a change word, NULL-ended; NULL if it is no change word.
const char *const *changeword_fields(const char *word);

#endif // SCRIPT_CHANGEWORD_H

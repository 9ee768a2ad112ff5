// cli/namelike.h — texts in which somebody may still be named after labels became numbers. Never: certain; a reader decides.
#ifndef CLI_NAMELIKE_H
#define CLI_NAMELIKE_H
#include "model/def.h"

// True when a word of the text begins with a capital letter and is no word of the case, or when its script has
// no capitals, so that nobody can tell by looking.
bool namelike(const Def *def, const char *text, size_t length);

#endif // CLI_NAMELIKE_H

// script/idlike.h — the id an author may have meant by what cannot be one. Never: decides whether an id is allowed.
#ifndef SCRIPT_IDLIKE_H
#define SCRIPT_IDLIKE_H
#include "base/core.h"

// "Fahrgäste Süd" -> "fahrgaste_sud", joined by `joint` ('_' or '-'); empty when nothing is left that
// could be an id. The text must be valid UTF-8.
void idlike_from(const char *text, char joint, char *out, size_t capacity);

#endif // SCRIPT_IDLIKE_H

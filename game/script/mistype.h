// script/mistype.h — slips of the pen that Lua would explain badly: quotes, colons, square brackets, one dash for a note. Never: decides whether a text is good Lua.
#ifndef SCRIPT_MISTYPE_H
#define SCRIPT_MISTYPE_H
#include "script/lexer.h"

// Turns a finding about the token at index ("this is not expected here") into one about the slip
// behind it, when one is known; else leaves it as it is. True when it was changed.
bool mistype_explain(const Tokens *tokens, int32_t index, Diag *diag);

// A line cannot begin with this sign: it is a note that lacks its dashes.
bool mistype_is_note(const Tokens *tokens, int32_t index);

// A line with an odd number of quotes: `tokens` are those before the text that never ends. Moves
// the finding to the text that lacks its quote; false when that cannot be told.
bool mistype_quote(const Tokens *tokens, int32_t line, Diag *diag);

// A number with a dot behind a lone dash at the start of a line is a note: "- 2. Who is there".
bool mistype_note(const Tokens *tokens, int32_t line, Diag *diag);

// Tells every field that stands twice in one { }: Lua would keep the last and say nothing (E212).
void mistype_twice(const Tokens *tokens, Diags *diags);

#endif // SCRIPT_MISTYPE_H

// script/syntax.h — what Lua refuses, said in the author's words and at the right place. Never: decides whether a text is good Lua.
#ifndef SCRIPT_SYNTAX_H
#define SCRIPT_SYNTAX_H
#include "script/lexer.h"

// Call it only for a text that Lua refused. lua_message is Lua's own sentence, lua_line its line
// (0 = unknown). Adds at least one finding: E103 comma, E104 quotes, E105 brackets, E106 blocks,
// E107 anything else, E123 a limit of Lua, E203 a keyword as a field. Returns the line of the
// first finding, 0 if it is about the whole file.
int32_t syntax_explain(
        const Tokens *tokens, const char *lua_message, int32_t lua_line, Diags *diags);

// First token at or behind `from` that begins a statement at the very start of a line: where the
// reader goes on after a broken part. The index of TOKEN_EOF if there is none.
int32_t syntax_next_start(const Tokens *tokens, int32_t from);

#endif // SCRIPT_SYNTAX_H

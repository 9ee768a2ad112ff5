// script/fault.c — what stopped a piece of Lua, in the author's words. Never: lets Lua's own words through.
#include "script/state.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const ScriptFile *file_named(const Machine *machine, const char *source) {
    const char *name = source[0] == '=' ? source + 1 : source;
    for (int32_t i = 0; i < machine->files_count; i++) {
        if (strcmp(machine->files[i]->name, name) == 0) return machine->files[i];
    }
    return NULL;
}

int32_t fault_line(lua_State *lua, const ScriptFile **file) {
    lua_Debug activation;
    for (int level = 0; lua_getstack(lua, level, &activation); level++) {
        lua_getinfo(lua, "Sl", &activation);
        if (activation.currentline <= 0) continue;
        *file = file_named(machine_of(lua), activation.source);
        return activation.currentline;
    }
    *file = NULL;
    return 0;
}

static void set_fault(lua_State *lua, const char *code, const char *word, const char *fix) {
    Fault *fault = &machine_of(lua)->fault;
    *fault = (Fault){0};
    snprintf(fault->code, sizeof fault->code, "%s", code);
    snprintf(fault->word, sizeof fault->word, "%s", word);
    snprintf(fault->fix, sizeof fault->fix, "%s", fix);
    fault->line = fault_line(lua, &fault->file);
}

// The machine itself is the error value: making one must not need memory.
_Noreturn static void throw(lua_State * lua) {
    lua_pushlightuserdata(lua, machine_of(lua));
    lua_error(lua);
    __builtin_unreachable();
}

void fault_raise(lua_State *lua, const char *code, const char *word, const char *fix,
        const char *message_format, ...) {
    set_fault(lua, code, word, fix);
    Fault *fault = &machine_of(lua)->fault;
    va_list args;
    va_start(args, message_format);
    vsnprintf(fault->message, sizeof fault->message, message_format, args);
    va_end(args);
    throw(lua);
}

void fault_raise_near(lua_State *lua, const char *code, const char *word, const char *near,
        const char *message_format, ...) {
    set_fault(lua, code, word, "");
    Fault *fault = &machine_of(lua)->fault;
    snprintf(fault->near, sizeof fault->near, "%s", near ? near : "");
    if (near) snprintf(fault->fix, sizeof fault->fix, "write %s.", near);
    va_list args;
    va_start(args, message_format);
    vsnprintf(fault->message, sizeof fault->message, message_format, args);
    va_end(args);
    throw(lua);
}

// ---- Lua's own errors ---------------------------------------------------------------------

typedef struct Saying {
    const char *sign, *code, *words, *fix;
} Saying;

// What Lua says begins or contains `sign`; %s stands for the name and what it is.
static const Saying SAYINGS[] = {
        {"divide by zero",          "E304", "A number is divided by zero.",
         "ask first: if x ~= 0 then."                                                                                                     },
        {"'n%%0'",                  "E304", "A number is divided by zero.",                                   "ask first: if x ~= 0 then."},
        {"'n%0'",                   "E304", "A number is divided by zero.",                                   "ask first: if x ~= 0 then."},
        {"stack overflow",          "E303", "Functions call each other without end.",
         "use a loop, or let the function end."                                                                                           },
        {"error in error handling", "E303", "Functions call each other without end.",
         "use a loop, or let the function end."                                                                                           },
        {"not enough memory",       "E302", "This needs more than 16 MiB of memory.",
         "make shorter texts and lists."                                                                                                  },
        {"overflow",                "E302", "This list or text grows too large.",
         "make shorter texts and lists."                                                                                                  },
        {"arithmetic",              "E305", "Something is calculated that is no number",
         "use a whole number."                                                                                                            },
        {"concatenate",             "E305", "Something is joined with .. that is no text or number",
         "use tostring(…) or another value."                                                                                            },
        {"compare",                 "E305", "Two values are compared that are not of one kind",
         "compare numbers with numbers and texts with texts."                                                                             },
        {"get length",              "E305", "The length of something is asked that is no list or text",
         "use # only on lists and texts."                                                                                                 },
        {"attempt to index",        "E305", "A field is asked of something that has none",
         "check the name before the dot."                                                                                                 },
        {"attempt to call",         "E305", "Something is used like a function that is none",
         "check the name before the brackets."                                                                                            },
        {"'for'",                   "E305", "The limits of a for loop must be whole numbers, its step not 0",
         "write for i = 1, 10 do."                                                                                                        },
        {"integer representation",  "E305", "This is no whole number",                                        "use whole numbers."        },
};

// The first name that Lua puts in quotes behind "(global 'x')", "(field 'x')" and the like.
static void find_word(const char *message, char *out, size_t capacity) {
    static const char *const KINDS[] = {
            "(global '", "(local '", "(field '", "(upvalue '", "(method '", "(constant '"};
    for (size_t i = 0; i < ARRAY_COUNT(KINDS); i++) {
        const char *from = strstr(message, KINDS[i]);
        if (!from) continue;
        from += strlen(KINDS[i]);
        const char *end = strchr(from, '\'');
        if (!end) return;
        snprintf(out, capacity, "%.*s", (int)(end - from), from);
        return;
    }
}

static const char *found_type(const char *message) {
    static const char *const TYPES[][2] = {
            {" a nil value",      "nothing"           },
            {" a table value",    "a list"            },
            {" a string value",   "a text"            },
            {" a function value", "a function"        },
            {" a boolean value",  "yes or no"         },
            {" a userdata value", "a part of the game"},
            {" a number value",   "a number"          }
    };
    for (size_t i = 0; i < ARRAY_COUNT(TYPES); i++) {
        if (strstr(message, TYPES[i][0])) return TYPES[i][1];
    }
    return NULL;
}

static void explain(lua_State *lua, const char *message) {
    Fault *fault = &machine_of(lua)->fault;
    for (size_t i = 0; i < ARRAY_COUNT(SAYINGS); i++) {
        const Saying *saying = &SAYINGS[i];
        if (!strstr(message, saying->sign)) continue;
        char word[sizeof fault->word] = "";
        find_word(message, word, sizeof word);
        const char *type = found_type(message);
        set_fault(lua, saying->code, word, saying->fix);
        if (type && word[0]) {
            snprintf(fault->message, sizeof fault->message, "%s: \"%s\" is %s.",
                    saying->words, word, type);
        } else if (type) {
            snprintf(fault->message, sizeof fault->message, "%s: %s.", saying->words, type);
        } else {
            size_t length = strlen(saying->words);
            snprintf(fault->message, sizeof fault->message, "%s%s", saying->words,
                    saying->words[length - 1] == '.' ? "" : ".");
        }
        return;
    }
    set_fault(lua, "E300", "", "look at this line.");
    snprintf(fault->message, sizeof fault->message, "This line could not be carried out.");
}

int fault_handler(lua_State *lua) {
    Machine *machine = machine_of(lua);
    bool ours = lua_type(lua, 1) == LUA_TLIGHTUSERDATA;
    if (!ours && lua_type(lua, 1) == LUA_TSTRING) explain(lua, lua_tostring(lua, 1));
    if (!ours && machine->fault.code[0] == '\0') explain(lua, "");
    return 1;
}

// Memory failures never pass the handler; the last look at the budget is the nearest place known.
void fault_complete(Machine *machine, int status) {
    Fault *fault = &machine->fault;
    if (fault->code[0] != '\0') return;
    bool memory = status == LUA_ERRMEM;
    snprintf(fault->code, sizeof fault->code, "%s", memory ? "E302" : "E303");
    snprintf(fault->message, sizeof fault->message, "%s",
            memory ? "This needs more than 16 MiB of memory."
                   : "Functions call each other without end.");
    snprintf(fault->fix, sizeof fault->fix, "%s",
            memory ? "make shorter texts and lists."
                   : "use a loop, or let the function end.");
    fault->line = machine->last_line;
    fault->file = machine->last_file ? machine->last_file : machine->file;
}

const char *fault_type_words(lua_State *lua, int index) {
    switch (lua_type(lua, index)) {
    case LUA_TNIL:
    case LUA_TNONE: return "nothing";
    case LUA_TBOOLEAN: return "yes or no";
    case LUA_TNUMBER: return "a number";
    case LUA_TSTRING: return "a text";
    case LUA_TTABLE: return "a list";
    case LUA_TFUNCTION: return "a function";
    default: return "a part of the game";
    }
}

// ---- as a finding -------------------------------------------------------------------------

// The loop around a line, for "it repeated line 55": the nearest for, while or repeat above.
static int32_t loop_above(const Tokens *tokens, int32_t line) {
    for (int32_t i = token_at_line(tokens, line + 1) - 1; i >= 0; i--) {
        TokenKind kind = tokens->items[i].kind;
        if (kind == TOKEN_WHILE || kind == TOKEN_FOR || kind == TOKEN_REPEAT) return i;
        if (kind == TOKEN_FUNCTION) return -1;
    }
    return -1;
}

static void name_loop(const Tokens *tokens, Diag *diag) {
    int32_t loop = loop_above(tokens, diag->line);
    if (loop < 0) return;
    const Token *token = &tokens->items[loop];
    const char *from = tokens->source + token->at;
    int length = 0;
    while (length < 60 && token->at + (size_t)length < tokens->length
            && from[length] != '\n' && from[length] != '\r')
        length++;
    size_t used = strlen(diag->message);
    snprintf(diag->message + used, sizeof diag->message - used,
            " It repeated line %d: %.*s", token->line, length, from);
    diag->line = token->line;
    diag->column = token->column;
}

static void point_at(const Tokens *tokens, const char *word, Diag *diag) {
    int32_t first = token_at_line(tokens, diag->line);
    const Token *found = &tokens->items[first];
    for (int32_t i = first; i < tokens->count - 1 && tokens->items[i].line == diag->line;
            i++) {
        if (word[0] == '\0'
                || (!token_is(tokens, i, word) && !token_text_is(tokens, i, word)))
            continue;
        found = &tokens->items[i];
        break;
    }
    if (found->line != diag->line) return;
    diag->column = found->column;
    diag->length = (int32_t)(found->length < 60 ? found->length : 60);
}

Diag *fault_tell(const Machine *machine, const Fault *fault, Diags *diags) {
    const ScriptFile *file = fault->file ? fault->file : machine->file;
    Diag *diag = diags_add(diags, fault->code, file ? file->name : "", fault->line, 0, "%s",
            fault->message);
    diag_near(diag, fault->near);
    diag_fix(diag, "%s", fault->fix);
    if (!file || fault->line <= 0) return diag;
    point_at(&file->tokens, fault->word, diag);
    if (strcmp(fault->code, "E301") == 0) name_loop(&file->tokens, diag);
    lexer_quote(&file->tokens, diag);
    return diag;
}

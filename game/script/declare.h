// script/declare.h — the words of a pack (actor, verb, on …) and what was declared with them. Never: knows what a field means.
#ifndef SCRIPT_DECLARE_H
#define SCRIPT_DECLARE_H
#include "script/node.h"

enum {
    DECLARE_DECLS_MAX = 2000,
    DECLARE_PARTS_MAX = 20000,
    DECLARE_DEPTH_MAX = 6,
    DECLARE_FUNCTIONS_MAX = 64,
    DECLARE_TEXT_BYTES_MAX = 16 * 1024,
    DECLARE_ID_LETTERS_MAX = 32,
};

// How a word is written.
typedef enum WordForm {
    WORD_BODY = 1, // scenario { … }
    WORD_ID_BODY,  // actor "id" { … }
    WORD_ID_TEXT,  // text "id" "words"
    WORD_ID_MAYBE, // use "pack" or use "pack" { … }
    WORD_MOMENT,   // on "moment" (function)
} WordForm;

// What its id may look like.
typedef enum WordId {
    WORD_ID_PLAIN, // a-z, 0-9 and _, at most 32 letters, no keyword
    WORD_ID_PACK,  // a-z, 0-9 and -
    WORD_ID_TITLE, // any text (test, simulate)
    WORD_ID_PATH,  // plain ids joined by dots (change)
} WordId;

// One word the files may use. A word with `elsewhere` set is known but refused (E207, or `code`)
// with that sentence: "pack stands alone in pack.lua."
typedef struct ScriptWord {
    const char *name;
    WordForm form;
    WordId id;
    const char *elsewhere, *code;
} ScriptWord;

// One declaration. Everything lives as long as the Machine.
typedef struct Decl {
    const char *word, *id; // id is "" for words without one; the moment for `on`
    const char *file;
    int32_t line, column; // of the word
    int32_t order;        // counted from 0 over all files of the machine
    int32_t token;        // place of the word in its file, -1 = unknown
    Node body;            // NODE_NONE: `use "x"` without { }
} Decl;

typedef struct DeclList {
    const Decl *items;
    int32_t count;
    // Something could not be read, so a missing name need not be the author's mistake.
    bool incomplete;
} DeclList;

// What a path inside a declaration points at: its key, or its value.
typedef enum PlacePart { PLACE_KEY, PLACE_VALUE } PlacePart;

typedef struct Place {
    const char *file;
    int32_t line, column, length; // in bytes, from 1
} Place;

#endif // SCRIPT_DECLARE_H

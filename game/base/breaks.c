// base/breaks.c — line breaks, letter breaks and scripts from libunistring. Never: measures or draws.
#include "base/breaks.h"
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>

typedef struct ScriptTag {
    const char *name;
    char tag[5];
} ScriptTag;

// Names as libunistring gives them, tags as ISO 15924 and the shaper spell them.
static const ScriptTag SCRIPT_TAGS[] = {
        {"Latin",      "Latn"},
        {"Greek",      "Grek"},
        {"Cyrillic",   "Cyrl"},
        {"Arabic",     "Arab"},
        {"Hebrew",     "Hebr"},
        {"Bengali",    "Beng"},
        {"Devanagari", "Deva"},
        {"Gurmukhi",   "Guru"},
        {"Gujarati",   "Gujr"},
        {"Oriya",      "Orya"},
        {"Tamil",      "Taml"},
        {"Telugu",     "Telu"},
        {"Kannada",    "Knda"},
        {"Malayalam",  "Mlym"},
        {"Sinhala",    "Sinh"},
        {"Thai",       "Thai"},
        {"Lao",        "Laoo"},
        {"Tibetan",    "Tibt"},
        {"Myanmar",    "Mymr"},
        {"Khmer",      "Khmr"},
        {"Georgian",   "Geor"},
        {"Armenian",   "Armn"},
        {"Ethiopic",   "Ethi"},
        {"Syriac",     "Syrc"},
        {"Thaana",     "Thaa"},
        {"Nko",        "Nkoo"},
        {"Han",        "Hani"},
        {"Hiragana",   "Hira"},
        {"Katakana",   "Kana"},
        {"Hangul",     "Hang"},
        {"Tifinagh",   "Tfng"},
        {"Cherokee",   "Cher"},
        {"Common",     ""    },
        {"Inherited",  ""    },
};

void breaks_find(const uint32_t *text, size_t count, uint8_t *lines, uint8_t *letters) {
    if (count == 0) return;
    u32_possible_linebreaks(text, count, "UTF-8", (char *)lines);
    u32_grapheme_breaks(text, count, (char *)letters);
    for (size_t i = 0; i < count; i++) {
        lines[i] =
                (uint8_t)(lines[i] == UC_BREAK_POSSIBLE || lines[i] == UC_BREAK_MANDATORY);
        letters[i] = letters[i] != 0;
    }
    lines[0] = 0;
    letters[0] = 1;
}

const char *breaks_script(uint32_t code_point) {
    static const char none[5] = "";
    const uc_script_t *script = uc_script(code_point);
    if (!script) return none;
    for (size_t i = 0; i < ARRAY_COUNT(SCRIPT_TAGS); i++) {
        if (strcmp(SCRIPT_TAGS[i].name, script->name) == 0) return SCRIPT_TAGS[i].tag;
    }
    return "Zyyy";
}

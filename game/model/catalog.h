// model/catalog.h — the texts of a pack in several languages, and how a text is filled in. Never: reads a file (scenario/po.c).
#ifndef MODEL_CATALOG_H
#define MODEL_CATALOG_H
#include "base/bytes.h"
#include "model/def.h"

enum { LANGUAGES_MAX = 24, LANGUAGE_BYTES = 36, PLURAL_CLASSES = 6 };

// Classes of numbers in a language, in the order of CLDR.
typedef enum PluralClass {
    PLURAL_ZERO,
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER
} PluralClass;

// A form of a name that only this language has ("actor.union.name@genitive").
typedef struct CatalogForm {
    const char *path, *words;
} CatalogForm;

// One language. words[id] is NULL where nothing is translated. Borrowed from whoever read it.
typedef struct Catalog {
    char language[LANGUAGE_BYTES]; // "fr", "pt-BR"
    bool of_case;                  // the case itself brings it, not only a plugin
    const char **words;            // by TextId, TEXTS_MAX of them; NULL: not read yet
    const CatalogForm *forms;
    int32_t forms_count;
    int32_t translated, fuzzy;
} Catalog;

// Reads a language when its first text is asked for: most games are played in one of many.
typedef struct CatalogReader {
    void *context;
    void (*read)(void *context, int32_t item); // fills words and forms of items[item]
} CatalogReader;

// All languages of a pack are listed; asking for a text may read one, so not for two threads at once.
typedef struct Catalogs {
    char source[LANGUAGE_BYTES]; // language of the texts in the Def
    Catalog items[LANGUAGES_MAX];
    int32_t count;
    CatalogReader reader; // empty when all are read
} Catalogs;

// One thing to fill a placeholder with.
typedef struct TextArg {
    const char *name;  // "who"
    const char *words; // already in the reader's language; NULL: the number counts
    int64_t number;
    const char *path; // path of the name ("actor.union.name") for case forms, or NULL
} TextArg;

typedef struct TextArgs {
    TextArg items[12];
    int32_t count;
} TextArgs;

void text_args_add_words(
        TextArgs *args, const char *name, const char *words, const char *path);
void text_args_add_number(TextArgs *args, const char *name, int64_t number);

// Words of a text for a reader: the language, its base (pt-BR, pt), then the source language. "" for 0.
// The pseudo-languages en-XA and ar-XB give the source words; catalog_pseudo turns them.
const char *catalog_words(
        const Catalogs *catalogs, const Def *def, const char *language, TextId id);
// A text filled in: {who}, {n|one=# vote|other=# votes}, {way|back=supports|block=opposes},
// {who@genitive}, {{ and }}. Inserted words are wrapped in U+2068 and U+2069. Unknown placeholders stay
// as they are written. Adds to out.
void catalog_format(Buffer *out, const Catalogs *catalogs, const char *language,
        const char *pattern, const TextArgs *args);
// catalog_words and catalog_format in one, with pseudo-languages.
void catalog_text(Buffer *out, const Catalogs *catalogs, const Def *def,
        const char *language, TextId id, const TextArgs *args);
// Accents, brackets and 40 % more letters (en-XA), or right-to-left marks around each word (ar-XB).
// Placeholders stay whole. Adds to out; false when the language is no pseudo-language.
bool catalog_pseudo(Buffer *out, const char *language, const char *words);

// Class of a number in a language; PLURAL_OTHER for unknown languages.
PluralClass plural_class(const char *language, int64_t number);
// Mask of 1 << PluralClass that whole numbers need in a language; 0 for an unknown language.
uint32_t plural_classes(const char *language);
// "zero", "one" … "other".
const char *plural_word(PluralClass class);
// True for a language the engine knows: a BCP 47 tag whose first part is in the table.
bool plural_knows(const char *language);
// True for languages written from right to left.
bool language_is_rtl(const char *language);

#endif // MODEL_CATALOG_H

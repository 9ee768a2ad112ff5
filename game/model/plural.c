// model/plural.c — classes of whole numbers by language, after CLDR. Never: fractions.
#include "model/catalog.h"
#include <string.h>

typedef enum Family {
    FAMILY_NONE,     // no difference: ja, zh, ko …
    FAMILY_ONE,      // one for 1
    FAMILY_ZERO_ONE, // one for 0 and 1
    FAMILY_EAST,     // ru uk be sr hr bs
    FAMILY_POLISH,
    FAMILY_CZECH,
    FAMILY_ARABIC,
    FAMILY_HEBREW,
    FAMILY_LITHUANIAN,
    FAMILY_LATVIAN,
    FAMILY_ROMANIAN,
    FAMILY_SLOVENE,
    FAMILY_IRISH,
    FAMILY_WELSH,
    FAMILY_MALTESE,
    FAMILY_ICELANDIC,
    FAMILY_SOUTH_SLAVIC, // one and few, no many
} Family;

static const struct {
    char language[4];
    uint8_t family, rtl;
} languages[] = {
        {"af",  FAMILY_ONE,          0},
        {"am",  FAMILY_ZERO_ONE,     0},
        {"ar",  FAMILY_ARABIC,       1},
        {"az",  FAMILY_ONE,          0},
        {"be",  FAMILY_EAST,         0},
        {"bg",  FAMILY_ONE,          0},
        {"bn",  FAMILY_ZERO_ONE,     0},
        {"bs",  FAMILY_SOUTH_SLAVIC, 0},
        {"ca",  FAMILY_ONE,          0},
        {"cs",  FAMILY_CZECH,        0},
        {"cy",  FAMILY_WELSH,        0},
        {"da",  FAMILY_ONE,          0},
        {"de",  FAMILY_ONE,          0},
        {"el",  FAMILY_ONE,          0},
        {"en",  FAMILY_ONE,          0},
        {"eo",  FAMILY_ONE,          0},
        {"es",  FAMILY_ONE,          0},
        {"et",  FAMILY_ONE,          0},
        {"eu",  FAMILY_ONE,          0},
        {"fa",  FAMILY_ZERO_ONE,     1},
        {"fi",  FAMILY_ONE,          0},
        {"fil", FAMILY_ONE,          0},
        {"fr",  FAMILY_ZERO_ONE,     0},
        {"ga",  FAMILY_IRISH,        0},
        {"gl",  FAMILY_ONE,          0},
        {"gu",  FAMILY_ZERO_ONE,     0},
        {"ha",  FAMILY_ONE,          0},
        {"he",  FAMILY_HEBREW,       1},
        {"hi",  FAMILY_ZERO_ONE,     0},
        {"hr",  FAMILY_SOUTH_SLAVIC, 0},
        {"hu",  FAMILY_ONE,          0},
        {"hy",  FAMILY_ZERO_ONE,     0},
        {"id",  FAMILY_NONE,         0},
        {"ig",  FAMILY_NONE,         0},
        {"is",  FAMILY_ICELANDIC,    0},
        {"it",  FAMILY_ONE,          0},
        {"ja",  FAMILY_NONE,         0},
        {"ka",  FAMILY_ONE,          0},
        {"kk",  FAMILY_ONE,          0},
        {"km",  FAMILY_NONE,         0},
        {"kn",  FAMILY_ZERO_ONE,     0},
        {"ko",  FAMILY_NONE,         0},
        {"ku",  FAMILY_ONE,          0},
        {"lo",  FAMILY_NONE,         0},
        {"lt",  FAMILY_LITHUANIAN,   0},
        {"lv",  FAMILY_LATVIAN,      0},
        {"mk",  FAMILY_ICELANDIC,    0},
        {"ml",  FAMILY_ONE,          0},
        {"mn",  FAMILY_ONE,          0},
        {"mr",  FAMILY_ONE,          0},
        {"ms",  FAMILY_NONE,         0},
        {"mt",  FAMILY_MALTESE,      0},
        {"my",  FAMILY_NONE,         0},
        {"nb",  FAMILY_ONE,          0},
        {"ne",  FAMILY_ONE,          0},
        {"nl",  FAMILY_ONE,          0},
        {"nn",  FAMILY_ONE,          0},
        {"no",  FAMILY_ONE,          0},
        {"pa",  FAMILY_ZERO_ONE,     0},
        {"pl",  FAMILY_POLISH,       0},
        {"ps",  FAMILY_ONE,          1},
        {"pt",  FAMILY_ZERO_ONE,     0},
        {"ro",  FAMILY_ROMANIAN,     0},
        {"ru",  FAMILY_EAST,         0},
        {"rw",  FAMILY_ONE,          0},
        {"si",  FAMILY_ZERO_ONE,     0},
        {"sk",  FAMILY_CZECH,        0},
        {"sl",  FAMILY_SLOVENE,      0},
        {"so",  FAMILY_ONE,          0},
        {"sq",  FAMILY_ONE,          0},
        {"sr",  FAMILY_SOUTH_SLAVIC, 0},
        {"sv",  FAMILY_ONE,          0},
        {"sw",  FAMILY_ONE,          0},
        {"ta",  FAMILY_ONE,          0},
        {"te",  FAMILY_ONE,          0},
        {"th",  FAMILY_NONE,         0},
        {"ti",  FAMILY_ZERO_ONE,     0},
        {"tr",  FAMILY_ONE,          0},
        {"uk",  FAMILY_EAST,         0},
        {"ur",  FAMILY_ONE,          1},
        {"uz",  FAMILY_ONE,          0},
        {"vi",  FAMILY_NONE,         0},
        {"xh",  FAMILY_ONE,          0},
        {"yo",  FAMILY_NONE,         0},
        {"zh",  FAMILY_NONE,         0},
        {"zu",  FAMILY_ZERO_ONE,     0},
};

static int32_t row_of(const char *language) {
    size_t length = strcspn(language, "-_");
    for (size_t i = 0; i < ARRAY_COUNT(languages); i++) {
        if (strlen(languages[i].language) == length
                && strncmp(languages[i].language, language, length) == 0) {
            return (int32_t)i;
        }
    }
    return -1;
}

static PluralClass slavic(int64_t ten, int64_t hundred, PluralClass rest) {
    if (ten == 1 && hundred != 11) return PLURAL_ONE;
    if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return PLURAL_FEW;
    return rest;
}

static PluralClass arabic(int64_t n, int64_t hundred) {
    if (n <= 2) return (PluralClass)n; // zero, one, two
    if (hundred >= 3 && hundred <= 10) return PLURAL_FEW;
    return hundred >= 11 ? PLURAL_MANY : PLURAL_OTHER;
}

static PluralClass polish(int64_t n, int64_t ten, int64_t hundred) {
    if (n == 1) return PLURAL_ONE;
    return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? PLURAL_FEW
                                                                  : PLURAL_MANY;
}

static PluralClass lithuanian(int64_t ten, int64_t hundred) {
    if (hundred >= 11 && hundred <= 19) return PLURAL_OTHER;
    if (ten == 1) return PLURAL_ONE;
    return ten >= 2 ? PLURAL_FEW : PLURAL_OTHER;
}

static PluralClass latvian(int64_t ten, int64_t hundred) {
    if (ten == 0 || (hundred >= 11 && hundred <= 19)) return PLURAL_ZERO;
    return ten == 1 ? PLURAL_ONE : PLURAL_OTHER;
}

static PluralClass slovene(int64_t hundred) {
    if (hundred == 1) return PLURAL_ONE;
    if (hundred == 2) return PLURAL_TWO;
    return hundred == 3 || hundred == 4 ? PLURAL_FEW : PLURAL_OTHER;
}

static PluralClass irish(int64_t n) {
    if (n == 1) return PLURAL_ONE;
    if (n == 2) return PLURAL_TWO;
    if (n >= 3 && n <= 6) return PLURAL_FEW;
    return n >= 7 && n <= 10 ? PLURAL_MANY : PLURAL_OTHER;
}

static PluralClass welsh(int64_t n) {
    if (n <= 3) return (PluralClass)n; // zero, one, two, few
    return n == 6 ? PLURAL_MANY : PLURAL_OTHER;
}

static PluralClass maltese(int64_t n, int64_t hundred) {
    if (n == 1) return PLURAL_ONE;
    if (n == 2) return PLURAL_TWO;
    if (n == 0 || (hundred >= 3 && hundred <= 10)) return PLURAL_FEW;
    return hundred >= 11 && hundred <= 19 ? PLURAL_MANY : PLURAL_OTHER;
}

static PluralClass romanian(int64_t n, int64_t hundred) {
    if (n == 1) return PLURAL_ONE;
    return n == 0 || (hundred >= 1 && hundred <= 19) ? PLURAL_FEW : PLURAL_OTHER;
}

static PluralClass class_in(Family family, int64_t n) {
    int64_t ten = n % 10, hundred = n % 100;
    switch (family) {
    case FAMILY_NONE: return PLURAL_OTHER;
    case FAMILY_ONE: return n == 1 ? PLURAL_ONE : PLURAL_OTHER;
    case FAMILY_ZERO_ONE: return n <= 1 ? PLURAL_ONE : PLURAL_OTHER;
    case FAMILY_EAST: return slavic(ten, hundred, PLURAL_MANY);
    case FAMILY_SOUTH_SLAVIC: return slavic(ten, hundred, PLURAL_OTHER);
    case FAMILY_POLISH: return polish(n, ten, hundred);
    case FAMILY_CZECH:
        return n == 1 ? PLURAL_ONE : n >= 2 && n <= 4 ? PLURAL_FEW : PLURAL_OTHER;
    case FAMILY_ARABIC: return arabic(n, hundred);
    case FAMILY_HEBREW: return n == 1 ? PLURAL_ONE : n == 2 ? PLURAL_TWO : PLURAL_OTHER;
    case FAMILY_LITHUANIAN: return lithuanian(ten, hundred);
    case FAMILY_LATVIAN: return latvian(ten, hundred);
    case FAMILY_ROMANIAN: return romanian(n, hundred);
    case FAMILY_SLOVENE: return slovene(hundred);
    case FAMILY_IRISH: return irish(n);
    case FAMILY_WELSH: return welsh(n);
    case FAMILY_MALTESE: return maltese(n, hundred);
    case FAMILY_ICELANDIC: return ten == 1 && hundred != 11 ? PLURAL_ONE : PLURAL_OTHER;
    }
    return PLURAL_OTHER;
}

PluralClass plural_class(const char *language, int64_t number) {
    int32_t row = row_of(language);
    int64_t n = number < 0 ? -number : number;
    return row < 0 ? PLURAL_OTHER : class_in((Family)languages[row].family, n);
}

uint32_t plural_classes(const char *language) {
    if (row_of(language) < 0) return 0;
    uint32_t mask = 1u << PLURAL_OTHER;
    for (int64_t n = 0; n <= 200; n++)
        mask |= 1u << plural_class(language, n);
    return mask;
}

const char *plural_word(PluralClass class) {
    static const char *const words[PLURAL_CLASSES] = {
            "zero", "one", "two", "few", "many", "other"};
    return words[class];
}

bool plural_knows(const char *language) { return row_of(language) >= 0; }

bool language_is_rtl(const char *language) {
    int32_t row = row_of(language);
    return row >= 0 && languages[row].rtl;
}

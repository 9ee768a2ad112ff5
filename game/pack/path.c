// pack/path.c — names, places, kinds and sizes of a pack's files. Never: opens a file.
#include "pack/path.h"
#include "pack/limits.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// What each folder of a pack holds. Only assets and plugins have folders of their own.
typedef struct Place {
    const char *folder;
    const char *endings;
    const char *holds; // for people
    bool folders;
} Place;

static const Place PLACES[] = {
        {"",        ".lua .md .lock", "Lua files (.lua), notes (.md) and pack.lock", false},
        {"assets",  ".png .ogg",      "pictures (.png) and sounds (.ogg)",           true },
        {"notes",   ".md",            "notes (.md)",                                 false},
        {"tests",   ".lua",           "tests (.lua)",                                false},
        {"plugins", "",               "one folder for each plugin",                  true },
        {"text",    ".po .csv",       "translations (.po or .csv)",                  false},
};
static const char *const FOLDERS[] = {"assets", "notes", "plugins", "tests", "text"};

typedef struct Kind {
    const char *ending, *code, *called;
    uint64_t bytes_max;
} Kind;

static const Kind KINDS[] = {
        {".lua",  "E120", "A Lua file",         PACK_LUA_FILE_BYTES_MAX},
        {".po",   "E406", "A translation",      PACK_TEXTS_BYTES_MAX   },
        {".csv",  "E406", "A table of texts",   PACK_TEXTS_BYTES_MAX   },
        {".md",   "E406", "A note",             PACK_NOTE_BYTES_MAX    },
        {".png",  "E410", "A picture",          PACK_PICTURE_BYTES_MAX },
        {".ogg",  "E410", "A sound",            PACK_SOUND_BYTES_MAX   },
        {".lock", "E406", "The list of hashes", PACK_LOCK_BYTES_MAX    },
};

typedef struct FaultText {
    const char *why, *fix;
} FaultText;

static const FaultText FAULTS[PATH_FAULTS_COUNT] = {
        [PATH_EMPTY_PART] = {"it has an empty part",
                             "write one slash between folder and file."                                             },
        [PATH_LONG] = {"it is longer than 100 letters",
                             "shorten the names of file and folders."                                               },
        [PATH_NUL] = {"it holds a zero byte",                    "make the archive again with a zip program."},
        [PATH_BACKSLASH] = {"it holds a backslash",                    "separate folders with / only."             },
        [PATH_ABSOLUTE] = {"it starts at the root of a disk",
                             "zip the content of the folder."                                                       },
        [PATH_DOTS] = {"it leaves its folder with dots",          "zip the content of the folder."            },
        [PATH_HIDDEN] = {"a part of it starts with a dot",
                             "leave hidden files out of the pack."                                                  },
        [PATH_DEEP] = {"it is deeper than six parts",             "use fewer folders inside folders."         },
        [PATH_LETTERS] = {"it has other signs than a-z 0-9 _ . - /", "rename the file."                          },
        [PATH_CAPITALS] = {"it has capital letters",                  "write the name in small letters."          },
};

static bool is_capital(uint8_t c) { return c >= 'A' && c <= 'Z'; }

static bool is_plain(uint8_t c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
           || c == '-';
}

// One part between slashes; parts of dots only would lead out of the folder.
static PathFault judge_part(const uint8_t *part, size_t length) {
    if (length == 0) return PATH_EMPTY_PART;
    size_t dots = 0;
    while (dots < length && part[dots] == '.')
        dots++;
    if (dots == length) return PATH_DOTS;
    return dots > 0 ? PATH_HIDDEN : PATH_FINE;
}

static PathFault judge_parts(Bytes name) {
    size_t start = 0, depth = 0;
    for (size_t i = 0; i <= name.length; i++) {
        if (i < name.length && name.data[i] != '/') continue;
        PathFault fault = judge_part(name.data + start, i - start);
        if (fault != PATH_FINE) return fault;
        start = i + 1;
        depth++;
    }
    return depth > PACK_DEPTH_MAX ? PATH_DEEP : PATH_FINE;
}

static PathFault judge_letters(Bytes name) {
    PathFault fault = PATH_FINE;
    for (size_t i = 0; i < name.length; i++) {
        uint8_t c = name.data[i];
        if (is_plain(c) || c == '/') continue;
        if (!is_capital(c)) return PATH_LETTERS;
        fault = PATH_CAPITALS;
    }
    return fault;
}

PathFault path_judge(Bytes name) {
    if (name.length == 0) return PATH_EMPTY_PART;
    if (name.length > PACK_NAME_BYTES_MAX) return PATH_LONG;
    if (memchr(name.data, 0, name.length)) return PATH_NUL;
    if (memchr(name.data, '\\', name.length)) return PATH_BACKSLASH;
    bool drive = name.length > 1 && name.data[1] == ':';
    if (name.data[0] == '/' || drive) return PATH_ABSOLUTE;
    PathFault fault = judge_parts(name);
    return fault != PATH_FINE ? fault : judge_letters(name);
}

void path_label(Bytes name, char out[64]) {
    size_t length = name.length < 63 ? name.length : 63;
    for (size_t i = 0; i < length; i++) {
        uint8_t c = name.data[i];
        out[i] = c >= ' ' && c < 127 ? (char)c : '?';
    }
    out[length] = '\0';
}

// The name in small letters, for the fix.
static void small_letters(Bytes name, char out[PACK_NAME_BYTES_MAX + 1]) {
    size_t length = name.length < PACK_NAME_BYTES_MAX ? name.length : PACK_NAME_BYTES_MAX;
    for (size_t i = 0; i < length; i++) {
        uint8_t c = name.data[i];
        out[i] = (char)(is_capital(c) ? c - 'A' + 'a' : c);
    }
    out[length] = '\0';
}

bool path_check(Bytes name, Diags *diags) {
    PathFault fault = path_judge(name);
    if (fault == PATH_FINE) return true;
    char label[64];
    path_label(name, label);
    if (fault != PATH_CAPITALS) {
        Diag *diag = diags_add(diags, "E403", label, 0, 0,
                "The name \"%s\" is not allowed in a pack: %s.", label, FAULTS[fault].why);
        diag_fix(diag, "%s", FAULTS[fault].fix);
        return false;
    }
    char small[PACK_NAME_BYTES_MAX + 1];
    small_letters(name, small);
    Diag *diag = diags_add(diags, "E412", label, 0, 0,
            "The name \"%s\" has capital letters; in a pack all names are small.", label);
    diag_fix(diag, "rename it to %s", small);
    return true;
}

bool path_ends(const char *name, const char *ending) {
    size_t length = strlen(name), tail = strlen(ending);
    return length >= tail && strcmp(name + length - tail, ending) == 0;
}

static const Kind *kind_of(const char *name) {
    for (size_t i = 0; i < ARRAY_COUNT(KINDS); i++) {
        if (path_ends(name, KINDS[i].ending)) return &KINDS[i];
    }
    return NULL;
}

static bool starts(const char *name, const char *prefix) {
    return strncmp(name, prefix, strlen(prefix)) == 0;
}

// Past "plugins/<id>/", or the name itself: a plugin is laid out like a pack.
static const char *inside_plugin(const char *name) {
    if (!starts(name, "plugins/")) return name;
    const char *slash = strchr(name + strlen("plugins/"), '/');
    return slash ? slash + 1 : name;
}

static const Place *place_named(const char *folder, size_t length) {
    for (size_t i = 0; i < ARRAY_COUNT(PLACES); i++) {
        const char *name = PLACES[i].folder;
        if (strlen(name) == length && strncmp(name, folder, length) == 0) return &PLACES[i];
    }
    return NULL;
}

// Of a file: where it lies, by the first part of its name.
static const Place *place_of(const char *inner) {
    const char *slash = strchr(inner, '/');
    return place_named(inner, slash ? (size_t)(slash - inner) : 0);
}

// Letters of the name up to the end of a folder that a pack does not have there; 0 if all is well.
static size_t wrong_folder(const char *name, bool folder) {
    const char *inner = inside_plugin(name);
    size_t first = strcspn(inner, "/");
    if (inner[first] == '\0' && !folder) return 0;
    const Place *place = place_named(inner, first);
    if (!place) return (size_t)(inner - name) + first;
    if (place->folders || inner[first] == '\0') return 0;
    size_t second = strcspn(inner + first + 1, "/");
    bool second_is_folder = folder || inner[first + 1 + second] == '/';
    return second_is_folder ? (size_t)(inner - name) + first + 1 + second : 0;
}

bool path_folder_known(const char *name) { return wrong_folder(name, true) == 0; }

static void report_place(const char *name, size_t length, Diags *diags) {
    char folder[64];
    path_label((Bytes){(const uint8_t *)name, length}, folder);
    Diag *diag =
            diags_add(diags, "E403", name, 0, 0, "A pack has no folder \"%s\".", folder);
    diag_expected(diag, "assets, notes, plugins, tests or text, without folders inside "
                        "(assets may have some)");
    diag_near(diag, diag_nearest(folder, FOLDERS, ARRAY_COUNT(FOLDERS)));
    diag_fix(diag,
            "move what the pack needs into one of these folders and take the rest out.");
}

static bool has_word(const char *words, const char *word) {
    size_t length = strlen(word);
    for (const char *at = strstr(words, word); at; at = strstr(at + 1, word)) {
        if (at[length] == ' ' || at[length] == '\0') return true;
    }
    return false;
}

// The folder for files with this ending that lie at the top of a pack.
static const char *folder_for(const char *ending) {
    for (size_t i = 0; i < ARRAY_COUNT(PLACES); i++) {
        if (PLACES[i].folder[0] && has_word(PLACES[i].endings, ending))
            return PLACES[i].folder;
    }
    return NULL;
}

static void report_kind(const char *name, const Place *place, Diags *diags) {
    if (path_ends(name, ".lua.txt")) {
        Diag *diag = diags_add(diags, "E423", name, 0, 0,
                "This file ends in .lua.txt, so it is not read as Lua.");
        diag_fix(diag, "rename it to %.*s", (int)(strlen(name) - strlen(".txt")), name);
        return;
    }
    Diag *diag =
            diags_add(diags, "E409", name, 0, 0, "Files of this kind have no place here.");
    if (place->folder[0])
        diag_expected(diag, "in %s/: %s", place->folder, place->holds);
    else
        diag_expected(diag, "beside pack.lua: %s", place->holds);
    const char *dot = strrchr(name, '.');
    const char *home = dot ? folder_for(dot) : NULL;
    if (home && !place->folder[0])
        diag_fix(diag, "move it into the folder %s/.", home);
    else
        diag_fix(diag,
                "take the file out of the pack, or move it to the folder it belongs to.");
}

static void report_size(const PathEntry *entry, const Kind *kind, Diags *diags) {
    Diag *diag = diags_add(diags, kind->code, entry->name, 0, 0,
            "%s may have %llu KiB; this one has %llu.", kind->called,
            (unsigned long long)(kind->bytes_max / 1024),
            (unsigned long long)((entry->size + 1023) / 1024));
    diag_fix(diag, "make the file smaller, or split it.");
}

// Place, kind and size of one file. A name with capitals was reported before; the kind is judged
// as if it were written small.
static void check_file(const PathEntry *entry, Diags *diags) {
    char small[PACK_NAME_BYTES_MAX + 1];
    small_letters((Bytes){(const uint8_t *)entry->name, strlen(entry->name)}, small);
    const char *inner = inside_plugin(small);
    const Place *place = place_of(inner);
    const char *dot = strrchr(small, '.');
    if (!place || !dot || !has_word(place->endings, dot)) {
        report_kind(entry->name, place, diags);
        return;
    }
    const Kind *kind = kind_of(small);
    if (kind && entry->size > kind->bytes_max) report_size(entry, kind, diags);
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const PathEntry *)a)->name, ((const PathEntry *)b)->name);
}

static int by_letters(const void *a, const void *b) {
    const char *const *x = a, *const *y = b;
    int order = strcasecmp(*x, *y);
    return order != 0 ? order : strcmp(*x, *y);
}

static void check_twins(const PathEntries *entries, Region *region, Diags *diags) {
    size_t count = (size_t)entries->count;
    const char **names = region_take(region, count * sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = entries->items[i].name;
    qsort(names, count, sizeof *names, by_letters);
    for (size_t i = 1; i < count; i++) {
        if (strcasecmp(names[i - 1], names[i]) != 0 || strcmp(names[i - 1], names[i]) == 0)
            continue;
        Diag *diag = diags_add(diags, "E404", names[i], 0, 0,
                "The names \"%s\" and \"%s\" differ only in capital letters.", names[i - 1],
                names[i]);
        diag_fix(diag, "keep one of the two.");
    }
}

static const PathEntry *entry_named(const PathEntries *entries, const char *name) {
    PathEntry key = {.name = name};
    if (entries->count == 0) return NULL;
    return bsearch(&key, entries->items, (size_t)entries->count, sizeof key, by_name);
}

// A name that is both a file and a folder on the way to another file.
static void check_folders_on_the_way(
        const PathEntries *entries, const PathEntry *entry, Diags *diags) {
    char part[PACK_NAME_BYTES_MAX + 1];
    for (size_t i = 0; entry->name[i]; i++) {
        part[i] = '\0';
        const PathEntry *above = entry->name[i] == '/' ? entry_named(entries, part) : NULL;
        if (above && !above->folder) {
            Diag *diag = diags_add(diags, "E408", entry->name, 0, 0,
                    "The name \"%s\" is used for a file and for a folder.", above->name);
            diag_fix(diag, "rename one of the two.");
            return;
        }
        part[i] = entry->name[i];
    }
}

static void check_repeats(const PathEntries *entries, Diags *diags) {
    for (int32_t i = 0; i < entries->count; i++) {
        const PathEntry *entry = &entries->items[i];
        check_folders_on_the_way(entries, entry, diags);
        if (i == 0 || strcmp(entry[-1].name, entry->name) != 0) continue;
        Diag *diag = diags_add(
                diags, "E408", entry->name, 0, 0, "This name stands in the archive twice.");
        diag_fix(diag, "make the archive again with a zip program.");
    }
}

// A folder somebody zipped from outside has all its files one level down: say so.
static void check_manifest(const PathEntries *entries, Diags *diags) {
    const PathEntry *manifest = entry_named(entries, "pack.lua");
    if (manifest && !manifest->folder) return;
    const char *deeper = NULL;
    for (int32_t i = 0; i < entries->count && !deeper; i++) {
        const char *name = entries->items[i].name;
        if (path_ends(name, "/pack.lua") && !starts(name, "plugins/")) deeper = name;
    }
    Diag *diag = diags_add(diags, "E400", "pack.lua", 0, 0,
            "This is no pack: it has no pack.lua at its top.");
    if (deeper) {
        diag_near(diag, deeper);
        diag_fix(diag, "zip what is inside the folder, not the folder itself.");
    } else {
        diag_fix(diag, "add pack.lua, or begin with a copy of scenarios/_template.");
    }
}

static void check_lua_total(const PathEntries *entries, Diags *diags) {
    uint64_t total = 0;
    for (int32_t i = 0; i < entries->count; i++) {
        const PathEntry *entry = &entries->items[i];
        if (path_ends(entry->name, ".lua") && !strchr(entry->name, '/'))
            total += entry->size;
    }
    if (total <= PACK_LUA_BYTES_MAX) return;
    Diag *diag = diags_add(diags, "E121", "pack.lua", 0, 0,
            "The Lua files of this pack have %llu KiB together; 1024 are allowed.",
            (unsigned long long)((total + 1023) / 1024));
    diag_fix(diag, "move long texts to text/ and parts that others could use to a plugin.");
}

// All files in one wrong folder are one mistake: only the first is reported.
static void check_places(const PathEntries *entries, Diags *diags) {
    const char *told = "";
    size_t told_length = 0;
    for (int32_t i = 0; i < entries->count; i++) {
        const PathEntry *entry = &entries->items[i];
        size_t wrong = wrong_folder(entry->name, entry->folder);
        if (wrong == 0) {
            if (!entry->folder) check_file(entry, diags);
            continue;
        }
        bool same = wrong == told_length && strncmp(told, entry->name, wrong) == 0;
        if (!same) report_place(entry->name, wrong, diags);
        told = entry->name;
        told_length = wrong;
    }
}

void path_check_entries(PathEntries *entries, Region *region, Diags *diags) {
    if (entries->count > 0) {
        qsort(entries->items, (size_t)entries->count, sizeof *entries->items, by_name);
    }
    check_manifest(entries, diags);
    check_repeats(entries, diags);
    check_twins(entries, region, diags);
    check_places(entries, diags);
    check_lua_total(entries, diags);
}

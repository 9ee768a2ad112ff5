// scenario/catalogues.c — translations of a pack: which text they belong to, whether placeholders and plurals fit. Never: formats a text.
#include "base/utf8.h"
#include "scenario/csv.h"
#include "scenario/work.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOLDERS_MAX = 16, HOLDER_BYTES = 40, BRANCHES_MAX = 10, FORMS_MAX = 512 };

// A placeholder of a text: its name and, with branches, their keys.
typedef struct Holder {
    char name[HOLDER_BYTES];
    char branch[BRANCHES_MAX][HOLDER_BYTES];
    int32_t branches;
    bool chooses;
} Holder;

typedef struct Holders {
    Holder items[HOLDERS_MAX];
    int32_t count;
    bool broken;
    const char *fault; // what is wrong with the braces
} Holders;

static void cut(char out[HOLDER_BYTES], const char *from, size_t length) {
    size_t kept = length < HOLDER_BYTES - 1 ? length : HOLDER_BYTES - 1;
    memcpy(out, from, kept);
    out[kept] = 0;
}

static void broken(Holders *holders, const char *fault) {
    holders->broken = true;
    holders->fault = fault;
}

static void read_branches(
        Holders *holders, Holder *holder, const char *at, const char *end) {
    holder->chooses = true;
    while (at < end) {
        const char *bar = memchr(at, '|', (size_t)(end - at)), *stop = bar ? bar : end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        if (!equals) {
            broken(holders, "a part of a choice has no =");
            return;
        }
        if (holder->branches < BRANCHES_MAX)
            cut(holder->branch[holder->branches++], at, (size_t)(equals - at));
        at = stop + 1;
    }
}

static bool good_name(const char *name) {
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return name[0] && length == strlen(name);
}

static void read_holder(Holders *holders, const char *inside, const char *end) {
    if (holders->count == HOLDERS_MAX) return;
    Holder *holder = &holders->items[holders->count++];
    *holder = (Holder){0};
    size_t length = (size_t)(end - inside), name = 0;
    while (name < length && inside[name] != '|' && inside[name] != '@')
        name++;
    cut(holder->name, inside, name);
    if (!good_name(holder->name))
        broken(holders, "a name in braces has small letters, digits and _ only");
    if (name < length && inside[name] == '|')
        read_branches(holders, holder, inside + name + 1, end);
}

static void read_holders(const char *words, Holders *out) {
    // The items are zeroed one by one as they are found: most texts have none.
    out->count = 0;
    out->broken = false;
    out->fault = NULL;
    for (const char *at = strpbrk(words, "{}"); at; at = strpbrk(at + 1, "{}")) {
        if ((at[0] == '{' || at[0] == '}') && at[1] == at[0]) {
            at++;
        } else if (at[0] == '{') {
            const char *end = strchr(at, '}');
            if (!end) {
                broken(out, "a brace is not closed");
                return;
            }
            read_holder(out, at + 1, end);
            at = end;
        } else if (at[0] == '}') {
            broken(out, "a brace is closed that was not opened");
            return;
        }
    }
}

static const Holder *holder_of(const Holders *holders, const char *name) {
    for (int32_t i = 0; i < holders->count; i++) {
        if (strcmp(holders->items[i].name, name) == 0) return &holders->items[i];
    }
    return NULL;
}

static bool is_plural(const Holder *holder) {
    for (int32_t i = 0; i < holder->branches; i++) {
        for (int32_t class = 0; class < PLURAL_CLASSES; class ++) {
            if (strcmp(holder->branch[i], plural_word((PluralClass) class)) == 0)
                return true;
        }
    }
    return false;
}

typedef struct Check {
    Load *load;
    const char *language, *file;
    int32_t line;
} Check;

static bool has_branch(const Holder *holder, const char *key) {
    for (int32_t i = 0; i < holder->branches; i++) {
        if (strcmp(holder->branch[i], key) == 0) return true;
    }
    return false;
}

static void check_classes(const Check *check, const Holder *holder) {
    if (!holder->chooses || !is_plural(holder)) return;
    uint32_t classes = plural_classes(check->language);
    for (int32_t class = 0; class < PLURAL_CLASSES; class ++) {
        const char *word = plural_word((PluralClass) class);
        if (!((classes >> class) & 1) || has_branch(holder, word)) continue;
        Diag *diag = diags_add(check->load->diags, "E503", check->file, check->line, 1,
                "{%s|…} has no part for the number class \"%s\" of %s.", holder->name, word,
                check->language);
        diag_fix(diag, "add |%s=…", word);
    }
}

static void check_names(const Check *check, const Holders *source, const Holders *other) {
    const char *names[HOLDERS_MAX];
    for (int32_t i = 0; i < source->count; i++)
        names[i] = source->items[i].name;
    for (int32_t i = 0; i < other->count; i++) {
        if (holder_of(source, other->items[i].name)) continue;
        Diag *diag = diags_add(check->load->diags, "E502", check->file, check->line, 1,
                "{%s} is not in the source text.", other->items[i].name);
        diag_near(diag, diag_nearest(other->items[i].name, names, (size_t)source->count));
        if (source->count > 0 && !diag->near[0]) diag_expected(diag, "{%s}", names[0]);
    }
    for (int32_t i = 0; i < source->count; i++) {
        if (holder_of(other, source->items[i].name)) continue;
        diags_add(check->load->diags, "E502", check->file, check->line, 1,
                "{%s} of the source text is missing here.", source->items[i].name);
    }
}

// Bytes that control characters begin with.
static bool may_control(const char *words) {
    for (const unsigned char *at = (const unsigned char *)words; *at; at++) {
        if ((*at < 0x20 && *at != '\n' && *at != '\t') || *at == 0x7F || *at == 0xC2
                || *at == 0xE2)
            return true;
    }
    return false;
}

static void check_letters(const Check *check, const char *words) {
    if (!may_control(words)) return;
    size_t length = strlen(words), at = 0;
    while (at < length) {
        uint32_t point = utf8_next(words, length, &at);
        if (!utf8_is_control(point, true)) continue;
        diags_add(check->load->diags, "E508", check->file, check->line, 1,
                "This text holds a control character.");
        return;
    }
}

static void check_length(const Check *check, const Text *text, const char *words) {
    if (text->max == 0 || strlen(words) * 2 <= (size_t)text->max * 3) return;
    size_t letters = utf8_letters(words, strlen(words));
    if (letters * 2 <= (size_t)text->max * 3) return;
    Diag *diag = diags_add(check->load->diags, "E505", check->file, check->line, 1,
            "%zu letters; at most %d fit (half more than the source may have).", letters,
            text->max * 3 / 2);
    diag_fix(diag, "make it shorter");
}

// One translated text beside its source.
static void check_pair(
        const Check *check, const Text *text, const char *source, const char *words) {
    Holders mine, theirs;
    check_letters(check, words);
    check_length(check, text, words);
    if (!strpbrk(words, "{}") && !strpbrk(source, "{}")) return;
    read_holders(words, &theirs);
    if (theirs.broken) {
        diags_add(check->load->diags, "E501", check->file, check->line, 1, "Braces: %s.",
                theirs.fault);
        return;
    }
    read_holders(source, &mine);
    if (!mine.broken) check_names(check, &mine, &theirs);
    for (int32_t i = 0; i < theirs.count; i++)
        check_classes(check, &theirs.items[i]);
}

// ---- source texts -----------------------------------------------------------------------------------------

static void check_source(Load *load, TextId id) {
    const Text *text = &load->def->texts[id];
    const char *words = def_text(load->def, text->source);
    if (!strpbrk(words, "{}")) return;
    Holders holders;
    read_holders(words, &holders);
    Check check = {load, def_text(load->def, load->def->language),
            def_text(load->def, text->file), text->line};
    if (holders.broken) {
        Diag *diag = diags_add(load->diags, "E501", check.file, check.line, 1, "%s: %s.",
                def_text(load->def, text->path), holders.fault);
        diag_fix(diag, "write {{ and }} for braces that readers see");
        return;
    }
    for (int32_t i = 0; i < holders.count; i++)
        check_classes(&check, &holders.items[i]);
}

void texts_check_names(Load *load, TextId id, const char *const *names, int32_t count) {
    if (id == 0) return;
    const Text *text = &load->def->texts[id];
    Holders holders;
    read_holders(def_text(load->def, text->source), &holders);
    for (int32_t i = 0; i < holders.count && !holders.broken; i++) {
        bool known = false;
        for (int32_t n = 0; n < count; n++)
            known = known || strcmp(names[n], holders.items[i].name) == 0;
        if (known) continue;
        Diag *diag = diags_add(load->diags, "E501", def_text(load->def, text->file),
                text->line, 1, "%s: nothing fills {%s}.", def_text(load->def, text->path),
                holders.items[i].name);
        diag_near(diag, diag_nearest(holders.items[i].name, names, (size_t)count));
    }
}

// ---- files --------------------------------------------------------------------------------------------------

static TextId text_of(const Load *load, const char *path) {
    for (int32_t i = index_first(&load->by_path, index_hash(path, strlen(path))); i >= 0;
            i = index_next(&load->by_path, i)) {
        if (strcmp(def_text(load->def, load->def->texts[i].path), path) == 0)
            return (TextId)i;
    }
    return 0;
}

// "actor.old.name" where an actor says was = "old".
static TextId text_before_rename(Load *load, const char *path) {
    const char *first = strchr(path, '.'), *second = first ? strchr(first + 1, '.') : NULL;
    if (!second) return 0;
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        const char *was =
                item->decl->body.kind == NODE_TABLE ? read_text(item, "was") : NULL;
        if (!was || strncmp(item->word->name, path, (size_t)(first - path)) != 0) continue;
        if (strlen(was) != (size_t)(second - first - 1)
                || strncmp(was, first + 1, strlen(was)) != 0)
            continue;
        return text_of(load,
                region_format(load->region, "%s.%s%s", item->word->name, item->id, second));
    }
    return 0;
}

static void unknown_path(Load *load, const char *file, const PoEntry *entry) {
    Diag *diag = diags_add(load->diags, "E500", file, entry->line, 1,
            "There is no text \"%.80s\".", entry->context);
    const char **paths = region_take(load->region, sizeof *paths * TEXTS_MAX);
    size_t count = 0;
    for (int32_t i = 1; i < load->def->texts_count; i++)
        paths[count++] = def_text(load->def, load->def->texts[i].path);
    if (strlen(entry->context) < 60)
        diag_near(diag, diag_nearest(entry->context, paths, count));
}

typedef struct Reading {
    Load *load;
    const Unit *unit;
    Catalog *catalog;
    const char *file;
    CatalogForm *forms;
} Reading;

static void take_form(Reading *reading, const PoEntry *entry) {
    Catalog *catalog = reading->catalog;
    if (catalog->forms_count == FORMS_MAX || !entry->words[0]) return;
    reading->forms[catalog->forms_count++] = (CatalogForm){entry->context, entry->words};
}

// The item a path belongs to, dropped ones included; rest gets what stands behind its id.
static const Item *item_of_path(const Load *load, const char *path, const char **rest) {
    const char *first = strchr(path, '.'), *second = first ? strchr(first + 1, '.') : NULL;
    if (!second) return NULL;
    *rest = second + 1;
    size_t word = (size_t)(first - path), id = (size_t)(second - first - 1);
    for (int32_t i = index_first(&load->by_id, index_hash(first + 1, id)); i >= 0;
            i = index_next(&load->by_id, i)) {
        const Item *item = &load->items[i];
        if (item->word->name[0] != path[0] || item->id[0] != first[1]) continue;
        if (strlen(item->word->name) != word || strncmp(item->word->name, path, word) != 0)
            continue;
        if (strlen(item->id) == id && strncmp(item->id, first + 1, id) == 0) return item;
    }
    return NULL;
}

// A plugin also translates what the case has left out or put into other words.
static bool belongs_elsewhere(const Reading *reading, const char *path) {
    const Unit *asked_for = &reading->load->units[reading->load->units_count - 1];
    if (reading->unit->scenario) return false;
    const char *rest = "";
    const Item *item = item_of_path(reading->load, path, &rest);
    if (strncmp(path, "pack.", 5) == 0) return reading->unit != asked_for;
    if (item && item->dropped) return true;
    for (int32_t i = 0; item && i < item->overrides_count; i++) {
        const Override *over = &item->overrides[i];
        size_t length = strlen(over->field);
        bool same = strncmp(rest, over->field, length) == 0
                    && (rest[length] == 0 || rest[length] == '.');
        if (same && over->by != reading->unit) return true;
    }
    return false;
}

// The pack's own translations; those of a plugin are its author's.
static void look_at_words(const Reading *reading, TextId id, const PoEntry *entry) {
    Load *load = reading->load;
    if (!load->options->check || reading->unit != &load->units[load->units_count - 1])
        return;
    PlainPlace place = {reading->file, entry->line, 1, true};
    plain_look(load, id, &place, entry->words);
}

static void take_entry(Reading *reading, const PoEntry *entry) {
    Load *load = reading->load;
    if (belongs_elsewhere(reading, entry->context)) return;
    if (strchr(entry->context, '@')) {
        take_form(reading, entry);
        return;
    }
    TextId id = text_of(load, entry->context);
    if (!id) id = text_before_rename(load, entry->context);
    if (!id) {
        if (!load->incomplete) unknown_path(load, reading->file, entry);
        return;
    }
    if (!entry->words[0]) return;
    Check check = {load, reading->catalog->language, reading->file, entry->line};
    if (reading->catalog->words[id]) {
        diags_add(load->diags, "E509", reading->file, entry->line, 1,
                "The text \"%.80s\" is translated twice.", entry->context);
        return;
    }
    const char *source = def_text(load->def, load->def->texts[id].source);
    int32_t errors = load->diags->errors;
    check_pair(&check, &load->def->texts[id], source, entry->words);
    // Readers see the source rather than words that do not fit it.
    if (load->diags->errors != errors) return;
    reading->catalog->words[id] = entry->words;
    reading->catalog->translated++;
    look_at_words(reading, id, entry);
    bool changed = entry->id[0] && strcmp(entry->id, source) != 0;
    if (!entry->fuzzy && !changed) return;
    reading->catalog->fuzzy++;
    if (!load->options->check) return;
    Diag *diag = diags_add(load->diags, "W802", reading->file, entry->line, 1,
            "The source of \"%.80s\" has changed since it was translated.", entry->context);
    diag_fix(diag, "look at the new words; once the translation fits, copy them to msgid%s",
            entry->fuzzy ? " and take out the line \"#, fuzzy\"" : "");
}

// Place of a language in the list, entered when it is new; -1 when there is no room.
static int32_t place_of(Catalogs *all, const char *language) {
    for (int32_t i = 0; i < all->count; i++) {
        if (strcmp(all->items[i].language, language) == 0) return i;
    }
    if (all->count == LANGUAGES_MAX) return -1;
    Catalog *catalog = &all->items[all->count];
    snprintf(catalog->language, sizeof catalog->language, "%s", language);
    return all->count++;
}

// The language of a file is its name.
static void list_file(Load *load, const Unit *unit, const PackFile *file) {
    const char *name = file->name + strlen("text/"), *dot = strrchr(name, '.');
    char language[LANGUAGE_BYTES];
    int32_t letters = dot ? (int32_t)(dot - name) : 0;
    snprintf(language, sizeof language, "%.*s", (int)core_min(letters, LANGUAGE_BYTES - 1),
            name);
    if (!plural_knows(language)) {
        Diag *diag = diags_add(load->diags, "E507", file->name, 0, 0,
                "Unknown language \"%s\".", language);
        diag_fix(diag, "name the file after the language, for example text/fr.po");
        return;
    }
    if (unit->scenario && core_same(language, load->catalogs->source)) {
        Diag *diag = diags_add(load->diags, "E507", file->name, 0, 0,
                "The Lua files are in \"%s\" already, as pack.lua says.", language);
        diag_fix(diag, "name the file after the language it holds, for example text/es.po");
        return;
    }
    int32_t place = place_of(load->catalogs, language);
    if (place < 0 || load->sheets_count == SHEETS_MAX) return;
    load->catalogs->items[place].of_case |= unit->scenario;
    load->sheets[load->sheets_count++] = (Sheet){place, unit, *file};
}

static void read_sheet(Load *load, const Sheet *sheet, CatalogForm *forms) {
    const PackFile *file = &sheet->file;
    const char *dot = strrchr(file->name, '.');
    const char *name = unit_file(load, sheet->unit, file->name);
    PoFile po;
    if (strcmp(dot, ".csv") == 0)
        csv_read(load->words_region, name, file->bytes, &po, load->diags);
    else
        po_read(load->words_region, name, file->bytes, &po, load->diags);
    Reading reading = {
            load, sheet->unit, &load->catalogs->items[sheet->language], name, forms};
    for (int32_t i = 0; i < po.count; i++)
        take_entry(&reading, &po.entries[i]);
}

static void index_paths(Load *load) {
    load->by_path = index_make(load->region, load->def->texts_count);
    for (int32_t i = load->def->texts_count - 1; i > 0; i--) {
        const char *path = def_text(load->def, load->def->texts[i].path);
        index_add(&load->by_path, index_hash(path, strlen(path)), i);
    }
}

static void read_language(Load *load, int32_t language, bool quote) {
    Catalog *catalog = &load->catalogs->items[language];
    if (!load->by_path.heads) index_paths(load);
    CatalogForm *forms = region_take(load->words_region, sizeof *forms * FORMS_MAX);
    catalog->forms = forms;
    catalog->words = region_take(load->words_region, sizeof *catalog->words * TEXTS_MAX);
    for (int32_t i = 0; i < load->sheets_count; i++) {
        if (load->sheets[i].language != language) continue;
        int32_t before = load->diags->count;
        read_sheet(load, &load->sheets[i], forms);
        if (quote) quote_findings(load, load->sheets[i].unit, before);
    }
}

// Somebody asks for the first text of a language while the pack is played: what is wrong in it was told
// by convene check, and is left out here.
static void read_when_asked(void *context, int32_t language) {
    Load *load = context;
    load->diags = calloc(1, sizeof *load->diags);
    ASSERT(load->diags != NULL);
    read_language(load, language, false);
    free(load->diags);
    load->diags = NULL;
}

// The path of the first text without words in this language: one of the pack's own before those of its
// plugins, whose files stand under their ids.
static const char *first_missing(const Load *load, const Catalog *catalog) {
    const Def *def = load->def;
    const char *first = NULL;
    for (int32_t i = 1; i < def->texts_count; i++) {
        if (catalog->words && catalog->words[i]) continue;
        const char *path = def_text(def, def->texts[i].path);
        if (!strchr(def_text(def, def->texts[i].file), '/')) return path;
        if (!first) first = path;
    }
    return first ? first : "";
}

static void tell_gaps(Load *load) {
    const Catalogs *all = load->catalogs;
    for (int32_t c = 0; c < all->count; c++) {
        const char *own = region_format(load->region, "text/%s.po", all->items[c].language);
        if (!pack_find(&load->out->packs[0], own)) continue; // only a plugin speaks it
        int32_t missing = load->def->texts_count - 1 - all->items[c].translated;
        if (missing <= 0) continue;
        Diag *diag = diags_add(load->diags, "W801", own, 0, 0,
                "%s: %d of %d texts have no translation.", all->items[c].language, missing,
                load->def->texts_count - 1);
        diag_fix(diag,
                "add them to text/%s.po, first %s; until then the source text is shown",
                all->items[c].language, first_missing(load, &all->items[c]));
    }
}

static void list_languages(Load *load) {
    load->sheets = region_take(load->region, sizeof *load->sheets * SHEETS_MAX);
    static const char *const endings[] = {".po", ".csv"};
    for (int32_t i = 0; i < 2 * load->units_count; i++) {
        const Unit *unit = &load->units[i / 2];
        int32_t at = 0;
        const PackFile *file;
        while ((file = pack_next(unit->pack, "text/", endings[i % 2], false, &at))
                != NULL) {
            list_file(load, unit, file);
        }
    }
}

bool texts_catalogues(Load *load) {
    Catalogs *all = load->catalogs;
    snprintf(all->source, sizeof all->source, "%s",
            def_text(load->def, load->def->language));
    for (int32_t i = 1; i < load->def->texts_count; i++)
        check_source(load, (TextId)i);
    list_languages(load);
    bool now = load->options->check || load->options->tests;
    load->words_region = now ? &load->out->region : load->region;
    for (int32_t i = 0; now && i < all->count; i++)
        read_language(load, i, true);
    if (load->options->check) tell_gaps(load);
    if (now || all->count == 0) return false;
    all->reader = (CatalogReader){load, read_when_asked};
    return true;
}

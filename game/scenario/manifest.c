// scenario/manifest.c — opens a pack, reads pack.lua, finds its plugins offline and puts them in order. Never: looks into other files than pack.lua.
#include "pack/library.h"
#include "scenario/work.h"
#include "script/idlike.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { API_LEVEL = 1 };

typedef struct Need {
    char id[40];
    int32_t version[3];
    char kind; // ' ' needed, '?' optional, '!' conflict
    bool good;
} Need;

static const ScriptWord *manifest_words(Load *load, int32_t *count) {
    *count = schema_words_count();
    ScriptWord *words = region_take(&load->out->region, sizeof *words * (size_t)*count);
    for (int32_t i = 0; i < *count; i++) {
        const SchemaWord *word = schema_word_at(i);
        words[i] = (ScriptWord){.name = word->name,
                .form = word->id == STYLE_NONE ? WORD_BODY : WORD_ID_BODY};
        if (strcmp(word->name, "pack") == 0) continue;
        words[i].elsewhere = "pack.lua holds the word pack and nothing else; put this into "
                             "another file.";
        words[i].code = "E422";
    }
    return words;
}

static int64_t part_of_version(const char **at) {
    char *end;
    int64_t part = strtoll(*at, &end, 10);
    *at = *end == '.' ? end + 1 : end;
    return part < 0 || part > 99999 ? 0 : part;
}

static void read_version(const char *text, int32_t version[3]) {
    for (int32_t i = 0; i < 3; i++)
        version[i] = (int32_t)part_of_version(&text);
}

static bool good_version(const char *text) {
    int32_t dots = 0;
    for (const char *at = text; *at; at++) {
        if (*at == '.')
            dots++;
        else if (*at < '0' || *at > '9')
            return false;
    }
    return dots == 2 && text[0] != '.' && text[strlen(text) - 1] != '.';
}

static bool version_fits(const int32_t have[3], const int32_t need[3]) {
    if (need[0] == 0 && need[1] == 0 && need[2] == 0) return true;
    if (have[0] != need[0]) return false;
    return have[1] != need[1] ? have[1] > need[1] : have[2] >= need[2];
}

static Need read_need(const char *text) {
    Need need = {.kind = ' '};
    text += strspn(text, " ");
    if (*text == '?' || *text == '!') need.kind = *text++;
    text += strspn(text, " ");
    size_t length = strcspn(text, " ><=");
    need.good = length > 0 && length < sizeof need.id;
    if (!need.good) return need;
    memcpy(need.id, text, length);
    text += length;
    text += strspn(text, " ");
    if (*text == 0) return need;
    need.good = strncmp(text, ">=", 2) == 0;
    text += 2;
    if (need.good) read_version(text + strspn(text, " "), need.version);
    return need;
}

// ---- one pack -------------------------------------------------------------------------------------

static const char *decl_text(const Decl *decl, const char *field) {
    const Node *node =
            decl->body.kind == NODE_TABLE ? node_field(&decl->body, field) : NULL;
    return node && node->kind == NODE_TEXT ? node->text : NULL;
}

static void check_manifest(Load *load, Unit *unit) {
    Item item = {.decl = unit->decl,
            .unit = unit,
            .word = schema_word_at(schema_word("pack")),
            .id = "",
            .index = -1};
    Unit manifest = *unit;
    manifest.machine = unit->manifest; // places are those of pack.lua
    item.unit = &manifest;
    shape_check_item(load, &item);
    Value version = value_field(&item, "version"), api = value_field(&item, "api");
    if (unit->version && !good_version(unit->version)) {
        diag_fix(complain(load, "E220", &version.at, PLACE_VALUE,
                         "A version is three numbers. Found: \"%.20s\".", unit->version),
                "version = \"1.0.0\"");
    }
    int32_t level = value_number(&api, API_LEVEL);
    if (level > API_LEVEL) {
        Diag *diag = complain(load, "E413", &api.at, PLACE_VALUE,
                "This pack needs a newer Convene (level %d; this one has %d).", level,
                API_LEVEL);
        diag_fix(diag, "get a newer Convene; for a case of your own write api = %d",
                API_LEVEL);
    }
    Value language = value_field(&item, "language");
    if (language.node && language.node->kind == NODE_TEXT
            && !plural_knows(language.node->text)) {
        complain(load, "E507", &language.at, PLACE_VALUE, "Unknown language \"%.20s\".",
                language.node->text);
    }
    size_t letters =
            unit->id ? strspn(unit->id, "abcdefghijklmnopqrstuvwxyz0123456789-") : 1;
    if (unit->id && (letters != strlen(unit->id) || letters == 0)) {
        Value id = value_field(&item, "id");
        Diag *diag = complain(load, "E203", &id.at, PLACE_VALUE,
                "A pack id has small letters, digits and - only. Found: \"%.32s\".",
                unit->id);
        char meant[33];
        idlike_from(unit->id, '-', meant, sizeof meant);
        if (meant[0]) diag_fix(diag, "id = \"%s\"", meant);
    }
}

static bool is_named(const char *name, const char *id);

// A file that carries another name than the pack in it is found under neither.
static void check_file_name(Load *load, const Unit *unit) {
    if (!unit->pack->zip || load->options->zip.data || is_named(unit->pack->name, unit->id))
        return;
    diag_fix(diags_add(load->diags, "E421", "pack.lua", 0, 0,
                     "The file is called %s, but the pack in it %s.", unit->pack->name,
                     unit->id),
            "rename the file to %s-%s.convene", unit->id,
            unit->version ? unit->version : "1.0.0");
}

// Reads pack.lua; false when there is no pack { } to go on with.
static bool read_manifest(Load *load, Unit *unit, const char *label) {
    MachineSetup setup = {.manifest = true};
    setup.words = manifest_words(load, &setup.words_count);
    unit->manifest = machine_create(&setup);
    const PackFile *file = pack_find(unit->pack, "pack.lua");
    if (!file) {
        diags_add(load->diags, "E400", unit->pack->name, 0, 0,
                "There is no pack.lua in %s.", unit->pack->name);
        return false;
    }
    machine_run_file(unit->manifest, label, file->bytes, load->diags);
    const DeclList *decls = machine_decls(unit->manifest);
    for (int32_t i = 0; i < decls->count; i++) {
        if (strcmp(decls->items[i].word, "pack") != 0) continue;
        if (unit->decl) {
            complain(load, "E208",
                    &(At){.machine = unit->manifest, .decl = &decls->items[i]}, PLACE_KEY,
                    "There must be exactly one pack { } in pack.lua; this is the second.");
            continue;
        }
        unit->decl = &decls->items[i];
    }
    if (!unit->decl) {
        if (!decls->incomplete) {
            diags_add(load->diags, "E208", "pack.lua", 0, 0,
                    "There must be exactly one pack { } in pack.lua.");
        }
        return false;
    }
    unit->id = decl_text(unit->decl, "id");
    unit->version = decl_text(unit->decl, "version");
    const char *kind = decl_text(unit->decl, "kind");
    unit->scenario = !kind || strcmp(kind, "scenario") == 0;
    check_manifest(load, unit);
    if (!unit->id) unit->id = "";
    check_file_name(load, unit);
    char *alias = region_copy_text(&load->out->region, unit->id, strlen(unit->id));
    for (char *letter = alias; *letter; letter++)
        *letter = *letter == '-' ? '_' : *letter;
    unit->alias = alias;
    return true;
}

// ---- plugins ----------------------------------------------------------------------------------------

typedef struct Search {
    Load *load;
    Library library;
    Unit found[UNITS_MAX];     // in the order they were found, the case first
    uint32_t needs[UNITS_MAX]; // mask of found ones each needs
    int32_t count;
} Search;

static At use_at(const Unit *unit, int32_t place) {
    At at = {.machine = unit->manifest, .decl = unit->decl};
    return at_number(at_key(at, "uses"), place);
}

static int32_t found_unit(const Search *search, const char *id) {
    for (int32_t i = 0; i < search->count; i++) {
        if (strcmp(search->found[i].id, id) == 0) return i;
    }
    return -1;
}

static bool is_named(const char *name, const char *id) {
    size_t length = strlen(id);
    if (strncmp(name, id, length) != 0) return false;
    return name[length] == 0
           || (name[length] == '-' && name[length + 1] >= '0' && name[length + 1] <= '9');
}

static bool open_given(Load *load, const char *id, Pack *out) {
    for (int32_t i = 0; i < load->options->plugins_count; i++) {
        const PackZip *given = &load->options->plugins[i];
        Err err = {0};
        if (is_named(given->name, id))
            return pack_open_zip(given->name, given->zip, out, load->diags, &err);
    }
    return false;
}

static bool open_plugin(Search *search, const Need *need, Pack *out) {
    Load *load = search->load;
    const Pack *own = search->found[0].pack;
    if (pack_plugin(own, need->id, out) || open_given(load, need->id, out)) return true;
    int32_t at = 0;
    const LibraryItem *item;
    while ((item = library_next(&search->library, need->id, &at)) != NULL) {
        bool known =
                item->version[0] != 0 || item->version[1] != 0 || item->version[2] != 0;
        if (known && !version_fits(item->version, need->version)) continue;
        Err err = {0};
        return pack_open(item->path, out, load->diags, &err);
    }
    return false;
}

static void tell_missing(
        Search *search, const Unit *user, int32_t place, const Need *need) {
    Load *load = search->load;
    At at = use_at(user, place);
    Diag *diag = complain(load, "E415", &at, PLACE_VALUE,
            "The plugin %s %d.%d or later is missing.", need->id, need->version[0],
            need->version[1]);
    const char *names[LIBRARY_ITEMS_MAX];
    int32_t count = library_names(&search->library, names, LIBRARY_ITEMS_MAX);
    const char *near = diag_nearest(need->id, names, (size_t)count);
    bool other = near && strcmp(near, need->id) != 0;
    diag_near(diag, other ? near : NULL);
    if (other)
        diag_fix(diag, "write %s", near);
    else
        diag_fix(diag, "copy %s-%d.%d.%d.convene into plugins/ or the library", need->id,
                need->version[0], need->version[1], need->version[2]);
}

// Opens what a unit uses, adding to the search.
static void open_one(Search *search, int32_t user, int32_t place, const Need *need) {
    Load *load = search->load;
    int32_t known = found_unit(search, need->id);
    if (known < 0) {
        if (search->count == UNITS_MAX || load->out->packs_count == SCENARIO_PACKS_MAX)
            return;
        Pack *pack = &load->out->packs[load->out->packs_count];
        if (!open_plugin(search, need, pack)) {
            load->incomplete = true;
            if (need->kind == ' ') tell_missing(search, &search->found[user], place, need);
            return;
        }
        load->out->packs_count++;
        known = search->count++;
        search->found[known] = (Unit){.pack = pack};
        const char *label = region_format(load->region, "%s/pack.lua", need->id);
        if (!read_manifest(load, &search->found[known], label)) {
            search->found[known].id =
                    region_copy_text(&load->out->region, need->id, strlen(need->id));
            load->incomplete = true;
        }
    }
    search->needs[user] |= 1u << known;
    int32_t have[3] = {0};
    if (search->found[known].version) read_version(search->found[known].version, have);
    if (version_fits(have, need->version)) return;
    At at = use_at(&search->found[user], place);
    Diag *diag = complain(load, "E416", &at, PLACE_VALUE,
            "%s is here in version %s, but %d.%d.%d or a later %d.x is needed.", need->id,
            search->found[known].version ? search->found[known].version : "?",
            need->version[0], need->version[1], need->version[2], need->version[0]);
    diag_fix(diag, "write \"%s >= %d.%d\", or copy the one that is needed into plugins/",
            need->id, have[0], have[1]);
}

static void open_uses(Search *search, int32_t user) {
    const Unit *unit = &search->found[user];
    if (!unit->decl || unit->decl->body.kind != NODE_TABLE) return;
    const Node *uses = node_field(&unit->decl->body, "uses");
    for (int32_t i = 0; uses && i < uses->items_count; i++) {
        if (uses->items[i].kind != NODE_TEXT) continue;
        Need need = read_need(uses->items[i].text);
        At at = use_at(unit, i);
        if (!need.good) {
            diag_fix(complain(search->load, "E220", &at, PLACE_VALUE,
                             "Not understood: \"%.60s\".", uses->items[i].text),
                    "write \"core-coalition >= 1.0\"");
        } else if (need.kind != '!') {
            open_one(search, user, i, &need);
        }
    }
}

// Once all are found: what one of them refuses to stand beside, whoever brought it.
static void check_conflicts(Search *search, int32_t user) {
    const Unit *unit = &search->found[user];
    if (!unit->decl || unit->decl->body.kind != NODE_TABLE) return;
    const Node *uses = node_field(&unit->decl->body, "uses");
    for (int32_t i = 0; uses && i < uses->items_count; i++) {
        if (uses->items[i].kind != NODE_TEXT) continue;
        Need need = read_need(uses->items[i].text);
        if (!need.good || need.kind != '!' || found_unit(search, need.id) < 0) continue;
        At at = use_at(unit, i);
        Diag *diag = complain(search->load, "E417", &at, PLACE_VALUE,
                "%s cannot be used together with %s.", unit->id, need.id);
        diag_fix(diag, "take one of the two out of uses");
    }
}

// Once: those that wait for one another, and whoever needs them.
static void tell_circle(Search *search, uint32_t placed) {
    char list[160];
    size_t used = 0;
    for (int32_t i = 1; i < search->count && used + 40 < sizeof list; i++) {
        if ((placed >> i) & 1) continue;
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s", used ? ", " : "",
                search->found[i].id);
    }
    if (used == 0) return;
    Diag *diag = diags_add(search->load->diags, "E418", "pack.lua", 0, 0,
            "Plugins need each other in a circle: %s.", list);
    diag_fix(diag, "take one of them out of the uses of another");
}

// Needed ones first, then in the order they were found; the case last.
static void put_in_order(Search *search) {
    Load *load = search->load;
    uint32_t placed = 0;
    for (int32_t done = 0; done < search->count; done++) {
        int32_t next = -1;
        for (int32_t i = search->count - 1; i >= 0; i--) {
            bool ready = (search->needs[i] & ~placed) == 0 && !((placed >> i) & 1);
            if (ready && (i > 0 || done == search->count - 1)) next = i;
        }
        if (next < 0) {
            tell_circle(search, placed);
            for (int32_t i = search->count - 1; i >= 0; i--) {
                if (!((placed >> i) & 1) && (i > 0 || done == search->count - 1)) next = i;
            }
        }
        placed |= 1u << next;
        load->units[load->units_count++] = search->found[next];
    }
}

static bool open_case(Load *load, const char *where, Pack *pack, Err *err) {
    if (load->options->zip.data)
        return pack_open_zip(where, load->options->zip, pack, load->diags, err);
    return pack_open(where, pack, load->diags, err);
}

bool manifest_open(Load *load, const char *where, Err *err) {
    Search *search = region_take(load->region, sizeof *search);
    search->load = load;
    for (int32_t i = 0; i < load->options->library_count; i++) {
        library_add(&search->library, load->options->library[i], load->region);
    }
    Pack *pack = &load->out->packs[0];
    if (!open_case(load, where, pack, err)) return false;
    load->out->packs_count = 1;
    search->found[0] = (Unit){.pack = pack};
    search->count = 1;
    bool good = read_manifest(load, &search->found[0], "pack.lua");
    for (int32_t i = 0; good && i < search->count; i++)
        open_uses(search, i);
    for (int32_t i = 0; good && i < search->count; i++)
        check_conflicts(search, i);
    if (!good) search->found[0].id = "";
    put_in_order(search);
    return good;
}

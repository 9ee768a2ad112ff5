// scenario/texts.c — the words of a pack under their paths, and the names of its things. Never: formats a text (model/catalog.c).
#include "pack/path.h"
#include "scenario/work.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

PoolId pool_add(Def *def, const char *text) {
    size_t length = strlen(text) + 1;
    if (length == 1) return 0;
    if (def->pool_used == 0) def->pool_used = 1;
    // Room for the names of built-in numbers, which the layout enters later, stays free.
    if (def->pool_used + length + 4096 > sizeof def->pool) return 0;
    PoolId at = def->pool_used;
    memcpy(def->pool + at, text, length);
    def->pool_used += (uint32_t)length;
    return at;
}

static bool room_for(Load *load, const char *words, const At *at) {
    Def *def = load->def;
    bool fits = def->texts_count < TEXTS_MAX
                && def->pool_used + strlen(words) + 8192 < sizeof def->pool;
    if (!fits && load->out) {
        complain(load, "E225", at, PLACE_VALUE,
                "There is no room for more texts (%d, %d KiB).", TEXTS_MAX,
                TEXT_POOL_BYTES / 1024);
    }
    return fits;
}

TextId texts_add(
        Load *load, const char *path, const char *words, int32_t most, const At *at) {
    Def *def = load->def;
    if (def->texts_count == 0) def->texts_count = 1; // [0] is empty
    if (!words || !words[0] || !room_for(load, words, at)) return 0;
    Place place = {0};
    if (at && at->machine) {
        place = machine_place(at->machine, at->decl, at->path, at->count, PLACE_VALUE);
    }
    TextId id = def->texts_count++;
    def->texts[id] = (Text){
            .path = pool_add(def, path),
            .source = pool_add(def, words),
            .max = (uint16_t)core_clamp(most, 0, UINT16_MAX),
            .line = (uint16_t)core_clamp(place.line, 0, UINT16_MAX),
            .file = place.file ? pool_add(def, place.file) : 0,
    };
    return id;
}

TextId texts_field(Load *load, const Item *item, const char *name) {
    Value value = value_field(item, name);
    if (!value.node || value.node->kind != NODE_TEXT) return 0;
    const SchemaField *field = item_field(item, name);
    bool named = item->decl->id[0] != 0;
    const char *parts[] = {
            item->word->name, named ? "." : "", named ? item->id : "", ".", name};
    const char *path = region_join(load->region, parts, ARRAY_COUNT(parts));
    return texts_add(load, path, value.node->text, field ? field->most : 0, &value.at);
}

const char *texts_id_in_words(Load *load, const char *id) {
    char *words = region_copy_text(load->region, id, strlen(id));
    for (char *letter = words; *letter; letter++) {
        if (*letter == '_') *letter = ' ';
    }
    words[0] = (char)toupper((unsigned char)words[0]);
    return words;
}

static TextId name_of(Load *load, const Item *item) {
    TextId name = texts_field(load, item, "name");
    if (name) return name;
    At at = at_item(item);
    const char *parts[] = {item->word->name, ".", item->id, ".name"};
    const char *path = region_join(load->region, parts, ARRAY_COUNT(parts));
    return texts_add(load, path, texts_id_in_words(load, item->id), 40, &at);
}

static PoolId icon_of(Load *load, const Item *item) {
    Value value = value_field(item, "icon");
    if (!value.node || value.node->kind != NODE_TEXT) return 0;
    const char *path = value.node->text;
    if (strncmp(path, "assets/", 7) != 0)
        path = region_format(load->region, "assets/%s", path);
    if (path_judge((Bytes){(const uint8_t *)path, strlen(path)}) != PATH_FINE) {
        Diag *diag = complain(load, "E403", &value.at, PLACE_VALUE,
                "%s: \"%.60s\" cannot be the path of a picture.", item_title(load, item),
                value.node->text);
        diag_fix(diag,
                "put the picture into assets/ and write its name: icon = \"hall.png\"");
        return 0;
    }
    if (!pack_find(item->unit->pack, path)) {
        Place place = machine_place(value.at.machine, value.at.decl, value.at.path,
                value.at.count, PLACE_VALUE);
        pack_report_missing(
                item->unit->pack, path, place.file, place.line, place.column, load->diags);
        return 0;
    }
    return pool_add(load->def, path);
}

Names texts_names(Load *load, const Item *item) {
    if (item->names->id == 0) {
        *item->names = (Names){.id = pool_add(load->def, item->id),
                .name = name_of(load, item),
                .about = texts_field(load, item, "about"),
                .icon = icon_of(load, item)};
    }
    return *item->names;
}

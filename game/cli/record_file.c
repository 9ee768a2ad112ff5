// cli/record_file.c — makes and opens files in DATA/sessions. Never: a rule.
#include "cli/record_file.h"
#include "base/file.h"
#include "cli/kept.h"
#include "pack/write.h"
#include "session/session.h"
#include "store/room.h"
#include "store/store.h"
#include <stdio.h>
#include <string.h>

Bytes record_file_text(const char *words) {
    return (Bytes){(const uint8_t *)words, strlen(words)};
}

enum { OWN_FACTS = 8 };

static const char ENDING[] = ".convene-session";

static JournalFact fact_of(const char *key, const char *words) {
    return (JournalFact){.key = key, .value = record_file_text(words)};
}

static const char *path_of(const Places *places, Region *region, const char *name) {
    return region_format(region, "%s/sessions/%s%s", places->data, name, ENDING);
}

// "riverside-link-3": the pack's id and the first number that is free.
static const char *free_path(const RecordWish *wish, Region *region) {
    const char *id = def_text(wish->scenario->def, wish->scenario->def->id);
    for (int32_t i = 1;; i++) {
        const char *path =
                path_of(wish->places, region, region_format(region, "%s-%d", id, i));
        if (!file_exists(path)) return path;
    }
}

static bool keep_packs(const Scenario *scenario, Journal *journal, Err *err) {
    for (int32_t i = 0; i < scenario->packs_count; i++) {
        const Pack *pack = &scenario->packs[i];
        Buffer zip = {0};
        bool good = write_zip(pack, &zip, err)
                    && journal->pack_put(journal->self, &pack->hash, pack->name,
                            (Bytes){(const uint8_t *)zip.data, zip.length}, err);
        buffer_free(&zip);
        if (!good) return false;
    }
    return true;
}

static bool create(const RecordWish *wish, Region *region, Journal *out, Err *err) {
    const Def *def = wish->scenario->def;
    char hash[2 * DIGEST_BYTES + 1];
    digest_hex(&def->hash, hash);
    const char *folder = region_format(region, "%s/sessions", wish->places->data);
    if (!wish->path && !file_make_folder(folder, err)) return false;
    const char *path = wish->path ? wish->path : free_path(wish, region);
    const char *slash = strrchr(path, '/');
    const char *there =
            slash ? region_copy_text(region, path, (size_t)(slash - path)) : ".";
    if (!room_is_enough(room_free_mib(there), there, err)) return false;
    const char *rules = region_format(region, "%d", SESSION_RULES);
    const char *seed = region_format(region, "%llu", (unsigned long long)wish->seed);
    JournalFact facts[OWN_FACTS + RECORD_FACTS_MAX];
    facts[0] = fact_of("session", slash ? slash + 1 : path);
    facts[1] = fact_of("pack", hash);
    facts[2] = fact_of("seed", seed);
    facts[3] = fact_of("rules", rules);
    facts[4] = fact_of("pack_name", wish->pack);
    facts[5] = fact_of("packs", kept_packs(wish->scenario, region));
    facts[6] = fact_of("format", wish->format);
    facts[7] = fact_of("title", def_text(def, def->title));
    int32_t count = OWN_FACTS;
    for (int32_t i = 0; i < wish->more_count; i++)
        facts[count++] = wish->more[i];
    return store_create(path, facts, count, out, err);
}

bool record_file_create(const RecordWish *wish, Journal *out, Err *err) {
    Region region = {0};
    bool good = create(wish, &region, out, err);
    if (good && !keep_packs(wish->scenario, out, err)) {
        out->close(out->self);
        good = false;
    }
    if (!good) *out = (Journal){0};
    region_clear(&region);
    return good;
}

bool record_file_fact(const Journal *journal, Region *region, const char *key,
        const char **out, Err *err) {
    Bytes value = {0};
    if (!journal->fact_get(journal->self, key, &value, region, err)) return false;
    *out = region_copy_text(
            region, value.length ? (const char *)value.data : "", value.length);
    return true;
}

bool record_file_named(const Places *places, const char *name) {
    Region region = {0};
    const char *ending = strrchr(name, '.'), *path = name;
    bool is_path = strchr(name, '/') != NULL; // else a folder with a pack in it
    if (is_path && !(ending && strcmp(ending, ENDING) == 0)) return false;
    if (!is_path) path = path_of(places, &region, name);
    bool named = file_exists(path);
    region_clear(&region);
    return named;
}

// A host keeps its facilitator's code; one player's own actor is kept from the first moment on.
bool record_file_hosted(const Journal *journal, bool *hosted, Err *err) {
    Region region = {0};
    const char *key = "", *actor = "";
    bool good = record_file_fact(journal, &region, "facilitator", &key, err)
                && record_file_fact(journal, &region, "actor", &actor, err);
    *hosted = !good || *key || !*actor;
    region_clear(&region);
    return good;
}

bool record_file_open(
        const Places *places, const char *name, Journal *out, KeptGame *kept, Err *err) {
    Region region = {0};
    const char *path = strchr(name, '/') ? name : path_of(places, &region, name);
    const char *pack = "", *format = "";
    bool good = store_open(path, STORE_PLAY, out, err);
    if (good
            && !(record_file_fact(out, &region, "pack_name", &pack, err)
                    && record_file_fact(out, &region, "format", &format, err)
                    && record_file_hosted(out, &kept->hosted, err))) {
        out->close(out->self);
        good = false;
    }
    snprintf(kept->pack, sizeof kept->pack, "%s", pack);
    snprintf(kept->format, sizeof kept->format, "%s", format);
    region_clear(&region);
    return good;
}

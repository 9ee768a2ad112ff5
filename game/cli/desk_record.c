// cli/desk_record.c — files in DATA/sessions. Never: a rule.
#include "cli/desk_record.h"
#include "base/file.h"
#include "cli/kept.h"
#include "pack/write.h"
#include "store/store.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char ENDING[] = ".convene-session";

enum { NAMES_MAX = 256, NAME_BYTES = 128 };

static const char *folder(Desk *desk, Region *region) {
    return region_format(region, "%s/sessions", desk->places.data);
}

static Bytes text(const char *words) {
    return (Bytes){(const uint8_t *)words, strlen(words)};
}

// "riverside-link-3": the pack's id and the first number that is free.
static const char *free_name(Desk *desk, Region *region) {
    const char *id = def_text(desk->scenario.def, desk->scenario.def->id);
    for (int32_t i = 1;; i++) {
        const char *path =
                region_format(region, "%s/%s-%d%s", folder(desk, region), id, i, ENDING);
        if (!file_exists(path)) return path;
    }
}

static bool keep_packs(Desk *desk, Journal *journal, Err *err) {
    for (int32_t i = 0; i < desk->scenario.packs_count; i++) {
        const Pack *pack = &desk->scenario.packs[i];
        Buffer zip = {0};
        bool good = write_zip(pack, &zip, err)
                    && journal->pack_put(journal->self, &pack->hash, pack->name,
                            (Bytes){(const uint8_t *)zip.data, zip.length}, err);
        buffer_free(&zip);
        if (!good) return false;
    }
    return true;
}

bool desk_record_create(Desk *desk, uint64_t seed, Journal *out, Err *err) {
    Region region = {0};
    const Def *def = desk->scenario.def;
    char hash[2 * DIGEST_BYTES + 1], seed_text[32], rules[16];
    digest_hex(&def->hash, hash);
    snprintf(seed_text, sizeof seed_text, "%llu", (unsigned long long)seed);
    snprintf(rules, sizeof rules, "%d", SESSION_RULES);
    const char *path = NULL;
    bool good = file_make_folder(folder(desk, &region), err);
    if (good) {
        path = free_name(desk, &region);
        const JournalFact facts[] = {
                {"session",           text(strrchr(path, '/') + 1)},
                {"pack",                   text(hash)                              },
                {"seed",                   text(seed_text)},
                {"rules",                   text(rules)                             },
                {"pack_name",                   text(desk->pack)},
                {"packs",                   text(kept_packs(&desk->scenario,                                  &region))},
                {"format",          text(desk->format)},
                {"title",text(def_text(def,                def->title))},
                {"actor",           text(def_id(def, (Thing){KIND_ACTOR, desk->actor}))},
                {"actor_name",
                 text(catalog_words(desk->scenario.catalogs,     def, desk->tongue.code,
                 def->actors[desk->actor].names.name))},
                {"lang",                   text(desk->tongue.code)                        }
        };
        good = store_create(path, facts, (int32_t)ARRAY_COUNT(facts), out, err);
    }
    if (good && !keep_packs(desk, out, err)) {
        out->close(out->self);
        good = false;
    }
    if (!good) *out = (Journal){0};
    desk->kept_round = 0;
    region_clear(&region);
    return good;
}

static bool fact(const Journal *journal, Region *region, const char *key, const char **out,
        Err *err) {
    Bytes value = {0};
    if (!journal->fact_get(journal->self, key, &value, region, err)) return false;
    *out = region_copy_text(
            region, value.length ? (const char *)value.data : "", value.length);
    return true;
}

bool desk_record_open(
        Desk *desk, const char *name, Journal *out, KeptGame *kept, Err *err) {
    Region region = {0};
    const char *path = strchr(name, '/') ? name
                                         : region_format(&region, "%s/%s%s",
                                                 folder(desk, &region), name, ENDING);
    const char *pack = "", *format = "";
    bool good = store_open(path, STORE_PLAY, out, err);
    if (good
            && !(fact(out, &region, "pack_name", &pack, err)
                    && fact(out, &region, "format", &format, err))) {
        out->close(out->self);
        good = false;
    }
    snprintf(kept->pack, sizeof kept->pack, "%s", pack);
    snprintf(kept->format, sizeof kept->format, "%s", format);
    region_clear(&region);
    return good;
}

void desk_keep_summary(Desk *desk, bool always) {
    const Session *session = desk->table->session;
    const State *state = &session->state;
    if (!session->journal.self || session->read_only
            || (!always && desk->kept_round == state->round))
        return;
    desk->kept_round = state->round;
    char summary[96];
    Err ignored = {0};
    bool over = state->status >= STATUS_DEBRIEF;
    snprintf(summary, sizeof summary, over ? "%d/%d end" : "%d/%d", state->round,
            session->def->rounds);
    (void)!session->journal.fact_put(
            session->journal.self, "summary", text(summary), &ignored);
}

typedef struct Found {
    char name[NAME_BYTES];
    int64_t changed;
} Found;

static int newest_first(const void *left, const void *right) {
    const Found *a = left, *b = right;
    return a->changed < b->changed
                   ? 1
                   : (a->changed > b->changed ? -1 : strcmp(a->name, b->name));
}

static int32_t find_all(const char *path, Found *found) {
    DIR *open = opendir(path);
    int32_t count = 0;
    for (struct dirent *entry; open && (entry = readdir(open)) && count < NAMES_MAX;) {
        size_t length = strlen(entry->d_name), end = sizeof ENDING - 1;
        if (length <= end || length >= NAME_BYTES
                || strcmp(entry->d_name + length - end, ENDING) != 0)
            continue;
        char file[4096];
        struct stat info;
        snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
        if (stat(file, &info) != 0) continue;
        memcpy(found[count].name, entry->d_name, length - end);
        found[count].name[length - end] = 0;
        found[count++].changed = (int64_t)info.st_mtime;
    }
    if (open) closedir(open);
    qsort(found, (size_t)count, sizeof *found, newest_first);
    return count;
}

// "2/4" or "4/4 end" in words.
static const char *summary_words(Desk *desk, const char *summary, const char *who) {
    int round = 0, rounds = 0;
    if (sscanf(summary, "%d/%d", &round, &rounds) != 2) return "";
    Say say = {NULL, tongue_language(&desk->tongue), &desk->home_region};
    SayWith with = {.n = round, .m = rounds, .who = who};
    return say_sentence(
            &say, strstr(summary, "end") ? SAY_HOME_OVER : SAY_HOME_ROUND, with);
}

static HomeSession describe(Desk *desk, const Found *found) {
    Region *region = &desk->home_region;
    HomeSession out = {.id = region_copy_text(region, found->name, strlen(found->name)),
            .facts = "",
            .problem = ""};
    out.title = out.id;
    Journal journal;
    Err err = {0};
    const char *path =
            region_format(region, "%s/%s%s", folder(desk, region), found->name, ENDING);
    if (!store_open(path, STORE_READ, &journal, &err)) {
        out.problem = region_format(region, "%s %s", err.what, err.fix);
        return out;
    }
    const char *title = "", *summary = "";
    if (fact(&journal, region, "title", &title, &err) && *title) out.title = title;
    const char *who = "";
    if (fact(&journal, region, "summary", &summary, &err)
            && fact(&journal, region, "actor_name", &who, &err)) {
        out.facts = summary_words(desk, summary, who);
    }
    journal.close(journal.self);
    return out;
}

int32_t desk_record_list(Desk *desk, HomeSession *out, int32_t most) {
    Found *found = calloc(NAMES_MAX, sizeof *found);
    ASSERT(found != NULL);
    int32_t count = core_min(find_all(folder(desk, &desk->home_region), found), most);
    for (int32_t i = 0; i < count; i++)
        out[i] = describe(desk, &found[i]);
    free(found);
    return count;
}

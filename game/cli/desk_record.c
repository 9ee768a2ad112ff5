// cli/desk_record.c — files in DATA/sessions. Never: a rule.
#include "cli/desk_record.h"
#include "base/file.h"
#include "store/roster.h"
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

bool desk_record_create(Desk *desk, uint64_t seed, Journal *out, Err *err) {
    const Def *def = desk->scenario.def;
    const char *name = catalog_words(desk->scenario.catalogs, def, desk->tongue.code,
            def->actors[desk->actor].names.name);
    RecordWish wish = {
            .places = &desk->places,
            .scenario = &desk->scenario,
            .pack = desk->pack,
            .format = desk->format,
            .seed = seed,
            .more = {{"actor", record_file_text(
                                       def_id(def, (Thing){KIND_ACTOR, desk->actor}))},
                     {"actor_name", record_file_text(name)},
                     {"lang", record_file_text(desk->tongue.code)}},
            .more_count = 3,
    };
    desk->kept_round = 0;
    return record_file_create(&wish, out, err);
}

bool desk_record_open(
        Desk *desk, const char *name, Journal *out, KeptGame *kept, Err *err) {
    return record_file_open(&desk->places, name, out, kept, err);
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
            session->journal.self, "summary", record_file_text(summary), &ignored);
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

// A workshop is told by how many have a place in it.
static const char *workshop_words(Desk *desk, const Journal *journal) {
    RosterSeat *seats = calloc(SEATS_MAX, sizeof *seats);
    RosterDevice *devices = calloc(ROSTER_DEVICES_MAX, sizeof *devices);
    ASSERT(seats && devices);
    Roster roster = store_roster(journal);
    int32_t people = 0, machines = 0;
    Err ignored = {0};
    (void)!roster.read(roster.self, seats, &people, devices, &machines, &ignored);
    free(seats);
    free(devices);
    Say say = {NULL, tongue_language(&desk->tongue), &desk->home_region};
    return say_sentence(&say, SAY_HOME_WORKSHOP, (SayWith){.n = people});
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
    if (record_file_fact(&journal, region, "title", &title, &err) && *title)
        out.title = title;
    const char *who = "";
    bool hosted = false;
    if (record_file_hosted(&journal, &hosted, &err) && hosted) {
        out.facts = workshop_words(desk, &journal);
    } else if (record_file_fact(&journal, region, "summary", &summary, &err)
               && record_file_fact(&journal, region, "actor_name", &who, &err)) {
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

// cli/places.c — finds the folders of the program and of this person. Never: makes one without need.
#include "cli/places.h"
#include "base/file.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_home(Region *region, const char *folder) {
    return file_is_folder(region_format(region, "%s/scenarios", folder))
           && file_is_folder(region_format(region, "%s/scripts", folder));
}

// The folder itself, its parents, and share/convene beside them.
static const char *upwards(Region *region, const char *start) {
    char *folder = region_copy_text(region, start, strlen(start));
    while (*folder) {
        if (is_home(region, folder)) return folder;
        const char *shared = region_format(region, "%s/share/convene", folder);
        if (is_home(region, shared)) return shared;
        char *slash = strrchr(folder, '/');
        if (!slash) break;
        *slash = 0;
    }
    return NULL;
}

static const char *find_home(Region *region) {
    const char *given = getenv("CONVENE_HOME");
    if (given && is_home(region, given))
        return region_copy_text(region, given, strlen(given));
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length > 0) {
        path[length] = 0;
        const char *home = upwards(region, path);
        if (home) return home;
    }
    return getcwd(path, sizeof path) ? upwards(region, path) : NULL;
}

static const char *find_data(Region *region, const char *given) {
    if (given) return given;
    const char *xdg = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (xdg && *xdg) return region_format(region, "%s/convene", xdg);
    return region_format(region, "%s/.local/share/convene", home && *home ? home : ".");
}

// build/release/web, where the build puts what the pages need from elsewhere.
static const char *find_program(Region *region) {
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0) return "web";
    path[length] = 0;
    char *slash = strrchr(path, '/');
    if (slash) *slash = 0;
    return region_format(region, "%s/web", path);
}

bool places_find(Places *places, const char *data, Err *err) {
    *places = (Places){0};
    places->home = find_home(&places->region);
    if (!places->home) {
        err_set(err, ERR_SYSTEM,
                "The folders scenarios and scripts that belong to this program were not "
                "found.");
        return err_fix(err, "start it from its own folder, or set CONVENE_HOME to the "
                            "folder that holds them.");
    }
    places->program = find_program(&places->region);
    places->data = find_data(&places->region, data);
    const char *own = region_format(&places->region, "%s/packs", places->data);
    places->library[places->library_count++] =
            region_format(&places->region, "%s/scripts", places->home);
    places->library[places->library_count++] = own;
    library_add(&places->packs,
            region_format(&places->region, "%s/scenarios", places->home), &places->region);
    library_add(&places->packs, own, &places->region);
    library_add(&places->packs, places->library[0], &places->region);
    return true;
}

void places_free(Places *places) { region_clear(&places->region); }

// A time plan that does not exist is a wrong flag, not a fault of the pack. Always false.
static bool wrong_format(Diags *diags, Err *err) {
    const Diag *first = &diags->items[0];
    bool knob = strcmp(first->file, "--set") == 0;
    if (diags->errors != 1 || (!knob && strcmp(first->file, "--format") != 0)) return false;
    err_set(err, ERR_USAGE, "%s", first->message);
    if (knob)
        return err_fix(err,
                "write --set %s=NUMBER; convene check PACK --settings lists them.",
                first->near[0] ? first->near : "ease");
    return err_fix(err, "write --format %s.", first->near[0] ? first->near : "hour");
}

const char *places_plan(const char *format, const char *set, char out[PLACES_PLAN_BYTES]) {
    if (!format && !set) return NULL;
    int32_t length = snprintf(out, PLACES_PLAN_BYTES, "%s%s%s", format ? format : "",
            format && set ? " " : "", set ? set : "");
    if (length >= PLACES_PLAN_BYTES)
        out[PLACES_PLAN_BYTES - 2] = '='; // never half a number
    for (char *at = out; *at; at++)
        if (*at == ',') *at = ' ';
    return out;
}

bool places_load(const Places *places, const char *name, bool tests, bool check,
        Scenario *out, Diags *diags, Err *err) {
    Region region = {0};
    const char *path = NULL;
    bool good = library_resolve(&places->packs, name, &region, &path, err);
    if (good) {
        // Plugins may lie beside the pack itself, as in a folder of an author's own packs.
        const char *beside = region_format(&region, "%s/..", path);
        const char *library[PLACES_LIBRARY_MAX + 1];
        int32_t count = 0;
        for (int32_t i = 0; i < places->library_count; i++)
            library[count++] = places->library[i];
        if (file_is_folder(path)) library[count++] = beside;
        LoadOptions options = {.library = library,
                .library_count = count,
                .tests = tests,
                .check = check,
                .format = places->format};
        good = scenario_load(path, &options, out, diags) || wrong_format(diags, err);
    }
    region_clear(&region);
    return good;
}

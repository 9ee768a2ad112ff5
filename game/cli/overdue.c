// cli/overdue.c — reads the hour of closing of each kept session and answers for one. Never: erases without a yes.
#include "cli/overdue.h"
#include "base/clock.h"
#include "cli/record_file.h"
#include "cli/shelf.h"
#include "cli/terminal.h"
#include "host/closing.h"
#include "store/store.h"
#include <dirent.h>
#include <string.h>

static const char ENDING[] = ".convene-session";

enum { STAMP_BYTES = 40 };

static int64_t now_ms(void) {
    Clock clock = clock_system();
    return clock.wall_ms(clock.context);
}

static int32_t days_of(const Journal *journal, int64_t wall_ms) {
    char stamp[STAMP_BYTES];
    return closing_days(journal, wall_ms, stamp);
}

// A file of the folder "sessions".
static bool look(const Places *places, const char *file, int64_t wall_ms, Region *region,
        Overdue *out) {
    Journal journal;
    Err ignored = {0};
    const char *title = "";
    const char *path = region_format(region, "%s/sessions/%s", places->data, file);
    if (!store_open(path, STORE_READ, &journal, &ignored)) return false;
    *out = (Overdue){
            .name = region_copy_text(region, file, strlen(file) - sizeof ENDING + 1),
            .days = days_of(&journal, wall_ms)};
    bool over = closing_is_over(out->days, closing_keeping(&journal));
    bool told = record_file_fact(&journal, region, "title", &title, &ignored) && *title;
    out->title = told ? title : out->name;
    journal.close(journal.self);
    return over;
}

int32_t overdue_list(
        const Places *places, int64_t wall_ms, Region *region, Overdue out[OVERDUE_MAX]) {
    DIR *folder = opendir(region_format(region, "%s/sessions", places->data));
    int32_t count = 0;
    for (struct dirent *entry;
            folder && count < OVERDUE_MAX && (entry = readdir(folder));) {
        size_t length = strlen(entry->d_name), end = sizeof ENDING - 1;
        bool session = length > end && strcmp(entry->d_name + length - end, ENDING) == 0;
        if (session) count += look(places, entry->d_name, wall_ms, region, &out[count]);
    }
    if (folder) closedir(folder);
    return count;
}

bool overdue_erase(
        Places *places, const char *name, KeepErased *out, Diags *diags, Err *err) {
    Shelf shelf;
    if (!shelf_open(&shelf, places, name, diags, err)) return false;
    bool good = shelf_forget_all(&shelf, out, err) && shelf_keep(&shelf, 0, err);
    shelf_close(&shelf);
    return good;
}

bool overdue_keep(Places *places, const char *name, int32_t more, Diags *diags, Err *err) {
    Shelf shelf;
    if (!shelf_open(&shelf, places, name, diags, err)) return false;
    int32_t days = days_of(&shelf.session->journal, now_ms());
    int32_t until = more ? core_min(core_max(0, days) + more, KEEPING_DAYS_MAX) : 0;
    bool good = shelf_keep(&shelf, until, err);
    shelf_close(&shelf);
    return good;
}

void overdue_print(FILE *out, const char *data) {
    Places places;
    Region region = {0};
    Err ignored = {0};
    Overdue list[OVERDUE_MAX];
    if (!places_find(&places, data, &ignored)) return;
    int32_t count = overdue_list(&places, now_ms(), &region, list);
    if (count > 0)
        terminal_print(out,
                "These workshops are over their time. Nothing is erased without "
                "your yes.\n");
    for (int32_t i = 0; i < count; i++)
        terminal_print(out,
                "  %s, closed %d days ago\n"
                "    convene privacy erase %s --words --confirm %s\n"
                "    convene privacy keep %s\n",
                list[i].name, list[i].days, list[i].name, list[i].name, list[i].name);
    if (count > 0) terminal_print(out, "\n");
    places_free(&places);
    region_clear(&region);
}

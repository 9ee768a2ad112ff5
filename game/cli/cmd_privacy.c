// cli/cmd_privacy.c — convene privacy: what sessions keep about people; hand it out, or erase it for good. Never: a session that is open in a host.
#include "base/file.h"
#include "cli/cli.h"
#include "cli/findings.h"
#include "cli/overdue.h"
#include "cli/privacy.h"
#include "cli/shelf.h"
#include "cli/terminal.h"
#include "host/closing.h"
#include "session/own_words.h"
#include "store/roster.h"
#include "store/store.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ArgFlag flags[] = {
        {"--seat",    "N",    "one person: the number of the seat"             },
        {"--session", NULL,   "erase: the whole session with its backups"      },
        {"--words",   NULL,   "erase: what everybody wrote; the record stays"  },
        {"--days",    "N",    "keep: so many days from now; 0: nobody asks"    },
        {"--level",   "L",    "export: pseudonym (as it is), full or aggregate"},
        {"--out",     "FILE", "export: where to write; otherwise it is printed"},
        {"--confirm", "NAME", "erase: the session's name once more, to be sure"},
        {"--data",    "DIR",  "where sessions lie"                             },
};

static bool open_shelf(Shelf *shelf, Places *places, const char *name, Err *err) {
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    bool good = shelf_open(shelf, places, name, diags, err);
    if (!good && err->kind == ERR_NONE) findings_print(diags, false);
    free(diags);
    return good;
}

// ---- list -----------------------------------------------------------------------------------------------------

// Nothing is erased by itself: who keeps it is told when it is time to think of it.
static void tell_closing(const Journal *journal, const char *name) {
    char stamp[40];
    Clock clock = clock_system();
    int32_t days = closing_days(journal, clock.wall_ms(clock.context), stamp);
    if (days < 0) return;
    terminal_print(stdout, "  closed %s, %d days ago\n", stamp, days);
    int32_t keeping = closing_keeping(journal);
    if (!closing_is_over(days, keeping)) return;
    terminal_print(stdout,
            "  Over its time of %d days: erase what people wrote, hand it out first, or "
            "keep "
            "it.\n"
            "    convene privacy erase %s --words --confirm %s\n"
            "    convene privacy export %s\n"
            "    convene privacy keep %s\n",
            keeping, name, name, name, name);
}

static bool list_one(const Places *places, const char *name, Err *err) {
    Region region = {0};
    Journal journal;
    const char *path =
            region_format(&region, "%s/sessions/%s.convene-session", places->data, name);
    if (!store_open(path, STORE_READ, &journal, err)) {
        terminal_print(stdout, "%-28s open in a host, or damaged\n", name);
        region_clear(&region);
        return true;
    }
    RosterSeat *seats = calloc(SEATS_MAX, sizeof *seats);
    RosterDevice *devices = calloc(ROSTER_DEVICES_MAX, sizeof *devices);
    JournalCopy copies[32];
    ASSERT(seats && devices);
    Roster roster = store_roster(&journal);
    int32_t people = 0, machines = 0, count = 0;
    bool good = roster.read(roster.self, seats, &people, devices, &machines, err)
                && journal.copies(journal.self, copies, 32, &count, &region, err);
    if (good)
        terminal_print(stdout, "%-28s people %d, texts %lld, copies %d\n", name, people,
                (long long)journal.tail(journal.self).words_id, count);
    if (good) tell_closing(&journal, name);
    for (int32_t i = 0; good && i < count; i++)
        terminal_print(stdout, "  copy: %s%s\n", copies[i].place,
                file_exists(copies[i].place) ? "" : " (not there any more)");
    journal.close(journal.self);
    free(seats);
    free(devices);
    region_clear(&region);
    return good;
}

static int list(const Places *places, Err *err) {
    Region region = {0};
    DIR *folder = opendir(region_format(&region, "%s/sessions", places->data));
    bool good = true;
    int32_t count = 0;
    for (struct dirent *entry; folder && good && (entry = readdir(folder));) {
        char name[256];
        snprintf(name, sizeof name, "%s", entry->d_name);
        char *ending = strstr(name, ".convene-session");
        if (!ending || strcmp(ending, ".convene-session") != 0) continue;
        *ending = 0;
        Err ignored = {0};
        good = list_one(places, name, &ignored);
        count++;
    }
    if (folder) closedir(folder);
    if (count == 0) puts("No sessions are kept here.");
    region_clear(&region);
    (void)err;
    return EXIT_FINE;
}

// ---- export ---------------------------------------------------------------------------------------------------

static bool level_of(const char *text, ExportLevel *out) {
    static const char *const names[] = {"full", "pseudonym", "aggregate"};
    for (int32_t i = 0; i < EXPORT_LEVELS_COUNT; i++) {
        if (strcmp(names[i], text) != 0) continue;
        *out = (ExportLevel)i;
        return true;
    }
    return false;
}

static bool write_out(const char *path, const Buffer *out, Err *err) {
    const char *data = out->data ? out->data : "";
    if (path) return file_write(path, data, out->length, err);
    fwrite(data, 1, out->length, stdout);
    return true;
}

// Which lines of the table somebody should read before it is handed on, as programs for tables count them.
static void tell_doubts(const Buffer *table) {
    int32_t line = 0, count = 0;
    const char *at = table->data ? table->data : "";
    for (const char *end; (end = strstr(at, "\r\n")); at = end + 2) {
        size_t mark = strlen(PRIVACY_LOOK);
        line++;
        bool doubt =
                (size_t)(end - at) > mark && memcmp(end - mark, PRIVACY_LOOK, mark) == 0;
        if (!doubt) continue;
        fprintf(stderr,
                count++ ? ", %d" : "Read these lines first, they may name somebody: %d",
                line);
    }
    if (count > 0) fprintf(stderr, " (%d of %d).\n", count, line - 1);
}

static int export(const Args *args, Shelf *kept, int32_t seat, Err *err) {
    ExportLevel level;
    Buffer out = {0};
    Verdict verdict;
    if (!level_of(args_text(args, "--level", "pseudonym"), &level)) {
        err_set(err, ERR_USAGE, "A level is pseudonym, full or aggregate.");
        err_fix(err, "write for example: --level aggregate");
        return EXIT_USAGE;
    }
    Command command = {.kind = COMMAND_EXPORTED,
            .actor = NONE,
            .at_phase = NONE,
            .a = EXPORT_WORDS,
            .b = (int16_t)level};
    bool good = privacy_table(kept->session, &kept->roster, seat, level, &out, err)
                && write_out(args_text(args, "--out", NULL), &out, err)
                && session_do(kept->session, &command, &verdict, err);
    if (good) tell_doubts(&out);
    buffer_free(&out);
    return good ? EXIT_FINE : EXIT_SYSTEM;
}

// ---- erase ----------------------------------------------------------------------------------------------------

static bool is_sure(const Args *args, Err *err) {
    const char *name = args->names[1];
    if (strcmp(args_text(args, "--confirm", ""), name) == 0) return true;
    err_set(err, ERR_USAGE, "Erasing cannot be taken back.");
    return err_fix(err, "write the session's name once more: --confirm %s", name);
}

static int erase_session(Shelf *kept) {
    Journal journal = kept->session->journal;
    int32_t left = 0;
    kept->session->journal.self = NULL;
    shelf_close(kept);
    journal.destroy(journal.self, &left);
    puts("The session and its copies are erased.");
    if (left > 0) printf("Copies that were moved away: %d. Delete them by hand.\n", left);
    return EXIT_FINE;
}

static int erase_seat(Shelf *kept, int32_t seat, Err *err) {
    KeepErased erased;
    Verdict verdict;
    if (!keep_forget(kept->session, &kept->roster, seat, &erased, err)) return EXIT_SYSTEM;
    Command command = {.kind = COMMAND_ERASED,
            .actor = NONE,
            .at_phase = NONE,
            .a = (int16_t)seat,
            .b = (int16_t)erased.words,
            .c = (int16_t)kept->session->words_count};
    if (!session_do(kept->session, &command, &verdict, err)) return EXIT_SYSTEM;
    printf("Erased: %d texts of seat %d. The record still verifies.\n", erased.words, seat);
    if (erased.left > 0)
        printf("Copies that could not be reached: %d. Delete them by hand.\n", erased.left);
    return EXIT_FINE;
}

static int erase_words(Shelf *kept, Err *err) {
    KeepErased erased;
    if (!shelf_forget_all(kept, &erased, err) || !shelf_keep(kept, 0, err))
        return EXIT_SYSTEM;
    printf("Erased: %d texts of everybody. The record still verifies.\n", erased.words);
    if (erased.left > 0)
        printf("Copies that could not be reached: %d. Delete them by hand.\n", erased.left);
    return EXIT_FINE;
}

// ---- keep -----------------------------------------------------------------------------------------------------

static int keep(const Args *args, Places *places, Err *err) {
    int64_t days = 0;
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(diags != NULL);
    bool read =
            args_number(args, "--days", 0, KEEPING_DAYS_MAX, OVERDUE_MORE_DAYS, &days, err);
    bool good = read && overdue_keep(places, args->names[1], (int32_t)days, diags, err);
    if (read && !good && err->kind == ERR_NONE) findings_print(diags, false);
    free(diags);
    if (good && days > 0)
        printf("It is kept %d days more; then you are asked again.\n", (int)days);
    else if (good)
        puts("It is kept until you erase it yourself.");
    return good ? EXIT_FINE : read ? EXIT_SYSTEM : EXIT_USAGE;
}

// ---- the whole --------------------------------------------------------------------------------------------------

static int wrong_use(Err *err) {
    err_set(err, ERR_USAGE, "privacy needs to know what to do, and with which session.");
    err_fix(err, "write for example: convene privacy list");
    return EXIT_USAGE;
}

static int with_session(const Args *args, Places *places, Err *err) {
    bool erases = strcmp(args->names[0], "erase") == 0;
    bool whole = args_on(args, "--session"), words = args_on(args, "--words");
    int64_t seat = 0;
    Shelf kept;
    if (!args_number(args, "--seat", 1, SEATS_MAX, 0, &seat, err)) return EXIT_USAGE;
    if (strcmp(args->names[0], "keep") == 0) return keep(args, places, err);
    if (erases && (seat != 0) + whole + words != 1) return wrong_use(err);
    if (erases && !is_sure(args, err)) return EXIT_USAGE;
    if (!open_shelf(&kept, places, args->names[1], err)) return EXIT_SYSTEM;
    if (whole && erases) return erase_session(&kept);
    int code = !erases ? export(args, &kept, (int32_t)seat, err)
               : words ? erase_words(&kept, err)
                       : erase_seat(&kept, (int32_t)seat, err);
    shelf_close(&kept);
    return code;
}

static int run_privacy(const Args *args, Err *err) {
    Places places;
    const char *what = args->names_count > 0 ? args->names[0] : "";
    bool lists = strcmp(what, "list") == 0 && args->names_count == 1;
    bool one = (strcmp(what, "export") == 0 || strcmp(what, "erase") == 0
                       || strcmp(what, "keep") == 0)
               && args->names_count == 2;
    if (!lists && !one) return wrong_use(err);
    if (!places_find(&places, args_text(args, "--data", NULL), err)) return EXIT_SYSTEM;
    int code = lists ? list(&places, err) : with_session(args, &places, err);
    places_free(&places);
    return code;
}

const CliCommand CLI_PRIVACY = {"privacy",
        "privacy list|export|keep|erase [SESSION] [--seat N]",
        "See, hand out, keep longer or erase what sessions keep about people",
        "  convene privacy list                                            what is kept "
        "here\n"
        "  convene privacy export riverside-link-1 --seat 1                all of one "
        "person's\n"
        "  convene privacy export riverside-link-1 --level aggregate       counts, no "
        "texts\n"
        "  convene privacy erase riverside-link-1 --seat 1 --confirm riverside-link-1   "
        "one "
        "person's words\n"
        "  convene privacy keep riverside-link-1                           30 days "
        "more\n"
        "  convene privacy erase riverside-link-1 --words --confirm riverside-link-1    "
        "what "
        "everybody wrote\n"
        "  convene privacy erase riverside-link-1 --session --confirm riverside-link-1  "
        "the "
        "whole session\n",
        flags, (int32_t)ARRAY_COUNT(flags), run_privacy, NULL};

// cli/desk_author.c — a thread that looks a pack over, and its findings for the window. Never: changes a file, draws.
#include "cli/desk_author.h"
#include "base/crowd.h"
#include "script/trial.h"
#include <stdio.h>
#include <stdlib.h>

enum { ASKED_MS = 40 };

struct DeskAuthor {
    Crowd *crowd;
    Places places; // the desk's, with each case in its own time plan
    char path[160];
    Diags diags;
    Err err;
    Region region; // of the view
    AuthorView view;
};
typedef struct DeskAuthor DeskAuthor;

// In the thread: only the path, the findings and the error are touched.
static void look_over(void *about) {
    DeskAuthor *author = about;
    Scenario *scenario = calloc(1, sizeof *scenario);
    ASSERT(scenario != NULL);
    if (places_load(&author->places, author->path, true, true, scenario, &author->diags,
                &author->err)) {
        ScriptHooks hooks = {.machines = scenario->machines,
                .function_machine = scenario->function_machine,
                .function_number = scenario->function_number};
        if (!trial_run(&hooks, scenario->def, &author->diags)) diags_sort(&author->diags);
    }
    scenario_free(scenario);
    free(scenario);
}

static const char *kept(Region *region, const char *text) {
    return region_format(region, "%s", text);
}

static AuthorFinding finding_of(Region *region, const Diag *diag) {
    const char *place =
            diag->line > 0
                    ? region_format(region, "%s %s:%d", diag->code, diag->file, diag->line)
                    : region_format(region, "%s %s", diag->code, diag->file);
    const char *message = diag->near[0] ? region_format(region, "%s Did you mean \"%s\"?",
                                  diag->message, diag->near)
                                        : kept(region, diag->message);
    return (AuthorFinding){.place = place,
            .message = message,
            .source = kept(region, diag->source),
            .fix = kept(region, diag->fix),
            .error = diag->severity == DIAG_ERROR,
            .note = diag->severity == DIAG_NOTE};
}

static void fill_view(DeskAuthor *author) {
    Region *region = &author->region;
    const Diags *diags = &author->diags;
    region_clear(region);
    AuthorFinding *findings =
            region_take(region, sizeof *findings * (size_t)core_max(1, diags->count));
    for (int32_t i = 0; i < diags->count; i++)
        findings[i] = finding_of(region, &diags->items[i]);
    author->view = (AuthorView){.path = author->path,
            .findings = findings,
            .findings_count = diags->count,
            .errors = diags->errors,
            .warnings = diags->warnings,
            .notes = core_max(0, diags->count - diags->errors - diags->warnings)};
}

void desk_author_check(Desk *desk, const char *path) {
    // A game that goes on may still read words of its pack.
    if (desk_author_runs(desk) || desk->host || desk->seat || desk->table) return;
    if (!desk->author) {
        desk->author = calloc(1, sizeof *desk->author);
        ASSERT(desk->author != NULL);
        desk->author->crowd = crowd_make(1, NULL, NULL);
    }
    DeskAuthor *author = desk->author;
    author->places = desk->places;
    author->places.format = NULL;
    author->diags = (Diags){.count = 0};
    author->err = (Err){0};
    snprintf(author->path, sizeof author->path, "%s", path);
    region_clear(&author->region);
    author->view = (AuthorView){.path = author->path, .runs = true};
    desk->app.author = &author->view;
    desk->app.notice[0] = 0;
    desk->app.poll_ms = ASKED_MS;
    Work work = crowd_work(author->crowd);
    work.give(work.context, look_over, author);
}

bool desk_author_runs(const Desk *desk) { return desk->author && desk->author->view.runs; }

static void take_answer(Desk *desk) {
    DeskAuthor *author = desk->author;
    fill_view(author);
    desk->app.poll_ms = 0;
    desk->pack[0] = 0; // its files may be others than those that were read before
    if (author->err.kind == ERR_NONE) return;
    desk->app.author = NULL;
    app_set_notice(&desk->app, region_format(&author->region, "%s %s %s", author->err.what,
                                       author->err.where, author->err.fix));
}

bool desk_author_poll(Desk *desk) {
    if (!desk_author_runs(desk)) return false;
    Work work = crowd_work(desk->author->crowd);
    if (!work.ended(work.context)) return false;
    take_answer(desk);
    return true;
}

void desk_author_close(Desk *desk) {
    DeskAuthor *author = desk->author;
    if (!author) return;
    Work work = crowd_work(author->crowd);
    while (author->view.runs) {
        work.wait(work.context);
        desk_author_poll(desk);
    }
    crowd_free(author->crowd);
    region_clear(&author->region);
    free(author);
    desk->author = NULL;
}

// cli/desk_alone.c — what a person who plays alone can foresee of an act: asked of the session itself, by the same function as a host. Never: an act.
#include "cli/desk.h"
#include "session/foresee.h"
#include "session/timeline.h"

static void copy_lines(
        const char *const *from, int32_t count, const char **to, int32_t *kept) {
    *kept = core_min(count, FORECAST_LINES_MAX);
    for (int32_t i = 0; i < *kept; i++)
        to[i] = from[i];
}

const Forecast *desk_foresee(Desk *desk, const Command *command) {
    const Session *session = desk->table->session;
    Language language = tongue_language(&desk->tongue);
    Command asked = *command;
    Foresight seen;
    region_clear(&desk->foresee_region);
    asked.stamp = timeline_stamp(session, &asked, true);
    session_foresee(session, desk->actor, &language, &asked, &desk->foresee_region, &seen);
    bool open = seen.verdict.code == VERDICT_OK;
    Say say = {session->def, language, &desk->foresee_region};
    Forecast *out = &desk->forecast;
    *out = (Forecast){.open = open,
            .closed = open ? "" : say_verdict(&say, seen.verdict),
            .cost = seen.cost,
            .warn = seen.warn};
    copy_lines(seen.likely, seen.likely_count, out->likely, &out->likely_count);
    copy_lines(seen.unknown, seen.unknown_count, out->unknown, &out->unknown_count);
    return out;
}

// cli/desk_hold.c — remembers one verb until its five seconds are over, its step has changed, or it was taken back. Never: speaks to a host.
#include "cli/desk_hold.h"
#include <stdio.h>
#include <string.h>

static void step_name(const StepView *step, char out[200]) {
    snprintf(out, 200, "%d %d %.80s %.80s", (int)step->stage, (int)step->round,
            step->phase ? step->phase : "", step->part ? step->part : "");
}

bool desk_hold_set(DeskHold *hold, const char *line, const StepView *step, int64_t now_ms) {
    bool again = *line && strcmp(hold->line, line) == 0;
    snprintf(hold->line, sizeof hold->line, "%s", again ? "" : line);
    step_name(step, hold->step);
    hold->due_ms = now_ms + DESK_HOLD_MS;
    return again;
}

bool desk_hold_due(
        DeskHold *hold, const StepView *step, int64_t now_ms, char line[DESK_HOLD_BYTES]) {
    char here[sizeof hold->step];
    if (!hold->line[0]) return false;
    step_name(step, here);
    bool other = strcmp(here, hold->step) != 0;
    if (!other && now_ms < hold->due_ms) return false;
    memcpy(line, hold->line, DESK_HOLD_BYTES);
    hold->line[0] = 0;
    return !other;
}

int32_t desk_hold_seconds(const DeskHold *hold, int64_t now_ms) {
    if (!hold->line[0]) return 0;
    return core_max(1, (int32_t)((hold->due_ms - now_ms + 999) / 1000));
}

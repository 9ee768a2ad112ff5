// sim/storm_work.c — somebody else writes the session: in this thread, but later, so that everything that can be said meanwhile is. Never: two things at once.
#include "sim/storm_parts.h"

enum { QUICK_MS = 60, SLOW_MS = 2500, SELDOM = 10 };

// Most disks answer soon, some now and then do not.
static int32_t takes(Storm *storm) {
    if (storm->calm) return 1;
    return storm_draw(&storm->disk, storm_draw(&storm->disk, SELDOM) ? QUICK_MS : SLOW_MS);
}

static void give(void *context, WorkDeed deed, void *about) {
    Storm *storm = context;
    StormWork *work = &storm->work;
    if (work->about) storm_fail(storm, "one hand was given two things");
    *work = (StormWork){.deed = deed, .about = about};
    work->due_ms = storm->now_ms + takes(storm);
}

static void *ended(void *context) {
    Storm *storm = context;
    StormWork *work = &storm->work;
    void *about = work->about;
    if (!about || storm->now_ms < work->due_ms) return NULL;
    work->deed(about);
    *work = (StormWork){0};
    return about;
}

// Time passes until it has.
static void wait_for_it(void *context) {
    Storm *storm = context;
    if (storm->work.about) storm->work.due_ms = 0;
}

Work storm_work(Storm *storm) {
    if (!storm->writes_late) return (Work){0};
    return (Work){storm, 1, give, ended, wait_for_it};
}

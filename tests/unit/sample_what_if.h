// tests/unit/sample_what_if.h — an invented game played again, for the page "What if". Never: a test.
#ifndef SAMPLE_WHAT_IF_H
#define SAMPLE_WHAT_IF_H
#include "unit/client_stage.h"

static inline void ask_what_if(void *context) { (void)context; }
static inline WhatIfRow what_if_row(const char *passed, const char *ending, uint8_t law) {
    return (WhatIfRow){
            .known = true,
            .what = "",
            .passed = passed,
            .ending = ending,
            .law = {law, 1, 2}
    };
}
static inline void show_what_if(Stage *stage) {
    static WhatIfView seen;
    static WhatIfClause clauses[CLAUSES_MAX];
    const View *view = &stage->sample->view;
    seen = (WhatIfView){.done = 412,
            .of = 412,
            .acts_known = true,
            .shares_known = true,
            .clauses = clauses,
            .clauses_count = view->clauses_count,
            .teams_count = view->actors_count};
    for (int32_t i = 0; i < view->clauses_count; i++) {
        clauses[i] = (WhatIfClause){.name = view->clauses[i].name,
                .levels_count = core_min(view->clauses[i].levels_count, LEVELS_MAX)};
        for (int32_t level = 0; level < clauses[i].levels_count; level++)
            clauses[i].levels[level] = view->clauses[i].levels[level];
    }
    const char *where = view->arenas[0].name, *end = view->end.title;
    seen.played = what_if_row(where, end, 2);
    for (int32_t i = 0; i < view->actors_count; i++) {
        seen.names[i] = view->actors[i].name;
        seen.teams[i] = what_if_row(i == 1 ? "" : where, end, i == 1 ? 0 : 2);
        seen.shares[i] = i == 1 ? 583 : 417 / core_max(1, view->actors_count - 1);
    }
    seen.acts_count = 3;
    for (int32_t i = 0; i < seen.acts_count; i++) {
        seen.acts[i] = what_if_row(i ? where : "", end, (uint8_t)i);
        seen.acts[i].actor = (uint8_t)i;
        seen.acts[i].round = i + 1;
        seen.acts[i].deed = i == 2 ? WHAT_IF_DEAL : WHAT_IF_MOVE;
        seen.acts[i].what = view->moves[i].name;
    }
    stage->app.ports.what_if = ask_what_if;
    stage->app.what_if = &seen;
    stage->app.what_if_open = true;
    stage->app.what_if_of = 1;
}

#endif // SAMPLE_WHAT_IF_H

// session/view_influence.c — the map of influence once the game is over: who moved whom, by what, strongest first. Never: before the debrief; a thing nobody did.
#include "rules/influence.h"
#include "session/view_parts.h"
#include <stdlib.h>

// In full, and as they travel; who is beyond that weighs little.
enum { ARROWS_FULL = ACTORS_MAX * (ACTORS_MAX - 1), ARROWS_SENT = 24, PER_UNIT = 10 };

// Tenths of a unit, rounded; a trace of influence is told as the least there is.
static int32_t tenths(int64_t hundredths) {
    return hundredths <= 0 ? 0
                           : core_max(1, (int32_t)((hundredths + PER_UNIT / 2) / PER_UNIT));
}

static ViewArrow arrow_view(const Arrow *arrow, uint8_t from, uint8_t to) {
    int64_t talk = arrow->talk + arrow->words, all = influence_sum(arrow);
    return (ViewArrow){.from = from,
            .to = to,
            .deciders = tenths(arrow->deciders),
            .words = tenths(arrow->words),
            .promises = tenths(arrow->promises),
            .all = tenths(all),
            .by_words = (uint8_t)(all > 0 ? (100 * talk + all / 2) / all : 0)};
}

// Strongest first; equal ones in the order of actors.
static void put(ViewArrow *list, int32_t count, const ViewArrow *arrow) {
    int32_t place = count;
    while (place > 0 && list[place - 1].all < arrow->all) {
        list[place] = list[place - 1];
        place--;
    }
    list[place] = *arrow;
}

static Influence *read_ledger(const Viewer *viewer) {
    Influence *influence = calloc(1, sizeof *influence);
    ASSERT(influence != NULL);
    const EventList *ledger = &viewer->session->ledger;
    for (int32_t i = 0; i < ledger->count; i++)
        influence_add(viewer->def, &ledger->items[i], influence);
    return influence;
}

void view_influence(Viewer *viewer) {
    ViewEnd *end = &viewer->out->end;
    if (!end->reached) return;
    Influence *influence = read_ledger(viewer);
    ViewArrow *list = view_array(viewer, ARROWS_FULL, sizeof *list);
    uint8_t actors = (uint8_t)def_count(viewer->def, KIND_ACTOR);
    int32_t count = 0;
    for (uint8_t a = 0; a < actors; a++) {
        for (uint8_t b = 0; b < actors; b++) {
            const Arrow *arrow = &influence->on[a][b];
            if (a == b || influence_sum(arrow) <= 0) continue;
            ViewArrow one = arrow_view(arrow, a, b);
            put(list, count++, &one);
        }
    }
    free(influence);
    int32_t most = view_wants(viewer, VIEW_IN_FULL) ? ARROWS_FULL : ARROWS_SENT;
    end->arrows = list;
    end->arrows_count = core_min(count, most);
}

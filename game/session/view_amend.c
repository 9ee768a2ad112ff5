// session/view_amend.c — the ways the text of a group without consent may be amended by this seat. Never: what others said before all have.
#include "rules/amend.h"
#include "rules/gate.h"
#include "session/view_parts.h"

static ViewAmendment amendment(
        const Viewer *viewer, uint8_t arena, uint8_t clause, int32_t step) {
    uint8_t said = viewer->state->amend[arena][viewer->me];
    if (clause == NONE)
        return (ViewAmendment){.text = say_word(&viewer->say, SAY_AMEND_LEAVE),
                .clause = NONE,
                .mine = said == AMEND_LEAVE};
    int32_t level =
            state_at(viewer->def, viewer->state, TRACK_DRAFT, clause, 0) / 10 + step;
    SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_CLAUSE, clause}),
            .text = say_text(&viewer->say, viewer->def->clauses[clause].levels[level])};
    return (ViewAmendment){.text = say_sentence(&viewer->say,
                                   step > 0 ? SAY_AMEND_UP : SAY_AMEND_DOWN, with),
            .clause = clause,
            .direction = (int8_t)step,
            .mine = said == AMEND_FIRST + 2 * clause + (step > 0)};
}

static bool may(const Viewer *viewer, uint8_t arena, int32_t clause, int32_t step) {
    Command command = {.kind = COMMAND_AMEND,
            .actor = viewer->me,
            .at_phase = NONE,
            .a = arena,
            .b = (int16_t)clause,
            .c = (int16_t)step};
    return gate_check(viewer->def, viewer->state, &command).code == VERDICT_OK;
}

void view_amendments(const Viewer *viewer, ViewDecision *card) {
    if (!may(viewer, card->arena, NONE, 0)) return;
    int32_t clauses = def_count(viewer->def, KIND_CLAUSE), count = 0;
    ViewAmendment *list = view_array(viewer, 1 + 2 * clauses, sizeof *list);
    list[count++] = amendment(viewer, card->arena, NONE, 0);
    for (uint8_t clause = 0; clause < clauses; clause++) {
        for (int32_t step = -1; step <= 1; step += 2) {
            if (may(viewer, card->arena, clause, step))
                list[count++] = amendment(viewer, card->arena, clause, step);
        }
    }
    card->amendments = list;
    card->amendments_count = count;
}

// session/view_epilogue.c — two years later, and what everybody kept to itself, once the story is over and the facts are told. Never: before the debrief.
#include "rules/epilogue.h"
#include "rules/scope.h"
#include "session/view_parts.h"

static ViewShock declared(const Viewer *viewer, const EpilogueLine *line) {
    const Shock *shock = &viewer->def->shocks[line->shock];
    TextId result = line->stood ? shock->if_stands : shock->if_falls;
    return (ViewShock){shock->names.name ? say_text(&viewer->say, shock->names.name) : "",
            say_text(&viewer->say, shock->text),
            result ? say_text(&viewer->say, result)
                   : say_word(
                           &viewer->say, line->stood ? SAY_SHOCK_STANDS : SAY_SHOCK_FALLS),
            line->stood};
}

static ViewShock stock(const Viewer *viewer, const EpilogueLine *line) {
    static const SayId names[SHOCK_STOCK_COUNT] = {
            SAY_SHOCK_LEADER, SAY_SHOCK_BUDGET, SAY_SHOCK_COUNTER, SAY_SHOCK_PEOPLE};
    static const SayId falls[SHOCK_STOCK_COUNT] = {SAY_SHOCK_LEADER_FALLS,
            SAY_SHOCK_BUDGET_FALLS, SAY_SHOCK_COUNTER_FALLS, SAY_SHOCK_PEOPLE_FALLS};
    return (ViewShock){say_word(&viewer->say, names[line->shock]), "",
            say_word(&viewer->say, line->stood ? SAY_SHOCK_STANDS : falls[line->shock]),
            line->stood};
}

static void epilogue(Viewer *viewer, ViewEnd *end) {
    EpilogueLine lines[EPILOGUE_MAX];
    int32_t count = epilogue_look(viewer->def, viewer->state, lines);
    ViewShock *list = view_array(viewer, count, sizeof *list);
    for (int32_t i = 0; i < count; i++)
        list[i] = lines[i].stock ? stock(viewer, &lines[i]) : declared(viewer, &lines[i]);
    end->epilogue = list;
    end->epilogue_count = count;
}

static bool came_true(const Viewer *viewer, uint8_t actor, ExprId when) {
    Scope scope;
    scope_plain(&scope, viewer->def, viewer->state, actor);
    return expr_holds(&scope.expr, when);
}

static void mandates(Viewer *viewer, ViewEnd *end, uint16_t told) {
    int32_t actors = def_count(viewer->def, KIND_ACTOR);
    ViewNews *list = view_array(viewer, actors, sizeof *list);
    for (uint8_t actor = 0; actor < actors; actor++) {
        const Mandate *hidden = &viewer->def->actors[actor].hidden;
        TextId text = hidden->reveal ? hidden->reveal : hidden->text;
        if (!text || !((told >> actor) & 1)) continue;
        bool met = came_true(viewer, actor, hidden->when);
        SayWith with = {.who = say_actor(&viewer->say, actor),
                .text = say_text(&viewer->say, text)};
        list[end->mandates_count++] =
                (ViewNews){.text = say_sentence(&viewer->say,
                                   met ? SAY_KEPT_BACK_MET : SAY_KEPT_BACK_NOT, with),
                        .times = 1,
                        .round = viewer->state->round,
                        .actor = actor,
                        .mine = actor == viewer->me,
                        .tone = met ? 1 : 0};
    }
    end->mandates = list;
}

void view_epilogue(Viewer *viewer) {
    if (viewer->state->status < STATUS_DEBRIEF) return;
    epilogue(viewer, &viewer->out->end);
    mandates(viewer, &viewer->out->end, view_unlocked(viewer));
}

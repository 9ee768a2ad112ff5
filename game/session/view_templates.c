// session/view_templates.c — the deals a case suggests to this seat, and whom to call. Never: whether trust allows one.
#include "session/view_parts.h"

static uint16_t partners(const Viewer *viewer, const DealTemplate *one) {
    uint16_t with = 0;
    for (int32_t actor = 0; actor < def_count(viewer->def, KIND_ACTOR); actor++) {
        bool there = viewer->state->seat_by[actor] != BY_NOBODY;
        if (actor != viewer->me && there && ((one->with >> actor) & 1))
            with |= (uint16_t)(1u << actor);
    }
    return with;
}

// As if it had been written in the builder now: a due round that is over becomes this one.
static Promise filled(const Viewer *viewer, const Promise *suggested) {
    Promise promise = *suggested;
    promise.by = promise.by ? (uint8_t)NONE : viewer->me;
    int32_t due = promise.due ? promise.due : viewer->def->rounds;
    promise.due = (uint8_t)core_clamp(due, viewer->state->round, viewer->def->rounds);
    return promise;
}

static ViewDealTemplate template_of(const Viewer *viewer, const DealTemplate *one) {
    const char **promises = view_array(viewer, one->promises_count, sizeof *promises);
    ViewDealTemplate out = {.id = def_text(viewer->def, one->names.id),
            .name = say_text(&viewer->say, one->names.name),
            .text = one->text ? say_text(&viewer->say, one->text) : "",
            .words = one->words ? say_text(&viewer->say, one->words) : "",
            .with = partners(viewer, one),
            .is_public = one->is_public,
            .promises = promises,
            .promises_count = one->promises_count,
            .made_count = one->promises_count};
    memcpy(out.gives, one->gives, sizeof out.gives);
    for (int32_t i = 0; i < one->promises_count; i++) {
        out.made[i] = filled(viewer, &one->promises[i]);
        promises[i] = view_promise_text(viewer, &out.made[i]);
    }
    return out;
}

void view_templates(Viewer *viewer) {
    const Def *def = viewer->def;
    ViewDealTemplate *list = view_array(viewer, def->templates_count, sizeof *list);
    int32_t count = 0;
    for (int32_t i = 0; i < def->templates_count; i++) {
        const DealTemplate *one = &def->templates[i];
        bool mine = (one->who >> viewer->me) & 1;
        if (mine && partners(viewer, one)) list[count++] = template_of(viewer, one);
    }
    viewer->out->templates = list;
    viewer->out->templates_count = count;
}

// What a case asks people to do when it comes too close, and where they can call.
void view_helplines(Viewer *viewer) {
    const Def *def = viewer->def;
    int32_t count = 0, most = 0;
    for (int32_t i = 0; i < def->notes_count; i++)
        most += def->notes[i].kind == NOTE_CONTENT ? 1 + def->notes[i].answers_count : 0;
    const char **list = view_array(viewer, most, sizeof *list);
    for (int32_t i = 0; i < def->notes_count; i++) {
        const Note *note = &def->notes[i];
        if (note->kind != NOTE_CONTENT) continue;
        if (note->because) list[count++] = say_text(&viewer->say, note->because);
        for (int32_t k = 0; k < note->answers_count; k++)
            list[count++] = say_text(&viewer->say, note->answers[k]);
    }
    viewer->out->helplines = list;
    viewer->out->helplines_count = count;
}

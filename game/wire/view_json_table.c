// wire/view_json_table.c — section "table": who is there, who decides, the text, the frames, the rooms. Never: an own secret (section "me").
#include "wire/view_json_parts.h"

static void write_actor(JsonOut *json, const ViewActor *actor) {
    json_open(json, NULL, '{');
    json_text(json, "id", actor->id);
    json_int(json, "i", actor->index);
    json_text(json, "name", actor->name);
    json_text(json, "tag", actor->tag);
    json_some_text(json, "brief", actor->brief);
    json_int(json, "by", actor->by);
    json_some_flag(json, "me", actor->is_me);
    json_some_flag(json, "done", actor->done);
    json_thing(json, "coalition", actor->coalition);
    json_some_text(json, "reasons", actor->reasons);
    json_named(json, "holds", actor->holds, actor->holds_count);
    json_named(json, "standing", actor->standing, actor->standing_count);
    json_number(json, "trusts_me", actor->trust_in_me);
    json_number(json, "my_trust", actor->my_trust);
    json_close(json, '}');
}

static void write_decider(JsonOut *json, const ViewDecider *decider) {
    json_open(json, NULL, '{');
    json_text(json, "id", decider->id);
    json_int(json, "i", decider->index);
    json_text(json, "name", decider->name);
    json_some_text(json, "hint", decider->hint);
    json_text(json, "arena", decider->arena);
    json_some_text(json, "owner", decider->owner);
    json_int(json, "weight", decider->weight);
    json_number(json, "stance", decider->stance);
    json_number(json, "heat", decider->heat);
    json_number(json, "pull", decider->pull);
    json_some_text(json, "known", decider->known);
    json_int(json, "vote", decider->vote);
    json_close(json, '}');
}

static void write_clause(JsonOut *json, const ViewClause *clause) {
    json_open(json, NULL, '{');
    json_text(json, "id", clause->id);
    json_int(json, "i", clause->index);
    json_text(json, "name", clause->name);
    json_texts(json, "levels", clause->levels, clause->levels_count);
    json_int(json, "draft", clause->draft);
    json_int(json, "on_table", clause->on_table);
    if (clause->decided) json_int(json, "law", clause->law);
    json_some_int(
            json, "sticky", (clause->sticky_up ? 1 : 0) - (clause->sticky_down ? 1 : 0));
    json_some_flag(json, "agenda", clause->on_agenda);
    json_thing(json, "wanted", clause->wanted);
    json_close(json, '}');
}

static void write_frame(JsonOut *json, const ViewFrame *frame) {
    json_open(json, NULL, '{');
    json_text(json, "id", frame->id);
    json_int(json, "i", frame->index);
    json_text(json, "name", frame->name);
    json_text(json, "text", frame->text);
    json_some_text(json, "rider", frame->rider);
    json_some_flag(json, "reading", frame->is_reading);
    json_named(json, "adoption", frame->adoption, frame->adoption_count);
    json_close(json, '}');
}

static void write_arena(JsonOut *json, const ViewArena *arena) {
    json_open(json, NULL, '{');
    json_text(json, "id", arena->id);
    json_int(json, "i", arena->index);
    json_text(json, "name", arena->name);
    json_text(json, "how", arena->how);
    json_some_flag(json, "decides", arena->decides);
    json_some_flag(json, "meets", arena->meets_now);
    json_some_flag(json, "in", arena->i_am_in);
    json_some_flag(json, "decided", arena->decided);
    json_some_flag(json, "passed", arena->passed);
    json_some_int(json, "guests", arena->guests);
    json_some_text(json, "called", arena->called);
    json_close(json, '}');
}

void view_json_table(JsonOut *json, const View *view) {
    json_open(json, "actors", '[');
    for (int32_t i = 0; i < view->actors_count; i++)
        write_actor(json, &view->actors[i]);
    json_close(json, ']');
    json_open(json, "deciders", '[');
    for (int32_t i = 0; i < view->deciders_count; i++)
        write_decider(json, &view->deciders[i]);
    json_close(json, ']');
    json_open(json, "clauses", '[');
    for (int32_t i = 0; i < view->clauses_count; i++)
        write_clause(json, &view->clauses[i]);
    json_close(json, ']');
    json_open(json, "frames", '[');
    for (int32_t i = 0; i < view->frames_count; i++)
        write_frame(json, &view->frames[i]);
    json_close(json, ']');
    json_open(json, "arenas", '[');
    for (int32_t i = 0; i < view->arenas_count; i++)
        write_arena(json, &view->arenas[i]);
    json_close(json, ']');
    json_named(json, "world", view->world, view->world_count);
}

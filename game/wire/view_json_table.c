// wire/view_json_table.c — section "table": who is there, who decides, the text, the frames, the rooms. Never: an own secret (section "me").
#include "wire/view_json_parts.h"

static void actor_fixed(JsonOut *json, const ViewActor *actor) {
    json_text(json, "id", actor->id);
    json_int(json, "i", actor->index);
    json_text(json, "name", actor->name);
    json_text(json, "tag", actor->tag);
    json_some_text(json, "brief", actor->brief);
}

static void actor_moving(JsonOut *json, const ViewActor *actor) {
    json_int(json, "by", actor->by);
    json_some_flag(json, "me", actor->is_me);
    json_thing(json, "coalition", actor->coalition);
    json_some_flag(json, "silent", actor->was_silent);
    if (actor->trust_in_me.band)
        json_number(json, "trusts_me", actor->trust_in_me, VIEW_WHOLE);
    if (actor->my_trust.band) json_number(json, "my_trust", actor->my_trust, VIEW_WHOLE);
}

static void write_actor(JsonOut *json, const ViewActor *actor, ViewPart part) {
    json_open(json, NULL, '{');
    if (part_fixed(part)) actor_fixed(json, actor);
    if (part_moving(part)) actor_moving(json, actor);
    json_named(json, "holds", actor->holds, actor->holds_count, part);
    json_named(json, "standing", actor->standing, actor->standing_count, part);
    json_close(json, '}');
}

static void decider_fixed(JsonOut *json, const ViewDecider *decider) {
    json_text(json, "id", decider->id);
    json_int(json, "i", decider->index);
    json_text(json, "name", decider->name);
    json_some_text(json, "hint", decider->hint);
    json_text(json, "arena", decider->arena);
    json_int(json, "arena_i", decider->arena_index);
    json_some_text(json, "owner", decider->owner);
    json_thing(json, "owner_i", decider->owner_index);
    json_int(json, "weight", decider->weight);
}

static void decider_moving(JsonOut *json, const ViewDecider *decider) {
    if (decider->stance.band) json_number(json, "stance", decider->stance, VIEW_WHOLE);
    json_some_text(json, "known", decider->known);
    json_some_text(json, "champion", decider->champion);
    if (decider->vote != 2) json_int(json, "vote", decider->vote);
    if (decider->sign != 2) json_int(json, "sign", decider->sign);
}

static void write_decider(JsonOut *json, const ViewDecider *decider, ViewPart part) {
    json_open(json, NULL, '{');
    if (part_fixed(part)) decider_fixed(json, decider);
    if (part_moving(part)) decider_moving(json, decider);
    json_number(json, "heat", decider->heat, part);
    json_number(json, "pull", decider->pull, part);
    json_close(json, '}');
}

static void clause_moving(JsonOut *json, const ViewClause *clause) {
    json_int(json, "draft", clause->draft);
    json_int(json, "on_table", clause->on_table);
    if (clause->decided) json_int(json, "law", clause->law);
    json_some_int(
            json, "sticky", (clause->sticky_up ? 1 : 0) - (clause->sticky_down ? 1 : 0));
    json_some_flag(json, "agenda", clause->on_agenda);
    json_thing(json, "wanted", clause->wanted);
}

static void write_clause(JsonOut *json, const ViewClause *clause, ViewPart part) {
    json_open(json, NULL, '{');
    if (part_fixed(part)) {
        json_text(json, "id", clause->id);
        json_int(json, "i", clause->index);
        json_text(json, "name", clause->name);
        json_texts(json, "levels", clause->levels, clause->levels_count);
        json_int(json, "c", clause->cell);
    }
    if (part_moving(part)) clause_moving(json, clause);
    json_close(json, '}');
}

static void write_frame(JsonOut *json, const ViewFrame *frame, ViewPart part) {
    json_open(json, NULL, '{');
    if (part_fixed(part)) {
        json_text(json, "id", frame->id);
        json_int(json, "i", frame->index);
        json_text(json, "name", frame->name);
        json_text(json, "text", frame->text);
        json_some_text(json, "rider", frame->rider);
    }
    if (part_moving(part)) json_some_flag(json, "reading", frame->is_reading);
    json_named(json, "adoption", frame->adoption, frame->adoption_count, part);
    json_close(json, '}');
}

static void arena_moving(JsonOut *json, const ViewArena *arena) {
    json_text(json, "how", arena->how);
    json_text(json, "chair_rule", arena->chair_rule);
    json_some_flag(json, "meets", arena->meets_now);
    json_some_flag(json, "in", arena->i_am_in);
    json_some_flag(json, "decided", arena->decided);
    json_some_flag(json, "passed", arena->passed);
    json_some_int(json, "guests", arena->guests);
    json_some_text(json, "called", arena->called);
    json_some_int(json, "candidates", arena->candidates);
    json_thing(json, "elected", arena->elected);
}

static void write_arena(JsonOut *json, const ViewArena *arena, ViewPart part) {
    json_open(json, NULL, '{');
    if (part_fixed(part)) {
        json_text(json, "id", arena->id);
        json_int(json, "i", arena->index);
        json_text(json, "name", arena->name);
        json_some_flag(json, "decides", arena->decides);
    }
    if (part_moving(part)) arena_moving(json, arena);
    json_close(json, '}');
}

static void write_coalition(JsonOut *json, const ViewCoalition *coalition) {
    json_open(json, NULL, '{');
    json_int(json, "slot", coalition->slot);
    json_text(json, "name", coalition->name);
    json_text(json, "members", coalition->members_text);
    json_int(json, "mask", coalition->members);
    json_thing(json, "lead", coalition->lead);
    json_close(json, '}');
}

static void write_coalitions(JsonOut *json, const View *view) {
    json_open(json, "coalitions", '[');
    for (int32_t i = 0; i < view->coalitions_count; i++)
        write_coalition(json, &view->coalitions[i]);
    json_close(json, ']');
}

void view_json_table(JsonOut *json, const View *view, ViewPart part) {
    json_open(json, "actors", '[');
    for (int32_t i = 0; i < view->actors_count; i++)
        write_actor(json, &view->actors[i], part);
    json_close(json, ']');
    json_open(json, "deciders", '[');
    for (int32_t i = 0; i < view->deciders_count; i++)
        write_decider(json, &view->deciders[i], part);
    json_close(json, ']');
    json_open(json, "clauses", '[');
    for (int32_t i = 0; i < view->clauses_count; i++)
        write_clause(json, &view->clauses[i], part);
    json_close(json, ']');
    json_open(json, "frames", '[');
    for (int32_t i = 0; i < view->frames_count; i++)
        write_frame(json, &view->frames[i], part);
    json_close(json, ']');
    json_open(json, "arenas", '[');
    for (int32_t i = 0; i < view->arenas_count; i++)
        write_arena(json, &view->arenas[i], part);
    json_close(json, ']');
    json_named(json, "world", view->world, view->world_count, part);
    if (part_moving(part)) write_coalitions(json, view);
}

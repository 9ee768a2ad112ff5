// session/view_table.c — actors, deciders, arenas, the numbers of all and my own. Never: what belongs to another team alone.
#include "base/utf8.h"
#include "rules/gate.h"
#include "session/view_parts.h"
#include <string.h>

// Two letters: capitals of the name's words, else its first two letters.
static const char *tag_of(const Viewer *viewer, const char *name) {
    char tag[9] = "";
    size_t length = strlen(name), at = 0, written = 0;
    bool fresh = true;
    for (int32_t letters = 0; at < length && letters < 2;) {
        size_t before = at;
        uint32_t letter = utf8_next(name, length, &at);
        bool space = letter == ' ' || letter == '-' || letter == '\'';
        if (!space && fresh && written + (at - before) < sizeof tag) {
            memcpy(tag + written, name + before, at - before);
            written += at - before;
            letters++;
        }
        fresh = space;
    }
    return region_copy_text(&viewer->out->region, tag, written);
}

static const char *track_name(
        const Viewer *viewer, int32_t track, int32_t row, int32_t column) {
    return view_wants_names(viewer) ? say_track(&viewer->say, track, row, column) : "";
}

static const ViewNamed *holdings(const Viewer *viewer, int32_t actor, int32_t *count) {
    const Def *def = viewer->def;
    ViewNamed *named = view_array(viewer, def_count(def, KIND_RESOURCE), sizeof *named);
    *count = 0;
    for (int32_t r = 0; r < def_count(def, KIND_RESOURCE); r++) {
        bool exact = false;
        if (!view_may_read(viewer, TRACK_RESOURCE, actor, r, &exact)) continue;
        named[(*count)++] =
                (ViewNamed){.name = track_name(viewer, TRACK_RESOURCE, actor, r),
                        .number = view_number(viewer, TRACK_RESOURCE, actor, r),
                        .icon = def_id(def, (Thing){KIND_RESOURCE, (uint8_t)r}),
                        .key = def_id(def, (Thing){KIND_RESOURCE, (uint8_t)r})};
    }
    return named;
}

static const ViewNamed *standing(const Viewer *viewer, int32_t actor, int32_t *count) {
    const Def *def = viewer->def;
    *count = def_count(def, KIND_AUDIENCE);
    ViewNamed *named = view_array(viewer, *count, sizeof *named);
    for (int32_t a = 0; a < *count; a++) {
        named[a] = (ViewNamed){.name = track_name(viewer, TRACK_LEGITIMACY, actor, a),
                .number = view_number(viewer, TRACK_LEGITIMACY, actor, a),
                .icon = def_id(def, (Thing){KIND_AUDIENCE, (uint8_t)a}),
                .key = def_id(def, (Thing){KIND_AUDIENCE, (uint8_t)a})};
    }
    return named;
}

static void name_actor(const Viewer *viewer, uint8_t i, ViewActor *actor) {
    actor->tag = actor->name = actor->brief = "";
    actor->id = def_id(viewer->def, (Thing){KIND_ACTOR, i});
    if (!view_wants_names(viewer)) return;
    actor->name = say_actor(&viewer->say, i);
    actor->tag = tag_of(viewer, actor->name);
    actor->brief = say_text(&viewer->say, viewer->def->actors[i].brief);
}

static void actors(Viewer *viewer) {
    const Def *def = viewer->def;
    int32_t count = def_count(def, KIND_ACTOR);
    ViewActor *list = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        ViewActor *actor = &list[i];
        name_actor(viewer, i, actor);
        actor->index = i;
        actor->by = viewer->state->seat_by[i];
        actor->is_me = i == viewer->me;
        // Of others only "n of m" is told while lists are sealed.
        actor->done = actor->is_me && ((viewer->state->done >> i) & 1);
        actor->coalition = state_coalition_of(viewer->state, i);
        actor->was_silent = (viewer->state->silent_last >> i) & 1;
        actor->holds = holdings(viewer, i, &actor->holds_count);
        actor->standing = standing(viewer, i, &actor->standing_count);
        actor->trust_in_me = (ViewNumber){.cell = UINT16_MAX, .word = "", .kind = ""};
        actor->my_trust = actor->trust_in_me;
        for (int32_t size = 1; size <= 3; size++)
            actor->size_closed[size - 1] = view_wants(viewer, VIEW_IN_FULL)
                                                   ? view_size_closed(viewer, i, size)
                                                   : "";
        if (actor->is_me || !view_is_seat(viewer)) continue;
        actor->my_trust = view_number(viewer, TRACK_TRUST, viewer->me, i);
        actor->trust_in_me = view_number(viewer, TRACK_TRUST, i, viewer->me);
    }
    viewer->out->actors = list;
    viewer->out->actors_count = count;
}

static const char *best_level(
        const Viewer *viewer, const Decider *decider, int32_t clause) {
    int32_t best = 0;
    for (int32_t level = 1; level < viewer->def->clauses[clause].levels_count; level++) {
        if (decider->values[clause][level] > decider->values[clause][best]) best = level;
    }
    return say_text(&viewer->say, viewer->def->clauses[clause].levels[best]);
}

static const char *known_of(const Viewer *viewer, uint8_t index) {
    const Def *def = viewer->def;
    const Decider *decider = &def->deciders[index];
    bool all = decider->owner == viewer->me || viewer->state->status >= STATUS_DEBRIEF;
    uint32_t learned = all ? UINT32_MAX : view_learned(viewer, index);
    Buffer text = {0};
    for (uint8_t c = 0; c < def_count(def, KIND_CLAUSE); c++) {
        if (!(learned & ((uint32_t)FACT_VALUE_0 << c))) continue;
        SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_CLAUSE, c}),
                .text = best_level(viewer, decider, c)};
        buffer_format(&text, "%s%s", text.length ? "\n" : "",
                say_sentence(&viewer->say, SAY_KNOWN_VALUES, with));
    }
    for (uint8_t f = 0; f < def_count(def, KIND_FRAME); f++) {
        if (!(learned & ((uint32_t)FACT_RESONANCE_0 << f))) continue;
        int32_t ear = decider->resonance[f];
        SayId id = ear > 0 ? SAY_KNOWN_FRAME_GOOD
                           : (ear < 0 ? SAY_KNOWN_FRAME_BAD : SAY_KNOWN_FRAME_NONE);
        SayWith with = {.what = say_thing(&viewer->say, (Thing){KIND_FRAME, f})};
        buffer_format(&text, "%s%s", text.length ? "\n" : "",
                say_sentence(&viewer->say, id, with));
    }
    const char *result =
            region_copy_text(&viewer->out->region, text.data ? text.data : "", text.length);
    buffer_free(&text);
    return result;
}

// What it showed in an indicative vote, to who was there.
static int8_t sign_of(const Viewer *viewer, uint8_t decider) {
    bool saw = view_in(viewer, viewer->state->shown_to[decider]);
    return saw || viewer->state->status >= STATUS_DEBRIEF ? viewer->state->shown[decider]
                                                          : 2;
}

static void name_decider(const Viewer *viewer, const Decider *decider, ViewDecider *out) {
    out->name = out->hint = out->arena = out->owner = "";
    if (!view_wants_names(viewer)) return;
    out->name = say_thing(&viewer->say, (Thing){KIND_DECIDER, out->index});
    out->hint = say_text(&viewer->say, decider->hint);
    out->arena = say_thing(&viewer->say, (Thing){KIND_ARENA, decider->arena});
    out->owner = say_actor(&viewer->say, decider->owner);
}

static void deciders(Viewer *viewer) {
    const Def *def = viewer->def;
    int32_t count = def_count(def, KIND_DECIDER);
    ViewDecider *list = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        const Decider *decider = &def->deciders[i];
        list[i] = (ViewDecider){.id = def_id(def, (Thing){KIND_DECIDER, i}),
                .index = i,
                .arena_index = decider->arena,
                .owner_index = decider->owner,
                .weight = decider->weight,
                .stance = view_number(viewer, TRACK_STANCE, i, 0),
                .heat = view_number(viewer, TRACK_HEAT, i, 0),
                .pull = view_number(viewer, TRACK_PULL, i, 0),
                .known = known_of(viewer, i),
                .champion = view_champion_text(viewer, i),
                .vote = viewer->state->vote[i],
                .sign = sign_of(viewer, i)};
        name_decider(viewer, decider, &list[i]);
    }
    viewer->out->deciders = list;
    viewer->out->deciders_count = count;
}

static const char *arena_how(const Viewer *viewer, uint8_t index) {
    const Arena *arena = &viewer->def->arenas[index];
    uint16_t members = 0;
    for (uint8_t i = 0; i < def_count(viewer->def, KIND_ACTOR); i++) {
        if (state_holds_place(viewer->state, i, index)) members |= (uint16_t)(1u << i);
    }
    const char *who = members ? say_actors(&viewer->say, members)
                              : say_word(&viewer->say, SAY_ARENA_EMPTY);
    SayWith with = {.text = who};
    return say_sentence(&viewer->say,
            arena->decides != NONE ? SAY_ARENA_DECIDES : SAY_ARENA_MEETS, with);
}

// Whom this seat may bring into the room as a guest at this moment.
static uint16_t guests_of(const Viewer *viewer, uint8_t arena) {
    uint16_t guests = 0;
    if (!view_is_seat(viewer)) return 0;
    Command invite = {
            .kind = COMMAND_INVITE, .actor = viewer->me, .at_phase = NONE, .b = arena};
    for (uint8_t i = 0; i < def_count(viewer->def, KIND_ACTOR); i++) {
        invite.a = i;
        Verdict verdict = gate_check(viewer->def, viewer->state, &invite);
        if (verdict.code == VERDICT_OK) guests |= (uint16_t)(1u << i);
    }
    return guests;
}

static void election(const Viewer *viewer, uint8_t index, ViewArena *out) {
    static const SayId rules[] = {
            SAY_CHAIR_FIXED, SAY_CHAIR_ROTATING, SAY_CHAIR_ELECTED, SAY_CHAIR_LOT};
    out->chair_rule =
            say_word(&viewer->say, rules[viewer->state->rules_of[index].chair & 3]);
    out->elected = NONE;
    if (!view_is_seat(viewer)) return;
    uint8_t said = viewer->state->chair_vote[index][viewer->me];
    out->elected = said ? (uint8_t)(said - 1) : (uint8_t)NONE;
    Command vote = {
            .kind = COMMAND_CHAIR_VOTE, .actor = viewer->me, .at_phase = NONE, .b = index};
    for (uint8_t i = 0; i < def_count(viewer->def, KIND_ACTOR); i++) {
        vote.a = i;
        Verdict verdict = gate_check(viewer->def, viewer->state, &vote);
        if (verdict.code == VERDICT_OK) out->candidates |= (uint16_t)(1u << i);
    }
    out->may_elect = out->candidates != 0;
}

static void arenas(Viewer *viewer) {
    int32_t count = def_count(viewer->def, KIND_ARENA);
    ViewArena *list = view_array(viewer, count, sizeof *list);
    for (uint8_t i = 0; i < count; i++) {
        const Decision *decision = &viewer->state->decision[i];
        bool now = viewer->out->phase_kind == PHASE_MEETING
                   && viewer->state->meetings[viewer->state->meeting & 3] == i;
        list[i] = (ViewArena){.id = def_id(viewer->def, (Thing){KIND_ARENA, i}),
                .name = view_wants_names(viewer)
                                ? say_thing(&viewer->say, (Thing){KIND_ARENA, i})
                                : "",
                .how = arena_how(viewer, i),
                .index = i,
                .decides = viewer->def->arenas[i].decides != NONE,
                .meets_now = now,
                .i_am_in = view_is_seat(viewer)
                           && state_holds_place(viewer->state, viewer->me, i),
                .guests = guests_of(viewer, i),
                .called = view_called_text(viewer, i),
                .decided = decision->done,
                .passed = decision->passed};
        election(viewer, i, &list[i]);
    }
    viewer->out->arenas = list;
    viewer->out->arenas_count = count;
}

static bool shown_memory(const Track *track) { return track->shown != 3; }

void view_world(Viewer *viewer) {
    const Def *def = viewer->def;
    int32_t most = def_count(def, KIND_ISSUE) + 1 + MEMORIES_MAX, count = 0;
    ViewNamed *list = view_array(viewer, most, sizeof *list);
    for (int32_t i = 0; i < def_count(def, KIND_ISSUE); i++) {
        list[count++] = (ViewNamed){track_name(viewer, TRACK_PUBLIC, i, 0),
                view_number(viewer, TRACK_PUBLIC, i, 0), "public",
                def_id(def, (Thing){KIND_ISSUE, (uint8_t)i})};
    }
    list[count++] = (ViewNamed){say_word(&viewer->say, SAY_CIVIC),
            view_number(viewer, TRACK_CIVIC, 0, 0), "civic", "civic"};
    for (int32_t id = TRACK_MEMORY; id < def->tracks_count; id++) {
        const Track *track = &def->tracks[id];
        if (track->row != KIND_NONE || !shown_memory(track)) continue;
        ViewNumber number = view_number(viewer, id, 0, 0);
        if (number.band)
            list[count++] = (ViewNamed){
                    track_name(viewer, id, 0, 0), number, "", def_text(def, track->id)};
    }
    viewer->out->world = list;
    viewer->out->world_count = count;
}

void view_mine(Viewer *viewer) {
    static const uint8_t own[] = {
            TRACK_TIME, TRACK_VOICE, TRACK_EVIDENCE, TRACK_STORY, TRACK_FATIGUE};
    const Def *def = viewer->def;
    int32_t most = (int32_t)ARRAY_COUNT(own) + RESOURCES_MAX + AUDIENCES_MAX + MEMORIES_MAX,
            count = 0, part = 0;
    ViewNamed *list = view_array(viewer, most, sizeof *list);
    const ViewNamed *holds = holdings(viewer, viewer->me, &part);
    for (int32_t i = 0; i < part; i++)
        list[count++] = holds[i];
    const ViewNamed *stands = standing(viewer, viewer->me, &part);
    for (int32_t i = 0; i < part; i++)
        list[count++] = stands[i];
    for (size_t i = 0; i < ARRAY_COUNT(own); i++) {
        list[count++] = (ViewNamed){track_name(viewer, own[i], viewer->me, 0),
                view_number(viewer, own[i], viewer->me, 0),
                track_row((TrackId)own[i])->name, track_row((TrackId)own[i])->name};
    }
    for (int32_t id = TRACK_MEMORY; id < def->tracks_count; id++) {
        const Track *track = &def->tracks[id];
        if (track->row != KIND_ACTOR || track->column != KIND_NONE || !shown_memory(track))
            continue;
        ViewNumber number = view_number(viewer, id, viewer->me, 0);
        if (!number.band) continue;
        list[count++] = (ViewNamed){track_name(viewer, id, viewer->me, 0), number, "",
                def_text(def, track->id)};
    }
    for (int32_t i = 0; i < count; i++) // one's own numbers always stand here
        list[i].number.fixed = true;
    viewer->out->mine = list;
    viewer->out->mine_count = count;
}

void view_table(Viewer *viewer) {
    actors(viewer);
    deciders(viewer);
    arenas(viewer);
    view_world(viewer);
}

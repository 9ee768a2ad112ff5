// wire/seat_view_table.c — section "table" and the words of all: who is there, who decides, the text, the rooms. Never: a thing at another place than its number.
#include "wire/seat_view_parts.h"

// Others find a thing by its number, so it must stand at that place.
static uint8_t own_place(SeatRead *read, Laid item, int32_t place) {
    if (seat_read_int_or(read, item.fixed, "i", -1, -1, NONE) != place) read->bad = true;
    return (uint8_t)place;
}

// Both parts of a list; the fixed one counts.
static Laid both(SeatRead *read, const char *key, int32_t most, int32_t *count) {
    Laid table = {
            mirror_words(read->mirror, "table"), mirror_section(read->mirror, "table")};
    (void)seat_read_list(read, table.fixed, key, most, count);
    return seat_laid_member(table, key);
}

// ---- words of all ------------------------------------------------------------------------------------------------

enum { BAND_KINDS_MAX = 32, NAMES_OF_KIND_MAX = 64, BANDS = 5 };

static void read_bands(SeatRead *read, const json_t *words) {
    const char *kind;
    json_t *list;
    const json_t *bands = json_object_get(words, "bands");
    ViewBands *out = seat_read_array(read, BAND_KINDS_MAX, sizeof *out);
    int32_t count = 0;
    json_object_foreach((json_t *)(uintptr_t)bands, kind, list) {
        int32_t texts_count = 0;
        if (count == BAND_KINDS_MAX) break;
        const char *const *texts = seat_read_texts(read, bands, kind, BANDS, &texts_count);
        out[count].kind = region_copy_text(read->region, kind, strlen(kind));
        for (int32_t i = 0; i < BANDS; i++)
            out[count].words[i] = i < texts_count ? texts[i] : "";
        count++;
    }
    read->view->bands = out;
    read->view->bands_count = count;
}

static void read_kind_names(SeatRead *read, const json_t *words) {
    const json_t *names = json_object_get(words, "names");
    ViewNames *out = seat_read_array(read, KIND_COUNT, sizeof *out);
    int32_t count = 0;
    for (int32_t kind = 1; kind < KIND_COUNT; kind++) {
        const char *key = region_format(read->region, "%d", kind);
        if (!json_object_get(names, key)) continue;
        out[count].kind = (uint8_t)kind;
        out[count].names =
                seat_read_texts(read, names, key, NAMES_OF_KIND_MAX, &out[count].count);
        count++;
    }
    read->view->names = out;
    read->view->names_count = count;
}

static void read_some(
        SeatRead *read, const json_t *in, const char *key, const char **out, int32_t most) {
    int32_t count = 0;
    const char *const *texts = seat_read_texts(read, in, key, most, &count);
    for (int32_t i = 0; i < most; i++)
        out[i] = i < count ? texts[i] : "";
}

static void read_group_words(SeatRead *read, const json_t *words) {
    const json_t *group = json_object_get(words, "group");
    ViewGroupWords *out = &read->view->group_words;
    read_some(read, group, "lights", out->lights, 5);
    read_some(read, group, "lights_about", out->lights_about, 5);
    read_some(read, group, "flags_about", out->flags_about, 3);
    read_some(read, group, "backbone_about", out->backbone_about, 3);
}

// ---- the table ---------------------------------------------------------------------------------------------------

static ViewActor read_actor(SeatRead *read, Laid item, int32_t place) {
    ViewActor actor = {
            .id = seat_read_text(read, item.fixed, "id"),
            .name = seat_read_text(read, item.fixed, "name"),
            .tag = seat_read_text(read, item.fixed, "tag"),
            .brief = seat_read_text(read, item.fixed, "brief"),
            .index = own_place(read, item, place),
            .by = (uint8_t)seat_read_int(read, item.moving, "by", 0, NONE),
            .is_me = held_flag(item.moving, "me"),
            .coalition = seat_read_place(read, item.moving, "coalition", COALITIONS_MAX),
            .was_silent = held_flag(item.moving, "silent"),
            .trust_in_me = seat_read_moving_number(read, item.moving, "trusts_me"),
            .my_trust = seat_read_moving_number(read, item.moving, "my_trust"),
            .size_closed = {"", "", ""}
    };
    actor.holds =
            seat_read_named(read, seat_laid_member(item, "holds"), &actor.holds_count);
    actor.standing = seat_read_named(
            read, seat_laid_member(item, "standing"), &actor.standing_count);
    return actor;
}

static void read_actors(SeatRead *read) {
    View *view = read->view;
    Laid list = both(read, "actors", ACTORS_MAX, &view->actors_count);
    ViewActor *actors = seat_read_array(read, view->actors_count, sizeof *actors);
    for (int32_t i = 0; i < view->actors_count; i++)
        actors[i] = read_actor(read, seat_laid_item(list, i), i);
    view->actors = actors;
}

static ViewDecider read_decider(SeatRead *read, Laid item, int32_t place) {
    const View *view = read->view;
    return (ViewDecider){.id = seat_read_text(read, item.fixed, "id"),
            .name = seat_read_text(read, item.fixed, "name"),
            .hint = seat_read_text(read, item.fixed, "hint"),
            .arena = seat_read_text(read, item.fixed, "arena"),
            .owner = seat_read_text(read, item.fixed, "owner"),
            .index = own_place(read, item, place),
            .arena_index = seat_read_must(read, item.fixed, "arena_i", view->arenas_count),
            .owner_index = seat_read_place(read, item.fixed, "owner_i", view->actors_count),
            .weight = (int16_t)seat_read_int(read, item.fixed, "weight", 0, INT16_MAX),
            .stance = seat_read_moving_number(read, item.moving, "stance"),
            .known = seat_read_text(read, item.moving, "known"),
            .champion = seat_read_text(read, item.moving, "champion"),
            .vote = (int8_t)seat_read_int_or(read, item.moving, "vote", 2, -1, 2),
            .sign = (int8_t)seat_read_int_or(read, item.moving, "sign", 2, -1, 2),
            .heat = seat_read_number(read, seat_laid_member(item, "heat"), "heat"),
            .pull = seat_read_number(read, seat_laid_member(item, "pull"), "plain")};
}

static void read_deciders(SeatRead *read) {
    View *view = read->view;
    Laid list = both(read, "deciders", DECIDERS_MAX, &view->deciders_count);
    ViewDecider *deciders = seat_read_array(read, view->deciders_count, sizeof *deciders);
    for (int32_t i = 0; i < view->deciders_count; i++)
        deciders[i] = read_decider(read, seat_laid_item(list, i), i);
    view->deciders = deciders;
}

static ViewClause read_clause(SeatRead *read, Laid item, int32_t place) {
    ViewClause clause = {.id = seat_read_text(read, item.fixed, "id"),
            .name = seat_read_text(read, item.fixed, "name"),
            .index = own_place(read, item, place),
            .cell = (uint16_t)seat_read_int(read, item.fixed, "c", 0, UINT16_MAX),
            .decided = json_object_get(item.moving, "law") != NULL,
            .on_agenda = held_flag(item.moving, "agenda")};
    clause.levels =
            seat_read_texts(read, item.fixed, "levels", LEVELS_MAX, &clause.levels_count);
    clause.draft = seat_read_must(read, item.moving, "draft", clause.levels_count);
    clause.on_table = seat_read_must(read, item.moving, "on_table", clause.levels_count);
    if (clause.decided)
        clause.law = seat_read_must(read, item.moving, "law", clause.levels_count);
    clause.wanted = seat_read_place(read, item.moving, "wanted", clause.levels_count);
    int32_t sticky = seat_read_int_or(read, item.moving, "sticky", 0, -1, 1);
    clause.sticky_up = sticky > 0;
    clause.sticky_down = sticky < 0;
    return clause;
}

static void read_clauses(SeatRead *read) {
    View *view = read->view;
    Laid list = both(read, "clauses", CLAUSES_MAX, &view->clauses_count);
    ViewClause *clauses = seat_read_array(read, view->clauses_count, sizeof *clauses);
    for (int32_t i = 0; i < view->clauses_count; i++)
        clauses[i] = read_clause(read, seat_laid_item(list, i), i);
    view->clauses = clauses;
}

static void read_frames(SeatRead *read) {
    View *view = read->view;
    Laid list = both(read, "frames", FRAMES_MAX, &view->frames_count);
    ViewFrame *frames = seat_read_array(read, view->frames_count, sizeof *frames);
    for (int32_t i = 0; i < view->frames_count; i++) {
        Laid item = seat_laid_item(list, i);
        frames[i] = (ViewFrame){.id = seat_read_text(read, item.fixed, "id"),
                .name = seat_read_text(read, item.fixed, "name"),
                .text = seat_read_text(read, item.fixed, "text"),
                .rider = seat_read_text(read, item.fixed, "rider"),
                .index = own_place(read, item, i),
                .is_reading = held_flag(item.moving, "reading")};
        frames[i].adoption = seat_read_named(
                read, seat_laid_member(item, "adoption"), &frames[i].adoption_count);
    }
    view->frames = frames;
}

static ViewArena read_arena(SeatRead *read, Laid item, int32_t place) {
    return (ViewArena){.id = seat_read_text(read, item.fixed, "id"),
            .name = seat_read_text(read, item.fixed, "name"),
            .index = own_place(read, item, place),
            .decides = held_flag(item.fixed, "decides"),
            .how = seat_read_text(read, item.moving, "how"),
            .chair_rule = seat_read_text(read, item.moving, "chair_rule"),
            .meets_now = held_flag(item.moving, "meets"),
            .i_am_in = held_flag(item.moving, "in"),
            .decided = held_flag(item.moving, "decided"),
            .passed = held_flag(item.moving, "passed"),
            .guests = seat_read_bits(read, item.moving, "guests"),
            .called = seat_read_text(read, item.moving, "called"),
            .candidates = seat_read_bits(read, item.moving, "candidates"),
            .may_elect = json_object_get(item.moving, "candidates") != NULL,
            .elected = seat_read_place(
                    read, item.moving, "elected", read->view->actors_count)};
}

static void read_arenas(SeatRead *read) {
    View *view = read->view;
    Laid list = both(read, "arenas", ARENAS_MAX, &view->arenas_count);
    ViewArena *arenas = seat_read_array(read, view->arenas_count, sizeof *arenas);
    for (int32_t i = 0; i < view->arenas_count; i++)
        arenas[i] = read_arena(read, seat_laid_item(list, i), i);
    view->arenas = arenas;
}

// What everybody may know of groups; a seat hears more of them in section "back".
static void read_coalitions(SeatRead *read) {
    View *view = read->view;
    const json_t *list = seat_read_list(read, mirror_section(read->mirror, "table"),
            "coalitions", COALITIONS_MAX, &view->coalitions_count);
    ViewCoalition *out = seat_read_array(read, view->coalitions_count, sizeof *out);
    for (int32_t i = 0; i < view->coalitions_count; i++) {
        const json_t *item = json_array_get(list, (size_t)i);
        out[i] = (ViewCoalition){.slot = seat_read_must(read, item, "slot", COALITIONS_MAX),
                .name = seat_read_text(read, item, "name"),
                .members_text = seat_read_text(read, item, "members"),
                .members = seat_read_bits(read, item, "mask"),
                .lead = seat_read_place(read, item, "lead", view->actors_count),
                .rule_text = "",
                .frame = "",
                .agenda_text = "",
                .warning = "",
                .books = "",
                .backbone = "",
                .leaving = "",
                .backbone_actor = NONE};
    }
    view->coalitions = out;
}

void seat_read_table(SeatRead *read) {
    const json_t *words = mirror_section(read->mirror, "words");
    read_bands(read, words);
    read_kind_names(read, words);
    read_group_words(read, words);
    read_actors(read);
    read_arenas(read);
    read_deciders(read);
    read_clauses(read);
    read_frames(read);
    read_coalitions(read);
    Laid table = {
            mirror_words(read->mirror, "table"), mirror_section(read->mirror, "table")};
    read->view->world = seat_read_named(
            read, seat_laid_member(table, "world"), &read->view->world_count);
}

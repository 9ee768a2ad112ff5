// scenario/load.c — the order in which a pack becomes a Def. Never: knows a single word (the files of the families do).
#include "scenario/load.h"
#include "scenario/work.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---- running the files --------------------------------------------------------------------------------

static WordForm form_of(const SchemaWord *word) {
    switch (word->id) {
    case STYLE_NONE: return WORD_BODY;
    case STYLE_TEXT: return WORD_ID_TEXT;
    case STYLE_ON: return WORD_MOMENT;
    case STYLE_ID:
    case STYLE_TITLE: return core_same(word->name, "use") ? WORD_ID_MAYBE : WORD_ID_BODY;
    }
    return WORD_ID_BODY;
}

static WordId id_of(const SchemaWord *word) {
    if (word->id == STYLE_TITLE) return WORD_ID_TITLE;
    if (core_same(word->name, "use")) return WORD_ID_PACK;
    return core_same(word->name, "change") ? WORD_ID_PATH : WORD_ID_PLAIN;
}

static bool is_test_word(const SchemaWord *word) { return word->id == STYLE_TITLE; }

// The words of one kind of file; others are known but refused there.
static const ScriptWord *words_for(Load *load, bool tests, bool scenario, int32_t *count) {
    *count = schema_words_count();
    ScriptWord *words = region_take(&load->out->region, sizeof *words * (size_t)*count);
    for (int32_t i = 0; i < *count; i++) {
        const SchemaWord *word = schema_word_at(i);
        words[i] =
                (ScriptWord){.name = word->name, .form = form_of(word), .id = id_of(word)};
        // A simulation may also stand beside what it tries out.
        if (tests && !is_test_word(word))
            words[i].elsewhere = "Only test and simulate stand in tests/.";
        if (!tests && core_same(word->name, "test"))
            words[i].elsewhere = "Tests stand in tests/, one file or several.";
        if (core_same(word->name, "pack"))
            words[i].elsewhere = "pack stands alone in pack.lua.";
        if (!scenario && core_same(word->name, "scenario")) {
            words[i].elsewhere = "A plugin has no scenario; that word belongs to a case.";
        }
    }
    return words;
}

static Machine *machine_for(Load *load, const Unit *unit, bool tests) {
    MachineSetup setup = {0};
    setup.words = words_for(load, tests, unit->scenario, &setup.words_count);
    Machine *machine = machine_create(&setup);
    load->out->machines[load->out->machines_count++] = machine;
    return machine;
}

static void run_files(Load *load, Machine *machine, const Unit *unit, const char *folder) {
    int32_t at = 0;
    const PackFile *file;
    while ((file = pack_next(unit->pack, folder, ".lua", true, &at)) != NULL) {
        if (core_same(file->name, "pack.lua")) continue;
        const char *name = unit_file(load, unit, file->name);
        if (!machine_run_file(machine, name, file->bytes, load->diags))
            load->incomplete = true;
    }
    if (machine_decls(machine)->incomplete) load->incomplete = true;
}

static void add_items(Load *load, Unit *unit) {
    const DeclList *decls = machine_decls(unit->machine);
    for (int32_t i = 0; i < decls->count; i++) {
        const Decl *decl = &decls->items[i];
        int32_t word = schema_word(decl->word);
        if (word < 0) continue;
        load->items[load->items_count++] = (Item){.decl = decl,
                .unit = unit,
                .word = schema_word_at(word),
                .id = decl->id,
                .index = -1,
                .names = region_take(load->region, sizeof(Names))};
        names_classify(&load->items[load->items_count - 1], &load->words[word]);
    }
}

static void run_units(Load *load) {
    int32_t count = 0;
    for (int32_t i = 0; i < load->units_count; i++) {
        Unit *unit = &load->units[i];
        unit->machine = machine_for(load, unit, false);
        if (!unit->decl) continue;
        run_files(load, unit->machine, unit, "");
        count += machine_decls(unit->machine)->count;
    }
    load->items = region_take(load->region, sizeof *load->items * (size_t)(count + 1));
    load->words = names_words(load);
    for (int32_t i = 0; i < load->units_count; i++)
        add_items(load, &load->units[i]);
}

// ---- the one scenario --------------------------------------------------------------------------------------

static void find_scenario(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (!core_same(item->word->name, "scenario") || item->dropped) continue;
        if (load->scenario_item) {
            At at = at_item(item);
            complain(load, "E208", &at, PLACE_KEY,
                    "There must be exactly one scenario { }; the first is in %s:%d.",
                    load->scenario_item->decl->file, load->scenario_item->decl->line);
            continue;
        }
        load->scenario_item = item;
    }
    const Unit *unit = &load->units[load->units_count - 1];
    if (load->scenario_item || load->incomplete || !unit->scenario) return;
    Diag *diag = diags_add(load->diags, "E208", "scenario.lua", 1, 1,
            "There must be exactly one scenario { … }.");
    diag_fix(diag, "scenario { opening = \"…\" }");
}

// ---- names before everything else, so that programs find them ----------------------------------------------------

static Names *names_slot(Def *def, const Item *item) {
    Kind kind = kind_of_word(item->word->name);
    int32_t i = item->index;
    switch (kind) {
    case KIND_ACTOR: return &def->actors[i].names;
    case KIND_RESOURCE: return &def->resources[i].names;
    case KIND_AUDIENCE: return &def->audiences[i];
    case KIND_DECIDER: return &def->deciders[i].names;
    case KIND_ARENA: return &def->arenas[i].names;
    case KIND_ISSUE: return &def->issues[i].names;
    case KIND_CLAUSE: return &def->clauses[i].names;
    case KIND_FRAME: return &def->frames[i].names;
    case KIND_COALITION: return &def->coalitions[i].names;
    case KIND_NONE:
    case KIND_POSITION:
    case KIND_LINE:
    case KIND_ITEM:
    case KIND_READING:
    case KIND_CLAIM:
    case KIND_OFFER:
    case KIND_COUNT: break;
    }
    const char *word = item->word->name;
    if (core_same(word, "decision_rule")) return &def->decision_rules[i].names;
    if (core_same(word, "happening")) return &def->happenings[i].names;
    if (core_same(word, "window")) return &def->windows[i].names;
    if (core_same(word, "ending")) return &def->endings[i].names;
    if (core_same(word, "shock")) return &def->shocks[i].names;
    return core_same(word, "persona") ? &def->personas[i].names : NULL;
}

static void enter_names(Load *load) {
    static const char cards[] = "journal quiz debrief cue source";
    Def *def = load->def;
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        bool card = core_same(item->word->name, "text")
                    || schema_has_word(cards, item->word->name);
        if (item->dropped || card || !names_declares(item)) continue;
        Names names = texts_names(load, item);
        Names *slot = item->index < 0 ? NULL : names_slot(def, item);
        if (slot) *slot = names;
        if (item->index < 0 || item->space != SPACE_MOVES) continue;
        Move *move = &def->moves[item->index];
        move->id = names.id;
        move->name = names.name;
        move->about = names.about;
    }
}

// A game depends on its plugins as on the case: together they have one hash.
static Digest hash_of(const Load *load) {
    // Another time plan is another game: a session goes on only with the plan it was started in.
    bool other = load->other_format || load->turned;
    if (load->units_count == 1 && !other) return load->units[0].pack->hash;
    DigestStream stream;
    digest_start(&stream);
    for (int32_t i = 0; i < load->units_count; i++) {
        const Unit *unit = &load->units[i];
        digest_add_piece(&stream, unit->id, strlen(unit->id));
        digest_add_piece(&stream, unit->pack->hash.bytes, sizeof unit->pack->hash.bytes);
    }
    if (load->other_format)
        digest_add_piece(&stream, load->format_item->id, strlen(load->format_item->id));
    if (load->turned)
        digest_add_piece(&stream, load->options->format, strlen(load->options->format));
    return digest_end(&stream);
}

static void enter_pack(Load *load) {
    Def *def = load->def;
    Unit unit = load->units[load->units_count - 1];
    unit.machine = unit.manifest;
    const Item item = {.decl = unit.decl,
            .unit = &unit,
            .word = schema_word_at(schema_word("pack")),
            .id = "",
            .index = -1};
    const char *const fields[] = {
            "id", "version", "title", "summary", "language", "license"};
    PoolId *slots[] = {&def->id, &def->version, &def->title, &def->summary, &def->language,
            &def->license};
    for (size_t i = 0; i < ARRAY_COUNT(fields); i++) {
        const char *text = read_text(&item, fields[i]);
        if (text) *slots[i] = pool_add(def, text);
    }
    // Texts remember where they stand; those of the manifest are found by its own machine.
    def->title_text = texts_field(load, &item, "title");
    def->summary_text = texts_field(load, &item, "summary");
    def->hash = hash_of(load);
}

// ---- the order -----------------------------------------------------------------------------------------------------

static void check_shapes(Load *load) {
    for (int32_t i = 0; i < load->items_count; i++) {
        if (!load->items[i].dropped) shape_check_item(load, &load->items[i]);
    }
}

static bool lay_out(Load *load) {
    numbers_memories(load);
    if (def_lay_out(load->def)) return true;
    diags_add(load->diags, "E225", "scenario.lua", 0, 0,
            "The numbers of this pack do not fit: %d cells in all, %d of memories.",
            CELLS_MAX, MEMORY_CELLS_MAX);
    return false;
}

// Things without programs, in an order in which each finds what it refers to.
static void fill_things(Load *load) {
    numbers_starts(load);
    formats_fill(load);
    issues_fill(load);
    people_fill(load);
    places_fill(load);
    notes_texts(load);
}

static void fill_programs(Load *load) {
    expr_constant(load->def, 0);
    people_programs(load);
    places_programs(load);
    budget_programs(load);
    moves_fill(load);
    happenings_fill(load);
    formats_decks(load);
    notes_fill(load);
    deals_fill(load);
}

// Author tests of the pack itself; they are never loaded in play.
static void read_tests(Load *load) {
    Unit *unit = &load->units[load->units_count - 1];
    Machine *machine = machine_for(load, unit, true);
    unit->tests = machine;
    run_files(load, machine, unit, "tests/");
    tests_read(load, unit->machine, unit);
    tests_read(load, machine, unit);
}

// False when nothing needs the Load any more.
static bool build(Load *load) {
    run_units(load);
    names_apply_use(load);
    names_apply_change(load);
    alias_apply(load);
    names_enter(load);
    names_check(load);
    find_scenario(load);
    check_shapes(load);
    load->def->tracks_count = TRACK_MEMORY;
    names_number(load);
    formats_choose(load);
    numbers_settings(load);
    enter_pack(load);
    enter_names(load);
    if (!lay_out(load)) return false;
    fill_things(load);
    fill_programs(load);
    check_structure(load);
    bool languages_wait = texts_catalogues(load);
    if (load->options->tests) read_tests(load);
    if (load->options->check) check_design(load);
    for (int32_t i = load->units_count - 1; i >= 0; i--)
        quote_findings(load, &load->units[i], 0);
    return languages_wait;
}

static void tell_closed(Diags *diags, const char *where, const Err *err) {
    if (diags->errors > 0) return; // the pack's own findings say it
    Diag *diag = diags_add(diags, "E424", "", 0, 0, "%s%s%s", err->what,
            err->where[0] ? " " : "", err->where);
    diag_fix(diag, "%s", err->fix[0] ? err->fix : "check the path");
    (void)where;
}

static void forget_manifests(Load *load) {
    for (int32_t i = 0; i < load->units_count; i++) {
        Unit *unit = &load->units[i];
        machine_destroy(unit->manifest);
        unit->manifest = NULL;
        unit->decl = NULL;
        unit->id = unit->version = "";
    }
}

static void forget(Region *region) {
    if (region) region_clear(region);
    free(region);
}

// What the Load pointed to and ends with the call that made it.
static void keep_for_languages(Load *load) {
    static const LoadOptions none = {0};
    load->options = &none;
    load->diags = NULL;
    load->out = NULL;
}

bool scenario_load(
        const char *where, const LoadOptions *options, Scenario *out, Diags *diags) {
    static const LoadOptions none = {0};
    Err err = {0};
    *out = (Scenario){0};
    out->def = calloc(1, sizeof *out->def);
    out->catalogs = calloc(1, sizeof *out->catalogs);
    Region *region = calloc(1, sizeof *region);
    ASSERT(out->def && out->catalogs && region);
    Load *load = region_take(region, sizeof *load);
    *load = (Load){.def = out->def,
            .diags = diags,
            .region = region,
            .out = out,
            .catalogs = out->catalogs,
            .options = options ? options : &none};
    bool opened = manifest_open(load, where, &err);
    bool languages_wait = opened && build(load);
    if (!opened && load->units_count == 0) tell_closed(diags, where, &err);
    forget_manifests(load);
    keep_for_languages(load);
    if (languages_wait)
        out->kept = region;
    else
        forget(region);
    diags_sort(diags);
    if (diags->errors == 0) return true;
    scenario_free(out);
    return false;
}

void scenario_free(Scenario *scenario) {
    if (!scenario) return;
    for (int32_t i = 0; i < scenario->machines_count; i++)
        machine_destroy(scenario->machines[i]);
    for (int32_t i = scenario->packs_count - 1; i >= 0; i--)
        pack_close(&scenario->packs[i]);
    free(scenario->def);
    free(scenario->catalogs);
    region_clear(&scenario->region);
    forget(scenario->kept);
    *scenario = (Scenario){0};
}

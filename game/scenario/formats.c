// scenario/formats.c — the scenario's first screen, its rounds and phases, and who has which moves. Never: runs a phase.
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

// ---- phases --------------------------------------------------------------------------------------------

static PhaseDoes does_of(const char *id) {
    static const char *const ids[] = {
            "", "news", "resolution", "reflect", "backstage", "action"};
    for (size_t i = 1; i < ARRAY_COUNT(ids); i++) {
        if (strcmp(ids[i], id) == 0) return (PhaseDoes)i;
    }
    return DOES_NOTHING;
}

static void allow(Load *load, const Item *item, Phase *phase) {
    Ids ids;
    read_ids_of(load, item, "allow", &ids);
    for (int32_t w = 0; w < MOVE_WORDS; w++)
        phase->allow[w] = ids.count > 0 ? 0 : UINT64_MAX;
    for (int32_t i = 0; i < ids.count; i++) {
        uint8_t move = names_index(load, "move", ids.id[i], &ids.at[i]);
        if (move != NONE) phase->allow[move / 64] |= UINT64_C(1) << (move % 64);
    }
}

static int32_t minutes_of(const Load *load, const Item *item) {
    if (load->format_item) {
        Value map = value_field(load->format_item, "minutes");
        Value own = value_in(&map, item->id);
        if (own.node) return value_number(&own, 0);
    }
    return read_number(item, "minutes");
}

static void add_phase(Load *load, const char *id, const At *at) {
    Def *def = load->def;
    const Item *item = names_find(load, "phase", id, at);
    if (!item || def->phases_count == PHASES_MAX) return;
    Phase *phase = &def->phases[def->phases_count++];
    phase->names = texts_names(load, item);
    phase->kind = (uint8_t)read_choice(item, "kind");
    phase->does = (uint8_t)does_of(item->id);
    phase->moves = (uint8_t)read_number(item, "moves");
    phase->half_minutes = (uint8_t)core_min(255, 2 * minutes_of(load, item));
    allow(load, item, phase);
}

static void add_phases(Load *load) {
    const Item *scenario = load->scenario_item, *format = load->format_item;
    Ids ids = {.count = 0};
    if (scenario && !load->other_format && read_given(scenario, "phases")) {
        read_ids_of(load, scenario, "phases", &ids);
    } else if (format) {
        read_ids_of(load, format, "phases", &ids);
    }
    for (int32_t i = 0; i < ids.count; i++)
        add_phase(load, ids.id[i], &ids.at[i]);
    if (load->def->phases_count > 0 || load->incomplete || !scenario || ids.count > 0)
        return;
    // A format of a name that does not exist is told at its name.
    if (!format && read_given(scenario, "format")) return;
    At at = at_item(scenario);
    Diag *diag = complain(load, "E211", &at, PLACE_KEY,
            "The scenario needs phases: the steps of a round.");
    diag_fix(diag, "use a pack with formats (core-coalition), or declare phase \"turns\" { "
                   "} and write phases = \"turns\"");
}

// ---- rounds and time ------------------------------------------------------------------------------------

uint16_t formats_rounds(const Load *load, uint16_t rounds) {
    if (!load->other_format) return rounds;
    uint16_t own_last = (uint16_t)(1u << load->own_rounds);
    uint16_t last = (uint16_t)(1u << load->def->rounds);
    uint16_t kept = (uint16_t)(rounds & ~own_last & (2u * last - 1));
    if ((rounds & own_last) != 0) kept |= last;
    return kept ? kept : rounds;
}

static const Item *own_format(Load *load) {
    At at;
    const char *id = read_id(load->scenario_item, "format", &at);
    if (id) return names_find(load, "format", id, &at);
    return names_look(load, "format", "hour");
}

// Asked from outside the pack: the finding stands at the flag, not in a file of the author.
static const Item *asked_format(Load *load, const char *id) {
    const Item *item = names_look(load, "format", id);
    if (item) return item;
    char list[150];
    names_list(load, "format", list, sizeof list);
    Diag *diag = diags_add(load->diags, "E201", "--format", 0, 0,
            "There is no time plan \"%.40s\" in this case.", id);
    diag_expected(diag, "a time plan (%s)", list);
    diag_near(diag, names_near(load, "format", id));
    return NULL;
}

// formats = { hour = { ease = 7 } }: known plans, and settings in braces behind each.
static void check_formats(Load *load) {
    Value map = value_field(load->scenario_item, "formats");
    if (!map.node) return;
    if (map.node->kind != NODE_TABLE || map.node->items_count > 0) {
        Diag *diag = complain(load, "E220", &map.at, PLACE_VALUE,
                "The scenario: formats must be time plans with their settings.");
        diag_fix(diag, "formats = { hour = { ease = 7 }, micro = {} }");
        return;
    }
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        const char *id = map.node->fields[i].key;
        Value value = value_in(&map, id);
        if (!names_find_key(load, "format", &value)) continue;
        bool settings = value.node->kind == NODE_TABLE && value.node->items_count == 0;
        for (int32_t f = 0; settings && f < value.node->fields_count; f++) {
            Value one = value_in(&value, value.node->fields[f].key);
            settings = one.node->kind == NODE_INTEGER;
        }
        if (settings) continue;
        Diag *diag = complain(load, "E220", &value.at, PLACE_VALUE,
                "The scenario: formats.%.40s must hold settings, each a whole number.", id);
        diag_fix(diag, "%.32s = { ease = 7 }, or %.32s = {}", id, id);
    }
}

void formats_choose(Load *load) {
    if (!load->scenario_item) return;
    const Item *own = own_format(load);
    load->format_item = own;
    load->own_rounds = (uint8_t)(own ? read_number(own, "rounds") : 3);
    if (read_given(load->scenario_item, "rounds"))
        load->own_rounds = (uint8_t)read_number(load->scenario_item, "rounds");
    check_formats(load);
    char plan[KNOBS_PLAN_BYTES];
    load->turned = knobs_any(load->options->format);
    if (!knobs_plan(load->options->format, plan)) return;
    const Item *asked = asked_format(load, plan);
    if (!asked) return;
    load->format_item = asked;
    load->other_format = asked != own;
}

// What a table may choose from: the case's own plan first, then those it names.
static void plans(Load *load) {
    Def *def = load->def;
    Value formats = value_field(load->scenario_item, "formats");
    const Item *own = own_format(load);
    int32_t count = formats.node ? formats.node->fields_count : 0;
    for (int32_t i = -1; i < count && def->time_plans_count < TIME_PLANS_MAX; i++) {
        const Item *item =
                i < 0 ? own : names_look(load, "format", formats.node->fields[i].key);
        if (!item || (i >= 0 && item == own)) continue;
        Names names = texts_names(load, item);
        if (item == load->format_item) def->time_plan = def->time_plans_count;
        def->time_plans[def->time_plans_count++] = (TimePlan){.id = names.id,
                .name = names.name,
                .rounds = (uint8_t)read_number(item, "rounds"),
                .brief = (uint8_t)read_number(item, "brief"),
                .debrief = (uint8_t)read_number(item, "debrief")};
    }
}

static void time_plan(Load *load) {
    Def *def = load->def;
    const Item *scenario = load->scenario_item, *format = load->format_item;
    def->rounds = 3;
    if (format) {
        def->rounds = (uint8_t)read_number(format, "rounds");
        def->brief_minutes = (uint8_t)read_number(format, "brief");
        def->debrief_minutes = (uint8_t)read_number(format, "debrief");
        def->pause_minutes = (uint8_t)read_number(format, "pause");
        Value pauses = value_field(format, "pause_after");
        def->pause_after = read_rounds(&pauses);
    }
    if (scenario && !load->other_format && read_given(scenario, "rounds"))
        def->rounds = (uint8_t)read_number(scenario, "rounds");
    def->rounds = (uint8_t)core_clamp(def->rounds, 1, ROUNDS_MAX);
    def->pause_after = (uint16_t)(def->pause_after & ((1u << def->rounds) - 1));
}

static void round_names(Load *load, const Item *scenario) {
    Value names = value_field(scenario, "round_names");
    if (!names.node || names.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < names.node->items_count && i < ROUNDS_MAX; i++) {
        Value one = value_nth(&names, i);
        if (one.node->kind != NODE_TEXT) continue;
        const char *path = region_format(load->region, "scenario.round_names.%d", i + 1);
        load->def->round_names[i + 1] = texts_add(load, path, one.node->text, 24, &one.at);
    }
}

static void criteria(Load *load, const Item *scenario) {
    static const char words[] =
            "substance durability legitimacy coalition power_shift voice";
    Value map = value_field(scenario, "criteria");
    if (!map.node || map.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < map.node->fields_count; i++) {
        const char *key = map.node->fields[i].key;
        Value value = value_in(&map, key);
        int32_t place = schema_place_of(words, key);
        if (place < 0) {
            Diag *diag = complain(load, "E224", &value.at, PLACE_KEY,
                    "There is no criterion \"%.40s\".", key);
            diag_expected(diag, "%s", words);
        } else if (value.node->kind == NODE_TEXT) {
            const char *path = region_format(load->region, "scenario.criteria.%s", key);
            load->def->criteria[place] =
                    texts_add(load, path, value.node->text, 40, &value.at);
        } else if (value.node->kind == NODE_BOOLEAN && !value.node->integer) {
            load->def->criteria_hidden =
                    (uint8_t)(load->def->criteria_hidden | 1u << place);
        }
    }
}

static void players(Load *load, const Item *scenario) {
    Def *def = load->def;
    int32_t core = 0;
    for (int32_t i = 0; i < def->counts[KIND_ACTOR]; i++)
        core += def->actors[i].cast == CAST_CORE;
    int32_t least = core_max(1, core), most = 30;
    Value pair = value_field(scenario, "players");
    if (pair.node && pair.node->kind == NODE_TABLE) {
        bool named = pair.node->items_count == 0;
        Value first = named ? value_in(&pair, "min") : value_nth(&pair, 0);
        Value second = named ? value_in(&pair, "max") : value_nth(&pair, 1);
        least = value_number(&first, least);
        most = value_number(&second, most);
        if (least > most) {
            complain(load, "E221", &pair.at, PLACE_VALUE,
                    "players: at least %d and at most %d is not possible.", least, most);
        }
    }
    def->seats_min = (uint8_t)core_clamp(least, 1, 64);
    def->seats_max = (uint8_t)core_clamp(most, def->seats_min, 64);
    Value teams = value_field(scenario, "teams"), largest = value_in(&teams, "largest");
    def->team_max = (uint8_t)core_clamp(value_number(&largest, 3), 1, 12);
}

static void first_screen(Load *load, const Item *scenario) {
    Def *def = load->def;
    def->opening = texts_field(load, scenario, "opening");
    def->goal = texts_field(load, scenario, "goal");
    def->ready_check = texts_field(load, scenario, "ready_check");
    def->numbers_exact = read_choice(scenario, "numbers") == 1;
    def->quiet_mood = read_choice(scenario, "mood") == 1;
    round_names(load, scenario);
    criteria(load, scenario);
}

void formats_fill(Load *load) {
    time_plan(load);
    add_phases(load);
    if (!load->scenario_item) return;
    plans(load);
    first_screen(load, load->scenario_item);
}

// ---- decks -----------------------------------------------------------------------------------------------

static void put(uint64_t set[MOVE_WORDS], int32_t move) {
    set[move / 64] |= UINT64_C(1) << (move % 64);
}

static void take(uint64_t set[MOVE_WORDS], int32_t move) {
    set[move / 64] &= ~(UINT64_C(1) << (move % 64));
}

static void deck_missing(Load *load, const char *id, const At *at) {
    if (load->incomplete) return;
    if (names_near(load, "move", id)) {
        names_find(load, "move", id, at);
        return;
    }
    // A deck may name moves that a later version of the stock packs will bring.
    Diag *diag = complain(load, "W902", at, PLACE_VALUE,
            "No pack declares the move \"%.40s\"; the deck is played without it.", id);
    char list[150];
    names_list(load, "move", list, sizeof list);
    diag_expected(diag, "a move (%s)", list);
}

// Moves named in a deck. A deck without any point of power keeps the starter points, and one without
// any verb the starter verbs: a short list must not silence a meeting.
static bool named_deck(Load *load, const Item *item, uint64_t out[MOVE_WORDS]) {
    const Def *def = load->def;
    Ids ids;
    read_ids_of(load, item, "deck", &ids);
    bool points = false, verbs = false;
    for (int32_t i = 0; i < ids.count; i++) {
        const Item *move = names_look(load, "move", ids.id[i]);
        if (!move) {
            deck_missing(load, ids.id[i], &ids.at[i]);
            continue;
        }
        put(out, move->index);
        bool point = def->moves[move->index].kind == MOVE_POINT;
        points = points || point;
        verbs = verbs || !point;
    }
    for (int32_t i = 0; i < def->moves_count && ids.count > 0; i++) {
        if (!(def->moves[i].flags & MOVE_STARTER)) continue;
        bool point = def->moves[i].kind == MOVE_POINT;
        if ((point && !points) || (!point && !verbs)) put(out, i);
    }
    return ids.count > 0;
}

static void starters(const Def *def, uint64_t out[MOVE_WORDS]) {
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (def->moves[i].flags & MOVE_STARTER) put(out, i);
    }
}

static const Item *actor_item(const Load *load, int32_t index) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index == index && strcmp(item->word->name, "actor") == 0) return item;
    }
    return NULL;
}

static void extras(Load *load, uint64_t only[MOVE_WORDS]) {
    for (int32_t a = 0; a < load->def->counts[KIND_ACTOR]; a++) {
        const Item *item = actor_item(load, a);
        Ids ids;
        read_ids_of(load, item, "extra", &ids);
        for (int32_t i = 0; i < ids.count; i++) {
            uint8_t move = names_index(load, "move", ids.id[i], &ids.at[i]);
            if (move == NONE) continue;
            put(only, move);
            put(load->def->actors[a].deck, move);
        }
    }
}

static void actor_deck(Load *load, int32_t index, const uint64_t base[MOVE_WORDS],
        const uint64_t only[MOVE_WORDS]) {
    const Def *def = load->def;
    Actor *actor = &load->def->actors[index];
    uint64_t deck[MOVE_WORDS] = {0};
    if (!named_deck(load, actor_item(load, index), deck)) memcpy(deck, base, sizeof deck);
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (def->moves[i].flags & MOVE_OWN) put(deck, i);
        if (def_has_move(only, i) && !def_has_move(actor->deck, i)) take(deck, i);
        if (!((def->moves[i].who >> index) & 1)) take(deck, i);
    }
    for (int32_t w = 0; w < MOVE_WORDS; w++)
        actor->deck[w] |= deck[w];
}

void formats_decks(Load *load) {
    uint64_t base[MOVE_WORDS] = {0}, only[MOVE_WORDS] = {0};
    if (!load->scenario_item || !named_deck(load, load->scenario_item, base))
        starters(load->def, base);
    extras(load, only);
    for (int32_t a = 0; a < load->def->counts[KIND_ACTOR]; a++)
        actor_deck(load, a, base, only);
    if (load->scenario_item) players(load, load->scenario_item);
}

// scenario/happenings.c — rules, functions, happenings, windows, endings and shocks. Never: says when they come (rules/).
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

// ---- rules and functions ------------------------------------------------------------------------------

static Sel each_of(Load *load, const Item *item) {
    At at;
    const char *word = read_id(item, "each", &at);
    if (!word) return (Sel){0};
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        if (core_same(kind_set_word((Kind)kind), word)) {
            return (Sel){.how = SEL_SET, .kind = (uint8_t)kind, .index = SET_ALL};
        }
    }
    const Def *def = load->def;
    for (int32_t tag = 0; tag < def->tags_count; tag++) {
        if (core_same(def_text(def, def->tags[tag]), word)) {
            return (Sel){.how = SEL_TAG, .kind = KIND_ACTOR, .index = (uint8_t)tag};
        }
    }
    static const char *const sets[] = {
            "actors", "deciders", "arenas", "clauses", "frames", "issues", "resources"};
    Diag *diag = complain(
            load, "E201", &at, PLACE_VALUE, "There is no set or tag \"%.40s\".", word);
    diag_expected(
            diag, "actors, deciders, arenas, clauses, frames, issues, resources, or a tag");
    diag_near(diag, diag_nearest(word, sets, ARRAY_COUNT(sets)));
    return (Sel){0};
}

static ChangeSpan changes_of(Load *load, const Item *item, const ExprPlace *place) {
    ChangeStyle more = {0}, less = {.minus = true};
    ChangeSpan span = changes_begin(load);
    Value gives = value_field(item, "gives"), loses = value_field(item, "loses"),
          does = value_field(item, "does");
    changes_numbers(load, item, &gives, place, &more);
    changes_numbers(load, item, &loses, place, &less);
    changes_words(load, item, &does, place);
    changes_end(load, &span);
    return span;
}

static bool room_for_rule(Load *load, const At *at) {
    if (load->def->rules_count < RULES_MAX + FUNCTIONS_MAX) return true;
    complain(load, "E225", at, PLACE_KEY, "A pack and its plugins hold at most %d rules.",
            RULES_MAX);
    return false;
}

static void fill_rule(Load *load, const Item *item) {
    At at = at_item(item);
    if (!room_for_rule(load, &at)) return;
    Rule *rule = &load->def->rules[load->def->rules_count++];
    rule->names = texts_names(load, item);
    rule->moment = (uint8_t)(1 + read_choice(item, "at"));
    rule->function = NONE;
    rule->once = read_yes(item, "once");
    rule->each = each_of(load, item);
    rule->file = pool_add(load->def, item->decl->file);
    rule->line = (uint16_t)core_clamp(item->decl->line, 0, UINT16_MAX);
    ExprPlace place = programs_place(load, item, "", &at);
    place.each_kind = rule->each.kind;
    place.may_roll = true;
    bool of_move = rule->moment == MOMENT_BEFORE_MOVE || rule->moment == MOMENT_MOVE_MADE;
    place.has_me = of_move && rule->each.how == SEL_NONE;
    programs_lets(load, item, &place);
    rule->lets_first = place.lets_first;
    rule->lets_count = place.lets_count;
    ExprPlace quiet = place;
    quiet.may_roll = false;
    bool lost = read_given(item, "each") && rule->each.how == SEL_NONE; // told already
    if (!lost) rule->when = programs_condition_of(load, item, "when", &quiet);
    if (!lost) rule->changes = changes_of(load, item, &place);
}

static int32_t moment_of(const char *name) {
    static const char *const names[MOMENT_COUNT] = {
            "",
#define MOMENT(id, word) word,
#include "model/moments.def"
#undef MOMENT
    };
    for (int32_t i = 1; i < MOMENT_COUNT; i++) {
        if (core_same(names[i], name)) return i;
    }
    return 0;
}

static void tell_moment(Load *load, const Item *item, const At *at) {
    static const char *const names[] = {
#define MOMENT(id, word) word,
#include "model/moments.def"
#undef MOMENT
    };
    Diag *diag = complain(
            load, "E247", at, PLACE_KEY, "There is no moment \"%.40s\".", item->decl->id);
    diag_expected(diag, "game_starts, round_starts, before_move, move_made, meeting_ends, "
                        "decision_made, "
                        "happening_chosen, round_settles, round_ends or game_ends");
    diag_near(diag, diag_nearest(item->decl->id, names, ARRAY_COUNT(names)));
    if (diag->near[0]) diag_fix(diag, "write %s", diag->near);
}

static void fill_function(Load *load, const Item *item) {
    Def *def = load->def;
    At at = at_item(item);
    int32_t moment = moment_of(item->decl->id);
    if (moment == 0) {
        tell_moment(load, item, &at);
        return;
    }
    if (item->decl->body.kind != NODE_FUNCTION || !room_for_rule(load, &at)) return;
    if (def->functions_count == FUNCTIONS_MAX) {
        complain(load, "E225", &at, PLACE_KEY,
                "A pack and its plugins hold at most %d functions.", FUNCTIONS_MAX);
        return;
    }
    int32_t number = def->functions_count++;
    uint16_t line = (uint16_t)core_clamp(item->decl->line, 0, UINT16_MAX);
    PoolId file = pool_add(def, item->decl->file);
    def->functions[number] =
            (Function){.file = file, .line = line, .moment = (uint8_t)moment};
    load->out->function_machine[number] = (uint8_t)(item->unit - load->units);
    load->out->function_number[number] = (uint16_t)item->decl->body.integer;
    Rule *rule = &def->rules[def->rules_count++];
    *rule = (Rule){.names = {.id = pool_add(def, item->decl->id)},
            .moment = (uint8_t)moment,
            .function = (uint8_t)number,
            .file = file,
            .line = line};
    const char *path = region_format(load->region, "on.%s.%d.name", item->decl->id, number);
    rule->names.name =
            texts_add(load, path, texts_id_in_words(load, item->decl->id), 40, &at);
}

// ---- happenings ------------------------------------------------------------------------------------------

static uint16_t rounds_between(int32_t from, int32_t to) {
    uint16_t mask = 0;
    for (int32_t round = from; round <= to && round <= ROUNDS_MAX; round++)
        mask = (uint16_t)(mask | 1u << round);
    return mask;
}

static uint16_t rounds_of(Load *load, const Item *item) {
    bool from = read_given(item, "from"), to = read_given(item, "to");
    if (!from && !to) return 0;
    int32_t first = from ? read_number(item, "from") : 1,
            last = to ? read_number(item, "to") : ROUNDS_MAX;
    if (first > last) {
        Value value = value_field(item, "to");
        complain(load, "E221", &value.at, PLACE_VALUE,
                "%s: from %d to %d is no time at all.", item_title(load, item), first,
                last);
    }
    return rounds_between(first, last);
}

static void check_rounds(Load *load, const Item *item, const char *field, uint16_t rounds) {
    uint16_t played = (uint16_t)((1u << (load->def->rounds + 1)) - 1);
    if (rounds == 0 || (rounds & played) != 0 || load->other_format) return;
    Value value = value_field(item, field);
    complain(load, "W601", &value.at, PLACE_VALUE,
            "%s comes after the last round (%d rounds are played).", item_title(load, item),
            load->def->rounds);
}

static void fill_choice(Load *load, const Item *item, const Value *record,
        const ExprPlace *base, Happening *happening) {
    Def *def = load->def;
    Value id = value_in(record, "id"), text = value_in(record, "text");
    if (!id.node || id.node->kind != NODE_TEXT || !text.node
            || text.node->kind != NODE_TEXT) {
        complain(load, "E242", &record->at, PLACE_VALUE, "%s: a choice needs id and text.",
                item_title(load, item));
        return;
    }
    if (def->choices_count == CHOICES_MAX) {
        complain(load, "E225", &record->at, PLACE_VALUE,
                "A pack and its plugins hold at most %d choices.", CHOICES_MAX);
        return;
    }
    Choice *choice = &def->choices[def->choices_count++];
    happening->choices_count++;
    const char *path = region_format(
            load->region, "happening.%s.choices.%s.text", item->id, id.node->text);
    choice->id = pool_add(def, id.node->text);
    choice->text = texts_add(load, path, text.node->text, 80, &text.at);
    Value who = value_in(record, "who"), when = value_in(record, "when"),
          next = value_in(record, "next");
    choice->who = who_actors(load, &who, "anyone", NULL);
    ExprPlace place = *base;
    place.seen_by_players = 1;
    choice->when = programs_condition(load, &when, &place);
    place.seen_by_players = 0;
    ChangeStyle cost = {.cost = true, .minus = true}, more = {0}, less = {.minus = true};
    Value costs = value_in(record, "costs"), gives = value_in(record, "gives"),
          loses = value_in(record, "loses"), does = value_in(record, "does");
    choice->costs = changes_begin(load);
    changes_numbers(load, item, &costs, &place, &cost);
    changes_end(load, &choice->costs);
    choice->changes = changes_begin(load);
    changes_numbers(load, item, &gives, &place, &more);
    changes_numbers(load, item, &loses, &place, &less);
    changes_words(load, item, &does, &place);
    changes_end(load, &choice->changes);
    choice->next = next.node && next.node->kind == NODE_TEXT
                           ? names_index(load, "happening", next.node->text, &next.at)
                           : (uint8_t)NONE;
}

static void fill_default(Load *load, const Item *item, Happening *happening) {
    At at;
    const char *id = read_id(item, "default", &at);
    if (!id) return;
    const char *names[8];
    size_t count = 0;
    for (int32_t i = 0; i < happening->choices_count; i++) {
        const char *one =
                def_text(load->def, load->def->choices[happening->choices_first + i].id);
        if (count < 8) names[count++] = one;
        if (!core_same(one, id)) continue;
        happening->choices_default = (uint16_t)i;
        return;
    }
    // Choices that could not be read are told where they stand.
    if (count == 0 && read_given(item, "choices")) return;
    Diag *diag = complain(load, "E242", &at, PLACE_VALUE, "%s has no choice \"%.40s\".",
            item_title(load, item), id);
    char list[150] = "";
    size_t used = 0;
    for (size_t i = 0; i < count && used + 40 < sizeof list; i++)
        used += (size_t)snprintf(
                list + used, sizeof list - used, "%s%s", i ? ", " : "", names[i]);
    if (list[0]) diag_expected(diag, "one of its choices (%s)", list);
    const char *near = diag_nearest(id, names, count);
    diag_near(diag, near);
    if (near) diag_fix(diag, "write %s", near);
}

static void fill_choices(
        Load *load, const Item *item, Happening *happening, const ExprPlace *base) {
    Value list = value_field(item, "choices");
    happening->choices_first = load->def->choices_count;
    if (!list.node || list.node->kind != NODE_TABLE) {
        if (!read_given(item, "who_chooses")) return;
        Value who = value_field(item, "who_chooses");
        complain(load, "E242", &who.at, PLACE_KEY,
                "%s says who chooses, but has no choices.", item_title(load, item));
        return;
    }
    ExprPlace place = *base;
    place.has_me =
            place.has_me || read_given(item, "who_chooses") || read_yes(item, "menu");
    for (int32_t i = 0; i < list.node->items_count; i++) {
        Value record = value_nth(&list, i);
        if (node_is_record(record.node))
            fill_choice(load, item, &record, &place, happening);
    }
    bool all =
            happening->choices_count == list.node->items_count; // else one was told already
    if (all) fill_default(load, item, happening);
}

static void fill_happening(Load *load, const Item *item) {
    Happening *happening = &load->def->happenings[item->index];
    happening->text = texts_field(load, item, "text");
    happening->foreshadow = texts_field(load, item, "foreshadow");
    Value at_value = value_field(item, "at"), who = value_field(item, "who_chooses");
    uint16_t at_rounds = formats_rounds(load, read_rounds(&at_value));
    uint16_t window = rounds_of(load, item);
    happening->rounds = at_rounds ? at_rounds : window;
    check_rounds(load, item, at_rounds ? "at" : "from", happening->rounds);
    At at = at_item(item);
    ExprPlace place = programs_place(load, item, "", &at);
    happening->when = programs_condition_of(load, item, "when", &place);
    happening->by_when = happening->when != 0 && at_rounds == 0;
    happening->chance = (uint8_t)read_number(item, "chance");
    happening->once = read_yes(item, "once");
    happening->offer = read_yes(item, "offer");
    happening->weight = (uint8_t)read_number(item, "weight");
    const char *draw = read_text(item, "draw");
    happening->draw = draw ? pool_add(load->def, draw) : 0;
    who_actors(load, &who, "facilitator", &happening->who_chooses);
    Ids readings;
    read_ids_of(load, item, "readings", &readings);
    for (int32_t i = 0; i < readings.count && i < READINGS_MAX; i++) {
        uint8_t frame = names_index(load, "frame", readings.id[i], &readings.at[i]);
        if (frame != NONE) happening->readings[happening->readings_count++] = frame;
    }
    place.may_roll = true;
    happening->changes = changes_of(load, item, &place);
    fill_choices(load, item, happening, &place);
    if (!read_given(item, "asks")) return;
    Value asks = value_field(item, "asks");
    complain(load, "E207", &asks.at, PLACE_KEY,
            "%s: questions to the facilitator are not played by this version yet.",
            item_title(load, item));
}

// ---- windows, endings, shocks ------------------------------------------------------------------------------------

static void fill_moves(
        Load *load, const Item *item, const char *field, uint64_t out[MOVE_WORDS]) {
    Ids ids;
    read_ids_of(load, item, field, &ids);
    for (int32_t i = 0; i < ids.count; i++) {
        uint8_t move = names_index(load, "move", ids.id[i], &ids.at[i]);
        if (move != NONE) out[move / 64] |= UINT64_C(1) << (move % 64);
    }
}

static void fill_window(Load *load, const Item *item) {
    Window *window = &load->def->windows[item->index];
    window->text = texts_field(load, item, "text");
    window->rounds = rounds_of(load, item);
    check_rounds(load, item, "from", window->rounds);
    window->lasts = read_given(item, "rounds") ? (uint8_t)read_number(item, "rounds") : 1;
    At at = at_item(item);
    ExprPlace place = programs_place(load, item, "", &at);
    window->when = programs_condition_of(load, item, "when", &place);
    Value pull = value_field(item, "pull"), deciders = value_field(item, "deciders");
    window->pull = programs_amount(load, &pull, &place);
    window->deciders = who_deciders(load, &deciders);
    fill_moves(load, item, "opens", window->opens);
    fill_moves(load, item, "shuts", window->shuts);
}

static void fill_ending(Load *load, const Item *item) {
    Ending *ending = &load->def->endings[item->index];
    ending->text = texts_field(load, item, "text");
    ending->ask = texts_field(load, item, "ask");
    ending->early = read_yes(item, "early");
    ending->tone = (uint8_t)read_choice(item, "tone");
    At at = at_item(item);
    ExprPlace place = programs_place(load, item, "", &at);
    ending->when = programs_condition_of(load, item, "when", &place);
}

static void fill_shock(Load *load, const Item *item) {
    Shock *shock = &load->def->shocks[item->index];
    shock->text = texts_field(load, item, "text");
    shock->if_stands = texts_field(load, item, "if_stands");
    shock->if_falls = texts_field(load, item, "if_falls");
    shock->arena = names_index_of(load, item, "arena", "arena");
    At at = at_item(item);
    ExprPlace place = programs_place(load, item, "", &at);
    shock->stands_when = programs_condition_of(load, item, "stands_when", &place);
    ChangeStyle less = {.minus = true};
    Value loses = value_field(item, "loses"), does = value_field(item, "does");
    shock->changes = changes_begin(load);
    changes_numbers(load, item, &loses, &place, &less);
    changes_words(load, item, &does, &place);
    changes_end(load, &shock->changes);
}

void happenings_fill(Load *load) {
    static const struct {
        const char *word;
        void (*fill)(Load *, const Item *);
    } rows[] = {
            {"rule",      fill_rule     },
            {"on",        fill_function },
            {"happening", fill_happening},
            {"window",    fill_window   },
            {"ending",    fill_ending   },
            {"shock",     fill_shock    },
    };
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        for (size_t r = 0; r < ARRAY_COUNT(rows) && !item->dropped; r++) {
            if (core_same(rows[r].word, item->word->name)) rows[r].fill(load, item);
        }
    }
}

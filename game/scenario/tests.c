// scenario/tests.c — reads author tests and simulations as plain steps and compiled conditions. Never: runs them.
#include "model/ask.h"
#include "scenario/work.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GIVEN_MAX = 256, GIVEN_DEPTH = 4 };

typedef struct TestPlace {
    Load *load;
    const Item *item;
    ScenarioTest *test;
} TestPlace;

static int32_t line_of(const At *at) {
    return machine_place(at->machine, at->decl, at->path, at->count, PLACE_VALUE).line;
}

// ---- given -------------------------------------------------------------------------------------------

typedef struct Given {
    const TestPlace *place;
    TestGiven *items;
    int32_t count, steps;
    const char *step[GIVEN_DEPTH];
} Given;

static uint64_t rows_of(const Def *def, Sel sel, uint8_t kind) {
    if (kind == KIND_NONE) return 1;
    if (sel.how == SEL_ONE) return UINT64_C(1) << sel.index;
    uint64_t all = 0;
    for (int32_t i = 0; i < def->counts[kind]; i++) {
        bool in = sel.how == SEL_SET
                  || (sel.how == SEL_TAG && ((def->actors[i].tags >> sel.index) & 1));
        if (in) all |= UINT64_C(1) << i;
    }
    return all;
}

static void put_cells(Given *given, const ExprNumber *number, int32_t tenths) {
    const Def *def = given->place->load->def;
    const Track *track = &def->tracks[number->track];
    uint64_t rows = rows_of(def, number->row, track->row),
             columns = rows_of(def, number->column, track->column);
    for (int32_t r = 0; r < track->rows; r++) {
        for (int32_t c = 0; c < track->columns; c++) {
            bool in = ((rows >> r) & 1) && ((columns >> c) & 1);
            if (in && given->count < GIVEN_MAX) {
                given->items[given->count++] =
                        (TestGiven){def_cell(def, number->track, r, c), (int16_t)tenths};
            }
        }
    }
}

static void given_leaf(Given *given, const Value *value) {
    Load *load = given->place->load;
    ExprPlace place = programs_place(load, given->place->item, "given", &value->at);
    ExprNumber number;
    int32_t before = load->diags->count;
    bool named = expr_number_named(
            load->def, given->step, given->steps, &place, load->diags, &number);
    settle_findings(load, value->at.machine, before);
    if (!named) return;
    const Node *amount = value->node;
    bool tenths = amount->kind == NODE_TABLE
                  && (amount = node_field(value->node, "tenths")) != NULL;
    if (!amount || amount->kind != NODE_INTEGER
            || amount->integer < -1000 * (tenths ? 10 : 1)
            || amount->integer > 1000 * (tenths ? 10 : 1)) {
        complain(load, "E220", &value->at, PLACE_VALUE,
                "%s: given: %s must be a whole number.",
                item_title(load, given->place->item), given->step[given->steps - 1]);
        return;
    }
    put_cells(given, &number, (int32_t)amount->integer * (tenths ? 1 : 10));
}

// Depth is capped by GIVEN_DEPTH.
static void given_names(Given *given, const Value *table) {
    for (int32_t i = 0; i < table->node->fields_count; i++) {
        const char *key = table->node->fields[i].key;
        Value value = value_in(table, key);
        if (given->steps == 0 && strcmp(key, "round") == 0) {
            given->place->test->given_round =
                    (uint8_t)core_clamp(value_number(&value, 1), 1, ROUNDS_MAX);
            continue;
        }
        if (given->steps == GIVEN_DEPTH) return;
        given->step[given->steps++] = key;
        bool leaf = value.node->kind != NODE_TABLE || node_field(value.node, "tenths");
        if (leaf) {
            given_leaf(given, &value);
        } else {
            given_names(given, &value);
        }
        given->steps--;
    }
}

static void read_given_numbers(const TestPlace *place) {
    Value table = value_field(place->item, "given");
    if (!table.node || table.node->kind != NODE_TABLE) return;
    Given given = {.place = place};
    given.items = region_take(&place->load->out->region, sizeof *given.items * GIVEN_MAX);
    given_names(&given, &table);
    place->test->given = given.items;
    place->test->given_count = given.count;
}

// ---- steps --------------------------------------------------------------------------------------------

static const char *word_at(const Value *step, int32_t place) {
    Value value = value_nth(step, place);
    return value.node && value.node->kind == NODE_TEXT ? value.node->text : "";
}

static uint8_t index_at(
        const TestPlace *place, const Value *step, int32_t at, const char *word) {
    Value value = value_nth(step, at);
    if (!value.node) value.at = step->at;
    return names_index(place->load, word, word_at(step, at), &value.at);
}

static void phase_step(const TestPlace *place, const Value *step, TestStep *out) {
    const Def *def = place->load->def;
    out->kind = PLAY_PHASE;
    const char *id = word_at(step, 1);
    for (int32_t p = 0; p < def->phases_count; p++) {
        if (strcmp(def_text(def, def->phases[p].names.id), id) != 0) continue;
        out->index = (uint8_t)p;
        return;
    }
    Value value = value_nth(step, 1);
    Diag *diag = complain(place->load, "E201", &value.at, PLACE_VALUE,
            "A round here has no phase \"%.40s\".", id);
    diag_near(diag, names_near(place->load, "phase", id));
}

static void happen_step(const TestPlace *place, const Value *step, TestStep *out) {
    const Def *def = place->load->def;
    out->kind = PLAY_HAPPEN;
    out->choice = -1;
    out->index = index_at(place, step, 1, "happening");
    const char *id = word_at(step, 2);
    if (out->index == NONE || !id[0]) return;
    const Happening *happening = &def->happenings[out->index];
    for (int32_t i = 0; i < happening->choices_count; i++) {
        if (strcmp(def_text(def, def->choices[happening->choices_first + i].id), id) != 0)
            continue;
        out->choice = (int16_t)i;
        return;
    }
    // A case with mistakes may lack the choice for that reason.
    if (happening->choices_count == 0 && place->load->diags->errors > 0) return;
    Value value = value_nth(step, 2);
    complain(place->load, "E201", &value.at, PLACE_VALUE, "%s has no choice \"%.40s\".",
            word_at(step, 1), id);
}

static void vote_step(const TestPlace *place, const Value *step, TestStep *out) {
    out->kind = PLAY_VOTE;
    out->index = index_at(place, step, 1, "decider");
    const char *word = word_at(step, 2);
    int32_t vote = schema_place_of("no abstain yes", word);
    out->vote = (int8_t)(vote - 1);
    if (vote >= 0) return;
    Value value = value_nth(step, 2);
    diag_expected(complain(place->load, "E224", &value.at, PLACE_VALUE,
                          "\"%.30s\" is no vote.", word),
            "yes, no or abstain");
    out->vote = 0;
}

// { "spread", "treasurer", lift = 6, hall = 4 }
static void spread_step(const TestPlace *place, const Value *step, TestStep *out) {
    const Def *def = place->load->def;
    out->kind = PLAY_SPREAD;
    out->index = index_at(place, step, 1, "decider");
    if (out->index == NONE) return;
    uint8_t arena = def->deciders[out->index].arena;
    uint8_t decides = arena == NONE ? (uint8_t)NONE : def->arenas[arena].decides;
    for (int32_t f = 0; decides != NONE && f < step->node->fields_count; f++) {
        const DecisionRule *rule = &def->decision_rules[decides];
        const char *key = step->node->fields[f].key;
        Value value = value_in(step, key);
        if (strcmp(key, "refused") == 0) {
            out->refused = value.node->kind == NODE_BOOLEAN && value.node->integer != 0;
            continue;
        }
        int32_t at = 0;
        while (at < rule->options_count
                && !core_same(
                        def_text(def, def->options[rule->options_first + at].id), key))
            at++;
        if (at == rule->options_count)
            complain(place->load, "E201", &value.at, PLACE_KEY,
                    "The budget has no option \"%.40s\".", key);
        else
            out->points[at] = (uint8_t)core_clamp(value_number(&value, 0), 0, 255);
    }
}

static Thing target_of(const TestPlace *place, const Value *value, const Move *move) {
    const Def *def = place->load->def;
    const char *id = value->node->kind == NODE_TEXT ? value->node->text : "";
    for (int32_t kind = 1; kind < KIND_COUNT; kind++) {
        if (!((move->targets >> kind) & 1)) continue;
        Kind real = kind == KIND_READING                      ? KIND_FRAME
                    : kind == KIND_ITEM || kind == KIND_CLAIM ? KIND_CLAUSE
                                                              : (Kind)kind;
        Thing found = def_find(def, real, id);
        if (found.index != NONE) return (Thing){(uint8_t)kind, found.index};
    }
    Diag *diag = complain(place->load, "E201", &value->at, PLACE_VALUE,
            "%s cannot point at \"%.40s\".", def_text(def, move->id), id);
    for (int32_t kind = 1; kind <= KIND_FRAME && !diag->near[0]; kind++) {
        if ((move->targets >> kind) & 1)
            diag_near(diag, names_near(place->load, kind_word((Kind)kind), id));
    }
    return (Thing){KIND_NONE, NONE};
}

static void side_of(const TestPlace *place, const Value *value, TestStep *out) {
    const char *word = value->node->kind == NODE_TEXT ? value->node->text : "";
    int32_t side = schema_place_of("for up against down", word);
    out->act.side = side >= 2 ? -1 : 1;
    if (side >= 0) return;
    diag_expected(complain(place->load, "E224", &value->at, PLACE_VALUE,
                          "\"%.30s\" is no side.", word),
            "for, against, up or down");
}

static int16_t answer_of(const TestPlace *place, const Value *value, const Ask *ask) {
    const Def *def = place->load->def;
    if (value->node->kind == NODE_INTEGER) return (int16_t)value_number(value, 0);
    const char *word = value->node->kind == NODE_TEXT ? value->node->text : "";
    int16_t answer;
    if (ask_named(def, ask, word, &answer)) return answer;
    if (ask->kind == ASK_ACTORS)
        return (int16_t)who_actors(place->load, value, "nobody", NULL);
    complain(place->load, "E201", &value->at, PLACE_VALUE, "\"%.40s\" is no answer here.",
            word);
    return ask->from;
}

static void move_field(const TestPlace *place, const Value *value, const char *key,
        const Move *move, TestStep *out) {
    const Def *def = place->load->def;
    if (strcmp(key, "refused") == 0) {
        out->refused = value->node->kind == NODE_BOOLEAN && value->node->integer != 0;
    } else if (strcmp(key, "target") == 0) {
        out->act.target = target_of(place, value, move);
    } else if (strcmp(key, "side") == 0) {
        side_of(place, value, out);
    } else if (strcmp(key, "bid") == 0) {
        out->act.bid = (uint8_t)core_clamp(value_number(value, 0), 0, 9);
    } else if (strcmp(key, "token") == 0) {
        out->act.token =
                value->node->kind == NODE_TEXT && value->node->text[0] == 's' ? 1 : 2;
    } else if (strcmp(key, "arena") == 0 && value->node->kind == NODE_TEXT) {
        out->act.arena = names_index(place->load, "arena", value->node->text, &value->at);
    } else {
        for (int32_t i = 0; i < move->asks_count; i++) {
            if (strcmp(def_text(def, move->asks[i].id), key) != 0) continue;
            out->act.asked[i] = answer_of(place, value, &move->asks[i]);
            return;
        }
        Diag *diag = complain(place->load, "E210", &value->at, PLACE_KEY,
                "The move %s does not ask for \"%.40s\".", def_text(def, move->id), key);
        diag_expected(diag, "target, side, bid, refused, or an asked name");
    }
}

static bool left_out(const Load *load, const char *id) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->dropped && item->space == SPACE_MOVES && strcmp(item->id, id) == 0)
            return true;
    }
    return false;
}

static void move_step(const TestPlace *place, const Value *step, TestStep *out) {
    const Def *def = place->load->def;
    out->kind = PLAY_MOVE;
    out->actor = index_at(place, step, 0, "actor");
    out->act = (Act){
            .actor = out->actor, .move = NONE, .arena = NONE, .target = {KIND_NONE, NONE}
    };
    Value refused = value_in(step, "refused");
    out->refused = refused.node && refused.node->kind == NODE_BOOLEAN
                   && refused.node->integer != 0;
    // A move that the case has left out is refused like any other that is not on the table.
    if (out->refused && left_out(place->load, word_at(step, 1))) return;
    out->act.move = index_at(place, step, 1, "move");
    if (out->act.move == NONE) return;
    const Move *move = &def->moves[out->act.move];
    out->act.side = move->flags & MOVE_SIDES ? 1 : 0;
    out->act.bid = move->bid_min;
    for (int32_t i = 0; i < move->asks_count; i++)
        out->act.asked[i] = move->asks[i].kind == ASK_ANY ? 0 : move->asks[i].from;
    for (int32_t i = 0; i < step->node->fields_count; i++) {
        Value value = value_in(step, step->node->fields[i].key);
        move_field(place, &value, step->node->fields[i].key, move, out);
    }
}

static void join_step(const TestPlace *place, const Value *step, TestStep *out) {
    out->kind = PLAY_JOIN;
    out->actor = index_at(place, step, 1, "actor");
    out->index = index_at(place, step, 2, "coalition");
}

// { "found", "union, cleaners" }: the first one proposes it.
static void found_step(const TestPlace *place, const Value *step, TestStep *out) {
    Value list = value_nth(step, 1);
    Ids ids;
    read_ids(place->load, &list, &ids);
    out->kind = PLAY_FOUND;
    out->actor = NONE;
    out->choice = 0;
    for (int32_t i = 0; i < ids.count; i++) {
        uint8_t actor = names_index(place->load, "actor", ids.id[i], &ids.at[i]);
        if (actor == NONE) continue;
        if (out->actor == NONE) out->actor = actor;
        out->choice = (int16_t)(out->choice | 1 << actor);
    }
    if (ids.count >= 2) return;
    Diag *diag = complain(place->load, "E220", &step->at, PLACE_VALUE,
            "A coalition is founded by two or more actors.");
    diag_fix(diag, "{ \"found\", \"union, cleaners\" }");
}

static void read_step(const TestPlace *place, const Value *step, TestStep *out) {
    const char *word = word_at(step, 0);
    out->line = line_of(&step->at);
    if (strcmp(word, "round_ends") == 0) {
        out->kind = PLAY_ROUND_ENDS;
    } else if (strcmp(word, "phase") == 0) {
        phase_step(place, step, out);
    } else if (strcmp(word, "happen") == 0) {
        happen_step(place, step, out);
    } else if (strcmp(word, "decide") == 0) {
        out->kind = PLAY_DECIDE;
        out->index = index_at(place, step, 1, "arena");
    } else if (strcmp(word, "vote") == 0) {
        vote_step(place, step, out);
    } else if (strcmp(word, "spread") == 0) {
        spread_step(place, step, out);
    } else if (strcmp(word, "join") == 0) {
        join_step(place, step, out);
    } else if (strcmp(word, "found") == 0) {
        found_step(place, step, out);
    } else {
        move_step(place, step, out);
    }
}

static void read_steps(const TestPlace *place) {
    Value list = value_field(place->item, "play");
    if (!list.node || list.node->kind != NODE_TABLE) return;
    TestStep *steps = region_take(&place->load->out->region,
            sizeof *steps * (size_t)(list.node->items_count + 1));
    for (int32_t i = 0; i < list.node->items_count; i++) {
        Value step = value_nth(&list, i);
        if (step.node->kind != NODE_TABLE || step.node->items_count == 0) {
            diag_fix(complain(place->load, "E220", &step.at, PLACE_VALUE,
                             "A step is { \"actor\", \"move\", target = \"…\" }."),
                    "or { \"round_ends\" }, { \"phase\", \"…\" }, { \"happen\", \"…\" }, { "
                    "\"decide\", \"…\" }");
            continue;
        }
        read_step(place, &step, &steps[place->test->steps_count++]);
    }
    place->test->steps = steps;
}

// ---- expectations ---------------------------------------------------------------------------------------

static bool starts_with(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

static void expect_one(const TestPlace *place, const Value *value, TestExpect *out) {
    Load *load = place->load;
    const char *text = value->node->text;
    out->words = text;
    out->line = line_of(&value->at);
    if (starts_with(text, "ending ")) {
        out->kind = EXPECT_ENDING;
        out->index = names_index(load, "ending", text + 7, &value->at);
        return;
    }
    if (starts_with(text, "faults ")) {
        out->kind = EXPECT_FAULTS;
        out->least = (int16_t)strtol(text + 7, NULL, 10);
        return;
    }
    const char *condition = text;
    if (starts_with(text, "said "))
        condition = region_format(load->region, "said.%s", text + 5);
    ExprPlace where = programs_place(load, place->item, "expect", &value->at);
    int32_t before = load->diags->count;
    out->expr = expr_compile(load->def, condition, true, &where, load->diags);
    settle_findings(load, value->at.machine, before);
}

// "NAME between A% and B%"; true when it was one, with the name's length.
static bool read_between(const char *text, size_t *name, TestExpect *out) {
    const char *at = strstr(text, " between ");
    int least = 0, most = 0;
    if (!at || sscanf(at, " between %d%% and %d%%", &least, &most) != 2) return false;
    out->least = (int16_t)core_clamp(least, 0, 100);
    out->most = (int16_t)core_clamp(most, 0, 100);
    *name = (size_t)(at - text);
    return true;
}

static bool named_share(Load *load, const Value *value, const char *name, TestExpect *out) {
    out->kind = EXPECT_ENDING_SHARE;
    if (strcmp(name, "passes") == 0) out->kind = EXPECT_PASSES;
    if (strcmp(name, "flips by micro") == 0) out->kind = EXPECT_FLIPS;
    if (strcmp(name, "text changed") == 0) out->kind = EXPECT_TEXT_CHANGED;
    if (starts_with(name, "hidden ")) {
        out->kind = EXPECT_HIDDEN;
        out->index = names_index(load, "actor", name + 7, &value->at);
    }
    if (out->kind == EXPECT_ENDING_SHARE)
        out->index = names_index(load, "ending", name, &value->at);
    return true;
}

static void expect_share(const TestPlace *place, const Value *value, TestExpect *out) {
    static const struct {
        const char *words;
        ExpectKind kind;
    } rows[] = {
            {"every move used",             EXPECT_EVERY_MOVE   },
            {"every ending reached",        EXPECT_EVERY_ENDING },
            {"no style best on everything", EXPECT_NO_STYLE_BEST},
            {"no faults",                   EXPECT_NO_FAULTS    },
    };
    const char *text = value->node->text;
    out->words = text;
    out->line = line_of(&value->at);
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (strcmp(rows[i].words, text) != 0) continue;
        out->kind = (uint8_t)rows[i].kind;
        return;
    }
    int most = 0;
    size_t name = 0;
    if (sscanf(text, "no ending above %d%%", &most) == 1) {
        out->kind = EXPECT_NO_ENDING_ABOVE;
        out->most = (int16_t)core_clamp(most, 0, 100);
    } else if (read_between(text, &name, out)) {
        named_share(
                place->load, value, region_copy_text(place->load->region, text, name), out);
    } else {
        Diag *diag = complain(place->load, "E230", &value->at, PLACE_VALUE,
                "Not understood: \"%.80s\".", text);
        diag_expected(diag, "NAME between A%% and B%%, no ending above N%%, every move "
                            "used, every ending reached, no faults");
    }
}

static const TestExpect *read_expects(const TestPlace *place, bool shares, int32_t *count) {
    Value list = value_field(place->item, "expect");
    *count = 0;
    if (!list.node || list.node->kind != NODE_TABLE) return NULL;
    TestExpect *expects = region_take(&place->load->out->region,
            sizeof *expects * (size_t)(list.node->items_count + 1));
    for (int32_t i = 0; i < list.node->items_count; i++) {
        Value one = value_nth(&list, i);
        if (one.node->kind != NODE_TEXT) continue;
        TestExpect *expect = &expects[(*count)++];
        if (shares) {
            expect_share(place, &one, expect);
        } else {
            expect_one(place, &one, expect);
        }
    }
    return expects;
}

// ---- the declarations -------------------------------------------------------------------------------------

static void read_test(Load *load, const Item *item) {
    ScenarioTest *test = &load->out->tests.tests[load->out->tests.tests_count++];
    *test = (ScenarioTest){.name = item->decl->id,
            .file = item->decl->file,
            .line = item->decl->line,
            .seed = (uint32_t)core_max(0, read_number(item, "seed")),
            .seats = (uint8_t)read_number(item, "seats")};
    TestPlace place = {load, item, test};
    read_given_numbers(&place);
    read_steps(&place);
    test->expects = read_expects(&place, false, &test->expects_count);
}

// Without a name it speaks of the case's own time plan.
static bool of_this_plan(Load *load, const Item *item) {
    At at;
    const char *id = read_id(item, "format", &at);
    if (load->turned) return false; // what is asked for holds for the knobs as they are
    if (!id) return !load->other_format;
    return names_find(load, "format", id, &at) == load->format_item;
}

static void read_simulate(Load *load, const Item *item) {
    if (!of_this_plan(load, item)) return;
    ScenarioSimulate *simulate =
            &load->out->tests.simulates[load->out->tests.simulates_count++];
    *simulate = (ScenarioSimulate){.name = item->decl->id,
            .file = item->decl->file,
            .line = item->decl->line,
            .games = read_number(item, "games"),
            .seed = (uint32_t)core_max(0, read_number(item, "seed")),
            .players = (uint8_t)read_choice(item, "players"),
            .seats = (uint8_t)read_number(item, "seats")};
    TestPlace place = {load, item, NULL};
    simulate->expects = read_expects(&place, true, &simulate->expects_count);
}

// Room for more beside those already read from another machine.
static void make_room(Load *load, ScenarioTests *tests, int32_t more) {
    size_t tests_most = (size_t)(tests->tests_count + more) + 1;
    size_t simulates_most = (size_t)(tests->simulates_count + more) + 1;
    ScenarioTest *moved = region_take(&load->out->region, sizeof *moved * tests_most);
    ScenarioSimulate *moved_too =
            region_take(&load->out->region, sizeof *moved_too * simulates_most);
    for (int32_t i = 0; i < tests->tests_count; i++)
        moved[i] = tests->tests[i];
    for (int32_t i = 0; i < tests->simulates_count; i++)
        moved_too[i] = tests->simulates[i];
    tests->tests = moved;
    tests->simulates = moved_too;
}

void tests_read(Load *load, Machine *machine, Unit *unit) {
    const DeclList *decls = machine_decls(machine);
    ScenarioTests *tests = &load->out->tests;
    make_room(load, tests, decls->count);
    Unit place = *unit;
    place.machine = machine;
    for (int32_t i = 0; i < decls->count; i++) {
        const Decl *decl = &decls->items[i];
        int32_t word = schema_word(decl->word);
        bool is_test =
                strcmp(decl->word, "test") == 0 || strcmp(decl->word, "simulate") == 0;
        if (word < 0 || !is_test || decl->body.kind != NODE_TABLE) continue;
        Item item = {.decl = decl,
                .unit = &place,
                .word = schema_word_at(word),
                .id = decl->id,
                .index = -1};
        if (machine != unit->machine) shape_check_item(load, &item);
        // Tests name phases and rounds of the case's own time plan.
        bool test = strcmp(decl->word, "test") == 0;
        if (test && !load->other_format && !load->turned) read_test(load, &item);
        if (strcmp(decl->word, "simulate") == 0) read_simulate(load, &item);
    }
}

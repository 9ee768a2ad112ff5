// scenario/check.c — what a case lacks as a design: warnings and counts. Never: an error of form, a change of the Def.
#include "expr/expr.h"
#include "scenario/work.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BRIEF_WORDS_MAX = 120, VERBS_MAX = 10 };

typedef void (*Look)(Load *load, const Item *item);

static void each(Load *load, const char *word, Look look) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (!item->dropped && strcmp(item->word->name, word) == 0) look(load, item);
    }
}

static Diag *warn(Load *load, const char *code, const Item *item, const char *field,
        const char *message) {
    Value value = value_field(item, field);
    At at = value.node ? value.at : at_item(item);
    return complain(load, code, &at, value.node ? PLACE_VALUE : PLACE_KEY, "%s %s",
            item_title(load, item), message);
}

// ---- actors --------------------------------------------------------------------------------------------

static int32_t words_in(const char *text) {
    int32_t count = 0;
    for (const char *at = text; *at;) {
        at += strspn(at, " \n\t");
        if (*at) count++;
        at += strcspn(at, " \n\t");
    }
    return count;
}

static void brief(Load *load, const Item *item) {
    const char *text = read_text(item, "brief");
    int32_t words = text ? words_in(text) : 0;
    if (words <= BRIEF_WORDS_MAX) return;
    char message[80];
    snprintf(message, sizeof message, "has a brief of %d words; people read %d.", words,
            BRIEF_WORDS_MAX);
    diag_fix(warn(load, "W604", item, "brief", message),
            "put the rest into notes/facilitator.md");
}

static void moves(Load *load, const Item *item) {
    const Def *def = load->def;
    const Actor *actor = &def->actors[item->index];
    int32_t verbs = 0, all = 0;
    for (int32_t i = 0; i < def->moves_count; i++) {
        if (!def_has_move(actor->deck, i)) continue;
        all++;
        verbs += def->moves[i].kind == MOVE_VERB;
    }
    if (all == 0)
        warn(load, "W602", item, "deck", "has no move at all; nobody can play it.");
    if (verbs <= VERBS_MAX) return;
    char message[80];
    snprintf(message, sizeof message, "has %d verbs; more than %d are hard to choose from.",
            verbs, VERBS_MAX);
    diag_fix(warn(load, "W606", item, "deck", message),
            "deck = \"…\" with the ones that matter");
}

// What most actors have; the smaller number where two are equally common.
static int32_t usual_voice(const Def *def) {
    int32_t best = 0, most = 0;
    for (int32_t voice = 1; voice <= 3; voice++) {
        int32_t count = 0;
        for (int32_t a = 0; a < def->counts[KIND_ACTOR]; a++)
            count += def->actors[a].voice == voice;
        if (count <= most) continue;
        most = count;
        best = voice;
    }
    return best;
}

static void one_actor(Load *load, const Item *item) {
    if (item->index < 0) return;
    const Actor *actor = &load->def->actors[item->index];
    brief(load, item);
    moves(load, item);
    if ((actor->tags >> TAG_AFFECTED & 1) && actor->seat == SEAT_COMPUTER) {
        warn(load, "W611", item, "seat",
                "is affected by the decision, but only the computer plays it.");
    }
    if (actor->voice != usual_voice(load->def)) {
        warn(load, "W605", item, "voice",
                "has another voice than the others: talk is no longer equal.");
    }
}

// ---- red lines -------------------------------------------------------------------------------------------

static State *first_state(const Def *def) {
    State *state = calloc(1, sizeof *state);
    ASSERT(state != NULL);
    memcpy(state->cell, def->start, sizeof state->cell);
    state->round = 1;
    for (int32_t a = 0; a < def->counts[KIND_ACTOR]; a++) {
        for (int32_t r = 0; r < def->counts[KIND_ARENA]; r++)
            state->position[a][r] = def->arenas[r].start[a];
    }
    return state;
}

static void red_lines(Load *load, const Item *item) {
    if (item->index < 0) return;
    const Def *def = load->def;
    const Actor *actor = &def->actors[item->index];
    State *state = first_state(def);
    ExprScope scope = {
            .def = def, .state = state, .me = (uint8_t)item->index, .with = NONE};
    Value list = value_field(item, "red_lines");
    for (int32_t i = 0; i < actor->red_lines_count; i++) {
        if (actor->red_lines[i].when == 0 || !expr_holds(&scope, actor->red_lines[i].when))
            continue;
        Value one = value_nth(&list, i);
        Diag *diag = complain(load, "W607", &one.at, PLACE_VALUE,
                "%s: this red line is crossed before the game begins.",
                item_title(load, item));
        diag_fix(diag, "add what must have happened, for example passed.… and …");
    }
    free(state);
}

// ---- the text ------------------------------------------------------------------------------------------------

static bool level_matters(const Def *def, int32_t clause, int32_t level) {
    for (int32_t a = 0; a < def->counts[KIND_ACTOR]; a++) {
        if (def->actors[a].wants_set[clause] && def->actors[a].wants[clause] == level)
            return true;
    }
    for (int32_t d = 0; d < def->counts[KIND_DECIDER]; d++) {
        if (def->deciders[d].values[clause][level] != 0) return true;
    }
    return false;
}

static void levels(Load *load, const Item *item) {
    const Def *def = load->def;
    if (item->index < 0) return;
    Value list = value_field(item, "levels");
    for (int32_t level = 1; level < def->clauses[item->index].levels_count; level++) {
        if (level_matters(def, item->index, level)) continue;
        Value one = value_nth(&list, level);
        complain(load, "W608", &one.at, PLACE_VALUE,
                "%s: nobody wants level %d, and no decider values it.",
                item_title(load, item), level);
    }
}

// ---- happenings, endings, amounts ---------------------------------------------------------------------------------

static void empty_happening(Load *load, const Item *item) {
    if (item->index < 0) return;
    const Happening *happening = &load->def->happenings[item->index];
    if (happening->changes.count > 0 || happening->choices_count > 0
            || happening->readings_count > 0)
        return;
    diag_fix(warn(load, "W612", item, "text", "changes nothing and asks nothing."),
            "add gives, loses, does, choices or readings");
}

static void endings(Load *load) {
    const Item *last = NULL;
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (item->index < 0 || strcmp(item->word->name, "ending") != 0) continue;
        if (last) {
            char message[120];
            snprintf(message, sizeof message,
                    "cannot be reached: %.60s before it always fits.", last->id);
            diag_fix(warn(load, "W601", item, "when", message), "put it before that one");
        }
        if (!last && load->def->endings[item->index].when == 0) last = item;
    }
}

static void always_zero(Load *load, const Item *item) {
    if (item->index < 0 || !item->unit->scenario) return;
    const Def *def = load->def;
    const Move *move = &def->moves[item->index];
    for (int32_t i = 0; i < move->changes.count; i++) {
        const Change *change = &def->changes[move->changes.first + i];
        bool number = change->op == CHANGE_GAIN || change->op == CHANGE_LOSE;
        if (!number || change->amount == 0 || !def->exprs[change->amount].constant)
            continue;
        ExprScope scope = {.def = def, .me = NONE, .with = NONE};
        if (expr_run(&scope, change->amount) == 0)
            warn(load, "W614", item, "gives", "has an amount that is always 0.");
    }
}

// ---- the whole case ---------------------------------------------------------------------------------------------------

static void time_plan(Load *load) {
    const Def *def = load->def;
    if (!load->format_item || def->debrief_minutes == 0) return;
    int32_t round = 0, pauses = __builtin_popcount(def->pause_after) * def->pause_minutes;
    for (int32_t i = 0; i < def->phases_count; i++)
        round += def->phases[i].half_minutes;
    int32_t all =
            def->brief_minutes + def->rounds * round / 2 + pauses + def->debrief_minutes;
    diags_add(load->diags, "N2", "pack.lua", 0, 0,
            "%d minutes: %d to begin, %d rounds of %d, %d of pauses, %d for the debrief.",
            all, def->brief_minutes, def->rounds, round / 2, pauses, def->debrief_minutes);
    // The half day keeps its long breaks and a replay outside the plan.
    if (def->debrief_minutes * 3 >= all || def->debrief_minutes >= 60) return;
    At at = at_item(load->scenario_item);
    Diag *diag = complain(load, "W603", &at, PLACE_KEY,
            "Of %d minutes only %d are for the debrief; a third is needed.", all,
            def->debrief_minutes);
    diag_fix(diag, "fewer rounds, or a format with a longer debrief");
}

static void care(Load *load) {
    const Def *def = load->def;
    for (int32_t i = 0; i < def->notes_count; i++) {
        if (def->notes[i].kind == NOTE_CONTENT) return;
    }
    At at = at_item(load->scenario_item);
    diag_fix(complain(load, "W609", &at, PLACE_KEY, "There is no content note."),
            "content_note { text = \"You may pass or swap at any time.\" }");
}

static void functions_without_test(Load *load) {
    if (!load->options->tests || load->out->tests.tests_count > 0) return;
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (strcmp(item->word->name, "on") != 0
                || item->unit != &load->units[load->units_count - 1])
            continue;
        At at = at_item(item);
        diag_fix(complain(load, "W613", &at, PLACE_KEY,
                         "No author test tries this function."),
                "add a file in tests/");
        return;
    }
}

typedef struct List {
    char words[240];
    size_t used;
} List;

static void add_count(List *list, int32_t count, const char *one) {
    if (list->used + 40 > sizeof list->words) return;
    list->used +=
            (size_t)snprintf(list->words + list->used, sizeof list->words - list->used,
                    "%s%d %s%s", list->used ? ", " : "", count, one, count == 1 ? "" : "s");
}

static void counts(Load *load) {
    const Def *def = load->def;
    static const Kind kinds[] = {
            KIND_ACTOR, KIND_ISSUE, KIND_CLAUSE, KIND_FRAME, KIND_ARENA, KIND_DECIDER};
    List list = {.used = 0};
    for (size_t i = 0; i < ARRAY_COUNT(kinds); i++)
        add_count(&list, def->counts[kinds[i]], kind_word(kinds[i]));
    add_count(&list, def->moves_count, "move");
    add_count(&list, def->happenings_count, "happening");
    add_count(&list, def->endings_count, "ending");
    add_count(&list, core_max(0, def->texts_count - 1), "text");
    const char *id = def_text(def, def->id), *version = def_text(def, def->version);
    diags_add(load->diags, "N1", "pack.lua", 0, 0, "%s %s: %s.", id, version, list.words);
    if (load->options->tests && load->out->tests.tests_count == 0) {
        diags_add(load->diags, "N3", "tests/", 0, 0, "There are no author tests.");
    }
}

void check_design(Load *load) {
    if (load->diags->errors > 0) return; // first things first
    counts(load);
    plain_check(load);
    if (!load->scenario_item) return;
    each(load, "actor", one_actor);
    each(load, "actor", red_lines);
    each(load, "clause", levels);
    each(load, "happening", empty_happening);
    each(load, "verb", always_zero);
    each(load, "tradeoff", always_zero);
    endings(load);
    time_plan(load);
    care(load);
    functions_without_test(load);
    if (load->def->license == 0)
        diags_add(load->diags, "W904", "pack.lua", 0, 0,
                "The pack says nothing about its license.");
}

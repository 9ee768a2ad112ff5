// scenario/words_building.c — the words position, loan, open_arena, grant and voice_gift as changes. Never: carries one out (rules/building.h names the fields).
#include "model/state.h"
#include "scenario/words_parts.h"
#include <string.h>

static const char place_words[] = "seat vote chair pen budget";

// Number of the question of this name, -1 if the move asks for no such thing.
static int32_t word_asked(const Word *word, const char *field) {
    const char *text = word_text(word, field);
    for (int32_t i = 0; text && i < word->place->asks_count; i++) {
        if (strcmp(def_text(word->load->def, word->place->asks[i].id), text) == 0) return i;
    }
    return -1;
}

// ---- where --------------------------------------------------------------------------------------

// An arena, what is asked or pointed at, or all arenas of a level.
static Sel arenas_in(const Word *word) {
    static const char levels[] = "local national global";
    const char *text = word_text(word, "arena");
    int32_t asked = word_asked(word, "arena");
    if (!text) {
        word_missing(word, "arena");
        return (Sel){0};
    }
    if (asked >= 0 && word->place->asks[asked].thing == KIND_ARENA)
        return (Sel){.how = SEL_ASKED, .kind = KIND_ARENA, .index = (uint8_t)asked};
    if (strcmp(text, "target") == 0) return (Sel){.how = SEL_TARGET, .kind = KIND_ARENA};
    if (strcmp(text, "arenas") == 0) return (Sel){SEL_SET, KIND_ARENA, SET_ALL, 0};
    int32_t level = schema_place_of(levels, text);
    if (level >= 0) return (Sel){SEL_SET, KIND_ARENA, (uint8_t)(SET_LOCAL + level), 0};
    Value value = value_in(&word->value, "arena");
    uint8_t index = names_index(word->load, "arena", text, &value.at);
    return index == NONE ? (Sel){0} : (Sel){SEL_ONE, KIND_ARENA, index, 0};
}

// ---- what is given --------------------------------------------------------------------------------

// The words of a question about places stand for the engine's places, so they carry its numbers.
static bool numbers_fit(const Word *word, const Ask *ask, const At *at) {
    const Def *def = word->load->def;
    for (int32_t i = 0; i < ask->words_count; i++) {
        const AskWord *one = &def->ask_words[ask->words_first + i];
        int32_t place = schema_place_of(place_words, def_text(def, one->id));
        if (place >= 0 && one->value == place + 1) continue;
        Diag *diag = complain(word->load, "E224", at, PLACE_VALUE,
                "%s: \"%.30s\" is no place of this number.",
                item_title(word->load, word->item), def_text(def, one->id));
        diag_expected(diag, "seat = 1, vote = 2, chair = 3, pen = 4, budget = 5");
        return false;
    }
    return ask->words_count > 0;
}

static int16_t place_in(const Word *word) {
    const char *text = word_text(word, "place");
    Value value = value_in(&word->value, "place");
    int32_t asked = word_asked(word, "place");
    if (asked >= 0) {
        bool good = numbers_fit(word, &word->place->asks[asked], &value.at);
        return good ? (int16_t)(CHANGE_ASKED + asked) : (int16_t)LOAN_SEAT;
    }
    int32_t place = text ? schema_place_of(place_words, text) : 0;
    if (place >= 0) return (int16_t)(place + 1);
    static const char *const names[] = {"seat", "vote", "chair", "pen", "budget"};
    Diag *diag = complain(word->load, "E224", &value.at, PLACE_VALUE,
            "There is no place \"%.30s\".", text);
    diag_expected(diag, "seat, vote, chair, pen or budget, or an asked name");
    diag_near(diag, diag_nearest(text, names, ARRAY_COUNT(names)));
    return LOAN_SEAT;
}

// Who gives it up; without the field `otherwise`.
static int16_t giver_in(const Word *word, int16_t otherwise) {
    const char *text = word_text(word, "from");
    if (!text) return otherwise;
    if (strcmp(text, "me") == 0) return CHANGE_WHO_ACTS;
    if (strcmp(text, "nobody") == 0) return CHANGE_NOBODY;
    Value value = value_in(&word->value, "from");
    uint8_t actor = names_index(word->load, "actor", text, &value.at);
    return actor == NONE ? (int16_t)CHANGE_NOBODY : (int16_t)actor;
}

static bool needs(const Word *word, const char *field) {
    if (value_in(&word->value, field).node) return false;
    word_missing(word, field);
    return true;
}

void word_position(Word *word) {
    static const int16_t bits[] = {
            PLACE_SEAT, PLACE_SEAT, PLACE_SEAT | PLACE_CHAIR, PLACE_SEAT | PLACE_PEN};
    Change *change = word->change;
    change->who = word_actors(word, "who");
    change->toward = arenas_in(word);
    int16_t place = place_in(word);
    bool plain = place < LOAN_BUDGET && !word_text(word, "from");
    if (plain) { // a place that is there for whoever gets it
        change->a = bits[place - 1];
        if (place == LOAN_VOTE) change->amount = expr_constant(word->load->def, 1);
        return;
    }
    change->a = place;
    change->b = giver_in(word, CHANGE_NOBODY);
    change->amount = word_amount(word, "by");
}

static bool says_yes(const Word *word, const char *field) {
    Value value = value_in(&word->value, field);
    return value.node && value.node->kind == NODE_BOOLEAN && value.node->integer != 0;
}

void word_loan(Word *word) {
    Change *change = word->change;
    if (says_yes(word, "embed")) {
        change->sign = 1;
        if ((word->place->target_kinds >> KIND_POSITION) & 1) return;
        Diag *diag = complain(word->load, "E222", &word->value.at, PLACE_VALUE,
                "%s: which loan shall stay? The move points at none.",
                item_title(word->load, word->item));
        diag_fix(diag, "add target = \"position\" to the move");
        return;
    }
    if (needs(word, "who")) return;
    change->who = word_actors(word, "who");
    change->toward = arenas_in(word);
    change->a = place_in(word);
    change->b = giver_in(word, word->place->has_me ? CHANGE_WHO_ACTS : CHANGE_NOBODY);
    change->amount = word_amount(word, "by");
    ExprId rounds = word_amount(word, "rounds");
    change->c = rounds ? (int16_t)rounds : -1;
}

// ---- meetings that are called ---------------------------------------------------------------------

static int16_t chair_in(const Word *word) {
    const char *text = word_text(word, "chair");
    int32_t asked = word_asked(word, "chair");
    if (!text || strcmp(text, "me") == 0) return CHANGE_WHO_ACTS;
    if (asked >= 0) return (int16_t)(CHANGE_ASKED + asked);
    Value value = value_in(&word->value, "chair");
    return (int16_t)names_index(word->load, "actor", text, &value.at);
}

void word_open_arena(Word *word) {
    Change *change = word->change;
    int32_t asked = word_asked(word, "guests");
    if (needs(word, "guests")) return;
    change->toward = arenas_in(word);
    bool list = asked >= 0 && word->place->asks[asked].kind == ASK_ACTORS;
    if (list)
        change->b = (int16_t)(CHANGE_ASKED + asked);
    else
        change->who = word_actors(word, "guests");
    change->a = chair_in(word);
    ExprId round = word_amount(word, "round");
    change->c = round ? (int16_t)round : -1;
}

// ---- money and voice ----------------------------------------------------------------------------------

static int16_t moves_in(const Word *word, const char *field) {
    Def *def = word->load->def;
    Value value = value_in(&word->value, field);
    if (!value.node) return -1;
    if (def->move_sets_count == MOVE_SETS_MAX) {
        complain(word->load, "E225", &value.at, PLACE_KEY,
                "A pack holds at most %d lists of what strings close.", MOVE_SETS_MAX);
        return -1;
    }
    uint64_t *set = def->move_sets[def->move_sets_count];
    Ids ids;
    read_ids(word->load, &value, &ids);
    for (int32_t i = 0; i < ids.count; i++) {
        const Item *move = names_find(word->load, "move", ids.id[i], &ids.at[i]);
        if (!move || move->index < 0) continue;
        set[move->index / 64] |= UINT64_C(1) << (move->index % 64);
    }
    return (int16_t)def->move_sets_count++;
}

void word_grant(Word *word) {
    Change *change = word->change;
    if (needs(word, "who") || needs(word, "by")) return;
    change->who = word_actors(word, "who");
    change->amount = word_amount(word, "by");
    change->b = says_yes(word, "tied") ? 1 : 0;
    change->a = moves_in(word, "shuts");
    if (change->a < 0 || change->b == 1) return;
    Value value = value_in(&word->value, "shuts");
    Diag *diag = complain(word->load, "E226", &value.at, PLACE_KEY,
            "%s: money without a string closes nothing.",
            item_title(word->load, word->item));
    diag_fix(diag, "add tied = true, or leave shuts out");
}

void word_voice_gift(Word *word) {
    if (needs(word, "who") || needs(word, "by")) return;
    word->change->who = word_actors(word, "who");
    word->change->amount = word_amount(word, "by");
}

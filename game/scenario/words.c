// scenario/words.c — change words of `does`: gain, tell, reveal, happen … as changes. Never: numbers in braces (changes.c), carrying them out.
#include "scenario/words_parts.h"
#include <stdio.h>
#include <string.h>

static ChangeOp op_of(const char *word) {
    static const char *const words[CHANGE_COUNT] = {
            "",
#define CHANGE(id, text) text,
#include "model/changes.def"
#undef CHANGE
    };
    for (int32_t i = 1; i < CHANGE_COUNT; i++) {
        if (strcmp(words[i], word) == 0) return (ChangeOp)i;
    }
    return CHANGE_NONE;
}

const char *word_text(const Word *word, const char *field) {
    Value value = value_in(&word->value, field);
    return value.node && value.node->kind == NODE_TEXT ? value.node->text : NULL;
}

const Item *word_ref(const Word *word, const char *field, const char *kind) {
    Value value = value_in(&word->value, field);
    if (!value.node || value.node->kind != NODE_TEXT) return NULL;
    return names_find(word->load, kind, value.node->text, &value.at);
}

void word_missing(const Word *word, const char *fields) {
    complain(word->load, "E211", &word->value.at, PLACE_VALUE, "%s: %s needs %s.",
            item_title(word->load, word->item), word->value.node->text, fields);
}

// Who is meant: an asked name, or actors and tags.
Sel word_actors(const Word *word, const char *field) {
    Value value = value_in(&word->value, field);
    if (!value.node) return (Sel){0};
    const char *text = value.node->kind == NODE_TEXT ? value.node->text : "";
    for (int32_t i = 0; i < word->place->asks_count; i++) {
        const Ask *ask = &word->place->asks[i];
        if (strcmp(def_text(word->load->def, ask->id), text) != 0) continue;
        return (Sel){.how = SEL_ASKED, .kind = ask->thing, .index = (uint8_t)i};
    }
    if (strcmp(text, "target") == 0) {
        uint8_t kind = KIND_ACTOR;
        if (!((word->place->target_kinds >> KIND_ACTOR) & 1)) kind = KIND_DECIDER;
        if (word->place->target_kinds == 0) kind = KIND_ACTOR;
        return (Sel){.how = SEL_TARGET, .kind = kind};
    }
    Sel sel = {0};
    who_actors(word->load, &value, "nobody", &sel);
    return sel;
}

ExprId word_amount(const Word *word, const char *field) {
    Value value = value_in(&word->value, field);
    return programs_amount(word->load, &value, word->place);
}

void word_not_one_of(const Word *word, const char *field, const char *words) {
    Value value = value_in(&word->value, field);
    Diag *diag = complain(word->load, "E224", value.node ? &value.at : &word->value.at,
            PLACE_VALUE, "%s: %s: not one of the words it takes.",
            item_title(word->load, word->item), field);
    diag_expected(diag, "%s", words);
}

// ---- numbers ---------------------------------------------------------------------------------------------

static int32_t split_path(
        const Word *word, const char *path, const char **steps, int32_t count) {
    path = alias_text(word->load, word->value.at.machine, path);
    while (*path && count < 4) {
        size_t length = strcspn(path, ".");
        steps[count++] = region_copy_text(word->load->region, path, length);
        path += length + (path[length] == '.');
    }
    return count;
}

// The steps of a number in the order expressions use: track.owner.other, or owner.track.
static int32_t steps_of(const Word *word, const char *what, const char *who,
        const char *toward, const char **steps) {
    int32_t count = 0;
    if (toward) {
        count = split_path(word, what, steps, count);
        if (who && count < 4) steps[count++] = who;
        if (count < 4) steps[count++] = toward;
        return count;
    }
    if (who) steps[count++] = who;
    return split_path(word, what, steps, count);
}

static bool name_number(
        Word *word, const char *who, const char *toward, ExprNumber *number) {
    Value what = value_in(&word->value, "what");
    const char *steps[4];
    if (!what.node || what.node->kind != NODE_TEXT) {
        word_missing(word, "what: the name of a number");
        return false;
    }
    int32_t count = steps_of(word, what.node->text, who, toward, steps);
    ExprPlace place = *word->place;
    Place where = machine_place(
            what.at.machine, what.at.decl, what.at.path, what.at.count, PLACE_VALUE);
    place.file = where.file;
    place.line = where.line;
    place.column = where.column + 1;
    int32_t before = word->load->diags->count;
    bool named = expr_number_named(
            word->load->def, steps, count, &place, word->load->diags, number);
    settle_findings(word->load, what.at.machine, before);
    return named;
}

static void number_word(Word *word) {
    ExprNumber number;
    bool moves = word->op == CHANGE_MOVE;
    const char *who = word_text(word, moves ? "from" : "who"),
               *toward = moves ? NULL : word_text(word, "toward");
    if (!name_number(word, who, toward, &number)) return;
    Change *change = word->change;
    change->track = number.track;
    change->who = number.row;
    change->toward = number.column;
    const char *amount = value_in(&word->value, "tenths").node ? "tenths"
                         : word->op == CHANGE_SET              ? "to"
                                                               : "by";
    if (strcmp(amount, "tenths") == 0) change->flags |= CHANGE_IN_TENTHS;
    if (!value_in(&word->value, amount).node)
        word_missing(word, word->op == CHANGE_SET ? "to" : "by or tenths");
    bool set = number.row.how == SEL_SET || number.row.how == SEL_TAG;
    ExprPlace place = *word->place;
    if (set && place.each_kind == KIND_NONE) place.each_kind = number.row.kind;
    Value value = value_in(&word->value, amount);
    change->amount = programs_amount(word->load, &value, &place);
    change->sign = word->op == CHANGE_LOSE;
    if (!moves) return;
    ExprNumber other;
    if (!name_number(word, word_text(word, "to"), NULL, &other)) return;
    change->a = number.column.how == SEL_ONE ? number.column.index : -1;
    change->toward = other.row;
}

// ---- words ------------------------------------------------------------------------------------------------

static TextId text_id(Load *load, const char *id) {
    const char *path = region_format(load->region, "text.%s", id);
    for (int32_t i = 1; i < load->def->texts_count; i++) {
        if (strcmp(def_text(load->def, load->def->texts[i].path), path) == 0)
            return (TextId)i;
    }
    return 0;
}

static void fill_text(Word *word) {
    Value value = value_in(&word->value, "text");
    if (!value.node || value.node->kind != NODE_TEXT) {
        word_missing(word, "text: the id of a text");
        return;
    }
    if (names_find(word->load, "text", value.node->text, &value.at)) {
        word->change->a = (int16_t)text_id(word->load, value.node->text);
    }
}

static const Item *any_thing(const Load *load, const char *id) {
    for (int32_t kind = 1; kind <= KIND_FRAME; kind++) {
        const Item *thing = names_look(load, kind_word((Kind)kind), id);
        if (thing) return thing;
    }
    return NULL;
}

// A told text knows {who}, a thing kept in b as kind * 256 + index, and {n}, a number kept in amount.
// Without a thing {who} is who acts.
static void fill_with(Word *word) {
    Value with = value_in(&word->value, "with");
    if (!with.node || with.node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < with.node->fields_count; i++) {
        const char *key = with.node->fields[i].key;
        Value value = value_in(&with, key);
        const char *id = value.node->kind == NODE_TEXT ? value.node->text : "";
        if (strcmp(key, "who") == 0) {
            const Item *thing = any_thing(word->load, id);
            if (!thing && strcmp(id, "me") != 0)
                names_find(word->load, "actor", id, &value.at);
            Kind kind = thing ? kind_of_word(thing->word->name) : KIND_NONE;
            if (thing) word->change->b = (int16_t)((int32_t)kind * 256 + thing->index);
        } else if (strcmp(key, "n") == 0) {
            word->change->amount = programs_amount(word->load, &value, word->place);
        } else {
            Diag *diag = complain(word->load, "E210", &value.at, PLACE_KEY,
                    "%s: tell fills {who} and {n}, not {%.40s}.",
                    item_title(word->load, word->item), key);
            diag_expected(diag, "who = the id of something, n = a number");
        }
    }
}

static void tell(Word *word) {
    fill_text(word);
    word->change->who = word_actors(word, "to");
    fill_with(word);
}

static Sel thing_in(const Word *word, const char *field) {
    const char *text = word_text(word, field);
    if (!text) return (Sel){0};
    if (strcmp(text, "target") != 0) {
        const Item *decider = names_look(word->load, "decider", text);
        if (decider) return (Sel){SEL_ONE, KIND_DECIDER, (uint8_t)decider->index, 0};
        return word_actors(word, field);
    }
    // A target that may be a decider or an actor is told apart when it runs; deciders know more facts.
    bool decider = (word->place->target_kinds >> KIND_DECIDER) & 1;
    return (Sel){.how = SEL_TARGET, .kind = decider ? KIND_DECIDER : KIND_ACTOR};
}

static int16_t fact_of(const Word *word) {
    static const char facts[] = "band stance values resonance numbers promises hidden";
    static const int16_t numbers[] = {1, 1, 2, 3, 4, 5, 6};
    Value what = value_in(&word->value, "what");
    const char *text =
            what.node && what.node->kind == NODE_TEXT ? what.node->text : "stance";
    int32_t place = schema_place_of(facts, text);
    if (place >= 0) return numbers[place];
    Diag *diag = complain(word->load, "E224", &what.at, PLACE_VALUE,
            "\"%.30s\" cannot be revealed.", text);
    diag_expected(diag, "%s", facts);
    return 1;
}

// One fact that is picked with the move: nothing is where it leans, a clause what it wants of it, a frame how
// that reaches it.
static bool picked_fact(Word *word) {
    const char *text = word_text(word, "about");
    if (!text) return false;
    for (int32_t i = 0; i < word->place->asks_count; i++) {
        const Ask *ask = &word->place->asks[i];
        if (ask->kind != ASK_ANY || strcmp(def_text(word->load->def, ask->id), text) != 0)
            continue;
        word->change->a = 1;
        word->change->b = (int16_t)(CHANGE_ASKED + i);
        return true;
    }
    Value about = value_in(&word->value, "about");
    Diag *diag = complain(word->load, "E201", &about.at, PLACE_VALUE,
            "%s: the move asks for no thing \"%.40s\".", item_title(word->load, word->item),
            text);
    diag_expected(diag, "the name of a question in asks, such as \"clause, frame\"");
    return true;
}

static void reveal(Word *word) {
    if (!picked_fact(word)) word->change->a = fact_of(word);
    word->change->who = word_actors(word, "to");
    word->change->toward = thing_in(word, "of");
    bool actor = (word->place->target_kinds >> KIND_ACTOR) & 1;
    bool both = word->change->toward.how == SEL_TARGET
                && word->change->toward.kind == KIND_DECIDER && actor;
    Change *other = both ? changes_take(word->load, &word->value.at) : NULL;
    if (!other) return;
    // One for each kind of target; the one that does not fit selects nobody.
    *other = *word->change;
    other->toward.kind = KIND_ACTOR;
}

// `what` names it too; it is a window only when no happening has the name.
static const char *field_or_what(const Word *word, const char *field) {
    return word_text(word, field) ? field : "what";
}

static void happen(Word *word) {
    const char *id = word_text(word, "window");
    if (!id) id = word_text(word, "what");
    bool window = word_text(word, "window")
                  || (id && !names_look(word->load, "happening", id)
                          && names_look(word->load, "window", id));
    const char *field = field_or_what(word, window ? "window" : "happening");
    if (!word_text(word, field)) {
        word_missing(word, "happening or window");
        return;
    }
    const Item *item = word_ref(word, field, window ? "window" : "happening");
    Value rounds = value_in(&word->value, "rounds");
    word->change->amount = word_amount(word, "after");
    word->change->b = window;
    if (item) word->change->a = (int16_t)item->index;
    if (window) word->change->c = (int16_t)value_number(&rounds, 1);
}

static void lock(Word *word) {
    const char *field = field_or_what(word, "move");
    const Item *move = word_ref(word, field, "move");
    if (!word_text(word, field)) word_missing(word, "move");
    if (move) word->change->a = (int16_t)move->index;
    Value rounds = value_in(&word->value, "rounds");
    word->change->b = (int16_t)value_number(&rounds, 0);
    word->change->who = word_actors(word, "who");
}

Sel word_arena(const Word *word) {
    const char *text = word_text(word, "arena");
    for (int32_t i = 0; text && i < word->place->asks_count; i++) {
        const Ask *ask = &word->place->asks[i];
        bool asked = ask->kind == ASK_THING && ask->thing == KIND_ARENA;
        if (asked && strcmp(def_text(word->load->def, ask->id), text) == 0)
            return (Sel){.how = SEL_ASKED, .kind = KIND_ARENA, .index = (uint8_t)i};
    }
    if (text && strcmp(text, "target") == 0)
        return (Sel){.how = SEL_TARGET, .kind = KIND_ARENA};
    if (text && strcmp(text, "here") == 0)
        return (Sel){.how = SEL_HERE, .kind = KIND_ARENA};
    const Item *arena = word_ref(word, "arena", "arena");
    if (!text) word_missing(word, "arena");
    return arena ? (Sel){SEL_ONE, KIND_ARENA, (uint8_t)arena->index, 0} : (Sel){0};
}

static void finish(Word *word) {
    const char *field = field_or_what(word, "ending");
    const Item *ending = word_ref(word, field, "ending");
    if (!word_text(word, field)) word_missing(word, "ending");
    if (ending) word->change->a = (int16_t)ending->index;
}

static void utter(Word *word) {
    word->change->amount = word_amount(word, "strength");
    word->change->who = word_actors(word, "who");
    if (word_text(word, "arena")) word->change->toward = word_arena(word);
    const Item *frame = word_text(word, "frame") ? word_ref(word, "frame", "frame") : NULL;
    const Item *clause =
            word_text(word, "clause") ? word_ref(word, "clause", "clause") : NULL;
    if (frame) word->change->a = (int16_t)(KIND_FRAME * 256 + frame->index);
    if (clause) word->change->a = (int16_t)(KIND_CLAUSE * 256 + clause->index);
}

static void publish(Word *word) {
    Value what = value_in(&word->value, "what");
    if (!what.node || what.node->kind != NODE_TEXT || strcmp(what.node->text, "quiet") == 0)
        return;
    const Item *move = names_look(word->load, "move", what.node->text);
    if (!move) names_find(word->load, "move", what.node->text, &what.at);
    if (move) word->change->a = (int16_t)move->index;
}

// Words without fields that say what a point of power is.
static void only_point(Word *word) {
    if (strcmp(word->item->word->name, "point_of_power") == 0) return;
    Diag *diag = complain(word->load, "E207", &word->value.at, PLACE_VALUE,
            "%s: the change word \"%s\" belongs to a point of power.",
            item_title(word->load, word->item), word->value.node->text);
    diag_fix(diag, "declare a point_of_power with it");
}

static void fill(Word *word) {
    switch (word->op) {
    case CHANGE_GAIN:
    case CHANGE_LOSE:
    case CHANGE_SET:
    case CHANGE_MOVE: number_word(word); return;
    case CHANGE_TELL: tell(word); return;
    case CHANGE_REVEAL:
        if (!word_watch(word)) reveal(word);
        return;
    case CHANGE_CHAMPION: word_champion(word); return;
    case CHANGE_SUIT: word_suit(word); return;
    case CHANGE_MOTION: word_motion(word); return;
    case CHANGE_SIDE_OFFER: word_side_offer(word); return;
    case CHANGE_RULING: word_ruling(word); return;
    case CHANGE_DEFER: word_defer(word); return;
    case CHANGE_ASK: word->change->who = thing_in(word, "who"); return;
    case CHANGE_PUBLISH: publish(word); return;
    case CHANGE_HAPPEN: happen(word); return;
    case CHANGE_UNLOCK:
    case CHANGE_LOCK: lock(word); return;
    case CHANGE_FINISH: finish(word); return;
    case CHANGE_POSITION: word_position(word); return;
    case CHANGE_LOAN: word_loan(word); return;
    case CHANGE_OPEN_ARENA: word_open_arena(word); return;
    case CHANGE_GRANT: word_grant(word); return;
    case CHANGE_VOICE_GIFT: word_voice_gift(word); return;
    case CHANGE_UTTER: utter(word); return;
    case CHANGE_RESIST: word->change->amount = word_amount(word, "by"); return;
    case CHANGE_READING: word->change->amount = word_amount(word, "strength"); return;
    case CHANGE_REFUSE: fill_text(word); return;
    case CHANGE_QUEUE:
    case CHANGE_PRIME:
    case CHANGE_CHALLENGE: only_point(word); return;
    case CHANGE_NONE:
    case CHANGE_COUNT: return;
    }
}

static void one_word(
        Load *load, const Item *item, const Value *value, const ExprPlace *place) {
    if (value->node->kind == NODE_BAD) return;
    if (value->node->kind != NODE_CHANGE) {
        Diag *diag = complain(load, "E313", &value->at, PLACE_VALUE,
                "%s: does takes change words. Found: %s.", item_title(load, item),
                node_kind_words(value->node));
        diag_fix(diag, "does = { tell { text = \"…\" } }");
        return;
    }
    ExprPlace here = *place;
    here.word = region_format(
            load->region, "%s: %s", item_title(load, item), value->node->text);
    Change *change = changes_take(load, &value->at);
    if (!change) return;
    Word word = {load, item, &here, *value, op_of(value->node->text), change};
    change->op = (uint8_t)word.op;
    Value when = value_in(value, "when");
    change->when = programs_condition(load, &when, &here);
    fill(&word);
}

void changes_words(
        Load *load, const Item *item, const Value *value, const ExprPlace *place) {
    if (!value->node) return;
    if (value->node->kind == NODE_CHANGE) {
        one_word(load, item, value, place);
        return;
    }
    if (value->node->kind != NODE_TABLE) return;
    for (int32_t i = 0; i < value->node->items_count; i++) {
        Value one = value_nth(value, i);
        one_word(load, item, &one, place);
    }
    for (int32_t i = 0; i < value->node->fields_count; i++) {
        Value one = value_in(value, value->node->fields[i].key);
        one_word(load, item, &one, place);
    }
}

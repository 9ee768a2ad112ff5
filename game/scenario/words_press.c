// scenario/words_press.c — change words that press and change rules: champion, suit, motion, side_offer, ruling, and what teams watch or measure. Never: carrying them out (rules/).
#include "model/state.h"
#include "scenario/words_parts.h"
#include <string.h>

enum { TRACKS_MEASURED_MAX = 64, GIFT_MOST = 20 };

void word_champion(Word *word) {
    Change *change = word->change;
    const char *who = word_text(word, "who");
    change->who = (Sel){.how = SEL_TARGET, .kind = KIND_DECIDER};
    if (who && strcmp(who, "target") != 0) {
        const Item *decider = word_ref(word, "who", "decider");
        if (decider) change->who = (Sel){SEL_ONE, KIND_DECIDER, (uint8_t)decider->index, 0};
    } else if (!((word->place->target_kinds >> KIND_DECIDER) & 1)) {
        word_missing(word, "who: a decider, or target = \"decider\" of the move");
    }
    if (!value_in(&word->value, "tenths").node)
        word_missing(word, "tenths: how far it moves each colleague in a round");
    change->flags |= CHANGE_IN_TENTHS;
    change->amount = word_amount(word, "tenths");
}

// A clause a court hears, or what the move points at.
static void claim(Word *word) {
    const char *text = word_text(word, "claim");
    uint16_t kinds = word->place->target_kinds;
    bool pointed = (kinds >> KIND_CLAIM | kinds >> KIND_CLAUSE) & 1;
    if (text && strcmp(text, "target") != 0) {
        const Item *clause = word_ref(word, "claim", "clause");
        if (clause)
            word->change->toward = (Sel){SEL_ONE, KIND_CLAUSE, (uint8_t)clause->index, 0};
    } else if (!pointed) {
        word_missing(word, "claim: a clause, or target = \"claim\" of the move");
    }
}

void word_suit(Word *word) {
    claim(word);
    if (!value_in(&word->value, "by").node) word_missing(word, "by: progress of the claim");
    word->change->amount = word_amount(word, "by");
}

static void motion_number(Word *word, const char *field, MotionKind kind) {
    word->change->a = (int16_t)kind;
    word->change->amount = word_amount(word, field);
}

static void motion_chair(Word *word) {
    static const char rules[] = "fixed rotating elected lot";
    const char *text = word_text(word, "chair");
    int32_t rule = text ? schema_place_of(rules, text) : -1;
    word->change->a = MOTION_CHAIR;
    word->change->b = (int16_t)core_max(0, rule);
    if (rule < 0) word_not_one_of(word, "chair", rules);
}

static void motion_actor(Word *word, const char *field, MotionKind kind) {
    word->change->a = (int16_t)kind;
    word->change->who = word_actors(word, field);
}

void word_motion(Word *word) {
    static const struct {
        const char *field;
        MotionKind kind;
    } rows[] = {
            {"quota",  MOTION_QUOTA},
            {"slots",  MOTION_SLOTS},
            {"chair",  MOTION_CHAIR},
            {"add",    MOTION_SEAT },
            {"vote",   MOTION_VOTE },
            {"remove", MOTION_OUT  },
            {"lot",    MOTION_LOT  },
            {"books",  MOTION_BOOKS},
    };
    word->change->toward = word_arena(word);
    int32_t given = 0;
    for (size_t i = 0; i < ARRAY_COUNT(rows); i++) {
        if (!value_in(&word->value, rows[i].field).node) continue;
        given++;
        if (rows[i].kind == MOTION_CHAIR)
            motion_chair(word);
        else if (rows[i].kind <= MOTION_SLOTS)
            motion_number(word, rows[i].field, rows[i].kind);
        else if (rows[i].kind <= MOTION_OUT)
            motion_actor(word, rows[i].field, rows[i].kind);
        else
            word->change->a = (int16_t)rows[i].kind;
    }
    if (given != 1)
        word_missing(
                word, "exactly one of quota, slots, chair, add, vote, remove, lot, books");
}

void word_side_offer(Word *word) {
    Change *change = word->change;
    change->who = word_actors(word, "who");
    if (change->who.how == SEL_NONE) word_missing(word, "who: whom it is made to");
    change->amount = word_amount(word, "cohesion");
    if (!value_in(&word->value, "what").node) return;
    const Item *resource = word_ref(word, "what", "resource");
    Value by = value_in(&word->value, "by");
    if (resource) change->b = (int16_t)resource->index;
    change->c = (int16_t)value_number(&by, 1);
    if (change->c >= 1 && change->c <= GIFT_MOST) return;
    complain(word->load, "E221", &by.at, PLACE_VALUE, "An offer gives 1 to %d. Found: %d.",
            GIFT_MOST, change->c);
    change->c = 1;
}

void word_ruling(Word *word) {
    if (!word_text(word, "menu")) {
        word_missing(word, "menu: a happening whose choices the facilitator picks from");
        return;
    }
    const Item *menu = word_ref(word, "menu", "happening");
    if (menu) word->change->a = (int16_t)menu->index;
}

// A number of the game by its name: public, civic, frame, heat, legitimacy, a memory.
static void numbers(Word *word) {
    const char *name = word_text(word, "of");
    int32_t track = name ? def_find_track(word->load->def, name) : -1;
    word->change->a = REVEAL_NUMBERS;
    word->change->who = word_actors(word, "to");
    word->change->track = (uint16_t)core_max(0, track);
    if (!name) {
        word_missing(word, "of: the name of a number");
    } else if (track < 0) {
        Value of = value_in(&word->value, "of");
        Diag *diag = complain(word->load, "E201", &of.at, PLACE_VALUE,
                "There is no number \"%.40s\".", name);
        diag_expected(diag, "public, civic, frame, heat, legitimacy, or a memory");
    } else if (track >= TRACKS_MEASURED_MAX) {
        Value of = value_in(&word->value, "of");
        complain(word->load, "E225", &of.at, PLACE_VALUE,
                "At most %d numbers can be measured.", TRACKS_MEASURED_MAX);
    }
}

static bool is_clause(const Word *word, const char *of) {
    bool target = strcmp(of, "target") == 0;
    return target ? (word->place->target_kinds >> KIND_CLAUSE) & 1
                  : names_look(word->load, "clause", of) != NULL;
}

bool word_watch(Word *word) {
    const char *what = word_text(word, "what"), *of = word_text(word, "of");
    if (what && strcmp(what, "numbers") == 0) {
        numbers(word);
        return true;
    }
    bool promises = what && strcmp(what, "promises") == 0;
    if (!promises || !of || !is_clause(word, of)) return false;
    const Item *clause = names_look(word->load, "clause", of);
    word->change->a = REVEAL_PROMISES;
    word->change->who = word_actors(word, "to");
    word->change->toward = clause ? (Sel){SEL_ONE, KIND_CLAUSE, (uint8_t)clause->index, 0}
                                  : (Sel){.how = SEL_TARGET, .kind = KIND_CLAUSE};
    return true;
}

void word_defer(Word *word) {
    const char *text = word_text(word, "item");
    uint16_t kinds = word->place->target_kinds;
    bool pointed = (kinds >> KIND_ITEM | kinds >> KIND_CLAUSE) & 1;
    if (text && strcmp(text, "target") != 0) {
        const Item *clause = word_ref(word, "item", "clause");
        if (clause)
            word->change->toward = (Sel){SEL_ONE, KIND_CLAUSE, (uint8_t)clause->index, 0};
    } else if (!pointed) {
        word_missing(word, "item: a clause, or target = \"item\" of the move");
    }
}

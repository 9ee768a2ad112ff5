// scenario/words_parts.h — what the files that read change words share: one word with its fields, and readers of common fields. Never: included outside words*.c.
#ifndef SCENARIO_WORDS_PARTS_H
#define SCENARIO_WORDS_PARTS_H
#include "scenario/work.h"

typedef struct Word {
    Load *load;
    const Item *item;
    const ExprPlace *place;
    Value value; // the NODE_CHANGE
    ChangeOp op;
    Change *change;
} Word;

// The text of a field, NULL without.
const char *word_text(const Word *word, const char *field);
// The declaration a field names; a finding and NULL when there is none.
const Item *word_ref(const Word *word, const char *field, const char *kind);
// Tells E211: the word needs these fields.
void word_missing(const Word *word, const char *fields);
// Who is meant: an asked name, the target, actors and tags. SEL_NONE without the field.
Sel word_actors(const Word *word, const char *field);
// An arena: its id, the target, or an asked name; tells E211 without.
Sel word_arena(const Word *word);
ExprId word_amount(const Word *word, const char *field);
// A finding E224: the field's text is not one of the words.
void word_not_one_of(const Word *word, const char *field, const char *words);

// words_building.c
void word_position(Word *word);
void word_loan(Word *word);
void word_open_arena(Word *word);
void word_grant(Word *word);
void word_voice_gift(Word *word);

// words_press.c
void word_champion(Word *word);
void word_suit(Word *word);
void word_motion(Word *word);
void word_side_offer(Word *word);
void word_ruling(Word *word);
void word_defer(Word *word);
// reveal of numbers and of promises about a clause; true when it was one.
bool word_watch(Word *word);

#endif // SCENARIO_WORDS_PARTS_H

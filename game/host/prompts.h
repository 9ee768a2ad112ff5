// host/prompts.h — questions of the case around the game: for the journal, to check oneself, for the debrief. Never: a number of the game.
#ifndef HOST_PROMPTS_H
#define HOST_PROMPTS_H
#include "session/say.h"
#include "wire/json_out.h"

// "prompts": what the case asks this actor (or NONE) to write about now. Conditions may read what only the end
// tells, so those with one wait for the debrief.
void prompts_journal(JsonOut *json, const Say *say, const State *state, uint8_t actor);
// "quiz": questions with their answers and why; right is a mask of answers from the first one on.
void prompts_quiz(JsonOut *json, const Say *say, const State *state);
// "asks": what the case asks about these views of the debrief, 1 << number; in the order it wishes.
void prompts_debrief(JsonOut *json, const Say *say, const State *state, uint64_t views);

#endif // HOST_PROMPTS_H

// cli/case_notes.h — what a case says to who leads it, out of its folder "notes". Never: shown to a seat or the board.
#ifndef CLI_CASE_NOTES_H
#define CLI_CASE_NOTES_H
#include "scenario/load.h"

// notes/NAME.LANG.md of the case, else notes/NAME.md; "" when there is none. It lives as long as the scenario.
const char *case_notes(const Scenario *scenario, const char *name, const char *lang);

#endif // CLI_CASE_NOTES_H

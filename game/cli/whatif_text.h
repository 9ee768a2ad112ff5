// cli/whatif_text.h — what would be different in a session, as text. Never: plays it (session/whatif.c).
#ifndef CLI_WHATIF_TEXT_H
#define CLI_WHATIF_TEXT_H
#include "session/whatif.h"

// Prints how it ended, how it would without each actor, the acts that decided, and everybody's share.
void whatif_tell(WhatIf *whatif, const Def *def);

#endif // CLI_WHATIF_TEXT_H

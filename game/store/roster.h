// store/roster.h — the roster in a session file that is open as a Journal. Never: a second connection to the file.
#ifndef STORE_ROSTER_H
#define STORE_ROSTER_H
#include "session/journal.h"
#include "session/roster.h"

// Borrows the journal, which must have been made by store_create or store_open.
Roster store_roster(const Journal *journal);

#endif // STORE_ROSTER_H

// script/plain.h — the way around Lua for files that only write values down. Never: included by another room.
#ifndef SCRIPT_PLAIN_H
#define SCRIPT_PLAIN_H
#include "script/state.h"

// Enters the declarations of a file that holds nothing but words with ids and values written out, as
// running it would. False when there is anything else, or anything to complain about: then nothing was
// entered and Lua is to run the file.
bool plain_read_file(Machine *machine, const ScriptFile *file);

#endif // SCRIPT_PLAIN_H

// cli/shelf.h — a session of the data folder that nobody else has open, with the pack it plays. Never: one that a host serves.
#ifndef CLI_SHELF_H
#define CLI_SHELF_H
#include "cli/places.h"
#include "host/keep.h"
#include "script/hooks.h"

typedef struct Shelf {
    Scenario scenario;
    ScriptHooks script;
    Hooks hooks;
    Session *session;
    Roster roster;
} Shelf;

// By its name or path. False with err, or with what is wrong with its pack in diags.
MUST_USE bool shelf_open(
        Shelf *shelf, Places *places, const char *name, Diags *diags, Err *err);
void shelf_close(Shelf *shelf);
// What everybody wrote, drafts and consents leave the session and its copies; the record still verifies.
MUST_USE bool shelf_forget_all(Shelf *shelf, KeepErased *out, Err *err);
// From now on it is kept so many days after its end, 0 = until somebody erases it.
MUST_USE bool shelf_keep(Shelf *shelf, int32_t days, Err *err);

#endif // CLI_SHELF_H

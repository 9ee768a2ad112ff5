// cli/privacy.h — what a session keeps about one person, as a table anybody can open. Never: writes a file; changes the session.
#ifndef CLI_PRIVACY_H
#define CLI_PRIVACY_H
#include "host/hall.h"
#include "model/people.h"
#include "session/roster.h"
#include "session/session.h"

// In the last column of a line in which somebody may still be named.
#define PRIVACY_LOOK "\"name?\""

// Lines of CSV: what a person wrote, is called, was told and agreed to. seat 0: everybody's. Names are left
// out below EXPORT_FULL, and in texts they become the number of the seat, and lines that may still name somebody are marked; below EXPORT_PSEUDONYM there is no free text, and nothing at all for fewer than
// five people.
MUST_USE bool privacy_table(Session *session, const Roster *roster, int32_t seat,
        ExportLevel level, Buffer *out, Err *err);

// What people wrote, what happened (open to all: no secret, no free text), or the report in a language, into
// DATA/exports; path says where.
MUST_USE bool privacy_export(const char *data, Party *party, ExportKind kind,
        ExportLevel level, const char *lang, char path[HALL_PATH_BYTES], Err *err);

#endif // CLI_PRIVACY_H

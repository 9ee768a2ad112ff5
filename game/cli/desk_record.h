// cli/desk_record.h — session files of one person: made, opened, listed. Never: a rule.
#ifndef CLI_DESK_RECORD_H
#define CLI_DESK_RECORD_H
#include "cli/desk.h"
#include "cli/record_file.h"

// A new file in DATA/sessions with its facts and the bytes of the packs it plays.
MUST_USE bool desk_record_create(Desk *desk, uint64_t seed, Journal *out, Err *err);
// Opens one by its name and tells what it plays.
MUST_USE bool desk_record_open(
        Desk *desk, const char *name, Journal *out, KeptGame *kept, Err *err);
// Writes "round 2 of 4" beside the record, for the list; only when it changed, or always.
void desk_keep_summary(Desk *desk, bool always);
// The newest sessions for the first page, into desk->home_region.
int32_t desk_record_list(Desk *desk, HomeSession *out, int32_t most);

#endif // CLI_DESK_RECORD_H

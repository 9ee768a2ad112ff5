// cli/findings.h — findings of a pack as text or JSON. Never: decides what is wrong.
#ifndef CLI_FINDINGS_H
#define CLI_FINDINGS_H
#include "base/diag.h"
#include "model/def.h"

// At most 20 as text on standard error; warnings and notes only when all is true.
void findings_print(const Diags *diags, bool all);
// {"convene":…,"verb":…,"pack":…,"ok":…,"findings":[…],"counts":{…},"ms":…} on standard output.
// def may be NULL.
void findings_json(
        const char *verb, const Def *def, const Diags *diags, bool ok, int64_t ms);

#endif // CLI_FINDINGS_H

// cli/desk_foresee.h — what an act would cost and bring, for the sheet that is open: asked of the host, or of the session itself. Never: sends an act.
#ifndef CLI_DESK_FORESEE_H
#define CLI_DESK_FORESEE_H
#include "base/region.h"
#include "model/command.h"
#include "wire/forecast.h"

// The last question of one sheet and its answer.
typedef struct DeskForesee {
    Command wanted;
    int64_t wanted_ms; // when it last changed; 0 = nothing is wanted
    bool asked, here;  // asked: the question is out. here: forecast answers what is wanted
    char id[25];       // of the question that is out
    Region region;
    Forecast forecast;
} DeskForesee;

// What stands in the sheet now. NULL while its answer is on the way.
const Forecast *desk_foresee_want(
        DeskForesee *foresee, const Command *command, int64_t now_ms);
// The sheet stands still for a moment and was not asked about yet: is it time to ask?
bool desk_foresee_due(const DeskForesee *foresee, int64_t now_ms);
// The question went out under this name.
void desk_foresee_asked(DeskForesee *foresee, const char *id);
// An answer came. False: it belongs to another question.
bool desk_foresee_hear(DeskForesee *foresee, const char *id, Bytes message);
// The table changed: what is wanted is asked again, and the old answer stays until the new one is here.
void desk_foresee_stale(DeskForesee *foresee, int64_t now_ms);
// No sheet is open any more.
void desk_foresee_forget(DeskForesee *foresee);

#endif // CLI_DESK_FORESEE_H

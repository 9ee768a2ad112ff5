// cli/whatif_text.c — tells a session again without each actor and without each act, and who had which share. Never: says what would have been right.
#include "cli/whatif_text.h"
#include <stdio.h>
#include <string.h>

static void tell_law(const Def *def, const char *before, const uint8_t *law) {
    for (int32_t i = 0; i < def_count(def, KIND_CLAUSE); i++)
        printf("%s %s %d", i ? "," : before, def_id(def, (Thing){KIND_CLAUSE, (uint8_t)i}),
                law[i]);
}

// The ending and the law it was told of; then what is left of that law two years later.
static void tell_end(const Def *def, const WhatIfEnd *end) {
    printf("%s", end->passed ? "passes" : "does not pass");
    if (end->ending != NONE)
        printf(", ending %s", def_text(def, def->endings[end->ending].names.id));
    tell_law(def, "; law", end->law);
    if (memcmp(end->law, end->later, sizeof end->law) != 0)
        tell_law(def, "; two years later", end->later);
    printf("\n");
}

static const char *name_of(const Def *def, uint8_t actor) {
    return def_id(def, (Thing){KIND_ACTOR, actor});
}

static void tell_actors(WhatIf *whatif, const Def *def) {
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++) {
        WhatIfEnd end;
        whatif_play(whatif, (uint16_t)(1u << actor), -1, &end);
        printf("Without %-16s ", name_of(def, actor));
        tell_end(def, &end);
    }
}

static void tell_moments(WhatIf *whatif, const Def *def, const WhatIfEnd *played) {
    WhatIfMoment best[WHATIF_MOMENTS] = {0};
    for (int32_t i = 0; i < whatif_count(whatif); i++) {
        WhatIfMoment moment = {.place = i};
        if (!whatif_is_deed(whatif, i)) continue;
        whatif_play(whatif, 0, i, &moment.end);
        moment.weight = whatif_difference(def, played, &moment.end);
        whatif_moments_keep(best, &moment);
    }
    for (int32_t i = 0; i < WHATIF_MOMENTS && best[i].weight > 0; i++) {
        const Command *command = whatif_command(whatif, best[i].place);
        bool act = command->kind == COMMAND_ACT && command->act.move < def->moves_count;
        const char *what = act ? def_text(def, def->moves[command->act.move].id)
                               : command_name((CommandKind)command->kind);
        Thing at = act ? command->act.target : (Thing){KIND_NONE, NONE};
        const char *target = at.kind == KIND_NONE ? "" : def_id(def, at);
        printf("Without batch %d (%s: %s%s%s)  ", best[i].place + 1,
                name_of(def, command->actor), what, target && *target ? " " : "",
                target ? target : "");
        tell_end(def, &best[i].end);
    }
}

static void tell_shares(WhatIf *whatif, const Def *def) {
    int32_t shares[ACTORS_MAX];
    if (!whatif_shares(whatif, shares)) {
        printf("Shares are counted for up to %d actors.\n", WHATIF_ACTORS_MAX);
        return;
    }
    printf("Shares of a thousand in that anything passed:");
    for (uint8_t actor = 0; actor < def_count(def, KIND_ACTOR); actor++)
        printf(" %s %d", name_of(def, actor), shares[actor]);
    printf("\n");
}

void whatif_tell(WhatIf *whatif, const Def *def) {
    WhatIfEnd played;
    whatif_play(whatif, 0, -1, &played);
    printf("As it was played        ");
    tell_end(def, &played);
    tell_actors(whatif, def);
    tell_moments(whatif, def, &played);
    tell_shares(whatif, def);
    printf("In this model, with everybody else as they were. Where two each made the "
           "difference, nothing\n"
           "changes when one of them is left out; their shares count both.\n");
}

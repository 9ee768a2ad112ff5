// bots/crew.c — goes round the computer's seats until nobody has anything to send. Never: goes round for ever.
#include "bots/crew.h"
#include <stdlib.h>

enum { COMMANDS_MAX = 100000, ACTS_A_VISIT_MAX = 64 };

void crew_reset(Crew *crew, BotKind kind, uint64_t seed) {
    for (uint8_t i = 0; i < ACTORS_MAX; i++) {
        crew->bots[i] = bot_make(i, kind, seed);
        crew->bots[i].holds = crew->holds;
    }
    crew->sent = crew->refused = 0;
}

Crew *crew_make(const Def *def, BotKind kind, uint64_t seed) {
    Crew *crew = calloc(1, sizeof *crew);
    ASSERT(crew != NULL);
    crew->def = def;
    crew_reset(crew, kind, seed);
    return crew;
}

void crew_free(Crew *crew) {
    if (!crew) return;
    event_list_free(&crew->desk.events);
    free(crew);
}

static bool is_computer(const State *state, uint8_t actor) {
    return state->seat_by[actor] == BY_COMPUTER || state->seat_by[actor] == BY_STAND_IN;
}

// A refused act would be chosen again: the seat says it is ready instead.
static bool give_up(const CrewDoor *door, uint8_t actor) {
    Command done = {.kind = COMMAND_DONE, .actor = actor, .at_phase = NONE};
    Verdict verdict;
    return door->submit(door->context, &done, &verdict);
}

static bool visit(Crew *crew, const CrewDoor *door, uint8_t actor, bool *sent) {
    for (int32_t i = 0; i < ACTS_A_VISIT_MAX; i++) {
        Command command;
        Verdict verdict;
        BotWhy why;
        if (!bot_next(&crew->bots[actor], &crew->desk, crew->def,
                    door->state(door->context), &command, &why))
            return true;
        if (command.kind == COMMAND_ACT)
            command.act.why = reason_pack(why.first, why.second);
        bool away = door->state(door->context)->seat_by[actor] == BY_STAND_IN;
        if (away) command.by = SENT_BY_STAND_IN;
        if (!door->submit(door->context, &command, &verdict)) return false;
        *sent = true;
        crew->sent++;
        if (verdict.code != VERDICT_OK) {
            crew->refused++;
            return give_up(door, actor);
        }
        if (command.kind == COMMAND_ACT) {
            crew->why[actor] = why;
            crew->last[actor] = command.act;
        }
        if (command.kind == COMMAND_DONE) return true;
    }
    return give_up(door, actor);
}

bool crew_play(Crew *crew, const CrewDoor *door) {
    bool sent = true;
    for (int32_t round = 0; sent && round < COMMANDS_MAX; round++) {
        sent = false;
        for (uint8_t actor = 0; actor < def_count(crew->def, KIND_ACTOR); actor++) {
            if (!is_computer(door->state(door->context), actor)) continue;
            if (!visit(crew, door, actor, &sent)) return false;
        }
    }
    return true;
}

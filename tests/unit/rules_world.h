// tests/unit/rules_world.h — a Def made by hand (the Safe Homes Bill with the standard coefficients) and short words to play it. Never: a pack, or a rule of its own.
#ifndef TESTS_RULES_WORLD_H
#define TESTS_RULES_WORLD_H
#include "expr/compile.h"
#include "rules/check.h"
#include "rules/decide.h"
#include "rules/delta.h"
#include "rules/fold.h"
#include "rules/gate.h"
#include "rules/phase.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SURVIVORS, LAWYERS, CAUCUS, FAITH, DONOR, ELDERS, TREASURY };
enum { SCOPE, REMEDY, FUND };
enum { RIGHTS, SAFETY, COST, CUSTOM, FOREIGN };
enum { SPEAKER, WHIP, BACKBENCH, TRADITION, CAUCUS_MP };
enum { COMMITTEE, BREAKFAST };
enum { MONEY, PEOPLE, KNOW, ACCESS };
enum { BASE, PUBLIC, ELITE, LOCALS, PEER };
enum { NEWS, BACKSTAGE, MEETING, ACTION, RESOLUTION, REFLECT };
enum { FIRST_READING, NAME, WORD, RESIST, MINUTES, QUESTION, ENGAGE, LOBBY, LISTEN, TEND };

typedef struct World {
    Def *def;
    State state;
    EventList events;
    Book book;
    Txn txn;
    Diags diags;
} World;

static inline PoolId world_text(Def *def, const char *text) {
    if (def->pool_used == 0) def->pool_used = 1;
    PoolId at = def->pool_used;
    size_t length = strlen(text) + 1;
    memcpy(def->pool + at, text, length);
    def->pool_used += (uint32_t)length;
    return at;
}

static inline ExprId world_amount(World *world, const char *text, bool answer) {
    ExprPlace place = {.has_me = true,
            .has_side = true,
            .has_bid = true,
            .target_kinds = 0xFFFF,
            .file = "test",
            .word = "test"};
    ExprId id = expr_compile(world->def, text, answer, &place, &world->diags);
    ASSERT(id != 0);
    return id;
}

static inline ExprId world_passes(World *world, const char *text) {
    ExprPlace place = {.has_votes = true, .file = "test", .word = "test"};
    ExprId id = expr_compile(world->def, text, true, &place, &world->diags);
    ASSERT(id != 0);
    return id;
}

// The values of the standard deck.
static const struct {
    Coef coef;
    int16_t value;
} world_deck[] = {
        {COEF_GATE_FLOOR,              50},
        {COEF_GATE_SLOPE,              1 },
        {COEF_SATURATE,                1 },
        {COEF_REPEAT_2,                60},
        {COEF_REPEAT_3,                30},
        {COEF_REPEAT_4,                10},
        {COEF_TOGETHER_STEP,           25},
        {COEF_INSIDE_OUTSIDE,          25},
        {COEF_COORDINATE_BONUS,        10},
        {COEF_BREADTH_STEP,            3 },
        {COEF_TIRED,                   1 },
        {COEF_MIND_CHANGE,             8 },
        {COEF_MIND_CHANGE_STEP,        2 },
        {COEF_MIND_CHANGE_MAX,         12},
        {COEF_PUBLIC_CAP,              10},
        {COEF_TRUST_CAP,               2 },
        {COEF_HEAT_FADES,              50},
        {COEF_FRAME_MEETING_CAP,       3 },
        {COEF_FRAME_WEIGHT,            60},
        {COEF_FRAMES_FADE,             10},
        {COEF_ECHO_GAIN,               2 },
        {COEF_PLAYBACK_GAIN,           2 },
        {COEF_PLAYBACK_CAP,            4 },
        {COEF_RENAME_AT,               8 },
        {COEF_RESIST_TRUST,            1 },
        {COEF_COHESION_TRUST,          4 },
        {COEF_COHESION_WORK,           2 },
        {COEF_COHESION_IDLE,           2 },
        {COEF_COHESION_NEUTRAL,        2 },
        {COEF_COHESION_BACKBONE,       1 },
        {COEF_COHESION_DISPUTE,        15},
        {COEF_COHESION_CROWD,          15},
        {COEF_COHESION_CROWD_BACKBONE, 5 },
        {COEF_COHESION_PROMISE,        4 },
        {COEF_AUDIENCE_HOME,           1 },
        {COEF_AUDIENCE_PUBLIC,         2 },
        {COEF_AUDIENCE_POWER,          3 },
        {COEF_AUDIENCE_PLACE,          4 },
        {COEF_AUDIENCE_SECTOR,         5 },
        {COEF_DOOR_KEY,                4 },
        {COEF_COHESION_FREE,           30},
        {COEF_LEAVE_TRUST,             1 },
        {COEF_VOID_TRUST,              1 },
        {COEF_COHESION_OUTVOTED,       3 },
        {COEF_COHESION_OFF_TEXT,       2 },
        {COEF_BACKBONE_FRAME,          4 },
        {COEF_COALITION_STANDING,      1 },
        {COEF_RED_LINE_BASE,           15},
        {COEF_BASE_RATING,             2 },
        {COEF_OWN_VOTE_MOST,           20},
        {COEF_QUESTION_TRUST,          1 },
        {COEF_DEFLECT_COST,            1 },
        {COEF_CLAIM_PUBLIC,            2 },
        {COEF_CLAIM_TRUST,             1 },
        {COEF_GIVE_TRUST,              1 },
        {COEF_GIVE_PEER,               2 }
};

static inline void world_coefs(Def *def) {
    for (size_t i = 0; i < ARRAY_COUNT(world_deck); i++)
        def->coef[world_deck[i].coef] = world_deck[i].value;
}

static inline void world_names(
        World *world, Kind kind, const char *const *ids, int32_t count) {
    Def *def = world->def;
    def->counts[kind] = (uint16_t)count;
    for (int32_t i = 0; i < count; i++) {
        PoolId id = world_text(def, ids[i]);
        switch ((int32_t)kind) {
        case KIND_ACTOR: def->actors[i].names.id = id; break;
        case KIND_RESOURCE: def->resources[i].names.id = id; break;
        case KIND_AUDIENCE: def->audiences[i].id = id; break;
        case KIND_DECIDER: def->deciders[i].names.id = id; break;
        case KIND_ARENA: def->arenas[i].names.id = id; break;
        case KIND_ISSUE: def->issues[i].names.id = id; break;
        case KIND_CLAUSE: def->clauses[i].names.id = id; break;
        default: def->frames[i].names.id = id; break;
        }
    }
}

static inline void world_things(World *world) {
    static const char *const actors[] = {
            "survivors", "lawyers", "caucus", "faith", "donor", "elders", "treasury"};
    static const char *const resources[] = {"money", "people", "know", "access"};
    static const char *const audiences[] = {"base", "public", "elite", "locals", "peer"};
    static const char *const deciders[] = {
            "speaker", "whip", "backbench", "tradition", "caucus_mp"};
    static const char *const arenas[] = {"committee", "breakfast"};
    static const char *const issues[] = {"homes"};
    static const char *const clauses[] = {"scope", "remedy", "fund"};
    static const char *const frames[] = {"rights", "safety", "cost", "custom", "foreign"};
    world_names(world, KIND_ACTOR, actors, 7);
    world_names(world, KIND_RESOURCE, resources, 4);
    world_names(world, KIND_AUDIENCE, audiences, 5);
    world_names(world, KIND_DECIDER, deciders, 5);
    world_names(world, KIND_ARENA, arenas, 2);
    world_names(world, KIND_ISSUE, issues, 1);
    world_names(world, KIND_CLAUSE, clauses, 3);
    world_names(world, KIND_FRAME, frames, 5);
}

static inline void world_start(
        Def *def, int32_t track, int32_t row, int32_t column, int32_t tenths) {
    def->start[def_cell(def, track, row, column)] = (int16_t)tenths;
}

typedef struct WorldActor {
    int8_t has[4], needs[4], standing[5];
} WorldActor;

static const WorldActor world_cast[7] = {
        {{1, 4, 1, 0}, {2, 0, 1, 3}, {80, 45, 20, 75, 60}},
        {{2, 1, 4, 2}, {1, 1, 0, 1}, {55, 50, 55, 35, 60}},
        {{1, 1, 2, 4}, {0, 2, 2, 0}, {45, 45, 65, 40, 55}},
        {{2, 5, 1, 2}, {1, 0, 0, 1}, {70, 60, 50, 75, 45}},
        {{6, 0, 3, 1}, {0, 1, 0, 2}, {40, 35, 55, 15, 50}},
        {{2, 4, 1, 4}, {1, 1, 0, 0}, {65, 45, 60, 70, 35}},
        {{4, 0, 3, 4}, {0, 0, 1, 0}, {40, 40, 75, 40, 45}}
};

// Who matters to whom, and how much.
static const uint8_t world_importance[20][3] = {
        {SURVIVORS, LAWYERS,   2},
        {SURVIVORS, CAUCUS,    2},
        {SURVIVORS, DONOR,     1},
        {LAWYERS,   SURVIVORS, 2},
        {LAWYERS,   CAUCUS,    2},
        {LAWYERS,   DONOR,     1},
        {CAUCUS,    FAITH,     2},
        {CAUCUS,    TREASURY,  2},
        {CAUCUS,    SURVIVORS, 1},
        {CAUCUS,    LAWYERS,   1},
        {FAITH,     ELDERS,    1},
        {FAITH,     SURVIVORS, 1},
        {FAITH,     CAUCUS,    1},
        {DONOR,     LAWYERS,   2},
        {DONOR,     SURVIVORS, 1},
        {DONOR,     TREASURY,  1},
        {ELDERS,    FAITH,     2},
        {ELDERS,    CAUCUS,    1},
        {TREASURY,  DONOR,     2},
        {TREASURY,  CAUCUS,    1}
};

static inline void world_actors(Def *def) {
    for (int32_t i = 0; i < 7; i++) {
        Actor *actor = &def->actors[i];
        const WorldActor *cast = &world_cast[i];
        actor->time = 3;
        actor->voice = 2;
        memset(actor->deck, 0xFF, sizeof actor->deck);
        for (int32_t j = 0; j < 4; j++)
            world_start(def, TRACK_RESOURCE, i, j, 10 * cast->has[j]);
        for (int32_t j = 0; j < 4; j++)
            world_start(def, TRACK_NEED, i, j, 10 * cast->needs[j]);
        for (int32_t j = 0; j < 5; j++)
            world_start(def, TRACK_LEGITIMACY, i, j, 10 * cast->standing[j]);
    }
    for (size_t i = 0; i < ARRAY_COUNT(world_importance); i++) {
        const uint8_t *row = world_importance[i];
        world_start(def, TRACK_IMPORTANCE, row[0], row[1], 10 * row[2]);
    }
    def->actors[TREASURY].line_delay = 1;
    def->actors[SURVIVORS].tags = 1u << TAG_AFFECTED | 1u << TAG_COMMUNITY;
}

static inline void world_deciders(Def *def) {
    static const int8_t weight[5] =
            {
                    2, 3, 3, 2, 1
    },
                        hears[5][3] = {
                                {2, 1, 3}, {2, 2, 2}, {3, 1, 2}, {1, -1, 1}, {1, 0, 2}};
    static const uint8_t owner[5] = {NONE, TREASURY, NONE, ELDERS, CAUCUS};
    static const int16_t stance[5] = {-400, -520, -320, -650, 200};
    static const int8_t resonance[5][5] = {
            {0,  3, 1, 1, -2},
            {-1, 2, 2, 0, -2},
            {1,  3, 2, 1, -2},
            {-3, 1, 0, 3, -3},
            {3,  2, 1, 0, 0 }
    };
    static const int8_t values[5][3][4] = {
            {{0, 2, 2, -4},     {0, 3, 4, 0},     {0, 1, -2, -8}  },
            {{0, 1, -2, -9},    {0, 2, 0, -5},    {0, -1, -5, -12}},
            {{0, 2, 3, 0},      {0, 3, 4, 2},     {0, 1, 1, -3}   },
            {{0, -3, -10, -20}, {0, -1, -6, -12}, {0, 0, -2, -4}  },
            {{0, 3, 6, 10},     {0, 3, 6, 8},     {0, 3, 6, 8}    }
    };
    for (int32_t i = 0; i < 5; i++) {
        Decider *d = &def->deciders[i];
        d->weight = (uint8_t)weight[i];
        d->owner = owner[i];
        d->price_clause = NONE;
        d->hears_public = hears[i][0];
        d->hears_heat = hears[i][1];
        d->hears_evidence = hears[i][2];
        memcpy(d->resonance, resonance[i], 5);
        for (int32_t c = 0; c < 3; c++)
            memcpy(d->values[c], values[i][c], 4);
        world_start(def, TRACK_STANCE, i, 0, stance[i]);
    }
}

static inline void world_question(Def *def) {
    for (int32_t c = 0; c < 3; c++) {
        def->clauses[c].levels_count = 4;
        world_start(def, TRACK_DRAFT, c, 0, 10);
    }
    world_start(def, TRACK_PUBLIC, 0, 0, 420);
    static const int16_t adoption[5] = {20, 10, 20, 20, 10};
    static const Rider riders[5] = {
            {NONE,  0, 0},
            {FUND,  0, 2},
            {FUND,  0, 1},
            {SCOPE, 0, 1},
            {NONE,  0, 0}
    };
    for (int32_t f = 0; f < 5; f++) {
        def->frames[f].issue = NONE;
        def->frames[f].riders[0] = riders[f];
        def->frames[f].riders[1] = (Rider){NONE, 0, 0};
        world_start(def, TRACK_FRAME, COMMITTEE, f, adoption[f]);
    }
    for (int32_t i = 0; i < ARENAS_MAX; i++)
        def->arenas[i].decides = NONE;
    Arena *committee = &def->arenas[COMMITTEE];
    *committee = (Arena){.names = committee->names,
            .space = SPACE_INVITED,
            .reach = REACH_NATIONAL,
            .weight = 2,
            .meets = 0x1FFE,
            .decides_in = 1u << 4};
    static const uint8_t seats[] = {LAWYERS, SURVIVORS, FAITH, ELDERS, TREASURY};
    for (size_t i = 0; i < ARRAY_COUNT(seats); i++)
        committee->start[seats[i]].places = PLACE_SEAT;
    committee->start[CAUCUS] = (Position){PLACE_SEAT, 1, 0, 0};
    def->arenas[BREAKFAST].space = SPACE_CLOSED;
    def->arenas[BREAKFAST].weight = 1;
    def->decision_rules[0] = (DecisionRule){.kind = RULE_VOTE, .returns = 1};
    def->decision_rules_count = 1;
    world_start(def, TRACK_QUOTA, COMMITTEE, 0, 60);
}

static inline Move *world_move(World *world, const char *id, MoveKind kind) {
    Move *move = &world->def->moves[world->def->moves_count++];
    *move = (Move){.id = world_text(world->def, id),
            .kind = (uint8_t)kind,
            .who = 0xFFFF,
            .after = NONE,
            .gate = NONE,
            .step = STEP_PRESSURE};
    if (kind == MOVE_POINT) move->bid_min = 1, move->bid_max = 2;
    return move;
}

// A change that adds points to a track of the actor itself or of the target.
static inline void world_gives(World *world, Move *move, int32_t track, Sel who, Sel toward,
        const char *amount, uint8_t flags) {
    Def *def = world->def;
    if (move->changes.count == 0) move->changes.first = def->changes_count;
    def->changes[def->changes_count++] = (Change){.op = CHANGE_GAIN,
            .flags = flags,
            .track = (uint16_t)track,
            .who = who,
            .toward = toward,
            .amount = world_amount(world, amount, false),
            .a = -1,
            .b = -1,
            .c = -1};
    move->changes.count++;
}

static inline void world_moves(World *world) {
    Move *move = world_move(world, "first_interpretation", MOVE_POINT);
    move->mechanism = POINT_READING;
    move->targets = 1u << KIND_READING;
    move->utters = world_amount(world, "2 + bid", false);
    move = world_move(world, "name", MOVE_POINT);
    move->mechanism = POINT_UTTER;
    move->targets = 1u << KIND_FRAME;
    move->utters = world_amount(world, "1 + bid", false);
    move = world_move(world, "word", MOVE_POINT);
    move->mechanism = POINT_UTTER;
    move->targets = 1u << KIND_CLAUSE;
    move->flags = MOVE_SIDES;
    move->utters = world_amount(world, "1 + bid", false);
    move = world_move(world, "resist", MOVE_POINT);
    move->mechanism = POINT_RESIST;
    move->targets = 1u << KIND_CLAUSE | 1u << KIND_FRAME;
    move->flags = MOVE_SIDES;
    move = world_move(world, "minutes", MOVE_POINT);
    move->mechanism = POINT_ROLE;
    move->records = 3;
    move->may = MAY_SLANT;
    move = world_move(world, "question", MOVE_POINT);
    move->mechanism = POINT_QUESTION;
    move->targets = 1u << KIND_DECIDER | 1u << KIND_ACTOR;
    move->bid_min = move->bid_max = 0;
    move->voice = 1;
    Sel me = {SEL_ME, KIND_ACTOR, 0, 0}, target = {SEL_TARGET, KIND_DECIDER, 0, 0},
        none = {0};
    move = world_move(world, "engage", MOVE_VERB);
    move->targets = 1u << KIND_DECIDER;
    move->flags = MOVE_SIDES | MOVE_QUIET;
    move->time = 1;
    move->step = STEP_ACCESS;
    world_gives(world, move, TRACK_STANCE, target, none, "5", CHANGE_SIGNED);
    world_gives(world, move, TRACK_COHESION,
            (Sel){SEL_SET, KIND_COALITION, SET_MEMBERS, KIND_ACTOR}, none, "-3", 0);
    move = world_move(world, "lobby", MOVE_VERB);
    move->targets = 1u << KIND_DECIDER;
    move->flags = MOVE_SIDES;
    move->time = 1;
    move->step = STEP_ACCESS;
    world_gives(world, move, TRACK_STANCE, target, none, "3", CHANGE_SIGNED);
    move = world_move(world, "listen", MOVE_VERB);
    move->time = 1;
    move->step = STEP_LEARN;
    world_gives(world, move, TRACK_STORY, me, none, "1", 0);
    move = world_move(world, "report_back", MOVE_VERB);
    move->time = 1;
    move->step = STEP_BUILD;
    world_gives(world, move, TRACK_LEGITIMACY, me, (Sel){SEL_ONE, KIND_AUDIENCE, BASE, 0},
            "1", 0);
    world->def->changes[world->def->changes_count++] = (Change){.op = CHANGE_PUBLISH};
    move->changes.count++;
}

static inline void world_phases(Def *def) {
    static const uint8_t kinds[6] = {
            PHASE_SHOW, PHASE_OPEN, PHASE_MEETING, PHASE_SEALED, PHASE_SHOW, PHASE_SEALED};
    static const uint8_t does[6] = {DOES_NEWS, DOES_BACKSTAGE, DOES_NOTHING, DOES_ACTION,
            DOES_RESOLUTION, DOES_REFLECT};
    for (int32_t i = 0; i < 6; i++) {
        def->phases[i].kind = kinds[i];
        def->phases[i].does = does[i];
        memset(def->phases[i].allow, 0xFF, sizeof def->phases[i].allow);
    }
    def->phases_count = 6;
    def->rounds = 4;
}

static inline void world_report(Def *def) {
    def->happenings[0] = (Happening){
            .rounds = 1u << 1,
            .once = 1,
            .readings = {RIGHTS, SAFETY, COST},
            .readings_count = 3
    };
    def->happenings_count = 1;
}

static inline void world_begin(World *world) {
    fold_begin(world->def, &world->state, 42);
    world->events.count = 0;
    book_reset(&world->book);
    world->txn = (Txn){.def = world->def,
            .state = &world->state,
            .events = &world->events,
            .book = &world->book};
}

// The Safe Homes Bill, before its start; free it with world_free.
static inline World *world_safe_homes(void) {
    World *world = calloc(1, sizeof *world);
    world->def = calloc(1, sizeof *world->def);
    def_neutral(world->def);
    world->def->exprs_count = 1; // 0 is "no expression"
    world->def->changes_count = 1;
    world_things(world);
    world_coefs(world->def);
    bool fits = def_lay_out(world->def);
    ASSERT(fits);
    world_actors(world->def);
    world_deciders(world->def);
    world_question(world->def);
    world_moves(world);
    world_phases(world->def);
    world_report(world->def);
    world_begin(world);
    return world;
}

static inline void world_free(World *world) {
    event_list_free(&world->events);
    free(world->def);
    free(world);
}

static inline Verdict world_send(World *world, Command command) {
    command.at_phase = NONE;
    Verdict verdict = decide(&world->txn, &command);
    char what[96];
    if (!state_check(world->def, &world->state, what)) {
        fprintf(stderr, "state_check: %s\n", what);
        abort();
    }
    return verdict;
}

static inline Verdict world_console(World *world, CommandKind kind, int32_t a, int32_t b) {
    return world_send(world, (Command){.kind = (uint8_t)kind,
                                     .actor = NONE,
                                     .a = (int16_t)a,
                                     .b = (int16_t)b});
}

static inline Verdict world_tell(World *world, CommandKind kind, uint8_t actor, int32_t a,
        int32_t b, int32_t c, int32_t d) {
    return world_send(world, (Command){.kind = (uint8_t)kind,
                                     .actor = actor,
                                     .a = (int16_t)a,
                                     .b = (int16_t)b,
                                     .c = (int16_t)c,
                                     .d = (int16_t)d});
}

static inline Verdict world_act(World *world, uint8_t actor, uint8_t move, Kind kind,
        uint8_t index, int8_t side, uint8_t bid) {
    Command command = {.kind = COMMAND_ACT, .actor = actor};
    command.act = (Act){
            .move = move,
            .actor = actor,
            .target = {(uint8_t)kind, kind == KIND_NONE ? NONE : index},
            .side = side,
            .bid = bid,
            .arena = NONE
    };
    return world_send(world, command);
}

// Everybody is a person, and the steps are closed by the console.
static inline void world_seat_all(World *world) {
    for (int32_t i = 0; i < def_count(world->def, KIND_ACTOR); i++) {
        world_send(world, (Command){.kind = COMMAND_SEAT,
                                  .actor = NONE,
                                  .a = (int16_t)i,
                                  .b = BY_PERSON});
    }
    world_console(world, COMMAND_START, 0, 0);
}

// Closes steps until the phase and sub-step are reached; at most one game long.
static inline void world_reach(World *world, int32_t round, int32_t phase, int32_t sub) {
    for (int32_t i = 0; i < 200; i++) {
        const State *s = &world->state;
        bool there = s->status == STATUS_RUNNING && s->round == round && s->phase == phase
                     && s->sub == sub;
        if (there) return;
        world_console(world, COMMAND_ADVANCE, 0, 0);
    }
    ASSERT(false);
}

static inline int32_t world_at(
        const World *world, int32_t track, int32_t row, int32_t column) {
    return state_at(world->def, &world->state, track, row, column);
}

static inline void world_set(
        World *world, int32_t track, int32_t row, int32_t column, int32_t tenths) {
    world->state.cell[def_cell(world->def, track, row, column)] = (int16_t)tenths;
}

#endif // TESTS_RULES_WORLD_H

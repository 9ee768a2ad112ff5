// script/view.c — g: read-only proxies that show the State of the running call. Never: changes a State, keeps a pointer into one.
#include "expr/code.h"
#include "model/ask.h"
#include "rules/scope.h"
#include "script/play.h"
#include <stdio.h>
#include <string.h>

enum { ROLL_SIDES_MAX = 1000000 };

// Where a proxy stands: the names that led to it. Lives as long as the machine.
typedef struct ViewNode {
    const char *step[PATH_STEPS_MAX];
    int32_t steps;
    int32_t list_count; // -1: no list
    Thing thing;        // when the path is one thing
    Known values;       // names below it that are values: packed PathRefs
} ViewNode;

// Upvalues of on_part: the node; the table of its parts; the names in Known, held so that they live.
enum { PART_NODE = 1, PART_PARTS = 2, PART_HELD = 3 };

// ---- values ---------------------------------------------------------------------------------

static Play *play_of(lua_State *lua) {
    Play *play = machine_of(lua)->play;
    if (!play) {
        fault_raise(lua, "E307", "g", "read g only inside the function it was given to.",
                "g is used after its call.");
    }
    return play;
}

static void push_proxy(lua_State *lua, ViewNode *node);

// The one proxy of a thing, so that g.union == g.actors[2].
static void push_thing(lua_State *lua, const Def *def, Thing thing) {
    Machine *machine = machine_of(lua);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->view_things);
    lua_Integer key = thing.kind * 256 + thing.index;
    if (lua_rawgeti(lua, -1, key) == LUA_TNIL) {
        lua_pop(lua, 1);
        ViewNode *node = region_take(&machine->region, sizeof *node);
        *node = (ViewNode){
                .step = {def_id(def, thing)}, .steps = 1, .list_count = -1, .thing = thing};
        push_proxy(lua, node);
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, -3, key);
    }
    lua_remove(lua, -2);
}

static bool gives_answer(int32_t fact) {
    static const uint8_t GIVES[FACT_COUNT] = {
#define WORD(id, word, first, second, gives, thing) TYPE_##gives,
#include "expr/words.def"
#undef WORD
    };
    return GIVES[fact] == TYPE_ANSWER;
}

static Kind gives_thing(int32_t fact) {
    static const uint8_t THINGS[FACT_COUNT] = {
#define WORD(id, word, first, second, gives, thing) KIND_##thing,
#include "expr/words.def"
#undef WORD
    };
    return (Kind)THINGS[fact];
}

static void push_fact(lua_State *lua, const Play *play, PathRef ref) {
    Scope scope;
    scope_plain(&scope, play->def, play->state, NONE);
    int64_t value = fact_value(&scope.expr, (Fact)ref.id, ref.a, ref.b);
    Kind kind = gives_thing(ref.id);
    if (kind != KIND_NONE && value < 0) {
        lua_pushnil(lua);
    } else if (kind != KIND_NONE) {
        push_thing(lua, play->def, (Thing){(uint8_t)kind, (uint8_t)value});
    } else if (gives_answer(ref.id)) {
        lua_pushboolean(lua, value != 0);
    } else {
        lua_pushinteger(lua, value);
    }
}

static void push_value(lua_State *lua, const Play *play, PathRef ref) {
    switch (ref.kind) {
    case REF_CELL: lua_pushinteger(lua, code_floor_tenths(play->state->cell[ref.a])); break;
    case REF_FACT: push_fact(lua, play, ref); break;
    case REF_SETTING: lua_pushinteger(lua, play->def->settings[ref.a].value); break;
    case REF_ROUND: lua_pushinteger(lua, play->state->round); break;
    case REF_ROUNDS: lua_pushinteger(lua, play->def->rounds); break;
    case REF_UNKNOWN:
    case REF_PART:
    case REF_LIST_KIND:
    case REF_LIST_TAG: lua_pushnil(lua); break;
    }
}

// A found value is kept as one number, so that reading it again finds no names.
static int64_t pack_ref(PathRef ref) {
    return (int64_t)((uint64_t)ref.kind << 48 | (uint64_t)ref.id << 32
                     | (uint64_t)(uint16_t)ref.a << 16 | (uint16_t)ref.b);
}

static PathRef unpack_ref(int64_t packed) {
    uint64_t bits = (uint64_t)packed;
    return (PathRef){(RefKind)(bits >> 48), (uint16_t)(bits >> 32),
            (int16_t)(uint16_t)(bits >> 16), (int16_t)(uint16_t)bits};
}

// ---- proxies --------------------------------------------------------------------------------

static int on_write(lua_State *lua) {
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "";
    fault_raise(lua, "E308", name,
            "return set { what = \"…\", to = 1 } or gain { … } instead.",
            "g only shows numbers; it cannot be written.");
}

static int on_length(lua_State *lua) {
    const ViewNode *node = *(ViewNode *const *)lua_touserdata(lua, 1);
    if (!node || node->list_count < 0) {
        fault_raise(lua, "E305", "", "use # only on lists and texts.",
                "The length of something is asked that is no list.");
    }
    lua_pushinteger(lua, node->list_count);
    return 1;
}

_Noreturn static void raise_unknown(lua_State *lua, const Def *def, const char *name) {
    const char *names[PATH_NAMES_MAX];
    size_t count = path_names(def, names);
    fault_raise_near(lua, "E306", name, diag_nearest(name, names, count),
            "There is no number or thing \"%.60s\" here.", name);
}

// A table of the tags of an actor: true for its own, false for other tags of the game.
static int on_tag(lua_State *lua) {
    const Play *play = play_of(lua);
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "";
    if (path_tag(play->def, name) >= 0) {
        lua_pushboolean(lua, 0);
        return 1;
    }
    const char *names[TAGS_MAX];
    size_t count = 0;
    for (int32_t i = 0; i < play->def->tags_count; i++) {
        names[count++] = def_text(play->def, play->def->tags[i]);
    }
    fault_raise_near(lua, "E306", name, diag_nearest(name, names, count),
            "There is no tag \"%.60s\".", name);
}

// Takes the table of parts on top. What is in it is read without asking the function `missing`.
static void wrap(lua_State *lua, ViewNode *node, lua_CFunction missing) {
    int parts = lua_gettop(lua);
    lua_pushlightuserdata(lua, node);
    lua_pushvalue(lua, parts);
    lua_newtable(lua);
    lua_pushcclosure(lua, missing, 3);
    lua_createtable(lua, 0, 1);
    lua_insert(lua, -2);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, parts);
    lua_pushvalue(lua, parts);
    ViewNode **held = lua_newuserdatauv(lua, sizeof *held, 0);
    *held = node;
    lua_createtable(lua, 0, 3);
    lua_pushvalue(lua, parts + 1);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, on_write);
    lua_setfield(lua, -2, "__newindex");
    lua_pushcfunction(lua, on_length);
    lua_setfield(lua, -2, "__len");
    lua_setmetatable(lua, -2);
    lua_replace(lua, parts);
    lua_settop(lua, parts);
}

static void push_tags(lua_State *lua, const Def *def, Thing thing) {
    ViewNode *node = region_take(&machine_of(lua)->region, sizeof *node);
    *node = (ViewNode){.list_count = -1};
    lua_newtable(lua);
    for (int32_t i = 0; i < def->tags_count; i++) {
        if (!((def->actors[thing.index].tags >> i) & 1)) continue;
        lua_pushboolean(lua, 1);
        lua_setfield(lua, -2, def_text(def, def->tags[i]));
    }
    wrap(lua, node, on_tag);
}

static bool is_listed(const Def *def, PathRef ref, int32_t index) {
    return ref.kind == REF_LIST_KIND || ((def->actors[index].tags >> ref.a) & 1);
}

static int on_part(lua_State *lua);

// What ipairs calls for a list: as reading it by number, without asking the proxy. Upvalue: its table.
static int next_listed(lua_State *lua) {
    lua_Integer place = lua_tointeger(lua, 2) + 1;
    lua_pushinteger(lua, place);
    if (lua_rawgeti(lua, lua_upvalueindex(1), place) != LUA_TNIL) return 2;
    (void)play_of(lua);
    machine_charge(lua, 1);
    return 1;
}

// All things of a kind, or all actors with a tag, in declared order.
static void push_list(lua_State *lua, const Def *def, PathRef ref) {
    Kind kind = ref.kind == REF_LIST_KIND ? (Kind)ref.a : KIND_ACTOR;
    ViewNode *node = region_take(&machine_of(lua)->region, sizeof *node);
    *node = (ViewNode){.steps = PATH_STEPS_MAX};
    lua_newtable(lua);
    for (int32_t i = 0; i < def_count(def, kind); i++) {
        if (!is_listed(def, ref, i)) continue;
        push_thing(lua, def, (Thing){(uint8_t)kind, (uint8_t)i});
        lua_rawseti(lua, -2, ++node->list_count);
    }
    lua_pushvalue(lua, -1);
    lua_pushcclosure(lua, next_listed, 1);
    lua_insert(lua, -2);
    wrap(lua, node, on_part);
    lua_getmetatable(lua, -1);
    lua_pushvalue(lua, -3);
    lua_rawseti(lua, -2, LIST_NEXT);
    lua_pop(lua, 1);
    lua_remove(lua, -2);
}

static void push_proxy(lua_State *lua, ViewNode *node) {
    lua_newtable(lua);
    if (node->steps == 1 && node->thing.kind != KIND_NONE) {
        lua_pushstring(lua, node->step[0]);
        lua_setfield(lua, -2, "id");
    }
    wrap(lua, node, on_part);
}

static void push_child(
        lua_State *lua, ViewNode *node, const Def *def, PathRef ref, const char *name) {
    Machine *machine = machine_of(lua);
    Thing thing = path_thing(def, name);
    if (ref.kind == REF_LIST_KIND || ref.kind == REF_LIST_TAG) {
        push_list(lua, def, ref);
    } else if (node->steps == 0 && thing.kind != KIND_NONE
               && def_find_track(def, name) < 0) {
        push_thing(lua, def, thing);
    } else {
        ViewNode *child = region_take(&machine->region, sizeof *child);
        *child = *node;
        child->values = (Known){0};
        child->thing = (Thing){KIND_NONE, NONE};
        child->list_count = -1;
        child->step[child->steps++] =
                region_copy_text(&machine->region, name, strlen(name));
        push_proxy(lua, child);
    }
}

// ---- numbers that stand in the tables of g ------------------------------------------------------

// Keeps the number under a name among the parts of a node (the table in PART_PARTS).
static void mirror(lua_State *lua, const Play *play, int16_t cell) {
    Machine *machine = machine_of(lua);
    if (machine->mirrored_count == MIRRORED_MAX) return;
    int32_t place = machine->mirrored_count++;
    machine->mirrored[place] = (Mirrored){cell, play->state->cell[cell]};
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->mirrors);
    lua_pushvalue(lua, lua_upvalueindex(PART_PARTS));
    lua_rawseti(lua, -2, 2 * place + 1);
    lua_pushvalue(lua, 2);
    lua_rawseti(lua, -2, 2 * place + 2);
    lua_pop(lua, 1);
    lua_pushvalue(lua, 2);
    lua_pushinteger(lua, code_floor_tenths(play->state->cell[cell]));
    lua_rawset(lua, lua_upvalueindex(PART_PARTS));
}

// Before a function runs. Takes no memory: the names stand in their tables already.
static void refresh_mirrors(lua_State *lua, const State *state) {
    Machine *machine = machine_of(lua);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->mirrors);
    for (int32_t i = 0; i < machine->mirrored_count; i++) {
        Mirrored *one = &machine->mirrored[i];
        int16_t now = state->cell[one->cell];
        if (now == one->shown) continue;
        one->shown = now;
        lua_rawgeti(lua, -1, 2 * i + 1);
        lua_rawgeti(lua, -2, 2 * i + 2);
        lua_pushinteger(lua, code_floor_tenths(now));
        lua_rawset(lua, -3);
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

static void charge_value(lua_State *lua, PathRef ref) {
    if (ref.kind != REF_CELL) machine_charge(lua, 1);
}

// Finds a name below a node for the first time, and keeps what it found. What this takes is not
// charged to the author: whether a name was met before must not matter.
static void find_and_keep(lua_State *lua, ViewNode *node) {
    Machine *machine = machine_of(lua);
    const Play *play = play_of(lua);
    size_t taken = machine->taken_bytes;
    const char *name = lua_tostring(lua, 2);
    if (strcmp(name, "tags") == 0 && node->thing.kind == KIND_ACTOR) {
        push_tags(lua, play->def, node->thing);
    } else {
        const char *steps[PATH_STEPS_MAX];
        if (node->steps >= PATH_STEPS_MAX) raise_unknown(lua, play->def, name);
        for (int32_t i = 0; i < node->steps; i++)
            steps[i] = node->step[i];
        steps[node->steps] = name;
        PathRef ref = path_find(play->def, steps, node->steps + 1);
        if (ref.kind == REF_UNKNOWN) raise_unknown(lua, play->def, name);
        bool is_value = ref.kind != REF_PART && ref.kind != REF_LIST_KIND
                        && ref.kind != REF_LIST_TAG;
        if (is_value && ref.kind == REF_CELL) mirror(lua, play, ref.a);
        if (is_value) {
            lua_pushvalue(lua, 2);
            lua_pushboolean(lua, 1);
            lua_rawset(lua, lua_upvalueindex(PART_HELD));
            known_add(&node->values, &machine->region, name, pack_ref(ref));
            push_value(lua, play, ref);
            machine->taken_bytes = taken;
            charge_value(lua, ref);
            return;
        }
        push_child(lua, node, play->def, ref, name);
    }
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, lua_upvalueindex(PART_PARTS));
    machine->taken_bytes = taken;
}

// Called with a key that the table of parts does not hold. A part or number costs nothing but the
// instruction that reads it, met before or not: on the usual way it is read without us.
static int on_part(lua_State *lua) {
    const Play *play = play_of(lua);
    ViewNode *node = lua_touserdata(lua, lua_upvalueindex(PART_NODE));
    if (lua_type(lua, 2) == LUA_TNUMBER && node->list_count >= 0) {
        machine_charge(lua, 1);
        lua_pushnil(lua);
        return 1; // behind the end: nothing
    }
    if (lua_type(lua, 2) != LUA_TSTRING) {
        fault_raise(lua, "E309", "", "use ipairs(g.actors) or another list.",
                "This is no list of things.");
    }
    const int64_t *value = known_find(&node->values, lua_tostring(lua, 2));
    if (value) {
        charge_value(lua, unpack_ref(*value));
        push_value(lua, play, unpack_ref(*value));
        return 1;
    }
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, lua_upvalueindex(PART_PARTS)) != LUA_TNIL) return 1;
    lua_pop(lua, 1);
    find_and_keep(lua, node);
    return 1;
}

// ---- g itself ---------------------------------------------------------------------------------

static int on_roll(lua_State *lua) {
    Play *play = play_of(lua);
    int64_t sides = lua_isinteger(lua, 1) ? lua_tointeger(lua, 1) : 0;
    if (sides < 1 || sides > ROLL_SIDES_MAX) {
        fault_raise(lua, "E320", "roll", "write g.roll(6).",
                "g.roll takes a number from 1 to 1,000,000.");
    }
    machine_charge(lua, 1);
    lua_pushinteger(lua, play->roll(play->state, play->rule, &play->draws, (int32_t)sides));
    return 1;
}

static int on_pick(lua_State *lua) {
    Play *play = play_of(lua);
    int type = lua_type(lua, 1);
    lua_Integer count = 0;
    if (type == LUA_TTABLE) count = (lua_Integer)lua_rawlen(lua, 1);
    if (type == LUA_TUSERDATA) {
        lua_len(lua, 1);
        count = lua_tointeger(lua, -1);
    }
    if (count < 1 || count > ROLL_SIDES_MAX) {
        fault_raise(lua, "E309", "pick", "give it a list with something in it.",
                "g.pick needs a list that is not empty.");
    }
    machine_charge(lua, 1);
    lua_geti(lua, 1, play->roll(play->state, play->rule, &play->draws, (int32_t)count));
    return 1;
}

static int on_stale(lua_State *lua) {
    fault_raise(lua, "E307", "g", "use the g this function was given.",
            "This g belongs to an earlier call.");
}

// g is a new value in every call and loses its metatable's reach when the call ends; what it shows is
// kept from call to call. Leaves both metatables in the registry. Another Def starts afresh.
static void open_view(lua_State *lua, const Def *def) {
    Machine *machine = machine_of(lua);
    ViewNode *root = region_take(&machine->region, sizeof *root);
    root->list_count = -1;
    lua_newtable(lua);
    lua_pushcfunction(lua, on_roll);
    lua_setfield(lua, -2, "roll");
    lua_pushcfunction(lua, on_pick);
    lua_setfield(lua, -2, "pick");
    wrap(lua, root, on_part);
    lua_getmetatable(lua, -1);
    lua_rawseti(lua, LUA_REGISTRYINDEX, machine->view_root);
    lua_pop(lua, 1);
    static const char *const EVENTS[] = {"__index", "__newindex", "__len"};
    lua_newtable(lua);
    for (size_t i = 0; i < ARRAY_COUNT(EVENTS); i++) {
        lua_pushcfunction(lua, on_stale);
        lua_setfield(lua, -2, EVENTS[i]);
    }
    lua_rawseti(lua, LUA_REGISTRYINDEX, machine->view_stale);
    lua_newtable(lua);
    lua_rawseti(lua, LUA_REGISTRYINDEX, machine->view_things);
    machine->mirrored_count = 0;
    machine->view_def = def;
}

static void end_one(Machine *machine, int slot) {
    lua_State *lua = machine->lua;
    if (lua_rawgeti(lua, LUA_REGISTRYINDEX, slot) == LUA_TUSERDATA) {
        lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->view_stale);
        lua_setmetatable(lua, -2);
    }
    lua_pop(lua, 1);
}

// Takes no memory: it also runs after calls that used all of theirs.
void view_end(Machine *machine) {
    end_one(machine, machine->g_now);
    end_one(machine, machine->move_now);
}

// Remembers the value on top until view_end.
static void set_now(lua_State *lua, int slot) {
    lua_pushvalue(lua, -1);
    lua_rawseti(lua, LUA_REGISTRYINDEX, slot);
}

void view_push(lua_State *lua, const Play *play) {
    Machine *machine = machine_of(lua);
    if (machine->view_def != play->def) open_view(lua, play->def);
    const ViewNode **held = lua_newuserdatauv(lua, sizeof *held, 0);
    *held = NULL;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->view_root);
    lua_setmetatable(lua, -2);
    set_now(lua, machine->g_now);
    refresh_mirrors(lua, play->state);
}

// ---- move ------------------------------------------------------------------------------------

// Names `move` may hold at some moment; at others they are nothing.
static int on_move_part(lua_State *lua) {
    static const char *const NAMES[] = {"who", "move", "target", "side", "asked", "bid",
            "arena", "passed", "happening", "choice"};
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "";
    for (size_t i = 0; i < ARRAY_COUNT(NAMES); i++) {
        if (strcmp(NAMES[i], name) != 0) continue;
        lua_pushnil(lua);
        return 1;
    }
    fault_raise_near(lua, "E306", name, diag_nearest(name, NAMES, ARRAY_COUNT(NAMES)),
            "move has no \"%.60s\".", name);
}

static int on_asked_part(lua_State *lua) {
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "";
    fault_raise(lua, "E306", name, "check the names in asks.",
            "This move asks for no \"%.60s\".", name);
}

static void set_text(lua_State *lua, const char *key, const char *text) {
    lua_pushstring(lua, text);
    lua_setfield(lua, -2, key);
}

static void set_number(lua_State *lua, const char *key, int64_t number) {
    lua_pushinteger(lua, number);
    lua_setfield(lua, -2, key);
}

static void set_thing(
        lua_State *lua, const char *key, const Def *def, Kind kind, uint8_t index) {
    if (index == NONE) return;
    set_text(lua, key, def_id(def, (Thing){(uint8_t)kind, index}));
}

static void push_asked(lua_State *lua, const Def *def, const Act *act) {
    const Move *move = &def->moves[act->move];
    lua_newtable(lua);
    for (int32_t i = 0; i < move->asks_count; i++) {
        const Ask *ask = &move->asks[i];
        const char *key = def_text(def, ask->id);
        if (ask->kind == ASK_THING || ask->kind == ASK_ANY) {
            Thing thing = ask_thing(ask, act->asked[i]);
            set_thing(lua, key, def, (Kind)thing.kind, thing.index);
        } else {
            set_number(lua, key, act->asked[i]);
        }
    }
    wrap(lua, NULL, on_asked_part);
}

static void fill_act(lua_State *lua, const Def *def, const Act *act) {
    set_thing(lua, "who", def, KIND_ACTOR, act->actor);
    set_text(lua, "move", def_text(def, def->moves[act->move].id));
    if (act->target.kind != KIND_NONE && act->target.kind <= KIND_COALITION) {
        set_thing(lua, "target", def, (Kind)act->target.kind, act->target.index);
    }
    if (act->side != 0) set_number(lua, "side", act->side);
    if (act->bid != 0) set_number(lua, "bid", act->bid);
    push_asked(lua, def, act);
    lua_setfield(lua, -2, "asked");
}

static void fill_choice(lua_State *lua, const Def *def, const HookMoment *moment) {
    if (moment->happening >= def->happenings_count) return;
    const Happening *happening = &def->happenings[moment->happening];
    set_text(lua, "happening", def_text(def, happening->names.id));
    if (moment->choice >= happening->choices_count) return;
    set_text(lua, "choice",
            def_text(def, def->choices[happening->choices_first + moment->choice].id));
}

void view_push_move(lua_State *lua, const Play *play) {
    const HookMoment *moment = play->moment;
    bool decided =
            moment->moment == MOMENT_DECISION_MADE || moment->moment == MOMENT_MEETING_ENDS;
    bool chosen = moment->moment == MOMENT_HAPPENING_CHOSEN;
    if (!moment->act && !decided && !chosen) {
        lua_pushboolean(lua, 0);
        set_now(lua, machine_of(lua)->move_now);
        lua_pop(lua, 1);
        lua_pushnil(lua);
        return;
    }
    lua_newtable(lua);
    if (moment->act) fill_act(lua, play->def, moment->act);
    if (decided) {
        set_thing(lua, "arena", play->def, KIND_ARENA, moment->arena);
        lua_pushboolean(lua, moment->passed);
        lua_setfield(lua, -2, "passed");
    }
    if (chosen) fill_choice(lua, play->def, moment);
    wrap(lua, NULL, on_move_part);
    set_now(lua, machine_of(lua)->move_now);
}

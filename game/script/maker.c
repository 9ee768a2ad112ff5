// script/maker.c — the fields an author gave a change word: read, checked, and their names found. Never: knows what a word does with them.
#include "script/maker.h"
#include "script/changeword.h"
#include <string.h>

_Noreturn static void raise_unknown_field(Maker *maker, const char *name) {
    const char *names[CHANGE_FIELD_COUNT];
    size_t count = changeword_fields(maker->word, names, ARRAY_COUNT(names));
    fault_raise_near(maker->lua, "E313", name, diag_nearest(name, names, count),
            "%s has no field \"%.60s\".", maker->word, name);
}

// The field of a key that was never entered as one; -1 for `op`, which is thrown away: a change is
// what its word is.
static int32_t other_key(Maker *maker, const char *name) {
    if (!name) {
        fault_raise(maker->lua, "E313", maker->word, "name every field: by = 1.",
                "%s takes fields in { }, not a list.", maker->word);
    }
    if (strcmp(name, "op") == 0) return -1;
    raise_unknown_field(maker, name);
}

// The key under the value on top as a field.
static int32_t field_of_key(Maker *maker) {
    lua_State *lua = maker->lua;
    const char *name = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : NULL;
    const int64_t *field = name ? known_find(&machine_of(lua)->fields_known, name) : NULL;
    if (field && ((maker->allowed >> *field) & 1)) return (int32_t)*field;
    return other_key(maker, name);
}

static const uint64_t OWNER_FIELDS = CHANGE_FIELD(WHO) | CHANGE_FIELD(TOWARD)
                                     | CHANGE_FIELD(FROM) | CHANGE_FIELD(TO)
                                     | CHANGE_FIELD(OF) | CHANGE_FIELD(ARENA);

// What a name in a field was found to be when it was first met; 0 if it was not.
static int64_t packed_of(lua_State *lua, int32_t field, const char *name) {
    const Machine *machine = machine_of(lua);
    const int64_t *packed = NULL;
    if (field == CHANGE_FIELD_WHAT) {
        packed = known_find(&machine->numbers_known, name);
    } else if ((OWNER_FIELDS >> field) & 1) {
        packed = known_find(&machine->owners_known, name);
    }
    return packed ? *packed : 0;
}

static void read_value(Maker *maker, int32_t field) {
    lua_State *lua = maker->lua;
    FieldValue *value = &maker->value[field];
    maker->present |= (uint64_t)1 << field;
    value->type = lua_type(lua, -1);
    value->packed = 0;
    int is_whole = 0;
    if (value->type == LUA_TSTRING) {
        value->text = lua_tostring(lua, -1);
        value->packed = packed_of(lua, field, value->text);
        return;
    }
    if (value->type == LUA_TBOOLEAN) {
        value->number = lua_toboolean(lua, -1);
        return;
    }
    if (value->type == LUA_TNUMBER) {
        // Fractions that are whole are none here: 2.0 is no whole number of the author's Lua.
        is_whole = lua_isinteger(lua, -1);
        value->number = is_whole ? lua_tointeger(lua, -1) : 0;
    }
    if (is_whole || (value->type == LUA_TTABLE && field == CHANGE_FIELD_WITH)) return;
    const char *name = changeword_field_name(field);
    fault_raise(lua, "E313", name, "give it a number or a text.", "%s: %s cannot be %s.",
            maker->word, name, fault_type_words(lua, -1));
}

void maker_read(Maker *maker) {
    lua_State *lua = maker->lua;
    if (lua_isnone(lua, 1)) return;
    lua_pushnil(lua);
    while (lua_next(lua, 1)) {
        int32_t field = field_of_key(maker);
        if (field >= 0) read_value(maker, field);
        lua_pop(lua, 1);
    }
}

void maker_keep(Maker *maker, Known *known, const char *name, int64_t packed) {
    lua_State *lua = maker->lua;
    Machine *machine = machine_of(lua);
    size_t taken = machine->taken_bytes;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->names_held);
    const char *held = lua_pushstring(lua, name);
    lua_pushboolean(lua, 1);
    lua_rawset(lua, -3);
    lua_pop(lua, 1);
    known_add(known, &machine->region, held, packed);
    machine->taken_bytes = taken;
}

bool maker_has(const Maker *maker, ChangeField field) {
    return (maker->present >> field) & 1;
}

static const char *text_in(Maker *maker, ChangeField field) {
    if (!maker_has(maker, field)) return NULL;
    if (maker->value[field].type != LUA_TSTRING) {
        fault_raise(maker->lua, "E313", changeword_field_name((int32_t)field),
                "write an id in quotes.", "%s: %s must be an id.", maker->word,
                changeword_field_name((int32_t)field));
    }
    return maker->value[field].text;
}

const char *maker_needed(Maker *maker, ChangeField field) {
    const char *text = text_in(maker, field);
    if (text) return text;
    fault_raise(maker->lua, "E313", maker->word, "add it.", "%s needs the field %s.",
            maker->word, changeword_field_name((int32_t)field));
}

// A whole number of at most `most` in both directions.
int32_t maker_amount(Maker *maker, ChangeField field, int32_t most) {
    const FieldValue *value = &maker->value[field];
    bool good =
            value->type == LUA_TNUMBER && value->number >= -most && value->number <= most;
    if (!good) {
        fault_raise(maker->lua, "E314", changeword_field_name((int32_t)field),
                "use a whole number of points.",
                "%s: %s must be a whole number from -%d to %d.", maker->word,
                changeword_field_name((int32_t)field), most, most);
    }
    return (int32_t)value->number;
}

int32_t maker_amount_or(Maker *maker, ChangeField field, int32_t most, int32_t otherwise) {
    return maker_has(maker, field) ? maker_amount(maker, field, most) : otherwise;
}

_Noreturn void maker_unknown(Maker *maker, const char *name, const char *what) {
    const char *names[PATH_NAMES_MAX];
    size_t count = path_names(maker->play->def, names);
    fault_raise_near(maker->lua, "E315", name, diag_nearest(name, names, count),
            "%s: there is no %s \"%.60s\".", maker->word, what, name);
}

// ---- owners ------------------------------------------------------------------------------------

Sel maker_sel(SelHow how, int32_t kind, int32_t index) {
    return (Sel){(uint8_t)how, (uint8_t)kind, (uint8_t)index, 0};
}

static Sel find_owner(const Def *def, const char *name) {
    Thing thing = path_thing(def, name);
    if (thing.kind != KIND_NONE) return maker_sel(SEL_ONE, thing.kind, thing.index);
    if (strcmp(name, "everyone") == 0 || strcmp(name, "anyone") == 0) {
        return maker_sel(SEL_SET, KIND_ACTOR, SET_ALL);
    }
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        if (strcmp(name, kind_set_word((Kind)kind)) == 0)
            return maker_sel(SEL_SET, kind, SET_ALL);
    }
    int32_t tag = path_tag(def, name);
    return tag >= 0 ? maker_sel(SEL_TAG, KIND_ACTOR, tag) : (Sel){0};
}

// me and target are those of the move this moment is about, written out: a change has no move.
static Sel owner_of_move(const Play *play, const char *name) {
    const Act *act = play->moment->act;
    if (act && strcmp(name, "me") == 0) return maker_sel(SEL_ONE, KIND_ACTOR, act->actor);
    if (act && strcmp(name, "target") == 0 && act->target.kind != KIND_NONE) {
        return maker_sel(SEL_ONE, act->target.kind, act->target.index);
    }
    return (Sel){0};
}

// Packed with a bit above, so that no owner is 0.
static int64_t pack_sel(Sel sel) {
    return (int64_t)1 << 24 | (int64_t)sel.how << 16 | (int64_t)sel.kind << 8 | sel.index;
}

Sel maker_owner(Maker *maker, const char *name) {
    Sel sel = owner_of_move(maker->play, name);
    if (sel.how != SEL_NONE) return sel;
    sel = find_owner(maker->play->def, name);
    if (sel.how == SEL_NONE) maker_unknown(maker, name, "thing");
    maker_keep(maker, &machine_of(maker->lua)->owners_known, name, pack_sel(sel));
    return sel;
}

Sel maker_owner_in(Maker *maker, ChangeField field) {
    if (!maker_has(maker, field)) return (Sel){0};
    int64_t packed = maker->value[field].packed;
    if (packed == 0) return maker_owner(maker, text_in(maker, field));
    return maker_sel((SelHow)(packed >> 16 & 255), (int32_t)(packed >> 8 & 255),
            (int32_t)(packed & 255));
}

Sel maker_owner_of_kind(Maker *maker, ChangeField field, Kind kind) {
    Sel sel = maker_owner_in(maker, field);
    if (sel.how == SEL_NONE || sel.kind == kind) return sel;
    fault_raise(maker->lua, "E315", maker->value[field].text, "name one of those.",
            "%s: %s must be %s.", maker->word, changeword_field_name((int32_t)field),
            kind_word(kind));
}

_Noreturn void maker_not_now(Maker *maker, const char *fix) {
    fault_raise(maker->lua, "E327", maker->word, fix, "%s is not possible at this moment.",
            maker->word);
}

TextId maker_text_named(Maker *maker, const char *id) {
    const Def *def = maker->play->def;
    for (int32_t i = 1; i < def->texts_count; i++) {
        const char *path = def_text(def, def->texts[i].path);
        if (strncmp(path, "text.", 5) == 0 && strcmp(path + 5, id) == 0) return (TextId)i;
    }
    const char *names[PATH_NAMES_MAX];
    size_t count = 0;
    for (int32_t i = 1; i < def->texts_count && count < PATH_NAMES_MAX; i++) {
        const char *path = def_text(def, def->texts[i].path);
        if (strncmp(path, "text.", 5) == 0) names[count++] = path + 5;
    }
    fault_raise_near(maker->lua, "E317", id, diag_nearest(id, names, count),
            "%s: there is no text \"%.40s\"; write text \"…\" \"words\" first.",
            maker->word, id);
}

// script/changes.c — what a function returns as compiled changes, with the fields effect_words.h names. Never: carries one out.
#include "script/changeword.h"
#include "script/play.h"
#include <stdio.h>
#include <string.h>

enum { POINTS_MAX = 100000, ROUNDS_AFTER_MAX = 6, NESTED_MAX = 4 };

typedef struct FieldValue {
    int type; // LUA_T…
    int64_t number;
    const char *text;   // alive while the author's table is
    lua_Integer packed; // what the name was found to be before, 0 = not met yet
} FieldValue;

typedef struct Maker {
    lua_State *lua;
    const Play *play;
    const char *word;
    ChangeValue *out;
    uint64_t allowed, present; // bits of ChangeField
    FieldValue value[CHANGE_FIELD_COUNT];
} Maker;

// ---- reading the author's table ---------------------------------------------------------------

_Noreturn static void raise_unknown_field(Maker *maker, const char *name) {
    const char *names[CHANGE_FIELD_COUNT];
    size_t count = changeword_fields(maker->word, names, ARRAY_COUNT(names));
    fault_raise_near(maker->lua, "E313", name, diag_nearest(name, names, count),
            "%s has no field \"%.60s\".", maker->word, name);
}

// The key under the value on top as a field; -1 for `op`, which is thrown away: a change is what its
// word is.
static int32_t field_of_key(Maker *maker) {
    lua_State *lua = maker->lua;
    lua_pushvalue(lua, -2);
    bool met = lua_rawget(lua, lua_upvalueindex(CHANGE_UPVALUE_FIELDS)) == LUA_TNUMBER;
    int32_t field = met ? (int32_t)lua_tointeger(lua, -1) : -1;
    lua_pop(lua, 1);
    if (met && ((maker->allowed >> field) & 1)) return field;
    if (lua_type(lua, -2) != LUA_TSTRING) {
        fault_raise(lua, "E313", maker->word, "name every field: by = 1.",
                "%s takes fields in { }, not a list.", maker->word);
    }
    const char *name = lua_tostring(lua, -2);
    if (strcmp(name, "op") == 0) return -1;
    raise_unknown_field(maker, name);
}

// Names are looked up where they were kept when they were first met.
static lua_Integer packed_of(lua_State *lua, int upvalue) {
    lua_pushvalue(lua, -1);
    lua_rawget(lua, lua_upvalueindex(upvalue));
    lua_Integer packed = lua_tointeger(lua, -1);
    lua_pop(lua, 1);
    return packed;
}

static const uint64_t OWNER_FIELDS = CHANGE_FIELD(WHO) | CHANGE_FIELD(TOWARD)
                                     | CHANGE_FIELD(FROM) | CHANGE_FIELD(TO)
                                     | CHANGE_FIELD(OF) | CHANGE_FIELD(ARENA);

static void read_value(Maker *maker, int32_t field) {
    lua_State *lua = maker->lua;
    FieldValue *value = &maker->value[field];
    maker->present |= (uint64_t)1 << field;
    value->type = lua_type(lua, -1);
    value->packed = 0;
    if (value->type == LUA_TSTRING) {
        value->text = lua_tostring(lua, -1);
        if (field == CHANGE_FIELD_WHAT) {
            value->packed = packed_of(lua, CHANGE_UPVALUE_NUMBERS);
        } else if ((OWNER_FIELDS >> field) & 1) {
            value->packed = packed_of(lua, CHANGE_UPVALUE_OWNERS);
        }
    } else if (value->type == LUA_TBOOLEAN) {
        value->number = lua_toboolean(lua, -1);
    } else if (value->type == LUA_TNUMBER && lua_isinteger(lua, -1)) {
        value->number = lua_tointeger(lua, -1);
    } else if (value->type != LUA_TTABLE || field != CHANGE_FIELD_WITH) {
        const char *name = changeword_field_name(field);
        fault_raise(lua, "E313", name, "give it a number or a text.",
                "%s: %s cannot be %s.", maker->word, name, fault_type_words(lua, -1));
    }
}

static void read_fields(Maker *maker) {
    lua_State *lua = maker->lua;
    if (lua_isnone(lua, 1)) return;
    lua_pushnil(lua);
    while (lua_next(lua, 1)) {
        int32_t field = field_of_key(maker);
        if (field >= 0) read_value(maker, field);
        lua_pop(lua, 1);
    }
}

// Keeps what a name was found to be. Not charged: whether it was met before must not matter.
static void keep(Maker *maker, int upvalue, const char *name, lua_Integer packed) {
    lua_State *lua = maker->lua;
    Machine *machine = machine_of(lua);
    size_t taken = machine->taken_bytes;
    lua_pushstring(lua, name);
    lua_pushinteger(lua, packed);
    lua_rawset(lua, lua_upvalueindex(upvalue));
    machine->taken_bytes = taken;
}

static bool has(const Maker *maker, ChangeField field) {
    return (maker->present >> field) & 1;
}

static const char *text_of(Maker *maker, ChangeField field) {
    if (!has(maker, field)) return NULL;
    if (maker->value[field].type != LUA_TSTRING) {
        fault_raise(maker->lua, "E313", changeword_field_name((int32_t)field),
                "write an id in quotes.", "%s: %s must be an id.", maker->word,
                changeword_field_name((int32_t)field));
    }
    return maker->value[field].text;
}

static const char *needed_text(Maker *maker, ChangeField field) {
    const char *text = text_of(maker, field);
    if (text) return text;
    fault_raise(maker->lua, "E313", maker->word, "add it.", "%s needs the field %s.",
            maker->word, changeword_field_name((int32_t)field));
}

// A whole number of at most `most` in both directions.
static int32_t amount_of(Maker *maker, ChangeField field, int32_t most) {
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

static int32_t optional_amount(
        Maker *maker, ChangeField field, int32_t most, int32_t otherwise) {
    return has(maker, field) ? amount_of(maker, field, most) : otherwise;
}

_Noreturn static void raise_unknown_name(Maker *maker, const char *name, const char *what) {
    const char *names[PATH_NAMES_MAX];
    size_t count = path_names(maker->play->def, names);
    fault_raise_near(maker->lua, "E315", name, diag_nearest(name, names, count),
            "%s: there is no %s \"%.60s\".", maker->word, what, name);
}

// ---- who ----------------------------------------------------------------------------------------

static Sel sel_of(SelHow how, int32_t kind, int32_t index) {
    return (Sel){(uint8_t)how, (uint8_t)kind, (uint8_t)index, 0};
}

static Sel find_owner(const Def *def, const char *name) {
    Thing thing = path_thing(def, name);
    if (thing.kind != KIND_NONE) return sel_of(SEL_ONE, thing.kind, thing.index);
    if (strcmp(name, "everyone") == 0 || strcmp(name, "anyone") == 0) {
        return sel_of(SEL_SET, KIND_ACTOR, SET_ALL);
    }
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        if (strcmp(name, kind_set_word((Kind)kind)) == 0)
            return sel_of(SEL_SET, kind, SET_ALL);
    }
    int32_t tag = path_tag(def, name);
    return tag >= 0 ? sel_of(SEL_TAG, KIND_ACTOR, tag) : (Sel){0};
}

// me and target are those of the move this moment is about, written out: a change has no move.
static Sel owner_of_move(const Play *play, const char *name) {
    const Act *act = play->moment->act;
    if (act && strcmp(name, "me") == 0) return sel_of(SEL_ONE, KIND_ACTOR, act->actor);
    if (act && strcmp(name, "target") == 0 && act->target.kind != KIND_NONE) {
        return sel_of(SEL_ONE, act->target.kind, act->target.index);
    }
    return (Sel){0};
}

// Packed with a bit above, so that no owner is 0.
static lua_Integer pack_sel(Sel sel) {
    return (lua_Integer)1 << 24 | (lua_Integer)sel.how << 16 | (lua_Integer)sel.kind << 8
           | sel.index;
}

static Sel owner_named(Maker *maker, const char *name) {
    Sel sel = owner_of_move(maker->play, name);
    if (sel.how != SEL_NONE) return sel;
    sel = find_owner(maker->play->def, name);
    if (sel.how == SEL_NONE) raise_unknown_name(maker, name, "thing");
    keep(maker, CHANGE_UPVALUE_OWNERS, name, pack_sel(sel));
    return sel;
}

static Sel owner_in(Maker *maker, ChangeField field) {
    if (!has(maker, field)) return (Sel){0};
    lua_Integer packed = maker->value[field].packed;
    if (packed == 0) return owner_named(maker, text_of(maker, field));
    return sel_of((SelHow)(packed >> 16 & 255), (int32_t)(packed >> 8 & 255),
            (int32_t)(packed & 255));
}

static Sel owner_of_kind(Maker *maker, ChangeField field, Kind kind) {
    Sel sel = owner_in(maker, field);
    if (sel.how == SEL_NONE || sel.kind == kind) return sel;
    fault_raise(maker->lua, "E315", maker->value[field].text, "name one of those.",
            "%s: %s must be %s.", maker->word, changeword_field_name((int32_t)field),
            kind_word(kind));
}

// ---- numbers --------------------------------------------------------------------------------------

typedef struct Number {
    int32_t track;
    Sel column; // fixed by the name itself: money, base
} Number;

// What a word is as a number: a track, or a resource or audience that stands for its column.
static lua_Integer find_number(Maker *maker, const char *name) {
    const Def *def = maker->play->def;
    int32_t track = def_find_track(def, name);
    Thing thing = path_thing(def, name);
    if (thing.kind != KIND_RESOURCE && thing.kind != KIND_AUDIENCE)
        thing = (Thing){KIND_NONE, NONE};
    if (track >= 0 || thing.kind != KIND_NONE) {
        return (lua_Integer)1 << 40 | (lua_Integer)(track + 1) << 16
               | (lua_Integer)thing.kind << 8 | thing.index;
    }
    if (path_is_read_only(def, name)) {
        fault_raise(maker->lua, "E223", name,
                "change a number of the game or a memory of your own.",
                "%s: \"%.60s\" cannot be changed.", maker->word, name);
    }
    raise_unknown_name(maker, name, "number");
}

// `public` is the issue's number, unless an actor is named: then it is that actor's standing.
static Number number_in(Maker *maker) {
    const FieldValue *what = &maker->value[CHANGE_FIELD_WHAT];
    const char *name = needed_text(maker, CHANGE_FIELD_WHAT);
    lua_Integer packed = what->packed;
    if (packed == 0) {
        packed = find_number(maker, name);
        keep(maker, CHANGE_UPVALUE_NUMBERS, name, packed);
    }
    int32_t track = (int32_t)(packed >> 16 & 0xFFFF) - 1,
            kind = (int32_t)(packed >> 8 & 255);
    bool standing = kind == KIND_AUDIENCE && has(maker, CHANGE_FIELD_WHO);
    if (track >= 0 && !standing) return (Number){track, {0}};
    return (Number){kind == KIND_RESOURCE ? TRACK_RESOURCE : TRACK_LEGITIMACY,
            sel_of(SEL_ONE, kind, (int32_t)(packed & 255))};
}

static bool put_owner(Change *change, const Track *track, Sel owner) {
    if (owner.how == SEL_NONE) return true;
    if (change->who.how == SEL_NONE && track->row != KIND_NONE
            && owner.kind == track->row) {
        change->who = owner;
        return true;
    }
    if (change->toward.how == SEL_NONE && track->column != KIND_NONE
            && owner.kind == track->column) {
        change->toward = owner;
        return true;
    }
    return false;
}

// The main issue, and all audiences of legitimacy, need not be named.
static void fill_missing(Maker *maker, const Track *track, const char *what) {
    Change *change = &maker->out->change;
    if (track->row == KIND_ISSUE && change->who.how == SEL_NONE) {
        change->who = sel_of(SEL_ONE, KIND_ISSUE, 0);
    }
    if (track->column == KIND_AUDIENCE && change->toward.how == SEL_NONE) {
        change->toward = sel_of(SEL_SET, KIND_AUDIENCE, SET_ALL);
    }
    bool row = track->row != KIND_NONE && change->who.how == SEL_NONE;
    bool column = track->column != KIND_NONE && change->toward.how == SEL_NONE;
    if (!row && !column) return;
    fault_raise(maker->lua, "E222", what, row ? "add who = \"…\"." : "add toward = \"…\".",
            "%s: whose \"%.60s\"? It belongs to %s%s%s.", maker->word, what,
            kind_word((Kind)track->row), track->column != KIND_NONE ? " and " : "",
            kind_word((Kind)track->column));
}

static void number_amount(Maker *maker) {
    ChangeValue *out = maker->out;
    bool set = out->change.op == CHANGE_SET;
    ChangeField points = set ? CHANGE_FIELD_TO : CHANGE_FIELD_BY;
    if (has(maker, CHANGE_FIELD_TENTHS)) {
        out->amount = amount_of(maker, CHANGE_FIELD_TENTHS, POINTS_MAX * 10);
    } else {
        out->amount = amount_of(maker, points, POINTS_MAX) * 10;
    }
    out->change.flags |= CHANGE_IN_TENTHS;
    out->change.sign = out->change.op == CHANGE_LOSE;
}

static void check_text(Maker *maker, const char *id);

static void make_number(Maker *maker) {
    Number number = number_in(maker);
    const char *what = maker->value[CHANGE_FIELD_WHAT].text;
    const Track *track = &maker->play->def->tracks[number.track];
    Change *change = &maker->out->change;
    change->track = (uint16_t)number.track;
    change->toward = number.column;
    ChangeField first = change->op == CHANGE_MOVE ? CHANGE_FIELD_FROM : CHANGE_FIELD_WHO;
    if (!put_owner(change, track, owner_in(maker, first))) {
        raise_unknown_name(maker, maker->value[first].text, kind_word((Kind)track->row));
    }
    if (!put_owner(change, track, owner_in(maker, CHANGE_FIELD_TOWARD))) {
        raise_unknown_name(maker, maker->value[CHANGE_FIELD_TOWARD].text,
                kind_word((Kind)track->column));
    }
    fill_missing(maker, track, what);
    if (has(maker, CHANGE_FIELD_WHY))
        check_text(maker, needed_text(maker, CHANGE_FIELD_WHY));
    number_amount(maker);
    if (change->op != CHANGE_MOVE) return;
    // effect.c: the column of a transfer stands in a, its receiver in toward.
    change->a = change->toward.how == SEL_ONE ? change->toward.index : -1;
    needed_text(maker, CHANGE_FIELD_TO);
    change->toward = owner_of_kind(maker, CHANGE_FIELD_TO, (Kind)track->row);
}

// ---- words ------------------------------------------------------------------------------------------

static TextId text_named(Maker *maker, const char *id) {
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

static void check_text(Maker *maker, const char *id) { (void)text_named(maker, id); }

// One value of `with`, on top of the stack: {who} is a thing by its id, {n} a number.
static void fill_one(Maker *maker, const char *key) {
    lua_State *lua = maker->lua;
    if (strcmp(key, "who") == 0 && lua_type(lua, -1) == LUA_TSTRING) {
        const char *id = lua_tostring(lua, -1);
        Thing thing = path_thing(maker->play->def, id);
        if (thing.kind == KIND_NONE) raise_unknown_name(maker, id, "thing");
        maker->out->change.b = (int16_t)(thing.kind * 256 + thing.index);
    } else if (strcmp(key, "n") == 0 && lua_isinteger(lua, -1)) {
        int64_t number = lua_tointeger(lua, -1);
        if (number < -POINTS_MAX || number > POINTS_MAX) {
            fault_raise(
                    lua, "E314", key, "use a smaller number.", "tell: {n} is too large.");
        }
        maker->out->amount = (int32_t)number * 10;
    } else {
        fault_raise(lua, "E313", key, "write with = { who = \"…\", n = 3 }.",
                "tell fills {who} with an id and {n} with a number.");
    }
}

static void fill_with(Maker *maker) {
    if (!has(maker, CHANGE_FIELD_WITH)) return;
    lua_State *lua = maker->lua;
    lua_pushliteral(lua, "with");
    if (lua_rawget(lua, 1) != LUA_TTABLE) {
        fault_raise(lua, "E313", "with", "write with = { who = \"…\", n = 3 }.",
                "tell: with takes fields in { }.");
    }
    // Unknown names first and the known ones in a fixed order: Lua's own order differs in every process.
    for (lua_pushnil(lua); lua_next(lua, -2); lua_pop(lua, 1)) {
        const char *key = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : "";
        if (strcmp(key, "who") != 0 && strcmp(key, "n") != 0) fill_one(maker, "");
    }
    static const char *const KEYS[] = {"who", "n"};
    for (size_t i = 0; i < ARRAY_COUNT(KEYS); i++) {
        lua_pushstring(lua, KEYS[i]);
        if (lua_rawget(lua, -2) != LUA_TNIL) fill_one(maker, KEYS[i]);
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

static void make_tell(Maker *maker) {
    Change *change = &maker->out->change;
    change->a = (int16_t)text_named(maker, needed_text(maker, CHANGE_FIELD_TEXT));
    change->who = owner_of_kind(maker, CHANGE_FIELD_TO, KIND_ACTOR);
    fill_with(maker);
}

static void make_reveal(Maker *maker) {
    static const char *const FACTS[] = {
            "stance", "values", "resonance", "numbers", "promises", "hidden"};
    Change *change = &maker->out->change;
    const char *what = has(maker, CHANGE_FIELD_WHAT) ? needed_text(maker, CHANGE_FIELD_WHAT)
                                                     : "stance";
    change->a = strcmp(what, "band") == 0 ? 1 : -1;
    for (size_t i = 0; i < ARRAY_COUNT(FACTS); i++) {
        if (strcmp(what, FACTS[i]) == 0) change->a = (int16_t)(i + 1);
    }
    if (change->a < 0) {
        fault_raise_near(maker->lua, "E224", what,
                diag_nearest(what, FACTS, ARRAY_COUNT(FACTS)),
                "reveal: \"%.60s\" cannot be revealed.", what);
    }
    change->toward = owner_named(maker, needed_text(maker, CHANGE_FIELD_OF));
    change->who = has(maker, CHANGE_FIELD_TO)
                          ? owner_of_kind(maker, CHANGE_FIELD_TO, KIND_ACTOR)
                          : sel_of(SEL_SET, KIND_ACTOR, SET_ALL);
}

static int32_t window_named(Maker *maker, const char *id) {
    const Def *def = maker->play->def;
    for (int32_t i = 0; i < def->windows_count; i++) {
        if (strcmp(def_text(def, def->windows[i].names.id), id) == 0) return i;
    }
    raise_unknown_name(maker, id, "window");
}

static void make_happen(Maker *maker) {
    Change *change = &maker->out->change;
    if (has(maker, CHANGE_FIELD_WINDOW)) {
        change->a = (int16_t)window_named(maker, needed_text(maker, CHANGE_FIELD_WINDOW));
        change->b = 1;
        change->c = (int16_t)optional_amount(maker, CHANGE_FIELD_ROUNDS, ROUNDS_MAX, 1);
    } else {
        const char *id = needed_text(maker, CHANGE_FIELD_HAPPENING);
        int32_t happening = def_find_happening(maker->play->def, id);
        if (happening < 0) raise_unknown_name(maker, id, "happening");
        change->a = (int16_t)happening;
        change->b = 0;
    }
    maker->out->amount =
            optional_amount(maker, CHANGE_FIELD_AFTER, ROUNDS_AFTER_MAX, 0) * 10;
}

static void make_lock(Maker *maker) {
    const char *id = needed_text(maker, CHANGE_FIELD_MOVE);
    int32_t move = def_find_move(maker->play->def, id);
    if (move < 0) raise_unknown_name(maker, id, "move");
    Change *change = &maker->out->change;
    change->a = (int16_t)move;
    change->b = (int16_t)optional_amount(maker, CHANGE_FIELD_ROUNDS, ROUNDS_MAX, 0);
    change->who = owner_of_kind(maker, CHANGE_FIELD_WHO, KIND_ACTOR);
}

static void make_position(Maker *maker) {
    static const char *const PLACES[] = {"seat", "vote", "chair", "pen"};
    static const int16_t BITS[] = {
            PLACE_SEAT, PLACE_SEAT, PLACE_SEAT | PLACE_CHAIR, PLACE_SEAT | PLACE_PEN};
    Change *change = &maker->out->change;
    const char *place = has(maker, CHANGE_FIELD_PLACE)
                                ? needed_text(maker, CHANGE_FIELD_PLACE)
                                : "seat";
    needed_text(maker, CHANGE_FIELD_WHO);
    needed_text(maker, CHANGE_FIELD_ARENA);
    change->who = owner_of_kind(maker, CHANGE_FIELD_WHO, KIND_ACTOR);
    change->toward = owner_of_kind(maker, CHANGE_FIELD_ARENA, KIND_ARENA);
    for (size_t i = 0; i < ARRAY_COUNT(PLACES); i++) {
        if (strcmp(place, PLACES[i]) != 0) continue;
        change->a = BITS[i];
        maker->out->amount = i == 1 ? 10 : 0;
        return;
    }
    fault_raise_near(maker->lua, "E224", place,
            diag_nearest(place, PLACES, ARRAY_COUNT(PLACES)),
            "position: there is no place \"%.60s\".", place);
}

static void make_finish(Maker *maker) {
    const char *id = needed_text(maker, CHANGE_FIELD_ENDING);
    int32_t ending = def_find_ending(maker->play->def, id);
    if (ending < 0) raise_unknown_name(maker, id, "ending");
    maker->out->change.a = (int16_t)ending;
}

static void make_publish(Maker *maker) {
    const char *what =
            has(maker, CHANGE_FIELD_WHAT) ? needed_text(maker, CHANGE_FIELD_WHAT) : "quiet";
    if (strcmp(what, "quiet") == 0) return;
    int32_t move = def_find_move(maker->play->def, what);
    if (move < 0) raise_unknown_name(maker, what, "move");
    maker->out->change.a = (int16_t)move;
}

_Noreturn static void raise_not_now(Maker *maker, const char *fix) {
    fault_raise(maker->lua, "E327", maker->word, fix, "%s is not possible at this moment.",
            maker->word);
}

static void make_refuse(Maker *maker) {
    if (maker->play->moment->moment != MOMENT_BEFORE_MOVE) {
        raise_not_now(maker, "only functions given to on \"before_move\" may refuse.");
    }
    maker->out->change.a =
            (int16_t)text_named(maker, needed_text(maker, CHANGE_FIELD_TEXT));
}

static void make(Maker *maker) {
    switch ((int)maker->out->change.op) {
    case CHANGE_GAIN:
    case CHANGE_LOSE:
    case CHANGE_SET:
    case CHANGE_MOVE: make_number(maker); break;
    case CHANGE_TELL: make_tell(maker); break;
    case CHANGE_REVEAL: make_reveal(maker); break;
    case CHANGE_PUBLISH: make_publish(maker); break;
    case CHANGE_HAPPEN: make_happen(maker); break;
    case CHANGE_UNLOCK:
    case CHANGE_LOCK: make_lock(maker); break;
    case CHANGE_FINISH: make_finish(maker); break;
    case CHANGE_POSITION: make_position(maker); break;
    case CHANGE_REFUSE: make_refuse(maker); break;
    default: break; // is_possible has refused the others
    }
}

// Words of the meeting and of later mechanisms belong to moves.
static bool is_possible(ChangeOp op) {
    return op <= CHANGE_FINISH ? op != CHANGE_ASK
                               : op == CHANGE_POSITION || op == CHANGE_REFUSE;
}

void changes_make(
        lua_State *lua, const char *word, uint8_t op, uint64_t fields, ChangeValue *out) {
    const Play *play = machine_of(lua)->play;
    if (!play) {
        fault_raise(lua, "E307", word, "return changes from the function.",
                "%s is used outside a call.", word);
    }
    *out = (ChangeValue){.generation = play->generation};
    out->change = (Change){.op = op, .a = -1, .b = -1, .c = -1};
    Maker maker;
    maker.lua = lua;
    maker.play = play;
    maker.word = word;
    maker.out = out;
    maker.allowed = fields;
    maker.present = 0;
    if (!is_possible((ChangeOp)out->change.op)) {
        raise_not_now(&maker,
                "use gain, lose, set, move, tell, reveal, happen, lock, unlock, "
                "position or finish.");
    }
    read_fields(&maker);
    if (has(&maker, CHANGE_FIELD_WHEN)) {
        if (maker.value[CHANGE_FIELD_WHEN].type != LUA_TBOOLEAN) {
            fault_raise(lua, "E313", "when", "use if … then around the change.",
                    "%s: in a function, when is yes or no.", word);
        }
        out->dropped = maker.value[CHANGE_FIELD_WHEN].number == 0;
    }
    make(&maker);
}

// ---- the list a function returns ------------------------------------------------------------------

typedef struct Reader {
    lua_State *lua;
    Play *play;
    const void *tables[NESTED_MAX];
    int32_t depth;
} Reader;

static void add_change(Reader *reader, const ChangeValue *value) {
    HookResult *result = reader->play->result;
    if (value->generation != reader->play->generation) {
        fault_raise(reader->lua, "E313", "", "make changes where you return them.",
                "A change of an earlier call is returned.");
    }
    if (value->dropped) return;
    if (value->change.op == CHANGE_REFUSE) {
        if (result->refused_text == 0) result->refused_text = (uint16_t)value->change.a;
        return;
    }
    if (result->count == CHANGES_OF_A_CALL_MAX) {
        fault_raise(reader->lua, "E316", "", "return fewer changes; sets like actors help.",
                "More than %d changes are returned.", CHANGES_OF_A_CALL_MAX);
    }
    result->amounts[result->count] = value->amount;
    result->changes[result->count++] = value->change;
}

// A list has whole numbers from 1 without gaps as keys. Returns its length.
static int32_t check_list(lua_State *lua, int index) {
    lua_Integer length = (lua_Integer)lua_rawlen(lua, index), count = 0;
    if (length > CHANGES_OF_A_CALL_MAX) {
        fault_raise(lua, "E316", "", "return fewer changes; sets like actors help.",
                "More than %d changes are returned.", CHANGES_OF_A_CALL_MAX);
    }
    // Looked at as a whole before anything is told: Lua's own order differs in every process.
    bool named = false, gap = false;
    for (lua_pushnil(lua); lua_next(lua, index); count++) {
        lua_pop(lua, 1);
        lua_Integer key = lua_isinteger(lua, -1) ? lua_tointeger(lua, -1) : 0;
        named = named || !lua_isinteger(lua, -1);
        gap = gap || key < 1 || key > length;
    }
    if (named) {
        fault_raise(lua, "E313", "", "write gain { … } and the like.",
                "Something in the list is no change.");
    }
    if (gap || count != length) {
        fault_raise(lua, "E226", "", "add with changes[#changes + 1] = ….",
                "The list of changes has a gap.");
    }
    return (int32_t)length;
}

static void read_list(Reader *reader, int index);

static void read_one(Reader *reader, int index) {
    lua_State *lua = reader->lua;
    if (lua_type(lua, index) == LUA_TTABLE) {
        read_list(reader, index);
        return;
    }
    const ChangeValue *value = changeword_value(lua, index);
    if (!value) {
        fault_raise(lua, "E313", "", "write gain { … } and the like.",
                "Something in the list is no change: %s.", fault_type_words(lua, index));
    }
    add_change(reader, value);
}

// Lists may hold lists, four deep.
static void read_list(Reader *reader, int index) {
    lua_State *lua = reader->lua;
    const void *here = lua_topointer(lua, index);
    bool itself = false;
    for (int32_t i = 0; i < reader->depth; i++)
        itself = itself || reader->tables[i] == here;
    if (itself || reader->depth == NESTED_MAX) {
        fault_raise(lua, "E318", "", "return one plain list.", "The list of changes %s.",
                itself ? "contains itself" : "is nested too deep");
    }
    reader->tables[reader->depth++] = here;
    int32_t length = check_list(lua, index);
    for (int32_t i = 1; i <= length; i++) {
        lua_rawgeti(lua, index, i);
        read_one(reader, lua_gettop(lua));
        lua_pop(lua, 1);
    }
    reader->depth--;
}

void changes_read(lua_State *lua, Play *play) {
    int index = lua_gettop(lua);
    if (lua_type(lua, index) != LUA_TTABLE) {
        bool one = changeword_value(lua, index) != NULL;
        fault_raise(lua, "E312", "",
                one ? "return a list: return { gain { … } }." : "end with return {}.",
                "The rule returned %s instead of a list of changes.",
                one ? "one change" : fault_type_words(lua, index));
    }
    if (!lua_checkstack(lua, 3 * NESTED_MAX + 4)) machine_charge(lua, SCRIPT_LOAD_STEPS);
    Reader reader = {.lua = lua, .play = play};
    read_list(&reader, index);
}

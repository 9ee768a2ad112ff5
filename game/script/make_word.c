// script/make_word.c — tell, reveal, happen, lock, position, finish, publish, refuse. Never: numbers (make_number.c).
#include "script/maker.h"
#include <string.h>

// One value of `with`, on top of the stack: {who} is a thing by its id, {n} a number.
static void fill_one(Maker *maker, const char *key) {
    lua_State *lua = maker->lua;
    if (strcmp(key, "who") == 0 && lua_type(lua, -1) == LUA_TSTRING) {
        const char *id = lua_tostring(lua, -1);
        Thing thing = path_thing(maker->play->def, id);
        if (thing.kind == KIND_NONE) maker_unknown(maker, id, "thing");
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
    if (!maker_has(maker, CHANGE_FIELD_WITH)) return;
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
    change->a = (int16_t)maker_text_named(maker, maker_needed(maker, CHANGE_FIELD_TEXT));
    change->who = maker_owner_of_kind(maker, CHANGE_FIELD_TO, KIND_ACTOR);
    fill_with(maker);
}

static void make_reveal(Maker *maker) {
    static const char *const FACTS[] = {
            "stance", "values", "resonance", "numbers", "promises", "hidden"};
    Change *change = &maker->out->change;
    const char *what = maker_has(maker, CHANGE_FIELD_WHAT)
                               ? maker_needed(maker, CHANGE_FIELD_WHAT)
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
    change->toward = maker_owner(maker, maker_needed(maker, CHANGE_FIELD_OF));
    change->who = maker_has(maker, CHANGE_FIELD_TO)
                          ? maker_owner_of_kind(maker, CHANGE_FIELD_TO, KIND_ACTOR)
                          : maker_sel(SEL_SET, KIND_ACTOR, SET_ALL);
}

static int32_t window_named(Maker *maker, const char *id) {
    const Def *def = maker->play->def;
    for (int32_t i = 0; i < def->windows_count; i++) {
        if (strcmp(def_text(def, def->windows[i].names.id), id) == 0) return i;
    }
    maker_unknown(maker, id, "window");
}

static void make_happen(Maker *maker) {
    Change *change = &maker->out->change;
    if (maker_has(maker, CHANGE_FIELD_WINDOW)) {
        change->a = (int16_t)window_named(maker, maker_needed(maker, CHANGE_FIELD_WINDOW));
        change->b = 1;
        change->c = (int16_t)maker_amount_or(maker, CHANGE_FIELD_ROUNDS, ROUNDS_MAX, 1);
    } else {
        const char *id = maker_needed(maker, CHANGE_FIELD_HAPPENING);
        int32_t happening = def_find_happening(maker->play->def, id);
        if (happening < 0) maker_unknown(maker, id, "happening");
        change->a = (int16_t)happening;
        change->b = 0;
    }
    maker->out->amount =
            maker_amount_or(maker, CHANGE_FIELD_AFTER, ROUNDS_AFTER_MAX, 0) * 10;
}

static void make_lock(Maker *maker) {
    const char *id = maker_needed(maker, CHANGE_FIELD_MOVE);
    int32_t move = def_find_move(maker->play->def, id);
    if (move < 0) maker_unknown(maker, id, "move");
    Change *change = &maker->out->change;
    change->a = (int16_t)move;
    change->b = (int16_t)maker_amount_or(maker, CHANGE_FIELD_ROUNDS, ROUNDS_MAX, 0);
    change->who = maker_owner_of_kind(maker, CHANGE_FIELD_WHO, KIND_ACTOR);
}

static void make_position(Maker *maker) {
    static const char *const PLACES[] = {"seat", "vote", "chair", "pen"};
    static const int16_t BITS[] = {
            PLACE_SEAT, PLACE_SEAT, PLACE_SEAT | PLACE_CHAIR, PLACE_SEAT | PLACE_PEN};
    Change *change = &maker->out->change;
    const char *place = maker_has(maker, CHANGE_FIELD_PLACE)
                                ? maker_needed(maker, CHANGE_FIELD_PLACE)
                                : "seat";
    maker_needed(maker, CHANGE_FIELD_WHO);
    maker_needed(maker, CHANGE_FIELD_ARENA);
    change->who = maker_owner_of_kind(maker, CHANGE_FIELD_WHO, KIND_ACTOR);
    change->toward = maker_owner_of_kind(maker, CHANGE_FIELD_ARENA, KIND_ARENA);
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
    const char *id = maker_needed(maker, CHANGE_FIELD_ENDING);
    int32_t ending = def_find_ending(maker->play->def, id);
    if (ending < 0) maker_unknown(maker, id, "ending");
    maker->out->change.a = (int16_t)ending;
}

static void make_publish(Maker *maker) {
    const char *what = maker_has(maker, CHANGE_FIELD_WHAT)
                               ? maker_needed(maker, CHANGE_FIELD_WHAT)
                               : "quiet";
    if (strcmp(what, "quiet") == 0) return;
    int32_t move = def_find_move(maker->play->def, what);
    if (move < 0) maker_unknown(maker, what, "move");
    maker->out->change.a = (int16_t)move;
}

static void make_refuse(Maker *maker) {
    if (maker->play->moment->moment != MOMENT_BEFORE_MOVE) {
        maker_not_now(maker, "only functions given to on \"before_move\" may refuse.");
    }
    maker->out->change.a =
            (int16_t)maker_text_named(maker, maker_needed(maker, CHANGE_FIELD_TEXT));
}

void make_word(Maker *maker) {
    switch ((int)maker->out->change.op) {
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

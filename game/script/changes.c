// script/changes.c — one change of a function made ready, and the list a function returns. Never: carries one out.
#include "script/changeword.h"
#include "script/maker.h"

enum { NESTED_MAX = 4 };

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
        maker_not_now(&maker,
                "use gain, lose, set, move, tell, reveal, happen, lock, unlock, "
                "position or finish.");
    }
    maker_read(&maker);
    if (maker_has(&maker, CHANGE_FIELD_WHEN)) {
        if (maker.value[CHANGE_FIELD_WHEN].type != LUA_TBOOLEAN) {
            fault_raise(lua, "E313", "when", "use if … then around the change.",
                    "%s: in a function, when is yes or no.", word);
        }
        out->dropped = maker.value[CHANGE_FIELD_WHEN].number == 0;
    }
    if (out->change.op <= CHANGE_MOVE)
        make_number(&maker);
    else
        make_word(&maker);
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
        bool whole = lua_isinteger(lua, -1);
        lua_Integer key = whole ? lua_tointeger(lua, -1) : 0;
        named = named || !whole;
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

// script/declare.c — what happens when a file uses a word of the pack: its id and { } are copied at once. Never: checks fields.
#include "script/declare.h"
#include "base/utf8.h"
#include "model/limits.h"
#include "script/idlike.h"
#include "script/state.h"
#include <stdio.h>
#include <string.h>

static const char *const MOMENTS[] = {
#define MOMENT(id, name) name,
#include "model/moments.def"
#undef MOMENT
};

static const char *example_of(const ScriptWord *word) {
    switch (word->form) {
    case WORD_BODY: return "{ … }";
    case WORD_ID_BODY: return "\"id\" { … }";
    case WORD_ID_TEXT: return "\"id\" \"words\"";
    case WORD_ID_MAYBE: return "\"id\"";
    case WORD_MOMENT: return "\"round_ends\" (function (g) … end)";
    }
    return "";
}

// ---- ids ----------------------------------------------------------------------------------

static bool is_plain_id(const char *id, size_t length) {
    if (length == 0 || length > DECLARE_ID_LETTERS_MAX || id[0] < 'a' || id[0] > 'z')
        return false;
    for (size_t i = 0; i < length; i++) {
        bool good = (id[i] >= 'a' && id[i] <= 'z') || (id[i] >= '0' && id[i] <= '9')
                    || id[i] == '_';
        if (!good) return false;
    }
    return true;
}

static bool is_pack_id(const char *id, size_t length) {
    if (length == 0 || length > DECLARE_ID_LETTERS_MAX * 2) return false;
    for (size_t i = 0; i < length; i++) {
        bool good = (id[i] >= 'a' && id[i] <= 'z') || (id[i] >= '0' && id[i] <= '9')
                    || id[i] == '-';
        if (!good) return false;
    }
    return true;
}

static bool is_path(const char *id, size_t length) {
    size_t from = 0;
    for (size_t i = 0; i <= length; i++) {
        if (i < length && id[i] != '.') continue;
        if (!is_plain_id(id + from, i - from)) return false;
        from = i + 1;
    }
    return true;
}

bool declare_id_fits(const ScriptWord *word, const char *id, size_t length) {
    if (word->form == WORD_MOMENT) return true;
    switch (word->id) {
    case WORD_ID_PLAIN: return is_plain_id(id, length) && !lexer_is_keyword(id, length);
    case WORD_ID_PACK: return is_pack_id(id, length);
    case WORD_ID_TITLE: return length > 0 && length <= 200 && strlen(id) == length;
    case WORD_ID_PATH: return is_path(id, length);
    }
    return false;
}

static Diag *complain(
        lua_State *lua, const char *code, const char *word, const char *message) {
    Machine *machine = machine_of(lua);
    Fault fault = {.line = 0};
    fault.line = fault_line(lua, &fault.file);
    snprintf(fault.code, sizeof fault.code, "%s", code);
    snprintf(fault.word, sizeof fault.word, "%.63s", word);
    snprintf(fault.message, sizeof fault.message, "%s", message);
    return fault_tell(machine, &fault, machine->diags);
}

static void complain_id(
        lua_State *lua, const ScriptWord *word, const char *id, size_t length) {
    char message[200];
    if (lexer_is_keyword(id, length)) {
        snprintf(message, sizeof message, "\"%.40s\" is a word of Lua and cannot be an id.",
                id);
    } else {
        snprintf(message, sizeof message, "%s: the id \"%.40s\" is not allowed.",
                word->name, length > 0 && strlen(id) == length ? id : "");
    }
    Diag *diag = complain(lua, "E203", id, message);
    diag_expected(diag, "%s",
            word->id == WORD_ID_PACK
                    ? "small letters a to z, digits and -"
                    : "small letters a to z, digits and _, at most 32, a letter first");
    if (strcmp(id, "local") == 0) diag_fix(diag, "the audience is called \"locals\".");
    char meant[33] = "";
    bool pack = word->id == WORD_ID_PACK, plain = word->id == WORD_ID_PLAIN;
    if ((pack || plain) && strlen(id) == length && utf8_valid(id, length)
            && !lexer_is_keyword(id, length))
        idlike_from(id, pack ? '-' : '_', meant, sizeof meant);
    if (!meant[0] || lexer_is_keyword(meant, strlen(meant))) return;
    diag_near(diag, meant);
    diag_fix(diag, "write %s; people see the name and never the id", meant);
}

// ---- declarations -------------------------------------------------------------------------

Decl *declare_new(Machine *machine, const ScriptWord *word, const char *id) {
    if (machine->decls.count == machine->decl_capacity) {
        int32_t larger = machine->decl_capacity == 0 ? 64 : machine->decl_capacity * 2;
        Decl *items = region_take(&machine->region, (size_t)larger * sizeof *items);
        if (machine->decls.count > 0) {
            memcpy(items, machine->decl, (size_t)machine->decls.count * sizeof *items);
        }
        machine->decl = items;
        machine->decl_capacity = larger;
        machine->decls.items = items;
    }
    Decl *decl = &machine->decl[machine->decls.count];
    *decl = (Decl){.word = word->name,
            .id = region_copy_text(&machine->region, id, strlen(id)),
            .file = machine->file->name,
            .order = machine->decls.count++};
    return decl;
}

static void add_decl(
        lua_State *lua, Machine *machine, const ScriptWord *word, const char *id) {
    if (machine->decls.count >= DECLARE_DECLS_MAX) {
        fault_raise(lua, "E225", word->name, "declare less.",
                "This pack has more than %d declarations.", DECLARE_DECLS_MAX);
    }
    const ScriptFile *file = NULL;
    int32_t line = fault_line(lua, &file);
    Decl *decl = declare_new(machine, word, id);
    decl->line = line;
    decl->token = place_find_word(machine, word->name, id, line);
    if (decl->token >= 0) {
        decl->line = machine->file->tokens.items[decl->token].line;
        decl->column = machine->file->tokens.items[decl->token].column;
        machine->token = decl->token + 1;
    }
}

static void drop_decl(Machine *machine, int32_t index) {
    memmove(machine->decl + index, machine->decl + index + 1,
            (size_t)(machine->decls.count - index - 1) * sizeof *machine->decl);
    machine->decls.count--;
    machine->decls.incomplete = true;
}

void declare_finish(Machine *machine) {
    Pending pending = machine->pending;
    machine->pending = (Pending){0};
    if (!pending.waits || pending.refused || pending.word->form == WORD_ID_MAYBE) return;
    Decl *decl = &machine->decl[pending.decl];
    Diag *diag = machine_complain(machine, machine->diags, "E209", decl, NULL, 0, PLACE_KEY,
            "%s \"%.40s\" has nothing behind its id.", decl->word, decl->id);
    diag_fix(diag, "write %s %s.", decl->word, example_of(pending.word));
    drop_decl(machine, pending.decl);
}

static void read_body(lua_State *lua, Machine *machine, int32_t index, int value) {
    Decl *decl = &machine->decl[index];
    CopyPlace place = {.machine = machine, .region = &machine->region, .decl = decl};
    Node body;
    copy_value(lua, value, &place, &body);
    if (place.hopeless) {
        drop_decl(machine, index);
        return;
    }
    if (body.kind == NODE_TABLE && body.items_count > 0) {
        const char *path[] = {"1"};
        Diag *diag = machine_complain(machine, machine->diags, "E226", decl, path, 1,
                PLACE_VALUE,
                "%s \"%.40s\": a value without a name stands among its fields.", decl->word,
                decl->id);
        diag_expected(diag, "field = value");
        diag_fix(diag, "name the field; only whole numbers, a comma separates fields.");
        body.kind = NODE_BAD;
    }
    decl->body = body;
    if (body.kind == NODE_BAD) machine->decls.incomplete = true;
}

static void read_function(lua_State *lua, Machine *machine, int32_t index) {
    Decl *decl = &machine->decl[index];
    if (lua_type(lua, 1) != LUA_TFUNCTION || lua_iscfunction(lua, 1)) {
        Diag *diag = machine_complain(machine, machine->diags, "E220", decl, NULL, 0,
                PLACE_KEY, "on \"%.40s\" needs a function of this pack.", decl->id);
        diag_fix(diag, "write on %s.", "\"round_ends\" (function (g) … end)");
        drop_decl(machine, index);
        return;
    }
    const char *near = diag_nearest(decl->id, MOMENTS, ARRAY_COUNT(MOMENTS));
    bool known = near && strcmp(near, decl->id) == 0;
    if (!known) {
        Diag *diag = machine_complain(machine, machine->diags, "E247", decl, NULL, 0,
                PLACE_KEY, "There is no moment \"%.40s\".", decl->id);
        diag_near(diag, near);
        diag_expected(diag,
                "game_starts, round_starts, before_move, move_made, meeting_ends, "
                "decision_made, happening_chosen, round_settles, round_ends or "
                "game_ends");
        drop_decl(machine, index);
        return;
    }
    if (machine->functions_count >= DECLARE_FUNCTIONS_MAX) {
        fault_raise(lua, "E225", "on", "write rules instead.",
                "This pack has more than %d functions.", DECLARE_FUNCTIONS_MAX);
    }
    decl->body = (Node){.kind = NODE_FUNCTION, .integer = machine->functions_count++};
    lua_rawgeti(lua, LUA_REGISTRYINDEX, machine->functions);
    lua_pushvalue(lua, 1);
    lua_rawseti(lua, -2, machine->functions_count);
}

// What `actor "id"` gives back: takes the { } that follows.
static int on_body(lua_State *lua) {
    Machine *machine = machine_of(lua);
    Pending pending = machine->pending;
    if (machine->phase != MACHINE_LOADING || !pending.waits) {
        fault_raise(lua, "E209", "", "begin with the word and its id.",
                "These { } belong to no word with an id.");
    }
    machine->pending = (Pending){0};
    if (pending.refused) return 0;
    const Decl *decl = &machine->decl[pending.decl];
    if (pending.word->form == WORD_MOMENT) {
        read_function(lua, machine, pending.decl);
        return 0;
    }
    int type = lua_type(lua, 1);
    bool text_fits = pending.word->form == WORD_ID_TEXT && type == LUA_TSTRING;
    if (type != LUA_TTABLE && !text_fits) {
        Diag *diag = machine_complain(machine, machine->diags, "E209", decl, NULL, 0,
                PLACE_KEY, "%s \"%.40s\" needs more behind its id than %s.", decl->word,
                decl->id, fault_type_words(lua, 1));
        diag_fix(diag, "write %s %s.", decl->word, example_of(pending.word));
        drop_decl(machine, pending.decl);
        return 0;
    }
    read_body(lua, machine, pending.decl, 1);
    return 0;
}

static void check_usable(lua_State *lua, Machine *machine, const ScriptWord *word) {
    if (machine->phase == MACHINE_PLAYING) {
        fault_raise(lua, "E207", word->name,
                "declare it outside functions; a rule returns changes.",
                "\"%s\" declares something; that is over when the game runs.", word->name);
    }
    if (word->elsewhere) {
        fault_raise(lua, word->code ? word->code : "E207", word->name, "move it there.",
                "%s", word->elsewhere);
    }
}

// Upvalue 1: which word.
static int on_word(lua_State *lua) {
    Machine *machine = machine_of(lua);
    const ScriptWord *word = &machine->words[lua_tointeger(lua, lua_upvalueindex(1))];
    check_usable(lua, machine, word);
    declare_finish(machine);
    machine_charge(lua, 8);
    if (word->form == WORD_BODY) {
        if (lua_type(lua, 1) != LUA_TTABLE) {
            Diag *diag = complain(lua, "E209", word->name, "");
            snprintf(diag->message, sizeof diag->message, "%s takes { } and no id.",
                    word->name);
            diag_fix(diag, "write %s { … }.", word->name);
            machine->decls.incomplete = true;
            machine->pending = (Pending){.waits = true, .refused = true, .word = word};
            lua_pushcfunction(lua, on_body);
            return 1;
        }
        add_decl(lua, machine, word, "");
        read_body(lua, machine, machine->decls.count - 1, 1);
        return 0;
    }
    machine->pending = (Pending){.waits = true, .word = word};
    if (lua_type(lua, 1) != LUA_TSTRING) {
        Diag *diag = complain(lua, "E209", word->name, "");
        snprintf(diag->message, sizeof diag->message, "%s needs an id in quotes first.",
                word->name);
        diag_fix(diag, "write %s %s.", word->name, example_of(word));
        machine->pending = (Pending){0};
        machine->decls.incomplete = true;
        return 0;
    }
    size_t length = 0;
    const char *id = lua_tolstring(lua, 1, &length);
    if (declare_id_fits(word, id, length)) {
        add_decl(lua, machine, word, id);
        machine->pending.decl = machine->decls.count - 1;
    } else {
        complain_id(lua, word, id, length);
        machine->pending.refused = true;
        machine->decls.incomplete = true;
    }
    lua_pushcfunction(lua, on_body);
    return 1;
}

void declare_open(lua_State *lua) {
    const Machine *machine = machine_of(lua);
    for (int32_t i = 0; i < machine->words_count; i++) {
        lua_pushinteger(lua, i);
        lua_pushcclosure(lua, on_word, 1);
        lua_setfield(lua, -2, machine->words[i].name);
    }
}

// script/maker.h — what the files that make one change of a function share. Never: included by another room.
#ifndef SCRIPT_MAKER_H
#define SCRIPT_MAKER_H
#include "script/play.h"

enum { POINTS_MAX = 100000, ROUNDS_AFTER_MAX = 6 };

typedef struct FieldValue {
    int type; // LUA_T…
    int64_t number;
    const char *text; // alive while the author's table is
    int64_t packed;   // what the name was found to be before, 0 = not met yet
} FieldValue;

// One call of a change word. Its table stands at stack place 1.
typedef struct Maker {
    lua_State *lua;
    const Play *play;
    const char *word;
    ChangeValue *out;
    uint64_t allowed, present; // bits of ChangeField
    FieldValue value[CHANGE_FIELD_COUNT];
} Maker;

// ---- maker.c: fields and names; what is wrong ends the call ------------------------------------
void maker_read(Maker *maker);
bool maker_has(const Maker *maker, ChangeField field);
// The id in a field.
const char *maker_needed(Maker *maker, ChangeField field);
// A whole number of at most `most` in both directions.
int32_t maker_amount(Maker *maker, ChangeField field, int32_t most);
int32_t maker_amount_or(Maker *maker, ChangeField field, int32_t most, int32_t otherwise);
_Noreturn void maker_unknown(Maker *maker, const char *name, const char *what);
_Noreturn void maker_not_now(Maker *maker, const char *fix);
Sel maker_sel(SelHow how, int32_t kind, int32_t index);
// Whom a name means; me and target are those of the move this moment is about.
Sel maker_owner(Maker *maker, const char *name);
// The same for a field; SEL_NONE without it.
Sel maker_owner_in(Maker *maker, ChangeField field);
Sel maker_owner_of_kind(Maker *maker, ChangeField field, Kind kind);
TextId maker_text_named(Maker *maker, const char *id);
// Keeps what a name was found to be, in one of the machine's lists. Not charged: whether it was met
// before must not matter.
void maker_keep(Maker *maker, Known *known, const char *name, int64_t packed);

// ---- make_number.c, make_word.c ------------------------------------------------------------------
void make_number(Maker *maker); // gain, lose, set, move
void make_word(Maker *maker);   // the others a function may use

#endif // SCRIPT_MAKER_H

// script/make_number.c — gain, lose, set and move: which number of whom, and how much. Never: the other change words.
#include "script/maker.h"

typedef struct Number {
    int32_t track;
    Sel column; // fixed by the name itself: money, base
} Number;

// What a word is as a number: a track, or a resource or audience that stands for its column.
static int64_t find_number(Maker *maker, const char *name) {
    const Def *def = maker->play->def;
    int32_t track = def_find_track(def, name);
    Thing thing = path_thing(def, name);
    if (thing.kind != KIND_RESOURCE && thing.kind != KIND_AUDIENCE)
        thing = (Thing){KIND_NONE, NONE};
    if (track >= 0 || thing.kind != KIND_NONE) {
        return (int64_t)1 << 40 | (int64_t)(track + 1) << 16 | (int64_t)thing.kind << 8
               | thing.index;
    }
    if (path_is_read_only(def, name)) {
        fault_raise(maker->lua, "E223", name,
                "change a number of the game or a memory of your own.",
                "%s: \"%.60s\" cannot be changed.", maker->word, name);
    }
    maker_unknown(maker, name, "number");
}

// `public` is the issue's number, unless an actor is named: then it is that actor's standing.
static Number number_in(Maker *maker) {
    const FieldValue *what = &maker->value[CHANGE_FIELD_WHAT];
    const char *name = maker_needed(maker, CHANGE_FIELD_WHAT);
    int64_t packed = what->packed;
    if (packed == 0) {
        packed = find_number(maker, name);
        maker_keep(maker, &machine_of(maker->lua)->numbers_known, name, packed);
    }
    int32_t track = (int32_t)(packed >> 16 & 0xFFFF) - 1,
            kind = (int32_t)(packed >> 8 & 255);
    bool standing = kind == KIND_AUDIENCE && maker_has(maker, CHANGE_FIELD_WHO);
    if (track >= 0 && !standing) return (Number){track, {0}};
    return (Number){kind == KIND_RESOURCE ? TRACK_RESOURCE : TRACK_LEGITIMACY,
            maker_sel(SEL_ONE, kind, (int32_t)(packed & 255))};
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
        change->who = maker_sel(SEL_ONE, KIND_ISSUE, 0);
    }
    if (track->column == KIND_AUDIENCE && change->toward.how == SEL_NONE) {
        change->toward = maker_sel(SEL_SET, KIND_AUDIENCE, SET_ALL);
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
    if (maker_has(maker, CHANGE_FIELD_TENTHS)) {
        out->amount = maker_amount(maker, CHANGE_FIELD_TENTHS, POINTS_MAX * 10);
    } else {
        out->amount = maker_amount(maker, points, POINTS_MAX) * 10;
    }
    out->change.flags |= CHANGE_IN_TENTHS;
    out->change.sign = out->change.op == CHANGE_LOSE;
}

void make_number(Maker *maker) {
    Number number = number_in(maker);
    const char *what = maker->value[CHANGE_FIELD_WHAT].text;
    const Track *track = &maker->play->def->tracks[number.track];
    Change *change = &maker->out->change;
    change->track = (uint16_t)number.track;
    change->toward = number.column;
    ChangeField first = change->op == CHANGE_MOVE ? CHANGE_FIELD_FROM : CHANGE_FIELD_WHO;
    if (!put_owner(change, track, maker_owner_in(maker, first))) {
        maker_unknown(maker, maker->value[first].text, kind_word((Kind)track->row));
    }
    if (!put_owner(change, track, maker_owner_in(maker, CHANGE_FIELD_TOWARD))) {
        maker_unknown(maker, maker->value[CHANGE_FIELD_TOWARD].text,
                kind_word((Kind)track->column));
    }
    fill_missing(maker, track, what);
    if (maker_has(maker, CHANGE_FIELD_WHY))
        (void)maker_text_named(maker, maker_needed(maker, CHANGE_FIELD_WHY));
    number_amount(maker);
    if (change->op != CHANGE_MOVE) return;
    // effect.c: the column of a transfer stands in a, its receiver in toward.
    change->a = change->toward.how == SEL_ONE ? change->toward.index : -1;
    maker_needed(maker, CHANGE_FIELD_TO);
    change->toward = maker_owner_of_kind(maker, CHANGE_FIELD_TO, (Kind)track->row);
}

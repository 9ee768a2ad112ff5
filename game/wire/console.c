// wire/console.c — what a facilitator's words mean: times, seats, numbers of the game. Never: a default that the table does not name.
#include "wire/console.h"
#include "model/knob.h"
#include "model/option.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// clang-format off
static const ConsoleRow ROWS[CONSOLE_COUNT] = {
#define VERB(id, name, cap, how, command, undo, help)                                      \
    [CONSOLE_##id] = {name, CONSOLE_##cap, CONSOLE_##how, COMMAND_##command, undo, help},
#define ARG(verb, name, kind, field, must, range, help)
#include "wire/console.def"
#undef VERB
#undef ARG
};

static const ConsoleArg ARGS[] = {
#define VERB(id, name, cap, how, command, undo, help)
#define ARG(verb, name, kind, field, must, range, help)                                    \
    {CONSOLE_##verb, ARG_##kind, IN_##field, must, name, range, help},
#include "wire/console.def"
#undef VERB
#undef ARG
};
// clang-format on

const ConsoleRow *console_row(ConsoleVerb verb) { return &ROWS[verb]; }

ConsoleVerb console_of_name(const char *name) {
    static const char start[] = "console.";
    if (strncmp(name, start, sizeof start - 1) == 0) name += sizeof start - 1;
    for (int32_t verb = 0; verb < CONSOLE_COUNT; verb++) {
        if (strcmp(ROWS[verb].name, name) == 0) return (ConsoleVerb)verb;
    }
    return CONSOLE_COUNT;
}

const ConsoleArg *console_args(ConsoleVerb verb, int32_t *count) {
    const ConsoleArg *first = NULL;
    *count = 0;
    for (size_t i = 0; i < ARRAY_COUNT(ARGS); i++) {
        if (ARGS[i].verb != (uint8_t)verb) continue;
        if (!first) first = &ARGS[i];
        (*count)++;
    }
    return first;
}

// ---- one argument ------------------------------------------------------------------------------------------

static bool within(const char *range, long value) {
    long least = INT16_MIN, most = INT16_MAX;
    if (*range && sscanf(range, "%ld..%ld", &least, &most) != 2) return false;
    return value >= least && value <= most;
}

static bool whole(const char *text, long *out) {
    char *end = NULL;
    if (!*text || strlen(text) > 9) return false;
    *out = strtol(text, &end, 10);
    return *end == 0;
}

// "90s", "5m", "1h", "+30s", "90": seconds.
static bool seconds_of(const char *text, long *out) {
    char *end = NULL;
    if (!*text || strlen(text) > 8) return false;
    *out = strtol(text, &end, 10);
    if (end == text) return false;
    if (strcmp(end, "m") == 0) *out *= 60;
    if (strcmp(end, "h") == 0) *out *= 3600;
    return !*end || strcmp(end, "s") == 0 || strcmp(end, "m") == 0 || strcmp(end, "h") == 0;
}

// "16:05" as minutes of the day.
static bool hour_of(const char *text, long *out) {
    int hour = 0, minute = 0;
    char rest = 0;
    if (sscanf(text, "%2d:%2d%c", &hour, &minute, &rest) != 2) return whole(text, out);
    *out = 60L * hour + minute;
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
}

static bool actor_of(const Def *def, const char *text, long *out) {
    Thing thing = def_find(def, KIND_ACTOR, text);
    *out = thing.index;
    if (thing.index != NONE) return true;
    return whole(text, out) && *out >= 0 && *out < def_count(def, KIND_ACTOR);
}

// A seat by its number from 1, an actor by its id.
static bool who_of(const Def *def, const char *text, long *out) {
    if (whole(text, out)) {
        *out -= 1;
        return *out >= 0 && *out < SEATS_MAX;
    }
    if (!actor_of(def, text, out)) return false;
    *out += WHO_AN_ACTOR;
    return true;
}

static bool place_of(const Def *def, Kind kind, const char *id, long *out) {
    if (kind == KIND_NONE) return !*id;
    Thing thing = def_find(def, kind, id);
    *out = thing.index;
    return thing.index != NONE;
}

// "track.row.column" by ids, as many as the track has; or the number of a cell as views give it.
static bool cell_of(const Def *def, const char *text, long *out) {
    char track[64] = "", row[64] = "", column[64] = "";
    if (whole(text, out)) return *out >= 0 && *out < def->cells_count;
    if (strlen(text) >= sizeof track) return false;
    if (sscanf(text, "%63[^.].%63[^.].%63[^.]", track, row, column) < 1) return false;
    int32_t id = def_find_track(def, track);
    long i = 0, j = 0;
    if (id < 0 || !place_of(def, (Kind)def->tracks[id].row, row, &i)
            || !place_of(def, (Kind)def->tracks[id].column, column, &j))
        return false;
    *out = def_cell(def, id, (int32_t)i, (int32_t)j);
    return true;
}

// "30s" more each time, "x2" for twice the time, "0" for none.
static bool grace_of(const char *text, long *out) {
    if (strcmp(text, "x2") == 0) {
        *out = GRACE_TWICE;
        return true;
    }
    return seconds_of(text, out) && *out >= 0 && *out <= 3600;
}

// "2.meeting" or "2.3": a round and a phase.
static bool step_of(const Def *def, const char *text, int16_t out[2]) {
    int round = 0;
    char phase[64] = "";
    if (sscanf(text, "%2d.%63s", &round, phase) != 2) return false;
    long index = -1;
    for (int32_t i = 0; i < def->phases_count; i++) {
        if (strcmp(def_text(def, def->phases[i].names.id), phase) == 0) index = i;
    }
    if (index < 0 && !whole(phase, &index)) return false;
    out[0] = (int16_t)round;
    out[1] = (int16_t)core_clamp((int32_t)index, -1, NONE);
    return round >= 0 && round <= ROUNDS_MAX;
}

static bool value_of(int16_t option, const char *text, long *out) {
    if (option < 0 || option >= OPTION_COUNT) return false;
    *out = option_place(option_row((OptionId)option)->values, text);
    return *out >= 0;
}

static bool happening_of(const Def *def, const char *text, long *out) {
    *out = def_find_happening(def, text);
    if (*out >= 0) return true;
    return whole(text, out) && *out >= 0 && *out < def->happenings_count;
}

static bool one_number(const Def *def, const ConsoleArg *arg, int16_t before,
        const char *text, long *out) {
    switch ((ConsoleKind)arg->kind) {
    case ARG_WHO: return who_of(def, text, out);
    case ARG_SEAT: return whole(text, out) && *out >= 1 && *out <= SEATS_MAX;
    case ARG_ACTOR: return actor_of(def, text, out);
    case ARG_HAPPENING: return happening_of(def, text, out);
    case ARG_COUNT: return whole(text, out) && within(arg->range, *out);
    case ARG_TIME: return seconds_of(text, out) && within(arg->range, *out);
    case ARG_HOUR: return hour_of(text, out);
    case ARG_WORD: *out = option_place(arg->range, text); return *out >= 0;
    case ARG_GRACE: return grace_of(text, out);
    case ARG_CELL: return cell_of(def, text, out);
    case ARG_TRACK: *out = def_find_track(def, text); return *out >= 0;
    case ARG_OPTION: *out = option_of_key(text); return *out < OPTION_COUNT;
    case ARG_VALUE: return value_of(before, text, out);
    case ARG_KNOB: *out = knob_find(def, text); return *out >= 0;
    case ARG_SEATS:
    case ARG_STEP:
    case ARG_ACT:
    case ARG_TEXT: break;
    }
    return false;
}

// before: the field read first (the option of a value). STEP fills two numbers.
bool console_read_word(const Def *def, const ConsoleArg *arg, int16_t before,
        const char *text, int16_t out[2]) {
    long number = 0;
    if (arg->kind == ARG_STEP) return step_of(def, text, out);
    if (!one_number(def, arg, before, text, &number)) return false;
    if (number < INT16_MIN || number > INT16_MAX) return false;
    out[0] = (int16_t)number;
    return true;
}

// ---- the whole ---------------------------------------------------------------------------------------------

static const MessagePair *pair_of(MessagePairs pairs, const char *key) {
    for (int32_t i = 0; i < pairs.count; i++) {
        if (strcmp(pairs.items[i].key, key) == 0) return &pairs.items[i];
    }
    return NULL;
}

// An argument that was left out is NONE in its field.
static bool read_arg(
        const Def *def, const Message *message, const ConsoleArg *arg, Command *command) {
    int16_t *fields[] = {&command->a, &command->b, &command->c, &command->d};
    const MessagePair *pair = pair_of(message->args, arg->name);
    char digits[24];
    int16_t read[2] = {0, 0};
    if (arg->field > IN_D) return true;
    *fields[arg->field] = NONE;
    if (!pair) return !arg->must;
    snprintf(digits, sizeof digits, "%lld", (long long)pair->number);
    int16_t before = command->a;
    if (!console_read_word(def, arg, before, pair->text ? pair->text : digits, read))
        return false;
    *fields[arg->field] = read[0];
    if (arg->kind == ARG_STEP) *fields[arg->field + 1] = read[1];
    return true;
}

bool console_read(const Def *def, const Message *message, ConsoleVerb verb,
        Command *command, char where[40]) {
    int32_t count = 0;
    const ConsoleArg *args = console_args(verb, &count);
    command->kind = ROWS[verb].command;
    for (int32_t i = 0; i < count; i++) {
        if (read_arg(def, message, &args[i], command)) continue;
        snprintf(where, 40, "%.39s", args[i].name);
        return false;
    }
    return true;
}

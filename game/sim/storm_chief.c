// sim/storm_chief.c — a facilitator who tries every verb of console.def with arguments drawn by their kinds, and goes on with the game in between. Never: an argument's meaning.
#include "host/care.h"
#include "model/option.h"
#include "session/preview.h"
#include "sim/storm_parts.h"
#include "wire/console_line.h"
#include <stdio.h>
#include <sys/stat.h>

enum { LINE_BYTES = 600, WORD_BYTES = 200 };

// ---- words by kind ---------------------------------------------------------------------------------------------

static int32_t draw(Storm *storm, int32_t n) { return storm_draw(&storm->chief, n); }

// One of "a|b|c".
static void one_of(Storm *storm, const char *range, char *out) {
    int32_t count = 1;
    for (const char *at = range; *at; at++)
        count += *at == '|';
    int32_t place = draw(storm, count);
    for (; place > 0; place--)
        range = strchr(range, '|') + 1;
    snprintf(out, WORD_BYTES, "%.*s", (int)strcspn(range, "|"), range);
}

// A number of "least..most", mostly near the least.
static int32_t within(Storm *storm, const char *range) {
    int least = 0, most = 100;
    if (sscanf(range, "%d..%d", &least, &most) != 2) return draw(storm, 5);
    int32_t span = core_clamp(most - least + 1, 1, draw(storm, 4) ? 12 : 30000);
    return least + draw(storm, span);
}

static const char *thing(Storm *storm, Kind kind) {
    const Def *def = storm->scenario->def;
    int32_t count = def_count(def, kind);
    return count > 0 ? def_id(def, (Thing){(uint8_t)kind, (uint8_t)draw(storm, count)})
                     : "x";
}

static void of_the_game(Storm *storm, ConsoleKind kind, char *out) {
    const Def *def = storm->scenario->def;
    if (kind == ARG_CELL || kind == ARG_TRACK) {
        preview_path(def, (uint16_t)draw(storm, def->cells_count), out, WORD_BYTES);
        if (kind == ARG_TRACK) out[strcspn(out, ".")] = 0;
    } else if (kind == ARG_STEP) {
        snprintf(out, WORD_BYTES, "%d.%d", (int)draw(storm, 4),
                (int)draw(storm, def->phases_count));
    } else if (kind == ARG_ACT) {
        const Move *move = &def->moves[draw(storm, core_max(1, def->moves_count))];
        bool verb = move->kind == MOVE_VERB;
        snprintf(out, WORD_BYTES, "%s.%s target=%d", verb ? "verb" : "point",
                def_text(def, move->id), (int)draw(storm, 6));
    } else {
        snprintf(out, WORD_BYTES, "%d",
                (int)draw(storm, core_max(1, def->happenings_count)));
    }
}

// The option's word chooses the values of the next one.
static void option(Storm *storm, const char **values, char *out) {
    const OptionRow *row = option_row((OptionId)draw(storm, OPTION_COUNT));
    snprintf(out, WORD_BYTES, "%s", row->key);
    *values = row->values;
}

static void knob(Storm *storm, char *out) {
    const Def *def = storm->scenario->def;
    int32_t count = def->settings_count, place = draw(storm, core_max(1, count));
    snprintf(out, WORD_BYTES, "%s",
            count > 0 ? def_text(def, def->settings[place].id) : "x");
}

static void word(Storm *storm, const ConsoleArg *arg, const char **values, char *out) {
    static const char *const hours[] = {"9:30", "16:05", "23:59"};
    static const char *const graces[] = {"30s", "x2", "0"};
    int32_t seat = 1 + draw(storm, storm->persons_count);
    switch ((ConsoleKind)arg->kind) {
    case ARG_WHO:
        if (draw(storm, 2))
            snprintf(out, WORD_BYTES, "%s", thing(storm, KIND_ACTOR));
        else
            snprintf(out, WORD_BYTES, "%d", (int)seat);
        break;
    case ARG_SEAT:
    case ARG_SEATS: snprintf(out, WORD_BYTES, "%d", (int)seat); break;
    case ARG_ACTOR: snprintf(out, WORD_BYTES, "%s", thing(storm, KIND_ACTOR)); break;
    case ARG_COUNT:
    case ARG_TIME: snprintf(out, WORD_BYTES, "%d", (int)within(storm, arg->range)); break;
    case ARG_HOUR: snprintf(out, WORD_BYTES, "%s", hours[draw(storm, 3)]); break;
    case ARG_GRACE: snprintf(out, WORD_BYTES, "%s", graces[draw(storm, 3)]); break;
    case ARG_WORD: one_of(storm, arg->range, out); break;
    case ARG_OPTION: option(storm, values, out); break;
    case ARG_VALUE: one_of(storm, *values, out); break;
    case ARG_KNOB: knob(storm, out); break;
    case ARG_TEXT:
        snprintf(out, WORD_BYTES, "Words number %d", (int)draw(storm, 100));
        break;
    case ARG_CELL:
    case ARG_TRACK:
    case ARG_STEP:
    case ARG_ACT:
    case ARG_HAPPENING: of_the_game(storm, (ConsoleKind)arg->kind, out); break;
    }
}

// ---- a verb ----------------------------------------------------------------------------------------------------

// Some arguments are not drawn: a place on the disk, and the name that says that erasing is meant.
static void own_word(Storm *storm, ConsoleVerb verb, char *out) {
    if (verb == CONSOLE_BACKUP) snprintf(out, WORD_BYTES, "%.180s", storm->folder);
    if (verb == CONSOLE_ERASE) snprintf(out, WORD_BYTES, "storm");
}

static void compose(Storm *storm, ConsoleVerb verb, char line[LINE_BYTES]) {
    int32_t count = 0;
    const char *values = "off|on";
    const ConsoleArg *args = console_args(verb, &count);
    int32_t length = snprintf(line, LINE_BYTES, "%s", console_row(verb)->name);
    for (int32_t i = 0; i < count; i++) {
        char text[WORD_BYTES] = "";
        bool seat =
                verb == CONSOLE_ERASE && i == 0; // without a seat it is the whole session's
        if (!args[i].must && !seat && draw(storm, 2)) continue;
        word(storm, &args[i], &values, text);
        if (args[i].kind == ARG_TEXT) own_word(storm, verb, text);
        length += snprintf(line + length, (size_t)(LINE_BYTES - length), " %s", text);
    }
}

bool storm_chief_say(Storm *storm, int32_t person, const char *line) {
    char id[STORM_ID_BYTES], why[160];
    Buffer text = {0};
    storm_person_next_id(storm, person, id);
    bool good = console_line(line, id, &text, why);
    if (good) {
        ConsoleVerb verb = CONSOLE_COUNT;
        char name[40] = "";
        snprintf(name, sizeof name, "%.*s", (int)core_min(39, (int32_t)strcspn(line, " ")),
                line);
        verb = console_of_name(name);
        bool game = verb < CONSOLE_COUNT && console_row(verb)->how == CONSOLE_GAME;
        if (verb < CONSOLE_COUNT) storm->result->verbs_tried |= UINT64_C(1) << verb;
        storm_person_act(storm, person, game, text.data);
    }
    buffer_free(&text);
    return good;
}

// Closing for good is left for the end.
static bool may_now(Storm *storm, ConsoleVerb verb) {
    bool ends = verb == CONSOLE_END || verb == CONSOLE_REMOVE || verb == CONSOLE_RETIRE;
    if (verb == CONSOLE_CLOSE) return false;
    if (verb == CONSOLE_ERASE) return draw(storm, 6) == 0;
    return !ends || draw(storm, 4) == 0;
}

static void any_verb(Storm *storm, int32_t person) {
    char line[LINE_BYTES];
    ConsoleVerb verb = (ConsoleVerb)draw(storm, CONSOLE_COUNT);
    if (!may_now(storm, verb)) return;
    compose(storm, verb, line);
    if (!storm_chief_say(storm, person, line))
        storm_fail(storm, "the facilitator's line \"%s\" is none", line);
}

// What brings the game on, whatever the last verbs did to it.
static const char *next_thing(Storm *storm) {
    const State *state = &storm_session(storm)->state;
    if (care_is_due(storm->party)) return "care";
    if (state->status == STATUS_LOBBY) return "start now";
    if (state->paused) return "resume";
    if (state->status >= STATUS_DEBRIEF) return "undo 1";
    return "next";
}

// Nothing can be saved there any more: on with it in another place.
static void save_elsewhere(Storm *storm, int32_t person) {
    enum { PLACES_MOST = 60 };
    char line[STORM_PATH_BYTES + 20], place[STORM_PATH_BYTES];
    if (storm->files == PLACES_MOST) return;
    storm_host_place(storm, ++storm->files, place);
    if (mkdir(place, 0700) != 0) storm_fail(storm, "no folder %s", place);
    if (storm->pending == STORM_FULL) { // there is room elsewhere
        power_arm(storm->config->power, POWER_GOES_ON, 0);
        storm->pending = STORM_NOTHING;
    }
    snprintf(line, sizeof line, "backup %s", place);
    (void)storm_chief_say(storm, person, line);
}

void storm_chief(Storm *storm, int32_t person) {
    const Session *session = storm_session(storm);
    int32_t wish = draw(storm, 12);
    if (storm->persons[person].open_count > STORM_OPEN_MAX - 2) return;
    if (session->read_only) {
        if (wish < 4) save_elsewhere(storm, person);
        return;
    }
    bool lobby = session->state.status == STATUS_LOBBY;
    if (lobby && storm->now_ms < 15000) return; // people are still coming
    if (wish < 3 || (lobby && wish < 6))
        (void)storm_chief_say(storm, person, next_thing(storm));
    else if (wish < 7)
        any_verb(storm, person);
}

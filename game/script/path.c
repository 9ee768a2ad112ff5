// script/path.c — what a path of names in g means: which cell, fact or thing. Never: reads a value.
#include "expr/code.h"
#include "model/knob.h"
#include "script/play.h"
#include <string.h>

static const struct FactRow {
    const char *word;
    uint8_t first, second;
} FACTS[FACT_COUNT] = {
#define WORD(id, word, first, second, gives, thing) {word, first, second},
#include "expr/words.def"
#undef WORD
};

// One way to read a path: a number word or fact with the owners found so far.
typedef struct Candidate {
    bool is_fact;
    uint16_t id;      // track or fact
    uint8_t slot[2];  // Kind or Slot of the owners, SLOT_NONE without
    int16_t owner[2]; // -1 = missing
} Candidate;

Thing path_thing(const Def *def, const char *word) {
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        Thing thing = def_find(def, (Kind)kind, word);
        if (thing.index != NONE) return thing;
    }
    return (Thing){KIND_NONE, NONE};
}

int32_t path_tag(const Def *def, const char *word) {
    for (int32_t i = 0; i < def->tags_count; i++) {
        if (strcmp(def_text(def, def->tags[i]), word) == 0) return i;
    }
    return -1;
}

static int32_t find_window(const Def *def, const char *word) {
    for (int32_t i = 0; i < def->windows_count; i++) {
        if (strcmp(def_text(def, def->windows[i].names.id), word) == 0) return i;
    }
    return -1;
}

static int32_t find_text(const Def *def, const char *word) {
    for (int32_t i = 1; i < def->texts_count; i++) {
        const char *path = def_text(def, def->texts[i].path);
        if (strncmp(path, "text.", 5) == 0 && strcmp(path + 5, word) == 0) return i;
    }
    return -1;
}

static int32_t find_in_slot(const Def *def, int32_t slot, const char *word) {
    switch (slot) {
    case SLOT_TAG: return path_tag(def, word);
    case SLOT_MOVE: return def_find_move(def, word);
    case SLOT_HAPPENING: return def_find_happening(def, word);
    case SLOT_WINDOW: return find_window(def, word);
    case SLOT_TEXT: return find_text(def, word);
    default: break;
    }
    Thing thing = def_find(def, (Kind)slot, word);
    return thing.index == NONE ? -1 : thing.index;
}

static bool put(const Def *def, Candidate *candidate, const char *word) {
    for (int32_t i = 0; i < 2; i++) {
        if (candidate->slot[i] == SLOT_NONE || candidate->owner[i] >= 0) continue;
        int32_t found = find_in_slot(def, candidate->slot[i], word);
        if (found < 0) continue;
        candidate->owner[i] = (int16_t)found;
        return true;
    }
    return false;
}

static bool is_complete(const Candidate *candidate) {
    for (int32_t i = 0; i < 2; i++) {
        if (candidate->slot[i] != SLOT_NONE && candidate->owner[i] < 0) return false;
    }
    return true;
}

static PathRef ref_of(const Def *def, const Candidate *candidate) {
    if (candidate->is_fact) {
        return (PathRef){REF_FACT, candidate->id, candidate->owner[0], candidate->owner[1]};
    }
    int32_t row = core_max(0, candidate->owner[0]),
            column = core_max(0, candidate->owner[1]);
    return (PathRef){REF_CELL, 0, (int16_t)def_cell(def, candidate->id, row, column), 0};
}

// Tries one reading; REF_PART when every word fits but owners are missing.
static PathRef try_candidate(const Def *def, Candidate candidate, const char *const *steps,
        int32_t count, int32_t head) {
    for (int32_t i = 0; i < count; i++) {
        if (i != head && !put(def, &candidate, steps[i]))
            return (PathRef){REF_UNKNOWN, 0, 0, 0};
    }
    // durability alone is that of the arena that decides.
    bool whole = candidate.is_fact && candidate.id == FACT_DURABILITY && count == 1;
    if (whole || is_complete(&candidate)) return ref_of(def, &candidate);
    return (PathRef){REF_PART, 0, 0, 0};
}

static Candidate track_candidate(const Def *def, int32_t track, int32_t column) {
    const Track *row = &def->tracks[track];
    return (Candidate){
            .id = (uint16_t)track,
            .slot = {row->row, row->column    },
            .owner = {-1,       (int16_t)column}
    };
}

// All readings with the word at `head` as the number; the best is complete.
static PathRef find_with_head(const Def *def, const char *const *steps, int32_t count,
        int32_t head, PathRef best) {
    const char *word = steps[head];
    int32_t track = def_find_track(def, word);
    Thing thing = path_thing(def, word);
    Candidate list[FACT_COUNT + 2];
    int32_t used = 0;
    if (track >= 0) list[used++] = track_candidate(def, track, -1);
    if (thing.kind == KIND_RESOURCE)
        list[used++] = track_candidate(def, TRACK_RESOURCE, thing.index);
    if (thing.kind == KIND_AUDIENCE)
        list[used++] = track_candidate(def, TRACK_LEGITIMACY, thing.index);
    for (int32_t i = 0; i < FACT_COUNT; i++) {
        if (strcmp(FACTS[i].word, word) != 0) continue;
        list[used++] = (Candidate){
                .is_fact = true,
                .id = (uint16_t)i,
                .slot = {FACTS[i].first, FACTS[i].second},
                .owner = {-1,             -1             }
        };
    }
    for (int32_t i = 0; i < used && best.kind <= REF_PART; i++) {
        PathRef ref = try_candidate(def, list[i], steps, count, head);
        // g.legitimacy.union waits for its audience; g.union.legitimacy is the mean of all.
        if (ref.kind == REF_PART && head == 0 && count > 1 && !list[i].is_fact) return ref;
        if (ref.kind > best.kind) best = ref;
    }
    return best;
}

// Words that stand alone behind g.
static PathRef find_alone(const Def *def, const char *word) {
    if (strcmp(word, "round") == 0) return (PathRef){REF_ROUND, 0, 0, 0};
    if (strcmp(word, "rounds") == 0) return (PathRef){REF_ROUNDS, 0, 0, 0};
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        if (strcmp(word, kind_set_word((Kind)kind)) == 0) {
            return (PathRef){REF_LIST_KIND, 0, (int16_t)kind, 0};
        }
    }
    int32_t setting = knob_find(def, word);
    if (setting >= 0) return (PathRef){REF_SETTING, 0, (int16_t)setting, 0};
    return (PathRef){REF_UNKNOWN, 0, 0, 0};
}

PathRef path_find(const Def *def, const char *const *steps, int32_t count) {
    PathRef best = {REF_UNKNOWN, 0, 0, 0};
    bool all_things = true;
    for (int32_t i = 0; i < count && best.kind <= REF_PART; i++) {
        best = find_with_head(def, steps, count, i, best);
        all_things = all_things && path_thing(def, steps[i]).kind != KIND_NONE;
    }
    if (best.kind != REF_UNKNOWN) return best;
    if (count == 1) best = find_alone(def, steps[0]);
    if (best.kind == REF_UNKNOWN && all_things && count < PATH_STEPS_MAX - 1)
        best.kind = REF_PART;
    if (best.kind == REF_UNKNOWN && count == 1 && path_tag(def, steps[0]) >= 0) {
        best = (PathRef){REF_LIST_TAG, 0, (int16_t)path_tag(def, steps[0]), 0};
    }
    return best;
}

bool path_is_read_only(const Def *def, const char *word) {
    if (strcmp(word, "round") == 0 || strcmp(word, "rounds") == 0) return true;
    for (int32_t i = 0; i < FACT_COUNT; i++) {
        if (strcmp(FACTS[i].word, word) == 0) return true;
    }
    return knob_find(def, word) >= 0;
}

// ---- suggestions ---------------------------------------------------------------------------

typedef struct NameList {
    const char **names;
    size_t count;
} NameList;

static void add_name(NameList *list, const char *name) {
    if (name && name[0] && list->count < PATH_NAMES_MAX) list->names[list->count++] = name;
}

size_t path_names(const Def *def, const char **names) {
    static const char *const OWN[] = {"round", "rounds", "roll", "pick"};
    NameList list = {names, 0};
    for (int32_t kind = 1; kind <= KIND_COALITION; kind++) {
        for (int32_t i = 0; i < def_count(def, (Kind)kind); i++) {
            add_name(&list, def_id(def, (Thing){(uint8_t)kind, (uint8_t)i}));
        }
        add_name(&list, kind_set_word((Kind)kind));
    }
    for (int32_t i = 0; i < def->tracks_count; i++)
        add_name(&list, def_text(def, def->tracks[i].id));
    for (int32_t i = 0; i < def->settings_count; i++) {
        add_name(&list, def_text(def, def->settings[i].id));
    }
    for (int32_t i = 0; i < FACT_COUNT; i++)
        add_name(&list, FACTS[i].word);
    for (int32_t i = 0; i < def->tags_count; i++)
        add_name(&list, def_text(def, def->tags[i]));
    for (size_t i = 0; i < ARRAY_COUNT(OWN); i++)
        add_name(&list, OWN[i]);
    return list.count;
}

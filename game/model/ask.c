// model/ask.c — counts answers of numbers, words, things, and things of several kinds. Never: judges a move.
#include "model/ask.h"
#include "model/guests.h"
#include <string.h>

static bool asks_for(const Ask *ask, int32_t kind) {
    return ((uint16_t)ask->from >> kind) & 1;
}

static int32_t things_of(const Def *def, int32_t kind) {
    return def_count(def, (Kind)kind);
}

int32_t ask_count(const Def *def, const Ask *ask) {
    int32_t count = 0;
    switch ((AskKind)ask->kind) {
    case ASK_NUMBER: return ask->to - ask->from + 1;
    case ASK_WORD: return ask->words_count;
    case ASK_THING: return things_of(def, ask->thing);
    case ASK_ANY:
        for (int32_t kind = 1; kind < KIND_COUNT; kind++)
            count += asks_for(ask, kind) ? things_of(def, kind) : 0;
        return count + asks_for(ask, KIND_NONE);
    case ASK_ACTORS: return guests_count(def);
    }
    return 0;
}

static int16_t any_answer(const Def *def, const Ask *ask, int32_t n) {
    if (asks_for(ask, KIND_NONE) && n-- == 0) return 0;
    for (int32_t kind = 1; kind < KIND_COUNT; kind++) {
        if (!asks_for(ask, kind)) continue;
        int32_t count = things_of(def, kind);
        if (n < count) return (int16_t)(kind * 256 + n);
        n -= count;
    }
    return -1;
}

int16_t ask_answer(const Def *def, const Ask *ask, int32_t n) {
    switch ((AskKind)ask->kind) {
    case ASK_NUMBER: return (int16_t)(ask->from + n);
    case ASK_WORD: return def->ask_words[ask->words_first + n].value;
    case ASK_THING: return (int16_t)n;
    case ASK_ANY: return any_answer(def, ask, n);
    case ASK_ACTORS: return (int16_t)guests_list(def, n);
    }
    return 0;
}

int16_t ask_first(const Def *def, const Ask *ask) {
    return ask_count(def, ask) > 0 ? ask_answer(def, ask, 0) : 0;
}

bool ask_is_answer(const Def *def, const Ask *ask, int32_t value) {
    switch ((AskKind)ask->kind) {
    case ASK_NUMBER: return value >= ask->from && value <= ask->to;
    case ASK_WORD: return ask_word(def, ask, value) != NULL;
    case ASK_THING: return value >= 0 && value < things_of(def, ask->thing);
    case ASK_ACTORS: return guests_is_list(def, value);
    case ASK_ANY: {
        int32_t kind = value >> 8;
        if (value == 0) return asks_for(ask, KIND_NONE);
        return value > 0 && kind < KIND_COUNT && asks_for(ask, kind)
               && (value & 255) < things_of(def, kind);
    }
    }
    return false;
}

Thing ask_thing(const Ask *ask, int32_t value) {
    if (value < 0 || (value == 0 && ask->kind == ASK_ANY)) return (Thing){KIND_NONE, NONE};
    if (ask->kind == ASK_THING) return (Thing){ask->thing, (uint8_t)value};
    if (ask->kind == ASK_ANY) return (Thing){(uint8_t)(value >> 8), (uint8_t)(value & 255)};
    return (Thing){KIND_NONE, NONE};
}

const AskWord *ask_word(const Def *def, const Ask *ask, int32_t value) {
    for (int32_t i = 0; i < ask->words_count; i++) {
        const AskWord *word = &def->ask_words[ask->words_first + i];
        if (word->value == value) return word;
    }
    return NULL;
}

bool ask_named(const Def *def, const Ask *ask, const char *word, int16_t *out) {
    bool named = ask->kind != ASK_NUMBER && ask->kind != ASK_ACTORS;
    int32_t count = named ? ask_count(def, ask) : 0;
    for (int32_t i = 0; i < count; i++) {
        int16_t answer = ask_answer(def, ask, i);
        Thing thing = ask_thing(ask, answer);
        const char *id = thing.kind != KIND_NONE ? def_id(def, thing) : "none";
        const AskWord *own = thing.kind == KIND_NONE ? ask_word(def, ask, answer) : NULL;
        if (own) id = def_text(def, own->id);
        if (strcmp(id, word) != 0) continue;
        *out = answer;
        return true;
    }
    return false;
}

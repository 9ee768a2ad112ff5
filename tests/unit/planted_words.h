// tests/unit/planted_words.h — a language in which the private texts of everybody but one are marked. Never: a test.
#ifndef TESTS_PLANTED_WORDS_H
#define TESTS_PLANTED_WORDS_H
#include "session/say.h"
#include "session_world.h"

static const char PLANTED[] = "planted-secret-7041";

// Whose texts stay as they are is looked at in every call.
typedef struct PlantedWords {
    World *const *world; // it may be another one later
    const uint8_t *viewer;
} PlantedWords;

static inline const char *planted_text(void *context, TextId id) {
    const PlantedWords *words = context;
    const Def *def = (*words->world)->scenario.def;
    for (int32_t i = 0; i < def_count(def, KIND_ACTOR); i++) {
        const Actor *actor = &def->actors[i];
        bool secret = id == actor->private_brief || id == actor->hidden.text
                      || id == actor->hidden.reveal;
        if (id != 0 && i != *words->viewer && secret) return PLANTED;
    }
    return def_text(def, def->texts[id].source);
}

static inline const char *planted_engine(
        void *context, const char *id, const char *english) {
    (void)context;
    (void)id;
    return english;
}

static inline void planted_filled(
        void *context, Buffer *out, const char *pattern, const TextArgs *args) {
    const PlantedWords *words = context;
    catalog_format(out, (*words->world)->scenario.catalogs, "en", pattern, args);
}

// Borrows words.
static inline Language planted_language(PlantedWords *words) {
    return (Language){.context = words,
            .code = "en",
            .text = planted_text,
            .engine = planted_engine,
            .format = planted_filled};
}

#endif // TESTS_PLANTED_WORDS_H

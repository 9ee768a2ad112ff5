// session/say.h — sentences for one viewer, in one language. Never: decides what may be seen.
#ifndef SESSION_SAY_H
#define SESSION_SAY_H
#include "base/region.h"
#include "model/catalog.h"
#include "model/event.h"
#include "model/state.h"
#include "model/verdict.h"

typedef enum SayId {
    SAY_NONE,
#define SAY(id, name, english) SAY_##id,
#include "session/words.def"
#undef SAY
    SAY_COUNT
} SayId;

// Where words come from. text: a text of the pack in the viewer's language; engine: a sentence of the
// engine by its id, or the English given. Both borrowed; never NULL.
typedef struct Language {
    void *context;
    const char *(*text)(void *context, TextId text);
    const char *(*engine)(void *context, const char *id, const char *english);
    // Fills {who}, plurals and choices of a pack's text into out; NULL: plain names only.
    void (*format)(void *context, Buffer *out, const char *pattern, const TextArgs *args);
    const char *code; // "en"
    bool right_to_left;
} Language;

// The source language of the pack and English for the engine.
Language say_source(const Def *def);

typedef struct Say {
    const Def *def;
    Language language;
    Region *region; // results live here
} Say;

// What fills the {…} of a sentence; NULL fields stay empty.
typedef struct SayWith {
    const char *who, *what, *target, *text, *words, *number, *closed, *actor;
    int32_t n, m;
} SayWith;

const char *say_text(const Say *say, TextId text);
const char *say_word(const Say *say, SayId id);
const char *say_fill(const Say *say, const char *pattern, const SayWith *with);
// A text of the pack with names, plurals and choices filled in.
const char *say_pack(const Say *say, TextId text, const SayWith *with);
// The same for the sentence of a move: what was picked with it fills placeholders by name.
const char *say_act(const Say *say, TextId text, const Act *act, const SayWith *with);
const char *say_sentence(const Say *say, SayId id, SayWith with);
// Name of a thing, a move or a number; "" for nobody.
const char *say_thing(const Say *say, Thing thing);
const char *say_actor(const Say *say, uint8_t actor);
const char *say_move(const Say *say, uint8_t move);
const char *say_track(const Say *say, int32_t track, int32_t row, int32_t column);
// "Council, Schools and Link" for a mask of actors.
const char *say_actors(const Say *say, uint16_t mask);
// A refusal as one sentence.
const char *say_verdict(const Say *say, Verdict verdict);
// "+8.0", "-0.4" from tenths; "+3" when whole.
const char *say_signed(const Say *say, int32_t tenths);
// Band words of a track: kind is the word of tracks.def ("stance"), band 1..5.
const char *say_band(const Say *say, const char *kind, int32_t band);

#endif // SESSION_SAY_H

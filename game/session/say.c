// session/say.c — fills sentences with names and numbers. Never: builds one from pieces of grammar.
#include "session/say.h"
#include "model/ask.h"
#include <stdio.h>
#include <string.h>

#define LEFT_TO_RIGHT "\xE2\x81\xA6" // U+2066
#define DIRECTION_END "\xE2\x81\xA9" // U+2069

static const struct {
    const char *id, *english;
} sentences[SAY_COUNT] = {
#define SAY(id, name, english) [SAY_##id] = {name, english},
#include "session/words.def"
#undef SAY
};

static const char *source_text(void *context, TextId text) {
    const Def *def = context;
    return text < def->texts_count ? def_text(def, def->texts[text].source) : "";
}

static const char *source_engine(void *context, const char *id, const char *english) {
    (void)context;
    (void)id;
    return english;
}

Language say_source(const Def *def) {
    // The context is only read; the table of functions has no const form.
    union {
        const Def *in;
        void *out;
    } borrowed = {.in = def};
    return (Language){.context = borrowed.out,
            .text = source_text,
            .engine = source_engine,
            .code = "en"};
}

const char *say_text(const Say *say, TextId text) {
    return text == 0 ? "" : say->language.text(say->language.context, text);
}

const char *say_word(const Say *say, SayId id) {
    return say->language.engine(
            say->language.context, sentences[id].id, sentences[id].english);
}

static bool is_name(const char *name, size_t length, const char *wanted) {
    return strncmp(name, wanted, length) == 0 && wanted[length] == 0;
}

// The digits of a number, written from the end: sentences are full of them.
static const char *written(int32_t n, char room[16]) {
    char *at = room + 15;
    uint32_t rest = n < 0 ? 0 - (uint32_t)n : (uint32_t)n;
    *at = '\0';
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (n < 0) *--at = '-';
    return at;
}

static const char *named(
        const SayWith *with, const char *name, size_t length, char number[16]) {
    static const char *const names[] = {
            "who", "what", "target", "text", "words", "number", "closed", "actor"};
    const char *const values[] = {with->who, with->what, with->target, with->text,
            with->words, with->number, with->closed, with->actor};
    for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
        if (is_name(name, length, names[i])) return values[i] ? values[i] : "";
    }
    bool first = is_name(name, length, "n") || is_name(name, length, "need");
    bool second = is_name(name, length, "m") || is_name(name, length, "have");
    if (!first && !second) return NULL;
    return written(first ? with->n : with->m, number);
}

// Most sentences have nothing to fill in, or one thing: they are put together from whole runs.
const char *say_fill(const Say *say, const char *pattern, const SayWith *with) {
    const char *brace = strchr(pattern, '{');
    Buffer out = {0};
    if (!brace) return region_copy_text(say->region, pattern, strlen(pattern));
    while (brace) {
        const char *close = strchr(brace, '}');
        char number[16];
        const char *value =
                close ? named(with, brace + 1, (size_t)(close - brace - 1), number) : NULL;
        buffer_add(&out, pattern, (size_t)(brace - pattern) + (value ? 0 : 1));
        if (value) buffer_add_text(&out, value);
        pattern = value ? close + 1 : brace + 1;
        brace = strchr(pattern, '{');
    }
    buffer_add_text(&out, pattern);
    const char *text = region_copy_text(say->region, out.data, out.length);
    buffer_free(&out);
    return text;
}

static void add_words(TextArgs *args, const char *name, const char *words) {
    if (words) text_args_add_words(args, name, words, NULL);
}

// What was picked with a move: a number, a thing by its name, or the id of a word for {way|back=…}.
static void add_answers(const Say *say, TextArgs *args, const Act *act) {
    const Move *move = &say->def->moves[act->move];
    for (int32_t i = 0; i < move->asks_count; i++) {
        const Ask *ask = &move->asks[i];
        const char *name = def_text(say->def, ask->id);
        if (ask->kind == ASK_NUMBER) text_args_add_number(args, name, act->asked[i]);
        Thing thing = ask_thing(ask, act->asked[i]);
        const AskWord *own = ask_word(say->def, ask, act->asked[i]);
        bool named = ask->kind == ASK_ANY && own; // its own word for "none"
        if (named) text_args_add_words(args, name, say_text(say, own->name), NULL);
        if (!named && (ask->kind == ASK_THING || ask->kind == ASK_ANY))
            text_args_add_words(args, name, say_thing(say, thing), NULL);
        if (ask->kind == ASK_ACTORS)
            text_args_add_words(args, name, say_actors(say, (uint16_t)act->asked[i]), NULL);
        if (ask->kind == ASK_WORD && own)
            text_args_add_words(args, name, def_text(say->def, own->id), NULL);
    }
}

static const char *fill_pack(
        const Say *say, TextId text, const SayWith *with, const Act *act) {
    const char *pattern = say_text(say, text);
    if (!say->language.format) return say_fill(say, pattern, with);
    TextArgs args = {.count = 0};
    add_words(&args, "who", with->who);
    add_words(&args, "target", with->target);
    add_words(&args, "words", with->words);
    text_args_add_number(&args, "n", with->n);
    if (act) add_answers(say, &args, act);
    Buffer out = {0};
    say->language.format(say->language.context, &out, pattern, &args);
    const char *filled =
            region_copy_text(say->region, out.data ? out.data : "", out.length);
    buffer_free(&out);
    return filled;
}

const char *say_pack(const Say *say, TextId text, const SayWith *with) {
    return fill_pack(say, text, with, NULL);
}

const char *say_act(const Say *say, TextId text, const Act *act, const SayWith *with) {
    return fill_pack(say, text, with, act);
}

const char *say_sentence(const Say *say, SayId id, SayWith with) {
    return say_fill(say, say_word(say, id), &with);
}

const char *say_thing(const Say *say, Thing thing) {
    const Names *names = def_names(say->def, thing);
    if (!names) return "";
    return names->name ? say_text(say, names->name) : def_text(say->def, names->id);
}

const char *say_actor(const Say *say, uint8_t actor) {
    return actor == NONE ? "" : say_thing(say, (Thing){KIND_ACTOR, actor});
}

const char *say_move(const Say *say, uint8_t move) {
    if (move >= say->def->moves_count) return "";
    const Move *m = &say->def->moves[move];
    return m->name ? say_text(say, m->name) : def_text(say->def, m->id);
}

static SayId built_in_name(int32_t track) {
    switch (track) {
    case TRACK_CIVIC: return SAY_CIVIC;
    case TRACK_TIME: return SAY_TIME;
    case TRACK_VOICE: return SAY_VOICE_NAME;
    case TRACK_EVIDENCE: return SAY_EVIDENCE;
    case TRACK_STORY: return SAY_STORY;
    case TRACK_FATIGUE: return SAY_FATIGUE;
    case TRACK_STANCE: return SAY_STANCE;
    case TRACK_HEAT: return SAY_HEAT;
    default: return SAY_NONE;
    }
}

const char *say_track(const Say *say, int32_t track, int32_t row, int32_t column) {
    const Track *t = &say->def->tracks[track];
    if (track == TRACK_RESOURCE || track == TRACK_INCOME || track == TRACK_LEGITIMACY) {
        return say_thing(say, (Thing){t->column, (uint8_t)column});
    }
    if (track == TRACK_TRUST) {
        return say_sentence(
                say, SAY_TRUST_IN, (SayWith){.who = say_actor(say, (uint8_t)column)});
    }
    if (track == TRACK_PUBLIC) {
        return say_sentence(say, SAY_PUBLIC,
                (SayWith){.what = say_thing(say, (Thing){KIND_ISSUE, (uint8_t)row})});
    }
    if (track == TRACK_DRAFT || track == TRACK_LAW)
        return say_thing(say, (Thing){KIND_CLAUSE, (uint8_t)row});
    if (track == TRACK_FRAME) return say_thing(say, (Thing){KIND_FRAME, (uint8_t)column});
    SayId id = built_in_name(track);
    if (id != SAY_NONE) return say_word(say, id);
    return t->name ? say_text(say, t->name) : def_text(say->def, t->id);
}

const char *say_actors(const Say *say, uint16_t mask) {
    Buffer out = {0};
    for (uint8_t i = 0; i < def_count(say->def, KIND_ACTOR); i++) {
        if (!((mask >> i) & 1)) continue;
        if (out.length) buffer_add_text(&out, say_word(say, SAY_LIST_COMMA));
        buffer_add_text(&out, say_actor(say, i));
    }
    const char *text = region_copy_text(say->region, out.data ? out.data : "", out.length);
    buffer_free(&out);
    return text;
}

const char *say_verdict(const Say *say, Verdict verdict) {
    SayWith with = {.n = verdict.need,
            .m = verdict.have,
            .text = say_text(say, verdict.text),
            .closed = say_text(say, verdict.text)};
    if (verdict.thing.kind == KIND_ACTOR) with.actor = say_actor(say, verdict.thing.index);
    if (verdict.cell != UINT16_MAX && verdict.cell < say->def->cells_count) {
        int32_t track, row, column;
        def_cell_place(say->def, verdict.cell, &track, &row, &column);
        with.number = say_track(say, track, row, column);
    }
    // The author's own sentence says more than that it cannot point there.
    VerdictCode code = (VerdictCode)verdict.code;
    if (code == VERDICT_WRONG_TARGET && *with.closed) code = VERDICT_NOT_NOW;
    char id[48];
    snprintf(id, sizeof id, "verdict.%s", verdict_code(code));
    const char *english = verdict_sentence(code);
    return say_fill(say, say->language.engine(say->language.context, id, english), &with);
}

const char *say_signed(const Say *say, int32_t tenths) {
    bool back = say->language.right_to_left; // the sign stays before its figure
    const char *sign = tenths < 0 ? "−" : "+", *from = back ? LEFT_TO_RIGHT : "",
               *to = back ? DIRECTION_END : "";
    int32_t size = core_abs(tenths);
    if (size % 10 == 0)
        return region_format(say->region, "%s%s%d%s", from, sign, size / 10, to);
    return region_format(say->region, "%s%s%d.%d%s", from, sign, size / 10, size % 10, to);
}

// Asked for every number of every view: the first letters tell the kinds apart.
static SayId first_band(const char *kind) {
    switch (kind[0]) {
    case 'l': return SAY_BAND_STANDING_1;
    case 'c': return kind[1] == 'o' ? SAY_BAND_COHESION_1 : SAY_BAND_CIVIC_1;
    case 's': return SAY_BAND_STANCE_1;
    case 'h': return SAY_BAND_HEAT_1;
    case 't': return SAY_BAND_TRUST_1;
    default: return SAY_BAND_PLAIN_1;
    }
}

const char *say_band(const Say *say, const char *kind, int32_t band) {
    if (band < 1 || band > 5) return "";
    return say_word(say, (SayId)((int)first_band(kind) + band - 1));
}

// scenario/plain.c — labels of few words, sentences of one breath: what is too long in the pack's own texts and translations. Never: an error, another pack's text.
#include "base/reading.h"
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

enum { LABEL_WORDS_MAX = 3, SENTENCE_WORDS_MAX = 20, EXCERPT_BYTES = 56 };

// What stands on buttons, chips and maps. The name of a setting is a line of the trainer's list, with room.
static bool is_label(const char *path) {
    if (strncmp(path, "setting.", 8) == 0) return false;
    static const char *const endings[] = {".name", ".short", ".role_name"};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < ARRAY_COUNT(endings); i++) {
        if (strcmp(dot, endings[i]) == 0) return true;
    }
    return false;
}

static void label(
        Load *load, const Text *text, const PlainPlace *place, const char *words) {
    int32_t count = reading_words(words);
    if (count <= LABEL_WORDS_MAX) return;
    Diag *diag = diags_add(load->diags, "W803", place->file, place->line, place->column,
            "%s: a label of %d words; %d are read at a glance and fit on a phone.",
            def_text(load->def, text->path), count, LABEL_WORDS_MAX);
    diag_fix(diag,
            place->translated ? "say it in %d words at most"
                              : "name it in %d words at most, and put the rest into about",
            LABEL_WORDS_MAX);
}

static void sentences(
        Load *load, const Text *text, const PlainPlace *place, const char *words) {
    char first[EXCERPT_BYTES];
    int32_t count = reading_longest(words, first, sizeof first);
    if (count <= SENTENCE_WORDS_MAX) return;
    Diag *diag = diags_add(load->diags, "W805", place->file, place->line, place->column,
            "%s: a sentence of %d words, \"%s\"; people follow %d.",
            def_text(load->def, text->path), count, first, SENTENCE_WORDS_MAX);
    diag_fix(diag, "make two sentences of it");
}

void plain_look(Load *load, TextId id, const PlainPlace *place, const char *words) {
    const Text *text = &load->def->texts[id];
    if (is_label(def_text(load->def, text->path)))
        label(load, text, place, words);
    else
        sentences(load, text, place, words);
}

void plain_check(Load *load) {
    const Def *def = load->def;
    for (int32_t i = 1; i < def->texts_count; i++) {
        const Text *text = &def->texts[i];
        const char *file = def_text(def, text->file);
        // A plugin's texts stand under its id; its own author hears of them.
        if (strchr(file, '/')) continue;
        PlainPlace place = {file, text->line, 0, false};
        plain_look(load, (TextId)i, &place, def_text(def, text->source));
    }
}

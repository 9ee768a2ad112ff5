// wire/console_line.c — splits the line at spaces and gives each word to the argument it fits. Never: looks at the game; the host reads the values.
#include "wire/console_line.h"
#include "wire/console.h"
#include "wire/json_out.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Reader {
    const char *rest; // of the line
    char word[CONSOLE_LINE_BYTES];
    JsonOut *args, *words;
} Reader;

static const char *skip_spaces(const char *at) {
    while (*at == ' ' || *at == '\t')
        at++;
    return at;
}

// The next word, without taking it. False at the end of the line.
static bool look(Reader *reader) {
    reader->rest = skip_spaces(reader->rest);
    size_t length = strcspn(reader->rest, " \t");
    memcpy(reader->word, reader->rest, length);
    reader->word[length] = 0;
    return length > 0;
}

static void take(Reader *reader) { reader->rest += strlen(reader->word); }

static bool is_number(const char *word) {
    size_t first = word[0] == '-';
    size_t digits = strspn(word + first, "0123456789");
    return digits > 0 && digits < 10 && word[first + digits] == 0;
}

static void give(JsonOut *json, const char *key, const char *word) {
    if (is_number(word)) {
        json_int(json, key, strtol(word, NULL, 10));
    } else {
        json_text(json, key, word);
    }
}

// Is the word one of "a|b|c"?
static bool is_one_of(const char *range, const char *word) {
    size_t length = strlen(word);
    for (const char *at = range; *at;) {
        size_t piece = strcspn(at, "|");
        if (piece == length && strncmp(at, word, length) == 0) return true;
        at += piece + (at[piece] == '|');
    }
    return false;
}

static bool fits(const ConsoleArg *arg, const char *word) {
    if (arg->kind == ARG_WORD) return is_one_of(arg->range, word);
    if (arg->must) return true;
    bool number = word[strspn(word, "0123456789:,smhx")] == 0;
    bool counts = arg->kind == ARG_COUNT || arg->kind == ARG_TIME || arg->kind == ARG_SEATS;
    return !counts || number;
}

static void take_text(Reader *reader, const ConsoleArg *arg) {
    reader->rest = skip_spaces(reader->rest);
    if (!*reader->rest) return;
    json_text(reader->words, arg->name, reader->rest);
    reader->rest += strlen(reader->rest);
}

// "target=whip" after an act belongs to it.
static void take_pairs(Reader *reader) {
    while (look(reader)) {
        char *equals = strchr(reader->word, '=');
        if (!equals || equals == reader->word) return;
        take(reader);
        *equals = 0;
        give(reader->args, reader->word, equals + 1);
    }
}

// False when an argument that must be there is not.
static bool take_arg(Reader *reader, const ConsoleArg *arg) {
    if (look(reader) && strcmp(reader->word, arg->name) == 0
            && reader->rest[strlen(arg->name)]
            && !(arg->kind == ARG_WORD && is_one_of(arg->range, reader->word)))
        take(reader);
    if (arg->kind == ARG_TEXT) {
        const char *before = skip_spaces(reader->rest);
        take_text(reader, arg);
        return !arg->must || *before;
    }
    if (!look(reader) || !fits(arg, reader->word)) return !arg->must;
    take(reader);
    give(reader->args, arg->name, reader->word);
    if (arg->kind == ARG_ACT) take_pairs(reader);
    return true;
}

static bool take_args(Reader *reader, ConsoleVerb verb, char why[160]) {
    int32_t count = 0;
    const ConsoleArg *args = console_args(verb, &count);
    for (int32_t i = 0; i < count; i++) {
        if (take_arg(reader, &args[i])) continue;
        snprintf(why, 160, "%s needs \"%s\": %s.", console_row(verb)->name, args[i].name,
                *args[i].help ? args[i].help : args[i].range);
        return false;
    }
    if (!look(reader)) return true;
    snprintf(
            why, 160, "%s does not take \"%.60s\".", console_row(verb)->name, reader->word);
    return false;
}

static void write_message(const ConsoleRow *row, const char *id, const Buffer *args,
        const Buffer *words, Buffer *out) {
    JsonOut json = {out, false};
    char act[64];
    snprintf(act, sizeof act, "console.%s", row->name);
    json_open(&json, NULL, '{');
    json_text(&json, "t", row->how == CONSOLE_ASK ? "probe" : "cmd");
    json_text(&json, "id", id);
    json_text(&json, "do", act);
    json_raw(&json, "args", (Bytes){(const uint8_t *)args->data, args->length});
    if (words->length > 2)
        json_raw(&json, "words", (Bytes){(const uint8_t *)words->data, words->length});
    json_close(&json, '}');
}

bool console_line(const char *line, const char *id, Buffer *out, char why[160]) {
    Buffer args = {0}, words = {0};
    JsonOut in_args = {&args, false}, in_words = {&words, false};
    Reader reader = {.rest = line, .args = &in_args, .words = &in_words};
    buffer_reset(out);
    snprintf(why, 160, "Write a verb, for example: pause");
    if (strlen(line) >= CONSOLE_LINE_BYTES || !look(&reader)) return false;
    ConsoleVerb verb = console_of_name(reader.word);
    snprintf(why, 160, "There is no verb \"%.60s\". See: convene ctl --help", reader.word);
    if (verb == CONSOLE_COUNT) return false;
    take(&reader);
    json_open(&in_args, NULL, '{');
    json_open(&in_words, NULL, '{');
    bool good = take_args(&reader, verb, why);
    json_close(&in_args, '}');
    json_close(&in_words, '}');
    if (good) write_message(console_row(verb), id, &args, &words, out);
    buffer_free(&args);
    buffer_free(&words);
    return good;
}

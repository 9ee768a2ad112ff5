// scenario/notes.c — cards and prompts around the game: journal, quiz, debrief, cues, content note, sources; texts. Never: a number of the game.
#include "scenario/work.h"
#include <stdio.h>
#include <string.h>

static Note *take(Load *load, const Item *item, NoteKind kind) {
    Def *def = load->def;
    if (def->notes_count == NOTES_MAX) {
        At at = at_item(item);
        complain(load, "E225", &at, PLACE_KEY,
                "A pack and its plugins hold at most %d cards and prompts.", NOTES_MAX);
        return NULL;
    }
    Note *note = &def->notes[def->notes_count++];
    *note = (Note){
            .id = pool_add(def, item->decl->id), .kind = (uint8_t)kind, .phase = NONE};
    return note;
}

static ExprId when_of(Load *load, const Item *item) {
    At at = at_item(item);
    ExprPlace place = programs_place(load, item, "when", &at);
    return programs_condition_of(load, item, "when", &place);
}

static void journal(Load *load, const Item *item) {
    Note *note = take(load, item, NOTE_JOURNAL);
    if (!note) return;
    note->at = (uint8_t)read_choice(item, "at");
    note->text = texts_field(load, item, "ask");
    note->shared = read_yes(item, "shared");
    note->when = when_of(load, item);
    Value who = value_field(item, "who");
    note->who = who.node ? who_actors(load, &who, "anyone", NULL) : 0;
}

static void quiz(Load *load, const Item *item) {
    Note *note = take(load, item, NOTE_QUIZ);
    if (!note) return;
    note->at = (uint8_t)read_choice(item, "at");
    note->text = texts_field(load, item, "ask");
    note->because = texts_field(load, item, "because");
    Value answers = value_field(item, "answers"), right = value_field(item, "right");
    for (int32_t i = 0; answers.node && i < answers.node->items_count && i < 6; i++) {
        Value one = value_nth(&answers, i);
        if (one.node->kind != NODE_TEXT) continue;
        const char *path =
                region_format(load->region, "quiz.%s.answers.%d", item->decl->id, i);
        note->answers[note->answers_count++] =
                texts_add(load, path, one.node->text, 140, &one.at);
    }
    uint16_t mask = (uint16_t)(read_rounds(&right) >> 1);
    note->right = (uint8_t)mask;
    if (mask >> note->answers_count == 0) return;
    complain(load, "E221", &right.at, PLACE_VALUE,
            "%s has %d answers; right must be one of them.", item_title(load, item),
            note->answers_count);
}

static void debrief(Load *load, const Item *item) {
    Note *note = take(load, item, NOTE_DEBRIEF);
    if (!note) return;
    note->view = (uint8_t)(1 + read_choice(item, "view"));
    note->text = texts_field(load, item, "ask");
    note->order = (uint8_t)read_number(item, "order");
    note->when = when_of(load, item);
}

static void cue(Load *load, const Item *item) {
    Note *note = take(load, item, NOTE_CUE);
    if (!note) return;
    note->at = (uint8_t)read_number(item, "round");
    // The case's last round is the last of every time plan.
    if (load->other_format && note->at == load->own_rounds) note->at = load->def->rounds;
    note->text = texts_field(load, item, "say");
    note->when = when_of(load, item);
    At at;
    const char *id = read_id(item, "phase", &at);
    if (!id || !names_find(load, "phase", id, &at)) return;
    for (int32_t p = 0; p < load->def->phases_count; p++) {
        if (core_same(def_text(load->def, load->def->phases[p].names.id), id))
            note->phase = (uint8_t)p;
    }
}

static void content(Load *load, const Item *item) {
    Note *note = take(load, item, NOTE_CONTENT);
    if (!note) return;
    note->text = texts_field(load, item, "text");
    note->because = texts_field(load, item, "opt_out");
    note->shared = read_yes(item, "ask_first");
    Value lines = value_field(item, "helplines");
    for (int32_t i = 0; lines.node && i < lines.node->fields_count && i < 6; i++) {
        Value one = value_in(&lines, lines.node->fields[i].key);
        if (one.node->kind != NODE_TEXT) continue;
        const char *path = region_format(
                load->region, "content_note.helplines.%s", lines.node->fields[i].key);
        const char *words = region_format(
                load->region, "%s: %s", lines.node->fields[i].key, one.node->text);
        note->answers[note->answers_count++] = texts_add(load, path, words, 180, &one.at);
    }
}

static void source(Load *load, const Item *item) {
    Note *note = take(load, item, NOTE_SOURCE);
    if (!note) return;
    static const char *const fields[] = {"by", "date", "link", "used_for"};
    note->text = texts_field(load, item, "title");
    for (size_t i = 0; i < ARRAY_COUNT(fields); i++) {
        note->answers[note->answers_count++] = texts_field(load, item, fields[i]);
    }
}

static void text(Load *load, const Item *item) {
    if (item->decl->body.kind != NODE_TEXT) return;
    At at = at_item(item);
    const char *path = region_format(load->region, "text.%s", item->id);
    static const char *const names[] = {"who", "n"};
    texts_check_names(
            load, texts_add(load, path, item->decl->body.text, 400, &at), names, 2);
}

static void each(Load *load, const char *word, void (*use)(Load *, const Item *)) {
    for (int32_t i = 0; i < load->items_count; i++) {
        const Item *item = &load->items[i];
        if (!item->dropped && core_same(item->word->name, word)) use(load, item);
    }
}

void notes_texts(Load *load) { each(load, "text", text); }

void notes_fill(Load *load) {
    each(load, "journal", journal);
    each(load, "quiz", quiz);
    each(load, "debrief", debrief);
    each(load, "cue", cue);
    each(load, "content_note", content);
    each(load, "source", source);
}

// wire/view_json.c — which part of a view stands in which section; the short ones. Never: a rule, a sentence.
#include "wire/view_json.h"
#include "wire/view_json_parts.h"
#include <stdio.h>
#include <string.h>

static const char *const NAMES[SECTION_COUNT] = {
#define SECTION(id, name) [SECTION_##id] = name,
#include "wire/sections.def"
#undef SECTION
};

const char *section_name(Section section) { return NAMES[section]; }

Section section_of(const char *name) {
    int32_t found = 0;
    while (found < SECTION_COUNT && strcmp(NAMES[found], name) != 0)
        found++;
    return (Section)found;
}

void json_thing(JsonOut *json, const char *key, uint8_t index) {
    if (index != NONE) json_int(json, key, index);
}

// {"b":3} while numbers are closed, {"b":3,"n":34,"d":-4} when they are open; "w" is the band in words.
void json_number(JsonOut *json, const char *key, ViewNumber number) {
    json_open(json, key, '{');
    json_some_int(json, "b", number.band);
    if (number.open) {
        json_int(json, "n", number.value);
        json_some_int(json, "d", number.change);
    }
    json_some_text(json, "w", number.word);
    if (number.cell != UINT16_MAX) json_int(json, "c", number.cell);
    json_close(json, '}');
}

void json_named(JsonOut *json, const char *key, const ViewNamed *items, int32_t count) {
    json_open(json, key, '[');
    for (int32_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "name", items[i].name);
        json_some_text(json, "icon", items[i].icon);
        json_number(json, "is", items[i].number);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void json_texts(JsonOut *json, const char *key, const char *const *items, int32_t count) {
    json_open(json, key, '[');
    for (int32_t i = 0; i < count; i++)
        json_text(json, NULL, items[i]);
    json_close(json, ']');
}

// The step as clients send it back: a tap that comes late names another one.
static void write_step(JsonOut *json, const View *view) {
    char step[16];
    snprintf(step, sizeof step, "%d.%d.%d", view->round, view->phase, view->sub);
    json_text(json, "at", step);
}

static void write_now(JsonOut *json, const View *view) {
    json_text(json, "title", view->title);
    json_int(json, "status", view->status);
    json_int(json, "round", view->round);
    json_int(json, "rounds", view->rounds);
    write_step(json, view);
    json_text(json, "phase", view->phase_name);
    json_some_text(json, "sub", view->sub_name);
    json_int(json, "kind", view->phase_kind);
    json_texts(json, "phases", view->phase_names, view->phases_count);
    json_text(json, "expected", view->expected);
    json_int(json, "sent", view->done);
    json_int(json, "of", view->of);
    json_some_flag(json, "paused", view->paused);
    json_some_flag(json, "may_be_ready", view->may_be_ready);
    json_some_flag(json, "ready", view->ready);
    json_some_flag(json, "first", view->first_round);
}

static void write_me(JsonOut *json, const View *view) {
    json_thing(json, "actor", view->me);
    json_text(json, "opening", view->opening);
    json_some_text(json, "goal", view->goal);
    json_text(json, "brief", view->brief);
    json_some_text(json, "private", view->private_brief);
    json_some_text(json, "mandate", view->mandate);
    json_some_text(json, "hidden", view->hidden);
    json_texts(json, "red_lines", view->red_lines, view->red_lines_count);
    json_int(json, "time", view->time);
    json_int(json, "voice", view->voice);
    json_named(json, "numbers", view->mine, view->mine_count);
}

static void write_mine(JsonOut *json, const View *view) {
    json_open(json, "plan", '[');
    for (int32_t i = 0; i < view->plan_count; i++) {
        json_open(json, NULL, '{');
        json_int(json, "place", i);
        json_text(json, "text", view->plan[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void json_news(JsonOut *json, const char *key, const ViewNews *items, int32_t count) {
    json_open(json, key, '[');
    for (int32_t i = 0; i < count; i++) {
        const ViewNews *item = &items[i];
        json_open(json, NULL, '{');
        json_text(json, "text", item->text);
        json_int(json, "round", item->round);
        json_thing(json, "by", item->actor);
        if (item->times > 1) json_int(json, "times", item->times);
        json_some_int(json, "tone", item->tone);
        json_some_flag(json, "mine", item->mine);
        json_some_flag(json, "new", item->is_new);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_body(JsonOut *json, const View *view, Section section) {
    switch (section) {
    case SECTION_NOW: write_now(json, view); break;
    case SECTION_ME: write_me(json, view); break;
    case SECTION_TABLE: view_json_table(json, view); break;
    case SECTION_CARDS: view_json_cards(json, view); break;
    case SECTION_MEET: view_json_meet(json, view); break;
    case SECTION_BACK: view_json_back(json, view); break;
    case SECTION_VERBS: view_json_verbs(json, view); break;
    case SECTION_MINE: write_mine(json, view); break;
    case SECTION_ASKED: view_json_asked(json, view); break;
    case SECTION_NEWS: json_news(json, "items", view->news, view->news_count); break;
    case SECTION_END: view_json_end(json, view); break;
    case SECTION_COUNT: break;
    }
}

void view_json_section(const View *view, Section section, Buffer *out) {
    JsonOut json = {out, false};
    json_open(&json, NULL, '{');
    write_body(&json, view, section);
    json_close(&json, '}');
}

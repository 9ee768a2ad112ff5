// wire/view_json.c — which part of a view stands in which section; the short ones. Never: a rule, a sentence.
#include "wire/view_json.h"
#include "wire/view_json_parts.h"
#include <stdio.h>
#include <string.h>

enum { NEWS_LEAST = 12, NEWS_MOST = 40 };
enum { SEAT = 1, BOARD = 2, CONSOLE = 4, ALIKE = 8 };
enum { VIEW, HOST };

static const struct {
    const char *name;
    uint8_t whose, writer;
} SECTIONS[SECTION_COUNT] = {
#define SECTION(id, name, whose, writer) [SECTION_##id] = {name, whose, writer},
#include "wire/sections.def"
#undef SECTION
};

const char *section_name(Section section) { return SECTIONS[section].name; }

Section section_of(const char *name) {
    int32_t found = 0;
    while (found < SECTION_COUNT && strcmp(SECTIONS[found].name, name) != 0)
        found++;
    return (Section)found;
}

static uint32_t sections_by(uint8_t who, uint8_t writer) {
    uint8_t bit = who == VIEW_CONSOLE ? CONSOLE : (who == VIEW_BOARD ? BOARD : SEAT);
    uint32_t bits = 0;
    for (int32_t i = 0; i < SECTION_COUNT; i++) {
        if ((SECTIONS[i].whose & bit) && SECTIONS[i].writer == writer) bits |= 1u << i;
    }
    return bits;
}

uint32_t sections_of(uint8_t who) { return sections_by(who, VIEW); }
uint32_t sections_of_house(uint8_t who) { return sections_by(who, HOST); }

uint32_t sections_alike(void) {
    uint32_t bits = 0;
    for (int32_t i = 0; i < SECTION_COUNT; i++)
        bits |= (SECTIONS[i].whose & ALIKE ? 1u : 0u) << i;
    return bits;
}

// ---- what the sections share -----------------------------------------------------------------------------------

void json_thing(JsonOut *json, const char *key, uint8_t index) {
    if (index != NONE) json_int(json, key, index);
}

// A number that everybody may read stands at the same place for all: its cell and its words are fixed.
static void number_members(JsonOut *json, ViewNumber number, ViewPart part) {
    if (number.fixed ? part_fixed(part) : part_moving(part)) {
        if (number.cell != UINT16_MAX) json_int(json, "c", number.cell);
        if (!number.fixed && number.band) json_some_text(json, "k", number.kind);
    }
    if (!part_moving(part)) return;
    json_some_int(json, "b", number.band);
    if (number.open) {
        json_int(json, "n", number.value);
        json_some_int(json, "d", number.change);
    }
    if (!number.kind || !number.kind[0]) json_some_text(json, "w", number.word);
}

// {"b":3} while numbers are closed, {"b":3,"n":34,"d":-4} when they are open.
void json_number(JsonOut *json, const char *key, ViewNumber number, ViewPart part) {
    json_open(json, key, '{');
    number_members(json, number, part);
    json_close(json, '}');
}

void json_named(JsonOut *json, const char *key, const ViewNamed *items, int32_t count,
        ViewPart part) {
    json_open(json, key, '{');
    for (int32_t i = 0; i < count; i++) {
        const ViewNamed *item = &items[i];
        if (!item->number.fixed && !part_moving(part)) continue;
        json_open(json, item->key ? item->key : item->icon, '{');
        if (!item->number.fixed && part_moving(part)) {
            json_text(json, "name", item->name);
            json_some_text(json, "icon", item->icon);
        }
        number_members(json, item->number, part);
        json_close(json, '}');
    }
    json_close(json, '}');
}

void json_texts(JsonOut *json, const char *key, const char *const *items, int32_t count) {
    json_open(json, key, '[');
    for (int32_t i = 0; i < count; i++)
        json_text(json, NULL, items[i]);
    json_close(json, ']');
}

static void write_line(JsonOut *json, const ViewNews *item) {
    json_open(json, NULL, '{');
    json_text(json, "text", item->text);
    json_int(json, "round", item->round);
    json_some_int(json, "p", item->step);
    json_thing(json, "by", item->actor);
    if (item->times > 1) json_int(json, "times", item->times);
    json_some_int(json, "tone", item->tone);
    json_some_flag(json, "mine", item->mine);
    json_some_flag(json, "stood_in", item->stood_in);
    json_close(json, '}');
}

void json_news(JsonOut *json, const char *key, const ViewNews *items, int32_t count) {
    json_open(json, key, '[');
    for (int32_t i = 0; i < count; i++)
        write_line(json, &items[i]);
    json_close(json, ']');
}

void view_json_line(const ViewNews *line, Buffer *out) {
    JsonOut json = {out, false};
    write_line(&json, line);
}

void view_json_numbers(const View *view, Buffer *out) {
    JsonOut json = {out, false};
    json_named(&json, NULL, view->world, view->world_count, VIEW_MOVING);
}

// ---- short sections --------------------------------------------------------------------------------------------

static void write_phases(JsonOut *json, const View *view) {
    json_open(json, "phases", '[');
    for (int32_t i = 0; i < view->phases_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "id", view->phase_ids[i]);
        json_text(json, "name", view->phase_names[i]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_clock(JsonOut *json, const ViewClock *clock) {
    if (!clock->on) return;
    json_some_flag(json, "closing", clock->closing);
    json_int(json, clock->frozen ? "left" : "ends",
            clock->frozen ? clock->left_ms : clock->ends_ms);
}

static void write_now(JsonOut *json, const View *view, ViewPart part) {
    if (part_fixed(part)) {
        json_text(json, "title", view->title);
        json_text(json, "lang", view->lang);
        json_some_flag(json, "rtl", view->right_to_left);
        json_some_flag(json, "exact", view->numbers_exact);
        write_phases(json, view);
    }
    if (!part_moving(part)) return;
    json_text(json, "state", view->state);
    json_int(json, "status", view->status);
    json_int(json, "round", view->round);
    json_int(json, "rounds", view->rounds);
    json_text(json, "at", view->at);
    json_int(json, "phase", view->phase);
    json_int(json, "kind", view->phase_kind);
    json_int(json, "does", view->phase_does);
    json_text(json, "name", view->phase_name);
    json_some_text(json, "step", view->sub_name);
    json_int(json, "sent", view->done);
    json_int(json, "of", view->of);
    json_some_flag(json, "paused", view->paused);
    write_clock(json, &view->clock);
}

static void write_me(JsonOut *json, const View *view, ViewPart part) {
    if (part_fixed(part)) {
        json_text(json, "opening", view->opening);
        json_some_text(json, "goal", view->goal);
        json_text(json, "brief", view->brief);
        json_some_text(json, "private", view->private_brief);
        json_some_text(json, "mandate", view->mandate);
        json_some_text(json, "hidden", view->hidden);
        json_texts(json, "helplines", view->helplines, view->helplines_count);
    }
    if (part_moving(part)) {
        json_thing(json, "actor", view->me);
        json_texts(json, "red_lines", view->red_lines, view->red_lines_count);
        json_int(json, "time", view->time);
        json_int(json, "voice", view->voice);
    }
    json_named(json, "numbers", view->mine, view->mine_count, part);
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

// All that is new to this viewer, at least a few and not too many; "fresh" of them, at the end, are new.
static void write_news(JsonOut *json, const View *view) {
    int32_t fresh = 0, count = view->news_count;
    while (fresh < count && view->news[count - 1 - fresh].is_new)
        fresh++;
    int32_t sent = core_min(core_clamp(fresh, NEWS_LEAST, NEWS_MOST), count);
    json_some_int(json, "fresh", core_min(fresh, sent));
    json_news(json, "items", view->news + count - sent, sent);
}

// ---- the sections ----------------------------------------------------------------------------------------------

static void write_bands(JsonOut *json, const View *view) {
    json_open(json, "bands", '{');
    for (int32_t i = 0; i < view->bands_count; i++)
        json_texts(json, view->bands[i].kind, view->bands[i].words, 5);
    json_close(json, '}');
}

static void write_names(JsonOut *json, const View *view) {
    json_open(json, "names", '{');
    for (int32_t i = 0; i < view->names_count; i++) {
        char kind[8];
        snprintf(kind, sizeof kind, "%d", view->names[i].kind);
        json_texts(json, kind, view->names[i].names, view->names[i].count);
    }
    json_close(json, '}');
}

static void write_keys_of(JsonOut *json, const ViewNamed *items, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (!items[i].number.fixed) continue;
        json_open(json, items[i].key, '{');
        json_text(json, "name", items[i].name);
        json_some_text(json, "icon", items[i].icon);
        json_some_text(json, "k", items[i].number.kind);
        json_close(json, '}');
    }
}

// The names of numbers by their keys: every actor holds and stands by the same ones.
static void write_keys(JsonOut *json, const View *view) {
    json_open(json, "keys", '{');
    if (view->actors_count > 0) {
        write_keys_of(json, view->actors[0].holds, view->actors[0].holds_count);
        write_keys_of(json, view->actors[0].standing, view->actors[0].standing_count);
    }
    if (view->frames_count > 0)
        write_keys_of(json, view->frames[0].adoption, view->frames[0].adoption_count);
    write_keys_of(json, view->world, view->world_count);
    json_close(json, '}');
}

static void write_group_words(JsonOut *json, const ViewGroupWords *words) {
    json_open(json, "group", '{');
    json_texts(json, "lights", words->lights, 5);
    json_texts(json, "lights_about", words->lights_about, 5);
    json_texts(json, "flags_about", words->flags_about, 3);
    json_texts(json, "backbone_about", words->backbone_about, 3);
    json_close(json, '}');
}

static void write_words(JsonOut *json, const View *view) {
    json_open(json, "now", '{');
    write_now(json, view, VIEW_FIXED);
    json_close(json, '}');
    json_open(json, "table", '{');
    view_json_table(json, view, VIEW_FIXED);
    json_close(json, '}');
    json_open(json, "cards", '{');
    view_json_cards(json, view, VIEW_FIXED);
    json_close(json, '}');
    write_bands(json, view);
    write_names(json, view);
    write_keys(json, view);
    write_group_words(json, &view->group_words);
}

static void write_brief(JsonOut *json, const View *view) {
    json_open(json, "me", '{');
    write_me(json, view, VIEW_FIXED);
    json_close(json, '}');
    json_open(json, "keys", '{');
    write_keys_of(json, view->mine, view->mine_count);
    json_close(json, '}');
}

static void write_body(JsonOut *json, const View *view, Section section, ViewPart part) {
    switch ((int)section) {
    case SECTION_WORDS: write_words(json, view); break;
    case SECTION_BRIEF: write_brief(json, view); break;
    case SECTION_BOOK: view_json_book(json, view); break;
    case SECTION_PRICES: view_json_prices(json, view); break;
    case SECTION_NOW: write_now(json, view, part); break;
    case SECTION_ME: write_me(json, view, part); break;
    case SECTION_TABLE: view_json_table(json, view, part); break;
    case SECTION_CARDS: view_json_cards(json, view, part); break;
    case SECTION_MEET: view_json_meet(json, view); break;
    case SECTION_BACK: view_json_back(json, view); break;
    case SECTION_OFFER: view_json_offer(json, view); break;
    case SECTION_VERBS: view_json_verbs(json, view); break;
    case SECTION_MINE: write_mine(json, view); break;
    case SECTION_ASKED: view_json_asked(json, view); break;
    case SECTION_NEWS: write_news(json, view); break;
    case SECTION_END: view_json_end(json, view); break;
    default: break; // the house writes the others
    }
}

void view_json_part(const View *view, Section section, ViewPart part, Buffer *out) {
    JsonOut json = {out, false};
    json_open(&json, NULL, '{');
    write_body(&json, view, section, part);
    json_close(&json, '}');
}

void view_json_section(const View *view, Section section, Buffer *out) {
    view_json_part(view, section, VIEW_MOVING, out);
}

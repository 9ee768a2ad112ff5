// host/section_deck.c — section "deck": the happenings of the case that the facilitator can let come up. Never: one that the case does not declare.
#include "host/house.h"

static void write_answers(JsonOut *json, const Say *say, const Happening *happening) {
    if (happening->choices_count == 0) return;
    json_open(json, "answers", '[');
    for (int32_t i = 0; i < happening->choices_count; i++) {
        const Choice *choice = &say->def->choices[happening->choices_first + i];
        json_text(json, NULL, say_text(say, choice->text));
    }
    json_close(json, ']');
}

static void write_happening(JsonOut *json, const Say *say, int32_t index) {
    const Happening *happening = &say->def->happenings[index];
    const Names *names = &happening->names;
    json_open(json, NULL, '{');
    json_int(json, "i", index);
    json_text(json, "id", def_text(say->def, names->id));
    json_text(json, "name",
            names->name ? say_text(say, names->name) : def_text(say->def, names->id));
    json_some_text(json, "text", say_text(say, happening->text));
    json_some_int(json, "rounds", happening->rounds);
    write_answers(json, say, happening);
    json_close(json, '}');
}

void section_deck(const Hall *hall, const Guest *guest, JsonOut *json) {
    Region region = {0};
    const Def *def = party_session(guest->party)->def;
    Say say = {def, guest_language(guest), &region};
    json_open(json, "happenings", '[');
    for (int32_t i = 0; i < def->happenings_count; i++)
        write_happening(json, &say, i);
    json_close(json, ']');
    region_clear(&region);
    (void)hall;
}

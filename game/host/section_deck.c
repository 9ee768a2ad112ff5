// host/section_deck.c — section "deck": the happenings of the case that the facilitator can let come up, the numbers that can be opened, and before the start the options of the case. Never: one that the case does not declare.
#include "host/house.h"
#include "model/knob.h"
#include "session/turned.h"

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

// What can be opened as exact numbers; those of every case are named by who shows them.
static void write_items(JsonOut *json, const Say *say) {
    json_open(json, "items", '[');
    for (int32_t i = 0; i < say->def->tracks_count; i++) {
        const Track *track = &say->def->tracks[i];
        if (track->sight != SIGHT_BANDS && track->sight != SIGHT_REVEALED) continue;
        json_open(json, NULL, '{');
        json_text(json, "id", def_text(say->def, track->id));
        if (i >= TRACK_MEMORY && track->name)
            json_text(json, "name", say_text(say, track->name));
        json_close(json, '}');
    }
    json_close(json, ']');
}

// Options of the case, as long as they can be set; what they began with stands in the pack.
static void write_knobs(JsonOut *json, const Say *say, const Session *session) {
    const Def *def = session->def, *pack = turned_pack(session);
    if (session->state.status != STATUS_LOBBY) return;
    json_open(json, "knobs", '[');
    for (int32_t i = 0; i < def->settings_count; i++) {
        const Setting *setting = &def->settings[i];
        int32_t least, most;
        if (!setting->open) continue;
        knob_range(def, i, &least, &most);
        json_open(json, NULL, '{');
        json_text(json, "id", def_text(def, setting->id));
        json_text(json, "name", say_text(say, setting->name));
        json_some_text(json, "ask", say_text(say, setting->ask));
        json_int(json, "least", least);
        json_int(json, "most", most);
        json_int(json, "start", pack->settings[i].value);
        json_int(json, "value", setting->value);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void section_deck(const Hall *hall, const Guest *guest, JsonOut *json) {
    Region region = {0};
    const Def *def = party_session(guest->party)->def;
    Say say = {def, guest_language(guest), &region};
    json_open(json, "happenings", '[');
    for (int32_t i = 0; i < def->happenings_count; i++)
        write_happening(json, &say, i);
    json_close(json, ']');
    write_items(json, &say);
    write_knobs(json, &say, party_session(guest->party));
    region_clear(&region);
    (void)hall;
}

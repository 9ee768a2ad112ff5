// cli/desk_home.c — what the first page and the case card show. Never: starts a game.
#include "cli/desk.h"
#include "cli/desk_overdue.h"
#include "cli/desk_record.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PACKS_MAX = 64 };

static const char *pack_text(const Scenario *scenario, const char *lang, TextId id) {
    return catalog_words(scenario->catalogs, scenario->def, lang, id);
}

// Languages in their own words; one without a name here by its code.
static const struct {
    const char *code, *name;
} LANGUAGES[] = {
        {"en", "English"       },
        {"ar", "العربية"}
};

static const char *language_name(const char *code) {
    for (size_t i = 0; i < ARRAY_COUNT(LANGUAGES); i++) {
        if (strcmp(LANGUAGES[i].code, code) == 0) return LANGUAGES[i].name;
    }
    return code;
}

static const char *languages_of(Region *region, const Scenario *scenario) {
    const char *source = scenario->catalogs->source, *out = language_name(source);
    for (int32_t i = 0; i < scenario->catalogs->count; i++) {
        const Catalog *catalog = &scenario->catalogs->items[i];
        const char *code = catalog->language;
        // A language that only the stock deck has is none of this case's.
        if (strcmp(code, source) == 0 || !catalog->of_case) continue;
        out = region_format(region, "%s, %s", out, language_name(code));
    }
    return out;
}

static const char *facts_of(Desk *desk, Region *region, const Scenario *scenario) {
    const Def *def = scenario->def;
    Say say = {def, tongue_language(&desk->tongue), region};
    char hash[2 * DIGEST_BYTES + 1];
    digest_hex(&def->hash, hash);
    SayWith with = {.n = def->seats_min,
            .m = def->seats_max,
            .number = region_format(region, "%d", def->rounds),
            .text = region_format(region, "%s · %s · %.8s", languages_of(region, scenario),
                    def_text(def, def->license), hash)};
    return say_sentence(&say, SAY_HOME_FACTS, with);
}

// Loads a pack for a line of the list; what is wrong with it is the line's problem.
static HomePack describe(Desk *desk, const LibraryItem *item) {
    Region *region = &desk->home_region;
    HomePack out = {.id = item->name,
            .title = item->name,
            .about = "",
            .facts = "",
            .problem = "",
            .reviewed = true};
    Scenario *scenario = calloc(1, sizeof *scenario);
    Diags *diags = calloc(1, sizeof *diags);
    ASSERT(scenario && diags);
    Err err = {0};
    Places usual = desk->places; // the list speaks of each case's own time plan
    usual.format = NULL;
    if (places_load(&usual, item->path, false, false, scenario, diags, &err)) {
        const char *title =
                pack_text(scenario, desk->tongue.code, scenario->def->title_text);
        const char *about =
                pack_text(scenario, desk->tongue.code, scenario->def->summary_text);
        out.title = region_copy_text(region, title, strlen(title));
        out.about = region_copy_text(region, about, strlen(about));
        out.facts = facts_of(desk, region, scenario);
        if (def_count(scenario->def, KIND_ACTOR) == 0)
            out.id = NULL; // a plugin: nothing to play
    } else {
        const Diag *first = &diags->items[0];
        out.problem = err.kind != ERR_NONE
                              ? region_format(region, "%s", err.what)
                              : region_format(region, "%s %s:%d %s %s", first->code,
                                      first->file, first->line, first->message, first->fix);
    }
    scenario_free(scenario);
    free(scenario);
    free(diags);
    return out;
}

static bool is_scenario_folder(const Desk *desk, const LibraryItem *item) {
    return strncmp(item->path, desk->places.library[0], strlen(desk->places.library[0]))
           != 0;
}

static void languages(Desk *desk) {
    const char **texts =
            region_take(&desk->home_region, sizeof *texts * (2 * ARRAY_COUNT(LANGUAGES)));
    desk->home.languages = texts;
    desk->home.language_ids = texts + ARRAY_COUNT(LANGUAGES);
    desk->home.languages_count = (int32_t)ARRAY_COUNT(LANGUAGES);
    for (size_t i = 0; i < ARRAY_COUNT(LANGUAGES); i++) {
        texts[i] = LANGUAGES[i].name;
        texts[ARRAY_COUNT(LANGUAGES) + i] = LANGUAGES[i].code;
        if (strcmp(LANGUAGES[i].code, desk->tongue.code) == 0)
            desk->app.settings.language = (int32_t)i;
    }
}

void desk_show_home(Desk *desk) {
    region_clear(&desk->home_region);
    HomePack *packs = region_take(&desk->home_region, sizeof *packs * PACKS_MAX);
    HomeSession *sessions =
            region_take(&desk->home_region, sizeof *sessions * DESK_SESSIONS_MAX);
    int32_t count = 0;
    for (int32_t i = 0; i < desk->places.packs.items_count && count < PACKS_MAX; i++) {
        const LibraryItem *item = &desk->places.packs.items[i];
        if (!is_scenario_folder(desk, item)) continue;
        packs[count] = describe(desk, item);
        if (packs[count].id) count++;
    }
    desk->home = (HomeView){.packs = packs, .sessions = sessions, .packs_count = count};
    desk->home.sessions_count = desk_record_list(desk, sessions, DESK_SESSIONS_MAX);
    desk_overdue_show(desk);
    languages(desk);
    desk->app.home = &desk->home;
    desk->app.screen = SCREEN_HOME;
}

// The note, the way out and whom to call: all three belong on the first screen.
static const char *content_note(Desk *desk, Region *region) {
    const Def *def = desk->scenario.def;
    for (int32_t i = 0; i < def->notes_count; i++) {
        const Note *note = &def->notes[i];
        if (note->kind != NOTE_CONTENT) continue;
        const char *lang = desk->tongue.code;
        const char *out = pack_text(&desk->scenario, lang, note->text);
        const char *way_out = pack_text(&desk->scenario, lang, note->because);
        if (*way_out) out = region_format(region, "%s %s", out, way_out);
        for (int32_t n = 0; n < note->answers_count; n++)
            out = region_format(region, "%s%s%s", out, n ? " · " : " ",
                    pack_text(&desk->scenario, lang, note->answers[n]));
        return out;
    }
    return "";
}

static const char *computer_only(const Desk *desk) {
    return tongue_engine(
            &desk->tongue, word_id(WORD_SEAT_COMPUTER), word_english(WORD_SEAT_COMPUTER));
}

static void card_actors(Desk *desk, Region *region) {
    const Def *def = desk->scenario.def;
    int32_t count = def_count(def, KIND_ACTOR);
    CaseActor *actors = region_take(region, sizeof *actors * (size_t)core_max(1, count));
    desk->card.best = -1;
    for (uint8_t i = 0; i < count; i++) {
        const Actor *actor = &def->actors[i];
        bool playable = actor->seat != SEAT_COMPUTER;
        actors[i] = (CaseActor){.id = def_id(def, (Thing){KIND_ACTOR, i}),
                .name = pack_text(&desk->scenario, desk->tongue.code, actor->names.name),
                .brief = pack_text(&desk->scenario, desk->tongue.code, actor->brief),
                .index = i,
                .closed = playable ? "" : computer_only(desk)};
        if (playable && actor->cast == CAST_CORE && desk->card.best < 0)
            desk->card.best = i;
    }
    desk->card.actors = actors;
    desk->card.actors_count = count;
}

static void card_plans(Desk *desk, Region *region) {
    const Def *def = desk->scenario.def;
    const char **texts = region_take(region, sizeof *texts * (2 * TIME_PLANS_MAX));
    for (int32_t i = 0; i < def->time_plans_count; i++) {
        texts[i] = pack_text(&desk->scenario, desk->tongue.code, def->time_plans[i].name);
        texts[TIME_PLANS_MAX + i] = def_text(def, def->time_plans[i].id);
    }
    desk->card.plans = texts;
    desk->card.plan_ids = texts + TIME_PLANS_MAX;
    desk->card.plans_count = def->time_plans_count;
    desk->card.plan = def->time_plan;
}

bool desk_show_case(Desk *desk, const char *pack, Err *err) {
    if (!desk_load(desk, pack, err)) return false;
    const Def *def = desk->scenario.def;
    Region *region = &desk->card_region;
    region_clear(region);
    const char *lang = desk->tongue.code;
    desk->card = (CaseView){.id = region_copy_text(region, pack, strlen(pack)),
            .title = pack_text(&desk->scenario, lang, def->title_text),
            .opening = pack_text(&desk->scenario, lang, def->opening),
            .goal = pack_text(&desk->scenario, lang, def->goal),
            .content_note = content_note(desk, region),
            .facts = facts_of(desk, region, &desk->scenario)};
    card_actors(desk, region);
    card_plans(desk, region);
    desk->app.card = &desk->card;
    if (desk->app.role < 0 || desk->app.role >= desk->card.actors_count)
        desk->app.role = desk->card.best;
    desk->app.screen = SCREEN_CASE;
    return true;
}
